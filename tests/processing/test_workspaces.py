"""createworkspace, createdemo, importincidents and councilatlas, as the toolbox runs them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, Dict

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)

from tests.processing.conftest import Log
from trygg_plugin.data.workspace import open_workspace
from trygg_plugin.domain.standard import default_folder
from trygg_plugin.project.layer_keys import layers_by_table, workspace_target

QGIS_PROCESS = next(
    (
        found
        for found in map(shutil.which, ("/usr/bin/qgis_process.bin", "qgis_process"))
        if found
    ),
    None,
)
PLUGIN = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def few_records(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A municipality's own standard of five record types, so that its project is quick."""
    folder = tmp_path_factory.mktemp("forms") / "forms"
    shutil.copytree(default_folder(), folder)
    known = folder / "standard.ini"
    text = known.read_text(encoding="utf-8")
    text, changed = re.subn(
        r"(?m)^records =.*?(?=^\w|^\[|^#|^$)",
        "records = incident, incident_forward, problem, actor, area\n",
        text,
        flags=re.DOTALL,
    )
    assert changed == 1
    known.write_text(text, encoding="utf-8")
    for path in folder.glob("*.ini"):
        if path.stem not in ("standard", "incident", "incident_forward", "problem", "actor",
                             "area"):
            path.unlink()
    return str(folder)


def polygons(crs: str, rows: Any) -> QgsVectorLayer:
    """A layer of (name, people, WKT or None)."""
    layer = QgsVectorLayer(
        f"MultiPolygon?crs={crs}&field=namn:string&field=inv:string", "områden", "memory"
    )
    features = []
    for name, people, wkt in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name, people])
        if wkt is not None:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    layer.updateExtents()
    return layer


def box(x: float, y: float, side: float) -> str:
    return (
        f"MultiPolygon((({x} {y}, {x + side} {y}, {x + side} {y + side}, {x} {y + side}, "
        f"{x} {y})))"
    )


