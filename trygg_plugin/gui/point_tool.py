"""A map tool that takes one click, or one Enter: where it happened."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtCore import Qt

from .place_tool import PlaceTool

#: A point in the map's CRS.
Picked = Callable[[QgsPointXY], None]


class PointTool(PlaceTool):
    """Calls ``picked`` with a click and gives the map back to the tool that had it.

    The right button and Esc give it back without a click.
    """

    def __init__(self, canvas: QgsMapCanvas, picked: Picked) -> None:
        super().__init__(canvas)
        self._picked = picked

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        point = event.mapPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        self.stop()
        if left:
            self._picked(point)

    def take(self, point: QgsPointXY, end: bool) -> None:
        if not self.by_keys:
            # the mouse was used last: Enter shows where it would choose, and chooses when seen
            self.show_cross()
            return
        self.stop()
        self._picked(point)


def point_in(
    canvas: QgsMapCanvas, point: QgsPointXY, crs: QgsCoordinateReferenceSystem
) -> QgsGeometry:
    """A point of the map as a geometry in a CRS; an empty one where it has no place there."""
    transform = QgsCoordinateTransform(
        canvas.mapSettings().destinationCrs(), crs, QgsProject.instance()
    )
    try:
        return QgsGeometry.fromPointXY(transform.transform(point))
    except QgsCsException:
        return QgsGeometry()


def on_map(
    canvas: QgsMapCanvas, wkb: Optional[bytes], crs: QgsCoordinateReferenceSystem
) -> Optional[QgsPointXY]:
    """Where a stored point lies on the map, in the map's CRS; None without one."""
    place = QgsGeometry()
    place.fromWkb(wkb or b"")
    if place.isEmpty():
        return None
    transform = QgsCoordinateTransform(
        crs, canvas.mapSettings().destinationCrs(), QgsProject.instance()
    )
    try:
        return transform.transform(place.centroid().asPoint())
    except QgsCsException:
        return None
