"""trygg:concentration – how few places hold how many of the incidents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Tuple

import numpy as np

from ...i18n import fill, tr
from .. import groups, incidents, outputs
from ..base import N_, Run, TryggAlgorithm
from ..cell_counts import add_unit_parameters, count_cells

if TYPE_CHECKING:
    from ...analysis.concentration import Concentration as Measured
    from ...analysis.concentration import Interval, RandomConcentration, RepeatPlaces


class Concentration(TryggAlgorithm):
    NAME = "concentration"
    TITLE = N_("Concentration (Lorenz, Gini, repeat places)")
    GROUP = groups.CONCENTRATION
    TAGS = ("Lorenz", "Gini")
    HELP = {
        "en": "<p>Tells how few places hold 25, 50 and 80 % of the incidents, beside what chance "
        "alone would give with as many incidents on as many places.</p>"
        "<p><b>Read it as</b>: “4 % of the places hold half of the incidents” is worth acting on "
        "only when chance gives clearly more places. With fewer incidents than places the "
        "generalised Gini is the fair one.</p>"
        "<p><b>It does not say</b> that the same places stay crowded: see the spatial point "
        "pattern test. Small cells make any pattern look concentrated.</p>"
        "<p>Source: Weisburd 2015; Bernasco &amp; Steenbeek 2017.</p>",
        "sv": "<p>Säger hur få platser som rymmer 25, 50 och 80 % av händelserna, bredvid vad "
        "slumpen ensam skulle ge med lika många händelser på lika många platser.</p>"
        "<p><b>Läs den så</b>: ”4 % av platserna rymmer hälften av händelserna” är värt att handla "
        "på bara om slumpen ger klart fler platser. Med färre händelser än platser är den "
        "generaliserade Gini-koefficienten den rättvisa.</p>"
        "<p><b>Den säger inte</b> att samma platser förblir utsatta: se det rumsliga "
        "punktmönstertestet. Små rutor får varje mönster att se koncentrerat ut.</p>"
        "<p>Källa: Weisburd 2015; Bernasco &amp; Steenbeek 2017.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, weights=False)
        add_unit_parameters(self)
        self.add_number("SIMULATIONS", tr("Simulations"), 999, 9, 99_999, integer=True,
                        advanced=True)
        self.add_seed()
        self.add_table_sink("OUTPUT", tr("Repeat places"))
        self.add_svg("CHART", tr("Lorenz curve (picture)"))
        self.add_html()
        self.add_number_output("GINI", tr("Gini coefficient"))
        self.add_number_output("GENERALISED_GINI", tr("Generalised Gini coefficient"))
        self.add_number_output("GINI_P", tr("p against chance"))
        for share in (25, 50, 80):
            self.add_number_output(
                f"PLACES_{share}",
                tr("Share of places with {share} % of the incidents").format(share=share),
            )

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.concentration import (
            bootstrap_gini,
            concentration,
            random_concentration,
            repeat_places,
        )

        events = incidents.read(run)
        cells = count_cells(run, events, run.step(0.15, 0.3))
        counts = cells.counts
        answer = concentration(counts)
        simulations, seed = run.integer("SIMULATIONS"), run.integer("SEED")
        chance = random_concentration(counts, simulations, seed=seed, progress=run.step(0.3, 0.7))
        limits = bootstrap_gini(counts, simulations, seed=seed, progress=run.step(0.7, 0.95))
        repeats = repeat_places(counts)
        table = outputs.write_table(run, "OUTPUT", repeat_columns(repeats))
        picture, said = lorenz_picture(counts, answer, chance, run.language)
        said.append(gini_sentence(answer, limits, chance))
        for sentence in said:
            run.log(sentence)
        return {
            "OUTPUT": table, "CHART": outputs.write_text(run, "CHART", picture),
            "SUMMARY": outputs.write_summary(run, said, charts=[picture]),
            incidents.EVENTS: int(counts.sum()), "GINI": answer.gini,
            "GENERALISED_GINI": answer.generalised_gini, "GINI_P": chance.p,
            **{f"PLACES_{round(100 * share)}": float(of_all)
               for share, of_all in zip(answer.shares, answer.share_of_places)},
        }


def repeat_columns(repeats: RepeatPlaces) -> List[outputs.Column]:
    """Fields of the table of repeat places."""
    return [
        outputs.Column("events", tr("Incidents at the place (last row: or more)"),
                       repeats.events_per_place),
        outputs.Column("places", tr("Places"), repeats.places),
        outputs.Column("share_places", tr("Share of places"), repeats.share_of_places),
        outputs.Column("incidents", tr("Incidents"), repeats.events),
        outputs.Column("share_events", tr("Share of incidents"), repeats.share_of_events),
        outputs.Column("expected", tr("Places by chance"), repeats.expected_places),
    ]


def lorenz_picture(
    counts: np.ndarray, answer: Measured, chance: RandomConcentration, language: str
) -> Tuple[str, List[str]]:
    """The Lorenz curve beside chance, and what it says."""
    from ...analysis.concentration import lorenz_curve
    from ...reports import charts

    places, share = (_thin(curve) for curve in lorenz_curve(counts))
    arguments: Dict[str, Any] = {
        "random_places": _thin(chance.places), "random_events": _thin(chance.events),
        "gini": answer.gini,
    }
    return (charts.lorenz(places, share, language, **arguments),
            [charts.lorenz_text(places, share, language, **arguments)])


def gini_sentence(answer: Measured, limits: Interval, chance: RandomConcentration) -> str:
    """The Gini coefficients with interval, beside chance."""
    return fill(
        tr("Gini {gini:.3f} ({low:.3f} to {high:.3f}), generalised {general:.3f}; by chance "
           "{chance:.3f} (p {p:.3g})."),
        gini=answer.gini, low=limits.low, high=limits.high, general=answer.generalised_gini,
        chance=chance.gini.estimate, p=chance.p,
    )


def _thin(curve: np.ndarray, most: int = 2000) -> list:
    """At most so many points of a curve, ends included: a picture shows no more."""
    if len(curve) <= most:
        return list(curve.tolist())
    return list(curve[np.linspace(0, len(curve) - 1, most).round().astype(np.int64)].tolist())
