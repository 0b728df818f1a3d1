"""The frame: provider, parameters, styled loading, models, selections, and what start-up costs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterDestination,
    QgsProcessingUtils,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QUrl

from tests.processing.conftest import Log, incident_layer
from trygg_plugin.processing import outputs
from trygg_plugin.processing import provider as provider_module
from trygg_plugin.processing.help_pages import page_url

ROOT = Path(__file__).resolve().parents[2]
TEMPORARY = "TEMPORARY_OUTPUT"


def test_every_module_loads_and_says_what_it_is(provider):
    for module in provider_module.algorithm_modules():
        assert provider_module.algorithms_in(module), f"{module} defines no algorithm"
    for algorithm in provider.algorithms():
        assert algorithm.id() == f"trygg:{algorithm.name()}"
        assert algorithm.name() == algorithm.name().lower() and algorithm.name().isalnum()
        assert algorithm.displayName() and algorithm.group() and algorithm.groupId()
        assert not algorithm.icon().isNull()
        assert Path(algorithm.svgIconPath()).stem == algorithm.GROUP.icon_name
        for language in ("sv", "en"):
            assert len(algorithm.HELP.get(language, "")) > 80, (algorithm.id(), language)
        assert algorithm.create().name() == algorithm.name()
        names = [d.name() for d in algorithm.parameterDefinitions()]
        assert names == [name.upper() for name in names]
        outputs_of = [d.name() for d in algorithm.outputDefinitions()]
        assert len(set(outputs_of)) == len(outputs_of)


def test_start_up_is_light():
    code = (
        "import sys, qgis.core, numpy, qgis.PyQt.QtGui\n"
        "before = set(sys.modules)\n"
        "from trygg_plugin.processing import provider\n"
        "for name in provider.algorithm_modules(): provider.algorithms_in(name)\n"
        "heavy = {m.split('.')[0] for m in set(sys.modules) - before}\n"
        "print(','.join(sorted(heavy & {'scipy', 'pandas', 'matplotlib'})))\n"
    )
    heavy = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()
    assert heavy == "", f"loaded at start: {heavy}"


def test_results_are_styled_named_and_documented_when_loaded(provider, project, town):
    algorithm = provider.algorithm("getisord").create()
    context = QgsProcessingContext()
    context.setProject(project)
    sink = QgsProcessingOutputLayerDefinition("memory:", project)
    results, fine = algorithm.run(
        {"INPUT": town, "CELL_SIZE": 250, "OUTPUT": sink}, context, Log(), {}, False
    )
    assert fine
    details = context.layersToLoadOnCompletion()[results["OUTPUT"]]
    layer = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
    waiting = len(outputs._waiting)
    details.postProcessor().postProcessLayer(layer, context, Log())
    assert len(outputs._waiting) == waiting - 1
    assert layer.renderer().type() == "categorizedSymbol"
    assert len(layer.renderer().categories()) == 7
    assert layer.attributeAlias(layer.fields().lookupField("p_adjusted")) == "p, corrected (FDR)"
    told = json.loads(layer.customProperty(outputs.RESULT_PROPERTY))
    assert told["algorithm"] == "trygg:getisord" and told["parameters"]["CELL_SIZE"] == 250
    assert told["parameters"]["INPUT"] == town.name()
    assert "CELL_SIZE = 250" in layer.metadata().abstract()


def test_selection_and_limit_are_honoured(run, town, tmp_path):
    ids = [f.id() for f in town.getFeatures()][:37]
    town.selectByIds(ids)
    common = {"BANDWIDTH": 300, "OUTPUT": TEMPORARY}
    chosen = QgsProcessingFeatureSourceDefinition(town.id(), True)
    assert run("kerneldensity", {"INPUT": chosen, **common})[0]["EVENTS"] == 37
    limited = QgsProcessingFeatureSourceDefinition(town.id(), False, 12)
    assert run("kerneldensity", {"INPUT": limited, **common})[0]["EVENTS"] == 12

    from qgis.core import QgsCoordinateTransformContext, QgsProject, QgsVectorFileWriter

    path = str(tmp_path / "town.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        town, path, QgsCoordinateTransformContext(), options)
    saved = QgsVectorLayer(path, "saved", "ogr")
    QgsProject.instance().addMapLayer(saved)
    assert saved.setSubsetString("kind = 'theft'")
    thefts = saved.featureCount()
    assert 0 < thefts < 400
    assert run("kerneldensity", {"INPUT": saved, **common})[0]["EVENTS"] == thefts
    saved.selectByIds([f.id() for f in saved.getFeatures()][:5])
    chosen = QgsProcessingFeatureSourceDefinition(saved.id(), True)
    assert run("kerneldensity", {"INPUT": chosen, **common})[0]["EVENTS"] == 5


def test_works_in_a_model(provider, project, town):
    model = QgsProcessingModelAlgorithm("Model", "Tests")
    model.addModelParameter(
        QgsProcessingParameterFeatureSource("layer", "Layer"), QgsProcessingModelParameter("layer"))
    first = QgsProcessingModelChildAlgorithm("trygg:getisord")
    first.setChildId("cells")
    source = QgsProcessingModelChildParameterSource
    first.addParameterSources("INPUT", [source.fromModelParameter("layer")])
    first.addParameterSources("CELL_SIZE", [source.fromStaticValue(400)])
    model.addChildAlgorithm(first)
    second = QgsProcessingModelChildAlgorithm("trygg:kerneldensity")
    second.setChildId("surface")
    second.addParameterSources("INPUT", [source.fromModelParameter("layer")])
    # a number that one algorithm gives is the next one's bandwidth
    second.addParameterSources("BANDWIDTH", [source.fromChildOutput("cells", "BAND_USED")])
    output = QgsProcessingModelOutput("density")
    output.setChildId("surface")
    output.setChildOutputName("OUTPUT")
    second.setModelOutputs({"density": output})
    model.addChildAlgorithm(second)
    model.addModelParameter(
        QgsProcessingParameterRasterDestination("surface:density", "Density"),
        QgsProcessingModelParameter("surface:density"))
    context = QgsProcessingContext()
    context.setProject(project)
    log = Log()
    results, fine = model.run(
        {"layer": town.id(), "surface:density": TEMPORARY}, context, log, {}, False)
    assert fine, log.text
    child = results["CHILD_RESULTS"]
    assert child["surface"]["BANDWIDTH_USED"] == child["cells"]["BAND_USED"]


def test_harm_table(run, town):
    table = QgsVectorLayer("NoGeometry?field=what:string&field=days:double", "weights", "memory")
    from qgis.core import QgsFeature

    rows = []
    for what, days in (("theft", 10.0), ("fight", 100.0), ("graffiti", None)):
        feature = QgsFeature(table.fields())
        feature.setAttributes([what, days])
        rows.append(feature)
    assert table.dataProvider().addFeatures(rows)[0]
    counts = {}
    for feature in town.getFeatures():
        counts[feature["kind"]] = counts.get(feature["kind"], 0) + 1
    results, log, context = run("getisord", {
        "INPUT": town, "CELL_SIZE": 500, "CATEGORY_FIELD": "kind", "WEIGHT_TABLE": table,
        "WEIGHT_KEY": "what", "WEIGHT_VALUE": "days", "OUTPUT": TEMPORARY})
    layer = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
    total = sum(f["harm"] for f in layer.getFeatures())
    assert total == pytest.approx(10 * counts["theft"] + 100 * counts["fight"])
    assert "no weight for: graffiti" in log.text


def test_only_reviewed_incidents_of_a_workspace_count(run):
    layer = incident_layer([600_000.0 + i for i in range(6)], [6_600_000.0] * 6)
    from qgis.core import QgsField
    from qgis.PyQt.QtCore import QVariant

    provider = layer.dataProvider()
    assert provider.addAttributes([QgsField("status", QVariant.String)])
    layer.updateFields()
    at = layer.fields().lookupField("status")
    states = ["approved", "closed", "draft", "submitted", "rejected", "fed_back"]
    assert provider.changeAttributeValues(
        {f.id(): {at: state} for f, state in zip(layer.getFeatures(), states)})
    common = {"INPUT": layer, "BANDWIDTH": 100, "OUTPUT": TEMPORARY}
    results, log, _ = run("kerneldensity", common)
    assert results["EVENTS"] == 3 and "3 incidents are not reviewed" in log.text
    assert run("kerneldensity", {**common, "ONLY_REVIEWED": False})[0]["EVENTS"] == 6
    # other words than ours mean another review, or none
    assert provider.changeAttributeValues(
        {f.id(): {at: "open"} for f in layer.getFeatures()})
    assert run("kerneldensity", common)[0]["EVENTS"] == 6


def test_working_crs(run, town):
    common = {"BANDWIDTH": 300, "OUTPUT": TEMPORARY}
    with pytest.raises(QgsProcessingException, match="Distances cannot be measured"):
        run("kerneldensity", {"INPUT": town, "WORKING_CRS": "EPSG:4326", **common})
    mercator = incident_layer([2_009_000.0, 2_009_900.0], [8_247_000.0, 8_247_500.0],
                              crs="EPSG:3857")
    _, log, _ = run("kerneldensity", {"INPUT": mercator, **common})
    assert "EPSG:3006" in log.text
    toronto = incident_layer([-79.38, -79.39], [43.65, 43.66], crs="EPSG:4326")
    _, log, _ = run("kerneldensity", {"INPUT": toronto, **common})
    assert "EPSG:32617" in log.text
    nowhere = incident_layer([18.0, 18.1], [59.0, 59.1], crs="")
    with pytest.raises(QgsProcessingException, match="look like degrees"):
        run("kerneldensity", {"INPUT": nowhere, **common})


def test_summary_escapes_what_users_write(run, town, tmp_path):
    path = tmp_path / "summary.html"
    districts_name = "<script>alert(1)</script>"
    town.setName(districts_name)
    results, _, _ = run("aoristic", {
        "INPUT": town, "DATE_FIELD": "happened", "BOOTSTRAPS": 9, "OUTPUT": TEMPORARY,
        "CHART": str(tmp_path / "chart.svg"), "SUMMARY": str(path)})
    page = path.read_text(encoding="utf-8")
    assert "<svg" in page and "<script>" not in page and "&lt;script&gt;" in page
    assert (tmp_path / "chart.svg").read_text(encoding="utf-8").lstrip().startswith("<")
    assert results["SUMMARY"] == str(path)


def test_missing_package_is_told_before_the_run(provider, monkeypatch):
    algorithm = provider.algorithm("nearrepeat").create()
    assert algorithm.canExecute() == (True, "")
    import importlib.util

    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    can, why = algorithm.canExecute()
    assert not can and "scipy" in why


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_tool_has_a_help_page_that_a_browser_shows(provider, language):
    for algorithm in provider.algorithms():
        url = page_url(algorithm.name(), language)
        assert url.startswith("file:"), algorithm.name()
        page = Path(QUrl(url).toLocalFile())
        text = page.read_text(encoding="utf-8")
        assert text.count("<h2") >= 5 and f'lang="{language}"' in text
        links = re.findall(r'(?:href|src)="([^"]+)"', text)
        assert links
        for link in links:
            target = QUrl(url).resolved(QUrl(link))
            if target.isLocalFile():
                assert Path(target.toLocalFile()).exists(), (algorithm.name(), link)
    assert provider.algorithms()[0].helpUrl().startswith("file:")
    assert page_url("nothing", language) == ""
