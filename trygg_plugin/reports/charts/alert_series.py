"""A time series with its alerts: which weeks stood out."""

from __future__ import annotations

from datetime import date
from typing import Optional, Sequence

from .date_axis import draw_date_axis
from .language import Language
from .palette import ALERT, MAIN, SECOND
from .scales import Frame, known, numbers, runs
from .svg import FULL, Canvas, Size


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
        canvas.empty(lang.say("No incidents to show.", "Inga händelser att visa."))
        return canvas.to_string()
    keys = [("box", "#9fb4cc", lang.say("incidents", "händelser"))]
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
    draw_date_axis(canvas, frame, days, lang)
    return canvas.to_string()


def alert_series_text(
    days: Sequence[date], counts: Sequence[Optional[float]], alerts: Sequence[bool], language: str
) -> str:
    """What the series with alerts shows, in sentences."""
    lang = Language(language)
    values = numbers(counts)
    if not known(values):
        return lang.say("No incidents to show.", "Inga händelser att visa.")
    said = lang.say(
        "{sum} incidents in {n} steps from {first} to {last}.",
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
