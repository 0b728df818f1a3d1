"""trygg:localmoran – where similar places stand together: local Moran's I."""

from __future__ import annotations

from typing import Any, Dict

import numpy as np

from ...i18n import fill, tr
from .. import groups, incidents, neighbours, outputs, styles
from ..base import N_, Run, TryggAlgorithm
from ..cell_counts import add_unit_parameters


class LocalMoran(TryggAlgorithm):
    NAME = "localmoran"
    TITLE = N_("Clusters and outliers (local Moran's I)")
    GROUP = groups.WHERE
    TAGS = ("LISA", N_("cluster"), N_("outlier"))
    HELP = {
        "en": "<p>Tells high places among high ones (HH) from lonely peaks (HL: high among low), "
        "calm among calm (LL) and calm places in bad surroundings (LH).</p>"
        "<p><b>Read it as</b>: HH are areas to work in as a whole; HL is often one address. "
        "Global Moran's I says whether incidents cluster at all.</p>"
        "<p><b>It does not say</b> why. The local value divides by Σz²/n (as spdep); programs "
        "that divide by n − 1 (esda) give slightly smaller values, with the same p.</p>"
        "<p>Source: Anselin 1995; Moran 1950; Benjamini &amp; Hochberg 1995.</p>",
        "sv": "<p>Skiljer höga platser bland höga (HH) från ensamma toppar (HL: hög bland låga), "
        "lugna bland lugna (LL) och lugna platser i orolig omgivning (LH).</p>"
        "<p><b>Läs den så</b>: HH är områden att arbeta i som helhet; HL är ofta en enda adress. "
        "Morans globala I säger om händelserna alls klumpar sig.</p>"
        "<p><b>Den säger inte</b> varför. Det lokala värdet delar med Σz²/n (som spdep); program "
        "som delar med n − 1 (esda) ger något lägre värden, med samma p.</p>"
        "<p>Källa: Anselin 1995; Moran 1950; Benjamini &amp; Hochberg 1995.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self)
        add_unit_parameters(self)
        neighbours.add_neighbour_parameters(self)
        self.add_flag("EXACT", tr("Exact permutation where it can be computed"), True,
                      advanced=True)
        neighbours.add_test_parameters(self)
        self.add_vector_sink("OUTPUT", tr("Clusters and outliers"))
        self.add_number_output("MORAN", tr("Global Moran's I"))
        self.add_number_output("MORAN_P", tr("p of the global Moran's I"))
        self.add_number_output("HIGH_HIGH", tr("Number of high-high places"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.local_moran import QUADRANT_NAMES, local_moran

        events, cells, around, band = neighbours.read(run)
        answer = local_moran(
            cells.values, around, run.integer("PERMUTATIONS"), run.integer("SEED"),
            adjust=run.flag("FDR"), exact=run.flag("EXACT"), progress=run.step(0.4, 0.95),
        )
        names = [QUADRANT_NAMES[code] for code in answer.cluster.tolist()]
        layer = outputs.write_layer(
            run, "OUTPUT",
            [
                *cells.columns(),
                outputs.Column("i", tr("Local Moran's I"), answer.statistic),
                outputs.Column("p", tr("p"), answer.p),
                outputs.Column("p_adjusted", tr("p, corrected (FDR)"), answer.p_adjusted),
                outputs.Column("cluster", tr("Cluster or outlier"), names),
            ],
            cells.geometries(), cells.geometry_type, events.crs,
            styles.categorized("cluster", (
                ("HH", tr("High among high"), "#b2182b"),
                ("HL", tr("High among low"), "#ef8a62"),
                ("LH", tr("Low among high"), "#67a9cf"),
                ("LL", tr("Low among low"), "#2166ac"),
                ("", tr("Not significant"), styles.NEUTRAL),
            )),
        )
        moran = answer.moran
        defined = np.isfinite(moran.statistic)
        if defined:
            run.log(fill(
                tr("Global Moran's I is {value:.3f} (expected {expected:.3f}, p {p:.3g})."),
                value=moran.statistic, expected=moran.expected, p=moran.p))
        return {
            "OUTPUT": layer, incidents.EVENTS: len(events),
            "MORAN": moran.statistic if defined else None,
            "MORAN_P": moran.p if defined else None,
            "HIGH_HIGH": names.count("HH"), "CELL_SIZE_USED": cells.size, "BAND_USED": band,
        }
