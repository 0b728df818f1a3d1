"""Who may do what in a PostGIS workspace, as the database keeps it: made from domain/rights.py.

Every workspace has five roles of its own that no one logs in as (``<prefix>_reporter`` …) and one
that owns it (``<prefix>_owner``). The prefix is the schema's name, with a number where another
database of the server, or a schema that is gone, has left roles of that name: roles belong to
the whole server. A login is a member of one of the five. Four layers, each of which denies what it
does not name:

* privileges: which tables a role may read, add to, delete from, and which columns it may change;
* policies: which records it sees, and which it may leave behind;
* triggers before the rules: what it may do with those it sees (postgis_right_triggers.py);
* no privilege at all to history, but reading it: the owner's trigger functions write it.

Which role a login has follows from its memberships, and its organisation from ``trygg_login`` by
``session_user``: neither ``SET ROLE`` nor a setting changes those.

``s`` is the quoted name of the workspace's schema.
"""

from __future__ import annotations

from typing import Any, Dict, Iterable, List, Optional, Tuple

from ..domain import rights
from ..domain.rights import ADMINISTRATOR, COORDINATOR, OPERATIONS, ROLES
from .disposal_log import DISPOSAL
from .errors import DataError
from .imports import IMPORT, IMPORT_ROW
from .postgis_login_functions import LOGIN, LOGIN_LOG, login_functions, login_tables
from .postgis_right_triggers import ORGANISATION, right_function, right_trigger
from .postgis_scopes import FALSE, TRUE, Scopes
from .postgis_triggers import EDITED_VERSION
from .schema import GEOMETRY, HISTORY, INTENT, META, STANDARD, TRANSITION, Schema, Table
from .sql_text import name, names, text, texts

#: PostgreSQL cuts longer names off, and two workspaces could come to share a role.
LONGEST_IDENTIFIER = 63
_OWNER = "_owner"

#: Functions that a login's own statements call: defaults, policies, declaring an intent.
CALLED = (
    "trygg_now", "trygg_personal_data", "trygg_may", "trygg_modes", "trygg_role",
    "trygg_organisation", "trygg_marks", "trygg_declare", "trygg_withdraw", "trygg_set_login",
    "trygg_remove_login", "trygg_hold", "trygg_redact",
    *(f"trygg_involved_{one.reference}" for one in rights.INVOLVED.values()),
)

#: Stamps that forms and field apps send along; the triggers write their own over them.
SENT_ALONG = ("version", "changed_at", "changed_by", EDITED_VERSION)


def role_name(prefix: str, role: str) -> str:
    """The name of a workspace's role."""
    return f"{prefix}_{role}"


def owner_of(connection: Any, schema_name: str) -> Optional[str]:
    """The role that owns a workspace; None when a login does, since it was made without roles."""
    cursor = connection.cursor()
    cursor.execute(
        "SELECT r.rolname FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner "
        "WHERE n.nspname = %s AND NOT r.rolcanlogin",
        (schema_name,),
    )
    row = cursor.fetchone()
    return str(row[0]) if row and str(row[0]).endswith(_OWNER) else None


def free_prefix(connection: Any, schema_name: str) -> str:
    """A prefix for the roles of a new workspace that no role of the server begins with."""
    check_schema_name(schema_name)
    cursor = connection.cursor()
    for number in range(1, 100):
        prefix = schema_name if number == 1 else f"{schema_name}_{number}"
        wanted = [f"{prefix}{_OWNER}", *(role_name(prefix, role) for role in ROLES)]
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = ANY (%s)", (wanted,))
        if cursor.fetchone() is None:
            return prefix
    raise DataError("The server has too many roles named after {name}. Choose another name.",
                    name=schema_name)  # fmt: skip


