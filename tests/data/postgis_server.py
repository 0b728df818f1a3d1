"""A PostGIS server of the tests' own: its data in a folder that goes, on a port of its own."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, Iterator, Optional

from trygg_plugin.data.postgis_target import PostgisTarget

#: The schema of the tests' workspaces.
SCHEMA = "falun"
PROGRAMS = Path("/usr/lib/postgresql")
EXTENSIONS = Path("/usr/share/postgresql")
#: Seconds in which even a busy machine starts a server.
_PATIENCE = 60


@dataclass(frozen=True)
class Server:
    """Where the server listens, and who may ask it."""

    port: int
    user: str
    password: str = field(repr=False)
    database: str = "postgres"

    def connect(
        self, database: str = "", user: str = "", password: str = "", schema: str = ""
    ) -> Any:
        """A psycopg2 connection; every statement is committed by itself."""
        import psycopg2

        connection = psycopg2.connect(
            host="127.0.0.1", port=self.port, user=user or self.user,
            password=password or self.password, dbname=database or self.database,
            connect_timeout=30, options=f"-c search_path={schema},public" if schema else None,
        )
        connection.autocommit = True
        return connection

    def execute(self, statement: str, database: str = "") -> None:
        """One statement, as the server's administrator."""
        connection = self.connect(database)
        try:
            connection.cursor().execute(statement)
        finally:
            connection.close()

    def target(self, database: str, schema: str = SCHEMA, user: str = "") -> PostgisTarget:
        """Where a workspace is or shall be, for the administrator or another login."""
        return PostgisTarget(
            schema=schema, database=database, host="127.0.0.1", port=str(self.port),
            user=user or self.user,
        )

    @property
    def fast_copy(self) -> str:
        """How CREATE DATABASE clones fastest without fsync."""
        return "STRATEGY file_copy" if int(version() or 0) >= 15 else ""


def version() -> Optional[str]:
    """The newest PostgreSQL of this machine that has PostGIS and all that a test needs."""
    for folder in sorted(PROGRAMS.glob("*/bin"), key=lambda path: int(path.parent.name))[::-1]:
        number = folder.parent.name
        if (folder / "initdb").exists() and (
            EXTENSIONS / number / "extension" / "postgis.control"
        ).exists():
            return number
    return None


def why_not() -> Optional[str]:
    """Why no server can be started here, as a sentence; None when one can."""
    if version() is None:
        return "no PostgreSQL server with PostGIS is installed (make setup installs it on Debian)"
    if os.geteuid() == 0 and _account() is None:
        return "a PostgreSQL server refuses to run as root, and there is no user postgres"
    return None


def _account() -> Optional[pwd.struct_passwd]:
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return None


class Instance:
    """A server's folder and process. What is committed is safe from a kill of the process only
    where ``durable``; the tests' shared server rather is quick."""

    def __init__(self, folder: Path, durable: bool = False) -> None:
        self.server = Server(_free_port(), f"trygg_{secrets.token_hex(4)}",
                             secrets.token_urlsafe(18))  # fmt: skip
        self.folder = folder
        self._programs = PROGRAMS / str(version()) / "bin"
        self._data, self._log = folder / "data", folder / "log"
        self._settings = {
            "listen_addresses": "127.0.0.1", "port": self.server.port,
            "unix_socket_directories": "", "fsync": "off", "full_page_writes": "off",
            "synchronous_commit": "on" if durable else "off",
        }
        self._as_user: Dict[str, Any] = {"cwd": folder}
        secret = folder / "secret"
        secret.write_text(self.server.password + "\n")
        account = _account() if os.geteuid() == 0 else None
        if account is not None:
            for path in (folder, secret):
                os.chown(path, account.pw_uid, account.pw_gid)
            self._as_user.update(user=account.pw_uid, group=account.pw_gid, extra_groups=[])
        subprocess.run(
            [self._programs / "initdb", "-D", self._data, "-U", self.server.user,
             f"--pwfile={secret}", "-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8",
             "--no-sync"],
            check=True, capture_output=True, **self._as_user,
        )

    def start(self) -> None:
        """Start the server, again too, and wait until it answers.

        After a crash it starts no sooner than the last process of the old one has noticed.
        """
        until = time.monotonic() + _PATIENCE
        while True:
            with self._log.open("ab") as output:
                self.process = subprocess.Popen(
                    [self._programs / "postgres", "-D", self._data,
                     *(f"--{name}={value}" for name, value in self._settings.items())],
                    stdout=output, stderr=output, **self._as_user,
                )
            if self._answers(until):
                return
            if time.monotonic() > until:
                raise RuntimeError(f"PostgreSQL did not start:\n{self._log.read_text()}")
            time.sleep(0.2)

    def _answers(self, until: float) -> bool:
        """Wait until the server does; False when it has ended or the time is up."""
        import psycopg2

        while self.process.poll() is None and time.monotonic() < until:
            try:
                self.server.connect().close()
                return True
            except psycopg2.OperationalError:
                time.sleep(0.05)
        return False

    def kill(self) -> None:
        """End the server as a crash does: no goodbye to anyone."""
        self.process.kill()
        self.process.wait()

    def stop(self) -> None:
        """End it at once, with its connections."""
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()


@contextmanager
def running(durable: bool = False) -> Iterator[Server]:
    """Start a server with PostGIS in its database; stop and remove it afterwards."""
    with instance(durable) as started:
        yield started.server


@contextmanager
def instance(durable: bool = False) -> Iterator[Instance]:
    """The same, with the means to bring it down and up again."""
    # not in pytest's folder: that one is closed to the server's user
    folder = Path(tempfile.mkdtemp(prefix="trygg-postgis-"))
    try:
        made = Instance(folder, durable)
        made.start()
        try:
            made.server.execute("CREATE EXTENSION postgis")
            yield made
        finally:
            made.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    """Below those that the system gives to connections, which may come before the server does."""
    while True:
        port = 15_000 + secrets.randbelow(17_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
