"""Who reports: organisations by period, and who went silent."""

from __future__ import annotations

from typing import Optional, Sequence

from .language import Language
from .lettering import text_width, wrap
from .palette import ALERT, GRID, INK, SOFT_INK, ink_on
from .scales import Heat
from .svg import FULL, SMALL, Canvas, Size


def coverage(
    reporters: Sequence[str],
    periods: Sequence[str],
    counts: Sequence[Sequence[float]],
    language: str,
    silent: Optional[Sequence[bool]] = None,
    title: str = "",
    size: Optional[Size] = None,
) -> str:
    """SVG of reports per organisation (rows) and period (columns).

    ``counts``: reports, len(reporters) × len(periods). ``silent``: organisations whose latest
    silence is unlikely against their own history; they are marked. Height follows the rows.
    """
    lang = Language(language)
    marks = [False] * len(reporters) if silent is None else [bool(s) for s in silent]
    width = FULL[0] if size is None else size[0]
    if size is None:
        size = (width, round((26 if title else 6) + 26 + 24 * max(3, len(reporters)) + 42))
    text = coverage_text(reporters, periods, counts, language, silent)
    canvas = Canvas(size, title, text, lang.code)
    if not reporters or not periods:
        canvas.empty(lang.say("No reports yet.", "Inga rapporter ännu."))
        return canvas.to_string()
    rows = [[float(v) for v in row] for row in counts]
    highest = max(max(row) for row in rows)
    heat = Heat(highest, True)
    widest = max(text_width(name, SMALL) for name in reporters)
    left = 8 + min(widest + 4, 0.34 * width)
    right = width - 50.0
    top, bottom = canvas.top + 24, canvas.height - 44
    wide, high = (right - left) / len(periods), min(30.0, (bottom - top) / len(reporters))
    bottom = top + high * len(reporters)
    need = max(text_width(name, SMALL) for name in periods) + 8
    free = right + 6  # the latest period is always named; earlier ones where there is room
    for j in reversed(range(len(periods))):
        x = min(left + (j + 0.5) * wide, right + 5 - need / 2)
        if x + need / 2 <= free:
            canvas.text(x, top - 6, periods[j], anchor="middle", fill=SOFT_INK)
            free = x - need / 2
    canvas.text(canvas.width - 5, top - 6, lang.say("sum", "summa"), anchor="end", bold=True)
    for i, (name, row) in enumerate(zip(reporters, rows)):
        y = top + i * high
        lines = wrap(name, SMALL, left - 10, 2 if high >= 26 else 1)
        for k, line in enumerate(lines):
            canvas.middle(left - 5, y + high / 2 + (k - (len(lines) - 1) / 2) * 12, line,
                          anchor="end", bold=False)  # fmt: skip
        for j, value in enumerate(row):
            fill = heat.colour(value)
            canvas.rect(left + j * wide, y, wide, high, fill, GRID, 0.6)
            if wide >= 20 and value > 0:
                canvas.middle(left + (j + 0.5) * wide, y + high / 2, lang.number(value, 0),
                              size=10, anchor="middle", fill=ink_on(fill))  # fmt: skip
        if marks[i]:
            start = len(row)
            while start > 0 and row[start - 1] <= 0:
                start -= 1
            x = left + start * wide
            canvas.rect(x + 1, y + 1.5, right - x - 2, high - 3, "none", ALERT, 2.2)
        canvas.middle(canvas.width - 5, y + high / 2, lang.number(sum(row)), anchor="end",
                      fill=INK, bold=marks[i])  # fmt: skip
    if highest > 0:
        heat.legend(canvas, lang, left, bottom + 8, canvas.width - left)
    if any(marks):
        told = lang.say("unusually silent", "ovanligt tyst")
        x = 4.0
        canvas.rect(x + 2, bottom + 27, 16, 10, "none", ALERT, 2.2)
        canvas.middle(x + 24, bottom + 32, told)
    return canvas.to_string()


def coverage_text(
    reporters: Sequence[str],
    periods: Sequence[str],
    counts: Sequence[Sequence[float]],
    language: str,
    silent: Optional[Sequence[bool]] = None,
) -> str:
    """What the coverage table shows, in sentences."""
    lang = Language(language)
    if not reporters or not periods:
        return lang.say("No reports yet.", "Inga rapporter ännu.")
    latest = sum(float(row[-1]) > 0 for row in counts)
    said = lang.say(
        "{latest} of {all} organisations reported in the latest period ({period}).",
        "{latest} av {all} organisationer rapporterade under den senaste perioden ({period}).",
    ).format(latest=latest, all=len(reporters), period=periods[-1])
    if silent is not None:
        quiet = [name for name, s in zip(reporters, silent) if s]
        said += " " + (
            lang.say("Unusually silent: {who}.", "Ovanligt tysta: {who}.").format(
                who=lang.listing(quiet)
            )
            if quiet
            else lang.say("Nobody is unusually silent.", "Ingen är ovanligt tyst.")
        )
    return said
