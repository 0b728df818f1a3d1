"""The traffic light as an icon that is told apart by its shape too, and by a word beside it."""

from __future__ import annotations

from typing import Dict, Tuple

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

_SIZE = 32
_made: Dict[Tuple[str, str], QIcon] = {}


def light_icon(key: str, colour: str) -> QIcon:
    """Green a circle, yellow a triangle, red a square; anything else a ring."""
    known = _made.get((key, colour))
    if known is not None:
        return known
    pixmap = QPixmap(_SIZE, _SIZE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("#1a1a1a"), 2))
    painter.setBrush(QColor(colour or "#999999"))
    if key == "yellow":
        painter.drawPolygon(QPolygonF([QPointF(16, 3), QPointF(30, 28), QPointF(2, 28)]))
    elif key == "red":
        painter.drawRect(QRectF(4, 4, 24, 24))
    elif key == "green":
        painter.drawEllipse(QRectF(3, 3, 26, 26))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("#888888"), 3))
        painter.drawEllipse(QRectF(6, 6, 20, 20))
    painter.end()
    made = _made[key, colour] = QIcon(pixmap)
    return made
