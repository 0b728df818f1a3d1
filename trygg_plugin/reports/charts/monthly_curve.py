"""Events per month, beside last year and what earlier years lead one to expect."""

from __future__ import annotations

from typing import Optional, Sequence

from .language import Language
from .lettering import text_width
from .palette import BAND, GRID, INK, MAIN, SECOND, SOFT_INK
from .scales import Frame, known, numbers, runs
from .svg import FULL, SMALL, Canvas, Size

Counts = Sequence[Optional[float]]


def monthly_curve(
    counts: Counts,
    first_month: tuple[int, int],
    language: str,
    last_year: Optional[Counts] = None,
    expected_low: Optional[Counts] = None,
    expected_high: Optional[Counts] = None,
    title: str = "",
    size: Size = FULL,
) -> str:
    """SVG of a monthly curve.

    ``counts``: events per month, consecutive, None for months without data (not yet over).
    ``first_month``: (year, month) of the first. ``last_year``: the same months one year earlier.
    ``expected_low``, ``expected_high``: band expected from earlier years. All the same length.
    """
    lang = Language(language)
    now, before = numbers(counts), numbers(last_year)
    low, high = numbers(expected_low), numbers(expected_high)
    text = monthly_curve_text(counts, first_month, language, last_year, expected_low, expected_high)
    canvas = Canvas(size, title, text, lang.code)
    if not known(now) and not known(before):
        canvas.empty(lang.say("No months to show.", "Inga månader att visa."))
        return canvas.to_string()

    keys = [("line", MAIN, _span(first_month, len(now), lang))]
    if known(before):
        keys.append(("dashed", SECOND, lang.say("one year earlier", "ett år tidigare")))
    if known(low) and known(high):
        keys.append(("box", BAND, lang.say("expected", "förväntat")))
    used = canvas.legend(4, canvas.top, keys)

    highest = max([1.0, *known(now), *known(before), *known(high)])
    frame = Frame(canvas, lang, highest, canvas.top + used + 6, canvas.height - 34)
    slots = len(now)
    for run in runs([1.0 if a is not None and b is not None else None for a, b in zip(low, high)]):
        edge = [i for i, _ in run]
        left, right = frame.slot(edge[0] - 0.5, slots), frame.slot(edge[-1] + 0.5, slots)
        upper = [(frame.slot(i, slots), frame.y(high[i] or 0.0)) for i in edge]
        lower = [(frame.slot(i, slots), frame.y(low[i] or 0.0)) for i in edge]
        upper = [(left, upper[0][1]), *upper, (right, upper[-1][1])]
        lower = [(left, lower[0][1]), *lower, (right, lower[-1][1])]
        canvas.area(upper + lower[::-1], BAND)
    for tick in frame.ticks[1:]:
        canvas.line((frame.left, frame.y(tick)), (frame.right, frame.y(tick)), GRID)
    for run in runs(before):
        points = [(frame.slot(i, slots), frame.y(v)) for i, v in run]
        canvas.path(points, SECOND, 2.2, "6 4")
        if len(points) == 1:
            canvas.dot(points[0], 2.5, SECOND)
    for run in runs(now):
        points = [(frame.slot(i, slots), frame.y(v)) for i, v in run]
        canvas.path(points, MAIN, 2.4)
        for point in points:
            canvas.dot(point, 2.8 if slots <= 24 else 1.6, MAIN)
    _month_axis(canvas, frame, first_month, slots, lang)
    return canvas.to_string()


def _month_axis(
    canvas: Canvas, frame: Frame, first: tuple[int, int], slots: int, lang: Language
) -> None:
    room = (frame.right - frame.left) / slots
    need = text_width("mmm", SMALL)
    every = next(n for n in (1, 2, 3, 4, 6, 12, 24, 60, 10**6) if n * room >= need)
    for i in range(slots):
        year, month = _month_at(first, i)
        x = frame.slot(i, slots)
        if (month - 1) % every == 0 if every <= 12 else month == 1 and year % (every // 12) == 0:
            canvas.line((x, frame.bottom), (x, frame.bottom + 3), SOFT_INK)
            if every <= 6:
                name = lang.month_short(month)
                canvas.text(x, frame.bottom + 14, name, anchor="middle", fill=SOFT_INK)
        if (month == 1 or i == 0) and (every <= 12 or year % (every // 12) == 0):
            tight = i == 0 and slots > 12 and (13 - month) % 12 * room < 34 and month != 1
            if not tight:
                y = frame.bottom + (28 if every <= 6 else 16)
                half = text_width("2026", SMALL) / 2
                x = min(max(x, frame.left + half - 4), frame.right - half)
                canvas.text(x, y, str(year), anchor="middle", fill=INK)


def monthly_curve_text(
    counts: Counts,
    first_month: tuple[int, int],
    language: str,
    last_year: Optional[Counts] = None,
    expected_low: Optional[Counts] = None,
    expected_high: Optional[Counts] = None,
) -> str:
    """What the monthly curve shows, in sentences."""
    lang = Language(language)
    now, before = numbers(counts), numbers(last_year)
    if not known(now):
        return lang.say("No incidents per month to show.", "Inga händelser per månad att visa.")
    top = max(range(len(now)), key=lambda i: -1.0 if now[i] is None else now[i])  # type: ignore
    year, month = _month_at(first_month, top)
    said = lang.say(
        "Incidents per month, {span}: {sum} in all, most in {month} {year} ({top}).",
        "Händelser per månad, {span}: {sum} totalt, flest i {month} {year} ({top}).",
    ).format(
        span=_span(first_month, len(now), lang), sum=lang.number(sum(known(now))),
        month=lang.month(month), year=year, top=lang.number(now[top]),
    )  # fmt: skip
    pairs = [(a, b) for a, b in zip(now, before) if a is not None and b is not None]
    if pairs:
        said += " " + lang.say(
            "The same months one year earlier: {sum}.", "Samma månader ett år tidigare: {sum}."
        ).format(sum=lang.number(sum(b for _, b in pairs)))
    bands = list(zip(now, numbers(expected_low), numbers(expected_high)))
    judged = [(v, lo, hi) for v, lo, hi in bands if v is not None and lo is not None
              and hi is not None]  # fmt: skip
    if judged:
        said += " " + lang.say(
            "Above the expected band in {above} of {all} months, below it in {below}.",
            "Över det förväntade bandet i {above} av {all} månader, under det i {below}.",
        ).format(
            above=sum(v > hi for v, _, hi in judged), all=len(judged),
            below=sum(v < lo for v, lo, _ in judged),
        )  # fmt: skip
    return said


def _month_at(first: tuple[int, int], i: int) -> tuple[int, int]:
    months = first[0] * 12 + first[1] - 1 + i
    return months // 12, months % 12 + 1


def _span(first: tuple[int, int], months: int, lang: Language) -> str:
    (year, month), (last_year, last_month) = first, _month_at(first, max(months - 1, 0))
    if (year, month) == (last_year, last_month):
        return f"{lang.month_short(month)} {year}"
    if year == last_year and (month, last_month) == (1, 12):
        return str(year)
    start = lang.month_short(month) + ("" if year == last_year else f" {year}")
    return f"{start}–{lang.month_short(last_month)} {last_year}"
