"""Who may do what in PostgreSQL: every role on every table over a real connection, and attacks.

``docs/permissions.md`` is made from the same tries (tools/permission_matrix.py).
"""

from __future__ import annotations

import io
from typing import Any, Iterator, List, Tuple

import pytest

from tests.data.postgis_server import Server
from tools.permission_matrix import (
    HIDDEN,
    PAGE,
    REFUSED,
    STRANGER,
    YES,
    Observed,
    Workplace,
    make_workplace,
    observe,
    render,
)
from tools.permission_records import OTHER, OWN, VARIANTS, record_of
from trygg_plugin.data.postgis_rights import CALLED
from trygg_plugin.data.sql_text import name
from trygg_plugin.domain import rights
from trygg_plugin.domain.record_types import Standard
from trygg_plugin.domain.rights import OPERATIONS, ROLES
from trygg_plugin.domain.states import MACHINES

pytestmark = pytest.mark.native

SCHEMA = "matrix"
#: A name with all that could end a quoted name, a literal or a statement.
NASTY = 'Å "b\'; DROP SCHEMA matrix CASCADE; --'


@pytest.fixture(scope="module")
def place(postgis: Server, standard: Standard, qgis_app: Any) -> Workplace:
    return make_workplace(postgis, SCHEMA, standard)


@pytest.fixture(scope="module")
def seen(place: Workplace) -> Observed:
    return observe(place)


class Tried:
    """A connection as a role; what is done is undone at the end."""

    def __init__(self, place: Workplace, role: str) -> None:
        self.connection = place.connect(role)
        self.cursor = self.connection.cursor()
        self.cursor.execute(f"SET search_path = {SCHEMA}, public")

    def rows(self, statement: str, parameters: Any = None) -> List[Tuple]:
        self.cursor.execute(statement, parameters)
        return self.cursor.fetchall()

    def refused(self, statement: str, parameters: Any = None) -> str:
        """The SQLSTATE and text of the refusal; fails when there is none."""
        import psycopg2

        self.cursor.execute("SAVEPOINT tried")
        try:
            self.cursor.execute(statement, parameters)
        except psycopg2.Error as error:
            self.cursor.execute("ROLLBACK TO SAVEPOINT tried")
            return f"{error.pgcode} {error}"
        pytest.fail(f"was allowed: {statement}")


@pytest.fixture()
def as_role(place: Workplace) -> Iterator[Any]:
    opened: List[Tried] = []

    def connect(role: str) -> Tried:
        opened.append(Tried(place, role))
        return opened[-1]

    yield connect
    for one in opened:
        one.connection.rollback()
        one.connection.close()


def changed(place: Workplace, statement: str, parameters: Any = None) -> None:
    """Something written as the owner, past the rules."""
    connection = place.server.connect()
    connection.autocommit = False
    cursor = connection.cursor()
    cursor.execute("SELECT set_config('trygg.modes', ',moving,', true)")
    cursor.execute(statement, parameters)
    connection.commit()
    connection.close()


# --- the matrix ------------------------------------------------------------------------------


def test_the_page_tells_what_was_tried(seen: Observed):
    assert PAGE.read_text(encoding="utf-8") == render(seen), "run tools/permission_matrix.py"


def test_only_what_was_adopted_stands_in_the_way_of_a_try(seen: Observed):
    settled = ("period", "area_light", "problem_light", "priority_place")
    assert seen.rules == {f"{record} adopted_never_changes" for record in settled}


def test_the_database_and_the_panels_say_the_same(seen: Observed, standard: Standard):
    """What a panel leaves switched on works on some record, and what it switches off on none."""
    for role in ROLES:
        for record in standard.records:
            for operation in OPERATIONS:
                answers = {
                    seen.answers[role, label, variant, operation]
                    for label in seen.rows if record_of(label) == record for variant in VARIANTS
                }
                said = rights.may(role, record, operation)
                assert (YES in answers) is said, (role, record, operation)


def test_without_a_role_there_is_nothing(seen: Observed):
    answers = [answer for (role, *_), answer in seen.answers.items() if role == STRANGER]
    answers += [answer for (role, *_), answer in seen.system.items() if role == STRANGER]
    assert set(answers) == {REFUSED}


