"""The table of logins in a PostGIS workspace, and the functions that change it.

An administrator of the workspace need not be one of the server: the functions run as the
workspace's owner, who may hand out its roles and no others. Passwords never come here.

``s`` is the quoted name of the workspace's schema, ``prefix`` what its roles begin with.
"""

from __future__ import annotations

from typing import List

from ..domain import rights
from ..domain.rights import ADMINISTRATOR, ROLES
from .sql_text import name, text, texts

LOGIN = "trygg_login"
LOGIN_LOG = "trygg_login_log"

#: Why a change of a login's rights was refused: rule → Swedish sentence; logins.py has both.
REFUSALS = {
    "login_managed": "Bara arbetsytans administratör ändrar inloggningars rättigheter.",
    "login_role": "Det finns ingen sådan roll.",
    "login_unknown": "Servern har ingen sådan inloggning.",
    "login_organisation": "Rollen behöver en organisation som finns bland aktörerna.",
    "login_self": "Du kan inte ta ifrån dig själv rollen som administratör.",
    "login_granted": "Någon annan har gett inloggningen en roll; databasens administratör tar bort "
    "den.",
}


def login_tables(s: str) -> List[str]:
    """Statements that make the tables: who has which role now, and every change of that."""
    return [
        f"CREATE TABLE IF NOT EXISTS {s}.{LOGIN} (login text PRIMARY KEY, role text NOT NULL, "
        "organisation text, since timestamptz NOT NULL DEFAULT clock_timestamp())",
        f"CREATE TABLE IF NOT EXISTS {s}.{LOGIN_LOG} (id bigint GENERATED ALWAYS AS IDENTITY "
        "PRIMARY KEY, at timestamptz NOT NULL DEFAULT clock_timestamp(), "
        "by_login text NOT NULL DEFAULT session_user, login text NOT NULL, role text, "
        "organisation text)",
    ]


def login_functions(s: str, prefix: str) -> List[str]:
    """Statements that make the functions."""
    secured = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$"
    return [
        _role_function(s, prefix),
        f"CREATE OR REPLACE FUNCTION {s}.trygg_set_login(the_login text, the_role text, "
        f"the_organisation text) RETURNS void {secured}\nBEGIN\n"
        f"  {_by_manager(s)}\n"
        f"  IF the_role IS NULL OR the_role NOT IN ({texts(ROLES)}) THEN {_refuse('login_role')} "
        "END IF;\n"
        "  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = the_login AND rolcanlogin) THEN "
        f"{_refuse('login_unknown')} END IF;\n"
        f"  IF the_organisation IS NULL AND the_role IN ({texts(rights.ROLES_OF_AN_ORGANISATION)}) "
        f"OR the_organisation IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {s}.actor a "  # nosec B608
        "WHERE a.uuid = the_organisation AND a.deleted_at IS NULL) THEN "
        f"{_refuse('login_organisation')} END IF;\n"
        f"  IF the_role <> {text(ADMINISTRATOR)} THEN {_not_oneself(s)} END IF;\n"
        f"  {_memberships(prefix)}\n"
        f"  INSERT INTO {s}.{LOGIN} AS l (login, role, organisation) "  # nosec B608
        "VALUES (the_login, the_role, the_organisation) ON CONFLICT (login) DO UPDATE SET "
        "role = excluded.role, organisation = excluded.organisation, since = excluded.since;\n"
        f"  INSERT INTO {s}.{LOGIN_LOG} (login, role, organisation) "  # nosec B608
        "VALUES (the_login, the_role, the_organisation);\nEND $body$",
        f"CREATE OR REPLACE FUNCTION {s}.trygg_remove_login(the_login text) RETURNS void "
        f"{secured}\nDECLARE the_role text;\nBEGIN\n  {_by_manager(s)}\n  {_not_oneself(s)}\n"
        "  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = the_login) THEN\n"
        f"  {_memberships(prefix)}\n  END IF;\n"
        f"  DELETE FROM {s}.{LOGIN} WHERE login = the_login;\n"  # nosec B608
        f"  IF NOT FOUND THEN {_refuse('login_unknown')} END IF;\n"
        f"  INSERT INTO {s}.{LOGIN_LOG} (login) VALUES (the_login);\nEND $body$",  # nosec B608
    ]


def _role_function(s: str, prefix: str) -> str:
    """The widest role of the login: by membership, which no setting can pretend."""
    arms = "".join(
        f" WHEN pg_catalog.pg_has_role(session_user, {text(f'{prefix}_{role}')}, 'MEMBER') "
        f"THEN {text(role)}"
        for role in ("owner", *reversed(ROLES))
    )
    # every name in it is qualified, so that it needs no search path of its own and is put in
    # place of its calls: triggers ask it for every row
    return (
        f"CREATE OR REPLACE FUNCTION {s}.trygg_role() RETURNS text LANGUAGE sql STABLE "
        f"AS $body$ SELECT CASE{arms} END $body$"
    )


def _refuse(rule: str) -> str:
    message = text(f"TRYGG:{rule}:{LOGIN}: {REFUSALS[rule]}")
    return f"RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = {message};"


def _by_manager(s: str) -> str:
    managers = texts(("owner", *rights.LOGIN_MANAGERS))
    return (
        f"IF coalesce({s}.trygg_role(), '') NOT IN ({managers}) THEN "
        f"{_refuse('login_managed')} END IF;"
    )


def _not_oneself(s: str) -> str:
    """An administrator who is no owner must not lock everyone out."""
    return (
        f"IF the_login = session_user AND {s}.trygg_role() <> 'owner' THEN "
        f"{_refuse('login_self')} END IF;"
    )


def _memberships(prefix: str) -> str:
    """Make the login a member of the role that it is to have (``the_role``) and of no other."""
    lines = []
    for role in ROLES:
        group = name(f"{prefix}_{role}")
        member = (
            "EXISTS (SELECT 1 FROM pg_auth_members m WHERE "
            f"m.roleid = {text(group)}::regrole AND m.member = quote_ident(the_login)::regrole)"
        )
        lines.append(
            f"IF the_role = {text(role)} THEN\n"
            f"    IF NOT {member} THEN "
            f"EXECUTE format({text(f'GRANT {escaped(group)} TO %I')}, the_login); END IF;\n"
            f"  ELSIF {member} THEN\n"
            f"    EXECUTE format({text(f'REVOKE {escaped(group)} FROM %I')}, the_login);\n"
            f"    IF {member} THEN {_refuse('login_granted')} END IF;\n"
            "  END IF;"
        )
    return "\n  ".join(lines).replace("IF the_role =", "IF the_role IS NOT DISTINCT FROM")


def escaped(identifier: str) -> str:
    """An identifier inside a pattern of format()."""
    return identifier.replace("%", "%%")
