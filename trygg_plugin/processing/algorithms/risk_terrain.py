"""trygg:riskterrain – which features of places go with incidents, and a surface of the risk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple

import numpy as np
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterMultipleLayers,
)

from ...data.arrays import parse_number
from ...domain.errors import DomainError
from ...i18n import tr
from .. import areas, factor_layers, groups, incidents, outputs, styles
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...analysis.risk_terrain import RiskValue
    from ...analysis.window import Window

KINDS = (("proximity", "density"), ("proximity",), ("density",))
#: More cells than this and the search for factors takes minutes.
MOST_CELLS = 60_000


class RiskTerrainAlgorithm(TryggAlgorithm):
    NAME = "riskterrain"
    TITLE = N_("Risk surface of places (risk terrain)")
    GROUP = groups.WHERE
    TAGS = ("RTM", N_("risk factor"), N_("environment"))
    HELP = {
        "en": "<p>Finds which kinds of places (bars, stops, schools, parks, each a layer) have "
        "more incidents near them, and scores every cell by the places around it.</p>"
        "<p><b>Read it as</b>: a relative risk value of 2.5 means two and a half times as many "
        "incidents within that distance as elsewhere, the other factors being equal. The score is "
        "the product of the values that hold in a cell: 1 is the lowest risk in the area. Cells "
        "with a high score and few incidents are places to look at before something happens.</p>"
        "<p><b>It does not say</b> that a factor causes anything: it may stand beside what does, "
        "and people are where buses stop. Factors without a value were not shown to matter, which "
        "also few incidents may be the reason for. Lines and areas are judged by distance "
        "only.</p>"
        "<p>Source: Caplan &amp; Kennedy 2010; Kennedy et al. 2016; Chen &amp; Chen 2008.</p>",
        "sv": "<p>Hittar vilka slags platser (krogar, hållplatser, skolor, parker, ett lager var) "
        "som har fler händelser omkring sig, och poängsätter varje ruta efter platserna runt den."
        "</p>"
        "<p><b>Läs den så</b>: ett relativt riskvärde på 2,5 betyder två och en halv gånger så "
        "många händelser inom det avståndet som på andra håll, när övriga faktorer är lika. "
        "Poängen är produkten av de värden som gäller i en ruta: 1 är den lägsta risken i området. "
        "Rutor med hög poäng och få händelser är platser att se över innan något sker.</p>"
        "<p><b>Den säger inte</b> att en faktor är orsaken: den kan stå bredvid det som är det, "
        "och människor finns där bussar stannar. Faktorer utan värde har inte visats spela roll, "
        "vilket också kan bero på få händelser. Linjer och ytor bedöms bara efter avstånd.</p>"
        "<p>Källa: Caplan &amp; Kennedy 2010; Kennedy m.fl. 2016; Chen &amp; Chen 2008.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, weights=False)
        self.add(
            QgsProcessingParameterMultipleLayers(
                "FACTORS", tr("Risk factors"), QgsProcessing.SourceType.TypeVectorAnyGeometry
            ),
            help_text=tr("One layer for each kind of place, for example bars, bus stops, schools."),
        )
        self.add_number("CELL_SIZE", tr("Cell size (m)"), optional=True, minimum=0.001,
                        help_text=tr("Half a block is usual. Empty: derived from the data."))
        self.add_vector("BOUNDARY", tr("Boundary"), optional=True, help_text=tr(
            "The built-up area. Fields and water inside make every place in town look risky."))
        self.add_text("DISTANCES", tr("Distances of influence (m, separated by semicolons)"),
                      help_text=tr("Empty: 1, 2, 3 and 4 cells."), advanced=True)
        self.add_choice("INFLUENCE", tr("Factors work by"), (
            tr("Distance or density, whichever fits"), tr("Distance"), tr("Density"),
        ), advanced=True)
        self.add_flag("ONLY_RAISING", tr("Only factors that raise the risk"), True, advanced=True)
        self.add_seed()
        self.add_raster_sink("OUTPUT", tr("Risk surface"))
        self.add_table_sink("VALUES", tr("Risk factors with their values"), optional=True,
                            made=True)
        self.add_html()
        self.add_number_output("FACTORS_FOUND", tr("Number of factors that matter"))
        self.add_number_output("HIGHEST", tr("Highest risk score"))
        self.add_number_output("CELL_SIZE_USED", tr("Cell size used (m)"))
        self.add_text_output("CONCLUSION", tr("Conclusion"))

    def prepareAlgorithm(  # noqa: N802  (QGIS calls it)
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        """The factors' layers are looked at here, on their own thread."""
        self._layers = factor_layers.prepare(self, "FACTORS", parameters, context)
        return super().prepareAlgorithm(parameters, context, feedback)

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.cells import suggest_cell_size
        from ...analysis.grid import RasterGrid
        from ...analysis.risk_terrain import LEAST_EVENTS, RiskFactor, risk_terrain

        if not self._layers:
            raise DomainError("Choose at least one layer with a risk factor.")
        events = incidents.read(run, at_least=LEAST_EVENTS)
        window, extent = _area(run, events)
        size = run.suggested(
            "CELL_SIZE", lambda: suggest_cell_size(events.x, events.y, extent))
        cells = (extent[2] - extent[0]) * (extent[3] - extent[1]) / size**2
        if cells > MOST_CELLS:
            raise DomainError(
                "Cells of {size:g} m give {cells:.0f} cells, and more than {most} take too long. "
                "Choose larger cells or a smaller boundary.",
                size=size, cells=cells, most=MOST_CELLS,
            )
        grid = RasterGrid.covering(*extent, size)
        at_x, at_y = (values.ravel() for values in grid.centres())
        found = factor_layers.read(run, self._layers, events.crs, size / 2.0, at_x, at_y,
                                   run.step(0.15, 0.25))
        kinds = run.choice("INFLUENCE", KINDS)
        answer = risk_terrain(
            events.x, events.y,
            [RiskFactor(one.name, one.x, one.y, kinds if one.single else ("proximity",))
             for one in found],
            grid, extents=_distances(run), window=window, seed=run.integer("SEED"),
            aggravating=run.flag("ONLY_RAISING"), progress=run.step(0.25, 0.95),
        )
        said = _sentences(answer.values, [one.name for one in found], answer.events)
        for sentence in said:
            run.log(sentence)
        highest = float(np.nanmax(answer.score))
        path = outputs.write_raster(
            run, "OUTPUT", np.stack([answer.score, answer.expected]), grid.x_min, grid.y_max,
            grid.cell_size, events.crs, [tr("Relative risk score"), tr("Expected incidents")],
            styles.surface(highest, lowest=1.0),
        )
        return {
            "OUTPUT": path, "VALUES": self._write(run, answer.values),
            "SUMMARY": outputs.write_summary(run, said, [_table(answer.values)]),
            incidents.EVENTS: answer.events, "FACTORS_FOUND": len(answer.values),
            "HIGHEST": highest, "CELL_SIZE_USED": size, "CONCLUSION": " ".join(said),
        }

    @staticmethod
    def _write(run: Run, values: Tuple[RiskValue, ...]) -> str:
        def numbers(name: str) -> np.ndarray:
            return np.array([getattr(value, name) for value in values], dtype=np.float64)

        return outputs.write_table(run, "VALUES", [
            outputs.Column("factor", tr("Risk factor"), [value.factor for value in values]),
            outputs.Column("influence", tr("Works by"),
                           [_kind_names()[value.kind] for value in values]),
            outputs.Column("distance", tr("Distance (m)"), numbers("extent")),
            outputs.Column("risk", tr("Relative risk value"), numbers("relative_risk")),
            outputs.Column("low", tr("Lower limit (95 %)"), numbers("low")),
            outputs.Column("high", tr("Upper limit (95 %)"), numbers("high")),
            outputs.Column("cells", tr("Share of the area"), numbers("share_of_cells")),
            outputs.Column("events", tr("Share of the incidents"), numbers("share_of_events")),
        ])


