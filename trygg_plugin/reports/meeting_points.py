"""What meeting mode shows at each point of the agenda: the blocks and maps that documents print.

No figure is counted here: a point is a choice among the parts of the documents, so that what the
meeting saw is what the weekly picture and the minutes tell.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Dict, List, Optional, Sequence, Tuple

import numpy as np
from qgis.core import QgsGeometry

from ..analysis.progress import Progress, part, silent
from ..data.casework.decisions import Decision, decisions_of, to_follow_up
from ..data.casework.followups import DueMeasure, due_list
from ..data.casework.meetings import (
    new_since,
    planned_events,
    previous_meeting,
    waiting_for_review,
)
from ..data.records import Record
from ..data.workspace import Workspace
from ..domain.deadlines import ENDED
from . import maps, parts
from .charts.palette import INK, PAPER
from .context import ReportContext, Request, base_context, gather_situation, work_of
from .document import Block, Cell, Heading, Map, MapClass, MapLayer, Mark, Paragraph, Shape, Table
from .figures import within

#: How far ahead planned events are told of (ours).
EVENTS_AHEAD = timedelta(days=28)
#: More new incidents than this are not drawn one by one.
MOST_POINTS = 3000
#: A map of a single place shows this much ground (m).
LEAST_GROUND = 600.0
#: Colours of what is late and of what is done.
_LATE, _DONE = "#d55e00", "#009e73"
_NEW = "#0072b2"


@dataclass(frozen=True)
class MeetingPicture:
    """All that a meeting's points tell. ``news``: since the last meeting; ``period``: the period
    dealt with, or the same days where none is named. ``today``: the day of the meeting."""

    meeting: Record
    today: date
    last_meeting: Optional[Record]
    news: ReportContext
    period: ReportContext
    earlier: Tuple[Decision, ...]
    due: Tuple[DueMeasure, ...]
    events: Tuple[Record, ...]
    #: incidents of the days of ``news`` that wait for review, and so are in no figure
    waiting: int


def gather_meeting(
    workspace: Workspace, meeting: str, language: str, progress: Progress = silent
) -> MeetingPicture:
    """Count and look up everything once; long, and to be run away from the window."""
    record = workspace.get("meeting", meeting)
    today = record["starts_at"].date()
    first, last = new_since(workspace, record)
    request = Request(language=language, record=meeting, first=first, last=last, today=today)
    news = period = _context(workspace, request, record["period"], part(progress, 0.0, 0.7))
    if record["period"]:
        row = workspace.get("period", record["period"])
        if (row["date_from"], row["date_to"]) != (first, last):
            request = replace(request, first=row["date_from"], last=row["date_to"])
            period = _of_other_days(workspace, news, request, part(progress, 0.7, 0.95))
    before = previous_meeting(workspace, record)
    with workspace.reading():
        earlier = to_follow_up(
            workspace, today, record["kind"], None if before is None else before.uuid
        )
        due = due_list(workspace, today)
        events = planned_events(workspace, today, today + EVENTS_AHEAD)
        waiting = waiting_for_review(workspace, first, last)
    progress(1.0)
    return MeetingPicture(
        record, today, before, news, period, tuple(earlier), tuple(due), tuple(events), waiting
    )


def _context(
    workspace: Workspace, request: Request, period: Optional[str], progress: Progress
) -> ReportContext:
    assert request.first is not None and request.last is not None  # nosec B101  (given above)
    situation, notes = gather_situation(workspace, request, request.first, request.last, progress)
    work, _words = work_of(workspace, request, period)
    return replace(
        base_context(workspace, request), situation=situation, work=work, notes=notes
    )


def _of_other_days(
    workspace: Workspace, known: ReportContext, request: Request, progress: Progress
) -> ReportContext:
    """The context of the same meeting for other days, from the incidents that were read for it."""
    assert request.first is not None and request.last is not None  # nosec B101  (the period's)
    assert known.situation is not None  # nosec B101  (of _context)
    situation, notes = gather_situation(
        workspace, request, request.first, request.last, progress, data=known.situation.data
    )
    return replace(known, request=request, situation=situation, notes=notes)


def with_work(workspace: Workspace, picture: MeetingPicture) -> MeetingPicture:
    """The same figures with problems, measures and decisions as they stand now: quick."""
    work, _words = work_of(workspace, picture.news.request, picture.meeting["period"])
    last = picture.last_meeting
    return replace(
        picture, news=replace(picture.news, work=work), period=replace(picture.period, work=work),
        earlier=tuple(to_follow_up(
            workspace, picture.today, picture.meeting["kind"], None if last is None else last.uuid
        )),
        due=tuple(due_list(workspace, picture.today)),
    )  # fmt: skip


# --- what is told ----------------------------------------------------------------------------


def blocks_of(
    workspace: Workspace, picture: MeetingPicture, content: str
) -> Tuple[Block, ...]:
    """The blocks of a point, by its content (code list agenda_content); none for "other"."""
    made: List[Optional[Block]] = []
    if content == "follow_up":
        made = [*_earlier(picture), *_due(picture)]
    elif content == "news":
        made = [*_span(picture.news), *parts.lead(picture.news), *_waiting(picture),
                *parts.key_figures(picture.news),
                parts.phenomena(picture.news)]
    elif content == "changes":
        made = [*_span(picture.period), *_lights(picture.period),
                *parts.areas_table(picture.period), parts.curve(picture.period)]
    elif content == "problems":
        work = picture.news.work
        open_ones = [] if work is None else [p for p in work.problems if p.status != "solved"]
        made = [*parts.problems_table(picture.news, open_ones),
                _without_problem(parts.measures_table(
                    picture.news, picture.news.say("Measures under way", "Pågående åtgärder"),
                    [(p, m) for p, m in parts.open_measures(picture.news) if p in open_ones]))]
    elif content == "decisions":
        made = decisions_table(picture.news, decisions_of(workspace, picture.meeting.uuid))
    elif content == "planned_events":
        made = _events(picture)
    return parts.without_empty_headings([block for block in made if block is not None])


def _without_problem(table: Optional[Table]) -> Optional[Table]:
    """The third column names the problem, as the number before the point does already."""
    if table is None:
        return None
    return replace(
        table, header=table.header[:2] + table.header[3:],
        rows=tuple(row[:2] + row[3:] for row in table.rows),
        align=table.align[:2] + table.align[3:], widths=table.widths[:2] + table.widths[3:],
    )


def decisions_table(
    context: ReportContext, decisions: Sequence[Decision], today: Optional[date] = None
) -> List[Optional[Block]]:
    """Decisions with who does them until when; ``today``: also what became of them."""
    say = context.say
    if not decisions:
        return [Paragraph(say("No decisions yet.", "Inga beslut än."), "quiet")]
    header = [say("No.", "Nr"), say("Decision", "Beslut"), say("About", "Gäller"),
              say("Who", "Vem"), say("Deadline", "Klart senast")]
    if today is not None:
        # what it was about is remembered from the last time; what became of it is asked
        header[0], header[2] = say("Meeting, no.", "Möte, nr"), say("State", "Läge")
    rows: List[Tuple[Cell, ...]] = []
    for one in decisions:
        about = ", ".join(a.title for a in (*one.problems, *one.measures) if a.title != one.text)
        row: List[Cell] = [str(one.number), one.text, about or "–", one.responsible or "–",
                           "–" if one.deadline is None else _short(context, one.deadline)]
        if today is not None:
            row[0] = f"{_short(context, one.held)}, {one.number}"
            row[2] = _state(context, one, today)
        rows.append(tuple(row))
    return [Table(
        "", tuple(header), tuple(rows), "l" * len(header),
        (1.8, 5, 3, 2.8, 2.4), row_header=False,
    )]  # fmt: skip


def _short(context: ReportContext, day: date) -> str:
    """A day without its year, but for another year than the meeting's."""
    lang = context.language
    return lang.date_short(day) if day.year == context.request.today.year else lang.date(day)


