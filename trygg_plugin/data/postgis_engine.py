"""A schema in PostgreSQL/PostGIS as an engine: its connections, places, settings and errors."""

from __future__ import annotations

import math
import time
from contextlib import contextmanager, nullcontext
from datetime import date, datetime
from typing import Any, ContextManager, Iterator, List, Mapping, Optional, Sequence, Tuple

from qgis.core import QgsWkbTypes

from .engine import Engine, Migration
from .errors import BackupNeeded, BrokenRule, DataError
from .geometry import Envelope, multi, wkb_kind
from .postgis_connection import connect, driver
from .postgis_create import create_schema, exists, postgis_schema, srid_of
from .postgis_errors import CommitUnknown, explain_postgis
from .postgis_migration import PostgisMigration
from .postgis_rights import install_rights, owner_of
from .postgis_target import PROVIDER, PostgisTarget, dump_command, target_of_source
from .postgis_triggers import MODES, NOTE, SESSION
from .schema import GEOMETRY, HISTORY, KEY, META, STANDARD, Column, Schema, Table
from .sql_text import name, names

_KINDS = {"point": (1,), "line": (2, 5), "polygon": (3, 6), "any": (1, 2, 3, 4, 5, 6)}
#: Tenths of a second to wait until a broken transaction has ended on the server.
_ASK_AGAIN = 50
#: Rows of one INSERT: enough to forget the way to the server, few enough for its memory.
_PAGE = 1000


