"""Made data: the same points, cells and streets for every program, by formula and seed.

Incidents lie in a square of 20 × 20 km: two fifths anywhere, the rest around 200 centres of very
different size. Files are made once and kept in the cache.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import List, NamedTuple

import numpy as np

from .places import cache

#: South-west corner (SWEREF 99 TM) and side of the square, metres.
EAST, NORTH, SIDE = 600_000.0, 6_600_000.0, 20_000.0
CRS = 3006
FIRST_DAY = np.datetime64("2023-01-01")
DAYS = 3 * 365
KINDS = ("theft", "assault", "graffiti", "vandalism", "drugs", "fire", "noise", "threat")
#: Part of every file's name: raised when the formula changes.
_EDITION = 1


class Incidents(NamedTuple):
    """(n,) each: metres, minutes since the first day, and position in ``KINDS``."""

    x: np.ndarray
    y: np.ndarray
    minute: np.ndarray
    kind: np.ndarray

    @property
    def start(self) -> np.ndarray:
        return FIRST_DAY.astype("datetime64[m]") + self.minute


def incidents(n: int) -> Incidents:
    """n invented incidents; kept as a file, since numpy's streams may differ between versions."""
    path = cache() / f"incidents-{_EDITION}-{n}.npz"
    if not path.exists():
        made = _incidents(n)
        part = path.with_suffix(".part.npz")
        np.savez(part, **made._asdict())
        os.replace(part, path)
    with np.load(path) as kept:
        return Incidents(**{name: kept[name] for name in Incidents._fields})


def _incidents(n: int) -> Incidents:
    rng = np.random.default_rng(20_23)
    centres = rng.uniform(0.05 * SIDE, 0.95 * SIDE, (200, 2))
    popularity = rng.pareto(1.5, 200) + 0.2
    spread = rng.uniform(100.0, 900.0, 200)
    own = rng.choice(200, n, p=popularity / popularity.sum())
    place = centres[own] + rng.normal(0.0, 1.0, (n, 2)) * spread[own, None]
    anywhere = rng.random(n) < 0.4
    place[anywhere] = rng.uniform(0.0, SIDE, (int(anywhere.sum()), 2))
    # what falls outside is mirrored back in
    place = SIDE - np.abs(SIDE - np.abs(place))
    # to the millimetre, as files have it
    x, y = np.round(place + (EAST, NORTH), 3).T
    return Incidents(
        np.ascontiguousarray(x), np.ascontiguousarray(y),
        rng.integers(0, DAYS * 1440, n), rng.integers(0, len(KINDS), n),
    )


def incident_file(n: int) -> Path:
    """A GeoPackage with n incidents: layer "incidents" with happened, kind and harm."""
    path = cache() / f"incidents-{_EDITION}-{n}.gpkg"
    if path.exists():
        return path
    from osgeo import ogr, osr

    made = incidents(n)
    part = path.with_suffix(".part.gpkg")
    part.unlink(missing_ok=True)
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(CRS)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(part))
    layer = source.CreateLayer("incidents", crs, ogr.wkbPoint)
    for name, kind in (("happened", ogr.OFTDateTime), ("kind", ogr.OFTString),
                       ("harm", ogr.OFTReal)):
        layer.CreateField(ogr.FieldDefn(name, kind))
    feature = ogr.Feature(layer.GetLayerDefn())
    point = ogr.Geometry(ogr.wkbPoint)
    layer.StartTransaction()
    texts = np.datetime_as_string(made.start).tolist()
    for x, y, text, kind in zip(made.x.tolist(), made.y.tolist(), texts, made.kind.tolist()):
        point.SetPoint_2D(0, x, y)
        feature.SetFID(-1)
        feature.SetGeometry(point)
        feature.SetField(0, f"{text.replace('-', '/').replace('T', ' ')}:00")
        feature.SetField(1, KINDS[kind])
        feature.SetField(2, 1.0 + kind)
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    del feature, layer, source
    os.replace(part, path)
    return path


def counts(side: int) -> np.ndarray:
    """Counts of 1,000,000 incidents in side × side cells, row 0 southernmost."""
    made = incidents(1_000_000)
    edges = np.linspace(0.0, SIDE, side + 1)
    table, _, _ = np.histogram2d(made.y - NORTH, made.x - EAST, bins=(edges, edges))
    return table


def streets(segments: int) -> List[np.ndarray]:
    """A town of about so many street segments: a grid of uneven blocks of about 100 m, of which
    every ninth street is missing; each segment an array of vertices (2, 2)."""
    blocks = int(np.ceil(np.sqrt(segments / 2 * 9 / 8))) + 1
    rng = np.random.default_rng(7)
    corner = np.stack(np.meshgrid(*[np.arange(blocks) * 100.0] * 2), axis=-1)
    corner = corner + rng.uniform(-25.0, 25.0, corner.shape) + (EAST, NORTH)
    across = [corner[i, j:j + 2] for i in range(blocks) for j in range(blocks - 1)]
    along = [corner[i:i + 2, j] for i in range(blocks - 1) for j in range(blocks)]
    every = [line for number, line in enumerate(across + along) if number % 9]
    kept = rng.permutation(len(every))[:segments]
    return [every[i] for i in sorted(kept.tolist())]


def street_incidents(n: int, lines: List[np.ndarray]) -> np.ndarray:
    """n places (n, 2) within some metres of streets, more on some streets than on others."""
    rng = np.random.default_rng(8)
    popularity = rng.pareto(1.5, len(lines)) + 0.2
    street = rng.choice(len(lines), n, p=popularity / popularity.sum())
    ends = np.array(lines)[street]
    along = rng.random(n)[:, None]
    return ends[:, 0] * (1 - along) + ends[:, 1] * along + rng.normal(0.0, 5.0, (n, 2))
