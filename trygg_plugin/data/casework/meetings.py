"""Meetings: planned with agenda and participants, held point by point, closed with minutes.

All is stored as it is said, so that a meeting goes on where it was after a crash.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from ..errors import DataError
from ..records import Record
from ..refusals import overtaken
from ..transaction import Transaction
from ..values import wall_clock
from ..workspace import Workspace
from .agenda import Point, agenda_of, check
from .decisions import Decision, decisions_of

#: How far back "new" reaches where no earlier meeting and no period says it (ours).
FIRST_LOOK_BACK = timedelta(days=28)
#: A meeting that took place.
HELD = ("ongoing", "closed")


@dataclass(frozen=True)
class Participant:
    """An organisation (uuid of an actor) in a role; never a person."""

    organisation: str
    role: str = "member"
    present: bool = True


# --- planning --------------------------------------------------------------------------------


def plan(
    workspace: Workspace,
    kind: str,
    starts_at: datetime,
    *,
    title: Optional[str] = None,
    ends_at: Optional[datetime] = None,
    place: Optional[str] = None,
    period: Optional[str] = None,
    participants: Optional[Sequence[Participant]] = None,
    points: Optional[Sequence[Point]] = None,
    user: Optional[str] = None,
) -> str:
    """A new meeting with participants and agenda, all or nothing; gives its uuid.

    Not given: the participants of the last meeting of the kind, and the kind's agenda.
    """
    agenda = agenda_of(workspace, kind) if points is None else tuple(points)
    check(workspace, agenda)
    if participants is None:
        participants = usual_participants(workspace, kind)
    with workspace.transaction(user) as transaction:
        meeting = transaction.insert(
            "meeting",
            {
                "title": title or suggested_title(workspace, kind, starts_at.date()),
                "kind": kind, "starts_at": starts_at, "ends_at": ends_at, "place": place or None,
                "period": period,
            },
        )  # fmt: skip
        for one in participants:
            transaction.insert("meeting_participant", {"meeting": meeting, **vars(one)})
        _insert_points(transaction, meeting, agenda)
    return meeting


def suggested_title(workspace: Workspace, kind: str, day: date) -> str:
    """What a meeting is called where nobody says: its kind and its day."""
    codes = workspace.standard.codelists["meeting_kind"].codes
    label = next((c.label[workspace.language] for c in codes if c.key == kind), kind)
    return f"{label} {day.isoformat()}"


def usual_participants(workspace: Workspace, kind: str) -> Tuple[Participant, ...]:
    """Who took part in the last meeting of a kind, all expected to come."""
    rows = workspace.query(
        "SELECT uuid FROM meeting WHERE kind = {p} AND deleted_at IS NULL "
        "ORDER BY starts_at DESC, uuid LIMIT {p}",
        [kind, 1],
    )
    if not rows:
        return ()
    return tuple(
        replace(one, present=True) for one in participants_of(workspace, str(rows[0]["uuid"]))
    )


def change_plan(
    workspace: Workspace,
    meeting: str,
    values: Optional[Mapping[str, Any]] = None,
    *,
    participants: Optional[Sequence[Participant]] = None,
    points: Optional[Sequence[Point]] = None,
    base_version: Optional[int] = None,
    user: Optional[str] = None,
) -> None:
    """Change fields, participants and agenda in one transaction; what is not given stays.

    The agenda can be changed only while the meeting is planned: notes and decisions hang on it.
    """
    with workspace.transaction(user) as transaction:
        record = transaction.get("meeting", meeting)
        if values:
            transaction.update("meeting", meeting, values, base_version=base_version)
        if participants is not None:
            _set_participants(transaction, meeting, participants)
        if points is not None:
            if record["status"] != "planned":
                raise DataError(
                    "The agenda can no longer be changed: the meeting has begun. Write what is "
                    "new under the last point."
                )
            check(workspace, points)
            for row in transaction.rows("meeting_point", "meeting = {p}", [meeting]):
                transaction.delete("meeting_point", row.uuid)
            _insert_points(transaction, meeting, points)


def set_present(
    workspace: Workspace, meeting: str, organisation: str, role: str, present: bool,
    *, user: Optional[str] = None,
) -> None:  # fmt: skip
    """Note whether an organisation came."""
    with workspace.transaction(user) as transaction:
        for row in transaction.rows(
            "meeting_participant", "meeting = {p} AND organisation = {p} AND role = {p}",
            [meeting, organisation, role],
        ):  # fmt: skip
            transaction.update("meeting_participant", row.uuid, {"present": present})


def participants_of(workspace: Workspace, meeting: str) -> List[Participant]:
    """Who takes part, in the order in which they were entered."""
    return [
        Participant(row["organisation"], row["role"], row["present"])
        for row in workspace.rows("meeting_participant", "meeting = {p}", [meeting])
    ]


def points_of(workspace: Workspace, meeting: str) -> List[Record]:
    """The points of the agenda in order."""
    rows = workspace.rows("meeting_point", "meeting = {p}", [meeting])
    return sorted(rows, key=lambda row: row["number"])


# --- the meeting itself ----------------------------------------------------------------------


def begin(
    workspace: Workspace, meeting: str, now: Optional[datetime] = None, *,
    user: Optional[str] = None,
) -> None:  # fmt: skip
    """Begin a planned meeting now; its planned length stays. A meeting that goes on goes on."""
    now = (now or datetime.now()).replace(microsecond=0)
    with workspace.transaction(user) as transaction:
        record = transaction.get("meeting", meeting)
        if record["status"] == "ongoing":
            return
        if record["status"] == "closed":
            transaction.change_state("meeting", meeting, "ongoing")
            return
        times: Dict[str, Any] = {"starts_at": now}
        if record["ends_at"] is not None:
            times["ends_at"] = now + (record["ends_at"] - record["starts_at"])
        transaction.change_state("meeting", meeting, "ongoing", times)


def write_notes(
    workspace: Workspace, point: str, notes: Optional[str], *, seen: Optional[str] = None,
    user: Optional[str] = None,
) -> None:  # fmt: skip
    """Keep what was said at a point.

    ``seen`` is the text that the writer began with: what another has written there since is
    never lost, but told as a Refusal. The record's version would not do: leaving the point for
    the first time is noted in it too.
    """
    with workspace.transaction(user) as transaction:
        record = transaction.get("meeting_point", point)
        now = record["notes"] or ""
        if now == (notes or ""):
            return
        if now != (seen or ""):
            raise overtaken("meeting_point", record, workspace.language)
        transaction.update(
            "meeting_point", point, {"notes": notes or None}, base_version=record.version
        )


def mark_handled(
    workspace: Workspace, point: str, now: Optional[datetime] = None, *,
    user: Optional[str] = None,
) -> None:  # fmt: skip
    """Note when the meeting left a point for the first time."""
    if workspace.get("meeting_point", point)["handled_at"] is None:
        workspace.update(
            "meeting_point", point, {"handled_at": now or datetime.now()}, user=user
        )


def close(
    workspace: Workspace, meeting: str, now: Optional[datetime] = None, *,
    user: Optional[str] = None,
) -> Minutes:  # fmt: skip
    """Close a meeting that goes on; gives its minutes."""
    now = (now or datetime.now()).replace(microsecond=0)
    with workspace.transaction(user) as transaction:
        record = transaction.get("meeting", meeting)
        if record["status"] != "ongoing":
            raise DataError("The meeting does not go on, so that it cannot be closed.")
        ends = {"ends_at": max(now, record["starts_at"])}
        transaction.change_state("meeting", meeting, "closed", ends)
    return minutes_of(workspace, meeting)


def call_off(
    workspace: Workspace, meeting: str, note: Optional[str] = None, *, user: Optional[str] = None
) -> None:
    """Call off a planned meeting; it stays in the list."""
    workspace.change_state("meeting", meeting, "called_off", note=note, user=user)


def ongoing(workspace: Workspace) -> List[Record]:
    """Meetings that were begun and not closed, such as after a crash; the last one first."""
    rows = workspace.rows("meeting", "status = {p}", ["ongoing"])
    return sorted(rows, key=lambda row: (row["starts_at"], row.uuid), reverse=True)


def previous_meeting(workspace: Workspace, meeting: Record) -> Optional[Record]:
    """The last meeting of the same kind that was held before."""
    rows = workspace.rows(
        "meeting",
        "kind = {p} AND starts_at < {p} AND uuid <> {p} AND status IN ({p}, {p})",
        [meeting["kind"], meeting["starts_at"].isoformat(timespec="milliseconds"), meeting.uuid,
         *HELD],
    )
    return max(rows, key=lambda row: row["starts_at"], default=None)


def new_since(workspace: Workspace, meeting: Record) -> Tuple[date, date]:
    """First and last day of what is new to a meeting.

    From the day of the last one (of the period's first day, of four weeks back) to the day
    before this one: no day is told of twice, and none falls between two meetings.
    """
    last = meeting["starts_at"].date() - timedelta(days=1)
    before = previous_meeting(workspace, meeting)
    if before is not None:
        first = before["starts_at"].date()
    elif meeting["period"]:
        first = workspace.get("period", meeting["period"])["date_from"]
    else:
        first = last + timedelta(days=1) - FIRST_LOOK_BACK
    return min(first, last), last


def planned_events(workspace: Workspace, first: date, last: date) -> List[Record]:
    """Events (category ARR) that take place in the days, soonest first.

    What was rejected or is a draft is left out; what waits for review is told, since the day may
    pass before it is.
    """
    rows = workspace.rows(
        "incident",
        "category = {p} AND status NOT IN ({p}, {p}) AND time_from < {p} "
        "AND coalesce(time_to, time_from) >= {p}",
        ["event", "draft", "rejected", wall_clock(datetime.combine(last + timedelta(1), time())),
         wall_clock(datetime.combine(first, time()))],
    )
    return sorted(rows, key=lambda row: (row["time_from"], row.uuid))


def waiting_for_review(workspace: Workspace, first: date, last: date) -> int:
    """How many incidents of the days wait for review: they are in no figure yet."""
    rows = workspace.query(
        "SELECT count(*) AS n FROM incident WHERE deleted_at IS NULL AND status IN ({p}, {p}, {p}) "
        "AND time_from >= {p} AND time_from < {p}",
        ["submitted", "under_review", "needs_completion",
         wall_clock(datetime.combine(first, time())),
         wall_clock(datetime.combine(last + timedelta(days=1), time()))],
    )
    return int(rows[0]["n"])


# --- minutes ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class MinutesPoint:
    """A point with what was said and decided; decisions are in the order of their numbers."""

    uuid: str
    number: int
    content: str
    title: str
    notes: str
    decisions: Tuple[Decision, ...]


@dataclass(frozen=True)
class Minutes:
    """What the minutes of a meeting tell: words in ``language``, organisations by name.

    ``present``, ``absent``: (organisation, role). ``points`` hold the decisions; ``decisions``
    all of them, with those made at no point. ``period``: its title, empty for none.
    """

    meeting: str
    language: str
    title: str
    kind: str
    kind_label: str
    status: str
    starts_at: datetime
    ends_at: Optional[datetime]
    place: str
    period: str
    registry_number: str
    approved: Optional[date]
    notes: str
    present: Tuple[Tuple[str, str], ...]
    absent: Tuple[Tuple[str, str], ...]
    points: Tuple[MinutesPoint, ...]
    decisions: Tuple[Decision, ...]


def minutes_of(workspace: Workspace, meeting: str, language: Optional[str] = None) -> Minutes:
    """The minutes of a meeting as they stand now, closed or not."""
    language = language or workspace.language
    labels = {
        codelist: {c.key: c.label[language] for c in workspace.standard.codelists[codelist].codes}
        for codelist in ("meeting_kind", "meeting_role")
    }
    with workspace.reading():
        record = workspace.get("meeting", meeting)
        actors = {row.uuid: str(row["name"]) for row in workspace.rows("actor", deleted=True)}
        taking_part = participants_of(workspace, meeting)
        decisions = tuple(decisions_of(workspace, meeting))
        points = points_of(workspace, meeting)
        period = workspace.get("period", record["period"])["title"] if record["period"] else ""
    people = [
        ((actors.get(one.organisation, ""), labels["meeting_role"].get(one.role, one.role)),
         one.present)
        for one in taking_part
    ]  # fmt: skip
    return Minutes(
        meeting=meeting, language=language, title=record["title"], kind=record["kind"],
        kind_label=labels["meeting_kind"].get(record["kind"], record["kind"]),
        status=record["status"], starts_at=record["starts_at"], ends_at=record["ends_at"],
        place=record["place"] or "", period=str(period),
        registry_number=record["registry_number"] or "", approved=record["minutes_approved"],
        notes=record["minutes"] or "",
        present=tuple(who for who, came in people if came),
        absent=tuple(who for who, came in people if not came),
        points=tuple(
            MinutesPoint(
                row.uuid, row["number"], row["content"], row["title"], row["notes"] or "",
                tuple(d for d in decisions if d.point == row.uuid),
            )
            for row in points
        ),
        decisions=decisions,
    )  # fmt: skip


# --- inside ----------------------------------------------------------------------------------


def _insert_points(transaction: Transaction, meeting: str, points: Sequence[Point]) -> None:
    for number, point in enumerate(points, 1):
        transaction.insert(
            "meeting_point",
            {"meeting": meeting, "number": number, "content": point.content,
             "title": point.title.strip()},
        )  # fmt: skip


def _set_participants(
    transaction: Transaction, meeting: str, participants: Sequence[Participant]
) -> None:
    wanted = {(one.organisation, one.role): one for one in participants}
    known = {
        (row["organisation"], row["role"]): row
        for row in transaction.rows("meeting_participant", "meeting = {p}", [meeting])
    }
    for key, row in known.items():
        if key not in wanted:
            transaction.delete("meeting_participant", row.uuid)
        elif wanted[key].present != row["present"]:
            transaction.update(
                "meeting_participant", row.uuid, {"present": wanted[key].present}
            )
    for key, one in wanted.items():
        if key not in known:
            transaction.insert("meeting_participant", {"meeting": meeting, **vars(one)})
