"""Streets as a graph: lines joined at their junctions, and events moved onto them.

A network is made of edges between nodes. An edge is a chain of straight pieces; a place on the
network is an edge and an offset, the distance in metres along the edge from its start node.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional, Sequence, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .grid import Floats, Integers
from .points import checked_points, checked_weights
from .progress import Progress, part

_SAMPLES = 500_000
_CANDIDATES = 200_000


@dataclass(frozen=True)
class StreetNetwork:
    """Nodes, edges between them, and the straight pieces of the edges.

    ``node_x``, ``node_y``: metres (k). ``edge_start``, ``edge_end``: node numbers,
    ``edge_length``: metres, ``edge_line``: which input line the edge is a part of (m each).
    ``piece_edge``, ``piece_offset`` (metres from the edge's start), ``piece_from`` and
    ``piece_to`` ((p, 2), metres): pieces in order along each edge, edges in order.
    """

    node_x: Floats
    node_y: Floats
    edge_start: Integers
    edge_end: Integers
    edge_length: Floats
    edge_line: Integers
    piece_edge: Integers
    piece_offset: Floats
    piece_from: Floats
    piece_to: Floats

    @property
    def edges(self) -> int:
        return int(self.edge_length.size)

    @property
    def degree(self) -> Integers:
        """Number of edge ends that meet at each node (k)."""
        ends = np.concatenate((self.edge_start, self.edge_end))
        return np.bincount(ends, minlength=self.node_x.size).astype(np.int64)

    def coordinates(self, edge: ArrayLike, offset: ArrayLike) -> Tuple[Floats, Floats]:
        """x and y of places on the network."""
        edges = np.atleast_1d(np.asarray(edge, dtype=np.int64))
        offsets = np.atleast_1d(np.asarray(offset, dtype=np.float64))
        # Pieces in one row: an edge's place in it is the sum of the lengths before it.
        before = np.concatenate(([0.0], np.cumsum(self.edge_length)))[:-1]
        piece = np.searchsorted(before[self.piece_edge] + self.piece_offset,
                                before[edges] + offsets, side="right") - 1
        # Rounding in the sums may step over an edge's border.
        first = np.searchsorted(self.piece_edge, edges, side="left")
        last = np.searchsorted(self.piece_edge, edges, side="right") - 1
        piece = np.clip(piece, first, last)
        along = self.piece_to[piece] - self.piece_from[piece]
        share = (offsets - self.piece_offset[piece]) / np.hypot(*along.T)
        x, y = (self.piece_from[piece] + np.clip(share, 0.0, 1.0)[:, None] * along).T
        return x, y


@dataclass(frozen=True)
class Snapped:
    """Events moved to the nearest street: edge (−1 where none is near), offset and distance (m)."""

    edge: Integers
    offset: Floats
    distance: Floats


def street_network(
    lines: Sequence[ArrayLike],
    *,
    tolerance: float = 0.05,
    join_crossings: bool = False,
    progress: Optional[Progress] = None,
) -> StreetNetwork:
    """Make a network of lines, each an array of vertices (k, 2) in metres.

    Lines are joined where they share a vertex, and where a line ends on another (T-junction),
    within ``tolerance`` metres. Lines that cross without a common vertex are bridges and
    tunnels and stay apart, unless ``join_crossings`` is set.

    Raises AnalysisError when no line has a length or a vertex has no coordinates.
    """
    report = part(progress, 0.0, 1.0)
    report(0.0)
    if not tolerance >= 0.0:
        raise AnalysisError("The tolerance for joining streets must be 0 metres or more.")
    points, line, ends = _vertices(lines)
    node = _joined(points, tolerance)
    report(0.2)
    first, last, of_line = _pieces(node, line)
    node_xy = _mean_places(points, node)
    inserts = _ends_on_pieces(node_xy, first, last, np.unique(node[ends]), tolerance)
    report(0.5)
    if join_crossings:
        node_xy, crossings = _crossings(node_xy, first, last, tolerance)
        inserts.extend(crossings)
    report(0.7)
    first, last, of_line = _split(node_xy, first, last, of_line, inserts)
    network = _assembled(node_xy, first, last, of_line)
    report(1.0)
    return network


def snap(
    network: StreetNetwork,
    x: ArrayLike,
    y: ArrayLike,
    *,
    within: float = np.inf,
    progress: Optional[Progress] = None,
) -> Snapped:
    """Move each event (metres, n) to the nearest place on the network, at most ``within`` metres.

    Ties go to the edge with the lowest number.
    """
    xs, ys = checked_points(x, y)
    places = np.column_stack((xs, ys))
    piece, share, distance = _nearest_piece(
        network.piece_from, network.piece_to, places, part(progress, 0.0, 1.0)
    )
    length = np.hypot(*(network.piece_to - network.piece_from).T)
    edge = network.piece_edge[piece]
    offset = np.minimum(
        network.piece_offset[piece] + share * length[piece], network.edge_length[edge]
    )
    near = distance <= within
    return Snapped(np.where(near, edge, -1), np.where(near, offset, np.nan), distance)


def segment_rates(
    network: StreetNetwork, edge: ArrayLike, weights: Optional[ArrayLike] = None
) -> Tuple[Floats, Floats]:
    """Events (or weight) per edge, and per km of it; edge −1 is left out. Both (m)."""
    edges = np.asarray(edge, dtype=np.int64)
    ws = checked_weights(weights, edges.size)
    seen = edges >= 0
    counts = np.bincount(
        edges[seen], None if ws is None else ws[seen], minlength=network.edges
    ).astype(np.float64)
    return counts, counts / (network.edge_length / 1000.0)


# --- making the graph -------------------------------------------------------------------------


def _vertices(lines: Sequence[ArrayLike]) -> Tuple[Floats, Integers, Integers]:
    """All vertices, the line of each, and the numbers of those that end a line."""
    parts, sizes = [], []
    for number, one in enumerate(lines):
        vertices = np.asarray(one, dtype=np.float64)
        if vertices.ndim != 2 or vertices.shape[1] != 2:
            raise AnalysisError("Street {number} is not a list of (x, y) pairs.", number=number + 1)
        if not np.all(np.isfinite(vertices)):
            raise AnalysisError(
                "Street {number} has a vertex without coordinates.", number=number + 1
            )
        parts.append(vertices)
        sizes.append(len(vertices))
    if not parts or sum(sizes) == 0:
        raise AnalysisError("There are no streets to make a network of.")
    count = np.asarray(sizes)
    stop = np.cumsum(count)
    ends = np.concatenate(((stop - count)[count > 0], (stop - 1)[count > 0]))
    return np.vstack(parts), np.repeat(np.arange(len(parts)), count), ends


def _joined(points: Floats, tolerance: float) -> Integers:
    """Node number of each vertex: vertices closer than the tolerance are one node."""
    from scipy import sparse
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial import cKDTree

    _, same = np.unique(points, axis=0, return_inverse=True)
    same = np.asarray(same).reshape(-1)
    distinct = np.zeros((int(same.max()) + 1, 2))
    distinct[same] = points
    pairs = cKDTree(distinct).query_pairs(tolerance, output_type="ndarray")
    links = sparse.coo_matrix(
        (np.ones(len(pairs), dtype=np.int8), (pairs[:, 0], pairs[:, 1])),
        shape=(len(distinct), len(distinct)),
    )
    group = connected_components(links, directed=False)[1]
    return np.asarray(group[same], dtype=np.int64)


def _mean_places(points: Floats, node: Integers) -> Floats:
    count = np.bincount(node)
    # The mean is taken of differences, so that equal vertices keep their exact place.
    first = np.zeros((count.size, 2))
    first[node] = points
    shift = points - first[node]
    return np.column_stack(
        [first[:, k] + np.bincount(node, shift[:, k]) / count for k in (0, 1)]
    )


def _pieces(node: Integers, line: Integers) -> Tuple[Integers, Integers, Integers]:
    """Start node, end node and line of all pieces that have a length."""
    real = (line[1:] == line[:-1]) & (node[1:] != node[:-1])
    if not real.any():
        raise AnalysisError("No street has a length, so there is no network.")
    return node[:-1][real], node[1:][real], line[1:][real]


_Insert = Tuple[int, float, int]


def _ends_on_pieces(
    node_xy: Floats, first: Integers, last: Integers, ends: Integers, tolerance: float
) -> List[_Insert]:
    """(piece, share along it, node) where a line's end lies on the inside of a piece."""
    samples, piece_of, spacing = _sampled(node_xy[first], node_xy[last])
    from scipy.spatial import cKDTree

    found = cKDTree(samples).query_ball_point(node_xy[ends], tolerance + spacing)
    inserts: List[_Insert] = []
    for node, near in zip(ends, found):
        pieces = np.unique(piece_of[near])
        pieces = pieces[(first[pieces] != node) & (last[pieces] != node)]
        if pieces.size == 0:
            continue
        share, distance = _projected(node_xy[first[pieces]], node_xy[last[pieces]], node_xy[node])
        inside = (distance <= tolerance) & (share > 0.0) & (share < 1.0)
        inserts.extend(
            (int(p), float(s), int(node)) for p, s in zip(pieces[inside], share[inside])
        )
    return inserts


def _crossings(
    node_xy: Floats, first: Integers, last: Integers, tolerance: float
) -> Tuple[Floats, List[_Insert]]:
    """Places with the new nodes at crossings, and where they are to be put into pieces."""
    from scipy.spatial import cKDTree

    start, along = node_xy[first], node_xy[last] - node_xy[first]
    samples, piece_of, spacing = _sampled(node_xy[first], node_xy[last])
    pairs = piece_of[cKDTree(samples).query_pairs(2.0 * spacing, output_type="ndarray")]
    pairs = np.unique(np.sort(pairs, axis=1), axis=0)
    i, j = pairs[:, 0], pairs[:, 1]
    apart = (
        (first[i] != first[j]) & (first[i] != last[j])
        & (last[i] != first[j]) & (last[i] != last[j])
    )
    i, j = i[apart], j[apart]
    turn = along[i, 0] * along[j, 1] - along[i, 1] * along[j, 0]
    between = start[j] - start[i]
    with np.errstate(divide="ignore", invalid="ignore"):
        on_i = (between[:, 0] * along[j, 1] - between[:, 1] * along[j, 0]) / turn
        on_j = (between[:, 0] * along[i, 1] - between[:, 1] * along[i, 0]) / turn
    # Crossings right at an end are T-junctions, which are joined anyway.
    from_end_i = np.minimum(on_i, 1.0 - on_i) * np.hypot(*along[i].T)
    from_end_j = np.minimum(on_j, 1.0 - on_j) * np.hypot(*along[j].T)
    with np.errstate(invalid="ignore"):
        cross = (turn != 0.0) & (from_end_i > tolerance) & (from_end_j > tolerance)
    i, j, on_i, on_j = i[cross], j[cross], on_i[cross], on_j[cross]
    new = np.arange(i.size) + len(node_xy)
    places = start[i] + on_i[:, None] * along[i]
    inserts = list(zip(i.tolist(), on_i.tolist(), new.tolist()))
    inserts += list(zip(j.tolist(), on_j.tolist(), new.tolist()))
    return np.vstack((node_xy, places)), inserts


def _split(
    node_xy: Floats, first: Integers, last: Integers, of_line: Integers, inserts: List[_Insert]
) -> Tuple[Integers, Integers, Integers]:
    """Pieces with nodes put in, in the order of the lines."""
    if not inserts:
        return first, last, of_line
    extra_piece = np.array([one[0] for one in inserts])
    extra_share = np.array([one[1] for one in inserts])
    extra_node = np.array([one[2] for one in inserts])
    numbers = np.arange(first.size)
    # Each piece as the row of its nodes: start, those put in by share, end.
    piece = np.concatenate((numbers, extra_piece, numbers))
    share = np.concatenate((np.full(first.size, -1.0), extra_share, np.full(first.size, 2.0)))
    node = np.concatenate((first, extra_node, last))
    order = np.lexsort((share, piece))
    piece, node = piece[order], node[order]
    real = (piece[1:] == piece[:-1]) & (node[1:] != node[:-1])
    return node[:-1][real], node[1:][real], of_line[piece[1:][real]]


def _assembled(
    node_xy: Floats, first: Integers, last: Integers, of_line: Integers
) -> StreetNetwork:
    """Chain pieces into edges that end at junctions and at the ends of lines."""
    meeting = np.bincount(np.concatenate((first, last)), minlength=len(node_xy))
    # A piece goes on with the previous one if they share a node where no other piece ends.
    goes_on = (of_line[1:] == of_line[:-1]) & (last[:-1] == first[1:]) & (meeting[first[1:]] == 2)
    edge = np.concatenate(([0], np.cumsum(~goes_on)))
    begins = np.concatenate(([True], ~goes_on))
    ends = np.concatenate((~goes_on, [True]))
    length = np.hypot(*(node_xy[last] - node_xy[first]).T)
    total = np.bincount(edge, length).astype(np.float64)
    upto = np.cumsum(length) - length
    offset = upto - upto[begins][edge]
    kept, renumbered = np.unique(
        np.concatenate((first[begins], last[ends])), return_inverse=True
    )
    renumbered = np.asarray(renumbered).reshape(-1)
    count = int(total.size)
    return StreetNetwork(
        node_x=node_xy[kept, 0],
        node_y=node_xy[kept, 1],
        edge_start=renumbered[:count].astype(np.int64),
        edge_end=renumbered[count:].astype(np.int64),
        edge_length=total,
        edge_line=of_line[begins].astype(np.int64),
        piece_edge=edge.astype(np.int64),
        piece_offset=offset,
        piece_from=node_xy[first],
        piece_to=node_xy[last],
    )


# --- nearest piece ----------------------------------------------------------------------------


def _sampled(start: Floats, end: Floats) -> Tuple[Floats, Integers, float]:
    """Places along pieces, so close that any place of a piece has one within the spacing."""
    length = np.hypot(*(end - start).T)
    spacing = max(float(np.median(length)), float(length.sum()) / _SAMPLES)
    count = np.ceil(length / (2.0 * spacing)).astype(np.int64)
    count = np.maximum(count, 1)
    piece = np.repeat(np.arange(length.size), count)
    number = np.arange(piece.size) - np.repeat(np.cumsum(count) - count, count)
    share = (number + 0.5) / count[piece]
    return start[piece] + share[:, None] * (end - start)[piece], piece, spacing


def _projected(start: Floats, end: Floats, place: Floats) -> Tuple[Floats, Floats]:
    """Share along each piece of the place nearest to ``place``, and its distance."""
    along = end - start
    to_place = place - start
    share = np.sum(to_place * along, axis=-1) / np.sum(along * along, axis=-1)
    share = np.clip(share, 0.0, 1.0)
    distance = np.hypot(*(to_place - share[:, None] * along).T)
    return share, distance


def _nearest_piece(
    start: Floats, end: Floats, places: Floats, report: Progress
) -> Tuple[NDArray[np.int64], Floats, Floats]:
    from scipy.spatial import cKDTree

    samples, piece_of, spacing = _sampled(start, end)
    tree = cKDTree(samples)
    n = len(places)
    best = np.zeros(n, dtype=np.int64)
    best_share, best_distance = np.zeros(n), np.full(n, np.inf)
    # The nearest piece is at most as far as the nearest sample, and has a sample of its own
    # within the spacing of its nearest place.
    for begin in range(0, n, _CANDIDATES // 10):
        report(begin / n)
        some = places[begin : begin + _CANDIDATES // 10]
        radius = tree.query(some)[0] + spacing * (1.0 + 1e-9) + 1e-9
        found = tree.query_ball_point(some, radius)
        sizes = np.fromiter((len(near) for near in found), dtype=np.int64, count=len(some))
        sample = np.fromiter((s for near in found for s in near), dtype=np.int64,
                             count=int(sizes.sum()))
        event = np.repeat(np.arange(len(some)), sizes)
        piece = piece_of[sample]
        share, distance = _projected(start[piece], end[piece], some[event])
        order = np.lexsort((piece, distance, event))
        lead = order[np.flatnonzero(np.diff(event[order], prepend=-1))]
        best[begin : begin + len(some)] = piece[lead]
        best_share[begin : begin + len(some)] = share[lead]
        best_distance[begin : begin + len(some)] = distance[lead]
    report(1.0)
    return best, best_share, best_distance
