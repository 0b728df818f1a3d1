"""EST areas made of any polygon layer."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeatureSource,
    QgsGeometry,
    QgsWkbTypes,
)

from ..compat import is_null, transformed
from ..data.errors import DataError
from ..i18n import tr

Area = Tuple[Dict[str, Any], QgsGeometry]


def areas_of_layer(
    source: QgsFeatureSource,
    name_field: Optional[str],
    population_field: Optional[str],
    population_year: Optional[int],
    crs: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> Tuple[List[Area], List[str]]:
    """Values and multipolygon (in ``crs``) of an area record for each feature, and notes.

    An area without a name is numbered; a border that crosses itself is mended and told; a
    feature without a polygon is left out and told. Raises DataError for a layer without
    polygons or one whose positions cannot be transformed.
    """
    if QgsWkbTypes.geometryType(source.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise DataError(
            "The layer “{layer}” holds no polygons. Choose a polygon layer for the areas.",
            layer=source.sourceName(),
        )
    transform = QgsCoordinateTransform(source.sourceCrs(), crs, context)
    made: List[Area] = []
    notes: List[str] = []
    for number, feature in enumerate(source.getFeatures(), start=1):
        name = _text(feature, name_field) or tr("Area {number}").format(number=number)
        geometry = QgsGeometry(feature.geometry())
        if geometry.isEmpty():
            notes.append(tr("“{name}”: no polygon, left out.").format(name=name))
            continue
        if not transformed(geometry, transform):
            raise DataError("The area “{name}” cannot be transformed to {crs}.",
                            name=name, crs=crs.authid())
        if not geometry.isGeosValid():
            geometry = _polygons_of(geometry.makeValid())
            notes.append(
                tr("“{name}”: the border crossed itself and was mended.").format(name=name))
        if geometry.isEmpty() or not geometry.convertToMultiType():
            notes.append(tr("“{name}”: no polygon, left out.").format(name=name))
            continue
        values: Dict[str, Any] = {"name": name, "kind": "est_area", "sort_order": number}
        population = feature[population_field] if population_field else None
        if population_field and not is_null(population):
            values["population"] = _whole(population, name)
            values["population_year"] = population_year
        made.append((values, geometry))
    if not made:
        raise DataError("The layer “{layer}” has no areas.", layer=source.sourceName())
    notes += _overlaps(made)
    return made, notes


def _text(feature: Any, field: Optional[str]) -> str:
    if not field or is_null(feature[field]):
        return ""
    return str(feature[field]).strip()[:120]


def _whole(value: Any, name: str) -> int:
    try:
        number = int(float(str(value).replace(",", ".").replace("\u00a0", "")))
    except ValueError:
        number = -1
    if number < 0:
        raise DataError(
            "The population of “{name}” is “{value}”, which is no number of people.",
            name=name,
            value=value,
        )
    return number


def _polygons_of(geometry: QgsGeometry) -> QgsGeometry:
    """The polygons of a mended geometry, which may also hold stray lines."""
    parts = [
        part
        for part in geometry.asGeometryCollection()
        if part.type() == QgsWkbTypes.GeometryType.PolygonGeometry
    ]
    return QgsGeometry.unaryUnion(parts) if parts else QgsGeometry()


def _overlaps(areas: List[Area]) -> List[str]:
    """Pairs of areas that share more than a sliver: an incident there is in one of them only."""
    notes = []
    for index, (values, geometry) in enumerate(areas):
        box = geometry.boundingBox()
        for other_values, other in areas[index + 1 :]:
            if not box.intersects(other.boundingBox()):
                continue
            shared = geometry.intersection(other).area()
            if shared > 0.01 * min(geometry.area(), other.area()):
                notes.append(
                    tr(
                        "“{name}” and “{other}” overlap; an incident there is counted in one of "
                        "them only."
                    ).format(name=values["name"], other=other_values["name"])
                )
    return notes
