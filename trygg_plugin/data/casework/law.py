"""What lag (2023:196) asks and where the municipality stands, read from the workspace.

:func:`law_statement` is all that the panel shows and the one-page statement prints: the rows of
domain/law.py with the records that show them, their files, and what mends them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple

from ...domain.law import (
    LawFacts,
    Remedy,
    Standing,
    document_clock,
    in_force,
    remedy,
    review_is_late,
    standing,
)
from ...domain.periods import as_date
from ...domain.statutory_clock import WARNING_MONTHS, Clock
from ..errors import DataError
from ..records import Record
from ..workspace import Workspace

#: Setting of a workspace: months before the two years are over in which the clock warns.
WARNING = "law_warning_months"

#: Record type -> field with what people call it, where it is not ``title``.
_NAMES = {"actor": "name"}


@dataclass(frozen=True)
class Evidence:
    """A record that shows how a demand is met, and its file or address, if it has one."""

    record: str
    uuid: str
    title: str
    file: Optional[str] = None


@dataclass(frozen=True)
class Row:
    """One demand: how it is met, what shows it, and what mends it."""

    standing: Standing
    evidence: Tuple[Evidence, ...]
    remedy: Optional[Remedy]


@dataclass(frozen=True)
class DocumentRow:
    """A statutory document; ``clock`` runs from its decision, None before it."""

    uuid: str
    kind: str
    title: str
    status: str
    decided: Optional[dt.date]
    body: str
    number: str
    other_statutes: str
    file: Optional[str]
    clock: Optional[Clock]


@dataclass(frozen=True)
class AgreementRow:
    """An agreement on cooperation with those who have signed it."""

    uuid: str
    title: str
    parties: Tuple[str, ...]
    purposes: str
    areas: str
    valid_from: Optional[dt.date]
    valid_to: Optional[dt.date]
    next_review: Optional[dt.date]
    number: str
    file: Optional[str]
    in_force: bool
    late: bool


@dataclass(frozen=True)
class MeetingRow:
    """A meeting of the council."""

    uuid: str
    title: str
    date: Optional[dt.date]
    number: str
    approved: Optional[dt.date]
    file: Optional[str]
    #: decisions made at it
    decisions: int


@dataclass(frozen=True)
class LawStatement:
    """Where a municipality stands on a day."""

    municipality: str
    today: dt.date
    rows: Tuple[Row, ...]
    documents: Tuple[DocumentRow, ...]
    agreements: Tuple[AgreementRow, ...]
    meetings: Tuple[MeetingRow, ...]
    #: organisations with the coordinating function and their contact function
    coordination: Tuple[Tuple[str, str], ...]
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def worst(self) -> str:
        """The status that a glance should give: overdue, missing, due or met."""
        for status in ("overdue", "missing", "due"):
            if self.counts.get(status):
                return status
        return "met"


def warning_months(workspace: Workspace) -> int:
    """Months of warning that the municipality has chosen."""
    given = workspace.meta.get(WARNING, "")
    return int(given) if given.isdigit() else WARNING_MONTHS


def set_warning_months(workspace: Workspace, months: int) -> None:
    """Warn so many months before the two years are over."""
    if not 0 <= months <= 24:
        raise DataError("The warning comes 0 to 24 months before the two years are over.")
    workspace.set_meta(WARNING, str(months))


def law_statement(workspace: Workspace, today: dt.date) -> LawStatement:
    """Where the municipality stands on a day. Raises DataError when it cannot be read."""
    with workspace.reading():
        records = _read(workspace)
        facts = _facts(records, _problems_without_evidence(workspace))
        warned = warning_months(workspace)
        known = {
            (record, row["uuid"]): row for record, rows in records.items() for row in rows
        }
        for problem in facts.problems_without_evidence:
            known["problem", str(problem["uuid"])] = dict(problem)
        rows = tuple(
            Row(one, _evidence(one, known), remedy(one, facts))
            for one in standing(facts, today, warned)
        )
        counts: Dict[str, int] = {}
        for row in rows:
            counts[row.standing.status] = counts.get(row.standing.status, 0) + 1
        parties = _parties(workspace)
        decisions = _decisions(workspace)
    return LawStatement(
        municipality=workspace.municipality_name,
        today=today,
        rows=rows,
        documents=tuple(_documents(records["document"], today, warned)),
        agreements=tuple(_agreements(records["agreement"], parties, today)),
        meetings=tuple(_meetings(records["meeting"], decisions)),
        coordination=tuple(
            (str(row["name"]), str(row["contact_function"] or ""))
            for row in records["actor"]
            if row["coordinating_function"] and row["active"]
        ),
        counts=counts,
    )


def _read(workspace: Workspace) -> Dict[str, List[Dict[str, Any]]]:
    editions = workspace.query(
        # without their content, which may be large
        "SELECT uuid, title, public, adopted_at, file FROM edition WHERE deleted_at IS NULL "
        "AND public = {p} ORDER BY adopted_at",
        [True],
    )
    return {
        "document": _plain(workspace.rows("document")),
        "agreement": _plain(workspace.rows("agreement")),
        "meeting": _plain(workspace.rows("meeting", "kind = {p}", ["council"])),
        "actor": _plain(workspace.rows("actor")),
        "edition": [dict(row) for row in editions],
    }


def _plain(records: Sequence[Record]) -> List[Dict[str, Any]]:
    return [{"uuid": record.uuid, **record.values} for record in records]


def _facts(
    records: Mapping[str, List[Dict[str, Any]]], without: List[Dict[str, Any]]
) -> LawFacts:
    return LawFacts(
        documents=records["document"],
        agreements=records["agreement"],
        meetings=records["meeting"],
        actors=records["actor"],
        editions=records["edition"],
        problems_without_evidence=without,
    )


def _problems_without_evidence(workspace: Workspace) -> List[Dict[str, Any]]:
    rows = workspace.query(
        "SELECT uuid, title, other_evidence FROM problem p WHERE p.deleted_at IS NULL "
        "AND EXISTS (SELECT 1 FROM measure m WHERE m.problem = p.uuid AND m.deleted_at IS NULL) "
        "AND NOT EXISTS (SELECT 1 FROM problem_incident i WHERE i.problem = p.uuid "
        "AND i.deleted_at IS NULL) ORDER BY title, fid"
    )
    return [dict(row) for row in rows if not str(row["other_evidence"] or "").strip()]


def _evidence(
    one: Standing, known: Mapping[Tuple[str, str], Mapping[str, Any]]
) -> Tuple[Evidence, ...]:
    made = []
    for record, uuid in one.evidence:
        row = known.get((record, uuid), {})
        title = str(row.get(_NAMES.get(record, "title")) or "")
        made.append(Evidence(record, uuid, title, row.get("file") or None))
    return tuple(made)


def _documents(
    rows: Sequence[Mapping[str, Any]], today: dt.date, warned: int
) -> List[DocumentRow]:
    made = [
        DocumentRow(
            uuid=row["uuid"],
            kind=row["kind"],
            title=row["title"],
            status=row["status"],
            decided=row["decided_date"],
            body=row["deciding_body"] or "",
            number=row["registry_number"] or "",
            other_statutes=row["other_statutes"] or "",
            file=row["file"],
            clock=None
            if row["kind"] == "yearly_report"
            else document_clock(row, today, warned),
        )
        for row in rows
    ]
    # by kind, the latest decision first; what is not decided yet above it
    order = {"situation_picture": 0, "action_plan": 1, "yearly_report": 2}
    made.sort(key=lambda row: row.decided or dt.date.max, reverse=True)
    return sorted(made, key=lambda row: order.get(row.kind, len(order)))


def _agreements(
    rows: Sequence[Mapping[str, Any]], parties: Mapping[str, List[str]], today: dt.date
) -> List[AgreementRow]:
    made = [
        AgreementRow(
            uuid=row["uuid"],
            title=row["title"],
            parties=tuple(parties.get(row["uuid"], ())),
            purposes=row["purposes"] or "",
            areas=row["cooperation_areas"] or "",
            valid_from=row["valid_from"],
            valid_to=row["valid_to"],
            next_review=row["next_review"],
            number=row["registry_number"] or "",
            file=row["file"],
            in_force=in_force(row, today),
            late=in_force(row, today) and review_is_late(row, today),
        )
        for row in rows
    ]
    return sorted(
        made,
        key=lambda row: (not row.in_force, row.next_review or dt.date.max, row.title),
    )


def _meetings(
    rows: Sequence[Mapping[str, Any]], decisions: Mapping[str, int]
) -> List[MeetingRow]:
    made = [
        MeetingRow(
            uuid=row["uuid"],
            title=row["title"],
            date=as_date(row["starts_at"]),
            number=row["registry_number"] or "",
            approved=row["minutes_approved"],
            file=row["file"],
            decisions=decisions.get(row["uuid"], 0),
        )
        for row in rows
    ]
    return sorted(made, key=lambda row: row.date or dt.date.min, reverse=True)


def _parties(workspace: Workspace) -> Dict[str, List[str]]:
    found: Dict[str, List[str]] = {}
    for row in workspace.query(
        "SELECT t.agreement AS agreement, a.name AS name FROM agreement_party t "
        "JOIN actor a ON a.uuid = t.actor WHERE t.deleted_at IS NULL ORDER BY a.name"
    ):
        found.setdefault(str(row["agreement"]), []).append(str(row["name"]))
    return found


def _decisions(workspace: Workspace) -> Dict[str, int]:
    rows = workspace.query(
        "SELECT meeting, count(*) AS n FROM decision WHERE deleted_at IS NULL GROUP BY meeting"
    )
    return {str(row["meeting"]): int(row["n"]) for row in rows}
