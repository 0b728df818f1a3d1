"""A record's history in words, page by page, and the way back with a reason."""

from __future__ import annotations

import sqlite3

import pytest

from tests.data.conftest import name_of
from trygg_plugin.data.casework.versions import (
    deleted_question,
    differences_to,
    restore,
    undo_restore,
    versions,
)
from trygg_plugin.data.casework.words import Words
from trygg_plugin.data.errors import DataError
from trygg_plugin.data.geometry import point_wkb


@pytest.fixture()
def told(workspace):
    """An incident with three versions, and an organisation that it points at."""
    park = workspace.insert("actor", {"name": "Parkenheten", "kind": "municipality"})
    uuid = workspace.insert(
        "incident",
        {"category": "rumour", "time_from": "2024-05-01T12:00:00.000", "channel": "qgis",
         "place_name": "Torget"},
        geometry=point_wkb(500_000, 6_580_000), user="anna",
    )  # fmt: skip
    workspace.update("incident", uuid, {"reporter_organisation": park, "police_reported": True,
                                        "immediate_actions": "{police_called,cleaned}"}, user="bo")
    workspace.update("incident", uuid, {"status": "under_review"},
                     geometry=point_wkb(500_030, 6_580_040), user="cia")  # fmt: skip
    return uuid


@pytest.mark.parametrize("workspace", ["geopackage", "postgis"], indirect=True)
def test_versions_are_told_in_words_newest_first(workspace, told):
    newest, middle, first = versions(workspace, "incident", told, "sv")
    said = [name_of(workspace, user) for user in ("cia", "bo", "anna")]
    assert [e.who for e in (newest, middle, first)] == said
    (state,) = newest.differences
    assert (state.label, state.old, state.new) == ("Status", "Inskickad", "Granskas")
    assert newest.place == (point_wkb(500_000, 6_580_000), point_wkb(500_030, 6_580_040))
    said = {one.label: one.new for one in middle.differences}
    assert said["Organisation"] == "Parkenheten" and said["Polisanmäld"] == "ja"
    assert said["Omedelbara åtgärder"].count(",") == 1
    assert first.operation == "insert" and first.place[0] is None
    english = versions(workspace, "incident", told, "en")[0].differences[0]
    assert (english.old, english.new) == ("Submitted", "Under review")


def test_a_long_history_is_read_in_pages(workspace, told):
    for number in range(7):
        workspace.update("incident", told, {"place_name": f"Plats {number}"})
    everything = versions(workspace, "incident", told, "sv")
    pages, before = [], None
    while True:
        page = versions(workspace, "incident", told, "sv", before=before, limit=4)
        if not page:
            break
        pages.append(len(page))
        before = page[-1].change.id
    assert pages == [4, 4, 2] and len(everything) == 10


@pytest.mark.geopackage
def test_a_writer_without_trygg_is_shown_as_unverified(workspace, told):
    connection = sqlite3.connect(workspace.source)
    connection.execute("UPDATE actor SET abbreviation = 'PE'")
    connection.commit()
    connection.close()
    (actor,) = workspace.rows("actor")
    entry = versions(workspace, "actor", actor.uuid, "sv")[0]
    assert entry.who is None and not entry.verified


@pytest.mark.parametrize("workspace", ["geopackage", "postgis"], indirect=True)
def test_restoring_says_what_it_alters_and_wants_a_reason(workspace, told):
    first = versions(workspace, "incident", told, "sv")[-1].change
    record, version, differences = differences_to(workspace, first, "sv")
    assert record.version == 3 and version.geometry != record.geometry
    assert {one.label for one in differences} >= {"Status", "Organisation"}
    with pytest.raises(DataError, match="why"):
        restore(workspace, first, "  ")
    assert workspace.get("incident", told).version == 3
    made = restore(workspace, first, "fel händelse", user="samordnaren")
    back = workspace.get("incident", told)
    assert back["status"] == "submitted" and back["reporter_organisation"] is None
    newest = versions(workspace, "incident", told, "sv")[0]
    assert (newest.operation, newest.note) == ("restore", "fel händelse")
    assert newest.who == name_of(workspace, "samordnaren")
    undo_restore(workspace, made, was_deleted=False)
    assert workspace.get("incident", told)["status"] == "under_review"
    assert len(workspace.history(told)) == 5, "taking back is history too"


@pytest.mark.geopackage
def test_deleted_records_are_found_and_brought_back(workspace, told):
    workspace.delete("incident", told, user="dan")
    words = Words(workspace, "sv")
    for search, found in (("torg", 1), ("TORGET", 1), ("dan", 1), ("parken", 0), ("", 1)):
        where, parameters, _columns = deleted_question(words, "incident", search)
        rows = workspace.query(f"SELECT uuid FROM incident WHERE {where}", parameters)
        assert len(rows) == found, search
    made = restore(workspace, workspace.history(told)[-1], "togs bort av misstag")
    assert workspace.get("incident", told)["status"] == "under_review"
    undo_restore(workspace, made, was_deleted=True)
    assert workspace.get("incident", told, deleted=True).deleted_at is not None


@pytest.mark.geopackage
def test_an_undo_is_refused_when_others_went_on(workspace, told):
    made = restore(workspace, workspace.history(told)[0], "prov")
    workspace.update("incident", told, {"place_name": "Parken"}, user="eva")
    with pytest.raises(DataError, match="eva"):
        undo_restore(workspace, made, was_deleted=False)
    assert workspace.get("incident", told)["place_name"] == "Parken"


def test_disposed_values_are_told_as_such(workspace):
    words = Words(workspace, "sv")
    assert words.text("incident", "description", {"disposed": "free_text"}) == "gallrat"
    assert words.text("incident", "dropped_field", "x") == "x"
    assert words.label("incident", "dropped_field") == "dropped_field"


def test_names_follow_the_standards_display(workspace):
    words = Words(workspace, "sv")
    assert words.name_from("incident", {"place_name": None, "description": "Klotter"}) == "Klotter"
    assert words.name_from("priority_place", {"rank": 2, "name": "Torget"}) == "2. Torget"
    assert words.name_from("incident", {}) == ""
