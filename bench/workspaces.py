"""Workspaces to measure on: the demo, and the demo with many more incidents in it."""

from __future__ import annotations

import csv
import os
import shutil
from pathlib import Path
from typing import Any, Iterator, List, Tuple

from . import data, qgis_session
from .places import ROOT, cache

#: Last day of the invented workspace, so that it is the same every time.
TODAY = "2025-12-31"
_SUBCATEGORIES = (
    ("vandalism", "graffiti"), ("vandalism", "broken_glass"), ("gathering", ""), ("rumour", ""),
)
TEXTS = (
    "Klotter på väggen mot gården, ungefär två kvadratmeter",
    "Krossat glas på gångvägen vid lekplatsen",
    "Flera som samlades vid entrén under kvällen, andra gick omvägar",
    "Belysningen trasig sedan en vecka, mörkt under bron",
    "Högljutt till efter midnatt",
)


def demo() -> Path:
    """The demo workspace; QGIS must have been started. Made again when the schema changes."""
    path = cache() / f"demo-{edition()}.gpkg"
    if not path.exists():
        part = path.with_name("part.gpkg")
        qgis_session.run("trygg:createdemo", {"OUTPUT": str(part), "TODAY": TODAY, "LANGUAGE": 0})
        part.with_suffix(".qgz").unlink()
        for kind in ("demo", "reports"):  # those of earlier schemas
            for old in cache().glob(f"{kind}-*"):
                old.unlink()
        os.replace(part, path)
    return path


def approved(rows: int) -> Path:
    """The demo workspace with ``rows`` further incidents that are approved."""
    return _with_more("approved", rows)


def waiting(rows: int) -> Path:
    """The demo workspace with ``rows`` further incidents that wait for review."""
    return _with_more("submitted", rows)


def _with_more(status: str, rows: int) -> Path:
    path = cache() / f"{status}-{edition()}-{rows}.gpkg"
    if not path.exists():
        part = path.with_name(f"{status}-part-{os.getpid()}.gpkg")
        shutil.copyfile(demo(), part)
        _add(part, rows, status)
        for old in cache().glob(f"{status}-*-{rows}.gpkg"):  # those of earlier schemas
            old.unlink()
        os.replace(part, path)
    return path


def _add(target: Path, rows: int, status: str) -> None:
    from trygg_plugin.data.geometry import point_wkb
    from trygg_plugin.data.workspace import open_workspace

    workspace = open_workspace(target)
    areas = [row.uuid for row in workspace.rows("area")] or [None]
    actors = [row.uuid for row in workspace.rows("actor")] or [None]
    west, south, width, height = _extent()
    made = data.incidents(rows)
    moments = made.start.tolist()

    def values() -> Iterator[List[Any]]:
        for number, moment in enumerate(moments):
            category, subcategory = _SUBCATEGORIES[number % len(_SUBCATEGORIES)]
            yield [
                category, subcategory or None, moment, moment, f"Plats {number % 997}",
                TEXTS[number % len(TEXTS)], status, "import", str(1 + number % 4),
                areas[number % len(areas)], actors[number % len(actors)],
            ]

    with workspace.transaction("bench", importing=True) as transaction:
        transaction.insert_many(
            "incident",
            ["category", "subcategory", "time_from", "reported_at", "place_name", "description",
             "status", "channel", "severity", "area", "reporter_organisation"],
            values(),
            geometries=(
                point_wkb(west + (x - data.EAST) / data.SIDE * width,
                          south + (y - data.NORTH) / data.SIDE * height)
                for x, y in zip(made.x.tolist(), made.y.tolist())
            ),
        )


def table(rows: int) -> Path:
    """A CSV file of made reports inside the demo's municipality; columns named as the fields."""
    path = cache() / f"reports-{edition()}-{rows}.csv"
    if path.exists():
        return path
    west, south, width, height = _extent()
    made = data.incidents(rows)
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["category", "subcategory", "time_from", "reported_at", "place_name",
                         "description", "x", "y"])
        for number, (x, y, start) in enumerate(
            zip(made.x.tolist(), made.y.tolist(), made.start.tolist())
        ):
            category, subcategory = _SUBCATEGORIES[number % len(_SUBCATEGORIES)]
            moment = f"{start:%Y-%m-%dT%H:%M:%S}"
            writer.writerow([
                category, subcategory, moment, moment, f"Plats {number % 997}",
                TEXTS[number % len(TEXTS)],
                round(west + (x - data.EAST) / data.SIDE * width, 2),
                round(south + (y - data.NORTH) / data.SIDE * height, 2),
            ])
    os.replace(part, path)
    return path


def _extent() -> Tuple[float, float, float, float]:
    extent = qgis_session.layer(demo(), "area").extent()
    return extent.xMinimum(), extent.yMinimum(), extent.width(), extent.height()


def edition() -> str:
    """A fingerprint of the standard and of the code that makes workspaces."""
    import hashlib

    files: List[Path] = sorted(ROOT.glob("forms/**/*.*"))
    for pattern in ("data/geopackage*.py", "data/postgis*.py", "data/schema.py", "project/*.py"):
        files += sorted((ROOT / "trygg_plugin").glob(pattern))
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
