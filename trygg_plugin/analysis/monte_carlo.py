"""p-values of Monte Carlo tests, the one place where ties and the floor are decided.

Upper tail: (1 + #{simulated >= observed}) / (n + 1); lower tail with <=; both
count ties. Two-sided: min(1, 2 * the smaller of both). The smallest p that n
simulations can give is 1 / (n + 1): never 0 (Davison & Hinkley 1997, section 4.2).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def p_upper(at_least: ArrayLike, simulations: int) -> NDArray[np.float64]:
    """Upper-tail p from the number of simulations that reached the observed value.

    ``at_least``: counts of simulated >= observed, any shape. ``simulations``: n.
    """
    return (1.0 + np.asarray(at_least, dtype=np.float64)) / (simulations + 1.0)


def p_two_sided(
    at_least: ArrayLike, at_most: ArrayLike, simulations: int
) -> NDArray[np.float64]:
    """Two-sided p from counts of simulated >= observed and simulated <= observed."""
    smaller = np.minimum(p_upper(at_least, simulations), p_upper(at_most, simulations))
    return np.minimum(1.0, 2.0 * smaller)
