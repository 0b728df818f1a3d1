"""Concentration: hand-computed, against R, properties, refusals."""

import csv
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trygg_plugin.analysis.concentration import (
    bootstrap_gini,
    concentration,
    generalised_gini,
    gini,
    lorenz_curve,
    random_concentration,
    repeat_places,
)
from trygg_plugin.analysis.errors import AnalysisError, Cancelled

some_counts = st.lists(st.integers(0, 50), min_size=1, max_size=60).filter(lambda c: sum(c) > 0)


def test_four_places_by_hand():
    # 0, 1, 3, 6: mean absolute difference of all 16 ordered pairs = 46 / 16... G = 46/(2*16*2.5)
    found = concentration([3, 0, 6, 1])
    pairs = sum(abs(a - b) for a in (0, 1, 3, 6) for b in (0, 1, 3, 6))
    assert found.gini == pytest.approx(pairs / (2 * 4 * 4 * 2.5)) == pytest.approx(0.5)
    assert found.generalised_gini == pytest.approx(0.5)  # 10 events on 4 places: the same
    assert found.places.tolist() == [1, 1, 2]  # 25 and 50 % in one place, 80 % in two
    assert found.share_of_places.tolist() == [0.25, 0.25, 0.5]
    assert found.share_of_used == pytest.approx([1 / 3, 1 / 3, 2 / 3])
    places, events = lorenz_curve([3, 0, 6, 1])
    assert places.tolist() == [0, 0.25, 0.5, 0.75, 1]
    assert events == pytest.approx([0, 0.6, 0.9, 1, 1])


def test_few_events_on_many_places_are_not_concentrated_by_that_alone():
    # 2 events on 2 of 10 places cannot be spread more evenly
    assert gini([1, 1, 0, 0, 0, 0, 0, 0, 0, 0]) == pytest.approx(0.8)
    assert generalised_gini([1, 1, 0, 0, 0, 0, 0, 0, 0, 0]) == pytest.approx(0.0)
    # both in one place: G = 0.9, G' = max(1, 10/2)(0.9 - 1) + 1
    assert generalised_gini([2, 0, 0, 0, 0, 0, 0, 0, 0, 0]) == pytest.approx(0.5)


def test_memphis_as_r_ineq(reference):
    folder = reference / "values" / "gini"
    with open(folder / "memphis_counts.csv", encoding="utf-8") as file:
        counts = np.array([int(row["count"]) for row in csv.DictReader(file)])
    said = json.loads((folder / "memphis_gini.json").read_text())
    found = concentration(counts)
    assert found.n_places == said["n_cells"] and found.total == said["n_events"]
    assert found.gini == pytest.approx(said["gini_all_cells"], rel=1e-9)
    assert gini(counts[counts > 0]) == pytest.approx(said["gini_nonzero"], rel=1e-9)
    assert found.places[:2].tolist() == [said["cells_for_25pct"], said["cells_for_50pct"]]
    by_formula = max(1, 4392 / 2245) * (said["gini_all_cells"] - 1) + 1
    assert found.generalised_gini == pytest.approx(by_formula, rel=1e-9)


@given(some_counts, st.randoms())
def test_order_and_scale_do_not_matter(counts, random):
    mixed = counts[:]
    random.shuffle(mixed)
    assert gini(mixed) == pytest.approx(gini(counts), abs=1e-12)
    assert gini([3.7 * c for c in counts]) == pytest.approx(gini(counts), abs=1e-9)


@given(some_counts)
def test_gini_is_twice_the_area_above_the_diagonal(counts):
    places, events = lorenz_curve(counts)
    area = np.sum((events[1:] + events[:-1]) / 2 * np.diff(places))
    assert gini(counts) == pytest.approx(2 * area - 1, abs=1e-9)
    assert -1e-12 <= gini(counts) < 1
    assert -1e-9 <= generalised_gini(counts) <= 1
    assert (np.diff(events) >= 0).all() and events[-1] == pytest.approx(1)


