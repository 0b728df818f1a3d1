"""Where and when do events gather more than chance explains? Scan statistics with cylinders.

A cylinder is a circle around a place and a window of days. Its log-likelihood ratio
compares the events inside with what is expected there (Kulldorff 1997); the largest one
is judged against the largest ones of simulated data. Two models:

* space-time permutation (Kulldorff et al. 2005): only events are needed; expected is
  (events in the circle at any time) · (events in the window anywhere) / (all events);
* Poisson (Kulldorff 1997): expected is proportional to a population, and to time.

How the search stays fast stands in :mod:`.cylinders`.
"""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Callable, List, Optional, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .cylinders import Entries, Found, Frame, cylinders_for, log_likelihood_ratio
from .errors import AnalysisError
from .monte_carlo import p_upper
from .progress import Progress, silent

MAX_ENTRIES = 20_000_000
"""Largest number of (centre, location) and (centre, event) combinations kept in memory."""


@dataclass(frozen=True)
class Cluster:
    """One cylinder. ``x``, ``y``: its centre (a location), ``radius`` in metres to its farthest
    location. ``first_day``, ``last_day``: in days as given (datetime64: since 1970-01-01),
    both included. ``locations``: indices into :attr:`ScanResult.location_x`; ``events``:
    indices of the input events inside. ``ratio``: cases/expected. ``llr``: log-likelihood
    ratio, ``p``: share of simulated data whose best cylinder is at least as good."""

    x: float
    y: float
    radius: float
    first_day: int
    last_day: int
    cases: int
    expected: float
    ratio: float
    llr: float
    p: float
    locations: NDArray[np.int64]
    events: NDArray[np.int64]

    @property
    def recurrence_days(self) -> float:
        """How often a daily prospective analysis would see the like by chance: every 1/p days."""
        return 1.0 / self.p


@dataclass(frozen=True)
class ScanResult:
    """Clusters, the strongest first, and the simulated maxima (simulations,).

    ``location_x``, ``location_y``: the places, for the permutation model the distinct ones
    from west to east. ``used``, ``left_out``: events with
    and without a place, a date inside the study period, and a location that is known.
    """

    clusters: List[Cluster]
    simulated_llr: NDArray[np.float64]
    location_x: NDArray[np.float64]
    location_y: NDArray[np.float64]
    first_day: int
    last_day: int
    used: int
    left_out: int

    def critical_value(self, alpha: float = 0.05) -> float:
        """Smallest ratio that a cluster needs to be significant at ``alpha``."""
        n = self.simulated_llr.size
        rank = int(np.floor(alpha * (n + 1)))
        if rank < 1:
            raise AnalysisError(
                "With {n} simulations no cluster can reach p = {alpha}; use more simulations.",
                n=n,
                alpha=alpha,
            )
        return float(np.sort(self.simulated_llr)[n - rank])


@dataclass(frozen=True)
class ScanSettings:
    """What is scanned and how.

    ``max_radius``: metres, None for no limit but ``max_share`` of the cases (permutation) or
    population (Poisson). ``max_days``: longest window, None for half the study period.
    ``min_cases``: fewest cases of a cluster, at least 2. ``prospective``: only windows that
    last until the end. ``overlap``: a secondary cluster shares no location at the same time
    with a stronger one ("space_time": what SaTScan 10 reports as "no geographical overlap"),
    or no location at all ("space"). ``split_ties``: locations at the same distance enter a
    circle one by one, in the order of the locations, instead of together: SaTScan does so,
    but the order then decides. ``clusters``: how many are reported at most. The result does
    not depend on ``threads``.
    """

    max_radius: Optional[float] = None
    max_share: float = 0.5
    max_days: Optional[int] = None
    min_cases: int = 2
    prospective: bool = False
    overlap: str = "space_time"
    split_ties: bool = False
    clusters: int = 20
    simulations: int = 999
    seed: int = 1
    threads: int = 2

    def check(self) -> None:
        """Raise AnalysisError for settings that mean nothing."""
        if self.max_radius is not None and not self.max_radius >= 0.0:
            raise AnalysisError("The largest radius must be 0 or more.")
        if not 0.0 < self.max_share <= 1.0:
            raise AnalysisError("The largest share inside a circle must lie above 0 and up to 1.")
        if self.max_days is not None and self.max_days < 1:
            raise AnalysisError("The longest window must be at least one day.")
        if self.min_cases < 2:
            raise AnalysisError("A cluster needs at least 2 cases; one case alone is no cluster.")
        if self.overlap not in ("space", "space_time"):
            raise AnalysisError("Overlap must be 'space' or 'space_time'.")
        if self.simulations < 1:
            raise AnalysisError("The test needs at least one simulation.")


