"""What is or may be personal data, said under the text field while it is written."""

from __future__ import annotations

from typing import Dict, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ..domain.personal_data import (
    find_personal_data,
    refusal_sentence,
    refused,
    warning_sentence,
)


class PersonalDataNote(QWidget):
    """A sentence with an icon; hidden while there is nothing to say. Never shows the value."""

    def __init__(self, language: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._language = language
        #: whether the text will be refused by every door
        self.refuses = False
        self._icon = QLabel(self)
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._icon)
        layout.addWidget(self.sentence, 1)
        self.hide()

    def check(self, text: Optional[str]) -> None:
        """Look at the text anew."""
        findings = find_personal_data(text)
        self.refuses = bool(refused(findings))
        if self.refuses:
            said, name = refusal_sentence(findings, self._language), "mIconCritical.svg"
        else:
            said, name = warning_sentence(findings, self._language), "mIconWarning.svg"
        self.sentence.setText(said)
        self.setAccessibleName(said)
        if said:
            height = self.fontMetrics().height()
            icon = QgsApplication.getThemeIcon(name)
            self._icon.setPixmap(icon.pixmap(height, height))
        self.setVisible(bool(said))


def put_under(editor: QWidget, note: QWidget) -> bool:
    """Place ``note`` under ``editor`` within the form; False where the form has no room for it."""
    page = editor.parentWidget()
    layout = page.layout() if page is not None else None
    if isinstance(layout, QVBoxLayout):
        layout.insertWidget(layout.indexOf(editor) + 1, note)
        return True
    if isinstance(layout, QGridLayout):
        layout.addWidget(note, layout.rowCount(), 0, 1, -1)
        return True
    if isinstance(layout, QHBoxLayout):
        # the editor and the note take the editor's place together
        stretch, place = layout.stretch(layout.indexOf(editor)), layout.indexOf(editor)
        both = QVBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        layout.removeWidget(editor)
        both.addWidget(editor)
        both.addWidget(note)
        layout.insertLayout(place, both, stretch)
        return True
    return False


Notes = Dict[str, PersonalDataNote]
