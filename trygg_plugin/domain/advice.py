"""What is said before a step is taken: what stops it, and what is worth knowing first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping, Sequence, Tuple

from .errors import DomainError


@dataclass(frozen=True)
class Notice:
    """One sentence on a step. ``stops``: the step cannot be taken until it is mended;
    otherwise people decide, knowing it."""

    stops: bool
    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        return self.template.format(**self.values)


class StepStoppedError(DomainError):
    """A step that cannot be taken yet; the first notice that stops it is its sentence."""

    def __init__(self, notices: Sequence[Notice]) -> None:
        self.notices: Tuple[Notice, ...] = tuple(notice for notice in notices if notice.stops)
        first = self.notices[0]
        super().__init__(first.template, **first.values)


def refuse_if_stopped(notices: Sequence[Notice]) -> None:
    """Raise StepStoppedError when any of the notices stops the step."""
    if any(notice.stops for notice in notices):
        raise StepStoppedError(notices)
