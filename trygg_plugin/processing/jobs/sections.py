"""Sections of a composed job: each is worked out alone, and may have no answer."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any, Callable, List

from ...analysis.errors import AnalysisError
from ...domain.errors import DomainError
from ...i18n import tr, tr_error
from ..base import Run
from ..outputs import Table, shown_number


@dataclass
class Chart:
    """A picture (SVG of our own) and the same in words."""

    name: str
    svg: str
    text: str


@dataclass
class Section:
    """A part of the summary. ``answered``: False when there was nothing to answer from."""

    title: str
    sentences: List[str] = field(default_factory=list)
    charts: List[Chart] = field(default_factory=list)
    tables: List[Table] = field(default_factory=list)
    limit: str = ""
    answered: bool = True


class PartOfRun(Run):
    """The same run, its progress lying between two shares of the whole.

    ``changed``: parameters that are others here (None: as if not given).
    """

    def __init__(self, run: Run, start: float, end: float, **changed: Any) -> None:
        super().__init__(run.algorithm, {**run.parameters, **changed}, run.context, run.feedback)
        self._start, self._end = start, end

    def progress(self, share: float) -> None:
        super().progress(self._start + (self._end - self._start) * share)


def attempt(run: Run, title: str, work: Callable[[Section], None]) -> Section:
    """The section that ``work`` fills, or the sentence why it has no answer.

    The sentences are logged. Cancelling is not caught.
    """
    section = Section(title)
    run.log(f"— {title}")
    try:
        work(section)
    except (AnalysisError, DomainError) as error:
        sentence = tr("{title} has no answer: {reason}").format(
            title=title, reason=tr_error(error))
        run.warn(sentence)
        return Section(title, [sentence], answered=False)
    for sentence in section.sentences:
        run.log(sentence)
    return section


def probability(p: float) -> str:
    """A p-value; nobody needs to know more than that it is very small."""
    return f"< {shown_number(0.001, 3)}" if p < 0.001 else shown_number(p, 3)


def figure(value: float, digits: int = 3) -> str:
    """A number with so many digits that count, such as 0.0012 or 34.5."""
    if value == 0 or not math.isfinite(value):
        return shown_number(value)
    return shown_number(value, max(0, digits - 1 - math.floor(math.log10(abs(value)))))
