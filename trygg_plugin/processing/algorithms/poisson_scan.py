"""trygg:poissonscan – areas that together have more incidents than their population explains."""

from __future__ import annotations

from typing import Any, Dict

import numpy as np

from ...domain.errors import DomainError
from ...i18n import tr
from .. import areas, groups, incidents, scan_clusters
from ..base import N_, Run, TryggAlgorithm


class PoissonScan(TryggAlgorithm):
    NAME = "poissonscan"
    TITLE = N_("Scan against population (Poisson)")
    GROUP = groups.WHERE_AND_WHEN
    TAGS = ("SaTScan", N_("cluster"), N_("population"))
    HELP = {
        "en": "<p>Slides circles over the areas (DeSO, key code areas, blocks) and finds those "
        "whose areas together have more incidents than their inhabitants, flats or visitors "
        "explain; with time, during which days.</p>"
        "<p><b>Read it as</b>: a cluster with ratio 3 and p 0.01 has three times the incidents "
        "that its population lets expect, and is stronger than the strongest of 99 of 100 maps "
        "where the incidents fell by population alone.</p>"
        "<p><b>It does not say</b> that residents run that risk: a centre has few residents and "
        "many visitors, and becomes a cluster for that. Choose a population that fits the "
        "question. The circle's border is not exact. An area counts as a whole, at its middle. "
        "Agrees with SaTScan. Source: Kulldorff 1997; Kulldorff et al. 1998.</p>",
        "sv": "<p>För cirklar över områdena (DeSO, nyckelkodsområden, kvarter) och hittar dem vars "
        "områden tillsammans har fler händelser än deras invånare, bostäder eller besökare "
        "förklarar; med tid, under vilka dagar.</p>"
        "<p><b>Läs den så</b>: ett kluster med kvoten 3 och p 0,01 har tre gånger så många "
        "händelser som befolkningen låter vänta, och är starkare än det starkaste på 99 av 100 "
        "kartor där händelserna bara följde befolkningen.</p>"
        "<p><b>Den säger inte</b> att de boende löper den risken: ett centrum har få boende och "
        "många besökare, och blir ett kluster av det. Välj en befolkning som passar frågan. "
        "Cirkelns gräns är inte exakt. Ett område räknas som helhet, i sin mitt. Stämmer med "
        "SaTScan. Källa: Kulldorff 1997; Kulldorff m.fl. 1998.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, weights=False)
        self.add_vector("AREAS", tr("Areas"))
        self.add_field("POPULATION", tr("Population of the area"), "AREAS", optional=False)
        self.add_flag("IN_TIME", tr("Clusters in space and time"), False, help_text=tr(
            "Otherwise all days count together."))
        scan_clusters.add_parameters(self, radius=2000.0)

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.space_time_scan import poisson_scan

        timed = run.flag("IN_TIME")
        events = incidents.read(run, at_least=3, dates_needed=timed)
        population = run.field("POPULATION")
        found = areas.read(run, "AREAS", events.crs, number_field=population)
        people = found.numbers if found.numbers is not None else np.empty(0)
        known = np.isfinite(people)
        if (people[known] < 0).any() or not (people[known] > 0).any():
            raise DomainError("The field “{field}” holds no population above 0, or one below.",
                              field=population or "")
        if not known.all():
            run.warn(tr("{count} areas have no population and are left out.").format(
                count=int((~known).sum())))
        lies_in = areas.members(found, events.x, events.y, run.step(0.15, 0.25))
        times = np.bincount(np.concatenate(lies_in), minlength=len(events))
        areas.tell_membership(run, found, times)
        # of areas that overlap an incident lies in the first: in a scan it can count only once
        area = np.full(len(events), -1, dtype=np.int64)
        for number in range(len(found) - 1, -1, -1):
            area[lies_in[number]] = number
        if not (area >= 0).any():
            raise DomainError(
                "No incident lies inside the areas. Are both layers about the same place, and are "
                "their coordinate systems right?"
            )
        in_time: Dict[str, Any] = {}
        if timed:
            in_time = {"times": events.start, "first": events.period[0],
                       "last": events.period[1] - scan_clusters.DAY}
        centres = found.centres
        answer = poisson_scan(
            centres[:, 0], centres[:, 1], np.where(known, people, 0.0), area,
            settings=scan_clusters.settings(run, events, timed),
            progress=run.step(0.25, 0.95), **in_time,
        )
        return scan_clusters.write(run, events, answer, timed)
