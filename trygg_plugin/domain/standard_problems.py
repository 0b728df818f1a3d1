"""What can be wrong with the standard's files, told with file, line and sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Mapping, Sequence, Tuple

from .errors import DomainError


def N_(text: str) -> str:
    """Mark a sentence for the translation catalogue; it is translated where it is shown."""
    return text


@dataclass(frozen=True)
class Problem:
    """One mistake in a file of the standard. Line 0 means the file as a whole."""

    file: str
    line: int
    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        return self.template.format(**self.values)

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.sentence}"


class StandardError(DomainError):
    """The files of the standard do not hold together. ``problems`` lists every mistake."""

    def __init__(self, folder: str, problems: Sequence[Problem]) -> None:
        self.problems: Tuple[Problem, ...] = tuple(
            sorted(problems, key=lambda problem: (problem.file, problem.line))
        )
        super().__init__(
            N_("The standard in {folder} cannot be used. Correct this and try again:\n{problems}"),
            folder=folder,
            problems="\n".join(str(problem) for problem in self.problems),
        )
