"""What PostgreSQL and the way to it answer, as sentences in plain words.

By the codes of the SQL standard (SQLSTATE), since a server answers in its own language.
"""

from __future__ import annotations

import re
from typing import Any

from .errors import DataError, WorkspaceLocked
from .refusals import explain, find_refusal
from .schema import Schema

#: Errors of which a retry may end better: SQLSTATE, or its first two characters.
_BUSY = ("55P03", "40001", "40P01")
_GONE = ("08", "57P01", "57P02", "57P03", "57P05")
_PLACE = re.compile(r"\b(?:Geometry type|Geometry SRID|Column has [ZM] dimension)\b")


def explain_postgis(error: Any, schema: Schema, language: str, place: str) -> DataError:
    """An error of psycopg2, or the text of one, as a sentence."""
    if isinstance(error, DataError):
        return error
    said = str(error)
    refused = find_refusal(said, schema, language)
    if refused is not None:
        return refused
    state = getattr(error, "pgcode", None) or ""
    if state in _BUSY:
        return WorkspaceLocked(
            "Someone else is saving the same records right now. Nothing was saved; try again in a "
            "moment."
        )
    if state == "57014":
        return WorkspaceLocked(
            "The database took too long to answer and was stopped. Nothing was saved; try again, "
            "or with less at once."
        )
    if state == "42501":
        return DataError(
            "Your login has no right to this in the workspace {place}. Nothing was saved; ask its "
            "administrator.",
            place=place,
        )
    if state in ("53100", "58030"):
        return DataError(
            "The database server's disk is full or cannot be written. Nothing was saved; tell its "
            "administrator."
        )
    if state in ("53300", "53200"):
        return WorkspaceLocked(
            "The database server has no room for another connection. Nothing was saved; try again "
            "in a moment."
        )
    if state == "25006":
        return DataError("The workspace may only be read: the database takes no changes here.")
    if state in ("28P01", "28000") or (not state and "password" in said.lower()):
        return DataError(
            "The database server of {place} did not accept the login. Check user name and password "
            "in QGIS's connection or authentication settings.",
            place=place,
        )
    if state == "3D000":
        return DataError("The server has no such database: {place}.", place=place)
    if state.startswith("42P01") or state == "3F000":
        return DataError(
            "{place} is not a Trygg workspace, or your login may not see it.", place=place
        )
    if state.startswith(_GONE) or (not state and _is_connection(error)):
        return ConnectionLost(
            "The connection to the database of {place} is gone or could not be made. Check the "
            "network and try again.",
            place=place,
        )
    if _PLACE.search(said):
        return DataError("The place is of another kind than the table holds.")
    return explain(said.split("\nCONTEXT:")[0].strip(), schema, language)


class CommitUnknown(DataError):
    """The connection broke at the very end: the change may be saved or not."""


class ConnectionLost(WorkspaceLocked):
    """The server is out of reach; a retry makes a connection of its own."""


def _is_connection(error: Any) -> bool:
    return type(error).__name__ in ("OperationalError", "InterfaceError")


