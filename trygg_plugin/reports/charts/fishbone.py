"""Causes of a problem as a fishbone: the problem at the head, a bone for each kind of cause.

Wide pictures lie (spine from left to right); narrow ones, for a panel, stand (spine downwards),
since texts of a lying fish could not be read there.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import List, Optional, Sequence, Tuple

from .language import Language
from .lettering import text_width, wrap
from .palette import ALERT, GRID, INK, MAIN, PAPER, SECOND, SOFT_INK, ink_on
from .svg import BODY, FULL, SMALL, Canvas

_COLOURS = (MAIN, ALERT, SECOND)
#: Below this width the fish stands.
_LYING = 500
_LINE = 13.0
#: Lines of a cause: the 200 letters that a cause may have nearly always fit.
_MOST = 6
_TAG = 20.0
_SLANT = 40.0
#: A bone is at least this high, so that it stands steep beside its texts, which keep this far
#: from it: the slant over the height of a few lines.
_STEEP, _APART = 96.0, 20.0
#: Two-sided bones need room for two columns of texts.
_TWO_SIDED = 400.0


@dataclass(frozen=True)
class Cause:
    """A numbered cause; ``behind`` is the number of the cause that it lies behind."""

    number: int
    text: str
    behind: Optional[int] = None


@dataclass(frozen=True)
class Bone:
    """A kind of cause: its name, the question that leads to causes, and the causes found."""

    label: str
    question: str = ""
    causes: Sequence[Cause] = ()


@dataclass(frozen=True)
class _Row:
    """One text beside a bone: number (or none for a question) and wrapped lines."""

    number: str
    lines: Tuple[str, ...]
    ink: str

    @property
    def height(self) -> float:
        return _LINE * max(1, len(self.lines)) + 9


def fishbone(
    problem: str, bones: Sequence[Bone], language: str, title: str = "", width: int = FULL[0]
) -> str:
    """SVG of a problem and its causes; the height follows the texts.

    A bone without causes shows its question in grey, so that an empty fish helps to begin.
    """
    lang = Language(language)
    text = fishbone_text(problem, bones, language)
    draw = _lying if width >= _LYING else _standing
    # drawn twice: first to learn how high it becomes
    measured = Canvas((width, 10_000), title, text, lang.code)
    height = math.ceil(draw(measured, problem, bones, lang))
    canvas = Canvas((width, height), title, text, lang.code)
    draw(canvas, problem, bones, lang)
    return canvas.to_string()


def fishbone_text(problem: str, bones: Sequence[Bone], language: str) -> str:
    """What the fishbone says, in sentences."""
    lang = Language(language)
    if not any(bone.causes for bone in bones):
        said = lang.say("No causes of “{problem}” have been written down yet.",
                        "Inga orsaker till ”{problem}” är nedskrivna än.")  # fmt: skip
        return said.format(problem=problem)
    parts = []
    for bone in bones:
        listed = "; ".join(f"{c.number} {_said(c, lang)}" for c in bone.causes)
        parts.append(f"{bone.label}: {listed or lang.say('none', 'inga')}.")
    said = lang.say("Causes of “{problem}”. {parts}", "Orsaker till ”{problem}”. {parts}")
    return said.format(problem=problem, parts=" ".join(parts))


def _said(cause: Cause, lang: Language) -> str:
    if cause.behind is None:
        return cause.text
    said = lang.say("Behind {n}: {text}", "Bakom {n}: {text}")
    return said.format(n=cause.behind, text=cause.text)


def _rows(bone: Bone, room: float, lang: Language) -> List[_Row]:
    if not bone.causes:
        question = bone.question or lang.say("No causes yet.", "Inga orsaker än.")
        return [_Row("", tuple(wrap(question, SMALL, room - 4, _MOST)), SOFT_INK)]
    return [
        _Row(
            str(cause.number),
            tuple(wrap(_said(cause, lang), SMALL, room - _indent(str(cause.number)) - 4, _MOST)),
            INK,
        )
        for cause in bone.causes
    ]


def _indent(number: str) -> float:
    return text_width(number, SMALL, bold=True) + 6 if number else 0.0


def _write(canvas: Canvas, row: _Row, x: float, twig: float) -> None:
    """A row's text above the height of its twig."""
    first = twig - 5 - _LINE * (len(row.lines) - 1)
    if row.number:
        canvas.text(x, first, row.number, bold=True, fill=row.ink)
    for k, line in enumerate(row.lines):
        canvas.text(x + _indent(row.number), first + k * _LINE, line, fill=row.ink)


def _tag(canvas: Canvas, x: float, y: float, bone: Bone, colour: str, most: float) -> None:
    """The bone's name in its colour, from (x, y)."""
    canvas.rect(x, y, _tag_width(bone, most), _TAG, colour)
    (shown,) = wrap(bone.label, BODY * 1.15, most - 12, 1) or ("",)
    canvas.text(x + 6, y + 14, shown, size=BODY, bold=True, fill=ink_on(colour))


def _tag_width(bone: Bone, most: float) -> float:
    return min(text_width(bone.label, BODY, bold=True) + 14, most)


# --- lying -----------------------------------------------------------------------------------


