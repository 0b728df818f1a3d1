"""Try every role on every table over a real connection, and write docs/permissions.md from it.

``python tools/permission_matrix.py`` starts a PostgreSQL server of its own (Debian's packages),
makes a workspace and the logins, tries, and writes the page. A test tries the same and compares.
"""

from __future__ import annotations

import secrets
import sys
import uuid as uuids
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple

ROOT = Path(__file__).resolve().parents[1]
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tools.permission_records import OWN, VARIANTS, Records, record_of  # noqa: E402
from trygg_plugin.data.sql_text import name  # noqa: E402
from trygg_plugin.domain import rights  # noqa: E402
from trygg_plugin.domain.record_types import Standard  # noqa: E402
from trygg_plugin.domain.rights import OPERATIONS, ROLES  # noqa: E402

PAGE = ROOT / "docs" / "permissions.md"

#: A login that belongs to the server but has no role in the workspace.
STRANGER = "no role"
#: Field that is changed where a role may change only some: one of those that it may.
CHANGED = {
    "incident": ("place_name", "elsewhere"), "incident_forward": ("answer", "done"),
    "reporter_contact": ("function_address", "new@example.org"), "measure": ("hours", 7),
    "walk_point": ("answer", "done"), "problem": ("place_name", "elsewhere"),
}  # fmt: skip

YES, HIDDEN, REFUSED = "yes", "hidden", "refused"


@dataclass
class Observed:
    """What happened: (role, row, variant, operation) to YES, HIDDEN or REFUSED."""

    rows: List[str]
    answers: Dict[Tuple[str, str, Tuple[str, bool], str], str] = field(default_factory=dict)
    #: (role, table, operation) to answer, for code lists and tables of our own
    system: Dict[Tuple[str, str, str], str] = field(default_factory=dict)
    #: (role, record) to the columns that could be changed, where not all could
    columns: Dict[Tuple[str, str], List[str]] = field(default_factory=dict)
    #: rules of the standard that refused before or after the rights: "record rule"
    rules: set = field(default_factory=set)


@dataclass(frozen=True)
class Workplace:
    """A workspace on a server, and a login for each role with its password."""

    server: Any
    schema_name: str
    logins: Dict[str, Tuple[str, str]]
    records: Records

    def connect(self, role: str) -> Any:
        """A connection as the login of a role; a transaction is open from the first statement."""
        import psycopg2

        login, password = self.logins[role]
        return psycopg2.connect(
            host="127.0.0.1", port=self.server.port, user=login, password=password,
            dbname=self.server.database, connect_timeout=5,
        )  # fmt: skip


def make_workplace(server: Any, schema_name: str, standard: Standard) -> Workplace:
    """A workspace with records of all kinds and a login for each role."""
    from trygg_plugin.data.logins import create_role, give_role
    from trygg_plugin.data.postgis_create import create_schema
    from trygg_plugin.data.postgis_rights import install_rights
    from trygg_plugin.data.schema import build_schema

    schema = build_schema(standard)
    connection = server.connect()
    connection.autocommit = False
    create_schema(connection, schema_name, schema, "EPSG:3006")
    install_rights(connection, schema_name, schema)
    records = Records(connection, schema_name, schema, standard)
    records.make()
    logins = {}
    for role in (*ROLES, STRANGER):
        # a login may be called anything, and is
        login = f"{schema_name} {role.replace('_', ' ')} %s"
        logins[role] = (login, secrets.token_urlsafe(12))
        create_role(connection, *logins[role])
        if role != STRANGER:
            give_role(connection, schema_name, login, role, records.organisations[OWN])
    connection.commit()
    connection.close()
    return Workplace(server, schema_name, logins, records)


def observe(place: Workplace) -> Observed:
    """Try everything; nothing that is tried stays."""
    seen = Observed(place.records.labels())
    for role in (*ROLES, STRANGER):
        connection = place.connect(role)
        attempt = Attempt(connection, place, seen, role)
        for label in seen.rows:
            for variant in VARIANTS:
                for operation in OPERATIONS:
                    answer = attempt.on(label, variant, operation)
                    seen.answers[role, label, variant, operation] = answer
        _observe_system(attempt, role, seen, place)
        _observe_columns(attempt, role, seen, place)
        connection.rollback()
        connection.close()
    return seen


