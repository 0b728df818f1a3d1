"""The buttons of the review panel: one key each, in rows that fit a narrow panel."""

from __future__ import annotations

from typing import Callable, Dict, Optional, Tuple

from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QAction, QGridLayout, QMenu, QSizePolicy, QToolButton, QWidget

from ....i18n import tr
from ...settings import Setting

#: A button's two edges, pixels.
_EDGES = 4
#: Whether the map follows the list: no, pan or zoom.
FOLLOW = Setting("review/follow", "pan", str)
#: Acts with buttons, and acts in the menu "More": each with its key.
_ACTS: Tuple[Tuple[str, str], ...] = (
    ("approve", "A"), ("complete", "K"), ("reject", "R"),
    ("duplicates", "D"), ("place", "P"), ("severity", "S"),
)  # fmt: skip
_MORE: Tuple[Tuple[str, str], ...] = (
    ("begin", "B"), ("forward", "F"), ("problem", "L"), ("secrecy", "O"), ("clean", "V"),
)
#: Acts that need an incident to be chosen.
ON_INCIDENTS = frozenset(key for key, _letter in (*_ACTS, *_MORE))
_STEPS: Tuple[Tuple[str, str], ...] = (("undo", "Z"), ("next", "J"), ("search", "/"), ("keys", "?"))


class ReviewBar(QWidget):
    """``actions_by_key``: every act by its name, with its key as data."""

    #: an act is asked for, by its name
    wanted = pyqtSignal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.actions_by_key: Dict[str, QAction] = {}
        self.buttons: Dict[str, QToolButton] = {}
        labels = _labels()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(3)
        for place, (key, letter) in enumerate(_ACTS):
            button = self._button(self._action(key, letter, labels[key]))
            self.buttons[key] = button
            grid.addWidget(button, place // 3, place % 3)
        self.more = self._button(None)
        self.more.setText(tr("More"))
        self.more.setAccessibleName(tr("More acts"))
        menu = QMenu(self.more)
        for key, letter in _MORE:
            menu.addAction(self._action(key, letter, labels[key]))
        menu.addSeparator()
        follow = menu.addMenu(tr("The map follows the list"))
        for value, label in (("no", tr("Not at all")), ("pan", tr("Moves there")),
                             ("zoom", tr("Moves there and zooms in"))):
            action = follow.addAction(label)
            action.triggered.connect(lambda _checked=False, value=value: FOLLOW.set(value))
        self.more.setMenu(menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        grid.addWidget(self.more, 2, 0)
        for key, letter in _STEPS:
            self._action(key, letter, labels[key])
        for column, key in ((1, "undo"), (2, "keys")):
            self.buttons[key] = self._button(self.actions_by_key[key])
            grid.addWidget(self.buttons[key], 2, column)

    def button_of(self, key: str) -> QToolButton:
        """The button of an act, or the one whose menu holds it."""
        return self.buttons.get(key, self.more)

    def allow(self, why_off: Callable[[str], str], to_undo: str) -> None:
        """Switch acts on and off and say what each does, or why it can't be done: ``why_off``
        gives the sentence for an act on incidents. ``to_undo``: what would be undone."""
        for key, action in self.actions_by_key.items():
            said = f"{action.text().rstrip('…')} ({action.data()})"
            reason = ""
            if key in ON_INCIDENTS:
                reason = why_off(key)
            elif key == "undo":
                said = tr("Undo: {what} (Z)").format(what=to_undo)
                reason = "" if to_undo else tr("There is nothing to undo.")
            action.setEnabled(not reason)
            action.setToolTip(reason or said)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """A word may be cut where the panel is narrow; its key is always told."""
        super().resizeEvent(event)
        for key, button in self.buttons.items():
            action = self.actions_by_key[key]
            letter = f" {action.data()}"
            room = button.width() - _EDGES - self.fontMetrics().horizontalAdvance(letter)
            word = self.fontMetrics().elidedText(
                action.text().rstrip("…"), Qt.TextElideMode.ElideRight, room
            )
            action.setIconText(word + letter)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The second half of a double click is no click of its own: it would judge the incident
        that the first half has brought, unread."""
        return event.type() == QEvent.Type.MouseButtonDblClick

    def _action(self, key: str, letter: str, label: str) -> QAction:
        action = QAction(label, self)
        action.setData(letter)
        action.setObjectName(f"TryggReview_{key}")
        action.triggered.connect(lambda _checked=False: self.wanted.emit(key))
        self.actions_by_key[key] = action
        return action

    def _button(self, action: Optional[QAction]) -> QToolButton:
        button = QToolButton(self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        # three in a row share what there is, also where the panel is narrow
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.installEventFilter(self)
        if action is not None:
            button.setDefaultAction(action)
            button.setAccessibleName(f"{action.text()} ({action.data()})")
        return button


def _labels() -> Dict[str, str]:
    return {
        "approve": tr("Approve"), "complete": tr("Completion…"), "reject": tr("Reject…"),
        "duplicates": tr("Duplicates"), "place": tr("Place"), "severity": tr("Severity…"),
        "begin": tr("Take up for review"), "forward": tr("Forward…"),
        "problem": tr("Link to problem…"), "secrecy": tr("Secrecy and publication…"),
        "clean": tr("Remove possible personal data"), "undo": tr("Undo"),
        "next": tr("Next incident"), "search": tr("Search the queue"), "keys": tr("Keys"),
    }  # fmt: skip
