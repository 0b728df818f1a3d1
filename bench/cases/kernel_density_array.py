"""Kernel density with points in memory: 400 × 400 cells of 50 m, quartic, R = 300 m."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Dict

from bench.frame import PYPI, Answer, Case, Entry, Job, Within

RADIUS, CELL, CELLS = 300.0, 50.0, 400


def ours(size: int) -> Job:
    from bench import data
    from trygg_plugin.analysis.grid import RasterGrid
    from trygg_plugin.analysis.kernel_density import density_on_grid

    made = data.incidents(size)
    grid = RasterGrid.covering(
        data.EAST, data.NORTH, data.EAST + data.SIDE, data.NORTH + data.SIDE, CELL
    )

    def run() -> Answer:
        surface = density_on_grid(made.x, made.y, grid, RADIUS)
        return Answer(_told(surface.mean(), surface.max()))

    return Job(run)


def scikit_learn(size: int) -> Job:
    import numpy as np
    from sklearn.neighbors import KDTree

    from bench import data

    made = data.incidents(size)
    places = np.column_stack((made.x, made.y))
    column = data.EAST + CELL * (np.arange(CELLS) + 0.5)
    row = data.NORTH + CELL * (np.arange(CELLS) + 0.5)
    centres = np.column_stack([values.ravel() for values in np.meshgrid(column, row)])

    def run() -> Answer:
        # scikit-learn has no quartic kernel; Epanechnikov's has the same reach
        tree = KDTree(places)
        surface = tree.kernel_density(centres, RADIUS, kernel="epanechnikov")
        return Answer(_told(surface.mean() * 1e6, surface.max() * 1e6))

    return Job(run)


_R = """
suppressPackageStartupMessages(library(spatstat.explore))
n <- {size}
file <- file("{points}", "rb")
x <- readBin(file, "double", n); y <- readBin(file, "double", n)
close(file)
square <- owin(c({west}, {east}), c({south}, {north}))
points <- ppp(x, y, square, check = FALSE)
seconds <- system.time(
  surface <- density(points, sigma = {radius} / sqrt(8), kernel = "quartic", edge = FALSE,
                     dimyx = {cells})
)[["elapsed"]]
values <- as.matrix(surface) * 1e6
cat(sprintf('{{"seconds": %.4f, "mean": %.6f, "max": %.6f}}', seconds, mean(values), max(values)))
"""


def spatstat(size: int) -> Job:
    from bench import data, places

    made = data.incidents(size)
    points, script = places.scratch("points.bin"), places.scratch("spatstat.R")
    with points.open("wb") as file:
        file.write(made.x.astype("<f8").tobytes() + made.y.astype("<f8").tobytes())
    script.write_text(_R.format(
        size=size, points=points, radius=RADIUS, cells=CELLS, west=data.EAST,
        east=data.EAST + data.SIDE, south=data.NORTH, north=data.NORTH + data.SIDE,
    ))

    def run() -> Answer:
        # R's start and its reading of the points are not counted
        done = subprocess.run(["Rscript", str(script)], check=True, capture_output=True, text=True)
        answer = json.loads(done.stdout.splitlines()[-1])
        return Answer(_told(answer["mean"], answer["max"]), answer["seconds"])

    return Job(run)


def saga(size: int) -> Job:
    from osgeo import gdal

    from bench import data, places

    points, output = places.scratch("saga-points.shp"), places.scratch("saga-density.sgrd")
    gdal.VectorTranslate(str(points), str(data.incident_file(size)), format="ESRI Shapefile",
                         layers=["incidents"])
    half = CELL / 2  # SAGA's extent goes from centre to centre
    command = [
        "saga_cmd", "-f=s", "grid_gridding", "6", f"-POINTS={points}", f"-RADIUS={RADIUS}",
        "-KERNEL=0", "-TARGET_DEFINITION=0", f"-TARGET_USER_SIZE={CELL}",
        f"-TARGET_USER_XMIN={data.EAST + half}",
        f"-TARGET_USER_XMAX={data.EAST + data.SIDE - half}",
        f"-TARGET_USER_YMIN={data.NORTH + half}",
        f"-TARGET_USER_YMAX={data.NORTH + data.SIDE - half}",
        f"-TARGET_OUT_GRID={output}",
    ]

    def run() -> Answer:
        subprocess.run(command, check=True, capture_output=True)
        return Answer()

    # SAGA's answer is per cell
    per_km2 = 1e6 / CELL**2
    return Job(run, look=lambda: _raster(output.with_suffix(".sdat"), per_km2))


def grass(size: int) -> Job:
    from bench import data, places

    base = places.scratch("grass-location")
    subprocess.run(["grass", "--text", "-c", f"EPSG:{data.CRS}", "-e", str(base)], check=True,
                   capture_output=True)

    def in_grass(*command: str) -> None:
        subprocess.run(["grass", "--text", str(base / "PERMANENT"), "--exec", *command],
                       check=True, capture_output=True, env={**os.environ, "GRASS_OVERWRITE": "1"})

    in_grass("v.in.ogr", "-o", "-t", f"input={data.incident_file(size)}",
             "layer=incidents", "output=points")
    in_grass("g.region", f"w={data.EAST}", f"e={data.EAST + data.SIDE}", f"s={data.NORTH}",
             f"n={data.NORTH + data.SIDE}", f"res={CELL}")
    output = places.scratch("grass-density.tif")

    def run() -> Answer:
        in_grass("v.kernel", "input=points", "output=density", f"radius={RADIUS}",
                 "kernel=quartic", "multiplier=1000000")
        return Answer()

    def look() -> Dict[str, object]:
        in_grass("r.out.gdal", "input=density", f"output={output}")
        return _raster(output)

    return Job(run, look=look)


def _raster(path: Path, factor: float = 1.0) -> Dict[str, object]:
    from osgeo import gdal

    values = gdal.Open(str(path)).ReadAsArray().clip(min=0.0) * factor
    return _told(values.mean(), values.max())


def _told(mean: float, highest: float) -> Dict[str, object]:
    return {"mean": f"{float(mean):.4g}", "highest": f"{float(highest):.4g}"}


CASE = Case(
    name="kernel_density_array",
    title="Kernel density (quartic, R = 300 m, 400 × 400 cells): points in memory",
    entries=(
        Entry("trygg density_on_grid", ours, ours=True),
        Entry("spatstat density.ppp", spatstat, debian=("r-cran-spatstat.explore",)),
        Entry("scikit-learn KDTree", scikit_learn, home=PYPI),
        Entry("GRASS v.kernel", grass, debian=("grass-core",)),
        Entry("SAGA kernel density", saga, debian=("saga",)),
    ),
    quick=(100_000,),
    full=(10_000, 100_000, 1_000_000),
    goals=(Within(1_000_000, "trygg density_on_grid", 0.5),),
    note="spatstat's is a Fourier transform of binned points, not exact; scikit-learn has no "
         "quartic kernel and does Epanechnikov's of the same reach; GRASS and SAGA read the points "
         "from their own files and write the raster, which is counted. splancs is not in Debian.",
)
