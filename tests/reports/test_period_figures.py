"""A period's figures, its coverage and its snapshot, on a small municipality told by hand."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from qgis.core import QgsGeometry, QgsRectangle

from trygg_plugin.analysis.count_change import count_change
from trygg_plugin.data.casework import periods
from trygg_plugin.data.errors import DataError, Refusal
from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.domain.advice import StepStoppedError
from trygg_plugin.domain.periods import period_of, previous, same_last_year
from trygg_plugin.reports.period_figures import coverage_steps, period_figures
from trygg_plugin.reports.period_snapshot import CELL, adopt_period, period_content, preview_of

MONDAY = dt.date(2024, 11, 18)
WEEK = period_of("week", MONDAY)
AFTER = WEEK.end + dt.timedelta(days=1)
NOW = dt.datetime(2024, 11, 25, 8, 30, tzinfo=dt.timezone.utc)
on_both_engines = pytest.mark.parametrize(
    "workspace",
    ["geopackage", pytest.param("postgis", marks=pytest.mark.native)],
    indirect=True,
)


def noon(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, 12)


@pytest.fixture()
def town(workspace):
    """Two areas; the west grows from 2 to 14, the east stays; a school that fell silent."""
    areas = {}
    for label, west in (("Väst", 500_000), ("Öst", 501_000)):
        square = QgsGeometry.fromRect(QgsRectangle(west, 6_580_000, west + 1000, 6_581_000))
        square.convertToMultiType()
        areas[label] = workspace.insert(
            "area", {"name": label, "kind": "est_area"}, geometry=square
        )
    park = workspace.insert("actor", {"name": "Parkenheten", "kind": "municipality"})
    school = workspace.insert("actor", {"name": "Skolan", "kind": "municipality"})
    rows, places = [], []

    def report(day, area, number=1, category="vandalism", status="approved", who=park, at=None):
        for _ in range(number):
            rows.append([category, noon(day), areas.get(area), status, who, "import"])
            places.append(at)

    report(MONDAY, "Väst", 14, at=point_wkb(500_010.0, 6_580_010.0))
    report(WEEK.end, "Öst", 3, category="gathering", at=point_wkb(501_300.0, 6_580_010.0))
    report(MONDAY, None, 2)
    report(MONDAY, "Väst", 5, status="submitted")
    report(MONDAY, "Väst", 7, status="rejected")
    report(previous(WEEK).start, "Väst", 2)
    report(previous(WEEK).start, "Öst", 3)
    report(same_last_year(WEEK).start, "Väst", 2)
    report(dt.date(2023, 10, 1), "Öst", 1)
    for back in range(4, 13):
        report(MONDAY - dt.timedelta(weeks=back), "Öst", 3, who=school, category="rumour")
    # a day after the period is another period's
    report(AFTER, "Väst", 4)
    with workspace.transaction("test", importing=True) as transaction:
        transaction.insert_many(
            "incident",
            ["category", "time_from", "area", "status", "reporter_organisation", "channel"],
            [[c, t, a, "submitted" if s == "rejected" else s, w, ch] for c, t, a, s, w, ch in rows],
            geometries=places,
        )
        marked = [r.uuid for r in transaction.rows("incident", "status = {p}", ["submitted"])][:7]
        for uuid in marked:
            transaction.change_state("incident", uuid, "under_review")
            transaction.change_state(
                "incident", uuid, "rejected", {"rejection_reason": "outside_est"}
            )
    return workspace, areas, {"park": park, "school": school}


def test_counts_are_those_of_the_days_and_of_reviewed_incidents(town):
    workspace, areas, _actors = town
    figures = period_figures(workspace, WEEK, "sv", AFTER)
    assert figures.total.count == 19
    assert figures.total.previous.before == 5 and figures.total.last_year.before == 2
    assert {row.label: (row.count, row.previous.before) for row in figures.areas} == {
        "Väst": (14, 2), "Öst": (3, 3),
    }  # fmt: skip
    assert figures.outside_areas == 2 and figures.without_place == 2
    assert [row.key for row in figures.categories] == ["vandalism", "gathering"]
    assert figures.since == dt.date(2023, 10, 1)


def test_changes_are_judged_by_the_test_that_knows_small_numbers(town):
    workspace, _areas, _actors = town
    figures = period_figures(workspace, WEEK, "sv", AFTER)
    west, east = figures.areas
    expected = count_change([2, 3], [14, 3], 7, 7)
    assert west.previous.p == pytest.approx(expected.p_adjusted[0])
    assert west.previous.verdict == "higher" and east.previous.verdict == "unclear"
    assert west.suggestion.colour == "red"
    # last year the east had nothing: three against none may be chance, and green would be calm;
    # but its school has gone silent
    assert east.suggestion.colour == "yellow"


def test_a_running_period_is_compared_by_its_length_so_far(town):
    workspace, _areas, _actors = town
    figures = period_figures(workspace, WEEK, "sv", MONDAY)
    assert figures.through == MONDAY
    assert figures.total.count == 16
    expected = count_change([5], [16], 7, 1)
    assert figures.total.previous.p == pytest.approx(expected.p_adjusted[0])


def test_a_comparison_before_the_data_has_no_count(town):
    workspace, _areas, _actors = town
    week = period_of("week", dt.date(2023, 10, 6))
    figures = period_figures(workspace, week, "sv", AFTER)
    # data begin on the last day of the week before: a low count would be a lie
    assert figures.total.previous.before is None
    assert figures.total.previous.verdict == "unknown"
    assert figures.total.last_year.verdict == "unknown"


def test_an_empty_workspace_has_figures_too(workspace):
    figures = period_figures(workspace, WEEK, "en", AFTER)
    assert figures.total.count == 0 and figures.since is None
    assert figures.areas == () and figures.reporters == () and figures.categories == ()


@on_both_engines
def test_who_reports_from_where_and_who_is_silent(town):
    workspace, areas, actors = town
    figures = period_figures(workspace, WEEK, "sv", AFTER)
    rows = {row.key: row for row in figures.reporters}
    school, park = rows[actors["school"]], rows[actors["park"]]
    assert [row.key for row in figures.silent] == [actors["school"]]
    assert school.count == 0 and school.silent_steps == 4
    start = MONDAY - dt.timedelta(weeks=4)
    assert school.latest == (start, start + dt.timedelta(days=6))
    assert school.usual_areas == (areas["Öst"],)
    # drafts and rejected reports are none; those that wait are reports
    assert park.count == 19 + 5
    assert dict(park.areas) == {"Väst": 19, "Öst": 3}
    assert figures.reporters[0].silent, "those to call stand first"


@pytest.mark.parametrize(
    ("kind", "day", "steps", "first"),
    [
        ("week", MONDAY, 13, MONDAY - dt.timedelta(weeks=12)),
        ("month", dt.date(2024, 2, 29), 13, dt.date(2023, 2, 1)),
        ("tertial", dt.date(2024, 12, 31), 13, dt.date(2023, 12, 1)),
        ("year", dt.date(2025, 12, 31), 13, dt.date(2024, 12, 1)),
    ],
)
def test_coverage_looks_back_in_steps_without_gaps(kind, day, steps, first):
    period = period_of(kind, day)
    found = coverage_steps(period, day)
    assert len(found) == steps and found[0][0] == first and found[-1][1] == day
    for one, after in zip(found, found[1:]):
        assert one[1] + dt.timedelta(days=1) == after[0]


# --- the snapshot ------------------------------------------------------------------------------


def ready(workspace) -> str:
    uuid = periods.open_period(workspace, WEEK)
    for state in ("closed", "draft"):
        periods.step(workspace, uuid, state, today=AFTER)
    periods.write_texts(workspace, uuid, {"analysis": "Mer skadegörelse i väst."})
    periods.step(workspace, uuid, "est_meeting", today=AFTER)
    return uuid


@on_both_engines
def test_an_edition_holds_figures_maps_and_texts_and_does_not_follow_the_data(town):
    workspace, areas, _actors = town
    uuid = ready(workspace)
    periods.set_light(workspace, uuid, areas["Väst"], "red", "Ökar")
    edition = adopt_period(workspace, uuid, language="sv", today=AFTER, now=NOW, user="anna")
    adopted = periods.read_edition(workspace, edition)
    assert adopted.intact and adopted.period == uuid
    assert adopted.adopted_by == workspace.get("edition", edition).created_by != "unknown"
    content = adopted.content
    assert content["texts"]["analysis"] == "Mer skadegörelse i väst."
    assert content["figures"]["total"]["count"] == 19
    assert content["lights"] == [
        {"area": areas["Väst"], "label": "Väst", "colour": "red", "reason": "Ökar",
         "suggested": "red"}
    ]  # fmt: skip
    assert content["maps"]["cells"] == [[500_000, 6_580_000, 14], [501_250, 6_580_000, 3]]
    outlines = {area["label"]: area["wkt"] for area in content["maps"]["areas"]}
    assert QgsGeometry.fromWkt(outlines["Väst"]).area() == pytest.approx(1_000_000)
    # the data go on, the edition does not
    with workspace.transaction("sen", importing=True) as transaction:
        transaction.insert(
            "incident",
            {"category": "vandalism", "time_from": noon(MONDAY), "status": "approved",
             "channel": "import"},
        )  # fmt: skip
    assert period_figures(workspace, WEEK, "sv", AFTER).total.count == 20
    again = periods.read_edition(workspace, edition)
    assert again.content["figures"]["total"]["count"] == 19 and again.intact
    with pytest.raises(DataError, match="traffic lights do not change"):
        periods.set_light(workspace, uuid, areas["Väst"], "green")


def test_a_changed_content_is_seen_by_its_checksum(town):
    """As if somebody had gone round the rules of the database."""
    workspace, _areas, _actors = town
    edition = adopt_period(workspace, ready(workspace), language="sv", today=AFTER, now=NOW)
    with workspace.transaction() as transaction:
        workspace.engine.announce(transaction.connection, "disposing", None, None, None)
        content = periods.read_edition(workspace, edition).content
        content["figures"]["total"]["count"] = 3
        transaction.update("edition", edition, {"content": periods.canonical(content)})
    assert not periods.read_edition(workspace, edition).intact


def test_the_checksum_that_is_confirmed_is_the_one_that_is_stored(town):
    workspace, _areas, _actors = town
    uuid = ready(workspace)
    content = period_content(workspace, uuid, "sv", AFTER, NOW)
    assert preview_of(content) == preview_of(period_content(workspace, uuid, "sv", AFTER, NOW))
    assert json.loads(periods.canonical(content)) == content
    edition = periods.adopt(workspace, uuid, content, today=AFTER)
    assert periods.read_edition(workspace, edition).checksum == preview_of(content)
    assert content["parameters"]["cell"] == CELL


def test_an_adoption_is_all_or_nothing(town):
    workspace, _areas, _actors = town
    uuid = ready(workspace)
    seen = workspace.get("period", uuid).version
    periods.write_texts(workspace, uuid, {"analysis": "Ändrad av en kollega"})
    with pytest.raises(Refusal) as caught:
        adopt_period(
            workspace, uuid, language="sv", today=AFTER, now=NOW, base_version=seen, user="anna"
        )
    assert caught.value.rule == "stale"
    assert periods.editions(workspace) == []
    assert workspace.get("period", uuid)["status"] == "est_meeting"


def test_a_period_without_any_text_is_not_adopted(workspace):
    uuid = periods.open_period(workspace, WEEK)
    for state in ("closed", "draft", "est_meeting"):
        periods.step(workspace, uuid, state, today=AFTER)
    with pytest.raises(StepStoppedError, match="figures alone"):
        adopt_period(workspace, uuid, language="sv", today=AFTER, now=NOW)
    with pytest.raises(DataError, match="together with its snapshot"):
        periods.step(workspace, uuid, "adopted", today=AFTER)
    assert periods.editions(workspace) == []
