"""Protocol of a safety walk: what was found, who answers until when, and what they answered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import List, Optional, Tuple

from qgis.core import QgsGeometry, QgsProject, QgsRectangle

from ...analysis.progress import Progress
from ...data.casework import walks
from ...data.records import Record
from ...data.workspace import Workspace
from .. import parts
from ..atlas_data import ReportArea
from ..charts.palette import INK, PAPER
from ..context import ReportContext, Request, base_context, record_of
from ..document import (
    Block,
    Decision,
    Document,
    Heading,
    Map,
    MapClass,
    MapLayer,
    Paragraph,
    Picture,
    Ring,
    Shape,
    Table,
)
from ..gather import areas_of
from ..kinds import DocumentKind
from ..maps import FRAME_SHAPE, borders, cut, ground
from ..photos import photo_svg
from ..work import Words

#: Room around the points on the map, metres at least.
AROUND = 150.0


@dataclass(frozen=True)
class Point:
    number: int
    theme: str
    works_well: bool
    place_name: str
    description: str
    proposal: str
    owner: str
    deadline: Optional[date]
    status: str
    answer: str
    place: Optional[Tuple[float, float]]
    photo: str = ""

    def photo_told(self, context: ReportContext) -> str:
        """What the photo shows, for those who do not see it."""
        where = self.place_name or context.say("no place named", "ingen plats angiven")
        return context.say(f"Photo of point {self.number}, {self.theme}: {where}",
                           f"Foto av punkt {self.number}, {self.theme}: {where}")


@dataclass(frozen=True)
class WalkFacts:
    area: str
    light: str
    state: str
    groups: Tuple[Tuple[str, str, int], ...]
    points: Tuple[Point, ...]
    route: Tuple[Ring, ...]
    areas: Tuple[ReportArea, ...]
    crs: str


def gather(workspace: Workspace, request: Request, progress: Progress) -> ReportContext:
    record = record_of(workspace, "walk", request)
    walk = walks.read(workspace, record.uuid)
    words = Words(workspace, request.language)
    facts = WalkFacts(
        words.area(record["area"]), words.code("light", record["light"]),
        words.code("walk_state", record["status"]),
        tuple(
            (words.actor(group.organisation), words.code("reporter_role", group.role),
             group.number)
            for group in walk.participants
        ),
        tuple(
            Point(
                int(row["number"]), words.code("walk_theme", row["theme"]),
                bool(row["works_well"]), str(row["place_name"] or ""),
                str(row["description"] or ""), str(row["proposal"] or ""),
                words.actor(row["owner_organisation"]), row["deadline"],
                words.code("walk_point_status", row["status"]), str(row["answer"] or ""),
                _place(row.geometry), _photo(workspace, row),
            )
            for row in walk.points
        ),
        _route(record.geometry), tuple(areas_of(workspace)), workspace.crs,
    )  # fmt: skip
    progress(1.0)
    return replace(
        base_context(workspace, request), record=record.values, record_uuid=record.uuid,
        extra=facts,
    )


def _photo(workspace: Workspace, row: Record) -> str:
    """The file of a point's photo, once somebody has seen that it shows no people."""
    if not row["photo"] or not row["photo_confirmed"]:
        return ""
    # a path of the form is relative to the project, which lies beside a workspace's file
    home = QgsProject.instance().absolutePath()
    if workspace.file is not None:
        home = str(workspace.file.parent)
    return str(Path(home) / str(row["photo"]))


def _place(wkb: Optional[bytes]) -> Optional[Tuple[float, float]]:
    if wkb is None:
        return None
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    if geometry.isEmpty():
        return None
    point = geometry.centroid().asPoint()
    return point.x(), point.y()


def _route(wkb: Optional[bytes]) -> Tuple[Ring, ...]:
    """The way that was walked; nothing where it was not drawn."""
    geometry = QgsGeometry()
    if wkb is not None:
        geometry.fromWkb(wkb)
    if geometry.isEmpty():
        return ()
    lines = geometry.asMultiPolyline() if geometry.isMultipart() else [geometry.asPolyline()]
    return tuple(
        tuple((round(point.x(), 1), round(point.y(), 1)) for point in line)
        for line in lines if len(line) > 1
    )


def build(context: ReportContext) -> Document:
    facts: WalkFacts = context.extra
    say = context.say
    people = sum(number for _o, _r, number in facts.groups)
    people = people or int(context.record.get("participants") or 0)
    meetings = [
        (say("Area", "Område"), facts.area), (say("State", "Status"), facts.state),
        (say("Pre-meeting", "Förmöte"), _moment(context, "premeeting_at")),
        (say("Walk", "Vandring"), _moment(context, "walked_at")),
        (say("Feedback meeting", "Återkopplingsmöte"), _moment(context, "feedback_meeting_at")),
        (say("Light", "Ljus"), facts.light),
        (say("Participants", "Antal deltagare"), str(people) if people else ""),
    ]
    found = [point for point in facts.points if not point.works_well]
    good = [point for point in facts.points if point.works_well]
    shown = _map(context, facts)
    blocks: List[Block] = [
        Decision(say("The walk", "Vandringen"), tuple(meetings)),
        *parts.written(context, "purpose", say("Purpose", "Syfte")),
        *parts.written(context, "summary", say("Summary", "Sammanfattning")),
        *_groups(context, facts),
        Heading(say("What was found", "Det vi såg")),
        *([] if shown is None else [shown]),
        *(_found(context, found) if found else [Paragraph(say(
            "No points to deal with were noted.", "Inga punkter att åtgärda antecknades."))]),
    ]
    if good:
        blocks += [Heading(say("What works well", "Det som fungerar bra")), Table(
            say("What works well", "Det som fungerar bra"),
            (say("No.", "Nr"), say("Place", "Plats"), say("Theme", "Tema"),
             say("Observation", "Iakttagelse")),
            tuple((str(p.number), p.place_name or "–", p.theme, p.description or "–")
                  for p in good),
            "llll", (0.8, 4, 3, 8), row_header=False,
        )]  # fmt: skip
    blocks += _photos(context, facts.points)
    title = say("Safety walk", "Trygghetsvandring")
    made = parts.finished(
        context, f"{title}: {context.text('title')}", _moment(context, "walked_at"), blocks
    )
    return replace(made, landscape=True, figures={
        "points": float(len(facts.points)), "participants": float(people),
    })  # fmt: skip


