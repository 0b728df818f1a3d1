"""Sums of a kernel over many points, at all cell centres of a grid: exact, and fast.

For the kernels (1 − d²/R²)^p, seen from a cell centre, the disc of radius R is tiled with
squares of cells, large in the middle and small towards the rim (a quadtree). Inside a square
that lies wholly in the disc the kernel is one polynomial of the point's offset, so the sum
over its points needs only their moments (how many, Σx, Σy, Σ(x²+y²) …), which are counted
once and merged into larger squares by exact formulae. Only points in the few cells that the
rim crosses are looked at one by one. Nothing is approximated: the result differs from the
direct sum by rounding alone, for squares are used only where 1 − d²/R² stays above 0.01.

The Gaussian is a product of one factor in x and one in y: a matrix product of both gives the
sum. It is cut at no less than 8 standard deviations. Other kernels, and few points, are
summed directly. All arrays here are in cell units: x to the east, y to the south, cell
(row, column) covers [column, column + 1) × [row, row + 1).
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import Dict, List, Optional, Tuple

import numpy as np
from numpy.typing import NDArray

from .grid import Floats, RasterGrid
from .kernels import Kernel
from .progress import Progress, part

# Doubles in a work array: small enough for the processor's cache, large enough for numpy.
_BUFFER = 1 << 19
_CHUNK = 4096
# A frame of source cells is cut into strips of at most this many cells, which bounds memory
# (nine moments of 8 bytes a cell, and about as much again while squares are merged).
_FRAME_CELLS = 1 << 20
# Side of the largest square; larger ones would need moments far outside the events' extent.
_LARGEST = 32
# Least 1 − d²/R² in a square that is summed by moments: keeps rounding below 1e-12.
_LEAST_INSIDE = 0.01

_Tile = Tuple[int, int]


def kernel_sums(
    grid: RasterGrid,
    x: Floats,
    y: Floats,
    weights: Optional[Floats],
    kernel: Kernel,
    bandwidth: float,
    progress: Optional[Progress] = None,
) -> Floats:
    """Σ weight · kernel density (per m²) at every cell centre, in the grid's shape.

    ``x``, ``y``: checked points in metres (n). ``weights``: n numbers >= 0, None for 1 each.
    ``bandwidth``: metres. ``progress``: may raise Cancelled. Deterministic.
    """
    report = part(progress, 0.0, 1.0)
    report(0.0)
    rho = bandwidth / grid.cell_size
    u = (x - grid.x_min) / grid.cell_size
    v = (grid.y_max - y) / grid.cell_size
    reach = rho * kernel.reach
    near = (u > -reach) & (u < grid.nx + reach) & (v > -reach) & (v < grid.ny + reach)
    if not near.all():
        u, v = u[near], v[near]
        weights = None if weights is None else weights[near]
    if u.size == 0:
        return np.zeros(grid.shape)
    if kernel.name == "gaussian":
        sums = _gaussian_sums(u, v, weights, np.full(u.size, rho), grid, report)
    else:
        wide = min(2.0 * reach + 1.0, grid.nx) * min(2.0 * reach + 1.0, grid.ny)
        by_point = u.size * (2e-5 + 5e-9 * wide)
        tiles, rim = ({}, []) if by_point < 0.05 else _tiling(rho, kernel, _offsets(u, v, grid))
        if by_point < 0.05 or by_point <= _stencil_seconds(u, v, tiles, rim):
            sums = _patch_sums(u, v, weights, np.full(u.size, rho), kernel, grid, report)
        else:
            sums = _stencil_sums(u, v, weights, rho, kernel, tiles, rim, grid, report)
    report(1.0)
    sums *= kernel.peak / (bandwidth * bandwidth)
    return sums


def adaptive_kernel_sums(
    grid: RasterGrid,
    x: Floats,
    y: Floats,
    weights: Optional[Floats],
    kernel: Kernel,
    bandwidths: Floats,
    progress: Optional[Progress] = None,
) -> Floats:
    """As :func:`kernel_sums`, with a bandwidth (m) of its own for each point."""
    report = part(progress, 0.0, 1.0)
    report(0.0)
    if x.size == 0:
        return np.zeros(grid.shape)
    h = bandwidths / grid.cell_size
    u = (x - grid.x_min) / grid.cell_size
    v = (grid.y_max - y) / grid.cell_size
    scale = kernel.peak / (bandwidths * bandwidths)
    scaled = scale if weights is None else scale * weights
    if kernel.name == "gaussian":
        sums = _gaussian_sums(u, v, scaled, h, grid, report)
    else:
        sums = _patch_sums(u, v, scaled, h, kernel, grid, report)
    report(1.0)
    return sums


# --- Gaussian -----------------------------------------------------------------------------


def _gaussian_sums(
    u: Floats,
    v: Floats,
    weights: Optional[Floats],
    sigma: Floats,
    grid: RasterGrid,
    report: Progress,
) -> Floats:
    sums = np.zeros(grid.shape)
    # Points of one block share their rows and columns of cells, so that far cells are left out.
    side = max(16.0, float(np.median(sigma)) * 8.0)
    blocks_wide = int(np.ceil((u.max() - u.min()) / side)) + 1
    block = np.floor((v - v.min()) / side) * blocks_wide + np.floor((u - u.min()) / side)
    order = np.argsort(block, kind="stable")
    edges = np.flatnonzero(np.diff(block[order])) + 1
    starts = np.concatenate(([0], edges, [u.size]))
    columns = np.arange(grid.nx) + 0.5
    rows = np.arange(grid.ny) + 0.5
    for first, last in zip(starts[:-1], starts[1:]):
        for start in range(int(first), int(last), _CHUNK):
            take = order[start : min(start + _CHUNK, int(last))]
            s = sigma[take]
            cut = 8.0 * float(s.max())
            c0, c1 = np.searchsorted(columns, (u[take].min() - cut, u[take].max() + cut))
            r0, r1 = np.searchsorted(rows, (v[take].min() - cut, v[take].max() + cut))
            if c0 == c1 or r0 == r1:
                continue
            along_x = np.exp(-0.5 * ((columns[c0:c1] - u[take, None]) / s[:, None]) ** 2)
            along_y = np.exp(-0.5 * ((rows[r0:r1] - v[take, None]) / s[:, None]) ** 2)
            if weights is not None:
                along_y *= weights[take, None]
            sums[r0:r1, c0:c1] += along_y.T @ along_x
            report(start / u.size)
    return sums


# --- one point after the other --------------------------------------------------------------


def _patch_sums(
    u: Floats,
    v: Floats,
    weights: Optional[Floats],
    bandwidths: Floats,
    kernel: Kernel,
    grid: RasterGrid,
    report: Progress,
) -> Floats:
    sums = np.zeros(grid.shape)
    columns = np.arange(grid.nx) + 0.5
    rows = np.arange(grid.ny) + 0.5
    reach = bandwidths * kernel.reach
    c0s, c1s = np.searchsorted(columns, u - reach), np.searchsorted(columns, u + reach)
    r0s, r1s = np.searchsorted(rows, v - reach), np.searchsorted(rows, v + reach)
    limit = kernel.reach * kernel.reach
    for i in range(u.size):
        if i % 256 == 0:
            report(i / u.size)
        c0, c1, r0, r1 = c0s[i], c1s[i], r0s[i], r1s[i]
        if c0 == c1 or r0 == r1:
            continue
        square = bandwidths[i] * bandwidths[i]
        rho = ((rows[r0:r1] - v[i]) ** 2)[:, None] + (columns[c0:c1] - u[i]) ** 2
        rho /= square
        shape = kernel.profile(np.minimum(rho, limit))
        shape[rho >= limit] = 0.0
        if weights is not None:
            shape *= weights[i]
        sums[r0:r1, c0:c1] += shape
    return sums


# --- tiles and rim --------------------------------------------------------------------------


def _offsets(u: Floats, v: Floats, grid: RasterGrid) -> Tuple[int, int, int, int]:
    """Least and greatest row, then column, by which a point's cell can differ from a target's."""
    return (
        int(np.floor(v.min())) - grid.ny + 1,
        int(np.floor(v.max())),
        int(np.floor(u.min())) - grid.nx + 1,
        int(np.floor(u.max())),
    )


def _tiling(
    rho: float, kernel: Kernel, offsets: Tuple[int, int, int, int]
) -> Tuple[Dict[int, List[_Tile]], List[_Tile]]:
    """Squares that tile the disc round the centre of cell (0, 0), and the cells of its rim.

    Only as far as ``offsets`` reach. Gives {side: [(row, column) of the square's upper left
    cell]} and [(row, column) of cells looked at point by point].
    """
    tiles: Dict[int, List[_Tile]] = {}
    rim: List[_Tile] = []
    inner = rho * rho * (1.0 - _LEAST_INSIDE) if kernel.power is not None else -1.0
    around = int(min(rho, 2.0**30)) + 1
    top, bottom = max(offsets[0], -around), min(offsets[1], around)
    left, right = max(offsets[2], -around), min(offsets[3], around)
    waiting = [
        (row, column, _LARGEST)
        for row in range(top // _LARGEST * _LARGEST, bottom + 1, _LARGEST)
        for column in range(left // _LARGEST * _LARGEST, right + 1, _LARGEST)
    ]
    while waiting:
        row, column, side = waiting.pop()
        if row > bottom or row + side <= top or column > right or column + side <= left:
            continue
        # From the centre of cell (0, 0) to the square's sides: nearest and farthest place.
        up, west = row - 0.5, column - 0.5
        nearest = max(up, -up - side, 0.0) ** 2 + max(west, -west - side, 0.0) ** 2
        farthest = max(-up, up + side) ** 2 + max(-west, west + side) ** 2
        if nearest >= rho * rho:
            continue
        if farthest <= inner:
            tiles.setdefault(side, []).append((row, column))
        elif side == 1:
            rim.append((row, column))
        else:
            half = side // 2
            for down in (0, half):
                for across in (0, half):
                    waiting.append((row + down, column + across, half))
    return tiles, rim


def _stencil_seconds(
    u: Floats, v: Floats, tiles: Dict[int, List[_Tile]], rim: List[_Tile]
) -> float:
    """About how long the tiled way takes, to choose between it and one point after another."""
    cells = (np.ptp(u) + 1.0) * (np.ptp(v) + 1.0)
    squares = sum(len(places) for places in tiles.values()) + 9 * len(tiles)
    return float(
        2e-3
        + len(rim) * (u.size * 4e-9 + cells * 3e-9)
        + squares * (cells * 4e-9 + 5e-6)
    )


def _stencil_sums(
    u: Floats,
    v: Floats,
    weights: Optional[Floats],
    rho: float,
    kernel: Kernel,
    tiles: Dict[int, List[_Tile]],
    rim: List[_Tile],
    grid: RasterGrid,
    report: Progress,
) -> Floats:
    from scipy import sparse

    column = np.floor(u).astype(np.int64)
    row = np.floor(v).astype(np.int64)
    left, top = int(column.min()), int(row.min())
    width, height = int(column.max()) - left + 1, int(row.max()) - top + 1
    # A sparse matrix "cells × points" sorts the points by cell in one pass and later adds them
    # up per cell; its entries are the weights.
    entries = np.ones(u.size) if weights is None else weights
    cell = (row - top) * width + (column - left)
    by_cell = sparse.csr_matrix(
        (entries, (cell, np.arange(u.size))), shape=(width * height, u.size)
    )
    order = by_cell.indices
    offset_x = (u - column - 0.5)[order]
    offset_y = (v - row - 0.5)[order]

    sums = np.zeros(grid.shape)
    strip_rows = max(1, _FRAME_CELLS // width)
    strips = range(0, height, strip_rows)
    for number, first in enumerate(strips):
        last = min(first + strip_rows, height)
        share = part(report, number / len(strips), (number + 1) / len(strips))
        moments = _add_rim(
            sums, by_cell.indptr, by_cell.data, offset_x, offset_y,
            (top, left), (first, last), width, rho, kernel, rim, share,
        )
        _add_tiles(sums, moments, (top + first, left), rho, kernel, tiles, part(share, 0.8, 1.0))
    if kernel.power:
        sums /= (rho * rho) ** kernel.power
    return sums


def _add_rim(
    sums: Floats,
    indptr: NDArray[np.int32],
    entries: Floats,
    offset_x: Floats,
    offset_y: Floats,
    origin: Tuple[int, int],
    strip: Tuple[int, int],
    width: int,
    rho: float,
    kernel: Kernel,
    rim: List[_Tile],
    report: Progress,
) -> Floats:
    """Add what the rim's cells give, point by point, and return the moments of all cells.

    Gives the moments of the strip's cells with shape (moments, rows, width).
    """
    from scipy import sparse

    top, left = origin
    places = np.asarray(rim, dtype=np.float64).reshape(-1, 2)
    count = _MOMENTS.get(kernel.power, 0)
    # The target's centre seen from the source cell's centre.
    x0, y0 = -places[:, 1], -places[:, 0]
    # rho² − d² = (rho² − x0² − y0²) + 2 x0 x + 2 y0 y − (x² + y²): a product with the basis.
    weights = np.vstack(
        (rho * rho - x0 * x0 - y0 * y0, 2.0 * x0, 2.0 * y0, -np.ones_like(x0))
    )
    columns = len(rim) + count
    rows_each = max(1, _BUFFER // (width * max(columns, 1)))
    bands = [
        (start, min(start + rows_each, strip[1])) for start in range(strip[0], strip[1], rows_each)
    ]
    moments = np.zeros((count, strip[1] - strip[0], width))

    def band_sums(band: Tuple[int, int]) -> Floats:
        first_cell, last_cell = band[0] * width, band[1] * width
        totals = np.zeros((last_cell - first_cell, columns))
        begin, end = int(indptr[first_cell]), int(indptr[last_cell])
        for p0 in range(begin, end, _CHUNK):
            p1 = min(p0 + _CHUNK, end)
            x, y = offset_x[p0:p1], offset_y[p0:p1]
            values = np.empty((p1 - p0, columns))
            basis = _basis(x, y, max(count, 4))
            if kernel.power is None:
                # Not a polynomial: the distance itself, without the cancellation above.
                square = (x[:, None] - x0) ** 2 + (y[:, None] - y0) ** 2
                square /= rho * rho
                inside = square < 1.0
                values[:, : len(rim)] = kernel.profile(np.minimum(square, 1.0)) * inside
            else:
                lead = values[:, : len(rim)]
                np.matmul(basis[:, :4], weights, out=lead)
                if kernel.power == 0:
                    np.greater(lead, 0.0, out=lead, casting="unsafe")
                else:
                    np.maximum(lead, 0.0, out=lead)
                    if kernel.power == 2:
                        np.multiply(lead, lead, out=lead)
            values[:, len(rim) :] = basis[:, :count]
            a = int(np.searchsorted(indptr, p0, side="right")) - 1
            b = int(np.searchsorted(indptr, p1, side="left"))
            pointer = np.clip(indptr[a : b + 1], p0, p1) - p0
            chunk = sparse.csr_matrix(
                (entries[p0:p1], np.arange(p1 - p0), pointer), shape=(b - a, p1 - p0)
            )
            totals[a - first_cell : b - first_cell] += chunk @ values
        return np.ascontiguousarray(totals.T).reshape(columns, band[1] - band[0], width)

    # Threads compute, one hand adds, in a fixed order: the result does not depend on timing.
    workers = min(2, os.cpu_count() or 1)
    with ThreadPoolExecutor(workers) as pool:
        for start in range(0, len(bands), 2 * workers):
            some = bands[start : start + 2 * workers]
            for (first, last), totals in zip(some, pool.map(band_sums, some)):
                for k, (row, column) in enumerate(rim):
                    _add_shifted(sums, totals[k], top + first - row, left - column)
                moments[:, first - strip[0] : last - strip[0]] = totals[len(rim) :]
            report(0.8 * start / len(bands))
    return moments


def _add_tiles(
    sums: Floats,
    moments: Floats,
    origin: Tuple[int, int],
    rho: float,
    kernel: Kernel,
    tiles: Dict[int, List[_Tile]],
    report: Progress,
) -> None:
    """Add what the squares inside the disc give, from the moments of the cells."""
    top, left = origin
    side = 1
    largest = max(tiles, default=0)
    while side <= largest:
        places = tiles.get(side, [])
        flat = moments.reshape(moments.shape[0], -1)
        batch = max(1, 4 * _BUFFER // flat.shape[1])
        for start in range(0, len(places), batch):
            some = np.asarray(places[start : start + batch], dtype=np.float64)
            # The target's centre seen from the square's centre.
            factors = _factors(
                0.5 - some[:, 1] - side / 2.0, 0.5 - some[:, 0] - side / 2.0, rho, kernel
            )
            totals = (factors @ flat).reshape((len(some),) + moments.shape[1:])
            for total, (row, column) in zip(totals, places[start : start + batch]):
                _add_shifted(sums, total, top - row, left - column)
            report(side / (2.0 * largest))
        if side < largest:
            moments = _merged(moments, side)
            top, left = top - side, left - side
        side *= 2


def _add_shifted(sums: Floats, values: Floats, row: int, column: int) -> None:
    """Add an array whose first element belongs at (row, column), as far as it meets the grid."""
    r0, c0 = max(row, 0), max(column, 0)
    r1 = min(row + values.shape[0], sums.shape[0])
    c1 = min(column + values.shape[1], sums.shape[1])
    if r0 < r1 and c0 < c1:
        sums[r0:r1, c0:c1] += values[r0 - row : r1 - row, c0 - column : c1 - column]


# --- moments --------------------------------------------------------------------------------
# The basis is 1, x, y, s, x², xy, xs, ys, s² with s = x² + y². Its first 1, 4 and 9 functions
# carry (1 − d²/R²)^p for p = 0, 1 and 2, and stay among themselves when the origin moves.

_MOMENTS: Dict[Optional[int], int] = {0: 1, 1: 4, 2: 9}


def _basis(x: Floats, y: Floats, count: int) -> Floats:
    values = np.empty((x.size, count))
    values[:, 0] = 1.0
    values[:, 1] = x
    values[:, 2] = y
    s = x * x
    if count > 4:
        values[:, 4] = s
        values[:, 5] = x * y
    s += y * y
    values[:, 3] = s
    if count > 4:
        values[:, 6] = x * s
        values[:, 7] = y * s
        values[:, 8] = s * s
    return values


def _factors(x0: Floats, y0: Floats, rho: float, kernel: Kernel) -> Floats:
    """(rho² − d²)^p as factors of the basis, for targets at (x0, y0) from the square's centre."""
    one = np.ones_like(x0)
    if kernel.power == 0:
        return one[:, None]
    rest = rho * rho - x0 * x0 - y0 * y0
    if kernel.power == 1:
        return np.column_stack((rest, 2.0 * x0, 2.0 * y0, -one))
    return np.column_stack(
        (
            rest * rest,
            4.0 * rest * x0,
            4.0 * rest * y0,
            4.0 * y0 * y0 - 2.0 * rest,
            4.0 * (x0 * x0 - y0 * y0),
            8.0 * x0 * y0,
            -4.0 * x0,
            -4.0 * y0,
            one,
        )
    )


