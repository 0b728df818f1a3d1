"""Measures: tied to a problem and its causes, moved through their states."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from ..errors import DataError
from ..records import Record
from ..transaction import KEEP, Transaction
from ..workspace import Workspace


def create_measure(
    workspace: Workspace,
    values: Mapping[str, Any],
    causes: Sequence[str] = (),
    *,
    place: Any = None,
    user: Optional[str] = None,
) -> str:
    """A new measure with the causes it acts on, all or nothing; gives its uuid."""
    with workspace.transaction(user) as transaction:
        measure = transaction.insert("measure", values, geometry=place)
        _add_causes(transaction, measure, values.get("problem"), causes)
    return measure


def change_measure(
    workspace: Workspace,
    measure: str,
    values: Mapping[str, Any],
    *,
    causes: Optional[Sequence[str]] = None,
    place: Any = KEEP,
    base_version: Optional[int] = None,
    user: Optional[str] = None,
) -> None:
    """Change fields, place and causes in one transaction; what is not given stays."""
    with workspace.transaction(user) as transaction:
        transaction.update(
            "measure", measure, values, geometry=place, base_version=base_version
        )
        if causes is None:
            return
        known = {r["cause"]: r.uuid for r in _links(transaction, measure)}
        for cause, link in known.items():
            if cause not in causes:
                transaction.delete("measure_cause", link)
        problem = transaction.get("measure", measure)["problem"]
        _add_causes(transaction, measure, problem, [c for c in causes if c not in known])


def advance(
    workspace: Workspace,
    measure: str,
    state: str,
    values: Optional[Mapping[str, Any]] = None,
    *,
    note: Optional[str] = None,
    base_version: Optional[int] = None,
    user: Optional[str] = None,
) -> None:
    """Move a measure to another state, with what that state asks for; the note is kept."""
    workspace.change_state(
        "measure", measure, state, values, base_version=base_version, user=user, note=note
    )


def causes_of_measure(workspace: Workspace, measure: str) -> List[Record]:
    """The causes that a measure acts on, in the order of their numbers."""
    rows = workspace.rows(
        "cause",
        "uuid IN (SELECT cause FROM measure_cause WHERE measure = {p} AND deleted_at IS NULL)",
        [measure],
    )
    return sorted(rows, key=lambda row: row["number"])


def cause_numbers(
    workspace: Workspace, problem: Optional[str] = None
) -> Dict[str, Tuple[int, ...]]:
    """measure -> the numbers of its causes, for all measures or those of one problem."""
    condition = " AND c.problem = {p}" if problem is not None else ""
    rows = workspace.query(
        "SELECT l.measure, c.number FROM measure_cause l JOIN cause c ON c.uuid = l.cause "  # nosec B608
        f"WHERE l.deleted_at IS NULL AND c.deleted_at IS NULL{condition} "
        "ORDER BY l.measure, c.number",
        [] if problem is None else [problem],
    )
    found: Dict[str, Tuple[int, ...]] = {}
    for row in rows:
        key = str(row["measure"])
        found[key] = (*found.get(key, ()), int(row["number"]))
    return found


def _links(transaction: Transaction, measure: str) -> List[Record]:
    return transaction.rows("measure_cause", "measure = {p}", [measure])


def _add_causes(
    transaction: Transaction, measure: str, problem: Any, causes: Sequence[str]
) -> None:
    for cause in dict.fromkeys(causes):
        if transaction.get("cause", cause)["problem"] != problem:
            raise DataError("The cause belongs to another problem than the measure.")
        transaction.insert("measure_cause", {"measure": measure, "cause": cause})
