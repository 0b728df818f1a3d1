"""The QGIS project around a workspace.

It opens and its forms work in a QGIS without the plugin, and in field apps: nothing in
it calls our code.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Dict, List, Optional, Union

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsExpressionContextUtils,
    QgsMapLayer,
    QgsProject,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from ..data.errors import DataError
from ..data.workspace import Workspace
from . import themes
from .forms import apply_form
from .layer_keys import GEOMETRY_PROPERTY, mark
from .layer_tree import CODE_LISTS, grouped
from .relations import add_relations, create_relations
from .styles import style_layer

#: Geometry kinds of a table that may hold all of them, and the words after its name.
_KINDS = (
    ("point", {"sv": "punkter", "en": "points"}),
    ("line", {"sv": "linjer", "en": "lines"}),
    ("polygon", {"sv": "ytor", "en": "polygons"}),
)


@dataclass
class Layers:
    """Layers of a workspace: one a table, and map layers for tables that mix geometries."""

    by_table: Dict[str, QgsVectorLayer] = field(default_factory=dict)
    on_map: Dict[str, List[QgsVectorLayer]] = field(default_factory=dict)


def build_project(workspace: Workspace, language: str) -> QgsProject:
    """A new project with everything of the workspace in it, not yet saved.

    Raises DataError when a table of the workspace cannot be opened as a layer.
    """
    project = QgsProject()
    crs = QgsCoordinateReferenceSystem(workspace.crs)
    project.setCrs(crs)
    project.setEllipsoid(crs.ellipsoidAcronym())  # noqa: QGS202  (a project: returns nothing)
    project.setTitle(workspace.municipality_name or "Trygg")
    layers = _load(workspace, language)
    parts = [part for several in layers.on_map.values() for part in several]
    for layer in (*layers.by_table.values(), *parts):
        if project.addMapLayer(layer, False) is None:
            raise DataError("The layer “{layer}” cannot be put into the project.",
                            layer=layer.name())
    relations = create_relations(project, workspace.standard, layers.by_table, language)
    add_relations(project, relations)
    for record in workspace.standard.records.values():
        for layer in _all_of(layers, record.key):
            apply_form(layer, record, workspace.standard, layers.by_table, relations, language)
            style_layer(layer, record, workspace.standard, language)
    _fill_tree(project, workspace, layers, language)
    themes.add_themes(project, layers.by_table, layers.on_map, language)
    QgsExpressionContextUtils.setProjectVariable(project, "trygg_language", language)
    _show(project, layers, crs)
    return project


def save_project(project: QgsProject, path: Union[str, Path]) -> None:
    """Write the project with paths relative to it; DataError when it cannot be written.

    ``path``: a file, or ``geopackage:<file>?projectName=<name>`` for one in a GeoPackage.
    """
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    if not project.write(str(path)):
        raise DataError(
            "The project {path} could not be written: {reason}", path=path, reason=project.error()
        )


def _load(workspace: Workspace, language: str) -> Layers:
    layers = Layers()
    for codelist in workspace.standard.codelists.values():
        table = f"code_{codelist.key}"
        layer = _open(workspace, table, codelist.label[language])
        layer.setFlags(layer.flags() | QgsMapLayer.LayerFlag.Private)
        layer.setDisplayExpression(f'"label_{language}"')
        layers.by_table[table] = layer
    for record in workspace.standard.records.values():
        name = record.label_plural[language]
        mixed = record.geometry == "any"
        layers.by_table[record.key] = _open(workspace, record.key, name)
        if mixed:
            layers.on_map[record.key] = [
                _open(workspace, record.key, f"{name}, {words[language]}", geometry=kind)
                for kind, words in _KINDS
            ]
    return layers


def _open(
    workspace: Workspace, table: str, name: str, geometry: Optional[str] = None
) -> QgsVectorLayer:
    # Part of the source from the start: setting it afterwards opens every file once more.
    uri, provider = workspace.layer_uri(table, geometry, workspace.layer_subset(table))
    layer = QgsVectorLayer(uri, name, provider)
    if not layer.isValid():
        raise DataError(
            "The table {table} of {path} cannot be opened as a layer.",
            table=table,
            path=workspace.place,
        )
    mark(layer, table)
    if geometry is not None:
        layer.setCustomProperty(GEOMETRY_PROPERTY, geometry)
    return layer


def _all_of(layers: Layers, table: str) -> List[QgsVectorLayer]:
    return [layers.by_table[table], *layers.on_map.get(table, [])]


def _fill_tree(
    project: QgsProject, workspace: Workspace, layers: Layers, language: str
) -> None:
    root = project.layerTreeRoot()
    for label, keys in grouped(workspace.standard):
        group = root.addGroup(label[language])
        for key in keys:
            for layer in layers.on_map.get(key, []):
                group.addLayer(layer)
        for key in keys:
            node = group.addLayer(layers.by_table[key])
            node.setExpanded(False)
        group.setExpanded(_has_map(layers, keys))
    codes = root.addGroup(CODE_LISTS[language])
    for table, layer in layers.by_table.items():
        if table.startswith("code_"):
            codes.addLayer(layer)
    codes.setExpanded(False)


def _has_map(layers: Layers, keys: List[str]) -> bool:
    return any(layers.by_table[key].isSpatial() for key in keys)


def _show(project: QgsProject, layers: Layers, crs: QgsCoordinateReferenceSystem) -> None:
    """Open the map on the areas, or on the incidents where there are none."""
    for table in ("area", "incident"):
        layer = layers.by_table.get(table)
        if layer is None:
            continue
        layer.updateExtents()
        extent = layer.extent()
        if not extent.isEmpty():
            extent.scale(1.08)
            project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(extent, crs))
            return


