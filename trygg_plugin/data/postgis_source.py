"""How GDAL opens the very table that a QGIS layer of PostGIS shows.

QGIS reads PostGIS one Python object a feature; GDAL's Arrow stream of the same table does
without. It is offered only where both are known to see the same rows and values: a table
with a whole-number key, one plain kind of point geometry, and no edits under way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, FrozenSet, Optional, Tuple

from qgis.core import QgsDataSourceUri, QgsFields, QgsVectorLayer

#: Types whose values GDAL and QGIS understand alike. Not here: true/false, times with a zone
#: (both shift them, each in its own way), numbers of single precision (QGIS reads them as they
#: are written, 0.3333), padded texts, arrays, documents, domains.
_TYPES = frozenset(
    {"int2", "int4", "int8", "float8", "numeric", "text", "varchar", "date", "timestamp"}
)
#: Names that need no quoting in GDAL's list of tables.
_PLAIN_NAME = re.compile(r"\w+\Z")
_KIND = (
    "SELECT type FROM geometry_columns"
    " WHERE f_table_schema = '{}' AND f_table_name = '{}' AND f_geometry_column = '{}'"
)
_POINTS = frozenset({"POINT", "POINTM", "MULTIPOINT", "MULTIPOINTM"})


@dataclass(frozen=True)
class PostgisSource:
    """What GDAL is to open. ``connection`` may hold a password, so it is never shown."""

    connection: str = field(repr=False)
    schema: str
    table: str
    geometry: str
    #: the field that numbers the features
    key: str
    #: fields that GDAL reads as QGIS does
    fields: FrozenSet[str]

    @property
    def open_options(self) -> Tuple[str, ...]:
        """That one table, so that GDAL does not look through the whole database."""
        return (f"TABLES={self.schema}.{self.table}({self.geometry})",)

    def fits(self, dataset: Any, layer: Any) -> bool:
        """Whether GDAL numbers the rows as QGIS does, and all of them can only be points.

        In a column of geometries of any kind QGIS shows those of the layer's kind only.
        ``dataset``, ``layer``: what GDAL opened.
        """
        if layer.GetFIDColumn() != self.key or layer.GetGeometryColumn() != self.geometry:
            return False
        # asked of PostGIS, since GDAL does not tell the kind of a table that was named to it
        try:
            found = dataset.ExecuteSQL(_KIND.format(self.schema, self.table, self.geometry))
        except RuntimeError:  # where GDAL was told to raise
            return False
        if found is None:
            return False
        kinds = [row.GetField(0) for row in found]
        dataset.ReleaseResultSet(found)
        return len(kinds) == 1 and kinds[0] in _POINTS


def postgis_source(layer: QgsVectorLayer) -> Optional[PostgisSource]:
    """How GDAL finds the layer's table, or None when only QGIS itself can read it right.

    Credentials are the layer's own: those of its address, or of QGIS's authentication
    configuration that it names. Call it on the thread that owns the layer.
    """
    # an editable layer may hold rows of a transaction that no other connection sees
    if layer.isEditable():
        return None
    uri = QgsDataSourceUri(layer.source())
    names = (uri.schema(), uri.table(), uri.geometryColumn())
    # a query as a layer has no plain name; a role of the session would not be GDAL's
    if uri.hasParam("session_role") or not all(_PLAIN_NAME.match(name) for name in names):
        return None
    fields = layer.fields()
    keys = layer.dataProvider().pkAttributeIndexes()
    # QGIS numbers the features of all other keys by itself
    if len(keys) != 1 or fields.at(keys[0]).typeName() != "int4":
        return None
    provided = frozenset(
        fields.at(i).name()
        for i in range(fields.count())
        if fields.fieldOrigin(i) == QgsFields.FieldOrigin.OriginProvider
        and fields.at(i).typeName() in _TYPES
    )
    return PostgisSource(
        connection="PG:" + uri.connectionInfo(True),
        schema=names[0],
        table=names[1],
        geometry=names[2],
        key=fields.at(keys[0]).name(),
        fields=provided,
    )
