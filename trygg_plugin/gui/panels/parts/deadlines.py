"""A deadline in words, the same wherever it is shown: what presses comes first and in capitals."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Optional

from ....i18n import tr
from ...written import day

if TYPE_CHECKING:
    from ....domain.deadlines import Urgency


def deadline_words(deadline: Optional[date], urgency: Urgency) -> str:
    """How late, how soon, or by when."""
    if deadline is None or urgency.days is None:
        return tr("No deadline")
    if urgency.kind == "overdue":
        return tr("OVERDUE by {days} days ({day})").format(days=-urgency.days, day=day(deadline))
    if urgency.kind == "soon":
        return tr("In {days} days ({day})").format(days=urgency.days, day=day(deadline))
    return tr("By {day}").format(day=day(deadline))
