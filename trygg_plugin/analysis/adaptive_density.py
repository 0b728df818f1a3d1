"""Kernel density with a bandwidth for each event: narrow where events are many (Abramson 1982).

The bandwidth of event i is h0 · f(xᵢ)^(−1/2) / γ, with f a fixed-bandwidth pilot density and γ
the geometric mean of f^(−1/2), so that h0 keeps the meaning of a typical bandwidth (Silverman
1986, section 5.3; Davies & Hazelton 2010).
"""

from __future__ import annotations

import math
from typing import Optional

import numpy as np
from numpy.typing import ArrayLike

from .errors import AnalysisError
from .grid import Floats, RasterGrid
from .kernel_density import PER_KM2, point_sums
from .kernel_sums import adaptive_kernel_sums, kernel_sums
from .kernels import Kernel, kernel_named
from .points import checked_bandwidth, checked_points, checked_weights
from .progress import Progress, part
from .window import Window

# Above this many events a Gaussian pilot is read from a fine grid instead of summed per pair.
_MOST_BY_PAIRS = 5_000


def abramson_bandwidths(
    x: ArrayLike,
    y: ArrayLike,
    bandwidth: float,
    *,
    pilot_bandwidth: Optional[float] = None,
    kernel: str = "gaussian",
    weights: Optional[ArrayLike] = None,
    window: Optional[Window] = None,
    trim: float = 5.0,
    progress: Optional[Progress] = None,
) -> Floats:
    """Abramson's bandwidth (m) of each event (n).

    ``bandwidth``: h0 in metres, the geometric mean of the result before trimming.
    ``pilot_bandwidth``: of the pilot density, metres; by default h0.
    ``weights``: n numbers >= 0; they count in the pilot density and in the mean.
    ``window``: divide the pilot by the share of the kernel inside it; events must lie inside.
    ``trim``: no bandwidth exceeds this many times the median one.

    The pilot is exact up to 5,000 events; beyond, a Gaussian pilot is read from a grid of an
    eighth of its bandwidth by cubic splines (relative error about 1e-5).
    """
    xs, ys = checked_points(x, y)
    ws = checked_weights(weights, xs.size)
    shape = kernel_named(kernel)
    h0 = checked_bandwidth(bandwidth)
    pilot = h0 if pilot_bandwidth is None else checked_bandwidth(pilot_bandwidth)
    if not trim >= 1.0:
        raise AnalysisError(
            "Bandwidths are trimmed at a multiple of their median of 1 or more, not at {trim}.",
            trim=trim,
        )
    if xs.size == 0:
        return np.zeros(0)
    density = _pilot_density(xs, ys, ws, shape, pilot, progress)
    if window is not None:
        inside = window.contains(xs, ys)
        if not inside.all():
            raise AnalysisError(
                "{outside} of {n} events lie outside the observed area; leave them out first.",
                outside=int(np.count_nonzero(~inside)),
                n=xs.size,
            )
        density = density / window.kernel_mass(xs, ys, shape, pilot)
    if ws is not None and not np.any(ws > 0.0):
        return np.full(xs.size, h0)
    # An event of weight 0 with no others near has no density: it gets the widest bandwidth.
    counted = density > 0.0
    roots = np.full(xs.size, np.inf)
    roots[counted] = density[counted] ** -0.5
    share = np.ones(xs.size) if ws is None else ws
    mean_log = np.average(np.log(roots[counted]), weights=share[counted])
    result = h0 * roots / math.exp(float(mean_log))
    limit = trim * float(np.median(result[counted]))
    return np.asarray(np.minimum(result, limit))


def adaptive_density_on_grid(
    x: ArrayLike,
    y: ArrayLike,
    grid: RasterGrid,
    bandwidth: float,
    *,
    pilot_bandwidth: Optional[float] = None,
    kernel: str = "gaussian",
    weights: Optional[ArrayLike] = None,
    edge: str = "none",
    window: Optional[Window] = None,
    trim: float = 5.0,
    progress: Optional[Progress] = None,
) -> Floats:
    """Adaptive density at every cell centre, events per km², shape ``(ny, nx)``.

    ``edge``: ``none``, or ``diggle``: each event's weight is divided by the share of its own
    kernel that lies inside the window. Other parameters as in :func:`abramson_bandwidths` and
    :func:`~.kernel_density.density_on_grid`.
    """
    if edge not in ("none", "diggle"):
        raise AnalysisError(
            "An adaptive density knows the edge corrections none and diggle, not {edge}.",
            edge=edge,
        )
    if edge == "diggle" and window is None:
        raise AnalysisError(
            "The edge correction {edge} needs the observed area as a polygon.", edge=edge
        )
    shape = kernel_named(kernel)
    xs, ys = checked_points(x, y)
    ws = checked_weights(weights, xs.size)
    if window is not None:
        seen = window.contains(xs, ys)
        xs, ys, ws = xs[seen], ys[seen], None if ws is None else ws[seen]
    corrected = window if edge == "diggle" else None
    h = abramson_bandwidths(
        xs, ys, bandwidth, pilot_bandwidth=pilot_bandwidth, kernel=kernel, weights=ws,
        window=corrected, trim=trim, progress=part(progress, 0.0, 0.4),
    )
    if corrected is not None and xs.size:
        mass = corrected.kernel_mass(xs, ys, shape, h)
        ws = 1.0 / mass if ws is None else ws / mass
    surface = adaptive_kernel_sums(grid, xs, ys, ws, shape, h, part(progress, 0.4, 1.0)) * PER_KM2
    if window is not None:
        centre_x, centre_y = grid.centres()
        inside = window.contains(centre_x.ravel(), centre_y.ravel()).reshape(grid.shape)
        surface[~inside] = np.nan
    return surface


def _pilot_density(
    x: Floats,
    y: Floats,
    weights: Optional[Floats],
    kernel: Kernel,
    bandwidth: float,
    progress: Optional[Progress],
) -> Floats:
    if kernel.name != "gaussian" or x.size <= _MOST_BY_PAIRS:
        return point_sums(x, y, weights, x, y, kernel, np.full(x.size, bandwidth), progress)
    from scipy.ndimage import map_coordinates

    cell = bandwidth / 8.0
    margin = 6.0 * cell
    grid = RasterGrid.covering(
        float(x.min()) - margin,
        float(y.min()) - margin,
        float(x.max()) + margin,
        float(y.max()) + margin,
        cell,
    )
    surface = kernel_sums(grid, x, y, weights, kernel, bandwidth, progress)
    row = (grid.y_max - y) / grid.cell_size - 0.5
    column = (x - grid.x_min) / grid.cell_size - 0.5
    return np.asarray(map_coordinates(surface, (row, column), order=3, mode="nearest"))
