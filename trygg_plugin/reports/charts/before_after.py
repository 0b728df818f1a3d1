"""Before and after a measure, with the estimate of its effect and the interval around it."""

from __future__ import annotations

import math
from typing import Optional, Sequence

from .language import Language
from .lettering import text_width, wrap
from .palette import BAND, GRID, INK, MAIN, PAPER, SECOND, SOFT_INK
from .scales import Frame
from .svg import FULL, SMALL, Canvas, Size

Group = tuple[str, float, float]


def before_after(
    groups: Sequence[Group],
    language: str,
    effect: Optional[tuple[float, float, float]] = None,
    effect_label: str = "",
    no_effect: float = 0.0,
    level: float = 0.95,
    title: str = "",
    size: Size = FULL,
) -> str:
    """SVG of bars before and after, and of an interval.

    ``groups``: (name, events before, events after): the treated place first, then comparison.
    ``effect``: (estimate, low, high), drawn against the line ``no_effect`` (0 for differences,
    1 for ratios). ``level``: of the interval.
    """
    lang = Language(language)
    text = before_after_text(groups, language, effect, effect_label, no_effect, level)
    canvas = Canvas(size, title, text, lang.code)
    if not groups:
        canvas.empty(lang.say("No before and after counts.", "Inga antal före och efter."))
        return canvas.to_string()
    stacked = canvas.width < 500
    bars_bottom = canvas.height - 36 - (80 if stacked and effect else 0)
    bars_right = canvas.width * 0.56 if effect and not stacked else canvas.width - 8
    before_colour, after_colour = SECOND, MAIN
    used = canvas.legend(4, canvas.top, [
        ("box", before_colour, lang.say("before", "före")),
        ("box", after_colour, lang.say("after", "efter")),
    ])  # fmt: skip
    highest = max(1.0, max(max(b, a) for _, b, a in groups))
    frame = Frame(canvas, lang, highest, canvas.top + used + 14, bars_bottom, bars_right)
    room = (frame.right - frame.left) / len(groups)
    bar = min(room * 0.34, 46.0)
    for i, (name, before, after) in enumerate(groups):
        x = frame.slot(i, len(groups))
        for start, value, colour in ((x - bar - 1, before, before_colour),
                                     (x + 1, after, after_colour)):  # fmt: skip
            canvas.rect(start, frame.y(value), bar, frame.bottom - frame.y(value), colour)
            said = lang.number(value)
            half = text_width(said, SMALL) / 2 + 1
            canvas.rect(start + bar / 2 - half, frame.y(value) - 14, 2 * half, 13, PAPER)
            canvas.text(start + bar / 2, frame.y(value) - 4, said, anchor="middle")
        for k, line in enumerate(wrap(name, SMALL, room - 6, 2)):
            canvas.text(x, frame.bottom + 14 + 13 * k, line, anchor="middle")
    if effect:
        if stacked:
            box = (8.0, canvas.height - 74.0, canvas.width - 8.0, canvas.height - 6.0)
        else:
            box = (bars_right + 30, canvas.top + used + 14, canvas.width - 8.0, bars_bottom)
        _interval(canvas, lang, effect, effect_label, no_effect, level, box)
    return canvas.to_string()


def _interval(
    canvas: Canvas, lang: Language, effect: tuple[float, float, float], label: str,
    no_effect: float, level: float, box: tuple[float, float, float, float],
) -> None:  # fmt: skip
    left, top, right, bottom = box
    estimate, low, high = effect
    spread = max(abs(v - no_effect) for v in (estimate, low, high)) or 1.0
    ratio = no_effect > 0 and min(estimate, low) > 0

    def scaled(value: float) -> float:  # twice as many and half as many are equally far from 1
        return math.log(value / no_effect) if ratio else value - no_effect

    reach_of_scale = 1.12 * max(abs(scaled(v)) for v in (estimate, low, high)) or 1.0

    def x(value: float) -> float:
        return left + (right - left) * (0.5 + 0.5 * scaled(value) / reach_of_scale)

    y = (top + bottom) / 2 + 4
    reach = min(34.0, (bottom - top) / 2 - 18)
    for k, line in enumerate(wrap(label, SMALL, right - left, 2 if reach > 30 else 1)):
        canvas.text(left, top + 4 + 13 * k, line)
    canvas.line((left, y), (right, y), GRID)
    canvas.line((x(no_effect), y - reach), (x(no_effect), y + 10), SOFT_INK, 1.2, "4 3")
    canvas.rect(x(low), y - 7, x(high) - x(low), 14, BAND, MAIN, 1.0)
    canvas.line((x(estimate), y - 11), (x(estimate), y + 11), MAIN, 4.0)
    decimals = 0 if spread >= 500 else (1 if spread >= 10 else 2)
    said = [(low, SOFT_INK), (estimate, INK), (high, SOFT_INK)]
    last = -1e9
    for value, colour in said:
        text = lang.number(value, decimals)
        place = max(x(value), last + text_width(text, SMALL) + 4)
        canvas.text(min(place, right - text_width(text, SMALL) / 2), y + 25, text,
                    anchor="middle", fill=colour, bold=colour == INK)  # fmt: skip
        last = place
    told = lang.say("no effect", "ingen effekt")
    half = text_width(told, SMALL) / 2
    at = min(max(x(no_effect), left + half), right - half)
    canvas.text(at, y - reach - 4, told, anchor="middle", fill=SOFT_INK)
    if bottom - top > 120:
        for k, line in enumerate(wrap(_interval_name(lang, level), SMALL, right - left, 2)):
            canvas.text(left, bottom + 14 + 13 * k, line, fill=SOFT_INK)


def _interval_name(lang: Language, level: float) -> str:
    return lang.say("box: {level} interval", "ruta: {level}-intervall").format(
        level=lang.percent(level)
    )


def before_after_text(
    groups: Sequence[Group],
    language: str,
    effect: Optional[tuple[float, float, float]] = None,
    effect_label: str = "",
    no_effect: float = 0.0,
    level: float = 0.95,
) -> str:
    """What the before and after picture shows, in sentences."""
    lang = Language(language)
    if not groups:
        return lang.say("No before and after counts.", "Inga antal före och efter.")
    said = "; ".join(
        lang.say("{name}: {b} before, {a} after", "{name}: {b} före, {a} efter").format(
            name=name, b=lang.number(b), a=lang.number(a)
        )
        for name, b, a in groups
    ) + "."  # fmt: skip
    if effect:
        estimate, low, high = (lang.number(v, 2) for v in effect)
        holds = effect[1] <= no_effect <= effect[2]
        said += " " + lang.say(
            "{label}: {e} ({level} interval {low} to {high}), which {holds} no effect.",
            "{label}: {e} ({level}-intervall {low} till {high}), vilket {holds} ”ingen effekt”.",
        ).format(
            label=effect_label or lang.say("Estimated effect", "Skattad effekt"), e=estimate,
            level=lang.percent(level), low=low, high=high,
            holds=lang.say("includes", "rymmer") if holds else lang.say("excludes", "utesluter"),
        )  # fmt: skip
    return said
