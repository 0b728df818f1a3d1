"""Regular square grids: where the cells of a raster lie, and in which order arrays hold them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

# A grid beyond this many cells is a typing error in the cell size more often than a wish.
MOST_CELLS = 100_000_000


@dataclass(frozen=True)
class RasterGrid:
    """Square cells of a raster, north up, as GDAL and QGIS store them.

    An array on the grid has the shape ``(ny, nx)``; **row 0 is the northernmost** and
    column 0 the westernmost, so it can be written to a raster file as it is.

    ``x_min``, ``y_max``: upper left corner (not centre) of the upper left cell, metres.
    ``cell_size``: side of a cell, metres. ``nx``, ``ny``: number of columns and rows.
    """

    x_min: float
    y_max: float
    cell_size: float
    nx: int
    ny: int

    def __post_init__(self) -> None:
        if not (math.isfinite(self.cell_size) and self.cell_size > 0.0):
            raise AnalysisError(
                "The cell size must be a number above 0 metres, but is {size}.",
                size=self.cell_size,
            )
        if not (math.isfinite(self.x_min) and math.isfinite(self.y_max)):
            raise AnalysisError("The corner of the grid has no finite coordinates.")
        if self.nx < 1 or self.ny < 1:
            raise AnalysisError("The grid has no cells; choose a larger extent.")
        if self.nx * self.ny > MOST_CELLS:
            raise AnalysisError(
                "The grid would have {cells} cells, and at most {most} are allowed; "
                "choose larger cells or a smaller extent.",
                cells=self.nx * self.ny,
                most=MOST_CELLS,
            )

    @classmethod
    def covering(
        cls, x_min: float, y_min: float, x_max: float, y_max: float, cell_size: float
    ) -> RasterGrid:
        """The smallest grid with corners on multiples of the cell size that holds a rectangle.

        Corners on multiples make grids of different extents fit each other cell by cell.
        """
        if not (math.isfinite(cell_size) and cell_size > 0.0):
            raise AnalysisError(
                "The cell size must be a number above 0 metres, but is {size}.", size=cell_size
            )
        if not all(math.isfinite(side) for side in (x_min, y_min, x_max, y_max)):
            raise AnalysisError("The extent of the grid has no finite coordinates.")
        if x_max < x_min or y_max < y_min:
            raise AnalysisError("The extent of the grid ends before it begins.")
        left = math.floor(x_min / cell_size)
        bottom = math.floor(y_min / cell_size)
        right = max(math.ceil(x_max / cell_size), left + 1)
        top = max(math.ceil(y_max / cell_size), bottom + 1)
        return cls(left * cell_size, top * cell_size, cell_size, right - left, top - bottom)

    @property
    def shape(self) -> Tuple[int, int]:
        """Shape of arrays on the grid: (rows, columns)."""
        return (self.ny, self.nx)

    @property
    def x_max(self) -> float:
        return self.x_min + self.nx * self.cell_size

    @property
    def y_min(self) -> float:
        return self.y_max - self.ny * self.cell_size

    @property
    def cell_area_km2(self) -> float:
        return (self.cell_size / 1000.0) ** 2

    @property
    def column_x(self) -> Floats:
        """x of the cell centres by column, west to east (nx)."""
        return self.x_min + (np.arange(self.nx) + 0.5) * self.cell_size

    @property
    def row_y(self) -> Floats:
        """y of the cell centres by row, north to south (ny)."""
        return self.y_max - (np.arange(self.ny) + 0.5) * self.cell_size

    def centres(self) -> Tuple[Floats, Floats]:
        """x and y of all cell centres, each with the grid's shape."""
        x, y = np.meshgrid(self.column_x, self.row_y)
        return x, y

    def cell_of(self, x: ArrayLike, y: ArrayLike) -> Integers:
        """Flat index (row · nx + column) of the cell that holds each place; −1 outside.

        A place on a border belongs to the cell to its east or south.
        """
        u = np.floor((np.asarray(x, dtype=np.float64) - self.x_min) / self.cell_size)
        v = np.floor((self.y_max - np.asarray(y, dtype=np.float64)) / self.cell_size)
        with np.errstate(invalid="ignore"):
            inside = (u >= 0) & (u < self.nx) & (v >= 0) & (v < self.ny)
        cell = np.full(inside.shape, -1, dtype=np.int64)
        cell[inside] = v[inside].astype(np.int64) * self.nx + u[inside].astype(np.int64)
        return cell
