"""Clients, the server's processes and the server itself die in the middle: what was acknowledged is
there, nothing is half-written, and the workspace opens."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import Iterator, List, Set

import psycopg2
import pytest

from tests.data.postgis_server import Instance, instance, why_not
from trygg_plugin.data.errors import DataError, WorkspaceLocked
from trygg_plugin.data.workspace import Workspace, create_workspace, open_workspace

pytestmark = pytest.mark.native
WRITER = Path(__file__).with_name("inside_killed_writer.py")


@pytest.fixture(scope="module")
def own() -> Iterator[Instance]:
    """A server that no other test uses, and that keeps what it has acknowledged."""
    reason = why_not()
    if reason is not None:
        pytest.skip(reason)
    with instance(durable=True) as started:
        yield started


@pytest.fixture(scope="module")
def workspace(own, standard, qgis_app, tmp_path_factory) -> Iterator[Workspace]:
    secret = tmp_path_factory.mktemp("own") / "pgpass"
    secret.write_text(f"127.0.0.1:{own.server.port}:*:{own.server.user}:{own.server.password}\n")
    secret.chmod(0o600)
    before = os.environ.get("PGPASSFILE")
    os.environ["PGPASSFILE"] = str(secret)
    yield create_workspace(own.server.target("postgres"), standard)
    if before is None:
        del os.environ["PGPASSFILE"]
    else:
        os.environ["PGPASSFILE"] = before


def backends(own: Instance) -> List[int]:
    """The server's processes that serve a connection of ours."""
    with closing(own.server.connect()) as connection:
        cursor = connection.cursor()
        cursor.execute("SELECT pid FROM pg_stat_activity WHERE application_name = 'Trygg'")
        return [row[0] for row in cursor.fetchall()]


def start_writer(workspace: Workspace) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, str(WRITER), workspace.source, "server"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip


def acknowledged(writer: subprocess.Popen, lines: int) -> Set[str]:
    found = {uuid for _ in range(lines) for uuid in writer.stdout.readline().split()}
    assert len(found) == 40 * lines  # it wrote at all
    return found


def kill_backends(own: Instance, writer: subprocess.Popen) -> None:
    """Until the writer has felt it: between two transactions it has no process on the server."""
    until = time.monotonic() + 60
    while writer.poll() is None:
        assert time.monotonic() < until, "the writer goes on"
        # the server ends all others too, since one may have left shared memory torn
        with suppress(psycopg2.Error):
            for pid in backends(own):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        time.sleep(0.01)


def the_rest(writer: subprocess.Popen) -> Set[str]:
    found = writer.stdout.read()
    writer.wait(60)
    return {uuid for line in re.findall(r"(?m)^(.*)\n", found) for uuid in line.split()}


@pytest.mark.parametrize("victim", ["client", "backend", "server"])
def test_kill_nine_loses_nothing_acknowledged(own, workspace, victim):
    writer = start_writer(workspace)
    known = acknowledged(writer, 3)
    time.sleep(0.02)  # somewhere in the next transaction
    if victim == "client":
        writer.send_signal(signal.SIGKILL)
    elif victim == "backend":
        kill_backends(own, writer)
    else:
        own.kill()
    known |= the_rest(writer)
    if victim == "server":
        with pytest.raises(WorkspaceLocked, match="gone or could not be made"):
            open_workspace(workspace.source)
        own.start()
    reopened = opened_soon(workspace.source)
    records = {record.uuid for record in reopened.rows("incident")}
    assert known <= records
    assert len(records) % 40 == 0  # whole transactions only
    assert {change.uuid for change in reopened.history(table="incident")} == records
    made = reopened.insert("actor", {"name": "Parken", "kind": "municipality"})
    assert reopened.get("actor", made).version == 1


@pytest.fixture()
def small_disk(own) -> Iterator[str]:
    """A database on a disk of its own that is soon full. It takes root to make one."""
    folder = own.folder / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=36m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a disk of its own takes root and the right to mount")
    try:
        shutil.chown(folder, "postgres", "postgres")
        own.server.execute(f"CREATE TABLESPACE small LOCATION '{folder}'")
        own.server.execute("CREATE DATABASE small TABLESPACE small")
        own.server.execute("CREATE EXTENSION postgis", "small")
        yield str(folder)
        own.server.execute("DROP DATABASE small WITH (FORCE)")
        own.server.execute("DROP TABLESPACE small")
    finally:
        subprocess.run(["umount", str(folder)], check=False)


def test_a_full_disk_is_told_and_leaves_what_was_there(own, workspace, standard, small_disk):
    made = create_workspace(own.server.target("small"), standard)
    row = ["vandalism", "2024-07-01T12:00:00", "import", "x" * 500]
    columns = ["category", "time_from", "channel", "description"]
    written = 0
    with pytest.raises(DataError, match="disk is full"):
        while True:
            with made.transaction() as transaction:
                transaction.insert_many("incident", columns, [row] * 2000)
            written += 2000
    reopened = open_workspace(made.source)
    (kept,) = reopened.query("SELECT count(*) AS n FROM incident")
    (told,) = reopened.query("SELECT count(*) AS n FROM trygg_history")
    assert kept["n"] == told["n"] == written > 0
    subprocess.run(["mount", "-o", "remount,size=96m", small_disk], check=True)
    reopened.insert("actor", {"name": "Parken", "kind": "municipality"})


def opened_soon(source: str) -> Workspace:
    """A server that recovers lets no one in for a moment; a retry is all that it takes."""
    until = time.monotonic() + 120
    while True:
        try:
            return open_workspace(source)
        except WorkspaceLocked:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
