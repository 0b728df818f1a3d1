"""A layer of a real PostGIS server is read like the same data anywhere else, and fast."""

from __future__ import annotations

import os
import time
from dataclasses import replace

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsFeatureRequest,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerExporter,
)

from tests.data.postgis_server import Server
from tests.data.test_arrays import (
    COLUMNS,
    _Selected,
    assert_same,
    make_layer,
    needs_arrow,
    saved,
)
from tests.processing.conftest import project, run, town  # noqa: F401  # fixtures
from trygg_plugin.data import arrays
from trygg_plugin.data.arrays import (
    CATEGORY,
    NUMBER,
    TIME,
    Categories,
    Points,
    origin_of,
    read_points,
)

pytestmark = pytest.mark.native
ROWS = int(os.environ.get("TRYGG_POSTGIS_ROWS", 60_000))
WGS84 = QgsCoordinateReferenceSystem("EPSG:4326")


@pytest.fixture(scope="module")
def server(postgis):
    return postgis


@pytest.fixture
def sql(server):
    connection = server.connect()
    with connection.cursor() as cursor:
        yield cursor.execute
    connection.close()


def address(server: Server, table: str) -> QgsDataSourceUri:
    uri = QgsDataSourceUri()
    uri.setConnection(
        "127.0.0.1", str(server.port), server.database, server.user, server.password
    )
    uri.setDataSource("public", table, "geom", "", "id")
    return uri


def opened(uri: QgsDataSourceUri) -> QgsVectorLayer:
    layer = QgsVectorLayer(uri.uri(False), "shown", "postgres")
    assert layer.isValid(), layer.dataProvider().error().message()
    return layer


def exported(server: Server, layer: QgsVectorLayer, table: str) -> QgsVectorLayer:
    """The layer as a table that QGIS itself made."""
    uri = address(server, table)
    result, text = QgsVectorLayerExporter.exportLayer(
        layer, uri.uri(False), "postgres", layer.crs(), False, {"overwrite": True}
    )
    assert result == 0, text
    return opened(uri)


def by_id(points: Points) -> Points:
    """The same rows by their numbers: PostgreSQL puts a short row where there is room for it."""
    rows = np.argsort(points.fid)
    columns = {
        name: values.take(rows) if isinstance(values, Categories) else values[rows]
        for name, values in points.columns.items()
    }
    return replace(
        points, fid=points.fid[rows], x=points.x[rows], y=points.y[rows], columns=columns
    )


@needs_arrow
@pytest.mark.parametrize("kind", ["Point", "MultiPoint"])
def test_same_as_general_way_and_as_geopackage(qgis_app, server, tmp_path, kind):
    file = saved(make_layer(kind), str(tmp_path / "a.gpkg"), "GPKG")
    layer = exported(server, file, f"made_{kind.lower()}")
    fast = read_points(layer, COLUMNS, origin=origin_of(layer))
    assert fast.fast
    general = read_points(layer, COLUMNS)
    assert not general.fast
    assert_same(fast, general)
    assert_same(by_id(fast), by_id(read_points(file, COLUMNS, origin=origin_of(file))))
    assert np.isnan(fast.x).sum() == 11 and fast.columns["cat"].codes.min() == -1
    assert (fast.multi > 0) == (kind == "MultiPoint")
    assert str(by_id(fast).columns["at"][26]) == "2024-01-27T02:26:07.000"


@needs_arrow
def test_subset_crs_selection_and_limit(qgis_app, server, tmp_path):
    file = saved(make_layer(), str(tmp_path / "a.gpkg"), "GPKG")
    layer = exported(server, file, "filtered")
    for one in (layer, file):
        assert one.setSubsetString("\"cat\" = 'brand på byggnad' OR whole > 200")
    fast = read_points(layer, COLUMNS, origin=origin_of(layer), crs=WGS84)
    assert fast.fast and 0 < len(fast) < 300
    assert_same(fast, read_points(layer, COLUMNS, crs=WGS84))
    assert_same(by_id(fast), by_id(read_points(file, COLUMNS, crs=WGS84)))

    ids = sorted(layer.allFeatureIds())[3:40:2]
    layer.selectByIds(ids)
    fast = read_points(_Selected(layer), COLUMNS, origin=origin_of(layer, selected_only=True))
    assert fast.fast and fast.fid.tolist() == ids
    assert_same(fast, read_points(_Selected(layer), COLUMNS))

    fast = read_points(_First(layer, 7), COLUMNS, origin=origin_of(layer, limit=7))
    assert fast.fast and len(fast) == 7
    assert_same(fast, read_points(_First(layer, 7), COLUMNS))


