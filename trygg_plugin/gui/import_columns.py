"""Which column of the file becomes what: one row a column, with its first values."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, List, Optional, Tuple

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..domain.record_types import Standard
from ..exchange.profile import FieldMapping, Profile, TimeMapping
from ..i18n import tr
from .form_parts import note, shrink
from .import_scan import Scan, cell

FIELD = "field:"
#: Fields whose value is not taken from a column as it stands.
_NOT_FROM_COLUMNS = ("time_from", "time_to", "status", "photo", "photo_confirmed")
_EXAMPLES = 3


def targets(standard: Standard, language: str) -> List[Tuple[str, str]]:
    """(key, label) of everything that a column can become."""
    found = [
        ("", tr("(not imported)")),
        ("time_from.date", tr("Date, or date and time")),
        ("time_from.clock", tr("Time of day")),
        ("time_to.date", tr("To: date, or date and time")),
        ("time_to.clock", tr("To: time of day")),
        ("x", tr("Coordinate: east or longitude")),
        ("y", tr("Coordinate: north or latitude")),
        ("external_id", tr("The source’s own id")),
    ]
    record = standard.records["incident"]
    for field in record.fields:
        if field.key not in _NOT_FROM_COLUMNS and not field.read_only:
            found.append((FIELD + field.key, str(field.label[language])))
    return found


def chosen_in(profile: Profile) -> Dict[str, str]:
    """Column -> target of a profile."""
    found: Dict[str, str] = {}
    for target, column in (
        ("time_from.date", profile.time_from.date),
        ("time_from.clock", profile.time_from.clock),
        ("time_to.date", profile.time_to.date),
        ("time_to.clock", profile.time_to.clock),
        ("x", profile.x),
        ("y", profile.y),
        ("external_id", profile.external_id),
    ):
        if column:
            found[column] = target
    for key, mapping in profile.mapping.items():
        if mapping.column:
            found[mapping.column] = FIELD + key
    return found


def with_columns(profile: Profile, chosen: Dict[str, str]) -> Profile:
    """The profile with other columns; what it says of words and constants is kept."""
    column = {target: name for name, target in chosen.items() if target}
    mapping = {
        key: known for key, known in profile.mapping.items() if known.constant is not None
    }
    for target, name in column.items():
        if target.startswith(FIELD):
            key = target[len(FIELD) :]
            known = profile.mapping.get(key, FieldMapping())
            mapping[key] = replace(known, column=name, constant=None)
    return replace(
        profile,
        mapping=mapping,
        time_from=TimeMapping(column.get("time_from.date"), column.get("time_from.clock")),
        time_to=TimeMapping(column.get("time_to.date"), column.get("time_to.clock")),
        external_id=column.get("external_id"),
        x=column.get("x"),
        y=column.get("y"),
    )


class ColumnsPage(QWidget):
    changed = pyqtSignal()

    def __init__(self, standard: Standard, language: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._targets = targets(standard, language)
        self.table = QTableWidget(0, 3, self)
        self.table.setAccessibleName(tr("Columns of the file"))
        self.table.setHorizontalHeaderLabels(
            [tr("Column in the file"), tr("First values"), tr("Becomes")]
        )
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.addWidget(note(tr("Say what each column becomes. What is suggested comes from "
                                 "the columns’ names."), self))
        layout.addWidget(self.table)

    def show_scan(self, scan: Scan, profile: Profile) -> None:
        """List the columns, with what the profile makes of them."""
        chosen = chosen_in(profile)
        self.table.setRowCount(len(scan.columns))
        for row, column in enumerate(scan.columns):
            values = [sample[row] for sample in scan.sample if row < len(sample) and sample[row]]
            examples = " · ".join(cell(value, 30) for value in dict.fromkeys(values[:_EXAMPLES]))
            self.table.setItem(row, 0, QTableWidgetItem(column))
            self.table.setItem(row, 1, QTableWidgetItem(examples))
            combo = QComboBox(self.table)
            for key, label in self._targets:
                combo.addItem(label, key)
            shrink(combo)
            combo.setAccessibleName(tr("What {column} becomes").format(column=column))
            combo.setCurrentIndex(max(0, combo.findData(chosen.get(column, ""))))
            combo.currentIndexChanged.connect(self.changed)
            self.table.setCellWidget(row, 2, combo)

    def combo(self, column: str) -> QComboBox:
        """The choice of a column."""
        for row in range(self.table.rowCount()):
            if self.table.item(row, 0).text() == column:
                return self.table.cellWidget(row, 2)
        raise KeyError(column)

    def chosen(self) -> Dict[str, str]:
        """Column -> target, the columns left out too."""
        return {
            self.table.item(row, 0).text(): self.table.cellWidget(row, 2).currentData()
            for row in range(self.table.rowCount())
        }

    def problem(self) -> str:
        """Why the choices cannot stand; empty when they can."""
        labels = dict(self._targets)
        seen: Dict[str, str] = {}
        for column, target in self.chosen().items():
            if target and target in seen:
                return tr("“{first}” and “{second}” both become “{target}”. Choose one.").format(
                    first=seen[target], second=column, target=labels[target]
                )
            seen[target] = column
        return ""