@pytest.mark.parametrize("secret", [False, True])
def test_the_lines_that_the_law_draws(seen: Observed, secret: bool):
    """Some cells by hand, so that the page cannot drift with the code that makes it."""
    def cell(role: str, label: str, whose: str, operation: str) -> str:
        return seen.answers[role, label, (whose, secret), operation]

    for operation in OPERATIONS:
        assert cell(rights.PARTNER, "reporter_contact", OWN, operation) in (HIDDEN, REFUSED)
        assert cell(rights.REPORTER, "reporter_contact", OTHER, operation) in (HIDDEN, REFUSED)
        assert cell(rights.REPORTER, "incident (submitted)", OTHER, operation) in (HIDDEN, REFUSED)
        assert cell(rights.CASE_OFFICER, "disclosure", OWN, operation) == (
            YES if operation == "insert" else HIDDEN if operation == "select" else REFUSED
        )
    assert cell(rights.PARTNER, "incident (approved)", OTHER, "select") == (
        HIDDEN if secret else YES
    )
    assert cell(rights.PARTNER, "incident (submitted)", OTHER, "select") == HIDDEN
    assert cell(rights.PARTNER, "measure (decided)", OWN, "update") == YES
    assert cell(rights.PARTNER, "measure (decided)", OTHER, "update") in (HIDDEN, REFUSED)
    assert cell(rights.REPORTER, "incident (submitted)", OWN, "update") == YES
    assert cell(rights.REPORTER, "incident (approved)", OWN, "update") == REFUSED


def test_nobody_writes_history(seen: Observed):
    for role in ROLES:
        assert seen.system[role, "trygg_history", "select"] == YES
        for operation in ("insert", "update", "delete"):
            assert seen.system[role, "trygg_history", operation] == REFUSED


def test_columns_are_those_of_the_rights(seen: Observed, standard: Standard):
    for (role, record), columns in seen.columns.items():
        assert set(columns) == set(rights.right_of(role, record).columns or ())
    assert (rights.PARTNER, "measure") in seen.columns


def test_history_is_read_by_those_who_read_the_record(as_role: Any, place: Workplace):
    uuids = {record: place.records.uuid(record, (OWN, False))
             for record in ("reporter_contact", "disclosure")}
    mine = place.records.uuid("incident (approved)", (OWN, True))
    others = place.records.uuid("incident (approved)", (OTHER, False))
    measure = place.records.uuid("measure (decided)", (OWN, False))
    readers = {
        uuids["reporter_contact"]: {rights.ADMINISTRATOR},
        uuids["disclosure"]: {rights.COORDINATOR, rights.ADMINISTRATOR},
        mine: set(ROLES) - {rights.PARTNER},
        # a partner reads the approved incident, but not what stood in it before
        others: {rights.CASE_OFFICER, rights.COORDINATOR, rights.ADMINISTRATOR},
        measure: set(ROLES) - {rights.REPORTER},
    }
    for role in ROLES:
        tried = as_role(role)
        found = {row[0] for row in tried.rows("SELECT uuid FROM trygg_history")}
        assert {uuid for uuid in readers if uuid in found} == {
            uuid for uuid, roles in readers.items() if role in roles
        }


def test_steps_are_taken_by_those_who_may(as_role: Any, place: Workplace):
    """Every step of every state machine, by every role, on the own organisation's open record."""
    import psycopg2

    tried = {role: as_role(role) for role in ROLES}
    wrong = []
    for record, machine in MACHINES.items():
        label = next(one for one in place.records.labels() if record_of(one) == record)
        uuid = place.records.uuid(label, (OWN, False))
        state = place.records._standard.records[record].state_field
        table = f"{SCHEMA}.{name(record)}"
        for before, following in machine.steps.items():
            changed(place, f"UPDATE {table} SET {state} = %s WHERE uuid = %s", [before, uuid])
            for role, one in tried.items():
                sees = one.rows(f"SELECT 1 FROM {table} WHERE uuid = %s", [uuid])
                for after in following:
                    one.cursor.execute("SAVEPOINT step")
                    try:
                        one.cursor.execute(
                            f"UPDATE {table} SET {state} = %s WHERE uuid = %s", [after, uuid]
                        )
                        allowed = one.cursor.rowcount == 1
                    except psycopg2.errors.InsufficientPrivilege:
                        allowed = False
                    except psycopg2.errors.CheckViolation:
                        allowed = True  # the right is there; a rule wants more than the state
                    one.cursor.execute("ROLLBACK TO SAVEPOINT step")
                    if allowed is not bool(sees and rights.may_step(role, record, before, after)):
                        wrong.append((role, record, before, after, allowed))
                one.connection.rollback()
                one.cursor.execute(f"SET search_path = {SCHEMA}, public")
        first = label.partition("(")[2].rstrip(")") or machine.initial[0]
        changed(place, f"UPDATE {table} SET {state} = %s WHERE uuid = %s", [first, uuid])
    assert wrong == []


