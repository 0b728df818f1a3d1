"""The Knox table: where near repeats stand out from chance."""

from __future__ import annotations

from typing import Optional, Sequence

from .language import Language
from .lettering import text_width, wrap
from .palette import GRID, HEAT, PAPER, SOFT_INK, ink_on
from .svg import FULL, SMALL, Canvas, Size

# ratio limits of the shades, after Ratcliffe's Near Repeat Calculator (20 % is its usual mark)
_SHADES = ((1.2, HEAT[1]), (1.5, HEAT[3]), (2.0, HEAT[4]))


def knox_table(
    distance_labels: Sequence[str],
    time_labels: Sequence[str],
    ratio: Sequence[Sequence[float]],
    p: Sequence[Sequence[float]],
    language: str,
    title: str = "",
    size: Optional[Size] = None,
    alpha: float = 0.05,
) -> str:
    """SVG of a Knox table: rows distance bands, columns time bands.

    ``ratio``: observed / expected pairs. ``p``: upper-tail p-values. Cells are shaded where
    p <= ``alpha`` and the ratio is at least 1.2; significant ratios stand in bold. The height
    follows the rows unless ``size`` is given; numbers that find no room are left out.
    """
    lang = Language(language)
    if size is None:
        size = (FULL[0], round(min(1000, 130 + 24 * max(3, len(distance_labels)))))
    canvas = Canvas(size, title,
                    knox_table_text(distance_labels, time_labels, ratio, p, language, alpha),
                    lang.code)  # fmt: skip
    rows, columns = len(distance_labels), len(time_labels)
    if rows == 0 or columns == 0:
        canvas.empty(lang.say("No pairs of incidents to compare.", "Inga par att jämföra."))
        return canvas.to_string()
    left = min(130.0, 0.3 * canvas.width)
    told = lang.say(
        "Observed pairs ÷ expected by chance. Bold: more than chance; * p ≤ {a}, ** p ≤ {b}.",
        "Observerade par ÷ förväntade av slumpen. Fetstil: fler än slumpen; * p ≤ {a}, ** p ≤ {b}.",
    ).format(a=lang.number(alpha, 2), b=lang.number(alpha / 5, 2))
    note = wrap(told, SMALL, canvas.width - 8, 3)
    top, right = canvas.top + 44.0, canvas.width - 4.0
    bottom = canvas.height - 30.0 - 13 * len(note)
    wide, high = (right - left) / columns, (bottom - top) / rows
    size_of_numbers = min(SMALL, 0.75 * high, SMALL * wide / text_width("1,50**", SMALL, bold=True))
    canvas.text(4, top - 6, lang.say("distance", "avstånd"), fill=SOFT_INK)
    heading = lang.say("time between the incidents", "tid mellan händelserna")
    canvas.text(left, canvas.top + 10, heading, fill=SOFT_INK)
    for j, label in enumerate(time_labels):
        for k, line in enumerate(wrap(label, SMALL, wide - 2, 2)):
            canvas.text(left + (j + 0.5) * wide, canvas.top + 25 + 12 * k, line, anchor="middle")
    for i, label in enumerate(distance_labels):
        y = top + i * high
        lines = wrap(label, SMALL, left - 12, 2 if high >= 26 else 1)
        for k, line in enumerate(lines):
            canvas.middle(4, y + high / 2 + (k - (len(lines) - 1) / 2) * 12, line)
        for j in range(columns):
            value, chance = float(ratio[i][j]), float(p[i][j])
            strong = chance <= alpha and value > 1
            fill = PAPER
            for limit, shade in _SHADES:
                if strong and value >= limit:
                    fill = shade
            canvas.rect(left + j * wide, y, wide, high, fill, GRID, 0.7)
            if size_of_numbers < 7:
                continue
            stars = "" if not strong else ("**" if chance <= alpha / 5 else "*")
            canvas.middle(
                left + (j + 0.5) * wide, y + high / 2, lang.number(value, 2) + stars,
                size=size_of_numbers, anchor="middle", bold=strong,
                fill=ink_on(fill) if strong else SOFT_INK,
            )  # fmt: skip
    canvas.rect(left, top, right - left, bottom - top, "none", SOFT_INK, 0.8)
    shades = [("outline", shade, "≥ " + lang.number(limit, 1)) for limit, shade in _SHADES]
    canvas.legend(4, bottom + 6, shades)
    for k, line in enumerate(note):
        canvas.text(4, bottom + 36 + 13 * k, line, fill=SOFT_INK)
    return canvas.to_string()


def knox_table_text(
    distance_labels: Sequence[str],
    time_labels: Sequence[str],
    ratio: Sequence[Sequence[float]],
    p: Sequence[Sequence[float]],
    language: str,
    alpha: float = 0.05,
) -> str:
    """What the Knox table shows, in sentences."""
    lang = Language(language)
    cells = [
        (float(ratio[i][j]), i, j)
        for i in range(len(distance_labels))
        for j in range(len(time_labels))
        if float(p[i][j]) <= alpha and float(ratio[i][j]) > 1
    ]
    if not distance_labels or not time_labels:
        return lang.say("No pairs of incidents to compare.", "Inga par att jämföra.")
    if not cells:
        return lang.say(
            "No combination of distance and time has more pairs of incidents than chance gives.",
            "Ingen kombination av avstånd och tid har fler par av händelser än slumpen ger.",
        )
    best, i, j = max(cells)
    return lang.say(
        "{n} of {all} combinations of distance and time have more pairs than chance gives; "
        "strongest {d}, {t}: {ratio} times as many as expected.",
        "{n} av {all} kombinationer av avstånd och tid har fler par än slumpen ger; "
        "starkast {d}, {t}: {ratio} gånger så många som förväntat.",
    ).format(
        n=len(cells), all=len(distance_labels) * len(time_labels), d=distance_labels[i],
        t=time_labels[j], ratio=lang.number(best, 2),
    )  # fmt: skip
