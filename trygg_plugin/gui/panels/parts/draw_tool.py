"""A map tool that draws a place: a point, a line or a polygon."""

from __future__ import annotations

from typing import Callable, List, Optional

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QKeyEvent

POINT, LINE, POLYGON = "point", "line", "polygon"
_FEWEST = {POINT: 1, LINE: 2, POLYGON: 3}
#: What was drawn, in the map's CRS; None when the user gave up.
Drawn = Callable[[Optional[QgsGeometry]], None]


class DrawTool(QgsMapTool):
    """Left button adds a corner, right button or Enter ends, Backspace takes back, Esc gives up.

    Calls ``drawn`` once and gives the map back to the tool that had it.
    """

    def __init__(self, canvas: QgsMapCanvas, kind: str, drawn: Drawn) -> None:
        super().__init__(canvas)
        self._kind, self._drawn = kind, drawn
        self._corners: List[QgsPointXY] = []
        self._before: Optional[QgsMapTool] = None
        self._band: Optional[QgsRubberBand] = QgsRubberBand(canvas, self._band_kind())
        self._band.setColor(QColor(224, 138, 30, 160))  # noqa: QGS202  (no raster)
        self._band.setWidth(2)
        self.setCursor(QgsApplication.getThemeCursor(QgsApplication.Cursor.CrossHair))

    def start(self) -> None:
        """Take the map."""
        self._before = self.canvas().mapTool()
        self.canvas().setMapTool(self)
        # so that keys are heard without a click first
        self.canvas().setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self, drawn: Optional[QgsGeometry] = None) -> None:
        """Give the map back and tell what was drawn."""
        canvas = self.canvas()
        if self._band is None:
            return
        canvas.scene().removeItem(self._band)
        self._band = None
        before, self._before = self._before, None
        if canvas.mapTool() is self:
            if before is not None:
                canvas.setMapTool(before)
            else:
                canvas.unsetMapTool(self)
        self._drawn(drawn)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self.add(event.mapPoint())
        else:
            self.finish()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        if self._band is not None and self._corners and self._kind != POINT:
            self._show([*self._corners, event.mapPoint()])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        elif event.key() == Qt.Key.Key_Backspace and self._corners:
            self._corners.pop()
            self._show(self._corners)
        else:
            return
        event.accept()

    def deactivate(self) -> None:
        super().deactivate()
        # the user took another tool: what was begun is given up
        self.stop()

    def add(self, corner: QgsPointXY) -> None:
        """One more corner; a point is drawn with the first."""
        self._corners.append(corner)
        self._show(self._corners)
        if self._kind == POINT:
            self.finish()

    def finish(self) -> None:
        """End with the corners so far; with too few of them it goes on."""
        if len(self._corners) < _FEWEST[self._kind]:
            return
        if self._kind == POINT:
            made = QgsGeometry.fromPointXY(self._corners[0])
        elif self._kind == LINE:
            made = QgsGeometry.fromPolylineXY(self._corners)
        else:
            made = QgsGeometry.fromPolygonXY([[*self._corners, self._corners[0]]])
        self.stop(made if made.isGeosValid() else made.makeValid())

    def _show(self, corners: List[QgsPointXY]) -> None:
        if self._band is None:
            return
        self._band.reset(self._band_kind())
        for corner in corners:
            self._band.addPoint(corner)

    def _band_kind(self) -> QgsWkbTypes.GeometryType:
        return {
            POINT: QgsWkbTypes.GeometryType.PointGeometry,
            LINE: QgsWkbTypes.GeometryType.LineGeometry,
            POLYGON: QgsWkbTypes.GeometryType.PolygonGeometry,
        }[self._kind]


def in_crs(canvas: QgsMapCanvas, drawn: QgsGeometry, crs: str) -> Optional[QgsGeometry]:
    """What was drawn on the map, in another CRS; None where it has no place there."""
    transform = QgsCoordinateTransform(
        canvas.mapSettings().destinationCrs(), QgsCoordinateReferenceSystem(crs),
        QgsProject.instance(),
    )  # fmt: skip
    made = QgsGeometry(drawn)
    try:
        result = made.transform(transform)
    except QgsCsException:
        return None
    return made if result == QgsGeometry.OperationResult.Success else None
