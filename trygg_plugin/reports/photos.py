"""Photos in documents: small enough to send, without what a camera writes into its files."""

from __future__ import annotations

import base64
import re
from html import escape
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QImageReader, QPainter

from .charts.svg import UNITS_PER_MM

#: Longest side in pixels: 200 dots an inch on paper.
LONGEST = 800
#: Box on paper that a photo fills, mm.
WIDE, TALL = 100.0, 75.0
_QUALITY = 82
#: The one way in which a picture may hold another: our own JPEG, inside it.
EMBEDDED = re.compile(
    r'<image width="[0-9.]+" height="[0-9.]+" '
    r'xlink:href="data:image/jpeg;base64,([A-Za-z0-9+/=]+)"/>'
)


def photo_svg(path: Path, description: str, language: str) -> Optional[str]:
    """The photo, upright, as a picture of a document; None where it cannot be read.

    It is written anew, so that place, time and camera do not come along.
    """
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > LONGEST:
        reader.setScaledSize(
            size.scaled(QSize(LONGEST, LONGEST), Qt.AspectRatioMode.KeepAspectRatio)
        )
    image = reader.read()
    if image.isNull():
        return None
    # drawn anew: an image carries the texts of its file with it
    fresh = QImage(image.size(), QImage.Format.Format_RGB32)
    fresh.fill(QColor("#ffffff"))  # noqa: QGS202  (a picture, no raster)
    painter = QPainter(fresh)
    painter.drawImage(0, 0, image)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    fresh.save(buffer, "JPEG", _QUALITY)
    buffer.close()
    scale = min(WIDE / image.width(), TALL / image.height())
    wide, tall = image.width() * scale, image.height() * scale
    across, down = round(wide * UNITS_PER_MM), round(tall * UNITS_PER_MM)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'version="1.2" viewBox="0 0 {across} {down}" '
        f'width="{across / UNITS_PER_MM:g}mm" height="{down / UNITS_PER_MM:g}mm" '
        f'role="img" xml:lang="{escape(language)}">'
        f"<title></title><desc>{escape(description)}</desc>"
        f'<image width="{across}" height="{down}" xlink:href="data:image/jpeg;base64,'
        f'{base64.b64encode(bytes(content)).decode("ascii")}"/></svg>'
    )


def photo_in(svg: str) -> str:
    """The photo that a picture holds, as base64; empty where it holds none."""
    found = EMBEDDED.search(svg)
    return "" if found is None else found.group(1)
