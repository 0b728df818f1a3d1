"""The statutory situation picture: exactly the three parts of lag (2023:196) 4 §."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Dict, List, Optional, Tuple

from ...analysis.progress import Progress
from ...data.workspace import Workspace
from .. import parts
from ..charts.coverage import coverage, coverage_text
from ..context import (
    ReportContext,
    Request,
    base_context,
    days_of,
    gather_situation,
    record_of,
    work_of,
)
from ..coverage_counts import Coverage, gather_coverage
from ..document import (
    Block,
    Bullets,
    Decision,
    Document,
    Heading,
    Note,
    Paragraph,
    Picture,
    Table,
    prose,
)
from ..kinds import DocumentKind
from ..work import Words

#: The period where the record names none: the last whole one of this kind.
DEFAULT_KIND = "year"
#: Problems whose causes are told, in order of priority.
MOST_PROBLEMS = 12


@dataclass(frozen=True)
class SurveyValue:
    survey: str
    year: int
    area: str
    question: str
    respondents: str
    value: float
    unit: str
    answers: Optional[int]


@dataclass(frozen=True)
class PictureFacts:
    surveys: Tuple[SurveyValue, ...]
    walks: int
    coverage: Coverage
    decision: Tuple[Tuple[str, str], ...]


def gather(workspace: Workspace, request: Request, progress: Progress) -> ReportContext:
    record = record_of(workspace, "document", request)
    known = record.values
    first, last = days_of(request, known["valid_from"], known["valid_to"], DEFAULT_KIND)
    situation, notes = gather_situation(workspace, request, first, last, progress)
    work, words = work_of(workspace, request)
    facts = PictureFacts(
        _surveys(workspace, words),
        sum(
            1 for walk in workspace.rows("walk")
            if walk["walked_at"] is not None and first <= walk["walked_at"].date() <= last
        ),
        gather_coverage(workspace, words, first, last),
        decision_entries(workspace, words, known, request),
    )
    return replace(
        base_context(workspace, request), record=known, record_uuid=record.uuid,
        situation=situation, work=work, notes=notes, extra=facts,
    )


def decision_entries(
    workspace: Workspace, words: Words, known: Dict[str, Any], request: Request
) -> Tuple[Tuple[str, str], ...]:
    """What a decision's block says of a statutory document; empty values are lines to fill in."""
    from ..charts.language import Language

    lang = Language(request.language)
    day = known.get("decided_date")
    entries = [
        (lang.say("State", "Status"), words.code("document_state", known.get("status"))),
        (lang.say("Deciding body", "Beslutande organ"), str(known.get("deciding_body") or "")),
        (lang.say("Date of decision", "Beslutsdatum"),
         lang.date(day) if isinstance(day, date) else ""),
        (lang.say("Registry number", "Diarienummer"), str(known.get("registry_number") or "")),
        (lang.say("Version", "Version"), str(known.get("edition") or "")),
    ]
    if known.get("other_statutes"):
        entries.append((lang.say("Integrated with other planning (section 7)",
                                 "Samordnas med annan planering (7 §)"),
                        str(known["other_statutes"])))
    replaced = known.get("replaces")
    if replaced:
        found = workspace.rows("document", "uuid = {p}", [replaced])
        if found:
            entries.append((lang.say("Replaces", "Ersätter"), str(found[0]["title"])))
    return tuple(entries)


def _surveys(workspace: Workspace, words: Words) -> Tuple[SurveyValue, ...]:
    """The values of each survey's latest year."""
    rows = workspace.rows("survey_value")
    latest: Dict[str, int] = {}
    for row in rows:
        latest[row["survey"]] = max(int(row["year"]), latest.get(row["survey"], 0))
    return tuple(
        SurveyValue(
            words.code("survey", row["survey"]), int(row["year"]),
            words.area(row["area"]) or str(row["area_name"] or ""), str(row["question"]),
            str(row["respondents"] or ""), float(row["value"]),
            _unit(words, row["unit"]), row["answers"],
        )
        for row in sorted(
            rows, key=lambda row: (row["survey"], str(row["question"]), str(row["area_name"]))
        )
        if int(row["year"]) == latest[row["survey"]]
    )


def _unit(words: Words, unit: str) -> str:
    """What stands after a value in running text."""
    return "%" if unit == "percent" else words.code("survey_unit", unit).lower()


def build(context: ReportContext) -> Document:
    facts: PictureFacts = context.extra
    situation, say = context.situation, context.say
    span = "" if situation is None else context.texts.span(situation.period.current)
    blocks: List[Block] = [
        Heading(say("1. Mapping: extent and consequences of crime",
                    "1. Kartläggning: brottslighetens omfattning och konsekvenser")),
        *parts.written_or_missing(context, "mapping"),
        *parts.lead(context),
        Heading(say("Extent", "Omfattning"), 2),
        *parts.key_figures(context),
        *parts.maps(context, large=True),
        *parts.areas_table(context),
        *(one for one in (parts.phenomena(context), parts.curve(context), parts.week(context),
                          parts.concentration_curve(context)) if one is not None),
        Heading(say("Consequences", "Konsekvenser"), 2),
        *_consequences(context),
        *_below(parts.method(context)),
        Heading(say("2. Other information of importance", "2. Annan information av betydelse")),
        *parts.written_or_missing(context, "other_information"),
        *_surveyed(context, facts),
        *_observed(context, facts),
        *_coverage(context, facts),
        Heading(say("3. Analysis", "3. Analys")),
        *parts.written_or_missing(context, "analysis"),
        *parts.problems_table(context, [p for p in context.problems if p.status != "solved"]),
        *_causes(context),
        Decision(say("Decision", "Beslut"), facts.decision,
                       (say("For the deciding body", "För det beslutande organet"),)),
    ]  # fmt: skip
    return parts.finished(
        context, context.text("title") or say("Situation picture", "Lägesbild"), span, blocks
    )


