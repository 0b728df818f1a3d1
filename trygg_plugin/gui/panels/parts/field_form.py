"""Some fields of a record type as a form: one widget a field, as the standard describes it."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Sequence

from qgis.gui import QgsDateTimeEdit
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QWidget,
)

from ....domain.record_types import Field, RecordType
from ...form_parts import choice
from ...personal_data_notes import PersonalDataNote
from .choices import Options

_ROLE = Qt.ItemDataRole.UserRole
_LINES = 4


class FieldForm(QWidget):
    """``values`` gives Python's types, None for what is not filled in."""

    def __init__(
        self,
        record: RecordType,
        keys: Sequence[str],
        options: Options,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.widgets: Dict[str, QWidget] = {}
        self.warnings: Dict[str, PersonalDataNote] = {}
        self._fields = {key: record.field(key) for key in keys}
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for key, field in self._fields.items():
            label = field.label[language]
            widget = self._widget(field, options, label)
            widget.setAccessibleName(label)
            if field.help is not None:
                widget.setToolTip(field.help[language])
            self.widgets[key] = widget
            self.form.addRow("" if field.type == "boolean" else label, widget)
            if field.checked_for_personal_data and field.type in ("text", "long_text"):
                self._warn(key, widget, language)

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill in what is known; fields that ``values`` lacks stay as they are."""
        for key, widget in self.widgets.items():
            if key in values:
                self._set(self._fields[key], widget, values[key])

    def values(self) -> Dict[str, Any]:
        """What is filled in now."""
        return {key: self._get(self._fields[key], widget) for key, widget in self.widgets.items()}

    def _widget(self, field: Field, options: Options, label: str) -> QWidget:
        if field.type in ("code", "reference"):
            return choice(options(field), "", self, label)
        if field.type == "codes":
            several = QListWidget(self)
            for key, name in options(field):
                if key:
                    item = QListWidgetItem(name, several)
                    item.setData(_ROLE, key)
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                    item.setCheckState(Qt.CheckState.Unchecked)
            several.setMaximumHeight(self.fontMetrics().height() * 6)
            return several
        if field.type == "boolean":
            return QCheckBox(label, self)
        if field.type in ("date", "datetime"):
            when = QgsDateTimeEdit(self)
            when.setDisplayFormat(
                "yyyy-MM-dd" if field.type == "date" else "yyyy-MM-dd HH:mm"
            )
            when.setCalendarPopup(True)
            when.setAllowNull(True)
            # today in the calendar, and no date until one is chosen
            when.setDateTime(QDateTime(QDate.currentDate(), QTime(18, 0)))
            when.clear()
            return when
        if field.type == "long_text":
            text = QPlainTextEdit(self)
            text.setTabChangesFocus(True)
            text.setMaximumHeight(self.fontMetrics().height() * _LINES)
            return text
        line = QLineEdit(self)
        if field.max_length:
            line.setMaxLength(field.max_length)
        return line

    def _warn(self, key: str, widget: QWidget, language: str) -> None:
        said = PersonalDataNote(language, self)
        if isinstance(widget, QPlainTextEdit):
            widget.textChanged.connect(lambda: said.check(widget.toPlainText()))
        elif isinstance(widget, QLineEdit):
            widget.textChanged.connect(said.check)
        self.warnings[key] = said
        self.form.addRow("", said)

    @staticmethod
    def _set(field: Field, widget: QWidget, value: Any) -> None:
        if isinstance(widget, QComboBox):
            widget.setCurrentIndex(max(0, widget.findData(str(value or ""))))
        elif isinstance(widget, QListWidget):
            from ....data.values import codes_of

            chosen = codes_of(value)
            for item in _items(widget):
                on = item.data(_ROLE) in chosen
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        elif isinstance(widget, QCheckBox):
            widget.setChecked(bool(value))
        elif isinstance(widget, QgsDateTimeEdit):
            if value is None:
                widget.clear()
            elif field.type == "date":
                widget.setDateTime(QDateTime(QDate(value.year, value.month, value.day), QTime()))
            else:
                widget.setDateTime(QDateTime(
                    QDate(value.year, value.month, value.day), QTime(value.hour, value.minute)
                ))  # fmt: skip
        elif isinstance(widget, QPlainTextEdit):
            widget.setPlainText(str(value or ""))
        elif isinstance(widget, QLineEdit):
            widget.setText(str(value or ""))

    @staticmethod
    def _get(field: Field, widget: QWidget) -> Any:
        if isinstance(widget, QComboBox):
            return widget.currentData() or None
        if isinstance(widget, QListWidget):
            chosen = [
                item.data(_ROLE) for item in _items(widget)
                if item.checkState() == Qt.CheckState.Checked
            ]  # fmt: skip
            return chosen or None
        if isinstance(widget, QCheckBox):
            return widget.isChecked()
        if isinstance(widget, QgsDateTimeEdit):
            if widget.isNull():
                return None
            when = widget.dateTime().toPyDateTime()
            return when.date() if field.type == "date" else when.replace(second=0, microsecond=0)
        if isinstance(widget, QPlainTextEdit):
            return widget.toPlainText().strip() or None
        return widget.text().strip() or None if isinstance(widget, QLineEdit) else None


def _items(widget: QListWidget) -> List[QListWidgetItem]:
    return [widget.item(row) for row in range(widget.count())]
