"""Weekday by hour: when in the week things happen."""

from __future__ import annotations

import math
from typing import Sequence

from .language import Language
from .lettering import text_width
from .palette import GRID, MAIN, SOFT_INK, ink_on
from .scales import Heat
from .svg import FULL, SMALL, Canvas, Size

Matrix = Sequence[Sequence[float]]


def week_heat(matrix: Matrix, language: str, title: str = "", size: Size = FULL) -> str:
    """SVG of a weekday × hour heat table with sums as bars.

    ``matrix``: 7 rows (Monday first) of 24 hours, events (or shares of events: aoristic).
    """
    lang = Language(language)
    rows = _rows(matrix)
    canvas = Canvas(size, title, week_heat_text(matrix, language), lang.code)
    highest = max(max(row) for row in rows)
    if highest <= 0:
        canvas.empty(_nothing(lang))
        return canvas.to_string()

    heat = Heat(highest, all(v == int(v) for row in rows for v in row))
    left = 8 + max(text_width(lang.weekday_short(d), SMALL) for d in range(7))
    bars = 44 if size[0] >= 500 else 26
    right = canvas.width - bars - 10
    top, bottom = canvas.top + 28, canvas.height - 42
    wide, high = (right - left) / 24, (bottom - top) / 7
    numbered = wide >= 20 and heat.whole and highest < 1000
    for day, row in enumerate(rows):
        y = top + day * high
        canvas.middle(left - 5, y + high / 2, lang.weekday_short(day), anchor="end")
        for hour, value in enumerate(row):
            colour = heat.colour(value)
            canvas.rect(left + hour * wide, y, wide, high, colour, GRID, 0.5)
            if numbered and value > 0:
                canvas.middle(
                    left + (hour + 0.5) * wide, y + high / 2, lang.number(value, 0),
                    size=10, anchor="middle", fill=ink_on(colour),
                )  # fmt: skip
    for hour in range(0, 25, 3):
        x = left + hour * wide
        canvas.line((x, bottom), (x, bottom + 3), SOFT_INK)
        canvas.text(x, bottom + 14, f"{hour:02d}", anchor="middle", fill=SOFT_INK)

    hours = [sum(row[h] for row in rows) for h in range(24)]
    for hour, value in enumerate(hours):
        tall = 22 * value / max(hours)
        canvas.rect(left + hour * wide, top - 3 - tall, wide - 0.8, tall, MAIN)
    days = [sum(row) for row in rows]
    for day, value in enumerate(days):
        long = bars * value / max(days)
        canvas.rect(right + 3, top + day * high, long, high - 0.8, MAIN)
    # bars are the sums of their row or column; the legend says so beside the classes
    wordy = size[0] >= 500
    room = canvas.width - left - (260 if wordy else 0)
    heat.legend(canvas, lang, left, canvas.height - 18, room)
    if wordy:
        told = lang.say("Bars: sums per hour and weekday", "Staplar: summor per timme och veckodag")
        canvas.middle(canvas.width - 8, canvas.height - 12, told, anchor="end", fill=SOFT_INK)
    return canvas.to_string()


def week_heat_text(matrix: Matrix, language: str) -> str:
    """What the weekday × hour table shows, in sentences."""
    lang = Language(language)
    rows = _rows(matrix)
    total = sum(map(sum, rows))
    if total <= 0:
        return _nothing(lang)
    day, hour = max(((d, h) for d in range(7) for h in range(24)), key=lambda c: rows[c[0]][c[1]])
    days = [sum(row) for row in rows]
    busy = days.index(max(days))
    night = sum(row[h] for row in rows for h in (*range(6), *range(22, 24)))
    return lang.say(
        "{sum} incidents by weekday and hour: most on {busy} ({share}); the busiest hour of the "
        "week is {day} {start}–{end}. {night} fall between 22 and 06.",
        "{sum} händelser efter veckodag och timme: flest på {busy} ({share}); veckans mest "
        "belastade timme är {day} kl. {start}–{end}. {night} infaller mellan kl. 22 och 06.",
    ).format(
        sum=lang.number(total, 0), busy=_on(lang, busy), share=lang.percent(days[busy] / total),
        day=lang.weekday(day), start=f"{hour:02d}", end=f"{(hour + 1) % 24:02d}",
        night=lang.percent(night / total),
    )  # fmt: skip


def _on(lang: Language, day: int) -> str:
    return lang.weekday(day) + lang.say("s", "ar")


def _nothing(lang: Language) -> str:
    return lang.say(
        "No incidents with a known time of day.", "Inga händelser med känt klockslag."
    )


def _rows(matrix: Matrix) -> list[list[float]]:
    rows = [[float(v) for v in row] for row in matrix]
    if len(rows) != 7 or any(len(row) != 24 for row in rows):
        raise ValueError(
            "The weekday by hour table needs 7 rows of 24 hours; it got "
            f"{len(rows)} rows of {sorted({len(r) for r in rows})}."
        )
    return [[0.0 if math.isnan(v) else v for v in row] for row in rows]
