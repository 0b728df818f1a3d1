"""The triggers of record tables in PostgreSQL: rules, stamps, history, deletes that only mark.

* before any statement: no one waits for another's lock without end.
* before insert: fill in defaults and stamps, refuse at the first broken rule.
* after insert, once a statement: history, so that many rows cost little.
* before update: refuse what is stale, deleted or broken; raise the version, stamp, write history.
  An update that changes nothing is none.
* before delete: the row is marked instead. PostgreSQL then reports zero deleted rows; putting the
  row back after a delete would report one, but another's update that waits for it would find no
  row at all and be lost without a word.

The functions run with the rights of the workspace's owner, so that a rule sees all records and no
one needs a right to history: ``session_user`` is still who wrote. What a transaction says of itself
(modes, session, note) stands in settings that end with it; a mode past the rules counts only for
whom ``trygg_may`` lets use it.
"""

from __future__ import annotations

from typing import Iterable, List, Mapping, Tuple

from .postgis_connection import LOCK_TIMEOUT
from .postgis_personal_data import FUNCTION, may_hold_personal_data
from .postgis_rules import (
    NOW,
    Condition,
    broken,
    broken_by_delete,
    broken_by_update,
    by_fields,
    changed,
    in_mode,
    place_json,
    record_json,
    stored_json,
)
from .schema import (
    EDITED_VERSION,
    GENERAL,
    GEOMETRY,
    HISTORY,
    INTENT,
    KEPT,
    PERSONAL_DATA,
    STAMPS,
    Check,
    Table,
)
from .sql_text import name, text

#: Settings of a transaction of ours.
MODES, SESSION, NOTE, DELETING = "trygg.modes", "trygg.session", "trygg.note", "trygg.deleting"

#: Modes that lift rules, and so are only for some.
PRIVILEGED = ("importing", "restoring", "moving", "disposing")

#: An intent older than this many seconds was left behind by a program that died.
INTENT_LIFE = 120


def setting(key: str) -> str:
    """What the running transaction says of itself; NULL when it says nothing."""
    return f"nullif(current_setting({text(key)}, true), '')"


def header(s: str, path: str) -> str:
    """What every trigger function has: the owner's rights, and no search path but its own."""
    return f"SECURITY DEFINER SET search_path = pg_catalog, {path}, {s}, pg_temp"


def refusal(rule: str, table: str, field: str, sentence: str) -> str:
    """A RAISE with the fixed code that refusals.py reads."""
    place = f"{table}.{field}" if field else table
    return (
        f"RAISE EXCEPTION USING ERRCODE = 'check_violation', "
        f"MESSAGE = {text(f'TRYGG:{rule}:{place}: {sentence}')};"
    )


def modes_declared() -> str:
    """The variable that in_mode asks; :func:`modes_checked` comes first in the body."""
    return f"modes text := coalesce(current_setting({text(MODES)}, true), '')"


def modes_checked(s: str) -> str:
    """Leaves in it only the modes that the login may use; nothing to ask in the usual ones."""
    return f"IF modes NOT IN ('', ',writing,') THEN modes := {s}.trygg_modes(); END IF;"


