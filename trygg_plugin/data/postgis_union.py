"""A read-only union of several municipalities' incidents on one server, for regional analysis.

Each workspace offers two views that belong to itself (``trygg_statistics`` and
``trygg_statistics_area``): incidents that count in statistics, without free text, without who
reported, without those whose secrecy mark or category forbids it. The union's own schema puts
them together. Its analysts have rights to the union's views alone; whoever makes it must be
trusted by every municipality in it, that is a member of each workspace's owner role.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Sequence, Set, Tuple

from ..domain.rights import IN_UNION, SECRECY_FIELD, SECRECY_LIST
from ..domain.states import COUNTED_INCIDENT_STATES
from .errors import DataError
from .postgis_connection import driver
from .postgis_create import postgis_schema
from .postgis_rights import check_schema_name, free_prefix, owner_of
from .postgis_target import PostgisTarget
from .schema import META, code_table_name
from .sql_text import name, text, texts

STATISTICS, AREAS = "trygg_statistics", "trygg_statistics_area"
MEMBERS = "trygg_union_member"

#: What an analyst sees of an incident, and its type where a workspace lacks it: codes and times.
COLUMNS = {
    "category": "text", "subcategory": "text", "severity_reviewed": "text", "place_type": "text",
    "place_precision": "text", "time_from": "timestamp(3)", "time_to": "timestamp(3)",
    "time_certainty": "text", "recurrence": "text", "reported_at": "timestamp(3)",
    "status": "text", "deso": "text", "regso": "text",
}  # fmt: skip
AREA_COLUMNS = {"name": "text", "code": "text", "kind": "text", "population": "bigint",
                "population_year": "bigint"}  # fmt: skip


@dataclass(frozen=True)
class Member:
    """A workspace in a union. ``number`` never changes: features keep their identity by it."""

    number: int
    schema: str


def workspaces_of(connection: Any) -> List[str]:
    """Schemas of the database that are workspaces whose owner the login is a member of."""
    cursor = connection.cursor()
    cursor.execute(
        "SELECT n.nspname FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid "
        "WHERE c.relname = %s AND pg_has_role(current_user, n.nspowner, 'USAGE') "
        "ORDER BY n.nspname",
        (META,),
    )
    return [row[0] for row in cursor.fetchall()]


def unite(connection: Any, union: str, schemas: Sequence[str]) -> List[Member]:
    """Make a union, or make it anew with these workspaces; in a transaction of the caller's."""
    check_schema_name(union)
    if not schemas:
        raise DataError("Name the workspaces that the union is to hold.")
    path, srid = name(postgis_schema(connection)), 0
    owner = _own_schema(connection, union)
    before = members(connection, union)
    numbers = {one.schema: one.number for one in before}
    made: List[Member] = []
    last = max(numbers.values(), default=0)
    for schema in dict.fromkeys(schemas):
        if schema not in numbers:
            last += 1
        made.append(Member(numbers.get(schema, last), schema))
    cursor = connection.cursor()
    u = name(union)
    for view in ("incident", "area"):
        cursor.execute(f"DROP VIEW IF EXISTS {u}.{name(view)}")
    for schema in set(numbers) - set(schemas):
        _leave(connection, schema, owner)
    parts: Dict[str, List[str]] = {"incident": [], "area": []}
    for one in made:
        own = _offer(connection, one.schema, path, owner)
        srid = srid or own
        parts["incident"].append(_part(one, STATISTICS, COLUMNS, "Point", own, srid, path))
        parts["area"].append(_part(one, AREAS, AREA_COLUMNS, "MultiPolygon", own, srid, path))
    cursor.execute(f"SET LOCAL ROLE {name(owner)}")
    analyst = name(_analyst(owner))
    for view, selects in parts.items():
        joined = " UNION ALL ".join(selects)
        cursor.execute(f"CREATE VIEW {u}.{name(view)} WITH (security_barrier) AS {joined}")
        cursor.execute(f"GRANT SELECT ON {u}.{name(view)} TO {analyst}")
    cursor.execute(f"DELETE FROM {u}.{MEMBERS}")  # nosec B608
    for one in made:
        cursor.execute(f"INSERT INTO {u}.{MEMBERS} VALUES (%s, %s)",  # nosec B608
                       (one.number, one.schema))  # fmt: skip
    cursor.execute("RESET ROLE")
    return made


