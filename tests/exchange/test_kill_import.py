"""An import that is killed leaves nothing of itself and all that was there before."""

from __future__ import annotations

import datetime as dt
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from trygg_plugin.data.workspace import open_workspace
from trygg_plugin.exchange.import_incidents import import_incidents
from trygg_plugin.exchange.profile import FieldMapping, Profile, TimeMapping, save_profile
from trygg_plugin.exchange.source_table import open_table

IMPORTER = Path(__file__).with_name("inside_killed_import.py")
PROFILE = Profile(
    name="p",
    source="p",
    mapping={"subcategory": FieldMapping("typ"), "place_name": FieldMapping("plats")},
    time_from=TimeMapping("dag"),
    x="e",
    y="n",
    crs="EPSG:3006",
)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of this kind are not for Windows")
@pytest.mark.geopackage
def test_kill_nine_in_the_middle_of_an_import(workspace, tmp_path):
    before = workspace.insert(
        "incident",
        {"category": "vandalism", "time_from": dt.datetime(2024, 1, 1), "channel": "qgis"},
    )
    rows = 20_000
    path = tmp_path / "fil.csv"
    lines = [f"2025-06-07;Klotter;plats {i};{540000 + i};6720000" for i in range(rows)]
    path.write_text("\n".join(["dag;typ;plats;e;n", *lines]), encoding="utf-8")
    save_profile(PROFILE, tmp_path / "profil.json")
    importer = subprocess.Popen(
        [sys.executable, str(IMPORTER), str(workspace.path), str(path),
         str(tmp_path / "profil.json")],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert importer.stdout is not None
    while float(importer.stdout.readline()) < 0.3:
        pass
    importer.send_signal(signal.SIGKILL)
    assert "done" not in importer.stdout.read()
    importer.wait(10)

    reopened = open_workspace(workspace.path)
    assert [record.uuid for record in reopened.rows("incident")] == [before]
    (answer,) = reopened.query("PRAGMA integrity_check")
    assert answer["integrity_check"] == "ok"
    again = import_incidents(reopened, open_table(path), PROFILE)
    assert (again.imported, again.duplicates, again.rejected) == (rows, 0, [])
