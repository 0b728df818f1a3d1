"""Disposal (gallring): what is due by the rules of domain/privacy.py, removed for good.

One transaction takes the values from records, deleted ones too, and from all of their history,
which keeps a marker of what stood there; the record of disposals tells what was removed, never the
values. Files of photos and what is left in the database's own file go after it. Codes, times and
the place's grid cell stay, so that statistics do.
"""

from __future__ import annotations

import json
import uuid as uuids
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Set, Tuple

from ...domain.periods import add_months
from ...domain.privacy import (
    DISPOSED_TEXT,
    Disposal,
    RetentionRule,
    count_by_rule,
    generalised_place,
    plan_disposals,
    retention_rules,
)
from ...domain.rights import may_go
from ..attachments import attachment_paths
from ..backup import backups_of
from ..engine import Engine
from ..errors import DataError, WorkspaceLocked
from ..geometry import point_wkb, wkb_envelope
from ..schema import GEOMETRY, HISTORY, META, STAMPS
from ..sql_text import name, names
from ..transaction import KEEP, Transaction
from ..workspace import Workspace

#: Settings of the workspace: months after which texts and photos, and contacts, are disposed of.
TEXT_MONTHS, CONTACT_MONTHS = "disposal_text_months", "disposal_contact_months"
#: Ours (domain.md section 7).
USUAL = {TEXT_MONTHS: 24, CONTACT_MONTHS: 6}

_NOTE = {"sv": "Gallring", "en": "Disposal"}
#: A place that is the middle of a cell is no longer exact.
_PRECISION = ("place_precision", "area")

Progress = Callable[[float], None]


@dataclass(frozen=True)
class Preview:
    """What a disposal would remove today. ``photos`` are stored paths that no record will name."""

    rules: Tuple[RetentionRule, ...]
    plan: Tuple[Disposal, ...]
    photos: Tuple[str, ...]
    #: backups beside a GeoPackage, which hold the values too
    backups: Tuple[Path, ...]

    @property
    def counts(self) -> Dict[str, int]:
        """Records that each rule touches; a rule that touches none has 0."""
        return {**{rule.key: 0 for rule in self.rules}, **count_by_rule(self.plan)}


@dataclass
class Outcome:
    """What a disposal did besides the plan, and what it could not."""

    run: str
    photos_removed: int = 0
    photos_missing: List[str] = field(default_factory=list)
    #: files that another program keeps, or that may not be removed
    photos_kept: List[str] = field(default_factory=list)
    backups_removed: int = 0
    backups_kept: List[Path] = field(default_factory=list)
    #: others keep the file open, so that it could not be rebuilt: removed values stand in it still
    file_kept_open: bool = False
    #: why the file could not be rebuilt otherwise, as the system says it
    file_not_rebuilt: str = ""


def months_of(workspace: Workspace) -> Tuple[int, int]:
    """The workspace's settings: months for texts and photos, and for contacts."""
    text, contact = (
        int(workspace.meta[key]) if workspace.meta.get(key, "").isdigit() else usual
        for key, usual in USUAL.items()
    )
    return text, contact


def preview(
    workspace: Workspace,
    today: date,
    *,
    text_months: Optional[int] = None,
    contact_months: Optional[int] = None,
) -> Preview:
    """What is due today, by the workspace's settings or by others. Changes nothing."""
    _may_dispose(workspace)
    rules = _rules(workspace, text_months, contact_months)
    with workspace.reading() as connection:
        plan = _plan(workspace, connection, rules, today)
        photos = _photos_of(workspace, connection, rules, plan)
    backups = backups_of(workspace.file) if workspace.file is not None else []
    return Preview(tuple(rules), tuple(plan), tuple(sorted(photos)), tuple(backups))


