"""The calendar file keeps RFC 5545 to the letter, whatever a title holds."""

from __future__ import annotations

import re
from datetime import date, datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trygg_plugin.data.casework import measures
from trygg_plugin.exchange.calendar_file import (
    TODO,
    Deadline,
    calendar_text,
    escaped,
    folded,
    measures_calendar,
)

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=timezone.utc)
NAME = re.compile(r"[A-Za-z0-9-]+(;[A-Za-z0-9-]+=[^;:]+)*$")


def parse(text):
    """Components of a calendar, read as strictly as RFC 5545 is written."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    physical = text.split("\r\n")[:-1]
    assert all(len(line.encode("utf-8")) <= 75 for line in physical)
    assert all(physical) and not physical[0].startswith(" ")
    unfolded = "\r\n".join(physical).replace("\r\n ", "").split("\r\n")
    stack, done = [], []
    for line in unfolded:
        name, _, value = line.partition(":")
        assert NAME.match(name), line
        assert not any(ord(c) < 32 and c != "\t" or ord(c) == 127 for c in value)
        if name == "BEGIN":
            stack.append((value, {}))
        elif name == "END":
            kind, found = stack.pop()
            assert kind == value
            done.append((kind, found))
        else:
            key = name.split(";")[0]
            assert key not in stack[-1][1], f"{key} twice"
            if key in ("SUMMARY", "DESCRIPTION", "UID", "CATEGORIES", "X-WR-CALNAME"):
                assert re.fullmatch(r"(?:[^\\;,]|\\[\\;,nN])*", value), value
                value = re.sub(
                    r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value
                )
            stack[-1][1][key] = value
    assert not stack and done[-1][0] == "VCALENDAR"
    calendar = done.pop()[1]
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    for kind, found in done:
        assert {"UID", "DTSTAMP"} <= set(found), kind
    assert len({found["UID"] for _, found in done}) == len(done)
    return calendar, done


def entry(title="Ljus", lines=(), **more):
    return Deadline("u@trygg", 0, date(2026, 12, 31), title, tuple(lines), "Åtgärd", NOW, **more)


@given(st.text(max_size=300), st.lists(st.text(max_size=80), max_size=3))
def test_any_text_comes_back_as_it_went(title, lines):
    _, [(kind, found)] = parse(calendar_text([entry(title, lines)], "K", now=NOW))
    plain = "".join(
        c for c in title.replace("\r\n", "\n").replace("\r", "\n")
        if c in "\n\t" or (c >= " " and c != "\x7f")
    )  # fmt: skip
    assert kind == "VEVENT" and found["SUMMARY"] == plain


@given(st.text(alphabet="aåö€😀 ,;\\", max_size=400))
def test_folding_cuts_between_letters(text):
    made = folded("SUMMARY:" + escaped(text))
    assert made.replace("\r\n ", "") == "SUMMARY:" + escaped(text) + "\r\n"
    assert all(len(part.encode()) <= 75 for part in made.split("\r\n"))


def test_a_day_ends_the_next_day_also_at_new_year():
    _, [(_, found)] = parse(calendar_text([entry()], "K", now=NOW))
    assert (found["DTSTART"], found["DTEND"]) == ("20261231", "20270101")
    assert found["DTSTAMP"] == "20261122T120000Z"
    _, [(kind, found)] = parse(calendar_text([entry(done=True)], "K", TODO, NOW))
    assert (kind, found["DUE"], found["STATUS"]) == ("VTODO", "20261231", "COMPLETED")


@pytest.fixture()
def work(workspace):
    owner = workspace.insert("actor", {"name": "Park, väg & ljus", "kind": "municipality"})
    other = workspace.insert("actor", {"name": "Polisen", "kind": "police"})
    problem = workspace.insert("problem", {"title": "Klotter", "phenomena": ["vandalism"]})

    def measure(title, **values):
        return measures.create_measure(
            workspace, {"title": title, "type": "lighting", "problem": problem,
                        "deadline": date(2026, 12, 1), "responsible_organisation": owner, **values},
        )  # fmt: skip

    return workspace, owner, other, problem, measure


@pytest.mark.parametrize("workspace", ["geopackage", "postgis"], indirect=True)
def test_deadlines_of_all_and_of_one_organisation(work):
    workspace, owner, other, _, measure = work
    first = measure("Ny belysning; gångvägen")
    second = measure("Rondering", responsible_organisation=other)
    measure("Utan datum", deadline=None)
    made = measures_calendar(workspace, "sv", now=NOW)
    calendar, found = parse(made.text)
    assert made.count == 2 and calendar["X-WR-CALNAME"] == "Åtgärder i Trygg"
    assert {f["UID"] for _, f in found} == {f"{first}@trygg", f"{second}@trygg"}
    mine = measures_calendar(workspace, "en", organisation=owner, now=NOW)
    calendar, [(_, event)] = parse(mine.text)
    assert calendar["X-WR-CALNAME"] == "Measures in Trygg – Park, väg & ljus"
    assert event["SUMMARY"] == "Deadline: Ny belysning; gångvägen"
    assert event["DESCRIPTION"].split("\n") == [
        "Type: Lighting", "Responsible: Park, väg & ljus", "Problem: Klotter", "State: Proposed"
    ]  # fmt: skip


def test_a_second_import_moves_what_the_first_made(work):
    workspace, *_, measure = work
    uuid = measure("Ljus")
    _, [(_, before)] = parse(measures_calendar(workspace, "sv", now=NOW).text)
    measures.change_measure(workspace, uuid, {"deadline": date(2027, 1, 1)})
    _, [(_, after)] = parse(measures_calendar(workspace, "sv", now=NOW).text)
    assert before["UID"] == after["UID"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert after["DTSTART"] == "20270101"


def test_done_is_left_out_and_cancelled_is_told(work):
    workspace, *_, measure = work
    done, cancelled = measure("Klar"), measure("Inställd")
    for uuid, last, values in (
        (done, "completed", {}), (cancelled, "cancelled", {"cancelled_reason": "Dyrt"})
    ):  # fmt: skip
        for state in ("decided", "ongoing"):
            measures.advance(workspace, uuid, state)
        measures.advance(workspace, uuid, last, values)
    _, found = parse(measures_calendar(workspace, "sv", now=NOW).text)
    assert [(f["UID"], f["STATUS"]) for _, f in found] == [(f"{cancelled}@trygg", "CANCELLED")]
    assert measures_calendar(workspace, "sv", with_ended=True, now=NOW).count == 2


def test_no_personal_data_and_no_secrets_go_out(work):
    workspace, owner, _, problem, measure = work
    measure("Ring Anna Svensson på 070-123 45 67", description="hemligt")
    made = measures_calendar(workspace, "sv", now=NOW)
    assert "070" not in made.text and "Anna" not in made.text and "hemligt" not in made.text
    _, [(_, event)] = parse(made.text)
    assert event["SUMMARY"] == "Klar senast: Belysning"
    workspace.update("problem", problem, {"secrecy": "to_be_assessed"})
    made = measures_calendar(workspace, "sv", now=NOW)
    assert (made.count, made.kept_back) == (0, 1)


def test_another_program_reads_it_too(work):
    icalendar = pytest.importorskip("icalendar", reason="the package icalendar is not installed")
    workspace, *_, measure = work
    measure("Åtgärd med ett långt namn, semikolon; och snedstreck \\ – " + "ö" * 40)
    made = measures_calendar(workspace, "sv", now=NOW)
    (event,) = icalendar.Calendar.from_ical(made.text).walk("VEVENT")
    assert str(event["SUMMARY"]).endswith("snedstreck \\ – " + "ö" * 40)
    assert event.decoded("DTSTART") == date(2026, 12, 1)
