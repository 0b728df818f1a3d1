"""Moving house: a whole workspace from one engine to another, with nothing lost on the way.

Every record (deleted ones, too), code, setting, import and row of history goes along as it is:
the rules were asked when it was written and history tells what was done, so the triggers neither
ask nor log again. No one can write to the old house meanwhile; before the new one is opened,
both are read and compared.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any, Callable, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

from .disposal_log import DISPOSAL
from .engine import Engine
from .engines import Target, engine_of
from .errors import DataError
from .geometry import Envelope, wkb_envelope
from .imports import IMPORT, IMPORT_ROW
from .schema import GEOMETRY, HISTORY, KEY, META, STANDARD, Column, Schema, Table
from .sql_text import name, names
from .values import from_stored, to_stored
from .workspace import Workspace, open_workspace

#: Rows read and written at a time.
_PAGE = 5000
#: Keys and columns of our own tables; ``json`` is text to one engine only.
_TEXT = "text"
_SYSTEM: Mapping[str, Tuple[Tuple[str, ...], Tuple[Tuple[str, str], ...]]] = {
    META: (("key",), (("key", _TEXT), ("value", _TEXT))),
    STANDARD: (("key",), (("key", _TEXT), ("content", _TEXT))),
    IMPORT: (("uuid",), (
        ("uuid", _TEXT), ("source", _TEXT), ("file_name", _TEXT), ("at", _TEXT), ("user", _TEXT),
        ("arrival", _TEXT), ("profile", _TEXT), ("rows_read", "integer"), ("imported", "integer"),
        ("duplicates", "integer"), ("rejected", "integer"),
    )),
    IMPORT_ROW: (("source", "identity"), (
        ("source", _TEXT), ("identity", _TEXT), ("record_uuid", _TEXT), ("import_uuid", _TEXT),
    )),
    DISPOSAL: (("run", "rule"), (
        ("run", _TEXT), ("rule", _TEXT), ("at", _TEXT), ("user", _TEXT), ("record", _TEXT),
        ("fields", _TEXT), ("records", "integer"),
    )),
    HISTORY: (("id",), (
        ("id", "integer"), ("table_name", _TEXT), ("uuid", _TEXT), ("version", "integer"),
        ("operation", _TEXT), ("at", "stamp"), ("user", _TEXT), ("verified", "boolean"),
        ("session", _TEXT), ("note", _TEXT), ("old", "json"), ("new", "json"),
    )),
}  # fmt: skip
#: Settings that tell of the move itself and so differ between the houses.
MOVED_TO, MOVED_FROM = "moved_to", "moved_from"

Progress = Callable[[float], None]


@dataclass(frozen=True)
class _Part:
    """A table on its way: its columns, the key in whose order it is read, and whether it holds
    records with triggers of theirs."""

    table: Table
    key: Tuple[str, ...]
    record: bool = False


def move_workspace(
    source: Workspace,
    target: Target,
    *,
    overwrite: bool = False,
    progress: Optional[Progress] = None,
) -> Workspace:
    """Make ``source`` anew at ``target`` and open it there. The old house stays, with a note.

    The move is one transaction at its destination: it is there as a whole or not at all. Raises
    DataError with a sentence: the target is taken, the login may not see everything, or what
    arrived is not what left. ``progress`` gets a share 0 to 1 and cancels by raising.
    """
    told = progress or (lambda _share: None)
    parts = _parts(source.schema)
    reader = source.engine.connect()
    try:
        source.engine.hold(reader)
        total = sum(_count(source.engine, reader, part) for part in parts) or 1
        with engine_of(target).creating(source.schema, source.crs, overwrite) as (made, writer):
            made.announce(writer, "moving", None, None, None)
            _leave_empty(made, writer, source.schema)
            extents: Dict[str, Optional[Envelope]] = {}
            done = 0
            for part in parts:
                with made.bulk(writer, part.table.key) if part.record else nullcontext():
                    for rows in _pages(source.engine, reader, part):
                        _write(made, writer, part, rows, extents)
                        done += len(rows)
                        told(0.7 * done / total)
            made.arrived(writer)
            _compare(parts, (source.engine, reader), (made, writer), lambda s: told(0.7 + 0.3 * s))
            made.touched(writer, extents)
            made.withdraw(writer)
        source.engine.roll_back(reader)
    except DataError:
        raise
    except Exception as error:
        if isinstance(error, _database_errors()):
            raise source.engine.explain(error, source.language) from error
        raise
    finally:
        reader.close()
    moved = open_workspace(target)
    moved.set_meta(MOVED_FROM, source.engine.place)
    source.set_meta(MOVED_TO, moved.engine.place)
    return moved


def differences(first: Workspace, second: Workspace) -> List[str]:
    """What differs between two workspaces, as ``table: first/second``; empty when nothing does."""
    with first.reading() as here, second.reading() as there:
        return _differing(
            _parts(first.schema), (first.engine, here), (second.engine, there), lambda _share: None
        )


# --- what moves ----------------------------------------------------------------------------------


def _parts(schema: Schema) -> List[_Part]:
    """All tables, in an order in which what is referred to comes first."""
    key = Column(KEY, "integer")
    parts = [_Part(_system(table), _SYSTEM[table][0]) for table in (META, STANDARD)]
    for code in schema.code_tables.values():
        own = [Column(column, _CODE_TYPES.get(column, _TEXT)) for column in code.columns]
        parts.append(_Part(Table(code.key, (key, *own)), (KEY,)))
    for table in schema.tables.values():
        moved = Table(table.key, (key, *table.columns), table.geometry)
        parts.append(_Part(moved, (KEY,), True))
    own = (IMPORT, IMPORT_ROW, DISPOSAL, HISTORY)
    parts += [_Part(_system(table), _SYSTEM[table][0]) for table in own]
    return parts


#: Columns of a code list that are no text.
_CODE_TYPES = {"sort_order": "integer", "retired": "boolean"}


def _system(table: str) -> Table:
    return Table(table, tuple(Column(key, kind) for key, kind in _SYSTEM[table][1]))


def _leave_empty(engine: Engine, connection: Any, schema: Schema) -> None:
    """Take away the codes that a new workspace begins with: the moved ones come instead."""
    for code in schema.code_tables:
        connection.cursor().execute(f"DELETE FROM {name(code)}")  # nosec B608


# --- reading and writing ------------------------------------------------------------------------


def _count(engine: Engine, connection: Any, part: _Part) -> int:
    (row,) = engine.query(connection, f"SELECT count(*) AS n FROM {name(part.table.key)}")  # nosec B608
    return int(row["n"])


def _pages(engine: Engine, connection: Any, part: _Part) -> Iterator[List[Tuple[Any, ...]]]:
    """Rows as Python's values, places as WKB last; never more than a page of them at a time."""
    table, key = part.table, part.key
    selected = [name(column.key) for column in table.columns]
    if table.geometry != "none":
        selected.append(f"{engine.place_column(name(GEOMETRY))} AS {name(GEOMETRY)}")
    select = f"SELECT {', '.join(selected)} FROM {name(table.key)}"  # nosec B608
    beyond = f"({names(key)}) > ({', '.join(['{p}'] * len(key))})"
    places = [[column.key for column in table.columns].index(one) for one in key]
    last: Optional[List[Any]] = None
    while True:
        where = "" if last is None else f" WHERE {beyond}"
        cursor = connection.cursor()
        cursor.execute(
            engine.sql(f"{select}{where} ORDER BY {names(key)} LIMIT {_PAGE}"),
            engine.parameters(last or ()),
        )
        rows = cursor.fetchall()
        if not rows:
            return
        last = [rows[-1][place] for place in places]
        yield [_read(engine, table, row) for row in rows]


