"""The exact permutation distribution against enumeration, arithmetic and simulation."""

import itertools
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trygg_plugin.analysis import exact_permutation as module
from trygg_plugin.analysis.cells import HexagonGrid, SquareGrid
from trygg_plugin.analysis.conditional_permutation import conditional_permutation
from trygg_plugin.analysis.exact_permutation import exact_permutation
from trygg_plugin.analysis.getis_ord import getis_ord
from trygg_plugin.analysis.local_moran import local_moran
from trygg_plugin.analysis.spatial_weights import from_edges


@given(seed=st.integers(0, 10_000), low=st.sampled_from([0, -3, 4]))
@settings(max_examples=25, deadline=None)
def test_tails_are_those_of_all_subsets(seed, low):
    rng = np.random.default_rng(seed)
    n = 9
    pairs = rng.integers(0, n, (2, 14))
    x = rng.poisson(1.5, n).astype(float) + low
    x[0] += 2
    neighbours = from_edges(n, *pairs)
    upper, lower = exact_permutation(x, neighbours)
    observed = neighbours.lag(x)
    for i in range(n):
        others = np.delete(x, i)
        k = int(neighbours.cardinality[i])
        sums = np.array([sum(c) for c in itertools.combinations(others, k)])
        assert upper[i] == pytest.approx((sums >= observed[i]).mean(), rel=1e-9)
        assert lower[i] == pytest.approx((sums <= observed[i]).mean(), rel=1e-9)


def test_single_events_are_hypergeometric_far_into_the_tail():
    grid = SquareGrid.over((0, 0, 4999, 4999), 100)
    x = np.zeros(grid.n)
    block = np.hypot(*(grid.centres() - [2550, 2550]).T) < 320
    x[block] = 1
    upper, _ = exact_permutation(x, grid.contiguity())
    i = grid.cell_of([2550.0], [2550.0])[0]
    events, k, n = int(x.sum()) - 1, 8, grid.n - 1
    assert upper[i] == pytest.approx(comb(events, k) / comb(n, k), rel=1e-6)
    assert upper[i] < 1e-13


def test_simulation_agrees():
    grid = HexagonGrid.over((0, 0, 2000, 2000), 100)
    x = np.random.default_rng(1).negative_binomial(0.5, 0.3, grid.n).astype(float)
    upper, lower = exact_permutation(x, grid.contiguity())
    permutations = 50_000
    found = conditional_permutation(x, grid.contiguity(), permutations, seed=2)
    for counts, exact in zip(found, (upper, lower)):
        error = np.sqrt(exact * (1 - exact) / permutations)
        assert (np.abs(counts / permutations - exact) <= 4.5 * error + 1e-5).all()


def test_the_statistics_use_it_where_it_is_possible_and_say_so():
    grid = HexagonGrid.over((0, 0, 3000, 3000), 100)
    x = np.random.default_rng(3).poisson(0.4, grid.n).astype(float)
    x[np.hypot(*(grid.centres() - [1500, 1500]).T) < 250] += 5
    found = getis_ord(x, grid.contiguity(), permutations=99, exact=True)
    assert found.exact and found.permutations == 0
    upper, lower = exact_permutation(x, grid.contiguity())
    assert np.allclose(found.p, np.minimum(1, 2 * np.minimum(upper, lower)))
    assert local_moran(x, grid.contiguity(), exact=True).exact
    rates = getis_ord(x / 7, grid.contiguity(), permutations=99, exact=True)
    assert not rates.exact and rates.permutations == 99
    assert not getis_ord(x, grid.contiguity()).exact


def test_pure_chance_makes_hot_spots_by_the_normal_curve_but_not_exactly():
    # Sparse and clumped counts without any neighbourhood effect, as incidents often are.
    grid = HexagonGrid.over((0, 0, 5000, 5000), 100)
    normal, exact = 0, 0
    for seed in range(20):
        x = np.random.default_rng(seed).negative_binomial(0.2, 0.4, grid.n).astype(float)
        normal += int((getis_ord(x, grid.contiguity()).level >= 2).any())
        exact += int((getis_ord(x, grid.contiguity(), exact=True).level >= 2).any())
    assert normal >= 15 and exact <= 3


def test_what_it_cannot_do_it_leaves_to_simulation(monkeypatch):
    neighbours = from_edges(5, [0, 1, 2, 3], [1, 2, 3, 4])
    x = np.array([1.0, 0, 2, 0, 3])
    assert exact_permutation(x, neighbours) is not None
    assert exact_permutation(x + 0.5 * (x > 2), neighbours) is None
    weighted = from_edges(5, [0, 1, 2, 3], [1, 2, 3, 4], [1.0, 2, 3, 4])
    assert exact_permutation(x, weighted) is None
    monkeypatch.setattr(module, "_MOST_WORK", 10)
    assert exact_permutation(x, neighbours) is None


def test_cells_without_neighbours_are_tied_always():
    upper, lower = exact_permutation(np.array([1.0, 0, 2, 5]), from_edges(4, [0, 1], [1, 2]))
    assert upper[3] == lower[3] == 1.0
