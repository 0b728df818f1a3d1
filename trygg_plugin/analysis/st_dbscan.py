"""ST-DBSCAN: groups of events close in space and time (Ester et al. 1996; Birant & Kut 2007).

Two events are neighbours when at most ``distance`` and at most ``duration`` apart. An
event with at least ``minimum`` neighbours, itself counted, is a core; cores that are
neighbours share a cluster; an event that is no core but has one as neighbour joins the
nearest core's cluster (equally near: the lowest cluster number); the rest is noise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator, List, Optional, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .points import checked_points
from .progress import Progress, part, silent

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Pairs = Tuple[Ints, Ints, Floats]

_BLOCK = 1_000_000  # candidate pairs looked at together
_KEPT = 20_000_000  # pairs kept in memory; beyond that they are found a second time
_MOST = 5_000_000_000  # candidate pairs beyond which the answer would take too long


@dataclass(frozen=True)
class StDbscan:
    """``label``: (n,) cluster 0 … clusters - 1 in the order of their first core, -1 noise;
    ``core``: (n,) booleans."""

    label: Ints
    core: NDArray[np.bool_]
    clusters: int


def st_dbscan(
    x: ArrayLike,
    y: ArrayLike,
    time: ArrayLike,
    distance: float,
    duration: float,
    minimum: int,
    progress: Optional[Progress] = None,
) -> StDbscan:
    """Cluster n events.

    ``x``, ``y``: metres; ``time``: days as numbers, or datetime64. ``distance``: metres,
    above 0; ``duration``: days, 0 or more (``inf`` makes it plain DBSCAN);
    ``minimum``: at least 1. Raises AnalysisError for missing values and where events
    stand so dense that their pairs cannot be looked at.
    """
    report = progress or silent
    xs, ys, ts, span = _checked(x, y, time, distance, duration, minimum)
    n = xs.size
    if n == 0:
        return StDbscan(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=bool), 0)
    cloud = _Cloud(xs, ys, ts, distance, span)
    # First pass: how many neighbours, equal events counted as one with a weight.
    neighbours = cloud.weight.copy()
    kept: Optional[List[Pairs]] = []
    total = 0
    for a, b, gap in cloud.pairs(part(report, 0.0, 0.6)):
        neighbours += np.bincount(a, cloud.weight[b], minlength=cloud.n)
        neighbours += np.bincount(b, cloud.weight[a], minlength=cloud.n)
        total += a.size
        if total > _KEPT:
            kept = None
        if kept is not None:
            kept.append((a, b, gap))
    core = neighbours >= minimum

    def again(start: float, end: float) -> Iterator[Pairs]:
        return iter(kept) if kept is not None else cloud.pairs(part(report, start, end))

    group = _join_cores(core, again(0.6, 0.8))
    group = _number_by_first(group, core, cloud)
    label = _adopt_borders(group, core, again(0.8, 1.0))
    report(1.0)
    clusters = int(group.max(initial=-1)) + 1
    return StDbscan(label[cloud.event], core[cloud.event], clusters)


class _Cloud:
    """Different events, sorted by square of side ``distance`` and then by time."""

    def __init__(self, x: Floats, y: Floats, t: Floats, distance: float, span: float) -> None:
        column = np.floor((x - x.min()) / distance).astype(np.int64)
        row = np.floor((y - y.min()) / distance).astype(np.int64)
        # One empty column at each side, so that a step sideways never wraps to another row.
        self.stride = int(column.max()) + 3
        square = row * self.stride + column + 1
        order = np.lexsort((y, x, t, square))
        first = np.ones(x.size, dtype=bool)
        ordered = [values[order] for values in (square, x, y, t)]
        first[1:] = np.any([values[1:] != values[:-1] for values in ordered], axis=0)
        number = np.cumsum(first) - 1
        #: which different event each given event is
        self.event = np.empty(x.size, dtype=np.int64)
        self.event[order] = number
        self.square, self.x, self.y, self.t = (values[first] for values in ordered)
        self.n = int(number[-1]) + 1
        self.weight = np.bincount(number).astype(np.float64)
        #: place of the first given event that is this one
        self.earliest = np.full(self.n, x.size, dtype=np.int64)
        np.minimum.at(self.earliest, self.event, np.arange(x.size))
        self.distance, self.span = distance, span
        self._find_ranges()

    def _find_ranges(self) -> None:
        """For each event the runs of later-sorted events that may be its neighbours."""
        squares, begin = np.unique(self.square, return_index=True)
        end = np.append(begin[1:], self.n)
        low = float(self.t.min())
        stretch = float(self.t.max()) - low
        reach = min(self.span, stretch)
        wide = reach >= stretch
        # Square and time as one ascending number; the exact time is compared afterwards.
        slot = 2.0 * (stretch + reach + 1.0)
        rank = np.repeat(np.arange(squares.size), end - begin)
        key = rank * slot + (self.t - low)
        slack = 1e-9 * (1.0 + slot * squares.size)
        self.ranges: List[Tuple[Ints, Ints]] = []
        own = np.arange(self.n)
        for step in (0, 1, self.stride - 1, self.stride, self.stride + 1):
            target = self.square + step
            at = np.minimum(np.searchsorted(squares, target), squares.size - 1)
            there = squares[at] == target
            start, stop = begin[at], end[at]
            if not wide:
                base = at * slot + (self.t - low)
                start = np.searchsorted(key, base - reach - slack, side="left")
                stop = np.searchsorted(key, base + reach + slack, side="right")
                start, stop = np.maximum(start, begin[at]), np.minimum(stop, end[at])
            if step == 0:
                start = np.maximum(start, own + 1)
            self.ranges.append((start, np.where(there, np.maximum(stop, start), start)))
        candidates = sum(int((stop - start).sum()) for start, stop in self.ranges)
        if candidates > _MOST:
            raise AnalysisError(
                "The events stand so dense that {pairs} pairs would have to be compared. "
                "Choose a shorter distance or duration.", pairs=candidates,
            )
        self.candidates = max(candidates, 1)

    def pairs(self, progress: Progress) -> Iterator[Pairs]:
        """Each pair of neighbours once, with its squared distance."""
        limit = self.distance**2
        done = 0
        for start, stop in self.ranges:
            ahead = np.cumsum(stop - start)
            first = 0
            while first < self.n:
                before = int(ahead[first - 1]) if first else 0
                last = int(np.searchsorted(ahead, before + _BLOCK, side="right"))
                last = min(max(last, first + 1), self.n)
                count = (stop - start)[first:last]
                size = int(ahead[last - 1]) - before
                progress(done / self.candidates)
                if size:
                    a = np.repeat(np.arange(first, last), count)
                    shift = start[first:last] - (np.cumsum(count) - count)
                    b = np.arange(size) + np.repeat(shift, count)
                    gap = (self.x[a] - self.x[b]) ** 2 + (self.y[a] - self.y[b]) ** 2
                    near = gap <= limit
                    if np.isfinite(self.span):
                        near &= np.abs(self.t[a] - self.t[b]) <= self.span
                    yield a[near], b[near], gap[near]
                done += size
                first = last


def _join_cores(core: NDArray[np.bool_], pairs: Iterator[Pairs]) -> Ints:
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    group = np.arange(core.size)
    for a, b, _ in pairs:
        both = core[a] & core[b]
        one, two = group[a[both]], group[b[both]]
        apart = one != two
        if not apart.any():
            continue
        edges = coo_matrix(
            (np.ones(int(apart.sum()), dtype=np.int8), (one[apart], two[apart])),
            shape=(core.size, core.size),
        )
        group = connected_components(edges, directed=False)[1].astype(np.int64)[group]
    return group


def _number_by_first(group: Ints, core: NDArray[np.bool_], cloud: _Cloud) -> Ints:
    """Cluster numbers in the order of each cluster's first core; -1 for the others."""
    answer = np.full(group.size, -1, dtype=np.int64)
    if core.any():
        _, inverse = np.unique(group[core], return_inverse=True)
        first = np.full(int(inverse.max()) + 1, np.iinfo(np.int64).max)
        np.minimum.at(first, inverse, cloud.earliest[core])
        number = np.empty(first.size, dtype=np.int64)
        number[np.argsort(first)] = np.arange(first.size)
        answer[core] = number[inverse]
    return answer