def general_functions(s: str, path: str, owner_check: str) -> List[str]:
    """Functions that all tables share. ``owner_check`` is who may use a mode past the rules."""
    modes = setting(MODES)
    return [
        # roles of a workspace, where there are any, put their own answer in place of this one
        f"CREATE OR REPLACE FUNCTION {s}.trygg_may(mode text) RETURNS boolean LANGUAGE sql STABLE "
        f"SET search_path = pg_catalog AS $body$ SELECT {owner_check} $body$",
        f"CREATE OR REPLACE FUNCTION {s}.trygg_modes() RETURNS text LANGUAGE plpgsql STABLE "
        f"SET search_path = pg_catalog AS $body$\n"
        f"DECLARE modes text := {modes}; one text;\nBEGIN\n"
        "  IF modes IS NULL OR modes = ',writing,' THEN RETURN coalesce(modes, ''); END IF;\n"
        f"  FOREACH one IN ARRAY ARRAY[{', '.join(text(mode) for mode in PRIVILEGED)}] LOOP\n"
        f"    IF strpos(modes, ',' || one || ',') > 0 AND NOT {s}.trygg_may(one) THEN\n"
        "      modes := replace(modes, ',' || one || ',', ',');\n    END IF;\n  END LOOP;\n"
        "  RETURN modes;\nEND $body$",
        f"CREATE OR REPLACE FUNCTION {s}.trygg_history_kept() RETURNS trigger LANGUAGE plpgsql "
        f"{header(s, path)} AS $body$\n"
        f"DECLARE {modes_declared()};\nBEGIN\n  {modes_checked(s)}\n"
        f"  IF TG_OP = 'UPDATE' AND {in_mode('disposing')} THEN RETURN NEW; END IF;\n"
        f"  {refusal('history', HISTORY, '', GENERAL['history']['sv'])}\nEND $body$",
        patience_function(s, LOCK_TIMEOUT),
        # TRUNCATE fires no trigger of rows
        f"CREATE OR REPLACE FUNCTION {s}.trygg_no_truncate() RETURNS trigger LANGUAGE plpgsql AS "
        f"$body$ BEGIN {refusal('history', HISTORY, '', GENERAL['history']['sv'])} END $body$",
    ]


def patience_function(s: str, seconds: float) -> str:
    """How long a save waits for another's lock, from any program. QGIS itself would wait for ever,
    its window frozen; a login or a program that says how long it waits is left at that."""
    return (
        f"CREATE OR REPLACE FUNCTION {s}.trygg_patience() RETURNS trigger LANGUAGE plpgsql "
        "SET search_path = pg_catalog AS $body$ BEGIN\n"
        "  IF current_setting('lock_timeout') = '0' THEN "
        f"PERFORM set_config('lock_timeout', {text(f'{int(seconds * 1000)}ms')}, true); END IF;\n"
        "  RETURN NULL;\nEND $body$"
    )


def history_triggers(s: str) -> List[str]:
    """History grows and is otherwise left alone, but for disposal."""
    return [
        f"CREATE TRIGGER trygg_kept BEFORE UPDATE OR DELETE ON {s}.{HISTORY} "
        f"FOR EACH ROW EXECUTE FUNCTION {s}.trygg_history_kept()",
        _no_truncate(s, HISTORY),
    ]


def record_functions(table: Table, defaults: Mapping[str, str], s: str, path: str) -> List[str]:
    """Statements that make, or replace, a record table's trigger functions."""
    return [
        _function(table, "insert", _insert_body(table, defaults, s), s, path),
        _function(table, "inserted", _inserted_body(table, s), s, path),
        _function(table, "update", _update_body(table, s), s, path),
        _function(table, "delete", _delete_body(table, s), s, path),
    ]


def record_triggers(table: Table, s: str) -> List[str]:
    """Statements that make a record table's triggers."""
    own = f"{s}.{name(table.key)}"

    def call(function: str) -> str:
        return f"EXECUTE FUNCTION {s}.{name(f'trygg_{table.key}_{function}')}()"

    return [
        f"CREATE TRIGGER trygg_patience BEFORE INSERT OR UPDATE OR DELETE ON {own} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {s}.trygg_patience()",
        f"CREATE TRIGGER trygg_insert BEFORE INSERT ON {own} FOR EACH ROW {call('insert')}",
        f"CREATE TRIGGER trygg_inserted AFTER INSERT ON {own} REFERENCING NEW TABLE AS made "
        f"FOR EACH STATEMENT {call('inserted')}",
        f"CREATE TRIGGER trygg_update BEFORE UPDATE ON {own} FOR EACH ROW {call('update')}",
        f"CREATE TRIGGER trygg_delete BEFORE DELETE ON {own} FOR EACH ROW {call('delete')}",
        _no_truncate(s, table.key),
    ]


