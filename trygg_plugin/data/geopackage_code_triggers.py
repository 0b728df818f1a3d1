"""The triggers of code tables: history of every change, keys that never change or go."""

from __future__ import annotations

from typing import List

from .geopackage_rules import NOW
from .geopackage_triggers import context, mode, refusal
from .schema import CONTEXT, GENERAL, HISTORY, CodeTable
from .sql_text import name, text


def code_triggers(table: CodeTable) -> List[str]:
    """Statements that make a code table's triggers."""
    own = name(table.key)
    columns = [key for key in table.columns if key != "code"]
    first, *others = [f"{text(key)}, OLD.{name(key)}, NEW.{name(key)}" for key in columns]
    key, old, new = first.split(", ", 2)
    changes = f"SELECT {key} AS k, {old} AS o, {new} AS n UNION ALL VALUES " + ", ".join(
        f"({row})" for row in others
    )
    pairs = ", ".join(f"{text(key)}, NEW.{name(key)}" for key in table.columns)
    return [
        f"CREATE TRIGGER {name(f'trygg_{table.key}_insert')} AFTER INSERT ON {own} "
        f"WHEN NOT {mode('moving')} BEGIN\n"
        f"{_log(table, 'insert')}, NULL, json_patch('{{}}', json_object({pairs}));\nEND",
        f"CREATE TRIGGER {name(f'trygg_{table.key}_update')} AFTER UPDATE ON {own} BEGIN\n"  # nosec B608
        f"SELECT {refusal('code_key', table.key, 'code', GENERAL['code_key']['sv'])} "
        "WHERE NEW.code IS NOT OLD.code;\n"
        f"{_log(table, 'update')}, json_group_object(k, o), json_group_object(k, n) "
        f"FROM ({changes}) WHERE o IS NOT n AND NOT {mode('moving')} HAVING count(*);\nEND",
        f"CREATE TRIGGER {name(f'trygg_{table.key}_delete')} BEFORE DELETE ON {own} "
        f"WHEN NOT {mode('moving')} BEGIN\n"
        f"SELECT {refusal('code_in_use', table.key, 'code', GENERAL['code_in_use']['sv'])};\nEND",
    ]


def _log(table: CodeTable, operation: str) -> str:
    return (
        f"INSERT INTO {HISTORY} (table_name, uuid, operation, at, user, verified, session, note, "  # nosec B608
        f"old, new) SELECT {text(table.key)}, NEW.code, {text(operation)}, {NOW}, "
        f"coalesce({context('user')}, 'unknown'), EXISTS (SELECT 1 FROM {CONTEXT}), "
        f"{context('session')}, {context('note')}"
    )
