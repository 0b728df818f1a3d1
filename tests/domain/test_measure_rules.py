"""Deadlines, SMART goals and what a state asks for."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from trygg_plugin.domain.deadlines import ENDED, SOON_DAYS, urgency
from trygg_plugin.domain.smart import smart_answers
from trygg_plugin.domain.state_needs import missing_for_state
from trygg_plugin.domain.states import MEASURE

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
GOAL = {
    "goal": "Klottret vid stationen ska minska under hösten",
    "area": "a",
    "indicator": "händelser per månad",
    "indicator_baseline": 12.0,
    "indicator_target": 6.0,
    "responsible_organisation": "o",
    "decided_at": "m",
    "deadline": date(2026, 5, 1),
}


@given(DAYS, DAYS, st.sampled_from(MEASURE.states))
def test_urgency_goes_one_way_as_days_pass(deadline, today, state):
    found = urgency(deadline, state, today)
    assert found.days == (deadline - today).days
    if state in ENDED:
        assert found.kind == "ended"
        return
    order = ["later", "soon", "overdue"]
    tomorrow = urgency(deadline, state, today + timedelta(days=1))
    assert order.index(tomorrow.kind) >= order.index(found.kind)
    assert (found.kind == "overdue") == (today > deadline)
    assert (found.kind == "soon") == (0 <= found.days <= SOON_DAYS)


def test_no_deadline_never_presses():
    assert urgency(None, "ongoing", date(2026, 1, 1)).kind == "none"
    assert urgency(None, "completed", date(2026, 1, 1)).kind == "ended"


def answers(**changes):
    return {a.key: a.answer for a in smart_answers({**GOAL, **changes})}


def test_a_whole_goal_leaves_only_what_people_judge():
    assert answers() == {
        "specific": True, "measurable": True, "accepted": True, "realistic": None,
        "time_bound": True,
    }  # fmt: skip


def test_each_question_says_no_for_what_it_asks():
    assert answers(goal="Ökad trygghet")["specific"] is False
    assert answers(area=None)["specific"] is False
    assert answers(indicator=None)["measurable"] is False
    assert answers(indicator_baseline=None)["measurable"] is False
    # zero is a baseline and a target
    assert answers(indicator_target=0)["measurable"] is True
    assert answers(responsible_organisation=None)["accepted"] is False
    assert answers(decided_at=None)["accepted"] is None
    assert answers(indicator_target=12.0)["realistic"] is False
    assert answers(deadline=None)["time_bound"] is False
    assert answers(deadline=None, end_date=date(2026, 5, 1))["time_bound"] is True


def test_the_change_is_told_in_per_cent():
    (realistic,) = (a for a in smart_answers(GOAL) if a.key == "realistic")
    assert realistic.values == {"percent": -50.0}


def test_what_a_state_asks_for_comes_from_the_standard(standard):
    measure = standard.records["measure"]
    keys = lambda values, state: [f.key for f in missing_for_state(measure, values, state)]  # noqa: E731
    assert keys({}, "proposed") == []
    assert keys({}, "decided") == ["responsible_organisation"]
    assert keys({"responsible_organisation": "x"}, "decided") == []
    assert keys({}, "cancelled") == ["cancelled_reason"]
