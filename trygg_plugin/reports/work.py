"""Problems, causes, measures and their follow-up as documents tell of them: codes in words,
references by name, in the order of the meeting's priorities.

Who may see what is decided here and nowhere later: a public edition holds only what is marked as
publishable.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple

from qgis.core import QgsGeometry

from ..data.records import Record
from ..data.values import codes_of
from ..data.workspace import Workspace
from ..domain.priority import in_order

Place = Tuple[float, float]


class Words:
    """Codes, organisations and areas of a workspace in the words of a language."""

    def __init__(self, workspace: Workspace, language: str) -> None:
        self._workspace = workspace
        self.language = language
        self._codes: Dict[str, Dict[str, str]] = {}
        self._colours: Dict[str, Dict[str, str]] = {}
        with workspace.reading():
            self._actors = {row.uuid: str(row["name"]) for row in workspace.rows("actor")}
            self._areas = {row.uuid: str(row["name"]) for row in workspace.rows("area")}

    def code(self, codelist: str, key: Optional[str]) -> str:
        """The label of a code; empty for none, the key itself for one that is not known."""
        if key is None or key == "":
            return ""
        self._read(codelist)
        return self._codes[codelist].get(str(key), str(key))

    def codes(self, codelist: str, several: Optional[str]) -> str:
        """The labels of a field that holds several codes."""
        return ", ".join(self.code(codelist, key) for key in codes_of(several))

    def colour(self, codelist: str, key: Optional[str]) -> str:
        self._read(codelist)
        return self._colours[codelist].get(str(key), "") or "#7f7f7f"

    def actor(self, uuid: Optional[str]) -> str:
        return self._actors.get(str(uuid), "")

    def area(self, uuid: Optional[str]) -> str:
        return self._areas.get(str(uuid), "")

    def _read(self, codelist: str) -> None:
        if codelist not in self._codes:
            codes = self._workspace.standard.codelists[codelist].codes
            self._codes[codelist] = {code.key: code.label[self.language] for code in codes}
            self._colours[codelist] = {code.key: code.colour or "" for code in codes}


@dataclass(frozen=True)
class FollowUp:
    """A follow-up; ``colour`` is green, yellow or red, ``word`` what that is called."""

    date: Optional[date]
    colour: str
    word: str
    done: str
    reason: str
    result: str
    indicator: Optional[float]
    next_step: str
    effect_method: str
    effect: Optional[Tuple[float, Optional[float], Optional[float]]]
    effect_sentence: str


@dataclass(frozen=True)
class Measure:
    """A measure; ``number`` runs within its problem, ``causes`` are numbers of its causes."""

    uuid: str
    number: int
    title: str
    type: str
    approach: str
    description: str
    goal: str
    indicator: str
    baseline: Optional[float]
    target: Optional[float]
    owner: str
    function: str
    start: Optional[date]
    end: Optional[date]
    deadline: Optional[date]
    horizon: str
    cost: Optional[float]
    hours: Optional[float]
    status: str
    state: str
    area: str
    causes: Tuple[int, ...]
    follow_ups: Tuple[FollowUp, ...]
    place: Optional[Place]

    @property
    def who(self) -> str:
        return ", ".join(part for part in (self.owner, self.function) if part)

    @property
    def latest(self) -> Optional[FollowUp]:
        return self.follow_ups[-1] if self.follow_ups else None


@dataclass(frozen=True)
class Cause:
    uuid: str
    number: int
    kind: str
    title: str
    description: str
    evidence: str


@dataclass(frozen=True)
class Problem:
    """A problem with its causes and measures; ``light`` of the period told of, if any."""

    uuid: str
    number: int
    title: str
    phenomena: str
    area: str
    place_name: str
    description: str
    consequences: str
    other_evidence: str
    owner: str
    first_noticed: Optional[date]
    priority: Optional[float]
    rank: Optional[int]
    reason: str
    status: str
    state: str
    incidents: int
    light: str
    light_word: str
    light_reason: str
    causes: Tuple[Cause, ...]
    measures: Tuple[Measure, ...]
    place: Optional[Place]


@dataclass(frozen=True)
class PriorityPlace:
    number: int
    name: str
    area: str
    reason: str
    who: str
    task: str
    place: Optional[Place]


@dataclass(frozen=True)
class AreaLight:
    area: str
    colour: str
    word: str
    reason: str


@dataclass(frozen=True)
class Work:
    """What is done in the municipality, as far as the edition may tell of it."""

    problems: Tuple[Problem, ...]
    places: Tuple[PriorityPlace, ...]
    area_lights: Mapping[str, AreaLight]
    words: Words

    @property
    def measures(self) -> List[Tuple[Problem, Measure]]:
        return [(problem, measure) for problem in self.problems for measure in problem.measures]


def gather_work(
    workspace: Workspace, words: Words, period: Optional[str] = None, public: bool = False
) -> Work:
    """``period``: uuid of the period whose priority places and traffic lights are told."""
    with workspace.reading():
        follow_ups = _by(
            "measure",
            sorted(workspace.rows("follow_up"), key=lambda row: (row["date"], row.fid or 0)),
        )
        links = _by("measure", workspace.rows("measure_cause"))
        causes = _by("problem", sorted(workspace.rows("cause"), key=lambda row: row["number"]))
        measures = _by("problem", workspace.rows("measure"))
        lights: Dict[str, Record] = {}
        area_lights: Dict[str, AreaLight] = {}
        if period is not None and not public:
            lights = {
                row["problem"]: row
                for row in workspace.rows("problem_light", "period = {p}", [period])
            }
            for row in workspace.rows("area_light", "period = {p}", [period]):
                area_lights[row["area"]] = AreaLight(
                    words.area(row["area"]), row["colour"],
                    words.code("traffic_light", row["colour"]), row["reason"] or "",
                )
        # what is counted or judged from all incidents is no matter for a public edition
        linked = {} if public else {
            row["problem"]: int(row["n"])
            for row in workspace.query(
                "SELECT problem, count(*) AS n FROM problem_incident "
                "WHERE deleted_at IS NULL GROUP BY problem"
            )
        }
        rows = [
            row for row in workspace.rows("problem")
            if not public or (row["publishable"] and row["secrecy"] != "to_be_assessed")
        ]
        order = in_order([{**row.values, "uuid": row.uuid} for row in rows])
        by_uuid = {row.uuid: row for row in rows}
        made = []
        for number, known in enumerate(order, start=1):
            row = by_uuid[str(known["uuid"])]
            own_causes = causes.get(row.uuid, [])
            own = [m for m in measures.get(row.uuid, []) if not public or m["publishable"]]
            made.append(
                _problem(
                    row, number, words, lights.get(row.uuid), linked.get(row.uuid, 0),
                    [_cause(cause, words) for cause in own_causes],
                    _measures(own, own_causes, links, follow_ups, words, public),
                )
            )
        places = [] if public else workspace.rows(
            "priority_place",
            *(("period IS NULL",) if period is None else ("period = {p}", [period])),
        )
    places.sort(key=lambda row: (row["rank"] is None, row["rank"] or 0, str(row["name"])))
    return Work(
        tuple(made),
        tuple(
            PriorityPlace(
                number, str(row["name"]), words.area(row["area"]), row["reason"] or "",
                words.actor(row["organisation"]), row["task"] or "", _place(row.geometry),
            )
            for number, row in enumerate(places, start=1)
        ),
        area_lights,
        words,
    )


def _by(key: str, rows: Iterable[Record]) -> Dict[str, List[Record]]:
    found: Dict[str, List[Record]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return found


def _problem(
    row: Record, number: int, words: Words, light: Optional[Record], incidents: int,
    causes: List[Cause], measures: Tuple[Measure, ...],
) -> Problem:  # fmt: skip
    text = _texts(row)
    colour = "" if light is None else str(light["colour"])
    return Problem(
        uuid=row.uuid, number=number, title=text("title"),
        phenomena=words.codes("category", row["phenomena"]),
        area=words.area(row["area"]), place_name=text("place_name"),
        description=text("description"), consequences=text("consequences"),
        other_evidence=text("other_evidence"),
        owner=words.actor(row["responsible_organisation"]), first_noticed=row["first_noticed"],
        priority=row["priority_total"], rank=row["priority_rank"],
        reason=text("priority_reason"), status=row["status"],
        state=words.code("problem_state", row["status"]), incidents=incidents,
        light=colour, light_word=words.code("traffic_light", colour),
        light_reason="" if light is None else str(light["reason"] or ""),
        causes=tuple(causes), measures=measures, place=_place(row.geometry),
    )  # fmt: skip


def _cause(row: Record, words: Words) -> Cause:
    text = _texts(row)
    return Cause(
        row.uuid, int(row["number"]), words.code("cause_kind", row["kind"]), text("title"),
        text("description"), text("evidence"),
    )


def _measures(
    rows: List[Record], causes: List[Record], links: Mapping[str, List[Record]],
    follow_ups: Mapping[str, List[Record]], words: Words, public: bool,
) -> Tuple[Measure, ...]:  # fmt: skip
    """In the order of the causes that they meet, then of their deadlines."""
    number_of = {cause.uuid: int(cause["number"]) for cause in causes}
    met = {
        row.uuid: tuple(sorted(
            number_of[link["cause"]] for link in links.get(row.uuid, [])
            if link["cause"] in number_of
        ))
        for row in rows
    }  # fmt: skip
    rows = sorted(
        rows,
        key=lambda row: (
            met[row.uuid] or (len(causes) + 1,), row["deadline"] or date.max, str(row["title"])
        ),
    )
    return tuple(
        _measure(row, number, met[row.uuid], follow_ups.get(row.uuid, []), words, public)
        for number, row in enumerate(rows, start=1)
    )


def _measure(
    row: Record, number: int, causes: Tuple[int, ...], follow_ups: List[Record], words: Words,
    public: bool,
) -> Measure:  # fmt: skip
    text = _texts(row)
    return Measure(
        uuid=row.uuid, number=number, title=text("title"),
        type=words.code("measure_type", row["type"]),
        approach=words.code("measure_approach", row["approach"]),
        description=text("description"), goal=text("goal"), indicator=text("indicator"),
        baseline=None if public else row["indicator_baseline"],
        target=None if public else row["indicator_target"],
        owner=words.actor(row["responsible_organisation"]), function=text("responsible_function"),
        start=row["start_date"], end=row["end_date"], deadline=row["deadline"],
        horizon=words.code("horizon", row["horizon"]), cost=row["cost"], hours=row["hours"],
        status=row["status"], state=words.code("measure_state", row["status"]),
        area=words.area(row["area"]), causes=causes,
        follow_ups=tuple(_follow_up(one, words, public) for one in follow_ups),
        place=_place(row.geometry),
    )  # fmt: skip


def _follow_up(row: Record, words: Words, public: bool) -> FollowUp:
    """Of a public one only what people wrote: an effect is reckoned from counts."""
    text = _texts(row)
    effect = None
    if row["effect_estimate"] is not None and not public:
        effect = (row["effect_estimate"], row["effect_low"], row["effect_high"])
    return FollowUp(
        row["date"], row["colour"], words.code("traffic_light", row["colour"]),
        words.code("done_as_planned", row["done_as_planned"]), text("reason"), text("result"),
        None if public else row["indicator_value"], text("next_step"),
        words.code("effect_method", row["effect_method"]), effect,
        "" if public else text("effect_sentence"),
    )


def _texts(row: Record) -> Any:
    return lambda key: str(row[key] or "").strip()


def _place(wkb: Optional[bytes]) -> Optional[Place]:
    """A point on the record's place, in the workspace's CRS."""
    if wkb is None:
        return None
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    inside = geometry.pointOnSurface()
    if inside.isEmpty():
        inside = geometry.centroid()
    if inside.isEmpty():
        return None
    point = inside.asPoint()
    return point.x(), point.y()
