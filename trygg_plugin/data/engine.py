"""What an engine must be able to do for transactions, workspaces and history to work on it.

GeoPackage is one, PostgreSQL/PostGIS the other (engines.py tells which a target asks for). All
that is written once above them (transaction.py, workspace.py, history.py, edit_guard.py, casework/)
speaks plain SQL with ``{p}`` where the engine's parameter mark goes. Yes and no, dates and times
are parameters, never literals: each engine has its own words for them.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, ContextManager, List, Mapping, Optional, Sequence, Tuple

from .errors import DataError
from .geometry import Envelope
from .schema import Column, Schema, Table


class Migration(ABC):
    """A workspace on its way to another schema, in a transaction of its own.

    Its methods are called in this order; what happens between them is told in migrations.py.
    """

    #: in the transaction
    connection: Any

    @abstractmethod
    def lift(self) -> None:
        """Keep everyone else out, and take away all rules: they are not for what follows."""

    @abstractmethod
    def shape(self) -> None:
        """Bring tables, columns, defaults and indexes to what a new workspace has.

        What the workspace has more stays, with its data.
        """

    @abstractmethod
    def lay(self) -> None:
        """Put the rules of a new workspace in place, and the rights where there are logins."""


class Engine(ABC):
    """One database and the words that it understands."""

    #: the parameter mark of the engine's driver
    parameter: str
    schema: Schema
    #: what a SELECT ends with so that no one else changes its rows before this transaction ends
    locking = ""

    @property
    @abstractmethod
    def source(self) -> str:
        """What names the database: a path, or a connection without a password."""

    @property
    def file(self) -> Optional[Path]:
        """The one file that holds everything, where there is one."""
        return None

    @property
    def place(self) -> str:
        """Where the database is, as people read it."""
        return self.source

    def role(self, connection: Any) -> Optional[str]:
        """What the login may do here (domain/rights.py); None where there are no logins."""
        return None

    @abstractmethod
    def connect(self, *, read_only: bool = False) -> Any:
        """An open DB-API connection whose transactions are begun by hand."""

    @abstractmethod
    def begin(self, connection: Any) -> None:
        """Begin a transaction that may write; WorkspaceLocked when another holds the lock."""

    @abstractmethod
    def hold(self, connection: Any) -> None:
        """Begin a transaction in which all can be read and no one else can write, for a move.

        DataError when this login may not see everything.
        """

    @abstractmethod
    def arrived(self, connection: Any) -> None:
        """Rows have come with keys of their own: number new ones from there on."""

    @abstractmethod
    def commit(self, connection: Any) -> None:
        """End the transaction, keeping what it wrote."""

    @abstractmethod
    def roll_back(self, connection: Any) -> None:
        """End the transaction, if there still is one, and undo what it wrote."""

    @abstractmethod
    def creating(
        self, schema: Schema, crs: str, overwrite: bool = False
    ) -> ContextManager[Tuple[Engine, Any]]:
        """Make an empty workspace: its engine, and a connection in a transaction, to fill it.

        It is there for others when the ``with`` ends well, and leaves nothing otherwise.
        DataError when something of that name is there already; a file may be written over.
        """

    @abstractmethod
    def back_up(self, confirmed: bool = False) -> Optional[Path]:
        """Keep what is there before it is rebuilt; gives the file, where it made one.

        Where it cannot, BackupNeeded with the command that does, unless the user has ``confirmed``.
        """

    @abstractmethod
    def migrating(self, schema: Schema, crs: str) -> ContextManager[Migration]:
        """Rebuild the workspace for ``schema``; as it was when the ``with`` ends with an error.

        DataError when this login may not.
        """

    @abstractmethod
    def recognises(self, connection: Any) -> bool:
        """Whether there is a workspace."""

    @abstractmethod
    def fitted(self, connection: Any, schema: Schema) -> Engine:
        """The same engine, knowing the schema of what it holds."""

    @abstractmethod
    def announce(
        self,
        connection: Any,
        mode: str,
        user: Optional[str],
        session: Optional[str],
        note: Optional[str],
    ) -> None:
        """Tell the triggers, for the rest of the transaction, who writes and in which mode."""

    @abstractmethod
    def withdraw(self, connection: Any, mode: Optional[str] = None) -> None:
        """End one mode, or all of them before the commit."""

    @abstractmethod
    def insert(
        self, connection: Any, into: str, marks: Sequence[str], rows: Sequence[Sequence[Any]]
    ) -> None:
        """Insert rows; ``into`` is ``INSERT INTO … (…)``, ``marks`` one of a parameter each."""

    def stored_value(self, value: Any, column: Column, table: Table) -> Any:
        """What values.py gave, as the engine's driver takes it."""
        return value

    @abstractmethod
    def stored_place(self, wkb: bytes, table: Table) -> Any:
        """A place as a parameter."""

    @abstractmethod
    def place_parameter(self) -> str:
        """The SQL that takes such a parameter."""

    @abstractmethod
    def place_column(self, column: str) -> str:
        """The SQL that reads a place."""

    @abstractmethod
    def read_place(self, value: Any) -> Optional[bytes]:
        """What :meth:`place_column` gave, as WKB."""

    @abstractmethod
    def within_box(self, table: str) -> str:
        """The condition, over an unaliased ``table``, that a place meets a box, asked of
        the spatial index.

        Its four marks take min x, min y, max x, max y in the workspace's CRS, in this order.
        """

    @abstractmethod
    def redact(
        self, connection: Any, run: str, rule: str, table: str, uuids: Sequence[str],
        keys: Sequence[str], *, user: str, note: str, noted: str,
    ) -> None:
        """Put a marker in place of the values of ``keys`` in the history of records, but for what
        they say now; and log that a rule did so in a run.

        Notes of history other than ``note`` become ``noted``, since people wrote them.
        """

    def forget(self) -> None:  # noqa: B027  (a server's own housekeeping does it)
        """Leave nothing in the database's files of values that no record holds any more.

        WorkspaceLocked when others keep them open.
        """

    @abstractmethod
    def touched(self, connection: Any, extents: Mapping[str, Optional[Envelope]]) -> None:
        """Note at the end of a transaction which tables changed and how far places reach."""

    @abstractmethod
    def bulk(self, connection: Any, table: str) -> ContextManager[None]:
        """Inserts of many rows into a table inside the ``with`` may put bookkeeping off."""

    @abstractmethod
    def revive(self, connection: Any, table: str, uuid: str) -> None:
        """Put a record that is no longer deleted back into the engine's spatial index."""

    @abstractmethod
    def explain(self, error: Exception, language: str) -> DataError:
        """The engine's error as a sentence."""

    @abstractmethod
    def layer_uri(
        self, table: str, geometry: Optional[str] = None, subset: str = ""
    ) -> Tuple[str, str]:
        """QGIS data source and provider key of a table, or of the rows that ``subset`` names."""

    @abstractmethod
    def table_of_source(self, source: str, provider: str) -> Optional[str]:
        """The table that a QGIS layer of this data source shows, if it is one of this database."""

    @abstractmethod
    def moment(self, connection: Any) -> str:
        """A mark in history: what is committed by now lies before it."""

    @abstractmethod
    def since(self, moment: str) -> Tuple[str, List[Any]]:
        """The condition on rows of history that were not committed at a moment yet."""

    @abstractmethod
    def declare_intents(
        self, table: str, session: str, user: str, bases: Mapping[str, int]
    ) -> None:
        """Say which versions of records the edits began with that QGIS is about to commit."""

    @abstractmethod
    def withdraw_intents(self, table: str, session: str) -> None:
        """Take them back."""

    @abstractmethod
    def time_part(self, part: str, column: str) -> str:
        """SQL of a whole number from a date or time: year, month, day, weekday (Monday is 1),
        hour."""

    def parameters(self, values: Sequence[Any]) -> Sequence[Any]:
        """Python values (texts, numbers, bool, date, datetime) as the driver takes them."""
        return tuple(values)

    def sql(self, statement: str) -> str:
        """A statement with the engine's parameter marks."""
        return statement.replace("{p}", self.parameter)

    def query(
        self, connection: Any, statement: str, parameters: Sequence[Any] = ()
    ) -> List[Mapping[str, Any]]:
        """All rows of a statement as mappings."""
        cursor = connection.cursor()
        cursor.execute(self.sql(statement), self.parameters(parameters))
        keys = [column[0] for column in cursor.description or ()]
        return [dict(zip(keys, row)) for row in cursor.fetchall()]
