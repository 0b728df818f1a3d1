"""How concentrated events are on places: Lorenz curve, Gini, and what chance would give.

Places without events count: say which places there are (all streets, all cells), not only
those with events. Weisburd 2015 (law of crime concentration); Bernasco & Steenbeek 2017
(generalised Gini: fewer events than places are concentrated by necessity).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Optional, Sequence, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .event_counts import checked_counts, checked_level
from .progress import Progress, silent

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

SHARES = (0.25, 0.50, 0.80)


@dataclass(frozen=True)
class Concentration:
    """Concentration of C events on n places.

    ``gini``: 0 (even) to 1. ``generalised_gini``: against the most even spread that C whole
    events allow. ``shares``: (s,) shares of events; ``places``: (s,) fewest places that hold
    them; ``share_of_places``: of all places; ``share_of_used``: of the places with events.
    """

    n_places: int
    n_used: int
    total: float
    gini: float
    generalised_gini: float
    shares: Floats
    places: Ints
    share_of_places: Floats
    share_of_used: Floats


def concentration(counts: ArrayLike, shares: Sequence[float] = SHARES) -> Concentration:
    """Gini coefficients and the share of places with given shares of the events.

    ``counts``: (n,) events (or harm) per place, zeros included. Raises AnalysisError when
    there are no places or no events.
    """
    x = _checked(counts)
    wanted = np.asarray(shares, dtype=np.float64)
    if wanted.size and not ((wanted > 0) & (wanted <= 1)).all():
        raise AnalysisError("A share of events must lie above 0 and at most at 1.")
    total, used = float(x.sum()), int((x > 0).sum())
    places = _places_for(np.sort(x)[::-1], wanted)
    g = gini(x)
    return Concentration(
        x.size, used, total, g, _generalised(g, x.size, total),
        wanted, places, places / x.size, places / used,
    )  # fmt: skip


def lorenz_curve(counts: ArrayLike) -> Tuple[Floats, Floats]:
    """Cumulated shares of places and of events, most burdened places first; (n + 1,) each."""
    x = np.sort(_checked(counts))[::-1]
    events = np.concatenate(([0.0], np.cumsum(x)))
    return np.linspace(0.0, 1.0, x.size + 1), events / events[-1]


def gini(counts: ArrayLike) -> float:
    """Gini coefficient of (n,) counts: 0 when all places have equally many."""
    value, often = np.unique(_checked(counts), return_counts=True)
    return float(_gini_of_values(value, often[np.newaxis, :])[0])


def generalised_gini(counts: ArrayLike) -> float:
    """G' = max(1, n/C)(G - 1) + 1 for n places and C events (Bernasco & Steenbeek 2017).

    0 when the events are spread as evenly as whole events can be, also when C < n.
    """
    x = _checked(counts)
    return _generalised(gini(x), x.size, float(x.sum()))


@dataclass(frozen=True)
class Interval:
    """A figure with its interval; ``level``: its confidence."""

    estimate: float
    low: float
    high: float
    level: float


def bootstrap_gini(
    counts: ArrayLike,
    replicates: int = 999,
    level: float = 0.95,
    seed: int = 0,
    generalised: bool = False,
    progress: Optional[Progress] = None,
) -> Interval:
    """Percentile interval of the Gini coefficient from places drawn with replacement.

    Drawing n places is drawing how often each distinct count occurs (multinomial), so that
    the work grows with distinct counts, not with places. Replicates without any event have no
    Gini and are left out.
    """
    x = _checked(counts)
    checked_level(level)
    _check_runs(replicates)
    value, often = np.unique(x, return_counts=True)
    rng = np.random.default_rng(seed)
    drawn = np.empty(replicates)

    def draw(size: int) -> Floats:
        sample = rng.multinomial(x.size, often / x.size, size=size)
        g = _gini_of_values(value, sample)
        return _generalised_of(g, x.size, sample @ value) if generalised else g

    _in_chunks(drawn, value.size, draw, progress)
    drawn = drawn[np.isfinite(drawn)]
    if drawn.size == 0:
        raise AnalysisError("The events are too few for a bootstrap interval.")
    low, high = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2])
    estimate = generalised_gini(x) if generalised else gini(x)
    return Interval(estimate, float(low), float(high), level)


@dataclass(frozen=True)
class RandomConcentration:
    """What C events give when they fall on n equally likely places.

    ``places``, ``events``: expected Lorenz curve, most burdened first. ``gini``: mean and
    interval of the Gini coefficient; ``p``: upper-tail Monte Carlo p of the observed Gini.
    ``share_of_places``: mean share of places with each of ``shares`` of the events.
    """

    places: Floats
    events: Floats
    gini: Interval
    p: float
    shares: Floats
    share_of_places: Floats


def random_concentration(
    counts: ArrayLike,
    simulations: int = 999,
    level: float = 0.95,
    seed: int = 0,
    shares: Sequence[float] = SHARES,
    progress: Optional[Progress] = None,
) -> RandomConcentration:
    """Concentration by chance alone, to compare with what ``counts`` show.

    ``counts``: (n,) whole numbers of events per place. The curve is exact in expectation
    (binomial numbers of places with k events); Gini, its p and the shares are simulated.
    """
    x = checked_counts(_checked(counts), whole=True)
    checked_level(level)
    _check_runs(simulations)
    n, c = x.size, int(x.sum())
    wanted = np.asarray(shares, dtype=np.float64)
    rng = np.random.default_rng(seed)
    report = progress or silent
    ginis = np.empty(simulations)
    places = np.empty((simulations, wanted.size))
    for i in range(simulations):
        sample = np.bincount(rng.integers(0, n, c), minlength=n)
        often = np.bincount(sample)
        k = np.arange(often.size, dtype=np.float64)
        ginis[i] = _gini_of_values(k, often[np.newaxis, :])[0]
        places[i] = _places_of_values(k, often, wanted) / n
        if i % 16 == 0:
            report(i / simulations)
    report(1.0)
    low, high = np.quantile(ginis, [(1 - level) / 2, (1 + level) / 2])
    observed = gini(x)
    p = (1.0 + int((ginis >= observed - 1e-12).sum())) / (simulations + 1.0)
    curve = _expected_curve(n, c)
    return RandomConcentration(
        curve[0], curve[1], Interval(float(ginis.mean()), float(low), float(high), level), p,
        wanted, places.mean(axis=0),
    )  # fmt: skip


@dataclass(frozen=True)
class RepeatPlaces:
    """How many places have 0, 1, 2, ... events, the last row "at least"; (k,) each.

    ``expected_places``: if the events fell on places by chance (binomial).
    """

    events_per_place: Ints
    places: Ints
    events: Ints
    share_of_places: Floats
    share_of_events: Floats
    expected_places: Floats


def repeat_places(counts: ArrayLike, at_most: int = 10) -> RepeatPlaces:
    """Table of repeat places; places with ``at_most`` events or more share the last row."""
    from scipy.stats import binom

    x = checked_counts(_checked(counts), whole=True).astype(np.int64)
    if at_most < 1:
        raise AnalysisError("The last row of the table must stand for at least 1 event.")
    last = int(min(at_most, x.max()))
    row = np.minimum(x, last)
    k: Ints = np.arange(last + 1, dtype=np.int64)
    places = np.bincount(row, minlength=last + 1)
    events = np.bincount(row, weights=x, minlength=last + 1).astype(np.int64)
    total = int(x.sum())
    expected = binom.pmf(k, total, 1.0 / x.size) * x.size
    expected[-1] = binom.sf(last - 1, total, 1.0 / x.size) * x.size
    return RepeatPlaces(k, places, events, places / x.size, events / total, expected)


def _checked(counts: ArrayLike) -> Floats:
    x = checked_counts(counts)
    if x.size == 0:
        raise AnalysisError("There are no places to compare.")
    if x.sum() <= 0:
        raise AnalysisError("There are no events, so that nothing can be concentrated.")
    return x


def _check_runs(runs: int) -> None:
    if runs < 19:
        raise AnalysisError("At least 19 repetitions are needed, not {n}.", n=runs)


def _gini_of_values(value: Floats, often: NDArray[np.int64]) -> Floats:
    """Gini of samples in which the ascending ``value`` (k,) occurs ``often`` (m, k) times."""
    upto = np.cumsum(often, axis=1)
    n = upto[:, -1]
    # ranks of equal values share their mean: sum of rank * value over the sample
    ranks = upto - (often - 1) / 2.0
    weighted = (ranks * often) @ value
    total = often @ value
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(2.0 * weighted / (n * total) - (n + 1.0) / n)


def _generalised(g: float, n: int, total: float) -> float:
    return max(1.0, n / total) * (g - 1.0) + 1.0


def _generalised_of(g: Floats, n: int, total: Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.maximum(1.0, n / total) * (g - 1.0) + 1.0)


def _places_for(descending: Floats, shares: Floats) -> Ints:
    reached = np.cumsum(descending)
    goal = shares * reached[-1] * (1.0 - 1e-12)
    return np.asarray(np.searchsorted(reached, goal, side="left") + 1, dtype=np.int64)


def _places_of_values(value: Floats, often: NDArray[np.int64], shares: Floats) -> Floats:
    """As _places_for, from how often each ascending value occurs."""
    high, number = value[::-1], often[::-1]
    reached = np.cumsum(high * number)
    goal = shares * reached[-1] * (1.0 - 1e-12)
    step = np.searchsorted(reached, goal, side="left")
    below = np.concatenate(([0.0], reached))[step]
    fewer = np.concatenate(([0], np.cumsum(number)))[step]
    return np.asarray(fewer + np.ceil((goal - below) / high[step]))


def _expected_curve(n: int, c: int) -> Tuple[Floats, Floats]:
    from scipy.stats import binom

    most = int(binom.isf(1e-12 / n, c, 1.0 / n)) + 1
    k = np.arange(min(most, c), -1, -1, dtype=np.float64)
    share = binom.pmf(k, c, 1.0 / n)
    places = np.concatenate(([0.0], np.cumsum(share)))
    events = np.concatenate(([0.0], np.cumsum(share * k)))
    return places / places[-1], events / events[-1]


def _in_chunks(
    out: Floats, width: int, draw: Callable[[int], Floats], progress: Optional[Progress]
) -> None:
    """Fill ``out`` chunk by chunk: bounded memory, and a place to cancel."""
    report = progress or silent
    size = max(1, min(out.size, 2_000_000 // max(1, width)))
    for start in range(0, out.size, size):
        stop = min(start + size, out.size)
        out[start:stop] = draw(stop - start)
        report(stop / out.size)
