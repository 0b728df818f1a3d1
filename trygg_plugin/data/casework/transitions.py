"""Who moved a record from which state to which, read from its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import List, Optional

from ..errors import DataError
from ..workspace import Workspace


@dataclass(frozen=True)
class Step:
    """One change of state; ``before`` is None where the record began."""

    at: datetime
    who: str
    before: Optional[str]
    after: str
    note: Optional[str]


def steps_of(workspace: Workspace, table: str, uuid: str) -> List[Step]:
    """All changes of a record's state, oldest first."""
    field = workspace.schema.table(table).state_field
    if field is None:
        raise DataError("Records of {table} have no state.", table=table)
    return [
        Step(change.at, change.user, change.old.get(field), str(change.new[field]), change.note)
        for change in workspace.history(uuid, table=table)
        if change.new.get(field) is not None
    ]
