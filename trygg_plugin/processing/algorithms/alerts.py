"""trygg:alerts – which categories and areas have an unusual week or month now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Dict, List, Tuple

import numpy as np

from ...analysis.errors import AnalysisError
from ...domain.errors import DomainError
from ...i18n import tr, tr_error
from .. import areas, groups, incidents, outputs
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...analysis.alerts import Alerts as Judged

STEPS = ("week", "month")
METHODS = ("farrington", "C1", "C2", "C3")
PER_YEAR = {"week": 52, "month": 12}


class Alerts(TryggAlgorithm):
    NAME = "alerts"
    TITLE = N_("Unusual weeks and months (alerts)")
    GROUP = groups.WHEN
    TAGS = ("EARS", "Farrington", N_("alert"))
    HELP = {
        "en": "<p>Tells for every category, and every area where areas are given, which of the "
        "last weeks or months held more incidents than history lets expect.</p>"
        "<p><b>Read it as</b> a list to look at, not as a verdict: with many series some alerts "
        "are chance (1 % each by default). Farrington flexible compares with the same season of "
        "earlier years and needs them; EARS compares with the weeks just before.</p>"
        "<p><b>It does not say</b> why: one diligent reporter can raise an alert. "
        "Source: Farrington et al. 1996; Noufaily et al. 2013; Fricker, Hegler &amp; Dunfee "
        "2008.</p>",
        "sv": "<p>Säger för varje kategori, och varje område om områden anges, vilka av de senaste "
        "veckorna eller månaderna som hade fler händelser än historien låter vänta.</p>"
        "<p><b>Läs den som</b> en lista att titta på, inte som en dom: med många serier är några "
        "larm slump (1 % av alla prövningar, om inget annat anges). Farrington flexible jämför "
        "med samma säsong tidigare år och behöver dem; EARS jämför med veckorna strax före.</p>"
        "<p><b>Den säger inte</b> varför: en flitig rapportör kan ge ett larm. "
        "Källa: Farrington m.fl. 1996; Noufaily m.fl. 2013; Fricker, Hegler &amp; Dunfee 2008.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, dates="required", weights=False)
        self.add_vector("AREAS", tr("Areas"), optional=True)
        self.add_field("AREA_NAME", tr("Name of the area"), "AREAS")
        self.add_choice("STEP", tr("Count per"), (tr("Week"), tr("Month")))
        self.add_choice("METHOD", tr("Method"), (
            tr("Farrington flexible (earlier years)"),
            tr("EARS C1 (the periods just before)"),
            tr("EARS C2 (two periods between)"),
            tr("EARS C3 (also the two before)"),
        ))
        self.add_number("LATEST", tr("How many of the latest periods are judged"), 4, 1, 520,
                        integer=True)
        self.add_number("ALPHA", tr("Share of false alerts"), 0.01, 0.000001, 0.5, advanced=True)
        self.add_table_sink("OUTPUT", tr("Series and alerts"))
        self.add_svg("CHART", tr("All incidents (picture)"))
        self.add_html()
        self.add_number_output("ALERTS", tr("Number of alerts"))
        self.add_number_output("SERIES", tr("Number of series"))

    def compute(self, run: Run) -> Dict[str, Any]:
        events = incidents.read(run)
        step, method = run.choice("STEP", STEPS), run.choice("METHOD", METHODS)
        edges = whole_steps(events.period[0], events.period[1], step)
        if len(edges) < 3:
            raise DomainError("The incidents cover fewer than two whole weeks or months.")
        borders = edges.astype("datetime64[D]").astype(np.int64)
        days = events.start.astype("datetime64[D]").astype(np.int64)
        latest = min(run.integer("LATEST"), len(edges) - 1)
        first = len(edges) - 1 - latest
        rows: List[Tuple[str, str, int, float, float, float, float, bool]] = []
        judged = reasons = 0
        reason = ""
        all_series = list(self._series(run, events))
        whole = np.histogram(days, borders)[0].astype(float)
        for number, (area, category, members) in enumerate(all_series):
            run.step(0.2, 0.9)(number / len(all_series))
            counts = np.histogram(days[members], borders)[0].astype(float)
            try:
                answer = judge(counts, method, step, run.number("ALPHA") or 0.01, first)
            except AnalysisError as error:
                reasons, reason = reasons + 1, tr_error(error)
                continue
            judged += 1
            for i in range(first, len(counts)):
                rows.append((area, category, i, counts[i], answer.expected[i], answer.upper[i],
                             answer.score[i], bool(answer.alert[i])))
        if not judged:
            raise DomainError("No series can be judged: {reason}", reason=reason)
        if reasons:
            run.warn(tr("{count} series cannot be judged: {reason}").format(
                count=reasons, reason=reason))
        if rows and all(np.isnan(row[5]) for row in rows):
            run.warn(tr("History is too short for this method, so nothing is judged. EARS needs "
                        "only the periods just before."))
        table = self._write(run, rows, edges)
        picture, said = self._picture(run, whole, edges, method, step, first)
        alerts = sum(row[7] for row in rows)
        run.log(tr("{alerts} alerts in {series} series.").format(alerts=alerts, series=judged))
        return {
            "OUTPUT": table, "CHART": outputs.write_text(run, "CHART", picture),
            "SUMMARY": outputs.write_summary(run, [said], charts=[picture]),
            incidents.EVENTS: len(events), "ALERTS": alerts, "SERIES": judged,
        }

    @staticmethod
    def _series(run: Run, events: incidents.Incidents) -> Any:
        """(area, category, positions of events) of every series, all together first."""
        everywhere, every = tr("All areas"), tr("All categories")
        places: List[Tuple[str, np.ndarray]] = [(everywhere, np.arange(len(events)))]
        if run.given("AREAS"):
            found = areas.read(run, "AREAS", events.crs, run.field("AREA_NAME"))
            places += list(zip(found.names, areas.members(found, events.x, events.y)))
        for area, members in places:
            yield area, every, members
            if events.category is not None:
                codes = events.category.codes[members]
                for code in np.unique(codes[codes >= 0]):
                    yield area, events.category.labels[code], members[codes == code]

    @staticmethod
    def _write(run: Run, rows: List[Any], edges: np.ndarray) -> str:
        steps = np.array([row[2] for row in rows], dtype=np.int64)

        def numbers(column: int) -> np.ndarray:
            return np.array([row[column] for row in rows], dtype=np.float64)

        return outputs.write_table(run, "OUTPUT", [
            outputs.Column("area", tr("Area"), [row[0] for row in rows]),
            outputs.Column("category", tr("Category"), [row[1] for row in rows]),
            outputs.Column("start", tr("First day"), edges[steps].astype("datetime64[D]")),
            outputs.Column("count", tr("Incidents"), numbers(3).astype(np.int64)),
            outputs.Column("expected", tr("Expected"), numbers(4)),
            outputs.Column("upper", tr("Limit"), numbers(5)),
            outputs.Column("score", tr("Score"), numbers(6)),
            outputs.Column("alert", tr("Alert"), np.array([row[7] for row in rows], bool)),
        ])

    @staticmethod
    def _picture(
        run: Run, counts: np.ndarray, edges: np.ndarray, method: str, step: str, first: int
    ) -> Tuple[str, str]:
        from ...reports import charts

        try:
            answer = judge(counts, method, step, run.number("ALPHA") or 0.01, first)
            upper, expected = answer.upper, answer.expected
            alert = answer.alert
        except AnalysisError:
            upper = expected = np.full(len(counts), np.nan)
            alert = np.zeros(len(counts), dtype=bool)

        def known(values: np.ndarray) -> List[Any]:
            return [None if value != value else value for value in values.tolist()]

        starts = edges[:-1].astype("datetime64[D]").tolist()
        arguments = (starts, counts.tolist(), alert.tolist(), run.language)
        picture = charts.alert_series(*arguments, threshold=known(upper), expected=known(expected))
        return picture, charts.alert_series_text(*arguments)


def whole_steps(first: np.datetime64, end: np.datetime64, step: str) -> np.ndarray:
    """Borders of the whole ISO weeks or calendar months from ``first`` up to ``end``."""
    if step == "month":
        month = np.timedelta64(1, "M")
        begin = first.astype("datetime64[M]")
        if begin.astype("datetime64[D]") < first:
            begin = begin + month
        return np.arange(begin, end.astype("datetime64[M]") + month, month).astype("datetime64[D]")
    # 1970-01-01 was a Thursday: Mondays are 4 more than a multiple of 7
    days = first.astype(np.int64)
    begin = first + np.timedelta64(int((4 - days) % 7), "D")
    weeks = int((end - begin) / np.timedelta64(7, "D"))
    return begin + np.arange(max(weeks, 0) + 1) * np.timedelta64(7, "D")


def judge(counts: np.ndarray, method: str, step: str, alpha: float, first: int) -> Judged:
    """Alerts of one series by the method."""
    from ...analysis.alerts import FarringtonSettings, ears, farrington_flexible

    if method != "farrington":
        return ears(counts, method, alpha=alpha)
    per_year = PER_YEAR[step]
    settings = FarringtonSettings(alpha=alpha, periods_per_year=per_year)
    if step == "month":
        settings = FarringtonSettings(
            alpha=alpha, periods_per_year=12, half_window=1, seasons=1, skip_recent=6,
        )
    years = min(5, (len(counts) - settings.half_window) // per_year)
    if years < 1:
        raise AnalysisError(
            "Farrington's method needs more than a year before the period that is judged. Choose "
            "EARS, or a longer period."
        )
    return farrington_flexible(counts, replace(settings, years_back=years), first=first)