def check_schema_name(schema_name: str) -> None:
    """DataError for a name without room for its roles, or that PostgreSQL keeps for itself."""
    limit = LONGEST_IDENTIFIER - len("_99_administrator")
    if not schema_name.strip() or not schema_name.isprintable() or set(schema_name) & set("$%"):
        # a dollar could end the text of a function, a percent begin a parameter
        raise DataError("The name of a workspace's schema may not be empty, and holds none of "
                        "these signs: {signs}", signs="$ %")  # fmt: skip
    if len(schema_name.encode("utf-8")) > limit:
        raise DataError(
            "The name {name} is too long: at most {limit} characters (å, ä and ö count as two), so "
            "that its roles have room.",
            name=schema_name, limit=limit,
        )  # fmt: skip
    if schema_name.lower().startswith("pg_") or schema_name in ("public", "information_schema"):
        raise DataError("PostgreSQL keeps the name {name} for itself. Choose another.",
                        name=schema_name)  # fmt: skip


def install_rights(connection: Any, schema_name: str, schema: Schema) -> None:
    """Give a workspace its roles and rights, anew when it has them already.

    Run in a transaction by whoever made the workspace or owns it (a member of its owner role with
    the right to create roles, or a superuser). Logins keep the rights they have been given.
    """
    owner = owner_of(connection, schema_name)
    if owner is None:
        raise DataError(
            "The workspace {name} belongs to a login and has no roles. It must be made by a login "
            "that may create roles.",
            name=schema_name,
        )
    prefix = owner[: -len(_OWNER)]
    cursor = connection.cursor()
    cursor.execute("RESET ROLE")
    _trust_place_of_postgis(cursor)
    _let_maps_use_their_index(cursor)
    for role in ROLES:
        _make_role(cursor, role_name(prefix, role), owner)
    cursor.execute(f"SET LOCAL ROLE {name(owner)}")
    cursor.execute(";\n".join(_forgotten(cursor, schema_name, prefix)))
    cursor.execute(";\n".join(right_statements(schema, schema_name, prefix)))
    cursor.execute(";\n".join(_callable(cursor, schema_name, prefix)))
    _synchronise(cursor, schema_name, prefix, owner)
    cursor.execute("RESET ROLE")


def right_statements(schema: Schema, schema_name: str, prefix: str) -> List[str]:
    """All tables, functions, grants, policies and triggers of the rights, for the owner to run."""
    s, owner = name(schema_name), f"{prefix}{_OWNER}"
    group = {role: name(role_name(prefix, role)) for role in ROLES}
    everyone = ", ".join(group.values())
    scopes, asked = Scopes(schema, s), Scopes(schema, s, ORGANISATION)
    made = [
        *login_tables(s),
        *login_functions(s, prefix),
        *scopes.functions(),
        f"REVOKE ALL ON SCHEMA {s} FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA {s} TO {everyone}",
    ]
    for table in schema.tables.values():
        made += _record_rights(table, scopes, s, group)
        made += [right_function(table, asked, s, owner), *right_trigger(table, s)]
    for code in schema.code_tables.values():
        made += _code_rights(f"{s}.{name(code.key)}", group)
    made += _system_rights(s, group, everyone)
    made += _history_rights(schema, scopes, s, group)
    made.append(_hold_function(schema, s))
    return made


# --- records and codes ---------------------------------------------------------------------------


def _record_rights(
    table: Table, scopes: Scopes, s: str, group: Dict[str, str]
) -> Iterable[str]:
    own = f"{s}.{name(table.key)}"
    yield f"ALTER TABLE {own} ENABLE ROW LEVEL SECURITY"
    # a project opens with all its layers; without a policy they are empty
    yield f"GRANT SELECT ON {own} TO {', '.join(group.values())}"
    known = {role: rights.right_of(role, table.key) for role in ROLES}
    for role, right in known.items():
        for operation in OPERATIONS[1:]:
            if not right.scope(operation):
                continue
            if operation == "update" and role not in (COORDINATOR, ADMINISTRATOR):
                fields = right.columns or _content(table)
                columns = [key for key in (*fields, *SENT_ALONG) if key in _columns(table)]
                yield f"GRANT UPDATE ({names(columns)}) ON {own} TO {group[role]}"
            else:
                yield f"GRANT {operation.upper()} ON {own} TO {group[role]}"
    for operation in OPERATIONS:
        by_condition: Dict[Tuple[str, str], List[str]] = {}
        for role, right in known.items():
            if right.scope(operation):
                seen = scopes.condition(right.select, table.key)
                left = scopes.condition(right.scope(operation), table.key)
                by_condition.setdefault((seen, left), []).append(role)
        for (seen, left), roles in by_condition.items():
            yield _policy(own, operation, seen, left, roles, group)


