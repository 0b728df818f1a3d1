"""Periods that situation pictures are compiled for: bounds, the one before, the same last year.

Weeks are ISO 8601 weeks. A tertial is four months. A fortnight is two weeks counted without a
break from an anchor Monday, since years of 53 weeks would otherwise tear one apart (ours).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Dict, Optional, Tuple

from .errors import DomainError

#: Kinds, as the codes of the list period_kind; months where a kind has whole ones.
KINDS: Tuple[str, ...] = ("week", "fortnight", "month", "tertial", "quarter", "year")
_MONTHS: Dict[str, int] = {"month": 1, "tertial": 4, "quarter": 3, "year": 12}
_DAYS: Dict[str, int] = {"week": 7, "fortnight": 14}

#: A Monday on which a fortnight begins: week 1 of 2018.
FORTNIGHT_ANCHOR = dt.date(2018, 1, 1)

_MONTH_NAMES = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "en": "January February March April May June July August September October November December",
}


@dataclass(frozen=True)
class Period:
    """A kind and its days; ``end`` is the last day that belongs to it."""

    kind: str
    start: dt.date
    end: dt.date

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    def __contains__(self, day: dt.date) -> bool:
        return self.start <= day <= self.end


def period_of(kind: str, day: dt.date, fortnight_anchor: dt.date = FORTNIGHT_ANCHOR) -> Period:
    """The period of a kind that holds a day.

    Raises DomainError for an unknown kind.
    """
    if kind in _DAYS:
        length = _DAYS[kind]
        anchor = fortnight_anchor if kind == "fortnight" else FORTNIGHT_ANCHOR
        start = day - dt.timedelta(days=(day - anchor).days % length)
        return Period(kind, start, start + dt.timedelta(days=length - 1))
    months = _months(kind)
    start = dt.date(day.year, (day.month - 1) // months * months + 1, 1)
    return Period(kind, start, add_months(start, months) - dt.timedelta(days=1))


def previous(period: Period) -> Period:
    """The period of the same kind right before."""
    if period.kind in _DAYS:
        step = dt.timedelta(days=_DAYS[period.kind])
        return Period(period.kind, period.start - step, period.end - step)
    return period_of(period.kind, period.start - dt.timedelta(days=1))


def following(period: Period) -> Period:
    """The period of the same kind right after."""
    if period.kind in _DAYS:
        step = dt.timedelta(days=_DAYS[period.kind])
        return Period(period.kind, period.start + step, period.end + step)
    return period_of(period.kind, period.end + dt.timedelta(days=1))


def same_last_year(period: Period) -> Period:
    """The period of the same season a year before.

    Months and longer: the same ones. A week: the week with the same number; week 53, which most
    years lack, and a fortnight: the one 52 weeks before, so that days of the week still match.
    """
    if period.kind == "week":
        year, week, _ = period.start.isocalendar()
        if week <= 52:
            start = dt.date.fromisocalendar(year - 1, week, 1)
            return Period(period.kind, start, start + dt.timedelta(days=6))
    if period.kind in _DAYS:
        step = dt.timedelta(days=364)
        return Period(period.kind, period.start - step, period.end - step)
    return period_of(period.kind, add_months(period.start, -12))


def title(period: Period, language: str = "sv") -> str:
    """What people call the period, such as "Vecka 47, 2026"."""
    start = period.start
    if period.kind in _DAYS:
        year, week, _ = start.isocalendar()
        last_year, last_week, _ = period.end.isocalendar()
        word = {"sv": ("Vecka", "Vecka"), "en": ("Week", "Weeks")}[language]
        if period.kind == "week":
            return f"{word[0]} {week}, {year}"
        if year == last_year:
            return f"{word[1]} {week}–{last_week}, {year}"
        return f"{word[0]} {week}, {year} – {word[0].lower()} {last_week}, {last_year}"
    if period.kind == "month":
        name = _MONTH_NAMES[language].split()[start.month - 1]
        return f"{name[0].upper()}{name[1:]} {start.year}"
    if period.kind == "year":
        return str(start.year)
    number = (start.month - 1) // _MONTHS[period.kind] + 1
    word_for = {
        "sv": {"tertial": "Tertial", "quarter": "Kvartal"},
        "en": {"tertial": "Four-month period", "quarter": "Quarter"},
    }
    return f"{word_for[language][period.kind]} {number}, {start.year}"


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months later; the last day of the month where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    month += 1
    return dt.date(year, month, min(day.day, days_in_month(year, month)))


def as_date(value: object) -> Optional[dt.date]:
    """The day of a date, a moment or an ISO text, as records hold them; None for anything else."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        try:
            return dt.date.fromisoformat(value[:10])
        except ValueError:
            return None
    return None


def days_in_month(year: int, month: int) -> int:
    if month == 12:
        return 31
    return (dt.date(year, month + 1, 1) - dt.date(year, month, 1)).days


def _months(kind: str) -> int:
    if kind not in _MONTHS:
        raise DomainError(
            "“{kind}” is not a kind of period; known are {known}.",
            kind=kind,
            known=", ".join(KINDS),
        )
    return _MONTHS[kind]
