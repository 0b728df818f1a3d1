"""What is adopted with a period: its figures, maps and texts as plain JSON that never changes.

The maps are kept as what they are drawn from (areas, counts per cell, priority places), so that
an edition can be drawn again, in any size, when the data has long changed. Cells are no finer
than :data:`CELL`: an edition outlives the incidents' own places (retention).
"""

from __future__ import annotations

import datetime as dt
import json
import struct
from typing import Any, Dict, List, Mapping, Optional

from qgis.core import QgsGeometry

from ..data.casework import period_counts, periods
from ..data.records import Record
from ..data.sql_text import name
from ..data.workspace import Workspace
from ..domain.period_steps import ADOPTED
from ..domain.periods import Period
from ..domain.states import COUNTED_INCIDENT_STATES
from . import document, documents
from .context import Request
from .figures import SIGNIFICANCE, Change
from .kinds import make_document
from .layouts import ReportError
from .period_figures import FigureRow, PeriodFigures, ReporterRow, period_figures

#: Version of the figures; that of the document beside them is document.FORMAT.
FORMAT = 1
#: Side of a cell of the map (m).
CELL = 250
#: Outlines are kept with this accuracy (m).
_OUTLINE = 5.0
_OPEN_MEASURES = ("proposed", "decided", "ongoing")


def period_content(
    workspace: Workspace, uuid: str, language: str, today: dt.date, now: dt.datetime
) -> Dict[str, Any]:
    """The content of an edition of a period, as it stands now.

    ``now``: when it is made (with a zone). Raises DataError when the workspace cannot be read.
    """
    with workspace.reading():
        record = workspace.get("period", uuid)
        period = periods.period_of_record(record)
        figures = period_figures(workspace, period, language, today)
        late = periods.late_arrivals(workspace, uuid)
        return {
            "format": document.FORMAT,
            "figures_format": FORMAT,
            "kind": "period",
            "language": language,
            "municipality": workspace.municipality_name,
            "made_at": now.astimezone(dt.timezone.utc).isoformat(timespec="seconds"),
            "period": {"uuid": uuid, "title": record["title"], **_span(period)},
            "previous": _span(figures.previous),
            "last_year": _span(figures.last_year),
            "parameters": {
                "through": figures.through.isoformat(),
                "since": None if figures.since is None else figures.since.isoformat(),
                "significance": SIGNIFICANCE,
                "test": "conditional binomial, false discovery rate within each family",
                "states": list(COUNTED_INCIDENT_STATES),
                "cell": CELL,
                "workspace_schema": workspace.meta.get("schema_version"),
                "standard": workspace.standard.version,
            },
            "texts": {key: record[key] or "" for key in periods.TEXTS},
            "figures": figures_content(figures),
            "late": {
                "arrived": late.arrived,
                "waiting": late.waiting,
                "closed_at": None if late.since is None else late.since.isoformat(),
            },
            "lights": _lights(workspace, uuid, figures),
            "work": {
                "problems": _problems(workspace),
                "measures": _measures(workspace),
            },
            "maps": {
                "crs": workspace.crs,
                "areas": _outlines(workspace),
                "cells": _cells(workspace, period.start, figures.through),
                "places": _places(workspace, uuid),
            },
        }


def adoption_content(
    workspace: Workspace,
    uuid: str,
    language: str,
    today: dt.date,
    now: dt.datetime,
    source: str = "",
    notice: str = "",
) -> Dict[str, Any]:
    """All that is adopted: the figures, and the period picture as people read it, with its maps
    and charts, so that reports/editions.py prints the same page at any time.

    Where there is no picture to be made (no reviewed incident yet), the figures stand alone.
    """
    content = period_content(workspace, uuid, language, today, now)
    asked = Request(
        language, record=uuid, today=today, municipality=workspace.municipality_name,
        source=source, notice=notice,
    )  # fmt: skip
    try:
        picture = make_document(workspace, documents.kind_of("period_picture"), asked)
    except ReportError:
        return content
    content["document"] = json.loads(document.to_json(picture))["document"]
    return content


def figures_content(figures: PeriodFigures) -> Dict[str, Any]:
    """Figures as JSON."""
    return {
        "total": _figure(figures.total),
        "areas": [_figure(row) for row in figures.areas],
        "categories": [_figure(row) for row in figures.categories],
        "outside_areas": figures.outside_areas,
        "without_place": figures.without_place,
        "coverage_kind": figures.coverage_kind,
        "reporters": [_reporter(row) for row in figures.reporters],
    }


def preview_of(content: Mapping[str, Any]) -> str:
    """The checksum that the content would be adopted with, for a confirmation."""
    return periods.checksum_of(periods.canonical(content))


def adopt_period(
    workspace: Workspace,
    uuid: str,
    *,
    language: str,
    today: dt.date,
    now: dt.datetime,
    meeting: Optional[str] = None,
    base_version: Optional[int] = None,
    user: Optional[str] = None,
) -> str:
    """Make the snapshot and adopt the period with it; returns the edition's uuid."""
    content = adoption_content(workspace, uuid, language, today, now)
    return periods.adopt(
        workspace, uuid, content, today=today, meeting=meeting, language=language,
        base_version=base_version, user=user, note=ADOPTED,
    )  # fmt: skip


