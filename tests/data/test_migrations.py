"""Forward only, a backup first, all or nothing; an upgraded workspace equals a new one."""

from __future__ import annotations

import shlex
import shutil
import sqlite3
import subprocess
import uuid as uuids
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Dict, Optional

import pytest
from qgis.core import QgsVectorLayer

from tests.conftest import ENGINES
from tests.data.catalogue import catalogue
from tests.data.older import (
    LATER_FIELDS,
    LATER_RECORDS,
    ask,
    code_texts,
    contents,
    fill,
    make_older,
    older_standard,
    set_version,
)
from tests.data.postgis_server import PROGRAMS, version
from tests.data.test_logins_postgis import as_login, unique
from trygg_plugin.data import geopackage_engine
from trygg_plugin.data.backup import back_up
from trygg_plugin.data.engines import engine_of
from trygg_plugin.data.errors import BackupNeeded, DataError, Refusal, WorkspaceLocked
from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.data.geopackage_migration import GeoPackageMigration
from trygg_plugin.data.migrations import change_standard, stored_standard, upgrade
from trygg_plugin.data.postgis_migration import PostgisMigration
from trygg_plugin.data.schema import SCHEMA_VERSION
from trygg_plugin.data.workspace import (
    Workspace,
    WorkspaceOutdated,
    create_workspace,
    open_workspace,
)
from trygg_plugin.domain.standard import default_folder, load_standard
from trygg_plugin.domain.standard_growth import grown

# --- an older version's workspace, on both engines -----------------------------------------------


@pytest.fixture(scope="module")
def older_file(tmp_path_factory, standard, qgis_app):
    path = tmp_path_factory.mktemp("older") / "older.gpkg"
    fill(create_workspace(path, older_standard(standard)))
    make_older(engine_of(path))
    return path


@pytest.fixture(scope="module")
def older_database(postgis, standard, qgis_app):
    """A database with a workspace with roles, and a login that has one of them."""
    database = f"trygg_{uuids.uuid4().hex[:12]}"
    postgis.execute(f"CREATE DATABASE {database}")
    postgis.execute("CREATE EXTENSION postgis", database)
    workspace = create_workspace(postgis.target(database), older_standard(standard))
    fill(workspace)
    (school,) = workspace.rows("actor")
    login = unique("rut", workspace)
    as_login(postgis, workspace, login, "reporter", school.uuid)
    make_older(workspace.engine)
    return database, login


@contextmanager
def copied(request, kind, folder):
    """Where an older workspace is that may be changed."""
    if kind == "geopackage":
        path = folder / "older.gpkg"
        shutil.copy(request.getfixturevalue("older_file"), path)
        yield path
        return
    server = request.getfixturevalue("postgis")
    template, _ = request.getfixturevalue("older_database")
    database = f"trygg_{uuids.uuid4().hex[:12]}"
    server.execute(f"CREATE DATABASE {database} TEMPLATE {template} {server.fast_copy}")
    yield server.target(database)
    server.execute(f"DROP DATABASE {database} WITH (FORCE)")


@pytest.fixture(scope="module", params=ENGINES)
def older(request, tmp_path_factory):
    """Where an older workspace is, which the tests leave as it is."""
    with copied(request, request.param, tmp_path_factory.mktemp("copied")) as place:
        yield place


@dataclass
class Upgraded:
    workspace: Workspace
    backup: Optional[Path]
    before: Dict[str, Any]
    #: as things were when nobody had written anything new
    after: Dict[str, Any]
    made: Dict[str, Any]
    #: of a new workspace
    fresh: Dict[str, Any]
    transitions: Any
    settings: Any


@pytest.fixture(scope="module", params=ENGINES)
def upgraded(request, tmp_path_factory, standard):
    """One that has been upgraded by way of a step that changes stored data."""
    def moved(engine, connection):
        connection.cursor().execute("UPDATE incident SET place_name = 'flyttad'")

    with copied(request, request.param, tmp_path_factory.mktemp("upgraded")) as place:
        before = contents(place)
        workspace, backup = upgrade(place, standard, backed_up=True, steps={0: moved})
        if request.param == "geopackage":
            new = open_workspace(request.getfixturevalue("pristine"))
        else:
            server = request.getfixturevalue("postgis")
            new = open_workspace(server.target(request.getfixturevalue("pristine_postgis")))
        yield Upgraded(
            workspace, backup, before, contents(place), catalogue(workspace), catalogue(new),
            ask(new.engine, "SELECT * FROM trygg_transition"),
            ask(new.engine, "SELECT * FROM trygg_meta"),
        )  # fmt: skip


