"""What the demo's documents tell of beside incidents and problems: a period, statutory documents,
an agreement, a meeting of the council, a survey and a safety walk. All of it is invented."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, List, Mapping, Sequence

from qgis.core import QgsGeometry, QgsPointXY

from ..data.transaction import Transaction
from ..domain.periods import add_months, period_of, previous, title
from .demo_content import marked

_LIGHTS = ("red", "yellow", "green")
#: Incidents within this many metres of a problem's place are linked to it, at most so many.
_NEAR, _MOST_LINKED = 120.0, 40


def add_documents(
    transaction: Transaction, actors: Sequence[str], x: float, y: float, last: date
) -> None:
    """Everything, in the running transaction; ``x``, ``y``: the middle of the town."""
    _link(transaction, last)
    _period(transaction, actors, last)
    _statutory(transaction, last)
    _agreement(transaction, actors, last)
    _council(transaction, actors, last)
    _survey(transaction, last)
    _walk(transaction, actors, x, y, last)


def _link(transaction: Transaction, last: date) -> None:
    """Causes to measures, incidents to problems, and indicators to measures."""
    incidents = []
    for row in transaction.rows("incident", "status = {p}", ["approved"]):
        if row.geometry is not None and (last - row["time_from"].date()).days <= 365:
            incidents.append((row.uuid, row["category"], _shape(row.geometry)))
    causes = transaction.rows("cause")
    for problem in transaction.rows("problem"):
        ground = _shape(problem.geometry)
        near = [
            uuid for uuid, category, shape in incidents
            if category in str(problem["phenomena"]) and shape.distance(ground) <= _NEAR
        ]
        for uuid in near[-_MOST_LINKED:]:
            transaction.insert("problem_incident", {"problem": problem.uuid, "incident": uuid})
        own = [cause for cause in causes if cause["problem"] == problem.uuid]
        measures = transaction.rows("measure", "problem = {p}", [problem.uuid])
        for index, measure in enumerate(measures):
            if own:
                cause = own[min(index, len(own) - 1)]
                transaction.insert(
                    "measure_cause", {"measure": measure.uuid, "cause": cause.uuid}
                )
            transaction.update(
                "measure", measure.uuid,
                {"indicator": "Händelser per månad på platsen", "indicator_baseline": 6.0,
                 "indicator_target": 3.0},
            )  # fmt: skip


def _period(transaction: Transaction, actors: Sequence[str], last: date) -> None:
    """The last whole four-month period, with its texts, priority places and traffic lights."""
    whole = previous(period_of("tertial", last))
    uuid = transaction.insert("period", {
        "title": title(whole), "kind": whole.kind, "date_from": whole.start,
        "date_to": whole.end,
        "summary": "Händelserna samlas i centrum, mest vid Busstorget på helgkvällar. Klottret i "
                   "gångtunneln har minskat sedan det tas bort inom ett dygn.",
        "analysis": "Två platser står för en stor del av händelserna.\n\n- Busstorget: väntetid "
                    "och få vuxna på kvällarna\n- Gångtunneln: mörker och dålig insyn",
        "assessment": "Nästa period bör närvaron på Busstorget fortsätta, och belysningen i "
                      "tunneln vara på plats före höstmörkret.",
        "feedback": "Tack för alla rapporter. Klottret i tunneln tas nu bort inom ett dygn, och "
                    "ny belysning är beställd.",
    })  # fmt: skip
    areas = sorted(transaction.rows("area"), key=lambda row: (row["sort_order"] or 0, row.uuid))
    for row, colour in zip(areas, _LIGHTS):
        transaction.insert("area_light", {
            "area": row.uuid, "period": uuid, "colour": colour,
            "reason": marked("Bedömd på mötet"),
        })
    for rank, problem in enumerate(
        sorted(transaction.rows("problem"), key=lambda row: row["priority_rank"] or 0)[:3], start=1
    ):
        transaction.insert("priority_place", {
            "name": problem["place_name"] or problem["title"], "period": uuid, "rank": rank,
            "area": problem["area"], "problem": problem.uuid,
            "reason": problem["description"], "organisation": actors[rank % len(actors)],
            "task": "Finnas på plats fredag och lördag kväll.",
        }, geometry=_shape(problem.geometry))  # fmt: skip
        transaction.insert("problem_light", {
            "problem": problem.uuid, "period": uuid, "colour": _LIGHTS[rank - 1],
        })


def _statutory(transaction: Transaction, last: date) -> None:
    """A situation picture and the plan that rests on it, both in force, and a yearly report."""
    decided = add_months(last, -20)
    picture = _document(transaction, {
        "title": marked("Lägesbild"), "kind": "situation_picture", "edition": "1",
        "valid_from": date(last.year - 1, 1, 1), "valid_to": date(last.year - 1, 12, 31),
        "mapping": "Skadegörelse och ordningsstörningar dominerar. De flesta händelserna sker i "
                   "centrum, på kvällar och helger. Konsekvensen är att många undviker "
                   "gångtunneln och väljer en längre väg.",
        "other_information": "I kommunens egen undersökning känner sig fler otrygga i centrum än "
                             "i övriga områden, även på platser där få händelser rapporteras.",
        "analysis": "Problemen hänger samman med platsernas utformning och med att få vuxna "
                    "vistas där på kvällarna.\n\nDet talar för åtgärder på platsen snarare än "
                    "mot enskilda grupper.",
        "other_statutes": "Översiktsplanen och planen för social hållbarhet.",
    }, decided, "KS 2025/101")  # fmt: skip
    _document(transaction, {
        "title": marked("Åtgärdsplan"), "kind": "action_plan", "edition": "1",
        "valid_from": date(last.year, 1, 1), "valid_to": date(last.year + 1, 12, 31),
        "based_on": picture,
        "summary": "Planen samlar det som kommunen, polisen och bostadsbolaget gör på de "
                   "prioriterade platserna.",
        "assessment": "Planen följs upp varje tertial i styrgruppen.",
    }, add_months(last, -19), "KS 2025/140")  # fmt: skip
    _document(transaction, {
        "title": marked("Årsrapport till kommunfullmäktige"), "kind": "yearly_report",
        "valid_from": date(last.year - 1, 1, 1), "valid_to": date(last.year - 1, 12, 31),
        "summary": "Arbetet har gått från enstaka insatser till en plan med mål och uppföljning.",
        "assessment": "Åtgärderna på platserna fortsätter. Nästa år följs effekten upp.",
    }, add_months(last, -8), "KS 2026/12")  # fmt: skip


def _document(
    transaction: Transaction, values: Mapping[str, Any], decided: date, number: str
) -> str:
    uuid = transaction.insert("document", values)
    transaction.change_state("document", uuid, "prepared")
    transaction.change_state("document", uuid, "decided", {
        "decided_date": decided, "deciding_body": marked("Kommunstyrelsen"),
        "registry_number": number,
    })
    transaction.change_state("document", uuid, "in_force")
    return uuid


def _agreement(transaction: Transaction, actors: Sequence[str], last: date) -> None:
    uuid = transaction.insert("agreement", {
        "title": marked("Samverkansöverenskommelse kommun och polis"),
        "purposes": "Minska brott och öka tryggheten på gemensamt prioriterade platser.",
        "cooperation_areas": "Centrum, kollektivtrafik och skolor.",
        "signed_date": add_months(last, -18), "valid_from": add_months(last, -18),
        "valid_to": add_months(last, 18), "next_review": add_months(last, 2),
        "registry_number": "KS 2025/77",
    })
    for actor in (actors[0], actors[-1]):
        transaction.insert("agreement_party", {"agreement": uuid, "actor": actor})


def _council(transaction: Transaction, actors: Sequence[str], last: date) -> None:
    begins = datetime.combine(add_months(last, -2), time(13))
    meeting = transaction.insert("meeting", {
        "title": marked("Rådet för trygghet och säkerhet"), "kind": "council",
        "starts_at": begins, "ends_at": begins + timedelta(hours=2),
        "place": marked("Stadshuset"), "minutes": "Rådet gick igenom lägesbilden.",
    })
    for actor, role in ((actors[0], "chair"), (actors[-1], "municipal_police")):
        transaction.insert(
            "meeting_participant", {"meeting": meeting, "organisation": actor, "role": role}
        )
    transaction.change_state("meeting", meeting, "ongoing")
    transaction.change_state("meeting", meeting, "closed")


def _survey(transaction: Transaction, last: date) -> None:
    areas = sorted(transaction.rows("area"), key=lambda row: (row["sort_order"] or 0, row.uuid))
    for row, value in zip(areas[:4], (41.0, 28.0, 24.0, 22.0)):
        transaction.insert("survey_value", {
            "survey": "municipal_survey", "year": last.year - 1, "area": row.uuid,
            "question": "Känner sig otrygg utomhus sent på kvällen", "respondents": "16–84 år",
            "value": value, "unit": "percent", "answers": 180,
        })


def _walk(
    transaction: Transaction, actors: Sequence[str], x: float, y: float, last: date
) -> None:
    walked = datetime.combine(last - timedelta(days=40), time(18))
    area = sorted(transaction.rows("area"), key=lambda row: (row["sort_order"] or 0, row.uuid))[0]
    walk = transaction.insert("walk", {
        "title": marked("Centrum i höstmörker"), "area": area.uuid,
        "purpose": "Se platserna som boende och resenärer undviker på kvällen.",
        "premeeting_at": walked - timedelta(days=14), "walked_at": walked,
        "feedback_meeting_at": walked + timedelta(days=35), "light": "dark",
        "summary": "Vi gick från stationen till Stadsparken. Belysningen är det som flest pekar "
                   "på.",
    }, geometry=QgsGeometry.fromPolylineXY([
        QgsPointXY(x + east, y + north) for east, north in
        ((-140, -160), (30, -110), (75, 35), (-20, 15), (-60, 90), (-150, 130))
    ]))  # fmt: skip
    for organisation, role, number in (
        (None, "resident", 9), (actors[1], "park_service", 2), (actors[3], "housing_company", 2),
        (actors[-1], "police", 1),
    ):  # fmt: skip
        transaction.insert("walk_participant", {
            "walk": walk, "organisation": organisation, "role": role, "number": number,
        })
    for state in ("premeeting", "walked"):
        transaction.change_state("walk", walk, state)
    points: List[Any] = [
        ("lighting", False, "Gångtunneln vid järnvägen", "Två av sex lampor är släckta.",
         "Byt till slagtåliga armaturer.", 1, 30, -110),
        ("vegetation", False, "Stadsparken", "Buskar skymmer gångvägen.",
         "Beskär till högst 80 cm.", 1, -60, 90),
        ("upkeep", False, "Busstorget", "Överfulla papperskorgar på kvällen.",
         "Töm även på fredagskvällar.", 3, 60, 40),
        ("activity", True, "Biblioteket", "Öppet och upplyst till kl. 20, många vuxna.",
         "", None, -20, 10),
    ]
    for number, (theme, good, place, said, proposal, owner, east, north) in enumerate(points, 1):
        uuid = transaction.insert("walk_point", {
            "walk": walk, "number": number, "theme": theme, "works_well": good,
            "place_name": marked(place), "description": said, "proposal": proposal or None,
            "owner_organisation": None if owner is None else actors[owner],
            "deadline": None if owner is None else last + timedelta(days=21),
        }, geometry=QgsGeometry.fromPointXY(QgsPointXY(x + east, y + north)))  # fmt: skip
        if owner is not None:
            transaction.change_state("walk_point", uuid, "distributed")
        if number == 1:
            transaction.change_state("walk_point", uuid, "answered",
                                     {"answer": "Armaturerna är beställda."})
    transaction.change_state("walk", walk, "points_distributed")


def _shape(wkb: Any) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb or b"")
    return geometry
