"""When a measure falls due, worked out by hand."""

from __future__ import annotations

from datetime import date

import pytest

from trygg_plugin.domain.follow_up_due import Due, due

DAY = date(2025, 3, 10)


@pytest.mark.parametrize(
    ("values", "last", "expected"),
    [
        ({"status": "proposed", "deadline": DAY}, None, None),
        ({"status": "effect_assessed", "deadline": DAY}, None, None),
        # the deadline's own day still is in time
        ({"status": "ongoing", "deadline": DAY}, None, Due("deadline", date(2025, 3, 11))),
        ({"status": "ongoing", "end_date": DAY}, None, Due("deadline", date(2025, 3, 11))),
        ({"status": "ongoing", "deadline": DAY, "follow_up_due": date(2025, 3, 1)}, None,
         Due("planned", date(2025, 3, 1))),
        # what was planned has been done; the deadline presses on
        ({"status": "ongoing", "deadline": DAY, "follow_up_due": date(2025, 3, 1)},
         date(2025, 3, 2), Due("deadline", date(2025, 3, 11))),
        ({"status": "decided", "start_date": date(2024, 8, 31), "horizon": "short"}, None,
         Due("horizon", date(2025, 2, 28))),
        ({"status": "decided", "start_date": date(2024, 8, 31)}, None, None),
        ({"status": "completed", "end_date": DAY}, None, Due("ended", DAY)),
        ({"status": "followed_up", "end_date": DAY}, date(2025, 3, 20),
         Due("effect", date(2025, 9, 10))),
        ({"status": "followed_up", "follow_up_due": date(2025, 5, 1)}, date(2025, 3, 20),
         Due("planned", date(2025, 5, 1))),
        ({"status": "followed_up"}, None, None),
    ],
)  # fmt: skip
def test_due(values, last, expected):
    assert due(values, last) == expected


def test_without_a_start_the_record_itself_began_it():
    values = {"status": "decided", "horizon": "long"}
    assert due(values, None, began=DAY) == Due("horizon", date(2027, 3, 10))


def test_overdue_counts_from_the_day_it_fell_due():
    assert Due("planned", DAY).overdue(date(2025, 3, 12)) == 2
    assert Due("planned", DAY).overdue(date(2025, 3, 9)) == -1