class _First(_Selected):
    """What Processing hands over for a limit."""

    def __init__(self, layer, count):
        super().__init__(layer)
        self._count = count

    def featureCount(self):
        return self._count

    def getFeatures(self, request: QgsFeatureRequest):
        wanted = request.limit() if request.limit() >= 0 else self._count
        return self._layer.getFeatures(request.setLimit(min(wanted, self._count)))


@needs_arrow
def test_types_of_postgres(qgis_app, server, sql):
    sql(
        "CREATE TABLE kinds (id int PRIMARY KEY, geom geometry(PointZM, 3006), small int2,"
        " big int8, exact numeric(12, 4), free numeric, single real, short varchar(9), day date,"
        " at timestamp, zoned timestamptz, sure boolean, padded char(5), things text[])"
    )
    sql(
        "INSERT INTO kinds SELECT i, ST_SetSRID(ST_MakePoint(6e5 + i, 6.6e6, 3, 4), 3006), i,"
        " 9007199254740993 + i, i / 7.0, i / 3.0, i / 3.0, 'ö' || i, date '1970-01-01' + i,"
        " timestamp '1969-12-30 23:59:58.25' + i * interval '1 hour',"
        " timestamptz '2024-03-30 12:00+01' + i * interval '1 hour', i % 2 = 0, 'a', '{x,y}'"
        " FROM generate_series(1, 90) i"
    )
    sql("INSERT INTO kinds (id, at, day, single, free) VALUES"
        " (200, 'infinity', 'infinity', 'NaN', 'NaN'), (201, null, null, null, null)")
    layer = opened(address(server, "kinds"))
    numbers = dict.fromkeys(["small", "big", "exact", "free"], NUMBER)
    columns = {**numbers, "short": CATEGORY, "day": TIME, "at": TIME}
    fast = read_points(layer, columns, origin=origin_of(layer))
    assert fast.fast
    assert_same(fast, read_points(layer, columns))
    assert str(fast.columns["at"][0]) == "1969-12-31T00:59:58.250"
    # what GDAL and QGIS see differently, QGIS reads
    for name, kind in (("zoned", TIME), ("sure", NUMBER), ("padded", CATEGORY),
                       ("single", NUMBER), ("things", CATEGORY), ("id", NUMBER)):
        assert not read_points(layer, {name: kind}, origin=origin_of(layer)).fast, name
    sql("UPDATE kinds SET day = '1969-12-31' WHERE id = 90")
    old = read_points(layer, {"day": TIME}, origin=origin_of(layer))
    assert_same(old, read_points(layer, {"day": TIME}))
    assert np.nanmin(old.columns["day"]) == np.datetime64("1969-12-31")


@needs_arrow
def test_general_way_where_the_table_does_not_tell_all(qgis_app, server, sql):
    layer = exported(server, make_layer(), "edited")
    assert layer.startEditing()
    assert origin_of(layer) is None
    layer.rollBack()
    assert origin_of(layer, expression="whole > 3") is None

    sql("CREATE VIEW seen AS SELECT * FROM edited WHERE whole < 50")
    sql("CREATE TABLE mixed (id int PRIMARY KEY, geom geometry(Geometry, 3006), kind text)")
    sql("INSERT INTO mixed VALUES (1, 'SRID=3006;POINT(1 2)', 'a'),"
        " (2, 'SRID=3006;LINESTRING(1 2, 3 4)', 'b'), (3, 'SRID=3006;POINT(3 4)', 'c')")
    sql("CREATE TABLE wide (id bigint PRIMARY KEY, geom geometry(Point, 3006), kind text)")
    sql("INSERT INTO wide SELECT 5000000000 + i, 'SRID=3006;POINT(1 2)', 'a'"
        " FROM generate_series(1, 5) i")
    mixed = address(server, "mixed")
    mixed.setWkbType(layer.wkbType())
    mixed.setSrid("3006")
    query = address(server, "(SELECT id, geom, cat AS kind FROM edited WHERE whole > 290)")
    query.setSchema("")
    for uri, field, count in ((address(server, "seen"), "cat", 47), (mixed, "kind", 2),
                              (address(server, "wide"), "kind", 5), (query, "kind", 9)):
        shown = opened(uri)
        read = read_points(shown, {field: CATEGORY}, origin=origin_of(shown))
        assert not read.fast, uri.table()
        assert len(read) == count == shown.featureCount(), uri.table()


