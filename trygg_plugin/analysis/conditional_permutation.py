"""Conditional permutation of a local sum: the cell keeps its value, the others change places.

Why it is fast. Under the null a cell's neighbours hold k values drawn without
replacement from the n-1 others. One ordered draw c_0 … c_k of *all* n cells serves
every cell with k neighbours: if the cell itself is not among c_0 … c_{k-1}, these are
such a sample; if it is, c_k takes its place, and that is such a sample too. So one
sorted list of sums answers all cells with k neighbours, and only the k cells met in
each draw are corrected: O(permutations · k + n log permutations) in place of
O(permutations · n · k). As in other programs the draws are shared between cells:
each cell's p is exact in distribution, the Monte Carlo errors of different cells are
correlated.
"""

from __future__ import annotations

from typing import Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from .errors import AnalysisError
from .progress import Progress, silent
from .spatial_weights import Neighbours

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_BLOCK = 500_000  # drawn values kept in memory at a time


def conditional_permutation(
    values: Floats,
    neighbours: Neighbours,
    permutations: int,
    seed: int,
    progress: Optional[Progress] = None,
) -> Tuple[Ints, Ints]:
    """How many permutations reached each cell's sum over its neighbours.

    ``values``: (n,) finite numbers. Returns two (n,) counts: permutations whose sum is
    at least, and at most, the observed one; ties count in both. Whole numbers are
    compared exactly; others count as tied where they differ by rounding only.
    A cell without neighbours is tied in every permutation.
    """
    if permutations < 1:
        raise AnalysisError("At least one permutation is needed, not {count}.", count=permutations)
    report = progress or silent
    n = neighbours.n
    most = int(neighbours.cardinality.max(initial=0))
    observed = neighbours.lag(values)
    tolerance = _tolerance(values, most, neighbours)
    at_least = np.zeros(n, dtype=np.int64)
    at_most = np.zeros(n, dtype=np.int64)
    rng = np.random.default_rng(seed)
    per_block = max(1, min(permutations, _BLOCK // (most + 1)))
    for start in range(0, permutations, per_block):
        size = min(per_block, permutations - start)
        report(start / permutations)
        drawn = _draws(rng, n, most + 1, size)
        if neighbours.equal_weights:
            _count_equal(values, neighbours, observed, tolerance, drawn, at_least, at_most)
        else:
            _count_weighted(values, neighbours, observed, tolerance, drawn, at_least, at_most)
    report(1.0)
    return at_least, at_most


def _draws(rng: np.random.Generator, n: int, width: int, size: int) -> Ints:
    """``size`` ordered draws of ``width`` different cells out of ``n``; (size, width)."""
    if width**2 > n:
        return np.stack([rng.choice(n, width, replace=False) for _ in range(size)])
    # Few draws hold a cell twice: drawing those anew leaves all orders equally likely.
    drawn = rng.integers(0, n, (size, width))
    again = np.arange(size)
    while again.size:
        ordered = np.sort(drawn[again], axis=1)
        again = again[(ordered[:, 1:] == ordered[:, :-1]).any(axis=1)]
        drawn[again] = rng.integers(0, n, (again.size, width))
    return drawn


def _tolerance(values: Floats, most: int, neighbours: Neighbours) -> float:
    largest = float(np.abs(values).max(initial=0.0))
    whole = bool((values == np.rint(values)).all()) and largest * (most + 1) < 2.0**52
    if whole and neighbours.equal_weights:
        return 0.0
    heaviest = float((neighbours.weight_sum / np.maximum(neighbours.cardinality, 1)).max(initial=1))
    return 1e-11 * (most + 1) * largest * max(heaviest, 1e-300)


def _count_equal(
    values: Floats,
    neighbours: Neighbours,
    observed: Floats,
    tolerance: float,
    drawn: Ints,
    at_least: Ints,
    at_most: Ints,
) -> None:
    size, width = drawn.shape
    cardinality = neighbours.cardinality
    # Equal weights within a row scale observed and simulated sums alike.
    weight = neighbours.weight_sum / np.maximum(cardinality, 1)
    goal = np.divide(observed, weight, out=np.zeros(neighbours.n), where=cardinality > 0)
    held = values[drawn]
    running = np.zeros((size, width))
    np.cumsum(held[:, :-1], axis=1, out=running[:, 1:])
    group_of_drawn = cardinality[drawn]
    for k in np.unique(cardinality):
        cells = np.flatnonzero(cardinality == k)
        sums = running[:, k]
        ordered = np.sort(sums)
        at_least[cells] += size - np.searchsorted(ordered, goal[cells] - tolerance, side="left")
        at_most[cells] += np.searchsorted(ordered, goal[cells] + tolerance, side="right")
        # The cells that met themselves among their first k: the next one drawn steps in.
        row, place = np.nonzero(group_of_drawn[:, :k] == k)
        cell = drawn[row, place]
        before, aim = sums[row], goal[cell]
        after = before - values[cell] + held[row, k]
        upper = (after >= aim - tolerance).astype(np.int64) - (before >= aim - tolerance)
        lower = (after <= aim + tolerance).astype(np.int64) - (before <= aim + tolerance)
        np.add.at(at_least, cell, upper)
        np.add.at(at_most, cell, lower)


def _count_weighted(
    values: Floats,
    neighbours: Neighbours,
    observed: Floats,
    tolerance: float,
    drawn: Ints,
    at_least: Ints,
    at_most: Ints,
) -> None:
    size, width = drawn.shape
    n, most = neighbours.n, width - 1
    cardinality = neighbours.cardinality
    cell, _, weight = neighbours.pairs()
    place = np.arange(cell.size) - np.repeat(np.cumsum(cardinality) - cardinality, cardinality)
    padded = np.zeros((n, most))
    padded[cell, place] = weight
    held = values[drawn]
    step = max(1, _BLOCK // size)
    for start in range(0, n, step):
        stop = min(start + step, n)
        sums = held[:, :most] @ padded[start:stop].T
        row, spot = np.nonzero((drawn[:, :most] >= start) & (drawn[:, :most] < stop))
        own = drawn[row, spot]
        used = spot < cardinality[own]
        row, spot, own = row[used], spot[used], own[used]
        stand_in = held[row, cardinality[own]]
        sums[row, own - start] += padded[own, spot] * (stand_in - values[own])
        at_least[start:stop] += (sums >= observed[start:stop] - tolerance).sum(axis=0)
        at_most[start:stop] += (sums <= observed[start:stop] + tolerance).sum(axis=0)