def permutation_scan(
    x: ArrayLike,
    y: ArrayLike,
    times: ArrayLike,
    settings: Optional[ScanSettings] = None,
    *,
    first: Optional[ArrayLike] = None,
    last: Optional[ArrayLike] = None,
    progress: Optional[Progress] = None,
) -> ScanResult:
    """Space-time permutation scan (Kulldorff, Heffernan, Hartman, Assunção & Mostashari 2005).

    ``x``, ``y``: (n,), metres; ``times``: (n,), datetime64 (counted in days) or whole days.
    ``first``, ``last``: study period, both included; the first and last event unless given.
    Compares places with each other over time: an increase everywhere at once is no cluster.
    """
    options = settings or ScanSettings()
    options.check()
    px, py, day, index, left_out = _read_events(x, y, times, first, last)
    begin, end = _period(day, first, last)
    # A canonical order makes a seed's result independent of the order of the input.
    order = np.lexsort((day, py, px))
    px, py, day, index = px[order], py[order], day[order], index[order]
    location, lx, ly = _locations(px, py)
    cases = np.bincount(location, minlength=lx.size).astype(np.int64)
    circles = _circles(lx, ly, cases, options)
    since = day - begin
    length = end - begin + 1
    before = np.concatenate([[0], np.cumsum(np.bincount(since, minlength=length))])
    total = px.size
    entries = circles.entries(location).in_order()
    frame = _frame(before.astype(np.int64), total, 1.0 / total, options)
    scan = cylinders_for(frame, entries)

    def one(rng: np.random.Generator) -> float:
        return scan.maximum(entries, rng.permutation(since))

    simulated = _in_parallel(one, options, progress)
    found = scan.best(entries, since)
    clusters = _clusters(frame, circles, found, location, since, simulated, options, begin, index)
    return ScanResult(clusters, simulated, lx, ly, begin, end, total, left_out)


