"""Which events are originators, repeats and near repeats, and which chains they form.

Two events are linked when they are nearer than a distance and a time; the bands that
the Knox test found are the right choice. Within a chain (a connected component of the
links) an event that follows a linked one on a later day is a repeat (same place) or a
near repeat; the events that follow none are originators (Ratcliffe 2009; Townsley et
al. 2003). Events of the same day are linked, but none of them is later than the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .near_repeat import MAX_PAIRS, read_events, too_many_pairs
from .progress import Progress, silent

ISOLATED, ORIGINATOR, REPEAT, NEAR_REPEAT = 0, 1, 2, 3
ROLES = ("isolated", "originator", "repeat", "near_repeat")
NOT_PLACED = -1
"""Role of an event without a place or a time."""


@dataclass(frozen=True)
class Chains:
    """Roles (n,) as in :data:`ROLES` or -1; chain number (n,) or -1; and the chains (c,).

    ``previous_days``: days since the latest linked earlier event, ``previous_distance``:
    distance in metres to it (the nearest of that day), NaN where there is none. ``links``:
    linked events of each event. Chains are numbered by their first day, then by their
    westernmost and southernmost event. ``size``: events; ``first``, ``last``: in days as
    given (datetime64: days since 1970-01-01).
    """

    role: NDArray[np.int64]
    chain: NDArray[np.int64]
    links: NDArray[np.int64]
    previous_days: NDArray[np.float64]
    previous_distance: NDArray[np.float64]
    size: NDArray[np.int64]
    first: NDArray[np.float64]
    last: NDArray[np.float64]
    left_out: int

    def count(self, role: int) -> int:
        """Events with this role."""
        return int(np.count_nonzero(self.role == role))


def near_repeat_chains(
    x: ArrayLike,
    y: ArrayLike,
    times: ArrayLike,
    distance: float,
    days: float,
    *,
    same_place: float = 0.001,
    manhattan: bool = False,
    max_pairs: int = MAX_PAIRS,
    progress: Optional[Progress] = None,
) -> Chains:
    """Link events nearer than ``distance`` metres and ``days`` days, name and chain them.

    ``x``, ``y``, ``times``: (n,) as in :func:`.near_repeat.knox_test`. Nearer than
    ``same_place`` metres is the same place. Order of the input does not matter. Raises
    AnalysisError for limits that are not above 0 and for too many pairs.
    """
    if not distance > 0.0 or not days > 0.0 or not np.isfinite(distance):
        raise AnalysisError(
            "Chains need a distance and a time above 0, but they are {distance} m and {days} days.",
            distance=distance,
            days=days,
        )
    report = progress or silent
    px, py, when, left_out = read_events(x, y, times)
    placed = _placed(x, y, times)
    n = px.size
    when = when.astype(np.float64)
    first, second, apart = _links(px, py, when, distance, days, manhattan, max_pairs)
    report(0.5)
    gap = when[second] - when[first]

    links = np.bincount(first, minlength=n) + np.bincount(second, minlength=n)
    later = gap > 0.0
    follows_near = np.zeros(n, dtype=bool)
    follows_near[second[later]] = True
    follows_same = np.zeros(n, dtype=bool)
    follows_same[second[later & (apart < same_place)]] = True
    role = np.where(links > 0, ORIGINATOR, ISOLATED)
    role[follows_near] = NEAR_REPEAT
    role[follows_same] = REPEAT

    previous_days, previous_distance = _latest_before(second[later], gap[later], apart[later], n)
    chain, size, begin, end = _components(px, py, when, first, second, links)
    report(1.0)

    total = placed.size
    out_role = np.full(total, NOT_PLACED, dtype=np.int64)
    out_chain = np.full(total, -1, dtype=np.int64)
    out_links = np.zeros(total, dtype=np.int64)
    out_days, out_distance = np.full(total, np.nan), np.full(total, np.nan)
    out_role[placed], out_chain[placed], out_links[placed] = role, chain, links
    out_days[placed], out_distance[placed] = previous_days, previous_distance
    return Chains(
        out_role, out_chain, out_links, out_days, out_distance, size, begin, end, left_out
    )


def _placed(x: ArrayLike, y: ArrayLike, times: ArrayLike) -> NDArray[np.bool_]:
    raw = np.asarray(times).ravel()
    known = ~np.isnat(raw) if raw.dtype.kind == "M" else np.isfinite(raw.astype(np.float64))
    px = np.asarray(x, dtype=np.float64).ravel()
    py = np.asarray(y, dtype=np.float64).ravel()
    return np.asarray(known & np.isfinite(px) & np.isfinite(py))


def _links(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    when: NDArray[np.float64],
    distance: float,
    days: float,
    manhattan: bool,
    max_pairs: int,
) -> Tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Linked pairs, the earlier event first, with their distance in metres."""
    from scipy.spatial import cKDTree

    if x.size < 2:
        none = np.zeros(0, dtype=np.int64)
        return none, none, np.zeros(0)
    norm = 1.0 if manhattan else 2.0
    tree = cKDTree(np.column_stack([x, y]))
    radius = distance * (1.0 + 1e-12)
    number = (int(tree.count_neighbors(tree, radius, p=norm)) - x.size) // 2
    if number > max_pairs:
        raise too_many_pairs(number, distance, max_pairs)
    found = tree.query_pairs(radius, p=norm, output_type="ndarray")
    found = found[np.abs(when[found[:, 0]] - when[found[:, 1]]) < days]
    swap = when[found[:, 0]] > when[found[:, 1]]
    first = np.where(swap, found[:, 1], found[:, 0])
    second = np.where(swap, found[:, 0], found[:, 1])
    dx, dy = x[first] - x[second], y[first] - y[second]
    apart = np.abs(dx) + np.abs(dy) if manhattan else np.sqrt(dx * dx + dy * dy)
    near = apart < distance
    return first[near], second[near], apart[near]


def _latest_before(
    follower: NDArray[np.int64], gap: NDArray[np.float64], apart: NDArray[np.float64], n: int
) -> Tuple[NDArray[np.float64], NDArray[np.float64]]:
    days, distance = np.full(n, np.nan), np.full(n, np.nan)
    # Written from the farthest to the nearest: the last one written stays.
    order = np.lexsort((-apart, -gap))
    days[follower[order]] = gap[order]
    distance[follower[order]] = apart[order]
    return days, distance


def _components(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    when: NDArray[np.float64],
    first: NDArray[np.int64],
    second: NDArray[np.int64],
    links: NDArray[np.int64],
) -> Tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    n = x.size
    chain = np.full(n, -1, dtype=np.int64)
    if first.size == 0:
        return chain, np.zeros(0, dtype=np.int64), np.zeros(0), np.zeros(0)
    graph = coo_matrix((np.ones(first.size, dtype=np.int8), (first, second)), shape=(n, n))
    _number, label = connected_components(graph, directed=False)
    member = np.flatnonzero(links > 0)
    # The event that names its chain: earliest, then westernmost, then southernmost.
    order = member[np.lexsort((y[member], x[member], when[member]))]
    _labels, at = np.unique(label[order], return_index=True)
    leaders = np.sort(at)
    number_of = np.full(label.max() + 1, -1, dtype=np.int64)
    number_of[label[order[leaders]]] = np.arange(leaders.size)
    chain[member] = number_of[label[member]]
    size = np.bincount(chain[member], minlength=leaders.size)
    begin = np.full(leaders.size, np.inf)
    end = np.full(leaders.size, -np.inf)
    np.minimum.at(begin, chain[member], when[member])
    np.maximum.at(end, chain[member], when[member])
    return chain, size, begin, end
