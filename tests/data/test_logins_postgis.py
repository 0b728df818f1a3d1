"""Giving and taking roles through the data room, and the union of several municipalities."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsGeometry, QgsPointXY, QgsVectorLayer, QgsVectorLayerUtils

from tests.data.postgis_server import PROGRAMS, SCHEMA, Server, version
from trygg_plugin.data.errors import DataError, Refusal
from trygg_plugin.data.logins import (
    create_login,
    create_role,
    find_organisation,
    has_logins,
    list_logins,
    my_organisation,
    my_role,
    remove_login,
    renew_rights,
    set_login,
    suggest_password,
)
from trygg_plugin.data.postgis_create import create_schema
from trygg_plugin.data.postgis_rights import check_schema_name, owner_of
from trygg_plugin.data.postgis_union import members, set_analysts, unite, workspaces_of
from trygg_plugin.data.schema import build_schema
from trygg_plugin.data.workspace import Workspace, create_workspace, open_workspace
from trygg_plugin.domain.record_types import Standard

pytestmark = pytest.mark.native

#: Quotes, a semicolon, letters beyond ASCII, what formats and escapes read.
NAMES = ["anna", "Å \"O'Hara\"; DROP ROLE postgres; --", "a b\\'c", "%s %I", "x" * 60]


def let_in(server: Server, login: str, password: str) -> None:
    """Tell libpq the password, as QGIS's authentication manager does elsewhere."""
    def escaped(text: str) -> str:
        return text.replace("\\", "\\\\").replace(":", "\\:")

    with Path(os.environ["PGPASSFILE"]).open("a", encoding="utf-8") as file:
        file.write(f"127.0.0.1:{server.port}:*:{escaped(login)}:{escaped(password)}\n")


def as_login(
    server: Server, workspace: Workspace, login: str, role: str, organisation: Any
) -> Workspace:
    """A new login with a role, and the workspace as it opens it."""
    password = suggest_password()
    create_login(workspace, login, password)
    set_login(workspace, login, role, organisation)
    let_in(server, login, password)
    return open_workspace(server.target(workspace.engine.target.database, user=login))


@pytest.fixture()
def school(postgis_workspace: Workspace) -> str:
    return postgis_workspace.insert("actor", {"name": "Skolan", "kind": "school",
                                              "abbreviation": "SK"})  # fmt: skip


def unique(name: str, workspace: Workspace) -> str:
    """Logins belong to the server, which the tests share."""
    return f"{name[:44]}{workspace.engine.target.database[-6:]}"


def test_logins_of_any_name(postgis: Server, postgis_workspace: Workspace, school: str):
    for given in NAMES:
        login = unique(given, postgis_workspace)
        theirs = as_login(postgis, postgis_workspace, login, "reporter", school)
        assert (my_role(theirs), my_organisation(theirs)) == ("reporter", school)
        (known,) = list_logins(postgis_workspace)
        assert (known.name, known.role, known.organisation_name) == (login, "reporter", "Skolan")
        assert known.on_server
        made = theirs.insert("incident", {
            "category": "rumour", "time_from": "2024-01-01T12:00:00.000", "channel": "qgis",
            "place_name": given, "description": given,
        })  # fmt: skip
        record = theirs.get("incident", made)
        assert (record.created_by, record["reporter_organisation"]) == (login, school)
        assert record["description"] == given
        assert [change.user for change in theirs.history(made)] == [login]
        remove_login(postgis_workspace, login)
        assert list_logins(postgis_workspace) == []
        with pytest.raises(DataError):
            theirs.rows("incident")


def test_a_role_is_changed_and_told(postgis: Server, postgis_workspace: Workspace, school: str):
    login = unique("bo", postgis_workspace)
    theirs = as_login(postgis, postgis_workspace, login, "reporter", school)
    with pytest.raises(DataError, match="no right"):
        theirs.insert("problem", {"title": "x", "phenomena": ["vandalism"]})
    set_login(postgis_workspace, login, "coordinator")
    assert my_role(theirs) == "coordinator"
    theirs.insert("problem", {"title": "x", "phenomena": ["vandalism"]})
    assert [(one.role, one.organisation) for one in list_logins(theirs)] == [("coordinator", None)]
    with pytest.raises(Refusal) as refused:
        set_login(theirs, login, "administrator")
    assert refused.value.rule == "login_managed"
    assert refused.value.sentences["sv"].startswith("Bara arbetsytans")


