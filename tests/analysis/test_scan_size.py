"""Circles and simulations that a scan can afford."""

import numpy as np

from trygg_plugin.analysis.scan_size import (
    MOST_PAIRS,
    pairs_within,
    suggest_radius,
    suggest_simulations,
)


def test_pairs_by_hand():
    # two events at one place, one 50 m off, one far away: 3 places
    x, y = [0.0, 0.0, 50.0, 9000.0], [0.0] * 4
    assert pairs_within(x, y, 10.0) == 4
    assert pairs_within(x, y, 60.0) == 3 + 3 + 1
    assert pairs_within([], [], 10.0) == 0


def test_few_events_have_large_circles_and_all_simulations():
    rng = np.random.default_rng(1)
    x, y = rng.uniform(0, 5000, (2, 300))
    radius = suggest_radius(x, y).value
    assert radius == 1000.0 and suggest_simulations(x, y, radius).value == 999


def test_many_events_near_each_other_have_smaller_ones():
    rng = np.random.default_rng(2)
    x, y = rng.normal(0, 1500, (2, 12_000))
    found = suggest_radius(x, y)
    assert 100.0 <= found.value < 500.0 and "take long" in str(found.template)
    assert pairs_within(x, y, found.value) <= MOST_PAIRS
    assert suggest_simulations(x, y, found.value).value == 199
