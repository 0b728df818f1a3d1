"""What a workspace consists of, without SQL: tables, columns and the rules that each one keeps.

Made from the standard and from nothing else. A dialect (``geopackage.py``) turns it
into an engine's own words. A rule becomes a :class:`Check`; its sentences stand here in both
languages, since the database refuses in Swedish and the interface in the user's language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict, Iterable, List, Mapping, Optional, Tuple

from ..domain.personal_data import Finding, refusal_sentence
from ..domain.record_types import LANGUAGES, CodeList, Field, Label, RecordType, Rule, Standard
from ..domain.states import MACHINES, Machine

#: Raised by every change of the tables below; migrations.py knows the way from one to the next.
SCHEMA_VERSION = 1

#: Columns that every record has and people do not fill in, in their order in the table.
STAMPS = (
    "uuid",
    "version",
    "created_at",
    "created_by",
    "changed_at",
    "changed_by",
    "deleted_at",
)
GEOMETRY = "geom"
KEY = "fid"
#: Only in PostgreSQL: the version that an edit began with, sent along by whatever program saves it
#: (see project/forms.py) and compared by the trigger. It is never stored.
EDITED_VERSION = "edited_version"

CODE_COLUMNS = (
    "code",
    "parent",
    "abbreviation",
    "label_sv",
    "label_en",
    "description_sv",
    "description_en",
    "colour",
    "sort_order",
    "retired",
)

#: Kinds of check that ask about the content of free text.
PERSONAL_DATA = ("personal_number", "coordination_number", "email")

#: Kinds of check that keep a record from being changed, and from being deleted.
KEPT = ("frozen", "settled")

META = "trygg_meta"
STANDARD = "trygg_standard"
HISTORY = "trygg_history"
TRANSITION = "trygg_transition"
INTENT = "trygg_intent"
LIVE_INTENT = "trygg_live_intent"
CONTEXT = "trygg_context"


@dataclass(frozen=True)
class Column:
    """A column; ``type`` is one of text, integer, decimal, boolean, date, datetime, stamp.

    A ``datetime`` is the municipality's wall clock without a zone, a ``stamp`` is UTC.
    ``default`` is a literal or one of the words now, today, yes, no.
    """

    key: str
    type: str
    default: Optional[str] = None
    max_length: Optional[int] = None


@dataclass(frozen=True)
class Check:
    """One rule: what must hold (``kind``) over ``fields``, and the sentence when it does not.

    It is asked when a record is new or one of ``fields`` changes, so that a rule which came
    later does not lock old records. ``field`` is where a form shows the sentence.
    ``table`` is the code table or record that must hold the value, ``parent`` the code
    table that a cascade goes through.
    """

    rule: str
    kind: str
    field: str
    fields: Tuple[str, ...]
    message: Label
    values: Tuple[str, ...] = ()
    table: Optional[str] = None
    minimum: Optional[float] = None
    maximum: Optional[float] = None
    unless_field: Optional[str] = None


@dataclass(frozen=True)
class Table:
    """A table of records with its checks, in the order in which they are asked."""

    key: str
    columns: Tuple[Column, ...]
    geometry: str = "none"
    checks: Tuple[Check, ...] = ()
    state_field: Optional[str] = None
    indexes: Tuple[str, ...] = ()
    #: columns of an index each, from which records are listed and counted: their state first
    lists: Tuple[Tuple[str, ...], ...] = ()

    def column(self, key: str) -> Column:
        """The column with this key; KeyError when there is none."""
        for candidate in self.columns:
            if candidate.key == key:
                return candidate
        raise KeyError(key)

    @property
    def fields(self) -> Tuple[str, ...]:
        """Keys of what people fill in: the columns but the stamps."""
        return tuple(c.key for c in self.columns if c.key not in STAMPS)


@dataclass(frozen=True)
class CodeTable:
    """A code list as a table that the coordinator may extend."""

    key: str
    codelist: CodeList

    @property
    def columns(self) -> Tuple[str, ...]:
        return CODE_COLUMNS + self.codelist.extra_columns


#: ``from_state`` of the states in which a new record may begin, and in which an import may arrive.
BEGIN = ""
IMPORTED = "*import"


@dataclass(frozen=True)
class Transition:
    """A change of state that is allowed; ``from_state`` may be BEGIN or IMPORTED."""

    record: str
    from_state: str
    to_state: str


@dataclass(frozen=True)
class Schema:
    """All tables of a workspace."""

    tables: Dict[str, Table]
    code_tables: Dict[str, CodeTable]
    transitions: Tuple[Transition, ...] = ()
    labels: Mapping[str, Label] = field(default_factory=dict)

    def table(self, key: str) -> Table:
        """The table with this key; KeyError when there is none."""
        return self.tables[key]


def code_table_name(codelist: str) -> str:
    """The name of the table of a code list."""
    return f"code_{codelist}"


def transitions_of(machines: Mapping[str, Machine]) -> Iterable[Transition]:
    """The steps of state machines as rows of the transition table."""
    for record, machine in machines.items():
        for state in machine.initial:
            yield Transition(record, BEGIN, state)
        for state in machine.arrival:
            yield Transition(record, IMPORTED, state)
        for state, following in machine.steps.items():
            for after in following:
                yield Transition(record, state, after)


def build_schema(standard: Standard, machines: Mapping[str, Machine] = MACHINES) -> Schema:
    """The tables and rules that a standard and the state machines ask for."""
    with_state = {key for key, record in standard.records.items() if record.state_field}
    transitions = transitions_of({k: m for k, m in machines.items() if k in with_state})
    return Schema(
        tables={key: _table(record, standard) for key, record in standard.records.items()},
        code_tables={
            code_table_name(key): CodeTable(code_table_name(key), codelist)
            for key, codelist in standard.codelists.items()
        },
        transitions=tuple(transitions),
        labels={key: record.label for key, record in standard.records.items()},
    )


def _table(record: RecordType, standard: Standard) -> Table:
    columns = [_column(one) for one in record.fields]
    checks: List[Check] = []
    for one in record.fields:
        checks.extend(_field_checks(one, record, standard))
    checks.extend(_rule_check(rule, record) for rule in record.rules)
    if record.state_field:
        checks.append(_state_check(record.field(record.state_field)))
    if record.geometry != "none":
        checks.append(_geometry_check(record))
    for one in record.fields:
        if one.checked_for_personal_data:
            checks.extend(_personal_data_checks(one))
    return Table(
        key=record.key,
        columns=(*columns, *_STAMP_COLUMNS),
        geometry=record.geometry,
        checks=tuple(checks),
        state_field=record.state_field,
        indexes=tuple(_indexed(record)),
        lists=tuple(_lists(record)),
    )


_STAMP_COLUMNS = (
    Column("uuid", "text"),
    Column("version", "integer"),
    Column("created_at", "stamp"),
    Column("created_by", "text"),
    Column("changed_at", "stamp"),
    Column("changed_by", "text"),
    Column("deleted_at", "stamp"),
)

_COLUMN_TYPES = {
    "text": "text",
    "long_text": "text",
    "integer": "integer",
    "decimal": "decimal",
    "boolean": "boolean",
    "date": "date",
    "datetime": "datetime",
    "code": "text",
    "codes": "text",
    "reference": "text",
    "attachment": "text",
}


def _column(one: Field) -> Column:
    default = None if one.default == "user" and one.type in ("text", "long_text") else one.default
    return Column(one.key, _COLUMN_TYPES[one.type], default, one.max_length)


#: What records of a type are listed and counted by, after their state and whether they are there.
#: A panel's list is found, counted and put in order from the index alone, also when all of 200,000
#: incidents wait for review; so are the figures of a period, and the day on which reports began.
_LISTED: Mapping[str, Tuple[Tuple[str, ...], ...]] = {
    "incident": (
        ("reported_at", "category", "area", "reporter_organisation"),
        # SQLite takes the narrowest: it holds the version, by which feedback knows what was touched
        ("time_from", "category", "area", "version"),
    ),
}


def _lists(record: RecordType) -> Iterable[Tuple[str, ...]]:
    known = {one.key for one in record.fields} | set(STAMPS)
    if record.state_field:
        for listed in _LISTED.get(record.key, ()):
            after = tuple(key for key in listed if key in known)
            yield (record.state_field, "deleted_at", *after)


def _indexed(record: RecordType) -> Iterable[str]:
    """What records are looked up by: their state, references, category and first time."""
    times = [one.key for one in record.fields if one.type == "datetime"][:1]
    for one in record.fields:
        if one.key == record.state_field and record.key in _LISTED:
            continue  # the list's index begins with it
        if one.type == "reference" or one.key in times or one.key == record.state_field:
            yield one.key


def _say(sv: str, en: str, one: Optional[Field] = None, **values: object) -> Label:
    """A sentence in both languages with the field's labels filled in."""
    spoken = {}
    for language, template in (("sv", sv), ("en", en)):
        known = {
            key: value[language] if isinstance(value, Mapping) else value
            for key, value in values.items()
        }
        spoken[language] = template.format(field=one.label[language] if one else "", **known)
    return spoken


