"""Getis-Ord Gi*: where high (hot) or low (cold) values stand together.

Getis & Ord 1992; Ord & Getis 1995; false discovery rate in spatial use: Caldas de
Castro & Singer 2006.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .conditional_permutation import conditional_permutation
from .errors import AnalysisError
from .even_spread import EvenSpread
from .exact_permutation import exact_permutation
from .monte_carlo import p_two_sided
from .multiple_testing import benjamini_hochberg
from .progress import Progress
from .spatial_weights import Neighbours

Floats = NDArray[np.float64]

#: Significance levels of the classes 1 (90 %), 2 (95 %) and 3 (99 %).
LEVELS = (0.10, 0.05, 0.01)


@dataclass(frozen=True)
class GetisOrd:
    """Gi* of n cells; every array has shape (n,).

    ``z``: Gi* as a standard score; NaN where it is not defined (every cell is a neighbour).
    ``local_sum``: weighted sum over the cell and its neighbours. ``p_analytic``: two-sided,
    normal. ``p_permutation``: two-sided, conditional permutation (its exact distribution
    where ``exact`` is true, else ``permutations`` simulations), or None. ``p_even``: two-sided
    if events fell evenly, or None. ``p``: the one asked for; ``p_adjusted``: p after
    Benjamini-Hochberg. ``level``: 3, 2, 1 hot at 99, 95, 90 %, -3, -2, -1 cold, 0 neither;
    from the adjusted p where ``adjusted`` is true.
    """

    z: Floats
    local_sum: Floats
    p_analytic: Floats
    p_permutation: Optional[Floats]
    p: Floats
    p_adjusted: Floats
    level: NDArray[np.int8]
    adjusted: bool
    permutations: int
    exact: bool
    p_even: Optional[Floats] = None


def getis_ord(
    values: ArrayLike,
    neighbours: Neighbours,
    permutations: int = 0,
    seed: int = 0,
    adjust: bool = True,
    exact: bool = False,
    progress: Optional[Progress] = None,
    guard: Optional[EvenSpread] = None,
) -> GetisOrd:
    """Gi* with the cell itself at weight 1, its p-values and classes.

    ``values``: (n,) counts or rates, one per cell. ``permutations``: 0 for the normal
    approximation (as most programs have it; on sparse counts it calls chance hot: with
    Poisson counts of 0.1 per cell, 10,000 cells and FDR at 95 %, 55 cells of a map of
    pure chance, where the exact distribution calls none), otherwise the number of
    conditional permutations; after adjustment over many cells 99,999 or more, since no p
    is below 2 / (n + 1). ``exact``: use the exact permutation distribution where it can be
    computed (whole counts, moderate neighbourhoods), else ``permutations``.
    ``guard``: take the larger of the normal p and that of events falling evenly (see
    :mod:`.even_spread`: what Trygg's tools do, and why); not together with permutations.
    ``adjust``: classes from p after false discovery rate (Benjamini & Hochberg 1995).
    Raises AnalysisError for missing values, fewer than 3 cells or equal values everywhere.
    """
    if guard is not None and (permutations or exact):
        raise AnalysisError("Hot spots are judged by permutation or by an even spread, not both.")
    x = checked_values(values, neighbours)
    z, total = gi_star(x, neighbours)
    p_analytic = two_sided_normal(z)
    p_permutation = None
    tails = exact_permutation(x, neighbours, progress) if exact else None
    if tails is not None:
        p_permutation = np.minimum(1.0, 2.0 * np.minimum(*tails))
    elif permutations:
        at_least, at_most = conditional_permutation(x, neighbours, permutations, seed, progress)
        p_permutation = p_two_sided(at_least, at_most, permutations)
    if p_permutation is not None:
        p_permutation[np.isnan(z)] = np.nan
    p = p_analytic if p_permutation is None else p_permutation
    p_even = None if guard is None else guard.p(neighbours)
    if p_even is not None:
        p = np.maximum(p, p_even)  # NaN stays NaN
    adjusted = benjamini_hochberg(p)
    level = levels(z, adjusted if adjust else p)
    return GetisOrd(
        z, total, p_analytic, p_permutation, p, adjusted, level, adjust,
        0 if tails is not None else int(permutations), tails is not None, p_even,
    )


def gi_star(values: Floats, neighbours: Neighbours) -> Tuple[Floats, Floats]:
    """The standard score Z_i and the local sum, both (n,), for values that vary.

    Z_i = (Σ_j w_ij x_j − x̄ W_i) / (s √((n S1_i − W_i²) / (n − 1))), w_ii = 1, s the
    population standard deviation, S1_i = Σ_j w_ij².
    """
    total = neighbours.lag(values) + values
    weight, squares = neighbours.weight_sum + 1.0, neighbours.weight_square_sum + 1.0
    return standard_score(total, weight, squares, values.size, values.mean(), values.std()), total


def standard_score(
    total: Floats, weight: Floats, squares: Floats, n: int, mean: ArrayLike, deviation: ArrayLike
) -> Floats:
    """Z of local sums over n values with the given mean and population deviation.

    ``weight``, ``squares``: sums of the weights and of their squares, own weight included.
    NaN where the neighbourhood is all there is, and where the values do not vary.
    """
    room = np.broadcast_to(n * squares - weight**2, total.shape)
    scale = np.asarray(deviation) * np.sqrt(np.maximum(room, 0.0) / max(n - 1, 1))
    z: Floats = np.divide(
        total - np.asarray(mean) * weight, scale, out=np.full(total.shape, np.nan),
        where=(room > 1e-9 * n) & (scale > 0),
    )
    return z


def checked_values(values: ArrayLike, neighbours: Neighbours) -> Floats:
    """The values as floats, or a sentence why local statistics have no answer for them."""
    x = np.asarray(values, dtype=np.float64)
    if x.shape != (neighbours.n,):
        raise AnalysisError(
            "There are {values} values for {cells} cells.", values=x.size, cells=neighbours.n
        )
    if not np.isfinite(x).all():
        raise AnalysisError(
            "{count} cells have no value; leave them out or give them one.",
            count=int((~np.isfinite(x)).sum()),
        )
    if x.size < 3:
        raise AnalysisError(
            "Hot spots need at least 3 cells to compare, but there are {count}. Choose smaller "
            "cells.", count=x.size,
        )
    if x.max() == x.min():
        raise AnalysisError(
            "All {count} cells have the same value ({value:g}), so no place stands out.",
            count=x.size, value=float(x[0]),
        )
    return x


def two_sided_normal(z: ArrayLike) -> Floats:
    """Two-sided p of standard scores; NaN stays NaN."""
    from scipy.special import ndtr

    return np.asarray(2.0 * ndtr(-np.abs(np.asarray(z, dtype=np.float64))))


def levels(z: ArrayLike, p: ArrayLike) -> NDArray[np.int8]:
    """Classes -3 … 3 from the sign of z and p: hot above 0, cold below, 0 not significant."""
    scores, ps = np.asarray(z), np.asarray(p)
    reached = np.zeros(scores.shape, dtype=np.int8)
    for level in LEVELS:
        reached += (ps <= level).astype(np.int8)
    signed: NDArray[np.int8] = (reached * np.where(scores > 0, 1, -1)).astype(np.int8)
    return signed
