"""The suggested light of a problem follows from what is certain, and says why."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trygg_plugin.domain.problem_light import (
    HIGHER,
    LOWER,
    UNCLEAR,
    UNKNOWN,
    Compared,
    suggest_light,
)

COMPARED = st.builds(
    Compared, st.one_of(st.none(), st.integers(0, 500)),
    st.sampled_from([HIGHER, LOWER, UNCLEAR, UNKNOWN]),
)  # fmt: skip


@given(st.integers(0, 500), COMPARED, COMPARED)
def test_colour_follows_what_is_certain(count, previous, last_year):
    light = suggest_light(count, previous, last_year)
    verdicts = {previous.verdict, last_year.verdict}
    up, down = HIGHER in verdicts, LOWER in verdicts
    expected = "yellow" if up == down else "red" if up else "green"
    assert light.colour == expected
    assert str(count) in light.sentence or (count == 0 and "No incidents" in light.sentence)


def test_the_reason_names_the_comparison_that_decided():
    light = suggest_light(30, Compared(28, UNCLEAR), Compared(10, HIGHER))
    assert light.colour == "red" and "in the same period last year: 10" in light.sentence
    light = suggest_light(3, Compared(None, UNKNOWN), Compared(None, UNKNOWN))
    assert "no earlier period" in light.sentence
    light = suggest_light(3, Compared(None, UNKNOWN), Compared(4, UNCLEAR))
    assert ": 4." in light.sentence


def test_nothing_then_and_nothing_now_is_told_as_that():
    light = suggest_light(0, Compared(0, "unclear"), Compared(None, "unknown"))
    assert light.sentence == "No incidents in the period, and none in the one compared with."
