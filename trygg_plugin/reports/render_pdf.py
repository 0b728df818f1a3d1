"""A document printed through QGIS print layouts.

Ordinary pages come from the template ``document_a4`` (or ``document_a4_wide`` for documents with
wide tables), a large map has a page of ``document_a3_map``. A template is an ordinary layout that
an officer may change and save as an own one; what its items are bound to stands in
docs/handbok/dokument.md. Items whose id begins with ``style_`` show how each kind of text looks:
their letters and colours are taken over, and they are left out when a page is printed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsAbstractLayoutIterator,
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemShape,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
)
from qgis.PyQt.QtGui import QColor, QFont

from ..analysis.progress import Progress, silent
from .charts.language import Language
from .document import Document
from .flow import Page, flow
from .layouts import (
    TEMPLATES,
    ReportError,
    export_pdf,
    fit_variable,
    font_of,
    load_template,
    set_variables,
)
from .lettering_qt import Lettering
from .page_items import Style
from .page_runs import Composed, Frame, compose, contents
from .pdf_information import add_information

UPRIGHT, WIDE, MAP = "document_a4", "document_a4_wide", "document_a3_map"
#: Item that the text of a document fills.
BODY = "body"
#: How texts look where a template has lost the item that shows it: points, bold, colour.
STYLES: Dict[str, Tuple[float, bool, str]] = {
    "title": (20.0, True, ""),
    "subtitle": (12.0, False, "#4c5763"),
    "heading_1": (14.0, True, ""),
    "heading_2": (11.5, True, "#1f2a36"),
    "heading_3": (10.0, True, "#1f2a36"),
    "lead": (11.5, False, "#1f2a36"),
    "body": (9.8, False, "#1f2a36"),
    "quiet": (8.5, False, "#4c5763"),
    "caption": (8.8, False, "#4c5763"),
    "table": (8.3, False, "#1f2a36"),
    "table_head": (8.3, True, "#12436d"),
}
#: Texts that follow the document's colour where the template leaves them in its own.
COLOURED = ("title", "heading_1", "table_head")
#: A document of so many pages and chapters has a list of contents below its first two texts,
#: title and subtitle.
LONG, FEWEST_CHAPTERS, TITLE_RUNS = 5, 4, 2
DEFAULT_COLOUR = "#12436d"
FONT = "Arial"


def print_pdf(
    document: Document,
    path: Path,
    templates: Path = TEMPLATES,
    background: Sequence[QgsMapLayer] = (),
    progress: Progress = silent,
) -> int:
    """Print the document and return its number of pages. Must run on the main thread.

    ``background``: map layers below ours, topmost first. Raises ReportError with a sentence when
    a template cannot be used or the file cannot be written.
    """
    project = QgsProject()
    try:
        pages = _Pages(document, project, templates, background)
        export_pdf(
            pages, path, progress,
            lambda made: add_information(
                made, document.full_title, document.municipality, document.subtitle,
                document.tag, pages.bookmarks,
            ),
        )
        return int(pages.count())
    finally:
        project.clear()


@dataclass
class _Template:
    """A template's own layout, kept to be asked, and what its styles are."""

    path: Path
    frame: Frame
    styles: Dict[str, Style] = field(default_factory=dict)


