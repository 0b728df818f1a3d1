"""Numbers and days as the language of the interface writes them, in one place.

The system's formats are of no use beside sentences in another language: a Swedish panel on an
English system would say "12.5" in one line and "12,5" in the next. Days are written as in Swedish
administration, year first, in both languages: the one way that nobody reads the wrong way round.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from math import isfinite
from typing import Optional, Union

from qgis.PyQt.QtCore import QDate, QDateTime, QLocale

from ..i18n import user_language

_ENGLISH_THOUSANDS = re.compile(r"[-+]?\d{1,3}(,\d{3})+(\.\d*)?")
_DAY, _MOMENT = "yyyy-MM-dd", "yyyy-MM-dd HH:mm"


def locale() -> QLocale:
    """How the language of the interface writes numbers."""
    return QLocale(
        QLocale.Language.Swedish if user_language() == "sv" else QLocale.Language.English
    )


def number(value: Optional[float], decimals: Optional[int] = None) -> str:
    """A number; a dash where there is none.

    Without ``decimals``: as many as it has, at most two.
    """
    if value is None:
        return "–"
    if decimals is None:
        text = f"{value:.2f}".rstrip("0").rstrip(".")
        decimals = len(text.partition(".")[2])
    return str(locale().toString(float(value), "f", decimals))


def typed(value: float) -> str:
    """A number as it stands in a field: all that :func:`read_number` needs to find it again."""
    text = repr(float(value)).removesuffix(".0") if "e" not in repr(value) else f"{value:.6f}"
    return text.replace(".", ",") if user_language() == "sv" else text


def count(value: int) -> str:
    """A whole number, its thousands apart."""
    return number(value, 0)


def read_number(text: str) -> Optional[float]:
    """What a person typed as a number, with comma or point; None where it is none.

    Spaces apart thousands in both languages, and in English so do commas before three digits.
    """
    plain = "".join(text.split()).replace("\u2212", "-")
    if user_language() == "en" and _ENGLISH_THOUSANDS.fullmatch(plain):
        plain = plain.replace(",", "")
    value, good = QLocale.c().toDouble(plain.replace(",", "."))
    return float(value) if good and isfinite(value) else None


def day(value: Union[date, QDate, None]) -> str:
    """A day, "2026-05-03"; a dash where there is none."""
    if value is None:
        return "–"
    if isinstance(value, QDate):
        return str(value.toString(_DAY))
    return f"{value:%Y-%m-%d}"


def moment(value: Union[datetime, QDateTime]) -> str:
    """A moment to the minute, "2026-05-03 14:05"."""
    if isinstance(value, QDateTime):
        return str(value.toString(_MOMENT))
    return f"{value:%Y-%m-%d %H:%M}"
