"""Layout templates: loaded, bound to what they show, and printed together as one PDF.

A template is an ordinary QGIS layout. Its items are found by id, so an officer may
move, restyle or leave out any of them; what is not there is not filled.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from typing import Callable, Iterator, List, Mapping, Optional, Sequence, Tuple

from qgis.core import (
    Qgis,
    QgsAbstractLayoutIterator,
    QgsExpressionContextUtils,
    QgsFeedback,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutObject,
    QgsLayoutTable,
    QgsLayoutTableColumn,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsProperty,
    QgsReadWriteContext,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont, QFontInfo
from qgis.PyQt.QtXml import QDomDocument

from ..analysis.errors import Cancelled
from ..analysis.progress import Progress, silent
from ..domain.errors import DomainError
from .lettering_qt import Lettering

TEMPLATES = Path(__file__).resolve().parents[2] / "styles" / "layouts"


class ReportError(DomainError):
    """A document that cannot be made, told as a sentence."""


def load_template(project: QgsProject, path: Path, name: str) -> QgsPrintLayout:
    """A layout made from a template file, added to the project under ``name``."""
    try:
        text = _with_known_fonts(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        text = ""  # told below as what it is: no template
    except OSError as error:
        raise ReportError(
            "The layout template {path} cannot be read: {reason}", path=path, reason=error.strerror
        ) from error
    document = QDomDocument()
    layout = QgsPrintLayout(project)
    # The answer of setContent differs between Qt versions; an empty document tells the same.
    document.setContent(text)
    loaded = False
    if not document.isNull():
        _items, loaded = layout.loadFromTemplate(document, QgsReadWriteContext())
    if not loaded:
        raise ReportError(
            "The file {path} is not a QGIS layout template. Save one from the layout designer "
            "(Layout ▸ Save as template).",
            path=path,
        )
    layout.setName(name)
    if not project.layoutManager().addLayout(layout):
        raise ReportError("The project already has a layout named “{name}”.", name=name)
    return layout


def _with_known_fonts(template: str) -> str:
    """The template with the fonts that Qt draws instead of those this machine lacks.

    Labels would find them by themselves; tables would fall back on a font of their own.
    """
    for family in set(re.findall(r'fontFamily="([^"]*)"', template)):
        drawn = escape(QFontInfo(QFont(unescape(family))).family())
        template = template.replace(f'fontFamily="{family}"', f'fontFamily="{drawn}"')
    return template


def set_variables(layout: QgsPrintLayout, values: Mapping[str, str]) -> None:
    """Texts that the layout's labels show as ``[% @name %]``."""
    for name, value in values.items():
        QgsExpressionContextUtils.setLayoutVariable(layout, name, value)


def fit_variable(layout: QgsPrintLayout, key: str, name: str, text: str) -> None:
    """Set a variable to a text, or to as much of it as the label ``key`` shows in one line."""
    set_variables(layout, {name: ""})
    label = layout.itemById(key)
    shown = text
    if isinstance(label, QgsLayoutItemLabel):
        lettering = Lettering(font_of(label))
        room = label.rect().width() - 2 * label.marginX()
        rest = lettering.width(label.currentText())
        set_variables(layout, {name: text})
        if rest < lettering.width(label.currentText()):
            shown = lettering.shortened(text, room - rest)
    set_variables(layout, {name: shown})


def font_of(label: QgsLayoutItemLabel) -> QFont:
    """The letters of a label, in the size that they are printed in."""
    if not hasattr(label, "textFormat"):  # QGIS 3.24
        return QFont(label.font())
    known = label.textFormat()
    font = QFont(known.font())
    font.setPointSizeF(known.size())
    return font


def bind_map(
    layout: QgsPrintLayout,
    key: str,
    layers: Sequence[QgsMapLayer],
    extent: Optional[QgsRectangle] = None,
) -> None:
    """Lock a map item to layers, topmost first, and show an extent where one is given."""
    item = layout.itemById(key)
    if not isinstance(item, QgsLayoutItemMap):
        return
    item.setLayers(list(layers))
    item.setKeepLayerSet(True)
    if layers:
        item.setCrs(layers[0].crs())
    if extent is not None:
        item.zoomToExtent(extent)


