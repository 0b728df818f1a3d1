"""Events that fall evenly: Poisson by hand, pure chance, single crowds, one grave event."""

import numpy as np
import pytest
from scipy.stats import poisson

from trygg_plugin.analysis.cells import HexagonGrid, SquareGrid
from trygg_plugin.analysis.emerging_hot_spots import emerging_hot_spots
from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.even_spread import even_spread
from trygg_plugin.analysis.getis_ord import getis_ord


def grid_of(side: float, cell: float = 200.0) -> HexagonGrid:
    return HexagonGrid.over((0, 0, side, side), cell)


def test_tails_are_poisson():
    grid = SquareGrid.over((0, 0, 999, 999), 100)
    neighbours = grid.contiguity()
    x = np.random.default_rng(1).poisson(1.0, grid.n).astype(float)
    p = even_spread(x).p(neighbours)
    size = neighbours.cardinality + 1
    total, mean = neighbours.lag(x) + x, x.mean() * size
    expected = 2 * np.minimum(poisson.sf(total - 1, mean), poisson.cdf(total, mean))
    assert p == pytest.approx(np.minimum(1, expected), rel=1e-9)


def test_exposure_shares_the_total():
    spread = even_spread([3.0, 0.0, 5.0], [1.0, 1.0, 2.0])
    assert spread.expected.tolist() == [2.0, 2.0, 4.0]
    # weights of 2 each: as half as many events
    assert even_spread([6.0, 0.0, 10.0], weights=[2.0] * 8).unit == 2.0


def test_pure_chance_is_not_hot_and_crowds_are():
    grid = grid_of(12_000)
    neighbours = grid.contiguity()
    x = np.random.default_rng(4).poisson(0.1, grid.n).astype(float)
    assert (getis_ord(x, neighbours).level >= 2).sum() > 10
    assert not (getis_ord(x, neighbours, guard=even_spread(x)).level >= 2).any()
    middle = int(grid.cell_of([6000.0], [6000.0])[0])
    x[middle] += 20
    assert getis_ord(x, neighbours, guard=even_spread(x)).level[middle] == 3
    # what permutation cannot see
    assert getis_ord(x, neighbours, exact=True).level[middle] == 0


def test_where_events_are_many_the_guard_changes_nothing():
    grid = grid_of(4000)
    x = np.random.default_rng(5).negative_binomial(2, 0.02, grid.n).astype(float)
    plain, guarded = (getis_ord(x, grid.contiguity(), guard=g) for g in (None, even_spread(x)))
    assert (plain.level == guarded.level).all() and (plain.p == guarded.p).mean() > 0.9


def test_one_grave_event_is_no_hot_spot_but_four_together_are():
    grid = grid_of(4000)
    neighbours = grid.contiguity()
    rng = np.random.default_rng(6)
    cell, weight = rng.integers(0, grid.n, 300), np.full(300, 10.0)
    weight[0] = 5000.0

    def harm_level():
        harm = np.bincount(cell, weight, grid.n)
        plain = getis_ord(harm, neighbours).level[cell[0]]
        return plain, getis_ord(
            harm, neighbours, guard=even_spread(harm, weights=weight)).level[cell[0]]

    assert harm_level() == (3, 0)
    weight[1:4], cell[1:4] = 5000.0, cell[0]
    assert harm_level() == (3, 3)


@pytest.mark.parametrize("window", ["cube", "step"])
def test_steps_of_pure_chance_are_not_hot(window):
    grid = grid_of(6000)
    cube = np.random.default_rng(7).poisson(0.03, (grid.n, 12)).astype(float)
    plain, guarded = (emerging_hot_spots(cube, grid.contiguity(), window, guarded=g)
                      for g in (False, True))
    assert plain.hot.sum() > 20 and guarded.hot.sum() <= 2


def test_refusals():
    grid = grid_of(1000)
    x = np.arange(grid.n, dtype=float)
    with pytest.raises(AnalysisError, match="not both"):
        getis_ord(x, grid.contiguity(), 99, guard=even_spread(x))
    with pytest.raises(AnalysisError, match="0 or more"):
        even_spread([1.0, -1.0])
    with pytest.raises(AnalysisError, match="exposures for"):
        even_spread([1.0, 1.0], [1.0])
