"""How layers of a workspace are recognised in a project: by a custom property, never by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Iterator, Optional

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer

if TYPE_CHECKING:
    from ..data.engines import Target

#: Custom property that holds the table's name (``incident``, ``code_incident_category``, …).
TABLE_PROPERTY = "trygg/table"
#: Custom property of a layer that shows only one kind of place of its table (``point``, …).
GEOMETRY_PROPERTY = "trygg/geometry"


def mark(layer: QgsMapLayer, table: str) -> None:
    """Make a layer recognisable as a table of a workspace."""
    layer.setCustomProperty(TABLE_PROPERTY, table)


def workspace_target(project: QgsProject) -> Optional[Target]:
    """What opens the workspace that a project shows (a file's path or a PostgisTarget), or None.

    Asked of the layers' sources: a path written down elsewhere would be wrong once the
    folder has moved.
    """
    for layer in workspace_layers(project):
        # the data room is loaded with the first workspace, not with QGIS
        from ..data.engines import target_of_layer

        target = target_of_layer(layer.source(), layer.providerType())
        if target is not None:
            return target
    return None


def table_of(layer: Optional[QgsMapLayer]) -> Optional[str]:
    """The table that a layer shows, or None when it is not one of ours."""
    if layer is None:
        return None
    return layer.customProperty(TABLE_PROPERTY) or None


def workspace_layers(project: QgsProject) -> Iterator[QgsVectorLayer]:
    """All layers of a project that belong to a workspace."""
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and table_of(layer):
            yield layer


def find_layer(project: QgsProject, table: str) -> Optional[QgsVectorLayer]:
    """The project's layer of a table, or None; the one of all its records goes first."""
    found = [layer for layer in workspace_layers(project) if table_of(layer) == table]
    return min(found, key=lambda layer: bool(layer.customProperty(GEOMETRY_PROPERTY)), default=None)


def layers_by_table(project: QgsProject) -> Dict[str, QgsVectorLayer]:
    """The project's layers of a workspace by table."""
    return {str(table_of(layer)): layer for layer in workspace_layers(project)}
