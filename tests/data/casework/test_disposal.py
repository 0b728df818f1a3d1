"""Disposal removes for good: from records, history, files and the database's own file; no more."""

from __future__ import annotations

import json
import os
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.data.conftest import name_of, run_sql
from trygg_plugin.data.backup import back_up
from trygg_plugin.data.casework.disposal import dispose, months_of, preview
from trygg_plugin.data.disposal_log import read_disposals
from trygg_plugin.data.errors import DataError
from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.data.logins import create_login, set_login, suggest_password
from trygg_plugin.data.moving import differences, move_workspace
from trygg_plugin.data.workspace import open_workspace
from trygg_plugin.domain.privacy import generalised_place

#: A text that stands nowhere else. Long enough that no page of a file holds it by chance.
MARK = "kvarnhjulsmarkeringen"
LATER = date.today() + timedelta(days=800)
SOON = date.today() + timedelta(days=200)
PLACE = (532_011.5, 6_718_023.25)


@pytest.fixture()
def workspace(any_workspace):
    return any_workspace


def everything(workspace) -> str:
    """All that the database says, its own tables too."""
    if workspace.file is not None:
        return workspace.file.read_bytes().decode("utf-8", "replace")
    with closing(workspace.engine.connect()) as connection:
        cursor = connection.cursor()
        cursor.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname = %s AND c.relkind = 'r'", (workspace.engine.target.schema,),
        )  # fmt: skip
        said = []
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            said += [row[0] for row in cursor.fetchall()]
    return "\n".join(said)


def report(workspace, incident, status=None, **changes):
    """An incident whose every text holds the mark, edited, with its steps to ``status``."""
    uuid = workspace.insert(
        "incident",
        incident(description=f"Först {MARK} ett", place_name=f"Vid {MARK}", reporter_id=f"r-{MARK}",
                 photo=f"photos/{MARK}-1.jpg", photo_confirmed=True, reported_at=datetime.now(),
                 status="submitted", **changes),
        geometry=point_wkb(*PLACE),
    )  # fmt: skip
    workspace.update("incident", uuid, {"description": f"Sedan {MARK} två"})
    steps = {"approved": ("under_review", "approved"),
             "closed": ("under_review", "approved", "fed_back", "closed")}  # fmt: skip
    for step in steps.get(status, ()):
        workspace.change_state("incident", uuid, step, note=f"Enligt {MARK}")
    return uuid


def counted(plan):
    return {key: count for key, count in plan.counts.items() if count}


def test_nothing_of_what_was_removed_remains(workspace, incident):
    closed = report(workspace, incident, "closed")
    opened = report(workspace, incident, "approved")
    deleted = report(workspace, incident)
    workspace.delete("incident", deleted)
    emptied = report(workspace, incident)
    blank = dict.fromkeys(("description", "place_name", "reporter_id", "photo"))
    workspace.update("incident", emptied, blank)
    actor = workspace.insert("actor", {"name": "Parken", "kind": "municipality"})
    workspace.insert("incident_forward", {
        "incident": opened, "organisation": actor, "request": f"Laga {MARK}",
    })  # fmt: skip
    contact = workspace.insert("reporter_contact", {
        "incident": closed, "function_address": f"{MARK}@falun.se",
    })  # fmt: skip
    before = {uuid: workspace.history(uuid) for uuid in (closed, opened, deleted, emptied)}
    assert MARK in everything(workspace)

    plan = preview(workspace, LATER)
    assert counted(plan) == {"incident_text": 4, "forward_text": 1, "contact": 1}
    assert MARK not in repr([one.fields for one in plan.plan])
    assert MARK in everything(workspace), "a preview removes nothing"

    done, outcome = dispose(workspace, LATER, user="samordnaren")
    assert done.counts == plan.counts and not outcome.file_kept_open
    assert MARK not in everything(workspace)
    assert counted(preview(workspace, LATER)) == {}

    record = workspace.get("incident", closed)
    assert record["description"] == record["place_name"] == "[gallrat]" and record["photo"] is None
    assert (record["status"], record["category"]) == ("anonymised", "vandalism")
    assert record["subcategory"] == "graffiti" and record["channel"] == "qgis"
    assert record["time_from"] == datetime(2024, 7, 1, 12, 0)
    assert record.geometry == point_wkb(*generalised_place(*PLACE))
    assert record["place_precision"] == "area"
    assert workspace.get("incident", opened)["status"] == "approved"
    gone = workspace.get("incident", deleted, deleted=True)
    assert gone.deleted_at is not None and gone.geometry is None
    assert workspace.get("reporter_contact", contact, deleted=True).deleted_at is not None
    assert workspace.get("actor", actor)["name"] == "Parken"

    # history has all its rows, with markers where the values stood, and a row for the disposal
    who = name_of(workspace, "samordnaren")
    for uuid, changes in before.items():
        now = workspace.history(uuid)
        kept = [(c.id, c.version, c.operation, c.at, c.user, c.fields) for c in changes]
        assert [(c.id, c.version, c.operation, c.at, c.user, c.fields) for c in now][
            : len(kept)
        ] == kept
        for earlier, later in zip(changes, now):
            for key in set(earlier.new) - {"description", "place_name", "reporter_id", "photo",
                                           "completion_request", "geom"}:  # fmt: skip
                assert later.new[key] == earlier.new[key]
        assert now[0].new["description"]["disposed"] == "incident_text"
        assert now[0].new["description"]["by"] == who
    last = workspace.history(closed)[-1]
    assert (last.operation, last.note, last.user) == ("update", "Gallring", who)
    assert last.new["description"] == "[gallrat]"
    assert {one.note for one in workspace.history(closed)} == {None, "[gallrat]", "Gallring"}

    logged = {one.rule: one for one in read_disposals(workspace)}
    assert {rule: one.records for rule, one in logged.items()} == counted(done)
    assert {one.user for one in logged.values()} == {who} and {
        one.run for one in logged.values()
    } == {outcome.run}
    assert "description" in logged["incident_text"].fields


