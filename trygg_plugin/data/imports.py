"""What has been imported: each run, and which row of which source became which record.

A row is known by its source and its identity (see exchange/identity.py), so that the same
file imported twice adds nothing, and an overlapping one only what is new.
"""

from __future__ import annotations

from typing import Any, Iterable, List, Mapping, Sequence, Set, Tuple

from .transaction import Transaction

IMPORT = "trygg_import"
IMPORT_ROW = "trygg_import_row"

_RUN_COLUMNS = (
    "uuid",
    "source",
    "file_name",
    "at",
    "user",
    "arrival",
    "profile",
    "rows_read",
    "imported",
    "duplicates",
    "rejected",
)


def import_tables() -> List[str]:
    """Statements that make the tables, in words that every engine of ours knows."""
    return [
        f"CREATE TABLE {IMPORT} (uuid TEXT PRIMARY KEY NOT NULL, source TEXT NOT NULL, "
        'file_name TEXT, at TEXT NOT NULL, "user" TEXT NOT NULL, arrival TEXT NOT NULL, '
        "profile TEXT NOT NULL, rows_read INTEGER NOT NULL, imported INTEGER NOT NULL, "
        "duplicates INTEGER NOT NULL, rejected INTEGER NOT NULL)",
        f"CREATE TABLE {IMPORT_ROW} (source TEXT NOT NULL, identity TEXT NOT NULL, "
        "record_uuid TEXT NOT NULL, import_uuid TEXT NOT NULL, PRIMARY KEY (source, identity))",
    ]


def known_identities(transaction: Transaction, source: str) -> Set[str]:
    """Identities of the rows that this source has brought before."""
    cursor = transaction.connection.cursor()
    cursor.execute(
        transaction.sql(f"SELECT identity FROM {IMPORT_ROW} WHERE source = {{p}}"), (source,)
    )
    return {row[0] for row in cursor.fetchall()}


def remember_rows(
    transaction: Transaction, source: str, run: str, rows: Iterable[Tuple[str, str]]
) -> None:
    """Note (identity, record uuid) of imported rows."""
    statement = (
        f"INSERT INTO {IMPORT_ROW} (source, identity, record_uuid, import_uuid) "
        "VALUES ({p}, {p}, {p}, {p})"
    )
    parameters: Sequence[Sequence[Any]] = [
        (source, identity, record, run) for identity, record in rows
    ]
    transaction.connection.cursor().executemany(transaction.sql(statement), parameters)


def remember_run(transaction: Transaction, run: Mapping[str, Any]) -> None:
    """Note a finished import; ``run`` has the columns of the table of imports."""
    columns = ", ".join(f'"{key}"' for key in _RUN_COLUMNS)
    marks = ", ".join(["{p}"] * len(_RUN_COLUMNS))
    transaction.execute(
        IMPORT,
        f"INSERT INTO {IMPORT} ({columns}) VALUES ({marks})",
        [run[key] for key in _RUN_COLUMNS],
    )