@needs_arrow
def test_broken_stream_is_read_anew(qgis_app, server, sql, monkeypatch):
    """The server ends GDAL's connection half-way; no row is missing in the answer."""
    layer = exported(server, make_layer(n=3000), "broken_off")
    monkeypatch.setattr(arrays, "_BATCH_POINTS", 700)
    ended = []

    def end_it(share):
        if not ended:
            sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                " WHERE query LIKE 'FETCH%broken%' OR query LIKE 'FETCH%OGRPG%'")
            ended.append(share)

    read = read_points(layer, COLUMNS, origin=origin_of(layer), progress=end_it)
    assert ended and ended[0] < 0.5
    assert not read.fast and len(read) == 3000
    assert_same(read, read_points(layer, COLUMNS))


def test_password_is_not_shown(qgis_app, server):
    layer = exported(server, make_layer(n=3), "secretive")
    origin = origin_of(layer)
    assert server.password in origin.path
    assert server.password not in repr(origin) and server.password not in str(origin)


@needs_arrow
def test_both_ways_and_a_plain_loop_read_every_row(qgis_app, server, sql):
    sql("CREATE TABLE many (id serial PRIMARY KEY, geom geometry(Point, 3006), cat text,"
        " at timestamp)")
    sql("INSERT INTO many (geom, cat, at) SELECT"
        " ST_SetSRID(ST_MakePoint(6e5 + i %% 977, 6.6e6 + i %% 1409), 3006), 'kind ' || i %% 12,"
        " timestamp '2020-01-01' + i * interval '11 minutes' FROM generate_series(1, %s) i", [ROWS])
    sql("ANALYZE many")
    layer = opened(address(server, "many"))

    def plain():
        return [(f.geometry().asPoint().x(), f.geometry().asPoint().y(), f["cat"], f["at"])
                for f in layer.getFeatures()]

    def general():
        return read_points(layer, {"cat": CATEGORY, "at": TIME})

    def fast():
        return read_points(layer, {"cat": CATEGORY, "at": TIME}, origin=origin_of(layer))

    taken, read = {}, {}
    for way in (plain, fast, general):
        start = time.perf_counter()
        read[way] = way()
        taken[way] = time.perf_counter() - start
        assert len(read[way]) == ROWS
    assert read[fast].fast
    assert_same(read[fast], read[general])
    # Told, not judged: `pytest -s` with TRYGG_POSTGIS_ROWS=200000 measures.
    print(f"{ROWS} rows of PostGIS, seconds:", {way.__name__: t for way, t in taken.items()})


@pytest.mark.parametrize("name, more", [
    ("kerneldensity", {"BANDWIDTH": 300, "CELL_SIZE": 50, "WEIGHT_FIELD": "harm",
                       "CATEGORY_FIELD": "kind", "CATEGORIES": "theft; fight",
                       "PERIOD_START": "2024-02-01", "PERIOD_END": "2024-09-30"}),
    ("getisord", {"CELL_SIZE": 250}),
])
def test_algorithms_answer_as_on_a_memory_layer(server, run, town, name, more):  # noqa: F811
    layer = exported(server, town, f"town_{name}")
    QgsProject.instance().addMapLayer(layer)
    answers = []
    for source in (town, layer):
        results, log, _ = run(name, {"INPUT": source, **more, "OUTPUT": "TEMPORARY_OUTPUT"})
        assert server.password not in log.text
        answers.append({key: value for key, value in results.items() if key != "OUTPUT"})
    assert answers[0] == answers[1] and len(answers[0]) > 1
