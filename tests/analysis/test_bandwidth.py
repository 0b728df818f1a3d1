"""Suggested bandwidths: spatstat's values, scaling laws and refusals."""

import csv
import json

import numpy as np
import pytest

from trygg_plugin.analysis.bandwidth import (
    diggle_mse,
    likelihood_cross_validation,
    mean_neighbour_distance,
    scott,
    suggestions,
)
from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.kernels import KERNELS
from trygg_plugin.analysis.window import Window


def clustered(seed=1, n=400):
    rng = np.random.default_rng(seed)
    centres = rng.uniform(0, 5000, (20, 2))
    return (centres[rng.integers(0, 20, n)] + rng.normal(0, 120, (n, 2))).T


@pytest.fixture(scope="module")
def memphis(reference):
    with open(reference / "data/memphis_robberies_2019.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    x, y = (np.array([float(r[c]) for r in rows]) for c in ("x_utm15n", "y_utm15n"))
    with open(reference / "values/kde_planar/meta.json", encoding="utf-8") as file:
        return x, y, json.load(file)["bw"]


def test_scott_and_diggle_are_those_of_spatstat(memphis):
    x, y, expected = memphis
    window = Window.rectangle(762_000, 3_876_000, 798_000, 3_906_500)
    assert scott(x, y).standard_deviation == pytest.approx(expected["scott.iso"], rel=1e-10)
    found = diggle_mse(x, y, window=window).standard_deviation
    assert found == pytest.approx(expected["diggle"], rel=1e-10)


def test_likelihood_is_near_that_of_spatstat_which_tries_16_values_only(memphis):
    x, y, expected = memphis
    found = likelihood_cross_validation(x, y).standard_deviation
    assert found == pytest.approx(expected["ppl"], rel=0.05)


def test_likelihood_finds_the_maximum_of_its_definition():
    x, y = clustered(n=150)
    best = likelihood_cross_validation(x, y).standard_deviation
    squared = (x[:, None] - x) ** 2 + (y[:, None] - y) ** 2
    np.fill_diagonal(squared, np.inf)

    def score(sigma):
        density = np.exp(-squared / (2 * sigma**2)).sum(axis=1) / (2 * np.pi * sigma**2)
        return np.log(density).sum()

    assert all(score(best) >= score(other) for other in best * np.linspace(0.5, 2.0, 31))


def test_mean_neighbour_distance_of_a_lattice():
    x, y = (c.ravel() * 100.0 for c in np.meshgrid(np.arange(40), np.arange(40)))
    found = mean_neighbour_distance(x, y, k=1)
    assert found.radius("quartic") == pytest.approx(100.0)
    assert found.radius("gaussian") == pytest.approx(100.0 * KERNELS["quartic"].sd)


@pytest.mark.parametrize(
    "rule", [scott, likelihood_cross_validation, diggle_mse, mean_neighbour_distance]
)
def test_suggestions_scale_with_the_map_and_not_with_its_place(rule):
    x, y = clustered()
    plain = rule(x, y).standard_deviation
    assert rule(7.0 * x, 7.0 * y).standard_deviation == pytest.approx(7.0 * plain, rel=2e-3)
    moved = rule(x + 674_000, y + 6_580_000).standard_deviation
    assert moved == pytest.approx(plain, rel=2e-3)
    order = np.random.default_rng(3).permutation(x.size)
    assert rule(x[order], y[order]).standard_deviation == pytest.approx(plain, rel=1e-9)


def test_large_sets_are_sampled_with_a_seed(monkeypatch):
    from trygg_plugin.analysis import bandwidth

    x, y = clustered(n=1500)
    whole = likelihood_cross_validation(x, y).standard_deviation
    whole_diggle = diggle_mse(x, y).standard_deviation
    monkeypatch.setattr(bandwidth, "MOST_FOR_LIKELIHOOD", 500)
    monkeypatch.setattr(bandwidth, "MOST_FOR_K_FUNCTION", 500)
    sampled = likelihood_cross_validation(x, y, seed=4).standard_deviation
    assert sampled == likelihood_cross_validation(x, y, seed=4).standard_deviation
    assert sampled == pytest.approx(whole, rel=0.25)
    assert diggle_mse(x, y, seed=4).standard_deviation == pytest.approx(whole_diggle, rel=0.5)


def test_events_that_all_repeat_a_few_places_still_get_suggestions():
    x, y = clustered(n=60)
    found = {one.method: one for one in suggestions(np.tile(x, 5), np.tile(y, 5))}
    by_place = likelihood_cross_validation(x, y)
    # All events of a place are left out together: as if each place had one event.
    assert found["likelihood"].standard_deviation == pytest.approx(
        by_place.standard_deviation, rel=2e-3
    )
    assert set(found) == {"scott", "neighbours", "likelihood", "diggle"}
    assert all(one.standard_deviation > 0 and one.reason.endswith(".") for one in found.values())


@pytest.mark.parametrize("x, y", [([], []), ([1.0], [1.0]), ([5.0] * 9, [2.0] * 9)])
def test_too_few_or_equal_events_are_refused(x, y):
    for rule in (scott, likelihood_cross_validation, diggle_mse, mean_neighbour_distance):
        with pytest.raises(AnalysisError, match="give a bandwidth yourself"):
            rule(x, y)


def test_impossible_neighbours_and_lines_are_refused():
    with pytest.raises(AnalysisError, match="neighbours"):
        mean_neighbour_distance([0.0, 1.0], [0.0, 1.0], k=2)
    with pytest.raises(AnalysisError, match="line"):
        diggle_mse(np.arange(10.0), np.zeros(10))
    assert scott(np.arange(10.0), np.zeros(10)).standard_deviation > 0
