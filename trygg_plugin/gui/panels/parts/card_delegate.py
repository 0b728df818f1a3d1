"""Paints a measure's card: its title in bold, what presses in its colour, the rest quietly."""

from __future__ import annotations

from html import escape
from typing import Sequence, Tuple

from qgis.PyQt.QtCore import QModelIndex, QRectF, QSize, Qt
from qgis.PyQt.QtGui import (
    QAbstractTextDocumentLayout,
    QIcon,
    QPainter,
    QPalette,
    QTextDocument,
)
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ....data.casework.measure_cards import Card

#: (text, whether it presses) of each line of a card, the title first.
Lines = Sequence[Tuple[str, bool]]
#: Colour of what presses, on light and on dark ground.
PRESSING = {"overdue": ("#b00020", "#ff8a80"), "soon": ("#8a5a00", "#ffcc66")}
ROLE = Qt.ItemDataRole.UserRole
LINES = Qt.ItemDataRole.UserRole + 1
#: A key of PRESSING, where no Card tells how a deadline presses.
KIND = Qt.ItemDataRole.UserRole + 2
_MARGIN, _ICON = 4, 24


class CardDelegate(QStyledItemDelegate):
    """For items with lines in ``LINES``, and a Card in ``ROLE`` or how it presses in ``KIND``;
    others are as usual."""

    def __init__(self, view: QAbstractItemView, indent: int = 0) -> None:
        super().__init__(view)
        self._view, self._indent = view, indent

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # noqa: N802
        if not index.data(LINES):
            return super().sizeHint(option, index)
        width = self._view.viewport().width() - self._indent - 2 * _MARGIN - 4
        document = self._document(index, option.palette, False, width - self._icon(index))
        return QSize(width, round(document.size().height()) + 2 * _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        if not index.data(LINES):
            super().paint(painter, option, index)
            return
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        shown.text = ""
        icon, shown.icon = QIcon(index.data(Qt.ItemDataRole.DecorationRole) or QIcon()), QIcon()
        style = self._view.style() or QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, self._view)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
        painter.drawRect(box)
        inside = box.adjusted(_MARGIN, _MARGIN - 1, -_MARGIN, 0)
        left = self._icon(index)
        if left:
            icon.paint(painter, round(inside.left()), round(inside.top()) + 2, 18, 18)
        document = self._document(index, option.palette, chosen, inside.width() - left)
        painter.translate(inside.left() + left, inside.top())
        painter.setClipRect(QRectF(0, 0, inside.width() - left, inside.height()))
        context = QAbstractTextDocumentLayout.PaintContext()
        document.documentLayout().draw(painter, context)
        painter.restore()

    def _icon(self, index: QModelIndex) -> int:
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        return 0 if icon is None or icon.isNull() else _ICON

    def _document(
        self, index: QModelIndex, palette: QPalette, chosen: bool, width: float
    ) -> QTextDocument:
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        ink = palette.color(role).name()
        dark = palette.color(QPalette.ColorRole.Base).lightness() < 128
        card = index.data(ROLE)
        kind = card.urgency.kind if isinstance(card, Card) else index.data(KIND)
        pressing = PRESSING.get(kind, (ink, ink))[dark]
        rows = []
        for place, (text, presses) in enumerate(index.data(LINES)):
            colour = pressing if presses and not chosen else ink
            said = f"<b>{escape(text)}</b>" if not place or presses else escape(text)
            rows.append(f'<span style="color:{colour}">{said}</span>')
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(self._view.font())
        document.setHtml("<br>".join(rows))  # noqa: QGS202  (no web page)
        document.setTextWidth(max(40.0, width))
        return document
