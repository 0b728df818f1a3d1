"""Periods: opened by the cadence, closed, written, adopted with a snapshot, shared, followed up.

An adoption is one transaction: the period's state and its edition. The edition's content is made
by the caller (reports/period_snapshot.py) and never changes afterwards; the database sees to it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from typing import Any, Dict, List, Mapping, Optional, Tuple

from ...domain.advice import Notice, refuse_if_stopped
from ...domain.period_steps import ADOPTED, OPEN, PeriodFacts, before_step
from ...domain.periods import FORTNIGHT_ANCHOR, KINDS, Period, as_date, period_of, title
from ...domain.rights import may_step
from ...domain.states import PERIOD, check
from ..errors import DataError
from ..records import Record
from ..workspace import Workspace
from . import period_counts
from .transitions import steps_of

#: Settings of a workspace: the kind of period, and a Monday on which a fortnight begins.
CADENCE = "period_kind"
ANCHOR = "fortnight_anchor"

#: The officials' texts of a period.
TEXTS = ("summary", "analysis", "assessment", "feedback")
#: Of these, feedback goes on after the adoption.
TEXTS_AFTER_ADOPTION = ("feedback",)

#: Measures in these states have work left.
UNFINISHED_MEASURES = ("proposed", "decided", "ongoing")


@dataclass(frozen=True)
class PeriodRow:
    """A period in a list."""

    uuid: str
    version: int
    title: str
    status: str
    period: Period


@dataclass(frozen=True)
class Light:
    """The traffic light that the coordinator has set for an area."""

    uuid: str
    version: int
    area: str
    colour: str
    reason: str


@dataclass(frozen=True)
class Edition:
    """An adopted edition. ``intact``: its content is what was adopted, by its checksum."""

    uuid: str
    title: str
    period: Optional[str]
    adopted_at: Optional[dt.datetime]
    adopted_by: str
    public: bool
    checksum: str
    content: Dict[str, Any]
    intact: bool


# --- the cadence ----------------------------------------------------------------------------


def cadence(workspace: Workspace, fallback: str = "week") -> str:
    """The kind of period that the municipality works by."""
    kind = workspace.meta.get(CADENCE, fallback)
    return kind if kind in KINDS else fallback


def set_cadence(workspace: Workspace, kind: str) -> None:
    """Work by another kind of period from now on; periods that are there stay."""
    if kind not in KINDS:
        raise DataError(
            "“{kind}” is not a kind of period; known are {known}.",
            kind=kind,
            known=", ".join(KINDS),
        )
    workspace.set_meta(CADENCE, kind)


def period_at(workspace: Workspace, day: dt.date, kind: Optional[str] = None) -> Period:
    """The period of the cadence, or of a kind, that holds a day."""
    anchor = as_date(workspace.meta.get(ANCHOR)) or FORTNIGHT_ANCHOR
    return period_of(kind or cadence(workspace), day, anchor)


# --- periods --------------------------------------------------------------------------------


def listed(workspace: Workspace, limit: int = 60) -> List[PeriodRow]:
    """The newest periods, the latest first, whatever their kind."""
    rows = workspace.query(
        "SELECT uuid, version, title, kind, status, date_from, date_to FROM period "
        "WHERE deleted_at IS NULL ORDER BY date_from DESC, date_to DESC, fid DESC LIMIT {p}",
        [limit],
    )
    return [_row(row) for row in rows]


def find(workspace: Workspace, period: Period) -> Optional[PeriodRow]:
    """The record of a period, when it has one."""
    rows = workspace.query(
        "SELECT uuid, version, title, kind, status, date_from, date_to FROM period "
        "WHERE deleted_at IS NULL AND kind = {p} AND date_from = {p}",
        [period.kind, period.start.isoformat()],
    )
    return _row(rows[0]) if rows else None


def open_period(workspace: Workspace, period: Period, *, user: Optional[str] = None) -> str:
    """The uuid of a period's record, which is made when there is none."""
    known = find(workspace, period)
    if known is not None:
        return known.uuid
    values = {
        "title": title(period, workspace.language),
        "kind": period.kind,
        "date_from": period.start,
        "date_to": period.end,
    }
    return workspace.insert("period", values, user=user)


