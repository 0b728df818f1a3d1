"""Local and global Moran's I."""

import json
from pathlib import Path

import numpy as np
import pytest

from trygg_plugin.analysis.cells import SquareGrid
from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.local_moran import (
    HIGH_HIGH,
    HIGH_LOW,
    LOW_LOW,
    QUADRANT_NAMES,
    global_moran,
    local_moran,
)
from trygg_plugin.analysis.spatial_weights import from_edges, nearest

REFERENCE = Path(__file__).parents[3] / "shared/reference/values/gistar_localmoran"

#: esda 2.9.0: Moran(counts_5x5, queen, row-standardised): I and variance under randomisation.
ESDA_GLOBAL = (-0.21153988183161002, 0.011761650034519955)
#: esda 2.9.0: Moran_Local(...).Is (m2 = Σz²/(n-1)) and .q
ESDA_LOCAL = [
    -0.6941211226, -0.785110782866, -0.577134416544, -0.144638109306, -0.097370753323,
    -0.002836041359, -0.05047267356, -0.336661742984, -0.205199409158, -0.362658788774,
    -0.002836041359, -0.157932053176, -0.205199409158, -0.336661742984, 0.066292466765,
    0.124785819793, 0.041477104874, -0.05047267356, -0.336661742984, -0.071373707533,
    0.183279172821, -0.004608567208, -0.245672082718, -0.16059084195, -0.664579025111,
]
ESDA_QUADRANTS = [2, 4, 2, 4, 2, 2, 4, 2, 4, 2, 4, 2, 4, 2, 1, 3, 3, 4, 2, 4, 3, 4, 2, 4, 2]


def counts_5x5():
    return np.array([(7 * i * i + 3 * i) % 11 for i in range(25)], dtype=float)


def queen_5x5():
    return SquareGrid.over((0, 0, 499, 499), 100).contiguity()


def test_local_and_global_moran_are_those_of_esda():
    found = local_moran(counts_5x5(), queen_5x5(), 99)
    assert np.allclose(found.statistic * 24 / 25, ESDA_LOCAL, atol=1e-11)
    assert found.quadrant.tolist() == ESDA_QUADRANTS
    assert (found.moran.statistic, found.moran.variance) == pytest.approx(ESDA_GLOBAL, rel=1e-11)
    assert found.moran.statistic == pytest.approx(found.statistic.mean())


def test_memphis_robberies_agree_with_spdep():
    table = REFERENCE / "memphis_grid500_local_stats_spdep.csv"
    if not table.exists():
        pytest.skip(f"Reference values are not here: {table}")
    theirs = np.genfromtxt(table, delimiter=",", names=True, dtype=None, encoding="utf-8")
    x, y = theirs["x"], theirs["y"]
    grid = SquareGrid.over((x.min(), y.min(), x.max(), y.max()), 500)
    found = local_moran(theirs["count"], grid.contiguity(), 999, seed=1)
    assert np.allclose(found.statistic, theirs["Ii_W"], rtol=1e-9, atol=1e-12)
    names = {"HH": "High-High", "LH": "Low-High", "LL": "Low-Low", "HL": "High-Low", "": ""}
    assert [names[QUADRANT_NAMES[q]] for q in found.quadrant] == list(theirs["quadrant"])
    meta = json.loads((REFERENCE / "meta_spdep.json").read_text())
    assert found.moran.statistic == pytest.approx(meta["moran_I"], rel=1e-9)
    assert found.moran.variance == pytest.approx(meta["Var_rand"], rel=1e-9)
    assert found.moran.z == pytest.approx(meta["z_rand"], rel=1e-9)


def test_moran_on_irregular_areas_agrees_with_spdep():
    edges = REFERENCE / "vancouver_da_queen_edges.csv"
    counts = REFERENCE.parent / "sppt/vancouver_da_counts_2003_2016.csv"
    if not edges.exists() or not counts.exists():
        pytest.skip(f"Reference values are not here: {edges}")
    pairs = np.loadtxt(edges, delimiter=",", skiprows=1, dtype=int) - 1
    table = np.genfromtxt(counts, delimiter=",", names=True, dtype=None, encoding="utf-8")
    expected = json.loads((REFERENCE / "meta_spdep.json").read_text())["vancouver"]
    neighbours = from_edges(expected["n"], pairs[:, 0], pairs[:, 1])
    assert neighbours.cardinality.sum() == expected["links"]
    found = global_moran(table["n2016"], neighbours)
    assert found.statistic == pytest.approx(expected["I"], rel=1e-9)
    assert found.variance == pytest.approx(expected["Var"], rel=1e-9)
    assert found.z == pytest.approx(expected["z"], rel=1e-9)


def test_the_quadrants_say_who_stands_among_whom():
    x = np.zeros((5, 5))
    x[:2, :2] = 9
    x[4, 4] = 9
    found = local_moran(x.ravel(), queen_5x5(), 999, seed=2)
    assert found.quadrant[0] == HIGH_HIGH
    assert found.quadrant[24] == HIGH_LOW
    assert found.quadrant[14] == LOW_LOW
    assert set(np.unique(found.cluster)) <= {0, 1, 2, 3, 4}


def test_islands_and_cells_at_the_mean_are_not_called_clusters():
    neighbours = from_edges(6, [0, 1, 2, 3], [1, 2, 3, 4])
    found = local_moran([1, 2, 3, 4, 5, 3], neighbours, 99)
    assert np.isnan(found.statistic[5]) and np.isnan(found.p[5]) and found.quadrant[5] == 0
    assert found.quadrant[2] == 0 and found.p[2] == 1.0


def test_asymmetric_neighbours_have_the_variance_of_cliff_and_ord():
    rng = np.random.default_rng(0)
    neighbours = nearest(rng.random((40, 2)), 3)
    x = rng.random(40)
    found = global_moran(x, neighbours)
    # By simulation: 20,000 full permutations.
    first, second, _ = neighbours.pairs()
    z = np.array([rng.permutation(x) for _ in range(20_000)]) - x.mean()
    simulated = (z[:, first] * z[:, second]).sum(axis=1) / 3 / (z**2).sum(axis=1)
    assert simulated.mean() == pytest.approx(found.expected, abs=4 * simulated.std() / 141)
    assert simulated.var() == pytest.approx(found.variance, rel=0.05)


def test_constant_values_are_refused():
    with pytest.raises(AnalysisError, match="same value"):
        local_moran(np.ones(25), queen_5x5())
