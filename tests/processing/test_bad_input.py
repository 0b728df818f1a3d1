"""Every algorithm of the provider on bad input: a result or a sentence, never a traceback.

Parameters are filled by their type, so a new algorithm is tried without being named here;
``SETTINGS`` helps where the type alone does not tell.
"""

from __future__ import annotations

from typing import Any, Dict, Optional

import numpy as np
import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsVectorLayer,
)

from tests.processing.conftest import Log, area_layer, incident_layer, square
from trygg_plugin.processing import provider as provider_module
from trygg_plugin.processing.incidents import Options

#: What the parameters' types do not tell: algorithm to parameters.
SETTINGS: Dict[str, Dict[str, Any]] = {
    "situationanalysis": {"FIRST_DAY": "2024-07-01", "LAST_DAY": "2025-12-31"},
}

SOURCE = QgsProcessing.SourceType

#: Places of a measure must not overlap: each gets an area of its own.
PLACES = ("TREATED", "CONTROL", "BUFFER", "BUFFER_CONTROL")


def _on_incidents() -> list:
    """Names of the algorithms that take the shared incident parameters."""
    names = []
    for module in provider_module.algorithm_modules():
        for algorithm in provider_module.algorithms_in(module):
            if {"incidents", "measure"} & set(algorithm.define.__code__.co_names):
                names.append(algorithm.NAME)
    return sorted(names)


NAMES = _on_incidents()


def streets() -> QgsVectorLayer:
    """A grid of streets, 500 m apart, split at the crossings."""
    layer = QgsVectorLayer("LineString?crs=EPSG:3006&field=name:string", "streets", "memory")
    features = []
    for i in range(5):
        for j in range(4):
            for horizontal in (True, False):
                a = (600_000 + 500 * j, 6_600_000 + 500 * i)
                b = (a[0] + 500, a[1])
                if not horizontal:
                    a, b = (600_000 + 500 * i, 6_600_000 + 500 * j), None
                    b = (a[0], a[1] + 500)
                feature = QgsFeature(layer.fields())
                feature.setAttributes([f"Street {len(features)}"])
                feature.setGeometry(
                    QgsGeometry.fromPolylineXY([QgsPointXY(*a), QgsPointXY(*b)])
                )
                features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def some_places(n: int, seed: int = 5):
    rng = np.random.default_rng(seed)
    return rng.uniform(600_100, 601_900, n), rng.uniform(6_600_100, 6_601_900, n)


def good_layer(n: int = 60, **options: Any) -> QgsVectorLayer:
    rng = np.random.default_rng(n)
    x, y = some_places(n)
    options.setdefault("days", rng.integers(0, 700, n))
    options.setdefault("hours", rng.uniform(0, 24, n))
    options.setdefault("category", np.array(["theft", "fight"])[rng.integers(0, 2, n)])
    return incident_layer(options.pop("x", x), options.pop("y", y), **options)


def four_areas() -> QgsVectorLayer:
    return area_layer(
        [square(600_000 + 1000 * i, 6_600_000 + 1000 * j, 1000) for j in (0, 1) for i in (0, 1)]
    )


def one_area(layer: QgsVectorLayer, index: int) -> QgsVectorLayer:
    """A layer with one of the areas."""
    features = list(layer.getFeatures())
    return area_layer([features[index % len(features)].geometry()], layer.crs().authid())