def poisson_scan(
    location_x: ArrayLike,
    location_y: ArrayLike,
    population: ArrayLike,
    event_location: ArrayLike,
    times: Optional[ArrayLike] = None,
    settings: Optional[ScanSettings] = None,
    *,
    first: Optional[ArrayLike] = None,
    last: Optional[ArrayLike] = None,
    progress: Optional[Progress] = None,
) -> ScanResult:
    """Poisson scan of events against a population (Kulldorff 1997; Kulldorff et al. 1998).

    ``location_x``, ``location_y``, ``population``: (m,), metres and persons (or any measure
    of what is exposed). ``event_location``: (n,), index of each event's location. ``times``:
    (n,) for a space-time scan, None for a purely spatial one. Conditional on the number of
    events; an even risk over the study period.
    """
    options = settings or ScanSettings()
    options.check()
    lx = np.asarray(location_x, dtype=np.float64).ravel()
    ly = np.asarray(location_y, dtype=np.float64).ravel()
    people = np.asarray(population, dtype=np.float64).ravel()
    if not lx.size == ly.size == people.size:
        raise AnalysisError("Every location needs an x, a y and a population.")
    if not (np.isfinite(lx).all() and np.isfinite(ly).all() and np.isfinite(people).all()):
        raise AnalysisError("A location has a missing coordinate or population; leave it out.")
    if np.any(people < 0) or not people.sum() > 0:
        raise AnalysisError("The population must be zero or more everywhere and not zero in all.")
    where = np.asarray(event_location).astype(np.int64).ravel()
    known = (where >= 0) & (where < lx.size)
    known[known] = people[where[known]] > 0
    spatial = times is None
    when: ArrayLike = np.zeros(where.size) if times is None else times
    px = np.where(known, lx[np.where(known, where, 0)], np.nan) if lx.size else where * np.nan
    _px, _py, day, index, left_out = _read_events(px, px * 0.0, when, first, last)
    where = where[index]
    begin, end = (0, 0) if spatial else _period(day, first, last)
    since, length, total = day - begin, end - begin + 1, where.size
    circles = _circles(lx, ly, people, options)
    share = people / people.sum()
    if spatial:
        flat = _Spatial(circles, total, total / float(people.sum()), options)
        simulated = flat.simulate(share, options, progress)
        clusters = _spatial_clusters(flat, where, simulated, options, index)
        return ScanResult(clusters, simulated, lx, ly, begin, end, total, left_out)
    before = np.arange(length + 1, dtype=np.int64)
    per_unit = total / (float(people.sum()) * length)
    entries = circles.entries(where)
    frame = _frame(before, total, per_unit, options)
    scan = cylinders_for(frame, entries)

    def one(rng: np.random.Generator) -> float:
        counts = rng.multinomial(total, share)
        places = np.repeat(np.arange(lx.size), counts)
        return scan.maximum(circles.entries(places), rng.integers(0, length, total))

    simulated = _in_parallel(one, options, progress)
    found = scan.best(entries, since)
    clusters = _clusters(frame, circles, found, where, since, simulated, options, begin, index)
    return ScanResult(clusters, simulated, lx, ly, begin, end, total, left_out)


# ---------------------------------------------------------------- reading


def _read_events(
    x: ArrayLike,
    y: ArrayLike,
    times: ArrayLike,
    first: Optional[ArrayLike],
    last: Optional[ArrayLike],
) -> Tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64], NDArray[np.int64], int]:
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
    day, known = _days(raw)
    keep = known & np.isfinite(px) & np.isfinite(py)
    if first is not None:
        keep &= day >= _one_day(first)
    if last is not None:
        keep &= day <= _one_day(last)
    index = np.flatnonzero(keep)
    return px[index], py[index], day[index], index, int(raw.size - index.size)


def _days(raw: NDArray[Any]) -> Tuple[NDArray[np.int64], NDArray[np.bool_]]:
    if raw.dtype.kind == "M":
        known = ~np.isnat(raw)
        day = np.where(known, raw.astype("datetime64[D]"), np.datetime64(0, "D"))
        return day.astype(np.int64), known
    value = raw.astype(np.float64)
    known = np.isfinite(value)
    return np.floor(np.where(known, value, 0.0)).astype(np.int64), known


def _one_day(value: ArrayLike) -> int:
    raw = np.atleast_1d(np.asarray(value))
    if raw.dtype.kind not in "iuf":
        raw = raw.astype("datetime64[D]")
    day, known = _days(raw)
    if day.size != 1 or not known[0]:
        raise AnalysisError("The study period needs one first and one last day.")
    return int(day[0])


def _period(
    day: NDArray[np.int64], first: Optional[ArrayLike], last: Optional[ArrayLike]
) -> Tuple[int, int]:
    if day.size < 2:
        raise AnalysisError(
            "A scan needs at least 2 events with a place and a date inside the study period, "
            "but there are {n}.",
            n=day.size,
        )
    begin = int(day.min()) if first is None else _one_day(first)
    end = int(day.max()) if last is None else _one_day(last)
    return begin, end


