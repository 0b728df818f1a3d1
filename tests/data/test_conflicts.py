"""Mine, theirs and base: what is contested, and that a decision saves all of it or nothing."""

from __future__ import annotations

import pytest
from qgis.core import QgsGeometry, QgsVectorLayer

from tests.data.conftest import name_of
from trygg_plugin.data.edit_guard import EditGuard
from trygg_plugin.data.errors import DataError
from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.data.merge import MINE, THEIRS, WHOLE, decide, preset, undecided
from trygg_plugin.data.workspace import open_workspace

HERE, THERE = point_wkb(500_000, 6_580_000), point_wkb(500_100, 6_580_000)


class Desk:
    """A person with a layer in edit mode, and a colleague elsewhere."""

    def __init__(self, workspace, incident):
        self.workspace = workspace
        self.other = open_workspace(workspace.source)
        self.one, self.two = (
            workspace.insert("incident", incident(place_name=name), geometry=HERE)
            for name in ("Torget", "Parken")
        )
        uri, provider = workspace.layer_uri("incident")
        self.layer = QgsVectorLayer(uri, "incident", provider)
        assert self.layer.setSubsetString(workspace.layer_subset("incident"))
        self.guard = EditGuard(workspace, user="jag")
        assert self.guard.attach(self.layer)
        assert self.layer.startEditing()

    def fid(self, uuid):
        return next(f.id() for f in self.layer.getFeatures() if f["uuid"] == uuid)

    def write(self, uuid, **values):
        for key, value in values.items():
            index = self.layer.fields().indexOf(key)
            assert self.layer.changeAttributeValue(self.fid(uuid), index, value)

    def move(self, uuid, wkt):
        assert self.layer.changeGeometry(self.fid(uuid), QgsGeometry.fromWkt(wkt))

    def record(self, uuid):
        return self.workspace.get("incident", uuid)

    def refused(self):
        assert not self.layer.commitChanges()
        assert self.layer.isModified()
        return {sides.uuid: sides for sides in self.guard.sides(self.layer)}


@pytest.fixture()
def desk(workspace, incident):
    made = Desk(workspace, incident)
    yield made
    made.layer.rollBack()
    made.guard.close()


@pytest.mark.geopackage
def test_both_sides_and_what_they_began_from(desk):
    desk.write(desk.one, place_name="Mitt torg", description="min text", severity="2")
    desk.move(desk.one, "Point(500007 6580000)")
    desk.other.update("incident", desk.one, {"place_name": "Deras torg", "source": "media"},
                      geometry=THERE, user="anna")  # fmt: skip
    (sides,) = desk.refused().values()
    assert (sides.who, sides.whole) == ("anna", False)
    fields = {one.key: one for one in sides.fields()}
    assert [one.key for one in sides.fields() if one.contested] == ["place_name", "geom"]
    name = fields["place_name"]
    assert (name.base, name.mine, name.theirs) == ("Torget", "Mitt torg", "Deras torg")
    assert (fields["geom"].base, fields["geom"].theirs) == (HERE, THERE)
    assert fields["description"].mine_changed and not fields["description"].theirs_changed
    assert fields["source"].theirs_changed and not fields["source"].mine_changed
    assert undecided(sides, {"geom": MINE}) == ("place_name",)


@pytest.mark.parametrize("workspace", ["geopackage", "postgis"], indirect=True)
def test_a_choice_per_field_saves_both_and_other_records_too(desk):
    desk.write(desk.one, place_name="Mitt torg", description="min text")
    desk.write(desk.two, place_name="Min park")
    desk.other.update("incident", desk.one, {"place_name": "Deras", "description": "deras",
                                             "source": "media"}, user="anna")  # fmt: skip
    (sides,) = desk.refused().values()
    decision = decide(sides, {"place_name": THEIRS, "description": MINE})
    assert decision.keep == {"description"}
    assert desk.guard.resolve(desk.layer, [decision], "Decide")
    record = desk.record(desk.one)
    assert (record["place_name"], record["description"], record["source"]) == (
        "Deras", "min text", "media",
    )  # fmt: skip
    assert desk.record(desk.two)["place_name"] == "Min park"
    last = desk.workspace.history(desk.one)[-1]
    assert last.fields == ["description"] and last.user == name_of(desk.workspace, "jag")
    assert desk.layer.isEditable() and not desk.layer.isModified()


