"""What a group of events looks like: hull, count, duration, dominant category."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Hashable, List, Optional, Sequence, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class ClusterSummary:
    """One cluster. ``hull``: vertices (m, 2) anticlockwise, not closed; one vertex where all
    events share a place, two where they lie on a line. ``area``: of the hull, m².
    ``first``, ``last``: times as given (None without times); ``days``: between them.
    ``category``: the most frequent (None without categories), ``share``: its share;
    of equally frequent ones the one that stands first. ``weight``: sum of weights."""

    label: int
    count: int
    weight: float
    centre: Tuple[float, float]
    hull: Floats
    area: float
    first: Optional[object]
    last: Optional[object]
    days: Optional[float]
    category: Optional[Hashable]
    share: Optional[float]


def summarise_clusters(
    x: ArrayLike,
    y: ArrayLike,
    label: ArrayLike,
    time: Optional[ArrayLike] = None,
    category: Optional[Sequence[Hashable]] = None,
    weights: Optional[ArrayLike] = None,
) -> List[ClusterSummary]:
    """Summaries of the clusters 0, 1, …; events labelled -1 are left out.

    ``x``, ``y``, ``label``: (n,). ``time``: (n,) days or datetime64; NaN and NaT are not
    counted. ``category``: n values; None is not counted.
    """
    points = np.column_stack([np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)])
    labels = np.asarray(label, dtype=np.int64)
    if len(points) != labels.size:
        raise AnalysisError("There are {labels} cluster numbers for {points} points.",
                            labels=labels.size, points=len(points))
    when = None if time is None else np.asarray(time)
    weight = np.ones(labels.size) if weights is None else np.asarray(weights, dtype=np.float64)
    order = np.argsort(labels, kind="stable")
    order = order[labels[order] >= 0]
    starts = np.flatnonzero(np.diff(labels[order]) > 0) + 1
    summaries = []
    for members in np.split(order, starts) if order.size else []:
        own = points[members]
        hull = convex_hull(own)
        first = last = days = None
        if when is not None:
            first, last, days = _span(when[members])
        name, share = None, None
        if category is not None:
            name, share = dominant([category[int(m)] for m in members])
        summaries.append(ClusterSummary(
            label=int(labels[members[0]]),
            count=int(members.size),
            weight=float(weight[members].sum()),
            centre=(float(own[:, 0].mean()), float(own[:, 1].mean())),
            hull=hull,
            area=polygon_area(hull),
            first=first,
            last=last,
            days=days,
            category=name,
            share=share,
        ))
    return summaries


def dominant(values: Sequence[Hashable]) -> Tuple[Optional[Hashable], Optional[float]]:
    """The most frequent value and its share; None is not counted, the first wins a tie."""
    tally: dict[Hashable, int] = {}
    for value in values:
        if value is not None:
            tally[value] = tally.get(value, 0) + 1
    if not tally:
        return None, None
    best = max(tally, key=lambda value: tally[value])
    return best, tally[best] / sum(tally.values())


def convex_hull(points: ArrayLike) -> Floats:
    """Corners of the convex hull, anticlockwise from the south-west (Andrew 1979).

    Points on the hull's sides are no corners; one or two vertices where all points
    coincide or lie on a line.
    """
    located: Floats = np.unique(np.asarray(points, dtype=np.float64).reshape(-1, 2), axis=0)
    if len(located) <= 2:
        return located
    # Differences from the first point: exact turns at SWEREF's seven-digit coordinates.
    shifted = [(float(a), float(b)) for a, b in located - located[0]]
    corners: List[int] = []
    for walk in (range(len(shifted)), range(len(shifted) - 1, -1, -1)):
        chain: List[int] = []
        for i in walk:
            while len(chain) > 1 and _turn(shifted[chain[-2]], shifted[chain[-1]], shifted[i]) <= 0:
                chain.pop()
            chain.append(i)
        corners += chain[:-1]
    hull: Floats = located[corners]
    return hull


def _turn(a: Tuple[float, float], b: Tuple[float, float], c: Tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def polygon_area(corners: Floats) -> float:
    """Area of a simple polygon (m, 2), m²; 0 for fewer than three corners."""
    if len(corners) < 3:
        return 0.0
    x, y = (corners - corners[0]).T
    return float(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2.0)


def _span(
    when: NDArray[np.generic],
) -> Tuple[Optional[object], Optional[object], Optional[float]]:
    known = when[~np.isnat(when)] if when.dtype.kind == "M" else when[~np.isnan(when)]
    if known.size == 0:
        return None, None, None
    first, last = known.min(), known.max()
    gap = last - first
    if when.dtype.kind == "M":
        return first, last, float(gap / np.timedelta64(1, "s")) / 86_400.0
    return first, last, float(gap)
