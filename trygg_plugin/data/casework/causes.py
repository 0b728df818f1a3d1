"""The numbered causes of a problem, under Brå's three bones, and the causes behind causes."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Sequence, Set

from ..errors import DataError
from ..records import Record
from ..transaction import Transaction
from ..workspace import Workspace


def causes_of(workspace: Workspace, problem: str) -> List[Record]:
    """The causes of a problem in the order of their numbers."""
    rows = workspace.rows("cause", "problem = {p}", [problem])
    return sorted(rows, key=lambda row: row["number"])


def add_cause(
    workspace: Workspace,
    problem: str,
    values: Mapping[str, Any],
    *,
    user: Optional[str] = None,
) -> str:
    """Add a cause under the next free number; gives its uuid.

    A number once given is not given again while a measure may point at it, so that the action
    plan's "cause 3" stays cause 3: the next number follows the highest.
    """
    with workspace.transaction(user) as transaction:
        numbers = [
            row["number"]
            for row in transaction.rows("cause", "problem = {p}", [problem], deleted=True)
        ]
        _meet_behind(transaction, problem, None, values.get("behind"))
        number = max([0, *(int(n) for n in numbers if n)]) + 1
        return transaction.insert("cause", {**values, "problem": problem, "number": number})


def change_cause(
    workspace: Workspace,
    cause: str,
    values: Mapping[str, Any],
    *,
    base_version: Optional[int] = None,
    user: Optional[str] = None,
) -> None:
    """Change what a cause says; refused when it would come to lie behind itself."""
    with workspace.transaction(user) as transaction:
        record = transaction.get("cause", cause)
        if "behind" in values:
            _meet_behind(transaction, record["problem"], cause, values["behind"])
        transaction.update("cause", cause, values, base_version=base_version)


def remove_cause(workspace: Workspace, cause: str, *, user: Optional[str] = None) -> None:
    """Delete a cause: measures lose their link to it, causes behind it move up to what it was
    behind."""
    with workspace.transaction(user) as transaction:
        record = transaction.get("cause", cause)
        for row in transaction.rows("measure_cause", "cause = {p}", [cause]):
            transaction.delete("measure_cause", row.uuid)
        for row in transaction.rows("cause", "behind = {p}", [cause]):
            transaction.update("cause", row.uuid, {"behind": record["behind"]})
        transaction.delete("cause", cause)


def renumber(
    workspace: Workspace, problem: str, causes: Sequence[str], *, user: Optional[str] = None
) -> None:
    """Number the causes of a problem 1, 2, 3 … in this order, which must name all of them."""
    with workspace.transaction(user) as transaction:
        known: Dict[str, int] = {
            row.uuid: int(row["number"])
            for row in transaction.rows("cause", "problem = {p}", [problem])
        }
        if set(known) != set(causes) or len(causes) != len(known):
            raise DataError(
                "The causes have changed meanwhile. Look at the list again before you number them."
            )
        # past all numbers in use first: no two may be equal even for a moment
        free = max([0, *known.values()]) + len(known) + 1
        moved = [(uuid, n) for n, uuid in enumerate(causes, 1) if known[uuid] != n]
        for offset, (uuid, _n) in enumerate(moved):
            transaction.update("cause", uuid, {"number": free + offset})
        for uuid, number in moved:
            transaction.update("cause", uuid, {"number": number})


def _meet_behind(
    transaction: Transaction, problem: str, cause: Optional[str], behind: Optional[str]
) -> None:
    """A cause may lie behind another of the same problem, and never in a circle."""
    rows = {row.uuid: row for row in transaction.rows("cause", "problem = {p}", [problem])}
    seen: Set[str] = set()
    step = behind
    while step is not None:
        if step == cause or step in seen:
            raise DataError("A cause cannot lie behind itself, not even by way of others.")
        if step not in rows:
            raise DataError("A cause can only lie behind another cause of the same problem.")
        seen.add(step)
        step = rows[step]["behind"]
