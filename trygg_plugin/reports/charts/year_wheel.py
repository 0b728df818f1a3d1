"""The year wheel: the months as slices, each as large as its events per day."""

from __future__ import annotations

import math
from typing import Optional, Sequence

from .language import Language
from .palette import GRID, INK, MAIN, PAPER, SECOND, SOFT_INK
from .scales import known, numbers
from .svg import SMALL, Canvas, Size

WHEEL: Size = (352, 352)


def year_wheel(
    rate: Sequence[Optional[float]], mean: float, language: str,
    title: str = "", size: Size = WHEEL,
) -> str:  # fmt: skip
    """SVG of twelve slices; a slice's area follows its month's events per day.

    ``rate``: (12,) events per day from January on, None or NaN where a month was never observed.
    ``mean``: events per day over the whole time, drawn as a ring.
    """
    lang = Language(language)
    rates = numbers(rate)
    canvas = Canvas(size, title, year_wheel_text(rate, mean, language), lang.code)
    highest = max([mean, *known(rates)], default=0.0)
    if highest <= 0:
        canvas.empty(lang.say("No incidents in the period.", "Inga händelser under perioden."))
        return canvas.to_string()
    keys = [("box", MAIN, lang.say("incidents per day", "händelser per dag")),
            ("dashed", SECOND, lang.say("mean of the year", "årets medel"))]
    top = canvas.top + canvas.legend(4, canvas.top, keys) + 4
    reach = min(canvas.width, canvas.height - top) / 2 - 22
    x0, y0 = canvas.width / 2, top + reach + 20

    def at(turn: float, radius: float) -> tuple[float, float]:
        angle = 2 * math.pi * turn - math.pi / 2
        return x0 + radius * math.cos(angle), y0 + radius * math.sin(angle)

    def ring(radius: float, start: float = 0.0, end: float = 1.0) -> list[tuple[float, float]]:
        steps = max(2, round(72 * (end - start)))
        return [at(start + (end - start) * i / steps, radius) for i in range(steps + 1)]

    canvas.path(ring(reach), GRID, 0.8)
    for month, value in enumerate(rates):
        start, end = month / 12, (month + 1) / 12
        if value is not None and value > 0:
            canvas.area([(x0, y0), *ring(reach * math.sqrt(value / highest), start, end)], MAIN,
                        PAPER)
        x, y = at(start + 1 / 24, reach + 11)
        canvas.middle(x, y, lang.month_short(month + 1), size=SMALL, anchor="middle",
                      fill=INK if value is not None else SOFT_INK)  # fmt: skip
    canvas.path(ring(reach * math.sqrt(mean / highest)), SECOND, 2.2, "6 4")
    return canvas.to_string()


def year_wheel_text(rate: Sequence[Optional[float]], mean: float, language: str) -> str:
    """What the wheel shows, in a sentence."""
    lang = Language(language)
    seen = [(value, month) for month, value in enumerate(numbers(rate), 1) if value is not None]
    if not seen or max(seen)[0] <= 0:
        return lang.say("No incidents in the period.", "Inga händelser under perioden.")
    high, low = max(seen), min(seen)
    return lang.say(
        "Incidents per day by month of the year: most in {high} ({a}), fewest in {low} ({b}), {m} "
        "on average.",
        "Händelser per dag efter årets månader: flest i {high} ({a}), färst i {low} ({b}), {m} i "
        "medeltal.",
    ).format(high=lang.month(high[1]), a=lang.number(high[0], 2), low=lang.month(low[1]),
             b=lang.number(low[0], 2), m=lang.number(mean, 2))  # fmt: skip
