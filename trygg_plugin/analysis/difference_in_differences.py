"""Difference in differences over areas: did treated areas change more than the others?

Two-way fixed effects (a level per area, a level per period), errors clustered by area, and a
permutation test over which areas were treated (few areas make clustered errors too small).
Bernal, Cummins & Gasparrini 2017; clustering: Bertrand, Duflo & Mullainathan 2004.

The areas of a group share the same periods, so that in a balanced table the area levels
divide out: all is computed from two series, however many areas there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Optional, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .event_counts import checked_counts, checked_level, half_width, two_sided_p
from .monte_carlo import p_two_sided
from .progress import Progress, silent
from .regression import quasi_poisson

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

_ENUMERATED = 5000


@dataclass(frozen=True)
class DifferenceInDifferences:
    """Effect over n areas and p periods.

    ``estimate``: logarithm of the ratio ("poisson") or events per area and period
    ("linear"); ``low``, ``high``: interval at ``level``; ``ratio``, ``ratio_low``,
    ``ratio_high``: as a ratio (NaN for linear). ``se_cluster``: clustered by area, NaN with
    fewer than two areas in a group; ``se_model``: quasi-Poisson or least squares. ``se``: the
    one that the interval uses (clustered where there is one). ``p``: two-sided, t with
    areas - 1 degrees of freedom; ``p_permutation``: other choices of treated areas with as
    large an effect, two-sided; ``permutations``: how many, ``exact`` if all there are.
    ``dispersion``: 1 for Poisson counts. ``prevented``, ``prevented_low``,
    ``prevented_high``: events fewer in the treated areas after. ``pre_trend``: extra trend of
    the treated areas before, per period, ``pre_trend_p``: clustered, NaN with under 3 periods
    before. ``totals``: events (treated before, treated after, control before, control after).
    ``n_treated``, ``n_control``: areas used; ``left_out``: areas without any event (poisson).
    """

    model: str
    estimate: float
    se: float
    se_cluster: float
    se_model: float
    low: float
    high: float
    level: float
    ratio: float
    ratio_low: float
    ratio_high: float
    p: float
    p_permutation: float
    permutations: int
    exact: bool
    dispersion: float
    prevented: float
    prevented_low: float
    prevented_high: float
    pre_trend: float
    pre_trend_p: float
    totals: Tuple[float, float, float, float]
    n_treated: int
    n_control: int
    left_out: int


def difference_in_differences(
    counts: ArrayLike,
    treated: ArrayLike,
    after: ArrayLike,
    *,
    model: str = "poisson",
    permutations: int = 999,
    level: float = 0.95,
    seed: int = 0,
    progress: Optional[Progress] = None,
) -> DifferenceInDifferences:
    """Effect of a measure that began at the same time in all treated areas.

    ``counts``: (n, p) events per area and period, none missing. ``treated``: (n,) booleans.
    ``after``: (p,) booleans. ``model``: "poisson" compares ratios, "linear" differences.
    Raises AnalysisError when a group or a side of time is empty or without events.
    """
    y = checked_counts(counts, 2)
    group = np.asarray(treated, dtype=np.bool_).ravel()
    late = np.asarray(after, dtype=np.bool_).ravel()
    checked_level(level)
    if model not in ("poisson", "linear"):
        raise AnalysisError('The model must be "poisson" or "linear", but it is "{model}".',
                            model=model)  # fmt: skip
    if group.size != y.shape[0] or late.size != y.shape[1]:
        raise AnalysisError("Every area needs to be treated or not, every period before or after.")
    used = y.sum(axis=1) > 0 if model == "poisson" else np.ones(group.size, dtype=np.bool_)
    left_out = int((~used).sum())
    y, group = y[used], group[used]
    if not (group.any() and (~group).any()):
        raise AnalysisError(
            "Both treated and untreated areas with events are needed for a comparison."
        )
    if not (late.any() and (~late).any()):
        raise AnalysisError("Periods both before and after the measure are needed.")
    totals = _totals(y, group, late)
    if model == "poisson" and min(totals) == 0:
        raise AnalysisError(
            "One of the four groups (treated or not, before or after) has no events, so that no "
            "ratio can be formed. Use longer periods or the weighted displacement difference."
        )
    fit = _two_way(y, group, late.astype(np.float64), model)
    clustered = min(group.sum(), (~group).sum()) >= 2
    se_cluster = fit.se_cluster if clustered else float("nan")
    se = se_cluster if clustered else fit.se_model
    degrees = group.size - 1 if clustered else fit.degrees
    reach = half_width(level, degrees) * se
    low, high = fit.estimate - reach, fit.estimate + reach
    at_least, at_most, runs, exact = _permuted(
        y, group, late, model, permutations, seed, progress or silent
    )
    p_perm = float(p_two_sided(at_least, at_most, runs)) if runs else 1.0
    trend, trend_p = _pre_trend(y[:, ~late], group, model, clustered)

    def prevented(effect: float) -> float:
        if model == "linear":
            return float(-effect * group.sum() * late.sum())
        return float(totals[1] * np.expm1(-effect))

    def ratio(effect: float) -> float:
        return float(np.exp(effect)) if model == "poisson" else float("nan")

    return DifferenceInDifferences(
        model, fit.estimate, se, se_cluster, fit.se_model, low, high, level,
        ratio(fit.estimate), ratio(low), ratio(high),
        two_sided_p(fit.estimate / se, degrees) if se > 0 else 1.0,
        p_perm, runs, exact, fit.dispersion,
        prevented(fit.estimate), prevented(high), prevented(low),
        trend, trend_p, totals, int(group.sum()), int((~group).sum()), left_out,
    )  # fmt: skip


@dataclass(frozen=True)
class _TwoWay:
    estimate: float
    se_cluster: float
    se_model: float
    dispersion: float
    degrees: int


def _two_way(y: Floats, group: Bools, when: Floats, model: str) -> _TwoWay:
    """Coefficient of group × ``when`` beside a level per area and a level per period."""
    n, periods = y.shape
    degrees = n * periods - n - periods
    if degrees < 1:
        raise AnalysisError("The table is too small: more areas or more periods are needed.")
    if model == "linear":
        x = np.where(group[:, np.newaxis], when, 0.0)
        x = x - x.mean(axis=1, keepdims=True) - x.mean(axis=0) + x.mean()
        deviation = y - y.mean(axis=1, keepdims=True) - y.mean(axis=0) + y.mean()
        bread = 1.0 / float(np.sum(x * x))
        estimate = float(np.sum(x * y)) * bread
        residual = deviation - estimate * x
        dispersion = float(np.sum(residual**2)) / degrees
        # the usual small-sample factor of clustered least squares
        small = (n * periods - 1.0) / degrees
    else:
        series = np.vstack((y[group].sum(axis=0), y[~group].sum(axis=0)))
        if (series.sum(axis=0) == 0).any():
            keep = series.sum(axis=0) > 0  # an empty period tells nothing in a ratio model
            return _two_way(y[:, keep], group, when[keep], model)
        flat, period = series.ravel(), np.tile(np.arange(periods), 2)
        first = np.repeat([1.0, 0.0], periods)
        levels = (period[:, np.newaxis] == np.arange(periods)).astype(np.float64)
        nuisance = np.column_stack((levels, first))
        design = np.column_stack((nuisance, first * np.tile(when, 2)))
        fit = quasi_poisson(design, flat)
        estimate = float(fit.coefficients[-1])
        mean = fit.fitted.reshape(2, periods)
        root = np.sqrt(fit.fitted)
        part = np.linalg.lstsq(nuisance * root[:, np.newaxis], design[:, -1] * root, rcond=None)[0]
        both = (design[:, -1] - nuisance @ part).reshape(2, periods)
        which = np.where(group, 0, 1)
        share = y.sum(axis=1) / series.sum(axis=1)[which]
        expected = share[:, np.newaxis] * mean[which]
        x = both[which]
        bread = 1.0 / float(np.sum(expected * x * x))
        residual = y - expected
        dispersion = float(np.sum(residual**2 / expected)) / degrees
        small = 1.0
    per_area = np.sum(x * residual, axis=1)
    variance = bread * bread * float(per_area @ per_area) * small * n / (n - 1.0)
    return _TwoWay(
        estimate, float(np.sqrt(variance)), float(np.sqrt(bread * dispersion)), dispersion, degrees
    )


def _totals(y: Floats, group: Bools, late: Bools) -> Tuple[float, float, float, float]:
    return (
        float(y[group][:, ~late].sum()), float(y[group][:, late].sum()),
        float(y[~group][:, ~late].sum()), float(y[~group][:, late].sum()),
    )  # fmt: skip


def _pre_trend(y: Floats, group: Bools, model: str, clustered: bool) -> Tuple[float, float]:
    """Extra trend of the treated areas before the measure and its p."""
    nothing = (float("nan"), float("nan"))
    used = y.sum(axis=1) > 0 if model == "poisson" else np.ones(group.size, dtype=np.bool_)
    y, group = y[used], group[used]
    if y.shape[1] < 3 or not (group.any() and (~group).any()):
        return nothing
    try:
        fit = _two_way(y, group, np.arange(y.shape[1], dtype=np.float64), model)
    except AnalysisError:  # too few events before the measure to see a trend in
        return nothing
    se, degrees = (fit.se_cluster, y.shape[0] - 1) if clustered else (fit.se_model, fit.degrees)
    return fit.estimate, two_sided_p(fit.estimate / se, degrees) if se > 0 else 1.0


def _permuted(
    y: Floats, group: Bools, late: Bools, model: str, permutations: int, seed: int,
    progress: Progress,
) -> Tuple[int, int, int, bool]:  # fmt: skip
    """How many other choices of treated areas give an effect at least, at most as large."""
    before, after = y[:, ~late].sum(axis=1), y[:, late].sum(axis=1)
    n, k = group.size, int(group.sum())
    everything = comb(n, k)
    exact = everything - 1 <= max(permutations, 0) and everything <= _ENUMERATED

    def statistic(choice: Floats) -> Floats:
        """(m,) effects of (m, n) choices; half an event more each, so that logs exist."""
        t0, t1 = choice @ before, choice @ after
        c0, c1 = before.sum() - t0, after.sum() - t1
        if model == "linear":
            kept = choice.sum(axis=1)
            return np.asarray(
                (t1 / late.sum() - t0 / (~late).sum()) / kept
                - (c1 / late.sum() - c0 / (~late).sum()) / (n - kept)
            )
        return np.asarray(np.log((t1 + 0.5) * (c0 + 0.5) / ((t0 + 0.5) * (c1 + 0.5))))

    observed = float(statistic(group[np.newaxis, :].astype(np.float64))[0])
    near = 1e-9 * max(1.0, abs(observed))
    if permutations < 1:
        return 0, 0, 0, False
    at_least = at_most = 0
    runs = everything - 1 if exact else permutations
    rng = np.random.default_rng(seed)
    size = max(1, min(runs, 1_000_000 // n))
    others = (c for c in combinations(range(n), k) if exact)
    own = tuple(np.flatnonzero(group))
    for start in range(0, runs, size):
        m = min(size, runs - start)
        choice = np.zeros((m, n))
        if exact:
            for i in range(m):
                picked = next(others)
                choice[i, list(next(others) if picked == own else picked)] = 1.0
        else:
            order = np.argsort(rng.random((m, n)), axis=1)[:, :k]
            np.put_along_axis(choice, order, 1.0, axis=1)
        values = statistic(choice)
        at_least += int((values >= observed - near).sum())
        at_most += int((values <= observed + near).sum())
        progress((start + m) / runs)
    return at_least, at_most, runs, exact
