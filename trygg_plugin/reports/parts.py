"""Pieces that several documents are made of; each a function from the context to blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import Iterable, List, Optional, Sequence, Tuple

import numpy as np

from ..domain.priority import HIGHEST_SCORE
from . import public_parts
from .charts import HALF
from .charts.lorenz import lorenz, lorenz_text
from .charts.monthly_curve import monthly_curve, monthly_curve_text
from .charts.ranked import ranked, ranked_text
from .charts.week_heat import week_heat, week_heat_text
from .context import ReportContext, Situation
from .document import (
    Block,
    Bullets,
    Cell,
    Document,
    Heading,
    Map,
    Mark,
    Note,
    Paragraph,
    Picture,
    Table,
    prose,
)
from .figures import Change, Figures
from .maps import change_map, close_up, hot_spot_map, measures_map, places_map
from .work import FollowUp, Measure, Problem

#: Rows that a ranked chart shows at most; the table behind it has all.
MOST_BARS = 10
#: Fewer incidents than this make no picture of weekdays and hours, nor of concentration.
FEWEST_FOR_PATTERN = 20
OPEN_STATES = ("proposed", "decided", "ongoing", "completed")


def finished(
    context: ReportContext, title: str, subtitle: str, blocks: Iterable[Optional[Block]]
) -> Document:
    """A document of the blocks that are there."""
    if context.public:
        said = context.say("public edition", "publik utgåva")
        subtitle = f"{subtitle} · {said}" if subtitle else said
    return Document(
        kind="", title=title, subtitle=subtitle, language=context.request.language,
        municipality=context.municipality,
        blocks=without_empty_headings([block for block in blocks if block is not None]),
        edition="public" if context.public else "internal", notice=context.notice,
        source=context.source, logo=context.logo, colour=context.colour,
    )


def without_empty_headings(blocks: Sequence[Block]) -> Tuple[Block, ...]:
    """A heading under which nothing stands would puzzle the reader."""
    kept: List[Block] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            after = blocks[index + 1] if index + 1 < len(blocks) else None
            if after is None or (isinstance(after, Heading) and after.level <= block.level):
                continue
        kept.append(block)
    return tuple(kept) if len(kept) == len(blocks) else without_empty_headings(kept)


def written(context: ReportContext, key: str, heading: str, level: int = 1) -> List[Block]:
    """What an official has written in a field, under a heading; nothing where it is empty."""
    text = prose(context.text(key))
    return [Heading(heading, level), *text] if text else []


def written_or_missing(context: ReportContext, key: str) -> List[Block]:
    """The official's text, or a sentence that it is still to be written."""
    return prose(context.text(key)) or [
        Paragraph(
            context.say("(Not written yet.)", "(Ännu inte skriven.)"), "quiet"
        )
    ]


# --- figures ------------------------------------------------------------------------------------


def key_figures(context: ReportContext) -> List[Block]:
    """The period beside the two that it is compared with, and how chance is judged."""
    if context.public:
        return public_parts.key_figures(context)
    situation = context.situation
    if situation is None:
        return []
    say, texts, total = context.say, context.texts, situation.total
    lang = context.language
    period = situation.period
    rows: List[Tuple[Cell, ...]] = [
        (say("The period", "Perioden"), texts.span(period.current),
         lang.number(total.total), "", "")
    ]
    compared = [
        (say("Previous period", "Föregående period"), period.previous, total.previous),
        (say("Same period last year", "Samma period i fjol"), period.last_year, total.last_year),
    ]
    for label, span, change in compared[: 1 if whole_year(situation) else 2]:
        rows.append((
            label, texts.span(span), lang.number(change.before), texts.change(change),
            texts.verdict(change),
        ))  # fmt: skip
    made: List[Block] = [
        Table(
            say("Incidents in the period and before", "Händelser under perioden och tidigare"),
            ("", say("Days", "Dagar"), say("Incidents", "Händelser"),
             say("Change since then", "Förändring sedan dess"),
             say("Is it more than chance?", "Mer än slumpen?")),
            tuple(rows), "llrrl", (4, 6, 2.4, 3, 4),
        )
    ]
    populations = [area.population for area in situation.areas]
    if populations and all(populations):
        rate = lang.number(1000.0 * total.total / sum(p or 0 for p in populations), 1)
        made.append(Paragraph(say(f"That is {rate} incidents per 1,000 residents.",
                                  f"Det är {rate} händelser per 1 000 invånare.")))
    left = []
    if total.without_place:
        left.append(say(f"{texts.incidents(total.without_place)} without a place on the map",
                        f"{texts.incidents(total.without_place)} utan plats på kartan"))
    if total.outside_areas:
        left.append(say(f"{texts.incidents(total.outside_areas)} outside all areas",
                        f"{texts.incidents(total.outside_areas)} utanför alla områden"))
    if left:
        made.append(Paragraph(
            say("Among them: ", "Däribland: ") + context.language.listing(left) + ".", "quiet"))
    return made


