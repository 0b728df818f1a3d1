"""Which part of a document stands on which page: blocks broken over pages, nothing lost.

A run is what one block is made of: lines of a text, rows of a table, or one piece that cannot be
broken. Heights are in millimetres; nothing here knows of layouts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import List, Sequence, Tuple


@dataclass(frozen=True)
class Run:
    """Pieces of ``heights`` that follow one another, ``gap`` below what stands above.

    ``head``: what is repeated on each page where the run goes on (a table's header).
    ``least``: fewest pieces that stand alone on a page. ``keep``: stands on one page together
    with the beginning of the next run (headings, captions). ``page``: its own kind of page.
    ``fresh``: begins on a new page.
    """

    heights: Tuple[float, ...]
    gap: float = 0.0
    head: float = 0.0
    least: int = 1
    keep: bool = False
    page: str = ""
    fresh: bool = False


@dataclass(frozen=True)
class Placed:
    """Pieces ``first`` up to but not including ``last`` of run number ``run``, from ``y`` on."""

    run: int
    first: int
    last: int
    y: float


@dataclass(frozen=True)
class Page:
    """``kind``: empty for ordinary pages, else that of the run that has it for itself."""

    kind: str
    placed: Tuple[Placed, ...]


def flow(runs: Sequence[Run], room: float) -> List[Page]:
    """The pages of the runs; ``room``: height of an ordinary page's text.

    A piece taller than a page gets one of its own: nothing is ever left out.
    """
    pages: List[Page] = []
    placed: List[Placed] = []
    waiting: List[Page] = []
    y = 0.0

    def turn() -> None:
        nonlocal placed, waiting, y
        if placed:
            pages.append(Page("", tuple(placed)))
        pages.extend(waiting)
        placed, waiting, y = [], [], 0.0

    for index, run in enumerate(runs):
        if run.page:
            # after the page that tells of it, which is filled first
            waiting.append(Page(run.page, (Placed(index, 0, len(run.heights), 0.0),)))
            continue
        if run.fresh:
            turn()
        done = 0
        while done < len(run.heights):
            gap = run.gap if placed and done == 0 else 0.0
            count = _fitting(run, done, room - y - gap)
            if count and run.keep and y + gap + _needed(runs, index, done) > room:
                count = 0
            if count == 0 and placed:
                turn()
                continue
            count = count or max(_fitting(replace(run, least=1), done, room - y - gap), 1)
            start = y + gap
            placed.append(Placed(index, done, done + count, start))
            y = start + run.head + sum(run.heights[done : done + count])
            done += count
            if done < len(run.heights):
                turn()
    turn()
    return pages


def _fitting(run: Run, done: int, room: float) -> int:
    """How many pieces from ``done`` on fit, with regard to those that shall not stand alone."""
    left = room - run.head
    count = 0
    for height in run.heights[done:]:
        if height > left + 1e-6:
            break
        left -= height
        count += 1
    rest = len(run.heights) - done
    if count == rest:
        return count
    if run.keep or count < min(run.least, rest):
        return 0
    if rest - count < run.least and count - run.least >= run.least:
        count = rest - run.least
    return count


def _needed(runs: Sequence[Run], index: int, done: int) -> float:
    """Height of a kept run's rest and of the beginning of what it is kept with."""
    run = runs[index]
    height = run.head + sum(run.heights[done:])
    after = next((one for one in runs[index + 1 :] if not one.page), None)
    if after is not None:
        height += after.gap
        if after.keep:
            return height + _needed(runs, runs.index(after, index + 1), 0)
        height += after.head + sum(after.heights[: after.least])
    return height
