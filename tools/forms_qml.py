"""Writes the attribute forms of the standard as QML files into styles/forms/.

    tools/forms_qml.py            write the files
    tools/forms_qml.py --check    only say whether they are up to date (exit code 1: they are not)

They are the same forms that a workspace's project has (project/forms.py), for whoever builds a
project of their own: load one on a layer of the workspace. In them a code list is called by its
table's name, since a layer's id is another in every project. Run with the oldest QGIS that we
support, so that every later one can read the files.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import Dict
from xml.etree.ElementTree import canonicalize

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsField,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant  # noqa: E402

from trygg_plugin.data.schema import build_schema  # noqa: E402
from trygg_plugin.domain.record_types import LANGUAGES, Standard  # noqa: E402
from trygg_plugin.domain.standard import default_folder, load_standard  # noqa: E402
from trygg_plugin.project.forms import apply_form  # noqa: E402
from trygg_plugin.project.layer_keys import mark  # noqa: E402
from trygg_plugin.project.relations import add_relations, create_relations  # noqa: E402

TARGET = ROOT / "styles" / "forms"

_GEOMETRIES = {
    "none": "None", "point": "Point", "line": "MultiLineString", "polygon": "MultiPolygon",
    "any": "None",
}
_TYPES = {
    "integer": QVariant.LongLong, "decimal": QVariant.Double, "boolean": QVariant.Bool,
    "date": QVariant.Date, "datetime": QVariant.DateTime, "stamp": QVariant.DateTime,
}  # fmt: skip


def bare_layers(standard: Standard) -> Dict[str, QgsVectorLayer]:
    """Layers in memory with the tables' columns and no rows, by table."""
    schema = build_schema(standard)
    layers = {
        key: _layer(key, "none", dict.fromkeys(table.columns, "text"))
        for key, table in schema.code_tables.items()
    }
    for table in schema.tables.values():
        columns = {column.key: column.type for column in table.columns}
        layers[table.key] = _layer(table.key, table.geometry, {"fid": "integer", **columns})
    return layers


def _layer(name: str, geometry: str, columns: Dict[str, str]) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{_GEOMETRIES[geometry]}?crs=EPSG:3006", name, "memory")
    layer.dataProvider().addAttributes(
        [QgsField(key, _TYPES.get(kind, QVariant.String)) for key, kind in columns.items()]
    )
    layer.updateFields()
    mark(layer, name)
    return layer


def formed_project(standard: Standard, language: str) -> QgsProject:
    """A project of bare layers that have their forms."""
    project = QgsProject()
    layers = bare_layers(standard)
    for layer in layers.values():
        project.addMapLayer(layer)
    relations = create_relations(project, standard, layers, language)
    add_relations(project, relations)
    for record in standard.records.values():
        apply_form(layers[record.key], record, standard, layers, relations, language)
    return project


def forms(standard: Standard) -> Dict[str, str]:
    """Text of every QML file by its name."""
    made: Dict[str, str] = {}
    for language in LANGUAGES:
        project = formed_project(standard, language)
        layers = {layer.name(): layer for layer in project.mapLayers().values()}
        ids = {layer.id(): name for name, layer in layers.items()}
        for record in standard.records:
            made[f"{record}_{language}.qml"] = _portable(_saved(layers[record]), ids)
        project.clear()
    return made


def _saved(layer: QgsVectorLayer) -> str:
    categories = QgsMapLayer.StyleCategory.Forms | QgsMapLayer.StyleCategory.Fields
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "form.qml"
        message, fine = layer.saveNamedStyle(str(path), categories)
        if not fine:
            raise SystemExit(message)
        return path.read_text(encoding="utf-8")


def _portable(text: str, ids: Dict[str, str]) -> str:
    """The QML without what is only true of this run: layer ids, sources, QGIS's version."""
    # Qt writes the attributes of an element in another order every time.
    text = canonicalize(text[text.index("<qgis") :]) + "\n"
    known = re.compile("|".join(sorted(map(re.escape, ids), key=len, reverse=True)))
    text = known.sub(lambda found: ids[found.group()], text)
    text = re.sub(r'value="(None|\w*Point|\w*String|\w*Polygon)\?crs=[^"]*"', 'value=""', text)
    text = text.replace('value="memory"', 'value="ogr"')
    return re.sub(r'(<qgis [^>]*version=)"[^"]*"', r'\1"3.22"', text, count=1)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    application = QgsApplication([], True)
    application.initQgis()
    made = forms(load_standard(default_folder()))
    old = {path.name: path.read_text(encoding="utf-8") for path in TARGET.glob("*.qml")}
    if not check:
        TARGET.mkdir(parents=True, exist_ok=True)
        for name in old.keys() - made.keys():
            (TARGET / name).unlink()
        for name, text in made.items():
            (TARGET / name).write_text(text, encoding="utf-8")
    changed = sorted(name for name in old.keys() | made.keys() if old.get(name) != made.get(name))
    print(f"{len(made)} forms, {len(changed)} changed: {' '.join(changed[:5])}")
    application.exitQgis()
    return int(check and bool(changed))


if __name__ == "__main__":
    sys.exit(main())
