"""The database refuses exactly what domain/personal_data.py finds certain."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path
from typing import Set

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from trygg_plugin.data.geopackage_personal_data import found_view, may_hold_personal_data
from trygg_plugin.domain.personal_data import NOTATIONS, find_personal_data, luhn_digit, refused

CASES = Path(__file__).resolve().parent.parent / "domain" / "personal_data_cases.csv"


@pytest.fixture(scope="module")
def database() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for statement in found_view():
        connection.execute(statement)
    return connection


def kinds_in_sql(database: sqlite3.Connection, text: str) -> Set[str]:
    database.execute("DELETE FROM trygg_text")
    database.execute(
        f"INSERT INTO trygg_text SELECT 'f', ?1 WHERE {may_hold_personal_data('?1')}", (text,)
    )
    return {row[0] for row in database.execute("SELECT kind FROM trygg_found")}


def kinds_in_python(text: str) -> Set[str]:
    return {finding.kind for finding in refused(find_personal_data(text))}


def cases():
    with open(CASES, encoding="utf-8-sig", newline="") as file:
        return [row["text"] for row in csv.DictReader(file, delimiter=";")]


@pytest.mark.parametrize("text", cases())
def test_same_answer_on_the_domains_cases(database, text):
    assert kinds_in_sql(database, text) == kinds_in_python(text)


@st.composite
def written_numbers(draw) -> str:
    """A number in any notation, mostly valid, amid other characters."""
    year = draw(st.integers(1880, 2045))
    month, day = draw(st.integers(1, 12)), draw(st.integers(1, 31))
    if draw(st.integers(0, 3)) == 0:
        day += 60
    serial = f"{draw(st.integers(0, 999)):03d}"
    nine = f"{year % 100:02d}{month:02d}{day:02d}{serial}"
    last = serial + str(luhn_digit(nine) if draw(st.integers(0, 4)) else draw(st.integers(0, 9)))
    notation = draw(st.sampled_from(sorted(NOTATIONS)))
    for key, value in (
        ("YYYY", f"{year:04d}"),
        ("YY", f"{year % 100:02d}"),
        ("MM", f"{month:02d}"),
        ("DD", f"{day:02d}"),
        ("NNNN", last),
    ):
        notation = notation.replace(key, value, 1)
    around = st.text(alphabet="0189 .,:-+/\u00a0\u2013@aö", max_size=4)
    return draw(around) + notation + draw(around)


@settings(max_examples=150, deadline=None)
@given(parts=st.lists(written_numbers(), min_size=1, max_size=3))
@example(parts=["1.8501011236"])
@example(parts=["59.8501011236 850101-1236"])
def test_same_answer_on_numbers(database, parts):
    text = "".join(parts)
    assert kinds_in_sql(database, text) == kinds_in_python(text)


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet="abÅö1.-_%+@ \t\u2011\u2007é", max_size=25))
@example(text="a@b.se")
@example(text="a@b.s1.se")
@example(text="@b.se")
@example(text="a@.b.se")
@example(text="a@@b.se")
def test_same_answer_on_addresses(database, text):
    text = text.replace("1", "se", 1)
    assert kinds_in_sql(database, text) == kinds_in_python(text)


@settings(max_examples=100, deadline=None)
@given(
    text=st.text(alphabet=st.characters(blacklist_characters="\0", blacklist_categories=("Cs",)))
)
def test_same_answer_on_any_text(database, text):
    assert kinds_in_sql(database, text) == kinds_in_python(text)


def test_a_text_with_nul_is_refused(workspace, incident):
    # SQLite stops reading at NUL: what follows would escape the rules
    with pytest.raises(Exception, match="NUL"):
        workspace.insert("incident", incident(description="a\0 850101-1236"))


def test_an_edit_brings_nothing_in_either(workspace, incident):
    uuid = workspace.insert("incident", incident())
    with pytest.raises(Exception, match="personnummer"):
        workspace.update("incident", uuid, {"description": "19850101-1236"})
    coordination = f"850161-123{luhn_digit('850161123')}"
    with pytest.raises(Exception, match="samordningsnummer"):
        workspace.update("incident", uuid, {"place_name": coordination})
    assert workspace.get("incident", uuid).version == 1
    (left,) = workspace.query("SELECT count(*) AS n FROM trygg_text")
    assert left["n"] == 0
