"""The triggers of code tables in PostgreSQL: history of every change, keys that never change."""

from __future__ import annotations

from typing import List

from .postgis_rules import NOW, in_mode
from .postgis_triggers import NOTE, SESSION, header, modes_checked, modes_declared, setting
from .schema import GENERAL, HISTORY, CodeTable
from .sql_text import name, text


def code_function(s: str, path: str) -> str:
    """The one function behind the triggers of all code tables."""

    def refusal(rule: str) -> str:
        start, end = f"TRYGG:{rule}:", f".code: {GENERAL[rule]['sv']}"
        return (
            "RAISE EXCEPTION USING ERRCODE = 'check_violation', "
            f"MESSAGE = {text(start)} || TG_TABLE_NAME || {text(end)};"
        )

    return (
        f"CREATE OR REPLACE FUNCTION {s}.trygg_code_changed() RETURNS trigger LANGUAGE plpgsql "  # nosec B608
        f"{header(s, path)} AS $body$\n"
        f"DECLARE {modes_declared()}; o jsonb; n jsonb;\nBEGIN\n{modes_checked(s)}\n"
        f"IF {in_mode('moving')} THEN\n"
        "  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;\nEND IF;\n"
        f"IF TG_OP = 'DELETE' THEN {refusal('code_in_use')} END IF;\n"
        "IF TG_OP = 'INSERT' THEN\n"
        "  n := jsonb_strip_nulls(to_jsonb(NEW) - 'fid');\n"
        "ELSE\n"
        f"  IF NEW.code IS DISTINCT FROM OLD.code THEN {refusal('code_key')} END IF;\n"
        "  SELECT jsonb_object_agg(b.key, a.value), jsonb_object_agg(b.key, b.value) INTO o, n\n"
        "  FROM jsonb_each(to_jsonb(NEW) - 'fid') b JOIN jsonb_each(to_jsonb(OLD)) a USING (key)\n"
        "  WHERE a.value IS DISTINCT FROM b.value;\n"
        "  IF n IS NULL THEN RETURN NEW; END IF;\n"
        "END IF;\n"
        f"INSERT INTO {s}.{HISTORY} (table_name, uuid, operation, at, {name('user')}, verified, "
        "session, note, old, new) VALUES (TG_TABLE_NAME, NEW.code, lower(TG_OP), "
        f"{NOW}, session_user, true, {setting(SESSION)}, {setting(NOTE)}, o, n);\n"
        "RETURN NEW;\nEND $body$"
    )


def code_triggers(table: CodeTable, s: str) -> List[str]:
    """Statements that make a code table's triggers."""
    own = f"{s}.{name(table.key)}"
    call = f"FOR EACH ROW EXECUTE FUNCTION {s}.trygg_code_changed()"
    return [
        f"CREATE TRIGGER trygg_changed BEFORE INSERT OR UPDATE OR DELETE ON {own} {call}",
    ]
