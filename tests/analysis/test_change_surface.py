"""Change between two periods: a case worked out by hand, fairness, and small numbers."""

import math

import numpy as np
import pytest
from scipy.stats import binom

from trygg_plugin.analysis.change_surface import change_surface
from trygg_plugin.analysis.errors import AnalysisError, Cancelled
from trygg_plugin.analysis.grid import RasterGrid
from trygg_plugin.analysis.window import Window

GRID = RasterGrid(0.0, 1000.0, 50.0, 20, 20)


def at(n, x=525.0, y=525.0):
    return np.full(n, x), np.full(n, y)


def test_one_place_with_4_then_16_events_by_hand():
    found = change_surface(at(4), at(16), GRID, 200.0, 365.25, 365.25)
    cell = (9, 10)  # centre (525, 525)
    peak = 3 / (math.pi * 0.04)
    assert found.before[cell] == pytest.approx(4 * peak)
    assert found.difference[cell] == pytest.approx(12 * peak)
    assert found.density_ratio[cell] == pytest.approx(4.0)
    assert (found.count_before[cell], found.count_after[cell]) == (4, 16)
    # 16 or more of 20 with probability 1/2, doubled: 2 · 6196 / 2^20.
    assert found.p[cell] == pytest.approx(2 * 6196 / 2**20)
    assert found.rate_ratio[cell] == pytest.approx(4.0)
    assert found.low[cell] < 4.0 < found.high[cell] and found.low[cell] > 1.0
    assert found.direction[cell] == 1
    # Round the place all cells within 200 m see the same events, others see none.
    cx, cy = GRID.centres()
    near = (cx - 525) ** 2 + (cy - 525) ** 2 < 200**2
    assert np.array_equal(found.tested, near)
    assert np.all(found.direction[near] == 1) and np.all(found.direction[~near] == 0)


def test_the_test_agrees_with_scipy_for_periods_of_unequal_length():
    rng = np.random.default_rng(1)
    before, after = rng.uniform(0, 1000, (2, 150)), rng.uniform(0, 1000, (2, 90))
    found = change_surface(before, after, GRID, 150.0, 300.0, 120.0)
    share = 120.0 / 420.0
    a, b = found.count_before[found.tested], found.count_after[found.tested]
    low, high = binom.cdf(b, a + b, share), binom.sf(b - 1, a + b, share)
    assert found.p[found.tested] == pytest.approx(np.minimum(1, 2 * np.minimum(low, high)))
    cx, cy = GRID.centres()
    d2 = (cx[..., None] - before[0]) ** 2 + (cy[..., None] - before[1]) ** 2
    assert np.array_equal(found.count_before, (d2 < 150.0**2).sum(axis=2))


def test_cells_that_could_never_be_significant_are_not_tested():
    # With equal periods 2 · 0.5^5 = 0.0625 is the least p of 5 events, and 6 can reach 0.031.
    assert change_surface(at(0), at(5), GRID, 200.0, 30, 30).tested.sum() == 0
    six = change_surface(at(0), at(6), GRID, 200.0, 30, 30)
    assert six.least_events == 6 and six.tested.any()
    assert np.all(np.isinf(six.rate_ratio[six.tested])) and np.all(six.direction[six.tested] == 1)


def test_exchanging_the_periods_turns_the_change_round():
    rng = np.random.default_rng(3)
    a, b = rng.uniform(0, 1000, (2, 60)), rng.uniform(0, 1000, (2, 140))
    there = change_surface(a, b, GRID, 200.0, 90, 90)
    back = change_surface(b, a, GRID, 200.0, 90, 90)
    assert there.difference == pytest.approx(-back.difference)
    assert there.p == pytest.approx(back.p, nan_ok=True)
    assert np.array_equal(there.direction, -back.direction)


def test_unchanged_rates_are_rarely_called_changed():
    hits = 0
    for seed in range(20):
        rng = np.random.default_rng(seed)
        found = change_surface(
            rng.uniform(0, 1000, (2, rng.poisson(240))), rng.uniform(0, 1000, (2, rng.poisson(80))),
            GRID, 150.0, 360, 120,
        )
        hits += bool(np.any(found.direction != 0))
    assert hits <= 4


def test_longer_periods_with_more_events_are_no_change():
    found = change_surface(at(10), at(30), GRID, 200.0, 100, 300)
    cell = (9, 10)
    assert found.density_ratio[cell] == pytest.approx(1.0)
    assert found.p[cell] == pytest.approx(1.0) and found.direction[cell] == 0


def test_outside_the_window_nothing_is_said():
    window = Window.rectangle(0, 0, 500, 1000)
    found = change_surface(at(9), at(30), GRID, 200.0, 30, 30, window=window, edge="uniform")
    assert np.all(np.isnan(found.p[:, 10:])) and np.all(np.isnan(found.count_after[:, 10:]))
    assert np.all(found.direction[:, 10:] == 0)
    assert np.nansum(found.count_after) == 0  # the events themselves lie outside


def test_empty_periods_and_refusals():
    none = change_surface(at(0), at(0), GRID, 100.0, 30, 30)
    assert np.all(none.difference == 0) and not none.tested.any()
    with pytest.raises(AnalysisError, match="no length"):
        change_surface(at(1), at(1), GRID, 100.0, 0, 30)
    with pytest.raises(AnalysisError, match="confidence"):
        change_surface(at(1), at(1), GRID, 100.0, 30, 30, confidence=95)
    with pytest.raises(AnalysisError, match="no place"):
        change_surface(([np.nan], [1.0]), at(1), GRID, 100.0, 30, 30)

    def stop(share):
        if share > 0.4:
            raise Cancelled

    with pytest.raises(Cancelled):
        change_surface(at(1), at(1), GRID, 100.0, 30, 30, progress=stop)
