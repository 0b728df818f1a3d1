"""What people are told before a period's next step."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trygg_plugin.domain import period_steps
from trygg_plugin.domain.advice import Notice, StepStoppedError, refuse_if_stopped
from trygg_plugin.domain.period_steps import PeriodFacts, before_step, next_step
from trygg_plugin.domain.states import PERIOD

SUNDAY = dt.date(2026, 11, 22)
READY = PeriodFacts(SUNDAY, areas=2, areas_with_light=2, analysis="Text", feedback="Tack")


def test_one_step_follows_the_other_to_the_end():
    state, walked = "collecting", []
    while state is not None:
        walked.append(state)
        state = next_step(state)
    assert tuple(walked) == PERIOD.states
    assert next_step("nonsense") is None


def test_open_states_are_those_before_the_adoption():
    assert PERIOD.states[: PERIOD.states.index("adopted")] == period_steps.OPEN


@pytest.mark.parametrize("to", PERIOD.states[1:])
def test_nothing_is_said_of_a_period_that_is_ready(to):
    assert before_step(to, READY, SUNDAY + dt.timedelta(days=1)) == []


@pytest.mark.parametrize(
    ("to", "facts", "stops", "words"),
    [
        ("closed", PeriodFacts(SUNDAY + dt.timedelta(days=1)), False, "runs until 2026-11-23"),
        ("closed", PeriodFacts(SUNDAY, waiting=4), False, "not counted yet: 4"),
        ("est_meeting", PeriodFacts(SUNDAY), False, "No analysis"),
        ("adopted", PeriodFacts(SUNDAY), True, "figures alone"),
        ("adopted", PeriodFacts(SUNDAY, summary=" \n"), True, "figures alone"),
        ("adopted", PeriodFacts(SUNDAY, summary="x"), False, "No analysis"),
        ("adopted", PeriodFacts(SUNDAY, analysis="x", areas=3, areas_with_light=1), False, ": 2."),
        ("shared", PeriodFacts(SUNDAY), False, "feedback"),
        ("followed_up", PeriodFacts(SUNDAY, overdue_measures=3), False, "not yet done: 3"),
    ],
)
def test_what_is_said(to, facts, stops, words):
    found = [n for n in before_step(to, facts, SUNDAY) if words in n.sentence]
    assert [notice.stops for notice in found] == [stops]


def test_the_last_day_is_still_inside():
    assert before_step("closed", PeriodFacts(SUNDAY), SUNDAY) != []
    assert before_step("closed", PeriodFacts(SUNDAY), SUNDAY + dt.timedelta(days=1)) == []


def test_a_stop_is_raised_with_its_own_sentence():
    notices = before_step("adopted", PeriodFacts(SUNDAY, waiting=1, areas=1), SUNDAY)
    assert [n.stops for n in notices] == [True, False, False], "what stops comes first"
    with pytest.raises(StepStoppedError, match="figures alone") as caught:
        refuse_if_stopped(notices)
    assert caught.value.notices == (notices[0],)
    refuse_if_stopped([Notice(False, "Only worth knowing.")])


@given(
    st.sampled_from(PERIOD.states),
    st.builds(
        PeriodFacts,
        st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
        *[st.integers(0, 5)] * 3,
        *[st.sampled_from(["", " ", "Text"])] * 4,
        st.integers(0, 3),
    ),
    st.dates(dt.date(2020, 1, 1), dt.date(2030, 1, 1)),
)
def test_only_an_adoption_without_text_is_stopped(to, facts, today):
    notices = before_step(to, facts, today)
    for notice in notices:
        assert notice.sentence.endswith(".") and "{" not in notice.sentence
    stopped = any(notice.stops for notice in notices)
    texts = (facts.summary, facts.analysis, facts.assessment)
    assert stopped == (to == "adopted" and not any(text.strip() for text in texts))