class _Pages(QgsAbstractLayoutIterator):
    """The pages, each made when its turn comes and let go when the next one has come."""

    def __init__(
        self, document: Document, project: QgsProject, templates: Path,
        background: Sequence[QgsMapLayer],
    ) -> None:  # fmt: skip
        super().__init__()
        self._document, self._project, self._templates = document, project, templates
        self._background: List[QgsMapLayer] = [layer.clone() for layer in background]
        for layer in self._background:
            if project.addMapLayer(layer, False) is None:
                raise ReportError("The layer “{layer}” of a map cannot be drawn.",
                                  layer=layer.name())
        key = WIDE if document.landscape else UPRIGHT
        self._ordinary = self._read(key)
        self._composed: List[Composed] = compose(
            document, self._ordinary.frame, self._ordinary.styles
        )
        self._laid: List[Page] = self._flow()
        self._add_contents()
        self._current: Optional[QgsPrintLayout] = None
        self._run: Iterator[QgsPrintLayout] = iter(())
        self.bookmarks = self._bookmarks()

    def _flow(self) -> List[Page]:
        return flow([one.run for one in self._composed], self._ordinary.frame.height)

    def _add_contents(self) -> None:
        """What a long document has, and where, below its title."""
        chapters = {one.chapter: 0 for one in self._composed if one.chapter}
        if len(self._laid) < LONG or len(chapters) < FEWEST_CHAPTERS:
            return
        self._composed[TITLE_RUNS:TITLE_RUNS] = contents(
            chapters, self._document.language, self._ordinary.frame, self._ordinary.styles
        )
        self._laid = self._flow()
        # a heading's first place counts where two chapters have the same name
        for text, page in reversed(self._bookmarks()):
            chapters[text] = page + 1

    def layout(self) -> Optional[QgsPrintLayout]:
        return self._current

    def count(self) -> int:
        return len(self._laid)

    def beginRender(self) -> bool:  # noqa: N802
        self._run = self._all()
        return True

    def endRender(self) -> bool:  # noqa: N802
        return True

    def next(self) -> bool:
        self._current = next(self._run, None)
        return self._current is not None

    def filePath(self, base_file_path: str, extension: str) -> str:  # noqa: N802
        return f"{base_file_path}.{extension}"

    def _bookmarks(self) -> List[Tuple[str, int]]:
        found = []
        for number, page in enumerate(self._laid):
            for placed in page.placed:
                chapter = self._composed[placed.run].chapter
                if chapter and placed.first == 0:
                    found.append((chapter, number))
        return found

    def _read(self, key: str) -> _Template:
        path = self._templates / f"{key}.qpt"
        if not path.exists():
            path = TEMPLATES / f"{key}.qpt"  # an officer's folder need not hold them all
        layout = load_template(self._project, path, key)
        body = _item(layout, BODY, QgsLayoutItemShape)
        if body is None:
            raise ReportError(
                "The template {path} has lost its item “{item}”, which the text of a document "
                "fills. Add a rectangle with that id, or take the template that came with Trygg.",
                path=path, item=BODY,
            )
        box = body.mapRectToScene(body.rect())
        styles = {
            name: _style(layout, name, self._document.colour) for name in STYLES
        }
        made = _Template(path, Frame(box.x(), box.y(), box.width(), box.height()), styles)
        self._let_go(layout)
        return made

    def _all(self) -> Iterator[QgsPrintLayout]:
        before: Optional[QgsPrintLayout] = None
        for number, page in enumerate(self._laid, start=1):
            template = self._map_page() if page.kind else self._ordinary
            layout = load_template(self._project, template.path, f"page {number}")
            layout.undoStack().blockCommands(True)
            self._furnish(layout, number)
            for placed in page.placed:
                self._composed[placed.run].draw(
                    layout, template.frame, placed, self._project, self._background
                )
            layout.refresh()
            if before is not None:
                self._let_go(before)
            before = layout
            yield layout

    def _let_go(self, layout: QgsPrintLayout) -> None:
        """A layout that is done with; a project that kept it would only be larger for a while."""
        self._project.layoutManager().removeLayout(layout)  # noqa: QGS202

    def _map_page(self) -> _Template:
        if not hasattr(self, "_map_template"):
            self._map_template = self._read(MAP)
        return self._map_template

    def _furnish(self, layout: QgsPrintLayout, number: int) -> None:
        document, say = self._document, Language(self._document.language).say
        for item in list(layout.items()):
            if isinstance(item, QgsLayoutItem) and (
                item.id() == BODY or item.id().startswith("style_")
            ):
                layout.removeLayoutItem(item)
        band = _item(layout, "band", QgsLayoutItemShape)
        if band is not None and document.colour != DEFAULT_COLOUR:
            band.setSymbol(QgsFillSymbol.createSimple(
                {"color": document.colour, "outline_style": "no"}))
        total = self.count()
        set_variables(layout, {
            "trygg_period": document.subtitle,
            "trygg_logo": document.logo,
            "trygg_invented_notice": document.notice,
            "trygg_source": f"{say('Source', 'Källa')}: {document.source}",
            "trygg_page_word": say("Page", "Sida"),
            "trygg_page_number": say(f"{number} of {total}", f"{number} av {total}"),
        })  # fmt: skip
        fit_variable(layout, "band_title", "trygg_municipality", document.municipality)
        fit_variable(layout, "band_subtitle", "trygg_document_title", document.title)


def _item(layout: QgsPrintLayout, key: str, kind: Any) -> Any:
    item = layout.itemById(key)
    return item if isinstance(item, kind) else None


def _style(layout: QgsPrintLayout, name: str, colour: str) -> Style:
    """Letters and colour of the template's item for a kind of text, ours where it is gone."""
    points, bold, ink = STYLES[name]
    font = QFont(FONT)
    font.setPointSizeF(points)
    font.setBold(bold)
    shown = QColor(ink or colour)
    item = _item(layout, f"style_{name}", QgsLayoutItemLabel)
    if item is not None:
        # QGIS 3.24 has formats
        shown = item.textFormat().color() if hasattr(item, "textFormat") else item.fontColor()
        font = font_of(item)
        if name in COLOURED and shown == QColor(DEFAULT_COLOUR):
            shown = QColor(colour)
    return Style(Lettering(font), shown)
