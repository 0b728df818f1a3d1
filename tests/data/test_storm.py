"""Eight sessions, four of them QGIS, edit the same records at once: nothing acknowledged is lost.

``TRYGG_STORM_SECONDS`` says for how long (``make storm``: two minutes).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
import uuid as uuids
from collections import Counter
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest

from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.data.logins import create_login, set_login, suggest_password
from trygg_plugin.data.workspace import create_workspace, open_workspace

pytestmark = [pytest.mark.native, pytest.mark.timeout(1200)]

SESSION = Path(__file__).with_name("inside_storm_session.py")
SECONDS = float(os.environ.get("TRYGG_STORM_SECONDS", "8"))
#: What a busy machine may need besides: eight programs start, and each has its least tries to do.
PATIENCE = 600
#: What QGIS may be told instead of saving: our rules, or that another holds the record too long.
REFUSAL = re.compile("TRYGG:|lock timeout")
KINDS = ("guarded", "guarded", "plain", "plain", "sql", "sql", "sql", "sql")


@pytest.fixture(scope="module")
def harbour(postgis, standard, tmp_path_factory, qgis_app):
    """A workspace with few records and a login for each session; gives it and their targets."""
    database = f"trygg_storm_{uuids.uuid4().hex[:8]}"
    postgis.execute(f"CREATE DATABASE {database}")
    postgis.execute("CREATE EXTENSION postgis", database)
    workspace = create_workspace(postgis.target(database, "storm"), standard)
    actor = workspace.insert("actor", {"name": "Kommunen", "kind": "municipality"})
    with workspace.transaction() as transaction:
        for number in range(25):
            transaction.insert(
                "incident",
                {"category": "rumour", "time_from": datetime(2024, 1, 1), "channel": "qgis",
                 "status": "submitted"},
                geometry=point_wkb(500_000 + number, 6_600_000),
            )  # fmt: skip
    lines = [Path(os.environ["PGPASSFILE"]).read_text()]
    targets = []
    for number in range(len(KINDS)):
        login, password = f"storm_{uuids.uuid4().hex[:6]}_{number}", suggest_password()
        create_login(workspace, login, password)
        set_login(workspace, login, "coordinator", actor)
        lines.append(f"127.0.0.1:{postgis.port}:*:{login}:{password}\n")
        targets.append(postgis.target(database, "storm", login))
    secret = tmp_path_factory.mktemp("storm") / "pgpass"
    secret.write_text("".join(lines))
    secret.chmod(0o600)
    yield workspace, targets, secret
    postgis.execute(f"DROP DATABASE {database} WITH (FORCE)")


def storm(targets, secret):
    """Let all sessions loose at once; every try that they tell of, with its session's login."""
    environment = {**os.environ, "PGPASSFILE": str(secret), "QT_QPA_PLATFORM": "offscreen"}
    tries = []
    with ExitStack() as ending:
        # complaints go into files: one that stops at a full pipe would hold its locks
        complaints = [
            ending.enter_context(tempfile.TemporaryFile("w+", dir=secret.parent)) for _ in targets
        ]
        sessions = []
        for number, (kind, target) in enumerate(zip(KINDS, targets)):
            session = subprocess.Popen(
                [sys.executable, str(SESSION), kind, str(target), str(number + 1), str(SECONDS)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints[number],
                text=True, env=environment,
            )  # fmt: skip
            ending.callback(session.wait)
            ending.callback(session.kill)
            sessions.append(session)
        for session, complaint in zip(sessions, complaints):
            line = session.stdout.readline()
            while line and line.strip() != "ready":  # QGIS has things to say of its own
                line = session.stdout.readline()
            assert line, said_in(complaint)
        for session in sessions:
            session.stdin.write("go\n")
            session.stdin.flush()
        until = time.monotonic() + SECONDS + PATIENCE
        for session, complaint, kind, target in zip(sessions, complaints, KINDS, targets):
            said, _ = session.communicate(timeout=max(1.0, until - time.monotonic()))
            assert session.returncode == 0, said_in(complaint)
            for line in said.splitlines():
                if line.startswith("{"):
                    tries.append({**json.loads(line), "session": kind, "login": target.user})
    return tries


def said_in(file):
    file.seek(0)
    return file.read()


def test_eight_sessions_lose_nothing(harbour):
    workspace, targets, secret = harbour
    tries = storm(targets, secret)
    workspace = open_workspace(workspace.engine.target)
    done = [one for one in tries if one["done"]]
    refused = Counter(one["session"] for one in tries if not one["done"])
    history = {}
    for change in workspace.history():
        if change.table == "incident":
            history.setdefault(change.uuid, []).append(change)

    # a DELETE that meets no record is a success to QGIS: what another session has just deleted,
    # between the guard's look and the commit too, is gone as was meant, and under their name
    twice = [
        one for one in done
        if one["session"] != "sql" and one["kind"] == "delete"
        and not any(told(one, change) for change in history[one["uuid"]])
    ]  # fmt: skip
    assert all(history[one["uuid"]][-1].operation == "delete" for one in twice)
    done = [one for one in done if one not in twice]
    # every acknowledged change stands in history, under the login that made it
    for one in done:
        assert any(told(one, change) for change in history[one["uuid"]]), (
            repr((one, [(c.version, c.operation, c.user, c.new) for c in history[one["uuid"]][1:]]))
        )  # fmt: skip
    # and history holds nothing else: what was refused has left no trace
    count = sum(len(changes) for changes in history.values()) - 25
    assert count == len(done)

    # no one has written over a version that they had not seen; only a delete by QGIS alone names
    # no version, and what it marks can be restored
    for one in done:
        if one["kind"] != "insert" and (one["session"], one["kind"]) != ("plain", "delete"):
            (change,) = [c for c in history[one["uuid"]] if told(one, c)]
            assert change.version == one["base"] + 1, one
    # the versions of a record follow on one another, and the last is the record
    records = {r.uuid: r for r in workspace.rows("incident", deleted=True)}
    for uuid, changes in history.items():
        assert [c.version for c in changes] == list(range(1, len(changes) + 1))
        assert records[uuid].version == len(changes)
        for earlier, later in zip(changes, changes[1:]):
            for key, value in later.old.items():
                known = [c.new[key] for c in changes[: changes.index(later)] if key in c.new]
                assert not known or known[-1] == value
            assert earlier.operation != "delete", "a deleted record was written to"

    # it was a storm: every kind of session wrote, and met others
    assert {one["session"] for one in done} == set(KINDS)
    assert sum(refused.values()) > 0
    conflicts = [one for one in tries if not one["done"] and one["why"] != "gone already"]
    # a panel's transactions have sentences of their own
    odd = [one for one in conflicts if one["session"] != "sql" and not REFUSAL.search(one["why"])]
    assert not odd, odd
    print(f"\n{len(tries)} tries in {SECONDS:g} s: {len(done)} saved "
          f"({dict(Counter(one['session'] for one in done))}), refused {dict(refused)}")


def told(one, change):
    """Whether a row of history is what a session was told was saved."""
    if change.user != one["login"]:
        return False
    if one["kind"] == "delete":
        return change.operation == "delete"
    if one["kind"] == "insert":
        return change.operation == "insert"
    if change.operation != "update":
        return False
    if one["kind"] == "edit":
        return change.new.get("place_name") == one["token"]
    number, seed = int(one["token"].rsplit("-", 1)[1]), int(one["token"].split("-")[0])
    place = point_wkb(500_000 + seed * 10_000 + number, 6_600_000)
    return change.new.get("geom", "").lower() == place.hex()
