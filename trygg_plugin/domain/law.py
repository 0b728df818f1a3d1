"""Where a municipality stands against lag (2023:196), the act on crime prevention.

One row for each demand, with the records that show it. The functions take plain mappings of
field keys to values, as the records of the standard hold them; a decision on what a row means is
left to people, since the law knows no sanctions and few figures.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import List, Mapping, Optional, Sequence, Tuple

from .periods import add_months, as_date
from .standard_problems import N_
from .statutory_clock import DUE, OVERDUE, Clock, clock

Record = Mapping[str, object]

MET = "met"
MISSING = "missing"

#: How long a council meeting, a report or a public edition counts as recent. Ours: the law says
#: "continuously" and gives no figure.
RECENT_MONTHS = 12
#: States in which a document has been decided.
DECIDED = ("decided", "in_force", "being_followed_up")

DEMANDS = {
    "3": N_("Decisions rest on knowledge"),
    "4": N_("A situation picture: mapping, other information, analysis"),
    "5": N_("An action plan that rests on the situation picture"),
    "6": N_("Updated and followed up at least every second year"),
    "9": N_("Written agreements on cooperation, with purposes and areas"),
    "10": N_("A council for strategic questions"),
    "11": N_("A coordinating function"),
    "12": N_("Residents are informed"),
    "13": N_("Continuous reports to the municipal council"),
}


@dataclass(frozen=True)
class Standing:
    """How one demand is met."""

    #: number of the section, "4"
    section: str
    demand: str
    #: met, due (soon), overdue or missing
    status: str
    #: sentence and its values
    reason: str
    values: Mapping[str, object]
    #: (record type, uuid) of what shows it
    evidence: Tuple[Tuple[str, str], ...] = ()
    clock: Optional[Clock] = None

    @property
    def sentence(self) -> str:
        return self.reason.format(**self.values)


@dataclass(frozen=True)
class LawFacts:
    """The records that the law asks about. Deleted records are left out by the caller."""

    documents: Sequence[Record] = ()
    agreements: Sequence[Record] = ()
    meetings: Sequence[Record] = ()
    actors: Sequence[Record] = ()
    editions: Sequence[Record] = ()
    #: problems that have measures but neither incidents nor other evidence
    problems_without_evidence: Sequence[Record] = ()


def standing(facts: LawFacts, today: dt.date) -> List[Standing]:
    """One row for each demand, in the order of the law."""
    picture = current_document(facts.documents, "situation_picture")
    plan = current_document(facts.documents, "action_plan")
    return [
        _knowledge(facts),
        _picture(picture),
        _plan(plan),
        _second_year(picture, plan, today),
        _agreements(facts.agreements, today),
        _recent(
            "10",
            "meeting",
            [m for m in facts.meetings if m.get("kind") == "council"],
            "starts_at",
            today,
            N_("The council last met on {date}."),
            N_("No meeting of the council is recorded."),
        ),
        _coordination(facts.actors),
        _recent(
            "12",
            "edition",
            [e for e in facts.editions if e.get("public")],
            "adopted_at",
            today,
            N_("A public edition was last adopted on {date}."),
            N_("No public edition has been adopted."),
        ),
        _recent(
            "13",
            "document",
            [
                d
                for d in facts.documents
                if d.get("kind") == "yearly_report" and d.get("status") in (*DECIDED, "replaced")
            ],
            "decided_date",
            today,
            N_("The municipal council last had a report on {date}."),
            N_("No report to the municipal council is recorded."),
        ),
    ]


def current_document(documents: Sequence[Record], kind: str) -> Optional[Record]:
    """The decided document of a kind with the latest date of decision; None when there is none."""
    decided = [
        (date, document)
        for document in documents
        if document.get("kind") == kind and document.get("status") in DECIDED
        for date in [as_date(document.get("decided_date"))]
        if date is not None
    ]
    return max(decided, key=lambda pair: pair[0])[1] if decided else None


def _knowledge(facts: LawFacts) -> Standing:
    without = facts.problems_without_evidence
    if not without:
        return _row("3", MET, N_("Every measure rests on a problem with evidence."))
    return _row(
        "3",
        MISSING,
        N_("Problems that have measures but no incidents and no other evidence: {count}."),
        evidence=[("problem", problem) for problem in without],
        count=len(without),
    )


def _picture(picture: Optional[Record]) -> Standing:
    if picture is None:
        return _row("4", MISSING, N_("No situation picture has been decided."))
    empty = [
        part
        for part, key in (
            ("1", "mapping"),
            ("2", "other_information"),
            ("3", "analysis"),
        )
        if not str(picture.get(key) or "").strip()
    ]
    if empty and not picture.get("file"):
        return _row(
            "4",
            MISSING,
            N_("The situation picture lacks part {parts} of three."),
            evidence=[("document", picture)],
            parts=", ".join(empty),
        )
    return _decided("4", picture)


def _plan(plan: Optional[Record]) -> Standing:
    if plan is None:
        return _row("5", MISSING, N_("No action plan has been decided."))
    if not plan.get("based_on"):
        return _row(
            "5",
            MISSING,
            N_("The action plan does not say which situation picture it rests on."),
            evidence=[("document", plan)],
        )
    return _decided("5", plan)


def _decided(section: str, document: Record) -> Standing:
    return _row(
        section,
        MET,
        N_("Decided on {date} by {body}, {number}."),
        evidence=[("document", document)],
        date=as_date(document.get("decided_date")),
        body=document.get("deciding_body") or "–",
        number=document.get("registry_number") or "–",
    )


def _second_year(picture: Optional[Record], plan: Optional[Record], today: dt.date) -> Standing:
    """The clock of the document that falls due first."""
    clocks = [
        (clock(date, today), document)
        for document in (picture, plan)
        if document is not None
        for date in [_last_dealt_with(document)]
        if date is not None
    ]
    if not clocks:
        return _row("6", MISSING, N_("Nothing has been decided, so nothing can be followed up."))
    first, document = min(clocks, key=lambda pair: pair[0].due_date)
    reason = N_("To be followed up by {date}; {months} whole months are left.")
    if first.status == OVERDUE:
        reason = N_("Should have been followed up by {date}.")
    status = first.status if first.status in (DUE, OVERDUE) else MET
    return _row(
        "6",
        status,
        reason,
        evidence=[("document", document)],
        clock=first,
        date=first.due_date,
        months=first.months_left,
    )


def _last_dealt_with(document: Record) -> Optional[dt.date]:
    """The clock starts anew when a document has been followed up and stays in force."""
    decided = as_date(document.get("decided_date"))
    followed_up = as_date(document.get("followed_up_date"))
    if decided and followed_up and document.get("status") == "in_force":
        return max(decided, followed_up)
    return decided


def _agreements(agreements: Sequence[Record], today: dt.date) -> Standing:
    valid = [agreement for agreement in agreements if _valid(agreement, today)]
    evidence = [("agreement", agreement) for agreement in valid]
    if not valid:
        return _row("9", MISSING, N_("No agreement on cooperation is in force."))
    late = [a for a in valid if (as_date(a.get("next_review")) or today) < today]
    if late:
        return _row(
            "9",
            OVERDUE,
            N_("Agreements in force: {count}; their review is overdue for {late}."),
            evidence=evidence,
            count=len(valid),
            late=len(late),
        )
    return _row("9", MET, N_("Agreements in force: {count}."), evidence=evidence, count=len(valid))


def _valid(agreement: Record, today: dt.date) -> bool:
    begins, ends = as_date(agreement.get("valid_from")), as_date(agreement.get("valid_to"))
    return begins is not None and begins <= today and (ends is None or today <= ends)


def _coordination(actors: Sequence[Record]) -> Standing:
    named = [
        actor
        for actor in actors
        if actor.get("coordinating_function") and actor.get("active") not in (False, 0)
    ]
    if not named:
        return _row("11", MISSING, N_("No organisation is named as the coordinating function."))
    return _row(
        "11",
        MET,
        N_("The coordinating function is {name}."),
        evidence=[("actor", actor) for actor in named],
        name=", ".join(str(actor.get("name")) for actor in named),
    )


def _recent(
    section: str,
    record: str,
    rows: Sequence[Record],
    key: str,
    today: dt.date,
    found: str,
    missing: str,
) -> Standing:
    dated = [
        (date, row) for row in rows for date in [as_date(row.get(key))] if date and date <= today
    ]
    if not dated:
        return _row(section, MISSING, missing)
    date, last = max(dated, key=lambda pair: pair[0])
    status = MET if today <= add_months(date, RECENT_MONTHS) else OVERDUE
    return _row(section, status, found, evidence=[(record, last)], date=date)


def _row(
    section: str,
    status: str,
    reason: str,
    evidence: Sequence[Tuple[str, Record]] = (),
    clock: Optional[Clock] = None,
    **values: object,
) -> Standing:
    return Standing(
        section,
        DEMANDS[section],
        status,
        reason,
        values,
        tuple((record, str(row.get("uuid"))) for record, row in evidence),
        clock,
    )
