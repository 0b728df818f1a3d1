"""Aoristic analysis: hand-computed weeks, properties, and two independent programs."""

from __future__ import annotations

import csv
import pathlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trygg_plugin.analysis.aoristic import aoristic, aoristic_interval
from trygg_plugin.analysis.errors import AnalysisError, Cancelled

REFERENCE = pathlib.Path(__file__).resolve().parents[3] / "shared" / "reference"
# 2024-01-01 was a Monday.
MONDAY = np.datetime64("2024-01-01T00:00:00")
HOUR = np.timedelta64(3600, "s")


def times(*texts: str) -> np.ndarray:
    return np.array(texts, dtype="datetime64[s]")


def test_four_hours_across_midnight_by_hand():
    # Sunday 22:30 to Monday 02:30 is 4 h: an eighth, a quarter, a quarter, a quarter, an eighth.
    got = aoristic(times("2024-01-07T22:30:00"), times("2024-01-08T02:30:00"))
    expected = np.zeros((7, 24))
    expected[6, 22], expected[6, 23] = 0.125, 0.25
    expected[0, 0], expected[0, 1], expected[0, 2] = 0.25, 0.25, 0.125
    np.testing.assert_allclose(got.matrix, expected, atol=1e-15)
    assert got.by_weekday[6] == pytest.approx(0.375)
    assert got.by_hour[2] == pytest.approx(0.125)


def test_exact_time_goes_to_its_hour_and_full_hour_starts_the_next():
    got = aoristic(
        times("2024-01-02T13:59:59", "2024-01-02T14:00:00"),
        times("2024-01-02T13:59:59", "2024-01-02T14:00:00"),
    )
    assert got.matrix[1, 13] == 1.0 and got.matrix[1, 14] == 1.0
    assert got.exact == 2 and got.matrix.sum() == 2.0


def test_interval_that_ends_on_the_hour_leaves_the_next_hour_empty():
    got = aoristic(times("2024-01-02T13:00:00"), times("2024-01-02T15:00:00"))
    assert got.matrix[1, 13] == got.matrix[1, 14] == 0.5 and got.matrix[1, 15] == 0.0


def test_a_week_and_a_day_wraps():
    # 192 h from Monday 00:00: every hour of Monday twice, the others once.
    got = aoristic(times("2024-01-01T00:00:00"), times("2024-01-09T00:00:00"))
    np.testing.assert_allclose(got.matrix[0], 2 / 192)
    np.testing.assert_allclose(got.matrix[1:], 1 / 192)
    assert got.longer_than_week == 1


def test_missing_and_reversed_are_left_out_and_counted():
    got = aoristic(
        times("2024-01-01T10:00", "2024-01-01T10:00", "NaT", "2024-01-01T10:00"),
        times("2024-01-01T11:00", "NaT", "2024-01-01T11:00", "2024-01-01T09:59"),
    )
    assert (got.used, got.without_end, got.without_start, got.reversed) == (1, 1, 1, 1)
    assert got.left_out == 3 and got.matrix.sum() == 1.0


def test_no_events():
    got = aoristic(times(), times())
    assert got.used == 0 and not got.matrix.any()
    limits = aoristic_interval(times(), times(), resamples=9)
    assert not limits.matrix_upper.any()


def test_years_before_1970_keep_their_weekday():
    # 1969-12-29 was a Monday.
    got = aoristic(times("1969-12-29T05:30"), times("1969-12-29T05:30"))
    assert got.matrix[0, 5] == 1.0


@pytest.mark.parametrize("weights", [[1.0], [1.0, -1.0], [1.0, float("nan")], [1.0, float("inf")]])
def test_wrong_weights_are_refused(weights):
    two = times("2024-01-01T10:00", "2024-01-01T10:00")
    with pytest.raises(AnalysisError):
        aoristic(two, two, weights)


def test_unequal_lengths_are_refused():
    with pytest.raises(AnalysisError, match="2 start times but 1 end times"):
        aoristic(times("2024-01-01", "2024-01-02"), times("2024-01-01"))


intervals = st.lists(
    st.tuples(
        st.integers(-(10**9), 2 * 10**9),
        st.one_of(st.just(0), st.integers(0, 10_000), st.integers(0, 5_000_000)),
        st.floats(0, 100),
    ),
    min_size=1,
    max_size=30,
)


def arrays(rows):
    start = np.array([r[0] for r in rows], dtype="datetime64[s]")
    end = start + np.array([r[1] for r in rows], dtype="timedelta64[s]")
    return start, end, np.array([r[2] for r in rows])


@settings(max_examples=100, deadline=None)
@given(intervals)
def test_mass_order_and_whole_weeks(rows):
    start, end, weight = arrays(rows)
    got = aoristic(start, end, weight).matrix
    tolerance = 1e-9 * max(1.0, weight.sum())
    assert got.sum() == pytest.approx(weight.sum(), abs=tolerance)
    assert got.min() >= 0.0
    back = aoristic(start[::-1], end[::-1], weight[::-1]).matrix
    np.testing.assert_allclose(back, got, atol=tolerance)
    later = aoristic(start + 168 * 5 * HOUR, end + 168 * 5 * HOUR, weight).matrix
    np.testing.assert_allclose(later, got, atol=tolerance)
    shifted = aoristic(start + HOUR, end + HOUR, weight).matrix.ravel()
    np.testing.assert_allclose(shifted, np.roll(got.ravel(), 1), atol=tolerance)


