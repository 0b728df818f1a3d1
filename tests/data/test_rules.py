"""Every kind of rule, asked by the database itself."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from tests.data.conftest import name_of, run_sql
from trygg_plugin.data.errors import DataError, Refusal
from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.data.refusals import find_refusal
from trygg_plugin.data.schema import build_schema
from trygg_plugin.domain.record_types import Rule, Standard
from trygg_plugin.domain.states import MACHINES


@pytest.fixture()
def workspace(any_workspace):
    return any_workspace


def refusal(action) -> Refusal:
    with pytest.raises(Refusal) as caught:
        action()
    return caught.value


@pytest.mark.parametrize(
    ("changes", "rule", "field"),
    [
        ({"category": None}, "required", "category"),
        ({"category": " "}, "required", "category"),
        ({"category": "nonsense"}, "code", "category"),
        ({"subcategory": "assault"}, "code", "subcategory"),
        ({"category": "gathering"}, "cascade", "subcategory"),
        ({"immediate_actions": ["guard", "nonsense"]}, "code", "immediate_actions"),
        ({"immediate_actions": "guard"}, "code", "immediate_actions"),
        ({"place_name": "x" * 121}, "length", "place_name"),
        ({"area": "5f0c7a9e-0000-4000-8000-000000000000"}, "reference", "area"),
        ({"time_to": datetime(2024, 7, 1, 11, 59)}, "time_order", "time_from"),
        ({"time_from": datetime.now() + timedelta(hours=1)}, "from_not_future", "time_from"),
        ({"photo": "DCIM/1.jpg"}, "photo_is_confirmed", "photo_confirmed"),
        (
            {"photo": "DCIM/1.jpg", "photo_confirmed": False},
            "photo_is_confirmed",
            "photo_confirmed",
        ),
        ({"publishable": 2}, "type", "publishable"),
        ({"due_date": "2024-02-30"}, "type", "due_date"),
        ({"due_date": "i morgon"}, "type", "due_date"),
        ({"status": "approved"}, "state", "status"),
        ({"description": "Han heter 850101-1236"}, "personal_number", "description"),
        ({"place_name": "hos anna@exempel.se"}, "email", "place_name"),
    ],
)
def test_refuses(shared_workspace, incident, changes, rule, field):
    workspace = shared_workspace
    before = len(workspace.history())
    told = refusal(lambda: workspace.insert("incident", incident(**changes)))
    assert (told.rule, told.table, told.field) == (rule, "incident", field)
    assert str(told).endswith(".")
    assert len(workspace.history()) == len(workspace.rows("incident")) == before


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"subcategory": None},
        {"immediate_actions": ["guard", "cleaned"]},
        {"immediate_actions": '{"guard","cleaned"}'},
        {"immediate_actions": []},
        {"time_to": datetime(2024, 7, 1, 12, 0)},
        {"photo": "DCIM/1.jpg", "photo_confirmed": True},
        {"status": "draft"},
        {
            "category": "event",
            "subcategory": None,
            "time_from": datetime.now() + timedelta(days=30),
        },
        {"description": "Skadegörelse 2024-05-01 14:30, ärende 850101-1235, Storgatan 12"},
        {"due_date": date(2024, 2, 29)},
    ],
)
def test_accepts(shared_workspace, incident, changes):
    workspace = shared_workspace
    uuid = workspace.insert("incident", incident(**changes), geometry=point_wkb(532000, 6718000))
    assert workspace.get("incident", uuid).version == 1


def test_sentence_is_told_in_the_users_language(workspace, incident):
    swedish = refusal(lambda: workspace.insert("incident", incident(category=None)))
    assert str(swedish) == "Kategori måste fyllas i."
    assert swedish.sentences["en"] == "Category must be filled in."
    english = find_refusal(
        "OGR error: TRYGG:required:incident.category: Kategori måste fyllas i.",
        workspace.schema,
        "en",
    )
    assert str(english) == "Category must be filled in."


def test_the_value_is_never_in_the_sentence(workspace, incident):
    told = refusal(lambda: workspace.insert("incident", incident(description="Ring 850101-1236")))
    assert "850101" not in str(told) and "850101" not in told.sentences["en"]


def test_every_rule_of_the_standard_is_a_check_of_its_table(standard: Standard):
    schema = build_schema(standard)
    for record in standard.records.values():
        rules = {check.rule for check in schema.table(record.key).checks}
        assert {rule.key for rule in record.rules} <= rules
        texts = {f.key for f in record.fields if f.checked_for_personal_data}
        kinds = {(c.field, c.kind) for c in schema.table(record.key).checks}
        for kind in ("personal_number", "coordination_number", "email"):
            assert texts == {field for field, found in kinds if found == kind}


def test_required_when_and_distinct(workspace, incident):
    uuid = workspace.insert("incident", incident())
    workspace.change_state("incident", uuid, "under_review")
    told = refusal(lambda: workspace.change_state("incident", uuid, "rejected"))
    assert told.rule == "rejection_has_reason"
    told = refusal(
        lambda: workspace.change_state(
            "incident", uuid, "rejected", {"rejection_reason": "duplicate", "duplicate_of": uuid}
        )
    )
    assert told.rule == "not_its_own_duplicate"
    other = workspace.insert("incident", incident())
    workspace.change_state(
        "incident", uuid, "rejected", {"rejection_reason": "duplicate", "duplicate_of": other}
    )
    assert workspace.get("incident", uuid)["status"] == "rejected"


def test_unique_counts_only_what_is_not_deleted(workspace, standard):
    record, rule = next(
        (record, rule)
        for record in standard.records.values()
        for rule in record.rules
        if rule.kind == "unique" and record.key == "problem_incident"
    )
    assert isinstance(rule, Rule)
    incident_uuid = workspace.insert(
        "incident", {"category": "vandalism", "time_from": datetime(2024, 1, 1), "channel": "qgis"}
    )
    problem = workspace.insert("problem", _required(standard, workspace, "problem"))
    link = {"problem": problem, "incident": incident_uuid}
    first = workspace.insert("problem_incident", link)
    assert refusal(lambda: workspace.insert("problem_incident", link)).rule == rule.key
    workspace.delete("problem_incident", first)
    workspace.insert("problem_incident", link)


def _required(standard: Standard, workspace, key: str) -> dict:
    """Something for every required field of a record without a default."""
    made = {}
    for field in standard.records[key].fields:
        if not field.required or field.default is not None:
            continue
        if field.type == "code":
            made[field.key] = standard.codelists[field.codelist].codes[0].key
        elif field.type == "codes":
            made[field.key] = [standard.codelists[field.codelist].codes[0].key]
        elif field.type in ("text", "long_text"):
            made[field.key] = "Text"
        elif field.type == "reference":
            known = workspace.rows(field.references)
            made[field.key] = (
                known[0].uuid
                if known
                else workspace.insert(
                    field.references, _required(standard, workspace, field.references)
                )
            )
        elif field.type == "date":
            made[field.key] = date(2024, 1, 1)
        elif field.type == "datetime":
            made[field.key] = datetime(2024, 1, 1, 12)
        else:
            made[field.key] = field.minimum or 1
    return made


def test_every_record_type_can_be_stored_and_deleted(workspace, standard):
    made = {}
    # editions are adopted, and stay: tests/data/test_frozen.py
    kinds = [key for key in standard.records if key != "edition"]
    with workspace.transaction("anna") as transaction:
        for key in kinds:
            known = transaction.rows(key)
            made[key] = (
                known[0].uuid
                if known
                else transaction.insert(key, _required(standard, transaction, key))
            )
        for key, uuid in made.items():
            assert transaction.get(key, uuid).version == 1
            transaction.delete(key, uuid)
    told = {}
    for change in workspace.history():
        told.setdefault(change.uuid, []).append((change.table, change.operation))
    for key, uuid in made.items():
        assert told[uuid] == [(key, "insert"), (key, "delete")]


def test_the_database_allows_exactly_the_steps_of_the_machines(workspace, standard):
    rows = workspace.query("SELECT * FROM trygg_transition")
    for key, machine in MACHINES.items():
        if key not in standard.records or not standard.records[key].state_field:
            continue
        steps = {
            (row["from_state"], row["to_state"])
            for row in rows
            if row["record"] == key and row["from_state"] in machine.states
        }
        assert steps == {(a, b) for a, after in machine.steps.items() for b in after}


def test_states_walk_and_refuse(workspace, incident):
    uuid = workspace.insert("incident", incident())
    for state in ("under_review", "needs_completion", "under_review", "approved", "under_review"):
        workspace.change_state("incident", uuid, state, user="samordnaren", note=f"till {state}")
    told = refusal(lambda: workspace.change_state("incident", uuid, "closed"))
    assert told.rule == "state"
    notes = [change.note for change in workspace.history(uuid)[1:]]
    assert notes[0] == "till under_review" and len(notes) == 5


def test_an_import_may_arrive_approved(workspace, incident):
    with workspace.transaction("import", importing=True) as transaction:
        transaction.insert("incident", incident(status="approved", channel="import"))
    assert workspace.rows("incident")[0]["status"] == "approved"
    told = refusal(lambda: workspace.insert("incident", incident(status="approved")))
    assert told.rule == "state"


def test_a_retired_code_stays_on_old_records_and_is_refused_on_new(workspace, incident):
    uuid = workspace.insert("incident", incident())
    workspace.retire_code("subcategory", "graffiti")
    assert refusal(lambda: workspace.insert("incident", incident())).field == "subcategory"
    workspace.update("incident", uuid, {"place_name": "Torget"})
    assert workspace.get("incident", uuid)["subcategory"] == "graffiti"
    workspace.retire_code("subcategory", "graffiti", False)
    workspace.insert("incident", incident())


def test_the_coordinator_extends_a_code_list(workspace, incident):
    workspace.add_code(
        "subcategory", "stickers", {"sv": "Klistermärken", "en": "Stickers"}, parent="vandalism"
    )
    workspace.insert("incident", incident(subcategory="stickers"))
    assert "stickers" in [c.key for c in workspace.standard.codelists["subcategory"].codes]
    with pytest.raises(DataError, match="already has"):
        workspace.add_code("subcategory", "stickers", {"sv": "x", "en": "x"}, parent="vandalism")
    with pytest.raises(DataError, match="needs a parent"):
        workspace.add_code("subcategory", "more", {"sv": "x", "en": "x"})
    with pytest.raises(DataError, match="may only hold"):
        workspace.add_code("subcategory", 'x"; DROP TABLE incident', {"sv": "x", "en": "x"})
    change = workspace.history(table="code_subcategory")[-1]
    assert (change.uuid, change.operation) == ("stickers", "insert")


def test_codes_are_never_removed_or_renamed(workspace):
    with pytest.raises(Exception, match="TRYGG:code_in_use"):
        run_sql(workspace, "DELETE FROM code_category WHERE code = 'vandalism'")
    with pytest.raises(Exception, match="TRYGG:code_key"):
        run_sql(workspace, "UPDATE code_category SET code = 'x' WHERE code = 'vandalism'")


def test_a_place_of_the_wrong_kind_is_refused(workspace, incident):
    line = bytes.fromhex(
        "0102000000020000000000000000000000000000000000000000000000000000000000F03F0000000000000000"
    )
    assert (
        refusal(lambda: workspace.insert("incident", incident(), geometry=line)).rule == "geometry"
    )


def test_injection_stays_text(workspace, incident):
    evil = "'); DROP TABLE incident; --\"{}%s"
    uuid = workspace.insert("incident", incident(description=evil), user=evil)
    assert workspace.get("incident", uuid)["description"] == evil
    assert workspace.history(uuid)[0].user == name_of(workspace, evil)
    with pytest.raises(DataError, match="no field"):
        workspace.insert("incident", {'x") VALUES (1); --': 1})
    with pytest.raises(DataError, match="no table"):
        workspace.rows('incident"; --')
