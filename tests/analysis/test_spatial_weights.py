"""Neighbours of areas and points."""

import numpy as np
import pytest

from trygg_plugin.analysis.cells import SquareGrid
from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.spatial_weights import (
    contiguity,
    distance_band,
    from_edges,
    near_borders,
    nearest,
)


def pair_set(neighbours):
    first, second, _ = neighbours.pairs()
    return set(zip(first.tolist(), second.tolist()))


def square(x, y):
    return [[(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)]]


def test_queen_needs_a_corner_and_rook_a_side():
    areas = [square(0, 0), square(1, 0), square(1, 1), square(9, 9)]
    assert pair_set(contiguity(areas)) == {(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)}
    assert pair_set(contiguity(areas, "rook")) == {(0, 1), (1, 0), (1, 2), (2, 1)}
    assert contiguity(areas).islands.tolist() == [3]


def test_the_contiguity_of_a_grids_polygons_is_that_of_the_grid():
    grid = SquareGrid.over((400_000, 6_580_000, 400_950, 6_580_650), 100)
    assert pair_set(contiguity([[ring] for ring in grid.polygons()])) == pair_set(grid.contiguity())


def test_holes_and_parts_count_as_borders():
    ring = [[(0, 0), (3, 0), (3, 3), (0, 3)], [(1, 1), (2, 1), (2, 2), (1, 2)]]
    assert pair_set(contiguity([ring, square(1, 1)], "rook")) == {(0, 1), (1, 0)}


def test_areas_drawn_by_hand_are_neighbours_where_their_borders_come_close():
    # A long side meets two short ones without a common corner, across a gap of half a metre.
    areas = [
        [[(0, 0), (100, 0), (100, 200), (0, 200)]],
        [[(100.5, -5), (200, -5), (200, 99), (100.5, 99)]],
        [[(100.5, 101), (200, 101), (200, 205), (100.5, 205)]],
        [[(300, 0), (400, 0), (400, 50), (300, 50)]],
    ]
    assert pair_set(contiguity(areas)) == set()
    found = near_borders(areas, 3.0)
    assert pair_set(found) == {(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)}
    assert found.islands.tolist() == [3]
    assert near_borders([], 1.0).n == 0
    with pytest.raises(AnalysisError, match="too fine"):
        near_borders(areas, 1e-5)


def test_edges_are_made_symmetric_and_unique():
    neighbours = from_edges(4, [0, 1, 1, 2], [1, 0, 2, 2])
    assert pair_set(neighbours) == {(0, 1), (1, 0), (1, 2), (2, 1)}
    assert neighbours.cardinality.tolist() == [1, 2, 1, 0]
    with pytest.raises(AnalysisError, match="outside 0 to 3"):
        from_edges(4, [0], [4])
    weighted = from_edges(3, [0, 1], [1, 2], [2.0, 5.0])
    assert weighted.lag([1.0, 10.0, 100.0]).tolist() == [20.0, 502.0, 50.0]
    assert not weighted.equal_weights
    with pytest.raises(AnalysisError, match="above zero"):
        from_edges(3, [0], [1], [-1.0])


def test_distance_band_includes_its_limit():
    assert pair_set(distance_band([(0, 0), (3, 4), (30, 40)], 5.0)) == {(0, 1), (1, 0)}
    with pytest.raises(AnalysisError, match="above 0 m"):
        distance_band([(0, 0), (1, 1)], 0)
    with pytest.raises(AnalysisError, match="no coordinates"):
        distance_band([(0, 0), (np.nan, 1)], 5)


def test_nearest_matches_a_full_sort_and_breaks_ties_by_order():
    rng = np.random.default_rng(5)
    for points in (rng.random((80, 2)), rng.integers(0, 4, (60, 2)).astype(float)):
        for k in (1, 4, 9):
            expected = set()
            for i, point in enumerate(points):
                gap = np.hypot(*(points - point).T)
                gap[i] = np.inf
                for j in np.lexsort((np.arange(len(points)), np.round(gap, 9)))[:k]:
                    expected.add((i, int(j)))
            assert pair_set(nearest(points, k)) == expected
    with pytest.raises(AnalysisError, match="choose 1 to 2"):
        nearest([(0, 0), (1, 1), (2, 2)], 3)


@pytest.mark.parametrize("standardised", [True, False])
def test_lattice_and_pairs_give_the_same_moran_sums(standardised):
    grid = SquareGrid.over((0, 0, 999, 699), 100)
    lattice = grid.contiguity()
    first, second, _ = lattice.pairs()
    sparse = from_edges(grid.n, first, second)
    assert lattice.moran_sums(standardised) == pytest.approx(sparse.moran_sums(standardised))
    values = np.random.default_rng(0).random(grid.n)
    assert np.allclose(lattice.lag(values), sparse.lag(values), rtol=1e-12)


def test_components_number_groups_by_their_first_cell():
    grid = SquareGrid.over((0, 0, 499, 99), 100)
    among = np.array([True, False, True, True, False])
    assert grid.contiguity().components(among).tolist() == [0, -1, 1, 1, -1]
    assert (grid.contiguity().components(np.zeros(5, dtype=bool)) == -1).all()
