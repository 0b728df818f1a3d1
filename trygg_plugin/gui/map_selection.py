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
    """Follows the selection of one table's layer in the open project."""

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
        self._layer: Optional[QgsVectorLayer] = None
        self._quiet = False
        current.changed.connect(self.follow)
        self.follow()

    def unload(self) -> None:
        self._current.changed.disconnect(self.follow)
        self._let_go()

    def follow(self) -> None:
        """Watch the layer that the open project has now."""
        layer = self._current.layer(self._table)
        if layer is self._layer:
            return
        self._let_go()
        self._layer = layer
        if layer is not None:
            layer.selectionChanged.connect(self._selected)
            layer.willBeDeleted.connect(self._let_go)

    def uuids(self) -> List[str]:
        """The chosen features; at most :data:`MOST`."""
        if self._layer is None:
            return []
        request = QgsFeatureRequest(self._layer.selectedFeatureIds()[:MOST])
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes(["uuid"], self._layer.fields())
        return [str(feature["uuid"]) for feature in self._layer.getFeatures(request)]

    def select(self, uuids: Iterable[str], *, show: bool = False) -> None:
        """Choose these on the map, without an echo; ``show`` brings them into view."""
        if self._layer is None:
            return
        self._quiet = True
        try:
            listed = ", ".join(QgsExpression.quotedValue(uuid) for uuid in uuids)
            if listed:
                self._layer.selectByExpression(f'"uuid" IN ({listed})')
            else:
                self._layer.removeSelection()
        finally:
            self._quiet = False
        if show and self._layer.selectedFeatureCount():
            canvas = self._iface.mapCanvas()
            canvas.panToSelected(self._layer)
            canvas.flashFeatureIds(self._layer, self._layer.selectedFeatureIds()[:MOST])

    def _selected(self, *_: Any) -> None:
        if not self._quiet:
            self.changed.emit(self.uuids())

    def _let_go(self) -> None:
        layer, self._layer = self._layer, None
        if layer is None:
            return
        try:
            layer.selectionChanged.disconnect(self._selected)
            layer.willBeDeleted.disconnect(self._let_go)
        except (RuntimeError, TypeError):
            return  # the layer is gone, and its connections with it
