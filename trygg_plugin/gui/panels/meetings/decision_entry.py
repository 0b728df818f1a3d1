"""A decision entered without the mouse: what, who, until when, about what – and Enter."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Callable, List, Optional, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from ....i18n import tr
from ...form_parts import choice, note, searched, shrink
from ..parts.choices import NOTHING, Option

if TYPE_CHECKING:
    from ....data.workspace import Workspace

_MEASURE = "measure:"
_PROBLEM = "problem:"


class DecisionEntry(QWidget):
    """``store`` takes the fields (see :meth:`values`) and gives a sentence when it refuses."""

    def __init__(self, parent: QWidget, store: Callable[..., str]) -> None:
        super().__init__(parent)
        self._store = store
        self.text = QLineEdit(self)
        self.text.setMaxLength(2000)
        self.text.setMinimumWidth(100)
        self.text.setPlaceholderText(tr("What was decided (Ctrl+D)"))
        self.about = choice([NOTHING], "", self, tr("About"))
        self.owner = choice([NOTHING], "", self, tr("Who"))
        for combo in (self.about, self.owner):
            searched(combo)
            shrink(combo)
            # with large letters what was decided needs the room more
            combo.setMinimumContentsLength(6)
        self.deadline = QLineEdit(self)
        self.deadline.setPlaceholderText(tr("2026-05-01, 1/5 or +14"))
        self.deadline.setToolTip(
            tr("A date, a day and a month, or a number of days or weeks from now (+14, +2v)."))
        self.button = QPushButton(tr("Record (Enter)"), self)
        self.button.clicked.connect(self.record)
        self.told = note("", self)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for column, (label, widget, stretch) in enumerate((
            (tr("Decision"), self.text, 5), (tr("About"), self.about, 3),
            (tr("Who"), self.owner, 3), (tr("Deadline"), self.deadline, 2),
        )):  # fmt: skip
            name = QLabel(label, self)
            name.setBuddy(widget)
            widget.setAccessibleName(label)
            layout.addWidget(name, 0, column)
            layout.addWidget(widget, 1, column)
            layout.setColumnStretch(column, stretch)
        layout.addWidget(self.button, 1, 4)
        layout.addWidget(self.told, 2, 0, 1, 5)
        for line in (self.text, self.deadline):
            line.returnPressed.connect(self.record)
        for combo in (self.about, self.owner):
            combo.lineEdit().returnPressed.connect(self.record)
            combo.currentIndexChanged.connect(self._tell)
        self._tell()

    def offer(self, about: List[Option], owners: List[Option]) -> None:
        """What a decision may be about and who may answer for it; what is chosen stays."""
        for combo, options in ((self.about, about), (self.owner, owners)):
            kept = combo.currentData()
            combo.blockSignals(True)
            combo.clear()
            for key, label in (NOTHING, *options):
                combo.addItem(label, key)
            combo.setCurrentIndex(max(0, combo.findData(kept)))
            combo.blockSignals(False)
        self._tell()

    def choose_problem(self, uuid: str) -> None:
        """Let the decision be about a problem."""
        self.about.setCurrentIndex(max(0, self.about.findData(_PROBLEM + uuid)))

    def record(self) -> None:
        """Store what is entered; the entry is empty afterwards, or says what is missing."""
        try:
            day = day_of(self.deadline.text(), date.today())
        except ValueError:
            self.say(tr("The deadline is not a date. Write it as 2026-05-01, 1/5 or +14."))
            self.deadline.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        about = self._key(self.about)
        refused = self._store(
            text=self.text.text(),
            organisation=self._key(self.owner) or None,
            deadline=day,
            problem=about[len(_PROBLEM) :] if about.startswith(_PROBLEM) else None,
            measure=about[len(_MEASURE) :] if about.startswith(_MEASURE) else None,
        )
        if refused:
            self.say(refused)
            return
        self.text.clear()
        self.deadline.clear()
        self.about.setCurrentIndex(0)
        self.owner.setCurrentIndex(0)
        self._tell()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, *_: object) -> None:
        """What Enter will do with what is chosen."""
        about, owner = self._key(self.about), self._key(self.owner)
        if about.startswith(_MEASURE):
            self.say(tr("The measure is decided by this."))
        elif about and owner:
            self.say(tr("A measure is made of this, with the one responsible and the deadline."))
        elif about:
            self.say(tr("Choose who is responsible to make a measure of it."))
        else:
            self.say(tr("Choose a problem and who is responsible to make a measure of it."))

    def say(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setAccessibleName(sentence)

    @staticmethod
    def _key(combo: QComboBox) -> str:
        """The chosen entry: what is typed but not chosen counts when it is one entry's label."""
        index = combo.findText(combo.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        if index < 0 and combo.currentText().strip():
            index = combo.findText(combo.currentText().strip(), Qt.MatchFlag.MatchContains)
        return str(combo.itemData(index if index >= 0 else combo.currentIndex()) or "")


def about_options(workspace: Workspace) -> List[Option]:
    """Open problems by priority, then measures that are proposed or going on."""
    from ....data.casework.problems import SOLVED, in_order

    # numbered as in the table and on the map, where the solved ones keep their numbers
    known = in_order([
        {**row.values, "uuid": row.uuid} for row in workspace.rows("problem")])
    found = [
        (f"{_PROBLEM}{row['uuid']}", f"{number}. {row['title']}")
        for number, row in enumerate(known, 1) if row["status"] not in SOLVED
    ]
    rows = workspace.query(
        "SELECT uuid, title FROM measure WHERE deleted_at IS NULL AND status IN ({p}, {p}, {p}) "
        "ORDER BY title, uuid",
        ["proposed", "decided", "ongoing"],
    )
    word = tr("Measure: {title}")
    found += [(_MEASURE + str(r["uuid"]), word.format(title=r["title"])) for r in rows]
    return found


def day_of(text: str, today: date) -> Optional[date]:
    """A day as people write it: 2026-05-01, 1/5, 1/5 2026, +14 (days) or +2v (weeks).

    A day and month that have passed mean next year. ValueError for anything else.
    """
    text = text.strip().lower()
    if not text:
        return None
    ahead = re.fullmatch(r"\+\s*(\d{1,4})\s*([vw]?)", text)
    if ahead:
        return today + timedelta(days=int(ahead[1]) * (7 if ahead[2] else 1))
    parts: Tuple[Optional[str], ...]
    short = re.fullmatch(r"(\d{1,2})/(\d{1,2})(?:[ /](\d{4}))?", text)
    if short:
        parts = short.groups()
        day = date(int(parts[2] or today.year), int(str(parts[1])), int(str(parts[0])))
        if parts[2] is None and day < today:
            day = date(today.year + 1, day.month, day.day)
        return day
    return date.fromisoformat(text)