def dispose(
    workspace: Workspace,
    today: date,
    *,
    text_months: Optional[int] = None,
    contact_months: Optional[int] = None,
    photo_folder: Optional[Path] = None,
    remove_backups: bool = False,
    user: Optional[str] = None,
    progress: Optional[Progress] = None,
) -> Tuple[Preview, Outcome]:
    """Remove what is due, in one transaction; then the photos' files and the rest in the file.

    Months that are given become the workspace's settings. ``photo_folder`` is where stored paths
    begin. DataError, with nothing removed, when the login may not or a record has unsaved edits.
    """
    told = progress or (lambda _share: None)
    before = preview(workspace, today, text_months=text_months, contact_months=contact_months)
    outcome = Outcome(str(uuids.uuid4()))
    note = _NOTE[workspace.language]
    given = {TEXT_MONTHS: text_months, CONTACT_MONTHS: contact_months}
    with workspace.transaction(user, note=note) as transaction:
        plan = _plan(workspace, transaction.connection, before.rules, today)
        photos = _photos_of(workspace, transaction.connection, before.rules, plan)
        for key, months in given.items():
            if months is not None:
                _set(transaction, key, str(months))
        by_key = {rule.key: rule for rule in before.rules}
        for number, one in enumerate(plan):
            _dispose_record(workspace, transaction, by_key[one.rule], one)
            told(0.7 * number / len(plan))
        for number, rule in enumerate(before.rules):
            _redact(workspace, transaction, rule, plan, outcome.run, user or "unknown", note)
            told(0.7 + 0.2 * number / len(before.rules))
    workspace.reload()
    # what is removed is removed: a file that resists is told of, and stops nothing
    _remove_photos(workspace, photo_folder, photos, outcome)
    if remove_backups:
        for backup in before.backups:
            if _remove(backup):
                outcome.backups_removed += 1
            else:
                outcome.backups_kept.append(backup)
    try:
        workspace.engine.forget()
    except WorkspaceLocked:
        outcome.file_kept_open = True
    except DataError as error:
        outcome.file_not_rebuilt = str(error.__cause__ or error)
    done = Preview(before.rules, tuple(plan), tuple(sorted(photos)), before.backups)
    return done, outcome


# --- what is due -----------------------------------------------------------------------------


def _may_dispose(workspace: Workspace) -> None:
    if workspace.role is not None and not may_go(workspace.role, "disposing"):
        raise DataError("Only a coordinator or an administrator of the workspace may dispose.")


def _rules(
    workspace: Workspace, text_months: Optional[int], contact_months: Optional[int]
) -> Sequence[RetentionRule]:
    usual_text, usual_contact = months_of(workspace)
    return retention_rules(
        workspace.standard,
        usual_text if text_months is None else text_months,
        usual_contact if contact_months is None else contact_months,
    )


def _plan(
    workspace: Workspace, connection: Any, rules: Sequence[RetentionRule], today: date
) -> List[Disposal]:
    records: Dict[str, List[Mapping[str, object]]] = {}
    for rule in rules:
        records[rule.record] = _candidates(workspace, connection, rule, today)
    plan = plan_disposals(rules, records, today)
    whole = {rule.key: rule for rule in rules if not rule.fields}
    # the rule is about all that the record says; what it has lost already is not due again
    remain = {
        row["uuid"]
        for rule in whole.values()
        for row in records[rule.record]
        if any(row[key] not in (None, "", *DISPOSED_TEXT.values())
               for key in _fields_of(workspace, rule))
    }  # fmt: skip
    return [one for one in plan if one.rule not in whole or one.uuid in remain]


def _fields_of(workspace: Workspace, rule: RetentionRule) -> Tuple[str, ...]:
    """The fields of a rule; of one for whole records, all that people may have written."""
    if rule.fields:
        return rule.fields
    return tuple(
        one.key for one in workspace.standard.records[rule.record].fields
        if one.type in ("text", "long_text", "attachment")
    )  # fmt: skip


