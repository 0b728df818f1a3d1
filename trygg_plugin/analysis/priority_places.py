"""From significant cells, dense cells or clusters to a short ranked list of places.

A place is a set of adjoining cells; what the meeting needs to know of it is gathered
here: how many events, their share, change, dominant category, and when in the week.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Hashable, List, Optional, Sequence, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .aoristic import aoristic
from .cluster_summary import dominant
from .count_change import CountChange, Period, comparison_periods, count_change
from .errors import AnalysisError
from .spatial_weights import Neighbours

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

#: Fewer events than this show no time pattern (ours).
FEWEST_FOR_PATTERN = 10
#: Length of the peak in hours: a shift that can be staffed (ours).
PEAK_HOURS = 4


def top_cells(values: ArrayLike, share: float) -> Bools:
    """The highest cells that together are at most ``share`` (0 to 1) of all cells.

    Cells with value 0 or less are never chosen, nor are some of equal cells without the
    others: then fewer are chosen.
    """
    scores = np.asarray(values, dtype=np.float64).ravel()
    if not 0 < share <= 1:
        raise AnalysisError("The share of cells must lie between 0 and 1, not {given}.",
                            given=share)
    most = int(share * scores.size + 1e-9)
    known = np.where(np.isnan(scores), -np.inf, scores)
    ordered = np.sort(known)[::-1]
    if most == 0:
        return np.zeros(scores.size, dtype=bool)
    limit = ordered[most] if most < scores.size else -np.inf
    return (known > limit) & (known > 0)


def cells_of_clusters(label: ArrayLike, cell: ArrayLike, cells: int) -> Ints:
    """Place of each cell (cells,) from events with a cluster number and a cell, -1 for none.

    A cell in which several clusters have events goes to the one with most of them there
    (equally many: the lowest number).
    """
    cluster, where = np.asarray(label, dtype=np.int64), np.asarray(cell, dtype=np.int64)
    used = (cluster >= 0) & (where >= 0)
    place = np.full(cells, -1, dtype=np.int64)
    if used.any():
        width = int(cluster[used].max()) + 1
        pair, count = np.unique(where[used] * width + cluster[used], return_counts=True)
        order = np.lexsort((-(pair % width), count, pair // width))
        place[pair[order] // width] = pair[order] % width  # the last one written has most
    return place


def group_cells(
    selected: ArrayLike,
    neighbours: Neighbours,
    scores: Optional[ArrayLike] = None,
    largest: Optional[int] = None,
) -> Ints:
    """Place of each cell (n,) from the selected ones: those that adjoin belong together.

    ``largest``: a group with more cells is split between its peaks of ``scores`` (each
    cell goes uphill to its highest neighbour), since a whole city centre is not a place
    where somebody can turn up. Unselected cells: -1.
    """
    chosen = np.asarray(selected, dtype=bool).ravel()
    place = neighbours.components(chosen)
    if largest is None or not chosen.any():
        return place
    if scores is None:
        raise AnalysisError("Large groups of cells can only be split by scores.")
    size = np.bincount(place[chosen])
    too_large = chosen & (size[np.maximum(place, 0)] > largest)
    if not too_large.any():
        return place
    peak = _uphill(np.asarray(scores, dtype=np.float64).ravel(), neighbours, too_large)
    key = np.where(too_large, place.max() + 1 + peak, place)
    answer = np.full(chosen.size, -1, dtype=np.int64)
    _, first, inverse = np.unique(key[chosen], return_index=True, return_inverse=True)
    rank = np.empty(first.size, dtype=np.int64)
    rank[np.argsort(first)] = np.arange(first.size)
    answer[chosen] = rank[inverse]
    return answer


def _uphill(scores: Floats, neighbours: Neighbours, among: Bools) -> Ints:
    """The peak (cell number) that each cell reaches by always going to its best neighbour."""
    cell, other, _ = neighbours.pairs()
    use = among[cell] & among[other]
    own = np.arange(neighbours.n)
    cell, other = np.concatenate([own, cell[use]]), np.concatenate([own, other[use]])
    scores = np.where(np.isnan(scores), -np.inf, scores)
    # Of equal neighbours the one that stands first, so that nobody walks in circles.
    order = np.lexsort((-other, scores[other], cell))
    last = np.append(np.flatnonzero(np.diff(cell[order])), cell.size - 1)
    up = other[order][last]
    while not np.array_equal(up[up], up):
        up = up[up]
    return np.asarray(up)


@dataclass(frozen=True)
class Events:
    """Events as arrays of the same length m.

    ``cell``: number of the cell, -1 outside. ``start``: datetime64, local time; NaT where
    not known. ``end``: of an interval (None: equal to the start; whole days where
    ``start`` has dates only). ``category``, ``name``: what kind, and the place's name as
    reported; None where not known. ``weight``: harm or 1; NaN counts as 0.
    """

    cell: Ints
    start: NDArray[np.datetime64]
    end: Optional[NDArray[np.datetime64]] = None
    category: Optional[Sequence[Optional[Hashable]]] = None
    name: Optional[Sequence[Optional[Hashable]]] = None
    weight: Optional[Floats] = None


@dataclass(frozen=True)
class TimePeak:
    """When in the week it happens. ``weekday``: 0 is Monday, with its share of the events;
    ``hour``: first of PEAK_HOURS hours in a row (may pass midnight) with their share, None
    where only dates are known; ``matrix``: (7, 24); ``events``: that have a time."""

    weekday: int
    weekday_share: float
    hour: Optional[int]
    hour_share: Optional[float]
    matrix: Floats
    events: int


@dataclass(frozen=True)
class Change:
    """A place's count then and now, and the exact test; see count_change.

    The places were chosen because much happens there now, so a rise is partly the choice's
    doing (regression to the mean); a fall is not.
    """

    before: int
    after: int
    ratio: float
    low: float
    high: float
    p: float
    direction: int


@dataclass(frozen=True)
class PriorityPlace:
    """One place. ``cells``: numbers of its cells; ``area``: m²; ``count`` and ``weight``: of the
    period's events; ``share``: of all events of the period; ``score``: highest of its
    cells; ``previous``, ``last_year``: change, None where the data do not reach back;
    ``category`` with its share; ``name``: most frequently reported; ``peak``: None where
    fewer than FEWEST_FOR_PATTERN events have a time."""

    rank: int
    cells: Ints
    area: float
    count: int
    weight: float
    share: float
    score: Optional[float]
    previous: Optional[Change]
    last_year: Optional[Change]
    category: Optional[Hashable]
    category_share: Optional[float]
    name: Optional[Hashable]
    peak: Optional[TimePeak]


@dataclass(frozen=True)
class PriorityPlaces:
    """``places``: ranked, first is most. ``periods``: this, previous, last year's.
    ``events``: of the period, anywhere; ``undated``: events without a time, in no period;
    ``candidates``: places there were before the list was cut."""

    places: Tuple[PriorityPlace, ...]
    periods: Tuple[Period, Period, Period]
    events: int
    undated: int
    candidates: int

    @property
    def share(self) -> float:
        """Share of the period's events that the listed places hold; NaN without events."""
        held = sum(place.count for place in self.places)
        return held / self.events if self.events else float("nan")


