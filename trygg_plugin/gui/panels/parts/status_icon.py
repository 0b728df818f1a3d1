"""How a demand is met, as an icon told apart by its shape, always with the word beside it."""

from __future__ import annotations

from typing import Dict

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF

from ....i18n import tr

_SIZE = 32
#: Colours that those who see no red and green tell apart too (Okabe & Ito).
_COLOURS = {"met": "#009e73", "due": "#f0e442", "overdue": "#d55e00", "missing": "#999999"}
_made: Dict[str, QIcon] = {}


def status_word(status: str) -> str:
    """The status as a word."""
    return {
        "met": tr("Met"),
        "due": tr("Due soon"),
        "overdue": tr("Overdue"),
        "missing": tr("Missing"),
    }.get(status, status)


def status_icon(status: str) -> QIcon:
    """Met a circle with a tick, due a triangle, overdue a square, missing an empty ring."""
    known = _made.get(status)
    if known is not None:
        return known
    pixmap = QPixmap(_SIZE, _SIZE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("#1a1a1a"), 2))
    painter.setBrush(QColor(_COLOURS.get(status, "#999999")))
    if status == "met":
        painter.drawEllipse(QRectF(3, 3, 26, 26))
        painter.setPen(QPen(QColor("#ffffff"), 4))
        painter.drawPolyline(QPolygonF([QPointF(9, 17), QPointF(14, 22), QPointF(23, 11)]))
    elif status == "due":
        painter.drawPolygon(QPolygonF([QPointF(16, 3), QPointF(30, 28), QPointF(2, 28)]))
    elif status == "overdue":
        painter.drawRect(QRectF(4, 4, 24, 24))
        painter.setPen(QPen(QColor("#ffffff"), 4))
        painter.drawLine(QPointF(16, 9), QPointF(16, 17))
        painter.drawPoint(QPointF(16, 23))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("#888888"), 4))
        painter.drawEllipse(QRectF(5, 5, 22, 22))
    painter.end()
    made = _made[status] = QIcon(pixmap)
    return made
