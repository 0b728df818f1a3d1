"""Which days to compare when a measure's effect is looked for.

Before and after must be as long as each other and of the same season: vandalism is commoner in
light summer evenings whatever was done about it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import List, Optional, Tuple

from .periods import add_months

#: Fewer days after the measure than this say nothing of it (ours).
FEWEST_DAYS = 28
#: Days by which the two may begin in different parts of the year and still be of one season (ours).
SEASON_SLACK = 14
#: Days that may lie between the day from which incidents are known and the first of them (ours).
KNOWN_SLACK = 14
_YEARS = 5


@dataclass(frozen=True)
class Windows:
    """First and last days before and after a measure. ``kind``: season or adjacent."""

    kind: str
    before: Tuple[dt.date, dt.date]
    after: Tuple[dt.date, dt.date]

    @property
    def lengths(self) -> Tuple[int, int]:
        """Days before and after."""
        return days_of(self.before), days_of(self.after)

    @property
    def same_season(self) -> bool:
        """Whether both tell of the same part of the year, or of whole years."""
        before, after = self.lengths
        if abs(before - after) > SEASON_SLACK:
            return False
        if all(days >= 365 - SEASON_SLACK for days in (before, after)):
            return _apart(before % 365, 0, 365) <= SEASON_SLACK
        first, second = (day.timetuple().tm_yday for day in (self.before[0], self.after[0]))
        return _apart(first, second, 365) <= SEASON_SLACK


def suggest(
    start: dt.date, last: dt.date, first_report: Optional[dt.date] = None
) -> List[Windows]:
    """Windows for a measure that began on ``start``, the best first.

    ``last``: the last day that may be used (yesterday); ``first_report``: the day from which
    incidents were collected. Of the same season: the whole years that both sides have, else the
    days so far against the same days a year before. Then as many days right before as after.
    Empty when too little time has passed.
    """
    if (last - start).days + 1 < FEWEST_DAYS:
        return []
    found: List[Windows] = []
    for years in range(_YEARS, 0, -1):
        end = add_months(start, 12 * years) - dt.timedelta(days=1)
        begin = add_months(start, -12 * years)
        if end <= last and known_from(begin, first_report):
            found.append(Windows("season", (begin, start - dt.timedelta(days=1)), (start, end)))
            break
    else:
        end = min(last, add_months(start, 12) - dt.timedelta(days=1))
        begin = add_months(start, -12)
        if known_from(begin, first_report):
            before = (begin, begin + (end - start))
            found.append(Windows("season", before, (start, end)))
    length = last - start
    if first_report is not None:
        length = min(length, start - dt.timedelta(days=1) - first_report)
    if length.days + 1 >= FEWEST_DAYS:
        before = (start - dt.timedelta(days=1) - length, start - dt.timedelta(days=1))
        adjacent = Windows("adjacent", before, (start, start + length))
        if all((one.before, one.after) != (adjacent.before, adjacent.after) for one in found):
            found.append(adjacent)
    return found


def days_of(window: Tuple[dt.date, dt.date]) -> int:
    """How many days, first and last included."""
    return (window[1] - window[0]).days + 1


def known_from(day: dt.date, first_report: Optional[dt.date]) -> bool:
    """Whether incidents were collected on a day, the first one having been reported later on."""
    return first_report is None or first_report <= day + dt.timedelta(days=KNOWN_SLACK)


def _apart(one: int, other: int, around: int) -> int:
    distance = abs(one - other) % around
    return min(distance, around - distance)
