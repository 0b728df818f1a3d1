"""A meeting from plan to minutes: all is stored at once, and decisions become measures."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from trygg_plugin.data.casework import agenda, causes, decisions, measures, meetings
from trygg_plugin.data.casework.agenda import Point
from trygg_plugin.data.casework.meetings import Participant
from trygg_plugin.data.casework.transitions import steps_of
from trygg_plugin.data.errors import DataError

NINE = datetime(2025, 3, 10, 9, 0)


@pytest.fixture()
def police(workspace):
    return workspace.insert("actor", {"name": "Polisen", "kind": "police"})


@pytest.fixture()
def problem(workspace, area):
    return workspace.insert(
        "problem", {"title": "Klotter", "phenomena": ["vandalism"], "area": area}
    )


@pytest.fixture()
def meeting(workspace, owner, police):
    made = meetings.plan(
        workspace, "est", NINE, ends_at=NINE + timedelta(minutes=30), place="Stadshuset",
        participants=[Participant(owner, "coordinator"), Participant(police, "municipal_police")],
        user="samordnare",
    )  # fmt: skip
    meetings.begin(workspace, made, datetime(2025, 3, 10, 9, 4), user="samordnare")
    return made


def test_a_plan_has_the_order_of_est_and_a_title(workspace, owner):
    made = meetings.plan(workspace, "est", NINE, participants=[Participant(owner)])
    record = workspace.get("meeting", made)
    assert record["status"] == "planned"
    assert record["title"] == "EST-möte 2025-03-10"
    assert [p["content"] for p in meetings.points_of(workspace, made)] == [
        "follow_up", "news", "changes", "problems", "decisions", "planned_events", "other"
    ]  # fmt: skip


def test_a_kind_may_have_an_agenda_of_its_own(workspace):
    own = [Point("other", "Inledning"), Point("problems", "Läget")]
    agenda.set_agenda(workspace, "council", own)
    workspace.reload()
    assert agenda.agenda_of(workspace, "council") == tuple(own)
    assert agenda.agenda_of(workspace, "est") == agenda.default_agenda(workspace)
    agenda.set_agenda(workspace, "council", None)
    assert agenda.agenda_of(workspace, "council") == agenda.default_agenda(workspace)
    with pytest.raises(DataError, match="no title"):
        agenda.set_agenda(workspace, "est", [Point("news", "  ")])


def test_the_next_plan_expects_the_same_participants(workspace, meeting, owner, police):
    meetings.set_present(workspace, meeting, police, "municipal_police", False)
    after = meetings.plan(workspace, "est", NINE + timedelta(days=7))
    assert meetings.participants_of(workspace, after) == [
        Participant(owner, "coordinator"), Participant(police, "municipal_police")
    ]  # fmt: skip
    assert meetings.usual_participants(workspace, "council") == ()


def test_a_plan_may_change_until_the_meeting_begins(workspace, owner, police):
    made = meetings.plan(workspace, "est", NINE, participants=[Participant(owner)])
    meetings.change_plan(
        workspace, made, {"place": "Rum 2"}, participants=[Participant(police, "chair")],
        points=[Point("news", "Nytt"), Point("other", "Övrigt")],
    )  # fmt: skip
    assert workspace.get("meeting", made)["place"] == "Rum 2"
    assert meetings.participants_of(workspace, made) == [Participant(police, "chair")]
    assert [p["title"] for p in meetings.points_of(workspace, made)] == ["Nytt", "Övrigt"]
    meetings.begin(workspace, made)
    with pytest.raises(DataError, match="can no longer be changed"):
        meetings.change_plan(workspace, made, points=[Point("news", "Annat")])


def test_a_begun_meeting_keeps_its_length_and_is_found_after_a_crash(workspace, meeting):
    record = workspace.get("meeting", meeting)
    assert (record["starts_at"], record["ends_at"]) == (
        datetime(2025, 3, 10, 9, 4), datetime(2025, 3, 10, 9, 34)
    )  # fmt: skip
    assert [row.uuid for row in meetings.ongoing(workspace)] == [meeting]
    version = record.version
    meetings.begin(workspace, meeting)
    assert workspace.get("meeting", meeting).version == version


@pytest.mark.geopackage
def test_a_decision_with_problem_and_owner_is_a_decided_measure(workspace, meeting, problem, owner):
    made = decisions.record_decision(
        workspace, meeting, "Laga lamporna i tunneln", problem=problem, organisation=owner,
        deadline=date(2025, 4, 1), user="samordnare",
    )  # fmt: skip
    measure = workspace.get("measure", made.measure)
    assert measure["status"] == "decided"
    assert (measure["responsible_organisation"], measure["deadline"], measure["decided_at"]) == (
        owner, date(2025, 4, 1), meeting
    )  # fmt: skip
    assert measure["title"] == "Laga lamporna i tunneln" and measure["description"] is None
    (told,) = decisions.decisions_of(workspace, meeting)
    assert [one.title for one in told.problems] == ["Klotter"]
    assert [(one.uuid, one.status) for one in told.measures] == [(made.measure, "decided")]
    assert told.responsible == "Parkenheten" and told.number == 1
    steps = steps_of(workspace, "measure", made.measure)
    assert [(s.before, s.after) for s in steps] == [(None, "proposed"), ("proposed", "decided")]
    assert {s.who for s in steps} == {"samordnare"}


def test_a_long_decision_keeps_its_words(workspace, meeting, problem, owner):
    text = "Parkenheten går igenom all belysning " * 8
    made = decisions.record_decision(
        workspace, meeting, text, problem=problem, organisation=owner
    )
    measure = workspace.get("measure", made.measure)
    assert len(measure["title"]) <= 120 and measure["title"].endswith("…")
    assert measure["description"] == text.strip()


def test_a_problem_with_known_causes_goes_on_with_its_measure(workspace, meeting, problem, owner):
    causes.add_cause(workspace, problem, {"title": "Mörkt", "kind": "object_place"})
    for state in ("prioritised", "cause_analysis"):
        workspace.change_state("problem", problem, state)
    decisions.record_decision(workspace, meeting, "Lampor", problem=problem, organisation=owner)
    assert workspace.get("problem", problem)["status"] == "measures_decided"


def test_a_proposed_measure_is_decided(workspace, meeting, problem, owner):
    proposed = measures.create_measure(
        workspace, {"title": "Ny slinga", "problem": problem, "type": "lighting"}
    )
    made = decisions.record_decision(
        workspace, meeting, "Görs i vår", measure=proposed, organisation=owner,
        deadline=date(2025, 5, 1),
    )  # fmt: skip
    assert made.measure == proposed
    record = workspace.get("measure", proposed)
    assert (record["status"], record["decided_at"]) == ("decided", meeting)
    (told,) = decisions.decisions_of(workspace, meeting)
    assert [one.uuid for one in told.problems] == [problem]


def test_nothing_is_stored_of_a_decision_that_cannot_be(workspace, meeting, problem):
    proposed = measures.create_measure(
        workspace, {"title": "Ny slinga", "problem": problem, "type": "lighting"}
    )
    with pytest.raises(DataError):
        # a decided measure needs an owner, and the database says so
        decisions.record_decision(workspace, meeting, "Görs i vår", measure=proposed)
    assert decisions.decisions_of(workspace, meeting) == []
    assert workspace.get("measure", proposed)["status"] == "proposed"
    with pytest.raises(DataError, match="Write what was decided"):
        decisions.record_decision(workspace, meeting, "  ")


def test_a_decision_on_a_problem_without_owner_is_no_measure(workspace, meeting, problem):
    made = decisions.record_decision(workspace, meeting, "Vi avvaktar", problem=problem)
    assert made.measure is None
    (told,) = decisions.decisions_of(workspace, meeting)
    assert [one.uuid for one in told.problems] == [problem] and told.measures == ()


def test_numbers_are_not_given_twice(workspace, meeting):
    first = decisions.record_decision(workspace, meeting, "Ett")
    workspace.delete("decision", first.decision)
    assert decisions.record_decision(workspace, meeting, "Två").number == 2


def test_decisions_wait_for_a_meeting_that_goes_on(workspace, owner):
    made = meetings.plan(workspace, "est", NINE, participants=())
    with pytest.raises(DataError, match="while the meeting goes on"):
        decisions.record_decision(workspace, made, "För tidigt")
    meetings.call_off(workspace, made, "sjukdom")
    assert workspace.get("meeting", made)["status"] == "called_off"


def test_follow_up_tells_the_last_meetings_decisions_and_what_is_open(workspace, owner):
    held = []
    for week in range(3):
        made = meetings.plan(workspace, "est", NINE, participants=())
        meetings.begin(workspace, made, NINE + timedelta(days=7 * week))
        held.append(made)
        decisions.record_decision(workspace, made, f"Vecka {week}", organisation=owner)
        if week < 2:
            decisions.record_decision(workspace, made, f"Klart {week}")
            done = decisions.decisions_of(workspace, made)[1].uuid
            decisions.carry_out(workspace, done, date(2025, 3, 12), "gjort")
            meetings.close(workspace, made, NINE + timedelta(days=7 * week, minutes=20))
    now = workspace.get("meeting", held[2])
    last = meetings.previous_meeting(workspace, now)
    assert last is not None and last.uuid == held[1]
    told = decisions.to_follow_up(workspace, now["starts_at"].date(), "est", last.uuid)
    assert [one.text for one in told] == ["Vecka 1", "Klart 1", "Vecka 0"]
    assert [one.open for one in told] == [True, False, True]
    assert meetings.new_since(workspace, now) == (date(2025, 3, 17), date(2025, 3, 23))
    assert meetings.previous_meeting(workspace, workspace.get("meeting", held[0])) is None


def test_what_is_new_to_a_first_meeting(workspace, meeting):
    record = workspace.get("meeting", meeting)
    assert meetings.new_since(workspace, record) == (date(2025, 2, 10), date(2025, 3, 9))
    period = workspace.insert("period", {
        "title": "Vecka 10", "kind": "week", "date_from": date(2025, 3, 3),
        "date_to": date(2025, 3, 9),
    })  # fmt: skip
    workspace.update("meeting", meeting, {"period": period})
    record = workspace.get("meeting", meeting)
    assert meetings.new_since(workspace, record) == (date(2025, 3, 3), date(2025, 3, 9))


def test_planned_events_are_those_of_the_days(workspace, add_incidents):
    for first, state in (
        (datetime(2025, 3, 12, 18), "approved"), (datetime(2025, 3, 20, 18), "submitted"),
        (datetime(2025, 5, 1, 18), "approved"),
    ):  # fmt: skip
        add_incidents(1, first=first, category="event", subcategory="event_concert", status=state)
    add_incidents(1, first=datetime(2025, 3, 13))
    told = meetings.planned_events(workspace, date(2025, 3, 10), date(2025, 3, 31))
    assert [row["time_from"] for row in told] == [
        datetime(2025, 3, 12, 18), datetime(2025, 3, 20, 18)
    ]  # fmt: skip


def test_minutes_hold_what_was_said_and_decided(workspace, meeting, problem, owner, police):
    points = meetings.points_of(workspace, meeting)
    meetings.write_notes(workspace, points[1].uuid, "Lugnare vid torget.")
    meetings.mark_handled(workspace, points[1].uuid, datetime(2025, 3, 10, 9, 10))
    meetings.mark_handled(workspace, points[1].uuid, datetime(2025, 3, 10, 9, 20))
    meetings.set_present(workspace, meeting, police, "municipal_police", False)
    decisions.record_decision(
        workspace, meeting, "Laga lamporna", point=points[4].uuid, problem=problem,
        organisation=owner, deadline=date(2025, 4, 1),
    )  # fmt: skip
    minutes = meetings.close(workspace, meeting, datetime(2025, 3, 10, 9, 30))
    assert minutes.status == "closed" and minutes.ends_at == datetime(2025, 3, 10, 9, 30)
    assert minutes.kind_label == "EST-möte" and minutes.place == "Stadshuset"
    assert minutes.present == (("Parkenheten", "EST-samordnare"),)
    assert minutes.absent == (("Polisen", "Kommunpolis"),)
    assert minutes.points[1].notes == "Lugnare vid torget."
    assert [d.text for d in minutes.points[4].decisions] == ["Laga lamporna"]
    assert minutes.decisions[0].measures[0].title == "Laga lamporna"
    point = workspace.get("meeting_point", points[1].uuid)
    assert point["handled_at"] == datetime(2025, 3, 10, 9, 10)
    in_english = meetings.minutes_of(workspace, meeting, "en")
    assert in_english.present == (("Parkenheten", "EST coordinator"),)
    with pytest.raises(DataError):
        meetings.close(workspace, meeting)
    meetings.begin(workspace, meeting)
    assert workspace.get("meeting", meeting)["status"] == "ongoing"
