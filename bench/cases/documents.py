"""Every document: gathered and worded, and written in each format."""

from __future__ import annotations

import subprocess
from datetime import date
from typing import Any, Callable, List, NamedTuple

from bench.frame import Answer, Case, Entry, Job, Within

TODAY = date(2025, 12, 31)
#: Incidents beside the demo's own.
ROWS = (1_000, 100_000, 1_000_000)
KINDS = (
    "period_picture", "situation_picture", "action_plan", "law_statement", "yearly_report",
    "minutes", "walk_protocol", "effect_evaluation", "grant_appendix", "council_atlas",
)  # fmt: skip
#: Those that tell of a period's incidents: what is written could grow with them.
HEAVY = ("period_picture", "situation_picture", "yearly_report", "council_atlas")
GATHERED = "gathered and worded"
#: What an office suite makes of the web page that we write.
OFFICE = {".pdf": "writer_web_pdf_Export", ".docx": "MS Word 2007 XML"}
OFFICE_PACKAGES = ("libreoffice-writer-nogui",)


class Work(NamedTuple):
    kind: str
    rows: int


#: All kinds on little, and the heavy ones on most, are written in each format; the rest of the
#: sizes are gathered only. Peers run where little is: what they read hardly grows.
WRITTEN: List[Work] = [Work(kind, min(ROWS)) for kind in KINDS] + [
    Work(kind, max(ROWS)) for kind in HEAVY
]
WORKS: List[Work] = WRITTEN + [
    work for rows in ROWS for work in (Work(kind, rows) for kind in KINDS) if work not in WRITTEN
]


def _make(work: Work) -> Any:
    """The document that the kind's algorithm would make; QGIS must have been started."""
    from bench import workspaces
    from trygg_plugin.data.workspace import open_workspace
    from trygg_plugin.processing.documents import latest
    from trygg_plugin.reports.context import Request
    from trygg_plugin.reports.documents import kind_of
    from trygg_plugin.reports.kinds import make_document

    workspace = open_workspace(workspaces.approved(work.rows))
    kind = kind_of(work.kind)
    days = (date(2025, 9, 1), TODAY) if work.kind == "council_atlas" else (None, None)
    request = Request(
        "sv", record=None if days[0] else latest(workspace, kind), first=days[0], last=days[1],
        today=TODAY,
    )
    return make_document(workspace, kind, request)


def gathered(number: int) -> Job:
    from bench import qgis_session, workspaces

    qgis_session.start()
    work = WORKS[number - 1]
    workspaces.approved(work.rows)

    def run() -> Answer:
        document = _make(work)
        total = document.figures.get("total")
        return Answer(
            {"blocks": len(document.blocks), **({} if total is None else {"incidents": total})}
        )

    return Job(run)


def _written(suffix: str) -> Callable[[int], Job]:
    def start(number: int) -> Job:
        from bench import places, qgis_session

        qgis_session.start()
        document = _make(WORKS[number - 1])
        path = places.scratch(f"document{suffix}")

        def run() -> Answer:
            from trygg_plugin.reports.write import write

            write(document, path)
            return Answer({"kB": path.stat().st_size // 1024})

        return Job(run)

    return start


def _by_office(suffix: str) -> Callable[[int], Job]:
    def start(number: int) -> Job:
        from bench import places, qgis_session
        from trygg_plugin.reports.write import write

        qgis_session.start()
        page = write(_make(WORKS[number - 1]), places.scratch("page.html"))
        profile = places.scratch("office")
        made = page.with_suffix(suffix)

        def run() -> Answer:
            subprocess.run(
                ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless",
                 "--convert-to", f"{suffix[1:]}:{OFFICE[suffix]}", "--outdir", str(page.parent),
                 str(page)],
                check=True, capture_output=True,
            )  # fmt: skip
            return Answer({"kB": made.stat().st_size // 1024})

        return Job(run, lambda: made.unlink(missing_ok=True))

    return start


CASE = Case(
    name="documents",
    title="Documents: workspace to page",
    entries=(
        Entry(GATHERED, gathered, ours=True),
        Entry("Trygg HTML", _written(".html"), ours=True, largest=len(WRITTEN)),
        Entry("Trygg DOCX", _written(".docx"), ours=True, largest=len(WRITTEN)),
        Entry("Trygg PDF", _written(".pdf"), ours=True, largest=len(WRITTEN)),
        Entry("LibreOffice, page to DOCX", _by_office(".docx"), debian=OFFICE_PACKAGES,
              largest=len(KINDS)),
        Entry("LibreOffice, page to PDF", _by_office(".pdf"), debian=OFFICE_PACKAGES,
              largest=len(KINDS)),
    ),
    quick=(1, 4),
    full=tuple(range(1, len(WORKS) + 1)),
    size_label=lambda number: (
        f"{WORKS[number - 1].kind}, {WORKS[number - 1].rows:,} incidents"
    ),
    goals=tuple(
        Within(number, GATHERED, 5.0)
        for number, work in enumerate(WORKS, start=1) if work.rows == max(ROWS)
    ),
    note="The demo workspace with that many further incidents. “Gathered and worded” is from the "
         "file to a finished document, for every kind and size; each format is then written from "
         "it, with 1,000,000 incidents for the kinds that tell of them all. LibreOffice turns the "
         "web page that we write into the other formats, its start included, as a user would who "
         "had nothing but the page.",
)
