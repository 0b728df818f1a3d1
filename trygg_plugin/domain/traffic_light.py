"""The traffic light that the figures of an area suggest; the coordinator judges.

Ours: no source says how Örebro or Göteborg set theirs. A change counts only when it is more than
chance explains; where reporters have gone silent, fewer reports are no reason for green.
"""

from __future__ import annotations

from dataclasses import dataclass

from .standard_problems import N_

GREEN, YELLOW, RED = "green", "yellow", "red"

HIGHER, LOWER, UNCLEAR, UNKNOWN = "higher", "lower", "unclear", "unknown"


@dataclass(frozen=True)
class Suggestion:
    """A colour and why."""

    colour: str
    reason: str


def suggested_light(previous: str, last_year: str, silent_reporters: int = 0) -> Suggestion:
    """The colour that two comparisons suggest.

    ``previous``, ``last_year``: higher, lower, unclear (could be chance) or unknown (no earlier
    data). ``silent_reporters``: organisations that reported from the area and have gone silent.
    """
    verdicts = (previous, last_year)
    if HIGHER in verdicts and LOWER in verdicts:
        return Suggestion(
            YELLOW,
            N_("More than chance explains against one of the earlier periods, fewer against the "
               "other."),
        )  # fmt: skip
    if previous == HIGHER and last_year == HIGHER:
        return Suggestion(
            RED,
            N_("More than in the previous period and than last year, by more than chance "
               "explains."),
        )  # fmt: skip
    if previous == HIGHER:
        return Suggestion(
            RED, N_("More than in the previous period, by more than chance explains.")
        )
    if last_year == HIGHER:
        return Suggestion(
            RED, N_("More than in the same period last year, by more than chance explains.")
        )
    if silent_reporters:
        return Suggestion(
            YELLOW, N_("Reporters have gone silent here: silence is not calm.")
        )
    if LOWER in verdicts:
        return Suggestion(GREEN, N_("Fewer than before, by more than chance explains."))
    if verdicts == (UNKNOWN, UNKNOWN):
        return Suggestion(YELLOW, N_("There are no earlier data to compare with."))
    return Suggestion(GREEN, N_("No change that is more than chance explains."))
