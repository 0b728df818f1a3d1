"""The figures of a printed document as tables and layers of a GeoPackage beside it.

The layouts show nothing else, so that the file answers what was printed and an
officer can open the atlas's project, change a layout and print the same figures again.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDataProvider,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsMapLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

from .layouts import ReportError

_TYPES = {str: QVariant.String, int: QVariant.Int, float: QVariant.Double}


@dataclass(frozen=True)
class Table:
    """Rows to be written: ``columns`` name to type (str, int, float), ``geometry`` a QGIS
    geometry name or None, ``rows`` pairs of geometry and values by column."""

    name: str
    columns: Mapping[str, type]
    rows: Sequence[Tuple[Optional[QgsGeometry], Mapping[str, Any]]]
    geometry: Optional[str] = None


def write_snapshot(
    path: Path, tables: Iterable[Table], crs: QgsCoordinateReferenceSystem
) -> Dict[str, QgsVectorLayer]:
    """Write tables to a new GeoPackage and open them, by name.

    An older file of that name is replaced. Raises ReportError when it cannot be.
    """
    try:
        path.unlink()
    except FileNotFoundError:
        pass
    except OSError as error:
        raise ReportError(
            "The file {path} cannot be replaced ({reason}). Close the project that shows it, "
            "or choose another name.",
            path=path,
            reason=error.strerror,
        ) from error
    layers: Dict[str, QgsVectorLayer] = {}
    for table in tables:
        _write(path, table, crs, first=not layers)
        layer = QgsVectorLayer(f"{path}|layername={table.name}", table.name, "ogr")
        if not layer.isValid():
            raise ReportError("The table {table} of {path} cannot be read back.",
                              table=table.name, path=path)
        layers[table.name] = layer
    return layers


def keep_snapshot(part: Path, path: Path, layers: Iterable[QgsMapLayer]) -> None:
    """Make a finished snapshot the one at ``path``, and let layers show it there.

    Copied, since Windows renames no file that is open. Raises ReportError when it cannot be.
    """
    try:
        shutil.copyfile(part, path)
    except OSError as error:
        raise ReportError(
            "The file {path} cannot be replaced ({reason}). Close the project that shows it, "
            "or choose another name.",
            path=path,
            reason=error.strerror,
        ) from error
    for layer in layers:
        if str(part) in layer.source():
            source = layer.source().replace(str(part), str(path))
            layer.setDataSource(source, layer.name(), "ogr", QgsDataProvider.ProviderOptions())


def _write(path: Path, table: Table, crs: QgsCoordinateReferenceSystem, first: bool) -> None:
    kind = table.geometry or "None"
    layer = QgsVectorLayer(kind, table.name, "memory")
    if table.geometry:
        layer.setCrs(crs)
    fields = [QgsField(name, _TYPES[type_]) for name, type_ in table.columns.items()]
    if not layer.dataProvider().addAttributes(fields):
        raise ReportError("The table {table} of {path} cannot take its columns.",
                          table=table.name, path=path)
    layer.updateFields()
    features: List[QgsFeature] = []
    for geometry, values in table.rows:
        feature = QgsFeature(layer.fields())
        if geometry is not None:
            feature.setGeometry(geometry)
        feature.setAttributes([values.get(name) for name in table.columns])
        features.append(feature)
    if not layer.dataProvider().addFeatures(features)[0]:
        raise ReportError("The table {table} could not be filled.", table=table.name)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = table.name
    options.actionOnExistingFile = (
        QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteFile
        if first
        else QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    )
    answer = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsCoordinateTransformContext(), options
    )
    if answer[0] != QgsVectorFileWriter.WriterError.NoError:
        raise ReportError(
            "The file {path} could not be written: {reason}", path=path, reason=answer[1]
        )
