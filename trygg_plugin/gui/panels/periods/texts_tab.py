"""The officials' texts of a period: written here, checked for personal data, stored together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Dict, Mapping, Optional, Tuple

from qgis.PyQt.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ....i18n import tr
from ...form_parts import note
from ...personal_data_notes import PersonalDataNote

if TYPE_CHECKING:
    from ....data.records import Record
    from ....domain.record_types import RecordType

#: Stores texts against the version that they were read at; whether it went well.
Store = Callable[[Mapping[str, str], int], bool]


class TextsTab(QWidget):
    """What is being written is never overwritten by a refresh."""

    def __init__(self, store: Store, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._store = store
        self._record: Optional[Record] = None
        self._newer: Optional[Record] = None
        self._version = 0
        self.editors: Dict[str, QPlainTextEdit] = {}
        self._labels: Dict[str, QLabel] = {}
        self._notes: Dict[str, PersonalDataNote] = {}
        self.layout_ = QVBoxLayout(self)
        self.changed = note("", self)
        self.changed.hide()
        self.layout_.addWidget(self.changed)
        self.reload = QPushButton(tr("Show what is stored"), self)
        self.reload.clicked.connect(lambda _checked=False: self.take_stored())
        self.reload.hide()
        self.layout_.addWidget(self.reload)
        self.save = QPushButton(tr("Save the texts"), self)
        self.save.clicked.connect(lambda _checked=False: self.store())
        self.layout_.addWidget(self.save)
        self.layout_.addStretch(1)

    @property
    def unsaved(self) -> bool:
        """Whether something is written that is not stored."""
        record = self._record
        return record is not None and any(
            editor.toPlainText().strip() != str(record[key] or "").strip()
            for key, editor in self.editors.items()
        )

    def clear(self) -> None:
        """Another period or none is shown: what was not stored is gone."""
        self._record = None
        for editor in self.editors.values():
            editor.clear()
        self.changed.hide()
        self.reload.hide()

    def show_texts(
        self, record: Record, described: RecordType, language: str, open_: Tuple[str, ...]
    ) -> None:
        """``open_``: keys of the texts that may be changed in the period's state."""
        self._make(described, language)
        same = self._record is not None and self._record.uuid == record.uuid
        if same and self.unsaved:
            # someone may have written meanwhile: storing would be refused, so it is told now
            self.changed.setText(
                tr("The period was changed by someone else while you write. Copy your text, then "
                   "press “Show what is stored”.")
            )
            self._newer = record
            for widget in (self.changed, self.reload):
                widget.setVisible(record.version != self._version)
        else:
            self._take(record)
        for key, editor in self.editors.items():
            editor.setReadOnly(key not in open_)
        self.save.setEnabled(bool(open_))
        self.save.setVisible(bool(open_))

    def take_stored(self) -> None:
        """Give up what is written here for what is stored."""
        if self._newer is not None:
            self._take(self._newer)

    def _take(self, record: Record) -> None:
        self._record, self._version, self._newer = record, record.version, None
        for key, editor in self.editors.items():
            editor.setPlainText(str(record[key] or ""))
        self.changed.hide()
        self.reload.hide()

    def store(self) -> bool:
        """Store what is written; False when it was refused, and then it stays as it is."""
        if self._record is None or not self.unsaved:
            return True
        texts = {
            key: editor.toPlainText()
            for key, editor in self.editors.items()
            if not editor.isReadOnly()
        }
        done = self._store(texts, self._version)
        if done:
            # what was written is what is stored now; the next reading brings its version
            self._record = None
        return done

    def _make(self, described: RecordType, language: str) -> None:
        """The editors, once the standard can be asked what they are called."""
        from ....data.casework.periods import TEXTS

        if self.editors:
            return
        place = self.layout_.indexOf(self.save)
        for key in TEXTS:
            field = described.field(key)
            label = note(field.label[language], self)
            editor = QPlainTextEdit(self)
            editor.setTabChangesFocus(True)
            editor.setAccessibleName(field.label[language])
            editor.setMinimumHeight(editor.fontMetrics().height() * 4)
            editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            label.setBuddy(editor)
            said = PersonalDataNote(language, self)
            editor.textChanged.connect(
                lambda editor=editor, said=said: said.check(editor.toPlainText())
            )
            for widget in (label, editor, said):
                self.layout_.insertWidget(place, widget)
                place += 1
            self.editors[key], self._labels[key], self._notes[key] = editor, label, said
