"""Decisions: recorded while the meeting goes on, each tied to what it is about.

A decision on a problem with someone responsible *is* a measure: it is made, and moved to
"decided", in the transaction that stores the decision.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from ..errors import DataError
from ..transaction import Transaction
from ..values import from_stored, wall_clock
from ..workspace import Workspace

#: Where a decision does not say what kind of measure it is (ours).
MEASURE_TYPE = "measure_other"
_TITLE = 120


@dataclass(frozen=True)
class About:
    """A problem or a measure that a decision is about; ``status`` is its state's key."""

    uuid: str
    title: str
    status: str


@dataclass(frozen=True)
class Decision:
    """A decision as it is told: who shall do it is a name, ``organisation`` its uuid."""

    uuid: str
    version: int
    meeting: str
    held: date
    point: Optional[str]
    number: int
    text: str
    organisation: Optional[str]
    responsible: str
    deadline: Optional[date]
    carried_out: Optional[date]
    outcome: str
    problems: Tuple[About, ...] = ()
    measures: Tuple[About, ...] = ()

    @property
    def open(self) -> bool:
        return self.carried_out is None


@dataclass(frozen=True)
class Recorded:
    """What :func:`record_decision` has stored; ``measure`` is new or the one given."""

    decision: str
    number: int
    measure: Optional[str]


def record_decision(
    workspace: Workspace,
    meeting: str,
    text: str,
    *,
    point: Optional[str] = None,
    organisation: Optional[str] = None,
    deadline: Optional[date] = None,
    problem: Optional[str] = None,
    measure: Optional[str] = None,
    measure_type: str = MEASURE_TYPE,
    place: Any = None,
    user: Optional[str] = None,
) -> Recorded:
    """Store a decision of a meeting that goes on, with what follows from it, all or nothing.

    With ``measure``, a measure that was proposed is decided, and takes over responsibility and
    deadline. Else, with ``problem`` and ``organisation``, a new measure is made and decided.
    A problem whose causes are analysed goes on to "measures decided".
    """
    text = text.strip()
    if not text:
        raise DataError("Write what was decided.")
    with workspace.transaction(user) as transaction:
        record = transaction.get("meeting", meeting)
        if record["status"] != "ongoing":
            raise DataError(
                "Decisions are recorded while the meeting goes on. Begin it, or take it up again."
            )
        number = _next_number(transaction, meeting)
        decision = transaction.insert(
            "decision",
            {"meeting": meeting, "point": point, "number": number, "text": text,
             "responsible_organisation": organisation, "deadline": deadline},
        )  # fmt: skip
        if measure is not None:
            problem = _decide(transaction, measure, meeting, organisation, deadline)
        elif problem is not None and organisation is not None:
            measure = _new_measure(
                transaction, meeting, text, problem, organisation, deadline, measure_type, place
            )
        if problem is not None:
            transaction.insert("decision_problem", {"decision": decision, "problem": problem})
        if measure is not None:
            transaction.insert("decision_measure", {"decision": decision, "measure": measure})
            assert problem is not None  # nosec B101  (every measure has one)
            if transaction.get("problem", problem)["status"] == "cause_analysis":
                transaction.change_state("problem", problem, "measures_decided")
    return Recorded(decision, number, measure)


def carry_out(
    workspace: Workspace,
    decision: str,
    day: Optional[date],
    outcome: Optional[str] = None,
    *,
    base_version: Optional[int] = None,
    user: Optional[str] = None,
) -> None:
    """Note that a decision was carried out, and what became of it; None opens it again.

    ``base_version``: the version that was looked at, so that nobody's answer is written over.
    """
    values: Dict[str, Any] = {"carried_out": day}
    if outcome is not None:
        values["outcome"] = outcome or None
    workspace.update("decision", decision, values, base_version=base_version, user=user)


def decisions_of(workspace: Workspace, meeting: str) -> List[Decision]:
    """The decisions of a meeting, by number."""
    return _decisions(workspace, "d.meeting = {p}", [meeting], "d.number, d.uuid")


def not_carried_out(workspace: Workspace) -> List[Decision]:
    """All open decisions, the longest overdue first and those without a deadline last."""
    return _decisions(
        workspace, "d.carried_out IS NULL", [],
        "CASE WHEN d.deadline IS NULL THEN 1 ELSE 0 END, d.deadline, m.starts_at, d.number, d.uuid",
    )  # fmt: skip


def carried_out_since(workspace: Workspace, day: date) -> List[Decision]:
    """The decisions that have been carried out from a day on, the latest first."""
    return _decisions(
        workspace, "d.carried_out >= {p}", [day.isoformat()],
        "d.carried_out DESC, m.starts_at DESC, d.number, d.uuid",
    )  # fmt: skip


