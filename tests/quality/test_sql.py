"""SQL that is put together takes names and literals only through data/sql_text.py.

Identifiers, triggers and partial statements cannot be bound as parameters, so bandit's rule
against f-string SQL (B608) cannot hold in the room that writes the schema. This stands in its
place there: no value is put between quotes by hand, and no attribute or element of anything
goes into a statement unquoted. Elsewhere there is no SQL at all.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Iterator, List

import pytest

pytestmark = pytest.mark.native
ROOT = Path(__file__).resolve().parents[2]
STATEMENT = re.compile(
    r"\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|DELETE\s+FROM|UPDATE\s.+\sSET|"
    r"(CREATE|DROP|ALTER)\s+(TABLE|TRIGGER|INDEX|VIEW|UNIQUE))\b",
    re.DOTALL,
)


def statements(tree: ast.AST) -> Iterator[ast.JoinedStr]:
    """F-strings that read as SQL."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            words = " ".join(
                part.value if isinstance(part, ast.Constant) else "x" for part in node.values
            )
            if STATEMENT.search(words):
                yield node


def unsafe(source: str) -> List[str]:
    """Lines where a statement takes in something that may not be quoted."""
    wrong = []
    for statement in statements(ast.parse(source)):
        before = ""
        for part in statement.values:
            if isinstance(part, ast.Constant):
                before = str(part.value)
                continue
            inner = part.value
            raw = isinstance(inner, (ast.Attribute, ast.Subscript, ast.BinOp))
            if raw or before.endswith(("'", '"')):
                wrong.append(f"line {statement.lineno}: {{{ast.unparse(inner)}}}")
            before = ""
    return wrong


def test_every_name_and_literal_is_quoted_in_one_place():
    wrong = [
        f"{path.relative_to(ROOT)}: {sentence}"
        for path in sorted((ROOT / "trygg_plugin" / "data").rglob("*.py"))
        for sentence in unsafe(path.read_text(encoding="utf-8"))
    ]
    assert wrong == [], "use name(), names(), text() or texts() of data/sql_text.py"


@pytest.mark.parametrize(
    "source",
    [
        """f"SELECT * FROM incident WHERE uuid = '{uuid}'" """,
        """f'DELETE FROM "{table}" WHERE fid = 1' """,
        """f"UPDATE {record.table} SET version = 1" """,
        """f"INSERT INTO {row['table']} VALUES (1)" """,
    ],
)
def test_what_could_be_injected_is_found(source):
    assert unsafe(source.strip())


def test_what_is_quoted_is_accepted():
    assert not unsafe('f"SELECT {names(columns)} FROM {name(table)} WHERE {condition}"')
