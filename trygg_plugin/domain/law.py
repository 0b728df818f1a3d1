"""Where a municipality stands against lag (2023:196), the act on crime prevention.

One row for each demand, with the records that show it. The functions take plain mappings of
field keys to values, as the records of the standard hold them; a decision on what a row means is
left to people, since the law knows no sanctions and few figures.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import List, Mapping, Optional, Sequence, Tuple

from .periods import add_months, as_date
from .standard_problems import N_
from .statutory_clock import DUE, OVERDUE, WARNING_MONTHS, Clock, clock

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


def standing(
    facts: LawFacts, today: dt.date, warning_months: int = WARNING_MONTHS
) -> List[Standing]:
    """One row for each demand, in the order of the law.

    ``warning_months``: how long before the two years are over the clock says "due".
    """
    picture = current_document(facts.documents, "situation_picture")
    plan = current_document(facts.documents, "action_plan")
    return [
        _knowledge(facts),
        _picture(picture),
        _plan(plan),
        _second_year(picture, plan, today, warning_months),
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


def document_clock(
    document: Record, today: dt.date, warning_months: int = WARNING_MONTHS
) -> Optional[Clock]:
    """The clock of 6 § for one document; None when it has not been decided."""
    date = _last_dealt_with(document)
    if date is None or document.get("status") not in DECIDED:
        return None
    return clock(date, today, warning_months=warning_months)


def _second_year(
    picture: Optional[Record], plan: Optional[Record], today: dt.date, warning_months: int
) -> Standing:
    """The clock of the document that falls due first."""
    clocks = [
        (found, document)
        for document in (picture, plan)
        if document is not None
        for found in [document_clock(document, today, warning_months)]
        if found is not None
    ]
    if not clocks:
        return _row("6", MISSING, N_("Nothing has been decided, so nothing can be followed up."))
    first, document = min(clocks, key=lambda pair: pair[0].due_date)
    reason = N_("To be followed up by {date}; {months} whole months are left.")
    if first.months_left == 1:
        reason = N_("To be followed up by {date}; one whole month is left.")
    elif first.months_left == 0:
        reason = N_("To be followed up by {date}; less than a month is left.")
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
    valid = [agreement for agreement in agreements if in_force(agreement, today)]
    evidence = [("agreement", agreement) for agreement in valid]
    if not valid:
        return _row("9", MISSING, N_("No agreement on cooperation is in force."))
    late = [a for a in valid if review_is_late(a, today)]
    if late:
        others = [a for a in valid if a not in late]
        return _row(
            "9",
            OVERDUE,
            N_("Agreements in force: {count}; their review is overdue for {late}."),
            evidence=[("agreement", agreement) for agreement in (*late, *others)],
            count=len(valid),
            late=len(late),
        )
    return _row("9", MET, N_("Agreements in force: {count}."), evidence=evidence, count=len(valid))


def review_is_late(agreement: Record, today: dt.date) -> bool:
    """Whether the day of its next review has passed."""
    return (as_date(agreement.get("next_review")) or today) < today


def in_force(agreement: Record, today: dt.date) -> bool:
    """Whether an agreement is valid on a day."""
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


# --- what mends it --------------------------------------------------------------------------


@dataclass(frozen=True)
class Remedy:
    """What to do next about a demand: open a record, or make one with these values."""

    label: str
    record: str
    uuid: Optional[str] = None
    values: Mapping[str, object] = field(default_factory=dict)


_NEW_DOCUMENT = {
    "4": ("situation_picture", N_("Begin a situation picture")),
    "5": ("action_plan", N_("Begin an action plan")),
    "13": ("yearly_report", N_("Begin a report to the municipal council")),
}


def remedy(row: Standing, facts: LawFacts) -> Optional[Remedy]:
    """The action that mends a demand; None where it is met and nothing is due."""
    if row.status == MET:
        return None
    first = row.evidence[0][1] if row.evidence else None
    if row.section in _NEW_DOCUMENT:
        return _document_remedy(row, facts, first)
    if row.section == "3":
        return Remedy(N_("Link evidence to the problem"), "problem", first)
    if row.section == "6":
        if first is None:
            return Remedy(*_begin("4"))
        return Remedy(N_("Follow up the document"), "document", first)
    if row.section == "9":
        if first is None:
            return Remedy(N_("Record an agreement"), "agreement")
        return Remedy(N_("Review the agreement"), "agreement", first)
    if row.section == "10":
        values = {"kind": "council"}
        return Remedy(N_("Record a meeting of the council"), "meeting", values=values)
    if row.section == "11":
        return Remedy(N_("Name the coordinating function"), "actor")
    return Remedy(N_("Make a public edition"), "edition", values={"public": True})


def _begin(section: str) -> Tuple[str, str, None, Mapping[str, object]]:
    kind, label = _NEW_DOCUMENT[section]
    return label, "document", None, {"kind": kind}


def _document_remedy(row: Standing, facts: LawFacts, first: Optional[str]) -> Remedy:
    """Go on with what has been begun before something new is begun."""
    kind, _label = _NEW_DOCUMENT[row.section]
    begun = [
        document
        for document in facts.documents
        if document.get("kind") == kind and document.get("status") in ("draft", "prepared")
    ]
    if begun:
        return Remedy(N_("Go on with the draft"), "document", str(begun[-1].get("uuid")))
    if first is not None and row.status == MISSING:
        return Remedy(N_("Complete the document"), "document", first)
    return Remedy(*_begin(row.section))
