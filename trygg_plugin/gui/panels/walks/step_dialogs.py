"""Small questions about the points of a walk: who shall answer, and what the answer is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Callable, Optional, Sequence

from qgis.gui import QgsDateTimeEdit
from qgis.PyQt.QtCore import QDate, QDateTime, QTime
from qgis.PyQt.QtWidgets import QFormLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ....domain.walks import ANSWERED
from ....i18n import tr
from ...form_parts import choice, note
from ...personal_data_notes import PersonalDataNote
from ...save_dialog import SaveDialog
from ..parts.choices import Option


class AskDialog(SaveDialog):
    """A short form, with a sentence of what it is about above it."""

    def __init__(self, parent: QWidget, title: str, said: str = "") -> None:
        super().__init__(parent, title)
        self.content = QVBoxLayout()
        if said:
            self.content.addWidget(note(said, self))
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.content.addLayout(self.form)


class DistributeDialog(AskDialog):
    """``stored`` gets the organisation and the day (or None)."""

    def __init__(
        self, parent: QWidget, count: int, organisations: Sequence[Option], days: int,
        stored: Callable[[str, Optional[date]], str],
    ) -> None:  # fmt: skip
        super().__init__(
            parent, tr("Give to an owner"),
            tr("Points to give to an owner: {count}. The owner answers at the feedback "
               "meeting.").format(count=count),
        )  # fmt: skip
        self._stored = stored
        self.owner = choice(organisations, "", self, tr("Responsible organisation"))
        self.form.addRow(tr("Responsible organisation"), self.owner)
        self.deadline = QgsDateTimeEdit(self)
        self.deadline.setDisplayFormat("yyyy-MM-dd")
        self.deadline.setCalendarPopup(True)
        self.deadline.setAllowNull(True)
        self.deadline.setAccessibleName(tr("Answer by"))
        day = date.today() + timedelta(days=days)
        self.deadline.setDateTime(QDateTime(QDate(day.year, day.month, day.day), QTime()))
        self.form.addRow(tr("Answer by"), self.deadline)
        self.finish(self.content)

    def save(self) -> str:
        owner = self.owner.currentData()
        if not owner:
            return tr("Choose an organisation.")
        day = None if self.deadline.isNull() else self.deadline.dateTime().toPyDateTime().date()
        return self._stored(str(owner), day)


class AnswerDialog(AskDialog):
    """``stored`` gets the status and the answer."""

    def __init__(
        self, parent: QWidget, states: Sequence[Option], status: str, answer: str, language: str,
        stored: Callable[[str, str], str],
    ) -> None:  # fmt: skip
        super().__init__(parent, tr("The owner's answer"))
        self._stored = stored
        offered = [option for option in states if option[0] in ANSWERED]
        self.status = choice(offered, status, self, tr("Status"))
        self.form.addRow(tr("Status"), self.status)
        self.answer = QPlainTextEdit(answer, self)
        self.answer.setTabChangesFocus(True)
        self.answer.setAccessibleName(tr("Answer"))
        self.form.addRow(tr("Answer"), self.answer)
        said = PersonalDataNote(language, self)
        self.answer.textChanged.connect(lambda: said.check(self.answer.toPlainText()))
        self.form.addRow("", said)
        self.finish(self.content)

    def save(self) -> str:
        return self._stored(str(self.status.currentData()), self.answer.toPlainText())


class MeasureDialog(AskDialog):
    """``stored`` gets the problem that the measure belongs to."""

    def __init__(
        self, parent: QWidget, problems: Sequence[Option], stored: Callable[[str], str]
    ) -> None:
        super().__init__(
            parent, tr("Make a measure"),
            tr("A measure belongs to a problem: that is the knowledge it rests on."),
        )  # fmt: skip
        self._stored = stored
        self.chosen = choice(problems, "", self, tr("Problem"))
        self.form.addRow(tr("Problem"), self.chosen)
        self.finish(self.content)

    def save(self) -> str:
        problem = self.chosen.currentData()
        if not problem:
            return tr("There is no problem to choose. Make one in the panel of problems first.")
        return self._stored(str(problem))
