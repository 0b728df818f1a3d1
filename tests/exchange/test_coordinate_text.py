"""Coordinates as people paste them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trygg_plugin.exchange.coordinate_text import read_coordinate

DEGREES = (18.0686, 59.3293, True)
METRES = (674032.0, 6580822.0, False)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("59.3293, 18.0686", DEGREES),
        ("18.0686,59.3293", DEGREES),
        ("59,3293 18,0686", DEGREES),
        ("59,3293; 18,0686", DEGREES),
        ("59.3293° N, 18.0686° E", DEGREES),
        ("Lat: 59.3293 Long: 18.0686", DEGREES),
        ("(18.0686 59.3293)", DEGREES),
        ("6580822 674032", METRES),
        ("6580822,674032", METRES),
        ("674032.0;6580822.0", METRES),
        ("6 580 822, 674 032", METRES),
        ("6\u00a0580\u00a0822; 674\u00a0032", METRES),
        ("N 6580822 E 674032", METRES),
    ],
)
def test_written_in_many_ways(text, read):
    assert read_coordinate(text) == read


@pytest.mark.parametrize(
    "text", ["", "Torget 3", "59.3293", "59,3293", "1 2 3", "nan, inf", "0 0", "6580822, x7", ";"]
)
def test_what_is_no_coordinate(text):
    assert read_coordinate(text) is None


@given(
    st.floats(11, 24.2).map(lambda v: round(v, 6)), st.floats(55.3, 69.1).map(lambda v: round(v, 6))
)
def test_all_of_sweden_in_either_order(east, north):
    for text in (f"{north}, {east}", f"{east} {north}", f"{north};{east}".replace(".", ",")):
        assert read_coordinate(text) == (east, north, True)
