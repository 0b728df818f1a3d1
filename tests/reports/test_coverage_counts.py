"""Who reports, and when: counted in one look, on both engines."""

from __future__ import annotations

from datetime import date, datetime

from trygg_plugin.reports.coverage_counts import gather_coverage
from trygg_plugin.reports.work import Words

#: Months of 2025 in which each has reported.
MONTHS = {"Skolan": (1, 1, 3, 12), "Parken": (2,), "Ingen i år": ()}


def test_every_report_stands_in_the_part_it_came_in(any_workspace):
    with any_workspace.transaction("anna", importing=True) as transaction:

        def report(day, who, status="submitted"):
            return transaction.insert("incident", {
                "category": "vandalism", "time_from": datetime(2024, 5, 1), "channel": "import",
                "status": status, "reported_at": day, "reporter_organisation": who,
            })  # fmt: skip

        for name, months in MONTHS.items():
            who = transaction.insert("actor", {"name": name, "kind": "school"})
            for month in months:
                report(datetime(2025, month, 1), who, "approved" if month == 3 else "submitted")
            report(datetime(2024, 12, 31, 23, 59), who)
            report(datetime(2026, 1, 1), who)
            transaction.delete("incident", report(datetime(2025, 6, 1), who))
        report(datetime(2025, 6, 1), None)
    told = gather_coverage(any_workspace, Words(any_workspace, "sv"), date(2025, 1, 1),
                           date(2025, 12, 31))  # fmt: skip
    assert told.reporters == ("Skolan", "Parken")
    assert len(told.periods) == 12
    assert told.counts == ((2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1), (0, 1) + 10 * (0,))
