"""Spatial point pattern test: are two sets of events spread over the areas alike?

Andresen 2009 (resampling); Wheeler, Steenbeek & Andresen 2018 (difference of proportions
with correction for many tests). S = share of areas that do not differ; robust S leaves
areas out that have no events in either set.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .event_counts import checked_counts, checked_level
from .multiple_testing import benjamini_yekutieli
from .progress import Progress, silent

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class PatternTest:
    """Two point patterns over n areas; arrays have shape (n,).

    ``base_percent``, ``test_percent``: share of each set's events in the area, per cent.
    ``lower``, ``upper``: interval of the test set's share (resampling), NaN otherwise.
    ``p``, ``p_adjusted``: of the proportion test, NaN otherwise and where both are 0.
    ``change``: 1 the test set has a larger share, -1 a smaller, 0 no difference shown.
    ``s_index``: share of areas with change 0; ``s_index_robust``: the same among areas with
    any event.
    """

    base_percent: Floats
    test_percent: Floats
    lower: Floats
    upper: Floats
    p: Floats
    p_adjusted: Floats
    change: NDArray[np.int8]
    s_index: float
    s_index_robust: float


def resampling_test(
    base: ArrayLike,
    test: ArrayLike,
    samples: int = 200,
    share: float = 0.85,
    level: float = 0.95,
    seed: int = 0,
    progress: Optional[Progress] = None,
) -> PatternTest:
    """Andresen's test: is the base share inside the interval of resampled test shares?

    ``base``, ``test``: (n,) whole numbers of events per area. ``samples`` draws of ``share``
    of the test events, without replacement; the interval drops (1 - level) / 2 of the draws
    in each tail. Raises AnalysisError when a set is empty.
    """
    b, t = _sets(base, test)
    checked_level(level)
    if not 0.0 < share < 1.0:
        raise AnalysisError("The share of events per sample must lie between 0 and 1.")
    drop = int(np.floor(samples * (1.0 - level) / 2.0 + 1e-9))
    if drop < 1:
        raise AnalysisError(
            "{n} samples are too few for a {level:.0%} interval; take at least {needed}.",
            n=samples, level=level, needed=int(np.ceil(2.0 / (1.0 - level) - 1e-9)),
        )  # fmt: skip
    size = max(1, int(np.floor(share * t.sum() + 0.5)))
    drawn = _samples(t.astype(np.int64), size, samples, seed, progress)
    drawn.partition((drop, samples - 1 - drop), axis=0)
    lower = drawn[drop] * (100.0 / size)
    upper = drawn[samples - 1 - drop] * (100.0 / size)
    base_percent = 100.0 * b / b.sum()
    change = (base_percent < lower).astype(np.int8) - (base_percent > upper).astype(np.int8)
    nothing = np.full(b.size, np.nan)
    return _result(b, t, lower, upper, nothing, nothing, change.astype(np.int8))


def proportion_test(base: ArrayLike, test: ArrayLike, alpha: float = 0.05) -> PatternTest:
    """Difference of proportions per area: N - 1 chi-square, Benjamini-Yekutieli over areas.

    ``base``, ``test``: (n,) events per area. ``alpha``: limit for the adjusted p.
    """
    from scipy.special import erfc

    b, t = _sets(base, test)
    if not 0.0 < alpha < 1.0:
        raise AnalysisError("The significance limit must lie between 0 and 1.")
    b_all, t_all = b.sum(), t.sum()
    n = b_all + t_all
    here = b + t
    with np.errstate(divide="ignore", invalid="ignore"):
        chi2 = (n - 1.0) * (b * (t_all - t) - t * (b_all - b)) ** 2
        chi2 /= here * (n - here) * b_all * t_all
    p = erfc(np.sqrt(chi2 / 2.0))  # upper tail of chi-square with 1 degree of freedom
    p[here == n] = 1.0  # all events of both sets in one area: nothing can differ
    p[here == 0] = np.nan
    adjusted = benjamini_yekutieli(p)
    with np.errstate(invalid="ignore"):
        differs = adjusted < alpha
    sign = np.sign(t / t_all - b / b_all).astype(np.int8)
    nothing = np.full(b.size, np.nan)
    return _result(b, t, nothing, nothing, p, adjusted, np.where(differs, sign, 0).astype(np.int8))


def _sets(base: ArrayLike, test: ArrayLike) -> tuple[Floats, Floats]:
    b = checked_counts(base, whole=True)
    t = checked_counts(test, whole=True)
    if b.size != t.size or b.size == 0:
        raise AnalysisError(
            "Both sets must be counted in the same areas; there are {a} and {b}.",
            a=b.size, b=t.size,
        )  # fmt: skip
    for counts, which in ((b, 1), (t, 2)):
        if counts.sum() == 0:
            raise AnalysisError("Set {which} has no events, so that nothing can be compared.",
                                which=which)  # fmt: skip
    return b, t


def _samples(
    counts: NDArray[np.int64], size: int, samples: int, seed: int, progress: Optional[Progress]
) -> NDArray[np.int32]:
    """Counts per area in samples of ``size`` events without replacement, (samples, n)."""
    report = progress or silent
    rng = np.random.default_rng(seed)
    drawn = np.zeros((samples, counts.size), dtype=np.int32)
    used = np.flatnonzero(counts)
    for i in range(samples):
        drawn[i, used] = rng.multivariate_hypergeometric(counts[used], size, method="marginals")
        if i % 16 == 0:
            report(i / samples)
    report(1.0)
    return drawn


def _result(
    b: Floats, t: Floats, lower: Floats, upper: Floats, p: Floats, adjusted: Floats,
    change: NDArray[np.int8],
) -> PatternTest:  # fmt: skip
    any_event = (b + t) > 0
    return PatternTest(
        100.0 * b / b.sum(), 100.0 * t / t.sum(), lower, upper, p, adjusted, change,
        float((change == 0).mean()), float((change[any_event] == 0).mean()),
    )  # fmt: skip
