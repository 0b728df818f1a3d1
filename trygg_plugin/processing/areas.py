"""Areas as algorithms take them: any polygon layer, repaired where it must be, in metres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, List, Optional, Tuple

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..analysis.progress import Progress, silent
from ..compat import is_null, transformed
from ..data.arrays import parse_number
from ..domain.errors import DomainError
from ..i18n import tr
from .base import Run

if TYPE_CHECKING:
    from ..analysis.window import Window


@dataclass
class Areas:
    """``rings[i]``: the rings of area i, outer ones and holes, each (m, 2) in metres.

    ``names``: shown names. ``numbers``: an asked-for number field, NaN where it is missing.
    """

    fid: np.ndarray
    names: List[str]
    geometries: List[QgsGeometry]
    rings: List[List[np.ndarray]]
    numbers: Optional[np.ndarray]
    layer: str

    def __len__(self) -> int:
        return len(self.names)

    @property
    def km2(self) -> np.ndarray:
        """Area of each, in the plane of the CRS worked in."""
        return np.array([geometry.area() / 1e6 for geometry in self.geometries])

    @property
    def centres(self) -> np.ndarray:
        """A point inside or in the middle of each: (n, 2) metres."""
        points = [geometry.centroid().asPoint() for geometry in self.geometries]
        return np.array([(point.x(), point.y()) for point in points]).reshape(-1, 2)

    @property
    def extent(self) -> Tuple[float, float, float, float]:
        corners = np.vstack([ring for rings in self.rings for ring in rings])
        low, high = corners.min(axis=0), corners.max(axis=0)
        return float(low[0]), float(low[1]), float(high[0]), float(high[1])

    @property
    def all_rings(self) -> List[np.ndarray]:
        """The rings of the areas together, without the borders between them."""
        return rings_of(QgsGeometry.unaryUnion(self.geometries))

    def window(self) -> Window:
        """The areas together as the observed window."""
        from ..analysis.window import Window

        return Window(self.all_rings)


def read(
    run: Run,
    name: str,
    crs: QgsCoordinateReferenceSystem,
    label_field: Optional[str] = None,
    number_field: Optional[str] = None,
) -> Areas:
    """Read the polygons of a parameter, brought to ``crs``; tells what was repaired or skipped."""
    source = run.source(name)
    layer = source.sourceName()
    if QgsWkbTypes.geometryType(source.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise DomainError("The layer “{layer}” holds no areas. Choose a polygon layer.",
                          layer=layer)
    fields = source.fields()
    for field in (label_field, number_field):
        if field is not None and fields.lookupField(field) < 0:
            raise DomainError("The layer “{layer}” has no field “{field}”.",
                              layer=layer, field=field)
    label_at = fields.lookupField(label_field) if label_field else -1
    number_at = fields.lookupField(number_field) if number_field else -1
    needed = [i for i in (label_at, number_at) if i >= 0]
    request = QgsFeatureRequest().setSubsetOfAttributes(needed)
    operation = _operation(run, source.sourceCrs(), crs)
    # invalid polygons are repaired below, not refused
    flag = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    fids: List[int] = []
    names: List[str] = []
    numbers: List[float] = []
    geometries: List[QgsGeometry] = []
    rings: List[List[np.ndarray]] = []
    empty = repaired = 0
    for feature in source.getFeatures(request, flag):
        run.progress(0.0)
        geometry = QgsGeometry(feature.geometry())
        if geometry.isNull() or geometry.isEmpty():
            empty += 1
            continue
        if operation is not None and not transformed(geometry, operation):
            empty += 1
            continue
        if not geometry.isGeosValid():
            geometry = _polygons_only(geometry.makeValid())
            repaired += 1
        own = rings_of(geometry)
        if not own:
            empty += 1
            continue
        fids.append(feature.id())
        label = feature.attribute(label_at) if label_at >= 0 else None
        names.append(str(feature.id()) if is_null(label) else str(label))
        value = feature.attribute(number_at) if number_at >= 0 else None
        number = None if is_null(value) else parse_number(str(value))
        numbers.append(float("nan") if number is None else number)
        geometries.append(geometry)
        rings.append(own)
    if repaired:
        run.warn(tr("{count} areas of “{layer}” have invalid borders and were repaired for this "
                    "run.").format(count=repaired, layer=layer))
    if empty:
        run.warn(tr("{count} areas of “{layer}” have no polygon and are left out.").format(
            count=empty, layer=layer))
    if not names:
        raise DomainError("The layer “{layer}” holds no areas.", layer=layer)
    return Areas(
        np.array(fids, dtype=np.int64), names, geometries, rings,
        np.array(numbers) if number_field else None, layer,
    )


def members(
    areas: Areas, x: np.ndarray, y: np.ndarray, progress: Optional[Progress] = None
) -> List[np.ndarray]:
    """For each area the positions of the points that lie in it (NaN lies nowhere)."""
    report = progress or silent
    order = np.argsort(x, kind="stable")  # NaN sorts last
    order = order[: int(np.isfinite(x).sum())]
    sorted_x = x[order]
    found = []
    for number, rings in enumerate(areas.rings):
        report(number / len(areas))
        corners = np.vstack(rings)
        low, high = corners.min(axis=0), corners.max(axis=0)
        first = int(np.searchsorted(sorted_x, low[0], side="left"))
        last = int(np.searchsorted(sorted_x, high[0], side="right"))
        near = order[first:last]
        near = near[(y[near] >= low[1]) & (y[near] <= high[1])]
        found.append(np.sort(near[_inside(x[near], y[near], rings)]))
    report(1.0)
    return found


def positions_inside(x: np.ndarray, y: np.ndarray, rings: List[np.ndarray]) -> np.ndarray:
    """Positions of the points inside one area's rings, in order (NaN lies nowhere)."""
    if not rings:
        return np.empty(0, dtype=np.int64)
    placed = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    return placed[_inside(x[placed], y[placed], rings)]


