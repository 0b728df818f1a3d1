"""trygg:situationanalysis – one run for the situation picture of a period."""

from __future__ import annotations

from typing import Any, Dict, List

import numpy as np
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...domain.errors import DomainError
from ...i18n import tr
from .. import groups, incidents, outputs
from ..base import N_, Run, TryggAlgorithm
from ..jobs import Step, picture, prepared, run_steps

DAY = np.timedelta64(1, "D")
#: Simulations of the job: enough for p at 0.05, and the whole takes a minute.
SIMULATIONS = 199


class SituationAnalysis(TryggAlgorithm):
    NAME = "situationanalysis"
    TITLE = N_("Situation analysis")
    GROUP = groups.JOBS
    TAGS = (N_("situation picture"), N_("hot spot"))
    HELP = {
        "en": "<p>One run for the situation picture of a period: density, hot spots (Gi*), change "
        "against the period before, hours of the week, near repeat, concentration, and the "
        "priority places. Every step is a tool of its own: run it alone to change its settings.</p>"
        "<p><b>Read</b> the summary first; each step says there what it found, or why it has no "
        "answer (too few incidents, no time of day).</p>"
        "<p><b>It does not say</b> why things happen, nor what nobody reported.</p>",
        "sv": "<p>En körning för en periods lägesbild: täthet, heta platser (Gi*), förändring mot "
        "perioden före, veckans timmar, närupprepning, koncentration och prioriterade platser. "
        "Varje steg är ett eget verktyg: kör det för sig för att ändra dess inställningar.</p>"
        "<p><b>Läs</b> sammanfattningen först; varje steg säger där vad det fann, eller varför det "
        "inte har något svar (för få händelser, inget klockslag).</p>"
        "<p><b>Den säger inte</b> varför något sker, och inte vad ingen rapporterat.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, dates="required", interval=True)
        self.add_day("FIRST_DAY", tr("First day of the situation picture"), optional=False)
        self.add_day("LAST_DAY", tr("Last day of the situation picture"), optional=False)
        self.add_vector("BOUNDARY", tr("Boundary"), optional=True)
        self.add_vector("AREAS", tr("Areas that name the places"), optional=True)
        self.add_field("AREA_NAME", tr("Name of the area"), "AREAS")
        self.add_number("BANDWIDTH", tr("Bandwidth (m)"), optional=True, minimum=0.001,
                        advanced=True)
        self.add_number("CELL_SIZE", tr("Cell size of the hexagons (m)"), optional=True,
                        minimum=0.001, advanced=True)
        # a step whose result is not wanted is not run
        wanted: Dict[str, bool] = {"optional": True, "made": True}
        self.add_raster_sink("DENSITY", tr("Density"), **wanted)
        self.add_vector_sink("HOT_SPOTS", tr("Hot and cold spots"), **wanted)
        self.add_raster_sink("CHANGE", tr("Change against the period before"), **wanted)
        self.add_vector_sink("PLACES", tr("Priority places"), **wanted)
        self.add_table_sink("HOURS", tr("Weekday and hour"), **wanted)
        self.add_table_sink("NEAR_REPEAT", tr("Knox table"), **wanted)
        self.add_table_sink("CONCENTRATION", tr("Repeat places"), **wanted)
        self.add_html()
        self.add_number_output("STEPS_DONE", tr("Steps with an answer"))

    def prepareAlgorithm(  # noqa: N802  (QGIS calls it)
        self,
        parameters: Dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        """Every step looks at its layers here, on their own thread."""
        if not super().prepareAlgorithm(parameters, context, feedback):
            return False
        run = Run(self, parameters, context, feedback)
        self._steps: List[Step] = []
        try:
            first, last = run.day("FIRST_DAY"), run.day("LAST_DAY")
        except DomainError:
            return True  # told by compute
        if first is None or last is None or last < first:
            return True
        wanted = [step for step in self._plan(run, first, last)
                  if all(run.given(ours) for ours, _ in step.fills)]
        self._steps = prepared(run, wanted)
        return True

    def compute(self, run: Run) -> Dict[str, Any]:
        first, last = run.needed_day("FIRST_DAY"), run.needed_day("LAST_DAY")
        if last < first:
            raise DomainError("The period ends ({last}) before it begins ({first}).",
                              first=str(first), last=str(last))
        # refuses at once what no step could use, and counts
        events = incidents.read(run, progress=(0.0, 0.05))
        days = events.start.astype("datetime64[D]")
        inside = int(((days >= first) & (days <= last)).sum())
        if not inside:
            raise DomainError("No incident lies in the period of interest ({first} to {last}).",
                              first=str(first), last=str(last))
        answers = run_steps(run, self._steps)
        said = [
            tr("{count} incidents from {first} to {last}.").format(
                count=inside, first=str(first), last=str(last)),
            *answers.said,
        ]
        return {
            **answers.results, incidents.EVENTS: inside, "STEPS_DONE": answers.done,
            "SUMMARY": outputs.write_summary(run, said, charts=answers.charts),
        }

    def _plan(self, run: Run, first: np.datetime64, last: np.datetime64) -> List[Step]:
        """The steps, with the job's filters and their own periods."""
        shared = {
            name: run.parameters[name]
            for name in (
                incidents.INPUT, incidents.DATE_FIELD, incidents.CATEGORY_FIELD,
                incidents.CATEGORIES, incidents.ONLY_REVIEWED, incidents.WORKING_CRS,
            )
            if name in run.parameters
        }
        weights = {
            name: run.parameters[name]
            for name in (incidents.WEIGHT_FIELD, incidents.WEIGHT_TABLE, incidents.WEIGHT_KEY,
                         incidents.WEIGHT_VALUE)
            if name in run.parameters
        }
        given = {name: run.parameters[name] for name in ("BOUNDARY", "CELL_SIZE")
                 if run.given(name)}
        surface = {name: run.parameters[name] for name in ("BOUNDARY", "BANDWIDTH")
                   if run.given(name)}
        named = {name: run.parameters[name] for name in ("AREAS", "AREA_NAME") if run.given(name)}
        interval = {incidents.DATE_TO_FIELD: run.parameters.get(incidents.DATE_TO_FIELD)}
        period = {incidents.PERIOD_START: str(first), incidents.PERIOD_END: str(last)}
        before = first - (last + DAY - first)
        few = {"SIMULATIONS": SIMULATIONS}

        def sink(name: str) -> Any:
            return run.parameters.get(name)

        return [
            Step("kerneldensity", {**shared, **weights, **surface, **period,
                                   "OUTPUT": sink("DENSITY")}, (("DENSITY", "OUTPUT"),)),
            Step("getisord", {**shared, **weights, **given, **period,
                              "OUTPUT": sink("HOT_SPOTS")}, (("HOT_SPOTS", "OUTPUT"),)),
            Step("changesurface", {**shared, **weights, **surface,
                                   incidents.PERIOD_START: str(before),
                                   incidents.PERIOD_END: str(last), "SPLIT": str(first),
                                   "OUTPUT": sink("CHANGE")}, (("CHANGE", "OUTPUT"),)),
            Step("aoristic", {**shared, **weights, **interval, **period, **picture("hours"),
                              "BOOTSTRAPS": 0, "OUTPUT": sink("HOURS")}, (("HOURS", "OUTPUT"),)),
            Step("nearrepeat", {**shared, **period, **few, **picture("knox"),
                                "OUTPUT": sink("NEAR_REPEAT")}, (("NEAR_REPEAT", "OUTPUT"),)),
            Step("concentration", {**shared, **given, **period, **few, **picture("lorenz"),
                                   "OUTPUT": sink("CONCENTRATION")},
                 (("CONCENTRATION", "OUTPUT"),)),
            Step("priorityplaces", {**shared, **weights, **interval, **given, **named,
                                    "FIRST_DAY": str(first), "LAST_DAY": str(last),
                                    "OUTPUT": sink("PLACES")}, (("PLACES", "OUTPUT"),)),
        ]


