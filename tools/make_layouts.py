"""Draw the layout templates of the council map atlas and of documents into ``styles/layouts/``.

The templates are ordinary QGIS layouts of labels, maps, tables and pictures.
Texts come from layout variables (``@trygg_…``) and from the fields of the
atlas's own tables; maps, tables and pictures are found by their item id. An
officer may change everything else. Run with the oldest QGIS that we support,
so that every later one can read the files:

    python tools/make_layouts.py            (all of them, or those named: document)
"""

from __future__ import annotations

import base64
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (
    QgsApplication,
    QgsBasicNumericFormat,
    QgsFillSymbol,
    QgsLayoutFrame,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutMultiFrame,
    QgsLayoutObject,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsProperty,
    QgsReadWriteContext,
    QgsRectangle,
    QgsScaleBarSettings,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

OUTPUT = Path(__file__).resolve().parent.parent / "styles" / "layouts"

# A4 upright; a margin that office printers can print and binders can punch.
WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 15.0
INNER = WIDTH - 2 * MARGIN
INK = QColor("#1f2a36")
QUIET = QColor("#5a6673")
BAND = QColor("#12436d")
RULE = QColor("#c9d1d9")
FONT = "Arial"

MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters


def font(size: float, bold: bool = False) -> QFont:
    made = QFont(FONT)
    made.setPointSizeF(size)
    made.setBold(bold)
    return made


class Page:
    """One layout under construction; every method puts one item on it."""

    def __init__(self, name: str, width: float = WIDTH, height: float = HEIGHT) -> None:
        self.width, self.height = width, height
        self.layout = QgsPrintLayout(QgsProject.instance())
        self.layout.initializeDefaults()
        self.layout.setName(name)
        self.layout.setUnits(MM)
        self.layout.renderContext().setDpi(200)
        first = self.layout.pageCollection().page(0)
        if (width, height) == (WIDTH, HEIGHT):
            first.setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
        else:
            first.setPageSize(QgsLayoutSize(width, height, MM))

    def place(self, item, key, x, y, width, height):
        item.setId(key)
        item.attemptMove(QgsLayoutPoint(x, y, MM))
        item.attemptResize(QgsLayoutSize(width, height, MM))
        return item

    def label(self, key, text, x, y, width, height, size=9.0, bold=False, colour=INK,
              align=Qt.AlignmentFlag.AlignLeft, valign=Qt.AlignmentFlag.AlignTop):
        item = QgsLayoutItemLabel(self.layout)
        item.setText(text)
        item.setFont(font(size, bold))
        item.setFontColor(colour)
        item.setHAlign(align)
        item.setVAlign(valign)
        item.setMarginX(0)
        item.setMarginY(0)
        self.layout.addLayoutItem(item)
        return self.place(item, key, x, y, width, height)

    def heading(self, key, text, x, y, width):
        return self.label(key, text, x, y, width, 5.5, size=10, bold=True, colour=BAND)

    def box(self, key, x, y, width, height, colour):
        item = QgsLayoutItemShape(self.layout)
        item.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        item.setSymbol(
            QgsFillSymbol.createSimple({"color": colour.name(), "outline_style": "no"})
        )
        self.layout.addLayoutItem(item)
        return self.place(item, key, x, y, width, height)

    def picture(self, key, x, y, width, height, source=None):
        item = QgsLayoutItemPicture(self.layout)
        item.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
        item.setPictureAnchor(item.ReferencePoint.UpperLeft)
        if source:
            item.dataDefinedProperties().setProperty(
                QgsLayoutObject.DataDefinedProperty.PictureSource,
                QgsProperty.fromExpression(source),
            )
        self.layout.addLayoutItem(item)
        return self.place(item, key, x, y, width, height)

    def map(self, key, x, y, width, height):
        item = QgsLayoutItemMap(self.layout)
        item.setFrameEnabled(True)
        item.setFrameStrokeColor(RULE)
        item.setFrameStrokeWidth(QgsLayoutMeasurement(0.2, MM))
        item.setBackgroundColor(QColor("#ffffff"))
        self.layout.addLayoutItem(item)
        self.place(item, key, x, y, width, height)
        # Any extent of the item's own shape: without one, QGIS would later reshape the item.
        item.setExtent(QgsRectangle(0, 0, width * 100, height * 100))
        return item

    def scale_bar(self, key, linked, x, y):
        item = QgsLayoutItemScaleBar(self.layout)
        item.setLinkedMap(linked)
        item.setStyle("Line Ticks Up")
        item.setFont(font(7))
        item.setNumberOfSegments(2)
        item.setNumberOfSegmentsLeft(0)
        item.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
        item.setMinimumBarWidth(15)
        item.setMaximumBarWidth(35)
        item.setUnits(QgsUnitTypes.DistanceUnit.DistanceMeters)
        item.setUnitLabel("m")
        plain = QgsBasicNumericFormat()
        # A comma between thousands would be a decimal comma to a Swede.
        plain.setShowThousandsSeparator(False)
        item.setNumericFormat(plain)
        item.setHeight(1.6)
        item.setBackgroundEnabled(True)
        item.setBackgroundColor(QColor(255, 255, 255, 200))
        self.layout.addLayoutItem(item)
        # Names of areas keep clear of what lies on the map.
        linked.addLabelBlockingItem(item)
        return self.place(item, key, x, y, 45, 9)

    def north_arrow(self, key, linked, x, y):
        arrow = (
            "base64:"
            + base64.b64encode(
                b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 28">'
                b'<path d="M10 7 L16 26 L10 22 L4 26 Z" fill="#1f2a36"/>'
                b'<text x="10" y="6.5" font-family="Arial" font-size="7" font-weight="bold" '
                b'text-anchor="middle" fill="#1f2a36">N</text></svg>'
            ).decode()
        )
        item = self.picture(key, x, y, 7, 10)
        item.setPicturePath(arrow, QgsLayoutItemPicture.Format.FormatSVG)
        item.setLinkedMap(linked)
        item.setNorthMode(QgsLayoutItemPicture.NorthMode.GridNorth)
        linked.addLabelBlockingItem(item)
        return item

    def legend(self, key, linked, x, y, width, height, columns=1):
        item = QgsLayoutItemLegend(self.layout)
        item.setLinkedMap(linked)
        item.setAutoUpdateModel(False)
        item.setResizeToContents(True)
        item.setColumnCount(columns)
        item.setSplitLayer(False)
        item.setSymbolWidth(5)
        item.setSymbolHeight(3)
        # Flush with the heading above it.
        item.setBoxSpace(0)
        item.setColumnSpace(5)
        styles = QgsLegendStyle.Style
        for style, size, bold in ((styles.Title, 9, True), (styles.Group, 8, True),
                                  (styles.Subgroup, 8, True), (styles.SymbolLabel, 7.5, False)):
            part = item.style(style)
            part.setFont(font(size, bold))
            part.setMargin(QgsLegendStyle.Side.Top, 1.6 if bold else 0.9)
            item.setStyle(style, part)
        item.setFontColor(INK)
        item.setBackgroundEnabled(False)
        self.layout.addLayoutItem(item)
        return self.place(item, key, x, y, width, height)

    def table(self, key, x, y, width, height, margin=0.9):
        table = QgsLayoutItemAttributeTable.create(self.layout)
        table.setDisplayOnlyVisibleFeatures(False)
        table.setMaximumNumberOfFeatures(100)
        table.setContentFont(font(8))
        table.setContentFontColor(INK)
        table.setHeaderFont(font(8, True))
        table.setHeaderFontColor(BAND)
        table.setCellMargin(margin)
        table.setHorizontalGrid(True)
        table.setVerticalGrid(False)
        table.setGridColor(RULE)
        table.setGridStrokeWidth(0.15)
        table.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
        table.setEmptyTableBehavior(QgsLayoutTable.EmptyTableMode.ShowMessage)
        self.layout.addMultiFrame(table)
        table.setResizeMode(QgsLayoutMultiFrame.ResizeMode.UseExistingFrames)
        frame = QgsLayoutFrame(self.layout, table)
        self.place(frame, key, x, y, width, height)
        table.addFrame(frame)
        return table

    def furniture(self) -> None:
        """The band at the top and the source line at the bottom that every page has."""
        inner = self.width - 2 * MARGIN
        self.box("band", 0, 0, self.width, 17, BAND)
        self.label("band_title", "[% @trygg_municipality %]", MARGIN, 4, 120, 5.5, size=11,
                   bold=True, colour=QColor("#ffffff"))
        self.label("band_subtitle",
                   "[% @trygg_document_title || if(@trygg_period = '', '', ' · ' || "
                   "@trygg_period) %]",
                   MARGIN, 9.8, 130, 5, size=8.5, colour=QColor("#ffffff"))
        self.picture("logo", self.width - MARGIN - 36, 2.5, 36, 12, "@trygg_logo")
        self.label("invented", "[% @trygg_invented_notice %]", MARGIN, 18.2, inner, 4.2, size=8,
                   bold=True, colour=QColor("#a3260f"), align=Qt.AlignmentFlag.AlignRight)
        self.box("foot_rule", MARGIN, self.height - 13.5, inner, 0.2, RULE)
        self.label("source", "[% @trygg_source %]", MARGIN, self.height - 12.5, inner - 28, 7.5,
                   size=7, colour=QUIET)
        self.label("page_number", "[% @trygg_page_word %] [% @trygg_page_number %]",
                   self.width - MARGIN - 26, self.height - 12.5, 26, 4, size=7.5, colour=QUIET,
                   align=Qt.AlignmentFlag.AlignRight)

    def save(self, file_name: str) -> None:
        OUTPUT.mkdir(parents=True, exist_ok=True)
        if not self.layout.saveAsTemplate(str(OUTPUT / file_name), QgsReadWriteContext()):
            raise SystemExit(f"The template {file_name} could not be written.")


def overview() -> None:
    page = Page("overview")
    page.furniture()
    page.label("title", "[% @trygg_title %]", MARGIN, 22, INNER, 9, size=18, bold=True)
    page.label("lead", "[% @trygg_lead %]", MARGIN, 32, INNER, 13, size=9.5)
    main = page.map("map", MARGIN, 47, 114, 98)
    page.north_arrow("north_arrow", main, MARGIN + 2, 49)
    page.scale_bar("scale_bar", main, MARGIN + 2, 134)
    right = MARGIN + 114 + 6
    page.heading("figures_heading", "[% @trygg_t_key_figures %]", right, 47, 60)
    page.table("figures_table", right, 53, 60, 46)
    page.heading("legend_heading", "[% @trygg_t_legend %]", right, 96, 60)
    page.legend("legend", main, right, 101.5, 60, 44)
    page.heading("monthly_heading", "[% @trygg_t_monthly %]", MARGIN, 149, 88)
    page.picture("monthly_chart", MARGIN, 155, 88, 63, "@trygg_chart_monthly")
    page.heading("week_hour_heading", "[% @trygg_t_week_hour %]", MARGIN + 92, 149, 88)
    page.picture("week_hour_chart", MARGIN + 92, 155, 88, 63, "@trygg_chart_week_hour")
    page.heading("categories_heading", "[% @trygg_t_categories %]", MARGIN, 221, 88)
    page.picture("categories_chart", MARGIN, 227, 88, 54, "@trygg_chart_categories")
    page.heading("reading_heading", "[% @trygg_t_reading %]", MARGIN + 92, 221, 88)
    page.label("reading", "[% @trygg_reading %]", MARGIN + 92, 227, 88, 54, size=9)
    page.save("council_atlas_overview.qpt")


def areas_table() -> None:
    page = Page("areas")
    page.furniture()
    page.label("title", "[% @trygg_t_areas %]", MARGIN, 22, INNER, 8, size=15, bold=True)
    page.label("lead", "[% @trygg_areas_lead %]", MARGIN, 31, INNER, 10, size=9)
    page.table("areas_table", MARGIN, 43, INNER, HEIGHT - 43 - 18, margin=1.4)
    page.save("council_atlas_areas.qpt")


def area() -> None:
    page = Page("area")
    page.furniture()
    page.label("title", "[% \"title\" %]", MARGIN, 22, INNER, 8, size=16, bold=True)
    page.label("lead", "[% \"lead\" %]", MARGIN, 30.5, INNER, 9.5, size=9)
    main = page.map("map", MARGIN, 42, 108, 91)
    main.setAtlasDriven(True)
    main.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Auto)
    main.setAtlasMargin(0.12)
    page.north_arrow("north_arrow", main, MARGIN + 2, 44)
    page.scale_bar("scale_bar", main, MARGIN + 2, 122)
    right = MARGIN + 108 + 6
    page.heading("figures_heading", "[% @trygg_t_key_figures %]", right, 42, 66)
    page.table("figures_table", right, 48, 66, 44)
    page.heading("legend_heading", "[% @trygg_t_legend %]", right, 93.5, 66)
    page.legend("legend", main, right, 99, 66, 34, columns=2)
    page.heading("monthly_heading", "[% @trygg_t_monthly %]", MARGIN, 137, 88)
    page.picture("monthly_chart", MARGIN, 143, 88, 56, "\"chart_monthly\"")
    page.heading("week_hour_heading", "[% @trygg_t_week_hour %]", MARGIN + 92, 137, 88)
    page.picture("week_hour_chart", MARGIN + 92, 143, 88, 56, "\"chart_week_hour\"")
    page.heading("categories_heading", "[% @trygg_t_categories %]", MARGIN, 202, 88)
    page.picture("categories_chart", MARGIN, 208, 88, 73, "\"chart_categories\"")
    page.heading("problems_heading", "[% @trygg_t_problems %]", MARGIN + 92, 202, 88)
    page.table("problems_table", MARGIN + 92, 208, 88, 33)
    page.heading("measures_heading", "[% @trygg_t_measures %]", MARGIN + 92, 242.5, 88)
    page.table("measures_table", MARGIN + 92, 248.5, 88, 34)
    page.layout.atlas().setEnabled(True)
    page.save("council_atlas_area.qpt")


