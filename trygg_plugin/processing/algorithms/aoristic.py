"""trygg:aoristic – when in the week incidents happen, also those known only as an interval."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List

import numpy as np

from ...domain.errors import DomainError
from ...i18n import tr
from .. import groups, incidents, outputs
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...analysis.aoristic import Aoristic as Matrix


class Aoristic(TryggAlgorithm):
    NAME = "aoristic"
    TITLE = N_("Weekday and hour (aoristic)")
    GROUP = groups.WHEN
    TAGS = (N_("time of day"), N_("weekday"))
    NEEDS = ()
    HELP = {
        "en": "<p>Shows on which weekdays and hours incidents happen. An incident known only as an "
        "interval (the bicycle was stolen between Friday and Monday) is spread evenly over it.</p>"
        "<p><b>Read it as</b> a guess that is fair on the whole, not for a single incident. The "
        "limits say how much another equally large set of incidents could differ.</p>"
        "<p><b>Left out and counted</b>: no date, no end time where an end field is chosen, end "
        "before start, and dates without a time of day. Without an end field each incident "
        "counts in its own hour. Source: Ratcliffe &amp; McCullagh 1998; Ratcliffe 2002.</p>",
        "sv": "<p>Visar vilka veckodagar och timmar händelser sker. En händelse som bara är känd "
        "som ett intervall (cykeln stals mellan fredag och måndag) sprids jämnt över det.</p>"
        "<p><b>Läs den som</b> en gissning som är rättvis för helheten, inte för en enskild "
        "händelse. Gränserna säger hur mycket svaret kunde ha skilt sig med andra, lika många "
        "händelser.</p>"
        "<p><b>Utelämnas och räknas</b>: utan datum, utan sluttid när ett slutfält är valt, slut "
        "före start, och datum utan klockslag. Utan slutfält räknas varje händelse i sin egen "
        "timme. Källa: Ratcliffe &amp; McCullagh 1998; Ratcliffe 2002.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, dates="required", interval=True, places=False)
        self.add_number("BOOTSTRAPS", tr("Resamples for the limits (0: none)"), 199, 0, 99_999,
                        integer=True, advanced=True)
        self.add_seed()
        self.add_table_sink("OUTPUT", tr("Weekday and hour"))
        self.add_svg("CHART", tr("Weekday and hour (picture)"))
        self.add_html()
        self.add_number_output("PEAK_WEEKDAY", tr("Busiest weekday (1 is Monday)"))
        self.add_number_output("PEAK_HOUR", tr("Busiest hour"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.aoristic import aoristic, aoristic_interval

        events = incidents.read(run)
        refuse_dates_only(events)
        end = events.start if events.end is None else events.end
        answer = aoristic(events.start, end, events.weight)
        tell(run, answer)
        low = high = np.full((7, 24), np.nan)
        resamples = run.integer("BOOTSTRAPS")
        if resamples:
            limits = aoristic_interval(
                events.start, end, events.weight, resamples=resamples, seed=run.integer("SEED"),
                progress=run.step(0.2, 0.9),
            )
            low, high = limits.matrix_lower, limits.matrix_upper
        table = outputs.write_table(run, "OUTPUT", [
            *hour_columns(answer.matrix),
            outputs.Column("low", tr("Lower limit (95 %)"), low.ravel()),
            outputs.Column("high", tr("Upper limit (95 %)"), high.ravel()),
        ])
        from ...reports import charts

        matrix = answer.matrix.tolist()
        picture = charts.week_heat(matrix, run.language)
        said = charts.week_heat_text(matrix, run.language)
        run.log(said)
        weekday, hour = divmod(int(answer.matrix.argmax()), 24)
        return {
            "OUTPUT": table, "CHART": outputs.write_text(run, "CHART", picture),
            "SUMMARY": outputs.write_summary(run, [said], charts=[picture]),
            incidents.EVENTS: answer.used, "PEAK_WEEKDAY": weekday + 1, "PEAK_HOUR": hour,
        }


def refuse_dates_only(events: incidents.Incidents) -> None:
    """Dates without a time of day would all count at midnight."""
    if events.dates_only:
        raise DomainError(
            "The dates hold no time of day, so hours cannot be told. Choose a field with date "
            "and time."
        )


def hour_columns(matrix: np.ndarray) -> List[outputs.Column]:
    """Fields of a weekday by hour table (7, 24)."""
    return [
        outputs.Column("weekday", tr("Weekday (1 is Monday)"),
                       np.repeat(np.arange(1, 8, dtype=np.int32), 24)),
        outputs.Column("hour", tr("Hour"), np.tile(np.arange(24, dtype=np.int32), 7)),
        outputs.Column("events", tr("Incidents"), matrix.ravel()),
    ]


def tell(run: Run, answer: Matrix) -> None:
    """Say what was left out or spread; raises DomainError when nothing is left."""
    if answer.used == 0:
        raise DomainError(
            "No incident has both a start and an end. Leave the end field empty to count each "
            "incident in the hour it began."
        )
    if answer.without_end:
        run.log(tr("{count} incidents have no end time and are left out.").format(
            count=answer.without_end))
    if answer.longer_than_week:
        run.log(tr("{count} incidents last longer than a week and are spread over all of it.")
                .format(count=answer.longer_than_week))
    run.log(tr("{exact} of {used} incidents have an exact time.").format(
        exact=answer.exact, used=answer.used))
