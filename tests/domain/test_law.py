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