def _candidates(
    workspace: Workspace, connection: Any, rule: RetentionRule, today: date
) -> List[Mapping[str, object]]:
    """Rows old enough, roughly, that still hold something or have a step left; the rule itself
    is asked in domain/privacy.py."""
    table = workspace.schema.table(rule.record)
    fields = _fields_of(workspace, rule)
    known = [key for key in (*table.fields, *STAMPS)
             if key in (*fields, "uuid", "status", "retention_date", "deleted_at",
                        rule.counted_from)]  # fmt: skip
    latest = datetime.combine(add_months(today, -rule.months) + timedelta(days=2), time())
    if table.column(rule.counted_from).type == "stamp":
        latest = latest.replace(tzinfo=timezone.utc)
    due = f"r.{name(rule.counted_from)} < {{p}}"
    parameters: List[Any] = [latest]
    if "retention_date" in known:
        due = f"({due} OR r.retention_date < {{p}})"
        parameters.append(today)
    remembered, patterns = _in_history(rule, fields)
    engine = workspace.engine
    place = f", {engine.place_column('r.' + name(GEOMETRY))} AS place" if rule.places else ""
    statement = (
        f"SELECT {', '.join(f'r.{name(key)}' for key in known)}{place}, "  # nosec B608
        f"CASE WHEN {remembered} THEN 1 ELSE 0 END AS in_history "
        f"FROM {name(rule.record)} r WHERE {due} ORDER BY r.fid"
    )
    rows = engine.query(connection, statement, [*patterns, *parameters])
    return [
        {**row, "in_history": bool(row["in_history"]),
         "exact_place": rule.places and _is_exact(engine.read_place(row["place"]), row)}
        for row in rows
    ]  # fmt: skip


def _is_exact(wkb: Optional[bytes], row: Mapping[str, object]) -> bool:
    """Whether a place says more than its grid cell; a deleted record keeps not even that."""
    return wkb is not None and (row["deleted_at"] is not None or wkb != _generalised(wkb))


def _in_history(rule: RetentionRule, fields: Sequence[str]) -> Tuple[str, List[str]]:
    """Whether history says what stood in one of the fields before. JSON is written with a space
    after the colon by one engine, without one by the other."""
    asked, patterns = [], [rule.record]
    for key in fields:
        for space in ("", " "):
            asked.append("CAST(h.old AS TEXT) LIKE {p}")
            patterns.append(f'%"{key}":{space}"%')
    conditions = " OR ".join(asked)
    return (
        f"EXISTS (SELECT 1 FROM {HISTORY} h WHERE h.uuid = r.uuid AND h.table_name = {{p}} "  # nosec B608
        f"AND h.operation <> 'delete' AND ({conditions}))",
        patterns,
    )


def _photos_of(
    workspace: Workspace, connection: Any, rules: Sequence[RetentionRule], plan: Sequence[Disposal]
) -> Set[str]:
    """Stored paths of the files that the planned records name now, or named before, and that no
    other record names."""
    gone: Set[str] = set()
    freed: Dict[Tuple[str, str], Set[str]] = {}
    for rule in rules:
        touched = {one.uuid for one in plan if one.rule == rule.key}
        for key in _fields_of(workspace, rule) if touched else ():
            if workspace.standard.records[rule.record].field(key).type == "attachment":
                freed[rule.record, key] = touched
                gone |= _photos_before(workspace, connection, rule.record, key, touched)
    stays: Set[str] = set()
    for record in workspace.standard.records.values():
        for one in record.fields:
            if one.type != "attachment":
                continue
            for row in workspace.engine.query(
                connection,
                f"SELECT uuid, {name(one.key)} AS path FROM {name(record.key)} "  # nosec B608
                f"WHERE {name(one.key)} IS NOT NULL",
            ):
                leaves = row["uuid"] in freed.get((record.key, one.key), ())
                (gone if leaves else stays).add(str(row["path"]))
    return gone - stays


def _photos_before(
    workspace: Workspace, connection: Any, record: str, key: str, touched: Set[str]
) -> Set[str]:
    """The paths that history says were replaced; once it is redacted no one knows them."""
    rows = workspace.engine.query(
        connection,
        f"SELECT uuid, old FROM {HISTORY} WHERE table_name = {{p}} "  # nosec B608
        "AND CAST(old AS TEXT) LIKE {p}",
        [record, f'%"{key}"%'],
    )
    found = set()
    for row in rows:
        old = row["old"] if isinstance(row["old"], dict) else json.loads(row["old"])
        if row["uuid"] in touched and isinstance(old.get(key), str):
            found.add(old[key])
    return found


