"""From a workspace to what a report is made of.

The one place where it is decided which records count: reviewed incidents that are not
deleted, areas that shall have a page, problems that are not solved.
"""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsVectorLayer

from ..data.arrays import CATEGORY, TIME, Categories, origin_of, read_points
from ..data.records import Record
from ..data.workspace import Workspace
from ..domain.privacy import publishable_sql, sensitive_codes
from ..domain.states import COUNTED_INCIDENT_STATES
from .atlas_data import AtlasData, ReportArea, WorkRow
from .charts.language import Language
from .figures import Incidents
from .layouts import ReportError

_COLUMNS = {
    "time_from": TIME,
    "time_to": TIME,
    "category": CATEGORY,
    "subcategory": CATEGORY,
    "area": CATEGORY,
}
#: States of a problem that needs no more work, and of a measure that is over and done with.
_SOLVED = ("solved",)
_NOT_PRINTED = ("cancelled", "effect_assessed")


def gather(
    workspace: Workspace,
    language: str,
    since: Optional[np.datetime64] = None,
    progress: Optional[Callable[[float], None]] = None,
    public: bool = False,
) -> AtlasData:
    """What an atlas of the workspace tells of; codes in the words of ``language``.

    ``since``: first day that reports were collected, the first incident's where not given; not a
    time where nothing has been reported either. ``public``: only incidents that may be counted in
    what is published (domain/privacy.py).
    """
    areas = areas_of(workspace)
    incidents = _incidents(workspace, [area.uuid for area in areas], language, progress, public)
    if since is None:
        known = incidents.start[~np.isnat(incidents.start)]
        since = known.min().astype("datetime64[D]") if known.size else np.datetime64("NaT", "D")
    place_of = {area.uuid: index for index, area in enumerate(areas)}
    return AtlasData(
        incidents=incidents,
        areas=areas,
        problems=_problems(workspace, place_of, language),
        measures=_measures(workspace, place_of, language),
        since=since,
        crs=QgsCoordinateReferenceSystem(workspace.crs),
    )


def check_metres(crs: QgsCoordinateReferenceSystem) -> None:
    """Raises ReportError for a coordinate system without metres."""
    if crs.isGeographic():
        raise ReportError(
            "The workspace's coordinate system {crs} counts in degrees, so that distances and "
            "areas cannot be told. Make the workspace anew in a projected one, such as SWEREF 99.",
            crs=crs.authid(),
        )


def area_notes(workspace: Workspace, language: str) -> List[str]:
    """Sentences on areas whose borders are broken or lie over one another."""
    say = Language(language).say
    shapes: List[Tuple[str, QgsGeometry]] = []
    broken: List[str] = []
    for row in _area_rows(workspace):
        geometry = QgsGeometry()
        geometry.fromWkb(row.geometry or b"")
        if not geometry.isGeosValid():
            broken.append(str(row["name"]))
            geometry = geometry.makeValid()
        shapes.append((str(row["name"]), geometry))
    notes: List[str] = []
    if broken:
        names = ", ".join(broken)
        notes.append(
            say(f"The border of {names} crosses itself and was mended for the maps.",
                f"Gränsen för {names} korsar sig själv och har lagats för kartorna.")
        )
    for index, (name, shape) in enumerate(shapes):
        box = shape.boundingBox()
        for other, second in shapes[index + 1 :]:
            if not box.intersects(second.boundingBox()):
                continue
            shared = shape.intersection(second).area()
            # Borders drawn apart by hand overlap a little everywhere; that is no matter.
            if shared > 0.01 * min(shape.area(), second.area()):
                notes.append(
                    say(f"The areas {name} and {other} overlap: incidents there are counted in "
                        "one of them only.",
                        f"Områdena {name} och {other} överlappar varandra: händelser där räknas "
                        "bara i ett av dem.")
                )
    return notes


def areas_of(workspace: Workspace) -> List[ReportArea]:
    """The areas that shall have a page."""
    return [_area(row) for row in _area_rows(workspace)]


def _area_rows(workspace: Workspace) -> List[Record]:
    return [
        row for row in workspace.rows("area", "in_atlas = {p}", [True])
        if row.geometry is not None
    ]


def _area(row: Record) -> ReportArea:
    geometry = QgsGeometry()
    geometry.fromWkb(row.geometry or b"")
    # A border that crosses itself would stop the map; mended, it shows what was meant.
    return ReportArea(
        row.uuid,
        str(row["name"]),
        geometry if geometry.isGeosValid() else geometry.makeValid(),
        row["population"],
    )