def test_what_is_not_due_stays(workspace, incident):
    old = report(workspace, incident, "closed")
    other = report(workspace, incident, "closed")
    run_sql(workspace, "UPDATE incident SET reported_at = {p} WHERE uuid = {p}",
            [datetime(2020, 1, 1), old])  # fmt: skip
    history = workspace.history(other)
    record = workspace.get("incident", other)
    assert counted(preview(workspace, date.today())) == {"incident_text": 1}
    dispose(workspace, date.today())
    assert workspace.get("incident", other) == record and workspace.history(other) == history
    assert workspace.get("incident", old)["description"] == "[gallrat]"


def test_a_record_says_itself_that_it_goes_earlier(workspace, incident):
    report(workspace, incident, "closed", retention_date=date.today() + timedelta(days=30))
    assert counted(preview(workspace, SOON)) == {"incident_text": 1}
    assert counted(preview(workspace, date.today())) == {}


def test_months_are_settings(workspace, incident):
    report(workspace, incident, "closed")
    assert months_of(workspace) == (24, 6)
    assert counted(preview(workspace, SOON, text_months=3)) == {"incident_text": 1}
    assert months_of(workspace) == (24, 6)
    dispose(workspace, SOON, text_months=3, contact_months=2)
    assert months_of(workspace) == months_of(open_workspace(workspace.source)) == (3, 2)


def test_an_earlier_version_restores_no_more_than_is_left(workspace, incident):
    uuid = report(workspace, incident, "approved")
    first = workspace.history(uuid)[0]
    dispose(workspace, LATER)
    place = workspace.get("incident", uuid).geometry
    (first,) = [one for one in workspace.history(uuid) if one.id == first.id]
    workspace.restore(first)
    record = workspace.get("incident", uuid)
    assert record["status"] == "submitted"
    assert record["description"] == "[gallrat]" and record.geometry == place


def test_photos_go_unless_another_record_names_them(workspace, incident, tmp_path):
    home = tmp_path / "projekt"
    (home / "photos").mkdir(parents=True)
    outside = tmp_path / "utanför.jpg"
    for file in (home / "photos" / "a.jpg", home / "photos" / "b.jpg", outside):
        file.write_bytes(b"jpeg")
    old = {"reported_at": datetime(2020, 1, 1), "photo_confirmed": True}
    for photo in ("photos/a.jpg", "photos/b.jpg", "../utanför.jpg", "photos/saknas.jpg"):
        workspace.insert("incident", incident(photo=photo, **old))
    workspace.insert("incident", incident(photo="photos/b.jpg", photo_confirmed=True))
    _, outcome = dispose(workspace, date.today(), photo_folder=home)
    assert [file.name for file in sorted((home / "photos").iterdir())] == ["b.jpg"]
    assert outside.exists() and outcome.photos_removed == 1
    assert outcome.photos_missing == ["../utanför.jpg", "photos/saknas.jpg"]


