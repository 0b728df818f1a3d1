"""The queue of incidents that wait for review: which, how many of each kind, and where in it."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

from ...domain.personal_data import Finding, find_personal_data
from ..workspace import Workspace
from .search import holds_words, uuid_range

#: States in which an incident waits for the reviewer or for an answer.
WAITING = ("submitted", "under_review", "needs_completion")
#: What the list shows of an incident, and what an action needs to know.
COLUMNS = (
    "uuid, version, status, category, subcategory, severity, severity_reviewed, place_name, "
    "description, reported_at, time_from, changed_by"
)
TABLE, KEY = "incident", "fid"
#: Fields by which the queue is filtered and counted.
FACETS = ("status", "category", "area", "reporter_organisation")
_SEARCHED = ("description", "place_name", "reporter_id")
#: Values of one ``IN``; some engines take no more than 999 parameters.
MOST_AMONG = 900
_CHUNK = 1000

Box = Tuple[float, float, float, float]
"""min x, min y, max x, max y in the workspace's CRS"""

#: A facet's choice "has none", such as incidents outside every area.
NONE = ""


@dataclass(frozen=True)
class QueueFilter:
    """Which incidents are wanted; None and "" leave a condition out.

    ``category``, ``area`` and ``reporter_organisation`` may be :data:`NONE` for those without.
    ``among``: uuids, such as those chosen on the map; at most :data:`MOST_AMONG` count.
    """

    states: Tuple[str, ...] = WAITING
    category: Optional[str] = None
    area: Optional[str] = None
    reporter_organisation: Optional[str] = None
    search: str = ""
    box: Optional[Box] = None
    among: Optional[Tuple[str, ...]] = None
    newest_first: bool = False

    @property
    def names(self) -> bool:
        """Whether it asks for certain incidents, by their uuids or the beginning of one."""
        return self.among is not None or uuid_range(self.search) is not None

    @property
    def looks_through(self) -> bool:
        """Whether no index answers it: words are looked for in every text that waits, and a box
        may hold all of them. Such a queue is asked for away from the window (:func:`keys`)."""
        return not self.names and (self.box is not None or bool(self.search.strip()))


@dataclass(frozen=True)
class Parts:
    """A SELECT in its parts, for a list that reads page by page."""

    columns: str
    tables: str
    where: str
    order: str
    parameters: Tuple[Any, ...]
    key: str = KEY


def question(workspace: Workspace, wanted: QueueFilter) -> Parts:
    """The queue as a question to the database."""
    where, parameters = condition(workspace, wanted)
    way = " DESC" if wanted.newest_first else ""
    return Parts(COLUMNS, TABLE, where, f"reported_at{way}, fid{way}", tuple(parameters))


def condition(workspace: Workspace, wanted: QueueFilter) -> Tuple[str, List[Any]]:
    """The WHERE of a filter, and its parameters."""
    conditions = ["deleted_at IS NULL"]
    parameters: List[Any] = []
    # those asked for by name: SQLite would rather look through all that wait than for a few names
    column = "status || ''" if wanted.names else "status"
    conditions.append(f"{column} IN ({_marks(wanted.states)})")
    parameters += wanted.states
    for field in FACETS[1:]:
        chosen = getattr(wanted, field)
        if chosen == NONE and chosen is not None:
            conditions.append(f"{field} IS NULL")
        elif chosen is not None:
            conditions.append(f"{field} = {{p}}")
            parameters.append(chosen)
    if wanted.search.strip():
        text, words = _sought(wanted.search)
        conditions.append(text)
        parameters += words
    if wanted.box is not None:
        conditions.append(workspace.engine.within_box(TABLE))
        parameters += wanted.box
    if wanted.among is not None:
        several = wanted.among[:MOST_AMONG]
        conditions.append(f"uuid IN ({_marks(several)})")
        parameters += several
    return " AND ".join(conditions), parameters


def _sought(typed: str) -> Tuple[str, List[str]]:
    named = uuid_range(typed)
    if named is not None:
        return "uuid >= {p} AND uuid < {p}", list(named)
    return holds_words(_SEARCHED, typed)


def _marks(values: Sequence[Any]) -> str:
    # "IN ()" is no SQL; an empty choice finds nothing
    return ", ".join(["{p}"] * len(values)) or "NULL"


def keys(workspace: Workspace, wanted: QueueFilter) -> Sequence[int]:
    """The key (``fid``) of every incident in the queue, in its order; eight bytes each.

    For queues that have to be looked through: once they are known, a page is read by its keys.
    """
    parts = question(workspace, wanted)
    where, order = parts.where, parts.order
    rows = workspace.query(
        f"SELECT {KEY} FROM {TABLE} WHERE {where} ORDER BY {order}",  # nosec B608 conditions of ours
        parts.parameters,
    )
    return array("q", (int(row[KEY]) for row in rows))


