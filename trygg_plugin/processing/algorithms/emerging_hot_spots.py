"""trygg:emerginghotspots – which hot spots are new, lasting, growing or gone."""

from __future__ import annotations

from typing import Any, Dict

import numpy as np

from ...domain.errors import DomainError
from ...i18n import tr
from .. import groups, incidents, outputs, styles
from ..base import N_, Run, TryggAlgorithm
from ..cell_counts import add_unit_parameters, count_cells
from ..neighbours import add_neighbour_parameters, neighbours_of

STEPS = ("month", "week", "day")
WINDOWS = ("cube", "step")


class EmergingHotSpots(TryggAlgorithm):
    NAME = "emerginghotspots"
    TITLE = N_("Emerging hot spots")
    GROUP = groups.WHERE_AND_WHEN
    TAGS = (N_("hot spot"), N_("trend"))
    HELP = {
        "en": "<p>Tests every place in every month (or week) with Gi*, and names its history: new, "
        "consecutive, intensifying, persistent, diminishing, oscillating, sporadic, historical.</p>"
        "<p><b>Read it as</b>: <i>new</i> is hot now and never before; <i>consecutive</i> has been "
        "hot in the last steps without a break; <i>persistent</i> in at least 90 % of the steps; "
        "<i>historical</i> was, but is not now.</p>"
        "<p><b>It does not say</b> why. Below ten steps the trend says little. Steps are counted "
        "back from the end of the period, so the last one is whole. Significance is 95 % after "
        "correction over all places and steps.</p>"
        "<p>Source: Getis &amp; Ord 1992; Mann 1945; Kendall 1975; Benjamini &amp; Hochberg 1995. "
        "</p>",
        "sv": "<p>Prövar varje plats i varje månad (eller vecka) med Gi* och namnger dess "
        "historia: ny, sammanhängande, tilltagande, ihållande, avtagande, växlande, sporadisk, "
        "historisk.</p>"
        "<p><b>Läs den så</b>: <i>ny</i> är het nu och aldrig förr; <i>sammanhängande</i> har "
        "varit het i de sista stegen utan avbrott; <i>ihållande</i> i minst 90 % av stegen; "
        "<i>historisk</i> var het, men är det inte nu.</p>"
        "<p><b>Den säger inte</b> varför. Med färre än tio steg säger trenden lite. Stegen räknas "
        "bakåt från periodens slut, så att det sista är helt. Signifikans är 95 % efter "
        "korrigering över alla platser och steg.</p>"
        "<p>Källa: Getis &amp; Ord 1992; Mann 1945; Kendall 1975; Benjamini &amp; Hochberg 1995. "
        "</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, dates="required")
        add_unit_parameters(self)
        add_neighbour_parameters(self)
        self.add_choice("STEP", tr("Time step"), (tr("Month"), tr("Week"), tr("Day")))
        self.add_choice("COMPARED_WITH", tr("Compared with"), (
            tr("All places at all times"), tr("All places at the same time"),
        ), advanced=True)
        self.add_vector_sink("OUTPUT", tr("Emerging hot spots"))
        self.add_number_output("STEPS_USED", tr("Number of time steps"))
        self.add_number_output("NEW", tr("Number of new hot spots"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.emerging_hot_spots import (
            FEW_STEPS,
            count_cube,
            emerging_hot_spots,
            step_edges,
        )

        events = incidents.read(run)
        edges = step_edges(*events.period, run.choice("STEP", STEPS))
        steps = len(edges) - 1
        if steps < FEW_STEPS:
            run.warn(tr("Only {steps} time steps: the trend says little below {few}.").format(
                steps=steps, few=FEW_STEPS))
        cells = count_cells(run, events, run.step(0.15, 0.3))
        neighbours, band = neighbours_of(run, cells, run.step(0.3, 0.4))
        weights = None if events.weight is None else events.weight[cells.event]
        starts = events.start[cells.event]
        cube, _ = count_cube(cells.cell, starts, len(cells.counts), edges, weights)
        outside = int(((starts < edges[0]) | (starts >= edges[-1])).sum())
        if cube.sum() == 0:
            raise DomainError("No incident lies in the whole time steps. Choose shorter steps.")
        if outside:
            run.log(tr("{count} incidents lie outside the whole time steps and are "
                       "left out.").format(count=outside))
        answer = emerging_hot_spots(
            cube, neighbours, run.choice("COMPARED_WITH", WINDOWS), guarded=True,
            weights=weights, progress=run.step(0.4, 0.95),
        )
        labels = class_labels()
        names = [class_key(int(code)) for code in answer.category]
        layer = outputs.write_layer(
            run, "OUTPUT",
            [
                *cells.columns(),
                outputs.Column("class", tr("Class"), names),
                outputs.Column("hot_steps", tr("Hot steps"), answer.hot.sum(axis=1)),
                outputs.Column("cold_steps", tr("Cold steps"), answer.cold.sum(axis=1)),
                outputs.Column("last_count", tr("In the last step"), cube[:, -1]),
                outputs.Column("last_z", tr("Gi* in the last step"), answer.z[:, -1]),
                outputs.Column("trend_z", tr("Trend (Mann-Kendall z)"), answer.trend_z),
                outputs.Column("trend_p", tr("p of the trend"), answer.trend_p),
            ],
            cells.geometries(), cells.geometry_type, events.crs,
            styles.categorized("class", labels),
        )
        found = {key: names.count(key) for key, _, _ in labels if names.count(key)}
        run.log(", ".join(f"{label}: {found[key]}" for key, label, _ in labels if key in found))
        return {"OUTPUT": layer, incidents.EVENTS: len(np.unique(cells.event)) - outside,
                "STEPS_USED": steps, "NEW": names.count("new_hot"),
                "CELL_SIZE_USED": cells.size, "BAND_USED": band}


def class_key(code: int) -> str:
    """The stored key of a class: "none", "new_hot", "new_cold" …"""
    from ...analysis.emerging_hot_spots import CLASSES

    if code == 0:
        return "none"
    return f"{CLASSES[abs(code)]}_{'hot' if code > 0 else 'cold'}"


def class_labels() -> list:
    """Key, label and colour of every class, hot ones first."""
    return [
        ("new_hot", tr("New hot spot"), "#67000d"),
        ("consecutive_hot", tr("Consecutive hot spot"), "#a50f15"),
        ("intensifying_hot", tr("Intensifying hot spot"), "#cb181d"),
        ("persistent_hot", tr("Persistent hot spot"), "#ef3b2c"),
        ("diminishing_hot", tr("Diminishing hot spot"), "#fb6a4a"),
        ("sporadic_hot", tr("Sporadic hot spot"), "#fc9272"),
        ("oscillating_hot", tr("Oscillating hot spot"), "#fcbba1"),
        ("historical_hot", tr("Historical hot spot"), "#fee0d2"),
        ("none", tr("No pattern"), styles.NEUTRAL),
        ("historical_cold", tr("Historical cold spot"), "#deebf7"),
        ("oscillating_cold", tr("Oscillating cold spot"), "#c6dbef"),
        ("sporadic_cold", tr("Sporadic cold spot"), "#9ecae1"),
        ("diminishing_cold", tr("Diminishing cold spot"), "#6baed6"),
        ("persistent_cold", tr("Persistent cold spot"), "#4292c6"),
        ("intensifying_cold", tr("Intensifying cold spot"), "#2171b5"),
        ("consecutive_cold", tr("Consecutive cold spot"), "#08519c"),
        ("new_cold", tr("New cold spot"), "#08306b"),
    ]


