"""Every allowed and every forbidden step, written out once more by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trygg_plugin.domain import states
from trygg_plugin.domain.standard import default_folder, load_standard

# The steps of domain.md section 5, as arrows, independent of the tables under test.
ARROWS = {
    "incident": """
        draft>submitted submitted>under_review
        under_review>approved under_review>needs_completion under_review>rejected
        needs_completion>under_review approved>fed_back fed_back>closed closed>anonymised
        approved>under_review rejected>under_review rejected>anonymised
    """,
    "problem": """
        noticed>prioritised prioritised>cause_analysis cause_analysis>measures_decided
        measures_decided>ongoing ongoing>follow_up follow_up>solved follow_up>monitored
        solved>reopened monitored>reopened reopened>cause_analysis monitored>solved
    """,
    "measure": """
        proposed>decided decided>ongoing ongoing>completed ongoing>cancelled
        completed>followed_up cancelled>followed_up followed_up>effect_assessed
    """,
    "period": """
        collecting>closed closed>draft draft>est_meeting est_meeting>adopted adopted>shared
        shared>followed_up
    """,
    "document": """
        draft>prepared prepared>decided decided>in_force in_force>being_followed_up
        being_followed_up>in_force being_followed_up>replaced
    """,
    "walk": """
        planned>premeeting premeeting>walked walked>points_distributed
        points_distributed>feedback_meeting feedback_meeting>finished
    """,
    "walk_point": """
        found>distributed distributed>answered distributed>done distributed>declined
        distributed>found answered>done answered>declined answered>distributed
        done>answered declined>answered
    """,
    "meeting": """
        planned>ongoing planned>called_off ongoing>closed closed>ongoing called_off>planned
    """,
}
#: States that nothing may follow, and what must have been passed before a state is reached.
ENDS = {
    "incident": {"anonymised"},
    "problem": set(),
    "measure": {"effect_assessed"},
    "period": {"followed_up"},
    "document": {"replaced"},
    "walk": {"finished"},
    "walk_point": set(),
    "meeting": set(),
}
MUST_PASS = {
    "incident": {"approved": {"under_review"}, "closed": {"approved", "fed_back"}},
    "problem": {"ongoing": {"prioritised", "cause_analysis", "measures_decided"}},
    "measure": {"ongoing": {"decided"}, "effect_assessed": {"followed_up"}},
    "period": {"adopted": {"closed", "draft", "est_meeting"}, "shared": {"adopted"}},
    "document": {"in_force": {"prepared", "decided"}, "replaced": {"being_followed_up"}},
    "walk": {"finished": {"walked", "points_distributed", "feedback_meeting"}},
    "walk_point": {"done": {"distributed"}, "declined": {"distributed"}},
    "meeting": {"closed": {"ongoing"}},
}
PAIRS = [
    (key, from_, to)
    for key, machine in states.MACHINES.items()
    for from_ in machine.states
    for to in machine.states
]


def test_every_machine_is_covered():
    assert set(ARROWS) == set(states.MACHINES)


@pytest.mark.parametrize(("key", "from_", "to"), PAIRS)
def test_step(key, from_, to):
    machine = states.MACHINES[key]
    expected = f"{from_}>{to}" in ARROWS[key].split()
    assert states.allowed(machine, from_, to) is expected
    if expected:
        states.check(machine, from_, to)
    else:
        with pytest.raises(states.TransitionError, match=f"{from_} cannot go to {to}"):
            states.check(machine, from_, to)


@pytest.mark.parametrize("key", list(states.MACHINES))
def test_states_are_the_codes_of_the_standard(key):
    standard = load_standard(default_folder())
    record = standard.records[key]
    assert record.state_field is not None
    field = record.field(record.state_field)
    codes = [code.key for code in standard.codelists[field.codelist].codes]
    assert sorted(codes) == sorted(states.MACHINES[key].states)
    assert states.may_begin(states.MACHINES[key], field.default)


def test_only_records_with_a_machine_have_a_state_field():
    standard = load_standard(default_folder())
    with_states = {key for key, record in standard.records.items() if record.state_field}
    assert with_states == set(states.MACHINES)


@pytest.mark.parametrize("key", list(states.MACHINES))
def test_every_state_can_be_reached(key):
    machine = states.MACHINES[key]
    reached = set(machine.initial)
    while True:
        more = {to for from_ in reached for to in machine.steps[from_]} - reached
        if not more:
            break
        reached |= more
    assert reached == set(machine.states)


def test_unknown_states_lead_nowhere():
    assert not states.allowed(states.INCIDENT, "nonsense", "approved")
    assert not states.allowed(states.INCIDENT, "approved", "nonsense")
    assert states.next_states(states.INCIDENT, "nonsense") == ()
    assert not states.may_begin(states.INCIDENT, "nonsense")


def test_an_import_arrives_submitted_or_vouched_for():
    imported = [s for s in states.INCIDENT.states if states.may_begin(states.INCIDENT, s, True)]
    assert imported == ["submitted", "approved"]
    assert not states.may_begin(states.INCIDENT, "approved")


def test_statistics_count_approved_and_later():
    counted = [s for s in states.INCIDENT.states if states.counts_in_statistics(s)]
    assert counted == ["approved", "fed_back", "closed", "anonymised"]
    assert not states.counts_in_statistics("nonsense")
    codes = load_standard(default_folder()).codelists["incident_state"].codes
    assert {code.key for code in codes if code.extra["in_statistics"] == "1"} == set(counted)


@given(st.lists(st.sampled_from(states.INCIDENT.states), max_size=30))
def test_a_rejected_incident_never_counts_without_a_new_review(wishes):
    """Random histories: whatever is asked for, only listed steps happen."""
    state, path = "draft", ["draft"]
    for wish in wishes:
        if states.allowed(states.INCIDENT, state, wish):
            state = wish
            path.append(wish)
    for before, after in zip(path, path[1:]):
        if after == "approved":
            assert before == "under_review"
        if before == "anonymised":
            raise AssertionError("nothing follows disposal")
        if before == "rejected":
            assert after in ("under_review", "anonymised")


@st.composite
def histories(draw):
    """A machine and what people ask of a record in turn: any state, now and then a wrong word."""
    machine = draw(st.sampled_from(list(states.MACHINES.values())))
    wishes = st.sampled_from((*machine.states, "nonsense", "", "Approved"))
    return machine, draw(st.lists(wishes, max_size=40))


@given(histories())
def test_random_histories_keep_to_the_arrows(history):
    """Whatever is asked for, in whatever order: only arrows are walked, nothing is skipped."""
    machine, wishes = history
    arrows = ARROWS[machine.record].split()
    state = machine.initial[0]
    path = [state]
    for wish in wishes:
        try:
            states.check(machine, state, wish)
        except states.TransitionError as refused:
            assert f"{state}>{wish}" not in arrows
            assert wish not in states.next_states(machine, state)
            assert refused.values["from_state"] == state
            continue
        assert f"{state}>{wish}" in arrows
        state = wish
        path.append(state)
    assert set(path) <= set(machine.states)
    assert not set(path[:-1]) & ENDS[machine.record], "something followed an end"
    for reached, needed in MUST_PASS[machine.record].items():
        if reached in path:
            assert needed <= set(path[: path.index(reached)])


@pytest.mark.parametrize("key", list(states.MACHINES))
def test_the_ends_are_those_without_a_way_on(key):
    machine = states.MACHINES[key]
    assert {s for s in machine.states if not states.next_states(machine, s)} == ENDS[key]
    # from every state an end can be reached, or a circle that people leave when they like
    for state in machine.states:
        reached, waiting = set(), [state]
        while waiting:
            for after in machine.steps[waiting.pop()]:
                if after not in reached:
                    reached.add(after)
                    waiting.append(after)
        assert reached & ENDS[key] or state in ENDS[key] or not ENDS[key]