class Drawings:
    """Picture items whose source is an expression that gives SVG, printed as the drawings they are.

    QGIS takes what an expression gives for a photo, as coarse as on a screen. So each page's
    expression is carried out here and its answer given as SVG; :meth:`release` gives the items
    back their expressions, for those who open the layout later.
    """

    _SOURCE = QgsLayoutObject.DataDefinedProperty.PictureSource

    def __init__(self, layout: QgsPrintLayout, keys: Sequence[str]) -> None:
        self._bound: List[Tuple[QgsLayoutItemPicture, QgsProperty]] = []
        for key in keys:
            item = layout.itemById(key)
            if isinstance(item, QgsLayoutItemPicture):
                source = item.dataDefinedProperties().property(self._SOURCE)
                if source.isActive():
                    self._bound.append((item, QgsProperty(source)))

    def show(self) -> None:
        """Draw what the page that is to be printed has."""
        for item, source in self._bound:
            context = item.createExpressionContext()
            # fields of the page's own place; what cannot be prepared gives no picture
            source.prepare(context)  # noqa: QGS201
            path, _known = source.valueAsString(context, "")
            item.dataDefinedProperties().setProperty(self._SOURCE, QgsProperty())
            item.setPicturePath(path, QgsLayoutItemPicture.Format.FormatSVG)

    def release(self) -> None:
        for item, source in self._bound:
            item.dataDefinedProperties().setProperty(self._SOURCE, source)
            item.setPicturePath("", QgsLayoutItemPicture.Format.FormatUnknown)


def bind_legend(layout: QgsPrintLayout, key: str, layers: Sequence[QgsMapLayer]) -> None:
    """Show these layers in a legend item."""
    item = layout.itemById(key)
    if not isinstance(item, QgsLayoutItemLegend):
        return
    item.setAutoUpdateModel(False)
    root = item.model().rootGroup()
    root.clear()
    for layer in layers:
        root.addLayer(layer)
    item.adjustBoxSize()


@dataclass(frozen=True)
class Column:
    """A table column: field, heading, width in mm with its margins, right-aligned numbers."""

    field: str
    heading: str
    width: float
    number: bool = False


def bind_table(
    layout: QgsPrintLayout,
    key: str,
    layer: QgsVectorLayer,
    columns: Sequence[Column],
    filter_expression: str = "",
    empty_message: str = "",
) -> None:
    """Fill a table item from a layer, rows in the order of its field ``position``."""
    frame = layout.itemById(key)
    if not isinstance(frame, QgsLayoutFrame):
        return
    table = frame.multiFrame()
    if not isinstance(table, QgsLayoutItemAttributeTable):
        return
    table.setVectorLayer(layer)
    if not any(column.heading for column in columns):
        table.setHeaderMode(QgsLayoutTable.HeaderMode.NoHeaders)
    made: List[QgsLayoutTableColumn] = []
    for column in columns:
        entry = QgsLayoutTableColumn(column.heading)
        entry.setAttribute(column.field)
        entry.setWidth(column.width - 2 * table.cellMargin())
        align = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
        entry.setHAlignment(align)
        made.append(entry)
    table.setColumns(made)
    by_position = QgsLayoutTableColumn("position")
    by_position.setAttribute("position")
    by_position.setSortOrder(Qt.SortOrder.AscendingOrder)
    table.setSortColumns([by_position])
    table.setFeatureFilter(filter_expression)
    table.setFilterFeatures(bool(filter_expression))
    table.setEmptyTableMessage(empty_message)
    table.refresh()


