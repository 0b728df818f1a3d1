"""The GeoPackage dialect: a schema as SQLite tables, indexes and triggers.

Tables with a place are created through OGR, so that every GDAL and QGIS reads them; what
they keep (stamps, history, rules, no stale edits, deletes that only mark) is done by four
triggers a table, so that every program that writes meets it.

* before insert / before update: refuse. One ``CASE`` each, which stops at the first broken rule.
* after insert: fill empty stamps, write history.
* after update: raise the version, stamp, write history. An update that changes nothing is none.
* before / after delete: the row is put back, marked. ``RAISE(IGNORE)`` would be
  simpler, but then SQLite reports zero changed rows and OGR and QGIS report a failed delete.

``trygg_context`` is empty but for the length of a transaction of ours: it says who writes and
may lift the rules (``restoring``, ``moving``); readers never see it. ``trygg_intent`` is
written by edit_guard.py just before QGIS commits.
"""

from __future__ import annotations

from typing import Iterable, List, Mapping, Sequence

from .geopackage_personal_data import FOUND, TEXT, found_view, may_hold_personal_data
from .geopackage_rules import NOW, broken, transition_broken, wall_clock, well_known_binary
from .schema import (
    CONTEXT,
    GENERAL,
    GEOMETRY,
    HISTORY,
    INTENT,
    META,
    PERSONAL_DATA,
    STANDARD,
    TRANSITION,
    Check,
    CodeTable,
    Schema,
    Table,
)
from .sql_text import name, names, text

NEW_LINE = "\n    "

#: An intent older than this many seconds was left behind by a program that died.
INTENT_LIFE = 120

_UUID = (
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || "
    "substr(hex(randomblob(2)), 2) || '-' || substr('89AB', 1 + (random() & 3), 1) || "
    "substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))"
)

#: json_object takes at most 127 arguments in the SQLite of older installations.
_PAIRS = 60


def refusal(rule: str, table: str, field: str, sentence: str) -> str:
    """A RAISE with the fixed code that refusals.py reads. Only a literal is allowed there."""
    place = f"{table}.{field}" if field else table
    return f"RAISE(ABORT, {text(f'TRYGG:{rule}:{place}: {sentence}')})"


def system_tables() -> List[str]:
    """Statements that make the tables of our own."""
    return [
        f"CREATE TABLE {META} (key TEXT PRIMARY KEY NOT NULL, value TEXT)",
        f"CREATE TABLE {STANDARD} (key TEXT PRIMARY KEY NOT NULL, content TEXT NOT NULL)",
        f"CREATE TABLE {TRANSITION} (record TEXT NOT NULL, from_state TEXT NOT NULL, "
        "to_state TEXT NOT NULL, PRIMARY KEY (record, from_state, to_state)) WITHOUT ROWID",
        f"CREATE TABLE {HISTORY} (id INTEGER PRIMARY KEY NOT NULL, table_name TEXT NOT NULL, "
        "uuid TEXT NOT NULL, version INTEGER, operation TEXT NOT NULL, at TEXT NOT NULL, "
        "user TEXT NOT NULL, verified INTEGER NOT NULL, session TEXT, note TEXT, "
        "old TEXT, new TEXT)",
        f"CREATE INDEX {HISTORY}_record ON {HISTORY} (uuid)",
        f"CREATE TABLE {INTENT} (table_name TEXT NOT NULL, uuid TEXT NOT NULL, "
        "session TEXT NOT NULL, base_version INTEGER NOT NULL, user TEXT NOT NULL, "
        "written_at REAL NOT NULL, PRIMARY KEY (uuid, table_name, session)) WITHOUT ROWID",
        f"CREATE TABLE {CONTEXT} (mode TEXT PRIMARY KEY NOT NULL, user TEXT, session TEXT, "
        "note TEXT) WITHOUT ROWID",
        *found_view(),
    ]


def registered_system_tables() -> Sequence[str]:
    """System tables that people may open as a table in QGIS."""
    return (META, HISTORY)