def test_an_administrator_manages_without_being_the_servers(
    postgis: Server, postgis_workspace: Workspace, school: str
):
    admin = unique("chef", postgis_workspace)
    theirs = as_login(postgis, postgis_workspace, admin, "administrator", None)
    other = unique("dan", postgis_workspace)
    create_login(postgis_workspace, other, suggest_password())
    set_login(theirs, other, "partner", school)
    assert {one.name: one.role for one in list_logins(theirs)} == {
        admin: "administrator", other: "partner",
    }
    for wrong, rule in (
        (lambda: set_login(theirs, other, "partner", None), "login_organisation"),
        (lambda: set_login(theirs, other, "partner", "nowhere"), "login_organisation"),
        (lambda: set_login(theirs, other, "owner", school), "login_role"),
        (lambda: set_login(theirs, "no one at all", "partner", school), "login_unknown"),
        (lambda: remove_login(theirs, "no one at all"), "login_unknown"),
        (lambda: remove_login(theirs, admin), "login_self"),
        (lambda: set_login(theirs, admin, "reporter", school), "login_self"),
    ):
        with pytest.raises(Refusal) as refused:
            wrong()
        assert refused.value.rule == rule
    with pytest.raises(DataError, match="no right"):
        create_login(theirs, unique("eva", postgis_workspace), suggest_password())


def test_an_administrator_may_hold_the_workspace_to_move_it(
    postgis: Server, postgis_workspace: Workspace
):
    for role in ("administrator", "coordinator"):
        theirs = as_login(postgis, postgis_workspace, unique(role, postgis_workspace), role, None)
        connection = theirs.engine.connect()
        if role == "coordinator":
            with pytest.raises(DataError, match="administrator"):
                theirs.engine.hold(connection)
        else:
            theirs.engine.hold(connection)
            cursor = connection.cursor()
            cursor.execute("SELECT count(*) FROM pg_locks WHERE relation = 'incident'::regclass "
                           "AND mode = 'ShareLock' AND pid = pg_backend_pid()")  # fmt: skip
            assert cursor.fetchone() == (1,)
        connection.close()


def test_passwords_never_reach_the_server_as_text(postgis: Server, postgis_workspace: Workspace):
    with pytest.raises(DataError, match="12"):
        create_login(postgis_workspace, "short", "short")
    password, sent = suggest_password(), []
    connection = postgis_workspace.engine.connect()
    connection.autocommit = False
    create_role(Recorded(connection, sent), unique("fia", postgis_workspace), password)
    connection.rollback()
    connection.close()
    assert any("SCRAM-SHA-256$" in statement for statement in sent)
    assert not any(password in statement for statement in sent)


@pytest.mark.geopackage
def test_a_geopackage_says_that_it_has_none(workspace: Workspace):
    assert not has_logins(workspace) and my_role(workspace) is None
    for ask in (list_logins, renew_rights, lambda one: remove_login(one, "x")):
        with pytest.raises(DataError, match="GeoPackage has no logins"):
            ask(workspace)


def test_organisations_are_found_by_what_people_write(postgis_workspace: Workspace, school: str):
    for said in ("Skolan", "skolan", " SK ", school):
        assert find_organisation(postgis_workspace, said) == school
    for said in ("Badhuset", "%", "' OR '1'='1"):
        with pytest.raises(DataError, match="0 actors"):
            find_organisation(postgis_workspace, said)