def _read(engine: Engine, table: Table, row: Sequence[Any]) -> Tuple[Any, ...]:
    values = [_value(value, column) for value, column in zip(row, table.columns)]
    if table.geometry != "none":
        values.append(engine.read_place(row[-1]))
    return tuple(values)


def _value(value: Any, column: Column) -> Any:
    if column.type != "json":
        return from_stored(value, column)
    if value is None:
        return None
    # one engine keeps the text, the other what it says: written in one way, they are the same
    said = json.loads(value) if isinstance(value, str) else value
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def _write(
    engine: Engine, connection: Any, part: _Part, rows: Sequence[Tuple[Any, ...]],
    extents: Dict[str, Optional[Envelope]],
) -> None:
    table = part.table
    keys = [column.key for column in table.columns]
    marks = ["{p}"] * len(keys)
    if table.geometry != "none":
        keys.append(GEOMETRY)
        marks.append(engine.place_parameter())
    stored = []
    for row in rows:
        line = [
            value if value is None or column.type == "json"
            else engine.stored_value(to_stored(value, column), column, table)
            for value, column in zip(row, table.columns)
        ]
        if table.geometry != "none":
            line.append(None if row[-1] is None else engine.stored_place(row[-1], table))
            extents[table.key] = _reaching(extents.get(table.key), row[-1])
        stored.append(line)
    engine.insert(connection, f"INSERT INTO {name(table.key)} ({names(keys)})", marks, stored)


def _reaching(known: Optional[Envelope], place: Optional[bytes]) -> Optional[Envelope]:
    found = wkb_envelope(place) if place is not None else None
    if known is None or found is None:
        return known or found
    return (
        min(known[0], found[0]), max(known[1], found[1]),
        min(known[2], found[2]), max(known[3], found[3]),
    )  # fmt: skip


# --- comparing ------------------------------------------------------------------------------------

_House = Tuple[Engine, Any]


def _compare(parts: Sequence[_Part], old: _House, new: _House, told: Progress) -> None:
    wrong = _differing(parts, old, new, told)
    if wrong:
        raise DataError(
            "What arrived is not what left ({tables}). Nothing was moved; please report this.",
            tables=", ".join(wrong),
        )


def _differing(
    parts: Sequence[_Part], first: _House, second: _House, told: Progress
) -> List[str]:
    wrong = []
    for number, part in enumerate(parts, 1):
        here, there = _digest(*first, part), _digest(*second, part)
        if here != there:
            wrong.append(f"{part.table.key}: {here[0]}/{there[0]}")
        told(number / len(parts))
    return wrong


def _digest(engine: Engine, connection: Any, part: _Part) -> Tuple[int, int]:
    """How many rows, and a fingerprint of all that they say; engines sort texts in ways of their
    own, so the rows' fingerprints are added."""
    count, told = 0, 0
    for rows in _pages(engine, connection, part):
        for row in rows:
            if part.table.key == META and row[0] in (MOVED_TO, MOVED_FROM):
                continue
            told += int.from_bytes(hashlib.sha256(repr(row).encode()).digest(), "big")
            count += 1
    return count, told % 2**256


def _database_errors() -> Tuple[type, ...]:
    import sqlite3

    try:
        import psycopg2
    except ImportError:
        return (sqlite3.Error,)
    return (sqlite3.Error, psycopg2.Error)
