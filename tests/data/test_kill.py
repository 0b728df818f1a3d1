"""A writer that dies in the middle leaves a workspace that opens, with all that was committed."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from trygg_plugin.data.workspace import open_workspace

WRITER = Path(__file__).with_name("inside_killed_writer.py")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of this kind are not for Windows")
@pytest.mark.parametrize(("journal", "commits", "delay"), [("delete", 2, 0.0), ("wal", 3, 0.013)])
@pytest.mark.geopackage
def test_kill_nine_loses_nothing_committed(workspace, journal, commits, delay):
    writer = subprocess.Popen(
        [sys.executable, str(WRITER), str(workspace.path), journal],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    acknowledged = [writer.stdout.readline().split() for _ in range(commits)]
    assert [len(line) for line in acknowledged] == [40] * commits  # it wrote at all
    time.sleep(delay)
    writer.send_signal(signal.SIGKILL)
    rest = writer.stdout.read()  # what was acknowledged between the last line and the kill
    writer.wait(60)
    acknowledged += [line.split() for line in rest.splitlines() if line.count(" ") == 39]

    reopened = open_workspace(workspace.path)
    records = {record.uuid for record in reopened.rows("incident")}
    assert {uuid for line in acknowledged for uuid in line} <= records
    assert len(records) % 40 == 0  # whole transactions only
    assert {change.uuid for change in reopened.history()} == records
    (answer,) = reopened.query("PRAGMA integrity_check")
    assert answer["integrity_check"] == "ok"
    assert reopened.query("SELECT * FROM trygg_context") == []
    (index,) = reopened.query("SELECT count(*) AS n FROM rtree_incident_geom")
    assert index["n"] == len(records)
    reopened.insert("actor", {"name": "Parken", "kind": "municipality"})
