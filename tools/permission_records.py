"""Records to try permissions on: of the own and of another organisation, secret and not.

Made from the standard, so that a new record type is tried without being named here: what is
required is filled in, and what names an organisation names the one in question.
"""

from __future__ import annotations

import datetime as dt
import json
import uuid as uuids
from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional, Tuple

from trygg_plugin.data.schema import Schema
from trygg_plugin.data.sql_text import name, names
from trygg_plugin.domain import rights
from trygg_plugin.domain.record_types import Field, RecordType, Standard

#: Whose record, and whether it is secret: the four columns of the matrix.
OWN, OTHER = "own", "other"
VARIANTS = tuple((whose, secret) for whose in (OWN, OTHER) for secret in (False, True))

#: Record types that are tried in several states; the first is that of the rest of the tree.
STATES: Mapping[str, Tuple[str, ...]] = {
    "incident": ("approved", "draft", "submitted", "needs_completion", "under_review"),
    "problem": ("prioritised", "noticed"),
    "measure": ("decided", "proposed"),
    "period": ("shared", "collecting", "adopted"),
    "document": ("decided", "draft"),
    "walk_point": ("distributed", "found"),
}
#: What is settled with its period is tried in one that is still written, too.
OPEN = "collecting"
_IN_OPEN = f"period {OPEN}"
#: Made once for all variants: they are no one's.
COMMON = ("area",)

#: References that the tree needs though the standard does not require them.
_WANTED = (
    ("priority_place", "period"), ("edition", "document"), ("decision", "responsible_organisation"),
)
_PLACES = {
    "point": "POINT(600000 6600000)",
    "line": "MULTILINESTRING((600000 6600000, 600100 6600100))",
    "polygon": "MULTIPOLYGON(((600000 6600000, 600100 6600000, 600100 6600100, 600000 6600000)))",
    "any": "POINT(600000 6600000)",
}


@dataclass
class Family:
    """The records of one variant, and spare ones for links that do not exist yet."""

    organisation: str
    mark: str
    number: int
    #: label of the matrix to uuid
    records: Dict[str, str] = field(default_factory=dict)
    spare: Dict[str, str] = field(default_factory=dict)


