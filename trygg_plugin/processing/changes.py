"""Counts of areas against the previous period and the same period last year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List

import numpy as np

from ..i18n import tr
from . import incidents, outputs
from .base import Run

if TYPE_CHECKING:
    from ..analysis.count_change import Period


def change_columns(
    run: Run, events: incidents.Incidents, lies_in: List[np.ndarray], start: Any, end: Any
) -> List[outputs.Column]:
    """Fields with each area's counts in [start, end), before it and last year, tested exactly.

    ``lies_in``: positions of the events in each area.
    """
    from ..analysis.count_change import comparison_periods, count_change

    days = events.start.astype("datetime64[D]")
    now, previous, last_year = comparison_periods(start, end)

    def counts(period: Period) -> np.ndarray:
        within = (days >= period.start) & (days < period.end)
        return np.array([within[rows].sum() for rows in lies_in], dtype=np.float64)

    after = counts(now)
    columns = [outputs.Column("period", tr("Incidents in the period"),
                              after.astype(np.int64))]
    for key, label, period in (
        ("previous", tr("previous period"), previous),
        ("last_year", tr("same period last year"), last_year),
    ):
        if period.start < events.period[0]:
            # silence before the data begin is not calm
            run.warn(tr("Change against the {which} is not told: it would begin on {day}, and "
                        "the data begin on {first}.").format(
                which=label, day=str(period.start), first=str(events.period[0])))
            continue
        change = count_change(counts(period), after, period.days, now.days)
        columns += [
            outputs.Column(f"{key}_count", tr("Incidents, {which}").format(which=label),
                           change.before.astype(np.int64)),
            outputs.Column(f"{key}_percent", tr("Change in %, {which}").format(which=label),
                           change.percent),
            outputs.Column(f"{key}_p", tr("p, corrected, {which}").format(which=label),
                           change.p_adjusted),
            outputs.Column(f"{key}_shown", tr("Shown change, {which}").format(which=label),
                           change.direction.astype(np.int32)),
        ]
    return columns
