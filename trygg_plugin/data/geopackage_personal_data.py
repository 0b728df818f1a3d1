"""The certain findings of domain/personal_data.py as SQLite conditions.

A personal identity number or coordination number with a valid date and Luhn digit, and an
e-mail address. The plain-Python rules are the model; tests ask both the same cases.
"""

from __future__ import annotations


def personal_number_found(value: str) -> str:
    """True when the text holds a personal identity or coordination number."""
    digits = "[0-9]" * 6
    return f"({value} GLOB '*{digits}*' AND EXISTS ({_PERSONAL_NUMBER.format(value=value)}))"


def email_found(value: str) -> str:
    """True when the text holds an e-mail address."""
    return f"(instr({value}, '@') AND EXISTS ({_EMAIL.format(value=value)}))"


_LUHN = " + ".join(
    f"substr(d, {k}, 1) * 2 - 9 * (substr(d, {k}, 1) > '4')" if k % 2 else f"substr(d, {k}, 1)"
    for k in range(1, 11)
)

_PERSONAL_NUMBER = (
    "WITH RECURSIVE w(t, n) AS (SELECT {value}, length({value})), "
    "p(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM p WHERE i < (SELECT n FROM w)), "
    "f(pattern, size) AS (VALUES "
    "('" + "[0-9]" * 10 + "', 10), ('" + "[0-9]" * 6 + "[-+]" + "[0-9]" * 4 + "', 11), "
    "('" + "[0-9]" * 12 + "', 12), ('" + "[0-9]" * 8 + "[-+]" + "[0-9]" * 4 + "', 13)), "
    "c(d) AS (SELECT substr(replace(replace(substr(t, i, size), '-', ''), '+', ''), -10) "
    "FROM w, p, f WHERE substr(t, i, size) GLOB pattern "
    "AND substr(t, i + size, 1) NOT GLOB '[0-9]' "
    "AND (i = 1 OR substr(t, i - 1, 1) NOT GLOB '[0-9]')) "
    f"SELECT 1 FROM c WHERE ({_LUHN}) % 10 = 0"
)

_EMAIL = "WITH RECURSIVE w(t) AS (SELECT {value}) SELECT 1 FROM w WHERE t GLOB '*[a-zA-Z0-9]@[a-zA-Z0-9]*.[a-zA-Z]*'"