@pytest.fixture(scope="module")
def town_file(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("town") / "falun.gpkg"


def test_areas_of_malmo_become_est_areas(run, reference, few_records, tmp_path):
    source = reference / "data" / "malmo_delomraden_areas_sweref99tm.geojson"
    layer = QgsVectorLayer(str(source), "malmö", "ogr")
    assert layer.isValid()
    name = "delomrade"
    results, log, _context = run(
        "createworkspace",
        {"MUNICIPALITY": "1280 Malmö", "AREAS": layer, "AREA_NAME": name, "LANGUAGE": 0,
         "STANDARD": few_records, "OUTPUT": str(tmp_path / "malmo.gpkg")},
    )
    workspace = open_workspace(results["OUTPUT"])
    assert workspace.municipality_code == "1280"
    assert workspace.municipality_name == "Malmö kommun"
    areas = workspace.rows("area")
    assert len(areas) == layer.featureCount() > 100
    assert {str(row["name"]) for row in areas} == {
        str(feature[name]).strip() for feature in layer.getFeatures()
    }
    assert f"{len(areas)} areas" in log.text or f"{len(areas)} områden" in log.text
    assert Path(results["PROJECT"]) == tmp_path / "malmo.qgz"
    project = QgsProject()
    assert project.read(results["PROJECT"])
    assert layers_by_table(project)["area"].featureCount() == len(areas)
    assert workspace_target(project) == workspace.path


def test_a_hand_made_layer_with_every_mistake(run, few_records, tmp_path):
    """Null and empty geometry, a bow tie, an overlap, degrees, names missing or padded."""
    here = QgsGeometry.fromWkt(box(15.60, 60.60, 0.02))
    assert here.isGeosValid()
    layer = polygons(
        "EPSG:4326",
        [
            ("  Norr  ", "1 200", box(15.60, 60.60, 0.02)),
            (None, None, box(15.63, 60.60, 0.02)),
            ("Överlapp", "300", box(15.61, 60.61, 0.02)),
            ("Timglas", "", "MultiPolygon(((15.70 60.60, 15.72 60.62, 15.72 60.60, 15.70 60.62, "
             "15.70 60.60)))"),
            ("Ingenstans", "5", None),
            ("Tom", "5", "MultiPolygon EMPTY"),
        ],
    )
    results, log, _context = run(
        "createworkspace",
        {"MUNICIPALITY": "2080 Falun", "AREAS": layer, "AREA_NAME": "namn", "LANGUAGE": 1,
         "STANDARD": few_records, "OUTPUT": str(tmp_path / "falun.gpkg")},
    )
    areas = {str(row["name"]): row for row in open_workspace(results["OUTPUT"]).rows("area")}
    assert sorted(areas) == sorted(["Norr", "Area 2", "Överlapp", "Timglas"])
    for row in areas.values():
        geometry = QgsGeometry()
        geometry.fromWkb(row.geometry)
        assert geometry.isGeosValid() and geometry.isMultipart()
        assert 500_000 < geometry.boundingBox().center().x() < 560_000, "SWEREF 99 TM"
    for sentence in ("“Norr” and “Överlapp” overlap", "“Timglas”: the border crossed itself",
                     "“Ingenstans”: no polygon", "“Tom”: no polygon"):
        assert sentence in log.text, log.text


@pytest.mark.parametrize(
    ("rows", "field", "said"),
    (
        ([("A", "många", box(540_000, 6_720_000, 500))], "inv", "många"),
        ([("A", "-4", box(540_000, 6_720_000, 500))], "inv", "-4"),
        ([("A", "1", None)], None, "no areas"),
    ),
)
def test_areas_that_cannot_be_used_are_told_and_nothing_is_made(
    run, few_records, tmp_path, rows, field, said
):
    target = tmp_path / "falun.gpkg"
    parameters: Dict[str, Any] = {
        "AREAS": polygons("EPSG:3006", rows), "AREA_NAME": "namn", "STANDARD": few_records,
        "OUTPUT": str(target),
    }
    if field:
        parameters["POPULATION"] = field
    with pytest.raises(QgsProcessingException, match=said):
        run("createworkspace", parameters)
    assert list(tmp_path.iterdir()) == []


def test_without_areas_the_border_is_the_first_one_and_the_project_may_lie_inside(
    run, few_records, tmp_path
):
    results, _log, _context = run(
        "createworkspace",
        {"MUNICIPALITY": "2080 Falun", "STANDARD": few_records, "PROJECT_PLACE": 1,
         "OUTPUT": str(tmp_path / "falun.gpkg")},
    )
    (area,) = open_workspace(results["OUTPUT"]).rows("area")
    assert area["kind"] == "municipality"
    assert [path.name for path in tmp_path.iterdir()] == ["falun.gpkg"]
    moved = tmp_path / "annan mapp"
    moved.mkdir()
    shutil.copy(results["OUTPUT"], moved)
    project = QgsProject()
    assert project.read(results["PROJECT"].replace(str(tmp_path), str(moved)))
    layers = project.mapLayers().values()
    assert layers and all(layer.isValid() for layer in layers)
    assert workspace_target(project) == moved / "falun.gpkg"


def test_an_existing_workspace_is_never_overwritten(run, few_records, tmp_path):
    target = tmp_path / "falun.gpkg"
    target.write_bytes(b"something else")
    with pytest.raises(QgsProcessingException, match="falun.gpkg"):
        run("createworkspace", {"STANDARD": few_records, "OUTPUT": str(target)})
    assert target.read_bytes() == b"something else"


def test_a_folder_that_is_not_there_is_told(run, tmp_path):
    for name, output in (("createworkspace", "w.gpkg"), ("createdemo", "d.gpkg")):
        with pytest.raises(QgsProcessingException, match="does not exist|finns inte"):
            run(name, {"OUTPUT": str(tmp_path / "saknas" / output)})


@pytest.mark.parametrize("crs", ("EPSG:4326", "EPSG:2263"))
def test_degrees_and_feet_are_refused(run, few_records, tmp_path, crs):
    with pytest.raises(QgsProcessingException, match=f"{crs} does not measure in metres"):
        run(
            "createworkspace",
            {"CRS": crs, "STANDARD": few_records, "OUTPUT": str(tmp_path / "w.gpkg")},
        )
    assert list(tmp_path.iterdir()) == []


def test_a_standard_with_mistakes_is_told(run, few_records, tmp_path):
    broken = tmp_path / "forms"
    shutil.copytree(few_records, broken)
    (broken / "area.ini").unlink()
    with pytest.raises(QgsProcessingException, match="area.ini"):
        run("createworkspace", {"STANDARD": str(broken), "OUTPUT": str(tmp_path / "w.gpkg")})
    assert not (tmp_path / "w.gpkg").exists()


@pytest.fixture(scope="module")
def demo(provider, tmp_path_factory) -> Dict[str, Any]:
    """The demo with its whole project, as the toolbox makes it."""
    import processing

    folder = tmp_path_factory.mktemp("demo")
    return processing.run(
        provider.algorithm("createdemo"),
        {"LANGUAGE": 1, "TODAY": "2026-11-20", "OUTPUT": str(folder / "demo.gpkg")},
    )


def test_the_demo_opens_with_all_tables_and_says_that_it_is_invented(demo, project):
    assert project.read(demo["PROJECT"])
    workspace = open_workspace(demo["OUTPUT"])
    layers = layers_by_table(project)
    assert set(layers) >= set(workspace.standard.records)
    assert all(layer.isValid() for layer in project.mapLayers().values())
    assert layers["incident"].name() == "Incidents"
    assert layers["incident"].featureCount() > 2000
    assert "invented" in workspace.meta["invented_notice"].lower()
    themes = project.mapThemeCollection().mapThemes()
    assert set(themes) == {"Incoming", "Situation picture", "Recent", "Measures"}


def test_the_atlas_of_the_demo_with_the_period_chosen_by_itself(run, demo, tmp_path):
    results, log, _context = run(
        "councilatlas",
        {"WORKSPACE": demo["OUTPUT"], "LANGUAGE": 1, "OUTPUT": str(tmp_path / "atlas.pdf")},
    )
    workspace = open_workspace(demo["OUTPUT"])
    (row,) = workspace.query(
        "SELECT count(*) AS n FROM incident WHERE time_from >= '2026-05-01' AND "
        "time_from < '2026-09-01' AND status = 'approved' AND deleted_at IS NULL"
    )
    assert results["INCIDENTS"] == row["n"] > 300
    assert results["PAGES"] == len(workspace.rows("area")) + 3
    text = subprocess.run(
        ["pdftotext", results["OUTPUT"], "-"], capture_output=True, check=True
    ).stdout.decode("utf-8")
    assert "INVENTED" in text and "PÅHITTADE" not in text
    assert "Source: Reports in Trygg" in text
    assert "2026-05-01" in log.text and "2026-08-31" in log.text
    for key in ("OUTPUT", "DATA", "PROJECT"):
        assert Path(results[key]).stat().st_size > 10_000


def test_the_atlas_asks_for_what_is_missing(run, demo, workspace, tmp_path):
    output = {"OUTPUT": str(tmp_path / "atlas.pdf")}
    for parameters, said in (
        (output, "No workspace was named"),
        ({"WORKSPACE": str(workspace.path), **output}, "no areas"),
        ({"WORKSPACE": str(tmp_path / "saknas.gpkg"), **output}, "saknas.gpkg"),
        ({"WORKSPACE": demo["OUTPUT"], "OUTPUT": str(tmp_path / "x" / "atlas.pdf")},
         "does not exist"),
        ({"WORKSPACE": demo["OUTPUT"], "FROM": "2026-08-31", "TO": "2026-05-01", **output},
         "lies before the first"),
        ({"WORKSPACE": demo["OUTPUT"], "LOGO": str(tmp_path / "saknas.svg"), **output},
         "saknas.svg"),
    ):
        with pytest.raises(QgsProcessingException, match=said):
            run("councilatlas", parameters)
    assert not list(tmp_path.glob("*.pdf"))


def test_a_cancelled_atlas_leaves_nothing(run, demo, tmp_path):
    with pytest.raises(QgsProcessingException):
        run(
            "councilatlas",
            {"WORKSPACE": demo["OUTPUT"], "OUTPUT": str(tmp_path / "atlas.pdf")},
            Log(cancel_at=0.05),
        )
    assert not list(tmp_path.glob("*.pdf"))


ROWS = """Datum;Kategori;Underkategori;E;N;Beskrivning
2026-05-01 22:15;Skadegörelse;Klotter;535000;6718000;Målat
2026-05-02 23:05;Skadegörelse;Klotter;535100;6718050;Målat
2026-05-02;Nonsens;;535100;6718050;Vad?
2026-13-02 10:00;Skadegörelse;Klotter;535100;6718050;Datum
"""


def test_an_import_accounts_for_every_row_and_the_second_adds_nothing(run, workspace, tmp_path):
    source = tmp_path / "in.csv"
    source.write_text(ROWS, encoding="utf-8")
    parameters = {
        "INPUT": str(source), "WORKSPACE": str(workspace.path), "ARRIVAL": 2,
        "REJECTED": str(tmp_path / "rejected.csv"),
    }
    results, log, _context = run("importincidents", parameters)
    counts = [results[key] for key in ("READ", "IMPORTED", "DUPLICATES", "REJECTS")]
    assert counts == [4, 2, 0, 2]
    rejected = (tmp_path / "rejected.csv").read_text(encoding="utf-8")
    assert len(rejected.splitlines()) == 3 and "Nonsens" in rejected
    assert {row["status"] for row in workspace.rows("incident")} == {"approved"}
    parameters["REJECTED"] = str(tmp_path / "again.csv")
    results, _log, _context = run("importincidents", parameters)
    counts = [results[key] for key in ("READ", "IMPORTED", "DUPLICATES", "REJECTS")]
    assert counts == [4, 0, 2, 2]
    assert len(workspace.rows("incident")) == 2


def test_the_workspace_of_the_open_project_is_meant(run, project, few_records, tmp_path):
    made, _log, _context = run(
        "createworkspace", {"STANDARD": few_records, "OUTPUT": str(tmp_path / "w.gpkg")}
    )
    assert project.read(made["PROJECT"])
    source = tmp_path / "in.csv"
    source.write_text(ROWS, encoding="utf-8")
    results, _log, _context = run("importincidents", {"INPUT": str(source)})
    assert results["IMPORTED"] == 2
    assert len(open_workspace(made["OUTPUT"]).rows("incident")) == 2


@pytest.mark.skipif(QGIS_PROCESS is None, reason="this machine has no qgis_process")
def test_qgis_process_makes_a_workspace(few_records, tmp_path):
    """Without a screen and without a window, as a nightly job would."""
    import os

    plugins = tmp_path / "profile" / "python" / "plugins"
    plugins.mkdir(parents=True)
    (plugins / "trygg").symlink_to(PLUGIN, target_is_directory=True)
    environment = {
        **os.environ, "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "config"),
        "QGIS_PLUGINPATH": str(plugins), "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    enabled = subprocess.run(
        [QGIS_PROCESS, "plugins", "enable", "trygg"],
        capture_output=True, text=True, env=environment, timeout=120,
    )
    assert enabled.returncode == 0, enabled.stdout + enabled.stderr
    answer = subprocess.run(
        [QGIS_PROCESS, "--json", "run", "trygg:createworkspace", "--",
         "MUNICIPALITY=2080 Falun", f"STANDARD={few_records}", f"OUTPUT={tmp_path / 'w.gpkg'}"],
        capture_output=True, text=True, env=environment, timeout=120,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    results = json.loads(answer.stdout[answer.stdout.index("{") :])["results"]
    assert Path(results["OUTPUT"]) == tmp_path / "w.gpkg"
    assert len(open_workspace(results["OUTPUT"]).rows("area")) == 1
    assert Path(results["PROJECT"]).exists()