@settings(max_examples=30, deadline=None)
@given(intervals)
def test_agrees_with_a_plain_count_of_seconds(rows):
    start, end, weight = arrays([(s, min(d, 90_000), w) for s, d, w in rows[:5]])
    plain = np.zeros(168)
    monday = -3 * 86400
    for s, e, w in zip(start.astype(int), end.astype(int), weight):
        seconds = np.arange(s, e) if e > s else np.array([s])
        hours = (seconds - monday) // 3600 % 168
        plain += w * np.bincount(hours, minlength=168) / seconds.size
    got = aoristic(start, end, weight).matrix.ravel()
    np.testing.assert_allclose(got, plain, atol=1e-9 * max(1.0, weight.sum()))


def test_bootstrap_is_reproducible_and_covers_the_binomial():
    # 400 exact events, 100 of them Monday 00-01: the bootstrap count is Binomial(400, 1/4).
    start = MONDAY + np.repeat([0, 30, 60, 90], 100) * HOUR
    one = aoristic_interval(start, start, resamples=999, seed=5)
    two = aoristic_interval(start, start, resamples=999, seed=5)
    np.testing.assert_array_equal(one.matrix_lower, two.matrix_lower)
    sd = np.sqrt(400 * 0.25 * 0.75)
    assert one.matrix_lower[0, 0] == pytest.approx(100 - 1.96 * sd, abs=3)
    assert one.matrix_upper[0, 0] == pytest.approx(100 + 1.96 * sd, abs=3)
    # Sums of independent limits would be wider than the limits of the sum.
    assert one.weekday_upper.shape == (7,) and one.hour_lower.shape == (24,)
    other = aoristic_interval(start, start, resamples=999, seed=6)
    assert not np.array_equal(one.matrix_lower, other.matrix_lower)


def test_bootstrap_of_collapsed_events_equals_bootstrap_of_single_events():
    rng = np.random.default_rng(3)
    start = MONDAY + rng.integers(0, 4, 60) * 6 * HOUR + np.timedelta64(600, "s")
    end = start + rng.integers(0, 3, 60) * 2 * HOUR
    weight = rng.integers(1, 3, 60).astype(float)
    limits = aoristic_interval(start, end, weight, resamples=4000, seed=1)
    plain = np.empty((4000, 7, 24))
    for i in range(4000):
        pick = rng.integers(0, 60, 60)
        plain[i] = aoristic(start[pick], end[pick], weight[pick]).matrix
    low, high = np.percentile(plain, [2.5, 97.5], axis=0)
    np.testing.assert_allclose(limits.matrix_lower, low, atol=1.5)
    np.testing.assert_allclose(limits.matrix_upper, high, atol=1.5)


def test_bootstrap_can_be_cancelled():
    def cancel(share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        aoristic_interval([MONDAY], [MONDAY], progress=cancel)


def _dc():
    path = REFERENCE / "data" / "dc_burglaries_intervals.csv"
    if not path.exists():
        pytest.skip("The shared reference data are not beside the project.")
    with path.open() as handle:
        rows = list(csv.DictReader(handle))
    start = np.array([r["StartDateTime"] or "NaT" for r in rows], dtype="datetime64[s]")
    end = np.array(
        [r["EndDateTime"] if r["EndDateTime"] not in ("", "NA") else "NaT" for r in rows],
        dtype="datetime64[s]",
    )
    return start, end


def test_each_burglary_of_washington_agrees_with_ratcliffes_aoristic():
    start, end = _dc()
    path = REFERENCE / "values" / "aoristic" / "dc_burglaries_aoristic_df_ratcliffe.csv"
    with path.open() as handle:
        reader = csv.reader(handle)
        header = next(reader)
        first = header.index("hour1")
        reference = np.array([[float(v) for v in row[first : first + 168]] for row in reader])
    # That program's week starts on Sunday, lays intervals of more than a week flat, and
    # takes a missing end for an exact time.
    reference = np.roll(reference, -24, axis=1)
    compare = ~np.isnat(end) & (end - start <= 168 * HOUR)
    assert compare.sum() == 960
    ours = np.stack([aoristic(s, e).matrix.ravel() for s, e in zip(start[compare], end[compare])])
    np.testing.assert_allclose(ours, reference[compare], atol=1e-9)
    together = aoristic(start, end)
    assert (together.used, together.without_end, together.longer_than_week) == (988, 37, 28)
    whole = aoristic(start[compare], end[compare]).matrix.ravel()
    np.testing.assert_allclose(whole, reference[compare].sum(axis=0), rtol=1e-9)
