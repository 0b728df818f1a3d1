"""Ranked categories: bars with their names."""

from __future__ import annotations

from typing import Optional, Sequence

from .language import Language
from .lettering import text_width, wrap
from .palette import MAIN, SECOND, SOFT_INK
from .scales import numbers
from .svg import FULL, SMALL, Canvas, Size


def ranked(
    labels: Sequence[str],
    counts: Sequence[float],
    language: str,
    previous: Optional[Sequence[float]] = None,
    most: int = 8,
    title: str = "",
    size: Size = FULL,
) -> str:
    """SVG of the categories, most first; beyond ``most`` (or what fits) they are summed as "other".

    ``previous``: counts of the comparison period, drawn as a mark on each bar and told in
    brackets: where a mark lies beyond its bar, a single number would be taken for the mark's.
    """
    lang = Language(language)
    most = max(2, min(most, int((size[1] - (48 if title else 24)) / 28)))  # two lines of text each
    rows = _rows(labels, counts, previous, most, lang)
    canvas = Canvas(size, title, ranked_text(labels, counts, language, previous, most), lang.code)
    if not rows:
        canvas.empty(lang.say("No incidents to show.", "Inga händelser att visa."))
        return canvas.to_string()
    top = canvas.top
    if previous is not None:
        keys = [
            ("box", MAIN, lang.say("this period", "denna period")),
            ("tick", SECOND, lang.say("comparison period (in brackets)",
                                     "jämförelseperiod (inom parentes)")),
        ]
        top += canvas.legend(4, canvas.top, keys) + 2
    high = min(40.0, (canvas.height - top - 6) / len(rows))
    lines = 2 if high >= 26 else 1
    widest = max(text_width(label, SMALL) for label, _, _ in rows)
    label_room = min(widest + 4, canvas.width * (0.42 if canvas.width < 500 else 0.36))
    left = 6 + label_room
    told = [lang.number(v) if p is None else f"{lang.number(v)} ({lang.number(p)})"
            for _, v, p in rows]  # fmt: skip
    value_room = max(text_width(text, SMALL) for text in told) + 10
    highest = max(max(v, p or 0.0) for _, v, p in rows)
    scale = (canvas.width - left - value_room - 6) / highest
    for i, (label, value, before) in enumerate(rows):
        y = top + i * high
        parts = wrap(label, SMALL, label_room, lines)
        for k, part in enumerate(parts):
            canvas.middle(left - 5, y + high / 2 + (k - (len(parts) - 1) / 2) * 12, part,
                          anchor="end")  # fmt: skip
        thick = min(0.66 * high, 20.0)
        canvas.rect(left, y + (high - thick) / 2, value * scale, thick, MAIN)
        end = left + value * scale
        if before is not None:
            x = left + before * scale
            canvas.line((x, y + high / 2 - thick / 2 - 2), (x, y + high / 2 + thick / 2 + 2),
                        "#ffffff", 4.6)  # fmt: skip
            canvas.line((x, y + high / 2 - thick / 2 - 2), (x, y + high / 2 + thick / 2 + 2),
                        SECOND, 2.8)  # fmt: skip
            end = max(end, x + 2)
        canvas.middle(end + 5, y + high / 2, told[i])
    canvas.line((left, top), (left, top + high * len(rows)), SOFT_INK)
    return canvas.to_string()


def ranked_text(
    labels: Sequence[str],
    counts: Sequence[float],
    language: str,
    previous: Optional[Sequence[float]] = None,
    most: int = 8,
) -> str:
    """What the ranked bars show, in a sentence."""
    lang = Language(language)
    rows = _rows(labels, counts, previous, most, lang)
    if not rows:
        return lang.say("No incidents by category.", "Inga händelser per kategori.")
    total = sum(v for _, v, _ in rows)
    parts = []
    for label, value, before in rows:
        was = "" if before is None else lang.say(", before {n}", ", tidigare {n}").format(
            n=lang.number(before)
        )
        share = lang.percent(value / total) if total else lang.percent(0.0)
        parts.append(f"{label} {lang.number(value)} ({share}{was})")
    said = lang.say("{sum} incidents by category: {parts}.",
                    "{sum} händelser per kategori: {parts}.")  # fmt: skip
    return said.format(sum=lang.number(total), parts=", ".join(parts))


def _rows(
    labels: Sequence[str],
    counts: Sequence[float],
    previous: Optional[Sequence[float]],
    most: int,
    lang: Language,
) -> list[tuple[str, float, Optional[float]]]:
    values = [v or 0.0 for v in numbers(counts)]
    before: list[Optional[float]] = [None] * len(values)
    if previous is not None:
        before = [v or 0.0 for v in numbers(previous)]
    if not len(labels) == len(values) == len(before):
        raise ValueError("Labels, counts and previous counts must be equally many.")
    rows = [r for r in zip(map(str, labels), values, before) if r[1] > 0 or (r[2] or 0.0) > 0]
    rows.sort(key=lambda r: (-r[1], r[0]))
    if len(rows) > most:
        rest = rows[most - 1 :]
        name = lang.say("other ({n} categories)", "övrigt ({n} kategorier)").format(n=len(rest))
        then = None if previous is None else sum(r[2] or 0.0 for r in rest)
        rows = [*rows[: most - 1], (name, sum(r[1] for r in rest), then)]
    return rows
