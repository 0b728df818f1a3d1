"""Square and hexagon grids: cells, which cell a point falls in, neighbours, and their size.

A grid is aligned to multiples of its cell size from the origin of the
coordinate system, so that the cells of different periods and extents coincide.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import List, Optional, Sequence, Tuple, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .spatial_weights import LatticeNeighbours, queen_lattice
from .suggestion import N_, Suggestion

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Extent = Tuple[float, float, float, float]
Run = Tuple[int, int, int, int, int]
AnyGrid = TypeVar("AnyGrid", bound="Grid")

MOST_CELLS = 4_000_000
_ROW_HEIGHT = np.sqrt(3.0) / 2.0


@dataclass(frozen=True, eq=False)
class Grid(ABC):
    """A lattice of equal cells of which some may be left out.

    ``size``: distance between the centres of adjacent cells of a row, metres (the side
    of a square, the distance between opposite sides of a hexagon). ``first_column``,
    ``first_row``: place in the endless lattice. ``kept``: (rows, columns) booleans.
    Cells are numbered 0 to n-1 over the kept ones, along rows from the south-west.
    """

    size: float
    first_column: int
    first_row: int
    kept: NDArray[np.bool_]

    @classmethod
    def over(cls: type[AnyGrid], extent: Extent, size: float) -> AnyGrid:
        """The cells that touch an extent (x min, y min, x max, y max; metres)."""
        x_min, y_min, x_max, y_max = (float(v) for v in extent)
        if not np.isfinite([x_min, y_min, x_max, y_max]).all() or x_max < x_min or y_max < y_min:
            raise AnalysisError("The extent of the grid is empty or has no coordinates.")
        if not (np.isfinite(size) and size > 0):
            raise AnalysisError("The cell size must be above 0 m, not {metres} m.", metres=size)
        needed = ((x_max - x_min) / size + 2) * ((y_max - y_min) / size + 2)
        if needed > MOST_CELLS:
            raise AnalysisError(
                "Cells of {metres} m would be about {needed:.0f} cells over this extent; at most "
                "{most} are possible. Choose larger cells or a smaller extent.",
                metres=size, needed=needed, most=MOST_CELLS,
            )
        return cls._over((x_min, y_min, x_max, y_max), float(size))

    @classmethod
    @abstractmethod
    def _over(cls: type[AnyGrid], extent: Extent, size: float) -> AnyGrid: ...

    @property
    def n(self) -> int:
        """Number of cells."""
        return int(self.kept.sum())

    @property
    @abstractmethod
    def cell_area(self) -> float:
        """Square metres per cell."""

    @abstractmethod
    def _row_y(self, row: Ints) -> Floats: ...

    @abstractmethod
    def _column_x(self, row: Ints, column: Ints) -> Floats: ...

    @abstractmethod
    def _locate(self, x: Floats, y: Floats) -> Tuple[Ints, Ints]: ...

    @abstractmethod
    def _corners(self) -> Floats: ...

    @abstractmethod
    def _runs(self, distance: float) -> List[Run]: ...

    @abstractmethod
    def contiguity(self) -> LatticeNeighbours:
        """Cells that touch: eight around a square, six around a hexagon."""

    @property
    def _parity(self) -> int:
        return self.first_row % 2

    def centres(self) -> Floats:
        """Centres of the cells, (n, 2) metres."""
        row, column = np.nonzero(self.kept)
        return np.column_stack([self._column_x(row, column), self._row_y(row)])

    def polygons(self, cells: Optional[ArrayLike] = None) -> Floats:
        """Closed rings, anticlockwise: (n, 5, 2) of squares, (n, 7, 2) of hexagons."""
        centres = self.centres()
        if cells is not None:
            centres = centres[np.asarray(cells)]
        return centres[:, None, :] + self._corners()[None, :, :]

    def cell_of(self, x: ArrayLike, y: ArrayLike) -> Ints:
        """Cell number of each point; -1 outside the kept cells and for missing coordinates."""
        xs, ys = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
        if xs.shape != ys.shape or xs.ndim != 1:
            raise AnalysisError("The x and y coordinates are not two lists of the same length.")
        rows, columns = self.kept.shape
        answer = np.full(xs.shape, -1, dtype=np.int64)
        known = np.flatnonzero(np.isfinite(xs) & np.isfinite(ys))
        row, column = self._locate(xs[known], ys[known])
        inside = (row >= 0) & (row < rows) & (column >= 0) & (column < columns)
        number = np.full((rows, columns), -1, dtype=np.int64)
        number[self.kept] = np.arange(self.n)
        answer[known[inside]] = number[row[inside], column[inside]]
        return answer

    def count(
        self, x: ArrayLike, y: ArrayLike, weights: Optional[ArrayLike] = None
    ) -> Tuple[Floats, int]:
        """Events (or their weights) per cell, and how many points lie in no cell."""
        cell = self.cell_of(x, y)
        inside = cell >= 0
        w = None
        if weights is not None:
            w = np.asarray(weights, dtype=np.float64)[inside]
            if not np.isfinite(w).all():
                raise AnalysisError("{count} events have no weight.",
                                    count=int((~np.isfinite(w)).sum()))
        counts = np.bincount(cell[inside], w, minlength=self.n).astype(np.float64)
        return counts, int((~inside).sum())

    def distance_band(self, distance: float) -> LatticeNeighbours:
        """Cells whose centres are at most ``distance`` (metres) away."""
        if not distance > 0:
            raise AnalysisError("The distance band must be above 0 m, not {metres} m.",
                                metres=distance)
        # A hair wider, so that a band of exactly k cell sizes holds the k-th cell.
        return LatticeNeighbours(self.kept, self._runs(distance * (1 + 1e-9)), self._parity)

    def within(self: AnyGrid, rings: Sequence[ArrayLike]) -> AnyGrid:
        """Only the cells in a window: its rings (outer and holes), each (m, 2) in metres.

        A cell is kept where its centre lies inside or the window's border passes through
        it (a border that cuts off less than a twentieth of the cell may go unseen).
        """
        edges = [_closed(ring) for ring in rings]
        if not edges:
            raise AnalysisError("The window has no polygon.")
        start = np.concatenate([e[:-1] for e in edges])
        stop = np.concatenate([e[1:] for e in edges])
        inside = np.zeros(self.kept.shape, dtype=bool)
        columns = np.arange(self.kept.shape[1])
        rows = np.arange(self.kept.shape[0])
        ys = self._row_y(rows)
        for row, y in enumerate(ys):
            crossing = (start[:, 1] <= y) != (stop[:, 1] <= y)
            a, b = start[crossing], stop[crossing]
            at = np.sort(a[:, 0] + (y - a[:, 1]) / (b[:, 1] - a[:, 1]) * (b[:, 0] - a[:, 0]))
            xs = self._column_x(np.full(columns.size, row), columns)
            inside[row] = np.searchsorted(at, xs) % 2 == 1
        steps = np.ceil(np.hypot(*(stop - start).T) / (self.size / 20.0)).astype(np.int64) + 1
        edge = np.repeat(np.arange(len(start)), steps)
        place = np.arange(edge.size) - np.repeat(np.cumsum(steps) - steps, steps)
        share = (place / steps[edge])[:, None]
        border = start[edge] + share * (stop - start)[edge]
        row_of, column_of = self._locate(border[:, 0], border[:, 1])
        seen = (row_of >= 0) & (row_of < rows.size) & (column_of >= 0) & (column_of < columns.size)
        inside[row_of[seen], column_of[seen]] = True
        kept = self.kept & inside
        if not kept.any():
            raise AnalysisError("No cell of the grid lies in the window.")
        return replace(self, kept=kept)


class SquareGrid(Grid):
    """Squares; a cell holds its southern and western sides, not the northern and eastern."""

    @classmethod
    def _over(cls, extent: Extent, size: float) -> SquareGrid:
        first_column, first_row, last_column, last_row = (int(np.floor(v / size)) for v in extent)
        shape = (last_row - first_row + 1, last_column - first_column + 1)
        return cls(size, first_column, first_row, np.ones(shape, dtype=bool))

    @property
    def cell_area(self) -> float:
        return self.size**2

    def _row_y(self, row: Ints) -> Floats:
        return (self.first_row + row + 0.5) * self.size

    def _column_x(self, row: Ints, column: Ints) -> Floats:
        return (self.first_column + column + 0.5) * self.size

    def _locate(self, x: Floats, y: Floats) -> Tuple[Ints, Ints]:
        row = np.floor(y / self.size).astype(np.int64) - self.first_row
        column = np.floor(x / self.size).astype(np.int64) - self.first_column
        return row, column

    def _corners(self) -> Floats:
        half = self.size / 2.0
        return np.array([[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]]) * half

    def _runs(self, distance: float) -> List[Run]:
        reach = distance / self.size
        runs = []
        for offset in range(-int(reach), int(reach) + 1):
            side = int(np.sqrt(max(reach**2 - offset**2, 0.0)))
            runs.append((offset, -side, side, -side, side))
        return runs

    def contiguity(self) -> LatticeNeighbours:
        return queen_lattice(self.kept)


class HexagonGrid(Grid):
    """Hexagons with a corner to the north; odd rows are shifted half a cell to the east."""

    @classmethod
    def _over(cls, extent: Extent, size: float) -> HexagonGrid:
        x_min, y_min, x_max, y_max = extent
        height, reach = size * _ROW_HEIGHT, size / np.sqrt(3.0)
        first_row = int(np.ceil((y_min - reach) / height))
        last_row = int(np.floor((y_max + reach) / height))
        first_column = int(np.floor(x_min / size - 0.5))
        last_column = int(np.ceil(x_max / size + 0.5))
        shape = (last_row - first_row + 1, last_column - first_column + 1)
        grid = cls(size, first_column, first_row, np.ones(shape, dtype=bool))
        row, column = np.indices(shape)
        x = grid._column_x(row, column)
        touches = (x - size / 2 <= x_max) & (x + size / 2 >= x_min)
        used = np.flatnonzero(touches.any(axis=0))
        return replace(grid, first_column=first_column + int(used[0]),
                       kept=touches[:, used[0] : used[-1] + 1])

    @property
    def cell_area(self) -> float:
        return float(self.size**2 * _ROW_HEIGHT)

    def _row_y(self, row: Ints) -> Floats:
        y: Floats = (self.first_row + row) * (self.size * _ROW_HEIGHT)
        return y

    def _column_x(self, row: Ints, column: Ints) -> Floats:
        return (self.first_column + column + 0.5 * ((self.first_row + row) % 2)) * self.size

    def _locate(self, x: Floats, y: Floats) -> Tuple[Ints, Ints]:
        # The cell is that of the nearest centre, which lies in the row below or above.
        u, v = x / self.size, y / (self.size * _ROW_HEIGHT)
        below = np.floor(v).astype(np.int64)
        best_row = best_column = np.zeros(x.shape, dtype=np.int64)
        best = np.full(x.shape, np.inf)
        for row in (below, below + 1):
            shift = 0.5 * (row % 2)
            column = np.floor(u - shift + 0.5).astype(np.int64)
            gap = (u - column - shift) ** 2 + ((v - row) * _ROW_HEIGHT) ** 2
            closer = gap < best
            best = np.where(closer, gap, best)
            best_row = np.where(closer, row, best_row)
            best_column = np.where(closer, column, best_column)
        return best_row - self.first_row, best_column - self.first_column

    def _corners(self) -> Floats:
        angle = np.radians(np.array([-90.0, -30.0, 30.0, 90.0, 150.0, 210.0, -90.0]))
        radius = self.size / np.sqrt(3.0)
        corners: Floats = radius * np.column_stack([np.cos(angle), np.sin(angle)])
        return corners

    def _runs(self, distance: float) -> List[Run]:
        reach = distance / self.size
        runs = []
        for offset in range(-int(reach / _ROW_HEIGHT), int(reach / _ROW_HEIGHT) + 1):
            side = np.sqrt(max(reach**2 - (offset * _ROW_HEIGHT) ** 2, 0.0))
            ends = []
            for parity in (0, 1):
                # How far the other row's centres are shifted against this row's.
                shift = 0.5 * ((parity + offset) % 2 - parity)
                ends += [int(np.ceil(-side - shift)), int(np.floor(side - shift))]
            runs.append((offset, ends[0], ends[1], ends[2], ends[3]))
        return runs

    def contiguity(self) -> LatticeNeighbours:
        return self.distance_band(self.size)


def _closed(ring: ArrayLike) -> Floats:
    points = np.asarray(ring, dtype=np.float64).reshape(-1, 2)
    if len(points) < 3 or not np.isfinite(points).all():
        raise AnalysisError("A ring of the window has fewer than three points or lacks "
                            "coordinates.")
    return points if (points[0] == points[-1]).all() else np.vstack([points, points[:1]])


_ROUND = np.array([1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 7.5, 10.0])
#: Finer cells fall between the houses, coarser ones hide the places a patrol can go to (ours).
SMALLEST_CELL, LARGEST_CELL, TYPICAL_CELLS = 50.0, 1000.0, 250_000


def suggest_cell_size(x: ArrayLike, y: ArrayLike, extent: Optional[Extent] = None) -> Suggestion:
    """A cell size (metres) for the events, with its reason.

    The quadrat rule: a cell's area is twice the area per event, side = sqrt(2 A / n)
    (Wong & Lee 2005; Griffith & Amrhein 1991). A is the area where the events are (the
    1 km squares, or smaller ones in a small extent, that hold any), not the whole
    municipality with its forests. Rounded, and kept between 50 and 1,000 m (ours).
    ``extent``: of the grid to come, so that it does not get too many cells.
    """
    points = np.column_stack([np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)])
    points = points[np.isfinite(points).all(axis=1)]
    if len(points) == 0:
        raise AnalysisError("There are no events with a place, so no cell size can be derived.")
    low, high = points.min(axis=0), points.max(axis=0)
    span = float((high - low).max())
    if span == 0.0:
        return Suggestion(100.0, N_("All events lie at one place: cells of 100 m."))
    square = min(1000.0, span / 10.0)
    corner = np.floor((points - low) / square).astype(np.int64)
    occupied = np.unique(corner[:, 0] * 4_000_000 + corner[:, 1]).size
    covered = occupied * square**2
    wanted = float(np.sqrt(2.0 * covered / len(points)))
    if extent is not None:
        low, high = np.array(extent[:2]), np.array(extent[2:])
    floor = float(np.sqrt(np.prod(np.maximum(high - low, 1.0)) / TYPICAL_CELLS))
    rounded = _rounded(min(max(wanted, SMALLEST_CELL), LARGEST_CELL))
    told = (("events", len(points)), ("area", round(covered / 1e6, 2)), ("side", round(wanted)))
    if floor > rounded:
        size = _rounded(floor, up=True)
        return Suggestion(
            size,
            N_("The events ask for cells of {side} m, but {cell:g} m keeps the grid below "
               "{most} cells."),
            told + (("cell", size), ("most", TYPICAL_CELLS)),
        )
    return Suggestion(
        rounded,
        N_("{events} events on {area} km² of ground that holds any: twice the area per event "
           "is a cell side of {side} m, rounded to {cell:g} m (quadrat rule)."),
        told + (("cell", rounded),),
    )


def _rounded(metres: float, up: bool = False) -> float:
    power = 10.0 ** np.floor(np.log10(metres))
    steps = _ROUND * power
    if up:
        return float(steps[np.searchsorted(steps, metres * (1 - 1e-12))])
    return float(steps[np.argmin(np.abs(np.log(steps / metres)))])
