"""Grids: every point has its one cell, neighbours are those that touch, sizes have reasons."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trygg_plugin.analysis.cells import HexagonGrid, SquareGrid, suggest_cell_size
from trygg_plugin.analysis.distance_band import suggest_band_of_places, suggest_band_on_grid
from trygg_plugin.analysis.errors import AnalysisError

KINDS = [SquareGrid, HexagonGrid]
KARLSTAD = (400_000.0, 6_580_000.0)


@pytest.mark.parametrize("kind", KINDS)
@given(
    seed=st.integers(0, 10_000),
    size=st.sampled_from([25.0, 100.0, 250.0, 333.3]),
    east=st.integers(-3000, 3000),
)
@settings(max_examples=25, deadline=None)
def test_every_point_of_the_extent_falls_in_the_cell_with_the_nearest_centre(
    kind, seed, size, east
):
    rng = np.random.default_rng(seed)
    x = KARLSTAD[0] + east + rng.random(200) * 2000
    y = KARLSTAD[1] + rng.random(200) * 1500
    grid = kind.over((x.min(), y.min(), x.max(), y.max()), size)
    cell = grid.cell_of(x, y)
    assert (cell >= 0).all()
    centres = grid.centres()
    nearest = np.hypot(x[:, None] - centres[:, 0], y[:, None] - centres[:, 1]).min(axis=1)
    assert np.allclose(np.hypot(*(centres[cell] - np.column_stack([x, y])).T), nearest, atol=1e-6)
    counts, outside = grid.count(x, y)
    assert counts.sum() == 200 and outside == 0


@pytest.mark.parametrize("kind", KINDS)
def test_cells_tile_the_plane_without_gap_or_overlap(kind):
    grid = kind.over((0, 0, 900, 700), 100)
    rings = grid.polygons()
    x, y = rings[:, :-1, 0], rings[:, :-1, 1]
    nx, ny = rings[:, 1:, 0], rings[:, 1:, 1]
    areas = 0.5 * (x * ny - nx * y).sum(axis=1)
    assert np.allclose(areas, grid.cell_area)  # positive: anticlockwise
    assert (rings[:, 0] == rings[:, -1]).all()


def test_squares_hold_their_southern_and_western_sides():
    grid = SquareGrid.over((0, 0, 200, 100), 100)
    assert grid.n == 6
    found = grid.cell_of([0.0, 99.999, 100.0, 200.0], [0.0, 0.0, 100.0, 0.0])
    assert found.tolist() == [0, 0, 4, 2]
    assert grid.cell_of([-0.001, 300.0, np.nan], [0.0, 0.0, 0.0]).tolist() == [-1, -1, -1]


def test_grids_of_different_extents_coincide():
    for kind in KINDS:
        one = kind.over((1033, 2044, 3000, 4000), 70)
        two = kind.over((1500, 2600, 3500, 4200), 70)
        both = {tuple(c) for c in np.round(one.centres(), 6)}
        both &= {tuple(c) for c in np.round(two.centres(), 6)}
        assert len(both) > 300


def test_every_cell_of_a_grid_touches_its_extent():
    grid = HexagonGrid.over((130, 260, 1010, 777), 100)
    rings = grid.polygons()
    assert (rings[:, :, 0].max(axis=1) >= 130 - 1e-9).all()
    assert (rings[:, :, 0].min(axis=1) <= 1010 + 1e-9).all()
    assert (rings[:, :, 1].max(axis=1) >= 260 - 1e-9).all()
    assert (rings[:, :, 1].min(axis=1) <= 777 + 1e-9).all()


def test_one_point_is_one_square():
    assert SquareGrid.over((150, 250, 150, 250), 100).n == 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("distance", [100.0, 173.3, 200.0, 415.0])
def test_neighbours_on_the_lattice_are_those_by_distance(kind, distance):
    rng = np.random.default_rng(3)
    grid = kind.over((55, 131, 1210, 1105), 100)
    holes = grid.kept & (rng.random(grid.kept.shape) > 0.2)
    grid = type(grid)(grid.size, grid.first_column, grid.first_row, holes)
    centres = grid.centres()
    apart = np.hypot(*(centres[:, None] - centres[None]).transpose(2, 0, 1))
    near = (apart <= distance + 1e-6) & ~np.eye(grid.n, dtype=bool)
    band = grid.distance_band(distance)
    values = rng.poisson(2, (grid.n, 3)).astype(float)
    assert (band.lag(values) == near @ values).all()
    first, second, _ = band.pairs()
    assert np.array_equal(np.argwhere(near), np.column_stack([first, second]))
    assert (band.cardinality == near.sum(axis=1)).all()


def test_a_hexagon_touches_six_and_a_square_eight():
    for kind, most in ((HexagonGrid, 6), (SquareGrid, 8)):
        assert kind.over((0, 0, 2000, 2000), 100).contiguity().cardinality.max() == most


def test_a_window_keeps_cells_inside_and_on_its_border_and_leaves_holes_out():
    outer = [(50, 50), (950, 50), (950, 950), (50, 950)]
    hole = [(220, 220), (780, 220), (780, 780), (220, 780)]
    grid = SquareGrid.over((0, 0, 1000, 1000), 100).within([outer, hole])
    # 10 x 10 inside or on the outer border, less the 4 x 4 wholly in the hole.
    centres = {tuple(c) for c in grid.centres()}
    assert (450.0, 450.0) not in centres and (250.0, 250.0) in centres
    assert grid.n == 100 - 16
    assert grid.cell_of([450.0], [450.0]).tolist() == [-1]
    with pytest.raises(AnalysisError, match="No cell"):
        grid.within([[(5000, 5000), (6000, 5000), (5500, 6000)]])


def test_weights_are_summed_and_missing_weights_refused():
    grid = SquareGrid.over((0, 0, 199, 99), 100)
    counts, outside = grid.count([10, 20, 150, 500], [10, 20, 20, 0], [1.5, 2.0, 7.0, 9.0])
    assert counts.tolist() == [3.5, 7.0] and outside == 1
    with pytest.raises(AnalysisError, match="1 events have no weight"):
        grid.count([10.0], [10.0], [np.nan])


def test_impossible_grids_are_refused_with_a_sentence():
    with pytest.raises(AnalysisError, match="above 0 m"):
        SquareGrid.over((0, 0, 1, 1), 0)
    with pytest.raises(AnalysisError, match="Choose larger cells"):
        HexagonGrid.over((0, 0, 1e6, 1e6), 10)
    with pytest.raises(AnalysisError, match="empty"):
        SquareGrid.over((0, 0, np.nan, 1), 10)


def test_cell_size_follows_the_ground_that_holds_events_not_the_forest():
    rng = np.random.default_rng(1)
    town = rng.random((2000, 2)) * 8000
    alone = suggest_cell_size(*town.T)
    # 64 km²: sqrt(2 * 64e6 / 2000) = 253 m.
    assert alone.value == 250 and "quadrat rule" in alone.reason
    with_forest = np.vstack([town, [[60_000.0, 60_000.0]]])
    assert suggest_cell_size(*with_forest.T).value == 250
    many = suggest_cell_size(*(rng.random((200_000, 2)) * 8000).T)
    assert many.value == 50
    huge = suggest_cell_size(*(rng.random((200_000, 2)) * 8000).T, (0, 0, 100_000, 100_000))
    assert huge.value >= 200 and "below 250000" in huge.reason
    assert suggest_cell_size([5, 5], [7, 7]).value == 100
    with pytest.raises(AnalysisError, match="no events"):
        suggest_cell_size([np.nan], [1.0])


def test_distance_band_is_the_first_peak_of_clustering():
    grid = SquareGrid.over((0, 0, 3999, 3999), 100)
    x, y = grid.centres().T
    blobs = sum(
        np.exp(-((x - a) ** 2 + (y - b) ** 2) / (2 * 250.0**2))
        for a, b in [(800, 900), (3000, 700), (1500, 3000), (3200, 2900)]
    )
    band = suggest_band_on_grid(grid, np.random.default_rng(0).poisson(6 * blobs))
    assert 200 <= band.value <= 700 and "peak" in band.reason
    noise = suggest_band_on_grid(grid, np.random.default_rng(1).poisson(1.0, grid.n))
    assert noise.value == 150


def test_distance_band_of_areas_leaves_none_alone():
    band = suggest_band_of_places([(0, 0), (0, 100), (0, 350)])
    assert band.value == pytest.approx(250) and "at least one neighbour" in band.reason
    with pytest.raises(AnalysisError):
        suggest_band_of_places([(0, 0)])
