"""When a measure is to be followed up, and why: one rule for lists, meetings and warnings."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Mapping, Optional

from .periods import add_months

#: Months after the start within which a measure without a deadline is looked at (ours).
HORIZON_MONTHS = {"short": 6, "long": 24}
#: Months after the end before an effect can be looked for: a season's worth of incidents (ours).
EFFECT_MONTHS = 6
REASONS = ("planned", "deadline", "horizon", "ended", "effect")


@dataclass(frozen=True)
class Due:
    """``reason``: one of REASONS; ``day``: from which day it is due."""

    reason: str
    day: dt.date

    def overdue(self, today: dt.date) -> int:
        """Days since it fell due; below 0 while it has not."""
        return (today - self.day).days


def due(
    measure: Mapping[str, object],
    last_follow_up: Optional[dt.date],
    began: Optional[dt.date] = None,
    ended: Optional[dt.date] = None,
) -> Optional[Due]:
    """What makes a measure due next, the earliest first; None when nothing does.

    ``measure``: field values (status, follow_up_due, start_date, end_date, deadline, horizon).
    ``began``: the day of its record, where it has no start; ``ended``: the day on which it was
    completed or called off.
    """
    status = measure.get("status")
    if status in ("proposed", "effect_assessed"):
        return None
    planned = _day(measure.get("follow_up_due"))
    if status == "followed_up":
        since = _day(measure.get("end_date")) or last_follow_up or ended
        if planned is not None and (last_follow_up is None or planned > last_follow_up):
            return Due("planned", planned)
        return None if since is None else Due("effect", add_months(since, EFFECT_MONTHS))
    if status in ("completed", "cancelled"):
        day = ended or _day(measure.get("end_date")) or _day(measure.get("deadline")) or began
        return None if day is None else Due("ended", day)
    found = []
    if planned is not None:
        found.append(Due("planned", planned))
    deadline = _day(measure.get("deadline")) or _day(measure.get("end_date"))
    if deadline is not None:
        found.append(Due("deadline", deadline + dt.timedelta(days=1)))
    else:
        start = _day(measure.get("start_date")) or began
        months = HORIZON_MONTHS.get(str(measure.get("horizon")))
        if start is not None and months is not None:
            found.append(Due("horizon", add_months(start, months)))
    # what has been followed up since it fell due waits for the next day that falls due; a planned
    # day is set anew by every follow-up, a deadline presses until the work is done
    kept = [
        one for one in found
        if not (one.reason == "planned" and last_follow_up and one.day <= last_follow_up)
    ]
    return min(kept, key=lambda one: one.day, default=None)


def _day(value: object) -> Optional[dt.date]:
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else None
