"""What is said of a place, of what lies around it and of both never contradicts itself."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trygg_plugin.analysis import displacement_sentence as say
from trygg_plugin.analysis.displacement import displacement_difference, displacement_quotient

FEWER, MORE, UNCLEAR, TOO_FEW = say.FEWER, say.MORE, say.UNCLEAR, say.TOO_FEW
CHANCE = "chance alone may explain"
LARGER = "larger than chance explains"

#: (treated, around) -> for every pair of judgements one that counts can give; the comparison and
#: what lies around it stay at 300.
CHANGES = {FEWER: (300, 190), UNCLEAR: (300, 295), MORE: (300, 420)}


def concluded(place, around, control=(300, 300)):
    return say.conclude_displacement(
        displacement_difference(CHANGES[place], control, CHANGES[around], (300, 300))
    )


def paragraphs(found):
    made = []
    for one in found.sentences:
        made += [[]] if one.opens or not made else []
        made[-1].append(one.write())
    return [" ".join(one) for one in made]


@pytest.mark.parametrize("place, around", list(product(CHANGES, CHANGES)))
def test_every_combination_says_of_each_what_its_interval_says(place, around):
    found = concluded(place, around)
    assert (found.place, found.around) == (place, around)
    at_place, near, together, assumed = paragraphs(found)
    for said, verdict in ((at_place, place), (near, around), (together, found.verdict)):
        unclear = verdict == UNCLEAR
        assert (CHANCE in said.lower()) is unclear, said
        assert (LARGER in said) is not unclear, said
        if not unclear:
            assert f"{verdict} events" in said
    assert near.startswith("Around the place the events went from 300 to")
    assert together.startswith("At the place and around it together")
    assert "not why" in assumed and "assumes" in assumed
    moved = "may have moved here" in near
    assert moved is ((place, around) == (FEWER, MORE))
    assert ("nothing suggests" in near) is ((place, around) == (FEWER, FEWER))


@given(*[st.integers(0, 400)] * 8)
@settings(max_examples=300)
def test_no_counts_at_all_lead_to_a_contradiction(a, b, c, d, e, f, g, h):
    result = displacement_difference((a, b), (c, d), (e, f), (g, h), fewest=20)
    found = say.conclude_displacement(result)
    if min(a + b, c + d) < 20:
        assert found.verdict == found.place == TOO_FEW and found.around == ""
        assert "chance" not in found.text and found.light == "yellow"
        return
    shown = {found.place, found.around} & {FEWER, MORE}
    # intervals of two differences and of their sum: what is clear of one is never turned round
    assert found.verdict == UNCLEAR or not shown or found.verdict in shown
    if found.place == found.around != UNCLEAR:
        assert found.verdict == found.place
    assert (found.around == TOO_FEW) == result.left_out == (min(e + f, g + h) < 20)
    if result.left_out:
        assert found.verdict == found.place == say.judged(result.low, result.high)
        assert "around it together" not in found.text
    assert ("too few to tell whether any moved" in found.text) == (found.around == TOO_FEW)
    if found.light == "green":
        assert found.verdict == FEWER and found.place != MORE
    assert (found.light == "red") == (found.verdict == MORE)


@pytest.mark.parametrize("place, around, together, said", [
    (UNCLEAR, UNCLEAR, FEWER, "Only together"), (UNCLEAR, UNCLEAR, MORE, "Only together"),
    (UNCLEAR, UNCLEAR, UNCLEAR, "Together, too,"),
    (FEWER, MORE, UNCLEAR, "in opposite directions"),
    (MORE, FEWER, UNCLEAR, "in opposite directions"),
    (FEWER, UNCLEAR, UNCLEAR, "uncertainty of both"), (FEWER, FEWER, FEWER, "Together the diff"),
    (UNCLEAR, MORE, MORE, "Together the diff"),
])  # fmt: skip
def test_both_together(place, around, together, said):
    assert said in say.together_sentence(place, around, together)


def test_without_surroundings_nothing_is_said_of_them():
    found = say.conclude_displacement(displacement_difference((300, 190), (300, 300)))
    assert found.place == found.verdict == FEWER and found.around == ""
    assert "does not tell whether events moved" in found.text
    assert "together" not in found.text.lower()


def test_no_difference_at_all_is_not_told_as_fewer():
    found = concluded(UNCLEAR, UNCLEAR, control=(300, 295))
    assert "That is as many events as were to be expected" in found.text
    assert "0 fewer" not in found.text


def test_a_smaller_increase_than_the_comparisons_is_no_decrease():
    found = say.conclude_displacement(displacement_difference((200, 220), (200, 400)))
    assert found.verdict == FEWER and "from 200 to 220" in found.text
    assert "decrease" not in found.text and "180 fewer events" in found.text


@pytest.mark.parametrize("place, around", list(product(CHANGES, CHANGES)))
def test_the_quotient_never_speaks_against_the_difference(place, around):
    beside = concluded(place, around)
    quotient = displacement_quotient(CHANGES[place], CHANGES[around], (300, 300))
    found = say.conclude_quotient(quotient, beside, 1000)
    assert found.verdict == "not_judged"
    if place != FEWER:
        assert "is not read: no clear decrease" in found.text
    else:
        assert f"quotient is {say.Figure(quotient.quotient, 2)}." in found.text
        assert "no interval" in found.text


def test_a_quotient_that_points_elsewhere_is_set_aside():
    # numbers fell around the place against the comparison, but not as a share of it
    result = displacement_difference((900, 500), (300, 160), (60, 40), (400, 500))
    beside = say.conclude_displacement(result)
    assert (beside.place, beside.around) == (FEWER, FEWER)
    quotient = displacement_quotient((900, 500), (60, 40), (300, 160))
    assert quotient.quotient is None or quotient.quotient < 0
    told = say.conclude_quotient(quotient, beside, 1500).text
    assert "conclude nothing from it" in told or "not reported" in told


def test_too_few_are_not_read():
    beside = concluded(FEWER, UNCLEAR)
    quotient = displacement_quotient((10, 5), (1, 1), (300, 300))
    assert say.conclude_quotient(quotient, beside, 17).verdict == TOO_FEW
    scarce = say.conclude_displacement(displacement_difference((300, 190), (9, 9)))
    quotient = displacement_quotient((300, 190), (300, 295), (9, 9))
    found = say.conclude_quotient(quotient, scarce, 1000)
    assert found.verdict == TOO_FEW and "too few" in found.text
