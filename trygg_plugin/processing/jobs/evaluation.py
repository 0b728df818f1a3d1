"""The steps of an evaluation: one measure looked at by every method that fits."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional, Tuple

import numpy as np
from qgis.core import QgsWkbTypes

from ...domain.errors import DomainError
from ...i18n import tr
from .. import areas as areas_of
from .. import measure, outputs, styles
from ..algorithms.difference_in_differences import panel_columns, read_panel
from ..algorithms.displacement import place_names
from ..algorithms.interrupted_time_series import series_columns
from ..base import Run
from .layer_group import LayerGroup
from .sections import Chart, PartOfRun, Section, attempt, probability

if TYPE_CHECKING:
    from ...analysis.displacement_sentence import DisplacementConclusion
    from ...analysis.effect_sentence import Conclusion

DAYS_BEFORE, DAYS_AFTER, STEP = "DAYS_BEFORE", "DAYS_AFTER", "STEP"
STEPS = ("automatic", "month", "week")
#: Whole months on each side from which a series is counted by month rather than by week.
MONTHS_BEFORE, MONTHS_AFTER = 12, 8
#: Colours that are told apart without colour sight and in grey print.
COLOURS = {
    "treated": "#004488", "buffer": "#ddaa33", "control": "#bb5566", "buffer_control": "#e8c4cb",
}


@dataclass
class Verdict:
    """One method's figure: NaN where there is none. ``verdict``: see effect_sentence.VERDICTS."""

    key: str
    method: str
    estimate: float
    low: float
    high: float
    p: float
    verdict: str
    says: str


