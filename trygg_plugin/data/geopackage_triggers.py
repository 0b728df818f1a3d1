"""The triggers of record tables: stamps, history, rules, no stale edits, deletes that only mark.

Done by the database, so that every program that writes meets them.

* before insert / before update: refuse, at the first broken rule.
* after insert: fill empty stamps and defaults, bring times into one form, write history.
* after update: raise the version, stamp, write history. An update that changes nothing is none.
* before / after delete: the row is put back, marked. ``RAISE(IGNORE)`` would be simpler, but then
  SQLite reports zero changed rows, and OGR and QGIS report a failed delete.

Their text is kept short: every connection to the file reads all of it.
"""

from __future__ import annotations

from typing import Dict, Iterable, List, Mapping, Tuple

from .geopackage_personal_data import FOUND, TEXT, may_hold_personal_data
from .geopackage_rules import (
    NOW,
    broken,
    kept_from_delete,
    kept_from_update,
    transition_broken,
    wall_clock,
    well_known_binary,
)
from .schema import (
    CONTEXT,
    GENERAL,
    GEOMETRY,
    HISTORY,
    INTENT,
    KEPT,
    LIVE_INTENT,
    PERSONAL_DATA,
    Check,
    Table,
)
from .sql_text import name, names, text

_UUID = (
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || "
    "substr(hex(randomblob(2)), 2) || '-' || substr('89AB', 1 + (random() & 3), 1) || "
    "substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))"
)

#: json_object takes at most 127 arguments in the SQLite of older installations.
_PAIRS = 60

_STAMPED = "created_at GLOB '????-*Z'"


def record_triggers(table: Table, defaults: Mapping[str, str]) -> List[str]:
    """Statements that make a record table's triggers; ``defaults`` are column -> SQL."""
    filled = _filled(table, defaults)
    return [
        _before_insert(table, filled),
        _after_insert(table, filled),
        _before_update(table),
        _after_update(table),
        _before_delete(table),
        _after_delete(table),
        *_personal_data(table),
    ]


def history_triggers() -> List[str]:
    """History grows and is otherwise left alone, but for disposal."""
    never = refusal("history", HISTORY, "", GENERAL["history"]["sv"])
    return [
        f"CREATE TRIGGER {HISTORY}_insert BEFORE INSERT ON {HISTORY} WHEN NEW.id IS NOT -1 BEGIN\n"  # nosec B608
        # INSERT OR REPLACE removes the row that is in the way without firing a delete trigger
        f"SELECT {never} WHERE EXISTS (SELECT 1 FROM {HISTORY} h WHERE h.id = NEW.id);\nEND",
        f"CREATE TRIGGER {HISTORY}_update BEFORE UPDATE ON {HISTORY} BEGIN\n"
        f"SELECT {never} WHERE NOT {mode('disposing')};\nEND",
        f"CREATE TRIGGER {HISTORY}_delete BEFORE DELETE ON {HISTORY} BEGIN\nSELECT {never};\nEND",
    ]


def refusal(rule: str, table: str, field: str, sentence: str) -> str:
    """A RAISE with the fixed code that refusals.py reads. Only a literal is allowed there."""
    place = f"{table}.{field}" if field else table
    return f"RAISE(ABORT, {text(f'TRYGG:{rule}:{place}: {sentence}')})"


def mode(*modes: str) -> str:
    """Whether the running transaction, if it is one of ours, is in one of these modes."""
    return f"EXISTS (SELECT 1 FROM {CONTEXT} WHERE mode IN ({', '.join(map(text, modes))}))"  # nosec B608


def context(column: str) -> str:
    """What the running transaction says of itself, NULL when it is not one of ours."""
    return f"(SELECT {column} FROM {CONTEXT} WHERE {column} IS NOT NULL)"  # nosec B608


def _trigger(table: Table, timing: str, event: str, when: str, statements: Iterable[str]) -> str:
    own = f"trygg_{table.key}_{timing.lower()}_{event.split()[0].lower()}"
    condition = f"WHEN {when} " if when else ""
    joined = ";\n".join(statements)
    return (
        f"CREATE TRIGGER {name(own)} {timing} {event} ON {name(table.key)} {condition}BEGIN\n"
        f"{joined};\nEND"
    )


