"""Brings a workspace forward: to a newer schema, or to a standard that has grown.

A fresh file made with the wanted standard is the model: tables and columns that the
workspace lacks are taken from it, and all triggers, views and steps are replaced by its own. So
an upgraded workspace equals a new one by construction. One transaction, a backup first; what fails
in the middle leaves the workspace as it was. Columns that the standard has dropped stay, with
their data.
"""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path
from typing import Callable, Dict, List, Mapping, Optional, Tuple, Union

from ..domain.record_types import Standard
from .backup import back_up
from .errors import DataError
from .geopackage_connection import connect
from .geopackage_create import column_definition, create_file, insert_codes, write_transitions
from .refusals import explain
from .schema import CONTEXT, META, SCHEMA_VERSION, STANDARD, Schema, build_schema
from .sql_text import name, names
from .standard_text import standard_from_text, standard_to_text
from .workspace import Workspace, open_workspace

Step = Callable[[sqlite3.Connection], None]

#: From a schema version to the next: what changes stored data, before the model is applied.
STEPS: Dict[int, Step] = {}

#: Lists in which a GeoPackage describes its tables, with the column that names the table.
_REGISTERS = (
    ("gpkg_contents", "table_name"),
    ("gpkg_geometry_columns", "table_name"),
    ("gpkg_ogr_contents", "table_name"),
    ("gpkg_extensions", "table_name"),
)


def upgrade(
    path: Union[str, Path],
    *,
    steps: Mapping[int, Step] = STEPS,
    target: int = SCHEMA_VERSION,
) -> Tuple[Workspace, Path]:
    """Bring a workspace made by an older version to this one's schema.

    Returns the workspace and the backup made first. Raises DataError with a sentence; the
    workspace is then as it was.
    """
    file = Path(path)
    with _reading(file) as connection:
        meta = dict(connection.execute(f"SELECT key, value FROM {META}").fetchall())  # nosec B608
        (content,) = connection.execute(
            f"SELECT content FROM {STANDARD} WHERE key = 'standard'"  # nosec B608
        ).fetchone()
    version = int(meta.get("schema_version", "0"))
    missing = [number for number in range(version, target) if number not in steps]
    if missing:
        raise DataError(
            "There is no way from schema {found} to schema {wanted}.", found=version, wanted=target
        )
    pending = [steps[number] for number in range(version, target)]
    backup = back_up(file)
    _bring_forward(file, standard_from_text(content), meta, pending, target)
    return open_workspace(file), backup


def change_standard(workspace: Workspace, standard: Standard) -> Tuple[Workspace, Path]:
    """Give a workspace a standard with more tables, fields, codes or other rules.

    Returns the workspace, opened anew, and the backup made first. What the coordinator
    has changed in code lists stays.
    """
    for key, record in workspace.standard.records.items():
        wanted = standard.records.get(key)
        if wanted is not None and wanted.geometry != record.geometry:
            raise DataError(
                "The standard changes the kind of place of {table}; that cannot be done in a "
                "workspace with records. Create a new workspace.",
                table=key,
            )
    backup = back_up(workspace.path)
    _bring_forward(workspace.path, standard, workspace.meta, [], SCHEMA_VERSION)
    return open_workspace(workspace.path), backup


