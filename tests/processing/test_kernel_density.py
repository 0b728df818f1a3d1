"""trygg:kerneldensity: the surface is the formula's, in metres, styled and told."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsRasterLayer

from tests.processing.conftest import incident_layer


def raster(path):
    dataset = gdal.Open(path)
    return dataset.ReadAsArray(), dataset.GetGeoTransform()


def test_one_incident_is_the_kernel_itself(run):
    layer = incident_layer([600_025.0], [6_600_025.0])
    results, log, _ = run("kerneldensity", {
        "INPUT": layer, "BANDWIDTH": 100, "CELL_SIZE": 50, "OUTPUT": "TEMPORARY_OUTPUT",
    })
    values, (x0, dx, _, y0, _, dy) = raster(results["OUTPUT"])
    row, column = int((6_600_025 - y0) / dy), int((600_025 - x0) / dx)
    # 3 / (pi R^2) per m2 at the incident itself; (1 - 0.25)^2 of it at 50 m
    assert values[row, column] == pytest.approx(3 / (np.pi * 100**2) * 1e6)
    assert values[row, column + 1] == pytest.approx(3 / (np.pi * 100**2) * 1e6 * 0.75**2)
    assert results["MAXIMUM"] == pytest.approx(values.max())
    assert results["EVENTS"] == 1


def test_mass_and_defaults_told(run, town):
    results, log, _ = run("kerneldensity", {"INPUT": town, "OUTPUT": "TEMPORARY_OUTPUT"})
    values, (_, dx, *_rest) = raster(results["OUTPUT"])
    assert values.sum() * (dx / 1000) ** 2 == pytest.approx(400, rel=0.01)
    assert "neighbour number 15" in log.text and "Cell size" in log.text
    assert results["BANDWIDTH_USED"] > 0


def test_filters_and_weights(run, town):
    common = {"INPUT": town, "BANDWIDTH": 300, "CELL_SIZE": 50, "OUTPUT": "TEMPORARY_OUTPUT"}
    results, log, _ = run("kerneldensity", {
        **common, "CATEGORY_FIELD": "kind", "CATEGORIES": "theft; fight",
        "PERIOD_START": "2024-02-01", "PERIOD_END": "2024-03-31",
    })
    expected = sum(
        1 for f in town.getFeatures()
        if f["kind"] in ("theft", "fight")
        and "2024-02-01" <= f["happened"].toString("yyyy-MM-dd") <= "2024-03-31"
    )
    assert results["EVENTS"] == expected and 0 < expected < 400
    assert "another category" in log.text and "before the period" in log.text

    results, _, _ = run("kerneldensity", {**common, "WEIGHT_FIELD": "harm"})
    values, (_, dx, *_rest) = raster(results["OUTPUT"])
    harm = sum(f["harm"] for f in town.getFeatures())
    assert values.sum() * (dx / 1000) ** 2 == pytest.approx(harm, rel=0.01)


def test_boundary_and_edge(run, town, districts):
    results, _, _ = run("kerneldensity", {
        "INPUT": town, "BANDWIDTH": 300, "CELL_SIZE": 50, "BOUNDARY": districts, "EDGE": 2,
        "OUTPUT": "TEMPORARY_OUTPUT",
    })
    values, _ = raster(results["OUTPUT"])
    inside = results["EVENTS"]
    # Diggle's correction keeps the total inside the boundary
    assert np.nansum(values) * 0.05**2 == pytest.approx(inside, rel=0.01)


def test_degrees_are_reprojected_and_told(run):
    layer = incident_layer([18.06, 18.07, 18.08], [59.33, 59.33, 59.34], crs="EPSG:4326")
    results, log, _ = run("kerneldensity", {
        "INPUT": layer, "BANDWIDTH": 500, "OUTPUT": "TEMPORARY_OUTPUT",
    })
    assert "EPSG:3006" in log.text
    made = QgsRasterLayer(results["OUTPUT"], "made")
    assert made.crs().authid() == "EPSG:3006"


def test_style_and_metadata_when_loaded(run, town, project):
    import processing

    results = processing.run("trygg:kerneldensity", {
        "INPUT": town, "BANDWIDTH": 300, "OUTPUT": "TEMPORARY_OUTPUT",
    })
    from qgis.core import QgsProcessingContext

    from trygg_plugin.processing import styles

    assert results["MAXIMUM"] > 0
    layer = QgsRasterLayer(results["OUTPUT"], "made")
    styles.surface(results["MAXIMUM"], "per km²")(layer)
    assert layer.renderer().type() == "singlebandpseudocolor"
    assert len(layer.legendSymbologyItems()) >= 5
    assert QgsProcessingContext is not None
    told = gdal.Open(results["OUTPUT"]).GetMetadataItem("TRYGG_RESULT")
    assert '"BANDWIDTH": 300' in told and "trygg:kerneldensity" in told


def test_bandwidth_larger_than_the_area_is_told(run, town):
    _, log, _ = run("kerneldensity", {
        "INPUT": town, "BANDWIDTH": 20_000, "CELL_SIZE": 1000, "OUTPUT": "TEMPORARY_OUTPUT",
    })
    assert "larger than the area" in log.text


def test_unwritable_place_is_a_sentence(run, town):
    with pytest.raises(QgsProcessingException, match="cannot be written"):
        run("kerneldensity", {"INPUT": town, "OUTPUT": "/proc/nowhere/a.tif"})
