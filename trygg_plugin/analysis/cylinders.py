"""The search for the best cylinder of a scan statistic, over entries.

An entry is an event seen from a centre: the measure of the smallest circle around that
centre that holds it (its population, or all its events). A cylinder expects ``per_unit``
times the circle's measure times the window's.

For a given number of cases the log-likelihood ratio falls as the expectation rises. So
the best cylinder begins and ends in time with a case, and its circle ends with a case
inside its window. Two ways of looking at all that can be best:

* :class:`_Few`: windows from one case to another of the same centre. For each number of
  cases only the smallest product of circle and window is kept; no logarithm is taken
  until the end. Best where few cases of a circle fall into one window.
* :class:`_Many`: for each case, all windows that hold its day. What the ratio found so
  far demands of a product is read from a table by the number of cases, and nearly all
  windows fail it. Best for wide circles and long windows.

Both give the same answer; :func:`cylinders_for` estimates which is faster.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterator, List, Tuple, Union

import numpy as np
from numpy.typing import ArrayLike, NDArray

# Numbers worked on at once: what grows from them should stay in the processor's cache.
_BLOCK = 16_384
_CELLS = 131_072


@dataclass(frozen=True)
class Frame:
    """What does not change between data sets.

    ``before``: (days + 1,), measure of the days before each day. ``window``: longest window
    in days. ``total``: all cases. ``prospective``: only windows that last until the end.
    """

    before: NDArray[np.int64]
    window: int
    total: int
    per_unit: float
    min_cases: int
    prospective: bool

    @property
    def length(self) -> int:
        """Days of the study period."""
        return self.before.size - 1


@dataclass(frozen=True)
class Entries:
    """One row for each event in reach of each centre: centre, event, measure of the circle.

    ``ordered``: rows are sorted by centre, then by circle.
    """

    centre: NDArray[np.int64]
    event: NDArray[np.int64]
    inside: NDArray[Any]
    ordered: bool = False

    def in_order(self) -> Entries:
        """The same rows sorted by centre, then by circle."""
        if self.ordered:
            return self
        order = np.lexsort((self.inside, self.centre))
        return Entries(self.centre[order], self.event[order], self.inside[order], True)


@dataclass(frozen=True)
class Found:
    """Good cylinders, several for each centre: ratio, circle's measure, centre, days."""

    ratio: NDArray[np.float64]
    circle: NDArray[np.float64]
    centre: NDArray[np.int64]
    start: NDArray[np.int64]
    stop: NDArray[np.int64]


def log_likelihood_ratio(
    cases: ArrayLike, expected: ArrayLike, total: float
) -> NDArray[np.float64]:
    """c ln(c/μ) + (C − c) ln((C − c)/(C − μ)) where c > μ, else 0 (Kulldorff 1997)."""
    c = np.asarray(cases, dtype=np.float64)
    mu = np.asarray(expected, dtype=np.float64)
    c, mu = np.broadcast_arrays(c, mu)
    out = np.zeros(c.shape)
    use = (c > mu) & (mu > 0.0)
    cu, mu_u = c[use], mu[use]
    rest = total - cu
    # With every case inside, the second term is 0.
    with np.errstate(divide="ignore", invalid="ignore"):
        outside = np.where(rest > 0, rest * np.log(rest / (total - mu_u)), 0.0)
    out[use] = cu * np.log(cu / mu_u) + outside
    return out


def cylinders_for(frame: Frame, entries: Entries) -> Union[_Few, _Many]:
    """The faster of the two searches for data like these."""
    number = np.bincount(entries.centre).astype(np.float64)
    if frame.prospective:
        # Only cases of the last window take part.
        number *= frame.window / frame.length
        together, held = number, float(frame.window)
    else:
        together = number * frame.window / frame.length
        held = frame.window**2
    few = float(np.sum(number * np.maximum(1.0, together) ** 2)) / 2.0
    # A centre costs some calls, whatever it holds.
    many = float(np.sum(number)) * held + 40_000.0 * np.count_nonzero(number)
    return _Few(frame) if few <= many else _Many(frame)


@dataclass(frozen=True)
class _Sorted:
    """Entries by centre and time: place on the line of all centres' times, circle, window."""

    line: NDArray[np.int64]
    inside: NDArray[Any]
    before: NDArray[np.int64]
    until: NDArray[np.int64]


@dataclass(frozen=True)
class _Windows:
    """Windows of ``more`` + 1 successive entries of one centre.

    ``first``: the first entry of each (w,). ``circles``: (more + 1, w), the smallest circles
    that hold 1, 2, … of the entries. ``measure``: (w,), what the window holds of all.
    """

    more: int
    first: NDArray[np.int64]
    circles: NDArray[Any]
    measure: NDArray[Any]


