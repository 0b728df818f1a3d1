"""Could so many events gather at a place if they fell evenly? The guard of hot spots.

Gi* judges a local sum by the normal distribution, which most programs do. With few events per
cell the sum is not normal, and chance is called hot. Permutation cures that but has another
fault: dealt anew, a crowd on one or two cells still lies somewhere, so that it is no cluster of
cells and goes unseen. Trygg takes the larger of two p-values: the normal one of Gi* (more than
the map's own variation explains) and the exact Poisson one here (more than events falling evenly
explain). Both must be small; where events are many the second decides nothing, and the answer
is that of other programs.

What decided for it (bench/hot_spot_evidence.py; hexagons, FDR, 95 %):

=====================================================  ======  ===========  ========
..                                                     normal  conditional  with the
                                                               permutation  guard
=====================================================  ======  ===========  ========
pure chance, 40 maps of 11,875 cells: cells marked       2569            1         1
a crowd of 20 on one cell: found on 30 maps                30            0        29
a crowd of 20 on two cells: found on 30 maps               30            1        30
Chicago burglaries, 91 days: cells marked                 441           82       441
... around them 1.5 times the mean the next 91 days      96 %        100 %      96 %
New York shootings, 365 days: cells marked                488           80       488
... around them 1.5 times the mean the next year         99 %        100 %      99 %
=====================================================  ======  ===========  ========

So permutation left most lasting hot spots out, and the normal distribution alone called chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .spatial_weights import Neighbours

Floats = NDArray[np.float64]

#: Smaller tails cannot be told from rounding.
SMALLEST_P = 1e-15


@dataclass(frozen=True)
class EvenSpread:
    """What would lie in each of n cells if events fell evenly over what is exposed.

    ``counts``: (n,) events, or sums of their weights. ``expected``: (n,) the same total, spread.
    ``unit``: weight of an event that stands for all, Σw² / Σw; 1 without weights.
    """

    counts: Floats
    expected: Floats
    unit: float = 1.0

    def p(self, neighbours: Neighbours) -> Floats:
        """Two-sided p (n,) of the sums over each cell and its neighbours.

        Poisson, exactly; of weights the scaled Poisson distribution with the same mean and
        variance (Bohm & Zech 2014), so that one grave event alone makes no hot spot.
        """
        from scipy.special import gammainc, gammaincc

        total = (neighbours.lag(self.counts) + self.counts) / self.unit
        mean = (neighbours.lag(self.expected) + self.expected) / self.unit
        total = np.maximum(total, 0.0)
        upper = np.where(total > 0, gammainc(np.maximum(total, 1e-300), mean), 1.0)
        lower = gammaincc(total + 1.0, mean)
        p: Floats = np.clip(2.0 * np.minimum(upper, lower), SMALLEST_P, 1.0)
        return p


def even_spread(
    counts: ArrayLike, exposure: Optional[ArrayLike] = None, weights: Optional[ArrayLike] = None
) -> EvenSpread:
    """Events of n cells spread in proportion to ``exposure`` (areas, inhabitants; None: alike).

    ``counts``: (n,) events, or sums of weights; ``weights``: (m,) of the single events then.
    Raises AnalysisError for counts or exposures below 0, or no exposure at all.
    """
    found = np.asarray(counts, dtype=np.float64)
    share = np.ones(found.size) if exposure is None else np.asarray(exposure, dtype=np.float64)
    if share.size != found.size:
        raise AnalysisError("There are {exposures} exposures for {cells} cells.",
                            exposures=share.size, cells=found.size)
    if not (np.isfinite(found).all() and np.isfinite(share).all()) or (found < 0).any() or (
        share < 0
    ).any() or not share.sum() > 0:
        raise AnalysisError("Counts and exposures must be numbers of 0 or more.")
    unit = 1.0
    if weights is not None:
        w = np.asarray(weights, dtype=np.float64)
        unit = float((w**2).sum() / w.sum()) if w.sum() > 0 else 1.0
    return EvenSpread(found, found.sum() * share / share.sum(), unit)
