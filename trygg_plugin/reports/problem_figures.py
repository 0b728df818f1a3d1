"""What the data tell of one problem: its counts, their change, and what Brå's criteria get from it.

Gathered anew whenever it is shown; nothing here is stored. Everything is read with SQL that
meets an index, so that a problem of some hundred incidents is told at once among 200,000.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
from qgis.core import QgsGeometry

from ..analysis.calendar_trend import monthly_counts
from ..analysis.count_change import count_change
from ..analysis.mann_kendall import mann_kendall
from ..data.casework.places import filters, rows_within
from ..data.casework.problems import SOLVED
from ..data.geometry import wkb_envelope
from ..data.records import Record
from ..data.schema import GEOMETRY
from ..data.values import codes_of, from_stored, wall_clock
from ..data.workspace import Workspace
from ..domain.periods import Period, add_months, previous, same_last_year
from ..domain.priority import ProblemFigures, Suggestion, suggest
from ..domain.problem_light import Compared, SuggestedLight, suggest_light
from ..domain.standard_problems import N_
from ..domain.states import COUNTED_INCIDENT_STATES
from .figures import SIGNIFICANCE, Change

#: A problem is "tied to places" by the share of its incidents in this many squares of this side.
TOP_PLACES, PLACE_SIDE = 3, 100.0
#: Months in the curve, and the fewest that a trend is told of.
CURVE_MONTHS, FEWEST_MONTHS = 24, 6
#: How far from a problem's points or lines an incident still lies at its place (m).
REACH = 50.0
#: A polygon has this dimension (QgsGeometry's own enum moved between QGIS 3 and 4).
_POLYGON = 2


@dataclass(frozen=True)
class Trend:
    """Whether the months go up or down: 1, -1, or 0 where nothing certain can be said."""

    months: int
    direction: int

    @property
    def sentence(self) -> str:
        """A template with {months}."""
        if self.direction > 0:
            return N_("Rising over the last {months} months.")
        if self.direction < 0:
            return N_("Falling over the last {months} months.")
        return N_("No certain trend over the last {months} months.")


@dataclass(frozen=True)
class ProblemPicture:
    """Everything that the panel and a document tell of a problem from the data.

    ``last``: the last day that is counted, earlier than the period's end while it runs; the
    earlier periods are counted up to the same day. ``months``: counts of consecutive months
    from ``first_month`` (year, month), the running one left out.
    """

    period: Period
    last: date
    linked: int
    count: int
    previous: Change
    last_year: Change
    first_month: Tuple[int, int]
    months: Tuple[int, ...]
    trend: Optional[Trend]
    suggestions: Tuple[Suggestion, ...]
    light: SuggestedLight


def problem_picture(
    workspace: Workspace, problem: Record, period: Period, today: date
) -> ProblemPicture:
    """The figures of a problem in a period. Raises DataError when the workspace can't be read."""
    with workspace.reading():
        rows = _linked(workspace, problem.uuid)
        since = first_day(workspace)
        last = max(period.start, min(period.end, today))
        others = _all_counts(workspace, period.start, last)
        rate, reference = _rates(workspace, problem, period.start, last)
    days = _days(rows)
    elapsed = (last - period.start).days
    count = _count(days, period.start, last)
    before = _change(days, count, previous(period), elapsed, since)
    last_year = _change(days, count, same_last_year(period), elapsed, since)
    first_month, months = _months(days, since, today)
    inside = [row for row, day in zip(rows, days) if period.start <= day <= last]
    judged = inside or rows
    figures = ProblemFigures(
        incidents=count,
        # itself too, also when none of its incidents falls into the period
        all_problems=list({problem.uuid: 0, **others}.values()),
        previous_period=before.before,
        same_last_year=last_year.before,
        months_active=_months_between(min(days), today) if days else None,
        rate=rate,
        reference_rate=reference,
        share_at_top_places=_share_at_top(workspace, judged),
        mean_severity=_mean_severity(judged),
        share_with_many=_share_with_many(workspace, judged),
    )
    return ProblemPicture(
        period=period,
        last=last,
        linked=len(rows),
        count=count,
        previous=before,
        last_year=last_year,
        first_month=first_month,
        months=months,
        trend=_trend(months),
        suggestions=tuple(suggest(figures)),
        light=suggest_light(
            count,
            Compared(before.before, before.verdict),
            Compared(last_year.before, last_year.verdict),
        ),
    )


