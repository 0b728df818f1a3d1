"""Emerging hot spots: the cube, its neighbours, the classes in their order."""

import csv
from pathlib import Path

import numpy as np
import pytest

from trygg_plugin.analysis.cells import HexagonGrid, SquareGrid
from trygg_plugin.analysis.emerging_hot_spots import (
    CLASSES,
    CONSECUTIVE,
    DIMINISHING,
    HISTORICAL,
    INTENSIFYING,
    NEW,
    NONE,
    OSCILLATING,
    PERSISTENT,
    SPORADIC,
    SpaceTimeNeighbours,
    classify,
    count_cube,
    emerging_hot_spots,
    step_edges,
)
from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.spatial_weights import from_edges, nearest

REFERENCE = Path(__file__).parents[3] / "shared/reference/values/emerging"

UP, FLAT, DOWN = (3.0, 0.01), (0.5, 0.6), (-3.0, 0.01)


@pytest.mark.parametrize("steps, trend, expected", [
    ("..........", FLAT, NONE),
    (".........H", FLAT, NEW),
    ("c........H", FLAT, NEW),  # new is tested before oscillating
    (".......HHH", FLAT, CONSECUTIVE),
    ("c......HHH", FLAT, CONSECUTIVE),
    (".HHHHHHHHH", UP, INTENSIFYING),
    ("HHHHHHHHHH", FLAT, PERSISTENT),
    ("cHHHHHHHHH", DOWN, DIMINISHING),
    ("H.c....HHH", FLAT, OSCILLATING),
    ("H......HHH", FLAT, SPORADIC),
    ("H........H", UP, SPORADIC),
    ("HHHHHHHHH.", FLAT, HISTORICAL),
    ("HHHHHHHHHc", FLAT, HISTORICAL),
    ("HHHHHHHH..", FLAT, NONE),
    ("H.........", FLAT, NONE),
])
def test_classes_follow_the_table_for_hot_and_mirrored_for_cold(steps, trend, expected):
    letters = np.array([list(steps)])
    hot, cold = letters == "H", letters == "c"
    z, p = trend
    assert classify(hot, cold, [z], [p])[0] == expected
    if not (cold[0, -1] and expected == HISTORICAL):
        assert classify(cold, hot, [-z], [p])[0] == -expected


def test_a_cold_last_step_after_hot_history_is_historical_hot():
    letters = np.array([list("HHHHHHHHHc")])
    assert classify(letters == "H", letters == "c", [0], [1])[0] == HISTORICAL


def test_every_class_has_a_name():
    assert len(CLASSES) == HISTORICAL + 1 and CLASSES[OSCILLATING] == "oscillating"


