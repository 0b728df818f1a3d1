"""Which reports may tell of the same incident, and how alike they are said to be."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trygg_plugin.domain.duplicates import (
    Likeness,
    Limits,
    Sighting,
    compare,
    hours_between,
    most_alike,
)

NOON = datetime(2025, 5, 1, 12)
LIMITS = Limits(distance=100, hours=24, least=0.0)


def sighting(x=0.0, hours=0.0, lasting=0.0, **values):
    start = NOON + timedelta(hours=hours)
    known = {"category": "vandalism", "subcategory": "graffiti", "point": (x, 0.0)}
    return Sighting(start=start, until=start + timedelta(hours=lasting), **{**known, **values})


def test_the_same_report_twice_is_as_alike_as_can_be():
    found = compare(sighting(), sighting(), LIMITS)
    assert found.score == pytest.approx(1.0) and found.same_subcategory
    assert (found.distance, found.hours) == (0.0, 0.0)


def test_what_lies_beyond_a_limit_is_no_candidate():
    assert compare(sighting(), sighting(100.0), LIMITS) is not None
    assert compare(sighting(), sighting(100.1), LIMITS) is None
    assert compare(sighting(), sighting(hours=24), LIMITS) is not None
    assert compare(sighting(), sighting(hours=24.1), LIMITS) is None


def test_intervals_that_overlap_have_no_hours_between_them():
    night = sighting(hours=-10, lasting=12)
    assert hours_between(night, sighting(hours=1)) == 0
    assert hours_between(sighting(hours=5), night) == pytest.approx(3)
    # "until" before "from" is nothing to reckon with
    assert Sighting("vandalism", NOON, NOON - timedelta(hours=3)).end == NOON


def test_each_likeness_lost_lowers_the_score():
    whole = compare(sighting(), sighting(), LIMITS).score
    other_sub = compare(sighting(), sighting(subcategory="fire"), LIMITS).score
    other = compare(sighting(), sighting(category="disorder", subcategory=None), LIMITS).score
    assert whole > other_sub > other


def test_without_a_point_the_name_or_the_area_must_be_the_same():
    lost = sighting(point=None, place_name=" Stora  torget", area="a")
    named = compare(lost, sighting(place_name="stora torget"), LIMITS)
    placed = compare(lost, sighting(area="a"), LIMITS)
    assert named.same_place_name and named.distance is None
    assert placed.same_area and placed.score < named.score
    assert compare(lost, sighting(area="b"), LIMITS) is None
    assert compare(sighting(point=None), sighting(point=None), LIMITS) is None


def test_limits_that_mean_nothing_are_refused():
    for wrong in ({"distance": 0}, {"hours": -1}, {"least": 1.5}):
        with pytest.raises(ValueError, match="positive"):
            Limits(**wrong)


def test_the_most_alike_comes_first():
    def likeness(score):
        return Likeness(score, 0.0, 0.0, True, True, False, False)

    found = most_alike([("b", likeness(0.7)), ("c", likeness(0.9)), ("a", likeness(0.7))])
    assert [key for key, _ in found] == ["c", "a", "b"]


@given(st.floats(-300, 300), st.floats(-60, 60), st.floats(0, 40), st.sampled_from(["a", "b"]))
def test_likeness_is_mutual_and_a_share(x, hours, lasting, category):
    one, other = sighting(), sighting(x, hours, lasting, category=category)
    found = compare(one, other, LIMITS)
    assert found == compare(other, one, LIMITS)
    if found is not None:
        assert 0 <= found.score <= 1 + 1e-9
        strict = compare(one, other, Limits(100, 24, 0.6))
        assert (strict is not None) == (found.score >= 0.6)
