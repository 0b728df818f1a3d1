"""The same large workspace on both engines, with its project, and a plain layer beside them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Callable, List, NamedTuple, Tuple

from . import data, postgis, workspaces
from .frame import Entry, Job
from .places import cache

#: More incidents than these are copies of them, made by the database itself.
LARGEST_COPIED = 100_000
#: Side of the areas that the square is divided into, metres.
_AREA = data.SIDE / 6
_COLUMNS = ("category", "subcategory", "time_from", "reported_at", "place_name", "description",
            "status", "channel")  # fmt: skip


class House(NamedTuple):
    """A workspace and the file of its project."""

    target: Any
    project: Path


def geopackage(rows: int) -> House:
    """A workspace of ``rows`` approved incidents in a GeoPackage; QGIS must have been started."""
    path = cache() / f"workspace-{workspaces.edition()}-{rows}.gpkg"
    house = House(path, path.with_suffix(".qgz"))
    if not house.project.exists():
        path.unlink(missing_ok=True)
        part = path.with_name("part-workspace.gpkg")
        _make(part, min(rows, LARGEST_COPIED))
        if rows > LARGEST_COPIED:
            _multiply(part, rows)
        os.replace(part, path)
        _project(house)
    return house


def in_postgis(rows: int) -> House:
    """The same in PostgreSQL."""
    postgis.start()
    target = postgis.target(rows, workspaces.edition())
    house = House(target, cache() / f"workspace-{workspaces.edition()}-{rows}-postgis.qgz")
    if not house.project.exists():
        _drop(target)
        _make(target, min(rows, LARGEST_COPIED))
        if rows > LARGEST_COPIED:
            _multiply(target, rows)
        _analyse(target)
        _project(house)
    return house


def plain(rows: int) -> Any:
    """The same points in a layer without rules, history or project."""
    from . import qgis_session

    return qgis_session.layer(data.incident_file(rows), "incidents")


def incidents(house: House) -> Any:
    """The layer of incidents, as the project shows it."""
    from qgis.core import QgsProject

    from trygg_plugin.project.layer_keys import find_layer

    if not QgsProject.instance().read(str(house.project)):
        raise RuntimeError(f"QGIS cannot read {house.project}.")
    layer = find_layer(QgsProject.instance(), "incident")
    if layer is None or not layer.isValid():
        raise RuntimeError(f"{house.project} shows no incidents.")
    return layer


def _make(target: Any, rows: int) -> None:
    from qgis.core import QgsGeometry, QgsRectangle

    from trygg_plugin.data.geometry import point_wkb
    from trygg_plugin.data.workspace import create_workspace
    from trygg_plugin.domain.standard import default_folder, load_standard

    areas: List[Tuple[Any, Any]] = []
    for number in range(36):
        east = data.EAST + number % 6 * _AREA
        north = data.NORTH + number // 6 * _AREA
        square = QgsGeometry.fromRect(QgsRectangle(east, north, east + _AREA, north + _AREA))
        square.convertToMultiType()
        areas.append(({"name": f"Område {number + 1}", "kind": "est_area"}, square))
    workspace = create_workspace(
        target, load_standard(default_folder()), municipality_name="Storstad", areas=areas,
        overwrite=True,
    )  # fmt: skip
    made = data.incidents(rows)
    lines = (
        ("vandalism", "graffiti", start, start, f"Plats {number % 997}", _words(number), "approved",
         "import")
        for number, start in enumerate(made.start.tolist())
    )  # fmt: skip
    points = (point_wkb(x, y) for x, y in zip(made.x.tolist(), made.y.tolist()))
    with workspace.transaction("bench", importing=True) as transaction:
        transaction.insert_many("incident", _COLUMNS, lines, geometries=points)


def _multiply(target: Any, rows: int) -> None:
    """Copy the incidents with their history until there are so many, each in another week: in the
    mode in which workspaces move, past rules that these rows have met."""
    from trygg_plugin.data.workspace import open_workspace

    engine = open_workspace(target).engine
    file = isinstance(target, Path)
    uuid, week, said = _IN_A_FILE if file else _ON_A_SERVER
    kept = ", ".join((*_COLUMNS[:2], *_COLUMNS[4:]))
    connection = engine.connect()
    cursor = connection.cursor()
    engine.begin(connection)
    if not file:
        cursor.execute("SET LOCAL statement_timeout = 0")
    engine.announce(connection, "moving", None, None, None)
    for n in range(1, rows // LARGEST_COPIED):
        cursor.execute(
            f"INSERT INTO incident (uuid, version, created_at, created_by, area, time_from, "
            f"reported_at, geom, {kept}) SELECT {uuid}, 1, created_at, created_by, area, "
            f"{week.format(column='time_from', n=n)}, {week.format(column='reported_at', n=n)}, "
            f"geom, {kept} FROM incident WHERE fid <= {LARGEST_COPIED}"
        )
    cursor.execute(
        "INSERT INTO trygg_history (table_name, uuid, version, operation, at, \"user\", verified, "
        f"new) SELECT 'incident', uuid, 1, 'insert', created_at, created_by, {said} "
        f"FROM incident i WHERE fid > {LARGEST_COPIED}"
    )
    engine.arrived(connection)
    engine.withdraw(connection)
    engine.commit(connection)
    connection.close()


#: A new key, a time some weeks earlier, and what history says: verified, and the values as JSON.
_IN_A_FILE = (
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || "
    "hex(randomblob(2)) || '-' || hex(randomblob(6)))",
    "strftime('%Y-%m-%dT%H:%M:%f', {column}, '-{n} months')",
    "1, json_object('category', category, 'subcategory', subcategory, 'time_from', time_from, "
    "'reported_at', reported_at, 'place_name', place_name, 'description', description, 'status', "
    "status, 'channel', channel, 'area', area, 'geom', hex(geom))",
)
_ON_A_SERVER = (
    "gen_random_uuid()::text",
    "{column} - interval '{n} months'",
    "true, to_jsonb(i) - 'fid'",
)


def _words(number: int) -> str:
    return workspaces.TEXTS[number % len(workspaces.TEXTS)]


def _project(house: House) -> None:
    from trygg_plugin.data.workspace import open_workspace
    from trygg_plugin.project.workspace_project import build_project, save_project

    save_project(build_project(open_workspace(house.target), "sv"), house.project)


def _drop(target: Any) -> None:
    _alone(target, f'DROP SCHEMA IF EXISTS "{target.schema}" CASCADE')


def _analyse(target: Any) -> None:
    """What PostgreSQL does by itself after a while."""
    _alone(target, "ANALYZE")


def _alone(target: Any, *statements: str) -> None:
    import psycopg2

    connection = psycopg2.connect(
        host=target.host, port=target.port, user=target.user, dbname=target.database
    )
    connection.autocommit = True
    for statement in statements:
        connection.cursor().execute(statement)
    connection.close()


#: A municipality of a million incidents may still keep them in a file.
LARGEST_FILE = 1_000_000


def entries(job: Callable[[Callable[[int], Any]], Callable[[int], Job]]) -> Tuple[Entry, ...]:
    """What ``job`` does with a layer of incidents: on both engines, and with a plain layer."""
    return (
        Entry("Trygg in a GeoPackage", job(lambda rows: incidents(geopackage(rows))), ours=True,
              largest=LARGEST_FILE),
        Entry("Trygg in PostGIS", job(lambda rows: incidents(in_postgis(rows))), ours=True,
              missing=postgis.missing),
        Entry("plain GeoPackage layer", job(plain), largest=LARGEST_FILE),
    )  # fmt: skip