def _state(context: ReportContext, one: Decision, today: date) -> Cell:
    say = context.say
    if one.carried_out is not None:
        done = say("Done", "Verkställt")
        return Mark(f"{done}: {one.outcome}" if one.outcome else done, _DONE)
    if one.measures and context.work is not None:
        words = [context.work.words.code("measure_state", about.status) for about in one.measures]
        ended = all(about.status in ENDED for about in one.measures)
        if ended or not (one.deadline and one.deadline < today):
            return ", ".join(dict.fromkeys(words))
    if one.deadline is not None and one.deadline < today:
        return Mark(say("Late", "Försenat"), _LATE)
    return say("Open", "Öppet")


def _earlier(picture: MeetingPicture) -> List[Optional[Block]]:
    context = picture.news
    title = Heading(context.say("Decisions of earlier meetings", "Tidigare mötens beslut"), 2)
    if not picture.earlier:
        return [title, Paragraph(context.say("No earlier decisions.", "Inga tidigare beslut."),
                                 "quiet")]
    return [title, *decisions_table(context, picture.earlier, picture.today)]


def _due(picture: MeetingPicture) -> List[Optional[Block]]:
    context = picture.news
    say = context.say
    title = Heading(say("Measures whose time is up", "Åtgärder vars tid är ute"), 2)
    if not picture.due:
        return [title, Paragraph(say("No measure is due.", "Ingen åtgärd väntar på uppföljning."),
                                 "quiet")]
    colour = context.work.words.colour if context.work is not None else lambda *_: _LATE
    word = context.work.words.code if context.work is not None else lambda *_: ""
    rows = tuple(
        (
            one.title, one.problem, one.responsible or "–", due_words(one, picture.today, say),
            "–" if not one.colour else Mark(
                word("traffic_light", one.colour), colour("traffic_light", one.colour)),
        )
        for one in picture.due
    )  # fmt: skip
    return [title, Table(
        "", (say("Measure", "Åtgärd"), say("Problem", "Problem"), say("Who", "Vem"),
             say("Due", "Varför nu"), say("Last follow-up", "Senaste uppföljning")),
        rows, "lllll", (4, 4, 3, 3.6, 2.6), row_header=False,
    )]  # fmt: skip


