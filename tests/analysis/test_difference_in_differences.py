"""Difference in differences: against R, the full model, simulated truth, refusals."""

import csv
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trygg_plugin.analysis.difference_in_differences import difference_in_differences
from trygg_plugin.analysis.errors import AnalysisError, Cancelled
from trygg_plugin.analysis.regression import least_squares, quasi_poisson

TREATED, AFTER = np.arange(8) < 4, np.arange(10) >= 5


def panel(effect=0.6, seed=1, areas=8, periods=10):
    rng = np.random.default_rng(seed)
    level = rng.uniform(5, 25, areas)
    mean = level[:, None] * np.exp(0.1 * np.sin(np.arange(periods)))
    mean[:4, 5:] *= effect
    return rng.poisson(mean)


@pytest.fixture(scope="module")
def synthetic(reference):
    folder = reference / "values" / "did_panel"
    with open(folder / "synthetic_panel.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    counts, treated, after = np.zeros((20, 24)), np.zeros(20, bool), np.zeros(24, bool)
    for row in rows:
        i, j = int(row["area"]) - 1, int(row["month"]) - 1
        counts[i, j], treated[i] = float(row["y"]), row["treat"] == "1"
        after[j] = row["post"] == "1"
    return counts, treated, after, json.loads((folder / "did_R.json").read_text())


def test_linear_as_r(synthetic):
    counts, treated, after, said = synthetic
    found = difference_in_differences(counts, treated, after, model="linear")
    assert found.estimate == pytest.approx(said["ols"]["est"], rel=1e-9)
    assert found.se_model == pytest.approx(said["ols"]["se"], rel=1e-9)
    assert found.se_cluster == pytest.approx(said["ols"]["se_cluster"], rel=1e-9)


def test_poisson_as_r(synthetic):
    counts, treated, after, said = synthetic
    found = difference_in_differences(counts, treated, after)
    assert found.estimate == pytest.approx(said["poisson"]["est"], rel=1e-9)
    assert found.estimate == pytest.approx(-said["logRES"], rel=1e-12)
    assert found.dispersion == pytest.approx(said["poisson"]["dispersion_pearson"], rel=1e-8)
    # R's errors come from the weights of the last step but one: good to five digits
    assert found.se_cluster == pytest.approx(said["poisson"]["se_cluster"], rel=2e-5)
    assert found.se_model == pytest.approx(said["poisson"]["se_quasi"], rel=2e-5)


def test_r_errors_are_met_exactly_when_stopped_where_r_stops(synthetic):
    """R's glm() by hand: from mu = y + 0.1, until the deviance moves by less than 1e-8."""
    counts, treated, after, said = synthetic
    y = counts.ravel()
    area, month = np.indices(counts.shape).reshape(2, -1)
    design = np.column_stack((
        area[:, None] == np.arange(20), month[:, None] == np.arange(1, 24),
        treated[area] & after[month],
    )).astype(float)  # fmt: skip
    mean, deviance = y + 0.1, np.inf
    while True:
        weights = mean
        working = np.log(mean) + (y - mean) / mean
        root = np.sqrt(weights)
        b = np.linalg.lstsq(design * root[:, None], working * root, rcond=None)[0]
        mean = np.exp(design @ b)
        ratio = np.where(y > 0, y / mean, 1.0)
        last, deviance = deviance, 2 * np.sum(y * np.log(ratio) - (y - mean))
        if abs(deviance - last) / (abs(deviance) + 0.1) < 1e-8:
            break
    bread = np.linalg.inv(design.T @ (design * weights[:, None]))
    assert np.sqrt(bread[-1, -1]) == pytest.approx(said["poisson"]["se_model"], rel=1e-9)


@pytest.mark.parametrize("model", ["poisson", "linear"])
def test_two_series_give_what_the_full_model_gives(model):
    """All area and period levels as columns, clustered by area."""
    counts = panel()
    area, month = np.indices(counts.shape).reshape(2, -1)
    design = np.column_stack((
        area[:, None] == np.arange(8), month[:, None] == np.arange(1, 10),
        TREATED[area] & AFTER[month],
    )).astype(float)  # fmt: skip
    fit = (quasi_poisson if model == "poisson" else least_squares)(design, counts.ravel())
    small = 1.0 if model == "poisson" else (80 - 1) / (80 - fit.columns)
    found = difference_in_differences(counts, TREATED, AFTER, model=model)
    assert found.estimate == pytest.approx(fit.coefficients[-1], rel=1e-9)
    assert found.dispersion == pytest.approx(fit.dispersion, rel=1e-9)
    assert found.se_model == pytest.approx(np.sqrt(fit.model_covariance()[-1, -1]), rel=1e-9)
    full = np.sqrt(small * fit.clustered_covariance(area)[-1, -1])
    assert found.se_cluster == pytest.approx(full, rel=1e-9)


def test_the_effect_put_in_comes_out():
    found = difference_in_differences(panel(), TREATED, AFTER)
    assert found.ratio_low < 0.6 < found.ratio_high < 1
    assert found.prevented_low > 0 and found.p < 0.05
    t0, t1, c0, c1 = found.totals
    assert found.ratio == pytest.approx(t1 * c0 / (t0 * c1), rel=1e-9)
    assert found.prevented == pytest.approx(t0 * c1 / c0 - t1, rel=1e-9)
    assert (found.n_treated, found.n_control, found.left_out) == (4, 4, 0)


def test_all_other_choices_of_areas_are_tried_when_they_are_few():
    found = difference_in_differences(panel(effect=0.3), TREATED, AFTER)
    assert found.exact and found.permutations == 69  # 70 ways to choose 4 of 8
    assert found.p_permutation == pytest.approx(2 / 70)  # no choice is as extreme
    drawn = difference_in_differences(panel(effect=0.3), TREATED, AFTER, permutations=50)
    assert not drawn.exact and drawn.permutations == 50


def test_permutation_p_is_uniform_without_an_effect():
    p = [difference_in_differences(panel(1.0, seed=i), TREATED, AFTER).p_permutation
         for i in range(200)]  # fmt: skip
    assert np.mean(np.array(p) <= 0.1) == pytest.approx(0.1, abs=0.06)


def test_areas_that_already_differed_are_seen():
    counts = panel(1.0).astype(float)
    counts[:4] *= np.exp(0.25 * np.arange(10))
    found = difference_in_differences(counts.round(), TREATED, AFTER)
    assert found.pre_trend > 0.15 and found.pre_trend_p < 0.05
    assert difference_in_differences(panel(), TREATED, AFTER).pre_trend_p > 0.05
    short = difference_in_differences(panel()[:, 3:], TREATED, AFTER[3:])
    assert np.isnan(short.pre_trend)


def test_one_treated_area_has_no_clustered_error():
    found = difference_in_differences(panel(), np.arange(8) == 0, AFTER)
    assert np.isnan(found.se_cluster) and found.se == found.se_model > 0
    assert found.permutations == 7 and found.p_permutation >= 1 / 8


def test_empty_areas_and_periods_say_nothing():
    counts = panel()
    wide = np.insert(np.vstack((counts, np.zeros((1, 10)))), 7, 0, axis=1)
    found = difference_in_differences(wide, np.append(TREATED, True), np.insert(AFTER, 7, True))
    plain = difference_in_differences(counts, TREATED, AFTER)
    assert found.left_out == 1 and found.n_treated == 4
    assert found.estimate == pytest.approx(plain.estimate, rel=1e-9)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(8)), st.sampled_from(["poisson", "linear"]))
def test_order_of_areas_does_not_matter(order, model):
    counts = panel()
    a = difference_in_differences(counts, TREATED, AFTER, model=model)
    b = difference_in_differences(counts[order], TREATED[order], AFTER, model=model)
    assert (b.estimate, b.se, b.p_permutation) == pytest.approx((a.estimate, a.se, a.p_permutation))


@pytest.mark.parametrize(
    "change",
    [{"treated": np.ones(8, bool)}, {"treated": np.zeros(8, bool)}, {"after": np.ones(10, bool)},
     {"after": np.zeros(10, bool)}, {"treated": TREATED[:3]}, {"model": "probit"},
     {"counts": np.zeros((8, 10))}, {"counts": np.full((8, 10), np.nan)},
     {"counts": np.where(TREATED[:, None] & AFTER, 0, 5)}, {"level": 0}],
)  # fmt: skip
def test_refuses_what_has_no_answer(change):
    given = {"counts": panel(), "treated": TREATED, "after": AFTER, **change}
    with pytest.raises(AnalysisError):
        difference_in_differences(**given)


def test_cancel():
    def stop(_share):
        raise Cancelled

    with pytest.raises(Cancelled):
        difference_in_differences(panel(), TREATED, AFTER, progress=stop)
