"""The tools as the windows run them: in a task on another thread, layers loaded at the end."""

from __future__ import annotations

import threading
from typing import Any, Dict, List, Set

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateTransformContext,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QTimer

from tests.processing.conftest import Log
from trygg_plugin.processing import provider as provider_module

LIMIT = 60_000  # milliseconds
TEMPORARY = "TEMPORARY_OUTPUT"


class ThreadLog(Log):
    """Knows from which threads it was told something: True for the window's own."""

    def __init__(self) -> None:
        super().__init__()
        self.threads: Set[bool] = set()

    def pushInfo(self, info: str) -> None:  # noqa: N802
        self.threads.add(threading.current_thread() is threading.main_thread())
        super().pushInfo(info)


def in_background(provider, name: str, parameters: Dict[str, Any], log: ThreadLog):
    """Runs the tool in QGIS's task manager while the event loop turns; (fine, results, context)."""
    import processing  # noqa: F401  (its start-up registers what algorithms need)

    algorithm = provider.algorithm(name).create()
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    context.setFeedback(log)
    complaints: List[str] = []

    def heard(text: str, tag: str, level: int) -> None:
        # QGIS 3.30 and later say when a layer is touched from another thread
        if "thread" in text.lower():
            complaints.append(text)

    QgsApplication.messageLog().messageReceived.connect(heard)
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, log)
    loop = QEventLoop()
    done: Dict[str, Any] = {}

    def finished(fine, results):
        done.update(fine=fine, results=results)
        loop.quit()

    task.executed.connect(finished)
    timer = QTimer()
    timer.setSingleShot(True)
    timer.timeout.connect(loop.quit)
    timer.start(LIMIT)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    assert done, f"{name} was not done in time: {log.text}"
    QgsApplication.messageLog().messageReceived.disconnect(heard)
    assert log.threads == {False}, "the window would freeze"
    assert not complaints
    return done["fine"], done["results"], context


def load_results(context, log) -> List[str]:
    """Loads what is to be loaded into the project, as QGIS does at the end; names of outputs.

    QGIS's own function needs the window's layer tree since 3.44, and tests have no window.
    """
    wanted = context.layersToLoadOnCompletion()
    for key, details in wanted.items():
        layer = QgsProcessingUtils.mapLayerFromString(key, context)
        assert layer is not None, f"{details.outputName} cannot be loaded"
        details.setOutputLayerName(layer)
        owned = context.temporaryLayerStore().takeMapLayer(layer) or layer
        assert details.project.addMapLayer(owned) is not None
        if details.postProcessor() is not None:
            details.postProcessor().postProcessLayer(owned, context, log)
    return [details.outputName for details in wanted.values()]


def saved(layer: QgsVectorLayer, folder) -> QgsVectorLayer:
    """The layer in a GeoPackage, which is read by the fast way."""
    path = str(folder / "town.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, path, QgsCoordinateTransformContext(), options)
    copy = QgsVectorLayer(path, "saved", "ogr")
    QgsProject.instance().addMapLayer(copy)
    return copy


def sinks(algorithm) -> Dict[str, Any]:
    """Every result goes to a temporary layer that is loaded into the project."""
    from qgis.core import QgsProcessingOutputLayerDefinition

    return {
        definition.name(): QgsProcessingOutputLayerDefinition(TEMPORARY, QgsProject.instance())
        for definition in algorithm.destinationParameterDefinitions()
        if definition.type() in ("sink", "rasterDestination")
    }


CASES = {
    "kerneldensity": {"BANDWIDTH": 300, "CELL_SIZE": 50},
    "getisord": {"CELL_SIZE": 250},
    "situationanalysis": {
        "DATE_FIELD": "happened", "FIRST_DAY": "2024-07-01", "LAST_DAY": "2024-12-31",
        "CELL_SIZE": 250, "BANDWIDTH": 300,
    },
}


@pytest.mark.parametrize("source", ["memory", "file"])
@pytest.mark.parametrize("name", sorted(CASES))
def test_a_tool_runs_beside_the_window(provider, project, town, tmp_path, name, source):
    layer = town if source == "memory" else saved(town, tmp_path)
    log = ThreadLog()
    algorithm = provider.algorithm(name)
    wanted = sinks(algorithm)
    fine, results, context = in_background(
        provider, name, {"INPUT": layer, **CASES[name], **wanted}, log)
    assert fine, log.text
    assert results["EVENTS"] > 0 and max(log.shares) > 30
    before = len(project.mapLayers())
    loaded = load_results(context, log)
    assert len(project.mapLayers()) - before == len(loaded) >= 1
    main = QCoreApplication.instance().thread()
    for added in project.mapLayers().values():
        assert added.isValid() and added.thread() == main
        if added not in (town, layer) and isinstance(added, QgsVectorLayer):
            assert added.customProperty("trygg/result")


ALONE = sorted(
    one.NAME
    for module in provider_module.algorithm_modules()
    for one in provider_module.algorithms_in(module)
    if one.NAME in (
        "adaptivedensity", "aoristic", "arearates", "calendartrend", "changesurface",
        "concentration", "emerginghotspots", "localmoran", "nearrepeat", "priorityplaces",
        "stdbscan", "riskterrain",
    )
)


@pytest.mark.parametrize("name", ALONE)
def test_the_others_run_beside_the_window_too(provider, project, town, districts, name):
    algorithm = provider.algorithm(name)
    parameters: Dict[str, Any] = {"INPUT": town, "DATE_FIELD": "happened",
                                  "DATE_TO_FIELD": "until", **sinks(algorithm)}
    parameters.update({
        "AREAS": districts, "AREA_NAME": "name", "POPULATION": "people", "CELL_SIZE": 250,
        "BANDWIDTH": 300, "SIMULATIONS": 19, "PERMUTATIONS": 99, "BOOTSTRAPS": 0,
        "FACTORS": [town], "DISTANCE": 100, "STEP": 0,
    })
    known = {d.name() for d in algorithm.parameterDefinitions()}
    log = ThreadLog()
    fine, results, _ = in_background(
        provider, name, {k: v for k, v in parameters.items() if k in known}, log)
    assert fine, log.text
    assert results["EVENTS"] > 0
