"""Disposal (gallring): what is due by the rules of domain/privacy.py, removed for good.

One transaction takes the values from records, deleted ones too, and from all of their history,
which keeps a marker of what stood there; the record of disposals tells what was removed, never the
values. Files of photos and what is left in the database's own file go after it. Codes, times and
the place's grid cell stay, so that statistics do.
"""

from __future__ import annotations

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
    backups_removed: int = 0
    #: others keep the file open, so that it could not be rebuilt: removed values stand in it still
    file_kept_open: bool = False


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
        photos = _photos_of(workspace, connection, plan)
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
        photos = _photos_of(workspace, transaction.connection, plan)
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
    if photo_folder is not None:
        _remove_photos(workspace, photo_folder, photos, outcome)
    if remove_backups:
        for backup in before.backups:
            backup.unlink()
            outcome.backups_removed += 1
    try:
        workspace.engine.forget()
    except WorkspaceLocked:
        outcome.file_kept_open = True
    told(1.0)
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
    statement = (
        f"SELECT {', '.join(f'r.{name(key)}' for key in known)}, "  # nosec B608
        f"CASE WHEN {remembered} THEN 1 ELSE 0 END AS in_history "
        f"FROM {name(rule.record)} r WHERE {due} ORDER BY r.fid"
    )
    rows = workspace.engine.query(connection, statement, [*patterns, *parameters])
    return [{**row, "in_history": bool(row["in_history"])} for row in rows]


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


def _photos_of(workspace: Workspace, connection: Any, plan: Sequence[Disposal]) -> Set[str]:
    """Stored paths of the files that the planned records name now."""
    found: Set[str] = set()
    for one in plan:
        record = workspace.standard.records[one.record]
        for key in one.fields:
            if record.field(key).type == "attachment":
                (row,) = workspace.engine.query(
                    connection,
                    f"SELECT {name(key)} AS path FROM {name(one.record)} WHERE uuid = {{p}}",  # nosec B608
                    [one.uuid],
                )
                found.add(str(row["path"]))
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
    workspace: Workspace, folder: Path, photos: Set[str], outcome: Outcome
) -> None:
    """Remove files inside the folder that no record names any more."""
    home = folder.resolve()
    for path in sorted(photos - attachment_paths(workspace)):
        file = (home / path).resolve()
        # a path that leads elsewhere names no photo of ours
        if home in file.parents and file.is_file():
            file.unlink()
            outcome.photos_removed += 1
        else:
            outcome.photos_missing.append(path)
