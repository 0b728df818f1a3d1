"""Counts, rates and what is chance in them, per area.

Rates are per 1,000 of the denominator (inhabitants, flats, visitors) unless said.
Areas whose denominator is zero or missing have no rate: NaN, and they are left out of
all sums that need one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .spatial_weights import Neighbours

Floats = NDArray[np.float64]

PER = 1000.0


@dataclass(frozen=True)
class AreaRates:
    """Rates of n areas; arrays have shape (n,).

    ``rate`` with its exact Poisson interval ``low``, ``high``; ``smoothed`` by empirical
    Bayes over all areas; ``smoothed_locally`` towards the neighbourhood (or None);
    ``location_quotient``: the rate over the rate of the whole; ``surprise``: Choynowski's
    probability of a count this far from the expected one, in its direction (one tail).
    ``overall``: the rate of all areas together. Rates are per 1,000.
    """

    counts: Floats
    denominator: Floats
    rate: Floats
    low: Floats
    high: Floats
    smoothed: Floats
    smoothed_locally: Optional[Floats]
    location_quotient: Floats
    surprise: Floats
    overall: float


def area_rates(
    counts: ArrayLike,
    denominator: ArrayLike,
    neighbours: Optional[Neighbours] = None,
    confidence: float = 0.95,
) -> AreaRates:
    """All figures of :class:`AreaRates` at once; ``neighbours`` for local smoothing."""
    events, base = _checked(counts, denominator)
    low, high = poisson_interval(events, confidence)
    has = base > 0
    total_base = float(base[has].sum())
    overall = float(events[has].sum()) / total_base if total_base > 0 else np.nan
    expected = np.where(has, base * overall, np.nan)
    local = None if neighbours is None else PER * empirical_bayes_local(events, base, neighbours)
    return AreaRates(
        counts=events,
        denominator=base,
        rate=PER * _ratio(events, base),
        low=PER * _ratio(low, base),
        high=PER * _ratio(high, base),
        smoothed=PER * empirical_bayes(events, base)[0],
        smoothed_locally=local,
        location_quotient=location_quotient(events, base),
        surprise=poisson_surprise(events, expected),
        overall=PER * overall,
    )


def location_quotient(counts: ArrayLike, base: ArrayLike) -> Floats:
    """An area's share of the events over its share of the base, shape (n,).

    ``base``: inhabitants, or all events when ``counts`` are those of one category
    (Brantingham & Brantingham 1997). 1 is the same as the whole; NaN without a base.
    """
    events, whole = _checked(counts, base)
    has = whole > 0
    all_events, all_base = float(events[has].sum()), float(whole[has].sum())
    if all_events == 0.0 or all_base == 0.0:
        return np.full(events.size, np.nan)
    return _ratio(events, whole) / (all_events / all_base)


def poisson_interval(counts: ArrayLike, confidence: float = 0.95) -> Tuple[Floats, Floats]:
    """Exact interval of a Poisson mean given its count (Garwood 1936), two arrays."""
    from scipy.special import gammaincinv

    if not 0 < confidence < 1:
        raise AnalysisError("The confidence must lie between 0 and 1, not {given}.",
                            given=confidence)
    events = np.asarray(counts, dtype=np.float64)
    tail = (1.0 - confidence) / 2.0
    low = np.where(events > 0, gammaincinv(np.where(events > 0, events, 1.0), tail), 0.0)
    return low, np.asarray(gammaincinv(events + 1.0, 1.0 - tail))


def poisson_surprise(counts: ArrayLike, expected: ArrayLike) -> Floats:
    """Choynowski's (1959) probability: P(X ≥ count) above the expected, P(X ≤ count) below."""
    from scipy.special import pdtr, pdtrc

    events = np.asarray(counts, dtype=np.float64)
    mean = np.asarray(expected, dtype=np.float64)
    upper = np.where(events > 0, pdtrc(np.maximum(events - 1.0, 0.0), mean), 1.0)
    return np.asarray(np.where(np.isnan(mean), np.nan,
                               np.where(events < mean, pdtr(events, mean), upper)))


def empirical_bayes(counts: ArrayLike, denominator: ArrayLike) -> Tuple[Floats, float, float]:
    """Rates drawn towards the overall rate, the more the smaller the area (Marshall 1991).

    Returns the rates (n,) per one of the denominator, the overall rate and the variance
    between areas (0 where the areas differ no more than chance would have them).
    """
    events, base = _checked(counts, denominator)
    has = base > 0
    smoothed = np.full(events.size, np.nan)
    if not has.any():
        return smoothed, np.nan, np.nan
    y, n = events[has], base[has]
    rate = y / n
    mean = float(y.sum() / n.sum())
    spread = float((n * (rate - mean) ** 2).sum() / n.sum())
    between = max(spread - mean / float(n.mean()), 0.0)
    smoothed[has] = mean + _shrinkage(np.array(between), np.array(mean), n) * (rate - mean)
    return smoothed, mean, between


