"""Rights as data: they name what exists, keep the law's lines, and leave nobody out."""

from __future__ import annotations

import pytest

from trygg_plugin.domain import rights
from trygg_plugin.domain.record_types import Standard
from trygg_plugin.domain.states import MACHINES


def test_every_record_type_is_thought_of(standard: Standard):
    assert set(standard.records) <= set(rights._RIGHTS)


def test_names_are_those_of_the_standard(standard: Standard):
    assert list(rights.unknown_names(standard.records)) == []
    for record, path in rights.OWN.items():
        *way, field = path.split(".")
        table = standard.records[record].field(way[0]).references if way else record
        assert standard.records[table or ""].field(field).references == "actor"
    for record, fields in rights.CONCERNS.items():
        assert {standard.records[record].field(key).references for key in fields} == {"actor"}
    for link in rights.INVOLVED.values():
        assert standard.records[link.table].field(link.organisation).references == "actor"
    for record, fields in rights.PARENTS.items():
        assert all(standard.records[record].field(key).references for key in fields)


def test_states_are_those_of_the_machines(standard: Standard):
    for record, states in rights.SHARED_STATES.items():
        assert set(states) <= set(MACHINES[record].states)
    for record, table in rights.rights_table(standard.records).items():
        for right in table.values():
            states = {*right.update_states, *right.delete_states, *(right.initial or ())}
            assert states <= set(MACHINES[record].states if record in MACHINES else ())
            for before, after in right.steps or ():
                assert after in MACHINES[record].steps[before]


def test_scopes_can_be_asked(standard: Standard):
    """A word is used only where a table says what it means."""
    meant = {"own": rights.OWN, "concerned": rights.CONCERNS, "involved": rights.INVOLVED}
    for record, table in rights.rights_table(standard.records).items():
        for role, right in table.items():
            for operation in rights.OPERATIONS:
                for word in right.scope(operation):
                    assert word in rights.SCOPES
                    assert word not in meant or record in meant[word], (record, role, word)


def test_a_mark_tells_partners_and_the_union(standard: Standard):
    codes = {code.key: code.extra for code in standard.codelists[rights.SECRECY_LIST].codes}
    assert {key: extra[rights.PARTNERS_READ] for key, extra in codes.items()} == {
        "open": "all", "internal": "own", "to_be_assessed": "none",
    }
    assert [key for key, extra in codes.items() if extra[rights.IN_UNION] == "1"] == [
        "open", "internal",
    ]


def test_only_the_coordinator_adopts():
    decisions = [
        (record, before, after)
        for record, machine in MACHINES.items()
        for before, following in machine.steps.items()
        for after in following
        if rights.deciding_step(record, before, after)
    ]
    assert ("period", "est_meeting", "adopted") in decisions
    for step in decisions:
        assert [role for role in rights.ROLES if rights.may_step(role, *step)] == [
            rights.COORDINATOR, rights.ADMINISTRATOR,
        ]
    assert rights.may_step(rights.CASE_OFFICER, "period", "draft", "est_meeting")


def test_handling_is_not_the_reporters(standard: Standard):
    for one in standard.records["incident"].fields:
        derived = one.key in ("status", "area", "deso", "regso")
        for operation in ("insert", "update"):
            assert rights.may(rights.REPORTER, "incident", operation, one.key) is (
                not one.handling or derived
            )


@pytest.mark.parametrize("role", rights.ROLES)
def test_contacts_disclosures_and_history(role: str):
    assert rights.may(role, "reporter_contact", "select") is (role != rights.PARTNER)
    assert rights.may(role, "disclosure", "select") is (
        role in (rights.COORDINATOR, rights.ADMINISTRATOR)
    )
    assert not rights.may(role, "disclosure", "delete")
    assert not rights.may(role, "edition", "update")
    assert rights.sees_history(role, "reporter_contact") is (role == rights.ADMINISTRATOR)
    assert not rights.sees_history(role, "disclosure") or rights.may(role, "disclosure", "select")


def test_a_municipalitys_own_record_type_is_not_for_all():
    assert [role for role in rights.ROLES if rights.may(role, "own_type", "select")] == [
        rights.CASE_OFFICER, rights.COORDINATOR, rights.ADMINISTRATOR,
    ]


def test_who_made_the_workspace_keeps_all_rights():
    assert rights.OWNER not in rights.ROLES
    for operation in rights.OPERATIONS:
        assert rights.may(rights.OWNER, "incident", operation, "status")
    assert rights.may_step(rights.OWNER, "period", "est_meeting", "adopted")
    assert rights.may_go(rights.OWNER, "moving") and rights.sees_history(rights.OWNER, "disclosure")
