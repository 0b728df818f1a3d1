"""Change against earlier periods."""

import numpy as np
import pytest
from scipy.stats import binomtest

from trygg_plugin.analysis.count_change import (
    compare_periods,
    comparison_periods,
    count_change,
)
from trygg_plugin.analysis.errors import AnalysisError


@pytest.mark.parametrize("before, after", [(20, 10), (40, 20), (0, 5), (3, 0), (7, 7), (100, 140)])
def test_equal_periods_agree_with_scipys_binomial_test(before, after):
    found = count_change([before], [after])
    test = binomtest(after, before + after, 0.5)
    assert found.p[0] == pytest.approx(test.pvalue, rel=1e-9)
    low, high = test.proportion_ci(0.95, method="exact")
    assert found.low[0] == pytest.approx(low / (1 - low), rel=1e-9)
    assert found.high[0] == (np.inf if high == 1 else pytest.approx(high / (1 - high), rel=1e-9))


def test_by_hand_five_from_none():
    # Given 5 events in all, all 5 in the later half: 2 * 0.5^5.
    found = count_change([0], [5])
    assert found.p[0] == pytest.approx(0.0625)
    assert found.ratio[0] == np.inf and found.difference[0] == 5 and found.direction[0] == 0


def test_nothing_in_either_period_is_no_change():
    found = count_change([0], [0])
    assert found.p[0] == 1.0 and np.isnan(found.ratio[0]) and found.direction[0] == 0
    assert found.low[0] == 0 and found.high[0] == np.inf


def test_swapping_the_periods_mirrors_the_answer():
    rng = np.random.default_rng(0)
    a, b = rng.poisson(8, 50), rng.poisson(8, 50)
    forth, back = count_change(a, b, 30, 31), count_change(b, a, 31, 30)
    assert np.allclose(forth.p, back.p)
    assert np.allclose(forth.low, 1 / back.high, rtol=1e-7)
    assert np.array_equal(forth.direction, -back.direction)


def test_lengths_of_the_periods_count():
    found = count_change([30], [31], 30, 31)
    assert found.ratio[0] == pytest.approx(1.0) and found.difference[0] == pytest.approx(0.0)
    assert found.percent[0] == pytest.approx(0.0)


def test_many_areas_without_change_are_not_called_changed():
    rng = np.random.default_rng(3)
    found = count_change(rng.poisson(5, 500), rng.poisson(5, 500))
    assert (found.direction != 0).sum() <= 1
    assert (found.p <= 0.05).mean() <= 0.05


def test_areas_without_events_do_not_weaken_the_others():
    alone = count_change([2, 5], [14, 5])
    among = count_change([2, 5] + [0] * 50, [14, 5] + [0] * 50)
    assert np.array_equal(alone.p_adjusted, among.p_adjusted[:2])
    assert (among.p_adjusted[2:] == 1).all()


def test_broken_or_missing_counts_are_refused():
    for wrong in ([1.5], [np.nan], [-1]):
        with pytest.raises(AnalysisError, match="whole counts"):
            count_change(wrong, [1])
    with pytest.raises(AnalysisError, match="no length"):
        count_change([1], [1], 0, 1)


def dates(period):
    return str(period.start), str(period.end)


def test_months_are_compared_with_months():
    now, before, year = comparison_periods("2024-03-01", "2024-04-01")
    assert now.days == 31
    assert dates(before) == ("2024-02-01", "2024-03-01")
    assert dates(year) == ("2023-03-01", "2023-04-01")
    _, before, year = comparison_periods("2024-01-01", "2024-05-01")  # a tertial
    assert dates(before) == ("2023-09-01", "2024-01-01")
    assert dates(year) == ("2023-01-01", "2023-05-01")


def test_weeks_are_compared_with_the_same_weekdays():
    now, before, year = comparison_periods("2024-03-04", "2024-03-11")
    assert dates(before) == ("2024-02-26", "2024-03-04")
    assert dates(year) == ("2023-03-06", "2023-03-13")
    assert (now.start - year.start).astype(int) % 7 == 0


def test_other_periods_keep_their_dates_and_survive_the_leap_day():
    _, before, year = comparison_periods("2024-02-10", "2024-02-29")
    assert dates(before) == ("2024-01-22", "2024-02-10")
    assert dates(year) == ("2023-02-10", "2023-03-01")
    with pytest.raises(AnalysisError, match="empty"):
        comparison_periods("2024-02-10", "2024-02-10")


def test_compare_periods_counts_each_area_in_each_period():
    days = np.array(
        ["2024-03-01", "2024-03-31T23:59", "2024-04-01", "2024-02-29", "2023-03-15", "NaT"],
        dtype="datetime64[m]",
    )
    found = compare_periods(days, [0, 1, 0, 1, 0, 0], 2, "2024-03-01", "2024-04-01")
    assert found.counts.tolist() == [1, 1]
    assert found.against_previous.before.tolist() == [0, 1]
    assert found.against_last_year.before.tolist() == [1, 0]
    assert compare_periods(days, [-1] * 6, 2, "2024-03-01", "2024-04-01").counts.sum() == 0
    with pytest.raises(AnalysisError, match="data begin on 2023-06-01"):
        compare_periods(days, [0] * 6, 1, "2024-03-01", "2024-04-01", data_from="2023-06-01")
