"""trygg:getisord: finds the crowded places, by hexagon, square and area."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import (
    QgsField,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProcessingUtils,
)
from qgis.PyQt.QtCore import QVariant

from tests.processing.conftest import incident_layer


def result_layer(results, context):
    layer = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
    assert layer is not None and layer.isValid()
    return layer


@pytest.mark.parametrize("unit", [0, 1])
def test_finds_the_two_crowded_places(run, town, unit):
    results, log, context = run("getisord", {
        "INPUT": town, "UNIT": unit, "CELL_SIZE": 250, "OUTPUT": "TEMPORARY_OUTPUT",
    })
    layer = result_layer(results, context)
    hot = [f for f in layer.getFeatures() if f["level"] >= 2]
    assert len(hot) == results["HOT"] > 0
    for x, y in ((601_000, 6_601_000), (603_000, 6_603_000)):
        place = QgsGeometry.fromPointXY(QgsPointXY(x, y))
        assert any(f.geometry().intersects(place) for f in hot)
    assert sum(f["count"] for f in layer.getFeatures()) == 400
    assert "Distance band" in log.text
    assert results["BAND_USED"] >= 250


def test_areas_with_rates(run, town, districts):
    results, log, context = run("getisord", {
        "INPUT": town, "UNIT": 2, "AREAS": districts, "AREA_NAME": "name", "AREA_VALUE": 2,
        "POPULATION": "people", "NEIGHBOURS": 1, "OUTPUT": "TEMPORARY_OUTPUT",
    })
    rows = {f["name"]: f for f in result_layer(results, context).getFeatures()}
    assert len(rows) == 16
    first = rows["Area 1"]
    assert first["value"] == pytest.approx(1000 * first["count"] / 1000)


def test_permutations_follow_the_seed(run, town):
    def levels(seed):
        # broken weights have no exact distribution
        results, log, context = run("getisord", {
            "INPUT": town, "CELL_SIZE": 500, "WEIGHT_FIELD": "broken", "INFERENCE": 1,
            "PERMUTATIONS": 99, "SEED": seed, "FDR": False, "OUTPUT": "TEMPORARY_OUTPUT",
        })
        assert "99 permutations are simulated" in log.text
        return [f["p"] for f in result_layer(results, context).getFeatures()]

    town.addExpressionField('"harm" + 0.37', QgsField("broken", QVariant.Double))
    assert levels(1) == levels(1) != levels(2)
    assert min(levels(1)) >= 2 / 100 - 1e-12


def test_harm_and_the_largest_share(run, town):
    results, _, context = run("getisord", {
        "INPUT": town, "CELL_SIZE": 500, "WEIGHT_FIELD": "harm", "OUTPUT": "TEMPORARY_OUTPUT",
    })
    features = list(result_layer(results, context).getFeatures())
    total = sum(f["harm"] for f in town.getFeatures())
    assert sum(f["harm"] for f in features) == pytest.approx(total)
    shares = np.array([f["largest"] for f in features if f["count"] == 1])
    assert (shares == 1.0).all() and len(shares)


def test_refusals(run, town, districts):
    with pytest.raises(QgsProcessingException, match="Choose the layer of the areas"):
        run("getisord", {"INPUT": town, "UNIT": 2, "OUTPUT": "TEMPORARY_OUTPUT"})
    with pytest.raises(QgsProcessingException, match="population"):
        run("getisord", {"INPUT": town, "UNIT": 2, "AREAS": districts, "AREA_VALUE": 2,
                         "OUTPUT": "TEMPORARY_OUTPUT"})
    with pytest.raises(QgsProcessingException, match="None of the categories"):
        run("getisord", {"INPUT": town, "CATEGORY_FIELD": "kind", "CATEGORIES": "arson",
                         "OUTPUT": "TEMPORARY_OUTPUT"})


def test_pure_chance_has_no_hot_spots(run, project):
    rng = np.random.default_rng(8)
    layer = incident_layer(rng.uniform(600_000, 606_000, 400),
                           rng.uniform(6_600_000, 6_606_000, 400))
    common = {"INPUT": layer, "CELL_SIZE": 100, "BAND": 150, "OUTPUT": "TEMPORARY_OUTPUT"}
    guarded, log, _ = run("getisord", common)
    normal, normal_log, _ = run("getisord", {**common, "INFERENCE": 2})
    assert guarded["HOT"] == 0 and normal["HOT"] > 5
    assert f"would mark {normal['HOT']} hot" in log.text
    assert "incidents per cell" in normal_log.text and "incidents per cell" not in log.text


def test_one_crowded_cell_is_hot(run, town):
    common = {"INPUT": town, "CELL_SIZE": 500, "BAND": 600, "OUTPUT": "TEMPORARY_OUTPUT"}
    assert run("getisord", common)[0]["HOT"] > run("getisord", {**common, "INFERENCE": 1})[0]["HOT"]