# --- attacks ---------------------------------------------------------------------------------

_MODES = "SELECT set_config('trygg.modes', ',writing,importing,restoring,moving,disposing,', false)"
_INSERT = (
    "INSERT INTO incident (category, time_from, channel, reporter_organisation, status) "
    "VALUES ('safe_place', '2024-01-01', 'qgis', %s, %s) RETURNING uuid, created_by"
)


def test_a_setting_is_no_right(as_role: Any, place: Workplace):
    """The modes past the rules are settings that anyone can make; they count for few."""
    own, other = place.records.organisations[OWN], place.records.organisations[OTHER]
    for role in (rights.REPORTER, rights.PARTNER):
        tried = as_role(role)
        tried.rows(_MODES)
        assert "42501" in tried.refused(_INSERT, [other, "submitted"])
        assert "42501" in tried.refused(_INSERT, [own, "approved"])
        assert "42501" in tried.refused("UPDATE trygg_history SET note = 'x'")
    officer = as_role(rights.CASE_OFFICER)
    officer.rows(_MODES)
    period = place.records.uuid("period (collecting)", (OWN, False))
    assert "right_step" not in officer.refused(
        "UPDATE period SET status = 'adopted' WHERE uuid = %s", [period]
    )  # refused by the rule of states: restoring does not count for a case officer


def test_who_wrote_cannot_be_made_up(as_role: Any, place: Workplace):
    tried = as_role(rights.REPORTER)
    own = place.records.organisations[OWN]
    tried.rows(_MODES)
    (made,) = tried.rows(
        "INSERT INTO incident (category, time_from, channel, reporter_organisation, created_by, "
        "created_at, version) VALUES ('safe_place', '2024-01-01', 'qgis', %s, 'someone else', "
        "'2001-01-01', 77) RETURNING created_by, version, created_at > '2024-01-01'", [own]
    )
    assert made == (place.logins[rights.REPORTER][0], 1, True)
    tried.cursor.execute("UPDATE incident SET place_name = 'x', changed_by = 'someone else'"
                         " WHERE status = 'submitted' AND reporter_organisation = %s", [own])
    names = tried.rows("SELECT DISTINCT changed_by FROM incident WHERE place_name = 'x'")
    assert (place.logins[rights.REPORTER][0],) in names and ("someone else",) not in names


@pytest.mark.parametrize("role", [rights.REPORTER, rights.PARTNER, rights.CASE_OFFICER])
def test_no_one_becomes_someone_else(as_role: Any, place: Workplace, role: str):
    tried = as_role(role)
    coordinator = place.logins[rights.COORDINATOR][0]
    assert "42501" in tried.refused(f"SET ROLE {name(SCHEMA + '_coordinator')}")
    assert "42501" in tried.refused(f"SET ROLE {name(SCHEMA + '_owner')}")
    assert "42501" in tried.refused(f"SET ROLE {name(coordinator)}")
    assert "42501" in tried.refused(f"SET SESSION AUTHORIZATION {name(coordinator)}")
    assert "42501" in tried.refused(f"SET session_authorization = {name(coordinator)}")
    assert "42501" in tried.refused("SELECT set_config('session_authorization', %s, false)",
                                    [coordinator])
    assert "42501" in tried.refused("SET session_replication_role = replica")
    before = tried.rows("SELECT count(*) FROM incident")
    tried.cursor.execute(f"SET ROLE {name(f'{SCHEMA}_{role}')}")
    assert tried.rows("SELECT count(*) FROM incident") == before
    assert tried.rows("SELECT trygg_role()") == [(role,)]
    tried.cursor.execute("RESET ROLE")


