"""Pictures for formats that hold no SVG: drawn by Qt, twice as fine as a screen."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.PyQt.QtSvg import QSvgRenderer

from .layouts import ReportError

#: Pixels for each unit of our SVG, a quarter of a millimetre: 203 dots an inch.
FINENESS = 2
_EMU_PER_MM = 36000
_UNITS_PER_MM = 4.0


@dataclass(frozen=True)
class Png:
    """A picture and its size on paper in English Metric Units, as Office counts."""

    content: bytes
    wide: int
    tall: int


def png_of_svg(svg: str, at_most_mm: float) -> Png:
    """The SVG as PNG, on paper no wider than ``at_most_mm``."""
    renderer = QSvgRenderer(QByteArray(svg.encode("utf-8")))
    if not renderer.isValid():
        raise ReportError("A picture of the document cannot be drawn.")
    size = renderer.defaultSize()
    box = renderer.viewBox()
    wide, tall = (box.width(), box.height()) if box.isValid() else (size.width(), size.height())
    image = QImage(wide * FINENESS, tall * FINENESS, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))  # noqa: QGS202  (a picture, no raster)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return _png(image, wide / _UNITS_PER_MM, tall / _UNITS_PER_MM, at_most_mm)


def png_of_file(path: str, at_most_mm: float, at_most_high_mm: float) -> Png:
    """A logo, scaled to fit; ReportError when the file is no picture."""
    image = QImage(path)
    if path.lower().endswith(".svg"):
        renderer = QSvgRenderer(path)
        if renderer.isValid():
            size = renderer.defaultSize()
            scale = 600.0 / max(size.width(), 1)
            image = QImage(600, max(round(size.height() * scale), 1),
                           QImage.Format.Format_RGB32)
            image.fill(QColor("#ffffff"))  # noqa: QGS202
            painter = QPainter(image)
            renderer.render(painter)
            painter.end()
    if image.isNull():
        raise ReportError("The logo {path} cannot be read as a picture.", path=path)
    high = at_most_mm * image.height() / image.width()
    wide = at_most_mm * min(1.0, at_most_high_mm / high)
    return _png(image, wide, wide * image.height() / image.width(), at_most_mm)


def _png(image: QImage, wide_mm: float, tall_mm: float, at_most_mm: float) -> Png:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    buffer.close()
    scale = min(1.0, at_most_mm / wide_mm)
    return Png(
        bytes(content), round(wide_mm * scale * _EMU_PER_MM), round(tall_mm * scale * _EMU_PER_MM)
    )
