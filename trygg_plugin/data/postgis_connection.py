"""Connections to PostgreSQL: opened through what QGIS knows, with limits on waiting."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, QThread

from .errors import DataError
from .postgis_target import PostgisTarget
from .sql_text import text

#: Seconds to reach the server, and to wait for another's lock before giving up with a sentence.
CONNECT_TIMEOUT = 10
LOCK_TIMEOUT = 10
#: No question of ours takes longer, but for bulk work, which lifts it.
STATEMENT_TIMEOUT = 300

OLDEST = 130000

_TYPES: Any = None


def driver() -> Any:
    """psycopg2, which QGIS's installers bring; DataError where it is missing."""
    try:
        import psycopg2
        import psycopg2.extensions
        import psycopg2.extras
    except ImportError:
        raise DataError(
            "A workspace in PostgreSQL needs the Python package psycopg2. Install it with the "
            "OSGeo4W installer, or on Linux as the package python3-psycopg2, and restart QGIS."
        ) from None
    return psycopg2


def connect(target: PostgisTarget, *, path: str = "", read_only: bool = False) -> Any:
    """An open connection in autocommit mode; transactions are begun by hand.

    ``path`` is the search path. Raises what psycopg2 raises when the server does not let us in.
    """
    psycopg2 = driver()
    connection = _opened(psycopg2, target)
    connection.autocommit = True
    psycopg2.extensions.register_type(_numbers(psycopg2), connection)
    if connection.server_version < OLDEST:
        connection.close()
        raise DataError("The server of {place} is too old: PostgreSQL 13 or later is needed.",
                        place=target.place)  # fmt: skip
    settings = {
        "search_path": path,
        "lock_timeout": f"{LOCK_TIMEOUT}s",
        "statement_timeout": f"{STATEMENT_TIMEOUT}s",
        "TimeZone": "UTC",
        "client_min_messages": "warning",
        "default_transaction_read_only": "on" if read_only else "",
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT " + ", ".join(
                f"set_config({text(key)}, {text(value)}, false)"
                for key, value in settings.items() if value
            )
        )  # fmt: skip
    return connection


def _opened(psycopg2: Any, target: PostgisTarget) -> Any:
    more = {"connect_timeout": CONNECT_TIMEOUT, "application_name": "Trygg",
            "keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}  # fmt: skip
    try:
        return psycopg2.connect(target.secret(), **more)
    except psycopg2.ProgrammingError:
        # its text may quote what it could not read
        raise DataError("The connection to {place} is not written as PostgreSQL reads it.",
                        place=target.place) from None  # fmt: skip
    except psycopg2.OperationalError as error:
        if "password" not in str(error).lower() or not _may_ask():
            raise
        asked: Optional[str] = target.ask(str(error).strip())
        if asked is None:
            raise
        return psycopg2.connect(asked, **more)


def _may_ask() -> bool:
    application = QCoreApplication.instance()
    return application is not None and QThread.currentThread() == application.thread()


def _numbers(psycopg2: Any) -> Any:
    """Sums and means as whole numbers or floats, as SQLite gives them, not as Decimal."""
    global _TYPES
    if _TYPES is None:
        _TYPES = psycopg2.extensions.new_type(
            psycopg2.extensions.DECIMAL.values, "TRYGG_NUMBER", _number
        )
    return _TYPES


def _number(value: Optional[str], _cursor: Any) -> Any:
    if value is None:
        return None
    return int(value) if value.lstrip("-").isdigit() else float(value)
