"""A tree of sentences that wrap to the width of a narrow panel, which QTreeWidget does not do."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import QModelIndex, QRect, QSize, Qt
from qgis.PyQt.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QWidget,
)

_MARGIN = 4


class WrappingTree(QTreeWidget):
    """One column without a header."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Wrapping(self))

    def resizeEvent(self, event: Any) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _Wrapping(QStyledItemDelegate):
    """Knows how high a text is in the width that the tree leaves it."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(  # noqa: N802
        self, option: QStyleOptionViewItem, index: QModelIndex
    ) -> QSize:
        depth = 1
        above = index.parent()
        while above.isValid():
            depth += 1
            above = above.parent()
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        indents = depth if self._tree.rootIsDecorated() else depth - 1
        width = self._tree.viewport().width() - indents * self._tree.indentation() - 2 * _MARGIN
        # a style keeps more to itself than it says, and text is broken a letter earlier for that
        width -= styled.fontMetrics.averageCharWidth()
        box = styled.fontMetrics.boundingRect(
            QRect(0, 0, max(width, 60), 10_000), int(Qt.TextFlag.TextWordWrap), styled.text
        )
        return QSize(max(width, 60), box.height() + _MARGIN)
