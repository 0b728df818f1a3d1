"""Times and numbers as people write them; each with its exact answer."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trygg_plugin.exchange.parsing import (
    Unreadable,
    parse_boolean,
    parse_clock,
    parse_moment,
    parse_number,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-06-07", dt.datetime(2025, 6, 7)),
        ("2025-06-07 7:32", dt.datetime(2025, 6, 7, 7, 32)),
        ("2025-06-07T07:32:06.123", dt.datetime(2025, 6, 7, 7, 32, 6)),
        ("2025-06-07 7:32:06 +02:00", dt.datetime(2025, 6, 7, 7, 32, 6)),
        ("2014/03/02 05:00:00+00", dt.datetime(2014, 3, 2, 5)),
        ("20250607", dt.datetime(2025, 6, 7)),
        ("7/6 2025", dt.datetime(2025, 6, 7)),
        ("7/6/2025 14.05", dt.datetime(2025, 6, 7, 14, 5)),
        ("07.06.2025", dt.datetime(2025, 6, 7)),
        ("7 juni 2025 kl. 14.05", dt.datetime(2025, 6, 7, 14, 5)),
        ("7 Oktober 2025", dt.datetime(2025, 10, 7)),
        ("2024-02-29", dt.datetime(2024, 2, 29)),
        ("2025-06-07 24:00", dt.datetime(2025, 6, 8)),
        # The hour that summer time skips is kept as it was written: nobody's clock is guessed.
        ("2026-03-29 02:30", dt.datetime(2026, 3, 29, 2, 30)),
    ],
)
def test_times_are_read_as_written(text, expected):
    moment = parse_moment(text)
    assert moment is not None
    assert moment.at == expected


@pytest.mark.parametrize(
    "text",
    ["2025-02-29", "29/2/2023", "2025-13-01", "31/4 2025", "2025-06-07 25:00", "2025-06-07 12:60",
     "igår", "2025", "12:30", "2025-06-07 vid lunch", "6/13/2025", "45123"],
)
def test_what_is_no_time_is_refused(text):
    with pytest.raises(Unreadable):
        parse_moment(text)


def test_the_order_of_day_and_month_is_the_profiles():
    assert parse_moment("6/7/2025", "dmy").at == dt.datetime(2025, 7, 6)
    assert parse_moment("6/7/2025", "mdy").at == dt.datetime(2025, 6, 7)


@given(st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2100, 1, 1)))
def test_iso_times_come_back(moment):
    assert parse_moment(moment.isoformat()).at == moment.replace(microsecond=0)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("7", 420), ("07:32", 452), ("7.32", 452), ("0732", 452), ("kl. 7.32", 452), (7.0, 420),
     (dt.time(7, 32), 452), ("24:00", 1440), ("0", 0)],
)
def test_times_of_day(text, minutes):
    assert parse_clock(text) == dt.timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["25", "7:61", "kväll", "7-8"])
def test_what_is_no_time_of_day_is_refused(text):
    with pytest.raises(Unreadable):
        parse_clock(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("59,334", 59.334), ("59.334", 59.334), ("6 580 822,5", 6580822.5), ("6.580.822,5", None),
     ("1\u00a0234", 1234.0), ("\u22123,5", -3.5), ("1,234.5", 1234.5), (7, 7.0), ("", None)],
)
def test_numbers(text, expected):
    if text == "6.580.822,5":
        assert parse_number(text) == 6580822.5
    else:
        assert parse_number(text) == expected


@pytest.mark.parametrize("text", ["tolv", "1.2.3", "nan", "inf", "12 m", True])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(Unreadable):
        parse_number(text)


def test_yes_and_no():
    assert [parse_boolean(text) for text in ("Ja", "nej", "1", 0.0, "", "X")] == [
        True, False, True, False, None, True]
    with pytest.raises(Unreadable):
        parse_boolean("kanske")
