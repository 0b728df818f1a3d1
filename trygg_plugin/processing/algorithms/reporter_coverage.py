"""trygg:reportercoverage – who reports, and who has gone silent."""

from __future__ import annotations

from typing import Any, Dict

import numpy as np

from ...data.arrays import CATEGORY
from ...domain.errors import DomainError
from ...i18n import tr
from .. import groups, incidents, outputs
from ..base import N_, Run, TryggAlgorithm

STEPS = ("month", "week")
_KNOWN = (
    "reporter_organisation", "organisation", "organization", "reporter", "rapportor", "source",
)


class ReporterCoverage(TryggAlgorithm):
    NAME = "reportercoverage"
    TITLE = N_("Who reports, and who went silent")
    GROUP = groups.CONCENTRATION
    TAGS = (N_("coverage"), N_("reporter"))
    NEEDS = ()
    HELP = {
        "en": "<p>Shows reports per organisation and month, and marks those whose present silence "
        "is longer than ever and unlikely against their own history.</p>"
        "<p><b>Read it as</b> a list of calls to make: silence is not calm, and more reports from "
        "one place can mean more reporters.</p>"
        "<p><b>It does not say</b> why someone is silent (holidays, staff, no incidents). The test "
        "is exact and needs some history: a new reporter is never marked. "
        "Source: Przyborowski &amp; Wilenski 1940; Benjamini &amp; Hochberg 1995.</p>",
        "sv": "<p>Visar rapporter per organisation och månad, och märker dem vars nuvarande "
        "tystnad är längre än någonsin och osannolik mot deras egen historia.</p>"
        "<p><b>Läs den som</b> en lista på samtal att ringa: tystnad är inte lugn, och fler "
        "rapporter från en plats kan betyda fler rapportörer.</p>"
        "<p><b>Den säger inte</b> varför någon är tyst (semester, personal, inga händelser). "
        "Testet är exakt och behöver historia: en ny rapportör märks aldrig. "
        "Källa: Przyborowski &amp; Wilenski 1940; Benjamini &amp; Hochberg 1995.</p>",
    }

    def define(self) -> None:
        incidents.add_parameters(self, dates="required", weights=False, places=False)
        self.add_field("REPORTER_FIELD", tr("Field that names the reporter"), incidents.INPUT,
                       help_text=tr("An organisation, an area or both; never a person."))
        self.add_choice("STEP", tr("Count per"), (tr("Month"), tr("Week")))
        self.add_table_sink("OUTPUT", tr("Reporters"))
        self.add_svg("CHART", tr("Reports per organisation (picture)"))
        self.add_html()
        self.add_number_output("REPORTERS", tr("Number of reporters"))
        self.add_number_output("SILENT", tr("Number of silent reporters"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...analysis.reporter_coverage import reporter_coverage

        name = self._reporter_field(run)
        events = incidents.read(run, {name: CATEGORY})
        who = events.columns[name]
        unknown = int((who.codes < 0).sum())
        if unknown:
            run.log(tr("{count} incidents name no reporter and are left out.").format(
                count=unknown))
        if unknown == len(events):
            raise DomainError("No incident names a reporter in the field “{field}”.", field=name)
        unit = "datetime64[M]" if run.choice("STEP", STEPS) == "month" else "datetime64[W]"
        first = events.period[0].astype(unit)
        last = (events.period[1] - np.timedelta64(1, "D")).astype(unit)
        periods = np.arange(first, last + 1)
        index = (events.start.astype(unit) - first).astype(np.int64)
        used = np.unique(who.codes[who.codes >= 0])
        position = np.full(len(who.labels), -1)
        position[used] = np.arange(len(used))
        known = who.codes >= 0
        counts = np.zeros((len(used), len(periods)), dtype=np.int64)
        np.add.at(counts, (position[who.codes[known]], index[known]), 1)
        answer = reporter_coverage(counts)
        names = [who.labels[code] for code in used]
        table = outputs.write_table(run, "OUTPUT", [
            outputs.Column("reporter", tr("Reporter"), names),
            outputs.Column("reports", tr("Reports"), answer.total),
            outputs.Column("latest", tr("Latest period with a report"), np.where(
                answer.latest >= 0, periods[np.maximum(answer.latest, 0)].astype("datetime64[D]"),
                np.datetime64("NaT"))),
            outputs.Column("silent_periods", tr("Periods silent"), answer.silent_periods),
            outputs.Column("longest_gap", tr("Longest earlier gap"), answer.longest_gap),
            outputs.Column("rate", tr("Reports per period while reporting"), answer.rate),
            outputs.Column("p_adjusted", tr("p of the silence, corrected"), answer.p_adjusted),
            outputs.Column("silent", tr("Silent"), answer.silent),
        ])
        from ...reports import charts

        most = np.argsort(-answer.total, kind="stable")[:30]
        arguments = (
            [names[i] for i in most], [str(period) for period in periods],
            counts[most].tolist(), run.language, answer.silent[most].tolist(),
        )
        picture, said = charts.coverage(*arguments), charts.coverage_text(*arguments)
        run.log(said)
        return {
            "OUTPUT": table, "CHART": outputs.write_text(run, "CHART", picture),
            "SUMMARY": outputs.write_summary(run, [said], charts=[picture]),
            incidents.EVENTS: len(events) - unknown, "REPORTERS": len(names),
            "SILENT": int(answer.silent.sum()),
        }

    @staticmethod
    def _reporter_field(run: Run) -> str:
        given = run.field("REPORTER_FIELD")
        if given is not None:
            return given
        fields = run.source(incidents.INPUT).fields()
        lower = {fields.at(i).name().lower(): fields.at(i).name() for i in range(fields.count())}
        for name in _KNOWN:
            if name in lower:
                run.log(tr("Reporter: field “{field}”, chosen by its name.").format(
                    field=lower[name]))
                return lower[name]
        raise DomainError("Choose the field that names the reporter (an organisation).")