def test_a_photo_that_was_replaced_goes_too(workspace, incident, tmp_path):
    for name in ("före.jpg", "efter.jpg"):
        (tmp_path / name).write_bytes(b"jpeg")
    uuid = workspace.insert("incident", incident(
        photo="före.jpg", photo_confirmed=True, reported_at=datetime(2020, 1, 1)))  # fmt: skip
    workspace.update("incident", uuid, {"photo": "efter.jpg"})
    workspace.insert("incident", incident(photo="kvar.jpg", photo_confirmed=True))
    assert preview(workspace, date.today()).photos == ("efter.jpg", "före.jpg")
    _, outcome = dispose(workspace, date.today(), photo_folder=tmp_path)
    assert outcome.photos_removed == 2
    assert not [one for one in tmp_path.iterdir() if one.suffix == ".jpg"]


def test_photos_whose_folder_is_not_known_are_told(workspace, incident):
    workspace.insert("incident", incident(
        photo="a.jpg", photo_confirmed=True, reported_at=datetime(2020, 1, 1)))  # fmt: skip
    _, outcome = dispose(workspace, date.today())
    assert outcome.photos_missing == ["a.jpg"]


def test_an_exact_place_goes_where_nothing_was_written(workspace, incident):
    bare = dict.fromkeys(("description", "place_name", "reporter_id"))
    uuid = workspace.insert(
        "incident", incident(reported_at=datetime(2020, 1, 1), **bare), geometry=point_wkb(*PLACE)
    )
    assert counted(preview(workspace, date.today())) == {"incident_text": 1}
    dispose(workspace, date.today())
    assert workspace.get("incident", uuid).geometry == point_wkb(*generalised_place(*PLACE))
    assert counted(preview(workspace, date.today())) == {}


def test_files_that_resist_stop_nothing(workspace, incident, tmp_path, monkeypatch):
    (tmp_path / "öppen.jpg").write_bytes(b"jpeg")
    uuid = workspace.insert("incident", incident(
        photo="öppen.jpg", photo_confirmed=True, reported_at=datetime(2020, 1, 1)))  # fmt: skip

    def held(self, **_):
        raise PermissionError("in use")

    def full(self):
        raise DataError("The disk is full.")

    monkeypatch.setattr(Path, "unlink", held)
    monkeypatch.setattr(type(workspace.engine), "forget", full)
    _, outcome = dispose(workspace, date.today(), photo_folder=tmp_path)
    assert outcome.photos_kept == ["öppen.jpg"] and outcome.photos_removed == 0
    assert outcome.file_not_rebuilt == "The disk is full."
    assert workspace.get("incident", uuid)["photo"] is None


def test_a_failure_removes_nothing(workspace, incident, monkeypatch):
    report(workspace, incident, "closed")
    said, history = workspace.rows("incident"), workspace.history()

    def broken(*_, **__):
        raise RuntimeError("strömmen gick")

    monkeypatch.setattr(type(workspace.engine), "redact", broken)
    with pytest.raises(DataError, match="strömmen"):
        dispose(workspace, LATER)
    assert workspace.rows("incident") == said and workspace.history() == history
    assert read_disposals(workspace) == []


@pytest.mark.geopackage
def test_backups_go_on_demand(geopackage_workspace, incident):
    workspace = geopackage_workspace
    report(workspace, incident, "closed")
    backup = back_up(workspace.file)
    namesake = workspace.file.with_name(backup.name.partition("-backup-")[0] + "-backup-plats.gpkg")
    namesake.write_bytes(b"someone's own")
    plan, outcome = dispose(workspace, LATER)
    assert plan.backups == (backup,) and backup.exists() and outcome.backups_removed == 0
    _, outcome = dispose(workspace, LATER, remove_backups=True)
    assert outcome.backups_removed == 1 and not backup.exists() and namesake.exists()


