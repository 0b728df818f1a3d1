"""Files that records name: photos and documents beside the project."""

from __future__ import annotations

from typing import Set

from .sql_text import name
from .workspace import Workspace


def attachment_paths(workspace: Workspace) -> Set[str]:
    """The stored paths of all attachments, deleted records' too, since those can be restored."""
    found: Set[str] = set()
    for key, record in workspace.standard.records.items():
        for field in record.fields:
            if field.type == "attachment":
                found |= {str(row["path"]) for row in workspace.query(
                    f"SELECT DISTINCT {name(field.key)} AS path FROM {name(key)} "  # nosec B608
                    f"WHERE {name(field.key)} IS NOT NULL"
                )}  # fmt: skip
    return found
