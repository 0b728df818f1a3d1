"""Days that may be compared: as many, and of the same season."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trygg_plugin.domain.effect_windows import FEWEST_DAYS, KNOWN_SLACK, Windows, days_of, suggest

START = date(2024, 5, 1)
DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


def test_whole_years_come_first():
    first, second = suggest(START, date(2025, 8, 1))
    assert first == Windows(
        "season", (date(2023, 5, 1), date(2024, 4, 30)), (START, date(2025, 4, 30))
    )
    assert second.kind == "adjacent" and second.after == (START, date(2025, 8, 1))
    assert second.before[1] == date(2024, 4, 30) and second.lengths == (458, 458)


def test_before_a_year_has_passed_the_same_days_a_year_ago():
    first, second = suggest(START, date(2024, 7, 31))
    assert first == Windows(
        "season", (date(2023, 5, 1), date(2023, 7, 31)), (START, date(2024, 7, 31))
    )
    assert first.same_season and not second.same_season


def test_two_years_where_both_sides_have_them():
    first = suggest(START, date(2026, 12, 1))[0]
    assert first.before == (date(2022, 5, 1), date(2024, 4, 30))
    short = suggest(START, date(2026, 12, 1), first_report=date(2023, 1, 1))[0]
    assert short.before == (date(2023, 5, 1), date(2024, 4, 30))


def test_no_days_that_nobody_reported_from():
    (only,) = suggest(START, date(2024, 12, 1), first_report=date(2024, 2, 1))
    assert only.kind == "adjacent" and only.before == (date(2024, 2, 1), date(2024, 4, 30))
    assert suggest(START, date(2024, 12, 1), first_report=date(2024, 4, 20)) == []


def test_too_little_time_says_nothing():
    assert suggest(START, START + timedelta(days=FEWEST_DAYS - 2)) == []


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(start=DAYS, days=st.integers(FEWEST_DAYS, 3000), known=st.integers(0, 3000))
def test_windows_are_alike_and_apart(start, days, known):
    first_report = start - timedelta(days=known)
    for one in suggest(start, start + timedelta(days=days), first_report):
        before, after = one.lengths
        # a leap day may stand in only one of them
        assert abs(before - after) <= (2 if one.kind == "season" else 0)
        assert one.before[1] < one.after[0] == start
        assert one.before[0] >= first_report - timedelta(days=KNOWN_SLACK)
        assert days_of(one.after) <= days + 1
        assert one.same_season or one.kind == "adjacent"
