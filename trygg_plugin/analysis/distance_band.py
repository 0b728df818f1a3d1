"""The distance within which cells count as neighbours, derived from the data."""

from __future__ import annotations

from typing import List, Optional

import numpy as np
from numpy.typing import ArrayLike

from .cells import Grid
from .errors import AnalysisError
from .local_moran import global_moran
from .progress import Progress, silent
from .spatial_weights import distance_band
from .suggestion import N_, Suggestion

STEPS = 10
#: Ten distances are tried, so a peak by chance must be ruled out more strictly than at 95 %.
CLEAR = 3.29


def suggest_band_on_grid(
    grid: Grid, counts: ArrayLike, progress: Optional[Progress] = None
) -> Suggestion:
    """Distance (metres) at which the counts cluster most, in steps of one cell.

    Incremental spatial autocorrelation: the first peak of global Moran's z over 1 to 10
    cell sizes (as Esri's optimised hot spot analysis does); where there is no peak the
    adjoining cells, corners included.
    """
    report = progress or silent
    distances = [grid.size * step for step in range(1, STEPS + 1)]
    scores = []
    for step, distance in enumerate(distances):
        report(step / STEPS)
        scores.append(global_moran(counts, grid.distance_band(distance), False).z)
    peak = _first_peak(scores)
    if peak is None:
        return Suggestion(
            1.5 * grid.size,
            N_("Clustering shows no peak up to {far:g} m, so the adjoining cells count "
               "({band:g} m)."),
            (("far", distances[-1]), ("band", 1.5 * grid.size)),
        )
    return Suggestion(
        distances[peak],
        N_("Clustering is strongest at {band:g} m (first peak of Moran's z, {score:.1f})."),
        (("band", distances[peak]), ("score", float(scores[peak]))),
    )


def suggest_band_of_places(points: ArrayLike) -> Suggestion:
    """Distance (metres) at which every area's centre has at least one neighbour."""
    located = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    if len(located) < 2 or not np.isfinite(located).all():
        raise AnalysisError("A distance band needs at least two areas, all with a place.")
    from scipy.spatial import cKDTree

    gap = cKDTree(located).query(located, k=2)[0][:, 1]
    band = float(gap.max()) * (1 + 1e-9)
    if band == 0.0:
        raise AnalysisError("All areas have the same centre, so no distance band can be derived.")
    mean = float(distance_band(located, band).cardinality.mean())
    return Suggestion(
        band,
        N_("At {band:.0f} m every area has at least one neighbour ({mean:.1f} on average)."),
        (("band", band), ("mean", mean)),
    )


def _first_peak(scores: List[float]) -> Optional[int]:
    for i in range(1, len(scores) - 1):
        if scores[i] > scores[i - 1] and scores[i] >= scores[i + 1] and scores[i] > CLEAR:
            return i
    return None
