"""A workspace after years of work: many incidents, and the cases, meetings and periods of a town.

The same on both engines, kept between runs. What the panels are measured on.
"""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Dict, Iterator, List, NamedTuple, Sequence
from uuid import UUID

from . import data, postgis, workspaces
from .places import cache

PROBLEMS, MEASURES, FOLLOW_UPS, LINKED = 60, 300, 900, 400
MEETINGS, PERIODS, WALKS, AGREEMENTS = 40, 18, 30, 6
#: Of all incidents: touched since they came, so that their reporters wait for an answer.
WAITING_SHARE = 0.09
#: One in so many incidents has not been reviewed yet.
WAITING_EVERY = 99
_SUBCATEGORIES = (
    ("vandalism", "graffiti"), ("vandalism", "broken_glass"), ("gathering", None), ("rumour", None),
)
_AREA = data.SIDE / 6


class _Made(NamedTuple):
    areas: List[str]
    actors: List[str]
    incidents: List[str]


def geopackage(rows: int) -> Path:
    """The workspace in a GeoPackage; QGIS must have been started."""
    path = cache() / f"busy-{workspaces.edition()}-{rows}.gpkg"
    if not path.exists():
        part = path.with_name(f"part-busy-{os.getpid()}.gpkg")
        _make(part, rows)
        for old in cache().glob(f"busy-*-{rows}.gpkg"):  # those of earlier schemas
            old.unlink()
        os.replace(part, path)
    return path


def in_postgis(rows: int) -> Any:
    """The same in PostgreSQL."""
    postgis.start()
    target = postgis.target(rows, f"{workspaces.edition()}_busy")
    sign = cache() / f"busy-{workspaces.edition()}-{rows}.made"
    if not sign.exists():
        from .engines import _analyse, _drop

        _drop(target)
        _make(target, rows)
        _analyse(target)
        sign.touch()
    return target


def _make(target: Any, rows: int) -> None:
    from trygg_plugin.data.workspace import create_workspace
    from trygg_plugin.domain.standard import default_folder, load_standard

    workspace = create_workspace(
        target, load_standard(default_folder()), municipality_name="Storstad", overwrite=True
    )
    names = _identifiers()
    with workspace.transaction("bench", importing=True) as transaction:
        found = _places(transaction, names)
        _incidents(transaction, found, rows)
    with workspace.transaction("bench", importing=True) as transaction:
        transaction.execute(
            "incident",
            "UPDATE incident SET severity = '2' WHERE severity = '1' AND status = {p} AND "
            "fid IN (SELECT fid FROM incident ORDER BY reported_at DESC LIMIT {p})",
            ["approved", round(rows * WAITING_SHARE * 4)],
        )
        _casework(transaction, names, found)


def _identifiers() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield str(UUID(int=number + (0x4A << 72) + (0x8B << 56)))


def _places(transaction: Any, names: Iterator[str]) -> _Made:
    from qgis.core import QgsGeometry, QgsRectangle

    areas, actors = [], []
    for number in range(36):
        east = data.EAST + number % 6 * _AREA
        north = data.NORTH + number // 6 * _AREA
        square = QgsGeometry.fromRect(QgsRectangle(east, north, east + _AREA, north + _AREA))
        square.convertToMultiType()
        values = {"name": f"Område {number + 1}", "kind": "est_area", "population": 1000 + number,
                  "population_year": 2024}  # fmt: skip
        areas.append(transaction.insert("area", values, geometry=square))
    kinds = ("municipality", "municipal_company", "police")
    for number in range(24):
        values = {"name": f"Organisation {number + 1}", "kind": kinds[number % 3]}
        actors.append(transaction.insert("actor", values))
    return _Made(areas, actors, [])


