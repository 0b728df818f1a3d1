"""Event counts as the other modules want them, checked once."""

from __future__ import annotations

from typing import Optional, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError

Floats = NDArray[np.float64]


def checked_counts(
    values: ArrayLike, what: str, dimensions: int = 1, whole: bool = False
) -> Floats:
    """Counts (or harm sums) as floats: finite, not negative, with so many dimensions.

    ``what``: names the values in the sentence of the AnalysisError. ``whole``: fractions are
    refused, for methods that draw single events.
    """
    counts = np.asarray(values, dtype=np.float64)
    if counts.ndim != dimensions:
        raise AnalysisError(
            "The {what} must be a table with {wanted} dimension(s); it has {found}.",
            what=what, wanted=dimensions, found=counts.ndim,
        )  # fmt: skip
    if not np.isfinite(counts).all():
        raise AnalysisError(
            "The {what} have {n} missing or infinite values; fill them in or leave the places out.",
            what=what, n=int((~np.isfinite(counts)).sum()),
        )  # fmt: skip
    if (counts < 0).any():
        raise AnalysisError(
            "The {what} have {n} negative values; counts of events cannot be below 0.",
            what=what, n=int((counts < 0).sum()),
        )  # fmt: skip
    if whole and (counts != np.floor(counts)).any():
        raise AnalysisError(
            "The {what} have fractions; this method needs whole numbers of events.", what=what
        )
    return counts


def checked_pair(pair: Tuple[float, float], what: str) -> Tuple[float, float]:
    """(before, after) counts of one place."""
    counts = checked_counts(np.asarray(pair, dtype=np.float64).ravel(), what)
    if counts.size != 2:
        raise AnalysisError(
            "The {what} must be two numbers, before and after; it has {n}.",
            what=what, n=counts.size,
        )  # fmt: skip
    return float(counts[0]), float(counts[1])


def checked_level(level: float) -> float:
    """A confidence level between 0 and 1."""
    if not 0.0 < level < 1.0:
        raise AnalysisError(
            "The confidence level must lie between 0 and 1, not at {level}.", level=level
        )
    return level


def normal_quantile(level: float, degrees: Optional[float] = None) -> float:
    """Half-width of a two-sided interval in standard errors: normal, or t with ``degrees``."""
    from scipy.special import ndtri, stdtrit

    upper = 0.5 + checked_level(level) / 2
    return float(ndtri(upper) if degrees is None else stdtrit(degrees, upper))


def two_sided_p(z: float, degrees: Optional[float] = None) -> float:
    """Two-sided p of a standard score (normal, or t with ``degrees``)."""
    from scipy.special import ndtr, stdtr

    tail = ndtr(-abs(z)) if degrees is None else stdtr(degrees, -abs(z))
    return float(2.0 * tail)
