"""Connections to a GeoPackage that may write its spatial tables.

GDAL's spatial-index triggers call ``ST_IsEmpty`` and four more. Registering them
here lets one SQLite transaction write several tables with bound parameters, which OGR's
layers cannot; the file stays what every GDAL reads.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Optional, Union

from .errors import DataError
from .geometry import blob_envelope

#: Seconds to wait for another program's lock before giving up with a sentence.
TIMEOUT = 10.0


def connect(
    path: Union[str, Path], *, timeout: float = TIMEOUT, read_only: bool = False
) -> sqlite3.Connection:
    """An open connection in autocommit mode; transactions are begun by hand.

    Raises DataError when there is no such file: SQLite would make an empty one.
    """
    if not os.path.isfile(path):
        raise DataError("There is no file {path}.", path=str(path))
    connection = sqlite3.connect(
        str(path), timeout=timeout, isolation_level=None, check_same_thread=False
    )
    connection.row_factory = sqlite3.Row
    # SQLite's own 2 MB thrash as soon as random uuids are indexed by the ten thousand
    connection.execute("PRAGMA cache_size = -131072")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    _register(connection)
    return connection


def _register(connection: sqlite3.Connection) -> None:
    def register(name: str, function: object) -> None:
        connection.create_function(name, 1, function, deterministic=True)  # type: ignore[arg-type]

    register("ST_IsEmpty", _is_empty)
    for position, name in enumerate(("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")):
        register(name, _bound(position))


def _is_empty(blob: Optional[bytes]) -> Optional[int]:
    return None if blob is None else int(blob_envelope(blob) is None)


def _bound(position: int):  # type: ignore[no-untyped-def]
    def bound(blob: Optional[bytes]) -> Optional[float]:
        envelope = blob_envelope(blob)
        return None if envelope is None else envelope[position]

    return bound
