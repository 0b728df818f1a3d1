"""Feedback to those who report: what is unread, what is waited for, and closing the loop.

Nothing is written when an incident changes state. What is unread follows from the state itself and
from the receipt of what the reporter's organisation has read, so it is right whoever made the
change: a panel, a form, a field app or SQL.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from ...domain.feedback import ANSWER_STATES, NEWS_STATES, TELLABLE_STATE, TOLD_STATE, Outcome
from ...domain.rights import SHARED_STATES
from ..errors import DataError
from ..transaction import Transaction
from ..values import from_stored
from ..workspace import Workspace
from .words import Words

#: The two lists.
WAITING, UNREAD = "waiting", "unread"
#: Incidents whose reporter named no organisation.
NOBODY = "-"

COLUMNS = (
    "i.uuid, i.place_name, i.description, i.category, i.status, i.reported_at, "
    "i.reporter_organisation, a.name AS organisation, r.state AS read_state"
)
#: What the conditions ask of; a page is found in these alone, by the key.
COUNTED = (
    "incident i LEFT JOIN feedback_receipt r ON r.incident = i.uuid "
    "AND r.organisation = i.reporter_organisation AND r.deleted_at IS NULL"
)
TABLES = f"{COUNTED} LEFT JOIN actor a ON a.uuid = i.reporter_organisation"
ORDER = "i.reported_at, i.uuid"
KEY = "i.uuid"


@dataclass(frozen=True)
class Asked:
    """The conditions of one of the lists, with their parameters."""

    where: str
    parameters: Tuple[Any, ...]


@dataclass(frozen=True)
class Counted:
    """How many incidents of an organisation are on a list; ``uuid`` is None for nobody's."""

    uuid: Optional[str]
    name: str
    count: int


def asked(kind: str, organisation: str = "") -> Asked:
    """The incidents of a list; ``organisation`` is a uuid, :data:`NOBODY` or "" for all.

    Waiting: the reporter is owed an answer. Unread: the state is another than the one that the
    organisation read last. An incident that nobody has touched since it arrived is no news.
    """
    states = NEWS_STATES if kind == UNREAD else ANSWER_STATES
    marks = ", ".join(["{p}"] * len(states))
    conditions = ["i.deleted_at IS NULL", f"i.status IN ({marks})", "i.version > {p}"]
    parameters: List[Any] = [*states, 1]
    unread = "(r.state IS NULL OR r.state <> i.status)"
    if kind == UNREAD:
        conditions += [unread, "i.reporter_organisation IS NOT NULL"]
    else:
        # told once, those that cannot become "fed back" wait no longer
        conditions.append(
            f"(i.status = {{p}} OR (r.uuid IS NOT NULL AND {unread}) "
            "OR (r.uuid IS NULL AND i.feedback_sent_at IS NULL))"
        )
        parameters.append(TELLABLE_STATE)
    if organisation == NOBODY:
        conditions.append("i.reporter_organisation IS NULL")
    elif organisation:
        conditions.append("i.reporter_organisation = {p}")
        parameters.append(organisation)
    return Asked(" AND ".join(conditions), tuple(parameters))


def organisations(workspace: Workspace, kind: str) -> List[Counted]:
    """How many incidents each organisation has on a list, by name."""
    question = asked(kind)
    where = question.where
    rows = workspace.query(
        "SELECT g.uuid AS uuid, a.name AS name, g.n AS n FROM "  # nosec B608
        f"(SELECT i.reporter_organisation AS uuid, count(*) AS n FROM {COUNTED} "
        f"WHERE {where} GROUP BY i.reporter_organisation) g LEFT JOIN actor a ON a.uuid = g.uuid",
        question.parameters,
    )
    found = [Counted(row["uuid"], row["name"] or "", int(row["n"])) for row in rows]
    return sorted(found, key=lambda one: (one.uuid is None, one.name.lower()))


def days_waited(reported_at: Any, today: Optional[date] = None) -> Optional[int]:
    """Whole days since an incident was reported, as the reporter counts them."""
    if reported_at is None:
        return None
    at = reported_at if isinstance(reported_at, datetime) else datetime.fromisoformat(
        str(reported_at)[:19]
    )  # fmt: skip
    return max(0, ((today or date.today()) - at.date()).days)


def outcomes(workspace: Workspace, uuids: Sequence[str], language: str) -> List[Outcome]:
    """What became of incidents, in the order asked for; what may not be told is left out."""
    with workspace.reading():
        words = Words(workspace, language)
        return [_outcome(workspace, words, uuid) for uuid in uuids]


def addresses(workspace: Workspace, uuids: Sequence[str]) -> List[str]:
    """The function addresses that were given with these incidents, each once."""
    if not uuids:
        return []
    marks = ", ".join(["{p}"] * len(uuids))
    rows = workspace.query(
        "SELECT DISTINCT function_address AS address FROM reporter_contact "  # nosec B608
        f"WHERE deleted_at IS NULL AND incident IN ({marks}) ORDER BY function_address",
        list(uuids),
    )
    return [str(row["address"]) for row in rows]