def _number(value: float) -> str:
    return f"{value:g}" if value != int(value) else str(int(value))


def _field_checks(one: Field, record: RecordType, standard: Standard) -> Iterable[Check]:
    fields = (one.key,)
    if one.required:
        yield Check(
            "required",
            "required",
            one.key,
            fields,
            _say("{field} måste fyllas i.", "{field} must be filled in.", one),
        )
    if one.type in ("integer", "decimal", "boolean", "date", "datetime"):
        nouns = {
            "integer": {"sv": "ett heltal", "en": "a whole number"},
            "decimal": {"sv": "ett tal", "en": "a number"},
            "boolean": {"sv": "ja eller nej", "en": "yes or no"},
            "date": {"sv": "ett datum (ÅÅÅÅ-MM-DD)", "en": "a date (YYYY-MM-DD)"},
            "datetime": {"sv": "datum och klockslag", "en": "date and time"},
        }
        yield Check(
            "type",
            one.type,
            one.key,
            fields,
            _say(
                "{field} måste vara {kind}.", "{field} must be {kind}.", one, kind=nouns[one.type]
            ),
        )
    if one.max_length is not None:
        yield Check(
            "length",
            "length",
            one.key,
            fields,
            _say(
                "{field} får ha högst {limit} tecken.",
                "{field} may have at most {limit} characters.",
                one,
                limit=one.max_length,
            ),
            maximum=one.max_length,
        )
    if one.minimum is not None:
        yield Check(
            "minimum",
            "minimum",
            one.key,
            fields,
            _say(
                "{field} måste vara minst {limit}.",
                "{field} must be at least {limit}.",
                one,
                limit=_number(one.minimum),
            ),
            minimum=one.minimum,
        )
    if one.maximum is not None:
        yield Check(
            "maximum",
            "maximum",
            one.key,
            fields,
            _say(
                "{field} får vara högst {limit}.",
                "{field} may be at most {limit}.",
                one,
                limit=_number(one.maximum),
            ),
            maximum=one.maximum,
        )
    if one.type in ("code", "codes") and one.codelist:
        yield Check(
            "code",
            one.type,
            one.key,
            fields,
            _say(
                "{field}: värdet finns inte i kodlistan {list} eller används inte längre.",
                "{field}: the value is not in the code list {list} or is no longer in use.",
                one,
                list=standard.codelists[one.codelist].label,
            ),
            table=code_table_name(one.codelist),
        )
    if one.type == "code" and one.codelist and one.cascades_from:
        parent = record.field(one.cascades_from)
        yield Check(
            "cascade",
            "cascade",
            one.key,
            (one.key, parent.key),
            _say(
                "{field}: värdet hör inte till det som är valt i {parent}.",
                "{field}: the value does not belong to what is chosen in {parent}.",
                one,
                parent=parent.label,
            ),
            table=code_table_name(one.codelist),
        )
    if one.type == "reference" and one.references:
        yield Check(
            "reference",
            "reference",
            one.key,
            fields,
            _say(
                "{field} pekar på en post som inte finns: {target}.",
                "{field} points at a record that does not exist: {target}.",
                one,
                target=standard.records[one.references].label,
            ),
            table=one.references,
        )


