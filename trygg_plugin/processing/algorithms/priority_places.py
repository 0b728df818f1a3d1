"""trygg:priorityplaces – a short list of places for the meeting."""

from __future__ import annotations

from typing import Any, Dict, Tuple

import numpy as np

from ...data.arrays import CATEGORY
from ...i18n import tr
from .. import groups, incidents, outputs, places
from ..base import N_, Run, TryggAlgorithm
from ..cell_counts import CellCounts, add_unit_parameters, count_cells
from ..neighbours import BAND, neighbours_of

METHODS = ("gistar", "top")


class PriorityPlacesAlgorithm(TryggAlgorithm):
    NAME = "priorityplaces"
    TITLE = N_("Priority places")
    GROUP = groups.CONCENTRATION
    TAGS = (N_("hot spot"), N_("priority"))
    HELP = {
        "en": "<p>Turns hot spots into a short, ranked list of places with a border: how many "
        "incidents, their share of all, the change against the previous period and last year, the "
        "most common category, and when in the week.</p>"
        "<p><b>Read it as</b> an agenda for the meeting: what is at these places, whose is it, who "
        "can do what. The changes are tested exactly; a rise at a place chosen because much "
        "happens there now is partly chance.</p>"
        "<p><b>It does not say</b> that other places are calm. Time patterns are shown from ten "
        "incidents.</p>",
        "sv": "<p>Gör heta platser till en kort, rangordnad lista på platser med gräns: hur många "
        "händelser, deras andel av alla, förändringen mot föregående period och i fjol, vanligaste "
        "kategori, och när i veckan.</p>"
        "<p><b>Läs den som</b> en dagordning för mötet: vad finns på platserna, vems är de, vem "
        "kan göra vad. Förändringarna är exakt prövade; en ökning på en plats som valts för att "
        "mycket sker där nu är delvis slump.</p>"
        "<p><b>Den säger inte</b> att andra platser är lugna. Tidsmönster visas från tio "
        "händelser.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, dates="required", interval=True)
        self.add_day("FIRST_DAY", tr("First day of the period of interest"),
                     help_text=tr("Empty: the last 91 days. Earlier incidents are compared with."))
        self.add_day("LAST_DAY", tr("Last day of the period of interest"))
        self.add_number("MOST", tr("Most places"), 10, 1, 200, integer=True)
        self.add_number("FEWEST", tr("Fewest incidents of a place"), 3, 1, integer=True)
        add_unit_parameters(self, areas=False)
        self.add_choice("METHOD", tr("Places are"), (
            tr("Hot spots (Gi*, 95 %)"), tr("The densest share of the cells"),
        ))
        self.add_number("SHARE", tr("Densest share of the cells (%)"), 2.0, 0.001, 100.0,
                        advanced=True)
        self.add_number(BAND, tr("Distance band (m)"), optional=True, minimum=0.001,
                        advanced=True)
        self.add_number("LARGEST", tr("Most cells of a place"), 12, 1, integer=True,
                        advanced=True)
        self.add_field("PLACE_FIELD", tr("Field with the place's name"), incidents.INPUT,
                       advanced=True)
        self.add_vector("AREAS", tr("Areas that name the places"), optional=True, advanced=True)
        self.add_field("AREA_NAME", tr("Name of the area"), "AREAS", advanced=True)
        self.add_vector_sink("OUTPUT", tr("Priority places"))
        self.add_html()
        self.add_number_output("PLACES", tr("Number of places"))
        self.add_number_output("SHARE_OF_EVENTS", tr("Their share of the incidents"))

    def compute(self, run: Run) -> Dict[str, Any]:
        place_field = run.field("PLACE_FIELD")
        events = incidents.read(run, {place_field: CATEGORY} if place_field else None)
        period = places.period_of_interest(run, events)
        now = places.within(events, period)
        cells = count_cells(run, events, run.step(0.15, 0.3))
        cell = np.full(len(events), -1, dtype=np.int64)
        cell[cells.event] = cells.cell
        cells.values = cells.recount(now, events.weight)
        listed = places.rank(
            run, events, cell, cells.grid, self._choose(run, cells, events, now), period,
            run.integer("MOST"), run.integer("FEWEST"), place_field,
        )
        layer = places.write(run, "OUTPUT", events, listed)
        said = [places.sentence(listed)]
        run.log(said[0])
        summary = outputs.write_summary(run, said, [places.table(listed)])
        return {"OUTPUT": layer, "SUMMARY": summary, incidents.EVENTS: listed.found.events,
                "PLACES": len(listed.found.places), "SHARE_OF_EVENTS": float(listed.found.share)}

    @staticmethod
    def _choose(
        run: Run, cells: CellCounts, events: incidents.Incidents, now: np.ndarray
    ) -> Tuple[np.ndarray, np.ndarray, bool]:
        from ...analysis.even_spread import even_spread
        from ...analysis.getis_ord import getis_ord

        answer = None
        if run.choice("METHOD", METHODS) == "gistar":
            neighbours, _ = neighbours_of(run, cells, run.step(0.3, 0.4))
            used = cells.event[now[cells.event]]
            weights = None if events.weight is None else events.weight[used]
            guard = even_spread(cells.values, weights=weights)
            answer = getis_ord(
                cells.values, neighbours, guard=guard, progress=run.step(0.4, 0.7)
            )
        share = run.number("SHARE") / 100.0 if run.number("SHARE") else 0.02
        return places.choose(run, cells.grid, cells.values, answer, share, run.integer("LARGEST"))
