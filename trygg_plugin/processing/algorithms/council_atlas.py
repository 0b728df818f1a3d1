"""trygg:councilatlas: the council's map atlas of a workspace as a PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, Tuple

import numpy as np
from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterFileDestination

from ...data.errors import DataError
from ...i18n import tr
from .. import documents, groups, workspaces
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...data.workspace import Workspace
    from ...reports.context import Request
    from ...reports.council_atlas import AtlasData, AtlasOptions

#: The period of an atlas where none is given: the last whole one of this kind.
DEFAULT_KIND = "tertial"


class CouncilAtlas(TryggAlgorithm):
    NAME = "councilatlas"
    TITLE = N_("Council map atlas")
    GROUP = groups.REPORTS
    HELP = {
        "en": "<p>Prints an overview, a comparison of the areas, a page for each area and a page "
        "on method and limits. Only reviewed incidents count.</p><p>Beside the PDF come a "
        "GeoPackage with all figures that were printed and a QGIS project with the layouts: change "
        "them there, or save them as templates and give their folder here.</p><p>The figures show "
        "what was reported. They do not show why, nor what nobody reported.</p>",
        "sv": "<p>Skriver ut en översikt, en jämförelse mellan områdena, en sida för varje område "
        "och en sida om metod och begränsningar. Bara granskade händelser räknas.</p><p>Bredvid "
        "PDF-filen skapas en GeoPackage med alla tryckta siffror och ett QGIS-projekt med "
        "layouterna: ändra dem där, eller spara dem som mallar och ange mappen här.</p><p>"
        "Siffrorna visar det som rapporterats. De visar inte varför, och inte det som ingen "
        "rapporterat.</p>",
    }

    def flags(self) -> Any:
        # Layouts belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def define(self) -> None:
        workspaces.add_workspace(self)
        self.add_day("FROM", tr("First day (empty: the last whole four-month period)"))
        self.add_day("TO", tr("Last day"))
        workspaces.add_language(self)
        documents.add_public(self)
        documents.add_pages(self, folded=False)
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Atlas"), tr("PDF files") + " (*.pdf)"
            )
        )
        self.add_text_output("DATA", tr("Figures (GeoPackage)"))
        self.add_text_output("PROJECT", tr("QGIS project with the layouts"))
        self.add_number_output("PAGES", tr("Pages"))
        self.add_number_output("INCIDENTS", tr("Incidents in the period"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...project.demo import notice_of
        from ...reports.atlas_texts import AtlasTexts
        from ...reports.council_atlas import CELL_SIZE, AtlasOptions, make_council_atlas
        from ...reports.figures import ReportPeriod
        from ...reports.gather import area_notes, gather
        from ...reports.layouts import TEMPLATES

        output = workspaces.destination(run, "OUTPUT", ".pdf")
        also = self._formats(run)
        workspace = workspaces.workspace(run)
        language = run.choice("LANGUAGE", workspaces.LANGUAGES)
        data = gather(workspace, language, run.day("SINCE"), run.step(0.0, 0.1))
        first, last = self._period(run, data)
        if np.isnat(data.since):
            # nothing was ever reported: no earlier period to compare with either
            data = replace(data, since=first)
        options = AtlasOptions(
            output=output,
            period=ReportPeriod.of(first, last),
            language=language,
            municipality=run.text("NAME") or workspace.municipality_name,
            source=run.text("SOURCE") or AtlasTexts(language).own_source(),
            logo=self._logo(run, workspace),
            invented=notice_of(workspace, language),
            cell_size=run.number("CELL") or CELL_SIZE,
            background=tuple(
                self.parameterAsLayerList(run.parameters, "BACKGROUND", run.context) or ()
            ),
            templates=Path(run.text("TEMPLATES")) if run.given("TEMPLATES") else TEMPLATES,
            notes=area_notes(workspace, language),
        )
        if run.flag(documents.PUBLIC):
            return self._publish(run, workspace, options, also)
        result = make_council_atlas(data, options, run.step(0.1, 0.9 if also else 1.0))
        if also:
            self._write_texts(run, workspace, options, also)
        run.log(
            tr("{pages} pages were printed to {path}.").format(
                pages=result.pages, path=result.pdf
            )
        )
        return {
            "OUTPUT": str(result.pdf),
            "DATA": str(result.data),
            "PROJECT": str(result.project),
            "PAGES": result.pages,
            "INCIDENTS": result.total.total,
        }

    def _formats(self, run: Run) -> Tuple[str, ...]:
        from ...reports.write import formats_of

        wanted = formats_of(run.text("ALSO")) if run.given("ALSO") else ()
        return tuple(suffix for suffix in wanted if suffix != ".pdf")

    def _write_texts(
        self, run: Run, workspace: Workspace, options: AtlasOptions, suffixes: Tuple[str, ...]
    ) -> None:
        """The same figures as running text, for those who listen to it or write on in it."""
        from ...reports.documents import ATLAS, kind_of
        from ...reports.kinds import make_document
        from ...reports.write import write_all

        document = make_document(workspace, kind_of(ATLAS), self._request(run, options))
        for path in write_all(document, options.output.parent, options.output.stem, suffixes):
            run.log(tr("The file {path} was written.").format(path=path))

    def _publish(
        self, run: Run, workspace: Workspace, options: AtlasOptions, also: Tuple[str, ...]
    ) -> Dict[str, Any]:
        """The public edition: told counts alone, and no file of figures beside it."""
        from ...reports.documents import ATLAS, kind_of
        from ...reports.write import Printing, write_all

        document, _uuid = documents.public_edition(
            run, workspace, kind_of(ATLAS), self._request(run, options), run.step(0.1, 0.5)
        )
        files = write_all(
            document, options.output.parent, options.output.stem, (".pdf", *also),
            Printing(options.templates, options.background), run.step(0.5, 1.0),
        )
        for path in files:
            run.log(tr("The file {path} was written.").format(path=path))
        return {"OUTPUT": str(files[0])}

    def _request(self, run: Run, options: AtlasOptions) -> Request:
        from ...reports.context import Request

        now = options.period.current
        since = run.day("SINCE")
        return Request(
            language=options.language, first=now.start.astype(object),
            last=(now.end - np.timedelta64(1, "D")).astype(object),
            municipality=options.municipality, source=options.source, logo=options.logo,
            notice=options.invented, since=None if since is None else since.astype(object),
            cell_size=options.cell_size,
        )

    def _logo(self, run: Run, workspace: Workspace) -> str:
        """The picture named, or the workspace's; a file that is gone is told."""
        named = run.text("LOGO") if run.given("LOGO") else ""
        logo = named or workspace.meta.get("logo", "")
        if not logo or Path(logo).is_file():
            return logo
        if named:
            raise DataError("The logo {path} does not exist. Choose another file.", path=logo)
        run.warn(tr("The workspace's logo {path} does not exist and is left out.").format(
            path=logo))
        return ""

    def _period(self, run: Run, data: AtlasData) -> Tuple[np.datetime64, np.datetime64]:
        from ...domain.periods import period_of, previous

        first, last = run.day("FROM"), run.day("TO")
        if first is not None and last is not None:
            if last < first:
                raise DataError(
                    "The last day, {last}, lies before the first, {first}.", first=first, last=last
                )
            return first, last
        known = data.incidents.start[~np.isnat(data.incidents.start)]
        newest = known.max().astype("datetime64[D]") if known.size else np.datetime64("today", "D")
        tomorrow = min(newest, np.datetime64("today", "D")) + np.timedelta64(1, "D")
        period = previous(period_of(DEFAULT_KIND, tomorrow.astype(object)))
        chosen = (
            first if first is not None else np.datetime64(period.start, "D"),
            last if last is not None else np.datetime64(period.end, "D"),
        )
        run.log(
            tr("The period is {first} to {last}, the last whole one that the data cover.").format(
                first=chosen[0], last=chosen[1]
            )
        )
        return chosen
