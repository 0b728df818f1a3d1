"""An invented workspace to try Trygg on: a real municipality's border, all else made up.

Every name says that it is invented, and the workspace carries a notice that reports
print on each page. The same ``today`` and seed give the same workspace.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Callable, List, Mapping, Optional, Sequence, Tuple

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ..data.casework.agenda import default_agenda
from ..data.workspace import Workspace, create_workspace
from ..domain.record_types import Standard
from .demo_content import (
    ACTORS,
    AREAS,
    NOTICE,
    PLACES,
    PROBLEMS,
    Place,
    marked,
)
from .demo_documents import add_documents

#: Setting of the workspace that reports print on every page.
NOTICE_KEY = "invented_notice"
YEARS = 3
INCIDENTS_PER_DAY = 2.6
USER = "demo"
_DAYS_INCOMING = 10


def create_demo(
    target: Path,
    standard: Standard,
    municipality: Tuple[str, str],
    boundary: QgsGeometry,
    *,
    crs: str = "EPSG:3006",
    language: str = "sv",
    today: Optional[date] = None,
    seed: int = 2023196,
    overwrite: bool = False,
    progress: Optional[Callable[[float], None]] = None,
) -> Workspace:
    """Make the demo workspace at ``target``.

    ``municipality`` is (code, name); ``boundary`` its border in ``crs`` (metres). History runs
    for three years up to ``today``. Raises DataError when the file cannot be made.
    """
    told = progress or (lambda _share: None)
    rng = np.random.default_rng(seed)
    last = today or date.today()
    areas = _areas(boundary)
    workspace = create_workspace(
        target,
        standard,
        language=language,
        municipality_code=municipality[0],
        municipality_name=municipality[1],
        crs=crs,
        areas=areas,
        user=USER,
        overwrite=overwrite,
    )
    workspace.set_meta(NOTICE_KEY, NOTICE[language])
    told(0.2)
    actors = _add_actors(workspace)
    holders = [
        (row.uuid, QgsGeometry.fromWkt(_wkt(row.geometry))) for row in workspace.rows("area")
    ]
    site = _Site(boundary)
    told(0.3)
    _add_incidents(workspace, site, holders, actors, last, rng)
    told(0.9)
    _add_work(workspace, site, holders, actors, last)
    with workspace.transaction(USER, note=NOTICE["sv"]) as transaction:
        add_documents(transaction, actors, site.x, site.y, last)
    told(1.0)
    return workspace


def notice_of(workspace: Workspace, language: str) -> str:
    """What pages made of a workspace must say when all in it is invented, else nothing."""
    known = workspace.meta.get(NOTICE_KEY, "")
    return NOTICE[language] if known in NOTICE.values() else known


def _wkt(wkb: Optional[bytes]) -> str:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb or b"")
    return geometry.asWkt()


class _Site:
    """Where the invented town lies: its middle and radius in the municipality's border."""

    def __init__(self, boundary: QgsGeometry) -> None:
        self.boundary = boundary
        middle = boundary.poleOfInaccessibility(100.0)[0].asPoint()
        self.x, self.y = middle.x(), middle.y()
        # Small enough that the villages, at almost three radii, mostly lie inside.
        self.radius = min(1800.0, 0.2 * float(np.sqrt(boundary.area())))

    def at(self, east: float, north: float) -> Tuple[float, float]:
        """Coordinates of a point given in radii from the middle."""
        return self.x + east * self.radius, self.y + north * self.radius


def _areas(boundary: QgsGeometry) -> List[Tuple[Mapping[str, Any], QgsGeometry]]:
    """Invented areas: every spot belongs to the nearest area's middle."""
    site = _Site(boundary)
    middles = [QgsPointXY(*site.at(area.east, area.north)) for area in AREAS]
    reach = boundary.boundingBox()
    reach.scale(1.5)
    cells = QgsGeometry.fromMultiPointXY(middles).voronoiDiagram(QgsGeometry.fromRect(reach))
    made: List[Tuple[Mapping[str, Any], QgsGeometry]] = []
    for position, (area, middle) in enumerate(zip(AREAS, middles)):
        point = QgsGeometry.fromPointXY(middle)
        own = next(part for part in cells.asGeometryCollection() if part.contains(point))
        polygon = own.intersection(boundary)
        if polygon.isEmpty() or not polygon.convertToMultiType():
            continue
        values = {
            "name": marked(area.name),
            "kind": "est_area",
            "population": area.population,
            "population_year": 2025,
            "sort_order": position,
            "note": NOTICE["sv"],
        }
        made.append((values, polygon))
    return made


