"""How the maps of the council atlas look: counts per cell, hot spots, areas.

Colours follow the charts: a single-hue ramp that falls in lightness, and a dark border
for hot spots, so that a print in grey still tells them apart.
"""

from __future__ import annotations

from typing import Callable, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsProperty,
    QgsRendererRange,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from ..project.symbology import name_labels, outline, see_through
from .charts.palette import HEAT

HOT = "#8c1d18"
_STEPS = (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000)
#: Fewer incidents than this in a cell are not told apart (domain.md section 7).
SMALL = 5
#: Areas whose names fit on an overview map.
MOST_NAMES = 25


def count_classes(highest: int) -> List[Tuple[int, int]]:
    """Classes of a count map, (lowest, highest) each: small counts together, at most four."""
    steps = [step for step in _STEPS if step <= highest]
    if len(steps) > 3:
        # Evenly over the round numbers, the smallest and the largest among them.
        steps = [steps[0], steps[len(steps) // 2], steps[-1]]
    bounds = [1, *steps]
    upper = [bound - 1 for bound in bounds[1:]] + [max(highest, SMALL - 1)]
    return list(zip(bounds, upper))


def style_cells(
    layer: QgsVectorLayer,
    field: str,
    highest: int,
    label: Callable[[int, Optional[int]], str],
) -> None:
    """Counts per cell, small counts as one class; ``label`` words a class (None: and above)."""
    classes = count_classes(highest)
    colours = [HEAT[round(i * (len(HEAT) - 2) / max(len(classes) - 1, 1))]
               for i in range(len(classes))]
    ranges = []
    for (low, high), colour in zip(classes, colours):
        symbol = QgsFillSymbol.createSimple(
            # See-through colours stay vectors in a PDF; a see-through layer becomes a picture.
            {"color": see_through(colour, 217), "outline_color": "#ffffff", "outline_width": "0.1"}
        )
        last = (low, high) == classes[-1] and len(classes) > 1
        worded = label(low, None if last else high)
        ranges.append(QgsRendererRange(low - 0.5, high + 0.5, symbol, worded))
    layer.setRenderer(QgsGraduatedSymbolRenderer(field, ranges))


def style_hot_spots(layer: QgsVectorLayer, labels: Sequence[Tuple[int, str]]) -> None:
    """Hot spots by level (3: 99 %, 2: 95 %) as borders; ``labels`` name the levels."""
    root = QgsRuleBasedRenderer.Rule(None)
    for level, label in labels:
        symbol = outline(HOT, 1.0 if level == 3 else 0.55)
        rule = QgsRuleBasedRenderer.Rule(symbol)
        rule.setFilterExpression(f'"level" = {level}')
        rule.setLabel(label)
        root.appendChild(rule)
    layer.setRenderer(QgsRuleBasedRenderer(root))


def style_areas(layer: QgsVectorLayer, this_area: str, other_areas: str) -> None:
    """Area borders with names; the area of an atlas page stands out.

    The overview of a large city leaves the names to the area pages.
    """
    root = QgsRuleBasedRenderer.Rule(None)
    shown = "\"uuid\" = attribute(@atlas_feature, 'uuid')"
    for expression, label, symbol in (
        (shown, this_area, outline("#1f2a36", 0.9)),
        ("ELSE", other_areas, outline("#5a6673", 0.3)),
    ):
        rule = QgsRuleBasedRenderer.Rule(symbol)
        if expression == "ELSE":
            rule.setIsElse(True)
        else:
            rule.setFilterExpression(expression)
        rule.setLabel(label)
        root.appendChild(rule)
    layer.setRenderer(QgsRuleBasedRenderer(root))
    named = layer.featureCount() <= MOST_NAMES
    shown = QgsProperty.fromExpression(f"@atlas_feature IS NOT NULL OR {str(named).lower()}")
    layer.setLabeling(name_labels("name", 7.0, shown))
    layer.setLabelsEnabled(True)


def style_ground(layer: QgsVectorLayer) -> None:
    """The municipality's ground below everything else."""
    layer.renderer().setSymbol(
        QgsFillSymbol.createSimple({"color": "#f4f1ea", "outline_style": "no"})
    )