def due_words(one: DueMeasure, today: date, say: Any) -> str:
    """Why a measure is due and since when, in a few words."""
    days = one.due.overdue(today)
    why = {
        "planned": say("Planned follow-up", "Planerad uppföljning"),
        "deadline": say("Deadline has passed", "Slutdatum har passerat"),
        "horizon": say("Time to look", "Dags att se efter"),
        "ended": say("Ended, not followed up", "Avslutad, inte uppföljd"),
        "effect": say("Assess the effect", "Bedöm effekten"),
    }[one.due.reason]
    if days > 0:
        return f"{why} ({say(f'{days} days', f'{days} dagar')})"
    return why if days == 0 else f"{why} ({one.due.day.isoformat()})"


def _lights(context: ReportContext) -> List[Optional[Block]]:
    """Cells that stand out, in a sentence; the map shows them."""
    situation = context.situation
    if situation is None or not situation.areas:
        return []
    if situation.map.note:
        return [Paragraph(situation.map.note)]
    return [Paragraph(context.say(
        "Outlined on the map: where incidents gather more than chance explains.",
        "Inringat på kartan: där händelser samlas mer än slumpen förklarar.",
    ))]  # fmt: skip


def _events(picture: MeetingPicture) -> List[Optional[Block]]:
    context = picture.news
    say, words = context.say, context.work.words if context.work is not None else None
    if not picture.events or words is None:
        return [Paragraph(say("No planned events have been reported.",
                              "Inga arrangemang är inrapporterade."), "quiet")]  # fmt: skip
    rows = tuple(
        (
            str(number),
            f"{context.day(row['time_from'].date())} {row['time_from']:%H:%M}",
            words.code("subcategory", row["subcategory"]) or words.code("category", "event"),
            str(row["place_name"] or "") or words.area(row["area"]) or "–",
            str(row["description"] or "–"),
        )
        for number, row in enumerate(picture.events, 1)
    )
    return [Table(
        say(f"The next {EVENTS_AHEAD.days} days", f"De närmaste {EVENTS_AHEAD.days} dagarna"),
        (say("No.", "Nr"), say("When", "När"), say("What", "Vad"), say("Place", "Plats"),
         say("Description", "Beskrivning")),
        rows, "lllll", (0.8, 3, 2.6, 3, 4), row_header=False,
    )]  # fmt: skip


def _waiting(picture: MeetingPicture) -> List[Optional[Block]]:
    n, say = picture.waiting, picture.news.say
    if not n:
        return []
    return [Paragraph(say(
        f"{n} more incidents of these days wait for review and are not counted.",
        f"{n} händelser till från dessa dagar väntar på granskning och är inte räknade.",
    ))]  # fmt: skip


def _span(context: ReportContext) -> List[Block]:
    situation = context.situation
    if situation is None:
        return []
    return [Paragraph(context.texts.span(situation.period.current), "quiet")]


# --- where -----------------------------------------------------------------------------------


