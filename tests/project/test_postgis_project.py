"""A workspace in PostgreSQL from QGIS's own connection list to the open project, and no password
on the way."""

from __future__ import annotations

import logging
import zipfile
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsDataSourceUri,
    QgsGeometry,
    QgsProject,
    QgsProviderRegistry,
    QgsSettings,
    QgsVectorLayerUtils,
)

from trygg_plugin.data.errors import DataError
from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.data.postgis_target import target_of_connection
from trygg_plugin.data.workspace import open_workspace
from trygg_plugin.gui.current import CurrentWorkspace
from trygg_plugin.processing.workspaces import PROJECT_FILE
from trygg_plugin.project.layer_keys import layers_by_table, workspace_target

pytestmark = pytest.mark.native

PASSWORD = "mycket-hemligt-åäö'\\ 1"
SECRET = "mycket-hemligt"


@pytest.fixture(scope="module")
def login(postgis):
    """A login that owns a database of its own and may not make roles."""
    with closing(postgis.connect()) as connection:
        cursor = connection.cursor()
        cursor.execute("CREATE ROLE anna LOGIN PASSWORD %s", (PASSWORD,))
    postgis.execute("CREATE DATABASE kommunen OWNER anna")
    postgis.execute("CREATE EXTENSION postgis", "kommunen")
    yield "anna"
    postgis.execute("DROP DATABASE kommunen WITH (FORCE)")
    postgis.execute("DROP ROLE anna")


