"""Correction of many p-values at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError


def benjamini_hochberg(p: ArrayLike) -> NDArray[np.float64]:
    """Adjusted p-values that control the false discovery rate (Benjamini & Hochberg 1995).

    ``p``: any shape; NaN (not tested) stays NaN and does not count as a test.
    In spatial use: Caldas de Castro & Singer 2006.
    """
    return _step_up(p, lambda m: 1.0)


def benjamini_yekutieli(p: ArrayLike) -> NDArray[np.float64]:
    """Adjusted p-values valid under any dependence (Benjamini & Yekutieli 2001)."""
    return _step_up(p, lambda m: float(np.sum(1.0 / np.arange(1, m + 1))))


def _step_up(p: ArrayLike, penalty) -> NDArray[np.float64]:  # type: ignore[no-untyped-def]
    values = np.asarray(p, dtype=np.float64)
    flat = values.ravel()
    tested = np.flatnonzero(~np.isnan(flat))
    adjusted = np.full(flat.shape, np.nan)
    if tested.size == 0:
        return adjusted.reshape(values.shape)
    ps = flat[tested]
    if ps.min() < 0.0 or ps.max() > 1.0:
        raise AnalysisError("A p-value lies outside 0 to 1.")
    m = ps.size
    order = np.argsort(ps, kind="stable")
    scaled = ps[order] * m * penalty(m) / np.arange(1, m + 1)
    monotone = np.minimum(1.0, np.minimum.accumulate(scaled[::-1])[::-1])
    back = np.empty(m)
    back[order] = monotone
    adjusted[tested] = back
    return adjusted.reshape(values.shape)
