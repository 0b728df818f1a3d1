"""Incidents inside a place: found by the engine's spatial index, judged by the true outline."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple

from qgis.core import QgsGeometry, QgsPoint

from ...domain.states import COUNTED_INCIDENT_STATES
from ..geometry import wkb_envelope
from ..schema import GEOMETRY
from ..sql_text import name
from ..values import from_stored, wall_clock
from ..workspace import Workspace

Row = Mapping[str, Any]
_CHUNK = 500


def incidents_within(
    workspace: Workspace,
    places: Iterable[QgsGeometry],
    *,
    categories: Sequence[str] = (),
    since: Optional[date] = None,
    until: Optional[date] = None,
    states: Sequence[str] = COUNTED_INCIDENT_STATES,
) -> List[str]:
    """uuids of the incidents inside any of the places (outline included), newest first.

    ``places`` are polygons in the workspace's CRS; ``since`` and ``until`` the first and the
    last day. No ``categories``: all of them.
    """
    found = {}
    for place in places:
        for row in rows_within(
            workspace, place, categories=categories, since=since, until=until, states=states
        ):
            found[str(row["uuid"])] = str(row["time_from"])
    return sorted(found, key=lambda uuid: (found[uuid], uuid), reverse=True)


def rows_within(
    workspace: Workspace,
    place: QgsGeometry,
    *,
    categories: Sequence[str] = (),
    since: Optional[date] = None,
    until: Optional[date] = None,
    states: Sequence[str] = COUNTED_INCIDENT_STATES,
) -> Iterator[Row]:
    """uuid, time_from and category (stored values) of the incidents inside one place."""
    box = place.boundingBox()
    if place.isNull() or box.isNull():
        return
    engine = QgsGeometry.createGeometryEngine(place.constGet())
    engine.prepareGeometry()
    place_sql = workspace.engine.place_column(name(GEOMETRY))
    within = workspace.engine.within_box("incident")
    corners = [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()]
    conditions, parameters = filters(categories, since, until, states)
    for row in workspace.query(
        f"SELECT uuid, time_from, category, {place_sql} AS place FROM incident "  # nosec B608
        f"WHERE {within} AND {conditions}",
        [*corners, *parameters],
    ):
        wkb = workspace.engine.read_place(row["place"])
        envelope = None if wkb is None else wkb_envelope(wkb)
        if envelope is not None and engine.intersects(QgsPoint(envelope[0], envelope[2])):
            yield row


def points_of(workspace: Workspace, incidents: Sequence[str]) -> Dict[str, bytes]:
    """uuid -> the point (WKB) of those of the incidents that have a place."""
    place = workspace.engine.place_column(name(GEOMETRY))
    found: Dict[str, bytes] = {}
    with workspace.reading():
        for start in range(0, len(incidents), _CHUNK):
            chunk = list(incidents[start : start + _CHUNK])
            marks = ", ".join(["{p}"] * len(chunk))
            rows = workspace.query(
                f"SELECT uuid, {place} AS place FROM incident WHERE uuid IN ({marks})",  # nosec B608
                chunk,
            )
            for row in rows:
                wkb = workspace.engine.read_place(row["place"])
                if wkb is not None:
                    found[str(row["uuid"])] = wkb
    return found


def filters(
    categories: Sequence[str], since: Optional[date], until: Optional[date], states: Sequence[str]
) -> Tuple[str, List[Any]]:
    """The SQL condition of incidents that count, and its parameters."""
    marks = ", ".join(["{p}"] * len(states))
    parts, parameters = ["deleted_at IS NULL", f"status IN ({marks})"], list(states)
    if categories:
        marks = ", ".join(["{p}"] * len(categories))
        parts.append(f"category IN ({marks})")
        parameters += categories
    if since is not None:
        parts.append("time_from >= {p}")
        parameters.append(wall_clock(datetime.combine(since, time())))
    if until is not None:
        parts.append("time_from < {p}")
        parameters.append(wall_clock(datetime.combine(until + timedelta(days=1), time())))
    return " AND ".join(parts), parameters


def counts_by_area(
    workspace: Workspace,
    *,
    categories: Sequence[str] = (),
    since: Optional[date] = None,
    until: Optional[date] = None,
) -> Mapping[str, int]:
    """area (uuid) -> incidents that count in the days, by the area that they are filed under."""
    conditions, parameters = filters(categories, since, until, COUNTED_INCIDENT_STATES)
    rows = workspace.query(
        f"SELECT area, count(*) AS n FROM incident WHERE {conditions} "  # nosec B608
        "AND area IS NOT NULL GROUP BY area",
        parameters,
    )
    return {str(row["area"]): int(row["n"]) for row in rows}


def first_day_known(workspace: Workspace) -> Optional[date]:
    """The day of the first incident that counts; None when there is none."""
    conditions, parameters = filters((), None, None, COUNTED_INCIDENT_STATES)
    rows = workspace.query(
        f"SELECT min(time_from) AS first FROM incident WHERE {conditions}",  # nosec B608
        parameters,
    )
    first = from_stored(rows[0]["first"], workspace.schema.table("incident").column("time_from"))
    return None if first is None else first.date()
