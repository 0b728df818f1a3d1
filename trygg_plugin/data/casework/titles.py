"""Records by title, for lists to choose one from."""

from __future__ import annotations

from typing import List, Optional, Tuple

from ..sql_text import name
from ..workspace import Workspace

#: Column that a table's records are listed by, and whether the last come first.
_ORDER = {
    "period": ("date_from", True), "meeting": ("starts_at", True), "walk": ("walked_at", True),
    "document": ("changed_at", True), "measure": ("title", False), "problem": ("title", False),
}  # fmt: skip
#: More than these are not looked through in a list.
MOST = 500


def titles_of(
    workspace: Workspace, table: str, kind: Optional[str] = None, limit: int = MOST
) -> List[Tuple[str, str]]:
    """uuid and title of the records, those that one most likely wants first. ``kind``: only those
    with this value in their field of that name."""
    column, last_first = _ORDER[table]
    where, values = ("", []) if kind is None else ("AND kind = {p} ", [kind])
    rows = workspace.query(
        f"SELECT uuid, title FROM {name(table)} WHERE deleted_at IS NULL {where}"  # nosec B608
        f"ORDER BY {name(column)} {'DESC' if last_first else 'ASC'}, fid DESC LIMIT {{p}}",
        [*values, limit],
    )
    return [(str(row["uuid"]), str(row["title"])) for row in rows]
