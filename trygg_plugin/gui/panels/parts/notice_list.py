"""What to know before a step: sentences with an icon, those that stop it first."""

from __future__ import annotations

from typing import Optional, Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ....domain.advice import Notice
from ....i18n import fill, tr
from ...form_parts import note


class NoticeList(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.sentences: list = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    def show_notices(self, notices: Sequence[Notice]) -> None:
        while self._layout.count():
            widget = self._layout.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.sentences = [sentence_of(notice) for notice in notices]
        for notice, said in zip(notices, self.sentences):
            self._layout.addWidget(self._line(notice.stops, said))
        self.setVisible(bool(notices))

    def _line(self, stops: bool, said: str) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        picture = QLabel(holder)
        size = self.fontMetrics().height()
        name = "/mIconCritical.svg" if stops else "/mIconWarning.svg"
        picture.setPixmap(QgsApplication.getThemeIcon(name).pixmap(size, size))
        picture.setAccessibleName(tr("Stops the step") if stops else tr("Worth knowing"))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(note(said, holder), 1)
        return holder


def sentence_of(notice: Notice) -> str:
    """A notice in QGIS's language."""
    return fill(tr(notice.template), **notice.values)
