"""The confirmation before a period is adopted: what is adopted, and that it never changes."""

from __future__ import annotations

from typing import Callable, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from ....domain.advice import Notice
from ....i18n import fill, tr
from ...form_parts import choice, name_buttons, note
from ..parts.notice_list import NoticeList


class AdoptDialog(QDialog):
    """``adopt`` stores with the chosen meeting (or None) and says why not, "" when it did."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        count: int,
        checksum: str,
        notices: Sequence[Notice],
        meetings: Sequence[Tuple[str, str]],
        adopt: Callable[[Optional[str]], str],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(fill(tr("Adopt {title}"), title=title))
        self._adopt = adopt
        layout = QVBoxLayout(self)
        layout.addWidget(note(
            fill(tr("The figures (incidents: {count}), the maps and the texts are kept as they are "
                    "now. Nobody can change them afterwards, not even you."), count=count),
            self,
        ))  # fmt: skip
        self.notices = NoticeList(self)
        self.notices.show_notices(notices)
        layout.addWidget(self.notices)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.meeting = choice([("", tr("None")), *meetings], "", self, tr("Adopted at meeting"))
        form.addRow(tr("Adopted at meeting"), self.meeting)
        layout.addLayout(form)
        said = note(fill(tr("Checksum (SHA-256): {sum}"), sum=_grouped(checksum)), self)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(said)
        self.read = QCheckBox(tr("I have read the texts"), self)
        layout.addWidget(self.read)
        self.problem = note("", self)
        self.problem.hide()
        layout.addWidget(self.problem)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        name_buttons(self.buttons)
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(tr("Adopt"))
        self.ok.setEnabled(False)
        may = not any(notice.stops for notice in notices)
        self.read.toggled.connect(lambda checked: self.ok.setEnabled(checked and may))
        self.buttons.accepted.connect(self.store)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)

    def store(self) -> None:
        """Adopt, or say why not and stay."""
        problem = self._adopt(self.meeting.currentData() or None)
        if not problem:
            self.accept()
            return
        self.problem.setText(problem)
        self.problem.setAccessibleName(problem)
        self.problem.show()


def _grouped(checksum: str) -> str:
    """Digits in groups of eight, so that a narrow window can break the line."""
    return " ".join(checksum[at : at + 8] for at in range(0, len(checksum), 8))
