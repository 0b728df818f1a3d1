"""Safety walks over a workspace: planned, walked, distributed, answered, finished."""

from __future__ import annotations

import datetime as dt

import pytest
from qgis.core import QgsGeometry, QgsPointXY

from trygg_plugin.data.casework import walks
from trygg_plugin.data.casework.walks import Participants
from trygg_plugin.data.errors import DataError, Refusal
from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.domain.advice import StepStoppedError
from trygg_plugin.domain.states import WALK, TransitionError

TODAY = dt.date(2024, 11, 22)
HELD = {
    "premeeting_at": dt.datetime(2024, 10, 1, 18),
    "walked_at": dt.datetime(2024, 10, 8, 18),
    "feedback_meeting_at": dt.datetime(2024, 11, 20, 18),
}
PLACE = point_wkb(500_010.0, 6_580_010.0)
ROUTE = QgsGeometry.fromPolylineXY([QgsPointXY(500_000, 6_580_000), QgsPointXY(500_200, 6_580_100)])
on_both_engines = pytest.mark.parametrize(
    "workspace",
    ["geopackage", pytest.param("postgis", marks=pytest.mark.native)],
    indirect=True,
)


@pytest.fixture()
def walk(workspace):
    """A planned walk with two groups, and an owner."""
    owner = workspace.insert("actor", {"name": "Parkenheten", "kind": "municipality"})
    uuid = walks.plan(
        workspace, {"title": "Centrum runt", "themes": ["lighting"], **HELD}, route=ROUTE,
        participants=[Participants("resident", 9), Participants("park_service", 2, owner)],
        user="anna",
    )  # fmt: skip
    return workspace, uuid, owner


def add(workspace, walk, **values):
    return walks.add_point(
        workspace, walk, {"theme": "lighting", "description": "Mörkt", **values}, place=PLACE
    )


def test_a_walk_is_planned_with_route_and_participants(walk):
    workspace, uuid, owner = walk
    found = walks.read(workspace, uuid)
    assert found.record["status"] == "planned" and found.record["themes"] == "{lighting}"
    assert found.record.geometry is not None
    assert found.participants == (
        Participants("resident", 9), Participants("park_service", 2, owner),
    )  # fmt: skip
    assert found.people == 11 and found.facts.participants == 11
    walks.change(workspace, uuid, {"participants": 7}, participants=[Participants("resident", 3)])
    found = walks.read(workspace, uuid)
    assert found.people == 3 and found.facts.participants == 7, "who was counted goes first"


def test_a_plan_is_all_or_nothing(workspace):
    with pytest.raises(Refusal):
        walks.plan(workspace, {"title": "X"}, participants=[Participants("nonsense")])
    assert workspace.rows("walk") == [] and workspace.rows("walk_participant") == []


def test_points_are_numbered_as_they_are_found(walk):
    workspace, uuid, _owner = walk
    points = [add(workspace, uuid, description=text) for text in "abc"]
    assert [p["number"] for p in walks.read(workspace, uuid).points] == [1, 2, 3]
    workspace.delete("walk_point", points[0])
    add(workspace, uuid, description="d")
    assert [p["number"] for p in walks.read(workspace, uuid).points] == [2, 3, 4]


@on_both_engines
def test_points_are_numbered_anew_in_any_order(walk):
    workspace, uuid, _owner = walk
    points = [add(workspace, uuid, description=text) for text in "abcd"]
    order = [points[2], points[0], points[3], points[1]]
    walks.renumber(workspace, uuid, order)
    assert [p.uuid for p in walks.read(workspace, uuid).points] == order
    with pytest.raises(DataError, match="changed meanwhile"):
        walks.renumber(workspace, uuid, order[:3])


def test_a_photo_needs_its_confirmation(walk):
    workspace, uuid, _owner = walk
    with pytest.raises(Refusal) as caught:
        add(workspace, uuid, photo="photos/a.jpg")
    assert caught.value.rule == "photo_is_confirmed"
    add(workspace, uuid, photo="photos/a.jpg", photo_confirmed=True)


