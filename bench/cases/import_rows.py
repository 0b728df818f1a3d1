"""Import of a CSV file into a workspace, beside what GDAL needs to copy it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from bench.frame import Answer, Case, Entry, Job


def ours(size: int) -> Job:
    from bench import places, qgis_session, workspaces

    qgis_session.start()
    empty, source = workspaces.demo(), workspaces.table(size)
    target = places.scratch("import-ours.gpkg")

    def run() -> Answer:
        found = qgis_session.run("trygg:importincidents", {
            "INPUT": str(source), "WORKSPACE": str(target), "ARRIVAL": 1,
        })
        return Answer({"imported": found["IMPORTED"], "rejected": found["REJECTS"]}, amount=size)

    return Job(run, lambda: _copy(empty, target))


def same_table(size: int) -> Job:
    """Into the same table, with its rules, history and identities, but without our checks."""
    from bench import places, qgis_session, workspaces

    qgis_session.start()
    empty, source = workspaces.demo(), workspaces.table(size)
    target = places.scratch("import-ogr.gpkg")

    def run() -> Answer:
        return _translate(source, target, size, accessMode="append", layerName="incident")

    return Job(run, lambda: _copy(empty, target))


def bare_table(size: int) -> Job:
    """Into a table without any rule."""
    from bench import places, qgis_session, workspaces

    qgis_session.start()
    source = workspaces.table(size)
    target = places.scratch("import-bare.gpkg")

    def run() -> Answer:
        return _translate(source, target, size, layerName="incident")

    return Job(run, lambda: target.unlink(missing_ok=True))


def _translate(source: Path, target: Path, size: int, **options: Any) -> Answer:
    from osgeo import gdal

    gdal.UseExceptions()
    try:
        opened = gdal.OpenEx(str(source), open_options=[
            "X_POSSIBLE_NAMES=x", "Y_POSSIBLE_NAMES=y", "AUTODETECT_TYPE=YES",
            "KEEP_GEOM_COLUMNS=NO", "EMPTY_STRING_AS_NULL=YES",
        ])
        done = gdal.VectorTranslate(
            str(target), opened, format="GPKG", srcSRS="EPSG:3006", dstSRS="EPSG:3006",
            reproject=True, **options
        )
        rows = done.GetLayerByName("incident").GetFeatureCount()
        del done
    finally:
        gdal.DontUseExceptions()
    return Answer({"rows": rows}, amount=size)


def _copy(source: Path, target: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        Path(f"{target}{suffix}").unlink(missing_ok=True)
    shutil.copyfile(source, target)


CASE = Case(
    name="import_rows",
    title="Import of incidents: CSV file to workspace",
    entries=(
        Entry("trygg:importincidents", ours, ours=True),
        Entry("ogr2ogr, same table", same_table),
        Entry("ogr2ogr, bare table", bare_table),
    ),
    quick=(5_000,),
    full=(10_000, 100_000),
    size_label=lambda rows: f"{rows:,} rows",
    unit="rows",
    note="Ours reads, checks and maps every value, looks for personal data, finds the area, "
         "recognises rows that came before and writes history. ogr2ogr (GDAL's own "
         "VectorTranslate) into the same table meets the same triggers, with values that are codes "
         "already; the bare table has no rule at all.",
)