def _span(period: Period) -> Dict[str, Any]:
    return {
        "kind": period.kind,
        "from": period.start.isoformat(),
        "to": period.end.isoformat(),
        "days": period.days,
    }


def _change(change: Change) -> Dict[str, Any]:
    return {
        "before": change.before,
        "p": None if change.p is None else round(change.p, 6),
        "verdict": change.verdict,
    }


def _figure(row: FigureRow) -> Dict[str, Any]:
    made: Dict[str, Any] = {
        "key": row.key,
        "label": row.label,
        "count": row.count,
        "previous": _change(row.previous),
        "last_year": _change(row.last_year),
    }
    if row.suggestion is not None:
        made["suggested"] = row.suggestion.colour
        made["suggested_reason"] = row.suggestion.reason
    return made


def _reporter(row: ReporterRow) -> Dict[str, Any]:
    return {
        "organisation": row.key,
        "label": row.label,
        "count": row.count,
        "areas": [{"label": label, "count": count} for label, count in row.areas],
        "latest": None if row.latest is None else [day.isoformat() for day in row.latest],
        "silent_steps": row.silent_steps,
        "silent": row.silent,
    }


def _lights(workspace: Workspace, uuid: str, figures: PeriodFigures) -> List[Dict[str, Any]]:
    judged = periods.lights(workspace, uuid)
    return [
        {
            "area": row.key,
            "label": row.label,
            "colour": judged[row.key].colour,
            "reason": judged[row.key].reason,
            "suggested": None if row.suggestion is None else row.suggestion.colour,
        }
        for row in figures.areas
        if row.key in judged
    ]


def _problems(workspace: Workspace) -> List[Dict[str, Any]]:
    return [
        {
            "uuid": row.uuid,
            "title": row["title"],
            "status": row["status"],
            "area": row["area"],
            "rank": row["priority_rank"],
        }
        for row in workspace.rows("problem")
        if row["status"] != "solved"
    ]


def _measures(workspace: Workspace) -> List[Dict[str, Any]]:
    colours: Dict[str, Any] = {}
    for row in sorted(workspace.rows("follow_up"), key=lambda row: str(row["date"])):
        colours[row["measure"]] = row["colour"]
    return [
        {
            "uuid": row.uuid,
            "title": row["title"],
            "status": row["status"],
            "problem": row["problem"],
            "organisation": row["responsible_organisation"],
            "deadline": _day(row["deadline"]),
            "colour": colours.get(row.uuid),
        }
        for row in workspace.rows("measure")
        if row["status"] in _OPEN_MEASURES or row.uuid in colours
    ]


def _day(value: Any) -> Optional[str]:
    return None if value is None else value.isoformat()


def _outlines(workspace: Workspace) -> List[Dict[str, Any]]:
    made = []
    for row in workspace.rows("area", "kind = {p}", ["est_area"]):
        geometry = _geometry(row)
        if geometry.isEmpty():
            continue
        # rounded, so that the sum does not hang on the last bits of a float
        made.append(
            {"uuid": row.uuid, "label": row["name"], "wkt": geometry.simplify(_OUTLINE).asWkt(1)}
        )
    return made


def _geometry(row: Record) -> QgsGeometry:
    geometry = QgsGeometry()
    if row.geometry is not None:
        geometry.fromWkb(row.geometry)
    return geometry


def _places(workspace: Workspace, uuid: str) -> List[Dict[str, Any]]:
    rows = workspace.rows("priority_place", "period = {p}", [uuid])
    made = []
    for row in rows:
        geometry = _geometry(row)
        made.append(
            {
                **{key: _plain(row[key]) for key in row.values},
                "wkt": None if geometry.isEmpty() else geometry.asWkt(1),
            }
        )
    return made


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _cells(workspace: Workspace, first: dt.date, last: dt.date) -> List[List[int]]:
    """West, south and number of each cell with reviewed incidents, in the workspace's CRS."""
    place = workspace.engine.place_column(name("geom"))
    marks = ", ".join(["{p}"] * len(COUNTED_INCIDENT_STATES))
    rows = workspace.query(
        f"SELECT {place} AS place FROM incident WHERE deleted_at IS NULL "  # nosec B608 conditions of ours
        f"AND time_from >= {{p}} AND time_from < {{p}} AND coalesce(status, '') IN ({marks}) "
        "AND geom IS NOT NULL",
        [*period_counts.bounds(first, last), *COUNTED_INCIDENT_STATES],
    )
    found: Dict[tuple, int] = {}
    for row in rows:
        wkb = workspace.engine.read_place(row["place"])
        if wkb is None:
            continue
        x, y = struct.unpack("<dd" if wkb[:1] == b"\x01" else ">dd", wkb[5:21])
        cell = (int(x // CELL) * CELL, int(y // CELL) * CELL)
        found[cell] = found.get(cell, 0) + 1
    return [[x, y, count] for (x, y), count in sorted(found.items())]
