"""A workspace: the municipality's records in one database, whichever engine holds it."""

from __future__ import annotations

import re
import threading
import uuid as uuids
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import (
    Any,
    Callable,
    Dict,
    Iterable,
    Iterator,
    List,
    Mapping,
    Optional,
    Sequence,
    Set,
    Tuple,
)

from ..domain.record_types import Code, CodeList, Standard
from .engine import Engine
from .engines import Target, engine_of
from .errors import DataError
from .history import Change, Version, last_change, read_history, version_after
from .records import Record, read_records
from .schema import (
    META,
    SCHEMA_VERSION,
    STANDARD,
    Schema,
    build_schema,
    code_table_name,
)
from .sql_text import name, names
from .standard_text import standard_from_text, standard_to_text
from .transaction import KEEP, Guard, Transaction

AreaInput = Tuple[Mapping[str, Any], Any]
"""Values of an area record and its polygon (WKB or QgsGeometry) in the workspace's CRS."""


class Workspace:
    """Records, code lists, history and settings of one municipality.

    Opened with :func:`open_workspace` or made with :func:`create_workspace`. Holds no
    connection between calls, so that it never locks the database while the user thinks.
    """

    def __init__(self, engine: Engine, standard: Standard, meta: Mapping[str, str]) -> None:
        self.engine = engine
        self.meta: Dict[str, str] = dict(meta)
        #: tells this program's writes from those of others
        self.session = str(uuids.uuid4())
        #: called with the names of the tables that a transaction has written
        self.listeners: List[Callable[[Set[str]], None]] = []
        #: asked before a record is written; edit_guard.py adds itself
        self.guards: List[Guard] = []
        #: what the login may do (domain/rights.py), asked once; None where there are no logins
        self.role: Optional[str] = None
        self._standard = standard
        self._local = threading.local()

    @property
    def standard(self) -> Standard:
        """The standard of this workspace, with the codes that the coordinator has added."""
        return self._standard

    @property
    def schema(self) -> Schema:
        return self.engine.schema

    @property
    def source(self) -> str:
        """What names the workspace, and opens it: a path, or a connection without a password."""
        return self.engine.source

    @property
    def place(self) -> str:
        """Where the workspace is, as people read it."""
        return self.engine.place

    @property
    def file(self) -> Optional[Path]:
        """The GeoPackage file; None for a workspace on a server."""
        return self.engine.file

    @property
    def path(self) -> Path:
        """The GeoPackage file; DataError for a workspace on a server."""
        if self.file is None:
            raise DataError("This can only be done with a workspace that is a file.")
        return self.file

    @property
    def language(self) -> str:
        return self.meta.get("language", "sv")

    @property
    def municipality_code(self) -> str:
        return self.meta.get("municipality_code", "")

    @property
    def municipality_name(self) -> str:
        return self.meta.get("municipality_name", "")

    @property
    def crs(self) -> str:
        """The CRS of all places, such as ``EPSG:3006``."""
        return self.meta.get("crs", "EPSG:3006")

    def layer_uri(
        self, table: str, geometry: Optional[str] = None, subset: str = ""
    ) -> Tuple[str, str]:
        """Data source and provider key for a QgsVectorLayer of a table or code table.

        ``geometry`` (point, line, polygon) picks one kind from a table that holds any.
        ``subset`` is a condition, such as :meth:`layer_subset`, which leaves deleted records out.
        """
        return self.engine.layer_uri(table, geometry, subset)

    def layer_subset(self, table: str) -> str:
        """The subset string that hides deleted records; empty for code tables."""
        return '"deleted_at" IS NULL' if table in self.schema.tables else ""

    def transaction(
        self, user: Optional[str] = None, *, note: Optional[str] = None, importing: bool = False
    ) -> Transaction:
        """A database transaction over any of the tables, for ``with``.

        ``user`` is who history shall name. ``importing`` lets records begin in the states
        in which an import may arrive.
        """
        return _Announced(
            self,
            self.engine,
            user=user,
            session=self.session,
            note=note,
            importing=importing,
            language=self.language,
            guards=self.guards,
        )

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """Let all reads inside the ``with`` share one connection, in this thread.

        Opening one costs some 20 ms, since SQLite reads all triggers: worth it for a
        panel that asks ten questions, and given back before the user thinks.
        """
        open_one = getattr(self._local, "connection", None)
        if open_one is not None:
            yield open_one
            return
        self._local.connection = self.engine.connect(read_only=True)
        try:
            yield self._local.connection
        finally:
            self._local.connection.close()
            self._local.connection = None

    def get(self, table: str, uuid: str, *, deleted: bool = False) -> Record:
        """A record; DataError when there is none."""
        found = self.rows(table, "uuid = {p}", [uuid], deleted=deleted)
        if not found:
            raise DataError("The record {uuid} in {table} does not exist.", uuid=uuid, table=table)
        return found[0]

    def rows(
        self, table: str, where: str = "", parameters: Sequence[Any] = (), *, deleted: bool = False
    ) -> List[Record]:
        """Records of a table; ``where`` is SQL of ours with ``{p}`` for each parameter."""
        return self._read(
            lambda connection: read_records(
                self.engine, connection, table, where, parameters, deleted=deleted
            )
        )

    def query(self, statement: str, parameters: Sequence[Any] = ()) -> List[Mapping[str, Any]]:
        """Rows of a SELECT of ours, for counts and lists, with stored values."""
        return self._read(lambda connection: self.engine.query(connection, statement, parameters))

    def insert(
        self,
        table: str,
        values: Mapping[str, Any],
        *,
        geometry: Any = None,
        user: Optional[str] = None,
    ) -> str:
        """Add one record in a transaction of its own; returns its uuid."""
        with self.transaction(user) as transaction:
            return transaction.insert(table, values, geometry=geometry)

    def update(
        self,
        table: str,
        uuid: str,
        values: Mapping[str, Any],
        *,
        geometry: Any = KEEP,
        base_version: Optional[int] = None,
        user: Optional[str] = None,
    ) -> None:
        """Change one record in a transaction of its own."""
        with self.transaction(user) as transaction:
            transaction.update(table, uuid, values, geometry=geometry, base_version=base_version)

    def delete(
        self,
        table: str,
        uuid: str,
        *,
        base_version: Optional[int] = None,
        user: Optional[str] = None,
    ) -> None:
        """Mark one record as deleted in a transaction of its own."""
        with self.transaction(user) as transaction:
            transaction.delete(table, uuid, base_version=base_version)

    def change_state(
        self,
        table: str,
        uuid: str,
        state: str,
        values: Optional[Mapping[str, Any]] = None,
        *,
        base_version: Optional[int] = None,
        user: Optional[str] = None,
        note: Optional[str] = None,
    ) -> None:
        """Move one record to another state in a transaction of its own."""
        with self.transaction(user) as transaction:
            transaction.change_state(
                table, uuid, state, values, base_version=base_version, note=note
            )

    def history(
        self,
        uuid: Optional[str] = None,
        *,
        table: Optional[str] = None,
        after: Optional[int] = None,
        before: Optional[int] = None,
        limit: Optional[int] = None,
        newest_first: bool = False,
        since: Optional[str] = None,
    ) -> List[Change]:
        """Changes, oldest first: of one record, of one table, or of all.

        ``after`` and ``before`` are ids of changes, for reading a long history in pages.
        ``since`` is a :meth:`moment`: several write at once on a server, and what was committed
        after it may have lower ids than what came before.
        """
        return self._read(
            lambda connection: read_history(
                self.engine, connection, uuid, table=table, after=after, before=before,
                limit=limit, newest_first=newest_first, since=since,
            )
        )  # fmt: skip

    def moment(self) -> str:
        """A mark in history, for :meth:`history`: what others commit from now on is after it."""
        return str(self._read(self.engine.moment))

    def last_change(self) -> int:
        """The id of the newest row of history."""
        return self._read(lambda connection: last_change(self.engine, connection))

    def version_after(self, change: Change) -> Version:
        """What a record said after a change."""
        return self._read(lambda connection: version_after(self.engine, connection, change))

    def restore(
        self, change: Change, *, user: Optional[str] = None, note: Optional[str] = None
    ) -> None:
        """Give a record, deleted or not, what it said after ``change``.

        For a delete, that is what it said before. Logged in history as ``restore``.
        """
        version = self.version_after(change)
        with self.transaction(user) as transaction:
            transaction.restore(
                change.table, change.uuid, version.values,
                KEEP if version.place_disposed else version.geometry, note=note,
            )  # fmt: skip

    def add_code(
        self,
        codelist: str,
        key: str,
        label: Mapping[str, str],
        *,
        parent: Optional[str] = None,
        colour: Optional[str] = None,
        extra: Optional[Mapping[str, str]] = None,
        user: Optional[str] = None,
    ) -> None:
        """Extend a code list, as the coordinator may; the key is never changed afterwards."""
        self.reload()  # another session may have added the same one
        known = self._codelist(codelist)
        if re.fullmatch(r"[a-z0-9_]+", key) is None:
            raise DataError(
                "The key {key} may only hold the letters a to z, digits and underscores.", key=key
            )
        if any(code.key == key for code in known.codes):
            raise DataError("The code list {list} already has {key}.", list=codelist, key=key)
        if known.parent_list and parent not in [
            code.key for code in self._codelist(known.parent_list).codes
        ]:
            raise DataError(
                "A code of {list} needs a parent from {parent_list}.",
                list=codelist,
                parent_list=known.parent_list,
            )
        values: Dict[str, Any] = {
            "code": key,
            "parent": parent,
            "label_sv": label["sv"],
            "label_en": label["en"],
            "colour": colour,
            "sort_order": len(known.codes) + 1,
            "retired": False,
            **{k: v for k, v in (extra or {}).items() if k in known.extra_columns},
        }
        table = code_table_name(codelist)
        marks = ", ".join(["{p}"] * len(values))
        self._write_codes(
            table, f"INSERT INTO {name(table)} ({names(values)}) VALUES ({marks})",  # nosec B608
            list(values.values()), user,
        )  # fmt: skip

    def retire_code(
        self, codelist: str, key: str, retired: bool = True, *, user: Optional[str] = None
    ) -> None:
        """Take a code out of use, or back into it; old records keep it either way."""
        self.reload()  # another session may have added it
        if all(code.key != key for code in self._codelist(codelist).codes):
            raise DataError("The code list {list} has no {key}.", list=codelist, key=key)
        table = code_table_name(codelist)
        self._write_codes(
            table,
            f"UPDATE {name(table)} SET retired = {{p}} WHERE code = {{p}}",  # nosec B608
            [retired, key],
            user,
        )

    def set_meta(self, key: str, value: Optional[str]) -> None:
        """Store a setting of the workspace, such as the path of its logo; None removes it."""
        with self.transaction() as transaction:
            transaction.execute(META, f"DELETE FROM {META} WHERE key = {{p}}", [key])  # nosec B608
            if value is not None:
                transaction.execute(
                    META,
                    f"INSERT INTO {META} (key, value) VALUES ({{p}}, {{p}})",  # nosec B608
                    [key, value],
                )
        if value is None:
            self.meta.pop(key, None)
        else:
            self.meta[key] = value

    def reload(self) -> None:
        """Read settings and code lists again, after another program may have changed them."""
        self.meta = self._read(lambda connection: _meta(self.engine, connection))
        self._standard = self._read(
            lambda connection: _with_codes(self.engine, connection, self._standard)
        )

    def _codelist(self, key: str) -> CodeList:
        try:
            return self._standard.codelists[key]
        except KeyError:
            raise DataError("The workspace has no code list {list}.", list=key) from None

    def _write_codes(
        self, table: str, statement: str, parameters: Sequence[Any], user: Optional[str]
    ) -> None:
        with self.transaction(user) as transaction:
            transaction.execute(table, statement, parameters)
        self.reload()

    def _read(self, question: Callable[[Any], Any]) -> Any:
        with self.reading() as connection:
            try:
                return question(connection)
            except DataError:
                raise
            except Exception as error:
                raise self.engine.explain(error, self.language) from error


