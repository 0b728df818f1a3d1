"""trygg:riskterrain finds the planted factor among innocent ones, in layers of any kind."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsProcessingUtils

from tests.processing.conftest import area_layer, incident_layer, square

TEMPORARY = "TEMPORARY_OUTPUT"


@pytest.fixture
def city(project):
    """Incidents anywhere and around bars; benches that have nothing to do with them."""
    rng = np.random.default_rng(3)
    bars = rng.uniform(200, 3800, (12, 2)) + (600_000, 6_600_000)
    benches = rng.uniform(0, 4000, (40, 2)) + (600_000, 6_600_000)
    near = np.repeat(bars, 25, axis=0) + rng.normal(0, 60, (300, 2))
    anywhere = rng.uniform(0, 4000, (300, 2)) + (600_000, 6_600_000)
    places = np.vstack([near, anywhere])
    layers = []
    for points, name in ((places, "incidents"), (bars, "bars"), (benches, "benches")):
        layer = incident_layer(points[:, 0], points[:, 1])
        layer.setName(name)
        project.addMapLayer(layer)
        layers.append(layer)
    return layers


def test_the_bars_are_found_and_the_benches_are_not(run, city, tmp_path):
    layer, bars, benches = city
    results, log, context = run("riskterrain", {
        "INPUT": layer, "FACTORS": [bars, benches], "CELL_SIZE": 100, "OUTPUT": TEMPORARY,
        "VALUES": TEMPORARY, "SUMMARY": str(tmp_path / "s.html")})
    table = QgsProcessingUtils.mapLayerFromString(results["VALUES"], context)
    rows = list(table.getFeatures())
    assert [row["factor"] for row in rows] == ["bars"] and results["FACTORS_FOUND"] == 1
    assert rows[0]["low"] > 2 and rows[0]["events"] > 3 * rows[0]["cells"]
    score, expected = gdal.Open(results["OUTPUT"]).ReadAsArray()
    assert score.min() == 1.0 and results["HIGHEST"] == score.max() > 3
    assert expected.sum() == pytest.approx(results["EVENTS"], rel=0.01)
    assert "Not shown to matter: benches." in results["CONCLUSION"]
    assert "bars" in (tmp_path / "s.html").read_text(encoding="utf-8")


def test_inside_an_area_is_at_the_area(run, project):
    rng = np.random.default_rng(5)
    anywhere = rng.uniform(0, 4000, (300, 2)) + (600_000, 6_600_000)
    inside = rng.uniform(1000, 2000, (300, 2)) + (600_000, 6_600_000)
    places = np.vstack([anywhere, inside])
    park = area_layer([square(601_000, 6_601_000, 1000)])
    results, _, _ = run("riskterrain", {
        "INPUT": incident_layer(places[:, 0], places[:, 1]), "FACTORS": [park, park],
        "CELL_SIZE": 200, "DISTANCES": "100; 300", "OUTPUT": TEMPORARY})
    score = gdal.Open(results["OUTPUT"]).ReadAsArray()[0]
    dataset = gdal.Open(results["OUTPUT"])
    x0, dx, _, y0, _, dy = dataset.GetGeoTransform()
    middle = score[int((6_601_500 - y0) / dy), int((601_500 - x0) / dx)]
    assert middle == score.max() > 5


@pytest.mark.parametrize("changed, sentence", [
    ({"DISTANCES": "far"}, "no distances"), ({"CELL_SIZE": 1}, "larger cells"),
    ({"FACTORS": []}, "risk factor"),
])
def test_refusals(run, city, changed, sentence):
    layer, bars, _ = city
    with pytest.raises((QgsProcessingException, AssertionError), match=sentence):
        run("riskterrain", {"INPUT": layer, "FACTORS": [bars], "CELL_SIZE": 100,
                            "OUTPUT": TEMPORARY, **changed})