def _rule_check(rule: Rule, record: RecordType) -> Check:
    fields = rule.fields
    # what is frozen is asked about when it changes itself, not when the state around it does
    if rule.unless_field is not None and rule.kind not in KEPT:
        fields = (*rule.fields, rule.unless_field)
    return Check(
        rule.key,
        rule.kind,
        rule.fields[0],
        fields,
        rule.message,
        values=rule.values,
        table=record.field(rule.fields[0]).references if rule.kind == "settled" else None,
        unless_field=rule.unless_field,
    )


def _state_check(one: Field) -> Check:
    return Check(
        "state",
        "state",
        one.key,
        (one.key,),
        _say(
            "{field}: den ändringen finns inte bland de tillåtna stegen.",
            "{field}: that change is not one of the steps allowed.",
            one,
        ),
    )


def _geometry_check(record: RecordType) -> Check:
    nouns = {
        "point": {"sv": "en punkt", "en": "a point"},
        "line": {"sv": "en linje", "en": "a line"},
        "polygon": {"sv": "en yta", "en": "a polygon"},
        "any": {"sv": "en punkt, linje eller yta", "en": "a point, line or polygon"},
    }
    return Check(
        "geometry",
        "geometry",
        GEOMETRY,
        (GEOMETRY,),
        _say(
            "Platsen måste vara {kind}.",
            "The place must be {kind}.",
            kind=nouns[record.geometry],
        ),
        values=(record.geometry,),
    )


