"""The minutes of a walk: whether they are written and approved, and the way to their file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ....domain.walks import protocol_status
from ....i18n import fill, tr
from ...form_parts import note

if TYPE_CHECKING:
    from ....data.records import Record

#: The algorithm that makes the document; the button is there when it is.
PROTOCOL = "trygg:walkprotocol"


class MinutesTab(QWidget):
    """``open_file``, ``make`` and ``approve`` are called by its buttons."""

    def __init__(
        self,
        open_file: Callable[[], None],
        make: Callable[[], None],
        approve: Callable[[], None],
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        self.text = note("", self)
        layout.addWidget(self.text)
        self.file_button = self._button(tr("Open the file"), open_file)
        self.print = self._button(tr("Make the protocol…"), make)
        self.approve = self._button(tr("Approve the minutes"), approve)
        layout.addStretch(1)

    def show_minutes(self, record: Record) -> None:
        status = protocol_status(record.values)
        self.text.setText({
            "missing": tr("No minutes have been written. Write a summary in the plan, or make the "
                          "protocol and attach it."),
            "written": tr("The minutes are written, and not approved yet."),
            "approved": fill(tr("The minutes were approved on {date}."),
                             date=record["minutes_approved"]),
        }[status])  # fmt: skip
        self.approve.setVisible(status == "written")
        self.file_button.setVisible(bool(record["file"]))
        self.print.setVisible(
            QgsApplication.processingRegistry().algorithmById(PROTOCOL) is not None
        )

    def _button(self, text: str, clicked: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(lambda _checked=False: clicked())
        self.layout().addWidget(button)
        return button