def _no_truncate(s: str, table: str) -> str:
    return (
        f"CREATE TRIGGER trygg_no_truncate BEFORE TRUNCATE ON {s}.{name(table)} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {s}.trygg_no_truncate()"
    )


def _function(
    table: Table, event: str, body: Tuple[List[str], List[str]], s: str, path: str
) -> str:
    declared = "".join(f"  {line};\n" for line in body[0])
    lines = "\n".join(f"  {line}" for line in body[1])
    return (
        f"CREATE OR REPLACE FUNCTION {s}.{name(f'trygg_{table.key}_{event}')}() RETURNS trigger "
        f"LANGUAGE plpgsql {header(s, path)} AS $body$\n"
        f"DECLARE\n  {modes_declared()};\n{declared}BEGIN\n  {modes_checked(s)}\n{lines}\n"
        "END $body$"
    )


def _refuse(condition: str, refused: str) -> str:
    return f"IF {condition} THEN {refused} END IF;"


def _check(check: Check, table: Table, condition: Condition) -> str:
    refused = refusal(check.rule, table.key, check.field, check.message["sv"])
    for part in reversed(condition):
        refused = _refuse(part, refused)
    return refused


def _general(rule: str, table: Table, condition: str, field: str = "") -> str:
    return _refuse(condition, refusal(rule, table.key, field, GENERAL[rule]["sv"]))


def _of_row(table: Table) -> List[Check]:
    return [check for check in table.checks if check.kind not in PERSONAL_DATA]


def _has_place(table: Table) -> bool:
    return table.geometry != "none"


# --- insert ----------------------------------------------------------------------------------


def _insert_body(
    table: Table, defaults: Mapping[str, str], s: str
) -> Tuple[List[str], List[str]]:
    # QGIS and OGR send NULL where the user has filled in nothing, past the column's default
    filled = {
        check.field: defaults[check.field]
        for check in table.checks
        if check.kind == "required" and check.field in defaults
    }
    own = f"{s}.{name(table.key)}"
    lines = [
        f"NEW.{EDITED_VERSION} := NULL;",
        f"IF {in_mode('moving')} THEN RETURN NEW; END IF;",
        "NEW.uuid := coalesce(NEW.uuid, gen_random_uuid()::text);",
        _general("uuid", table, "char_length(NEW.uuid) <> 36 OR NEW.uuid ~ '[{}]'", "uuid"),
        _general(
            "exists",
            table,
            f"EXISTS (SELECT 1 FROM {own} o WHERE o.uuid = NEW.uuid)",  # nosec B608
        ),
        _general("deleted_at", table, "NEW.deleted_at IS NOT NULL", "deleted_at"),
        "NEW.version := 1;",
        f"NEW.created_at := {NOW};",
        "NEW.created_by := session_user;",
        "NEW.changed_at := NULL;",
        "NEW.changed_by := NULL;",
    ]
    lines += [
        f"IF NEW.{name(key)} IS NULL THEN NEW.{name(key)} := {value}; END IF;"
        for key, value in filled.items()
    ]
    for check in _of_row(table):
        condition = () if check.kind == "frozen" else broken(check, table, s)
        if condition and not (check.kind == "required" and check.field in filled):
            lines.append(_check(check, table, condition))
    lines += _personal_data(table, s, changed_only=False)
    return ["found text[]"], [*lines, "RETURN NEW;"]


def _inserted_body(table: Table, s: str) -> Tuple[List[str], List[str]]:
    return [], [
        f"IF {in_mode('moving')} THEN RETURN NULL; END IF;",
        f"INSERT INTO {s}.{HISTORY} (table_name, uuid, version, operation, at, {name('user')}, "  # nosec B608
        f"verified, session, note, new) SELECT {text(table.key)}, made.uuid, 1, 'insert', "
        f"made.created_at, made.created_by, true, {setting(SESSION)}, {setting(NOTE)}, "
        f"{record_json('made', table)} FROM made ORDER BY made.fid;",
        "RETURN NULL;",
    ]


