"""The points of the agenda, ticked as they are dealt with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyle, QWidget

from ....i18n import tr

if TYPE_CHECKING:
    from ....data.records import Record


class AgendaList(QListWidget):
    """Long titles stand on several lines, whatever width the list has."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Agenda"))
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_points(self, points: Sequence[Record]) -> None:
        for point in points:
            self.addItem(QListWidgetItem(_title(point)))
            if point["handled_at"] is not None:
                self.mark(self.count() - 1, point)

    def mark(self, row: int, point: Record) -> None:
        """Tick a point that has been dealt with."""
        item, title = self.item(row), _title(point)
        item.setText(f"✓ {title}")
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole, tr("{point}, dealt with").format(point=title))
        # a longer text may need a line more
        self.scheduleDelayedItemsLayout()

    @property
    def wish(self) -> int:
        """Pixels that the longest word needs, so that none is cut."""
        metrics = self.fontMetrics()
        words = [
            f"{word} " for row in range(self.count()) for word in self.item(row).text().split()
        ]
        # what styles put around an entry is their own: two letters hold it
        frame = 2 * (self.frameWidth() + metrics.averageCharWidth())
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return max((metrics.horizontalAdvance(word) for word in words), default=0) + frame + bar


def _title(point: Record) -> str:
    return f"{point['number']}. {point['title']}"
