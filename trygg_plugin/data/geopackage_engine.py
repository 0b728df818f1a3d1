"""The GeoPackage as an engine: its connections, places, extents and errors."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any, ContextManager, Mapping, Optional, Tuple, Union

from .engine import Engine
from .errors import DataError
from .geometry import Envelope, from_blob, multi, to_blob
from .geopackage_bulk import bulk_insert
from .geopackage_connection import connect
from .geopackage_rules import NOW
from .refusals import explain
from .schema import CONTEXT, GEOMETRY, KEY, Schema
from .sql_text import name

_QGIS_GEOMETRIES = {"point": "Point", "line": "LineString", "polygon": "Polygon"}


class GeoPackageEngine(Engine):
    """One GeoPackage file."""

    parameter = "?"

    def __init__(self, path: Union[str, Path], schema: Schema, srs_id: int) -> None:
        self.path = Path(path)
        self.schema = schema
        self.srs_id = srs_id

    @property
    def source(self) -> str:
        return str(self.path)

    def connect(self, *, read_only: bool = False) -> sqlite3.Connection:
        return connect(self.path, read_only=read_only)

    def begin(self, connection: sqlite3.Connection) -> None:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise self.explain(error, "en") from error

    def announce(
        self,
        connection: sqlite3.Connection,
        mode: str,
        user: Optional[str],
        session: Optional[str],
        note: Optional[str],
    ) -> None:
        connection.execute(
            f"INSERT OR REPLACE INTO {CONTEXT} (mode, user, session, note) VALUES (?, ?, ?, ?)",
            (mode, user, session, note),
        )

    def withdraw(self, connection: sqlite3.Connection, mode: Optional[str] = None) -> None:
        if mode is None:
            connection.execute(f"DELETE FROM {CONTEXT}")  # nosec B608
        else:
            connection.execute(f"DELETE FROM {CONTEXT} WHERE mode = ?", (mode,))  # nosec B608

    def stored_place(self, wkb: bytes, geometry: str) -> bytes:
        return to_blob(multi(wkb) if geometry in ("line", "polygon") else wkb, self.srs_id)

    def place_parameter(self) -> str:
        return "?"

    def place_column(self, column: str) -> str:
        return column

    def read_place(self, value: Any) -> Optional[bytes]:
        return None if value is None else from_blob(value)

    def within_box(self, table: str) -> str:
        return (
            f"{name(table)}.fid IN (SELECT id FROM {name(f'rtree_{table}_{GEOMETRY}')} "  # nosec B608
            "WHERE maxx >= {p} AND maxy >= {p} AND minx <= {p} AND miny <= {p})"
        )

    def touched(
        self, connection: sqlite3.Connection, extents: Mapping[str, Optional[Envelope]]
    ) -> None:
        for table, extent in extents.items():
            if extent is None:
                connection.execute(
                    f"UPDATE gpkg_contents SET last_change = {NOW} WHERE table_name = ?",  # nosec B608
                    (table,),
                )
                continue
            min_x, max_x, min_y, max_y = extent
            connection.execute(
                f"UPDATE gpkg_contents SET last_change = {NOW}, "  # nosec B608
                "min_x = min(coalesce(min_x, ?1), ?1), max_x = max(coalesce(max_x, ?2), ?2), "
                "min_y = min(coalesce(min_y, ?3), ?3), max_y = max(coalesce(max_y, ?4), ?4) "
                "WHERE table_name = ?5",
                (min_x, max_x, min_y, max_y, table),
            )

    def bulk(self, connection: sqlite3.Connection, table: str) -> ContextManager[None]:
        return bulk_insert(connection, self.schema.table(table))

    def revive(self, connection: sqlite3.Connection, table: str, uuid: str) -> None:
        if self.schema.table(table).geometry == "none":
            return
        place = name(GEOMETRY)
        connection.execute(
            f"INSERT OR REPLACE INTO {name(f'rtree_{table}_{GEOMETRY}')} "  # nosec B608
            f"SELECT fid, ST_MinX({place}), ST_MaxX({place}), ST_MinY({place}), ST_MaxY({place}) "
            f"FROM {name(table)} WHERE uuid = ? AND {place} IS NOT NULL",
            (uuid,),
        )

    def explain(self, error: Exception, language: str) -> DataError:
        return explain(error, self.schema, language)

    def layer_uri(self, table: str, geometry: Optional[str] = None) -> Tuple[str, str]:
        uri = f"{self.path.as_posix()}|layername={table}"
        if geometry is not None:
            uri += f"|geometrytype={_QGIS_GEOMETRIES[geometry]}"
        return uri, "ogr"
