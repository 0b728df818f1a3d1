"""Problems: made from incidents, tied to them, judged by Brå's criteria and put in order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple

from ...domain.priority import FIELD_PREFIX, in_order, scores_of, weighted_priority, weights_of
from ..errors import DataError
from ..records import Record
from ..transaction import Transaction
from ..values import from_stored
from ..workspace import Workspace

#: A phenomenon with a smaller share of the incidents than this is not named in a suggestion.
NAMED_SHARE = 0.1
#: States of a problem that needs no more work.
SOLVED = ("solved",)
#: Incidents in these states are no evidence for a problem.
NO_EVIDENCE = ("draft", "rejected")
_CHUNK = 500


@dataclass(frozen=True)
class Draft:
    """What a new problem may say, read from the incidents that it is made from.

    ``incidents``: uuids that can be linked. ``left_out``: how many cannot, since they are
    drafts, rejected or deleted. ``categories``: category -> number, most first.
    """

    incidents: Tuple[str, ...]
    left_out: int
    categories: Mapping[str, int]
    values: Dict[str, Any] = field(default_factory=dict)
    #: uuid -> category
    category_of: Mapping[str, str] = field(default_factory=dict)


def draft_from_incidents(workspace: Workspace, incidents: Sequence[str]) -> Draft:
    """Title, phenomena, area, place and first day that a group of incidents speak for."""
    found = list(_incident_rows(workspace, list(dict.fromkeys(incidents))))
    kept = [row for row in found if row["status"] not in NO_EVIDENCE]
    if not kept:
        raise DataError(
            "None of the chosen incidents can be the evidence of a problem: they are drafts, "
            "rejected or deleted. Choose others."
        )
    categories = Counter(str(row["category"]) for row in kept)
    subcategories = Counter(str(row["subcategory"]) for row in kept if row["subcategory"])
    areas = Counter(str(row["area"]) for row in kept if row["area"])
    places = Counter(str(row["place_name"]) for row in kept if row["place_name"])
    column = workspace.schema.table("incident").column("time_from")
    first = min(from_stored(row["time_from"], column) for row in kept).date()
    values: Dict[str, Any] = {
        "phenomena": _named(categories, len(kept)),
        "first_noticed": first,
    }
    if subcategories:
        values["subcategories"] = _named(subcategories, len(kept)) or None
    if areas:
        values["area"] = areas.most_common(1)[0][0]
    if places:
        values["place_name"] = places.most_common(1)[0][0]
    values["title"] = _title(workspace, categories.most_common(1)[0][0], values)
    return Draft(
        incidents=tuple(str(row["uuid"]) for row in kept),
        left_out=len(incidents) - len(kept),
        categories=dict(categories.most_common()),
        values=values,
        category_of={str(row["uuid"]): str(row["category"]) for row in kept},
    )


def create_problem(
    workspace: Workspace,
    values: Mapping[str, Any],
    incidents: Sequence[str] = (),
    *,
    place: Any = None,
    user: Optional[str] = None,
) -> str:
    """A new problem with its incidents linked, all or nothing; gives its uuid."""
    with workspace.transaction(user) as transaction:
        problem = transaction.insert("problem", values, geometry=place)
        _add_links(transaction, problem, list(dict.fromkeys(incidents)))
    return problem


def link(
    workspace: Workspace, problem: str, incidents: Sequence[str], *, user: Optional[str] = None
) -> int:
    """Link incidents to a problem; those that are linked already stay. Gives how many are new."""
    known = set(linked(workspace, problem))
    fresh = [uuid for uuid in dict.fromkeys(incidents) if uuid not in known]
    if fresh:
        with workspace.transaction(user) as transaction:
            _add_links(transaction, problem, fresh)
    return len(fresh)


def unlink(
    workspace: Workspace, problem: str, incidents: Sequence[str], *, user: Optional[str] = None
) -> int:
    """Take incidents from a problem; they stay in the workspace. Gives how many were linked."""
    wanted = set(incidents)
    links = [
        row
        for row in workspace.rows("problem_incident", "problem = {p}", [problem])
        if row["incident"] in wanted
    ]
    with workspace.transaction(user) as transaction:
        for row in links:
            transaction.delete("problem_incident", row.uuid)
    return len(links)


def linked(workspace: Workspace, problem: str) -> List[str]:
    """uuids of the incidents that are linked to a problem."""
    rows = workspace.query(
        "SELECT l.incident AS uuid FROM problem_incident l JOIN incident i ON i.uuid = l.incident "
        "WHERE l.problem = {p} AND l.deleted_at IS NULL AND i.deleted_at IS NULL "
        "ORDER BY i.time_from DESC, i.uuid",
        [problem],
    )
    return [str(row["uuid"]) for row in rows]


def problems_of(workspace: Workspace, incident: str) -> List[Record]:
    """The problems that an incident is linked to."""
    return workspace.rows(
        "problem",
        "uuid IN (SELECT problem FROM problem_incident WHERE incident = {p} "
        "AND deleted_at IS NULL)",
        [incident],
    )


# --- judgement -------------------------------------------------------------------------------


def judge(
    workspace: Workspace,
    problem: str,
    scores: Mapping[str, Optional[int]],
    *,
    reason: Optional[str] = None,
    base_version: Optional[int] = None,
    user: Optional[str] = None,
) -> Optional[float]:
    """Store the coordinator's scores (criterion -> 0 to 3, None takes one away) and the total.

    Criteria not named keep their score. Gives the new total, None when nothing is scored.
    """
    known = {code.key for code in workspace.standard.codelists["priority_criterion"].codes}
    for criterion in scores:
        if criterion not in known:
            raise DataError("There is no criterion {criterion}.", criterion=criterion)
    with workspace.transaction(user) as transaction:
        record = transaction.get("problem", problem)
        # a coordinator's own criterion may have no field of its own
        fields = workspace.schema.table("problem").fields
        changed = {
            FIELD_PREFIX + criterion: None if score is None else str(score)
            for criterion, score in scores.items()
            if FIELD_PREFIX + criterion in fields
        }
        after = {**record.values, **changed}
        total = weighted_priority(scores_of(after), weights_of(workspace.standard)).total
        values: Dict[str, Any] = {**changed, "priority_total": total}
        if reason is not None:
            values["priority_reason"] = reason or None
        transaction.update("problem", problem, values, base_version=base_version)
    return total


def open_problems(workspace: Workspace) -> List[Record]:
    """Problems that are not solved, as the meeting takes them."""
    marks = ", ".join(["{p}"] * len(SOLVED))
    rows = workspace.rows("problem", f"status NOT IN ({marks})", list(SOLVED))
    by_uuid = {row.uuid: row for row in rows}
    ordered = in_order([{**row.values, "uuid": row.uuid} for row in rows])
    return [by_uuid[str(row["uuid"])] for row in ordered]


def set_order(
    workspace: Workspace, problems: Sequence[str], *, user: Optional[str] = None
) -> None:
    """Give problems the ranks 1, 2, 3 … in this order; the others lose theirs."""
    ranks = {uuid: rank for rank, uuid in enumerate(dict.fromkeys(problems), 1)}
    with workspace.transaction(user) as transaction:
        for row in transaction.rows("problem"):
            rank = ranks.get(row.uuid)
            if row["priority_rank"] != rank:
                transaction.update("problem", row.uuid, {"priority_rank": rank})


def move(
    workspace: Workspace, problem: str, places: int, *, user: Optional[str] = None
) -> List[str]:
    """Move an open problem up (negative) or down in the decided order; gives the new order.

    All open problems are ranked by it: an order in which some have no place is no order.
    """
    order = [row.uuid for row in open_problems(workspace)]
    if problem not in order:
        raise DataError("The problem is solved or deleted and has no place in the order.")
    at = order.index(problem)
    order.pop(at)
    order.insert(min(max(at + places, 0), len(order)), problem)
    set_order(workspace, order, user=user)
    return order


# --- traffic light ---------------------------------------------------------------------------


def set_light(
    workspace: Workspace,
    problem: str,
    period: str,
    colour: str,
    reason: Optional[str] = None,
    *,
    user: Optional[str] = None,
) -> None:
    """Store the light of a problem in a period (uuid of a period record)."""
    with workspace.transaction(user) as transaction:
        if transaction.get("period", period)["status"] in ("adopted", "shared", "followed_up"):
            raise DataError(
                "The period has been adopted, and what was adopted does not change. Set the "
                "light for the current period."
            )
        known = transaction.rows(
            "problem_light", "problem = {p} AND period = {p}", [problem, period]
        )
        values = {"colour": colour, "reason": reason or None}
        if known:
            transaction.update("problem_light", known[0].uuid, values)
        else:
            transaction.insert("problem_light", {"problem": problem, "period": period, **values})


def lights_of(workspace: Workspace, problem: str) -> List[Mapping[str, Any]]:
    """The problem's lights with their periods (title, date_from), newest period first."""
    return workspace.query(
        "SELECT l.uuid, l.period, l.colour, l.reason, p.title, p.date_from, p.status "
        "FROM problem_light l JOIN period p ON p.uuid = l.period "
        "WHERE l.problem = {p} AND l.deleted_at IS NULL AND p.deleted_at IS NULL "
        "ORDER BY p.date_from DESC, l.uuid",
        [problem],
    )


