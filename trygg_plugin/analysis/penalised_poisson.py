"""Poisson regression that selects: elastic net by coordinate descent (Friedman et al. 2010).

Minimises, over an intercept a and coefficients b, with cells weighted by how many they stand for,

    −(1/n) Σ (y η − m exp η) + λ (α Σ|b| + (1 − α)/2 Σ b²),   η = a + X b,

where b belongs to columns scaled to standard deviation 1. Rows of X that are equal can be given
once, with their number m and summed count y: the likelihood is the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import NDArray

from .errors import AnalysisError
from .grid import Floats
from .progress import Progress, part


@dataclass(frozen=True)
class PoissonTable:
    """Distinct rows of a design: ``x`` (g, p), how many cells have them, and their events (g)."""

    x: Floats
    cells: Floats
    events: Floats


def table_of(x: Floats, counts: Floats) -> PoissonTable:
    """Gather equal rows of a design (n, p) and their counts (n)."""
    patterns, place = np.unique(x, axis=0, return_inverse=True)
    place = np.asarray(place).reshape(-1)
    size = len(patterns)
    return PoissonTable(
        patterns,
        np.bincount(place, minlength=size).astype(np.float64),
        np.bincount(place, counts, minlength=size).astype(np.float64),
    )


@dataclass(frozen=True)
class PoissonFit:
    """``intercept`` and ``coefficients`` (p) on the scale of the design, and the log-likelihood
    without its constant (Σ log y!)."""

    intercept: float
    coefficients: Floats
    log_likelihood: float

    def linear(self, x: Floats) -> Floats:
        return np.asarray(self.intercept + x @ self.coefficients)


def elastic_net(
    table: PoissonTable,
    penalty: float,
    *,
    l1_share: float = 1.0,
    non_negative: bool = False,
    start: Optional[PoissonFit] = None,
    scale: Optional[Floats] = None,
    tolerance: float = 1e-9,
) -> PoissonFit:
    """Fit for one penalty λ >= 0; ``l1_share`` is α. λ = 0 is plain maximum likelihood.

    ``non_negative``: no coefficient below 0. ``scale``: standard deviations of the columns, for
    a fit within cross-validation; by default the table's own. ``tolerance``: greatest change of
    a scaled coefficient in the last step.
    """
    n = float(table.cells.sum())
    total = float(table.events.sum())
    if total <= 0.0:
        raise AnalysisError("There are no events, so that nothing can be estimated.")
    sd = column_scale(table) if scale is None else scale
    used = sd > 0.0
    x = np.column_stack((np.ones(table.cells.size), table.x[:, used] / sd[used]))
    b = np.zeros(x.shape[1])
    b[0] = np.log(total / n)
    if start is not None:
        b[0], b[1:] = start.intercept, start.coefficients[used] * sd[used]
    lasso, ridge = penalty * l1_share, penalty * (1.0 - l1_share)

    def objective(candidate: Floats) -> float:
        eta = np.clip(x @ candidate, -30.0, 30.0)
        fit = float(table.events @ eta - table.cells @ np.exp(eta)) / n
        size = np.abs(candidate[1:])
        return -fit + lasso * float(size.sum()) + 0.5 * ridge * float(size @ size)

    value = objective(b)
    for _ in range(100):
        eta = np.clip(x @ b, -30.0, 30.0)
        mean = table.cells * np.exp(eta)
        gram = (x * (mean / n)[:, None]).T @ x
        towards = gram @ b + x.T @ (table.events - mean) / n
        # Far from the solution a full step may overshoot: it is halved until it helps.
        step = _descend(gram, towards, b.copy(), lasso, ridge, non_negative, 0.01 * tolerance) - b
        for _ in range(20):
            candidate = b + step
            found = objective(candidate)
            if found <= value + 1e-14 * abs(value):
                break
            step = 0.5 * step
        else:
            break
        moved = float(np.max(np.abs(step)))
        b, value = candidate, found
        if moved < tolerance:
            break
    coefficients = np.zeros(sd.size)
    coefficients[used] = b[1:] / sd[used]
    eta = np.clip(x @ b, -30.0, 30.0)
    likelihood = float(table.events @ eta - table.cells @ np.exp(eta))
    return PoissonFit(float(b[0]), coefficients, likelihood)


def _descend(
    gram: Floats,
    towards: Floats,
    b: Floats,
    lasso: float,
    ridge: float,
    non_negative: bool,
    tolerance: float,
) -> Floats:
    """Minimise ½ b'Gb − t'b + penalties, one coefficient after the other; column 0 is free."""
    gradient = gram @ b
    diagonal = np.diag(gram).copy()
    every = np.flatnonzero(diagonal > 0.0)
    active = every
    for sweep in range(2_000):
        largest = 0.0
        for j in active:
            old = b[j]
            pull = towards[j] - gradient[j] + diagonal[j] * old
            if j == 0:
                new = pull / diagonal[0]
            else:
                bound = pull - lasso if non_negative else abs(pull) - lasso
                new = max(bound, 0.0) / (diagonal[j] + ridge)
                if not non_negative and pull < 0.0:
                    new = -new
            if new != old:
                gradient += gram[j] * (new - old)
                b[j] = new
                largest = max(largest, abs(new - old) * np.sqrt(diagonal[j]))
        if largest < tolerance:
            if active.size == every.size:
                break
            active = every
            continue
        if sweep % 4 == 3:
            # Layers that nest in each other make the sweeps creep; once it is clear which
            # coefficients are in, the rest is one set of equations.
            settled = _solved(gram, towards, b, every, lasso, ridge, non_negative)
            if settled is not None:
                return settled
        active = every if sweep % 5 == 4 else every[(b[every] != 0.0) | (every == 0)]
    return b


def _solved(
    gram: Floats, towards: Floats, b: Floats, every: NDArray[np.int64], lasso: float,
    ridge: float, non_negative: bool,
) -> Optional[Floats]:
    """The minimum of :func:`_descend`, if exactly the coefficients that are not 0 now are in it."""
    own = every[(b[every] != 0.0) | (every == 0)]
    sign = np.where(own == 0, 0.0, np.sign(b[own]))
    equations = gram[np.ix_(own, own)] + np.diag(np.where(own == 0, 0.0, ridge))
    try:
        values = np.linalg.solve(equations, towards[own] - lasso * sign)
    except np.linalg.LinAlgError:
        return None
    if not np.isfinite(values).all() or (values * sign < 0.0).any():
        return None
    answer = np.zeros_like(b)
    answer[own] = values
    out = every[(b[every] == 0.0) & (every != 0)]
    pull = towards[out] - gram[out] @ answer
    slack = 1e-9 * (1.0 + float(np.abs(towards).max()))
    reached = pull if non_negative else np.abs(pull)
    return answer if (reached <= lasso + slack).all() else None


def column_scale(table: PoissonTable) -> Floats:
    """Standard deviation of each column over the cells (p)."""
    share = table.cells / table.cells.sum()
    mean = share @ table.x
    scale = np.sqrt(share @ (table.x - mean) ** 2)
    # What rounding leaves of a constant column is no spread.
    scale[scale <= 1e-12 * np.max(np.abs(table.x), axis=0, initial=0.0)] = 0.0
    return np.asarray(scale)


@dataclass(frozen=True)
class CrossValidation:
    """Penalties tried, from strong to weak, and the mean deviance per cell on left-out cells with
    its standard error; ``best`` is the number of the penalty with the least deviance."""

    penalties: Floats
    deviance: Floats
    error: Floats
    best: int


def cross_validated(
    x: Floats,
    counts: Floats,
    *,
    l1_share: float = 1.0,
    non_negative: bool = False,
    folds: int = 10,
    seed: int = 1,
    penalties: int = 40,
    progress: Optional[Progress] = None,
) -> CrossValidation:
    """Try a row of penalties by leaving out one fold of cells at a time (``seed`` draws them)."""
    report = part(progress, 0.0, 1.0)
    report(0.0)
    table = table_of(x, counts)
    scale = column_scale(table)
    used = scale > 0.0
    residual = table.events - table.cells * (table.events.sum() / table.cells.sum())
    pull = (table.x[:, used] / scale[used]).T @ residual / table.cells.sum()
    strongest = float(np.max(pull if non_negative else np.abs(pull), initial=0.0))
    if strongest <= 0.0:
        return CrossValidation(np.array([1.0]), np.array([np.nan]), np.array([np.nan]), 0)
    # A hair more than the least penalty that keeps nothing, so that rounding keeps nothing too.
    row = (1.0 + 1e-9) * strongest / max(l1_share, 1e-3) * np.geomspace(1.0, 1e-3, penalties)
    fold = fold_of_cells(counts.size, folds, seed)
    deviance = np.full((folds, penalties), np.nan)
    for number in range(folds):
        out = fold == number
        train = table_of(x[~out], counts[~out])
        if train.events.sum() <= 0.0:
            continue
        test = table_of(x[out], counts[out])
        seen = counts[out]
        perfect = 2.0 * float(np.sum(seen * np.log(np.maximum(seen, 1.0)) - seen))
        fit: Optional[PoissonFit] = None
        for k, penalty in enumerate(row):
            fit = elastic_net(
                train, float(penalty), l1_share=l1_share, non_negative=non_negative,
                start=fit, scale=scale, tolerance=1e-5,
            )
            eta = np.clip(fit.linear(test.x), -30.0, 30.0)
            likelihood = float(test.events @ eta - test.cells @ np.exp(eta))
            deviance[number, k] = (perfect - 2.0 * likelihood) / seen.size
            # Weaker penalties fit the noise: once prediction has got much worse, no need to go on.
            least = int(np.nanargmin(deviance[number]))
            if k - least > 8 and deviance[number, k] > 1.05 * deviance[number, least]:
                deviance[number, k + 1 :] = deviance[number, k]
                break
            report((number + k / penalties) / folds)
    mean = np.nanmean(deviance, axis=0)
    error = np.nanstd(deviance, axis=0) / np.sqrt(folds)
    report(1.0)
    return CrossValidation(row, mean, error, int(np.argmin(mean)))


def fold_of_cells(n: int, folds: int, seed: int) -> NDArray[np.int64]:
    """Fold (0 to folds − 1) of each of n cells: equally many in each, drawn with a seed."""
    if not 2 <= folds <= n:
        raise AnalysisError(
            "Cross-validation needs 2 folds or more, and a cell for each, but has {folds} folds "
            "for {n} cells.",
            folds=folds,
            n=n,
        )
    return np.asarray(np.random.default_rng(seed).permutation(n) % folds, dtype=np.int64)
