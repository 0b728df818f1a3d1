"""The picture of a period, from a week to a tertial: what the EST meeting looks at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import List, Tuple

from ...analysis.progress import Progress, part
from ...data.workspace import Workspace
from ...domain import periods
from ...domain.states import COUNTED_INCIDENT_STATES
from .. import parts
from ..context import (
    ReportContext,
    Request,
    base_context,
    days_of,
    gather_situation,
    work_of,
)
from ..document import Block, Document, Heading, Paragraph, Table
from ..kinds import DocumentKind
from ..work import Words

#: The period where neither a record nor days are named: the last whole one of this kind.
DEFAULT_KIND = "week"


@dataclass(frozen=True)
class PlannedEvent:
    """Something planned in the coming period."""

    when: datetime
    what: str
    place: str


@dataclass(frozen=True)
class PeriodFacts:
    title: str
    first: date
    last: date
    state: str
    coming: Tuple[PlannedEvent, ...]


def gather(workspace: Workspace, request: Request, progress: Progress) -> ReportContext:
    """``request.record``: uuid of a period, or none with days of one's own."""
    record = None if not request.record else workspace.get("period", request.record)
    known = {} if record is None else record.values
    kind = str(known.get("kind") or DEFAULT_KIND)
    first, last = days_of(request, known.get("date_from"), known.get("date_to"), kind)
    situation, notes = gather_situation(
        workspace, request, first, last, part(progress, 0.0, 0.9)
    )
    work, words = work_of(workspace, request, request.record)
    title = str(known.get("title") or "") or title_of(first, last, request.language)
    state = words.code("period_state", known.get("status"))
    facts = PeriodFacts(title, first, last, state, _coming(workspace, words, first, last))
    return replace(
        base_context(workspace, request), record=known, record_uuid=request.record or "",
        situation=situation, work=work, notes=notes, extra=facts,
    )


def title_of(first: date, last: date, language: str) -> str:
    """What people call the days, where they make up a whole period; else nothing."""
    for kind in periods.KINDS:
        period = periods.period_of(kind, first)
        if (period.start, period.end) == (first, last):
            return periods.title(period, language)
    return ""


def _coming(
    workspace: Workspace, words: Words, first: date, last: date
) -> Tuple[PlannedEvent, ...]:
    """Planned events of as many days after the period as it has itself."""
    start = datetime.combine(last, datetime.min.time()) + timedelta(days=1)
    end = start + (last - first) + timedelta(days=1)
    rows = workspace.rows(
        "incident",
        "category = {p} AND time_from >= {p} AND time_from < {p}",
        ["event", start.isoformat(timespec="milliseconds"), end.isoformat(timespec="milliseconds")],
    )
    return tuple(
        PlannedEvent(
            row["time_from"],
            words.code("subcategory", row["subcategory"]) or words.code("category", "event"),
            str(row["place_name"] or "") or words.area(row["area"]),
        )
        for row in sorted(rows, key=lambda row: row["time_from"])
        if row["status"] in COUNTED_INCIDENT_STATES
    )


def build(context: ReportContext) -> Document:
    facts: PeriodFacts = context.extra
    situation, say = context.situation, context.say
    span = "" if situation is None else context.texts.span(situation.period.current)
    blocks: List[Block] = [
        *parts.lead(context),
        *parts.written(context, "summary", say("Summary", "Sammanfattning")),
        Heading(say("Key figures", "Nyckeltal")),
        *parts.key_figures(context),
        Heading(say("Where", "Var")),
        *parts.maps(context),
        *parts.areas_table(context),
        Heading(say("Priority places", "Prioriterade platser")),
        *parts.places(context),
        Heading(say("What and when", "Vad och när")),
        *(one for one in (parts.phenomena(context), parts.curve(context), parts.week(context))
          if one is not None),
        *parts.written(context, "analysis", say("Analysis", "Analys")),
        Heading(say("Problems and measures", "Problem och åtgärder")),
        *_work(context),
        Heading(say("Planned events ahead", "Kommande arrangemang")),
        *_events(context, facts),
        *parts.written(context, "assessment",
                       say("Assessment for the coming period", "Bedömning inför nästa period")),
        *parts.written(context, "feedback",
                       say("Feedback to the reporters", "Återkoppling till rapportörer")),
        *parts.method(context),
    ]  # fmt: skip
    title = say("Situation picture", "Lägesbild")
    if facts.title:
        title += f": {facts.title}"
    return parts.finished(context, title, span, blocks)


def _work(context: ReportContext) -> List[Block]:
    say = context.say
    shown = [problem for problem in context.problems if problem.status != "solved"]
    made: List[Block] = [*parts.problems_table(context, shown)]
    table = parts.measures_table(
        context, say("Measures that are not finished", "Åtgärder som inte är klara"),
        parts.open_measures(context),
    )
    if table is None:
        made.append(Paragraph(say("No measures are open.", "Inga åtgärder är öppna.")))
    else:
        made.append(table)
    return [*made, *parts.map_of_measures(context)]


def _events(context: ReportContext, facts: PeriodFacts) -> List[Block]:
    say = context.say
    if context.public:
        return []
    if not facts.coming:
        return [Paragraph(say("No planned events are registered for the coming period.",
                              "Inga arrangemang är registrerade för kommande period."))]
    return [Table(
        say("Planned events", "Arrangemang"),
        (say("When", "När"), say("What", "Vad"), say("Where", "Var")),
        tuple(
            (f"{context.day(event.when.date())} {event.when:%H:%M}", event.what, event.place)
            for event in facts.coming
        ),
        "lll", (2, 3, 4), row_header=False,
    )]  # fmt: skip


KIND = DocumentKind(
    "period_picture", "Period picture", "Periodens lägesbild", gather, build,
    record="period", has_period=True,
)
