"""On both engines, once through: a meeting decides, the measure is followed up and assessed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle

from trygg_plugin.data.casework import agenda, decisions, followups, meetings
from trygg_plugin.data.casework.agenda import Point
from trygg_plugin.data.casework.meetings import Participant
from trygg_plugin.data.casework.places import counts_by_area, first_day_known
from trygg_plugin.data.errors import DataError
from trygg_plugin.domain.effect_windows import Windows
from trygg_plugin.reports import effect as effects
from trygg_plugin.reports.meeting_points import blocks_of, gather_meeting, map_of, with_work

LEFT, BOTTOM = 500_000.0, 6_580_000.0
CONTENTS = ("follow_up", "news", "changes", "problems", "decisions", "planned_events", "other")


@pytest.fixture()
def workspace(any_workspace):
    return any_workspace


def square(east):
    made = QgsGeometry.fromRect(QgsRectangle(LEFT + east, BOTTOM, LEFT + east + 500, BOTTOM + 500))
    made.convertToMultiType()
    return made


def fill(workspace, area):
    """60 to 20 at the place, 50 to 48 beside; events ahead; some that wait for review."""
    rows, places = [], []
    for x, before, after, state in ((100, 60, 20, "approved"), (1100, 50, 48, "approved"),
                                    (100, 0, 5, "submitted")):  # fmt: skip
        for count, year in ((before, 2023), (after, 2024)):
            for i in range(count):
                rows.append(["vandalism", datetime(year, 5, 2, 20) + timedelta(days=i * 5), state,
                             "import", area])  # fmt: skip
                places.append(QgsGeometry.fromPointXY(QgsPointXY(LEFT + x, BOTTOM + 100)))
    rows.append(["event", datetime(2024, 12, 13, 18), "submitted", "import", area])
    places.append(QgsGeometry.fromPointXY(QgsPointXY(LEFT + 120, BOTTOM + 100)))
    with workspace.transaction("test", importing=True) as transaction:
        transaction.insert_many(
            "incident", ["category", "time_from", "status", "channel", "area"], rows,
            geometries=places,
        )


def test_from_meeting_to_effect(workspace):
    area = workspace.insert("area", {"name": "Centrum", "kind": "est_area"}, geometry=square(0))
    workspace.insert("area", {"name": "Norr", "kind": "est_area"}, geometry=square(1000))
    owner = workspace.insert("actor", {"name": "Parkenheten", "kind": "municipality"})
    fill(workspace, area)
    assert first_day_known(workspace) == date(2023, 5, 2)
    assert counts_by_area(workspace, since=date(2023, 1, 1), until=date(2023, 12, 31))[area] > 60
    problem = workspace.insert(
        "problem", {"title": "Klotter", "phenomena": ["vandalism"], "area": area},
        geometry=square(0),
    )
    agenda.set_agenda(
        workspace, "est", [*agenda.default_agenda(workspace), Point("other", "Nästa möte")])
    workspace.reload()
    meeting = meetings.plan(
        workspace, "est", datetime(2024, 12, 2, 9), participants=[Participant(owner, "chair")])
    meetings.begin(workspace, meeting, datetime(2024, 12, 2, 9, 2))
    points = meetings.points_of(workspace, meeting)
    assert points[-1]["title"] == "Nästa möte"
    meetings.write_notes(workspace, points[0].uuid, "Inget att följa upp.")
    meetings.mark_handled(workspace, points[0].uuid)
    meetings.set_present(workspace, meeting, owner, "chair", False)

    picture = gather_meeting(workspace, meeting, "sv")
    # of those at every fifth day from 2 May: the 8, 13, 18, 23 and 28 of November
    assert picture.news.situation.total.total == 5
    assert [row["time_from"] for row in picture.events] == [datetime(2024, 12, 13, 18)]
    shown = {content: blocks_of(workspace, picture, content) for content in CONTENTS}
    assert all(shown[content] for content in CONTENTS if content != "other")
    assert map_of(picture, "planned_events") is not None and map_of(picture, "other") is None

    made = decisions.record_decision(
        workspace, meeting, "Ny belysning", point=points[4].uuid, problem=problem,
        organisation=owner, deadline=date(2024, 5, 1), place=square(0),
    )  # fmt: skip
    after = with_work(workspace, picture)
    assert [one.uuid for one in after.due] == [made.measure]
    with pytest.raises(DataError):
        decisions.record_decision(workspace, meeting, "Ring 19811228-9874")
    minutes = meetings.close(workspace, meeting)
    assert [d.text for d in minutes.points[4].decisions] == ["Ny belysning"]
    assert minutes.absent == (("Parkenheten", "Ordförande"),)

    second = meetings.plan(workspace, "est", datetime.now() + timedelta(days=7))
    later = workspace.get("meeting", second)
    told = decisions.to_follow_up(
        workspace, later["starts_at"].date(), "est", meeting)
    assert [one.text for one in told] == ["Ny belysning"]
    decisions.carry_out(workspace, told[0].uuid, date(2024, 12, 3), "lyser")
    version = workspace.get("measure", made.measure).version
    followups.record_follow_up(
        workspace, made.measure, {"date": date(2024, 12, 3), "colour": "green"},
        outcome="completed", base_version=version,
    )  # fmt: skip
    (due,) = followups.due_list(workspace, date(2025, 12, 1))
    assert (due.due.reason, due.colour) == ("effect", "green")

    windows = Windows(
        "", (date(2023, 5, 1), date(2024, 4, 30)), (date(2024, 5, 1), date(2025, 4, 30)))
    asked = effects.inputs_of(square(0), "Tunneln", [("Norr", square(1000))], windows, ring=100)
    found = effects.effect_of(workspace, asked, "sv")
    assert found.counts["treated"] == (60, 20) and found.counts["control"] == (50, 48)
    followups.store_effect(
        workspace, made.measure, method="wdd", estimate=found.difference.estimate,
        low=found.difference.low, high=found.difference.high, sentence=found.text,
        inputs=found.inputs.stored(), figures=found.figures, day=date(2024, 12, 4),
    )  # fmt: skip
    assert workspace.get("measure", made.measure)["status"] == "effect_assessed"
    kept = followups.stored_effect(followups.follow_ups_of(workspace, made.measure)[0])
    again = effects.effect_of(workspace, effects.EffectInputs.read(kept.inputs), "sv")
    assert effects.differences(kept.figures, again.figures) == []