def _personal_data(table: Table, s: str, changed_only: bool) -> List[str]:
    nouns = {
        "personal_number": "ett personnummer",
        "coordination_number": "ett samordningsnummer",
        "email": "en e-postadress",
    }
    by_field = {}
    for check in table.checks:
        if check.kind in PERSONAL_DATA:
            by_field.setdefault(check.field, []).append(check)
    lines = []
    for field, checks in by_field.items():
        value = f"NEW.{name(field)}"
        suspicious = may_hold_personal_data(value)
        if changed_only:
            suspicious = f"({changed([field])}) AND {suspicious}"
        asked = " ".join(
            _refuse(
                f"{text(check.kind)} = ANY (found)",
                refusal(check.rule, table.key, field,
                        f"Texten innehåller {nouns[check.kind]}. Ta bort."),
            )
            for check in checks
        )  # fmt: skip
        lines.append(f"IF {suspicious} THEN found := {s}.{FUNCTION}({value}); {asked} END IF;")
    return lines


# --- update ----------------------------------------------------------------------------------


def _update_body(table: Table, s: str) -> Tuple[List[str], List[str]]:
    deleting = f"(pg_trigger_depth() > 1 AND {setting(DELETING)} = 'on')"
    kept = [key for key in STAMPS if key not in ("uuid", "created_at", "created_by", "deleted_at")]
    declared = [
        "found text[]",
        "mine record",
        "intended boolean := false",
        f"base bigint := NEW.{EDITED_VERSION}",
        f"session text := {setting(SESSION)}",
        "o jsonb := '{}'",
        "n jsonb := '{}'",
        "operation text := 'update'",
        "verified boolean := false",
    ]
    lines = [
        f"NEW.{EDITED_VERSION} := NULL;",
        f"IF {in_mode('moving')} THEN RETURN NEW; END IF;",
        # the setting can be made by anyone: all that it opens is the mark
        f"IF {deleting} AND OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL THEN "
        "operation := 'delete'; NEW := OLD; "
        f"NEW.deleted_at := {NOW};",
        f"ELSIF {in_mode('restoring')} THEN operation := 'restore'; verified := true;",
        "ELSE",
        _general("deleted", table, f"OLD.deleted_at IS NOT NULL AND NOT {in_mode('disposing')}"),
        _general(
            "identity",
            table,
            "NEW.fid <> OLD.fid OR NEW.uuid IS DISTINCT FROM OLD.uuid "
            "OR NEW.created_at IS DISTINCT FROM OLD.created_at "
            "OR NEW.created_by IS DISTINCT FROM OLD.created_by",
        ),
        _general("deleted_at", table, "NEW.deleted_at IS NOT NULL "
                 "AND NEW.deleted_at IS DISTINCT FROM OLD.deleted_at", "deleted_at"),
        "END IF;",
        *(f"NEW.{name(key)} := OLD.{name(key)};" for key in kept),
        *_concurrent(table, s),
        "IF operation = 'update' THEN",
    ]
    for fields, checks in by_fields(_of_row(table)).items():
        asked = [(check, broken_by_update(check, table, s)) for check in checks]
        refusals = " ".join(_check(check, table, parts) for check, parts in asked if parts)
        if refusals:
            lines.append(f"IF {changed(fields)} THEN {refusals} END IF;")
    lines += [
        "END IF;",
        *_personal_data(table, s, changed_only=True),
        "IF operation = 'delete' THEN",
        f"o := {record_json('OLD', table)}; n := NULL;",
        "ELSE",
        *_differences(table),
        "IF n = '{}' AND NEW.deleted_at IS NOT DISTINCT FROM OLD.deleted_at THEN",
        "  RETURN OLD;",
        "END IF;",
        "END IF;",
        "NEW.version := OLD.version + 1;",
        f"NEW.changed_at := {NOW};",
        "NEW.changed_by := session_user;",
        f"INSERT INTO {s}.{HISTORY} (table_name, uuid, version, operation, at, {name('user')}, "  # nosec B608
        f"verified, session, note, old, new) VALUES ({text(table.key)}, OLD.uuid, NEW.version, "
        f"operation, NEW.changed_at, session_user, verified, session, {setting(NOTE)}, o, n);",
        f"IF intended THEN UPDATE {s}.{INTENT} i SET base_version = NEW.version "
        f"WHERE {_of_mine(table)}; END IF;",
        "RETURN NEW;",
    ]
    return declared, lines


