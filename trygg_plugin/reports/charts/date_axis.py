"""The time axis of charts whose steps are weeks or months."""

from __future__ import annotations

from datetime import date
from typing import Optional, Sequence

from .language import Language
from .lettering import text_width
from .palette import GRID, SOFT_INK
from .scales import Frame
from .svg import SMALL, Canvas


def draw_date_axis(canvas: Canvas, frame: Frame, days: Sequence[date], lang: Language) -> None:
    """Ticks with dates below a frame, as many as fit, the year where it changes."""
    need = text_width("30 maj", SMALL) + 10
    slots = len(days)
    last = -1e9
    year: Optional[int] = None
    for i, day in enumerate(days):
        x = frame.slot(i, slots)
        if x - last < need or x + need / 2 > frame.right + 14:
            continue
        canvas.line((x, frame.bottom), (x, frame.bottom + 3), SOFT_INK)
        canvas.text(x, frame.bottom + 14, lang.date_short(day), anchor="middle", fill=SOFT_INK)
        if day.year != year:
            canvas.text(x, frame.bottom + 27, str(day.year), anchor="middle")
            year = day.year
        last = x
    canvas.line((frame.left, frame.bottom), (frame.right, frame.bottom), GRID)
