"""Adaptive density: sparr's values, the definition, and degenerate input."""

import csv
import math

import numpy as np
import pytest

from trygg_plugin.analysis import adaptive_density as module
from trygg_plugin.analysis.adaptive_density import abramson_bandwidths, adaptive_density_on_grid
from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.grid import RasterGrid
from trygg_plugin.analysis.kernel_density import point_sums
from trygg_plugin.analysis.kernels import KERNELS
from trygg_plugin.analysis.window import Window


def columns(path, *names):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, skipinitialspace=True))
    return [np.array([float(row[name]) for row in rows]) for name in names]


def clustered(n=200, seed=1):
    rng = np.random.default_rng(seed)
    centres = rng.uniform(500, 2500, (8, 2))
    return (centres[rng.integers(0, 8, n)] + rng.normal(0, 150, (n, 2))).T


def test_three_events_have_the_bandwidths_worked_out_by_hand():
    # Two events in one place, one far away: pilot densities 2 : 2 : 1 of the same peak.
    h = abramson_bandwidths([0, 0, 1e6], [0, 0, 0], 300.0, trim=10.0)
    mean = (2.0**-0.5 * 2.0**-0.5) ** (1 / 3)
    assert h == pytest.approx([300 * 2**-0.5 / mean, 300 * 2**-0.5 / mean, 300 / mean])
    assert np.prod(h) ** (1 / 3) == pytest.approx(300.0)


@pytest.mark.parametrize("kernel", ["gaussian", "quartic"])
def test_the_surface_is_the_sum_of_kernels_of_their_own_bandwidth(kernel):
    x, y = clustered()
    weights = np.random.default_rng(2).uniform(0.5, 2, x.size)
    grid = RasterGrid.covering(0, 0, 3000, 3000, 100.0)
    h = abramson_bandwidths(x, y, 250.0, pilot_bandwidth=400.0, kernel=kernel, weights=weights)
    found = adaptive_density_on_grid(
        x, y, grid, 250.0, pilot_bandwidth=400.0, kernel=kernel, weights=weights
    )
    cx, cy = grid.centres()
    expected = sum(
        w * KERNELS[kernel].value((cx - a) ** 2 + (cy - b) ** 2, b_i) * 1e6
        for a, b, w, b_i in zip(x, y, weights, h)
    )
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-12 * expected.max())
    assert h.min() < 250.0 < h.max()


def test_events_outside_and_at_the_border_keep_the_total():
    x, y = clustered(400)
    window = Window([[(600, 500), (2600, 700), (2300, 2500), (500, 2300)]])
    grid = RasterGrid.covering(*window.bounds, 20.0)
    found = adaptive_density_on_grid(x, y, grid, 150.0, edge="diggle", window=window)
    inside = np.count_nonzero(window.contains(x, y))
    assert np.nansum(found) * grid.cell_area_km2 == pytest.approx(inside, rel=5e-3)


def test_the_pilot_of_many_events_read_from_a_grid_is_close_to_the_exact_one(monkeypatch):
    x, y = clustered(1500)
    exact = abramson_bandwidths(x, y, 200.0)
    monkeypatch.setattr(module, "_MOST_BY_PAIRS", 100)
    assert abramson_bandwidths(x, y, 200.0) == pytest.approx(exact, rel=1e-4)


def test_degenerate_input_has_defined_answers():
    grid = RasterGrid(0.0, 1000.0, 50.0, 20, 20)
    assert np.all(adaptive_density_on_grid([], [], grid, 100.0) == 0.0)
    assert abramson_bandwidths([5.0], [5.0], 120.0).tolist() == [pytest.approx(120.0)]
    assert abramson_bandwidths([5.0] * 9, [5.0] * 9, 120.0) == pytest.approx(np.full(9, 120.0))
    assert abramson_bandwidths([1, 2], [1, 2], 90.0, weights=[0, 0]).tolist() == [90.0, 90.0]
    lone = abramson_bandwidths(np.append(np.zeros(20), 1e6), np.zeros(21), 100.0, trim=2.0)
    assert lone[-1] == pytest.approx(2.0 * np.median(lone))
    zero = abramson_bandwidths([0, 0, 1e6], [0, 0, 0], 100.0, kernel="quartic", weights=[1, 1, 0])
    assert np.all(np.isfinite(zero)) and zero[2] >= zero[0]


def test_impossible_input_is_refused_with_a_sentence():
    grid = RasterGrid(0.0, 1000.0, 50.0, 20, 20)
    with pytest.raises(AnalysisError, match="negative"):
        abramson_bandwidths([1.0], [1.0], 100.0, weights=[-1.0])
    with pytest.raises(AnalysisError, match="trimmed"):
        abramson_bandwidths([1.0], [1.0], 100.0, trim=0.5)
    with pytest.raises(AnalysisError, match="uniform"):
        adaptive_density_on_grid([1.0], [1.0], grid, 100.0, edge="uniform")
    with pytest.raises(AnalysisError, match="observed area"):
        adaptive_density_on_grid([1.0], [1.0], grid, 100.0, edge="diggle")


def test_agrees_with_sparr(reference):
    folder = reference / "values/kde_adaptive"
    x, y, h = columns(folder / "memphis_abramson_h_h0_1000_hp1500.csv", "x", "y", "h")
    at_x, at_y, expected = columns(folder / "memphis_abramson_density_res64.csv", "x", "y", "value")
    # sparr scales its surface to total 1 over the pixels of the window.
    found = point_sums(x, y, None, at_x, at_y, KERNELS["gaussian"], h)
    pixel = (36_000 / 64) * (30_500 / 64)
    assert found / found.sum() / pixel == pytest.approx(expected, rel=1e-8, abs=1e-20)
    # Its pilot is read from those pixels: bandwidths differ by what the pilot does within one.
    ours = abramson_bandwidths(x, y, 1000.0, pilot_bandwidth=1500.0, trim=math.inf)
    ratio = ours / h
    assert np.median(ratio) == pytest.approx(1.0, abs=0.005)
    assert np.quantile(np.abs(ratio - 1.0), 0.95) < 0.06
