"""trygg:moveworkspace: the tool around the move, with its photos and its project."""

from __future__ import annotations

import uuid as uuids
from datetime import datetime

import pytest
from qgis.core import (
    QgsDataSourceUri,
    QgsProcessingException,
    QgsProject,
    QgsProviderRegistry,
)

from trygg_plugin.data.moving import differences
from trygg_plugin.data.workspace import open_workspace
from trygg_plugin.project.layer_keys import find_layer


@pytest.fixture()
def with_photo(workspace):
    """A workspace with two records that have photos, of which one is gone."""
    folder = workspace.file.parent
    (folder / "photos").mkdir()
    (folder / "photos" / "här.jpg").write_bytes(b"picture")
    for name in ("photos/här.jpg", "photos/borta.jpg", "../../etc/passwd"):
        workspace.insert("incident", {
            "category": "vandalism", "time_from": datetime(2024, 5, 1), "photo": name,
            "photo_confirmed": True,
        })  # fmt: skip
    return workspace


def test_a_file_moves_with_its_photos_and_gets_a_project(run, with_photo, tmp_path):
    new = tmp_path / "nytt"
    new.mkdir()
    result, log, _ = run("moveworkspace", {"WORKSPACE": with_photo.source,
                                   "OUTPUT": str(new / "arbetsyta.gpkg")})  # fmt: skip
    assert "photos/borta.jpg" in log.text and "passwd" in log.text
    moved = open_workspace(result["OUTPUT"])
    assert differences(with_photo, moved) == []
    assert result["PHOTOS_COPIED"] == 1
    assert (new / "photos" / "här.jpg").read_bytes() == b"picture"
    assert sorted(path.name for path in new.rglob("*") if path.is_file()) == [
        "arbetsyta.gpkg", "arbetsyta.qgz", "här.jpg"
    ]
    project = QgsProject()
    assert project.read(result["PROJECT"])
    layer = find_layer(project, "incident")
    assert layer.isValid() and layer.featureCount() == 3
    project.clear()


def test_nowhere_to_go_is_told(run, workspace):
    with pytest.raises(QgsProcessingException, match="Choose where to move"):
        run("moveworkspace", {"WORKSPACE": workspace.source})


@pytest.fixture()
def connection(postgis, qgis_app):
    """A connection in QGIS's list to a database of its own, without a password."""
    database = f"trygg_move_{uuids.uuid4().hex[:8]}"
    postgis.execute(f"CREATE DATABASE {database}")
    postgis.execute("CREATE EXTENSION postgis", database)
    uri = QgsDataSourceUri()
    uri.setConnection("127.0.0.1", str(postgis.port), database, postgis.user, "")
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    known = metadata.createConnection(uri.uri(False), {"saveUsername": True})
    metadata.saveConnection(known, "Flyttmålet")
    yield "Flyttmålet"
    metadata.deleteConnection("Flyttmålet")
    postgis.execute(f"DROP DATABASE {database} WITH (FORCE)")


@pytest.mark.native
def test_to_postgresql_by_a_connection_of_qgis(run, with_photo, postgis, connection, tmp_path):
    new = tmp_path / "nytt"
    new.mkdir()
    there = {"WORKSPACE": with_photo.source, "NEW_CONNECTION": connection,
             "NEW_SCHEMA": "flyttad å"}  # fmt: skip
    result, *_ = run("moveworkspace", {**there, "PROJECT_FILE": str(new / "flyttad.qgz")})
    moved = open_workspace(result["OUTPUT"])
    assert differences(with_photo, moved) == []
    assert (new / "photos" / "här.jpg").exists()
    with pytest.raises(QgsProcessingException, match="already"):
        run("moveworkspace", {**there, "PROJECT_FILE": str(new / "igen.qgz")})
