"""Cause analysis of a problem: the fishbone, and the numbered causes under Brå's three bones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QShortcut,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....i18n import tr
from ...form_parts import choice
from ...personal_data_notes import PersonalDataNote
from ...save_dialog import SaveDialog
from ..parts.choices import NOTHING, codes, label_of
from ..parts.doing import user_name
from ..parts.picture import Picture
from ..parts.wrapped import Wrapped

if TYPE_CHECKING:
    from ....data.records import Record
    from .page import ProblemsPage

_ROLE = Qt.ItemDataRole.UserRole


class CausesTab(QWidget):
    """The picture follows the list, and the list follows the workspace."""

    def __init__(self, page: ProblemsPage) -> None:
        super().__init__(page)
        self.page = page
        self._problem: Optional[Record] = None
        self.records: List[Record] = []
        self._dialog: Optional[CauseDialog] = None
        layout = QVBoxLayout(self)
        self.add = QPushButton(tr("Add cause"), self)
        self.add.clicked.connect(lambda _checked=False: self.add_cause())
        layout.addWidget(self.add)
        self.fish = Picture(self)
        layout.addWidget(self.fish)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Causes"))
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(lambda _item: self.change_cause())
        self.list.currentRowChanged.connect(lambda _row: self._enable())
        layout.addWidget(self.list, 1)
        row = QHBoxLayout()
        self.change, self.remove = QToolButton(self), QToolButton(self)
        self.up, self.down = QToolButton(self), QToolButton(self)
        for button, text, drawing, slot in (
            (self.change, tr("Change (Enter)"), "mActionToggleEditing.svg", self.change_cause),
            (self.remove, tr("Remove (Delete)"), "mActionDeleteSelected.svg", self.remove_cause),
            (self.up, tr("Move up (Alt+Up)"), "mActionArrowUp.svg", lambda: self.move(-1)),
            (self.down, tr("Move down (Alt+Down)"), "mActionArrowDown.svg", lambda: self.move(1)),
        ):
            button.setIcon(QgsApplication.getThemeIcon(drawing))
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            row.addWidget(button)
        row.addStretch(1)
        layout.addLayout(row)
        for keys, slot in (
            ("Del", self.remove_cause),
            ("Alt+Up", lambda: self.move(-1)),
            ("Alt+Down", lambda: self.move(1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)

    def show_problem(self, problem: Record) -> None:
        from ....data.casework.causes import causes_of

        kept = self.chosen()
        self._problem = problem
        self.records = causes_of(self.page.workspace, problem.uuid)
        language = self.page.shell.current.language
        self.list.clear()
        for record in self.records:
            bone = label_of(self.page.workspace, "cause_kind", record["kind"], language)
            item = QListWidgetItem(f"{record['number']} {record['title']} – {bone}", self.list)
            item.setData(_ROLE, record.uuid)
            item.setToolTip("\n".join(
                str(record[key]) for key in ("title", "description", "evidence") if record[key]
            ))  # fmt: skip
            if kept is not None and record.uuid == kept.uuid:
                self.list.setCurrentItem(item)
        rows = max(2, min(6, self.list.count()))
        self.list.setMinimumHeight(rows * (self.fontMetrics().height() + 6))
        self.list.setVisible(bool(self.records))
        self._draw(problem)
        self._enable()

    def chosen(self) -> Optional[Record]:
        """The cause that the list stands on."""
        row = self.list.currentRow()
        return self.records[row] if 0 <= row < len(self.records) else None

    # --- actions

    def add_cause(self) -> None:
        self._open(None)

    def change_cause(self) -> None:
        if self.chosen() is not None:
            self._open(self.chosen())

    def remove_cause(self) -> None:
        from ....data.casework.causes import remove_cause

        cause = self.chosen()
        if cause is not None:
            self._do(
                lambda: remove_cause(self.page.workspace, cause.uuid, user=user_name()),
                tr("Cause {number} was removed.").format(number=cause["number"]),
            )

    def move(self, places: int) -> None:
        """Move the chosen cause; all are numbered anew."""
        from ....data.casework.causes import renumber

        cause, problem = self.chosen(), self._problem
        if cause is None or problem is None:
            return
        order = [record.uuid for record in self.records]
        at = order.index(cause.uuid)
        order.insert(min(max(at + places, 0), len(order) - 1), order.pop(at))
        self._do(
            lambda: renumber(self.page.workspace, problem.uuid, order, user=user_name()), ""
        )

    # --- inside

    def _open(self, cause: Optional[Record]) -> None:
        if self._problem is None:
            return
        dialog = CauseDialog(self, self._problem, cause, self.records)
        dialog.finished.connect(lambda _result: self._again())
        self._dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _do(self, action: Any, done: str) -> None:
        if self.page.doing.do(action, done):
            self._again()

    def _again(self) -> None:
        if self._problem is not None and self.page.shell.current.workspace is not None:
            self.show_problem(self._problem)

    def _enable(self) -> None:
        chosen = self.chosen() is not None
        for button in (self.change, self.remove, self.up, self.down):
            button.setEnabled(chosen)
            button.setVisible(bool(self.records))

    def _draw(self, problem: Record) -> None:
        from ....reports.cause_picture import bones_of
        from ....reports.charts import fishbone, fishbone_text

        language = self.page.shell.current.language
        bones = bones_of(self.page.workspace.standard, self.records, language)
        title = str(problem["title"])
        self.fish.show_drawing(
            lambda width: fishbone(title, bones, language, width=width),
            fishbone_text(title, bones, language),
        )


class CauseDialog(SaveDialog):
    """One cause: its bone, what it is, and what shows it."""

    def __init__(
        self, tab: CausesTab, problem: Record, cause: Optional[Record], others: Sequence[Record]
    ) -> None:
        super().__init__(
            tab, tr("New cause") if cause is None
            else tr("Cause {number}").format(number=cause["number"])
        )  # fmt: skip
        self._tab, self._problem, self._cause = tab, problem, cause
        workspace, language = tab.page.workspace, tab.page.shell.current.language
        record = workspace.standard.records["cause"]
        known: Dict[str, Any] = {} if cause is None else cause.values
        self.kind = choice(
            codes(workspace, "cause_kind", language, str(known.get("kind") or "")),
            str(known.get("kind") or ""), self, "",
        )  # fmt: skip
        self.title = QLineEdit(str(known.get("title") or ""), self)
        self.title.setMaxLength(record.field("title").max_length or 200)
        self.description, self.evidence = QPlainTextEdit(self), QPlainTextEdit(self)
        self.behind = choice(
            [NOTHING, *((other.uuid, f"{other['number']} {other['title']}") for other in others
                        if cause is None or other.uuid != cause.uuid)],
            str(known.get("behind") or ""), self, "",
        )  # fmt: skip
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for key, widget in (
            ("kind", self.kind), ("title", self.title), ("description", self.description),
            ("evidence", self.evidence), ("behind", self.behind),
        ):  # fmt: skip
            field = record.field(key)
            widget.setAccessibleName(field.label[language])
            form.addRow(field.label[language], widget)
            if field.help is not None:
                widget.setToolTip(field.help[language])
            if isinstance(widget, QPlainTextEdit):
                widget.setTabChangesFocus(True)
                widget.setMaximumHeight(self.fontMetrics().height() * 5)
                widget.setPlainText(str(known.get(key) or ""))
                widget.setPlaceholderText((field.help or {}).get(language, ""))
            if field.checked_for_personal_data:
                warning = PersonalDataNote(language, self)
                form.addRow("", warning)
                _watch(widget, warning)
        self.question = Wrapped("", self)
        form.insertRow(1, "", self.question)  # noqa: QGS202  (no raster)
        self.kind.currentIndexChanged.connect(lambda _index: self._ask())
        self._ask()
        self.finish(form)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> str:
        """Save the cause; a sentence when it was refused."""
        from ....data.casework.causes import add_cause, change_cause

        values = {
            "kind": self.kind.currentData(),
            "title": self.title.text().strip() or None,
            "description": self.description.toPlainText().strip() or None,
            "evidence": self.evidence.toPlainText().strip() or None,
            "behind": self.behind.currentData() or None,
        }
        workspace, cause = self._tab.page.workspace, self._cause

        def write() -> None:
            if cause is None:
                add_cause(workspace, self._problem.uuid, values, user=user_name())
            else:
                change_cause(
                    workspace, cause.uuid, values, base_version=cause.version, user=user_name()
                )

        return self._tab.page.doing.attempt(write, "")

    def _ask(self) -> None:
        """The question that leads to causes of this kind."""
        workspace, language = self._tab.page.workspace, self._tab.page.shell.current.language
        for code in workspace.standard.codelists["cause_kind"].codes:
            if code.key == self.kind.currentData():
                self.question.setText((code.description or {}).get(language, ""))


def _watch(widget: QWidget, warning: PersonalDataNote) -> None:
    """Look at what is written as it is written."""
    if isinstance(widget, QPlainTextEdit):
        widget.textChanged.connect(lambda: warning.check(widget.toPlainText()))
    elif isinstance(widget, QLineEdit):
        widget.textChanged.connect(warning.check)
