"""Map themes: what is incoming, the situation picture, and the measures."""

from __future__ import annotations

from typing import Dict, List, Mapping, Sequence, Tuple

from qgis.core import QgsMapThemeCollection, QgsProject, QgsVectorLayer

from ..domain.record_types import Label
from .styles import INCOMING, RECENCY, SITUATION

#: Theme label; the incident layer's style in it (None: not shown); other tables shown.
THEMES: Sequence[Tuple[Label, Label, Tuple[str, ...]]] = (
    ({"sv": "Inkommande", "en": "Incoming"}, INCOMING, ("area",)),
    ({"sv": "Lägesbild", "en": "Situation picture"}, SITUATION,
     ("area", "problem", "priority_place")),
    ({"sv": "Senaste tiden", "en": "Recent"}, RECENCY, ("area",)),
    ({"sv": "Åtgärder", "en": "Measures"}, {}, ("area", "problem", "measure")),
)


def add_themes(
    project: QgsProject,
    by_table: Mapping[str, QgsVectorLayer],
    on_map: Mapping[str, Sequence[QgsVectorLayer]],
    language: str,
) -> None:
    """Add the themes and leave the layer tree showing the situation picture."""
    collection = project.mapThemeCollection()
    shown: Dict[str, List[str]] = {}
    for label, style, tables in THEMES:
        records: List[QgsMapThemeCollection.MapThemeLayerRecord] = []
        incident = by_table.get("incident")
        if style and incident is not None:
            record = QgsMapThemeCollection.MapThemeLayerRecord(incident)
            record.usingCurrentStyle = True
            record.currentStyle = style[language]
            records.append(record)
        for table in tables:
            layers = on_map.get(table) or [by_table[table]] if table in by_table else []
            for layer in layers:
                records.append(_record(layer))
        theme = QgsMapThemeCollection.MapThemeRecord()
        theme.setLayerRecords(records)
        collection.insert(label[language], theme)
        shown[label[language]] = [record.layer().id() for record in records]
    _check(project, shown[THEMES[1][0][language]])


def _record(layer: QgsVectorLayer) -> QgsMapThemeCollection.MapThemeLayerRecord:
    record = QgsMapThemeCollection.MapThemeLayerRecord(layer)
    record.usingCurrentStyle = True
    record.currentStyle = layer.styleManager().currentStyle()
    return record


def _check(project: QgsProject, layer_ids: Sequence[str]) -> None:
    for node in project.layerTreeRoot().findLayers():
        node.setItemVisibilityChecked(node.layerId() in layer_ids)
