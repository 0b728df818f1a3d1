"""Counts of incidents in periods, by the database: by area and category, late ones, by reporter.

An incident belongs to the period in which it began (``time_from``). Only reviewed ones count
(domain/states.py); coverage counts all reports but drafts and rejected ones, since a reporter who
reports has reported, whatever became of it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Dict, List, Optional, Sequence, Tuple

from ...domain.periods import Period, as_date
from ...domain.states import COUNTED_INCIDENT_STATES
from ..values import stamp, wall_clock
from ..workspace import Workspace

#: States of an incident that waits for the coordinator.
WAITING = ("submitted", "under_review", "needs_completion")

Cell = Tuple[Optional[str], str]
"""Area (None: outside all) and category."""

#: The status is wrapped so that the index of the time is used, which says more than that of the
#: status: nearly all incidents have been approved.
_COUNTED = f"coalesce(status, '') IN ({', '.join(['{p}'] * len(COUNTED_INCIDENT_STATES))})"
_WITHIN = "deleted_at IS NULL AND time_from >= {p} AND time_from < {p}"


@dataclass(frozen=True)
class Late:
    """What a closed period does not hold yet: ``arrived`` after it was closed and counted by
    now, ``waiting`` for review, whenever they came. ``since``: when it was closed (UTC)."""

    arrived: int
    waiting: int
    since: Optional[dt.datetime]


def bounds(first: dt.date, last: dt.date) -> Tuple[str, str]:
    """First moment of a day and first moment after another, as times are stored."""
    after = last + dt.timedelta(days=1)
    return (
        wall_clock(dt.datetime(first.year, first.month, first.day)),
        wall_clock(dt.datetime(after.year, after.month, after.day)),
    )


def counts(workspace: Workspace, first: dt.date, last: dt.date) -> Dict[Cell, int]:
    """Reviewed incidents from one day to another, both included, by area and category."""
    rows = workspace.query(
        "SELECT area, category, count(*) AS n FROM incident "  # nosec B608
        f"WHERE {_WITHIN} AND {_COUNTED} GROUP BY area, category",
        [*bounds(first, last), *COUNTED_INCIDENT_STATES],
    )
    return {(row["area"], str(row["category"])): int(row["n"]) for row in rows}


def without_place(workspace: Workspace, first: dt.date, last: dt.date) -> int:
    """Reviewed incidents of these days that have no place yet."""
    rows = workspace.query(
        "SELECT count(*) AS n FROM incident "  # nosec B608
        f"WHERE {_WITHIN} AND {_COUNTED} AND geom IS NULL",
        [*bounds(first, last), *COUNTED_INCIDENT_STATES],
    )
    return int(rows[0]["n"])


def first_day(workspace: Workspace) -> Optional[dt.date]:
    """The first day that a reviewed incident tells of; None when there is none."""
    rows = workspace.query(
        "SELECT time_from AS first FROM incident WHERE deleted_at IS NULL "  # nosec B608
        f"AND time_from IS NOT NULL AND {_COUNTED} ORDER BY time_from LIMIT {{p}}",
        [*COUNTED_INCIDENT_STATES, 1],
    )
    return as_date(rows[0]["first"]) if rows else None


def waiting(workspace: Workspace, period: Period) -> int:
    """Incidents of a period that nobody has reviewed to the end."""
    marks = ", ".join(["{p}"] * len(WAITING))
    rows = workspace.query(
        f"SELECT count(*) AS n FROM incident WHERE {_WITHIN} "  # nosec B608
        f"AND coalesce(status, '') IN ({marks})",
        [*bounds(period.start, period.end), *WAITING],
    )
    return int(rows[0]["n"])


def late(workspace: Workspace, period: Period, closed_at: Optional[dt.datetime]) -> Late:
    """What came too late for a period that was closed at a moment (None: it is open)."""
    with workspace.reading():
        still = waiting(workspace, period)
        if closed_at is None:
            return Late(0, still, None)
        rows = workspace.query(
            "SELECT count(*) AS n FROM incident "  # nosec B608
            f"WHERE {_WITHIN} AND {_COUNTED} AND created_at > {{p}}",
            [
                *bounds(period.start, period.end),
                *COUNTED_INCIDENT_STATES,
                stamp(closed_at),
            ],
        )
    return Late(int(rows[0]["n"]), still, closed_at)


@dataclass(frozen=True)
class Reports:
    """Reports of one organisation (None: not named) from one area in one of several steps."""

    organisation: Optional[str]
    area: Optional[str]
    step: int
    number: int


def reports_by(
    workspace: Workspace, steps: Sequence[Tuple[dt.date, dt.date]]
) -> List[Reports]:
    """Reports by organisation and area in each of some steps of time that follow one another.

    ``steps``: (first day, last day), the oldest first. One pass over the incidents.
    """
    if not steps:
        return []
    arms, parameters = [], []
    for number, (_first, last) in enumerate(steps[:-1]):
        arms.append(f"WHEN time_from < {{p}} THEN {number}")
        parameters.append(bounds(last, last)[1])
    which = f"CASE {' '.join(arms)} ELSE {len(steps) - 1} END" if arms else "0"
    first, after = bounds(steps[0][0], steps[-1][1])
    rows = workspace.query(
        "SELECT organisation, area, step, count(*) AS n FROM ("  # nosec B608
        f"SELECT reporter_organisation AS organisation, area, {which} AS step FROM incident "
        f"WHERE {_WITHIN} AND coalesce(status, '') NOT IN ({{p}}, {{p}})) told "
        "GROUP BY organisation, area, step",
        [*parameters, first, after, "draft", "rejected"],
    )
    return [
        Reports(row["organisation"], row["area"], int(row["step"]), int(row["n"])) for row in rows
    ]


def received_by(
    workspace: Workspace, spans: Sequence[Tuple[dt.date, dt.date]]
) -> Dict[str, List[int]]:
    """Reports that each organisation sent in each of some spans, whatever became of them.

    ``spans``: (first day, day after the last), the earliest first. One pass over the incidents.
    """
    moments = [bounds(day, day)[0] for span in spans for day in span]
    sums = ", ".join(
        f"sum(CASE WHEN reported_at >= {{p}} AND reported_at < {{p}} THEN 1 ELSE 0 END) AS span_{n}"
        for n in range(len(spans))
    )
    rows = workspace.query(
        f"SELECT reporter_organisation AS organisation, {sums} FROM incident "  # nosec B608
        "WHERE deleted_at IS NULL AND reported_at >= {p} AND reported_at < {p} "
        "AND reporter_organisation IS NOT NULL GROUP BY reporter_organisation",
        [*moments, moments[0], moments[-1]],
    )
    return {
        str(row["organisation"]): [int(row[f"span_{n}"]) for n in range(len(spans))]
        for row in rows
    }
