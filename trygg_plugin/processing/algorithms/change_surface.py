"""trygg:changesurface – where incidents have become more or fewer, as a tested surface."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Optional

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem

from ...domain.errors import DomainError
from ...i18n import fill, tr
from .. import groups, incidents, outputs, styles, surfaces
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...analysis.change_surface import ChangeSurface as Answer
    from ...analysis.grid import RasterGrid

DAY = np.timedelta64(1, "D")


class ChangeSurface(TryggAlgorithm):
    NAME = "changesurface"
    TITLE = N_("Change between two periods (surface)")
    GROUP = groups.WHERE
    TAGS = (N_("change"), N_("heatmap"))
    HELP = {
        "en": "<p>The difference of two density surfaces, before and from a day on, per year, so "
        "that periods of different length are fair to each other; with an exact test in every "
        "cell that knows small numbers.</p>"
        "<p><b>Read it as</b>: band 1 is the difference in incidents per km² and year, band 2 the "
        "change that is shown at 95 % (1 more, −1 fewer, 0 not shown or too few to tell).</p>"
        "<p><b>It does not say</b> why, and places chosen because they were bad tend to fall back "
        "by themselves. Compare whole years, or the same season of two years. Source: "
        "Przyborowski &amp; Wilenski 1940; Tarone 1990; Benjamini &amp; Hochberg 1995.</p>",
        "sv": "<p>Skillnaden mellan två täthetsytor, före och från en dag, per år, så att olika "
        "långa perioder kan jämföras; med ett exakt test i varje ruta, som klarar små tal.</p>"
        "<p><b>Läs den så</b>: band 1 är skillnaden i händelser per km² och år, band 2 den "
        "förändring som är visad på 95 % (1 fler, −1 färre, 0 inte visad eller för få för att "
        "veta).</p>"
        "<p><b>Den säger inte</b> varför, och platser som valts för att de var dåliga faller ofta "
        "tillbaka av sig själva. Jämför hela år, eller samma säsong två år. Källa: Przyborowski "
        "&amp; Wilenski 1940; Tarone 1990; Benjamini &amp; Hochberg 1995.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, dates="required")
        surfaces.add_parameters(self)
        self.add_day("SPLIT", tr("First day of the later period"),
                     help_text=tr("Empty: the middle of the period."))
        self.add_raster_sink("OUTPUT", tr("Change"))
        self.add_number_output("BEFORE", tr("Incidents before"))
        self.add_number_output("AFTER", tr("Incidents after"))
        self.add_number_output("MORE_KM2", tr("Area with shown increase (km²)"))
        self.add_number_output("FEWER_KM2", tr("Area with shown decrease (km²)"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.change_surface import change_surface

        events = incidents.read(run, at_least=2)
        first, end = events.period
        split = run.day("SPLIT")
        if split is None:
            split = first + (end - first) // 2
            run.log(tr("The later period begins on {day}, the middle.").format(day=str(split)))
        if not first < split < end:
            raise DomainError(
                "The later period begins on {day}, but the incidents used are from {first} to "
                "{last}: there must be some time before and after it.",
                day=str(split), first=str(first), last=str(end - DAY),
            )
        place = surfaces.read(run, events, "quartic")
        events, grid = place.events, place.grid
        later = events.start >= split.astype("datetime64[ms]")

        def part(rows: np.ndarray) -> Any:
            return events.x[rows], events.y[rows]

        def weights(rows: np.ndarray) -> Any:
            return None if events.weight is None else events.weight[rows]

        answer = change_surface(
            part(~later), part(later), grid, place.bandwidth,
            float((split - first) / DAY), float((end - split) / DAY),
            before_weights=weights(~later), after_weights=weights(later), window=place.window,
            progress=run.step(0.3, 0.95),
        )
        path = write_change(run, "OUTPUT", answer, grid, events.crs)
        more = float((answer.direction > 0).sum() * grid.cell_area_km2)
        fewer = float((answer.direction < 0).sum() * grid.cell_area_km2)
        run.log(fill(tr("More is shown on {more:.2f} km², fewer on {fewer:.2f} km²."),
                     more=more, fewer=fewer))
        return {
            "OUTPUT": path, incidents.EVENTS: len(events), "BEFORE": int((~later).sum()),
            "AFTER": int(later.sum()), "MORE_KM2": more, "FEWER_KM2": fewer,
            "BANDWIDTH_USED": place.bandwidth, "CELL_SIZE_USED": grid.cell_size,
        }


def write_change(
    run: Run, name: str, answer: Answer, grid: RasterGrid, crs: QgsCoordinateReferenceSystem,
    style: Optional[outputs.Style] = None,
) -> str:
    """Write the difference and its test as bands of a raster."""
    direction = answer.direction.astype(np.float64)
    direction[np.isnan(answer.difference)] = np.nan
    return outputs.write_raster(
        run, name,
        np.stack([answer.difference, direction, answer.before, answer.after, answer.p_adjusted]),
        grid.x_min, grid.y_max, grid.cell_size, crs,
        [tr("Difference per km² and year"), tr("Shown change"), tr("Before"), tr("After"),
         tr("p, corrected (FDR)")],
        style or change_style(answer),
    )


def change_style(answer: Answer) -> outputs.Style:
    """Diverging colours as far as the largest difference."""
    known = np.abs(answer.difference[np.isfinite(answer.difference)])
    return styles.difference(float(known.max(initial=0.0)), tr("per km² and year"))
