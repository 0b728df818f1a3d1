"""ST-DBSCAN from a GeoPackage layer to a written layer, in a running QGIS."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict

from bench.frame import Answer, Case, Entry, Faster, Job

DISTANCE, DAYS, FEWEST = 100.0, 14.0, 5


def _in_qgis(algorithm: str, size: int, field: str, parameters: Dict[str, Any], points: str) -> Job:
    from bench import data, places, qgis_session

    path = data.incident_file(size)
    qgis_session.start()
    layer = qgis_session.layer(path, "incidents")
    provider = algorithm.split(":")[0]
    given = {"INPUT": layer, **parameters, points: str(places.scratch(f"{provider}-points.gpkg"))}
    if points != "OUTPUT":
        given["OUTPUT"] = str(places.scratch(f"{provider}-groups.gpkg"))

    def prepare() -> None:
        for name in {points, "OUTPUT"}:
            Path(given[name]).unlink(missing_ok=True)

    def run() -> Answer:
        qgis_session.run(algorithm, given)
        return Answer()

    return Job(run, prepare, lambda: _told(Path(given[points]), field))


def _told(path: Path, field: str) -> Dict[str, object]:
    """Clusters and noise, which no program may choose; border points may join either side."""
    from osgeo import gdal

    gdal.UseExceptions()
    source = gdal.OpenEx(str(path))
    table = source.GetLayer(0).GetName()
    # noise is null in QGIS's and below 0 in ours
    rows = source.ExecuteSQL(
        f'SELECT count(DISTINCT CASE WHEN "{field}" >= 0 THEN "{field}" END), '
        f'sum("{field}" IS NULL OR "{field}" < 0) FROM "{table}"'
    )
    row = rows.GetNextFeature()
    return {"clusters": row.GetField(0), "noise": row.GetField(1)}


def ours(size: int) -> Job:
    return _in_qgis("trygg:stdbscan", size, "group", {
        "DATE_FIELD": "happened", "DISTANCE": DISTANCE, "DAYS": DAYS, "MINIMUM": FEWEST,
        "CATEGORY_FIELD": "kind",
    }, "POINTS")


def qgis(size: int) -> Job:
    return _in_qgis("native:stdbscanclustering", size, "CLUSTER_ID", {
        "DATETIME_FIELD": "happened", "EPS": DISTANCE, "EPS2": DAYS * 86_400_000.0,
        "MIN_SIZE": FEWEST, "DBSCAN*": False,
    }, "OUTPUT")


CASE = Case(
    name="st_dbscan",
    title="ST-DBSCAN (100 m, 14 days, at least 5): GeoPackage layer to written layers, in a "
          "running QGIS",
    entries=(
        Entry("trygg:stdbscan", ours, ours=True),
        Entry("native:stdbscanclustering", qgis),
    ),
    quick=(10_000,),
    full=(10_000, 100_000),
    goals=(Faster(100_000, "trygg:stdbscan", "native:stdbscanclustering", 10),),
    note="QGIS writes the points with their cluster; ours besides that a layer of groups with "
         "hull, duration and most common category.",
)
