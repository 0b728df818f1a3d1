"""Suggestions for the bandwidth of a kernel density, each with its name and its reason.

No rule is right for all questions: rules that follow the data's spread (Scott) show the large
pattern, rules that predict left-out events (likelihood) or assume clustered events (Diggle)
show single streets. Each gives a standard deviation; :meth:`Bandwidth.radius` turns it into
the bandwidth of any kernel of equal smoothness.
"""

from __future__ import annotations

import contextlib
import math
from dataclasses import dataclass
from typing import Callable, Dict, List, Optional, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .kernels import KERNELS, Floats, kernel_named
from .points import checked_points
from .progress import Progress, part
from .suggestion import N_
from .window import Window

# Cross-validation compares all pairs of events; from larger sets a seeded sample is drawn.
MOST_FOR_LIKELIHOOD = 3_000
MOST_FOR_K_FUNCTION = 5_000
MOST_FOR_NEIGHBOURS = 100_000


@dataclass(frozen=True)
class Bandwidth:
    """One suggestion.

    ``method``: scott, likelihood, diggle or neighbours. ``standard_deviation``: metres, of the
    kernel along one axis. ``template`` and ``values``: an English sentence on how it was found.
    """

    method: str
    standard_deviation: float
    template: str
    values: Dict[str, object]

    @property
    def reason(self) -> str:
        return self.template.format(**self.values)

    def radius(self, kernel: str = "quartic") -> float:
        """Bandwidth (m) for a kernel: radius R, or the Gaussian's standard deviation."""
        return self.standard_deviation / kernel_named(kernel).sd


def scott(x: ArrayLike, y: ArrayLike) -> Bandwidth:
    """Scott's rule (1992, p. 152): spread · n^(−1/6), geometric mean of both axes."""
    xs, ys = _spread_points(x, y)
    factor = xs.size ** (-1.0 / 6.0)
    along_x, along_y = factor * xs.std(ddof=1), factor * ys.std(ddof=1)
    # Events on one line along an axis have no spread across it.
    both = math.sqrt(along_x * along_y) if min(along_x, along_y) > 0 else max(along_x, along_y)
    return Bandwidth(
        "scott",
        float(both),
        N_("Scott's rule: the spread of {n} events, shrunk as their number grows."),
        {"n": xs.size},
    )


def likelihood_cross_validation(
    x: ArrayLike,
    y: ArrayLike,
    *,
    window: Optional[Window] = None,
    by_place: bool = False,
    seed: int = 1,
    progress: Optional[Progress] = None,
) -> Bandwidth:
    """Bandwidth under which the other events best predict each event (Loader 1999, section 5.3).

    Maximises Σ log f₋ᵢ(xᵢ) of a Gaussian density, over bandwidths from the least distance
    between two places to half the events' extent. With a window, Diggle's edge correction is
    used, which keeps the total. ``by_place`` leaves out all events of a place together when
    one of them is predicted: where nearly all events repeat at the same places, as in data
    moved to crossings, they would otherwise drive the bandwidth to 0. Above 3,000 events a
    sample (``seed``) is used and the result shrunk by (sample / n)^(1/6).
    """
    xs, ys = _spread_points(x, y, window)
    n = xs.size
    xs, ys = _sample(xs, ys, MOST_FOR_LIKELIHOOD, seed)
    report = part(progress, 0.0, 1.0)
    report(0.0)
    places, weights = _places(xs, ys)
    square = _squared_distances(places)
    np.fill_diagonal(square, np.inf)
    nearest = float(np.sqrt(square.min()))
    # How many other events each event meets at its own place.
    company = np.zeros(len(places)) if by_place else weights - 1.0
    widest = 0.5 * float(np.hypot(np.ptp(xs), np.ptp(ys)))
    low, high = math.log(nearest), math.log(max(widest, 1.001 * nearest))
    gaussian = KERNELS["gaussian"]

    def likelihood(log_sigma: float) -> float:
        sigma = math.exp(log_sigma)
        mass = np.ones(len(places))
        if window is not None:
            mass = window.kernel_mass(places[:, 0], places[:, 1], gaussian, sigma)
        density = np.exp(square * (-0.5 / (sigma * sigma))) @ (weights / mass) + company / mass
        with np.errstate(divide="ignore"):
            logs = np.log(density) - 2.0 * log_sigma
        return float(np.sum(weights * logs))

    steps = np.linspace(low, high, 24)
    scores = []
    for number, step in enumerate(steps):
        scores.append(likelihood(float(step)))
        report(0.7 * number / len(steps))
    best = int(np.argmax(scores))
    log_sigma = _highest(
        likelihood, float(steps[max(best - 1, 0)]), float(steps[min(best + 1, len(steps) - 1)])
    )
    report(1.0)
    return Bandwidth(
        "likelihood",
        math.exp(log_sigma) * (xs.size / n) ** (1.0 / 6.0),
        N_("Likelihood cross-validation: {n} events, each predicted best by the others."),
        {"n": n},
    )


