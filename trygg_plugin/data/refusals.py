"""An engine's error as a sentence in the user's language.

A rule that the database kept arrives as ``TRYGG:<rule>:<table>.<field>: <Swedish sentence>``,
wrapped in whatever the driver, OGR and QGIS put around it. Its sentences stand in the
schema; what the schema does not know is told with the sentence that came along.
"""

from __future__ import annotations

import re
from typing import Iterable, List, Mapping, Optional

from ..domain.record_types import Label
from .errors import DataError, Refusal, WorkspaceLocked
from .records import Record
from .schema import GENERAL, HISTORY, Schema

_CODE = re.compile(r"TRYGG:([a-z0-9_]+):([a-z0-9_]+)(?:\.([a-z0-9_]+))?: ?([^\n]*)", re.DOTALL)
_QUOTED = re.compile(r'"([a-z0-9_]+)"')
#: PostgreSQL has given up waiting for a record, in the languages that its servers speak here.
_HELD = ("lock timeout", "låstimeout", "låstidsgräns")
_LOCKED = ("database is locked", "database table is locked", "database schema is locked", "busy")


def find_refusal(text: str, schema: Schema, language: str) -> Optional[Refusal]:
    """The first rule that an error text names, or None when it names none."""
    found = _CODE.search(text)
    if found is None:
        return _of_index(text, schema, language)
    rule, table, field, sentence = found.groups()
    return Refusal(rule, table, field, _sentences(rule, table, field, sentence, schema), language)


def _of_index(text: str, schema: Schema, language: str) -> Optional[Refusal]:
    """A rule that an index of PostgreSQL kept, since two wrote at once: its name tells which."""
    for name in _QUOTED.findall(text):
        for key, table in schema.tables.items():
            if name == f"{key}_uuid":
                return Refusal("exists", key, None, GENERAL["exists"], language)
            for check in table.checks:
                if check.kind == "unique" and name == f"{key}_{check.rule}":
                    return Refusal(check.rule, key, check.field, check.message, language)
    return None


def explain(error: object, schema: Schema, language: str) -> DataError:
    """The error of an engine, or the text of one, as a sentence."""
    if isinstance(error, DataError):
        return error
    text = str(error)
    refused = find_refusal(text, schema, language)
    if refused is not None:
        return refused
    lowered = text.lower()
    if any(sign in lowered for sign in _HELD):
        return WorkspaceLocked(
            "Someone else is saving the same records right now. Nothing was saved; try again in a "
            "moment."
        )
    if any(sign in lowered for sign in _LOCKED):
        return WorkspaceLocked(
            "Another program holds the workspace. Nothing was saved; try again in a moment."
        )
    if "disk is full" in lowered or "disk i/o" in lowered:
        return DataError(
            "The disk with the workspace is full or cannot be written. Nothing was saved."
        )
    if "readonly" in lowered or "read-only" in lowered or "read only" in lowered:
        return DataError(
            "The workspace may only be read: the file or its folder is write-protected."
        )
    if "malformed" in lowered or "not a database" in lowered:
        return DataError(
            "The workspace file is damaged or is not a workspace. Use the latest backup."
        )
    return DataError("The database refused: {reason}", reason=text)


def overtaken(table: str, record: Record, language: str) -> Refusal:
    """What to say when a record is no longer what the user saw: who changed or deleted it, when."""
    deleted = record.deleted_at is not None
    changed = record.changed_at or record.created_at
    when = changed.astimezone().strftime("%Y-%m-%d %H:%M") if changed else "?"
    named = record.changed_by not in (None, "", "unknown")
    who = {
        "sv": record.changed_by if named else "någon annan",
        "en": record.changed_by if named else "someone else",
    }
    if deleted:
        told = {
            "sv": f"Posten togs bort av {who['sv']} {when} och kan inte ändras. Återställ den "
                  "från historiken först.",
            "en": f"The record was deleted by {who['en']} at {when} and cannot be changed. "
                  "Restore it from its history first.",
        }  # fmt: skip
    else:
        told = {
            "sv": f"Posten ändrades av {who['sv']} {when}, efter att du öppnade den. Inget "
                  "sparades; titta på den igen.",
            "en": f"The record was changed by {who['en']} at {when}, after you opened it. "
                  "Nothing was saved; look at it again.",
        }  # fmt: skip
    return Refusal("deleted" if deleted else "stale", table, None, told, language)


def explain_commit(errors: Iterable[str], schema: Schema, language: str) -> List[DataError]:
    """What ``QgsVectorLayer.commitErrors()`` says, as sentences, each once."""
    told: List[DataError] = []
    for line in errors:
        refused = find_refusal(line, schema, language)
        if refused is None and any(sign in line.lower() for sign in (*_LOCKED, *_HELD)):
            told.append(explain(line, schema, language))
        elif refused is not None and str(refused) not in [str(one) for one in told]:
            told.append(refused)
    return told


def _sentences(
    rule: str, table: str, field: Optional[str], sentence: str, schema: Schema
) -> Mapping[str, str]:
    known = _known(rule, table, field, schema)
    if known is not None:
        return known
    return {"sv": sentence, "en": sentence}


def _known(rule: str, table: str, field: Optional[str], schema: Schema) -> Optional[Label]:
    if table in schema.tables:
        for check in schema.tables[table].checks:
            if check.rule == rule and check.field == field:
                return check.message
    if rule in GENERAL and (table in schema.tables or table == HISTORY or rule.startswith("code")):
        return GENERAL[rule]
    return None
