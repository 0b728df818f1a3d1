"""The composed jobs find what was planted, claim nothing where nothing was, and say why not."""

from __future__ import annotations

import json

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from tests.processing.conftest import Log, area_layer, incident_layer, square
from trygg_plugin.i18n import tr

TEMPORARY = "TEMPORARY_OUTPUT"
PERIOD = {"FIRST_DAY": "2024-07-01", "LAST_DAY": "2024-12-31"}
SIDE = 4000
RESULTS = ("PLACES", "HOT_SPOTS", "AREA_CHANGES", "DENSITY", "CHANGE", "HOURS", "MONTHS",
           "NEAR_REPEAT", "CONCENTRATION")


def at(x: float, y: float) -> QgsGeometry:
    return QgsGeometry.fromPointXY(QgsPointXY(x, y))


def scattered(n: int, first: int, last: int, seed: int):
    """n incidents anywhere in a square of 4 km, on days of 2024 and on."""
    rng = np.random.default_rng(seed)
    return (rng.uniform(600_000, 600_000 + SIDE, n), rng.uniform(6_600_000, 6_600_000 + SIDE, n),
            rng.integers(first, last, n))


def crowd(n: int, x: float, y: float, first: int, last: int, seed: int = 2, spread: float = 100):
    rng = np.random.default_rng(seed)
    return rng.normal(x, spread, n), rng.normal(y, spread, n), rng.integers(first, last, n)


def city(*parts, **options) -> QgsVectorLayer:
    x, y, days = (np.concatenate(values) for values in zip(*parts))
    hours = np.random.default_rng(9).uniform(0, 24, len(x))
    return incident_layer(x, y, days=days, hours=hours, **options)


def boundary() -> QgsVectorLayer:
    return area_layer([square(600_000, 6_600_000, SIDE)])


@pytest.fixture
def situation(run, project, tmp_path):
    """``situation(layer, ...)`` gives (results, page, log, context)."""

    def call(layer, **parameters):
        page = tmp_path / "summary.html"
        results, log, context = run("situationanalysis", {
            "INPUT": layer, "DATE_FIELD": "happened", "BOUNDARY": boundary(), "CELL_SIZE": 250,
            "SIMULATIONS": 199, **PERIOD, "SUMMARY": str(page), **parameters})
        return results, page.read_text(encoding="utf-8"), log, context

    return call


def rows_of(layer_id, context):
    layer = QgsProcessingUtils.mapLayerFromString(layer_id, context)
    assert layer is not None and layer.isValid(), layer_id
    names = layer.fields().names()
    return [dict(zip(names, f.attributes()), geometry=QgsGeometry(f.geometry()))
            for f in layer.getFeatures()]


# ---------------------------------------------------------------- situation analysis


def test_crowds_that_were_planted_are_the_places(situation, districts):
    layer = city(crowd(70, 601_000, 6_601_000, 182, 366), crowd(35, 603_000, 6_603_000, 182, 366),
                 scattered(200, 0, 366, 1))
    results, page, log, context = situation(
        layer, AREAS=districts, AREA_NAME="name", **dict.fromkeys(RESULTS, TEMPORARY))
    found = rows_of(results["PLACES"], context)
    assert found[0]["rank"] == 1 and found[0]["stands_out"]
    assert found[0]["geometry"].intersects(at(601_000, 6_601_000))
    assert found[1]["geometry"].intersects(at(603_000, 6_603_000))
    assert found[0]["name"].startswith("Area")
    # adjoining cells have no borders between them
    assert [len(row["geometry"].asMultiPolygon()) for row in found] == [1] * len(found)
    assert results["HOT"] > 0 and results["STEPS_DONE"] == 10, log.text
    assert "hot spots" in results["CONCLUSION"]
    # counts of the layers are the period's only
    hot = rows_of(results["HOT_SPOTS"], context)
    assert sum(row["count"] for row in hot) == results["EVENTS"]
    areas = rows_of(results["AREA_CHANGES"], context)
    assert sum(row["period"] for row in areas) == results["EVENTS"]
    assert sum(row["events"] for row in rows_of(results["HOURS"], context)) == pytest.approx(
        results["EVENTS"])
    assert page.count("<svg") >= 5 and page.count("<desc>") == page.count("<svg")
    assert "<title></title>" not in page and "{" not in page.split("</style>")[1]