class PostgisEngine(Engine):
    """One schema of a database. ``srid`` is that of its places, ``path`` where PostGIS lives."""

    parameter = "%s"
    locking = " FOR UPDATE"

    def __init__(
        self, target: PostgisTarget, schema: Schema, srid: int = 0, path: str = "public"
    ) -> None:
        self.target = target
        self.schema = schema
        self.srid = srid
        self.path = path

    def __repr__(self) -> str:
        return f"PostgisEngine({self.source})"

    @property
    def source(self) -> str:
        return str(self.target)

    @property
    def place(self) -> str:
        return self.target.place

    def connect(self, *, read_only: bool = False) -> Any:
        try:
            return connect(
                self.target, path=f"{name(self.target.schema)}, {name(self.path)}",
                read_only=read_only,
            )  # fmt: skip
        except driver().Error as error:
            raise self.explain(error, "en") from error

    def begin(self, connection: Any) -> None:
        self._run(connection, "BEGIN")

    def role(self, connection: Any) -> Optional[str]:
        cursor = connection.cursor()
        function = f"{name(self.target.schema)}.trygg_role()"
        cursor.execute("SELECT to_regprocedure(%s) IS NOT NULL", (function,))
        if not cursor.fetchone()[0]:
            return None  # made without roles, by a login that owns it all
        cursor.execute(f"SELECT {function}")
        (role,) = cursor.fetchone()
        return str(role) if role else None

    def hold(self, connection: Any) -> None:
        cursor = connection.cursor()
        cursor.execute("SELECT trygg_may('moving')")
        if not cursor.fetchone()[0]:
            raise DataError(
                "Only an administrator of {place} may move it, since no one else sees all of it.",
                place=self.place,
            )
        tables = [*self.schema.tables, *self.schema.code_tables, META, STANDARD, HISTORY]
        self._run(connection, "BEGIN")
        self._run(connection, "SET LOCAL statement_timeout = 0")
        cursor.execute("SELECT to_regprocedure('trygg_hold()') IS NOT NULL")
        if cursor.fetchone()[0]:
            self._run(connection, "SELECT trygg_hold()")
        else:  # made without roles, by a login that owns it all
            self._run(connection, f"LOCK TABLE {names(tables)} IN SHARE MODE")

    def arrived(self, connection: Any) -> None:
        cursor = connection.cursor()
        keys = [(table, KEY) for table in (*self.schema.tables, *self.schema.code_tables)]
        for table, key in [*keys, (HISTORY, "id")]:
            cursor.execute(
                "SELECT setval(pg_get_serial_sequence(%s, %s), "  # nosec B608
                f"coalesce((SELECT max({name(key)}) FROM {name(table)}), 0) + 1, false)",
                (f"{name(self.target.schema)}.{name(table)}", key),
            )

    def commit(self, connection: Any) -> None:
        """A connection that breaks at this very moment leaves open what became of the transaction:
        the server is asked over a new one."""
        (row,) = self.query(connection, "SELECT pg_current_xact_id_if_assigned()::text AS xid")
        try:
            self._run(connection, "COMMIT")
        except driver().Error as error:
            if row["xid"] is None or not connection.closed or not self._committed(row["xid"]):
                raise error

    def _committed(self, xid: str) -> bool:
        try:
            connection = self.connect(read_only=True)
        except DataError as error:
            raise CommitUnknown(
                "The connection to the database of {place} broke while saving, and it cannot be "
                "asked whether the change was saved. Look for it before you repeat it.",
                place=self.place,
            ) from error
        try:
            for _ in range(_ASK_AGAIN):
                (row,) = self.query(connection, "SELECT pg_xact_status({p}::xid8) AS s", [xid])
                if row["s"] != "in progress":
                    return bool(row["s"] == "committed")
                time.sleep(0.1)  # the other end has not noticed yet
            return False
        finally:
            connection.close()

    def roll_back(self, connection: Any) -> None:
        idle = driver().extensions.TRANSACTION_STATUS_IDLE
        if not connection.closed and connection.info.transaction_status != idle:
            try:
                self._run(connection, "ROLLBACK")
            except driver().Error:
                connection.close()  # the server undoes what no one is connected to

    @contextmanager
    def creating(
        self, schema: Schema, crs: str, overwrite: bool = False
    ) -> Iterator[Tuple[Engine, Any]]:
        """One transaction: others see the schema when all of it is there."""
        if not self.target.schema:
            raise DataError("Name the schema that the workspace is to have.")
        connection = self.connect()
        try:
            if exists(connection, self.target.schema):
                raise DataError(
                    "The database already has a schema {schema}. Choose another name.",
                    schema=self.target.schema,
                )
            path = postgis_schema(connection)
            self.begin(connection)
            srid = create_schema(connection, self.target.schema, schema, crs)
            made = PostgisEngine(self.target, schema, srid, path)
            yield made, connection
            if owner_of(connection, self.target.schema) is not None:
                install_rights(connection, self.target.schema, schema)
            made.commit(connection)
        except driver().Error as error:
            raise self.explain(error, "en") from error
        finally:
            self.roll_back(connection)
            connection.close()

    def back_up(self, confirmed: bool = False) -> None:
        """The server's own program makes it, on the word of whoever runs it."""
        if not confirmed:
            connection = self.connect(read_only=True)
            try:
                owner = owner_of(connection, self.target.schema)
            finally:
                connection.close()
            raise BackupNeeded(
                "Make a backup of {place} first, and say that it is made. This command makes one: "
                "{command}",
                place=self.place, command=dump_command(self.target, owner),
            )  # fmt: skip

    @contextmanager
    def migrating(self, schema: Schema, crs: str) -> Iterator[Migration]:
        connection = self.connect()
        try:
            fitted = self.fitted(connection, schema)
            self.begin(connection)
            self._run(connection, "SET LOCAL statement_timeout = 0")
            owner = self._become_owner(connection)
            yield PostgisMigration(
                connection, self.target.schema, schema, fitted.srid or srid_of(
                    connection, fitted.path, crs
                ), fitted.path, owner,
            )  # fmt: skip
            self.commit(connection)
        except driver().Error as error:
            raise self.explain(error, "en") from error
        finally:
            self.roll_back(connection)
            connection.close()

    def _become_owner(self, connection: Any) -> Optional[str]:
        """Act as who owns the workspace; the role that does, where it is no login."""
        cursor = connection.cursor()
        cursor.execute(
            "SELECT pg_get_userbyid(nspowner), pg_has_role(current_user, nspowner, 'MEMBER') "
            "FROM pg_namespace WHERE nspname = %s",
            (self.target.schema,),
        )
        owner, may = cursor.fetchone()
        if not may:
            raise DataError(
                "Only who owns the workspace {place} may upgrade it. Log in as a member of the "
                "role {owner}.",
                place=self.place, owner=owner,
            )  # fmt: skip
        self._run(connection, f"SET LOCAL ROLE {name(owner)}")
        return owner_of(connection, self.target.schema)

    def recognises(self, connection: Any) -> bool:
        cursor = connection.cursor()
        tables = [f"{name(self.target.schema)}.{table}" for table in (META, STANDARD)]
        cursor.execute("SELECT to_regclass(%s) IS NOT NULL AND to_regclass(%s) IS NOT NULL", tables)
        return bool(cursor.fetchone()[0])

    def fitted(self, connection: Any, schema: Schema) -> PostgisEngine:
        cursor = connection.cursor()
        path = postgis_schema(connection)
        cursor.execute(
            f"SELECT srid FROM {name(path)}.geometry_columns WHERE f_table_schema = %s "  # nosec B608
            "AND f_table_name = ANY (%s) AND f_geometry_column = %s LIMIT 1",
            (self.target.schema, list(schema.tables), GEOMETRY),
        )
        row = cursor.fetchone()
        return PostgisEngine(self.target, schema, int(row[0]) if row else 0, path)

    def announce(
        self,
        connection: Any,
        mode: str,
        user: Optional[str],
        session: Optional[str],
        note: Optional[str],
    ) -> None:
        """``user`` is not told: on a server the login says who writes."""
        modes = "coalesce(nullif(current_setting(%s, true), ''), ',')"
        told = (
            f"SELECT set_config(%s, CASE WHEN strpos({modes}, %s) > 0 THEN current_setting(%s) "
            f"ELSE {modes} || %s END, true)"
        )
        settings: List[Any] = [MODES, MODES, f",{mode},", MODES, MODES, f"{mode},"]
        if mode == "writing":
            told += ", set_config(%s, %s, true), set_config(%s, %s, true)"
            settings += [SESSION, session or "", NOTE, note or ""]
        connection.cursor().execute(told, settings)

    def withdraw(self, connection: Any, mode: Optional[str] = None) -> None:
        failed = driver().extensions.TRANSACTION_STATUS_INERROR
        if connection.info.transaction_status == failed:
            return  # refused: the server takes no more statements, and forgets the mode
        if mode is not None:  # all of them end with the transaction
            connection.cursor().execute(
                "SELECT set_config(%s, replace(current_setting(%s), %s, ','), true)",
                (MODES, MODES, f",{mode},"),
            )

    def insert(
        self, connection: Any, into: str, marks: Sequence[str], rows: Sequence[Sequence[Any]]
    ) -> None:
        driver().extras.execute_values(
            connection.cursor(),
            f"{into} VALUES %s",
            rows,
            template=f"({', '.join(self.sql(mark) for mark in marks)})",
            page_size=_PAGE,
        )

    def stored_value(self, value: Any, column: Column, table: Table) -> Any:
        """PostgreSQL's own sentence on a value of another kind does not name the field."""
        if value is None or column.type in ("text", "stamp"):
            return value
        try:
            return _READ[column.type](value)
        except (TypeError, ValueError):
            raise BrokenRule("type", table.key, column.key) from None

    def stored_place(self, wkb: bytes, table: Table) -> Any:
        if wkb_kind(wkb) not in _KINDS[table.geometry]:
            raise BrokenRule("geometry", table.key, GEOMETRY)
        return driver().Binary(multi(wkb) if table.geometry in ("line", "polygon") else wkb)

    def place_parameter(self) -> str:
        return f"ST_GeomFromWKB(%s, {self.srid})"

    def place_column(self, column: str) -> str:
        return f"ST_AsBinary({column}, 'NDR')"

    def read_place(self, value: Any) -> Optional[bytes]:
        return None if value is None else bytes(value)

    def within_box(self, table: str) -> str:
        return (
            f"{name(table)}.{name(GEOMETRY)} && "
            f"ST_MakeEnvelope({{p}}, {{p}}, {{p}}, {{p}}, {self.srid})"
        )

    def time_part(self, part: str, column: str) -> str:
        word = "isodow" if part == "weekday" else part
        return f"extract({word} FROM {column})::int"

    def redact(
        self, connection: Any, run: str, rule: str, table: str, uuids: Sequence[str],
        keys: Sequence[str], *, user: str, note: str, noted: str,
    ) -> None:
        """``user`` is not told: on a server the login says who."""
        self.announce(connection, "disposing", None, None, None)
        connection.cursor().execute(
            "SELECT trygg_redact(%s, %s, %s, %s::text[], %s::text[], %s, %s)",
            (run, rule, table, list(uuids), list(keys), note, noted),
        )
        self.withdraw(connection, "disposing")

    def touched(self, connection: Any, extents: Mapping[str, Optional[Envelope]]) -> None:
        """Nothing: PostgreSQL keeps its own accounts."""

    def bulk(self, connection: Any, table: str) -> ContextManager[None]:
        connection.cursor().execute("SET LOCAL statement_timeout = 0")
        return nullcontext()

    def revive(self, connection: Any, table: str, uuid: str) -> None:
        """Nothing: a record that is marked as deleted never left the index."""

    def explain(self, error: Exception, language: str) -> DataError:
        return explain_postgis(error, self.schema, language, self.target.place)

    def layer_uri(
        self, table: str, geometry: Optional[str] = None, subset: str = ""
    ) -> Tuple[str, str]:
        uri = self.target.uri()
        held = self.schema.table(table).geometry if table in self.schema.tables else "none"
        kind = _SHOWN.get((held, geometry or held))
        uri.setDataSource(self.target.schema, table, GEOMETRY if kind else "", subset, KEY)
        # the key is known to be one; QGIS need not look
        uri.setParam("checkPrimaryKeyUnicity", "0")
        if kind is not None:
            uri.setSrid(str(self.srid))
            uri.setWkbType(kind)
        return str(uri.uri(False)), PROVIDER

    def table_of_source(self, source: str, provider: str) -> Optional[str]:
        if provider != PROVIDER:
            return None
        from qgis.core import QgsDataSourceUri

        target, table = target_of_source(source), QgsDataSourceUri(source).table()
        if target is None or target.same != self.target.same:
            return None
        return table if table in self.schema.tables else None

    def moment(self, connection: Any) -> str:
        (row,) = self.query(
            connection, "SELECT pg_current_snapshot()::text AS seen, clock_timestamp() AS at"
        )
        return f"{row['seen']}@{row['at'].isoformat()}"

    def since(self, moment: str) -> Tuple[str, List[Any]]:
        # Numbers of rows are no order of commits. A restored backup brings along the numbers of
        # another server's transactions: they are told by being ahead of this one's, or long ago.
        seen, _, at = moment.partition("@")
        return (
            "(xid >= pg_snapshot_xmin({p}::pg_snapshot)::text::bigint "
            "AND xid < pg_snapshot_xmax(pg_current_snapshot())::text::bigint "
            "AND NOT pg_visible_in_snapshot(xid::text::xid8, {p}::pg_snapshot) "
            "AND at > {p}::timestamptz - interval '1 day')",
            [seen, seen, at],
        )

    def declare_intents(
        self, table: str, session: str, user: str, bases: Mapping[str, int]
    ) -> None:
        self._alone(
            "SELECT trygg_declare(%s, %s, %s, %s::bigint[])",
            (table, session, list(bases), list(bases.values())),
        )

    def withdraw_intents(self, table: str, session: str) -> None:
        self._alone("SELECT trygg_withdraw(%s, %s)", (table, session))

    def parameters(self, values: Sequence[Any]) -> Any:
        return tuple(values) or None  # with no parameters, a % is just that

    def _alone(self, statement: str, parameters: Sequence[Any]) -> None:
        connection = self.connect()
        try:
            connection.cursor().execute(statement, parameters)
        except driver().Error as error:
            raise self.explain(error, "en") from error
        finally:
            connection.close()

    def _run(self, connection: Any, statement: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)


