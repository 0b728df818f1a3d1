"""The area that was observed, and how much of a kernel falls inside it.

A density near the border of the observed area is too low, since nothing was seen beyond it.
Edge corrections divide by the part of the kernel that lies inside (Diggle 1985; Jones 1993).
Here that part is computed exactly for any polygon: the kernel's mass over the polygon is, by
Green's theorem, a sum over its edges of an angle integral that has a closed form.
"""

from __future__ import annotations

from typing import List, Optional, Sequence, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .kernels import Floats, Kernel
from .points import checked_points
from .progress import Progress, part

_PAIRS = 1_000_000


class Window:
    """One or several polygons with holes, given by their rings.

    ``rings``: one array of shape (k, 2) in metres per ring, open or closed, in any direction.
    A ring that lies inside another is a hole, one inside a hole is land again, and so on.
    Rings may touch but not cross.
    """

    def __init__(self, rings: Sequence[ArrayLike]) -> None:
        self.rings = _oriented([_cleaned(ring) for ring in rings])
        starts = np.vstack(self.rings)
        ends = np.vstack([np.roll(ring, -1, axis=0) for ring in self.rings])
        self._edges: Tuple[Floats, Floats] = (starts, ends)
        self.area = float(sum(_signed_area(ring) for ring in self.rings))

    @classmethod
    def rectangle(cls, x_min: float, y_min: float, x_max: float, y_max: float) -> Window:
        return cls([[(x_min, y_min), (x_max, y_min), (x_max, y_max), (x_min, y_max)]])

    @property
    def bounds(self) -> Tuple[float, float, float, float]:
        """(x_min, y_min, x_max, y_max) in metres."""
        low, high = self._edges[0].min(axis=0), self._edges[0].max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    @property
    def is_rectangle(self) -> bool:
        """Whether the window is one rectangle with sides along the axes."""
        x_min, y_min, x_max, y_max = self.bounds
        box = (x_max - x_min) * (y_max - y_min)
        return len(self.rings) == 1 and abs(self.area - box) <= 1e-12 * box

    def contains(self, x: ArrayLike, y: ArrayLike) -> NDArray[np.bool_]:
        """Whether each place lies inside; a place on the border belongs to one side of it."""
        xs, ys = checked_points(x, y)
        return _winding(xs, ys, self._edges) > 0

    def overlap(self, dx: Floats, dy: Floats) -> Floats:
        """Area (m²) of the window's overlap with itself, moved by (dx, dy).

        Exact for a rectangle; otherwise to first order in the shift (Matheron 1975), which
        serves shifts that are short beside the window, and never below a tenth of the area.
        """
        if self.is_rectangle:
            x_min, y_min, x_max, y_max = self.bounds
            wide = np.maximum(x_max - x_min - np.abs(dx), 0.0)
            high = np.maximum(y_max - y_min - np.abs(dy), 0.0)
            return np.asarray(wide * high)
        along = self._edges[1] - self._edges[0]
        lost = np.zeros(np.shape(dx))
        for ex, ey in along:
            lost += np.abs(ex * dy - ey * dx)
        return np.asarray(np.maximum(self.area - 0.5 * lost, 0.1 * self.area))

    def kernel_mass(
        self,
        x: ArrayLike,
        y: ArrayLike,
        kernel: Kernel,
        bandwidth: ArrayLike,
        progress: Optional[Progress] = None,
    ) -> Floats:
        """Share (0 to 1) of a kernel centred at each place that falls inside the window.

        ``x``, ``y``: places in metres (n). ``bandwidth``: metres, one number or n.
        Exact up to rounding; the Gaussian to 1e-14 (it is cut at 8 standard deviations).
        """
        from scipy.spatial import cKDTree

        xs, ys = checked_points(x, y)
        h = np.broadcast_to(np.asarray(bandwidth, dtype=np.float64), xs.shape)
        report = part(progress, 0.0, 1.0)
        if xs.size == 0:
            return np.zeros(0)
        reach = float(h.max()) * kernel.reach
        starts, ends = _divided(self._edges, 2.0 * reach)
        mass = _winding(xs, ys, (starts, ends)).astype(np.float64)
        if mass.min() < 0.0 or mass.max() > 1.0:
            raise AnalysisError(
                "The rings of the area cross each other or themselves; repair the polygons first."
            )
        tree = cKDTree(np.column_stack((xs, ys)))
        # A centre on a vertex sees no angle of its edges: it is looked at from right beside it.
        corners = cKDTree(starts).query(tree.data)[0] <= 1e-12 * h
        if corners.any():
            aside = 1e-10 * h[corners]
            step_x = np.maximum(aside, 4.0 * np.spacing(np.abs(xs[corners])))
            step_y = 0.5 * np.maximum(aside, 4.0 * np.spacing(np.abs(ys[corners])))
            mass[corners] = self.kernel_mass(
                xs[corners] + step_x, ys[corners] + step_y, kernel, h[corners]
            )
            rest = ~corners
            mass[rest] = self.kernel_mass(xs[rest], ys[rest], kernel, h[rest], progress)
            return mass
        middle = 0.5 * (starts + ends)
        radius = 0.5 * np.hypot(*(ends - starts).T) + reach
        many = tree.query_ball_point(middle, radius, return_length=True)
        upto = np.cumsum(many)
        first = 0
        while first < len(middle):
            base = upto[first - 1] if first else 0
            last = max(int(np.searchsorted(upto, base + _PAIRS)), first + 1)
            found = tree.query_ball_point(middle[first:last], radius[first:last])
            edge = np.repeat(np.arange(first, last), many[first:last])
            place = np.fromiter(
                (i for some in found for i in some), dtype=np.int64, count=edge.size
            )
            lost = _beyond(
                starts[edge, 0] - xs[place],
                starts[edge, 1] - ys[place],
                ends[edge, 0] - xs[place],
                ends[edge, 1] - ys[place],
                h[place],
                kernel,
            )
            mass -= np.bincount(place, lost, minlength=xs.size)
            first = last
            report(first / len(middle))
        return np.asarray(np.clip(mass, 0.0, 1.0))


