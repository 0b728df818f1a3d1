"""trygg:priorityplaces – a short list of places for the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple

import numpy as np
from qgis.core import QgsGeometry, QgsWkbTypes
from qgis.PyQt.QtCore import QLocale

from ...data.arrays import CATEGORY, Categories
from ...domain.errors import DomainError
from ...i18n import tr
from .. import areas, groups, incidents, outputs, styles
from ..base import N_, Run, TryggAlgorithm
from ..cell_counts import CellCounts, add_unit_parameters, count_cells
from ..neighbours import BAND, neighbours_of

if TYPE_CHECKING:
    from ...analysis.cells import Grid
    from ...analysis.priority_places import Change, PriorityPlace, PriorityPlaces
    from ...analysis.spatial_weights import Neighbours

METHODS = ("gistar", "top")
DAY = np.timedelta64(1, "D")
DEFAULT_DAYS = 91


class PriorityPlacesAlgorithm(TryggAlgorithm):
    NAME = "priorityplaces"
    TITLE = N_("Priority places")
    GROUP = groups.CONCENTRATION
    TAGS = (N_("hot spot"), N_("priority"))
    HELP = {
        "en": "<p>Turns hot spots into a short, ranked list of places with a border: how many "
        "incidents, their share of all, the change against the previous period and last year, the "
        "most common category, and when in the week.</p>"
        "<p><b>Read it as</b> an agenda for the meeting: what is at these places, whose is it, who "
        "can do what. The changes are tested exactly; a rise at a place chosen because much "
        "happens there now is partly chance.</p>"
        "<p><b>It does not say</b> that other places are calm. Time patterns are shown from ten "
        "incidents.</p>",
        "sv": "<p>Gör heta platser till en kort, rangordnad lista på platser med gräns: hur många "
        "händelser, deras andel av alla, förändringen mot föregående period och i fjol, vanligaste "
        "kategori, och när i veckan.</p>"
        "<p><b>Läs den som</b> en dagordning för mötet: vad finns på platserna, vems är de, vem "
        "kan göra vad. Förändringarna är exakt prövade; en ökning på en plats som valts för att "
        "mycket sker där nu är delvis slump.</p>"
        "<p><b>Den säger inte</b> att andra platser är lugna. Tidsmönster visas från tio "
        "händelser.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, dates="required", interval=True)
        self.add_day("FIRST_DAY", tr("First day of the period of interest"),
                     help_text=tr("Empty: the last 91 days. Earlier incidents are compared with."))
        self.add_day("LAST_DAY", tr("Last day of the period of interest"))
        self.add_number("MOST", tr("Most places"), 10, 1, 200, integer=True)
        self.add_number("FEWEST", tr("Fewest incidents of a place"), 3, 1, integer=True)
        add_unit_parameters(self, areas=False)
        self.add_choice("METHOD", tr("Places are"), (
            tr("Hot spots (Gi*, 95 %)"), tr("The densest share of the cells"),
        ))
        self.add_number("SHARE", tr("Densest share of the cells (%)"), 2.0, 0.001, 100.0,
                        advanced=True)
        self.add_number(BAND, tr("Distance band (m)"), optional=True, minimum=0.001,
                        advanced=True)
        self.add_number("LARGEST", tr("Most cells of a place"), 12, 1, integer=True,
                        advanced=True)
        self.add_field("PLACE_FIELD", tr("Field with the place's name"), incidents.INPUT,
                       advanced=True)
        self.add_vector("AREAS", tr("Areas that name the places"), optional=True, advanced=True)
        self.add_field("AREA_NAME", tr("Name of the area"), "AREAS", advanced=True)
        self.add_vector_sink("OUTPUT", tr("Priority places"))
        self.add_html()
        self.add_number_output("PLACES", tr("Number of places"))
        self.add_number_output("SHARE_OF_EVENTS", tr("Their share of the incidents"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.priority_places import Events, priority_places

        place_field = run.field("PLACE_FIELD")
        events = incidents.read(run, {place_field: CATEGORY} if place_field else None)
        assert events.start is not None and events.period is not None
        start, end = _period(run, events)
        days = events.start.astype("datetime64[D]")
        now = (days >= start) & (days < end)
        if not now.any():
            raise DomainError("No incident lies in the period of interest ({first} to {last}).",
                              first=str(start), last=str(end - DAY))
        cells = count_cells(run, events, run.step(0.15, 0.3))
        assert cells.grid is not None
        grid = cells.grid
        cell = np.full(len(events), -1, dtype=np.int64)
        cell[cells.event] = cells.cell
        counts = cells.recount(now, events.weight)
        place_of, scores = _choose(run, cells, counts)
        found = priority_places(
            place_of,
            Events(cell, events.start, events.end,
                   None if events.category is None else events.category.texts(),
                   _names(events, place_field), events.weight),
            start, end, grid.cell_area, most=run.integer("MOST"), fewest=run.integer("FEWEST"),
            scores=scores, data_from=events.period[0],
        )
        shapes = [_outline(grid, place) for place in found.places]
        labels = _labels(run, events, found, shapes)
        layer = self._write(run, events, found, shapes, labels)
        said = [tr("{places} places hold {share:.0f} % of the {events} incidents from {first} to "
                   "{last}.").format(places=len(found.places), share=100 * found.share,
                                     events=found.events, first=str(start), last=str(end - DAY))]
        run.log(said[0])
        summary = outputs.write_summary(run, said, [_table(found, labels)])
        return {"OUTPUT": layer, "SUMMARY": summary, incidents.EVENTS: found.events,
                "PLACES": len(found.places), "SHARE_OF_EVENTS": float(found.share)}

    @staticmethod
    def _write(
        run: Run, events: incidents.Incidents, found: PriorityPlaces,
        shapes: List[QgsGeometry], labels: List[str],
    ) -> str:
        places = found.places

        def numbers(values: List[Optional[float]]) -> np.ndarray:
            return np.array([np.nan if v is None else v for v in values], dtype=np.float64)

        def change(kind: str, what: str) -> np.ndarray:
            return numbers([getattr(getattr(p, kind), what) if getattr(p, kind) else None
                            for p in places])

        columns = [
            outputs.Column("rank", tr("Rank"), np.array([p.rank for p in places], np.int32)),
            outputs.Column("name", tr("Place"), labels),
            outputs.Column("count", tr("Incidents"), np.array([p.count for p in places], np.int64)),
            outputs.Column("share", tr("Share of all incidents"),
                           numbers([p.share for p in places])),
            outputs.Column("hectares", tr("Area (ha)"), numbers([p.area / 1e4 for p in places])),
        ]
        if events.weight is not None:
            columns.append(outputs.Column("harm", tr("Harm"), numbers([p.weight for p in places])))
        for kind, label in (("previous", tr("previous period")),
                            ("last_year", tr("same period last year"))):
            columns += [
                outputs.Column(f"{kind}_count", tr("Incidents, {which}").format(which=label),
                               change(kind, "before")),
                outputs.Column(f"{kind}_p", tr("p of the change, {which}").format(which=label),
                               change(kind, "p")),
                outputs.Column(f"{kind}_shown", tr("Shown change, {which}").format(which=label),
                               change(kind, "direction")),
            ]
        columns += [
            outputs.Column("category", tr("Most common category"),
                           np.array([p.category for p in places], dtype=object)),
            outputs.Column("category_share", tr("Its share"),
                           numbers([p.category_share for p in places])),
            outputs.Column("peak", tr("When most"), [_when(p) for p in places]),
        ]
        return outputs.write_layer(
            run, "OUTPUT", columns, shapes, QgsWkbTypes.Type.MultiPolygon, events.crs,
            styles.single("#b30000"),
        )


def _period(run: Run, events: incidents.Incidents) -> Tuple[np.datetime64, np.datetime64]:
    assert events.period is not None
    first, last = run.day("FIRST_DAY"), run.day("LAST_DAY")
    end = events.period[1] if last is None else last + DAY
    if first is None:
        first = end - DEFAULT_DAYS * DAY
        run.log(tr("The period of interest begins on {day}.").format(day=str(first)))
    if not first < end:
        raise DomainError("The period ends ({last}) before it begins ({first}).",
                          first=str(first), last=str(end - DAY))
    return first, end


def _choose(
    run: Run, cells: CellCounts, counts: np.ndarray
) -> Tuple[np.ndarray, np.ndarray]:
    """Place of each cell (-1: none) and the score that ranks equals."""
    from ...analysis.getis_ord import getis_ord
    from ...analysis.priority_places import group_cells, top_cells

    grid = cells.grid
    assert grid is not None
    adjoining: Neighbours = grid.contiguity()
    cells.values = counts
    share = run.number("SHARE") / 100.0 if run.number("SHARE") else 0.02
    if run.choice("METHOD", METHODS) == "gistar":
        neighbours, _ = neighbours_of(run, cells, run.step(0.3, 0.4))
        answer = getis_ord(counts, neighbours, progress=run.step(0.4, 0.7))
        scores = np.nan_to_num(answer.z, nan=0.0)
        chosen = (answer.level >= 2) & (counts > 0)
        if not chosen.any():
            run.warn(tr("No place stands out from chance, so the densest {share:g} % of the cells "
                        "are taken.").format(share=100 * share))
            chosen = top_cells(counts, share)
    else:
        scores, chosen = counts, top_cells(counts, share)
    if not chosen.any():  # few cells, or all alike: those with most
        chosen = (counts == counts.max()) & (counts > 0)
    return group_cells(chosen, adjoining, scores, run.integer("LARGEST")), scores


def _names(events: incidents.Incidents, field: Optional[str]) -> Optional[List[Optional[str]]]:
    if field is None or not isinstance(events.columns.get(field), Categories):
        return None
    return list(events.columns[field].texts())


def _outline(grid: Grid, place: PriorityPlace) -> QgsGeometry:
    shape = QgsGeometry.unaryUnion(list(outputs.ring_geometries(grid.polygons(place.cells))))
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


def _when(place: PriorityPlace) -> str:
    """When in the week, in words; empty where too few incidents have a time."""
    from ...analysis.priority_places import PEAK_HOURS

    if place.peak is None:
        return ""
    # Qt counts weekdays from 1, Monday
    day = QLocale().dayName(place.peak.weekday + 1)
    if place.peak.hour is None:
        return tr("{day} ({share:.0f} %)").format(day=day, share=100 * place.peak.weekday_share)
    return tr("{day} ({share:.0f} %), {start:02d}–{end:02d} h ({hours:.0f} %)").format(
        day=day, share=100 * place.peak.weekday_share, start=place.peak.hour,
        end=(place.peak.hour + PEAK_HOURS) % 24, hours=100 * (place.peak.hour_share or 0.0),
    )


def _change(change: Optional[Change]) -> str:
    if change is None:
        return "–"
    arrow = {1: " ▲", -1: " ▼"}.get(change.direction, "")
    return f"{change.before} → {change.after}{arrow}"


def _table(found: PriorityPlaces, labels: List[str]) -> outputs.Table:
    return outputs.Table(
        [tr("Rank"), tr("Place"), tr("Incidents"), tr("Previous period"), tr("Last year"),
         tr("Most common category"), tr("When most")],
        [[p.rank, label, p.count, _change(p.previous), _change(p.last_year),
          "" if p.category is None else p.category, _when(p)]
         for p, label in zip(found.places, labels)],
        tr("Priority places"),
    )


