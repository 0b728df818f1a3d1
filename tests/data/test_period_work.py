"""The work of a period over a workspace: cadence, steps, what came late, lights, texts."""

from __future__ import annotations

import datetime as dt

import pytest

from trygg_plugin.data.casework import period_counts, periods
from trygg_plugin.data.errors import DataError, Refusal
from trygg_plugin.domain.periods import KINDS, period_of
from trygg_plugin.domain.states import TransitionError

MONDAY = dt.date(2024, 11, 18)
WEEK = period_of("week", MONDAY)
AFTER = WEEK.end + dt.timedelta(days=1)
on_both_engines = pytest.mark.parametrize(
    "workspace",
    ["geopackage", pytest.param("postgis", marks=pytest.mark.native)],
    indirect=True,
)


def report(workspace, day, status="approved", hour=12):
    with workspace.transaction("test", importing=True) as transaction:
        return transaction.insert(
            "incident",
            {
                "category": "vandalism",
                "time_from": dt.datetime(day.year, day.month, day.day, hour),
                "status": status,
                "channel": "import",
            },
        )


def closed(workspace) -> str:
    uuid = periods.open_period(workspace, WEEK)
    periods.step(workspace, uuid, "closed", today=AFTER, user="anna")
    return uuid


def test_the_cadence_is_a_setting(workspace):
    assert periods.cadence(workspace, "tertial") == "tertial"
    for kind in KINDS:
        periods.set_cadence(workspace, kind)
        assert periods.cadence(workspace) == kind
        assert periods.period_at(workspace, MONDAY).kind == kind
    with pytest.raises(DataError, match="decade"):
        periods.set_cadence(workspace, "decade")
    workspace.reload()
    assert periods.cadence(workspace) == KINDS[-1], "the setting is stored"


def test_fortnights_begin_on_the_municipalitys_own_monday(workspace):
    shifted = dt.date(2018, 1, 8)
    before = periods.period_at(workspace, MONDAY, "fortnight")
    workspace.set_meta(periods.ANCHOR, shifted.isoformat())
    after = periods.period_at(workspace, MONDAY, "fortnight")
    assert abs((after.start - before.start).days) == 7
    assert (after.start - shifted).days % 14 == 0


def test_a_period_is_opened_once(workspace):
    first = periods.open_period(workspace, WEEK)
    assert periods.open_period(workspace, WEEK) == first
    (row,) = periods.listed(workspace)
    assert (row.uuid, row.title, row.status) == (first, "Vecka 47, 2024", "collecting")
    assert row.period == WEEK == periods.period_of_record(workspace.get("period", first))
    month = periods.open_period(workspace, period_of("month", MONDAY))
    assert [r.uuid for r in periods.listed(workspace)] == [first, month], "the latest first"


def test_steps_are_taken_in_turn_and_none_is_skipped(workspace):
    uuid = periods.open_period(workspace, WEEK)
    for wrong in ("draft", "adopted", "collecting"):
        with pytest.raises(TransitionError):
            periods.step(workspace, uuid, wrong, today=AFTER)
    for state in ("closed", "draft", "est_meeting"):
        periods.step(workspace, uuid, state, today=AFTER, user="anna", note="Enligt rutinen")
    assert workspace.get("period", uuid)["status"] == "est_meeting"
    assert [c.note for c in workspace.history(uuid)[1:]] == ["Enligt rutinen"] * 3


def test_two_coordinators_do_not_close_it_twice(workspace):
    uuid = periods.open_period(workspace, WEEK)
    seen = workspace.get("period", uuid).version
    periods.write_texts(workspace, uuid, {"summary": "Min"}, user="anna")
    with pytest.raises(Refusal) as caught:
        periods.step(workspace, uuid, "closed", today=AFTER, base_version=seen, user="bo")
    assert caught.value.rule == "stale"
    with pytest.raises(Refusal):
        periods.write_texts(workspace, uuid, {"summary": "Din"}, base_version=seen)
    assert workspace.get("period", uuid)["summary"] == "Min"


