"""trygg:calendartrend – months or weeks against what earlier years let expect."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple

import numpy as np

from ...analysis.errors import AnalysisError
from ...i18n import tr, tr_error
from .. import groups, incidents, outputs
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...analysis.calendar_trend import ExpectedBand, PeriodCounts

#: Years of the calendar of days: as many as an A4 page holds.
YEARS_SHOWN = 5
STEPS = ("month", "week")


class CalendarTrend(TryggAlgorithm):
    NAME = "calendartrend"
    TITLE = N_("Months, weeks and kinds of day")
    GROUP = groups.WHEN
    TAGS = (N_("trend"), N_("season"))
    HELP = {
        "en": "<p>Counts incidents per month or week beside what the same months of earlier years "
        "let expect, and per kind of day (workday, Friday, Saturday, Sunday or holiday, eve).</p>"
        "<p><b>Read it as</b>: a month above the band is more than the season and chance explain. "
        "No trend is assumed: after a lasting change the band lags behind.</p>"
        "<p><b>It does not say</b> that crime changed: more reporters give more reports. Months "
        "that the period cuts are counted with the days they have. Source: Bernardo &amp; Smith "
        "1994; Farrington et al. 1996.</p>",
        "sv": "<p>Räknar händelser per månad eller vecka bredvid vad samma månader tidigare år "
        "låter vänta, och per slags dag (arbetsdag, fredag, lördag, sön- eller helgdag, afton).</p>"
        "<p><b>Läs den så</b>: en månad över bandet är mer än säsong och slump förklarar. Ingen "
        "trend antas: efter en varaktig förändring släpar bandet efter.</p>"
        "<p><b>Den säger inte</b> att brottsligheten ändrats: fler rapportörer ger fler rapporter. "
        "Månader som perioden skär räknas med de dagar de har. Källa: Bernardo &amp; Smith 1994; "
        "Farrington m.fl. 1996.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, dates="required", weights=False, places=False)
        self.add_choice("STEP", tr("Count per"), (tr("Month"), tr("Week")))
        self.add_number("YEARS", tr("Earlier years to compare with"), 5, 1, 30, integer=True,
                        advanced=True)
        self.add_table_sink("OUTPUT", tr("Counts over time"))
        self.add_table_sink("DAY_TYPES", tr("Counts per kind of day"), optional=True)
        self.add_svg("CHART", tr("Curve (picture)"))
        self.add_svg("CALENDAR", tr("Calendar of the days (picture)"))
        self.add_svg("WHEEL", tr("Year wheel (picture)"))
        self.add_html()
        self.add_number_output("ABOVE", tr("Months or weeks above the band"))
        self.add_number_output("BELOW", tr("Months or weeks below the band"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis import calendar_trend as calendar

        events = incidents.read(run)
        first, last = events.period[0], events.period[1] - np.timedelta64(1, "D")
        monthly = run.choice("STEP", STEPS) == "month"
        count = calendar.monthly_counts if monthly else calendar.weekly_counts
        steps = count(events.start, first, last)
        run.progress(0.4)
        band = calendar.expected_band(
            steps, years_back=run.integer("YEARS"), half_window=0 if monthly else 1
        )
        table = outputs.write_table(run, "OUTPUT", step_columns(steps, band))
        if not (band.baseline > 0).any():
            run.warn(tr("The data hold no earlier year, so nothing can be expected from it."))
        day_types = self._day_types(run, events.start, first, last)
        run.progress(0.8)
        sentences: List[str] = []
        if monthly:
            picture, said = month_picture(steps, band, run.language)
            sentences.append(said)
        else:
            picture = self._weeks(run, steps, band, sentences)
        calendar_svg, wheel_svg = self._days_and_year(run, events.start, first, last, sentences)
        for sentence in sentences:
            run.log(sentence)
        return {
            "OUTPUT": table, "DAY_TYPES": day_types,
            "CHART": outputs.write_text(run, "CHART", picture),
            "CALENDAR": outputs.write_text(run, "CALENDAR", calendar_svg),
            "WHEEL": outputs.write_text(run, "WHEEL", wheel_svg),
            "SUMMARY": outputs.write_summary(
                run, sentences, charts=[picture, calendar_svg, wheel_svg]),
            incidents.EVENTS: len(events),
            "ABOVE": int(band.above.sum()), "BELOW": int(band.below.sum()),
        }

    @staticmethod
    def _day_types(run: Run, start: np.ndarray, first: Any, last: Any) -> str:
        from ...analysis import calendar_trend as calendar

        if not run.given("DAY_TYPES"):
            return ""
        try:
            kinds = calendar.day_type_counts(start, first, last)
        except AnalysisError as error:
            run.warn(tr_error(error))
            return ""
        labels = {
            "workday": tr("Monday to Thursday"), "friday": tr("Friday"),
            "saturday": tr("Saturday"), "sunday_or_holiday": tr("Sunday or holiday"),
            "eve": tr("Eve of a holiday"),
        }
        return outputs.write_table(run, "DAY_TYPES", [
            outputs.Column("kind", tr("Kind of day"), [labels.get(n, n) for n in kinds.names]),
            outputs.Column("count", tr("Incidents"), kinds.counts.astype(np.int64)),
            outputs.Column("days", tr("Days"), kinds.days),
            outputs.Column("rate", tr("Incidents per day"), kinds.rate),
            outputs.Column("low", tr("Lower limit (95 %)"), kinds.lower),
            outputs.Column("high", tr("Upper limit (95 %)"), kinds.upper),
        ])

    @staticmethod
    def _days_and_year(
        run: Run, start: np.ndarray, first: Any, last: Any, sentences: List[str]
    ) -> Tuple[str, str]:
        """Pictures of the days (of the last years that fit a page) and of the year's months."""
        from ...analysis import calendar_trend as calendar
        from ...reports import charts

        shown = max(first, last - YEARS_SHOWN * np.timedelta64(365, "D"))
        days = (start.astype("datetime64[D]") - shown).astype(np.int64)
        counts = np.bincount(days[days >= 0], minlength=int((last - shown).astype(int)) + 1)
        wheel = calendar.year_wheel(calendar.monthly_counts(start, first, last))
        arguments = (_optional(wheel.rate), float(wheel.counts.sum() / wheel.days.sum()),
                     run.language)
        sentences.append(charts.year_wheel_text(*arguments))
        return (charts.calendar_heat(shown.item(), counts.tolist(), run.language),
                charts.year_wheel(*arguments))

    @staticmethod
    def _weeks(run: Run, steps: Any, band: Any, sentences: List[str]) -> str:
        from ...reports import charts

        days = steps.start.astype("datetime64[D]").tolist()
        counts, above = steps.counts.tolist(), band.above.tolist()
        sentences.append(charts.alert_series_text(days, counts, above, run.language))
        return charts.alert_series(
            days, counts, above, run.language,
            threshold=_optional(band.upper), expected=_optional(band.expected),
        )


