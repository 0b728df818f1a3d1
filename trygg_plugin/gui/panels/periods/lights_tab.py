"""The traffic lights of a period's areas: what the figures suggest, and the coordinator's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Dict, List, Mapping, Optional, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....i18n import fill, tr
from ...form_parts import choice, note
from ..parts.lights import light_icon

if TYPE_CHECKING:
    from ....data.casework.periods import Light
    from ....reports.period_figures import FigureRow

#: Stores lights: area -> colour (None: take it away) and reason.
Store = Callable[[Mapping[str, Tuple[Optional[str], str]]], None]


class LightsTab(QWidget):
    def __init__(self, store: Store, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._store = store
        self._rows: Dict[str, FigureRow] = {}
        self._lights: Mapping[str, Light] = {}
        self._words: Dict[str, Tuple[str, str]] = {}
        layout = QVBoxLayout(self)
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(tr("Traffic lights of the areas"))
        self.tree.setHeaderLabels([tr("Area"), tr("Judged"), tr("Suggested")])
        self.tree.setRootIsDecorated(False)
        self.tree.setMinimumHeight(self.tree.fontMetrics().height() * 8)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.currentItemChanged.connect(lambda _item, _before: self._chosen())
        layout.addWidget(self.tree, 1)
        self.why = note("", self)
        layout.addWidget(self.why)
        self.colour = choice([], "", self, tr("Traffic light"))
        layout.addWidget(self.colour)
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(500)
        self.reason.setPlaceholderText(tr("Why this colour"))
        self.reason.setAccessibleName(tr("Why this colour"))
        self.reason.returnPressed.connect(self.store)
        layout.addWidget(self.reason)
        self.store_button = QPushButton(tr("Set light"), self)
        self.store_button.clicked.connect(lambda _checked=False: self.store())
        layout.addWidget(self.store_button)
        self.take_all = QPushButton(tr("Take the suggestions"), self)
        self.take_all.setToolTip(tr("For the areas that nobody has judged yet"))
        self.take_all.clicked.connect(lambda _checked=False: self.take_suggestions())
        layout.addWidget(self.take_all)

    def clear(self) -> None:
        self.tree.clear()
        self.why.setText("")

    @property
    def area(self) -> str:
        """The area that is chosen."""
        item = self.tree.currentItem()
        return "" if item is None else str(item.data(0, Qt.ItemDataRole.UserRole))

    def show_lights(
        self,
        rows: Tuple[FigureRow, ...],
        lights: Mapping[str, Light],
        words: Mapping[str, Tuple[str, str]],
        may_change: bool,
    ) -> None:
        """``words``: colour -> (label, colour value), the ones that can be chosen."""
        kept = self.area
        self._rows = {row.key: row for row in rows}
        self._lights, self._words = lights, dict(words)
        self.colour.clear()
        self.colour.addItem(light_icon("", ""), tr("Not judged"), None)
        for key, (label, value) in self._words.items():
            self.colour.addItem(light_icon(key, value), label, key)
        self.tree.clear()
        for row in rows:
            light = lights.get(row.key)
            suggested = row.suggestion.colour if row.suggestion is not None else ""
            item = QTreeWidgetItem([row.label, self._label(light.colour if light else ""),
                                    self._label(suggested)])
            item.setData(0, Qt.ItemDataRole.UserRole, row.key)
            for column, colour in ((1, light.colour if light else ""), (2, suggested)):
                item.setIcon(column, light_icon(colour, self._words.get(colour, ("", ""))[1]))
            self.tree.addTopLevelItem(item)
            if row.key == kept:
                self.tree.setCurrentItem(item)
        if self.tree.currentItem() is None and rows:
            self.tree.setCurrentItem(self.tree.topLevelItem(0))
        for widget in (self.colour, self.reason, self.store_button, self.take_all):
            widget.setEnabled(may_change)
        self.take_all.setVisible(may_change and bool(self._without_light()))
        self._chosen()

    def store(self) -> None:
        """Set the chosen area's light."""
        if self.area and self.store_button.isEnabled():
            self._store({self.area: (self.colour.currentData(), self.reason.text())})

    def take_suggestions(self) -> None:
        """Judge as the figures suggest where nobody has judged; reasons go along."""
        taken: Dict[str, Tuple[Optional[str], str]] = {}
        for key in self._without_light():
            suggestion = self._rows[key].suggestion
            if suggestion is not None:
                taken[key] = (suggestion.colour, tr(suggestion.reason))
        if taken:
            self._store(taken)

    def _without_light(self) -> List[str]:
        return [key for key in self._rows if key not in self._lights]

    def _label(self, colour: str) -> str:
        return self._words.get(colour, ("–", ""))[0]

    def _chosen(self) -> None:
        row = self._rows.get(self.area)
        if row is None:
            self.why.setText("")
            return
        if row.suggestion is not None:
            self.why.setText(fill(
                tr("The figures suggest {colour}: {reason}"),
                colour=self._label(row.suggestion.colour).lower(), reason=tr(row.suggestion.reason),
            ))  # fmt: skip
        light = self._lights.get(row.key)
        self.colour.setCurrentIndex(max(0, self.colour.findData(light.colour if light else None)))
        self.reason.setText(light.reason if light else "")
