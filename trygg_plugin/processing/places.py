"""Priority places of a period: what the tool and the situation analysis share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, List, Optional, Tuple

import numpy as np
from qgis.core import (
    QgsFillSymbol,
    QgsGeometry,
    QgsMapLayer,
    QgsPalLayerSettings,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ..data.arrays import Categories
from ..domain.errors import DomainError
from ..i18n import tr, user_language
from . import areas, incidents, outputs
from .base import Run

if TYPE_CHECKING:
    from ..analysis.cells import Grid
    from ..analysis.getis_ord import GetisOrd
    from ..analysis.priority_places import Change, PriorityPlace, PriorityPlaces

FIRST_DAY, LAST_DAY = "FIRST_DAY", "LAST_DAY"
DAY = np.timedelta64(1, "D")
DEFAULT_DAYS = 91
Period = Tuple[np.datetime64, np.datetime64]


@dataclass
class Places:
    """A ranked list with its shapes and names; ``stand_out``: chance does not explain them."""

    found: PriorityPlaces
    shapes: List[QgsGeometry]
    labels: List[str]
    stand_out: bool


def period_of_interest(run: Run, events: incidents.Incidents) -> Period:
    """First day and the day after the last; without a first day the last 91 days, told."""
    first, last = run.day(FIRST_DAY), run.day(LAST_DAY)
    end = events.period[1] if last is None else last + DAY
    if first is None:
        first = end - DEFAULT_DAYS * DAY
        run.log(tr("The period of interest begins on {day}.").format(day=str(first)))
    if not first < end:
        raise DomainError("The period ends ({last}) before it begins ({first}).",
                          first=str(first), last=str(end - DAY))
    return first, end


def within(events: incidents.Incidents, period: Period) -> np.ndarray:
    """Which events lie in the period; raises DomainError when none does."""
    days = events.start.astype("datetime64[D]")
    now: np.ndarray = (days >= period[0]) & (days < period[1])
    if not now.any():
        raise DomainError("No incident lies in the period of interest ({first} to {last}).",
                          first=str(period[0]), last=str(period[1] - DAY))
    return now


def choose(
    run: Run, grid: Grid, counts: np.ndarray, answer: Optional[GetisOrd], share: float,
    largest: int,
) -> Tuple[np.ndarray, np.ndarray, bool]:
    """Place of each cell (-1: none), the score that ranks equals, and whether they stand out.

    ``answer``: hot spots; None, or none of them at 95 %: the densest ``share`` (0 to 1) of the
    cells. ``largest``: most cells of a place.
    """
    from ..analysis.priority_places import group_cells, top_cells

    scores, stand_out = counts, False
    chosen = np.zeros(len(counts), dtype=bool)
    if answer is not None:
        scores = np.nan_to_num(answer.z, nan=0.0)
        chosen = (answer.level >= 2) & (counts > 0)
        stand_out = bool(chosen.any())
        if not stand_out:
            run.warn(tr("No place stands out from chance, so the densest {share:g} % of the cells "
                        "are taken.").format(share=100 * share))
    if not chosen.any():
        chosen = top_cells(counts, share)
    if not chosen.any():  # few cells, or all alike: those with most
        chosen = (counts == counts.max()) & (counts > 0)
    return group_cells(chosen, grid.contiguity(), scores, largest), scores, stand_out


def rank(
    run: Run, events: incidents.Incidents, cell: np.ndarray, grid: Grid,
    chosen: Tuple[np.ndarray, np.ndarray, bool], period: Period, most: int, fewest: int,
    place_field: Optional[str] = None,
) -> Places:
    """The list itself. ``cell``: of each event, -1 outside; ``chosen``: from :func:`choose`."""
    from ..analysis.priority_places import Events, priority_places

    place_of, scores, stand_out = chosen
    found = priority_places(
        place_of,
        Events(cell, events.start, events.end,
               None if events.category is None else events.category.texts(),
               _names(events, place_field), events.weight),
        period[0], period[1], grid.cell_area, most=most, fewest=fewest,
        scores=scores, data_from=events.period[0],
    )
    shapes = [_outline(grid, place) for place in found.places]
    return Places(found, shapes, _labels(run, events, found, shapes), stand_out)


def sentence(places: Places) -> str:
    """How much of the period's incidents the places hold."""
    now = places.found.periods[0]
    if len(places.found.places) == 1:
        return tr("One place holds {share:.0f} % of the {events} incidents from {first} to "
                  "{last}.").format(
            share=100 * places.found.share, events=places.found.events, first=str(now.start),
            last=str(now.end - DAY))
    return tr("{places} places hold {share:.0f} % of the {events} incidents from {first} to "
              "{last}.").format(
        places=len(places.found.places), share=100 * places.found.share,
        events=places.found.events, first=str(now.start), last=str(now.end - DAY))


