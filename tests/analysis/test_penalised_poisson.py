"""Elastic-net Poisson regression: closed answers, optimality conditions, cross-validation."""

import math

import numpy as np
import pytest
from scipy.optimize import minimize

from trygg_plugin.analysis.errors import AnalysisError, Cancelled
from trygg_plugin.analysis.penalised_poisson import (
    column_scale,
    cross_validated,
    elastic_net,
    fold_of_cells,
    table_of,
)


def data(n=400, p=6, seed=1):
    rng = np.random.default_rng(seed)
    x = (rng.random((n, p)) < 0.3).astype(float)
    return x, rng.poisson(np.exp(-1.0 + x @ np.array([1.2, 0.0, 0.6, 0.0, -0.8, 0.0])[:p]))


def test_one_binary_column_without_penalty_is_the_ratio_of_means():
    x = np.array([[0.0]] * 60 + [[1.0]] * 40)
    counts = np.array([1.0, 0.0] * 30 + [2.0] * 40)
    fit = elastic_net(table_of(x, counts), 0.0)
    assert fit.intercept == pytest.approx(math.log(0.5))
    assert fit.coefficients[0] == pytest.approx(math.log(4.0))


def test_equal_rows_given_once_are_the_same_data():
    x, counts = data()
    table = table_of(x, counts.astype(float))
    assert len(table.x) < len(x)
    assert table.cells.sum() == 400 and table.events.sum() == counts.sum()
    assert column_scale(table) == pytest.approx(x.std(axis=0))


@pytest.mark.parametrize(
    "l1_share, non_negative", [(1.0, False), (0.5, False), (0.5, True), (1.0, True)]
)
@pytest.mark.parametrize("penalty", [0.003, 0.03])
def test_the_solution_meets_the_conditions_of_an_optimum(penalty, l1_share, non_negative):
    x, counts = data()
    scale = x.std(axis=0)
    fit = elastic_net(
        table_of(x, counts.astype(float)), penalty, l1_share=l1_share, non_negative=non_negative
    )
    b = fit.coefficients * scale
    residual = counts - np.exp(fit.linear(x))
    gradient = (x / scale).T @ residual / len(x) - penalty * (1 - l1_share) * b
    assert residual.sum() == pytest.approx(0.0, abs=1e-6)
    lasso = penalty * l1_share
    moved = b != 0.0
    assert moved.any()
    assert gradient[moved] == pytest.approx(np.sign(b[moved]) * lasso, abs=1e-8)
    if non_negative:
        assert np.all(b >= 0.0) and np.all(gradient[~moved] <= lasso + 1e-8)
    else:
        assert np.all(np.abs(gradient[~moved]) <= lasso + 1e-8)


def test_ridge_agrees_with_a_general_minimiser():
    x, counts = data(200, 3)
    scale = x.std(axis=0)
    z = x / scale

    def loss(b):
        eta = b[0] + z @ b[1:]
        return -(counts @ eta - np.exp(eta).sum()) / len(x) + 0.05 * b[1:] @ b[1:]

    expected = minimize(loss, np.zeros(4), tol=1e-12).x
    fit = elastic_net(table_of(x, counts.astype(float)), 0.1, l1_share=0.0)
    assert fit.intercept == pytest.approx(expected[0], abs=1e-5)
    assert fit.coefficients * scale == pytest.approx(expected[1:], abs=1e-5)


def test_the_strongest_penalty_keeps_nothing_and_weaker_ones_keep_what_matters():
    x, counts = data(1500)
    found = cross_validated(x, counts.astype(float), folds=5, seed=2)
    again = cross_validated(x, counts.astype(float), folds=5, seed=2)
    assert np.array_equal(found.deviance, again.deviance)
    table = table_of(x, counts.astype(float))
    assert np.all(elastic_net(table, found.penalties[0]).coefficients == 0.0)
    best = elastic_net(table, found.penalties[found.best]).coefficients
    assert np.all(best[[0, 2, 4]] != 0.0)
    assert found.deviance[found.best] < 0.9 * found.deviance[0]


def test_constant_columns_and_noise_are_harmless():
    x, counts = data(300)
    fit = elastic_net(table_of(np.column_stack((x, np.ones(300))), counts.astype(float)), 0.01)
    assert fit.coefficients[-1] == 0.0
    alone = cross_validated(np.ones((50, 2)), np.ones(50), folds=5)
    assert alone.best == 0


def test_folds_are_of_equal_size_and_seeded():
    fold = fold_of_cells(103, 10, 7)
    assert set(np.bincount(fold)) == {10, 11}
    assert np.array_equal(fold, fold_of_cells(103, 10, 7))
    assert not np.array_equal(fold, fold_of_cells(103, 10, 8))


def test_impossible_input_is_refused_and_work_can_be_cancelled():
    with pytest.raises(AnalysisError, match="no events"):
        elastic_net(table_of(np.ones((5, 1)), np.zeros(5)), 0.1)
    with pytest.raises(AnalysisError, match="folds"):
        fold_of_cells(5, 10, 1)

    def stop(share):
        if share > 0.1:
            raise Cancelled

    x, counts = data()
    with pytest.raises(Cancelled):
        cross_validated(x, counts.astype(float), progress=stop)
