"""All fields of a stored record in its layer's own form, saved at once or refused with why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import QgsExpression, QgsFeature, QgsFeatureRequest, QgsVectorLayer
from qgis.gui import QgsAttributeEditorContext, QgsAttributeForm
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout

from ....i18n import tr
from ...form_parts import note, shrink
from ...layer_edit import apply_edit, stop_editing
from ...save_dialog import SaveDialog

if TYPE_CHECKING:
    from ....data.records import Record
    from ...shell import Shell


def open_record(
    shell: Shell, layer: QgsVectorLayer, record: Record, title: str
) -> Optional[RecordForm]:
    """Open the form of a record; None, and a sentence, when it cannot be edited."""
    request = QgsFeatureRequest().setFilterExpression(
        f'"uuid" = {QgsExpression.quotedValue(record.uuid)}'
    )
    feature = next(layer.getFeatures(request), None)
    if feature is None:
        shell.messages.info(tr("The record is not in the layer “{layer}”; a filter may hide it.")
                            .format(layer=layer.name()))
        return None
    joins = layer.isEditable()
    if not joins and not layer.startEditing():
        shell.messages.warning(
            tr("The layer “{layer}” cannot be edited.").format(layer=layer.name())
        )
        return None
    form = RecordForm(shell, layer, feature, title, joins)
    form.open()
    return form


class RecordForm(SaveDialog):
    """The layer must be in edit mode; ``joins``: it was before, and its edits are the user's."""

    def __init__(
        self, shell: Shell, layer: QgsVectorLayer, feature: QgsFeature, title: str, joins: bool
    ) -> None:
        super().__init__(shell.iface.mainWindow(), title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell, self._layer, self._title, self._joins = shell, layer, title, joins
        context = QgsAttributeEditorContext()
        context.setVectorLayerTools(shell.iface.vectorLayerTools())
        context.setMapCanvas(shell.iface.mapCanvas())
        context.setMainMessageBar(shell.iface.messageBar())
        context.setFormMode(QgsAttributeEditorContext.FormMode.StandaloneDialog)
        self.form = QgsAttributeForm(layer, feature, context, self)
        self.form.hideButtonBox()
        for combo in self.form.findChildren(QComboBox):
            shrink(combo)
        for editor in self.form.findChildren(QPlainTextEdit):
            editor.setTabChangesFocus(True)
        self.finished.connect(lambda _result: stop_editing(layer, joins))
        content = QVBoxLayout()
        if joins:
            content.addWidget(note(
                tr("“{layer}” is in edit mode: the change is added to your open edits and is "
                   "stored when you save them.").format(layer=layer.name()), self))
        content.addWidget(self.form, 1)
        self.finish(content)
        line = self.fontMetrics().height()
        self.resize(QSize(34 * line, 34 * line).boundedTo(shell.iface.mainWindow().size()))

    def save(self) -> str:
        """Save what is filled in; a sentence when it was refused."""
        outcome = apply_edit(
            self._shell.current, self._layer, self._title, self._write, self._joins
        )
        if outcome.done:
            self._shell.messages.success(
                tr("The change is saved.") if outcome.saved
                else tr("The change was added to your open edits.")
            )  # fmt: skip
            return ""
        refusals = list(outcome.refusals)
        if not self._layer.isEditable() and not self._layer.startEditing():
            refusals.append(
                tr("The layer “{layer}” cannot be edited.").format(layer=self._layer.name())
            )
        return "\n".join(refusals)

    def _write(self) -> bool:
        """The fields that differ, into the layer's edit buffer."""
        filled, layer = self.form.currentFormFeature(), self._layer
        stored = layer.getFeature(filled.id())
        fine = True
        for index in range(layer.fields().count()):
            value = filled.attribute(index)
            if value != stored.attribute(index):
                fine = layer.changeAttributeValue(filled.id(), index, value) and fine
        return fine