def code_table(table: CodeTable) -> List[str]:
    """Statements that make a code list's table."""
    extra = "".join(f", {name(key)} TEXT" for key in table.codelist.extra_columns)
    return [
        f"CREATE TABLE {name(table.key)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
        "code TEXT NOT NULL UNIQUE, parent TEXT, abbreviation TEXT, label_sv TEXT NOT NULL, "
        "label_en TEXT NOT NULL, description_sv TEXT, description_en TEXT, colour TEXT, "
        f"sort_order INTEGER, retired BOOLEAN NOT NULL DEFAULT 0{extra})"
    ]


def indexes(table: Table) -> List[str]:
    """Statements that make a record table's indexes."""
    made = [
        f"CREATE UNIQUE INDEX {name(table.key + '_uuid')} ON {name(table.key)} (uuid)",
    ]
    made += [
        f"CREATE INDEX {name(f'{table.key}_{key}')} ON {name(table.key)} ({name(key)})"
        for key in table.indexes
    ]
    for check in table.checks:
        if check.kind == "unique":
            made.append(
                f"CREATE INDEX {name(f'{table.key}_{check.rule}')} ON {name(table.key)} "
                f"({names(check.fields)})"
            )
    return made


def triggers(schema: Schema) -> List[str]:
    """Statements that make all triggers of ours, whose names begin with ``trygg_``."""
    made: List[str] = []
    for table in schema.tables.values():
        made += record_triggers(table)
    for code in schema.code_tables.values():
        made += _code_triggers(code)
    made += _history_triggers()
    return made


def record_triggers(table: Table) -> List[str]:
    """The triggers of one record table."""
    return [
        _before_insert(table),
        _after_insert(table),
        _before_update(table),
        _after_update(table),
        _before_delete(table),
        _after_delete(table),
        *_personal_data(table),
    ]


def _mode(*modes: str) -> str:
    listed = ", ".join(text(mode) for mode in modes)
    return f"EXISTS (SELECT 1 FROM {CONTEXT} WHERE mode IN ({listed}))"


def _case(arms: Iterable[str], unless: str) -> str:
    joined = "\n    ".join(arms)
    return f"  SELECT CASE\n    {joined}\n  END WHERE NOT {unless};\n"


def _arm(condition: str, rule: str, table: str, field: str, sentence: str) -> str:
    return f"WHEN {condition} THEN {refusal(rule, table, field, sentence)}"


def _check_arm(check: Check, table: Table, condition: str) -> str:
    return _arm(condition, check.rule, table.key, check.field, check.message["sv"])


def _general(rule: str, table: str, condition: str, field: str = "") -> str:
    return _arm(condition, rule, table, field, GENERAL[rule]["sv"])


def _has_place(table: Table) -> bool:
    return table.geometry != "none"


def _content(table: Table) -> List[str]:
    """Columns that make up what a record says."""
    return [*table.fields, *([GEOMETRY] if _has_place(table) else [])]


def _of_row(table: Table) -> List[Check]:
    """The checks that are one condition over the row."""
    return [check for check in table.checks if check.kind not in PERSONAL_DATA]


