"""How a PostGIS workspace lets values in history be disposed of: by one function, which logs it.

No one has a right to change history. The function runs as the workspace's owner, asks whether the
login may dispose, reaches nothing but texts, files and places, and writes the record of it itself.

``s`` is the quoted name of the workspace's schema.
"""

from __future__ import annotations

from typing import List

from .disposal_log import DISPOSAL, disposable
from .schema import HISTORY, Schema
from .sql_text import name, text, texts

#: A moment as all engines write it in the record of disposals and in markers.
_MOMENT = (
    "to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"
)
_ARGUMENTS = (
    "the_run text, the_rule text, the_table text, uuids text[], keys text[], the_note text, "
    "noted text"
)


def disposal_functions(schema: Schema, s: str) -> List[str]:
    """Statements that make, or replace, the functions."""
    reached = [
        f"{table.key}.{key}" for table in schema.tables.values() for key in disposable(table)
    ]
    own = f"{s}.{HISTORY}"
    return [
        f"CREATE OR REPLACE FUNCTION {s}.trygg_marked(said jsonb, keys text[], marker jsonb) "
        "RETURNS jsonb LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $body$ "
        "SELECT said || coalesce((SELECT jsonb_object_agg(k, marker) FROM unnest(keys) k "
        "WHERE jsonb_typeof(said -> k) NOT IN ('null', 'object')), '{}') $body$",
        f"CREATE OR REPLACE FUNCTION {s}.trygg_redact({_ARGUMENTS}) RETURNS void "
        "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$\n"
        f"DECLARE moment text := {_MOMENT};\n"
        "  marker jsonb := jsonb_build_object('disposed', the_rule, 'by', session_user, "
        "'at', moment);\n"
        "BEGIN\n"
        f"  IF {s}.trygg_may('disposing') IS NOT TRUE OR EXISTS (SELECT 1 FROM unnest(keys) k "
        f"WHERE the_table || '.' || k NOT IN ({texts(reached)})) THEN "
        "RAISE insufficient_privilege; END IF;\n"
        f"  UPDATE {own} h SET old = {s}.trygg_marked(h.old, keys, marker), "  # nosec B608
        # the newest row says what the record says now
        f"new = CASE WHEN h.version = last.version THEN h.new "
        f"ELSE {s}.trygg_marked(h.new, keys, marker) END, "
        "note = CASE WHEN h.note IS DISTINCT FROM the_note AND h.note IS NOT NULL THEN noted "
        "ELSE h.note END "
        f"FROM (SELECT l.uuid, max(l.version) AS version FROM {own} l "  # nosec B608
        "WHERE l.table_name = the_table AND l.uuid = ANY (uuids) GROUP BY l.uuid) last "
        "WHERE h.uuid = last.uuid AND h.table_name = the_table;\n"
        f"  INSERT INTO {s}.{DISPOSAL} (run, rule, at, {name('user')}, record, fields, records) "
        "VALUES (the_run, the_rule, moment, session_user, the_table, "
        f"array_to_string(keys, {text(',')}), cardinality(uuids));\nEND $body$",
    ]
