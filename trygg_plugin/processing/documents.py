"""What the algorithms that write documents have in common.

One file in ``algorithms/`` names a kind of document; everything else is here: whose workspace,
which record and days, which language, edition and formats.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Dict, Optional, Tuple

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
)

from ..data.errors import DataError
from ..i18n import tr
from . import groups, workspaces
from .base import Run, TryggAlgorithm

if TYPE_CHECKING:
    from ..analysis.progress import Progress
    from ..data.workspace import Workspace
    from ..reports.context import Request
    from ..reports.document import Document
    from ..reports.kinds import DocumentKind

#: The parameter that asks for a public edition.
PUBLIC = "PUBLIC"
#: Field by whose value the latest record of a table is found.
_LATEST = {"period": "date_from", "meeting": "starts_at", "walk": "walked_at"}


class DocumentAlgorithm(TryggAlgorithm):
    """``KIND``: key of the kind in reports/documents. ``RECORD``: label of the record that it
    tells of, empty for none. ``PERIOD``: whether days of one's own can be named."""

    GROUP = groups.REPORTS
    NEEDS = ("scipy", "jinja2")
    KIND: ClassVar[str] = ""
    RECORD: ClassVar[str] = ""
    PERIOD: ClassVar[bool] = False

    def flags(self) -> Any:
        # layouts belong to the main thread
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def define(self) -> None:
        workspaces.add_workspace(self)
        if self.RECORD:
            self.add_text("RECORD", tr(self.RECORD), help_text=tr(
                "The record's uuid, as the attribute table shows it. Empty: the latest one."))
        if self.PERIOD:
            self.add_day("FROM", tr("First day (empty: the record's, or the last whole period)"))
            self.add_day("TO", tr("Last day"))
        workspaces.add_language(self)
        add_public(self)
        self.add_flag("KEEP", tr("Keep it as an adopted edition that never changes"))
        self.add_text("STORED", tr("Print this adopted edition again (its uuid)"), advanced=True)
        add_pages(self, period=self.PERIOD)
        filters = ";;".join((tr("PDF files") + " (*.pdf)", tr("Word documents") + " (*.docx)",
                             tr("HTML files") + " (*.html)"))
        self.add(QgsProcessingParameterFileDestination("OUTPUT", tr("Document"), filters))
        self.add_text_output("FILES", tr("Files"))
        self.add_text_output("EDITION_UUID", tr("Adopted edition"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ..reports import editions
        from ..reports.documents import kind_of
        from ..reports.layouts import TEMPLATES
        from ..reports.write import FORMATS, Printing, formats_of, write_all

        output = _destination(run, tuple(FORMATS))
        also = formats_of(run.text("ALSO")) if run.given("ALSO") else ()
        suffixes = tuple(dict.fromkeys((output.suffix.lower(), *also)))
        workspace = workspaces.workspace(run)
        kind = kind_of(self.KIND)
        stored = run.text("STORED") if run.given("STORED") else ""
        edition = stored
        if stored:
            document = editions.read(workspace, stored)
            run.log(tr("The adopted edition is printed as it was; nothing is counted anew."))
        elif run.flag(PUBLIC):
            document, edition = public_edition(
                run, workspace, kind, self._request(run, workspace, kind), run.step(0.0, 0.5)
            )
        else:
            document = self._document(run, workspace, kind)
            if run.flag("KEEP"):
                record = document.parameters.get("record") or None
                edition = editions.adopt(
                    workspace, document,
                    period=record if kind.record == "period" else None,
                    record=record if kind.record == "document" else None,
                )
        printing = Printing(
            Path(run.text("TEMPLATES")) if run.given("TEMPLATES") else TEMPLATES,
            tuple(self.parameterAsLayerList(run.parameters, "BACKGROUND", run.context) or ()),
        )
        files = write_all(document, output.parent, output.stem, suffixes, printing,
                          run.step(0.5, 1.0))
        for path in files:
            run.log(tr("The file {path} was written.").format(path=path))
        return {
            "OUTPUT": str(files[0]),
            "FILES": ";".join(str(path) for path in files),
            "EDITION_UUID": edition,
        }

    def _document(self, run: Run, workspace: Workspace, kind: DocumentKind) -> Document:
        from ..reports.kinds import make_document

        document = make_document(
            workspace, kind, self._request(run, workspace, kind), run.step(0.0, 0.5)
        )
        run.log(f"{document.full_title} – {document.subtitle}")
        return document

    def _request(self, run: Run, workspace: Workspace, kind: DocumentKind) -> Request:
        from ..project.demo import notice_of
        from ..reports.context import CELL_SIZE, Request

        language = run.choice("LANGUAGE", workspaces.LANGUAGES)
        first, last, since = (
            _day(run, name) if self.PERIOD else None for name in ("FROM", "TO", "SINCE")
        )
        record = run.text("RECORD") if self.RECORD and run.given("RECORD") else None
        if record is None and kind.record and not (kind.has_period and first and last):
            record = latest(workspace, kind)
            if record is not None:
                run.log(tr("No record was named; the latest one is told of."))
        logo = run.text("LOGO") if run.given("LOGO") else workspace.meta.get("logo", "")
        if logo and not Path(logo).is_file():
            if run.given("LOGO"):
                raise DataError("The logo {path} does not exist. Choose another file.", path=logo)
            run.warn(tr("The workspace's logo {path} does not exist and is left out.").format(
                path=logo))
            logo = ""
        return Request(
            language=language, record=record, first=first, last=last,
            municipality=run.text("NAME"), source=run.text("SOURCE"), logo=logo,
            notice=notice_of(workspace, language), since=since,
            cell_size=(run.number("CELL") if self.PERIOD else None) or CELL_SIZE,
        )  # fmt: skip


def add_public(algorithm: TryggAlgorithm) -> None:
    """The choice to publish, for every tool that can."""
    algorithm.add_flag(PUBLIC, tr("Publish: a public edition without small counts"), help_text=tr(
        "Only incidents that may be published, by area and whole months; numbers that would tell "
        "of fewer than five are left out, with regard to all earlier public editions. It is kept "
        "as an edition that never changes."))


def add_pages(algorithm: TryggAlgorithm, period: bool = True, folded: bool = True) -> None:
    """What stands on the pages and how they look, for every tool that writes some.

    ``period``: whether it tells of days. ``folded``: whether names and logo are rarely changed."""
    algorithm.add_text("NAME", tr("Municipality on the pages (empty: the workspace's)"),
                       advanced=folded)
    algorithm.add_text("SOURCE", tr("Source on the pages (empty: reports in Trygg)"),
                       advanced=folded)
    algorithm.add(QgsProcessingParameterFile("LOGO", tr("Logo (SVG or picture)"), optional=True),
                  advanced=folded)
    if period:
        algorithm.add_day("SINCE", tr("First day of collected reports"), advanced=True)
        algorithm.add_number("CELL", tr("Cell size of the maps (m)"), optional=True, minimum=50.0,
                             advanced=True)
    algorithm.add(
        QgsProcessingParameterMultipleLayers(
            "BACKGROUND", tr("Background map layers"),
            QgsProcessing.SourceType.TypeMapLayer, None, True,
        ),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterFile(
            "TEMPLATES", tr("Folder with your own layout templates"),
            QgsProcessingParameterFile.Behavior.Folder, optional=True,
        ),
        advanced=True,
    )
    algorithm.add_text("ALSO", tr("Further formats beside it (such as docx, html)"))


def public_edition(
    run: Run, workspace: Workspace, kind: DocumentKind, request: Request, progress: Progress
) -> Tuple[Document, str]:
    """The public edition, kept, and its uuid; the log says how much is left out."""
    from ..reports.public_edition import publish

    document, uuid = publish(workspace, kind, request, progress)
    counts = list(document.figures.values())
    run.log(tr("Of {all} numbers, {hidden} are left out.").format(
        all=len(counts), hidden=sum(value is None for value in counts)))
    return document, uuid


def latest(workspace: Workspace, kind: DocumentKind) -> Optional[str]:
    """The uuid of the record that a kind of document most likely tells of, if there is any."""
    if kind.record is None or (kind.record == "problem" and not kind.needs_record):
        return None
    rows = workspace.rows(kind.record)
    if kind.of_kind:
        rows = [row for row in rows if row["kind"] == kind.of_kind]
    field = _LATEST.get(kind.record)
    if field is not None:
        rows = [row for row in rows if row[field] is not None] or rows
        rows.sort(key=lambda row: str(row[field] or ""))
    return rows[-1].uuid if rows else None


def _day(run: Run, name: str) -> Optional[date]:
    day = run.day(name)
    return None if day is None else day.astype(object)


def _destination(run: Run, suffixes: Tuple[str, ...]) -> Path:
    """The file that OUTPUT names, a PDF where it names no format that is known."""
    text = run.algorithm.parameterAsFileOutput(run.parameters, "OUTPUT", run.context)
    suffix = Path(text).suffix.lower() if text else ""
    return workspaces.destination(run, "OUTPUT", suffix if suffix in suffixes else ".pdf")
