"""Emerging hot spots: places × time steps, and how each place's significance develops.

Gi* of every place and step, where neighbours are those in space in the same and in the
previous step; false discovery rate over all of them; Mann-Kendall trend of each place's
z; classes after the usual definitions (Esri's Emerging Hot Spot Analysis), tested in
the order of CLASSES.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .even_spread import EvenSpread, even_spread
from .getis_ord import checked_values, getis_ord, standard_score, two_sided_normal
from .mann_kendall import mann_kendall
from .multiple_testing import benjamini_hochberg
from .progress import Progress, part
from .spatial_weights import Neighbours

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

#: Keys of the classes; a cold class has the same number with a minus sign.
CLASSES = (
    "none", "new", "consecutive", "intensifying", "persistent", "diminishing", "oscillating",
    "sporadic", "historical",
)
(NONE, NEW, CONSECUTIVE, INTENSIFYING, PERSISTENT, DIMINISHING, OSCILLATING, SPORADIC,
 HISTORICAL) = range(9)

SIGNIFICANCE = 0.05
MOSTLY = 0.90
#: Below this many steps a trend can hardly be seen; the answer should say so.
FEW_STEPS = 10


@dataclass(frozen=True)
class EmergingHotSpots:
    """Classes of n places over T steps.

    ``category``: (n,) a number of CLASSES, negative for cold. ``z``, ``p_adjusted``: (n, T).
    ``hot``, ``cold``: (n, T) significant at 95 % after false discovery rate.
    ``trend_z``, ``trend_p``: (n,) Mann-Kendall of the z series.
    """

    category: NDArray[np.int8]
    z: Floats
    p_adjusted: Floats
    hot: Bools
    cold: Bools
    trend_z: Floats
    trend_p: Floats


def emerging_hot_spots(
    counts: ArrayLike,
    neighbours: Neighbours,
    window: str = "cube",
    permutations: int = 0,
    seed: int = 0,
    exact: bool = False,
    progress: Optional[Progress] = None,
    guarded: bool = False,
    weights: Optional[ArrayLike] = None,
) -> EmergingHotSpots:
    """Classify places by a cube of counts (n places, T steps in the order of time).

    ``window``: what a neighbourhood is compared with, "cube" (all places and steps: finds
    times that are worse than others) or "step" (all places in the same step: finds
    places that are worse than others, whatever the season; sfdep's definition).
    ``permutations``, ``exact``: as in :func:`getis_ord.getis_ord`, over the cube only.
    ``guarded``: a place and step is also compared with events falling evenly
    (:mod:`.even_spread`): over the cube, or over the places in each step. ``weights``: (m,) of
    the single events, where the cube holds sums of weights.
    Raises AnalysisError for fewer than 3 steps, missing or constant counts.
    """
    cube = np.asarray(counts, dtype=np.float64)
    if cube.ndim != 2 or cube.shape[0] != neighbours.n:
        raise AnalysisError("The counts must have one row for each of the {cells} places.",
                            cells=neighbours.n)
    if cube.shape[1] < 3:
        raise AnalysisError(
            "Emerging hot spots need at least 3 time steps (10 or more are better), but there "
            "are {count}. Choose shorter steps or a longer period.", count=cube.shape[1],
        )
    if window not in ("cube", "step"):
        raise AnalysisError("Places are compared within the cube or the step, not the {given}.",
                            given=window)
    if window == "step" and (permutations or exact):
        raise AnalysisError("Permutation is only possible where places are compared within the "
                            "whole cube.")
    space_time = SpaceTimeNeighbours(neighbours, cube.shape[1])
    guard = _guard(cube, window, weights) if guarded else None
    if window == "cube":
        found = getis_ord(
            cube.ravel(), space_time, permutations, seed, exact=exact,
            progress=part(progress, 0.0, 0.5), guard=guard,
        )
        z, p = found.z.reshape(cube.shape), found.p_adjusted.reshape(cube.shape)
    else:
        z = _scores_within_steps(cube, space_time)
        single = two_sided_normal(z)
        if guard is not None:
            single = np.maximum(single, guard.p(space_time).reshape(cube.shape))
        p = benjamini_hochberg(single)
    # Where nothing varies, or all others are neighbours, z is not defined: no trend, no class.
    z = np.nan_to_num(z)
    significant = p <= SIGNIFICANCE
    hot, cold = significant & (z > 0), significant & (z < 0)
    trend = mann_kendall(z, part(progress, 0.5, 1.0))
    return EmergingHotSpots(
        classify(hot, cold, trend.z, trend.p), z, p, hot, cold, trend.z, trend.p
    )


def _guard(cube: Floats, window: str, weights: Optional[ArrayLike]) -> EvenSpread:
    exposure = None if window == "cube" else np.broadcast_to(cube.mean(axis=0), cube.shape).ravel()
    return even_spread(cube.ravel(), exposure, weights)


def _scores_within_steps(cube: Floats, neighbours: SpaceTimeNeighbours) -> Floats:
    flat = checked_values(cube.ravel(), neighbours)
    total = neighbours.lag(flat) + flat
    return standard_score(
        total.reshape(cube.shape),
        (neighbours.weight_sum + 1.0).reshape(cube.shape),
        (neighbours.weight_square_sum + 1.0).reshape(cube.shape),
        cube.shape[0],
        cube.mean(axis=0),
        cube.std(axis=0),
    )


def classify(hot: ArrayLike, cold: ArrayLike, trend_z: ArrayLike, trend_p: ArrayLike
             ) -> NDArray[np.int8]:
    """Classes (n,) from significant steps (n, T) and trends (n,); see CLASSES."""
    is_hot, is_cold = np.asarray(hot, dtype=bool), np.asarray(cold, dtype=bool)
    z, p = np.asarray(trend_z, dtype=np.float64), np.asarray(trend_p, dtype=np.float64)
    direction = np.where(p <= SIGNIFICANCE, np.sign(z), 0.0)
    warm = _classify_one_side(is_hot, is_cold, direction)
    chilly = _classify_one_side(is_cold, is_hot, -direction)
    return np.where(warm != NONE, warm, -chilly).astype(np.int8)


def _classify_one_side(hot: Bools, cold: Bools, direction: Floats) -> NDArray[np.int8]:
    steps = hot.shape[1]
    now = hot[:, -1]
    times = hot.sum(axis=1)
    # Length of the unbroken run of hot steps up to the last one.
    run = np.cumprod(hot[:, ::-1], axis=1).sum(axis=1)
    mostly = times >= MOSTLY * steps - 1e-9
    rules = [
        (NEW, now & (times == 1)),
        (CONSECUTIVE, now & (run >= 2) & (run == times) & ~mostly),
        (INTENSIFYING, now & mostly & (direction > 0)),
        (PERSISTENT, now & mostly & (direction == 0)),
        (DIMINISHING, now & mostly & (direction < 0)),
        (OSCILLATING, now & ~mostly & cold.any(axis=1)),
        (SPORADIC, now & ~mostly),
        (HISTORICAL, ~now & mostly),
    ]
    category = np.zeros(hot.shape[0], dtype=np.int8)
    for number, fits in rules:
        category[(category == NONE) & fits] = number
    return category


class SpaceTimeNeighbours(Neighbours):
    """Places × steps, numbered place by place: space in the same and the previous step.

    A place's own previous step is a neighbour with weight 1.
    """

    def __init__(self, space: Neighbours, steps: int) -> None:
        self.space, self.steps = space, steps
        self.n = space.n * steps
        self.cardinality = self._over_time(space.cardinality).astype(np.int64)
        self.weight_sum = self._over_time(space.weight_sum)
        self.weight_square_sum = self._over_time(space.weight_square_sum)
        self.equal_weights = bool(
            space.equal_weights and (space.weight_sum == space.cardinality).all()
        )

    def _over_time(self, around: ArrayLike) -> Floats:
        """A sum over neighbours in space (self left out) as one over space and time."""
        once = np.asarray(around, dtype=np.float64)[:, None]
        total = np.repeat(2.0 * once + 1.0, self.steps, axis=1)
        total[:, :1] = once
        return total.ravel()

    def lag(self, values: ArrayLike) -> Floats:
        given = np.asarray(values, dtype=np.float64)
        cube = given.reshape((self.space.n, self.steps) + given.shape[1:])
        flat = cube.reshape(self.space.n, -1)
        around = self.space.lag(flat).reshape(cube.shape)
        total = around.copy()
        total[:, 1:] += around[:, :-1] + cube[:, :-1]
        return total.reshape(given.shape)

    def pairs(self) -> Tuple[Ints, Ints, Floats]:
        cell, other, weight = self.space.pairs()
        own = np.arange(self.space.n)
        step = np.arange(self.steps)
        firsts, seconds, weights = [], [], []
        for a, b, w, back in (
            (cell, other, weight, 0), (cell, other, weight, 1), (own, own, np.ones(own.size), 1),
        ):
            later = step[back:]
            firsts.append((a[:, None] * self.steps + later).ravel())
            seconds.append((b[:, None] * self.steps + later - back).ravel())
            weights.append(np.repeat(w, later.size))
        first, second = np.concatenate(firsts), np.concatenate(seconds)
        order = np.lexsort((second, first))
        return first[order], second[order], np.concatenate(weights)[order]

    def moran_sums(self, row_standardised: bool) -> Tuple[float, float, float]:
        raise AnalysisError("Global Moran's I is not defined here for places and time steps.")


def step_edges(start: ArrayLike, end: ArrayLike, unit: str) -> NDArray[np.datetime64]:
    """Borders of whole time steps that end at ``end`` (exclusive) and begin no earlier than
    ``start``: steps + 1 days. ``unit``: "day", "week" or "month".

    Steps are counted back from the end, so that the last one is complete; a remainder at
    the beginning is left out.
    """
    first, last = _day(start), _day(end)
    if unit not in ("day", "week", "month"):
        raise AnalysisError("A time step is a day, a week or a month, not {unit}.", unit=unit)
    if np.isnat(first) or np.isnat(last) or last <= first:
        raise AnalysisError("The period is empty: it must end after it starts.")
    if unit == "month":
        last_month = last.astype("datetime64[M]")
        into = last - last_month.astype("datetime64[D]")
        most = int((last_month - first.astype("datetime64[M]")).astype(int))
        months = last_month - np.arange(most, -1, -1)
        # A step that would begin on the 31st begins on its month's last day.
        long = (months + 1).astype("datetime64[D]") - months.astype("datetime64[D]")
        edges = months.astype("datetime64[D]") + np.minimum(into, long - 1)
    else:
        length = 7 if unit == "week" else 1
        most = int((last - first).astype(int)) // length
        edges = last - length * np.arange(most, -1, -1)
    edges = edges[edges >= first]
    if edges.size < 2:
        raise AnalysisError("The period is shorter than one {unit}.", unit=unit)
    return np.asarray(edges)


def count_cube(
    cell: ArrayLike,
    day: ArrayLike,
    cells: int,
    edges: ArrayLike,
    weights: Optional[ArrayLike] = None,
) -> Tuple[Floats, int]:
    """Events (or their weights) per cell and time step, (cells, steps), and how many are
    outside. ``cell``: (m,) 0 to cells - 1, or -1; ``day``: (m,) datetime64, NaT is outside;
    ``edges``: (steps + 1,) ascending; a step holds its first border, not its last."""
    where = np.asarray(cell, dtype=np.int64)
    when = np.asarray(day).astype("datetime64[s]")
    borders = np.asarray(edges).astype("datetime64[s]")
    if where.shape != when.shape:
        raise AnalysisError("There are {days} dates for {places} places.",
                            days=when.size, places=where.size)
    step = np.searchsorted(borders, when, side="right") - 1
    inside = (where >= 0) & ~np.isnat(when) & (step >= 0) & (step < borders.size - 1)
    steps = borders.size - 1
    w = None if weights is None else np.asarray(weights, dtype=np.float64)[inside]
    flat = np.bincount(where[inside] * steps + step[inside], w, minlength=cells * steps)
    return flat.reshape(cells, steps).astype(np.float64), int((~inside).sum())


def _day(value: ArrayLike) -> np.datetime64:
    return np.datetime64(np.asarray(value).astype("datetime64[D]").item(), "D")
