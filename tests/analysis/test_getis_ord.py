"""Gi*: published formula, exact permutation distribution, invariances and refusals."""

import itertools
import json
from math import comb
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trygg_plugin.analysis.cells import HexagonGrid, SquareGrid
from trygg_plugin.analysis.conditional_permutation import conditional_permutation
from trygg_plugin.analysis.errors import AnalysisError, Cancelled
from trygg_plugin.analysis.getis_ord import getis_ord, levels
from trygg_plugin.analysis.spatial_weights import from_edges, nearest


def grid_5x5():
    return SquareGrid.over((0, 0, 499, 499), 100)


def counts_5x5():
    return np.array([(7 * i * i + 3 * i) % 11 for i in range(25)], dtype=float)


#: esda 2.9.0: G_Local(counts_5x5, queen, transform="B", star=True).Zs
ESDA_5X5 = [
    0.468498399688, -0.351250805262, 1.303191393436, -0.351250805262, 0.468498399688,
    -0.096721236232, -0.072470190026, 1.059876529137, 0.267233825723, 0.285073117314,
    -0.605780374292, 0.04076448189, 0.267233825723, 1.059876529137, 0.539602686344,
    -1.242104296868, -0.638643549608, -0.072470190026, 1.059876529137, 0.66686747086,
    -0.865832485499, -0.987574727838, 0.030543548284, 0.539602686344, 0.913275361417,
]
MEMPHIS = Path(__file__).parents[3] / "shared/reference/values/gistar_localmoran"


def test_gi_star_is_that_of_esda():
    found = getis_ord(counts_5x5(), grid_5x5().contiguity())
    assert np.allclose(found.z, ESDA_5X5, atol=1e-11)


def test_memphis_robberies_agree_with_spdep():
    """spdep 1.2-7: localG(include.self), binary weights; 4,392 cells of 500 m."""
    table = MEMPHIS / "memphis_grid500_local_stats_spdep.csv"
    if not table.exists():
        pytest.skip(f"Reference values are not here: {table}")
    ours = np.genfromtxt(table, delimiter=",", names=True, dtype=None, encoding="utf-8")
    x, y = ours["x"], ours["y"]
    grid = SquareGrid.over((x.min(), y.min(), x.max(), y.max()), 500)
    assert np.array_equal(grid.centres(), np.column_stack([x, y]))
    queen = getis_ord(ours["count"], grid.contiguity())
    band = getis_ord(ours["count"], grid.distance_band(1000))
    for found, expected in (
        (queen.z, "GiStar_queen"), (queen.p_analytic, "p_GiStar_queen_two"),
        (queen.p_adjusted, "p_GiStar_queen_fdrBH"), (band.z, "GiStar_1000m"),
        (band.p_analytic, "p_GiStar_1000_two"), (band.p_adjusted, "p_GiStar_1000_fdrBH"),
    ):
        assert np.allclose(found, ours[expected], rtol=1e-9, atol=1e-12), expected
    meta = json.loads((MEMPHIS / "meta_spdep.json").read_text())
    assert (queen.level >= 2).sum() == meta["n_sig_fdr05_hot"]


def reference(x, adjacency):
    """The formula of Ord & Getis 1995 written out cell by cell."""
    n = len(x)
    z = []
    for i in range(n):
        w = adjacency[i].astype(float)
        w[i] = 1.0
        s = np.sqrt((x**2).sum() / n - x.mean() ** 2)
        top = (w * x).sum() - x.mean() * w.sum()
        z.append(top / (s * np.sqrt((n * (w**2).sum() - w.sum() ** 2) / (n - 1))))
    return np.array(z)


def matrix(neighbours):
    first, second, weight = neighbours.pairs()
    full = np.zeros((neighbours.n, neighbours.n))
    full[first, second] = weight
    return full


def test_z_is_the_published_formula_for_binary_and_weighted_neighbours():
    rng = np.random.default_rng(2)
    x = rng.poisson(1.5, 25).astype(float)
    for neighbours in (
        grid_5x5().contiguity(),
        grid_5x5().distance_band(250),
        nearest(rng.random((25, 2)), 4),
        from_edges(25, np.arange(24), np.arange(1, 25), rng.random(24) + 0.1),
    ):
        assert np.allclose(getis_ord(x, neighbours).z, reference(x, matrix(neighbours)), rtol=1e-11)


