"""The coordinate system in which distances are measured, in metres on the ground."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsUnitTypes

from ..data.arrays import transform
from ..domain.errors import DomainError
from ..i18n import tr
from .base import Run

WORKING_CRS = "WORKING_CRS"
#: Web Mercator: metres only at the equator, twice too long in Sweden.
_DISTORTED = frozenset({"EPSG:3857", "EPSG:900913", "EPSG:3785", "ESRI:102100"})


def is_metric(crs: QgsCoordinateReferenceSystem) -> bool:
    """Whether distances in the CRS are metres on the ground (Web Mercator's are not)."""
    return (
        crs.isValid()
        and not crs.isGeographic()
        and crs.authid() not in _DISTORTED
        and QgsUnitTypes.encodeUnit(crs.mapUnits()) == "meters"
    )


def working_crs(
    run: Run, own: QgsCoordinateReferenceSystem, x: np.ndarray, y: np.ndarray, layer: str
) -> QgsCoordinateReferenceSystem:
    """The CRS to measure in: the one asked for, the layer's own, or a suitable one, told."""
    if run.given(WORKING_CRS):
        asked = run.algorithm.parameterAsCrs(run.parameters, WORKING_CRS, run.context)
        if not is_metric(asked):
            raise DomainError(
                "Distances cannot be measured in {crs}. Choose a projected coordinate system in "
                "metres, for example EPSG:3006 (SWEREF 99 TM).",
                crs=asked.userFriendlyIdentifier() if asked.isValid() else "?",
            )
        if not own.isValid():
            run.warn(tr("The layer “{layer}” has no coordinate system; its coordinates are taken "
                        "to be in {crs}.").format(layer=layer, crs=asked.authid()))
        return asked
    placed = np.isfinite(x) & np.isfinite(y)
    if not own.isValid():
        if placed.any() and np.abs(x[placed]).max() <= 180 and np.abs(y[placed]).max() <= 90:
            raise DomainError(
                "The layer “{layer}” has no coordinate system and its coordinates look like "
                "degrees. Set its coordinate system first (right-click the layer, Layer CRS).",
                layer=layer,
            )
        run.warn(tr("The layer “{layer}” has no coordinate system; its coordinates are taken to "
                    "be metres.").format(layer=layer))
        return own
    if is_metric(own) or not placed.any():
        return own
    chosen = _suitable_crs(run, own, x[placed], y[placed])
    run.log(
        tr("“{layer}” is in {own}, where distances are not metres; it is worked on in {crs}.")
        .format(layer=layer, own=own.authid() or own.description(),
                crs=chosen.userFriendlyIdentifier())
    )
    return chosen


def _suitable_crs(
    run: Run, own: QgsCoordinateReferenceSystem, x: np.ndarray, y: np.ndarray
) -> QgsCoordinateReferenceSystem:
    """The project's CRS where it fits the place, SWEREF 99 TM in Sweden, else the UTM zone."""
    sample = np.linspace(0, len(x) - 1, min(len(x), 2000)).astype(np.int64)
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    longitude, latitude = x[sample], y[sample]
    if own != wgs84:
        longitude, latitude, _ = transform(
            longitude, latitude, own, wgs84, run.context.transformContext()
        )
    usable = (np.abs(longitude) <= 180) & (np.abs(latitude) <= 90)
    if not usable.any():
        raise DomainError(
            "The coordinates do not fit their coordinate system ({crs}). Check it, and whether "
            "the two coordinates are swapped.",
            crs=own.authid(),
        )
    east, north = float(np.median(longitude[usable])), float(np.median(latitude[usable]))
    project = run.context.project()
    if project is not None and is_metric(project.crs()):
        bounds = project.crs().bounds()
        if bounds.isEmpty() or bounds.contains(east, north):
            return project.crs()
    if 10.0 <= east <= 24.5 and 55.0 <= north <= 69.2:
        return QgsCoordinateReferenceSystem("EPSG:3006")
    zone = int((east + 180.0) // 6) % 60 + 1
    return QgsCoordinateReferenceSystem(f"EPSG:{(32600 if north >= 0 else 32700) + zone}")
