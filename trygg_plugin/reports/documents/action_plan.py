"""The action plan (lag 2023:196, 5 §) in the columns of Brå's template, causes and measures
numbered and matched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import List, Optional, Tuple

from ...analysis.progress import Progress
from ...data.records import Record
from ...data.workspace import Workspace
from .. import parts
from ..context import ReportContext, Request, base_context, record_of, work_of
from ..document import Block, Bullets, Cell, Decision, Document, Heading, Paragraph, Table, prose
from ..kinds import DocumentKind
from ..work import Measure, Problem
from .situation_picture import decision_entries


@dataclass(frozen=True)
class PlanFacts:
    #: title, date of decision and registry number of the situation picture that it rests on
    rests_on: str
    decision: Tuple[Tuple[str, str], ...]


def gather(workspace: Workspace, request: Request, progress: Progress) -> ReportContext:
    record = record_of(workspace, "document", request)
    work, words = work_of(workspace, request)
    base = base_context(workspace, request)
    rests_on = ""
    if record["based_on"]:
        for row in workspace.rows("document", "uuid = {p}", [record["based_on"]]):
            rests_on = _named(base, row)
    progress(1.0)
    return replace(
        base, record=record.values, record_uuid=record.uuid, work=work,
        extra=PlanFacts(rests_on, decision_entries(workspace, words, record.values, request)),
    )


def _named(base: ReportContext, row: Record) -> str:
    """A document as a sentence names it: title, version, when decided, registry number."""
    say = base.say
    said = [say(f"“{row['title']}”", f"”{row['title']}”")]
    if row["edition"]:
        said.append(say(f"version {row['edition']}", f"version {row['edition']}"))
    if row["decided_date"]:
        day = base.day(row["decided_date"])
        said.append(say(f"decided on {day}", f"beslutad {day}"))
    if row["registry_number"]:
        said.append(say(f"registry number {row['registry_number']}",
                        f"diarienummer {row['registry_number']}"))
    return ", ".join(said)


def build(context: ReportContext) -> Document:
    facts: PlanFacts = context.extra
    say = context.say
    chosen = [p for p in context.problems if p.measures or p.status != "solved"]
    span = _span(context)
    blocks: List[Block] = []
    if facts.rests_on:
        blocks.append(Paragraph(
            say(f"The plan rests on the situation picture {facts.rests_on} (lag 2023:196, "
                "section 5).",
                f"Planen vilar på lägesbilden {facts.rests_on} (lag 2023:196, 5 §)."), "lead"))
    blocks += parts.written(context, "summary", say("Summary", "Sammanfattning"))
    blocks.append(Heading(say("Problems, causes and measures", "Problem, orsaker och åtgärder")))
    if not chosen:
        blocks.append(Paragraph(say("No problems are registered.",
                                    "Inga problem är registrerade.")))
    else:
        blocks.append(Paragraph(say(
            "Causes (C) and measures (M) are numbered within each problem; a measure says which "
            "causes it meets.",
            "Orsaker (O) och åtgärder (Å) är numrerade inom varje problem. Varje åtgärd anger "
            "vilka orsaker den möter."), "quiet"))  # fmt: skip
    for problem in chosen:
        blocks += problem_blocks(context, problem)
    blocks += parts.written(context, "assessment", say("Assessment", "Bedömning"))
    blocks.append(Decision(
        say("Decision", "Beslut"), facts.decision,
        (say("For the deciding body", "För det beslutande organet"),),
    ))
    made = parts.finished(
        context, context.text("title") or say("Action plan", "Åtgärdsplan"), span, blocks
    )
    counts = {
        "problems": float(len(chosen)),
        "causes": float(sum(len(p.causes) for p in chosen)),
        "measures": float(sum(len(p.measures) for p in chosen)),
    }
    return replace(made, landscape=True, figures=counts)


def _span(context: ReportContext) -> str:
    first, last = context.record.get("valid_from"), context.record.get("valid_to")
    return " – ".join(context.day(day) for day in (first, last) if day is not None)


def problem_blocks(context: ReportContext, problem: Problem) -> List[Block]:
    """A problem, why it is there, and what is done about it."""
    say = context.say
    made: List[Block] = [Heading(f"{problem.number}. {problem.title}", 2)]
    facts = [
        text for label, value in (
            (say("Area", "Område"), problem.area), (say("Place", "Plats"), problem.place_name),
            (say("Responsible", "Ansvarig"), problem.owner), (say("State", "Status"),
                                                               problem.state),
        ) for text in ([f"{label}: {value}"] if value else [])
    ]  # fmt: skip
    if facts:
        made.append(Paragraph(" · ".join(facts), "quiet"))
    made += prose(problem.description)
    if problem.causes or problem.measures:
        made.append(matched(context, problem))
    else:
        made.append(Paragraph(say("Neither causes nor measures are registered yet.",
                                  "Varken orsaker eller åtgärder är registrerade ännu."),
                              "quiet"))
    results = tuple(
        f"{say('M', 'Å')}{m.number} ({context.day(m.latest.date)}): "
        + " ".join(part for part in (m.latest.reason, m.latest.result, m.latest.next_step) if part)
        for m in problem.measures
        if m.latest is not None and (m.latest.reason or m.latest.result or m.latest.next_step)
    )
    if results:
        made.append(Bullets(results))
    return made


def matched(context: ReportContext, problem: Problem) -> Table:
    """Brå's columns: a row for each measure beside the causes that it meets, and for each cause
    that nothing meets yet."""
    say = context.say
    causes = {cause.number: cause.title for cause in problem.causes}
    cause_sign, measure_sign = say("C", "O"), say("M", "Å")

    def named(numbers: Tuple[int, ...]) -> str:
        return "\n".join(f"{cause_sign}{n} {causes[n]}" for n in numbers if n in causes) or "–"

    rows: List[Tuple[Cell, ...]] = [
        (
            named(measure.causes), f"{measure_sign}{measure.number} {measure.title}",
            measure.goal or "–", when(context, measure), measure.who or "–",
            parts.follow_up_cell(context, measure.latest),
        )
        for measure in problem.measures
    ]
    met = {number for measure in problem.measures for number in measure.causes}
    rows += [
        (f"{cause_sign}{number} {causes[number]}",
         say("No measure decided", "Ingen åtgärd beslutad"), "–", "–", "–", "–")
        for number in causes if number not in met
    ]  # fmt: skip
    return Table(
        say(f"Causes and measures: {problem.title}", f"Orsaker och åtgärder: {problem.title}"),
        (say("Cause", "Orsak"), say("Measure", "Åtgärd"), say("Operative goals", "Operativa mål"),
         say("When", "När"), say("Who", "Vem"), say("Follow-up", "Uppföljning")),
        tuple(rows), "llllll", (5, 5, 5, 3, 3.6, 2.6), row_header=False,
    )  # fmt: skip


def when(context: ReportContext, measure: Measure) -> str:
    """Start and deadline of a measure in words."""
    start: Optional[str] = context.day(measure.start)
    if measure.deadline is None:
        return start or "–"
    done = context.say("by ", "senast ") + context.day(measure.deadline)
    return f"{start}\n{done}" if start else done


KIND = DocumentKind(
    "action_plan", "Action plan", "Åtgärdsplan", gather, build,
    record="document", needs_record=True, of_kind="action_plan",
)
