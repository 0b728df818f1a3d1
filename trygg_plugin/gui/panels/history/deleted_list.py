"""The deleted records of one record type, with search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ....i18n import tr
from ...form_parts import choice, note
from ...record_table import Question, RecordList, RecordTable, Row, TableColumn
from .words import when_text

if TYPE_CHECKING:
    from ....data.casework.words import Words
    from ....data.workspace import Workspace

#: Time for several key presses to become one search (ms).
_PAUSE = 300


class DeletedList(QWidget):
    """Asks for nothing before it is shown a workspace."""

    #: table and uuid of the record whose history is wanted, or which is to come back
    history_wanted = pyqtSignal(str, str)
    restore_wanted = pyqtSignal(str, str)
    failed = pyqtSignal(object)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._workspace: Optional[Workspace] = None
        self._words: Optional[Words] = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.refresh)
        self.kind = choice((), "", self, tr("Record type"))
        self.kind.currentIndexChanged.connect(lambda _index: self._timer.start(0))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search by name or by who deleted it"))
        self.search.setAccessibleName(tr("Search deleted records"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.table = RecordTable(
            [TableColumn(tr("Record"), self._name),
             TableColumn(tr("Deleted"), self._when),
             TableColumn(tr("By"), lambda row: str(row["changed_by"] or tr("unknown")))],
            self,
        )  # fmt: skip
        self.table.failed.connect(self.failed)
        self.list = RecordList(self.table, tr("Deleted records"), self)
        self.list.setSelectionMode(RecordList.SelectionMode.SingleSelection)
        for column, width in enumerate((130, 100)):
            self.list.horizontalHeader().resizeSection(column, width)
        self.list.chosen.connect(self._chosen)
        self.list.activated.connect(lambda _index: self._ask(self.history_wanted))
        self.empty = note(tr("No deleted records of this kind."), self)
        self.restore = QPushButton(tr("Restore…"), self)
        self.history = QPushButton(tr("Show history"), self)
        self.restore.clicked.connect(lambda _checked=False: self._ask(self.restore_wanted))
        self.history.clicked.connect(lambda _checked=False: self._ask(self.history_wanted))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        for widget in (self.kind, self.search, self.empty, self.list):
            layout.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.restore)
        buttons.addWidget(self.history)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        self._chosen([])

    @property
    def record_type(self) -> str:
        """The table whose deleted records are listed."""
        return str(self.kind.currentData() or "")

    def open(self, workspace: Optional[Workspace], language: str) -> None:
        """Another workspace, or none, is open now."""
        self._workspace = workspace
        self.table.clear()
        self.kind.blockSignals(True)
        self.kind.clear()
        if workspace is not None:
            from ....data.casework.words import Words

            self._words = Words(workspace, language)
            for key, record in workspace.standard.records.items():
                self.kind.addItem(record.label_plural[language], key)
        self.kind.blockSignals(False)

    def refresh(self) -> None:
        """Ask again; nothing while no workspace is open."""
        if self._workspace is None or self._words is None or not self.record_type:
            return
        from ....data.casework.versions import deleted_question
        from ....data.errors import DataError
        from ....data.sql_text import names

        where, parameters, columns = deleted_question(
            self._words, self.record_type, self.search.text()
        )
        listed = dict.fromkeys(["uuid", *columns, "deleted_at", "changed_by"])
        try:
            self.table.ask(self._workspace, Question(
                columns=names(listed), tables=f'"{self.record_type}"', where=where,
                order="deleted_at DESC, uuid", parameters=parameters,
            ))  # fmt: skip
        except DataError as error:
            self.failed.emit(error)
            return
        found = self.table.rowCount() > 0
        self.empty.setVisible(not found)
        self.list.setVisible(found)
        self._chosen(self.list.uuids())

    def _name(self, row: Row) -> str:
        if self._words is None:
            return ""
        said = self._words.name_from(self.record_type, row)
        return said or str(row["uuid"])[:8]

    @staticmethod
    def _when(row: Row) -> str:
        from ....data.schema import Column
        from ....data.values import from_stored

        at = from_stored(row["deleted_at"], Column("deleted_at", "stamp"))
        return when_text(at) if at is not None else ""

    def _chosen(self, uuids: list) -> None:
        for button in (self.restore, self.history):
            button.setEnabled(bool(uuids))

    def _ask(self, signal: object) -> None:
        chosen = self.list.uuids()
        if chosen:
            signal.emit(self.record_type, chosen[0])  # type: ignore[attr-defined]
