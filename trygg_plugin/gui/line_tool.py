"""A map tool that draws a line: click for each corner, right button or Enter ends it."""

from __future__ import annotations

from typing import Callable, List

from qgis.core import QgsApplication, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QKeyEvent

#: Corners in the map's CRS, at least two.
Drawn = Callable[[List[QgsPointXY]], None]


class LineTool(QgsMapTool):
    """Calls ``drawn`` with the corners and gives the map back to the tool that had it.

    Backspace takes the last corner back, Esc gives up.
    """

    def __init__(self, canvas: QgsMapCanvas, drawn: Drawn) -> None:
        super().__init__(canvas)
        self._drawn = drawn
        self._before = None
        self._points: List[QgsPointXY] = []
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.LineGeometry)
        self._band.setColor(QColor("#d55e00"))
        self._band.setWidth(3)
        self.setCursor(QgsApplication.getThemeCursor(QgsApplication.Cursor.CapturePoint))

    def start(self) -> None:
        """Take the map."""
        if self.canvas().mapTool() is not self:
            self._before = self.canvas().mapTool()
            self.canvas().setMapTool(self)
        self.canvas().setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Give the map back; what was drawn is forgotten."""
        self._points = []
        self._band.reset(QgsWkbTypes.GeometryType.LineGeometry)
        if self.canvas().mapTool() is not self:
            return
        before, self._before = self._before, None
        if before is not None:
            self.canvas().setMapTool(before)
        else:
            self.canvas().unsetMapTool(self)

    def end(self) -> None:
        """Hand over what was drawn, if it is a line."""
        points = self._points
        self.stop()
        if len(points) > 1:
            self._drawn(points)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.RightButton:
            self.end()
            return
        self._points.append(event.mapPoint())
        self._show()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        if self._points:
            self._show([event.mapPoint()])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.stop()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.end()
        elif event.key() == Qt.Key.Key_Backspace and self._points:
            event.accept()
            self._points.pop()
            self._show()

    def _show(self, more: List[QgsPointXY] = []) -> None:  # noqa: B006  (only read)
        self._band.reset(QgsWkbTypes.GeometryType.LineGeometry)
        for point in [*self._points, *more]:
            self._band.addPoint(point)