@dataclass
class Evaluation:
    """One run. ``whole``: all the data that may be used; ``found``: the compared periods."""

    run: Run
    group: LayerGroup
    whole: measure.Measure
    found: measure.Measure
    results: Dict[str, Any] = field(default_factory=dict)
    verdicts: List[Verdict] = field(default_factory=list)
    compared: Optional[DisplacementConclusion] = None

    @property
    def counts(self) -> Dict[str, Tuple[float, float]]:
        return {name: self.found.counts(name) for name in self.found.inside}

    def concluded(
        self, section: Section, key: str, method: str, conclusion: Conclusion,
        estimate: Tuple[float, float, float, float],
    ) -> None:
        """Keep a method's sentences and its row of the results."""
        said = measure.sentences(conclusion)
        section.sentences += said
        self.verdicts.append(Verdict(key, method, *estimate, conclusion.verdict, " ".join(said)))

    def difference(self, run: Run, section: Section) -> None:
        """Weighted displacement difference and quotient."""
        from ...analysis.displacement import displacement_difference
        from ...analysis.displacement_sentence import conclude_displacement
        from ...analysis.effect_sentence import FEWEST_EVENTS
        from ...reports import charts

        counts = self.counts
        before, after = self.found.lengths
        pairs = "buffer" in counts and "buffer_control" in counts
        answer = displacement_difference(
            counts["treated"], counts["control"], counts["buffer"] if pairs else None,
            counts["buffer_control"] if pairs else None, time_weights=(before / after, 1.0),
            fewest=FEWEST_EVENTS,
        )
        conclusion = self.compared = conclude_displacement(answer)
        self.concluded(section, "wdd", tr("Weighted displacement difference"), conclusion,
                       (answer.estimate, answer.low, answer.high, answer.p))
        self.results.update(WDD=answer.estimate, WDD_LOW=answer.low, WDD_HIGH=answer.high,
                            WDD_P=answer.p)
        names = place_names()
        groups = [(names[key], *pair) for key, pair in counts.items()]
        effect = (answer.estimate, answer.low, answer.high)
        label = tr("Difference (incidents)")
        section.charts.append(Chart(
            "before_after",
            charts.before_after(groups, run.language, effect=effect, effect_label=label,
                                level=answer.level),
            charts.before_after_text(groups, run.language, effect, label, 0.0, answer.level),
        ))

    def quotient(self, run: Run, section: Section) -> None:
        """Whether incidents moved to the places around, or the good spread there."""
        from ...analysis.displacement import displacement_quotient
        from ...analysis.displacement_sentence import conclude_quotient

        counts = self.counts
        if "buffer" not in counts:
            raise DomainError("Places around the measure are not given: choose them, or the width "
                              "of a ring.")
        answer = displacement_quotient(counts["treated"], counts["buffer"], counts["control"])
        events = sum(counts["treated"]) + sum(counts["buffer"])
        if self.compared is None:
            raise DomainError("The places could not be compared, so that the quotient cannot be "
                              "read either.")
        conclusion = conclude_quotient(answer, self.compared, events)
        quotient = np.nan if answer.quotient is None else float(answer.quotient)
        self.concluded(section, "wdq", tr("Weighted displacement quotient"), conclusion,
                       (quotient, np.nan, np.nan, np.nan))
        if conclusion.verdict != "too_few":
            self.results.update(WDQ=answer.quotient, TOTAL_NET_EFFECT=_known(
                answer.total_net_effect))

    def effect_size(self, run: Run, section: Section) -> None:
        """Relative effect size, its interval widened by the scatter between months."""
        from ...analysis.effect_sentence import conclude_effect_size
        from ...analysis.effect_size import relative_effect_size

        counts = self.counts
        answer = relative_effect_size(
            counts["treated"], counts["control"], measure.scatter(run, self.found))
        self.concluded(section, "res", tr("Relative effect size"),
                       conclude_effect_size(answer),
                       (answer.res, answer.low, answer.high, answer.p))
        self.results.update(RES=answer.res, RES_LOW=answer.low, RES_HIGH=answer.high,
                            RES_P=answer.p, DISPERSION=answer.dispersion)

    def series(self, run: Run, section: Section) -> None:
        """The curve of the place, carried on from before, with the comparison place's curve."""
        from ...analysis.effect_sentence import conclude_series
        from ...analysis.interrupted_time_series import interrupted_time_series
        from ...reports import charts

        monthly, edges, first = self._steps(run)
        lengths = np.diff(edges).astype("timedelta64[D]").astype(float)
        answer = interrupted_time_series(
            self.whole.series("treated", edges), first, period=12 if monthly else 52,
            exposure=lengths, comparison=self.whole.series("control", edges),
            comparison_exposure=lengths,
            # a free trend after the measure says little but in very long series
            trend_change=False,
        )
        run.progress(0.6)
        conclusion = conclude_series(answer)
        self.concluded(
            section, "its", tr("Interrupted time series (fewer)"), conclusion,
            # the p there is belongs to the change of level, not to these
            (answer.prevented, answer.prevented_low, answer.prevented_high, np.nan))
        self.results.update(
            LEVEL_CHANGE=answer.level_change.value, LEVEL_P=answer.level_change.p,
            PREVENTED=answer.prevented)
        self.results["SERIES"] = self.group.claim(outputs.write_table(
            run, "SERIES", series_columns(answer, edges), self.group.style(30)), 30)
        days = edges[:-1].astype("datetime64[D]").tolist()
        said = charts.series_effect_text(days, answer.counts.tolist(), answer.start, run.language,
                                         answer.counterfactual.tolist())
        section.charts.append(Chart("series", charts.series_effect(
            days, answer.counts.tolist(), answer.start, run.language,
            fitted=answer.fitted.tolist(), expected=answer.counterfactual.tolist(),
            expected_low=answer.counterfactual_low.tolist(),
            expected_high=answer.counterfactual_high.tolist(),
        ), said))

    def panel(self, run: Run, section: Section) -> None:
        """Areas with the measure against areas without."""
        from ...analysis.difference_in_differences import difference_in_differences
        from ...analysis.effect_sentence import conclude_panel

        panel = read_panel(run, self.whole, run.step(0.0, 0.3))
        answer = difference_in_differences(
            panel.counts, panel.treated, panel.after, model="poisson",
            permutations=run.integer("PERMUTATIONS"), seed=run.integer("SEED"),
            progress=run.step(0.3, 0.95),
        )
        self.concluded(
            section, "did", tr("Difference in differences (ratio)"), conclude_panel(answer),
            (answer.ratio, answer.ratio_low, answer.ratio_high, answer.p))
        self.results.update(DID_RATIO=_known(answer.ratio), DID_P=_known(answer.p))
        self.results["AREA_COUNTS"] = self.group.claim(outputs.write_table(
            run, "AREA_COUNTS", panel_columns(panel), self.group.style(31)), 31)

    def _steps(self, run: Run) -> Tuple[bool, np.ndarray, int]:
        """Months where there are enough of them, else weeks; the borders, and how many before."""
        whole = self.whole
        wanted = run.choice(STEP, STEPS)
        edges, first = measure.month_edges(whole.start, whole.before[0], whole.after[1])
        enough = first >= MONTHS_BEFORE and len(edges) - 1 - first >= MONTHS_AFTER
        if wanted == "month" or (wanted == "automatic" and enough):
            return True, edges, first
        if wanted == "automatic":
            run.log(tr("Counted by week, since there are not {before} whole months before and "
                       "{after} after.").format(before=MONTHS_BEFORE, after=MONTHS_AFTER))
        edges, first = measure.week_edges(whole.start, whole.before[0], whole.after[1])
        return False, edges, first

    # ---- results

    def write_places(self) -> None:
        """The places as a layer, with their counts."""
        names, counts = place_names(), self.counts
        keys = list(counts)
        before = np.array([counts[key][0] for key in keys])
        after = np.array([counts[key][1] for key in keys])
        columns = [
            outputs.Column("kind", tr("Kind"), keys),
            outputs.Column("name", tr("Place"), [names[key] for key in keys]),
            outputs.Column("before", tr("Before"), before.astype(np.int64)),
            outputs.Column("after", tr("After"), after.astype(np.int64)),
            outputs.Column("change", tr("Change"), (after - before).astype(np.int64)),
            outputs.Column("km2", tr("km²"), np.array([self.found.km2[key] for key in keys])),
        ]
        style = styles.categorized(
            "kind", [(key, names[key], COLOURS[key]) for key in keys], opacity=0.55)
        self.results["PLACES"] = self.group.claim(outputs.write_layer(
            self.run, "PLACES", columns,
            [areas_of.as_multi(self.found.shapes[key]) for key in keys],
            QgsWkbTypes.Type.MultiPolygon, self.found.events.crs, self.group.style(10, style),
        ), 10)

    def write_results(self) -> None:
        """A row for each method."""
        rows = self.verdicts
        words = verdict_words()

        def numbers(name: str) -> np.ndarray:
            return np.array([getattr(row, name) for row in rows], dtype=float)

        self.results["RESULTS"] = self.group.claim(outputs.write_table(self.run, "RESULTS", [
            outputs.Column("method", tr("Method"), [row.method for row in rows]),
            outputs.Column("estimate", tr("Estimate"), numbers("estimate")),
            outputs.Column("low", tr("Lower limit (95 %)"), numbers("low")),
            outputs.Column("high", tr("Upper limit (95 %)"), numbers("high")),
            outputs.Column("p", tr("p"), numbers("p")),
            outputs.Column("verdict", tr("Verdict"), [words[row.verdict] for row in rows]),
            outputs.Column("says", tr("In words"), [row.says for row in rows]),
        ], self.group.style(20)), 20)

    def table(self) -> outputs.Table:
        """The methods side by side, for the page."""
        words = verdict_words()
        return outputs.Table(
            [tr("Method"), tr("Estimate"), tr("Lower limit (95 %)"), tr("Upper limit (95 %)"),
             tr("p"), tr("Verdict")],
            [[row.method, row.estimate, row.low, row.high,
              probability(row.p) if np.isfinite(row.p) else None, words[row.verdict]]
             for row in self.verdicts],
        )

    def together(self) -> Tuple[str, str]:
        """(verdict, sentence): what the methods may claim together.

        The comparisons of counts must agree; the others, which need long series or many areas
        to tell anything, may confirm or contradict them.
        """
        by_key = {row.key: row.verdict for row in self.verdicts}
        counts = {by_key[key] for key in ("wdd", "res") if key in by_key}
        others = {by_key[key] for key in ("its", "did") if key in by_key}
        claims = others & {"fewer", "more"}
        if not counts or "too_few" in counts:
            return "too_few", tr("There are too few incidents to conclude anything about the "
                                 "measure. Wait, or look at longer periods.")
        if counts == {"no_difference_shown"} and not claims:
            return "no_difference_shown", tr(
                "No effect is shown: chance alone may explain the difference. That does not show "
                "that the measure has no effect.")
        if {"fewer", "more"} <= counts | claims:
            return "not_judged", tr("The methods contradict each other: conclude nothing from "
                                    "them, and look at the periods and the comparison place.")
        if len(counts) > 1 or "no_difference_shown" in counts:
            return "not_judged", tr("Some methods show a difference, others do not: take it as a "
                                    "sign, not as proof.")
        (verdict,) = counts
        said = {
            "fewer": tr("Fewer incidents than were to be expected, by more than chance explains."),
            "more": tr("More incidents than were to be expected, by more than chance explains."),
        }[verdict]
        if "no_difference_shown" in others:
            said += " " + tr("Not every method can tell it from chance, but none contradicts it.")
        elif claims:
            said += " " + tr("All methods agree.")
        return verdict, said