@pytest.fixture(scope="module")
def connection(qgis_app, postgis, login):
    """A connection in QGIS's list whose password only the authentication manager knows."""
    manager = QgsApplication.authManager()
    assert manager.setMasterPassword("mästare", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("kommunen")
    config.setConfig("username", login)
    config.setConfig("password", PASSWORD)
    assert manager.storeAuthenticationConfig(config)[0]
    uri = QgsDataSourceUri()
    uri.setConnection("127.0.0.1", str(postgis.port), "kommunen", "", "",
                      QgsDataSourceUri.SslMode.SslPrefer, config.id())  # fmt: skip
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    metadata.saveConnection(metadata.createConnection(uri.uri(False), {}), "Falu kommun")
    yield "Falu kommun"
    metadata.deleteConnection("Falu kommun")
    manager.removeAuthenticationConfig(config.id())


@pytest.fixture(scope="module")
def made(connection, provider, tmp_path_factory, caplog_of_all):
    """The workspace and its project, as the toolbox makes them."""
    import processing

    folder = tmp_path_factory.mktemp("projekt")
    results = processing.run(
        "trygg:createworkspace",
        {"MUNICIPALITY": "2080 Falun", "CONNECTION": connection, "SCHEMA": "falun",
         PROJECT_FILE: str(folder / "falun.qgz"), "OUTPUT": ""},
    )  # fmt: skip
    return results


@pytest.fixture(scope="module")
def caplog_of_all():
    """All that goes to Python's log or to QGIS's message log while a workspace is made and used."""
    said = []
    handler = logging.Handler()
    handler.emit = lambda record: said.append(record.getMessage())
    logging.getLogger().addHandler(handler)
    log = QgsApplication.messageLog()

    def heard(message, *_):
        said.append(message)

    log.messageReceived.connect(heard)
    yield said
    log.messageReceived.disconnect(heard)
    logging.getLogger().removeHandler(handler)


@pytest.fixture(scope="module")
def opened(made):
    """The project, read from its file, once: each of some seventy layers asks the server."""
    project = QgsProject.instance()
    assert project.read(made["PROJECT"])
    yield project
    project.clear()


def edited(opened, uuid):
    layer = layers_by_table(opened)["incident"]
    (feature,) = [one for one in layer.getFeatures() if one["uuid"] == uuid]
    return layer, feature.id()


def values():
    return {"category": "vandalism", "time_from": "2024-07-01T12:00:00", "channel": "qgis"}


def test_the_project_opens_its_workspace(opened, login):
    layers = layers_by_table(opened)
    assert all(layer.isValid() for layer in layers.values())
    workspace = open_workspace(workspace_target(opened))
    assert set(layers) == {*workspace.schema.tables, *workspace.schema.code_tables}
    assert workspace.municipality_name and len(workspace.rows("area")) == 1
    assert workspace.history()[0].user == login
    assert layers["incident"].crs().authid() == "EPSG:3006"
    assert open_workspace(workspace.source).source == workspace.source


def test_no_password_is_written_or_said_anywhere(made, opened, connection, caplog_of_all):
    with zipfile.ZipFile(made["PROJECT"]) as archive:
        written = "".join(archive.read(name).decode("utf-8", "replace")
                          for name in archive.namelist())  # fmt: skip
    assert "authcfg" in written and SECRET not in written
    workspace = open_workspace(workspace_target(opened))
    for text in (
        made["OUTPUT"], workspace.source, workspace.place, repr(workspace.engine),
        repr(workspace.engine.target), *(layer.source() for layer in opened.mapLayers().values()),
        *caplog_of_all,
    ):  # fmt: skip
        assert SECRET not in text
    with pytest.raises(DataError) as refused:
        open_workspace(target_of_connection(connection, "saknas"))
    assert SECRET not in str(refused.value) + repr(refused.value.__cause__)
    QgsSettings().sync()
    for path in Path(QgsApplication.qgisSettingsDirPath()).rglob("*"):
        if path.is_file():
            assert SECRET.encode() not in path.read_bytes(), path


def test_the_server_refuses_a_stale_edit_without_the_plugin(opened):
    """What the project's layers send along is enough, for attributes and for places."""
    workspace = open_workspace(workspace_target(opened))
    uuid = workspace.insert("incident", values(), geometry=point_wkb(500000, 6600000))
    layer, fid = edited(opened, uuid)
    place = layer.fields().indexOf("place_name")
    for number, edit in enumerate((
        lambda: layer.changeAttributeValue(fid, place, "min"),
        lambda: layer.changeGeometry(fid, QgsGeometry.fromWkt("Point (1 2)")),
    )):
        assert layer.startEditing() and edit()
        workspace.update("incident", uuid, {"description": f"annans {number}"})
        assert not layer.commitChanges()
        assert "TRYGG:stale:incident" in "".join(layer.commitErrors())
        assert layer.isModified()
        layer.rollBack()
        # seen anew, the same edit goes through
        assert layer.startEditing() and edit()
        assert layer.commitChanges(), layer.commitErrors()
        assert workspace.history(uuid)[-1].verified
    record = workspace.get("incident", uuid)
    assert (record["place_name"], record["description"]) == ("min", "annans 1")
    assert record.geometry == point_wkb(1, 2)
    (left,) = workspace.query("SELECT edited_version FROM incident WHERE uuid = {p}", [uuid])
    assert left["edited_version"] is None


def test_several_edits_of_one_buffer_are_one_and_begin_where_the_first_did(opened):
    workspace = open_workspace(workspace_target(opened))
    uuid = workspace.insert("incident", values())
    layer, fid = edited(opened, uuid)
    place = layer.fields().indexOf("place_name")
    layer.startEditing()
    for text in ("a", "b", "c"):
        assert layer.changeAttributeValue(fid, place, text)
    assert layer.commitChanges(False), layer.commitErrors()
    assert workspace.get("incident", uuid).version == 2
    layer.changeAttributeValue(fid, place, "d")
    workspace.update("incident", uuid, {"description": "annans"})
    layer.changeAttributeValue(fid, place, "e")
    assert not layer.commitChanges()
    layer.rollBack()
    assert workspace.get("incident", uuid)["place_name"] == "c"


def test_an_edit_of_a_deleted_record_is_refused_without_the_plugin(opened):
    workspace = open_workspace(workspace_target(opened))
    uuid = workspace.insert("incident", values())
    layer, fid = edited(opened, uuid)
    layer.startEditing()
    layer.changeAttributeValue(fid, layer.fields().indexOf("place_name"), "sen")
    workspace.delete("incident", uuid)
    assert not layer.commitChanges()
    assert "TRYGG:deleted:incident" in "".join(layer.commitErrors())
    layer.rollBack()


def test_the_form_adds_with_the_database_stamps(opened, login):
    workspace = open_workspace(workspace_target(opened))
    layer = layers_by_table(opened)["incident"]
    fields = layer.fields()
    assert layer.editorWidgetSetup(fields.indexOf("edited_version")).type() == "Hidden"
    layer.startEditing()
    feature = QgsVectorLayerUtils.createFeature(
        layer, QgsGeometry.fromWkt("Point (532000 6718000)"),
        {fields.indexOf(key): value for key, value in values().items()},
    )  # fmt: skip
    assert layer.addFeature(feature) and layer.commitChanges(), layer.commitErrors()
    record = workspace.get("incident", feature["uuid"])
    assert (record.created_by, record.version, record.deleted_at) == (login, 1, None)
    assert record.geometry == point_wkb(532000, 6718000)


def test_the_plugin_opens_the_workspace_of_the_project_and_guards_its_layers(opened, login):
    told = []
    messages = SimpleNamespace(
        warning=lambda text, *links: told.append(text), log=told.append, error=told.append,
        success=told.append,
    )  # fmt: skip
    current = CurrentWorkspace(messages)
    current.find()
    assert current.workspace is not None, told
    uuid = current.workspace.insert("incident", values())
    layer, fid = edited(opened, uuid)
    layer.startEditing()
    layer.deleteFeature(fid)  # a delete sends no version along: only the plugin knows
    open_workspace(workspace_target(opened)).update("incident", uuid, {"place_name": "Torget"})
    assert not layer.commitChanges()
    current.unload()
    layer.rollBack()
    (sentence,) = told
    assert login in sentence and "Name of place" in sentence


def test_an_algorithm_takes_a_connection_a_text_or_the_open_project(
    opened, made, connection, tmp_path
):
    import processing

    source = tmp_path / "in.csv"
    source.write_text("Kategori;Datum\nSkadegörelse;2024-05-01\n", encoding="utf-8")
    imported = []
    named = {"CONNECTION": connection, "SCHEMA": "falun"}
    for chosen in (named, {"WORKSPACE": made["OUTPUT"]}, {}):
        results = processing.run(
            "trygg:importincidents", {"INPUT": str(source), "ARRIVAL": 1, **chosen}
        )
        assert results["READ"] == 1
        imported.append((results["IMPORTED"], results["DUPLICATES"]))
    assert imported == [(1, 0), (0, 1), (0, 1)]  # the same workspace each time
