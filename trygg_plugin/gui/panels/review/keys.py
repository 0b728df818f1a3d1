"""What a key means in the review panel, and the page that tells all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Iterable, Optional

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAction

from ....i18n import tr

if TYPE_CHECKING:
    from .page import ReviewPage

_SEVERITIES = ("1", "2", "3", "4")


class ReviewKeys(QObject):
    """Hears what is pressed in the list, and what the page's other widgets leave.

    The list would search by letters and QGIS has letters of its own: ours come first.
    """

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page
        for watched in (page.list, page):
            watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Whether a key is ours; done when it is pressed, only claimed when Qt asks first."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        wanted = self._meant(event)
        if wanted is None:
            return False
        event.accept()
        # a key that is held down would approve the whole queue unread
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            wanted()
        return True

    def _meant(self, event: QKeyEvent) -> Optional[Callable[[], None]]:
        page = self._page
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if held != Qt.KeyboardModifier.NoModifier or page.shell.current.workspace is None:
            return None
        if event.key() == Qt.Key.Key_Escape and not page.detail.shows_card:
            return page.close_duplicates
        letter = event.text().upper()
        if page.detail.shows_duplicates:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return page.duplicates.accept
            if letter == "X":
                return page.duplicates.swap_kept
        if letter in _SEVERITIES:
            return lambda: page.act("severity", letter)
        for key, action in page.actions_by_key.items():
            if letter and letter == action.data():
                return lambda key=key: page.act(key)
        return None


def told(actions: Iterable[QAction]) -> str:
    """All keys as HTML: those of the actions, and those that no button has."""
    rows = [
        (action.data(), action.text().rstrip("…")) for action in actions if action.data()
    ] + [
        ("1–4", tr("Set the reviewed severity")), ("↑ ↓", tr("Previous or next incident")),
        ("Shift+↑ ↓", tr("Choose several; the acts are done for all of them")),
        ("Esc", tr("Back to the incident")),
    ]  # fmt: skip
    table = "".join(
        f"<tr><td><b>{key}</b>&nbsp;&nbsp;</td><td>{text}</td></tr>" for key, text in rows
    )
    return f"<h3>{tr('Keys')}</h3><table cellspacing='3'>{table}</table>"
