"""A suggested traffic light for a problem in a period: green, yellow or red, and why.

Ours: red when it has certainly become more, yellow when nothing certain can be said or when
it is as much as before, green when it has certainly become less or stopped. The coordinator
and the meeting decide the colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Optional

from .standard_problems import N_

#: What a comparison says: more or less than chance explains, not certain, nothing to compare.
HIGHER, LOWER, UNCLEAR, UNKNOWN = "higher", "lower", "unclear", "unknown"
#: Of two comparisons the one is told whose verdict stands first.
_FIRST_TOLD = (HIGHER, LOWER, UNCLEAR, UNKNOWN)
_COLOURS = {HIGHER: "red", LOWER: "green", UNCLEAR: "yellow", UNKNOWN: "yellow"}
_REASONS = {
    (HIGHER, "previous"): N_(
        "{count} incidents against {previous} in the previous period: more than chance explains."),
    (HIGHER, "last_year"): N_(
        "{count} incidents against {last_year} in the same period last year: more than chance "
        "explains."),
    (LOWER, "previous"): N_(
        "{count} incidents against {previous} in the previous period: fewer than chance "
        "explains."),
    (LOWER, "last_year"): N_(
        "{count} incidents against {last_year} in the same period last year: fewer than chance "
        "explains."),
    (UNCLEAR, "previous"): N_(
        "{count} incidents against {previous} in the previous period: the difference can be "
        "chance."),
    (UNCLEAR, "last_year"): N_(
        "{count} incidents against {last_year} in the same period last year: the difference can "
        "be chance."),
    (UNKNOWN, "previous"): N_(
        "{count} incidents: there is no earlier period to compare with."),
}  # fmt: skip
_AGAINST_EACH_OTHER = N_(
    "{count} incidents: the comparisons with the previous period ({previous}) and with last year "
    "({last_year}) point in different directions."
)


@dataclass(frozen=True)
class Compared:
    """The count of an earlier period and the verdict on the change since."""

    before: Optional[int]
    verdict: str


@dataclass(frozen=True)
class SuggestedLight:
    """``reason`` is a template with ``values``."""

    colour: str
    reason: str
    values: Dict[str, object]

    @property
    def sentence(self) -> str:
        return self.reason.format(**self.values)


def suggest_light(count: int, previous: Compared, last_year: Compared) -> SuggestedLight:
    """The light for ``count`` incidents, against the period before and the same one last year.

    A change that the season explains is no change: where one comparison says more and the
    other less, the light is yellow.
    """
    values: Dict[str, object] = {
        "count": count, "previous": previous.before, "last_year": last_year.before,
    }  # fmt: skip
    if {previous.verdict, last_year.verdict} == {HIGHER, LOWER}:
        return SuggestedLight("yellow", _AGAINST_EACH_OTHER, values)
    verdict = min(previous.verdict, last_year.verdict, key=_FIRST_TOLD.index)
    against = "previous" if previous.verdict == verdict else "last_year"
    return SuggestedLight(_COLOURS[verdict], _REASONS[verdict, against], values)
