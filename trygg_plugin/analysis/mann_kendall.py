"""Mann-Kendall test of a monotonic trend, for many series at once, and Sen's slope.

Mann 1945; Kendall 1975; Sen 1968.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .getis_ord import two_sided_normal
from .progress import Progress, silent

Floats = NDArray[np.float64]
_ROWS = 1000  # series looked at together: few enough to stay in the processor's cache


@dataclass(frozen=True)
class MannKendall:
    """Trend of each of n series; arrays have shape (n,).

    ``s``: rising minus falling pairs; ``variance``: of s, corrected for ties; ``z``: with
    continuity correction; ``p``: two-sided, normal; ``tau``: Kendall's tau-b.
    A series without any difference: s 0, z 0, p 1, tau 0.
    """

    s: Floats
    variance: Floats
    z: Floats
    p: Floats
    tau: Floats


def mann_kendall(series: ArrayLike, progress: Optional[Progress] = None) -> MannKendall:
    """Test series (n, steps), or one series (steps,), in the order of time.

    Raises AnalysisError for missing values and fewer than 3 steps.
    """
    values = np.atleast_2d(np.asarray(series, dtype=np.float64))
    n, steps = values.shape
    if steps < 3:
        raise AnalysisError("A trend needs at least 3 time steps, but there are {count}.",
                            count=steps)
    if not np.isfinite(values).all():
        raise AnalysisError("{count} values of the series are missing.",
                            count=int((~np.isfinite(values)).sum()))
    s = np.zeros(n)
    equal = np.zeros((n, steps))
    report = progress or silent
    for start in range(0, n, _ROWS):
        report(start / n)
        block, ties = values[start : start + _ROWS], equal[start : start + _ROWS]
        for lag in range(1, steps):
            later, earlier = block[:, lag:], block[:, :-lag]
            rising = np.count_nonzero(later > earlier, axis=1)
            s[start : start + _ROWS] += rising - np.count_nonzero(later < earlier, axis=1)
            same = later == earlier
            if same.any():
                ties[:, lag:] += same
                ties[:, :-lag] += same
    # A group of t equal values adds t(t-1)(2t+5): shared out, (t-1)(2t+5) for each of its values.
    correction = (equal * (2.0 * (equal + 1.0) + 5.0)).sum(axis=1)
    variance = (steps * (steps - 1.0) * (2.0 * steps + 5.0) - correction) / 18.0
    z = np.divide(s - np.sign(s), np.sqrt(variance), out=np.zeros(n), where=variance > 0)
    all_pairs = steps * (steps - 1.0) / 2.0
    untied = all_pairs - equal.sum(axis=1) / 2.0
    tau = np.divide(s, np.sqrt(untied * all_pairs), out=np.zeros(n), where=untied > 0)
    return MannKendall(s, variance, z, two_sided_normal(z), tau)


@dataclass(frozen=True)
class SenSlope:
    """Median slope per time step with its interval."""

    slope: float
    low: float
    high: float


def sen_slope(series: ArrayLike, confidence: float = 0.95) -> SenSlope:
    """Sen's slope of one series (steps,), interval by the normal approximation of s."""
    from scipy.special import ndtri

    values = np.asarray(series, dtype=np.float64).ravel()
    trend = mann_kendall(values)
    first, second = np.triu_indices(values.size, 1)
    slopes = np.sort((values[second] - values[first]) / (second - first))
    reach = float(ndtri(0.5 + confidence / 2.0) * np.sqrt(trend.variance[0]))
    low = round((slopes.size - reach) / 2.0)
    high = round((slopes.size + reach) / 2.0 + 1.0)
    return SenSlope(
        float(np.median(slopes)),
        float(slopes[max(low, 1) - 1]),
        float(slopes[min(high, slopes.size) - 1]),
    )
