"""trygg:poissonscan on planted areas, trygg:metaanalysis against sums by hand."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import (
    QgsFeature,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from tests.processing.conftest import area_layer, incident_layer, square

TEMPORARY = "TEMPORARY_OUTPUT"


def table_of(results, context, name="OUTPUT"):
    return list(QgsProcessingUtils.mapLayerFromString(results[name], context).getFeatures())


@pytest.mark.parametrize("in_time", [False, True])
def test_the_area_with_too_many_for_its_people_is_found(run, project, in_time):
    areas = area_layer([square(600_000 + 1000 * i, 6_600_000 + 1000 * j, 1000)
                        for j in range(5) for i in range(5)])
    rng = np.random.default_rng(2)
    x, y = rng.uniform(600_000, 605_000, 100), rng.uniform(6_600_000, 6_605_000, 100)
    crowd_x, crowd_y = rng.uniform(602_000, 603_000, 30), rng.uniform(6_602_000, 6_603_000, 30)
    days = np.append(rng.integers(0, 100, 100), rng.integers(40, 47, 30))
    layer = incident_layer(np.append(x, crowd_x), np.append(y, crowd_y), days=days)
    results, log, context = run("poissonscan", {
        "INPUT": layer, "AREAS": areas, "POPULATION": "people", "DATE_FIELD": "happened",
        "IN_TIME": in_time, "SIMULATIONS": 99, "OUTPUT": TEMPORARY, "POINTS": TEMPORARY})
    found = table_of(results, context)
    assert results["CLUSTERS"] == len(found) >= 1 and results["LOWEST_P"] == pytest.approx(0.01)
    assert found[0].geometry().contains(areas.getFeature(13).geometry().centroid())
    assert found[0]["cases"] >= 25 and found[0]["ratio"] > 3
    assert ("first" in found[0].fields().names()) == in_time
    assert len(table_of(results, context, "POINTS")) >= found[0]["cases"]


def evaluations(rows):
    layer = QgsVectorLayer(
        "NoGeometry?field=place:string&field=effect:double&field=variance:double"
        "&field=a:integer&field=b:integer&field=c:integer&field=d:integer", "table", "memory")
    features = []
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def test_fixed_effects_by_hand(run, project):
    layer = evaluations([("A", 0.4, 0.1), ("B", 0.1, 0.05), ("C", None, 0.1)])
    results, log, context = run("metaanalysis", {
        "INPUT": layer, "NAME": "place", "LOG_EFFECT": "effect", "VARIANCE": "variance",
        "MODEL": 1, "OUTPUT": TEMPORARY})
    # weights 10 and 20: (4 + 2) / 30 = 0.2
    assert results["RES"] == pytest.approx(np.exp(0.2))
    assert results["RES_HIGH"] == pytest.approx(np.exp(0.2 + 1.959964 / np.sqrt(30)), rel=1e-6)
    rows = table_of(results, context)
    assert [row["place"] for row in rows] == ["A", "B"] and "1 rows lack" in log.text
    assert [row["weight"] for row in rows] == pytest.approx([1 / 3, 2 / 3])
    assert results["PLACES"] == 2 and results["CONCLUSION"].startswith("2 places")


def test_counts_give_the_same_as_their_effects(run, project):
    counts = [(60, 30, 50, 48), (40, 35, 45, 44), (80, 50, 70, 75)]
    layer = evaluations([(name, None, None, *row) for name, row in zip("ABC", counts)])
    results, _, _ = run("metaanalysis", {
        "INPUT": layer, "TREATED_BEFORE": "a", "TREATED_AFTER": "b", "CONTROL_BEFORE": "c",
        "CONTROL_AFTER": "d", "OUTPUT": TEMPORARY})
    effect = [np.log(a * d / (b * c)) for a, b, c, d in counts]
    weight = [1 / sum(1 / value for value in row) for row in counts]
    fixed = float(np.average(effect, weights=weight))
    assert results["RES"] == pytest.approx(np.exp(fixed), rel=0.05) and results["TAU2"] >= 0
    assert results["RES"] > 1.2


@pytest.mark.parametrize("fields, sentence", [
    ({}, "Choose either"), ({"LOG_EFFECT": "effect", "VARIANCE": "variance"}, "No row"),
])
def test_refusals(run, project, fields, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run("metaanalysis", {"INPUT": evaluations([("A", None, None)]), "OUTPUT": TEMPORARY,
                             **fields})
