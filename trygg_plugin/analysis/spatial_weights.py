"""Who is whose neighbour: contiguity, distance bands, nearest neighbours, and lattices.

A cell is never its own neighbour here; statistics that count the cell itself
(Gi*) add it. Two shapes of the same idea:

* :class:`SparseNeighbours`: any pairs, with or without weights;
* :class:`LatticeNeighbours`: the same pattern around every cell of a grid, kept
  as runs of columns, so that sums need no pairs in memory however wide the
  pattern is.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Optional, Sequence, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError

Floats = NDArray[np.float64]
_MOST_SAMPLES = 5_000_000  # points along borders compared by near_borders
Ints = NDArray[np.int64]


class Neighbours(ABC):
    """Neighbours of ``n`` cells, the cell itself left out."""

    n: int
    #: neighbours per cell, shape (n,)
    cardinality: Ints
    #: sum of the weights and of the squared weights per cell, shape (n,)
    weight_sum: Floats
    weight_square_sum: Floats
    #: whether the weights within each cell's row are all equal
    equal_weights: bool

    @abstractmethod
    def lag(self, values: ArrayLike) -> Floats:
        """Weighted sum of the neighbours' values; ``values``: (n,) or (n, columns)."""

    @abstractmethod
    def pairs(self) -> Tuple[Ints, Ints, Floats]:
        """All directed pairs: cell, neighbour, weight; sorted by cell."""

    @abstractmethod
    def moran_sums(self, row_standardised: bool) -> Tuple[float, float, float]:
        """S0, S1, S2 of the weights (Cliff & Ord 1981), as they are or row standardised."""

    @property
    def islands(self) -> Ints:
        """Cells without any neighbour."""
        return np.flatnonzero(self.cardinality == 0)

    def components(self, among: Optional[NDArray[np.bool_]] = None) -> Ints:
        """Number of the connected group of each cell, from 0; -1 where ``among`` is false."""
        from scipy.sparse import coo_matrix
        from scipy.sparse.csgraph import connected_components

        kept = np.ones(self.n, dtype=bool) if among is None else np.asarray(among, dtype=bool)
        first, second, _ = self.pairs()
        use = kept[first] & kept[second]
        graph = coo_matrix(
            (np.ones(int(use.sum()), dtype=np.int8), (first[use], second[use])),
            shape=(self.n, self.n),
        )
        _, label = connected_components(graph, directed=False)
        answer = np.full(self.n, -1, dtype=np.int64)
        if kept.any():
            _, first_seen, inverse = np.unique(
                label[kept], return_index=True, return_inverse=True
            )
            # Numbered by their first cell, so that the order does not depend on scipy's walk.
            rank = np.empty(first_seen.size, dtype=np.int64)
            rank[np.argsort(first_seen)] = np.arange(first_seen.size)
            answer[kept] = rank[inverse]
        return answer


class SparseNeighbours(Neighbours):
    """Neighbours as compressed rows: those of cell i are ``indices[indptr[i]:indptr[i + 1]]``."""

    def __init__(self, indptr: Ints, indices: Ints, weights: Optional[Floats] = None) -> None:
        self.n = indptr.size - 1
        self.indptr = indptr
        self.indices = indices
        self.cardinality = np.diff(indptr)
        if weights is None:
            self.weights = np.ones(indices.size)
            self.equal_weights = True
        else:
            if not np.isfinite(weights).all() or (weights <= 0).any():
                raise AnalysisError("A weight between neighbours is not a number above zero.")
            self.weights = weights
            row_first = np.repeat(
                weights[np.minimum(indptr[:-1], max(weights.size - 1, 0))]
                if weights.size
                else np.zeros(self.n),
                self.cardinality,
            )
            self.equal_weights = bool((weights == row_first).all())
        cells = self._cells()
        self.weight_sum = np.bincount(cells, self.weights, minlength=self.n).astype(np.float64)
        self.weight_square_sum = np.bincount(
            cells, self.weights**2, minlength=self.n
        ).astype(np.float64)

    def _cells(self) -> Ints:
        return np.repeat(np.arange(self.n), self.cardinality)

    def _matrix(self, weights: Floats):  # type: ignore[no-untyped-def]
        from scipy.sparse import csr_matrix

        return csr_matrix((weights, self.indices, self.indptr), shape=(self.n, self.n))

    def lag(self, values: ArrayLike) -> Floats:
        answer: Floats = self._matrix(self.weights) @ np.asarray(values, dtype=np.float64)
        return answer

    def pairs(self) -> Tuple[Ints, Ints, Floats]:
        return self._cells(), self.indices, self.weights

    def moran_sums(self, row_standardised: bool) -> Tuple[float, float, float]:
        weights = self.weights
        if row_standardised:
            weights = weights / np.repeat(self.weight_sum, self.cardinality)
        matrix = self._matrix(weights)
        both = matrix + matrix.T
        sums = np.asarray(both.sum(axis=1)).ravel()
        return float(weights.sum()), float(0.5 * (both.data**2).sum()), float((sums**2).sum())


