"""Free text that people type, looked for in columns: the same answer on both engines."""

from __future__ import annotations

import re
from typing import List, Optional, Sequence, Tuple

#: SQLite's lower() leaves all but A to Z as they are.
_CAPITALS = "ÅÄÖÉ"
#: Not the backslash, which some servers read as their own.
_ESCAPE = "!"
#: The first characters of a uuid name a record for people.
SHORT_ID = 8
_UUID_START = re.compile(r"#?([0-9a-f]{8}(?:-[0-9a-f-]{0,27})?)")


def short_id(uuid: str) -> str:
    """What a record is called by people: the first characters of its uuid."""
    return uuid[:SHORT_ID]


def lowered(column: str) -> str:
    """SQL that gives a column in lower case, the Swedish letters too."""
    sql = f"lower({column})"
    for capital in _CAPITALS:
        sql = f"replace({sql}, '{capital}', '{capital.lower()}')"
    return sql


def holds_words(columns: Sequence[str], typed: str) -> Tuple[str, List[str]]:
    """A condition with ``{p}`` marks, and its parameters: every word typed stands somewhere in
    the columns. Nothing typed: no condition."""
    # one text to look through: turning letters small costs more than looking for words
    text = lowered(" || ' ' || ".join(f"coalesce({column}, '')" for column in columns))
    words = typed.lower().split()
    return (
        " AND ".join([f"{text} LIKE {{p}} ESCAPE '{_ESCAPE}'"] * len(words)),
        [pattern(word) for word in words],
    )


def pattern(word: str) -> str:
    """A LIKE pattern for a word anywhere in a text."""
    for special in (_ESCAPE, "%", "_"):
        word = word.replace(special, _ESCAPE + special)
    return f"%{word}%"


def uuid_range(typed: str) -> Optional[Tuple[str, str]]:
    """First and last text between which a uuid lies that begins as typed (``#1a2b3c4d``, at
    least eight characters); None when that is no beginning of a uuid."""
    found = _UUID_START.fullmatch(typed.strip().lower())
    if found is None:
        return None
    # no hexadecimal digit and no hyphen comes after it
    return found.group(1), found.group(1) + "g"
