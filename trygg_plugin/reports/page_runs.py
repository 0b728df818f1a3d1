"""A document's blocks as runs on printed pages: how high each is, and how it is drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Callable, Iterable, List, Mapping, Optional, Sequence, Tuple

from qgis.core import (
    QgsBasicNumericFormat,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsScaleBarSettings,
    QgsUnitTypes,
)
from qgis.PyQt.QtGui import QFont

from .charts.svg import UNITS_PER_MM
from .document import (
    Block,
    Bullets,
    Decision,
    Document,
    Heading,
    Map,
    Mark,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    appendix,
    appendix_title,
    numbered,
)
from .flow import Placed, Run
from .layouts import ReportError, set_variables
from .lettering_qt import Lettering
from .map_layers import layers_of
from .map_svg import legend_svg
from .page_items import MM, Style, box, disc, fill_map, map_item, picture, svg_path, text_line
from .photos import photo_in

Draw = Callable[
    [QgsPrintLayout, "Frame", Placed, QgsProject, Sequence[QgsMapLayer]], None
]
Styles = Mapping[str, Style]
#: Gaps above blocks, mm.
GAP, SMALL_GAP, LARGE_GAP = 3.2, 1.2, 7.0
#: Margin of a table's cells, sideways and up and down, mm.
SIDE, UP = 1.1, 0.9
INDENT = 4.5
#: Room of the disc before a cell's words, mm.
MARK = 3.4
#: A table of so many rows stands on one page.
TOGETHER = 5
RULE, DARK_RULE = "#c9d1d9", "#5a6673"
FONT = "Arial"
#: Highest map among text, mm.
HIGHEST_MAP = 92.0
#: Room for a map's scale bar beside its legend, mm.
BAR_ROOM, BAR_TALL = 46.0, 8.5


@dataclass(frozen=True)
class Frame:
    """Where the text stands on a page, mm."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Composed:
    """A run, how it is drawn, and the block that it comes from."""

    run: Run
    draw: Draw
    block: Optional[Block] = None

    @property
    def chapter(self) -> str:
        """The heading that begins here, of those that a list of contents names."""
        block = self.block
        return block.text if isinstance(block, Heading) and block.level == 1 else ""


def contents(
    chapters: Mapping[str, int], language: str, frame: Frame, styles: Styles
) -> List[Composed]:
    """The chapters with their pages. ``chapters`` may be filled when pages are known: only how
    many there are counts before."""
    body, size = styles["body"], len(chapters)

    def draw(layout, frame, placed, project, background):  # type: ignore[no-untyped-def]
        y = frame.y + placed.y
        for text, page in list(chapters.items())[placed.first : placed.last]:
            number = str(page)
            room = frame.width - body.lettering.width(number) - 3 * SIDE
            text_line(layout, body.lettering.shortened(text, room), body, frame.x, y)
            text_line(layout, number, body, frame.x, y, right=frame.x + frame.width)
            y += body.line
            box(layout, frame.x, y - 0.3, frame.width, 0.1, RULE)

    title = styles["heading_3"]
    said = ("Contents", "Innehåll")[language == "sv"]

    def head(layout, frame, placed, project, background):  # type: ignore[no-untyped-def]
        text_line(layout, said, title, frame.x, frame.y + placed.y)

    return [
        Composed(Run((title.line,), LARGE_GAP, keep=True), head),
        Composed(Run((body.line,) * size, SMALL_GAP, least=size), draw),
    ]


def compose(document: Document, frame: Frame, styles: Styles) -> List[Composed]:
    """The whole document, its title first and the numbers behind pictures last."""
    maker = _Maker(document, frame, styles)
    made: List[Composed] = [
        maker.text("title", document.title, 0.0, keep=True),
        maker.text(
            "subtitle",
            " · ".join(part for part in (document.municipality, document.subtitle) if part), 1.0,
        ),
    ]
    fresh = False
    for index, item in enumerate(numbered(document)):
        if isinstance(item.block, PageBreak):
            fresh = True
            continue
        runs = maker.block(item.block, item.number)
        if _belongs_to_heading(document.blocks, index):
            runs = [Composed(replace(one.run, keep=True), one.draw, one.block) for one in runs]
        if fresh and runs:
            first = runs[0]
            runs[0] = Composed(_fresh(first.run), first.draw, first.block)
            fresh = False
        made += runs
    behind = appendix(document)
    if behind:
        title = maker.block(Heading(appendix_title(document)), "")
        made += [Composed(_fresh(title[0].run), title[0].draw, title[0].block)]
        for number, table in behind:
            made += maker.block(table, number)
    return made


