"""What may be published, how places are generalised, and when texts are disposed of (gallring).

The figures here are ours where no law gives them; they are defaults of settings, not constants to
be relied on. How small counts are kept from being told stands in analysis/cell_suppression.py.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from .errors import DomainError
from .periods import add_months, as_date
from .record_types import RecordType, Standard
from .standard_problems import N_
from .states import INCIDENT, allowed, counts_in_statistics

# --- publication -------------------------------------------------------------------------------

#: Side of a grid cell in metres: towns, and elsewhere.
TOWN_CELL = 250.0
COUNTRY_CELL = 1000.0
#: Counts from 1 to below this are left out of what is published.
THRESHOLD = 5
#: The shortest period that is published, in days: a month.
SHORTEST_PERIOD_DAYS = 28

#: Said wherever the public may report or read.
EMERGENCY_NOTE = {
    "sv": "Inte för akuta händelser: ring 112. Andra brott anmäls på 114 14.",
    "en": "Not for emergencies: call 112. Report other crimes on 114 14.",
}

#: Why an incident stays out of what is published; the values are English sentences.
NOT_COUNTED = N_("It has not been reviewed and approved.")
NOT_PUBLISHABLE = N_("It is not marked as publishable.")
SECRET = N_("Its secrecy has to be assessed first.")
SENSITIVE_CATEGORY = N_("Its category is never published.")
SENSITIVE_PLACE = N_("Schools and care places are left out of what is published.")


def sensitive_codes(standard: Standard, codelist: str) -> Tuple[str, ...]:
    """Codes of a list whose column ``sensitive`` is 1; none when the list has no such column."""
    return tuple(
        code.key
        for code in standard.codelists[codelist].codes
        if code.extra.get("sensitive") == "1"
    )


def why_not_published(incident: Mapping[str, object], standard: Standard) -> Optional[str]:
    """The reason that keeps an incident out of public editions; None when it may be counted there.

    ``incident`` maps field keys to values. What is missing counts against publication.
    """
    if not counts_in_statistics(str(incident.get("status"))):
        return NOT_COUNTED
    if not incident.get("publishable"):
        return NOT_PUBLISHABLE
    if incident.get("secrecy") in (None, "to_be_assessed"):
        return SECRET
    if incident.get("category") in sensitive_codes(standard, "category"):
        return SENSITIVE_CATEGORY
    if incident.get("place_type") in sensitive_codes(standard, "place_type"):
        return SENSITIVE_PLACE
    return None


def publishable_sql(standard: Standard) -> str:
    """:func:`why_not_published` but for the state, as a condition on incidents that both engines
    and a layer's filter read."""
    kept = ['"publishable"', "coalesce(\"secrecy\", 'to_be_assessed') <> 'to_be_assessed'"]
    for column in ("category", "place_type"):
        codes = sensitive_codes(standard, column)
        if codes:
            listed = ", ".join(f"'{code}'" for code in codes)
            kept.append(f"coalesce(\"{column}\", '') NOT IN ({listed})")
    return " AND ".join(kept)


def check_public_period(start: dt.date, end: dt.date) -> None:
    """Raise DomainError for a period (last day included) that is too short to be published."""
    days = (end - start).days + 1
    if days < SHORTEST_PERIOD_DAYS:
        raise DomainError(
            "The period is {days} days long. Public editions cover at least a month, so that no "
            "single incident can be recognised.",
            days=days,
        )


# --- places ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cell:
    """A square of a fixed grid, whose corner (0, 0) is the origin of the coordinate system."""

    column: int
    row: int
    size: float

    @property
    def centre(self) -> Tuple[float, float]:
        return (self.column + 0.5) * self.size, (self.row + 0.5) * self.size

    @property
    def bounds(self) -> Tuple[float, float, float, float]:
        """West, south, east, north."""
        west, south = self.column * self.size, self.row * self.size
        return west, south, west + self.size, south + self.size


def grid_cell(x: float, y: float, size: float = TOWN_CELL) -> Cell:
    """The cell that holds a point, in the units of the coordinates (metres).

    The grid is fixed to the coordinate system and not to the data: a grid that moves between
    editions would let their difference tell single points.
    """
    if not (math.isfinite(x) and math.isfinite(y)):
        raise DomainError("A place without coordinates has no grid cell.")
    if not (math.isfinite(size) and size > 0):
        raise DomainError("A grid cell must be larger than 0 metres, not {size}.", size=size)
    return Cell(math.floor(x / size), math.floor(y / size), size)


def generalised_place(x: float, y: float, size: float = TOWN_CELL) -> Tuple[float, float]:
    """The centre of the point's cell: what is kept of a place when a record is anonymised.

    Never shown as a point: readers take points for places (Tompson et al. 2015).
    """
    return grid_cell(x, y, size).centre