class Tried:
    """Runs one algorithm with parameters filled by type."""

    def __init__(self, provider, run, name: str) -> None:
        self.algorithm = provider.algorithm(name)
        self.name = name
        self._run = run
        self._keep = []

    def parameters(self, layer: QgsVectorLayer, areas: Optional[QgsVectorLayer] = None):
        self._keep = [layer, areas or four_areas(), streets()]
        given: Dict[str, Any] = {}
        for definition in self.algorithm.parameterDefinitions():
            name, kind = definition.name(), definition
            if kind.isDestination():
                given[name] = "TEMPORARY_OUTPUT"
            elif isinstance(kind, QgsProcessingParameterFeatureSource):
                types = kind.dataTypes()
                optional = bool(kind.flags() & kind.Flag.FlagOptional)
                if name in PLACES:
                    given[name] = one_area(self._keep[1], PLACES.index(name))
                    self._keep.append(given[name])
                elif SOURCE.TypeVectorPolygon in types:
                    given[name] = self._keep[1]
                elif SOURCE.TypeVectorLine in types:
                    given[name] = self._keep[2]
                elif not optional or name == "INPUT":
                    given[name] = layer
            elif isinstance(kind, QgsProcessingParameterMultipleLayers):
                given[name] = self._keep[1:3]
            elif isinstance(kind, QgsProcessingParameterField):
                parent = given.get(kind.parentLayerParameterName())
                if isinstance(parent, QgsVectorLayer):
                    given[name] = self._field(kind, parent)
            elif isinstance(kind, QgsProcessingParameterDateTime):
                if not kind.flags() & kind.Flag.FlagOptional:
                    given[name] = "2024-12-01"
            elif isinstance(kind, QgsProcessingParameterNumber) and name in (
                "PERMUTATIONS", "SIMULATIONS", "BOOTSTRAPS",
            ):
                given[name] = 19
        given = {name: value for name, value in given.items() if value is not None}
        given.update(SETTINGS.get(self.name, {}))
        return given

    @staticmethod
    def _field(kind, parent) -> Optional[str]:
        """The field of our invented layers that fits: dates, numbers, texts."""
        fields = parent.fields()
        name = kind.name()
        if name.startswith("DATE_TO"):
            wanted = "until"
        elif name.startswith("DATE"):
            wanted = "happened"
        elif name == "WEIGHT_FIELD" or (parent.geometryType() == 2 and "POP" in name):
            wanted = "harm" if fields.lookupField("harm") >= 0 else "people"
        elif kind.dataType() == QgsProcessingParameterField.DataType.Numeric:
            wanted = "people"
        else:
            wanted = "kind" if fields.lookupField("kind") >= 0 else "name"
        return wanted if fields.lookupField(wanted) >= 0 else None

    def __call__(
        self,
        layer: QgsVectorLayer,
        areas: Optional[QgsVectorLayer] = None,
        log: Optional[Log] = None,
        **changed: Any,
    ):
        """("result", results, log) or ("sentence", text, log)."""
        log = log or Log()
        given = self.parameters(layer, areas)
        given.update({k: v for k, v in changed.items() if self.algorithm.parameterDefinition(k)})
        try:
            results, _, _ = self._run(self.name, given, log)
        except QgsProcessingException as error:
            sentence = str(error)
            assert sentence.strip(), "a refusal must say why"
            assert "An error in Trygg" not in sentence, f"{sentence}\n{log.text}"
            assert sentence.rstrip()[-1] in ".?!)”:", sentence
            assert "{" not in sentence, sentence
            return "sentence", sentence, log
        assert "Traceback" not in log.text
        for key, value in results.items():
            if isinstance(value, float):
                assert value == value, f"{key} is not a number"
        return "result", results, log


@pytest.fixture(params=NAMES)
def tried(request, provider, run) -> Tried:
    return Tried(provider, run, request.param)


def options_of(tried: Tried) -> Options:
    return tried.algorithm.incident_options


def test_good_input_gives_a_result(tried):
    outcome, answer, log = tried(good_layer(200))
    assert outcome == "result", answer
    assert answer["EVENTS"] > 0


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_events(tried, count):
    outcome, answer, _ = tried(good_layer(count))
    if count == 0:
        assert outcome == "sentence"


def test_all_at_one_place(tried):
    tried(good_layer(x=[600_500.0] * 60, y=[6_600_500.0] * 60))


def test_all_at_one_time(tried):
    tried(good_layer(days=[100] * 60, hours=[12.0] * 60))


def test_all_alike(tried):
    tried(good_layer(x=[600_500.0] * 60, y=[6_600_500.0] * 60, days=[100] * 60, hours=[12] * 60))


def test_no_dates(tried):
    outcome, answer, log = tried(good_layer(days=[None] * 60))
    if options_of(tried).dates == "required":
        assert outcome == "sentence" and "no date" in log.text


def test_no_date_field(tried):
    layer = QgsVectorLayer("Point?crs=EPSG:3006&field=harm:double", "bare", "memory")
    features = []
    for x, y in zip(*some_places(30)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([1.0])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(float(x), float(y))))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    outcome, answer, _ = tried(layer)
    if options_of(tried).dates == "required":
        assert outcome == "sentence" and "field" in answer


