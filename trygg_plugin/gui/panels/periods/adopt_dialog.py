"""The confirmation before a period is adopted: what is adopted, and that it never changes."""

from __future__ import annotations

from typing import Callable, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from ....domain.advice import Notice
from ....i18n import fill, tr
from ...form_parts import choice, note
from ...save_dialog import SaveDialog
from ..parts.notice_list import NoticeList


class AdoptDialog(SaveDialog):
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
        super().__init__(parent, fill(tr("Adopt {title}"), title=title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._adopt = adopt
        layout = QVBoxLayout()
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
        self.finish(layout, tr("Adopt"))
        self.save_button.setEnabled(False)
        may = not any(notice.stops for notice in notices)
        self.read.toggled.connect(lambda checked: self.save_button.setEnabled(checked and may))

    def save(self) -> str:
        """Adopt; a sentence when it was refused."""
        return self._adopt(self.meeting.currentData() or None)


def _grouped(checksum: str) -> str:
    """Digits in groups of eight, so that a narrow window can break the line."""
    return " ".join(checksum[at : at + 8] for at in range(0, len(checksum), 8))
