"""A record's history: what the triggers wrote, as readable changes and as earlier versions."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Dict, List, Mapping, Optional

from .engine import Engine
from .errors import DataError
from .records import table_of
from .schema import GEOMETRY, HISTORY, Table
from .values import from_stored

_STAMP = "%Y-%m-%dT%H:%M:%S.%f%z"


@dataclass(frozen=True)
class Change:
    """One row of history. ``old`` and ``new`` hold stored values of the fields that changed;
    a place is WKB in hex. ``verified`` is False when a program without Trygg wrote it."""

    id: int
    table: str
    uuid: str
    version: Optional[int]
    operation: str
    at: datetime
    user: str
    verified: bool
    session: Optional[str]
    note: Optional[str]
    old: Dict[str, Any] = field(default_factory=dict)
    new: Dict[str, Any] = field(default_factory=dict)

    @property
    def fields(self) -> List[str]:
        """Keys of the fields that changed."""
        return list(dict.fromkeys([*self.old, *self.new]))


@dataclass(frozen=True)
class Version:
    """What a record said after one change: values as Python's, place as WKB."""

    change: Change
    values: Dict[str, Any]
    geometry: Optional[bytes]
    deleted: bool
    #: the place was disposed of, and is not known any more
    place_disposed: bool = False


def read_history(
    engine: Engine,
    connection: Any,
    uuid: Optional[str] = None,
    *,
    table: Optional[str] = None,
    after: Optional[int] = None,
    before: Optional[int] = None,
    limit: Optional[int] = None,
    newest_first: bool = False,
    since: Optional[str] = None,
) -> List[Change]:
    """Changes, oldest first: of one record, of one table, or of all, between two rows' ids; or
    those that were not committed yet at a moment (``Workspace.moment``)."""
    conditions: List[str] = []
    parameters: List[Any] = []
    if since is not None:
        later, parameters = engine.since(since)
        conditions.append(later)
    asked = (
        ("uuid = {p}", uuid), ("table_name = {p}", table), ("id > {p}", after),
        ("id < {p}", before),
    )  # fmt: skip
    for condition, value in asked:
        if value is not None:
            conditions.append(condition)
            parameters.append(value)
    statement = f"SELECT * FROM {HISTORY}"  # nosec B608
    if conditions:
        statement += " WHERE " + " AND ".join(conditions)
    statement += " ORDER BY id DESC" if newest_first else " ORDER BY id"
    if limit is not None:
        statement += f" LIMIT {int(limit)}"
    return [_change(row) for row in engine.query(connection, statement, parameters)]


def last_change(engine: Engine, connection: Any) -> int:
    """The id of the newest row of history, 0 when there is none."""
    (row,) = engine.query(connection, f"SELECT coalesce(max(id), 0) AS last FROM {HISTORY}")  # nosec B608
    return int(row["last"])


def version_after(engine: Engine, connection: Any, change: Change) -> Version:
    """What the record said after a change, built up from its first row of history."""
    table = table_of(engine, change.table)
    stored: Dict[str, Any] = {}
    deleted = False
    for one in read_history(engine, connection, change.uuid, table=change.table):
        if one.operation == "insert":
            stored = dict(one.new)
        elif one.operation == "delete":
            deleted = True
        else:
            stored.update(one.new)
            deleted = deleted and one.operation != "restore"
        if one.id == change.id:
            return _version(change, table, stored, deleted)
    raise DataError("The record's history no longer holds that version.")


def _version(change: Change, table: Table, stored: Mapping[str, Any], deleted: bool) -> Version:
    values = {
        key: from_stored(stored.get(key), table.column(key))
        for key in table.fields
        if not isinstance(stored.get(key), dict)  # disposed of: a marker instead of the value
    }
    place = stored.get(GEOMETRY)
    geometry = bytes.fromhex(place) if isinstance(place, str) else None
    return Version(change, values, geometry, deleted, isinstance(place, dict))


def _change(row: Mapping[str, Any]) -> Change:
    return Change(
        id=int(row["id"]),
        table=row["table_name"],
        uuid=row["uuid"],
        version=row["version"],
        operation=row["operation"],
        at=_moment_of(row["at"]),
        user=row["user"],
        verified=bool(row["verified"]),
        session=row["session"],
        note=row["note"],
        old=_values_of(row["old"]),
        new=_values_of(row["new"]),
    )


def _moment_of(at: Any) -> datetime:
    if isinstance(at, datetime):
        return at.astimezone(timezone.utc)
    return datetime.strptime(at.replace("Z", "+0000"), _STAMP)


def _values_of(stored: Any) -> Dict[str, Any]:
    return dict(stored) if isinstance(stored, dict) else json.loads(stored or "{}")
