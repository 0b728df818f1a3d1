"""The figures of a situation picture: counted once, used by every page and format.

Plain arrays in, plain numbers out. What a figure may be shown for is decided in
:mod:`.disclosure`; how it is worded in :mod:`.texts`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, Callable, List, Optional, Sequence, Tuple

import numpy as np

from ..analysis.aoristic import aoristic
from ..analysis.calendar_trend import ExpectedBand, PeriodCounts, expected_band, monthly_counts
from ..analysis.count_change import Period, comparison_periods, count_change

#: Months in the monthly curve of a page.
CURVE_MONTHS = 12
#: Two-sided level below which a change is called more than chance (a setting's default).
SIGNIFICANCE = 0.05


@dataclass(frozen=True)
class ReportPeriod:
    """The period told of and the two that it is compared with."""

    current: Period
    previous: Period
    last_year: Period

    @classmethod
    def of(cls, first: np.datetime64, last: np.datetime64) -> ReportPeriod:
        """The period of the days ``first`` to ``last``, both included."""
        return cls(*comparison_periods(first, last + np.timedelta64(1, "D")))


def within(times: np.ndarray, period: Period) -> np.ndarray:
    """Which times lie in a period: bool, shape (n,); a missing time never does."""
    return (times >= period.start) & (times < period.end)


@dataclass(frozen=True)
class Incidents:
    """Reviewed incidents as arrays of one length n.

    ``x``, ``y``: metres in the workspace's CRS, NaN without a place. ``start``, ``end``:
    datetime64[s], local wall clock (``end`` equals ``start`` when the time is exact).
    ``category``, ``subcategory``: index into the label lists, -1 unknown. ``area``: index
    into the report's areas, -1 outside all. ``sensitive``: of a category kept off maps.
    """

    x: np.ndarray
    y: np.ndarray
    start: np.ndarray
    end: np.ndarray
    category: np.ndarray
    categories: Tuple[str, ...]
    subcategory: np.ndarray
    subcategories: Tuple[str, ...]
    area: np.ndarray
    sensitive: np.ndarray

    def __len__(self) -> int:
        return int(self.start.size)

    def take(self, rows: np.ndarray) -> Incidents:
        """Some of them, by position or by a mask."""
        return replace(
            self,
            **{
                f.name: getattr(self, f.name)[rows]
                for f in fields(self)
                if isinstance(getattr(self, f.name), np.ndarray)
            },
        )


@dataclass(frozen=True)
class Change:
    """Counts of two periods and whether they differ by more than chance.

    ``p``: of the exact conditional test (analysis/count_change.py); where many areas are
    compared, after correction for their number. None where the earlier period lies before
    the data.
    """

    before: Optional[int]
    after: int
    p: Optional[float]

    @property
    def percent(self) -> Optional[float]:
        """Change in per cent of the earlier count; None where that is missing or 0."""
        return None if not self.before else 100.0 * (self.after - self.before) / self.before

    @property
    def verdict(self) -> str:
        """``higher``, ``lower``, ``unclear`` (could be chance) or ``unknown`` (no data before)."""
        if self.before is None or self.p is None:
            return "unknown"
        if self.p >= SIGNIFICANCE:
            return "unclear"
        return "higher" if self.after > self.before else "lower"


@dataclass(frozen=True)
class Ranked:
    """A phenomenon with its counts in the period and the one before."""

    label: str
    count: int
    previous: int


@dataclass(frozen=True)
class Figures:
    """What a page tells of one area or of the whole municipality."""

    total: int
    previous: Change
    last_year: Change
    without_place: int
    outside_areas: int
    months: PeriodCounts
    months_last_year: List[Optional[float]]
    band: ExpectedBand
    week_hours: np.ndarray
    without_time: int
    ranked: Tuple[Ranked, ...]


def all_figures(
    incidents: Incidents,
    areas: int,
    period: ReportPeriod,
    since: np.datetime64,
    progress: Optional[Callable[[float], None]] = None,
) -> Tuple[Figures, List[Figures]]:
    """Figures of all incidents, and of each of the ``areas``.

    ``since``: first day that reports were collected. An earlier period that starts before
    it has no count rather than a low one. ``progress`` cancels by raising.
    """
    groups = [incidents, *_by_area(incidents, areas)]
    times = [group.start for group in groups]
    # The areas are one family of tests, the whole municipality is a question of its own.
    previous, last_year = (
        _changes(times[:1], period.current, earlier, since)
        + _changes(times[1:], period.current, earlier, since)
        for earlier in (period.previous, period.last_year)
    )
    made: List[Figures] = []
    for index, group in enumerate(groups):
        made.append(_figures(group, period, since, previous[index], last_year[index]))
        if progress is not None:
            progress((index + 1) / len(groups))
    return made[0], made[1:]


def _by_area(incidents: Incidents, areas: int) -> List[Incidents]:
    """The incidents of each area, sorted apart once instead of searched once an area."""
    order = np.argsort(incidents.area, kind="stable")
    edges = np.searchsorted(incidents.area[order], np.arange(areas + 1))
    return [incidents.take(order[first:end]) for first, end in zip(edges[:-1], edges[1:])]


def _figures(
    incidents: Incidents,
    period: ReportPeriod,
    since: np.datetime64,
    previous: Change,
    last_year: Change,
) -> Figures:
    now = incidents.take(within(incidents.start, period.current))
    before = incidents.take(within(incidents.start, period.previous))
    week = aoristic(now.start, now.end)
    months, earlier, band = _months(incidents.start, period.current, since)
    unplaced = np.isnan(now.x)
    return Figures(
        total=len(now),
        previous=previous,
        last_year=last_year,
        without_place=int(unplaced.sum()),
        outside_areas=int((~unplaced & (now.area < 0)).sum()),
        months=months,
        months_last_year=earlier,
        band=band,
        week_hours=week.matrix,
        without_time=week.left_out,
        ranked=_ranked(now, before),
    )


def _changes(
    groups: Sequence[np.ndarray], current: Period, earlier: Period, since: np.datetime64
) -> List[Change]:
    """Changes of several groups' times that are one family of tests."""
    if not groups:
        return []
    after = [int(within(times, current).sum()) for times in groups]
    if earlier.start < since:
        return [Change(None, count, None) for count in after]
    before = [int(within(times, earlier).sum()) for times in groups]
    test = count_change(before, after, earlier.days, current.days)
    return [Change(b, a, float(p)) for b, a, p in zip(before, after, test.p_adjusted)]


