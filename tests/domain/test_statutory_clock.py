from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trygg_plugin.domain import statutory_clock as sc

D = dt.date


@pytest.mark.parametrize(
    ("decided", "due"),
    [
        (D(2024, 6, 17), D(2026, 6, 17)),
        (D(2024, 2, 29), D(2026, 2, 28)),  # leap day
        (D(2022, 2, 28), D(2024, 2, 28)),  # not moved to the leap day
        (D(2024, 8, 31), D(2026, 8, 31)),
        (D(2023, 12, 31), D(2025, 12, 31)),
    ],
)
def test_due_date(decided, due):
    assert sc.due_date(decided) == due


@pytest.mark.parametrize(
    ("today", "months", "days", "status"),
    [
        (D(2024, 6, 17), 24, 730, sc.IN_TIME),
        (D(2024, 6, 18), 23, 729, sc.IN_TIME),
        (D(2025, 12, 16), 6, 183, sc.IN_TIME),
        (D(2025, 12, 17), 6, 182, sc.DUE),  # six months before: the warning begins
        (D(2026, 5, 18), 0, 30, sc.DUE),
        (D(2026, 6, 17), 0, 0, sc.DUE),  # the last day is still in time
        (D(2026, 6, 18), 0, -1, sc.OVERDUE),
        (D(2026, 7, 17), -1, -30, sc.OVERDUE),
        (D(2026, 11, 22), -5, -158, sc.OVERDUE),
    ],
)
def test_clock_of_a_decision_of_17_june_2024(today, months, days, status):
    clock = sc.clock(D(2024, 6, 17), today)
    assert (clock.months_left, clock.days_left, clock.status) == (months, days, status)


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        (D(2026, 1, 31), D(2026, 2, 28), 1),  # month ends count as the same day
        (D(2026, 1, 31), D(2026, 2, 27), 0),
        (D(2024, 1, 31), D(2024, 2, 28), 0),
        (D(2024, 1, 31), D(2024, 2, 29), 1),
        (D(2026, 3, 31), D(2026, 1, 31), -2),
        (D(2026, 3, 1), D(2026, 3, 1), 0),
    ],
)
def test_whole_months(start, end, months):
    assert sc.whole_months(start, end) == months


def test_own_months_and_warning():
    clock = sc.clock(D(2026, 1, 1), D(2026, 10, 15), months=12, warning_months=3)
    assert (clock.due_date, clock.months_left, clock.status) == (D(2027, 1, 1), 2, sc.DUE)


@given(st.dates(D(2023, 7, 1), D(2090, 1, 1)), st.integers(0, 1200))
def test_the_clock_only_runs_down(decided, days):
    today = decided + dt.timedelta(days=days)
    now, tomorrow = sc.clock(decided, today), sc.clock(decided, today + dt.timedelta(days=1))
    order = (sc.IN_TIME, sc.DUE, sc.OVERDUE)
    assert order.index(now.status) <= order.index(tomorrow.status)
    assert tomorrow.months_left <= now.months_left
    assert (now.status == sc.OVERDUE) == (now.days_left < 0)
    assert (now.months_left > 0) <= (now.days_left > 0)


@pytest.mark.parametrize(
    ("decided", "warned", "due"),
    [
        # month ends: six months before 31 August is the last of February, leap year or not
        (D(2022, 8, 31), D(2024, 2, 29), D(2024, 8, 31)),
        (D(2021, 8, 31), D(2023, 2, 28), D(2023, 8, 31)),
        (D(2024, 5, 31), D(2025, 11, 30), D(2026, 5, 31)),
        # a leap day falls due on 28 February; 31 August + 6 months is that day too
        (D(2024, 2, 29), D(2025, 8, 28), D(2026, 2, 28)),
        # the days on which clocks change are days like others
        (D(2024, 3, 31), D(2025, 9, 30), D(2026, 3, 31)),
        (D(2024, 10, 27), D(2026, 4, 27), D(2026, 10, 27)),
    ],
)
def test_month_ends_leap_years_and_days_when_clocks_change(decided, warned, due):
    assert sc.due_date(decided) == due
    day = dt.timedelta(days=1)
    assert sc.clock(decided, warned - day).status == sc.IN_TIME
    assert sc.clock(decided, warned).status == sc.DUE
    assert sc.clock(decided, due).status == sc.DUE
    assert sc.clock(decided, due + day).status == sc.OVERDUE


@given(st.integers(2000, 2096))
def test_no_decision_gets_more_than_two_years(year):
    """Every day of a year, leap day and month ends included: never a day past two years."""
    day = D(year, 1, 1)
    while day.year == year:
        due = sc.due_date(day)
        assert (due.year, due.month) == (day.year + 2, day.month)
        assert due.day <= day.day
        assert 730 <= (due - day).days <= 731
        day += dt.timedelta(days=1)
