"""One demand of the law in the panel: how it is met, what shows it, and what mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, List, Optional

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ....i18n import fill, tr
from ..parts.eliding_button import ElidingButton
from ..parts.status_icon import status_icon, status_word
from ..parts.wrapped import Wrapped

if TYPE_CHECKING:
    from ....data.casework.law import Evidence, Row
    from ....domain.law import Remedy

#: More records than this are not listed one by one.
_MOST_EVIDENCE = 3


class LawRow(QFrame):
    """``opened`` is told which record to show, ``followed`` which file, ``mended`` what to do."""

    def __init__(
        self,
        row: Row,
        opened: Callable[[Evidence], None],
        followed: Callable[[str], None],
        mended: Callable[[Remedy], None],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.section = row.standing.section
        self.status = row.standing.status
        self.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QVBoxLayout(self)
        layout.setSpacing(2)
        head = QHBoxLayout()
        size = self.fontMetrics().height()
        picture = QLabel(self)
        picture.setPixmap(status_icon(self.status).pixmap(QSize(size, size)))
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        self.title = Wrapped(
            tr("{section} §: {demand}").format(
                section=self.section, demand=tr(row.standing.demand)
            ),
            self,
        )
        font = self.title.font()
        font.setBold(True)
        self.title.setFont(font)
        head.addWidget(self.title, 1)
        layout.addLayout(head)
        self.sentence = Wrapped(
            f"{status_word(self.status)}. "
            + fill(tr(row.standing.reason), **row.standing.values),
            self,
        )
        layout.addWidget(self.sentence)
        self.buttons: List[ElidingButton] = []
        for evidence in row.evidence[:_MOST_EVIDENCE]:
            text = evidence.title or tr("Show the record")
            self._add(layout, text, lambda e=evidence: opened(e), tr("Open “{title}”"), text)
            if evidence.file:
                file = evidence.file
                self._add(
                    layout, tr("Open the file"), lambda f=file: followed(f),
                    tr("Open the file of “{title}”"), text,
                )  # fmt: skip
        more = len(row.evidence) - _MOST_EVIDENCE
        if more > 0:
            layout.addWidget(Wrapped(tr("… and {count} more").format(count=more), self))
        self.mend: Optional[ElidingButton] = None
        if row.remedy is not None:
            remedy = row.remedy
            self.mend = self._add(
                layout, tr(remedy.label), lambda: mended(remedy), "{title}", tr(remedy.label),
                prominent=True,
            )  # fmt: skip

    def _add(
        self, layout: QVBoxLayout, text: str, clicked: Callable[[], None], said: str, title: str,
        prominent: bool = False,
    ) -> ElidingButton:  # fmt: skip
        button = ElidingButton(text, self)
        button.setAccessibleName(said.format(title=title))
        button.setToolTip(said.format(title=title))
        if prominent:
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        else:
            # a link: what is shown is one click away, what mends stands out
            button.setAutoRaise(True)
        button.clicked.connect(lambda _checked=False: clicked())
        layout.addWidget(button)
        self.buttons.append(button)
        return button
