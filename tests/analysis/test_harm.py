"""Harm weights: from a table that may have gaps, which are told."""

import numpy as np
import pytest

from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.harm import harm_per_cell, harm_weights, read_weights


def test_a_table_as_people_write_it():
    table = read_weights([("murder", "5 185"), ("theft", "1,5"), ("noise", ""), ("a", None),
                          ("b", 3), ("c", float("nan")), ("d", "1\u00a0000")])
    assert table == {"murder": 5185.0, "theft": 1.5, "noise": None, "a": None, "b": 3.0,
                     "c": None, "d": 1000.0}


@pytest.mark.parametrize("given", ["-1", "many", "inf", "\N{MINUS SIGN}2"])
def test_what_is_no_weight_is_refused(given):
    with pytest.raises(AnalysisError, match="harm weight of theft"):
        read_weights([("theft", given)])


def test_two_weights_for_one_category_are_refused_and_the_same_twice_is_not():
    assert read_weights([("theft", "2"), ("theft", 2.0)]) == {"theft": 2.0}
    with pytest.raises(AnalysisError, match="two different"):
        read_weights([("theft", "2"), ("theft", "3")])


def test_missing_weights_are_told_and_not_guessed():
    found = harm_weights(["theft", "noise", "noise", None, "arson"], {"theft": 2.0, "noise": None})
    assert found.weight[0] == 2.0 and np.isnan(found.weight[1:]).all()
    assert found.missing == (("noise", 2), (None, 1), ("arson", 1))
    assert (found.weighted, found.unweighted) == (1, 4)
    with pytest.raises(AnalysisError, match="None of the 2 events"):
        harm_weights(["noise", "noise"], {"noise": None})
    assert harm_weights([], {}).weighted == 0


def test_one_event_that_makes_the_spot_is_seen():
    found = harm_per_cell([0, 0, 0, 1, 1, -1, 2], [90, 5, 5, 10, 10, 999, np.nan], 4)
    assert found.harm.tolist() == [100, 20, 0, 0]
    assert found.events.tolist() == [3, 2, 1, 0]
    assert found.unweighted.tolist() == [0, 0, 1, 0]
    assert found.largest_share[:2].tolist() == [0.9, 0.5]
    assert np.isnan(found.largest_share[2:]).all()


def test_wrong_input_is_refused():
    with pytest.raises(AnalysisError, match="below 0"):
        harm_per_cell([0], [-1.0], 1)
    with pytest.raises(AnalysisError, match="2 harm weights for 1"):
        harm_per_cell([0], [1.0, 2.0], 1)