def whole_year(situation: Situation) -> bool:
    """Whether the period before is the same one last year, so that one comparison says all."""
    return situation.period.previous == situation.period.last_year


def areas_table(context: ReportContext) -> List[Block]:
    """The areas with their counts, changes and traffic lights, most incidents first."""
    if context.public:
        return public_parts.areas_table(context)
    situation = context.situation
    if situation is None:
        return []
    if not situation.areas:
        return [Paragraph(context.say(
            "The workspace has no areas, so that nothing can be told by area or on a map. Add "
            "areas to the layer “Areas”.",
            "Arbetsytan har inga områden, så inget kan visas per område eller på karta. Lägg in "
            "områden i lagret ”Områden”."))]  # fmt: skip
    say, texts, lang = context.say, context.texts, context.language
    lights = {} if context.work is None else context.work.area_lights
    header = ["", say("Area", "Område"), say("Most common", "Vanligast"),
              say("Incidents", "Händelser"), say("Previous period", "Föregående period")]
    two = not whole_year(situation)
    if two:
        header.append(say("Last year", "I fjol"))
    if lights:
        header.append(say("Traffic light", "Trafikljus"))
    rows: List[Tuple[Cell, ...]] = []
    for index in situation.order:
        area, counted = situation.areas[index], situation.by_area[index]
        row: List[Cell] = [
            texts.light(counted), area.name, counted.ranked[0].label if counted.ranked else "–",
            lang.number(counted.total), _earlier(context, counted.previous),
        ]
        if two:
            row.append(_earlier(context, counted.last_year))
        if lights:
            light = lights.get(area.uuid)
            row.append("–" if light is None or context.work is None else Mark(
                light.word, context.work.words.colour("traffic_light", light.colour)))
        rows.append(tuple(row))
    sum_row: List[Cell] = ["", say("The whole municipality", "Hela kommunen"), "",
                           lang.number(situation.total.total),
                           _earlier(context, situation.total.previous)]  # fmt: skip
    if two:
        sum_row.append(_earlier(context, situation.total.last_year))
    rows.append(tuple(sum_row + ([""] if lights else [])))
    made: List[Block] = [Table(
        say("The areas compared", "Områdena i jämförelse"), tuple(header), tuple(rows),
        "lllrr" + ("r" if two else "") + ("l" if lights else ""),
        (0.7, 5, 5, 2.2, 3) + ((3.0,) if two else ()) + ((2.4,) if lights else ()),
        row_header=False, note=texts.areas_lead(not two),
    )]  # fmt: skip
    reasons = [
        f"{light.area} ({light.word.lower()}): {light.reason}"
        for light in lights.values() if light.reason
    ]
    if reasons:
        made.append(Bullets(tuple(reasons)))
    return made


def _earlier(context: ReportContext, change: Change) -> str:
    if change.before is None:
        return "–"
    return f"{context.language.number(change.before)} ({context.texts.change(change)})"


# --- charts -------------------------------------------------------------------------------------


