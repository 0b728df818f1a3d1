"""The maps of documents, as plain shapes: where incidents gather, where they change, what is done.

Colours can be told apart without colour sight and in grey print, and a shape or a sign always says
the same as the colour. Counts are shown as classes per cell, small ones as one class.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Iterable, List, Optional, Sequence, Tuple

from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle

from .atlas_data import ReportArea
from .atlas_maps import HOT, MOST_NAMES, count_classes
from .charts.palette import HEAT, INK, PAPER
from .context import ReportContext, Situation
from .document import Map, MapClass, MapLayer, Ring, Shape
from .hot_spots import extent_of

Extent = Tuple[float, float, float, float]
#: Fill of areas with more, fewer and no certain change; signs on the map say the same.
MORE, FEWER, UNCLEAR, UNKNOWN = "#e3a0a9", "#9fc1e0", "#eef0f2", "#ffffff"
#: Markers of follow-ups: each colour has a shape of its own.
FOLLOW_UP_MARKERS = {"green": "circle", "yellow": "triangle", "red": "square"}
#: Room around the areas, as a share of their size.
MARGIN = 0.04
#: Share of the incidents that a close-up shows at least, and the least share of the whole map's
#: width that a map of single places shows.
CLOSE_UP, LEAST_SHARE = 0.7, 0.1
#: Width of a printed map among text for each unit of its height.
FRAME_SHAPE = 1.96


def hot_spot_map(context: ReportContext, large: bool = False) -> Optional[Map]:
    """Incidents per cell, and where they gather more than chance; None without areas."""
    situation = context.situation
    if situation is None or not situation.areas:
        return None
    say, texts = context.say, context.texts
    shown = [
        (geometry, int(str(values["count"]))) for geometry, values in situation.map.cells
        if geometry is not None
    ]
    highest = max((count for _g, count in shown), default=0)
    classes = count_classes(highest)
    colours = [
        HEAT[round(i * (len(HEAT) - 2) / max(len(classes) - 1, 1))] for i in range(len(classes))
    ]
    last = len(classes) - 1
    names = texts.legend_names()
    cell_classes = tuple(
        MapClass(
            texts.count_class(low, None if i == last and last > 0 else high), "area", colour
        )
        for i, ((low, high), colour) in enumerate(zip(classes, colours))
    )
    cells = tuple(
        Shape(_rings(geometry, 1.0), _class_of(count, classes)) for geometry, count in shown
    )
    levels = (2, 3)
    hot_classes = tuple(
        MapClass(names[f"level_{level}"], "outline", line=HOT, width=1.0 if level == 3 else 0.55)
        for level in levels
    )
    hot = tuple(
        Shape(_rings(geometry, 1.0), levels.index(int(str(values["level"]))))
        for geometry, values in situation.map.hot if geometry is not None
    )
    layers = [ground(situation.areas)]
    if cells:
        layers.append(MapLayer(names["cells"], cell_classes, cells))
    if hot:
        used = {shape.of for shape in hot}
        layers.append(MapLayer(
            names["hot_spots"], hot_classes if len(used) == 2 else hot_classes[min(used):][:1],
            hot if len(used) == 2 else tuple(Shape(s.rings, 0) for s in hot),
        ))  # fmt: skip
    layers.append(borders(context, situation.areas))
    top = [situation.areas[i].name for i in situation.order if situation.by_area[i].total][:3]
    alt = say(
        f"Map of the municipality with incidents per cell of {situation.cell_size:.0f} m. ",
        f"Karta över kommunen med händelser per ruta på {situation.cell_size:.0f} m. ",
    )
    if top:
        listed = context.language.listing(top)
        alt += say(f"Most incidents: {listed}. ", f"Flest händelser: {listed}. ")
    alt += situation.map.note or (
        say("Hot spots are outlined.", "Heta platser är inringade.") if hot else ""
    )
    return Map(
        tuple(layers), extent(situation), situation.data.crs.authid(),
        say(
            "Where incidents gather (incidents per cell, hot spots)",
            "Var händelserna samlas (händelser per ruta, heta platser)",
        ),
        alt.strip(), large=large,
    )


def close_up(context: ReportContext) -> Optional[Map]:
    """The same where most incidents lie; None when that is most of the municipality anyway."""
    whole = hot_spot_map(context)
    situation = context.situation
    if whole is None or situation is None:
        return None
    kept, held, total = [], 0, sum(int(str(v["count"])) for _g, v in situation.map.cells)
    ordered = sorted(situation.map.cells, key=lambda row: -int(str(row[1]["count"])))
    for geometry, values in ordered:
        if geometry is None or held >= CLOSE_UP * total:
            break
        held += int(str(values["count"]))
        kept.append(geometry.centroid().asPoint())
    if len(kept) < 2:
        return None
    part = _around([(point.x(), point.y()) for point in kept], whole.extent)
    if _side(part) > 0.5 * _side(whole.extent):
        return None
    say = context.say
    return replace(
        cut(whole, part),
        caption=say("Where incidents gather, close up", "Där händelserna är tätast"),
        alt=say("Close-up of the map of incidents per cell, where most of them lie.",
                "Närbild av kartan över händelser per ruta, där de flesta ligger."),
    )


def _around(points: Sequence[Tuple[float, float]], whole: Extent) -> Extent:
    """The ground around points, no less than a tenth of the whole map, and wide enough to fill
    the frame that a map among text is printed in."""
    xs, ys = [x for x, _y in points], [y for _x, y in points]
    west, south, east, north = whole
    share = max(
        1.3 * (max(xs) - min(xs)) / (east - west), 1.3 * (max(ys) - min(ys)) / (north - south),
        LEAST_SHARE,
    )
    if share >= 0.7:
        return whole
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    wide, tall = share * (east - west) / 2, share * (north - south) / 2
    wide = max(wide, FRAME_SHAPE * tall)
    return round(x - wide), round(y - tall), round(x + wide), round(y + tall)


def _side(extent: Extent) -> float:
    return max(extent[2] - extent[0], extent[3] - extent[1])


def cut(shown: Map, extent: Extent) -> Map:
    """The part of a map within an extent."""
    if extent == shown.extent:
        return shown
    frame = QgsRectangle(*extent)
    layers = []
    for layer in shown.layers:
        kept = []
        for shape in layer.shapes:
            if layer.classes[shape.of].marker not in ("area", "outline"):
                kept.append(shape)
                continue
            whole = QgsGeometry()
            for ring in shape.rings:
                part = QgsGeometry.fromPolygonXY([[QgsPointXY(*point) for point in ring]])
                whole = part if whole.isNull() else whole.symDifference(part)
            inside = whole.intersection(QgsGeometry.fromRect(frame))
            if not inside.isEmpty() and inside.type() == whole.type():
                kept.append(replace(shape, rings=tuple(_parts(inside))))
        layers.append(replace(layer, shapes=tuple(kept)))
    return replace(shown, layers=tuple(layers), extent=extent)


def change_map(context: ReportContext, large: bool = False) -> Optional[Map]:
    """Areas by what became of them since the period before; None without areas."""
    situation = context.situation
    if situation is None or not situation.areas:
        return None
    say, texts = context.say, context.texts
    verdicts = ("higher", "lower", "unclear", "unknown")
    labels = (
        say("▲ More than chance explains", "▲ Fler än slumpen förklarar"),
        say("▼ Fewer than chance explains", "▼ Färre än slumpen förklarar"),
        say("No certain change", "Ingen säker förändring"),
        say("No earlier data", "Tidigare uppgifter saknas"),
    )
    used = [
        verdict for verdict in verdicts
        if any(figures.previous.verdict == verdict for figures in situation.by_area)
    ]
    if used == ["unknown"]:
        return None  # reports are not old enough to compare with
    fills = dict(zip(verdicts, (MORE, FEWER, UNCLEAR, UNKNOWN)))
    words = dict(zip(verdicts, labels))
    signs = {"higher": "▲ ", "lower": "▼ "}
    changes = [figures.previous for figures in situation.by_area]
    shapes = area_shapes(
        situation, [used.index(change.verdict) for change in changes],
        [signs.get(change.verdict, "") for change in changes],
    )
    told = [
        f"{area.name} {texts.change(change)}" for area, change in zip(situation.areas, changes)
        if change.verdict in signs
    ]
    alt = say("Map of the areas by change since the period before. ",
              "Karta över områdena efter förändring sedan föregående period. ")
    alt += (
        say("Certain changes: ", "Säkra förändringar: ") + "; ".join(told) + "."
        if told else say("No area has a certain change.", "Inget område har en säker förändring.")
    )
    classes = tuple(
        MapClass(words[verdict], "area", fills[verdict], "#5a6673", 0.3) for verdict in used
    )
    title = say("Change", "Förändring")
    return Map(
        (MapLayer(title, classes, shapes),), extent(situation),
        situation.data.crs.authid(),
        say(f"Change against {texts.span(situation.period.previous)}",
            f"Förändring mot {texts.span(situation.period.previous)}"),
        alt, large=large,
    )


def places_map(context: ReportContext, large: bool = False) -> Optional[Map]:
    """The priority places by number; None when none has a place on the map."""
    work, situation = context.work, context.situation
    if work is None or situation is None or not situation.areas:
        return None
    shapes = tuple(
        Shape((((round(place.place[0]), round(place.place[1])),),), 0, str(place.number))
        for place in work.places if place.place is not None
    )
    if not shapes:
        return None
    say = context.say
    listed = "; ".join(f"{place.number} {place.name}" for place in work.places if place.place)
    made = Map(
        (
            ground(situation.areas), borders(context, situation.areas),
            MapLayer(
                say("Priority places", "Prioriterade platser"),
                (MapClass(say("Priority place, numbered as in the table",
                              "Prioriterad plats, numrerad som i tabellen"),
                          "circle", INK, PAPER, 0.4),),
                shapes,
            ),
        ),
        extent(situation), situation.data.crs.authid(),
        say("Priority places", "Prioriterade platser"),
        say(f"Map of the priority places: {listed}.",
            f"Karta över prioriterade platser: {listed}."),
        large=large,
    )  # fmt: skip
    return cut(made, _around([shape.rings[0][0] for shape in shapes], made.extent))


def measures_map(context: ReportContext, large: bool = False) -> Optional[Map]:
    """Measures by the colour of their latest follow-up; None when none has a place."""
    work, situation = context.work, context.situation
    if work is None or situation is None or not situation.areas:
        return None
    say, words = context.say, work.words
    keys = ["green", "yellow", "red", ""]
    found = [
        (keys.index(measure.latest.colour if measure.latest else ""), problem, measure)
        for problem, measure in work.measures
        if measure.place is not None and measure.status != "cancelled"
    ]
    if not found:
        return None
    used = sorted({of for of, _p, _m in found})
    classes = tuple(
        MapClass(
            say("Not followed up yet", "Inte uppföljd än") if keys[of] == ""
            else words.code("traffic_light", keys[of]),
            FOLLOW_UP_MARKERS.get(keys[of], "circle"),
            PAPER if keys[of] == "" else words.colour("traffic_light", keys[of]), INK, 0.3,
        )
        for of in used
    )
    shapes = tuple(
        Shape((((round(m.place[0]), round(m.place[1])),),), used.index(of),
              f"{p.number}.{m.number}")
        for of, p, m in found if m.place is not None
    )
    counts = ", ".join(
        f"{classes[i].label.lower()}: {sum(of == key for of, _p, _m in found)}"
        for i, key in enumerate(used)
    )
    made = Map(
        (ground(situation.areas), borders(context, situation.areas),
         MapLayer(say("Latest follow-up", "Senaste uppföljning"), classes, shapes)),
        extent(situation), situation.data.crs.authid(),
        say("Measures by follow-up (numbers as in the tables)",
            "Åtgärder efter uppföljning (numrerade som i tabellerna)"),
        say(f"Map of the measures by the colour of their latest follow-up: {counts}.",
            f"Karta över åtgärderna efter senaste uppföljningens färg: {counts}."),
        large=large,
    )  # fmt: skip
    return cut(made, _around([shape.rings[0][0] for shape in shapes], made.extent))


def spread(
    points: Sequence[Tuple[float, float]], apart: float
) -> List[Tuple[float, float]]:
    """Places for markers so that none covers another: those too near move to the nearest free
    spot on rings around their own place."""
    placed: List[Tuple[float, float]] = []

    def free(x: float, y: float) -> bool:
        return all(math.hypot(x - a, y - b) >= apart * 0.999 for a, b in placed)

    for x, y in points:
        spots = [(x, y)] + [
            (x + ring * apart * math.cos(turn * math.pi / 6),
             y + ring * apart * math.sin(turn * math.pi / 6))
            for ring in (1, 2, 3, 4) for turn in range(12)
        ]  # fmt: skip
        placed.append(next((spot for spot in spots if free(*spot)), (x, y)))
    return placed


def _class_of(count: int, classes: Sequence[Tuple[int, int]]) -> int:
    return next(i for i, (low, high) in enumerate(classes) if low <= count <= high)


def ground(areas: Sequence[ReportArea]) -> MapLayer:
    """The areas as what everything else stands on."""
    return MapLayer(
        "", (MapClass("", "area", "#f4f1ea", "#f4f1ea", 0.0),),
        tuple(Shape(_rings(area.geometry, _tolerance(areas))) for area in areas),
        in_legend=False,
    )


def borders(context: ReportContext, areas: Sequence[ReportArea]) -> MapLayer:
    """The areas' borders, their names where there is room for them."""
    few = len(areas) <= MOST_NAMES
    return MapLayer(
        context.say("Areas", "Områden"),
        (MapClass(context.texts.legend_names()["other_areas"], "outline", line="#5a6673",
                  width=0.3),),
        tuple(
            Shape(_rings(area.geometry, _tolerance(areas)), 0, area.name if few else "")
            for area in areas
        ),
        in_legend=False,
    )  # fmt: skip


