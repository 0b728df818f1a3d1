"""Is this week's number unusual? Alerts on counts per period, and the test of two counts.

EARS C1, C2 and C3 need little history (Hutwagner et al. 2003, as in Fricker, Hegler &
Dunfee 2008). Farrington flexible compares with the same season of earlier years
(Farrington et al. 1996; Noufaily et al. 2013). The e-test compares two Poisson counts
exactly enough for small numbers (Krishnamoorthy & Thomson 2004).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List, Optional, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .progress import Progress, silent


@dataclass(frozen=True)
class Alerts:
    """One entry per period, shape (p,); NaN (and no alert) where history is too short.

    ``expected``: what the baseline lets expect; ``upper``: the count above which there is an
    ``alert``; ``score``: how far the count lies from expected, 1 at the limit for Farrington,
    in standard deviations for EARS C1 and C2.
    """

    expected: NDArray[np.float64]
    upper: NDArray[np.float64]
    score: NDArray[np.float64]
    alert: NDArray[np.bool_]


def ears(
    counts: ArrayLike,
    method: str = "C1",
    *,
    baseline: int = 7,
    alpha: float = 0.01,
    min_sigma: float = 0.0,
) -> Alerts:
    """Early Aberration Reporting System: C1, C2 or C3 over periods (days or weeks), (p,).

    C1 compares with the ``baseline`` periods just before, C2 leaves two periods between, C3
    lowers the limit of C2 by what the two periods before exceeded one standard deviation by:
    U3 = mean + sd · (z − Σ max(0, C2 − 1)) (Salmon, Schumacher & Höhle 2016). ``alpha``:
    one-sided, of a normal deviation. ``min_sigma``: smallest standard deviation assumed, so
    that after quiet periods one event is no alert. The ``score`` is C1, C2 or C3.

    R's surveillance 1.20 documents the same U3 but returns it plus the deviation of the
    period itself, count − mean, which makes its C3 blind to that period's own count.
    """
    y = _counts(counts)
    _check_alpha(alpha)
    if method not in ("C1", "C2", "C3"):
        raise AnalysisError("EARS knows C1, C2 and C3, not {method}.", method=method)
    if baseline < 2:
        raise AnalysisError("The baseline needs at least 2 periods to know how they scatter.")
    from scipy.special import ndtri

    z = float(ndtri(1.0 - alpha))
    lag = 0 if method == "C1" else 2
    mean, sd = np.full(y.size, np.nan), np.full(y.size, np.nan)
    for i in range(baseline + lag, y.size):
        before = y[i - lag - baseline : i - lag]
        mean[i], sd[i] = before.mean(), max(min_sigma, float(before.std(ddof=1)))
    score = _standardised(y, mean, sd)
    upper = mean + z * sd
    if method == "C3":
        excess = np.maximum(0.0, score - 1.0)
        past = np.full(y.size, np.nan)
        past[2:] = excess[1:-1] + excess[:-2]
        upper = mean + sd * (z - past)
        score = np.maximum(0.0, score - 1.0) + past
    return Alerts(mean, upper, score, _above(y, upper))


@dataclass(frozen=True)
class FarringtonSettings:
    """Settings of :func:`farrington_flexible`; in brackets their names in R's surveillance.

    The defaults are those that Noufaily et al. recommend. ``years_back`` (b),
    ``half_window`` (w), ``seasons`` (noPeriods: levels of a seasonal factor; 1 uses only the
    windows around the same week of earlier years), ``skip_recent`` (pastWeeksNotIncluded:
    latest periods left out, as they may hold the outbreak), ``alpha``, ``trend`` and
    ``trend_alpha`` (trend, pThresholdTrend), ``reweight`` and ``weights_threshold``
    (reweight, weightsThreshold: past outbreaks count less), ``least_cases`` in
    ``least_periods`` (limit54), ``method`` (thresholdMethod): "delta" (Farrington) or
    "nbPlugin" (Noufaily), ``periods_per_year`` (frequency).

    ``error_as_surveillance`` gives exactly the limits of R's surveillance (1.20) with
    "delta". That program scales the error of the expectation by a dispersion divided by the
    mean, since it replaces the working weights by the outbreak weights before it asks for the
    error; its limits lie up to a few per cent lower than the published formula, which is
    the default here.
    """

    years_back: int = 5
    half_window: int = 3
    seasons: int = 10
    skip_recent: int = 26
    alpha: float = 0.01
    trend: bool = True
    trend_alpha: float = 1.0
    reweight: bool = True
    weights_threshold: float = 2.58
    least_cases: int = 5
    least_periods: int = 4
    method: str = "nbPlugin"
    periods_per_year: int = 52
    error_as_surveillance: bool = False

    def check(self) -> None:
        """Raise AnalysisError for settings that mean nothing."""
        _check_alpha(self.alpha)
        if self.years_back < 1 or self.half_window < 0 or self.skip_recent < 0:
            raise AnalysisError(
                "Farrington's method needs at least one earlier year and windows of 0 or more."
            )
        if self.seasons < 1 or self.periods_per_year < 2:
            raise AnalysisError("Seasons must be 1 or more and a year at least two periods.")
        if 2 * self.half_window + self.seasons > self.periods_per_year:
            raise AnalysisError(
                "{seasons} seasons and windows of ±{window} do not fit in a year of {periods} "
                "periods; use fewer or shorter ones.",
                seasons=self.seasons,
                window=self.half_window,
                periods=self.periods_per_year,
            )
        if self.method not in ("delta", "nbPlugin"):
            raise AnalysisError("The limit is computed by 'delta' or by 'nbPlugin'.")


def farrington_flexible(
    counts: ArrayLike,
    settings: Optional[FarringtonSettings] = None,
    *,
    first: int = 0,
    progress: Optional[Progress] = None,
) -> Alerts:
    """Counts against a quasi-Poisson model of earlier years (Noufaily et al. 2013).

    ``counts``: (p,), per week or month, without gaps. ``first``: the first period to judge
    (earlier ones stay NaN). A period is judged when all ``years_back`` years before it are
    there. The trend is kept when its p is at most ``trend_alpha``, the expectation does not
    exceed every earlier count, and three years or more are used. No alert
    is raised for fewer than ``least_cases`` events in the last ``least_periods`` periods.
    """
    options = settings or FarringtonSettings()
    options.check()
    y = _counts(counts)
    report = progress or silent
    expected = np.full(y.size, np.nan)
    upper, score = expected.copy(), expected.copy()
    reach = options.years_back * options.periods_per_year + options.half_window
    judged = range(max(first, reach), y.size)
    for step, i in enumerate(judged):
        expected[i], upper[i] = _farrington_limit(y, i, options)
        report((step + 1) / len(judged))
    span = upper - expected
    score = np.divide(y - expected, span, out=np.full(y.size, np.nan), where=span > 0)
    recent = np.convolve(y, np.ones(options.least_periods))[: y.size]
    alert = _above(y, upper) & (recent >= options.least_cases)
    return Alerts(expected, upper, score, alert)


def e_test(count_1: int, count_2: int, exposure_1: float = 1.0, exposure_2: float = 1.0) -> float:
    """Two-sided p that two Poisson counts have the same rate (Krishnamoorthy & Thomson 2004).

    ``exposure``: days, areas or persons behind each count. Sums the probabilities, at the
    pooled rate, of all pairs of counts at least as far apart in standard errors.
    """
    k1, k2 = int(count_1), int(count_2)
    if k1 != count_1 or k2 != count_2 or k1 < 0 or k2 < 0:
        raise AnalysisError("The two counts must be whole numbers of 0 or more.")
    for exposure in (exposure_1, exposure_2):
        if not (np.isfinite(exposure) and exposure > 0.0):
            raise AnalysisError("Each count needs an exposure above 0, such as its days.")
    if k1 + k2 == 0:
        return 1.0
    from scipy import stats

    rate = (k1 + k2) / (exposure_1 + exposure_2)
    observed = abs(_distance(float(k1), float(k2), exposure_1, exposure_2))
    x1 = _plausible(rate * exposure_1)
    x2 = _plausible(rate * exposure_2)
    p1 = stats.poisson.pmf(x1, rate * exposure_1)
    p2 = stats.poisson.pmf(x2, rate * exposure_2)
    # Pairs as far apart as the observed one belong to it, whatever the last digit says.
    limit = observed * (1.0 - 1e-12)
    if limit == 0.0:
        return 1.0
    # For each first count the distance falls as the second grows: two tails are summed,
    # whose ends are found by halving, so that counts of a million cost no table.
    below = _how_many(lambda d: d >= limit, x1, x2, exposure_1, exposure_2)
    above = _how_many(lambda d: d > -limit, x1, x2, exposure_1, exposure_2)
    up_to = np.concatenate([[0.0], np.cumsum(p2)])
    from_on = np.concatenate([np.cumsum(p2[::-1])[::-1], [0.0]])
    return min(1.0, float(p1 @ (up_to[below] + from_on[above])))


def _how_many(
    holds: Callable[[NDArray[np.float64]], NDArray[np.bool_]],
    x1: NDArray[np.int64],
    x2: NDArray[np.int64],
    n1: float,
    n2: float,
) -> NDArray[np.int64]:
    """For each of x1, how many of the first x2 fulfil what holds up to some x2 and not after."""
    low = np.zeros(x1.size, dtype=np.int64)
    high = np.full(x1.size, x2.size, dtype=np.int64)
    while np.any(low < high):
        middle = (low + high) // 2
        # Where the search has ended, middle may be one past the end: the answer is not used.
        good = holds(_distance(x1, x2[np.minimum(middle, x2.size - 1)], n1, n2))
        open_ = low < high
        low = np.where(open_ & good, middle + 1, low)
        high = np.where(open_ & ~good, middle, high)
    return low


def _distance(x1: ArrayLike, x2: ArrayLike, n1: float, n2: float) -> NDArray[np.float64]:
    a, b = np.asarray(x1, dtype=np.float64), np.asarray(x2, dtype=np.float64)
    difference, variance = a / n1 - b / n2, a / n1**2 + b / n2**2
    # Two counts of 0 do not differ.
    root = np.sqrt(np.where(variance > 0, variance, 1.0))
    return np.asarray(difference / root, dtype=np.float64)


def _plausible(mean: float) -> NDArray[np.int64]:
    """Counts outside which a Poisson variable with this mean lies with probability < 1e-16."""
    reach = 9.0 * np.sqrt(mean) + 40.0
    return np.arange(max(0, int(mean - reach)), int(mean + reach) + 1)


def _counts(counts: ArrayLike) -> NDArray[np.float64]:
    y = np.asarray(counts, dtype=np.float64).ravel()
    if not np.isfinite(y).all() or np.any(y < 0):
        raise AnalysisError(
            "Counts per period must be numbers of 0 or more, without gaps; fill gaps with 0."
        )
    return y


def _check_alpha(alpha: float) -> None:
    if not 0.0 < alpha < 0.5:
        raise AnalysisError(
            "The level of an alert must lie between 0 and 0.5, but it is {alpha}.", alpha=alpha
        )


def _above(y: NDArray[np.float64], upper: NDArray[np.float64]) -> NDArray[np.bool_]:
    return np.asarray(~np.isnan(upper) & (y > np.where(np.isnan(upper), 0.0, upper)))


def _standardised(
    y: NDArray[np.float64], mean: NDArray[np.float64], sd: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Deviations in standard deviations; without any scatter 0 at the mean, else endless."""
    difference = y - mean
    with np.errstate(divide="ignore", invalid="ignore"):
        score = difference / sd
    return np.where((sd == 0) & (difference == 0), 0.0, score)


