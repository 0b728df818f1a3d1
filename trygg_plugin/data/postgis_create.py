"""Makes the schema of a new PostGIS workspace, in the transaction of whoever asks."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QTimeZone

from .code_rows import code_rows
from .errors import DataError
from .geopackage_create import projected
from .postgis import (
    LONGEST_NAME,
    code_table,
    record_table,
    system_functions,
    system_tables,
    triggers,
    triggers_of_system,
)
from .postgis_rights import check_schema_name, free_prefix
from .schema import TRANSITION, CodeTable, Schema
from .sql_text import name, names, text

#: The zone of the municipality's wall clock where this machine's is not known to the server.
ZONE = "Europe/Stockholm"


def create_schema(connection: Any, schema_name: str, schema: Schema, crs: str) -> int:
    """Make all tables, code rows, indexes, functions and triggers; returns the SRID of places.

    The transaction is begun and ended by the caller. DataError with a sentence.
    """
    check_schema_name(schema_name)
    cursor = connection.cursor()
    longest = max(map(len, (*schema.tables, *schema.code_tables)))
    if longest > LONGEST_NAME:
        raise DataError("A name in the standard is longer than {limit} characters.",
                        limit=LONGEST_NAME)  # fmt: skip
    path = postgis_schema(connection)
    srid = srid_of(connection, path, crs)
    s, owner = name(schema_name), make_owner(connection, schema_name)
    cursor.execute(f"CREATE SCHEMA {s}" + (f" AUTHORIZATION {name(owner)}" if owner else ""))
    if owner:
        cursor.execute(f"SET LOCAL ROLE {name(owner)}")
    statements = [
        *system_tables(s),
        *system_functions(s, name(path), zone_of(connection), owner_check(schema_name)),
    ]
    for code in schema.code_tables.values():
        statements += code_table(code, s)
    for table in schema.tables.values():
        statements += record_table(table, s, name(path), srid)
    cursor.execute(";\n".join(statements))
    for code in schema.code_tables.values():
        insert_codes(connection, code, s)
    write_transitions(connection, schema, s)
    # last, so that the rows above are where the workspace begins, not history
    cursor.execute(";\n".join([*triggers(schema, s, name(path)), *triggers_of_system(s)]))
    return srid


def owner_check(schema_name: str) -> str:
    """Who may go past the rules: whoever owns the workspace, until its roles say otherwise."""
    return (
        "pg_has_role(session_user, (SELECT nspowner FROM pg_namespace "  # nosec B608
        f"WHERE nspname = {text(schema_name)}), 'MEMBER')"
    )


def make_owner(connection: Any, schema_name: str) -> Optional[str]:
    """The role that owns the workspace and that no one logs in as; None where none can be made.

    It takes the right to create roles. Without it the workspace belongs to its maker.
    """
    cursor = connection.cursor()
    cursor.execute("SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user")
    if not cursor.fetchone()[0]:
        return None
    owner = f"{free_prefix(connection, schema_name)}_owner"
    cursor.execute(f"CREATE ROLE {name(owner)} NOLOGIN")
    cursor.execute("SELECT pg_has_role(current_user, %s, 'USAGE')", (owner,))
    if not cursor.fetchone()[0]:
        cursor.execute(f"GRANT {name(owner)} TO CURRENT_USER")
    cursor.execute("SELECT quote_ident(current_database())")
    (database,) = cursor.fetchone()
    cursor.execute(f"GRANT CREATE ON DATABASE {database} TO {name(owner)}")
    return owner


def postgis_schema(connection: Any) -> str:
    """The schema in which PostGIS lives; DataError when the database has none."""
    cursor = connection.cursor()
    cursor.execute(
        "SELECT n.nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace "
        "WHERE e.extname = 'postgis'"
    )
    row = cursor.fetchone()
    if row is None:
        raise DataError(
            "The database has no PostGIS. Ask its administrator to run CREATE EXTENSION postgis."
        )
    return str(row[0])


def srid_of(connection: Any, path: str, crs: str) -> int:
    """The number of a CRS in PostGIS; DataError when it is not projected or not known there."""
    projected(crs)
    asked = QgsCoordinateReferenceSystem(crs)
    authority, _, code = (asked.authid() or crs).partition(":")
    cursor = connection.cursor()
    cursor.execute(
        f"SELECT srid FROM {name(path)}.spatial_ref_sys WHERE auth_name = %s "  # nosec B608
        "AND auth_srid::text = %s",
        (authority, code),
    )
    row = cursor.fetchone()
    if row is None:
        raise DataError("PostGIS does not know the coordinate reference system {crs}.", crs=crs)
    return int(row[0])


def zone_of(connection: Any) -> str:
    """The time zone of the municipality: this machine's, where the server knows it."""
    cursor = connection.cursor()
    mine = bytes(QTimeZone.systemTimeZoneId()).decode()
    cursor.execute("SELECT 1 FROM pg_timezone_names WHERE name = %s", (mine,))
    return mine if cursor.fetchone() else ZONE


def insert_codes(connection: Any, table: CodeTable, s: str) -> None:
    """Add the codes that the table lacks; what the coordinator changed stays."""
    from .postgis_connection import driver

    rows = [tuple(row.values()) for row in code_rows(table)]
    if rows:
        driver().extras.execute_values(
            connection.cursor(),
            f"INSERT INTO {s}.{name(table.key)} ({names(table.columns)}) VALUES %s "  # nosec B608
            "ON CONFLICT (code) DO NOTHING",
            rows,
        )


def write_transitions(connection: Any, schema: Schema, s: str) -> None:
    """Fill the table of allowed changes of state anew."""
    from .postgis_connection import driver

    cursor = connection.cursor()
    cursor.execute(f"DELETE FROM {s}.{TRANSITION}")  # nosec B608
    driver().extras.execute_values(
        cursor,
        f"INSERT INTO {s}.{TRANSITION} (record, from_state, to_state) VALUES %s",  # nosec B608
        [(one.record, one.from_state, one.to_state) for one in schema.transitions],
    )


def exists(connection: Any, schema_name: str) -> bool:
    """Whether the database has a schema of this name."""
    cursor = connection.cursor()
    cursor.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", (schema_name,))
    return cursor.fetchone() is not None


