"""Which reports may tell of one and the same incident: by place, time and category.

Two reporters see the same broken window and both report it. Counted twice it makes a hot spot of
nothing, so the reviewer is shown what is alike; a person decides. The weights are ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import List, Optional, Tuple

#: Share of place, time and category in the score; they sum to one.
WEIGHTS = (0.4, 0.35, 0.25)
#: What is said of a place when one of the two has no point.
_SAME_NAME, _SAME_AREA = 0.6, 0.2
_SAME_CATEGORY, _OTHER_CATEGORY = 0.7, 0.2


@dataclass(frozen=True)
class Limits:
    """How far apart two reports of one incident may lie, and how alike they must be."""

    #: metres between the points
    distance: float = 100.0
    #: hours between the intervals; overlapping ones have none
    hours: float = 24.0
    #: lowest score that is shown, 0 to 1
    least: float = 0.6

    def __post_init__(self) -> None:
        if not (self.distance > 0 and self.hours > 0 and 0 <= self.least <= 1):
            raise ValueError("Distance and hours must be positive, the least score 0 to 1.")


@dataclass(frozen=True)
class Sighting:
    """What is compared of a report. ``point`` is in metres; ``until`` None means ``start``."""

    category: str
    start: datetime
    until: Optional[datetime] = None
    subcategory: Optional[str] = None
    point: Optional[Tuple[float, float]] = None
    place_name: Optional[str] = None
    area: Optional[str] = None

    @property
    def end(self) -> datetime:
        return max(self.until or self.start, self.start)


@dataclass(frozen=True)
class Likeness:
    """How alike two reports are, 0 to 1, and why: ``distance`` in metres (None: one has no
    point), ``hours`` between the intervals (0: they overlap), and what is the same."""

    score: float
    distance: Optional[float]
    hours: float
    same_category: bool
    same_subcategory: bool
    same_place_name: bool
    same_area: bool


def compare(one: Sighting, other: Sighting, limits: Limits) -> Optional[Likeness]:
    """How alike two reports are; None when they are too far apart or too unlike."""
    hours = hours_between(one, other)
    if hours > limits.hours:
        return None
    same_name = bool(one.place_name) and _folded(one.place_name) == _folded(other.place_name)
    same_area = one.area is not None and one.area == other.area
    distance = None
    if one.point is not None and other.point is not None:
        distance = (
            (one.point[0] - other.point[0]) ** 2 + (one.point[1] - other.point[1]) ** 2
        ) ** 0.5
        if distance > limits.distance:
            return None
        place = 1 - distance / limits.distance
    elif same_name:
        place = _SAME_NAME
    elif same_area:
        place = _SAME_AREA
    else:
        return None
    same_category = one.category == other.category
    same_subcategory = same_category and one.subcategory == other.subcategory
    kind = 1.0 if same_subcategory else _SAME_CATEGORY if same_category else _OTHER_CATEGORY
    parts = (place, 1 - hours / limits.hours, kind)
    score = sum(weight * part for weight, part in zip(WEIGHTS, parts))
    if score < limits.least:
        return None
    return Likeness(
        score=score, distance=distance, hours=hours, same_category=same_category,
        same_subcategory=same_subcategory, same_place_name=same_name, same_area=same_area,
    )


def hours_between(one: Sighting, other: Sighting) -> float:
    """Hours between the end of the one interval and the start of the other; 0 if they meet."""
    gap = max(one.start, other.start) - min(one.end, other.end)
    return max(gap.total_seconds() / 3600, 0.0)


def most_alike(found: List[Tuple[str, Likeness]]) -> List[Tuple[str, Likeness]]:
    """The most alike first; among equals in the order of their keys."""
    return sorted(found, key=lambda pair: (-pair[1].score, pair[0]))


def _folded(text: Optional[str]) -> str:
    return " ".join((text or "").casefold().split())
