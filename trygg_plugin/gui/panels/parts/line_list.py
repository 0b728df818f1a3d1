"""A list whose rows say all they have to say, however narrow the panel: the first line is bold.

Rows are made of columns, so that each has its name for who reads them aloud; one cell shows them
all below one another, since three columns beside one another leave a title three letters.
"""

from __future__ import annotations

from typing import Any, Optional, Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from .card_delegate import KIND, LINES, CardDelegate

_UUID = Qt.ItemDataRole.UserRole
_HEIGHT = 11


class LineList(QTreeWidget):
    """Records by their uuid; ``headings`` name what each line of a row is."""

    def __init__(self, name: str, headings: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self.setAccessibleName(name)
        self.setRootIsDecorated(False)
        self.setHeaderLabels(list(headings))
        self.setHeaderHidden(True)
        for column in range(1, len(headings)):
            self.setColumnHidden(column, True)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(CardDelegate(self))
        self.setMinimumHeight(self.fontMetrics().height() * _HEIGHT)

    def add(
        self, uuid: str, said: Sequence[str], *, presses: str = "", icon: Optional[QIcon] = None,
        more: str = "",
    ) -> QTreeWidgetItem:  # fmt: skip
        """A row. ``presses``: a kind of urgency, by which the second line stands out; ``more``:
        what only the tip says."""
        item = QTreeWidgetItem(list(said))
        item.setData(0, _UUID, uuid)
        item.setData(0, LINES, [(text, bool(presses) and n == 1)
                                for n, text in enumerate(said) if text])  # fmt: skip
        item.setData(0, KIND, presses)
        item.setToolTip(0, "\n".join(text for text in (*said, more) if text))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(
            f"{heading}: {text}" for heading, text in zip(self._headings, said) if text))
        if icon is not None:
            item.setIcon(0, icon)
        self.addTopLevelItem(item)
        return item

    def uuid(self) -> Optional[str]:
        """The chosen record."""
        item = self.currentItem()
        return None if item is None else str(item.data(0, _UUID))

    def item_of(self, uuid: Optional[str]) -> Optional[QTreeWidgetItem]:
        """The row of a record."""
        for row in range(self.topLevelItemCount()):
            item = self.topLevelItem(row)
            if item.data(0, _UUID) == uuid:
                return item
        return None

    def resizeEvent(self, event: Any) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
