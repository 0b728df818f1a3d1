"""What a measure did: its goal, its follow-ups, and the effect that was calculated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, List, Optional, Tuple

from ...analysis.progress import Progress
from ...data.casework.followups import stored_effect
from ...data.workspace import Workspace
from .. import parts
from ..context import ReportContext, Request, base_context, record_of, work_of
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
from ..effect import (
    Effect,
    EffectInputs,
    chart,
    differences,
    effect_of,
    figure_text,
    figure_word,
    place_names,
    verdict_lines,
)
from ..kinds import DocumentKind
from ..layouts import ReportError
from ..work import Measure, Problem


@dataclass(frozen=True)
class EvaluationFacts:
    problem: Problem
    measure: Measure
    effect: Optional[Effect]
    #: (figure, stored, counted again) where the data has changed since the effect was stored
    changed: Tuple[Tuple[str, Any, Any], ...]


def gather(workspace: Workspace, request: Request, progress: Progress) -> ReportContext:
    record = record_of(workspace, "measure", request)
    work, _words = work_of(workspace, request)
    found = [(p, m) for p, m in work.measures if m.uuid == record.uuid]
    if not found:
        raise ReportError(
            "The measure “{title}” may not be published, or its problem may not.",
            title=record["title"],
        )
    problem, measure = found[0]
    effect, changed = None, ()
    rows = workspace.rows("follow_up", "measure = {p}", [record.uuid])
    kept = [
        one for one in map(stored_effect, sorted(rows, key=lambda r: (r["date"], r.fid or 0)))
        if one is not None
    ]
    if kept and request.edition != "public":
        effect = effect_of(
            workspace, EffectInputs.read(kept[-1].inputs), request.language, progress
        )
        changed = tuple(differences(kept[-1].figures, effect.figures))
    progress(1.0)
    return replace(
        base_context(workspace, request), record=record.values, record_uuid=record.uuid,
        work=work, extra=EvaluationFacts(problem, measure, effect, changed),
    )


def build(context: ReportContext) -> Document:
    facts: EvaluationFacts = context.extra
    say, measure, problem = context.say, facts.measure, facts.problem
    blocks: List[Block] = [
        Decision(say("The measure", "Åtgärden"), tuple(_entries(context, facts))),
        *prose(measure.description),
        Heading(say("The problem", "Problemet")),
        *prose(problem.description),
        *_causes(context, facts),
        Heading(say("Goal and indicator", "Mål och indikator")),
        *_indicator(context, measure),
        Heading(say("Follow-up", "Uppföljning")),
        *_follow_ups(context, measure),
        Heading(say("Effect", "Effekt")),
        *_effect(context, facts),
    ]
    made = parts.finished(
        context, say(f"Evaluation: {measure.title}", f"Utvärdering: {measure.title}"),
        problem.title, blocks,
    )
    figures = {} if facts.effect is None else {
        key: float(value) for key, value in facts.effect.figures.items()
        if isinstance(value, (int, float))
    }
    return replace(made, figures=figures)


def _entries(context: ReportContext, facts: EvaluationFacts) -> List[Tuple[str, str]]:
    say, measure = context.say, facts.measure
    entries = [
        (say("Problem", "Problem"), facts.problem.title),
        (say("Type", "Typ"), ", ".join(p for p in (measure.type, measure.approach) if p)),
        (say("Who", "Vem"), measure.who),
        (say("When", "När"), " – ".join(
            context.day(day) for day in (measure.start, measure.end or measure.deadline) if day)),
        (say("State", "Status"), measure.state),
    ]
    if measure.cost is not None:
        entries.append((say("Cost", "Kostnad"), f"{context.language.number(measure.cost)} kr"))
    if measure.hours is not None:
        entries.append((say("Working hours", "Arbetstid"),
                        f"{context.language.number(measure.hours)} h"))
    return entries


def _causes(context: ReportContext, facts: EvaluationFacts) -> List[Block]:
    met = [c for c in facts.problem.causes if c.number in facts.measure.causes]
    if not met:
        return []
    return [
        Paragraph(context.say("The measure meets these causes:", "Åtgärden möter dessa orsaker:")),
        Bullets(tuple(f"{cause.number}. {cause.title}" for cause in met)),
    ]


def _indicator(context: ReportContext, measure: Measure) -> List[Block]:
    say, lang = context.say, context.language
    made: List[Block] = prose(measure.goal) or [
        Paragraph(say("No goal is set.", "Inget mål är satt."), "quiet")]
    values = [f for f in measure.follow_ups if f.indicator is not None]
    if measure.indicator:
        rows = [(say("Baseline", "Utgångsvärde"), "", lang.number(measure.baseline))]
        rows += [(say("Follow-up", "Uppföljning"), context.day(f.date), lang.number(f.indicator))
                 for f in values]
        rows.append((say("Target", "Målvärde"), "", lang.number(measure.target)))
        made.append(Table(
            measure.indicator,
            (say("Measured", "Mätning"), say("Date", "Datum"), say("Value", "Värde")),
            tuple(rows), "llr", (3, 3, 2),
        ))  # fmt: skip
    return made


def _follow_ups(context: ReportContext, measure: Measure) -> List[Block]:
    say = context.say
    if not measure.follow_ups:
        return [Paragraph(say("The measure has not been followed up yet.",
                              "Åtgärden är inte uppföljd ännu."))]
    return [Table(
        say("Follow-ups", "Uppföljningar"),
        (say("Date", "Datum"), say("Colour", "Färg"), say("As planned?", "Som planerat?"),
         say("Result", "Resultat"), say("Next step", "Nästa steg")),
        tuple(
            (context.day(f.date), parts.follow_up_cell(context, f), f.done or "–",
             " ".join(p for p in (f.reason, f.result) if p) or "–", f.next_step or "–")
            for f in measure.follow_ups
        ),
        "lllll", (2.6, 2.2, 2.8, 6, 4), row_header=False,
    )]  # fmt: skip


def _effect(context: ReportContext, facts: EvaluationFacts) -> List[Block]:
    say, lang, effect = context.say, context.language, facts.effect
    if effect is None:
        said = [f.effect_sentence for f in facts.measure.follow_ups if f.effect_sentence]
        return [Paragraph(said[-1] if said and not context.public else say(
            "No effect has been calculated. A follow-up tells what people judge, not whether the "
            "measure had an effect.",
            "Ingen effekt har beräknats. En uppföljning säger vad människor bedömer, inte om "
            "åtgärden haft effekt."))]  # fmt: skip
    svg, text = chart(effect, lang.code)
    names = place_names(lang.code)
    inputs = effect.inputs
    wdd = effect.difference
    rows = tuple(
        (names[key], lang.number(before), lang.number(after), lang.number(after - before))
        for key, (before, after) in effect.counts.items()
    )
    counts = Table(
        say("Incidents before and after", "Händelser före och efter"),
        (say("Place", "Plats"), say("Before", "Före"), say("After", "Efter"),
         say("Change", "Förändring")),
        rows, "lrrr",
        note=say(
            f"Before: {inputs.before[0]} to {inputs.before[1]}. After: {inputs.after[0]} to "
            f"{inputs.after[1]}. Comparison: {inputs.control_name}.",
            f"Före: {inputs.before[0]} till {inputs.before[1]}. Efter: {inputs.after[0]} till "
            f"{inputs.after[1]}. Jämförelse: {inputs.control_name}."),
    )  # fmt: skip
    made: List[Block] = [Bullets(tuple(verdict_lines(effect, lang.code)))]
    made += [Paragraph(text) for text in effect.paragraphs]
    made += [counts, Picture(svg, say("Before and after", "Före och efter"), text)]
    if not effect.too_few:
        made.append(Table(
            say("Weighted displacement difference", "Viktad omfördelningsskillnad (WDD)"),
            (say("Estimate", "Skattning"), say("Lower limit", "Undre gräns"),
             say("Upper limit", "Övre gräns")),
            ((lang.number(wdd.estimate, 1), lang.number(wdd.low, 1), lang.number(wdd.high, 1)),),
            "rrr", row_header=False,
        ))  # fmt: skip
    if effect.cautions:
        made.append(Note(say("What makes it doubtful", "Det som gör svaret osäkert"),
                         effect.cautions))
    if facts.changed:
        listed = "; ".join(
            f"{figure_word(key, lang.code)}: {figure_text(key, old, lang.code)} → "
            f"{figure_text(key, new, lang.code)}" for key, old, new in facts.changed)
        made.append(Note(say("Changed since it was stored", "Ändrat sedan beräkningen sparades"), (
            say(f"Counted again, these figures differ from the stored ones: {listed}.",
                f"Räknat på nytt skiljer sig dessa tal från de sparade: {listed}."),)))
    return made


KIND = DocumentKind(
    "effect_evaluation", "Evaluation of a measure", "Utvärdering av en åtgärd", gather, build,
    record="measure", needs_record=True,
)
