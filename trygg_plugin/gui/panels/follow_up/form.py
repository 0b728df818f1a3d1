"""The form of a follow-up: was it done, which colour and why, what now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Callable, Dict, Optional

from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ....domain.periods import add_months
from ....i18n import tr
from ...form_parts import choice
from ...written import read_number, typed
from ..meetings.decision_entry import day_of
from ..parts.choices import NOTHING, codes, colour_of
from ..parts.lights import light_icon
from ..parts.wrapped import Wrapped

if TYPE_CHECKING:
    from ....data.records import Record
    from ....data.workspace import Workspace

#: The entry that leaves the measure in the state it is in.
_STAYS = ""


class FollowUpForm(QWidget):
    """``save`` takes what is filled in (see :meth:`filled`) and gives a sentence when refused;
    ``reckon`` is asked for the indicator's value."""

    def __init__(
        self, parent: QWidget, save: Callable[[Dict[str, Any]], str], reckon: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._save = save
        self.day = QDateEdit(self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.done = choice([NOTHING], "", self, tr("Done as planned?"))
        self.colour = choice([NOTHING], "", self, tr("Colour"))
        self.reason = _line(self, 500, tr("Why this colour"))
        self.value = _line(self, 20, tr("Value of the indicator"))
        self.reckon = QPushButton(tr("Reckon"), self)
        self.reckon.setToolTip(tr("Count incidents per month at the place since the start"))
        self.reckon.clicked.connect(lambda _checked=False: reckon())
        self.about_value = Wrapped("", self)
        self.result = QPlainTextEdit(self)
        self.next_step = _line(self, 1000, tr("Next step"))
        self.outcome = choice([(_STAYS, "–")], _STAYS, self, tr("And the measure?"))
        self.cancelled = _line(self, 500, tr("Why it was called off"))
        self.next_day = _line(self, 20, tr("Next follow-up"))
        self.next_day.setPlaceholderText(tr("2026-05-01, 1/5 or +14"))
        self.save_button = QPushButton(tr("Save the follow-up"), self)
        self.save_button.clicked.connect(lambda _checked=False: self.store())
        self.problem = Wrapped("", self)
        self.problem.hide()
        line = QHBoxLayout()
        line.addWidget(self.value, 1)
        line.addWidget(self.reckon)
        values = QVBoxLayout()
        values.addLayout(line)
        values.addWidget(self.about_value)
        self.form = QFormLayout()
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.result.setTabChangesFocus(True)
        self.result.setFixedHeight(4 * self.fontMetrics().height())
        rows = (
            (tr("Date"), self.day), (tr("Done as planned?"), self.done),
            (tr("Colour"), self.colour), (tr("Why this colour"), self.reason),
            (tr("Value of the indicator"), values),
            (tr("Result"), self.result), (tr("Next step"), self.next_step),
            (tr("And the measure?"), self.outcome),
            (tr("Why it was called off"), self.cancelled), (tr("Next follow-up"), self.next_day),
        )  # fmt: skip
        for label, widget in rows:
            self.form.addRow(label, widget)
            if isinstance(widget, QWidget):
                widget.setAccessibleName(label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addLayout(self.form)
        layout.addWidget(self.problem)
        layout.addWidget(self.save_button)
        layout.addStretch(1)
        self.outcome.currentIndexChanged.connect(self._outcome_chosen)
        self._outcome_chosen()

    def show_measure(self, workspace: Workspace, measure: Record, language: str) -> None:
        """An empty form for a measure, with what its state allows."""
        from ....data.casework.followups import outcomes_of

        today = date.today()
        self.day.setDate(QDate(today.year, today.month, today.day))
        self.day.setMaximumDate(self.day.date())
        _fill(self.done, [NOTHING, *codes(workspace, "done_as_planned", language)])
        _fill(self.colour, [NOTHING, *codes(workspace, "traffic_light", language)])
        for index in range(1, self.colour.count()):
            key = self.colour.itemData(index)
            icon = light_icon(key, colour_of(workspace, "traffic_light", key))
            self.colour.setItemIcon(index, icon)
        words = {
            "goes_on": tr("It goes on"), "completed": tr("It is carried out"),
            "cancelled": tr("It is called off"),
        }
        _fill(self.outcome, [
            (_STAYS, tr("Nothing changes")),
            *((key, words[key]) for key in outcomes_of(measure["status"])),
        ])  # fmt: skip
        for line in (self.reason, self.value, self.next_step, self.cancelled, self.next_day):
            line.clear()
        self.result.clear()
        self.say_value("")
        self.problem.hide()
        self.reckon.setEnabled(True)

    def filled(self) -> Dict[str, Any]:
        """``values`` of the follow-up, ``outcome``, ``cancelled_reason`` and ``next_day``.

        ValueError with a sentence for a number or a day that is none.
        """
        value = None
        if self.value.text().strip():
            value = read_number(self.value.text())
            if value is None:
                raise ValueError(tr("The value of the indicator is not a number."))
        try:
            next_day = day_of(self.next_day.text(), date.today())
        except ValueError:
            raise ValueError(
                tr("The day of the next follow-up is not a date. Write it as 2026-05-01, 1/5 or "
                   "+14.")) from None
        if not self.colour.currentData():
            raise ValueError(tr("Choose green, yellow or red."))
        return {
            "values": {
                "date": self.day.date().toPyDate(),
                "done_as_planned": self.done.currentData() or None,
                "colour": self.colour.currentData(),
                "reason": self.reason.text().strip() or None, "indicator_value": value,
                "result": self.result.toPlainText().strip() or None,
                "next_step": self.next_step.text().strip() or None,
            },
            "outcome": self.outcome.currentData() or None,
            "cancelled_reason": self.cancelled.text().strip() or None,
            "next_day": next_day,
        }  # fmt: skip

    def store(self) -> None:
        """Save, or say what is missing and stay."""
        try:
            problem = self._save(self.filled())
        except ValueError as error:
            problem = str(error)
        self.problem.setText(problem)
        self.problem.setAccessibleName(problem)
        self.problem.setVisible(bool(problem))

    def show_value(self, value: Optional[float], said: str) -> None:
        """The indicator as it was reckoned, and what was counted."""
        if value is not None:
            self.value.setText(typed(round(value, 1)))
        self.say_value(said)

    def say_value(self, said: str) -> None:
        self.about_value.setText(said)
        self.about_value.setVisible(bool(said))

    def _outcome_chosen(self, *_: object) -> None:
        off = self.outcome.currentData() == "cancelled"
        self.cancelled.setVisible(off)
        label = self.form.labelForField(self.cancelled)
        if label is not None:
            label.setVisible(off)


def months_since(start: Optional[date], day: date) -> int:
    """Whole months from a start to a day, at least 1 and at most 12."""
    if start is None:
        return 12
    months = 1
    while months < 12 and add_months(start, months + 1) <= day:
        months += 1
    return months


def _line(parent: QWidget, most: int, name: str) -> QLineEdit:
    line = QLineEdit(parent)
    line.setMaxLength(most)
    line.setAccessibleName(name)
    return line


def _fill(combo: QComboBox, options: Any) -> None:
    combo.blockSignals(True)
    combo.clear()
    for key, label in options:
        combo.addItem(label, key)
    combo.setCurrentIndex(0)
    combo.blockSignals(False)
    combo.currentIndexChanged.emit(0)
