"""Brings a workspace forward: to a newer schema, or to a standard that has grown.

A fresh workspace made with the wanted standard is the model: tables, columns, defaults and indexes
are made like its own, and all rules, functions, steps and rights are replaced by them. So an
upgraded workspace equals a new one by construction, on both engines. One transaction, a backup
first; what fails in the middle leaves the workspace as it was. Columns that the standard has
dropped stay, with their data; so do history, logins, and what the coordinator has changed in lists.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Dict, Mapping, Optional, Sequence, Tuple

from ..domain.record_types import CodeList, Standard
from .code_rows import code_rows
from .engine import Engine
from .engines import Target, engine_of
from .errors import DataError
from .schema import META, SCHEMA_VERSION, STANDARD, TRANSITION, CodeTable, Schema, build_schema
from .sql_text import name, names
from .standard_text import standard_from_text, standard_to_text
from .workspace import Workspace, open_workspace, read_meta, refuse_newer

Step = Callable[[Engine, Any], None]
"""Changes stored data over an engine's connection, before tables are made like the model's."""

#: From a schema version to the next, where that takes more than the model.
STEPS: Dict[int, Step] = {}


def upgrade(
    target: Target,
    standard: Optional[Standard] = None,
    *,
    backed_up: bool = False,
    steps: Mapping[int, Step] = STEPS,
    wanted: int = SCHEMA_VERSION,
) -> Tuple[Workspace, Optional[Path]]:
    """Bring a workspace made by an older version to this one's schema.

    ``standard`` is the one that it shall have, or None for its own as it is; what it has in
    code lists stays (:func:`~trygg_plugin.domain.standard_growth.grown` keeps fields, too).
    ``backed_up`` says that a backup has been made by hand, which a server needs.

    Returns the workspace and the backup made first, if one was. Raises DataError with a sentence
    (BackupNeeded: with the command that makes one); the workspace is then as it was.
    """
    engine = engine_of(target)
    meta, stored = _read(engine)
    version = _version(meta)
    if standard is None or standard == stored:
        standard = stored
        if version >= wanted:
            raise DataError("The workspace {path} is up to date.", path=engine.place)
    _refuse_other_kinds(stored, standard)
    pending = [steps[number] for number in range(version, wanted) if number in steps]
    backup = _bring_forward(engine, stored, standard, meta, pending, wanted, backed_up)
    return open_workspace(target), backup


def stored_standard(target: Target) -> Standard:
    """The standard of a workspace of this version or an older one."""
    return _read(engine_of(target))[1]


def change_standard(
    workspace: Workspace, standard: Standard, *, backed_up: bool = False
) -> Tuple[Workspace, Optional[Path]]:
    """Give a workspace a standard with more tables, fields, codes or other rules.

    Returns the workspace, opened anew, and the backup made first. What the coordinator
    has changed in code lists stays. DataError as for :func:`upgrade`.
    """
    _refuse_other_kinds(workspace.standard, standard)
    meta, stored = _read(workspace.engine)
    backup = _bring_forward(
        workspace.engine, stored, standard, meta, [], SCHEMA_VERSION, backed_up
    )
    return open_workspace(workspace.source), backup


def _version(meta: Mapping[str, str]) -> int:
    return int(meta.get("schema_version", "0"))


def _refuse_other_kinds(old: Standard, new: Standard) -> None:
    """DataError when records would have to become what they are not."""
    before, after = build_schema(old), build_schema(new)
    for key, table in before.tables.items():
        wanted = after.tables.get(key)
        if wanted is None:
            continue
        if wanted.geometry != table.geometry:
            raise DataError(
                "The standard changes the kind of place of {table}; that cannot be done in a "
                "workspace with records. Create a new workspace.",
                table=key,
            )
        types = {column.key: column.type for column in wanted.columns}
        for column in table.columns:
            if types.get(column.key, column.type) != column.type:
                raise DataError(
                    "The field {field} of {table} holds another kind of value in this standard; "
                    "that cannot be changed in a workspace with records.",
                    field=column.key, table=key,
                )  # fmt: skip


def _read(engine: Engine) -> Tuple[Dict[str, str], Standard]:
    """Settings and standard of a workspace of this version or an older one."""
    connection = engine.connect(read_only=True)
    try:
        meta = read_meta(engine, connection)
        refuse_newer(meta, engine.place)
        (row,) = engine.query(
            connection,
            f"SELECT content FROM {STANDARD} WHERE key = {{p}}",  # nosec B608
            ["standard"],
        )
        return meta, standard_from_text(row["content"])
    except DataError:
        raise
    except Exception as error:
        raise engine.explain(error, "en") from error
    finally:
        connection.close()


def _bring_forward(
    engine: Engine,
    old: Standard,
    new: Standard,
    meta: Mapping[str, str],
    steps: Sequence[Step],
    version: int,
    backed_up: bool,
) -> Optional[Path]:
    schema = build_schema(new)
    with engine.migrating(schema, meta.get("crs", "EPSG:3006")) as migration:
        # the GeoPackage's is of what no one else can change any more
        backup = engine.back_up(backed_up)
        migration.lift()
        connection = migration.connection
        if read_meta(engine, connection).get("schema_version") != meta.get("schema_version"):
            raise DataError(
                "Someone else has just upgraded the workspace {path}.", path=engine.place
            )
        for step in steps:
            step(engine, connection)
        migration.shape()
        for table in schema.code_tables.values():
            _bring_codes(engine, connection, table, old.codelists.get(table.codelist.key))
        _write_transitions(engine, connection, schema)
        _write_meta(engine, connection, new, version)
        migration.lay()
    return backup


def _bring_codes(
    engine: Engine, connection: Any, table: CodeTable, before: Optional[CodeList]
) -> None:
    """Add codes, and change what is still as the old standard said it: the rest is the
    coordinator's. A code that only the old standard has is retired."""
    own = name(table.key)
    stored = {row["code"]: row for row in engine.query(connection, f"SELECT * FROM {own}")}  # nosec B608
    said = {row["code"]: row for row in code_rows(CodeTable(table.key, before))} if before else {}
    wanted = code_rows(table)
    new = [row for row in wanted if row["code"] not in stored]
    if new:
        engine.insert(
            connection, f"INSERT INTO {own} ({names(table.columns)})",
            ["{p}"] * len(table.columns), [tuple(row.values()) for row in new],
        )  # fmt: skip
    gone = [{**row, "retired": True} for key, row in said.items()
            if key in stored and key not in {one["code"] for one in wanted}]  # fmt: skip
    for row in [*wanted, *gone]:
        has, had = stored.get(row["code"]), said.get(row["code"], {})
        if has is None:
            continue
        changes = {
            key: value for key, value in row.items()
            if has.get(key) != value and (has.get(key) or None) == (had.get(key) or None)
        }  # fmt: skip
        if changes:
            _run(
                engine, connection,
                f"UPDATE {own} SET {', '.join(f'{name(key)} = {{p}}' for key in changes)} "  # nosec B608
                "WHERE code = {p}",
                [*changes.values(), row["code"]],
            )  # fmt: skip


