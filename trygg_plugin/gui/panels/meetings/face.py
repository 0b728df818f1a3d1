"""How meeting mode looks: what stands where on a projector, a laptop, and with large letters.

Lengths are counted in letters, not pixels: the same window holds as much at 100 % on a small
screen as at 200 % on a large one, and what matters least gives way first.
"""

from __future__ import annotations

from typing import Any, Callable

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import (
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QShortcut,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ....i18n import tr
from ... import settings
from ...form_parts import note
from ..parts.wrapped import Wrapped
from .agenda_list import AgendaList
from .content_view import ContentView
from .decision_entry import DecisionEntry
from .map import MeetingMap
from .people import PeopleButton

#: Size of the letters in per cent of QGIS's own; empty: as large as the screen holds.
SCALE = settings.Setting("meeting/scale", "", str)
#: Whether QGIS's own map goes along.
MAP_FOLLOWS = settings.Setting("meeting/map_follows", True, bool)
_STEPS = (100, 120, 140, 170, 200, 240)
#: Letters that a line of the window holds with the size that nobody chose.
_ROOMY = 120
#: Fewer letters in a line leave no room for the map, fewer lines none for large headings.
_NARROW, _LOW = 64, 28


class MeetingFace(QWidget):
    """The widgets of a meeting, and their sizes; ``store`` takes a decision that is entered."""

    def __init__(self, parent: QWidget, canvas: QgsMapCanvas, store: Callable[..., str]) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._moved = False
        self.title = _Elided("", self)
        self.clock = QLabel("", self)
        self.clock.setAccessibleName(tr("Time of the meeting"))
        self.agenda = AgendaList(self)
        self.people = PeopleButton(self)
        self.heading = Wrapped("", self)
        self.content = ContentView(self)
        self.notes = QPlainTextEdit(self)
        self.notes.setPlaceholderText(tr("Notes of this point (Ctrl+N). No persons."))
        self.notes.setAccessibleName(tr("Notes of this point"))
        self.notes.setTabChangesFocus(True)
        self.refused = note("", self)
        self.refused.hide()
        self.map = MeetingMap(canvas, self)
        self.map.leads = MAP_FOLLOWS.get()
        self.entry = DecisionEntry(self, store)
        layout = QVBoxLayout(self)
        layout.addLayout(self._top())
        self.splitter = self._parts()
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.entry)
        for keys, act in (
            ("F11", self.toggle_full_screen), ("Esc", self._leave_full_screen),
            ("Ctrl++", lambda: self._step(1)), ("Ctrl+-", lambda: self._step(-1)),
            ("Ctrl+D", lambda: self.entry.text.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            ("Ctrl+N", lambda: self.notes.setFocus(Qt.FocusReason.ShortcutFocusReason)),
        ):  # fmt: skip
            self.key(keys, act)
        self.resize(1280, 700)

    def key(self, keys: str, act: Callable[[], Any]) -> None:
        """A shortcut wherever in the window one is."""
        QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _top(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.clock)
        self.smaller = self._button("A−", tr("Smaller letters"), "Ctrl+-")
        self.smaller.clicked.connect(lambda _checked=False: self._step(-1))
        self.larger = self._button("A+", tr("Larger letters"), "Ctrl++")
        self.larger.clicked.connect(lambda _checked=False: self._step(1))
        self.full = self._button(tr("Full screen"), tr("Full screen"), "F11")
        self.full.clicked.connect(lambda _checked=False: self.toggle_full_screen())
        self.end_button = self._button(tr("End the meeting"), tr("End the meeting"), "")
        for button in (self.smaller, self.larger, self.full, self.end_button):
            top.addWidget(button)
        return top

    def _parts(self) -> QSplitter:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.agenda, 1)
        column.addWidget(self.people)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.content, 1)
        column.addWidget(self.notes)
        column.addWidget(self.refused)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        for widget in (left, middle, self.map):
            splitter.addWidget(widget)
        splitter.splitterMoved.connect(lambda _position, _index: self._user_moved())
        return splitter

    def _button(self, text: str, tip: str, keys: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(f"{tip} ({keys})" if keys else tip)
        button.setAccessibleName(tip)
        button.setAutoDefault(False)
        return button

    # --- sizes

    def scale_letters(self, percent: int) -> None:
        """Letters in per cent of QGIS's own size."""
        self.setFont(_font(percent))
        bold = QFont(self.font())
        bold.setBold(True)
        self.title.setFont(bold)
        # Qt asks for 75 pixels, which on a low screen would push the entry out of it
        for view in (self.agenda, self.content):
            view.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Give each part its room, and leave out what the window has none for."""
        metrics = self.fontMetrics()
        low = self.height() < _LOW * metrics.lineSpacing()
        large = QFont(self.font())
        large.setPointSizeF(large.pointSizeF() * (1.0 if low else 1.35))
        large.setBold(True)
        if self.heading.font() != large:
            self.heading.setFont(large)
        self.notes.setFixedHeight(round((2.6 if low else 3.6) * metrics.height()))
        self.map.setVisible(self.width() >= _NARROW * metrics.averageCharWidth())
        if self._moved:
            return
        left = min(max(self.agenda.wish, self.people.sizeHint().width()), self.width() // 3)
        right = round(0.3 * (self.width() - left))
        self.splitter.setSizes([left, self.width() - left - right, right])

    def _user_moved(self) -> None:
        self._moved = True

    def _step(self, by: int) -> None:
        now = chosen_scale(self.width())
        nearest = min(range(len(_STEPS)), key=lambda i: abs(_STEPS[i] - now))
        percent = _STEPS[max(0, min(len(_STEPS) - 1, nearest + by))]
        SCALE.set(str(percent))
        self.scale_letters(percent)

    # --- screens

    def toggle_full_screen(self) -> None:
        # a window that filled the screen before does so again
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        full = self.isFullScreen()
        self.full.setText(tr("Leave full screen") if full else tr("Full screen"))
        self.full.setAccessibleName(self.full.text())
        self.full.setToolTip(f"{self.full.text()} (F11)")

    def _leave_full_screen(self) -> None:
        if self.isFullScreen():
            self.toggle_full_screen()

    def on_another_screen(self) -> None:
        """Move to a screen that QGIS does not stand on, where there is one; else fit its own."""
        window = self.parentWidget().window().windowHandle()
        own = None if window is None else window.screen()
        others = [screen for screen in QGuiApplication.screens() if screen is not own]
        if own is not None and others:
            self.setGeometry(others[0].availableGeometry())
        elif own is not None:
            self.resize(self.size().boundedTo(own.availableGeometry().size()))
        self.scale_letters(chosen_scale(self.width()))


class _Elided(QLabel):
    """A long title must not make the window wider than the screen: what is cut ends in dots."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())
        self.style().drawItemText(
            painter, self.contentsRect(), int(Qt.AlignmentFlag.AlignVCenter), self.palette(),
            self.isEnabled(), shown, self.foregroundRole(),
        )  # fmt: skip


def chosen_scale(width: int) -> int:
    """Per cent of the letters: what the user chose, else what a window of this width holds."""
    try:
        return max(80, min(300, int(SCALE.get())))
    except ValueError:
        return next(
            (percent for percent in (140, 120)
             if width >= _ROOMY * QFontMetrics(_font(percent)).averageCharWidth()), 100)


def _font(percent: int) -> QFont:
    font = QFont(QGuiApplication.font())
    size = font.pointSizeF() if font.pointSizeF() > 0 else 10.0
    font.setPointSizeF(size * percent / 100.0)
    return font
