"""The points of a kind of meeting, put in order: a list with a row per point."""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Optional, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from .form_parts import choice

if TYPE_CHECKING:
    from ..data.casework.agenda import Point
    from ..data.workspace import Workspace

_CONTENT = Qt.ItemDataRole.UserRole


class AgendaEditor(QWidget):
    """Agendas of all kinds of meetings; titles are edited in place, order by keys or mouse."""

    def __init__(self, workspace: Workspace, language: str, parent: Optional[QWidget] = None):
        super().__init__(parent)
        from ..data.casework.agenda import CONTENTS, agenda_of

        self._workspace = workspace
        self._agendas: Dict[str, Tuple[Point, ...]] = {}
        kinds = [(code.key, str(code.label[language]))
                 for code in workspace.standard.codelists["meeting_kind"].codes
                 if not code.retired]  # fmt: skip
        self._contents = [(code.key, str(code.label[language]))
                          for code in workspace.standard.codelists[CONTENTS].codes
                          if not code.retired]  # fmt: skip
        for key, _ in kinds:
            self._agendas[key] = agenda_of(workspace, key)
        self._before = dict(self._agendas)
        self.kind = choice(kinds, kinds[0][0], self, tr("Kind of meeting"))
        self.points = QListWidget(self)
        self.points.setAccessibleName(tr("Points of the agenda"))
        self.points.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.points.setEditTriggers(
            QListWidget.EditTrigger.DoubleClicked | QListWidget.EditTrigger.EditKeyPressed
        )
        self.content = choice(self._contents, self._contents[0][0], self, tr("What is shown"))
        buttons = QHBoxLayout()
        for text, pressed in (
            (tr("Add"), self._add), (tr("Remove"), self._remove),
            (tr("Up"), lambda: self._move(-1)), (tr("Down"), lambda: self._move(1)),
            (tr("The order of EST"), self._default),
        ):  # fmt: skip
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, act=pressed: act())
            buttons.addWidget(button)
            if pressed == self._add:
                buttons.insertWidget(0, self.content)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.kind)
        layout.addWidget(self.points)
        layout.addLayout(buttons)
        self._shown = str(self.kind.currentData())
        self._show()
        self.kind.currentIndexChanged.connect(self._changed_kind)

    def changed(self) -> Dict[str, Optional[Tuple[Point, ...]]]:
        """The agendas that are no longer what they were, by kind; None for the order of EST."""
        from ..data.casework.agenda import default_agenda

        self._keep()
        default = default_agenda(self._workspace)
        return {
            kind: None if points == default else points
            for kind, points in self._agendas.items() if points != self._before[kind]
        }  # fmt: skip

    def _changed_kind(self) -> None:
        self._keep()
        self._shown = str(self.kind.currentData())
        self._show()

    def _show(self) -> None:
        self.points.clear()
        for point in self._agendas[self._shown]:
            self._insert(point.content, point.title)

    def _insert(self, content: str, title: str) -> QListWidgetItem:
        item = QListWidgetItem(title, self.points)
        item.setData(_CONTENT, content)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setToolTip(dict(self._contents).get(content, content))
        return item

    def _keep(self) -> None:
        from ..data.casework.agenda import Point

        items: List[QListWidgetItem] = [self.points.item(i) for i in range(self.points.count())]
        self._agendas[self._shown] = tuple(
            Point(str(item.data(_CONTENT)), item.text().strip()) for item in items
        )

    def _add(self) -> None:
        item = self._insert(str(self.content.currentData()), self.content.currentText())
        self.points.setCurrentItem(item)

    def _remove(self) -> None:
        self.points.takeItem(self.points.currentRow())

    def _move(self, by: int) -> None:
        row = self.points.currentRow()
        if row < 0 or not 0 <= row + by < self.points.count():
            return
        item = self.points.takeItem(row)
        self.points.insertItem(row + by, item)
        self.points.setCurrentRow(row + by)

    def _default(self) -> None:
        from ..data.casework.agenda import default_agenda

        self._agendas[self._shown] = default_agenda(self._workspace)
        self._show()
