"""Kernel density of events: where they lie dense, as a surface (Silverman 1986).

The interface others build on::

    density_on_grid(x, y, grid, bandwidth, kernel="quartic", weights=None,
                    edge="none", window=None, progress=None) -> array of the grid's shape
    density_at_points(x, y, at_x, at_y, bandwidth, ... same ...) -> array as at_x

Both are exact at the cell centres or places asked for: no snapping of events to pixels, no
Fourier transform. Results are in events (or sums of weights) per km². The bandwidth is the
radius R in metres, for the Gaussian its standard deviation; ``bandwidth.py`` suggests one.
"""

from __future__ import annotations

from typing import Optional, Tuple

import numpy as np
from numpy.typing import ArrayLike

from .errors import AnalysisError
from .grid import Floats, RasterGrid
from .kernel_sums import kernel_sums
from .kernels import Kernel, kernel_named
from .points import checked_bandwidth, checked_points, checked_weights
from .progress import Progress, part
from .window import Window

PER_KM2 = 1_000_000.0
EDGES = ("none", "uniform", "diggle")
_PAIRS = 2_000_000


def density_on_grid(
    x: ArrayLike,
    y: ArrayLike,
    grid: RasterGrid,
    bandwidth: float,
    *,
    kernel: str = "quartic",
    weights: Optional[ArrayLike] = None,
    edge: str = "none",
    window: Optional[Window] = None,
    progress: Optional[Progress] = None,
) -> Floats:
    """Density at every cell centre, events per km², shape ``(ny, nx)``, row 0 northernmost.

    ``x``, ``y``: events in metres (n; 0 events give a surface of zeros).
    ``bandwidth``: metres; the radius R, or the Gaussian's standard deviation.
    ``kernel``: quartic, epanechnikov, uniform, triangular, gaussian. An event counts where
    d < R.
    ``weights``: n numbers >= 0, for instance harm; the result is then weight per km².
    ``window``: the observed area. Events outside it are left out, cells whose centre lies
    outside it are NaN.
    ``edge``: what is done about the window's border: ``none``; ``uniform`` divides the
    density at a place by the share of the kernel there that lies inside (Jones 1993);
    ``diggle`` divides each event's weight by the share of its own kernel that lies inside
    (Diggle 1985), which keeps the total.
    ``progress``: share 0 to 1; may raise Cancelled.

    Raises AnalysisError for places or weights without a value, negative weights, a bandwidth
    that is not above 0, or an edge correction without a window.
    """
    shape, h, events, ws = _prepared(x, y, bandwidth, kernel, weights, edge, window)
    xs, ys = events
    if edge == "diggle" and window is not None:
        ws = _diggle_weights(xs, ys, ws, shape, h, window, part(progress, 0.0, 0.3))
    surface = kernel_sums(grid, xs, ys, ws, shape, h, part(progress, 0.3, 0.8)) * PER_KM2
    if window is not None:
        _within(window, surface, *grid.centres(), edge, shape, h, part(progress, 0.8, 1.0))
    part(progress, 0.0, 1.0)(1.0)
    return surface


def density_at_points(
    x: ArrayLike,
    y: ArrayLike,
    at_x: ArrayLike,
    at_y: ArrayLike,
    bandwidth: float,
    *,
    kernel: str = "quartic",
    weights: Optional[ArrayLike] = None,
    edge: str = "none",
    window: Optional[Window] = None,
    progress: Optional[Progress] = None,
) -> Floats:
    """Density at any places, events per km² (m); parameters as in :func:`density_on_grid`.

    ``at_x``, ``at_y``: places asked for, metres (m). An event at a place counts there too.
    """
    shape, h, events, ws = _prepared(x, y, bandwidth, kernel, weights, edge, window)
    xs, ys = events
    places_x, places_y = checked_points(at_x, at_y)
    if edge == "diggle" and window is not None:
        ws = _diggle_weights(xs, ys, ws, shape, h, window, part(progress, 0.0, 0.3))
    values = point_sums(
        xs, ys, ws, places_x, places_y, shape, np.full(xs.size, h), part(progress, 0.3, 0.8)
    )
    values *= PER_KM2
    if window is not None:
        _within(window, values, places_x, places_y, edge, shape, h, part(progress, 0.8, 1.0))
    part(progress, 0.0, 1.0)(1.0)
    return values


def point_sums(
    x: Floats,
    y: Floats,
    weights: Optional[Floats],
    at_x: Floats,
    at_y: Floats,
    kernel: Kernel,
    bandwidths: Floats,
    progress: Optional[Progress] = None,
) -> Floats:
    """Σ weight · kernel density (per m²) at places; each event with its own bandwidth (m)."""
    from scipy.spatial import cKDTree

    report = part(progress, 0.0, 1.0)
    report(0.0)
    sums = np.zeros(at_x.size)
    if x.size == 0 or at_x.size == 0:
        return sums
    reach = float(bandwidths.max()) * kernel.reach
    events = cKDTree(np.column_stack((x, y)))
    places = np.column_stack((at_x, at_y))
    many = events.query_ball_point(places, reach, return_length=True)
    upto = np.cumsum(many)
    first = 0
    while first < at_x.size:
        base = upto[first - 1] if first else 0
        last = max(int(np.searchsorted(upto, base + _PAIRS)), first + 1)
        pairs = cKDTree(places[first:last]).sparse_distance_matrix(
            events, reach, output_type="ndarray"
        )
        i, j, distance = pairs["i"], pairs["j"], pairs["v"]
        values = kernel.value(distance * distance, bandwidths[j])
        if weights is not None:
            values *= weights[j]
        sums[first:last] += np.bincount(i, values, minlength=last - first)
        first = last
        report(first / at_x.size)
    return sums


def _prepared(
    x: ArrayLike,
    y: ArrayLike,
    bandwidth: float,
    kernel: str,
    weights: Optional[ArrayLike],
    edge: str,
    window: Optional[Window],
) -> Tuple[Kernel, float, Tuple[Floats, Floats], Optional[Floats]]:
    shape = kernel_named(kernel)
    h = checked_bandwidth(bandwidth)
    xs, ys = checked_points(x, y)
    ws = checked_weights(weights, xs.size)
    if edge not in EDGES:
        raise AnalysisError(
            "There is no edge correction named {edge}; choose one of {known}.",
            edge=edge,
            known=", ".join(EDGES),
        )
    if window is None:
        if edge != "none":
            raise AnalysisError(
                "The edge correction {edge} needs the observed area as a polygon.", edge=edge
            )
        return shape, h, (xs, ys), ws
    seen = window.contains(xs, ys)
    return shape, h, (xs[seen], ys[seen]), None if ws is None else ws[seen]


def _within(
    window: Window,
    density: Floats,
    x: Floats,
    y: Floats,
    edge: str,
    kernel: Kernel,
    h: float,
    progress: Progress,
) -> None:
    """No density outside the window; inside, the uniform edge correction where it is asked for."""
    inside = window.contains(x.ravel(), y.ravel()).reshape(x.shape)
    density[~inside] = np.nan
    if edge == "uniform":
        density[inside] /= window.kernel_mass(x[inside], y[inside], kernel, h, progress)


def _diggle_weights(
    x: Floats,
    y: Floats,
    weights: Optional[Floats],
    kernel: Kernel,
    h: float,
    window: Window,
    progress: Progress,
) -> Floats:
    mass = window.kernel_mass(x, y, kernel, h, progress)
    return 1.0 / mass if weights is None else np.asarray(weights / mass)
