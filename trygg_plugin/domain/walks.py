"""A safety walk's three meetings and its points: what to know before each step.

Which steps there are stands in :mod:`.states`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import List, Mapping, Optional, Sequence, Tuple

from .advice import Notice
from .periods import as_date
from .standard_problems import N_
from .states import WALK, next_states

#: More people than this and talking gets difficult: a habit of those who arrange walks, no rule.
MOST_PARTICIPANTS = 20

#: Statuses in which the owner has answered.
ANSWERED = ("answered", "done", "declined")

Record = Mapping[str, object]


@dataclass(frozen=True)
class WalkFacts:
    """A walk's values, its points and who takes part."""

    walk: Record
    points: Sequence[Record] = ()
    #: people, all participants' numbers added
    participants: int = 0
    #: organisations and roles that are named
    groups: int = 0

    @property
    def to_distribute(self) -> List[Record]:
        """Points that ask something of somebody and have no owner yet."""
        return [
            p for p in self.points if not p.get("works_well") and not p.get("owner_organisation")
        ]

    @property
    def unanswered(self) -> List[Record]:
        """Points with an owner who has not answered."""
        return [
            p
            for p in self.points
            if p.get("owner_organisation") and p.get("status") not in ANSWERED
        ]


def next_step(state: str) -> Optional[str]:
    """The state that follows; None at the end and for an unknown state."""
    following = next_states(WALK, state)
    return following[0] if following else None


def overdue(point: Record, today: dt.date) -> bool:
    """Whether an answer should have come by now."""
    deadline = as_date(point.get("deadline"))
    return deadline is not None and deadline < today and point.get("status") not in ANSWERED


def protocol_status(walk: Record) -> str:
    """Of the minutes: approved, written (not yet approved) or missing."""
    if walk.get("minutes_approved"):
        return "approved"
    written = walk.get("file") or str(walk.get("summary") or "").strip()
    return "written" if written else "missing"


def before_step(to: str, facts: WalkFacts, today: dt.date) -> List[Notice]:
    """What to know before a walk goes to a state; what stops the step comes first."""
    found: List[Notice] = []
    if to in ("premeeting", "walked") and facts.participants > MOST_PARTICIPANTS:
        found.append(
            Notice(
                False,
                N_("{count} people are to walk along. More than about {most} make talking "
                   "difficult: walk in two groups."),
                {"count": facts.participants, "most": MOST_PARTICIPANTS},
            )
        )  # fmt: skip
    if to == "premeeting":
        found += _dated(facts.walk, "premeeting_at", today, _PREMEETING)
        if not facts.groups:
            found.append(Notice(False, N_("No participants are named by organisation and role.")))
    elif to == "walked":
        found += _dated(facts.walk, "walked_at", today, _WALK)
    elif to == "points_distributed":
        found += _before_distribution(facts)
    elif to == "feedback_meeting":
        found += _dated(facts.walk, "feedback_meeting_at", today, _FEEDBACK)
        if facts.unanswered:
            found.append(
                Notice(
                    False,
                    N_("Points that their owners have not answered: {numbers}."),
                    {"numbers": numbers(facts.unanswered)},
                )
            )
    elif to == "finished":
        found += _before_the_end(facts)
    return sorted(found, key=lambda notice: not notice.stops)


def numbers(points: Sequence[Record]) -> str:
    """The numbers of points in a sentence: "2, 5 and 7" would need a language, "2, 5, 7" none."""
    return ", ".join(str(point.get("number")) for point in points)


#: what is said of a meeting without a date, and of one whose day has not come
_PREMEETING = (
    N_("Give the date of the pre-meeting first."),
    N_("The day of the pre-meeting, {date}, has not come yet."),
)
_WALK = (
    N_("Give the date of the walk first."),
    N_("The day of the walk, {date}, has not come yet."),
)
_FEEDBACK = (
    N_("Give the date of the feedback meeting first."),
    N_("The day of the feedback meeting, {date}, has not come yet."),
)


def _dated(walk: Record, key: str, today: dt.date, said: Tuple[str, str]) -> List[Notice]:
    held = as_date(walk.get(key))
    if held is None:
        return [Notice(True, said[0])]
    return [Notice(False, said[1], {"date": held})] if held > today else []


def _before_distribution(facts: WalkFacts) -> List[Notice]:
    if not facts.points:
        return [Notice(True, N_("The walk has no points yet. Add what was found on the way."))]
    without = facts.to_distribute
    if without:
        return [
            Notice(
                True,
                N_("Points without a responsible organisation: {numbers}. Give each an owner, or "
                   "say that it works well."),
                {"numbers": numbers(without)},
            )
        ]  # fmt: skip
    late = [p for p in facts.points if p.get("owner_organisation") and not p.get("deadline")]
    if late:
        return [
            Notice(
                False,
                N_("Points without a day to answer by: {numbers}."),
                {"numbers": numbers(late)},
            )
        ]
    return []


def _before_the_end(facts: WalkFacts) -> List[Notice]:
    found: List[Notice] = []
    if facts.unanswered:
        found.append(
            Notice(
                True,
                N_("Points that their owners have not answered: {numbers}."),
                {"numbers": numbers(facts.unanswered)},
            )
        )
    if protocol_status(facts.walk) == "missing":
        found.append(Notice(False, N_("No minutes have been written.")))
    return found