def _add_actors(workspace: Workspace) -> List[str]:
    with workspace.transaction(USER) as transaction:
        return [
            transaction.insert(
                "actor",
                {
                    "name": marked(actor.name),
                    "kind": actor.kind,
                    "coordinating_function": index == 0,
                },
            )
            for index, actor in enumerate(ACTORS)
        ]


_COLUMNS = (
    "category", "subcategory", "severity", "description", "place_name", "place_type",
    "place_precision", "area", "time_from", "time_to", "time_certainty", "recurrence",
    "reported_at", "source", "reporter_organisation", "reporter_role", "channel", "status",
    "severity_reviewed", "publishable",
)


def _add_incidents(
    workspace: Workspace,
    site: _Site,
    holders: Sequence[Tuple[str, QgsGeometry]],
    actors: Sequence[str],
    last: date,
    rng: np.random.Generator,
) -> None:
    parents = {code.key: code.parent for code in workspace.standard.codelists["subcategory"].codes}
    days = 365 * YEARS
    rows: List[Tuple[Any, ...]] = []
    points: List[Optional[QgsGeometry]] = []
    for place in PLACES:
        for day in _days_of(place, days, rng):
            row, point = _incident(place, day - days, site, holders, actors, parents, last, rng)
            rows.append(row)
            points.append(point)
    order = sorted(range(len(rows)), key=lambda index: rows[index][_COLUMNS.index("time_from")])
    with workspace.transaction(USER, importing=True, note=NOTICE["sv"]) as transaction:
        transaction.insert_many(
            "incident",
            _COLUMNS,
            (rows[index] for index in order),
            geometries=(points[index] for index in order),
        )


def _days_of(place: Place, days: int, rng: np.random.Generator) -> np.ndarray:
    """Days (0 to ``days`` - 1) on which something happens at a place, with trend and season."""
    day = np.arange(days)
    # Summer evenings are busier; the yearly trend runs over all the years.
    rate = 1.0 + 0.25 * np.sin(2 * np.pi * (day % 365 - 120) / 365.0)
    rate *= place.trend ** ((day - days / 2) / 365.0)
    expected = INCIDENTS_PER_DAY * place.share * rate / rate.mean()
    return np.repeat(day, rng.poisson(expected))


