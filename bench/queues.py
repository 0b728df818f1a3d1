"""A workspace in which every incident waits for review, the same on both engines."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Iterator, List

from . import busy, data, postgis, workspaces
from .engines import _analyse, _drop
from .places import cache


def geopackage(rows: int) -> Path:
    """The queue in a GeoPackage; QGIS must have been started."""
    path = cache() / f"queue-{workspaces.edition()}-{rows}.gpkg"
    if not path.exists():
        part = path.with_name(f"part-queue-{os.getpid()}.gpkg")
        _make(part, rows)
        for old in cache().glob(f"queue-*-{rows}.gpkg"):  # those of earlier schemas
            old.unlink()
        os.replace(part, path)
    return path


def in_postgis(rows: int) -> Any:
    """The same in PostgreSQL."""
    postgis.start()
    target = postgis.target(rows, f"{workspaces.edition()}_queue")
    sign = cache() / f"queue-{workspaces.edition()}-{rows}.made"
    if not sign.exists():
        _drop(target)
        _make(target, rows)
        _analyse(target)
        sign.touch()
    return target


def _make(target: Any, rows: int) -> None:
    from trygg_plugin.data.geometry import point_wkb
    from trygg_plugin.data.workspace import create_workspace
    from trygg_plugin.domain.standard import default_folder, load_standard

    workspace = create_workspace(
        target, load_standard(default_folder()), municipality_name="Storstad", overwrite=True
    )
    made = data.incidents(rows)
    with workspace.transaction("bench", importing=True) as transaction:
        found = busy._places(transaction, iter(()))

        def values() -> Iterator[List[Any]]:
            for number, start in enumerate(made.start.tolist()):
                category, subcategory = busy._SUBCATEGORIES[number % len(busy._SUBCATEGORIES)]
                yield [
                    category, subcategory, start, start, f"Plats {number % 997}",
                    workspaces.TEXTS[number % len(workspaces.TEXTS)], "submitted", "import",
                    str(1 + number // 4 % 4), found.areas[number * 7 % len(found.areas)],
                    found.actors[number * 5 % len(found.actors)],
                ]

        transaction.insert_many(
            "incident",
            ["category", "subcategory", "time_from", "reported_at", "place_name", "description",
             "status", "channel", "severity", "area", "reporter_organisation"],
            values(),
            geometries=(point_wkb(x, y) for x, y in zip(made.x.tolist(), made.y.tolist())),
        )
