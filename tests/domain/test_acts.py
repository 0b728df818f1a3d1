"""What acts take, against the rights that they are made of."""

from __future__ import annotations

import pytest

from trygg_plugin.domain.acts import ACTS, allows, step, who_may
from trygg_plugin.domain.rights import OWNER, ROLES
from trygg_plugin.domain.states import MACHINES

OFFICE = ("case_officer", "coordinator", "administrator")
LEADERS = ("coordinator", "administrator")


@pytest.mark.parametrize(
    ("act", "roles"),
    [
        ("incident.approve", OFFICE),
        ("incident.forward", OFFICE),
        # who reports may put the own report's place right, until its review begins
        ("incident.place", ("reporter", *OFFICE)),
        ("incident.read", ("reporter", "partner", *OFFICE)),
        ("problem.create", OFFICE),
        ("cause.change", OFFICE),
        ("cause.remove", LEADERS),
        ("measure.create", OFFICE),
        ("measure.delete", LEADERS),
        ("meeting.plan", OFFICE),
        ("decision.carry_out", OFFICE),
        ("follow_up.record", OFFICE),
        ("edition.publish", LEADERS),
        ("walk.plan", OFFICE),
        ("walk_point.add", ("reporter", *OFFICE)),
        ("walk_point.answer", ("reporter", "partner", *OFFICE)),
        ("walk_point.remove", LEADERS),
        ("history.restore", LEADERS),
    ],
)
def test_who_may(act, roles):
    assert who_may(ACTS[act]) == roles


@pytest.mark.parametrize(
    ("record", "before", "after", "roles"),
    [
        ("measure", "proposed", "decided", LEADERS),
        ("measure", "decided", "ongoing", ("partner", *OFFICE)),
        ("period", "collecting", "closed", OFFICE),
        ("period", "est_meeting", "adopted", LEADERS),
        ("problem", "cause_analysis", "measures_decided", LEADERS),
    ],
)
def test_who_may_take_a_step(record, before, after, roles):
    assert after in MACHINES[record].steps[before]
    assert who_may(step(record, before, after)) == roles


def test_somebody_may_do_everything_and_all_names_are_known(standard):
    for act, needs in ACTS.items():
        assert who_may(needs), act
        assert allows(OWNER, needs), act
        for need in needs:
            if need.mode is not None:
                continue
            fields = {field.key for field in standard.records[need.record].fields} | {"geom"}
            assert need.field is None or need.field in fields, act


def test_a_wider_role_may_no_less():
    office = ROLES[ROLES.index("case_officer") :]
    for act, needs in ACTS.items():
        held = [allows(role, needs) for role in office]
        assert held == sorted(held), act