def _case(arms: Iterable[str]) -> str:
    joined = "\n".join(arms)
    return f"CASE {joined} END"


def _arm(condition: str, rule: str, table: str, field: str, sentence: str) -> str:
    return f"WHEN {condition} THEN {refusal(rule, table, field, sentence)}"


def _check_arm(check: Check, table: Table, condition: str) -> str:
    return _arm(condition, check.rule, table.key, check.field, check.message["sv"])


def _general(rule: str, table: Table, condition: str, field: str = "") -> str:
    return _arm(condition, rule, table.key, field, GENERAL[rule]["sv"])


def _has_place(table: Table) -> bool:
    return table.geometry != "none"


def _content(table: Table) -> List[str]:
    """Columns that make up what a record says."""
    return [*table.fields, *([GEOMETRY] if _has_place(table) else [])]


def _times(table: Table) -> List[str]:
    return [column.key for column in table.columns if column.type == "datetime"]


def _of_row(table: Table) -> List[Check]:
    """The checks that are one condition over the row."""
    return [check for check in table.checks if check.kind not in PERSONAL_DATA]


def _filled(table: Table, defaults: Mapping[str, str]) -> Dict[str, str]:
    """Required fields with a default. QGIS and OGR send NULL where the user has filled in
    nothing, and SQLite then passes the column's own default by."""
    required = [check.field for check in table.checks if check.kind == "required"]
    return {key: defaults[key] for key in required if key in defaults}


def _row(alias: str, keys: Iterable[str]) -> str:
    return "(" + ", ".join(f"{alias}.{name(key)}" for key in keys) + ")"


def _changed(keys: Iterable[str]) -> str:
    listed = list(keys)
    if len(listed) == 1:
        return f"NEW.{name(listed[0])} IS NOT OLD.{name(listed[0])}"
    return f"{_row('OLD', listed)} IS NOT {_row('NEW', listed)}"


# --- before: refuse ------------------------------------------------------------------------


def _before_insert(table: Table, filled: Mapping[str, str]) -> str:
    own = name(table.key)
    arms = [
        _general(
            "exists",
            table,
            f"EXISTS (SELECT 1 FROM {own} o WHERE o.uuid = NEW.uuid) "  # nosec B608
            f"OR EXISTS (SELECT 1 FROM {own} o WHERE o.fid = NEW.fid)",
        ),
        _general(
            "uuid",
            table,
            "length(NEW.uuid) <> 36 OR NEW.uuid GLOB '*[{}]*'",
            "uuid",
        ),
        _general("deleted_at", table, "NEW.deleted_at IS NOT NULL", "deleted_at"),
    ]
    arms += [
        _check_arm(check, table, broken(check, table))
        for check in _of_row(table)
        if check.kind != "frozen" and not (check.kind == "required" and check.field in filled)
    ]
    return _trigger(
        table,
        "BEFORE",
        "INSERT",
        "",
        [f"SELECT {_case(arms)} WHERE NOT {mode('moving', 'deleting')}"],
    )


def _before_update(table: Table) -> str:
    watched = [*_content(table), "uuid", "created_at", "created_by", "deleted_at"]
    questions = [
        _case(
            [
                _general("deleted", table,
                         f"OLD.deleted_at IS NOT NULL AND NOT {mode('disposing')}"),
                _general(
                    "identity",
                    table,
                    "NEW.uuid IS NOT coalesce(OLD.uuid, NEW.uuid) "
                    f"OR (OLD.{_STAMPED} AND NEW.created_at IS NOT OLD.created_at) "
                    "OR NEW.created_by IS NOT coalesce(OLD.created_by, NEW.created_by)",
                ),
                _general("deleted_at", table, "NEW.deleted_at IS NOT NULL "
                         "AND NEW.deleted_at IS NOT OLD.deleted_at", "deleted_at"),
                *_concurrent(table),
            ]
        )  # fmt: skip
    ]
    # asked only when a field of the rule changes: a rule that came later locks no old record
    for fields, checks in _by_fields(_of_row(table)).items():
        same = f"WHEN NOT ({_changed(fields)}) THEN 0"
        arms = [_check_arm(check, table, _broken_by_update(check, table)) for check in checks]
        questions.append(_case([same, *arms]))
    joined = ",\n".join(questions)
    return _trigger(
        table,
        "BEFORE",
        f"UPDATE OF {names(watched)}",
        "",
        [f"SELECT {joined} WHERE NOT {mode('moving', 'restoring', 'filling')}"],
    )