# ---------------------------------------------------------------- Farrington's model


def _farrington_limit(
    y: NDArray[np.float64], i: int, options: FarringtonSettings
) -> Tuple[float, float]:
    """Expected count and upper limit of period i."""
    rows, season = _baseline(i, options)
    response = y[rows]
    if response.sum() == 0.0:
        # The likelihood has no maximum: nothing was ever seen, any event is news.
        return 0.0, 0.0
    time = (rows - i).astype(np.float64)
    # Scaled so that the equations stay well conditioned; the fit does not change.
    scale = max(1.0, float(np.abs(time).max()))
    dummies = [(season == s).astype(np.float64) for s in np.unique(season) if s != 0]
    plain = np.column_stack([np.ones(rows.size), *dummies])
    here = np.zeros(plain.shape[1])
    here[0] = 1.0
    if options.trend and options.years_back >= 3:
        tilted = np.column_stack([plain, time / scale])
        model = _robust_fit(tilted, response, options)
        if model is not None:
            target = np.append(here, 0.0)
            kept = model.p_of_last() <= options.trend_alpha
            if kept and model.predict(target)[0] <= response.max():
                return _limit(model, target, options)
    model = _robust_fit(plain, response, options)
    if model is None:
        return float("nan"), float("nan")
    return _limit(model, here, options)