class Records:
    """Writes the records as the owner, past the rules of transition."""

    def __init__(self, connection: Any, schema_name: str, schema: Schema, standard: Standard):
        self._cursor = connection.cursor()
        self._schema_name, self._schema, self._standard = schema_name, schema, standard
        self._order = _parents_first(standard)
        self.organisations = {OWN: _uuid("actor own"), OTHER: _uuid("actor other")}
        self.common: Dict[str, str] = {}
        self.families: Dict[Tuple[str, bool], Family] = {}

    def make(self) -> None:
        """All records of all variants."""
        for whose, uuid in self.organisations.items():
            self.write("actor", uuid, {"name": f"Organisation {whose}", "kind": "school"})
        self._system()
        for record in COMMON:
            self.common[record] = _uuid(record)
            self.write(record, self.common[record], self.values(record, None, 0))
        for number, (whose, secret) in enumerate(VARIANTS, start=1):
            mark = "to_be_assessed" if secret else "open"
            family = Family(self.organisations[whose], mark, number)
            self.families[whose, secret] = family
            for record in self._order:
                if record in COMMON or record == "actor":
                    continue
                for order, state in enumerate(self._states(record)):
                    label = label_of(record, state)
                    family.records[label] = _uuid(f"{label} {number}")
                    values = self.values(record, family, number + 10 * order)
                    values.update(self._state(record, state))
                    if state == _IN_OPEN:
                        values["period"] = family.records[label_of("period", OPEN)]
                    self.write(record, family.records[label], values)
            self._spares(family)
            family.records["actor"] = family.organisation
            self._forwarded(family)
            self._public(family)

    def labels(self) -> List[str]:
        """The rows of the matrix, in the order of the standard."""
        family = self.families[VARIANTS[0]]
        known = [*family.records, *self.common]
        order = list(self._standard.records)
        return sorted(known, key=lambda label: order.index(record_of(label)))

    def uuid(self, label: str, variant: Tuple[str, bool]) -> str:
        return self.common.get(label) or self.families[variant].records[label]

    def new_values(self, label: str, variant: Tuple[str, bool]) -> Dict[str, Any]:
        """Values of one more record like the one with this label, which every rule accepts."""
        record, family = record_of(label), self.families[variant]
        values = self.values(record, family, family.number, spare=True)
        values.pop(self._state_field(record) or "", None)
        for handled in (rights.SECRECY_FIELD, "owner_organisation"):
            values.pop(handled, None)  # given later, by those who handle the record
        if label == label_of(record, _IN_OPEN):
            values["period"] = family.spare[_IN_OPEN]
        return values

    def insert(self, record: str, uuid: str, values: Mapping[str, Any]) -> Tuple[str, List[Any]]:
        """The statement that adds a record, and its parameters."""
        place = self._standard.records[record].geometry
        columns, marks = ["uuid", *values], ["%s"] * (1 + len(values))
        parameters = [uuid, *values.values()]
        if place != "none":
            columns.append("geom")
            marks.append("ST_GeomFromText(%s, 3006)")
            parameters.append(_PLACES[place])
        table = f"{name(self._schema_name)}.{name(record)}"
        return f"INSERT INTO {table} ({names(columns)}) VALUES ({', '.join(marks)})", parameters

    def write(self, record: str, uuid: str, values: Mapping[str, Any]) -> None:
        stamped = {"version": 1, "created_at": dt.datetime.now(dt.timezone.utc),
                   "created_by": "maker", **values}  # fmt: skip
        self._cursor.execute("SELECT set_config('trygg.modes', ',moving,', true)")
        self._cursor.execute(*self.insert(record, uuid, stamped))
        self._cursor.execute("SELECT set_config('trygg.modes', '', true)")
        self._cursor.execute(
            f"INSERT INTO {name(self._schema_name)}.trygg_history (table_name, uuid, version, "
            'operation, at, "user", verified, new) VALUES (%s, %s, 1, %s, now(), %s, true, %s)',
            (record, uuid, "insert", "maker", json.dumps({"made": "for the matrix"})),
        )

    def values(
        self, record: str, family: Optional[Family], number: int, spare: bool = False
    ) -> Dict[str, Any]:
        known = self._standard.records[record]
        unique = {key for rule in known.rules if rule.kind == "unique" for key in rule.fields}
        given: Dict[str, Any] = {}
        references = 0
        for one in known.fields:
            wanted = one.required and (one.default is None or one.key in unique)
            organisation = one.references == "actor" and one.key != "parent"
            if not (wanted or organisation or (record, one.key) in _WANTED):
                continue
            if one.type == "reference" and not organisation:
                references += 1
                # one half of a new link is there, the other is spare
                other = spare and (references > 1 or not _has_more(known, unique, one))
                given[one.key] = self._reference(one, family, other)
            elif organisation:
                if family is not None:
                    given[one.key] = family.organisation
            else:
                given[one.key] = self._value(one, number + (50 if spare else 0), spare)
        if any(one.key == rights.SECRECY_FIELD for one in known.fields) and family is not None:
            given[rights.SECRECY_FIELD] = family.mark
        return given

    def _reference(self, one: Field, family: Optional[Family], spare: bool) -> Optional[str]:
        target = one.references or ""
        if target in self.common:
            return self.common[target]
        if family is None:
            return None
        if spare and target in family.spare:
            return family.spare[target]
        return family.records[label_of(target, STATES.get(target, ("",))[0])]

    def _value(self, one: Field, number: int, spare: bool) -> Any:
        if one.type in ("code", "codes"):
            codes = self._standard.codelists[one.codelist or ""].codes
            key = codes[-1 if spare and one.key != "category" else 0].key
            return f"{{{key}}}" if one.type == "codes" else key
        if one.type == "date":
            return dt.date(2024, 1, 1) + dt.timedelta(days=number)
        if one.type == "datetime":
            return dt.datetime(2024, 1, 1, 12) + dt.timedelta(days=number)
        values: Dict[str, Any] = {"integer": max(number, int(one.minimum or 0)), "decimal": 1.5,
                                  "boolean": True}  # fmt: skip
        return values.get(one.type, "x"[: one.max_length or 1])

    def _states(self, record: str) -> Tuple[str, ...]:
        settled = any(rule.kind == "settled" for rule in self._standard.records[record].rules)
        return STATES.get(record, ("", _IN_OPEN) if settled else ("",))

    def _state_field(self, record: str) -> Optional[str]:
        return self._standard.records[record].state_field

    def _state(self, record: str, state: str) -> Dict[str, Any]:
        key = self._state_field(record)
        return {key: state} if key and state else {}

    def _system(self) -> None:
        """A row in each table of our own, so that what is hidden differs from what is empty."""
        s = name(self._schema_name)
        for statement in (
            f"INSERT INTO {s}.trygg_meta VALUES ('schema_version', '1'), ('logo', 'x')",
            f"INSERT INTO {s}.trygg_standard VALUES ('standard', 'x')",
            f"INSERT INTO {s}.trygg_intent (table_name, uuid, session, base_version) "
            "VALUES ('incident', 'x', 'x', 1)",
            f"INSERT INTO {s}.trygg_import (uuid, source, at, \"user\", arrival, profile, "
            "rows_read, imported, duplicates, rejected) "
            "VALUES ('0', 'x', 'x', 'x', 'x', 'x', 1, 1, 0, 0)",
            f"INSERT INTO {s}.trygg_import_row VALUES ('x', 'x', 'x', 'x')",
            f"INSERT INTO {s}.trygg_disposal VALUES ('x', 'x', 'x', 'x', 'x', 'x', 1)",
        ):
            self._cursor.execute(statement)

    def _spares(self, family: Family) -> None:
        targets = {one.references for record in self._standard.records.values()
                   for one in record.fields if one.references}  # fmt: skip
        for record in self._order:
            if record not in targets or record in COMMON or record == "actor":
                continue
            uuid = _uuid(f"spare {record} {family.number}")
            values = self.values(record, family, family.number + 100)
            values.update(self._state(record, STATES.get(record, ("",))[0]))
            family.spare[record] = uuid
            self.write(record, uuid, values)
        family.spare[_IN_OPEN] = _uuid(f"spare {_IN_OPEN} {family.number}")
        values = self.values("period", family, family.number + 200)
        self.write("period", family.spare[_IN_OPEN], {**values, "status": OPEN})

    def _forwarded(self, family: Family) -> None:
        """An incident that has been forwarded to the own organisation, whoever reported it."""
        label = label_of("incident", "forwarded")
        family.records[label] = _uuid(f"{label} {family.number}")
        values = {**self.values("incident", family, family.number), "status": "under_review"}
        self.write("incident", family.records[label], values)
        forward = {"incident": family.records[label], "organisation": self.organisations[OWN],
                   "forwarded_at": dt.datetime(2024, 1, 2)}  # fmt: skip
        self.write("incident_forward", _uuid(f"forward {family.number}"), forward)

    def _public(self, family: Family) -> None:
        label = label_of("edition", "public")
        family.records[label] = _uuid(f"{label} {family.number}")
        values = {**self.values("edition", family, family.number), "public": True}
        values.pop("document", None)
        self.write("edition", family.records[label], values)


def label_of(record: str, state: str = "") -> str:
    """The name of a row of the matrix."""
    return f"{record} ({state})" if state else record


def record_of(label: str) -> str:
    """The record type of a row."""
    return label.split(" ")[0]


def _uuid(of: str) -> str:
    return str(uuids.uuid5(uuids.NAMESPACE_URL, f"trygg:{of}"))


def _has_more(known: RecordType, unique: set, one: Field) -> bool:
    """Whether something else than this reference makes a new record differ."""
    return one.key not in unique or any(
        other.key in unique and other.type not in ("reference", "code") for other in known.fields
    ) or sum(1 for other in known.fields if other.key in unique and other.type == "reference"
             and other.references != "actor") > 1  # fmt: skip


def _parents_first(standard: Standard) -> List[str]:
    """Record types in an order in which required references are there before those who ask."""
    ordered: List[str] = []

    def visit(record: str) -> None:
        if record in ordered:
            return
        for one in standard.records[record].fields:
            wanted = one.required or (record, one.key) in _WANTED
            if one.references and one.references != record and wanted:
                visit(one.references)
        ordered.append(record)

    for record in standard.records:
        visit(record)
    return ordered
