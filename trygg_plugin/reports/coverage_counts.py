"""Who reports, and when: reports by organisation and part of a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import List, Tuple

from ..data.casework.period_counts import received_by
from ..data.workspace import Workspace
from ..domain.periods import add_months
from .charts.language import Language
from .work import Words

#: Parts that a period is told in, at most.
MOST_PARTS = 12
#: Organisations with a row of their own; the others have few reports.
MOST_REPORTERS = 25


@dataclass(frozen=True)
class Coverage:
    """``counts``: reports of each of the ``reporters`` in each of the ``periods``."""

    reporters: Tuple[str, ...]
    periods: Tuple[str, ...]
    counts: Tuple[Tuple[int, ...], ...]


def gather_coverage(workspace: Workspace, words: Words, first: date, last: date) -> Coverage:
    """Every report counts here, reviewed or not: it tells who reports, not what happened."""
    spans = _spans(first, last)
    found = received_by(workspace, spans)
    order = sorted(found, key=lambda who: (-sum(found[who]), words.actor(who)))[:MOST_REPORTERS]
    lang = Language(words.language)
    return Coverage(
        tuple(words.actor(who) or who for who in order),
        tuple(_label(lang, start, end) for start, end in spans),
        tuple(tuple(found[who]) for who in order),
    )


def _spans(first: date, last: date) -> List[Tuple[date, date]]:
    """Parts of the period, the last day after each: months, or several, or the days as a whole."""
    end = last + timedelta(days=1)
    months = (end.year - first.year) * 12 + end.month - first.month
    if months < 2:
        return [(first, end)]
    step = -(-months // MOST_PARTS)
    spans = []
    start = first
    while start < end:
        after = min(add_months(start.replace(day=1), step), end)
        spans.append((start, after))
        start = after
    return spans


def _label(lang: Language, start: date, end: date) -> str:
    if (end - start).days > 62:
        return f"{lang.month_short(start.month)} {start.year % 100:02d}–"
    return f"{lang.month_short(start.month)} {start.year % 100:02d}"
