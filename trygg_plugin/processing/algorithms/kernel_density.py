"""trygg:kerneldensity – where incidents lie dense, as a surface."""

from __future__ import annotations

import math
from typing import Any, Dict, Optional, Tuple

import numpy as np

from ...analysis import bandwidth as bandwidths
from ...analysis.errors import AnalysisError
from ...analysis.grid import RasterGrid
from ...analysis.kernel_density import density_on_grid
from ...analysis.suggestion import Suggestion
from ...analysis.window import Window
from ...domain.errors import DomainError
from ...i18n import tr
from .. import areas, groups, incidents, outputs, styles
from ..base import N_, Run, TryggAlgorithm

KERNELS = ("quartic", "epanechnikov", "uniform", "triangular", "gaussian")
EDGES = ("none", "uniform", "diggle")
METHODS = ("neighbours", "scott", "likelihood", "diggle")
MOST_DEFAULT_CELLS = 1_000_000
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


class KernelDensity(TryggAlgorithm):
    NAME = "kerneldensity"
    TITLE = N_("Kernel density (hot spot surface)")
    GROUP = groups.WHERE
    TAGS = (N_("heatmap"), N_("hot spot"))
    HELP = {
        "en": "<p>Shows where incidents lie dense: events (or harm) per square kilometre at "
        "every cell centre, exact, without moving events to pixels.</p>"
        "<p><b>Read it as</b> a map of how many incidents lie around each place, within the "
        "bandwidth. A larger bandwidth shows districts, a smaller one street corners: compare "
        "only maps made with the same bandwidth.</p>"
        "<p><b>It does not say</b> whether a place stands out from chance (see Getis-Ord Gi*), "
        "nor what the risk of a resident is: many people give many incidents.</p>"
        "<p>Near the municipality's border the density is too low unless a boundary and an edge "
        "correction are chosen.</p>"
        "<p>Source: Silverman 1986; Bailey &amp; Gatrell 1995; Diggle 1985.</p>",
        "sv": "<p>Visar var händelser ligger tätt: händelser (eller skada) per kvadratkilometer i "
        "varje rutas mitt, exakt räknat, utan att händelser flyttas till rutor.</p>"
        "<p><b>Läs den som</b> en karta över hur många händelser som ligger runt varje plats, inom "
        "bandbredden. En större bandbredd visar stadsdelar, en mindre gathörn: jämför bara kartor "
        "med samma bandbredd.</p>"
        "<p><b>Den säger inte</b> om en plats avviker från slumpen (se Getis-Ord Gi*) och inte hur "
        "stor risken är för den som bor där: många människor ger många händelser.</p>"
        "<p>Nära kommungränsen blir tätheten för låg om inte gräns och kantkorrektion väljs. "
        "Källa: Silverman 1986; Bailey &amp; Gatrell 1995; Diggle 1985.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self)
        self.add_number("BANDWIDTH", tr("Bandwidth (m)"), optional=True, minimum=0.001,
                        help_text=tr("Radius within which incidents count. Empty: derived from "
                                     "the data, with the reason in the log."))
        self.add_number("CELL_SIZE", tr("Cell size (m)"), optional=True, minimum=0.001)
        self.add_vector("BOUNDARY", tr("Boundary"), optional=True,
                        help_text=tr("The area that was observed, for example the municipality. "
                                     "Incidents outside are left out."))
        self.add_choice("BANDWIDTH_METHOD", tr("How an empty bandwidth is derived"), (
            tr("Mean distance to the 15th nearest incident"),
            tr("Scott's rule"),
            tr("Likelihood cross-validation"),
            tr("Diggle's mean square error"),
        ), advanced=True)
        self.add_choice("KERNEL", tr("Kernel"), (
            tr("Quartic"), tr("Epanechnikov"), tr("Uniform"), tr("Triangular"), tr("Gaussian"),
        ), advanced=True)
        self.add_choice("EDGE", tr("Edge correction"), (
            tr("None"), tr("By the share of the kernel inside (uniform)"),
            tr("By incident, keeping the total (Diggle)"),
        ), advanced=True, help_text=tr("Needs a boundary."))
        self.add_flag("PER_YEAR", tr("Per year (divides by the length of the period)"),
                      advanced=True)
        self.add_raster_sink("OUTPUT", tr("Density"))
        self.add_number_output("BANDWIDTH_USED", tr("Bandwidth used (m)"))
        self.add_number_output("CELL_SIZE_USED", tr("Cell size used (m)"))
        self.add_number_output("MAXIMUM", tr("Highest density"))

    def compute(self, run: Run) -> Dict[str, Any]:
        events = incidents.read(run)
        window, boundary = None, None
        if run.given("BOUNDARY"):
            boundary = areas.read(run, "BOUNDARY", events.crs)
            window = boundary.window()
            inside = window.contains(events.x, events.y)
            if not inside.all():
                run.log(tr("{count} incidents lie outside the boundary and are left out.")
                        .format(count=int((~inside).sum())))
                events = events.take(inside)
        kernel = run.choice("KERNEL", KERNELS)
        radius = run.suggested("BANDWIDTH", lambda: suggest_bandwidth(
            events.x, events.y, run.choice("BANDWIDTH_METHOD", METHODS), kernel, window,
            run.step(0.15, 0.3),
        ))
        reach = radius * (4.0 if kernel == "gaussian" else 1.0)
        extent = _extent(events, window, reach)
        self._tell_if_too_wide(run, radius, extent, reach, window)
        cell = run.suggested("CELL_SIZE", lambda: suggest_cell(radius, extent))
        grid = RasterGrid.covering(*extent, cell)
        surface = density_on_grid(
            events.x, events.y, grid, radius, kernel=kernel, weights=events.weight,
            edge=run.choice("EDGE", EDGES), window=window, progress=run.step(0.3, 0.95),
        )
        unit = tr("per km²")
        if run.flag("PER_YEAR"):
            surface /= _years(run, events)
            unit = tr("per km² and year")
        highest = float(np.nanmax(surface)) if np.isfinite(surface).any() else 0.0
        path = outputs.write_raster(
            run, "OUTPUT", surface, grid.x_min, grid.y_max, cell, events.crs,
            [tr("Harm {unit}").format(unit=unit) if events.weight is not None
             else tr("Incidents {unit}").format(unit=unit)],
            styles.surface(highest, unit),
        )
        run.progress(1.0)
        return {"OUTPUT": path, incidents.EVENTS: len(events), "BANDWIDTH_USED": radius,
                "CELL_SIZE_USED": cell, "MAXIMUM": highest}

    @staticmethod
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


def _years(run: Run, events: incidents.Incidents) -> float:
    if events.period is None:
        raise DomainError("Densities per year need a date field or a period.")
    days = float((events.period[1] - events.period[0]) / np.timedelta64(1, "D"))
    run.log(tr("The period from {first} holds {days:.0f} days.").format(
        first=str(events.period[0]), days=days))
    return days / 365.25


def suggest_bandwidth(
    x: np.ndarray, y: np.ndarray, method: str, kernel: str, window: Optional[Window],
    progress: Any,
) -> Suggestion:
    """A radius (metres) for the kernel by the method, with its reason."""
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
        (("reason", tr(found.template).format(**found.values)), ("radius", radius),
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