def _fresh(run: Run) -> Run:
    return replace(run, fresh=True)


def _belongs_to_heading(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is the small print right below a heading, and text follows: a page that
    ended with both would end with a heading."""
    if not 0 < index < len(blocks) - 1 or not isinstance(blocks[index - 1], Heading):
        return False
    block = blocks[index]
    return (
        isinstance(block, Paragraph) and block.style == "quiet"
        and not isinstance(blocks[index + 1], (Heading, PageBreak))
    )


class _Maker:
    def __init__(self, document: Document, frame: Frame, styles: Styles) -> None:
        self._document, self._frame, self._styles = document, frame, styles

    def block(self, block: Block, number: str) -> List[Composed]:
        if isinstance(block, Heading):
            return [self.text(f"heading_{block.level}", block.text,
                              LARGE_GAP if block.level == 1 else 4.6, keep=True, block=block)]
        if isinstance(block, Paragraph):
            return [self.text(block.style, block.text, GAP)]
        if isinstance(block, Bullets):
            return [
                self._bullet(f"{i}." if block.ordered else "•", text, GAP if i == 1 else SMALL_GAP)
                for i, text in enumerate(block.items, start=1)
            ]
        if isinstance(block, Table):
            return self._table(block, number)
        if isinstance(block, Picture):
            return self._picture(block, number)
        if isinstance(block, Map):
            return [self._large_map(block, number)] if block.large else self._map(block, number)
        if isinstance(block, Decision):
            return self._decision(block)
        if isinstance(block, Note):
            return [
                self.text("heading_3", block.title, GAP, keep=True),
                *(self.text("body", text, SMALL_GAP) for text in block.paragraphs),
            ]
        return []

    def text(
        self, style_name: str, text: str, gap: float, keep: bool = False,
        block: Optional[Block] = None, indent: float = 0.0,
    ) -> Composed:  # fmt: skip
        style = self._styles[style_name]
        lines = style.lettering.lines(text, self._frame.width - indent)

        def draw(layout, frame, placed, project, background):  # type: ignore[no-untyped-def]
            y = frame.y + placed.y
            for line in lines[placed.first : placed.last]:
                text_line(layout, line, style, frame.x + indent, y)
                y += style.line

        return Composed(
            Run((style.line,) * len(lines), gap, least=2, keep=keep), draw, block
        )

    def _bullet(self, sign: str, text: str, gap: float) -> Composed:
        body = self.text("body", text, gap, indent=INDENT)
        style = self._styles["body"]

        def draw(layout, frame, placed, project, background):  # type: ignore[no-untyped-def]
            if placed.first == 0:
                text_line(layout, sign, style, frame.x + 0.6, frame.y + placed.y)
            body.draw(layout, frame, placed, project, background)

        return Composed(body.run, draw)

    def _caption(self, number: str, text: str, gap: float, keep: bool) -> Composed:
        return self.text("caption", f"{number}. {text}" if number else text, gap, keep=keep)

    # --- tables

    def _table(self, table: Table, number: str) -> List[Composed]:
        made = [self._caption(number, table.caption, GAP, True)] if table.caption else []
        widths = self._widths(table)
        body, head = self._styles["table"], self._styles["table_head"]
        header = [
            head.lettering.lines(text, width - 2 * SIDE)
            for text, width in zip(table.header, widths)
        ]
        head_height = max(map(len, header)) * head.line + 2 * UP
        rows: List[List[Tuple[List[str], str]]] = []
        for row in table.rows:
            cells: List[Tuple[List[str], str]] = []
            for cell, width in zip(row, widths):
                colour = cell.colour if isinstance(cell, Mark) else ""
                words = cell.text if isinstance(cell, Mark) else cell
                room = width - 2 * SIDE - (MARK if colour else 0.0)
                cells.append((body.lettering.lines(words, room), colour))
            rows.append(cells)
        heights = tuple(
            max(len(lines) for lines, _c in cells) * body.line + 2 * UP for cells in rows
        )
        right = [table.aligned_right(i) for i in range(len(widths))]

        def draw(layout, frame, placed, project, background):  # type: ignore[no-untyped-def]
            y = frame.y + placed.y
            self._row(layout, frame.x, y, widths, right,
                      [(lines, "") for lines in header], head, head_height)
            y += head_height
            box(layout, frame.x, y - 0.15, frame.width, 0.3, DARK_RULE)
            for index in range(placed.first, placed.last):
                self._row(layout, frame.x, y, widths, right, rows[index], body)
                y += heights[index]
                box(layout, frame.x, y - 0.06, frame.width, 0.12, RULE)

        if rows:
            made.append(Composed(
                Run(heights, SMALL_GAP, head_height,
                    least=len(rows) if len(rows) <= TOGETHER else 2), draw, table))
        if table.note:
            made.append(self.text("quiet", table.note, SMALL_GAP))
        return made

    def _widths(self, table: Table) -> List[float]:
        """Widths in mm: as wished, but no column narrower than its longest word, or where that
        takes too much, than its longest word in the header."""
        head, body = self._styles["table_head"].lettering, self._styles["table"].lettering
        whole = self._frame.width

        def longest(lettering: Lettering, texts: Iterable[str]) -> float:
            words = {word for text in texts for word in re.split(r"[ \n-]", text)}
            return max((lettering.width(word) for word in words), default=0.0) * 1.03 + 2 * SIDE

        least = [longest(head, [text]) for text in table.header]
        written = [
            max(low, min(longest(body, [c.text if isinstance(c, Mark) else c for c in cells])
                         + (MARK if any(isinstance(c, Mark) for c in cells) else 0.0),
                         whole / 4))
            for low, cells in zip(least, zip(*table.rows))
        ]  # fmt: skip
        if written and sum(written) < whole:
            least = written
        if sum(least) >= whole:
            return [whole * share for share in table.shares]
        widths = [max(share * whole, low) for share, low in zip(table.shares, least)]
        excess = sum(widths) - whole
        spare = [width - low for width, low in zip(widths, least)]
        if excess > 0:
            widths = [
                width - excess * own / sum(spare) for width, own in zip(widths, spare)
            ]
        return widths

    def _row(
        self, layout: QgsPrintLayout, x: float, y: float, widths: Sequence[float],
        right: Sequence[bool], cells: Sequence[Tuple[List[str], str]], style: Style,
        bottom: float = 0.0,
    ) -> None:  # fmt: skip
        """Cells of a row; those of a header (``bottom``: its height) stand at its foot."""
        for (lines, colour), width, to_right in zip(cells, widths, right):
            at = y + (bottom - UP - len(lines) * style.line if bottom else UP)
            begin = x + SIDE
            if colour:
                size = 2.4
                disc(layout, begin, at + (style.line - size) / 2, size, colour)
                begin += MARK
            for line in lines:
                text_line(layout, line, style, begin, at,
                          right=x + width - SIDE if to_right else 0.0)
                at += style.line
            x += width

    # --- pictures and maps

    def _picture(self, shown: Picture, number: str) -> List[Composed]:
        wide, tall = _size(shown.svg)
        scale = min(1.0, self._frame.width / wide, 0.8 * self._frame.height / tall)
        wide, tall = wide * scale, tall * scale

        # in a drawing, a photo would be printed as coarse as on a screen
        photo = photo_in(shown.svg)

        def draw(layout, frame, placed, project, background):  # type: ignore[no-untyped-def]
            picture(layout, shown.svg, frame.x, frame.y + placed.y, wide, tall, photo)

        return [
            Composed(Run((tall,), GAP, keep=True), draw, shown),
            self._caption(number, f"{shown.caption}. {shown.alt}", SMALL_GAP, False),
        ]

    def _map(self, shown: Map, number: str) -> List[Composed]:
        west, south, east, north = shown.extent
        width = min(self._frame.width, 180.0)
        tall = min(width * (north - south) / (east - west), HIGHEST_MAP,
                   0.6 * self._frame.height)
        legend_wide = width - BAR_ROOM
        legend = legend_svg(shown, self._document.language, round(legend_wide * UNITS_PER_MM))
        legend_tall = max(_size(legend)[1], BAR_TALL)

        def draw(layout, frame, placed, project, background):  # type: ignore[no-untyped-def]
            y = frame.y + placed.y
            item = map_item(layout, frame.x, y, width, tall)
            _show(item, shown, project, background)
            _furnish_map(layout, item, frame.x, y, width, tall)
            picture(layout, legend, frame.x, y + tall + 0.8, *_size(legend))

        return [
            Composed(Run((tall + legend_tall + 1.0,), GAP, keep=True), draw, shown),
            self._caption(number, f"{shown.caption}. {shown.alt}", SMALL_GAP, False),
        ]

    def _large_map(self, shown: Map, number: str) -> Composed:
        language = self._document.language
        styles = self._styles

        def draw(layout, frame, placed, project, background):  # type: ignore[no-untyped-def]
            set_variables(layout, {"trygg_map_caption": f"{number}. {shown.caption}"})
            item = layout.itemById("map")
            if not isinstance(item, QgsLayoutItemMap):
                item = map_item(layout, frame.x, frame.y, frame.width, frame.height - 40)
            _show(item, shown, project, background)
            own = layout.itemById("legend")
            room = own.rect().width() if isinstance(own, QgsLayoutItemPicture) else 180.0
            legend = legend_svg(shown, language, round(room * UNITS_PER_MM))
            if isinstance(own, QgsLayoutItemPicture):
                own.setPicturePath(svg_path(legend), QgsLayoutItemPicture.Format.FormatSVG)
            else:
                picture(layout, legend, frame.x, frame.y + frame.height - 38, *_size(legend))
            if not isinstance(layout.itemById("map_caption"), QgsLayoutItemLabel):
                text_line(layout, f"{number}. {shown.caption}", styles["caption"], frame.x,
                          frame.y + frame.height - 6)

        return Composed(Run((1.0,), page="map"), draw, shown)

    # --- decisions

    def _decision(self, block: Decision) -> List[Composed]:
        body, head = self._styles["body"], self._styles["heading_3"]
        left = 0.3 * self._frame.width
        rows = [
            (head.lettering.lines(label, left - 4),
             body.lettering.lines(value or " ", self._frame.width - left - 3))
            for label, value in block.entries
        ]
        heights = [
            max(len(a) * head.line, len(b) * body.line) + 2 * UP for a, b in rows
        ]
        signed = [22.0] * len(block.signatures)

        def draw(layout, frame, placed, project, background):  # type: ignore[no-untyped-def]
            y = frame.y + placed.y
            for (label, value), height in zip(rows, heights):
                for i, line in enumerate(label):
                    text_line(layout, line, head, frame.x + 1.5, y + UP + i * head.line)
                for i, line in enumerate(value):
                    text_line(layout, line, body, frame.x + left, y + UP + i * body.line)
                y += height
                box(layout, frame.x, y - 0.06, frame.width, 0.12, RULE)
            for text, height in zip(block.signatures, signed):
                y += height
                box(layout, frame.x, y - 5.2, 85.0, 0.2, DARK_RULE)
                text_line(layout, text, self._styles["quiet"], frame.x, y - 4.6)

        return [
            *self.block(Heading(block.title), ""),
            Composed(Run((sum(heights) + sum(signed),), GAP), draw, block),
        ]


def _size(svg: str) -> Tuple[float, float]:
    """Width and height of one of our pictures in mm."""
    found = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    if found is None:
        return 180.0, 90.0
    return float(found.group(1)) / UNITS_PER_MM, float(found.group(2)) / UNITS_PER_MM


def _show(
    item: QgsLayoutItemMap, shown: Map, project: QgsProject, background: Sequence[QgsMapLayer]
) -> None:
    west, south, east, north = shown.extent
    scale = min(item.rect().width() / (east - west), item.rect().height() / (north - south))
    layers: List[QgsMapLayer] = list(layers_of(shown, scale))
    if background and not shown.layers[0].in_legend:
        layers = layers[:-1]  # the ground would hide what lies below
    for layer in layers:
        if project.addMapLayer(layer, False) is None:
            raise ReportError("The layer “{layer}” of a map cannot be drawn.", layer=layer.name())
    fill_map(item, [*layers, *background], shown.extent, shown.crs)


def _furnish_map(
    layout: QgsPrintLayout, item: QgsLayoutItemMap, x: float, y: float, width: float, tall: float
) -> None:
    """A scale bar below the map's right corner, where it hides nothing, and a north arrow."""
    bar = QgsLayoutItemScaleBar(layout)
    bar.setLinkedMap(item)
    bar.setStyle("Line Ticks Up")
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
    bar.setMinimumBarWidth(15)
    bar.setMaximumBarWidth(35)
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceMeters)
    bar.setUnitLabel("m")
    bar.setHeight(1.6)
    letters = QFont(FONT)
    letters.setPointSizeF(7.0)
    _set_letters(bar, letters)
    plain = QgsBasicNumericFormat()
    # a comma between thousands would be a decimal comma to a Swede
    plain.setShowThousandsSeparator(False)
    bar.setNumericFormat(plain)
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(x + width - BAR_ROOM + 2.0, y + tall + 0.3, MM))
    arrow = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 40" width="7mm" height="10mm">'
        '<path d="M14 8L22 36L14 31L6 36Z" fill="#1f2a36"/></svg>'
    )
    item.addLabelBlockingItem(picture(layout, arrow, x + 1.5, y + 1.5, 6, 9))


def _set_letters(bar: QgsLayoutItemScaleBar, letters: QFont) -> None:
    known = bar.textFormat()
    known.setFont(letters)
    known.setSize(letters.pointSizeF())
    bar.setTextFormat(known)