def read(run: Run) -> Tuple[measure.Measure, measure.Measure]:
    """(all the data, for the curve; the compared periods), the places checked against each
    other."""
    whole = measure.read(run, equal_periods=False)
    refuse_near_comparison(run, whole)
    start = whole.start
    lengths = {DAYS_BEFORE: start - whole.before[0], DAYS_AFTER: whole.after[1] - start}
    wanted: Dict[str, Optional[np.timedelta64]] = {}
    for name, available in lengths.items():
        asked = run.number(name)
        wanted[name] = None if asked is None else int(asked) * measure.DAY
        if asked is not None and wanted[name] > available:
            wanted[name] = available
            run.warn(tr("The data reach only {days} days, not {asked}: {label}.").format(
                days=int(available / measure.DAY), asked=int(asked),
                label=run.algorithm.parameterDefinition(name).description()))
    before, after = wanted[DAYS_BEFORE], wanted[DAYS_AFTER]
    if before is None and after is None:
        before = after = min(lengths.values())
    elif before is None:
        before = min(after, lengths[DAYS_BEFORE])
    elif after is None:
        after = min(before, lengths[DAYS_AFTER])
    found = replace(whole, before=(start - before, start), after=(start, start + after))
    run.log(tr("Compared: {a} to {b} with {c} to {d} (first and last days).").format(
        a=str(found.before[0]), b=str(found.before[1] - measure.DAY), c=str(found.after[0]),
        d=str(found.after[1] - measure.DAY)))
    return whole, found