class Attempt:
    """One login that tries; every attempt is undone."""

    def __init__(self, connection: Any, place: Workplace, seen: Observed, role: str) -> None:
        self._cursor, self._role = connection.cursor(), role
        self._place, self._seen = place, seen
        self._s = name(place.schema_name)

    def on(self, label: str, variant: Tuple[str, bool], operation: str) -> str:
        """Try an operation on the record of a row."""
        record = record_of(label)
        table, uuid = f"{self._s}.{name(record)}", self._place.records.uuid(label, variant)
        if operation == "select":
            return self.run(record, f"SELECT 1 FROM {table} WHERE uuid = %s", [uuid])
        if operation == "insert":
            values = self._place.records.new_values(label, variant)
            made = str(uuids.uuid4())
            return self.run(record, *self._place.records.insert(record, made, values))
        if operation == "update":
            column, value = CHANGED.get(record) or self._changed(record)
            given = "%s" if value is not None else f"coalesce(%s, {name(column)})"
            statement = f"UPDATE {table} SET {name(column)} = {given} WHERE uuid = %s"
            return self.run(record, statement, [value, uuid])
        gone = f"SELECT 1 FROM {table} WHERE uuid = %s AND deleted_at IS NOT NULL"
        return self.run(record, f"DELETE FROM {table} WHERE uuid = %s", [uuid], gone)

    def run(
        self, record: str, statement: str, parameters: List[Any], check: Optional[str] = None
    ) -> str:
        """YES when it touched a row (``check`` asks, for a delete that only marks)."""
        import psycopg2

        cursor = self._cursor
        cursor.execute("SAVEPOINT attempt")
        try:
            cursor.execute(statement, parameters or None)
            if check:
                cursor.execute(check, parameters)
            return YES if cursor.rowcount > 0 else HIDDEN
        except psycopg2.errors.InsufficientPrivilege:
            return REFUSED
        except psycopg2.Error as error:
            self._seen.rules.add(f"{record} {_rule(error)}")
            return REFUSED
        finally:
            cursor.execute("ROLLBACK TO SAVEPOINT attempt")

    def _changed(self, record: str) -> Tuple[str, Any]:
        known = self._place.records._standard.records[record]
        texts = [one for one in known.fields if one.type in ("text", "long_text")]
        if texts:
            return texts[0].key, "y"
        other = next(
            (one for one in known.fields if one.type in ("integer", "boolean")), None
        )
        if other is not None:
            return other.key, 9 if other.type == "integer" else False
        limited = rights.right_of(self._role, record).columns
        return (limited or [known.fields[0].key])[0], None  # a link: asked with what it is


def _rule(error: Any) -> str:
    said = str(error).splitlines()[0]
    return said.split(":")[1] if said.startswith("TRYGG:") else said


def _observe_system(attempt: Attempt, role: str, seen: Observed, place: Workplace) -> None:
    s = name(place.schema_name)
    tries = {
        "code_category": {
            "select": f"SELECT 1 FROM {s}.code_category",
            "insert": f"INSERT INTO {s}.code_category (code, label_sv, label_en) "
            "VALUES ('own', 'Egen', 'Own')",
            "update": f"UPDATE {s}.code_category SET label_sv = 'Ny' WHERE code = 'vandalism'",
            "delete": f"DELETE FROM {s}.code_category WHERE code = 'vandalism'",
        },
        "trygg_history": {
            "select": f"SELECT 1 FROM {s}.trygg_history",
            "insert": f"INSERT INTO {s}.trygg_history (table_name, uuid, operation, at, \"user\", "
            "verified) VALUES ('incident', 'x', 'update', now(), 'someone', true)",
            "update": f"UPDATE {s}.trygg_history SET \"user\" = 'someone'",
            "delete": f"DELETE FROM {s}.trygg_history",
        },
        "trygg_meta": {
            "select": f"SELECT 1 FROM {s}.trygg_meta",
            "insert": f"INSERT INTO {s}.trygg_meta VALUES ('own_setting', 'x')",
            "update": f"UPDATE {s}.trygg_meta SET value = 'x' WHERE key = 'logo'",
            "delete": f"DELETE FROM {s}.trygg_meta WHERE key = 'logo'",
        },
        "trygg_meta (schema version)": {
            "select": f"SELECT 1 FROM {s}.trygg_meta WHERE key = 'schema_version'",
            "insert": f"INSERT INTO {s}.trygg_meta VALUES ('workspace_id', 'x')",
            "update": f"UPDATE {s}.trygg_meta SET value = '9' WHERE key = 'schema_version'",
            "delete": f"DELETE FROM {s}.trygg_meta WHERE key = 'schema_version'",
        },
    }
    for table, columns in (
        ("trygg_standard", "key, content"),
        ("trygg_transition", "record, from_state, to_state"),
        ("trygg_intent", "table_name, uuid, session, base_version"),
        ("trygg_login", "login, role"),
        ("trygg_login_log", "login, role"),
        ("trygg_import", "uuid, source, at, \"user\", arrival, profile, rows_read, imported, "
         "duplicates, rejected"),
        ("trygg_import_row", "source, identity, record_uuid, import_uuid"),
        ("trygg_disposal", "run, rule, at, \"user\", record, fields, records"),
    ):  # fmt: skip
        first = columns.split(",")[0]
        values = ", ".join(["'1'"] * (columns.count(",") + 1))
        tries[table] = {
            "select": f"SELECT 1 FROM {s}.{table}",
            "insert": f"INSERT INTO {s}.{table} ({columns}) VALUES ({values})",
            "update": f"UPDATE {s}.{table} SET {first} = '1'",
            "delete": f"DELETE FROM {s}.{table}",
        }
    for table, statements in tries.items():
        for operation, statement in statements.items():
            seen.system[role, table, operation] = attempt.run(table, statement, [])