def exact_tails(x, adjacency, i):
    """P(sum >= observed), P(sum <= observed) over all ways to draw i's neighbours."""
    others = [j for j in range(len(x)) if j != i]
    weights = adjacency[i][adjacency[i] > 0]
    observed = (adjacency[i] * x).sum()
    draws = list(itertools.permutations(others, len(weights)))
    sums = np.array([(weights * x[list(d)]).sum() for d in draws])
    return (sums >= observed - 1e-9).mean(), (sums <= observed + 1e-9).mean()


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("values", ["counts", "rates"])
def test_permutation_counts_match_exact_enumeration(weighted, values):
    rng = np.random.default_rng(11)
    first, second = np.array([0, 0, 0, 1, 2, 3, 4, 5, 0]), np.array([1, 2, 3, 2, 3, 4, 5, 6, 6])
    weights = rng.integers(1, 4, 9).astype(float) if weighted else None
    neighbours = from_edges(8, first, second, weights)  # cell 7 has no neighbour
    x = np.array([3, 0, 1, 0, 0, 5, 1, 2], dtype=float)
    if values == "rates":
        x = x / 7.0
    permutations = 20_000
    at_least, at_most = conditional_permutation(x, neighbours, permutations, seed=4)
    full = matrix(neighbours)
    for i in range(7):
        upper, lower = exact_tails(x, full, i)
        for found, exact in ((at_least[i], upper), (at_most[i], lower)):
            error = np.sqrt(max(exact * (1 - exact), 1e-9) / permutations)
            assert abs(found / permutations - exact) <= 4 * error, (i, found / permutations, exact)
    assert at_least[7] == at_most[7] == permutations


def test_sparse_counts_match_the_hypergeometric_distribution():
    # 100 cells, 12 hold one event each: the neighbours' sum is hypergeometric.
    grid = SquareGrid.over((0, 0, 999, 999), 100)
    x = np.zeros(100)
    x[[0, 1, 2, 10, 11, 44, 45, 57, 71, 83, 90, 99]] = 1
    permutations = 20_000
    at_least, at_most = conditional_permutation(x, grid.contiguity(), permutations, seed=1)
    around, k = grid.contiguity().lag(x), grid.contiguity().cardinality
    for i in range(100):
        events = int(12 - x[i])
        chance = [comb(events, s) * comb(99 - events, k[i] - s) / comb(99, k[i])
                  for s in range(min(events, k[i]) + 1)]
        upper = sum(chance[int(around[i]):])
        lower = sum(chance[: int(around[i]) + 1])
        for found, exact in ((at_least[i], upper), (at_most[i], lower)):
            error = np.sqrt(max(exact * (1 - exact), 1e-9) / permutations)
            # 200 correlated comparisons: 4.5 standard errors keeps false alarms below 1 in 700.
            assert abs(found / permutations - exact) <= 4.5 * error + 1e-9


def test_ties_count_in_both_tails_whether_whole_or_broken():
    grid = grid_5x5()
    x = counts_5x5()
    whole = conditional_permutation(x, grid.contiguity(), 500, seed=3)
    broken = conditional_permutation(x * 0.1, grid.contiguity(), 500, seed=3)
    assert np.array_equal(whole, broken)
    assert (whole[0] + whole[1] > 500).any()


def test_scaling_and_shifting_values_changes_nothing_and_the_sign_turns_hot_to_cold():
    grid = HexagonGrid.over((0, 0, 1500, 1500), 100)
    x = np.random.default_rng(8).poisson(1.0, grid.n).astype(float)
    base = getis_ord(x, grid.contiguity(), 499, seed=5)
    moved = getis_ord(x * 3 + 17, grid.contiguity(), 499, seed=5)
    assert np.allclose(base.z, moved.z) and np.array_equal(base.p_permutation, moved.p_permutation)
    mirrored = getis_ord(-x, grid.contiguity(), 499, seed=5)
    assert np.allclose(base.z, -mirrored.z)
    assert np.array_equal(base.p_permutation, mirrored.p_permutation)
    assert np.array_equal(base.level, -mirrored.level)


