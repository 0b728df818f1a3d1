"""Follow-ups move their measure in the same transaction, and effects can be repeated."""

from __future__ import annotations

from datetime import date

import pytest

from trygg_plugin.data.casework import followups
from trygg_plugin.data.casework.transitions import steps_of
from trygg_plugin.data.errors import DataError

DAY = date(2025, 3, 10)
GREEN = {"date": DAY, "colour": "green", "done_as_planned": "as_planned"}
EFFECT = {
    "method": "wdd", "estimate": -12.0, "low": -20.0, "high": -4.0, "sentence": "Färre.",
    "inputs": {"ring": 200.0, "treated": "Point (1 2)"}, "figures": {"treated": [30, 12]},
}  # fmt: skip


@pytest.fixture()
def problem(workspace):
    return workspace.insert("problem", {"title": "Klotter", "phenomena": ["vandalism"]})


@pytest.fixture()
def add_measure(workspace, problem, owner):
    def add(title="Ny belysning", states=("decided", "ongoing"), **values):
        made = workspace.insert("measure", {
            "title": title, "problem": problem, "type": "lighting",
            "responsible_organisation": owner, **values,
        })  # fmt: skip
        for state in states:
            workspace.change_state("measure", made, state)
        return made

    return add


def test_the_due_list_tells_what_is_due_and_why(workspace, add_measure):
    late = add_measure("Sen", deadline=date(2025, 2, 1))
    add_measure("I tid", deadline=date(2025, 6, 1))
    done = add_measure("Klar", states=("decided", "ongoing", "completed"), end_date=DAY)
    add_measure("Föreslagen", states=(), deadline=date(2025, 1, 1))
    told = followups.due_list(workspace, DAY)
    assert [(one.uuid, one.due.reason) for one in told] == [(late, "deadline"), (done, "ended")]
    assert told[0].due.overdue(DAY) == 36
    assert (told[0].responsible, told[0].problem) == ("Parkenheten", "Klotter")
    soon = followups.due_list(workspace, DAY, within=90)
    assert [one.title for one in soon] == ["Sen", "Klar", "I tid"]
    assert [one.title for one in followups.due_list(workspace, DAY, within=90, limit=1)] == ["Sen"]


@pytest.mark.geopackage
def test_a_follow_up_moves_its_measure(workspace, add_measure):
    measure = add_measure(deadline=date(2025, 2, 1))
    made = followups.record_follow_up(
        workspace, measure, {**GREEN, "reason": "Alla lampor lyser."}, outcome="completed",
        next_day=date(2025, 9, 1), user="samordnare",
    )  # fmt: skip
    record = workspace.get("measure", measure)
    assert (record["status"], record["follow_up_due"]) == ("followed_up", date(2025, 9, 1))
    steps = [(s.after, s.who) for s in steps_of(workspace, "measure", measure)][-2:]
    assert steps == [("completed", "samordnare"), ("followed_up", "samordnare")]
    assert [row.uuid for row in followups.follow_ups_of(workspace, measure)] == [made]
    assert followups.latest_follow_ups(workspace) == {measure: (DAY, "green")}
    assert followups.due_list(workspace, DAY) == []
    assert [one.due.reason for one in followups.due_list(workspace, date(2025, 9, 1))] == [
        "planned"
    ]  # fmt: skip


def test_a_follow_up_may_leave_its_measure_where_it_is(workspace, add_measure):
    measure = add_measure()
    followups.record_follow_up(workspace, measure, GREEN)
    assert workspace.get("measure", measure)["status"] == "ongoing"
    followups.record_follow_up(workspace, measure, GREEN, outcome="goes_on")
    assert workspace.get("measure", measure)["status"] == "ongoing"
    decided = add_measure(states=("decided",))
    followups.record_follow_up(workspace, decided, GREEN, outcome="goes_on")
    assert workspace.get("measure", decided)["status"] == "ongoing"


def test_a_called_off_measure_says_why_or_nothing_is_stored(workspace, add_measure):
    measure = add_measure()
    with pytest.raises(DataError):
        followups.record_follow_up(workspace, measure, GREEN, outcome="cancelled")
    assert followups.follow_ups_of(workspace, measure) == []
    followups.record_follow_up(
        workspace, measure, {**GREEN, "colour": "red"}, outcome="cancelled",
        cancelled_reason="Ingen budget.",
    )  # fmt: skip
    record = workspace.get("measure", measure)
    assert (record["status"], record["cancelled_reason"]) == ("followed_up", "Ingen budget.")


def test_what_cannot_be_followed_up_is_refused(workspace, add_measure):
    proposed = add_measure(states=())
    with pytest.raises(DataError, match="only proposed"):
        followups.record_follow_up(workspace, proposed, GREEN)
    done = add_measure(states=("decided", "ongoing", "completed"))
    with pytest.raises(DataError, match="cannot be moved"):
        followups.record_follow_up(workspace, done, GREEN, outcome="cancelled")
    assert followups.follow_ups_of(workspace, done) == []


def test_a_stale_follow_up_is_refused(workspace, add_measure):
    measure = add_measure()
    seen = workspace.get("measure", measure).version
    workspace.update("measure", measure, {"goal": "Annat mål"}, user="annan")
    with pytest.raises(DataError):
        followups.record_follow_up(workspace, measure, GREEN, base_version=seen)
    assert followups.follow_ups_of(workspace, measure) == []


def test_outcomes_are_those_that_the_state_allows():
    assert followups.outcomes_of("decided") == ("goes_on", "completed", "cancelled")
    assert followups.outcomes_of("completed") == ("completed",)
    assert followups.outcomes_of("followed_up") == ()


def test_an_effect_is_kept_with_all_that_repeats_it(workspace, add_measure):
    measure = add_measure()
    with pytest.raises(DataError, match="still goes on"):
        followups.store_effect(workspace, measure, **EFFECT)
    made = followups.record_follow_up(workspace, measure, GREEN, outcome="completed")
    followups.store_effect(workspace, measure, follow_up=made, **EFFECT)
    assert workspace.get("measure", measure)["status"] == "effect_assessed"
    kept = followups.stored_effect(workspace.get("follow_up", made))
    assert (kept.inputs, kept.figures) == (EFFECT["inputs"], EFFECT["figures"])
    assert kept.sentence == "Färre."
    # a second look is kept too, and the state stays
    again = followups.store_effect(workspace, measure, day=DAY, **EFFECT)
    assert again != made
    assert workspace.get("measure", measure)["status"] == "effect_assessed"


def test_a_completed_measure_is_followed_up_by_its_effect(workspace, add_measure):
    measure = add_measure(states=("decided", "ongoing", "completed"))
    followups.store_effect(workspace, measure, day=DAY, **EFFECT)
    after = [step.after for step in steps_of(workspace, "measure", measure)]
    assert after[-2:] == ["followed_up", "effect_assessed"]


def test_a_follow_up_without_calculation_has_no_stored_effect(workspace, add_measure):
    made = followups.record_follow_up(workspace, add_measure(), GREEN)
    assert followups.stored_effect(workspace.get("follow_up", made)) is None
