"""Workspaces as an older version of the plugin would have left them, on both engines.

Made from a standard without what came later, and then given what only older versions had: other
functions and indexes, a table less, a rule more.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import datetime
from typing import Any, Dict, List, Sequence

from trygg_plugin.data.code_rows import code_rows
from trygg_plugin.data.engine import Engine
from trygg_plugin.data.engines import engine_of
from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.data.workspace import Workspace
from trygg_plugin.domain.record_types import RecordType, Standard

#: Record types and fields that came later.
LATER_RECORDS = ("feedback_receipt", "meeting_point", "walk_point", "survey_value", "area_light")
LATER_FIELDS = {
    "incident": ("owner_organisation", "reported_at", "severity"),
    "meeting": ("period",),
    "measure": ("comparison_area",),
}
LATER_LISTS = ("survey", "survey_unit")
#: As an older version had them.
_STATEMENTS = {
    "geopackage": (
        "DROP TABLE trygg_import_row",
        "DROP INDEX trygg_history_record",
        "DROP INDEX incident_area",
        "CREATE INDEX incident_old ON incident (description)",
        "DROP TRIGGER trygg_problem_before_delete",
        "CREATE TRIGGER trygg_incident_older BEFORE UPDATE ON incident BEGIN "
        "SELECT RAISE(ABORT, 'TRYGG:older:incident: en regel som fanns'); END",
        "DROP VIEW trygg_live_intent",
    ),
    "postgis": (
        "DROP TABLE falun.trygg_import_row",
        "DROP INDEX falun.trygg_history_record",
        "DROP INDEX falun.incident_area",
        "CREATE UNIQUE INDEX incident_old ON falun.incident (description)",
        "DROP TRIGGER trygg_delete ON falun.problem",
        "DROP FUNCTION falun.trygg_problem_delete()",
        "CREATE OR REPLACE FUNCTION falun.trygg_incident_update() RETURNS trigger LANGUAGE plpgsql "
        "AS $$ BEGIN RAISE EXCEPTION 'TRYGG:older:incident: en regel som fanns'; END $$",
        "CREATE FUNCTION falun.trygg_older(a int) RETURNS int LANGUAGE sql AS 'SELECT a'",
        "CREATE TRIGGER trygg_older BEFORE UPDATE ON falun.incident FOR EACH ROW "
        "EXECUTE FUNCTION falun.trygg_incident_update()",
        "ALTER TABLE falun.incident ALTER COLUMN uuid DROP DEFAULT",
        "ALTER TABLE falun.incident ALTER COLUMN place_name SET DEFAULT 'okänd'",
        "ALTER TABLE falun.trygg_meta ALTER COLUMN value SET NOT NULL",
        "ALTER TABLE falun.code_category DROP CONSTRAINT code_category_code_key",
        "ALTER TABLE falun.incident ADD CONSTRAINT incident_older CHECK (fid < 1000000)",
        "ALTER TABLE falun.trygg_login_log DROP COLUMN organisation",
        "CREATE POLICY trygg_older ON falun.problem FOR SELECT USING (true)",
        "GRANT DELETE ON falun.trygg_history TO PUBLIC",
    ),
}


def kind_of(engine: Engine) -> str:
    return "geopackage" if engine.file is not None else "postgis"


def older_standard(standard: Standard) -> Standard:
    """The standard without what came later, with other labels and a code that has gone."""
    records = {
        key: _older(record) for key, record in standard.records.items() if key not in LATER_RECORDS
    }
    lists = {key: one for key, one in standard.codelists.items() if key not in LATER_LISTS}
    category = lists["category"]
    first, *others = category.codes
    gone = replace(first, key="gone", label={"sv": "Utgången", "en": "Gone"})
    first = replace(first, label={"sv": "Äldre namn", "en": "Older name"})
    lists["category"] = replace(category, codes=(gone, first, *others[:-1]))
    return replace(standard, version="0.9", records=records, codelists=lists)


def _older(record: RecordType) -> RecordType:
    later = LATER_FIELDS.get(record.key, ())
    fields = tuple(
        one for one in record.fields
        if one.key not in later and one.references not in LATER_RECORDS
    )  # fmt: skip
    known = {one.key for one in fields} | {"uuid"}
    rules = tuple(
        rule for rule in record.rules
        if {*rule.fields, rule.unless_field or "uuid"} <= known
    )  # fmt: skip
    return replace(record, fields=fields, rules=rules)


def fill(workspace: Workspace) -> str:
    """Records, history and a coordinator's own codes and names; gives an incident's uuid."""
    area = workspace.insert("actor", {"name": "Skolan", "kind": "school"})
    made = workspace.insert(
        "incident",
        {"category": "vandalism", "time_from": datetime(2024, 5, 1, 22, 0), "channel": "qgis",
         "description": "Ruta krossad", "reporter_organisation": area},
        geometry=point_wkb(532000, 6718000),
    )  # fmt: skip
    workspace.update("incident", made, {"place_name": "Torget"})
    gone = workspace.insert("incident", {"category": "vandalism", "channel": "qgis",
                                         "time_from": datetime(2024, 5, 2)})  # fmt: skip
    workspace.delete("incident", gone)
    workspace.add_code("category", "own_one", {"sv": "Egen", "en": "Own"})
    run(workspace.engine, "UPDATE code_category SET label_sv = {p} WHERE code = {p}",
        ["Vårt namn", "vandalism"])  # fmt: skip
    return made


def make_older(engine: Engine) -> None:
    """Take a workspace of :func:`older_standard` to what an older version would have left."""
    for statement in _STATEMENTS[kind_of(engine)]:
        run(engine, statement)
    run(engine, "DELETE FROM trygg_transition WHERE record = {p}", ["problem"])
    set_version(engine, 0)


def set_version(engine: Engine, version: int) -> None:
    run(engine, "UPDATE trygg_meta SET value = {p} WHERE key = {p}",
        [str(version), "schema_version"])  # fmt: skip


def run(engine: Engine, statement: str, parameters: Sequence[Any] = ()) -> None:
    """As any program may send it, past all of ours."""
    with closing(engine.connect()) as connection:
        connection.cursor().execute(engine.sql(statement), engine.parameters(list(parameters)))


def ask(engine: Engine, question: str, parameters: Sequence[Any] = ()) -> List[Dict[str, Any]]:
    with closing(engine.connect(read_only=True)) as connection:
        return [dict(row) for row in engine.query(connection, question, parameters)]


def contents(target: Any) -> Dict[str, Any]:
    """All rows of a few tables, as they stand."""
    engine = engine_of(target)
    return {
        table: ask(engine, f"SELECT * FROM {table} ORDER BY 1")
        for table in ("trygg_history", "incident", "actor", "code_category", "trygg_meta",
                      "trygg_transition", "trygg_standard")
    }  # fmt: skip


def code_texts(standard: Standard, key: str) -> List[Dict[str, Any]]:
    from trygg_plugin.data.schema import CodeTable

    return code_rows(CodeTable(f"code_{key}", standard.codelists[key]))
