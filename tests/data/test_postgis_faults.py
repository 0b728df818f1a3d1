"""What may happen to a server and the way to it: told in plain words, and a retry works."""

from __future__ import annotations

import socket
import threading
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from qgis.core import QgsVectorLayer

from tests.data.conftest import run_sql
from tests.data.postgis_server import SCHEMA
from trygg_plugin.data import postgis_connection
from trygg_plugin.data.errors import DataError, WorkspaceLocked
from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.data.postgis_engine import PostgisEngine
from trygg_plugin.data.postgis_errors import CommitUnknown, ConnectionLost, explain_postgis
from trygg_plugin.data.postgis_target import PostgisTarget, target_from_text
from trygg_plugin.data.postgis_triggers import patience_function
from trygg_plugin.data.refusals import explain_commit
from trygg_plugin.data.schema import Schema
from trygg_plugin.data.workspace import create_workspace, open_workspace

pytestmark = pytest.mark.native


def end(postgis, connection) -> None:
    """The server closes a connection, as when it restarts or an administrator says so."""
    with closing(postgis.connect()) as administrator:
        cursor = administrator.cursor()
        # with the time in milliseconds it waits until that has happened
        cursor.execute("SELECT pg_terminate_backend(%s, 60000)", (connection.info.backend_pid,))
        assert cursor.fetchone() == (True,)


def test_a_lock_that_is_held_is_told_and_a_retry_works(postgis_workspace, incident, monkeypatch):
    workspace = postgis_workspace
    monkeypatch.setattr(postgis_connection, "LOCK_TIMEOUT", 0.2)
    uuid = workspace.insert("incident", incident())
    with workspace.transaction() as first:
        first.update("incident", uuid, {"place_name": "min"})
        with pytest.raises(WorkspaceLocked, match="Someone else is saving"):
            workspace.update("incident", uuid, {"place_name": "din"})
    workspace.update("incident", uuid, {"place_name": "din"})
    assert workspace.get("incident", uuid)["place_name"] == "din"


def test_qgis_does_not_wait_for_ever(postgis_workspace, incident):
    """Its own connection has no limit of its own: the first trigger of a statement sets one."""
    workspace = postgis_workspace
    uuid = workspace.insert("incident", incident(), geometry=point_wkb(532000, 6718000))
    run_sql(workspace, patience_function(SCHEMA, 0.3))
    source, provider = workspace.layer_uri("incident", "point")
    layer = QgsVectorLayer(source, "incident", provider)
    (feature,) = layer.getFeatures()
    assert layer.startEditing()
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("place_name"), "lagret")
    with workspace.transaction() as first:
        first.update("incident", uuid, {"place_type": "park"})
        assert not layer.commitChanges()
        (told,) = explain_commit(layer.commitErrors(), workspace.schema, "sv")
        assert isinstance(told, WorkspaceLocked) and "Someone else is saving" in str(told)
        assert layer.isModified()
    assert layer.commitChanges(), layer.commitErrors()
    record = workspace.get("incident", uuid)
    assert (record["place_name"], record["place_type"]) == ("lagret", "park")


def test_who_says_how_long_waits_that_long(postgis_workspace):
    with closing(postgis_workspace.engine.connect()) as connection:
        cursor = connection.cursor()
        for said, kept in (("7min", "7min"), ("0", "10s")):
            cursor.execute("BEGIN")
            cursor.execute("SELECT set_config('lock_timeout', %s, false)", (said,))
            cursor.execute("UPDATE incident SET place_name = place_name WHERE false")
            cursor.execute("SHOW lock_timeout")
            assert cursor.fetchone() == (kept,)
            cursor.execute("COMMIT")


def test_a_lost_connection_leaves_nothing_and_a_retry_works(postgis, postgis_workspace, incident):
    workspace = postgis_workspace
    with pytest.raises(ConnectionLost), workspace.transaction() as transaction:
        transaction.insert("incident", incident())
        end(postgis, transaction.connection)
        transaction.insert("incident", incident())
    assert workspace.rows("incident") == [] and workspace.history() == []
    workspace.insert("incident", incident())
    assert len(workspace.rows("incident")) == 1