def test_an_older_workspace_is_told_with_the_way_forward(older):
    with pytest.raises(WorkspaceOutdated, match=r"older version .* Upgrade it"):
        open_workspace(older)


def test_an_upgraded_workspace_is_made_like_a_new_one(upgraded):
    made, fresh = upgraded.made, upgraded.fresh
    assert made.keys() == fresh.keys()
    for kind in fresh:
        if isinstance(fresh[kind], dict):
            assert made[kind].keys() == fresh[kind].keys(), kind
            assert {key: (made[kind][key], fresh[kind][key]) for key in fresh[kind]
                    if made[kind][key] != fresh[kind][key]} == {}, kind  # fmt: skip
        else:
            assert len(made[kind]) == len(fresh[kind]), kind
            assert set(made[kind]) ^ set(fresh[kind]) == set(), kind


def test_steps_and_settings_are_those_of_a_new_one(upgraded, standard):
    def told(rows):
        return {row["key"]: row["value"] for row in rows}

    def steps(rows):
        return {tuple(row.values()) for row in rows}

    assert steps(upgraded.after["trygg_transition"]) == steps(upgraded.transitions)
    assert steps(upgraded.before["trygg_transition"]) < steps(upgraded.transitions)
    meta, others = told(upgraded.after["trygg_meta"]), told(upgraded.settings)
    assert meta.keys() == others.keys()
    assert meta["schema_version"] == str(SCHEMA_VERSION)
    assert meta["standard_version"] == standard.version
    assert upgraded.workspace.standard.records == standard.records


def test_history_and_records_are_as_they_were(upgraded):
    before, after = upgraded.before, upgraded.after
    assert after["trygg_history"] == before["trygg_history"]
    assert len(before["trygg_history"]) > 3
    for table in ("incident", "actor"):
        assert len(after[table]) == len(before[table]) > 0
        for was, now in zip(before[table], after[table]):
            kept = {key: now[key] for key in was}
            if table == "incident":
                assert kept.pop("place_name") == "flyttad"  # by the step
                was.pop("place_name")
            assert kept == was
    if upgraded.workspace.file is None:
        assert upgraded.backup is None
    else:
        (copy,) = ask(engine_of(upgraded.backup), "SELECT place_name FROM incident LIMIT 1")
        assert copy["place_name"] == "Torget"
        with pytest.raises(WorkspaceOutdated):
            open_workspace(upgraded.backup)


def test_codes_follow_the_standard_where_the_coordinator_has_not_changed_them(upgraded, standard):
    columns = ("code", "parent", "label_sv", "label_en", "sort_order")
    rows = {row["code"]: row for row in upgraded.after["code_category"]}
    for said in code_texts(standard, "category"):
        if said["code"] != "vandalism":
            found = rows[said["code"]]
            assert {key: found[key] for key in columns} == {key: said[key] for key in columns}
    assert rows["vandalism"]["label_sv"] == "Vårt namn"
    assert rows["own_one"]["label_sv"] == "Egen" and not rows["own_one"]["retired"]
    assert rows["gone"]["retired"]


def test_what_came_later_works_and_is_under_the_new_rules(upgraded, incident):
    workspace = upgraded.workspace
    (old,) = workspace.rows("incident")
    assert old["reported_at"] is None  # a moment that no one knows is not made up
    workspace.update("incident", old.uuid, {"place_name": "Stationen", "severity": "2"})
    assert workspace.history(old.uuid)[-1].new == {"place_name": "Stationen", "severity": "2"}
    made = workspace.insert("incident", incident(), geometry=point_wkb(532100, 6718100))
    assert workspace.get("incident", made)["reported_at"] is not None
    found = workspace.rows("incident", workspace.engine.within_box("incident"),
                           [532050, 6718050, 532150, 6718150])  # fmt: skip
    assert [row.uuid for row in found] == [made]
    for key in LATER_RECORDS:
        assert workspace.rows(key) == []
        uri, provider = workspace.layer_uri(key)
        assert QgsVectorLayer(uri, key, provider).isValid(), key
    for table, fields in LATER_FIELDS.items():
        assert set(fields) <= set(workspace.schema.table(table).fields)
    with pytest.raises(Refusal, match="Historiken"), workspace.transaction() as transaction:
        transaction.execute("trygg_history", "DELETE FROM trygg_history")


