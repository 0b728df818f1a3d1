"""How long a meeting has gone on, told without pressing."""

from __future__ import annotations

from datetime import datetime
from typing import Optional

from ....i18n import tr


def clock_text(starts: datetime, ends: Optional[datetime], now: datetime) -> str:
    """Minutes left of a planned length, or gone by; what runs over is said, not shouted.

    Without a planned end, or a day after it, only how long the meeting has gone on.
    """
    gone = int((now - starts).total_seconds() // 60)
    if ends is None:
        return tr("{minutes} min").format(minutes=max(gone, 0))
    left = -int((now - ends).total_seconds() // 60)
    if left >= 0:
        return tr("{minutes} min left").format(minutes=left)
    if -left > 24 * 60:
        return ""
    return tr("{minutes} min over").format(minutes=-left)