def _write_transitions(engine: Engine, connection: Any, schema: Schema) -> None:
    _run(engine, connection, f"DELETE FROM {TRANSITION}")  # nosec B608
    rows = [(one.record, one.from_state, one.to_state) for one in schema.transitions]
    if rows:
        into = f"INSERT INTO {TRANSITION} (record, from_state, to_state)"
        engine.insert(connection, into, ["{p}"] * 3, rows)


def _write_meta(engine: Engine, connection: Any, standard: Standard, version: int) -> None:
    entries = [("schema_version", str(version)), ("standard_version", standard.version)]
    for key, value in entries:
        _run(engine, connection, f"DELETE FROM {META} WHERE key = {{p}}", [key])  # nosec B608
        _run(
            engine, connection,
            f"INSERT INTO {META} (key, value) VALUES ({{p}}, {{p}})", [key, value],  # nosec B608
        )  # fmt: skip
    _run(
        engine, connection,
        f"UPDATE {STANDARD} SET content = {{p}} WHERE key = {{p}}",  # nosec B608
        [standard_to_text(standard), "standard"],
    )  # fmt: skip


def _run(
    engine: Engine, connection: Any, statement: str, parameters: Sequence[Any] = ()
) -> None:
    connection.cursor().execute(engine.sql(statement), engine.parameters(parameters))
