from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from trygg_plugin.domain import law
from trygg_plugin.domain.standard import default_folder, load_standard

TODAY = dt.date(2026, 11, 22)
PICTURE = {
    "uuid": "p",
    "kind": "situation_picture",
    "status": "in_force",
    "decided_date": "2025-06-17",
    "deciding_body": "Kommunstyrelsen",
    "registry_number": "KS 2025/12",
    "mapping": "…",
    "other_information": "…",
    "analysis": "…",
}
PLAN = {
    "uuid": "a",
    "kind": "action_plan",
    "status": "decided",
    "decided_date": dt.date(2025, 9, 1),
    "based_on": "p",
}
REPORT = {
    "uuid": "r",
    "kind": "yearly_report",
    "status": "decided",
    "decided_date": dt.date(2026, 3, 1),
}
GOOD = law.LawFacts(
    documents=[PICTURE, PLAN, REPORT],
    agreements=[{"uuid": "g", "valid_from": "2024-01-01", "next_review": "2027-01-01"}],
    meetings=[{"uuid": "m", "kind": "council", "starts_at": "2026-10-01 09:00"}],
    actors=[{"uuid": "c", "name": "Trygghetsenheten", "coordinating_function": 1, "active": True}],
    editions=[{"uuid": "e", "public": True, "adopted_at": dt.datetime(2026, 5, 1, 8)}],
)


def row(section, today=TODAY, **changes):
    rows = law.standing(dataclasses.replace(GOOD, **changes), today)
    return next(r for r in rows if r.section == section)


def test_all_met():
    rows = law.standing(GOOD, TODAY)
    assert [r.section for r in rows] == list(law.DEMANDS)
    assert {r.status for r in rows} == {law.MET}
    assert row("4").evidence == (("document", "p"),)
    assert row("4").sentence == "Decided on 2025-06-17 by Kommunstyrelsen, KS 2025/12."
    assert row("6").sentence == "To be followed up by 2027-06-17; 6 whole months are left."
    assert row("11").sentence == "The coordinating function is Trygghetsenheten."


def test_nothing_recorded():
    rows = law.standing(law.LawFacts(), TODAY)
    assert {r.section for r in rows if r.status == law.MISSING} == set(law.DEMANDS) - {"3"}
    for r in rows:
        assert r.sentence.endswith(".") and "{" not in r.sentence


@pytest.mark.parametrize(
    ("section", "changes", "status", "words"),
    [
        ("3", {"problems_without_evidence": [{"uuid": "x"}]}, law.MISSING, "evidence: 1"),
        ("4", {"documents": [{**PICTURE, "analysis": " "}]}, law.MISSING, "lacks part 3"),
        ("4", {"documents": [{**PICTURE, "analysis": "", "file": "l.pdf"}]}, law.MET, "Decided"),
        ("4", {"documents": [{**PICTURE, "status": "draft"}]}, law.MISSING, "No situation"),
        ("5", {"documents": [{**PLAN, "based_on": None}]}, law.MISSING, "does not say which"),
        ("6", {"documents": [{**PICTURE, "decided_date": "2025-04-01"}]}, "due", "4 whole months"),
        ("6", {"documents": [{**PICTURE, "decided_date": "2025-01-01"}]}, "due", "one whole month"),
        ("6", {"documents": [{**PICTURE, "decided_date": "2024-12-01"}]}, "due",
         "less than a month"),
        ("6", {"documents": [{**PICTURE, "decided_date": "2024-11-21"}]}, "overdue", "2026-11-21"),
        (
            "6",
            {
                "documents": [
                    {**PICTURE, "decided_date": "2024-11-21", "followed_up_date": "2026-10-01"}
                ]
            },
            law.MET,
            "2028-10-01",
        ),
        ("9", {"agreements": [{"valid_from": "2027-01-01"}]}, law.MISSING, "No agreement"),
        (
            "9",
            {"agreements": [{"valid_from": "2020-01-01", "valid_to": "2026-11-21"}]},
            law.MISSING,
            "No agreement",
        ),
        (
            "9",
            {"agreements": [{"valid_from": "2020-01-01", "next_review": "2026-01-01"}]},
            "overdue",
            "overdue for 1",
        ),
        ("10", {"meetings": [{"kind": "est", "starts_at": "2026-10-01"}]}, law.MISSING, "No meet"),
        (
            "10",
            {"meetings": [{"kind": "council", "starts_at": "2025-10-01"}]},
            "overdue",
            "2025-10-01",
        ),
        (
            "10",
            {"meetings": [{"kind": "council", "starts_at": "2026-12-01"}]},
            law.MISSING,
            "No meeting",
        ),
        ("11", {"actors": [{"coordinating_function": 1, "active": 0}]}, law.MISSING, "No organ"),
        ("12", {"editions": [{"public": 0, "adopted_at": "2026-10-01"}]}, law.MISSING, "No public"),
    ],
)
def test_what_is_lacking(section, changes, status, words):
    found = row(section, **changes)
    assert found.status == status
    assert words in found.sentence