def _boolean(value: Any) -> bool:
    if value not in (0, 1):
        raise ValueError
    return bool(value)


def _integer(value: Any) -> int:
    if isinstance(value, bool) or int(value) != float(value):
        raise ValueError
    return int(value)


def _decimal(value: Any) -> float:
    if isinstance(value, (bool, str)) or not math.isfinite(float(value)):
        raise ValueError
    return float(value)


#: Readers of what values.py gave, which raise for a value of another kind.
_READ: Mapping[str, Any] = {
    "boolean": _boolean,
    "integer": _integer,
    "decimal": _decimal,
    "date": lambda value: date.fromisoformat(str(value)),
    "datetime": lambda value: datetime.fromisoformat(str(value)),
}
#: What a layer shows of a column: one of any kind is shown kind by kind, and QGIS opens all of
#: its records at once only as a table.
_SHOWN: Mapping[Tuple[str, str], Any] = {
    ("point", "point"): QgsWkbTypes.Type.Point,
    ("line", "line"): QgsWkbTypes.Type.MultiLineString,
    ("polygon", "polygon"): QgsWkbTypes.Type.MultiPolygon,
    ("any", "point"): QgsWkbTypes.Type.Point,
    ("any", "line"): QgsWkbTypes.Type.LineString,
    ("any", "polygon"): QgsWkbTypes.Type.Polygon,
}
