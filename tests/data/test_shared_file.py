"""Network drives are known by the system's list, sessions by a file that dies with them."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys

import pytest

from trygg_plugin.data.shared_file import LIFE, SessionFile, locking_programs, network_place

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
//filserver/gis /mnt/gis cifs rw 0 0
/dev/sdb1 /mnt/gis/lokal ext4 rw 0 0
nas:/export /srv/delad\\040mapp nfs4 rw 0 0
sshfs#anna@gis: /home/anna/fjärr fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "drive"),
    [
        ("/home/anna/falun.gpkg", None),
        ("/mnt/gis/falun.gpkg", "//filserver/gis"),
        ("/mnt/gis", "//filserver/gis"),
        ("/mnt/gis2/falun.gpkg", None),
        ("/mnt/gis/lokal/falun.gpkg", None),
        ("/srv/delad mapp/est/falun.gpkg", "nas:/export"),
        ("/home/anna/fjärr/../fjärr/falun.gpkg", "sshfs#anna@gis:"),
        ("\\\\filserver\\gis\\falun.gpkg", "filserver"),
        ("//filserver/gis/falun.gpkg", "filserver"),
        ("\\\\?\\C:\\falun.gpkg", None),
    ],
)
def test_network_drives(path, drive):
    assert network_place(path, MOUNTS) == drive


def test_this_machines_own_disk_is_none(tmp_path):
    assert network_place(tmp_path / "falun.gpkg") is None


def test_a_mapped_drive_of_windows_is_asked_of_windows(monkeypatch):
    import ctypes
    import ntpath

    from trygg_plugin.data import shared_file

    class Kernel:
        @staticmethod
        def GetDriveTypeW(root):  # noqa: N802
            return 4 if root == "Z:\\" else 3

    windows = type("windll", (), {"kernel32": Kernel})
    monkeypatch.setattr(ctypes, "windll", windows, raising=False)
    monkeypatch.setattr(shared_file.sys, "platform", "win32")
    monkeypatch.setattr(shared_file.os.path, "splitdrive", ntpath.splitdrive)
    assert network_place("Z:\\gis\\falun.gpkg") == "Z:"
    assert network_place("C:\\gis\\falun.gpkg") is None


def test_two_sessions_see_each_other_and_go(tmp_path):
    workspace = tmp_path / "falun.gpkg"
    anna, bo = SessionFile(workspace, "anna", now=1.0), SessionFile(workspace, "bo", now=2.0)
    assert anna.beat(False) and bo.beat(True)
    (seen,) = anna.others()
    assert (seen.user, seen.editing, seen.pid) == ("bo", True, os.getpid())
    assert [one.user for one in bo.others()] == ["anna"]
    other = SessionFile(tmp_path / "falun.gpkg2", "cia")
    assert other.beat(False) and other.others() == []
    bo.close()
    assert anna.others() == [] and sorted(os.listdir(tmp_path)) == sorted(
        [anna.path.name, other.path.name]
    )


def test_a_silent_session_expires(tmp_path):
    anna, bo = (SessionFile(tmp_path / "falun.gpkg", who) for who in ("anna", "bo"))
    assert anna.beat(False) and bo.beat(False)
    beat = anna.path.stat().st_mtime
    os.utime(bo.path, (beat, beat - LIFE + 5))
    assert len(anna.others()) == 1
    os.utime(bo.path, (beat, beat - LIFE - 5))
    assert anna.others() == [] and bo.path.exists()


def test_a_killed_program_counts_for_nothing_at_once(tmp_path):
    code = (
        "import sys, time\n"
        "from trygg_plugin.data.shared_file import SessionFile\n"
        "SessionFile(sys.argv[1], 'bo').beat(True); print('there', flush=True); time.sleep(60)\n"
    )
    mine = SessionFile(tmp_path / "falun.gpkg", "anna")
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "falun.gpkg")], stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": "."},
    )  # fmt: skip
    try:
        assert process.stdout.readline().strip() == b"there"
        assert mine.beat(False)
        assert [one.user for one in mine.others()] == ["bo"]
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    assert mine.others() == []
    assert os.listdir(tmp_path) == [mine.path.name], "what the dead has left is swept away"


def test_rubbish_and_a_folder_that_is_gone_do_no_harm(tmp_path):
    mine = SessionFile(tmp_path / "falun.gpkg", "anna")
    (tmp_path / ".~falun.gpkg.00000000.trygg").write_text("{half")
    assert mine.beat(False) and mine.others() == []
    gone = SessionFile(tmp_path / "gone" / "falun.gpkg", "anna")
    assert not gone.beat(False) and gone.others() == []
    gone.close()


@pytest.mark.skipif(not os.path.exists("/proc/locks"), reason="this system does not list locks")
def test_a_program_without_trygg_is_seen_by_its_locks(tmp_path):
    path = tmp_path / "falun.gpkg"
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode = wal").fetchone() == ("wal",)
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    assert locking_programs(path) == set(), "this program's own locks are no other's"
    code = (
        "import sqlite3, sys, time\n"
        "c = sqlite3.connect(sys.argv[1]); c.execute('SELECT * FROM t').fetchall()\n"
        "print('there', flush=True); time.sleep(60)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE
    )  # fmt: skip
    try:
        assert process.stdout.readline().strip() == b"there"
        assert locking_programs(path) == {process.pid}
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
        connection.close()