def _policy(
    own: str, operation: str, seen: str, left: str, roles: List[str], group: Dict[str, str]
) -> str:
    """``seen``: which rows the role reads. An update or a delete reaches the same, so that the
    triggers can say why not; ``left``: which rows it may leave behind."""
    clauses = {
        "select": f"USING ({seen})",
        "insert": f"WITH CHECK ({left})",
        "update": f"USING ({seen}) WITH CHECK ({left})",
        "delete": f"USING ({seen})",
    }
    to = ", ".join(group[role] for role in roles)
    title = name(f"trygg_{operation}_{'_'.join(roles)}"[:LONGEST_IDENTIFIER])
    clause = clauses[operation]
    return f"CREATE POLICY {title} ON {own} FOR {operation.upper()} TO {to} {clause}"


def _code_rights(own: str, group: Dict[str, str]) -> Iterable[str]:
    yield f"ALTER TABLE {own} ENABLE ROW LEVEL SECURITY"
    for operation in OPERATIONS:
        roles = [role for role, right in rights.CODES.items() if right.scope(operation)]
        if not roles:
            continue
        yield f"GRANT {operation.upper()} ON {own} TO {', '.join(group[role] for role in roles)}"
        yield _policy(own, operation, TRUE, TRUE, roles, group)


def _columns(table: Table) -> List[str]:
    place = [GEOMETRY] if table.geometry != "none" else []
    return [*(one.key for one in table.columns), *place, EDITED_VERSION]


def _content(table: Table) -> List[str]:
    return [*table.fields, *([GEOMETRY] if table.geometry != "none" else [])]


# --- tables of our own ---------------------------------------------------------------------------


def _system_rights(s: str, group: Dict[str, str], everyone: str) -> Iterable[str]:
    for table in (META, STANDARD, TRANSITION):
        yield f"GRANT SELECT ON {s}.{table} TO {everyone}"
    setters = ", ".join(group[role] for role in rights.SETTING_WRITERS)
    free = f"key NOT IN ({texts(rights.FIXED_SETTINGS)})"
    yield f"ALTER TABLE {s}.{META} ENABLE ROW LEVEL SECURITY"
    yield f"GRANT INSERT, UPDATE, DELETE ON {s}.{META} TO {setters}"
    yield f"CREATE POLICY trygg_read ON {s}.{META} FOR SELECT USING (true)"
    yield f"CREATE POLICY trygg_set ON {s}.{META} TO {setters} USING ({free}) WITH CHECK ({free})"
    importers = ", ".join(group[role] for role in rights.MODES["importing"])
    for table in (IMPORT, IMPORT_ROW):
        yield f"ALTER TABLE {s}.{table} ENABLE ROW LEVEL SECURITY"
        yield f"GRANT SELECT, INSERT ON {s}.{table} TO {importers}"
        yield f"CREATE POLICY trygg_imports ON {s}.{table} TO {importers} USING (true)"
    yield f"ALTER TABLE {s}.{INTENT} ENABLE ROW LEVEL SECURITY"
    readers = ", ".join(group[role] for role in rights.LOGIN_READERS)
    for table, who in ((LOGIN, everyone), (LOGIN_LOG, readers), (DISPOSAL, readers)):
        yield f"ALTER TABLE {s}.{table} ENABLE ROW LEVEL SECURITY"
        yield f"GRANT SELECT ON {s}.{table} TO {who}"
        yield f"CREATE POLICY trygg_readers ON {s}.{table} FOR SELECT TO {readers} USING (true)"
    yield f"CREATE POLICY trygg_mine ON {s}.{LOGIN} FOR SELECT USING (login = session_user)"
    # the owner's answer to who may go past the rules (postgis_triggers.py asks)
    allowed = " ".join(
        f"WHEN {text(mode)} THEN {s}.trygg_role() IN ({texts(('owner', *roles))})"
        for mode, roles in rights.MODES.items()
    )
    yield (
        f"CREATE OR REPLACE FUNCTION {s}.trygg_may(mode text) RETURNS boolean LANGUAGE sql STABLE "
        f"SET search_path = pg_catalog AS $body$ SELECT CASE mode {allowed} ELSE false END $body$"
    )