def keys_of(
    workspace: Workspace, uuids: Sequence[str], wanted: Optional[QueueFilter] = None
) -> Dict[str, int]:
    """uuid -> key of these incidents (at most :data:`MOST_AMONG` at a time), or of those among
    them that are in the queue; what does not exist is left out."""
    where, parameters = f"uuid IN ({_marks(uuids[:MOST_AMONG])})", list(uuids[:MOST_AMONG])
    if wanted is not None:
        among = uuids if wanted.among is None else set(uuids) & set(wanted.among)
        where, parameters = condition(workspace, replace(wanted, among=tuple(among)))
    rows = workspace.query(
        f"SELECT uuid, {KEY} FROM {TABLE} WHERE {where}", parameters  # nosec B608 conditions of ours
    )
    return {str(row["uuid"]): int(row[KEY]) for row in rows}


def counts(workspace: Workspace, wanted: QueueFilter) -> Dict[str, Dict[str, int]]:
    """How many there are of each state, category, area and organisation: field -> value -> n.

    Each field is counted as if it were not filtered by itself, so that a choice shows what
    another choice would give; :data:`NONE` stands for those without a value.
    """
    open_ended = replace(
        wanted, states=_all_states(workspace), category=None, area=None,
        reporter_organisation=None,
    )  # fmt: skip
    where, parameters = condition(workspace, open_ended)
    fields = ", ".join(FACETS)
    rows = workspace.query(
        f"SELECT {fields}, count(*) AS n FROM {TABLE} WHERE {where} GROUP BY {fields}",  # nosec B608
        parameters,
    )
    chosen: Dict[str, Optional[Sequence[str]]] = {
        "status": wanted.states,
        **{field: _only(getattr(wanted, field)) for field in FACETS[1:]},
    }
    found: Dict[str, Counter[str]] = {field: Counter() for field in FACETS}
    for row in rows:
        missed = [
            field for field in FACETS
            if (only := chosen[field]) is not None and (row[field] or NONE) not in only
        ]  # fmt: skip
        for field in FACETS:
            if not missed or missed == [field]:
                found[field][str(row[field] or NONE)] += int(row["n"])
    return {field: dict(counted) for field, counted in found.items()}


def _only(chosen: Optional[str]) -> Optional[Sequence[str]]:
    return None if chosen is None else (chosen,)


def _all_states(workspace: Workspace) -> Tuple[str, ...]:
    codes = workspace.standard.codelists["incident_state"].codes
    return tuple(code.key for code in codes)


def position(workspace: Workspace, wanted: QueueFilter, uuid: str) -> Optional[int]:
    """Which row of the queue an incident has, counted from 0; None when it is not in it."""
    where, parameters = condition(workspace, wanted)
    with workspace.reading():
        rows = workspace.query(
            f"SELECT reported_at, fid FROM {TABLE} WHERE uuid = {{p}} AND {where}",  # nosec B608
            [uuid, *parameters],
        )
        if not rows:
            return None
        at, fid = rows[0]["reported_at"], rows[0]["fid"]
        sign = ">" if wanted.newest_first else "<"
        (row,) = workspace.query(
            f"SELECT count(*) AS n FROM {TABLE} WHERE {where} AND (reported_at {sign} {{p}} "  # nosec B608
            f"OR (reported_at = {{p}} AND fid {sign} {{p}}))",
            [*parameters, at, at, fid],
        )
    return int(row["n"])


def checked_fields(workspace: Workspace) -> Tuple[str, ...]:
    """The incident's free texts, which must hold no personal data."""
    record = workspace.standard.records[TABLE]
    return tuple(field.key for field in record.fields if field.checked_for_personal_data)


def findings(workspace: Workspace, values: Mapping[str, Any]) -> Dict[str, List[Finding]]:
    """What is or may be personal data in an incident's texts: field -> findings, if any."""
    found = {key: find_personal_data(values.get(key)) for key in checked_fields(workspace)}
    return {key: some for key, some in found.items() if some}


def with_warnings(
    workspace: Workspace,
    wanted: QueueFilter,
    *,
    most: int = MOST_AMONG,
    progress: Optional[Callable[[int], None]] = None,
) -> Tuple[str, ...]:
    """uuids of the filter's incidents whose texts hold something to look at; at most ``most``.

    Reads every text once, a thousand incidents at a time, so it belongs in a task.
    ``progress`` gets the number read and cancels by raising.
    """
    fields = checked_fields(workspace)
    where, parameters = condition(workspace, wanted)
    found: List[str] = []
    last, read = -1, 0
    with workspace.reading():
        while len(found) < most:
            rows = workspace.query(
                f"SELECT fid, uuid, {', '.join(fields)} FROM {TABLE} "  # nosec B608
                f"WHERE {where} AND fid > {{p}} ORDER BY fid LIMIT {{p}}",
                [*parameters, last, _CHUNK],
            )
            if not rows:
                break
            last, read = int(rows[-1]["fid"]), read + len(rows)
            found += [
                str(row["uuid"]) for row in rows
                if any(find_personal_data(row[key]) for key in fields)
            ]  # fmt: skip
            if progress is not None:
                progress(read)
    return tuple(found[:most])
