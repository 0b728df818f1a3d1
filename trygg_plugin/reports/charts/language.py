"""Numbers, names and dates in the two languages of our reports.

Reports have a language of their own, whatever QGIS runs in, so that Qt's locale is no help here.
"""

from __future__ import annotations

import math
from datetime import date
from typing import Optional

_NBSP = "\u00a0"
_MINUS = "\u2212"

_MONTHS = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_WEEKDAYS = {
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}


class Language:
    """Swedish or English words and formats: ``Language("sv")``; all else reads as English."""

    def __init__(self, code: str) -> None:
        self.code = "sv" if code.lower().startswith("sv") else "en"
        self.swedish = self.code == "sv"

    def say(self, english: str, swedish: str) -> str:
        """The text in this language."""
        return swedish if self.swedish else english

    def month(self, number: int) -> str:
        """Name of month 1 to 12."""
        return _MONTHS[self.code].split()[number - 1]

    def month_short(self, number: int) -> str:
        """Three letters of month 1 to 12."""
        return self.month(number)[:3]

    def weekday(self, number: int) -> str:
        """Name of weekday 0 (Monday) to 6 (Sunday)."""
        return _WEEKDAYS[self.code].split()[number]

    def weekday_short(self, number: int) -> str:
        """Three letters of weekday 0 (Monday) to 6."""
        return self.weekday(number)[:3]

    def number(self, value: Optional[float], decimals: Optional[int] = None) -> str:
        """A number as the language writes it; a dash where there is none.

        Without ``decimals``: none for whole numbers, else one.
        """
        if value is None or math.isnan(value):
            return "–"
        if math.isinf(value):
            return (_MINUS if value < 0 else "") + "∞"
        if decimals is None:
            decimals = 0 if abs(value - round(value)) < 1e-9 or abs(value) >= 1000 else 1
        text = f"{abs(value):,.{decimals}f}"
        if self.swedish:
            text = text.replace(",", _NBSP).replace(".", ",")
        negative = value < 0 and any(digit in text for digit in "123456789")
        return (_MINUS if negative else "") + text

    def percent(self, share: Optional[float], decimals: int = 0) -> str:
        """A share (0 to 1) in per cent."""
        space = _NBSP if self.swedish else ""
        value = None if share is None else 100.0 * share
        return f"{self.number(value, decimals)}{space}%"

    def date(self, day: date) -> str:
        """A date in words, "3 maj 2026" or "3 May 2026"."""
        return f"{day.day}{_NBSP}{self.month(day.month)} {day.year}"

    def date_short(self, day: date) -> str:
        """A date without a year, "3 maj" or "3 May"."""
        return f"{day.day}{_NBSP}{self.month_short(day.month)}"

    def listing(self, parts: list[str]) -> str:
        """ "a, b och c" or "a, b and c"."""
        if len(parts) < 2:
            return "".join(parts)
        return ", ".join(parts[:-1]) + self.say(" and ", " och ") + parts[-1]
