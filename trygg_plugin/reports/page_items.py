"""What is put on a printed page: lines of text, rules, pictures and maps, as ordinary layout items.

Every line is a label of its own, so that a page looks the same whichever QGIS prints it: older and
newer ones break and space long labels differently.
"""

from __future__ import annotations

import base64
from typing import Optional, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFillSymbol,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemShape,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsMapLayer,
    QgsPrintLayout,
    QgsRectangle,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from .lettering_qt import Lettering

MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
#: Room beyond its own width that keeps a line from being broken once more, mm.
_SPARE = 6.0


class Style:
    """Letters and colour of one kind of text."""

    def __init__(self, lettering: Lettering, colour: QColor) -> None:
        self.lettering = lettering
        self.colour = QColor(colour)

    @property
    def line(self) -> float:
        return self.lettering.line


def place(item: QgsLayoutItem, x: float, y: float, width: float, height: float) -> None:
    item.attemptMove(QgsLayoutPoint(x, y, MM))
    item.attemptResize(QgsLayoutSize(width, height, MM))


def text_line(
    layout: QgsPrintLayout, text: str, style: Style, x: float, y: float, right: float = 0.0
) -> None:
    """A line whose top is at ``y``; with ``right`` it ends there instead of beginning at x."""
    if not text:
        return
    item = QgsLayoutItemLabel(layout)
    # an expression that someone has written into a text is shown, never carried out
    item.setText(text.replace("[%", "[% '[' || '%' %]"))
    if hasattr(item, "setTextFormat"):  # QGIS 3.24
        known = item.textFormat()
        known.setFont(style.lettering.font)
        known.setSize(style.lettering.font.pointSizeF())
        known.setColor(style.colour)  # noqa: QGS202  (a text, no raster)
        item.setTextFormat(known)
    else:
        item.setFont(style.lettering.font)
        item.setFontColor(style.colour)
    item.setMarginX(0)
    item.setMarginY(0)
    item.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    layout.addLayoutItem(item)
    width = style.lettering.width(text) + _SPARE
    if right:
        item.setHAlign(Qt.AlignmentFlag.AlignRight)
        place(item, right - width, y, width, style.line)
    else:
        item.setHAlign(Qt.AlignmentFlag.AlignLeft)
        place(item, x, y, width, style.line)


def box(
    layout: QgsPrintLayout, x: float, y: float, width: float, height: float, colour: str,
    kind: QgsLayoutItemShape.Shape = QgsLayoutItemShape.Shape.Rectangle,
    outline: Optional[str] = None,
) -> None:  # fmt: skip
    """A filled box or disc; a rule is a very low one."""
    item = QgsLayoutItemShape(layout)
    item.setShapeType(kind)
    item.setSymbol(QgsFillSymbol.createSimple({
        "color": colour, "outline_style": "no" if outline is None else "solid",
        "outline_color": outline or "#000000", "outline_width": "0.2",
        "style": "no" if colour == "none" else "solid",
    }))  # fmt: skip
    layout.addLayoutItem(item)
    place(item, x, y, width, height)


def disc(layout: QgsPrintLayout, x: float, y: float, size: float, colour: str) -> None:
    box(layout, x, y, size, size, colour, QgsLayoutItemShape.Shape.Ellipse, "#3b4650")


def picture(
    layout: QgsPrintLayout, svg: str, x: float, y: float, width: float, height: float,
    photo: str = "",
) -> QgsLayoutItemPicture:  # fmt: skip
    """A drawing, or instead of it the photo (JPEG in base64) that it holds."""
    item = QgsLayoutItemPicture(layout)
    item.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)
    item.setPictureAnchor(item.ReferencePoint.UpperLeft)
    layout.addLayoutItem(item)
    place(item, x, y, width, height)
    if photo:
        item.setPicturePath(f"base64:{photo}", QgsLayoutItemPicture.Format.FormatRaster)
    else:
        # told what it is: a picture that QGIS must guess about is printed as a coarse raster
        item.setPicturePath(svg_path(svg), QgsLayoutItemPicture.Format.FormatSVG)
    return item


def svg_path(svg: str) -> str:
    """An SVG as the path of a picture item, without any file."""
    return "base64:" + base64.b64encode(svg.encode("utf-8")).decode("ascii")


def map_item(
    layout: QgsPrintLayout, x: float, y: float, width: float, height: float
) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(layout)
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor("#c9d1d9"))  # noqa: QGS202
    item.setFrameStrokeWidth(QgsLayoutMeasurement(0.2, MM))
    layout.addLayoutItem(item)
    place(item, x, y, width, height)
    # any extent of the item's own shape: without one, nothing can be zoomed to
    item.setExtent(QgsRectangle(0, 0, width * 100, height * 100))
    return item


def fill_map(
    item: QgsLayoutItemMap, layers: Sequence[QgsMapLayer], extent: Sequence[float], crs: str
) -> None:
    """Lock a map item to layers and an extent (west, south, east, north)."""
    west, south, east, north = extent
    item.setCrs(QgsCoordinateReferenceSystem(crs))
    item.setLayers(list(layers))
    item.setKeepLayerSet(True)
    item.zoomToExtent(QgsRectangle(west, south, east, north))
