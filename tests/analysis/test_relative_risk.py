"""Relative risk: sparr's surface, invented risks that must be found, and refusals."""

import csv

import numpy as np
import pytest

from trygg_plugin.analysis.errors import AnalysisError, Cancelled
from trygg_plugin.analysis.grid import RasterGrid
from trygg_plugin.analysis.relative_risk import relative_risk
from trygg_plugin.analysis.window import Window


def columns(path, *names):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, skipinitialspace=True))
    return [np.array([float(row[name]) for row in rows]) for name in names]


GRID = RasterGrid(0.0, 4000.0, 200.0, 20, 20)
BOX = Window.rectangle(0, 0, 4000, 4000)


def test_equal_patterns_have_risk_0_and_doubling_cases_changes_the_rate_only():
    x, y = np.random.default_rng(1).uniform(0, 4000, (2, 300))
    same = relative_risk(x, y, x, y, GRID, 500.0, window=BOX)
    assert same.log_risk == pytest.approx(np.zeros(GRID.shape), abs=1e-12)
    assert same.rate == pytest.approx(np.ones(GRID.shape))
    twice = relative_risk(np.tile(x, 2), np.tile(y, 2), x, y, GRID, 500.0, window=BOX)
    assert twice.log_risk == pytest.approx(same.log_risk, abs=1e-12)
    assert twice.rate == pytest.approx(2 * same.rate)


def test_exchanging_cases_and_controls_changes_the_sign():
    rng = np.random.default_rng(2)
    a, b = rng.uniform(0, 4000, (2, 80)), rng.uniform(0, 4000, (2, 120))
    there = relative_risk(*a, *b, GRID, 600.0, window=BOX).log_risk
    back = relative_risk(*b, *a, GRID, 600.0, window=BOX).log_risk
    assert there == pytest.approx(-back, abs=1e-9)


def test_a_corner_with_more_cases_is_found_and_the_rest_is_not():
    rng = np.random.default_rng(3)
    controls = rng.uniform(0, 4000, (2, 600))
    cases = np.hstack((rng.uniform(0, 4000, (2, 100)), rng.uniform(0, 900, (2, 40))))
    found = relative_risk(*cases, *controls, GRID, 400.0, window=BOX, simulations=99, seed=5)
    again = relative_risk(*cases, *controls, GRID, 400.0, window=BOX, simulations=99, seed=5)
    assert np.array_equal(found.p, again.p)
    corner = found.p[-3:, :3]  # south-west: the last rows
    assert corner.max() <= 0.04 and corner.min() == pytest.approx(0.02)
    rest = (slice(None, 15), slice(5, None))
    assert np.mean((found.p[rest] <= 0.05) & (found.log_risk[rest] > 0)) < 0.08
    assert found.log_risk[-2, 1] > 0.7


def test_population_weights_are_the_denominator():
    px, py = (c.ravel() for c in RasterGrid(0.0, 4000.0, 100.0, 40, 40).centres())
    people = np.where(px < 2000, 30.0, 10.0)
    rng = np.random.default_rng(4)
    drawn = rng.choice(px.size, 3000, p=people / people.sum())
    found = relative_risk(
        px[drawn], py[drawn], px, py, GRID, 500.0, kernel="quartic",
        control_weights=people, window=BOX, simulations=39,
    )
    # Cases follow the population: the rate is 3,000 cases over all inhabitants everywhere.
    assert np.median(found.rate) == pytest.approx(3000 / people.sum(), rel=0.05)
    assert np.mean(found.p <= 0.05) < 0.3
    assert found.p.min() >= 2 / 40


def test_cells_with_too_few_controls_are_left_out():
    found = relative_risk([500.0], [500.0], [600.0], [600.0], GRID, 400.0, kernel="quartic")
    assert np.isnan(found.log_risk[0, 19]) and np.isfinite(found.log_risk[-3, 2])
    more = relative_risk(
        [500.0], [500.0], [600.0], [600.0], GRID, 400.0, kernel="quartic", least_controls=5
    )
    assert np.all(np.isnan(more.rate))


def test_impossible_input_is_refused_and_work_can_be_cancelled():
    one = ([500.0], [500.0])
    with pytest.raises(AnalysisError, match="no cases"):
        relative_risk([], [], *one, GRID, 100.0)
    with pytest.raises(AnalysisError, match="no controls"):
        relative_risk(*one, [], [], GRID, 100.0)
    with pytest.raises(AnalysisError, match="no controls"):
        relative_risk(*one, *one, GRID, 100.0, control_weights=[0.0])
    with pytest.raises(AnalysisError, match="no cases"):
        relative_risk([9e6], [500.0], *one, GRID, 100.0, window=BOX)

    def stop(share):
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        relative_risk(*one, *one, GRID, 100.0, simulations=10, progress=stop)


def test_agrees_with_sparr_away_from_the_border(reference):
    x, y, case = columns(reference / "data/southlancs_case_control.csv", "x", "y", "cc")
    border = np.column_stack(columns(reference / "data/southlancs_boundary.csv", "V1", "V2"))
    at_x, at_y, expected = columns(
        reference / "values/kde_adaptive/southlancs_fixed_h2000_uniform_edge_logrr_res64.csv",
        "x", "y", "logrr",
    )
    window = Window([border])
    # sparr's pixels are not square: ours are taken from a fine grid at the nearest centre.
    grid = RasterGrid.covering(*window.bounds, 250.0)
    cases = case == 1
    found = relative_risk(
        x[cases], y[cases], x[~cases], y[~cases], grid, 2000.0, window=window
    ).log_risk.ravel()[grid.cell_of(at_x, at_y)]
    from trygg_plugin.analysis.kernels import KERNELS

    deep = window.kernel_mass(at_x, at_y, KERNELS["gaussian"], 2000.0) > 0.8
    difference = (found - expected)[deep]
    # sparr works on pixels by Fourier transform, of the events and of the border.
    assert np.abs(np.median(difference)) < 0.01
    assert np.quantile(np.abs(difference), 0.95) < 0.06