def test_theirs_everywhere_writes_nothing_of_mine(desk):
    desk.write(desk.one, place_name="Mitt torg")
    desk.move(desk.one, "Point(500007 6580000)")
    desk.other.update("incident", desk.one, {"place_name": "Deras"}, user="anna")
    (sides,) = desk.refused().values()
    before = len(desk.workspace.history(desk.one))
    assert desk.guard.resolve(desk.layer, [decide(sides, preset(sides, THEIRS))], "Decide")
    assert desk.record(desk.one)["place_name"] == "Deras" and desk.record(desk.one).geometry == HERE
    assert len(desk.workspace.history(desk.one)) == before


@pytest.mark.parametrize("workspace", ["geopackage", "postgis"], indirect=True)
@pytest.mark.parametrize("choice", [MINE, THEIRS])
def test_deleted_by_the_others(desk, choice):
    desk.write(desk.one, place_name="Mitt torg")
    desk.write(desk.two, place_name="Min park")
    desk.other.delete("incident", desk.one, user="anna")
    (sides,) = desk.refused().values()
    assert sides.theirs_deleted and undecided(sides, {}) == (WHOLE,)
    assert desk.guard.resolve(desk.layer, [decide(sides, {WHOLE: choice})], "Decide")
    assert desk.record(desk.two)["place_name"] == "Min park"
    record = desk.workspace.get("incident", desk.one, deleted=True)
    if choice == MINE:
        assert record.deleted_at is None and record["place_name"] == "Mitt torg"
        operations = [c.operation for c in desk.workspace.history(desk.one)]
        assert operations == ["insert", "delete", "restore", "update"]
    else:
        assert record.deleted_at is not None and record["place_name"] == "Torget"
    assert not desk.layer.isModified()


def test_a_rule_refuses_the_restored_record_and_nothing_is_half_written(desk):
    desk.write(desk.one, description="Sågs med 811228-9874")
    desk.write(desk.two, place_name="Min park")
    desk.other.delete("incident", desk.one, user="anna")
    (sides,) = desk.refused().values()
    with pytest.raises(DataError, match="personnummer"):
        desk.guard.resolve(desk.layer, [decide(sides, {WHOLE: MINE})], "Decide")
    assert desk.workspace.get("incident", desk.one, deleted=True).deleted_at is not None
    assert desk.record(desk.two)["place_name"] == "Parken"
    assert len(desk.layer.editBuffer().changedAttributeValues()) == 2, "all of mine is still there"


@pytest.mark.parametrize("choice", [MINE, THEIRS])
def test_i_deleted_what_they_changed(desk, choice):
    assert desk.layer.deleteFeature(desk.fid(desk.one))
    desk.other.update("incident", desk.one, {"place_name": "Deras"}, user="anna")
    (sides,) = desk.refused().values()
    assert sides.mine_deleted and not sides.theirs_deleted
    assert desk.guard.resolve(desk.layer, [decide(sides, {WHOLE: choice})], "Decide")
    record = desk.workspace.get("incident", desk.one, deleted=True)
    assert (record.deleted_at is not None) == (choice == MINE)
    assert record["place_name"] == "Deras"


