"""The council's map atlas as a PDF, beside an atlas that QGIS prints by itself."""

from __future__ import annotations

from typing import Any

from bench.frame import Answer, Case, Entry, Job

DEMO = 0


def _workspace(size: int) -> Any:
    from bench import qgis_session, workspaces

    qgis_session.start()
    return workspaces.approved(size) if size else workspaces.demo()


def ours(size: int) -> Job:
    from bench import places, qgis_session

    workspace = _workspace(size)
    output = places.scratch("atlas.pdf")

    def run() -> Answer:
        found = qgis_session.run("trygg:councilatlas", {
            "WORKSPACE": str(workspace), "OUTPUT": str(output),
            "FROM": "2025-09-01", "TO": "2025-12-31", "LANGUAGE": 0,
        })
        return Answer({"pages": found["PAGES"], "incidents in the period": found["INCIDENTS"]},
                      amount=found["PAGES"])

    return Job(run)


def by_hand(size: int) -> Job:
    """What a user sets up without us: an atlas over the areas with a map of points and a title."""
    from qgis.core import (
        QgsLayoutExporter,
        QgsLayoutItemLabel,
        QgsLayoutItemMap,
        QgsLayoutPoint,
        QgsLayoutSize,
        QgsPrintLayout,
        QgsProject,
    )

    from bench import places, qgis_session

    workspace = _workspace(size)
    output = places.scratch("plain.pdf")
    areas = qgis_session.layer(workspace, "area")
    incidents = qgis_session.layer(workspace, "incident")
    incidents.setSubsetString("time_from >= '2025-09-01' AND time_from < '2026-01-01'")
    project = QgsProject.instance()
    project.addMapLayers([areas, incidents])
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    shown, title = QgsLayoutItemMap(layout), QgsLayoutItemLabel(layout)
    for item, y, height in ((shown, 25.0, 175.0), (title, 10.0, 12.0)):
        layout.addLayoutItem(item)
        item.attemptMove(QgsLayoutPoint(10.0, y))
        item.attemptResize(QgsLayoutSize(277.0, height))
    title.setText("[% \"name\" %]")
    shown.setLayers([incidents, areas])
    shown.setExtent(areas.extent())
    shown.setAtlasDriven(True)
    layout.atlas().setCoverageLayer(areas)
    layout.atlas().setEnabled(True)

    def run() -> Answer:
        done, said = QgsLayoutExporter.exportToPdf(
            layout.atlas(), str(output), QgsLayoutExporter.PdfExportSettings()
        )
        if done != QgsLayoutExporter.ExportResult.Success:
            raise RuntimeError(said)
        return Answer({"pages": layout.atlas().count()}, amount=layout.atlas().count())

    return Job(run)


CASE = Case(
    name="council_atlas",
    title="Council map atlas: workspace to PDF",
    entries=(
        Entry("trygg:councilatlas", ours, ours=True),
        Entry("QGIS atlas of points", by_hand),
    ),
    quick=(DEMO,),
    full=(DEMO, 1_000, 100_000, 1_000_000),
    size_label=lambda rows: f"demo and {rows:,} incidents" if rows else "demo workspace",
    unit="pages",
    note="QGIS's own atlas draws each area with the period's points and a title: no figures, no "
         "curves, no counts a politician could read, and every incident at its place.",
)