class _Announced(Transaction):
    """A transaction that tells the workspace's listeners what it has written."""

    def __init__(self, workspace: Workspace, engine: Engine, **settings: Any) -> None:
        super().__init__(engine, **settings)
        self._workspace = workspace

    def __exit__(self, kind: Any, error: Optional[BaseException], trace: Any) -> None:
        super().__exit__(kind, error, trace)
        if error is None and self.tables:
            for listener in list(self._workspace.listeners):
                listener(self.tables)


def create_workspace(
    target: Target,
    standard: Standard,
    *,
    language: str = "sv",
    municipality_code: str = "",
    municipality_name: str = "",
    crs: str = "EPSG:3006",
    areas: Optional[Iterable[AreaInput]] = None,
    settings: Optional[Mapping[str, str]] = None,
    user: Optional[str] = None,
    overwrite: bool = False,
) -> Workspace:
    """Make a workspace at ``target`` (a GeoPackage's path or a PostgisTarget) and open it.

    ``areas`` are (values, polygon) of area records in the workspace's CRS, ``settings`` more
    entries of its settings (see :meth:`Workspace.set_meta`). The workspace is there for others
    only when it is complete; an existing file is left alone unless ``overwrite``, an existing
    schema always. Raises DataError with a sentence.
    """
    engine = engine_of(target)
    meta = {
        "schema_version": str(SCHEMA_VERSION),
        "standard_version": standard.version,
        "workspace_id": str(uuids.uuid4()),
        "language": language,
        "municipality_code": municipality_code,
        "municipality_name": municipality_name,
        "crs": crs,
        **(settings or {}),
    }
    with ExitStack() as making:
        schema = build_schema(standard)
        made, connection = making.enter_context(engine.creating(schema, crs, overwrite))
        transaction = making.enter_context(Transaction(made, user=user, connection=connection))
        _fill(transaction, meta, standard, areas or ())
    return open_workspace(target)