# --- removing it -----------------------------------------------------------------------------


def _dispose_record(
    workspace: Workspace, transaction: Transaction, rule: RetentionRule, one: Disposal
) -> None:
    current = transaction.get(one.record, one.uuid, deleted=True)
    keys = one.fields
    if not rule.fields:
        keys = tuple(key for key in _fields_of(workspace, rule) if current[key])
    values: Dict[str, Any] = {key: _instead(workspace, one.record, key) for key in keys}
    place: Any = KEEP
    if one.places and current.geometry is not None:
        place = None if current.deleted_at is not None else _generalised(current.geometry)
        if place == current.geometry:
            place = KEEP
        elif place is not None and _has_precision(workspace, one.record):
            values[_PRECISION[0]] = _PRECISION[1]
    if one.anonymised:
        values["status"] = "anonymised"
    transaction.dispose(one.record, one.uuid, values, geometry=place)
    if not rule.fields and current.deleted_at is None:
        transaction.delete(one.record, one.uuid)


def _has_precision(workspace: Workspace, record: str) -> bool:
    """Whether the record can say that its place is no longer exact."""
    key, code = _PRECISION
    for one in workspace.standard.records[record].fields:
        if one.key == key and one.codelist is not None:
            return any(c.key == code for c in workspace.standard.codelists[one.codelist].codes)
    return False


def _instead(workspace: Workspace, table: str, key: str) -> Optional[str]:
    """What stands in a field afterwards: a marker in a text, nothing where a file was."""
    column = workspace.schema.table(table).column(key)
    said = DISPOSED_TEXT[workspace.language]
    if workspace.standard.records[table].field(key).type == "attachment":
        return None
    return said if column.max_length is None or len(said) <= column.max_length else None


def _generalised(wkb: bytes) -> bytes:
    envelope = wkb_envelope(wkb)
    if envelope is None:
        return wkb
    return point_wkb(*generalised_place(envelope[0], envelope[2]))


def _redact(
    workspace: Workspace, transaction: Transaction, rule: RetentionRule, plan: Sequence[Disposal],
    run: str, user: str, note: str,
) -> None:
    engine: Engine = workspace.engine
    touched = [one.uuid for one in plan if one.rule == rule.key]
    if not touched:
        return
    keys = [*_fields_of(workspace, rule), *([GEOMETRY] if rule.places else [])]
    try:
        engine.redact(
            transaction.connection, run, rule.key, rule.record, touched, keys,
            user=user, note=note, noted=DISPOSED_TEXT[workspace.language],
        )
    except Exception as error:
        raise engine.explain(error, workspace.language) from error


def _set(transaction: Transaction, key: str, value: str) -> None:
    transaction.execute(META, f"DELETE FROM {META} WHERE key = {{p}}", [key])  # nosec B608
    transaction.execute(
        META, f"INSERT INTO {META} ({names(('key', 'value'))}) VALUES ({{p}}, {{p}})",  # nosec B608
        [key, value],
    )  # fmt: skip


def _remove_photos(
    workspace: Workspace, folder: Optional[Path], photos: Set[str], outcome: Outcome
) -> None:
    """Remove files inside the folder that no record names any more."""
    home = None if folder is None else folder.resolve()
    for path in sorted(photos - attachment_paths(workspace)):
        file = None if home is None else (home / path).resolve()
        # a path that leads elsewhere names no photo of ours
        if home is None or file is None or home not in file.parents or not file.is_file():
            outcome.photos_missing.append(path)
        elif _remove(file):
            outcome.photos_removed += 1
        else:
            outcome.photos_kept.append(path)


def _remove(file: Path) -> bool:
    """Whether the file is gone; Windows keeps one that a program has open."""
    try:
        file.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True
