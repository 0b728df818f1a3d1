"""Texts of files as times, numbers and yes or no: Swedish and ISO ways of writing, no guesses.

A text that can be read in two ways is read by the profile's date order; one that cannot
be read is refused with a reason, never made into something near it.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from typing import Any, NamedTuple, Optional, Tuple

DATE_ORDERS = ("dmy", "mdy")

_MONTHS = {
    name: number
    for names in (
        "januari februari mars april maj juni juli augusti september oktober november december",
        "january february march april may june july august september october november december",
        "jan feb mar apr maj jun jul aug sep okt nov dec",
        "jan feb mar apr may jun jul aug sept oct nov dec",
    )
    for number, name in enumerate(names.split(), start=1)
}

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=\D|$)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?=\D|$)")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?=\D|$)")
_WORDS = re.compile(r"(\d{1,2})(?:\.|:e)?\s+([a-zåäö]+)\.?\s+(\d{4})(?=\D|$)", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:kl\.?\s*)?(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2})(?:[.,]\d+)?)?\s*", re.IGNORECASE
)
_COMPACT_CLOCK = re.compile(r"(\d{2})(\d{2})$")
_ZONE = re.compile(r"(?:Z|UTC|([+-])(\d{2}):?(\d{2})?)$", re.IGNORECASE)


class Moment(NamedTuple):
    """A time as written. ``has_clock``: a time of day was given. ``offset``: minutes east of
    UTC where the text says so."""

    at: dt.datetime
    has_clock: bool
    offset: Optional[int]


class Unreadable(ValueError):
    """A text that is not what it should be."""


def parse_moment(value: Any, order: str = "dmy") -> Optional[Moment]:
    """A date with or without a time of day; None for nothing. Raises Unreadable."""
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        return Moment(value.replace(tzinfo=None), True, _offset_of(value))
    if isinstance(value, dt.date):
        return Moment(dt.datetime.combine(value, dt.time()), False, None)
    text = str(value).strip()
    return _parse_moment_text(text, order) if text else None


@functools.lru_cache(maxsize=65536)
def _parse_moment_text(text: str, order: str) -> Moment:
    day, rest = _date(text, order)
    rest = rest.lstrip("T ,\u00a0").strip()
    if not rest:
        return Moment(dt.datetime.combine(day, dt.time()), False, None)
    clock, has_clock, tail = _clock(rest)
    offset = _zone(tail)
    moment = dt.datetime.combine(day, dt.time()) + clock
    return Moment(moment, has_clock, offset)


def _date(text: str, order: str) -> Tuple[dt.date, str]:
    match = _YEAR_FIRST.match(text) or _COMPACT.match(text)
    if match:
        year, month, day = (int(part) for part in match.groups())
        return _day(year, month, day, text), text[match.end() :]
    match = _YEAR_LAST.match(text)
    if match:
        first, second, year = (int(part) for part in match.groups())
        day, month = (first, second) if order == "dmy" else (second, first)
        return _day(year, month, day, text), text[match.end() :]
    match = _WORDS.match(text)
    if match and match.group(2).lower() in _MONTHS:
        month = _MONTHS[match.group(2).lower()]
        return _day(int(match.group(3)), month, int(match.group(1)), text), text[match.end() :]
    raise Unreadable


def _day(year: int, month: int, day: int, text: str) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise Unreadable from None


def parse_clock(value: Any) -> Optional[dt.timedelta]:
    """A time of day ("7", "07:32", "7.32", "0732", "kl. 7.32", 24:00) as time since midnight."""
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        value = value.time()
    if isinstance(value, dt.time):
        return dt.timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).strip()
    if not text:
        return None
    compact = _COMPACT_CLOCK.fullmatch(text)
    if compact:
        text = f"{compact.group(1)}:{compact.group(2)}"
    clock, has_clock, tail = _clock(text)
    if tail or not has_clock:
        raise Unreadable
    return clock


def _clock(text: str) -> Tuple[dt.timedelta, bool, str]:
    match = _CLOCK.match(text)
    if not match:
        # Only a zone may follow a date without a time of day.
        return dt.timedelta(), False, text
    hour, minute, second = (int(part or 0) for part in match.groups())
    midnight_after = (hour, minute, second) == (24, 0, 0)
    if (hour > 23 and not midnight_after) or minute > 59 or second > 59:
        raise Unreadable
    clock = dt.timedelta(hours=hour, minutes=minute, seconds=second)
    return clock, True, text[match.end() :].strip()


def _zone(text: str) -> Optional[int]:
    if not text:
        return None
    match = _ZONE.fullmatch(text)
    if not match:
        raise Unreadable
    if match.group(1) is None:
        return 0
    minutes = 60 * int(match.group(2)) + int(match.group(3) or 0)
    return minutes if match.group(1) == "+" else -minutes


def _offset_of(value: dt.datetime) -> Optional[int]:
    offset = value.utcoffset()
    return None if offset is None else int(offset.total_seconds() // 60)


def parse_number(value: Any) -> Optional[float]:
    """A number with decimal comma or point, spaces between thousands. Raises Unreadable."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        raise Unreadable
    if isinstance(value, (int, float)):
        number = float(value)
    else:
        text = re.sub(r"[\s\u00a0\u202f']", "", str(value)).replace("\u2212", "-")
        if not text:
            return None
        if "," in text and "." in text:
            # The last of the two is the decimal sign, the other divides thousands.
            text = text.replace("." if text.rfind(",") > text.rfind(".") else ",", "")
        text = text.replace(",", ".")
        try:
            number = float(text)
        except ValueError:
            raise Unreadable from None
    if number != number or number in (float("inf"), float("-inf")):
        raise Unreadable
    return number


_YES = frozenset(("1", "ja", "j", "yes", "y", "true", "sant", "x"))
_NO = frozenset(("0", "nej", "n", "no", "false", "falskt", "-"))


def parse_boolean(value: Any) -> Optional[bool]:
    """Yes or no in Swedish, English or digits. Raises Unreadable."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).strip().casefold()
    if not text:
        return None
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise Unreadable