def test_tables_and_functions_of_ones_own_are_not_ours(as_role: Any, place: Workplace):
    """Shadows: a temporary table or function of the same name, first in the search path."""
    tried = as_role(rights.REPORTER)
    login, other = place.logins[rights.REPORTER][0], place.records.organisations[OTHER]
    before = tried.rows("SELECT uuid FROM incident ORDER BY uuid")
    tried.cursor.execute(
        "CREATE TEMP TABLE trygg_login AS SELECT %s::text AS login, 'administrator'::text AS role, "
        "%s::text AS organisation", [login, other]
    )
    tried.cursor.execute("CREATE TEMP TABLE incident_forward AS SELECT i.uuid AS incident, "
                         "%s::text AS organisation, NULL::timestamptz AS deleted_at "
                         "FROM incident i", [other])
    for function, returns, answer in (
        ("trygg_organisation", "text", f"'{other}'"), ("trygg_role", "text", "'administrator'"),
        ("pg_has_role", "boolean", "true"),
    ):
        arguments = "(name, text, text)" if function == "pg_has_role" else "()"
        tried.cursor.execute(f"CREATE FUNCTION pg_temp.{function}{arguments} RETURNS {returns} "
                             f"LANGUAGE sql AS $$ SELECT {answer} $$")
    tried.cursor.execute(
        "CREATE FUNCTION pg_temp.yes(text, text) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$;"
        "CREATE OPERATOR pg_temp.= (FUNCTION = pg_temp.yes, LEFTARG = text, RIGHTARG = text)"
    )
    tried.cursor.execute(f"SET search_path = pg_temp, {SCHEMA}, pg_catalog, public")
    assert tried.rows("SELECT uuid FROM incident ORDER BY uuid") == before
    assert tried.rows(f"SELECT {SCHEMA}.trygg_role(), {SCHEMA}.trygg_organisation()") == [
        (rights.REPORTER, place.records.organisations[OWN])
    ]
    assert "42501" in tried.refused(_INSERT, [other, "submitted"])
    assert "42501" in tried.refused("CREATE FUNCTION public.st_asbinary(x text) RETURNS bytea "
                                    "LANGUAGE sql AS $$ SELECT ''::bytea $$")
    assert "42501" in tried.refused(f"CREATE FUNCTION {SCHEMA}.mine() RETURNS int LANGUAGE sql "
                                    "AS $$ SELECT 1 $$")
    assert "42501" in tried.refused(f"CREATE TABLE {SCHEMA}.mine (x int)")


def test_the_owners_functions_hang_on_no_other_table(as_role: Any):
    """A trigger function that runs as the owner would write history for whoever attaches it."""
    tried = as_role(rights.REPORTER)
    tried.cursor.execute("CREATE TEMP TABLE mine (uuid text, fid int)")
    for function in ("trygg_incident_insert", "trygg_incident_inserted", "trygg_incident_update",
                     "trygg_code_changed", "trygg_history_kept"):
        assert "42501" in tried.refused(
            f"CREATE TRIGGER t BEFORE INSERT ON mine FOR EACH ROW EXECUTE FUNCTION {function}()"
        )
    may_call = tried.rows(
        "SELECT p.proname FROM pg_proc p WHERE p.pronamespace = %s::regnamespace "
        "AND has_function_privilege(p.oid, 'EXECUTE')", [SCHEMA]
    )
    assert {row[0] for row in may_call} <= set(CALLED)
    assert "trygg_log" not in CALLED


def test_the_mark_of_a_delete_opens_nothing_else(as_role: Any, place: Workplace):
    """The setting behind a delete, made by hand, inside a trigger of one's own."""
    tried = as_role(rights.REPORTER)
    uuid = place.records.uuid("incident (submitted)", (OWN, False))
    tried.cursor.execute("CREATE TEMP TABLE mine (x text)")
    tried.cursor.execute(
        "CREATE FUNCTION pg_temp.go() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "EXECUTE NEW.x; RETURN NEW; END $$;"
        "CREATE TRIGGER go BEFORE INSERT ON mine FOR EACH ROW EXECUTE FUNCTION pg_temp.go();"
        "SELECT set_config('trygg.deleting', 'on', false)"
    )
    for change in ("status = 'approved'", "deleted_at = now()", "status = 'approved', "
                   "deleted_at = now()", "created_by = 'x'"):
        said = tried.refused("INSERT INTO mine VALUES (%s)",
                             [f"UPDATE {SCHEMA}.incident SET {change} WHERE uuid = '{uuid}'"])
        assert said.startswith(("42501", "23514"))


def test_a_function_in_a_question_sees_only_what_is_shown(as_role: Any, place: Workplace):
    """Cheap functions are asked early: behind row-level security all the same."""
    tried = as_role(rights.REPORTER)
    tried.cursor.execute(
        "CREATE FUNCTION pg_temp.leak(text) RETURNS boolean COST 0.0000001 LANGUAGE plpgsql "
        "AS $$ BEGIN RAISE NOTICE '%', $1; RETURN true; END $$"
    )
    shown = {row[0] for row in tried.rows("SELECT uuid FROM incident WHERE pg_temp.leak(uuid)")}
    told = {notice.split("NOTICE:")[1].strip() for notice in tried.connection.notices
            if "NOTICE:" in notice}
    assert told == shown
    assert place.records.uuid("incident (submitted)", (OTHER, False)) not in told
    assert tried.rows("SELECT count(*) FROM pg_stats WHERE schemaname = %s AND tablename = "
                      "'incident'", [SCHEMA]) == [(0,)]


