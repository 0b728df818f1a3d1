"""Where the municipality stands against lag (2023:196), on one page."""

from __future__ import annotations

from dataclasses import replace
from typing import Tuple

from ...analysis.progress import Progress
from ...data.casework.law import LawStatement, Row, law_statement
from ...data.workspace import Workspace
from ...i18n import Translator
from .. import parts
from ..charts.language import Language
from ..context import ReportContext, Request, base_context
from ..document import Cell, Document, Mark, Note, Table
from ..kinds import DocumentKind

#: Colour beside each status; the word says the same.
COLOURS = {"met": "#009e73", "due": "#f0e442", "overdue": "#d55e00", "missing": "#d55e00"}


def gather(workspace: Workspace, request: Request, progress: Progress) -> ReportContext:
    statement = law_statement(workspace, request.today)
    progress(1.0)
    return replace(base_context(workspace, request), extra=statement)


def build(context: ReportContext) -> Document:
    statement: LawStatement = context.extra
    say = context.say
    counts = statement.counts
    blocks = [
        law_table(context, statement),
        Note(say("What the table says", "Vad tabellen säger"), (say(
            "The law knows no sanctions. That a demand is met means that the workspace holds a "
            "record that shows it; whether its content suffices is for people to judge. “Overdue” "
            "refers to the law's two years (section 6) or, for meetings and reports, "
            "to a year.",
            "Lagen har inga sanktioner. Att ett krav är uppfyllt betyder att arbetsytan har en "
            "uppgift som visar det. Om innehållet räcker bedömer människor. ”Försenat” avser "
            "lagens två år (6 §) eller, för möten och rapporter, ett år."),)),
    ]  # fmt: skip
    made = parts.finished(
        context,
        say("The act on crime prevention: where we stand",
            "Lagen om brottsförebyggande arbete: så ligger vi till"),
        context.day(statement.today), blocks,
    )
    return replace(
        made, figures={f"law/{status}": float(counts.get(status, 0)) for status in COLOURS}
    )


def law_table(context: ReportContext, statement: LawStatement) -> Table:
    """A row for each demand: how it is met, why, and what shows it."""
    say, lang = context.say, context.language
    translate = Translator(lang.code)
    words = {
        "met": say("Met", "Uppfyllt"), "due": say("Due soon", "Snart dags"),
        "overdue": say("Overdue", "Försenat"), "missing": say("Missing", "Saknas"),
    }
    rows: Tuple[Tuple[Cell, ...], ...] = tuple(
        (
            f"{row.standing.section} §", translate(row.standing.demand),
            Mark(words[row.standing.status], COLOURS[row.standing.status]),
            _reason(row, translate, lang), _evidence(row),
        )
        for row in statement.rows
    )
    return Table(
        say("Demands of lag (2023:196)", "Krav i lag (2023:196)"),
        (say("Section", "§"), say("Demand", "Krav"), say("Standing", "Läge"),
         say("Why", "Varför"), say("Shown by", "Visas av")),
        rows, "lllll", (1.1, 4.2, 2.3, 4.6, 4.2),
    )  # fmt: skip


def _reason(row: Row, translate: Translator, lang: Language) -> str:
    values = {
        key: lang.date(value) if hasattr(value, "isoformat") else value  # type: ignore[arg-type]
        for key, value in row.standing.values.items()
    }
    return translate(row.standing.reason).format(**values)


def _evidence(row: Row) -> str:
    titles = [one.title for one in row.evidence if one.title]
    if len(titles) > 3:
        return "; ".join(titles[:3]) + f" (+{len(titles) - 3})"
    return "; ".join(titles) or "–"


KIND = DocumentKind(
    "law_statement", "Statement on the law", "Lagens krav på en sida", gather, build,
)