@given(seed=st.integers(0, 10_000))
@settings(max_examples=20, deadline=None)
def test_the_order_of_areas_does_not_matter(seed):
    rng = np.random.default_rng(seed)
    n = 30
    first, second = rng.integers(0, n, 60), rng.integers(0, n, 60)
    x = rng.poisson(2, n).astype(float)
    x[0] += 1 if x.max() == x.min() else 0
    order = rng.permutation(n)
    back = np.argsort(order)
    one = getis_ord(x, from_edges(n, first, second))
    two = getis_ord(x[order], from_edges(n, back[first], back[second]))
    assert np.allclose(one.z[order], two.z) and np.array_equal(one.level[order], two.level)


def test_same_seed_same_answer_other_seed_other_answer():
    grid = SquareGrid.over((0, 0, 1999, 1999), 100)
    x = np.random.default_rng(0).poisson(1, grid.n).astype(float)
    one = getis_ord(x, grid.contiguity(), 199, seed=7).p_permutation
    assert np.array_equal(one, getis_ord(x, grid.contiguity(), 199, seed=7).p_permutation)
    assert not np.array_equal(one, getis_ord(x, grid.contiguity(), 199, seed=8).p_permutation)


def test_under_chance_p_is_not_too_often_small():
    grid = SquareGrid.over((0, 0, 3999, 3999), 100)
    shares = []
    for seed in range(10):
        x = np.random.default_rng(seed).random(grid.n)
        p = getis_ord(x, grid.contiguity(), 999, seed=100 + seed).p_permutation
        shares.append((p <= 0.05).mean())
    assert 0.04 < np.mean(shares) < 0.06


def test_a_planted_hot_spot_is_found_and_survives_adjustment():
    grid = HexagonGrid.over((0, 0, 4000, 4000), 100)
    rng = np.random.default_rng(4)
    x = rng.poisson(0.3, grid.n).astype(float)
    inside = np.hypot(*(grid.centres() - [2000, 2000]).T) < 300
    x[inside] += rng.poisson(4, inside.sum())
    found = getis_ord(x, grid.contiguity(), 99_999, seed=1)
    heart = np.hypot(*(grid.centres() - [2000, 2000]).T) < 200
    assert (found.level[heart] == 3).all()
    assert (found.level[~inside] > 0).mean() < 0.03
    assert found.p_permutation.min() >= 2 / 100_000


def test_levels_are_90_95_99_and_signed():
    z = [2, 2, 2, 2, -2, -2, -2, 2]
    p = [0.2, 0.1, 0.05, 0.01, 0.1, 0.05, 0.009, np.nan]
    assert levels(z, p).tolist() == [0, 1, 2, 3, -1, -2, -3, 0]


def test_undefined_and_lonely_cells_have_defined_answers():
    # Cell 0 neighbours every other cell: Gi* is not defined there. Cell 4 sees only cell 0.
    found = getis_ord([1, 2, 3, 4, 9], from_edges(5, [0] * 4, [1, 2, 3, 4]), 99)
    assert np.isnan(found.z[0]) and np.isnan(found.p_permutation[0]) and found.level[0] == 0
    lonely = getis_ord([0, 0, 0, 9.0], from_edges(4, [0, 1], [1, 2]), 99)
    assert lonely.z[3] == pytest.approx(np.sqrt(3.0)) and lonely.p_permutation[3] == 1.0


def test_inputs_without_an_answer_are_refused_with_a_sentence():
    grid = grid_5x5()
    for values, message in (
        (np.zeros(25), r"same value \(0\)"),
        (np.full(25, 3.0), "same value"),
        (np.r_[np.nan, np.ones(24)], "1 cells have no value"),
        (np.ones(24), "24 values for 25 cells"),
    ):
        with pytest.raises(AnalysisError, match=message):
            getis_ord(values, grid.contiguity())
    one = SquareGrid.over((0, 0, 1, 1), 100)
    with pytest.raises(AnalysisError, match="at least 3 cells"):
        getis_ord([5.0], one.contiguity())
    with pytest.raises(AnalysisError, match="At least one permutation"):
        conditional_permutation(counts_5x5(), grid.contiguity(), 0, seed=0)


def test_cancelling_stops_the_permutations():
    def stop(share):
        if share > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        getis_ord(counts_5x5(), grid_5x5().contiguity(), 5000, progress=stop)


def test_a_band_over_the_whole_map_uses_bounded_memory():
    grid = SquareGrid.over((0, 0, 4999, 4999), 100)
    x = np.random.default_rng(0).poisson(1, grid.n).astype(float)
    found = getis_ord(x, grid.distance_band(3000), 99)
    assert np.isfinite(found.z).all()
