"""The reviewer's queue and acts: what is shown, written, taken back, and never overwritten."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import product

import pytest
from qgis.core import QgsGeometry, QgsPointXY

from trygg_plugin.data.casework import duplicates, queue, review
from trygg_plugin.data.casework.queue import NONE, QueueFilter
from trygg_plugin.data.casework.review import Seen
from trygg_plugin.data.casework.transitions import steps_of
from trygg_plugin.data.errors import DataError
from trygg_plugin.domain.duplicates import Limits
from trygg_plugin.domain.states import INCIDENT, allowed

LEFT, BOTTOM = 500_000.0, 6_580_000.0
FIRST = datetime(2025, 1, 1, 20, 0)


@pytest.fixture()
def workspace(any_workspace):
    """Every test of this module, on each engine in turn."""
    return any_workspace


@pytest.fixture()
def report(workspace):
    """Reports an incident as a reporter would; gives its uuid."""

    def insert(number=0, x=LEFT + 100, y=BOTTOM + 100, **values):
        at = FIRST + timedelta(days=number)
        known = {
            "category": "vandalism", "subcategory": "graffiti", "time_from": at,
            "reported_at": at, "channel": "qgis", "description": f"Klotter {number}",
        }  # fmt: skip
        place = None if x is None else QgsGeometry.fromPointXY(QgsPointXY(x, y))
        return workspace.insert("incident", {**known, **values}, geometry=place)

    return insert


@pytest.fixture()
def seen(workspace):
    return lambda *uuids: [Seen(u, workspace.get("incident", u).version) for u in uuids]


def listed(workspace, wanted):
    parts = queue.question(workspace, wanted)
    rows = workspace.query(
        f"SELECT {parts.columns} FROM {parts.tables} WHERE {parts.where} ORDER BY {parts.order}",
        parts.parameters,
    )
    return [row["uuid"] for row in rows]


def state(workspace, uuid):
    return workspace.get("incident", uuid)["status"]


# --- the queue -----------------------------------------------------------------------------------


def test_the_queue_holds_what_waits_in_either_order(workspace, report, seen):
    first, second, third, done = (report(n) for n in range(4))
    review.approve(workspace, seen(done))
    review.ask_completion(workspace, seen(second), "Vilken vägg?")
    assert listed(workspace, QueueFilter()) == [first, second, third]
    newest = QueueFilter(newest_first=True)
    assert listed(workspace, newest) == [third, second, first]
    assert queue.position(workspace, newest, first) == 2
    assert queue.position(workspace, QueueFilter(), third) == 2
    assert queue.position(workspace, QueueFilter(), done) is None
    assert listed(workspace, QueueFilter(states=("approved",))) == [done]
    assert listed(workspace, QueueFilter(states=())) == []


def test_filters_narrow_and_counts_say_what_another_choice_would_give(
    workspace, report, area, owner
):
    inside = report(0, area=area, reporter_organisation=owner)
    outside = report(1, category="rumour", subcategory=None, area=area)
    report(2, category="rumour", subcategory=None, reporter_organisation=owner)
    wanted = QueueFilter(area=area)
    assert listed(workspace, wanted) == [inside, outside]
    assert listed(workspace, QueueFilter(category="rumour", area=area)) == [outside]
    assert len(listed(workspace, QueueFilter(area=NONE))) == 1
    found = queue.counts(workspace, QueueFilter(category="rumour", area=area))
    assert found["category"] == {"vandalism": 1, "rumour": 1}
    assert found["area"] == {area: 1, NONE: 1}
    assert found["reporter_organisation"] == {NONE: 1}
    assert found["status"] == {"submitted": 1}


def test_search_finds_words_whatever_their_case(workspace, report):
    made = [
        report(0, description="KLOTTER VID ÅGATAN"),
        report(1, description="Väggen till 100% full", place_name="Torget"),
    ]
    for typed, hits in (
        ("ågatan", [0]), ("ÅGATAN klotter", [0]), ("100%", [1]), ("1_0", []), ("!", []),
        ("torget", [1]), ("ågatan torget", []), ("  ", [0, 1]),
    ):
        assert listed(workspace, QueueFilter(search=typed)) == [made[i] for i in hits], typed


def test_an_incident_is_found_by_the_beginning_of_its_uuid(workspace, report):
    made = [report(n) for n in range(3)]
    for typed in (made[1][:8], "#" + made[1][:8].upper(), made[1]):
        assert listed(workspace, QueueFilter(search=typed)) == [made[1]]


def test_the_map_s_view_and_selection_narrow_too(workspace, report):
    near, far, nowhere = report(0), report(1, x=LEFT + 5000), report(2, x=None)
    box = (LEFT, BOTTOM, LEFT + 1000, BOTTOM + 1000)
    assert listed(workspace, QueueFilter(box=box)) == [near]
    assert listed(workspace, QueueFilter(among=(far, nowhere))) == [far, nowhere]
    assert listed(workspace, QueueFilter(among=())) == []
    assert queue.counts(workspace, QueueFilter(box=box))["status"] == {"submitted": 1}


def test_texts_with_something_to_look_at_are_found(workspace, report):
    read = []
    plate = report(0, description="En bil ABC123 stod där")
    report(1)
    named = report(2, place_name="Hos Anna Svensson")
    found = queue.with_warnings(workspace, QueueFilter(), progress=read.append)
    assert found == (plate, named) and read == [3]
    assert queue.with_warnings(workspace, QueueFilter(), most=1) == (plate,)
    values = workspace.get("incident", plate).values
    ((field, (finding,)),) = queue.findings(workspace, values).items()
    assert field == "description" and values[field][finding.start : finding.end] == "ABC123"


# --- acts ----------------------------------------------------------------------------------------


def test_one_act_walks_all_steps_and_history_keeps_each(workspace, report, seen):
    uuid = report()
    done = review.approve(workspace, seen(uuid), {"severity_reviewed": "3"}, user="Ann")
    assert done.uuids == (uuid,) and not done.refused
    incident = workspace.get("incident", uuid)
    assert (incident["status"], incident["severity_reviewed"]) == ("approved", "3")
    steps = [(s.before, s.after, s.who) for s in steps_of(workspace, "incident", uuid)]
    # PostgreSQL names the login, whatever is claimed
    ann = incident.changed_by
    assert steps[1:] == [("submitted", "under_review", ann), ("under_review", "approved", ann)]
    assert ann == "Ann" or workspace.engine.parameter != "?"


def test_the_shortest_way_is_made_of_allowed_steps_only():
    ends = ("under_review", "approved", "needs_completion", "rejected")
    for before, after in product(INCIDENT.states, ends):
        try:
            way = review.steps_to(before, after)
        except DataError:
            assert before in ("draft", "fed_back", "closed", "anonymised")
            continue
        path = [before, *way]
        assert path[-1] == after and all(allowed(INCIDENT, a, b) for a, b in zip(path, path[1:]))


def test_reject_and_take_up_again(workspace, report, seen):
    uuid = report()
    review.reject(workspace, seen(uuid), "outside_est", note="Gäller annan kommun")
    incident = workspace.get("incident", uuid)
    assert (incident["status"], incident["rejection_reason"]) == ("rejected", "outside_est")
    assert steps_of(workspace, "incident", uuid)[-1].note == "Gäller annan kommun"
    review.begin(workspace, seen(uuid))
    assert workspace.get("incident", uuid)["rejection_reason"] is None


def test_completion_needs_words(workspace, report, seen):
    uuid = report()
    with pytest.raises(DataError, match="Say what"):
        review.ask_completion(workspace, seen(uuid), "  ")
    review.ask_completion(workspace, seen(uuid), " Var? ")
    assert workspace.get("incident", uuid)["completion_request"] == "Var?"


def test_two_reviewers_never_overwrite_each_other(workspace, report, seen):
    first, second, third = (report(n) for n in range(3))
    mine = seen(first, second, third)
    review.reject(workspace, seen(second), "outside_est", user="Bo")
    workspace.delete("incident", third, user="Bo")
    done = review.approve(workspace, mine, user="Ann")
    assert done.uuids == (first,)
    assert {uuid for uuid, _ in done.refused} == {second, third}
    bo = workspace.get("incident", second).changed_by
    assert all(error.values["who"] == bo for _, error in done.refused)
    assert (state(workspace, first), state(workspace, second)) == ("approved", "rejected")


def test_what_the_database_refuses_does_not_stop_the_others(workspace, report, seen):
    fine, draft = report(0), report(1, status="draft")
    done = review.approve(workspace, seen(draft, fine))
    assert done.uuids == (fine,) and done.refused[0][0] == draft
    assert "draft" in str(done.refused[0][1])
    assert state(workspace, draft) == "draft"


def test_undo_goes_back_and_erases_nothing(workspace, report, seen):
    uuids = [report(n) for n in range(3)]
    done = review.approve(workspace, seen(*uuids), {"publishable": True})
    before = len(workspace.history(uuids[0]))
    review.take_back(workspace, done, user="Ann")
    for uuid in uuids:
        incident = workspace.get("incident", uuid)
        assert (incident["status"], incident["publishable"]) == ("submitted", False)
    changes = workspace.history(uuids[0])
    # a step backwards where there is one, restored where there is none
    assert [c.operation for c in changes[before:]] == ["update", "restore"]
    assert [s.after for s in steps_of(workspace, "incident", uuids[0])] == [
        "submitted", "under_review", "approved", "under_review", "submitted",
    ]  # fmt: skip


def test_who_may_not_restore_goes_back_as_far_as_the_steps_lead(workspace, report, seen):
    uuid = report()
    done = review.approve(workspace, seen(uuid), {"severity_reviewed": "2"})
    workspace.role = "case_officer"
    review.take_back(workspace, done)
    incident = workspace.get("incident", uuid)
    assert (incident["status"], incident["severity_reviewed"]) == ("under_review", None)
    assert "restore" not in [change.operation for change in workspace.history(uuid)]


def test_several_acts_are_undone_one_after_the_other(workspace, report, seen):
    uuid = report()
    first = review.set_values(workspace, seen(uuid), {"severity_reviewed": "2"})
    second = review.approve(workspace, seen(uuid))
    stands_for = {}
    review.take_back(workspace, second, stands_for)
    review.take_back(workspace, first, stands_for)
    incident = workspace.get("incident", uuid)
    assert (incident["status"], incident["severity_reviewed"]) == ("submitted", None)


def test_undo_is_refused_when_someone_came_after(workspace, report, seen):
    uuid = report()
    done = review.approve(workspace, seen(uuid))
    workspace.update("incident", uuid, {"severity_reviewed": "2"}, user="Bo")
    with pytest.raises(DataError, match="can no longer be undone"):
        review.take_back(workspace, done)
    assert state(workspace, uuid) == "approved"


def test_a_corrected_place_brings_its_area(workspace, report, seen, area):
    uuid = report(deso="2080C1010", x=None)
    done = review.correct_place(
        workspace, seen(uuid)[0], (LEFT + 500, BOTTOM + 500), area, precision="exact"
    )
    incident = workspace.get("incident", uuid)
    assert duplicates.point_of(incident) == (LEFT + 500, BOTTOM + 500)
    assert (incident["area"], incident["deso"]) == (area, None)
    review.take_back(workspace, done)
    incident = workspace.get("incident", uuid)
    assert incident.geometry is None and incident["deso"] == "2080C1010"


def test_forwarding_and_problems_are_relations(workspace, report, seen, owner):
    uuid = report()
    done = review.forward(workspace, seen(uuid), owner, request=" Laga ", due=date(2025, 3, 1))
    (sent,) = workspace.rows("incident_forward")
    assert (sent["incident"], sent["organisation"], sent["request"]) == (uuid, owner, "Laga")
    review.take_back(workspace, done)
    assert workspace.rows("incident_forward") == []
    problem, made = review.new_problem(
        workspace, [uuid], {"title": "Klotter", "phenomena": ["vandalism"]}
    )
    review.link_problem(workspace, seen(uuid), problem)
    assert len(workspace.rows("problem_incident")) == 1
    assert state(workspace, uuid) == "submitted"
    review.take_back(workspace, made)
    assert workspace.rows("problem") == [] and workspace.rows("problem_incident") == []


def test_personal_data_go_one_by_one_or_all_at_once(workspace, report, seen):
    uuid = report(description="ABC123 och DEF456 vid lgh 1203", place_name="Torget")
    found = queue.findings(workspace, workspace.get("incident", uuid).values)["description"]
    review.remove_personal_data(workspace, seen(uuid), {"description": found[:1]})
    assert workspace.get("incident", uuid)["description"] == "[…] och DEF456 vid lgh 1203"
    review.remove_personal_data(workspace, seen(uuid))
    assert workspace.get("incident", uuid)["description"] == "[…] och […] vid […]"
    version = workspace.get("incident", uuid).version
    review.remove_personal_data(workspace, seen(uuid))
    assert workspace.get("incident", uuid).version == version


# --- duplicates ----------------------------------------------------------------------------------


def test_candidates_by_place_time_and_category(workspace, report, seen, area):
    own = report(0, area=area, place_name="Parken")
    same = report(0, x=LEFT + 110)
    farther = report(0, x=LEFT + 180)
    other_kind = report(0, x=LEFT + 110, category="rumour", subcategory=None)
    unplaced = report(0, x=None, place_name="PARKEN")
    report(5)
    report(0, x=LEFT + 300)
    draft = report(0, status="draft")
    found = duplicates.candidates(workspace, own)
    assert [c.record.uuid for c in found] == [same, unplaced, other_kind, farther]
    assert found[0].likeness.distance == pytest.approx(10)
    assert own not in [c.record.uuid for c in found] and draft not in [c.record.uuid for c in found]
    back = duplicates.candidates(workspace, unplaced)
    assert [c.record.uuid for c in back] == [own]


def test_the_limits_are_the_workspace_s(workspace, report):
    own, near = report(0), report(0, x=LEFT + 300)
    assert duplicates.candidates(workspace, own) == []
    duplicates.set_limits(workspace, Limits(distance=500, hours=12, least=0.5))
    assert [c.record.uuid for c in duplicates.candidates(workspace, own)] == [near]
    workspace.set_meta("duplicate_hours", "-3")
    assert duplicates.limits_of(workspace) == Limits()


def test_a_merge_loses_neither_report(workspace, report, seen):
    kept = report(0, x=None, subcategory=None, people_count="one")
    lost = report(0, place_name="Parken", people_count="two_to_five", severity="3")
    earlier = report(0)
    duplicates.merge(workspace, seen(lost)[0], seen(earlier))
    problem, _ = review.new_problem(
        workspace, [lost], {"title": "Klotter", "phenomena": ["vandalism"]}
    )
    before = workspace.get("incident", lost)
    done = duplicates.merge(workspace, seen(kept)[0], seen(lost))
    assert done.uuids == (kept, lost)
    into, out = workspace.get("incident", kept), workspace.get("incident", lost)
    # taken over where nothing was said, and only there
    assert into["place_name"] == "Parken" and into["people_count"] == "one"
    assert (into["subcategory"], into["severity"]) == ("graffiti", "3")
    assert into.geometry == before.geometry
    # the duplicate says all that it said
    assert (out["status"], out["rejection_reason"]) == ("rejected", "duplicate")
    assert out["duplicate_of"] == kept and out["place_name"] == "Parken"
    assert workspace.get("incident", earlier)["duplicate_of"] == kept
    links = {row["incident"] for row in workspace.rows("problem_incident", "problem = {p}",
                                                       [problem])}
    assert links == {kept, lost}
    assert lost[:8] in workspace.history(kept)[-1].note
    assert kept[:8] in steps_of(workspace, "incident", lost)[-1].note
    review.take_back(workspace, done)
    assert workspace.get("incident", kept)["place_name"] is None
    assert workspace.get("incident", kept).geometry is None
    assert state(workspace, lost) == "submitted"
    assert workspace.get("incident", earlier)["duplicate_of"] == lost


def test_no_chains_no_loops_and_all_or_nothing(workspace, report, seen):
    first, second, third = (report(0) for _ in range(3))
    with pytest.raises(DataError, match="no duplicate of itself"):
        duplicates.merge(workspace, seen(first)[0], seen(first))
    duplicates.merge(workspace, seen(first)[0], seen(second))
    done = duplicates.merge(workspace, seen(second)[0], seen(third))
    assert not done.uuids and "itself a duplicate" in str(done.refused[0][1])
    stale = seen(third)
    workspace.update("incident", third, {"severity": "2"}, user="Bo")
    done = duplicates.merge(workspace, seen(first)[0], stale)
    bo = workspace.get("incident", third).changed_by
    assert not done.uuids and done.refused[0][1].values["who"] == bo
    assert state(workspace, third) == "submitted"
    assert [r.uuid for r in duplicates.duplicates_of(workspace, first)] == [second]
