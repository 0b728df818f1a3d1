"""What an engine must be able to do for transactions, workspaces and history to work on it.

GeoPackage is the first; PostgreSQL/PostGIS is a second class with these methods. All that
is written once above them (transaction.py, workspace.py, history.py) speaks plain SQL
with ``{p}`` where the engine's parameter mark goes.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, ContextManager, List, Mapping, Optional, Sequence, Tuple

from .errors import DataError
from .geometry import Envelope
from .schema import Schema


class Engine(ABC):
    """One database and the words that it understands."""

    #: the parameter mark of the engine's driver
    parameter: str
    schema: Schema

    @property
    @abstractmethod
    def source(self) -> str:
        """What names the database: a path, or a connection without a password."""

    @abstractmethod
    def connect(self, *, read_only: bool = False) -> Any:
        """An open DB-API connection whose transactions are begun by hand."""

    @abstractmethod
    def begin(self, connection: Any) -> None:
        """Begin a transaction that may write; WorkspaceLocked when another holds the lock."""

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
    def stored_place(self, wkb: bytes, geometry: str) -> Any:
        """A place as a parameter; ``geometry`` is what the table holds (point, line, …)."""

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
        """The condition, over an unaliased ``table``, that a place meets a box.

        Its four marks take min x, min y, max x, max y in the workspace's CRS, in this order.
        """

    @abstractmethod
    def within_box(self, table: str) -> str:
        """A condition on a table's rows whose place meets a box: one mark each for the box's
        min x, min y, max x, max y, answered from the spatial index."""

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
    def layer_uri(self, table: str, geometry: Optional[str] = None) -> Tuple[str, str]:
        """QGIS data source and provider key of a table."""

    def sql(self, statement: str) -> str:
        """A statement with the engine's parameter marks."""
        return statement.replace("{p}", self.parameter)

    def query(
        self, connection: Any, statement: str, parameters: Sequence[Any] = ()
    ) -> List[Mapping[str, Any]]:
        """All rows of a statement as mappings."""
        cursor = connection.cursor()
        cursor.execute(self.sql(statement), tuple(parameters))
        keys = [column[0] for column in cursor.description or ()]
        return [dict(zip(keys, row)) for row in cursor.fetchall()]
