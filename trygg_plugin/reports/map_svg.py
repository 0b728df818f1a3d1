"""A document's map drawn as SVG, for formats that hold pictures, and its legend for all of them."""

from __future__ import annotations

import math
from typing import List, Optional, Tuple

from .charts.language import Language
from .charts.lettering import text_width
from .charts.palette import INK, PAPER, SOFT_INK, ink_on
from .charts.svg import SMALL, UNITS_PER_MM, Canvas
from .document import Map, MapClass, MapLayer
from .maps import spread

WIDE, HIGHEST = 720, 620
MARKER = 9.0
Box = Tuple[float, float, float, float]


def map_svg(shown: Map, language: str) -> str:
    """The map with names, numbers, north arrow and scale bar; the legend below it."""
    west, south, east, north = shown.extent
    scale = min(WIDE / (east - west), HIGHEST / (north - south))
    tall = math.ceil((north - south) * scale)
    left = (WIDE - (east - west) * scale) / 2
    legend = _legend_height(shown, WIDE)
    canvas = Canvas((WIDE, tall + 12 + legend), "", shown.alt, language)

    def at(x: float, y: float) -> Tuple[float, float]:
        return left + (x - west) * scale, (north - y) * scale

    taken: List[Box] = []
    cells: List[Box] = []
    names: List[Tuple[float, float, str]] = []
    for layer in shown.layers:
        points: List[Tuple[float, float, MapClass, str]] = []
        for shape in layer.shapes:
            kind = layer.classes[shape.of]
            if kind.marker in ("area", "outline"):
                rings = [[at(*point) for point in ring] for ring in shape.rings]
                canvas.shape(
                    rings, kind.fill if kind.marker == "area" else "none", kind.line,
                    max(kind.width * UNITS_PER_MM, 0.3) if kind.width else 0.0,
                )
                if kind.marker == "area" and not layer.shapes[0].label and layer.in_legend:
                    cells += [_bounds(ring) for ring in rings]
                if shape.label:
                    names.append((*_middle(rings), shape.label))
            elif kind.marker == "line":
                for line in shape.rings:
                    canvas.path([at(*point) for point in line], kind.line,
                                kind.width * UNITS_PER_MM)
            else:
                points.append((*at(*shape.rings[0][0]), kind, shape.label))
        places = spread([(x, y) for x, y, _k, _l in points], 2.3 * MARKER)
        for (x, y, _kind, _label), (u, v) in zip(points, places):
            if (x, y) != (u, v):
                canvas.line((x, y), (u, v), INK, 0.8)
                canvas.dot((x, y), 1.6, INK)
        for (_x, _y, kind, label), (u, v) in zip(points, places):
            _marker(canvas, (u, v), kind)
            size = 9.0 if len(label) > 2 else SMALL
            canvas.middle(u, v, label, size, anchor="middle", bold=True, fill=ink_on(kind.fill))
            taken.append((u - MARKER, v - MARKER, u + MARKER, v + MARKER))
    for x, y, name in names:
        wide = text_width(name, SMALL) + 4
        box = _free_box(x, y, wide, taken, cells)
        if box is None:
            continue
        taken.append(box)
        canvas.rect(box[0], box[1] + 1, wide, 14, PAPER)
        canvas.middle((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, name, anchor="middle")
    _furniture(canvas, scale, tall, language)
    draw_legend(canvas, shown, 4.0, tall + 8.0)
    return canvas.to_string()


def _free_box(
    x: float, y: float, wide: float, taken: List[Box], cells: List[Box]
) -> Optional[Box]:
    """Where a name fits near its place: off the cells if it can, never upon another name."""
    spare: Optional[Box] = None
    for down in (0, -15, 15, -28, 28, -42, 42):
        box = (x - wide / 2, y + down - 8, x + wide / 2, y + down + 8)
        if box[0] < 0 or box[2] > WIDE or any(_meet(box, other) for other in taken):
            continue
        if not any(_meet(box, other) for other in cells):
            return box
        spare = spare or box
    return spare


def _bounds(ring: List[Tuple[float, float]]) -> Box:
    xs, ys = [x for x, _y in ring], [y for _x, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def legend_svg(shown: Map, language: str, width: int = WIDE) -> str:
    """The legend alone, for layouts that draw the map themselves."""
    canvas = Canvas((width, max(_legend_height(shown, width), 20)), "", "", language)
    draw_legend(canvas, shown, 4.0, 2.0)
    return canvas.to_string()


def draw_legend(canvas: Canvas, shown: Map, x: float, y: float) -> None:
    """A row or more for each layer: what it is, then what its signs mean."""
    for layer in _explained(shown):
        canvas.middle(x, y + 8, layer.title, bold=True)
        at, row = x + _title_room(layer), y
        for kind in layer.classes:
            wide = 30 + text_width(kind.label, SMALL)
            if at + wide > canvas.width and at > x + _title_room(layer):
                at, row = x + 12, row + 18
            _key(canvas, at, row + 8, kind)
            canvas.middle(at + 22, row + 8, kind.label)
            at += wide + 6
        y = row + 20


def _legend_height(shown: Map, width: float) -> int:
    rows = 0
    for layer in _explained(shown):
        rows += 1
        at = 4.0 + _title_room(layer)
        for kind in layer.classes:
            wide = 30 + text_width(kind.label, SMALL)
            if at + wide > width and at > 4.0 + _title_room(layer):
                at, rows = 16.0, rows + 1
            at += wide + 6
    return 20 * rows + 6


def _explained(shown: Map) -> List[MapLayer]:
    return [layer for layer in shown.layers[::-1] if layer.in_legend]


def _title_room(layer: MapLayer) -> float:
    return text_width(layer.title, SMALL, bold=True) + 14


def _key(canvas: Canvas, x: float, y: float, kind: MapClass) -> None:
    if kind.marker == "area":
        canvas.rect(x, y - 6, 16, 12, kind.fill, SOFT_INK)
    elif kind.marker == "outline":
        canvas.rect(x, y - 6, 16, 12, PAPER, kind.line, max(kind.width * UNITS_PER_MM, 0.8))
    elif kind.marker == "line":
        canvas.line((x, y), (x + 16, y), kind.line, kind.width * UNITS_PER_MM)
    else:
        _marker(canvas, (x + 8, y), kind, 6.0)


def _marker(
    canvas: Canvas, at: Tuple[float, float], kind: MapClass, radius: float = MARKER
) -> None:
    x, y = at
    if kind.marker == "square":
        canvas.rect(x - radius, y - radius, 2 * radius, 2 * radius, kind.fill, kind.line, 1.2)
    elif kind.marker == "triangle":
        points = [(x, y - 1.45 * radius), (x + 1.4 * radius, y + 0.95 * radius),
                  (x - 1.4 * radius, y + 0.95 * radius)]  # fmt: skip
        canvas.area(points, kind.fill, kind.line)
    else:
        canvas.dot(at, radius, kind.fill, kind.line)


def _middle(rings: List[List[Tuple[float, float]]]) -> Tuple[float, float]:
    """The middle of the largest ring's area: near enough for a name."""
    best, place = -1.0, rings[0][0]
    for ring in rings:
        double, sx, sy = 0.0, 0.0, 0.0
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1]):
            cross = x1 * y2 - x2 * y1
            double += cross
            sx += (x1 + x2) * cross
            sy += (y1 + y2) * cross
        if abs(double) > best and double:
            best, place = abs(double), (sx / (3 * double), sy / (3 * double))
    return place


def _meet(one: Box, other: Box) -> bool:
    return (
        one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    )


def _furniture(canvas: Canvas, scale: float, tall: float, language: str) -> None:
    """A scale bar in round metres and an arrow to the north of the grid."""
    length = round_length(WIDE / scale / 4)
    end = WIDE - 10.0
    start = end - length * scale
    said = f"{Language(language).number(length)} m"
    wide = text_width(said, SMALL)
    canvas.rect(min(start, end - wide) - 6, tall - 26, max(end - start, wide) + 12, 24, PAPER)
    canvas.line((start, tall - 8), (end, tall - 8), INK, 2.0)
    canvas.text(end, tall - 13, said, anchor="end")
    canvas.triangle((18, 22), 9, INK)
    canvas.text(18, 42, "N", anchor="middle", bold=True)


def round_length(metres: float) -> float:
    """1, 2 or 5 times a power of ten, at most so many metres."""
    power = 10.0 ** math.floor(math.log10(max(metres, 1.0)))
    return max(step * power for step in (1, 2, 5) if step * power <= max(metres, 1.0))
