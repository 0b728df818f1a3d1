"""Where a record stands on its way: a dot for each state on a line, and the state in words."""

from __future__ import annotations

from typing import List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ....i18n import tr
from ...form_parts import note

_DONE = QColor("#009e73")
_HERE = QColor("#0072b2")


class StateSteps(QWidget):
    """Steps passed have a tick, the present one is larger and has its number."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.line = _Line(self)
        self.words = note("", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        layout.addWidget(self.words)

    def show_state(self, states: Sequence[Tuple[str, str]], current: str) -> None:
        """``states`` are (key, label) in the order of work."""
        keys = [key for key, _label in states]
        at = keys.index(current) if current in keys else 0
        label = states[at][1]
        said = tr("Step {number} of {count}: {state}.").format(
            number=at + 1, count=len(states), state=label
        )
        if at + 1 < len(states):
            said += " " + tr("Then: {state}.").format(state=states[at + 1][1])
        self.words.setText(said)
        self.line.show_steps([label for _key, label in states], at)
        self.line.setAccessibleName(said)


class _Line(QWidget):
    """The dots. What they say stands in words below them too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._labels: List[str] = []
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, labels: List[str], at: int) -> None:
        self._labels, self._at = labels, at
        self.setToolTip(" → ".join(labels))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(200, round(self.fontMetrics().height() * 1.8))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        if not self._labels:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = self.fontMetrics().height()
        large, small = unit * 0.75, unit * 0.45
        middle = self.height() / 2
        left, right = large + 1, self.width() - large - 1
        gap = (right - left) / max(len(self._labels) - 1, 1)
        muted = self.palette().color(QPalette.ColorRole.Mid)
        for place in range(len(self._labels) - 1):
            done = place < self._at
            painter.setPen(QPen(_DONE if done else muted, 3 if done else 2))
            painter.drawLine(QPointF(left + place * gap, middle),
                             QPointF(left + (place + 1) * gap, middle))
        for place in range(len(self._labels)):
            self._dot(painter, QPointF(left + place * gap, middle), place, large, small, muted)
        painter.end()

    def _dot(
        self, painter: QPainter, centre: QPointF, place: int, large: float, small: float,
        muted: QColor,
    ) -> None:  # fmt: skip
        if place == self._at:
            painter.setPen(QPen(_HERE, 2))
            painter.setBrush(_HERE)
            painter.drawEllipse(centre, large, large)
            painter.setPen(QColor("#ffffff"))
            box = QRectF(centre.x() - large, centre.y() - large, 2 * large, 2 * large)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(place + 1))
            return
        passed = place < self._at
        painter.setPen(QPen(_DONE if passed else muted, 2))
        painter.setBrush(_DONE if passed else self.palette().color(QPalette.ColorRole.Base))
        painter.drawEllipse(centre, small, small)
        if passed:
            painter.setPen(QPen(QColor("#ffffff"), 2))
            painter.drawPolyline(QPolygonF([
                QPointF(centre.x() - small * 0.5, centre.y()),
                QPointF(centre.x() - small * 0.1, centre.y() + small * 0.4),
                QPointF(centre.x() + small * 0.5, centre.y() - small * 0.4),
            ]))  # fmt: skip
