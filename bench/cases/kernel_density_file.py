"""Kernel density from a GeoPackage layer to a raster file, in a running QGIS."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict

from bench.frame import Answer, Case, Entry, Faster, Job

RADIUS, CELL = 300.0, 50.0


def _in_qgis(algorithm: str, size: int, parameters: Dict[str, Any]) -> Job:
    from bench import data, places, qgis_session

    path = data.incident_file(size)
    qgis_session.start()
    layer = qgis_session.layer(path, "incidents")
    output = places.scratch(f"density-{algorithm.split(':')[0]}.tif")

    def run() -> Answer:
        qgis_session.run(algorithm, {"INPUT": layer, "OUTPUT": str(output), **parameters})
        return Answer()

    return Job(run, look=lambda: _told(output))


def _told(path: Path) -> Dict[str, object]:
    from osgeo import gdal

    raster = gdal.Open(str(path))
    band = raster.GetRasterBand(1)
    mean = float(band.ReadAsArray().clip(min=0.0).mean())
    return {"cells": f"{raster.RasterXSize} × {raster.RasterYSize}", "mean": f"{mean:.4g}"}


def ours(size: int) -> Job:
    return _in_qgis("trygg:kerneldensity", size, {"BANDWIDTH": RADIUS, "CELL_SIZE": CELL})


def heatmap(size: int) -> Job:
    return _in_qgis("qgis:heatmapkerneldensityestimation", size, {
        "RADIUS": RADIUS, "PIXEL_SIZE": CELL, "KERNEL": 0, "OUTPUT_VALUE": 0,
    })


CASE = Case(
    name="kernel_density_file",
    title="Kernel density (quartic, R = 300 m, cells of 50 m): GeoPackage layer to raster file, "
          "in a running QGIS",
    entries=(
        Entry("trygg:kerneldensity", ours, ours=True),
        Entry("QGIS heatmap", heatmap),
    ),
    quick=(100_000,),
    full=(10_000, 100_000, 1_000_000),
    goals=(Faster(1_000_000, "trygg:kerneldensity", "QGIS heatmap", 4),),
    note="Ours is exact at the cell centres; QGIS's heatmap moves every point to a pixel first, "
         "and gives sums of weights where ours gives events per km².",
)
