"""Calendar counts and expected bands: hand-computed calendars and coverage by simulation."""

from __future__ import annotations

import datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from trygg_plugin.analysis import calendar_trend as ct
from trygg_plugin.analysis.errors import AnalysisError


def dates(*texts: str) -> np.ndarray:
    return np.array(texts, dtype="datetime64[m]")


def test_months_by_hand():
    got = ct.monthly_counts(
        dates("2023-11-30T23:59", "2023-12-01", "2024-02-29T12:00", "2024-03-01", "NaT"),
        "2023-11-15",
        "2024-02-29",
    )
    assert got.start.astype(str).tolist() == [
        "2023-11-01",
        "2023-12-01",
        "2024-01-01",
        "2024-02-01",
    ]
    assert got.counts.tolist() == [1, 1, 0, 1]
    assert got.days.tolist() == [16, 31, 31, 29]
    assert got.complete.tolist() == [False, True, True, True]
    assert got.season.tolist() == [10, 11, 0, 1]
    assert got.year.tolist() == [2023, 2023, 2024, 2024]
    assert got.outside == 2


@settings(max_examples=60, deadline=None)
@given(st.dates(datetime.date(1960, 1, 1), datetime.date(2060, 1, 1)), st.integers(0, 900))
def test_weeks_are_iso_weeks(first, span):
    last = first + datetime.timedelta(days=span)
    days = np.arange(np.datetime64(first), np.datetime64(last) + 1)
    got = ct.weekly_counts(days, first, last)
    assert got.counts.sum() == span + 1
    np.testing.assert_array_equal(got.counts, got.days)
    for start, year, season in zip(got.start, got.year, got.season):
        iso = start.astype(object).isocalendar()
        assert (iso[0], iso[1], iso[2]) == (year, season + 1, 1)


def test_weights_are_summed():
    got = ct.monthly_counts(dates("2024-01-05", "2024-01-06"), "2024-01-01", "2024-01-31", [2, 0.5])
    assert got.counts.tolist() == [2.5]
    with pytest.raises(AnalysisError, match="without weights"):
        ct.expected_band(got)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [("2024-02-01", "2024-01-01", "exchange"), ("NaT", "2024-01-01", "give both")],
)
def test_wrong_span_is_refused(first, last, words):
    with pytest.raises(AnalysisError, match=words):
        ct.monthly_counts(dates("2024-01-05"), first, last)


def _months(counts: np.ndarray, first_year: int) -> ct.PeriodCounts:
    start = np.datetime64(f"{first_year}-01", "M") + np.arange(counts.size)
    times = np.repeat(start.astype("datetime64[D]"), counts)
    last = (start[-1] + 1).astype("datetime64[D]") - 1
    return ct.monthly_counts(times, f"{first_year}-01-01", last)


def test_band_by_hand():
    # Three Januaries of 2, 4 and 3: S = 9, k = 3; the next one is negative binomial with
    # size 9.5 and probability 3/4.
    counts = np.zeros(48, dtype=int)
    counts[[0, 12, 24, 36]] = 2, 4, 3, 9
    band = ct.expected_band(_months(counts, 2020))
    assert band.expected[36] == 3.0 and band.baseline[36] == 3
    assert band.dispersion[36] == 1.0
    law = stats.nbinom(9.5, 0.75)
    assert (band.lower[36], band.upper[36]) == (law.ppf(0.025), law.ppf(0.975)) == (0.0, 8.0)
    assert band.above[36] and not band.below[36]
    assert np.isnan(band.expected[:12]).all() and not band.above[:12].any()


def test_band_after_years_without_any_event_is_not_zero_wide():
    band = ct.expected_band(_months(np.zeros(36, dtype=int), 2020))
    assert band.expected[24] == 0.0 and band.lower[24] == 0.0 and 1 <= band.upper[24] <= 3


def test_band_of_a_month_that_is_half_over_expects_half():
    times = np.arange(np.datetime64("2020-01-01"), np.datetime64("2023-01-16"))
    got = ct.monthly_counts(times, "2020-01-01", "2023-01-15")
    band = ct.expected_band(got)
    assert band.expected[-1] == pytest.approx(15.0)
    assert not band.below[-1]


def test_band_covers_what_it_says_for_poisson_and_for_scattered_counts():
    rng = np.random.default_rng(7)
    for mean, scatter in ((0.6, None), (8.0, None), (40.0, 10.0)):
        rate = mean * (1 + 0.4 * np.sin(np.arange(72) / 12 * 2 * np.pi))
        inside = []
        for _ in range(60):
            local = rate if scatter is None else rng.gamma(scatter, rate / scatter)
            band = ct.expected_band(months := _months(rng.poisson(local), 2015), level=0.9)
            last = slice(60, 72)
            inside.append(
                (months.counts[last] >= band.lower[last])
                & (months.counts[last] <= band.upper[last])
            )
        # Discrete limits cover at least what they say; scatter is estimated, so near it.
        assert 0.86 <= np.mean(inside) <= 0.995


