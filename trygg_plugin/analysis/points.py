"""Checks that every method on points makes before it computes, with the same sentences."""

from __future__ import annotations

from typing import Optional, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError

Floats = NDArray[np.float64]


def checked_points(x: ArrayLike, y: ArrayLike) -> Tuple[Floats, Floats]:
    """x and y as equally long one-dimensional float arrays, all finite; else AnalysisError."""
    xs = np.atleast_1d(np.asarray(x, dtype=np.float64))
    ys = np.atleast_1d(np.asarray(y, dtype=np.float64))
    if xs.ndim != 1 or xs.shape != ys.shape:
        raise AnalysisError(
            "There must be one x and one y for each point, but there are {x} x and {y} y.",
            x=xs.size,
            y=ys.size,
        )
    missing = int(xs.size - np.count_nonzero(np.isfinite(xs) & np.isfinite(ys)))
    if missing:
        raise AnalysisError(
            "{missing} of {n} points have no place (empty or infinite coordinates); "
            "leave them out first.",
            missing=missing,
            n=xs.size,
        )
    return xs, ys


def checked_weights(weights: Optional[ArrayLike], n: int) -> Optional[Floats]:
    """Weights as n finite numbers of at least 0, or None where none are given."""
    if weights is None:
        return None
    ws = np.atleast_1d(np.asarray(weights, dtype=np.float64))
    if ws.shape != (n,):
        raise AnalysisError(
            "There must be one weight for each point, but there are {w} weights for {n} points.",
            w=ws.size,
            n=n,
        )
    if not np.all(np.isfinite(ws)):
        raise AnalysisError(
            "{missing} of {n} weights are empty or infinite; give them a number or leave the "
            "points out.",
            missing=int(n - np.count_nonzero(np.isfinite(ws))),
            n=n,
        )
    if n and ws.min() < 0.0:
        raise AnalysisError(
            "{negative} of {n} weights are negative; a weight must be 0 or more.",
            negative=int(np.count_nonzero(ws < 0.0)),
            n=n,
        )
    return ws


def checked_bandwidth(bandwidth: float) -> float:
    """The bandwidth as a finite number above 0 metres; else AnalysisError."""
    try:
        value = float(bandwidth)
    except (TypeError, ValueError):
        value = float("nan")
    if not (np.isfinite(value) and value > 0.0):
        raise AnalysisError(
            "The bandwidth must be a number above 0 metres, but is {bandwidth}.",
            bandwidth=bandwidth,
        )
    return value
