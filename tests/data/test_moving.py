"""Moving house: from a GeoPackage to PostgreSQL and back, and nothing is lost on the way."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import closing
from datetime import date, datetime

import pytest
from qgis.core import QgsGeometry

from trygg_plugin.data.errors import DataError
from trygg_plugin.data.imports import remember_rows, remember_run
from trygg_plugin.data.moving import MOVED_FROM, MOVED_TO, differences, move_workspace
from trygg_plugin.data.schema import CONTEXT, INTENT, TRANSITION
from trygg_plugin.data.workspace import open_workspace

#: What says nothing of the municipality: the allowed changes, who is writing, and the logins.
MADE_ANEW = {
    TRANSITION, INTENT, CONTEXT, "trygg_text", "trygg_login", "trygg_login_log"
}  # fmt: skip
PLACES = {
    "point": "Point (600000.5 6600000.25)",
    "line": "MultiLineString ((600000 6600000, 600100 6600100))",
    "polygon": "MultiPolygon (((600000 6600000, 600100 6600000, 600100 6600100, 600000 6600000)))",
    "any": "LineString (600000 6600000, 600100 6600100)",
}


def one_of_each(workspace):
    """A record of every type, with every field that can be filled in; uuids by type."""
    made, waiting = {}, dict(workspace.standard.records)
    while waiting:
        ready = {
            key: record for key, record in waiting.items()
            if all(f.references in made for f in record.fields
                   if f.type == "reference" and f.required)
        }  # fmt: skip
        assert ready, f"these wait for each other: {sorted(waiting)}"
        for key, record in ready.items():
            with workspace.transaction("Ärlig Åberg", note="första") as transaction:
                place = PLACES.get(record.geometry)
                made[key] = transaction.insert(
                    key, values_of(workspace.standard, record, made),
                    geometry=QgsGeometry.fromWkt(place) if place else None,
                )
            del waiting[key]
    return made


def values_of(standard, record, made):
    values = {}
    for field in record.fields:
        if not field.required or field.default is not None or field.key == record.state_field:
            continue
        if field.type == "reference":
            values[field.key] = made[field.references]
        elif field.codelist and field.type != "code":
            values[field.key] = [standard.codelists[field.codelist].codes[0].key]
        elif field.type == "code":
            codes = standard.codelists[field.codelist].codes
            above = values.get(field.cascades_from) if field.cascades_from else None
            values[field.key] = next(
                code.key for code in codes
                if not code.retired and (above is None or code.parent == above)
            )
        else:
            values[field.key] = {
                "date": date(2024, 2, 29), "datetime": datetime(2024, 2, 29, 23, 59, 59, 123000),
                "integer": int(field.minimum or 3), "decimal": 2.5, "boolean": True,
            }.get(field.type, "Åäö “citat” 'enkelt' \\ % {p}")  # fmt: skip
    return values


@pytest.fixture()
def lived_in(workspace):
    """A workspace in which much has happened."""
    made = one_of_each(workspace)
    incident = made["incident"]
    with workspace.transaction("Bo", note="rättat") as transaction:
        transaction.update("incident", incident, {"description": "Nya ord\nmed rad", "photo":
                           "photos/bild.jpg", "photo_confirmed": True})  # fmt: skip
    workspace.change_state("incident", incident, "under_review", user="Bo")
    first = next(c for c in workspace.history(incident) if c.operation == "insert")
    gone = workspace.insert("incident", {"category": "rumour", "time_from":
                            datetime(1969, 12, 31, 1, 2, 3)}, user="Bo")  # fmt: skip
    back = workspace.insert("incident", {"category": "rumour", "time_from":
                            datetime(2024, 1, 1)}, user="Bo",
                            geometry=QgsGeometry.fromWkt(PLACES["point"]))  # fmt: skip
    for uuid in (gone, back):
        workspace.delete("incident", uuid, user="Cia")
    deleted = next(c for c in workspace.history(back) if c.operation == "insert")
    workspace.restore(deleted, user="Cia")
    assert first.new
    workspace.add_code("subcategory", "new_kind", {"sv": "Nytt", "en": "New"}, parent="vandalism")
    workspace.retire_code("place_type", "park")
    workspace.set_meta("logo", "bilder/logo ' å.svg")
    with workspace.transaction("Bo", importing=True) as transaction:
        remember_rows(transaction, "källa", "run-1", [("rad 1", incident), ("Rad 2", gone)])
        remember_run(transaction, {
            "uuid": "run-1", "source": "källa", "file_name": "ö.csv", "at": "2024-01-01T00:00:00Z",
            "user": "Bo", "arrival": "submitted", "profile": "{}", "rows_read": 2, "imported": 2,
            "duplicates": 0, "rejected": 0,
        })  # fmt: skip
    return workspace


def told(workspace):
    """All that a workspace says, read through its ordinary doors."""
    records = {
        key: [(r.fid, r.uuid, r.version, r.values, r.geometry, r.created_at, r.created_by,
               r.changed_at, r.changed_by, r.deleted_at)
              for r in workspace.rows(key, deleted=True)]
        for key in workspace.schema.tables
    }  # fmt: skip
    meta = {k: v for k, v in workspace.meta.items() if k not in (MOVED_TO, MOVED_FROM)}
    return records, workspace.history(), workspace.standard.codelists, meta


def system_tables(workspace):
    if workspace.source.endswith(".gpkg"):
        statement = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE {p}"
    else:
        statement = (
            "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() "
            "AND tablename LIKE {p}"
        )
    return {row["name"] for row in workspace.query(statement, ["trygg%"])}


@pytest.mark.native
def test_to_postgresql_and_back_again(lived_in, postgis, pristine_postgis, tmp_path):
    database = "trygg_moving"
    postgis.execute(f"CREATE DATABASE {database}")
    postgis.execute("CREATE EXTENSION postgis", database)
    try:
        before = told(lived_in)
        target = postgis.target(database, 'Ny "ort" å')
        shares = []
        there = move_workspace(lived_in, target, progress=shares.append)
        assert shares == sorted(shares) and shares[-1] == pytest.approx(1)
        assert told(there) == before
        assert differences(lived_in, there) == []
        home = move_workspace(there, tmp_path / "hem.gpkg")
        assert told(home) == before
        assert differences(lived_in, home) == []
        for one in (lived_in, there, home):
            assert system_tables(one) - MADE_ANEW == {
                "trygg_meta", "trygg_standard", "trygg_history", "trygg_import",
                "trygg_import_row", "trygg_disposal",
            }, "a table of ours that the move does not know"
        # life goes on in the new houses, past the keys that came along
        for one in (there, home):
            uuid = one.insert("incident", {"category": "rumour", "time_from": datetime(2024, 1, 1)})
            assert one.get("incident", uuid).fid == max(
                r.fid for r in one.rows("incident", deleted=True))  # fmt: skip
            assert one.history()[-1].uuid == uuid
            gone = next(r for r in one.rows("incident", deleted=True) if r.deleted_at)
            with pytest.raises(DataError):
                one.update("incident", gone.uuid, {"place_name": "x"})
        assert len(differences(there, home)) == 2, "a new record and its history"
        assert lived_in.meta[MOVED_TO] and home.meta[MOVED_FROM]
    finally:
        postgis.execute(f"DROP DATABASE {database} WITH (FORCE)")


@pytest.mark.geopackage
def test_from_file_to_file_with_the_index_of_places(lived_in, tmp_path):
    moved = move_workspace(lived_in, tmp_path / "ny.gpkg")
    assert told(moved)[0] == told(lived_in)[0]
    for one in (lived_in, moved):
        places = one.query("SELECT id FROM rtree_incident_geom")
        shown = [r.fid for r in one.rows("incident") if r.geometry]
        assert sorted(row["id"] for row in places) == sorted(shown)


def test_a_house_that_is_taken_is_left_alone(lived_in, tmp_path):
    target = tmp_path / "upptagen.gpkg"
    target.write_text("min fil")
    with pytest.raises(DataError, match="already exists"):
        move_workspace(lived_in, target)
    assert target.read_text() == "min fil"
    assert MOVED_TO not in lived_in.meta


def test_stopping_half_way_leaves_nothing(lived_in, tmp_path):
    class Stopped(Exception):
        pass

    def stop(share):
        if share > 0.3:
            raise Stopped

    with pytest.raises(Stopped):
        move_workspace(lived_in, tmp_path / "halv.gpkg", progress=stop)
    assert [path.name for path in tmp_path.glob("halv*")] == []
    lived_in.insert("incident", {"category": "rumour", "time_from": datetime(2024, 1, 1)})


@pytest.mark.geopackage
def test_no_one_writes_to_the_old_house_meanwhile(lived_in, tmp_path):
    import sqlite3

    refused = []

    def intrude(share):
        with closing(sqlite3.connect(lived_in.path, timeout=0)) as other:
            try:
                other.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                refused.append(str(error))

    move_workspace(lived_in, tmp_path / "ny.gpkg", progress=intrude)
    assert refused and all("locked" in reason for reason in refused)


def test_what_arrives_is_compared(lived_in, tmp_path, monkeypatch):
    """A row that changes on the way is seen, and nothing is made."""
    from trygg_plugin.data import moving

    write = moving._write

    def careless(engine, connection, part, rows, extents):
        if part.table.key == "incident":
            rows = rows[1:]
        write(engine, connection, part, rows, extents)

    monkeypatch.setattr(moving, "_write", careless)
    with pytest.raises(DataError, match="incident: 3/2"):
        move_workspace(lived_in, tmp_path / "slarv.gpkg")
    assert not (tmp_path / "slarv.gpkg").exists()


@pytest.fixture()
def small_disk(tmp_path):
    """A disk of 4 MB. It takes root to make one."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a disk of its own takes root and the right to mount")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.geopackage
