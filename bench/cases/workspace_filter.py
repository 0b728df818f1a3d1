"""Filtering the layer of incidents to a month, and counting what is left."""

from __future__ import annotations

from typing import Any, Callable

from qgis.core import QgsFeatureRequest

from bench import engines
from bench.frame import Answer, Case, Job


def _job(layer: Callable[[int], Any]) -> Callable[[int], Job]:
    def start(rows: int) -> Job:
        from bench import qgis_session

        qgis_session.start()
        shown = layer(rows)

        day = "time_from" if shown.fields().indexOf("time_from") >= 0 else "happened"
        before = shown.subsetString()
        # counted by hand: QGIS 3.22 does not always know how many features a filter leaves
        bare = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        bare.setSubsetOfAttributes([])
        condition = f"{day} >= '2024-03-01' AND {day} < '2024-04-01'"

        def run() -> Answer:
            # as the filter in QGIS's layer panel
            if not shown.setSubsetString(f"({before}) AND {condition}" if before else condition):
                raise RuntimeError(f"The filter of {shown.name()} was refused.")
            return Answer({"incidents": sum(1 for _ in shown.getFeatures(bare))})

        def back() -> None:
            shown.setSubsetString(before)

        return Job(run, back)

    return start


CASE = Case(
    name="workspace_filter",
    title="Filtering the layer of incidents to a month, and counting what is left",
    entries=engines.entries(_job),
    quick=(10_000,),
    full=(100_000, 1_000_000, 3_000_000),
    size_label=lambda size: f"{size:,} incidents",
    note="Of the plain layer the same month is asked for; it has no index on the date.",
)
