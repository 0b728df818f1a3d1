"""Drawing the map of two by one and a half kilometres, as when it is panned."""

from __future__ import annotations

from typing import Any, Callable

from qgis.core import QgsMapRendererSequentialJob, QgsMapSettings
from qgis.PyQt.QtCore import QSize

from bench import data, engines
from bench.frame import Answer, Case, Job


def _job(layer: Callable[[int], Any]) -> Callable[[int], Job]:
    def start(rows: int) -> Job:
        from bench import qgis_session

        qgis_session.start()
        shown = layer(rows)

        from qgis.core import QgsProject, QgsRectangle

        east, north = data.EAST + 4_000, data.NORTH + 4_000
        places = iter(range(1_000_000))

        def run() -> Answer:
            step = 150.0 * (next(places) % 40)
            box = QgsRectangle(east + step, north + step, east + step + 2_000, north + step + 1_500)
            settings = QgsMapSettings()
            settings.setLayers([shown])
            settings.setOutputSize(QSize(1_366, 1_024))
            settings.setDestinationCrs(shown.crs())
            settings.setTransformContext(QgsProject.instance().transformContext())
            settings.setExtent(box)
            drawing = QgsMapRendererSequentialJob(settings)
            drawing.start()
            drawing.waitForFinished()
            return Answer({"errors": len(drawing.errors())})

        return Job(run)

    return start


CASE = Case(
    name="workspace_pan",
    title="Drawing the map of two by one and a half kilometres, as when it is panned",
    entries=engines.entries(_job),
    quick=(10_000,),
    full=(100_000, 1_000_000, 3_000_000),
    size_label=lambda size: f"{size:,} incidents",
    note="Drawn without a cache, with the project's symbols (the plain layer: QGIS's own).",
)
