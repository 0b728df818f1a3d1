"""A GeoPackage on its way to another schema: a fresh file is the model that it is made like.

A table whose statement is not the model's is made anew and filled from the old one: SQLite adds a
column only at the end, and gives it no default that is computed. What the workspace has more (an
own table, a column that the standard has dropped) stays, with its data.
"""

from __future__ import annotations

import sqlite3
from typing import Dict, List, Mapping, Tuple

from .engine import Migration
from .schema import CONTEXT, Schema
from .sql_text import name, names

#: Lists in which a GeoPackage describes its tables, with the column that names the table.
_REGISTERS = (
    ("gpkg_contents", "table_name"),
    ("gpkg_geometry_columns", "table_name"),
    ("gpkg_ogr_contents", "table_name"),
    ("gpkg_extensions", "table_name"),
)
#: Tables that GDAL and SQLite make themselves.
_FOREIGN = ("gpkg_", "rtree_", "sqlite_")
_OLD = "trygg_old_table"
#: Defaults that are true of a new record only.
_TIMES = ("now", "today")

_Object = Tuple[str, str, str]
"""Kind, table and statement of an object."""


class GeoPackageMigration(Migration):
    """``connection`` is in a transaction that writes, with the file of the model attached."""

    def __init__(self, connection: sqlite3.Connection, schema: Schema) -> None:
        self.connection = connection
        self._schema = schema
        # renames a table and nothing that speaks of it: all of that is made anew
        connection.execute("PRAGMA legacy_alter_table = ON")

    def lift(self) -> None:
        for key, (kind, _, _) in _objects(self.connection, "main").items():
            if kind in ("trigger", "view") and key.startswith("trygg_"):
                self.connection.execute(f"DROP {kind} main.{name(key)}")

    def shape(self) -> None:
        have, wanted = _objects(self.connection, "main"), _objects(self.connection, "model")
        tables = {key: made for key, (kind, _, made) in wanted.items() if kind == "table"}
        new = [key for key in tables if key not in have]
        for key in new:
            # the spatial index makes its own three tables
            if not _belongs_to_spatial_index(key, wanted):
                self.connection.execute(tables[key])
        for register, column in _REGISTERS:
            for key in new:
                self._copy_rows(register, column, key)
        for key, statement in tables.items():
            if key in have and have[key][2] != statement and not key.startswith(_FOREIGN):
                self._rebuild(key, statement, have)
        have = _objects(self.connection, "main")
        for key, (kind, table, statement) in have.items():
            ours = kind == "index" and table in tables and key.startswith(f"{table}_")
            if ours and statement and wanted.get(key, ("", "", ""))[2] != statement:
                self.connection.execute(f"DROP INDEX main.{name(key)}")
        self._make("index")

    def lay(self) -> None:
        self._make("view", "trigger")
        self.connection.execute(f"DELETE FROM main.{CONTEXT}")  # nosec B608

    def _make(self, *kinds: str) -> None:
        have = _objects(self.connection, "main")
        for key, (kind, _, statement) in _objects(self.connection, "model").items():
            if statement and kind in kinds and key not in have:
                self.connection.execute(statement)

    def _rebuild(self, table: str, statement: str, objects: Mapping[str, _Object]) -> None:
        run = self.connection.execute
        for key, (kind, of, _) in objects.items():
            if kind == "trigger" and of == table and not key.startswith("trygg_"):
                run(f"DROP TRIGGER main.{name(key)}")
        was = _columns(self.connection, table)
        last = self._last_key(table)
        run(f"ALTER TABLE main.{name(table)} RENAME TO {_OLD}")
        run(statement)
        now = _columns(self.connection, table)
        for key, kind in was.items():
            if key not in now:
                run(f"ALTER TABLE main.{name(table)} ADD COLUMN {name(key)} {kind}")
        empty = [key for key in now if key not in was and self._is_time(table, key)]
        selected = [*map(name, was), *("NULL" for _ in empty)]
        run(
            f"INSERT INTO main.{name(table)} ({names([*was, *empty])}) "  # nosec B608
            f"SELECT {', '.join(selected)} FROM main.{_OLD}"
        )
        run(f"DROP TABLE main.{_OLD}")
        if last:
            run("DELETE FROM main.sqlite_sequence WHERE name = ?", (table,))
            run("INSERT INTO main.sqlite_sequence (name, seq) VALUES (?, ?)", (table, last))

    def _is_time(self, table: str, key: str) -> bool:
        known = self._schema.tables.get(table)
        return known is not None and any(
            column.key == key and column.default in _TIMES for column in known.columns
        )

    def _last_key(self, table: str) -> int:
        row = self.connection.execute(
            "SELECT seq FROM main.sqlite_sequence WHERE name = ?", (table,)
        ).fetchone()
        return int(row[0]) if row else 0

    def _copy_rows(self, register: str, column: str, table: str) -> None:
        columns = names(_columns(self.connection, register))
        self.connection.execute(
            f"INSERT INTO main.{register} ({columns}) SELECT {columns} FROM model.{register} "  # nosec B608
            f"WHERE {column} = ?",
            (table,),
        )


def _objects(connection: sqlite3.Connection, database: str) -> Dict[str, _Object]:
    """Everything in a database by its name, tables before what stands on them."""
    rows: List[Tuple[str, str, str, str]] = connection.execute(
        f"SELECT name, type, tbl_name, sql FROM {database}.sqlite_master "  # nosec B608
        "WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid"
    ).fetchall()
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def _belongs_to_spatial_index(key: str, objects: Mapping[str, _Object]) -> bool:
    for ending in ("_node", "_rowid", "_parent"):
        if key.endswith(ending) and "VIRTUAL" in (
            objects.get(key[: -len(ending)], ("", "", ""))[2] or ""
        ):
            return True
    return False


def _columns(connection: sqlite3.Connection, table: str) -> Dict[str, str]:
    """Column to type."""
    return {
        row[1]: row[2] for row in connection.execute(f"PRAGMA main.table_info({name(table)})")
    }