# --- inside ----------------------------------------------------------------------------------


def _incident_rows(workspace: Workspace, uuids: Sequence[str]) -> Iterator[Mapping[str, Any]]:
    with workspace.reading():
        for start in range(0, len(uuids), _CHUNK):
            chunk = uuids[start : start + _CHUNK]
            marks = ", ".join(["{p}"] * len(chunk))
            yield from workspace.query(
                "SELECT uuid, category, subcategory, area, place_name, time_from, status "  # nosec B608
                f"FROM incident WHERE deleted_at IS NULL AND uuid IN ({marks}) ORDER BY uuid",
                chunk,
            )


def _add_links(transaction: Transaction, problem: str, incidents: Sequence[str]) -> None:
    transaction.insert_many(
        "problem_incident", ("problem", "incident"), [(problem, uuid) for uuid in incidents]
    )


def _named(counted: Mapping[str, int], total: int) -> List[str]:
    """The kinds that make up a share worth naming, most first; at least the commonest."""
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return [key for place, (key, n) in enumerate(ordered) if not place or n >= NAMED_SHARE * total]


def _title(workspace: Workspace, category: str, values: Mapping[str, Any]) -> str:
    language = workspace.language
    labels = {c.key: c.label[language] for c in workspace.standard.codelists["category"].codes}
    phenomenon = labels.get(category, category)
    place = values.get("place_name")
    if not place and values.get("area"):
        found = workspace.rows("area", "uuid = {p}", [values["area"]])
        place = found[0]["name"] if found else None
    title = f"{phenomenon}, {place}" if place else phenomenon
    return str(title)[:120]