def _observe_columns(attempt: Attempt, role: str, seen: Observed, place: Workplace) -> None:
    """Which columns can be changed of a record that the role may change at all."""
    s = name(place.schema_name)
    for record, known in place.records._standard.records.items():
        right = rights.right_of(role, record) if role in ROLES else rights.Right()
        if right.columns is None or not right.update:
            continue
        label = next(
            (row for row in seen.rows if record_of(row) == record
             and seen.answers[role, row, (OWN, False), "update"] == YES), None,
        )  # fmt: skip
        if label is None:
            seen.columns[role, record] = []
            continue
        uuid = place.records.uuid(label, (OWN, False))
        # to what it is: asks for the privilege and breaks no rule
        keys = [one.key for one in known.fields] + (["geom"] if known.geometry != "none" else [])
        seen.columns[role, record] = [
            key for key in keys
            if attempt.run(record, f"UPDATE {s}.{name(record)} SET {name(key)} = {name(key)} "
                           "WHERE uuid = %s", [uuid]) == YES
        ]  # fmt: skip


# --- the page ----------------------------------------------------------------------------------

_SIGNS = {"select": "S", "insert": "I", "update": "U", "delete": "D"}
_TITLES = {
    (OWN, False): "Records of the own organisation, open",
    (OWN, True): "Records of the own organisation, whose secrecy has to be assessed",
    ("other", False): "Records of another organisation, open",
    ("other", True): "Records of another organisation, whose secrecy has to be assessed",
}
_HEAD = """# Permissions

*Made by `tools/permission_matrix.py`; do not edit. Every cell was tried as that login over a real
connection to PostgreSQL, the forbidden ones too; a test tries them again and compares.*

A workspace in PostgreSQL/PostGIS has five roles. A login has one of them and belongs to an
organisation. The rights stand in `trygg_plugin/domain/rights.py`, and the database keeps them:
privileges, row-level security and triggers. What is not allowed is denied. A GeoPackage has no
logins and keeps none of this.

{roles}

How to give them: [the database administrator's page](handbok/databas.md) (Swedish).

**S** select (sees the record), **I** insert, **U** update, **D** delete (marks it as deleted),
**–** nothing. “Own” is the organisation of the login. A record in brackets is in that state; where
none is named, it has none or it does not matter. “Forwarded” is an incident that has been forwarded
to the login's organisation. “No role” is a login of the same server without a role in the
workspace.
"""


def render(seen: Observed) -> str:
    """The page."""
    described = "\n".join(
        f"* **{rights.ROLE_LABELS[role]}** – {rights.ROLE_TEXTS[role]}" for role in ROLES
    )
    parts = [_HEAD.format(roles=described)]
    heads = [*(rights.ROLE_LABELS[role] for role in ROLES), "No role"]
    roles = (*ROLES, STRANGER)
    for variant in VARIANTS:
        rows = [
            [f"`{label}`", *(_cell(seen.answers, role, label, variant) for role in roles)]
            for label in seen.rows
        ]
        parts += [f"## {_TITLES[variant]}\n", _table(["Record", *heads], rows)]
    tables = list(dict.fromkeys(table for _role, table, _op in seen.system))
    rows = [
        [f"`{table}`", *(
            _letters(seen.system[role, table, operation] == YES and operation
                     for operation in OPERATIONS) for role in roles
        )]
        for table in tables
    ]  # fmt: skip
    parts += [
        "## Code lists and tables of the workspace\n",
        "History is written by the database alone. A login reads history of what it reads, but:\n"
        "a reporter only of incidents that the own organisation has reported, a partner only of\n"
        "its own measures, and addresses for feedback only the administrator. `code_category`\n"
        "stands for all code lists, `trygg_meta` for settings that may change.\n",
        _table(["Table", *heads], rows),
        "## Columns\n",
        "Where a role may change only some columns, these (tried one by one):\n",
        "\n".join(
            f"* **{rights.ROLE_LABELS[role]}**, `{record}`: "
            + ", ".join(f"`{key}`" for key in columns)
            for (role, record), columns in seen.columns.items()
        ) + "\n",
        "## Steps\n",
        "Only the coordinator and the administrator take a record to these states (tried, too):\n",
        "\n".join(
            f"* `{record}`: " + ", ".join(f"`{state}`" for state in states)
            for record, states in rights.DECIDING_STATES.items()
        ) + "\n",
    ]
    return "\n".join(parts)


def _cell(answers: Dict, role: str, label: str, variant: Tuple[str, bool]) -> str:
    return _letters(answers[role, label, variant, operation] == YES and operation
                    for operation in OPERATIONS)  # fmt: skip


def _letters(operations: Any) -> str:
    return "".join(_SIGNS[one] for one in operations if one) or "–"


def _table(heads: List[str], rows: List[List[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def main() -> int:
    from tests.data.postgis_server import running, why_not
    from trygg_plugin.domain.standard import default_folder, load_standard

    reason = why_not()
    if reason:
        print(f"The permissions cannot be tried here: {reason}.", file=sys.stderr)
        return 1
    with running() as server:
        place = make_workplace(server, "falun", load_standard(default_folder()))
        PAGE.write_text(render(observe(place)), encoding="utf-8")
    print(f"{PAGE} written.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
