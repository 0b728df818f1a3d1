"""A time series with its alerts: which weeks stood out."""

from __future__ import annotations

from datetime import date
from typing import Optional, Sequence

from .language import Language
from .lettering import text_width
from .palette import ALERT, GRID, MAIN, SECOND, SOFT_INK
from .scales import Frame, known, numbers, runs
from .svg import FULL, SMALL, Canvas, Size


def alert_series(
    days: Sequence[date],
    counts: Sequence[Optional[float]],
    alerts: Sequence[bool],
    language: str,
    threshold: Optional[Sequence[Optional[float]]] = None,
    expected: Optional[Sequence[Optional[float]]] = None,
    title: str = "",
    size: Size = FULL,
) -> str:
    """SVG of counts per step with alert marks.

    ``days``: first day of each step (weeks, months), consecutive. ``threshold``: limit above
    which a count is an alert; ``expected``: the method's expectation. All the same length.
    """
    lang = Language(language)
    values, limit, mean = numbers(counts), numbers(threshold), numbers(expected)
    canvas = Canvas(size, title, alert_series_text(days, counts, alerts, language), lang.code)
    if not known(values):
        canvas.empty(lang.say("No events to show.", "Inga händelser att visa."))
        return canvas.to_string()
    keys = [("box", "#9fb4cc", lang.say("events", "händelser"))]
    if known(mean):
        keys.append(("line", MAIN, lang.say("expected", "förväntat")))
    if known(limit):
        keys.append(("dashed", SECOND, lang.say("alert limit", "larmgräns")))
    keys.append(("triangle", ALERT, lang.say("alert", "larm")))
    used = canvas.legend(4, canvas.top, keys)
    highest = max([1.0, *known(values), *known(limit), *known(mean)])
    frame = Frame(canvas, lang, highest * 1.08, canvas.top + used + 8, canvas.height - 32)
    slots = len(values)
    bar = (frame.right - frame.left) / slots
    gap = 1.0 if bar > 4 else 0.0
    for i, value in enumerate(values):
        if value:
            x = frame.slot(i, slots) - bar / 2
            colour = "#9fb4cc"
            canvas.rect(x + gap / 2, frame.y(value), min(bar - gap, 40), frame.bottom
                        - frame.y(value), colour)  # fmt: skip
    for series, colour, dash in ((mean, MAIN, None), (limit, SECOND, "5 3")):
        for run in runs(series):
            canvas.path([(frame.slot(i, slots), frame.y(v)) for i, v in run], colour, 2.0, dash)
    for i, (value, on) in enumerate(zip(values, alerts)):
        if on and value is not None:
            canvas.triangle((frame.slot(i, slots), frame.y(value) - 8), 6.5, ALERT)
    _date_axis(canvas, frame, days, lang)
    return canvas.to_string()


def _date_axis(canvas: Canvas, frame: Frame, days: Sequence[date], lang: Language) -> None:
    need = text_width("30 maj", SMALL) + 10
    slots = len(days)
    last = -1e9
    year: Optional[int] = None
    for i, day in enumerate(days):
        x = frame.slot(i, slots)
        if x - last < need or x + need / 2 > frame.right + 14:
            continue
        canvas.line((x, frame.bottom), (x, frame.bottom + 3), SOFT_INK)
        canvas.text(x, frame.bottom + 14, lang.date_short(day), anchor="middle", fill=SOFT_INK)
        if day.year != year:
            canvas.text(x, frame.bottom + 27, str(day.year), anchor="middle")
            year = day.year
        last = x
    canvas.line((frame.left, frame.bottom), (frame.right, frame.bottom), GRID)


def alert_series_text(
    days: Sequence[date], counts: Sequence[Optional[float]], alerts: Sequence[bool], language: str
) -> str:
    """What the series with alerts shows, in sentences."""
    lang = Language(language)
    values = numbers(counts)
    if not known(values):
        return lang.say("No events to show.", "Inga händelser att visa.")
    said = lang.say(
        "{sum} events in {n} steps from {first} to {last}.",
        "{sum} händelser i {n} tidssteg från {first} till {last}.",
    ).format(
        sum=lang.number(sum(known(values))), n=len(values),
        first=lang.date(days[0]), last=lang.date(days[-1]),
    )  # fmt: skip
    hits = [(d, v) for d, v, on in zip(days, values, alerts) if on]
    if not hits:
        return said + " " + lang.say("No alerts.", "Inga larm.")
    shown = [f"{lang.date(d)} ({lang.number(v)})" for d, v in hits[-5:]]
    return said + " " + lang.say("{n} alerts, the latest: {which}.",
                                 "{n} larm, de senaste: {which}.").format(
        n=len(hits), which=lang.listing(shown)
    )  # fmt: skip
