"""Records found by what people type: an id, or words of a title, a text or a place.

For a search box that asks at every letter: newest first, a few of each kind, given up at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Iterator, Mapping, Optional, Sequence, Tuple

from ..schema import GEOMETRY
from ..sql_text import name
from ..workspace import Workspace
from .search import holds_words, short_id, uuid_range

#: Record type -> its title, and the other columns whose words are looked for.
SEARCHED: Mapping[str, Tuple[str, Tuple[str, ...]]] = {
    "incident": ("place_name", ("description",)),
    "problem": ("title", ("description", "place_name")),
    "measure": ("title", ("description", "goal")),
    "area": ("name", ("code",)),
    "meeting": ("title", ()),
    "walk": ("title", ()),
}
#: Rows looked through between two looks at whether the answer is still wanted.
_CHUNK = 20_000


@dataclass(frozen=True)
class Hit:
    """A record that was found. ``detail`` is its text; ``place`` is WKB, None without one."""

    table: str
    uuid: str
    title: str
    detail: str
    place: Optional[bytes]
    state: Optional[str]


def find(
    workspace: Workspace,
    typed: str,
    *,
    most: int = 6,
    tables: Sequence[str] = tuple(SEARCHED),
    wanted: Callable[[], bool] = lambda: True,
) -> Iterator[Hit]:
    """At most ``most`` records of each type; ``wanted`` turns False when nobody waits any more."""
    if not typed.strip():
        return
    with workspace.reading():
        for table in tables:
            if table not in workspace.schema.tables or not wanted():
                continue
            yield from _in_table(workspace, table, typed, most, wanted)


def _in_table(
    workspace: Workspace, table: str, typed: str, most: int, wanted: Callable[[], bool]
) -> Iterator[Hit]:
    known = workspace.schema.table(table)
    title, others = SEARCHED[table]
    columns = [key for key in (title, *others) if key in known.fields]
    named = uuid_range(typed)
    if named is not None:
        condition, parameters = "uuid >= {p} AND uuid < {p}", list(named)
    else:
        condition, parameters = holds_words([name(key) for key in columns], typed)
    selected = ["fid", "uuid", *dict.fromkeys((*columns, *filter(None, [known.state_field])))]
    shown = ", ".join(name(key) for key in selected)
    if known.geometry != "none":
        shown += f", {workspace.engine.place_column(name(GEOMETRY))} AS {name(GEOMETRY)}"
    (row,) = workspace.query(f"SELECT coalesce(max(fid), 0) AS last FROM {name(table)}")  # nosec B608
    last, found = int(row["last"]), 0
    while last > 0 and found < most and wanted():
        first = 0 if named is not None else max(last - _CHUNK, 0)
        rows = workspace.query(
            f"SELECT {shown} FROM {name(table)} WHERE deleted_at IS NULL "  # nosec B608
            f"AND fid > {{p}} AND fid <= {{p}} AND {condition} ORDER BY fid DESC LIMIT {{p}}",
            [first, last, *parameters, most - found],
        )
        for row in rows:
            detail = next((str(row[key]) for key in columns[1:] if row[key]), "")
            place = row.get(GEOMETRY)
            yield Hit(
                table=table, uuid=str(row["uuid"]),
                title=str(row[title] or "") or detail[:60] or short_id(str(row["uuid"])),
                detail=detail,
                place=None if place is None else workspace.engine.read_place(place),
                state=row[known.state_field] if known.state_field else None,
            )  # fmt: skip
        found += len(rows)
        last = first
