"""trygg:disposal: shows first, removes when told to, and says what it did."""

from __future__ import annotations

from datetime import datetime

import pytest
from qgis.core import QgsProcessingException

from tests.conftest import ENGINES
from trygg_plugin.data.backup import back_up
from trygg_plugin.data.workspace import open_workspace
from trygg_plugin.processing.algorithms.disposal import RULES


@pytest.fixture()
def workspace(any_workspace):
    any_workspace.insert("incident", {
        "category": "vandalism", "time_from": datetime(2020, 1, 1, 12, 0), "channel": "qgis",
        "reported_at": datetime(2020, 1, 1, 13, 0), "description": "Klotter på väggen",
        "photo": "photos/a.jpg", "photo_confirmed": True,
    })  # fmt: skip
    return any_workspace


@pytest.mark.parametrize("any_workspace", ENGINES, indirect=True)
def test_it_is_shown_first_and_removed_when_said(run, workspace, tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"jpeg")
    where = {"WORKSPACE": workspace.source, "PHOTOS": str(tmp_path)}
    result, log, _ = run("disposal", where)
    assert (result["RECORDS"], result["PHOTOS_REMOVED"]) == (1, 0)
    assert "exact place: 1" in log.text and "Nothing was removed" in log.text
    assert workspace.rows("incident")[0]["description"] == "Klotter på väggen"

    result, log, _ = run("disposal", {**where, "RUN": True, "TEXT_MONTHS": 12})
    assert (result["RECORDS"], result["PHOTOS_REMOVED"]) == (1, 1)
    assert "kept for 12 months" in log.text and "history too" in log.text
    assert ("Backups still hold" in log.text) is (workspace.file is None)
    assert workspace.rows("incident")[0]["description"] == "[gallrat]"
    assert open_workspace(workspace.source).meta["disposal_text_months"] == "12"
    assert run("disposal", where)[0]["RECORDS"] == 0


@pytest.mark.geopackage
def test_backups_are_named_and_go_on_demand(run, geopackage_workspace):
    backup = back_up(geopackage_workspace.file)
    where = {"WORKSPACE": geopackage_workspace.source, "RUN": True}
    _, log, _ = run("disposal", where)
    assert str(backup) in log.text and "Backups still hold" in log.text and backup.exists()
    _, log, _ = run("disposal", {**where, "REMOVE_BACKUPS": True})
    assert "Backups removed: 1" in log.text and not backup.exists()


def test_every_rule_has_its_words(standard):
    from trygg_plugin.domain.privacy import retention_rules

    assert {rule.key for rule in retention_rules(standard)} == set(RULES)


def test_a_mistaken_place_is_a_sentence(run, tmp_path):
    with pytest.raises(QgsProcessingException, match="There is no workspace at"):
        run("disposal", {"WORKSPACE": str(tmp_path / "saknas.gpkg")})
