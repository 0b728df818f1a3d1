"""Clusters of a scan: the settings and results that the scans share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes

from ..analysis.suggestion import Suggestion
from ..i18n import fill, tr
from . import incidents, outputs, styles
from .base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ..analysis.space_time_scan import Cluster, ScanResult, ScanSettings

_EPOCH = np.datetime64("1970-01-01", "D")
DAY = np.timedelta64(1, "D")
#: What goes on longer than this is a state of things rather than a wave; and the work stays short.
LONGEST_DAYS = 30


def add_parameters(algorithm: TryggAlgorithm, radius: Optional[float] = None) -> None:
    """How large and how sure a cluster must be; ``radius``: the default of the largest, metres
    (None: what the incidents allow in reasonable time).
    """
    algorithm.add_flag("PROSPECTIVE", tr("Only clusters that go on at the end (prospective)"))
    algorithm.add_number("MAX_RADIUS", tr("Largest radius (m)"), radius, minimum=0.001,
                         optional=radius is None)
    algorithm.add_number(
        "MAX_DAYS", tr("Longest duration (days)"), optional=True, minimum=1, integer=True,
        help_text=tr("Empty: 30 days, and at most half of the period."),
    )
    algorithm.add_number("MIN_CASES", tr("Fewest incidents of a cluster"), 3, 2, integer=True)
    algorithm.add_number("ALPHA", tr("Highest p of a cluster"), 0.05, 0.000001, 1.0, advanced=True)
    algorithm.add_number(
        "SIMULATIONS", tr("Simulations"), None if radius is None else 999, 9, 99_999,
        integer=True, optional=radius is None, advanced=True,
    )
    algorithm.add_seed()
    algorithm.add_vector_sink("OUTPUT", tr("Clusters"))
    algorithm.add_vector_sink("POINTS", tr("Incidents in clusters"), outputs.POINTS, optional=True)
    algorithm.add_number_output("CLUSTERS", tr("Number of clusters"))
    algorithm.add_number_output("LOWEST_P", tr("Lowest p"))


def settings(run: Run, events: incidents.Incidents, timed: bool = True) -> ScanSettings:
    """What the parameters of :func:`add_parameters` say."""
    from ..analysis.scan_size import suggest_radius, suggest_simulations
    from ..analysis.space_time_scan import ScanSettings

    max_days: Optional[int] = None
    if timed:
        days = int((events.period[1] - events.period[0]) / DAY)
        max_days = int(run.suggested("MAX_DAYS", lambda: _suggest_days(days)))
    radius = run.suggested("MAX_RADIUS", lambda: suggest_radius(events.x, events.y))
    simulations = run.suggested(
        "SIMULATIONS", lambda: suggest_simulations(events.x, events.y, radius))
    return ScanSettings(
        max_radius=radius, max_days=max_days,
        min_cases=run.integer("MIN_CASES"), prospective=timed and run.flag("PROSPECTIVE"),
        simulations=int(simulations), seed=run.integer("SEED"),
    )


def _suggest_days(days: int) -> Suggestion:
    half = max(1, days // 2)
    if half <= LONGEST_DAYS:
        return Suggestion(half, N_("half of the period: {days} days."), (("days", half),))
    return Suggestion(
        LONGEST_DAYS,
        N_("{days} days: what lasts longer shows in the change between periods."),
        (("days", LONGEST_DAYS),),
    )


def write(run: Run, events: incidents.Incidents, answer: ScanResult, timed: bool = True
          ) -> Dict[str, Any]:
    """The clusters that are sure enough, the incidents in them, and the figures."""
    alpha = run.number("ALPHA") or 0.0
    found = [cluster for cluster in answer.clusters if cluster.p <= alpha]
    run.log(fill(tr("{count} clusters have a p of at most {alpha:g}."),
                 count=len(found), alpha=alpha))
    layer = outputs.write_layer(
        run, "OUTPUT", _columns(found, timed), _circles(found), QgsWkbTypes.Type.Polygon,
        events.crs, styles.single("#b30000"),
    )
    rows = np.concatenate([c.events for c in found]) if found else np.empty(0, np.int64)
    number = np.repeat(np.arange(1, len(found) + 1), [len(c.events) for c in found])
    columns = [
        outputs.Column("cluster", tr("Cluster"), number.astype(np.int32)),
        outputs.Column("source_id", tr("Number in the source layer"), events.fid[rows]),
    ]
    if events.began is not None:
        columns.append(outputs.Column("happened", tr("Date"), events.began[rows]))
    points = outputs.write_layer(
        run, "POINTS", columns, outputs.point_geometries(events.x[rows], events.y[rows]),
        QgsWkbTypes.Type.Point, events.crs,
    )
    return {
        "OUTPUT": layer, "POINTS": points, incidents.EVENTS: answer.used,
        "CLUSTERS": len(found),
        "LOWEST_P": min((cluster.p for cluster in answer.clusters), default=None),
    }


def _columns(found: List[Cluster], timed: bool) -> List[outputs.Column]:
    def numbers(values: List[Any]) -> np.ndarray:
        return np.array(values, dtype=np.float64)

    first = np.array([c.first_day for c in found], dtype=np.int64)
    last = np.array([c.last_day for c in found], dtype=np.int64)
    days = [
        outputs.Column("first", tr("First day"), _EPOCH + first * DAY),
        outputs.Column("last", tr("Last day"), _EPOCH + last * DAY),
    ]
    return [
        outputs.Column("cluster", tr("Cluster"), np.arange(1, len(found) + 1, dtype=np.int32)),
        *(days if timed else []),
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