def _cleaned(ring: ArrayLike) -> Floats:
    points = np.asarray(ring, dtype=np.float64)
    if points.ndim != 2 or points.shape[1] != 2:
        raise AnalysisError("A ring of the area must be a list of (x, y) pairs.")
    if not np.all(np.isfinite(points)):
        raise AnalysisError("A ring of the area has a vertex without finite coordinates.")
    different = np.any(points != np.roll(points, 1, axis=0), axis=1)
    return np.asarray(points[different])


def _signed_area(ring: Floats) -> float:
    x, y = (ring - ring[0]).T
    return 0.5 * float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))


def _oriented(rings: List[Floats]) -> List[Floats]:
    """Rings with an area, land counter-clockwise and holes clockwise."""
    solid = [ring for ring in rings if len(ring) >= 3 and _signed_area(ring) != 0.0]
    if not solid:
        raise AnalysisError("The area has no ring that encloses anything.")
    loops = [ring if _signed_area(ring) > 0.0 else ring[::-1] for ring in solid]
    boxes = [(ring.min(axis=0), ring.max(axis=0)) for ring in loops]
    turned = []
    for i, ring in enumerate(loops):
        # A ring may touch another in some vertices: most of a sample decides.
        middles = 0.5 * (ring + np.roll(ring, -1, axis=0))
        sample = middles[:: max(1, len(middles) // 25)]
        depth = 0
        for j, other in enumerate(loops):
            low, high = boxes[j]
            if i == j or np.any(boxes[i][1] < low) or np.any(boxes[i][0] > high):
                continue
            edges = (other, np.roll(other, -1, axis=0))
            inside = _winding(sample[:, 0].copy(), sample[:, 1].copy(), edges) != 0
            depth += int(2 * np.count_nonzero(inside) > inside.size)
        turned.append(ring[::-1] if depth % 2 else ring)
    return turned


def _divided(edges: Tuple[Floats, Floats], longest: float) -> Tuple[Floats, Floats]:
    """Edges cut into pieces, so that only pieces near a place need be looked at."""
    starts, ends = edges
    length = np.hypot(*(ends - starts).T)
    # Very many pieces would cost more than they save.
    longest = max(longest, float(length.sum()) / 100_000.0)
    pieces = np.maximum(np.ceil(length / longest).astype(np.int64), 1)
    edge = np.repeat(np.arange(len(starts)), pieces)
    number = np.arange(edge.size) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    along = (ends - starts)[edge]
    first = starts[edge] + along * (number / pieces[edge])[:, None]
    last = starts[edge] + along * ((number + 1) / pieces[edge])[:, None]
    final = number + 1 == pieces[edge]
    last[final] = ends[edge][final]
    return first, last


def _winding(x: Floats, y: Floats, edges: Tuple[Floats, Floats]) -> NDArray[np.int64]:
    """How often the rings wind round each place: 1 inside, 0 outside (Sunday's crossing rule)."""
    order = np.argsort(y, kind="stable")
    xs, ys = x[order], y[order]
    starts, ends = edges
    low = np.minimum(starts[:, 1], ends[:, 1])
    high = np.maximum(starts[:, 1], ends[:, 1])
    begin = np.searchsorted(ys, low, side="left")
    stop = np.searchsorted(ys, high, side="left")
    turns = np.zeros(x.size, dtype=np.int64)
    for i in np.flatnonzero(begin < stop):
        some = slice(begin[i], stop[i])
        (ax, ay), (bx, by) = starts[i], ends[i]
        cross = (ax - xs[some]) * (by - ys[some]) - (bx - xs[some]) * (ay - ys[some])
        if by > ay:
            turns[some] += cross > 0.0
        else:
            turns[some] -= cross < 0.0
    result = np.empty_like(turns)
    result[order] = turns
    return result


def _beyond(ax: Floats, ay: Floats, bx: Floats, by: Floats, h: Floats, kernel: Kernel) -> Floats:
    """Kernel mass behind an edge from (ax, ay) to (bx, by), seen from the kernel's centre.

    It is the integral, over the angle under which the edge is seen, of the mass per radian
    beyond the edge; negative where the centre lies to the right of the edge.
    """
    dx, dy = bx - ax, by - ay
    length = np.hypot(dx, dy)
    cross = ax * by - bx * ay
    # A centre on the edge's line belongs to the side that _winding gives it.
    on_line = np.where((dy < 0.0) | ((dy == 0.0) & (dx > 0.0)), 1.0, -1.0)
    side = np.where(cross != 0.0, np.sign(cross), on_line)
    p = np.abs(cross) / (length * h)
    from_l = (ax * dx + ay * dy) / (length * h)
    to_l = (bx * dx + by * dy) / (length * h)
    chord = np.sqrt(np.maximum(kernel.reach**2 - p * p, 0.0))
    from_l, to_l = np.clip(from_l, -chord, chord), np.clip(to_l, -chord, chord)
    seen = _angle_integral(p, to_l, kernel) - _angle_integral(p, from_l, kernel)
    return np.asarray(side * seen)


def _angle_integral(p: Floats, along: Floats, kernel: Kernel) -> Floats:
    """Mass behind a line at distance p, from its nearest point to ``along``, in bandwidths."""
    if kernel.name == "gaussian":
        from scipy.special import owens_t

        with np.errstate(divide="ignore", invalid="ignore"):
            slope = np.where(along == 0.0, 0.0, along / p)
        return np.asarray(owens_t(p, slope))
    angle = np.arctan2(along, p)
    p2, l2 = p * p, along * along
    r2 = p2 + l2
    if kernel.power == 0:
        total = angle - p * along
    elif kernel.power == 1:
        total = angle - 2.0 * p * along + p * along * (p2 + l2 / 3.0)
    elif kernel.power == 2:
        total = angle - p * along * (
            3.0 - 3.0 * p2 - l2 + p2 * p2 + 2.0 * p2 * l2 / 3.0 + l2 * l2 / 5.0
        )
    elif kernel.name == "triangular":
        with np.errstate(divide="ignore", invalid="ignore"):
            curved = np.where(p > 0.0, p * p2 * np.arcsinh(along / p), 0.0)
        total = angle - 3.0 * p * along + p * along * np.sqrt(r2) + curved
    else:
        raise AnalysisError("The kernel {name} has no edge correction.", name=kernel.name)
    return np.asarray(total / (2.0 * np.pi))
