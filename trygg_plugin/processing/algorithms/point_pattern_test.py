"""trygg:pointpatterntest – have the places moved between two periods."""

from __future__ import annotations

from typing import Any, Dict

import numpy as np

from ...domain.errors import DomainError
from ...i18n import fill, tr
from .. import groups, incidents, outputs, styles
from ..base import N_, Run, TryggAlgorithm
from ..cell_counts import add_unit_parameters, count_cells


class PointPatternTest(TryggAlgorithm):
    NAME = "pointpatterntest"
    TITLE = N_("Have the places moved? (spatial point pattern test)")
    GROUP = groups.CONCENTRATION
    TAGS = ("SPPT", N_("change"))
    HELP = {
        "en": "<p>Compares each place's <i>share</i> of the incidents before and from a given day: "
        "has the pattern moved, whatever the total did?</p>"
        "<p><b>Read it as</b>: the S-index is the share of places without a shown difference; "
        "near 1 the pattern is the same, and old hot spots still guide. The robust S-index leaves "
        "out places that never had an incident.</p>"
        "<p><b>It does not say</b> that incidents became more or fewer. Few incidents show few "
        "differences. Source: Andresen 2009; Wheeler, Steenbeek &amp; Andresen 2018; Benjamini "
        "&amp; Yekutieli 2001.</p>",
        "sv": "<p>Jämför varje plats <i>andel</i> av händelserna före och från en viss dag: har "
        "mönstret flyttat, oavsett vad totalen gjort?</p>"
        "<p><b>Läs den så</b>: S-index är andelen platser utan påvisad skillnad; nära 1 är "
        "mönstret detsamma, och gamla heta platser vägleder fortfarande. Det robusta S-indexet "
        "utelämnar platser som aldrig haft en händelse.</p>"
        "<p><b>Den säger inte</b> att händelserna blev fler eller färre. Få händelser visar få "
        "skillnader. Källa: Andresen 2009; Wheeler, Steenbeek &amp; Andresen 2018; Benjamini &amp; "
        "Yekutieli 2001.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, dates="required", weights=False)
        add_unit_parameters(self)
        self.add_day("SPLIT", tr("First day of the later period"), help_text=tr(
            "Empty: the middle of the period."))
        self.add_choice("TEST", tr("Test"), (
            tr("Difference of proportions (Wheeler, Steenbeek & Andresen)"),
            tr("Resampling (Andresen)"),
        ), advanced=True)
        self.add_seed()
        self.add_vector_sink("OUTPUT", tr("Change of shares"))
        self.add_number_output("S_INDEX", tr("S-index"))
        self.add_number_output("S_INDEX_ROBUST", tr("Robust S-index"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.point_pattern_test import proportion_test, resampling_test

        events = incidents.read(run, at_least=2)
        split = run.day("SPLIT")
        if split is None:
            first, end = events.period
            split = first + (end - first) // 2
            run.log(tr("The later period begins on {day}, the middle.").format(day=str(split)))
        cells = count_cells(run, events, run.step(0.15, 0.3))
        later = events.start >= split.astype("datetime64[ms]")
        base = cells.recount(~later)
        test = cells.recount(later)
        if not base.any() or not test.any():
            raise DomainError(
                "One of the periods before and from {day} has no incident in these places.",
                day=str(split),
            )
        if run.choice("TEST", ("proportion", "resampling")) == "proportion":
            answer = proportion_test(base, test)
        else:
            answer = resampling_test(base, test, seed=run.integer("SEED"),
                                     progress=run.step(0.3, 0.95))
        layer = outputs.write_layer(
            run, "OUTPUT",
            [
                *cells.columns(),
                outputs.Column("before", tr("Incidents before"), base.astype(np.int64)),
                outputs.Column("after", tr("Incidents after"), test.astype(np.int64)),
                outputs.Column("share_before", tr("Share before (%)"), answer.base_percent),
                outputs.Column("share_after", tr("Share after (%)"), answer.test_percent),
                outputs.Column("p_adjusted", tr("p, corrected"), answer.p_adjusted),
                outputs.Column("change", tr("Change (-1, 0, 1)"), answer.change.astype(np.int32)),
            ],
            cells.geometries(), cells.geometry_type, events.crs,
            styles.categorized("change", (
                (1, tr("Larger share"), "#b2182b"),
                (0, tr("No difference shown"), styles.NEUTRAL),
                (-1, tr("Smaller share"), "#2166ac"),
            )),
        )
        run.log(fill(
            tr("S-index {s:.3f}, robust {robust:.3f}: {changed} of {all} places changed their "
               "share."),
            s=answer.s_index, robust=answer.s_index_robust,
            changed=int((answer.change != 0).sum()), all=len(base)))
        return {"OUTPUT": layer, incidents.EVENTS: int(base.sum() + test.sum()),
                "S_INDEX": answer.s_index, "S_INDEX_ROBUST": answer.s_index_robust}