def _personal_data(table: Table) -> List[str]:
    """Triggers that put suspicious texts before the view of certain findings."""
    checks = [check for check in table.checks if check.kind in PERSONAL_DATA]
    if not checks:
        return []
    own = name(table.key)
    fields = list(dict.fromkeys(check.field for check in checks))
    arms = [
        _check_arm(check, table, f"field = {text(check.field)} AND kind = {text(check.kind)}")
        for check in checks
    ]
    suspicious = {key: may_hold_personal_data(f"NEW.{name(key)}") for key in fields}
    changed = {key: f"NEW.{name(key)} IS NOT OLD.{name(key)}" for key in fields}

    def trigger(event: str, asked: Mapping[str, str], unless: str) -> str:
        rows = " UNION ALL ".join(
            f"SELECT {text(key)}, NEW.{name(key)} WHERE {condition}"
            for key, condition in asked.items()
        )
        return (
            f"CREATE TRIGGER {name(f'trygg_{table.key}_text_{event.lower()}')} BEFORE {event}"
            f"{f' OF {names(fields)}' if event == 'UPDATE' else ''} ON {own}\n"
            f"WHEN ({' OR '.join(asked.values())}) AND NOT {unless} BEGIN\n"
            f"  DELETE FROM {TEXT};\n"
            f"  INSERT INTO {TEXT} (field, text) {rows};\n"
            f"  SELECT CASE\n    {NEW_LINE.join(arms)}\n  END FROM {FOUND};\n"
            f"  DELETE FROM {TEXT};\nEND"
        )

    return [
        trigger("INSERT", suspicious, _mode("moving", "deleting")),
        trigger(
            "UPDATE",
            {key: f"({changed[key]} AND {suspicious[key]})" for key in fields},
            _mode("moving"),
        ),
    ]


def _before_insert(table: Table) -> str:
    own = name(table.key)
    arms = [
        _general(
            "exists",
            table.key,
            f"EXISTS (SELECT 1 FROM {own} o WHERE o.uuid = NEW.uuid) "
            f"OR EXISTS (SELECT 1 FROM {own} o WHERE o.fid = NEW.fid)",
        ),
        _general(
            "uuid",
            table.key,
            "NEW.uuid IS NOT NULL AND (length(NEW.uuid) <> 36 OR NEW.uuid GLOB '*[{}]*')",
            "uuid",
        ),
        _general("deleted_at", table.key, "NEW.deleted_at IS NOT NULL", "deleted_at"),
    ]
    arms += [_check_arm(check, table, broken(check, table)) for check in _of_row(table)]
    return (
        f"CREATE TRIGGER {name(f'trygg_{table.key}_before_insert')} BEFORE INSERT ON {own} BEGIN\n"
        + _case(arms, _mode("moving", "deleting"))
        + "END"
    )


def _after_insert(table: Table) -> str:
    own = name(table.key)
    times = [c.key for c in table.columns if c.type == "datetime"]
    crooked = "".join(f" OR length({name(key)}) <> 23" for key in times)
    straight = "".join(f", {name(key)} = {wall_clock(name(key))}" for key in times)
    return (
        f"CREATE TRIGGER {name(f'trygg_{table.key}_after_insert')} AFTER INSERT ON {own}\n"
        f"WHEN NOT {_mode('moving', 'deleting')} BEGIN\n"
        f"  UPDATE {own} SET uuid = coalesce(uuid, {_UUID}), version = 1,\n"
        f"    created_at = CASE WHEN created_at GLOB '????-*Z' THEN created_at ELSE {NOW} END,"
        f" created_by = coalesce(created_by, {_context('user')}, 'unknown'), "
        f"changed_at = NULL, changed_by = NULL{straight}\n"
        "  WHERE fid = NEW.fid AND (uuid IS NULL OR version IS NOT 1 OR created_at IS NULL "
        "OR created_at NOT GLOB '????-*Z' OR created_by IS NULL "
        f"OR changed_at IS NOT NULL OR changed_by IS NOT NULL{crooked});\n"
        f"  INSERT INTO {HISTORY} (table_name, uuid, version, operation, at, user, verified, "
        "session, note, new)\n"
        f"  SELECT {text(table.key)}, n.uuid, 1, 'insert', {NOW}, n.created_by, "
        f"EXISTS (SELECT 1 FROM {CONTEXT}), {_context('session')}, {_context('note')}, "
        f"{_json(table, 'n')}\n"
        f"  FROM {own} n WHERE n.fid = NEW.fid;\n"
        "END"
    )


def _context(column: str) -> str:
    return f"(SELECT {column} FROM {CONTEXT} WHERE {column} IS NOT NULL)"