def test_nothing_is_claimed_of_pure_chance(situation):
    results, page, _, context = situation(city(scattered(300, 0, 366, 6)), PLACES=TEMPORARY)
    assert results["HOT"] == 0
    assert not any(row["stands_out"] for row in rows_of(results["PLACES"], context))
    for claim in ("No place stands out from chance", "chance alone may explain the difference",
                  "No near repeat is shown", "not shown to be more concentrated",
                  "none of them stands out"):
        assert claim in page, claim
    assert results["KNOX_P"] > 0.05 and results["PREVIOUS_P"] > 0.05 and results["GINI_P"] > 0.05
    assert results["MORE_KM2"] == results["FEWER_KM2"] == 0


def test_a_rise_that_was_planted_is_told(situation):
    layer = city(scattered(60, 0, 182, 1), scattered(120, 182, 366, 2))
    results, page, _, _ = situation(layer, PERIOD_START="2024-01-01")
    assert (results["PREVIOUS_EVENTS"], results["EVENTS"]) == (60, 120)
    assert results["PREVIOUS_P"] < 0.001
    assert "120 incidents against 60 in the previous period: 98 % more" in page  # per day
    # the data begin in 2024: last year is not taken for a calm one
    assert "LAST_YEAR_EVENTS" not in results and "same period last year is not told" in page


def test_days_before_the_data_are_not_taken_for_calm(situation):
    layer = city(scattered(60, 20, 182, 1), scattered(120, 182, 366, 2))
    results, page, _, _ = situation(layer)
    assert "PREVIOUS_EVENTS" not in results
    assert "previous period is not told" in page and "give it as “First day”" in page


def test_near_repeats_that_were_planted_are_told(situation):
    x, y, days = scattered(90, 0, 366, 3)
    layer = city((x, y, days), (x + 30, y + 30, np.minimum(days + 2, 365)))
    results, page, _, _ = situation(layer)
    assert results["KNOX_P"] == pytest.approx(1 / 200) and results["KNOX_RATIO"] > 3
    assert "be there soon after" in page


def test_too_few_incidents_are_told_not_failed(situation):
    results, page, log, context = situation(
        city(scattered(6, 200, 300, 4)), **dict.fromkeys(RESULTS, TEMPORARY))
    assert results["EVENTS"] == 6 and 0 < results["STEPS_DONE"] < 9
    assert "6 incidents are too few for it; at least 20 are needed" in page
    assert "6 incidents are too few for it; at least 50 are needed" in page
    assert "HOT" not in results and "NEAR_REPEAT" not in results
    assert "HOURS" in results and "MONTHS" in results


def test_dates_without_a_time_of_day(situation):
    layer = city(scattered(40, 182, 366, 4))
    index = layer.fields().lookupField("happened")
    layer.dataProvider().changeAttributeValues({
        f.id(): {index: f["happened"].addMSecs(-f["happened"].time().msecsSinceStartOfDay())}
        for f in layer.getFeatures()})
    results, page, _, _ = situation(layer, HOURS=TEMPORARY)
    assert "The dates hold no time of day" in page and "PEAK_HOUR" not in results
    assert results["STEPS_DONE"] >= 5


def test_empty_days_mean_the_last_91(run, project, tmp_path):
    layer = city(scattered(200, 0, 366, 5))
    results, log, _ = run("situationanalysis", {"INPUT": layer, "DATE_FIELD": "happened",
                                                "SIMULATIONS": 19})
    days = [f["happened"].date().toString("yyyy-MM-dd") for f in layer.getFeatures()]
    last = np.datetime64(max(days))
    assert results["EVENTS"] == sum(np.datetime64(day) > last - 91 for day in days)
    assert "The period of interest begins on" in log.text


def test_harm_ranks_the_places(situation):
    a, b = crowd(40, 601_000, 6_601_000, 182, 366), crowd(40, 603_000, 6_603_000, 182, 366, 3)
    layer = city(a, b, scattered(100, 182, 366, 1), weight=[1.0] * 40 + [30.0] * 40 + [1.0] * 100)
    results, _, _, context = situation(layer, WEIGHT_FIELD="harm", PLACES=TEMPORARY)
    first = rows_of(results["PLACES"], context)[0]
    assert first["geometry"].intersects(at(603_000, 6_603_000)) and first["harm"] > 500


