"""A map tool that draws a place: a point, a line or a polygon."""

from __future__ import annotations

from typing import Callable, Dict, List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ....i18n import tr
from ...place_tool import PlaceTool

POINT, LINE, POLYGON = "point", "line", "polygon"
#: What to do, in a sentence for :meth:`DrawTool.start`.
DRAWING: Dict[str, Callable[[], str]] = {
    POINT: lambda: tr("Click on the map where the place is."),
    LINE: lambda: tr("Click along the line; the right button ends it."),
    POLYGON: lambda: tr("Click around the area; the right button ends it."),
}
_FEWEST = {POINT: 1, LINE: 2, POLYGON: 3}
#: What was drawn, in the map's CRS; None when the user gave up.
Drawn = Callable[[Optional[QgsGeometry]], None]


class DrawTool(PlaceTool):
    """Left button adds a corner, right button ends, Backspace takes back, Esc gives up.

    With the keys Enter adds a corner where the cross is; Enter there again, or Ctrl+Enter, ends.
    Calls ``drawn`` once and gives the map back to the tool that had it.
    """

    def __init__(self, canvas: QgsMapCanvas, kind: str, drawn: Drawn) -> None:
        super().__init__(canvas)
        self._kind, self._drawn = kind, drawn
        self._corners: List[QgsPointXY] = []
        self._ending = False
        self._band: Optional[QgsRubberBand] = QgsRubberBand(canvas, self._band_kind())
        self._band.setColor(QColor(224, 138, 30, 160))  # noqa: QGS202  (no raster)
        self._band.setWidth(2)

    def keys(self) -> str:
        if self._kind == POINT:
            return super().keys()
        return tr("Arrow keys move the cross (Shift: far, Ctrl: one pixel), Enter adds a corner, "
                  "Enter there again or Ctrl+Enter ends, Backspace takes the last one back, + and "
                  "− zoom, Esc cancels.")  # fmt: skip

    def stop(self, drawn: Optional[QgsGeometry] = None) -> None:
        """Give the map back and tell what was drawn."""
        self._ending = True
        super().stop()
        self._ending = False
        self._tell(drawn)

    def deactivate(self) -> None:
        super().deactivate()
        if not self._ending:
            # the user took another tool: what was begun is given up
            self._tell(None)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        self.hide_cross()
        if event.button() == Qt.MouseButton.LeftButton:
            self.add(event.mapPoint())
        else:
            self.finish()

    def moved(self, point: QgsPointXY) -> None:
        if self._corners and self._kind != POINT:
            self._show([*self._corners, point])

    def take(self, point: QgsPointXY, end: bool) -> None:
        last = self._corners[-1] if self._corners else None
        enough = len(self._corners) >= _FEWEST[self._kind]
        if not self.by_keys:
            # the mouse drew: Enter ends, and before that shows where the keys would go on
            if enough:
                self.finish()
            else:
                self.show_cross()
        elif last == point:
            self.finish()
        else:
            self.add(point)
            if end:
                self.finish()

    def take_back(self) -> None:
        if self._corners:
            self._corners.pop()
            self._show(self._corners)

    def add(self, corner: QgsPointXY) -> None:
        """One more corner; a point is drawn with the first."""
        self._corners.append(corner)
        self.come_to(corner)
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

    def _tell(self, drawn: Optional[QgsGeometry]) -> None:
        if self._band is None:
            return
        self.canvas().scene().removeItem(self._band)
        self._band = None
        self._drawn(drawn)

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
