"""Logins of a PostGIS workspace: who has which role, and giving and taking it.

The database decides who may ask (postgis_login_functions.py). A password is only ever sent as its
SCRAM verifier, so that no log of the server or of ours can hold it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any, List, Mapping, Optional

from ..domain.rights import ROLES
from .errors import DataError, Refusal
from .postgis_login_functions import LOGIN, REFUSALS
from .sql_text import name, text
from .workspace import Workspace

#: Why the database refused: rule → English sentence.
SENTENCES: Mapping[str, str] = {
    "login_managed": "Only the workspace's administrator changes the rights of logins.",
    "login_role": "There is no such role.",
    "login_unknown": "The server has no such login.",
    "login_organisation": "The role needs an organisation that is one of the actors.",
    "login_self": "You cannot take the role of administrator from yourself.",
    "login_granted": "Someone else has given the login a role; the administrator of the database "
    "takes it away.",
}
SHORTEST_PASSWORD = 12


@dataclass(frozen=True)
class Login:
    """A login with a role. ``organisation`` is an actor's uuid; ``on_server``: it can log in."""

    name: str
    role: str
    organisation: Optional[str]
    organisation_name: Optional[str]
    on_server: bool


def list_logins(workspace: Workspace) -> List[Login]:
    """The logins of a workspace that the asking login may see, by name."""
    _needs_server(workspace)
    rows = workspace.query(
        "SELECT l.login, l.role, l.organisation, a.name, coalesce(r.rolcanlogin, false) AS there "
        f"FROM {LOGIN} l LEFT JOIN actor a ON a.uuid = l.organisation "  # nosec B608
        "LEFT JOIN pg_catalog.pg_roles r ON r.rolname = l.login ORDER BY lower(l.login), l.login"
    )
    return [
        Login(row["login"], row["role"], row["organisation"], row["name"], bool(row["there"]))
        for row in rows
    ]


def my_role(workspace: Workspace) -> Optional[str]:
    """The role of whoever is connected, asked anew ("owner" for the database's administrator);
    None in a GeoPackage, which has no logins, and where the workspace was made without roles."""
    with workspace.reading() as connection:
        return workspace.engine.role(connection)


def my_organisation(workspace: Workspace) -> Optional[str]:
    """The uuid of the organisation of whoever is connected."""
    if not has_logins(workspace):
        return None
    (row,) = workspace.query("SELECT trygg_organisation() AS organisation")
    return str(row["organisation"]) if row["organisation"] else None


def has_logins(workspace: Workspace) -> bool:
    """Whether the workspace has roles: it lives in PostgreSQL and was given them."""
    if not _on_server(workspace):
        return False
    (row,) = workspace.query("SELECT to_regclass({p}) IS NOT NULL AS there",
                             [f"{name(workspace.engine.target.schema)}.{LOGIN}"])  # fmt: skip
    return bool(row["there"])


def set_login(
    workspace: Workspace, login: str, role: str, organisation: Optional[str] = None
) -> None:
    """Give a login of the server a role and an organisation (an actor's uuid), or change them."""
    _needs_server(workspace)
    with workspace.transaction() as transaction:
        _told(workspace, lambda: give_role(
            transaction.connection, workspace.engine.target.schema, login, role, organisation
        ))  # fmt: skip


def remove_login(workspace: Workspace, login: str) -> None:
    """Take a login's role. The login itself stays on the server."""
    _needs_server(workspace)
    schema = name(workspace.engine.target.schema)
    with workspace.transaction() as transaction:
        cursor = transaction.connection.cursor()
        _told(workspace, lambda: cursor.execute(
            f"SELECT {schema}.trygg_remove_login(%s)", (login,)
        ))  # fmt: skip


def create_login(workspace: Workspace, login: str, password: str) -> None:
    """Make a login on the server, without rights yet; takes the right to create roles there."""
    _needs_server(workspace)
    check_password(password)
    with workspace.transaction() as transaction:
        _told(workspace, lambda: create_role(transaction.connection, login, password))


def renew_rights(workspace: Workspace) -> None:
    """Give the workspace its roles, policies and memberships anew, as after a restored backup."""
    from .postgis_rights import install_rights

    if not _on_server(workspace):
        _needs_server(workspace)
    with workspace.transaction() as transaction:
        _told(workspace, lambda: install_rights(
            transaction.connection, workspace.engine.target.schema, workspace.schema
        ))  # fmt: skip


def find_organisation(workspace: Workspace, said: str) -> str:
    """The uuid of the actor that a name, an abbreviation or a uuid means; DataError otherwise."""
    wanted = said.strip()
    found = workspace.rows(
        "actor",
        "uuid = {p} OR lower(name) = lower({p}) OR lower(abbreviation) = lower({p})",
        [wanted] * 3,
    )
    if len(found) != 1:
        raise DataError(
            "{count} actors are called “{name}”. Write the name of one, as it stands among the "
            "actors.",
            count=len(found), name=wanted,
        )  # fmt: skip
    return found[0].uuid


def check_password(password: str) -> None:
    """DataError for a password that is too short to be one."""
    if len(password) < SHORTEST_PASSWORD:
        raise DataError("A password needs at least {count} characters.", count=SHORTEST_PASSWORD)


def suggest_password() -> str:
    """A password that no one guesses."""
    return secrets.token_urlsafe(15)


def give_role(
    connection: Any, schema_name: str, login: str, role: str, organisation: Optional[str]
) -> None:
    """:func:`set_login` on an open connection."""
    connection.cursor().execute(
        f"SELECT {name(schema_name)}.trygg_set_login(%s, %s, %s)", (login, role, organisation)
    )


def create_role(connection: Any, login: str, password: str) -> None:
    """:func:`create_login` on an open connection."""
    from .postgis_connection import driver

    if not login.strip() or not login.isprintable():
        raise DataError("A login needs a name.")
    cursor = connection.cursor()
    cursor.execute("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = %s", (login,))
    if cursor.fetchone() is not None:
        raise DataError("The server already has a login {name}. Give it a role instead.",
                        name=login)  # fmt: skip
    verifier = driver().extensions.encrypt_password(
        password, login, cursor.connection, "scram-sha-256"
    )
    cursor.execute(f"CREATE ROLE {name(login)} LOGIN PASSWORD {text(verifier)}")


def _on_server(workspace: Workspace) -> bool:
    return hasattr(workspace.engine, "target")


def _needs_server(workspace: Workspace) -> None:
    if not _on_server(workspace):
        raise DataError(
            "A GeoPackage has no logins: who may do what is only kept by a workspace in PostgreSQL."
        )
    if not has_logins(workspace):
        raise DataError(
            "The workspace has no roles: it was made by a login that may not create any. Ask the "
            "administrator of the database to make it, or to give it its rights."
        )


def _told(workspace: Workspace, work: Any) -> None:
    try:
        work()
    except Exception as error:
        for rule, sentence in SENTENCES.items():
            if f"TRYGG:{rule}:" in str(error):
                said = {"sv": REFUSALS[rule], "en": sentence}
                raise Refusal(rule, LOGIN, None, said, workspace.language) from error
        raise workspace.engine.explain(error, workspace.language) from error


__all__ = [
    "ROLES",
    "Login",
    "create_login",
    "has_logins",
    "list_logins",
    "my_organisation",
    "my_role",
    "remove_login",
    "set_login",
]
