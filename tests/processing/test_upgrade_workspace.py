"""trygg:upgradeworkspace: the tool around the upgrade, with its backup and its project."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsProject

from tests.data.older import older_standard, set_version
from trygg_plugin.data.workspace import create_workspace, open_workspace
from trygg_plugin.project.layer_keys import find_layer


@pytest.fixture()
def outdated(standard, tmp_path, qgis_app):
    workspace = create_workspace(tmp_path / "gammal.gpkg", older_standard(standard))
    workspace.insert("actor", {"name": "Skolan", "kind": "school"})
    set_version(workspace.engine, 0)
    return workspace


def test_an_older_file_is_upgraded_with_a_copy_and_a_project(run, outdated, tmp_path):
    result, log, _ = run("upgradeworkspace", {
        "WORKSPACE": outdated.source, "PROJECT_FILE": str(tmp_path / "ny.qgz"),
    })  # fmt: skip
    upgraded = open_workspace(result["OUTPUT"])
    assert [row["name"] for row in upgraded.rows("actor")] == ["Skolan"]
    assert upgraded.rows("walk_point") == []
    assert Path(result["BACKUP"]).name in log.text and Path(result["BACKUP"]).is_file()
    project = QgsProject()
    assert project.read(str(tmp_path / "ny.qgz"))
    assert find_layer(project, "walk_point").isValid()
    project.clear()
    with pytest.raises(QgsProcessingException, match="up to date"):
        run("upgradeworkspace", {"WORKSPACE": outdated.source})


@pytest.mark.native
@pytest.mark.parametrize("workspace", ["postgis"], indirect=True)
def test_a_server_needs_the_word_that_a_backup_is_made(run, workspace):
    set_version(workspace.engine, 0)
    with pytest.raises(QgsProcessingException, match="pg_dump .*--role=.*_owner"):
        run("upgradeworkspace", {"WORKSPACE": workspace.source})
    result, log, _ = run("upgradeworkspace", {"WORKSPACE": workspace.source, "BACKED_UP": True})
    assert result["BACKUP"] == "" and "is upgraded" in log.text
    assert open_workspace(result["OUTPUT"]).meta["schema_version"] == "1"