def test_words_of_the_data_cannot_become_markup(situation):
    layer = city(scattered(80, 100, 366, 8), category=["<script>alert(1)</script>"] * 80)
    layer.setName("<b>layer</b>")
    _, page, _, _ = situation(layer, CATEGORY_FIELD="kind")
    assert "<script>" not in page and "<b>layer" not in page
    assert "&lt;script&gt;" in page and "&lt;b&gt;layer" in page


def saved(layer: QgsVectorLayer, path) -> QgsVectorLayer:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    context = QgsProcessingContext().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), context, options)
    found = QgsVectorLayer(str(path), path.stem, "ogr")
    assert found.isValid()
    return found


def test_a_folder_holds_all_and_repeats_the_run(run, project, tmp_path):
    layer = saved(city(crowd(60, 601_000, 6_601_000, 182, 366), scattered(200, 0, 366, 1)),
                  tmp_path / "incidents.gpkg")
    edge = saved(boundary(), tmp_path / "edge.gpkg")
    folder = tmp_path / "out"
    given = {"INPUT": layer, "BOUNDARY": edge, "CELL_SIZE": 250, "SIMULATIONS": 99, **PERIOD}
    results, _, context = run("situationanalysis", {**given, "FOLDER": str(folder)})
    for name in ("summary.html", "density.tif", "change.tif", "hours.svg", "months.svg",
                 "near_repeat.svg", "concentration.svg", "map.svg"):
        assert (folder / name).stat().st_size > 200, name
    for name, table in (("PLACES", "priority_places"), ("HOT_SPOTS", "hot_spots"),
                        ("MONTHS", "months")):
        assert results[name].endswith(f"situation.gpkg|layername={table}")
        assert rows_of(results[name], context)
    told = json.loads((folder / "parameters.json").read_text(encoding="utf-8"))
    again, _, _ = run("situationanalysis", told["inputs"])
    figures = told["figures"]
    assert figures["HOT"] > 0 and figures == {name: again[name] for name in figures}


def test_layers_come_in_one_group_in_order(provider, project, monkeypatch):
    import processing
    from processing.gui import Postprocessing
    from processing.gui.Postprocessing import handleAlgorithmResults

    # QGIS 3.44 refuses the tests' stand-in for its window
    monkeypatch.setattr(Postprocessing, "iface", None, raising=False)
    algorithm = QgsApplication.processingRegistry().algorithmById("trygg:situationanalysis")
    context, log = QgsProcessingContext(), Log()
    context.setProject(project)
    names = ("NEAR_REPEAT", "DENSITY", "HOT_SPOTS", "PLACES", "HOURS")
    layer = city(crowd(60, 601_000, 6_601_000, 182, 366), scattered(200, 0, 366, 1))
    parameters = {"INPUT": layer, "DATE_FIELD": "happened", "CELL_SIZE": 250, "SIMULATIONS": 19,
                  **PERIOD}
    for name in names:
        parameters[name] = QgsProcessingOutputLayerDefinition(TEMPORARY, project)
    results = processing.run(algorithm, parameters, feedback=log, context=context,
                             is_child_algorithm=True)
    assert handleAlgorithmResults(algorithm, context, log, parameters=parameters), log.text
    root = project.layerTreeRoot()
    assert len(root.children()) == 1
    group = root.children()[0]
    assert group.name().startswith("Situation analysis 2024-07-01 – 2024-12-31")
    ids = [child.layer() for child in group.children()]
    shown = [found.name() for found in ids]
    assert shown == [tr("Priority places"), tr("Hot and cold spots"), tr("Density"),
                     tr("Weekday and hour"), tr("Knox table")]
    assert [child.isVisible() for child in group.children()][:3] == [True, True, False]
    assert len(project.mapLayers()) == len(names) and results["HOT"] > 0
    told = json.loads(ids[0].customProperty("trygg/result"))
    assert told["algorithm"] == "trygg:situationanalysis"
    assert told["parameters"]["CELL_SIZE"] == 250
    assert ids[1].renderer().classAttribute() == "level" and ids[0].labelsEnabled()


# ---------------------------------------------------------------- evaluate a measure

START = "2024-01-01"
TREATED, CONTROL, RING = (600_200.0, 200), (603_200.0, 200), (600_500.0, 60)


def places_of_a_measure():
    return (area_layer([square(600_000, 6_600_000, 400)]),
            area_layer([square(603_000, 6_600_000, 400)]))


