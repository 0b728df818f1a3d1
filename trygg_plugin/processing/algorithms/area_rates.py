"""trygg:arearates – counts and rates per area, what is chance in them, and how they change."""

from __future__ import annotations

from typing import Any, Dict, List, Tuple

import numpy as np
from qgis.core import QgsWkbTypes

from ...domain.errors import DomainError
from ...i18n import tr
from .. import areas, groups, incidents, outputs, styles
from ..base import N_, Run, TryggAlgorithm
from ..changes import change_columns


class AreaRates(TryggAlgorithm):
    NAME = "arearates"
    TITLE = N_("Counts, rates and change per area")
    GROUP = groups.WHERE
    TAGS = (N_("rate"), N_("change"), "Bayes")
    HELP = {
        "en": "<p>Counts incidents per area, with the interval that chance leaves, the rate per "
        "1,000 (inhabitants, flats, visitors), the rate smoothed for small areas, and the change "
        "against the previous period and the same period last year.</p>"
        "<p><b>Read it as</b>: compare areas by the interval, not by the rate alone. A change "
        "counts as shown (1 or -1) only when it is clear at 95 % after correction for the number "
        "of areas. The smoothed rate draws small areas towards the whole.</p>"
        "<p><b>It does not say</b> that residents run that risk: incidents in a centre happen to "
        "visitors. Source: Marshall 1991; Garwood 1936; Przyborowski &amp; Wilenski 1940.</p>",
        "sv": "<p>Räknar händelser per område, med det intervall som slumpen lämnar, antal per 1 "
        "000 (invånare, bostäder, besökare), utjämnat tal för små områden, och förändringen mot "
        "föregående period och samma period i fjol.</p>"
        "<p><b>Läs den så</b>: jämför områden med intervallet, inte bara med talet. En förändring "
        "räknas som visad (1 eller -1) först när den är tydlig på 95 % efter korrigering för "
        "antalet områden. Det utjämnade talet drar små områden mot helheten.</p>"
        "<p><b>Den säger inte</b> att de boende löper den risken: händelser i ett centrum drabbar "
        "besökare. Källa: Marshall 1991; Garwood 1936; Przyborowski &amp; Wilenski 1940.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, weights=False)
        self.add_vector("AREAS", tr("Areas"))
        self.add_field("AREA_NAME", tr("Name of the area"), "AREAS")
        self.add_field("POPULATION", tr("Population of the area (for rates)"), "AREAS")
        self.add_day("CHANGE_START", tr("First day of the period whose change is tested"),
                     help_text=tr("Empty: no change is tested."))
        self.add_day("CHANGE_END", tr("Last day of the period whose change is tested"))
        self.add_vector_sink("OUTPUT", tr("Areas with counts and rates"))
        self.add_svg("CHART", tr("Funnel of rates (picture)"))
        self.add_number_output("IN_AREAS", tr("Incidents in the areas"))
        self.add_number_output("OVERALL_RATE", tr("Rate of all areas together"))
        self.add_number_output("OUTSIDE", tr("Areas outside the funnel (99.8 %)"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.area_rates import poisson_interval

        start, last = run.day("CHANGE_START"), run.day("CHANGE_END")
        if (start is None) != (last is None):
            raise DomainError("Give both days of the period whose change is tested, or none.")
        events = incidents.read(run, dates_needed=start is not None)
        population = run.field("POPULATION")
        found = areas.read(run, "AREAS", events.crs, run.field("AREA_NAME"), population)
        lies_in = areas.members(found, events.x, events.y, run.step(0.2, 0.6))
        times = np.bincount(np.concatenate(lies_in), minlength=len(events))
        areas.tell_membership(run, found, times)
        counts = np.array([len(rows) for rows in lies_in], dtype=np.float64)
        low, high = poisson_interval(counts)
        columns = [
            outputs.Column("name", tr("Area"), found.names),
            outputs.Column("km2", tr("km²"), found.km2),
            outputs.Column("count", tr("Incidents"), counts.astype(np.int64)),
            outputs.Column("count_low", tr("Incidents, lower limit (95 %)"), low),
            outputs.Column("count_high", tr("Incidents, upper limit (95 %)"), high),
            outputs.Column("per_km2", tr("Incidents per km²"), counts / found.km2),
        ]
        overall, shown, outside, picture = None, "count", None, ""
        if found.numbers is not None:
            more, overall = self._rates(run, found, found.numbers, counts)
            columns += more
            shown = "rate"
            if overall:
                more, picture, outside = _funnel(run, found.names, found.numbers, counts, overall)
                columns += more
        if start is not None and last is not None:
            columns += change_columns(
                run, events, lies_in, start, last + np.timedelta64(1, "D"))
        run.progress(0.9)
        values = next(column.values for column in columns if column.name == shown)
        layer = outputs.write_layer(
            run, "OUTPUT", columns, (areas.as_multi(g) for g in found.geometries),
            QgsWkbTypes.Type.MultiPolygon, events.crs,
            styles.graduated(shown, styles.quantile_breaks(np.asarray(values, dtype=float))),
        )
        return {"OUTPUT": layer, incidents.EVENTS: len(events),
                "IN_AREAS": int((times > 0).sum()), "OVERALL_RATE": overall,
                "OUTSIDE": outside,
                "CHART": outputs.write_text(run, "CHART", picture) if picture else ""}

    @staticmethod
    def _rates(
        run: Run, found: areas.Areas, people: np.ndarray, counts: np.ndarray
    ) -> Any:
        from ...analysis.area_rates import area_rates
        from ...analysis.spatial_weights import contiguity

        usable = people > 0
        if not usable.any():
            raise DomainError("No area has a population above 0. Choose another field.")
        if not usable.all():
            run.warn(tr("{count} areas have no population above 0 and get no rate.").format(
                count=int((~usable).sum())))
        neighbours = contiguity(found.rings) if len(found) > 2 else None
        rates = area_rates(counts, people, neighbours)
        columns = [
            outputs.Column("population", tr("Population"), people),
            outputs.Column("rate", tr("Per 1,000"), rates.rate),
            outputs.Column("rate_low", tr("Per 1,000, lower limit (95 %)"), rates.low),
            outputs.Column("rate_high", tr("Per 1,000, upper limit (95 %)"), rates.high),
            outputs.Column("smoothed", tr("Per 1,000, smoothed"), rates.smoothed),
        ]
        if rates.smoothed_locally is not None:
            columns.append(outputs.Column(
                "smoothed_near", tr("Per 1,000, smoothed to its neighbours"),
                rates.smoothed_locally))
        columns += [
            outputs.Column("quotient", tr("Location quotient (1: as the whole)"),
                           rates.location_quotient),
            outputs.Column("surprise", tr("Probability by chance (one tail)"), rates.surprise),
        ]
        return columns, rates.overall if np.isfinite(rates.overall) else None


def _funnel(
    run: Run, names: List[str], people: np.ndarray, counts: np.ndarray, overall: float
) -> Tuple[List[outputs.Column], str, int]:
    """Each area's place in the funnel (fields), the picture, and how many lie outside it."""
    from ...analysis.area_rates import PER, funnel_limits
    from ...reports import charts

    base = np.where(people > 0, people, np.nan)
    rate = PER * counts / base
    wide, narrow = (funnel_limits(base, overall, level) for level in (0.998, 0.95))
    place = np.zeros(len(counts), dtype=np.int32)
    for step, limits in ((1, narrow), (1, wide)):
        place += step * ((rate > limits.high).astype(np.int32) - (rate < limits.low))
    outside = np.abs(place) == 2
    line = np.linspace(0.02, 1.0, 120) * np.nanmax(base)
    bands = []
    for level in (0.95, 0.998):
        edge = funnel_limits(line, overall, level)
        bands.append((level, line.tolist(), edge.low.tolist(), edge.high.tolist()))
    picture = charts.funnel(names, base.tolist(), rate.tolist(), overall, bands,
                            outside.tolist(), run.language)
    run.log(charts.funnel_text(names, base.tolist(), rate.tolist(), overall, outside.tolist(),
                               run.language))
    columns = [
        outputs.Column("funnel_low", tr("Funnel, lower limit (99.8 %)"), wide.low),
        outputs.Column("funnel_high", tr("Funnel, upper limit (99.8 %)"), wide.high),
        outputs.Column("funnel", tr("Place in the funnel (-2 below to 2 above)"), place),
    ]
    return columns, picture, int(outside.sum())
