"""Reading records: rows of a table as :class:`Record`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Dict, List, Mapping, Optional, Sequence

from .engine import Engine
from .errors import DataError
from .schema import GEOMETRY, KEY, STAMPS, Table
from .sql_text import name
from .values import from_stored


@dataclass(frozen=True)
class Record:
    """One record as it stands in the database. ``geometry`` is WKB in the workspace's CRS."""

    table: str
    uuid: str
    version: int
    values: Dict[str, Any] = field(default_factory=dict)
    geometry: Optional[bytes] = None
    fid: Optional[int] = None
    created_at: Optional[datetime] = None
    created_by: Optional[str] = None
    changed_at: Optional[datetime] = None
    changed_by: Optional[str] = None
    deleted_at: Optional[datetime] = None

    def __getitem__(self, key: str) -> Any:
        return self.values[key]


def table_of(engine: Engine, key: str) -> Table:
    """The table with this key; DataError when the standard has none."""
    try:
        return engine.schema.table(key)
    except KeyError:
        raise DataError("The workspace has no table {table}.", table=key) from None


def read_records(
    engine: Engine,
    connection: Any,
    table: str,
    where: str = "",
    parameters: Sequence[Any] = (),
    *,
    deleted: bool = False,
    locking: str = "",
) -> List[Record]:
    """Records of a table in the order of their keys.

    ``where`` is SQL over the table's columns with ``{p}`` for each parameter; it comes
    from code, never from people. Deleted records are left out unless ``deleted``. ``locking``
    is the engine's, to keep others from changing them meanwhile.
    """
    described = table_of(engine, table)
    columns = [KEY, *(c.key for c in described.columns)]
    selected = ", ".join(name(key) for key in columns)
    if described.geometry != "none":
        selected += f", {engine.place_column(name(GEOMETRY))} AS {name(GEOMETRY)}"
    conditions = [] if deleted else ["deleted_at IS NULL"]
    if where:
        conditions.append(f"({where})")
    statement = f"SELECT {selected} FROM {name(table)}"  # nosec B608
    if conditions:
        statement += " WHERE " + " AND ".join(conditions)
    rows = engine.query(connection, statement + f" ORDER BY {name(KEY)}{locking}", parameters)
    return [_record(engine, described, row) for row in rows]


def _record(engine: Engine, table: Table, row: Mapping[str, Any]) -> Record:
    read = {c.key: from_stored(row[c.key], c) for c in table.columns}
    return Record(
        table=table.key,
        fid=row[KEY],
        values={key: read[key] for key in table.fields},
        geometry=engine.read_place(row[GEOMETRY]) if table.geometry != "none" else None,
        **{key: read[key] for key in STAMPS},
    )
