"""When in the week: events whose time is known only as an interval (aoristic analysis).

Each event is spread evenly over the time between its start and its end, and the
parts are summed per weekday and hour (Ratcliffe & McCullagh 1998; Ratcliffe 2002).
An interval longer than a week wraps round it. Times are local wall-clock times:
the caller converts from UTC, so that "Friday 23 h" means the same in summer and
winter; the hour that a change to or from summer time adds or removes inside an
interval is therefore not seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .progress import Progress, silent

HOUR = 3600
HOURS_OF_WEEK = 168
# 1970-01-01 was a Thursday; this shift makes Monday 00:00 the start of a week.
_MONDAY_SHIFT = 3 * 24 * HOUR


@dataclass(frozen=True)
class Aoristic:
    """Events per weekday and hour.

    ``matrix``: (7, 24), Monday first, summed weights; its sum is the weight of the
    ``used`` events. ``exact``: used events whose start equals their end.
    ``longer_than_week``: used events that wrap round the week. Left out and counted:
    ``without_start``, ``without_end`` (start known, end missing), ``reversed``
    (end before start).
    """

    matrix: NDArray[np.float64]
    used: int
    exact: int
    longer_than_week: int
    without_start: int
    without_end: int
    reversed: int

    @property
    def by_hour(self) -> NDArray[np.float64]:
        """Sum over weekdays, shape (24,)."""
        return np.asarray(self.matrix.sum(axis=0), dtype=np.float64)

    @property
    def by_weekday(self) -> NDArray[np.float64]:
        """Sum over hours, shape (7,), Monday first."""
        return np.asarray(self.matrix.sum(axis=1), dtype=np.float64)

    @property
    def left_out(self) -> int:
        """Events that could not be placed in time."""
        return self.without_start + self.without_end + self.reversed


@dataclass(frozen=True)
class AoristicInterval:
    """Bootstrap percentile limits for the matrix (7, 24) and its two curves (24,), (7,)."""

    level: float
    resamples: int
    matrix_lower: NDArray[np.float64]
    matrix_upper: NDArray[np.float64]
    hour_lower: NDArray[np.float64]
    hour_upper: NDArray[np.float64]
    weekday_lower: NDArray[np.float64]
    weekday_upper: NDArray[np.float64]


def aoristic(start: ArrayLike, end: ArrayLike, weights: Optional[ArrayLike] = None) -> Aoristic:
    """Weekday × hour matrix of events that happened between ``start`` and ``end``.

    ``start``, ``end``: datetime64 of any unit, local time, shape (n,), read to the
    second; an exact time has end equal to start and goes to its hour. ``weights``: (n,),
    1 unless given. Raises AnalysisError for unequal lengths and for weights that are
    negative or not numbers.
    """
    begin, finish, weight = _read(start, end, weights)
    missing_start = np.isnat(begin)
    missing_end = ~missing_start & np.isnat(finish)
    comparable = ~missing_start & ~missing_end
    backwards = comparable & (finish < begin)
    usable = comparable & ~backwards
    s = begin[usable].astype(np.int64)
    e = finish[usable].astype(np.int64)
    entries = _entries(s, e)
    matrix = _fold(entries, weight[usable]).reshape(7, 24)
    return Aoristic(
        matrix=matrix,
        used=int(usable.sum()),
        exact=int(np.count_nonzero(s == e)),
        longer_than_week=int(np.count_nonzero(e - s > HOURS_OF_WEEK * HOUR)),
        without_start=int(missing_start.sum()),
        without_end=int(missing_end.sum()),
        reversed=int(backwards.sum()),
    )


def aoristic_interval(
    start: ArrayLike,
    end: ArrayLike,
    weights: Optional[ArrayLike] = None,
    *,
    resamples: int = 999,
    level: float = 0.95,
    seed: int = 1,
    progress: Optional[Progress] = None,
) -> AoristicInterval:
    """Percentile limits from resampling whole events with replacement (Efron 1979).

    Arguments as :func:`aoristic`. The limits say how much the pattern could differ with
    another set of equally many events of the same kind; they do not hold the uncertainty
    about the hour inside each interval. Events that :func:`aoristic` leaves out are left
    out here too. With no usable event all limits are 0.
    """
    if resamples < 1:
        raise AnalysisError("The bootstrap needs at least one resample.")
    if not 0.0 < level < 1.0:
        raise AnalysisError(
            "The confidence level must lie between 0 and 1, but it is {level}.", level=level
        )
    report = progress or silent
    begin, finish, weight = _read(start, end, weights)
    usable = ~np.isnat(begin) & ~np.isnat(finish)
    usable[usable] = finish[usable] >= begin[usable]
    s, e, w = _distinct(
        begin[usable].astype(np.int64), finish[usable].astype(np.int64), weight[usable]
    )
    rng = np.random.default_rng(seed)
    total = int(usable.sum())
    draws = np.zeros((resamples, HOURS_OF_WEEK))
    if total:
        starts, ends, mass, multiplicity = s, e, w[0], w[1]
        entries = _entries(starts, ends)
        probability = multiplicity / total
        for row in range(resamples):
            times = rng.multinomial(total, probability)
            draws[row] = _fold(entries, mass * times)
            if row % 16 == 0:
                report(row / resamples)
    cube = draws.reshape(resamples, 7, 24)
    tails = [50.0 * (1.0 - level), 50.0 * (1.0 + level)]
    matrix = np.percentile(cube, tails, axis=0)
    hour = np.percentile(cube.sum(axis=1), tails, axis=0)
    weekday = np.percentile(cube.sum(axis=2), tails, axis=0)
    report(1.0)
    return AoristicInterval(
        level, resamples, matrix[0], matrix[1], hour[0], hour[1], weekday[0], weekday[1]
    )


def _read(
    start: ArrayLike, end: ArrayLike, weights: Optional[ArrayLike]
) -> Tuple[NDArray[np.datetime64], NDArray[np.datetime64], NDArray[np.float64]]:
    begin = np.asarray(start, dtype="datetime64[s]").ravel()
    finish = np.asarray(end, dtype="datetime64[s]").ravel()
    if begin.size != finish.size:
        raise AnalysisError(
            "There are {starts} start times but {ends} end times; each event needs one of each.",
            starts=begin.size,
            ends=finish.size,
        )
    if weights is None:
        return begin, finish, np.ones(begin.size)
    weight = np.asarray(weights, dtype=np.float64).ravel()
    if weight.size != begin.size:
        raise AnalysisError(
            "There are {weights} weights for {events} events; give one weight per event.",
            weights=weight.size,
            events=begin.size,
        )
    if not np.all(np.isfinite(weight)) or np.any(weight < 0.0):
        raise AnalysisError("Weights must be numbers that are zero or larger; correct the weights.")
    return begin, finish, weight


# One event is at most five contributions: a share in its first hour, a share in its
# last, and between them a rate that starts, a rate that stops, and whole weeks.
# Slots 0..335 are two weeks of a difference array (so that a run may pass Sunday
# night), then 168 slots of direct shares, then one slot for "every hour of the week".
_RUN = 2 * HOURS_OF_WEEK + 1
_EVERY = _RUN + HOURS_OF_WEEK
_SLOTS = _EVERY + 1


@dataclass(frozen=True)
class _Entries:
    event: NDArray[np.int64]
    slot: NDArray[np.int64]
    share: NDArray[np.float64]


def _entries(s: NDArray[np.int64], e: NDArray[np.int64]) -> _Entries:
    """What one unit of weight of each event adds to which slot."""
    first = (s + _MONDAY_SHIFT) // HOUR
    last = (e + _MONDAY_SHIFT) // HOUR
    number = np.arange(s.size)
    within = first == last
    across = ~within
    length = (e - s)[across].astype(np.float64)
    a, b, who = first[across], last[across], number[across]
    into_first = ((a + 1) * HOUR - _MONDAY_SHIFT - s[across]) / length
    into_last = (e[across] - (b * HOUR - _MONDAY_SHIFT)) / length
    rate = HOUR / length
    between = b - a - 1
    weeks, rest = np.divmod(between, HOURS_OF_WEEK)
    begin = (a + 1) % HOURS_OF_WEEK
    events = [number[within], who, who, who, who, who]
    slots = [
        _RUN + first[within] % HOURS_OF_WEEK,
        _RUN + a % HOURS_OF_WEEK,
        _RUN + b % HOURS_OF_WEEK,
        begin,
        begin + rest,
        np.full(who.size, _EVERY),
    ]
    shares = [np.ones(int(within.sum())), into_first, into_last, rate, -rate, rate * weeks]
    event, slot, share = np.concatenate(events), np.concatenate(slots), np.concatenate(shares)
    kept = share != 0.0
    return _Entries(event[kept], slot[kept], share[kept])


def _fold(entries: _Entries, weight: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sum the entries of weighted events to 168 hours."""
    slots = np.bincount(
        entries.slot, weights=entries.share * weight[entries.event], minlength=_SLOTS
    )
    run = np.cumsum(slots[: 2 * HOURS_OF_WEEK])
    # Starts and stops cancel only to rounding: an hour that no event touches must be 0.
    hours = slots[_RUN:_EVERY] + slots[_EVERY] + run[:HOURS_OF_WEEK] + run[HOURS_OF_WEEK:]
    scale = float(weight.sum())
    hours[np.abs(hours) < 1e-12 * scale] = 0.0
    return np.asarray(hours, dtype=np.float64)


def _distinct(
    s: NDArray[np.int64], e: NDArray[np.int64], weight: NDArray[np.float64]
) -> Tuple[NDArray[np.int64], NDArray[np.int64], Tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """Events that fall alike in the week, once each, with their weight and their number.

    Resampling n events with replacement is a multinomial draw over the distinct ones,
    which are few when times are given to the minute or the hour.
    """
    week = HOURS_OF_WEEK * HOUR
    begin = (s + _MONDAY_SHIFT) % week - _MONDAY_SHIFT
    span = e - s
    hour = (begin + _MONDAY_SHIFT) // HOUR
    inside = hour == (begin + span + _MONDAY_SHIFT) // HOUR
    begin = np.where(inside, hour * HOUR - _MONDAY_SHIFT, begin)
    span = np.where(inside, 0, span)
    order = np.lexsort((weight, span, begin))
    begin, span, weight = begin[order], span[order], weight[order]
    new = np.ones(begin.size, dtype=bool)
    new[1:] = (np.diff(begin) != 0) | (np.diff(span) != 0) | (np.diff(weight) != 0)
    at = np.flatnonzero(new)
    number = np.diff(np.append(at, begin.size)).astype(np.float64)
    return begin[at], begin[at] + span[at], (weight[at], number)