def test_renewing_brings_memberships_to_what_the_table_says(
    postgis: Server, postgis_workspace: Workspace, school: str
):
    login, stray = (unique(one, postgis_workspace) for one in ("gun", "hans"))
    theirs = as_login(postgis, postgis_workspace, login, "reporter", school)
    create_login(postgis_workspace, stray, suggest_password())
    database = postgis_workspace.engine.target.database
    connection = postgis.connect(database)
    cursor = connection.cursor()
    cursor.execute("SELECT nspowner::regrole::text FROM pg_namespace WHERE nspname = %s", (SCHEMA,))
    prefix = cursor.fetchone()[0].strip('"')[: -len("_owner")]
    cursor.execute(f'REVOKE "{prefix}_reporter" FROM "{login}"')
    cursor.execute(f'GRANT "{prefix}_coordinator" TO "{stray}"')
    cursor.execute(f"ALTER TABLE {SCHEMA}.incident DISABLE ROW LEVEL SECURITY")
    connection.close()
    with pytest.raises(DataError):
        theirs.rows("incident")
    renew_rights(postgis_workspace)
    assert theirs.rows("incident") == [] and my_role(theirs) == "reporter"
    connection = postgis.connect(database)
    cursor = connection.cursor()
    cursor.execute("SELECT pg_has_role(%s, %s, 'MEMBER')", (stray, f"{prefix}_coordinator"))
    assert cursor.fetchone() == (False,)
    cursor.execute("SELECT relrowsecurity FROM pg_class WHERE oid = 'falun.incident'::regclass")
    assert cursor.fetchone() == (True,)
    connection.close()


def test_two_databases_do_not_share_roles(postgis: Server, pristine_postgis: str,
                                          standard: Standard):  # fmt: skip
    """A schema of the same name elsewhere on the server: its logins are none of ours."""
    owners = []
    for database in (pristine_postgis, postgis.database):
        connection = postgis.connect(database)
        connection.autocommit = False
        if database == postgis.database:
            create_schema(connection, SCHEMA, build_schema(standard), "EPSG:3006")
        owners.append(owner_of(connection, SCHEMA))
        connection.rollback()
        connection.close()
    assert owners[0] and owners[1] and owners[0] != owners[1]


@pytest.mark.parametrize("wrong", ["", " ", "a$b", "50%", "pg_mine", "public", "a" * 47, "a\nb"])
def test_names_that_a_workspace_cannot_have(wrong: str):
    with pytest.raises(DataError):
        check_schema_name(wrong)


def test_a_workspace_is_made_without_a_superuser(postgis: Server, postgis_workspace: Workspace,
                                                 standard: Standard):  # fmt: skip
    database = postgis_workspace.engine.target.database
    dba, password = unique("dba", postgis_workspace), suggest_password()
    connection = postgis.connect(database)
    cursor = connection.cursor()
    create_role(connection, dba, password)
    cursor.execute(f'ALTER ROLE "{dba}" CREATEROLE')
    cursor.execute(f'GRANT CREATE ON DATABASE "{database}" TO "{dba}" WITH GRANT OPTION')
    let_in(postgis, dba, password)
    made = create_workspace(postgis.target(database, "mora", dba), standard,
                            municipality_code="2062", municipality_name="Mora")  # fmt: skip
    assert my_role(made) == "owner"
    actor = made.insert("actor", {"name": "Skolan", "kind": "school"})
    login, secret = unique("kim", postgis_workspace), suggest_password()
    create_login(made, login, secret)
    set_login(made, login, "reporter", actor)
    renew_rights(made)
    let_in(postgis, login, secret)
    theirs = open_workspace(postgis.target(database, "mora", login))
    assert my_role(theirs) == "reporter"
    theirs.insert("incident", {"category": "rumour", "time_from": "2024-01-01T12:00:00.000",
                               "channel": "qgis"})  # fmt: skip
    assert [row["created_by"] for row in made.query("SELECT created_by FROM incident")] == [login]
    # trusted by its own workspace alone
    own = made.engine.connect()
    made.engine.begin(own)
    assert workspaces_of(own) == ["mora"]
    with pytest.raises(DataError, match="not trusted"):
        unite(own, "region", ["mora", SCHEMA])
    made.engine.roll_back(own)
    # where anyone may put a function beside PostGIS's, no roles are promised
    cursor.execute("GRANT CREATE ON SCHEMA public TO PUBLIC")
    with pytest.raises(DataError, match="REVOKE CREATE ON SCHEMA"):
        renew_rights(made)
    connection.close()
    own.close()


