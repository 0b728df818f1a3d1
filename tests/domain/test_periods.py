from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trygg_plugin.domain import periods
from trygg_plugin.domain.errors import DomainError
from trygg_plugin.domain.standard import default_folder, load_standard

D = dt.date
DAYS = st.dates(D(1997, 1, 1), D(2095, 12, 31))
KINDS = st.sampled_from(periods.KINDS)


@pytest.mark.parametrize(
    ("kind", "day", "start", "end", "sv", "en"),
    [
        ("week", D(2026, 11, 22), D(2026, 11, 16), D(2026, 11, 22), "Vecka 47, 2026", "Week 47, "),
        # 1 January 2027 is a Friday: it belongs to week 53 of 2026.
        ("week", D(2027, 1, 1), D(2026, 12, 28), D(2027, 1, 3), "Vecka 53, 2026", "Week 53, 2026"),
        ("week", D(2025, 12, 29), D(2025, 12, 29), D(2026, 1, 4), "Vecka 1, 2026", "Week 1, 2026"),
        (
            "fortnight",
            D(2018, 1, 14),
            D(2018, 1, 1),
            D(2018, 1, 14),
            "Vecka 1–2, 2018",
            "Weeks 1–2, 2018",
        ),
        (
            "fortnight",
            D(2020, 12, 30),
            D(2020, 12, 28),
            D(2021, 1, 10),
            "Vecka 53, 2020 – vecka 1, 2021",
            "Week 53, 2020 – week 1, 2021",
        ),
        ("month", D(2024, 2, 29), D(2024, 2, 1), D(2024, 2, 29), "Februari 2024", "February 2024"),
        ("month", D(2026, 12, 31), D(2026, 12, 1), D(2026, 12, 31), "December 2026", "December"),
        ("tertial", D(2026, 8, 31), D(2026, 5, 1), D(2026, 8, 31), "Tertial 2, 2026", "Four-month"),
        (
            "quarter",
            D(2026, 11, 1),
            D(2026, 10, 1),
            D(2026, 12, 31),
            "Kvartal 4, 2026",
            "Quarter 4",
        ),
        ("year", D(2026, 7, 1), D(2026, 1, 1), D(2026, 12, 31), "2026", "2026"),
    ],
)
def test_bounds_and_titles(kind, day, start, end, sv, en):
    period = periods.period_of(kind, day)
    assert (period.start, period.end) == (start, end)
    assert day in period
    assert periods.title(period, "sv") == sv
    assert periods.title(period, "en").startswith(en)


@pytest.mark.parametrize(
    ("kind", "day", "before", "last_year"),
    [
        ("week", D(2026, 11, 22), D(2026, 11, 9), D(2025, 11, 17)),
        # Week 53 of 2026 has no namesake in 2025: the week of the same days instead.
        ("week", D(2026, 12, 30), D(2026, 12, 21), D(2025, 12, 29)),
        # Week 1 of 2027 follows a year of 53 weeks: still week 1 of 2026.
        ("week", D(2027, 1, 6), D(2026, 12, 28), D(2025, 12, 29)),
        ("month", D(2024, 3, 31), D(2024, 2, 1), D(2023, 3, 1)),
        ("month", D(2024, 2, 29), D(2024, 1, 1), D(2023, 2, 1)),
        ("tertial", D(2026, 1, 1), D(2025, 9, 1), D(2025, 1, 1)),
        ("quarter", D(2026, 5, 5), D(2026, 1, 1), D(2025, 4, 1)),
        ("year", D(2024, 12, 31), D(2023, 1, 1), D(2023, 1, 1)),
    ],
)
def test_what_a_period_is_compared_with(kind, day, before, last_year):
    period = periods.period_of(kind, day)
    assert periods.previous(period).start == before
    assert periods.same_last_year(period).start == last_year


@given(KINDS, DAYS)
def test_periods_tile_time(kind, day):
    period = periods.period_of(kind, day)
    assert day in period
    assert periods.period_of(kind, period.start) == period == periods.period_of(kind, period.end)
    before, after = periods.previous(period), periods.following(period)
    assert before.end + dt.timedelta(days=1) == period.start
    assert after.start - dt.timedelta(days=1) == period.end
    assert periods.following(before) == period == periods.previous(after)


@given(KINDS, DAYS)
def test_last_year_is_a_year_ago_and_a_proper_period(kind, day):
    period = periods.period_of(kind, day)
    last = periods.same_last_year(period)
    assert periods.period_of(kind, last.start) == last
    assert 356 <= (period.start - last.start).days <= 372
    if kind in ("week", "fortnight"):
        assert last.start.isoweekday() == 1


def test_an_own_anchor_shifts_the_fortnights():
    own = periods.period_of("fortnight", D(2018, 1, 10), fortnight_anchor=D(2018, 1, 8))
    assert own.start == D(2018, 1, 8)


def test_unknown_kind_and_the_codes_of_the_standard():
    with pytest.raises(DomainError, match="“decade” is not a kind of period"):
        periods.period_of("decade", D(2026, 1, 1))
    codes = load_standard(default_folder()).codelists["period_kind"].codes
    assert tuple(code.key for code in codes) == periods.KINDS


@given(DAYS, st.integers(-300, 300))
def test_adding_months_keeps_the_day_or_takes_the_last(day, months):
    later = periods.add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == min(day.day, periods.days_in_month(later.year, later.month))
