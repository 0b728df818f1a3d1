"""How results look: renderers made in code, with legends in the user's language.

Diverging colours are ColorBrewer's RdBu, sequential ones OrRd: both can be told apart by
colour-blind readers, and their lightness orders them in a grey print.
"""

from __future__ import annotations

from typing import Any, List, Optional, Sequence, Tuple

import numpy as np
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsClassificationRange,
    QgsColorRampShader,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsRasterLayer,
    QgsRasterShader,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSingleBandPseudoColorRenderer,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ..i18n import tr
from .outputs import Style

SEQUENTIAL = ("#fef0d9", "#fdcc8a", "#fc8d59", "#e34a33", "#b30000")
DIVERGING = ("#2166ac", "#67a9cf", "#d1e5f0", "#f7f7f7", "#fddbc7", "#ef8a62", "#b2182b")
NEUTRAL = "#f0f0f0"
EDGE = "#7f7f7f"

HOT_COLD: Tuple[Tuple[int, str, str], ...] = (
    (3, "Hot spot, 99 % confidence", DIVERGING[6]),
    (2, "Hot spot, 95 % confidence", DIVERGING[5]),
    (1, "Hot spot, 90 % confidence", DIVERGING[4]),
    (0, "Not significant", NEUTRAL),
    (-1, "Cold spot, 90 % confidence", DIVERGING[2]),
    (-2, "Cold spot, 95 % confidence", DIVERGING[1]),
    (-3, "Cold spot, 99 % confidence", DIVERGING[0]),
)


def hot_cold_labels() -> List[Tuple[int, str, str]]:
    """Class, translated label and colour of hot and cold spots."""
    labels = (
        tr("Hot spot, 99 % confidence"), tr("Hot spot, 95 % confidence"),
        tr("Hot spot, 90 % confidence"), tr("Not significant"),
        tr("Cold spot, 90 % confidence"), tr("Cold spot, 95 % confidence"),
        tr("Cold spot, 99 % confidence"),
    )
    return [(key, label, colour) for (key, _, colour), label in zip(HOT_COLD, labels)]


def symbol_for(layer: QgsVectorLayer, colour: str, opacity: float = 1.0) -> QgsSymbol:
    """A plain symbol of the layer's kind in a colour; polygons have a thin edge."""
    geometry = layer.geometryType()
    if geometry == QgsWkbTypes.GeometryType.PolygonGeometry:
        symbol: QgsSymbol = QgsFillSymbol.createSimple(
            {"color": colour, "outline_color": EDGE, "outline_width": "0.1"}
        )
    elif geometry == QgsWkbTypes.GeometryType.PointGeometry:
        symbol = QgsMarkerSymbol.createSimple(
            {"color": colour, "outline_color": "#ffffff", "size": "2.4"}
        )
    else:
        symbol = QgsSymbol.defaultSymbol(geometry)
        symbol.setColor(QColor(colour))  # noqa: QGS202  (a symbol, no raster)
        symbol.setWidth(0.8)
    symbol.setOpacity(opacity)
    return symbol


def categorized(
    field: str, classes: Sequence[Tuple[Any, str, Optional[str]]], opacity: float = 0.85
) -> Style:
    """One colour per value: (value, legend text, colour; None hides the class)."""

    def style(layer: QgsMapLayer) -> None:
        if not isinstance(layer, QgsVectorLayer):
            return
        categories = []
        for value, label, colour in classes:
            symbol = symbol_for(layer, colour or NEUTRAL, opacity)
            categories.append(QgsRendererCategory(value, symbol, label, colour is not None))
        layer.setRenderer(QgsCategorizedSymbolRenderer(field, categories))

    return style


def graduated(
    field: str,
    breaks: Sequence[float],
    colours: Sequence[str] = SEQUENTIAL,
    unit: str = "",
    decimals: int = 1,
    opacity: float = 0.85,
) -> Style:
    """Classes between breaks (one more break than colours used)."""

    def style(layer: QgsMapLayer) -> None:
        if not isinstance(layer, QgsVectorLayer):
            return
        ranges = []
        for i, (low, high) in enumerate(zip(breaks[:-1], breaks[1:])):
            colour = colours[round(i * (len(colours) - 1) / max(1, len(breaks) - 2))]
            label = f"{low:.{decimals}f} – {high:.{decimals}f} {unit}".strip()
            ranges.append(
                QgsRendererRange(
                    QgsClassificationRange(label, low, high), symbol_for(layer, colour, opacity)
                )
            )
        renderer = QgsGraduatedSymbolRenderer(field, ranges)
        layer.setRenderer(renderer)

    return style


def quantile_breaks(values: np.ndarray, classes: int = 5) -> List[float]:
    """Breaks with about equally many values in each class; fewer where values repeat."""
    known = values[np.isfinite(values)]
    if len(known) == 0:
        return [0.0, 1.0]
    breaks = np.unique(np.quantile(known, np.linspace(0.0, 1.0, classes + 1)))
    if len(breaks) == 1:
        return [float(breaks[0]), float(breaks[0])]
    return [float(value) for value in breaks]


def surface(
    highest: float, unit: str = "", colours: Sequence[str] = SEQUENTIAL, lowest: float = 0.0
) -> Style:
    """A raster from transparent at ``lowest`` over the colours to ``highest``."""

    def style(layer: QgsMapLayer) -> None:
        if not isinstance(layer, QgsRasterLayer) or not highest > lowest:
            return
        span = highest - lowest
        items = [_ramp_item(lowest, _clear(colours[0]), lowest, unit)]
        for i, colour in enumerate(colours):
            value = lowest + span * (0.08 if i == 0 else i / (len(colours) - 1))
            items.append(_ramp_item(value, QColor(colour), value, unit))
        _set_pseudo_colour(layer, lowest, highest, items)

    return style


def difference(reach: float, unit: str = "", middle: float = 0.0) -> Style:
    """A raster in diverging colours from ``middle - reach`` to ``middle + reach``."""

    def style(layer: QgsMapLayer) -> None:
        if not isinstance(layer, QgsRasterLayer) or not reach > 0:
            return
        items = []
        for i, colour in enumerate(DIVERGING):
            value = middle - reach + 2 * reach * i / (len(DIVERGING) - 1)
            shade = _clear(colour) if i == len(DIVERGING) // 2 else QColor(colour)
            items.append(_ramp_item(value, shade, value, unit))
        _set_pseudo_colour(layer, middle - reach, middle + reach, items)

    return style


def _clear(colour: str) -> QColor:
    shade = QColor(colour)
    shade.setAlpha(0)
    return shade


def _ramp_item(value: float, colour: QColor, shown: float, unit: str) -> Any:
    return QgsColorRampShader.ColorRampItem(value, colour, f"{shown:.3g} {unit}".strip())


def _set_pseudo_colour(
    layer: QgsRasterLayer, lowest: float, highest: float, items: Sequence[Any]
) -> None:
    ramp = QgsColorRampShader(lowest, highest)
    ramp.setColorRampType(QgsColorRampShader.Type.Interpolated)
    ramp.setColorRampItemList(list(items))
    shader = QgsRasterShader(lowest, highest)
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(lowest)
    renderer.setClassificationMax(highest)
    renderer.setOpacity(0.8)
    layer.setRenderer(renderer)


def single(colour: str, opacity: float = 0.45) -> Style:
    """All features alike."""

    def style(layer: QgsMapLayer) -> None:
        if isinstance(layer, QgsVectorLayer):
            layer.setRenderer(QgsSingleSymbolRenderer(symbol_for(layer, colour, opacity)))

    return style