def mark_fed_back(
    workspace: Workspace, uuids: Sequence[str], *, user: Optional[str] = None,
    now: Optional[datetime] = None,
) -> None:
    """Close the loop: the reporters have been told. One transaction over all of them.

    What is approved goes on to "fed back"; what was rejected or needs completing keeps its state.
    The organisation has got the news, so they are read. DataError when one of the incidents is
    not in a state of which there is something to tell.
    """
    moment = now or datetime.now().replace(microsecond=0)
    with workspace.transaction(user) as transaction:
        for uuid in uuids:
            incident = transaction.get("incident", uuid)
            if incident["status"] not in ANSWER_STATES:
                raise DataError(
                    "The incident {name} has not been reviewed yet, or its reporter has been "
                    "told already. Nothing was changed.",
                    name=incident["place_name"] or uuid,
                )
            said = {"feedback_sent_at": moment}
            state = str(incident["status"])
            if state == TELLABLE_STATE:
                state = TOLD_STATE
                transaction.change_state("incident", uuid, state, said)
            else:
                transaction.update("incident", uuid, said)
            _receive(transaction, incident.values, uuid, state, moment)


def mark_read(
    workspace: Workspace, uuids: Sequence[str], *, user: Optional[str] = None,
    now: Optional[datetime] = None,
) -> None:
    """The reporter's organisation has read in which state its incidents are."""
    moment = now or datetime.now().replace(microsecond=0)
    with workspace.transaction(user) as transaction:
        for uuid in uuids:
            incident = transaction.get("incident", uuid)
            _receive(transaction, incident.values, uuid, str(incident["status"]), moment)


def _receive(
    transaction: Transaction, incident: Mapping[str, Any], uuid: str, state: str, moment: datetime
) -> None:
    organisation = incident["reporter_organisation"]
    if organisation is None:
        return
    known = transaction.rows(
        "feedback_receipt", "incident = {p} AND organisation = {p}", [uuid, organisation]
    )
    values: Dict[str, Any] = {"state": state, "read_at": moment}
    if not known:
        transaction.insert(
            "feedback_receipt", {"incident": uuid, "organisation": organisation, **values}
        )
    elif known[0]["state"] != state:
        transaction.update("feedback_receipt", known[0].uuid, values)


def _outcome(workspace: Workspace, words: Words, uuid: str) -> Outcome:
    incident = workspace.get("incident", uuid)
    happened = incident["time_from"] or incident["reported_at"]
    problems, measures = _work(workspace, words, uuid)
    reason, owner = incident["rejection_reason"], incident["owner_organisation"]
    category = words.text("incident", "category", incident["category"])
    return Outcome(
        uuid=uuid,
        # the place, never the report's own words
        name=incident["place_name"] or category,
        category=category if incident["place_name"] else "",
        happened=happened.date(),
        state=str(incident["status"]),
        rejection=words.text("incident", "rejection_reason", reason),
        completion=incident["completion_request"] or "",
        owner=words.text("incident", "owner_organisation", owner),
        problems=problems,
        measures=measures,
    )


def _work(workspace: Workspace, words: Words, uuid: str) -> Tuple[Tuple[str, ...], Tuple[str, ...]]:
    """Titles of the problems that an incident belongs to, and the measures against them."""
    told = {key: SHARED_STATES[key] for key in ("problem", "measure")}
    problem_marks, measure_marks = (
        ", ".join(["{p}"] * len(told[key])) for key in ("problem", "measure")
    )
    problems = workspace.query(
        "SELECT p.uuid, p.title FROM problem_incident l JOIN problem p ON p.uuid = l.problem "  # nosec B608
        "WHERE l.incident = {p} AND l.deleted_at IS NULL AND p.deleted_at IS NULL "
        f"AND p.status IN ({problem_marks}) AND (p.secrecy IS NULL OR p.secrecy = {{p}}) "
        "ORDER BY p.title",
        [uuid, *told["problem"], "open"],
    )
    if not problems:
        return (), ()
    column = workspace.schema.table("measure").column("deadline")
    rows = workspace.query(
        "SELECT m.title, m.status, m.deadline FROM measure m "  # nosec B608
        f"WHERE m.deleted_at IS NULL AND m.problem IN ({', '.join(['{p}'] * len(problems))}) "
        f"AND m.status IN ({measure_marks}) AND m.status <> {{p}} ORDER BY m.title",
        [*(row["uuid"] for row in problems), *told["measure"], "cancelled"],
    )
    measures = []
    for row in rows:
        state = words.text("measure", "status", row["status"]).lower()
        deadline = from_stored(row["deadline"], column)
        until = f", {deadline.isoformat()}" if deadline and row["status"] != "completed" else ""
        measures.append(f"{row['title']} ({state}{until})")
    return tuple(str(row["title"]) for row in problems), tuple(measures)
