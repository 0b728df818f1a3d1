"""A running QGIS without windows: the registry a user's QGIS has, and our provider in it."""

from __future__ import annotations

import sys
from typing import Any, Dict

_kept: Dict[str, Any] = {}


def start(processing: bool = True) -> None:
    """Start QGIS in this process, with Processing and its own algorithms unless not wanted."""
    from qgis.core import QgsApplication

    QgsApplication.setPrefixPath(sys.prefix if sys.prefix == "/usr" else "/usr", True)
    _kept["app"] = QgsApplication([], True)
    QgsApplication.initQgis()
    if not processing:
        return
    sys.path.append(QgsApplication.pkgDataPath() + "/python/plugins")
    from processing.core.Processing import Processing
    from qgis.analysis import QgsNativeAlgorithms

    from trygg_plugin.processing.provider import TryggProvider

    Processing.initialize()
    registry = QgsApplication.processingRegistry()
    for provider, make in (("native", QgsNativeAlgorithms), ("trygg", TryggProvider)):
        if registry.providerById(provider) is None:
            _kept[provider] = make()
            registry.addProvider(_kept[provider])


def layer(path: object, name: str) -> Any:
    """A layer of a GeoPackage, as it would stand in a project."""
    from qgis.core import QgsVectorLayer

    found = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    if not found.isValid():
        raise RuntimeError(f"QGIS cannot read the layer {name} of {path}.")
    return found


def run(algorithm: str, parameters: Dict[str, Any]) -> Dict[str, Any]:
    """``processing.run`` with its words kept to itself."""
    import processing
    from qgis.core import QgsProcessingFeedback

    answer: Dict[str, Any] = processing.run(
        algorithm, parameters, feedback=QgsProcessingFeedback(False)
    )
    return answer
