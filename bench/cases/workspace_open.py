"""Opening the project of a workspace."""

from __future__ import annotations

from typing import Callable

from bench import engines, postgis
from bench.frame import Answer, Case, Entry, Job


def _job(house: Callable[[int], engines.House]) -> Callable[[int], Job]:
    def start(rows: int) -> Job:
        from qgis.core import QgsProject

        from bench import qgis_session

        qgis_session.start()
        project = str(house(rows).project)

        def run() -> Answer:
            if not QgsProject.instance().read(project):
                raise RuntimeError(f"QGIS cannot read {project}.")
            return Answer({"layers": len(QgsProject.instance().mapLayers())})

        return Job(run, QgsProject.instance().clear)

    return start


def plain(rows: int) -> Job:
    """One layer of points, to tell what QGIS itself takes."""
    from qgis.core import QgsProject

    from bench import places, qgis_session

    qgis_session.start()
    path = str(places.scratch("plain.qgz"))
    project = QgsProject()
    project.addMapLayer(engines.plain(rows))
    if not project.write(path):
        raise RuntimeError(project.error())
    project.clear()

    def run() -> Answer:
        QgsProject.instance().read(path)
        return Answer({"layers": len(QgsProject.instance().mapLayers())})

    return Job(run, QgsProject.instance().clear)


CASE = Case(
    name="workspace_open",
    title="Opening the project of a workspace",
    entries=(
        Entry("Trygg in a GeoPackage", _job(engines.geopackage), ours=True,
              largest=engines.LARGEST_FILE),
        Entry("Trygg in PostGIS", _job(engines.in_postgis), ours=True, missing=postgis.missing),
        Entry("plain project with one layer", plain, largest=engines.LARGEST_FILE),
    ),
    quick=(10_000,),
    full=(100_000, 1_000_000, 3_000_000),
    size_label=lambda size: f"{size:,} incidents",
    note="The workspace's project has some eighty layers with forms, relations and symbols.",
)
