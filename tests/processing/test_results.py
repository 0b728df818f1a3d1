"""Each algorithm finds what was planted, or gives the figures of a count by hand."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from tests.processing.conftest import area_layer, incident_layer, square

TEMPORARY = "TEMPORARY_OUTPUT"


@pytest.fixture
def rows(run):
    """Runs an algorithm; gives (rows of an output as dictionaries, results, log)."""

    def call(name, parameters, output="OUTPUT"):
        results, log, context = run(name, {output: TEMPORARY, "OUTPUT": TEMPORARY, **parameters})
        layer = QgsProcessingUtils.mapLayerFromString(results[output], context)
        assert layer is not None and layer.isValid()
        names = layer.fields().names()
        found = [dict(zip(names, f.attributes())) for f in layer.getFeatures()]
        for row, feature in zip(found, layer.getFeatures()):
            row["geometry"] = QgsGeometry(feature.geometry())
        return found, results, log

    return call


def at(x, y):
    return QgsGeometry.fromPointXY(QgsPointXY(x, y))


def clustered(counts_and_places, spread=20, seed=1):
    rng = np.random.default_rng(seed)
    xs, ys = [], []
    for count, (x, y) in counts_and_places:
        xs += list(rng.normal(x, spread, count))
        ys += list(rng.normal(y, spread, count))
    return np.array(xs), np.array(ys)


def two_squares():
    return (area_layer([square(600_000, 6_600_000, 1000)]),
            area_layer([square(602_000, 6_600_000, 1000)]))


def before_and_after(a, b, c, d, extra=()):
    """Incidents: a before and b after (from day 100) in the first square, c and d in the other."""
    days = [10 + i % 80 for i in range(a)] + [110 + i % 80 for i in range(b)]
    days += [10 + i % 80 for i in range(c)] + [110 + i % 80 for i in range(d)]
    n = a + b + c + d
    x = np.where(np.arange(n) < a + b, 600_500.0, 602_500.0) + np.arange(n) % 7
    y = np.full(n, 6_600_500.0) + np.arange(n) % 5
    # the period is the data's: one incident elsewhere on the first and the last day
    x, y = np.append(x, [610_000.0] * 2), np.append(y, [6_610_000.0] * 2)
    return incident_layer(x, y, days=[*days, 0, 199])


def test_local_moran_marks_the_crowds(rows, town):
    found, results, _ = rows("localmoran", {"INPUT": town, "CELL_SIZE": 250, "BAND": 300})
    high = [row for row in found if row["cluster"] == "HH"]
    assert any(row["geometry"].intersects(at(601_000, 6_601_000)) for row in high)
    assert results["MORAN"] > 0.05 and results["MORAN_P"] < 0.01


def test_groups_are_the_crowds(rows, town):
    found, results, _ = rows("stdbscan", {
        "INPUT": town, "DISTANCE": 100, "MINIMUM": 10, "CATEGORY_FIELD": "kind",
        "DATE_FIELD": "happened"})
    biggest = sorted(found, key=lambda row: -row["count"])[:2]
    assert biggest[0]["geometry"].intersects(at(601_000, 6_601_000))
    assert biggest[1]["geometry"].intersects(at(603_000, 6_603_000))
    assert sum(row["count"] for row in found) == results["IN_GROUPS"] < 400
    assert biggest[0]["category"] in ("theft", "fight", "graffiti")


def test_aoristic_counts_the_hours(rows):
    # 2024-01-01 is a Monday; three hours each from 10
    layer = incident_layer([0.0] * 6, [0.0] * 6, days=[0, 0, 7, 7, 14, 1], hours=[10.0] * 6)
    found, results, _ = rows("aoristic", {
        "INPUT": layer, "DATE_FIELD": "happened", "DATE_TO_FIELD": "until", "BOOTSTRAPS": 0})
    by_hour = {(row["weekday"], row["hour"]): row["events"] for row in found}
    assert by_hour[1, 10] == pytest.approx(5 / 3) and by_hour[2, 12] == pytest.approx(1 / 3)
    assert sum(by_hour.values()) == pytest.approx(6)
    assert (results["PEAK_WEEKDAY"], results["PEAK_HOUR"]) == (1, 10)


def test_months_add_up(rows, town, tmp_path):
    pictures = {name: str(tmp_path / f"{name}.svg") for name in ("CALENDAR", "WHEEL")}
    found, results, log = rows("calendartrend", {"INPUT": town, **pictures})
    assert (tmp_path / "WHEEL.svg").read_text(encoding="utf-8").count("<polygon") == 12
    assert (tmp_path / "CALENDAR.svg").read_text(encoding="utf-8").count("<rect") > 366
    assert "by month of the year" in log.text
    assert sum(row["count"] for row in found) == 400 == results["EVENTS"]
    assert len(found) == 12


def test_near_repeats_that_were_planted(rows):
    rng = np.random.default_rng(4)
    x, y = rng.uniform(600_000, 605_000, 80), rng.uniform(6_600_000, 6_605_000, 80)
    days = rng.integers(0, 300, 80)
    layer = incident_layer(
        np.append(x, x + 30), np.append(y, y + 30), days=np.append(days, days + 2))
    found, results, _ = rows("nearrepeat", {"INPUT": layer, "SIMULATIONS": 99})
    first = next(r for r in found if r["distance_to"] == 100 and r["days_to"] == 7)
    assert first["observed"] >= 80 and first["ratio"] > 5 and first["p"] == pytest.approx(0.01)
    assert results["FIRST_RATIO"] == pytest.approx(first["ratio"])
    points, _, _ = rows("nearrepeat", {"INPUT": layer, "SIMULATIONS": 99}, output="POINTS")
    roles = [row["role"] for row in points]
    assert roles.count("near_repeat") >= 80 and roles.count("originator") >= 60


def test_risk_lies_where_it_happened_lately(run):
    rng = np.random.default_rng(4)
    x, y = rng.uniform(600_000, 605_000, 80), rng.uniform(6_600_000, 6_605_000, 80)
    days = rng.integers(0, 300, 80)
    x, y, days = np.append(x, x + 30), np.append(y, y + 30), np.append(days, days + 2)
    layer = incident_layer(x, y, days=days)
    results, _, _ = run("nearrepeat", {
        "INPUT": layer, "SIMULATIONS": 99, "OUTPUT": TEMPORARY, "RISK": TEMPORARY})
    dataset = gdal.Open(results["RISK"])
    values, (x0, dx, _, y0, _, dy) = dataset.ReadAsArray(), dataset.GetGeoTransform()
    last = int(np.argmax(days))
    assert values[int((y[last] - y0) / dy), int((x[last] - x0) / dx)] == values.max() > 0


def test_a_new_hot_spot_is_new(rows):
    rng = np.random.default_rng(3)
    n = 1200
    x, y = rng.uniform(600_000, 604_000, n), rng.uniform(6_600_000, 6_604_000, n)
    days = rng.integers(0, 366, n)
    crowd_x, crowd_y = clustered([(120, (602_000, 6_602_000))], spread=150)
    layer = incident_layer(np.append(x, crowd_x), np.append(y, crowd_y),
                           days=np.append(days, rng.integers(338, 366, 120)))
    found, results, _ = rows("emerginghotspots", {
        "INPUT": layer, "CELL_SIZE": 400, "BAND": 600, "STEP": 0})
    here = [r for r in found if r["geometry"].intersects(at(602_000, 6_602_000))]
    assert {r["class"] for r in here} & {"new_hot", "consecutive_hot"}
    assert results["STEPS_USED"] == 12


def test_concentration_by_hand(rows):
    areas = area_layer([square(600_000 + 1000 * i, 6_600_000, 1000) for i in range(4)])
    x = np.repeat([600_500.0, 601_500.0, 602_500.0], [6, 3, 1])
    _, results, _ = rows("concentration", {
        "INPUT": incident_layer(x, np.full(10, 6_600_500.0)), "UNIT": 2, "AREAS": areas,
        "SIMULATIONS": 19})
    # counts 0, 1, 3, 6: Gini = (2 * (1*0 + 2*1 + 3*3 + 4*6) / (4 * 10)) - 5 / 4
    assert results["GINI"] == pytest.approx(2 * 35 / 40 - 1.25)
    assert results["PLACES_50"] == pytest.approx(0.25)


def test_pattern_that_moved(rows):
    areas = area_layer([square(600_000 + 1000 * i, 6_600_000, 1000) for i in range(4)])
    before = np.repeat([600_500.0, 601_500.0], [30, 30])
    after = np.repeat([600_500.0, 602_500.0], [30, 30])
    layer = incident_layer(np.append(before, after), np.full(120, 6_600_500.0),
                           days=[0] * 60 + [100] * 60)
    found, results, _ = rows("pointpatterntest", {
        "INPUT": layer, "UNIT": 2, "AREAS": areas, "SPLIT": "2024-02-01"})
    assert [row["change"] for row in found] == [0, -1, 1, 0]
    assert results["S_INDEX"] == pytest.approx(0.5)
    assert results["S_INDEX_ROBUST"] == pytest.approx(1 / 3)


def test_accuracy_by_hand(rows):
    areas = area_layer([square(600_000 + 1000 * i, 6_600_000, 1000) for i in range(4)])
    x = np.repeat([600_500.0, 601_500.0, 600_500.0, 601_500.0], [8, 2, 3, 1])
    layer = incident_layer(x, np.full(14, 6_600_500.0), days=[0] * 10 + [99] * 4)
    _, results, _ = rows("forecastaccuracy", {
        "INPUT": layer, "UNIT": 2, "AREAS": areas, "SPLIT": "2024-02-01", "AREA_SHARE": 25})
    assert results["HIT_RATE"] == pytest.approx(0.75)
    assert results["PAI"] == pytest.approx(0.75 / 0.25)
    assert results["PEI"] == pytest.approx(1.0)


def test_a_reporter_who_went_silent(rows):
    days = [30 * m + d for m in range(24) for d in range(3)] * 2
    who = ["school"] * 72 + ["guards"] * 72
    keep = [i for i, d in enumerate(days) if not (who[i] == "guards" and d > 360)]
    layer = incident_layer([0.0] * len(keep), [0.0] * len(keep), days=[days[i] for i in keep],
                           category=[who[i] for i in keep])
    found, results, _ = rows("reportercoverage", {"INPUT": layer, "REPORTER_FIELD": "kind"})
    assert {row["reporter"]: row["silent"] for row in found} == {"school": False, "guards": True}
    assert (results["REPORTERS"], results["SILENT"]) == (2, 1)


def test_area_rates_by_hand(rows):
    areas = area_layer([square(600_000 + 1000 * i, 6_600_000, 1000) for i in range(3)])
    x = np.repeat([600_500.0, 601_500.0, 602_500.0, 690_000.0], [6, 3, 1, 2])
    found, results, log = rows("arearates", {
        "INPUT": incident_layer(x, np.full(12, 6_600_500.0)), "AREAS": areas,
        "AREA_NAME": "name", "POPULATION": "people"})
    assert [row["count"] for row in found] == [6, 3, 1]
    assert found[1]["rate"] == pytest.approx(1000 * 3 / 1001)
    assert results["IN_AREAS"] == 10 and "2 incidents lie in none" in log.text
    assert results["OUTSIDE"] == 0 and [row["funnel"] for row in found] == [0, 0, 0]
    # Garwood's interval of a count of 6
    limits = found[0]["count_low"], found[0]["count_high"]
    assert limits == pytest.approx((2.2019, 13.0595), abs=1e-4)


def test_the_funnel_points_out_the_area_beyond_chance(rows, tmp_path):
    areas = area_layer([square(600_000 + 1000 * i, 6_600_000, 1000) for i in range(6)])
    x = np.repeat(600_500.0 + 1000 * np.arange(6), [10, 12, 40, 11, 9, 10])
    found, results, log = rows("arearates", {
        "INPUT": incident_layer(x, np.full(len(x), 6_600_500.0)), "AREAS": areas,
        "AREA_NAME": "name", "POPULATION": "people", "CHART": str(tmp_path / "funnel.svg")})
    assert [row["funnel"] for row in found] == [0, 0, 2, 0, 0, 0] and results["OUTSIDE"] == 1
    assert found[0]["funnel_low"] < results["OVERALL_RATE"] < found[0]["funnel_high"]
    assert "More than chance lets expect: Area 3." in log.text
    assert "Area 3" in (tmp_path / "funnel.svg").read_text(encoding="utf-8")


def test_change_per_area(rows):
    areas = area_layer([square(600_000, 6_600_000, 1000)])
    days = list(range(31)) + [day for day in range(31, 60) for _ in range(4)]
    layer = incident_layer([600_500.0] * len(days), [6_600_500.0] * len(days), days=days)
    found, _, log = rows("arearates", {
        "INPUT": layer, "AREAS": areas, "CHANGE_START": "2024-02-01", "CHANGE_END": "2024-02-29",
        "DATE_FIELD": "happened"})
    # January has 31 incidents, February 116; a year back there are no data
    assert (found[0]["period"], found[0]["previous_count"]) == (116, 31)
    assert found[0]["previous_shown"] == 1 and "last_year_count" not in found[0]
    assert "not told" in log.text


def test_displacement_by_hand(rows):
    treated, control = two_squares()
    found, results, _ = rows("displacement", {
        "INPUT": before_and_after(30, 15, 28, 30), "TREATED": treated, "CONTROL": control,
        "MEASURE_START": "2024-04-10"})
    assert [(row["before"], row["after"]) for row in found] == [(30, 15), (28, 30)]
    assert results["WDD"] == pytest.approx((15 - 30) - (30 - 28))
    half = 1.959964 * np.sqrt(30 + 15 + 28 + 30)
    assert results["WDD_LOW"] == pytest.approx(results["WDD"] - half, abs=1e-4)
    assert results["CONCLUSION"].endswith(".")


def test_harm_counts_each_weight(rows):
    treated, control = two_squares()
    layer = before_and_after(30, 15, 28, 30)
    index = layer.fields().lookupField("harm")
    # half of the incidents weigh 3, the others 1
    weights = {f.id(): 3.0 if k % 2 else 1.0 for k, f in enumerate(layer.getFeatures())}
    assert layer.dataProvider().changeAttributeValues({k: {index: w} for k, w in weights.items()})
    _, results, _ = rows("displacement", {
        "INPUT": layer, "TREATED": treated, "CONTROL": control, "MEASURE_START": "2024-04-10",
        "WEIGHT_FIELD": "harm"})
    values = np.array(list(weights.values()))
    groups = np.split(values[:103], np.cumsum([30, 15, 28]))
    a, b, c, d = (group.sum() for group in groups)
    assert results["HARM_WDD"] == pytest.approx((b - a) - (d - c))
    half = 1.959964 * np.sqrt((values[:103] ** 2).sum())
    assert results["HARM_HIGH"] == pytest.approx(results["HARM_WDD"] + half, abs=1e-3)
    assert "In harm" in results["CONCLUSION"]


def test_ring_around_the_measure(rows):
    treated, control = two_squares()
    layer = before_and_after(30, 15, 28, 30)
    provider = layer.dataProvider()
    for day in (20, 120, 130):
        feature = QgsFeature(layer.fields())
        other = next(layer.getFeatures())
        feature.setAttributes(other.attributes())
        feature["happened"] = other["happened"].addDays(day - 10)
        feature.setGeometry(at(601_100, 6_600_500))
        assert provider.addFeatures([feature])[0]
    found, results, _ = rows("displacement", {
        "INPUT": layer, "TREATED": treated, "CONTROL": control, "BUFFER_WIDTH": 300,
        "MEASURE_START": "2024-04-10"})
    assert (found[2]["before"], found[2]["after"]) == (1, 2)
    success, moved = 15 / 30 - 30 / 28, 2 / 30 - 1 / 28
    assert results["WDQ"] == pytest.approx(moved / success)


def test_places_that_overlap_are_refused(rows):
    from qgis.core import QgsProcessingException

    treated, _ = two_squares()
    with pytest.raises(QgsProcessingException, match="overlap"):
        rows("displacement", {"INPUT": before_and_after(5, 5, 5, 5), "TREATED": treated,
                              "CONTROL": treated, "MEASURE_START": "2024-04-10"})


def test_effect_size_by_hand(run):
    treated, control = two_squares()
    results, _, _ = run("effectsize", {
        "INPUT": before_and_after(40, 20, 36, 36), "TREATED": treated, "CONTROL": control,
        "MEASURE_START": "2024-04-10"})
    assert results["RES"] == pytest.approx(40 * 36 / (20 * 36))
    assert results["RES_LOW"] < 2 < results["RES_HIGH"]


def test_a_curve_that_broke(rows):
    rng = np.random.default_rng(9)
    days = np.concatenate([rng.integers(0, 730, 2000), rng.integers(730, 1000, 370)])
    n = len(days)
    layer = incident_layer([600_500.0] * n, [6_600_500.0] * n, days=np.append(days[:-1], 999))
    # day 730 is 2025-12-31; before it lie 23 whole months of that calendar, after it 8
    found, results, _ = rows("interruptedtimeseries", {
        "INPUT": layer, "MEASURE_START": "2025-12-31", "TREND_CHANGE": False})
    assert results["LEVEL_HIGH"] < 0.8 and results["PREVENTED"] > 200
    assert [row["after"] for row in found].count(True) in (8, 9)
    assert found[0]["count"] > 50 > found[-1]["count"]


def test_areas_that_fell_together(rows):
    rng = np.random.default_rng(2)
    areas = area_layer([square(600_000 + 1000 * i, 6_600_000, 1000) for i in range(12)])
    treated = area_layer([square(600_000, 6_600_000, 6000).intersection(
        square(600_000, 6_600_000, 6000))])
    x, days = [], []
    for i in range(12):
        for month in range(20):
            mean = 20 * (0.5 if i < 6 and month >= 12 else 1.0)
            for _ in range(rng.poisson(mean)):
                x.append(600_500.0 + 1000 * i)
                days.append(month * 30.4 + rng.uniform(0, 29))
    layer = incident_layer(x, [6_600_500.0] * len(x), days=days)
    found, results, _ = rows("differenceindifferences", {
        "INPUT": layer, "AREAS": areas, "AREA_NAME": "name", "TREATED": treated,
        "MEASURE_START": "2024-12-31", "PERMUTATIONS": 99})
    assert sum(row["treated"] for row in found) == 6
    assert 0.4 < results["RATIO_LOW"] < results["RATIO"] < results["RATIO_HIGH"] < 0.65


def test_scan_finds_the_planted_cylinder(rows):
    rng = np.random.default_rng(6)
    n = 300
    x, y = rng.uniform(600_000, 605_000, n), rng.uniform(6_600_000, 6_605_000, n)
    crowd_x, crowd_y = clustered([(25, (602_500, 6_602_500))], spread=60)
    layer = incident_layer(np.append(x, crowd_x), np.append(y, crowd_y),
                           days=np.append(rng.integers(0, 180, n), rng.integers(90, 97, 25)))
    found, results, _ = rows("spacetimescan", {"INPUT": layer, "SIMULATIONS": 99, "MAX_DAYS": 30})
    assert results["CLUSTERS"] == len(found) >= 1 and results["LOWEST_P"] == pytest.approx(0.01)
    assert found[0]["geometry"].intersects(at(602_500, 6_602_500))
    assert found[0]["cases"] >= 20 and found[0]["expected"] < 5


def test_change_goes_the_right_way(run):
    x, y = clustered([(60, (601_000, 6_601_000)), (60, (603_000, 6_603_000))], spread=60)
    layer = incident_layer(x, y, days=[10 + i % 80 for i in range(60)]
                           + [110 + i % 80 for i in range(60)])
    results, _, _ = run("changesurface", {
        "INPUT": layer, "BANDWIDTH": 300, "CELL_SIZE": 50, "SPLIT": "2024-04-10",
        "OUTPUT": TEMPORARY})
    dataset = gdal.Open(results["OUTPUT"])
    (difference, shown), (x0, dx, _, y0, _, dy) = (
        dataset.ReadAsArray()[:2], dataset.GetGeoTransform())

    def cell(px, py):
        return int((py - y0) / dy), int((px - x0) / dx)

    assert difference[cell(601_000, 6_601_000)] < 0 < difference[cell(603_000, 6_603_000)]
    assert shown[cell(601_000, 6_601_000)] == -1 and shown[cell(603_000, 6_603_000)] == 1
    assert results["MORE_KM2"] > 0 and results["BEFORE"] == results["AFTER"] == 60


def test_adaptive_density_keeps_the_mass(run, town):
    results, _, _ = run("adaptivedensity", {
        "INPUT": town, "BANDWIDTH": 150, "CELL_SIZE": 50, "OUTPUT": TEMPORARY})
    values = gdal.Open(results["OUTPUT"]).ReadAsArray()
    assert np.nansum(values) * 0.05**2 == pytest.approx(400, rel=0.05)


def test_relative_risk_is_even_where_both_are_alike(run, town):
    results, _, _ = run("relativerisk", {
        "INPUT": town, "CONTROLS": town, "BANDWIDTH": 300, "CELL_SIZE": 100,
        "LEAST_CONTROLS": 1, "OUTPUT": TEMPORARY})
    values = gdal.Open(results["OUTPUT"]).ReadAsArray()[0]
    assert np.nanmax(np.abs(values)) < 1e-9
    assert results["HIGHEST"] == pytest.approx(1.0)


def test_street_density_keeps_the_mass(rows):
    streets = QgsVectorLayer("LineString?crs=EPSG:3006&field=name:string", "streets", "memory")
    features = []
    for name, line in (("A", [(0, 0), (1000, 0)]), ("B", [(1000, 0), (2000, 0)]),
                       ("C", [(1000, 0), (1000, 1000)])):
        feature = QgsFeature(streets.fields())
        feature.setAttributes([name])
        feature.setGeometry(QgsGeometry.fromPolylineXY(
            [QgsPointXY(600_000 + x, 6_600_000 + y) for x, y in line]))
        features.append(feature)
    assert streets.dataProvider().addFeatures(features)[0]
    layer = incident_layer([600_950.0, 600_990.0, 601_000.0, 605_000.0],
                           [6_600_004.0, 6_599_997.0, 6_600_300.0, 6_605_000.0])
    found, results, log = rows("streetdensity", {
        "INPUT": layer, "STREETS": streets, "STREET_NAME": "name", "BANDWIDTH": 200, "PIECE": 2})
    mass = sum(row["density"] * row["length"] / 1000 for row in found)
    assert mass == pytest.approx(3, rel=0.01)
    assert results["SNAPPED"] == 3 and "1 incidents lie farther" in log.text
    assert {row["street"] for row in found if row["density"] > 0} == {"A", "B", "C"}


def test_a_week_out_of_the_ordinary(rows):
    rng = np.random.default_rng(1)
    days = list(rng.integers(0, 7 * 60, 300)) + [7 * 60 + i % 7 for i in range(30)]
    layer = incident_layer([0.0] * len(days), [0.0] * len(days), days=days)
    found, results, _ = rows("alerts", {"INPUT": layer, "METHOD": 1, "LATEST": 3})
    assert [row["alert"] for row in found] == [False, False, True]
    assert found[-1]["count"] == 30 and results["ALERTS"] == 1


def test_priority_places_are_the_crowds(rows, town, districts):
    found, results, _ = rows("priorityplaces", {
        "INPUT": town, "CELL_SIZE": 250, "FIRST_DAY": "2024-07-01", "LAST_DAY": "2024-12-31",
        "CATEGORY_FIELD": "kind", "AREAS": districts, "AREA_NAME": "name"})
    assert [row["rank"] for row in found] == list(range(1, len(found) + 1))
    assert found[0]["geometry"].distance(at(601_000, 6_601_000)) < 250
    assert any(row["geometry"].distance(at(603_000, 6_603_000)) < 250 for row in found)
    assert found[0]["name"].startswith("Area ")
    assert found[0]["previous_count"] > 0 and found[0]["peak"]
    assert 0 < results["SHARE_OF_EVENTS"] <= 1