@pytest.mark.geopackage
def test_a_file_that_others_read_is_told(geopackage_workspace, incident, monkeypatch):
    workspace = geopackage_workspace
    connect = type(workspace.engine).connect

    def impatient(self, **options):
        connection = connect(self, **options)
        connection.execute("PRAGMA busy_timeout = 200")
        return connection

    monkeypatch.setattr(type(workspace.engine), "connect", impatient)
    report(workspace, incident, "closed")
    with closing(workspace.engine.connect()) as reader:
        reader.execute("PRAGMA journal_mode = WAL")
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM incident").fetchone()[0] == 1
        _, outcome = dispose(workspace, LATER)
        reader.execute("ROLLBACK")
    assert workspace.rows("incident")[0]["description"] == "[gallrat]"
    assert outcome.file_kept_open
    dispose(workspace, LATER)
    assert MARK not in everything(workspace)


@pytest.mark.native
def test_what_was_disposed_of_moves_along(postgis_workspace, incident, tmp_path):
    report(postgis_workspace, incident, "closed")
    dispose(postgis_workspace, LATER)
    moved = move_workspace(postgis_workspace, tmp_path / "flyttad.gpkg")
    assert differences(postgis_workspace, moved) == []
    assert read_disposals(moved) == read_disposals(postgis_workspace)


@pytest.fixture()
def logins(postgis, postgis_workspace, monkeypatch, tmp_path):
    """The workspace as a login of each role opens it."""
    organisation = postgis_workspace.insert("actor", {"name": "Skolan", "kind": "school"})
    lines = [Path(os.environ["PGPASSFILE"]).read_text()]
    targets = {}
    for role in ("reporter", "partner", "case_officer", "coordinator"):
        login, password = f"{role}_{tmp_path.name[-20:]}", suggest_password()
        create_login(postgis_workspace, login, password)
        set_login(postgis_workspace, login, role, organisation)
        lines.append(f"127.0.0.1:{postgis.port}:*:{login}:{password}\n")
        targets[role] = postgis.target(postgis_workspace.engine.target.database, user=login)
    secret = tmp_path / "pgpass"
    secret.write_text("".join(lines))
    secret.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(secret))
    yield {role: open_workspace(target) for role, target in targets.items()}
    for target in targets.values():
        postgis.execute(f'DROP OWNED BY "{target.user}"', target.database)
        postgis.execute(f'DROP ROLE "{target.user}"')


@pytest.mark.native
def test_only_who_answers_for_it_disposes(postgis_workspace, logins, incident):
    uuid = report(postgis_workspace, incident, "closed")
    contact = {"incident": uuid, "function_address": f"{MARK}@falun.se"}
    postgis_workspace.insert("reporter_contact", contact)
    redact = (
        "SELECT trygg_redact('r', 'x', 'incident', {p}::text[], '{description}', 'n', '[gallrat]')"
    )
    for role in ("reporter", "partner", "case_officer"):
        with pytest.raises(DataError, match="Only a coordinator"):
            dispose(logins[role], LATER)
        # past all that the plugin says, with the mode set by hand
        with closing(logins[role].engine.connect()) as connection:
            cursor = connection.cursor()
            cursor.execute("SELECT set_config('trygg.modes', ',writing,disposing,', false)")
            for statement, parameters in (
                (redact.replace("{p}", "%s"), ([uuid],)),
                ("UPDATE trygg_history SET old = NULL, new = NULL", ()),
                ("INSERT INTO trygg_disposal VALUES ('r','x','t','u','i','f',1)", ()),
            ):
                with pytest.raises(Exception, match="insufficient_privilege|permission denied"):
                    cursor.execute(statement, parameters)
    assert MARK in everything(postgis_workspace) and read_disposals(postgis_workspace) == []
    # nor does who may reach more than texts, or leave no trace
    coordinator = logins["coordinator"]
    with closing(coordinator.engine.connect()) as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT set_config('trygg.modes', ',disposing,', false)")
        for statement in (
            redact.replace("{p}", "%s").replace("{description}", "{status}"),
            redact.replace("{p}", "%s").replace("'incident'", "'edition'").replace(
                "{description}", "{uuid}"),
        ):  # fmt: skip
            with pytest.raises(Exception, match="insufficient_privilege"):
                cursor.execute(statement, ([uuid],))
    plan, _ = dispose(coordinator, LATER)
    assert counted(plan) == {"incident_text": 1, "contact": 1}
    assert MARK not in everything(postgis_workspace)
    logged = read_disposals(coordinator)
    assert {one.user for one in logged} == {coordinator.engine.target.user} and len(logged) == 2
    assert json.dumps([one.fields for one in logged]).count("function_address") == 1
