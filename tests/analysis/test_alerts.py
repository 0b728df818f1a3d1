"""Alerts: by hand, by simulation, and against R's surveillance and two e-test programs."""

from __future__ import annotations

import json
import pathlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from trygg_plugin.analysis.alerts import FarringtonSettings, e_test, ears, farrington_flexible
from trygg_plugin.analysis.errors import AnalysisError, Cancelled

REFERENCE = pathlib.Path(__file__).resolve().parents[3] / "shared" / "reference"
Z99 = 2.3263478740408408


def reference():
    path = REFERENCE / "values" / "alerts" / "polisen_weekly_surveillance.json"
    if not path.exists():
        pytest.skip("The shared reference data are not beside the project.")
    return json.loads(path.read_text())


# ------------------------------------------------------------------ EARS


def test_c1_and_c2_by_hand():
    # Seven weeks 1..7: mean 4, standard deviation sqrt(28/6).
    y = [1, 2, 3, 4, 5, 6, 7, 10, 4, 9]
    sd = np.sqrt(28 / 6)
    c1 = ears(y, "C1")
    assert np.isnan(c1.upper[:7]).all() and not c1.alert[:7].any()
    assert c1.expected[7] == 4.0 and c1.upper[7] == pytest.approx(4 + Z99 * sd)
    assert c1.score[7] == pytest.approx(6 / sd) and c1.alert[7]
    c2 = ears(y, "C2")
    assert np.isnan(c2.upper[:9]).all()
    assert c2.upper[9] == pytest.approx(4 + Z99 * sd) and not c2.alert[9]


def test_c3_adds_what_the_two_periods_before_exceeded():
    rng = np.random.default_rng(0)
    y = rng.poisson(6, 60)
    c2, c3 = ears(y, "C2"), ears(y, "C3")
    for i in range(13, 60):
        past = sum(max(0.0, c2.score[j] - 1.0) for j in (i - 1, i - 2))
        sd = (c2.upper[i] - c2.expected[i]) / Z99
        assert c3.upper[i] == pytest.approx(c2.expected[i] + sd * (Z99 - past))
        assert c3.score[i] == pytest.approx(past + max(0.0, c2.score[i] - 1.0))


def test_ears_agrees_with_surveillance():
    data = reference()
    at = np.array(data["range"]) - 1
    for column, name in enumerate(("misshandel", "skadegorelse")):
        y = np.array(data[name], dtype=float)
        for method in ("C1", "C2"):
            got = ears(y, method)
            theirs = np.array(data[method]["upper"])[:, column]
            np.testing.assert_allclose(got.upper[at], theirs, rtol=1e-9)
            np.testing.assert_array_equal(got.alert[at], np.array(data[method]["alarm"])[:, column])
        # It returns its documented limit of C3 plus the period's own deviation.
        got = ears(y, "C3")
        theirs = np.array(data["C3"]["upper"])[:, column]
        np.testing.assert_allclose(
            got.upper[at] + (y - got.expected)[at], theirs, rtol=1e-9, atol=1e-9
        )


def test_quiet_periods():
    y = [0] * 12 + [1]
    assert ears(y).alert[-1]
    assert not ears(y, min_sigma=1.0).alert[-1]
    assert ears([0] * 12).score[-1] == 0.0
    assert np.isnan(ears([5, 6]).upper).all()
    assert ears([]).upper.size == 0


@pytest.mark.parametrize(
    ("counts", "options"),
    [
        ([1, np.nan], {}), ([-1], {}), ([1], {"method": "C4"}), ([1], {"alpha": 0.9}),
        ([1], {"baseline": 1}),
    ],
)  # fmt: skip
def test_ears_refuses_with_a_sentence(counts, options):
    with pytest.raises(AnalysisError):
        ears(counts, **options)


# ------------------------------------------------------------------ Farrington


OLD = FarringtonSettings(
    years_back=2, half_window=3, seasons=1, skip_recent=4, alpha=0.01, trend_alpha=0.05,
    method="delta",
)  # fmt: skip


def test_limit_by_hand():
    # Without trend and seasons the expectation is the mean of the 14 windows' weeks.
    y = np.tile([4.0, 6.0], 60)
    got = farrington_flexible(y, OLD, first=119)
    rows = np.concatenate([np.arange(119 - 52 * k - 3, 119 - 52 * k + 4) for k in (1, 2)])
    mean = y[rows].mean()
    # Scatter below Poisson counts as Poisson: variance 1 + 1/14 of the mean.
    root = mean ** (2 / 3) + Z99 * np.sqrt(4 / 9 * mean ** (1 / 3) * (1 + 1 / 14))
    assert got.expected[119] == pytest.approx(mean)
    assert got.upper[119] == pytest.approx(root**1.5)
    assert got.score[119] == pytest.approx((6 - mean) / (root**1.5 - mean))
    assert np.isnan(got.upper[:119]).all()


def test_agrees_with_surveillance():
    data = reference()
    at = np.array(data["range"]) - 1
    same = FarringtonSettings(**{**OLD.__dict__, "error_as_surveillance": True})
    for column, name in enumerate(("misshandel", "skadegorelse")):
        theirs = np.array(data["farrington"]["upper"])[:, column]
        alarm = np.array(data["farrington"]["alarm"])[:, column]
        got = farrington_flexible(data[name], same)
        np.testing.assert_allclose(got.upper[at], theirs, rtol=1e-9)
        np.testing.assert_array_equal(got.alert[at], alarm)
        # The published formula gives slightly higher limits, and here the same alerts.
        ours = farrington_flexible(data[name], OLD)
        assert (ours.upper[at] > theirs).all()
        assert (ours.upper[at] < theirs * 1.05).all()
        np.testing.assert_array_equal(ours.alert[at], alarm)


