"""A map tool that takes one click: where it happened."""

from __future__ import annotations

from typing import Callable

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeyEvent

#: A point in the map's CRS.
Picked = Callable[[QgsPointXY], None]


class PointTool(QgsMapTool):
    """Calls ``picked`` with a click and gives the map back to the tool that had it.

    The right button and Esc give it back without a click.
    """

    def __init__(self, canvas: QgsMapCanvas, picked: Picked) -> None:
        super().__init__(canvas)
        self._picked = picked
        self._before = None
        self.setCursor(QgsApplication.getThemeCursor(QgsApplication.Cursor.CrossHair))

    def start(self) -> None:
        """Take the map."""
        if self.canvas().mapTool() is not self:
            self._before = self.canvas().mapTool()
            self.canvas().setMapTool(self)
        # so that Esc is heard without a click first
        self.canvas().setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Give the map back."""
        if self.canvas().mapTool() is not self:
            return
        before, self._before = self._before, None
        if before is not None:
            self.canvas().setMapTool(before)
        else:
            self.canvas().unsetMapTool(self)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        point = event.mapPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        self.stop()
        if left:
            self._picked(point)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.stop()


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