def counted_subset(workspace: Workspace, public: bool = False) -> str:
    """Which incidents a report counts, as a layer's filter.

    The state is wrapped, so that SQLite reads the table from end to end: nearly all incidents
    count, and fetching each where an index of the states points takes five times as long.
    """
    states = ", ".join(f"'{state}'" for state in COUNTED_INCIDENT_STATES)
    conditions = [workspace.layer_subset("incident"), f"coalesce(\"status\", '') IN ({states})"]
    if public:
        conditions.append(publishable_sql(workspace.standard))
    return " AND ".join(conditions)


def _incidents(
    workspace: Workspace,
    areas: Sequence[str],
    language: str,
    progress: Optional[Callable[[float], None]],
    public: bool,
) -> Incidents:
    uri, provider = workspace.layer_uri("incident", subset=counted_subset(workspace, public))
    layer = QgsVectorLayer(uri, "incident", provider)
    if not layer.isValid():
        raise ReportError("The incidents of {path} cannot be read.", path=workspace.place)
    points = read_points(layer, _COLUMNS, origin=origin_of(layer), progress=progress)
    start = points.columns["time_from"].astype("datetime64[s]")
    end = points.columns["time_to"].astype("datetime64[s]")
    category: Categories = points.columns["category"]
    subcategory: Categories = points.columns["subcategory"]
    sensitive = sensitive_codes(workspace.standard, "category")
    return Incidents(
        x=points.x,
        y=points.y,
        start=start,
        # No end means that the time is known exactly (forms/incident.ini).
        end=np.where(np.isnat(end), start, end),
        category=category.codes.astype(np.int64),
        categories=_labels(workspace, "category", category, language),
        subcategory=subcategory.codes.astype(np.int64),
        subcategories=_labels(workspace, "subcategory", subcategory, language),
        area=_positions(points.columns["area"], areas),
        sensitive=category.among(sensitive),
    )


def _positions(column: Categories, wanted: Sequence[str]) -> np.ndarray:
    """For each row the position of its text among the wanted ones, -1 for none of them."""
    place = {text: index for index, text in enumerate(wanted)}
    lookup = np.array([place.get(label, -1) for label in column.labels] + [-1], dtype=np.int64)
    return lookup[column.codes]


def _labels(
    workspace: Workspace, codelist: str, column: Categories, language: str
) -> Tuple[str, ...]:
    words = _words(workspace, codelist, language)
    return tuple(words.get(key, key) for key in column.labels)


def _words(workspace: Workspace, codelist: str, language: str) -> Dict[str, str]:
    return {code.key: code.label[language] for code in workspace.standard.codelists[codelist].codes}


def _problems(
    workspace: Workspace, place_of: Mapping[str, int], language: str
) -> List[WorkRow]:
    states = _words(workspace, "problem_state", language)
    rows = [row for row in workspace.rows("problem") if row["status"] not in _SOLVED]
    # What a meeting has decided comes first, then the scores.
    rows.sort(
        key=lambda row: (
            row["priority_rank"] is None,
            row["priority_rank"] or 0,
            -(row["priority_total"] or 0.0),
            str(row["title"]),
        )
    )
    return [
        WorkRow(
            place_of.get(row["area"], -1),
            str(row["title"]),
            _rank(row),
            states.get(row["status"], row["status"]),
        )
        for row in rows
    ]


def _rank(row: Record) -> str:
    rank: Any = row["priority_rank"]
    return "–" if rank is None else str(rank)


def _measures(
    workspace: Workspace, place_of: Mapping[str, int], language: str
) -> List[WorkRow]:
    """Measures with their deadline and state, or the colour of the latest follow-up."""
    states = _words(workspace, "measure_state", language)
    lights = _words(workspace, "traffic_light", language)
    colours = {
        row["measure"]: lights.get(row["colour"], row["colour"])
        for row in sorted(workspace.rows("follow_up"), key=lambda row: row["date"])
    }
    rows = [row for row in workspace.rows("measure") if row["status"] not in _NOT_PRINTED]
    rows.sort(key=lambda row: (row["deadline"] is None, str(row["deadline"]), str(row["title"])))
    made: List[WorkRow] = []
    for row in rows:
        state = states.get(row["status"], row["status"])
        colour = colours.get(row.uuid)
        made.append(
            WorkRow(
                place_of.get(row["area"], -1),
                str(row["title"]),
                "–" if row["deadline"] is None else str(row["deadline"]),
                f"{state}: {colour}" if colour else state,
            )
        )
    return made
