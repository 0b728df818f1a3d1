"""Causes keep their numbers, measures their causes, and states what they ask for."""

from __future__ import annotations

from datetime import date

import pytest

from trygg_plugin.data.casework import causes, measures
from trygg_plugin.data.casework.transitions import steps_of
from trygg_plugin.data.errors import DataError


@pytest.fixture()
def problem(workspace):
    return workspace.insert("problem", {"title": "Klotter", "phenomena": ["vandalism"]})


def cause(workspace, problem, title, kind="object_place", **values):
    return causes.add_cause(workspace, problem, {"title": title, "kind": kind, **values})


def test_numbers_follow_the_highest_ever_given(workspace, problem):
    first, second = cause(workspace, problem, "Mörkt"), cause(workspace, problem, "Skymt")
    causes.remove_cause(workspace, second)
    third = cause(workspace, problem, "Öde")
    assert [(c.uuid, c["number"]) for c in causes.causes_of(workspace, problem)] == [
        (first, 1), (third, 3)
    ]  # fmt: skip
    causes.renumber(workspace, problem, [third, first])
    assert [c.uuid for c in causes.causes_of(workspace, problem)] == [third, first]
    assert [c["number"] for c in causes.causes_of(workspace, problem)] == [1, 2]
    with pytest.raises(DataError, match="changed meanwhile"):
        causes.renumber(workspace, problem, [third])


def test_no_cause_lies_behind_itself(workspace, problem):
    a = cause(workspace, problem, "A")
    b = cause(workspace, problem, "B", behind=a)
    c = cause(workspace, problem, "C", behind=b)
    with pytest.raises(DataError, match="behind itself"):
        causes.change_cause(workspace, a, {"behind": c})
    other = workspace.insert("problem", {"title": "Annat", "phenomena": ["vandalism"]})
    with pytest.raises(DataError, match="same problem"):
        cause(workspace, other, "D", behind=a)
    causes.remove_cause(workspace, b)
    assert workspace.get("cause", c)["behind"] == a


@pytest.mark.parametrize("workspace", ["geopackage", "postgis"], indirect=True)
def test_a_removed_cause_lets_go_of_its_measures(workspace, problem):
    a, b = cause(workspace, problem, "A"), cause(workspace, problem, "B")
    measure = measures.create_measure(
        workspace, {"title": "Ljus", "type": "lighting", "problem": problem}, [a, b]
    )
    assert measures.cause_numbers(workspace) == {measure: (1, 2)}
    causes.remove_cause(workspace, a)
    assert measures.cause_numbers(workspace, problem) == {measure: (2,)}
    measures.change_measure(workspace, measure, {"title": "Nytt ljus"}, causes=[])
    assert measures.causes_of_measure(workspace, measure) == []
    measures.change_measure(workspace, measure, {}, causes=[b])
    assert [c["title"] for c in measures.causes_of_measure(workspace, measure)] == ["B"]


def test_a_measure_takes_only_its_own_problems_causes(workspace, problem):
    other = workspace.insert("problem", {"title": "Annat", "phenomena": ["vandalism"]})
    foreign = cause(workspace, other, "D")
    with pytest.raises(DataError, match="another problem"):
        measures.create_measure(
            workspace, {"title": "Ljus", "type": "lighting", "problem": problem}, [foreign]
        )
    assert workspace.rows("measure") == []


@pytest.mark.geopackage
def test_moves_are_kept_with_who_and_note(workspace, problem, owner):
    measure = measures.create_measure(
        workspace, {"title": "Ljus", "type": "lighting", "problem": problem,
                    "deadline": date(2026, 5, 1)},
    )  # fmt: skip
    with pytest.raises(DataError, match="ansvarig|responsible"):
        measures.advance(workspace, measure, "decided")
    measures.advance(
        workspace, measure, "decided", {"responsible_organisation": owner}, note="EST-möte",
        user="anna",
    )  # fmt: skip
    with pytest.raises(DataError):
        measures.advance(workspace, measure, "effect_assessed")
    last = steps_of(workspace, "measure", measure)[-1]
    assert (last.who, last.before, last.after, last.note) == (
        "anna", "proposed", "decided", "EST-möte"
    )  # fmt: skip
