"""A sentence that wraps and is never cut off.

Qt asks a label how high it is for its width only where every layout above it passes the question
on, which tabs and grids do not: so the label keeps the height that its width needs.
"""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
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

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # heightForWidth() would never ask for less than the height that was asked for last
        width = max(1, self.width() - 2 * self.margin())
        flags = int(Qt.TextFlag.TextWordWrap)
        box = self.fontMetrics().boundingRect(0, 0, width, 100_000, flags, self.text())
        needed = box.height() + 2 * self.margin() if self.text() else 0
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)
