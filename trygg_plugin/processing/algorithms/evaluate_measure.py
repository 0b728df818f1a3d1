"""trygg:evaluatemeasure – one run on what a measure did."""

from __future__ import annotations

from typing import Any, Dict, List

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...i18n import tr
from .. import groups, incidents, measure, outputs
from ..base import N_, Run, TryggAlgorithm
from ..jobs import Step, picture, prepared, run_steps


class EvaluateMeasure(TryggAlgorithm):
    NAME = "evaluatemeasure"
    TITLE = N_("Evaluate a measure")
    GROUP = groups.JOBS
    TAGS = (N_("evaluation"), "WDD", "RES", "ITS", "DiD")
    HELP = {
        "en": "<p>Looks at one measure from several sides: fewer or moved (WDD, WDQ), relative "
        "effect size, the curve before and after, and, with a layer of comparable areas, "
        "difference in differences.</p>"
        "<p><b>Read</b> the summary: each method ends in a sentence, and says when there are too "
        "few incidents to conclude. Trust what several methods agree on.</p>"
        "<p><b>All of them assume</b> that the comparison place would have developed like the "
        "place of the measure. Choose it before you look at the result.</p>",
        "sv": "<p>Ser på en åtgärd från flera håll: färre eller flyttade (WDD, WDQ), relativ "
        "effektstorlek, kurvan före och efter, och, med ett lager av jämförbara områden, "
        "skillnad i skillnader.</p>"
        "<p><b>Läs</b> sammanfattningen: varje metod slutar i en mening, och säger när händelserna "
        "är för få för en slutsats. Lita på det som flera metoder är ense om.</p>"
        "<p><b>Alla antar</b> att jämförelseplatsen skulle ha utvecklats som åtgärdens plats. Välj "
        "den innan du ser resultatet.</p>",
    }

    def define(self) -> None:
        measure.add_parameters(self, buffers=True)
        self.add_vector("AREAS", tr("All areas to compare, with and without the measure"),
                        optional=True)
        self.add_field("AREA_NAME", tr("Name of the area"), "AREAS")
        wanted: Dict[str, bool] = {"optional": True, "made": True}
        self.add_table_sink("COUNTS", tr("Counts before and after"), **wanted)
        self.add_table_sink("SERIES", tr("Series with and without the measure"), **wanted)
        self.add_html()
        for name, label in (
            ("WDD", tr("Weighted displacement difference")), ("WDD_P", tr("p")),
            ("WDQ", tr("Weighted displacement quotient")),
            ("RES", tr("Relative effect size (above 1 is good)")),
            ("LEVEL_CHANGE", tr("Level change (ratio)")),
            ("DID_RATIO", tr("Ratio (below 1: fewer)")),
            ("STEPS_DONE", tr("Steps with an answer")),
        ):
            self.add_number_output(name, label)
        self.add_text_output("CONCLUSION", tr("Conclusion"))

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
        self._steps = prepared(run, self._plan(run))
        return True

    def compute(self, run: Run) -> Dict[str, Any]:
        found = measure.read(run)  # refuses at once what no step could use
        answers = run_steps(run, self._steps)
        return {
            **answers.results, incidents.EVENTS: len(found.events), "STEPS_DONE": answers.done,
            "CONCLUSION": "\n".join(answers.said),
            "SUMMARY": outputs.write_summary(run, answers.said, charts=answers.charts),
        }

    def _plan(self, run: Run) -> List[Step]:
        shared = {
            definition.name(): run.parameters[definition.name()]
            for definition in self.parameterDefinitions()
            if definition.name() in run.parameters and not definition.isDestination()
        }
        areas = {name: shared.pop(name) for name in ("AREAS", "AREA_NAME") if name in shared}
        plain = {key: value for key, value in shared.items() if not key.startswith("BUFFER")}
        steps = [
            Step("displacement", {**shared, **picture("displacement"),
                                  "OUTPUT": run.parameters.get("COUNTS") or "TEMPORARY_OUTPUT"},
                 (("COUNTS", "OUTPUT"), ("WDD", "WDD"), ("WDD_P", "WDD_P"), ("WDQ", "WDQ"))),
            Step("effectsize", dict(plain), (("RES", "RES"),)),
            Step("interruptedtimeseries", {
                **plain, **picture("series"),
                "OUTPUT": run.parameters.get("SERIES") or "TEMPORARY_OUTPUT",
            }, (("SERIES", "OUTPUT"), ("LEVEL_CHANGE", "LEVEL_CHANGE"))),
        ]
        if areas.get("AREAS"):
            panel = {key: value for key, value in plain.items() if key != measure.CONTROL}
            steps.append(Step("differenceindifferences",
                              {**panel, **areas, "OUTPUT": "TEMPORARY_OUTPUT"},
                              (("DID_RATIO", "RATIO"),)))
        return steps
