"""The states that records pass through, and which steps between them are allowed.

The labels of the states stand in ``forms/codelists/*_state.csv``. The tables here are the only
description of the steps: the database's transition rules are made from them. Undo is a step
backwards where one is listed, never an erased step.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict, Mapping, Tuple

from .errors import DomainError


@dataclass(frozen=True)
class Machine:
    """The states of one record type."""

    #: key of the record type
    record: str
    #: state -> states that may follow it; the order is the order of work
    steps: Mapping[str, Tuple[str, ...]]
    #: states in which a new record may begin
    initial: Tuple[str, ...]
    #: states in which an imported record may arrive
    arrival: Tuple[str, ...]

    @property
    def states(self) -> Tuple[str, ...]:
        return tuple(self.steps)


INCIDENT = Machine(
    record="incident",
    steps={
        "draft": ("submitted",),
        "submitted": ("under_review",),
        "under_review": ("approved", "needs_completion", "rejected"),
        "needs_completion": ("under_review",),
        "approved": ("fed_back", "under_review"),
        "rejected": ("under_review", "anonymised"),
        "fed_back": ("closed",),
        "closed": ("anonymised",),
        "anonymised": (),
    },
    initial=("draft", "submitted"),
    # approved: only when the importer vouches for the source
    arrival=("submitted", "approved"),
)

PROBLEM = Machine(
    record="problem",
    steps={
        "noticed": ("prioritised",),
        "prioritised": ("cause_analysis",),
        "cause_analysis": ("measures_decided",),
        "measures_decided": ("ongoing",),
        "ongoing": ("follow_up",),
        "follow_up": ("solved", "monitored"),
        "solved": ("reopened",),
        "monitored": ("solved", "reopened"),
        "reopened": ("cause_analysis",),
    },
    initial=("noticed",),
    arrival=("noticed",),
)

MEASURE = Machine(
    record="measure",
    steps={
        "proposed": ("decided",),
        "decided": ("ongoing",),
        "ongoing": ("completed", "cancelled"),
        "completed": ("followed_up",),
        "cancelled": ("followed_up",),
        "followed_up": ("effect_assessed",),
        "effect_assessed": (),
    },
    initial=("proposed",),
    arrival=("proposed",),
)

PERIOD = Machine(
    record="period",
    steps={
        "collecting": ("closed",),
        "closed": ("draft",),
        "draft": ("est_meeting",),
        "est_meeting": ("adopted",),
        "adopted": ("shared",),
        "shared": ("followed_up",),
        "followed_up": (),
    },
    initial=("collecting",),
    arrival=("collecting",),
)

DOCUMENT = Machine(
    record="document",
    steps={
        "draft": ("prepared",),
        "prepared": ("decided",),
        "decided": ("in_force",),
        "in_force": ("being_followed_up",),
        "being_followed_up": ("in_force", "replaced"),
        "replaced": (),
    },
    initial=("draft",),
    arrival=("draft",),
)

WALK = Machine(
    record="walk",
    steps={
        "planned": ("premeeting",),
        "premeeting": ("walked",),
        "walked": ("points_distributed",),
        "points_distributed": ("feedback_meeting",),
        "feedback_meeting": ("finished",),
        "finished": (),
    },
    initial=("planned",),
    arrival=("planned",),
)

#: Ours: the sources name no steps for the points of a walk. An answer may be taken back.
WALK_POINT = Machine(
    record="walk_point",
    steps={
        "found": ("distributed",),
        "distributed": ("answered", "done", "declined", "found"),
        "answered": ("done", "declined", "distributed"),
        "done": ("answered",),
        "declined": ("answered",),
    },
    initial=("found",),
    arrival=("found",),
)

#: Ours: the sources name no steps. A meeting closed too early is taken up again.
MEETING = Machine(
    record="meeting",
    steps={
        "planned": ("ongoing", "called_off"),
        "ongoing": ("closed",),
        "closed": ("ongoing",),
        "called_off": ("planned",),
    },
    initial=("planned",),
    # minutes of meetings held before Trygg was there
    arrival=("planned", "closed"),
)

#: Record type -> its machine.
MACHINES: Dict[str, Machine] = {
    machine.record: machine
    for machine in (INCIDENT, PROBLEM, MEASURE, PERIOD, DOCUMENT, WALK, WALK_POINT, MEETING)
}

#: Only what has been reviewed and approved counts, and it keeps counting afterwards.
COUNTED_INCIDENT_STATES = ("approved", "fed_back", "closed", "anonymised")


class TransitionError(DomainError):
    """A step that the state machine does not have."""


def allowed(machine: Machine, from_: str, to: str) -> bool:
    """Whether a record may go from one state to the other. Staying is no step: False."""
    return to in machine.steps.get(from_, ())


def next_states(machine: Machine, from_: str) -> Tuple[str, ...]:
    """States that may follow; empty at the end and for an unknown state."""
    return machine.steps.get(from_, ())


def may_begin(machine: Machine, state: str, imported: bool = False) -> bool:
    """Whether a new record may have this state."""
    return state in (machine.arrival if imported else machine.initial)


def check(machine: Machine, from_: str, to: str) -> None:
    """Raise TransitionError unless the step is allowed."""
    if allowed(machine, from_, to):
        return
    following = next_states(machine, from_)
    if following:
        raise TransitionError(
            "A record in state {from_state} cannot go to {to_state}; it can go to {following}.",
            from_state=from_,
            to_state=to,
            following=", ".join(following),
        )
    raise TransitionError(
        "A record in state {from_state} cannot go to {to_state}; no state follows it.",
        from_state=from_,
        to_state=to,
    )


def counts_in_statistics(state: str) -> bool:
    """Whether an incident in this state is counted."""
    return state in COUNTED_INCIDENT_STATES