def _broken_by_update(check: Check, table: Table) -> str:
    """What a rule asks of an update: two of them ask about the row as it was."""
    if check.kind == "state":
        return transition_broken(check, table)
    return kept_from_update(check, table) or broken(check, table)


def _by_fields(checks: Iterable[Check]) -> Dict[tuple, List[Check]]:
    grouped: Dict[tuple, List[Check]] = {}
    for check in checks:
        grouped.setdefault(check.fields, []).append(check)
    return grouped


def _intent(column: str) -> str:
    return f"(SELECT {column} FROM {LIVE_INTENT} WHERE uuid = OLD.uuid)"  # nosec B608


def _concurrent(table: Table) -> List[str]:
    """Arms that refuse a stale edit. Our own transactions compare versions themselves."""
    foreign = f"AND NOT {mode('writing')}"
    return [
        _general("busy", table, f"{_intent('count(*)')} > 1 {foreign}"),
        _general("stale", table, f"{_intent('base_version')} <> OLD.version {foreign}"),
    ]


def _before_delete(table: Table) -> str:
    kept = [
        _check_arm(check, table, kept_from_delete(check, table))
        for check in table.checks
        if check.kind in KEPT
    ]
    return _trigger(
        table,
        "BEFORE",
        "DELETE",
        f"NOT {mode('moving')}",
        [
            f"SELECT {_case([*_concurrent(table), *kept])} WHERE NOT {mode('restoring')}",
            f"INSERT INTO {CONTEXT} (mode) VALUES ('deleting')",  # nosec B608
        ],
    )


def _personal_data(table: Table) -> List[str]:
    """Triggers that put suspicious texts before the view of certain findings."""
    checks = [check for check in table.checks if check.kind in PERSONAL_DATA]
    if not checks:
        return []
    fields = list(dict.fromkeys(check.field for check in checks))
    nouns = {
        "personal_number": "ett personnummer",
        "coordination_number": "ett samordningsnummer",
        "email": "en e-postadress",
    }
    arms = [
        f"WHEN {text(f'{check.field}:{check.kind}')} THEN "
        + refusal(
            check.rule, table.key, check.field, f"Texten innehåller {nouns[check.kind]}. Ta bort."
        )
        for check in checks
    ]
    suspicious = {key: may_hold_personal_data(f"NEW.{name(key)}") for key in fields}
    changed = {key: f"{_changed([key])} AND {suspicious[key]}" for key in fields}

    def trigger(event: str, asked: Mapping[str, str], unless: str) -> str:
        rows = " UNION ALL ".join(
            f"SELECT {text(key)}, NEW.{name(key)} WHERE {condition}"
            for key, condition in asked.items()
        )
        return _trigger(
            table,
            "BEFORE",
            event,
            f"NOT {unless} AND ({' OR '.join(asked.values())})",
            [
                f"DELETE FROM {TEXT}",  # nosec B608
                f"INSERT INTO {TEXT} (field, text) {rows}",
                f"SELECT CASE field || ':' || kind {' '.join(arms)} END FROM {FOUND}",  # nosec B608
                f"DELETE FROM {TEXT}",  # nosec B608
            ],
        ).replace("_before_", "_text_", 1)

    return [
        trigger("INSERT", suspicious, mode("moving", "deleting")),
        trigger(f"UPDATE OF {names(fields)}", changed, mode("moving")),
    ]


# --- after: stamp and log ------------------------------------------------------------------


def _after_insert(table: Table, filled: Mapping[str, str]) -> str:
    own = name(table.key)
    settings, unfinished = _finishing(table, filled)
    return _trigger(
        table,
        "AFTER",
        "INSERT",
        f"NOT {mode('moving', 'deleting')}",
        [
            # what is filled in belongs to the insert: it is no update of its own
            f"INSERT INTO {CONTEXT} (mode) SELECT 'filling' FROM {own} "  # nosec B608
            f"WHERE fid = NEW.fid AND ({unfinished})",
            f"UPDATE {own} SET {settings} WHERE fid = NEW.fid AND {mode('filling')}",  # nosec B608
            f"DELETE FROM {CONTEXT} WHERE mode = 'filling'",  # nosec B608
            _insert_history(table, "fid = NEW.fid"),
        ],
    )