def _incidents(transaction: Any, found: _Made, rows: int) -> None:
    from trygg_plugin.data.geometry import point_wkb

    made = data.incidents(rows)
    # so that the last ones were reported yesterday, whenever that is
    later = datetime.now().replace(microsecond=0) - max(made.start.tolist()) - timedelta(days=1)
    found.incidents.extend(str(UUID(int=(0x9E << 100) + 7919 * n)) for n in range(rows))

    def values() -> Iterator[List[Any]]:
        for number, start in enumerate(made.start.tolist()):
            category, subcategory = _SUBCATEGORIES[number % len(_SUBCATEGORIES)]
            waits = number % WAITING_EVERY == 0
            yield [
                category, subcategory, start + later, start + later, f"Plats {number % 997}",
                workspaces.TEXTS[number % len(workspaces.TEXTS)],
                "submitted" if waits else "approved", "import", str(1 + number // 4 % 4),
                found.areas[number * 7 % len(found.areas)],
                found.actors[number * 5 % len(found.actors)],
            ]

    transaction.insert_many(
        "incident",
        ["category", "subcategory", "time_from", "reported_at", "place_name", "description",
         "status", "channel", "severity", "area", "reporter_organisation"],
        values(),
        geometries=(point_wkb(x, y) for x, y in zip(made.x.tolist(), made.y.tolist())),
        identifiers=found.incidents,
    )  # fmt: skip


def _casework(transaction: Any, names: Iterator[str], found: _Made) -> None:
    from qgis.core import QgsGeometry, QgsRectangle

    today = date.today()

    def many(table: str, rows: Sequence[Dict[str, Any]], geometries: Any = None) -> List[str]:
        uuids = [next(names) for _ in rows]
        transaction.insert_many(
            table, list(rows[0]), [list(row.values()) for row in rows], identifiers=uuids,
            geometries=geometries,
        )
        return uuids

    def square(number: int) -> Any:
        east = data.EAST + (number * 37 % 90) / 100 * data.SIDE
        north = data.NORTH + (number * 61 % 90) / 100 * data.SIDE
        made = QgsGeometry.fromRect(QgsRectangle(east, north, east + 400, north + 400))
        made.convertToMultiType()
        return made

    problems = many("problem", [
        {"title": f"Problem {n}", "phenomena": [_SUBCATEGORIES[n % 4][0]],
         "area": found.areas[n % 36], "first_noticed": today - timedelta(days=30 + n * 9)}
        for n in range(PROBLEMS)
    ], [square(n) for n in range(PROBLEMS)])  # fmt: skip
    many("problem_incident", [
        {"problem": problem,
         "incident": found.incidents[(n * 3331 + k * 17) % len(found.incidents)]}
        for n, problem in enumerate(problems)
        for k in range(min(LINKED, len(found.incidents)))
    ])  # fmt: skip
    measures = many("measure", [
        {"title": f"Åtgärd {n}", "type": "lighting", "problem": problems[n % PROBLEMS],
         "area": found.areas[n % 36], "responsible_organisation": found.actors[n % 24],
         "start_date": today - timedelta(days=200 + n), "deadline": today + timedelta(days=n - 60)}
        for n in range(MEASURES)
    ], [square(n) for n in range(MEASURES)])  # fmt: skip
    many("follow_up", [
        {"measure": measures[n % MEASURES], "date": today - timedelta(days=1 + n % 300),
         "colour": ("green", "yellow", "red")[n % 3], "reason": "Enligt plan"}
        for n in range(FOLLOW_UPS)
    ])  # fmt: skip
    periods = many("period", [
        {"title": f"Period {n}", "kind": "tertial", "date_from": first,
         "date_to": after - timedelta(days=1)}
        for n, (first, after) in enumerate(_tertials(today, PERIODS))
    ])  # fmt: skip
    at = datetime.combine(today, datetime.min.time()).replace(hour=9)
    meetings = many("meeting", [
        {"title": f"EST-möte {n}", "starts_at": at + timedelta(days=14 - 14 * n),
         "ends_at": at + timedelta(days=14 - 14 * n, hours=1), "period": periods[-1],
         "status": "planned" if n < 2 else "closed"}
        for n in range(MEETINGS)
    ])  # fmt: skip
    many("decision", [
        {"meeting": meetings[2 + n % (MEETINGS - 2)], "number": 1 + n // (MEETINGS - 2),
         "text": f"Beslut {n}", "responsible_organisation": found.actors[n % 24],
         "deadline": today + timedelta(days=n - 100)}
        for n in range(5 * MEETINGS)
    ])  # fmt: skip
    many("walk", [
        {"title": f"Trygghetsvandring {n}", "area": found.areas[n % 36],
         "walked_at": at - timedelta(days=30 * n - 20)}
        for n in range(WALKS)
    ], [None] * WALKS)  # fmt: skip
    many("agreement", [
        {"title": f"Överenskommelse {n}", "purposes": "Färre skador",
         "cooperation_areas": "Centrum",
         "valid_from": today - timedelta(days=300), "next_review": today + timedelta(days=65)}
        for n in range(AGREEMENTS)
    ])  # fmt: skip


def _tertials(today: date, count: int) -> List[Any]:
    """The last ``count`` periods of four months as (first day, day after)."""
    month = today.year * 12 + (today.month - 1) // 4 * 4
    starts = [month - 4 * back for back in range(count - 1, -2, -1)]
    days = [date(start // 12, start % 12 + 1, 1) for start in starts]
    return list(zip(days, days[1:]))
