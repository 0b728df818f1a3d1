"""How urgent a measure is, told the same way wherever it is shown."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Optional

#: States in which a deadline no longer presses: the work is done or called off.
ENDED = ("completed", "cancelled", "followed_up", "effect_assessed")
#: Days before a deadline from which it counts as soon (ours).
SOON_DAYS = 14


@dataclass(frozen=True)
class Urgency:
    """``kind``: overdue, soon, later, none (no deadline) or ended. ``days``: until the deadline,
    negative when it has passed; None without one."""

    kind: str
    days: Optional[int]


def urgency(
    deadline: Optional[dt.date], state: str, today: dt.date, soon_days: int = SOON_DAYS
) -> Urgency:
    """The deadline's own day still is in time."""
    days = None if deadline is None else (deadline - today).days
    if state in ENDED:
        return Urgency("ended", days)
    if days is None:
        return Urgency("none", None)
    if days < 0:
        return Urgency("overdue", days)
    return Urgency("soon" if days <= soon_days else "later", days)
