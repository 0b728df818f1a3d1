"""Taking back what a panel just did, as a new change: history is added to, never erased.

A state is taken back by a step backwards where the state machine has one; else it is set right
through restoring, which history logs as such.
"""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Optional, Sequence

from ...domain.rights import may_go
from ...domain.states import MACHINES, allowed
from ..errors import DataError
from ..history import Change
from ..records import Record
from ..schema import GEOMETRY, Table
from ..transaction import KEEP, Transaction
from ..values import from_stored
from ..workspace import Workspace


def mark(workspace: Workspace) -> int:
    """Where history stands before an action; given to :func:`changes_since` afterwards."""
    return workspace.last_change()


def changes_since(workspace: Workspace, before: int) -> List[Change]:
    """What this program has changed after a mark, oldest first."""
    return [c for c in workspace.history(after=before) if c.session == workspace.session]


def undo(
    workspace: Workspace,
    changes: Sequence[Change],
    *,
    user: Optional[str] = None,
    note: Optional[str] = None,
) -> None:
    """Give all records of an action what they said before it, in one transaction.

    Raises DataError, and changes nothing, when someone has changed one of them since.
    """
    with workspace.transaction(user) as transaction:
        seen = set()
        for change in reversed(changes):
            if change.uuid not in seen:
                _meet(transaction, change)
                seen.add(change.uuid)
        for change in reversed(changes):
            _take_back(workspace, transaction, change, note)


def _meet(transaction: Transaction, change: Change) -> None:
    current = transaction.get(change.table, change.uuid, deleted=True)
    if change.version is not None and current.version != change.version:
        raise DataError(
            "This can no longer be undone: {who} has changed the record since. Open its history "
            "to see what was changed.",
            who=current.changed_by or "someone",
        )


def _take_back(
    workspace: Workspace, transaction: Transaction, change: Change, note: Optional[str]
) -> None:
    if change.operation == "insert":
        transaction.delete(change.table, change.uuid, note=note)
        return
    table = workspace.schema.table(change.table)
    current = transaction.get(change.table, change.uuid, deleted=True)
    before: Dict[str, Any] = {
        key: from_stored(value, table.column(key))
        for key, value in change.old.items()
        if key in table.fields and not isinstance(value, dict)
    }
    place = current.geometry
    if GEOMETRY in change.old:
        stored = change.old[GEOMETRY]
        place = bytes.fromhex(stored) if isinstance(stored, str) else None
    step = _is_step(table, current, before)
    if not step and not _may_restore(workspace) and current.deleted_at is None:
        # a role that may not go past the state machine goes as far back as the steps lead
        before.pop(table.state_field or "", None)
        step = True
    if step:
        moved = place if GEOMETRY in change.old else KEEP
        transaction.update(change.table, change.uuid, before, geometry=moved, note=note)
    else:
        transaction.restore(change.table, change.uuid, before, place, note=note)


def _may_restore(workspace: Workspace) -> bool:
    return workspace.role is None or may_go(workspace.role, "restoring")


def _is_step(table: Table, current: Record, before: Mapping[str, Any]) -> bool:
    """Whether the change back is a step that the record's state machine lists."""
    machine = MACHINES.get(table.key)
    field = table.state_field
    if machine is None or field is None or field not in before or current.deleted_at is not None:
        return False
    return allowed(machine, str(current[field]), str(before[field]))
