"""Everything that a database says of a workspace's make, to be compared with another's."""

from __future__ import annotations

import re
from contextlib import closing
from typing import Any, Dict

from trygg_plugin.data.postgis_rights import owner_of
from trygg_plugin.data.workspace import Workspace

_SCHEMA = "n.nspname = 'falun'"
_QUESTIONS = {
    "schema": f"SELECT nspowner::regrole::text, nspacl::text FROM pg_namespace n WHERE {_SCHEMA}",
    "tables": "SELECT c.relname, c.relkind, c.relpersistence, c.relrowsecurity, "
    "c.relforcerowsecurity, c.relowner::regrole::text, (SELECT array_agg(a::text ORDER BY a::text) "
    "FROM unnest(coalesce(c.relacl, acldefault((CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END)"
    "::\"char\", c.relowner))) a) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
    f"WHERE {_SCHEMA} ORDER BY 1",
    "columns": "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, "
    "a.attidentity, pg_get_expr(d.adbin, d.adrelid), (SELECT array_agg(x::text ORDER BY x::text) "
    "FROM unnest(a.attacl) x) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
    "JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_attrdef d "
    "ON d.adrelid = a.attrelid AND d.adnum = a.attnum "
    f"WHERE {_SCHEMA} AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1, 2",
    "constraints": "SELECT c.relname, k.conname, pg_get_constraintdef(k.oid) FROM pg_constraint k "
    "JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
    f"WHERE {_SCHEMA} ORDER BY 1, 2",
    "indexes": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'falun' ORDER BY 1",
    "functions": "SELECT p.proname, pg_get_functiondef(p.oid), p.proowner::regrole::text, "
    "(SELECT array_agg(a::text ORDER BY a::text) FROM unnest(coalesce(p.proacl, "
    "acldefault('f', p.proowner))) a) FROM pg_proc p "
    f"JOIN pg_namespace n ON n.oid = p.pronamespace WHERE {_SCHEMA} ORDER BY 1, 2",
    "triggers": "SELECT c.relname, t.tgname, t.tgenabled, pg_get_triggerdef(t.oid) FROM pg_trigger "
    "t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
    f"WHERE {_SCHEMA} AND NOT t.tgisinternal ORDER BY 1, 2",
    "policies": "SELECT tablename, policyname, permissive, roles::text, cmd, qual, with_check "
    "FROM pg_policies WHERE schemaname = 'falun' ORDER BY 1, 2",
    "views": "SELECT viewname, definition FROM pg_views WHERE schemaname = 'falun' ORDER BY 1",
}


def catalogue(workspace: Workspace) -> Dict[str, Any]:
    """Kind of thing to all that there is of it."""
    if workspace.file is None:
        return _of_postgis(workspace)
    with closing(workspace.engine.connect(read_only=True)) as connection:
        rows = connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%'"
        ).fetchall()
        made = {(row[0], row[1]): (row[2], row[3]) for row in rows}
        registers = {
            register: sorted(
                tuple(row) for row in connection.execute(f"SELECT {columns} FROM {register}")
            )
            for register, columns in (
                ("gpkg_contents", "table_name, data_type, identifier, srs_id"),
                ("gpkg_geometry_columns", "*"),
                ("gpkg_extensions", "table_name, coalesce(column_name, ''), extension_name"),
                ("gpkg_ogr_contents", "table_name"),
            )
        }
    return {"objects": made, **registers}


def _of_postgis(workspace: Workspace) -> Dict[str, Any]:
    with closing(workspace.engine.connect(read_only=True)) as connection:
        prefix = (owner_of(connection, "falun") or "_owner")[: -len("_owner")]
        cursor = connection.cursor()
        cursor.execute("SET search_path = pg_catalog")
        found = {}
        for key, question in _QUESTIONS.items():
            cursor.execute(question)
            found[key] = [tuple(_named(value, prefix) for value in row) for row in cursor]
    return found


def _named(value: Any, prefix: str) -> Any:
    """The same names of roles, whichever number the server has given them."""
    if isinstance(value, list):
        return tuple(sorted(_named(one, prefix) for one in value))
    if not isinstance(value, str):
        return value
    return re.sub(rf"\b{prefix}_(owner|reporter|partner|case_officer|coordinator|administrator)\b",
                  r"FALUN_\1", value)  # fmt: skip
