"""What people are told before a safety walk's next step."""

from __future__ import annotations

import datetime as dt

import pytest

from trygg_plugin.domain import walks
from trygg_plugin.domain.standard import default_folder, load_standard
from trygg_plugin.domain.states import WALK, WALK_POINT
from trygg_plugin.domain.walks import WalkFacts, before_step

TODAY = dt.date(2026, 11, 22)
YESTERDAY = "2026-11-21T18:00:00.000"
TOMORROW = dt.datetime(2026, 11, 23, 18)
DATED = {
    "premeeting_at": YESTERDAY,
    "walked_at": YESTERDAY,
    "feedback_meeting_at": YESTERDAY,
    "minutes_approved": dt.date(2026, 11, 22),
}
OWNED = {"number": 1, "owner_organisation": "a", "deadline": "2026-12-01", "status": "answered"}
KEPT = {"number": 2, "works_well": True, "status": "found"}
READY = WalkFacts(DATED, [OWNED, KEPT], participants=12, groups=3)


def test_one_step_follows_the_other_to_the_end():
    state, walked = "planned", []
    while state is not None:
        walked.append(state)
        state = walks.next_step(state)
    assert tuple(walked) == WALK.states


@pytest.mark.parametrize("to", WALK.states[1:])
def test_nothing_is_said_of_a_walk_that_is_ready(to):
    assert before_step(to, READY, TODAY) == []


@pytest.mark.parametrize(
    ("to", "facts", "stops", "words"),
    [
        ("premeeting", WalkFacts({}), True, "date of the pre-meeting"),
        ("premeeting", WalkFacts({"premeeting_at": TOMORROW}), False, "2026-11-23, has not come"),
        ("premeeting", WalkFacts(DATED), False, "No participants"),
        ("premeeting", WalkFacts(DATED, participants=21, groups=2), False, "21 people"),
        ("walked", WalkFacts({}), True, "date of the walk"),
        ("walked", WalkFacts({"walked_at": TOMORROW}), False, "has not come"),
        ("points_distributed", WalkFacts(DATED), True, "no points"),
        (
            "points_distributed",
            WalkFacts(DATED, [OWNED, {"number": 4}, {"number": 7}]),
            True,
            "responsible organisation: 4, 7.",
        ),
        (
            "points_distributed",
            WalkFacts(DATED, [{**OWNED, "deadline": None}]),
            False,
            "answer by: 1.",
        ),
        ("feedback_meeting", WalkFacts({}), True, "date of the feedback meeting"),
        (
            "feedback_meeting",
            WalkFacts(DATED, [{**OWNED, "status": "distributed"}]),
            False,
            "not answered: 1.",
        ),
        (
            "finished",
            WalkFacts(DATED, [{**OWNED, "status": "distributed"}]),
            True,
            "not answered: 1.",
        ),
        ("finished", WalkFacts({}, [OWNED]), False, "No minutes"),
    ],
)
def test_what_is_said(to, facts, stops, words):
    notices = before_step(to, facts, TODAY)
    assert [n.stops for n in notices if words in n.sentence] == [stops]
    assert notices == sorted(notices, key=lambda n: not n.stops)


def test_twenty_people_are_not_too_many():
    assert before_step("walked", WalkFacts(DATED, participants=20), TODAY) == []


@pytest.mark.parametrize(
    ("status", "deadline", "late"),
    [
        ("distributed", "2026-11-21", True),
        ("distributed", TODAY, False),
        ("found", "2026-11-21", True),
        ("answered", "2026-11-21", False),
        ("declined", "2026-11-21", False),
        ("distributed", None, False),
    ],
)
def test_a_late_answer(status, deadline, late):
    assert walks.overdue({"status": status, "deadline": deadline}, TODAY) is late


@pytest.mark.parametrize(
    ("walk", "status"),
    [
        ({}, "missing"),
        ({"summary": "  "}, "missing"),
        ({"summary": "Vi gick."}, "written"),
        ({"file": "protokoll.pdf"}, "written"),
        ({"file": "protokoll.pdf", "minutes_approved": "2026-11-20"}, "approved"),
    ],
)
def test_the_protocol(walk, status):
    assert walks.protocol_status(walk) == status


def test_codes_and_fields_are_those_of_the_standard():
    standard = load_standard(default_folder())
    assert {c.key for c in standard.codelists["walk_point_status"].codes} == set(WALK_POINT.states)
    assert set(walks.ANSWERED) < set(WALK_POINT.states)
    for key in DATED:
        assert standard.records["walk"].field(key)
    for key in (*OWNED, *KEPT):
        assert standard.records["walk_point"].field(key)