def to_follow_up(
    workspace: Workspace, before: date, kind: str, last: Optional[str] = None
) -> List[Decision]:
    """What the point "follow-up" deals with: all decisions of the ``last`` meeting (uuid), and
    older ones of the same kind of meeting that are still open; the newest meeting first."""
    return _decisions(
        workspace,
        "m.kind = {p} AND m.starts_at < {p} AND (d.carried_out IS NULL OR d.meeting = {p})",
        [kind, wall_clock(datetime.combine(before, time())), last or ""],
        "m.starts_at DESC, d.number, d.uuid",
    )


def _decisions(
    workspace: Workspace, where: str, parameters: Sequence[Any], order: str
) -> List[Decision]:
    with workspace.reading():
        rows = workspace.query(
            "SELECT d.uuid, d.version, d.meeting, d.point, d.number, d.text, "  # nosec B608
            "d.responsible_organisation, d.deadline, d.carried_out, d.outcome, m.starts_at, "
            "a.name AS responsible "
            "FROM decision d JOIN meeting m ON m.uuid = d.meeting "
            "LEFT JOIN actor a ON a.uuid = d.responsible_organisation "
            f"WHERE d.deleted_at IS NULL AND m.deleted_at IS NULL AND {where} ORDER BY {order}",
            parameters,
        )
        about = {
            table: _about(workspace, table, where, parameters) for table in ("problem", "measure")
        }
    table = workspace.schema.table("decision")
    started = workspace.schema.table("meeting").column("starts_at")
    return [
        Decision(
            uuid=str(row["uuid"]), version=int(row["version"]), meeting=str(row["meeting"]),
            held=from_stored(row["starts_at"], started).date(), point=row["point"],
            number=int(row["number"]), text=str(row["text"]),
            organisation=row["responsible_organisation"], responsible=row["responsible"] or "",
            deadline=from_stored(row["deadline"], table.column("deadline")),
            carried_out=from_stored(row["carried_out"], table.column("carried_out")),
            outcome=row["outcome"] or "",
            problems=about["problem"].get(str(row["uuid"]), ()),
            measures=about["measure"].get(str(row["uuid"]), ()),
        )
        for row in rows
    ]  # fmt: skip


def _about(
    workspace: Workspace, table: str, where: str, parameters: Sequence[Any]
) -> Mapping[str, Tuple[About, ...]]:
    """decision -> the records of a table that it is about."""
    rows = workspace.query(
        f"SELECT l.decision, r.uuid, r.title, r.status FROM decision_{table} l "  # nosec B608
        f"JOIN {table} r ON r.uuid = l.{table} JOIN decision d ON d.uuid = l.decision "
        "JOIN meeting m ON m.uuid = d.meeting "
        f"WHERE l.deleted_at IS NULL AND r.deleted_at IS NULL AND {where} "
        "ORDER BY r.title, r.uuid",
        parameters,
    )
    found: Dict[str, Tuple[About, ...]] = {}
    for row in rows:
        one = About(str(row["uuid"]), str(row["title"]), str(row["status"]))
        key = str(row["decision"])
        found[key] = (*found.get(key, ()), one)
    return found


def _next_number(transaction: Transaction, meeting: str) -> int:
    """One above the highest ever given: a number that minutes have named is not given again."""
    rows = transaction.rows("decision", "meeting = {p}", [meeting], deleted=True)
    return 1 + max((row["number"] for row in rows), default=0)


def _new_measure(
    transaction: Transaction, meeting: str, text: str, problem: str, organisation: str,
    deadline: Optional[date], measure_type: str, place: Any,
) -> str:  # fmt: skip
    title = text.splitlines()[0].strip()
    short = title if len(title) <= _TITLE else title[: _TITLE - 1].rstrip() + "…"
    area = transaction.get("problem", problem)["area"]
    made = transaction.insert(
        "measure",
        {
            "title": short, "description": None if short == text else text, "problem": problem,
            "type": measure_type, "area": area, "responsible_organisation": organisation,
            "deadline": deadline, "decided_at": meeting,
        },
        geometry=place,
    )  # fmt: skip
    transaction.change_state("measure", made, "decided")
    return made


def _decide(
    transaction: Transaction, measure: str, meeting: str, organisation: Optional[str],
    deadline: Optional[date],
) -> str:  # fmt: skip
    record = transaction.get("measure", measure)
    values: Dict[str, Any] = {}
    if organisation is not None:
        values["responsible_organisation"] = organisation
    if deadline is not None:
        values["deadline"] = deadline
    if record["status"] == "proposed":
        transaction.change_state("measure", measure, "decided", {**values, "decided_at": meeting})
    elif values:
        transaction.update("measure", measure, values)
    return str(record["problem"])