def after_bulk_insert(table: Table, defaults: Mapping[str, str], first: int) -> List[str]:
    """What the trigger after an insert does, for all rows after key ``first`` at once."""
    settings, unfinished = _finishing(table, _filled(table, defaults))
    return [
        f"INSERT INTO {CONTEXT} (mode) VALUES ('filling')",  # nosec B608
        f"UPDATE {name(table.key)} SET {settings} "  # nosec B608
        f"WHERE fid > {int(first)} AND ({unfinished})",
        f"DELETE FROM {CONTEXT} WHERE mode = 'filling'",  # nosec B608
        _insert_history(table, f"fid > {int(first)} ORDER BY fid"),
    ]


def after_insert_trigger(table: Table) -> str:
    """The name of the trigger that :func:`after_bulk_insert` stands in for."""
    return f"trygg_{table.key}_after_insert"


def _finishing(table: Table, filled: Mapping[str, str]) -> Tuple[str, str]:
    """What makes a new row complete, and the condition under which it is not."""
    times = _times(table)
    settings = [
        f"uuid = coalesce(uuid, {_UUID})",
        "version = 1",
        f"created_at = CASE WHEN {_STAMPED} THEN created_at ELSE {NOW} END",
        f"created_by = coalesce(created_by, {context('user')}, 'unknown')",
        "changed_at = NULL",
        "changed_by = NULL",
    ]
    unfinished = [
        "uuid IS NULL",
        "version IS NOT 1",
        f"({_STAMPED}) IS NOT 1",
        "created_by IS NULL",
        "changed_at IS NOT NULL",
        "changed_by IS NOT NULL",
    ]
    for key in dict.fromkeys([*filled, *times]):
        value = wall_clock(name(key)) if key in times else name(key)
        if key in filled:
            value = f"coalesce({value}, {filled[key]})"
            unfinished.append(f"{name(key)} IS NULL")
        if key in times:
            unfinished.append(f"length({name(key)}) <> 23")
        settings.append(f"{name(key)} = {value}")
    return ", ".join(settings), " OR ".join(unfinished)


def _insert_history(table: Table, rows: str) -> str:
    return (
        f"INSERT INTO {HISTORY} (table_name, uuid, version, operation, at, user, verified, "  # nosec B608
        f"session, note, new) SELECT {text(table.key)}, uuid, 1, 'insert', {NOW}, created_by, "
        f"EXISTS (SELECT 1 FROM {CONTEXT}), {context('session')}, {context('note')}, "
        f"{_json(table, '')} FROM {name(table.key)} WHERE {rows}"
    )


def _after_update(table: Table) -> str:
    own = name(table.key)
    watched = [*_content(table), "deleted_at"]
    times = _times(table)
    crooked = " OR ".join(f"length({name(key)}) <> 23" for key in times)
    straight = ", ".join(f"{name(key)} = {wall_clock(name(key))}" for key in times)
    # A form that says who also says when: the same name twice is told from no name at all.
    said = f"CASE WHEN {_changed(['changed_by', 'changed_at'])} THEN NEW.changed_by END"
    who = f"coalesce({context('user')}, {_intent('user')}, {said}, 'unknown')"
    stored = f"FROM {own} WHERE fid = NEW.fid)"
    return _trigger(
        table,
        "AFTER",
        f"UPDATE OF {names(watched)}",
        f"{_changed(watched)} AND NOT {mode('moving', 'filling')}",
        [
            *(
                [f"UPDATE {own} SET {straight} WHERE fid = NEW.fid AND ({crooked})"]  # nosec B608
                if times
                else []
            ),
            f"UPDATE {own} SET version = OLD.version + 1, changed_at = {NOW}, changed_by = {who} "  # nosec B608
            "WHERE fid = NEW.fid",
            f"INSERT INTO {HISTORY} (table_name, uuid, version, operation, at, user, verified, "  # nosec B608
            f"session, note, old, new) SELECT {text(table.key)}, OLD.uuid, OLD.version + 1, "
            f"CASE WHEN {mode('restoring')} THEN 'restore' ELSE 'update' END, "
            f"(SELECT changed_at {stored}, (SELECT changed_by {stored}, "
            f"EXISTS (SELECT 1 FROM {CONTEXT}) OR {_intent('count(*)')} > 0, "
            f"coalesce({context('session')}, {_intent('session')}), {context('note')}, "
            "json_group_object(k, o), json_group_object(k, n) "
            f"FROM ({_pairs(table)}) WHERE o IS NOT n",
            f"UPDATE {INTENT} SET base_version = OLD.version + 1 WHERE uuid = OLD.uuid "  # nosec B608
            f"AND NOT EXISTS (SELECT 1 FROM {CONTEXT})",
        ],
    )