def test_negative_binomial_limit_of_a_poisson_series():
    y = np.random.default_rng(3).poisson(8, 320)
    got = farrington_flexible(y)
    judged = np.flatnonzero(~np.isnan(got.upper))
    assert judged[0] == 5 * 52 + 3
    # The quantile of a law with at least that mean's Poisson scatter.
    assert (got.upper[judged] >= stats.poisson.ppf(0.99, got.expected[judged])).all()
    assert np.mean(got.alert[judged]) <= 0.1


def test_season_and_trend_are_followed():
    t = np.arange(330)
    y = np.rint(40 * np.exp(0.001 * t) * (1 + 0.5 * np.sin(2 * np.pi * t / 52)))
    got = farrington_flexible(y)
    judged = ~np.isnan(got.expected)
    # At a peak above all earlier ones the trend is dropped: never beyond what was seen.
    np.testing.assert_allclose(got.expected[judged], y[judged], rtol=0.2)
    low = judged & (y < 50)
    np.testing.assert_allclose(got.expected[low], y[low], rtol=0.05)
    assert not got.alert.any()
    y[320] += 60
    assert farrington_flexible(y).alert[320]


def test_a_past_outbreak_raises_the_limit_less_when_reweighted():
    y = np.random.default_rng(5).poisson(6, 300).astype(float)
    y[290 - 52 * 2] = 60
    weighted = farrington_flexible(y, first=290).upper[290]
    plain = farrington_flexible(y, FarringtonSettings(reweight=False), first=290).upper[290]
    assert weighted < plain


def test_no_alert_for_hardly_any_event_and_none_ever():
    y = np.zeros(280)
    y[279] = 4
    assert not farrington_flexible(y, first=270).alert.any()
    y[279] = 5
    assert farrington_flexible(y, first=270).alert[279]
    short = farrington_flexible([3, 4, 5])
    assert np.isnan(short.upper).all() and not short.alert.any()


def test_seasons_share_the_year_as_in_surveillance():
    from trygg_plugin.analysis.alerts import _baseline

    rows, level = _baseline(600, FarringtonSettings())
    # Seven weeks of level 0 in each of five years; nine further levels of five weeks.
    assert np.bincount(level)[0] == 35
    assert rows[0] == 600 - 5 * 52 - 3 and rows[-1] == 600 - 27
    year = level[rows < 600 - 4 * 52 - 3]
    assert np.bincount(year).tolist() == [7] + [5] * 9
    # A remainder goes to the first parts: 45 weeks in 7 parts are 7, 7, 7, 6, 6, 6, 6.
    _rows, level = _baseline(600, FarringtonSettings(seasons=8))
    assert np.bincount(level[:52]).tolist() == [7, 7, 7, 7, 6, 6, 6, 6]


@pytest.mark.parametrize(
    "options",
    [
        {"years_back": 0}, {"half_window": -1}, {"seasons": 0}, {"method": "muan"},
        {"alpha": 0.7}, {"half_window": 30},
    ],
)  # fmt: skip
def test_farrington_refuses_with_a_sentence(options):
    with pytest.raises(AnalysisError):
        farrington_flexible([1] * 400, FarringtonSettings(**options))


def test_cancel():
    def cancel(share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        farrington_flexible([3] * 300, progress=cancel)


# ------------------------------------------------------------------ e-test


def plain_e_test(k1, k2, n1, n2):
    rate = (k1 + k2) / (n1 + n2)
    x1, x2 = np.arange(300)[:, None], np.arange(300)[None, :]
    with np.errstate(invalid="ignore"):
        t = np.nan_to_num(np.abs(x1 / n1 - x2 / n2) / np.sqrt(x1 / n1**2 + x2 / n2**2))
    seen = abs(k1 / n1 - k2 / n2) / np.sqrt(k1 / n1**2 + k2 / n2**2)
    mass = stats.poisson.pmf(x1, rate * n1) * stats.poisson.pmf(x2, rate * n2)
    return mass[t >= seen - 1e-12].sum()


def test_e_test_agrees_with_ptools_and_crimepy():
    assert e_test(20, 10) == pytest.approx(0.0688317821081095, rel=1e-9)
    assert e_test(40, 20, 2, 1) == pytest.approx(1.0)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 40), st.integers(0, 40), st.sampled_from([(1, 1), (2, 1), (0.5, 3)]))
def test_e_test_equals_a_plain_sum_and_is_symmetric(k1, k2, exposure):
    n1, n2 = exposure
    p = e_test(k1, k2, n1, n2)
    assert 0.0 <= p <= 1.0
    assert p == pytest.approx(e_test(k2, k1, n2, n1), rel=1e-9)
    if k1 + k2:
        assert p == pytest.approx(plain_e_test(k1, k2, n1, n2), rel=1e-9, abs=1e-15)


def test_e_test_of_large_counts_nears_the_normal_test():
    p = e_test(1_000_000, 1_003_000)
    z = 3000 / np.sqrt(2_003_000)
    assert p == pytest.approx(2 * stats.norm.sf(z), rel=1e-3)
    assert e_test(0, 0) == 1.0


@pytest.mark.parametrize("arguments", [(-1, 2), (1.5, 2), (1, 2, 0, 1), (1, 2, 1, float("nan"))])
def test_e_test_refuses_with_a_sentence(arguments):
    with pytest.raises(AnalysisError):
        e_test(*arguments)
