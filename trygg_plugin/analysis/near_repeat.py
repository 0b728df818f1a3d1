"""Do events follow events, near in place and time? The Knox test with bands.

Pairs of events are counted in a table of distance bands by time bands and compared
with tables in which the dates are shuffled over the places (Knox 1964; Townsley, Homel
& Chaseling 2003; Johnson & Bowers 2004; Ratcliffe 2009). Bands are half-open, [a, b).

How it stays fast and small: the pairs within the largest distance are found once and
sorted by band; all permutations of an event's date lie side by side in memory, so that
one vector operation serves hundreds of permutations of a pair. A band without upper
limit is never enumerated: shuffling leaves the totals of every row and column as they
are, so the last row and column are what the others leave over.
"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, List, Optional, Sequence, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .monte_carlo import p_upper
from .progress import Progress, part, silent

MAX_PAIRS = 40_000_000
"""Pairs kept at most; a pair takes up to about 45 bytes while the table is prepared."""

# The byte sums of a chunk must not overflow; the table of permuted dates is kept bounded.
_CHUNK = 255
_CHUNK_BYTES = 2_500_000
_DATES_BYTES = 120_000_000
_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True)
class KnoxTable:
    """Result of :func:`knox_test`; tables have shape (distance bands, time bands).

    ``observed``: pairs. ``expected``: N_s·N_t / (n(n−1)/2) from the margins (Knox 1964).
    ``mean``, ``median``, ``sd`` (n−1): of the simulated pairs. ``ratio``: observed/mean and
    ``ratio_median``: observed/median, NaN where the divisor is 0. ``p``: upper tail.
    ``n``: events used; ``left_out``: events without a place or a date. ``pairs``: pairs
    within the finite distances. ``simulated``: (simulations, distance bands, time bands).
    """

    distance_breaks: NDArray[np.float64]
    time_breaks: NDArray[np.float64]
    observed: NDArray[np.int64]
    expected: NDArray[np.float64]
    mean: NDArray[np.float64]
    median: NDArray[np.float64]
    sd: NDArray[np.float64]
    ratio: NDArray[np.float64]
    ratio_median: NDArray[np.float64]
    p: NDArray[np.float64]
    n: int
    left_out: int
    pairs: int
    simulations: int
    simulated: NDArray[np.int64]


def bands(width: float, number: int, *, same_place: float = 0.0, rest: bool = False) -> List[float]:
    """Breaks of ``number`` equal bands, in the unit of ``width``.

    ``same_place`` > 0 puts a first band [0, same_place) before [same_place, width); ``rest``
    adds a last band without upper limit.
    """
    if number < 1 or not width > 0.0:
        raise AnalysisError("Bands need a width above 0 and a number of at least 1.")
    if not 0.0 <= same_place < width:
        raise AnalysisError(
            "The same place ends at {same} but the first band already at {width}; "
            "choose a smaller distance for the same place.",
            same=same_place,
            width=width,
        )
    breaks = [0.0] + ([same_place] if same_place > 0.0 else [])
    breaks += [width * k for k in range(1, number + 1)]
    return breaks + ([float("inf")] if rest else [])


def knox_test(
    x: ArrayLike,
    y: ArrayLike,
    times: ArrayLike,
    distance_breaks: Sequence[float],
    time_breaks: Sequence[float],
    *,
    manhattan: bool = False,
    simulations: int = 999,
    seed: int = 1,
    threads: int = 2,
    max_pairs: int = MAX_PAIRS,
    progress: Optional[Progress] = None,
) -> KnoxTable:
    """Knox table with Monte Carlo p-values over any distance and time bands.

    ``x``, ``y``: (n,), metres. ``times``: (n,), datetime64 (counted in calendar days, as the
    Near Repeat Calculator does) or numbers of days, whole or not. ``distance_breaks`` in
    metres and ``time_breaks`` in days: increasing, not negative, the last may be infinite.
    Events without a place or time (NaN, NaT) are left out and counted. The result depends
    on ``seed``, not on the order of the events nor on ``threads``. Raises AnalysisError for
    fewer than 2 events, wrong breaks, or more than ``max_pairs`` pairs.
    """
    px, py, when, left_out = read_events(x, y, times)
    space = _read_breaks(distance_breaks, "distance")
    span = _read_breaks(time_breaks, "time")
    n = px.size
    if n < 2:
        raise AnalysisError(
            "Near repeats need at least 2 events with a place and a date, but there are {n}.", n=n
        )
    if simulations < 1:
        raise AnalysisError("The test needs at least one simulation.")
    report = progress or silent
    # A canonical order makes a seed's result independent of the order of the input.
    order = np.lexsort((when, py, px))
    px, py, when = px[order], py[order], when[order]
    # What is nearer than the first limit is counted too: an open last band is the rest.
    skip = int(space[0] > 0.0)
    whole = np.append(np.zeros(skip), space)
    pairs = _banded_pairs(px, py, whole, manhattan, max_pairs)
    when_of_slot, limits = _ticks(when, span)
    report(0.05)

    by_time = _pairs_by_time(when_of_slot, limits)
    table = _Margins(whole, span, pairs.per_band, by_time, n * (n - 1) // 2)
    kernel = _Kernel(pairs, limits, threads)
    # An event's slot in the pairs is its place in the tree, its date still the observed one.
    actual = np.ascontiguousarray(when_of_slot[pairs.order][:, None])
    observed = table.complete(kernel.count(actual, silent)[0])[skip:]
    rng = np.random.default_rng(seed)
    simulated = np.empty((simulations,) + observed.shape, dtype=np.int64)
    batch = int(np.clip(_DATES_BYTES // (n * when_of_slot.itemsize), 1, simulations))
    for low in range(0, simulations, batch):
        high = min(low + batch, simulations)
        step = part(report, 0.05 + 0.95 * low / simulations, 0.05 + 0.95 * high / simulations)
        dates = _permuted(when_of_slot, high - low, rng, part(step, 0.0, 0.15))
        counts = kernel.count(dates, part(step, 0.15, 1.0))
        for row in range(high - low):
            simulated[low + row] = table.complete(counts[row])[skip:]
    mean = simulated.mean(axis=0)
    median = np.median(simulated, axis=0)
    report(1.0)
    return KnoxTable(
        distance_breaks=space,
        time_breaks=span,
        observed=observed,
        expected=table.expected()[skip:],
        mean=mean,
        median=median,
        sd=simulated.std(axis=0, ddof=1) if simulations > 1 else np.full(mean.shape, np.nan),
        ratio=_ratio(observed, mean),
        ratio_median=_ratio(observed, median),
        p=p_upper(np.sum(simulated >= observed, axis=0), simulations),
        n=n,
        left_out=left_out,
        pairs=int(pairs.first.size),
        simulations=simulations,
        simulated=simulated,
    )


def read_events(
    x: ArrayLike, y: ArrayLike, times: ArrayLike
) -> Tuple[NDArray[np.float64], NDArray[np.float64], NDArray[Any], int]:
    """Events with a place and a time: x, y, time in days, and how many were left out.

    Times become int64 where all are whole days, else float64.
    """
    px = np.asarray(x, dtype=np.float64).ravel()
    py = np.asarray(y, dtype=np.float64).ravel()
    raw = np.asarray(times).ravel()
    if not px.size == py.size == raw.size:
        raise AnalysisError(
            "There are {x} x, {y} y and {t} times; each event needs one of each.",
            x=px.size,
            y=py.size,
            t=raw.size,
        )
    if raw.dtype.kind == "M":
        days = raw.astype("datetime64[D]")
        known = ~np.isnat(days)
        when = np.where(known, days, np.datetime64(0, "D")).astype(np.int64).astype(np.float64)
    else:
        when = raw.astype(np.float64)
        known = np.isfinite(when)
    keep = known & np.isfinite(px) & np.isfinite(py)
    when = when[keep]
    whole = bool(np.all(when == np.rint(when)))
    return px[keep], py[keep], when.astype(np.int64) if whole else when, int((~keep).sum())


def too_many_pairs(pairs: int, distance: float, limit: int) -> AnalysisError:
    """The sentence for data whose pairs do not fit in memory."""
    return AnalysisError(
        "There are {pairs} pairs of events within {distance} m of each other, more than the "
        "{limit} that are kept in memory. Choose a shorter distance, a shorter period or "
        "fewer categories.",
        pairs=pairs,
        distance=distance,
        limit=limit,
    )


def _read_breaks(breaks: Sequence[float], kind: str) -> NDArray[np.float64]:
    values = np.asarray(breaks, dtype=np.float64).ravel()
    if values.size < 2 or np.isnan(values).any() or values[0] < 0 or np.any(np.diff(values) <= 0):
        raise AnalysisError(
            "The {kind} bands need at least two limits that increase from 0 or more, "
            "but they are {breaks}.",
            kind=kind,
            breaks=[float(v) for v in values],
        )
    return values


@dataclass(frozen=True)
class _Pairs:
    """Pairs of slots sorted by distance band; slot k is event ``order[k]``."""

    order: NDArray[np.int64]
    first: NDArray[np.int32]
    second: NDArray[np.int32]
    per_band: NDArray[np.int64]


def _banded_pairs(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    breaks: NDArray[np.float64],
    manhattan: bool,
    max_pairs: int,
) -> _Pairs:
    from scipy.spatial import cKDTree

    finite = breaks[np.isfinite(breaks)]
    norm = 1.0 if manhattan else 2.0
    place = np.column_stack([x, y])
    tree = cKDTree(place)
    # Neighbours in the tree's order are neighbours in memory: the dates they need are near.
    order = np.asarray(tree.indices, dtype=np.int64)
    bands_count = finite.size - 1
    if bands_count < 1:
        empty = np.zeros(0, dtype=np.int32)
        return _Pairs(order, empty, empty, np.zeros(0, dtype=np.int64))
    radius = float(finite[-1]) * (1.0 + 1e-12)
    number = (int(tree.count_neighbors(tree, radius, p=norm)) - x.size) // 2
    if number > max_pairs:
        raise too_many_pairs(number, float(finite[-1]), max_pairs)
    place = place[order]
    found = cKDTree(place).query_pairs(radius, p=norm, output_type="ndarray")
    first, second = found[:, 0].astype(np.int32), found[:, 1].astype(np.int32)
    del found
    dx = place[first, 0] - place[second, 0]
    dy = place[first, 1] - place[second, 1]
    distance = np.abs(dx) + np.abs(dy) if manhattan else np.sqrt(dx * dx + dy * dy)
    del dx, dy
    band = np.searchsorted(finite, distance, side="right") - 1
    del distance
    # Pairs nearer than the first limit or at the last one belong to no band: sorted last.
    band[(band < 0) | (band >= bands_count)] = bands_count
    small = band.astype(np.uint16)
    del band
    per_band = np.bincount(small, minlength=bands_count)[:bands_count]
    ranked = np.argsort(small, kind="stable")[: int(per_band.sum())]
    return _Pairs(order, first[ranked], second[ranked], per_band.astype(np.int64))


def _ticks(when: NDArray[Any], breaks: NDArray[np.float64]) -> Tuple[NDArray[Any], NDArray[Any]]:
    """Dates and finite limits in the narrowest type in which differences are exact.

    For whole days d < b means d < ceil(b), and no difference exceeds the span.
    """
    finite = breaks[np.isfinite(breaks)]
    if when.dtype.kind != "i":
        return when - when.min(), finite
    since = when - when.min()
    top = int(since.max())
    limits = np.minimum(np.ceil(finite), top + 1)
    for narrow in (np.int16, np.int32):
        if top + 1 <= np.iinfo(narrow).max:
            return since.astype(narrow), limits.astype(narrow)
    return since, limits.astype(np.int64)


def _pairs_by_time(when: NDArray[Any], limits: NDArray[Any]) -> NDArray[np.int64]:
    """Pairs of all events that are less than each limit apart, shape (limits,)."""
    if when.dtype.kind == "i":
        days = np.sort(when.astype(np.int64))
        reach = [np.searchsorted(days, days + int(limit), side="left") for limit in limits]
    else:
        line = np.sort(when.astype(np.float64))
        reach = [_reach(line, float(limit)) for limit in limits]
    own = np.arange(1, when.size + 1)
    return np.array([int(np.sum(np.maximum(r - own, 0))) for r in reach], dtype=np.int64)


def _reach(line: NDArray[np.float64], limit: float) -> NDArray[np.int64]:
    """First later index at which line[j] − line[i] < limit fails, in the same rounding."""
    reach = np.searchsorted(line, line + limit, side="left")
    for _ in range(3):
        # line + limit rounds: a difference may lie on the other side by the last bit.
        here = np.minimum(reach, line.size - 1)
        ahead = (reach < line.size) & (line[here] - line < limit)
        before = np.maximum(reach - 1, 0)
        back = (reach > 0) & ~(line[before] - line < limit)
        reach = reach + ahead - (back & ~ahead)
    return np.asarray(reach, dtype=np.int64)


@dataclass(frozen=True)
class _Margins:
    """Fills the table of bands from counts below each finite limit."""

    space: NDArray[np.float64]
    span: NDArray[np.float64]
    per_band: NDArray[np.int64]
    by_time: NDArray[np.int64]
    all_pairs: int

    def _rows(self) -> NDArray[np.int64]:
        """Pairs of each distance band at any time; the open last band holds the others."""
        if np.isfinite(self.space[-1]):
            return self.per_band
        nearer = int(self.per_band.sum())
        return np.append(self.per_band, self.all_pairs - nearer).astype(np.int64)

    def _columns(self) -> NDArray[np.int64]:
        inside = np.diff(self.by_time)
        if np.isfinite(self.span[-1]):
            return inside
        return np.append(inside, self.all_pairs - self.by_time[-1]).astype(np.int64)

    def complete(self, below: NDArray[np.int64]) -> NDArray[np.int64]:
        """Table from the counts (finite distance bands, finite time limits) below the limits."""
        inside = np.diff(below, axis=1)
        if not np.isfinite(self.span[-1]):
            inside = np.column_stack([inside, self.per_band - below[:, -1]])
        if not np.isfinite(self.space[-1]):
            inside = np.vstack([inside, self._columns() - inside.sum(axis=0)])
        return inside.astype(np.int64)

    def expected(self) -> NDArray[np.float64]:
        rows = self._rows().astype(np.float64)
        return np.outer(rows, self._columns().astype(np.float64) / self.all_pairs)


class _Kernel:
    """Counts pairs nearer in time than each limit, for many date assignments at once."""

    def __init__(self, pairs: _Pairs, limits: NDArray[Any], threads: int) -> None:
        self._pairs = pairs
        self._limits = limits
        self._threads = max(1, threads)

    def count(self, dates: NDArray[Any], progress: Progress) -> NDArray[np.int64]:
        """``dates``: (events in tree order, assignments) → (assignments, bands, limits)."""
        assignments = dates.shape[1]
        per_band = self._pairs.per_band
        total = np.zeros((assignments, per_band.size, self._limits.size), dtype=np.int64)
        size = _CHUNK_BYTES // max(1, assignments * self._limits.size)
        rows = int(np.clip(size, 8, _CHUNK))
        jobs = _jobs(per_band, rows * 64)
        stop = threading.Event()

        def work(job: Tuple[int, int, int]) -> Tuple[int, int, NDArray[np.int64]]:
            band, low, high = job
            return band, high, self._range(dates, low, high, rows, stop)

        with ThreadPoolExecutor(self._threads) as pool:
            try:
                for band, high, sums in pool.map(work, jobs):
                    total[:, band, :] += sums.T
                    progress(high / self._pairs.first.size)
            except BaseException:
                stop.set()
                raise
        return total

    def _range(
        self, dates: NDArray[Any], low: int, high: int, rows: int, stop: threading.Event
    ) -> NDArray[np.int64]:
        wide = dates.shape[1]
        limits = self._limits
        one = np.empty((rows, wide), dtype=dates.dtype)
        two = np.empty_like(one)
        nearer = np.empty((limits.size, rows, wide), dtype=bool)
        sums = np.zeros((limits.size, wide), dtype=np.int64)
        for at in range(low, high, rows):
            if stop.is_set():
                break
            end = min(at + rows, high)
            a, b, c = one[: end - at], two[: end - at], nearer[:, : end - at]
            np.take(dates, self._pairs.first[at:end], axis=0, out=a, mode="clip")
            np.take(dates, self._pairs.second[at:end], axis=0, out=b, mode="clip")
            np.subtract(a, b, out=a)
            np.abs(a, out=a)
            np.less(a, limits[:, None, None], out=c)
            # At most 255 rows: the sum of ones fits a byte, which adds fastest.
            sums += np.add.reduce(c.view(np.uint8), axis=1, dtype=np.uint8)
        return sums


def _jobs(per_band: NDArray[np.int64], size: int) -> List[Tuple[int, int, int]]:
    jobs = []
    low = 0
    for band, number in enumerate(per_band):
        end = low + int(number)
        jobs += [(band, at, min(at + size, end)) for at in range(low, end, size)]
        low = end
    return jobs


def _permuted(
    when: NDArray[Any], number: int, rng: np.random.Generator, progress: Progress
) -> NDArray[Any]:
    """Shuffled dates, shape (events, number): one event's dates lie side by side."""
    dates = np.empty((when.size, number), dtype=when.dtype)
    step = 32
    for low in range(0, number, step):
        high = min(low + step, number)
        dates[:, low:high] = np.stack([rng.permutation(when) for _ in range(high - low)]).T
        progress(high / number)
    return dates


def _ratio(observed: NDArray[np.int64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.divide(
        observed.astype(np.float64), other, out=np.full(other.shape, np.nan), where=other > 0
    )
