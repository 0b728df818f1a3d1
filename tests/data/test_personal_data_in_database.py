"""The database refuses exactly what domain/personal_data.py finds certain."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Callable, Iterator, Set

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from trygg_plugin.data.geopackage_personal_data import found_view, may_hold_personal_data
from trygg_plugin.data.postgis_personal_data import (
    may_hold_personal_data as suspicious_in_postgresql,
)
from trygg_plugin.data.postgis_personal_data import personal_data_function
from trygg_plugin.domain.personal_data import NOTATIONS, find_personal_data, luhn_digit, refused

CASES = Path(__file__).resolve().parent.parent / "domain" / "personal_data_cases.csv"


Ask = Callable[[str], Set[str]]


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgis", marks=pytest.mark.native)]
)
def kinds_in_sql(request: pytest.FixtureRequest) -> Iterator[Ask]:
    """What a database finds certain in a text."""
    if request.param == "sqlite":
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            for statement in found_view():
                connection.execute(statement)
            yield lambda text: _in_sqlite(connection, text)
        return
    server = request.getfixturevalue("postgis")
    with closing(server.connect()) as connection:
        cursor = connection.cursor()
        # of this session alone, and gone with it
        cursor.execute(personal_data_function("pg_temp"))
        yield lambda text: _in_postgresql(cursor, text)


def _in_sqlite(connection: sqlite3.Connection, text: str) -> Set[str]:
    connection.execute("DELETE FROM trygg_text")
    connection.execute(
        f"INSERT INTO trygg_text SELECT 'f', ?1 WHERE {may_hold_personal_data('?1')}", (text,)
    )
    return {row[0] for row in connection.execute("SELECT kind FROM trygg_found")}


def _in_postgresql(cursor: Any, text: str) -> Set[str]:
    cursor.execute(
        "SELECT pg_temp.trygg_personal_data(x.t) FROM (VALUES (%s)) AS x(t) "
        f"WHERE {suspicious_in_postgresql('x.t')}",
        (text,),
    )
    row = cursor.fetchone()
    return set(row[0]) if row else set()


def kinds_in_python(text: str) -> Set[str]:
    return {finding.kind for finding in refused(find_personal_data(text))}


def cases():
    with open(CASES, encoding="utf-8-sig", newline="") as file:
        return [row["text"] for row in csv.DictReader(file, delimiter=";")]


@pytest.mark.parametrize("text", cases())
def test_same_answer_on_the_domains_cases(kinds_in_sql, text):
    assert kinds_in_sql(text) == kinds_in_python(text)


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
def test_same_answer_on_numbers(kinds_in_sql, parts):
    text = "".join(parts)
    assert kinds_in_sql(text) == kinds_in_python(text)


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet="abÅö1.-_%+@ \t\u2011\u2007é", max_size=25))
@example(text="a@b.se")
@example(text="a@b.s1.se")
@example(text="@b.se")
@example(text="a@.b.se")
@example(text="a@@b.se")
def test_same_answer_on_addresses(kinds_in_sql, text):
    text = text.replace("1", "se", 1)
    assert kinds_in_sql(text) == kinds_in_python(text)


@settings(max_examples=100, deadline=None)
@given(
    text=st.text(alphabet=st.characters(blacklist_characters="\0", blacklist_categories=("Cs",)))
)
def test_same_answer_on_any_text(kinds_in_sql, text):
    assert kinds_in_sql(text) == kinds_in_python(text)


def test_a_text_with_nul_is_refused(any_workspace, incident):
    # SQLite stops reading at NUL: what follows would escape the rules
    with pytest.raises(Exception, match="NUL"):
        any_workspace.insert("incident", incident(description="a\0 850101-1236"))


def test_an_edit_brings_nothing_in_either(any_workspace, incident):
    uuid = any_workspace.insert("incident", incident())
    with pytest.raises(Exception, match="personnummer"):
        any_workspace.update("incident", uuid, {"description": "19850101-1236"})
    coordination = f"850161-123{luhn_digit('850161123')}"
    with pytest.raises(Exception, match="samordningsnummer"):
        any_workspace.update("incident", uuid, {"place_name": coordination})
    assert any_workspace.get("incident", uuid).version == 1
