"""Relative effect size of a measure, and the joint answer of several places.

RES = ad / (bc): treated place a before, b after; control c before, d after; above 1 the
treated place did better (Farrington, Gill, Waples & Argomaniz 2007). Meta-analysis with
fixed effects and after DerSimonian & Laird 1986.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .event_counts import checked_counts, checked_level, checked_pair, half_width, two_sided_p

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class EffectSize:
    """Relative effect size of one place.

    ``res``: ratio, above 1 is good; ``low``, ``high``: interval at ``level``; ``log_res`` and
    its ``variance``, multiplied by ``dispersion``; ``z``, ``p``: two-sided. ``corrected``: a
    count was 0, so that half an event was added to each (Haldane 1956).
    ``treated``, ``control``: (before, after) counts put in.
    """

    res: float
    low: float
    high: float
    level: float
    log_res: float
    variance: float
    z: float
    p: float
    dispersion: float
    corrected: bool
    treated: Tuple[float, float]
    control: Tuple[float, float]


def relative_effect_size(
    treated: Tuple[float, float],
    control: Tuple[float, float],
    dispersion: float = 1.0,
    level: float = 0.95,
) -> EffectSize:
    """RES of (before, after) counts, with an interval on the log scale.

    ``dispersion``: variance of the counts over that of Poisson counts, from
    :func:`over_dispersion`; 1 gives the plain interval, which is too narrow for most crime.
    Raises AnalysisError without any events.
    """
    treated, control = checked_pair(treated), checked_pair(control)
    checked_level(level)
    if not (np.isfinite(dispersion) and dispersion >= 1):
        raise AnalysisError("The over-dispersion must be 1 or more, but it is {value}.",
                            value=dispersion)  # fmt: skip
    cells = np.array([*treated, *control])
    if cells.sum() == 0:
        raise AnalysisError("There are no events, neither before nor after.")
    corrected = bool((cells == 0).any())
    a, b, c, d = cells + (0.5 if corrected else 0.0)
    log_res = float(np.log(a * d / (b * c)))
    variance = float((1 / a + 1 / b + 1 / c + 1 / d) * dispersion)
    reach, z = half_width(level) * np.sqrt(variance), log_res / np.sqrt(variance)
    return EffectSize(
        float(np.exp(log_res)), float(np.exp(log_res - reach)), float(np.exp(log_res + reach)),
        level, log_res, variance, float(z), two_sided_p(float(z)), float(dispersion), corrected,
        treated, control,
    )  # fmt: skip


def over_dispersion(series: Sequence[ArrayLike]) -> float:
    """Variance over mean of monthly counts, pooled over stretches with a mean of their own.

    ``series``: monthly counts of treated before, treated after, control before, control
    after: one array each. Pearson's chi-square over its degrees of freedom; at least 1.
    """
    chi2, degrees = 0.0, 0
    for counts in series:
        y = checked_counts(counts)
        if y.size >= 2 and y.sum() > 0:
            chi2 += float(np.sum((y - y.mean()) ** 2) / y.mean())
            degrees += y.size - 1
    if degrees == 0:
        raise AnalysisError(
            "Over-dispersion needs at least two months with events in one of the periods."
        )
    return max(1.0, chi2 / degrees)


@dataclass(frozen=True)
class MetaAnalysis:
    """Joint effect of k places, on the log scale unless said.

    ``ratio``, ``low``, ``high``: joint relative effect size and interval at ``level``;
    ``estimate``, ``se``: its logarithm; ``z``, ``p``: two-sided. ``weights``: (k,) shares of
    the places. ``tau2``: variance between places (0 for fixed effects). ``q``, ``p_q``:
    Cochran's test whether the places differ; ``i2``: share of the variation that is between
    places. ``random``: DerSimonian-Laird.
    """

    ratio: float
    low: float
    high: float
    level: float
    estimate: float
    se: float
    z: float
    p: float
    weights: Floats
    tau2: float
    q: float
    p_q: float
    i2: float
    random: bool


def meta_analysis(
    log_effects: ArrayLike, variances: ArrayLike, random: bool = True, level: float = 0.95
) -> MetaAnalysis:
    """Joint effect of several places from (k,) log effects and their variances.

    ``random``: the effect may differ between places (DerSimonian & Laird 1986), otherwise one
    common effect (inverse variance). Raises AnalysisError for no places or variances of 0.
    """
    from scipy.special import chdtrc

    y = np.asarray(log_effects, dtype=np.float64).ravel()
    v = np.asarray(variances, dtype=np.float64).ravel()
    checked_level(level)
    if y.size == 0 or y.size != v.size:
        raise AnalysisError("Every place needs one effect and one variance.")
    if not (np.isfinite(y).all() and np.isfinite(v).all() and (v > 0).all()):
        raise AnalysisError("The effects must be numbers and their variances above 0.")
    w = 1.0 / v
    common = float(w @ y / w.sum())
    q, degrees = float(w @ (y - common) ** 2), y.size - 1
    tau2 = 0.0
    if degrees and random:
        tau2 = max(0.0, (q - degrees) / float(w.sum() - w @ w / w.sum()))
    w = 1.0 / (v + tau2)
    estimate, se = float(w @ y / w.sum()), float(1.0 / np.sqrt(w.sum()))
    reach = half_width(level) * se
    return MetaAnalysis(
        float(np.exp(estimate)), float(np.exp(estimate - reach)), float(np.exp(estimate + reach)),
        level, estimate, se, estimate / se, two_sided_p(estimate / se), w / w.sum(), tau2, q,
        float(chdtrc(degrees, q)) if degrees else 1.0,
        max(0.0, (q - degrees) / q) if q > 0 else 0.0, random,
    )  # fmt: skip