def test_qgis_writes_what_a_reporter_may_and_tells_what_not(
    postgis: Server, postgis_workspace: Workspace, school: str
):
    """Through QGIS's own provider, which sends all columns of a new feature."""
    login = unique("lo", postgis_workspace)
    theirs = as_login(postgis, postgis_workspace, login, "reporter", school)
    layer = QgsVectorLayer(theirs.layer_uri("incident")[0], "incident",
                           "postgres")  # fmt: skip
    assert layer.isValid() and layer.featureCount() == 0
    place = QgsGeometry.fromPointXY(QgsPointXY(600_000, 6_600_000))
    feature = QgsVectorLayerUtils.createFeature(layer, place)
    for key, value in (("category", "rumour"), ("channel", "qgis"), ("place_name", "Torget")):
        feature[key] = value
    assert layer.startEditing() and layer.addFeature(feature) and layer.commitChanges(), (
        layer.commitErrors()
    )
    (known,) = postgis_workspace.rows("incident")
    assert (known.created_by, known["reporter_organisation"]) == (login, school)
    assert (known["status"], known["secrecy"]) == ("submitted", "internal")

    def change(key: str, value: object) -> str:
        (shown,) = layer.getFeatures()
        assert layer.startEditing()
        layer.changeAttributeValue(shown.id(), layer.fields().indexOf(key), value)
        done = layer.commitChanges()
        said = " ".join(layer.commitErrors())
        layer.rollBack()
        layer.reload()
        return "" if done else said

    assert change("place_name", "Parken") == ""
    assert "permission denied" in change("severity_reviewed", "2")
    postgis_workspace.change_state("incident", known.uuid, "under_review")
    assert "TRYGG:right_state:incident" in change("place_name", "Skolan")
    said = theirs.engine.explain(RuntimeError(change("place_name", "Skolan")), "en")
    assert "too far for your role" in str(said)
    assert postgis_workspace.get("incident", known.uuid)["place_name"] == "Parken"
    problems = QgsVectorLayer(theirs.layer_uri("problem", "polygon")[0], "problem", "postgres")
    assert problems.isValid() and problems.featureCount() == 0
    rights = problems.dataProvider().capabilities()
    assert not rights & problems.dataProvider().Capability.AddFeatures


def test_each_role_does_its_work_through_the_data_room(
    postgis: Server, postgis_workspace: Workspace, school: str
):
    """What panels do, as logins that are not the owner."""
    reporter, officer, coordinator = (
        as_login(postgis, postgis_workspace, unique(role, postgis_workspace), role, school)
        for role in ("reporter", "case_officer", "coordinator")
    )
    incident = {"category": "rumour", "time_from": "2024-01-01T12:00:00.000", "channel": "qgis"}
    uuid = reporter.insert("incident", incident)
    reporter.engine.declare_intents("incident", "s", "x", {uuid: 1})
    reporter.engine.withdraw_intents("incident", "s")
    reporter.update("incident", uuid, {"place_name": "Torget"}, base_version=1)
    for state in ("under_review", "approved"):
        officer.change_state("incident", uuid, state)
    with pytest.raises(Refusal) as refused:
        reporter.update("incident", uuid, {"place_name": "Parken"})
    assert refused.value.rule == "right_state"
    with officer.transaction(importing=True) as transaction:
        transaction.insert("incident", {**incident, "status": "approved"})
    problem = officer.insert("problem", {"title": "Oro", "phenomena": ["rumour"]})
    officer.insert("problem_incident", {"problem": problem, "incident": uuid})
    with pytest.raises(DataError, match="no right"):
        officer.delete("problem", problem)
    coordinator.delete("problem", problem)
    deletion = coordinator.history(problem)[-1]
    with pytest.raises(DataError, match="no right"):
        officer.restore(deletion)
    coordinator.restore(deletion)
    assert officer.get("problem", problem)["title"] == "Oro"
    coordinator.add_code("category", "own_one", {"sv": "Egen", "en": "Own"})
    coordinator.set_meta("logo", "logo.svg")
    with pytest.raises(DataError, match="no right"):
        officer.set_meta("logo", "other.svg")
    period = officer.insert("period", {"title": "v. 1", "kind": "week", "date_from": "2024-01-01",
                                       "date_to": "2024-01-07"})  # fmt: skip
    for state in ("closed", "draft", "est_meeting"):
        officer.change_state("period", period, state)
    with pytest.raises(Refusal) as refused:
        officer.change_state("period", period, "adopted")
    assert refused.value.rule == "right_step"
    coordinator.change_state("period", period, "adopted")