def _intent(table: Table, column: str) -> str:
    return (
        f"(SELECT {column} FROM {INTENT} i WHERE i.uuid = OLD.uuid "
        f"AND i.table_name = {text(table.key)} AND i.written_at > {_LIVING})"
    )


_LIVING = f"julianday('now') - {INTENT_LIFE} / 86400.0"


def _concurrent(table: Table) -> List[str]:
    """Arms that refuse a stale edit. Our own transactions compare versions themselves."""
    return [
        _general(
            "busy",
            table.key,
            f"{_intent(table, 'count(*)')} > 1 AND NOT {_mode('writing')}",
        ),
        _general(
            "stale",
            table.key,
            f"{_intent(table, 'base_version')} <> OLD.version AND NOT {_mode('writing')}",
        ),
    ]


def _before_update(table: Table) -> str:
    own = name(table.key)
    watched = [*_content(table), "uuid", "created_at", "created_by", "deleted_at"]
    arms = [
        _general("deleted", table.key, "OLD.deleted_at IS NOT NULL"),
        _general(
            "identity",
            table.key,
            "(OLD.uuid IS NOT NULL AND NEW.uuid IS NOT OLD.uuid) "
            "OR (OLD.created_at GLOB '????-*Z' AND NEW.created_at IS NOT OLD.created_at) "
            "OR (OLD.created_by IS NOT NULL AND NEW.created_by IS NOT OLD.created_by)",
        ),
        _general("deleted_at", table.key, "NEW.deleted_at IS NOT NULL", "deleted_at"),
        *_concurrent(table),
    ]
    for check in _of_row(table):
        changed = " OR ".join(f"NEW.{name(k)} IS NOT OLD.{name(k)}" for k in check.fields)
        if check.kind == "state":
            condition = transition_broken(check, table)
        else:
            condition = f"({changed}) AND {broken(check, table)}"
        arms.append(_check_arm(check, table, condition))
    return (
        f"CREATE TRIGGER {name(f'trygg_{table.key}_before_update')} "
        f"BEFORE UPDATE OF {names(watched)} ON {own} BEGIN\n"
        + _case(arms, _mode("moving", "restoring"))
        + "END"
    )


def _after_update(table: Table) -> str:
    own = name(table.key)
    watched = [*_content(table), "deleted_at"]
    changed = " OR ".join(f"NEW.{name(key)} IS NOT OLD.{name(key)}" for key in watched)
    times = [c.key for c in table.columns if c.type == "datetime"]
    crooked = " OR ".join(f"length({name(key)}) <> 23" for key in times)
    straight = ", ".join(f"{name(key)} = {wall_clock(name(key))}" for key in times)
    normalise = (
        f"  UPDATE {own} SET {straight} WHERE fid = NEW.fid AND ({crooked});\n" if times else ""
    )
    # A form that says who also says when: the same name twice is told from no name at all.
    said = (
        "CASE WHEN NEW.changed_by IS NOT OLD.changed_by OR NEW.changed_at IS NOT OLD.changed_at "
        "THEN NEW.changed_by END"
    )
    who = f"coalesce({_context('user')}, {_intent(table, 'user')}, {said}, 'unknown')"
    return (
        f"CREATE TRIGGER {name(f'trygg_{table.key}_after_update')} "
        f"AFTER UPDATE OF {names(watched)} ON {own}\n"
        f"WHEN ({changed}) AND NOT {_mode('moving')} BEGIN\n"
        f"{normalise}"
        f"  UPDATE {own} SET version = OLD.version + 1, changed_at = {NOW}, changed_by = {who} "
        "WHERE fid = NEW.fid;\n"
        f"  INSERT INTO {HISTORY} (table_name, uuid, version, operation, at, user, verified, "
        "session, note, old, new)\n"
        f"  SELECT {text(table.key)}, n.uuid, n.version, "
        f"CASE WHEN {_mode('restoring')} THEN 'restore' ELSE 'update' END, "
        "n.changed_at, n.changed_by, "
        f"EXISTS (SELECT 1 FROM {CONTEXT}) OR {_intent(table, 'count(*)')} > 0, "
        f"coalesce({_context('session')}, {_intent(table, 'session')}), {_context('note')}, "
        f"{_changes(table, 'OLD', 'n', 'OLD')}, {_changes(table, 'OLD', 'n', 'n')}\n"
        f"  FROM {own} n WHERE n.fid = NEW.fid;\n"
        f"  UPDATE {INTENT} SET base_version = OLD.version + 1 WHERE uuid = OLD.uuid "
        f"AND table_name = {text(table.key)} AND NOT EXISTS (SELECT 1 FROM {CONTEXT});\n"
        "END"
    )


