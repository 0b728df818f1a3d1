"""Random histories asked of the database itself: it takes exactly the steps that domain/ allows.

Whatever a record is asked to become, in whatever order, by whatever program: the database and the
state machine give the same answer, and a refused wish changes nothing.
"""

from __future__ import annotations

import datetime as dt
import random

import pytest

from trygg_plugin.data.errors import Refusal
from trygg_plugin.domain.states import MACHINES, allowed

DAY = dt.date(2024, 6, 3)
WISHES = 14


def ready(workspace, key: str) -> dict:
    """Values with which a record lacks nothing in any state, so that only steps are refused."""
    if key == "incident":
        return {"category": "vandalism", "time_from": dt.datetime(2024, 6, 3, 12),
                "channel": "qgis", "rejection_reason": "outside_est",
                "completion_request": "Var?"}  # fmt: skip
    if key == "problem":
        return {"title": "Torget", "phenomena": ["vandalism"]}
    if key == "period":
        return {"title": "Vecka 23", "kind": "week", "date_from": DAY,
                "date_to": DAY + dt.timedelta(days=6)}  # fmt: skip
    if key == "document":
        return {"title": "Lägesbild", "kind": "situation_picture", "decided_date": DAY,
                "deciding_body": "Kommunstyrelsen", "registry_number": "KS 1",
                "followed_up_date": DAY}  # fmt: skip
    if key == "walk":
        return {"title": "Centrum", "walked_at": dt.datetime(2024, 6, 3, 18)}
    owner = workspace.insert("actor", {"name": "Parkenheten", "kind": "municipality"})
    if key == "measure":
        problem = workspace.insert("problem", {"title": "Torget", "phenomena": ["vandalism"]})
        return {"title": "Lampor", "problem": problem, "type": "lighting",
                "responsible_organisation": owner, "deadline": DAY,
                "cancelled_reason": "Pengar saknas"}  # fmt: skip
    if key == "walk_point":
        walk = workspace.insert("walk", {"title": "Centrum"})
        return {"walk": walk, "number": 1, "theme": "lighting", "description": "Mörkt",
                "owner_organisation": owner, "answer": "Byts"}  # fmt: skip
    if key == "meeting":
        return {"title": "EST", "kind": "est", "starts_at": dt.datetime(2024, 6, 3, 9)}
    # a record type that has got states since: whoever adds it says here what its states ask for
    raise AssertionError(f"say what {key} needs in its states")


@pytest.fixture()
def workspace(any_workspace):
    return any_workspace


def test_the_database_walks_only_where_the_machine_does(workspace):
    with_states = {key for key, table in workspace.schema.tables.items() if table.state_field}
    assert with_states == set(MACHINES)
    for key, machine in MACHINES.items():
        random_history(workspace, key, machine)


def random_history(workspace, key, machine):
    field = workspace.schema.table(key).state_field
    chance = random.Random(key)
    state = machine.initial[0]
    uuid = workspace.insert(key, {**ready(workspace, key), field: state})
    path, refused = [state], 0
    for _ in range(WISHES):
        # half of the wishes are sensible, or no record would ever get far
        sensible = machine.steps[state] if chance.random() < 0.5 else ()
        wish = chance.choice(sensible or machine.states)
        if wish == state:
            continue
        if allowed(machine, state, wish):
            workspace.change_state(key, uuid, wish)
            state = wish
            path.append(state)
        else:
            with pytest.raises(Refusal) as caught:
                workspace.change_state(key, uuid, wish)
            assert caught.value.rule == "state", (key, state, wish)
            refused += 1
    assert refused and len(path) > 2, "the history was worth asking"
    stored = workspace.get(key, uuid)
    assert stored[field] == state and stored.version == len(path), "a refused wish changed it"
    told = [change.new[field] for change in workspace.history(uuid) if field in change.new]
    assert told == path, "every step is in history, and nothing else"


@pytest.mark.parametrize("importing", [False, True])
def test_a_record_begins_only_where_it_may(workspace, importing):
    for key, machine in MACHINES.items():
        field = workspace.schema.table(key).state_field
        values = ready(workspace, key)
        may = set(machine.initial) | (set(machine.arrival) if importing else set())
        for state in machine.states:
            try:
                with workspace.transaction("test", importing=importing) as transaction:
                    transaction.insert(key, {**values, field: state})
                    # some records may be there only once: makes room for the next
                    raise Begun
            except Begun:
                assert state in may, (key, state)
            except Refusal as refused:
                assert refused.rule in ("state", "arrival") and state not in may, (key, state)


class Begun(Exception):
    """The record was taken; it is not kept."""
