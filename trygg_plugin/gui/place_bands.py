"""Places before and after a change: drawn over the map, and said in words."""

from __future__ import annotations

from typing import List, Optional, Sequence, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDistanceArea,
    QgsGeometry,
    QgsProject,
    QgsUnitTypes,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ..i18n import tr
from .written import number

#: Told apart by line and by shade, not by hue alone.
BEFORE, AFTER, BETWEEN = QColor("#b3541e"), QColor("#1f6f83"), QColor("#6b6b6b")

#: A place as WKB, its colour, and whether it is drawn with a dashed line.
Drawn = Tuple[Optional[bytes], QColor, bool]


class PlaceBands:
    """Rubber bands on a canvas; all are taken away by the next ``show`` or ``clear``."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._bands: List[QgsRubberBand] = []

    @property
    def count(self) -> int:
        return len(self._bands)

    def show(self, places: Sequence[Drawn], crs: str) -> None:
        """Draw places that stand in ``crs`` (such as ``EPSG:3006``)."""
        self.clear()
        reference = QgsCoordinateReferenceSystem(crs)
        for wkb, colour, dashed in places:
            place = geometry_of(wkb)
            if place is None:
                continue
            band = QgsRubberBand(self._canvas, place.type())
            band.setToGeometry(place, reference)
            band.setStrokeColor(colour)
            band.setFillColor(QColor(colour.red(), colour.green(), colour.blue(), 50))
            band.setWidth(3)
            band.setLineStyle(Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
            if place.type() == QgsWkbTypes.GeometryType.PointGeometry:
                band.setIcon(
                    QgsRubberBand.IconType.ICON_X if dashed else QgsRubberBand.IconType.ICON_CIRCLE
                )
                band.setIconSize(14)
            self._bands.append(band)

    def clear(self) -> None:
        while self._bands:
            band = self._bands.pop()
            band.hide()
            self._canvas.scene().removeItem(band)


def geometry_of(wkb: Optional[bytes]) -> Optional[QgsGeometry]:
    """The geometry, or None for a record without a place."""
    if not wkb:
        return None
    place = QgsGeometry()
    place.fromWkb(wkb)
    return None if place.isNull() else place


def told(old: Optional[bytes], new: Optional[bytes], crs: str) -> str:
    """What has become of a place, such as "moved 35 m"; lengths on the ellipsoid of the earth."""
    before, after = geometry_of(old), geometry_of(new)
    if before is None or after is None:
        if before is None and after is None:
            return tr("no place")
        return tr("placed on the map") if before is None else tr("taken off the map")
    if before.type() != after.type():
        return tr("drawn as another kind of place")
    measure = _measure(crs)
    kind = after.type()
    if kind == QgsWkbTypes.GeometryType.PolygonGeometry:
        sizes = [_area(measure.convertAreaMeasurement(
            measure.measureArea(one), QgsUnitTypes.AreaUnit.AreaSquareMeters))
            for one in (before, after)]  # fmt: skip
        if sizes[0] != sizes[1]:
            return f"{sizes[0]} → {sizes[1]}"
    elif kind == QgsWkbTypes.GeometryType.LineGeometry:
        lengths = [_length(measure.measureLength(one)) for one in (before, after)]
        if lengths[0] != lengths[1]:
            return f"{lengths[0]} → {lengths[1]}"
    distance = measure.measureLine(
        before.centroid().asPoint(), after.centroid().asPoint()
    )
    if distance < 0.05 and kind != QgsWkbTypes.GeometryType.PointGeometry:
        return tr("reshaped")
    return tr("moved {distance}").format(distance=_length(distance))


def _measure(crs: str) -> QgsDistanceArea:
    measure = QgsDistanceArea()
    reference = QgsCoordinateReferenceSystem(crs)
    measure.setSourceCrs(reference, QgsProject.instance().transformContext())
    # on a map without a known ellipsoid lengths are those of the plane
    measure.setEllipsoid(reference.ellipsoidAcronym())  # noqa: QGS201
    return measure


def _length(metres: float) -> str:
    if metres >= 1000:
        return f"{number(metres / 1000, 1)} km"
    return f"{number(metres, 0 if metres >= 10 else 1)} m"


def _area(square_metres: float) -> str:
    if square_metres >= 1_000_000:
        return f"{number(square_metres / 1_000_000, 1)} km²"
    if square_metres >= 10_000:
        return f"{number(square_metres / 10_000, 1)} ha"
    return f"{number(square_metres, 0)} m²"
