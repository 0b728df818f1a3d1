"""Feedback: whom an answer is owed, what it says, and closing the loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional, Tuple
from urllib.parse import quote

from qgis.PyQt.QtCore import QSignalBlocker, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ....i18n import tr
from ...form_parts import note, shrink
from ...help import help_button
from ...map_selection import MapSelection
from ...panel import PanelPage
from ...record_table import Question, RecordList, RecordTable, Row, TableColumn
from ...written import count, number
from ..parts.asking import Asking
from ..parts.doing import Doing, user_name

if TYPE_CHECKING:
    from ....data.casework.feedback import Counted
    from ....data.casework.words import Words
    from ...shell import Shell

#: Incidents that one message tells of; more is no message that anyone reads.
MOST = 50
#: A mail program takes no longer address than this from its caller.
_LONGEST_LINK = 2000
#: Letters that the panel must be wide for a column of organisations.
_NARROW = 46
_WAITING, _UNREAD = "waiting", "unread"


class FeedbackPage(PanelPage):
    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._words: Optional[Words] = None
        self._addresses: List[str] = []
        self._subject = ""
        self._doing = Doing(shell)
        self._asking = Asking()
        self._map = MapSelection(shell.iface, shell.current, "incident", self)
        self.kind = self._choice(tr("Which incidents"))
        self.kind.addItem(tr("Waiting for feedback"), _WAITING)
        self.kind.addItem(tr("Unread by the reporter"), _UNREAD)
        self.organisation = self._choice(tr("Organisation that reported"))
        self.kind.currentIndexChanged.connect(lambda _index: self._ask_anew())
        self.organisation.activated.connect(lambda _index: self._ask_anew())
        self.count = note("", self)
        self.table = RecordTable(
            [TableColumn(tr("Incident"), self._name, tip=self._whole),
             TableColumn(tr("State"), self._state),
             TableColumn(tr("Days"), self._days, right=True,
                         tip=lambda row: tr("Days since the incident was reported")),
             TableColumn(tr("Organisation"), lambda row: str(row["organisation"] or "–"))],
            self,
        )  # fmt: skip
        self.table.failed.connect(shell.messages.error)
        self.list = RecordList(self.table, tr("Incidents to give feedback on"), self)
        header, letter = self.list.horizontalHeader(), self.fontMetrics().horizontalAdvance("0")
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(4 * letter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, letters in ((1, 8), (2, 6), (3, 14)):
            header.resizeSection(column, letters * letter)
        self.list.chosen.connect(self._chosen)
        layout = QVBoxLayout(self)
        first = QHBoxLayout()
        first.addWidget(self.kind, 1)
        first.addWidget(help_button("aterkoppling", self))
        layout.addLayout(first)
        for widget in (self.organisation, self.count):
            layout.addWidget(widget)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.list)
        split.addWidget(self._make_message())
        split.setChildrenCollapsible(False)
        layout.addWidget(split, 1)
        self.rights.hold("incident.feed_back", self.sent)
        self.rights.hold("incident.read", self.read)
        self._chosen([])

    def _make_message(self) -> QWidget:
        box = QWidget(self)
        self.text = QPlainTextEdit(box)
        self.text.setAccessibleName(tr("What the reporter is told"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(80)
        label = QLabel(tr("&What the reporter is told (can be edited):"), box)
        label.setWordWrap(True)
        label.setBuddy(self.text)
        self.sent = QPushButton(tr("Mark as &fed back"), box)
        self.read = QPushButton(tr("Mark as &read"), box)
        self.copy = QPushButton(tr("&Copy text"), box)
        self.mail = QPushButton(tr("&E-mail…"), box)
        self.sent.clicked.connect(lambda _checked=False: self._mark_fed_back())
        self.read.clicked.connect(lambda _checked=False: self._mark_read())
        self.copy.clicked.connect(lambda _checked=False: self._copy())
        self.mail.clicked.connect(lambda _checked=False: self._mail())
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label)
        layout.addWidget(self.text, 1)
        for buttons in ((self.copy, self.mail), (self.sent,), (self.read,)):
            row = QHBoxLayout()
            for button in buttons:
                button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
                row.addWidget(button)
            layout.addLayout(row)
        return box

    # --- the frame

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a narrow panel the organisation makes room: it can be chosen above, and stands in the
        tip."""
        super().resizeEvent(event)
        letter = self.fontMetrics().horizontalAdvance("0")
        self.list.setColumnHidden(3, self.width() < _NARROW * letter)

    def opened(self) -> None:
        from ....data.casework.words import Words

        self._words = Words(self.workspace, self.shell.current.language)
        self._doing.forget()
        self.organisation.clear()
        self.table.clear()

    def closed(self) -> None:
        self._asking.stop()
        self._words = None
        self._doing.forget()
        self.table.clear()
        self._chosen([])

    def unload(self) -> None:
        self._asking.stop()
        self._map.unload()

    def refresh(self) -> None:
        """Read away from the window; what is shown stays until there is an answer."""
        if self.shell.current.workspace is None:
            return
        from ....data.casework.feedback import organisations

        workspace, question = self.workspace, self._question()
        kind, organisation = self._asked()

        def read() -> Tuple[List[Counted], List[Row]]:
            with workspace.reading():
                return organisations(workspace, kind), question.read(workspace)

        def told(found: Any, problem: str) -> None:
            if self.shell.current.workspace is not workspace:
                return
            if found is None:
                self.count.setText(problem)
                self.shell.messages.warning(problem, (tr("Try again"), self.refresh))
            elif organisation and organisation not in map(_key, found[0]):
                self._fill_organisations(found[0])
                self.refresh()  # it has nothing on the list any more: all the others then
            else:
                self._fill_organisations(found[0])
                self._show(question, found[0], found[1])

        self._asking.ask(tr("Listing what waits for feedback"), read, told)

    # --- the list

    def _asked(self) -> Tuple[str, str]:
        """The list and the organisation that are chosen."""
        return str(self.kind.currentData()), str(self.organisation.currentData() or "")

    def _question(self) -> Question:
        from ....data.casework.feedback import COLUMNS, COUNTED, KEY, ORDER, TABLES, asked

        conditions = asked(*self._asked())
        return Question(
            columns=COLUMNS, tables=TABLES, where=conditions.where, order=ORDER,
            parameters=conditions.parameters, counted=COUNTED, key=KEY,
        )  # fmt: skip

    def _ask_anew(self) -> None:
        """Another list is wanted: what is shown does not belong to it."""
        if self.shell.current.workspace is None:
            return
        self.table.clear()
        self._chosen([])
        self.count.setText(tr("Counting…"))
        self.refresh()

    def _fill_organisations(self, counted: List[Counted]) -> None:
        kept = self._asked()[1]
        self.organisation.clear()
        total = sum(one.count for one in counted)
        self.organisation.addItem(tr("All organisations ({count})").format(count=count(total)), "")
        for one in counted:
            name = one.name or tr("No organisation named")
            self.organisation.addItem(f"{name} ({count(one.count)})", _key(one))
        self.organisation.setCurrentIndex(max(0, self.organisation.findData(kept)))

    def _show(self, question: Question, counted: List[Counted], first: List[Row]) -> None:
        """Show what was read; what was chosen stays so, and what is being written about it."""
        kind, organisation = self._asked()
        found = sum(one.count for one in counted if organisation in ("", _key(one)))
        kept, near = self.list.uuids(), self.list.currentIndex().row()
        with QSignalBlocker(self.list):
            self.table.show(self.workspace, question, found, first)
            rows = [self.table.find(uuid, max(near, 0)) for uuid in kept]
            self.list.choose_rows([row for row in rows if row >= 0])
        if found:
            self.count.setText(
                tr("Incidents: {count}; days since the oldest was reported: {days}.").format(
                    count=count(found), days=self._days(self.table.record(0) or {}))
            )
        elif kind == _WAITING:
            self.count.setText(tr("No reporter waits for feedback."))
        else:
            self.count.setText(tr("The reporters have read everything."))
        left = self.list.uuids()
        if left != kept or not left:
            self._chosen(left)

    def _name(self, row: Row) -> str:
        if self._words is None:
            return ""
        return str(row["place_name"] or self._words.text("incident", "category", row["category"]))

    def _whole(self, row: Row) -> str:
        """All that the row says: in a narrow panel some of it has no room."""
        said = (self._name(row), self._state(row), str(row["organisation"] or ""))
        return "\n".join(one for one in said if one)

    def _state(self, row: Row) -> str:
        return "" if self._words is None else self._words.text("incident", "status", row["status"])

    @staticmethod
    def _days(row: Row) -> str:
        from ....data.casework.feedback import days_waited

        days = days_waited(row.get("reported_at"))
        return "" if days is None else number(days)

    # --- the message

    def _chosen(self, uuids: List[str]) -> None:
        several = uuids[:MOST]
        self._addresses, self._subject, text = [], "", ""
        if several and self.shell.current.workspace is not None:
            from ....data.casework.feedback import addresses, outcomes
            from ....data.errors import DataError
            from ....domain.feedback import message

            language = self.shell.current.language
            try:
                with self.workspace.reading():
                    told = outcomes(self.workspace, several, language)
                    self._addresses = [
                        one for one in addresses(self.workspace, several) if "@" in one
                    ]
            except DataError as error:
                self.shell.messages.error(error)
                return
            self._subject, text = message(told, self.workspace.municipality_name, language)
            self._map.select(uuids)
        self.text.setPlainText(text)
        some = bool(uuids)
        for button in (self.sent, self.read, self.copy):
            button.setEnabled(some)
        self.sent.setVisible(self.kind.currentData() == _WAITING)
        self.mail.setEnabled(bool(self._addresses))
        self.mail.setToolTip(
            ", ".join(self._addresses) if self._addresses
            else tr("No address for feedback was given with the chosen incidents.")
        )  # fmt: skip

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.shell.messages.info(
            tr("The text is copied. Mark the incidents as fed back when you have sent it.")
        )

    def mail_link(self) -> QUrl:
        """The message for the user's own mail program."""
        link = (
            f"mailto:{quote(','.join(self._addresses), safe='@,')}"
            f"?subject={quote(self._subject)}&body="
        )
        body = quote(self.text.toPlainText().replace("\n", "\r\n"))
        if len(link) + len(body) > _LONGEST_LINK:
            self._copy()
            body = quote(tr("(Paste the copied text here.)"))
        return QUrl(link + body, QUrl.ParsingMode.StrictMode)

    def _mail(self) -> None:
        if not QDesktopServices.openUrl(self.mail_link()):
            self.shell.messages.warning(
                tr("No mail program could be started. Copy the text instead.")
            )

    # --- closing the loop

    def _mark_fed_back(self) -> None:
        from ....data.casework.feedback import mark_fed_back

        uuids = self.list.uuids()
        self._doing.do(
            lambda: mark_fed_back(self.workspace, uuids, user=user_name()),
            tr("The incident is marked as fed back.") if len(uuids) == 1
            else tr("{count} incidents are marked as fed back.").format(count=len(uuids)),
        )

    def _mark_read(self) -> None:
        from ....data.casework.feedback import mark_read

        uuids = self.list.uuids()
        self._doing.do(
            lambda: mark_read(self.workspace, uuids, user=user_name()),
            tr("The incident is marked as read.") if len(uuids) == 1
            else tr("{count} incidents are marked as read.").format(count=len(uuids)),
        )

    def _choice(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        shrink(combo)
        return combo


def _key(one: Counted) -> str:
    """An organisation as the list is asked for it."""
    from ....data.casework.feedback import NOBODY

    return one.uuid or NOBODY
