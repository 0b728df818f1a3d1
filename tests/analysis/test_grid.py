"""Where cells lie and in which order arrays hold them."""

import numpy as np
import pytest

from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.grid import RasterGrid


def test_row_0_is_the_northernmost_and_column_0_the_westernmost():
    grid = RasterGrid(1000.0, 5000.0, 100.0, 3, 2)
    assert grid.shape == (2, 3)
    assert grid.column_x.tolist() == [1050.0, 1150.0, 1250.0]
    assert grid.row_y.tolist() == [4950.0, 4850.0]
    assert (grid.x_max, grid.y_min) == (1300.0, 4800.0)
    x, y = grid.centres()
    assert np.array_equal(grid.cell_of(x, y), [[0, 1, 2], [3, 4, 5]])


def test_a_grid_that_covers_has_corners_on_multiples_and_holds_the_rectangle():
    grid = RasterGrid.covering(674_010.0, 6_580_020.0, 674_290.0, 6_580_350.0, 50.0)
    assert (grid.x_min, grid.y_max, grid.nx, grid.ny) == (674_000.0, 6_580_350.0, 6, 7)
    point = RasterGrid.covering(25.0, 25.0, 25.0, 25.0, 50.0)
    assert point.shape == (1, 1) and point.cell_of([25.0], [25.0]).tolist() == [0]


def test_places_outside_or_without_coordinates_have_no_cell():
    grid = RasterGrid(0.0, 100.0, 50.0, 2, 2)
    found = grid.cell_of([0.0, 99.9, 100.0, -0.1, 10.0, np.nan], [100.0, 0.1, 50.0, 50, 0.0, 1])
    assert found.tolist() == [0, 3, -1, -1, -1, -1]


@pytest.mark.parametrize(
    "make",
    [
        lambda: RasterGrid(0, 0, 0.0, 2, 2),
        lambda: RasterGrid(0, 0, float("nan"), 2, 2),
        lambda: RasterGrid(0, 0, 10.0, 0, 2),
        lambda: RasterGrid(0, float("inf"), 10.0, 2, 2),
        lambda: RasterGrid.covering(0, 0, 1e6, 1e6, 1.0),
        lambda: RasterGrid.covering(10, 0, 0, 10, 1.0),
        lambda: RasterGrid.covering(0, 0, 10, 10, -1.0),
    ],
)
def test_impossible_grids_are_refused_with_a_sentence(make):
    with pytest.raises(AnalysisError, match=r"\.$"):
        make()