def _personal_data_checks(one: Field) -> Iterable[Check]:
    """What is certain is refused; the sentence names what was found, never the value."""
    for kind in PERSONAL_DATA:
        found = [Finding(kind, 0, 0, certain=True)]
        message = {
            language: f"{one.label[language]}: {refusal_sentence(found, language)}"
            for language in LANGUAGES
        }
        yield Check(kind, kind, one.key, (one.key,), message)


#: Refusals that any record may meet, whatever its fields: rule -> sentence.
GENERAL: Mapping[str, Label] = {
    "uuid": {
        "sv": "Postens uuid måste vara 36 tecken utan klammer, med bindestreck.",
        "en": "The record's uuid must be 36 characters without braces, with hyphens.",
    },
    "exists": {
        "sv": "Posten finns redan; den kan ändras men inte skrivas över.",
        "en": "The record exists already; it can be changed but not overwritten.",
    },
    "identity": {
        "sv": "uuid och uppgifterna om när och av vem posten skapades kan inte ändras.",
        "en": "The uuid and who made the record when cannot be changed.",
    },
    "deleted": {
        "sv": "Posten är borttagen och kan inte ändras. Återställ den från historiken först.",
        "en": "The record is deleted and cannot be changed. Restore it from its history first.",
    },
    "deleted_at": {
        "sv": "Ta bort posten i stället för att fylla i när den togs bort.",
        "en": "Delete the record instead of filling in when it was deleted.",
    },
    "stale": {
        "sv": "Posten har ändrats av någon annan sedan du öppnade den. Inget sparades.",
        "en": "The record was changed by someone else since you opened it. Nothing was saved.",
    },
    "busy": {
        "sv": "Någon annan sparar samma post just nu. Försök igen om en stund.",
        "en": "Someone else is saving the same record right now. Try again in a moment.",
    },
    "arrival": {
        "sv": "En ny post kan inte börja med den statusen.",
        "en": "A new record cannot begin in that state.",
    },
    "history": {
        "sv": "Historiken kan inte ändras eller tas bort.",
        "en": "History cannot be changed or removed.",
    },
    "code_in_use": {
        "sv": "En kod tas inte bort: sätt den som utgången, så finns den kvar på äldre poster.",
        "en": "A code is not removed: mark it as retired, so that older records keep it.",
    },
    "code_key": {
        "sv": "Kodens nyckel kan inte ändras, bara dess benämning.",
        "en": "A code's key cannot be changed, only its label.",
    },
    # of databases with logins: domain/rights.py
    "right_record": {
        "sv": "Din roll får inte göra detta med posten: den är inte din organisations.",
        "en": "Your role may not do this with the record: it is not your organisation's.",
    },
    "right_field": {
        "sv": "Fältet fylls i av dem som handlägger posten, inte av din roll.",
        "en": "The field is filled in by those who handle the record, not by your role.",
    },
    "right_state": {
        "sv": "Posten har kommit för långt för att din roll ska få ändra eller ta bort den.",
        "en": "The record has come too far for your role to change or delete it.",
    },
    "right_step": {
        "sv": "Den ändringen av status får inte göras av din roll.",
        "en": "That change of state is not for your role to make.",
    },
}