def tell_membership(run: Run, areas: Areas, times: np.ndarray) -> None:
    """Say how many events lie in no area, and how many in several that overlap."""
    outside, several = int((times == 0).sum()), int((times > 1).sum())
    if outside:
        run.log(tr("{count} incidents lie in none of the areas of “{layer}”.").format(
            count=outside, layer=areas.layer))
    if several:
        run.warn(tr("Areas of “{layer}” overlap: {count} incidents lie in several of them and "
                    "count in each.").format(count=several, layer=areas.layer))


def as_multi(geometry: QgsGeometry) -> QgsGeometry:
    """The polygon as a multi polygon, so that all of a layer are of one kind."""
    whole = QgsGeometry(geometry)
    if not whole.convertToMultiType():
        raise DomainError("An area is a {kind} and no polygon. Choose another layer.",
                          kind=QgsWkbTypes.displayString(whole.wkbType()))
    return whole


def _inside(x: np.ndarray, y: np.ndarray, rings: List[np.ndarray]) -> np.ndarray:
    """Whether each point lies inside by the even-odd rule, a point on a border on one side."""
    order = np.argsort(y, kind="stable")
    xs, ys = x[order], y[order]
    odd = np.zeros(len(x), dtype=bool)
    for ring in rings:
        closed = np.vstack([ring, ring[:1]])
        ax, ay, bx, by = closed[:-1, 0], closed[:-1, 1], closed[1:, 0], closed[1:, 1]
        begin = np.searchsorted(ys, np.minimum(ay, by), side="left")
        stop = np.searchsorted(ys, np.maximum(ay, by), side="left")
        for i in np.flatnonzero(begin < stop):
            some = slice(begin[i], stop[i])
            crossing = ax[i] + (ys[some] - ay[i]) / (by[i] - ay[i]) * (bx[i] - ax[i])
            odd[some] ^= xs[some] < crossing
    answer = np.empty_like(odd)
    answer[order] = odd
    return answer


def _operation(
    run: Run, own: QgsCoordinateReferenceSystem, crs: QgsCoordinateReferenceSystem
) -> Optional[QgsCoordinateTransform]:
    if not own.isValid() or not crs.isValid() or own == crs:
        return None
    return QgsCoordinateTransform(own, crs, run.context.transformContext())


def _polygons_only(geometry: QgsGeometry) -> QgsGeometry:
    parts = [
        part for part in geometry.asGeometryCollection()
        if part.type() == QgsWkbTypes.GeometryType.PolygonGeometry
    ]
    return QgsGeometry.unaryUnion(parts) if parts else QgsGeometry()


def rings_of(geometry: QgsGeometry) -> List[np.ndarray]:
    """The rings without the repeated last corner, curves as short segments."""
    plain = QgsGeometry(geometry)
    if QgsWkbTypes.isCurvedType(plain.wkbType()):
        plain = QgsGeometry(plain.constGet().segmentize())
    polygons = plain.asMultiPolygon() if plain.isMultipart() else [plain.asPolygon()]
    rings = []
    for polygon in polygons:
        for ring in polygon:
            corners = np.array([(point.x(), point.y()) for point in ring]).reshape(-1, 2)
            if len(corners) > 1 and (corners[0] == corners[-1]).all():
                corners = corners[:-1]
            if len(corners) >= 3:
                rings.append(corners)
    return rings