def _hold_function(schema: Schema, s: str) -> str:
    """A way for an administrator to keep others from writing while the workspace moves: the lock
    itself takes rights that no role has."""
    tables = [*schema.tables, *schema.code_tables, META, STANDARD, HISTORY]
    held = ", ".join(f"{s}.{name(table)}" for table in tables)
    return (
        f"CREATE OR REPLACE FUNCTION {s}.trygg_hold() RETURNS void LANGUAGE plpgsql SECURITY "
        "DEFINER SET search_path = pg_catalog, pg_temp AS $body$ BEGIN "
        f"IF {s}.trygg_may('moving') IS NOT TRUE THEN RAISE insufficient_privilege; END IF; "
        f"LOCK TABLE {held} IN SHARE MODE; END $body$"
    )


def _history_rights(
    schema: Schema, scopes: Scopes, s: str, group: Dict[str, str]
) -> Iterable[str]:
    own = f"{s}.{HISTORY}"
    yield f"ALTER TABLE {own} ENABLE ROW LEVEL SECURITY"
    yield f"GRANT SELECT ON {own} TO {', '.join(group.values())}"
    for role in ROLES:
        if role in rights.HISTORY:
            condition = " OR ".join(
                _history_of(table, words, scopes, s)
                for table, words in rights.HISTORY[role].items()
                if table in schema.tables
            )
        else:
            hidden = [key for key in schema.tables if not rights.sees_history(role, key)]
            condition = f"table_name NOT IN ({texts(hidden)})" if hidden else TRUE
        yield (
            f"CREATE POLICY {name(f'trygg_select_{role}')} ON {own} FOR SELECT TO {group[role]} "
            f"USING ({condition or FALSE})"
        )


def _history_of(table: str, words: Tuple[str, ...], scopes: Scopes, s: str) -> str:
    """Rows of history of those records that the words reach."""
    condition = scopes.condition(words, table, "r")
    return (
        f"(table_name = {text(table)} AND EXISTS (SELECT 1 FROM {s}.{name(table)} r "  # nosec B608
        f"WHERE r.uuid = {HISTORY}.uuid AND ({condition})))"
    )


# --- roles and what was there before ------------------------------------------------------------


def _trust_place_of_postgis(cursor: Any) -> None:
    """DataError when anyone may put functions beside those of PostGIS, which ours call."""
    cursor.execute(
        "SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace "
        "WHERE e.extname = 'postgis' AND has_schema_privilege('public', n.oid, 'CREATE')"
    )
    found = cursor.fetchone()
    if found is not None:
        raise DataError(
            "Everyone may create functions in the schema {name}, where PostGIS lives: roles would "
            "keep nothing. Ask the database's administrator to run: {statement}",
            name=found[0],
            statement=f"REVOKE CREATE ON SCHEMA {name(found[0])} FROM PUBLIC;",
        )


def _let_maps_use_their_index(cursor: Any) -> None:
    """Tell PostgreSQL that asking for a box leaks nothing, so that it may ask the index before the
    policies. Only a superuser can say so; without it a partner's map reads every record."""
    cursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = session_user")
    if not cursor.fetchone()[0]:
        return
    cursor.execute(
        "SELECT n.nspname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
        "JOIN pg_type t ON t.typnamespace = n.oid AND t.typname = 'geometry' "
        "WHERE p.proname = 'geometry_overlaps' AND NOT p.proleakproof AND p.pronargs = 2 "
        "AND p.proargtypes[0] = t.oid AND p.proargtypes[1] = t.oid"
    )
    for (path,) in cursor.fetchall():
        place = f"{name(path)}.geometry"
        cursor.execute(
            f"ALTER FUNCTION {name(path)}.geometry_overlaps({place}, {place}) LEAKPROOF"
        )


