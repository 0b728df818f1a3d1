"""Minutes of a meeting: who took part, what was dealt with, what was decided."""

from __future__ import annotations

from dataclasses import replace
from typing import List

from ...analysis.progress import Progress
from ...data.casework.decisions import Decision as Decided
from ...data.casework.meetings import Minutes, minutes_of
from ...data.workspace import Workspace
from .. import parts
from ..context import ReportContext, Request, base_context, record_of
from ..document import Block, Decision, Document, Heading, Paragraph, Table, prose
from ..kinds import DocumentKind


def gather(workspace: Workspace, request: Request, progress: Progress) -> ReportContext:
    record = record_of(workspace, "meeting", request)
    minutes = minutes_of(workspace, record.uuid, request.language)
    progress(1.0)
    return replace(
        base_context(workspace, request), record=record.values, record_uuid=record.uuid,
        extra=minutes,
    )


def build(context: ReportContext) -> Document:
    minutes: Minutes = context.extra
    say = context.say
    blocks: List[Block] = [
        Decision(say("The meeting", "Mötet"), tuple(_facts(context, minutes))),
        Heading(say("Participants", "Deltagare")),
        *_participants(context, minutes),
        *_points(context, minutes),
        *parts.written(context, "minutes", say("Notes", "Minnesanteckningar")),
    ]
    loose = [d for d in minutes.decisions
             if not any(d in point.decisions for point in minutes.points)]
    if loose:
        blocks += [Heading(say("Decisions", "Beslut")), _decisions(context, loose)]
    blocks.append(Decision(
        say("Approval", "Justering"),
        ((say("Minutes approved", "Protokollet justerat"), context.day(minutes.approved)),
         (say("Registry number", "Diarienummer"), minutes.registry_number)),
        (say("Chair (function)", "Ordförande (funktion)"),
         say("Approved by (function)", "Justerare (funktion)")),
    ))  # fmt: skip
    made = parts.finished(
        context, say(f"Minutes: {minutes.title}", f"Protokoll: {minutes.title}"),
        context.day(minutes.starts_at.date()), blocks,
    )
    return replace(made, figures={
        "decisions": float(len(minutes.decisions)), "points": float(len(minutes.points)),
    })  # fmt: skip


def _facts(context: ReportContext, minutes: Minutes) -> List[tuple]:
    say = context.say
    time = f"{context.day(minutes.starts_at.date())} {minutes.starts_at:%H:%M}"
    if minutes.ends_at is not None:
        time += f"–{minutes.ends_at:%H:%M}"
    found = [(say("Kind", "Typ"), minutes.kind_label), (say("When", "Tid"), time),
             (say("Where", "Plats"), minutes.place)]  # fmt: skip
    if minutes.period:
        found.append((say("Period dealt with", "Period som behandlades"), minutes.period))
    return found


def _participants(context: ReportContext, minutes: Minutes) -> List[Block]:
    say = context.say
    rows = [(name, role, say("yes", "ja")) for name, role in minutes.present]
    rows += [(name, role, say("no", "nej")) for name, role in minutes.absent]
    if not rows:
        return [Paragraph(say("No participants are registered.",
                              "Inga deltagare är registrerade."))]
    return [Table(
        say("Organisations and roles", "Organisationer och roller"),
        (say("Organisation", "Organisation"), say("Role", "Roll"), say("Present", "Närvarande")),
        tuple(rows), "lll", (5, 4, 2),
        note=say("Organisations and roles take part, never named persons.",
                 "Organisationer och roller deltar, aldrig namngivna personer."),
    )]  # fmt: skip


def _points(context: ReportContext, minutes: Minutes) -> List[Block]:
    say = context.say
    if not minutes.points:
        return []
    made: List[Block] = [Heading(say("Agenda", "Dagordning"))]
    for point in minutes.points:
        made.append(Heading(f"{point.number}. {point.title}", 2))
        notes = prose(point.notes)
        made += notes
        if point.decisions:
            made.append(_decisions(context, list(point.decisions)))
        elif not notes:
            made.append(Paragraph(say("Nothing was noted.", "Inget antecknades."), "quiet"))
    return made


def _decisions(context: ReportContext, decisions: List[Decided]) -> Table:
    say = context.say
    return Table(
        say("Decisions", "Beslut"),
        (say("No.", "Nr"), say("Decision", "Beslut"), say("About", "Gäller"), say("Who", "Vem"),
         say("By", "Senast")),
        tuple(
            (str(d.number), d.text,
             "; ".join(dict.fromkeys(about.title for about in (*d.problems, *d.measures))) or "–",
             d.responsible or "–", context.day(d.deadline) or "–")
            for d in decisions
        ),
        "lllll", (0.8, 6, 4, 3, 2.4), row_header=False,
    )  # fmt: skip


KIND = DocumentKind(
    "minutes", "Minutes", "Protokoll", gather, build, record="meeting", needs_record=True,
    public=False,
)
