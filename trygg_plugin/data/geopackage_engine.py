"""The GeoPackage as an engine: its connections, places, extents and errors."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import uuid as uuids
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, ContextManager, Iterator, List, Mapping, Optional, Sequence, Tuple, Union

from qgis.core import QgsProviderRegistry

from .backup import back_up
from .engine import Engine, Migration
from .errors import DataError
from .geometry import Envelope, from_blob, multi, to_blob
from .geopackage_bulk import bulk_insert
from .geopackage_connection import connect
from .geopackage_create import create_file, srs_id_of
from .geopackage_disposal import redact
from .geopackage_migration import GeoPackageMigration
from .geopackage_rules import NOW
from .refusals import explain
from .schema import CONTEXT, GEOMETRY, INTENT, META, STANDARD, Schema, Table
from .sql_text import name
from .values import stamp, wall_clock

#: Words of strftime for a part of a time; %w counts from Sunday.
_TIME_PARTS = {"year": "%Y", "month": "%m", "day": "%d", "hour": "%H"}
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

    @property
    def file(self) -> Path:
        return self.path

    def connect(self, *, read_only: bool = False) -> sqlite3.Connection:
        if not os.path.isfile(self.path):  # a name too long is none either
            raise DataError("There is no workspace at {path}.", path=str(self.path))
        return connect(self.path, read_only=read_only)

    def begin(self, connection: sqlite3.Connection) -> None:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise self.explain(error, "en") from error

    def hold(self, connection: sqlite3.Connection) -> None:
        self.begin(connection)

    def arrived(self, connection: sqlite3.Connection) -> None:
        """Nothing: SQLite numbers from the highest key on."""

    def commit(self, connection: sqlite3.Connection) -> None:
        connection.execute("COMMIT")

    def roll_back(self, connection: sqlite3.Connection) -> None:
        if connection.in_transaction:
            connection.execute("ROLLBACK")

    @contextmanager
    def creating(
        self, schema: Schema, crs: str, overwrite: bool = False
    ) -> Iterator[Tuple[Engine, Any]]:
        """The file appears under its name only when it is complete."""
        path = self.path
        if path.exists() and not overwrite:
            raise DataError(
                "The file {path} already exists. Choose another name.", path=str(path)
            )
        if not path.parent.is_dir():
            raise DataError("The folder {folder} does not exist.", folder=str(path.parent))
        partial = path.with_name(f"{path.stem}-{uuids.uuid4().hex[:8]}.partial.gpkg")
        try:
            made = GeoPackageEngine(partial, schema, create_file(partial, schema, crs))
            connection = made.connect()
            try:
                made.begin(connection)
                yield made, connection
                made.commit(connection)
            finally:
                made.roll_back(connection)
                connection.close()
            os.replace(partial, path)
        except OSError as error:
            raise DataError(
                "The workspace {path} cannot be written: {reason}",
                path=str(path), reason=str(error),
            ) from error  # fmt: skip
        finally:
            for leftover in (partial, Path(f"{partial}-journal"), Path(f"{partial}-wal")):
                if leftover.exists():
                    leftover.unlink()

    def back_up(self, confirmed: bool = False) -> Path:
        return back_up(self.path)

    @contextmanager
    def migrating(self, schema: Schema, crs: str) -> Iterator[Migration]:
        connection = self.connect()
        connection.row_factory = None
        with tempfile.TemporaryDirectory() as folder:
            model = Path(folder) / "model.gpkg"
            create_file(model, schema, crs)
            try:
                connection.execute("ATTACH DATABASE ? AS model", (str(model),))
                self.begin(connection)
                yield GeoPackageMigration(connection, schema)
                self.commit(connection)
            except sqlite3.Error as error:
                raise self.explain(error, "en") from error
            finally:
                self.roll_back(connection)
                connection.close()

    def recognises(self, connection: sqlite3.Connection) -> bool:
        (found,) = connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN (?, ?)",
            (META, STANDARD),
        ).fetchone()
        return bool(found == 2)

    def fitted(self, connection: sqlite3.Connection, schema: Schema) -> GeoPackageEngine:
        return GeoPackageEngine(self.path, schema, srs_id_of(connection, schema))

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

    def insert(
        self,
        connection: sqlite3.Connection,
        into: str,
        marks: Sequence[str],
        rows: Sequence[Sequence[Any]],
    ) -> None:
        connection.cursor().executemany(self.sql(f"{into} VALUES ({', '.join(marks)})"), rows)

    def stored_place(self, wkb: bytes, table: Table) -> bytes:
        return to_blob(multi(wkb) if table.geometry in ("line", "polygon") else wkb, self.srs_id)

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

    def redact(
        self, connection: sqlite3.Connection, run: str, rule: str, table: str,
        uuids: Sequence[str], keys: Sequence[str], *, user: str, note: str, noted: str,
    ) -> None:
        self.announce(connection, "disposing", None, None, None)
        try:
            redact(connection, run, rule, table, uuids, keys, user=user, note=note, noted=noted)
        finally:
            self.withdraw(connection, "disposing")

    def forget(self) -> None:
        """SQLite leaves in free pages what was there; a rebuilt file has none."""
        connection = self.connect()
        try:
            connection.execute("VACUUM")
            # with a log beside it, the file itself is rebuilt when no one reads it any more
            if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                raise sqlite3.OperationalError("database is locked")
        except sqlite3.Error as error:
            raise self.explain(error, "en") from error
        finally:
            connection.close()

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

    def layer_uri(
        self, table: str, geometry: Optional[str] = None, subset: str = ""
    ) -> Tuple[str, str]:
        uri = f"{self.path.as_posix()}|layername={table}"
        if geometry is not None:
            uri += f"|geometrytype={_QGIS_GEOMETRIES[geometry]}"
        return uri + (f"|subset={subset}" if subset else ""), "ogr"

    def table_of_source(self, source: str, provider: str) -> Optional[str]:
        parts = QgsProviderRegistry.instance().decodeUri(provider, source)
        path, table = parts.get("path"), parts.get("layerName")
        if not path or table not in self.schema.tables:
            return None
        return str(table) if Path(path).resolve() == self.path.resolve() else None

    def moment(self, connection: sqlite3.Connection) -> str:
        # one writes at a time: the order of numbers is the order of commits
        (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM trygg_history").fetchone()
        return str(last)

    def since(self, moment: str) -> Tuple[str, List[Any]]:
        return "id > {p}", [int(moment)]

    def declare_intents(
        self, table: str, session: str, user: str, bases: Mapping[str, int]
    ) -> None:
        connection = self.connect()
        try:
            self.begin(connection)
            connection.executemany(
                f"INSERT OR REPLACE INTO {INTENT} (table_name, uuid, session, base_version, "
                "user, written_at) VALUES (?, ?, ?, ?, ?, julianday('now'))",
                [(table, uuid, session, base, user) for uuid, base in bases.items()],
            )
            self.commit(connection)
        except sqlite3.Error as error:
            raise self.explain(error, "en") from error
        finally:
            connection.close()

    def withdraw_intents(self, table: str, session: str) -> None:
        connection = self.connect()
        try:
            self.begin(connection)
            connection.execute(
                f"DELETE FROM {INTENT} WHERE session = ? AND table_name = ?",  # nosec B608
                (session, table),
            )
            self.commit(connection)
        except sqlite3.Error as error:
            raise self.explain(error, "en") from error
        finally:
            connection.close()

    def time_part(self, part: str, column: str) -> str:
        if part == "weekday":
            return f"((CAST(strftime('%w', {column}) AS INTEGER) + 6) % 7 + 1)"
        return f"CAST(strftime('{_TIME_PARTS[part]}', {column}) AS INTEGER)"

    def parameters(self, values: Sequence[Any]) -> Sequence[Any]:
        return tuple(_parameter(value) if isinstance(value, date) else value for value in values)


def _parameter(value: date) -> str:
    if not isinstance(value, datetime):
        return value.isoformat()
    return wall_clock(value) if value.tzinfo is None else stamp(value)
