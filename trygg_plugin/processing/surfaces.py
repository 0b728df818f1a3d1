"""What the density methods share: boundary, bandwidth, cell size, raster, and their reasons."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Optional, Tuple

import numpy as np

from ..analysis.errors import AnalysisError
from ..analysis.suggestion import Suggestion
from ..i18n import fill, tr
from . import areas, incidents
from .base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ..analysis.grid import RasterGrid
    from ..analysis.window import Window

BANDWIDTH = "BANDWIDTH"
BANDWIDTH_METHOD = "BANDWIDTH_METHOD"
CELL_SIZE = "CELL_SIZE"
BOUNDARY = "BOUNDARY"
METHODS = ("neighbours", "scott", "likelihood", "diggle")
MOST_DEFAULT_CELLS = 1_000_000
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
#: The Gaussian has no end; beyond four standard deviations there is nothing to see.
GAUSSIAN_REACH = 4.0


@dataclass
class Surface:
    """Where a density is worked out: events inside the boundary, bandwidth (m) and raster."""

    events: incidents.Incidents
    window: Optional[Window]
    bandwidth: float
    grid: RasterGrid


def add_parameters(algorithm: TryggAlgorithm) -> None:
    """Bandwidth, cell size and boundary, with the choice of how a bandwidth is derived."""
    algorithm.add_number(
        BANDWIDTH, tr("Bandwidth (m)"), optional=True, minimum=0.001,
        help_text=tr("Radius within which incidents count. Empty: derived from the data, with "
                     "the reason in the log."),
    )
    algorithm.add_number(CELL_SIZE, tr("Cell size (m)"), optional=True, minimum=0.001)
    algorithm.add_vector(
        BOUNDARY, tr("Boundary"), optional=True,
        help_text=tr("The area that was observed, for example the municipality. Incidents outside "
                     "are left out."),
    )
    algorithm.add_choice(BANDWIDTH_METHOD, tr("How an empty bandwidth is derived"), (
        tr("Mean distance to the 15th nearest incident"),
        tr("Scott's rule"),
        tr("Likelihood cross-validation"),
        tr("Diggle's mean square error"),
    ), advanced=True)
    algorithm.add_number_output("BANDWIDTH_USED", tr("Bandwidth used (m)"))
    algorithm.add_number_output("CELL_SIZE_USED", tr("Cell size used (m)"))


def read(run: Run, events: incidents.Incidents, kernel: str) -> Surface:
    """Boundary, bandwidth and raster for the events, with everything derived told."""
    from ..analysis.grid import RasterGrid

    window = None
    if run.given(BOUNDARY):
        window = areas.read(run, BOUNDARY, events.crs).window()
        inside = window.contains(events.x, events.y)
        if not inside.all():
            run.log(tr("{count} incidents lie outside the boundary and are left out.").format(
                count=int((~inside).sum())))
            events = events.take(inside)
    radius = run.suggested(BANDWIDTH, lambda: suggest_bandwidth(
        events.x, events.y, run.choice(BANDWIDTH_METHOD, METHODS), kernel, window,
        run.step(0.15, 0.3),
    ))
    reach = radius * (GAUSSIAN_REACH if kernel == "gaussian" else 1.0)
    extent = _extent(events, window, reach)
    _tell_if_too_wide(run, radius, extent, reach, window)
    cell = run.suggested(CELL_SIZE, lambda: suggest_cell(radius, extent))
    return Surface(events, window, radius, RasterGrid.covering(*extent, cell))


def _tell_if_too_wide(
    run: Run, radius: float, extent: Tuple[float, float, float, float], reach: float,
    window: Optional[Window],
) -> None:
    margin = 0.0 if window is not None else reach
    width = max(extent[2] - extent[0], extent[3] - extent[1]) - 2.0 * margin
    if radius > width:
        run.warn(tr("The bandwidth of {bandwidth:.0f} m is larger than the area with incidents "
                    "({width:.0f} m): the surface shows little but the kernel itself.").format(
            bandwidth=radius, width=max(width, 0.0)))


def _extent(
    events: incidents.Incidents, window: Optional[Window], reach: float
) -> Tuple[float, float, float, float]:
    if window is not None:
        return window.bounds
    if len(events) == 0:
        return 0.0, 0.0, 1.0, 1.0
    x_min, y_min, x_max, y_max = events.extent
    return x_min - reach, y_min - reach, x_max + reach, y_max + reach


def suggest_bandwidth(
    x: np.ndarray, y: np.ndarray, method: str, kernel: str, window: Optional[Window],
    progress: Any,
) -> Suggestion:
    """A radius (metres) for the kernel by the method, with its reason."""
    from ..analysis import bandwidth as bandwidths

    if len(x) < 2 or (np.ptp(x) == 0.0 and np.ptp(y) == 0.0):
        return Suggestion(
            300.0, N_("all incidents lie at one place, so the spread says nothing: 300 m."), ()
        )
    if method == "scott":
        found = bandwidths.scott(x, y)
    elif method == "likelihood":
        found = bandwidths.likelihood_cross_validation(x, y, window=window, progress=progress)
    elif method == "diggle":
        found = bandwidths.diggle_mse(x, y, window=window)
    else:
        try:
            found = bandwidths.mean_neighbour_distance(x, y, min(15, len(x) - 1))
        except AnalysisError:  # most incidents share their places
            found = bandwidths.scott(x, y)
    radius = float(found.radius(kernel))
    rounded = round_to_nice(radius)
    return Suggestion(
        rounded,
        N_("{reason} {radius:.1f} m, rounded to {rounded:g} m."),
        (("reason", fill(tr(found.template), **found.values)), ("radius", radius),
         ("rounded", rounded)),
    )


def suggest_cell(radius: float, extent: Tuple[float, float, float, float]) -> Suggestion:
    """A cell size (metres): an eighth of the bandwidth, unless the raster would grow too large."""
    wanted = round_to_nice(radius / 8.0)
    area = max(extent[2] - extent[0], 1.0) * max(extent[3] - extent[1], 1.0)
    least = math.sqrt(area / MOST_DEFAULT_CELLS)
    if least > wanted:
        cell = round_to_nice(least, up=True)
        return Suggestion(
            cell, N_("{cell:g} m keeps the raster below a million cells."), (("cell", cell),)
        )
    return Suggestion(
        wanted, N_("an eighth of the bandwidth, rounded: {cell:g} m."), (("cell", wanted),)
    )


def round_to_nice(metres: float, up: bool = False) -> float:
    """1, 2, 2.5 or 5 times a power of ten: the nearest, or the next above."""
    power = 10.0 ** math.floor(math.log10(metres))
    steps = [step * power for step in _ROUND]
    if up:
        return next(step for step in steps if step >= metres * (1 - 1e-12))
    return min(steps, key=lambda step: abs(math.log(step / metres)))
