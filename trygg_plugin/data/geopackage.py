"""The GeoPackage dialect: a schema as SQLite tables, views and indexes; see also its triggers.

Tables with a place are created through OGR (geopackage_create.py), so that every GDAL and QGIS
reads them. ``trygg_context`` is empty but for the length of a transaction of ours: it says who
writes and may lift the rules (``restoring``, ``moving``); readers never see it. ``trygg_intent``
is written by edit_guard.py just before QGIS commits.
"""

from __future__ import annotations

from typing import Dict, List, Sequence

from .disposal_log import disposal_table
from .geopackage_code_triggers import code_triggers
from .geopackage_personal_data import found_view
from .geopackage_rules import WALL_CLOCK
from .geopackage_triggers import history_triggers, record_triggers
from .imports import import_tables
from .schema import (
    CONTEXT,
    HISTORY,
    INTENT,
    LIVE_INTENT,
    META,
    STANDARD,
    TRANSITION,
    CodeTable,
    Column,
    Schema,
    Table,
)
from .sql_text import name, names, text

#: An intent older than this many seconds was left behind by a program that died.
INTENT_LIFE = 120

#: Of expressions as defaults, OGR passes on only those that begin with strftime.
_DEFAULT_WORDS = {
    "now": f"(strftime('{WALL_CLOCK}', 'now', 'localtime'))",
    "today": "(strftime('%Y-%m-%d', 'now', 'localtime'))",
    "yes": "1",
    "no": "0",
}


def default_of(column: Column) -> str:
    """A column's default as SQL, or an empty string."""
    if column.default is None:
        return ""
    if column.type in ("boolean", "date", "datetime"):
        return _DEFAULT_WORDS.get(column.default, text(column.default))
    return column.default if column.type in ("integer", "decimal") else text(column.default)


def defaults_of(table: Table) -> Dict[str, str]:
    """The defaults of a table's columns as SQL, where there are any."""
    defaults = {column.key: default_of(column) for column in table.columns}
    return {key: value for key, value in defaults.items() if value}


def system_tables() -> List[str]:
    """Statements that make the tables of our own."""
    return [
        f"CREATE TABLE {META} (key TEXT PRIMARY KEY NOT NULL, value TEXT)",
        f"CREATE TABLE {STANDARD} (key TEXT PRIMARY KEY NOT NULL, content TEXT NOT NULL)",
        f"CREATE TABLE {TRANSITION} (record TEXT NOT NULL, from_state TEXT NOT NULL, "
        "to_state TEXT NOT NULL, PRIMARY KEY (record, from_state, to_state)) WITHOUT ROWID",
        f"CREATE TABLE {HISTORY} (id INTEGER PRIMARY KEY NOT NULL, table_name TEXT NOT NULL, "
        "uuid TEXT NOT NULL, version INTEGER, operation TEXT NOT NULL, at TEXT NOT NULL, "
        "user TEXT NOT NULL, verified INTEGER NOT NULL, session TEXT, note TEXT, "
        "old TEXT, new TEXT)",
        f"CREATE INDEX {HISTORY}_record ON {HISTORY} (uuid)",
        f"CREATE TABLE {INTENT} (table_name TEXT NOT NULL, uuid TEXT NOT NULL, "
        "session TEXT NOT NULL, base_version INTEGER NOT NULL, user TEXT NOT NULL, "
        "written_at REAL NOT NULL, PRIMARY KEY (uuid, table_name, session)) WITHOUT ROWID",
        f"CREATE TABLE {CONTEXT} (mode TEXT PRIMARY KEY NOT NULL, user TEXT, session TEXT, "
        "note TEXT) WITHOUT ROWID",
        *import_tables(),
        disposal_table(),
        f"CREATE VIEW {LIVE_INTENT} AS SELECT * FROM {INTENT} "  # nosec B608
        f"WHERE written_at > julianday('now') - {INTENT_LIFE} / 86400.0",
        *found_view(),
    ]


def registered_system_tables() -> Sequence[str]:
    """System tables that people may open as a table in QGIS."""
    return (META, HISTORY)


def code_table(table: CodeTable) -> List[str]:
    """Statements that make a code list's table."""
    extra = "".join(f", {name(key)} TEXT" for key in table.codelist.extra_columns)
    return [
        f"CREATE TABLE {name(table.key)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
        "code TEXT NOT NULL UNIQUE, parent TEXT, abbreviation TEXT, label_sv TEXT NOT NULL, "
        "label_en TEXT NOT NULL, description_sv TEXT, description_en TEXT, colour TEXT, "
        f"sort_order INTEGER, retired BOOLEAN NOT NULL DEFAULT 0{extra})"
    ]


def indexes(table: Table) -> List[str]:
    """Statements that make a record table's indexes."""
    made = [
        f"CREATE UNIQUE INDEX {name(table.key + '_uuid')} ON {name(table.key)} (uuid)",
    ]
    made += [
        f"CREATE INDEX {name(f'{table.key}_{key}')} ON {name(table.key)} ({name(key)})"
        for key in table.indexes
    ]
    made += [
        f"CREATE INDEX {name(f'{table.key}_list{number}')} ON {name(table.key)} ({names(keys)})"
        for number, keys in enumerate(table.lists, start=1)
    ]
    for check in table.checks:
        if check.kind == "unique":
            made.append(
                f"CREATE INDEX {name(f'{table.key}_{check.rule}')} ON {name(table.key)} "
                f"({names(check.fields)})"
            )
    return made


def triggers(schema: Schema) -> List[str]:
    """Statements that make all triggers of ours, whose names begin with ``trygg_``."""
    made: List[str] = []
    for table in schema.tables.values():
        made += record_triggers(table, defaults_of(table))
    for code in schema.code_tables.values():
        made += code_triggers(code)
    return made + history_triggers()