def closing() -> None:
    page = Page("closing")
    page.furniture()
    page.label("title", "[% @trygg_t_method %]", MARGIN, 22, INNER, 9, size=16, bold=True)
    top = 36
    for key, height in (("data", 44), ("hotspots", 50), ("comparison", 46), ("limits", 42),
                        ("privacy", 38)):
        page.heading(f"{key}_heading", f"[% @trygg_t_{key} %]", MARGIN, top, INNER)
        page.label(f"{key}_text", f"[% @trygg_{key} %]", MARGIN, top + 7, INNER, height - 9,
                   size=10.5)
        top += height
    page.save("council_atlas_closing.qpt")


#: Texts of the items that show how each kind of text looks: points, bold, colour, example.
SAMPLES = (
    ("title", 20.0, True, BAND, "Title of the document"),
    ("subtitle", 12.0, False, QUIET, "Municipality and period"),
    ("lead", 11.5, False, INK, "The first sentences, a little larger."),
    ("heading_1", 14.0, True, BAND, "Heading"),
    ("heading_2", 11.5, True, INK, "Heading below a heading"),
    ("heading_3", 10.0, True, INK, "Smallest heading"),
    ("body", 9.8, False, INK, "Running text."),
    ("caption", 8.8, False, QUIET, "Table 1. A caption"),
    ("table_head", 8.3, True, BAND, "Head of a table"),
    ("table", 8.3, False, INK, "Text in a table"),
    ("quiet", 8.5, False, QUIET, "Notes below tables"),
)