class LatticeNeighbours(Neighbours):
    """The same pattern of neighbours around every kept cell of a row-by-column lattice.

    ``kept``: (rows, columns) booleans; cells are numbered along rows, kept ones only.
    ``runs``: per row offset, the first and last column offset of the pattern for
    even and for odd rows: (row offset, first even, last even, first odd, last odd);
    the pattern is symmetric and holds the cell itself, which is left out of all sums.
    ``first_parity``: whether the lattice's first row counts as even (0) or odd (1).
    """

    equal_weights = True

    def __init__(
        self,
        kept: NDArray[np.bool_],
        runs: Sequence[Tuple[int, int, int, int, int]],
        first_parity: int = 0,
    ) -> None:
        self.kept = kept
        self.runs = tuple(runs)
        self.first_parity = first_parity
        self.n = int(kept.sum())
        self.cardinality = np.rint(self.lag(np.ones(self.n))).astype(np.int64)
        self.weight_sum = self.cardinality.astype(np.float64)
        self.weight_square_sum = self.weight_sum

    def lag(self, values: ArrayLike) -> Floats:
        given = np.asarray(values, dtype=np.float64)
        rows, columns = self.kept.shape
        tail = given.shape[1:]
        # Sums along each row, so that a run of columns is one difference whatever its length.
        running = np.zeros((rows, columns + 1) + tail)
        running[:, 1:][self.kept] = given
        np.cumsum(running, axis=1, out=running)
        total = np.zeros((rows, columns) + tail)
        column = np.arange(columns)
        for offset, *ends in self.runs:
            if abs(offset) >= rows:
                continue
            start, stop = max(0, -offset), rows - max(0, offset)
            for parity in (0, 1):
                first, last = ends[2 * parity], ends[2 * parity + 1]
                begin = start + (start + self.first_parity + parity) % 2
                if last < first or begin >= stop:
                    continue
                source = running[begin + offset : stop + offset : 2]
                upper = np.clip(column + last + 1, 0, columns)
                lower = np.clip(column + first, 0, columns)
                total[begin:stop:2] += source[:, upper] - source[:, lower]
        answer: Floats = total[self.kept] - given
        return answer

    def pairs(self) -> Tuple[Ints, Ints, Floats]:
        rows, columns = self.kept.shape
        number = np.full((rows, columns), -1, dtype=np.int64)
        number[self.kept] = np.arange(self.n)
        row, column = np.nonzero(self.kept)
        parity = (row + self.first_parity) % 2
        firsts, seconds = [], []
        for offset, *ends in self.runs:
            other_row = row + offset
            for side in range(min(ends[0], ends[2]), max(ends[1], ends[3]) + 1):
                if offset == 0 and side == 0:
                    continue
                other = column + side
                even = (parity == 0) & (ends[0] <= side) & (side <= ends[1])
                odd = (parity == 1) & (ends[2] <= side) & (side <= ends[3])
                fits = (even | odd) & (other_row >= 0) & (other_row < rows)
                fits &= (other >= 0) & (other < columns)
                found = number[other_row[fits], other[fits]]
                firsts.append(np.flatnonzero(fits)[found >= 0])
                seconds.append(found[found >= 0])
        if not firsts:
            empty = np.zeros(0, dtype=np.int64)
            return empty, empty, np.zeros(0)
        first, second = np.concatenate(firsts), np.concatenate(seconds)
        order = np.lexsort((second, first))
        return first[order], second[order], np.ones(first.size)

    def moran_sums(self, row_standardised: bool) -> Tuple[float, float, float]:
        count = self.weight_sum
        if not row_standardised:
            return float(count.sum()), float(2 * count.sum()), float(4 * (count**2).sum())
        share = np.divide(1.0, count, out=np.zeros(self.n), where=count > 0)
        back = self.lag(share)
        s0 = float((count > 0).sum())
        s1 = float(share.sum() + (share * back).sum())
        return s0, s1, float((((count > 0) + back) ** 2).sum())


