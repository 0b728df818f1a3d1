"""The year as a calendar: every day a box, weeks side by side."""

from __future__ import annotations

import math
from datetime import date, timedelta
from typing import Optional, Sequence

from .language import Language
from .lettering import text_width
from .palette import GRID, SOFT_INK
from .scales import Heat
from .svg import BODY, FULL, SMALL, Canvas, Size

_YEAR_GAP = 30


def calendar_heat(
    first_day: date, counts: Sequence[float], language: str,
    title: str = "", size: Optional[Size] = None,
) -> str:  # fmt: skip
    """SVG of a calendar with a row of weeks per year.

    ``counts``: events per day, consecutive from ``first_day``; NaN where not known. The height
    follows the number of years unless ``size`` is given (5 years fill an A4 page).
    """
    lang = Language(language)
    values = [float(v) for v in counts]
    years = sorted({(first_day + timedelta(days=i)).year for i in range(len(values))})
    width = FULL[0] if size is None else size[0]
    left = 10 + max(text_width(lang.weekday_short(d), 10) for d in range(7))
    box = (width - left - 6) / 54
    block = 7 * box + _YEAR_GAP
    if size is None:
        size = (width, round((26 if title else 6) + max(1, len(years)) * block + 26))
    canvas = Canvas(size, title, calendar_heat_text(first_day, counts, language), lang.code)
    found = [v for v in values if not math.isnan(v)]
    if not found or max(found) <= 0:
        canvas.empty(lang.say("No incidents in the period.", "Inga händelser under perioden."))
        return canvas.to_string()
    heat = Heat(max(found), all(v == int(v) for v in found))
    tops = {year: canvas.top + i * block + _YEAR_GAP - 4 for i, year in enumerate(years)}
    for year, top in tops.items():
        canvas.text(4, top - 6, str(year), size=BODY, bold=True)
        for day in (0, 2, 4, 6):
            canvas.middle(left - 5, top + (day + 0.5) * box, lang.weekday_short(day),
                          size=10, anchor="end", fill=SOFT_INK)  # fmt: skip
    for i, value in enumerate(values):
        day = first_day + timedelta(days=i)
        x = left + _week(day) * box
        y = tops[day.year] + day.weekday() * box
        colour = GRID if math.isnan(value) else heat.colour(value)
        canvas.rect(x, y, box - 1, box - 1, colour, GRID, 0.4)
        if day.day == 1 or i == 0:
            # the name stands above the first week that is mostly of this month
            late = day.weekday() > 3 and day.day == 1
            if (i == 0 and day.day > 15) or (late and i + 7 - day.weekday() >= len(values)):
                continue
            column = _week(day) + (1 if late else 0)
            at = max(left + column * box, 4 + text_width("2026", BODY, True) + 4)
            canvas.text(at, tops[day.year] - 5, lang.month_short(day.month), fill=SOFT_INK)
    heat.legend(canvas, lang, left, canvas.height - 18, canvas.width - left - 150)
    canvas.middle(canvas.width - 6, canvas.height - 12,
                  lang.say("incidents per day", "händelser per dag"), size=SMALL, anchor="end",
                  fill=SOFT_INK)  # fmt: skip
    return canvas.to_string()


def calendar_heat_text(first_day: date, counts: Sequence[float], language: str) -> str:
    """What the calendar shows, in sentences."""
    lang = Language(language)
    values = [0.0 if math.isnan(float(v)) else float(v) for v in counts]
    if not values or max(values) <= 0:
        return lang.say("No incidents in the period.", "Inga händelser under perioden.")
    top = values.index(max(values))
    last = first_day + timedelta(days=len(values) - 1)
    return lang.say(
        "{sum} incidents from {first} to {last}, on {days} of {all} days; most on {top} ({n}).",
        "{sum} händelser från {first} till {last}, under {days} av {all} dagar; "
        "flest den {top} ({n}).",
    ).format(
        sum=lang.number(sum(values)), first=lang.date(first_day), last=lang.date(last),
        days=lang.number(sum(v > 0 for v in values)), all=lang.number(len(values)),
        top=lang.date(first_day + timedelta(days=top)), n=lang.number(values[top]),
    )  # fmt: skip


def _week(day: date) -> int:
    """Column of a day: weeks start on Mondays, column 0 holds 1 January."""
    start = date(day.year, 1, 1)
    return ((day - start).days + start.weekday()) // 7
