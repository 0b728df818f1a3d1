"""Problems from incidents: what is suggested, what is linked, judged, ordered and taken back."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from qgis.core import QgsGeometry, QgsRectangle

from trygg_plugin.data.casework import problems
from trygg_plugin.data.casework.places import incidents_within
from trygg_plugin.data.casework.transitions import steps_of
from trygg_plugin.data.casework.undo import changes_since, mark, undo
from trygg_plugin.data.errors import DataError

BOTH = pytest.mark.parametrize("workspace", ["geopackage", "postgis"], indirect=True)


def make(workspace, title="Klotter vid stationen", incidents=(), **values):
    return problems.create_problem(
        workspace, {"title": title, "phenomena": ["vandalism"], **values}, incidents
    )


@BOTH
def test_draft_says_what_most_incidents_say(workspace, area, add_incidents):
    many = add_incidents(9, area=area, place_name="Stationen")
    few = add_incidents(
        2, datetime(2024, 5, 1, 12), category="disorder", subcategory="violence", area=area
    )
    rare = add_incidents(1, category="rumour", subcategory=None)
    draft = problems.draft_from_incidents(workspace, [*many, *few, *rare, many[0]])
    assert draft.categories == {"vandalism": 9, "disorder": 2, "rumour": 1}
    # one in twelve is not worth naming
    assert draft.values["phenomena"] == ["vandalism", "disorder"]
    assert draft.values["subcategories"] == ["graffiti", "violence"]
    assert draft.values["area"] == area
    assert draft.values["first_noticed"] == date(2024, 5, 1)
    assert draft.values["title"] == "Skadegörelse, Stationen"
    assert set(draft.incidents) == {*many, *few, *rare}


def test_draft_leaves_out_what_is_no_evidence(workspace, add_incidents):
    (approved,) = add_incidents(1)
    draft_incident = workspace.insert(
        "incident", {"category": "vandalism", "time_from": datetime(2025, 1, 1), "status": "draft",
                     "channel": "qgis"},
    )  # fmt: skip
    found = problems.draft_from_incidents(workspace, [approved, draft_incident])
    assert found.incidents == (approved,) and found.left_out == 1
    with pytest.raises(DataError, match="None of the chosen"):
        problems.draft_from_incidents(workspace, [draft_incident])


def test_title_takes_the_area_where_no_place_has_a_name(workspace, area, add_incidents):
    made = problems.draft_from_incidents(workspace, add_incidents(2, area=area))
    assert made.values["title"] == "Skadegörelse, Centrum"


def test_create_is_all_or_nothing(workspace, add_incidents):
    incidents = add_incidents(3)
    unknown = "00000000-0000-0000-0000-000000000000"
    with pytest.raises(DataError):
        make(workspace, incidents=[*incidents, unknown])
    assert workspace.rows("problem") == [] and workspace.rows("problem_incident") == []
    problem = make(workspace, incidents=[*incidents, incidents[0]])
    assert problems.linked(workspace, problem) == incidents[::-1]


@BOTH
def test_linking_twice_and_unlinking(workspace, add_incidents):
    incidents = add_incidents(4)
    problem = make(workspace, incidents=incidents[:2])
    other = make(workspace, "Annat", incidents[:1])
    assert problems.link(workspace, problem, incidents) == 2
    assert problems.link(workspace, problem, incidents) == 0
    assert problems.unlink(workspace, problem, [incidents[0], incidents[3]]) == 2
    assert set(problems.linked(workspace, problem)) == {incidents[1], incidents[2]}
    # the same incident may be evidence of two problems, and be linked anew
    assert [p.uuid for p in problems.problems_of(workspace, incidents[0])] == [other]
    assert problems.link(workspace, problem, incidents[:1]) == 1


@BOTH
def test_incidents_of_a_polygon_follow_its_true_outline(workspace, add_incidents):
    inside = add_incidents(3)  # x 100, 110, 120; y 100
    add_incidents(2, x=500_180, y=6_580_180)  # in the box, outside the triangle
    late = add_incidents(1, datetime(2025, 6, 1), category="disorder", subcategory=None)
    triangle = QgsGeometry.fromWkt(
        "Polygon((500050 6580050, 500250 6580050, 500050 6580250, 500050 6580050))"
    )
    assert set(incidents_within(workspace, [triangle])) == {*inside, *late}
    assert incidents_within(workspace, [triangle], categories=["disorder"]) == late
    assert incidents_within(workspace, [triangle], since=date(2025, 6, 1)) == late
    assert set(incidents_within(workspace, [triangle], until=date(2025, 1, 2))) == set(inside[:2])
    both = QgsGeometry.fromRect(QgsRectangle(500_099, 6_580_099, 500_101, 6_580_101))
    assert incidents_within(workspace, [triangle, both]).count(inside[0]) == 1
    assert incidents_within(workspace, [QgsGeometry()]) == []


def test_judgement_keeps_the_total_true(workspace):
    problem = make(workspace)
    assert problems.judge(workspace, problem, {"common": 3, "serious": 0}) == 33.333333333333336
    # serious weighs 2: (3·1 + 0·2) / (3·3)
    assert problems.judge(workspace, problem, {"serious": None}, reason="Skolan ropar") == 100.0
    row = workspace.get("problem", problem)
    assert (row["priority_common"], row["priority_serious"]) == ("3", None)
    assert row["priority_total"] == 100.0 and row["priority_reason"] == "Skolan ropar"
    assert problems.judge(workspace, problem, {"common": None}) is None
    assert workspace.get("problem", problem)["priority_total"] is None
    with pytest.raises(DataError, match="no criterion"):
        problems.judge(workspace, problem, {"nonsense": 1})


@BOTH
def test_a_stale_judgement_is_refused_with_a_sentence(workspace):
    problem = make(workspace)
    seen = workspace.get("problem", problem).version
    problems.judge(workspace, problem, {"common": 1}, user="anna")
    with pytest.raises(DataError):
        problems.judge(workspace, problem, {"common": 2}, base_version=seen)
    assert workspace.get("problem", problem)["priority_common"] == "1"


@BOTH
def test_order_is_decided_first_and_reckoned_after(workspace):
    a, b, c = (make(workspace, title) for title in ("A", "B", "C"))
    problems.judge(workspace, b, {"common": 3})
    assert [p.uuid for p in problems.open_problems(workspace)] == [b, a, c]
    assert problems.move(workspace, c, -2) == [c, b, a]
    assert [p.uuid for p in problems.open_problems(workspace)] == [c, b, a]
    assert [workspace.get("problem", p)["priority_rank"] for p in (c, b, a)] == [1, 2, 3]
    assert problems.move(workspace, c, 99) == [b, a, c]
    problems.set_order(workspace, [a])
    assert [p.uuid for p in problems.open_problems(workspace)] == [a, b, c]


def test_one_light_a_problem_and_period(workspace):
    problem = make(workspace)
    period = workspace.insert(
        "period", {"title": "T1", "kind": "tertial", "date_from": date(2026, 1, 1),
                   "date_to": date(2026, 4, 30)},
    )  # fmt: skip
    problems.set_light(workspace, problem, period, "yellow", "Oklart")
    problems.set_light(workspace, problem, period, "red")
    (light,) = problems.lights_of(workspace, problem)
    assert (light["colour"], light["reason"], light["title"]) == ("red", None, "T1")


@BOTH
def test_undo_takes_back_a_whole_action_and_keeps_history(workspace, add_incidents):
    incidents = add_incidents(2)
    before = mark(workspace)
    problem = make(workspace, incidents=incidents)
    done = changes_since(workspace, before)
    assert len(done) == 3
    undo(workspace, done, user="anna")
    assert workspace.rows("problem") == [] and workspace.rows("problem_incident") == []
    assert len(workspace.history(problem)) == 2

    before = mark(workspace)
    other = make(workspace, "Annat")
    workspace.change_state("problem", other, "prioritised")
    step = changes_since(workspace, before)[-1:]
    undo(workspace, step)
    assert workspace.get("problem", other)["status"] == "noticed"
    # and the undo can be undone
    undo(workspace, changes_since(workspace, before)[-1:])
    assert workspace.get("problem", other)["status"] == "prioritised"
    assert [s.after for s in steps_of(workspace, "problem", other)] == [
        "noticed", "prioritised", "noticed", "prioritised"
    ]  # fmt: skip


@pytest.mark.geopackage
def test_undo_is_refused_after_anothers_change(workspace):
    problem = make(workspace)
    before = mark(workspace)
    problems.judge(workspace, problem, {"common": 3})
    done = changes_since(workspace, before)
    workspace.update("problem", problem, {"title": "Nytt"}, user="bo")
    with pytest.raises(DataError, match="bo has changed"):
        undo(workspace, done)
    assert workspace.get("problem", problem)["title"] == "Nytt"
