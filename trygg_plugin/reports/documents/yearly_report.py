"""The yearly report to the municipal council (lag 2023:196, 13 §)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import List, Tuple

from ...analysis.progress import Progress, part
from ...data.casework.law import LawStatement, law_statement
from ...data.workspace import Workspace
from .. import parts
from ..context import (
    ReportContext,
    Request,
    base_context,
    days_of,
    gather_situation,
    work_of,
)
from ..document import Block, Decision, Document, Heading, Paragraph, Table
from ..kinds import DocumentKind
from .law_statement import law_table
from .situation_picture import decision_entries


@dataclass(frozen=True)
class YearFacts:
    first: date
    last: date
    law: LawStatement
    #: kind of meeting and how many were held in the year
    meetings: Tuple[Tuple[str, int], ...]
    walks: int
    walk_points: int
    decision: Tuple[Tuple[str, str], ...]


def gather(workspace: Workspace, request: Request, progress: Progress) -> ReportContext:
    """``request.record``: uuid of a document, or none with days of one's own."""
    record = None if not request.record else workspace.get("document", request.record)
    known = {} if record is None else record.values
    first, last = days_of(request, known.get("valid_from"), known.get("valid_to"), "year")
    situation, notes = gather_situation(workspace, request, first, last, part(progress, 0.0, 0.9))
    work, words = work_of(workspace, request)
    held: dict = {}
    for row in workspace.rows("meeting"):
        if first <= row["starts_at"].date() <= last and row["status"] != "called_off":
            label = words.code("meeting_kind", row["kind"])
            held[label] = held.get(label, 0) + 1
    walks = [
        row.uuid for row in workspace.rows("walk")
        if row["walked_at"] is not None and first <= row["walked_at"].date() <= last
    ]
    points = [row for row in workspace.rows("walk_point") if row["walk"] in walks]
    facts = YearFacts(
        first, last, law_statement(workspace, request.today), tuple(sorted(held.items())),
        len(walks), len(points), decision_entries(workspace, words, known, request),
    )
    return replace(
        base_context(workspace, request), record=known, record_uuid=request.record or "",
        situation=situation, work=work, notes=notes, extra=facts,
    )


def build(context: ReportContext) -> Document:
    facts: YearFacts = context.extra
    situation, say = context.situation, context.say
    span = "" if situation is None else context.texts.span(situation.period.current)
    blocks: List[Block] = [
        *parts.lead(context),
        *parts.written(context, "summary", say("Summary", "Sammanfattning")),
        Heading(say("The year in figures", "Året i siffror")),
        *parts.key_figures(context),
        *(one for one in (parts.curve(context), parts.phenomena(context)) if one is not None),
        Heading(say("The areas", "Områdena")),
        *parts.areas_table(context),
        *parts.maps(context, large=True),
        Heading(say("Problems and measures", "Problem och åtgärder")),
        *_work(context, facts),
        Heading(say("Cooperation", "Samverkan")),
        *_cooperation(context, facts),
        Heading(say("The demands of the law", "Lagens krav")),
        law_table(context, facts.law),
        *parts.written(context, "assessment", say("Assessment", "Bedömning")),
        *parts.method(context),
        Decision(say("Decision", "Beslut"), facts.decision),
    ]  # fmt: skip
    title = context.text("title") or say(
        "Yearly report on crime prevention", "Årsrapport om det brottsförebyggande arbetet")
    return parts.finished(context, title, span, blocks)


def _work(context: ReportContext, facts: YearFacts) -> List[Block]:
    say = context.say
    made: List[Block] = [*parts.problems_table(context, context.problems)]
    followed = [
        (problem, measure, measure.latest) for problem, measure in
        ([] if context.work is None else context.work.measures)
        if measure.latest is not None and measure.latest.date is not None
        and facts.first <= measure.latest.date <= facts.last
    ]
    if followed:
        made.append(Table(
            say("Measures followed up in the year", "Åtgärder som följts upp under året"),
            (say("No.", "Nr"), say("Measure", "Åtgärd"), say("Date", "Datum"),
             say("Follow-up", "Uppföljning"), say("Result", "Resultat")),
            tuple(
                (f"{problem.number}.{measure.number}", measure.title, context.day(latest.date),
                 parts.follow_up_cell(context, latest),
                 " ".join(p for p in (latest.result, latest.effect_sentence) if p) or "–")
                for problem, measure, latest in followed
            ),
            "lllll", (1, 5, 2.6, 2.8, 6), row_header=False,
        ))  # fmt: skip
    table = parts.measures_table(
        context, say("Measures that are not finished", "Åtgärder som inte är klara"),
        parts.open_measures(context),
    )
    if table is not None:
        made.append(table)
    if not followed and table is None:
        made.append(Paragraph(say("No measures are registered.",
                                  "Inga åtgärder är registrerade.")))
    return [*made, *parts.map_of_measures(context)]


def _cooperation(context: ReportContext, facts: YearFacts) -> List[Block]:
    say, lang = context.say, context.language
    rows = [
        (say(f"Meetings: {kind}", f"Möten: {kind}"), lang.number(count))
        for kind, count in facts.meetings
    ]
    rows += [
        (say("Safety walks", "Trygghetsvandringar"), lang.number(facts.walks)),
        (say("Points found on safety walks", "Punkter från trygghetsvandringar"),
         lang.number(facts.walk_points)),
        (say("Agreements in force", "Gällande överenskommelser"),
         lang.number(sum(agreement.in_force for agreement in facts.law.agreements))),
    ]
    made: List[Block] = [Table(
        say("Meetings, walks and agreements", "Möten, vandringar och överenskommelser"),
        (say("What", "Vad"), say("Number", "Antal")), tuple(rows), "lr", (5, 1),
    )]  # fmt: skip
    agreements = [one for one in facts.law.agreements if one.in_force]
    if agreements:
        made.append(Table(
            say("Agreements on cooperation", "Överenskommelser om samverkan"),
            (say("Agreement", "Överenskommelse"), say("Parties", "Parter"),
             say("Purposes", "Syften"), say("Next review", "Nästa översyn")),
            tuple(
                (one.title, ", ".join(one.parties) or "–", one.purposes,
                 context.day(one.next_review) or "–")
                for one in agreements
            ),
            "llll", (3.6, 3.6, 5, 2.4),
        ))  # fmt: skip
    return made


KIND = DocumentKind(
    "yearly_report", "Report to the municipal council", "Rapport till kommunfullmäktige",
    gather, build, record="document", of_kind="yearly_report", has_period=True,
)