def curve(context: ReportContext) -> Optional[Picture]:
    """Incidents per month, last year beside them, and what earlier years let expect."""
    if context.public:
        return public_parts.curve(context)
    situation = context.situation
    if situation is None:
        return None
    say, lang = context.say, context.language
    months, band = situation.total.months, situation.total.band
    first = int(months.year[0]), int(months.season[0]) + 1
    low, high = _numbers(band.lower), _numbers(band.upper)
    counts, before = months.counts.tolist(), situation.total.months_last_year
    rows = tuple(
        (
            f"{lang.month(int(season) + 1)} {int(year)}",
            lang.number(count), lang.number(earlier),
            "–" if lower is None or upper is None
            else f"{lang.number(lower, 0)}–{lang.number(upper, 0)}",
        )
        for year, season, count, earlier, lower, upper in zip(
            months.year, months.season, counts, before, low, high
        )
    )
    return Picture(
        monthly_curve(counts, first, lang.code, before, low, high),
        say("Incidents per month", "Händelser per månad"),
        monthly_curve_text(counts, first, lang.code, before, low, high),
        Table(
            say("Incidents per month", "Händelser per månad"),
            (say("Month", "Månad"), say("Incidents", "Händelser"),
             say("One year earlier", "Ett år tidigare"), say("Expected", "Förväntat")),
            rows, "lrrr",
        ),
    )  # fmt: skip


def week(context: ReportContext) -> Optional[Picture]:
    """Weekday and hour; None for so few incidents that it would only show chance."""
    situation = context.situation
    if context.public or situation is None or situation.total.total < FEWEST_FOR_PATTERN:
        return None
    say, lang = context.say, context.language
    matrix = situation.total.week_hours.tolist()
    rows = tuple(
        (f"{hour:02d}–{(hour + 1) % 24:02d}", *(lang.number(matrix[day][hour], 1)
                                               for day in range(7)))
        for hour in range(24)
    )
    return Picture(
        week_heat(matrix, lang.code), say("Weekday and hour", "Veckodag och timme"),
        week_heat_text(matrix, lang.code),
        Table(
            say("Incidents by weekday and hour", "Händelser per veckodag och timme"),
            (say("Hour", "Timme"), *(lang.weekday_short(day) for day in range(7))),
            rows, "lrrrrrrr",
            note=say("An incident whose time is known only as an interval is shared among the "
                     "hours of the interval.",
                     "En händelse vars tid bara är känd som ett intervall delas mellan "
                     "intervallets timmar."),
        ),
    )  # fmt: skip


def phenomena(context: ReportContext) -> Optional[Picture]:
    """The phenomena, most common first, beside the period before."""
    if context.public:
        return public_parts.phenomena(context)
    situation = context.situation
    if situation is None or not situation.total.ranked:
        return None
    say, lang = context.say, context.language
    known = situation.total.ranked
    labels, counts = [row.label for row in known], [row.count for row in known]
    # nothing is known of a time before reports were collected: not the same as none
    earlier = situation.total.previous.before is not None
    before = [row.previous for row in known] if earlier else None
    rows = tuple(
        (row.label, lang.number(row.count), lang.number(row.previous) if earlier else "–")
        for row in known
    )
    header = (say("Phenomenon", "Företeelse"), say("Incidents", "Händelser"),
              say("Previous period", "Föregående period"))
    return Picture(
        ranked(labels, counts, lang.code, before, most=MOST_BARS,
               size=(720, max(150, 60 + 32 * min(len(labels), MOST_BARS)))),
        say("Most common phenomena", "Vanligaste företeelserna"),
        ranked_text(labels, counts, lang.code, before, most=MOST_BARS),
        Table(
            say("Incidents by phenomenon", "Händelser per företeelse"), header, rows, "lrr",
        ),
    )  # fmt: skip