def test_a_backup_comes_back_with_its_rights(
    postgis: Server, postgis_workspace: Workspace, school: str, tmp_path: Path
):
    """As docs/handbok/databas.md says: dump, restore elsewhere, give the rights anew."""
    login = unique("moa", postgis_workspace)
    theirs = as_login(postgis, postgis_workspace, login, "reporter", school)
    made = theirs.insert("incident", {"category": "rumour", "channel": "qgis",
                                      "time_from": "2024-01-01T12:00:00.000"})  # fmt: skip
    programs, dump = PROGRAMS / str(version()) / "bin", tmp_path / "falun.dump"
    database = postgis_workspace.engine.target.database
    to = ["-h", "127.0.0.1", "-p", str(postgis.port), "-U", postgis.user]
    subprocess.run([programs / "pg_dump", *to, "-Fc", "-n", SCHEMA, "-f", dump, database],
                   check=True, capture_output=True)  # fmt: skip
    connection = postgis.connect(database)
    owner = owner_of(connection, SCHEMA) or ""
    cursor = connection.cursor()
    cursor.execute(f"DROP SCHEMA {SCHEMA} CASCADE")
    # on another server the login is a member of nothing
    cursor.execute(f'REVOKE "{owner[: -len("_owner")]}_reporter" FROM "{login}"')
    connection.close()
    subprocess.run([programs / "pg_restore", *to, "-d", database, "--exit-on-error", dump],
                   check=True, capture_output=True)  # fmt: skip
    with pytest.raises(DataError):
        theirs.rows("incident")
    renew_rights(open_workspace(postgis.target(database)))
    assert [row.uuid for row in theirs.rows("incident")] == [made]
    assert [change.user for change in theirs.history(made)] == [login]
    with pytest.raises(DataError, match="no right"):
        theirs.insert("problem", {"title": "x", "phenomena": ["vandalism"]})
    theirs.update("incident", made, {"place_name": "Torget"})


# --- the union ---------------------------------------------------------------------------------