def map_of(picture: MeetingPicture, content: str) -> Optional[Map]:
    """The map of a point; None where the last one stays."""
    if content == "follow_up":
        measures = maps.measures_map(picture.news)
        return measures and replace(
            measures, extent=_around(measures.layers[-1].shapes, measures.extent))
    if content == "news":
        return _points_map(picture.news, _new_points(picture.news), picture.news.say(
            "New incidents", "Nya händelser"), "circle", _NEW)  # fmt: skip
    if content == "changes":
        return _changes(picture.period)
    if content == "problems":
        work = picture.news.work
        found = [] if work is None else [
            (p.place, str(p.number)) for p in work.problems
            if p.place is not None and p.status != "solved"
        ]  # fmt: skip
        return _points_map(picture.news, found, picture.news.say("Problems", "Problem"),
                           "square", INK)  # fmt: skip
    if content == "planned_events":
        found = [(place, str(number)) for number, row in enumerate(picture.events, 1)
                 for place in [_point(row)] if place is not None]  # fmt: skip
        return None if not found else _points_map(picture.news, found, picture.news.say(
            "Planned events", "Arrangemang"), "triangle", "#aa4499")  # fmt: skip
    return None


def places_by_title(picture: MeetingPicture) -> Dict[str, Tuple[str, str]]:
    """Title -> (table, uuid) of the problems and measures that a point may name."""
    work = picture.news.work
    if work is None:
        return {}
    found = {measure.title: ("measure", measure.uuid) for _p, measure in work.measures}
    found.update({problem.title: ("problem", problem.uuid) for problem in work.problems})
    return found


def _changes(context: ReportContext) -> Optional[Map]:
    changed, gathered = maps.change_map(context), maps.hot_spot_map(context)
    if changed is None or gathered is None:
        return changed
    borders = gathered.layers[-1]
    hot = [
        layer for layer in gathered.layers
        if layer.classes[0].marker == "outline" and layer is not borders
    ]
    areas = changed.layers[0]
    certain = [shape for shape in areas.shapes if shape.label[:1] in ("▲", "▼")]
    shapes = [shape for layer in hot for shape in layer.shapes] + certain
    return replace(
        changed, layers=(*changed.layers, *hot), extent=_around(shapes, changed.extent)
    )


def _new_points(context: ReportContext) -> List[Tuple[Tuple[float, float], str]]:
    """Places of the new incidents, but those of sensitive categories."""
    situation = context.situation
    if situation is None:
        return []
    incidents = situation.data.incidents
    chosen = np.flatnonzero(
        within(incidents.start, situation.period.current)
        & np.isfinite(incidents.x) & ~incidents.sensitive
    )
    if chosen.size > MOST_POINTS:
        return []
    return [((float(incidents.x[i]), float(incidents.y[i])), "") for i in chosen]


def _points_map(
    context: ReportContext, points: Sequence[Tuple[Tuple[float, float], str]], title: str,
    marker: str, colour: str,
) -> Optional[Map]:  # fmt: skip
    """Points above the areas; above the counts per cell where there are too many to draw."""
    base = maps.hot_spot_map(context)
    if base is None:
        return None
    if not points:
        return base
    shapes = tuple(Shape(((place,),), 0, label) for place, label in points)
    layers = (base.layers[0], base.layers[-1], MapLayer(
        title, (MapClass(title, marker, colour, PAPER, 0.4),), shapes,
    ))  # fmt: skip
    return replace(
        base, layers=layers, caption=title, alt=f"{title}: {len(points)}.",
        extent=_around(shapes, base.extent),
    )


def _around(
    shapes: Sequence[Shape], whole: Tuple[float, float, float, float]
) -> Tuple[float, float, float, float]:
    """The ground that the shapes stand on with some air around it; all of it for no shapes."""
    at = np.array([point for shape in shapes for ring in shape.rings for point in ring])
    if not at.size:
        return whole
    (west, south), (east, north) = at.min(axis=0), at.max(axis=0)
    air = max(0.15 * max(east - west, north - south), LEAST_GROUND / 2)
    return float(west - air), float(south - air), float(east + air), float(north + air)


def _point(row: Record) -> Optional[Tuple[float, float]]:
    if row.geometry is None:
        return None
    geometry = QgsGeometry()
    geometry.fromWkb(row.geometry)
    if geometry.isEmpty():
        return None
    point = geometry.centroid().asPoint()
    return point.x(), point.y()