class _reading:
    """A connection for reading, closed at the end; errors become sentences."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> sqlite3.Connection:
        self._connection = connect(self._path, read_only=True)
        self._connection.row_factory = None
        return self._connection

    def __exit__(self, kind: object, error: Optional[BaseException], trace: object) -> None:
        self._connection.close()
        if isinstance(error, sqlite3.Error):
            raise explain(error, Schema({}, {}), "en") from error


def _bring_forward(
    path: Path,
    standard: Standard,
    meta: Mapping[str, str],
    steps: List[Step],
    version: int,
) -> None:
    schema = build_schema(standard)
    crs = meta.get("crs", "EPSG:3006")
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model.gpkg"
        create_file(model, schema, crs)
        connection = connect(path)
        connection.row_factory = None
        try:
            connection.execute("ATTACH DATABASE ? AS model", (str(model),))
            connection.execute("BEGIN IMMEDIATE")
            try:
                _drop_ours(connection)
                for step in steps:
                    step(connection)
                _apply_model(connection, schema)
                _write_meta(connection, standard, version)
                connection.execute("COMMIT")
            except BaseException:
                connection.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            raise explain(error, schema, meta.get("language", "sv")) from error
        finally:
            connection.close()


def _drop_ours(connection: sqlite3.Connection) -> None:
    """Remove all triggers and views of ours: their rules are not for what follows."""
    rows = connection.execute(
        "SELECT type, name FROM main.sqlite_master WHERE type IN ('trigger', 'view') "
        "AND name LIKE 'trygg\\_%' ESCAPE '\\'"
    ).fetchall()
    for kind, ours in rows:
        connection.execute(f"DROP {kind} main.{name(ours)}")


def _apply_model(connection: sqlite3.Connection, schema: Schema) -> None:
    have = _objects(connection, "main")
    wanted = _objects(connection, "model")
    new = [key for key, (kind, _, _) in wanted.items() if kind == "table" and key not in have]
    for key in new:
        kind, _, statement = wanted[key]
        # the spatial index makes its own three tables
        if statement and not _belongs_to_spatial_index(key, wanted):
            connection.execute(statement)
    for register, column in _REGISTERS:
        for key in new:
            _copy_rows(connection, register, column, key)
    for table in schema.tables.values():
        if table.key not in new:
            known = _columns(connection, table.key)
            for one in table.columns:
                if one.key not in known:
                    connection.execute(
                        f"ALTER TABLE {name(table.key)} ADD COLUMN {column_definition(one)}"
                    )
    for code in schema.code_tables.values():
        known = _columns(connection, code.key)
        for extra in code.codelist.extra_columns:
            if extra not in known:
                connection.execute(f"ALTER TABLE {name(code.key)} ADD COLUMN {name(extra)} TEXT")
        insert_codes(connection, code)
        for one_code in code.codelist.codes:
            if one_code.retired:
                connection.execute(
                    f"UPDATE {name(code.key)} SET retired = 1 WHERE code = ?",  # nosec B608
                    (one_code.key,),
                )
    write_transitions(connection, schema)
    have = _objects(connection, "main")
    for key, (kind, _, statement) in wanted.items():
        if statement and kind in ("index", "view", "trigger") and key not in have:
            connection.execute(statement)
    connection.execute(f"DELETE FROM {CONTEXT}")  # nosec B608


def _objects(connection: sqlite3.Connection, database: str) -> Dict[str, Tuple[str, str, str]]:
    """Name -> kind, table and statement, tables before what stands on them."""
    rows = connection.execute(
        f"SELECT name, type, tbl_name, sql FROM {database}.sqlite_master "  # nosec B608
        "WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid"
    ).fetchall()
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def _belongs_to_spatial_index(key: str, objects: Mapping[str, Tuple[str, str, str]]) -> bool:
    for ending in ("_node", "_rowid", "_parent"):
        if key.endswith(ending) and "VIRTUAL" in (
            objects.get(key[: -len(ending)], ("", "", ""))[2] or ""
        ):
            return True
    return False


def _columns(connection: sqlite3.Connection, table: str) -> List[str]:
    return [row[1] for row in connection.execute(f"PRAGMA main.table_info({name(table)})")]


def _copy_rows(connection: sqlite3.Connection, register: str, column: str, table: str) -> None:
    columns = names(_columns(connection, register))
    connection.execute(
        f"INSERT INTO main.{register} ({columns}) SELECT {columns} FROM model.{register} "  # nosec B608
        f"WHERE {column} = ?",
        (table,),
    )


def _write_meta(connection: sqlite3.Connection, standard: Standard, version: int) -> None:
    connection.execute(
        f"UPDATE main.{STANDARD} SET content = ? WHERE key = 'standard'",  # nosec B608
        (standard_to_text(standard),),
    )
    for key, value in (("schema_version", str(version)), ("standard_version", standard.version)):
        connection.execute(
            f"INSERT OR REPLACE INTO main.{META} (key, value) VALUES (?, ?)", (key, value)
        )
