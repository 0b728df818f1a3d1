"""Regression: against R on the seat-belt series, closed forms, refusals."""

import json

import numpy as np
import pytest

from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.regression import least_squares, quasi_poisson


@pytest.fixture(scope="module")
def seatbelts(reference):
    said = json.loads((reference / "values/its/seatbelts_its_R.json").read_text())
    rows = said["data"]
    names = ("t", "law", "tl", "s1", "c1", "s2", "c2")
    design = np.column_stack(
        [np.ones(len(rows)), *([row[name] for row in rows] for name in names)]
    )
    return design, np.array([row["drivers"] for row in rows], dtype=float), said


def errors(covariance):
    return np.sqrt(np.diag(covariance))


def test_quasi_poisson_as_r(seatbelts):
    design, drivers, said = seatbelts
    fit = quasi_poisson(design, drivers)
    assert fit.coefficients == pytest.approx(said["quasipoisson"]["coef"], rel=1e-9)
    assert errors(fit.model_covariance()) == pytest.approx(said["quasipoisson"]["se"], rel=1e-9)
    assert errors(fit.model_covariance(1.0)) == pytest.approx(said["poisson"]["se"], rel=1e-9)
    assert fit.dispersion == pytest.approx(said["quasipoisson"]["dispersion"], rel=1e-9)
    assert fit.deviance == pytest.approx(said["poisson"]["deviance"], rel=1e-9)
    assert errors(fit.robust_covariance()) == pytest.approx(
        said["poisson"]["sandwich_se"], rel=1e-9
    )


def test_least_squares_and_newey_west_as_r(seatbelts):
    design, drivers, said = seatbelts
    fit = least_squares(design, drivers)
    assert fit.coefficients == pytest.approx(said["ols"]["coef"], rel=1e-9)
    assert errors(fit.model_covariance()) == pytest.approx(said["ols"]["se"], rel=1e-9)
    assert errors(fit.robust_covariance(12)) == pytest.approx(
        said["ols"]["NeweyWest12_se"], rel=1e-9
    )


def test_two_groups_have_a_closed_form():
    """Ratio of totals; variance 1/a + 1/b for Poisson counts."""
    y = np.array([3.0, 5, 4, 9, 11, 7])
    design = np.column_stack((np.ones(6), [0, 0, 0, 1, 1, 1]))
    fit = quasi_poisson(design, y)
    assert fit.coefficients[1] == pytest.approx(np.log(27 / 12), rel=1e-12)
    assert fit.model_covariance(1.0)[1, 1] == pytest.approx(1 / 12 + 1 / 27, rel=1e-12)
    # each its own cluster: White's errors times G / (G - 1)
    assert fit.clustered_covariance(np.arange(6)) == pytest.approx(fit.robust_covariance() * 6 / 5)


def test_exposure_is_a_rate():
    y, days = np.array([10.0, 20, 30, 39]), np.array([10.0, 20, 30, 40])
    fit = quasi_poisson(np.ones((4, 1)), y, days)
    assert np.exp(fit.coefficients[0]) == pytest.approx(0.99)
    assert fit.fitted == pytest.approx(0.99 * days)


def test_series_side_by_side_are_summed_per_step():
    rng = np.random.default_rng(1)
    y = rng.poisson(20, 30).astype(float)
    design = np.column_stack((np.ones(30), np.arange(30.0)))
    once = quasi_poisson(design, y)
    twice = quasi_poisson(np.vstack((design, design)), np.tile(y, 2))
    # a copy of a series is no new knowledge
    assert twice.robust_covariance(3, np.tile(np.arange(30), 2)) == pytest.approx(
        once.robust_covariance(3)
    )


@pytest.mark.parametrize(
    ("design", "values", "sentence"),
    [
        (np.ones((3, 1)), [0, 0, 0], "no events"),
        (np.ones((3, 2)), [1, 2, 3], "told apart"),
        (np.ones((1, 1)), [1], "too few"),
        (np.ones((3, 1)), [1, -2, 3], "below 0"),
        (np.ones((3, 1)), [1, np.nan, 3], "missing"),
        (np.ones((3, 1)), [1, 2], "equally many"),
        (np.column_stack((np.ones(4), [0, 0, 1, 1])), [4, 5, 0, 0], "no events at all"),
    ],
)
def test_refuses_what_has_no_answer(design, values, sentence):
    with pytest.raises(AnalysisError, match=sentence):
        quasi_poisson(design, values)


def test_exposure_and_clusters_are_checked():
    with pytest.raises(AnalysisError, match="exposure"):
        quasi_poisson(np.ones((3, 1)), [1, 2, 3], [1, 0, 1])
    with pytest.raises(AnalysisError, match="two areas"):
        quasi_poisson(np.ones((3, 1)), [1, 2, 3]).clustered_covariance([1, 1, 1])
