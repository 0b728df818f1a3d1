"""Stored values as people read them: labels for codes, names for records, plain dates.

One object answers for one reading: it remembers the names of the records that it has looked up.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any, Dict, Iterable, List, Mapping, Set, Tuple

from ..schema import GEOMETRY
from ..sql_text import name
from ..values import codes_of, from_stored
from ..workspace import Workspace

_YES_NO = {"sv": ("ja", "nej"), "en": ("yes", "no")}
_PLACE = {"sv": "Plats", "en": "Place"}
_DISPOSED = {"sv": "gallrat", "en": "disposed of"}
_UNNAMED = {"sv": "{label} utan namn", "en": "{label} without a name"}
#: What a name is made of: "column", 'text' or coalesce("a", "b"), joined by ||.
_PART = re.compile(r"'([^']*)'|coalesce\(([^)]*)\)|\"(\w+)\"")
_CHUNK = 500


class Words:
    """Labels and texts of one workspace in one language (``sv`` or ``en``)."""

    def __init__(self, workspace: Workspace, language: str) -> None:
        self._workspace = workspace
        self.language = language
        self._names: Dict[Tuple[str, str], str] = {}

    def record_label(self, table: str) -> str:
        """What a record type is called."""
        return str(self._workspace.standard.records[table].label[self.language])

    def label(self, table: str, key: str) -> str:
        """What a field is called; the key itself when the standard has dropped it."""
        if key == GEOMETRY:
            return _PLACE[self.language]
        try:
            return str(self._workspace.standard.records[table].field(key).label[self.language])
        except KeyError:
            return key

    def text(self, table: str, key: str, stored: Any) -> str:
        """A field's stored value as text; empty for an empty field."""
        if stored is None or stored == "":
            return ""
        if isinstance(stored, Mapping):
            return _DISPOSED[self.language]
        record = self._workspace.standard.records.get(table)
        try:
            field = record.field(key) if record is not None else None
        except KeyError:
            field = None
        if field is None:
            return str(stored)
        if field.type == "code" and field.codelist:
            return self.code(field.codelist, str(stored))
        if field.type == "codes" and field.codelist:
            return ", ".join(self.code(field.codelist, code) for code in codes_of(str(stored)))
        if field.type == "reference" and field.references:
            return self.name_of(field.references, str(stored))
        value = from_stored(stored, self._workspace.schema.table(table).column(key))
        if isinstance(value, bool):
            return _YES_NO[self.language][0 if value else 1]
        if isinstance(value, datetime):
            return value.strftime("%Y-%m-%d %H:%M")
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, float) and self.language == "sv":
            return f"{value:g}".replace(".", ",")
        text = f"{value:g}" if isinstance(value, float) else str(value)
        return f"{text} {field.unit}" if field.unit else text

    def value_text(self, table: str, key: str, value: Any) -> str:
        """A field's value, as records hold it, as text."""
        if isinstance(value, datetime):
            value = value.isoformat(timespec="milliseconds")
        return self.text(table, key, value)

    def code(self, codelist: str, key: str) -> str:
        """A code's label, retired or not; the key itself when the list lacks it."""
        for code in self._workspace.standard.codelists[codelist].codes:
            if code.key == key:
                return str(code.label[self.language])
        return key

    def name_of(self, table: str, uuid: str) -> str:
        """What a record is called, deleted or not."""
        if (table, uuid) not in self._names:
            self.learn(table, [uuid])
        return self._names[table, uuid]

    def learn(self, table: str, uuids: Iterable[str]) -> None:
        """Look up the names of many records at once."""
        wanted = sorted({uuid for uuid in uuids if (table, uuid) not in self._names})
        columns = self._columns_of_names(table)
        nameless = _UNNAMED[self.language].format(label=self.record_label(table))
        for start in range(0, len(wanted), _CHUNK):
            chunk = wanted[start : start + _CHUNK]
            marks = ", ".join(["{p}"] * len(chunk))
            selected = ", ".join(name(key) for key in dict.fromkeys(["uuid", *columns]))
            found = self._workspace.query(
                f"SELECT {selected} FROM {name(table)} WHERE uuid IN ({marks})",  # nosec B608
                chunk,
            )
            for row in found:
                self._names[table, row["uuid"]] = self.name_from(table, row) or nameless
        for uuid in wanted:
            self._names.setdefault((table, uuid), uuid)

    def name_from(self, table: str, values: Mapping[str, Any]) -> str:
        """What a record with these stored values is called; empty when they name nothing."""
        texts: List[str] = []
        said = False
        for literal, several, one in _PART.findall(self._display(table)):
            keys = re.findall(r'"(\w+)"', several) if several else [one] if one else []
            # a record without a name is not called by its uuid
            found = next(
                (self.text(table, key, values.get(key)) for key in keys
                 if key != "uuid" and values.get(key) not in (None, "")), "",
            )  # fmt: skip
            said = said or bool(found)
            texts.append(found if keys else literal)
        joined = " ".join("".join(texts).split())
        return (joined if len(joined) <= 80 else joined[:79] + "…") if said else ""

    def columns_of_names(self, table: str) -> List[str]:
        """The fields that a record's name is made of, but for its uuid."""
        return [key for key in self._columns_of_names(table) if key != "uuid"]

    def references(self, table: str, stored: Mapping[str, Any]) -> Iterable[Tuple[str, str]]:
        """(table, uuid) of the records that stored values point at, to be learnt together."""
        record = self._workspace.standard.records.get(table)
        for field in record.fields if record is not None else ():
            value = stored.get(field.key)
            if field.type == "reference" and field.references and isinstance(value, str):
                yield field.references, value

    def learn_references(self, table: str, several: Iterable[Mapping[str, Any]]) -> None:
        """Look up, with one question a table, all names that several sets of values point at."""
        wanted: Dict[str, Set[str]] = {}
        for stored in several:
            for target, uuid in self.references(table, stored):
                wanted.setdefault(target, set()).add(uuid)
        for target, uuids in wanted.items():
            self.learn(target, uuids)

    def _display(self, table: str) -> str:
        return self._workspace.standard.records[table].display or ""

    def _columns_of_names(self, table: str) -> List[str]:
        return list(dict.fromkeys(re.findall(r'"(\w+)"', self._display(table))))
