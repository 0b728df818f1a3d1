"""How large circles and how many simulations a scan can have, so that it is done in minutes.

The work of a scan grows with the pairs of a place and an event within the largest radius, times
the simulations: about a second a simulation for every 500,000 pairs.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from .points import checked_points
from .suggestion import N_, Suggestion

#: Radii in metres: a neighbourhood first, then what a larger town can afford.
RADII = (1000.0, 750.0, 500.0, 400.0, 300.0, 250.0, 200.0, 150.0, 100.0)
MOST_PAIRS = 400_000
#: Up to so many pairs all 999 simulations take about three minutes.
FEW_PAIRS = 100_000
_SAMPLE = 20_000


def pairs_within(x: ArrayLike, y: ArrayLike, radius: float) -> int:
    """Pairs of a distinct place and an event within ``radius`` (m) of it, about."""
    from scipy.spatial import cKDTree

    xs, ys = checked_points(x, y)
    if xs.size == 0:
        return 0
    events = np.column_stack([xs, ys])
    places = np.unique(events, axis=0)
    step = max(1, places.shape[0] // _SAMPLE)
    some = places[::step]
    found = int(cKDTree(some).count_neighbors(cKDTree(events), radius))
    return int(found * places.shape[0] / some.shape[0])


def suggest_radius(x: ArrayLike, y: ArrayLike) -> Suggestion:
    """The largest of RADII (m) with at most MOST_PAIRS pairs."""
    for radius in RADII:
        pairs = pairs_within(x, y, radius)
        if pairs <= MOST_PAIRS:
            break
    if radius == RADII[0]:
        return Suggestion(radius, N_("{radius:g} m: anything larger is no place."),
                          (("radius", radius),))
    return Suggestion(
        radius, N_("{radius:g} m, since larger circles hold so many incidents here that the scan "
                   "would take long."), (("radius", radius),),
    )


def suggest_simulations(x: ArrayLike, y: ArrayLike, radius: float) -> Suggestion:
    """999 simulations, or 199 where each takes long."""
    if pairs_within(x, y, radius) <= FEW_PAIRS:
        return Suggestion(999, N_("{count}, so that p is told in thousandths."), (("count", 999),))
    return Suggestion(
        199, N_("{count}, since each takes long with so many incidents near each other; 999 gives "
                "a finer p."), (("count", 199),),
    )
