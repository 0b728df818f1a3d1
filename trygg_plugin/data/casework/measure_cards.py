"""Measures as cards: one question to the workspace, shown as a board and as a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, List, Mapping, Optional, Tuple

from ...domain.deadlines import Urgency, urgency
from ...domain.periods import as_date
from ..workspace import Workspace
from .measures import cause_numbers

#: Cards read at most; a municipality has tens of measures under way.
MOST = 1000


@dataclass(frozen=True)
class Card:
    """What a card says of a measure."""

    uuid: str
    version: int
    title: str
    status: str
    problem: str
    owner: str
    deadline: Optional[date]
    causes: Tuple[int, ...]
    urgency: Urgency
    light: str


def read_cards(
    workspace: Workspace,
    today: date,
    *,
    search: str = "",
    owner: str = "",
    problem: str = "",
    ended: bool = True,
) -> List[Card]:
    """Measures by deadline, those without one last; at most :data:`MOST`."""
    where: List[str] = ["m.deleted_at IS NULL"]
    parameters: List[Any] = []
    if search:
        where.append("(lower(m.title) LIKE {p} OR lower(coalesce(p.title, '')) LIKE {p})")
        parameters += [f"%{search.lower()}%"] * 2
    for column, value in (("m.responsible_organisation", owner), ("m.problem", problem)):
        if value:
            where.append(column + " = {p}")
            parameters.append(value)
    if not ended:
        where.append("m.status <> {p}")
        parameters.append("effect_assessed")
    with workspace.reading():
        rows = workspace.query(
            "SELECT m.uuid, m.version, m.title, m.status, m.deadline, p.title AS problem, "
            "a.name AS owner, (SELECT f.colour FROM follow_up f WHERE f.measure = m.uuid "
            "AND f.deleted_at IS NULL ORDER BY f.date DESC, f.uuid LIMIT 1) AS light "
            "FROM measure m LEFT JOIN problem p ON p.uuid = m.problem "
            "LEFT JOIN actor a ON a.uuid = m.responsible_organisation "
            "WHERE " + " AND ".join(where) + " "  # nosec B608
            "ORDER BY CASE WHEN m.deadline IS NULL THEN 1 ELSE 0 END, m.deadline, m.title, m.uuid "
            "LIMIT {p}",
            [*parameters, MOST],
        )
        numbers = cause_numbers(workspace)
    return [_card(row, numbers, today) for row in rows]


def _card(
    row: Mapping[str, Any], numbers: Mapping[str, Tuple[int, ...]], today: date
) -> Card:
    deadline = as_date(row["deadline"])
    return Card(
        uuid=str(row["uuid"]),
        version=int(row["version"]),
        title=str(row["title"]),
        status=str(row["status"]),
        problem=str(row["problem"] or ""),
        owner=str(row["owner"] or ""),
        deadline=deadline,
        causes=numbers.get(str(row["uuid"]), ()),
        urgency=urgency(deadline, str(row["status"]), today),
        light=str(row["light"] or ""),
    )