def test_dates_in_the_future(tried):
    outcome, answer, log = tried(good_layer(days=[100_000] * 60))
    if options_of(tried).dates != "none":
        assert outcome == "sentence" and "future" in log.text


def test_intervals_reversed(tried):
    layer = good_layer()
    provider = layer.dataProvider()
    start, end = (layer.fields().lookupField(name) for name in ("happened", "until"))
    changed = {
        f.id(): {start: f["until"], end: f["happened"]} for f in layer.getFeatures()
        if f.id() % 2
    }
    assert provider.changeAttributeValues(changed)
    _, _, log = tried(layer)
    if options_of(tried).interval:
        assert "end before they begin" in log.text


def test_coordinates_that_are_no_numbers(tried):
    x, y = some_places(60)
    x[::3] = np.nan
    y[1] = np.inf
    outcome, answer, log = tried(good_layer(x=x, y=y))
    if options_of(tried).places:
        assert "no place" in log.text


def test_nulls_everywhere(tried):
    x, y = (list(values) for values in some_places(60))
    days, weight = list(range(60)), [1.0] * 60
    category = ["theft"] * 60
    for values, step in ((x, 3), (days, 4), (weight, 5), (category, 7)):
        values[::step] = [None] * len(values[::step])
    tried(good_layer(x=x, y=y, days=days, weight=weight, category=category))


def test_everything_null(tried):
    n = 20
    outcome, _, _ = tried(
        good_layer(n, x=[None] * n, y=[None] * n, days=[None] * n, weight=[None] * n,
                   category=[None] * n)
    )
    assert outcome == "sentence"


def test_degrees(tried):
    rng = np.random.default_rng(8)
    layer = good_layer(x=15 + rng.uniform(0, 0.03, 60), y=59.5 + rng.uniform(0, 0.02, 60),
                       crs="EPSG:4326")
    areas = area_layer([square(15, 59.5, 0.015), square(15.015, 59.5, 0.015)], "EPSG:4326")
    outcome, answer, log = tried(layer, areas)
    if options_of(tried).places:
        assert "EPSG:3006" in log.text, answer


def test_line_layer_is_refused(tried):
    outcome, sentence, _ = tried(streets())
    assert outcome == "sentence" and "point" in sentence


def test_areas_that_overlap(tried):
    areas = area_layer([square(600_000, 6_600_000, 1500), square(600_500, 6_600_500, 1500),
                        square(600_200, 6_600_200, 300)])
    tried(good_layer(), areas)


def test_areas_that_are_invalid(tried):
    bow_tie = QgsGeometry.fromPolygonXY(
        [[QgsPointXY(600_000, 6_600_000), QgsPointXY(602_000, 6_602_000),
          QgsPointXY(602_000, 6_600_000), QgsPointXY(600_000, 6_602_000),
          QgsPointXY(600_000, 6_600_000)]]
    )
    tried(good_layer(), area_layer([bow_tie, QgsGeometry(), square(600_000, 6_600_000, 900)]))


def test_areas_elsewhere(tried):
    tried(good_layer(), area_layer([square(100_000, 6_000_000, 1000),
                                    square(101_000, 6_000_000, 1000)]))


def test_distances_larger_than_the_area(tried):
    changed = {
        definition.name(): 1_000_000.0
        for definition in tried.algorithm.parameterDefinitions()
        if isinstance(definition, QgsProcessingParameterNumber)
        and "(m)" in definition.description()
    }
    tried(good_layer(), **changed)


def test_negative_weights(tried):
    outcome, sentence, _ = tried(good_layer(weight=[-1.0] * 60))
    if options_of(tried).weights:
        assert outcome == "sentence" and "negative" in sentence


def test_many_duplicates(tried):
    n = 1000
    rng = np.random.default_rng(2)
    place = rng.integers(0, 3, n)
    tried(good_layer(n, x=600_500.0 + 300 * place, y=6_600_500.0 + 200 * place,
                     days=rng.integers(0, 5, n), hours=[12.0] * n))


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5])
def test_cancel(tried, share):
    log = Log(cancel_at=share)
    outcome, answer, _ = tried(good_layer(200), log=log)
    if share == 0.0:
        assert outcome == "sentence" and "Cancelled" in answer
