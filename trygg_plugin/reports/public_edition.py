"""Making a public edition: what is counted for it, what is told, and that it is kept.

A public edition is stored before anyone reads it, so that the next one can be judged against it.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from typing import Any, Dict, List, Optional, Sequence, Tuple

import numpy as np

from ..analysis.progress import Progress, part, silent
from ..data.casework.period_counts import bounds
from ..data.workspace import Workspace
from ..domain.periods import add_months
from ..domain.privacy import publishable_sql, sensitive_codes
from ..domain.states import COUNTED_INCIDENT_STATES
from . import editions
from .context import PUBLIC, ReportContext, Request, Situation
from .document import Document
from .figures import CURVE_MONTHS
from .hot_spots import HotSpots
from .kinds import DocumentKind, make_document
from .public_tables import (
    ALL,
    REST,
    Cell,
    Months,
    Told,
    cell_named,
    check_whole_months,
    months_between,
    publish_counts,
)

Span = Tuple[dt.date, dt.date]


def publish(
    workspace: Workspace,
    kind: DocumentKind,
    request: Request,
    progress: Progress = silent,
    user: Optional[str] = None,
) -> Tuple[Document, str]:
    """Make the public edition of a document and keep it; returns it and the edition's uuid.

    Raises ReportError, DataError or DomainError with a sentence: for documents that tell of
    single records, and periods that are not whole months.
    """
    document = make_document(
        workspace, kind, replace(request, edition=PUBLIC), part(progress, 0.0, 0.9),
        lambda context: suppressed(workspace, context),
    )
    uuid = editions.adopt(
        workspace, document,
        period=request.record if kind.record == "period" else None,
        record=request.record if kind.record == "document" else None,
        user=user,
    )
    progress(1.0)
    return document, uuid


def suppressed(workspace: Workspace, context: ReportContext) -> ReportContext:
    """The context of a public edition: told counts in place of all figures, which go."""
    situation = context.situation
    if situation is None:
        return context
    period = situation.period
    check_whole_months(_day(period.current.start), _day(period.current.end))
    earlier = earlier_editions(workspace)
    wanted = wanted_cells(
        situation, [code for code, _label in public_categories(workspace, context)]
    )
    needed = {
        month
        for cell in [*wanted, *(cell for told in earlier for cell in told)]
        for month in months_between(cell.start, cell.end)
    }
    published = publish_counts(wanted, publishable_months(workspace, sorted(needed)), earlier)
    return replace(
        context,
        situation=_emptied(situation),
        published=published,
        categories=public_categories(workspace, context),
    )


def public_categories(
    workspace: Workspace, context: ReportContext
) -> Tuple[Tuple[str, str], ...]:
    """Code and label of the categories that are ever published: all of them, since one that is
    missing from a table would tell that it has none."""
    sensitive = sensitive_codes(workspace.standard, "category")
    language = context.request.language
    return tuple(
        (code.key, code.label[language])
        for code in workspace.standard.codelists["category"].codes
        if code.key not in sensitive
    )


def wanted_cells(situation: Situation, categories: Sequence[str]) -> List[Cell]:
    """What a public edition tells where it may: the period, the one before and the same one last
    year by area; the first two by category; months; areas by category in the period."""
    period = situation.period
    since = _day(situation.data.since)
    spans = [_span(one) for one in (period.current, period.previous, period.last_year)]
    spans = [one for index, one in enumerate(spans) if index == 0 or one[0] >= since]
    areas = [area.uuid for area in situation.areas]
    areas = [*areas, REST] if areas else []
    made: List[Cell] = []
    for index, (start, end) in enumerate(spans):
        made.append(Cell(ALL, ALL, start, end))
        made += [Cell(area, ALL, start, end) for area in areas]
        if (start, end) != _span(period.last_year) or index == 1:
            made += [Cell(ALL, category, start, end) for category in categories]
        if index == 0:
            made += [Cell(a, c, start, end) for a in areas for c in categories]
    made += [Cell(ALL, ALL, *month) for month in curve_months(situation)]
    return list(dict.fromkeys(made))


def curve_months(situation: Situation) -> List[Span]:
    """The months that the curve shows, and the same ones a year earlier, as far as reports were
    collected in all of them."""
    end = _day(situation.period.current.end)
    since = _day(situation.data.since)
    starts = [add_months(end, -back) for back in range(2 * CURVE_MONTHS, 0, -1)]
    return [(start, add_months(start, 1)) for start in starts if start >= since]


def publishable_months(workspace: Workspace, months: Sequence[dt.date]) -> Months:
    """Incidents that may be published, by area and category, of each of the months."""
    states = ", ".join(["{p}"] * len(COUNTED_INCIDENT_STATES))
    found: Dict[dt.date, Dict[Tuple[str, str], int]] = {}
    with workspace.reading():
        for month in months:
            last = add_months(month, 1) - dt.timedelta(days=1)
            rows = workspace.query(
                "SELECT area, category, count(*) AS n FROM incident "  # nosec B608 conditions of ours
                "WHERE deleted_at IS NULL AND time_from >= {p} AND time_from < {p} "
                f"AND coalesce(status, '') IN ({states}) AND {publishable_sql(workspace.standard)} "
                "GROUP BY area, category",
                [*bounds(month, last), *COUNTED_INCIDENT_STATES],
            )
            found[month] = {
                (str(row["area"] or REST), str(row["category"])): int(row["n"]) for row in rows
            }
    return found


def earlier_editions(workspace: Workspace) -> List[Told]:
    """What each public edition told, the oldest first; withdrawn ones too, since they were read."""
    rows = workspace.query(
        "SELECT content FROM edition WHERE public = {p} ORDER BY adopted_at, fid", [True]
    )
    found: List[Told] = []
    for row in rows:
        told = _told(str(row["content"]))
        if told:
            found.append(told)
    return found


def _told(content: str) -> Dict[Cell, Optional[int]]:
    try:
        document: Any = json.loads(content)["document"]
        figures: Dict[str, Any] = document["figures"]
    except (ValueError, KeyError, TypeError):
        return {}  # an edition of another kind holds no counts of ours
    told: Dict[Cell, Optional[int]] = {}
    for name, value in figures.items():
        cell = cell_named(name)
        if cell is not None:
            told[cell] = None if value is None else round(value)
    return told


def _emptied(situation: Situation) -> Situation:
    """Without any figure: what is not there cannot be printed by mistake."""
    missing: Any = None
    return replace(
        situation,
        data=replace(situation.data, incidents=missing, problems=(), measures=()),
        total=missing,
        by_area=(),
        map=HotSpots([], [], "", "", np.empty(0)),
    )


def _day(value: np.datetime64) -> dt.date:
    day: dt.date = value.astype("datetime64[D]").astype(object)
    return day


def _span(period: Any) -> Span:
    return _day(period.start), _day(period.end)
