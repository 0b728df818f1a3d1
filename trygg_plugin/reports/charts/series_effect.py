"""A series before and after a measure, with the curve that was to be expected without it."""

from __future__ import annotations

from datetime import date
from typing import Optional, Sequence

from .date_axis import draw_date_axis
from .language import Language
from .lettering import text_width
from .palette import BAND, INK, MAIN, SECOND, SOFT_INK
from .scales import Frame, known, numbers
from .svg import FULL, SMALL, Canvas, Size


def series_effect(
    days: Sequence[date],
    counts: Sequence[float],
    start: int,
    language: str,
    fitted: Optional[Sequence[float]] = None,
    expected: Optional[Sequence[float]] = None,
    expected_low: Optional[Sequence[float]] = None,
    expected_high: Optional[Sequence[float]] = None,
    title: str = "",
    size: Size = FULL,
) -> str:
    """SVG of an interrupted time series.

    ``days``: first day of each step, consecutive. ``start``: first step with the measure.
    ``fitted``: the model. ``expected``: without the measure, drawn from ``start`` on, with its
    band ``expected_low`` to ``expected_high``. All the same length.
    """
    lang = Language(language)
    values, curve, without = numbers(counts), numbers(fitted), numbers(expected)
    low, high = numbers(expected_low), numbers(expected_high)
    text = series_effect_text(days, counts, start, language, expected)
    canvas = Canvas(size, title, text, lang.code)
    if not known(values):
        canvas.empty(lang.say("No incidents to show.", "Inga händelser att visa."))
        return canvas.to_string()
    keys = [("dot", INK, lang.say("incidents", "händelser"))]
    if known(curve):
        keys.append(("line", MAIN, lang.say("model", "modell")))
    if known(without):
        keys.append(("dashed", SECOND, lang.say("expected without", "väntat utan åtgärd")))
    if known(low) and known(high):
        keys.append(("box", BAND, lang.say("its interval", "dess intervall")))
    used = canvas.legend(4, canvas.top, keys)
    slots = len(values)
    # a wide band must not flatten everything else: what is above is cut at twice the rest
    most = max([1.0, *known(values), *known(curve), *known(without[start:])])
    top = max([most, *(v for v in known(high[start:]) if v < 2 * most)])
    frame = Frame(canvas, lang, top * 1.05, canvas.top + used + 18, canvas.height - 32)

    def at(i: int, value: float) -> tuple[float, float]:
        return frame.slot(i, slots), frame.y(min(value, frame.ticks[-1]))

    after = range(start, slots)
    if known(low) and known(high) and start < slots:
        upper = [at(i, high[i] or 0.0) for i in after]
        canvas.area(upper + [at(i, low[i] or 0.0) for i in reversed(after)], BAND)
    x = frame.slot(start - 0.5, slots)
    canvas.line((x, frame.top - 4), (x, frame.bottom), SOFT_INK, 1.2, "4 3")
    told = lang.say("measure", "åtgärd")
    half = text_width(told, SMALL) / 2
    place = min(max(x, half + 2), canvas.width - half - 2)
    canvas.text(place, frame.top - 7, told, anchor="middle", fill=SOFT_INK)
    if known(without):
        canvas.path([at(i, without[i] or 0.0) for i in after], SECOND, 2.4, "6 4")
    if known(curve):
        for part in (range(start), after):
            canvas.path([at(i, curve[i] or 0.0) for i in part], MAIN, 2.2)
    for i, value in enumerate(values):
        if value is not None:
            canvas.dot(at(i, value), 2.4 if slots <= 80 else 1.5, INK)
    draw_date_axis(canvas, frame, days, lang)
    return canvas.to_string()


def series_effect_text(
    days: Sequence[date],
    counts: Sequence[float],
    start: int,
    language: str,
    expected: Optional[Sequence[float]] = None,
) -> str:
    """What the interrupted series shows, in sentences."""
    lang = Language(language)
    values = numbers(counts)
    if not known(values):
        return lang.say("No incidents to show.", "Inga händelser att visa.")
    before, after = known(values[:start]), known(values[start:])
    said = lang.say(
        "Incidents per step from {first} to {last}; the measure began on {day}. On average {b} "
        "before and {a} after.",
        "Händelser per tidssteg från {first} till {last}; åtgärden började {day}. I medeltal {b} "
        "före och {a} efter.",
    ).format(
        first=lang.date(days[0]), last=lang.date(days[-1]), day=lang.date(days[start]),
        b=lang.number(sum(before) / len(before) if before else None, 1),
        a=lang.number(sum(after) / len(after) if after else None, 1),
    )  # fmt: skip
    without = known(numbers(expected)[start:])
    if without:
        said += " " + lang.say(
            "Without the measure {e} per step were to be expected.",
            "Utan åtgärden var {e} per tidssteg att vänta.",
        ).format(e=lang.number(sum(without) / len(without), 1))
    return said