def diggle_mse(
    x: ArrayLike,
    y: ArrayLike,
    *,
    window: Optional[Window] = None,
    by_place: bool = False,
    seed: int = 1,
    steps: int = 512,
) -> Bandwidth:
    """Bandwidth with the least mean square error for clustered events (Berman & Diggle 1989).

    Assumes a Cox process. M(r) = (1/λ − 2 K(r)) / (πr²) + J(r) / (πr²)², with Ripley's K
    (translation correction in the window, by default the events' bounding box) and J the mean
    overlap of two discs of radius r; the standard deviation is r/2. K is taken at ``steps``
    distances up to a quarter of the window's shorter side. Above 5,000 events K comes from a
    sample (``seed``): it does not depend on how many events are drawn. ``by_place`` counts
    events at one place once, for the same reason as in :func:`likelihood_cross_validation`.
    """
    xs, ys = _spread_points(x, y, window)
    if by_place:
        xs, ys = _places(xs, ys)[0].T
    n = xs.size
    area = window if window is not None else _bounding_box(xs, ys)
    x_min, y_min, x_max, y_max = area.bounds
    intensity = n / area.area
    xs, ys = _sample(xs, ys, MOST_FOR_K_FUNCTION, seed)
    from scipy.spatial import cKDTree

    drawn = xs.size / area.area
    farthest = min(0.25 * min(x_max - x_min, y_max - y_min), math.sqrt(1000.0 / (math.pi * drawn)))
    pairs = cKDTree(np.column_stack((xs, ys))).query_pairs(farthest, output_type="ndarray")
    dx = xs[pairs[:, 0]] - xs[pairs[:, 1]]
    dy = ys[pairs[:, 0]] - ys[pairs[:, 1]]
    if dx.size == 0:
        raise AnalysisError(
            "Diggle's rule finds no two events within {distance:.0f} m of each other; "
            "there are too few events for it.",
            distance=farthest,
        )
    # K(r) = |W| / (n (n − 1)) Σ |W| / |W ∩ W shifted|, over ordered pairs closer than r.
    shares = 2.0 * area.area / area.overlap(dx, dy)
    r = np.linspace(0.0, farthest, steps)
    step = np.searchsorted(r, np.hypot(dx, dy), side="left")
    grown = np.bincount(np.minimum(step, steps - 1), shares, minlength=steps).astype(np.float64)
    grown = grown * (area.area / (xs.size * (xs.size - 1.0)))
    k = np.cumsum(grown)
    used = np.flatnonzero(r <= farthest / 2.0)[1:]
    radius = r[used][:, None]
    middle = np.minimum(1.0, np.append(0.0, 0.5 * (r[1:] + r[:-1])) / (2.0 * radius))
    overlap = 2.0 * radius**2 * (np.arccos(middle) - middle * np.sqrt(1.0 - middle**2))
    j = overlap @ grown
    disc = math.pi * r[used] ** 2
    error = (1.0 / intensity - 2.0 * k[used]) / disc + j / disc**2
    return Bandwidth(
        "diggle",
        0.5 * float(r[used][np.argmin(error)]),
        N_("Diggle's rule: least mean square error if the {n} events form clusters."),
        {"n": n},
    )


