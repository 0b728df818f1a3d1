"""ST-DBSCAN against its definition, scikit-learn and another program's clusters."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trygg_plugin.analysis import st_dbscan as module
from trygg_plugin.analysis.errors import AnalysisError, Cancelled
from trygg_plugin.analysis.st_dbscan import st_dbscan

REFERENCE = Path(__file__).parents[3] / "shared/reference/values/dbscan"


def by_definition(x, y, t, distance, duration, minimum):
    """The definition, one event after the other."""
    n = len(x)
    gap = (x[:, None] - x) ** 2 + (y[:, None] - y) ** 2
    near = (gap <= distance**2) & (np.abs(t[:, None] - t) <= duration)
    core = near.sum(axis=1) >= minimum
    label = np.full(n, -1)
    cluster = 0
    for i in range(n):
        if core[i] and label[i] < 0:
            queue = [i]
            label[i] = cluster
            while queue:
                for j in np.flatnonzero(near[queue.pop()] & core & (label < 0)):
                    label[j] = cluster
                    queue.append(j)
            cluster += 1
    for i in np.flatnonzero(~core):
        centres = np.flatnonzero(near[i] & core)
        if centres.size:
            closest = centres[gap[i, centres] == gap[i, centres].min()]
            label[i] = label[closest].min()
    return label, core


@given(seed=st.integers(0, 100_000), lattice=st.booleans(), minimum=st.integers(1, 6))
@settings(max_examples=60, deadline=None)
def test_clusters_are_those_of_the_definition(seed, lattice, minimum):
    rng = np.random.default_rng(seed)
    n = int(rng.integers(1, 150))
    if lattice:  # many ties and equal events
        x, y, t = rng.integers(0, 12, (3, n)).astype(float)
        distance, duration = 1.0 + seed % 2, float(seed % 4)
    else:
        x, y, t = rng.random((3, n)) * [[10], [10], [20]]
        distance, duration = 1.1, 3.0
    found = st_dbscan(x + 6.5e5, y + 6.58e6, t, distance, duration, minimum)
    label, core = by_definition(x + 6.5e5, y + 6.58e6, t, distance, duration, minimum)
    assert np.array_equal(found.core, core)
    assert np.array_equal(found.label, label)
    assert found.clusters == label.max(initial=-1) + 1


def test_by_hand():
    # Three events within 100 m and 7 days; a fourth at the place, but a month later.
    x, y = [0, 50, 100, 50], [0, 0, 0, 0]
    days = np.array(["2024-01-01", "2024-01-04", "2024-01-08", "2024-02-08"], dtype="datetime64[D]")
    found = st_dbscan(x, y, days, 60, 7, 3)
    assert found.label.tolist() == [0, 0, 0, -1]
    assert found.core.tolist() == [False, True, False, False]


def test_limits_belong_to_the_neighbourhood():
    assert st_dbscan([0, 3], [0, 4], [0, 2], 5, 2, 2).clusters == 1
    assert st_dbscan([0, 3], [0, 4], [0, 2.0000001], 5, 2, 2).clusters == 0
    assert st_dbscan([0, 3], [0, 4.0000001], [0, 2], 5, 2, 2).clusters == 0


@pytest.mark.parametrize("distance, duration, minimum, clusters",
                         [(300, 14, 4, 21), (500, 14, 5, 21), (500, 30, 5, 52)])
def test_memphis_agrees_with_st_dbscan_0_2_3(distance, duration, minimum, clusters):
    table = REFERENCE / "memphis_stdbscan_pip.csv"
    if not table.exists():
        pytest.skip(f"Reference values are not here: {table}")
    theirs = np.genfromtxt(table, delimiter=",", names=True)
    found = st_dbscan(theirs["x"], theirs["y"], theirs["t_days"], distance, duration, minimum)
    labels = theirs[f"eps{distance}_t{duration}_min{minimum}"]
    assert found.clusters == clusters
    assert np.array_equal(found.label < 0, labels < 0)
    both = set(zip(found.label[found.core], labels[found.core]))
    assert len(both) == clusters  # one to one on cores; border events may differ


@pytest.mark.parametrize("distance", [200, 300, 500])
@pytest.mark.parametrize("minimum", [5, 10])
def test_without_time_it_is_dbscan_as_in_scikit_learn(distance, minimum):
    table = REFERENCE / "memphis_dbscan_sklearn.csv"
    if not table.exists():
        pytest.skip(f"Reference values are not here: {table}")
    theirs = np.genfromtxt(table, delimiter=",", names=True)
    found = st_dbscan(theirs["x"], theirs["y"], np.zeros(theirs.size), distance, np.inf, minimum)
    labels = theirs[f"eps{distance}_min{minimum}"]
    assert np.array_equal(found.label < 0, labels < 0)
    assert np.array_equal(found.label[found.core], labels[found.core])


def test_order_rotation_and_shifts_do_not_change_the_groups():
    rng = np.random.default_rng(6)
    x, y, t = rng.random((3, 400)) * [[2000], [2000], [100]]
    base = st_dbscan(x, y, t, 150, 20, 4)
    order = rng.permutation(400)
    mixed = st_dbscan(x[order], y[order], t[order], 150, 20, 4)
    turned = st_dbscan(0.6 * x - 0.8 * y + 1e5, 0.8 * x + 0.6 * y - 7e4, t + 1e4, 150, 20, 4)
    assert np.array_equal(base.core, turned.core) and np.array_equal(base.label, turned.label)
    assert np.array_equal(base.core[order], mixed.core)
    pairs = set(zip(base.label[order], mixed.label))
    assert len(pairs) == base.clusters + 1


def test_pairs_beyond_memory_give_the_same_answer(monkeypatch):
    rng = np.random.default_rng(2)
    x, y, t = rng.random((3, 800)) * [[1000], [1000], [50]]
    base = st_dbscan(x, y, t, 120, 10, 6)
    monkeypatch.setattr(module, "_KEPT", 100)
    monkeypatch.setattr(module, "_BLOCK", 50)
    again = st_dbscan(x, y, t, 120, 10, 6)
    assert np.array_equal(base.label, again.label) and np.array_equal(base.core, again.core)


def test_extremes_have_defined_answers(monkeypatch):
    assert st_dbscan([], [], [], 100, 7, 3).clusters == 0
    assert st_dbscan([1], [1], [1], 100, 7, 1).label.tolist() == [0]
    assert st_dbscan([1], [1], [1], 100, 7, 2).label.tolist() == [-1]
    same = st_dbscan(np.full(300_000, 7.0), np.full(300_000, 7.0), np.zeros(300_000), 50, 1, 9)
    assert same.clusters == 1 and same.core.all()
    monkeypatch.setattr(module, "_MOST", 1000)
    with pytest.raises(AnalysisError, match="so dense that 19900 pairs"):
        st_dbscan(np.arange(200.0), np.zeros(200), np.zeros(200), 1000, 1, 3)


@pytest.mark.parametrize("wrong, message", [
    ({"distance": 0}, "above 0 m"), ({"duration": -1}, "0 days or more"),
    ({"minimum": 0}, "at least 1 event"), ({"time": [0, np.nan]}, "1 events have no time"),
    ({"time": np.array(["2024-01-01", "NaT"], dtype="datetime64[D]")}, "1 events have no time"),
    ({"x": [0, np.nan]}, "no place"), ({"time": [0]}, "1 times for 2 points"),
])
def test_wrong_input_is_refused_with_a_sentence(wrong, message):
    given = {
        "x": [0, 1], "y": [0, 1], "time": [0, 1], "distance": 10, "duration": 1, "minimum": 2,
    }
    with pytest.raises(AnalysisError, match=message):
        st_dbscan(**{**given, **wrong})


def test_cancelling_stops():
    def stop(share):
        raise Cancelled

    with pytest.raises(Cancelled):
        st_dbscan([0, 1], [0, 1], [0, 1], 10, 1, 2, progress=stop)