def _adopt_borders(group: Ints, core: NDArray[np.bool_], pairs: Iterator[Pairs]) -> Ints:
    nearest = np.full(group.size, np.inf)
    label = group.copy()
    for a, b, gap in pairs:
        for border, centre in ((a, b), (b, a)):
            use = ~core[border] & core[centre]
            who, far, cluster = border[use], gap[use], group[centre[use]]
            order = np.lexsort((cluster, far, who))
            who, far, cluster = who[order], far[order], cluster[order]
            best = np.ones(who.size, dtype=bool)
            best[1:] = who[1:] != who[:-1]
            who, far, cluster = who[best], far[best], cluster[best]
            closer = (far < nearest[who]) | ((far == nearest[who]) & (cluster < label[who]))
            nearest[who[closer]] = far[closer]
            label[who[closer]] = cluster[closer]
    return label


def _checked(
    x: ArrayLike, y: ArrayLike, time: ArrayLike, distance: float, duration: float, minimum: int
) -> Tuple[Floats, Floats, Floats, float]:
    xs, ys = checked_points(x, y)
    when = np.atleast_1d(np.asarray(time))
    span = float(duration)
    if when.dtype.kind == "M":
        missing = int(np.isnat(when).sum())
        ts = when.astype("datetime64[s]").astype(np.int64).astype(np.float64)
        span *= 86_400.0
    else:
        ts = when.astype(np.float64)
        missing = int((~np.isfinite(ts)).sum())
    if xs.shape != ts.shape:
        raise AnalysisError("There are {times} times for {points} points.",
                            times=ts.size, points=xs.size)
    if missing:
        raise AnalysisError("{count} events have no time; leave them out first.", count=missing)
    if not (np.isfinite(distance) and distance > 0):
        raise AnalysisError("The distance must be above 0 m, not {given}.", given=distance)
    if not span >= 0:
        raise AnalysisError("The duration must be 0 days or more, not {given}.", given=duration)
    if minimum < 1:
        raise AnalysisError("The smallest cluster must have at least 1 event, not {given}.",
                            given=minimum)
    return xs, ys, ts, span