def open_workspace(target: Target) -> Workspace:
    """Open a workspace; DataError with a sentence when it is none, newer, older or damaged.

    ``target``: the path of a GeoPackage, a PostgisTarget, or the text of one.
    """
    # the schema follows from the standard, which only a first look at the database can give
    engine = engine_of(target)
    connection = engine.connect(read_only=True)
    try:
        return _opened(engine, connection)
    except DataError:
        raise
    except Exception as error:
        raise engine.explain(error, "en") from error
    finally:
        connection.close()


def _opened(engine: Engine, connection: Any) -> Workspace:
    meta = read_meta(engine, connection)
    refuse_newer(meta, engine.place)
    _refuse_older(meta, engine.place)
    (row,) = engine.query(
        connection,
        f"SELECT content FROM {STANDARD} WHERE key = {{p}}",  # nosec B608
        ["standard"],
    )
    standard = _with_codes(engine, connection, standard_from_text(row["content"]))
    opened = Workspace(engine.fitted(connection, build_schema(standard)), standard, meta)
    opened.role = engine.role(connection)
    return opened


def read_meta(engine: Engine, connection: Any) -> Dict[str, str]:
    """The settings of a workspace of any version; DataError when there is none."""
    if not engine.recognises(connection):
        raise DataError(
            "{path} is not a Trygg workspace. Create a workspace, or choose another file.",
            path=engine.place,
        )
    return _meta(engine, connection)


