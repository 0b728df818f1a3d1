"""A new record in its layer's own form, stored at once or refused with why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Optional

from qgis.core import NULL, QgsApplication, QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.core import QgsVectorLayerUtils as LayerUtils
from qgis.gui import QgsAttributeEditorContext

from ....compat import is_null
from ....i18n import tr
from .record_form import RecordForm

if TYPE_CHECKING:
    from ...shell import Shell


def new_record(
    shell: Shell, table: str, values: Mapping[str, Any], title: str
) -> Optional[NewRecordForm]:
    """Open an empty form of a table with some values filled in; None, and a sentence, when the
    open project has no such layer or it cannot be edited."""
    layer = layer_of(shell, table)
    if layer is None:
        return None
    joins = layer.isEditable()
    if not joins and not layer.startEditing():
        shell.messages.warning(
            tr("The layer “{layer}” cannot be edited.").format(layer=layer.name())
        )
        return None
    given = {
        layer.fields().indexOf(key): value
        for key, value in values.items()
        if layer.fields().indexOf(key) >= 0
    }
    context = layer.createExpressionContext()
    feature = LayerUtils.createFeature(layer, QgsGeometry(), given, context)
    form = NewRecordForm(shell, layer, feature, title, joins)
    form.open()
    return form


def layer_of(shell: Shell, table: str) -> Optional[QgsVectorLayer]:
    """The open project's layer of a table; None, and a sentence, when it has none."""
    layer = shell.current.layer(table)
    if layer is None:
        shell.messages.warning(
            tr("The open project has no layer for this kind of record. Add it, or open the "
               "workspace's own project.")
        )
    return layer


class NewRecordForm(RecordForm):
    """The form of a record that is not stored yet. The layer must be in edit mode."""

    def __init__(
        self, shell: Shell, layer: QgsVectorLayer, feature: QgsFeature, title: str, joins: bool
    ) -> None:
        super().__init__(shell, layer, feature, title, joins)
        self.form.setMode(QgsAttributeEditorContext.Mode.AddFeatureMode)

    def _write(self) -> bool:
        """The filled form as a new feature in the layer's edit buffer."""
        feature = QgsFeature(self.form.currentFormFeature())
        for index in range(feature.fields().count()):
            value = feature.attribute(index)
            if is_null(value) or value in ("", QgsApplication.nullRepresentation()):
                feature.setAttribute(index, NULL)
        return bool(self._layer.addFeature(feature))
