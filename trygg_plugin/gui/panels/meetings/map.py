"""The map that follows the agenda: the documents' own layers over the user's background.

The meeting has a canvas of its own, so that the user's layers, styles and themes are never
touched; QGIS's map only goes to the same place, and comes back when the meeting ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsMapLayer,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QWidget

from ....project.layer_keys import workspace_layers
from ...place_bands import AFTER, PlaceBands

if TYPE_CHECKING:
    from ....data.records import Record
    from ....reports.document import Map

#: A single point is shown with this much ground around it (m).
AROUND = 250.0
#: mm of a screen; markers that would lie on one another are spread for it.
_SCREEN_MM = 200.0


class MeetingMap(QgsMapCanvas):
    """Shows one map at a time, and takes QGIS's own map along while ``leads`` is set."""

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._main = canvas
        self._before: Optional[QgsRectangle] = None
        self._layers: List[QgsVectorLayer] = []
        self._bands = PlaceBands(self)
        self._wanted: Optional[QgsRectangle] = None
        self.leads = True
        self.setCanvasColor(QColor("#ffffff"))
        self.enableAntiAliasing(True)
        self.setDestinationCrs(canvas.mapSettings().destinationCrs())
        self.setMinimumSize(160, 100)

    def show_map(self, shown: Map) -> None:
        """Show a document's map."""
        from ....reports.map_layers import layers_of

        self._bands.clear()
        west, south, east, north = shown.extent
        self._layers = layers_of(shown, _SCREEN_MM / max(east - west, 1.0))
        crs = QgsCoordinateReferenceSystem(shown.crs)
        self.setDestinationCrs(crs)
        self.setLayers([*self._layers, *self._background()])
        self.setAccessibleName(shown.caption)
        self.setAccessibleDescription(shown.alt)
        self.setToolTip(shown.alt)
        self._go(QgsRectangle(west, south, east, north), crs)

    def show_place(self, record: Record, crs: str) -> bool:
        """Mark a record's place and go there; False when it has none."""
        if not record.geometry:
            return False
        place = QgsGeometry()
        place.fromWkb(record.geometry)
        self._bands.show([(record.geometry, AFTER, False)], crs)
        box = place.boundingBox()
        box.grow(max(AROUND, 0.2 * max(box.width(), box.height())))
        self._go(box, QgsCoordinateReferenceSystem(crs))
        return True

    def let_go(self) -> None:
        """Give QGIS's map back as it was, and forget the layers."""
        self._bands.clear()
        self.stopRendering()
        self.setLayers([])
        self._layers = []
        if self._before is not None:
            self._main.setExtent(self._before)
            self._main.refresh()
            self._before = None

    @property
    def shown_layers(self) -> List[QgsVectorLayer]:
        return list(self._layers)

    def _background(self) -> List[QgsMapLayer]:
        """What the user has below the workspace's records: streets, aerial photographs."""
        ours = {layer.id() for layer in workspace_layers(QgsProject.instance())}
        return [layer for layer in self._main.layers() if layer.id() not in ours]

    def _go(self, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> None:
        self._wanted = box
        self.setExtent(box)
        self.refresh()
        if not self.leads:
            return
        if self._before is None:
            self._before = self._main.extent()
        transform = QgsCoordinateTransform(
            crs, self._main.mapSettings().destinationCrs(), QgsProject.instance()
        )
        try:
            self._main.setExtent(transform.transformBoundingBox(box))
        except QgsCsException:
            return  # a place that the user's map cannot show: the meeting's own map does
        self._main.refresh()

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802
        """A canvas keeps its scale when its size changes; a meeting wants the whole place."""
        super().resizeEvent(event)
        if self._wanted is not None:
            self.setExtent(self._wanted)