def _before_delete(table: Table) -> str:
    own = name(table.key)
    return (
        f"CREATE TRIGGER {name(f'trygg_{table.key}_before_delete')} BEFORE DELETE ON {own}\n"
        f"WHEN NOT {_mode('moving')} BEGIN\n"
        + _case(_concurrent(table), _mode("restoring"))
        + f"  INSERT INTO {CONTEXT} (mode) VALUES ('deleting');\n"
        "END"
    )


def _after_delete(table: Table) -> str:
    own = name(table.key)
    kept = [*_content(table), "uuid", "created_at", "created_by"]
    who = f"coalesce({_context('user')}, {_intent(table, 'user')}, 'unknown')"
    spatial = (
        # whichever of the two triggers ran first: a deleted record is not in the spatial index
        f"  DELETE FROM {name(f'rtree_{table.key}_{GEOMETRY}')} WHERE id = OLD.fid;\n"
        if _has_place(table)
        else ""
    )
    return (
        f"CREATE TRIGGER {name(f'trygg_{table.key}_after_delete')} AFTER DELETE ON {own}\n"
        f"WHEN NOT {_mode('moving')} BEGIN\n"
        f"  INSERT INTO {own} (fid, {names(kept)}, version, changed_at, changed_by, deleted_at)\n"
        f"  VALUES (OLD.fid, {', '.join('OLD.' + name(key) for key in kept)}, "
        "OLD.version + (OLD.deleted_at IS NULL), "
        f"CASE WHEN OLD.deleted_at IS NULL THEN {NOW} ELSE OLD.changed_at END, "
        f"CASE WHEN OLD.deleted_at IS NULL THEN {who} ELSE OLD.changed_by END, "
        f"coalesce(OLD.deleted_at, {NOW}));\n"
        f"{spatial}"
        f"  INSERT INTO {HISTORY} (table_name, uuid, version, operation, at, user, verified, "
        "session, note, old)\n"
        f"  SELECT {text(table.key)}, OLD.uuid, OLD.version + 1, 'delete', {NOW}, {who}, "
        f"{_mode('writing')} OR {_intent(table, 'count(*)')} > 0, "
        f"coalesce({_context('session')}, {_intent(table, 'session')}), {_context('note')}, "
        f"{_json(table, 'OLD')} WHERE OLD.deleted_at IS NULL;\n"
        f"  DELETE FROM {CONTEXT} WHERE mode = 'deleting';\n"
        "END"
    )


def _value(table: Table, row: str, key: str) -> str:
    column = f"{row}.{name(key)}"
    return f"hex({well_known_binary(column)})" if key == GEOMETRY else column


def _geometry_value(row: str) -> str:
    column = f"{row}.{name(GEOMETRY)}"
    return f"CASE WHEN {column} IS NOT NULL THEN hex({well_known_binary(column)}) END"


def _json(table: Table, row: str) -> str:
    """All that a record says, as JSON without the empty fields; the place as WKB in hex."""
    pairs = [f"{text(key)}, {row}.{name(key)}" for key in table.fields]
    if _has_place(table):
        pairs.append(f"{text(GEOMETRY)}, {_geometry_value(row)}")
    parts = [
        f"json_object({', '.join(pairs[start : start + _PAIRS])})"
        for start in range(0, len(pairs), _PAIRS)
    ]
    merged = "'{}'"
    for part in parts:
        merged = f"json_patch({merged}, {part})"
    return merged


