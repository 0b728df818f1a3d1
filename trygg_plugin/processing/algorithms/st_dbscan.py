"""trygg:stdbscan – groups of incidents close in space, or in space and time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Iterable

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes

from ...i18n import tr
from .. import groups, incidents, outputs, styles
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...analysis.cluster_summary import ClusterSummary


class StDbscan(TryggAlgorithm):
    NAME = "stdbscan"
    TITLE = N_("Groups of incidents (DBSCAN, ST-DBSCAN)")
    GROUP = groups.WHERE
    TAGS = ("DBSCAN", N_("cluster"))
    HELP = {
        "en": "<p>Finds places where at least so many incidents lie within a distance, and, when "
        "days are given, within so many days of each other. Each group gets a hull, count, "
        "duration and its most common category.</p>"
        "<p><b>Read it as</b> a list of candidate places, not as a test: chance makes groups too "
        "where incidents are many. Incidents in no group are shown as such.</p>"
        "<p>An incident is a core when enough lie around it, itself counted; border incidents join "
        "the nearest core. Source: Ester et al. 1996; Birant &amp; Kut 2007.</p>",
        "sv": "<p>Hittar platser där minst så många händelser ligger inom ett avstånd och, om "
        "dagar anges, inom så många dagar från varandra. Varje grupp får ett hölje, antal, "
        "varaktighet och sin vanligaste kategori.</p>"
        "<p><b>Läs den som</b> en lista på tänkbara platser, inte som ett test: även slumpen gör "
        "grupper där händelserna är många. Händelser utanför grupper visas också.</p>"
        "<p>En händelse är kärna när tillräckligt många ligger runt den, den själv medräknad; "
        "kanthändelser hör till närmaste kärna. Källa: Ester m.fl. 1996; Birant &amp; Kut "
        "2007.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self)
        self.add_number("DISTANCE", tr("Distance (m)"), 100.0, minimum=0.001)
        self.add_number("DAYS", tr("Days (empty: place only)"), optional=True, minimum=0)
        self.add_number("MINIMUM", tr("Fewest incidents of a group"), 5, 1, integer=True)
        self.add_vector_sink("OUTPUT", tr("Groups"))
        self.add_vector_sink("POINTS", tr("Incidents with their group"), outputs.POINTS,
                             optional=True)
        self.add_number_output("GROUPS", tr("Number of groups"))
        self.add_number_output("IN_GROUPS", tr("Incidents in groups"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.cluster_summary import summarise_clusters
        from ...analysis.st_dbscan import st_dbscan

        duration = run.number("DAYS")
        events = incidents.read(run, dates_needed=duration is not None)
        time = events.days if events.began is not None else None
        answer = st_dbscan(
            events.x, events.y,
            np.zeros(len(events)) if duration is None or time is None else time,
            run.number("DISTANCE") or 0.0,
            np.inf if duration is None else duration,
            run.integer("MINIMUM"), run.step(0.2, 0.85),
        )
        summaries = summarise_clusters(
            events.x, events.y, answer.label, events.began,
            None if events.category is None else events.category.texts(), events.weight,
        )
        layer = self._write_groups(run, events, summaries)
        points = outputs.write_layer(
            run, "POINTS",
            [
                outputs.Column("source_id", tr("Number in the source layer"), events.fid),
                outputs.Column("group", tr("Group (-1: none)"), answer.label),
                outputs.Column("core", tr("Core of its group"), answer.core),
            ],
            outputs.point_geometries(events.x, events.y), QgsWkbTypes.Type.Point, events.crs,
        )
        grouped = int((answer.label >= 0).sum())
        run.log(tr("{groups} groups hold {inside} of {all} incidents.").format(
            groups=answer.clusters, inside=grouped, all=len(events)))
        return {"OUTPUT": layer, "POINTS": points, incidents.EVENTS: len(events),
                "GROUPS": answer.clusters, "IN_GROUPS": grouped}

    @staticmethod
    def _write_groups(
        run: Run, events: incidents.Incidents, found: list[ClusterSummary]
    ) -> str:
        columns = [
            outputs.Column("group", tr("Group"), np.array([s.label for s in found], np.int32)),
            outputs.Column("count", tr("Incidents"), np.array([s.count for s in found], np.int64)),
        ]
        if events.weight is not None:
            columns.append(outputs.Column("harm", tr("Harm"), np.array([s.weight for s in found])))
        if events.began is not None:
            for name, alias, values in (
                ("first", tr("First"), [s.first for s in found]),
                ("last", tr("Last"), [s.last for s in found]),
            ):
                moments = np.array(values, dtype="datetime64[ms]")
                columns.append(outputs.Column(name, alias, moments))
            columns.append(outputs.Column(
                "days", tr("Days from first to last"),
                np.array([np.nan if s.days is None else s.days for s in found], float)))
        if events.category is not None:
            columns.append(outputs.Column(
                "category", tr("Most common category"),
                np.array([s.category for s in found], dtype=object)))
            columns.append(outputs.Column(
                "category_share", tr("Its share"),
                np.array([np.nan if s.share is None else s.share for s in found], float)))
        return outputs.write_layer(
            run, "OUTPUT", columns, _hulls(found), QgsWkbTypes.Type.Polygon, events.crs,
            styles.single("#b30000"),
        )


def _hulls(found: Iterable[ClusterSummary], margin: float = 10.0) -> Iterable[QgsGeometry]:
    """Hulls as polygons; a point or a line gets a margin (m), so that it can be seen."""
    for summary in found:
        corners = [QgsPointXY(float(x), float(y)) for x, y in summary.hull]
        if len(corners) >= 3:
            yield QgsGeometry.fromPolygonXY([[*corners, corners[0]]])
        elif len(corners) == 2:
            yield QgsGeometry.fromPolylineXY(corners).buffer(margin, 8)
        else:
            yield QgsGeometry.fromPointXY(corners[0]).buffer(margin, 8)
