"""From values to places on the picture."""

from __future__ import annotations

import math
from typing import Iterable, Optional

from .language import Language
from .lettering import text_width
from .palette import GRID, HEAT, PAPER, SOFT_INK
from .svg import SMALL, Canvas


def numbers(values: Optional[Iterable[Optional[float]]]) -> list[Optional[float]]:
    """Plain floats; None where a value is missing (None or NaN)."""
    if values is None:
        return []
    plain = [None if v is None else float(v) for v in values]
    return [None if v is None or not math.isfinite(v) else v for v in plain]


def known(values: Iterable[Optional[float]]) -> list[float]:
    """The values that are there."""
    return [v for v in values if v is not None]


def nice_ticks(highest: float, wanted: int = 5, whole: bool = True) -> list[float]:
    """Round ticks from 0 to at least ``highest``, about ``wanted`` steps; whole numbers only."""
    highest = max(highest, 1e-12)
    raw = highest / wanted
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= raw * (1 - 1e-9))
    if whole:
        step = max(1.0, math.ceil(step - 1e-9))
    count = max(1, math.ceil(highest / step - 1e-9))
    return [i * step for i in range(count + 1)]


class Frame:
    """The plotting area of a chart with a value axis on the left, drawn with its grid lines."""

    def __init__(
        self, canvas: Canvas, language: Language, highest: float,
        top: float, bottom: float, right: Optional[float] = None, whole: bool = True,
    ) -> None:  # fmt: skip
        self.ticks = nice_ticks(highest, 4 if bottom - top < 160 else 5, whole)
        step = self.ticks[1]
        decimals = 0 if step >= 1 else min(6, math.ceil(-math.log10(step) - 1e-9) + 1)
        labels = [language.number(t, decimals) for t in self.ticks]
        self.left = 12 + max(text_width(label, SMALL) for label in labels)
        self.right = canvas.width - 8 if right is None else right
        self.top, self.bottom = top, bottom
        for tick, label in zip(self.ticks, labels):
            y = self.y(tick)
            canvas.line((self.left, y), (self.right, y), SOFT_INK if tick == 0 else GRID)
            canvas.middle(self.left - 5, y, label, anchor="end", fill=SOFT_INK)

    def y(self, value: float) -> float:
        """Height of a value."""
        return self.bottom - (self.bottom - self.top) * value / self.ticks[-1]

    def slot(self, i: float, slots: int) -> float:
        """Middle of slot i of so many equal slots along the axis."""
        return self.left + (self.right - self.left) * (i + 0.5) / slots


def runs(values: list[Optional[float]]) -> list[list[tuple[int, float]]]:
    """Unbroken stretches of (index, value), since a line must not bridge what is missing."""
    found: list[list[tuple[int, float]]] = [[]]
    for i, value in enumerate(values):
        if value is None:
            found.append([])
        else:
            found[-1].append((i, value))
    return [run for run in found if run]


class Heat:
    """Classes of a heat table: paper for nothing, then light to dark up to the highest value."""

    def __init__(self, highest: float, whole: bool) -> None:
        self.highest = highest
        if whole and highest <= len(HEAT):
            self.breaks = [float(i) for i in range(1, int(highest) + 1)]
        elif whole:
            step = highest / len(HEAT)
            self.breaks = [float(math.ceil(step * i)) for i in range(1, len(HEAT) + 1)]
        else:
            self.breaks = [highest * i / len(HEAT) for i in range(1, len(HEAT) + 1)]
        last = max(1, len(self.breaks) - 1)
        self.colours = [HEAT[round(i * (len(HEAT) - 1) / last)] for i in range(len(self.breaks))]
        self.whole = whole

    def colour(self, value: float) -> str:
        """Colour of a value; paper for zero."""
        if value <= 0 or not self.breaks:
            return PAPER
        for limit, colour in zip(self.breaks, self.colours):
            if value <= limit * (1 + 1e-12):
                return colour
        return self.colours[-1]

    def legend(
        self, canvas: Canvas, language: Language, x: float, y: float, room: float
    ) -> None:
        """Boxes from few to many, 0 first, each with its limits; with the ends alone if tight."""
        boxes = [("0", PAPER)]
        decimals = 0 if self.whole else (1 if self.highest >= 3 else 2)
        lower = 0.0
        for limit, colour in zip(self.breaks, self.colours):
            first = int(lower) + 1
            if not self.whole:
                label = "≤" + language.number(limit, decimals)
            elif first >= limit:
                label = language.number(limit, 0)
            else:
                label = f"{language.number(first, 0)}–{language.number(limit, 0)}"
            boxes.append((label, colour))
            lower = limit
        tight = sum(22 + text_width(label, 10) for label, _ in boxes) > room
        if tight:
            canvas.middle(x, y + 6, "0", size=10, fill=SOFT_INK)
            x += 10
        for label, colour in boxes:
            canvas.rect(x, y, 12, 12, colour, SOFT_INK, 0.4)
            if not tight:
                canvas.middle(x + 15, y + 6, label, size=10, fill=SOFT_INK)
            x += 12 if tight else 22 + text_width(label, 10)
        if tight:
            most = language.number(self.highest, decimals)
            canvas.middle(x + 4, y + 6, most, size=10, fill=SOFT_INK)
