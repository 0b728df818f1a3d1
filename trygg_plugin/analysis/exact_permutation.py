"""The conditional permutation distribution of whole counts, exactly, without simulating.

What permutation estimates, this computes: the distribution of the sum of k values drawn
without replacement from the other n-1 cells. Counts take few different values, so it is
the coefficient of y^k in ∏ (1 + y z^v) over the cells, built up value by value; a cell's
own value is divided out again. No seed, no smallest p that the number of simulations
allows: that matters after correction for many thousands of cells.
"""

from __future__ import annotations

from typing import Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from .progress import Progress, silent
from .spatial_weights import Neighbours

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_MOST_WORK = 3_000_000_000  # multiplications, a few seconds
_MOST_ENTRIES = 20_000_000
_MOST_NEIGHBOURS = 500  # beyond, the scaled coefficients could overflow
#: Smaller tails cannot be told from rounding.
SMALLEST_P = 1e-15


def exact_permutation(
    values: Floats, neighbours: Neighbours, progress: Optional[Progress] = None
) -> Optional[Tuple[Floats, Floats]]:
    """Upper and lower tail probability of each cell's sum over its neighbours, two (n,).

    ``values``: (n,) whole numbers. Both tails hold the observed sum, so ties count in
    both. None where it is not possible: broken numbers, weights that differ within a
    row, or so many neighbours and different values that it would take too long.
    """
    most = int(neighbours.cardinality.max(initial=0))
    low = float(values.min())
    if not neighbours.equal_weights or most > _MOST_NEIGHBOURS or not (
        (values == np.rint(values)).all() and float(values.max()) - low < 2**31
    ):
        return None
    above = np.rint(values - low).astype(np.int64)
    distinct, kind, count = np.unique(above, return_inverse=True, return_counts=True)
    kind = kind.ravel()
    largest = int(np.sort(above)[::-1][:most].sum())
    entries = (most + 1) * (largest + 1)
    steps = int(np.minimum(count, most).sum()) + distinct.size
    if entries > _MOST_ENTRIES or steps * entries > _MOST_WORK:
        return None
    report = progress or silent
    scale = max(most, 1) / values.size  # keeps the coefficients near 1
    table = _all_draws(distinct, count, most, largest, scale, report)
    weight = neighbours.weight_sum / np.maximum(neighbours.cardinality, 1)
    weight[neighbours.cardinality == 0] = 1.0
    observed = np.rint(neighbours.lag(above.astype(np.float64)) / weight).astype(np.int64)
    upper, lower = np.ones(values.size), np.ones(values.size)
    order = np.argsort(kind, kind="stable")
    for number, cells in enumerate(np.split(order, np.cumsum(count)[:-1])):
        report(0.5 + 0.5 * number / distinct.size)
        without = _without(table, int(distinct[number]), scale)
        for k in np.unique(neighbours.cardinality[cells]):
            if k == 0:
                continue
            chance = np.maximum(without[k], 0.0)
            own = cells[neighbours.cardinality[cells] == k]
            total = chance.sum()
            upper[own] = (np.cumsum(chance[::-1])[::-1] / total)[observed[own]]
            lower[own] = (np.cumsum(chance) / total)[observed[own]]
    return np.clip(upper, SMALLEST_P, 1.0), np.clip(lower, SMALLEST_P, 1.0)


def _all_draws(
    distinct: Ints, count: Ints, most: int, largest: int, scale: float, report: Progress
) -> Floats:
    """(most + 1, largest + 1): scaled number of ways to draw k cells that sum to s."""
    table = np.zeros((most + 1, largest + 1))
    table[0, 0] = 1.0
    reach = 0  # no sum of the values so far is larger
    for number, (value, cells) in enumerate(zip(distinct.tolist(), count.tolist())):
        report(0.5 * number / distinct.size)
        reach = min(largest, reach + value * min(cells, most))
        before = table[:, : reach + 1].copy()
        ways = 1.0
        for j in range(1, min(cells, most) + 1):
            ways *= scale * (cells - j + 1) / j
            shift = value * j
            if shift > reach:
                break
            table[j:, shift : reach + 1] += ways * before[: most + 1 - j, : reach + 1 - shift]
    return table


def _without(table: Floats, value: int, scale: float) -> Floats:
    """The table of the draws from all cells but one with this value."""
    rest = table.copy()
    width = table.shape[1]
    for k in range(1, table.shape[0]):
        if value < width:
            rest[k, value:] -= scale * rest[k - 1, : width - value]
    return rest
