"""From coordinates to points of the workspace, and the area that holds each of them."""

from __future__ import annotations

import struct
from typing import List, Optional, Sequence, Tuple

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsGeometry,
    QgsPoint,
    QgsRectangle,
    QgsSpatialIndex,
)

from ..data.arrays import transform
from ..data.workspace import Workspace
from ..domain.standard_problems import N_

#: Degrees by which the CRS's area of use is widened before a place counts as outside it.
_MARGIN = 0.5

Reason = Tuple[str, dict]


class PlaceReader:
    """Turns coordinates of one CRS into points of the workspace's, many at a time."""

    def __init__(
        self,
        source: QgsCoordinateReferenceSystem,
        target: QgsCoordinateReferenceSystem,
        context: QgsCoordinateTransformContext,
    ) -> None:
        self._source, self._target, self._context = source, target, context
        self._valid = _area_of_use(target, context)

    def read(
        self, x: np.ndarray, y: np.ndarray
    ) -> Tuple[np.ndarray, np.ndarray, List[Optional[Reason]]]:
        """Target coordinates, and for each place why it cannot be one (None: fine).

        NaN in both coordinates means no place.
        """
        new_x, new_y, _failed = transform(x, y, self._source, self._target, self._context)
        given = np.isfinite(x) & np.isfinite(y)
        inside = self._inside(new_x, new_y)
        reasons: List[Optional[Reason]] = [None] * len(x)
        wrong = np.flatnonzero(given & ~inside)
        if wrong.size:
            turned_x, turned_y, _ = transform(
                y[wrong], x[wrong], self._source, self._target, self._context
            )
            turned = self._inside(turned_x, turned_y)
            for index, is_turned in zip(wrong.tolist(), turned.tolist()):
                reasons[index] = _swapped() if is_turned else _outside(self._target)
        return new_x, new_y, reasons

    def _inside(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        box = self._valid
        known = np.isfinite(x) & np.isfinite(y)
        if box is None:
            return known
        with np.errstate(invalid="ignore"):
            return (
                known
                & (x >= box.xMinimum())
                & (x <= box.xMaximum())
                & (y >= box.yMinimum())
                & (y <= box.yMaximum())
            )


def _swapped() -> Reason:
    return (
        N_("The coordinates seem to have changed places: north stands in the column for east."),
        {},
    )


def _outside(crs: QgsCoordinateReferenceSystem) -> Reason:
    return (
        N_(
            "The place lies outside the area where {crs} holds. Check the coordinates and their "
            "coordinate system."
        ),
        {"crs": crs.authid()},
    )


def _area_of_use(
    crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext
) -> Optional[QgsRectangle]:
    """The extent in the CRS's own units where it is meant to be used, a little widened."""
    bounds = crs.bounds()
    if bounds.isEmpty():
        return None
    bounds.grow(_MARGIN)
    to_own = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), crs, context)
    to_own.setBallparkTransformsAreAppropriate(True)
    try:
        return to_own.transformBoundingBox(bounds)
    except QgsCsException:
        return None


def point_wkb(x: float, y: float) -> bytes:
    """A point as well-known binary."""
    return struct.pack("<BIdd", 1, 1, x, y)


class AreaFinder:
    """Which EST area holds a point: the first that does, in the order of the areas."""

    def __init__(self, workspace: Workspace) -> None:
        self._index = QgsSpatialIndex()
        self._uuids: List[str] = []
        self._engines = []
        self._geometries: List[QgsGeometry] = []
        rows = workspace.rows("area", "kind = {p}", ["est_area"])
        for row in rows:
            geometry = QgsGeometry()
            geometry.fromWkb(row.geometry or b"")
            feature = QgsFeature(len(self._uuids))
            feature.setGeometry(geometry)
            if not self._index.addFeature(feature):
                continue  # an area without a border holds no point
            engine = QgsGeometry.createGeometryEngine(geometry.constGet())
            engine.prepareGeometry()
            # An engine reads the geometry that it was made from for as long as it lives.
            self._geometries.append(geometry)
            self._engines.append(engine)
            self._uuids.append(row.uuid)

    def find(self, x: Sequence[float], y: Sequence[float]) -> List[Optional[str]]:
        """The uuid of each point's area, None outside all and for NaN."""
        if not self._uuids:
            return [None] * len(x)
        return [self._of(east, north) if east == east else None for east, north in zip(x, y)]

    def _of(self, x: float, y: float) -> Optional[str]:
        near = sorted(self._index.intersects(QgsRectangle(x, y, x, y)))
        point = QgsPoint(x, y)
        for number in near:
            # A point on the border belongs to the first area that touches it.
            if self._engines[number].intersects(point):
                return self._uuids[number]
        return None
