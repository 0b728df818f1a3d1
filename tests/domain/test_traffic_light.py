"""The colour that an area's figures suggest: all sixteen pairs of verdicts, by hand."""

from __future__ import annotations

import itertools

import pytest

from trygg_plugin.domain.standard import default_folder, load_standard
from trygg_plugin.domain.traffic_light import suggested_light

VERDICTS = ("higher", "lower", "unclear", "unknown")
PAIRS = list(itertools.product(VERDICTS, VERDICTS))
# rows: against the previous period; columns: against last year
COLOURS = {
    "higher": ("red", "yellow", "red", "red"),
    "lower": ("yellow", "green", "green", "green"),
    "unclear": ("red", "green", "green", "green"),
    "unknown": ("red", "green", "green", "yellow"),
}


@pytest.mark.parametrize(("previous", "last_year"), PAIRS)
def test_colour(previous, last_year):
    expected = COLOURS[previous][VERDICTS.index(last_year)]
    found = suggested_light(previous, last_year)
    assert found.colour == expected
    assert found.reason.endswith(".")


@pytest.mark.parametrize(("previous", "last_year"), PAIRS)
def test_silence_is_never_green_and_never_hides_red(previous, last_year):
    calm = suggested_light(previous, last_year).colour
    silent = suggested_light(previous, last_year, silent_reporters=1).colour
    assert silent != "green"
    assert (silent == "red") == (calm == "red")


def test_the_colours_are_codes_of_the_standard():
    codes = load_standard(default_folder()).codelists["traffic_light"].codes
    assert {colour for row in COLOURS.values() for colour in row} == {code.key for code in codes}
