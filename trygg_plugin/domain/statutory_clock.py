"""The clock of lag (2023:196) 6 §: situation picture and action plan are followed up at least every
second year, counted from the date of decision.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .periods import add_months

#: "minst vartannat år", 6 §.
STATUTORY_MONTHS = 24
#: When to warn that the follow-up is near. Ours: a setting of the workspace.
WARNING_MONTHS = 6

IN_TIME = "in_time"
DUE = "due"
OVERDUE = "overdue"


@dataclass(frozen=True)
class Clock:
    """Where a decided document stands on a day."""

    decided: dt.date
    #: the last day on which the follow-up is in time
    due_date: dt.date
    #: whole months from the day to the due date; negative: whole months past it
    months_left: int
    #: days from the day to the due date; negative when past it
    days_left: int
    #: in_time, due (within the warning) or overdue
    status: str


def due_date(decided: dt.date, months: int = STATUTORY_MONTHS) -> dt.date:
    """The last day in time: 24 months after the decision.

    A decision on 29 February falls due on 28 February two years later: the law gives at most two
    years, so the day is never moved into March.
    """
    return add_months(decided, months)


def whole_months(start: dt.date, end: dt.date) -> int:
    """Whole months from one day to another; negative when the second lies before the first."""
    if end < start:
        return -whole_months(end, start)
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if add_months(start, months) <= end else months - 1


def clock(
    decided: dt.date,
    today: dt.date,
    months: int = STATUTORY_MONTHS,
    warning_months: int = WARNING_MONTHS,
) -> Clock:
    """How a document decided on a day stands today."""
    due = due_date(decided, months)
    if today > due:
        status = OVERDUE
    # counted back from the due date, so that 31 August warns on the last of February
    elif today >= add_months(due, -warning_months):
        status = DUE
    else:
        status = IN_TIME
    return Clock(decided, due, whole_months(today, due), (due - today).days, status)
