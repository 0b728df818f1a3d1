"""Change of counts against the previous period and the same period last year.

The test is conditional: given the sum of both counts, the later one is binomial when
nothing has changed (Przyborowski & Wilenski 1940). It is exact, so it knows small
numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .multiple_testing import benjamini_hochberg

Floats = NDArray[np.float64]
Day = np.datetime64


@dataclass(frozen=True)
class CountChange:
    """Change of n counts; arrays have shape (n,).

    ``ratio``: the later rate over the earlier (inf from nothing, NaN from nothing to
    nothing) with its exact interval ``low``, ``high``; ``p``: two-sided; ``p_adjusted``:
    after false discovery rate over the areas
    that have events; ``direction``: 1 up, -1 down where the
    adjusted p is at most 1 - confidence, else 0.
    """

    before: Floats
    after: Floats
    difference: Floats
    ratio: Floats
    low: Floats
    high: Floats
    p: Floats
    p_adjusted: Floats
    direction: NDArray[np.int8]

    @property
    def percent(self) -> Floats:
        """Change in percent of the earlier rate."""
        return 100.0 * (self.ratio - 1.0)


def count_change(
    before: ArrayLike,
    after: ArrayLike,
    before_length: float = 1.0,
    after_length: float = 1.0,
    confidence: float = 0.95,
) -> CountChange:
    """Change between two periods, per area.

    ``before``, ``after``: (n,) whole counts. ``before_length``, ``after_length``: lengths of
    the periods (days); ``difference`` is after minus before, the earlier count scaled to
    the later length. p doubles the smaller tail, so that it agrees with the interval
    (Clopper-Pearson); with periods of equal length this is also R's poisson.test.
    """
    from scipy.special import betainc, betaincinv

    early, late = _checked(before), _checked(after)
    if early.shape != late.shape:
        raise AnalysisError("The two periods have counts for {before} and {after} areas.",
                            before=early.size, after=late.size)
    if not (before_length > 0 and after_length > 0):
        raise AnalysisError("A period to compare has no length.")
    share = after_length / (before_length + after_length)
    some_early, some_late = np.maximum(early, 1.0), np.maximum(late, 1.0)
    # Binomial tails of the later count, as incomplete beta functions.
    lower = np.where(early > 0, betainc(some_early, late + 1.0, 1.0 - share), 1.0)
    upper = np.where(late > 0, betainc(some_late, early + 1.0, share), 1.0)
    p = np.minimum(1.0, 2.0 * np.minimum(lower, upper))
    tail = (1.0 - confidence) / 2.0
    low_share = np.where(late > 0, betaincinv(some_late, early + 1.0, tail), 0.0)
    high_share = np.where(early > 0, betaincinv(late + 1.0, some_early, 1.0 - tail), 1.0)
    scale = before_length / after_length
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = late / early * scale
        low = low_share / (1.0 - low_share) * scale
        high = high_share / (1.0 - high_share) * scale
    # Areas without any event say nothing and must not weaken the others' tests.
    any_event = early + late > 0
    adjusted = np.where(any_event, benjamini_hochberg(np.where(any_event, p, np.nan)), 1.0)
    difference = late - early / scale
    changed = adjusted <= 1.0 - confidence
    direction = np.where(changed, np.sign(difference), 0).astype(np.int8)
    return CountChange(early, late, difference, ratio, low, high, p, adjusted, direction)


@dataclass(frozen=True)
class Period:
    """Days from ``start`` up to but not including ``end``."""

    start: Day
    end: Day

    @property
    def days(self) -> int:
        return int((self.end - self.start).astype(int))


def comparison_periods(start: ArrayLike, end: ArrayLike) -> Tuple[Period, Period, Period]:
    """A period [start, end), the one before it and the same one last year.

    Whole calendar months are compared with the same number of whole months before, and
    with the same months last year. Whole weeks are compared with as many weeks before,
    and with 52 weeks earlier, so that weekdays match. Other periods: as many days
    before, and the same dates last year (29 February becomes 1 March).
    """
    first, last = Day(np.datetime64(start, "D")), Day(np.datetime64(end, "D"))  # type: ignore[arg-type]
    if np.isnat(first) or np.isnat(last) or last <= first:
        raise AnalysisError("The period is empty: it must end after it starts.")
    now = Period(first, last)
    months = first.astype("datetime64[M]"), last.astype("datetime64[M]")
    if months[0].astype("datetime64[D]") == first and months[1].astype("datetime64[D]") == last:
        length = months[1] - months[0]
        return (
            now,
            Period((months[0] - length).astype("datetime64[D]"), first),
            Period(_year_before(first), _year_before(last)),
        )
    before = Period(first - now.days, first)
    if now.days % 7 == 0:
        return now, before, Period(first - 364, last - 364)
    return now, before, Period(_year_before(first), _year_before(last))


def _year_before(day: Day) -> Day:
    month = day.astype("datetime64[M]")
    within = day - month.astype("datetime64[D]")
    shifted: Day = (month - 12).astype("datetime64[D]") + within
    return shifted


@dataclass(frozen=True)
class PeriodComparison:
    """Counts per area of a period, and its change against the two others."""

    periods: Tuple[Period, Period, Period]
    counts: Floats
    against_previous: CountChange
    against_last_year: CountChange


def compare_periods(
    days: ArrayLike,
    area: ArrayLike,
    areas: int,
    start: ArrayLike,
    end: ArrayLike,
    confidence: float = 0.95,
    data_from: Optional[ArrayLike] = None,
) -> PeriodComparison:
    """Change per area of a period [start, end) against the previous one and last year's.

    ``days``: (m,) dates of events (datetime64); NaT is left out. ``area``: (m,) numbers
    0 to ``areas`` - 1, or -1. ``data_from``: the first day the data cover; a comparison
    with days before it is refused, since silence there is not calm.
    """
    periods = comparison_periods(start, end)
    if data_from is not None:
        known = Day(np.datetime64(data_from, "D"))  # type: ignore[arg-type]
        for period in periods[1:]:
            if period.start < known:
                raise AnalysisError(
                    "The data begin on {first}, after the period to compare with, which "
                    "begins on {start}.", first=known, start=period.start,
                )
    when = np.asarray(days).astype("datetime64[D]")
    where = np.asarray(area, dtype=np.int64)
    if when.shape != where.shape:
        raise AnalysisError("There are {days} dates for {places} places.",
                            days=when.size, places=where.size)

    def count(period: Period) -> Floats:
        chosen = (when >= period.start) & (when < period.end) & (where >= 0)
        return np.bincount(where[chosen], minlength=areas).astype(np.float64)

    now, before, last_year = (count(period) for period in periods)
    return PeriodComparison(
        periods,
        now,
        count_change(before, now, periods[1].days, periods[0].days, confidence),
        count_change(last_year, now, periods[2].days, periods[0].days, confidence),
    )


def _checked(counts: ArrayLike) -> Floats:
    events = np.atleast_1d(np.asarray(counts, dtype=np.float64))
    if not np.isfinite(events).all() or (events < 0).any() or (events != np.rint(events)).any():
        raise AnalysisError("Change is tested on whole counts; one is missing, below 0 or broken.")
    return events
