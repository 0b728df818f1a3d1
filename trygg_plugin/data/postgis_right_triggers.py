"""Triggers that keep what privileges and policies cannot, and that say in words what was refused.

Policies decide which records a login sees. What it may do with those it sees is asked here, before
the rules of the standard are: a policy that hid a record from an update would let the update
"succeed" with no row touched, and the edit would be lost without a word. Being asked first, these
triggers also keep a rule's refusal (a record exists already) from telling of records that the
login may not see.

They run with the rights of whoever writes. What the workspace's own routines write in their turn
(a delete that marks) comes as the owner, and has been asked about before.
"""

from __future__ import annotations

from typing import Iterable, List, Sequence

from ..domain import rights
from ..domain.rights import ADMINISTRATOR, COORDINATOR, OWNER, ROLES, Right
from .postgis_scopes import TRUE, Scopes, literal
from .schema import GENERAL, STAMPS, TRANSITION, Table
from .sql_text import name, text, texts

#: Before the triggers of the rules: triggers fire in the order of their names.
TRIGGER = "trygg_0_rights"
#: Variable of the functions: where the login belongs.
ORGANISATION = "my_organisation"


def right_function(table: Table, scopes: Scopes, s: str, owner: str) -> str:
    """The statement that makes a table's function; ``owner`` is the workspace's owner role."""
    own = {role: rights.right_of(role, table.key) for role in ROLES}
    limited = [role for role in ROLES if role not in (COORDINATOR, ADMINISTRATOR)]
    body = [
        f"IF current_user = {text(owner)} THEN RETURN coalesce(NEW, OLD); END IF;",
        f"mine := {s}.trygg_role();",
        f"IF mine IN ({texts((OWNER, COORDINATOR, ADMINISTRATOR))}) THEN",
        "  RETURN coalesce(NEW, OLD);",
        "END IF;",
        f"IF mine IN ({texts(rights.ROLES_OF_AN_ORGANISATION)}) THEN "
        f"{ORGANISATION} := {s}.trygg_organisation(); END IF;",
        "IF TG_OP = 'INSERT' THEN",
        *_branches(limited, lambda role: _insert(table, own[role], scopes)),
        "ELSIF TG_OP = 'UPDATE' THEN",
        "  IF NEW.deleted_at IS DISTINCT FROM OLD.deleted_at THEN "
        f"{_refuse('right_record', table)} END IF;",
        *_branches(limited, lambda role: _update(table, own[role], scopes, s)),
        "ELSE",
        *_branches(limited, lambda role: _delete(table, own[role], scopes)),
        "END IF;",
        "RETURN coalesce(NEW, OLD);",
    ]
    joined = "\n".join(f"  {line}" for line in body)
    function = name(f"trygg_{table.key}_rights")
    return (
        f"CREATE OR REPLACE FUNCTION {s}.{function}() RETURNS trigger LANGUAGE plpgsql "
        f"SET search_path = pg_catalog, pg_temp AS $body$\n"
        f"DECLARE mine text; {ORGANISATION} text;\nBEGIN\n{joined}\n"
        "END $body$"
    )


def right_trigger(table: Table, s: str) -> List[str]:
    """Statements that make the trigger, anew when it is there."""
    own, function = f"{s}.{name(table.key)}", name(f"trygg_{table.key}_rights")
    return [
        f"DROP TRIGGER IF EXISTS {TRIGGER} ON {own}",
        f"CREATE TRIGGER {TRIGGER} BEFORE INSERT OR UPDATE OR DELETE ON {own} "
        f"FOR EACH ROW EXECUTE FUNCTION {s}.{function}()",
    ]


def _branches(roles: Sequence[str], lines_of) -> List[str]:
    """What is asked of each role; a role that has nothing to ask for is refused."""
    made: List[str] = []
    for role in roles:
        made.append(f"  {'ELSIF' if made else 'IF'} mine = {text(role)} THEN")
        made += [f"    {line}" for line in lines_of(role)] or ["    NULL;"]
    # a login without a role: the privileges have stopped it before
    return [*made, "  ELSE", "    RAISE insufficient_privilege;", "  END IF;"]


def _refuse(rule: str, table: Table, field: str = "") -> str:
    place = f"{table.key}.{field}" if field else table.key
    message = text(f"TRYGG:{rule}:{place}: {GENERAL[rule]['sv']}")
    return f"RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = {message};"


def _unless(condition: str, refused: str) -> List[str]:
    if condition == TRUE:
        return []
    return [f"IF NOT coalesce({condition}, false) THEN {refused} END IF;"]


def _insert(table: Table, right: Right, scopes: Scopes) -> Iterable[str]:
    own = scopes.own_field(table.key)
    if right.insert == ("own",) and own:
        yield f"NEW.{name(own)} := coalesce(NEW.{name(own)}, {scopes.organisation});"
    condition = scopes.condition(right.insert, table.key, "NEW")
    yield from _unless(condition, _refuse("right_record", table))
    if right.initial and table.state_field:
        state = f"NEW.{name(table.state_field)}"
        listed = texts(right.initial)
        yield (
            f"IF {state} NOT IN ({listed}) THEN "
            f"{_refuse('right_step', table, table.state_field)} END IF;"
        )
    if right.fields_set is None:
        return
    for column in table.columns:
        if column.key in STAMPS or column.key in right.fields_set:
            continue
        value, usual = f"NEW.{name(column.key)}", literal(column.default)
        yield (
            f"IF {value} IS NOT NULL AND {value} IS DISTINCT FROM {usual} THEN "
            f"{_refuse('right_field', table, column.key)} END IF;"
        )


def _update(table: Table, right: Right, scopes: Scopes, s: str) -> Iterable[str]:
    for row in ("OLD", "NEW"):
        condition = scopes.condition(right.update, table.key, row)
        yield from _unless(condition, _refuse("right_record", table))
    if right.update_states and table.state_field:
        state, listed = f"OLD.{name(table.state_field)}", texts(right.update_states)
        yield f"IF {state} NOT IN ({listed}) THEN {_refuse('right_state', table)} END IF;"
    if right.steps is None or not table.state_field:
        return
    before, after = (f"{row}.{name(table.state_field)}" for row in ("OLD", "NEW"))
    steps = ", ".join(f"({text(a)}, {text(b)})" for a, b in right.steps)
    listed = f"({before}, {after}) IN ({steps})" if steps else "false"
    # a step that no one takes is refused by the rule of states, in its own words
    yield (
        f"IF {before} IS DISTINCT FROM {after} AND NOT {listed} AND EXISTS (SELECT 1 "  # nosec B608
        f"FROM {s}.{TRANSITION} t WHERE t.record = {text(table.key)} AND t.from_state = {before} "
        f"AND t.to_state = {after}) THEN {_refuse('right_step', table, table.state_field)} END IF;"
    )


def _delete(table: Table, right: Right, scopes: Scopes) -> Iterable[str]:
    condition = scopes.condition(right.delete, table.key, "OLD")
    yield from _unless(condition, _refuse("right_record", table))
    if right.delete_states and table.state_field:
        state, listed = f"OLD.{name(table.state_field)}", texts(right.delete_states)
        yield f"IF {state} NOT IN ({listed}) THEN {_refuse('right_state', table)} END IF;"
