"""Roles and chains by hand, invariances, and the raised-risk map."""

from __future__ import annotations

import numpy as np
import pytest

from trygg_plugin.analysis import near_repeat_risk as risk
from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.near_repeat import knox_test
from trygg_plugin.analysis.near_repeat_chains import (
    ISOLATED,
    NEAR_REPEAT,
    NOT_PLACED,
    ORIGINATOR,
    REPEAT,
    near_repeat_chains,
)

X = np.array([0.0, 0.0, 30.0, 500.0, 90.0, 2000.0, 2001.0])
Y = np.zeros(7)
DAY = np.array([0, 3, 4, 4, 10, 50, 50])


def test_roles_and_chains_by_hand():
    got = near_repeat_chains(X, Y, DAY, 70, 7)
    # 0 starts; 1 repeats it; 2 is near both; 3 is alone; 4 is 60 m and 6 days after 2;
    # 5 and 6 fall on one day: linked, and neither follows the other.
    assert got.role.tolist() == [
        ORIGINATOR, REPEAT, NEAR_REPEAT, ISOLATED, NEAR_REPEAT, ORIGINATOR, ORIGINATOR,
    ]  # fmt: skip
    assert got.chain.tolist() == [0, 0, 0, -1, 0, 1, 1]
    assert got.links.tolist() == [2, 2, 3, 0, 1, 1, 1]
    assert got.size.tolist() == [4, 2]
    assert (got.first.tolist(), got.last.tolist()) == ([0, 50], [10, 50])
    np.testing.assert_array_equal(got.previous_days, [np.nan, 3, 1, np.nan, 6, np.nan, np.nan])
    np.testing.assert_array_equal(
        got.previous_distance, [np.nan, 0, 30, np.nan, 60, np.nan, np.nan]
    )
    assert got.count(ORIGINATOR) == 3


def test_limits_are_half_open():
    assert near_repeat_chains([0, 50], [0, 0], [0, 1], 50, 7).count(ISOLATED) == 2
    assert near_repeat_chains([0, 49], [0, 0], [0, 7], 50, 7).count(ISOLATED) == 2
    assert near_repeat_chains([0, 49], [0, 0], [0, 6], 50, 7).count(ISOLATED) == 0
    taxi = near_repeat_chains([0, 30], [0, 40], [0, 1], 60, 7, manhattan=True)
    assert taxi.count(ISOLATED) == 2


def test_order_does_not_matter():
    rng = np.random.default_rng(2)
    x, y = rng.integers(0, 40, (2, 200)) * 10.0
    t = rng.integers(0, 90, 200)
    one = near_repeat_chains(x, y, t, 25, 6)
    mixed = rng.permutation(200)
    two = near_repeat_chains(x[mixed], y[mixed], t[mixed], 25, 6)
    np.testing.assert_array_equal(one.role[mixed], two.role)
    np.testing.assert_array_equal(one.chain[mixed], two.chain)
    np.testing.assert_array_equal(one.previous_distance[mixed], two.previous_distance)
    np.testing.assert_array_equal(one.size, two.size)
    # The links are those of the Knox table's first band.
    knox = knox_test(x, y, t, [0, 25], [0, 6], simulations=1)
    assert one.links.sum() == 2 * knox.observed[0, 0]


@pytest.mark.parametrize("n", [0, 1])
def test_few_events(n):
    got = near_repeat_chains([0.0] * n, [0.0] * n, [0] * n, 50, 7)
    assert got.role.tolist() == [ISOLATED] * n and got.size.size == 0


def test_events_without_place_keep_their_row():
    day = np.array(["2024-01-01", "NaT", "2024-01-02"], dtype="datetime64[D]")
    got = near_repeat_chains([0, 0, 1], [0, 0, 1], day, 50, 7)
    assert got.role.tolist() == [ORIGINATOR, NOT_PLACED, NEAR_REPEAT]
    assert got.chain.tolist() == [0, -1, 0] and got.left_out == 1


def test_wrong_limits_and_too_many_pairs():
    for distance, days in ((0, 7), (50, 0), (float("nan"), 7), (float("inf"), 7)):
        with pytest.raises(AnalysisError, match="above 0"):
            near_repeat_chains([0], [0], [0], distance, days)
    with pytest.raises(AnalysisError, match="shorter distance"):
        near_repeat_chains([0] * 9, [0] * 9, range(9), 50, 7, max_pairs=30)


SPACE, SPAN = [0, 100, 200], [0, 7, 14]


def test_risk_map_by_hand():
    weights = risk.promap_weights(SPACE, SPAN)
    np.testing.assert_allclose(weights, [[1, 0.5], [0.5, 0.25]])
    got = risk.risk_map(
        [0, 150, 0, 0], [0, 0, 0, 0], [20, 10, 21, 1], 20, [0, 100, 300], [0], SPACE, SPAN, weights
    )
    # Day 20 at 0 m: 1 at x = 0, 0.5 at x = 100. Day 10 at x = 150: 0.25, 0.5, 0.25.
    # Day 21 is the future, day 1 too long ago.
    np.testing.assert_allclose(got.values, [[1.25, 1.0, 0.25]])
    assert (got.recent, got.future) == (2, 1)


def test_risk_map_does_not_care_how_rows_run():
    rng = np.random.default_rng(5)
    x, y, t = rng.uniform(0, 1000, 50), rng.uniform(0, 1000, 50), rng.integers(0, 30, 50)
    cx, cy = np.arange(25.0, 1000, 50), np.arange(25.0, 1000, 50)
    weights = risk.promap_weights(SPACE, SPAN)
    up = risk.risk_map(x, y, t, 30, cx, cy, SPACE, SPAN, weights).values
    down = risk.risk_map(x, y, t, 30, cx, cy[::-1], SPACE, SPAN, weights).values
    np.testing.assert_allclose(up, down[::-1])
    plain = np.zeros((20, 20))
    for i in range(50):
        d = np.hypot(cx[None, :] - x[i], cy[:, None] - y[i])
        age = 30 - t[i]
        if age < 14:
            plain += np.where(d < 100, 1.0, np.where(d < 200, 0.5, 0)) / (1 + age // 7)
    np.testing.assert_allclose(up, plain, atol=1e-12)


def test_risk_map_with_dates_and_errors():
    day = np.array(["2024-01-01"], dtype="datetime64[D]")
    weights = np.ones((2, 2))
    now = np.datetime64("2024-01-03")
    got = risk.risk_map([0], [0], day, now, [0], [0], SPACE, SPAN, weights)
    assert got.values.tolist() == [[1.0]]
    with pytest.raises(AnalysisError, match="1 × 1 bands"):
        risk.risk_map([0], [0], day, now, [0], [0], SPACE, SPAN, np.ones((1, 1)))
    with pytest.raises(AnalysisError, match="sorted"):
        risk.risk_map([0], [0], day, now, [0, 2, 1], [0], SPACE, SPAN, weights)


def test_weights_from_the_knox_table():
    # Forty repeats a day apart at forty places far from each other.
    x = np.repeat(np.arange(40) * 10_000.0, 2)
    t = np.repeat(np.arange(40) * 30, 2) + np.tile([0, 1], 40)
    table = knox_test(x, x * 0, t, SPACE, SPAN, simulations=199)
    weights = risk.knox_weights(table)
    assert weights[0, 0] > 5 and weights[0, 1] == 0.0 and weights[1].tolist() == [0, 0]
