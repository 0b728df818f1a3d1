"""How records look on the map: by category, by recency, by state.

Every category has a colour (from the code list) and a shape, so that a map
printed in grey can still be read.
"""

from __future__ import annotations

from typing import Iterable, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRendererCategory,
    QgsRuleBasedRenderer,
    QgsSymbol,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ..domain.record_types import Code, CodeList

SHAPES = ("circle", "square", "diamond", "triangle", "pentagon", "star", "cross_fill", "hexagon")
_UNKNOWN = "#7f7f7f"

#: Age in days up to which an incident counts as this recent, its colour and size (mm).
RECENCY: Sequence[Tuple[Optional[int], str, float]] = (
    (7, "#b2182b", 3.4),
    (30, "#ef8a62", 2.8),
    (90, "#fddbc7", 2.4),
    (None, "#d9d9d9", 2.0),
)
_RECENCY_LABELS = {
    "sv": ("Senaste 7 dagarna", "8–30 dagar", "31–90 dagar", "Äldre än 90 dagar"),
    "en": ("Last 7 days", "8–30 days", "31–90 days", "Older than 90 days"),
}


def by_code(
    layer: QgsVectorLayer, field: str, codes: CodeList, language: str, only: Iterable[str] = ()
) -> QgsCategorizedSymbolRenderer:
    """A symbol for each code of a field; ``only`` limits the map to some of them."""
    wanted = set(only)
    categories: List[QgsRendererCategory] = []
    for position, code in enumerate(codes.codes):
        if wanted and code.key not in wanted:
            continue
        symbol = _symbol(layer, code, SHAPES[position % len(SHAPES)])
        categories.append(QgsRendererCategory(code.key, symbol, code.label[language]))
    return QgsCategorizedSymbolRenderer(field, categories)


def by_recency(layer: QgsVectorLayer, time_field: str, language: str, states: Sequence[str]):
    """Incidents by age, the newest strongest; only the given states are drawn."""
    root = QgsRuleBasedRenderer.Rule(None)
    known = ", ".join(f"'{state}'" for state in states)
    age = f"day(age(now(), \"{time_field}\"))"
    lower: Optional[int] = None
    for (upper, colour, size), label in zip(RECENCY, _RECENCY_LABELS[language]):
        parts = [f'"status" IN ({known})']
        if lower is not None:
            parts.append(f"{age} > {lower}")
        if upper is not None:
            parts.append(f"{age} <= {upper}")
        rule = QgsRuleBasedRenderer.Rule(_marker(colour, "circle", size))
        rule.setFilterExpression(" AND ".join(parts))
        rule.setLabel(label)
        root.appendChild(rule)
        lower = upper
    return QgsRuleBasedRenderer(root)


def only_states(renderer: QgsCategorizedSymbolRenderer, field: str, states: Sequence[str]):
    """The same symbols, drawn for records in the given states only."""
    ruled = QgsRuleBasedRenderer.convertFromRenderer(renderer)
    known = ", ".join(f"'{state}'" for state in states)
    root = ruled.rootRule()
    for rule in root.children():
        rule.setFilterExpression(f"({rule.filterExpression()}) AND \"{field}\" IN ({known})")
    return ruled


def outline(colour: str = "#1f2a36", width: float = 0.5) -> QgsFillSymbol:
    """An area shown by its border alone, so that what lies below stays readable."""
    return QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": colour, "outline_width": str(width)}
    )


def see_through(colour: str, alpha: int) -> str:
    """A colour with an alpha of 0 to 255, as symbol properties have it."""
    known = QColor(colour)
    return f"{known.red()},{known.green()},{known.blue()},{alpha}"


def name_labels(
    field: str, size: float = 8.0, shown: Optional[QgsProperty] = None
) -> QgsVectorLayerSimpleLabeling:
    """Labels with a white halo; ``shown`` decides where there are any."""
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(QColor("#ffffff"))  # noqa: QGS202  (a halo, no raster)
    text = QgsTextFormat()
    text.setSize(size)
    text.setColor(QColor("#1f2a36"))  # noqa: QGS202  (a text, no raster)
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    settings.setFormat(text)
    if shown is not None:
        properties = settings.dataDefinedProperties()
        properties.setProperty(QgsPalLayerSettings.Property.Show, shown)
        settings.setDataDefinedProperties(properties)
    return QgsVectorLayerSimpleLabeling(settings)


def _symbol(layer: QgsVectorLayer, code: Code, shape: str) -> QgsSymbol:
    colour = code.colour or _UNKNOWN
    kind = layer.geometryType()
    if kind == QgsWkbTypes.GeometryType.PolygonGeometry:
        return QgsFillSymbol.createSimple(
            {
                "color": see_through(colour, 70),
                "outline_color": colour,
                "outline_width": "0.6",
            }
        )
    if kind == QgsWkbTypes.GeometryType.LineGeometry:
        return QgsLineSymbol.createSimple({"color": colour, "width": "0.9"})
    return _marker(colour, shape, 2.8)


def _marker(colour: str, shape: str, size: float) -> QgsMarkerSymbol:
    return QgsMarkerSymbol.createSimple(
        {
            "name": shape,
            "color": colour,
            "size": str(size),
            "outline_color": "#ffffff",
            "outline_width": "0.25",
        }
    )