@pytest.mark.parametrize("saved", [True, False])
def test_a_connection_that_breaks_at_the_commit_is_asked_about(
    postgis, postgis_workspace, incident, monkeypatch, saved
):
    """Whether the COMMIT arrived before the connection broke, only the server can tell."""
    workspace = postgis_workspace
    run = PostgisEngine._run

    def broken(self, connection, statement):
        if statement == "COMMIT" and saved:
            run(self, connection, statement)
        if statement == "COMMIT":
            end(postgis, connection)
        run(self, connection, statement)

    monkeypatch.setattr(PostgisEngine, "_run", broken)
    if saved:
        workspace.insert("incident", incident())
    else:
        with pytest.raises(ConnectionLost):
            workspace.insert("incident", incident())
    monkeypatch.undo()
    assert len(workspace.rows("incident")) == int(saved)


def test_an_outcome_that_no_one_can_tell_is_not_guessed(
    postgis, postgis_workspace, incident, monkeypatch
):
    run = PostgisEngine._run

    def broken(self, connection, statement):
        if statement == "COMMIT":
            monkeypatch.setattr(PostgisEngine, "connect", out_of_reach)
            end(postgis, connection)
        run(self, connection, statement)

    def out_of_reach(self, *, read_only=False):
        raise ConnectionLost("The server is gone.")

    monkeypatch.setattr(PostgisEngine, "_run", broken)
    with pytest.raises(CommitUnknown, match="Look for it"):
        postgis_workspace.insert("incident", incident())


def test_a_question_without_end_is_stopped(postgis_workspace, monkeypatch):
    monkeypatch.setattr(postgis_connection, "STATEMENT_TIMEOUT", 0.1)
    with pytest.raises(WorkspaceLocked, match="too long"):
        postgis_workspace.query("SELECT pg_sleep(5)")


def test_a_server_that_is_not_there_is_told(postgis_workspace):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    target = replace(postgis_workspace.engine.target, port=port)
    with pytest.raises(ConnectionLost, match="gone or could not be made"):
        open_workspace(target)


def test_what_is_no_workspace_is_told(postgis, postgis_workspace, standard):
    target = postgis_workspace.engine.target
    for wrong, sentence in (
        (replace(target, schema="public"), "is not a Trygg workspace"),
        (replace(target, schema="annan"), "is not a Trygg workspace"),
        (replace(target, database="saknas"), "no such database|gone or could not be made"),
        (replace(target, user="okänd"), "did not accept the login"),
    ):
        with pytest.raises(DataError, match=sentence):
            open_workspace(wrong)
    with pytest.raises(DataError, match="already has a schema"):
        create_workspace(target, standard)
    with pytest.raises(DataError, match="not a projected"):
        create_workspace(replace(target, schema="grader"), standard, crs="EPSG:4326")
    with pytest.raises(DataError, match="no PostGIS"):
        create_workspace(replace(target, database="template1"), standard)
    with closing(postgis.connect(target.database)) as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname IN ('grader', 'annan')")
        assert cursor.fetchall() == []


def test_a_failure_while_making_leaves_nothing(postgis, postgis_workspace, standard):
    target = replace(postgis_workspace.engine.target, schema="halvt")
    areas = [({"name": "A", "kind": "finns inte"}, None)]
    with pytest.raises(DataError, match="code list"):
        create_workspace(target, standard, areas=areas)
    create_workspace(target, standard)


def test_no_right_is_told(postgis, postgis_workspace):
    target = postgis_workspace.engine.target
    postgis.execute("CREATE ROLE gast LOGIN PASSWORD 'gäst'")
    try:
        guest = postgis.connect(target.database, "gast", "gäst", "falun")
        with closing(guest), pytest.raises(Exception) as refused:
            guest.cursor().execute("SELECT * FROM falun.incident")
        told = explain_postgis(refused.value, Schema({}, {}), "sv", target.place)
        assert "no right" in str(told)
    finally:
        postgis.execute("DROP ROLE gast")


@pytest.mark.parametrize(
    ("code", "words"),
    [("53100", "disk"), ("40001", "try again"), ("40P01", "try again"), ("53300", "no room"),
     ("57P03", "gone or could not"), ("25006", "only be read")],
)  # fmt: skip
def test_codes_of_the_server_are_words(code, words):
    class Coded(Exception):
        pgcode = code

    assert words in str(explain_postgis(Coded("FEL: på serverns språk"), Schema({}, {}), "sv", "x"))


