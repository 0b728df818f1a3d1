"""ruff, mypy, flake8-qgis and vermin agree with the code."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import List

import pytest

pytestmark = pytest.mark.native
SHIPPED = ("trygg_plugin", "__init__.py")
# vermin takes float.is_integer, as old as Python 3, for int.is_integer of Python 3.12
VERMIN = ("-t=3.9-", "--no-tips", "--violations", "--exclude", "int.is_integer")


ROOT = Path(__file__).resolve().parents[2]
TYPES = {"bool", "bytes", "dict", "float", "int", "list", "object", "set", "str", "tuple"}


def passes(done) -> None:
    assert done.returncode == 0, f"\n{done.stdout}{done.stderr}"


def test_ruff(lint):
    passes(lint("ruff", "check", "--no-cache", "--output-format=concise", "."))


def test_mypy_strict_in_domain_and_analysis(lint, tmp_path_factory):
    cache = tmp_path_factory.getbasetemp().parent / "mypy"
    passes(lint("mypy", "--cache-dir", cache, "--config-file", "pyproject.toml"))


def test_qgis_habits(lint):
    # QGS402 asks for QgsSettings where QSettings is what is meant
    passes(lint("flake8", "--isolated", "--select=QGS", "--extend-ignore=QGS402", *SHIPPED))


def test_runs_on_python_3_9(lint):
    """Syntax and standard library: QGIS 3.22 for Windows brings Python 3.9."""
    passes(lint("vermin", *VERMIN, *SHIPPED))


@pytest.mark.parametrize(
    "source",
    [
        "import tomllib\n",
        "match 1:\n    case _:\n        pass\n",
        "list(zip([1], [2], strict=True))\n",
    ],
)
def test_a_newer_python_is_noticed(lint, tmp_path, source):
    newer = tmp_path / "newer.py"
    newer.write_text(source)
    assert lint("vermin", *VERMIN, newer).returncode != 0


def unions_at_run_time(source: str) -> List[int]:
    """Lines with ``int | None`` outside annotations, which Python 3.9 cannot evaluate."""
    tree = ast.parse(source)
    annotations = set()
    for node in ast.walk(tree):
        for name in ("annotation", "returns"):
            if getattr(node, name, None) is not None:
                annotations.update(ast.walk(getattr(node, name)))
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.BitOr)
        and node not in annotations
        and any(
            (isinstance(side, ast.Constant) and side.value is None)
            or (isinstance(side, ast.Name) and side.id in TYPES)
            for side in (node.left, node.right)
        )
    ]


def test_no_union_of_types_is_evaluated():
    wrong = {
        str(path.relative_to(ROOT)): lines
        for path in sorted((ROOT / "trygg_plugin").rglob("*.py"))
        if (lines := unions_at_run_time(path.read_text(encoding="utf-8")))
    }
    assert wrong == {}
    assert unions_at_run_time("Number = int | None") == [1]
    assert unions_at_run_time("x: int | None = flags | other") == []