def priority_places(
    place_of_cell: ArrayLike,
    events: Events,
    start: ArrayLike,
    end: ArrayLike,
    cell_area: float,
    most: int = 10,
    fewest: int = 1,
    scores: Optional[ArrayLike] = None,
    data_from: Optional[ArrayLike] = None,
) -> PriorityPlaces:
    """The ``most`` places with the highest weight in the period [start, end).

    ``place_of_cell``: (n,) place number or -1 (from :func:`group_cells` or
    :func:`cells_of_clusters`). ``fewest``: places with fewer events are left out.
    ``data_from``: first day of the data (default: the first of the month of the first
    event); a comparison that would begin before it is not made. Equal weights are ranked
    by score, then by cell number.
    """
    place_of = np.asarray(place_of_cell, dtype=np.int64)
    where = np.asarray(events.cell, dtype=np.int64)
    when = np.asarray(events.start)
    if when.dtype.kind != "M" or when.shape != where.shape:
        raise AnalysisError("Each event needs a cell and a time; there are {cells} cells and "
                            "{times} times.", cells=where.size, times=when.size)
    if where.size and where.max() >= place_of.size:
        raise AnalysisError("An event lies in cell {cell}, but there are {cells} cells.",
                            cell=int(where.max()), cells=place_of.size)
    height = None if scores is None else np.asarray(scores, dtype=np.float64).ravel()
    periods = comparison_periods(start, end)
    days = when.astype("datetime64[D]")
    dated = ~np.isnat(days)
    place = np.where(where >= 0, place_of[np.maximum(where, 0)], -1) if where.size else where
    harm = np.ones(where.size) if events.weight is None else np.nan_to_num(
        np.asarray(events.weight, dtype=np.float64)
    )
    number = int(place_of.max(initial=-1)) + 1

    def members(period: Period) -> Bools:
        return np.asarray(dated & (days >= period.start) & (days < period.end))

    def counts(period: Period) -> Floats:
        chosen = members(period) & (place >= 0)
        return np.bincount(place[chosen], minlength=number).astype(np.float64)

    now = members(periods[0])
    count = counts(periods[0])
    inside = now & (place >= 0)
    weight = np.bincount(place[inside], harm[inside], minlength=number)
    tested = _known_from(days[dated], data_from)
    changes = [
        count_change(counts(period), count, period.days, periods[0].days)
        if number and tested is not None and period.start >= tested else None
        for period in periods[1:]
    ]
    cells_by_place = [np.flatnonzero(place_of == k) for k in range(number)]
    best = np.zeros(number) if height is None else np.full(number, -np.inf)
    if height is not None:
        scored = (place_of >= 0) & np.isfinite(height)
        np.maximum.at(best, place_of[scored], height[scored])
    first_cell = np.array([cells[0] if cells.size else place_of.size for cells in cells_by_place])
    candidates = np.flatnonzero(count >= max(fewest, 1))
    order = candidates[np.lexsort((first_cell[candidates], -best[candidates],
                                   -weight[candidates]))] if candidates.size else candidates
    total = int(now.sum())
    listed: List[PriorityPlace] = []
    for rank, k in enumerate(order[:most], start=1):
        own = np.flatnonzero(inside & (place == k))
        category, category_share = _dominant(events.category, own)
        name, _ = _dominant(events.name, own)
        listed.append(PriorityPlace(
            rank=rank,
            cells=cells_by_place[k],
            area=float(cells_by_place[k].size * cell_area),
            count=int(count[k]),
            weight=float(weight[k]),
            share=float(count[k] / total),
            score=None if height is None else float(best[k]),
            previous=_change(changes[0], int(k)),
            last_year=_change(changes[1], int(k)),
            category=category,
            category_share=category_share,
            name=name,
            peak=time_peak(when[own], None if events.end is None else events.end[own]),
        ))
    return PriorityPlaces(tuple(listed), periods, total, int((~dated).sum()), candidates.size)


