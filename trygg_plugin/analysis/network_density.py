"""Kernel density along streets: events per km of street, spread along the network only.

From each event the kernel goes along every way through the network up to the bandwidth R. At a
junction of n street ends it is shared out (Okabe, Satoh & Sugihara 2009; all ways, also round
blocks, as McSwiggan, Baddeley & Nair 2017 state it):

``discontinuous``: each of the n − 1 ways on gets 1/(n − 1); at a dead end the rest is lost.
``continuous``: each way on gets 2/n, and 2/n − 1 goes back where it came from (less than
nothing where n > 2, all of it at a dead end): the density has no jumps at junctions and keeps
the number of events.

While there are few ways they are followed one by one, which is exact. Their number grows without
reasonable bound where R spans many short streets; then what spreads from all events together
moves over the network in small steps of distance, as waves do (:class:`_Waves`). All sums stay
exact polynomials there except in the last step before R, which leaves an error of about 1e-7 of
the greatest density for the quartic kernel and 5e-5 for the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import comb
from typing import Dict, Optional, Tuple

import numpy as np
from numpy.typing import ArrayLike

from .errors import AnalysisError
from .grid import Floats, Integers
from .points import checked_bandwidth, checked_weights
from .progress import Progress, part
from .street_network import StreetNetwork

METHODS = ("discontinuous", "continuous")

# Densities on a line as polynomials of u = d / R (constant first), times 1 / R: they integrate to
# 1 over both sides.
_LINE_KERNELS: Dict[str, Floats] = {
    "quartic": 0.9375 * np.array([1.0, 0.0, -2.0, 0.0, 1.0]),
    "epanechnikov": 0.75 * np.array([1.0, 0.0, -1.0]),
    "triangular": np.array([1.0, -1.0]),
}
_STATES = 200_000
_MOST_STATES = 400_000
# Ways whose share of the kernel has become smaller than this are not followed further.
_LEAST_SHARE = 1e-12
# Sums of a way's kernel over places, beyond which waves are the faster way.
_MOST_SUMS = 10_000_000
_WAVE_STEPS = 1_000
_WAVE_BYTES = 200_000_000
_WAVE_WORK = 300_000_000


@dataclass(frozen=True)
class Lixels:
    """Edges cut into nearly equal parts: edge, start and end offset (metres) of each."""

    edge: Integers
    start: Floats
    end: Floats

    @property
    def centre(self) -> Floats:
        return 0.5 * (self.start + self.end)

    @property
    def length_km(self) -> Floats:
        return (self.end - self.start) / 1000.0


def lixels(network: StreetNetwork, length: float) -> Lixels:
    """Cut every edge into equal parts of at most ``length`` metres."""
    if not (np.isfinite(length) and length > 0.0):
        raise AnalysisError(
            "The length of a part must be a number above 0 metres, but is {length}.",
            length=length,
        )
    size = float(length)
    count = np.maximum(np.ceil(network.edge_length / size - 1e-9).astype(np.int64), 1)
    if int(count.sum()) > 20_000_000:
        raise AnalysisError(
            "The streets would be cut into {count} parts; choose a greater length.",
            count=int(count.sum()),
        )
    edge = np.repeat(np.arange(network.edges), count)
    number = np.arange(edge.size) - np.repeat(np.cumsum(count) - count, count)
    step = network.edge_length[edge] / count[edge]
    return Lixels(edge, number * step, (number + 1) * step)


def network_density(
    network: StreetNetwork,
    event_edge: ArrayLike,
    event_offset: ArrayLike,
    at_edge: ArrayLike,
    at_offset: ArrayLike,
    bandwidth: float,
    *,
    kernel: str = "quartic",
    method: str = "continuous",
    weights: Optional[ArrayLike] = None,
    progress: Optional[Progress] = None,
) -> Floats:
    """Density at places on the network, events (or weight) per km of street (q).

    ``event_edge``, ``event_offset``: events on the network, as :func:`~.street_network.snap`
    gives them (n); edge −1 is left out. ``at_edge``, ``at_offset``: places asked for (q), for
    instance the centres of :func:`lixels`. ``bandwidth``: R in metres along streets.
    ``kernel``: quartic, epanechnikov or triangular. ``weights``: n numbers >= 0.
    An event exactly on a junction starts along all its n streets, 2/n along each.
    """
    h = checked_bandwidth(bandwidth)
    if kernel not in _LINE_KERNELS:
        raise AnalysisError(
            "There is no kernel named {name} for streets; choose one of {known}.",
            name=kernel,
            known=", ".join(_LINE_KERNELS),
        )
    if method not in METHODS:
        raise AnalysisError(
            "There is no method named {name}; choose one of {known}.",
            name=method,
            known=", ".join(METHODS),
        )
    edge, offset = _checked_places(network, event_edge, event_offset)
    ws = checked_weights(weights, edge.size)
    seen = edge >= 0
    edge, offset = edge[seen], offset[seen]
    share = np.ones(edge.size) if ws is None else ws[seen]
    asked_edge, asked_offset = _checked_places(network, at_edge, at_offset)
    if np.any(asked_edge < 0):
        raise AnalysisError("A place asked for lies on no street.")
    # Events in one place spread the same way: they go together, with their summed weight.
    edge, offset, share = _gathered(edge, offset, share)
    report = part(progress, 0.0, 1.0)
    report(0.0)
    graph = _HalfEdges(network, asked_edge, asked_offset, h, _LINE_KERNELS[kernel], method)
    ways = _Ways(graph)
    begin, size = 0, 32
    while begin < edge.size and ways.sums <= _MOST_SUMS:
        some = slice(begin, begin + size)
        most = ways.spread(edge[some], offset[some], share[some], report, begin / edge.size)
        begin += size
        # Keep the front of ways within bounds, whatever the network is like.
        size = int(np.clip(size * _STATES / max(most, 1) / 2.0, 1, 4096))
        report(min(begin / edge.size, 1.0))
    total = ways.total
    if ways.sums > _MOST_SUMS:
        total = _Waves(graph, network).spread(edge, offset, share, report)
    report(1.0)
    density = np.empty_like(total)
    density[graph.order] = total * (1000.0 / h)
    return density


def _polynomial(u: Floats, coefficients: Floats) -> Floats:
    """Value of a polynomial with its constant first (Horner)."""
    value = np.full(u.shape, coefficients[-1])
    for coefficient in coefficients[-2::-1]:
        value *= u
        value += coefficient
    return value


class _HalfEdges:
    """The network as half-edges (2e leads from the start of edge e to its end, 2e + 1 back),
    and the places asked for in the order of edges and offsets."""

    def __init__(
        self,
        network: StreetNetwork,
        at_edge: Integers,
        at_offset: Floats,
        bandwidth: float,
        kernel: Floats,
        method: str,
    ) -> None:
        self.bandwidth = bandwidth
        self.kernel = kernel
        self.continuous = method == "continuous"
        self.length = network.edge_length
        self.start, self.end = network.edge_start, network.edge_end
        self.degree = network.degree
        self.origin = np.empty(2 * network.edges, dtype=np.int64)
        self.origin[0::2], self.origin[1::2] = self.start, self.end
        self.target = self.origin.reshape(-1, 2)[:, ::-1].reshape(-1)
        self.leaving = np.argsort(self.origin, kind="stable")
        self.first = np.concatenate(([0], np.cumsum(self.degree)))
        # One number finds a stretch of an edge; a metre between edges takes up rounding.
        self.base = np.concatenate(([0.0], np.cumsum(self.length + 1.0)))[:-1]
        key = self.base[at_edge] + at_offset
        self.order = np.argsort(key, kind="stable")
        self.key = key[self.order]
        self.at_edge, self.at_offset = at_edge[self.order], at_offset[self.order]

    def out_of(self, node: Integers) -> Tuple[Integers, Integers]:
        """Half-edges that leave each node, one node after the other, and how many."""
        count = self.degree[node]
        number = np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
        return self.leaving[np.repeat(self.first[node], count) + number], count

    def born(
        self, edge: Integers, offset: Floats, share: Floats
    ) -> Tuple[Tuple[Integers, Floats, Floats], Tuple[Integers, Floats]]:
        """How events set out: arrivals at nodes (half-edge, distance, share), and, for events
        right on a node, departures from it (half-edge, share)."""
        length = self.length[edge]
        at_start, at_end = offset <= 0.0, offset >= length
        inside = ~(at_start | at_end)
        e, a, w = edge[inside], offset[inside], share[inside]
        arriving = (
            np.concatenate((2 * e, 2 * e + 1)),
            np.concatenate((length[inside] - a, a)),
            np.concatenate((w, w)),
        )
        node = np.where(at_start, self.start[edge], self.end[edge])[~inside]
        half, count = self.out_of(node)
        return arriving, (half, np.repeat(2.0 * share[~inside] / count, count))


class _Ways:
    """Follows every way from every event."""

    def __init__(self, graph: _HalfEdges) -> None:
        self._graph = graph
        self.total = np.zeros(graph.key.size)
        self.sums = 0

    def spread(
        self, edge: Integers, offset: Floats, share: Floats, report: Progress, done: float
    ) -> int:
        """Spread events; gives the greatest number of ways followed at once.

        Stops without an end to it when ``sums`` exceeds its bound.
        """
        graph = self._graph
        inside = (offset > 0.0) & (offset < graph.length[edge])
        self.own_edges(edge[inside], offset[inside], share[inside])
        arriving, (half, part_of) = graph.born(edge, offset, share)
        distance = np.zeros(half.size)
        onward = self._onward(*arriving)
        half, distance, part_of = (
            np.concatenate(both) for both in zip((half, distance, part_of), onward)
        )
        most = int(half.size)
        while half.size and self.sums <= _MOST_SUMS:
            report(done)
            if half.size > _MOST_STATES:
                self.sums = _MOST_SUMS + 1
            forward = half % 2 == 0
            on = half // 2
            length = graph.length[on]
            self._entered(on[forward], distance[forward], part_of[forward], True)
            self._entered(on[~forward], distance[~forward], part_of[~forward], False)
            half, distance, part_of = self._onward(half, distance + length, part_of)
            most = max(most, int(half.size))
        return most

    def _onward(
        self, half: Integers, distance: Floats, share: Floats
    ) -> Tuple[Integers, Floats, Floats]:
        """Ways on from where half-edges end, as far as the bandwidth reaches."""
        graph = self._graph
        going = distance < graph.bandwidth
        half, distance, share = half[going], distance[going], share[going]
        onward, count = graph.out_of(graph.target[half])
        back = np.repeat(half ^ 1, count) == onward
        many = np.repeat(count, count).astype(np.float64)
        if graph.continuous:
            factor = np.where(back, 2.0 / many - 1.0, 2.0 / many)
        else:
            factor = np.where(back, 0.0, 1.0 / np.maximum(many - 1.0, 1.0))
        passed = np.repeat(share, count) * factor
        kept = np.abs(passed) > _LEAST_SHARE
        return onward[kept], np.repeat(distance, count)[kept], passed[kept]

    def own_edges(self, edge: Integers, offset: Floats, share: Floats) -> None:
        """Add the kernel of events on the places of their own edges."""
        h = self._graph.bandwidth
        place, event = self._places(edge, offset - h, offset + h)
        self._add(place, np.abs(self._graph.at_offset[place] - offset[event]), share[event])

    def _entered(self, edge: Integers, distance: Floats, share: Floats, forward: bool) -> None:
        """Add the kernel of ways that enter edges at their start or end, having walked so far."""
        left, length = self._graph.bandwidth - distance, self._graph.length[edge]
        if forward:
            place, way = self._places(edge, np.zeros(edge.size), left)
            walked = distance[way] + self._graph.at_offset[place]
        else:
            place, way = self._places(edge, length - left, length)
            walked = (distance + length)[way] - self._graph.at_offset[place]
        self._add(place, walked, share[way])

    def _places(self, edge: Integers, low: Floats, high: Floats) -> Tuple[Integers, Integers]:
        """Places on stretches of edges: numbers of place and stretch."""
        graph = self._graph
        base, length = graph.base[edge], graph.length[edge]
        first = np.searchsorted(graph.key, base + np.maximum(low, 0.0) - 0.25, side="left")
        last = np.searchsorted(graph.key, base + np.minimum(high, length) + 0.25, side="right")
        count = np.maximum(last - first, 0)
        stretch = np.repeat(np.arange(edge.size), count)
        place = np.arange(stretch.size) - np.repeat(np.cumsum(count) - count - first, count)
        self.sums += int(stretch.size)
        return place, stretch

    def _add(self, place: Integers, walked: Floats, share: Floats) -> None:
        u = walked / self._graph.bandwidth
        value = np.where(u < 1.0, _polynomial(u, self._graph.kernel), 0.0) * share
        self.total += np.bincount(place, value, minlength=self.total.size)


class _Waves:
    """Moves what spreads from all events together over the network, in steps of distance.

    A half-edge is a delay line: what enters it comes out after as many steps as it is long. Each
    step holds moments Σ share · x^j of the ways in it, x being the distance by which a way is
    ahead of the step; the rest of an edge's length that is no whole step moves the moments. The
    kernel is a polynomial, so moments up to its degree give its sums exactly.
    """

    def __init__(self, graph: _HalfEdges, network: StreetNetwork) -> None:
        self._graph = graph
        self._moments = graph.kernel.size
        bytes_per_metre = 2.0 * float(graph.length.sum()) * self._moments * 8.0
        work = 2.0 * (network.edges + graph.key.size) * self._moments
        steps = min(
            float(_WAVE_STEPS),
            max(_WAVE_WORK / work, 300.0),
            graph.bandwidth * _WAVE_BYTES / bytes_per_metre,
        )
        self._step = graph.bandwidth / max(steps, 30.0)
        length = np.repeat(graph.length, 2)
        self._delay = np.maximum(np.rint(length / self._step).astype(np.int64), 1)
        self._shift = self._shifts(length - self._delay * self._step)

    def _shifts(self, x: Floats) -> Floats:
        """Matrices that move moments by x, shape (x, moments, moments)."""
        matrices = np.zeros((x.size, self._moments, self._moments))
        for j in range(self._moments):
            for i in range(j + 1):
                matrices[:, j, i] = comb(j, i) * x ** (j - i)
        return matrices

    def spread(
        self, edge: Integers, offset: Floats, share: Floats, report: Progress
    ) -> Floats:
        graph, moments, h = self._graph, self._moments, self._graph.bandwidth
        direct = _Ways(graph)
        inside = (offset > 0.0) & (offset < graph.length[edge])
        direct.own_edges(edge[inside], offset[inside], share[inside])
        total = direct.total
        arriving, departing = graph.born(edge, offset, share)
        steps = int(np.ceil(h / self._step))
        pulses, first_pulse = self._pulses(*arriving, steps)
        # Places in both directions, near ones first: those in reach are then the first ones.
        half = np.concatenate((2 * graph.at_edge, 2 * graph.at_edge + 1))
        ahead = np.concatenate((graph.at_offset, graph.length[graph.at_edge] - graph.at_offset))
        near = np.argsort(ahead, kind="stable")
        half, ahead, place = half[near], ahead[near], near % max(graph.key.size, 1)
        # Derivatives of the kernel by distance, over j!: factors of the moments.
        factors = []
        derivative, scale = graph.kernel, 1.0
        for j in range(moments):
            factors.append(derivative * scale)
            derivative = derivative[1:] * np.arange(1, derivative.size)
            scale /= h * (j + 1)
        degree = graph.degree.astype(np.float64)
        if graph.continuous:
            onward, back = 2.0 / degree, np.ones_like(degree)
        else:
            onward = back = np.where(degree > 1.0, 1.0 / np.maximum(degree - 1.0, 1.0), 0.0)
        origin, reverse = graph.origin, np.arange(graph.origin.size) ^ 1
        lines = np.cumsum(self._delay) - self._delay
        held = np.zeros((int(self._delay.sum()), moments))
        reached = np.zeros(half.size)
        for step in range(steps + 1):
            slot = lines + step % self._delay
            arrived = np.einsum("hij,hj->hi", self._shift, held[slot])
            some = slice(first_pulse[step], first_pulse[step + 1])
            arrived[pulses[0][some]] += pulses[1][some]
            at_node = np.add.reduceat(arrived[graph.leaving ^ 1], graph.first[:-1], axis=0)
            leaving = onward[origin, None] * at_node[origin] - back[origin, None] * arrived[reverse]
            if step == 0:
                leaving[:, 0] += np.bincount(*departing, minlength=origin.size)
            held[slot] = leaving
            count = int(np.searchsorted(ahead, h - step * self._step, side="left"))
            u = (ahead[:count] + step * self._step) / h
            entered = leaving[half[:count]]
            for j, factor in enumerate(factors):
                reached[:count] += entered[:, j] * _polynomial(u, factor)
            if step % 16 == 0:
                report(step / (steps + 1))
        return np.asarray(total + np.bincount(place, reached, minlength=total.size))

    def _pulses(
        self, half: Integers, distance: Floats, share: Floats, steps: int
    ) -> Tuple[Tuple[Integers, Floats], Integers]:
        """Arrivals by step and half-edge with their moments, and where each step begins."""
        near = distance < self._graph.bandwidth
        half, distance, share = half[near], distance[near], share[near]
        step = np.rint(distance / self._step).astype(np.int64)
        ahead = distance - step * self._step
        key, same = np.unique(step * self._delay.size + half, return_inverse=True)
        same = np.asarray(same).reshape(-1)
        sums = np.column_stack(
            [
                np.bincount(same, share * ahead**j, minlength=key.size)
                for j in range(self._moments)
            ]
        ).astype(np.float64)
        begins = np.searchsorted(key, np.arange(steps + 2) * self._delay.size)
        return (key % self._delay.size, sums), begins


def _checked_places(
    network: StreetNetwork, edge: ArrayLike, offset: ArrayLike
) -> Tuple[Integers, Floats]:
    edges = np.atleast_1d(np.asarray(edge, dtype=np.int64))
    offsets = np.atleast_1d(np.asarray(offset, dtype=np.float64))
    if edges.shape != offsets.shape:
        raise AnalysisError(
            "There must be one edge and one offset for each place, but there are {edges} edges "
            "and {offsets} offsets.",
            edges=edges.size,
            offsets=offsets.size,
        )
    on = edges >= 0
    if edges.size and edges.max() >= network.edges:
        raise AnalysisError("A place lies on an edge that the network does not have.")
    length = network.edge_length[edges[on]]
    if np.any(~(offsets[on] >= -1e-6)) or np.any(offsets[on] > length + 1e-6):
        raise AnalysisError("A place lies beyond the end of its street.")
    clipped = offsets.copy()
    clipped[on] = np.clip(offsets[on], 0.0, length)
    return edges, clipped


def _gathered(edge: Integers, offset: Floats, share: Floats) -> Tuple[Integers, Floats, Floats]:
    order = np.lexsort((offset, edge))
    edge, offset, share = edge[order], offset[order], share[order]
    new = np.ones(edge.size, dtype=bool)
    new[1:] = (edge[1:] != edge[:-1]) | (offset[1:] != offset[:-1])
    place = np.cumsum(new) - 1
    together = np.bincount(place, share, minlength=int(new.sum())).astype(np.float64)
    return edge[new], offset[new], together
