"""Where a problem's place comes from: chosen areas of any layer, or the incidents themselves."""

from __future__ import annotations

from typing import Iterable, List, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgisInterface

#: The outline of incidents reaches this far around them (m), so that two make an area too.
AROUND = 25.0


# handed over, so that a test can give a window of its own
def selected_polygons(iface: QgisInterface, crs: str) -> Optional[QgsGeometry]:  # noqa: QGS105
    """The chosen features of a polygon layer as one place in ``crs``; None without any.

    The active layer goes first, then any other in the project.
    """
    active = iface.activeLayer() if hasattr(iface, "activeLayer") else None
    layers: List[QgsVectorLayer] = [
        layer
        for layer in [active, *QgsProject.instance().mapLayers().values()]
        if isinstance(layer, QgsVectorLayer)
        and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
        and layer.selectedFeatureCount()
    ]
    return selected_place(layers[0], crs) if layers else None


def selected_place(layer: QgsVectorLayer, crs: str) -> Optional[QgsGeometry]:
    """The chosen features of a layer as one geometry in ``crs``; None where it has no place."""
    transform = QgsCoordinateTransform(
        layer.crs(), QgsCoordinateReferenceSystem(crs), QgsProject.instance()
    )
    parts: List[QgsGeometry] = []
    for feature in layer.selectedFeatures():
        part = QgsGeometry(feature.geometry())
        if part.isNull() or part.isEmpty():
            continue
        try:
            result = part.transform(transform)
        except QgsCsException:
            continue
        if result != QgsGeometry.OperationResult.Success:
            continue
        parts.append(part if part.isGeosValid() else part.makeValid())
    if not parts:
        return None
    joined = QgsGeometry.unaryUnion(parts)
    return None if joined.isNull() or joined.isEmpty() else joined


def around(points: Iterable[bytes], reach: float = AROUND) -> Optional[QgsGeometry]:
    """The outline of points (WKB): their hull with a margin; None without points."""
    made: List[QgsGeometry] = []
    for wkb in points:
        point = QgsGeometry()
        point.fromWkb(wkb)
        made.append(point)
    if not made:
        return None
    return QgsGeometry.collectGeometry(made).convexHull().buffer(reach, 8)
