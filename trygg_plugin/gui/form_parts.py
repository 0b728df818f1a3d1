"""Small parts that the dialogs share."""

from __future__ import annotations

from pathlib import Path
from typing import Iterable, Optional, Tuple

from qgis.core import QgsProject
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QDir, QStandardPaths, Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QWidget,
)

from ..i18n import tr
from . import settings


def choice(
    options: Iterable[Tuple[str, str]], chosen: str, parent: QWidget, name: str
) -> QComboBox:
    """A list to choose from; ``options`` are (key, label)."""
    combo = QComboBox(parent)
    for key, label in options:
        combo.addItem(label, key)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))
    combo.setAccessibleName(name)
    shrink(combo)
    return combo


def searched(combo: QComboBox) -> None:
    """Let a long list be found by typing any part of an entry."""
    combo.setEditable(True)  # noqa: QGS202  (no raster)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = QCompleter(combo.model(), combo)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    combo.setCompleter(completer)
    # what was typed and is no entry falls back to the entry chosen last
    combo.lineEdit().editingFinished.connect(lambda: _settle(combo))


def _settle(combo: QComboBox) -> None:
    text = combo.currentText().strip()
    index = combo.findText(text, Qt.MatchFlag.MatchFixedString)
    if index < 0 and text:
        index = combo.findText(text, Qt.MatchFlag.MatchContains)
    if index >= 0:
        combo.setCurrentIndex(index)
    combo.setEditText(combo.itemText(combo.currentIndex()))


def shrink(combo: QComboBox) -> None:
    """Keep a long entry from making the window wide."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)


def file_field(
    parent: QWidget, name: str, mode: QgsFileWidget.StorageMode, filters: str = ""
) -> QgsFileWidget:
    """A file to choose, beginning in the folder used last."""
    field = QgsFileWidget(parent)
    field.setStorageMode(mode)
    field.setFilter(filters)
    field.setDialogTitle(name)
    field.setDefaultRoot(start_folder())
    field.setAccessibleName(name)
    editor = field.findChild(QLineEdit)
    if editor is not None:
        editor.setAccessibleName(name)
        field.setFocusProxy(editor)
    return field


def start_folder() -> str:
    """The folder used last, else the project's, else the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return (
        settings.LAST_FOLDER.get()
        or QgsProject.instance().absolutePath()
        or documents
        or QDir.homePath()
    )


def remember_folder(path: str) -> None:
    """Begin in this file's folder next time."""
    settings.LAST_FOLDER.set(str(Path(path).parent))


def name_buttons(box: QDialogButtonBox) -> None:
    """Our own words on the buttons: not every QGIS brings Qt's translations."""
    for kind, text in (
        (QDialogButtonBox.StandardButton.Cancel, tr("Cancel")),
        (QDialogButtonBox.StandardButton.Close, tr("Close")),
    ):
        button = box.button(kind)
        if button is not None:
            button.setText(text)


def accept_buttons(dialog: QDialog, text: str) -> QDialogButtonBox:
    """A button that accepts, which says ``text``, and Cancel."""
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Ok | kinds.Cancel, dialog)
    name_buttons(box)
    box.button(kinds.Ok).setText(text)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def note(text: str, parent: Optional[QWidget] = None) -> QLabel:
    """A sentence that wraps."""
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
