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
        "Incidents: {count}, in the previous period: {previous}. More than chance explains."),
    (HIGHER, "last_year"): N_(
        "Incidents: {count}, in the same period last year: {last_year}. More than chance explains."
    ),
    (LOWER, "previous"): N_(
        "Incidents: {count}, in the previous period: {previous}. Fewer than chance explains."),
    (LOWER, "last_year"): N_(
        "Incidents: {count}, in the same period last year: {last_year}. Fewer than chance "
        "explains."),
    (UNCLEAR, "previous"): N_(
        "Incidents: {count}, in the previous period: {previous}. The difference can be chance."),
    (UNCLEAR, "last_year"): N_(
        "Incidents: {count}, in the same period last year: {last_year}. The difference can be "
        "chance."),
    (UNKNOWN, "previous"): N_(
        "Incidents: {count}. There is no earlier period to compare with."),
}  # fmt: skip
_AGAINST_EACH_OTHER = N_(
    "Incidents: {count}. The comparisons with the previous period ({previous}) and with last year "
    "({last_year}) point in different directions."
)
_QUIET = N_("No incidents in the period, and none in the one compared with.")


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
    if verdict == UNCLEAR and count == 0 and values[against] == 0:
        return SuggestedLight(_COLOURS[verdict], _QUIET, {})
    return SuggestedLight(_COLOURS[verdict], _REASONS[verdict, against], values)
