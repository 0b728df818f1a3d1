"""What the data tell of a problem, against counts made by hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from qgis.core import QgsGeometry, QgsPointXY

from trygg_plugin.data.casework import problems
from trygg_plugin.domain.periods import Period, period_of
from trygg_plugin.reports.measure_baseline import baseline
from trygg_plugin.reports.problem_figures import not_linked_yet, outline, problem_picture

TODAY = date(2026, 3, 31)
SQUARE = (
    "MultiPolygon(((500000 6580000, 500400 6580000, 500400 6580400, 500000 6580400, "
    "500000 6580000)))"
)


@pytest.fixture()
def add(workspace):
    def add(days, x=500_100.0, y=6_580_100.0, **values):
        made = []
        with workspace.transaction("test", importing=True) as transaction:
            for day in days:
                when = datetime.combine(day, datetime.min.time()) + timedelta(hours=20)
                known = {"category": "vandalism", "status": "approved", "time_from": when,
                         "channel": "import", "reported_at": when, **values}  # fmt: skip
                made.append(transaction.insert(
                    "incident", known, geometry=QgsGeometry.fromPointXY(QgsPointXY(x, y))
                ))  # fmt: skip
        return made

    return add


def month(year, number, count):
    return [date(year, number, 1 + i % 28) for i in range(count)]


def make(workspace, incidents, wkt=SQUARE, **values):
    known = {"title": "Klotter", "phenomena": ["vandalism"], **values}
    place = QgsGeometry.fromWkt(wkt) if wkt else None
    uuid = problems.create_problem(workspace, known, incidents, place=place)
    return workspace.get("problem", uuid)


def scores(picture):
    return {s.criterion: s.score for s in picture.suggestions}


def test_counts_changes_and_curve(workspace, add):
    add([date(2023, 12, 15)], category="disorder")  # reports have been collected since
    incidents = [
        *add(month(2025, 1, 4)), *add(month(2025, 12, 5)), *add(month(2026, 1, 20)),
        *add(month(2026, 2, 20)),
    ]  # fmt: skip
    problem = make(workspace, incidents)
    picture = problem_picture(workspace, problem, period_of("month", date(2026, 2, 5)), TODAY)
    assert (picture.linked, picture.count) == (49, 20)
    assert picture.previous.before == 20 and picture.previous.verdict == "unclear"
    assert picture.last_year.before == 0 and picture.last_year.verdict == "higher"
    assert picture.light.colour == "red"
    assert picture.first_month == (2024, 3) and len(picture.months) == 24
    assert picture.months[-3:] == (5, 20, 20) and sum(picture.months) == 49
    assert scores(picture)["increasing"] == 0  # as many as the month before
    assert scores(picture)["long_lasting"] == 3  # 14 months


def test_a_running_period_is_compared_with_as_many_days(workspace, add):
    add([date(2024, 1, 1)])
    incidents = add([date(2025, 9, 5), date(2025, 10, 31), date(2026, 1, 5), date(2026, 1, 20)])
    picture = problem_picture(
        workspace, make(workspace, incidents), period_of("tertial", TODAY), date(2026, 1, 31)
    )
    assert picture.last == date(2026, 1, 31)
    assert picture.count == 2 and picture.previous.before == 1  # 1 Sept to 1 Oct


def test_before_reports_began_silence_is_not_calm(workspace, add):
    incidents = add(month(2026, 2, 10))
    picture = problem_picture(
        workspace, make(workspace, incidents), period_of("month", date(2026, 2, 1)), TODAY
    )
    assert picture.previous.before is None and picture.last_year.before is None
    assert picture.light.colour == "yellow" and "no earlier period" in picture.light.sentence
    assert "increasing" not in scores(picture)


def test_a_problem_without_incidents_has_an_answer(workspace):
    problem = make(workspace, [], wkt=None)
    picture = problem_picture(workspace, problem, period_of("month", TODAY), TODAY)
    assert (picture.linked, picture.count, picture.trend) == (0, 0, None)
    assert picture.light.colour == "yellow"
    assert sum(picture.months) == 0
    assert not_linked_yet(workspace, problem) == []


def test_a_rise_is_a_trend_and_chance_is_none(workspace, add):
    add([date(2024, 3, 1)], category="disorder")
    rising = [day for i in range(12) for day in month(2025, i + 1, 2 * i + 1)]
    problem = make(workspace, add(rising))
    picture = problem_picture(workspace, problem, period_of("year", date(2025, 1, 1)), TODAY)
    assert picture.trend.direction == 1 and "Rising" in picture.trend.sentence


@pytest.mark.parametrize("workspace", ["geopackage", "postgis"], indirect=True)
def test_criteria_from_the_data(workspace, add):
    square = QgsGeometry.fromWkt(SQUARE)
    areas = [
        workspace.insert("area", {"name": name, "kind": "est_area", "population": population,
                                  "population_year": 2025}, geometry=square)
        for name, population in (("A", 1000), ("B", 1000), ("C", 3000))
    ]  # fmt: skip
    add([date(2024, 1, 1)])
    many = [
        *add(month(2026, 2, 6), area=areas[0], severity=1, severity_reviewed=4,
             people_count="six_to_fifteen"),
        *add(month(2026, 2, 2), x=500_300, area=areas[0], severity=4, people_count="one"),
    ]  # fmt: skip
    few = add(month(2026, 2, 2), x=505_000, area=areas[1])
    add(month(2026, 2, 14), x=506_000, area=areas[2])
    problem = make(workspace, many, area=areas[0])
    make(workspace, few, wkt=None, title="Annat")
    picture = problem_picture(workspace, problem, period_of("month", date(2026, 2, 1)), TODAY)
    found = {s.criterion: s for s in picture.suggestions}
    assert found["common"].score == 3
    assert "Other problems with fewer: 1 of 1." in found["common"].sentence
    # 8 per 1,000 here, 16 per 4,000 in the two others
    assert found["deviating"].score == 3 and found["deviating"].values["percent"] == 200.0
    assert found["place_bound"].values["percent"] == 100.0
    assert found["affects_many"].values["percent"] == 75.0
    assert found["serious"].score == 3  # reviewed severity goes before the reporter's


def test_new_incidents_at_the_place_are_found(workspace, add):
    old = add(month(2026, 1, 2))
    problem = make(workspace, old)
    fresh = add(month(2026, 2, 2))
    add(month(2026, 2, 1), x=501_000)  # elsewhere
    add(month(2026, 2, 1), category="disorder")  # something else
    add(month(2026, 2, 1), status="submitted")  # not reviewed
    assert set(not_linked_yet(workspace, problem)) == set(fresh)
    assert not_linked_yet(workspace, problem, since=date(2026, 3, 1)) == []


def test_the_place_of_points_reaches_around_them():
    point = QgsGeometry.fromWkt("MultiPoint((0 0), (500 0))")
    made = outline(point.asWkb().data(), 50)
    assert made.contains(QgsGeometry.fromWkt("Point(540 0)"))
    assert not made.contains(QgsGeometry.fromWkt("Point(250 0)"))
    assert outline(None) is None


@pytest.mark.parametrize("workspace", ["geopackage", "postgis"], indirect=True)
def test_baseline_is_a_year_of_whole_months_at_the_place(workspace, add):
    add([date(2024, 1, 1)], x=509_000)
    add(month(2025, 6, 18))
    add(month(2026, 3, 5))  # the running month does not count
    add(month(2025, 6, 7), x=500_300, y=6_580_300)
    problem = make(workspace, add(month(2025, 6, 3), x=508_000))
    at_problem = baseline(workspace, None, problem, TODAY)
    assert (at_problem.incidents, at_problem.months) == (25, 12)
    point = QgsGeometry.fromWkt("Point(500100 6580150)").asWkb().data()
    at_measure = baseline(workspace, point, problem, TODAY)
    assert (at_measure.incidents, at_measure.per_month) == (18, 1.5)
    assert "measure's place" in at_measure.reason
    linked = baseline(workspace, None, make(workspace, problems.linked(workspace, problem.uuid),
                                            wkt=None, title="B"), TODAY)  # fmt: skip
    assert linked.incidents == 3 and "linked" in linked.reason


def test_no_baseline_without_a_whole_month(workspace, add):
    problem = make(workspace, add([date(2026, 3, 5)]))
    assert baseline(workspace, None, problem, TODAY).per_month is None


def test_periods_of_any_days(workspace, add):
    add([date(2024, 1, 1)])
    problem = make(workspace, add(month(2026, 2, 3)))
    picture = problem_picture(
        workspace, problem, Period("week", date(2026, 2, 2), date(2026, 2, 8)), TODAY
    )
    assert picture.count == 2
