"""Reports that may tell of the same incident, and what becomes of them when they do.

Merging loses neither report. The duplicate is rejected as a duplicate and names the one that is
kept (``duplicate_of``); both keep their own history. What the kept one lacks and the duplicate
knows is taken over (:data:`TAKEN_OVER`, and the point), problems that the duplicate was linked to
are linked to the kept one, too, and other reports that named the duplicate name the kept one
instead, so that no chain grows. The duplicate's history names the one that was kept; where that
one took something over, its history says what from where.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

from ...domain.duplicates import Likeness, Limits, Sighting, compare, most_alike
from ..errors import DataError
from ..geometry import wkb_envelope
from ..records import Record
from ..transaction import KEEP, Transaction
from ..values import wall_clock
from ..workspace import Workspace
from .review import TABLE, Done, Seen, act, meet, move
from .search import lowered, short_id

#: What the kept report takes over where it says nothing itself; in pairs, both or neither.
TAKEN_OVER: Tuple[Tuple[str, ...], ...] = (
    ("place_name",), ("place_type",), ("area",), ("people_count", "people_age"),
    ("photo", "photo_confirmed"), ("immediate_actions",), ("severity",),
)  # fmt: skip
#: Entries of trygg_meta and the limits that they set.
SETTINGS: Mapping[str, str] = {
    "duplicate_distance": "distance", "duplicate_hours": "hours", "duplicate_least": "least",
}  # fmt: skip
#: Reports that are no candidates: not sent in, or without text and reporter.
_NEVER = ("draft", "anonymised")
#: The longest interval that is looked for around an incident without a point, days.
_LONGEST = 31
MOST = 20
_NOTES = {
    "kept": {"sv": "Sammanslagen med {other}", "en": "Merged with {other}"},
    "taken": {"sv": "; övertaget: {fields}", "en": "; taken over: {fields}"},
    "duplicate": {"sv": "Dubblett av {other}", "en": "Duplicate of {other}"},
    "place": {"sv": "plats", "en": "place"},
}


@dataclass(frozen=True)
class Candidate:
    """A report that may tell of the same incident, and why."""

    record: Record
    likeness: Likeness


def limits_of(workspace: Workspace) -> Limits:
    """The workspace's limits; what was never set or can't be read is as shipped."""
    values = {}
    for key, limit in SETTINGS.items():
        try:
            values[limit] = float(workspace.meta[key])
        except (KeyError, ValueError):
            continue
    try:
        return Limits(**values)
    except ValueError:
        return Limits()


def set_limits(workspace: Workspace, limits: Limits) -> None:
    """Store other limits for the workspace."""
    for key, limit in SETTINGS.items():
        workspace.set_meta(key, f"{getattr(limits, limit):g}")


def candidates(
    workspace: Workspace, uuid: str, limits: Optional[Limits] = None, *, most: int = MOST
) -> List[Candidate]:
    """Reports that may tell of the same incident, the most alike first."""
    within = limits or limits_of(workspace)
    with workspace.reading():
        own = workspace.get(TABLE, uuid)
        others = list(_near(workspace, own, within))
    mine = sighting(own)
    found = []
    known = {}
    for other in others:
        likeness = compare(mine, sighting(other), within)
        if likeness is not None:
            found.append((other.uuid, likeness))
            known[other.uuid] = other
    return [Candidate(known[key], likeness) for key, likeness in most_alike(found)[:most]]


def sighting(record: Record) -> Sighting:
    """What is compared of an incident."""
    return Sighting(
        category=str(record["category"]),
        start=record["time_from"],
        until=record["time_to"],
        subcategory=record["subcategory"],
        point=point_of(record),
        place_name=record["place_name"],
        area=record["area"],
    )


def point_of(record: Record) -> Optional[Tuple[float, float]]:
    """An incident's point in the workspace's CRS; None when it has none."""
    envelope = None if record.geometry is None else wkb_envelope(record.geometry)
    return None if envelope is None else (envelope[0], envelope[2])


def duplicates_of(workspace: Workspace, uuid: str) -> List[Record]:
    """The reports that have been merged into one."""
    return workspace.rows(TABLE, "duplicate_of = {p}", [uuid])


def merge(
    workspace: Workspace,
    kept: Seen,
    duplicates: Sequence[Seen],
    *,
    user: Optional[str] = None,
) -> Done:
    """Reject reports as duplicates of ``kept``, which takes over what it lacks; see the module.

    All or nothing: where one of them was changed by someone else, none is merged.
    """
    others = [one for one in duplicates if one.uuid != kept.uuid]
    if not others:
        raise DataError("Choose at least one other report: an incident is no duplicate of itself.")

    def step(transaction: Transaction, into: Record) -> None:
        if into["duplicate_of"]:
            raise DataError(
                "The report {other} is itself a duplicate. Merge with the one that was kept.",
                other=short_id(into.uuid),
            )
        if into["status"] in (*_NEVER, "rejected"):
            raise DataError(
                "The report {other} is a draft, rejected or anonymised and cannot be the one that "
                "is kept. Take it up for review first.", other=short_id(into.uuid),
            )  # fmt: skip
        gathered = _Gathered(workspace, into)
        for one in others:
            other = meet(transaction, one)
            _reject(workspace, transaction, other, into)
            gathered.add(other)
            _bring_along(transaction, other, into)
        gathered.write(transaction, others)

    done = act(workspace, [kept], step, user=user)
    if done.uuids:
        return Done((kept.uuid, *(one.uuid for one in others)), done.refused, done.changes)
    return done


class _Gathered:
    """What the kept report lacks and its duplicates know."""

    def __init__(self, workspace: Workspace, into: Record) -> None:
        self._workspace = workspace
        self._into = into
        self._values: Dict[str, Any] = {}
        self._place: Any = KEEP

    def add(self, other: Record) -> None:
        into = {**self._into.values, **self._values}
        fields = self._into.values
        for together in TAKEN_OVER:
            known = [key for key in together if key in fields]
            if known and into[known[0]] is None and other[known[0]] is not None:
                self._values.update({key: other[key] for key in known})
        same_kind = other["category"] == into["category"]
        if same_kind and into["subcategory"] is None and other["subcategory"] is not None:
            self._values["subcategory"] = other["subcategory"]
        if self._into.geometry is None and self._place is KEEP and other.geometry is not None:
            self._place = other.geometry
            self._values["place_precision"] = other["place_precision"]
            if other["area"] is not None:
                self._values["area"] = other["area"]

    def write(self, transaction: Transaction, others: Sequence[Seen]) -> None:
        language = self._workspace.language
        note = _NOTES["kept"][language].format(
            other=", ".join(short_id(one.uuid) for one in others)
        )
        fields = self._workspace.standard.records[TABLE]
        taken = [fields.field(key).label[language] for key in self._values]
        if self._place is not KEEP:
            taken.append(_NOTES["place"][language])
        if not taken:
            return
        note += _NOTES["taken"][language].format(fields=", ".join(taken))
        transaction.update(TABLE, self._into.uuid, self._values, geometry=self._place, note=note)


def _reject(
    workspace: Workspace, transaction: Transaction, other: Record, into: Record
) -> None:
    note = _NOTES["duplicate"][workspace.language].format(other=short_id(into.uuid))
    values = {"rejection_reason": "duplicate", "duplicate_of": into.uuid}
    move(transaction, other, "rejected", values, note=note)


def _bring_along(transaction: Transaction, other: Record, into: Record) -> None:
    """Links to problems and earlier duplicates of a report follow it to the kept one."""
    for link in transaction.rows("problem_incident", "incident = {p}", [other.uuid]):
        held = transaction.rows(
            "problem_incident", "problem = {p} AND incident = {p}", [link["problem"], into.uuid]
        )
        if not held:
            transaction.insert(
                "problem_incident",
                {"problem": link["problem"], "incident": into.uuid, "note": link["note"]},
            )
    for earlier in transaction.rows(TABLE, "duplicate_of = {p}", [other.uuid]):
        transaction.update(TABLE, earlier.uuid, {"duplicate_of": into.uuid})


def _near(workspace: Workspace, own: Record, limits: Limits) -> Iterator[Record]:
    """The few reports to compare, found by the index of places and by that of times."""
    start: datetime = own["time_from"]
    until: datetime = max(own["time_to"] or start, start)
    gap = timedelta(hours=limits.hours)
    marks = ", ".join(["{p}"] * len(_NEVER))
    # a bare "duplicate_of IS NULL" would be looked up by its index, where nearly all are
    condition = (
        f"uuid <> {{p}} AND status NOT IN ({marks}) AND coalesce(duplicate_of, {{p}}) = {{p}} "
        "AND time_from <= {p} AND coalesce(time_to, time_from) >= {p}"
    )
    parameters = [
        own.uuid, *_NEVER, "", "", wall_clock(until + gap), wall_clock(start - gap)
    ]  # fmt: skip
    point = point_of(own)
    if point is not None:
        x, y = point
        away = limits.distance
        yield from workspace.rows(
            TABLE, f"{condition} AND {workspace.engine.within_box(TABLE)}",
            [*parameters, x - away, y - away, x + away, y + away],
        )  # fmt: skip
        condition += " AND geom IS NULL"
    yield from workspace.rows(
        TABLE,
        f"{condition} AND time_from >= {{p}} "
        f"AND (area = {{p}} OR {lowered('place_name')} = {{p}})",
        [
            *parameters, wall_clock(start - gap - timedelta(days=_LONGEST)),
            own["area"] or "", (own["place_name"] or "").lower(),
        ],
    )  # fmt: skip