def _months(
    times: np.ndarray, current: Period, since: np.datetime64
) -> Tuple[PeriodCounts, List[Optional[float]], ExpectedBand]:
    """The last year's monthly counts, the year before, and the band that earlier years give."""
    last = current.end - np.timedelta64(1, "D")
    counted = monthly_counts(times, min(since, current.start), last)
    band = expected_band(counted)
    first = max(counted.counts.size - CURVE_MONTHS, 0)
    at = slice(first, counted.counts.size)
    earlier: List[Optional[float]] = []
    for index in range(first, counted.counts.size):
        known = index >= 12 and bool(counted.complete[index - 12])
        earlier.append(float(counted.counts[index - 12]) if known else None)
    return _part(counted, at), earlier, _part(band, at)


def _part(columns: Any, at: slice) -> Any:
    """The same dataclass of arrays for a part of its periods."""
    return replace(
        columns,
        **{
            f.name: getattr(columns, f.name)[at]
            for f in fields(columns)
            if isinstance(getattr(columns, f.name), np.ndarray)
        },
    )


def _ranked(now: Incidents, before: Incidents) -> Tuple[Ranked, ...]:
    """Phenomena by count: subcategories, or the category where there is none."""
    labels: List[str] = []
    counts: List[int] = []
    previous: List[int] = []
    for names, counts_now, counts_before in zip(
        (now.subcategories, now.categories), _phenomena(now), _phenomena(before)
    ):
        for name, count, count_before in zip(names, counts_now, counts_before):
            if count or count_before:
                labels.append(name)
                counts.append(int(count))
                previous.append(int(count_before))
    order: Sequence[int] = sorted(range(len(labels)), key=lambda i: (-counts[i], labels[i]))
    return tuple(Ranked(labels[i], counts[i], previous[i]) for i in order if counts[i])


def _phenomena(incidents: Incidents) -> Tuple[np.ndarray, np.ndarray]:
    """Counts of the subcategories, and of the categories of what has none."""
    sub = incidents.subcategory
    rest = incidents.category[sub < 0]
    return (
        np.bincount(sub[sub >= 0], minlength=len(incidents.subcategories)),
        np.bincount(rest[rest >= 0], minlength=len(incidents.categories)),
    )