def _area(
    run: Run, events: incidents.Incidents
) -> Tuple[Optional[Window], Tuple[float, float, float, float]]:
    if not run.given("BOUNDARY"):
        return None, events.extent
    window = areas.read(run, "BOUNDARY", events.crs).window()
    return window, window.bounds


def _distances(run: Run) -> Optional[List[float]]:
    texts = [text for text in run.text("DISTANCES").split(";") if text.strip()]
    numbers = [parse_number(text.strip()) for text in texts]
    if any(number is None or not number > 0 for number in numbers):
        raise DomainError("“{text}” are no distances. Write them as 100; 200; 400.",
                          text=run.text("DISTANCES"))
    return [float(number) for number in numbers if number is not None] or None


def _kind_names() -> Dict[str, str]:
    return {"proximity": tr("distance"), "density": tr("density")}


def _sentences(values: Tuple[RiskValue, ...], names: List[str], events: int) -> List[str]:
    number = outputs.shown_number
    if not values:
        return [tr("None of the {count} risk factors was shown to matter for the {events} "
                   "incidents.").format(count=len(names), events=events)]
    said = [
        tr("{factor}, {kind} {distance:.0f} m: {risk} times the incidents (95 %: {low} to {high}); "
           "{cells:.0f} % of the area, {share:.0f} % of the incidents.").format(
            factor=value.factor, kind=_kind_names()[value.kind], distance=value.extent,
            risk=number(value.relative_risk, 1),
            low=number(value.low, 1), high=number(value.high, 1),
            cells=100 * value.share_of_cells, share=100 * value.share_of_events)
        for value in values
    ]
    silent = [name for name in names if name not in {value.factor for value in values}]
    if silent:
        said.append(tr("Not shown to matter: {factors}.").format(factors=", ".join(silent)))
    return said


def _table(values: Tuple[RiskValue, ...]) -> outputs.Table:
    return outputs.Table(
        (tr("Risk factor"), tr("Works by"), tr("Distance (m)"), tr("Relative risk value"),
         tr("Lower limit (95 %)"), tr("Upper limit (95 %)")),
        [(value.factor, _kind_names()[value.kind], value.extent, value.relative_risk, value.low,
          value.high) for value in values],
    )