@dataclass(frozen=True)
class Part:
    """A layout of the document, printed once for each of ``repeats`` sets of variables.

    A layout with an enabled atlas is printed once per page of that instead. ``drawings``: ids of
    picture items that show SVG.
    """

    layout: QgsPrintLayout
    repeats: Tuple[Mapping[str, str], ...] = ({},)
    drawings: Tuple[str, ...] = ()

    @property
    def count(self) -> int:
        atlas = self.layout.atlas()
        if not atlas.enabled():
            return len(self.repeats)
        atlas.updateFeatures()
        return int(atlas.count())


class Document(QgsAbstractLayoutIterator):
    """Several layouts, atlases among them, as one run of pages with common numbers."""

    def __init__(self, parts: Sequence[Part], page_number: Callable[[int, int], str]) -> None:
        super().__init__()
        self._parts = list(parts)
        self._page_number = page_number
        self._total = sum(part.count for part in self._parts)
        self._current: Optional[QgsPrintLayout] = None
        self._pages: Iterator[QgsPrintLayout] = iter(())

    def layout(self) -> Optional[QgsPrintLayout]:
        return self._current

    def count(self) -> int:
        return self._total

    def beginRender(self) -> bool:
        self._pages = self._run()
        return True

    def endRender(self) -> bool:
        return True

    def next(self) -> bool:
        self._current = next(self._pages, None)
        return self._current is not None

    def filePath(self, base_file_path: str, extension: str) -> str:
        return f"{base_file_path}.{extension}"

    def _run(self) -> Iterator[QgsPrintLayout]:
        number = 0
        for part in self._parts:
            layout, atlas = part.layout, part.layout.atlas()
            drawings = Drawings(layout, part.drawings)
            if atlas.enabled():
                if not atlas.beginRender():
                    raise ReportError("The layout “{layout}” shows each place of a layer, but that "
                                      "layer is missing. Choose one in the atlas settings.",
                                      layout=layout.name())
                while True:
                    # Set before the page's feature, whose arrival refreshes the labels.
                    number += 1
                    self._number(layout, number)
                    if not atlas.next():
                        number -= 1
                        break
                    drawings.show()
                    yield layout
                atlas.endRender()
                drawings.release()
                continue
            for variables in part.repeats:
                number += 1
                set_variables(layout, variables)
                self._number(layout, number)
                drawings.show()
                layout.refresh()
                yield layout
            drawings.release()

    def _number(self, layout: QgsPrintLayout, number: int) -> None:
        set_variables(layout, {"trygg_page_number": self._page_number(number, self._total)})


def export_pdf(
    document: Document,
    path: Path,
    progress: Progress = silent,
    finish: Callable[[Path], object] = lambda _path: None,
) -> int:
    """Print a document to a PDF and return its number of pages.

    ``finish`` gets the printed file before it is moved to its place. The file appears whole or
    not at all: it is written beside its place and moved there.
    Raises ReportError when it cannot be written; a cancelled print leaves nothing.
    """
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.rasterizeWholeImage = False
    settings.appendGeoreference = False
    settings.exportMetadata = True
    settings.simplifyGeometries = True
    # Letters stay letters: searchable, readable aloud, and a tenth of the size.
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    feedback = QgsFeedback()

    def forward(percent: float) -> None:
        try:
            progress(percent / 100.0)
        except Cancelled:
            feedback.cancel()

    feedback.progressChanged.connect(forward)
    unfinished = path.with_name(path.stem + ".part.pdf")
    try:
        result, problem = QgsLayoutExporter.exportToPdf(
            document, str(unfinished), settings, feedback
        )
        if feedback.isCanceled():
            raise Cancelled
        if result != QgsLayoutExporter.ExportResult.Success:
            raise ReportError(
                "The PDF {path} could not be written. Close it if it is open elsewhere, and see "
                "that the folder exists and the disk has room. {problem}",
                path=path,
                problem=problem,
            )
        finish(unfinished)
        try:
            unfinished.replace(path)
        except OSError as error:
            raise ReportError(
                "The PDF {path} is open in another program or its folder is write-protected "
                "({reason}). Close it or choose another name.",
                path=path,
                reason=error.strerror,
            ) from error
    finally:
        if unfinished.exists():
            unfinished.unlink()
    return document.count()
