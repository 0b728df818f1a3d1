"""A job's result layers in one group of the layer tree, in the order of their importance."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer, QgsMapLayer

from ..base import Run
from ..outputs import Style

ORDER = "trygg/order"


class LayerGroup:
    """Names the group; the title must be new for each run, or layers of two runs mix."""

    def __init__(self, run: Run, title: str) -> None:
        self._run, self.title = run, title

    def style(self, order: int, style: Optional[Style] = None, shown: bool = True) -> Style:
        """A style that also puts the layer into the group once QGIS has loaded it.

        QGIS up to 3.30 adds a layer to the tree's root; later ones take the group from the
        details of the layer (see :meth:`claim`). ``shown``: checked in the tree.
        """

        def apply(layer: QgsMapLayer) -> None:
            layer.setCustomProperty(ORDER, order)
            if style is not None:
                style(layer)
            self._move(layer, order, shown)

        return apply

    def claim(self, destination: str, order: int) -> str:
        """Tell QGIS 3.32 and later of the group; returns the destination."""
        context = self._run.context
        if destination and context.willLoadLayerOnCompletion(destination):
            details = context.layerToLoadOnCompletionDetails(destination)
            if hasattr(details, "groupName"):  # QGIS 3.32
                details.groupName = self.title
                details.layerSortKey = -order  # QGIS puts each on top of the one before
        return destination

    def _move(self, layer: QgsMapLayer, order: int, shown: bool) -> None:
        project = layer.project()
        node = None if project is None else project.layerTreeRoot().findLayer(layer.id())
        if node is None or node.parent() is None:
            return
        parent = node.parent()
        if parent.name() == self.title:
            node.setItemVisibilityChecked(shown)
            node.setExpanded(shown)
            return
        group = parent.findGroup(self.title) or parent.insertGroup(0, self.title)
        moved = node.clone()
        moved.setItemVisibilityChecked(shown)
        moved.setExpanded(shown)
        group.insertChildNode(_position(group, order), moved)
        parent.removeChildNode(node)


def _position(group: QgsLayerTreeGroup, order: int) -> int:
    before = 0
    for child in group.children():
        layer = child.layer() if isinstance(child, QgsLayerTreeLayer) else None
        if layer is not None and int(layer.customProperty(ORDER, 0)) < order:
            before += 1
    return before
