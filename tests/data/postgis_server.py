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
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, Iterator, Optional

from trygg_plugin.data.postgis_target import PostgisTarget

#: The schema of the tests' workspaces.
SCHEMA = "falun"
PROGRAMS = Path("/usr/lib/postgresql")
EXTENSIONS = Path("/usr/share/postgresql")


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
            connect_timeout=5, options=f"-c search_path={schema},public" if schema else None,
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


@contextmanager
def running() -> Iterator[Server]:
    """Start a server with PostGIS in its database; stop and remove it afterwards."""
    programs = PROGRAMS / str(version()) / "bin"
    # not in pytest's folder: that one is closed to the server's user
    folder = Path(tempfile.mkdtemp(prefix="trygg-postgis-"))
    server = Server(_free_port(), f"trygg_{secrets.token_hex(4)}", secrets.token_urlsafe(18))
    secret, data, log = folder / "secret", folder / "data", folder / "log"
    secret.write_text(server.password + "\n")
    as_user: Dict[str, Any] = {"cwd": folder}
    account = _account() if os.geteuid() == 0 else None
    if account is not None:
        for path in (folder, secret):
            os.chown(path, account.pw_uid, account.pw_gid)
        as_user.update(user=account.pw_uid, group=account.pw_gid, extra_groups=[])
    try:
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", server.user, f"--pwfile={secret}",
             "-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
            check=True, capture_output=True, **as_user,
        )
        settings = {
            "listen_addresses": "127.0.0.1", "port": server.port, "unix_socket_directories": "",
            "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off",
        }
        with log.open("wb") as output:
            process = subprocess.Popen(
                [programs / "postgres", "-D", data,
                 *(f"--{name}={value}" for name, value in settings.items())],
                stdout=output, stderr=output, **as_user,
            )
        try:
            _wait(server, process, log)
            with server.connect() as connection, connection.cursor() as cursor:
                cursor.execute("CREATE EXTENSION postgis")
            yield server
        finally:
            process.send_signal(signal.SIGINT)  # ends it at once, with its connections
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: Server, process: subprocess.Popen, log: Path) -> None:
    import psycopg2

    until = time.monotonic() + 30
    while True:
        try:
            server.connect().close()
            return
        except psycopg2.OperationalError:
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text()}") from None
            time.sleep(0.05)
