"""Who, when and what, for every change, kept against all but the disposal routine."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timezone

import pytest

from tests.data.conftest import name_of, run_sql
from trygg_plugin.data.errors import DataError, WorkspaceLocked
from trygg_plugin.data.geometry import point_wkb, wkb_of

POINT = point_wkb(532000, 6718000)


@pytest.fixture()
def workspace(any_workspace):
    return any_workspace


def in_box(workspace, x, y):
    """How many incidents the spatial index finds within a metre."""
    (found,) = workspace.query(
        f"SELECT count(*) AS n FROM incident WHERE {workspace.engine.within_box('incident')}",
        [x - 1, y - 1, x + 1, y + 1],
    )
    return found["n"]


def test_insert_update_delete_are_told(workspace, incident):
    uuid = workspace.insert("incident", incident(), geometry=POINT, user="anna")
    workspace.update(
        "incident", uuid, {"place_name": "Torget"}, geometry=point_wkb(1, 2), user="bo"
    )
    workspace.delete("incident", uuid, user="cia")
    first, second, third = workspace.history(uuid)
    said = [name_of(workspace, user) for user in ("anna", "bo", "cia")]
    assert [c.user for c in (first, second, third)] == said
    assert [c.version for c in (first, second, third)] == [1, 2, 3]
    assert all(c.verified and c.session == workspace.session for c in (first, second, third))
    assert first.old == {} and first.new["category"] == "vandalism"
    assert bytes.fromhex(first.new["geom"]) == POINT
    assert second.old == {"place_name": None, "geom": POINT.hex().upper()}
    assert second.new == {"place_name": "Torget", "geom": point_wkb(1, 2).hex().upper()}
    assert third.new == {} and third.old["place_name"] == "Torget"
    assert abs((datetime.now(timezone.utc) - third.at).total_seconds()) < 60


def test_a_delete_marks_and_a_restore_brings_back(workspace, incident):
    uuid = workspace.insert("incident", incident(place_name="A"), geometry=POINT)
    workspace.update("incident", uuid, {"place_name": "B"}, geometry=None)
    workspace.delete("incident", uuid)
    assert workspace.rows("incident") == []
    kept = workspace.get("incident", uuid, deleted=True)
    assert kept.deleted_at is not None and kept.version == 3
    with pytest.raises(DataError, match="Posten togs bort av .* och kan inte ändras"):
        workspace.update("incident", uuid, {"place_name": "C"})
    first = workspace.history(uuid)[0]
    workspace.restore(first, user="samordnaren", note="fel borttagen")
    back = workspace.get("incident", uuid)
    assert (back["place_name"], back.geometry, back.version) == ("A", POINT, 4)
    last = workspace.history(uuid)[-1]
    assert (last.operation, last.note) == ("restore", "fel borttagen")
    assert last.user == name_of(workspace, "samordnaren")
    assert in_box(workspace, 532000, 6718000) == 1


def test_a_restore_goes_past_the_steps_of_the_states(workspace, incident):
    uuid = workspace.insert("incident", incident())
    workspace.change_state("incident", uuid, "under_review")
    workspace.change_state("incident", uuid, "approved")
    workspace.restore(workspace.history(uuid)[0])
    assert workspace.get("incident", uuid)["status"] == "submitted"


def test_versions_are_built_from_history(workspace, incident):
    uuid = workspace.insert("incident", incident(place_name="A"), geometry=POINT)
    for place in ("B", "C", None):
        workspace.update("incident", uuid, {"place_name": place})
    told = [workspace.version_after(change) for change in workspace.history(uuid)]
    assert [version.values["place_name"] for version in told] == ["A", "B", "C", None]
    assert told[-1].geometry == POINT
    assert told[0].values["time_from"] == datetime(2024, 7, 1, 12, 0)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM trygg_history",
        "UPDATE trygg_history SET operation = 'insert'",
        """UPDATE trygg_history SET "user" = 'någon annan'""",
    ],
)
def test_history_is_append_only(workspace, incident, statement):
    workspace.insert("incident", incident())
    before = workspace.history()
    with pytest.raises(Exception, match="TRYGG:history"):
        run_sql(workspace, statement)
    assert workspace.history() == before


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        ("UPDATE incident SET uuid = 'x'", "identity"),
        ("UPDATE incident SET created_by = 'x'", "identity"),
        ("UPDATE incident SET created_at = '2000-01-01T00:00:00.000Z'", "identity"),
        ("UPDATE incident SET deleted_at = '2000-01-01T00:00:00.000Z'", "deleted_at"),
        ("INSERT INTO incident (uuid) VALUES ('{5f0c7a9e-0000-4000-8000-00000000000}')", "uuid"),
        ("INSERT INTO incident (uuid) SELECT uuid FROM incident", "exists"),
    ],
)
def test_identity_and_marks_are_the_databases(workspace, incident, statement, rule):
    workspace.insert("incident", incident())
    with pytest.raises(Exception, match=f"TRYGG:{rule}:"):
        run_sql(workspace, statement)
    assert len(workspace.history()) == 1


def test_an_update_that_changes_nothing_is_none(workspace, incident):
    uuid = workspace.insert("incident", incident())
    workspace.update("incident", uuid, {"category": "vandalism"})
    assert workspace.get("incident", uuid).version == 1
    assert len(workspace.history(uuid)) == 1


def test_a_stale_base_version_is_refused(workspace, incident):
    uuid = workspace.insert("incident", incident())
    workspace.update("incident", uuid, {"place_name": "A"}, base_version=1)
    with pytest.raises(DataError, match="Posten ändrades av "):
        workspace.update("incident", uuid, {"place_name": "B"}, base_version=1)
    with pytest.raises(DataError, match="Posten ändrades av "):
        workspace.delete("incident", uuid, base_version=1)
    assert workspace.get("incident", uuid)["place_name"] == "A"


def test_several_tables_are_one_transaction(workspace, incident):
    with pytest.raises(DataError), workspace.transaction("anna") as transaction:
        transaction.insert("actor", {"name": "Parkförvaltningen", "kind": "municipality"})
        transaction.insert("incident", incident(category="nonsense"))
    assert workspace.rows("actor") == [] and workspace.history() == []
    told = []
    workspace.listeners.append(told.append)
    with workspace.transaction("anna") as transaction:
        actor = transaction.insert("actor", {"name": "Parkförvaltningen", "kind": "municipality"})
        transaction.insert("incident", incident(reporter_organisation=actor))
    assert told == [{"actor", "incident"}]


def test_sqlites_own_ways_past_a_trigger_are_closed(geopackage_workspace, incident):
    workspace = geopackage_workspace
    uuid = workspace.insert("incident", incident())
    for statement, rule in (
        ("INSERT OR REPLACE INTO trygg_history (id, table_name, uuid, operation, at, user, "
         "verified) VALUES (1, 'incident', 'x', 'insert', 'x', 'x', 1)", "history"),
        (f"INSERT OR REPLACE INTO incident (fid, uuid) VALUES (1, '{uuid}')", "exists"),
        ("INSERT OR REPLACE INTO incident (fid, category) VALUES (1, 'vandalism')", "exists"),
    ):  # fmt: skip
        with pytest.raises(sqlite3.IntegrityError, match=f"TRYGG:{rule}"):
            run_sql(workspace, statement)
    assert len(workspace.history()) == 1


def test_a_held_lock_is_told_in_plain_words(geopackage_workspace, incident, monkeypatch):
    workspace = geopackage_workspace
    monkeypatch.setattr("trygg_plugin.data.geopackage_engine.connect", _impatient)
    other = sqlite3.connect(workspace.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(WorkspaceLocked, match="Another program holds"):
        workspace.insert("incident", incident())
    other.execute("ROLLBACK")
    other.close()
    workspace.insert("incident", incident())


def _impatient(path, **settings):
    from trygg_plugin.data.geopackage_connection import connect

    return connect(path, timeout=0.05, **settings)


def test_nothing_of_a_transaction_stays_behind(geopackage_workspace, incident):
    workspace = geopackage_workspace
    uuid = workspace.insert("incident", incident(), geometry=POINT)
    workspace.delete("incident", uuid)
    for table in ("trygg_context", "trygg_intent", "trygg_text"):
        assert workspace.query(f"SELECT * FROM {table}") == []


def test_bulk_insert_reports_cancels_and_is_found(workspace, incident):
    columns = list(incident())
    rows = [list(incident().values())] * 4500
    places = [point_wkb(500000 + i, 6600000 + 2 * i) for i in range(4500)]
    counts = []
    with workspace.transaction("import", importing=True) as transaction:
        made = transaction.insert_many(
            "incident", columns, rows, geometries=places, progress=counts.append
        )
    assert made == 4500 and counts == [2000, 4000, 4500]
    assert in_box(workspace, 504499, 6608998) == 1 and in_box(workspace, 504499, 6600000) == 0
    if workspace.engine.source.endswith(".gpkg"):
        (extent,) = workspace.query(
            "SELECT min_x, max_x, min_y, max_y FROM gpkg_contents WHERE table_name = 'incident'"
        )
        assert tuple(extent.values()) == (500000, 504499, 6600000, 6608998)

    class Stop(Exception):
        pass

    def stop(count):
        raise Stop

    with pytest.raises(Stop), workspace.transaction("import") as transaction:
        transaction.insert_many("incident", columns, rows, progress=stop)
    assert len(workspace.rows("incident")) == 4500


def test_many_rows_leave_what_single_rows_leave(workspace, incident):
    """Bulk inserts put bookkeeping off; nothing of it may be missing afterwards."""
    before = triggers_of(workspace)
    known = [incident(place_name=f"plats {i}", immediate_actions=["guard"]) for i in range(2001)]
    known[5]["reported_at"] = None  # required, has a default: filled in
    columns = [*incident(place_name=None, immediate_actions=None), "reported_at"]
    rows = [[values.get(key) for key in columns] for values in known]
    places = [point_wkb(500000 + i, 6600000) if i % 2 else None for i in range(2001)]
    with workspace.transaction("anna", note="prov") as transaction:
        transaction.insert_many("incident", columns, rows, geometries=places)
        single = transaction.insert("incident", known[7], geometry=places[7])
    assert triggers_of(workspace) == before
    changes = {change.uuid: change for change in workspace.history()}
    records = workspace.rows("incident")
    assert len(changes) == len(records) == 2002
    eighth, alone = changes[records[7].uuid], changes[single]
    for key in ("operation", "version", "user", "verified", "session", "note", "table"):
        assert getattr(eighth, key) == getattr(alone, key)
    times = ("reported_at",)
    assert {k: v for k, v in eighth.new.items() if k not in times} == {
        k: v for k, v in alone.new.items() if k not in times
    }
    assert all(record.version == 1 and record["reported_at"] for record in records)
    assert records[7].created_by == name_of(workspace, "anna")
    assert records[7].created_at is not None
    if workspace.engine.source.endswith(".gpkg"):
        (counts,) = workspace.query(
            "SELECT (SELECT count(*) FROM rtree_incident_geom) AS indexed, "
            "(SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'incident') AS counted"
        )
        assert counts == {"indexed": 1001, "counted": 2002}


def test_a_refusal_among_many_leaves_nothing(workspace, incident):
    before = triggers_of(workspace)
    columns = list(incident())
    rows = [list(incident().values())] * 2500 + [list(incident(category="nonsense").values())]
    with pytest.raises(DataError, match="Kategori"), workspace.transaction("x") as transaction:
        transaction.insert_many("incident", columns, rows)
    assert workspace.rows("incident") == [] and workspace.history() == []
    assert triggers_of(workspace) == before


def triggers_of(workspace):
    if not workspace.engine.source.endswith(".gpkg"):
        return None  # there, a bulk insert puts none aside
    return {
        row["name"]: row["sql"]
        for row in workspace.query("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    }


def test_a_place_may_be_given_as_qgis_geometry(workspace, incident):
    from qgis.core import QgsGeometry

    uuid = workspace.insert("incident", incident(), geometry=QgsGeometry.fromWkt("Point (1 2)"))
    assert workspace.get("incident", uuid).geometry == point_wkb(1, 2)
    assert wkb_of(QgsGeometry()) is None
    area = workspace.insert(
        "area",
        {"name": "Centrum"},
        geometry=QgsGeometry.fromWkt("Polygon ((0 0, 1 0, 1 1, 0 0))"),
    )
    read = QgsGeometry()
    read.fromWkb(workspace.get("area", area).geometry)
    assert read.asWkt() == "MultiPolygon (((0 0, 1 0, 1 1, 0 0)))"