def test_a_rule_does_not_tell_of_what_is_hidden(as_role: Any, place: Workplace):
    """That another's incident is there, or has a contact, is no refusal's business."""
    tried = as_role(rights.REPORTER)
    theirs = place.records.uuid("incident (approved)", (OTHER, False))
    nowhere = "00000000-0000-4000-8000-000000000000"
    add = "INSERT INTO reporter_contact (incident, function_address) VALUES (%s, 'a@example.org')"
    said = [tried.refused(add, [uuid]).splitlines()[0] for uuid in (theirs, nowhere)]
    assert said[0] == said[1] and "right_record" in said[0]
    take = ("INSERT INTO incident (uuid, category, time_from, channel, reporter_organisation) "
            "VALUES (%s, 'safe_place', '2024-01-01', 'qgis', %s) "
            "ON CONFLICT (uuid) DO UPDATE SET place_name = 'mine'")
    other = place.records.organisations[OTHER]
    said = [tried.refused(take, [uuid, other]).splitlines()[0] for uuid in (theirs, nowhere)]
    assert said[0] == said[1] and "right_record" in said[0]


FORBIDDEN = [
    "TRUNCATE incident", "TRUNCATE trygg_history", "DROP TABLE incident", "DROP SCHEMA {s}",
    "ALTER TABLE incident DISABLE TRIGGER ALL", "ALTER TABLE incident DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE incident NO FORCE ROW LEVEL SECURITY", "DROP TRIGGER trygg_update ON incident",
    "ALTER TABLE incident OWNER TO CURRENT_USER", "DROP POLICY trygg_select_partner ON incident",
    "CREATE POLICY mine ON incident USING (true)",
    "CREATE RULE r AS ON UPDATE TO incident DO INSTEAD NOTHING",
    "CREATE INDEX mine ON incident (uuid)",
    "CREATE TRIGGER t BEFORE INSERT ON incident FOR EACH ROW EXECUTE FUNCTION "
    "suppress_redundant_updates_trigger()",
    "LOCK TABLE problem IN ACCESS EXCLUSIVE MODE", "COMMENT ON TABLE incident IS 'x'",
    "SELECT setval('incident_fid_seq', 1)", "SELECT nextval('incident_fid_seq')",
    "COPY incident TO '/tmp/trygg-permissions'", "COPY incident TO PROGRAM 'cat'",
    "COPY trygg_history FROM PROGRAM 'true'", "SELECT lo_import('/etc/passwd')",
    "SELECT pg_read_file('/etc/passwd')", "SELECT pg_ls_dir('/')", "CREATE EXTENSION file_fdw",
    "ALTER ROLE CURRENT_USER SET session_replication_role = replica", "CREATE ROLE someone LOGIN",
    "ALTER ROLE CURRENT_USER SUPERUSER", "ALTER ROLE CURRENT_USER BYPASSRLS",
    "GRANT {g} TO CURRENT_USER", "UPDATE pg_catalog.pg_class SET relrowsecurity = false",
    "SELECT trygg_set_login(session_user::text, 'administrator', NULL)",
    "INSERT INTO trygg_login VALUES (session_user, 'administrator', NULL)",
    "UPDATE trygg_login SET role = 'administrator'", "DELETE FROM trygg_transition",
    "UPDATE trygg_standard SET content = ''",
]  # fmt: skip


@pytest.mark.parametrize("role", [rights.REPORTER, rights.CASE_OFFICER])
def test_forbidden_statements(as_role: Any, role: str):
    tried = as_role(role)
    for statement in FORBIDDEN:
        said = tried.refused(statement.format(s=SCHEMA, g=name(f"{SCHEMA}_coordinator")))
        # 0A000: refused before rights are asked; 0LP01: no such thing as granting it to oneself
        assert said[:5] in ("42501", "0A000", "0LP01"), (statement, said)
    # only warned of: what one has without the right to pass it on, one cannot give
    tried.cursor.execute("GRANT ALL ON incident TO PUBLIC")
    assert tried.rows("SELECT has_table_privilege('public', 'incident', 'SELECT')") == [(False,)]