def _locations(
    x: NDArray[np.float64], y: NDArray[np.float64]
) -> Tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Number of each event's place, and the distinct places from west to east."""
    places, inverse = np.unique(np.column_stack([x, y]), axis=0, return_inverse=True)
    # numpy 2.0 gave the inverse a second dimension.
    return np.asarray(inverse).ravel(), places[:, 0], places[:, 1]


# ---------------------------------------------------------------- circles


@dataclass(frozen=True)
class _Circles:
    """Circles around each centre, growing location by location.

    Rows sorted by centre, then distance. ``inside``: measure of the circle that reaches
    this location, its ring included. By location (``at``, ``of_location``): the rows that
    hold it.
    """

    centre: NDArray[np.int64]
    location: NDArray[np.int64]
    distance: NDArray[np.float64]
    inside: NDArray[Any]
    start: NDArray[np.int64]
    at: NDArray[np.int64]
    of_location: NDArray[np.int64]
    x: NDArray[np.float64]
    y: NDArray[np.float64]

    def entries(self, location: NDArray[np.int64]) -> Entries:
        """Entries of events at these locations (n,)."""
        low, high = self.at[location], self.at[location + 1]
        number = high - low
        total = int(number.sum())
        if total > MAX_ENTRIES:
            raise _too_many(total)
        event = np.repeat(np.arange(location.size), number)
        ends = np.cumsum(number)
        row = self.of_location[np.arange(total) - np.repeat(ends - number - low, number)]
        return Entries(self.centre[row], event, self.inside[row])


def _too_many(number: int) -> AnalysisError:
    return AnalysisError(
        "The scan would have to keep {number} combinations of circles and places, more than the "
        "{limit} that fit in memory. Choose a smaller largest radius or fewer events.",
        number=number,
        limit=MAX_ENTRIES,
    )


def _circles(
    x: NDArray[np.float64], y: NDArray[np.float64], measure: NDArray[Any], options: ScanSettings
) -> _Circles:
    from scipy.spatial import cKDTree

    place = np.column_stack([x, y])
    m = x.size
    tree = cKDTree(place)
    span = float(np.hypot(np.ptp(x), np.ptp(y))) if m else 0.0
    radius = span if options.max_radius is None else min(options.max_radius, span)
    reach = radius * (1.0 + 1e-12)
    number = int(tree.count_neighbors(tree, reach)) if m else 0
    if number > MAX_ENTRIES:
        raise _too_many(number)
    pairs = tree.query_pairs(reach, output_type="ndarray")
    own = np.arange(m)
    centre = np.concatenate([own, pairs[:, 0], pairs[:, 1]])
    location = np.concatenate([own, pairs[:, 1], pairs[:, 0]])
    gap = place[centre] - place[location]
    distance = np.sqrt((gap**2).sum(axis=1))
    near = distance <= reach
    centre, location, distance = centre[near], location[near], distance[near]
    order = np.lexsort((location, distance, centre))
    centre, location, distance = centre[order], location[order], distance[order]
    start = np.searchsorted(centre, np.arange(m + 1))
    running = np.cumsum(measure[location])
    base = np.concatenate([[0], running])[start[:-1]]
    inside = running - base[centre]
    if not options.split_ties:
        inside = inside[_ring_end(centre, distance)]
    allowed = inside <= options.max_share * measure.sum()
    centre, location = centre[allowed], location[allowed]
    distance, inside = distance[allowed], inside[allowed]
    start = np.searchsorted(centre, np.arange(m + 1))
    of_location = np.argsort(location, kind="stable")
    at = np.searchsorted(location[of_location], np.arange(m + 1))
    return _Circles(centre, location, distance, inside, start, at, of_location, x, y)


