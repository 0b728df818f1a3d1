"""A PostgreSQL server of the benchmark's own, with PostGIS and with the settings Debian ships.

Its data lie in ``/var/tmp`` (the server's user may not read a home folder) and are kept, since a
million incidents take minutes to make. It runs while a process of the benchmark needs it.
"""

from __future__ import annotations

import atexit
import os
import pwd
import shutil
import subprocess
from pathlib import Path
from typing import Any, Dict, List, Optional

from .places import cache

PORT = 54_329
USER = "trygg_bench"
_PROGRAMS = Path("/usr/lib/postgresql")
_FOLDER = Path(f"/var/tmp/trygg-bench-{os.getuid()}")  # nosec B108


def missing() -> Optional[str]:
    """Why no server can be started here, as a sentence; None when one can."""
    if _bin() is None:
        return "needs PostgreSQL with PostGIS (Debian: postgresql, postgis)"
    return None


def start() -> None:
    """See that the server runs; whoever started it stops it when the process ends."""
    data = _FOLDER / "data"
    if not data.exists():
        shutil.rmtree(_FOLDER, ignore_errors=True)
        _FOLDER.mkdir(mode=0o700)
        account = _account()
        if account is not None:
            os.chown(_FOLDER, account.pw_uid, account.pw_gid)
        _run(["initdb", "-D", str(data), "-U", USER, "-A", "trust", "-E", "UTF8",
              "--locale=C.UTF-8"])  # fmt: skip
    running = subprocess.run(
        [str(_bin() / "pg_ctl"), "-D", str(data), "status"], capture_output=True, check=False,
        **_as_server(),
    )  # fmt: skip
    if running.returncode == 0:
        return
    options = f"-p {PORT} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
    _run(["pg_ctl", "-D", str(data), "-l", str(_FOLDER / "log"), "-w", "-o", options, "start"])
    atexit.register(stop)


def stop() -> None:
    """End the server, and the connections to it."""
    _run(["pg_ctl", "-D", str(_FOLDER / "data"), "-m", "fast", "-w", "stop"])


def target(rows: int, edition: str) -> Any:
    """Where the workspace of so many incidents is or shall be; its database is there."""
    import psycopg2

    from trygg_plugin.data.postgis_target import PostgisTarget

    database = f"bench_{rows}"
    connection = psycopg2.connect(host="127.0.0.1", port=PORT, user=USER, dbname="postgres")
    connection.autocommit = True
    cursor = connection.cursor()
    cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", (database,))
    if cursor.fetchone() is None:
        cursor.execute(f'CREATE DATABASE "{database}"')
        with psycopg2.connect(
            host="127.0.0.1", port=PORT, user=USER, dbname=database
        ) as made, made.cursor() as own:
            own.execute("CREATE EXTENSION postgis")
    connection.close()
    return PostgisTarget(
        schema=f"arbetsyta_{edition}", database=database, host="127.0.0.1", port=str(PORT),
        user=USER,
    )


def _run(command: List[str]) -> None:
    program = str(_bin() / command[0])
    log = cache() / "log" / "postgis.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        subprocess.run(
            [program, *command[1:]], check=True, stdout=output, stderr=output, **_as_server()
        )


def _bin() -> Any:
    found = sorted(_PROGRAMS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


def _account() -> Optional[pwd.struct_passwd]:
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return None


def _as_server() -> Dict[str, Any]:
    account = _account()
    if account is None:
        return {"cwd": "/"}
    return {"cwd": "/", "user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
