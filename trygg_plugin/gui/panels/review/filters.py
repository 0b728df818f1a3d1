"""What the reviewer wants to see of the queue: search, state, category, area, organisation, map."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Dict, List, Mapping, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QSignalBlocker, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....i18n import tr
from ...form_parts import shrink
from ...settings import Setting

if TYPE_CHECKING:
    from ....data.casework.queue import Box, QueueFilter
    from ....data.workspace import Workspace
    from .listing import CodeWords

#: Time after the last letter, or the last move of the map, until the list is asked (ms).
PAUSE = 350
NEWEST_FIRST = Setting("review/newest_first", False, bool)
#: Of a choice that are always seen: little enough for a narrow panel with a scroll bar.
_LETTERS = 4
_EVERY = "*"
_WAITING = "waiting"


class ReviewFilters(QWidget):
    """One row with a search field; the rest unfolds under it."""

    #: the filter is another one now
    changed = pyqtSignal()
    #: the counts of the unfolded choices are wanted
    unfolded = pyqtSignal()
    #: only incidents with something to look at in their texts, or all again
    warnings_wanted = pyqtSignal(bool)

    def __init__(self, canvas: QgsMapCanvas, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._crs = ""
        self._chosen_on_map: Tuple[str, ...] = ()
        self._warned: Optional[Tuple[str, ...]] = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.changed)

        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("Search text, place or id"))
        self.search.setAccessibleName(tr("Search the queue"))
        self.search.textChanged.connect(lambda _text: self._timer.start(PAUSE))
        self.more = QToolButton(self)
        self.more.setText(tr("Filter"))
        self.more.setCheckable(True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setArrowType(Qt.ArrowType.RightArrow)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.toggled.connect(self._unfold)
        self.search.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * 12)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.more)

        self.choices = QWidget(self)
        form = QFormLayout(self.choices)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self.order = QComboBox(self.choices)
        self.order.addItem(tr("Oldest first"), False)
        self.order.addItem(tr("Newest first"), True)
        self.order.setCurrentIndex(int(NEWEST_FIRST.get()))
        self.order.setAccessibleName(tr("Order"))
        self.order.currentIndexChanged.connect(self._ordered)
        shrink(self.order)
        self.order.setMinimumContentsLength(_LETTERS)
        form.addRow(tr("Order"), self.order)
        self.combos: Dict[str, QComboBox] = {}
        for key, label in (
            ("status", tr("State")), ("category", tr("Category")), ("area", tr("Area")),
            ("reporter_organisation", tr("Organisation")),
        ):  # fmt: skip
            combo = QComboBox(self.choices)
            combo.setAccessibleName(label)
            shrink(combo)
            combo.setMinimumContentsLength(_LETTERS)
            combo.currentIndexChanged.connect(lambda _index: self.changed.emit())
            self.combos[key] = combo
            form.addRow(label, combo)
        self.in_view = QCheckBox(tr("In the map's view"), self.choices)
        self.on_map = QCheckBox(self.choices)
        self.warned = QCheckBox(tr("Possible personal data"), self.choices)
        self.in_view.toggled.connect(self._follow_view)
        self.on_map.toggled.connect(lambda _on: self.changed.emit())
        self.warned.toggled.connect(self._warnings)
        for box in (self.in_view, self.on_map, self.warned):
            form.addRow(box)
        self.choices.hide()

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.choices)
        self.chosen_on_map(())

    def use(self, workspace: Workspace, words: CodeWords) -> None:
        """Offer the choices of a workspace, none of them made."""
        self._crs = workspace.crs
        self._warned = None
        codelists = workspace.standard.codelists
        options: Dict[str, List[Tuple[str, str]]] = {
            "status": [(_WAITING, tr("Waiting")), *(
                (code.key, words.label("incident_state", code.key))
                for code in codelists["incident_state"].codes
            )],
            "category": [(_EVERY, tr("All")), *(
                (code.key, words.label("category", code.key))
                for code in codelists["category"].codes
            )],
            "area": [(_EVERY, tr("All")), *_named(workspace, "area"), ("", tr("Without area"))],
            "reporter_organisation": [
                (_EVERY, tr("All")), *_named(workspace, "actor"), ("", tr("Not stated")),
            ],
        }  # fmt: skip
        for key, entries in options.items():
            combo = self.combos[key]
            with QSignalBlocker(combo):
                combo.clear()
                for value, label in entries:
                    combo.addItem(label, value)
                    combo.setItemData(combo.count() - 1, label, Qt.ItemDataRole.UserRole + 1)
        for widget in (self.search, self.in_view, self.on_map, self.warned):
            with QSignalBlocker(widget):
                if widget is self.search:
                    self.search.clear()
                else:
                    widget.setChecked(False)

    def wanted(self) -> QueueFilter:
        """The filter as it stands."""
        from ....data.casework.queue import WAITING, QueueFilter

        state = self.combos["status"].currentData() or _WAITING
        found = QueueFilter(
            states=WAITING if state == _WAITING else (state,),
            search=self.search.text(),
            newest_first=bool(self.order.currentData()),
            box=self._box() if self.in_view.isChecked() else None,
        )
        for key in ("category", "area", "reporter_organisation"):
            value = self.combos[key].currentData()
            if value not in (None, _EVERY):
                found = replace(found, **{key: value})
        among = self._chosen_on_map if self.on_map.isChecked() else None
        if self.warned.isChecked() and self._warned is not None:
            both = self._warned if among is None else set(among) & set(self._warned)
            among = tuple(both)
        return replace(found, among=among)

    @property
    def narrowed(self) -> bool:
        """Whether anything is filtered away."""
        plain = [combo.currentIndex() <= 0 for combo in self.combos.values()]
        boxes = (self.in_view, self.on_map, self.warned)
        return (
            not all(plain) or bool(self.search.text().strip())
            or any(box.isChecked() for box in boxes)
        )

    def clear(self) -> None:
        """Take all filters away."""
        for widget in (*self.combos.values(), self.search, self.in_view, self.on_map, self.warned):
            widget.blockSignals(True)
        for combo in self.combos.values():
            combo.setCurrentIndex(0)
        self.search.clear()
        for box in (self.in_view, self.on_map, self.warned):
            box.setChecked(False)
        for widget in (*self.combos.values(), self.search, self.in_view, self.on_map, self.warned):
            widget.blockSignals(False)
        self._follow_view(False)

    def show_counts(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        """Say behind each choice how many it would give."""
        from ....data.casework.queue import WAITING

        for key, combo in self.combos.items():
            known = counts.get(key, {})
            for index in range(combo.count()):
                value = combo.itemData(index)
                if value == _WAITING:
                    number = sum(known.get(state, 0) for state in WAITING)
                elif value == _EVERY:
                    number = sum(known.values())
                else:
                    number = known.get(value, 0)
                label = combo.itemData(index, Qt.ItemDataRole.UserRole + 1)
                combo.setItemText(index, f"{label} ({number})")

    def chosen_on_map(self, uuids: Tuple[str, ...]) -> None:
        """What "only chosen on the map" would mean; kept while that is what is shown."""
        if self.on_map.isChecked():
            return
        self._chosen_on_map = uuids
        self.on_map.setText(tr("Chosen on the map ({count})").format(count=len(uuids)))
        self.on_map.setEnabled(bool(uuids))

    def warned_are(self, uuids: Tuple[str, ...]) -> None:
        """The incidents whose texts hold something to look at."""
        self._warned = uuids
        self.changed.emit()

    def unload(self) -> None:
        self._timer.stop()
        if self.in_view.isChecked():
            self._canvas.extentsChanged.disconnect(self._moved)

    def _unfold(self, on: bool) -> None:
        self.choices.setVisible(on)
        self.more.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        if on:
            self.unfolded.emit()

    def _ordered(self) -> None:
        NEWEST_FIRST.set(bool(self.order.currentData()))
        self.changed.emit()

    def _follow_view(self, on: bool) -> None:
        with suppress(TypeError):  # was not connected
            self._canvas.extentsChanged.disconnect(self._moved)
        if on:
            self._canvas.extentsChanged.connect(self._moved)
        self.changed.emit()

    def _moved(self) -> None:
        self._timer.start(PAUSE)

    def _warnings(self, on: bool) -> None:
        self._warned = None
        self.warnings_wanted.emit(on)
        if not on:
            self.changed.emit()

    def _box(self) -> Optional[Box]:
        transform = QgsCoordinateTransform(
            self._canvas.mapSettings().destinationCrs(),
            QgsCoordinateReferenceSystem(self._crs), QgsProject.instance(),
        )  # fmt: skip
        try:
            box: QgsRectangle = transform.transformBoundingBox(self._canvas.extent())
        except QgsCsException:
            return None
        return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def _named(workspace: Workspace, table: str) -> List[Tuple[str, str]]:
    rows = workspace.query(
        f"SELECT uuid, name FROM {table} WHERE deleted_at IS NULL ORDER BY name, uuid"  # nosec B608 conditions of ours
    )
    return [(str(row["uuid"]), str(row["name"])) for row in rows]
