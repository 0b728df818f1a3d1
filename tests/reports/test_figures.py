"""The figures of the demo equal independent counts by SQL and by walking through minutes."""

from __future__ import annotations

import sqlite3
from collections import Counter
from datetime import datetime, timedelta

import numpy as np
import pytest

from trygg_plugin.reports.figures import ReportPeriod, all_figures, within
from trygg_plugin.reports.gather import counted_subset, gather

COUNTED = "status IN ('approved', 'fed_back', 'closed', 'anonymised') AND deleted_at IS NULL"
PERIOD = ReportPeriod.of(np.datetime64("2026-05-01"), np.datetime64("2026-08-31"))
SPANS = {
    "current": ("2026-05-01", "2026-09-01"),
    "previous": ("2026-01-01", "2026-05-01"),
    "last_year": ("2025-05-01", "2025-09-01"),
}


@pytest.fixture(scope="module")
def told(demo):
    data = gather(demo, "sv")
    total, by_area = all_figures(data.incidents, len(data.areas), PERIOD, data.since)
    return data, total, by_area


@pytest.fixture(scope="module")
def database(demo):
    connection = sqlite3.connect(f"file:{demo.path}?mode=ro", uri=True)
    yield connection
    connection.close()


def counted(database, span, where="1 = 1", parameters=()):
    first, end = SPANS[span]
    (number,) = database.execute(
        f"SELECT count(*) FROM incident WHERE {COUNTED} AND time_from >= ? AND time_from < ? "
        f"AND {where}",
        (first, end, *parameters),
    ).fetchone()
    return number


def test_periods_are_those_that_the_domain_names():
    for name, (first, end) in SPANS.items():
        period = getattr(PERIOD, name)
        assert str(period.start) == first and str(period.end) == end


def test_the_whole_municipality(told, database):
    _data, total, _by_area = told
    assert total.total == counted(database, "current") > 300
    assert total.previous.before == counted(database, "previous")
    assert total.previous.after == total.total
    assert total.last_year.before == counted(database, "last_year")
    assert total.without_place == counted(database, "current", "geom IS NULL")
    assert total.outside_areas == counted(
        database, "current", "geom IS NOT NULL AND area IS NULL"
    )


def test_every_area(told, database):
    data, total, by_area = told
    assert len(data.areas) == len(by_area) > 5
    for area, figures in zip(data.areas, by_area):
        for change, span in ((figures.previous, "previous"), (figures.last_year, "last_year")):
            assert change.before == counted(database, span, "area = ?", (area.uuid,)), area.name
            assert change.after == figures.total
        assert figures.total == counted(database, "current", "area = ?", (area.uuid,)), area.name
    outside = counted(database, "current", "area IS NULL")
    assert sum(figures.total for figures in by_area) + outside == total.total


def test_phenomena_by_subcategory_or_category(told, database):
    _data, total, _by_area = told
    rows = database.execute(
        "SELECT coalesce(s.label_sv, c.label_sv), "
        "sum(i.time_from >= '2026-05-01'), sum(i.time_from < '2026-05-01') "
        "FROM incident i LEFT JOIN code_subcategory s ON s.code = i.subcategory "
        "JOIN code_category c ON c.code = i.category "
        "WHERE i.time_from >= '2026-01-01' AND i.time_from < '2026-09-01' AND i.deleted_at IS NULL "
        "AND i.status IN ('approved', 'fed_back', 'closed', 'anonymised') GROUP BY 1"
    ).fetchall()
    wanted = {label: (now, before) for label, now, before in rows if now}
    assert {row.label: (row.count, row.previous) for row in total.ranked} == wanted
    numbers = [row.count for row in total.ranked]
    assert numbers == sorted(numbers, reverse=True) and sum(numbers) == total.total


def test_the_monthly_curve(told, database):
    _data, total, _by_area = told
    months = total.months
    names = [f"{y:04d}-{s + 1:02d}" for y, s in zip(months.year.tolist(), months.season.tolist())]
    assert names[-1] == "2026-08" and len(names) == 12
    by_month = dict(
        database.execute(
            f"SELECT substr(time_from, 1, 7), count(*) FROM incident WHERE {COUNTED} GROUP BY 1"
        )
    )
    assert months.counts.tolist() == [by_month.get(name, 0) for name in names]
    earlier = [f"{int(name[:4]) - 1}{name[4:]}" for name in names]
    for value, name in zip(total.months_last_year, earlier):
        assert value is None or value == by_month.get(name, 0)
    assert total.months_last_year[-1] == by_month["2025-08"]


def test_the_week_by_hours(told, database):
    """Every minute of an incident's interval carries an equal share of it."""
    _data, total, _by_area = told
    share = np.zeros((7, 24))
    left_out = 0
    for start, end in database.execute(
        f"SELECT time_from, coalesce(time_to, time_from) FROM incident WHERE {COUNTED} "
        "AND time_from >= '2026-05-01' AND time_from < '2026-09-01'"
    ):
        first, last = datetime.fromisoformat(start), datetime.fromisoformat(end)
        minutes = int((last - first).total_seconds() // 60)
        if minutes >= 7 * 24 * 60:
            left_out += 1
            continue
        moments = [first + timedelta(minutes=m) for m in range(max(minutes, 1))]
        for (day, hour), n in Counter((m.weekday(), m.hour) for m in moments).items():
            share[day, hour] += n / len(moments)
    assert total.without_time == left_out
    np.testing.assert_allclose(total.week_hours, share, atol=1e-9)
    assert total.week_hours.sum() == pytest.approx(total.total - left_out)


def test_a_period_before_the_data_has_no_count(told):
    data, _total, _by_area = told
    early = ReportPeriod.of(np.datetime64("2023-12-01"), np.datetime64("2024-03-31"))
    total, _ = all_figures(data.incidents, len(data.areas), early, data.since)
    assert total.previous.before is None and total.last_year.before is None
    assert total.previous.verdict == "unknown"
    assert total.total == int(within(data.incidents.start, early.current).sum()) > 0


def test_only_reviewed_incidents_that_are_not_deleted_count(told, demo):
    before = len(told[0].incidents)
    approved = demo.rows("incident", "status = 'approved'")[0]
    demo.delete("incident", approved.uuid)
    try:
        assert len(gather(demo, "sv").incidents) == before - 1
    finally:
        gone = demo.history(approved.uuid)[-1]
        demo.restore(gone)
    assert len(gather(demo, "sv").incidents) == before
    incoming = demo.query("SELECT count(*) AS n FROM incident WHERE status = 'submitted'")
    assert incoming[0]["n"] > 0


def test_words_are_in_the_language_of_the_report(demo):
    labels = {
        language: set(gather(demo, language).incidents.categories) for language in ("sv", "en")
    }
    assert "Skadegörelse" in labels["sv"] and "Vandalism" in labels["en"]
    assert not labels["sv"] & labels["en"]


@pytest.mark.geopackage
@pytest.mark.parametrize("public", (False, True))
def test_incidents_are_read_in_the_order_of_the_file(demo, database, public):
    """In the order of an index, each would be fetched from a page of its own."""
    plan = database.execute(
        "EXPLAIN QUERY PLAN SELECT fid, geom, time_from, time_to, category, subcategory, area "
        f"FROM incident WHERE {counted_subset(demo, public)}"
    ).fetchall()
    assert [row[-1] for row in plan] == ["SCAN incident"]