def test_band_of_a_period_does_not_change_when_time_goes_on():
    counts = np.random.default_rng(1).poisson(5, 72)
    short, whole = (
        ct.expected_band(_months(counts[:60], 2015)),
        ct.expected_band(_months(counts, 2015)),
    )
    np.testing.assert_array_equal(short.upper, whole.upper[:60])


def test_week_53_uses_week_52():
    counts = ct.weekly_counts(dates(), "2015-01-01", "2020-12-31")
    band = ct.expected_band(counts, half_window=1)
    week53 = np.flatnonzero((counts.season == 52) & (counts.year == 2020))
    assert week53.size == 1 and band.baseline[week53[0]] > 0


def test_moving_average_by_hand():
    got = ct.moving_average([1, 2, 6, 3], 3)
    np.testing.assert_array_equal(got, [np.nan, 3, 11 / 3, np.nan])
    got = ct.moving_average([1, 2, 6, 3], 3, centred=False)
    np.testing.assert_array_equal(got, [np.nan, np.nan, 3, 11 / 3])
    # An even width, centred: half, whole, half.
    np.testing.assert_allclose(ct.moving_average([1, 2, 6], 2), [np.nan, 2.75, np.nan])
    assert np.isnan(ct.moving_average([1, 2], 5)).all()
    with pytest.raises(AnalysisError):
        ct.moving_average([1], 0)


def test_centred_twelve_months_remove_the_season():
    season = np.tile(np.arange(12.0), 4)
    got = ct.moving_average(season, 12)
    assert np.isfinite(got).sum() == 48 - 12
    np.testing.assert_allclose(got[np.isfinite(got)], 5.5)


def test_year_wheel_by_hand():
    wheel = ct.year_wheel(_months(np.array([31] * 12), 2023))
    assert wheel.rate[0] == 1.0 and wheel.rate[1] == pytest.approx(31 / 28)
    assert wheel.relative[0] == pytest.approx(1.0 / (372 / 365))
    exact = stats.chi2.ppf(0.025, 62) / 2, stats.chi2.ppf(0.975, 64) / 2
    assert wheel.lower[0] * 31 == pytest.approx(exact[0])
    assert wheel.upper[0] * 31 == pytest.approx(exact[1])
    part = ct.year_wheel(ct.monthly_counts(dates(), "2024-03-01", "2024-04-10"))
    assert np.isnan(part.rate[0]) and part.rate[2] == 0.0 and part.upper[2] > 0


def test_swedish_holidays():
    assert ct.easter_sunday(2024) == datetime.date(2024, 3, 31)
    assert ct.easter_sunday(2019) == datetime.date(2019, 4, 21)
    assert ct.easter_sunday(2038) == datetime.date(2038, 4, 25)
    free, eves = ct.swedish_holidays(2024)
    assert [d.isoformat() for d in free] == [
        "2024-01-01", "2024-01-06", "2024-03-29", "2024-03-31", "2024-04-01", "2024-05-01",
        "2024-05-09", "2024-05-19", "2024-06-06", "2024-06-22", "2024-11-02", "2024-12-25",
        "2024-12-26",
    ]  # fmt: skip
    assert [d.isoformat() for d in eves] == [
        "2024-04-30", "2024-06-21", "2024-12-24", "2024-12-31",
    ]  # fmt: skip
    assert datetime.date(2004, 5, 31) in ct.swedish_holidays(2004)[0]
    assert datetime.date(2004, 6, 6) not in ct.swedish_holidays(2004)[0]


def test_day_types_by_hand():
    week = dates("2024-01-08", "2024-01-12", "2024-01-13", "2024-01-14", "2024-05-01", "2024-06-21")
    assert [ct.DAY_TYPES[k] for k in ct.day_types(week)] == [
        "workday", "friday", "saturday", "sunday_or_holiday", "sunday_or_holiday", "eve",
    ]  # fmt: skip
    got = ct.day_type_counts(
        dates("2024-01-08T10:00", "2024-01-12T23:59", "2024-02-01"), "2024-01-08", "2024-01-14"
    )
    assert got.counts.tolist() == [1, 1, 0, 0, 0]
    assert got.days.tolist() == [4, 1, 1, 1, 0]
    assert got.rate[0] == 0.25 and np.isnan(got.rate[4]) and got.outside == 1
    with pytest.raises(AnalysisError, match="missing"):
        ct.day_types(dates("NaT"))
