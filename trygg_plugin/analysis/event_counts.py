"""Event counts as the other modules want them, checked once; and the intervals they share."""

from __future__ import annotations

from typing import Optional, Tuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .errors import AnalysisError

Floats = NDArray[np.float64]


def checked_counts(values: ArrayLike, dimensions: int = 1, whole: bool = False) -> Floats:
    """Counts (or harm sums) as floats: finite, not negative, with so many dimensions.

    ``whole``: fractions are refused, for methods that draw single events.
    """
    counts = np.asarray(values, dtype=np.float64)
    if counts.ndim != dimensions:
        raise AnalysisError(
            "The counts must be a table with {wanted} dimension(s), but they have {found}.",
            wanted=dimensions, found=counts.ndim,
        )  # fmt: skip
    if not np.isfinite(counts).all():
        raise AnalysisError(
            "{n} counts are missing or infinite; fill them in or leave their places out.",
            n=int((~np.isfinite(counts)).sum()),
        )
    if (counts < 0).any():
        raise AnalysisError(
            "{n} counts are negative; a number of events cannot be below 0.",
            n=int((counts < 0).sum()),
        )
    if whole and (counts != np.floor(counts)).any():
        raise AnalysisError("The counts have fractions; this method needs whole numbers of events.")
    return counts


def checked_pair(pair: Tuple[float, float]) -> Tuple[float, float]:
    """(before, after) counts of one place."""
    counts = checked_counts(np.asarray(pair, dtype=np.float64).ravel())
    if counts.size != 2:
        raise AnalysisError(
            "A place needs two counts, before and after, but it has {n}.", n=counts.size
        )
    return float(counts[0]), float(counts[1])


def checked_level(level: float) -> float:
    """A confidence level between 0 and 1."""
    if not 0.0 < level < 1.0:
        raise AnalysisError(
            "The confidence level must lie between 0 and 1, but it is {level}.", level=level
        )
    return level


def half_width(level: float, degrees: Optional[float] = None) -> float:
    """Half-width of a two-sided interval in standard errors: normal, or t with ``degrees``."""
    from scipy.special import ndtri, stdtrit

    upper = 0.5 + checked_level(level) / 2
    return float(ndtri(upper) if degrees is None else stdtrit(degrees, upper))


def two_sided_p(z: float, degrees: Optional[float] = None) -> float:
    """Two-sided p of a standard score (normal, or t with ``degrees``)."""
    from scipy.special import ndtr, stdtr

    tail = ndtr(-abs(z)) if degrees is None else stdtr(degrees, -abs(z))
    return float(2.0 * tail)
