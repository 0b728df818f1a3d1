"""A period's way from collecting to followed up: the next step, and what to know before it.

Which steps there are stands in :mod:`.states`. Here stands what people forget: a period that is
closed before it has ended, reports that nobody has reviewed yet, an analysis that nobody wrote.
None of it is forbidden by a source; only an adoption without any text is (ours).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import List, Optional

from .advice import Notice
from .standard_problems import N_
from .states import PERIOD, next_states

ADOPTED = "adopted"
#: States in which texts and traffic lights may still be written.
OPEN = ("collecting", "closed", "draft", "est_meeting")


@dataclass(frozen=True)
class PeriodFacts:
    """What decides whether a step is wise. Counts are of the period's incidents."""

    last_day: dt.date
    #: reported and not yet reviewed
    waiting: int = 0
    areas: int = 0
    areas_with_light: int = 0
    summary: str = ""
    analysis: str = ""
    assessment: str = ""
    feedback: str = ""
    #: measures with a deadline in or before the period that are neither done nor cancelled
    overdue_measures: int = 0


def next_step(state: str) -> Optional[str]:
    """The state that follows; None at the end and for an unknown state."""
    following = next_states(PERIOD, state)
    return following[0] if following else None


def before_step(to: str, facts: PeriodFacts, today: dt.date) -> List[Notice]:
    """What to know before a period goes to a state; what stops the step comes first."""
    found: List[Notice] = []
    if to == "closed" and today <= facts.last_day:
        found.append(
            Notice(
                False,
                N_("The period runs until {date}: what happens until then will be shown as late."),
                {"date": facts.last_day},
            )
        )
    if to in ("closed", ADOPTED) and facts.waiting:
        found.append(
            Notice(
                False,
                N_("Reports of the period that wait for review and are not counted yet: {count}."),
                {"count": facts.waiting},
            )
        )
    if to == "est_meeting" and not facts.analysis.strip():
        found.append(Notice(False, N_("No analysis has been written for the meeting.")))
    if to == ADOPTED:
        found += _before_adoption(facts)
    if to == "shared" and not facts.feedback.strip():
        found.append(
            Notice(
                False,
                N_("No feedback to the reporters has been written; it is what keeps reports "
                   "coming."),
            )
        )  # fmt: skip
    if to == "followed_up" and facts.overdue_measures:
        found.append(
            Notice(
                False,
                N_("Measures past their deadline and not yet done: {count}."),
                {"count": facts.overdue_measures},
            )
        )
    return sorted(found, key=lambda notice: not notice.stops)


def _before_adoption(facts: PeriodFacts) -> List[Notice]:
    found: List[Notice] = []
    if not any(text.strip() for text in (facts.summary, facts.analysis, facts.assessment)):
        found.append(
            Notice(
                True,
                N_("Write a summary, an analysis or an assessment before the period is adopted: "
                   "figures alone are no situation picture."),
            )
        )  # fmt: skip
    elif not facts.analysis.strip():
        found.append(Notice(False, N_("No analysis has been written.")))
    missing = facts.areas - facts.areas_with_light
    if missing > 0:
        found.append(
            Notice(False, N_("Areas without a traffic light: {count}."), {"count": missing})
        )
    return found