def _below(blocks: List[Block]) -> List[Block]:
    """How the figures were made belongs to the mapping: the law knows three parts, not four."""
    return [
        Heading(block.text, 2) if isinstance(block, Heading) else block for block in blocks
    ]


def _consequences(context: ReportContext) -> List[Block]:
    items = tuple(
        f"{problem.title}: {problem.consequences}"
        for problem in context.problems if problem.consequences
    )
    if items:
        return [Bullets(items)]
    return [Paragraph(context.say(
        "No consequences are described for the problems.",
        "Inga konsekvenser är beskrivna för problemen."), "quiet")]  # fmt: skip


def _surveyed(context: ReportContext, facts: PictureFacts) -> List[Block]:
    """A table for each survey: their questions are not the same and are never mixed."""
    say, lang = context.say, context.language
    made: List[Block] = []
    for survey in dict.fromkeys(value.survey for value in facts.surveys):
        values = [value for value in facts.surveys if value.survey == survey]
        made.append(Table(
            f"{survey} {values[0].year}",
            (say("Question", "Fråga"), say("Area", "Område"), say("Group", "Grupp"),
             say("Value", "Värde"), say("Answers", "Antal svar")),
            tuple(
                (v.question, v.area or "–", v.respondents or "–",
                 f"{lang.number(v.value)} {v.unit}".strip(), lang.number(v.answers))
                for v in values
            ),
            "lllrr", (6, 3, 2.5, 2.5, 2),
        ))  # fmt: skip
    if not made:
        return [Paragraph(say(
            "No survey values of perceived safety are registered.",
            "Inga värden från trygghetsundersökningar är registrerade."), "quiet")]
    return [
        Heading(say("Perceived safety", "Upplevd trygghet"), 2), *made,
        Note(say("How to read it", "Så läser du värdena"), (say(
            "Perceived safety and registered incidents often differ. They are shown side by side "
            "and never added up; different surveys ask in different ways.",
            "Upplevd trygghet och registrerade händelser skiljer sig ofta åt. De visas sida vid "
            "sida och läggs aldrig ihop. Olika undersökningar frågar på olika sätt."),)),
    ]


def _observed(context: ReportContext, facts: PictureFacts) -> List[Block]:
    say = context.say
    items = [
        f"{problem.title}: {problem.other_evidence}"
        for problem in context.problems if problem.other_evidence
    ]
    if facts.walks:
        items.append(say(f"Safety walks in the period: {facts.walks}.",
                         f"Trygghetsvandringar under perioden: {facts.walks}."))
    if not items:
        return []
    return [Heading(say("Observations", "Iakttagelser"), 2), Bullets(tuple(items))]


def _coverage(context: ReportContext, facts: PictureFacts) -> List[Block]:
    say, lang, found = context.say, context.language, facts.coverage
    if context.public or not found.reporters:
        return []
    counts = [list(row) for row in found.counts]
    table = Table(
        say("Reports by organisation", "Rapporter per organisation"),
        (say("Organisation", "Organisation"), *found.periods),
        tuple(
            (name, *(lang.number(value) for value in row))
            for name, row in zip(found.reporters, counts)
        ),
        "l" + "r" * len(found.periods), (4.0, *(1.4,) * len(found.periods)),
    )
    return [
        Heading(say("Who reports", "Vilka som rapporterar"), 2),
        Picture(
            coverage(found.reporters, found.periods, counts, lang.code),
            say("Reports by organisation and part of the period",
                "Rapporter per organisation och del av perioden"),
            coverage_text(found.reporters, found.periods, counts, lang.code), table,
        ),
    ]  # fmt: skip


def _causes(context: ReportContext) -> List[Block]:
    say = context.say
    made: List[Block] = []
    for problem in context.problems[:MOST_PROBLEMS]:
        if problem.status == "solved" or not (problem.description or problem.causes):
            continue
        made.append(Heading(f"{problem.number}. {problem.title}", 2))
        made += prose(problem.description)
        if problem.causes:
            made.append(Table(
                say("Causes", "Orsaker"),
                (say("No.", "Nr"), say("Cause", "Orsak"), say("Kind", "Typ"),
                 say("Evidence", "Underlag")),
                tuple(
                    (str(c.number), ": ".join(p for p in (c.title, c.description) if p), c.kind,
                     c.evidence or "–")
                    for c in problem.causes
                ),
                "llll", (0.8, 6, 2.6, 5), row_header=False,
            ))  # fmt: skip
    return made


KIND = DocumentKind(
    "situation_picture", "Statutory situation picture", "Lagstadgad lägesbild", gather, build,
    record="document", needs_record=True, of_kind="situation_picture", has_period=True,
)