def refuse_near_comparison(run: Run, found: measure.Measure) -> None:
    """Incidents that move into the comparison place would be taken for its own change."""
    width = run.number(measure.BUFFER_WIDTH)
    if width is None or run.given(measure.BUFFER):
        return
    reach = found.shapes["treated"].buffer(width, 16)
    control = found.shapes["control"]
    if reach.intersection(control).area() > 1e-6 * min(reach.area(), control.area()):
        raise DomainError(
            "The comparison place reaches into the ring of {width:g} m around the measure, where "
            "incidents may move to, so that it cannot tell what would have happened anyway. Choose "
            "a comparison place farther away, or a narrower ring.", width=width,
        )


def verdict_words() -> Dict[str, str]:
    """What the verdicts are called in tables."""
    return {
        "fewer": tr("Fewer than expected"), "more": tr("More than expected"),
        "no_difference_shown": tr("No difference shown"), "too_few": tr("Too few incidents"),
        "not_judged": tr("Not judged"),
    }


def steps(evaluation: Evaluation) -> List[Section]:
    """A section for each method; one without an answer says why."""
    work: List[Tuple[str, Callable[[Run, Section], None]]] = [
        (tr("Fewer than the comparison lets expect? (WDD)"), evaluation.difference),
        (tr("Moved to the places around? (WDQ)"), evaluation.quotient),
        (tr("Relative effect size (RES)"), evaluation.effect_size),
        (tr("The curve before and after (interrupted time series)"), evaluation.series),
    ]
    if evaluation.run.given("AREAS"):
        work.append((tr("Areas with and without the measure (difference in differences)"),
                     evaluation.panel))
    made = []
    share = 0.8 / len(work)
    for number, (title, step) in enumerate(work):
        part = PartOfRun(evaluation.run, 0.2 + share * number, 0.2 + share * (number + 1))
        made.append(attempt(evaluation.run, title,
                            lambda section, s=step, p=part: s(p, section)))
    return made


def _known(value: float) -> Optional[float]:
    return float(value) if np.isfinite(value) else None