def test_a_disk_that_is_full_leaves_nothing(workspace, small_disk):
    rows = [["rumour", datetime(2024, 1, 1), "import", "x" * 400]] * 4000
    with workspace.transaction("Bo", importing=True) as transaction:
        transaction.insert_many("incident", ["category", "time_from", "channel", "description"],
                                rows)  # fmt: skip
    with pytest.raises(DataError, match="disk .* full"):
        move_workspace(workspace, small_disk / "ny.gpkg")
    assert list(small_disk.iterdir()) == [] and MOVED_TO not in workspace.meta
    workspace.insert("incident", {"category": "rumour", "time_from": datetime(2024, 1, 1)})


def test_a_workspace_on_a_disk_that_gets_full_keeps_what_was_saved(pristine, small_disk):
    shutil.copy(pristine, small_disk / "trång.gpkg")
    workspace = open_workspace(small_disk / "trång.gpkg")
    row = ["rumour", datetime(2024, 1, 1), "import", "x" * 400]
    columns = ["category", "time_from", "channel", "description"]
    saved = 0
    with pytest.raises(DataError, match="disk .* full"):
        while saved < 20_000:
            with workspace.transaction("Bo", importing=True) as transaction:
                transaction.insert_many("incident", columns, [row] * 500)
            saved += 500
    reopened = open_workspace(workspace.path)
    assert len(reopened.rows("incident")) == saved
    assert len(reopened.history()) == saved
