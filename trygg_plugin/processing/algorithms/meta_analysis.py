"""trygg:metaanalysis – what several evaluations say together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Tuple

import numpy as np
from qgis.core import QgsFeatureRequest, QgsProcessing, QgsProcessingParameterField

from ...analysis.errors import AnalysisError
from ...compat import is_null
from ...domain.errors import DomainError
from ...i18n import tr, tr_error
from .. import groups, measure, outputs
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...analysis.effect_size import MetaAnalysis as Answer

COUNTS = ("TREATED_BEFORE", "TREATED_AFTER", "CONTROL_BEFORE", "CONTROL_AFTER")


class MetaAnalysis(TryggAlgorithm):
    NAME = "metaanalysis"
    TITLE = N_("Several evaluations together (meta-analysis)")
    GROUP = groups.EFFECT
    TAGS = ("RES", N_("evaluation"), "DerSimonian-Laird")
    HELP = {
        "en": "<p>Joins the relative effect sizes of several places or evaluations to one, from a "
        "table with a row for each: either the logarithm of the effect and its variance (as the "
        "tool Relative effect size gives), or the four counts before and after.</p>"
        "<p><b>Read it as</b>: above 1 is good; 1.25 means about a fifth fewer incidents than the "
        "comparison lets expect, over all places. If the places differ more than chance explains, "
        "the mean hides that the measure helped at some and not at others.</p>"
        "<p><b>It does not say</b> that the measure works elsewhere, and evaluations that were "
        "never written up are missing: they are often those without an effect. From counts the "
        "interval is for Poisson counts, which is too narrow for most crime. Source: Farrington et "
        "al. 2007; DerSimonian &amp; Laird 1986.</p>",
        "sv": "<p>Lägger samman de relativa effektstorlekarna från flera platser eller "
        "utvärderingar till en, ur en tabell med en rad för varje: antingen effektens logaritm och "
        "dess varians (som verktyget Relativ effektstorlek ger), eller de fyra antalen före och "
        "efter.</p>"
        "<p><b>Läs den så</b>: över 1 är bra; 1,25 betyder omkring en femtedel färre händelser än "
        "jämförelsen låter vänta, över alla platser. Skiljer sig platserna mer än slumpen "
        "förklarar döljer medeltalet att åtgärden hjälpte på några och inte på andra.</p>"
        "<p><b>Den säger inte</b> att åtgärden fungerar på andra håll, och utvärderingar som "
        "aldrig skrevs saknas: ofta är det de utan effekt. Ur antal gäller intervallet "
        "Poissonfördelade antal, vilket är för smalt för de flesta brott. Källa: Farrington m.fl. "
        "2007; DerSimonian &amp; Laird 1986.</p>",
    }

    def define(self) -> None:
        number = QgsProcessingParameterField.DataType.Numeric
        self.add_vector("INPUT", tr("Table with a row for each place"),
                        QgsProcessing.SourceType.TypeVector)
        self.add_field("NAME", tr("Name of the place"), "INPUT")
        self.add_field("LOG_EFFECT", tr("Logarithm of the effect size"), "INPUT", number)
        self.add_field("VARIANCE", tr("Variance of the logarithm"), "INPUT", number)
        for name, label in zip(COUNTS, (
            tr("Or counts: place of the measure, before"), tr("Place of the measure, after"),
            tr("Comparison place, before"), tr("Comparison place, after"),
        )):
            self.add_field(name, label, "INPUT", number)
        self.add_choice("MODEL", tr("The effect"), (
            tr("May differ between places (random, DerSimonian-Laird)"),
            tr("Is the same everywhere (fixed)"),
        ), advanced=True)
        self.add_table_sink("OUTPUT", tr("Effects and weights"))
        self.add_html()
        for name, label in (
            ("RES", tr("Joint relative effect size (above 1 is good)")),
            ("RES_LOW", tr("Lower limit (95 %)")), ("RES_HIGH", tr("Upper limit (95 %)")),
            ("RES_P", tr("p")), ("PLACES", tr("Number of places")),
            ("TAU2", tr("Variance between places")),
            ("I2", tr("Share of the variation that is between places")),
            ("DIFFER_P", tr("p that the places are alike")),
        ):
            self.add_number_output(name, label)
        self.add_text_output("CONCLUSION", tr("Conclusion"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.effect_sentence import conclude_meta_analysis
        from ...analysis.effect_size import meta_analysis

        names, effects, variances = self._read(run)
        answer = meta_analysis(effects, variances, random=run.integer("MODEL") == 0)
        said = measure.sentences(conclude_meta_analysis(answer))
        for sentence in said:
            run.log(sentence)
        run.progress(0.9)
        table = self._write(run, names, effects, variances, answer)
        rows = [(name, float(np.exp(effect)), float(weight)) for name, effect, weight in
                zip(names, effects, answer.weights)]
        return {
            "OUTPUT": table,
            "SUMMARY": outputs.write_summary(run, said, [outputs.Table(
                (tr("Place"), tr("Relative effect size"), tr("Weight")), rows)]),
            "RES": answer.ratio, "RES_LOW": answer.low, "RES_HIGH": answer.high,
            "RES_P": answer.p, "PLACES": len(names), "TAU2": answer.tau2, "I2": answer.i2,
            "DIFFER_P": answer.p_q, "CONCLUSION": " ".join(said),
        }

    @staticmethod
    def _write(
        run: Run, names: List[str], effects: np.ndarray, variances: np.ndarray, answer: Answer
    ) -> str:
        reach = 1.959964 * np.sqrt(variances)
        return outputs.write_table(run, "OUTPUT", [
            outputs.Column("place", tr("Place"), names),
            outputs.Column("res", tr("Relative effect size"), np.exp(effects)),
            outputs.Column("low", tr("Lower limit (95 %)"), np.exp(effects - reach)),
            outputs.Column("high", tr("Upper limit (95 %)"), np.exp(effects + reach)),
            outputs.Column("log_res", tr("Logarithm of the effect size"), effects),
            outputs.Column("variance", tr("Variance of the logarithm"), variances),
            outputs.Column("weight", tr("Weight"), answer.weights),
        ])

    def _read(self, run: Run) -> Tuple[List[str], np.ndarray, np.ndarray]:
        """Names, log effects and variances (k,) of the rows that have them, the others told."""
        from ...analysis.effect_size import relative_effect_size

        given = [run.field(name) for name in ("LOG_EFFECT", "VARIANCE")]
        counts = [run.field(name) for name in COUNTS]
        direct = all(field is not None for field in given)
        if direct == all(field is not None for field in counts):
            raise DomainError("Choose either the fields with the logarithm of the effect and its "
                              "variance, or the four fields with counts.")
        source = run.source("INPUT")
        wanted = [field for field in (given if direct else counts) if field is not None]
        label = run.field("NAME")
        request = QgsFeatureRequest()
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        names: List[str] = []
        effects: List[float] = []
        variances: List[float] = []
        empty = 0
        for feature in source.getFeatures(request):
            run.progress(0.0)
            values = [feature[field] for field in wanted]
            if any(is_null(value) for value in values):
                empty += 1
                continue
            name = feature[label] if label else None
            name = str(feature.id()) if is_null(name) else str(name)
            numbers = [float(value) for value in values]
            if direct:
                effect, variance = numbers
            else:
                a, b, c, d = numbers
                try:
                    single = relative_effect_size((a, b), (c, d))
                except AnalysisError as error:
                    run.warn(f"{name}: {tr_error(error)}")
                    continue
                effect, variance = single.log_res, single.variance
            names.append(name)
            effects.append(effect)
            variances.append(variance)
        if empty:
            run.warn(tr("{count} rows lack a number and are left out.").format(count=empty))
        if not names:
            raise DomainError("No row of “{layer}” has the numbers that are needed.",
                              layer=source.sourceName())
        return names, np.array(effects), np.array(variances)
