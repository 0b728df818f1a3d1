"""trygg:getisord – which places stand out from chance: Getis-Ord Gi*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List

import numpy as np

from ...i18n import fill, tr
from .. import groups, incidents, neighbours, outputs, styles
from ..base import N_, Run, TryggAlgorithm
from ..cell_counts import CellCounts, add_unit_parameters

if TYPE_CHECKING:
    from ...analysis.getis_ord import GetisOrd as Answer

#: Why the first is the default stands in analysis/even_spread.py, with figures.
INFERENCES = ("guarded", "conditional", "normal")
#: Below this mean count the normal distribution is a poor guide to chance.
SPARSE = 0.5


class GetisOrd(TryggAlgorithm):
    NAME = "getisord"
    TITLE = N_("Hot and cold spots (Getis-Ord Gi*)")
    GROUP = groups.WHERE
    TAGS = (N_("hot spot"), "Gi*")
    HELP = {
        "en": "<p>Marks cells or areas where incidents (or harm), together with the neighbours', "
        "are more or fewer than chance explains.</p>"
        "<p><b>Read it as</b>: a hot spot at 95 % would arise by chance in at most 5 of 100 maps; "
        "with the correction for many tests (FDR), at most about 5 of 100 marked places are "
        "false.</p>"
        "<p><b>It does not say</b> why, nor that unmarked places are safe. The answer depends on "
        "cell size and distance band: both are told in the log; keep them when you compare "
        "periods. Empty cells of forest and water make the rest look hot: choose a boundary.</p>"
        "<p><b>How chance is judged</b>: a place is marked only if its sum is more than the map's "
        "own variation explains (the normal distribution of Gi*, as in most programs), and also "
        "more than incidents falling evenly explain (exact). Without the second, dozens of cells "
        "are hot on a map of pure chance with few incidents per cell; the log says how many cells "
        "each would mark here. Permutation, the usual cure, misses crowds on one or two "
        "cells.</p>"
        "<p>Source: Getis &amp; Ord 1992; Ord &amp; Getis 1995; Benjamini &amp; Hochberg 1995; "
        "Caldas de Castro &amp; Singer 2006.</p>",
        "sv": "<p>Markerar rutor eller områden där händelserna (eller skadan), tillsammans med "
        "grannarnas, är fler eller färre än slumpen förklarar.</p>"
        "<p><b>Läs den så</b>: en het plats på 95 % uppstår av en slump i högst 5 av 100 kartor; "
        "med korrigering för många test (FDR) är högst ungefär 5 av 100 markerade platser "
        "falska.</p>"
        "<p><b>Den säger inte</b> varför, och inte att omarkerade platser är trygga. Svaret beror "
        "på rutstorlek och avståndsband: båda står i loggen; behåll dem när perioder jämförs. "
        "Tomma rutor med skog och vatten gör resten hett: välj en gräns.</p>"
        "<p><b>Så bedöms slumpen</b>: en plats markeras bara om dess summa är mer än kartans egen "
        "variation förklarar (normalfördelningen för Gi*, som i de flesta program), och dessutom "
        "mer än händelser som faller jämnt förklarar (exakt räknat). Utan det andra blir dussintal "
        "rutor heta på en karta av ren slump med få händelser per ruta; loggen säger hur många "
        "rutor vardera sättet skulle markera här. Permutation, det vanliga botemedlet, missar "
        "anhopningar på en eller två rutor.</p>"
        "<p>Källa: Getis &amp; Ord 1992; Ord &amp; Getis 1995; Benjamini &amp; Hochberg 1995; "
        "Caldas de Castro &amp; Singer 2006.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self)
        add_unit_parameters(self)
        neighbours.add_neighbour_parameters(self)
        self.add_choice("INFERENCE", tr("p-values from"), (
            tr("Normal distribution and even spread, both (recommended)"),
            tr("Conditional permutation"),
            tr("Normal distribution alone (as most programs)"),
        ), advanced=True, help_text=tr(
            "The normal distribution alone calls chance hot where incidents are few per cell. "
            "Conditional permutation compares only the neighbours with other places, and so "
            "misses crowds on one or two cells."))
        neighbours.add_test_parameters(self)
        self.add_vector_sink("OUTPUT", tr("Hot and cold spots"))
        self.add_number_output("HOT", tr("Number of hot spots (95 %)"))
        self.add_number_output("COLD", tr("Number of cold spots (95 %)"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.getis_ord import getis_ord, levels
        from ...analysis.multiple_testing import benjamini_hochberg

        events, cells, around, band = neighbours.read(run)
        inference = run.choice("INFERENCE", INFERENCES)
        mean = float(cells.counts.mean())
        if inference == "normal" and mean < SPARSE:
            run.warn(fill(tr(
                "There are only {mean:.2f} incidents per cell, so that some marked places may be "
                "chance: choose larger cells, or p-values from permutation."), mean=mean))
        answer = getis_ord(
            cells.values, around, adjust=run.flag("FDR"),
            guard=cells.even_spread(events.weight) if inference == "guarded" else None,
            exact=inference == "conditional",
            permutations=run.integer("PERMUTATIONS") if inference == "conditional" else 0,
            seed=run.integer("SEED"), progress=run.step(0.4, 0.95),
        )
        if answer.permutations:
            run.log(tr("The exact distribution cannot be computed for these values; {count} "
                       "permutations are simulated.").format(count=answer.permutations))
        undefined = int(np.isnan(answer.z).sum())
        if undefined:
            run.warn(tr("{count} cells have all others as neighbours and get no answer; choose a "
                        "shorter distance band.").format(count=undefined))
        layer = outputs.write_layer(
            run, "OUTPUT", hot_spot_columns(cells, answer), cells.geometries(),
            cells.geometry_type, events.crs,
            styles.categorized("level", styles.hot_cold_labels()),
        )
        hot, cold = int((answer.level >= 2).sum()), int((answer.level <= -2).sum())
        run.log(tr("{hot} hot and {cold} cold spots at 95 % among {cells} cells.").format(
            hot=hot, cold=cold, cells=len(cells.values)))
        if inference != "normal":
            normal = answer.p_analytic
            plain = levels(answer.z, benjamini_hochberg(normal) if run.flag("FDR") else normal)
            run.log(tr("The normal distribution alone, as most programs use it, would mark {hot} "
                       "hot and {cold} cold spots.").format(
                hot=int((plain >= 2).sum()), cold=int((plain <= -2).sum())))
        return {"OUTPUT": layer, incidents.EVENTS: len(events), "HOT": hot, "COLD": cold,
                "CELL_SIZE_USED": cells.size, "BAND_USED": band}


def hot_spot_columns(cells: CellCounts, answer: Answer) -> List[outputs.Column]:
    """Fields of a layer of hot and cold spots."""
    return [
        *cells.columns(),
        outputs.Column("z", tr("Gi* (z)"), answer.z),
        outputs.Column("p", tr("p"), answer.p),
        outputs.Column("p_adjusted", tr("p, corrected (FDR)"), answer.p_adjusted),
        outputs.Column("level", tr("Class (-3 cold to 3 hot)"), answer.level.astype(np.int32)),
    ]
