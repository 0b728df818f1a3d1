"""The steps of a situation analysis: one reading of the incidents, a section for each question."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional, Tuple

import numpy as np

from ...domain.errors import DomainError
from ...i18n import tr
from .. import areas as areas_of
from .. import incidents, outputs, places, styles, surfaces
from ..algorithms.aoristic import hour_columns, refuse_dates_only, tell
from ..algorithms.calendar_trend import month_picture, step_columns
from ..algorithms.change_surface import change_style, write_change
from ..algorithms.concentration import gini_sentence, lorenz_picture, repeat_columns
from ..algorithms.getis_ord import hot_spot_columns
from ..algorithms.near_repeat import band_labels, knox_columns
from ..base import Run
from ..cell_counts import CELL_SIZE, CellCounts, count_cells
from ..changes import change_columns
from ..neighbours import neighbours_of
from ..outputs import shown_number
from .layer_group import LayerGroup
from .sections import Chart, PartOfRun, Section, attempt, figure, probability

if TYPE_CHECKING:
    from ...analysis.count_change import Period
    from ...analysis.getis_ord import GetisOrd

DAY = np.timedelta64(1, "D")
#: Fewer incidents than this have no hot spots or concentration worth telling (ours).
FEWEST_FOR_PATTERN = 20
#: Fewer incidents than this have too few near pairs for the Knox test (ours).
FEWEST_FOR_KNOX = 50
#: Near repeats belong to the kind of incident, not to the period: a year tells more.
KNOX_DAYS = 365
KNOX_METRES, KNOX_BAND_DAYS, KNOX_BANDS = 100.0, 7.0, 8
SAME_PLACE = 1.0
MONTHS_SHOWN = 36
AREAS_SHOWN = 30
SHARE, LARGEST = 0.02, 12
SIGNIFICANT = 0.05


@dataclass
class Situation:
    """One run. ``now``: which events lie in the period of interest, whose days ``periods`` tells
    with the previous and last year's. ``results``: by output name, filled by the steps."""

    run: Run
    group: LayerGroup
    events: incidents.Incidents
    now: np.ndarray
    periods: Tuple[Period, Period, Period]
    results: Dict[str, Any] = field(default_factory=dict)
    lead: List[str] = field(default_factory=list)
    cells: Optional[CellCounts] = None
    hot_spots: Optional[GetisOrd] = None
    listed: Optional[places.Places] = None
    areas: Optional[areas_of.Areas] = None
    _surface: Optional[surfaces.Surface] = None

    # ---- shared ground

    def within(self, period: Period) -> np.ndarray:
        days = self.events.start.astype("datetime64[D]")
        inside: np.ndarray = (days >= period.start) & (days < period.end)
        return inside

    def known(self, period: Period) -> bool:
        """Whether the data reach back to it: silence before they begin is not calm."""
        return bool(period.start >= self.events.period[0])

    def surface(self, run: Run) -> surfaces.Surface:
        """Bandwidth and raster for the period and the one before it."""
        if self._surface is None:
            previous = self.periods[1]
            rows = self.now | (self.within(previous) if self.known(previous) else False)
            self._surface = surfaces.read(
                PartOfRun(run, 0.0, 1.0, **{CELL_SIZE: None}), self.events.take(rows), "quartic"
            )
        return self._surface

    def need(self, count: int, needed: int) -> None:
        if count < needed:
            raise DomainError("{count} incidents are too few for it; at least {needed} are "
                              "needed. Choose a longer period.", count=count, needed=needed)

    def day(self, day: np.datetime64) -> str:
        return str(day.astype("datetime64[D]"))

    # ---- the sections

    def change(self, section: Section) -> None:
        """The period against the one before and last year, and what it consisted of."""
        from ...analysis.count_change import count_change

        count = int(self.now.sum())
        rows = []
        compared = [("PREVIOUS", tr("previous period"), self.periods[1]),
                    ("LAST_YEAR", tr("same period last year"), self.periods[2])]
        if self.periods[1] == self.periods[2]:  # a whole year
            compared.pop()
        for key, label, period in compared:
            if not self.known(period):
                section.sentences.append(
                    tr("Change against the {which} is not told: it would begin on {day}, and "
                       "the data begin on {first}.").format(
                        which=label, day=self.day(period.start),
                        first=self.day(self.events.period[0])))
                continue
            before = int(self.within(period).sum())
            change = count_change([before], [count], period.days, self.periods[0].days)
            said = self._change_in_words(label, before, count, change)
            section.sentences.append(said)
            self.lead.append(said)
            p = float(change.p[0])
            self.results[f"{key}_EVENTS"], self.results[f"{key}_P"] = before, p
            percent = float(change.percent[0])
            rows.append([label, f"{self.day(period.start)} – {self.day(period.end - DAY)}", before,
                         count, percent if np.isfinite(percent) else None, probability(p)])
        if rows:
            section.tables.append(outputs.Table(
                [tr("Compared with"), tr("Days"), tr("Then"), tr("Now"), tr("Change in %"),
                 tr("p")], rows))
        if len(rows) < len(compared) and not self.run.given(incidents.PERIOD_START):
            section.sentences.append(
                tr("If incidents were collected from an earlier day on, give it as “First day”."))
        self._categories(section)
        section.limit = tr("The test is exact and knows small numbers. It does not know whether "
                           "more reporters gave more reports.")

    def _change_in_words(self, label: str, before: int, count: int, change: Any) -> str:
        ratio = float(change.ratio[0])
        values = {"which": label, "before": shown_number(before), "after": shown_number(count),
                  "percent": shown_number(abs(100 * (ratio - 1))) if np.isfinite(ratio) else "–"}
        if float(change.p[0]) > SIGNIFICANT:
            return tr("{after} incidents against {before} in the {which}: chance alone may explain "
                      "the difference.").format(**values)
        if not np.isfinite(ratio):
            return tr("{after} incidents against none in the {which}: more than chance "
                      "explains.").format(**values)
        if ratio > 1:
            return tr("{after} incidents against {before} in the {which}: {percent} % more, more "
                      "than chance explains.").format(**values)
        return tr("{after} incidents against {before} in the {which}: {percent} % fewer, more than "
                  "chance explains.").format(**values)

    def _categories(self, section: Section) -> None:
        category = self.events.category
        if category is None or not len(category.labels):
            return
        from ...reports import charts

        def counts(rows: np.ndarray) -> List[float]:
            codes = category.codes[rows]
            return [float(v) for v in
                    np.bincount(codes[codes >= 0], minlength=len(category.labels))]

        previous = self.periods[1]
        then = counts(self.within(previous)) if self.known(previous) else None
        if not sum(counts(self.now)):
            return
        section.charts.append(Chart(
            "categories",
            charts.ranked(category.labels, counts(self.now), self.run.language, then),
            charts.ranked_text(category.labels, counts(self.now), self.run.language, then),
        ))

    def density(self, run: Run, section: Section) -> None:
        """Where incidents lie dense."""
        from ...analysis.kernel_density import density_on_grid

        place = self.surface(run)
        events, grid = place.events, place.grid
        now = events.start >= self.periods[0].start.astype("datetime64[ms]")
        if not now.any():
            raise DomainError("No incident lies inside the boundary. Are both layers about the "
                              "same place, and are their coordinate systems right?")
        values = density_on_grid(
            events.x[now], events.y[now], grid, place.bandwidth, kernel="quartic",
            weights=None if events.weight is None else events.weight[now],
            window=place.window, progress=run.step(0.3, 0.95),
        )
        highest = float(np.nanmax(values)) if np.isfinite(values).any() else 0.0
        unit = tr("per km²")
        self.results["DENSITY"] = self.group.claim(outputs.write_raster(
            run, "DENSITY", values, grid.x_min, grid.y_max, grid.cell_size, events.crs,
            [tr("Incidents {unit}").format(unit=unit) if events.weight is None
             else tr("Harm {unit}").format(unit=unit)],
            self.group.style(70, styles.surface(highest, unit), shown=False),
        ), 70)
        self.results["BANDWIDTH_USED"] = place.bandwidth
        section.sentences.append(
            tr("The surface shows incidents per km² within {bandwidth} m of each place, highest "
               "{highest}.").format(bandwidth=shown_number(place.bandwidth),
                                    highest=figure(highest)))
        section.limit = tr("A dense place is not necessarily a place that stands out, nor one with "
                           "a high risk: many people give many incidents.")

    def change_surface(self, run: Run, section: Section) -> None:
        """Where incidents have become more or fewer since the previous period."""
        from ...analysis.change_surface import change_surface

        now, previous = self.periods[0], self.periods[1]
        if not self.known(previous):
            raise DomainError(
                "The previous period would begin on {day}, and the data begin on {first}.",
                day=self.day(previous.start), first=self.day(self.events.period[0]))
        place = self.surface(run)
        events, grid = place.events, place.grid
        later = events.start >= now.start.astype("datetime64[ms]")

        def part(rows: np.ndarray) -> Any:
            return events.x[rows], events.y[rows]

        def weights(rows: np.ndarray) -> Any:
            return None if events.weight is None else events.weight[rows]

        answer = change_surface(
            part(~later), part(later), grid, place.bandwidth, float(previous.days),
            float(now.days), before_weights=weights(~later), after_weights=weights(later),
            window=place.window, progress=run.step(0.3, 0.95),
        )
        self.results["CHANGE"] = self.group.claim(write_change(
            run, "CHANGE", answer, grid, events.crs,
            self.group.style(60, change_style(answer), shown=False),
        ), 60)
        more, fewer = (float((answer.direction == sign).sum() * grid.cell_area_km2)
                       for sign in (1, -1))
        self.results["MORE_KM2"], self.results["FEWER_KM2"] = more, fewer
        section.sentences.append(
            tr("More incidents than in the previous period are shown on {more} km², fewer on "
               "{fewer} km².").format(more=shown_number(more, 2), fewer=shown_number(fewer, 2))
            if more or fewer else
            tr("Nowhere is a change against the previous period larger than chance explains."))

    def hot_and_cold(self, run: Run, section: Section) -> None:
        """Hexagons that stand out from chance, by the exact distribution where it is known."""
        from ...analysis.even_spread import even_spread
        from ...analysis.getis_ord import getis_ord

        cells = self._period_cells(run)
        self.need(int(cells.counts.sum()), FEWEST_FOR_PATTERN)
        neighbours, band = neighbours_of(run, cells, run.step(0.2, 0.4))
        weight = self.events.weight
        weights = None if weight is None else weight[cells.event[self.now[cells.event]]]
        # more than the map's own variation explains, and more than events falling evenly do
        answer = getis_ord(
            cells.values, neighbours, guard=even_spread(cells.values, weights=weights),
            progress=run.step(0.4, 0.95),
        )
        self.hot_spots = answer
        self.results["HOT_SPOTS"] = self.group.claim(outputs.write_layer(
            run, "HOT_SPOTS", hot_spot_columns(cells, answer), cells.geometries(),
            cells.geometry_type, self.events.crs,
            self.group.style(20, styles.categorized("level", [
                # cells that say nothing would hide the map
                (key, label, colour if key else None)
                for key, label, colour in styles.hot_cold_labels()
            ])),
        ), 20)
        hot, cold = int((answer.level >= 2).sum()), int((answer.level <= -2).sum())
        self.results.update(HOT=hot, COLD=cold, BAND_USED=band)
        said = (
            tr("{hot} of {cells} cells are hot spots: with their neighbours they have more "
               "incidents than chance explains.").format(
                hot=shown_number(hot), cells=shown_number(len(cells.counts)))
            if hot else
            tr("No place stands out from chance: how the incidents are spread needs no other "
               "explanation.")
        )
        section.sentences.append(said)
        self.lead.append(said)
        section.limit = tr(
            "Hot at 95 % after correction for many tests (FDR): more than the map's own variation "
            "explains (Gi*) and more than incidents falling evenly explain (exact). Cells of "
            "{size} m, neighbours within {band} m: keep both when you compare periods."
        ).format(size=shown_number(cells.size or 0.0), band=shown_number(band or 0.0))

    def _all_cells(self, run: Run) -> CellCounts:
        if self.cells is None:
            self.cells = count_cells(run, self.events, run.step(0.0, 0.2))
            self.results["CELL_SIZE_USED"] = self.cells.size
        return self.cells

    def _period_cells(self, run: Run) -> CellCounts:
        """The grid of all incidents, with the counts (and harm) of the period only."""
        cells = self._all_cells(run)
        counts = cells.recount(self.now)
        weight = self.events.weight
        if weight is None:
            return replace(cells, counts=counts, values=counts)
        harm = cells.recount(self.now, weight)
        largest, chosen = np.zeros(len(counts)), self.now[cells.event]
        np.maximum.at(largest, cells.cell[chosen], weight[cells.event[chosen]])
        share = np.divide(largest, harm, out=np.zeros(len(counts)), where=harm > 0)
        return replace(cells, counts=counts, harm=harm, values=harm, largest_share=share)

    def priority(self, run: Run, section: Section) -> None:
        """The short list for the meeting."""
        cells = self._period_cells(run)
        if not cells.counts.any():
            raise DomainError("No incident of the period lies inside the boundary.")
        cell = np.full(len(self.events), -1, dtype=np.int64)
        cell[cells.event] = cells.cell
        chosen = places.choose(run, cells.grid, cells.values, self.hot_spots, SHARE, LARGEST)
        period = self.periods[0]
        listed = places.rank(
            run, self.events, cell, cells.grid, chosen, (period.start, period.end),
            run.integer("MOST"), run.integer("FEWEST"),
        )
        self.listed = listed
        self.results["PLACES"] = self.group.claim(places.write(
            run, "PLACES", self.events, listed, self.group.style(10, places.numbered_outlines)
        ), 10)
        count = len(listed.found.places)
        self.results["PLACES_COUNT"] = count
        self.results["PLACES_SHARE"] = float(listed.found.share) if count else 0.0
        if not count:
            section.sentences.append(
                tr("No place has {fewest} incidents or more in the period.").format(
                    fewest=run.integer("FEWEST")))
            return
        section.sentences.append(places.sentence(listed))
        section.tables.append(places.table(listed))
        if listed.stand_out:
            self.lead.append(places.sentence(listed))
            section.limit = tr("▲ and ▼: a change that chance does not explain. A rise at a place "
                               "that was chosen because much happens there now is partly chance.")
        else:
            section.sentences.append(
                tr("These are only the cells with most incidents: none of them stands out from "
                   "chance, and another period may well show others."))

    def in_areas(self, run: Run, section: Section) -> None:
        """The municipality's own areas, with their change."""
        found = areas_of.read(run, "AREAS", self.events.crs, run.field("AREA_NAME"))
        self.areas = found
        events = self.events
        lies_in = areas_of.members(found, events.x, events.y, run.step(0.1, 0.8))
        in_areas = np.concatenate(lies_in)
        areas_of.tell_membership(run, found, np.bincount(in_areas, minlength=len(events)))
        period = self.periods[0]
        changes = change_columns(run, events, lies_in, period.start, period.end)
        from qgis.core import QgsWkbTypes

        counts = np.asarray(changes[0].values, dtype=float)
        columns = [
            outputs.Column("name", tr("Area"), found.names),
            outputs.Column("km2", tr("km²"), found.km2), *changes,
            outputs.Column("per_km2", tr("Incidents per km²"), counts / found.km2),
        ]
        self.results["AREA_CHANGES"] = self.group.claim(outputs.write_layer(
            run, "AREA_CHANGES", columns, (areas_of.as_multi(g) for g in found.geometries),
            QgsWkbTypes.Type.MultiPolygon, events.crs,
            self.group.style(40, styles.graduated("per_km2", styles.quantile_breaks(
                counts / found.km2)), shown=False),
        ), 40)
        by_name = {column.name: column.values for column in changes}
        shown = np.argsort(-counts, kind="stable")[:AREAS_SHOWN]
        head, keys = [tr("Area"), tr("Incidents")], []
        for key, label in (("previous", tr("Previous period")), ("last_year", tr("Last year"))):
            if f"{key}_count" in by_name:
                head.append(label)
                keys.append(key)
        rows = [
            [found.names[i], int(counts[i])]
            + [f"{int(by_name[f'{key}_count'][i])}"
               + {1: " ▲", -1: " ▼"}.get(int(by_name[f"{key}_shown"][i]), "") for key in keys]
            for i in shown
        ]
        section.tables.append(outputs.Table(head, rows))
        section.sentences.append(
            tr("{count} of the period's incidents lie in the {areas} areas of “{layer}”.").format(
                count=shown_number(int(self.now[np.unique(in_areas)].sum())), areas=len(found),
                layer=found.layer))
        if len(found) > len(shown):
            section.sentences.append(
                tr("The table shows the {count} areas with most incidents; the layer has all.")
                .format(count=len(shown)))

    def hours(self, run: Run, section: Section) -> None:
        """Weekday and hour, intervals spread evenly."""
        from ...analysis.aoristic import aoristic
        from ...reports import charts

        refuse_dates_only(self.events)
        events = self.events.take(self.now)
        end = events.start if events.end is None else events.end
        answer = aoristic(events.start, end, events.weight)
        tell(run, answer)
        self.results["HOURS"] = self.group.claim(outputs.write_table(
            run, "HOURS", hour_columns(answer.matrix), self.group.style(80, shown=False)), 80)
        weekday, hour = divmod(int(answer.matrix.argmax()), 24)
        self.results.update(PEAK_WEEKDAY=weekday + 1, PEAK_HOUR=hour)
        matrix = answer.matrix.tolist()
        section.charts.append(Chart("hours", charts.week_heat(matrix, run.language),
                                    charts.week_heat_text(matrix, run.language)))
        if answer.used < FEWEST_FOR_PATTERN:
            section.sentences.append(
                tr("Only {count} incidents have a time: the hours tell little.").format(
                    count=answer.used))
        if answer.without_end:
            section.sentences.append(
                tr("{count} incidents have no end time and are left out.").format(
                    count=answer.without_end))
        section.limit = tr("Incidents known only as an interval are spread evenly over it: fair on "
                           "the whole, not for a single incident.")

    def months(self, run: Run, section: Section) -> None:
        """Months beside what earlier years let expect; all the data, not only the period."""
        from ...analysis import calendar_trend as calendar

        events = self.events
        first, last = events.period[0], min(events.period[1], self.periods[0].end) - DAY
        used = events.start < (last + DAY).astype("datetime64[ms]")
        steps = calendar.monthly_counts(events.start[used], first, last)
        run.progress(0.5)
        band = calendar.expected_band(steps)
        self.results["MONTHS"] = self.group.claim(outputs.write_table(
            run, "MONTHS", step_columns(steps, band), self.group.style(81, shown=False)), 81)
        section.charts.append(
            Chart("months", *month_picture(steps, band, run.language, MONTHS_SHOWN)))
        if not (band.baseline > 0).any():
            section.sentences.append(
                tr("The data hold no earlier year, so nothing can be expected from it."))
        section.limit = tr("The band holds nineteen of twenty months when nothing but season and "
                           "chance is at work. No trend is assumed.")

    def near_repeat(self, run: Run, section: Section) -> None:
        """Whether an incident is followed by others nearby, from a year up to the period's end."""
        from ...analysis.near_repeat import bands, knox_test
        from ...reports import charts

        days = self.events.start.astype("datetime64[D]")
        end = self.periods[0].end
        rows = (days >= end - KNOX_DAYS * DAY) & (days < end)
        events = self.events.take(rows)
        self.need(len(events), FEWEST_FOR_KNOX)
        table = knox_test(
            events.x, events.y, events.start,
            bands(KNOX_METRES, KNOX_BANDS, same_place=SAME_PLACE),
            bands(KNOX_BAND_DAYS, KNOX_BANDS), simulations=run.integer("SIMULATIONS"),
            seed=run.integer("SEED"), progress=run.step(0.05, 0.95),
        )
        self.results["NEAR_REPEAT"] = self.group.claim(outputs.write_table(
            run, "NEAR_REPEAT", knox_columns(table), self.group.style(82, shown=False)), 82)
        ratio, p = float(table.ratio[1, 0]), float(table.p[1, 0])
        self.results["KNOX_RATIO"] = ratio if np.isfinite(ratio) else None
        self.results["KNOX_P"] = p
        values = {"metres": shown_number(KNOX_METRES), "days": shown_number(KNOX_BAND_DAYS),
                  "p": probability(p)}
        if p <= SIGNIFICANT and ratio > 1:
            said = tr("After an incident there are {ratio} times as many others within {metres} m "
                      "and {days} days as chance gives (p {p}): be there soon after.").format(
                ratio=shown_number(ratio, 1), **values)
            self.lead.append(said)
        else:
            said = tr("No near repeat is shown: within {metres} m and {days} days of an incident "
                      "there are not more others than chance gives (p {p}).").format(**values)
        section.sentences.append(said)
        section.sentences.append(
            tr("{count} incidents from {first} to {last} were used.").format(
                count=shown_number(len(events)), first=self.day(days[rows].min()),
                last=self.day(end - DAY)))
        labels = band_labels(table.distance_breaks, table.time_breaks)
        section.charts.append(Chart(
            "near_repeat",
            charts.knox_table(*labels, table.ratio.tolist(), table.p.tolist(), run.language),
            tr("Pairs of incidents by distance and time, as a ratio to what chance gives; shaded "
               "where p is at most 0.05. Of {count} such combinations about {chance} get shaded by "
               "chance.").format(count=table.p.size, chance=round(SIGNIFICANT * table.p.size)),
        ))

    def concentration(self, run: Run, section: Section) -> None:
        """How few places hold how many."""
        from ...analysis.concentration import (
            bootstrap_gini,
            concentration,
            random_concentration,
            repeat_places,
        )

        counts = self._period_cells(run).counts
        self.need(int(counts.sum()), FEWEST_FOR_PATTERN)
        answer = concentration(counts)
        simulations, seed = run.integer("SIMULATIONS"), run.integer("SEED")
        chance = random_concentration(counts, simulations, seed=seed, progress=run.step(0.2, 0.6))
        limits = bootstrap_gini(counts, simulations, seed=seed, progress=run.step(0.6, 0.95))
        self.results["CONCENTRATION"] = self.group.claim(outputs.write_table(
            run, "CONCENTRATION", repeat_columns(repeat_places(counts)),
            self.group.style(83, shown=False)), 83)
        self.results.update(GINI=float(answer.gini), GINI_P=float(chance.p))
        svg, said = lorenz_picture(counts, answer, chance, run.language)
        section.charts.append(Chart("concentration", svg, " ".join(said)))
        section.sentences += [
            tr("The incidents are more concentrated than chance gives.")
            if chance.p <= SIGNIFICANT else
            tr("The incidents are not shown to be more concentrated than chance gives."),
            gini_sentence(answer, limits, chance),
        ]