@pytest.mark.parametrize("upgraded", ENGINES[1:], indirect=True)
def test_logins_keep_their_rights_and_get_those_to_what_is_new(older_database, upgraded, standard):
    _, login = older_database
    workspace = upgraded.workspace
    place = replace(workspace.engine.target, user=login)
    theirs = open_workspace(place)
    assert theirs.role == "reporter"
    seen = {row.uuid for row in theirs.rows("incident")}
    assert len(seen) == 1
    made = theirs.insert("incident", {"category": "rumour", "channel": "qgis",
                                      "time_from": datetime(2024, 6, 1)})  # fmt: skip
    assert {row.uuid for row in theirs.rows("incident")} == {*seen, made}
    with pytest.raises(DataError, match="no right"):
        theirs.insert("problem", {"title": "x", "phenomena": ["vandalism"]})
    assert theirs.rows("walk_point") == []
    set_version(workspace.engine, 0)
    with pytest.raises(DataError, match=r"Only who owns .* member of the role .*_owner"):
        upgrade(place, standard, backed_up=True)
    set_version(workspace.engine, SCHEMA_VERSION)


@pytest.mark.parametrize("older", ENGINES[1:], indirect=True)
def test_a_server_is_backed_up_by_hand_with_the_command_told(older, standard, tmp_path):
    with pytest.raises(BackupNeeded) as needed:
        upgrade(older, standard)
    command = shlex.split(str(needed.value.values["command"]))
    assert command[0] == "pg_dump" and command[-1] == "--file=falun.dump"
    subprocess.run([PROGRAMS / str(version()) / "bin" / command[0], *command[1:]],
                   check=True, capture_output=True, cwd=tmp_path)  # fmt: skip
    assert (tmp_path / "falun.dump").stat().st_size > 10_000
    with pytest.raises(WorkspaceOutdated):
        open_workspace(older)


# --- failures ------------------------------------------------------------------------------------


class Failing:
    """A connection of SQLite that does not take its n-th statement."""

    def __init__(self, connection, counter):
        self.__dict__.update(_connection=connection, _counter=counter)

    def execute(self, *arguments):
        self._counter.count(arguments[0])
        return self._connection.execute(*arguments)

    def cursor(self):
        return Failing(self._connection.cursor(), self._counter)

    def executemany(self, *arguments):
        self._counter.count(arguments[0])
        return self._connection.executemany(*arguments)

    def __getattr__(self, key):
        return getattr(self._connection, key)

    def __setattr__(self, key, value):
        setattr(self._connection, key, value)

    def __iter__(self):
        return iter(self._connection)


class Counter:
    def __init__(self, error):
        self.error, self.fail_at, self.done = error, None, 0

    def count(self, statement):
        if str(statement).strip() == "ROLLBACK":
            return
        self.done += 1
        if self.done == self.fail_at:
            raise self.error(f"the disk went away at {self.done}")


@pytest.fixture()
def counter(older, monkeypatch, standard, pristine):
    """Counts the statements of writing connections, and fails at one of them."""
    if hasattr(older, "suffix"):
        counter = Counter(sqlite3.OperationalError)
        honest = geopackage_engine.connect

        def connect(path, *, read_only=False):
            made = honest(path, read_only=read_only)
            return made if read_only else Failing(made, counter)

        monkeypatch.setattr(geopackage_engine, "connect", connect)
        # the model need not be made anew each time
        monkeypatch.setattr(geopackage_engine, "create_file",
                            lambda path, *_: shutil.copy(pristine, path))  # fmt: skip
        monkeypatch.setattr(geopackage_engine, "back_up", lambda path: path)
        return counter
    import psycopg2
    import psycopg2.extensions

    from trygg_plugin.data import postgis_engine

    counter = Counter(psycopg2.OperationalError)
    honest = postgis_engine.connect

    class Cursor(psycopg2.extensions.cursor):
        def execute(self, statement, parameters=None):
            counter.count(statement)
            return super().execute(statement, parameters)

    def connect(target, *, path="", read_only=False):
        made = honest(target, path=path, read_only=read_only)
        if not read_only:
            made.cursor_factory = Cursor
        return made

    monkeypatch.setattr(postgis_engine, "connect", connect)
    return counter


