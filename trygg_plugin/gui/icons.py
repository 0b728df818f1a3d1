"""Icons of our own, readable in a light and in a dark theme."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QByteArray, Qt
from qgis.PyQt.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from qgis.PyQt.QtSvg import QSvgRenderer

_FOLDER = Path(__file__).resolve().parents[2] / "styles" / "icons"
#: The colour that one-colour drawings in styles/icons/ use; the theme's text colour replaces it.
INK = "#1a1a1a"
_SIZES = (16, 24, 32, 48, 64, 96)


def icon(name: str) -> QIcon:
    """The drawing ``styles/icons/<name>.svg``, its ink in the text colour of the current theme.

    Raises FileNotFoundError if there is no such drawing.
    """
    ink = QGuiApplication.palette().color(QPalette.ColorRole.WindowText).name()
    drawing = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8").replace(INK, ink)
    renderer = QSvgRenderer(QByteArray(drawing.encode("utf-8")))
    result = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        result.addPixmap(pixmap)
    return result
