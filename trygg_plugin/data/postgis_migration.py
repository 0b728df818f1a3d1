"""A PostGIS workspace on its way to another schema: a fresh one is the model that it is made like.

The model is made beside it in the same transaction and is gone at its end. Tables that the
workspace lacks are taken from it, columns, defaults, constraints and indexes are compared with
what PostgreSQL's catalogue says of both; functions, triggers and rights are all made anew. What
the workspace has more (an own table or index, a column that the standard has dropped) stays.
"""

from __future__ import annotations

import uuid as uuids
from typing import Any, Dict, Iterable, List, NamedTuple, Optional, Tuple

from .engine import Migration
from .errors import DataError
from .postgis import code_table, record_table, system_functions, system_tables, triggers_of_system
from .postgis import triggers as record_and_code_triggers
from .postgis_create import owner_check, zone_of
from .postgis_login_functions import login_tables
from .postgis_rights import install_rights
from .schema import Schema
from .sql_text import name

#: Defaults that are true of a new record only.
_TIMES = ("now", "today")


class _Column(NamedTuple):
    type: str
    default: Optional[str]
    required: bool


class _Catalogue(NamedTuple):
    """What PostgreSQL says of a schema, with another schema's name in place of its own."""

    tables: List[str]
    columns: Dict[Tuple[str, str], _Column]
    #: table and name -> definition
    constraints: Dict[Tuple[str, str], str]
    indexes: Dict[Tuple[str, str], str]