def test_a_union_holds_what_may_be_shared_and_keeps_identities(
    postgis: Server, postgis_workspace: Workspace, standard: Standard
):
    import psycopg2

    database = postgis_workspace.engine.target.database
    second = 'Region "b\''
    create_workspace(postgis.target(database, second), standard, municipality_code="2081",
                     municipality_name="Borlänge", crs="EPSG:3010")  # fmt: skip
    workspaces = [postgis_workspace, open_workspace(postgis.target(database, second))]
    sensitive = next(code.key for code in standard.codelists["category"].codes
                     if code.extra.get("sensitive") == "1")  # fmt: skip
    place = bytes.fromhex("0101000000000000000088214100000000C0905941")
    for one in workspaces:
        for category, secrecy, status in (
            ("vandalism", "open", "approved"), ("vandalism", "internal", "approved"),
            ("vandalism", "to_be_assessed", "approved"), ("vandalism", "open", "submitted"),
            (sensitive, "open", "approved"),
        ):  # fmt: skip
            with one.transaction(importing=True) as transaction:
                transaction.insert("incident", {
                    "category": category, "channel": "qgis",
                    "time_from": "2024-01-01T12:00:00.000", "secrecy": secrecy, "status": status,
                    "description": "fritext",
                }, geometry=place)  # fmt: skip
    login, password = unique("analyst", postgis_workspace), suggest_password()
    create_login(postgis_workspace, login, password)
    connection = postgis.connect(database)
    connection.autocommit = False
    assert workspaces_of(connection) == sorted([SCHEMA, second])
    assert [one.schema for one in unite(connection, "region", [SCHEMA, second])] == [SCHEMA, second]
    set_analysts(connection, "region", [login])
    connection.commit()

    analyst = postgis.connect(database, login, password)
    cursor = analyst.cursor()
    cursor.execute("SELECT fid, municipality_code, category, public.ST_SRID(geom) "
                   "FROM region.incident ORDER BY fid")  # fmt: skip
    before = cursor.fetchall()
    assert [row[1:] for row in before] == [
        (code, "vandalism", 3006) for code in ("2080", "2080", "2081", "2081")
    ]
    cursor.execute("SELECT * FROM region.incident LIMIT 0")
    columns = {column[0] for column in cursor.description}
    assert not columns & {"description", "place_name", "photo", "reporter_id", "uuid",
                          "reporter_organisation", "created_by"}  # fmt: skip
    for forbidden in (f"SELECT * FROM {SCHEMA}.incident",
                      f"SELECT * FROM {SCHEMA}.trygg_statistics",
                      "INSERT INTO region.incident (category) VALUES ('x')",
                      "DELETE FROM region.incident", "UPDATE region.incident SET category = 'x'",
                      "CREATE VIEW region.mine AS SELECT 1",
                      "SELECT * FROM region.trygg_union_member"):  # fmt: skip
        with pytest.raises((psycopg2.errors.InsufficientPrivilege,
                            psycopg2.errors.ObjectNotInPrerequisiteState)):  # fmt: skip
            cursor.execute(forbidden)
    # a function of the analyst's own is not asked about what the union leaves out
    cursor.execute(
        "CREATE FUNCTION pg_temp.leak(text) RETURNS boolean COST 0.0000001 LANGUAGE plpgsql "
        "AS $$ BEGIN RAISE NOTICE 'seen %', $1; RETURN true; END $$"
    )
    cursor.execute("SELECT count(*) FROM region.incident WHERE pg_temp.leak(category)")
    assert cursor.fetchone() == (4,) and len(analyst.notices) == 4

    unite(connection, "region", [second])
    connection.commit()
    cursor.execute("SELECT fid, municipality_code FROM region.incident ORDER BY fid")
    assert cursor.fetchall() == [row[:2] for row in before[2:]]
    unite(connection, "region", [second, SCHEMA])
    connection.commit()
    assert [one.schema for one in members(connection, "region")] == [second, SCHEMA]
    set_analysts(connection, "region", [])
    connection.commit()
    with pytest.raises(psycopg2.errors.InsufficientPrivilege):
        cursor.execute("SELECT 1 FROM region.incident")
    with pytest.raises(DataError, match="is no union"):
        unite(connection, SCHEMA, [second])
    with pytest.raises(DataError, match="not a workspace"):
        unite(connection, "region", ["nowhere'; --"])
    with pytest.raises(DataError, match="no login"):
        set_analysts(connection, "region", ["nobody'; --"])
    connection.close()
    analyst.close()


class Recorded:
    """A connection that notes what is sent."""

    def __init__(self, connection: Any, sent: list) -> None:
        self._connection, self._sent = connection, sent

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def cursor(self) -> Any:
        return RecordedCursor(self._connection.cursor(), self._sent)


class RecordedCursor:
    def __init__(self, cursor: Any, sent: list) -> None:
        self._cursor, self._sent = cursor, sent

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)

    def execute(self, statement: str, parameters: Any = None) -> None:
        self._sent.append(f"{statement} {parameters}")
        self._cursor.execute(statement, parameters)
