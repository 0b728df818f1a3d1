"""The pieces of documents in their public edition, made of told counts only.

Where a count is left out a dash stands, and nothing that follows from it: no change, test, rate,
bar, point, colour or place in an order.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import List, Optional, Sequence, Tuple

import numpy as np

from ..analysis.count_change import count_change
from ..domain.periods import add_months
from ..domain.privacy import EMERGENCY_NOTE, THRESHOLD
from .atlas_maps import SMALL, count_classes
from .charts.monthly_curve import monthly_curve, monthly_curve_text
from .charts.palette import HEAT
from .charts.ranked import ranked, ranked_text
from .context import ReportContext, Situation
from .document import Block, Cell, Heading, Map, MapClass, MapLayer, Note, Paragraph, Picture, Table
from .figures import CURVE_MONTHS, Change
from .maps import FEWER, MORE, UNCLEAR, UNKNOWN, area_shapes, extent
from .public_tables import ALL, REST, Published, months_between
from .work import Problem

#: Stands for a count that is left out, and for what is not known.
DASH = "–"
#: Fill of areas without a told count.
LEFT_OUT = "#ffffff"


@dataclass(frozen=True)
class Line:
    """An area, a category or all, with its told counts in the period, the one before and the
    same one last year; None for what is not told."""

    name: str
    counts: Tuple[Optional[int], Optional[int], Optional[int]]


def dash_note(context: ReportContext) -> str:
    """What the dash means; below every table that may hold one."""
    return context.say(
        f"{DASH} fewer than {THRESHOLD}, protected, or no data. 0: none that may be published.",
        f"{DASH} färre än {THRESHOLD}, skyddad eller uppgift saknas. 0: inga som får publiceras.",
    )


def lead(context: ReportContext) -> List[Block]:
    """The period in a sentence or two; of a told count only."""
    return _sentence(context, _line(context, "", ALL, ALL))


def _sentence(context: ReportContext, line: Line) -> List[Block]:
    say, lang = context.say, context.language
    now = line.counts[0]
    if now is None:
        return [Paragraph(say(
            f"The number of incidents is not told: it is fewer than {THRESHOLD}, or would tell "
            "such a number.",
            f"Antalet händelser visas inte: det är färre än {THRESHOLD} eller skulle avslöja ett "
            "sådant antal."), "lead")]  # fmt: skip
    said = [say(f"{lang.number(now)} incidents that may be published.",
                f"{lang.number(now)} händelser som får publiceras.")]
    names = (say("the period before", "föregående period"),
             say("the same period last year", "samma period i fjol"))
    for name, (change,) in zip(names, _changes(context, [line])):
        if change.before is not None:
            said.append(say(f"Against {name} ({lang.number(change.before)}): ",
                            f"Jämfört med {name} ({lang.number(change.before)}): ")
                        + context.texts.verdict(change).lower() + ".")
    return [Paragraph(" ".join(said), "lead")]


def key_figures(context: ReportContext) -> List[Block]:
    """The period beside the two that it is compared with, and how chance is judged."""
    return _key_figures(context, _line(context, "", ALL, ALL), _population(context))


def _key_figures(context: ReportContext, line: Line, population: Optional[int]) -> List[Block]:
    situation = context.situation
    if situation is None:
        return []
    say, texts = context.say, context.texts
    period = situation.period
    rows: List[Tuple[Cell, ...]] = [
        (say("The period", "Perioden"), texts.span(period.current),
         _number(context, line.counts[0]), "", "")
    ]
    compared = (
        (say("Previous period", "Föregående period"), period.previous),
        (say("Same period last year", "Samma period i fjol"), period.last_year),
    )
    changes = _changes(context, [line])
    for index, (label, span) in enumerate(compared[: len(changes)]):
        (change,) = changes[index]
        rows.append((
            label, texts.span(span), _number(context, line.counts[index + 1]),
            _changed(context, change), "" if change.before is None else texts.verdict(change),
        ))  # fmt: skip
    made: List[Block] = [Table(
        say("Incidents in the period and before", "Händelser under perioden och tidigare"),
        ("", say("Days", "Dagar"), say("Incidents", "Händelser"),
         say("Change since then", "Förändring sedan dess"),
         say("Is it more than chance?", "Mer än slumpen?")),
        tuple(rows), "llrrl", (4, 6, 2.4, 3, 4), note=dash_note(context),
    )]  # fmt: skip
    if population and line.counts[0] is not None:
        rate = context.language.number(1000.0 * line.counts[0] / population, 1)
        made.append(Paragraph(say(f"That is {rate} incidents per 1,000 residents.",
                                  f"Det är {rate} händelser per 1 000 invånare.")))
    return made


def areas_table(context: ReportContext) -> List[Block]:
    """The areas by name, since an order by number would tell what is left out."""
    situation = context.situation
    if situation is None or not situation.areas:
        return []
    say = context.say
    lines = _area_lines(context)
    changes = _changes(context, lines[:-1])
    header = [say("Area", "Område"), say("Incidents", "Händelser"),
              say("Previous period", "Föregående period")]
    if len(changes) == 2:
        header.append(say("Last year", "I fjol"))
    total = _line(context, say("The whole municipality", "Hela kommunen"), ALL, ALL)
    rows: List[Tuple[Cell, ...]] = []
    of_total = _changes(context, [total])
    for index, line in enumerate([*lines, total]):
        own = (
            [change[index] for change in changes] if index < len(lines) - 1
            else [change[0] for change in of_total] if line is total
            else [Change(None, 0, None) for _change in changes]
        )  # fmt: skip
        rows.append((
            line.name, _number(context, line.counts[0]),
            *(_earlier(context, count, change) for count, change in zip(line.counts[1:], own)),
        ))  # fmt: skip
    return [Table(
        say("The areas compared", "Områdena i jämförelse"), tuple(header), tuple(rows),
        "lrrr"[: len(header)], (6, 2.4, 3.4, 3.4)[: len(header)], note=dash_note(context),
    )]  # fmt: skip


def areas_by_category(context: ReportContext) -> List[Block]:
    """The areas by category in the period."""
    situation, published = context.situation, context.published
    if situation is None or published is None or not situation.areas:
        return []
    say = context.say
    start, end = _spans(context)[0]
    rows = [
        (name, *(_number(context, published.count(area, category, start, end))
                 for category in [*(code for code, _l in context.categories), ALL]))
        for area, name in [*_areas(context), (ALL, say("The whole municipality", "Hela kommunen"))]
    ]  # fmt: skip
    labels = [label for _code, label in context.categories]
    return [Table(
        say("Areas by category in the period", "Områden och kategorier under perioden"),
        (say("Area", "Område"), *labels, say("All", "Alla")), tuple(rows),
        "l" + "r" * (len(labels) + 1), (4.0, *(2.0,) * (len(labels) + 1)),
        note=dash_note(context),
    )]  # fmt: skip


def phenomena(context: ReportContext) -> Optional[Picture]:
    """The categories of the period beside the one before; bars of told counts only."""
    if context.situation is None or context.published is None:
        return None
    say, lang = context.say, context.language
    lines = [_line(context, label, ALL, code) for code, label in context.categories]
    both = [line for line in lines if line.counts[0]]
    both.sort(key=lambda line: (-(line.counts[0] or 0), line.name))
    if not both:
        return None
    labels = [line.name for line in both]
    counts = [float(line.counts[0] or 0) for line in both]
    # bars of the period before only where none of them is left out
    known = [line.counts[1] for line in both if line.counts[1] is not None]
    before = [float(count) for count in known] if len(known) == len(both) else None
    return Picture(
        ranked(labels, counts, lang.code, before, most=len(labels),
               size=(720, max(150, 60 + 32 * len(labels)))),
        say("Incidents by category (told counts)", "Händelser per kategori (visade antal)"),
        ranked_text(labels, counts, lang.code, before, most=len(labels)),
        Table(
            say("Incidents by category", "Händelser per kategori"),
            (say("Category", "Kategori"), say("Incidents", "Händelser"),
             say("Previous period", "Föregående period")),
            tuple((line.name, _number(context, line.counts[0]), _number(context, line.counts[1]))
                  for line in lines),
            "lrr", note=dash_note(context),
        ),
    )  # fmt: skip


def curve(context: ReportContext) -> Optional[Picture]:
    """Incidents per month and one year earlier, with gaps where a count is left out."""
    situation, published = context.situation, context.published
    if situation is None or published is None:
        return None
    say, lang = context.say, context.language
    end = _spans(context)[0][1]
    months = months_between(_back(end, CURVE_MONTHS), end)
    now = [_month(published, month) for month in months]
    before = [_month(published, _back(month, 12)) for month in months]
    while months and now[0] is None and before[0] is None:
        months, now, before = months[1:], now[1:], before[1:]
    if not months:
        return None
    first = months[0].year, months[0].month
    return Picture(
        monthly_curve(now, first, lang.code, before),
        say("Incidents per month", "Händelser per månad"),
        monthly_curve_text(now, first, lang.code, before),
        Table(
            say("Incidents per month", "Händelser per månad"),
            (say("Month", "Månad"), say("Incidents", "Händelser"),
             say("One year earlier", "Ett år tidigare")),
            tuple(
                (f"{lang.month(month.month)} {month.year}", _number(context, a),
                 _number(context, b))
                for month, a, b in zip(months, now, before)
            ),
            "lrr", note=dash_note(context),
        ),
    )  # fmt: skip


# --- maps ----------------------------------------------------------------------------------------


def maps(context: ReportContext, large: bool = False) -> List[Map]:
    """The areas by told count and by told change: what the table says, never a place."""
    situation = context.situation
    if situation is None or not situation.areas:
        return []
    say, texts = context.say, context.texts
    # shapes follow the situation's areas
    counts = [
        _line(context, area.name, area.uuid, ALL).counts[0] for area in situation.areas
    ]
    known = [count for count in counts if count is not None]
    steps = [step for step in count_classes(max(known, default=0)) if step[0] >= SMALL]
    colours = [HEAT[round(i * (len(HEAT) - 2) / max(len(steps) - 1, 1))]
               for i in range(len(steps))]
    none = say("None that may be published", "Inga som får publiceras")
    classes = [MapClass(none, "area", UNCLEAR, "#5a6673", 0.3)]
    classes += [
        MapClass(texts.count_class(low, None if i == len(steps) - 1 and i else high), "area",
                 colour, "#5a6673", 0.3)
        for i, ((low, high), colour) in enumerate(zip(steps, colours))
    ]  # fmt: skip
    classes.append(MapClass(say("Not told", "Visas inte"), "area", LEFT_OUT, "#5a6673", 0.3))

    def class_of(count: Optional[int]) -> int:
        if count is None:
            return len(classes) - 1
        return next((i for i, (low, high) in enumerate(steps, 1) if low <= count <= high), 0)

    made = [_map(
        context, situation, say("Incidents", "Händelser"), classes,
        [class_of(count) for count in counts], ["" for _count in counts],
        say("Incidents by area", "Händelser per område"),
        say("Map of the areas by number of incidents, in classes; the numbers stand in the table "
            "of the areas.",
            "Karta över områdena efter antal händelser i klasser. Antalen står i tabellen över "
            "områdena."), large,
    )]  # fmt: skip
    verdicts = ("higher", "lower", "unclear", "unknown")
    labels = (
        say("▲ More than chance explains", "▲ Fler än slumpen förklarar"),
        say("▼ Fewer than chance explains", "▼ Färre än slumpen förklarar"),
        say("No certain change", "Ingen säker förändring"),
        say("Not told", "Visas inte"),
    )
    changes = _changes(
        context, [_line(context, area.name, area.uuid, ALL) for area in situation.areas]
    )[0]
    if any(change.before is not None for change in changes):
        signs = {"higher": "▲ ", "lower": "▼ "}
        made.append(_map(
            context, situation, say("Change", "Förändring"),
            [MapClass(label, "area", fill, "#5a6673", 0.3)
             for label, fill in zip(labels, (MORE, FEWER, UNCLEAR, UNKNOWN))],
            [verdicts.index(change.verdict) for change in changes],
            [signs.get(change.verdict, "") for change in changes],
            say(f"Change against {texts.span(situation.period.previous)}",
                f"Förändring mot {texts.span(situation.period.previous)}"),
            say("Map of the areas by change since the period before, where both numbers are told.",
                "Karta över områdenas förändring sedan föregående period, där båda antalen "
                "visas."), large,
        ))  # fmt: skip
    return made


def _map(
    context: ReportContext, situation: Situation, title: str, classes: Sequence[MapClass],
    of: Sequence[int], signs: Sequence[str], caption: str, alt: str, large: bool,
) -> Map:  # fmt: skip
    used = sorted(set(of))
    return Map(
        (MapLayer(
            title, tuple(classes[i] for i in used),
            area_shapes(situation, [used.index(i) for i in of], signs),
        ),),
        extent(situation), situation.data.crs.authid(), caption, alt, large=large,
    )  # fmt: skip


# --- the atlas, and the end ----------------------------------------------------------------------


def by_name(situation: Situation) -> List[int]:
    """Positions of the areas in the order of their names."""
    return sorted(range(len(situation.areas)), key=lambda i: situation.areas[i].name.lower())


def area_page(context: ReportContext, index: int) -> List[Block]:
    """What the atlas tells of one area."""
    situation = context.situation
    if situation is None:
        return []
    area = situation.areas[index]
    line = _line(context, area.name, area.uuid, ALL)
    return [
        Heading(area.name, 2), *_sentence(context, line),
        *_key_figures(context, line, area.population),
    ]


def method(context: ReportContext) -> List[Block]:
    """What was counted, what is left out and why, and what must not be concluded."""
    situation = context.situation
    if situation is None:
        return []
    say, texts = context.say, context.texts
    titles = texts.headings()
    period = situation.period
    made: List[Block] = [
        Heading(titles["trygg_t_method"]),
        Note(titles["trygg_t_data"], (say(
            f"The period is {texts.span(period.current)}. Counted are incidents that a coordinator "
            "has reviewed and approved and that may be published. Incidents against staff, and at "
            "schools and care places, are left out, as are those whose secrecy is to be assessed. "
            f"An incident belongs to the month in which it began. Source: {context.source}",
            f"Perioden är {texts.span(period.current)}. Här räknas händelser som samordnaren har "
            "granskat och godkänt och som får publiceras. Händelser mot anställda samt vid skolor "
            "och vårdplatser är utelämnade, liksom sådana vars sekretess ska prövas. En händelse "
            f"hör till den månad då den började. Källa: {context.source}"),)),
        Note(say("Numbers that are left out", "Antal som inte visas"), (say(
            f"Numbers from 1 to {THRESHOLD - 1} are left out ({DASH}). So are other numbers that "
            "would let someone work out a number left out by adding or subtracting, here or with "
            "earlier public editions, and what would be reckoned from them: changes, rates, bars, "
            "colours. A number that was left out once stays so. Numbers that differ by "
            f"fewer than {THRESHOLD} from those published before, because reports have come late, "
            "are left out, too. Areas are shown, never places.",
            f"Antal från 1 till {THRESHOLD - 1} visas inte ({DASH}). Det gör inte heller andra "
            "antal som skulle göra det möjligt att räkna ut ett utelämnat antal, genom att lägga "
            "ihop eller dra ifrån, här eller med tidigare publika utgåvor. Inte heller visas det "
            "som skulle räknas fram ur dem: förändringar, andelar, staplar, färger. Ett "
            "antal som en gång utelämnats visas inte senare heller. Antal som skiljer "
            f"sig med färre än {THRESHOLD} från tidigare publicerade, för att rapporter kommit "
            "sent, utelämnas också. Områden visas, aldrig platser."),)),
        Note(titles["trygg_t_comparison"], (say(
            "Whether a change is more than chance is tested with an exact conditional test of two "
            "Poisson counts at the 5% level, among the numbers told and corrected for how many "
            "they are (Benjamini and Hochberg).",
            "Om en förändring är större än slumpen prövas med ett exakt betingat test av två "
            "Poissonantal på 5 %-nivån, bland de antal som visas och med hänsyn till hur många de "
            "är (Benjamini och Hochberg)."),)),
        Note(titles["trygg_t_limits"], (say(
            "The figures show what was reported, not everything that happened. More reports can "
            "mean more incidents or more reporters, and few reports are not proof of calm. "
            "Perceived unsafety is not measured here.",
            "Siffrorna visar det som rapporterats, inte allt som hänt. Fler rapporter kan betyda "
            "fler händelser eller fler som rapporterar, och få rapporter är inget bevis på lugn. "
            "Upplevd otrygghet mäts inte här."), EMERGENCY_NOTE[context.language.code])),
    ]  # fmt: skip
    if context.notes:
        made.append(Note(say("Shortcomings of the data", "Brister i underlaget"),
                         tuple(context.notes)))
    return made


def problems_table(context: ReportContext, problems: Sequence[Problem]) -> List[Block]:
    """The problems without what is counted or scored from single incidents."""
    say = context.say
    if not problems:
        return [Paragraph(say("No problems are told of.", "Inga problem redovisas."))]
    return [Table(
        say("Problems in order of priority", "Problem i prioritetsordning"),
        (say("No.", "Nr"), say("Problem", "Problem"), say("Area", "Område"),
         say("State", "Status")),
        tuple(
            (str(problem.number), problem.title, problem.area or problem.place_name or DASH,
             problem.state)
            for problem in problems
        ),
        "llll", (0.9, 6, 4, 3), row_header=False,
    )]  # fmt: skip


# --- told counts ---------------------------------------------------------------------------------


def _spans(context: ReportContext) -> List[Tuple[date, date]]:
    if context.situation is None:
        return []
    period = context.situation.period
    return [
        (one.start.astype(object), one.end.astype(object))
        for one in (period.current, period.previous, period.last_year)
    ]


def _whole_year(context: ReportContext) -> bool:
    spans = _spans(context)
    return spans[1] == spans[2]


def _line(context: ReportContext, name: str, area: str, category: str) -> Line:
    published = context.published
    if published is None:
        return Line(name, (None, None, None))
    now, before, last_year = (
        published.count(area, category, start, end) for start, end in _spans(context)
    )
    return Line(name, (now, before, last_year))


def _areas(context: ReportContext) -> List[Tuple[str, str]]:
    """uuid and name by name, and what lies outside all of them."""
    areas = [] if context.situation is None else context.situation.areas
    named = sorted(((area.uuid, area.name) for area in areas), key=lambda pair: pair[1].lower())
    return [*named, (REST, context.say("Outside the areas or without a place",
                                       "Utanför områdena eller utan plats"))]


def _area_lines(context: ReportContext) -> List[Line]:
    return [_line(context, name, area, ALL) for area, name in _areas(context)]


def _changes(context: ReportContext, lines: Sequence[Line]) -> List[List[Change]]:
    """For the period before and (where it is another one) last year: the change of each line
    whose counts are both told; tested as one family."""
    spans = _spans(context)
    made = []
    for at in (1,) if _whole_year(context) else (1, 2):
        changes = [Change(None, line.counts[0] or 0, None) for line in lines]
        both = [
            (index, line.counts[at], line.counts[0]) for index, line in enumerate(lines)
            if line.counts[at] is not None and line.counts[0] is not None
        ]
        if both:
            days = [(end - start).days for start, end in (spans[at], spans[0])]
            test = count_change(
                np.array([b for _i, b, _n in both]), np.array([n for _i, _b, n in both]), *days
            )
            for (index, before, now), p in zip(both, test.p_adjusted):
                changes[index] = Change(before, now or 0, float(p))
        made.append(changes)
    return made


def _earlier(context: ReportContext, count: Optional[int], change: Change) -> str:
    said = _changed(context, change)
    return f"{_number(context, count)} ({said})" if said else _number(context, count)


def _changed(context: ReportContext, change: Change) -> str:
    return "" if change.before is None else context.texts.change(change)


def _number(context: ReportContext, count: Optional[int]) -> str:
    return DASH if count is None else context.language.number(count)


def _month(published: Published, month: date) -> Optional[int]:
    return published.count(ALL, ALL, month, _back(month, -1))


def _back(day: date, months: int) -> date:
    return add_months(day, -months)


def _population(context: ReportContext) -> Optional[int]:
    known = [] if context.situation is None else [a.population for a in context.situation.areas]
    return sum(p for p in known if p) if known and all(known) else None
