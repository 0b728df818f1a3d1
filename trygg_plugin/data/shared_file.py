"""What a GeoPackage cannot be trusted with: a network drive, and several programs at once.

SQLite's locks do not reach over a network, and its log beside the file is for one machine. A small
file beside the workspace tells other sessions of ours that this one is there: it is written anew
while the session lives, and one that is no longer written, or whose program has died, counts for
nothing. Programs without Trygg are seen by their locks, on Linux and on the same machine only.

Nothing here opens the workspace itself: closing it again would drop SQLite's own locks on it.
"""

from __future__ import annotations

import json
import os
import platform
import re
import sys
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Iterable, List, Optional, Set, Union

#: Seconds between two signs of life, and after which a silent session counts as gone.
BEAT, LIFE = 60, 200
#: Silent for so long, a file of another machine is swept away (s).
_OLD = 24 * 3600

_NETWORK = {
    "9p", "acfs", "afpfs", "afs", "ceph", "cifs", "coda", "davfs", "davfs2",
    "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.smbnetfs", "fuse.sshfs", "fuse.s3fs",
    "glusterfs", "fuse.glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs3", "nfs4", "ocfs2",
    "orangefs", "osxfuse.sshfs", "smb", "smb2", "smb3", "smbfs", "virtiofs", "vboxsf", "vmhgfs",
    "fuse.vmhgfs-fuse", "webdav",
}  # fmt: skip
_DRIVE_REMOTE = 4


def network_place(path: Union[str, Path], mounts: Optional[str] = None) -> Optional[str]:
    """The network drive that a file lies on, by name, or None for a disk of this machine.

    Asks the system's own list of drives, never the drive, so that one which does not answer is
    not waited for. ``mounts`` is the text of /proc/mounts, for tests.
    """
    text = str(path)
    if re.match(r"^(\\\\|//)[^\\/?.]", text):
        return re.split(r"[\\/]+", text.strip("\\/"))[0]
    if sys.platform == "win32" and mounts is None:
        return _windows_drive(text)
    if mounts is None:
        try:
            mounts = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return _asked_of_qt(text)
    return _mounted(text, mounts)


def _mounted(path: str, mounts: str) -> Optional[str]:
    wanted = os.path.abspath(path)
    best, found = "", None
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        source, point, kind = (_unescaped(part) for part in parts[:3])
        inside = point == "/" or wanted == point or wanted.startswith(point.rstrip("/") + "/")
        # of two on the same point the later one covers the earlier
        if inside and len(point) >= len(best):
            best, found = point, source if kind in _NETWORK else None
    return found


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found.group(1), 8)), text)


def _windows_drive(path: str) -> Optional[str]:
    drive = os.path.splitdrive(path)[0]
    if not drive:
        return None
    import ctypes

    kind = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")  # type: ignore[attr-defined]
    return drive if kind == _DRIVE_REMOTE else None


def _asked_of_qt(path: str) -> Optional[str]:
    """Systems without a list to read, such as macOS."""
    from qgis.PyQt.QtCore import QStorageInfo

    storage = QStorageInfo(os.path.dirname(path))
    kind = bytes(storage.fileSystemType()).decode("ascii", "replace").lower()
    return bytes(storage.device()).decode("utf-8", "replace") if kind in _NETWORK else None


@dataclass(frozen=True)
class Session:
    """One program that has the workspace open. ``since`` is seconds since 1970."""

    key: str
    user: str
    host: str
    pid: int
    since: float
    editing: bool


class SessionFile:
    """This session's file beside a workspace, and what the files of others say."""

    def __init__(
        self, workspace: Union[str, Path], user: str, *, key: str = "", now: float = 0.0
    ) -> None:
        self._workspace = Path(workspace)
        self._session = Session(
            key or uuid.uuid4().hex[:8], user, platform.node(), os.getpid(), now, False
        )
        self.path = self._workspace.with_name(
            f".~{self._workspace.name}.{self._session.key}.trygg"
        )

    def beat(self, editing: bool) -> bool:
        """Show that this session lives; False where its file cannot be written."""
        said = {**asdict(self._session), "editing": editing}
        try:
            self.path.write_text(json.dumps(said), encoding="utf-8")
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Take the file away; one that stays because of an error expires by itself."""
        try:
            self.path.unlink()
        except OSError:
            return

    def others(self) -> List[Session]:
        """The other sessions that live, oldest first. Sweeps away what the dead have left.

        Age is measured against this session's own file, so that the clock is that of the drive.
        """
        found: List[Session] = []
        for path in self._files():
            try:
                age = self.path.stat().st_mtime - path.stat().st_mtime
                read = json.loads(path.read_text(encoding="utf-8"))
                one = Session(**{key: read[key] for key in Session.__dataclass_fields__})
            except (OSError, ValueError, KeyError, TypeError):
                continue  # half-written, or of a version to come
            dead = one.host == self._session.host and not _lives(one.pid)
            if dead or age > _OLD:
                try:
                    path.unlink()
                except OSError:
                    continue
            elif age <= LIFE:
                found.append(one)
        return sorted(found, key=lambda one: one.since)

    def _files(self) -> Iterable[Path]:
        beginning, ending = f".~{self._workspace.name}.", ".trygg"
        try:
            names = os.listdir(self._workspace.parent)
        except OSError:
            return []
        return [
            self._workspace.with_name(name) for name in names
            if name.startswith(beginning) and name.endswith(ending) and name != self.path.name
        ]  # fmt: skip


def locking_programs(workspace: Union[str, Path]) -> Set[int]:
    """Process ids of other programs on this machine that hold SQLite's locks on the file.

    Empty where the system does not list locks. A program that has the workspace open in write-ahead
    mode, as QGIS has, keeps one lock on the file's shared memory for as long.
    """
    try:
        listed = Path("/proc/locks").read_text(encoding="ascii", errors="replace")
    except OSError:
        return set()
    files = set()
    for ending in ("", "-shm"):
        try:
            status = os.stat(f"{workspace}{ending}")
        except OSError:
            continue
        device = status.st_dev
        files.add(f"{os.major(device):02x}:{os.minor(device):02x}:{status.st_ino}")
    return {
        int(parts[4])
        for parts in (line.replace("-> ", "").split() for line in listed.splitlines())
        if len(parts) > 5 and parts[5] in files and parts[4].isdigit()
        and int(parts[4]) not in (0, os.getpid())
    }  # fmt: skip


def _lives(pid: int) -> bool:
    """Whether a process of this machine lives; yes where that cannot be known."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
