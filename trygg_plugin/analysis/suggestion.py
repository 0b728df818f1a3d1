"""Values derived from the data, with the reason told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Tuple


def N_(text: str) -> str:
    """Mark a text for translation; the rooms above translate it."""
    return text


@dataclass(frozen=True)
class Suggestion:
    """A value derived from the data and why: a translatable template and what fills it."""

    value: float
    template: str
    values: Tuple[Tuple[str, object], ...] = ()

    @property
    def reason(self) -> str:
        """The finished English sentence."""
        return self.template.format(**dict(self.values))