def empirical_bayes_local(
    counts: ArrayLike, denominator: ArrayLike, neighbours: Neighbours
) -> Floats:
    """Rates drawn towards the rate of the area and its neighbours (Marshall 1991), (n,).

    Per one of the denominator. As in spdep's EBlocal a neighbour's deviation is taken
    from its own neighbourhood's rate. Where the neighbourhood has no events: 0.
    """
    events, base = _checked(counts, denominator)
    if neighbours.n != events.size:
        raise AnalysisError("There are {values} counts for {areas} areas with neighbours.",
                            values=events.size, areas=neighbours.n)
    has = base > 0
    y, n = np.where(has, events, 0.0), np.where(has, base, 0.0)

    def around(values: Floats) -> Floats:
        own: Floats = neighbours.lag(values) + values
        return own

    around_n = around(n)
    mean = _ratio(around(y), around_n)
    rate = _ratio(y, n)
    deviation = np.where(has, n * (rate - mean) ** 2, 0.0)
    spread = _ratio(around(deviation), around_n)
    between = np.maximum(spread - mean / _ratio(around_n, around(has.astype(float))), 0.0)
    return np.asarray(mean + _shrinkage(between, mean, n) * (rate - mean))


def _shrinkage(between: Floats, mean: Floats, base: Floats) -> Floats:
    room = between + _ratio(np.broadcast_to(mean, base.shape), base)
    share: Floats = np.divide(
        np.broadcast_to(between, room.shape), room, out=np.zeros(room.shape), where=room != 0
    )
    return share


@dataclass(frozen=True)
class Funnel:
    """Limits of a funnel plot over denominators (m,); rates per 1,000.

    ``low``, ``high``: (m,) limits within which an area stays by chance alone.
    """

    denominator: Floats
    low: Floats
    high: Floats
    target: float
    confidence: float


def funnel_limits(
    denominator: ArrayLike, target: float, confidence: float = 0.998
) -> Funnel:
    """Exact Poisson control limits around a target rate (per 1,000), interpolated.

    Spiegelhalter 2005 (appendix A.1): with r the smallest count whose cumulative
    probability reaches p, the limit is r minus the share of its probability that is
    too much. Commonly drawn at 0.95 and 0.998.
    """
    from scipy.special import pdtr, pdtrik

    base = np.asarray(denominator, dtype=np.float64)
    if not (np.isfinite(target) and target > 0):
        raise AnalysisError("The funnel's target rate must be above 0, not {given}.", given=target)
    if not 0 < confidence < 1:
        raise AnalysisError("The confidence must lie between 0 and 1, not {given}.",
                            given=confidence)
    mean = np.where(base > 0, base * target / PER, np.nan)

    def limit(p: float) -> Floats:
        start = np.ceil(np.nan_to_num(pdtrik(p, mean)) - 1e-9)
        # pdtrik is NaN where even a count of 0 reaches p, and may be one off by rounding.
        r = np.maximum(start - 1.0, 0.0)
        for _ in range(3):
            r = np.where(pdtr(r, mean) < p, r + 1.0, r)
        reached = pdtr(r, mean)
        before = np.where(r > 0, pdtr(np.maximum(r - 1.0, 0.0), mean), 0.0)
        edge: Floats = np.maximum(r - (reached - p) / (reached - before), 0.0)
        return PER * edge / base

    tail = (1.0 - confidence) / 2.0
    with np.errstate(divide="ignore", invalid="ignore"):
        return Funnel(base, limit(tail), limit(1.0 - tail), float(target), confidence)


def _ratio(top: Floats, bottom: Floats) -> Floats:
    answer: Floats = np.divide(top, bottom, out=np.full(top.shape, np.nan), where=bottom > 0)
    return answer


def _checked(counts: ArrayLike, denominator: ArrayLike) -> Tuple[Floats, Floats]:
    events = np.asarray(counts, dtype=np.float64)
    base = np.asarray(denominator, dtype=np.float64)
    if events.shape != base.shape or events.ndim != 1:
        raise AnalysisError("There are {counts} counts for {bases} denominators.",
                            counts=events.size, bases=base.size)
    if not np.isfinite(events).all() or (events < 0).any():
        raise AnalysisError("A count is missing or below 0.")
    if np.isinf(base).any() or (base < 0).any():
        raise AnalysisError("A denominator is infinite or below 0.")
    return events, np.where(np.isnan(base), 0.0, base)
