"""The record of disposals: which rule removed what, when and on whose word. Never the values.

What was removed from a single record stands in its history, where a marker
(:func:`marker`) has taken the place of each value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Tuple

from .schema import GEOMETRY, STAMPS, Table

if TYPE_CHECKING:
    from .workspace import Workspace

DISPOSAL = "trygg_disposal"
COLUMNS = ("run", "rule", "at", "user", "record", "fields", "records")

#: Checks of columns that hold keys, not what people wrote.
_KEYS = ("code", "codes", "reference", "state")


@dataclass(frozen=True)
class LoggedDisposal:
    """What one rule removed in one run: ``fields`` of ``records`` records of a type."""

    run: str
    rule: str
    at: str
    user: str
    record: str
    fields: Tuple[str, ...]
    records: int


def disposal_table() -> str:
    """The statement that makes the table, in words that every engine of ours knows."""
    return (
        f"CREATE TABLE {DISPOSAL} (run TEXT NOT NULL, rule TEXT NOT NULL, at TEXT NOT NULL, "
        '"user" TEXT NOT NULL, record TEXT NOT NULL, fields TEXT NOT NULL, '
        "records INTEGER NOT NULL, PRIMARY KEY (run, rule))"
    )


def read_disposals(workspace: Workspace) -> List[LoggedDisposal]:
    """All that was disposed of so far, the latest first."""
    rows = workspace.query(
        f'SELECT run, rule, at, "user", record, fields, records FROM {DISPOSAL} '  # nosec B608
        "ORDER BY at DESC, rule"
    )
    return [
        LoggedDisposal(
            row["run"], row["rule"], row["at"], row["user"], row["record"],
            tuple(key for key in row["fields"].split(",") if key), int(row["records"]),
        )
        for row in rows
    ]  # fmt: skip


def disposable(table: Table) -> Tuple[str, ...]:
    """Fields that disposal may reach: places, and texts and files that are no keys."""
    keys = {check.field for check in table.checks if check.kind in _KEYS}
    fields = [
        column.key for column in table.columns
        if column.type == "text" and column.key not in keys and column.key not in STAMPS
    ]  # fmt: skip
    return (*fields, *([GEOMETRY] if table.geometry != "none" else []))


def marker(rule: str, user: str, at: str) -> Dict[str, str]:
    """What stands in history in place of a value that was disposed of."""
    return {"disposed": rule, "by": user, "at": at}


def marked(values: Dict[str, Any], keys: Iterable[str], mark: Dict[str, str]) -> Dict[str, Any]:
    """A row's old or new values with the mark in place of what it says of ``keys``."""
    hidden = {key for key in keys if values.get(key) is not None}
    return {
        key: mark if key in hidden and not isinstance(value, dict) else value
        for key, value in values.items()
    }