def steps(situation: Situation) -> List[Section]:
    """All sections in the order of the page; each step that has no answer says why."""
    run = situation.run
    # hot spots come before places, which are made of them
    work: List[Tuple[str, Callable[[Run, Section], None], float]] = [
        (tr("Hot and cold spots"), situation.hot_and_cold, 0.2),
        (tr("Priority places"), situation.priority, 0.1),
        (tr("Weekday and hour"), situation.hours, 0.05),
        (tr("Months"), situation.months, 0.05),
        (tr("Density"), situation.density, 0.15),
        (tr("Where it has changed"), situation.change_surface, 0.2),
        (tr("Repeat and near repeat"), situation.near_repeat, 0.15),
        (tr("Concentration"), situation.concentration, 0.1),
    ]
    if run.given("AREAS"):
        work.insert(2, (tr("Areas"), situation.in_areas, 0.05))
    made = [attempt(run, tr("Change"), situation.change)]
    at, whole = 0.1, sum(share for _, _, share in work) / 0.88
    for title, step, share in work:
        part = PartOfRun(run, at, at + share / whole)
        made.append(attempt(run, title, lambda section, s=step, p=part: s(p, section)))
        at += share / whole
    made[1], made[2] = made[2], made[1]  # the list is read before its ground
    return made
