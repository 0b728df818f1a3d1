"""Safety walks: planned with participants, walked, their points given to owners, answered.

Points are numbered as they are found. A point's owner answers at the third meeting; a point that
needs work of its own becomes a measure of a problem.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from ...domain.advice import Notice, refuse_if_stopped
from ...domain.periods import as_date
from ...domain.states import WALK, check
from ...domain.walks import WalkFacts, before_step, overdue
from ..errors import DataError
from ..records import Record
from ..transaction import KEEP, Transaction
from ..workspace import Workspace

#: Theme of a point -> type of measure that it suggests; others suggest nothing.
MEASURE_TYPES: Mapping[str, str] = {
    "lighting": "lighting",
    "vegetation": "upkeep",
    "upkeep": "upkeep",
    "damage": "upkeep",
    "traffic": "physical_design",
    "design": "physical_design",
    "orientation": "physical_design",
    "accessibility": "physical_design",
}
#: Days that owners have to answer where nobody says (ours).
DAYS_TO_ANSWER = 28


@dataclass(frozen=True)
class Participants:
    """So many people of an organisation (None: residents and visitors) in a role; no names."""

    role: str
    number: int = 1
    organisation: Optional[str] = None


@dataclass(frozen=True)
class WalkRow:
    """A walk in a list. ``date``: of the walk itself. ``late``: answers that should have come."""

    uuid: str
    version: int
    title: str
    status: str
    area: str
    date: Optional[dt.date]
    points: int
    #: points with an owner, and those of them that have been answered
    owned: int
    answered: int
    late: int


@dataclass(frozen=True)
class Walk:
    """A walk with its participants and its points, by number."""

    record: Record
    participants: Tuple[Participants, ...]
    points: Tuple[Record, ...]

    @property
    def people(self) -> int:
        return sum(group.number for group in self.participants)

    @property
    def facts(self) -> WalkFacts:
        return WalkFacts(
            walk=self.record.values,
            points=[point.values for point in self.points],
            # the number that was counted on the day, if any, else those who were named
            participants=int(self.record["participants"] or 0) or self.people,
            groups=len(self.participants),
        )


# --- reading --------------------------------------------------------------------------------


def listed(workspace: Workspace, today: dt.date, limit: int = 100) -> List[WalkRow]:
    """The newest walks, the latest first; those without a date before all others."""
    with workspace.reading():
        rows = workspace.query(
            "SELECT w.uuid AS uuid, w.version AS version, w.title AS title, w.status AS status, "
            "w.walked_at AS walked_at, a.name AS area FROM walk w "
            "LEFT JOIN area a ON a.uuid = w.area WHERE w.deleted_at IS NULL "
            "ORDER BY coalesce(w.walked_at, {p}) DESC, w.fid DESC LIMIT {p}",
            ["9999-12-31T00:00:00.000", limit],
        )
        points: Dict[str, List[Mapping[str, Any]]] = {}
        for point in workspace.query(
            "SELECT walk, status, deadline, owner_organisation, works_well FROM walk_point "
            "WHERE deleted_at IS NULL"
        ):
            points.setdefault(str(point["walk"]), []).append(point)
    return [_row(row, points.get(str(row["uuid"]), []), today) for row in rows]


def read(workspace: Workspace, uuid: str) -> Walk:
    """A walk with all that belongs to it; DataError when there is none."""
    with workspace.reading():
        record = workspace.get("walk", uuid)
        groups = workspace.rows("walk_participant", "walk = {p}", [uuid])
        points = workspace.rows("walk_point", "walk = {p}", [uuid])
    return Walk(
        record,
        tuple(
            Participants(str(g["role"]), int(g["number"]), g["organisation"]) for g in groups
        ),
        tuple(sorted(points, key=lambda point: int(point["number"]))),
    )


def notices(workspace: Workspace, uuid: str, to: str, today: dt.date) -> List[Notice]:
    """What to know before the walk goes to a state."""
    return before_step(to, read(workspace, uuid).facts, today)


# --- the walk -------------------------------------------------------------------------------


def plan(
    workspace: Workspace,
    values: Mapping[str, Any],
    *,
    route: Any = None,
    participants: Sequence[Participants] = (),
    user: Optional[str] = None,
) -> str:
    """A new walk with its participants, all or nothing; returns its uuid."""
    with workspace.transaction(user) as transaction:
        uuid = transaction.insert("walk", values, geometry=route)
        _insert_participants(transaction, uuid, participants)
    return uuid


def change(
    workspace: Workspace,
    uuid: str,
    values: Optional[Mapping[str, Any]] = None,
    *,
    route: Any = KEEP,
    participants: Optional[Sequence[Participants]] = None,
    base_version: Optional[int] = None,
    user: Optional[str] = None,
) -> None:
    """Change fields, route and participants in one transaction; what is not given stays."""
    with workspace.transaction(user) as transaction:
        if values or route is not KEEP:
            transaction.update(
                "walk", uuid, values or {}, geometry=route, base_version=base_version
            )
        if participants is not None:
            for row in transaction.rows("walk_participant", "walk = {p}", [uuid]):
                transaction.delete("walk_participant", row.uuid)
            _insert_participants(transaction, uuid, participants)


def step(
    workspace: Workspace,
    uuid: str,
    to: str,
    *,
    today: dt.date,
    base_version: Optional[int] = None,
    user: Optional[str] = None,
    note: Optional[str] = None,
) -> None:
    """Take a walk to its next state. Points with an owner are distributed in the same breath.

    Raises TransitionError, StepStoppedError, or what the database says.
    """
    walk = read(workspace, uuid)
    check(WALK, str(walk.record["status"]), to)
    refuse_if_stopped(before_step(to, walk.facts, today))
    with workspace.transaction(user, note=note) as transaction:
        transaction.change_state("walk", uuid, to, base_version=base_version)
        if to == "points_distributed":
            for point in walk.points:
                if point["owner_organisation"] and point["status"] == "found":
                    transaction.change_state("walk_point", point.uuid, "distributed")


# --- points ---------------------------------------------------------------------------------


def add_point(
    workspace: Workspace,
    walk: str,
    values: Mapping[str, Any],
    *,
    place: Any = None,
    user: Optional[str] = None,
) -> str:
    """A new point with the next number; returns its uuid."""
    with workspace.transaction(user) as transaction:
        if transaction.get("walk", walk)["status"] == "finished":
            raise DataError("The walk is finished; no more points are added to it.")
        rows = transaction.rows("walk_point", "walk = {p}", [walk])
        number = max((int(row["number"]) for row in rows), default=0) + 1
        return transaction.insert(
            "walk_point", {"walk": walk, "number": number, **values}, geometry=place
        )


def change_point(
    workspace: Workspace,
    uuid: str,
    values: Mapping[str, Any],
    *,
    place: Any = KEEP,
    base_version: Optional[int] = None,
    user: Optional[str] = None,
) -> None:
    """Change what a point says, where it lies, or both."""
    workspace.update(
        "walk_point", uuid, values, geometry=place, base_version=base_version, user=user
    )


def renumber(
    workspace: Workspace, walk: str, order: Sequence[str], *, user: Optional[str] = None
) -> None:
    """Number the points of a walk in this order, from 1."""
    with workspace.transaction(user) as transaction:
        rows = {row.uuid: row for row in transaction.rows("walk_point", "walk = {p}", [walk])}
        if set(rows) != set(order) or len(order) != len(rows):
            raise DataError(
                "The points have changed meanwhile. Look at the list again before you number them."
            )
        moved = [
            (uuid, number)
            for number, uuid in enumerate(order, start=1)
            if int(rows[uuid]["number"]) != number
        ]
        # by way of numbers that nobody has, since no two points may share one at any moment
        beyond = max((int(row["number"]) for row in rows.values()), default=0)
        for uuid, number in moved:
            transaction.update("walk_point", uuid, {"number": beyond + number})
        for uuid, number in moved:
            transaction.update("walk_point", uuid, {"number": number})


def distribute(
    workspace: Workspace,
    points: Sequence[str],
    organisation: str,
    deadline: Optional[dt.date],
    *,
    user: Optional[str] = None,
) -> None:
    """Give points to an organisation that shall answer by a day."""
    with workspace.transaction(user) as transaction:
        for uuid in points:
            point = transaction.get("walk_point", uuid)
            values: Dict[str, Any] = {"owner_organisation": organisation, "deadline": deadline}
            if point["status"] == "found":
                values["status"] = "distributed"
            transaction.update("walk_point", uuid, values)


def answer(
    workspace: Workspace,
    uuid: str,
    status: str,
    text: str,
    *,
    base_version: Optional[int] = None,
    user: Optional[str] = None,
) -> None:
    """What the owner has answered (``answered``, ``done``, ``declined``)."""
    workspace.change_state(
        "walk_point", uuid, status, {"answer": text.strip() or None},
        base_version=base_version, user=user,
    )  # fmt: skip


def make_measure(
    workspace: Workspace,
    uuid: str,
    problem: str,
    *,
    title: Optional[str] = None,
    type: Optional[str] = None,
    user: Optional[str] = None,
) -> str:
    """A proposed measure of a problem made from a point, and tied to it; returns its uuid."""
    with workspace.transaction(user) as transaction:
        point = transaction.get("walk_point", uuid)
        if point["measure"]:
            raise DataError("Point {number} is a measure already.", number=point["number"])
        suggested = type or MEASURE_TYPES.get(str(point["theme"]), "measure_other")
        measure = transaction.insert(
            "measure",
            {
                "title": title or measure_title(point.values),
                "problem": problem,
                "type": suggested,
                "description": point["description"],
                "responsible_organisation": point["owner_organisation"],
                "deadline": point["deadline"],
            },
            geometry=point.geometry,
        )
        transaction.update("walk_point", uuid, {"measure": measure})
    return measure


def measure_title(point: Mapping[str, Any]) -> str:
    """What a measure made from a point is called: the proposal, else where and what."""
    for text in (point.get("proposal"), point.get("description")):
        said = " ".join(str(text or "").split())
        if said:
            return said if len(said) <= 120 else said[:119] + "…"
    return str(point.get("place_name") or point.get("number"))


def _insert_participants(
    transaction: Transaction, walk: str, participants: Sequence[Participants]
) -> None:
    for group in participants:
        transaction.insert("walk_participant", {"walk": walk, **vars(group)})


def _row(
    row: Mapping[str, Any], points: Sequence[Mapping[str, Any]], today: dt.date
) -> WalkRow:
    asked = WalkFacts({}, points)
    owned = [point for point in points if point["owner_organisation"]]
    return WalkRow(
        uuid=str(row["uuid"]),
        version=int(row["version"]),
        title=str(row["title"]),
        status=str(row["status"]),
        area=str(row["area"] or ""),
        date=as_date(row["walked_at"]),
        points=len(points),
        owned=len(owned),
        answered=len(owned) - len(asked.unanswered),
        late=sum(1 for point in owned if overdue(point, today)),
    )
