"""trygg:spacetimescan – where and when incidents gather more than elsewhere at the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes

from ...i18n import tr
from .. import groups, incidents, outputs, styles
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...analysis.space_time_scan import Cluster

_EPOCH = np.datetime64("1970-01-01", "D")


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
        self.add_flag("PROSPECTIVE", tr("Only clusters that go on at the end (prospective)"))
        self.add_number("MAX_RADIUS", tr("Largest radius (m)"), 1000.0, minimum=0.001,
                        optional=True)
        self.add_number("MAX_DAYS", tr("Longest duration (days)"), optional=True, minimum=1,
                        integer=True, help_text=tr("Empty: half of the period."))
        self.add_number("MIN_CASES", tr("Fewest incidents of a cluster"), 3, 2, integer=True)
        self.add_number("ALPHA", tr("Highest p of a cluster"), 0.05, 0.000001, 1.0, advanced=True)
        self.add_number("SIMULATIONS", tr("Simulations"), 999, 9, 99_999, integer=True,
                        advanced=True)
        self.add_seed()
        self.add_vector_sink("OUTPUT", tr("Space-time clusters"))
        self.add_vector_sink("POINTS", tr("Incidents in clusters"), outputs.POINTS, optional=True)
        self.add_number_output("CLUSTERS", tr("Number of clusters"))
        self.add_number_output("LOWEST_P", tr("Lowest p"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.space_time_scan import ScanSettings, permutation_scan

        events = incidents.read(run, at_least=3)
        max_days = run.number("MAX_DAYS")
        answer = permutation_scan(
            events.x, events.y, events.start,
            ScanSettings(
                max_radius=run.number("MAX_RADIUS"),
                max_days=None if max_days is None else int(max_days),
                min_cases=run.integer("MIN_CASES"), prospective=run.flag("PROSPECTIVE"),
                simulations=run.integer("SIMULATIONS"), seed=run.integer("SEED"),
            ),
            first=events.period[0], last=events.period[1] - np.timedelta64(1, "D"),
            progress=run.step(0.15, 0.95),
        )
        lowest = min((cluster.p for cluster in answer.clusters), default=None)
        alpha = run.number("ALPHA") or 0.0
        found = [cluster for cluster in answer.clusters if cluster.p <= alpha]
        run.log(tr("{count} clusters have a p of at most {alpha:g}.").format(
            count=len(found), alpha=alpha))
        layer = outputs.write_layer(
            run, "OUTPUT", _columns(found), _circles(found), QgsWkbTypes.Type.Polygon, events.crs,
            styles.single("#b30000"),
        )
        rows = np.concatenate([c.events for c in found]) if found else np.empty(0, np.int64)
        number = np.repeat(np.arange(1, len(found) + 1), [len(c.events) for c in found])
        points = outputs.write_layer(
            run, "POINTS",
            [
                outputs.Column("cluster", tr("Cluster"), number.astype(np.int32)),
                outputs.Column("source_id", tr("Number in the source layer"), events.fid[rows]),
                outputs.Column("happened", tr("Date"), events.start[rows]),
            ],
            outputs.point_geometries(events.x[rows], events.y[rows]), QgsWkbTypes.Type.Point,
            events.crs,
        )
        return {"OUTPUT": layer, "POINTS": points, incidents.EVENTS: answer.used,
                "CLUSTERS": len(found), "LOWEST_P": lowest}


def _columns(found: List[Cluster]) -> List[outputs.Column]:
    def numbers(values: List[Any]) -> np.ndarray:
        return np.array(values, dtype=np.float64)

    first = np.array([c.first_day for c in found], dtype=np.int64)
    last = np.array([c.last_day for c in found], dtype=np.int64)
    return [
        outputs.Column("cluster", tr("Cluster"), np.arange(1, len(found) + 1, dtype=np.int32)),
        outputs.Column("first", tr("First day"), _EPOCH + first * np.timedelta64(1, "D")),
        outputs.Column("last", tr("Last day"), _EPOCH + last * np.timedelta64(1, "D")),
        outputs.Column("radius", tr("Radius (m)"), numbers([c.radius for c in found])),
        outputs.Column("cases", tr("Incidents"), np.array([c.cases for c in found], np.int64)),
        outputs.Column("expected", tr("Expected"), numbers([c.expected for c in found])),
        outputs.Column("ratio", tr("Observed over expected"), numbers([c.ratio for c in found])),
        outputs.Column("llr", tr("Log-likelihood ratio"), numbers([c.llr for c in found])),
        outputs.Column("p", tr("p"), numbers([c.p for c in found])),
    ]


def _circles(found: List[Cluster]) -> Any:
    for cluster in found:
        centre = QgsGeometry.fromPointXY(QgsPointXY(cluster.x, cluster.y))
        # a cluster at one place has no radius, and must still be seen
        yield centre.buffer(max(cluster.radius, 10.0), 24)