@pytest.mark.geopackage
def test_what_they_change_while_i_decide_is_a_new_conflict(desk):
    desk.write(desk.one, place_name="Mitt torg")
    desk.other.update("incident", desk.one, {"place_name": "Deras"}, user="anna")
    (sides,) = desk.refused().values()
    desk.other.update("incident", desk.one, {"place_name": "Senare"}, user="bo")
    assert not desk.guard.resolve(desk.layer, [decide(sides, preset(sides, MINE))], "Decide")
    assert desk.record(desk.one)["place_name"] == "Senare"
    (sides,) = desk.guard.sides(desk.layer)
    assert sides.who == "bo" and sides.mine["place_name"] == "Mitt torg"


def test_the_same_change_on_both_sides_is_no_contest(desk):
    desk.write(desk.one, place_name="Samma")
    desk.other.update("incident", desk.one, {"place_name": "Samma"}, user="anna")
    (sides,) = desk.refused().values()
    assert undecided(sides, {}) == () and decide(sides, {}).drop
    assert desk.guard.resolve(desk.layer, [decide(sides, {})], "Decide")
    assert len(desk.workspace.history(desk.one)) == 2


@pytest.mark.parametrize("workspace", ["geopackage", "postgis"], indirect=True)
def test_an_edit_of_many_of_which_few_were_changed(desk, incident):
    """As when a value is set for all: nothing is half-written, all that is mine alone is saved."""
    with desk.workspace.transaction("jag") as transaction:
        many = [transaction.insert("incident", incident()) for _ in range(500)]
    desk.layer.rollBack()
    assert desk.layer.startEditing()
    index = desk.layer.fields().indexOf("place_name")
    for feature in list(desk.layer.getFeatures()):
        assert desk.layer.changeAttributeValue(feature.id(), index, "Alla")
    for uuid in many[100:103]:
        desk.other.update("incident", uuid, {"source": "media"}, user="bo")
    desk.other.delete("incident", many[7], user="bo")
    conflicts = desk.refused()
    assert set(conflicts) == {many[7], *many[100:103]}
    assert all(row["place_name"] != "Alla" for row in desk.workspace.rows("incident"))
    decisions = [
        decide(sides, {WHOLE: THEIRS} if sides.whole else {}) for sides in conflicts.values()
    ]
    assert desk.guard.resolve(desk.layer, decisions, "Decide")
    rows = desk.workspace.rows("incident")
    assert len(rows) == 501 and sum(row["source"] == "media" for row in rows) == 3
    assert sum(row["place_name"] == "Alla" for row in rows) == 501


@pytest.mark.parametrize("workspace", ["geopackage", "postgis"], indirect=True)
def test_a_place_moved_of_a_record_deleted_and_restored_meanwhile(desk):
    desk.move(desk.one, "Point(500007 6580000)")
    desk.other.delete("incident", desk.one, user="bo")
    desk.other.restore(desk.other.history(desk.one)[0], user="bo")
    (sides,) = desk.refused().values()
    assert desk.record(desk.one).geometry == HERE
    assert desk.guard.resolve(desk.layer, [decide(sides, preset(sides, MINE))], "Decide")
    assert desk.record(desk.one).geometry == point_wkb(500_007, 6_580_000)


def test_layers_of_one_project_are_saved_each_by_itself(desk):
    actor = desk.workspace.insert("actor", {"name": "Parken", "kind": "municipality"})
    uri, provider = desk.workspace.layer_uri("actor")
    actors = QgsVectorLayer(uri, "actor", provider)
    assert desk.guard.attach(actors) and actors.startEditing()
    (feature,) = actors.getFeatures()
    assert actors.changeAttributeValue(feature.id(), actors.fields().indexOf("name"), "Min park")
    desk.write(desk.one, place_name="Mitt torg")
    desk.other.update("actor", actor, {"name": "Deras park"}, user="bo")
    assert desk.layer.commitChanges() and not actors.commitChanges()
    assert desk.record(desk.one)["place_name"] == "Mitt torg"
    assert desk.workspace.get("actor", actor)["name"] == "Deras park" and actors.isModified()
    actors.rollBack()
