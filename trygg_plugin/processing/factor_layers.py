"""Risk factors as a tool takes them: several layers of any kind, read as points in metres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from ..analysis.progress import Progress
from ..compat import transformed
from ..domain.errors import DomainError
from ..i18n import tr
from .areas import positions_inside, rings_of
from .base import Run, TryggAlgorithm


@dataclass
class FactorLayer:
    """A layer as it stood when the tool started: its features can be read on any thread."""

    name: str
    crs: QgsCoordinateReferenceSystem
    geometry: Any
    features: QgsVectorLayerFeatureSource


@dataclass
class Factor:
    """Points (m,) in metres that stand for a layer's features; ``single``: they are points."""

    name: str
    x: np.ndarray
    y: np.ndarray
    single: bool


def prepare(
    algorithm: TryggAlgorithm, name: str, parameters: Dict[str, Any], context: QgsProcessingContext
) -> List[FactorLayer]:
    """The layers of a parameter for several layers; call it on their own thread."""
    return [
        FactorLayer(layer.name(), layer.crs(), layer.geometryType(),
                    QgsVectorLayerFeatureSource(layer))
        for layer in algorithm.parameterAsLayerList(parameters, name, context)
        if isinstance(layer, QgsVectorLayer)
    ]


def read(
    run: Run, layers: List[FactorLayer], crs: QgsCoordinateReferenceSystem, spacing: float,
    at_x: np.ndarray, at_y: np.ndarray, progress: Progress,
) -> List[Factor]:
    """Each layer as points in ``crs``.

    Lines and borders become points ``spacing`` metres apart; of ``at_x``, ``at_y`` (the cells'
    middles) those inside a polygon stand for it too, so that inside a park is at the park.
    """
    names = _distinct([layer.name for layer in layers])
    return [
        _factor(run, layer, name, crs, spacing, at_x, at_y, progress, number / len(layers))
        for number, (layer, name) in enumerate(zip(layers, names))
    ]


def _factor(
    run: Run, layer: FactorLayer, name: str, crs: QgsCoordinateReferenceSystem, spacing: float,
    at_x: np.ndarray, at_y: np.ndarray, progress: Progress, share: float,
) -> Factor:
    kinds = QgsWkbTypes.GeometryType
    if layer.geometry not in (kinds.PointGeometry, kinds.LineGeometry, kinds.PolygonGeometry):
        raise DomainError("The layer “{layer}” has no places. Choose layers with points, lines or "
                          "areas.", layer=name)
    operation = None
    if layer.crs.isValid() and crs.isValid() and layer.crs != crs:
        operation = QgsCoordinateTransform(layer.crs, crs, run.context.transformContext())
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    found: List[np.ndarray] = []
    lost = 0
    for feature in layer.features.getFeatures(request):
        progress(share)
        geometry = QgsGeometry(feature.geometry())
        if geometry.isNull() or geometry.isEmpty():
            lost += 1
            continue
        if operation is not None and not transformed(geometry, operation):
            lost += 1
            continue
        if layer.geometry == kinds.PolygonGeometry:
            inside = positions_inside(at_x, at_y, rings_of(geometry))
            found.append(np.column_stack([at_x[inside], at_y[inside]]))
        if layer.geometry != kinds.PointGeometry:
            geometry = geometry.densifyByDistance(spacing)
        found.append(np.array([(v.x(), v.y()) for v in geometry.vertices()]).reshape(-1, 2))
    if lost:
        run.log(tr("{count} features of “{layer}” have no place and are left out.").format(
            count=lost, layer=name))
    places = np.vstack(found) if found else np.empty((0, 2))
    places = places[np.isfinite(places).all(axis=1)]
    if not len(places):
        run.warn(tr("The layer “{layer}” holds no places and is left out.").format(layer=name))
    return Factor(name, places[:, 0], places[:, 1], layer.geometry == kinds.PointGeometry)


def _distinct(names: List[str]) -> List[str]:
    """The names, numbered where several layers have the same."""
    answer: List[str] = []
    for name in names:
        same, number = name, 2
        while same in answer:
            same, number = f"{name} ({number})", number + 1
        answer.append(same)
    return answer