def _baseline(i: int, options: FarringtonSettings) -> Tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Baseline periods of period i and their seasonal level; level 0 is the season of i.

    Level 0 are the windows of ± half_window around the same period of earlier years; the rest
    of each year is cut into seasons − 1 parts of equal length, the first of them longer by
    one while there is a remainder.
    """
    year, w = options.periods_per_year, options.half_window
    start = i - options.years_back * year - w
    last = i - options.skip_recent - 1
    rows: List[int] = []
    levels: List[int] = []
    length, longer = divmod(year - 2 * w - 1, max(1, options.seasons - 1))
    for row in range(start, last + 1):
        # Position after the end of the latest window before this row.
        phase = (row - (i - options.years_back * year) + w) % year
        if phase <= 2 * w:
            level = 0
        elif options.seasons > 1:
            place = phase - 2 * w - 1
            if place < longer * (length + 1):
                level = 1 + place // (length + 1)
            else:
                level = 1 + longer + (place - longer * (length + 1)) // length
        else:
            continue
        rows.append(row)
        levels.append(level)
    return np.array(rows, dtype=np.int64), np.array(levels, dtype=np.int64)


@dataclass(frozen=True)
class _Model:
    """Quasi-Poisson regression with logarithmic link."""

    beta: NDArray[np.float64]
    inverse: NDArray[np.float64]
    fitted: NDArray[np.float64]
    hat: NDArray[np.float64]
    phi: float
    freedom: int
    relative: float
    """Σ w ((y − μ)/μ)² / freedom: what surveillance takes for the dispersion in the error."""

    def predict(self, x: NDArray[np.float64]) -> Tuple[float, float]:
        """Expected count and its standard error."""
        mean = float(np.exp(x @ self.beta))
        return mean, mean * float(np.sqrt(self.phi * (x @ self.inverse @ x)))

    def p_of_last(self) -> float:
        """Two-sided p of the last coefficient."""
        from scipy.special import stdtr

        t = abs(float(self.beta[-1])) / float(np.sqrt(self.phi * self.inverse[-1, -1]))
        return float(2.0 * stdtr(self.freedom, -t))


def _robust_fit(
    x: NDArray[np.float64], y: NDArray[np.float64], options: FarringtonSettings
) -> Optional[_Model]:
    # R stops after the deviance has settled to eight digits, which its limits show.
    tolerance = 1e-8 if options.error_as_surveillance else 1e-13
    model = _fit(x, y, np.ones(y.size), tolerance)
    if model is None or not options.reweight:
        return model
    # Anscombe residuals find past outbreaks, which then count for less.
    raw = 1.5 * (y ** (2 / 3) * model.fitted ** (-1 / 6) - np.sqrt(model.fitted))
    residual = raw / np.sqrt(model.phi * np.maximum(1.0 - model.hat, 1e-12))
    weight = np.ones(y.size)
    far = residual > options.weights_threshold
    weight[far] = residual[far] ** -2.0
    return _fit(x, y, weight * (y.size / weight.sum()), tolerance)


def _fit(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    weight: NDArray[np.float64],
    tolerance: float,
) -> Optional[_Model]:
    """Iteratively reweighted least squares; None without enough data or convergence."""
    n, k = x.shape
    if n <= k:
        return None
    mu = y + 0.1
    eta = np.log(mu)
    deviance = np.inf
    for _ in range(50):
        working = weight * mu
        root = np.sqrt(working)
        beta, _residual, rank, _sv = np.linalg.lstsq(
            x * root[:, None], (eta + (y - mu) / mu) * root, rcond=None
        )
        if rank < k:
            return None
        eta = np.clip(x @ beta, -30.0, 30.0)
        mu = np.exp(eta)
        terms = np.where(y > 0, y * np.log(np.maximum(y, 1e-300) / mu), 0.0) - (y - mu)
        previous, deviance = deviance, 2.0 * float(np.sum(weight * terms))
        if abs(deviance - previous) < tolerance * (abs(deviance) + 0.1):
            break
    else:
        return None
    inverse = np.linalg.inv((x * working[:, None]).T @ x)
    hat = working * np.einsum("ij,jk,ik->i", x, inverse, x)
    phi = max(1.0, float(np.sum(working * ((y - mu) / mu) ** 2) / (n - k)))
    relative = float(np.sum(weight * ((y - mu) / mu) ** 2) / (n - k))
    return _Model(beta, inverse, mu, hat, phi, n - k, relative)


def _limit(
    model: _Model, target: NDArray[np.float64], options: FarringtonSettings
) -> Tuple[float, float]:
    from scipy import stats

    mean, error = model.predict(target)
    if options.method == "nbPlugin":
        if model.phi <= 1.0:
            return mean, float(stats.poisson.ppf(1.0 - options.alpha, mean))
        size = mean / (model.phi - 1.0)
        law = stats.nbinom(size, size / (size + mean))
        return mean, float(law.ppf(1.0 - options.alpha))
    # Two thirds powers of Poisson counts are nearly symmetric (Farrington et al. 1996).
    if options.error_as_surveillance:
        dispersion = model.relative if options.reweight else model.phi
        error *= float(np.sqrt(dispersion / model.phi))
    spread = model.phi + error**2 / mean
    z = float(stats.norm.ppf(1.0 - options.alpha))
    root = mean ** (2 / 3) + z * float(np.sqrt(4 / 9 * mean ** (1 / 3) * spread))
    return mean, float(root**1.5)