def measured(treated, control, ring=(0, 0), years=2, seed=1) -> QgsVectorLayer:
    """(before, after) incidents at each place, evenly random in time, ``years`` on each side."""
    rng = np.random.default_rng(seed)
    x, y, days = [], [], []
    half = 365 * years
    for (middle, reach), counts in ((TREATED, treated), (CONTROL, control), (RING, ring)):
        for first, n in ((-half, counts[0]), (0, counts[1])):
            x.append(rng.uniform(middle - reach, middle + reach, n))
            y.append(rng.uniform(6_600_010, 6_600_390, n))
            days.append(rng.integers(first, first + half, n))
    # the period is the data's: one incident elsewhere on the first and on the last day
    return incident_layer(
        np.append(np.concatenate(x), [610_000.0] * 2),
        np.append(np.concatenate(y), [6_610_000.0] * 2),
        days=np.append(np.concatenate(days), [-half, half - 1]))


@pytest.fixture
def evaluated(run, project, tmp_path):
    def call(layer, **parameters):
        treated, control = places_of_a_measure()
        page = tmp_path / "summary.html"
        results, log, context = run("evaluatemeasure", {
            "INPUT": layer, "DATE_FIELD": "happened", "TREATED": treated, "CONTROL": control,
            "MEASURE_START": START, "SUMMARY": str(page), **parameters})
        return results, page.read_text(encoding="utf-8"), log, context

    return call


def test_a_planted_fall_of_40_percent_is_found(evaluated):
    results, page, _, context = evaluated(
        measured((400, 240), (400, 400), (60, 60)), BUFFER_WIDTH=300, PLACES=TEMPORARY,
        RESULTS=TEMPORARY, SERIES=TEMPORARY)
    assert results["VERDICT"] == "fewer" and results["STEPS_DONE"] == 4
    assert results["WDD"] == -160 and results["WDD_HIGH"] < 0
    # by hand: 400 * 400 / (240 * 400)
    assert results["RES"] == pytest.approx(5 / 3) and results["RES_LOW"] > 1
    assert "Fewer incidents than were to be expected" in page
    assert "This assumes" in page and page.count("<svg") == 2
    counts = {row["kind"]: (row["before"], row["after"])
              for row in rows_of(results["PLACES"], context)}
    assert counts == {"treated": (400, 240), "control": (400, 400), "buffer": (60, 60)}
    assert len(rows_of(results["RESULTS"], context)) == 4
    # only whole months
    assert 600 < sum(row["count"] for row in rows_of(results["SERIES"], context)) <= 640


def test_an_effect_that_was_not_planted_is_not_claimed(evaluated):
    rng = np.random.default_rng(12)
    for seed in range(3):
        counts = [tuple(rng.poisson(200, 2)) for _ in range(2)]
        results, page, _, _ = evaluated(measured(*counts, seed=seed))
        assert results["VERDICT"] == "no_difference_shown", counts
        assert "does not show that the measure has no effect" in page
        assert "Fewer incidents than" not in page


def test_a_rise_is_told_too(evaluated):
    results, page, _, _ = evaluated(measured((200, 330), (300, 300)))
    assert results["VERDICT"] == "more" and "More incidents than" in page


def test_too_few_incidents_are_not_judged(evaluated):
    results, page, _, _ = evaluated(measured((9, 3), (8, 9)))
    assert results["VERDICT"] == "too_few"
    assert "too few incidents to conclude anything" in page
    assert "larger than chance explains" not in page


def test_displacement_that_was_planted_is_read(evaluated):
    results, page, _, _ = evaluated(measured((300, 200), (300, 300), (100, 160)),
                                    BUFFER_WIDTH=300)
    # by hand: buffer (160/300 - 100/300) over success (200/300 - 300/300)
    assert results["WDQ"] == pytest.approx(-0.6)
    assert results["TOTAL_NET_EFFECT"] == pytest.approx(100 - 60)
    assert "quotient is -0.60" in page and "below 0 they rose" in page