def step_columns(steps: PeriodCounts, band: ExpectedBand) -> List[outputs.Column]:
    """Fields of a table of months or weeks beside what was expected."""
    return [
        outputs.Column("start", tr("First day"), steps.start.astype("datetime64[D]")),
        outputs.Column("count", tr("Incidents"), steps.counts.astype(np.int64)),
        outputs.Column("days", tr("Days observed"), steps.days),
        outputs.Column("whole", tr("Whole"), steps.complete),
        outputs.Column("expected", tr("Expected"), band.expected),
        outputs.Column("low", tr("Lower limit (95 %)"), band.lower),
        outputs.Column("high", tr("Upper limit (95 %)"), band.upper),
        outputs.Column("baseline", tr("Earlier months or weeks used"), band.baseline),
        outputs.Column("above", tr("Above the band"), band.above),
        outputs.Column("below", tr("Below the band"), band.below),
    ]


def month_picture(
    steps: PeriodCounts, band: ExpectedBand, language: str, most: int = 0
) -> Tuple[str, str]:
    """The curve of the months and what it says; ``most``: only so many, the last (0: all)."""
    from ...reports import charts

    left_out = max(0, len(steps.counts) - most) if most else 0
    month = steps.start[0].astype("datetime64[M]").astype(int) + left_out
    first_month = (1970 + month // 12, month % 12 + 1)
    counts = steps.counts.tolist()
    last_year: List[Optional[float]] = [None] * min(12, len(counts)) + counts[:-12]
    arguments: Dict[str, Any] = {
        "last_year": last_year[left_out:] if len(counts) > 12 else None,
        "expected_low": _optional(band.lower)[left_out:],
        "expected_high": _optional(band.upper)[left_out:],
    }
    counts = counts[left_out:]
    return (charts.monthly_curve(counts, first_month, language, **arguments),
            charts.monthly_curve_text(counts, first_month, language, **arguments))


def _optional(values: np.ndarray) -> List[Optional[float]]:
    return [None if value != value else value for value in values.tolist()]