def refuse_newer(meta: Mapping[str, str], source: str) -> None:
    """DataError for a workspace that only a newer plugin understands."""
    version = int(meta.get("schema_version", "0"))
    if version > SCHEMA_VERSION:
        raise DataError(
            "The workspace {path} was made by a newer version of Trygg (schema {found}; this "
            "version knows {known}). Update the plugin.",
            path=source,
            found=version,
            known=SCHEMA_VERSION,
        )


def _refuse_older(meta: Mapping[str, str], source: str) -> None:
    version = int(meta.get("schema_version", "0"))
    if version < SCHEMA_VERSION:
        raise WorkspaceOutdated(
            "The workspace {path} was made by an older version of Trygg (schema {found}; this "
            "version needs {known}). Upgrade it; a backup is made first.",
            path=source,
            found=version,
            known=SCHEMA_VERSION,
        )


class WorkspaceOutdated(DataError):
    """A workspace that migrations.py can bring up to date."""


def _meta(engine: Engine, connection: Any) -> Dict[str, str]:
    rows = engine.query(connection, f"SELECT key, value FROM {META}")  # nosec B608
    return {row["key"]: row["value"] for row in rows}


def _with_codes(engine: Engine, connection: Any, standard: Standard) -> Standard:
    """The standard with the code lists as they stand in the database."""
    codelists = {}
    for key, codelist in standard.codelists.items():
        rows = engine.query(
            connection,
            f"SELECT * FROM {name(code_table_name(key))} ORDER BY sort_order, {name('fid')}",  # nosec B608
        )
        codes = tuple(_code(row, codelist) for row in rows)
        codelists[key] = replace(codelist, codes=codes)
    return replace(standard, codelists=codelists)


def _code(row: Mapping[str, Any], codelist: CodeList) -> Code:
    described = row["description_sv"] or row["description_en"]
    return Code(
        key=row["code"],
        label={"sv": row["label_sv"], "en": row["label_en"]},
        parent=row["parent"],
        abbreviation=row["abbreviation"],
        description=(
            {"sv": row["description_sv"] or "", "en": row["description_en"] or ""}
            if described
            else None
        ),
        colour=row["colour"],
        retired=bool(row["retired"]),
        extra={key: str(row[key] or "") for key in codelist.extra_columns},
    )


def _fill(
    transaction: Transaction,
    meta: Mapping[str, str],
    standard: Standard,
    areas: Iterable[AreaInput],
) -> None:
    rows = [(META, "key, value", pair) for pair in meta.items()]
    rows.append((STANDARD, "key, content", ("standard", standard_to_text(standard))))
    for table, columns, values in rows:
        transaction.execute(
            table, f"INSERT INTO {table} ({columns}) VALUES ({{p}}, {{p}})", values  # nosec B608
        )
    for values, place in areas:
        transaction.insert("area", values, geometry=place)
