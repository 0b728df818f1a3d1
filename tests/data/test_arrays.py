"""Both ways of reading give the same arrays; the fast one is fast."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import pytest
from osgeo import ogr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from trygg_plugin.data.arrays import (
    CATEGORY,
    NUMBER,
    TIME,
    Categories,
    _factorise,
    origin_of,
    parse_number,
    parse_time,
    read_points,
    transform,
)
from trygg_plugin.domain.errors import DomainError

HAS_ARROW = hasattr(ogr.Layer, "GetArrowStreamAsNumPy")
needs_arrow = pytest.mark.skipif(not HAS_ARROW, reason="GDAL older than 3.6 has no Arrow stream")
COLUMNS = {
    "cat": CATEGORY,
    "number": NUMBER,
    "whole": NUMBER,
    "day": TIME,
    "at": TIME,
    "written": TIME,
}


def make_layer(kind: str = "Point", n: int = 300) -> QgsVectorLayer:
    """A memory layer with nulls, empty texts, Swedish letters and features without a place."""
    fields = (
        "field=cat:string&field=number:double&field=whole:integer&field=flag:bool"
        "&field=day:date&field=at:datetime&field=written:string"
    )
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:3006&{fields}", "made", "memory")
    assert layer.isValid()
    from qgis.PyQt.QtCore import QDate, QDateTime, QTime

    features = []
    for i in range(n):
        feature = QgsFeature(layer.fields())
        day = QDate(2024, 1, 1).addDays(i % 400)
        feature.setAttributes(
            [
                None if i % 11 == 0 else ["skadegörelse", "", "brand på byggnad", "å" * 20][i % 4],
                None if i % 13 == 0 else i / 7,
                None if i % 17 == 0 else i,
                None if i % 19 == 0 else bool(i % 2),
                None if i % 7 == 0 else day,
                None if i % 5 == 0 else QDateTime(day, QTime(i % 24, i % 60, 7)),
                None if i % 23 == 0 else ["2024-05-01 13:45", "2024-02-30", "x"][i % 3],
            ]
        )
        if i % 29 and kind == "Point":
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(6e5 + i / 3, 6.6e6 - i * 1.7)))
        elif i % 29:
            places = [QgsPointXY(6e5 + i + j, 6.6e6 - i - 2 * j) for j in range(1 + i % 3)]
            feature.setGeometry(QgsGeometry.fromMultiPointXY(places))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


def saved(layer: QgsVectorLayer, path: str, driver: str) -> QgsVectorLayer:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = driver, "saved"
    if driver == "FlatGeobuf":  # its spatial index takes no feature without a place
        options.layerOptions = ["SPATIAL_INDEX=NO"]
    result = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, path, QgsCoordinateTransformContext(), options
    )
    assert result[0] == QgsVectorFileWriter.WriterError.NoError, result
    opened = QgsVectorLayer(path, "saved", "ogr")
    assert opened.isValid()
    return opened


def assert_same(one, other) -> None:
    assert len(one) == len(other)
    np.testing.assert_array_equal(one.fid, other.fid)
    np.testing.assert_array_equal(one.x, other.x)
    np.testing.assert_array_equal(one.y, other.y)
    assert (one.multi, one.outside_crs) == (other.multi, other.outside_crs)
    assert one.unreadable == other.unreadable and one.dates_only == other.dates_only
    assert list(one.columns) == list(other.columns)
    for name, values in one.columns.items():
        theirs = other.columns[name]
        if isinstance(values, Categories):
            assert values.labels == theirs.labels
            np.testing.assert_array_equal(values.codes, theirs.codes)
        elif values.dtype.kind == "M":
            np.testing.assert_array_equal(values.view(np.int64), theirs.view(np.int64))
        else:
            np.testing.assert_array_equal(values, theirs)


@needs_arrow
@pytest.mark.parametrize("driver, ending", [("GPKG", "gpkg"), ("FlatGeobuf", "fgb")])
@pytest.mark.parametrize("kind", ["Point", "MultiPoint"])
def test_fast_and_general_way_agree(qgis_app, tmp_path, driver, ending, kind):
    layer = saved(make_layer(kind), str(tmp_path / f"a.{ending}"), driver)
    general = read_points(layer, COLUMNS)
    fast = read_points(layer, COLUMNS, origin=origin_of(layer))
    if driver == "GPKG":
        assert fast.fast, "a GeoPackage must be read the fast way"
        assert np.isnan(general.x).any(), "FlatGeobuf keeps no feature without a place"
    assert not general.fast
    assert_same(fast, general)
    assert general.columns["cat"].codes.min() == -1
    if kind == "MultiPoint":
        assert general.multi > 0


@needs_arrow
def test_agree_on_subset_selection_limit_and_crs(qgis_app, tmp_path):
    layer = saved(make_layer(), str(tmp_path / "a.gpkg"), "GPKG")
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    assert layer.setSubsetString("\"cat\" = 'brand på byggnad' OR whole > 200")
    subset = read_points(layer, COLUMNS, origin=origin_of(layer), crs=wgs84)
    assert subset.fast and 0 < len(subset) < 300
    assert_same(subset, read_points(layer, COLUMNS, crs=wgs84))

    ids = [f.id() for f in layer.getFeatures()][3:40:2]
    layer.selectByIds(ids)
    fast = read_points(
        layer.materialize(QgsFeatureRequest().setFilterFids(ids)) and _Selected(layer),
        COLUMNS,
        origin=origin_of(layer, selected_only=True),
    )
    assert fast.fast and sorted(fast.fid.tolist()) == sorted(ids)
    assert_same(fast, read_points(_Selected(layer), COLUMNS))


class _Selected:
    """What Processing hands over for "selected features only"."""

    def __init__(self, layer):
        self._layer = layer

    def __getattr__(self, name):
        return getattr(self._layer, name)

    def featureCount(self):
        return self._layer.selectedFeatureCount()

    def getFeatures(self, request):
        return self._layer.getSelectedFeatures(request)


@needs_arrow
def test_general_way_is_taken_where_the_file_does_not_tell_all(qgis_app, tmp_path):
    layer = saved(make_layer(), str(tmp_path / "a.gpkg"), "GPKG")
    assert origin_of(layer, expression="whole > 3") is None
    layer.startEditing()
    feature = next(layer.getFeatures())
    assert layer.changeAttributeValue(feature.id(), layer.fields().lookupField("cat"), "ny")
    assert origin_of(layer) is None
    read = read_points(layer, {"cat": CATEGORY}, origin=origin_of(layer))
    assert "ny" in read.columns["cat"].labels
    layer.rollBack()
    from qgis.core import QgsField
    from qgis.PyQt.QtCore import QVariant

    layer.addExpressionField("whole * 2", QgsField("twice", QVariant.Double))
    read = read_points(layer, {"twice": NUMBER}, origin=origin_of(layer))
    assert not read.fast and np.nanmax(read.columns["twice"]) == 598
    assert origin_of(make_layer()) is None


@needs_arrow
def test_true_and_false_are_read_by_qgis(qgis_app, tmp_path):
    layer = saved(make_layer(), str(tmp_path / "a.gpkg"), "GPKG")
    read = read_points(layer, {"flag": NUMBER}, origin=origin_of(layer))
    assert not read.fast
    np.testing.assert_array_equal(read.columns["flag"][:4], [np.nan, 1, 0, 1])


@needs_arrow
def test_parts_of_seconds_are_no_reason_to_read_slowly(workspace):
    at = datetime(2024, 5, 1, 12, 0, 41, 300_000)
    workspace.insert("incident", {"category": "vandalism", "time_from": at, "channel": "import"})
    uri, provider = workspace.layer_uri("incident")
    layer = QgsVectorLayer(uri, "incident", provider)
    read = read_points(layer, {"time_from": TIME}, origin=origin_of(layer))
    assert read.fast
    assert abs(read.columns["time_from"][0] - np.datetime64(at, "ms")) <= np.timedelta64(1, "ms")


def test_empty_layer(qgis_app, tmp_path):
    layer = saved(make_layer(n=0), str(tmp_path / "a.gpkg"), "GPKG")
    fast = read_points(layer, COLUMNS, origin=origin_of(layer))
    assert fast.fast and len(fast) == 0
    assert_same(fast, read_points(layer, COLUMNS))


def test_times_keep_their_digits(qgis_app):
    read = read_points(make_layer(), {"at": TIME, "day": TIME, "written": TIME})
    assert str(read.columns["at"][26]) == "2024-01-27T02:26:07.000"
    assert read.dates_only == {"day"}
    assert str(read.columns["written"][3]) == "2024-05-01T13:45:00.000"
    # two of three written values are no times; 300 rows less the nulls among them
    assert read.unreadable["written"] == sum(1 for i in range(300) if i % 23 and i % 3)


def test_transform_is_qgis_own_and_survives_one_bad_point(qgis_app):
    source = QgsCoordinateReferenceSystem("EPSG:4326")
    target = QgsCoordinateReferenceSystem("EPSG:3006")
    rng = np.random.default_rng(3)
    x, y = rng.uniform(11, 24, 500), rng.uniform(55, 69, 500)
    x[7], y[9] = np.nan, np.inf
    new_x, new_y, failed = transform(x, y, source, target)
    operation = QgsCoordinateTransform(source, target, QgsCoordinateTransformContext())
    for i in range(500):
        if i in (7, 9):
            assert np.isnan(new_x[i])
            continue
        one = operation.transform(QgsPointXY(x[i], y[i]))
        assert (new_x[i], new_y[i]) == (one.x(), one.y())
    assert failed == 0
    y[11] = 4000.0
    moved_x, _, failed = transform(x, y, source, target)
    assert failed <= 1
    keep = np.arange(500) != 11
    np.testing.assert_array_equal(moved_x[keep], new_x[keep])


def test_refusals_are_sentences(qgis_app):
    layer = make_layer()
    with pytest.raises(DomainError, match="no field “nothing”"):
        read_points(layer, {"nothing": TIME})
    with pytest.raises(DomainError, match="holds numbers"):
        read_points(layer, {"number": TIME})
    with pytest.raises(DomainError, match="holds times"):
        read_points(layer, {"at": NUMBER})
    with pytest.raises(DomainError, match="no points"):
        read_points(QgsVectorLayer("LineString?crs=EPSG:3006", "l", "memory"), {})


def test_numbers_and_dates_become_categories(qgis_app):
    read = read_points(make_layer(), {"whole": CATEGORY, "day": CATEGORY})
    assert "12" in read.columns["whole"].labels
    assert any(label.startswith("2024-01-02") for label in read.columns["day"].labels)


def test_parsing():
    assert parse_number("1 234,5") == 1234.5
    assert parse_number("") is None and parse_number("nan") is None
    assert str(parse_time("2024-02-29T23:59:58.5Z")) == "2024-02-29T23:59:58.500"
    assert str(parse_time("2024/3/1")) == "2024-03-01T00:00:00.000"
    assert parse_time("2023-02-29") is None and parse_time("01/02/2024") is None


@pytest.mark.parametrize("width", [1, 8, 9, 40])
def test_factorise_gives_back_the_texts(width):
    rng = np.random.default_rng(width)
    letters = rng.integers(97, 100, (2000, width)).astype(np.uint8)
    data = np.ascontiguousarray(letters).view(f"S{width}").ravel()
    codes, first = _factorise(data)
    assert (data[first][codes] == data).all()
    assert len(first) == len(set(data.tolist()))
