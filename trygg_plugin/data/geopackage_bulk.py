"""Many rows at once: what triggers would do row by row is done for all of them together.

GDAL does the same with its own triggers. Only bookkeeping is put off: the triggers that refuse
a row stay. All inside the running transaction, so that whatever ends it leaves them in place.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import Iterator, List

from .geopackage import defaults_of
from .geopackage_triggers import after_bulk_insert, after_insert_trigger
from .schema import CONTEXT, GEOMETRY, Table
from .sql_text import name, texts


@contextmanager
def bulk_insert(connection: sqlite3.Connection, table: Table) -> Iterator[None]:
    """Inserts into ``table`` inside the ``with`` are stamped, logged and indexed at its end."""
    own = name(table.key)
    put_off = [
        after_insert_trigger(table),
        f"rtree_{table.key}_{GEOMETRY}_insert",
        f"trigger_insert_feature_count_{table.key}",
    ]
    found = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' "  # nosec B608
        f"AND tbl_name = ? AND name IN ({texts(put_off)})",
        (table.key,),
    ).fetchall()
    (first,) = connection.execute(f"SELECT coalesce(max(fid), 0) FROM {own}").fetchone()  # nosec B608
    for trigger, _ in found:
        connection.execute(f"DROP TRIGGER {name(trigger)}")
    try:
        yield
    finally:
        if connection.in_transaction:  # a full disk has ended it already, and undone all of it
            _catch_up(connection, table, first, [row[1] for row in found])


def _catch_up(
    connection: sqlite3.Connection, table: Table, first: int, statements: List[str]
) -> None:
    moving = connection.execute(f"SELECT 1 FROM {CONTEXT} WHERE mode = 'moving'").fetchone()  # nosec B608
    if moving is None:  # what moves brings its stamps and its history along
        for statement in after_bulk_insert(table, defaults_of(table), first):
            connection.execute(statement)
    if table.geometry != "none":
        _index(connection, table, first)
    connection.execute(
        "UPDATE gpkg_ogr_contents SET feature_count = feature_count + "  # nosec B608
        f"(SELECT count(*) FROM {name(table.key)} WHERE fid > ?) WHERE table_name = ?",
        (first, table.key),
    )
    for statement in statements:
        connection.execute(statement)


def _index(connection: sqlite3.Connection, table: Table, first: int) -> None:
    place = name(GEOMETRY)
    connection.execute(
        f"INSERT INTO {name(f'rtree_{table.key}_{GEOMETRY}')} "  # nosec B608
        f"SELECT fid, ST_MinX({place}), ST_MaxX({place}), ST_MinY({place}), ST_MaxY({place}) "
        f"FROM {name(table.key)} WHERE fid > ? AND {place} IS NOT NULL "
        f"AND NOT ST_IsEmpty({place}) AND deleted_at IS NULL",
        (first,),
    )