def concentration_curve(context: ReportContext) -> Optional[Picture]:
    """How few of the places have how much of the incidents; None for too few."""
    situation = context.situation
    if context.public or situation is None:
        return None
    counts = situation.map.counts
    if counts.size < 2 or counts.sum() < FEWEST_FOR_PATTERN:
        return None
    from ..analysis.concentration import SHARES, concentration, lorenz_curve

    say, lang = context.say, context.language
    places, events = lorenz_curve(counts)
    found = concentration(counts)
    rows = tuple(
        (lang.percent(share), lang.number(int(n)), lang.percent(float(of_all), 1))
        for share, n, of_all in zip(SHARES, found.places, found.share_of_places)
    )
    size = lang.number(round(situation.cell_size))
    return Picture(
        lorenz(places.tolist(), events.tolist(), lang.code, gini=found.gini, size=HALF_SQUARE),
        say("How concentrated the incidents are", "Hur koncentrerade händelserna är"),
        lorenz_text(places.tolist(), events.tolist(), lang.code, gini=found.gini),
        Table(
            say("Share of the incidents and of the cells", "Andel av händelserna och av rutorna"),
            (say("Share of the incidents", "Andel av händelserna"),
             say("Cells that hold it", "Rutor som har den"),
             say("Share of all cells", "Andel av alla rutor")),
            rows, "rrr", row_header=False,
            note=say(f"Cells of {size} m where incidents have ever been reported: "
                     f"{lang.number(counts.size)}.",
                     f"Rutor på {size} m där händelser någon gång rapporterats: "
                     f"{lang.number(counts.size)}."),
        ),
    )  # fmt: skip


HALF_SQUARE = (HALF[0], 336)


def _numbers(values: np.ndarray) -> List[Optional[float]]:
    return [None if np.isnan(value) else float(value) for value in values]


# --- problems and measures ----------------------------------------------------------------------


def problems_table(context: ReportContext, problems: Sequence[Problem]) -> List[Block]:
    """The problems in the order of the meeting."""
    if context.public:
        return public_parts.problems_table(context, problems)
    say, work = context.say, context.work
    if work is None or not problems:
        return [Paragraph(say("No problems are registered.", "Inga problem är registrerade."))]
    lights = any(problem.light for problem in problems)
    header = [say("No.", "Nr"), say("Problem", "Problem"), say("Area", "Område"),
              say("Incidents", "Händelser"), say("Priority", "Prioritet"),
              say("State", "Status")]
    if lights:
        header.append(say("Traffic light", "Trafikljus"))
    rows: List[Tuple[Cell, ...]] = []
    for problem in problems:
        row: List[Cell] = [
            str(problem.number), problem.title, problem.area or problem.place_name or "–",
            context.language.number(problem.incidents),
            _priority(context, problem), problem.state,
        ]
        if lights:
            row.append(Mark(problem.light_word, work.words.colour("traffic_light", problem.light))
                       if problem.light else "–")
        rows.append(tuple(row))
    return [Table(
        say("Problems in order of priority", "Problem i prioritetsordning"), tuple(header),
        tuple(rows), "lllrll" + ("l" if lights else ""),
        (0.9, 5.2, 3.2, 2.6, 2.2, 2.8) + ((2.5,) if lights else ()), row_header=False,
        note=say(
            "Incidents: linked to the problem. Priority: the order that the meeting decided, and "
            f"the weighted score of 0 to 100 (criteria of Brå, scored 0 to {HIGHEST_SCORE}).",
            "Händelser: kopplade till problemet. Prioritet: den ordning mötet beslutat, och den "
            f"sammanvägda poängen 0 till 100 (Brås kriterier, poäng 0 till {HIGHEST_SCORE}).",
        ),
    )]  # fmt: skip


def _priority(context: ReportContext, problem: Problem) -> str:
    parts = []
    if problem.rank is not None:
        parts.append(str(problem.rank))
    if problem.priority is not None:
        parts.append(f"({context.language.number(problem.priority, 0)})")
    return " ".join(parts) or "–"


