"""Global and local Moran's I: do similar values stand together, and where.

Moran 1950; Cliff & Ord 1981; local: Anselin 1995, with m2 = Σz²/n (spdep; programs
that divide by n − 1, as esda, give (n − 1)/n of these values).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .conditional_permutation import conditional_permutation
from .exact_permutation import exact_permutation
from .getis_ord import checked_values, two_sided_normal
from .monte_carlo import p_two_sided
from .multiple_testing import benjamini_hochberg
from .progress import Progress
from .spatial_weights import Neighbours

Floats = NDArray[np.float64]

#: Quadrants; 0 where a cell has no neighbour or stands at the mean.
HIGH_HIGH, LOW_HIGH, LOW_LOW, HIGH_LOW = 1, 2, 3, 4
#: What quadrants are called in tables.
QUADRANT_NAMES = ("", "HH", "LH", "LL", "HL")


@dataclass(frozen=True)
class GlobalMoran:
    """Global Moran's I with its expectation, variance, z and two-sided p under randomisation."""

    statistic: float
    expected: float
    variance: float
    z: float
    p: float


@dataclass(frozen=True)
class LocalMoran:
    """Local Moran's I of n cells; every array has shape (n,).

    ``statistic``: I_i = (z_i / m2) Σ_j w_ij z_j with row-standardised weights and
    m2 = Σz²/n; NaN for a cell without neighbours. ``quadrant``: HIGH_HIGH … or 0.
    ``p``: two-sided conditional permutation. ``cluster``: the quadrant where significant
    (after adjustment if ``adjusted``), else 0. ``moran``: the global statistic.
    """

    statistic: Floats
    quadrant: NDArray[np.int8]
    p: Floats
    p_adjusted: Floats
    cluster: NDArray[np.int8]
    adjusted: bool
    permutations: int
    exact: bool
    moran: GlobalMoran


def local_moran(
    values: ArrayLike,
    neighbours: Neighbours,
    permutations: int = 999,
    seed: int = 0,
    significance: float = 0.05,
    adjust: bool = True,
    exact: bool = False,
    progress: Optional[Progress] = None,
) -> LocalMoran:
    """Local Moran's I with quadrants, conditional permutation and false discovery rate.

    ``values``: (n,) one per cell. ``exact`` and errors: as :func:`getis_ord.getis_ord`.
    """
    x = checked_values(values, neighbours)
    z = x - x.mean()
    # A whole-number cell that stands exactly at the mean must not get a sign from rounding.
    z[np.abs(z) <= 1e-12 * np.abs(x).max()] = 0.0
    m2 = float((z**2).mean())
    has = neighbours.cardinality > 0
    mean_around = np.divide(
        neighbours.lag(z), neighbours.weight_sum, out=np.full(x.size, np.nan), where=has
    )
    statistic = z / m2 * mean_around
    quadrant = np.zeros(x.size, dtype=np.int8)
    high, high_around = z > 0, mean_around > 0
    placed = has & (z != 0)
    for name, chosen in (
        (HIGH_HIGH, high & high_around), (LOW_HIGH, ~high & high_around),
        (LOW_LOW, ~high & ~high_around), (HIGH_LOW, high & ~high_around),
    ):
        quadrant[placed & chosen] = name
    tails = exact_permutation(x, neighbours, progress) if exact else None
    if tails is not None:
        p = np.minimum(1.0, 2.0 * np.minimum(*tails))
    else:
        at_least, at_most = conditional_permutation(x, neighbours, permutations, seed, progress)
        p = p_two_sided(at_least, at_most, permutations)
    p[z == 0] = 1.0  # I_i is 0 in every permutation
    p[~has] = np.nan
    adjusted = benjamini_hochberg(p)
    significant = (adjusted if adjust else p) <= significance
    cluster = np.where(significant, quadrant, 0).astype(np.int8)
    return LocalMoran(
        statistic, quadrant, p, adjusted, cluster, adjust,
        0 if tails is not None else int(permutations), tails is not None,
        global_moran(x, neighbours),
    )


def global_moran(
    values: ArrayLike, neighbours: Neighbours, row_standardised: bool = True
) -> GlobalMoran:
    """Global Moran's I; variance under randomisation (Cliff & Ord 1981).

    NaN throughout where no cell has a neighbour.
    """
    x = checked_values(values, neighbours)
    n = x.size
    z = x - x.mean()
    lag = neighbours.lag(z)
    if row_standardised:
        lag = np.divide(lag, neighbours.weight_sum, out=np.zeros(n),
                        where=neighbours.cardinality > 0)
    s0, s1, s2 = neighbours.moran_sums(row_standardised)
    expected = -1.0 / (n - 1)
    if s0 == 0.0 or n < 4:
        return GlobalMoran(np.nan, expected, np.nan, np.nan, np.nan)
    statistic = n / s0 * float(z @ lag) / float(z @ z)
    kurtosis = float((z**4).mean()) / float((z**2).mean()) ** 2
    first = n * ((n**2 - 3 * n + 3) * s1 - n * s2 + 3 * s0**2)
    second = kurtosis * ((n**2 - n) * s1 - 2 * n * s2 + 6 * s0**2)
    variance = (first - second) / ((n - 1) * (n - 2) * (n - 3) * s0**2) - expected**2
    score = (statistic - expected) / np.sqrt(variance) if variance > 0 else np.nan
    return GlobalMoran(statistic, expected, variance, float(score), float(two_sided_normal(score)))