def area_shapes(
    situation: Situation, of: Sequence[int], signs: Sequence[str]
) -> Tuple[Shape, ...]:
    """The areas in the classes ``of``, with a sign before their names where there is room."""
    few = len(situation.areas) <= MOST_NAMES
    return tuple(
        Shape(_rings(area.geometry, _tolerance(situation.areas)), kind,
              f"{sign}{area.name}" if few else sign.strip())
        for area, kind, sign in zip(situation.areas, of, signs)
    )


def extent(situation: Situation) -> Extent:
    box = extent_of(situation.areas)
    grow = MARGIN * max(box.width(), box.height())
    return (
        round(box.xMinimum() - grow), round(box.yMinimum() - grow),
        round(box.xMaximum() + grow), round(box.yMaximum() + grow),
    )


def _tolerance(areas: Sequence[ReportArea]) -> float:
    """Detail that no printed page shows: a fortieth of a millimetre on A3."""
    box = extent_of(areas)
    return max(box.width(), box.height()) / 12_000.0


def _rings(geometry: QgsGeometry, tolerance: float) -> Tuple[Ring, ...]:
    return tuple(_parts(geometry.simplify(tolerance) if tolerance > 1.0 else geometry))


def _parts(geometry: QgsGeometry) -> Iterable[Ring]:
    polygons = geometry.asMultiPolygon() if geometry.isMultipart() else [geometry.asPolygon()]
    for polygon in polygons:
        for ring in polygon:
            if len(ring) >= 4:
                yield tuple((round(point.x(), 1), round(point.y(), 1)) for point in ring)
