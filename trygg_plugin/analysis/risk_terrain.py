"""Which features of the place go with events, and how risky each cell is for them.

Risk terrain modelling (Caplan & Kennedy 2010; Kennedy, Caplan, Piza & Buccine-Schraeder 2016):
each risk factor (bars, stops, parks …) becomes layers on a grid, *proximity* (the cell lies
within a distance of one) and *density* (there are unusually many about, more than the mean plus
two standard deviations), each for several distances. An elastic-net Poisson regression with
cross-validation keeps the layers that predict events; from these a stepwise search picks at most
one layer per factor, by the BIC that also counts how many layers were tried (Chen & Chen 2008),
since among many layers of an innocent factor one fits by chance. exp(coefficient) is a layer's
relative risk value; a cell's score is the product of the values of its layers, 1 where there are
none.

It is a statement on places, not on causes: a factor may stand for something beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional, Sequence, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError
from .grid import Floats, RasterGrid
from .kernel_sums import kernel_sums
from .kernels import KERNELS
from .penalised_poisson import (
    CrossValidation,
    PoissonFit,
    PoissonTable,
    cross_validated,
    elastic_net,
    table_of,
)
from .points import checked_points
from .progress import Progress, part
from .window import Window

LEAST_EVENTS = 20


@dataclass(frozen=True)
class RiskFactor:
    """Places of one kind. ``x``, ``y``: metres. ``kinds``: proximity, density, or both."""

    name: str
    x: ArrayLike
    y: ArrayLike
    kinds: Tuple[str, ...] = ("proximity", "density")


@dataclass(frozen=True)
class RiskLayer:
    """A factor seen one way: ``factor`` name, ``kind``, ``extent`` in metres, and its cells."""

    factor: str
    kind: str
    extent: float
    cells: NDArray[np.bool_]


@dataclass(frozen=True)
class RiskValue:
    """A chosen layer: relative risk value with its 95 % interval (quasi-Poisson).

    ``share_of_cells`` and ``share_of_events``: how much of the area and of the events it holds.
    """

    factor: str
    kind: str
    extent: float
    relative_risk: float
    low: float
    high: float
    share_of_cells: float
    share_of_events: float


@dataclass(frozen=True)
class RiskTerrain:
    """The result.

    ``values``: chosen layers, riskiest first; empty when no factor helps to predict the events.
    ``score``: relative risk score per cell, 1 for the least risky, NaN outside the window.
    ``expected``: events expected per cell by the model. ``base``: expected in a cell without
    any chosen layer. ``dispersion``: Pearson's chi-square per degree of freedom, 1 for Poisson
    counts. ``candidates``: layers tried; ``selected``: how many the elastic net kept.
    ``events``: events counted. ``bic`` and ``empty_bic``: extended BIC of the model and of one
    without layers.
    """

    values: Tuple[RiskValue, ...]
    score: Floats
    expected: Floats
    base: float
    dispersion: float
    candidates: int
    selected: int
    events: int
    bic: float
    empty_bic: float
    validation: CrossValidation


def risk_layers(
    factors: Sequence[RiskFactor],
    grid: RasterGrid,
    extents: Sequence[float],
    inside: NDArray[np.bool_],
    progress: Optional[Progress] = None,
) -> List[RiskLayer]:
    """All layers of all factors that tell some cells inside from others, without repeats.

    ``extents``: distances in metres. ``inside``: cells of the area, the grid's shape; a factor's
    places outside it count as well.
    """
    from scipy.spatial import cKDTree

    if len(extents) == 0 or not all(np.isfinite(e) and e > 0.0 for e in extents):
        raise AnalysisError("The distances of influence must be numbers above 0 metres.")
    names = [factor.name for factor in factors]
    if len(set(names)) < len(names):
        raise AnalysisError("Two risk factors have the same name; give each its own.")
    centre_x, centre_y = grid.centres()
    centres = np.column_stack((centre_x[inside], centre_y[inside]))
    layers: List[RiskLayer] = []
    seen = set()
    for number, factor in enumerate(factors):
        x, y = checked_points(factor.x, factor.y)
        unknown = [kind for kind in factor.kinds if kind not in ("proximity", "density")]
        if unknown:
            raise AnalysisError(
                "The risk factor {name} has an unknown kind of influence: {kind}.",
                name=factor.name,
                kind=unknown[0],
            )
        if x.size == 0:
            continue
        distance = cKDTree(np.column_stack((x, y))).query(centres)[0]
        for extent in extents:
            for kind in factor.kinds:
                if kind == "proximity":
                    cells = distance <= extent
                else:
                    density = kernel_sums(grid, x, y, None, KERNELS["quartic"], float(extent))
                    values = density[inside]
                    cells = values > values.mean() + 2.0 * values.std()
                signature = (factor.name, cells.tobytes())
                if cells.any() and not cells.all() and signature not in seen:
                    seen.add(signature)
                    layers.append(RiskLayer(factor.name, kind, float(extent), cells))
        part(progress, 0.0, 1.0)((number + 1) / len(factors))
    return layers


def risk_terrain(
    event_x: ArrayLike,
    event_y: ArrayLike,
    factors: Sequence[RiskFactor],
    grid: RasterGrid,
    *,
    extents: Optional[Sequence[float]] = None,
    window: Optional[Window] = None,
    l1_share: float = 0.5,
    folds: int = 10,
    seed: int = 1,
    aggravating: bool = True,
    progress: Optional[Progress] = None,
) -> RiskTerrain:
    """Select risk factors and score every cell.

    ``event_x``, ``event_y``: events in metres; those outside the grid or window are left out.
    ``extents``: distances of influence to try, metres; by default 1 to 4 cells.
    ``l1_share``: 1 selects hardest (lasso), towards 0 keeps correlated layers together.
    ``aggravating``: factors may only raise the risk. ``folds``, ``seed``: of the
    cross-validation; the same seed gives the same answer.

    Raises AnalysisError below 20 events, or when no factor tells cells apart.
    """
    xs, ys = checked_points(event_x, event_y)
    if not 0.0 <= l1_share <= 1.0:
        raise AnalysisError(
            "The share of the L1 penalty must lie between 0 and 1, but is {share}.",
            share=l1_share,
        )
    if not factors:
        raise AnalysisError("There are no risk factors; give at least one layer of places.")
    inside = np.ones(grid.shape, dtype=bool)
    if window is not None:
        centre_x, centre_y = grid.centres()
        inside = window.contains(centre_x.ravel(), centre_y.ravel()).reshape(grid.shape)
    cell = grid.cell_of(xs, ys)
    on_grid = np.bincount(cell[cell >= 0], minlength=grid.nx * grid.ny).astype(np.float64)
    counts = on_grid[inside.ravel()]
    events = int(counts.sum())
    if events < LEAST_EVENTS:
        raise AnalysisError(
            "A risk surface needs {least} events or more in the area, but there are {events}.",
            least=LEAST_EVENTS,
            events=events,
        )
    tried = tuple(grid.cell_size * k for k in (1, 2, 3, 4)) if extents is None else tuple(extents)
    layers = risk_layers(factors, grid, tried, inside, part(progress, 0.0, 0.2))
    if not layers:
        raise AnalysisError(
            "No risk factor tells cells apart: all cells are near one, or none is; change the "
            "distances or the cell size."
        )
    x = np.column_stack([layer.cells for layer in layers]).astype(np.float64)
    validation = cross_validated(
        x, counts, l1_share=l1_share, non_negative=aggravating, folds=folds, seed=seed,
        progress=part(progress, 0.2, 0.8),
    )
    table = table_of(x, counts)
    fit: Optional[PoissonFit] = None
    for penalty in validation.penalties[: validation.best + 1]:
        fit = elastic_net(
            table, float(penalty), l1_share=l1_share, non_negative=aggravating, start=fit
        )
    kept = [] if fit is None else [int(j) for j in np.flatnonzero(fit.coefficients)]
    chosen, bic, empty_bic = _stepwise(table, layers, kept, aggravating, part(progress, 0.8, 1.0))
    terrain = _terrain(x, counts, layers, chosen, aggravating, inside)
    values, score, expected, base, dispersion = terrain
    part(progress, 0.0, 1.0)(1.0)
    return RiskTerrain(
        values, score, expected, base, dispersion, len(layers), len(kept), events, bic, empty_bic,
        validation,
    )


def _stepwise(
    table: PoissonTable,
    layers: Sequence[RiskLayer],
    kept: Sequence[int],
    aggravating: bool,
    report: Progress,
) -> Tuple[List[int], float, float]:
    """Add, exchange or drop one layer at a time while the extended BIC (gamma = 1/2) falls."""
    n = table.cells.sum()

    def bic_of(columns: Sequence[int]) -> float:
        some = PoissonTable(table.x[:, list(columns)], table.cells, table.events)
        fit = _plain_fit(some, aggravating)
        if np.any(fit.coefficients == 0.0):
            return np.inf
        return float(
            -2.0 * fit.log_likelihood
            + (len(columns) + 1) * np.log(n)
            + len(columns) * np.log(len(layers))
        )

    chosen: List[int] = []
    best = empty = bic_of(chosen)
    for number in range(10 * len(kept) + 1):
        options = [[j for j in chosen if j != one] for one in chosen]
        for j in kept:
            if j not in chosen:
                others = [i for i in chosen if layers[i].factor != layers[j].factor]
                options.append(sorted([*others, j]))
        scores = [bic_of(option) for option in options]
        report(min(0.9, 0.1 * number))
        if not scores or min(scores) >= best - 1e-9:
            break
        best = min(scores)
        chosen = options[int(np.argmin(scores))]
    return chosen, best, empty


def _plain_fit(table: PoissonTable, aggravating: bool) -> PoissonFit:
    return elastic_net(table, 0.0, non_negative=aggravating)


def _risk(coefficient: float) -> float:
    """e^coefficient; beyond e^700 no number is left, so little is known of the layer then."""
    return float(np.exp(np.clip(coefficient, -700.0, 700.0)))


def _terrain(
    x: Floats,
    counts: Floats,
    layers: Sequence[RiskLayer],
    chosen: Sequence[int],
    aggravating: bool,
    inside: NDArray[np.bool_],
) -> Tuple[Tuple[RiskValue, ...], Floats, Floats, float, float]:
    design = x[:, list(chosen)]
    fit = _plain_fit(table_of(design, counts), aggravating)
    eta = np.clip(fit.linear(design), -30.0, 30.0)
    mean = np.exp(eta)
    freedom = max(counts.size - len(chosen) - 1, 1)
    dispersion = float(np.sum((counts - mean) ** 2 / mean)) / freedom
    full = np.column_stack((np.ones(counts.size), design))
    covariance = np.linalg.pinv((full * mean[:, None]).T @ full) * max(dispersion, 1.0)
    error = 1.96 * np.sqrt(np.diag(covariance))[1:]
    values = []
    for k, j in enumerate(chosen):
        b, cells = float(fit.coefficients[k]), layers[j].cells
        values.append(
            RiskValue(
                layers[j].factor,
                layers[j].kind,
                layers[j].extent,
                _risk(b),
                _risk(b - error[k]),
                _risk(b + error[k]),
                float(cells.mean()),
                float(counts[cells].sum() / counts.sum()),
            )
        )
    values.sort(key=lambda value: -value.relative_risk)
    expected, score = np.full(inside.shape, np.nan), np.full(inside.shape, np.nan)
    expected[inside] = mean
    score[inside] = np.exp(eta - eta.min())
    return tuple(values), score, expected, float(np.exp(fit.intercept)), dispersion
