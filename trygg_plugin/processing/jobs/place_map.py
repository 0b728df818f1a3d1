"""A small map for the summary: hot and cold cells, the ranked places, the areas' borders."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, List, Optional, Tuple

import numpy as np
from qgis.core import QgsGeometry, QgsRectangle

from ...i18n import tr
from .. import areas as areas_of
from ..outputs import shown_number
from ..styles import hot_cold_labels
from .sections import Chart

if TYPE_CHECKING:
    from .situation import Situation

WIDE, HIGHEST, LEGEND = 720, 560, 64
#: More points than this are drawn as a thinned sample: a picture shows no more.
MOST_POINTS = 3000
FEW_POINTS = 500


def place_map(situation: Situation, language: str) -> Optional[Chart]:
    """The map, or None when there are neither hot spots nor places to show."""
    from ...reports.charts.palette import GRID, INK, PAPER, SOFT_INK
    from ...reports.charts.svg import BODY, Canvas

    grid = None if situation.cells is None else situation.cells.grid
    listed, answer = situation.listed, situation.hot_spots
    places = [] if listed is None else listed.shapes
    if grid is None or (not places and (answer is None or not (answer.level != 0).any())):
        return None
    now = situation.events.take(situation.now)
    corners: List[np.ndarray] = [np.column_stack([now.x, now.y])]
    corners += [ring for shape in places for ring in areas_of.rings_of(shape)]
    points = np.vstack(corners)
    low, high = points.min(axis=0), points.max(axis=0)
    margin = max(float((high - low).max()) * 0.04, 1.0)
    low, high = low - margin, high + margin
    width, height = (float(v) for v in high - low)
    scale = min(WIDE / width, HIGHEST / height)
    tall = math.ceil(height * scale)
    left = (WIDE - width * scale) / 2

    classes = [] if answer is None else [
        (key, label, colour) for key, label, colour in hot_cold_labels()
        if key != 0 and (answer.level == key).any()
    ]
    count = len(places)
    text = tr("Map of the period: {places} ranked places (outlined, numbered), hot and cold cells "
              "(coloured) and the incidents (dots).").format(places=count)
    canvas = Canvas((WIDE, tall + LEGEND), "", text, language)

    def at(ring: np.ndarray) -> List[Tuple[float, float]]:
        return [(left + (x - low[0]) * scale, (high[1] - y) * scale) for x, y in ring.tolist()]

    few = len(now) < FEW_POINTS

    def draw_incidents() -> None:
        step = max(1, math.ceil(len(now) / MOST_POINTS))
        for x, y in at(np.column_stack([now.x[::step], now.y[::step]])):
            canvas.dot((x, y), 1.3 if few else 0.8, SOFT_INK)

    if not few:  # they would hide the cells
        draw_incidents()
    if answer is not None:
        for key, _, colour in classes:
            for ring in grid.polygons(np.flatnonzero(answer.level == key)):
                if ((ring.max(axis=0) > low) & (ring.min(axis=0) < high)).all():
                    canvas.area(at(ring[:-1]), colour)
    if situation.areas is not None:
        frame = QgsGeometry.fromRect(_rectangle(low, high))
        for geometry in situation.areas.geometries:
            part = geometry.intersection(frame)
            for ring in areas_of.rings_of(part) if not part.isEmpty() else []:
                canvas.path(at(np.vstack([ring, ring[:1]])), GRID, 1.2)
    if few:
        draw_incidents()
    for rank, shape in enumerate(places, start=1):
        for ring in areas_of.rings_of(shape):
            canvas.path(at(np.vstack([ring, ring[:1]])), INK, 1.8)
        middle = shape.pointOnSurface().asPoint()
        ((x, y),) = at(np.array([[middle.x(), middle.y()]]))
        canvas.dot((x, y), 8.5, PAPER, INK)
        canvas.middle(x, y, str(rank), BODY, anchor="middle", bold=True)
    keys = [("box", colour, label) for _, label, colour in classes]
    keys += [("dot", SOFT_INK, tr("Incident"))]
    if count:
        keys.append(("outline", PAPER, tr("Ranked place")))
    canvas.legend(4, tall + 8, keys)
    length = _round_length(width / 4)
    end = (WIDE - 8, tall - 6)
    canvas.line((end[0] - length * scale, end[1]), end, INK, 2.0)
    words = tr("{metres} m").format(metres=shown_number(length))
    canvas.text(end[0], end[1] - 5, words, anchor="end")
    return Chart("map", canvas.to_string(), text)


def _rectangle(low: np.ndarray, high: np.ndarray) -> QgsRectangle:
    return QgsRectangle(float(low[0]), float(low[1]), float(high[0]), float(high[1]))


def _round_length(metres: float) -> float:
    """1, 2 or 5 times a power of ten, at most so many metres."""
    power = 10.0 ** math.floor(math.log10(max(metres, 1.0)))
    return max(step * power for step in (1, 2, 5) if step * power <= max(metres, 1.0))
