"""The figures of a situation picture: counted once, used by every page and format.

Plain arrays in, plain numbers out. What a figure may be shown for is decided in
:mod:`.disclosure`; how it is worded in :mod:`.texts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional, Sequence, Tuple

import numpy as np

from ..analysis.aoristic import aoristic
from ..analysis.area_rates import change_test
from ..analysis.calendar_trend import ExpectedBand, PeriodCounts, expected_band, monthly_counts

#: Months in the monthly curve of a page.
CURVE_MONTHS = 12
#: Two-sided level below which a change is called more than chance (a setting's default).
SIGNIFICANCE = 0.05


@dataclass(frozen=True)
class Span:
    """Days from ``first`` to ``last``, both included."""

    first: np.datetime64
    last: np.datetime64

    @property
    def days(self) -> int:
        return int((self.last - self.first).astype(int)) + 1

    def holds(self, times: np.ndarray) -> np.ndarray:
        """Which times lie in the span: bool, shape (n,); NaT never does."""
        days = times.astype("datetime64[D]")
        return (days >= self.first) & (days <= self.last)


@dataclass(frozen=True)
class ReportPeriod:
    """The period told of and the two that it is compared with."""

    current: Span
    previous: Span
    last_year: Span


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


@dataclass(frozen=True)
class Change:
    """Counts of two spans and whether they differ by more than chance.

    ``p``: exact conditional test of two Poisson counts with the spans' lengths as exposure
    (Przyborowski & Wilenski 1940); None where the earlier span lies before the data.
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


def figures(incidents: Incidents, chosen: np.ndarray, period: ReportPeriod, since: np.datetime64
            ) -> Figures:
    """Figures of the ``chosen`` incidents (bool, shape (n,)).

    ``since``: first day that reports were collected. A span that starts before it has
    no count rather than a low one.
    """
    start = incidents.start
    now = chosen & period.current.holds(start)
    before = chosen & period.previous.holds(start)
    total = int(now.sum())
    week = aoristic(start[now], incidents.end[now])
    months, earlier, band = _months(start[chosen], period.current, since)
    return Figures(
        total=total,
        previous=_change(start[chosen], period.current, period.previous, since),
        last_year=_change(start[chosen], period.current, period.last_year, since),
        without_place=int((now & np.isnan(incidents.x)).sum()),
        outside_areas=int((now & ~np.isnan(incidents.x) & (incidents.area < 0)).sum()),
        months=months,
        months_last_year=earlier,
        band=band,
        week_hours=week.matrix,
        without_time=week.left_out,
        ranked=_ranked(incidents, now, before),
    )


def _change(times: np.ndarray, current: Span, earlier: Span, since: np.datetime64) -> Change:
    after = int(current.holds(times).sum())
    if earlier.first < since:
        return Change(None, after, None)
    before = int(earlier.holds(times).sum())
    p = float(change_test([before], [after], earlier.days, current.days)[0])
    return Change(before, after, p)


def _months(times: np.ndarray, current: Span, since: np.datetime64):
    """The last year's monthly counts, the year before, and the band that earlier years give."""
    counted = monthly_counts(times, min(since, current.first), current.last)
    band = expected_band(counted)
    shown = min(CURVE_MONTHS, counted.counts.size)
    at = slice(counted.counts.size - shown, counted.counts.size)
    earlier: List[Optional[float]] = []
    for index in range(counted.counts.size - shown, counted.counts.size):
        year_before = index - 12
        known = year_before >= 0 and bool(counted.complete[year_before])
        earlier.append(float(counted.counts[year_before]) if known else None)
    return _slice(counted, at), earlier, _slice(band, at)


def _slice(columns, at: slice):
    """The same dataclass of arrays for a part of its periods."""
    from dataclasses import fields, replace

    return replace(
        columns,
        **{
            f.name: getattr(columns, f.name)[at]
            for f in fields(columns)
            if isinstance(getattr(columns, f.name), np.ndarray)
        },
    )


def _ranked(incidents: Incidents, now: np.ndarray, before: np.ndarray) -> Tuple[Ranked, ...]:
    """Phenomena by count: subcategories, or the category where there is none."""
    labels: List[str] = []
    counts: List[int] = []
    previous: List[int] = []
    has_sub = incidents.subcategory >= 0
    for names, column, part in (
        (incidents.subcategories, incidents.subcategory, has_sub),
        (incidents.categories, incidents.category, ~has_sub & (incidents.category >= 0)),
    ):
        for name, count, count_before in zip(
            names,
            _count(column[now & part], len(names)),
            _count(column[before & part], len(names)),
        ):
            if count or count_before:
                labels.append(name)
                counts.append(int(count))
                previous.append(int(count_before))
    order: Sequence[int] = sorted(range(len(labels)), key=lambda i: (-counts[i], labels[i]))
    return tuple(Ranked(labels[i], counts[i], previous[i]) for i in order if counts[i])


def _count(column: np.ndarray, size: int) -> np.ndarray:
    return np.bincount(column, minlength=size) if column.size else np.zeros(size, dtype=int)
