"""An SVG picture in a panel: as wide as the panel, with its text alternative."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.PyQt.QtCore import QByteArray, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QPainter, QPaintEvent, QResizeEvent
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

#: Draws a picture for a width in units of text of usual size, and says what it shows.
Drawn = Callable[[int], str]


class Picture(QWidget):
    """Asks for its picture anew when its width changes, so that texts stay readable."""

    def __init__(self, parent: Optional[QWidget] = None, most: int = 720) -> None:
        super().__init__(parent)
        self._draw: Optional[Drawn] = None
        self._most = most
        self._width = 0
        self._renderer = QSvgRenderer(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_drawing(self, draw: Optional[Drawn], said: str = "") -> None:
        """``draw`` makes the SVG for a width; ``said`` is what it shows, in words."""
        self._draw, self._width = draw, 0
        self.setAccessibleName(said)
        self.setToolTip(said)
        self._redraw()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(280, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._redraw()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if self._draw is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(self.rect()))
        if self.hasFocus():
            painter.setPen(self.palette().highlight().color())
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _redraw(self) -> None:
        if self._draw is None:
            self.setFixedHeight(0)
            return
        # text of size 11 in the drawing as large as the panel's own
        scale = self.fontMetrics().height() / 14.0
        width = max(240, min(self._most, round(self.width() / scale)))
        if width != self._width:
            self._width = width
            self._renderer.load(QByteArray(self._draw(width).encode("utf-8")))
        box = self._renderer.viewBoxF()
        if box.width() > 0:
            self.setFixedHeight(round(self.width() * box.height() / box.width()))
        self.update()