def test_memphis_z_agree_with_sfdep():
    counts = REFERENCE / "memphis_1500m_monthly_counts.csv"
    if not counts.exists():
        pytest.skip(f"Reference values are not here: {counts}")
    with counts.open() as file:
        rows = list(csv.DictReader(file))
    n = len({row["location"] for row in rows})
    cube = np.array([float(row["count"]) for row in rows]).reshape(-1, n).T
    place = np.array([[int(v) for v in row["location"].split()] for row in rows[:n]])
    near = np.abs(place[:, None] - place).max(axis=2) <= 1
    theirs = np.genfromtxt(REFERENCE / "memphis_1500m_monthly_sfdep_gi.csv", delimiter=",",
                           names=True)["gi_star"].reshape(-1, n).T
    found = emerging_hot_spots(cube, from_edges(n, *np.nonzero(near)), window="step")
    assert np.allclose(found.z, theirs, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("weighted", [False, True])
def test_neighbours_in_time_are_those_of_the_previous_step(weighted):
    rng = np.random.default_rng(0)
    weights = rng.integers(1, 4, 9).astype(float) if weighted else None
    space = from_edges(6, [0, 0, 1, 2, 3, 4, 1, 2, 0], [1, 2, 2, 3, 4, 5, 4, 5, 5], weights)
    cube = SpaceTimeNeighbours(space, 4)
    first, second, weight = cube.pairs()
    full = np.zeros((24, 24))
    full[first, second] = weight
    expected = np.zeros((24, 24))
    a, b, w = space.pairs()
    for t in range(4):
        for i, j, v in list(zip(a, b, w)) + ([(k, k, 1.0) for k in range(6)] if t else []):
            if i != j:
                expected[i * 4 + t, j * 4 + t] = v
            if t:
                expected[i * 4 + t, j * 4 + t - 1] = v
    assert np.array_equal(full, expected)
    values = rng.poisson(3, 24).astype(float)
    assert np.allclose(cube.lag(values), expected @ values)
    assert np.array_equal(cube.cardinality, (expected > 0).sum(axis=1))
    assert np.allclose(cube.weight_sum, expected.sum(axis=1))
    assert np.allclose(cube.weight_square_sum, (expected**2).sum(axis=1))
    assert cube.equal_weights is not weighted


def planted_cube():
    grid = HexagonGrid.over((0, 0, 3000, 3000), 100)
    rng = np.random.default_rng(3)
    cube = rng.poisson(0.5, (grid.n, 12)).astype(float)
    x, y = grid.centres().T
    old = np.hypot(x - 800, y - 800) < 250
    fresh = np.hypot(x - 2200, y - 2200) < 250
    cube[old] += rng.poisson(6, (old.sum(), 12))
    cube[fresh, -1] += rng.poisson(12, fresh.sum())
    return grid, cube, old, fresh


@pytest.mark.parametrize("permutations", [0, 19_999])
def test_planted_places_get_their_classes(permutations):
    grid, cube, old, fresh = planted_cube()
    found = emerging_hot_spots(cube, grid.contiguity(), permutations=permutations, seed=1)
    heart = np.hypot(*(grid.centres() - [800, 800]).T) < 150
    assert np.isin(found.category[heart], [INTENSIFYING, PERSISTENT, DIMINISHING]).all()
    assert (found.category[fresh] == NEW).mean() > 0.7
    assert (found.category[~old & ~fresh] != 0).mean() < 0.08


def test_order_of_places_does_not_matter_and_time_order_does():
    rng = np.random.default_rng(5)
    points = rng.random((40, 2))
    cube = rng.poisson(2, (40, 8)).astype(float)
    cube[:6, -2:] += 15
    order = rng.permutation(40)
    near = nearest(points, 4)
    base = emerging_hot_spots(cube, near)
    mixed = emerging_hot_spots(cube[order], nearest(points[order], 4))
    assert np.array_equal(base.category[order], mixed.category)
    back = emerging_hot_spots(cube[:, ::-1], near)
    assert not np.array_equal(base.category, back.category)


def test_no_answer_is_told_with_a_sentence():
    grid = SquareGrid.over((0, 0, 299, 299), 100)
    with pytest.raises(AnalysisError, match="at least 3 time steps"):
        emerging_hot_spots(np.ones((9, 2)), grid.contiguity())
    with pytest.raises(AnalysisError, match="same value"):
        emerging_hot_spots(np.zeros((9, 5)), grid.contiguity())
    with pytest.raises(AnalysisError, match="one row for each of the 9"):
        emerging_hot_spots(np.ones((8, 5)), grid.contiguity())
    cube = np.arange(45.0).reshape(9, 5)
    with pytest.raises(AnalysisError, match="Permutation"):
        emerging_hot_spots(cube, grid.contiguity(), window="step", permutations=99)
    with pytest.raises(AnalysisError, match="not the year"):
        emerging_hot_spots(cube, grid.contiguity(), window="year")


def test_a_step_in_which_all_places_are_equal_stands_out_nowhere():
    grid = SquareGrid.over((0, 0, 499, 499), 100)
    cube = np.random.default_rng(0).poisson(2, (grid.n, 5)).astype(float)
    cube[:, 2] = 0
    found = emerging_hot_spots(cube, grid.contiguity(), window="step")
    assert (found.z[:, 2] == 0).all() and not found.hot[:, 2].any()


def test_steps_end_at_the_end_and_are_whole():
    weeks = step_edges("2024-01-01", "2024-01-31", "week")
    assert [str(e) for e in weeks] == [
        "2024-01-03", "2024-01-10", "2024-01-17", "2024-01-24", "2024-01-31",
    ]
    months = step_edges("2023-12-15", "2024-04-01", "month")
    assert [str(e) for e in months] == ["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01"]
    late = step_edges("2024-01-01", "2024-03-31", "month")
    assert [str(e) for e in late] == ["2024-01-31", "2024-02-29", "2024-03-31"]
    assert len(step_edges("2024-01-01", "2024-01-11", "day")) == 11
    with pytest.raises(AnalysisError, match="shorter than one month"):
        step_edges("2024-01-05", "2024-01-20", "month")


def test_the_cube_holds_each_event_once_and_tells_who_is_outside():
    edges = step_edges("2024-01-01", "2024-04-01", "month")
    days = np.array(["2024-01-01", "2024-01-31T23:59:59", "2024-02-01", "2024-04-01", "NaT",
                     "2023-12-31", "2024-03-05"], dtype="datetime64[s]")
    cube, outside = count_cube([0, 0, 1, 0, 0, 0, -1], days, 2, edges)
    assert cube.tolist() == [[2, 0, 0], [0, 1, 0]] and outside == 4
    weighted, _ = count_cube([0, 1], days[:2], 2, edges, [2.5, 4.0])
    assert weighted.tolist() == [[2.5, 0, 0], [4, 0, 0]]
