"""What our map tools have in common: mouse and keys alike, and all is given back afterwards.

A cross on the map is where the next click of the keyboard goes. The tool hears the canvas's keys
before the canvas does, which pans by arrows and space itself, and before QGIS's shortcuts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from qgis.core import QgsApplication, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsVertexMarker
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QColor, QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QApplication, QWidget

from ..i18n import tr
from .place_hint import PlaceHint

if TYPE_CHECKING:
    from .shell import Shell

#: How far an arrow key moves the cross (pixels): plain, with Shift, with Ctrl.
STEP, FAR, NEAR = 10, 80, 1
#: The cross stays this far from the edges of the map (pixels); else the map follows.
_EDGE = 20
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ZOOMS = {Qt.Key.Key_Plus: 0.5, Qt.Key.Key_Minus: 2.0}


class PlaceTool(QgsMapTool):
    """Takes the map and the keyboard, and gives both back to who had them."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._before: Optional[QgsMapTool] = None
        self._focus: Optional[QWidget] = None
        self._hint: Optional[PlaceHint] = None
        self._cross: List[QgsVertexMarker] = []
        #: where mouse or keys are, in the map's CRS
        self._at = canvas.center()
        self.setCursor(QgsApplication.getThemeCursor(QgsApplication.Cursor.CrossHair))

    # --- taking and giving back

    def start(
        self, shell: Optional[Shell] = None, said: str = "", at: Optional[QgsPointXY] = None
    ) -> None:
        """Take the map. ``said`` is shown above it, with the keys and a field for a coordinate;
        ``at`` is where the cross begins when it can be seen (map's CRS), else the middle."""
        canvas = self.canvas()
        held = canvas.mapTool()
        if held is not self:
            # of two places asked for at once the second ends the first, for good
            first = held if isinstance(held, PlaceTool) else None
            before = held if first is None else first._before
            focus = QApplication.focusWidget() if first is None else first._focus
            canvas.setMapTool(self)
            self._before, self._focus = before, focus
        if shell is not None:
            self._hint = PlaceHint(shell, canvas, said, self.keys(), self.go_to)
        # keys are heard without a click first, from a panel that floats, too
        canvas.activateWindow()
        canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self._at = canvas.center() if at is None or not self._in_sight(at) else at
        self.show_cross()

    def stop(self) -> None:
        """Give the map back."""
        canvas = self.canvas()
        if canvas is None or canvas.mapTool() is not self:
            return
        before, self._before = self._before, None
        if before is not None:
            canvas.setMapTool(before)
        else:
            canvas.unsetMapTool(self)

    def activate(self) -> None:
        super().activate()
        self.canvas().installEventFilter(self)

    def deactivate(self) -> None:
        super().deactivate()
        canvas = self.canvas()
        canvas.removeEventFilter(self)
        self.hide_cross()
        hint, self._hint = self._hint, None
        # whoever has taken the keyboard meanwhile keeps it
        ours = canvas.hasFocus() or (hint is not None and hint.has_focus())
        if hint is not None:
            hint.close()
        self._before = None
        focus, self._focus = self._focus, None
        if ours and focus is not None:
            _give_focus(focus)

    # --- what a tool of its own kind does

    def keys(self) -> str:
        """The keys in a sentence."""
        return tr("Arrow keys move the cross (Shift: far, Ctrl: one pixel), Enter chooses its "
                  "place, + and − zoom, Esc cancels.")

    def take(self, point: QgsPointXY, end: bool) -> None:
        """Enter was pressed with the cross at a point; ``end``: with Ctrl."""
        raise NotImplementedError

    def take_back(self) -> None:
        """Backspace was pressed."""

    def moved(self, point: QgsPointXY) -> None:
        """Mouse or cross have come to a point."""

    # --- the cross

    @property
    def by_keys(self) -> bool:
        """Whether the cross is shown: it is until the mouse moves over the map."""
        return bool(self._cross)

    @property
    def at(self) -> QgsPointXY:
        """Where mouse or cross are, in the map's CRS."""
        return self._at

    def show_cross(self) -> None:
        if not self._cross:
            # dark on light, so that it stands out from every map
            for width, size, colour in ((5, 25, "#ffffff"), (2, 23, "#c2410c")):
                marker = QgsVertexMarker(self.canvas())
                marker.setIconType(QgsVertexMarker.IconType.ICON_CROSS)
                marker.setPenWidth(width)
                marker.setIconSize(size)
                marker.setColor(QColor(colour))  # noqa: QGS202  (a marker, no raster)
                self._cross.append(marker)
        for marker in self._cross:
            marker.setCenter(self._at)
        self.moved(self._at)

    def hide_cross(self) -> None:
        for marker in self._cross:
            self.canvas().scene().removeItem(marker)
        self._cross = []

    def go_to(self, point: QgsPointXY) -> None:
        """Bring the cross to a point (map's CRS), and the map to the cross."""
        self._at = point
        if not self._in_sight(point):
            self.canvas().setCenter(point)
            self.canvas().refresh()
        self.canvas().setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_cross()

    def come_to(self, point: QgsPointXY) -> None:
        """A click or Enter has chosen a point: the keys go on from there."""
        self._at = point
        for marker in self._cross:
            marker.setCenter(point)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        self.hide_cross()
        self._at = event.mapPoint()
        self.moved(self._at)

    # --- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and self._hears(event):
            event.accept()
            return True
        return kind == QEvent.Type.KeyPress and self._hears(event) and self._pressed(event)

    def _hears(self, event: QKeyEvent) -> bool:
        key = event.key()
        return (
            key in _ARROWS or key in _ENTER or key in _ZOOMS or self._typed(event) != ""
            or key in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace)
        )  # fmt: skip

    def _typed(self, event: QKeyEvent) -> str:
        """The digit with which a coordinate begins, or a pasted one; empty for other keys."""
        if self._hint is None:
            return ""
        if event.matches(QKeySequence.StandardKey.Paste):
            return QApplication.clipboard().text().strip()[:80]
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        )
        return event.text() if plain and event.text().isdigit() else ""

    def _pressed(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape:
            self.stop()
        elif key == Qt.Key.Key_Backspace:
            self.take_back()
        elif key in _ZOOMS:
            self._find_cross()
            self.canvas().zoomByFactor(_ZOOMS[key], self._at)
        elif key in _ARROWS:
            far = FAR if held & Qt.KeyboardModifier.ShiftModifier else STEP
            self._step(*_ARROWS[key], NEAR if control else far)
        elif key in _ENTER:
            self.take(self._at, control)
        elif self._hint is not None:
            self._hint.begin(self._typed(event))
        return True

    def _step(self, right: int, down: int, pixels: int) -> None:
        self._find_cross()
        pixel = self.canvas().getCoordinateTransform()
        here = pixel.transform(self._at)
        self._at = pixel.toMapCoordinatesF(here.x() + right * pixels, here.y() + down * pixels)
        if not self._in_sight(self._at):
            self.canvas().setCenter(self._at)
            self.canvas().refresh()
        self.show_cross()

    def _find_cross(self) -> None:
        """A map that was moved under the cross does not lose it."""
        if not self._in_sight(self._at, 0):
            self._at = self.canvas().center()

    def _in_sight(self, point: QgsPointXY, edge: int = _EDGE) -> bool:
        canvas = self.canvas()
        here = canvas.getCoordinateTransform().transform(point)
        return (
            edge <= here.x() <= canvas.width() - edge
            and edge <= here.y() <= canvas.height() - edge
        )


def _give_focus(widget: QWidget) -> None:
    try:
        if widget.isVisible():
            widget.activateWindow()
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
    except RuntimeError:
        return  # deleted meanwhile