class _Few:
    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        # Times of different centres lie so far apart that no window joins them.
        self._stride = frame.length + frame.window

    def maximum(self, entries: Entries, since: NDArray[np.int64]) -> float:
        """Largest log-likelihood ratio of any cylinder with enough cases."""
        least = np.full(2, np.inf)
        for some in self._windows(self._sort(entries, since)):
            if least.size < some.more + 2:
                least = np.append(least, np.inf)
            product = (some.circles[1:] * some.measure).min(axis=1)
            least[2 : some.more + 2] = np.minimum(least[2 : some.more + 2], product)
        low = self._frame.min_cases
        cases = np.arange(low, least.size)
        expected = least[low:] * self._frame.per_unit
        return float(log_likelihood_ratio(cases, expected, self._frame.total).max(initial=0.0))

    def best(self, entries: Entries, since: NDArray[np.int64]) -> Found:
        """Best cylinder that begins with each entry."""
        data = self._sort(entries, since)
        n, frame = data.line.size, self._frame
        ratio, circle = np.zeros(n), np.zeros(n)
        final = np.arange(n)
        for some in self._windows(data):
            for cases in range(frame.min_cases, some.more + 2):
                ring = some.circles[cases - 1]
                expected = ring * some.measure * frame.per_unit
                value = log_likelihood_ratio(cases, expected, frame.total)
                better = value > ratio[some.first]
                to = some.first[better]
                ratio[to], circle[to] = value[better], ring[better]
                final[to] = to + some.more
        use = np.flatnonzero(ratio > 0.0)
        stop = data.line[final[use]] % self._stride
        if frame.prospective:
            stop = np.full(use.size, frame.length - 1)
        centre, start = np.divmod(data.line[use], self._stride)
        return Found(ratio[use], circle[use], centre, start, stop)

    def _sort(self, entries: Entries, since: NDArray[np.int64]) -> _Sorted:
        frame = self._frame
        time = since[entries.event]
        rows = np.arange(time.size)
        if frame.prospective:
            rows = np.flatnonzero(time >= frame.length - frame.window)
        line = entries.centre[rows] * self._stride + time[rows]
        # Sorting the row number along in the low bits is much faster than an argsort.
        bits = max(1, int(rows.size).bit_length())
        packed = np.sort((line << bits) | np.arange(rows.size))
        line, order = packed >> bits, rows[packed & ((1 << bits) - 1)]
        kind = self._kind(entries)
        when = time[order]
        before = frame.before[when].astype(kind)
        until = frame.before[when + 1].astype(kind)
        if frame.prospective:
            until = np.full(when.size, frame.before[-1], dtype=kind)
        return _Sorted(line, entries.inside[order].astype(kind), before, until)

    def _kind(self, entries: Entries) -> Any:
        if entries.inside.dtype.kind != "i":
            return np.float64
        largest = float(entries.inside.max(initial=0)) * float(self._frame.before[-1])
        return np.int32 if largest < 2**31 - 1 else np.int64

    def _windows(self, data: _Sorted) -> Iterator[_Windows]:
        """Windows of 2, 3, … entries of one centre, block by block of centres."""
        line = data.line
        low = 0
        while low < line.size:
            high = min(low + _BLOCK, line.size)
            # No window joins two centres: a block may end wherever a centre does.
            after = (int(line[high - 1]) // self._stride + 1) * self._stride
            high = int(np.searchsorted(line, after))
            yield from self._windows_of_block(data, low, high)
            low = high

    def _windows_of_block(self, data: _Sorted, low: int, high: int) -> Iterator[_Windows]:
        line, inside = data.line[:high], data.inside
        active = np.arange(low, high)
        rings = inside[None, low:high]
        g = 0
        while active.size:
            g += 1
            active_in = active[: np.searchsorted(active, high - g)]
            close = np.flatnonzero(line[active_in + g] - line[active_in] < self._frame.window)
            if close.size < active.size:
                active, rings = active[close], rings[:, close]
            if not active.size:
                return
            new = inside[active + g]
            # Insert the new circle into each sorted column: one step of all at once.
            grown = np.empty((g + 1, active.size), dtype=inside.dtype)
            np.minimum(rings[0], new, out=grown[0])
            np.maximum(rings, new, out=grown[1:])
            np.minimum(grown[1:-1], rings[1:], out=grown[1:-1])
            rings = grown
            yield _Windows(g, active, rings, data.until[active + g] - data.before[active])


class _Many:
    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._first_day = frame.length - frame.window if frame.prospective else 0

    def maximum(self, entries: Entries, since: NDArray[np.int64]) -> float:
        """Largest log-likelihood ratio of any cylinder with enough cases."""
        frame = self._frame
        largest = 0.0
        limit = self._largest_products(0.0, entries)
        for _centre, inside, day in self._centres(entries, since):
            before = largest
            for cases, product in self._cells(inside, day):
                close = np.flatnonzero(product.ravel() <= limit.take(cases).ravel())
                if close.size == 0:
                    continue
                expected = product.ravel()[close] * frame.per_unit
                value = log_likelihood_ratio(cases.ravel()[close], expected, frame.total)
                largest = max(largest, float(value.max()))
            if largest > before:
                limit = self._largest_products(largest, entries)
        return largest

    def best(self, entries: Entries, since: NDArray[np.int64]) -> Found:
        """Best cylinder whose circle ends with each entry."""
        frame = self._frame
        parts: List[Tuple[Any, ...]] = []
        for centre, inside, day in self._centres(entries, since):
            low = 0
            for cases, product in self._cells(inside, day):
                rows = np.arange(low, low + cases.shape[0])
                low += cases.shape[0]
                value = log_likelihood_ratio(cases, product * frame.per_unit, frame.total)
                value[cases < frame.min_cases] = 0.0
                flat = value.reshape(rows.size, -1)
                at = flat.argmax(axis=1)
                early, late = np.divmod(at, value.shape[2])
                start = np.maximum(day[rows] - early, self._first_day)
                stop = np.minimum(day[rows] + late, frame.length - 1)
                if frame.prospective:
                    stop = np.full(rows.size, frame.length - 1)
                ratio = flat[np.arange(rows.size), at]
                use = ratio > 0.0
                parts.append(
                    (ratio[use], inside[rows][use], np.full(use.sum(), centre))
                    + (start[use], stop[use])
                )
        if not parts:
            none = np.zeros(0)
            whole = np.zeros(0, dtype=np.int64)
            return Found(none, none, whole, whole, whole)
        columns = [np.concatenate(column) for column in zip(*parts)]
        return Found(columns[0], columns[1], columns[2], columns[3], columns[4])

    def _centres(
        self, entries: Entries, since: NDArray[np.int64]
    ) -> Iterator[Tuple[int, NDArray[np.float64], NDArray[np.int64]]]:
        """Centre by centre the circles and days of its entries, from the smallest circle."""
        entries = entries.in_order()
        day = since[entries.event]
        centre, inside = entries.centre, entries.inside
        if self._first_day > 0:
            rows = np.flatnonzero(day >= self._first_day)
            centre, day, inside = centre[rows], day[rows], inside[rows]
        inside = inside.astype(np.float64)
        ends = np.append(np.flatnonzero(np.diff(centre)) + 1, centre.size)
        low = 0
        for high in ends:
            if high - low >= self._frame.min_cases:
                yield int(centre[low]), inside[low:high], day[low:high]
            low = high

    def _cells(
        self, inside: NDArray[np.float64], day: NDArray[np.int64]
    ) -> Iterator[Tuple[NDArray[np.int64], NDArray[np.float64]]]:
        """Cases and products of all windows that hold the day of an entry, in its circle.

        Shapes (rows, days before it, days after it), block by block of the entries; products
        of windows that are too long are infinite.
        """
        frame = self._frame
        w, length = frame.window, frame.length
        after = 1 if frame.prospective else w
        # cases[k, d]: how many of the first k entries fall before day d − w; the days beyond
        # both ends of the period are empty.
        seen = np.zeros((day.size, length + 2 * w + 1), dtype=np.int64)
        seen[np.arange(day.size), day + w + 1] = 1
        np.cumsum(seen, axis=1, out=seen)
        np.cumsum(seen, axis=0, out=seen)
        back = np.arange(w)
        ahead = np.arange(after)
        too_long = np.where(back[:, None] + ahead[None, :] < w, 0.0, np.inf)
        step = max(1, _CELLS // (w * after))
        for low in range(0, day.size, step):
            rows = np.arange(low, min(low + step, day.size))
            here = day[rows]
            first = np.maximum(here[:, None] - back, self._first_day)
            stop = np.minimum(here[:, None] + ahead, length - 1)
            if frame.prospective:
                stop = np.full_like(stop, length - 1)
            line = seen[rows]
            cases = (
                np.take_along_axis(line, stop + w + 1, axis=1)[:, None, :]
                - np.take_along_axis(line, first + w, axis=1)[:, :, None]
            )
            measure = (
                frame.before[stop + 1].astype(np.float64)[:, None, :]
                - frame.before[first].astype(np.float64)[:, :, None]
            )
            if not frame.prospective:
                measure = measure + too_long
            yield cases, measure * inside[rows][:, None, None]

    def _largest_products(self, ratio: float, entries: Entries) -> NDArray[np.float64]:
        """For each number of cases, the product above which this ratio is out of reach."""
        frame = self._frame
        most = int(np.bincount(entries.centre).max(initial=0))
        cases = np.arange(1, most + 1, dtype=np.float64)
        high = np.log(cases)
        # c ln(c/μ) alone is at least the ratio plus c − μ.
        low = high - 1.0 - ratio / cases - 1e-9
        for _ in range(24):
            middle = (low + high) / 2.0
            beyond = log_likelihood_ratio(cases, np.exp(middle), frame.total) < ratio
            high = np.where(beyond, middle, high)
            low = np.where(beyond, low, middle)
        limit = np.append(-1.0, np.exp(high) * (1.0 + 1e-9) / frame.per_unit)
        limit[: frame.min_cases] = -1.0
        return limit