def _after_delete(table: Table) -> str:
    own = name(table.key)
    kept = [*_content(table), "uuid", "created_at", "created_by"]
    who = f"coalesce({context('user')}, {_intent('user')}, 'unknown')"
    first = "OLD.deleted_at IS NULL"
    spatial = (
        # whichever of the two triggers ran first: a deleted record is not in the spatial index
        [f"DELETE FROM {name(f'rtree_{table.key}_{GEOMETRY}')} WHERE id = OLD.fid"]  # nosec B608
        if _has_place(table)
        else []
    )
    return _trigger(
        table,
        "AFTER",
        "DELETE",
        f"NOT {mode('moving')}",
        [
            f"INSERT INTO {own} (fid, {names(kept)}, version, changed_at, changed_by, deleted_at) "  # nosec B608
            f"VALUES (OLD.fid, {', '.join('OLD.' + name(key) for key in kept)}, "
            f"OLD.version + ({first}), "
            f"CASE WHEN {first} THEN {NOW} ELSE OLD.changed_at END, "
            f"CASE WHEN {first} THEN {who} ELSE OLD.changed_by END, "
            f"coalesce(OLD.deleted_at, {NOW}))",
            *spatial,
            f"INSERT INTO {HISTORY} (table_name, uuid, version, operation, at, user, verified, "  # nosec B608
            f"session, note, old) SELECT {text(table.key)}, OLD.uuid, version, 'delete', "
            f"changed_at, changed_by, {mode('writing')} OR {_intent('count(*)')} > 0, "
            f"coalesce({context('session')}, {_intent('session')}), {context('note')}, "
            f"{_json(table, 'OLD.')} FROM {own} WHERE fid = OLD.fid AND {first}",
            f"DELETE FROM {CONTEXT} WHERE mode = 'deleting'",  # nosec B608
        ],
    )


def _place(row: str) -> str:
    column = f"{row}{name(GEOMETRY)}"
    return f"CASE WHEN {column} IS NOT NULL THEN hex({well_known_binary(column)}) END"


def _json(table: Table, row: str) -> str:
    """All that a record says, as JSON without the empty fields; the place as WKB in hex."""
    pairs = [f"{text(key)}, {row}{name(key)}" for key in table.fields]
    if _has_place(table):
        pairs.append(f"{text(GEOMETRY)}, {_place(row)}")
    merged = "'{}'"
    for start in range(0, len(pairs), _PAIRS):
        merged = f"json_patch({merged}, json_object({', '.join(pairs[start : start + _PAIRS])}))"
    return merged


def _pairs(table: Table) -> str:
    """Rows of field, old and new value; times as they stand in the table by now."""
    rows = []
    for key in table.fields:
        new = f"NEW.{name(key)}"
        if table.column(key).type == "datetime":
            new = f"(SELECT {name(key)} FROM {name(table.key)} WHERE fid = NEW.fid)"  # nosec B608
        rows.append(f"{text(key)}, OLD.{name(key)}, {new}")
    if _has_place(table):
        moved = f"WHERE {_changed([GEOMETRY])}"
        old, new = (f"(SELECT {_place(row)} {moved})" for row in ("OLD.", "NEW."))
        rows.append(f"{text(GEOMETRY)}, {old}, {new}")
    first, *others = rows
    key, old, new = first.split(", ", 2)
    values = ", ".join(f"({row})" for row in others)
    union = f" UNION ALL VALUES {values}" if values else ""
    return f"SELECT {key} AS k, {old} AS o, {new} AS n{union}"