def _incident(
    place: Place,
    day: int,
    site: _Site,
    holders: Sequence[Tuple[str, QgsGeometry]],
    actors: Sequence[str],
    parents: Mapping[str, Optional[str]],
    last: date,
    rng: np.random.Generator,
) -> Tuple[Tuple[Any, ...], Optional[QgsGeometry]]:
    kinds = list(place.mix)
    weights = np.array([place.mix[kind] for kind in kinds])
    kind = str(rng.choice(kinds, p=weights / weights.sum()))
    category = parents.get(kind) or kind
    subcategory = kind if kind in parents else None
    when = last + timedelta(days=int(day))
    # Part of the week's incidents move to its Friday or Saturday.
    if when.weekday() not in (4, 5) and rng.random() < 1.0 - 1.0 / max(place.weekend, 1.0):
        when -= timedelta(days=when.weekday() + 2 + int(rng.random() < 0.5))
    start = datetime.combine(when, time(0)) + timedelta(
        minutes=int(60 * ((place.peak + rng.normal(0, 2.5)) % 24)) // 5 * 5
    )
    exact = rng.random() < 0.6
    end = None if exact else start + timedelta(minutes=int(rng.exponential(240)) // 5 * 5 + 15)
    limit = datetime.combine(last, time(0))
    start = min(start, limit)
    end = None if end is None else min(end, limit)
    reported = min((end or start) + timedelta(minutes=int(rng.exponential(600))), limit)
    x, y = site.at(place.east, place.north)
    located = rng.random() > 0.02
    point = QgsPointXY(x + rng.normal(0, place.spread), y + rng.normal(0, place.spread))
    geometry = QgsGeometry.fromPointXY(point) if located else None
    area = _holder(geometry, holders)
    who = int(rng.choice(len(ACTORS), p=np.array([actor.reports for actor in ACTORS])))
    incoming = (limit - start).days < _DAYS_INCOMING
    severity = str(rng.choice(["1", "2", "3", "4"], p=[0.3, 0.4, 0.22, 0.08]))
    row = (
        category, subcategory, severity, "Påhittad händelse.", marked(place.name),
        place.place_type, "about_50_m", area, start, end,
        "exact" if exact else "approximate", "once", reported, "own_observation", actors[who],
        ACTORS[who].role, "import", "submitted" if incoming else "approved",
        None if incoming else severity, not incoming,
    )
    return row, geometry


def _holder(
    point: Optional[QgsGeometry], holders: Sequence[Tuple[str, QgsGeometry]]
) -> Optional[str]:
    if point is None:
        return None
    return next((uuid for uuid, polygon in holders if polygon.contains(point)), None)


def _add_work(
    workspace: Workspace,
    site: _Site,
    holders: Sequence[Tuple[str, QgsGeometry]],
    actors: Sequence[str],
    last: date,
) -> None:
    """Problems with causes, measures and follow-ups, and the meeting that decided them."""
    with workspace.transaction(USER, note=NOTICE["sv"]) as transaction:
        meeting = transaction.insert(
            "meeting",
            {
                "title": marked("EST-möte"),
                "kind": "est",
                "starts_at": datetime.combine(last - timedelta(days=14), time(9)),
                "ends_at": datetime.combine(last - timedelta(days=14), time(9, 30)),
                "place": marked("Stadshuset"),
            },
        )
        for organisation, role in ((actors[0], "coordinator"), (actors[-1], "municipal_police")):
            transaction.insert(
                "meeting_participant",
                {"meeting": meeting, "organisation": organisation, "role": role},
            )
        points = {}
        for number, point in enumerate(default_agenda(workspace), start=1):
            points[point.content] = transaction.insert(
                "meeting_point", {"meeting": meeting, "number": number, **vars(point)}
            )
        transaction.change_state("meeting", meeting, "ongoing")
        decided = 0
        for order, problem in enumerate(PROBLEMS, start=1):
            place = PLACES[problem.place]
            spot = QgsGeometry.fromPointXY(QgsPointXY(*site.at(place.east, place.north)))
            area = _holder(spot, holders)
            uuid = transaction.insert(
                "problem",
                {
                    "title": marked(problem.title),
                    "phenomena": [problem.category],
                    "area": area,
                    "place_name": marked(place.name),
                    "description": problem.description,
                    "responsible_organisation": actors[0],
                    "first_noticed": last - timedelta(days=240),
                    "priority_rank": order,
                    **{f"priority_{key}": score for key, score in problem.scores.items()},
                },
                geometry=spot.buffer(120.0, 12),
            )
            for number, (kind, title) in enumerate(problem.causes, start=1):
                transaction.insert(
                    "cause", {"problem": uuid, "number": number, "kind": kind, "title": title}
                )
            for state in problem.path:
                transaction.change_state("problem", uuid, state)
            for measure in problem.measures:
                made = transaction.insert(
                    "measure",
                    {
                        "title": marked(measure.title),
                        "problem": uuid,
                        "type": measure.type,
                        "approach": measure.approach,
                        "area": area,
                        "goal": measure.goal,
                        "responsible_organisation": actors[measure.owner],
                        "decided_at": meeting,
                        "start_date": last + timedelta(days=measure.start),
                        "deadline": last + timedelta(days=measure.deadline),
                        "horizon": "short",
                    },
                    geometry=spot,
                )
                if measure.path:
                    decided += 1
                    decision = transaction.insert(
                        "decision",
                        {
                            "meeting": meeting,
                            "point": points["decisions"],
                            "number": decided,
                            "text": marked(measure.title),
                            "responsible_organisation": actors[measure.owner],
                            "deadline": last + timedelta(days=measure.deadline),
                        },
                    )
                    for kind, about in (("problem", uuid), ("measure", made)):
                        transaction.insert(
                            f"decision_{kind}", {"decision": decision, kind: about}
                        )
                for state in measure.path:
                    if state == "followed_up":
                        transaction.insert(
                            "follow_up",
                            {
                                "measure": made,
                                "date": last - timedelta(days=7),
                                "done_as_planned": "as_planned",
                                "colour": measure.colour,
                                "result": marked("Uppföljt enligt plan."),
                            },
                        )
                    transaction.change_state("measure", made, state)
        transaction.change_state("meeting", meeting, "closed")
