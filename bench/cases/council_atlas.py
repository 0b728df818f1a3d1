"""The council's map atlas as a PDF."""

from __future__ import annotations

from bench.frame import Answer, Case, Entry, Job

DEMO = 0


def ours(size: int) -> Job:
    from bench import places, qgis_session, workspaces

    qgis_session.start()
    workspace = workspaces.demo() if size == DEMO else workspaces.filled(size)
    output = places.scratch("atlas.pdf")

    def run() -> Answer:
        found = qgis_session.run("trygg:councilatlas", {
            "WORKSPACE": str(workspace), "OUTPUT": str(output),
            "FROM": "2025-09-01", "TO": "2025-12-31", "LANGUAGE": 0,
        })
        return Answer({"pages": found["PAGES"], "incidents in the period": found["INCIDENTS"]},
                      amount=found["PAGES"])

    return Job(run)


CASE = Case(
    name="council_atlas",
    title="Council map atlas: workspace to PDF",
    entries=(Entry("trygg:councilatlas", ours, ours=True),),
    quick=(DEMO,),
    full=(DEMO, 100_000),
    size_label=lambda rows: f"demo and {rows:,} incidents" if rows else "demo workspace",
    unit="pages",
)
