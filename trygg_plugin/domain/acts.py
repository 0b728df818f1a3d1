"""What people do in the panels, and which rights each of it takes.

The rights stand in :mod:`.rights` and the database keeps them; from here panels know what to switch
off for a role, and who may do it instead. An act is named ``record.what``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Mapping, Optional, Tuple

from .rights import OWNER, ROLES, may, may_go, may_step


@dataclass(frozen=True)
class Need:
    """One right: an operation on a record type, on one ``field`` of it, or a ``step`` of its
    state from and to. ``mode``: a way past the rules instead."""

    record: str
    operation: str = "update"
    field: Optional[str] = None
    step: Optional[Tuple[str, str]] = None
    mode: Optional[str] = None


Needs = Tuple[Need, ...]


def step(record: str, before: str, after: str) -> Needs:
    """What it takes to bring a record from one state to another."""
    return (Need(record, step=(before, after)),)


def to_restore() -> Needs:
    """What it takes to bring a record back from history."""
    return (Need("", mode="restoring"),)


#: Act -> all the rights that it takes.
ACTS: Mapping[str, Needs] = {
    "incident.begin": (Need("incident", field="severity_reviewed"),),
    "incident.approve": (Need("incident", field="severity_reviewed"),),
    "incident.complete": (Need("incident", field="completion_request"),),
    "incident.reject": (Need("incident", field="rejection_reason"),),
    "incident.severity": (Need("incident", field="severity_reviewed"),),
    "incident.secrecy": (Need("incident", field="secrecy"),),
    "incident.place": (Need("incident", field="geom"),),
    "incident.clean": (Need("incident", field="description"),),
    "incident.duplicates": (Need("incident", field="duplicate_of"),),
    "incident.forward": (Need("incident_forward", "insert"),),
    "incident.feed_back": (Need("incident", field="feedback_sent_at"),),
    "incident.read": (Need("feedback_receipt", "insert"), Need("feedback_receipt")),
    "problem.create": (Need("problem", "insert"),),
    "problem.change": (Need("problem", field="title"),),
    "problem.judge": (Need("problem", field="priority_total"),),
    "problem.order": (Need("problem", field="priority_rank"),),
    "problem.place": (Need("problem", field="geom"),),
    "problem.link": (Need("problem_incident", "insert"),),
    "problem.unlink": (Need("problem_incident", "delete"),),
    "problem.light": (Need("problem_light", "insert"), Need("problem_light")),
    "cause.add": (Need("cause", "insert"),),
    "cause.change": (Need("cause"),),
    "cause.remove": (Need("cause", "delete"),),
    "measure.create": (Need("measure", "insert"),),
    "measure.change": (Need("measure", field="title"),),
    "measure.delete": (Need("measure", "delete"),),
    "meeting.plan": (Need("meeting", "insert"), Need("meeting_point", "insert")),
    "meeting.change": (Need("meeting"),),
    "meeting.hold": (Need("meeting", field="status"), Need("meeting_point")),
    "decision.carry_out": (Need("decision", field="carried_out"),),
    "follow_up.record": (Need("follow_up", "insert"), Need("measure", field="follow_up_due")),
    "follow_up.effect": (Need("follow_up", "insert"), Need("follow_up")),
    "period.open": (Need("period", "insert"),),
    "period.write": (Need("period", field="summary"),),
    "area_light.set": (Need("area_light", "insert"), Need("area_light")),
    "edition.publish": (Need("edition", "insert"),),
    "walk.plan": (Need("walk", "insert"), Need("walk_participant", "insert")),
    "walk.change": (Need("walk"),),
    "walk_point.add": (Need("walk_point", "insert"),),
    "walk_point.change": (Need("walk_point", field="description"),),
    "walk_point.answer": (Need("walk_point", field="answer"),),
    "walk_point.distribute": (Need("walk_point", field="owner_organisation"),),
    "walk_point.measure": (Need("measure", "insert"), Need("walk_point", field="measure")),
    "walk_point.remove": (Need("walk_point", "delete"),),
    "history.restore": to_restore(),
}


def allows(role: str, needs: Needs) -> bool:
    """Whether a role has all these rights, on some records at least."""
    return all(_has(role, need) for need in needs)


def who_may(needs: Needs) -> Tuple[str, ...]:
    """The roles that have all these rights, from the narrowest to the widest."""
    return tuple(role for role in ROLES if allows(role, needs))


def _has(role: str, need: Need) -> bool:
    if need.mode is not None:
        return role == OWNER or may_go(role, need.mode)
    if need.step is not None:
        return may_step(role, need.record, *need.step)
    return may(role, need.record, need.operation, need.field)
