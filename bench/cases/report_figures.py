"""The figures of a period, all of it and each area: the workspace's file to counts."""

from __future__ import annotations

from bench.frame import Answer, Case, Entry, Faster, Job, Leaner, Within

FIRST, LAST = "2025-09-01", "2025-12-31"
ROWS = (1_000, 100_000, 1_000_000)
OURS = "Trygg, figures of a period"
AGGREGATED = "QGIS, aggregate by area and month"


def ours(rows: int) -> Job:
    import numpy as np

    from bench import qgis_session, workspaces
    from trygg_plugin.data.workspace import open_workspace
    from trygg_plugin.reports.figures import ReportPeriod, all_figures
    from trygg_plugin.reports.gather import gather

    qgis_session.start()
    path = workspaces.approved(rows)
    period = ReportPeriod.of(np.datetime64(FIRST), np.datetime64(LAST))

    def run() -> Answer:
        data = gather(open_workspace(path), "sv")
        total, by_area = all_figures(data.incidents, len(data.areas), period, data.since)
        assert sum(one.total for one in by_area) <= total.total
        return Answer({"incidents in the period": total.total})

    return Job(run)


def aggregated(rows: int) -> Job:
    """What the toolbox offers: counts by area and month, from which a period is added up."""
    from bench import qgis_session, workspaces

    qgis_session.start()
    layer = qgis_session.layer(workspaces.approved(rows), "incident")
    layer.setSubsetString(
        "deleted_at IS NULL AND status IN ('approved', 'fed_back', 'closed', 'anonymised')"
    )

    def field(name: str, kind: int, aggregate: str, source: str) -> dict:
        return {"name": name, "type": kind, "length": 0, "precision": 0, "aggregate": aggregate,
                "delimiter": "", "input": source}

    def run() -> Answer:
        month = "format_date(\"time_from\", 'yyyy-MM')"
        found = qgis_session.run("native:aggregate", {
            "INPUT": layer,
            "GROUP_BY": f"coalesce(\"area\", '') || {month}",
            "AGGREGATES": [field("month", 10, "first_value", month),
                           field("number", 4, "count", '"fid"')],
            "OUTPUT": "memory:",
        })["OUTPUT"]
        return Answer({"incidents in the period": sum(
            feature["number"] for feature in found.getFeatures()
            if FIRST[:7] <= feature["month"] <= LAST[:7]
        )})

    return Job(run)


CASE = Case(
    name="report_figures",
    title="Figures of a period: workspace to counts",
    entries=(
        Entry(OURS, ours, ours=True),
        Entry(AGGREGATED, aggregated),
    ),
    quick=(1_000,),
    full=ROWS,
    size_label=lambda rows: f"demo and {rows:,} incidents",
    goals=(
        Within(max(ROWS), OURS, 4.0),
        Faster(max(ROWS), OURS, AGGREGATED, 3.0),
        Leaner(max(ROWS), OURS, AGGREGATED, 1.0),
    ),
    note="Ours compares the period with the one before and with the same last year, in all and by "
         "area, with the expected band of every month, weekdays by hour and phenomena; the "
         "aggregate of the Processing toolbox gives the counts by area and month.",
)