def _changes(table: Table, old: str, new: str, shown: str) -> str:
    """The fields that differ between two rows, as JSON with the values of ``shown``."""
    parts = []
    for key in _content(table):
        value = _geometry_value(shown) if key == GEOMETRY else f"{shown}.{name(key)}"
        parts.append(
            f"SELECT {text(key)} AS k, {value} AS v "
            f"WHERE {old}.{name(key)} IS NOT {new}.{name(key)}"
        )
    return f"(SELECT json_group_object(k, v) FROM ({' UNION ALL '.join(parts)}))"


def _code_triggers(table: CodeTable) -> List[str]:
    own = name(table.key)
    columns = [key for key in table.columns if key != "code"]

    def shown(row: str) -> str:
        pairs = [f"{text(key)}, {row}.{name(key)}" for key in ("code", *columns)]
        return f"json_patch('{{}}', json_object({', '.join(pairs[:_PAIRS])}))"

    def log(operation: str, code: str, old: str, new: str) -> str:
        return (
            f"  INSERT INTO {HISTORY} (table_name, uuid, operation, at, user, verified, session, "
            f"note, old, new) SELECT {text(table.key)}, {code}, {text(operation)}, {NOW}, "
            f"coalesce({_context('user')}, 'unknown'), EXISTS (SELECT 1 FROM {CONTEXT}), "
            f"{_context('session')}, {_context('note')}, {old}, {new} "
            f"WHERE NOT {_mode('moving')};\n"
        )

    changed = " OR ".join(f"NEW.{name(key)} IS NOT OLD.{name(key)}" for key in columns)
    return [
        f"CREATE TRIGGER {name(f'trygg_{table.key}_insert')} AFTER INSERT ON {own} BEGIN\n"
        + log("insert", "NEW.code", "NULL", shown("NEW"))
        + "END",
        f"CREATE TRIGGER {name(f'trygg_{table.key}_key')} BEFORE UPDATE OF code ON {own} BEGIN\n"
        f"  SELECT {refusal('code_key', table.key, 'code', GENERAL['code_key']['sv'])} "
        "WHERE NEW.code IS NOT OLD.code;\nEND",
        f"CREATE TRIGGER {name(f'trygg_{table.key}_update')} AFTER UPDATE ON {own}\n"
        f"WHEN {changed} BEGIN\n" + log("update", "NEW.code", shown("OLD"), shown("NEW")) + "END",
        f"CREATE TRIGGER {name(f'trygg_{table.key}_delete')} BEFORE DELETE ON {own} BEGIN\n"
        f"  SELECT {refusal('code_in_use', table.key, 'code', GENERAL['code_in_use']['sv'])} "
        f"WHERE NOT {_mode('moving')};\nEND",
    ]


def _history_triggers() -> List[str]:
    """History grows and is otherwise left alone, but for disposal and moving house."""
    never = refusal("history", HISTORY, "", GENERAL["history"]["sv"])
    return [
        f"CREATE TRIGGER {HISTORY}_insert BEFORE INSERT ON {HISTORY} "
        f"WHEN NEW.id IS NOT -1 BEGIN\n"
        # INSERT OR REPLACE removes the row that is in the way without firing a delete trigger
        f"  SELECT {never} WHERE EXISTS (SELECT 1 FROM {HISTORY} h WHERE h.id = NEW.id);\nEND",
        f"CREATE TRIGGER {HISTORY}_update BEFORE UPDATE ON {HISTORY} BEGIN\n"
        f"  SELECT {never} WHERE NOT {_mode('disposing')};\nEND",
        f"CREATE TRIGGER {HISTORY}_delete BEFORE DELETE ON {HISTORY} BEGIN\n  SELECT {never};\nEND",
    ]