def test_lengths_that_differ_are_weighed(evaluated):
    # 730 days before, 365 after: half as many are to be expected
    layer = measured((400, 240), (400, 400))
    results, _, log, _ = evaluated(layer, DAYS_BEFORE=730, DAYS_AFTER=365)
    first = np.datetime64(START)
    days = np.array([np.datetime64(f["happened"].toString("yyyy-MM-dd"))
                     for f in layer.getFeatures()])
    x = np.array([f.geometry().asPoint().x() for f in layer.getFeatures()])
    after = (days >= first) & (days < first + 365)
    t1, c1 = int((after & (x < 601_000)).sum()), int((after & (abs(x - 603_200) < 400)).sum())
    assert results["WDD"] == pytest.approx((t1 - 200) - (c1 - 200))
    assert results["RES"] == pytest.approx(400 * c1 / (t1 * 400))
    asked = evaluated(layer, DAYS_BEFORE=5000, DAYS_AFTER=365)[2].text
    assert "The data reach only 730 days, not 5000" in asked


def test_a_comparison_within_reach_is_refused(evaluated):
    layer = measured((60, 40), (60, 60))
    near = area_layer([square(600_500, 6_600_000, 400)])
    with pytest.raises(QgsProcessingException, match="reaches into the ring of 300 m"):
        evaluated(layer, CONTROL=near, BUFFER_WIDTH=300)
    with pytest.raises(QgsProcessingException, match="overlap"):
        evaluated(layer, CONTROL=area_layer([square(600_300, 6_600_000, 400)]))


def test_places_that_overlap_each_other_are_told_and_counted_once(evaluated):
    twice = area_layer([square(600_000, 6_600_000, 400), square(600_000, 6_600_000, 300)])
    results, _, log, _ = evaluated(measured((100, 100), (100, 100)), TREATED=twice)
    assert "overlap each other and are taken as one" in log.text and results["WDD"] == 0


def test_an_evaluation_can_be_repeated_from_its_folder(run, project, tmp_path):
    layer = saved(measured((100, 60), (100, 100)), tmp_path / "incidents.gpkg")
    treated, control = (saved(area, tmp_path / f"{i}.gpkg")
                        for i, area in enumerate(places_of_a_measure()))
    folder = tmp_path / "out"
    run("evaluatemeasure", {"INPUT": layer, "TREATED": treated, "CONTROL": control,
                            "MEASURE_START": START, "DAYS_BEFORE": 400, "FOLDER": str(folder)})
    for name in ("summary.html", "before_after.svg", "series.svg", "evaluation.gpkg"):
        assert (folder / name).stat().st_size > 200, name
    told = json.loads((folder / "parameters.json").read_text(encoding="utf-8"))
    assert told["inputs"]["MEASURE_START"] == START and told["inputs"]["DAYS_BEFORE"] == 400
    again, _, _ = run("evaluatemeasure", told["inputs"])
    assert told["figures"] == {name: again[name] for name in told["figures"]}


def test_areas_with_and_without_the_measure(evaluated):
    layer = measured((400, 240), (400, 400))
    areas = area_layer([square(600_000, 6_600_000 + 100 * i, 100) for i in range(4)]
                       + [square(600_100 + 100 * i, 6_600_000, 100) for i in range(3)]
                       + [square(603_000 + 100 * i, 6_600_100, 200) for i in (0, 2)]
                       + [square(603_000 + 100 * i, 6_600_000, 100) for i in range(4)])
    results, page, log, context = evaluated(
        layer, AREAS=areas, AREA_NAME="name", AREA_COUNTS=TEMPORARY, PERMUTATIONS=99)
    assert results["STEPS_DONE"] == 4, log.text  # no quotient without places around
    assert results["DID_RATIO"] == pytest.approx(0.6, abs=0.15)
    rows = rows_of(results["AREA_COUNTS"], context)
    assert sum(row["treated"] for row in rows) == 7 and "difference in differences" in page


def test_the_curve_uses_all_the_data_and_weeks_where_months_are_few(evaluated):
    layer = measured((300, 150), (300, 300))
    results, _, log, context = evaluated(layer, DAYS_BEFORE=200, DAYS_AFTER=200, SERIES=TEMPORARY)
    assert "Counted by week" not in log.text
    assert len(rows_of(results["SERIES"], context)) == 23 + 24
    results, _, log, context = evaluated(layer, MEASURE_START="2025-09-01", SERIES=TEMPORARY)
    assert "Counted by week" in log.text
    assert len(rows_of(results["SERIES"], context)) > 150


def test_both_jobs_are_offered_with_help(provider):
    for name in ("situationanalysis", "evaluatemeasure"):
        algorithm = provider.algorithm(name)
        assert algorithm.groupId() == "jobs" and len(algorithm.shortHelpString()) > 300
        assert algorithm.canExecute()[0]


