"""trygg:interruptedtimeseries – did the curve break when the measure began."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional

import numpy as np

from ...i18n import tr
from .. import groups, incidents, measure, outputs
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...analysis.interrupted_time_series import InterruptedSeries

STEPS = ("month", "week")


class InterruptedTimeSeries(TryggAlgorithm):
    NAME = "interruptedtimeseries"
    TITLE = N_("Interrupted time series")
    GROUP = groups.EFFECT
    TAGS = ("ITS", N_("evaluation"))
    HELP = {
        "en": "<p>Fits the curve of incidents before a measure with trend and season, carries it "
        "on, and compares it with what came. With a comparison place its changes are taken "
        "away.</p>"
        "<p><b>Read it as</b>: level change 0.80 (0.65–0.98) means 20 % fewer just after the "
        "measure than was on its way. The dashed curve is what the model expects without the "
        "measure.</p>"
        "<p><b>It assumes</b> that nothing else changed at the same time, and needs time: two "
        "years before is good, one at least. Source: Bernal, Cummins &amp; Gasparrini 2017; Newey "
        "&amp; West 1994.</p>",
        "sv": "<p>Anpassar kurvan av händelser före en åtgärd med trend och säsong, för den vidare "
        "och jämför med vad som kom. Med en jämförelseplats räknas dess förändringar bort.</p>"
        "<p><b>Läs den så</b>: nivåändring 0,80 (0,65–0,98) betyder 20 % färre strax efter "
        "åtgärden än vad som var på väg. Den streckade kurvan är vad modellen väntar utan "
        "åtgärden.</p>"
        "<p><b>Den antar</b> att inget annat ändrades samtidigt, och behöver tid: två år före är "
        "bra, minst ett. Källa: Bernal, Cummins &amp; Gasparrini 2017; Newey &amp; West 1994.</p>",
    }

    def define(self) -> None:
        measure.add_parameters(self, treated="optional", control="optional")
        self.add_choice("STEP", tr("Count per"), (tr("Month"), tr("Week")))
        self.add_flag("TREND_CHANGE", tr("Let the trend change too"), True, advanced=True)
        self.add_table_sink("OUTPUT", tr("Series with and without the measure"))
        self.add_svg("CHART", tr("Curve (picture)"))
        self.add_html()
        for name, label in (
            ("LEVEL_CHANGE", tr("Level change (ratio)")), ("LEVEL_LOW", tr("Lower limit (95 %)")),
            ("LEVEL_HIGH", tr("Upper limit (95 %)")), ("LEVEL_P", tr("p")),
            ("PREVENTED", tr("Incidents fewer than expected")),
        ):
            self.add_number_output(name, label)
        self.add_text_output("CONCLUSION", tr("Conclusion"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.effect_sentence import conclude_series
        from ...analysis.interrupted_time_series import interrupted_time_series

        found = measure.read(run, equal_periods=False)
        monthly = run.choice("STEP", STEPS) == "month"
        edges_of = measure.month_edges if monthly else measure.week_edges
        edges, first = edges_of(found.start, found.before[0], found.after[1])
        lengths = np.diff(edges).astype("timedelta64[D]").astype(float)
        counts = found.series("treated" if "treated" in found.inside else None, edges)
        comparison: Optional[np.ndarray] = None
        if "control" in found.inside:
            comparison = found.series("control", edges)
        run.progress(0.3)
        answer = interrupted_time_series(
            counts, first, period=12 if monthly else 52, exposure=lengths,
            trend_change=run.flag("TREND_CHANGE"), comparison=comparison,
            comparison_exposure=None if comparison is None else lengths,
        )
        said = measure.sentences(conclude_series(answer))
        for sentence in said:
            run.log(sentence)
        table = outputs.write_table(run, "OUTPUT", series_columns(answer, edges))
        picture = self._picture(run, answer, edges, monthly)
        return {
            "OUTPUT": table, incidents.EVENTS: int(counts.sum()),
            "LEVEL_CHANGE": answer.level_change.value, "LEVEL_LOW": answer.level_change.low,
            "LEVEL_HIGH": answer.level_change.high, "LEVEL_P": answer.level_change.p,
            "PREVENTED": answer.prevented, "CONCLUSION": " ".join(said),
            "CHART": outputs.write_text(run, "CHART", picture),
            "SUMMARY": outputs.write_summary(run, said, charts=[picture]),
        }

    @staticmethod
    def _picture(
        run: Run, answer: InterruptedSeries, edges: np.ndarray, monthly: bool
    ) -> str:
        from ...reports import charts

        counts = answer.counts.tolist()
        if monthly:
            month = int(edges[0].astype("datetime64[M]").astype(int))
            return charts.monthly_curve(
                counts, (1970 + month // 12, month % 12 + 1), run.language,
                expected_low=answer.counterfactual_low.tolist(),
                expected_high=answer.counterfactual_high.tolist(),
            )
        return charts.alert_series(
            edges[:-1].astype("datetime64[D]").tolist(), counts, [False] * len(counts),
            run.language, threshold=answer.counterfactual_high.tolist(),
            expected=answer.counterfactual.tolist(),
        )


def series_columns(answer: InterruptedSeries, edges: np.ndarray) -> List[outputs.Column]:
    """Fields of the series with and without the measure."""
    columns = [
        outputs.Column("start", tr("First day"), edges[:-1].astype("datetime64[D]")),
        outputs.Column("count", tr("Incidents"), answer.counts.astype(np.int64)),
        outputs.Column("after", tr("With the measure"),
                       np.arange(len(answer.counts)) >= answer.start),
        outputs.Column("fitted", tr("Model"), answer.fitted),
        outputs.Column("without", tr("Without the measure"), answer.counterfactual),
        outputs.Column("without_low", tr("Without, lower limit"), answer.counterfactual_low),
        outputs.Column("without_high", tr("Without, upper limit"), answer.counterfactual_high),
    ]
    if answer.comparison is not None:
        columns.append(outputs.Column("comparison", tr("Comparison place"),
                                      answer.comparison.astype(np.int64)))
    return columns
