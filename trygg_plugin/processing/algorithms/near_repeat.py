"""trygg:nearrepeat – does one incident bring more nearby soon after: the Knox test."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Tuple

import numpy as np
from qgis.core import QgsWkbTypes

from ...domain.errors import DomainError
from ...i18n import tr
from .. import groups, incidents, outputs, styles
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...analysis.near_repeat import KnoxTable

SIGNIFICANT, MARKED = 0.05, 1.2
_COLOURS = {
    "originator": "#b30000", "repeat": "#fc8d59", "near_repeat": "#fdcc8a", "isolated": "#bdbdbd",
}


class NearRepeat(TryggAlgorithm):
    NAME = "nearrepeat"
    TITLE = N_("Repeat and near repeat (Knox)")
    GROUP = groups.WHERE_AND_WHEN
    TAGS = ("Knox", N_("near repeat"))
    HELP = {
        "en": "<p>Tests whether incidents follow each other at the same place and nearby more "
        "often than when the dates are shuffled among the places. If they do, what happened today "
        "tells where to be in the coming days.</p>"
        "<p><b>Read it as</b>: ratio 1.8 with p 0.001 for 1–100 m and 0–7 days means 80 % more "
        "pairs that near and that soon than chance gives. Bands where p is at most 0.05 and the "
        "ratio at least 1.2 count as a pattern.</p>"
        "<p><b>It does not say</b> that the same persons did it. With 64 bands about three reach "
        "0.05 by chance: look for a connected corner of near and soon. The elevated-risk map holds "
        "for the given day, and only the bands that stand out.</p>"
        "<p>Source: Knox 1964; Townsley et al. 2003; Johnson &amp; Bowers 2004; Ratcliffe "
        "2009.</p>",
        "sv": "<p>Prövar om händelser följer på varandra på samma plats och i närheten oftare än "
        "när datumen blandas mellan platserna. Om de gör det säger dagens händelse var man bör "
        "vara de närmaste dagarna.</p>"
        "<p><b>Läs den så</b>: kvot 1,8 med p 0,001 för 1–100 m och 0–7 dagar betyder 80 % fler "
        "par så nära och så snart än slumpen ger. Band där p är högst 0,05 och kvoten minst 1,2 "
        "räknas som ett mönster.</p>"
        "<p><b>Den säger inte</b> att samma personer låg bakom. Av 64 band når omkring tre 0,05 av "
        "en slump: sök ett sammanhängande hörn av nära och snart. Kartan över förhöjd risk gäller "
        "den angivna dagen, och bara de band som sticker ut.</p>"
        "<p>Källa: Knox 1964; Townsley m.fl. 2003; Johnson &amp; Bowers 2004; Ratcliffe 2009.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, dates="required", weights=False)
        self.add_number("DISTANCE", tr("Width of a distance band (m)"), 100.0, minimum=0.001)
        self.add_number("DISTANCE_BANDS", tr("Number of distance bands"), 8, 1, 40, integer=True)
        self.add_number("DAYS", tr("Width of a time band (days)"), 7.0, minimum=0.001)
        self.add_number("TIME_BANDS", tr("Number of time bands"), 8, 1, 40, integer=True)
        self.add_number("SAME_PLACE", tr("Same place: nearer than (m, 0: no such band)"), 1.0, 0.0,
                        advanced=True)
        self.add_flag("MANHATTAN", tr("Manhattan distance (along a street grid)"), advanced=True)
        self.add_number("SIMULATIONS", tr("Simulations"), 999, 9, 99_999, integer=True,
                        advanced=True)
        self.add_seed()
        self.add_day("RISK_DAY", tr("Day of the elevated-risk map"), advanced=True,
                     help_text=tr("Empty: the day after the last incident."))
        self.add_number("RISK_CELL", tr("Cell size of the elevated-risk map (m)"), 50.0,
                        minimum=0.001, advanced=True)
        self.add_table_sink("OUTPUT", tr("Knox table"))
        self.add_vector_sink("POINTS", tr("Incidents with their role and chain"), outputs.POINTS,
                             optional=True)
        self.add_raster_sink("RISK", tr("Elevated risk"), optional=True)
        self.add_svg("CHART", tr("Knox table (picture)"))
        self.add_html()
        self.add_number_output("SIGNIFICANT", tr("Bands with a pattern"))
        self.add_number_output("FIRST_RATIO", tr("Ratio of the first near and soon band"))
        self.add_number_output("FIRST_P", tr("p of the first near and soon band"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.near_repeat import bands, knox_test

        events = incidents.read(run, at_least=3)
        same = run.number("SAME_PLACE") or 0.0
        width, days = run.number("DISTANCE") or 0.0, run.number("DAYS") or 0.0
        if same >= width:
            raise DomainError(
                "“Same place” ({same} m) must be less than the width of a distance band "
                "({width} m).", same=same, width=width,
            )
        table = knox_test(
            events.x, events.y, events.start,
            bands(width, run.integer("DISTANCE_BANDS"), same_place=same),
            bands(days, run.integer("TIME_BANDS")),
            manhattan=run.flag("MANHATTAN"), simulations=run.integer("SIMULATIONS"),
            seed=run.integer("SEED"), progress=run.step(0.15, 0.8),
        )
        rows, columns = band_labels(table.distance_breaks, table.time_breaks)
        layer = outputs.write_table(run, "OUTPUT", knox_columns(table))
        points = self._write_points(run, events, same, width, days) if run.given("POINTS") else ""
        risk = self._write_risk(run, events, table) if run.given("RISK") else ""

        from ...reports import charts

        ratio, p = table.ratio.tolist(), table.p.tolist()
        picture = charts.knox_table(rows, columns, ratio, p, run.language)
        said = charts.knox_table_text(rows, columns, ratio, p, run.language)
        run.log(said)
        first = (1 if same > 0 and len(rows) > 1 else 0, 0)
        patterned = int(pattern(table).sum())
        return {
            "OUTPUT": layer, "POINTS": points, "RISK": risk,
            "CHART": outputs.write_text(run, "CHART", picture),
            "SUMMARY": outputs.write_summary(run, [said], charts=[picture]),
            incidents.EVENTS: table.n, "SIGNIFICANT": patterned,
            "FIRST_RATIO": _or_none(table.ratio[first]), "FIRST_P": float(table.p[first]),
        }

    @staticmethod
    def _write_points(
        run: Run, events: incidents.Incidents, same: float, width: float, days: float
    ) -> str:
        from ...analysis.near_repeat_chains import ROLES, near_repeat_chains

        chains = near_repeat_chains(
            events.x, events.y, events.start, width, days, same_place=max(same, 0.001),
            manhattan=run.flag("MANHATTAN"), progress=run.step(0.8, 0.9),
        )
        roles = [ROLES[role] if role >= 0 else "" for role in chains.role.tolist()]
        labels = {
            "originator": tr("Originator"), "repeat": tr("Repeat (same place)"),
            "near_repeat": tr("Near repeat"), "isolated": tr("Isolated"),
        }
        return outputs.write_layer(
            run, "POINTS",
            [
                outputs.Column("source_id", tr("Number in the source layer"), events.fid),
                outputs.Column("happened", tr("Date"), events.start),
                outputs.Column("role", tr("Role"), roles),
                outputs.Column("chain", tr("Chain (-1: none)"), chains.chain),
                outputs.Column("previous_days", tr("Days since the previous one"),
                               chains.previous_days),
                outputs.Column("previous_m", tr("Distance to the previous one (m)"),
                               chains.previous_distance),
            ],
            outputs.point_geometries(events.x, events.y), QgsWkbTypes.Type.Point, events.crs,
            styles.categorized("role", [(key, labels[key], _COLOURS[key]) for key in labels]),
        )

    @staticmethod
    def _write_risk(run: Run, events: incidents.Incidents, table: KnoxTable) -> str:
        from ...analysis.grid import RasterGrid
        from ...analysis.near_repeat_risk import knox_weights, risk_map

        now = run.day("RISK_DAY")
        if now is None:
            now = np.nanmax(events.start).astype("datetime64[D]") + np.timedelta64(1, "D")
            run.log(tr("The elevated-risk map holds for {day}.").format(day=str(now)))
        weights = knox_weights(table)
        if not weights.any():
            run.warn(tr("No band stands out from chance, so the elevated-risk map is empty."))
        reach = float(table.distance_breaks[-1])
        x_min, y_min, x_max, y_max = events.extent
        cell = run.number("RISK_CELL") or 50.0
        grid = RasterGrid.covering(x_min - reach, y_min - reach, x_max + reach, y_max + reach, cell)
        answer = risk_map(
            events.x, events.y, events.start.astype("datetime64[D]"), now, grid.column_x,
            grid.row_y, table.distance_breaks, table.time_breaks, weights,
            progress=run.step(0.9, 0.99),
        )
        return outputs.write_raster(
            run, "RISK", answer.values, grid.x_min, grid.y_max, cell, events.crs,
            [tr("Elevated risk on {day}").format(day=str(now))],
            styles.surface(float(answer.values.max())),
        )


def pattern(table: KnoxTable) -> np.ndarray:
    """Which bands stand out: p at most 0.05 and ratio at least 1.2."""
    with np.errstate(invalid="ignore"):
        return (table.p <= SIGNIFICANT) & (table.ratio >= MARKED)


def knox_columns(table: KnoxTable) -> List[outputs.Column]:
    """Fields of a Knox table, a row for each pair of bands."""
    rows, columns = band_labels(table.distance_breaks, table.time_breaks)
    row, column = (index.ravel() for index in np.indices(table.observed.shape))
    return [
        outputs.Column("distance", tr("Distance"), [rows[i] for i in row]),
        outputs.Column("time", tr("Time"), [columns[j] for j in column]),
        outputs.Column("distance_from", tr("From (m)"), table.distance_breaks[row]),
        outputs.Column("distance_to", tr("To (m)"), table.distance_breaks[row + 1]),
        outputs.Column("days_from", tr("From (days)"), table.time_breaks[column]),
        outputs.Column("days_to", tr("To (days)"), table.time_breaks[column + 1]),
        outputs.Column("observed", tr("Pairs observed"), table.observed.ravel()),
        outputs.Column("expected", tr("Pairs expected"), table.expected.ravel()),
        outputs.Column("mean", tr("Mean of the simulations"), table.mean.ravel()),
        outputs.Column("ratio", tr("Knox ratio"), table.ratio.ravel()),
        outputs.Column("p", tr("p"), table.p.ravel()),
        outputs.Column("pattern", tr("Pattern"), pattern(table).ravel()),
    ]


def band_labels(distance: np.ndarray, time: np.ndarray) -> Tuple[List[str], List[str]]:
    """Names of the distance and time bands, such as "1–100 m" and "0–7 days"."""
    rows = [_label(low, high, tr("m")) for low, high in zip(distance[:-1], distance[1:])]
    columns = [_label(low, high, tr("days")) for low, high in zip(time[:-1], time[1:])]
    return rows, columns


def _label(low: float, high: float, unit: str) -> str:
    if np.isinf(high):
        return f"≥ {low:g} {unit}"
    return f"{low:g}–{high:g} {unit}"


def _or_none(value: float) -> Any:
    return float(value) if np.isfinite(value) else None