def outline(place: Optional[bytes], reach: float = REACH) -> Optional[QgsGeometry]:
    """The polygon of a place in metres: itself, or what lies within ``reach`` of other kinds."""
    if place is None:
        return None
    geometry = QgsGeometry()
    geometry.fromWkb(place)
    if geometry.isNull() or geometry.isEmpty():
        return None
    if geometry.constGet().dimension() != _POLYGON:
        return geometry.buffer(reach, 16)
    # an outline that crosses itself would find nothing; mended, it shows what was meant
    return geometry if geometry.isGeosValid() else geometry.makeValid()


def not_linked_yet(
    workspace: Workspace, problem: Record, since: Optional[date] = None
) -> List[str]:
    """Incidents of the problem's phenomena inside its place that are not linked to it."""
    place = outline(problem.geometry)
    if place is None:
        return []
    with workspace.reading():
        known = {str(row["uuid"]) for row in _linked(workspace, problem.uuid)}
        found = rows_within(
            workspace, place, categories=codes_of(problem["phenomena"]), since=since
        )
        return [uuid for uuid in (str(row["uuid"]) for row in found) if uuid not in known]


# --- reading ---------------------------------------------------------------------------------


def _linked(workspace: Workspace, problem: str) -> List[Mapping[str, Any]]:
    """The counted incidents of a problem, oldest first."""
    marks = ", ".join(["{p}"] * len(COUNTED_INCIDENT_STATES))
    place = workspace.engine.place_column(f'i."{GEOMETRY}"')
    return workspace.query(
        "SELECT i.uuid, i.time_from, i.severity, i.severity_reviewed, i.people_count, "  # nosec B608 conditions of ours
        f"{place} AS place FROM problem_incident l JOIN incident i ON i.uuid = l.incident "
        f"WHERE l.problem = {{p}} AND l.deleted_at IS NULL AND i.deleted_at IS NULL "
        f"AND i.status IN ({marks}) ORDER BY i.time_from, i.uuid",
        [problem, *COUNTED_INCIDENT_STATES],
    )


def _days(rows: Sequence[Mapping[str, Any]]) -> List[date]:
    return [datetime.fromisoformat(str(row["time_from"])[:19]).date() for row in rows]


def first_day(workspace: Workspace) -> Optional[date]:
    """The day of the first incident that counts: before it, silence is not calm."""
    condition, parameters = filters((), None, None, COUNTED_INCIDENT_STATES)
    rows = workspace.query(
        f"SELECT time_from FROM incident WHERE {condition} ORDER BY time_from LIMIT {{p}}",  # nosec B608 conditions of ours
        [*parameters, 1],
    )
    column = workspace.schema.table("incident").column("time_from")
    return from_stored(rows[0]["time_from"], column).date() if rows else None


def _all_counts(workspace: Workspace, first: date, last: date) -> Dict[str, int]:
    """Incidents in the days, of every problem that is not solved."""
    states = ", ".join(["{p}"] * len(COUNTED_INCIDENT_STATES))
    solved = ", ".join(["{p}"] * len(SOLVED))
    counted = workspace.query(
        "SELECT l.problem, count(*) AS n FROM problem_incident l "  # nosec B608 conditions of ours
        "JOIN incident i ON i.uuid = l.incident "
        "WHERE l.deleted_at IS NULL AND i.deleted_at IS NULL "
        f"AND i.status IN ({states}) AND i.time_from >= {{p}} AND i.time_from < {{p}} "
        "GROUP BY l.problem",
        [
            *COUNTED_INCIDENT_STATES,
            wall_clock(datetime.combine(first, datetime.min.time())),
            wall_clock(datetime.combine(last + timedelta(days=1), datetime.min.time())),
        ],
    )
    known = {str(row["problem"]): int(row["n"]) for row in counted}
    wanted = workspace.query(
        f"SELECT uuid FROM problem WHERE deleted_at IS NULL AND status NOT IN ({solved})",  # nosec B608 conditions of ours
        list(SOLVED),
    )
    return {str(row["uuid"]): known.get(str(row["uuid"]), 0) for row in wanted}


