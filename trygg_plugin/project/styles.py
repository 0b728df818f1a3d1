"""Named styles, map tips, labels and temporal settings of each layer."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    Qgis,
    QgsFeatureRenderer,
    QgsFillSymbol,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ..data.errors import DataError
from ..domain.record_types import Label, RecordType, Standard
from ..domain.states import INCIDENT, counts_in_statistics
from .symbology import by_code, by_recency, name_labels, only_states, outline

SITUATION: Label = {"sv": "Lägesbild (kategori)", "en": "Situation picture (category)"}
RECENCY: Label = {"sv": "Senaste tiden", "en": "Recent"}
INCOMING: Label = {"sv": "Inkommande (status)", "en": "Incoming (state)"}

INCOMING_STATES = ("submitted", "under_review", "needs_completion")
REVIEWED_STATES = tuple(state for state in INCIDENT.states if counts_in_statistics(state))


def style_layer(
    layer: QgsVectorLayer, record: RecordType, standard: Standard, language: str
) -> None:
    """Give a layer its look; call it after the form.

    A named style carries along all that the layer has when it is made: form, map tip, time.
    """
    if not layer.isSpatial():
        return
    layer.setMapTipTemplate(_map_tip(record))
    if record.key == "incident":
        _style_incident(layer, standard, language)
    elif record.key == "area":
        layer.setRenderer(QgsSingleSymbolRenderer(outline()))
        _label(layer, "name")
    elif record.key == "priority_place":
        symbol = QgsFillSymbol.createSimple(
            {"color": "140,29,24,40", "outline_color": "#8c1d18", "outline_width": "0.9"}
        )
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    elif record.state_field:
        states = standard.codelists[str(record.field(record.state_field).codelist)]
        layer.setRenderer(by_code(layer, record.state_field, states, language))


def _style_incident(layer: QgsVectorLayer, standard: Standard, language: str) -> None:
    categories = standard.codelists["category"]
    _set_temporal(layer)
    by_category = by_code(layer, "category", categories, language)
    states = standard.codelists["incident_state"]
    _named(layer, SITUATION[language], only_states(by_category, "status", REVIEWED_STATES))
    _named(layer, RECENCY[language], by_recency(layer, "time_from", language, REVIEWED_STATES))
    _named(layer, INCOMING[language], by_code(layer, "status", states, language, INCOMING_STATES))
    _show(layer, SITUATION[language])


def _named(layer: QgsVectorLayer, name: str, renderer: Optional[QgsFeatureRenderer]) -> None:
    """Keep the layer's present form with this renderer as a style of its own."""
    manager = layer.styleManager()
    if manager.isDefault(manager.currentStyle()):
        kept = manager.renameStyle(manager.currentStyle(), name)
    else:
        kept = manager.addStyleFromLayer(name)
    if not kept:
        raise DataError("The layer “{layer}” cannot keep the style “{style}”.",
                        layer=layer.name(), style=name)
    _show(layer, name)
    layer.setRenderer(renderer)


def _show(layer: QgsVectorLayer, name: str) -> None:
    if not layer.styleManager().setCurrentStyle(name):
        raise DataError("The layer “{layer}” has no style “{style}”.",
                        layer=layer.name(), style=name)


def _set_temporal(layer: QgsVectorLayer) -> None:
    """Let the temporal controller show incidents by when they happened."""
    temporal = layer.temporalProperties()
    temporal.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)
    temporal.setStartExpression('"time_from"')
    temporal.setEndExpression('coalesce("time_to", "time_from")')
    # Off until someone turns the controller on: the map shows everything by default.
    temporal.setIsActive(False)


def _label(layer: QgsVectorLayer, field: str) -> None:
    layer.setLabeling(name_labels(field))
    layer.setLabelsEnabled(True)


def _map_tip(record: RecordType) -> str:
    """What the pointer shows: the record's name, and for incidents what and when."""
    title = record.display or '"uuid"'
    lines = [f"<b>[% {title} %]</b>"]
    keys = [field.key for field in record.fields]
    if record.key == "incident":
        lines.append("[% represent_value(\"category\") %]")
        lines.append("[% format_date(\"time_from\", 'yyyy-MM-dd HH:mm') %]")
    if record.state_field in keys:
        lines.append(f"[% represent_value(\"{record.state_field}\") %]")
    return "<br>".join(lines)
