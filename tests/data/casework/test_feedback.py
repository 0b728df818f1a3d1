"""What is unread and waited for follows from the states, whoever changes them; the loop closes."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from trygg_plugin.data.casework.feedback import (
    COLUMNS,
    NOBODY,
    ORDER,
    TABLES,
    UNREAD,
    WAITING,
    addresses,
    asked,
    days_waited,
    mark_fed_back,
    mark_read,
    organisations,
    outcomes,
)
from trygg_plugin.data.casework.undo import changes_since, mark, undo
from trygg_plugin.data.errors import DataError
from trygg_plugin.domain.feedback import became, message


@pytest.fixture()
def park(workspace):
    return workspace.insert("actor", {"name": "Parkenheten", "kind": "municipality"})


@pytest.fixture()
def report(workspace, park):
    """Makes an incident of the park's organisation in a state."""

    def made(state="submitted", organisation=park, **values):
        uuid = workspace.insert("incident", {
            "category": "vandalism", "subcategory": "graffiti", "channel": "qgis",
            "time_from": datetime(2024, 7, 1, 12), "reported_at": datetime(2024, 7, 2, 8),
            "place_name": "Torget", "reporter_organisation": organisation, **values,
        })  # fmt: skip
        way = {"submitted": [], "under_review": ["under_review"],
               "approved": ["under_review", "approved"],
               "rejected": ["under_review", "rejected"],
               "needs_completion": ["under_review", "needs_completion"]}[state]  # fmt: skip
        for step in way:
            more = {"rejection_reason": "outside_est"} if step == "rejected" else {}
            workspace.change_state("incident", uuid, step, more)
        return uuid

    return made


def listed(workspace, kind, organisation=""):
    question = asked(kind, organisation)
    rows = workspace.query(
        f"SELECT {COLUMNS} FROM {TABLES} WHERE {question.where} ORDER BY {ORDER}",
        question.parameters,
    )
    return [row["uuid"] for row in rows]


def test_a_change_of_state_is_news_until_it_is_read(workspace, report, park):
    uuid = report()
    assert listed(workspace, UNREAD) == [], "the reporter knows what was sent in"
    workspace.change_state("incident", uuid, "under_review")
    assert listed(workspace, UNREAD) == [uuid]
    mark_read(workspace, [uuid], user="park")
    assert listed(workspace, UNREAD) == []
    workspace.change_state("incident", uuid, "approved")
    assert listed(workspace, UNREAD) == [uuid] and listed(workspace, WAITING) == [uuid]
    (counted,) = organisations(workspace, UNREAD)
    assert (counted.uuid, counted.name, counted.count) == (park, "Parkenheten", 1)


@pytest.mark.parametrize("workspace", ["geopackage", "postgis"], indirect=True)
def test_a_change_made_by_sql_is_news_too(workspace, report):
    uuid = report()
    connection = workspace.engine.connect()
    statement = "UPDATE incident SET status = {p} WHERE uuid = {p}"
    connection.cursor().execute(workspace.engine.sql(statement), ("under_review", uuid))
    connection.close()
    assert listed(workspace, UNREAD) == [uuid]


@pytest.mark.parametrize("workspace", ["geopackage", "postgis"], indirect=True)
def test_marking_as_fed_back_closes_the_loop(workspace, report):
    approved, rejected = report("approved"), report("rejected")
    unasked = report("needs_completion", completion_request="Vilken sida av torget?")
    assert set(listed(workspace, WAITING)) == {approved, rejected, unasked}
    moment = datetime(2024, 7, 9, 10)
    mark_fed_back(workspace, [approved, rejected, unasked], user="anna", now=moment)
    first = workspace.get("incident", approved)
    assert (first["status"], first["feedback_sent_at"]) == ("fed_back", moment)
    assert workspace.get("incident", rejected)["status"] == "rejected"
    assert workspace.get("incident", rejected)["feedback_sent_at"] == moment
    assert listed(workspace, WAITING) == [] and listed(workspace, UNREAD) == []
    workspace.change_state("incident", unasked, "under_review")
    workspace.change_state("incident", unasked, "needs_completion")
    assert listed(workspace, WAITING) == [], "the same state again is no news"
    with pytest.raises(DataError, match="told"):
        mark_fed_back(workspace, [approved])


