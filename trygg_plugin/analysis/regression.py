"""Least squares and quasi-Poisson regression with the errors that series and panels need.

QGIS brings no regression package, and none is needed: iteratively reweighted least squares
(McCullagh & Nelder 1989), sandwich errors clustered (Liang & Zeger 1986) or robust against
autocorrelation (Newey & West 1987).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Fit:
    """A fitted model with n rows and k columns.

    ``coefficients``: (k,). ``fitted``: (n,), means. ``bread``: (k, k), inverse information
    with dispersion 1. ``scores``: (n, k), residual times design: what sandwich errors are
    made of. ``dispersion``: Pearson's chi-square (or residual sum of squares) / (n - k);
    1 for Poisson counts, more where events come in clusters. ``deviance``: of the Poisson
    model, NaN for least squares.
    """

    coefficients: Floats
    fitted: Floats
    bread: Floats
    scores: Floats
    dispersion: float
    deviance: float

    @property
    def rows(self) -> int:
        """Number of observations."""
        return int(self.scores.shape[0])

    @property
    def columns(self) -> int:
        """Number of coefficients."""
        return int(self.scores.shape[1])

    def model_covariance(self, dispersion: Optional[float] = None) -> Floats:
        """Covariance for a variance of ``dispersion`` (else the estimate) times the mean."""
        return self.bread * (self.dispersion if dispersion is None else dispersion)

    def robust_covariance(self, lag: int = 0, times: Optional[ArrayLike] = None) -> Floats:
        """Newey-West covariance with Bartlett weights up to ``lag`` steps; 0 is White's.

        ``times``: (n,) step of each row; rows of the same step are summed first (several
        series side by side, Driscoll & Kraay 1998). Rows in time order unless given. No
        small-sample factor.
        """
        scores = self.scores
        if times is not None:
            step = np.asarray(times, dtype=np.int64)
            scores = np.zeros((int(step.max() - step.min()) + 1, self.columns))
            np.add.at(scores, step - step.min(), self.scores)
        meat = scores.T @ scores
        for distance in range(1, min(lag, scores.shape[0] - 1) + 1):
            cross = scores[distance:].T @ scores[:-distance]
            meat += (1.0 - distance / (lag + 1.0)) * (cross + cross.T)
        return np.asarray(self.bread @ meat @ self.bread)

    def clustered_covariance(self, cluster: ArrayLike) -> Floats:
        """Covariance when rows of a cluster depend on each other: factor G / (G - 1).

        ``cluster``: (n,) cluster of each row.
        """
        number, place = np.unique(np.asarray(cluster), return_inverse=True)
        if number.size < 2:
            raise AnalysisError("Clustered errors need at least two areas.")
        sums = np.zeros((number.size, self.columns))
        np.add.at(sums, place.ravel(), self.scores)
        factor = number.size / (number.size - 1.0)
        return np.asarray(factor * (self.bread @ (sums.T @ sums) @ self.bread))


def least_squares(design: ArrayLike, values: ArrayLike) -> Fit:
    """Ordinary least squares of (n,) values on an (n, k) design."""
    x, y = _checked(design, values)
    coefficients = np.linalg.lstsq(x, y, rcond=None)[0]
    fitted = x @ coefficients
    residual = y - fitted
    bread = np.linalg.inv(x.T @ x)
    dispersion = float(residual @ residual / (x.shape[0] - x.shape[1]))
    scores = x * residual[:, np.newaxis]
    return Fit(coefficients, fitted, bread, scores, dispersion, float("nan"))


def quasi_poisson(
    design: ArrayLike, counts: ArrayLike, exposure: Optional[ArrayLike] = None
) -> Fit:
    """Log-linear regression of (n,) counts on an (n, k) design.

    ``exposure``: (n,) above 0, what the counts are proportional to (days, places).
    Raises AnalysisError when columns cannot be told apart or the estimates run away (all
    counts zero in a group that has a coefficient of its own).
    """
    x, y = _checked(design, counts)
    if (y < 0).any():
        raise AnalysisError("Counts of events cannot be below 0.")
    if y.sum() <= 0:
        raise AnalysisError("There are no events, so that nothing can be estimated.")
    offset = np.zeros(y.size)
    if exposure is not None:
        given = np.asarray(exposure, dtype=np.float64)
        if given.shape != y.shape or not (np.isfinite(given).all() and (given > 0).all()):
            raise AnalysisError("The exposure needs one number above 0 per count.")
        offset = np.log(given)
    mean = y + 0.1 * max(y.mean(), 0.1)
    linear = np.log(mean)
    deviance = np.inf
    for _ in range(60):
        root = np.sqrt(mean)
        working = linear - offset + (y - mean) / mean
        coefficients = np.linalg.lstsq(x * root[:, np.newaxis], working * root, rcond=None)[0]
        linear = np.clip(x @ coefficients + offset, -40.0, 40.0)
        mean = np.exp(linear)
        before, deviance = deviance, _deviance(y, mean)
        if abs(before - deviance) <= 1e-14 * (abs(deviance) + 0.1):
            break
    if not np.isfinite(coefficients).all() or mean.min() < 1e-7 * y.mean():
        raise AnalysisError(
            "The model cannot be estimated: one of the groups or stretches of time that it "
            "compares has no events at all. Use longer periods or the weighted displacement "
            "difference."
        )
    bread = np.linalg.inv(x.T @ (x * mean[:, np.newaxis]))
    residual = y - mean
    dispersion = float(np.sum(residual**2 / mean) / (x.shape[0] - x.shape[1]))
    return Fit(coefficients, mean, bread, x * residual[:, np.newaxis], dispersion, deviance)


def _deviance(y: Floats, mean: Floats) -> float:
    logs = np.where(y > 0, y * np.log(np.where(y > 0, y, 1.0) / mean), 0.0)
    return float(2.0 * np.sum(logs - (y - mean)))


def _checked(design: ArrayLike, values: ArrayLike) -> tuple[Floats, Floats]:
    x = np.asarray(design, dtype=np.float64)
    y = np.asarray(values, dtype=np.float64)
    if x.ndim != 2 or y.shape != (x.shape[0],):
        raise AnalysisError("The model's table and its values do not have equally many rows.")
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        raise AnalysisError("The model's values must not be missing or infinite.")
    if x.shape[0] <= x.shape[1]:
        raise AnalysisError(
            "{rows} values are too few for a model with {columns} unknowns; use a longer series "
            "or a simpler model.", rows=x.shape[0], columns=x.shape[1],
        )  # fmt: skip
    scale = np.sqrt((x**2).sum(axis=0))
    if (scale == 0).any() or np.linalg.matrix_rank(x / scale) < x.shape[1]:
        raise AnalysisError(
            "The model's unknowns cannot be told apart with these data; use a longer series or a "
            "simpler model."
        )
    return x, y
