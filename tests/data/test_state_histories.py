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
WISHES = 40


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
    # a record type that has got states since: whoever adds it says here what its states ask for
    raise AssertionError(f"say what {key} needs in its states")


@pytest.mark.parametrize("key", list(MACHINES))
@pytest.mark.parametrize("seed", [1, 2])
def test_the_database_walks_only_where_the_machine_does(workspace, key, seed):
    machine = MACHINES[key]
    field = workspace.schema.table(key).state_field
    chance = random.Random(f"{key}{seed}")
    state = machine.initial[0]
    uuid = workspace.insert(key, {**ready(workspace, key), field: state})
    path = [state]
    for _ in range(WISHES):
        wish = chance.choice(machine.states)
        before = workspace.get(key, uuid)
        if wish == state:
            continue
        if allowed(machine, state, wish):
            workspace.change_state(key, uuid, wish)
            state = wish
            path.append(state)
        else:
            with pytest.raises(Refusal) as caught:
                workspace.change_state(key, uuid, wish)
            assert caught.value.rule == "state", (state, wish)
            assert workspace.get(key, uuid) == before
        assert workspace.get(key, uuid)[field] == state
    told = [change.new[field] for change in workspace.history(uuid) if field in change.new]
    assert told == path, "every step is in history, and nothing else"
    assert all(allowed(machine, a, b) for a, b in zip(path, path[1:]))


@pytest.mark.parametrize("key", list(MACHINES))
def test_a_record_begins_only_where_it_may(workspace, key):
    machine = MACHINES[key]
    field = workspace.schema.table(key).state_field
    values = ready(workspace, key)
    for state in machine.states:
        for importing, may in ((False, machine.initial), (True, machine.arrival)):
            begun = set(machine.initial) | (set(machine.arrival) if importing else set())
            with workspace.transaction("test", importing=importing) as transaction:
                try:
                    uuid = transaction.insert(key, {**values, field: state})
                except Refusal as refused:
                    assert refused.rule == "state" and state not in begun
                    continue
                assert state in begun and (state in may or importing)
                # makes room for the next: some records may be there only once
                if key != "period" or state != "adopted":
                    transaction.delete(key, uuid)