def test_all_or_none_and_back_again(workspace, report):
    one, early = report("approved"), report("submitted")
    with pytest.raises(DataError, match="not been reviewed"):
        mark_fed_back(workspace, [one, early])
    assert workspace.get("incident", one)["status"] == "approved"
    before = mark(workspace)
    mark_fed_back(workspace, [one])
    undo(workspace, changes_since(workspace, before))
    assert workspace.get("incident", one)["status"] == "approved"
    assert listed(workspace, WAITING) == [one] and listed(workspace, UNREAD) == [one]


def test_an_incident_of_nobody_waits_but_is_nobodys_news(workspace, report, park):
    uuid = report("approved", organisation=None)
    other = workspace.insert("actor", {"name": "Skolan", "kind": "school"})
    report("approved", organisation=other)
    assert listed(workspace, WAITING, NOBODY) == [uuid]
    assert uuid not in listed(workspace, UNREAD)
    assert listed(workspace, WAITING, park) == []
    assert [c.name for c in organisations(workspace, WAITING)] == ["Skolan", ""]
    mark_fed_back(workspace, [uuid])
    assert listed(workspace, WAITING, NOBODY) == []


def test_an_import_that_nobody_touched_is_no_news(workspace, park):
    with workspace.transaction("import", importing=True) as transaction:
        transaction.insert("incident", {
            "category": "vandalism", "time_from": datetime(2024, 7, 1), "channel": "import",
            "status": "approved", "reporter_organisation": park,
        })  # fmt: skip
    assert listed(workspace, WAITING) == [] and listed(workspace, UNREAD) == []


def test_the_text_tells_what_became_of_it_and_nothing_secret(workspace, report, park):
    uuid = report("approved", description="Något som rapportören skrev")
    problem, secret = (
        workspace.insert("problem", {"title": title, "phenomena": "{vandalism}",
                                     "secrecy": secrecy})
        for title, secrecy in (("Klotter vid torget", "open"), ("Hemligt", "internal"))
    )  # fmt: skip
    for one in (problem, secret):
        workspace.change_state("problem", one, "prioritised")
        workspace.insert("problem_incident", {"problem": one, "incident": uuid})
    (outcome,) = outcomes(workspace, [uuid], "sv")
    assert outcome.problems == ("Klotter vid torget",) and outcome.name == "Torget"
    text = became(outcome, "sv")
    assert "”Klotter vid torget”" in text and "Hemligt" not in text
    subject, body = message([outcome], "Falu kommun", "sv")
    assert subject == "Återkoppling: Torget" and "112" in body and body.endswith("Falu kommun")
    assert "rapportören skrev" not in body
    rejected = outcomes(workspace, [report("rejected")], "sv")[0]
    assert became(rejected, "sv").endswith("Skäl: utanför EST.")
    assert "2 incidents" in message([outcome, rejected], "Falun", "en")[0]


def test_addresses_are_those_given_with_the_incidents(workspace, report):
    one, two = report("approved"), report("approved")
    for uuid in (one, two):
        workspace.insert("reporter_contact",
                         {"incident": uuid, "function_address": "park@falun.se"})  # fmt: skip
    assert addresses(workspace, [one, two]) == ["park@falun.se"] and addresses(workspace, []) == []


def test_days_are_counted_as_the_reporter_does():
    assert days_waited("2024-07-02T23:59:00.000", date(2024, 7, 3)) == 1
    assert days_waited(datetime(2024, 7, 2), date(2024, 7, 2)) == 0
    assert days_waited(None) is None