@on_both_engines
def test_what_arrives_after_the_closing_is_late(workspace):
    report(workspace, MONDAY)
    report(workspace, MONDAY, "submitted")
    uuid = closed(workspace)
    found = periods.late_arrivals(workspace, uuid)
    assert (found.arrived, found.waiting) == (0, 1)
    assert found.since == periods.closed_at(workspace, uuid)
    report(workspace, WEEK.end, hour=23)
    report(workspace, AFTER, hour=0)
    report(workspace, MONDAY - dt.timedelta(days=1), hour=23)
    late = report(workspace, MONDAY, "submitted")
    found = periods.late_arrivals(workspace, uuid)
    assert (found.arrived, found.waiting) == (1, 2)
    workspace.change_state("incident", late, "under_review")
    workspace.change_state("incident", late, "approved")
    found = periods.late_arrivals(workspace, uuid)
    assert (found.arrived, found.waiting) == (2, 1)


def test_nothing_is_late_while_the_period_collects(workspace):
    uuid = periods.open_period(workspace, WEEK)
    report(workspace, MONDAY)
    assert periods.closed_at(workspace, uuid) is None
    assert periods.late_arrivals(workspace, uuid) == period_counts.Late(0, 0, None)


@pytest.mark.parametrize("day", [dt.date(2024, 3, 31), dt.date(2024, 10, 27)])
def test_days_when_clocks_change_belong_whole_to_their_week(workspace, day):
    """23 or 25 hours: times are the wall clock's, and each is counted once."""
    for hour in range(24):
        report(workspace, day, hour=hour)
    assert day.isoweekday() == 7
    week = period_of("week", day)
    assert sum(period_counts.counts(workspace, week.start, week.end).values()) == 24
    after = period_of("week", day + dt.timedelta(days=1))
    assert period_counts.counts(workspace, after.start, after.end) == {}


def test_a_leap_day_belongs_to_february(workspace):
    report(workspace, dt.date(2024, 2, 29), hour=23)
    report(workspace, dt.date(2024, 3, 1), hour=0)
    february = period_of("month", dt.date(2024, 2, 1))
    assert period_counts.counts(workspace, february.start, february.end) == {
        (None, "vandalism"): 1
    }
    assert period_counts.first_day(workspace) == dt.date(2024, 2, 29)


def test_lights_are_set_changed_and_taken_away(workspace):
    from qgis.core import QgsGeometry, QgsRectangle

    square = QgsGeometry.fromRect(QgsRectangle(500_000, 6_580_000, 501_000, 6_581_000))
    square.convertToMultiType()
    area = workspace.insert("area", {"name": "Väst", "kind": "est_area"}, geometry=square)
    uuid = periods.open_period(workspace, WEEK)
    periods.set_light(workspace, uuid, area, "red", " Ökar ")
    (light,) = periods.lights(workspace, uuid).values()
    assert (light.colour, light.reason, light.version) == ("red", "Ökar", 1)
    periods.set_light(workspace, uuid, area, "red", "Ökar")
    assert periods.lights(workspace, uuid)[area].version == 1, "the same again is no change"
    periods.set_light(workspace, uuid, area, "yellow")
    assert periods.lights(workspace, uuid)[area].colour == "yellow"
    assert periods.facts(workspace, uuid).areas_with_light == 1
    periods.set_light(workspace, uuid, area, None)
    periods.set_light(workspace, uuid, area, None)
    assert periods.lights(workspace, uuid) == {}


def test_personal_data_in_a_text_is_refused(workspace):
    uuid = periods.open_period(workspace, WEEK)
    with pytest.raises(Refusal) as caught:
        periods.write_texts(workspace, uuid, {"analysis": "Bråk med 811228-9874"})
    assert caught.value.rule == "personal_number"


@on_both_engines
def test_what_the_next_step_should_know(workspace):
    uuid = periods.open_period(workspace, WEEK)
    report(workspace, MONDAY, "submitted")
    said = [n.sentence for n in periods.notices(workspace, uuid, "closed", WEEK.end)]
    assert any("2024-11-24" in sentence for sentence in said)
    assert any("not counted yet: 1" in sentence for sentence in said)
    # a problem's measure past its deadline
    problem = workspace.insert("problem", {"title": "Torget", "phenomena": ["vandalism"]})
    workspace.insert(
        "measure",
        {"title": "Lampor", "problem": problem, "type": "lighting", "deadline": WEEK.end},
    )
    assert periods.facts(workspace, uuid).overdue_measures == 1


def test_who_may_adopt_is_asked_of_the_login(workspace):
    assert periods.may_adopt(workspace), "a GeoPackage has no logins"
    for role, may in (("coordinator", True), ("case_officer", False), ("partner", False)):
        workspace.role = role
        assert periods.may_adopt(workspace) is may
