"""From a row of a file to the values of an incident, by a profile.

Only what needs the file's own words is decided here (is it a date, which code is meant).
Whether the values make a valid incident is for the database's rules to say.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence

from qgis.PyQt.QtCore import QDate, QDateTime, QTime, QTimeZone

from ..domain.personal_data import find_personal_data
from ..domain.record_types import Field, Standard
from ..domain.standard_problems import N_
from .errors import ExchangeError, RowRejected
from .parsing import (
    Moment,
    Unreadable,
    parse_boolean,
    parse_clock,
    parse_moment,
    parse_number,
)
from .profile import FieldMapping, Profile, TimeMapping

Cells = Mapping[str, Any]
Reader = Callable[[Cells], Any]

#: Longest piece of a cell that a reason may quote.
_QUOTED = 40


@dataclass(frozen=True)
class RowReader:
    """Reads rows by a profile; :meth:`read` raises RowRejected with column and reason."""

    fields: Sequence[str]
    readers: Sequence[Reader]

    def read(self, cells: Cells) -> List[Any]:
        """Values in the order of :attr:`fields`."""
        return [reader(cells) for reader in self.readers]


def row_reader(profile: Profile, standard: Standard, references: Mapping[str, Mapping[str, str]]
               ) -> RowReader:
    """A reader for a profile.

    ``references``: for each field that refers to other records, their names (casefolded)
    and uuids.
    """
    record = standard.records["incident"]
    readers: Dict[str, Reader] = {}
    for field in record.fields:
        mapping = profile.mapping.get(field.key)
        if field.key in ("time_from", "time_to"):
            time = profile.time_from if field.key == "time_from" else profile.time_to
            if time.date or time.clock:
                readers[field.key] = _time_reader(time, profile, required=field.required)
        elif mapping is not None:
            readers[field.key] = _field_reader(field, mapping, profile, standard, references)
    if "subcategory" in readers and "category" not in readers:
        readers["category"] = _category_of(readers["subcategory"], standard)
    readers["status"] = lambda _cells: profile.arrival
    if "channel" not in readers:
        readers["channel"] = lambda _cells: "import"
    return RowReader(tuple(readers), tuple(readers.values()))


def _field_reader(
    field: Field,
    mapping: FieldMapping,
    profile: Profile,
    standard: Standard,
    references: Mapping[str, Mapping[str, str]],
) -> Reader:
    if mapping.column is None:
        constant = mapping.constant
        return lambda _cells: constant
    column = mapping.column
    if field.type == "code":
        return _code_reader(column, mapping, str(field.codelist), standard)
    if field.type == "codes":
        return _codes_reader(column, mapping, str(field.codelist), standard)
    if field.type == "reference":
        return _reference_reader(column, field, references.get(field.key, {}))
    parse = _parser(field, profile)

    def read(cells: Cells) -> Any:
        value = cells[column]
        try:
            return parse(value)
        except Unreadable:
            raise RowRejected(column, _NOT[field.type], value=_quote(value)) from None

    return read


_NOT = {
    "integer": N_("“{value}” is not a whole number."),
    "decimal": N_("“{value}” is not a number."),
    "boolean": N_("“{value}” is neither yes nor no."),
    "date": N_("“{value}” is not a date."),
    "datetime": N_("“{value}” is not a time."),
}


def _parser(field: Field, profile: Profile) -> Callable[[Any], Any]:
    if field.type == "integer":
        return _whole
    if field.type == "decimal":
        return parse_number
    if field.type == "boolean":
        return parse_boolean
    if field.type == "date":
        return lambda value: _day(parse_moment(value, profile.date_order))
    if field.type == "datetime":
        return lambda value: _wall_clock(parse_moment(value, profile.date_order), profile.zone)
    return _text


def _text(value: Any) -> Optional[str]:
    if value is None:
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # a spreadsheet's 12.0 is somebody's 12
    return str(value).strip() or None


def _whole(value: Any) -> Optional[int]:
    number = parse_number(value)
    if number is not None and not number.is_integer():
        raise Unreadable
    return None if number is None else int(number)


def _day(moment: Optional[Moment]) -> Optional[dt.date]:
    return None if moment is None else moment.at.date()


def _wall_clock(moment: Optional[Moment], zone: Optional[str]) -> Optional[dt.datetime]:
    """The municipality's wall clock: as written, or turned into ``zone`` where both the
    text has an offset and the profile names a zone."""
    if moment is None:
        return None
    if moment.offset is None or not zone:
        return moment.at
    utc = moment.at - dt.timedelta(minutes=moment.offset)
    local = QDateTime(
        QDate(utc.year, utc.month, utc.day), QTime(utc.hour, utc.minute, utc.second),
        QTimeZone.utc(),
    ).toTimeZone(_zone(zone))
    day, clock = local.date(), local.time()
    return dt.datetime(
        day.year(), day.month(), day.day(), clock.hour(), clock.minute(), clock.second()
    )


def _zone(name: str) -> QTimeZone:
    zone = QTimeZone(name.encode("ascii", "replace"))
    if not zone.isValid():
        raise ExchangeError(
            "There is no time zone “{zone}”. Write it as Europe/Stockholm.", zone=name
        )
    return zone


def _time_reader(mapping: TimeMapping, profile: Profile, required: bool) -> Reader:
    if profile.zone:
        _zone(profile.zone)  # an unknown zone is told before the first row
    known: Dict[Any, Optional[dt.datetime]] = {}

    def moment_of(value: Any) -> Optional[dt.datetime]:
        if value not in known:
            if len(known) > 65536:
                known.clear()
            known[value] = _wall_clock(parse_moment(value, profile.date_order), profile.zone)
        return known[value]

    def read(cells: Cells) -> Optional[dt.datetime]:
        column = mapping.date or ""
        value = cells[column] if mapping.date else None
        try:
            moment = moment_of(value.strip() if isinstance(value, str) else value)
        except Unreadable:
            raise RowRejected(column, _NOT["datetime"], value=_quote(value)) from None
        if moment is None and required:
            # The database would fill in now, which is right for a form and a guess here.
            raise RowRejected(column, "The row does not say when it happened.")
        if mapping.clock is None or moment is None:
            return moment
        clock_value = cells[mapping.clock]
        try:
            clock = parse_clock(clock_value)
        except Unreadable:
            raise RowRejected(
                mapping.clock, "“{value}” is not a time of day.", value=_quote(clock_value)
            ) from None
        if clock is None:
            return moment
        return dt.datetime.combine(moment.date(), dt.time()) + clock

    return read


def _lookup(mapping: FieldMapping, codelist: str, standard: Standard) -> Dict[str, str]:
    """Code by text: codes themselves, their labels and abbreviations, then the profile's own
    words, which win."""
    found: Dict[str, str] = {}
    for code in standard.codelists[codelist].codes:
        for text in (code.key, code.abbreviation or "", *code.label.values()):
            if text:
                found.setdefault(_fold(text), code.key)
    found.update({_fold(text): code for text, code in mapping.values.items()})
    return found


def _fold(value: Any) -> str:
    text = _text(value) or ""
    return " ".join(text.split()).casefold()


def _code_reader(
    column: str, mapping: FieldMapping, codelist: str, standard: Standard
) -> Reader:
    lookup = _lookup(mapping, codelist, standard)
    answers: Dict[Any, Optional[str]] = {}

    def code_of(value: Any) -> Optional[str]:
        folded = _fold(value)
        if not folded:
            return None
        code = lookup.get(folded, mapping.otherwise)
        if code is None:
            raise RowRejected(
                column,
                "“{value}” is not mapped to any code of {codelist}. Add it to the profile.",
                value=_quote(value),
                codelist=codelist,
            )
        return code or None

    def read(cells: Cells) -> Optional[str]:
        value = cells[column]
        if value not in answers:
            if len(answers) > 65536:
                answers.clear()
            answers[value] = code_of(value)
        return answers[value]

    return read


def _codes_reader(
    column: str, mapping: FieldMapping, codelist: str, standard: Standard
) -> Reader:
    one = _code_reader("part", mapping, codelist, standard)

    def read(cells: Cells) -> Optional[List[str]]:
        parts = [part for part in (_text(cells[column]) or "").strip("{}").split(",") if part]
        try:
            codes = [one({"part": part}) for part in parts]
        except RowRejected as rejected:
            raise RowRejected(column, rejected.template, **rejected.values) from None
        return [code for code in codes if code] or None

    return read


def _reference_reader(column: str, field: Field, names: Mapping[str, str]) -> Reader:
    def read(cells: Cells) -> Optional[str]:
        folded = _fold(cells[column])
        if not folded:
            return None
        if folded not in names:
            raise RowRejected(
                column,
                "“{value}” is not among the workspace's records of {table}. Add it there first.",
                value=_quote(cells[column]),
                table=field.references,
            )
        return names[folded]

    return read


def _category_of(subcategory: Reader, standard: Standard) -> Reader:
    """The category follows from the subcategory where only that is mapped."""
    parents = {code.key: code.parent for code in standard.codelists["subcategory"].codes}

    def read(cells: Cells) -> Optional[str]:
        code = subcategory(cells)
        return parents.get(code) if code else None

    return read


def _quote(value: Any) -> str:
    """A cell's text for a reason, unless it may hold personal data."""
    text = " ".join(str(value).split())
    if find_personal_data(text):
        return "…"
    return text if len(text) <= _QUOTED else text[: _QUOTED - 1] + "…"
