"""The panel of the law: what lag (2023:196) asks and where the municipality stands today."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Optional

from qgis.core import QgsApplication
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ....domain.acts import Need
from ....i18n import fill, tr
from ...panel import PanelPage
from ..parts.choices import label_of
from ..parts.eliding_button import ElidingButton
from ..parts.links import open_file
from ..parts.new_record import layer_of, new_record
from ..parts.record_form import open_record
from ..parts.status_icon import status_icon
from ..parts.wrapped import Wrapped
from .row import LawRow

if TYPE_CHECKING:
    from ....data.casework.law import (
        AgreementRow,
        DocumentRow,
        Evidence,
        LawStatement,
        MeetingRow,
    )
    from ....domain.acts import Needs
    from ....domain.law import Remedy
    from ...shell import Shell

#: The algorithm that prints the statement; the button is there when it is.
STATEMENT = "trygg:lawstatement"


class LawPage(PanelPage):
    """A row for each demand, and below them the documents, agreements and meetings in full."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.statement: Optional[LawStatement] = None
        self.rows: List[LawRow] = []
        self.form: Optional[QWidget] = None
        layout = QVBoxLayout(self)
        head = QHBoxLayout()
        self.worst = QLabel(self)
        head.addWidget(self.worst)
        self.headline = Wrapped("", self)
        font = self.headline.font()
        font.setBold(True)
        self.headline.setFont(font)
        head.addWidget(self.headline, 1)
        layout.addLayout(head)
        layout.addWidget(Wrapped(
            tr("Act on municipalities' responsibility for crime prevention (2023:196)."), self))
        self.print = QPushButton(tr("One-page statement…"), self)
        self.print.setToolTip(tr("The statement as a document to attach to a decision"))
        self.print.clicked.connect(lambda _checked=False: self.print_statement())
        layout.addWidget(self.print)
        self.list = QVBoxLayout()
        self.list.setSpacing(4)
        layout.addLayout(self.list)
        self.boxes: Dict[str, QgsCollapsibleGroupBox] = {}
        for key, title in (
            ("documents", tr("Documents")),
            ("agreements", tr("Agreements")),
            ("meetings", tr("Meetings of the council")),
            ("coordination", tr("Coordinating function")),
        ):
            box = QgsCollapsibleGroupBox(title, self)
            QVBoxLayout(box)
            self.boxes[key] = box
            layout.addWidget(box)
        layout.addStretch(1)

    # --- the frame

    def closed(self) -> None:
        self._clear()
        self.statement = None

    def refresh(self) -> None:
        from ....data.casework.law import law_statement

        self.statement = law_statement(self.workspace, date.today())
        self._show(self.statement)

    # --- actions

    def open_evidence(self, evidence: Evidence) -> None:
        """The record that shows how a demand is met, in its own form."""
        self.open_record(evidence.record, evidence.uuid, evidence.title)

    def open_record(self, table: str, uuid: str, title: str) -> None:
        layer = layer_of(self.shell, table)
        if layer is None:
            return
        # a form is read from the layer; what others have written since must be in it
        layer.dataProvider().reloadData()
        self.form = open_record(self.shell, layer, self.workspace.get(table, uuid), title)

    def mend(self, remedy: Remedy) -> None:
        """What mends a demand: the record that it is about, or a new one to fill in."""
        if remedy.record == "edition":
            self._publish()
            return
        if remedy.uuid is not None:
            record = self.workspace.get(remedy.record, remedy.uuid)
            name = record.values.get("title") or record.values.get("name") or ""
            self.open_record(remedy.record, remedy.uuid, str(name))
            return
        values = {**remedy.values, **self._suggested(remedy)}
        self.form = new_record(self.shell, remedy.record, values, tr(remedy.label))

    def print_statement(self) -> None:
        """Open the algorithm that makes the document."""
        from processing import execAlgorithmDialog

        execAlgorithmDialog(STATEMENT, {})

    # --- inside

    def _publish(self) -> None:
        action = self.shell.action("Publish")
        if action is not None:
            action.trigger()
            return
        self.shell.messages.info(
            tr("A public edition is made with “Publish” in the menu Trygg or in the toolbox.")
        )

    def _suggested(self, remedy: Remedy) -> Mapping[str, Any]:
        """What a new record may say before anybody has written in it."""
        today = date.today()
        if remedy.record == "agreement":
            return {"valid_from": today.isoformat()}
        if remedy.record != "document":
            return {}
        kind = str(remedy.values.get("kind", ""))
        label = label_of(self.workspace, "document_kind", kind, self.shell.current.language)
        values: Dict[str, Any] = {"title": f"{label} {today.year}"}
        if kind == "action_plan" and self.statement is not None:
            pictures = [
                row for row in self.statement.documents
                if row.kind == "situation_picture" and row.clock is not None
            ]  # fmt: skip
            if pictures:
                values["based_on"] = pictures[0].uuid
        return values

    def _show(self, statement: LawStatement) -> None:
        self._clear()
        wanting = [row for row in statement.rows if row.standing.status != "met"]
        self.headline.setText(
            tr("All {count} demands are met.").format(count=len(statement.rows))
            if not wanting
            else tr("{wanting} of {count} demands need something done.").format(
                wanting=len(wanting), count=len(statement.rows)
            )
        )
        size = self.fontMetrics().height() * 2
        self.worst.setPixmap(status_icon(statement.worst).pixmap(size, size))
        known = QgsApplication.processingRegistry().algorithmById(STATEMENT)
        self.print.setVisible(known is not None)
        for row in statement.rows:
            shown = LawRow(row, self.open_evidence, self._follow, self.mend, self)
            if row.remedy is not None and shown.mend is not None:
                self.rights.hold(_needs_of(row.remedy), shown.mend)
            self.rows.append(shown)
            self.list.addWidget(shown)
        for document in statement.documents:
            self._add("documents", "document", document.uuid, document.title,
                      self._document(document), document.file)
        for agreement in statement.agreements:
            self._add("agreements", "agreement", agreement.uuid, agreement.title,
                      self._agreement(agreement), agreement.file)
        for meeting in statement.meetings:
            self._add("meetings", "meeting", meeting.uuid, meeting.title,
                      self._meeting(meeting), meeting.file)
        for name, function in statement.coordination:
            self.boxes["coordination"].layout().addWidget(
                Wrapped(", ".join(part for part in (name, function) if part), self)
            )
        for key, box in self.boxes.items():
            box.setVisible(box.layout().count() > 0)
            box.setAccessibleName(f"{box.title()}: {box.layout().count()} ({key})")

    def _add(
        self, key: str, table: str, uuid: str, title: str, text: str, file: Optional[str]
    ) -> None:
        box = self.boxes[key]
        holder = QWidget(box)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.setSpacing(2)
        button = ElidingButton(title, holder)
        button.setAutoRaise(True)
        font = button.font()
        font.setBold(True)
        button.setFont(font)
        button.setAccessibleName(tr("Open “{title}”").format(title=title))
        button.clicked.connect(lambda _checked=False: self.open_record(table, uuid, title))
        layout.addWidget(button)
        layout.addWidget(Wrapped(text, holder))
        if file:
            follow = QPushButton(tr("Open the file"), holder)
            follow.setAccessibleName(tr("Open the file of “{title}”").format(title=title))
            follow.clicked.connect(lambda _checked=False: self._follow(file))
            layout.addWidget(follow)
        box.layout().addWidget(holder)

    def _document(self, row: DocumentRow) -> str:
        language = self.shell.current.language
        parts = [
            label_of(self.workspace, "document_kind", row.kind, language)
            + f" – {label_of(self.workspace, 'document_state', row.status, language)}."
        ]
        if row.decided is not None:
            parts.append(fill(tr("Decided on {date} by {body}, {number}."), date=row.decided,
                              body=row.body or "–", number=row.number or "–"))
        if row.clock is not None and row.clock.days_left < 0:
            parts.append(fill(tr("Should have been followed up by {date}."),
                              date=row.clock.due_date))
        elif row.clock is not None:
            parts.append(fill(tr("To be followed up by {date}; {months} whole months are left."),
                              date=row.clock.due_date, months=row.clock.months_left))
        return " ".join(parts)

    def _agreement(self, row: AgreementRow) -> str:
        parts = []
        if not row.in_force:
            parts.append(tr("Not in force."))
        if row.parties:
            parts.append(fill(tr("With {parties}."), parties=", ".join(row.parties)))
        parts.append(fill(tr("Purposes: {text}"), text=_short(row.purposes)))
        parts.append(fill(tr("Areas: {text}"), text=_short(row.areas)))
        if row.next_review is not None:
            said = tr("The review was due on {date}.") if row.late else tr("Next review {date}.")
            parts.append(fill(said, date=row.next_review))
        return " ".join(parts)

    def _meeting(self, row: MeetingRow) -> str:
        approved = (
            tr("The minutes are not approved yet.") if row.approved is None
            else fill(tr("The minutes were approved on {date}."), date=row.approved)
        )  # fmt: skip
        parts = [str(row.date or "–") + ".", approved]
        if row.decisions:
            parts.append(fill(tr("Decisions: {count}."), count=row.decisions))
        return " ".join(parts)

    def _follow(self, file: str) -> None:
        open_file(self.shell, file)

    def _clear(self) -> None:
        for row in self.rows:
            self.list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for box in self.boxes.values():
            layout = box.layout()
            while layout.count():
                widget = layout.takeAt(0).widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()


def _needs_of(remedy: Remedy) -> Needs:
    return (Need(remedy.record, "insert" if remedy.uuid is None else "update"),)


def _short(text: str, most: int = 160) -> str:
    """A text on one line, with the full stop that a sentence needs."""
    said = " ".join(text.split())
    if len(said) > most:
        return said[: most - 1] + "…"
    return said if said.endswith(".") else said + "."
