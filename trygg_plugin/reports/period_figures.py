"""The figures of one period: counts by area and category, tested against the period before and
the same one last year, who reports, and the traffic light that the figures suggest.

The database counts; the tests are those of analysis/. What is worded how stands in the panels and
the documents, which show nothing but this.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np

from ..analysis.count_change import count_change
from ..analysis.reporter_coverage import reporter_coverage
from ..data.casework import period_counts
from ..data.casework.period_counts import Cell, Reports
from ..data.casework.periods import areas_of
from ..data.workspace import Workspace
from ..domain.periods import Period, add_months, previous, same_last_year
from ..domain.traffic_light import Suggestion, suggested_light
from .figures import Change

#: Steps back in time that a reporter's history is judged on.
COVERAGE_STEPS = 13
#: Longer periods are looked at by months, or silence would be noticed after years.
_COVERAGE_KINDS = {"tertial": "month", "quarter": "month", "year": "month"}


@dataclass(frozen=True)
class FigureRow:
    """Counts of one area, one category or all, and how they have changed.

    ``key``: uuid of the area or code of the category; empty for all.
    """

    key: str
    label: str
    count: int
    previous: Change
    last_year: Change
    suggestion: Optional[Suggestion] = None


@dataclass(frozen=True)
class ReporterRow:
    """One organisation: its reports in the period, from which areas, and whether it is silent.

    ``key``: uuid of the organisation; None for reports that name none. ``latest``: first and last
    day of the latest step with a report; None when it never has reported. ``silent``: longer
    without a report than ever, and more than chance explains. ``areas``: names, most first.
    ``usual_areas``: uuids of areas that it has reported from at any time looked at.
    """

    key: Optional[str]
    label: str
    count: int
    areas: Tuple[Tuple[str, int], ...]
    latest: Optional[Tuple[dt.date, dt.date]]
    silent_steps: int
    silent: bool
    usual_areas: Tuple[str, ...] = ()


@dataclass(frozen=True)
class PeriodFigures:
    """All figures of a period. ``through``: the last day counted, today in a running period.
    ``since``: first day of the data; None without any."""

    period: Period
    previous: Period
    last_year: Period
    through: dt.date
    since: Optional[dt.date]
    total: FigureRow
    areas: Tuple[FigureRow, ...]
    categories: Tuple[FigureRow, ...]
    outside_areas: int
    without_place: int
    reporters: Tuple[ReporterRow, ...]
    #: the step in which coverage looks back: a kind of period
    coverage_kind: str

    @property
    def silent(self) -> List[ReporterRow]:
        return [row for row in self.reporters if row.silent]


def period_figures(
    workspace: Workspace, period: Period, language: str, today: dt.date
) -> PeriodFigures:
    """The figures of a period as the workspace has them now; a running one until today.

    Raises DataError when the workspace cannot be read.
    """
    before, last_year = previous(period), same_last_year(period)
    through = max(period.start, min(period.end, today))
    with workspace.reading():
        since = period_counts.first_day(workspace)
        now = period_counts.counts(workspace, period.start, through)
        earlier = [
            _earlier(workspace, one, since) for one in (before, last_year)
        ]
        loose = period_counts.without_place(workspace, period.start, through)
        areas = [(str(row["uuid"]), str(row["name"])) for row in areas_of(workspace)]
        reporters, kind = _reporters(workspace, period, through, areas)
    lengths = ((before.days, last_year.days), (through - period.start).days + 1)
    # all, the areas and the categories are three questions; each family is corrected on its own
    (total,) = _rows([("", "")], lambda cell, key: True, now, earlier, lengths)
    of_areas = _rows(areas, lambda cell, key: cell[0] == key, now, earlier, lengths)
    words = [
        (code.key, code.label[language]) for code in workspace.standard.codelists["category"].codes
    ]
    of_categories = _rows(words, lambda cell, key: cell[1] == key, now, earlier, lengths)
    known = {uuid for uuid, _name in areas}
    outside = sum(number for (area, _category), number in now.items() if area not in known)
    return PeriodFigures(
        period=period,
        previous=before,
        last_year=last_year,
        through=through,
        since=since,
        total=total,
        areas=tuple(_with_suggestion(row, reporters) for row in of_areas),
        categories=tuple(row for row in of_categories if row.count or row.previous.before),
        outside_areas=outside,
        without_place=loose,
        reporters=reporters,
        coverage_kind=kind,
    )


def compare_counts(
    before: Sequence[int], after: Sequence[int], before_days: int, after_days: int
) -> List[Change]:
    """Changes of several counts that are one family of tests."""
    if not after:
        return []
    test = count_change(before, after, before_days, after_days)
    return [
        Change(int(b), int(a), float(p)) for b, a, p in zip(before, after, test.p_adjusted)
    ]


def _earlier(
    workspace: Workspace, period: Period, since: Optional[dt.date]
) -> Optional[Dict[Cell, int]]:
    """Counts of an earlier period; None when it lies before the data: no low count, but none."""
    if since is None or period.start < since:
        return None
    return period_counts.counts(workspace, period.start, period.end)


def _rows(
    keys: Sequence[Tuple[str, str]],
    belongs: Any,
    now: Mapping[Cell, int],
    earlier: Sequence[Optional[Mapping[Cell, int]]],
    lengths: Tuple[Tuple[int, int], int],
) -> List[FigureRow]:
    def sums(counted: Mapping[Cell, int]) -> List[int]:
        return [
            sum(number for cell, number in counted.items() if belongs(cell, key))
            for key, _label in keys
        ]

    after = sums(now)
    changes = []
    for counted, days in zip(earlier, lengths[0]):
        if counted is None:
            changes.append([Change(None, number, None) for number in after])
        else:
            changes.append(compare_counts(sums(counted), after, days, lengths[1]))
    return [
        FigureRow(key, label, number, previous_change, year_change)
        for (key, label), number, previous_change, year_change in zip(keys, after, *changes)
    ]


def _with_suggestion(row: FigureRow, reporters: Sequence[ReporterRow]) -> FigureRow:
    silent = sum(1 for one in reporters if one.silent and row.key in one.usual_areas)
    return replace(
        row,
        suggestion=suggested_light(row.previous.verdict, row.last_year.verdict, silent),
    )


# --- who reports ----------------------------------------------------------------------------


def coverage_steps(period: Period, through: dt.date) -> List[Tuple[dt.date, dt.date]]:
    """The steps of time that coverage looks back on, the oldest first: the period and as many
    of its kind before it, or months for longer kinds."""
    kind = _COVERAGE_KINDS.get(period.kind, period.kind)
    if kind == period.kind:
        steps, one = [(period.start, through)], period
        for _ in range(COVERAGE_STEPS - 1):
            one = previous(one)
            steps.append((one.start, one.end))
        return steps[::-1]
    first = through.replace(day=1)
    months = [(first, through)]
    for back in range(1, max(COVERAGE_STEPS, 12)):
        start = add_months(first, -back)
        months.append((start, add_months(first, 1 - back) - dt.timedelta(days=1)))
    return months[::-1]


def _reporters(
    workspace: Workspace,
    period: Period,
    through: dt.date,
    areas: Sequence[Tuple[str, str]],
) -> Tuple[Tuple[ReporterRow, ...], str]:
    steps = coverage_steps(period, through)
    kind = _COVERAGE_KINDS.get(period.kind, period.kind)
    told = period_counts.reports_by(workspace, steps)
    actors = {
        str(row["uuid"]): (str(row["name"]), bool(row["reports_incidents"]) and bool(row["active"]))
        for row in workspace.query(
            "SELECT uuid, name, reports_incidents, active FROM actor WHERE deleted_at IS NULL"
        )
    }
    expected = [uuid for uuid, (_name, reports) in actors.items() if reports]
    keys: List[Optional[str]] = list(dict.fromkeys([*(r.organisation for r in told), *expected]))
    if not keys:
        return (), kind
    counted = np.zeros((len(keys), len(steps)), dtype=np.int64)
    place = {key: number for number, key in enumerate(keys)}
    for one in told:
        counted[place[one.organisation], one.step] += one.number
    # a step is as long as it is: the running one may have begun this morning
    days = np.array([(last - first).days + 1 for first, last in steps], dtype=np.float64)
    answer = reporter_coverage(counted, days)
    inside = [step for step, (first, _last) in enumerate(steps) if first >= period.start]
    names = dict(areas)
    rows = [
        _reporter(key, actors, told, inside, names, steps, place[key], answer)
        for key in keys
    ]
    rows.sort(key=lambda row: (not row.silent, -row.count, row.label))
    return tuple(rows), kind


def _reporter(
    key: Optional[str],
    actors: Mapping[str, Tuple[str, bool]],
    told: Sequence[Reports],
    inside: Sequence[int],
    names: Mapping[str, str],
    steps: Sequence[Tuple[dt.date, dt.date]],
    at: int,
    answer: Any,
) -> ReporterRow:
    own = [one for one in told if one.organisation == key]
    from_areas: Dict[str, int] = {}
    for one in own:
        if one.step in inside and one.area in names:
            name = names[str(one.area)]
            from_areas[name] = from_areas.get(name, 0) + one.number
    latest = int(answer.latest[at])
    return ReporterRow(
        key=key,
        label=actors[key][0] if key in actors else "",
        count=sum(one.number for one in own if one.step in inside),
        areas=tuple(sorted(from_areas.items(), key=lambda pair: (-pair[1], pair[0]))),
        latest=steps[latest] if latest >= 0 else None,
        silent_steps=int(answer.silent_periods[at]),
        # who reports without a name is nobody who could have gone silent
        silent=bool(answer.silent[at]) and key is not None,
        usual_areas=tuple(sorted({str(one.area) for one in own if one.area is not None})),
    )
