"""Where events have become more or fewer between two periods: a surface with a test per cell.

The densities of both periods are compared per year, so that periods of different length are
fair to each other. Whether a cell's change is more than chance is asked of the events within
the radius round its centre: given their sum, the later count is binomial when nothing has
changed (Przyborowski & Wilenski 1940), which is exact for small numbers too. Cells with so few
events that not even the most extreme split could be significant are not tested (Tarone 1990),
and the rest share one false discovery rate (Benjamini & Hochberg 1995).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Optional, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .count_change import count_change
from .errors import AnalysisError
from .grid import Floats, RasterGrid
from .kernel_density import density_on_grid
from .kernel_sums import kernel_sums
from .kernels import KERNELS, kernel_named
from .points import checked_bandwidth, checked_points
from .progress import Progress, part
from .window import Window

DAYS_PER_YEAR = 365.25


@dataclass(frozen=True)
class ChangeSurface:
    """Arrays of the grid's shape; NaN outside the window.

    ``before``, ``after``: densities, events per km² and year. ``difference``: after − before.
    ``density_ratio``: after / before; NaN where the earlier density is 0.
    ``count_before``, ``count_after``: events within ``radius`` metres of the cell's centre.
    ``rate_ratio`` with its exact interval ``low``, ``high``: later over earlier rate of those
    counts (inf from nothing); NaN where not tested.
    ``p``, ``p_adjusted``: two-sided, and after false discovery rate over the tested cells; NaN
    where not tested. ``direction``: 1 more, −1 fewer, 0 no significant change or not tested.
    """

    before: Floats
    after: Floats
    difference: Floats
    density_ratio: Floats
    count_before: Floats
    count_after: Floats
    rate_ratio: Floats
    low: Floats
    high: Floats
    p: Floats
    p_adjusted: Floats
    direction: NDArray[np.int8]
    radius: float
    least_events: int

    @property
    def tested(self) -> NDArray[np.bool_]:
        return np.asarray(np.isfinite(self.p))


def change_surface(
    before_points: Tuple[ArrayLike, ArrayLike],
    after_points: Tuple[ArrayLike, ArrayLike],
    grid: RasterGrid,
    bandwidth: float,
    before_days: float,
    after_days: float,
    *,
    kernel: str = "quartic",
    before_weights: Optional[ArrayLike] = None,
    after_weights: Optional[ArrayLike] = None,
    edge: str = "none",
    window: Optional[Window] = None,
    confidence: float = 0.95,
    progress: Optional[Progress] = None,
) -> ChangeSurface:
    """Change of density between two periods.

    ``before_points``, ``after_points``: (x, y) of the events in metres. ``before_days``,
    ``after_days``: lengths of the periods. ``bandwidth``, ``kernel``, ``edge``, ``window``: as in
    :func:`~.kernel_density.density_on_grid`. Weights change the densities only: the test counts
    events. The radius of the counts is the kernel's R, for the Gaussian 2 standard deviations.

    Raises AnalysisError for a period without length or a confidence outside 0.5 to 1.
    """
    if not (before_days > 0 and after_days > 0 and math.isfinite(before_days + after_days)):
        raise AnalysisError("A period to compare has no length.")
    if not 0.5 <= confidence < 1.0:
        raise AnalysisError(
            "The confidence must lie between 0.5 and 1, but is {confidence}.",
            confidence=confidence,
        )
    shape, h = kernel_named(kernel), checked_bandwidth(bandwidth)
    radius = h if shape.name != "gaussian" else 2.0 * h
    densities, counts = [], []
    periods = (
        (before_points, before_weights, before_days),
        (after_points, after_weights, after_days),
    )
    for number, ((x, y), weights, days) in enumerate(periods):
        xs, ys = checked_points(x, y)
        density = density_on_grid(
            xs, ys, grid, h, kernel=kernel, weights=weights, edge=edge, window=window,
            progress=part(progress, 0.45 * number, 0.45 * number + 0.3),
        )
        densities.append(density * (DAYS_PER_YEAR / days))
        if window is not None:
            seen = window.contains(xs, ys)
            xs, ys = xs[seen], ys[seen]
        disc = kernel_sums(
            grid, xs, ys, None, KERNELS["uniform"], radius,
            part(progress, 0.45 * number + 0.3, 0.45 * number + 0.45),
        )
        counts.append(np.rint(disc * (math.pi * radius * radius)))
    before, after = densities
    share = after_days / (before_days + after_days)
    least = _least_events(share, 1.0 - confidence)
    tested = (counts[0] + counts[1] >= least) & np.isfinite(before)
    change = count_change(
        counts[0][tested], counts[1][tested], before_days, after_days, confidence
    )

    def surface(values: Floats) -> Floats:
        filled = np.full(grid.shape, np.nan)
        filled[tested] = values
        return filled

    direction = np.zeros(grid.shape, dtype=np.int8)
    direction[tested] = change.direction
    for count in counts:
        count[~np.isfinite(before)] = np.nan
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.where(before > 0.0, after / before, np.nan)
    part(progress, 0.0, 1.0)(1.0)
    return ChangeSurface(
        before=before,
        after=after,
        difference=after - before,
        density_ratio=ratio,
        count_before=counts[0],
        count_after=counts[1],
        rate_ratio=surface(change.ratio),
        low=surface(change.low),
        high=surface(change.high),
        p=surface(change.p),
        p_adjusted=surface(change.p_adjusted),
        direction=direction,
        radius=radius,
        least_events=least,
    )


def _least_events(share: float, alpha: float) -> int:
    """Least sum of both counts under which the most extreme split has a p of at most alpha."""
    return max(1, math.ceil(math.log(alpha / 2.0) / math.log(min(share, 1.0 - share)) - 1e-12))