def document_page(file_name: str, width: float, height: float) -> None:
    """A page that running text fills; its samples show how each kind of text looks."""
    page = Page(file_name, width, height)
    page.furniture()
    top = 25.0
    body = page.box("body", MARGIN, top, width - 2 * MARGIN, height - top - 17, QColor("#ffffff"))
    body.setSymbol(
        QgsFillSymbol.createSimple(
            {"style": "no", "outline_color": RULE.name(), "outline_style": "dash"}
        )
    )
    y = top + 2
    for key, size, bold, colour, text in SAMPLES:
        page.label(f"style_{key}", text, MARGIN + 2, y, 120, size * 0.5, size, bold, colour)
        y += size * 0.62 + 2
    page.save(f"{file_name}.qpt")


def document_map() -> None:
    """A3 lying down: one map with its legend and caption."""
    width, height = 420.0, 297.0
    page = Page("document_a3_map", width, height)
    page.furniture()
    body = page.box("body", MARGIN, 25, width - 2 * MARGIN, height - 42, QColor("#ffffff"))
    body.setSymbol(QgsFillSymbol.createSimple({"style": "no", "outline_style": "no"}))
    page.label("map_caption", "[% @trygg_map_caption %]", MARGIN, 25, width - 2 * MARGIN, 8,
               size=14, bold=True, colour=BAND)
    main_map = page.map("map", MARGIN, 35, width - 2 * MARGIN, 222)
    page.north_arrow("north_arrow", main_map, MARGIN + 2, 37)
    page.scale_bar("scale_bar", main_map, MARGIN + 2, 246)
    page.picture("legend", MARGIN, 260, width - 2 * MARGIN, 20)
    page.save("document_a3_map.qpt")


def documents() -> None:
    document_page("document_a4", WIDTH, HEIGHT)
    document_page("document_a4_wide", HEIGHT, WIDTH)
    document_map()


def main() -> int:
    application = QgsApplication([], False)
    application.initQgis()
    wanted = sys.argv[1:] or ["atlas", "document"]
    if "atlas" in wanted:
        for draw in (overview, areas_table, area, closing):
            draw()
    if "document" in wanted:
        documents()
    application.exitQgis()
    return 0


if __name__ == "__main__":
    sys.exit(main())
