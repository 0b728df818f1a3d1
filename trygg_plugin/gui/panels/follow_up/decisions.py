"""Decisions of meetings that are still to be carried out: marked when they are, and undone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Dict, List, Optional

from qgis.PyQt.QtCore import QDate, QSignalBlocker
from qgis.PyQt.QtWidgets import (
    QDateEdit,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....domain.deadlines import urgency
from ....i18n import tr
from ...form_parts import choice
from ...personal_data_notes import PersonalDataNote
from ...written import day
from ..parts.choices import label_of
from ..parts.deadlines import deadline_words
from ..parts.doing import user_name
from ..parts.line_list import LineList
from ..parts.status_icon import status_icon
from ..parts.wrapped import Wrapped

if TYPE_CHECKING:
    from ....data.casework.decisions import Decision
    from .page import FollowUpPage

_OPEN, _DONE = "open", "done"
#: Days back to which what has been carried out is shown, and letters of what became of it.
_BACK, _LONGEST = 365, 500


class DecisionsTab(QWidget):
    """The list, the chosen decision in full, and the two ways to move it."""

    def __init__(self, page: FollowUpPage) -> None:
        super().__init__(page)
        self._page = page
        self._found: Dict[str, Decision] = {}
        self.which = choice(
            [(_OPEN, tr("Not carried out yet")), (_DONE, tr("Carried out during the last year"))],
            _OPEN, self, tr("Which decisions"))
        self.which.currentIndexChanged.connect(lambda _index: self.read())
        self.empty = Wrapped("", self)
        self.list = LineList(
            tr("Decisions of meetings"), (tr("Decision"), tr("Deadline"), tr("Who")), self)
        self.list.currentItemChanged.connect(lambda *_: self._chosen())
        self.about = Wrapped("", self)
        self.day = QDateEdit(self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setAccessibleName(tr("Carried out on"))
        self.outcome = QLineEdit(self)
        self.outcome.setMaxLength(_LONGEST)
        self.outcome.setAccessibleName(tr("What became of the decision"))
        self.personal = PersonalDataNote(page.shell.current.language, self)
        self.outcome.textChanged.connect(self.personal.check)
        self.button = QPushButton(self)
        self.button.clicked.connect(lambda _checked=False: self._move())
        self.problem = Wrapped("", self)
        self.form = QWidget(self)
        fields = QFormLayout(self.form)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields.addRow(tr("Carried out on"), self.day)
        fields.addRow(tr("What became of the decision"), self.outcome)
        fields.addRow(self.personal)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.which, self.empty, self.list, self.about, self.form, self.button,
                       self.problem):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._chosen()

    def clear(self) -> None:
        """No workspace is open any more."""
        self._fill([])

    def read(self) -> None:
        """Read what is listed again; the chosen decision stays chosen while it is in the list."""
        if self._page.shell.current.workspace is None:
            return
        from ....data.casework.decisions import carried_out_since, not_carried_out

        workspace = self._page.workspace
        if self.which.currentData() == _OPEN:
            self._fill(not_carried_out(workspace))
        else:
            self._fill(carried_out_since(workspace, date.today() - timedelta(days=_BACK)))

    def decision(self) -> Optional[Decision]:
        """The chosen one."""
        return self._found.get(self.list.uuid() or "")

    def _fill(self, found: List[Decision]) -> None:
        chosen = self.decision()
        self._found = {one.uuid: one for one in found}
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in found:
                item = self._add(one)
                if chosen is not None and chosen.uuid == one.uuid:
                    self.list.setCurrentItem(item)
        self.empty.setVisible(not found)
        self.empty.setText(
            tr("Every decision has been carried out.") if self.which.currentData() == _OPEN
            else tr("No decision was carried out during the last year."))  # fmt: skip
        if self.decision() != chosen or chosen is None:
            self._chosen()

    def _add(self, one: Decision) -> QTreeWidgetItem:
        presses = urgency(one.deadline, "", date.today())
        when = (
            deadline_words(one.deadline, presses) if one.carried_out is None
            else day(one.carried_out)
        )  # fmt: skip
        late = one.carried_out is None and presses.kind == "overdue"
        return self.list.add(
            one.uuid, (one.text.splitlines()[0], when, one.responsible),
            presses=presses.kind if one.carried_out is None else "",
            icon=status_icon("overdue") if late else None,
        )  # fmt: skip

    def _chosen(self) -> None:
        one = self.decision()
        for widget in (self.about, self.form, self.button):
            widget.setVisible(one is not None)
        self.problem.hide()
        if one is None:
            return
        self.about.setText("\n".join(self._told(one)))
        self.form.setVisible(one.open)
        held, today = QDate(one.held), QDate.currentDate()
        self.day.setDateRange(min(held, today), max(held, today))
        self.day.setDate(today)
        self.outcome.setText(one.outcome)
        self.button.setText(tr("Mark as carried out") if one.open else tr("Open again"))

    def _told(self, one: Decision) -> List[str]:
        """The decision in full, where it was taken and what became of it."""
        language, workspace = self._page.shell.current.language, self._page.workspace
        lines = [one.text, tr("Decision {number} of {day}").format(
            number=one.number, day=day(one.held))]
        lines += [
            f"{about.title} – {label_of(workspace, 'measure_state', about.status, language)}"
            for about in one.measures
        ]
        if one.carried_out is not None:
            lines.append(tr("Carried out {day}. {outcome}").format(
                day=day(one.carried_out), outcome=one.outcome).strip())
        return lines

    def _move(self) -> None:
        """Mark the chosen decision as carried out, or open it again."""
        from ....data.casework.decisions import carry_out

        one = self.decision()
        if one is None:
            return
        values: Dict[str, Any] = {"base_version": one.version, "user": user_name()}
        said = tr("Decision {number} is open again.")
        on: Optional[date] = None
        if one.open:
            on, said = self.day.date().toPyDate(), tr("Decision {number} is carried out.")
            values["outcome"] = self.outcome.text().strip()
        refusal = self._page.doing.attempt(
            lambda: carry_out(self._page.workspace, one.uuid, on, **values),
            said.format(number=one.number),
        )
        self.problem.setText(refusal)
        self.problem.setAccessibleName(refusal)
        self.problem.setVisible(bool(refusal))
        if not refusal:
            self.read()
