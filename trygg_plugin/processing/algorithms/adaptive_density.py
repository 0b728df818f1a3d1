"""trygg:adaptivedensity – a density that is sharp in crowds and smooth where events are few."""

from __future__ import annotations

from typing import Any, Dict

import numpy as np

from ...i18n import tr
from .. import groups, incidents, outputs, styles, surfaces
from ..base import N_, Run, TryggAlgorithm

EDGES = ("none", "diggle")


class AdaptiveDensity(TryggAlgorithm):
    NAME = "adaptivedensity"
    TITLE = N_("Adaptive density")
    GROUP = groups.WHERE
    TAGS = (N_("heatmap"), N_("hot spot"))
    HELP = {
        "en": "<p>As the kernel density, but each incident has its own bandwidth: short where "
        "incidents are many, long where they are few. A town centre keeps its detail, and the "
        "countryside gets no row of single dots.</p>"
        "<p><b>Read it as</b> incidents per km². The given bandwidth is the geometric mean of the "
        "incidents' own, the standard deviation of a Gaussian.</p>"
        "<p><b>It does not say</b> whether a place stands out from chance. Surfaces of different "
        "periods get different bandwidths: to compare periods use the change surface. "
        "Source: Abramson 1982; Davies &amp; Hazelton 2010.</p>",
        "sv": "<p>Som kärntätheten, men varje händelse har sin egen bandbredd: kort där "
        "händelserna är många, lång där de är få. En stadskärna behåller sina detaljer, och "
        "landsbygden blir inte en rad ensamma prickar.</p>"
        "<p><b>Läs den som</b> händelser per km². Den angivna bandbredden är det geometriska "
        "medelvärdet av händelsernas egna, standardavvikelsen i en normalkurva.</p>"
        "<p><b>Den säger inte</b> om en plats avviker från slumpen. Ytor för olika perioder får "
        "olika bandbredder: jämför perioder med förändringsytan. Källa: Abramson 1982; Davies "
        "&amp; Hazelton 2010.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self)
        surfaces.add_parameters(self)
        self.add_choice("EDGE", tr("Edge correction"), (
            tr("None"), tr("By incident, keeping the total (Diggle)"),
        ), advanced=True, help_text=tr("Needs a boundary."))
        self.add_raster_sink("OUTPUT", tr("Adaptive density"))
        self.add_number_output("MAXIMUM", tr("Highest density"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.adaptive_density import adaptive_density_on_grid

        events = incidents.read(run)
        place = surfaces.read(run, events, "gaussian")
        events, grid = place.events, place.grid
        surface = adaptive_density_on_grid(
            events.x, events.y, grid, place.bandwidth, weights=events.weight,
            edge=run.choice("EDGE", EDGES), window=place.window, progress=run.step(0.3, 0.95),
        )
        highest = float(np.nanmax(surface)) if np.isfinite(surface).any() else 0.0
        path = outputs.write_raster(
            run, "OUTPUT", surface, grid.x_min, grid.y_max, grid.cell_size, events.crs,
            [tr("Incidents per km²")], styles.surface(highest, tr("per km²")),
        )
        return {"OUTPUT": path, incidents.EVENTS: len(events), "MAXIMUM": highest,
                "BANDWIDTH_USED": place.bandwidth, "CELL_SIZE_USED": grid.cell_size}
