"""Where incidents gather: counts per hexagon, and the cells that stand out from chance."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle

from ..analysis.cells import HexagonGrid
from ..analysis.errors import AnalysisError
from ..analysis.even_spread import even_spread
from ..analysis.getis_ord import getis_ord
from .atlas_data import AtlasData, ReportArea
from .atlas_maps import SMALL
from .atlas_texts import AtlasTexts
from .figures import ReportPeriod, within

Row = Tuple[Optional[QgsGeometry], Mapping[str, object]]


@dataclass(frozen=True)
class HotSpots:
    """``cells``: those with incidents, small counts told apart no more than a map does; ``hot``:
    outlines by level; how they were ``judged``; ``note``: a sentence when there are none;
    ``counts``: of every cell of the reported ground, zeros included, for what is summed up."""

    cells: List[Row]
    hot: List[Row]
    judged: str
    note: str
    counts: np.ndarray


def hot_spots(
    data: AtlasData, period: ReportPeriod, cell_size: float, texts: AtlasTexts
) -> HotSpots:
    """Where the incidents of a period gather, by the hexagon."""
    incidents = data.incidents
    too_few = texts.say(
        "The period holds too few incidents on the map to tell hot spots.",
        "Perioden har för få händelser på kartan för att visa heta platser.",
    )
    on_map = np.isfinite(incidents.x) & ~incidents.sensitive
    mapped = on_map & within(incidents.start, period.current)
    extent = extent_of(data.areas)
    grid = HexagonGrid.over(
        (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()),
        cell_size,
    ).within(_union_rings(data.areas))
    grid = _reported_ground(grid, incidents.x[on_map], incidents.y[on_map])
    if grid is None:
        return HotSpots([], [], texts.judged(), too_few, np.empty(0))
    counts, _outside = grid.count(incidents.x[mapped], incidents.y[mapped])
    held = np.flatnonzero(counts > 0)
    cells: List[Row] = [
        (_polygon(ring), _cell_values(int(counts[cell])))
        for cell, ring in zip(held, grid.polygons(held))
    ]
    try:
        result = getis_ord(counts, grid.contiguity(), guard=even_spread(counts))
    except AnalysisError:
        return HotSpots(cells, [], texts.judged(), too_few, counts)
    hot: List[Row] = []
    for level in (2, 3):
        chosen = np.flatnonzero((result.level == level) & (counts > 0))
        if chosen.size:
            outline = QgsGeometry.unaryUnion([_polygon(r) for r in grid.polygons(chosen)])
            hot.append((outline, {"level": level}))
    note = "" if hot else texts.say(
        "No cell stands out from chance in this period.",
        "Ingen ruta avviker från slumpen under perioden.",
    )
    return HotSpots(cells, hot, texts.judged(), note, counts)


def _cell_values(count: int) -> Dict[str, object]:
    """What a cell tells. The files that follow the atlas tell small counts apart no more than
    the map does: all of them stand as 1, shown as "1–4"."""
    if count < SMALL:
        return {"count": 1, "shown": f"1–{SMALL - 1}"}
    return {"count": count, "shown": str(count)}


def _reported_ground(grid: HexagonGrid, x: np.ndarray, y: np.ndarray) -> Optional[HexagonGrid]:
    """The cells where incidents have ever been reported, and their neighbours.

    Against forests and fields every street would be hot: the question is which of the
    places that people report from stand out. None where nothing was reported.
    """
    ever = (grid.count(x, y)[0] > 0).astype(np.float64)
    near = (ever + grid.contiguity().lag(ever)) > 0
    if not near.any():
        return None
    kept = np.zeros_like(grid.kept)
    kept[grid.kept] = near
    return replace(grid, kept=kept)


def _polygon(ring: np.ndarray) -> QgsGeometry:
    return QgsGeometry.fromPolygonXY([[QgsPointXY(x, y) for x, y in ring.tolist()]])


def _union_rings(areas: Sequence[ReportArea]) -> List[np.ndarray]:
    return _rings(QgsGeometry.unaryUnion([area.geometry for area in areas]))


def _rings(geometry: QgsGeometry) -> List[np.ndarray]:
    polygons = geometry.asMultiPolygon() if geometry.isMultipart() else [geometry.asPolygon()]
    return [
        np.array([(point.x(), point.y()) for point in ring])
        for polygon in polygons
        for ring in polygon
        if len(ring) >= 4
    ]


def extent_of(areas: Sequence[ReportArea]) -> QgsRectangle:
    extent = QgsRectangle()
    for area in areas:
        extent.combineExtentWith(area.geometry.boundingBox())
    return extent
