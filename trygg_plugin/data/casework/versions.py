"""A record's versions as a person reads them, and the way back to one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, List, Mapping, Optional, Tuple

from ..errors import DataError
from ..history import Change, Version
from ..records import Record
from ..schema import GEOMETRY
from ..sql_text import name
from ..transaction import Transaction
from ..workspace import Workspace
from .words import Words

#: Versions read at a time.
PAGE = 50


@dataclass(frozen=True)
class Difference:
    """One field before and after, as texts; empty for an empty field."""

    key: str
    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Entry:
    """One row of history for reading. ``place`` is the WKB before and after, where it changed.

    ``who`` is None when nobody said who it was. ``verified`` is False when the change was made
    past Trygg, so that who and when are what the other program claimed.
    """

    change: Change
    at: datetime
    who: Optional[str]
    verified: bool
    operation: str
    note: Optional[str]
    differences: Tuple[Difference, ...]
    place: Optional[Tuple[Optional[bytes], Optional[bytes]]]


def versions(
    workspace: Workspace,
    table: str,
    uuid: str,
    language: str,
    *,
    before: Optional[int] = None,
    limit: int = PAGE,
) -> List[Entry]:
    """A page of a record's history, newest first; ``before`` is the id of the last one read."""
    with workspace.reading():
        changes = workspace.history(
            uuid, table=table, before=before, limit=limit, newest_first=True
        )
        words = Words(workspace, language)
        words.learn_references(
            table, [stored for change in changes for stored in (change.old, change.new)]
        )
        return [_entry(words, change) for change in changes]


def name_of(workspace: Workspace, table: str, uuid: str, language: str) -> str:
    """What a record is called, deleted or not."""
    return Words(workspace, language).name_of(table, uuid)


def differences_to(
    workspace: Workspace, change: Change, language: str
) -> Tuple[Record, Version, List[Difference]]:
    """The record as it stands, the version after ``change``, and how their fields differ."""
    with workspace.reading():
        words = Words(workspace, language)
        record = workspace.get(change.table, change.uuid, deleted=True)
        version = workspace.version_after(change)
        keys = [key for key in version.values if version.values[key] != record.values.get(key)]
        found = [
            Difference(key, words.label(change.table, key),
                       words.value_text(change.table, key, record.values.get(key)),
                       words.value_text(change.table, key, version.values[key]))
            for key in keys
        ]  # fmt: skip
        return record, version, found


def restore(
    workspace: Workspace, change: Change, note: str, *, user: Optional[str] = None
) -> List[Change]:
    """Give a record, deleted or not, the version after ``change``; for a delete, the one before.

    The reason stands in history. Returns what was changed, for :func:`undo_restore`.
    """
    if not note.strip():
        raise DataError("Say why the version is restored; the reason is kept in history.")
    before = workspace.last_change()
    workspace.restore(change, user=user, note=note.strip())
    return [
        one for one in workspace.history(change.uuid, table=change.table, after=before)
        if one.session == workspace.session
    ]  # fmt: skip


def undo_restore(
    workspace: Workspace, made: List[Change], was_deleted: bool, *, user: Optional[str] = None
) -> None:
    """Take a restore back, as a change of its own; refused when others have changed it since."""
    from .undo import undo

    if not was_deleted:
        undo(workspace, made, user=user)
        return
    for change in made:
        with workspace.transaction(user) as transaction:
            _delete_again(transaction, change)


def deleted_question(
    words: Words, table: str, search: str
) -> Tuple[str, Tuple[Any, ...], List[str]]:
    """WHERE, its parameters and the columns of a list of a table's deleted records."""
    columns = words.columns_of_names(table)
    where = "deleted_at IS NOT NULL"
    parameters: List[Any] = []
    sought = search.strip()
    if sought:
        likes = []
        for key in dict.fromkeys([*columns, "changed_by"]):
            # SQLite folds only a to z: what was typed is sought as it stands, too
            for pattern in dict.fromkeys([sought.lower(), sought, sought.capitalize()]):
                likes.append(f"lower(coalesce(CAST({name(key)} AS TEXT), '')) LIKE {{p}}")
                parameters.append(f"%{pattern}%")
        where += f" AND ({' OR '.join(likes)})"
    return where, tuple(parameters), columns


def _delete_again(transaction: Transaction, change: Change) -> None:
    transaction.delete(change.table, change.uuid, base_version=change.version)


def _entry(words: Words, change: Change) -> Entry:
    differences = tuple(_differences(words, change))
    place = None
    if GEOMETRY in change.old or GEOMETRY in change.new:
        place = (_wkb(change.old), _wkb(change.new))
    return Entry(
        change=change,
        at=change.at.astimezone(),
        who=None if change.user == "unknown" else change.user,
        verified=change.verified,
        operation=change.operation,
        note=change.note,
        differences=differences,
        place=place,
    )


def _differences(words: Words, change: Change) -> List[Difference]:
    found: List[Difference] = []
    for key in change.fields:
        if key == GEOMETRY:
            continue
        old = words.text(change.table, key, change.old.get(key))
        new = words.text(change.table, key, change.new.get(key))
        if old or new:
            found.append(Difference(key, words.label(change.table, key), old, new))
    return found


def _wkb(stored: Mapping[str, Any]) -> Optional[bytes]:
    place = stored.get(GEOMETRY)
    return bytes.fromhex(place) if isinstance(place, str) else None