def time_peak(
    start: NDArray[np.datetime64], end: Optional[NDArray[np.datetime64]] = None
) -> Optional[TimePeak]:
    """The weekday and the hours with most events; None for fewer than FEWEST_FOR_PATTERN.

    Intervals are spread evenly (aoristic); of equal peaks the first is given.
    """
    dates_only = end is None and start.dtype == np.dtype("datetime64[D]")
    until = start if end is None else end
    spread = aoristic(start, until)
    if spread.used < FEWEST_FOR_PATTERN:
        return None
    total = float(spread.matrix.sum())
    weekday = int(np.argmax(np.round(spread.by_weekday, 9)))
    hour = share = None
    if not dates_only:
        curve = np.concatenate([spread.by_hour, spread.by_hour[: PEAK_HOURS - 1]])
        windows = np.convolve(curve, np.ones(PEAK_HOURS), mode="valid")
        hour = int(np.argmax(np.round(windows, 9)))
        share = float(windows[hour]) / total
    return TimePeak(weekday, float(spread.by_weekday[weekday]) / total, hour, share,
                    spread.matrix, spread.used)


def _known_from(
    days: NDArray[np.datetime64], data_from: Optional[ArrayLike]
) -> Optional[np.datetime64]:
    if data_from is not None:
        return np.datetime64(np.asarray(data_from).astype("datetime64[D]").item(), "D")
    if days.size == 0:
        return None
    month: np.datetime64 = days.min().astype("datetime64[M]").astype("datetime64[D]")
    return month


def _dominant(
    values: Optional[Sequence[Optional[Hashable]]], members: Ints
) -> Tuple[Optional[Hashable], Optional[float]]:
    if values is None:
        return None, None
    return dominant([values[int(i)] for i in members])


def _change(change: Optional[CountChange], place: int) -> Optional[Change]:
    if change is None:
        return None
    return Change(
        int(change.before[place]), int(change.after[place]), float(change.ratio[place]),
        float(change.low[place]), float(change.high[place]), float(change.p[place]),
        int(change.direction[place]),
    )