def _lying(canvas: Canvas, problem: str, bones: Sequence[Bone], lang: Language) -> float:
    """Draw with the spine from left to right; gives the height that was used."""
    head_wide = 148.0
    head = canvas.width - head_wide - 6
    upper = list(bones[: math.ceil(len(bones) / 2)])
    lower = list(bones[len(upper) :])
    above = _Side(upper, head - 14, lang)
    below = _Side(lower, head - 14, lang)
    title = wrap(problem, BODY * 1.15, head_wide - 20, 7)
    head_high = max(54.0, 16 * len(title) + 18)
    spine = canvas.top + max(above.height, head_high / 2) + 2
    bottom = spine + max(below.height, head_high / 2) + 8
    canvas.line((6, spine), (head, spine), INK, 3.0)
    for i, (bone, rows) in enumerate(zip(upper, above.rows)):
        above.draw(canvas, i, bone, rows, spine, -1, _COLOURS[i % len(_COLOURS)])
    for i, (bone, rows) in enumerate(zip(lower, below.rows)):
        below.draw(canvas, i, bone, rows, spine, 1, _COLOURS[(i + len(upper)) % len(_COLOURS)])
    canvas.area([(head - 2, spine - 8), (head + 12, spine), (head - 2, spine + 8)], INK)
    canvas.rect(head + 8, spine - head_high / 2, head_wide - 8, head_high, PAPER, INK, 1.6)
    for k, line in enumerate(title):
        y = spine + (k - (len(title) - 1) / 2) * 16
        canvas.middle(head + 8 + (head_wide - 8) / 2, y, line, size=BODY, anchor="middle",
                      bold=True)  # fmt: skip
    return bottom


class _Side:
    """The bones above or below the spine: how wide each may be and how high they become."""

    def __init__(self, bones: Sequence[Bone], length: float, lang: Language) -> None:
        self.column = length / max(1, len(bones))
        self.two = self.column >= _TWO_SIDED
        self.room = (self.column - _SLANT) / (2 if self.two else 1) - 14
        self.rows = [_rows(bone, self.room - _APART, lang) for bone in bones]
        needed = [sum(self._heights(rows)) + _TAG + 16 for rows in self.rows]
        self.height = max([_STEEP, *needed]) if bones else 0.0

    def _heights(self, rows: Sequence[_Row]) -> List[float]:
        step = 2 if self.two else 1
        return [max(r.height for r in rows[i : i + step]) for i in range(0, len(rows), step)]

    def draw(
        self, canvas: Canvas, place: int, bone: Bone, rows: Sequence[_Row], spine: float,
        side: int, colour: str,
    ) -> None:  # fmt: skip
        """One bone; ``side`` is -1 above the spine and 1 below."""
        start = 8 + place * self.column
        join = start + (self.column + _SLANT) / 2 if self.two else start + self.column - 4
        end = join - _SLANT
        far = spine + side * (self.height - _TAG)

        def across(y: float) -> float:
            return end + (join - end) * (far - y) / (far - spine)

        canvas.line((end, far), (join, spine), colour, 2.6)
        wide = _tag_width(bone, self.room)
        left = min(max(end - wide / 2, start), join - wide)
        _tag(canvas, left, far - (_TAG if side < 0 else 0), bone, colour, self.room)
        step = 2 if self.two else 1
        # from the top downwards on both sides of the spine, as one reads
        twig = far if side < 0 else spine + 6
        for i, high in zip(range(0, len(rows), step), self._heights(rows)):
            twig += high
            x = across(twig)
            for k, row in enumerate(rows[i : i + step]):
                begin, stop = (x - self.room, x) if k == 0 else (x, x + self.room)
                canvas.line((begin, twig), (stop, twig), GRID if not row.number else colour, 1.0)
                # below the spine the bone leans over the text on its right
                lean = across(twig - row.height) - x if side > 0 else 0.0
                _write(canvas, row, begin + (0 if k == 0 else 8 + lean), twig)


# --- standing --------------------------------------------------------------------------------


def _standing(canvas: Canvas, problem: str, bones: Sequence[Bone], lang: Language) -> float:
    """Draw with the spine downwards; gives the height that was used."""
    width, spine, indent = canvas.width, 12.0, 34.0
    title = wrap(problem, BODY * 1.15, width - 24, 4)
    high = 16 * max(1, len(title)) + 14
    canvas.rect(4, canvas.top, width - 8, high, PAPER, INK, 1.6)
    for k, line in enumerate(title):
        canvas.middle(width / 2, canvas.top + 15 + 16 * k, line, size=BODY, anchor="middle",
                      bold=True)  # fmt: skip
    top = canvas.top + high
    y, last = top + 14, top
    room = width - indent - 8
    for i, bone in enumerate(bones):
        colour = _COLOURS[i % len(_COLOURS)]
        last = y + _TAG / 2
        canvas.line((spine, last), (22, last), colour, 2.6)
        _tag(canvas, 22, y, bone, colour, width - 28)
        bone_top = y + _TAG
        y = bone_top + 2
        for row in _rows(bone, room, lang):
            y += row.height
            canvas.line((28, y), (width - 6, y), GRID if not row.number else colour, 1.0)
            _write(canvas, row, indent, y)
        canvas.line((28, bone_top), (28, y), colour, 2.0)
        y += 14
    if bones:
        canvas.area([(spine - 6, top + 10), (spine, top), (spine + 6, top + 10)], INK)
        canvas.line((spine, top + 8), (spine, last), INK, 3.0)
    return y
