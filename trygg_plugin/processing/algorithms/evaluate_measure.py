"""trygg:evaluatemeasure – one run on what a measure did."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Dict

from ...i18n import tr
from .. import groups, incidents, measure, outputs
from ..base import N_, Run, TryggAlgorithm
from ..jobs import destinations

LAYERS = {
    "PLACES": "places", "RESULTS": "results", "SERIES": "series", "AREA_COUNTS": "area_counts",
}


class EvaluateMeasure(TryggAlgorithm):
    NAME = "evaluatemeasure"
    TITLE = N_("Evaluate a measure")
    GROUP = groups.JOBS
    TAGS = (N_("evaluation"), "WDD", "WDQ", "RES", "ITS", "DiD")
    NEEDS = ("scipy", "jinja2")
    HELP = {
        "en": "<p>Looks at one measure from several sides: fewer or moved (WDD, WDQ), relative "
        "effect size with the scatter of the months (RES), the curve before and after with the "
        "comparison place's curve (interrupted time series), and, with a layer of comparable "
        "areas, difference in differences. Ends in sentences for a council, "
        "with what they assume.</p>"
        "<p><b>Read</b> the summary: trust what the methods agree on. From fewer than 20 incidents "
        "nothing is concluded, and “no effect shown” does not mean “no effect”.</p>"
        "<p><b>All methods assume</b> that the comparison place would have developed like the "
        "place of the measure. Choose it before you look at the result, not too near: it must not "
        "reach into the ring where incidents may move to. A place chosen in its worst month gets "
        "better by itself.</p>",
        "sv": "<p>Ser på en åtgärd från flera håll: färre eller flyttade (WDD, WDQ), relativ "
        "effektstorlek med månadernas spridning (RES), kurvan före och efter tillsammans med "
        "jämförelseplatsens kurva (avbruten tidsserie), och, med ett lager av jämförbara områden, "
        "skillnad i skillnader. Slutar i meningar för en nämnd, med vad de "
        "antar.</p>"
        "<p><b>Läs</b> sammanfattningen: lita på det som metoderna är ense om. Av färre än 20 "
        "händelser dras ingen slutsats, och ”ingen effekt visad” betyder inte ”ingen effekt”.</p>"
        "<p><b>Alla metoder antar</b> att jämförelseplatsen skulle ha utvecklats som åtgärdens "
        "plats. Välj den innan du ser resultatet, inte för nära: den får inte nå in i ringen dit "
        "händelser kan flytta. En plats som valts i sin värsta månad blir bättre av sig själv.</p>",
    }

    def define(self) -> None:
        from ..jobs.evaluation import DAYS_AFTER, DAYS_BEFORE, STEP

        measure.add_parameters(self, buffers=True)
        for name, label in ((DAYS_BEFORE, tr("Days before")), (DAYS_AFTER, tr("Days after"))):
            self.add_number(name, label, minimum=1, integer=True, optional=True, advanced=True,
                            help_text=tr("Empty: as many days before as after, as far as the data "
                                         "reach; the curve uses all."))
        self.add_choice(STEP, tr("Count the curve per"),
                        (tr("Month, or week where months are few"), tr("Month"), tr("Week")),
                        advanced=True)
        self.add_vector("AREAS", tr("All areas to compare, with and without the measure"),
                        optional=True, advanced=True,
                        help_text=tr("For difference in differences: comparable areas, some of "
                                     "them at the place of the measure."))
        self.add_field("AREA_NAME", tr("Name of the area"), "AREAS", advanced=True)
        self.add_number("PERMUTATIONS", tr("Permutations"), 999, 0, 99_999, integer=True,
                        advanced=True)
        self.add_seed()
        destinations.add_folder(self)
        wanted: Dict[str, bool] = {"optional": True, "made": True}
        self.add_vector_sink("PLACES", tr("Places with counts before and after"), **wanted)
        self.add_table_sink("RESULTS", tr("Results by method"), **wanted)
        self.add_table_sink("SERIES", tr("Series with and without the measure"), **wanted)
        self.add_table_sink("AREA_COUNTS", tr("Areas before and after"), **wanted)
        self.add_html()
        for name, label in (
            ("WDD", tr("Weighted displacement difference")), ("WDD_LOW", tr("Lower limit (95 %)")),
            ("WDD_HIGH", tr("Upper limit (95 %)")), ("WDD_P", tr("p")),
            ("WDQ", tr("Weighted displacement quotient")),
            ("TOTAL_NET_EFFECT", tr("Total net effect (events fewer)")),
            ("RES", tr("Relative effect size (above 1 is good)")),
            ("RES_LOW", tr("Lower limit (95 %)")), ("RES_HIGH", tr("Upper limit (95 %)")),
            ("RES_P", tr("p")), ("DISPERSION", tr("Over-dispersion")),
            ("LEVEL_CHANGE", tr("Level change (ratio)")), ("LEVEL_P", tr("p")),
            ("PREVENTED", tr("Incidents fewer than expected")),
            ("DID_RATIO", tr("Ratio (below 1: fewer)")), ("DID_P", tr("p")),
            ("STEPS_DONE", tr("Parts with an answer")),
        ):
            self.add_number_output(name, label)
        self.add_text_output("VERDICT", tr("Verdict"))
        self.add_text_output("CONCLUSION", tr("Conclusion"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ..jobs.evaluation import Evaluation, read, steps
        from ..jobs.layer_group import LayerGroup
        from ..jobs.page import page
        from ..jobs.sections import Section

        whole, found = read(run)
        folder = destinations.use_folder(
            run, "evaluation.gpkg", LAYERS, {}, {"SUMMARY": "summary.html"})
        group = LayerGroup(run, tr("Evaluation of the measure from {start} (made {made})").format(
            start=str(found.start), made=datetime.now().strftime("%Y-%m-%d %H:%M:%S")))
        evaluation = Evaluation(run, group, whole, found)
        sections = steps(evaluation)
        evaluation.write_places()
        evaluation.write_results()
        verdict, sentence = evaluation.together()
        run.log(sentence)
        results = evaluation.results
        results.update({
            incidents.EVENTS: len(found.events), "VERDICT": verdict,
            "STEPS_DONE": sum(section.answered for section in sections),
            "CONCLUSION": " ".join([sentence, *(row.says for row in evaluation.verdicts)]),
        })
        if run.given("SUMMARY"):
            before, after = (
                f"{span[0]} – {span[1] - measure.DAY}" for span in (found.before, found.after))
            overview = Section(tr("The methods side by side"), tables=[evaluation.table()])
            results["SUMMARY"] = outputs.write_text(run, "SUMMARY", page(
                self.displayName(),
                tr("Incidents of “{layer}”; before: {before}; after: {after}").format(
                    layer=found.events.name, before=before, after=after),
                [sentence], [*sections, overview], [
                    tr("All methods assume that the comparison place shows what would have "
                       "happened without the measure, and know only what was reported. A place "
                       "chosen in its worst time tends to get better by itself."),
                    outputs.in_words(outputs.told_of(run)),
                ]))
        if folder is not None:
            destinations.write_charts(folder, sections)
            destinations.write_settings(run, folder, results)
            results[destinations.FOLDER] = str(folder)
        return results
