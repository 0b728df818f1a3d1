"""The council map atlas as running text: the figures of the printed atlas for those who listen to
it or write on in it. The printed one has layouts of its own (reports/council_atlas.py)."""

from __future__ import annotations

from dataclasses import replace
from typing import List

from ...analysis.progress import Progress
from ...data.workspace import Workspace
from .. import parts, public_parts
from ..context import ReportContext, Request, base_context, days_of, gather_situation, work_of
from ..document import Block, Document, Heading, Paragraph
from ..kinds import DocumentKind

DEFAULT_KIND = "tertial"


def gather(workspace: Workspace, request: Request, progress: Progress) -> ReportContext:
    first, last = days_of(request, None, None, DEFAULT_KIND)
    situation, notes = gather_situation(workspace, request, first, last, progress)
    work, _words = work_of(workspace, request)
    return replace(
        base_context(workspace, request), situation=situation, work=work, notes=notes
    )


def build(context: ReportContext) -> Document:
    situation, say, texts = context.situation, context.say, context.texts
    if situation is None:
        raise ValueError("the atlas was gathered without its figures")
    blocks: List[Block] = [
        *parts.lead(context),
        Heading(say("The whole municipality", "Hela kommunen")),
        *parts.key_figures(context),
        *parts.maps(context),
        *(one for one in (parts.curve(context), parts.week(context), parts.phenomena(context))
          if one is not None),
        Heading(say("The areas compared", "Områdena i jämförelse")),
        *parts.areas_table(context),
        *(public_parts.areas_by_category(context) if context.public else []),
        Heading(say("The areas one by one", "Områdena vart och ett")),
    ]  # fmt: skip
    for index in public_parts.by_name(situation) if context.public else situation.order:
        blocks += _area(context, index)
    return parts.finished(
        context, texts.headings()["trygg_document_title"], texts.span(situation.period.current),
        [*blocks, *parts.method(context)],
    )


def _area(context: ReportContext, index: int) -> List[Block]:
    """What the page of an area tells."""
    situation, say = context.situation, context.say
    if situation is None:
        return []
    area = situation.areas[index]
    made = public_parts.area_page(context, index) if context.public else _figures(context, index)
    problems = [
        p for p in context.problems if p.area == area.name and p.status != "solved"
    ]
    if problems:
        made += parts.problems_table(context, problems)
    else:
        made.append(Paragraph(say("No open problems are registered for the area.",
                                  "Inga pågående problem är registrerade för området."), "quiet"))
    table = parts.measures_table(
        context, say("Measures", "Åtgärder"),
        [(p, m) for p, m in parts.open_measures(context) if area.name in (m.area, p.area)],
    )
    return made if table is None else [*made, table]


def _figures(context: ReportContext, index: int) -> List[Block]:
    """The figures of an area, as of a municipality of its own."""
    situation = context.situation
    if situation is None:
        return []
    area = situation.areas[index]
    of_area = replace(
        context,
        situation=replace(
            situation, total=situation.by_area[index],
            data=replace(situation.data, areas=(area,)),
        ),
    )
    return [
        Heading(area.name, 2), *parts.lead(of_area), *parts.key_figures(of_area),
        *(one for one in (parts.curve(of_area), parts.phenomena(of_area)) if one is not None),
    ]


KIND = DocumentKind(
    "council_atlas", "Council map atlas", "Kartatlas för rådet", gather, build, has_period=True,
)
