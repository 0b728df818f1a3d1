"""trygg:differenceindifferences – areas with a measure against areas without, before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Optional

import numpy as np

from ...analysis.progress import Progress
from ...domain.errors import DomainError
from ...i18n import tr
from .. import areas, groups, incidents, measure, outputs
from ..base import N_, Run, TryggAlgorithm

MODELS = ("poisson", "linear")


class DifferenceInDifferences(TryggAlgorithm):
    NAME = "differenceindifferences"
    TITLE = N_("Difference in differences over areas")
    GROUP = groups.EFFECT
    TAGS = ("DiD", N_("evaluation"))
    HELP = {
        "en": "<p>Compares areas with a measure to areas without it, month by month before and "
        "after. An area counts as treated when its middle lies in the place of the measure.</p>"
        "<p><b>Read it as</b>: ratio 0.85 (0.70–1.03) means 15 % fewer than the other areas let "
        "expect, and that chance cannot be ruled out. The extra trend before shows whether the "
        "areas already went apart.</p>"
        "<p><b>It assumes</b> parallel trends without the measure. With fewer than five treated or "
        "comparison areas nothing is concluded from the interval. "
        "Source: Bernal, Cummins &amp; Gasparrini 2017; Cameron &amp; Miller 2015.</p>",
        "sv": "<p>Jämför områden med en åtgärd med områden utan, månad för månad före och efter. "
        "Ett område räknas som åtgärdat när dess mitt ligger i åtgärdens plats.</p>"
        "<p><b>Läs den så</b>: kvot 0,85 (0,70–1,03) betyder 15 % färre än de andra områdena låter "
        "vänta, och att slumpen inte kan uteslutas. Den extra trenden före visar om områdena redan "
        "gick isär.</p>"
        "<p><b>Den antar</b> parallella trender utan åtgärden. Med färre än fem områden i någon "
        "grupp dras ingen slutsats av intervallet. "
        "Källa: Bernal, Cummins &amp; Gasparrini 2017; Cameron &amp; Miller 2015.</p>",
    }

    def define(self) -> None:
        measure.add_parameters(self, control="none")
        self.add_vector("AREAS", tr("All areas to compare, with and without the measure"))
        self.add_field("AREA_NAME", tr("Name of the area"), "AREAS")
        self.add_choice("MODEL", tr("Compare"), (
            tr("Ratios (Poisson)"), tr("Differences (linear)"),
        ), advanced=True)
        self.add_number("PERMUTATIONS", tr("Permutations"), 999, 9, 99_999, integer=True,
                        advanced=True)
        self.add_seed()
        self.add_table_sink("OUTPUT", tr("Areas before and after"))
        self.add_html()
        for name, label in (
            ("RATIO", tr("Ratio (below 1: fewer)")), ("RATIO_LOW", tr("Lower limit (95 %)")),
            ("RATIO_HIGH", tr("Upper limit (95 %)")), ("ESTIMATE", tr("Estimate")),
            ("DID_P", tr("p")), ("PERMUTATION_P", tr("p by permutation")),
            ("PREVENTED", tr("Incidents fewer than expected")),
            ("PRE_TREND_P", tr("p of the extra trend before")),
        ):
            self.add_number_output(name, label)
        self.add_text_output("CONCLUSION", tr("Conclusion"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.difference_in_differences import difference_in_differences
        from ...analysis.effect_sentence import conclude_panel

        found = measure.read(run, equal_periods=False)
        panel = read_panel(run, found, run.step(0.2, 0.4))
        answer = difference_in_differences(
            panel.counts, panel.treated, panel.after, model=run.choice("MODEL", MODELS),
            permutations=run.integer("PERMUTATIONS"), seed=run.integer("SEED"),
            progress=run.step(0.4, 0.95),
        )
        said = measure.sentences(conclude_panel(answer))
        for sentence in said:
            run.log(sentence)
        table = outputs.write_table(run, "OUTPUT", panel_columns(panel))

        def known(value: float) -> Any:
            return float(value) if np.isfinite(value) else None

        return {
            "OUTPUT": table, incidents.EVENTS: panel.events,
            "RATIO": known(answer.ratio), "RATIO_LOW": known(answer.ratio_low),
            "RATIO_HIGH": known(answer.ratio_high), "ESTIMATE": known(answer.estimate),
            "DID_P": known(answer.p), "PERMUTATION_P": known(answer.p_permutation),
            "PREVENTED": known(answer.prevented), "PRE_TREND_P": known(answer.pre_trend_p),
            "CONCLUSION": " ".join(said), "SUMMARY": outputs.write_summary(run, said),
        }


@dataclass
class Panel:
    """Counts of areas by month, (areas, months). ``treated``: by area, whether the measure is
    there; ``after``: by month; ``events``: incidents in any of the areas."""

    names: List[str]
    counts: np.ndarray
    treated: np.ndarray
    after: np.ndarray
    events: int


def read_panel(run: Run, found: measure.Measure, progress: Optional[Progress] = None) -> Panel:
    """The areas of the parameter AREAS, month by month over the whole of the measure's periods."""
    events = found.events
    panel_areas = areas.read(run, "AREAS", events.crs, run.field("AREA_NAME"))
    centres = panel_areas.centres
    rings = areas.rings_of(found.shapes["treated"])
    treated = np.zeros(len(panel_areas), dtype=bool)
    treated[areas.positions_inside(centres[:, 0], centres[:, 1], rings)] = True
    if not treated.any():
        raise DomainError("The middle of no area lies in the place of the measure.")
    if treated.all():
        raise DomainError("The middle of every area lies in the place of the measure, so none "
                          "is left to compare with.")
    edges, first = measure.month_edges(found.start, found.before[0], found.after[1])
    if len(edges) < 3:
        raise DomainError("The incidents cover less than two whole months around the measure.")
    lies_in = areas.members(panel_areas, events.x, events.y, progress)
    times = np.bincount(np.concatenate(lies_in), minlength=len(events))
    areas.tell_membership(run, panel_areas, times)
    days = events.start.astype("datetime64[D]").astype(np.int64)
    borders = edges.astype(np.int64)
    counts = np.array([np.histogram(days[rows], borders)[0] for rows in lies_in], dtype=float)
    after = np.arange(counts.shape[1]) >= first
    return Panel(panel_areas.names, counts, treated, after, int((times > 0).sum()))


def panel_columns(panel: Panel) -> List[outputs.Column]:
    """Fields of the table of areas before and after."""
    return [
        outputs.Column("name", tr("Area"), panel.names),
        outputs.Column("treated", tr("With the measure"), panel.treated),
        outputs.Column("before", tr("Before"), panel.counts[:, ~panel.after].sum(axis=1)),
        outputs.Column("after", tr("After"), panel.counts[:, panel.after].sum(axis=1)),
    ]
