"""Where one kind of event is common for the number of others, or of people (dual density).

The log relative risk is log(f / g), with f the density of cases and g that of controls (another
category, or all events) or of population, each scaled to total 1 over the area (Kelsall &
Diggle 1995). Both are estimated with the same bandwidth, so that biases cancel, and with the
uniform edge correction.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import ArrayLike

from .errors import AnalysisError
from .grid import Floats, RasterGrid
from .kernel_density import PER_KM2, density_on_grid
from .kernel_sums import kernel_sums
from .kernels import kernel_named
from .monte_carlo import p_two_sided
from .points import checked_bandwidth, checked_points, checked_weights
from .progress import Progress, part
from .window import Window


@dataclass(frozen=True)
class RelativeRisk:
    """Surfaces of the grid's shape; NaN outside the window and where controls are too few.

    ``log_risk``: log(f / g), natural logarithm; 0 is the area's own proportion.
    ``cases``, ``controls``: edge-corrected densities per km² (weights per km² for population).
    ``rate``: cases per unit of control weight (cases per inhabitant, per other event).
    ``p``: two-sided Monte Carlo p per cell, None when no simulations were asked for.
    """

    log_risk: Floats
    cases: Floats
    controls: Floats
    rate: Floats
    p: Optional[Floats]


def relative_risk(
    case_x: ArrayLike,
    case_y: ArrayLike,
    control_x: ArrayLike,
    control_y: ArrayLike,
    grid: RasterGrid,
    bandwidth: float,
    *,
    kernel: str = "gaussian",
    control_weights: Optional[ArrayLike] = None,
    window: Optional[Window] = None,
    least_controls: float = 0.0,
    simulations: int = 0,
    seed: int = 1,
    progress: Optional[Progress] = None,
) -> RelativeRisk:
    """Log relative risk of cases against controls on a grid.

    Coordinates in metres, ``bandwidth`` as in :func:`~.kernel_density.density_on_grid`.
    ``control_weights``: inhabitants (or another measure) at each control place; without them
    controls are single events.
    ``window``: the observed area for the edge correction; without it nothing is corrected.
    ``least_controls``: leave out cells whose kernel reaches fewer controls (in weight) than
    this; the kernel's effective area is 1 / ∫k².
    ``simulations``: number of random labellings (controls as events: which of all events are
    the cases is permuted) or random draws (with weights: as many cases are drawn at the
    control places, in proportion to the weights). ``seed`` makes them repeatable.

    Raises AnalysisError when there are no cases or no controls (inside the window).
    """
    cx, cy = checked_points(case_x, case_y)
    gx, gy = checked_points(control_x, control_y)
    ws = checked_weights(control_weights, gx.size)
    shape, h = kernel_named(kernel), checked_bandwidth(bandwidth)
    if simulations < 0:
        raise AnalysisError("The number of simulations cannot be negative.")
    if window is not None:
        inside = window.contains(cx, cy)
        cx, cy = cx[inside], cy[inside]
        inside = window.contains(gx, gy)
        gx, gy, ws = gx[inside], gy[inside], None if ws is None else ws[inside]
    if cx.size == 0:
        raise AnalysisError("There are no cases in the area, so no risk can be compared.")
    total = float(gx.size if ws is None else ws.sum())
    if total <= 0.0:
        raise AnalysisError(
            "There are no controls (or no population) in the area, so no risk can be compared."
        )
    edge = "none" if window is None else "uniform"
    cases = density_on_grid(
        cx, cy, grid, h, kernel=kernel, edge=edge, window=window,
        progress=part(progress, 0.0, 0.1 if simulations else 0.5),
    )
    controls = density_on_grid(
        gx, gy, grid, h, kernel=kernel, weights=ws, edge=edge, window=window,
        progress=part(progress, 0.1 if simulations else 0.5, 0.2 if simulations else 1.0),
    )
    reached = controls / PER_KM2 * _effective_area(kernel) * h * h
    with np.errstate(divide="ignore", invalid="ignore"):
        known = (reached >= least_controls) & (controls > 0.0)
        ratio = np.where(known, cases / controls, np.nan)
        log_risk = np.log(ratio) - np.log(np.nansum(cases) / np.nansum(controls))
    p = None
    if simulations:
        # The edge correction is the same in f and g of every simulation: it cancels in their
        # ratio but for the totals, so that plain sums tell which labellings reach the observed.
        x, y = np.concatenate((cx, gx)), np.concatenate((cy, gy))
        rng = np.random.default_rng(seed)
        at_least = np.zeros(grid.shape)
        at_most = np.zeros(grid.shape)
        report = part(progress, 0.2, 1.0)
        observed = kernel_sums(grid, cx, cy, None, shape, h)
        near = 1e-12 * float(observed.max())
        for number in range(simulations):
            if ws is None:
                chosen = rng.permutation(x.size)[: cx.size]
                simulated = kernel_sums(grid, x[chosen], y[chosen], None, shape, h)
            else:
                drawn = rng.multinomial(cx.size, ws / total).astype(np.float64)
                some = drawn > 0
                simulated = kernel_sums(grid, gx[some], gy[some], drawn[some], shape, h)
            # With labels, f / g rises with f since f + g is fixed; with weights g is fixed.
            at_least += simulated >= observed - near
            at_most += simulated <= observed + near
            report((number + 1) / simulations)
        p = p_two_sided(at_least, at_most, simulations)
        p[~known] = np.nan
    return RelativeRisk(log_risk, cases, controls, ratio, p)


def _effective_area(kernel: str) -> float:
    """1 / ∫k² for bandwidth 1: the area of an even kernel that averages as many events."""
    power = kernel_named(kernel).power
    if power is not None:
        return float(np.pi * (2 * power + 1) / (power + 1) ** 2)
    return {"gaussian": 4.0 * np.pi, "triangular": 2.0 * np.pi / 3.0}[kernel]
