"""Names and literals as SQL text. Everything that becomes part of a statement passes here.

Values are always parameters. Statements are put together from names and literals of the schema,
quoted here, since no engine takes them as parameters: that is the reason of every
``nosec B608`` in this room.
"""

from __future__ import annotations

from typing import Iterable


def name(key: str) -> str:
    """A quoted identifier."""
    return '"' + key.replace('"', '""') + '"'


def names(keys: Iterable[str]) -> str:
    """Quoted identifiers, separated by commas."""
    return ", ".join(name(key) for key in keys)


def text(value: str) -> str:
    """A quoted literal. A line break or NUL has no place in one and becomes a space."""
    flat = value.replace("\0", " ").replace("\r", " ").replace("\n", " ")
    return "'" + flat.replace("'", "''") + "'"


def texts(values: Iterable[str]) -> str:
    """Quoted literals, separated by commas."""
    return ", ".join(text(value) for value in values)
