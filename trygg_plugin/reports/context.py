"""The report context: figures gathered once, privacy rules applied once, for every document.

A document's maker sees nothing but this. What a public edition leaves out is left out here:
incidents that may not be published (gather.py), problems and measures that are not marked as
publishable (work.py), and then all figures but the told ones of :attr:`ReportContext.published`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem

from ..analysis.progress import Progress, part, silent
from ..data.casework.places import first_day_known
from ..data.records import Record
from ..data.workspace import Workspace
from ..domain import periods
from ..domain.privacy import check_public_period
from .atlas_data import AtlasData, ReportArea
from .atlas_texts import AtlasTexts
from .charts.language import Language
from .charts.palette import luminance
from .figures import Figures, ReportPeriod, all_figures
from .gather import area_notes, check_metres, gather
from .hot_spots import HotSpots, hot_spots
from .layouts import ReportError
from .public_tables import Published
from .work import Problem, Words, Work, gather_work

INTERNAL, PUBLIC, ADOPTED = "internal", "public", "adopted"
#: Hexagons of the count map in towns (domain.md section 7: 250 m).
CELL_SIZE = 250.0
#: Of titles and bands, where the workspace names none that white letters can be read on.
COLOUR = "#12436d"
#: Settings of a workspace that its documents follow.
LOGO_KEY, COLOUR_KEY = "logo", "report_colour"
_DARK = 0.35


@dataclass(frozen=True)
class Request:
    """What is asked for.

    ``record``: uuid of the period, document, meeting, walk, measure or problem told of.
    ``first``, ``last``: days of the period where no record gives them. ``today``: the day that
    the document is made on. ``since``: first day of collected reports.
    """

    language: str
    record: Optional[str] = None
    first: Optional[date] = None
    last: Optional[date] = None
    edition: str = INTERNAL
    today: date = field(default_factory=date.today)
    municipality: str = ""
    source: str = ""
    logo: str = ""
    notice: str = ""
    since: Optional[date] = None
    cell_size: float = CELL_SIZE


@dataclass(frozen=True)
class Situation:
    """The figures of a period: of all incidents, and of each area, and where they gather."""

    data: AtlasData
    period: ReportPeriod
    total: Figures
    by_area: Tuple[Figures, ...]
    map: HotSpots
    cell_size: float

    @property
    def areas(self) -> Sequence[ReportArea]:
        return self.data.areas

    @property
    def order(self) -> List[int]:
        """Positions of the areas, the one with most incidents first."""
        return sorted(
            range(len(self.areas)), key=lambda i: (-self.by_area[i].total, self.areas[i].name)
        )


@dataclass(frozen=True)
class ReportContext:
    """Everything a document may tell. Parts that it did not ask for are None or empty.

    ``record``: field values of the record told of. ``extra``: facts of one kind of document, from
    its own gatherer.
    """

    request: Request
    municipality: str
    notice: str
    source: str
    logo: str
    record: Mapping[str, Any] = field(default_factory=dict)
    record_uuid: str = ""
    situation: Optional[Situation] = None
    work: Optional[Work] = None
    extra: Any = None
    notes: Tuple[str, ...] = ()
    colour: str = COLOUR
    #: of a public edition: the only counts that it may tell, and code and label of categories
    published: Optional[Published] = None
    categories: Tuple[Tuple[str, str], ...] = ()

    @property
    def language(self) -> Language:
        return Language(self.request.language)

    @property
    def texts(self) -> AtlasTexts:
        return AtlasTexts(self.request.language)

    def say(self, english: str, swedish: str) -> str:
        return self.language.say(english, swedish)

    @property
    def public(self) -> bool:
        return self.request.edition == PUBLIC

    def text(self, key: str) -> str:
        """What the official has written in a field of the record."""
        return str(self.record.get(key) or "").strip()

    @property
    def problems(self) -> Tuple[Problem, ...]:
        return () if self.work is None else self.work.problems

    def day(self, value: Optional[date]) -> str:
        return "" if value is None else self.language.date(value)


def base_context(workspace: Workspace, request: Request) -> ReportContext:
    """The part that every document has."""
    say = Language(request.language).say
    return ReportContext(
        request=request,
        municipality=request.municipality or workspace.municipality_name,
        notice=request.notice,
        source=request.source or say("Reports in Trygg", "Rapporter i Trygg"),
        logo=request.logo or workspace.meta.get(LOGO_KEY, ""),
        colour=_colour(workspace.meta.get(COLOUR_KEY, "")),
    )


def _colour(wanted: str) -> str:
    known = re.fullmatch("#[0-9a-fA-F]{6}", wanted) is not None
    return wanted if known and luminance(wanted) < _DARK else COLOUR


def record_of(workspace: Workspace, table: str, request: Request) -> Record:
    """The record asked for. Raises ReportError when none was named."""
    if not request.record:
        label = workspace.standard.records[table].label[request.language]
        raise ReportError(
            "Choose which record the document tells of ({record}).", record=label.lower()
        )
    return workspace.get(table, request.record)


def days_of(request: Request, first: Any, last: Any, kind: str) -> Tuple[date, date]:
    """First and last day: as asked for, else the record's own, else the last whole period of a
    kind before today. Raises ReportError when they are in the wrong order."""
    start = request.first or periods.as_date(first)
    end = request.last or periods.as_date(last)
    if start is None or end is None:
        whole = periods.previous(periods.period_of(kind, request.today))
        start, end = start or whole.start, end or whole.end
    if end < start:
        raise ReportError(
            "The last day, {last}, lies before the first, {first}.", first=start, last=end
        )
    return start, end


def gather_situation(
    workspace: Workspace,
    request: Request,
    first: date,
    last: date,
    progress: Progress = silent,
    maps: bool = True,
    data: Optional[AtlasData] = None,
) -> Tuple[Situation, Tuple[str, ...]]:
    """The figures of the days ``first`` to ``last``, and sentences on what was found wrong.

    ``data``: what another situation of the same edition was counted from, to read it only once.
    Raises ReportError when the workspace's CRS has no metres, DomainError for a public edition
    of a period that is too short.
    """
    public = request.edition == PUBLIC
    if public:
        check_public_period(first, last)
    check_metres(QgsCoordinateReferenceSystem(workspace.crs))
    period = ReportPeriod.of(np.datetime64(first, "D"), np.datetime64(last, "D"))
    if data is None:
        since = np.datetime64(request.since or first_day_known(workspace) or first, "D")
        data = gather(workspace, request.language, since, part(progress, 0.0, 0.4), public)
    total, by_area = all_figures(
        data.incidents, len(data.areas), period, data.since, part(progress, 0.4, 0.6)
    )
    texts = AtlasTexts(request.language)
    found = (
        hot_spots(data, period, request.cell_size, texts)
        if maps and data.areas
        else HotSpots([], [], texts.judged(), "", np.empty(0))
    )
    progress(1.0)
    situation = Situation(
        data, period, total, tuple(by_area), found, request.cell_size
    )
    return situation, tuple(area_notes(workspace, request.language))


def work_of(
    workspace: Workspace, request: Request, period: Optional[str] = None
) -> Tuple[Work, Words]:
    """Problems and measures, as far as the edition may tell of them."""
    words = Words(workspace, request.language)
    return gather_work(workspace, words, period, request.edition == PUBLIC), words


def figures_of(context: ReportContext) -> Dict[str, Optional[float]]:
    """The document's counts by name, those not shown as None: kept with stored editions."""
    situation = context.situation
    if context.published is not None:
        return context.published.figures
    if situation is None:
        return {}
    found: Dict[str, Optional[float]] = {}

    def add(value: Optional[float], *cell: str) -> None:
        found["/".join(cell)] = value

    add(situation.total.total, "total")
    add(situation.total.previous.before, "total", "previous")
    add(situation.total.last_year.before, "total", "last_year")
    for area, figures in zip(situation.areas, situation.by_area):
        add(figures.total, "area", area.uuid)
        add(figures.previous.before, "area", area.uuid, "previous")
        add(figures.last_year.before, "area", area.uuid, "last_year")
    for row in situation.total.ranked:
        add(row.count, "phenomenon", row.label)
    return found