def period_of_record(record: Record) -> Period:
    """The days of a period's record."""
    return Period(str(record["kind"]), record["date_from"], record["date_to"])


def closed_at(workspace: Workspace, uuid: str) -> Optional[dt.datetime]:
    """When a period was closed last (UTC); None while it collects."""
    moments = [step.at for step in steps_of(workspace, "period", uuid) if step.after == "closed"]
    return moments[-1] if moments else None


def late_arrivals(workspace: Workspace, uuid: str) -> period_counts.Late:
    """What arrived after the period was closed, and what waits for review; 0 while it is open."""
    return late_of(workspace, period_of_record(workspace.get("period", uuid)), uuid)


def late_of(workspace: Workspace, period: Period, uuid: Optional[str]) -> period_counts.Late:
    """The same for a period that may have no record yet (``uuid`` None)."""
    closed = closed_at(workspace, uuid) if uuid else None
    return period_counts.late(workspace, period, closed)


def facts(workspace: Workspace, uuid: str) -> PeriodFacts:
    """What decides whether the period's next step is wise."""
    with workspace.reading():
        record = workspace.get("period", uuid)
        period = period_of_record(record)
        areas = [row["uuid"] for row in areas_of(workspace)]
        with_light = {light.area for light in lights(workspace, uuid).values()}
        marks = ", ".join(["{p}"] * len(UNFINISHED_MEASURES))
        overdue = workspace.query(
            "SELECT count(*) AS n FROM measure WHERE deleted_at IS NULL "  # nosec B608
            f"AND deadline <= {{p}} AND status IN ({marks})",
            [period.end.isoformat(), *UNFINISHED_MEASURES],
        )
        return PeriodFacts(
            last_day=period.end,
            waiting=period_counts.waiting(workspace, period),
            areas=len(areas),
            areas_with_light=len(with_light.intersection(areas)),
            overdue_measures=int(overdue[0]["n"]),
            **{key: str(record[key] or "") for key in TEXTS},
        )


def notices(workspace: Workspace, uuid: str, to: str, today: dt.date) -> List[Notice]:
    """What to know before the period goes to a state."""
    return before_step(to, facts(workspace, uuid), today)


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
    """Take a period to its next state; an adoption goes through :func:`adopt`.

    Raises TransitionError, StepStoppedError, or what the database says.
    """
    record = workspace.get("period", uuid)
    check(PERIOD, str(record["status"]), to)
    if to == ADOPTED:
        raise DataError("A period is adopted together with its snapshot.")
    refuse_if_stopped(notices(workspace, uuid, to, today))
    workspace.change_state("period", uuid, to, base_version=base_version, user=user, note=note)


def write_texts(
    workspace: Workspace,
    uuid: str,
    texts: Mapping[str, str],
    *,
    base_version: Optional[int] = None,
    user: Optional[str] = None,
) -> None:
    """Store texts of a period (see :data:`TEXTS`); empty ones are taken away."""
    values = {key: texts[key].strip() or None for key in TEXTS if key in texts}
    workspace.update("period", uuid, values, base_version=base_version, user=user)


# --- traffic lights -------------------------------------------------------------------------


def areas_of(workspace: Workspace) -> List[Mapping[str, Any]]:
    """uuid, name and population of the municipality's own areas, in their order."""
    return workspace.query(
        "SELECT uuid, name, population FROM area WHERE deleted_at IS NULL AND kind = {p} "
        "ORDER BY coalesce(sort_order, 1000000), name, fid",
        ["est_area"],
    )


def lights(workspace: Workspace, period: str) -> Dict[str, Light]:
    """Area -> its light in a period."""
    return {
        str(row["area"]): Light(
            row.uuid, row.version, str(row["area"]), str(row["colour"]), str(row["reason"] or "")
        )
        for row in workspace.rows("area_light", "period = {p}", [period])
    }


def set_light(
    workspace: Workspace,
    period: str,
    area: str,
    colour: Optional[str],
    reason: str = "",
    *,
    user: Optional[str] = None,
) -> None:
    """Set an area's light in a period, or take it away (``colour`` None)."""
    set_lights(workspace, period, {area: (colour, reason)}, user=user)