def measures_table(
    context: ReportContext, caption: str, pairs: Sequence[Tuple[Problem, Measure]]
) -> Optional[Table]:
    """Measures with who does them, until when, and the latest follow-up."""
    if not pairs or context.work is None:
        return None
    say = context.say
    rows = tuple(
        (
            f"{problem.number}.{measure.number}", measure.title, problem.title,
            measure.who or "–", context.day(measure.deadline) or "–", measure.state,
            follow_up_cell(context, measure.latest),
        )
        for problem, measure in pairs
    )
    return Table(
        caption,
        (say("No.", "Nr"), say("Measure", "Åtgärd"), say("Problem", "Problem"),
         say("Who", "Vem"), say("Deadline", "Klar senast"), say("State", "Status"),
         say("Follow-up", "Uppföljning")),
        rows, "lllllll", (1, 4.4, 4.4, 3.4, 2.5, 2.7, 2.9), row_header=False,
    )  # fmt: skip


def follow_up_cell(context: ReportContext, latest: Optional[FollowUp]) -> Cell:
    """The colour of a follow-up, in words too; a dash where there is none."""
    if latest is None or context.work is None:
        return "–"
    return Mark(latest.word, context.work.words.colour("traffic_light", latest.colour))


def open_measures(context: ReportContext) -> List[Tuple[Problem, Measure]]:
    return [] if context.work is None else [
        (problem, measure) for problem, measure in context.work.measures
        if measure.status in OPEN_STATES
    ]


def places(context: ReportContext) -> List[Block]:
    """The priority places on a map and in a table of the same numbers."""
    work = context.work
    if work is None or not work.places:
        return []
    say = context.say
    return [
        block for block in (
            places_map(context),
            Table(
                say("Priority places", "Prioriterade platser"),
                (say("No.", "Nr"), say("Place", "Plats"), say("Area", "Område"),
                 say("Why", "Varför"), say("Who", "Vem"), say("Task", "Uppgift")),
                tuple(
                    (str(p.number), p.name, p.area or "–", p.reason or "–", p.who or "–",
                     p.task or "–")
                    for p in work.places
                ),
                "llllll", (0.8, 3.4, 2.6, 4, 2.8, 3.6), row_header=False,
            ),
        ) if block is not None
    ]  # fmt: skip


def maps(context: ReportContext, large: bool = False) -> List[Map]:
    """Where incidents gather, and what has changed."""
    if context.public:
        return public_parts.maps(context, large)
    found = (hot_spot_map(context, large), close_up(context), change_map(context))
    return [one for one in found if one is not None]


def map_of_measures(context: ReportContext) -> List[Map]:
    if context.public:  # measures stand where incidents did
        return []
    found = measures_map(context)
    return [] if found is None else [found]


# --- the end ------------------------------------------------------------------------------------


def method(context: ReportContext) -> List[Block]:
    """Data, method and limits, as every document with figures ends."""
    if context.public:
        return public_parts.method(context)
    situation = context.situation
    if situation is None:
        return []
    texts, say = context.texts, context.say
    sensitive = int((_in_period(situation) & situation.data.incidents.sensitive).sum())
    words = texts.method(
        situation.period, situation.data.since, len(situation.data.incidents),
        situation.cell_size, situation.map.judged, context.source,
        sensitive, situation.map.note,
    )
    titles = texts.headings()
    shown = ["data", "comparison"]
    if situation.areas:
        shown.insert(1, "hotspots")
    notes: List[Block] = [
        Note(titles[f"trygg_t_{key}"], (words[f"trygg_{key}"],))
        for key in (*shown, "limits")
    ]
    notes.append(Note(titles["trygg_t_privacy"], (words["trygg_privacy"],)))
    if context.notes:
        notes.append(Note(say("Shortcomings of the data", "Brister i underlaget"),
                          tuple(context.notes)))
    return [Heading(titles["trygg_t_method"]), *notes]


def _in_period(situation: Situation) -> np.ndarray:
    from .figures import within

    return within(situation.data.incidents.start, situation.period.current)


def lead(context: ReportContext, figures: Optional[Figures] = None) -> List[Block]:
    """The period in a sentence or two."""
    if context.public:
        return public_parts.lead(context)
    situation = context.situation
    if situation is None:
        return []
    told = figures or situation.total
    if whole_year(situation):
        # the same days are not compared twice
        told = replace(told, last_year=Change(None, told.total, None))
    return [Paragraph(context.texts.lead(told), "lead")]