def _ring_end(centre: NDArray[np.int64], distance: NDArray[np.float64]) -> NDArray[np.int64]:
    """Last row of the ring of locations that lie equally far from the same centre."""
    n = centre.size
    if n == 0:
        return np.zeros(0, dtype=np.int64)
    # Distances that differ only by rounding are one ring.
    apart = (np.diff(centre) != 0) | (np.diff(distance) > 1e-9 * np.maximum(1.0, distance[1:]))
    last = np.flatnonzero(np.append(apart, True))
    return np.asarray(last[np.searchsorted(last, np.arange(n))], dtype=np.int64)


# ---------------------------------------------------------------- cylinders


def _frame(before: NDArray[np.int64], total: int, per_unit: float, options: ScanSettings) -> Frame:
    length = before.size - 1
    longest = max(1, length // 2) if options.max_days is None else options.max_days
    return Frame(
        before=before,
        window=min(longest, length),
        total=total,
        per_unit=per_unit,
        min_cases=options.min_cases,
        prospective=options.prospective,
    )


def _in_parallel(
    one: Callable[[np.random.Generator], float],
    options: ScanSettings,
    progress: Optional[Progress],
) -> NDArray[np.float64]:
    """Simulated maxima; each simulation has its own random stream, whoever runs it."""
    report = progress or silent
    seeds = np.random.SeedSequence(options.seed).spawn(options.simulations)
    stop = threading.Event()

    def run(seed: np.random.SeedSequence) -> float:
        return 0.0 if stop.is_set() else one(np.random.default_rng(seed))

    maxima = np.empty(options.simulations)
    with ThreadPoolExecutor(max(1, options.threads)) as pool:
        try:
            for i, value in enumerate(pool.map(run, seeds)):
                maxima[i] = value
                report((i + 1) / options.simulations)
        except BaseException:
            stop.set()
            raise
    return maxima


def _clusters(
    frame: Frame,
    circles: _Circles,
    found: Found,
    location: NDArray[np.int64],
    since: NDArray[np.int64],
    simulated: NDArray[np.float64],
    options: ScanSettings,
    begin: int,
    index: NDArray[np.int64],
) -> List[Cluster]:
    """Cylinders in falling order that do not overlap a stronger one."""
    # Equal ratios: the smaller circle, the earlier window, then the order of the locations.
    order = np.lexsort((found.centre, found.start, found.circle, -np.round(found.ratio, 10)))
    chosen: List[Cluster] = []
    taken: List[Tuple[NDArray[np.bool_], int, int]] = []
    for k in order:
        if len(chosen) == options.clusters:
            break
        c, start, stop = int(found.centre[k]), int(found.start[k]), int(found.stop[k])
        circle = float(found.circle[k])
        rows = np.arange(circles.start[c], circles.start[c + 1])
        rows = rows[circles.inside[rows] <= circle * (1 + 1e-12)]
        members = circles.location[rows]
        if any(
            there[members].any()
            and (options.overlap == "space" or (start <= late and early <= stop))
            for there, early, late in taken
        ):
            continue
        mask = np.zeros(circles.x.size, dtype=bool)
        mask[members] = True
        inside = np.flatnonzero(mask[location] & (since >= start) & (since <= stop))
        expected = circle * float(frame.before[stop + 1] - frame.before[start]) * frame.per_unit
        ratio = float(log_likelihood_ratio(inside.size, expected, frame.total))
        taken.append((mask, start, stop))
        chosen.append(
            Cluster(
                x=float(circles.x[c]),
                y=float(circles.y[c]),
                radius=float(circles.distance[rows].max()),
                first_day=begin + start,
                last_day=begin + stop,
                cases=int(inside.size),
                expected=expected,
                ratio=inside.size / expected,
                llr=ratio,
                p=_p(simulated, ratio),
                locations=np.sort(members),
                events=index[inside],
            )
        )
    return chosen


def _p(simulated: NDArray[np.float64], ratio: float) -> float:
    # Equal ratios reached on different ways may differ in the last digit: they are ties.
    reached = int(np.count_nonzero(simulated >= ratio * (1.0 - 1e-12)))
    return float(p_upper(reached, simulated.size))


# ---------------------------------------------------------------- the purely spatial scan


class _Spatial:
    """Circles only: the cases of all circles at once, by running sums.

    A row is a circle: ``end`` is the row of :class:`_Circles` that completes it.
    """

    def __init__(
        self, circles: _Circles, total: int, per_unit: float, options: ScanSettings
    ) -> None:
        if total < 2:
            raise AnalysisError(
                "A scan needs at least 2 events at a location with population, but there are {n}.",
                n=total,
            )
        self.circles = circles
        self.total = total
        self._least = options.min_cases
        if options.split_ties:
            end = np.arange(circles.centre.size)
        else:
            end = np.unique(_ring_end(circles.centre, circles.distance))
        # In a circle without population nothing is expected: it is no cylinder.
        self.end = end[circles.inside[end] > 0]
        self.expected = np.asarray(circles.inside[self.end], dtype=np.float64) * per_unit
        self._base = circles.start[circles.centre[self.end]]
        self._log_in = np.log(self.expected)
        self._log_out = np.log(np.maximum(total - self.expected, 1e-300))
        cases = np.arange(total + 1, dtype=np.float64)
        own = cases * np.log(np.maximum(cases, 1.0))
        self._own = own + own[::-1]

    def counts(self, cases: NDArray[np.int64]) -> NDArray[np.int64]:
        """Cases in each circle."""
        running = np.zeros(self.circles.location.size + 1, dtype=np.int64)
        np.cumsum(cases[self.circles.location], out=running[1:])
        return np.asarray(running[self.end + 1] - running[self._base], dtype=np.int64)

    def ratios(self, cases: NDArray[np.int64]) -> NDArray[np.float64]:
        """Log-likelihood ratio of each circle: its logarithms are those of the expectation,
        known beforehand, and of whole numbers, read from a table."""
        c = self.counts(cases)
        ratio = self._own[c] - c * self._log_in - (self.total - c) * self._log_out
        ratio[(c <= self.expected) | (c < self._least)] = 0.0
        return np.asarray(ratio, dtype=np.float64)

    def simulate(
        self, share: NDArray[np.float64], options: ScanSettings, progress: Optional[Progress]
    ) -> NDArray[np.float64]:
        def one(rng: np.random.Generator) -> float:
            return float(self.ratios(rng.multinomial(self.total, share)).max(initial=0.0))

        return _in_parallel(one, options, progress)


def _spatial_clusters(
    flat: _Spatial,
    location: NDArray[np.int64],
    simulated: NDArray[np.float64],
    options: ScanSettings,
    index: NDArray[np.int64],
) -> List[Cluster]:
    circles = flat.circles
    cases = np.bincount(location, minlength=circles.x.size)
    ratio = flat.ratios(cases)
    count = flat.counts(cases)
    centre, radius = circles.centre[flat.end], circles.distance[flat.end]
    order = np.lexsort((centre, radius, -np.round(ratio, 10)))
    chosen: List[Cluster] = []
    taken = np.zeros(circles.x.size, dtype=bool)
    for row in order:
        if len(chosen) == options.clusters or ratio[row] <= 0.0:
            break
        c = centre[row]
        members = circles.location[circles.start[c] : flat.end[row] + 1]
        if taken[members].any():
            continue
        taken[members] = True
        mask = np.zeros(circles.x.size, dtype=bool)
        mask[members] = True
        expected = float(flat.expected[row])
        value = float(log_likelihood_ratio(count[row], expected, flat.total))
        chosen.append(
            Cluster(
                x=float(circles.x[c]),
                y=float(circles.y[c]),
                radius=float(radius[row]),
                first_day=0,
                last_day=0,
                cases=int(count[row]),
                expected=expected,
                ratio=float(count[row]) / expected,
                llr=value,
                p=_p(simulated, value),
                locations=np.sort(members),
                events=index[mask[location]],
            )
        )
    return chosen
