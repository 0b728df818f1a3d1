"""One folder for all results of a job, for those that were given no place of their own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Dict, Mapping, Optional, Sequence

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFolderDestination,
    QgsVectorLayer,
)

from ...domain.errors import DomainError
from ...i18n import tr
from .. import outputs
from ..base import Run, TryggAlgorithm
from .sections import Section

FOLDER = "FOLDER"
SETTINGS = "parameters.json"


def add_folder(algorithm: TryggAlgorithm) -> None:
    """The optional folder; layers go to one GeoPackage in it."""
    algorithm.add(
        QgsProcessingParameterFolderDestination(FOLDER, tr("Folder for all files"), None, True,
                                                False),
        help_text=tr("Layers (GeoPackage), rasters, charts (SVG), the summary (HTML) and the "
                     "settings are written here, so that the run can be handed on and repeated."),
    )


def use_folder(
    run: Run, geopackage: str, layers: Mapping[str, str], rasters: Mapping[str, str],
    files: Mapping[str, str],
) -> Optional[Path]:
    """Send every result without a place of its own to the folder; None when none was given.

    ``layers``: output to table of the GeoPackage; ``rasters``, ``files``: output to file name.
    """
    if not run.given(FOLDER):
        return None
    folder = Path(run.algorithm.parameterAsFileOutput(run.parameters, FOLDER, run.context))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DomainError("The folder {folder} cannot be made: {reason}. Choose another folder.",
                          folder=str(folder), reason=error.strerror or "") from error
    base = str(folder / geopackage).replace("'", "\\'")
    for name, table in layers.items():
        _send(run, name, f"ogr:dbname='{base}' table=\"{table}\" (geom)")
    for names in (rasters, files):
        for name, file in names.items():
            _send(run, name, str(folder / file))
    return folder


def _send(run: Run, name: str, destination: str) -> None:
    value = run.parameters.get(name)
    definition = value if isinstance(value, QgsProcessingOutputLayerDefinition) else None
    place = definition.sink.staticValue() if definition is not None else value
    if place not in (None, "", QgsProcessing.TEMPORARY_OUTPUT):
        return
    if definition is None:
        run.parameters[name] = destination
        return
    sent = QgsProcessingOutputLayerDefinition(destination, definition.destinationProject)
    sent.destinationName = definition.destinationName
    run.parameters[name] = sent


def write_charts(folder: Path, sections: Sequence[Section]) -> None:
    """Each chart as an SVG file."""
    for section in sections:
        for chart in section.charts:
            _write(folder / f"{chart.name}.svg", chart.svg)


def write_settings(run: Run, folder: Path, results: Mapping[str, Any]) -> None:
    """The parameters as qgis_process takes them, and the numbers that came out.

    ``qgis_process run trygg:… - < parameters.json`` repeats the run.
    """
    told = {
        **{key: value for key, value in outputs.told_of(run).items() if key != "parameters"},
        "inputs": inputs_of(run),
        "figures": {name: value for name, value in results.items()
                    if value is None or isinstance(value, (bool, int, float))},
    }
    _write(folder / SETTINGS, json.dumps(told, ensure_ascii=False, indent=2))


def inputs_of(run: Run) -> Dict[str, Any]:
    """Every given parameter; layers by their sources, without passwords."""

    def source(value: Any, layer: Optional[QgsVectorLayer]) -> str:
        return str(value) if layer is None else str(layer.publicSource())

    return outputs.given_parameters(run, source)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise DomainError("The file {path} cannot be written: {reason}", path=str(path),
                          reason=error.strerror or "") from error