class PostgisMigration(Migration):
    """``connection`` is in a transaction, and its role owns the schema."""

    def __init__(
        self, connection: Any, schema_name: str, schema: Schema, srid: int, path: str,
        owner: Optional[str],
    ) -> None:
        self.connection = connection
        self._schema_name, self._schema = schema_name, schema
        self._s, self._path, self._srid, self._owner = name(schema_name), name(path), srid, owner
        self._zone = ""

    def lift(self) -> None:
        s = self._s
        tables = [row[0] for row in self._rows(
            "SELECT relname FROM pg_class WHERE relnamespace = %s::regnamespace "
            "AND relkind IN ('r', 'p') ORDER BY relname", s)]  # fmt: skip
        locked = ", ".join(f"{s}.{name(table)}" for table in tables)
        self._run([f"LOCK TABLE {locked} IN ACCESS EXCLUSIVE MODE"])
        self._zone = self._known_zone() or zone_of(self.connection)
        self._run(
            f"DROP TRIGGER {name(trigger)} ON {s}.{name(table)}"
            for trigger, table in self._rows(
                "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
                "WHERE c.relnamespace = %s::regnamespace AND NOT t.tgisinternal "
                r"AND t.tgname LIKE 'trygg\_%%'", s,
            )
        )  # fmt: skip
        self._run(
            f"DROP POLICY {name(policy)} ON {s}.{name(table)}"
            for policy, table in self._rows(
                "SELECT policyname, tablename FROM pg_policies WHERE schemaname = %s",
                self._schema_name,
            )
        )
        # defaults that call what goes; all are compared with the model's later
        self._run(
            f"ALTER TABLE {s}.{name(table)} ALTER COLUMN {name(column)} DROP DEFAULT"
            for table, column in self._rows(
                "SELECT DISTINCT c.relname, a.attname FROM pg_depend d "
                "JOIN pg_attrdef f ON d.classid = 'pg_attrdef'::regclass AND f.oid = d.objid "
                "JOIN pg_proc p ON d.refclassid = 'pg_proc'::regclass AND p.oid = d.refobjid "
                "JOIN pg_class c ON c.oid = f.adrelid "
                "JOIN pg_attribute a ON a.attrelid = f.adrelid AND a.attnum = f.adnum "
                "WHERE p.pronamespace = %s::regnamespace", s,
            )
        )  # fmt: skip
        self._run(
            f"DROP FUNCTION {s}.{name(function)}({arguments})"
            for function, arguments in self._rows(
                "SELECT proname, pg_get_function_identity_arguments(oid) FROM pg_proc "
                r"WHERE pronamespace = %s::regnamespace AND proname LIKE 'trygg\_%%'", s,
            )
        )  # fmt: skip

    def shape(self) -> None:
        model = f"trygg_model_{uuids.uuid4().hex[:8]}"
        self._make_room(model)
        self._run(self._statements(model))
        wanted = self._catalogue(model)
        have = self._catalogue(self._schema_name)
        new = [table for table in wanted.tables if table not in have.tables]
        s = self._s
        self._run(f"ALTER TABLE {model}.{name(table)} SET SCHEMA {s}" for table in new)
        self._run(self._missing_columns(wanted, have, new))
        self._run(self._functions(self._s))
        have = self._catalogue(self._schema_name)
        self._run(self._columns_alike(wanted, have))
        self._run(self._indexes_alike(wanted, have))
        self._run([f"DROP SCHEMA {model} CASCADE"])

    def lay(self) -> None:
        self._run([*record_and_code_triggers(self._schema, self._s, self._path),
                   *triggers_of_system(self._s)])  # fmt: skip
        if self._owner is not None:
            install_rights(self.connection, self._schema_name, self._schema)

    def _make_room(self, model: str) -> None:
        """The model's schema, by the login's right to make one or by the owner's: a database that
        was restored from a backup may have forgotten the owner's."""
        ((owner, login, granted, database),) = self._rows(
            "SELECT current_user, session_user, "
            "ARRAY[has_database_privilege(session_user, current_database(), 'CREATE'), "
            "has_database_privilege(current_database(), 'CREATE')], quote_ident(current_database())"
        )
        if not any(granted):
            raise DataError(
                "To upgrade, a schema must be made beside the workspace for a moment, which your "
                "login may not. Ask the database's administrator to run: {statement}",
                statement=f"GRANT CREATE ON DATABASE {database} TO {name(login)};",
            )
        if granted[0]:
            self._run([f"SET LOCAL ROLE {name(login)}",
                       f"CREATE SCHEMA {model} AUTHORIZATION {name(owner)}",
                       f"SET LOCAL ROLE {name(owner)}"])  # fmt: skip
        else:
            self._run([f"CREATE SCHEMA {model}"])

    # --- what a new workspace has ----------------------------------------------------------------

    def _statements(self, model: str) -> List[str]:
        made = [*system_tables(model), *self._functions(model)]
        for code in self._schema.code_tables.values():
            made += code_table(code, model)
        for table in self._schema.tables.values():
            made += record_table(table, model, self._path, self._srid)
        return made + (login_tables(model) if self._owner is not None else [])

    def _functions(self, s: str) -> List[str]:
        return system_functions(s, self._path, self._zone, owner_check(self._schema_name))

    def _known_zone(self) -> Optional[str]:
        """The zone of the municipality's wall clock, which whoever upgrades need not be in."""
        found = self._rows(
            "SELECT (regexp_match(prosrc, $$timezone\\('([^']+)'$$))[1] FROM pg_proc "
            "WHERE pronamespace = %s::regnamespace AND proname = 'trygg_now'", self._s,
        )  # fmt: skip
        return str(found[0][0]) if found and found[0][0] else None

    # --- differences -----------------------------------------------------------------------------

    def _missing_columns(
        self, wanted: _Catalogue, have: _Catalogue, new: List[str]
    ) -> Iterable[str]:
        for (table, key), column in wanted.columns.items():
            if table in new:
                continue
            known = have.columns.get((table, key))
            if known is not None and known.type != column.type:
                raise DataError(
                    "The field {field} of {table} holds another kind of value in this standard; "
                    "that cannot be changed in a workspace with records.",
                    field=key, table=table,
                )  # fmt: skip
            if known is None:
                default = ""
                if column.default is not None and not self._is_new_only(table, key):
                    default = f" DEFAULT {column.default}"
                required = " NOT NULL" if column.required else ""
                s, kind = self._s, column.type
                yield (
                    f"ALTER TABLE {s}.{name(table)} ADD COLUMN {name(key)} "
                    f"{kind}{default}{required}"
                )

    def _is_new_only(self, table: str, key: str) -> bool:
        known = self._schema.tables.get(table)
        return known is not None and any(
            column.key == key and column.default in _TIMES for column in known.columns
        )

    def _columns_alike(self, wanted: _Catalogue, have: _Catalogue) -> Iterable[str]:
        s = self._s
        for (table, key), column in wanted.columns.items():
            known = have.columns[table, key]
            alter = f"ALTER TABLE {s}.{name(table)} ALTER COLUMN {name(key)}"
            if known.default != column.default:
                yield f"{alter} " + (
                    "DROP DEFAULT" if column.default is None else f"SET DEFAULT {column.default}"
                )
            if known.required != column.required:
                yield f"{alter} {'SET' if column.required else 'DROP'} NOT NULL"

    def _indexes_alike(self, wanted: _Catalogue, have: _Catalogue) -> Iterable[str]:
        s = self._s
        for (table, key), definition in have.constraints.items():
            if table in wanted.tables and wanted.constraints.get((table, key)) != definition:
                yield f"ALTER TABLE {s}.{name(table)} DROP CONSTRAINT {name(key)}"
        for (table, key), definition in have.indexes.items():
            ours = table in wanted.tables and key.startswith(f"{table}_")
            if ours and wanted.indexes.get((table, key)) != definition:
                yield f"DROP INDEX {s}.{name(key)}"
        for (table, key), definition in wanted.constraints.items():
            if have.constraints.get((table, key)) != definition:
                yield (
                    f"ALTER TABLE {s}.{name(table)} ADD CONSTRAINT {name(key)} {definition}"
                )
        for at, definition in wanted.indexes.items():
            if have.indexes.get(at) != definition:
                yield definition

    # --- asking ----------------------------------------------------------------------------------

    def _catalogue(self, schema_name: str) -> _Catalogue:
        """What the catalogue says, as it would say it of the workspace's own schema."""
        cursor = self.connection.cursor()
        cursor.execute("SELECT current_setting('search_path'), quote_ident(%s), quote_ident(%s)",
                       (schema_name, self._schema_name))  # fmt: skip
        path, its, ours = cursor.fetchone()
        # so that every name is told with its schema
        cursor.execute("SET LOCAL search_path = pg_catalog")

        def told(text: Optional[str]) -> Optional[str]:
            return text if text is None or its == ours else text.replace(f"{its}.", f"{ours}.")

        asked = name(schema_name)
        tables = self._rows(
            "SELECT relname FROM pg_class WHERE relnamespace = %s::regnamespace "
            "AND relkind IN ('r', 'p') ORDER BY oid", asked,
        )  # fmt: skip
        columns = self._rows(
            "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), "
            "pg_get_expr(d.adbin, d.adrelid), a.attnotnull FROM pg_attribute a "
            "JOIN pg_class c ON c.oid = a.attrelid "
            "LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum "
            "WHERE c.relnamespace = %s::regnamespace AND c.relkind IN ('r', 'p') "
            "AND a.attnum > 0 AND NOT a.attisdropped ORDER BY c.oid, a.attnum", asked,
        )  # fmt: skip
        constraints = self._rows(
            "SELECT c.relname, k.conname, pg_get_constraintdef(k.oid) FROM pg_constraint k "
            "JOIN pg_class c ON c.oid = k.conrelid WHERE c.relnamespace = %s::regnamespace "
            "AND k.contype IN ('p', 'u', 'c') ORDER BY k.oid", asked,
        )  # fmt: skip
        indexes = self._rows(
            "SELECT c.relname, i.relname, pg_get_indexdef(i.oid) FROM pg_index x "
            "JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid "
            "WHERE c.relnamespace = %s::regnamespace AND NOT EXISTS "
            "(SELECT 1 FROM pg_constraint k WHERE k.conindid = i.oid) ORDER BY i.oid", asked,
        )  # fmt: skip
        cursor.execute("SELECT set_config('search_path', %s, true)", (path,))
        return _Catalogue(
            [row[0] for row in tables],
            {(row[0], row[1]): _Column(row[2], told(row[3]), row[4]) for row in columns},
            {(row[0], row[1]): str(told(row[2])) for row in constraints},
            {(row[0], row[1]): str(told(row[2])) for row in indexes},
        )

    def _rows(self, question: str, *parameters: Any) -> List[Tuple[Any, ...]]:
        cursor = self.connection.cursor()
        cursor.execute(question, parameters)
        return list(cursor.fetchall())

    def _run(self, statements: Iterable[str]) -> None:
        text = ";\n".join(statements)
        if text:
            self.connection.cursor().execute(text)
