"""Where the municipality stands against the law, from records as people write them."""

from __future__ import annotations

import datetime as dt

import pytest

from trygg_plugin.data.casework import law
from trygg_plugin.data.errors import DataError
from trygg_plugin.domain.states import DOCUMENT

TODAY = dt.date(2024, 11, 22)
DECIDED = {
    "decided_date": dt.date(2023, 10, 3),
    "deciding_body": "Kommunstyrelsen",
    "registry_number": "KS 2023/7",
}
on_both_engines = pytest.mark.parametrize(
    "workspace",
    ["geopackage", pytest.param("postgis", marks=pytest.mark.native)],
    indirect=True,
)


def decided(workspace, values, state="decided", **more) -> str:
    uuid = workspace.insert("document", values)
    workspace.update("document", uuid, {**DECIDED, **more})
    for step in DOCUMENT.states[1 : DOCUMENT.states.index(state) + 1]:
        workspace.change_state("document", uuid, step)
    return uuid


def row(statement, section):
    return next(r for r in statement.rows if r.standing.section == section)


@pytest.fixture()
def lawful(workspace):
    """A municipality that has done all that the law asks."""
    picture = decided(
        workspace,
        {"title": "Lägesbild 2023", "kind": "situation_picture", "mapping": "A",
         "other_information": "B", "analysis": "C"},
        state="in_force", file="https://falun.se/lagesbild.pdf",
    )  # fmt: skip
    plan = decided(
        workspace, {"title": "Åtgärdsplan", "kind": "action_plan", "based_on": picture},
        decided_date=dt.date(2023, 11, 14),
    )  # fmt: skip
    report = decided(
        workspace, {"title": "Rapport till fullmäktige", "kind": "yearly_report"},
        decided_date=dt.date(2024, 3, 1),
    )  # fmt: skip
    police = workspace.insert("actor", {"name": "Polisen", "kind": "police"})
    unit = workspace.insert(
        "actor",
        {"name": "Trygghetsenheten", "kind": "municipality", "coordinating_function": True,
         "contact_function": "Säkerhetssamordnare"},
    )  # fmt: skip
    agreement = workspace.insert(
        "agreement",
        {"title": "Medborgarlöfte", "purposes": "Trygghet", "cooperation_areas": "Centrum",
         "valid_from": dt.date(2023, 1, 1), "next_review": dt.date(2025, 1, 1)},
    )  # fmt: skip
    for actor in (unit, police):
        workspace.insert("agreement_party", {"agreement": agreement, "actor": actor})
    meeting = workspace.insert(
        "meeting",
        {"title": "Brå", "kind": "council", "starts_at": dt.datetime(2024, 10, 1, 9)},
    )
    workspace.insert("decision", {"meeting": meeting, "number": 1, "text": "Prioritera torget"})
    est = {"title": "EST", "kind": "est", "starts_at": dt.datetime(2024, 11, 1)}
    workspace.insert("meeting", est)
    workspace.insert(
        "edition",
        {"title": "Publik bild", "public": True, "content": "{}", "checksum": "0",
         "adopted_at": dt.datetime(2024, 9, 1)},
    )  # fmt: skip
    return workspace, {"picture": picture, "plan": plan, "report": report, "unit": unit,
                       "agreement": agreement, "meeting": meeting}


def test_all_is_met_and_every_row_leads_to_its_record(lawful):
    workspace, made = lawful
    statement = law.law_statement(workspace, TODAY)
    assert {r.standing.status for r in statement.rows} == {"met"} and statement.worst == "met"
    assert [r.standing.section for r in statement.rows] == [
        "3", "4", "5", "6", "9", "10", "11", "12", "13",
    ]  # fmt: skip
    (evidence,) = row(statement, "4").evidence
    assert (evidence.record, evidence.uuid) == ("document", made["picture"])
    assert (evidence.title, evidence.file) == ("Lägesbild 2023", "https://falun.se/lagesbild.pdf")
    assert row(statement, "11").evidence[0].title == "Trygghetsenheten"
    assert all(r.remedy is None for r in statement.rows)
    assert statement.municipality == "Falun"


@on_both_engines
def test_documents_agreements_and_meetings_are_told_in_full(lawful):
    workspace, made = lawful
    statement = law.law_statement(workspace, TODAY)
    picture, plan, report = statement.documents
    assert (picture.body, picture.number) == ("Kommunstyrelsen", "KS 2023/7")
    assert picture.clock.due_date == dt.date(2025, 10, 3) and picture.clock.months_left == 10
    assert plan.clock.due_date == dt.date(2025, 11, 14)
    assert report.uuid == made["report"] and report.clock is None
    (agreement,) = statement.agreements
    assert agreement.parties == ("Polisen", "Trygghetsenheten")
    assert (agreement.purposes, agreement.areas) == ("Trygghet", "Centrum")
    assert agreement.in_force and not agreement.late
    (meeting,) = statement.meetings
    assert (meeting.date, meeting.decisions) == (dt.date(2024, 10, 1), 1)
    assert statement.coordination == (("Trygghetsenheten", "Säkerhetssamordnare"),)


@pytest.mark.parametrize(
    ("today", "status"),
    [
        (dt.date(2025, 4, 2), "met"),
        (dt.date(2025, 4, 3), "due"),
        (dt.date(2025, 10, 3), "due"),
        (dt.date(2025, 10, 4), "overdue"),
    ],
)
def test_time_passes(lawful, today, status):
    workspace, made = lawful
    found = row(law.law_statement(workspace, today), "6")
    assert found.standing.status == status
    assert found.evidence[0].uuid == made["picture"]
    assert (found.remedy is None) == (status == "met")


def test_the_municipality_sets_its_own_warning(lawful):
    workspace, _made = lawful
    law.set_warning_months(workspace, 12)
    assert row(law.law_statement(workspace, TODAY), "6").standing.status == "due"
    with pytest.raises(DataError, match="0 to 24"):
        law.set_warning_months(workspace, 25)


def test_nothing_recorded_says_what_to_begin(workspace):
    statement = law.law_statement(workspace, TODAY)
    assert statement.counts == {"missing": 8, "met": 1} and statement.worst == "missing"
    assert row(statement, "4").remedy.values == {"kind": "situation_picture"}
    assert statement.documents == () and statement.agreements == ()


def test_measures_without_knowledge(lawful):
    workspace, _made = lawful
    problem = workspace.insert("problem", {"title": "Torget", "phenomena": ["vandalism"]})
    assert row(law.law_statement(workspace, TODAY), "3").standing.status == "met"
    workspace.insert("measure", {"title": "Lampor", "problem": problem, "type": "lighting"})
    found = row(law.law_statement(workspace, TODAY), "3")
    assert found.standing.status == "missing"
    assert [(e.uuid, e.title) for e in found.evidence] == [(problem, "Torget")]
    workspace.update("problem", problem, {"other_evidence": "Trygghetsmätningen 2024"})
    assert row(law.law_statement(workspace, TODAY), "3").standing.status == "met"


def test_a_deleted_record_shows_nothing(lawful):
    workspace, made = lawful
    workspace.delete("agreement", made["agreement"])
    found = row(law.law_statement(workspace, TODAY), "9")
    assert found.standing.status == "missing" and found.evidence == ()