def test_switching_row_security_off_hides_all(as_role: Any):
    tried = as_role(rights.REPORTER)
    tried.cursor.execute("SET row_security = off")
    assert "42501" in tried.refused("SELECT count(*) FROM incident")


def test_copies_hold_only_what_is_shown(as_role: Any, place: Workplace):
    tried = as_role(rights.REPORTER)
    shown = tried.rows("SELECT count(*) FROM incident")[0][0]
    copy = io.StringIO()
    tried.cursor.copy_expert("COPY incident TO STDOUT", copy)
    assert len(copy.getvalue().splitlines()) == shown
    import psycopg2

    with pytest.raises(psycopg2.Error) as refused:
        tried.cursor.copy_expert("COPY trygg_history (uuid) FROM STDIN", io.StringIO("x\n"))
    assert refused.value.pgcode in ("42501", "0A000")


def test_an_administrator_is_not_the_owner(as_role: Any, place: Workplace):
    tried = as_role(rights.ADMINISTRATOR)
    me = place.logins[rights.ADMINISTRATOR][0]
    for statement in ("TRUNCATE incident", "ALTER TABLE incident DISABLE TRIGGER ALL",
                      "DELETE FROM trygg_history"):  # fmt: skip
        assert "42501" in tried.refused(statement)
    fixed = "UPDATE trygg_meta SET value = 'x' WHERE key = 'schema_version' RETURNING key"
    assert tried.rows(fixed) == []  # a row that it may not change is not there
    assert "login_role" in tried.refused("SELECT trygg_set_login(%s, 'owner', NULL)", [me])
    assert "login_self" in tried.refused("SELECT trygg_remove_login(%s)", [me])
    assert "login_self" in tried.refused("SELECT trygg_set_login(%s, 'coordinator', NULL)", [me])
    assert "42501" in tried.refused(f"GRANT {name(SCHEMA + '_reporter')} TO {name(me)}")
    nasty = "x' ; DROP TABLE incident; --"
    assert "login_unknown" in tried.refused("SELECT trygg_set_login(%s, 'partner', NULL)", [nasty])


# --- names that try to be more than names ------------------------------------------------------


@pytest.fixture(scope="module")
def nasty(postgis: Server, standard: Standard, place: Workplace) -> Workplace:
    """A second municipality on the same server, with a name that tries to be a statement."""
    return make_workplace(postgis, NASTY, standard)


def test_names_are_only_names(nasty: Workplace, place: Workplace):
    assert nasty.logins[rights.REPORTER][0] == f"{NASTY} reporter %s"
    connection = nasty.connect(rights.REPORTER)
    cursor = connection.cursor()
    s = name(NASTY)
    cursor.execute(f"SELECT {s}.trygg_role(), {s}.trygg_organisation()")
    assert cursor.fetchone() == (rights.REPORTER, nasty.records.organisations[OWN])
    cursor.execute(f"SELECT count(*) FROM {s}.incident")
    assert cursor.fetchone()[0] > 0
    cursor.execute(
        f"INSERT INTO {s}.incident (category, time_from, channel, description, place_name) "
        "VALUES ('safe_place', '2024-01-01', 'qgis', %s, %s)", [NASTY, NASTY]
    )
    cursor.execute(f"SELECT description, reporter_organisation FROM {s}.incident "
                   "WHERE place_name = %s", [NASTY])  # fmt: skip
    assert cursor.fetchall() == [(NASTY, nasty.records.organisations[OWN])]
    connection.close()
    check = place.server.connect()
    with check.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM matrix.incident")
        assert cursor.fetchone()[0] > 0
    check.close()


@pytest.mark.parametrize("role", ROLES)
def test_nothing_leaks_between_municipalities(nasty: Workplace, place: Workplace, role: str):
    """Not even the administrator of one reads, calls or sees anything of the other."""
    import psycopg2

    connection, s = place.connect(role), name(NASTY)
    cursor = connection.cursor()
    for statement in (
        f"SELECT * FROM {s}.incident", f"SELECT * FROM {s}.trygg_history",
        f"SELECT {s}.trygg_role()", f"SELECT {s}.trygg_set_login('x', 'partner', NULL)",
        f"SELECT {s}.trygg_organisation()", f"SET ROLE {name(NASTY + '_reporter')}",
        f"INSERT INTO {s}.incident (category) VALUES ('safe_place')",
    ):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            cursor.execute(statement)
        connection.rollback()
    connection.close()
