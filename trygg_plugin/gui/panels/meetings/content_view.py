"""What a point is about: rich text that holds its own pictures."""

from __future__ import annotations

from typing import Any, Dict

from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QImage, QResizeEvent, QTextOption
from qgis.PyQt.QtWidgets import QTextBrowser, QWidget

from ....i18n import tr


class ContentView(QTextBrowser):
    """Tells when it has another width, since tables and pictures are made for one."""

    widened = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._images: Dict[str, QImage] = {}
        self._told = 0
        self.setOpenLinks(False)
        # a word broken in the middle of a narrow column cannot be read from afar
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setAccessibleName(tr("What the point is about"))

    @property
    def room(self) -> int:
        """Pixels that a table or a picture may be wide, with the scroll bar there or not."""
        bar = self.verticalScrollBar().sizeHint().width()
        margins = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        return max(120, self.width() - bar - margins)

    def show_html(self, html: str, images: Dict[str, QImage]) -> None:
        self._images = images
        self.setHtml(html)  # noqa: QGS202  (no raster, no web page)

    def loadResource(self, kind: int, name: QUrl) -> Any:  # noqa: N802
        return self._images.get(name.toString()) or super().loadResource(kind, name)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        # a scroll bar that comes and goes with the text would draw it anew for ever
        if self._told != self.room:
            self._told = self.room
            self.widened.emit()
