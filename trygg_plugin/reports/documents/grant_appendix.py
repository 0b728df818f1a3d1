"""Appendix of a grant application: problem → cause → measure → goal → indicator, as Brå asks."""

from __future__ import annotations

from dataclasses import replace
from typing import List, Tuple

from ...analysis.progress import Progress
from ...data.workspace import Workspace
from .. import parts
from ..context import ReportContext, Request, base_context, work_of
from ..document import Block, Document, Heading, Paragraph, Table, prose
from ..kinds import DocumentKind
from ..layouts import ReportError
from ..work import Problem


def gather(workspace: Workspace, request: Request, progress: Progress) -> ReportContext:
    """``request.record``: uuid of a problem, or none for all that are not solved."""
    work, _words = work_of(workspace, request)
    chosen = tuple(
        problem for problem in work.problems
        if (problem.uuid == request.record if request.record else problem.status != "solved")
    )
    if request.record and not chosen:
        raise ReportError("The problem does not exist, or may not be published.")
    progress(1.0)
    return replace(base_context(workspace, request), work=work, extra=chosen,
                   record_uuid=request.record or "")


def build(context: ReportContext) -> Document:
    problems: Tuple[Problem, ...] = context.extra
    say = context.say
    blocks: List[Block] = [Paragraph(say(
        "For each problem: what causes it, which measure meets the cause, what the measure shall "
        "reach, and by what that is measured.",
        "För varje problem: vad som orsakar det, vilken åtgärd som möter orsaken, vad åtgärden ska "
        "uppnå och hur det mäts."), "lead")]  # fmt: skip
    if not problems:
        blocks.append(Paragraph(say("No problems are registered.",
                                    "Inga problem är registrerade.")))
    for problem in problems:
        blocks.append(Heading(f"{problem.number}. {problem.title}"))
        blocks += prose(problem.description)
        if problem.consequences:
            blocks.append(Paragraph(say("Consequences: ", "Konsekvenser: ")
                                    + problem.consequences))
        if problem.incidents or problem.other_evidence:
            said = [problem.other_evidence] if problem.other_evidence else []
            if problem.incidents:
                count = context.language.number(problem.incidents)
                said.insert(0, say(f"linked incidents: {count}", f"kopplade händelser: {count}"))
            blocks.append(Paragraph(say("Evidence: ", "Underlag: ") + "; ".join(said)))
        blocks.append(_chain(context, problem))
        total = sum(m.cost or 0.0 for m in problem.measures)
        if total:
            blocks.append(Paragraph(
                say("Cost of the measures: ", "Åtgärdernas kostnad: ")
                + f"{context.language.number(total)} kr.", "quiet"))
    made = parts.finished(
        context, say("Appendix to a grant application", "Bilaga till bidragsansökan"),
        say("Problem, cause, measure, goal, indicator", "Problem, orsak, åtgärd, mål, indikator"),
        blocks,
    )
    return replace(made, landscape=True, figures={"problems": float(len(problems))})


def _chain(context: ReportContext, problem: Problem) -> Table:
    say, lang = context.say, context.language
    rows: List[Tuple[str, ...]] = []
    for cause in problem.causes:
        measures = [m for m in problem.measures if cause.number in m.causes]
        named = f"{cause.number}. {cause.title}"
        if cause.evidence:
            named += f" ({cause.evidence})"
        if not measures:
            rows.append((named, "–", "–", "–", "–", "–"))
        for m in measures:
            rows.append((named, m.title, m.goal or "–", m.indicator or "–",
                         lang.number(m.baseline), lang.number(m.target)))
    for m in problem.measures:
        if not m.causes:
            rows.append(("–", m.title, m.goal or "–", m.indicator or "–",
                         lang.number(m.baseline), lang.number(m.target)))
    return Table(
        say(f"The chain of “{problem.title}”", f"Kedjan för ”{problem.title}”"),
        (say("Cause", "Orsak"), say("Measure", "Åtgärd"), say("Goal", "Mål"),
         say("Indicator", "Indikator"), say("Baseline", "Utgångsvärde"),
         say("Target", "Målvärde")),
        tuple(rows) or (("–",) * 6,), "llllrr", (5, 4.4, 4.4, 3.6, 2.4, 2.2), row_header=False,
    )  # fmt: skip


KIND = DocumentKind(
    "grant_appendix", "Grant appendix", "Bilaga till bidragsansökan", gather, build,
    record="problem", public=False,
)
