"""Conclusions: right verdict, right figures, nothing from too few events, both languages."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trygg_plugin.analysis import effect_sentence as say
from trygg_plugin.analysis.difference_in_differences import difference_in_differences
from trygg_plugin.analysis.displacement import displacement_difference
from trygg_plugin.analysis.displacement_sentence import conclude_displacement
from trygg_plugin.analysis.effect_size import meta_analysis, relative_effect_size
from trygg_plugin.analysis.interrupted_time_series import interrupted_time_series


def test_a_clear_decrease():
    found = conclude_displacement(
        displacement_difference((120, 60), (100, 97), (80, 70), (90, 92))
    )
    assert found.verdict == "fewer"
    assert found.text == (
        "At the place of the measure the events went from 120 to 60, in the comparison area from "
        "100 to 97. Against what was to be expected that is 57 fewer events (95% interval: 19 to "
        "95 fewer; a negative number means more). The difference is larger than chance explains. "
        "Around the place the events went from 80 to 70, around the comparison area from 90 to "
        "92. Against what was to be expected that is 12 fewer events (95% interval: \u221224 to "
        "48 fewer; a negative number means more). Here chance alone may explain the difference: "
        "the figures neither show that events moved here nor rule it out. At the place and around "
        "it together there were 69 fewer events than was to be expected (95% interval: 17 to 121 "
        "fewer; a negative number means more). Together the difference is larger than chance "
        "explains. All this assumes that the comparison shows what would have happened anyway, "
        "and that events come independently of each other (Poisson counts). The figures tell what "
        "happened, not why: more than the measure may have changed at the same time."
    )


def test_a_decrease_that_chance_explains_is_no_success():
    found = conclude_displacement(displacement_difference((20, 10), (20, 20)))
    assert found.verdict == "no_difference_shown"
    assert "neither show an effect nor rule one out" in found.text
    assert "\u22126 to 26 fewer" in found.text


@given(st.integers(0, 9), st.integers(0, 9), st.integers(30, 300), st.integers(30, 300))
def test_nothing_is_concluded_from_too_few_events(a, b, c, d):
    for found in (
        conclude_displacement(displacement_difference((a, b), (c, d))),
        conclude_displacement(displacement_difference((c, d), (a, b))),
        say.conclude_effect_size(relative_effect_size((a, b), (c, d))),
    ):
        assert found.verdict == "too_few"
        assert "too few to conclude anything" in found.text and "chance" not in found.text


@given(*[st.integers(10, 400)] * 4)
def test_the_verdict_is_that_of_the_interval(a, b, c, d):
    result = displacement_difference((a, b), (c, d))
    verdict = conclude_displacement(result).verdict
    assert (verdict == "fewer") == (result.high < 0) and (verdict == "more") == (result.low > 0)
    ratio = relative_effect_size((a, b), (c, d))
    verdict = say.conclude_effect_size(ratio).verdict
    assert (verdict == "fewer") == (ratio.low > 1) and (verdict == "more") == (ratio.high < 1)


def test_places_together():
    found = say.conclude_meta_analysis(meta_analysis([0.3, 0.1, 0.9], [0.01, 0.02, 0.03]))
    assert found.verdict == "fewer" and "one by one" in found.text
    alike = say.conclude_meta_analysis(meta_analysis([0.02, 0.01], [0.02, 0.03]))
    assert alike.verdict == "no_difference_shown" and "do not differ" in alike.text


def steady(effect, n=60, start=36):
    y = 30 + 6 * np.sin(2 * np.pi * np.arange(n) / 12) + (np.arange(n) * 7) % 5
    y[start:] *= effect
    return y.round()


def test_series():
    found = say.conclude_series(interrupted_time_series(steady(0.6), 36))
    assert found.verdict == "fewer" and "trend before would have gone on" in found.text
    beside = say.conclude_series(
        interrupted_time_series(steady(0.6), 36, comparison=steady(0.6) + 1)
    )
    assert beside.verdict == "no_difference_shown" and "comparison area" in beside.text
    short = say.conclude_series(interrupted_time_series(steady(0.6, 60, 55), 55))
    assert short.verdict == "too_few" and "only 5 periods" in short.text
    rare = np.zeros(40)
    rare[::5] = 1
    assert say.conclude_series(interrupted_time_series(rare, 20)).verdict == "too_few"


def test_panel():
    rng = np.random.default_rng(2)
    mean = rng.uniform(10, 30, 16)[:, None] * np.ones(20)
    mean[:8, 10:] *= 0.5
    treated, after = np.arange(16) < 8, np.arange(20) >= 10
    found = say.conclude_panel(difference_in_differences(rng.poisson(mean), treated, after))
    assert found.verdict == "fewer" and "in parallel" in found.text
    few = difference_in_differences(rng.poisson(mean)[5:11], treated[5:11], after)
    assert few.p < 0.05 < few.p_permutation
    told = say.conclude_panel(few)
    assert told.verdict == "no_difference_shown" and "only 3 areas" in told.text
    rising = mean * np.where(treated[:, None], np.exp(0.1 * np.arange(20)), 1)
    doubtful = say.conclude_panel(difference_in_differences(rng.poisson(rising), treated, after))
    assert "Caution" in doubtful.text


def test_another_language_writes_its_own_numbers():
    sentence = say.Sentence("{n} fewer.", (("n", say.Figure(-1234.5, 1)),))
    assert sentence.write() == "\u22121,234.5 fewer."
    swedish = sentence.write(
        lambda text: {"{n} fewer.": "{n} färre."}[text],
        lambda value, decimals: f"{value:.{decimals}f}".replace(".", ","),
    )
    assert swedish == "-1234,5 färre."
    assert str(say.Figure(-0.04, 1)) == "0.0"


@pytest.mark.parametrize("level", [0.9, 0.99])
def test_the_level_is_said(level):
    result = displacement_difference((50, 40), (50, 50), level=level)
    assert f"{level:.0%} interval" in conclude_displacement(result).text