def mean_neighbour_distance(
    x: ArrayLike, y: ArrayLike, k: int = 15, *, seed: int = 1
) -> Bandwidth:
    """Mean distance to the k-th nearest event, meant as the radius of a quartic kernel.

    (Williamson, McLafferty, Goldsmith et al. 1999.) An event is not its own neighbour; others at
    the same place are. Above 100,000 events the mean is taken over a sample (``seed``).
    """
    from scipy.spatial import cKDTree

    xs, ys = _spread_points(x, y)
    if not 1 <= k < xs.size:
        raise AnalysisError(
            "The number of neighbours must lie between 1 and {most} for {n} events, but is {k}.",
            most=xs.size - 1,
            n=xs.size,
            k=k,
        )
    tree = cKDTree(np.column_stack((xs, ys)))
    from_x, from_y = _sample(xs, ys, MOST_FOR_NEIGHBOURS, seed)
    distance = tree.query(np.column_stack((from_x, from_y)), k=[k + 1])[0]
    mean = float(distance.mean())
    if mean == 0.0:
        raise AnalysisError(
            "Each event shares its place with at least {k} others; choose more neighbours.", k=k
        )
    return Bandwidth(
        "neighbours",
        mean * KERNELS["quartic"].sd,
        N_("Mean distance from an event to its neighbour number {k}."),
        {"k": k},
    )


def suggestions(
    x: ArrayLike,
    y: ArrayLike,
    *,
    window: Optional[Window] = None,
    seed: int = 1,
    progress: Optional[Progress] = None,
) -> List[Bandwidth]:
    """All suggestions that the data allow, in the order scott, neighbours, likelihood, diggle.

    Where more than half of the events repeat a place, the last two work by place.
    """
    xs, ys = _spread_points(x, y, window)
    by_place = 2 * len(_places(xs, ys)[0]) < xs.size
    found = [scott(xs, ys)]
    with contextlib.suppress(AnalysisError):
        found.append(mean_neighbour_distance(xs, ys, min(15, xs.size - 1), seed=seed))
    found.append(
        likelihood_cross_validation(
            xs, ys, window=window, by_place=by_place, seed=seed, progress=part(progress, 0.1, 0.8)
        )
    )
    with contextlib.suppress(AnalysisError):
        found.append(diggle_mse(xs, ys, window=window, by_place=by_place, seed=seed))
    part(progress, 0.0, 1.0)(1.0)
    return found


def _spread_points(
    x: ArrayLike, y: ArrayLike, window: Optional[Window] = None
) -> Tuple[Floats, Floats]:
    xs, ys = checked_points(x, y)
    if window is not None:
        inside = window.contains(xs, ys)
        xs, ys = xs[inside], ys[inside]
    if xs.size < 2:
        raise AnalysisError(
            "A bandwidth can be suggested from 2 events or more, but there are {n}; "
            "give a bandwidth yourself.",
            n=xs.size,
        )
    if np.ptp(xs) == 0.0 and np.ptp(ys) == 0.0:
        raise AnalysisError(
            "All {n} events lie in one place, so no bandwidth can be suggested; "
            "give a bandwidth yourself.",
            n=xs.size,
        )
    return xs, ys


def _sample(x: Floats, y: Floats, most: int, seed: int) -> Tuple[Floats, Floats]:
    if x.size <= most:
        return x, y
    some = np.sort(np.random.default_rng(seed).choice(x.size, most, replace=False))
    return x[some], y[some]


def _places(x: Floats, y: Floats) -> Tuple[Floats, NDArray[np.int64]]:
    """Distinct places (k, 2), and how many events each has."""
    places, counts = np.unique(np.column_stack((x, y)), axis=0, return_counts=True)
    return places, counts


def _squared_distances(places: Floats) -> Floats:
    from scipy.spatial.distance import pdist, squareform

    return np.asarray(squareform(pdist(places, "sqeuclidean")))


def _bounding_box(x: Floats, y: Floats) -> Window:
    if np.ptp(x) == 0.0 or np.ptp(y) == 0.0:
        raise AnalysisError("All events lie on one line, so Diggle's rule has no area to work on.")
    return Window.rectangle(x.min(), y.min(), x.max(), y.max())


def _highest(function: Callable[[float], float], low: float, high: float) -> float:
    """Argument of the maximum between two values, by golden section, to 0.001."""
    golden = 0.5 * (math.sqrt(5.0) - 1.0)
    a, b = high - golden * (high - low), low + golden * (high - low)
    at_a, at_b = function(a), function(b)
    while high - low > 1e-3:
        if at_a >= at_b:
            high, b, at_b = b, a, at_a
            a = high - golden * (high - low)
            at_a = function(a)
        else:
            low, a, at_a = a, b, at_b
            b = low + golden * (high - low)
            at_b = function(b)
    return 0.5 * (low + high)