def _rates(
    workspace: Workspace, problem: Record, first: date, last: date
) -> Tuple[Optional[float], Optional[float]]:
    """Incidents of the problem's phenomena per resident: in its area, and in similar ones.

    Similar are the reference areas; without any, the other areas of the same kind. None where
    an area has no population.
    """
    own = problem["area"]
    areas = workspace.rows("area", "population > {p}", [0])
    mine = next((row for row in areas if row.uuid == own), None)
    if mine is None:
        return None, None
    others = [row for row in areas if row["kind"] == "reference_area" and row.uuid != own]
    others = others or [row for row in areas if row["kind"] == mine["kind"] and row.uuid != own]
    if not others:
        return None, None
    condition, parameters = filters(
        codes_of(problem["phenomena"]), first, last, COUNTED_INCIDENT_STATES
    )
    counted = workspace.query(
        f"SELECT area, count(*) AS n FROM incident WHERE {condition} GROUP BY area",  # nosec B608 conditions of ours
        parameters,
    )
    known = {row["area"]: int(row["n"]) for row in counted}
    residents = sum(row["population"] for row in others)
    elsewhere = sum(known.get(row.uuid, 0) for row in others)
    return known.get(own, 0) / mine["population"], elsewhere / residents


# --- reckoning -------------------------------------------------------------------------------


def _count(days: Sequence[date], first: date, last: date) -> int:
    return sum(first <= day <= last for day in days)


def _change(
    days: Sequence[date], count: int, earlier: Period, elapsed: int, since: Optional[date]
) -> Change:
    """Against as many days of an earlier period, with the exact test for small numbers."""
    if since is None or earlier.start < since:
        return Change(None, count, None)
    last = min(earlier.end, earlier.start + timedelta(days=elapsed))
    before = _count(days, earlier.start, last)
    try:
        tested = count_change([before], [count], (last - earlier.start).days + 1, elapsed + 1)
    except ImportError:  # scipy is not in every QGIS: the counts still stand
        return Change(before, count, None)
    return Change(before, count, float(tested.p[0]))


def _months(
    days: Sequence[date], since: Optional[date], today: date
) -> Tuple[Tuple[int, int], Tuple[int, ...]]:
    """Counts of whole months up to the last one that is over."""
    this_month = today.replace(day=1)
    start = add_months(this_month, -CURVE_MONTHS)
    if since is not None:
        # the first whole month that reports were collected in
        whole = since if since.day == 1 else add_months(since.replace(day=1), 1)
        start = max(start, whole)
    if start >= this_month:
        return (this_month.year, this_month.month), ()
    counted = monthly_counts(
        np.array(days, dtype="datetime64[D]"),
        np.datetime64(start), np.datetime64(this_month - timedelta(days=1)),
    )  # fmt: skip
    return (start.year, start.month), tuple(int(n) for n in counted.counts)


def _trend(months: Sequence[int]) -> Optional[Trend]:
    if len(months) < FEWEST_MONTHS or not sum(months):
        return None
    try:
        test = mann_kendall(np.array(months, dtype=float))
    except ImportError:
        return None
    certain = float(test.p[0]) < SIGNIFICANCE
    return Trend(len(months), int(np.sign(test.s[0])) if certain else 0)


def _months_between(first: date, today: date) -> int:
    months = (today.year - first.year) * 12 + today.month - first.month
    return max(0, months - (today.day < first.day))


def _share_at_top(workspace: Workspace, rows: Sequence[Mapping[str, Any]]) -> Optional[float]:
    """Share of the located incidents in the squares that have most."""
    cells: Dict[Tuple[int, int], int] = {}
    for row in rows:
        wkb = workspace.engine.read_place(row["place"])
        envelope = None if wkb is None else wkb_envelope(wkb)
        if envelope is not None:
            cell = (int(envelope[0] // PLACE_SIDE), int(envelope[2] // PLACE_SIDE))
            cells[cell] = cells.get(cell, 0) + 1
    located = sum(cells.values())
    # with hardly more incidents than squares, any share says nothing
    if located <= 2 * TOP_PLACES:
        return None
    return sum(sorted(cells.values())[-TOP_PLACES:]) / located


def _mean_severity(rows: Sequence[Mapping[str, Any]]) -> Optional[float]:
    given = [row["severity_reviewed"] or row["severity"] for row in rows]
    numbers = [int(value) for value in given if value is not None and str(value).isdigit()]
    return sum(numbers) / len(numbers) if numbers else None


def _share_with_many(workspace: Workspace, rows: Sequence[Mapping[str, Any]]) -> Optional[float]:
    """Share with several people, of the incidents that say how many."""
    least = {
        code.key: int(code.extra.get("minimum") or 0)
        for code in workspace.standard.codelists["people_count"].codes
    }
    known = [least[row["people_count"]] for row in rows if row["people_count"] in least]
    return sum(n > 1 for n in known) / len(known) if known else None
