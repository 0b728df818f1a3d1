"""One user action on several tables as one database transaction.

QGIS commits each layer on its own; a panel action that writes an incident, its problem and a
note must be all or nothing. Nothing here touches a layer: the caller reloads them.
"""

from __future__ import annotations

import uuid as uuids
from contextlib import ExitStack
from datetime import datetime, timezone
from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Sequence, Set, Tuple

from .engine import Engine
from .errors import BrokenRule, DataError
from .geometry import Envelope, wkb_envelope, wkb_of
from .records import Record, read_records, table_of
from .refusals import overtaken
from .schema import GEOMETRY, STAMPS, Column, Table
from .sql_text import name, names
from .values import stamp, to_stored

#: Given as ``geometry`` to leave a record's place as it is.
KEEP: Any = object()

#: Asked before a record is written: raises when the user has unsaved edits on it.
Guard = Callable[[str, str], None]

_BATCH = 2000


class Transaction:
    """Use as a context manager: commits at the end, rolls back when anything is raised.

    ``user`` is who history shall name; ``session`` tells this program's writes from others'.
    ``importing`` lets records begin in the states in which an import may arrive.
    With ``connection`` it is part of a transaction that runs there, and that its owner ends.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        user: Optional[str] = None,
        session: Optional[str] = None,
        note: Optional[str] = None,
        importing: bool = False,
        language: str = "en",
        guards: Sequence[Guard] = (),
        connection: Any = None,
    ) -> None:
        self._engine = engine
        self._user = user
        self._session = session
        self._note = note
        self._importing = importing
        self._language = language
        self._guards = guards
        self._extents: Dict[str, Optional[Envelope]] = {}
        self._connection: Any = connection
        self._joined = connection is not None

    @property
    def connection(self) -> Any:
        """The connection of the running transaction, for reads and for other parts of data/."""
        return self._connection

    def sql(self, statement: str) -> str:
        """A statement with the engine's parameter marks in place of ``{p}``."""
        return self._engine.sql(statement)

    @property
    def tables(self) -> Set[str]:
        """The tables written so far."""
        return set(self._extents)

    def __enter__(self) -> Transaction:
        try:
            if not self._joined:
                self._connection = self._engine.connect()
                self._engine.begin(self._connection)
            self._engine.announce(
                self._connection, "writing", self._user, self._session, self._note
            )
            if self._importing:
                self._engine.announce(self._connection, "importing", None, None, None)
        except Exception as error:
            self._close()
            raise self._told(error) from error
        return self

    def __exit__(self, kind: Any, error: Optional[BaseException], trace: Any) -> None:
        try:
            if error is None:
                self._engine.withdraw(self._connection)
                self._engine.touched(self._connection, self._extents)
                if not self._joined:
                    self._engine.commit(self._connection)
            elif not self._joined:
                self._engine.roll_back(self._connection)
        except Exception as failure:
            if not self._joined:
                self._engine.roll_back(self._connection)
            raise self._told(failure) from failure
        finally:
            self._close()

    def get(self, table: str, uuid: str, *, deleted: bool = False) -> Record:
        """A record; DataError when there is none."""
        found = read_records(
            self._engine, self._connection, table, "uuid = {p}", [uuid], deleted=deleted
        )
        if not found:
            raise DataError("The record {uuid} in {table} does not exist.", uuid=uuid, table=table)
        return found[0]

    def rows(
        self, table: str, where: str = "", parameters: Sequence[Any] = (), *, deleted: bool = False
    ) -> List[Record]:
        """Records of a table; ``where`` is SQL with ``{p}`` for each parameter."""
        return read_records(
            self._engine, self._connection, table, where, parameters, deleted=deleted
        )

    def insert(
        self,
        table: str,
        values: Mapping[str, Any],
        *,
        geometry: Any = None,
        uuid: Optional[str] = None,
    ) -> str:
        """Add a record and return its uuid. Fields left out get the table's defaults."""
        described = table_of(self._engine, table)
        made = uuid or str(uuids.uuid4())
        columns, stored = self._stored(described, values)
        self._insert_rows(described, columns, [(made, stored, geometry)])
        return made

    def insert_many(
        self,
        table: str,
        columns: Sequence[str],
        rows: Iterable[Sequence[Any]],
        *,
        geometries: Optional[Iterable[Any]] = None,
        identifiers: Optional[Iterable[str]] = None,
        progress: Optional[Callable[[int], None]] = None,
    ) -> int:
        """Add many records of the same columns; returns how many.

        ``geometries`` and ``identifiers`` (uuids) run beside ``rows``. ``progress`` is called
        with the number written so far and cancels by raising.
        """
        described = table_of(self._engine, table)
        kinds = [self._column(described, key) for key in columns]
        places = iter(geometries) if geometries is not None else None
        given = iter(identifiers) if identifiers is not None else None
        written = 0
        batch: List[Tuple[str, List[Any], Any]] = []
        with ExitStack() as bulk:
            for row in rows:
                stored = [self._value(value, kind, described) for value, kind in zip(row, kinds)]
                place = next(places) if places is not None else None
                batch.append((next(given) if given else str(uuids.uuid4()), stored, place))
                if len(batch) == _BATCH:
                    if not written:
                        bulk.enter_context(self._engine.bulk(self._connection, table))
                    self._insert_rows(described, columns, batch)
                    written += len(batch)
                    batch.clear()
                    if progress is not None:
                        progress(written)
            if batch:
                self._insert_rows(described, columns, batch)
                written += len(batch)
                if progress is not None:
                    progress(written)
        return written

    def update(
        self,
        table: str,
        uuid: str,
        values: Mapping[str, Any],
        *,
        geometry: Any = KEEP,
        base_version: Optional[int] = None,
        note: Optional[str] = None,
    ) -> None:
        """Change fields of a record.

        With ``base_version``, the version the user saw, the change is refused when
        someone else has changed the record since.
        """
        described = table_of(self._engine, table)
        self._may_write(table, uuid)
        columns, stored = self._stored(described, values)
        assignments = [f"{name(key)} = {{p}}" for key in columns]
        if geometry is not KEEP:
            assignments.append(f"{name(GEOMETRY)} = {self._engine.place_parameter()}")
            stored.append(self._place(described, geometry))
        if not assignments:
            return
        self._meet_version(table, uuid, base_version)
        self._noted(note)
        self._execute(
            f"UPDATE {name(table)} SET {', '.join(assignments)} WHERE uuid = {{p}}",  # nosec B608
            [*stored, uuid],
        )
        self._extents.setdefault(table, None)

    def change_state(
        self,
        table: str,
        uuid: str,
        state: str,
        values: Optional[Mapping[str, Any]] = None,
        *,
        base_version: Optional[int] = None,
        note: Optional[str] = None,
    ) -> None:
        """Move a record to another state, with fields that go with it; the note is kept."""
        described = table_of(self._engine, table)
        if described.state_field is None:
            raise DataError("Records of {table} have no state.", table=table)
        self.update(
            table,
            uuid,
            {**(values or {}), described.state_field: state},
            base_version=base_version,
            note=note,
        )

    def delete(
        self,
        table: str,
        uuid: str,
        *,
        base_version: Optional[int] = None,
        note: Optional[str] = None,
    ) -> None:
        """Mark a record as deleted; it stays in history and can be restored."""
        table_of(self._engine, table)
        self._may_write(table, uuid)
        self._meet_version(table, uuid, base_version)
        self._noted(note)
        self._execute(f"DELETE FROM {name(table)} WHERE uuid = {{p}}", [uuid])  # nosec B608
        self._extents.setdefault(table, None)

    def restore(
        self,
        table: str,
        uuid: str,
        values: Mapping[str, Any],
        geometry: Any,
        *,
        note: Optional[str] = None,
    ) -> None:
        """Give a record, deleted or not, the values of an earlier version.

        Goes past the rules of transition, since it sets things right; history logs it as
        ``restore``.
        """
        described = table_of(self._engine, table)
        self._may_write(table, uuid)
        self.get(table, uuid, deleted=True)
        columns, stored = self._stored(described, values)
        assignments = [f"{name(key)} = {{p}}" for key in columns] + ["deleted_at = NULL"]
        if described.geometry != "none" and geometry is not KEEP:
            assignments.insert(len(columns), f"{name(GEOMETRY)} = {self._engine.place_parameter()}")
            stored.append(self._place(described, geometry))
        self._noted(note)
        self._engine.announce(self._connection, "restoring", None, None, None)
        try:
            self._execute(
                f"UPDATE {name(table)} SET {', '.join(assignments)} WHERE uuid = {{p}}",  # nosec B608
                [*stored, uuid],
            )
        finally:
            self._engine.withdraw(self._connection, "restoring")
        self._engine.revive(self._connection, table, uuid)
        self._extents.setdefault(table, None)

    def dispose(
        self,
        table: str,
        uuid: str,
        values: Mapping[str, Any],
        *,
        geometry: Any = KEEP,
    ) -> None:
        """Put ``values`` in place of what is disposed of in a record, deleted, frozen or not.

        History logs it as an update, with the old values: :meth:`Engine.redact` takes them there.
        """
        described = table_of(self._engine, table)
        self._may_write(table, uuid)
        columns, stored = self._stored(described, values)
        assignments = [f"{name(key)} = {{p}}" for key in columns]
        if geometry is not KEEP:
            assignments.append(f"{name(GEOMETRY)} = {self._engine.place_parameter()}")
            stored.append(self._place(described, geometry))
        if not assignments:
            return
        self._engine.announce(self._connection, "disposing", None, None, None)
        try:
            self._execute(
                f"UPDATE {name(table)} SET {', '.join(assignments)} WHERE uuid = {{p}}",  # nosec B608
                [*stored, uuid],
            )
        finally:
            self._engine.withdraw(self._connection, "disposing")
        self._extents.setdefault(table, None)

    def execute(self, table: str, statement: str, parameters: Sequence[Any] = ()) -> None:
        """Run a statement of ours that writes ``table`` (a code table or a system table)."""
        self._execute(statement, parameters)
        self._extents.setdefault(table, None)

    def _insert_rows(
        self, table: Table, columns: Sequence[str], rows: Sequence[Tuple[str, List[Any], Any]]
    ) -> None:
        spatial = table.geometry != "none"
        keys = [
            "uuid",
            "version",
            "created_at",
            "created_by",
            *columns,
            *([GEOMETRY] if spatial else []),
        ]
        marks = ["{p}"] * (4 + len(columns)) + ([self._engine.place_parameter()] if spatial else [])
        now = stamp(datetime.now(timezone.utc))
        parameters = []
        for made, stored, geometry in rows:
            line = [made, 1, now, self._user or "unknown", *stored]
            if spatial:
                line.append(self._place(table, geometry))
            elif geometry is not None:
                self._place(table, geometry)
            parameters.append(line)
        try:
            into = f"INSERT INTO {name(table.key)} ({names(keys)})"
            self._engine.insert(self._connection, into, marks, parameters)
        except Exception as error:
            raise self._told(error) from error
        self._extents.setdefault(table.key, None)

    def _stored(self, table: Table, values: Mapping[str, Any]) -> Tuple[List[str], List[Any]]:
        kinds = {key: self._column(table, key) for key in values}
        return list(kinds), [self._value(values[key], kinds[key], table) for key in kinds]

    def _value(self, value: Any, column: Column, table: Table) -> Any:
        try:
            return self._engine.stored_value(to_stored(value, column), column, table)
        except BrokenRule as error:
            raise self._told(error) from error

    def _column(self, table: Table, key: str) -> Any:
        if key in STAMPS or key not in table.fields:
            raise DataError("{table} has no field {field}.", table=table.key, field=key)
        return table.column(key)

    def _place(self, table: Table, geometry: Any) -> Any:
        wkb = wkb_of(geometry)
        if wkb is None:
            return None
        if table.geometry == "none":
            raise DataError("Records of {table} have no place.", table=table.key)
        self._reach(table.key, wkb)
        try:
            return self._engine.stored_place(wkb, table)
        except BrokenRule as error:
            raise self._told(error) from error

    def _reach(self, table: str, wkb: bytes) -> None:
        envelope = wkb_envelope(wkb)
        known = self._extents.get(table)
        if envelope is None:
            return
        if known is None:
            self._extents[table] = envelope
            return
        self._extents[table] = (
            min(known[0], envelope[0]),
            max(known[1], envelope[1]),
            min(known[2], envelope[2]),
            max(known[3], envelope[3]),
        )

    def _may_write(self, table: str, uuid: str) -> None:
        for guard in self._guards:
            guard(table, uuid)

    def _meet_version(self, table: str, uuid: str, base_version: Optional[int]) -> None:
        if base_version is None:
            current = self.get(table, uuid, deleted=True)
        else:
            current = self._locked(table, uuid)
        if current.deleted_at is None and base_version in (None, current.version):
            return
        raise overtaken(table, current, self._language)

    def _locked(self, table: str, uuid: str) -> Record:
        """The record, which no one else changes before this transaction has ended."""
        try:
            found = read_records(
                self._engine, self._connection, table, "uuid = {p}", [uuid], deleted=True,
                locking=self._engine.locking,
            )  # fmt: skip
        except Exception as error:
            raise self._told(error) from error
        if not found:
            self.get(table, uuid, deleted=True)
            raise DataError("Your login may see this record but not change it.")
        return found[0]

    def _noted(self, note: Optional[str]) -> None:
        if note is not None:
            self._engine.announce(self._connection, "writing", self._user, self._session, note)
        elif self._note is None:
            self._engine.announce(self._connection, "writing", self._user, self._session, None)

    def _execute(self, statement: str, parameters: Sequence[Any]) -> None:
        try:
            self._connection.cursor().execute(
                self._engine.sql(statement), self._engine.parameters(parameters)
            )
        except Exception as error:
            raise self._told(error) from error

    def _told(self, error: Exception) -> DataError:
        return self._engine.explain(error, self._language)

    def _close(self) -> None:
        if self._connection is not None and not self._joined:
            self._connection.close()
            self._connection = None
