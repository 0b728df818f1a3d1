"""Whether a measure's goal is SMART: five questions, answered from the record where they can be.

What no field can tell (is it accepted, is it realistic?) stays a question to people, with what
the record says about it beside.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import List, Mapping, Optional

from .standard_problems import N_

#: Letters of a goal that says something; "trygghet" alone is no goal.
FEWEST_LETTERS = 20


@dataclass(frozen=True)
class SmartAnswer:
    """One question. ``answer``: True or False as the record tells, None where people judge.

    ``hint`` is a template with ``values``: what to fill in, or what to think of.
    """

    key: str
    question: str
    answer: Optional[bool]
    hint: str
    values: Mapping[str, object] = field(default_factory=dict)


def smart_answers(measure: Mapping[str, object], has_place: bool = False) -> List[SmartAnswer]:
    """The five questions for a measure record; ``has_place``: it is drawn on the map."""
    return [
        _specific(measure, has_place),
        _measurable(measure),
        _accepted(measure),
        _realistic(measure),
        _time_bound(measure),
    ]


def _specific(measure: Mapping[str, object], has_place: bool) -> SmartAnswer:
    question = N_("Specific: is it clear what shall change, and where?")
    letters = sum(letter.isalpha() for letter in str(measure.get("goal") or ""))
    if letters < FEWEST_LETTERS:
        return SmartAnswer("specific", question, False,
                           N_("Write in a sentence what shall be different at the place."))
    if not has_place and not measure.get("area"):
        return SmartAnswer("specific", question, False,
                           N_("Draw the place on the map, or choose the area."))
    return SmartAnswer("specific", question, True, N_("The goal is written and has a place."))


def _measurable(measure: Mapping[str, object]) -> SmartAnswer:
    question = N_("Measurable: how will you see that it has been reached?")
    if not measure.get("indicator"):
        return SmartAnswer("measurable", question, False,
                           N_("Choose an indicator, such as incidents per month at the place."))
    if number(measure.get("indicator_baseline")) is None:
        return SmartAnswer("measurable", question, False,
                           N_("Fill in where the indicator stands today (baseline)."))
    if number(measure.get("indicator_target")) is None:
        return SmartAnswer("measurable", question, False,
                           N_("Fill in where the indicator shall be (target)."))
    return SmartAnswer("measurable", question, True,
                       N_("Indicator, baseline and target are there."))


def _accepted(measure: Mapping[str, object]) -> SmartAnswer:
    question = N_("Accepted: has the one who shall do it said yes?")
    if not measure.get("responsible_organisation"):
        return SmartAnswer("accepted", question, False, N_("Choose who is responsible."))
    if measure.get("decided_at"):
        return SmartAnswer("accepted", question, True, N_("It was decided at a meeting."))
    return SmartAnswer("accepted", question, None, N_("Ask the responsible organisation."))


def _realistic(measure: Mapping[str, object]) -> SmartAnswer:
    question = N_("Realistic: can it be reached with these means in this time?")
    before = number(measure.get("indicator_baseline"))
    after = number(measure.get("indicator_target"))
    if before is not None and after is not None:
        if before == after:
            return SmartAnswer("realistic", question, False,
                               N_("The target is the same as the baseline: nothing would change."))
        if before > 0:
            change = 100 * (after - before) / before
            return SmartAnswer("realistic", question, None,
                               N_("The target is a change of {percent:+.0f} per cent. Compare with "
                                  "what similar measures have reached."), {"percent": change})
    return SmartAnswer("realistic", question, None,
                       N_("Compare with what similar measures have reached."))


def _time_bound(measure: Mapping[str, object]) -> SmartAnswer:
    question = N_("Time-bound: by when?")
    if measure.get("deadline") or measure.get("end_date"):
        return SmartAnswer("time_bound", question, True, N_("There is a date."))
    return SmartAnswer("time_bound", question, False, N_("Fill in the deadline."))


def number(value: object) -> Optional[float]:
    """A number of a record; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value)