def test_a_failure_at_any_statement_leaves_the_old_intact(older, counter, standard, monkeypatch):
    before, make = contents(older), _make_of(older)

    def stops(*_):
        raise _Stop

    def tried(**settings):
        counter.done = 0
        with pytest.raises((DataError, _Stop)):
            upgrade(older, standard, backed_up=True, **settings)
        assert _make_of(older) == make, settings
        return counter.done

    kind = _migration(older)
    honest = kind.lay
    first = tried(steps={0: stops})
    monkeypatch.setattr(kind, "lay", lambda self: (honest(self), stops()))
    last = tried()
    monkeypatch.setattr(kind, "lay", honest)
    commit = last + (1 if kind is GeoPackageMigration else 2)
    assert last > first > 1
    for at in [1, first + 1, (first + last) // 2, last - 1, commit]:
        counter.fail_at = at
        assert tried() >= at
    assert contents(older) == before
    with pytest.raises(WorkspaceOutdated):
        open_workspace(older)


class _Stop(Exception):
    pass


def _migration(place):
    return GeoPackageMigration if hasattr(place, "suffix") else PostgisMigration


def _make_of(target):
    engine = engine_of(target)

    class Bare:
        file = engine.file

    Bare.engine = engine
    return catalogue(Bare)


@pytest.mark.parametrize("older", ENGINES[1:], indirect=True)
def test_a_connection_that_is_cut_undoes_it_all(older, standard):
    make = _make_of(older)

    def cut(engine, connection):
        connection.cursor().execute("RESET ROLE")
        connection.cursor().execute("SELECT pg_terminate_backend(pg_backend_pid())")

    with pytest.raises(WorkspaceLocked, match="gone"):
        upgrade(older, standard, backed_up=True, steps={0: cut})
    assert _make_of(older) == make


def test_two_do_not_upgrade_at_once(older, standard):
    engine = engine_of(older)
    other = engine.connect()
    try:
        engine.begin(other)
        other.cursor().execute("UPDATE trygg_meta SET value = 'x' WHERE key = 'language'")

        class Impatient(type(engine)):
            def connect(self, *, read_only=False):
                made = super().connect(read_only=read_only)
                waiting = "SET lock_timeout = '50ms'" if self.file is None else \
                    "PRAGMA busy_timeout = 50"
                made.cursor().execute(waiting)
                return made

        impatient = object.__new__(Impatient)
        impatient.__dict__ = dict(engine.__dict__)
        from trygg_plugin.data import migrations

        with pytest.MonkeyPatch.context() as patch, pytest.raises(WorkspaceLocked):
            patch.setattr(migrations, "engine_of", lambda _: impatient)
            upgrade(older, standard, backed_up=True)
    finally:
        engine.roll_back(other)
        other.close()


@pytest.mark.parametrize("workspace", ENGINES, indirect=True)
def test_a_newer_workspace_is_left_alone(workspace):
    set_version(workspace.engine, SCHEMA_VERSION + 1)
    for attempt in (open_workspace, upgrade):
        with pytest.raises(DataError, match="newer version .* Update the plugin"):
            attempt(workspace.source)


def test_a_workspace_of_this_version_is_told_so(workspace):
    with pytest.raises(DataError, match="up to date"):
        upgrade(workspace.source)


def test_another_kind_of_value_is_refused(workspace, standard):
    record = standard.records["incident"]
    fields = tuple(replace(one, type="integer") if one.key == "place_name" else one
                   for one in record.fields)  # fmt: skip
    other = replace(standard, records={**standard.records,
                                       "incident": replace(record, fields=fields)})  # fmt: skip
    with pytest.raises(DataError, match="place_name of incident holds another kind"):
        change_standard(workspace, other)


# --- a standard that has grown -------------------------------------------------------------------


@pytest.fixture()
def own_forms(tmp_path):
    """A municipality's copy of forms/ with one more subcategory and one more field."""
    folder = tmp_path / "forms"
    shutil.copytree(default_folder(), folder)
    codes = folder / "codelists" / "subcategory.csv"
    text = codes.read_text(encoding="utf-8-sig")
    header = text.splitlines()[0].split(";")
    row = dict.fromkeys(header, "")
    row.update(code="stickers", parent="vandalism", label_sv="Klistermärken", label_en="Stickers")
    codes.write_text(
        text.rstrip("\n") + "\n" + ";".join(row[key] for key in header) + "\n",
        encoding="utf-8-sig",
    )
    ini = folder / "incident.ini"
    field = (
        "[field lighting]\ntype = text\nmax_length = 10\n"
        "label_sv = Belysning på platsen\nlabel_en = Lighting at the place\n\n"
    )
    text = ini.read_text(encoding="utf-8")
    first = text.index("[rule ")
    ini.write_text(text[:first] + field + text[first:], encoding="utf-8")
    return load_standard(folder)


def test_a_municipalitys_own_standard_is_in_the_database(tmp_path, own_forms, incident):
    workspace = create_workspace(tmp_path / "own.gpkg", own_forms)
    uuid = workspace.insert("incident", incident(subcategory="stickers", lighting="trasig"))
    assert open_workspace(workspace.path).get("incident", uuid)["lighting"] == "trasig"
    with pytest.raises(DataError, match="högst 10 tecken"):
        workspace.insert("incident", incident(lighting="x" * 11))


@pytest.mark.parametrize("workspace", ENGINES, indirect=True)
def test_a_workspace_takes_on_a_grown_standard(workspace, own_forms, incident):
    uuid = workspace.insert("incident", incident(), geometry=point_wkb(532000, 6718000))
    before = workspace.history()
    larger, _ = change_standard(workspace, own_forms, backed_up=True)
    assert larger.get("incident", uuid)["lighting"] is None
    assert larger.history() == before
    larger.update("incident", uuid, {"lighting": "släckt", "subcategory": "stickers"})
    assert larger.history(uuid)[-1].new == {"lighting": "släckt", "subcategory": "stickers"}
    with pytest.raises(DataError, match="högst 10 tecken"):
        larger.update("incident", uuid, {"lighting": "x" * 11})


def test_the_next_version_knows_nothing_of_the_municipalitys_own_field(
    tmp_path, own_forms, standard, incident
):
    workspace = create_workspace(tmp_path / "own.gpkg", own_forms)
    uuid = workspace.insert("incident", incident(lighting="släckt"))
    set_version(workspace.engine, 0)
    again, _ = upgrade(workspace.source, grown(standard, stored_standard(workspace.source)))
    assert again.get("incident", uuid)["lighting"] == "släckt"
    assert again.standard.records["incident"].field("lighting").label["en"] == (
        "Lighting at the place"
    )
    again.update("incident", uuid, {"subcategory": "stickers", "lighting": "tänd"})


def test_growing_keeps_what_is_the_municipalitys_own(standard, own_forms):
    older = older_standard(own_forms)
    made = grown(standard, older)
    assert made.version == standard.version
    own = [one.key for one in made.records["incident"].fields][-1]
    assert own == "lighting"
    assert made.records["walk_point"] == standard.records["walk_point"]
    codes = [one.key for one in made.codelists["category"].codes]
    assert codes[:-1] == [one.key for one in standard.codelists["category"].codes]
    assert codes[-1] == "gone"
    assert grown(standard, standard) == standard


def test_a_backup_holds_what_stands_in_the_journal(workspace, incident, tmp_path):
    connection = workspace.engine.connect()
    connection.execute("PRAGMA journal_mode = WAL")
    uuid = workspace.insert("incident", incident())
    shares = []
    made = back_up(workspace.path, tmp_path / "copy.gpkg", progress=shares.append)
    connection.close()
    assert open_workspace(made).get("incident", uuid).version == 1
    assert shares[-1] == 1.0
    with pytest.raises(DataError, match="already exists"):
        back_up(workspace.path, made)
    assert not list(tmp_path.glob("*.partial"))


def test_created_at_is_a_moment(workspace, incident):
    uuid = workspace.insert("incident", incident())
    made = workspace.get("incident", uuid).created_at
    assert made is not None and abs((datetime.now().astimezone() - made).total_seconds()) < 60
