"""What must be filled in before a record may enter a state, read from the standard's rules.

The database refuses without it; a panel asks first, so that a move is one step and no error.
"""

from __future__ import annotations

from typing import List, Mapping

from .record_types import Field, RecordType


def missing_for_state(
    record: RecordType, values: Mapping[str, object], state: str
) -> List[Field]:
    """Fields that the rules ask for in ``state`` and that ``values`` lack, in the form's order."""
    wanted = {
        rule.fields[0]
        for rule in record.rules
        if rule.kind in ("required_when", "confirmed_when")
        and len(rule.fields) > 1
        and rule.fields[1] == record.state_field
        and state in rule.values
    }
    return [
        field
        for field in record.fields
        if field.key in wanted and values.get(field.key) in (None, "", False)
    ]