def test_two_who_save_the_same_record_wait_for_each_other(postgis_workspace, incident):
    """A base version is compared while no one else can change it."""
    workspace = postgis_workspace
    uuid = workspace.insert("incident", incident())
    answers = []

    def save(text):
        try:
            workspace.update("incident", uuid, {"place_name": text}, base_version=1)
            answers.append("saved")
        except DataError as error:
            answers.append(getattr(error, "rule", str(error)))

    threads = [threading.Thread(target=save, args=(text,)) for text in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert sorted(answers) == ["saved", "stale", "stale", "stale"]


def test_a_change_that_is_committed_late_is_not_taken_for_an_old_one(postgis_workspace, incident):
    """Rows of history get their numbers before the commit."""
    workspace = postgis_workspace
    uuid = workspace.insert("incident", incident())
    other = workspace.insert("incident", incident())
    with workspace.transaction() as slow:
        slow.update("incident", uuid, {"place_name": "sen"})
        workspace.update("incident", other, {"place_name": "snabb"})
        moment, newest = workspace.moment(), workspace.last_change()
    (late,) = workspace.history(since=moment)
    assert late.uuid == uuid and late.id < newest


@pytest.mark.parametrize("xid", [10**12, 5])
def test_what_a_restored_backup_brings_along_is_no_news(postgis_workspace, incident, xid):
    """History of another server, whose transactions had numbers of their own."""
    workspace = postgis_workspace
    uuid = workspace.insert("incident", incident())
    run_sql(workspace, "ALTER TABLE trygg_history DISABLE TRIGGER trygg_kept")
    run_sql(workspace, "UPDATE trygg_history SET xid = {p}", [xid])
    moment = workspace.moment()
    assert workspace.history(since=moment) == []
    workspace.update("incident", uuid, {"place_name": "ny"})
    (news,) = workspace.history(since=moment)
    assert news.new == {"place_name": "ny"}


def test_two_who_write_the_same_pair_get_one(postgis_workspace, incident):
    """Neither sees the other's row; the index does, and its refusal has the rule's sentence."""
    workspace = postgis_workspace
    area = workspace.insert("area", {"name": "A"})
    period = workspace.insert(
        "period", {"title": "januari", "kind": "month", "date_from": date(2024, 1, 1),
                   "date_to": date(2024, 1, 31)}
    )  # fmt: skip
    light = {"area": area, "period": period, "colour": "green"}
    answers = []

    def second():
        try:
            workspace.insert("area_light", light)
        except DataError as error:
            answers.append(error)

    waiting = threading.Thread(target=second)
    with workspace.transaction() as first:
        first.insert("area_light", light)
        waiting.start()
        waiting.join(0.5)
    waiting.join(120)
    (refused,) = answers
    assert "redan" in str(refused) and len(workspace.rows("area_light")) == 1


def test_targets_are_read_as_they_are_written():
    for target in (
        PostgisTarget("falun", "trygg", "db.falun.se", "5433", user="anna", authcfg="a1b2c3d"),
        PostgisTarget("ett & två", "åäö", "[::1]", "5432", sslmode="require"),
        PostgisTarget("s", "d", "/var/run/postgresql"),
        PostgisTarget("s", service="trygg", connection="Falu kommun"),
    ):
        assert target_from_text(str(target)) == target
    for wrong in ("postgresql://host/db", "http://x?schema=y"):
        with pytest.raises(DataError, match="does not name a schema"):
            target_from_text(wrong)
    with pytest.raises(DataError) as told:
        target_from_text("postgresql://anna:hemligt@host/db")
    assert "hemligt" not in str(told.value)
    assert "hemligt" not in str(target_from_text("postgresql://a:hemligt@host/db?schema=s"))


def test_a_place_given_as_another_kind_is_refused_before_the_server(postgis_workspace, incident):
    with pytest.raises(DataError, match="Platsen måste vara en yta"):
        postgis_workspace.insert("area", {"name": "A"}, geometry=point_wkb(1, 2))