def _make_role(cursor: Any, role: str, owner: str) -> None:
    cursor.execute("SELECT rolcanlogin FROM pg_roles WHERE rolname = %s", (role,))
    known = cursor.fetchone()
    if known is not None and known[0]:
        raise DataError(
            "The server has a login {name}, which is the name that a role of the workspace needs. "
            "Give the workspace's schema another name.",
            name=role,
        )
    if known is None:
        cursor.execute(f"CREATE ROLE {name(role)} NOLOGIN NOINHERIT")
    # so that the owner's functions can give it to logins on an administrator's word
    cursor.execute(
        "SELECT 1 FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles o "
        "ON o.oid = m.member WHERE r.rolname = %s AND o.rolname = %s AND m.admin_option",
        (role, owner),
    )
    if cursor.fetchone() is None:
        cursor.execute(f"GRANT {name(role)} TO {name(owner)} WITH ADMIN OPTION")


def _synchronise(cursor: Any, schema_name: str, prefix: str, owner: str) -> None:
    """Let memberships say what the table of logins says: a restored backup has none."""
    s = name(schema_name)
    groups = {role: role_name(prefix, role) for role in ROLES}
    cursor.execute(
        "SELECT g.rolname, m.rolname FROM pg_auth_members a JOIN pg_roles g ON g.oid = a.roleid "
        "JOIN pg_roles m ON m.oid = a.member WHERE g.rolname = ANY (%s) AND m.rolname <> %s",
        (list(groups.values()), owner),
    )
    are = set(cursor.fetchall())
    cursor.execute(
        f"SELECT l.role, l.login FROM {s}.{LOGIN} l "  # nosec B608
        "JOIN pg_roles r ON r.rolname = l.login AND r.rolcanlogin"
    )
    wanted = {(groups[role], login) for role, login in cursor.fetchall() if role in groups}
    for group, member in sorted(are - wanted):
        cursor.execute(f"REVOKE {name(group)} FROM {name(member)}")
    for group, member in sorted(wanted - are):
        cursor.execute(f"GRANT {name(group)} TO {name(member)}")


def _forgotten(cursor: Any, schema_name: str, prefix: str) -> List[str]:
    """Statements that take back what an earlier run has given."""
    s = name(schema_name)
    whom = ", ".join(["PUBLIC", *(name(role_name(prefix, role)) for role in ROLES)])
    statements = [
        f"REVOKE ALL ON ALL TABLES IN SCHEMA {s} FROM {whom}",
        f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA {s} FROM {whom}",
        # a trigger function that runs as the owner must not hang on a table of someone else's
        f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {s} FROM {whom}",
    ]
    cursor.execute("SELECT tablename, policyname FROM pg_policies WHERE schemaname = %s",
                   (schema_name,))  # fmt: skip
    for table, policy in cursor.fetchall():
        statements.append(f"DROP POLICY {name(policy)} ON {s}.{name(table)}")
    return statements


def _callable(cursor: Any, schema_name: str, prefix: str) -> List[str]:
    """Statements that let logins call what they need, and nothing else in the schema."""
    cursor.execute(
        "SELECT p.proname, pg_get_function_identity_arguments(p.oid) FROM pg_proc p "
        "JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = %s",
        (schema_name,),
    )
    everyone = ", ".join(name(role_name(prefix, role)) for role in ROLES)
    s = name(schema_name)
    statements = []
    for function, arguments in cursor.fetchall():
        called = f"{s}.{name(function)}({arguments})"
        statements.append(f"REVOKE ALL ON FUNCTION {called} FROM PUBLIC")
        if function in CALLED:
            statements.append(f"GRANT EXECUTE ON FUNCTION {called} TO {everyone}")
    return statements


