"""The few questions that a reviewer's acts ask: what to complete, and where to forward."""

from __future__ import annotations

from typing import TYPE_CHECKING, Mapping, Sequence, Tuple

from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ....i18n import tr
from ...form_parts import accept_buttons, choice, note, searched
from ...personal_data_notes import PersonalDataNote

if TYPE_CHECKING:
    from datetime import date
    from typing import Optional

#: What is most often missing, in the language that the reporter reads.
REQUESTS: Mapping[str, Sequence[str]] = {
    "sv": (
        "Var hände det? Markera platsen på kartan.",
        "När hände det? Ange från och till, ungefär.",
        "Beskriv vad som hände på platsen.",
        "Beskriv platsen och situationen utan uppgifter om personer.",
    ),
    "en": (
        "Where did it happen? Mark the place on the map.",
        "When did it happen? Give from and to, roughly.",
        "Describe what happened at the place.",
        "Describe the place and the situation without data about persons.",
    ),
}  # fmt: skip
#: Which of them asks for a text without personal data.
ABOUT_PERSONS = 3
#: Days until an answer is asked for, as a suggestion.
_DAYS = 14


class RequestDialog(QDialog):
    """The reviewer's own words to the reporter."""

    def __init__(self, parent: QWidget, language: str, text: str, most: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Ask for completion"))
        self._most = most
        self.words = QPlainTextEdit(text, self)
        self.words.setAccessibleName(tr("What needs completing"))
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(self.fontMetrics().height() * 6)
        self.personal = PersonalDataNote(language, self)
        self.buttons = accept_buttons(self, tr("Send back"))
        layout = QVBoxLayout(self)
        layout.addWidget(note(tr("What does the reporter need to complete?"), self))
        layout.addWidget(self.words)
        layout.addWidget(self.personal)
        layout.addWidget(self.buttons)
        self.words.textChanged.connect(self._check)
        self._check()

    def text(self) -> str:
        return self.words.toPlainText().strip()

    def _check(self) -> None:
        self.personal.check(self.text())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(
            bool(self.text()) and len(self.text()) <= self._most and not self.personal.refuses
        )


class ForwardDialog(QDialog):
    """To which organisation, with which request, to be answered by when."""

    def __init__(
        self, parent: QWidget, language: str, organisations: Sequence[Tuple[str, str]], most: int
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Forward to an organisation"))
        self._most = most
        self.organisation = choice(organisations, "", self, tr("Organisation"))
        searched(self.organisation)
        self.request = QPlainTextEdit(self)
        self.request.setAccessibleName(tr("What we ask for"))
        self.request.setTabChangesFocus(True)
        self.request.setFixedHeight(self.fontMetrics().height() * 5)
        self.personal = PersonalDataNote(language, self)
        self.has_due = QCheckBox(tr("Answer by"), self)
        self.due = QDateEdit(QDate.currentDate().addDays(_DAYS), self)
        self.due.setDisplayFormat("yyyy-MM-dd")
        self.due.setCalendarPopup(True)
        self.due.setAccessibleName(tr("Answer by"))
        self.due.setEnabled(False)
        self.has_due.toggled.connect(self.due.setEnabled)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(tr("Organisation"), self.organisation)
        form.addRow(tr("What we ask for"), self.request)
        form.addRow(self.personal)
        form.addRow(self.has_due, self.due)
        self.buttons = accept_buttons(self, tr("Forward"))
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.request.textChanged.connect(self._check)
        self._check()

    def answer(self) -> Tuple[str, str, Optional[date]]:
        """Organisation (uuid), request and the day by which it is to be answered."""
        day = self.due.date().toPyDate() if self.has_due.isChecked() else None
        return str(self.organisation.currentData()), self.request.toPlainText().strip(), day

    def _check(self) -> None:
        text = self.request.toPlainText()
        self.personal.check(text)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(
            self.organisation.count() > 0 and len(text) <= self._most
            and not self.personal.refuses
        )
