"""Forward only, a backup first, all or nothing; an upgraded workspace equals a new one."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from datetime import datetime

import pytest

from trygg_plugin.data.backup import back_up
from trygg_plugin.data.errors import DataError
from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.data.migrations import change_standard, upgrade
from trygg_plugin.data.schema import SCHEMA_VERSION
from trygg_plugin.data.workspace import WorkspaceOutdated, create_workspace, open_workspace
from trygg_plugin.domain.standard import default_folder, load_standard


def objects(path):
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%'"
    ).fetchall()
    connection.close()
    return {(kind, name): sql for kind, name, sql in rows}


def set_version(path, version):
    connection = sqlite3.connect(path)
    connection.execute("UPDATE trygg_meta SET value = ? WHERE key = 'schema_version'", (version,))
    connection.commit()
    connection.close()


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


def test_a_workspace_takes_on_a_grown_standard(workspace, own_forms, incident, tmp_path):
    uuid = workspace.insert("incident", incident(), geometry=point_wkb(532000, 6718000))
    before = workspace.history()
    grown, backup = change_standard(workspace, own_forms)
    assert grown.get("incident", uuid)["lighting"] is None
    assert grown.history() == before
    grown.update("incident", uuid, {"lighting": "släckt", "subcategory": "stickers"})
    assert grown.history(uuid)[-1].new == {"lighting": "släckt", "subcategory": "stickers"}
    with pytest.raises(DataError, match="högst 10 tecken"):
        grown.update("incident", uuid, {"lighting": "x" * 11})
    fresh = create_workspace(tmp_path / "fresh.gpkg", own_forms)
    ours, theirs = objects(grown.path), objects(fresh.path)
    assert ours.keys() == theirs.keys()
    assert {k: v for k, v in ours.items() if k[0] != "table"} == {
        k: v for k, v in theirs.items() if k[0] != "table"
    }
    assert open_workspace(backup).get("incident", uuid).values.keys() == incident_keys(workspace)


def incident_keys(workspace):
    return set(workspace.schema.table("incident").fields)


def test_a_new_record_type_gets_its_table(tmp_path, standard, incident):
    small = replace(
        standard,
        records={k: v for k, v in standard.records.items() if k in ("area", "actor", "incident")},
    )
    workspace = create_workspace(tmp_path / "small.gpkg", small)
    grown, _ = change_standard(workspace, standard)
    fresh = create_workspace(tmp_path / "fresh.gpkg", standard)
    assert objects(grown.path).keys() == objects(fresh.path).keys()
    point = grown.insert("incident", incident(), geometry=point_wkb(532000, 6718000))
    assert grown.get("incident", point).geometry is not None
    from qgis.core import QgsVectorLayer

    for key in standard.records:
        uri, provider = grown.layer_uri(key)
        assert QgsVectorLayer(uri, key, provider).isValid(), key


def test_an_older_workspace_is_upgraded_after_a_backup(workspace, incident):
    uuid = workspace.insert("incident", incident())
    set_version(workspace.path, 0)
    with pytest.raises(WorkspaceOutdated, match="older version"):
        open_workspace(workspace.path)

    def rename(engine, connection):
        connection.cursor().execute("UPDATE incident SET place_name = 'flyttad'")

    upgraded, backup = upgrade(workspace.path, steps={0: rename})
    assert upgraded.meta["schema_version"] == str(SCHEMA_VERSION)
    assert upgraded.get("incident", uuid)["place_name"] == "flyttad"
    with pytest.raises(DataError, match="Historiken"), upgraded.transaction() as transaction:
        transaction.execute("trygg_history", "DELETE FROM trygg_history")
    copy = sqlite3.connect(backup)
    assert copy.execute("SELECT place_name FROM incident").fetchone() == (None,)
    copy.close()


def test_a_failure_in_the_middle_leaves_the_old_intact(workspace, incident):
    workspace.insert("incident", incident())
    set_version(workspace.path, 0)
    before = objects(workspace.path)

    def half(engine, connection):
        connection.execute("ALTER TABLE incident ADD COLUMN half TEXT")
        connection.execute("UPDATE incident SET place_name = 'halv'")
        raise sqlite3.OperationalError("disk I/O error")

    with pytest.raises(DataError, match="disk"):
        upgrade(workspace.path, steps={0: half})
    assert objects(workspace.path) == before
    connection = sqlite3.connect(workspace.path)
    assert connection.execute("SELECT place_name FROM incident").fetchone() == (None,)
    connection.close()


def test_a_newer_workspace_is_left_alone(workspace):
    set_version(workspace.path, SCHEMA_VERSION + 1)
    with pytest.raises(DataError, match="newer version"):
        open_workspace(workspace.path)


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
