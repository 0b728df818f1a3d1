"""Which cells or areas are neighbours: shared by the methods that compare a place with others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional, Tuple

from ..analysis.progress import Progress
from ..i18n import tr
from . import incidents
from .base import Run, TryggAlgorithm
from .cell_counts import CellCounts, count_cells

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
    algorithm.add_number_output("CELL_SIZE_USED", tr("Cell size used (m)"))
    algorithm.add_number_output("BAND_USED", tr("Distance band used (m)"))


def add_test_parameters(algorithm: TryggAlgorithm) -> None:
    """How places that stand out are told from chance."""
    algorithm.add_number("PERMUTATIONS", tr("Permutations, where simulated"), 9_999, 9, 999_999,
                         integer=True, advanced=True)
    algorithm.add_flag("FDR", tr("Correct for many tests (FDR)"), True, advanced=True)
    algorithm.add_seed()


def read(run: Run) -> Tuple[incidents.Incidents, CellCounts, Neighbours, Optional[float]]:
    """The incidents, counted by the parameters, with the cells' neighbours and distance band."""
    events = incidents.read(run)
    cells = count_cells(run, events, run.step(0.15, 0.3))
    return (events, cells, *neighbours_of(run, cells, run.step(0.3, 0.4)))


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
