"""Which cells or areas are neighbours: shared by the methods that compare a place with others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Tuple

from ..analysis.progress import Progress
from ..i18n import tr
from .base import Run, TryggAlgorithm
from .cell_counts import CellCounts

if TYPE_CHECKING:
    from ..analysis.spatial_weights import Neighbours

BAND = "BAND"
NEIGHBOURS = "NEIGHBOURS"
RULES = ("band", "border")


def add_neighbour_parameters(algorithm: TryggAlgorithm) -> None:
    """Distance band, and shared borders as another choice for areas."""
    algorithm.add_number(
        BAND, tr("Distance band (m)"), optional=True, minimum=0.001,
        help_text=tr("Cells or areas whose centres are at most this far away are neighbours. "
                     "Empty: where clustering is strongest."),
    )
    algorithm.add_choice(
        NEIGHBOURS, tr("Neighbours of areas"),
        (tr("Within the distance band"), tr("Areas that share a border")), advanced=True,
    )


def neighbours_of(
    run: Run, cells: CellCounts, progress: Optional[Progress] = None
) -> Tuple[Neighbours, Optional[float]]:
    """The neighbours, and the distance band in metres (None for shared borders)."""
    from ..analysis.distance_band import suggest_band_of_places, suggest_band_on_grid
    from ..analysis.spatial_weights import contiguity, distance_band

    if cells.grid is not None:
        grid = cells.grid
        band = run.suggested(BAND, lambda: suggest_band_on_grid(grid, cells.values, progress))
        return grid.distance_band(band), band
    if run.choice(NEIGHBOURS, RULES) == "border":
        return contiguity(cells.areas.rings), None
    centres = cells.areas.centres
    band = run.suggested(BAND, lambda: suggest_band_of_places(centres))
    return distance_band(centres, band), band
