"""Disposal of values in a GeoPackage's history, and of what they leave in the file."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime, timezone
from typing import Any, Dict, Optional, Sequence

from .disposal_log import COLUMNS, DISPOSAL, marked, marker
from .schema import HISTORY
from .sql_text import names
from .values import stamp

_CHUNK = 500


def redact(
    connection: sqlite3.Connection,
    run: str,
    rule: str,
    table: str,
    uuids: Sequence[str],
    keys: Sequence[str],
    *,
    user: str,
    note: str,
    noted: str,
) -> None:
    """See :meth:`Engine.redact`; the transaction is in the mode that history asks for."""
    at = stamp(datetime.now(timezone.utc))
    mark = marker(rule, user, at)
    for start in range(0, len(uuids), _CHUNK):
        chunk = uuids[start : start + _CHUNK]
        rows = connection.execute(
            f"SELECT id, uuid, version, note, old, new FROM {HISTORY} WHERE table_name = ? "  # nosec B608
            f"AND uuid IN ({', '.join('?' * len(chunk))})",
            (table, *chunk),
        ).fetchall()
        last: Dict[str, int] = {}
        for row in rows:
            last[row["uuid"]] = max(last.get(row["uuid"], 0), row["version"] or 0)
        for row in rows:
            # the newest row says what the record says now
            newest = row["version"] == last[row["uuid"]]
            said = None if row["note"] is None else note if row["note"] == note else noted
            connection.execute(
                f"UPDATE {HISTORY} SET old = ?, new = ?, note = ? WHERE id = ?",  # nosec B608
                (_marked(row["old"], keys, mark),
                 row["new"] if newest else _marked(row["new"], keys, mark), said, row["id"]),
            )  # fmt: skip
    connection.execute(
        f"INSERT INTO {DISPOSAL} ({names(COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # nosec B608
        (run, rule, at, user, table, ",".join(keys), len(uuids)),
    )


def _marked(said: Optional[str], keys: Sequence[str], mark: Dict[str, str]) -> Optional[str]:
    if said is None:
        return None
    values: Dict[str, Any] = json.loads(said)
    after = marked(values, keys, mark)
    return said if after == values else json.dumps(after, ensure_ascii=False, separators=(",", ":"))
