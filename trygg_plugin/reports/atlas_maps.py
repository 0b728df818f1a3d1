"""How the maps of the council atlas look: counts per cell, hot spots, areas.

Colours follow the charts: a single-hue ramp that falls in lightness, and a dark border
for hot spots, so that a print in grey still tells them apart.
"""

from __future__ import annotations

from typing import Callable, List, Optional, Sequence, Tuple

from qgis.core import (
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsRendererRange,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from ..project.symbology import name_labels, outline
from .charts.palette import HEAT

HOT = "#8c1d18"
_STEPS = (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000)
#: Fewer incidents than this in a cell are not told apart (domain.md section 7).
SMALL = 5


def count_classes(highest: int) -> List[Tuple[int, int]]:
    """Classes of a count map, (lowest, highest) each: small counts together, at most five."""
    bounds = [1, *(step for step in _STEPS if step <= highest)]
    while len(bounds) > 5:
        # Keep the smallest class and the top; thin out between them.
        del bounds[2 if len(bounds) % 2 else 3]
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
            {"color": colour, "outline_color": "#ffffff", "outline_width": "0.1"}
        )
        last = (low, high) == classes[-1] and len(classes) > 1
        worded = label(low, None if last else high)
        ranges.append(QgsRendererRange(low - 0.5, high + 0.5, symbol, worded))
    layer.setRenderer(QgsGraduatedSymbolRenderer(field, ranges))
    layer.setOpacity(0.85)


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
    """Area borders; the area of an atlas page stands out, its neighbours are named."""
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
    layer.setLabeling(name_labels("name", 7.0))
    layer.setLabelsEnabled(True)


def style_ground(layer: QgsVectorLayer) -> None:
    """The municipality's ground below everything else."""
    layer.renderer().setSymbol(
        QgsFillSymbol.createSimple({"color": "#f4f1ea", "outline_style": "no"})
    )
