"""Kernel density: published formula, independent programs, and what must hold for any data."""

import csv
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trygg_plugin.analysis import kernel_sums as sums
from trygg_plugin.analysis.errors import AnalysisError, Cancelled
from trygg_plugin.analysis.grid import RasterGrid
from trygg_plugin.analysis.kernel_density import density_at_points, density_on_grid
from trygg_plugin.analysis.kernels import KERNELS
from trygg_plugin.analysis.window import Window

NAMES = list(KERNELS)


def columns(path, *names):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, skipinitialspace=True))
    return [np.array([float(row[name]) for row in rows]) for name in names]


def direct(grid, x, y, kernel, bandwidth, weights=None):
    """The definition, cell by cell and event by event, in events per km²."""
    cx, cy = grid.centres()
    total = np.zeros(grid.shape)
    for i in range(len(x)):
        squared = (cx - x[i]) ** 2 + (cy - y[i]) ** 2
        one = KERNELS[kernel].value(squared, np.float64(bandwidth)) * 1e6
        total += one if weights is None else one * weights[i]
    return total


def test_one_event_has_the_values_of_the_formula():
    # 3 / (π R²) (1 − (d/R)²)² with R = 0.3 km: 10.6103 in its place, 9/16 of it at R/2, 0 at R.
    at = density_at_points([0.0], [0.0], [0.0, 150.0, 0.0, 301.0], [0.0, 0.0, 300.0, 0.0], 300.0)
    peak = 3.0 / (math.pi * 0.3**2)
    assert at == pytest.approx([peak, peak * 9 / 16, 0.0, 0.0])
    assert peak == pytest.approx(10.6103, abs=5e-5)


@pytest.mark.parametrize("name", NAMES)
def test_every_kernel_has_mass_1_and_the_standard_deviation_it_states(name):
    kernel = KERNELS[name]
    r = (np.arange(200_000) + 0.5) * kernel.reach / 200_000
    ring = kernel.value(r * r, np.float64(1.0)) * 2 * math.pi * r * (r[1] - r[0])
    assert ring.sum() == pytest.approx(1.0, abs=1e-8)
    assert (ring * r * r).sum() / 2 == pytest.approx(kernel.sd**2, abs=1e-8)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "bandwidth, cell, nx, ny",
    [
        (300, 50, 30, 25),
        (130, 50, 20, 30),
        (20, 50, 20, 15),
        (2000, 37, 24, 16),
        (700, 30, 45, 40),
        (900, 25, 20, 25),
    ],
)
def test_all_ways_of_summing_equal_the_definition(name, bandwidth, cell, nx, ny):
    kernel = KERNELS[name]
    rng = np.random.default_rng(7)
    grid = RasterGrid(674_000.0, 6_580_000.0, cell, nx, ny)
    x = rng.uniform(grid.x_min - 600, grid.x_max + 600, 250)
    y = rng.uniform(grid.y_min - 600, grid.y_max + 600, 250)
    weights = rng.uniform(0, 3, 250)
    expected = direct(grid, x, y, name, bandwidth, weights)
    # Sums of tiny tails round at the size of the peak.
    close = {"rel": 1e-9, "abs": 1e-13 * expected.max()}
    found = [density_on_grid(x, y, grid, bandwidth, kernel=name, weights=weights)]
    if name != "gaussian":
        u, v, rho = (x - grid.x_min) / cell, (grid.y_max - y) / cell, bandwidth / cell
        scale = kernel.peak / bandwidth**2 * 1e6
        tiles, rim = sums._tiling(rho, kernel, sums._offsets(u, v, grid))
        quiet = lambda share: None  # noqa: E731
        tiled = sums._stencil_sums(u, v, weights, rho, kernel, tiles, rim, grid, quiet)
        single = sums._patch_sums(u, v, weights, np.full(250, rho), kernel, grid, quiet)
        found += [tiled * scale, single * scale]
    for surface in found:
        assert surface == pytest.approx(expected, **close)
    cx, cy = grid.centres()
    at = density_at_points(
        x, y, cx.ravel(), cy.ravel(), bandwidth, kernel=name, weights=weights
    ).reshape(grid.shape)
    assert at == pytest.approx(expected, **close)


def test_strips_and_chunks_do_not_change_the_surface(monkeypatch):
    x, y = np.random.default_rng(2).normal(1000, 400, (2, 30_000))
    grid = RasterGrid(0.0, 2000.0, 20.0, 100, 100)
    whole = density_on_grid(x, y, grid, 150.0)
    monkeypatch.setattr(sums, "_FRAME_CELLS", 3_000)
    monkeypatch.setattr(sums, "_BUFFER", 20_000)
    monkeypatch.setattr(sums, "_CHUNK", 777)
    assert density_on_grid(x, y, grid, 150.0) == pytest.approx(whole, rel=1e-12, abs=1e-10)