def members(connection: Any, union: str) -> List[Member]:
    """The workspaces of a union, in the order in which they came."""
    cursor = connection.cursor()
    cursor.execute("SELECT to_regclass(%s) IS NOT NULL", (f"{name(union)}.{MEMBERS}",))
    if not cursor.fetchone()[0]:
        return []
    cursor.execute(f"SELECT number, schema_name FROM {name(union)}.{MEMBERS} ORDER BY number")  # nosec B608
    return [Member(*row) for row in cursor.fetchall()]


def set_analysts(connection: Any, union: str, logins: Sequence[str]) -> None:
    """Let these logins read the union, and no others."""
    owner = owner_of(connection, union)
    if owner is None:
        raise DataError("The database has no union {name}.", name=union)
    cursor = connection.cursor()
    analyst = _analyst(owner)
    cursor.execute(
        "SELECT m.rolname FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member "
        "JOIN pg_roles r ON r.oid = a.roleid WHERE r.rolname = %s AND m.rolcanlogin",
        (analyst,),
    )
    are: Set[str] = {row[0] for row in cursor.fetchall()}
    for login in sorted(set(logins) - are):
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s AND rolcanlogin", (login,))
        if cursor.fetchone() is None:
            raise DataError("The server has no login {name}.", name=login)
        cursor.execute(f"GRANT {name(analyst)} TO {name(login)}")
    for login in sorted(are - set(logins)):
        cursor.execute(f"REVOKE {name(analyst)} FROM {name(login)}")


def _analyst(owner: str) -> str:
    return owner[: -len("owner")] + "analyst"


def _own_schema(connection: Any, union: str) -> str:
    """The role that owns the union's schema; both are made when they are not there."""
    cursor = connection.cursor()
    u = name(union)
    cursor.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", (union,))
    if cursor.fetchone() is not None:
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", (f"{u}.{MEMBERS}",))
        owner = owner_of(connection, union)
        if owner is None or not cursor.fetchone()[0]:
            raise DataError("The schema {name} is there already and is no union. Choose another "
                            "name.", name=union)  # fmt: skip
        return owner
    owner = f"{free_prefix(connection, union)}_owner"
    for role in (owner, _analyst(owner)):
        cursor.execute(f"CREATE ROLE {name(role)} NOLOGIN")
    cursor.execute("SELECT pg_has_role(current_user, %s, 'USAGE')", (owner,))
    if not cursor.fetchone()[0]:
        cursor.execute(f"GRANT {name(owner)} TO CURRENT_USER")
    cursor.execute(f"CREATE SCHEMA {u} AUTHORIZATION {name(owner)}")
    cursor.execute(f"SET LOCAL ROLE {name(owner)}")
    cursor.execute(f"CREATE TABLE {u}.{MEMBERS} (number integer PRIMARY KEY, "
                   "schema_name text NOT NULL UNIQUE)")  # fmt: skip
    cursor.execute(f"GRANT USAGE ON SCHEMA {u} TO {name(_analyst(owner))}")
    cursor.execute("RESET ROLE")
    return owner


def _offer(connection: Any, schema: str, path: str, reader: str) -> int:
    """Make a workspace's two views and let the union read them; gives the SRID of its places."""
    cursor = connection.cursor()
    owner = owner_of(connection, schema)
    if owner is None:
        raise DataError("The schema {name} is not a workspace with roles.", name=schema)
    cursor.execute("SELECT pg_has_role(current_user, %s, 'USAGE')", (owner,))
    trusted = cursor.fetchone()[0]
    # only who is trusted may look inside
    if trusted:
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL", (f"{name(schema)}.{META}",))
        if not cursor.fetchone()[0]:
            raise DataError("The schema {name} is not a workspace with roles.", name=schema)
    else:
        raise DataError(
            "Your login is not trusted by the workspace {name}: it must be a member of {owner}.",
            name=schema, owner=owner,
        )  # fmt: skip
    s = name(schema)
    cursor.execute(f"SET LOCAL ROLE {name(owner)}")
    columns = _known_columns(cursor, schema)
    for view, select in (
        (STATISTICS, _statistics(s, columns)),
        (AREAS, _selected(s, "area", AREA_COLUMNS, columns["area"]) + " WHERE deleted_at IS NULL"),
    ):
        # replaced, not dropped: another union may read it
        cursor.execute(f"CREATE OR REPLACE VIEW {s}.{view} WITH (security_barrier) AS {select}")
        cursor.execute(f"GRANT SELECT ON {s}.{view} TO {name(reader)}")
    cursor.execute(f"GRANT USAGE ON SCHEMA {s} TO {name(reader)}")
    cursor.execute("RESET ROLE")
    cursor.execute(
        f"SELECT srid FROM {path}.geometry_columns WHERE f_table_schema = %s "  # nosec B608
        "AND f_table_name = 'incident'",
        (schema,),
    )
    return int(cursor.fetchone()[0])