def set_lights(
    workspace: Workspace,
    period: str,
    chosen: Mapping[str, Tuple[Optional[str], str]],
    *,
    user: Optional[str] = None,
) -> None:
    """Set or take away the lights of several areas: area -> colour (or None) and reason."""
    with workspace.transaction(user) as transaction:
        if transaction.get("period", period)["status"] not in OPEN:
            raise DataError("The period is adopted; its traffic lights do not change any more.")
        known = {
            str(row["area"]): row
            for row in transaction.rows("area_light", "period = {p}", [period])
        }
        for area, (colour, reason) in chosen.items():
            values = {"colour": colour, "reason": reason.strip() or None}
            light = known.get(area)
            if light is None:
                if colour is not None:
                    transaction.insert("area_light", {"period": period, "area": area, **values})
            elif colour is None:
                transaction.delete("area_light", light.uuid)
            elif any(light[key] != values[key] for key in values):
                transaction.update("area_light", light.uuid, values)


# --- adoption -------------------------------------------------------------------------------


def may_adopt(workspace: Workspace) -> bool:
    """Whether who is logged in may adopt. A GeoPackage has no logins: whoever opens it may."""
    role = getattr(workspace, "role", None)
    return role is None or may_step(role, "period", "est_meeting", ADOPTED)


def canonical(content: Mapping[str, Any]) -> str:
    """Content as the text that is stored and summed: the same for the same content."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def checksum_of(text: str) -> str:
    """SHA-256 as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def adopt(
    workspace: Workspace,
    uuid: str,
    content: Mapping[str, Any],
    *,
    today: dt.date,
    meeting: Optional[str] = None,
    language: Optional[str] = None,
    base_version: Optional[int] = None,
    user: Optional[str] = None,
    note: Optional[str] = None,
) -> str:
    """Adopt a period with the snapshot of what was adopted; returns the edition's uuid.

    ``base_version`` is the period's version that ``content`` was made from: texts that someone
    has changed since are not adopted unread.
    """
    if not may_adopt(workspace):
        raise DataError("Only the coordinator adopts a period.")
    record = workspace.get("period", uuid)
    check(PERIOD, str(record["status"]), ADOPTED)
    refuse_if_stopped(notices(workspace, uuid, ADOPTED, today))
    text = canonical(content)
    values = {"adopted_at": meeting} if meeting else {}
    with workspace.transaction(user, note=note) as transaction:
        transaction.change_state("period", uuid, ADOPTED, values, base_version=base_version)
        return transaction.insert(
            "edition",
            {
                "title": record["title"],
                "period": uuid,
                "language": language or workspace.language,
                "content": text,
                "checksum": checksum_of(text),
            },
        )


def editions(workspace: Workspace, limit: int = 60) -> List[Mapping[str, Any]]:
    """uuid, title, period, adopted_at, public, checksum and created_by, the newest first."""
    return workspace.query(
        "SELECT uuid, title, period, adopted_at, public, checksum, created_by FROM edition "
        "WHERE deleted_at IS NULL ORDER BY adopted_at DESC, fid DESC LIMIT {p}",
        [limit],
    )


def read_edition(workspace: Workspace, uuid: str) -> Edition:
    """An edition with its content, checked against its checksum."""
    record = workspace.get("edition", uuid)
    text = str(record["content"])
    try:
        content = json.loads(text)
    except ValueError:
        content = {}
    return Edition(
        uuid=uuid,
        title=str(record["title"]),
        period=record["period"],
        adopted_at=record["adopted_at"],
        adopted_by=str(record.created_by or ""),
        public=bool(record["public"]),
        checksum=str(record["checksum"]),
        content=content if isinstance(content, dict) else {},
        intact=checksum_of(text) == record["checksum"],
    )


def _row(row: Mapping[str, Any]) -> PeriodRow:
    first, last = as_date(row["date_from"]), as_date(row["date_to"])
    if first is None or last is None:  # the database asks for both
        raise DataError("The period “{title}” has no dates.", title=row["title"])
    return PeriodRow(
        uuid=str(row["uuid"]),
        version=int(row["version"]),
        title=str(row["title"]),
        status=str(row["status"]),
        period=Period(str(row["kind"]), first, last),
    )


