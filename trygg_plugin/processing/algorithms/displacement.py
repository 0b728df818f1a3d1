"""trygg:displacement – did a measure lower incidents, or move them (WDD, WDQ)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Tuple

import numpy as np

from ...analysis.errors import AnalysisError
from ...i18n import tr, tr_error
from .. import groups, incidents, measure, outputs
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...analysis.displacement import DisplacementDifference
    from ...analysis.displacement_sentence import DisplacementConclusion


class Displacement(TryggAlgorithm):
    NAME = "displacement"
    TITLE = N_("Fewer or moved? (WDD, WDQ)")
    GROUP = groups.EFFECT
    TAGS = ("WDD", "WDQ", N_("evaluation"))
    HELP = {
        "en": "<p>Compares the change at the place of a measure with the change at a comparison "
        "place (weighted displacement difference), and, with places around, judges the "
        "change there, too, and adds how large it is beside the place's own (weighted displacement "
        "quotient, which has no interval).</p>"
        "<p><b>Read it as</b>: −12 (−25 to 1) means about twelve incidents fewer than the "
        "comparison lets expect, and that chance cannot be ruled out, since the interval reaches "
        "past 0.</p>"
        "<p><b>It assumes</b> that both places would have changed by as many incidents, that the "
        "counts are Poisson, and that places were not chosen in a peak. Fewer than 20 incidents "
        "are not judged. With harm weights the difference is also given in harm, which a few grave "
        "incidents may decide. Source: Wheeler &amp; Ratcliffe 2018; Bowers &amp; Johnson 2003; "
        "Guerette 2009.</p>",
        "sv": "<p>Jämför förändringen på åtgärdens plats med förändringen på en jämförelseplats "
        "(viktad omfördelningsskillnad, WDD). Med platser runt omkring bedöms även förändringen "
        "där, och omfördelningskvoten (WDQ), som saknar intervall, ställer den mot platsens "
        "egen.</p>"
        "<p><b>Läs den så</b>: −12 (−25 till 1) betyder omkring tolv händelser färre än "
        "jämförelsen låter vänta, och att slumpen inte kan uteslutas, eftersom intervallet går "
        "förbi 0.</p>"
        "<p><b>Den antar</b> att båda platserna skulle ha ändrats med lika många händelser, att "
        "antalen är Poissonfördelade och att platsen inte valdes på en topp. Färre än 20 händelser "
        "bedöms inte. Med skadevikter anges skillnaden också i skada, som några få grova händelser "
        "kan avgöra. Källa: Wheeler &amp; Ratcliffe 2018; Bowers &amp; Johnson 2003; Guerette "
        "2009.</p>",
    }

    def define(self) -> None:
        measure.add_parameters(self, buffers=True, weights=True)
        self.add_table_sink("OUTPUT", tr("Counts before and after"))
        self.add_svg("CHART", tr("Before and after (picture)"))
        self.add_html()
        for name, label in (
            ("WDD", tr("Weighted displacement difference")), ("WDD_LOW", tr("Lower limit (95 %)")),
            ("WDD_HIGH", tr("Upper limit (95 %)")), ("WDD_P", tr("p")),
            ("WDQ", tr("Weighted displacement quotient")),
            ("TOTAL_NET_EFFECT", tr("Total net effect (events fewer)")),
            ("HARM_WDD", tr("Weighted displacement difference in harm")),
            ("HARM_LOW", tr("Lower limit in harm (95 %)")),
            ("HARM_HIGH", tr("Upper limit in harm (95 %)")), ("HARM_P", tr("p in harm")),
        ):
            self.add_number_output(name, label)
        self.add_text_output("CONCLUSION", tr("Conclusion"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.displacement import displacement_difference
        from ...analysis.displacement_sentence import conclude_displacement
        from ...analysis.effect_sentence import FEWEST_EVENTS

        found = measure.read(run)
        counts = {name: found.counts(name) for name in found.inside}
        pairs = "buffer" in counts and "buffer_control" in counts
        answer = displacement_difference(
            counts["treated"], counts["control"],
            counts["buffer"] if pairs else None,
            counts["buffer_control"] if pairs else None, fewest=FEWEST_EVENTS,
        )
        conclusion = conclude_displacement(answer)
        said = measure.sentences(conclusion)
        results: Dict[str, Any] = {
            incidents.EVENTS: len(found.events), "WDD": answer.estimate, "WDD_LOW": answer.low,
            "WDD_HIGH": answer.high, "WDD_P": answer.p, "WDQ": None, "TOTAL_NET_EFFECT": None,
            "HARM_WDD": None, "HARM_LOW": None, "HARM_HIGH": None, "HARM_P": None,
        }
        if "buffer" in counts:
            self._quotient(run, counts, conclusion, said, results)
        if found.events.weight is not None:
            said.append(self._harm(
                found, found.events.weight, pairs and not answer.left_out, results))
        for sentence in said:
            run.log(sentence)
        results["OUTPUT"] = self._write(run, found, counts)
        picture = self._picture(run, counts, answer)
        results["CHART"] = outputs.write_text(run, "CHART", picture)
        results["SUMMARY"] = outputs.write_summary(run, said, charts=[picture])
        results["CONCLUSION"] = " ".join(said)
        return results

    @staticmethod
    def _quotient(
        run: Run, counts: Dict[str, Tuple[float, float]], beside: DisplacementConclusion,
        said: List[str], results: Dict[str, Any],
    ) -> None:  # fmt: skip
        from ...analysis.displacement import displacement_quotient
        from ...analysis.displacement_sentence import conclude_quotient

        try:
            quotient = displacement_quotient(
                counts["treated"], counts["buffer"], counts["control"]
            )
        except AnalysisError as error:
            run.warn(tr_error(error))
            return
        events = sum(counts["treated"]) + sum(counts["buffer"])
        said += measure.sentences(conclude_quotient(quotient, beside, events))
        results["WDQ"] = quotient.quotient
        results["TOTAL_NET_EFFECT"] = quotient.total_net_effect

    @staticmethod
    def _harm(
        found: measure.Measure, weight: np.ndarray, pairs: bool, results: Dict[str, Any]
    ) -> str:
        """The difference in harm: each weight counted apart, times the weight."""
        from ...analysis.displacement import displacement_difference, harm_difference

        within = np.logical_or.reduce(list(found.inside.values()))
        weights = np.unique(weight[within])
        differences = []
        for one in weights:
            some = weight == one
            counts = {name: found.counts(name, some) for name in found.inside}
            differences.append(displacement_difference(
                counts["treated"], counts["control"],
                counts["buffer"] if pairs else None, counts["buffer_control"] if pairs else None,
            ))
        if not differences:
            return tr("No incident in the places has a harm weight.")
        harm = harm_difference(differences, weights.tolist())
        results.update(HARM_WDD=harm.estimate, HARM_LOW=harm.low, HARM_HIGH=harm.high,
                       HARM_P=harm.p)
        number = outputs.shown_number
        return tr("In harm the difference is {estimate} ({low} to {high}, 95 %). A few grave "
                  "incidents may decide it.").format(
            estimate=number(harm.estimate), low=number(harm.low), high=number(harm.high))

    @staticmethod
    def _write(
        run: Run, found: measure.Measure, counts: Dict[str, Tuple[float, float]]
    ) -> str:
        keys = list(counts)
        return outputs.write_table(run, "OUTPUT", [
            outputs.Column("place", tr("Place"), [place_names()[key] for key in keys]),
            outputs.Column("before", tr("Before"), [int(counts[key][0]) for key in keys]),
            outputs.Column("after", tr("After"), [int(counts[key][1]) for key in keys]),
            outputs.Column("change", tr("Change"),
                           [int(counts[key][1] - counts[key][0]) for key in keys]),
            outputs.Column("km2", tr("km²"), [found.km2[key] for key in keys]),
        ])

    @staticmethod
    def _picture(
        run: Run, counts: Dict[str, Tuple[float, float]], answer: DisplacementDifference
    ) -> str:
        from ...reports import charts

        return charts.before_after(
            [(place_names()[key], *pair) for key, pair in counts.items()], run.language,
            effect=(answer.estimate, answer.low, answer.high),
            effect_label=tr("Difference (incidents)"), level=answer.level,
        )


def place_names() -> Dict[str, str]:
    """What the places are called in tables and pictures."""
    return {
        "treated": tr("Place of the measure"), "control": tr("Comparison place"),
        "buffer": tr("Places around"),
        "buffer_control": tr("Comparison of the places around"),
    }