def test_the_latest_decision_counts():
    older = {**PICTURE, "uuid": "old", "decided_date": "2023-07-01"}
    assert law.current_document([PICTURE, older], "situation_picture")["uuid"] == "p"
    unknown = {**PICTURE, "decided_date": "soon"}
    assert law.current_document([unknown], "situation_picture") is None


def test_the_facts_are_fields_and_codes_of_the_standard():
    standard = load_standard(default_folder())
    for record, facts in (
        ("document", GOOD.documents),
        ("agreement", GOOD.agreements),
        ("meeting", GOOD.meetings),
        ("actor", GOOD.actors),
        ("edition", GOOD.editions),
    ):
        for fact in facts:
            for key, value in fact.items():
                if key == "uuid":
                    continue
                field = standard.records[record].field(key)
                if field.codelist:
                    assert value in {c.key for c in standard.codelists[field.codelist].codes}


def remedy_of(section, **changes):
    facts = dataclasses.replace(GOOD, **changes)
    found = next(r for r in law.standing(facts, TODAY) if r.section == section)
    return law.remedy(found, facts)


def test_what_is_met_needs_no_remedy():
    for found in law.standing(GOOD, TODAY):
        assert law.remedy(found, GOOD) is None


DRAFT = {**PICTURE, "uuid": "d", "status": "draft", "decided_date": None}
LATE = {**PICTURE, "decided_date": "2024-11-21"}


@pytest.mark.parametrize(
    ("section", "changes", "record", "uuid", "values"),
    [
        ("3", {"problems_without_evidence": [{"uuid": "x"}]}, "problem", "x", {}),
        ("4", {"documents": []}, "document", None, {"kind": "situation_picture"}),
        ("4", {"documents": [DRAFT]}, "document", "d", {}),
        ("4", {"documents": [{**PICTURE, "mapping": ""}]}, "document", "p", {}),
        ("5", {"documents": [PICTURE]}, "document", None, {"kind": "action_plan"}),
        ("5", {"documents": [{**PLAN, "based_on": None}]}, "document", "a", {}),
        ("6", {"documents": []}, "document", None, {"kind": "situation_picture"}),
        ("6", {"documents": [LATE]}, "document", "p", {}),
        ("9", {"agreements": []}, "agreement", None, {}),
        (
            "9",
            {
                "agreements": [
                    {"uuid": "ok", "valid_from": "2020-01-01"},
                    {"uuid": "late", "valid_from": "2020-01-01", "next_review": "2026-01-01"},
                ]
            },
            "agreement",
            "late",
            {},
        ),
        ("10", {"meetings": []}, "meeting", None, {"kind": "council"}),
        ("11", {"actors": []}, "actor", None, {}),
        ("12", {"editions": []}, "edition", None, {"public": True}),
        ("13", {"documents": [PICTURE]}, "document", None, {"kind": "yearly_report"}),
        (
            "13",
            {"documents": [{**REPORT, "decided_date": dt.date(2025, 1, 1)}]},
            "document",
            None,
            {"kind": "yearly_report"},
        ),
    ],
)
def test_what_mends_a_demand(section, changes, record, uuid, values):
    found = remedy_of(section, **changes)
    assert (found.record, found.uuid, dict(found.values)) == (record, uuid, values)
    standard = load_standard(default_folder())
    for key, value in values.items():
        field = standard.records[record].field(key)
        if field.codelist:
            assert value in {c.key for c in standard.codelists[field.codelist].codes}


@pytest.mark.parametrize(("months", "status"), [(0, law.MET), (6, law.MET), (7, "due")])
def test_the_warning_is_a_setting(months, status):
    """The picture of 17 June 2025 falls due on 17 June 2027, nearly seven months from now."""
    rows = law.standing(GOOD, TODAY, warning_months=months)
    assert next(r for r in rows if r.section == "6").status == status


def test_the_clock_of_a_document_starts_with_its_decision():
    assert law.document_clock({**PICTURE, "status": "draft"}, TODAY) is None
    assert law.document_clock({**PICTURE, "decided_date": None}, TODAY) is None
    found = law.document_clock({**PICTURE, "decided_date": "2024-02-29"}, TODAY)
    assert found.due_date == dt.date(2026, 2, 28) and found.months_left == -8


def test_an_agreement_without_a_day_of_review_is_never_late():
    assert not law.review_is_late({}, TODAY)
    assert not law.review_is_late({"next_review": TODAY}, TODAY)
    assert law.review_is_late({"next_review": "2026-11-21"}, TODAY)