def queen_lattice(kept: ArrayLike) -> LatticeNeighbours:
    """The eight cells around each kept cell of a (rows, columns) lattice of squares.

    Also for rasters of (ny, nx): cells are numbered along the rows as the array has them.
    """
    runs = [(offset, -1, 1, -1, 1) for offset in (-1, 0, 1)]
    return LatticeNeighbours(np.asarray(kept, dtype=bool), runs)


def from_edges(
    n: int, first: ArrayLike, second: ArrayLike, weights: Optional[ArrayLike] = None
) -> SparseNeighbours:
    """Neighbours from undirected pairs (positions 0 to n-1); each pair may stand once or twice.

    A pair of a cell with itself is dropped; of a repeated pair the first weight counts.
    """
    a = np.asarray(first, dtype=np.int64)
    b = np.asarray(second, dtype=np.int64)
    if a.shape != b.shape:
        raise AnalysisError("The two ends of the neighbour pairs are not equally many.")
    if a.size and (min(a.min(), b.min()) < 0 or max(a.max(), b.max()) >= n):
        raise AnalysisError("A neighbour pair names an area outside 0 to {last}.", last=n - 1)
    w = None if weights is None else np.asarray(weights, dtype=np.float64)
    proper = a != b
    a, b = a[proper], b[proper]
    key = np.concatenate([a * n + b, b * n + a])
    unique, position = np.unique(key, return_index=True)
    both = None if w is None else np.concatenate([w[proper], w[proper]])[position]
    return _from_sorted(n, unique // max(n, 1), unique % max(n, 1), both)


def _from_sorted(
    n: int, cells: Ints, others: Ints, weights: Optional[Floats] = None
) -> SparseNeighbours:
    indptr = np.concatenate([[0], np.cumsum(np.bincount(cells, minlength=n))]).astype(np.int64)
    return SparseNeighbours(indptr, others, weights)


def contiguity(
    areas: Sequence[Sequence[ArrayLike]], rule: str = "queen", snap: float = 1e-3
) -> SparseNeighbours:
    """Neighbours among polygons that touch.

    ``areas``: per area its rings, each (m, 2) vertices in metres, closed or not.
    ``rule``: "queen" (a shared vertex is enough) or "rook" (a shared edge is needed).
    ``snap``: vertices closer than this (metres) are one. Borders must share their
    vertices: where one area's corner lies on another's straight edge they do not meet.
    """
    if rule not in ("queen", "rook"):
        raise AnalysisError("The contiguity rule {rule!r} is neither queen nor rook.", rule=rule)
    rings, owner = [], []
    for number, area in enumerate(areas):
        for ring in area:
            points = np.asarray(ring, dtype=np.float64).reshape(-1, 2)
            if not np.isfinite(points).all():
                raise AnalysisError(
                    "Area number {number} has a vertex without coordinates.", number=number
                )
            snapped = np.rint(points / snap).astype(np.int64)
            if len(snapped) > 1 and (snapped[0] == snapped[-1]).all():
                snapped = snapped[:-1]
            rings.append(snapped)
            owner.append(np.full(len(snapped), number))
    n = len(areas)
    if not rings:
        return from_edges(n, [], [])
    _, vertex = np.unique(np.concatenate(rings), axis=0, return_inverse=True)
    vertex = vertex.ravel().astype(np.int64)
    area_of = np.concatenate(owner)
    feature = vertex
    if rule == "rook":
        lengths = np.array([len(ring) for ring in rings])
        ends = np.cumsum(lengths)
        following = np.arange(vertex.size) + 1
        following[ends[lengths > 0] - 1] = (ends - lengths)[lengths > 0]
        low = np.minimum(vertex, vertex[following])
        high = np.maximum(vertex, vertex[following])
        _, feature = np.unique(low * (vertex.max() + 1) + high, return_inverse=True)
    from scipy.sparse import csr_matrix

    incidence = csr_matrix(
        (np.ones(feature.size, dtype=np.int32), (area_of, feature)),
        shape=(n, int(feature.max()) + 1),
    )
    shared = (incidence @ incidence.T).tocoo()
    return from_edges(n, shared.row, shared.col)


def near_borders(areas: Sequence[Sequence[ArrayLike]], tolerance: float) -> SparseNeighbours:
    """Neighbours among polygons whose borders come closer than about ``tolerance`` metres.

    For areas drawn by hand, with slivers, overlaps and corners on straight sides, where
    :func:`contiguity` sees no touch. ``areas`` as there. Borders are compared at points
    half the tolerance apart, so the limit is blurred by a quarter of it.
    """
    if not tolerance > 0:
        raise AnalysisError("The tolerance must be above 0 m, not {metres} m.", metres=tolerance)
    samples, owner, total = [], [], 0
    for number, area in enumerate(areas):
        for ring in area:
            corners = _points(ring)
            if not len(corners):
                continue
            following = np.roll(corners, -1, axis=0)
            steps = np.ceil(np.hypot(*(following - corners).T) / (tolerance / 2.0))
            steps = np.maximum(steps, 1).astype(np.int64)
            total += int(steps.sum())
            if total > _MOST_SAMPLES:
                raise AnalysisError(
                    "A tolerance of {metres} m is too fine for borders this long; choose a "
                    "larger one.", metres=tolerance,
                )
            edge = np.repeat(np.arange(len(corners)), steps)
            place = np.arange(edge.size) - np.repeat(np.cumsum(steps) - steps, steps)
            share = (place / steps[edge])[:, None]
            samples.append(corners[edge] + share * (following - corners)[edge])
            owner.append(np.full(edge.size, number))
    n = len(areas)
    if not samples:
        return from_edges(n, [], [])
    from scipy.spatial import cKDTree

    area_of = np.concatenate(owner)
    trees = cKDTree(np.concatenate(samples))
    met = trees.query_pairs(tolerance, output_type="ndarray")
    pairs = np.unique(area_of[met[:, 0]] * n + area_of[met[:, 1]])
    return from_edges(n, pairs // n, pairs % n)


def distance_band(points: ArrayLike, distance: float) -> SparseNeighbours:
    """Neighbours at most ``distance`` away; ``points``: (n, 2) in metres."""
    located = _points(points)
    if not distance > 0:
        raise AnalysisError("The distance band must be above 0 m, not {metres} m.", metres=distance)
    from scipy.spatial import cKDTree

    found = cKDTree(located).query_pairs(distance, output_type="ndarray")
    return from_edges(len(located), found[:, 0], found[:, 1])


def nearest(points: ArrayLike, k: int) -> SparseNeighbours:
    """The ``k`` nearest neighbours of each point; ``points``: (n, 2) in metres.

    Not symmetric. Of neighbours at the same distance those that stand first are taken.
    """
    located = _points(points)
    n = len(located)
    if not 1 <= k < n:
        raise AnalysisError(
            "{k} nearest neighbours cannot be found among {n} places; choose 1 to {most}.",
            k=k, n=n, most=n - 1,
        )
    from scipy.spatial import cKDTree

    tree = cKDTree(located)
    # One more than needed plus the point itself: shows whether the last one is tied.
    distances, found = tree.query(located, k=min(k + 2, n))
    chosen = np.empty((n, k), dtype=np.int64)
    own = found == np.arange(n)[:, None]
    missing = ~own.any(axis=1)  # among many points at one place the point itself may be left out
    clear = ~missing
    if distances.shape[1] == k + 2:
        clear &= distances[:, k + 1] > distances[:, k] * (1 + 1e-12)
    if clear.any():
        ranked = np.where(own, -1.0, distances)[clear]
        order = np.lexsort((found[clear], ranked), axis=1)[:, 1 : k + 1]
        chosen[clear] = np.take_along_axis(found[clear], order, axis=1)
    for i in np.flatnonzero(~clear):
        reach = distances[i, k] * (1 + 1e-12)
        near = np.array([j for j in tree.query_ball_point(located[i], reach) if j != i])
        gap = np.hypot(*(located[near] - located[i]).T)
        chosen[i] = near[np.lexsort((near, np.round(gap, 9)))[:k]]
    return _from_sorted(n, np.repeat(np.arange(n), k), np.sort(chosen, axis=1).ravel())


def _points(points: ArrayLike) -> Floats:
    located = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    if not np.isfinite(located).all():
        raise AnalysisError(
            "{count} places have no coordinates; leave them out first.",
            count=int((~np.isfinite(located).all(axis=1)).sum()),
        )
    return located
