"""The same rules, stamps and history when QGIS, ogr2ogr or the sqlite3 shell writes."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from datetime import datetime

import pytest
from osgeo import ogr
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

from tests.data.conftest import name_of, run_sql
from trygg_plugin.compat import is_null
from trygg_plugin.data.edit_guard import EditGuard
from trygg_plugin.data.errors import DataError
from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.data.refusals import explain_commit
from trygg_plugin.data.workspace import open_workspace


@pytest.fixture()
def workspace(any_workspace):
    return any_workspace


#: By whether it is a server.
LONG_AGO = {False: "julianday('now') - 0.01", True: "now() - interval '15 minutes'"}


def said(workspace, *users):
    return [name_of(workspace, user) for user in users]


def layer_of(workspace, table="incident"):
    uri, provider = workspace.layer_uri(table)
    layer = QgsVectorLayer(uri, table, provider)
    assert layer.isValid()
    assert layer.setSubsetString(workspace.layer_subset(table))
    return layer


def feature_of(layer, values, place="Point (532000 6718000)"):
    attributes = {layer.fields().indexOf(key): value for key, value in values.items()}
    return QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt(place), attributes)


def index(layer, key):
    return layer.fields().indexOf(key)


def when(hour=12):
    return QDateTime(QDate(2024, 7, 1), QTime(hour, 30))


def test_a_layer_adds_with_stamps_and_history(workspace, incident):
    layer = layer_of(workspace)
    assert layer.startEditing()
    assert layer.addFeature(feature_of(layer, incident(time_from=when())))
    assert layer.commitChanges(), layer.commitErrors()
    (record,) = workspace.rows("incident")
    assert len(record.uuid) == 36 and record.version == 1
    assert [record.created_by] == said(workspace, "unknown") and record.created_at is not None
    assert record["time_from"] == datetime(2024, 7, 1, 12, 30)
    assert record["status"] == "submitted" and record["secrecy"] == "internal"
    assert record.geometry == point_wkb(532000, 6718000)
    (change,) = workspace.history()
    assert (change.operation, change.user) == ("insert", record.created_by)
    # a server knows who it was, whatever program they use
    assert change.verified is (workspace.file is None)
    (feature,) = layer.getFeatures()
    assert feature["time_from"].time() == QTime(12, 30)


def test_a_refused_commit_keeps_the_buffer(workspace, incident):
    layer = layer_of(workspace)
    layer.startEditing()
    layer.addFeature(feature_of(layer, incident(category="nonsense", time_from=when())))
    assert not layer.commitChanges()
    (told,) = explain_commit(layer.commitErrors(), workspace.schema, "en")
    assert (told.rule, told.field) == ("code", "category")
    assert len(layer.editBuffer().addedFeatures()) == 1
    layer.rollBack()
    assert workspace.rows("incident") == []


def test_a_layer_deletes_by_marking(workspace, incident):
    uuid = workspace.insert("incident", incident(), geometry=point_wkb(532000, 6718000))
    layer = layer_of(workspace)
    layer.startEditing()
    (feature,) = layer.getFeatures()
    assert layer.deleteFeature(feature.id())
    assert layer.commitChanges(), layer.commitErrors()
    assert list(layer.getFeatures()) == [] and layer.featureCount() == 0
    assert workspace.get("incident", uuid, deleted=True).deleted_at is not None
    workspace.restore(workspace.history(uuid)[0])
    layer = layer_of(workspace)
    rectangle = QgsGeometry.fromPointXY(QgsPointXY(532000, 6718000)).buffer(5, 4).boundingBox()
    assert len(list(layer.getFeatures(rectangle))) == 1


def test_geometry_and_attributes_of_one_edit_are_told(workspace, incident):
    uuid = workspace.insert("incident", incident(), geometry=point_wkb(1, 2))
    layer = layer_of(workspace)
    guard = EditGuard(workspace, "anna")
    assert guard.attach(layer)
    layer.startEditing()
    layer.changeGeometry(1, QgsGeometry.fromPointXY(QgsPointXY(3, 4)))
    layer.changeAttributeValue(1, index(layer, "place_name"), "Torget")
    layer.changeAttributeValue(1, index(layer, "place_name"), "Stora torget")
    assert layer.commitChanges(), layer.commitErrors()
    changes = workspace.history(uuid)[1:]
    # QGIS sends both to a server in one statement
    apart = [["geom"], ["place_name"]]
    together = [["geom", "place_name"]]
    assert [list(c.new) for c in changes] == (apart if workspace.file else together)
    assert all([c.user] == said(workspace, "anna") and c.verified for c in changes)
    assert workspace.get("incident", uuid).version == 1 + len(changes)
    assert workspace.query("SELECT * FROM trygg_intent") == []
    guard.close()


@pytest.fixture()
def two(workspace, incident):
    """Two sessions with a layer each on the same record, both editing."""
    uuid = workspace.insert("incident", incident(), geometry=point_wkb(1, 2), user="import")
    sessions = []
    for user in ("anna", "bo"):
        own = open_workspace(workspace.source)
        layer = layer_of(own)
        guard = EditGuard(own, user)
        assert guard.attach(layer)
        told = []
        guard.refused.connect(lambda layer, conflicts, others, to=told: to.extend(conflicts))
        layer.startEditing()
        sessions.append((own, layer, guard, told))
    yield uuid, sessions
    for _, layer, guard, _ in sessions:
        layer.rollBack()
        guard.close()
    # pytest keeps what a fixture gave; a layer that outlives QGIS brings the process down
    sessions.clear()
    del layer, guard


def test_a_stale_edit_is_refused_with_who_what_and_when(two):
    uuid, ((own, first, _, _), (_, second, guard, told)) = two
    place = index(first, "place_name")
    first.changeAttributeValue(1, place, "Annas")
    assert first.commitChanges()
    second.changeAttributeValue(1, place, "Bos")
    assert not second.commitChanges()
    (conflict,) = told
    (anna,) = said(own, "anna")
    assert (conflict.uuid, conflict.who, conflict.deleted) == (uuid, anna, False)
    assert "Platsens namn" in conflict.sentence and anna in conflict.sentence
    assert str(datetime.now().year) in conflict.sentence
    assert second.editBuffer().changedAttributeValues() == {1: {place: "Bos"}}
    assert own.get("incident", uuid)["place_name"] == "Annas"
    assert own.query("SELECT * FROM trygg_intent") == []
    guard.accept(second)
    assert second.commitChanges(), second.commitErrors()
    assert [c.user for c in own.history(uuid)] == said(own, "import", "anna", "bo")


def test_a_stale_geometry_is_refused(two):
    uuid, ((own, first, _, _), (_, second, _, told)) = two
    first.changeAttributeValue(1, index(first, "place_name"), "Annas")
    assert first.commitChanges()
    second.changeGeometry(1, QgsGeometry.fromPointXY(QgsPointXY(9, 9)))
    assert not second.commitChanges()
    assert told and own.get("incident", uuid).geometry == point_wkb(1, 2)
    assert 1 in second.editBuffer().changedGeometries()


def test_an_edit_of_a_deleted_record_is_refused(two):
    uuid, ((own, first, _, _), (_, second, _, told)) = two
    first.deleteFeature(1)
    assert first.commitChanges()
    second.changeAttributeValue(1, index(second, "place_name"), "Bos")
    assert not second.commitChanges()
    (conflict,) = told
    assert conflict.deleted and [conflict.who] == said(own, "anna")
    assert own.get("incident", uuid, deleted=True)["place_name"] is None


def test_a_stale_delete_is_refused(two):
    uuid, ((own, first, _, _), (_, second, _, told)) = two
    first.changeAttributeValue(1, index(first, "place_name"), "Annas")
    assert first.commitChanges()
    second.deleteFeature(1)
    assert not second.commitChanges()
    assert told and own.get("incident", uuid).deleted_at is None


def test_conflicts_are_known_before_saving(two):
    uuid, ((_, first, _, _), (_, second, guard, _)) = two
    second.changeAttributeValue(1, index(second, "place_name"), "Bos")
    assert guard.conflicts(second) == []
    first.changeAttributeValue(1, index(first, "description"), "Annas")
    assert first.commitChanges()
    (conflict,) = guard.conflicts(second)
    assert conflict.uuid == uuid and conflict.fields == ("Beskrivning",)


def test_my_own_saves_are_never_stale(two):
    uuid, ((own, first, _, told), _) = two
    for text in ("en", "två", "tre"):
        first.changeAttributeValue(1, index(first, "place_name"), text)
        assert first.commitChanges(False), first.commitErrors()
    own.set_meta("logo", "x.png")
    assert told == [] and own.get("incident", uuid).version == 4


def test_a_transaction_is_refused_below_open_edits(two):
    uuid, ((own, first, _, _), _) = two
    first.changeAttributeValue(1, index(first, "place_name"), "öppen")
    with pytest.raises(DataError, match="unsaved edits in the layer incident"):
        own.update("incident", uuid, {"description": "x"})
    assert first.isModified()
    first.rollBack()
    own.update("incident", uuid, {"description": "x"})


def test_two_saving_at_once_are_told_to_wait(two):
    uuid, ((own, first, _, _), (_, second, _, _)) = two
    own.engine.declare_intents("incident", "third", "cia", {uuid: 1})
    first.changeAttributeValue(1, index(first, "place_name"), "Annas")
    assert not first.commitChanges()
    assert "TRYGG:busy" in "".join(first.commitErrors())
    # a program that died two minutes ago holds no one up
    run_sql(own, f"UPDATE trygg_intent SET written_at = {LONG_AGO[own.file is None]}")
    assert first.commitChanges(), first.commitErrors()


def test_a_form_that_says_who_is_believed_and_one_that_does_not_is_unknown(
    geopackage_workspace, incident
):
    workspace = geopackage_workspace
    uuid = workspace.insert("incident", incident())
    layer = layer_of(workspace)

    def edit(text, **more):
        layer.startEditing()
        layer.changeAttributeValue(1, index(layer, "place_name"), text)
        for key, value in more.items():
            layer.changeAttributeValue(1, index(layer, key), value)
        assert layer.commitChanges(), layer.commitErrors()
        return workspace.history(uuid)[-1].user

    assert edit("1", changed_by="dora", changed_at=QDateTime.currentDateTime()) == "dora"
    assert edit("2", changed_by="dora", changed_at=QDateTime.currentDateTime()) == "dora"
    assert edit("3") == "unknown"
    assert workspace.get("incident", uuid).changed_by == "unknown"


def test_every_table_is_listed_and_opens(workspace):
    listed = workspace.file and ogr.Open(str(workspace.file))
    for table in (*workspace.schema.tables, *workspace.schema.code_tables):
        assert listed is None or listed.GetLayerByName(table) is not None, table
    for table in ("incident", "area", "actor", "problem"):
        layer_of(workspace, table)
    uri, provider = workspace.layer_uri("code_subcategory")
    codes = QgsVectorLayer(uri, "codes", provider)
    assert workspace.layer_subset("code_subcategory") == "" and codes.featureCount() > 30


def test_any_kind_of_place_opens_by_kind(workspace, standard):
    keys = [key for key, record in standard.records.items() if record.geometry == "any"]
    for key in keys:
        for kind in ("point", "line", "polygon"):
            uri, provider = workspace.layer_uri(key, kind)
            assert QgsVectorLayer(uri, key, provider).isValid()


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("2024-07-01T10:00:00.000Z", None),  # moved to this machine's zone
        ("2024-07-01T10:00:00.000+02:00", None),
        ("2024-07-01 10:00:00", "2024-07-01T10:00:00.000"),
        ("2024-07-01T10:00:00", "2024-07-01T10:00:00.000"),
        ("2024-07-01T10:00:00.125", "2024-07-01T10:00:00.125"),
    ],
)
def test_times_are_stored_as_wall_clock_in_one_form(geopackage_workspace, written, stored):
    workspace = geopackage_workspace
    connection = workspace.engine.connect()
    connection.execute(
        "INSERT INTO incident (category, time_from, channel) VALUES ('vandalism', ?, 'qgis')",
        (written,),
    )
    (time,) = connection.execute("SELECT time_from FROM incident").fetchone()
    connection.close()
    if stored is None:
        moment = datetime.fromisoformat(written.replace("Z", "+00:00"))
        stored = moment.astimezone().replace(tzinfo=None).isoformat(timespec="milliseconds")
    assert time == stored
    assert workspace.history()[0].new["time_from"] == stored


@pytest.mark.skipif(shutil.which("ogr2ogr") is None, reason="ogr2ogr is not on this machine")
def test_ogr2ogr_meets_the_same_rules(geopackage_workspace, tmp_path):
    workspace = geopackage_workspace
    def append(category):
        source = tmp_path / f"{category}.csv"
        source.write_text(
            "category,time_from,channel,x,y\n"
            f"{category},2024-07-01T10:00:00,import,532000,6718000\n",
            encoding="utf-8",
        )
        return subprocess.run(
            ["ogr2ogr", "-append", "-update", workspace.path, source, "-nln", "incident",
             "-oo", "X_POSSIBLE_NAMES=x", "-oo", "Y_POSSIBLE_NAMES=y"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    refused = append("nonsense")
    assert "TRYGG:code:incident.category" in refused.stderr
    accepted = append("vandalism")
    assert accepted.returncode == 0, accepted.stderr
    (record,) = workspace.rows("incident")
    assert record.geometry == point_wkb(532000, 6718000)
    assert workspace.history(record.uuid)[0].verified is False


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the sqlite3 shell is not installed")
def test_the_sqlite_shell_meets_the_same_rules(geopackage_workspace):
    workspace = geopackage_workspace
    def run(statement):
        return subprocess.run(
            ["sqlite3", workspace.path, statement], capture_output=True, text=True, check=False
        )

    refused = run("INSERT INTO actor (name) VALUES ('a@b.se')")
    assert "TRYGG:" in refused.stderr
    run("INSERT INTO actor (name, kind) VALUES ('Parken', 'municipality')")
    run("UPDATE actor SET name = 'Parkerna'")
    run("DELETE FROM actor")
    assert [c.operation for c in workspace.history()] == ["insert", "update", "delete"]


def test_a_null_place_is_kept_and_located_later(workspace, incident):
    layer = layer_of(workspace)
    layer.startEditing()
    feature = QgsFeature(feature_of(layer, incident(time_from=when())))
    feature.setGeometry(QgsGeometry())
    layer.addFeature(feature)
    assert layer.commitChanges(), layer.commitErrors()
    (record,) = workspace.rows("incident")
    assert record.geometry is None
    workspace.update("incident", record.uuid, {}, geometry=point_wkb(532000, 6718000))
    (found,) = layer_of(workspace).getFeatures()
    assert found.hasGeometry() and is_null(found["time_to"])


def test_plain_sqlite_cannot_slip_past_the_spatial_index(geopackage_workspace, incident):
    workspace = geopackage_workspace
    plain = sqlite3.connect(workspace.path)
    with pytest.raises(sqlite3.OperationalError, match="ST_"):
        plain.execute("INSERT INTO incident (category) VALUES ('vandalism')")
    plain.close()