def _moment(context: ReportContext, key: str) -> str:
    value = context.record.get(key)
    return f"{context.day(value.date())} {value:%H:%M}" if isinstance(value, datetime) else ""


def _groups(context: ReportContext, facts: WalkFacts) -> List[Block]:
    say = context.say
    if not facts.groups:
        return []
    return [
        Heading(say("Participants", "Deltagare")),
        Table(
            say("Participants by organisation and role", "Deltagare per organisation och roll"),
            (say("Organisation", "Organisation"), say("Role", "Roll"), say("Number", "Antal")),
            tuple(
                (name or say("Residents and visitors", "Boende och besökare"), role,
                 context.language.number(number))
                for name, role, number in facts.groups
            ),
            "llr", (5, 4, 1.6),
        ),
    ]  # fmt: skip


def _found(context: ReportContext, points: List[Point]) -> List[Block]:
    say = context.say
    return [Table(
        say("Points with proposals and answers", "Punkter med förslag och svar"),
        (say("No.", "Nr"), say("Theme", "Tema"), say("Place and observation",
                                                      "Plats och iakttagelse"),
         say("Proposal", "Förslag"), say("Who answers", "Vem svarar"), say("By", "Senast"),
         say("Status", "Status"), say("Answer", "Svar")),
        tuple(
            (str(p.number), p.theme,
             ": ".join(part for part in (p.place_name, p.description) if part) or "–",
             p.proposal or "–", p.owner or "–", context.day(p.deadline) or "–", p.status,
             p.answer or "–")
            for p in points
        ),
        "llllllll", (0.8, 2.4, 5.4, 4.4, 3, 2.4, 2.4, 4), row_header=False,
    )]  # fmt: skip


def _photos(context: ReportContext, points: Tuple[Point, ...]) -> List[Block]:
    made: List[Block] = []
    for point in points:
        told = point.photo_told(context)
        svg = photo_svg(Path(point.photo), told, context.language.code) if point.photo else None
        if svg is not None:
            caption = context.say(f"Point {point.number}", f"Punkt {point.number}")
            made.append(Picture(svg, caption, told))
    return [Heading(context.say("Photos", "Foton")), *made] if made else []


def _map(context: ReportContext, facts: WalkFacts) -> Optional[Map]:
    placed = [(p, p.place) for p in facts.points if p.place is not None]
    if not placed and not facts.route:
        return None
    say = context.say
    box = QgsRectangle()
    for x, y in [place for _point, place in placed] + [at for line in facts.route for at in line]:
        box.combineExtentWith(x, y)
    grow = max(AROUND, 0.2 * max(box.width(), box.height()))
    middle = box.center()
    half = max(box.width(), box.height()) / 2 + grow
    classes = (
        MapClass(say("To deal with", "Att åtgärda"), "square", INK, PAPER, 0.4),
        MapClass(say("Works well", "Fungerar bra"), "circle", "#009e73", PAPER, 0.4),
    )
    used = sorted({int(p.works_well) for p, _place in placed})
    layer = MapLayer(
        say("Points of the walk", "Vandringens punkter"), tuple(classes[i] for i in used),
        tuple(
            Shape((((round(x, 1), round(y, 1)),),), used.index(int(p.works_well)), str(p.number))
            for p, (x, y) in placed
        ),
    )
    layers = [ground(facts.areas), borders(context, facts.areas)] if facts.areas else []
    if facts.route:
        way = say("The way walked", "Vandringens väg")
        layers.append(MapLayer(
            say("Walk", "Vandring"), (MapClass(way, "line", line="#0072b2", width=0.8),),
            (Shape(facts.route),),
        ))  # fmt: skip
    told = []
    if placed:
        layers.append(layer)
        listed = "; ".join(f"{p.number} {p.place_name or p.theme}" for p, _place in placed)
        told.append(say(f"Map of the points, numbered as in the table: {listed}.",
                        f"Karta över punkterna, numrerade som i tabellen: {listed}."))
    if facts.route:
        told.append(say("The way walked is drawn.", "Vandringens väg är ritad."))
    wide = FRAME_SHAPE * half
    extent = (round(middle.x() - wide), round(middle.y() - half),
              round(middle.x() + wide), round(middle.y() + half))
    return cut(
        Map(tuple(layers), (0.0, 0.0, 0.0, 0.0), facts.crs,
            say("The points of the walk", "Vandringens punkter"), " ".join(told)),
        extent,
    )  # fmt: skip


KIND = DocumentKind(
    "walk_protocol", "Safety walk protocol", "Protokoll från trygghetsvandring", gather, build,
    record="walk", needs_record=True, public=False,
)