def columns(events: incidents.Incidents, listed: Places) -> List[outputs.Column]:
    """The fields of the result layer."""
    places = listed.found.places

    def numbers(values: List[Optional[float]]) -> np.ndarray:
        return np.array([np.nan if v is None else v for v in values], dtype=np.float64)

    def change(kind: str, what: str) -> np.ndarray:
        return numbers([getattr(getattr(p, kind), what) if getattr(p, kind) else None
                        for p in places])

    made = [
        outputs.Column("rank", tr("Rank"), np.array([p.rank for p in places], np.int32)),
        outputs.Column("name", tr("Place"), listed.labels),
        outputs.Column("count", tr("Incidents"), np.array([p.count for p in places], np.int64)),
        outputs.Column("share", tr("Share of all incidents"),
                       numbers([p.share for p in places])),
        outputs.Column("hectares", tr("Area (ha)"), numbers([p.area / 1e4 for p in places])),
        outputs.Column("stands_out", tr("Stands out from chance"),
                       np.full(len(places), listed.stand_out)),
    ]
    if events.weight is not None:
        made.append(outputs.Column("harm", tr("Harm"), numbers([p.weight for p in places])))
    for kind, label in (("previous", tr("previous period")),
                        ("last_year", tr("same period last year"))):
        made += [
            outputs.Column(f"{kind}_count", tr("Incidents, {which}").format(which=label),
                           change(kind, "before")),
            outputs.Column(f"{kind}_p", tr("p of the change, {which}").format(which=label),
                           change(kind, "p")),
            outputs.Column(f"{kind}_shown", tr("Shown change, {which}").format(which=label),
                           change(kind, "direction")),
        ]
    made += [
        outputs.Column("category", tr("Most common category"),
                       np.array([p.category for p in places], dtype=object)),
        outputs.Column("category_share", tr("Its share"),
                       numbers([p.category_share for p in places])),
        outputs.Column("peak", tr("When most"), [when(p) for p in places]),
    ]
    return made


def write(
    run: Run, name: str, events: incidents.Incidents, listed: Places,
    style: Optional[outputs.Style] = None,
) -> str:
    """Write the places' layer."""
    return outputs.write_layer(
        run, name, columns(events, listed), listed.shapes, QgsWkbTypes.Type.MultiPolygon,
        events.crs, style or numbered_outlines,
    )


def table(listed: Places) -> outputs.Table:
    """The list as the meeting reads it."""
    return outputs.Table(
        [tr("Rank"), tr("Place"), tr("Incidents"), tr("Previous period"), tr("Last year"),
         tr("Most common category"), tr("When most")],
        [[p.rank, label, p.count, _change(p.previous), _change(p.last_year),
          "" if p.category is None else p.category, when(p)]
         for p, label in zip(listed.found.places, listed.labels)],
        tr("Priority places"),
    )


def when(place: PriorityPlace) -> str:
    """When in the week, in words; empty where too few incidents have a time."""
    from ..analysis.priority_places import PEAK_HOURS
    from ..reports.charts.language import Language

    if place.peak is None:
        return ""
    day = Language(user_language()).weekday(place.peak.weekday)
    if place.peak.hour is None:
        return tr("{day} ({share:.0f} %)").format(day=day, share=100 * place.peak.weekday_share)
    return tr("{day} ({share:.0f} %), {start:02d}–{end:02d} h ({hours:.0f} %)").format(
        day=day, share=100 * place.peak.weekday_share, start=place.peak.hour,
        end=(place.peak.hour + PEAK_HOURS) % 24, hours=100 * (place.peak.hour_share or 0.0),
    )


def numbered_outlines(layer: QgsMapLayer) -> None:
    """A dark border with the rank in it, so that what lies below is still seen."""
    if not isinstance(layer, QgsVectorLayer):
        return
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({
        "color": "255,255,255,1", "outline_color": "#1a1a1a", "outline_width": "0.7",
    })))
    text = QgsTextFormat()
    text.setSize(11)
    text.setColor(QColor("#1a1a1a"))  # noqa: QGS202  (a text, no raster)
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(1.0)
    text.setBuffer(halo)
    label = QgsPalLayerSettings()
    label.fieldName = "rank"
    label.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(label))
    layer.setLabelsEnabled(True)


def _names(events: incidents.Incidents, field: Optional[str]) -> Optional[List[Optional[str]]]:
    if field is None or not isinstance(events.columns.get(field), Categories):
        return None
    return list(events.columns[field].texts())


def _outline(grid: Grid, place: PriorityPlace) -> QgsGeometry:
    # corners that differ in their last bits would leave borders between the cells
    rings = np.round(grid.polygons(place.cells), 3)
    shape = QgsGeometry.unaryUnion(list(outputs.ring_geometries(rings)))
    return areas.as_multi(shape)


def _labels(
    run: Run, events: incidents.Incidents, found: PriorityPlaces, shapes: List[QgsGeometry]
) -> List[str]:
    """The reported name, else the area's, else a number."""
    middles = [shape.pointOnSurface().asPoint() for shape in shapes]
    by_area = [""] * len(shapes)
    if run.given("AREAS") and shapes:
        layer = areas.read(run, "AREAS", events.crs, run.field("AREA_NAME"))
        x = np.array([point.x() for point in middles])
        y = np.array([point.y() for point in middles])
        for name, rows in zip(layer.names, areas.members(layer, x, y)):
            for row in rows:
                by_area[row] = name
    labels = []
    for place, area in zip(found.places, by_area):
        parts = [str(text) for text in (place.name, area) if text]
        labels.append(", ".join(parts) or tr("Place {rank}").format(rank=place.rank))
    return labels


def _change(change: Optional[Change]) -> str:
    if change is None:
        return "–"
    arrow = {1: " ▲", -1: " ▼"}.get(change.direction, "")
    return f"{change.before} → {change.after}{arrow}"
