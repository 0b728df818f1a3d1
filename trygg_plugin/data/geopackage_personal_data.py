"""The certain findings of domain/personal_data.py as SQLite conditions.

SQLite has no regular expressions: the text is masked (every digit becomes 0), so that a way of
writing a number becomes a plain text to look for, and a recursive query jumps from one row of
digits to the next. Made from the domain's own table of notations; tests ask both the same cases.
"""

from __future__ import annotations

from typing import Iterable, List

from ..domain.personal_data import (
    ALWAYS,
    CENTURIES,
    COORDINATION_DAY,
    NOTATIONS,
    REPLACED,
    TIMESTAMP_YEARS,
    UNLESS_TIME,
)
from .sql_text import text, texts

#: Empty but for the moment in which a trigger asks about the texts of one record.
TEXT = "trygg_text"
FOUND = "trygg_found"

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DOMAIN = _LETTERS + "0123456789åäöÅÄÖ"
_LOCAL = _DOMAIN + "._%+-"


def may_hold_personal_data(value: str) -> str:
    """A cheap question that every text with a certain finding answers with yes."""
    return f"({value} GLOB '*[0-9][0-9]*[0-9][0-9][0-9][0-9]*' OR instr({value}, '@'))"


def found_view() -> List[str]:
    """The view ``trygg_found``: field and kind of what the texts in ``trygg_text`` hold.

    A trigger puts the texts that may hold personal data there, reads the view and
    clears the table again: so the dear question stands once in the file, not once a field.
    """
    questions = {
        "personal_number": f"{_number_query('x.text')} AND day < {COORDINATION_DAY}",
        "coordination_number": f"{_number_query('x.text')} AND day > {COORDINATION_DAY}",
        "email": _email_query("x.text"),
    }
    selects = [
        f"SELECT x.field AS field, {text(kind)} AS kind FROM {TEXT} x WHERE EXISTS ({question})"  # nosec B608
        for kind, question in questions.items()
    ]
    return [
        f"CREATE TABLE {TEXT} (field TEXT PRIMARY KEY NOT NULL, text TEXT) WITHOUT ROWID",
        f"CREATE VIEW {FOUND} AS {' UNION ALL '.join(selects)}",
    ]


def _email_query(value: str) -> str:
    domain = text(_DOMAIN + ".-")
    return (
        f"WITH RECURSIVE r(before, rest) AS (SELECT '', {_plain(value)} UNION ALL "  # nosec B608
        "SELECT substr(rest, instr(rest, '@') - 1, 1), substr(rest, instr(rest, '@') + 1) "
        "FROM r WHERE instr(rest, '@')) SELECT 1 FROM r WHERE before <> '' "
        f"AND instr({text(_LOCAL)}, before) "
        f"AND substr(rest, 1, length(rest) - length(ltrim(rest, {domain}))) "
        "GLOB '[A-Za-z0-9ÅÄÖåäö]*.[A-Za-z][A-Za-z]*'"
    )


def _plain(value: str) -> str:
    """The text with the characters that word processors put in made plain again."""
    plain = value
    for fancy, simple in REPLACED.items():
        plain = f"replace({plain}, char({ord(fancy)}), {text(simple)})"
    return plain


def _masked(value: str) -> str:
    masked = value
    for digit in "123456789":
        masked = f"replace({masked}, '{digit}', '0')"
    return masked


def _number_query(value: str) -> str:
    """Every number with a valid date and check digit, as rows with its ``day``."""
    # The place values 2,1,2,1… of the Luhn sum; a doubled digit above 9 loses 9.
    luhn = " + ".join(
        f"substr(d, {k}, 1) * 2 - 9 * (substr(d, {k}, 1) > '4')" if k % 2 else f"substr(d, {k}, 1)"
        for k in range(1, 11)
    )
    first, final = TIMESTAMP_YEARS
    return (
        f"WITH RECURSIVE t(t) AS (SELECT {_plain(value)}), "  # nosec B608
        f"w(t, m) AS (SELECT t, {_masked('t')} FROM t), "
        # rest begins right after a row of digits; i is where the next one begins
        "r(rest) AS (SELECT m FROM w UNION ALL "
        "SELECT ltrim(substr(rest, instr(rest, '0')), '0') FROM r WHERE instr(rest, '0')), "
        "p(i, decimals) AS (SELECT length(m) - length(rest) + instr(rest, '0'), "
        "length(rest) < length(m) AND rest GLOB '.0*' "
        "FROM r, w WHERE instr(rest, '0')), "
        "f(shape, years, months, days, grade, bare) AS (VALUES "
        f"{', '.join(_shapes())}), "
        "c(year, month, day, last, years, grade) AS (SELECT substr(t, i, years), "
        "CAST(substr(t, i + months, 2) AS INTEGER), CAST(substr(t, i + days, 2) AS INTEGER), "
        "substr(t, i + length(shape) - 4, 4), years, grade "
        "FROM p, w JOIN f ON substr(m, i, length(shape)) = shape "
        "WHERE substr(m, i + length(shape), 1) <> '0' "
        "AND substr(m, i + length(shape), 2) NOT IN ('-0', ':0', '.0') "
        "AND NOT (bare AND decimals)), "
        "n(year, month, day, last, years, grade, dom, leap, d) AS (SELECT *, "
        f"CASE WHEN day > {COORDINATION_DAY} THEN day - {COORDINATION_DAY} ELSE day END, "
        "year % 4 = 0 AND (years = 2 OR year % 100 <> 0 OR year % 400 = 0), "
        "substr(year, -2) || printf('%02d%02d', month, day) || last FROM c) "
        "SELECT 1 FROM n WHERE month BETWEEN 1 AND 12 AND dom BETWEEN 1 AND "
        "CASE month WHEN 2 THEN 28 + leap WHEN 4 THEN 30 WHEN 6 THEN 30 WHEN 9 THEN 30 "
        "WHEN 11 THEN 30 ELSE 31 END "
        "AND substr(last, 1, 3) <> '000' "
        f"AND (years = 2 OR substr(year, 1, 2) IN ({texts(CENTURIES)})) "
        f"AND ({luhn}) % 10 = 0 "
        f"AND (grade = {text(ALWAYS)} OR NOT ("
        f"(CASE years WHEN 2 THEN 2000 ELSE 0 END) + year BETWEEN {first} AND {final} "
        "AND substr(last, 1, 2) < '24' AND substr(last, 3) < '60'))"
    )


def _shapes() -> Iterable[str]:
    """The ways of writing a certain number, as rows for VALUES."""
    rows: List[str] = []
    for notation, grade in NOTATIONS.items():
        if grade not in (ALWAYS, UNLESS_TIME):
            continue
        shape = "".join("0" if letter in "YMDN" else letter for letter in notation)
        rows.append(
            f"({text(shape)}, {notation.count('Y')}, {notation.index('M')}, "
            f"{notation.index('D')}, {text(grade)}, {int(notation.isalpha())})"
        )
    return rows
