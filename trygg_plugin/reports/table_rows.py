"""How many rows a printed table holds, so that what does not fit is said and never just cut."""

from __future__ import annotations

from typing import List, Sequence, Tuple

from .charts.lettering import wrap

#: Size of the tables' letters and height of their lines in mm (8 points, generously).
LETTERS = 2.82
LINE = 3.3
_MOST_LINES = 12

Cell = Tuple[str, float]
"""A text and the width in mm that it has."""


def row_height(cells: Sequence[Cell], margin: float) -> float:
    """Height in mm of a row whose texts wrap; ``margin`` in mm on each side of a cell."""
    lines = max(len(wrap(text, LETTERS, width - 2 * margin, _MOST_LINES)) for text, width in cells)
    return max(lines, 1) * LINE + 2 * margin


def pages(heights: Sequence[float], room: float) -> List[int]:
    """The page of each row when pages are filled in order; ``room`` in mm a page."""
    placed: List[int] = []
    page, left = 0, room
    for height in heights:
        if height > left and left < room:
            page, left = page + 1, room
        left -= height
        placed.append(page)
    return placed


def fitting(heights: Sequence[float], room: float, last: float) -> int:
    """How many rows fit, with room for a ``last`` row that tells how many are left out."""
    if sum(heights) <= room:
        return len(heights)
    left, count = room - last, 0
    for height in heights:
        if height > left:
            break
        left -= height
        count += 1
    return count
