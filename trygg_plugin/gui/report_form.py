"""The standard's attribute form for a new incident, with help, and with warnings as one writes."""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Optional

from qgis.core import NULL, QgsApplication, QgsFeature, QgsVectorLayer, QgsVectorLayerUtils
from qgis.gui import (
    QgisInterface,
    QgsAttributeEditorContext,
    QgsAttributeForm,
    QgsAttributeFormEditorWidget,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QGroupBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ..compat import is_null
from ..domain.record_types import RecordType
from ..i18n import tr
from .form_parts import shrink
from .layer_edit import Outcome
from .panels.parts.wrapped import Wrapped
from .personal_data_notes import Notes, PersonalDataNote, put_under
from .save_dialog import SaveDialog

Save = Callable[[QgsFeature], Outcome]


class ReportForm(SaveDialog):
    """The layer's own form around a feature that is not stored yet.

    ``save`` stores it and says what became of it; a refusal is shown and the form stays with
    all that was written. The layer must be in edit mode.
    """

    # handed over, so that a test can give a window of its own
    def __init__(  # noqa: QGS105
        self,
        iface: QgisInterface,
        layer: QgsVectorLayer,
        feature: QgsFeature,
        record: RecordType,
        language: str,
        save: Save,
        hint: str = "",
    ) -> None:
        super().__init__(iface.mainWindow(), tr("Report incident"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._layer, self._feature, self._record = layer, feature, record
        self._language, self._save = language, save
        self._notes: Notes = {}
        #: what became of it, once it is stored, and what was stored
        self.outcome: Optional[Outcome] = None
        self.stored: Optional[QgsFeature] = None

        self.form = QgsAttributeForm(layer, feature, _context(iface), self)
        self.form.setMode(QgsAttributeEditorContext.Mode.AddFeatureMode)
        self.form.hideButtonBox()
        self._editors = _editors(self.form)
        layout = QVBoxLayout()
        if hint:
            layout.addWidget(Wrapped(hint, self))
        layout.addWidget(self.form, 1)
        self.finish(layout, tr("Report"))

        self._only_for_reporters()
        self._explain_fields()
        self._fit()
        self.form.widgetValueChanged.connect(self._value_changed)
        line = self.fontMetrics().height()
        self.resize(QSize(34 * line, 34 * line).boundedTo(iface.mainWindow().size()))

    def editor(self, key: str) -> Optional[QWidget]:
        """The widget in which a field is filled in."""
        return self._editors.get(key)

    def start(self) -> None:
        """Open, ready to be filled in from the keyboard."""
        self.open()
        first = self.editor(self._record.fields[0].key)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> QgsFeature:
        """The feature as it is filled in now."""
        filled = QgsFeature(self.form.currentFormFeature())
        filled.setGeometry(self._feature.geometry())
        several = {field.key for field in self._record.fields if field.type == "codes"}
        for index, name in enumerate(filled.fields().names()):
            value = filled.attribute(index)
            if value in ("", QgsApplication.nullRepresentation()) or (
                value == "{}" and name in several
            ):
                filled.setAttribute(index, NULL)
        return filled

    def problems(self, feature: QgsFeature) -> List[str]:
        """Sentences on what keeps the feature from being stored, as far as the form can tell."""
        found = []
        for key, note in self._notes.items():
            if note.refuses:
                found.append(f"{self._label(key)}: {note.sentence.text()}")
        for field in self._record.fields:
            index = feature.fields().indexOf(field.key)
            if index < 0 or field.read_only:
                continue
            if field.required and is_null(feature.attribute(index)):
                found.append(tr("“{field}” is missing.").format(field=self._label(field.key)))
                continue
            fine, errors = QgsVectorLayerUtils.validateAttribute(self._layer, feature, index)
            if not fine:
                described = self._layer.fields().at(index).constraints().constraintDescription()
                found.append(f"{self._label(field.key)}: {described or ' '.join(errors)}")
        return found

    def save(self) -> str:
        """Save what is filled in; sentences when it was refused."""
        feature = self.values()
        problems = self.problems(feature)
        if not problems:
            outcome = self._save(feature)
            problems = outcome.refusals
            if outcome.done:
                self.outcome, self.stored = outcome, feature
                return ""
            self._resume(feature, problems)
        return "\n".join(problems)

    def _resume(self, feature: QgsFeature, problems: List[str]) -> None:
        """Go on after a refusal: QGIS's form forgets choices when the layer leaves edit mode."""
        if not self._layer.isEditable() and not self._layer.startEditing():
            problems.append(tr("The layer “{layer}” cannot be edited.").format(
                layer=self._layer.name()))
        for field in self._record.fields:
            index = feature.fields().indexOf(field.key)
            if index >= 0 and not is_null(feature.attribute(index)):
                self.form.changeAttribute(field.key, feature.attribute(index))

    def _label(self, key: str) -> str:
        return str(self._record.field(key).label[self._language])

    def _value_changed(self, key: str, value: Any, _changed: bool) -> None:
        self.problem.hide()
        note = self._notes.get(key)
        if note is not None:
            note.check(None if is_null(value) else str(value))

    def _explain_fields(self) -> None:
        """Help of the standard at each field, and notes under those that people write freely."""
        for field in self._record.fields:
            editor = self.editor(field.key)
            if editor is None:
                continue
            label = self._label(field.key)
            editor.setAccessibleName(label)
            if field.help is not None:
                said = field.help[self._language]
                editor.setToolTip(said)
                editor.setAccessibleDescription(said)
                if isinstance(editor, (QLineEdit, QPlainTextEdit)):
                    editor.setPlaceholderText(said)
            if isinstance(editor, QPlainTextEdit):
                editor.setTabChangesFocus(True)
                if editor.toPlainText() == QgsApplication.nullRepresentation():
                    # QGIS writes the word for null into the field, where it would be typed on
                    editor.clear()
            if field.checked_for_personal_data and not field.read_only:
                note = PersonalDataNote(self._language, self.form)
                if put_under(editor, note):
                    self._notes[field.key] = note

    def _fit(self) -> None:
        """Long labels of codes and boxes with one field must not make the form scroll."""
        for combo in self.form.findChildren(QComboBox):
            shrink(combo)
        for box in self.form.findChildren(QGroupBox):
            box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _only_for_reporters(self) -> None:
        """Hide the tabs of what is filled in by others, or after the incident is stored."""
        wanted: Dict[str, bool] = {
            group.label[self._language]: any(
                not field.handling for field in self._record.fields if field.group == group.key
            )
            for group in self._record.groups
        }
        tabs = self.form.findChild(QTabWidget)
        # Qt 5.15; QGIS keeps its own list of the tabs, so that none may be removed
        if tabs is None or not hasattr(tabs, "setTabVisible"):
            return
        for index in range(tabs.count()):
            if not wanted.get(tabs.tabText(index).replace("&", ""), False):
                tabs.setTabVisible(index, False)


def _editors(form: QWidget) -> Dict[str, QWidget]:
    """The widgets that QGIS has named after fields, found in one go: asking is slow."""
    found: Dict[str, QWidget] = {}
    for widget in form.findChildren(QWidget):
        # the frame around an editor has its name too; QGIS 3.22 gives it as a plain widget
        frame = type(widget) is QWidget or isinstance(widget, QgsAttributeFormEditorWidget)
        if widget.objectName() and not frame:
            found.setdefault(widget.objectName(), widget)
    return found


def _context(iface: QgisInterface) -> QgsAttributeEditorContext:  # noqa: QGS105
    context = QgsAttributeEditorContext()
    context.setVectorLayerTools(iface.vectorLayerTools())
    context.setMapCanvas(iface.mapCanvas())
    context.setMainMessageBar(iface.messageBar())
    context.setFormMode(QgsAttributeEditorContext.FormMode.StandaloneDialog)
    return context
