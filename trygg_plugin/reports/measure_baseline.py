"""Where a measure's indicator stands before it starts: incidents per month at its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Dict, Optional

from ..data.casework.places import filters, rows_within
from ..data.records import Record
from ..data.values import codes_of
from ..data.workspace import Workspace
from ..domain.periods import add_months
from ..domain.standard_problems import N_
from ..domain.states import COUNTED_INCIDENT_STATES
from .problem_figures import first_day, outline

#: Months that a baseline is the mean of: a whole year, so that no season counts twice.
MONTHS = 12
#: How far from a measure's point or line an incident still lies at its place (m).
REACH = 100.0


@dataclass(frozen=True)
class Baseline:
    """``per_month`` incidents over ``months`` whole months; ``reason`` is a template with
    ``values`` that says what was counted."""

    per_month: Optional[float]
    incidents: int
    months: int
    reason: str
    values: Dict[str, object]


def baseline(
    workspace: Workspace,
    place: Optional[bytes],
    problem: Record,
    today: date,
    months: int = MONTHS,
) -> Baseline:
    """Mean monthly incidents of the problem's phenomena within the measure's place.

    ``place``: WKB of the measure; without one the problem's place, and without that the
    incidents linked to the problem. Only whole months since reports began.
    """
    end = today.replace(day=1)
    start = add_months(end, -months)
    with workspace.reading():
        first = first_day(workspace)
        if first is not None:
            whole = first if first.day == 1 else add_months(first.replace(day=1), 1)
            start = max(start, whole)
        length = (end.year - start.year) * 12 + end.month - start.month
        if first is None or length <= 0:
            return Baseline(None, 0, 0, N_(
                "There is no whole month of reviewed incidents to reckon a baseline from."), {})
        area = outline(place, REACH)
        reason = N_("{count} incidents in {months} months within the measure's place.")
        if area is None:
            area = outline(problem.geometry)
            reason = N_("{count} incidents in {months} months within the problem's place.")
        if area is not None:
            count = sum(1 for _ in rows_within(
                workspace, area, categories=codes_of(problem["phenomena"]), since=start,
                until=end - timedelta(days=1),
            ))  # fmt: skip
        else:
            reason = N_("{count} incidents in {months} months among those linked to the problem.")
            condition, parameters = filters(
                (), start, end - timedelta(days=1), COUNTED_INCIDENT_STATES
            )
            rows = workspace.query(
                f"SELECT count(*) AS n FROM incident WHERE {condition} AND uuid IN "  # nosec B608 conditions of ours
                "(SELECT incident FROM problem_incident WHERE problem = {p} "
                "AND deleted_at IS NULL)",
                [*parameters, problem.uuid],
            )
            count = int(rows[0]["n"])
    return Baseline(count / length, count, length, reason, {"count": count, "months": length})
