"""The funnel: rates of areas against how many people stand behind them, with chance's limits."""

from __future__ import annotations

from typing import Optional, Sequence

from .language import Language
from .lettering import shorten, text_width
from .palette import ALERT, GRID, MAIN, PAPER, SECOND, SOFT_INK
from .scales import Frame, known, nice_ticks, numbers
from .svg import FULL, SMALL, Canvas, Size

_MOST_NAMES = 8


def funnel(
    names: Sequence[str],
    population: Sequence[float],
    rate: Sequence[float],
    target: float,
    limits: Sequence[tuple[float, Sequence[float], Sequence[float], Sequence[float]]],
    outside: Sequence[bool],
    language: str,
    title: str = "",
    size: Size = FULL,
) -> str:
    """SVG of a funnel plot.

    ``rate``: per 1,000, one per area, as ``population``; ``target``: the rate of all together.
    ``limits``: for each band its confidence (0.95), populations in order, lower and upper rates.
    ``outside``: areas outside the widest band; they are named.
    """
    lang = Language(language)
    text = funnel_text(names, population, rate, target, outside, language)
    canvas = Canvas(size, title, text, lang.code)
    shown = [(i, p, r) for i, (p, r) in enumerate(zip(numbers(population), numbers(rate)))
             if p is not None and r is not None and p > 0]
    if not shown:
        canvas.empty(lang.say("No rates to show.", "Inga tal att visa."))
        return canvas.to_string()
    dashes = ("5 3", "2 3")
    keys = [("dot", MAIN, lang.say("area", "område")),
            ("triangle", ALERT, lang.say("outside the limits", "utanför gränserna")),
            ("line", SECOND, lang.say("all together", "alla tillsammans"))]
    for confidence, *_ in limits:
        keys.append(("dashed", SOFT_INK, lang.say("{p} limits", "{p}-gränser").format(
            p=lang.percent(confidence, 0 if round(100 * confidence) == 100 * confidence else 1))))
    top = canvas.top + canvas.legend(4, canvas.top, keys) + 6
    bottom = canvas.height - 36
    widest = max(p for _, p, _ in shown)
    highest = max([r for _, _, r in shown] + [target])
    frame = Frame(canvas, lang, 1.1 * highest, top, bottom, whole=highest >= 4)
    ticks = nice_ticks(widest, 5 if canvas.width > 500 else 3)
    right = frame.right - text_width(lang.number(ticks[-1]), SMALL) / 2

    def at(people: float, per_1000: float) -> tuple[float, float]:
        share = people / ticks[-1]
        return frame.left + (right - frame.left) * share, frame.y(per_1000)

    for tick in ticks:
        x, _ = at(tick, 0)
        canvas.line((x, top), (x, bottom), GRID)
        canvas.text(x, bottom + 14, lang.number(tick), anchor="middle", fill=SOFT_INK)
    canvas.text((frame.left + frame.right) / 2, bottom + 30,
                lang.say("population; rates per 1,000", "befolkning; tal per 1 000"),
                anchor="middle")  # fmt: skip
    canvas.line(at(0, target), at(ticks[-1], target), SECOND, 2.0)
    for dash, (_, people, low, high) in zip(dashes, limits):
        for edge in (low, high):
            points = [at(p, min(r, frame.ticks[-1])) for p, r in zip(people, numbers(edge))
                      if p is not None and r is not None and r <= frame.ticks[-1]]
            if len(points) > 1:
                canvas.path(points, SOFT_INK, 1.2, dash)
    far = sorted((one for one in shown if outside[one[0]]), key=lambda one: -one[2])
    for i, people, per_1000 in shown:
        if not outside[i]:
            canvas.dot(at(people, per_1000), 3.2, MAIN, PAPER)
    written: list[tuple[float, float, float]] = []
    for i, people, per_1000 in far:
        x, y = at(people, per_1000)
        canvas.triangle((x, y), 6, ALERT)
        name = shorten(str(names[i]), SMALL, 130)
        wide = text_width(name, SMALL)
        start = x + 9 if x + 9 + wide < canvas.width else x - 9 - wide
        free = all(abs(y - other) > 14 or start > end or start + wide < begin
                   for begin, end, other in written)
        if free and len(written) < _MOST_NAMES and start > frame.left:
            canvas.middle(start, y, name)
            written.append((start, start + wide, y))
    return canvas.to_string()


def funnel_text(
    names: Sequence[str],
    population: Sequence[float],
    rate: Sequence[float],
    target: float,
    outside: Sequence[bool],
    language: str,
) -> str:
    """What the funnel shows, in sentences."""
    lang = Language(language)
    rates = numbers(rate)
    if not known(rates):
        return lang.say("No rates to show.", "Inga tal att visa.")

    def named(above: bool) -> Optional[str]:
        found = [str(name) for name, r, far in zip(names, rates, outside)
                 if far and r is not None and (r > target) == above]
        more = len(found) - _MOST_NAMES
        found = found[:_MOST_NAMES]
        if more > 0:
            found.append(lang.say("{n} more", "{n} till").format(n=more))
        return lang.listing(found) if found else None

    said = [lang.say("All areas together: {t} per 1,000.", "Alla områden tillsammans: {t} per "
                     "1 000.").format(t=lang.number(target, 1))]
    high, low = named(True), named(False)
    if high:
        said.append(lang.say("More than chance lets expect: {a}.",
                             "Fler än slumpen låter vänta: {a}.").format(a=high))
    if low:
        said.append(lang.say("Fewer than chance lets expect: {a}.",
                             "Färre än slumpen låter vänta: {a}.").format(a=low))
    if not high and not low:
        said.append(lang.say("No area lies outside what chance explains.",
                             "Inget område ligger utanför vad slumpen förklarar."))
    return " ".join(said)