def test_events_at_exactly_the_radius_do_not_count():
    grid = RasterGrid(0.0, 1000.0, 50.0, 20, 20)
    x, y = np.array([525.0, 525.0]), np.array([525.0, 525.0])
    surface = density_on_grid(x, y, grid, 300.0, kernel="uniform")
    cx, cy = grid.centres()
    expected = np.where((cx - 525) ** 2 + (cy - 525) ** 2 < 300**2, 2 / (math.pi * 0.09), 0.0)
    assert surface == pytest.approx(expected)
    many = density_on_grid(
        np.repeat(x, 5000), np.repeat(y, 5000), grid, 300.0, kernel="uniform"
    )
    assert many == pytest.approx(5000 * expected)


@pytest.mark.parametrize("name", NAMES)
def test_the_surface_holds_as_many_events_as_there_are(name):
    x, y = np.random.default_rng(4).normal(0, 300, (2, 400))
    weights = np.random.default_rng(5).uniform(0, 2, 400)
    grid = RasterGrid.covering(-4000, -4000, 4000, 4000, 20.0)
    bandwidth = 400.0 * KERNELS["quartic"].sd / KERNELS[name].sd
    surface = density_on_grid(x, y, grid, bandwidth, kernel=name, weights=weights)
    # A kernel with a step at its rim is summed by cells less well than a smooth one.
    tolerance = 3e-3 if name == "uniform" else 1e-4
    assert surface.sum() * grid.cell_area_km2 == pytest.approx(weights.sum(), rel=tolerance)


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(NAMES), st.integers(0, 2**31), st.integers(1, 60), st.floats(30, 900))
def test_moving_turning_and_reordering_events_does_the_same_to_the_surface(
    name, seed, n, bandwidth
):
    rng = np.random.default_rng(seed)
    x, y, weights = rng.uniform(0, 1000, n), rng.uniform(0, 1000, n), rng.uniform(0, 5, n)
    grid = RasterGrid(0.0, 1000.0, 40.0, 25, 25)
    plain = density_on_grid(x, y, grid, bandwidth, kernel=name, weights=weights)
    close = {"rel": 1e-6, "abs": 1e-9 * max(plain.max(), 1e-12)}
    if name == "uniform":  # an event within rounding of the radius may fall on either side
        d2 = (grid.centres()[0].ravel()[:, None] - x) ** 2
        d2 = d2 + (grid.centres()[1].ravel()[:, None] - y) ** 2
        if np.abs(np.sqrt(d2) - bandwidth).min() < 1e-6:
            return
    order = rng.permutation(n)
    moved = RasterGrid(674_000.0, 6_581_000.0, 40.0, 25, 25)
    assert density_on_grid(
        x[order], y[order], grid, bandwidth, kernel=name, weights=weights[order]
    ) == pytest.approx(plain, **close)
    assert density_on_grid(
        x + 674_000, y + 6_580_000, moved, bandwidth, kernel=name, weights=weights
    ) == pytest.approx(plain, **close)
    # A quarter turn to the left: (x, y) -> (1000 − y, x).
    turned = density_on_grid(1000 - y, x, grid, bandwidth, kernel=name, weights=weights)
    assert turned == pytest.approx(np.rot90(plain), **close)
    assert density_on_grid(
        x, y, grid, bandwidth, kernel=name, weights=3 * weights
    ) == pytest.approx(3 * plain, **close)


def test_a_weight_of_2_is_the_event_twice_and_of_0_is_none():
    x, y = np.random.default_rng(9).uniform(0, 500, (2, 30))
    grid = RasterGrid(0.0, 500.0, 25.0, 20, 20)
    weights = np.arange(30) % 3
    twice = np.repeat(np.arange(30), weights)
    weighted = density_on_grid(x, y, grid, 120.0, weights=weights)
    assert weighted == pytest.approx(density_on_grid(x[twice], y[twice], grid, 120.0), rel=1e-12)


def test_edge_corrections_keep_what_they_promise():
    window = Window([[(0, 0), (3000, 0), (3500, 1500), (1200, 2600), (-200, 1400)]])
    x, y = np.random.default_rng(11).uniform((-200, 0), (3500, 2600), (4000, 2)).T
    grid = RasterGrid.covering(*window.bounds, 25.0)
    inside = window.contains(x, y)
    n, even = np.count_nonzero(inside), np.count_nonzero(inside) / (window.area / 1e6)
    plain, uniform, diggle = (
        density_on_grid(x, y, grid, 300.0, edge=edge, window=window)
        for edge in ("none", "uniform", "diggle")
    )
    # Diggle's keeps the number of events; evenly spread events look even up to the border.
    assert np.nansum(diggle) * grid.cell_area_km2 == pytest.approx(n, rel=2e-3)
    cx, cy = grid.centres()
    rim = (window.kernel_mass(cx.ravel(), cy.ravel(), KERNELS["quartic"], 300.0) < 0.95).reshape(
        grid.shape
    ) & np.isfinite(plain)
    assert plain[rim].mean() < 0.85 * even
    assert uniform[rim].mean() == pytest.approx(even, rel=0.05)
    seen = window.contains(cx.ravel(), cy.ravel()).reshape(cx.shape)
    assert np.array_equal(np.isfinite(plain), seen)
    deep = ~rim & np.isfinite(plain)
    assert np.all(uniform[deep] >= plain[deep] * (1 - 1e-12))


