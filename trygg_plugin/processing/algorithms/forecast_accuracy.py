"""trygg:forecastaccuracy – how well a hot spot map told where the next period's incidents came."""

from __future__ import annotations

from typing import Any, Dict

import numpy as np

from ...domain.errors import DomainError
from ...i18n import fill, tr
from .. import groups, incidents, outputs, styles
from ..base import N_, Run, TryggAlgorithm
from ..cell_counts import add_unit_parameters, count_cells
from ..neighbours import add_neighbour_parameters, neighbours_of

RANKS = ("count", "gistar")


class ForecastAccuracy(TryggAlgorithm):
    NAME = "forecastaccuracy"
    TITLE = N_("Accuracy of a hot spot map (PAI, PEI)")
    GROUP = groups.CONCENTRATION
    TAGS = ("PAI", "PEI", "RRI", N_("forecast"))
    HELP = {
        "en": "<p>Ranks places by the incidents before a day, and counts how many of the incidents "
        "from that day on fell in the hottest part.</p>"
        "<p><b>Read it as</b>: hit rate 0.30 on 2 % of the area gives PAI 15: fifteen times as "
        "many as an even spread. PEI compares with the best possible choice of the same area "
        "(1 is perfect). RRI is the expected over the found (1 is well measured).</p>"
        "<p><b>It does not say</b> that presence there prevents anything. Compare methods only on "
        "the same area share. Source: Chainey, Tompson &amp; Uhlig 2008; Hunt 2016; Levine "
        "2008.</p>",
        "sv": "<p>Rangordnar platser efter händelserna före en dag, och räknar hur många av "
        "händelserna från den dagen som föll i den hetaste delen.</p>"
        "<p><b>Läs den så</b>: träffandel 0,30 på 2 % av ytan ger PAI 15: femton gånger så många "
        "som en jämn spridning. PEI jämför med bästa möjliga val av lika stor yta (1 är perfekt). "
        "RRI är det väntade antalet genom det funna (1 betyder att nivån stämde).</p>"
        "<p><b>Den säger inte</b> att närvaro där förebygger något. Jämför metoder bara på samma "
        "andel av ytan. Källa: Chainey, Tompson &amp; Uhlig 2008; Hunt 2016; Levine 2008.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, dates="required")
        add_unit_parameters(self)
        self.add_day("SPLIT", tr("First day of the period to forecast"),
                     help_text=tr("Empty: the last quarter of the period is forecast."))
        self.add_number("AREA_SHARE", tr("Share of the area that counts as hot (%)"), 2.0, 0.001,
                        100.0)
        self.add_choice("RANK", tr("Rank places by"), (
            tr("Incidents before"), tr("Getis-Ord Gi* of the incidents before"),
        ), advanced=True)
        add_neighbour_parameters(self)
        self.add_vector_sink("OUTPUT", tr("Places with rank and hits"))
        for name, label in (
            ("HIT_RATE", tr("Hit rate")), ("PAI", "PAI"), ("PEI", "PEI"), ("RRI", "RRI"),
            ("HOT_KM2", tr("Hot area (km²)")),
        ):
            self.add_number_output(name, label)

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.forecast_accuracy import forecast_accuracy
        from ...analysis.getis_ord import getis_ord

        events = incidents.read(run, at_least=2)
        first, end = events.period
        split = run.day("SPLIT")
        if split is None:
            split = first + ((end - first) * 3) // 4
            run.log(tr("The period to forecast begins on {day}.").format(day=str(split)))
        cells = count_cells(run, events, run.step(0.15, 0.3))
        later = events.start >= split.astype("datetime64[ms]")
        before = cells.recount(~later, events.weight)
        after = cells.recount(later, events.weight)
        if not before.any() or not after.any():
            raise DomainError(
                "One of the periods before and from {day} has no incident in these places.",
                day=str(split),
            )
        score = band = None
        if run.choice("RANK", RANKS) == "gistar":
            cells.values = before
            neighbours, band = neighbours_of(run, cells, run.step(0.3, 0.5))
            score = np.nan_to_num(getis_ord(before, neighbours).z, nan=0.0)
        ratio = float((end - split) / np.timedelta64(1, "D")) / max(
            float((split - first) / np.timedelta64(1, "D")), 1.0)
        answer = forecast_accuracy(before * ratio, after, cells.km2, score)
        k = answer.at_area_share(run.number("AREA_SHARE") / 100.0)
        rank = np.empty(len(before), dtype=np.int64)
        rank[answer.order] = np.arange(1, len(before) + 1)
        layer = outputs.write_layer(
            run, "OUTPUT",
            [
                *cells.columns(),
                outputs.Column("before", tr("Before"), before),
                outputs.Column("after", tr("After"), after),
                outputs.Column("rank", tr("Rank"), rank),
                outputs.Column("hot", tr("Counted as hot"), (rank <= k + 1).astype(np.int32)),
            ],
            cells.geometries(), cells.geometry_type, events.crs,
            styles.categorized("hot", (
                (1, tr("Hot"), "#b30000"), (0, tr("Other"), styles.NEUTRAL),
            )),
        )
        run.log(fill(
            tr("The hottest {area:.2f} km² ({share:.1f} % of the area) hold {hits:.1f} % of "
               "what came after: PAI {pai:.2f}, PEI {pei:.2f}."),
            area=answer.area[k], share=100 * answer.area_share[k], hits=100 * answer.hit_rate[k],
            pai=answer.pai[k], pei=answer.pei[k]))
        return {
            "OUTPUT": layer, incidents.EVENTS: len(events),
            "HIT_RATE": float(answer.hit_rate[k]), "PAI": float(answer.pai[k]),
            "PEI": float(answer.pei[k]),
            "RRI": float(answer.rri[k]) if np.isfinite(answer.rri[k]) else None,
            "HOT_KM2": float(answer.area[k]), "CELL_SIZE_USED": cells.size, "BAND_USED": band,
        }
