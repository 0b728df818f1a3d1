"""A sentence that wraps and is never cut off.

Qt asks a label how high it is for its width only where every layout above it passes the question
on, which tabs and grids do not: so the label keeps the height that its width needs.
"""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QLabel, QWidget


class Wrapped(QLabel):
    """Plain text over as many lines as it takes."""

    def __init__(self, text: str = "", parent: Optional[QWidget] = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:  # noqa: N802
        super().setText(text)
        self._fit()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        # the height is said by the hint; a layout that asked for other widths too would leave gaps
        return False

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        # heightForWidth() would never ask for less than the height that was asked for last
        frame = 2 * (self.frameWidth() + self.margin())
        width = max(1, self.width() - frame)
        flags = int(Qt.TextFlag.TextWordWrap)
        box = self.fontMetrics().boundingRect(0, 0, width, 100_000, flags, self.text())
        needed = box.height() + frame if self.text() else 0
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)
            self.updateGeometry()
