"""trygg:kerneldensity – where incidents lie dense, as a surface."""

from __future__ import annotations

from typing import Any, Dict

import numpy as np

from ...domain.errors import DomainError
from ...i18n import tr
from .. import groups, incidents, outputs, styles, surfaces
from ..base import N_, Run, TryggAlgorithm

KERNELS = ("quartic", "epanechnikov", "uniform", "triangular", "gaussian")
EDGES = ("none", "uniform", "diggle")


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
        "<p>Nära kommungränsen blir tätheten för låg om inte gräns och kantkorrigering väljs. "
        "Källa: Silverman 1986; Bailey &amp; Gatrell 1995; Diggle 1985.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self)
        surfaces.add_parameters(self)
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
        self.add_number_output("MAXIMUM", tr("Highest density"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.kernel_density import density_on_grid

        events = incidents.read(run)
        kernel = run.choice("KERNEL", KERNELS)
        place = surfaces.read(run, events, kernel)
        events, grid = place.events, place.grid
        surface = density_on_grid(
            events.x, events.y, grid, place.bandwidth, kernel=kernel, weights=events.weight,
            edge=run.choice("EDGE", EDGES), window=place.window, progress=run.step(0.3, 0.95),
        )
        unit = tr("per km²")
        if run.flag("PER_YEAR"):
            surface /= _years(run, events)
            unit = tr("per km² and year")
        highest = float(np.nanmax(surface)) if np.isfinite(surface).any() else 0.0
        path = outputs.write_raster(
            run, "OUTPUT", surface, grid.x_min, grid.y_max, grid.cell_size, events.crs,
            [tr("Harm {unit}").format(unit=unit) if events.weight is not None
             else tr("Incidents {unit}").format(unit=unit)],
            styles.surface(highest, unit),
        )
        run.progress(1.0)
        return {"OUTPUT": path, incidents.EVENTS: len(events), "BANDWIDTH_USED": place.bandwidth,
                "CELL_SIZE_USED": grid.cell_size, "MAXIMUM": highest}


def _years(run: Run, events: incidents.Incidents) -> float:
    if events.span is None:
        raise DomainError("Densities per year need a date field or a period.")
    days = float((events.period[1] - events.period[0]) / np.timedelta64(1, "D"))
    run.log(tr("The period from {first} holds {days:.0f} days.").format(
        first=str(events.period[0]), days=days))
    return days / 365.25