def test_degenerate_input_has_defined_answers():
    grid = RasterGrid(0.0, 500.0, 50.0, 10, 10)
    assert np.all(density_on_grid([], [], grid, 100.0) == 0.0)
    assert density_at_points([], [], [1.0], [1.0], 100.0).tolist() == [0.0]
    assert density_at_points([1.0], [1.0], [], [], 100.0).size == 0
    far = density_on_grid([1e7], [1e7], grid, 100.0)
    assert np.all(far == 0.0)
    one_place = density_on_grid(np.full(9000, 225.0), np.full(9000, 275.0), grid, 100.0)
    assert one_place[4, 4] == pytest.approx(9000 * 3 / (math.pi * 0.01))
    wide = density_on_grid([225.0], [275.0], grid, 1e6)
    assert wide == pytest.approx(np.full(grid.shape, 3 / (math.pi * 1e6)), rel=1e-5)
    outside = Window.rectangle(2000, 2000, 3000, 3000)
    assert np.all(np.isnan(density_on_grid([1.0], [1.0], grid, 100.0, window=outside)))


@pytest.mark.parametrize(
    "change, says",
    [
        ({"x": [1.0, np.nan]}, "no place"),
        ({"x": [1.0]}, "one x and one y"),
        ({"weights": [1.0, -1.0]}, "negative"),
        ({"weights": [1.0, np.nan]}, "empty"),
        ({"weights": [1.0]}, "one weight"),
        ({"bandwidth": 0.0}, "bandwidth"),
        ({"bandwidth": float("inf")}, "bandwidth"),
        ({"kernel": "cubic"}, "cubic"),
        ({"edge": "uniform"}, "observed area"),
        ({"edge": "torus"}, "torus"),
    ],
)
def test_impossible_input_is_refused_with_a_sentence(change, says):
    given_ = {"x": [1.0, 2.0], "y": [1.0, 2.0], "bandwidth": 100.0, **change}
    grid = RasterGrid(0.0, 500.0, 50.0, 10, 10)
    with pytest.raises(AnalysisError, match=says) as error:
        density_on_grid(grid=grid, **given_)
    assert str(error.value).endswith(".")


@pytest.mark.parametrize("name", ["quartic", "gaussian"])
def test_progress_rises_to_1_and_cancelling_ends_the_work(name):
    x, y = np.random.default_rng(1).uniform(0, 5000, (2, 50_000))
    grid = RasterGrid(0.0, 5000.0, 50.0, 100, 100)
    seen = []
    density_on_grid(x, y, grid, 300.0, kernel=name, progress=seen.append)
    assert seen[-1] == 1.0 and seen == sorted(seen)

    def stop(share):
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        density_on_grid(x, y, grid, 300.0, kernel=name, progress=stop)


# --- independent programs -------------------------------------------------------------------


@pytest.mark.parametrize(
    "column, kernel, bandwidth, edge",
    [
        ("quartic_R300_noedge", "quartic", 300.0, "none"),
        ("quartic_R1000_noedge", "quartic", 1000.0, "none"),
        ("epan_R1000_noedge", "epanechnikov", 1000.0, "none"),
        ("gauss_sd300_noedge", "gaussian", 300.0, "none"),
        ("gauss_sd500_edge_uniform", "gaussian", 500.0, "uniform"),
        ("gauss_sd500_edge_diggle", "gaussian", 500.0, "diggle"),
    ],
)
def test_agrees_with_spatstat_at_points(reference, column, kernel, bandwidth, edge):
    x, y = columns(reference / "data/memphis_robberies_2019.csv", "x_utm15n", "y_utm15n")
    at_x, at_y, expected = columns(
        reference / "values/kde_planar/memphis_kde_at_points.csv", "x", "y", column
    )
    window = Window.rectangle(762_000, 3_876_000, 798_000, 3_906_500)
    found = density_at_points(
        x, y, at_x, at_y, bandwidth, kernel=kernel, edge=edge, window=window
    )
    assert found == pytest.approx(expected * 1e6, rel=1e-9, abs=1e-12)


def test_agrees_with_splancs_on_a_grid(reference):
    # splancs' h0 is R/√2, its edge correction differs in the outermost rows, and the file holds
    # x fastest whatever its labels say.
    x, y = columns(reference / "data/memphis_robberies_2019.csv", "x_utm15n", "y_utm15n")
    (values,) = columns(reference / "values/kde_planar/memphis_splancs_kernel2d_h1000.csv", "z")
    grid = RasterGrid.covering(762_000, 3_876_000, 798_000, 3_906_500, 500.0)
    found = density_on_grid(x, y, grid, math.sqrt(2.0) * 1000.0)
    inner = (slice(4, -4), slice(4, -4))
    expected = values.reshape(61, 72)[::-1] * 1e6
    assert found[inner] == pytest.approx(expected[inner], abs=1e-7)
