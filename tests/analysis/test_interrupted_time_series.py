"""Interrupted time series: against R, simulated truth, comparison series, refusals."""

import json

import numpy as np
import pytest

from trygg_plugin.analysis.errors import AnalysisError
from trygg_plugin.analysis.interrupted_time_series import interrupted_time_series


def series(effect=0.7, n=72, start=40, base=30.0, seed=4, trend=0.003):
    t = np.arange(n)
    mean = base * np.exp(trend * t + 0.2 * np.sin(2 * np.pi * t / 12))
    mean[start:] *= effect
    return np.random.default_rng(seed).poisson(mean)


def test_seatbelts_as_r(reference):
    """R glm(quasipoisson) with the same segments and two pairs of season terms."""
    said = json.loads((reference / "values/its/seatbelts_its_R.json").read_text())
    rows = said["data"]
    start = next(i for i, row in enumerate(rows) if row["law"])
    assert (rows[start]["tl"], rows[start + 1]["tl"]) in {(0, 1), (1, 2)}
    found = interrupted_time_series([row["drivers"] for row in rows], start, harmonics=2)
    coefficient = dict(zip(found.names, found.coefficients))
    error = dict(zip(found.names, found.model_errors))
    theirs = dict(zip(("intercept", "trend", "level_change", "trend_change"),
                      said["quasipoisson"]["coef"]))  # fmt: skip
    shift = rows[start]["tl"] * theirs["trend_change"]
    assert coefficient["trend"] == pytest.approx(theirs["trend"], rel=1e-9)
    assert coefficient["trend_change"] == pytest.approx(theirs["trend_change"], rel=1e-9)
    assert coefficient["level_change"] == pytest.approx(theirs["level_change"] + shift, rel=1e-9)
    assert error["trend"] == pytest.approx(said["quasipoisson"]["se"][1], rel=1e-9)
    assert error["trend_change"] == pytest.approx(said["quasipoisson"]["se"][3], rel=1e-9)
    assert found.dispersion == pytest.approx(said["quasipoisson"]["dispersion"], rel=1e-9)
    assert found.level_change.high < 1  # the belts saved lives
    assert found.prevented_low > 0 and 0 < found.autocorrelation < 1


def test_the_effect_put_in_comes_out():
    runs = [interrupted_time_series(series(seed=i), 40, trend_change=False) for i in range(200)]
    changes = np.array([run.level_change.value for run in runs])
    assert np.log(changes).mean() == pytest.approx(np.log(0.7), abs=0.03)
    held = [run.level_change.low < 0.7 < run.level_change.high for run in runs]
    assert np.mean(held) == pytest.approx(0.95, abs=0.05)
    found = runs[0]
    assert found.trend_change is None and found.dispersion == pytest.approx(1, abs=0.4)
    # fitted totals of a log-linear model with an intercept are the observed ones
    assert found.fitted.sum() == pytest.approx(found.counts.sum())
    assert found.counterfactual[:40] == pytest.approx(found.fitted[:40])
    expected = found.counterfactual[40:].sum() - found.fitted[40:].sum()
    assert found.prevented == pytest.approx(expected)
    assert (found.counterfactual_low < found.counterfactual).all()


def test_no_effect_is_found_as_seldom_as_it_should():
    found = [
        interrupted_time_series(series(1.0, 60, 30, seed=i), 30, trend_change=False, harmonics=1)
        for i in range(300)
    ]
    false_alarms = np.mean([f.level_change.p < 0.05 for f in found])
    assert 0.01 < false_alarms < 0.09


def test_a_common_shock_is_told_from_the_measure():
    ours, other = series(0.7, seed=1), series(0.7, seed=2, base=60)
    alone = interrupted_time_series(ours, 40, trend_change=False)
    beside = interrupted_time_series(ours, 40, trend_change=False, comparison=other)
    assert alone.level_change.p < 0.01
    assert beside.level_change.low < 1 < beside.level_change.high
    real = interrupted_time_series(series(0.5, seed=1), 40, trend_change=False,
                                   comparison=series(1.0, seed=2, base=60))  # fmt: skip
    assert real.level_change.low < 0.5 < real.level_change.high < 1
    assert real.names[-3:] == ("treated_intercept", "treated_trend", "treated_level_change")


def test_exposure_of_short_months():
    days = np.resize([31, 28, 31, 30], 48)
    counts = days * 2.0
    counts[24:] *= 0.5
    found = interrupted_time_series(counts, 24, exposure=days, harmonics=0, trend_change=False)
    assert found.level_change.value == pytest.approx(0.5)
    assert found.prevented == pytest.approx(days[24:].sum() * 1.0)


def test_prevented_interval_is_that_of_a_simulation():
    """Delta method against draws of the coefficients from their distribution."""
    y = series(0.7, base=60)
    found = interrupted_time_series(y, 40, harmonics=1, lag=1)
    from trygg_plugin.analysis import interrupted_time_series as module
    from trygg_plugin.analysis.regression import quasi_poisson

    design, _, measure = module._design(72, 40, 12, 1, True)
    fit = quasi_poisson(design, y)
    covariance = fit.robust_covariance(1) * fit.rows / (fit.rows - fit.columns)
    draws = np.random.default_rng(1).multivariate_normal(fit.coefficients, covariance, 4000)
    without = design[40:].copy()
    without[:, measure] = 0
    prevented = np.exp(draws @ without.T).sum(1) - np.exp(draws @ design[40:].T).sum(1)
    narrow = 1.997 * prevented.std()  # t with 66 degrees of freedom
    reach = (found.prevented_high - found.prevented_low) / 2
    assert narrow * 0.95 < reach
    model = fit.model_covariance(max(1.0, fit.dispersion))
    draws = np.random.default_rng(1).multivariate_normal(fit.coefficients, model, 4000)
    prevented = np.exp(draws @ without.T).sum(1) - np.exp(draws @ design[40:].T).sum(1)
    assert reach == pytest.approx(max(narrow, 1.997 * prevented.std()), rel=0.07)


def test_season_terms_follow_the_length():
    def flat(n):
        return np.arange(n) % 3 + 5

    assert interrupted_time_series(flat(16), 8).harmonics == 0
    assert interrupted_time_series(flat(18), 8).harmonics == 1
    assert interrupted_time_series(flat(24), 8).harmonics == 2
    assert interrupted_time_series(flat(24), 8, period=4).harmonics == 1
    full = interrupted_time_series(flat(40), 20, period=4, harmonics=2)
    assert full.names[-1] == "cos_2" and "sin_2" not in full.names


@pytest.mark.parametrize(
    "change",
    [{"start": 1}, {"start": 23}, {"start": -3}, {"counts": [5] * 12 + [0] * 12},
     {"counts": [0] * 12 + [5] * 12}, {"counts": [np.nan] * 24}, {"counts": [5] * 4, "start": 2},
     {"comparison": [1] * 3}, {"exposure": [0] * 24}, {"harmonics": 7}, {"level": 2},
     {"comparison": [0] * 24}],
)  # fmt: skip
def test_refuses_what_has_no_answer(change):
    given = {"counts": [5, 6, 7] * 8, "start": 12, **change}
    with pytest.raises(AnalysisError) as refused:
        interrupted_time_series(given.pop("counts"), given.pop("start"), **given)
    assert str(refused.value).endswith(".")
