"""trygg:spacetimescan – where and when incidents gather more than elsewhere at the time."""

from __future__ import annotations

from typing import Any, Dict

from .. import groups, incidents, scan_clusters
from ..base import N_, Run, TryggAlgorithm


class SpaceTimeScan(TryggAlgorithm):
    NAME = "spacetimescan"
    TITLE = N_("Space-time scan (permutation)")
    GROUP = groups.WHERE_AND_WHEN
    TAGS = ("SaTScan", N_("cluster"))
    HELP = {
        "en": "<p>Slides cylinders (a circle during some days) over the incidents, and finds those "
        "that hold more than the place's and the days' own numbers explain. No population is "
        "needed.</p>"
        "<p><b>Read it as</b>: a cluster with p 0.02 is stronger than the strongest of 98 of 100 "
        "maps with shuffled dates. A prospective scan asks only for clusters that go on now: run "
        "weekly, p is best read as how many days pass between such false alarms.</p>"
        "<p><b>It does not say</b> that the circle's border is exact, nor finds an increase "
        "everywhere at once. Agrees with SaTScan. Source: Kulldorff et al. 2005.</p>",
        "sv": "<p>För cylindrar (en cirkel under några dagar) över händelserna, och hittar dem som "
        "rymmer fler än platsens och dagarnas egna antal förklarar. Ingen befolkning behövs.</p>"
        "<p><b>Läs den så</b>: ett kluster med p 0,02 är starkare än det starkaste på 98 av 100 "
        "kartor med blandade datum. En framåtblickande sökning frågar bara efter kluster som pågår "
        "nu: körs den varje vecka läses p bäst som hur många dagar som går mellan falska larm.</p>"
        "<p><b>Den säger inte</b> att cirkelns gräns är exakt, och hittar inte en ökning som sker "
        "överallt på en gång. Stämmer med SaTScan. Källa: Kulldorff m.fl. 2005.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, dates="required", weights=False)
        scan_clusters.add_parameters(self)

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.space_time_scan import permutation_scan

        events = incidents.read(run, at_least=3)
        answer = permutation_scan(
            events.x, events.y, events.start, scan_clusters.settings(run, events),
            first=events.period[0], last=events.period[1] - scan_clusters.DAY,
            progress=run.step(0.15, 0.95),
        )
        return scan_clusters.write(run, events, answer)
