"""trygg:effectsize – relative effect size of a measure against a comparison place."""

from __future__ import annotations

from typing import Any, Dict

from ...i18n import tr
from .. import groups, incidents, measure, outputs
from ..base import N_, Run, TryggAlgorithm


class EffectSize(TryggAlgorithm):
    NAME = "effectsize"
    TITLE = N_("Relative effect size (RES)")
    GROUP = groups.EFFECT
    TAGS = ("RES", N_("evaluation"))
    HELP = {
        "en": "<p>The ratio of ratios: how much the comparison place changed, over how much the "
        "place of the measure changed. Above 1 is good: 1.25 means about a fifth fewer incidents "
        "than the comparison lets expect.</p>"
        "<p><b>Read it as</b> a figure that can be joined with other evaluations (meta-analysis). "
        "The interval is widened by how much the monthly counts scatter beyond chance.</p>"
        "<p><b>It assumes</b> that both places would have changed by the same share. Fewer than 20 "
        "incidents are not judged. Source: Farrington, Gill, Waples &amp; Argomaniz 2007.</p>",
        "sv": "<p>Kvoten av kvoter: hur mycket jämförelseplatsen ändrades, delat med hur mycket "
        "åtgärdens plats ändrades. Över 1 är bra: 1,25 betyder omkring en femtedel färre händelser "
        "än jämförelsen låter vänta.</p>"
        "<p><b>Läs den som</b> en siffra som kan läggas samman med andra utvärderingar "
        "(metaanalys). Intervallet vidgas med hur mycket månadstalen varierar utöver slumpen.</p>"
        "<p><b>Den antar</b> att båda platserna skulle ha ändrats med samma andel. Färre än 20 "
        "händelser bedöms inte. Källa: Farrington, Gill, Waples &amp; Argomaniz 2007.</p>",
    }

    def define(self) -> None:
        measure.add_parameters(self)
        self.add_svg("CHART", tr("Before and after (picture)"))
        self.add_html()
        for name, label in (
            ("RES", tr("Relative effect size (above 1 is good)")),
            ("RES_LOW", tr("Lower limit (95 %)")), ("RES_HIGH", tr("Upper limit (95 %)")),
            ("RES_P", tr("p")), ("LOG_RES", tr("Logarithm of the effect size")),
            ("VARIANCE", tr("Variance of the logarithm")), ("DISPERSION", tr("Over-dispersion")),
        ):
            self.add_number_output(name, label)
        self.add_text_output("CONCLUSION", tr("Conclusion"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.effect_sentence import conclude_effect_size
        from ...analysis.effect_size import relative_effect_size

        found = measure.read(run)
        treated, control = found.counts("treated"), found.counts("control")
        answer = relative_effect_size(treated, control, measure.scatter(run, found))
        said = measure.sentences(conclude_effect_size(answer))
        for sentence in said:
            run.log(sentence)
        from ...reports import charts

        picture = charts.before_after(
            [(tr("Place of the measure"), *treated), (tr("Comparison place"), *control)],
            run.language, effect=(answer.res, answer.low, answer.high),
            effect_label=tr("Relative effect size"), no_effect=1.0, level=answer.level,
        )
        return {
            incidents.EVENTS: len(found.events), "RES": answer.res, "RES_LOW": answer.low,
            "RES_HIGH": answer.high, "RES_P": answer.p, "LOG_RES": answer.log_res,
            "VARIANCE": answer.variance, "DISPERSION": answer.dispersion,
            "CONCLUSION": " ".join(said), "CHART": outputs.write_text(run, "CHART", picture),
            "SUMMARY": outputs.write_summary(run, said, charts=[picture]),
        }
