"""A step to another state: what the state asks for, and a note that is kept."""

from __future__ import annotations

from typing import Any, Callable, Dict, Optional, Sequence

from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from ....domain.record_types import Field
from ....i18n import tr
from ...form_parts import choice
from ...save_dialog import SaveDialog
from .choices import Options


class StepDialog(SaveDialog):
    """Asks for ``missing`` fields and a note; ``done`` gets the values and the note.

    ``done`` gives a sentence when the step was refused, and the dialog stays with it.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        missing: Sequence[Field],
        options: Options,
        language: str,
        done: Callable[[Dict[str, Any], Optional[str]], str],
    ) -> None:
        super().__init__(parent, title)
        self._done = done
        self.fields: Dict[str, QWidget] = {}
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for field in missing:
            label = field.label[language]
            widget: QWidget
            if field.type in ("code", "reference"):
                widget = choice(options(field), "", self, label)
            else:
                widget = QLineEdit(self)
                widget.setMaxLength(field.max_length or 500)
                widget.setAccessibleName(label)
            self.fields[field.key] = widget
            form.addRow(label, widget)
        self.note = QLineEdit(self)
        self.note.setMaxLength(500)
        self.note.setAccessibleName(tr("Note"))
        self.note.setPlaceholderText(tr("Optional; kept in history, never personal data"))
        form.addRow(tr("Note"), self.note)
        self.finish(form, tr("Change state"))

    def values(self) -> Dict[str, Any]:
        """What has been filled in."""
        found: Dict[str, Any] = {}
        for key, widget in self.fields.items():
            value = widget.currentData() if isinstance(widget, QComboBox) else widget.text().strip()
            if value:
                found[key] = value
        return found

    def save(self) -> str:
        """Take the step; a sentence when it was refused."""
        from ....domain.personal_data import find_personal_data, refusal_sentence, refused
        from ....i18n import user_language

        written = self.note.text().strip()
        certain = refused(find_personal_data(written))
        problem = refusal_sentence(certain, user_language()) if certain else ""
        return problem or self._done(self.values(), written or None)