@on_both_engines
def test_the_whole_walk(walk):
    workspace, uuid, owner = walk
    lamp = add(workspace, uuid, proposal="Byt lampan")
    bench = add(workspace, uuid, theme="activity", works_well=True)
    for state in ("premeeting", "walked"):
        walks.step(workspace, uuid, state, today=TODAY)
    with pytest.raises(StepStoppedError, match="responsible organisation: 1"):
        walks.step(workspace, uuid, "points_distributed", today=TODAY)
    assert walks.read(workspace, uuid).record["status"] == "walked"
    walks.change_point(workspace, lamp, {"owner_organisation": owner})
    walks.step(workspace, uuid, "points_distributed", today=TODAY, user="anna")
    states = {p.uuid: p["status"] for p in walks.read(workspace, uuid).points}
    assert states == {lamp: "distributed", bench: "found"}
    (row,) = walks.listed(workspace, TODAY)
    assert (row.points, row.answered, row.late, row.date) == (2, 0, 0, dt.date(2024, 10, 8))
    walks.distribute(workspace, [lamp], owner, dt.date(2024, 11, 1))
    assert walks.listed(workspace, TODAY)[0].late == 1
    walks.step(workspace, uuid, "feedback_meeting", today=TODAY)
    with pytest.raises(StepStoppedError, match="not answered: 1"):
        walks.step(workspace, uuid, "finished", today=TODAY)
    with pytest.raises(Refusal) as caught:
        walks.answer(workspace, lamp, "declined", " ")
    assert caught.value.rule == "answered_has_answer"
    walks.answer(workspace, lamp, "done", "Bytt 20 november")
    walks.step(workspace, uuid, "finished", today=TODAY)
    assert walks.read(workspace, uuid).record["status"] == WALK.states[-1]
    with pytest.raises(DataError, match="finished"):
        add(workspace, uuid)


def test_steps_are_not_skipped_and_a_point_needs_its_owner(walk):
    workspace, uuid, _owner = walk
    with pytest.raises(TransitionError):
        walks.step(workspace, uuid, "finished", today=TODAY)
    point = add(workspace, uuid)
    with pytest.raises(Refusal) as caught:
        workspace.change_state("walk_point", point, "distributed")
    assert caught.value.rule == "distributed_has_owner"
    with pytest.raises(Refusal) as caught:
        workspace.change_state("walk_point", point, "done")
    assert caught.value.rule in ("state", "distributed_has_owner")


def test_the_database_wants_the_day_of_a_walk_that_was_made(workspace):
    uuid = walks.plan(workspace, {"title": "Utan dag"})
    workspace.change_state("walk", uuid, "premeeting")
    with pytest.raises(Refusal) as caught:
        workspace.change_state("walk", uuid, "walked")
    assert caught.value.rule == "walked_has_date"


def test_a_point_becomes_a_measure_once(walk):
    workspace, uuid, owner = walk
    problem = workspace.insert("problem", {"title": "Torget", "phenomena": ["vandalism"]})
    point = add(workspace, uuid, proposal="Byt  lampan\nvid gången")
    walks.distribute(workspace, [point], owner, dt.date(2024, 12, 1))
    measure = walks.make_measure(workspace, point, problem)
    made = workspace.get("measure", measure)
    assert (made["title"], made["type"], made["status"]) == (
        "Byt lampan vid gången", "lighting", "proposed",
    )  # fmt: skip
    assert (made["responsible_organisation"], made["deadline"]) == (owner, dt.date(2024, 12, 1))
    assert made.geometry == PLACE
    assert workspace.get("walk_point", point)["measure"] == measure
    with pytest.raises(DataError, match="measure already"):
        walks.make_measure(workspace, point, problem)
    assert len(workspace.rows("measure")) == 1


def test_suggested_types_are_codes(standard):
    themes = {code.key for code in standard.codelists["walk_theme"].codes}
    types = {code.key for code in standard.codelists["measure_type"].codes}
    assert set(walks.MEASURE_TYPES) < themes
    assert {*walks.MEASURE_TYPES.values(), "measure_other"} <= types
