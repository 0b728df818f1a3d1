"""Incidents counted per hexagon, square or area: the ground several methods stand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Iterable, List, Optional

import numpy as np
from qgis.core import QgsGeometry, QgsWkbTypes

from ..analysis.progress import Progress
from ..domain.errors import DomainError
from ..i18n import tr
from . import areas as areas_of
from .areas import Areas
from .base import Run, TryggAlgorithm
from .incidents import Incidents
from .outputs import Column, ring_geometries

if TYPE_CHECKING:
    from ..analysis.cells import Grid
    from ..analysis.even_spread import EvenSpread

UNITS = ("hexagon", "square", "areas")
UNIT = "UNIT"
CELL_SIZE = "CELL_SIZE"
BOUNDARY = "BOUNDARY"
AREAS = "AREAS"
AREA_NAME = "AREA_NAME"
AREA_VALUE = "AREA_VALUE"
POPULATION = "POPULATION"
VALUES = ("count", "per_km2", "per_1000")


@dataclass
class CellCounts:
    """``counts``: events per cell or area; ``harm``: sum of weights, or None; ``values``: what is
    analysed (n,). ``largest_share``: share of the largest single weight in each cell's harm.
    Either ``grid`` or ``areas`` is there; ``size`` is the cell size in metres, None for areas.
    """

    counts: np.ndarray
    harm: Optional[np.ndarray]
    values: np.ndarray
    largest_share: Optional[np.ndarray]
    #: pairs (event, cell), by event; an event may lie in several overlapping areas, or in none
    event: np.ndarray
    cell: np.ndarray
    grid: Optional[Grid] = None
    areas: Optional[Areas] = None
    #: what incidents are set in relation to: km² or inhabitants; None: cells alike
    exposure: Optional[np.ndarray] = None

    def recount(self, some: np.ndarray, weights: Optional[np.ndarray] = None) -> np.ndarray:
        """Counts (or sums of weights) per cell of only some events (booleans by event)."""
        chosen = some[self.event]
        of_pairs = None if weights is None else weights[self.event[chosen]]
        return np.bincount(
            self.cell[chosen], of_pairs, minlength=len(self.counts)
        ).astype(np.float64)

    def even_spread(self, weights: Optional[np.ndarray] = None) -> EvenSpread:
        """What chance alone would spread over the cells, by ``exposure``; ``weights`` by event."""
        from ..analysis.even_spread import even_spread

        if self.harm is None or weights is None:
            return even_spread(self.counts, self.exposure)
        return even_spread(self.harm, self.exposure, weights[np.unique(self.event)])

    @property
    def km2(self) -> np.ndarray:
        """Area of each cell, km²."""
        if self.areas is not None:
            return self.areas.km2
        return np.full(len(self.counts), self.grid.cell_area / 1e6)

    @property
    def size(self) -> Optional[float]:
        return None if self.grid is None else self.grid.size

    @property
    def geometry_type(self) -> Any:
        """The kind of polygon that the cells are written as."""
        return (
            QgsWkbTypes.Type.Polygon if self.grid is not None else QgsWkbTypes.Type.MultiPolygon
        )

    def geometries(self) -> Iterable[QgsGeometry]:
        if self.areas is not None:
            return (areas_of.as_multi(geometry) for geometry in self.areas.geometries)
        return ring_geometries(self.grid.polygons())

    def columns(self) -> List[Column]:
        """Identifier, counts and what was analysed, for a result layer."""
        n = len(self.counts)
        columns = [Column("cell", tr("Cell"), np.arange(n, dtype=np.int32))]
        if self.areas is not None:
            columns.append(Column("name", tr("Area"), self.areas.names))
        columns.append(Column("count", tr("Incidents"), self.counts.astype(np.int64)))
        if self.harm is not None and self.largest_share is not None:
            columns.append(Column("harm", tr("Harm"), self.harm))
            columns.append(
                Column("largest", tr("Share of the largest incident"), self.largest_share)
            )
        if self.values is not self.counts and self.values is not self.harm:
            columns.append(Column("value", tr("Value analysed"), self.values))
        return columns


def add_unit_parameters(algorithm: TryggAlgorithm, areas: bool = True) -> None:
    """Hexagons, squares or (``areas``) any polygon layer, with size and boundary."""
    options = [tr("Hexagons"), tr("Squares")] + ([tr("Areas of a layer")] if areas else [])
    algorithm.add_choice(UNIT, tr("Count by"), options)
    algorithm.add_number(
        CELL_SIZE, tr("Cell size (m)"), optional=True, minimum=0.001,
        help_text=tr("Width of a square, or of a hexagon between opposite sides. Empty: derived "
                     "from the data, with the reason in the log."),
    )
    algorithm.add_vector(
        BOUNDARY, tr("Boundary of the grid"), optional=True,
        help_text=tr("The area that was observed, for example the municipality's land. Without "
                     "it the grid covers the extent of the incidents."),
    )
    if areas:
        algorithm.add_vector(AREAS, tr("Areas"), optional=True,
                             help_text=tr("Only when counting by areas of a layer."))
        algorithm.add_field(AREA_NAME, tr("Name of the area"), AREAS)
        algorithm.add_choice(
            AREA_VALUE, tr("Value of an area"),
            (tr("Number of incidents"), tr("Incidents per km²"), tr("Incidents per 1,000")),
            advanced=True,
        )
        algorithm.add_field(POPULATION, tr("Population of the area (for per 1,000)"), AREAS,
                            advanced=True)


def count_cells(
    run: Run, events: Incidents, progress: Optional[Progress] = None
) -> CellCounts:
    """Count the events by what the parameters of :func:`add_unit_parameters` say."""
    from ..analysis.cells import HexagonGrid, SquareGrid, suggest_cell_size

    unit = run.choice(UNIT, UNITS)
    if unit == "areas":
        return _in_areas(run, events, progress)
    rings = None
    extent = events.extent
    if run.given(BOUNDARY):
        boundary = areas_of.read(run, BOUNDARY, events.crs)
        rings, extent = boundary.all_rings, boundary.extent
    size = run.suggested(CELL_SIZE, lambda: suggest_cell_size(events.x, events.y, extent))
    kind = HexagonGrid if unit == "hexagon" else SquareGrid
    grid: Grid = kind.over(extent, size)
    if rings is not None:
        grid = grid.within(rings)
    cell = grid.cell_of(events.x, events.y)
    outside = int((cell < 0).sum())
    if outside:
        run.log(tr("{count} incidents lie outside the boundary and are left out.").format(
            count=outside))
        if outside == len(events):
            raise DomainError(
                "No incident lies inside the boundary. Are both layers about the same place, and "
                "are their coordinate systems right?"
            )
    inside = cell >= 0
    event = np.flatnonzero(inside)
    weight = None if events.weight is None else events.weight[inside]
    counts = np.bincount(cell[inside], minlength=grid.n).astype(np.float64)
    if weight is None:
        return CellCounts(counts, None, counts, None, event, cell[inside], grid=grid)
    harm = np.bincount(cell[inside], weight, minlength=grid.n)
    largest = np.zeros(grid.n)
    np.maximum.at(largest, cell[inside], weight)
    return CellCounts(counts, harm, harm, _share(largest, harm), event, cell[inside], grid=grid)


def _in_areas(run: Run, events: Incidents, progress: Optional[Progress]) -> CellCounts:
    if not run.given(AREAS):
        raise DomainError("Choose the layer of the areas, or count by hexagons or squares.")
    by = run.choice(AREA_VALUE, VALUES)
    population = run.field(POPULATION)
    if by == "per_1000" and population is None:
        raise DomainError("Choose the field with the population of each area.")
    found = areas_of.read(
        run, AREAS, events.crs, run.field(AREA_NAME), population if by == "per_1000" else None
    )
    lies_in = areas_of.members(found, events.x, events.y, progress)
    times = np.bincount(np.concatenate(lies_in), minlength=len(events))
    areas_of.tell_membership(run, found, times)
    if not times.any():
        raise DomainError(
            "No incident lies inside the areas. Are both layers about the same place, and are "
            "their coordinate systems right?"
        )
    counts = np.array([len(rows) for rows in lies_in], dtype=np.float64)
    harm = largest_share = None
    values = counts
    if events.weight is not None:
        weight = events.weight
        harm = np.array([weight[rows].sum() for rows in lies_in])
        largest = np.array([weight[rows].max() if len(rows) else 0.0 for rows in lies_in])
        largest_share, values = _share(largest, harm), harm
    exposure = None
    if by == "per_km2":
        exposure = found.km2
        values = values / exposure
    elif found.numbers is not None:
        people = found.numbers
        if not (people > 0).all():
            raise DomainError(
                "{count} areas have no population above 0 in the field “{field}”; leave them out "
                "or choose another value.",
                count=int((~(people > 0)).sum()), field=population or "",
            )
        exposure, values = people, 1000.0 * values / people
    event = np.concatenate(lies_in)
    area = np.repeat(np.arange(len(found)), [len(rows) for rows in lies_in])
    order = np.argsort(event, kind="stable")
    return CellCounts(counts, harm, values, largest_share, event[order], area[order],
                      areas=found, exposure=exposure)


def _share(largest: np.ndarray, total: np.ndarray) -> np.ndarray:
    share = np.zeros(len(total))
    np.divide(largest, total, out=share, where=total > 0)
    return share
