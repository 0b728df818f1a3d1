"""Reading points with a date and a category from a GeoPackage layer into arrays."""

from __future__ import annotations

from typing import Any

from bench.frame import Answer, Case, Entry, Faster, Job


def _layer(size: int) -> Any:
    from bench import data, qgis_session

    path = data.incident_file(size)
    qgis_session.start()
    return qgis_session.layer(path, "incidents")


def ours(size: int) -> Job:
    from trygg_plugin.data.arrays import CATEGORY, TIME, origin_of, read_points

    layer = _layer(size)

    def run() -> Answer:
        found = read_points(layer, {"happened": TIME, "kind": CATEGORY}, origin=origin_of(layer))
        kind = found.columns["kind"]
        return Answer(_told(found.x, found.columns["happened"], len(kind.labels)))

    return Job(run)


def general(size: int) -> Job:
    from trygg_plugin.data.arrays import CATEGORY, TIME, read_points

    layer = _layer(size)

    def run() -> Answer:
        found = read_points(layer, {"happened": TIME, "kind": CATEGORY})
        kind = found.columns["kind"]
        return Answer(_told(found.x, found.columns["happened"], len(kind.labels)))

    return Job(run)


def loop(size: int) -> Job:
    import numpy as np

    layer = _layer(size)

    def run() -> Answer:
        # as a script of a user's would
        from qgis.core import QgsFeatureRequest

        request = QgsFeatureRequest()
        request.setSubsetOfAttributes(["happened", "kind"], layer.fields())
        x, y, happened, kind = [], [], [], []
        for feature in layer.getFeatures(request):
            point = feature.geometry().asPoint()
            x.append(point.x())
            y.append(point.y())
            happened.append(feature["happened"].toMSecsSinceEpoch())
            kind.append(feature["kind"])
        places = np.array([x, y])
        times = np.array(happened).astype("datetime64[ms]")
        return Answer(_told(places[0], times, len(set(kind))))

    return Job(run)


def _told(x: Any, happened: Any, kinds: int) -> dict:
    return {"mean x": f"{x.mean():.3f}", "first": str(happened.min())[:16], "kinds": kinds}


CASE = Case(
    name="reading",
    title="Reading points with a date and a category from a GeoPackage layer into arrays",
    entries=(
        Entry("trygg read_points", ours, ours=True),
        Entry("trygg read_points, general way", general, ours=True),
        Entry("PyQGIS feature loop", loop),
    ),
    quick=(100_000,),
    full=(10_000, 100_000, 1_000_000),
    goals=(
        Faster(1_000_000, "trygg read_points", "PyQGIS feature loop", 5),
        Faster(1_000_000, "trygg read_points, general way", "PyQGIS feature loop", 1),
    ),
    note="The general way serves PostGIS, memory layers, joins, unsaved edits and GDAL before 3.6.",
)