@given(some_counts, st.floats(0.01, 1.0))
def test_places_for_a_share_are_the_fewest(counts, share):
    k = concentration(counts, [share]).places[0]
    ranked = sorted(counts, reverse=True)
    assert sum(ranked[:k]) >= share * sum(counts) * (1 - 1e-9)
    assert sum(ranked[: k - 1]) < share * sum(counts)


def test_chance_alone_is_what_chance_gives():
    rng = np.random.default_rng(5)
    counts = np.bincount(rng.integers(0, 500, 800), minlength=500)
    chance = random_concentration(counts, simulations=199, seed=2)
    assert chance.p > 0.01
    assert chance.gini.low < concentration(counts).gini < chance.gini.high
    # the exact expected curve and the simulated shares tell the same
    half = np.interp(0.5, chance.events, chance.places)
    assert chance.share_of_places[1] == pytest.approx(half, abs=0.004)
    assert random_concentration(counts, 199, seed=2).gini == chance.gini


def test_real_concentration_is_beyond_chance():
    counts = np.zeros(200, dtype=int)
    counts[:5] = 40
    chance = random_concentration(counts, simulations=99)
    assert chance.p == pytest.approx(0.01)
    assert chance.gini.high < concentration(counts).gini


def test_bootstrap_interval_holds_the_estimate_and_narrows():
    rng = np.random.default_rng(1)
    small, large = rng.negative_binomial(0.3, 0.1, 100), rng.negative_binomial(0.3, 0.1, 10_000)
    a, b = bootstrap_gini(small, seed=3), bootstrap_gini(large, seed=3)
    assert a.low < a.estimate < a.high and b.low < b.estimate < b.high
    assert b.high - b.low < (a.high - a.low) / 4
    assert bootstrap_gini(small, seed=3) == a
    # standard error from the jackknife, an independent way to the same width
    n = small.size
    left = np.array([gini(np.delete(small, i)) for i in range(n)])
    se = np.sqrt((n - 1) * np.mean((left - left.mean()) ** 2))
    assert (a.high - a.low) / (2 * 1.96) == pytest.approx(se, rel=0.25)


def test_repeat_places_table():
    table = repeat_places([0, 0, 0, 1, 1, 2, 5, 12], at_most=5)
    assert table.events_per_place.tolist() == [0, 1, 2, 3, 4, 5]
    assert table.places.tolist() == [3, 2, 1, 0, 0, 2]
    assert table.events.tolist() == [0, 2, 2, 0, 0, 17]
    assert table.expected_places.sum() == pytest.approx(8)
    assert table.share_of_events.sum() == pytest.approx(1)


@pytest.mark.parametrize(
    "counts", [[], [0, 0], [1, np.nan], [1, -1], [[1, 2]], [np.inf, 1]]
)
def test_refuses_what_has_no_answer(counts):
    with pytest.raises(AnalysisError) as refused:
        concentration(counts)
    assert str(refused.value).endswith(".")


def test_one_place_is_not_concentrated():
    found = concentration([7])
    assert found.gini == 0 and found.generalised_gini == 0
    assert found.places.tolist() == [1, 1, 1]


def test_fractions_have_a_gini_but_no_random_draw():
    assert gini([0.5, 1.5]) == pytest.approx(0.25)
    with pytest.raises(AnalysisError, match="whole numbers"):
        random_concentration([0.5, 1.5])


def test_cancel():
    def stop(_share):
        raise Cancelled

    with pytest.raises(Cancelled):
        random_concentration([1, 2, 3], progress=stop)
    with pytest.raises(Cancelled):
        bootstrap_gini([1, 2, 3], progress=stop)


@settings(max_examples=20, deadline=None)
@given(some_counts)
def test_bootstrap_never_breaks(counts):
    found = bootstrap_gini(counts, 49, generalised=True)
    assert np.isfinite([found.low, found.high]).all() and found.low <= found.high
