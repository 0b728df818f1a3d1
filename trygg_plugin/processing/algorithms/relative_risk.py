"""trygg:relativerisk – where incidents are more than people, or other incidents, explain."""

from __future__ import annotations

from typing import Any, Dict

import numpy as np
from qgis.core import QgsProcessing, QgsProcessingParameterField

from ...data.arrays import NUMBER, read_points, transform
from ...domain.errors import DomainError
from ...i18n import tr
from .. import groups, incidents, outputs, styles, surfaces
from ..base import N_, Run, TryggAlgorithm


class RelativeRisk(TryggAlgorithm):
    NAME = "relativerisk"
    TITLE = N_("Relative risk (dual density)")
    GROUP = groups.WHERE
    TAGS = (N_("risk"), N_("population"))
    HELP = {
        "en": "<p>Divides the density of incidents by the density of something else: inhabitants "
        "at address points, or another category of incidents.</p>"
        "<p><b>Read it as</b>: 0 is the area's own proportion; 0.69 is twice, −0.69 half as many "
        "as there should be (natural logarithm). With simulations band 2 tells how often chance "
        "gives as much.</p>"
        "<p><b>It does not say</b> more than its denominator: night population explains little of "
        "what happens in a centre by day. Places where the denominator is thin are left out. "
        "Source: Kelsall &amp; Diggle 1995.</p>",
        "sv": "<p>Delar händelsernas täthet med tätheten av något annat: invånare på "
        "adresspunkter, eller en annan kategori av händelser.</p>"
        "<p><b>Läs den så</b>: 0 är områdets egen andel; 0,69 är dubbelt, −0,69 hälften så många "
        "som det borde vara (naturlig logaritm). Med simuleringar säger band 2 hur ofta slumpen "
        "ger lika mycket.</p>"
        "<p><b>Den säger inte</b> mer än sin nämnare: nattbefolkningen förklarar lite av vad som "
        "sker i ett centrum på dagen. Platser med tunn nämnare utelämnas. "
        "Källa: Kelsall &amp; Diggle 1995.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, weights=False)
        self.add_vector("CONTROLS", tr("Compare with these points"),
                        QgsProcessing.SourceType.TypeVectorPoint,
                        help_text=tr("Address points with inhabitants, or other incidents."))
        self.add_field("CONTROL_WEIGHT", tr("Weight of the points (inhabitants)"), "CONTROLS",
                       QgsProcessingParameterField.DataType.Numeric)
        surfaces.add_parameters(self)
        self.add_number("LEAST_CONTROLS", tr("Leave out places with fewer of them within reach"),
                        10.0, 0.0, advanced=True)
        self.add_number("SIMULATIONS", tr("Simulations (0: no p-values)"), 0, 0, 9_999,
                        integer=True, advanced=True)
        self.add_seed()
        self.add_raster_sink("OUTPUT", tr("Relative risk"))
        self.add_number_output("HIGHEST", tr("Highest ratio"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.relative_risk import relative_risk

        events = incidents.read(run)
        place = surfaces.read(run, events, "gaussian")
        events, grid = place.events, place.grid
        x, y, weight = self._controls(run, events)
        answer = relative_risk(
            events.x, events.y, x, y, grid, place.bandwidth, control_weights=weight,
            window=place.window, least_controls=run.number("LEAST_CONTROLS") or 0.0,
            simulations=run.integer("SIMULATIONS"), seed=run.integer("SEED"),
            progress=run.step(0.3, 0.95),
        )
        if not np.isfinite(answer.log_risk).any():
            raise DomainError("Nowhere are there enough points to compare with. Choose a larger "
                              "bandwidth or a smaller least number.")
        bands = [answer.log_risk] + ([answer.p] if answer.p is not None else []) + [answer.rate]
        names = [tr("Logarithm of the relative risk")]
        names += [tr("p")] if answer.p is not None else []
        finite = answer.log_risk[np.isfinite(answer.log_risk)]
        path = outputs.write_raster(
            run, "OUTPUT", np.stack(bands), grid.x_min, grid.y_max, grid.cell_size, events.crs,
            [*names, tr("Incidents per point or inhabitant")],
            styles.difference(float(min(np.abs(finite).max(), np.log(8.0))) or 1.0),
        )
        return {"OUTPUT": path, incidents.EVENTS: len(events),
                "HIGHEST": float(np.exp(finite.max())),
                "BANDWIDTH_USED": place.bandwidth, "CELL_SIZE_USED": grid.cell_size}

    @staticmethod
    def _controls(run: Run, events: incidents.Incidents) -> Any:
        field = run.field("CONTROL_WEIGHT")
        points = read_points(
            run.source("CONTROLS"), {field: NUMBER} if field else {},
            origin=run.origin("CONTROLS"),
        )
        x, y = points.x, points.y
        if points.crs.isValid() and events.crs.isValid() and points.crs != events.crs:
            x, y, _ = transform(x, y, points.crs, events.crs, run.context.transformContext())
        usable = np.isfinite(x) & np.isfinite(y)
        weight = None
        if field:
            weight = points.columns[field]
            if (weight < 0).any():
                raise DomainError("{count} of the points to compare with have a negative weight.",
                                  count=int((weight < 0).sum()))
            usable &= weight > 0
        left_out = int((~usable).sum())
        if left_out:
            run.log(tr("{count} of the points to compare with have no place or no weight and are "
                       "left out.").format(count=left_out))
        return x[usable], y[usable], None if weight is None else weight[usable]