# --- retention -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class RetentionRule:
    """After ``months`` from the date in ``counted_from``, the fields of a record are disposed of.

    ``fields`` empty: the whole record. ``places``: its point is generalised to a grid cell.
    """

    key: str
    record: str
    counted_from: str
    months: int
    fields: Tuple[str, ...] = ()
    places: bool = False


#: What replaces a disposed text; a marker, so that empty and disposed are told apart.
DISPOSED_TEXT = {"sv": "[gallrat]", "en": "[disposed of]"}


def retention_rules(
    standard: Standard, text_months: int = 24, contact_months: int = 6
) -> Tuple[RetentionRule, ...]:
    """The rules of a standard: free text, photos and pseudonym of incidents and walk points after
    24 months, the reporter's contact after 6. Codes stay; the incident's place is generalised.

    The fields are found in the standard, so that a municipality's own free text is covered too.
    """
    rules = []
    if "incident" in standard.records:
        fields = personal_fields(standard.records["incident"])
        rules.append(
            RetentionRule("incident_text", "incident", "reported_at", text_months, fields, True)
        )
    if "walk_point" in standard.records:
        fields = tuple(
            field.key for field in standard.records["walk_point"].fields if _may_show_people(field)
        )
        rules.append(RetentionRule("walk_photo", "walk_point", "created_at", text_months, fields))
    if "incident_forward" in standard.records:
        fields = personal_fields(standard.records["incident_forward"])
        rules.append(
            RetentionRule("forward_text", "incident_forward", "forwarded_at", text_months, fields)
        )
    if "reporter_contact" in standard.records:
        rules.append(RetentionRule("contact", "reporter_contact", "created_at", contact_months))
    return tuple(rules)


def personal_fields(record: RecordType) -> Tuple[str, ...]:
    """Fields that may hold what can be tied to persons: free text and pictures."""
    return tuple(
        field.key
        for field in record.fields
        if field.checked_for_personal_data or _may_show_people(field)
    )


def _may_show_people(field: object) -> bool:
    return getattr(field, "type", "") == "attachment"


def retention_date(rule: RetentionRule, counted_from: dt.date) -> dt.date:
    """The day after which the rule disposes."""
    return add_months(counted_from, rule.months)


def is_due(
    rule: RetentionRule,
    counted_from: dt.date,
    today: dt.date,
    own_date: Optional[dt.date] = None,
) -> bool:
    """Whether the rule disposes today. A record's own, earlier retention date is honoured."""
    due = retention_date(rule, counted_from)
    if own_date is not None:
        due = min(due, own_date)
    return today > due


@dataclass(frozen=True)
class Disposal:
    """What a run of the rules would remove from one record; never the values themselves."""

    rule: str
    record: str
    uuid: str
    #: empty: the whole record
    fields: Tuple[str, ...]
    #: its point is generalised
    places: bool
    #: an incident that has come to its end becomes "anonymised"; one still open only loses texts
    anonymised: bool = False


def plan_disposals(
    rules: Sequence[RetentionRule],
    records: Mapping[str, Sequence[Mapping[str, object]]],
    today: dt.date,
) -> List[Disposal]:
    """The preview of a disposal: what would go, record by record.

    ``records`` maps a record type to its rows (field keys, ``uuid``, ``created_at``, and, where
    they are known, ``deleted_at``, ``in_history``: history still holds such a text, and
    ``exact_place``: its place is no grid cell's middle). A field that is empty or disposed of
    already is not listed; a row without the date that its rule counts from is left alone, since
    nothing is guessed. A deleted record takes no further step.
    """
    plan: List[Disposal] = []
    for rule in rules:
        for row in records.get(rule.record, ()):
            start = as_date(row.get(rule.counted_from))
            if start is None or not is_due(rule, start, today, as_date(row.get("retention_date"))):
                continue
            fields = tuple(key for key in rule.fields if _holds_something(row.get(key)))
            status = str(row.get("status"))
            anonymised = (
                rule.record == "incident"
                and row.get("deleted_at") is None
                and allowed(INCIDENT, status, "anonymised")
            )
            remains = row.get("in_history") or (rule.places and row.get("exact_place"))
            if fields or anonymised or remains or not rule.fields:
                plan.append(
                    Disposal(
                        rule.key, rule.record, str(row["uuid"]), fields, rule.places, anonymised
                    )
                )
    return plan


def _holds_something(value: object) -> bool:
    return value not in (None, "", *DISPOSED_TEXT.values())


def count_by_rule(plan: Sequence[Disposal]) -> Dict[str, int]:
    """Number of records that each rule touches; what the log of a disposal tells."""
    counts: Dict[str, int] = {}
    for disposal in plan:
        counts[disposal.rule] = counts.get(disposal.rule, 0) + 1
    return counts
