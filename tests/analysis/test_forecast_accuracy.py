"""Forecast accuracy: against ptools, hand-computed, properties, refusals."""

import csv

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.forecast_accuracy import forecast_accuracy


def test_three_places_by_hand():
    found = forecast_accuracy([5, 1, 3], [2, 0, 6], 1.0)
    assert found.order.tolist() == [0, 2, 1]
    assert found.hit_rate.tolist() == [0.25, 1.0, 1.0]
    assert found.pai == pytest.approx([0.25 * 3, 1.5, 1.0])
    assert found.pei == pytest.approx([2 / 6, 1.0, 1.0])
    assert found.rri == pytest.approx([5 / 2, 8 / 8, 9 / 8])
    assert found.recapture == pytest.approx([0.25 / (5 / 9), 1 / (8 / 9), 1.0])


def test_memphis_as_ptools(reference):
    folder = reference / "values" / "pai"
    with open(folder / "memphis_pai_input.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    pre, post, area = (np.array([float(r[k]) for r in rows]) for k in ("pre", "post", "area"))
    found = forecast_accuracy(pre, post, area)
    path = folder / "memphis_pai_pre_predicts_post_top300_ptools.csv"
    with open(path, encoding="utf-8") as file:
        said = list(csv.DictReader(file))
    # equal forecasts may stand in any order: compare where a run of them ends
    pred = [r["Pred"] for r in said]
    ends = [i for i in range(len(said) - 1) if pred[i] != pred[i + 1]]
    assert len(ends) >= 7
    for name, ours in (("CumCount", found.hits), ("PCumCount", found.hit_rate),
                       ("CumArea", found.area), ("PCumArea", found.area_share),
                       ("PAI", found.pai), ("PEI", found.pei), ("RRI", found.rri)):  # fmt: skip
        theirs = [float(said[i][name]) for i in ends]
        assert ours[ends] == pytest.approx(theirs, rel=1e-9), name


def test_unequal_areas_and_a_score_of_its_own():
    # the dense small place holds 4 events on 1 km²; the best 2 km² hold 4 + 1/3 * 3
    found = forecast_accuracy([0, 0], [4, 3], [1.0, 3.0], score=[2.0, 1.0])
    assert found.pei.tolist() == [1.0, 1.0]
    turned = forecast_accuracy([0, 0], [4, 3], [1.0, 3.0], score=[1.0, 2.0])
    assert turned.pei[0] == pytest.approx(3 / (4 + 3 * 2 / 3))
    assert turned.pai[0] == pytest.approx((3 / 7) / (3 / 4))
    assert np.isnan(turned.recapture).all()  # nothing was forecast in events


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.floats(0.1, 5)), min_size=1,
                max_size=30).filter(lambda r: sum(x[1] for x in r) > 0))  # fmt: skip
def test_bounds(rows):
    forecast, observed, area = map(np.array, zip(*rows))
    found = forecast_accuracy(forecast, observed, area)
    assert found.pai[-1] == pytest.approx(1) and found.hit_rate[-1] == pytest.approx(1)
    assert (found.pei <= 1 + 1e-9).all() and (np.diff(found.hits) >= 0).all()
    perfect = forecast_accuracy(forecast, observed, area, score=observed / area)
    assert perfect.pei == pytest.approx(np.ones(len(rows)))


def test_at_a_share_of_the_area():
    found = forecast_accuracy([9, 8, 1, 0, 0], [1, 1, 1, 1, 1], 2.0)
    assert found.at_area_share(0.4) == 1 and found.at_area_share(1.0) == 4
    with pytest.raises(AnalysisError, match="covers 20.0%"):
        found.at_area_share(0.1)


@pytest.mark.parametrize(
    "arguments",
    [([], [], 1), ([1], [0], 1), ([1, 2], [1], 1), ([1], [1], 0), ([1], [np.nan], 1),
     ([-1], [1], 1), ([1, 1], [1, 1], 1, [np.nan, 1])],
)  # fmt: skip
def test_refuses_what_has_no_answer(arguments):
    with pytest.raises(AnalysisError):
        forecast_accuracy(*arguments)
