"""What history costs: the same edits by SQL with our triggers and without any."""

from __future__ import annotations

from typing import Any, Callable, Mapping

from bench import engines, postgis
from bench.frame import Answer, Case, Entry, Job

EDITS = 500


def _job(house: Callable[[int], engines.House], triggers: bool) -> Callable[[int], Job]:
    def start(rows: int) -> Job:
        from bench import qgis_session
        from trygg_plugin.data.workspace import open_workspace

        qgis_session.start()
        workspace = open_workspace(house(rows).target)
        engine = workspace.engine
        keys = [row["fid"] for row in workspace.query(
            "SELECT fid FROM incident ORDER BY fid LIMIT {p}", [EDITS])]
        connection = engine.connect()
        statement = engine.sql("UPDATE incident SET place_name = {p} WHERE fid = {p}")
        turn = iter(range(1_000_000))

        def prepare() -> None:
            engine.begin(connection)
            if not triggers:
                _without(connection, connection.cursor())
            connection.cursor().execute(statement, ("Först", keys[0]))

        def run() -> Answer:
            number = next(turn)
            cursor = connection.cursor()
            for key in keys:
                cursor.execute(statement, (f"Ändrad {number}", key))
            return Answer({}, amount=len(keys))

        def undo() -> Mapping[str, object]:
            # so that all runs find the same table, and the next program no lock
            engine.roll_back(connection)
            return {}

        return Job(run, prepare, undo)

    return start


def _without(connection: Any, cursor: Any) -> None:
    """Take the triggers away inside the transaction, which is undone."""
    if hasattr(connection, "in_transaction"):
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' "
                       "AND tbl_name = 'incident'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')
    else:
        cursor.execute("ALTER TABLE incident DISABLE TRIGGER USER")


CASE = Case(
    name="history_cost",
    title=f"Changing a field of {EDITS} incidents by SQL, one by one in one transaction",
    entries=(
        Entry("GeoPackage, rules and history", _job(engines.geopackage, True), ours=True),
        Entry("GeoPackage, no triggers", _job(engines.geopackage, False)),
        Entry("PostGIS, rules and history", _job(engines.in_postgis, True), ours=True,
              missing=postgis.missing),
        Entry("PostGIS, no triggers", _job(engines.in_postgis, False), missing=postgis.missing),
    ),
    quick=(10_000,),
    full=(1_000_000,),
    size_label=lambda size: f"{size:,} incidents",
    unit="edits",
    note="The price covers rules, personal data, stamps, version and history together.",
)
