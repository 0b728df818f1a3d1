"""Runs in a process of its own: a QGIS without the plugin opens a project and fills in a form."""

from __future__ import annotations

import os
import sys

from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorLayerTools,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsAttributeEditorContext, QgsAttributeForm, QgsGui
from qgis.PyQt.QtWidgets import QComboBox


class Tools(QgsVectorLayerTools):
    """QGIS's windows have their own; a form asks for some."""

    def addFeature(self, *_arguments: object) -> bool:  # noqa: N802
        return False


def main(path: str) -> None:
    assert not any("trygg" in name for name in sys.modules)
    application = QgsApplication([], True)
    application.initQgis()
    QgsGui.editorWidgetRegistry().initEditors()
    project = QgsProject.instance()
    assert project.read(path)
    layers = {layer.customProperty("trygg/table"): layer for layer in project.mapLayers().values()}
    broken = [layer.name() for layer in project.mapLayers().values() if not layer.isValid()]
    assert not broken, broken
    folder = os.path.dirname(path)
    assert all(layer.source().startswith(folder) for layer in layers.values())
    incident = layers["incident"]
    assert incident.startEditing()
    feature = QgsVectorLayerUtils.createFeature(
        incident, QgsGeometry.fromWkt("Point(501500 6500500)")
    )
    tools = Tools()
    context = QgsAttributeEditorContext()
    context.setVectorLayerTools(tools)
    context.setAttributeFormMode(QgsAttributeEditorContext.Mode.AddFeatureMode)
    form = QgsAttributeForm(incident, feature, context)
    form.setMode(QgsAttributeEditorContext.Mode.AddFeatureMode)
    for combo in form.findChildren(QComboBox):
        if combo.findData("vandalism") >= 0:
            combo.setCurrentIndex(combo.findData("vandalism"))
    assert form.save()
    assert incident.commitChanges(), incident.commitErrors()
    stored = [row for row in incident.getFeatures() if row["category"] == "vandalism"]
    assert len(stored) == 1
    names = {row["uuid"]: row["name"] for row in layers["area"].getFeatures()}
    assert names[stored[0]["area"]] == "Öst", stored[0]["area"]
    assert isinstance(feature, QgsFeature)
    assert not any("trygg" in name for name in sys.modules)
    print("all is well", flush=True)
    project.clear()
    # QGIS 3.22 dies now and then while Python takes its widgets apart.
    os._exit(0)


main(sys.argv[1])