def _leave(connection: Any, schema: str, reader: str) -> None:
    """Take back what a workspace offered, unless it is gone or another union reads it."""
    owner = owner_of(connection, schema)
    cursor = connection.cursor()
    if owner is None:
        return
    s = name(schema)
    cursor.execute(f"SET LOCAL ROLE {name(owner)}")
    for view in (STATISTICS, AREAS):
        cursor.execute(f"REVOKE ALL ON {s}.{view} FROM {name(reader)}")
    cursor.execute(f"REVOKE ALL ON SCHEMA {s} FROM {name(reader)}")
    cursor.execute("RESET ROLE")


def _known_columns(cursor: Any, schema: str) -> Dict[str, Set[str]]:
    cursor.execute(
        "SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
        "JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = %s AND a.attnum > 0 AND NOT a.attisdropped",
        (schema,),
    )
    found: Dict[str, Set[str]] = {"incident": set(), "area": set()}
    for table, column in cursor.fetchall():
        found.setdefault(table, set()).add(column)
    return found


def _statistics(s: str, known: Dict[str, Set[str]]) -> str:
    marks, categories = (name(code_table_name(one)) for one in (SECRECY_LIST, "category"))
    # what a standard of the municipality's own does not say is not offered
    allowed = "false"
    if IN_UNION in known.get(code_table_name(SECRECY_LIST), set()):
        allowed = (
            f"{name(SECRECY_FIELD)} IN (SELECT c.code FROM {s}.{marks} c "  # nosec B608
            f"WHERE c.{name(IN_UNION)} = '1')"
        )
    sensitive = ""
    if "sensitive" in known.get(code_table_name("category"), set()):
        sensitive = (
            f" AND category NOT IN (SELECT c.code FROM {s}.{categories} c "  # nosec B608
            "WHERE c.sensitive = '1')"
        )
    return (
        f"{_selected(s, 'incident', COLUMNS, known['incident'])} WHERE deleted_at IS NULL "
        f"AND status IN ({texts(COUNTED_INCIDENT_STATES)}) AND {allowed}{sensitive}"
    )


def _selected(s: str, table: str, columns: Dict[str, str], known: Set[str]) -> str:
    listed = ", ".join(
        name(key) if key in known else f"NULL::{kind} AS {name(key)}"
        for key, kind in columns.items()
    )
    municipality = ", ".join(
        f"(SELECT m.value FROM {s}.{META} m WHERE m.key = {text(key)}) AS {key}"  # nosec B608
        for key in ("municipality_code", "municipality_name")
    )
    return f"SELECT fid, {municipality}, {listed}, geom FROM {s}.{name(table)}"  # nosec B608


def _part(
    one: Member, view: str, columns: Dict[str, str], kind: str, own: int, srid: int, path: str
) -> str:
    place = "geom" if own == srid else f"{path}.ST_Transform(geom, {int(srid)})"
    listed = ", ".join(["municipality_code", "municipality_name", *(name(key) for key in columns)])
    number, schema = int(one.number), name(one.schema)
    return (
        f"SELECT ({number}::bigint << 40) + fid AS fid, {listed}, "  # nosec B608
        f"{place}::{path}.geometry({kind}, {int(srid)}) AS geom FROM {schema}.{view}"
    )


def unite_workspaces(
    target: PostgisTarget, schemas: Sequence[str], analysts: Sequence[str]
) -> List[Member]:
    """:func:`unite` and :func:`set_analysts` as one transaction; ``target`` names the union as its
    schema. No schemas: all workspaces that the login owns. DataError with a sentence."""
    from .postgis_engine import PostgisEngine
    from .schema import Schema

    engine = PostgisEngine(target, Schema({}, {}))
    connection = engine.connect()
    try:
        engine.begin(connection)
        made = unite(connection, target.schema, schemas or workspaces_of(connection))
        set_analysts(connection, target.schema, analysts)
        engine.commit(connection)
    except driver().Error as error:
        raise engine.explain(error, "en") from error
    finally:
        engine.roll_back(connection)
        connection.close()
    return made


def union_uri(target: PostgisTarget, view: str) -> Tuple[str, str]:
    """QGIS data source and provider of a view of the union that ``target`` names as its schema."""
    uri = target.uri()
    uri.setDataSource(target.schema, view, "geom", "", "fid")
    uri.setParam("checkPrimaryKeyUnicity", "0")
    return str(uri.uri(False)), "postgres"