def _moved_x(t: float, count: int) -> Floats:
    """The basis at (x + t, y) as combinations of the basis at (x, y)."""
    t2, t3, t4 = t * t, t * t * t, t * t * t * t
    matrix = np.array(
        [
            #  1   x        y   s       x²      xy     xs     ys  s²
            [1, 0, 0, 0, 0, 0, 0, 0, 0],
            [t, 1, 0, 0, 0, 0, 0, 0, 0],
            [0, 0, 1, 0, 0, 0, 0, 0, 0],
            [t2, 2 * t, 0, 1, 0, 0, 0, 0, 0],
            [t2, 2 * t, 0, 0, 1, 0, 0, 0, 0],
            [0, 0, t, 0, 0, 1, 0, 0, 0],
            [t3, 3 * t2, 0, t, 2 * t, 0, 1, 0, 0],
            [0, 0, t2, 0, 0, 2 * t, 0, 1, 0],
            [t4, 4 * t3, 0, 2 * t2, 4 * t2, 0, 4 * t, 0, 1],
        ],
        dtype=np.float64,
    )
    return matrix[:count, :count]


def _moved_y(t: float, count: int) -> Floats:
    """The basis at (x, y + t) as combinations of the basis at (x, y)."""
    t2, t3, t4 = t * t, t * t * t, t * t * t * t
    matrix = np.array(
        [
            #  1   x  y        s       x²       xy     xs  ys     s²
            [1, 0, 0, 0, 0, 0, 0, 0, 0],
            [0, 1, 0, 0, 0, 0, 0, 0, 0],
            [t, 0, 1, 0, 0, 0, 0, 0, 0],
            [t2, 0, 2 * t, 1, 0, 0, 0, 0, 0],
            [0, 0, 0, 0, 1, 0, 0, 0, 0],
            [0, t, 0, 0, 0, 1, 0, 0, 0],
            [0, t2, 0, 0, 0, 2 * t, 1, 0, 0],
            [t3, 0, 3 * t2, 3 * t, -2 * t, 0, 0, 1, 0],
            [t4, 0, 4 * t3, 6 * t2, -4 * t2, 0, 0, 4 * t, 1],
        ],
        dtype=np.float64,
    )
    return matrix[:count, :count]


def _merged(moments: Floats, side: int) -> Floats:
    """Moments of all squares of twice the side, at every position, from those of one side.

    Square (i, j) of the result begins ``side`` cells above and left of square (i, j) given.
    """
    count, rows, width = moments.shape
    half = side / 2.0
    wide = np.zeros((count, rows, width + side))
    flat = moments.reshape(count, -1)
    wide[:, :, side:] += (_moved_x(-half, count) @ flat).reshape(moments.shape)
    wide[:, :, :width] += (_moved_x(half, count) @ flat).reshape(moments.shape)
    tall = np.zeros((count, rows + side, width + side))
    flat = wide.reshape(count, -1)
    tall[:, side:] += (_moved_y(-half, count) @ flat).reshape(wide.shape)
    tall[:, :rows] += (_moved_y(half, count) @ flat).reshape(wide.shape)
    return tall
