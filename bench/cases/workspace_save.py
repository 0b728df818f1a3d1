"""Changing one field of one incident in QGIS and saving the layer."""

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

        text = "place_name" if shown.fields().indexOf("place_name") >= 0 else "kind"
        column = shown.fields().indexOf(text)
        keys = [feature.id() for feature in shown.getFeatures(QgsFeatureRequest().setLimit(500))]
        turn = iter(range(1_000_000))

        def run() -> Answer:
            number = next(turn)
            key = keys[number % len(keys)]
            done = (
                shown.startEditing()
                and shown.changeAttributeValue(key, column, f"Ändrad {number}")
                and shown.commitChanges()
            )
            if not done:
                raise RuntimeError(" ".join(shown.commitErrors()))
            return Answer({})

        return Job(run)

    return start


CASE = Case(
    name="workspace_save",
    title="Changing one field of one incident in QGIS and saving the layer",
    entries=engines.entries(_job),
    quick=(10_000,),
    full=(100_000, 1_000_000, 3_000_000),
    size_label=lambda size: f"{size:,} incidents",
    note="Ours checks the rules, stamps the record, raises its version and writes its history.",
)
