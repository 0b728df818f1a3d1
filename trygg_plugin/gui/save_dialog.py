"""A dialog that saves at once, or says why not and stays."""

from __future__ import annotations

from typing import Optional, Union

from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from .form_parts import name_buttons
from .panels.parts.wrapped import Wrapped


class SaveDialog(QDialog):
    """Fields with Save and Cancel below them, and a sentence between the two after a refusal.

    A dialog makes its fields and ends with :meth:`finish`; what is saved, and why not, it says in
    :meth:`save`.
    """

    problem: Wrapped
    buttons: QDialogButtonBox

    def __init__(self, parent: Optional[QWidget], title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)

    def finish(self, content: Union[QLayout, QWidget], save: str = "") -> None:
        """Lay the sentence and the buttons below ``content``: made last, they are reached last
        with Tab. ``save``: the word on the button, if it is another one."""
        self.problem = Wrapped("", self)
        self.problem.hide()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.save_button.setText(save or tr("Save"))
        name_buttons(self.buttons)
        self.buttons.accepted.connect(self.store)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        if isinstance(content, QWidget):
            layout.addWidget(content, 1)
        else:
            layout.addLayout(content, 1)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)

    @property
    def save_button(self) -> QWidget:
        return self.buttons.button(QDialogButtonBox.StandardButton.Save)

    def store(self) -> None:
        """Save, or say why not and stay."""
        sentence = self.save()
        self.refuse(sentence)
        if not sentence:
            self.accept()

    def save(self) -> str:
        """Store what is filled in; a sentence when it was refused."""
        raise NotImplementedError

    def refuse(self, sentence: str) -> None:
        """Show why not, with "" nothing; who listens hears it at the button just pressed."""
        self.problem.setText(sentence)
        self.problem.setAccessibleName(sentence)
        self.save_button.setAccessibleDescription(sentence)
        self.problem.setVisible(bool(sentence))


def scrolled(content: QWidget, parent: QWidget) -> QScrollArea:
    """Fields that may need more room than the screen has."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(content)
    return area
