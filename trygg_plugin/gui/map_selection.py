"""The records chosen in a panel and the features chosen on the map, kept the same both ways."""

from __future__ import annotations

from typing import Any, Iterable, List, Optional

from qgis.core import QgsExpression, QgsFeatureRequest, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .current import CurrentWorkspace

#: More chosen features than this are not read one by one: nobody means them one by one.
MOST = 5000


class MapSelection(QObject):
    """Follows the selection of one table in the open project.

    A table that holds points, lines and polygons has a layer for each kind: all are followed.
    """

    #: the user has chosen other features on the map: their uuids
    changed = pyqtSignal(list)

    # handed over, so that a test can give a window of its own
    def __init__(  # noqa: QGS105
        self, iface: QgisInterface, current: CurrentWorkspace, table: str,
        parent: Optional[QObject] = None,
    ) -> None:
        super().__init__(parent)
        self._iface = iface
        self._current = current
        self._table = table
        self._layers: List[QgsVectorLayer] = []
        self._quiet = False
        current.changed.connect(self.follow)
        self.follow()

    def unload(self) -> None:
        self._current.changed.disconnect(self.follow)
        self._let_go()

    def follow(self) -> None:
        """Watch the layers that the open project has now."""
        layers = self._current.map_layers(self._table)
        if layers == self._layers:
            return
        self._let_go()
        self._layers = layers
        for layer in layers:
            layer.selectionChanged.connect(self._selected)
            layer.willBeDeleted.connect(self._let_go)

    def uuids(self) -> List[str]:
        """The chosen features; at most :data:`MOST` of each kind."""
        found: List[str] = []
        for layer in self._layers:
            request = QgsFeatureRequest(layer.selectedFeatureIds()[:MOST])
            request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
            request.setSubsetOfAttributes(["uuid"], layer.fields())
            found += [str(feature["uuid"]) for feature in layer.getFeatures(request)]
        return found

    def select(self, uuids: Iterable[str], *, show: bool = False) -> None:
        """Choose these on the map, without an echo; ``show`` brings them into view."""
        listed = ", ".join(QgsExpression.quotedValue(uuid) for uuid in uuids)
        self._quiet = True
        try:
            for layer in self._layers:
                if listed:
                    layer.selectByExpression(f'"uuid" IN ({listed})')
                else:
                    layer.removeSelection()
        finally:
            self._quiet = False
        chosen = [layer for layer in self._layers if layer.selectedFeatureCount()]
        if show and chosen:
            canvas = self._iface.mapCanvas()
            canvas.panToSelected(chosen)
            for layer in chosen:
                canvas.flashFeatureIds(layer, layer.selectedFeatureIds()[:MOST])

    def _selected(self, *_: Any) -> None:
        if not self._quiet:
            self.changed.emit(self.uuids())

    def _let_go(self) -> None:
        layers, self._layers = self._layers, []
        for layer in layers:
            try:
                layer.selectionChanged.disconnect(self._selected)
                layer.willBeDeleted.disconnect(self._let_go)
            except (RuntimeError, TypeError):
                continue  # the layer is gone, and its connections with it