def _differences(table: Table) -> Iterable[str]:
    for key in table.fields:
        column = table.column(key)
        yield (
            f"IF {changed([key])} THEN "
            f"o := o || jsonb_build_object({text(key)}, {stored_json('OLD', column)}); "
            f"n := n || jsonb_build_object({text(key)}, {stored_json('NEW', column)}); END IF;"
        )
    if _has_place(table):
        yield (
            f"IF {changed([GEOMETRY])} THEN "
            f"o := o || jsonb_build_object({text(GEOMETRY)}, {place_json('OLD')}); "
            f"n := n || jsonb_build_object({text(GEOMETRY)}, {place_json('NEW')}); END IF;"
        )


def _concurrent(table: Table, s: str) -> List[str]:
    """Refuse a stale edit. Our own transactions compare versions themselves.

    Two things may tell which version an edit began with: the intent that the plugin has
    written just before, for this login, and the column that QGIS itself sends along.
    """
    return [
        f"IF {in_mode('writing')} THEN verified := true;",
        "ELSIF operation <> 'restore' THEN",
        "SELECT count(*) AS n, min(i.base_version) AS base, min(i.session) AS session INTO mine "
        f"FROM {s}.{INTENT} i WHERE {_of_mine(table)};",  # nosec B608
        _general("busy", table, "mine.n > 1"),
        "IF mine.n = 1 THEN",
        _general("stale", table, "mine.base <> OLD.version"),
        "intended := true; verified := true; session := coalesce(session, mine.session);",
        "ELSIF base IS NOT NULL THEN",
        # what this very transaction has changed before is no one else's
        _general(
            "stale",
            table,
            f"base <> OLD.version AND NOT EXISTS (SELECT 1 FROM {s}.{HISTORY} h "  # nosec B608
            f"WHERE h.uuid = OLD.uuid AND h.table_name = {text(table.key)} "
            "AND h.version = base + 1 AND h.xid = pg_current_xact_id()::text::bigint)",
        ),
        "verified := true;",
        "END IF;",
        "END IF;",
    ]


def _of_mine(table: Table) -> str:
    return (
        f"i.uuid = OLD.uuid AND i.table_name = {text(table.key)} AND i.login = session_user "
        f"AND i.written_at > {NOW} - interval '{INTENT_LIFE} seconds'"
    )


# --- delete ----------------------------------------------------------------------------------


def _delete_body(table: Table, s: str) -> Tuple[List[str], List[str]]:
    refused = [_check(check, table, broken_by_delete(check, s)) for check in table.checks
               if check.kind in KEPT]  # fmt: skip
    return [], [
        f"IF {in_mode('moving')} THEN RETURN OLD; END IF;",
        "IF OLD.deleted_at IS NOT NULL THEN RETURN NULL; END IF;",
        f"IF NOT {in_mode('restoring')} THEN",
        *(refused or ["NULL;"]),
        "END IF;",
        f"PERFORM set_config({text(DELETING)}, 'on', true);",
        f"UPDATE {s}.{name(table.key)} SET deleted_at = {NOW} WHERE fid = OLD.fid;",  # nosec B608
        f"PERFORM set_config({text(DELETING)}, '', true);",
        "RETURN NULL;",
    ]

