"""Asks for the reason before an earlier version is brought back, and shows what that alters."""

from __future__ import annotations

from typing import Optional, Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ....i18n import tr
from ...form_parts import accept_buttons, note


class RestoreDialog(QDialog):
    """``reason`` is what history will say; it cannot be left empty."""

    def __init__(
        self, title: str, changes: Sequence[str], deleted: bool, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Restore"))
        self.resize(440, 340)
        layout = QVBoxLayout(self)
        layout.addWidget(note(title, self))
        if deleted:
            layout.addWidget(note(tr("The record is deleted and will be brought back."), self))
        if changes:
            layout.addWidget(note(tr("This is what will change:"), self))
            self.changes = QTextBrowser(self)
            self.changes.setAccessibleName(tr("What will change"))
            self.changes.setPlainText("\n".join(changes))
            layout.addWidget(self.changes, 1)
        elif not deleted:
            layout.addWidget(note(tr("The record says the same already."), self))
        label = QLabel(tr("&Reason (kept in history):"), self)
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(300)
        self.reason.setAccessibleName(tr("Reason"))
        label.setBuddy(self.reason)
        layout.addWidget(label)
        layout.addWidget(self.reason)
        self.buttons = accept_buttons(self, tr("Restore"))
        layout.addWidget(self.buttons)
        self.reason.textChanged.connect(self._ready)
        self._ready()
        self.reason.setFocus()

    def _ready(self, *_: object) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.reason.text().strip()))
