"""Every QGIS name that the code uses exists in the QGIS that runs this test, enums fully scoped.

Run in each QGIS of the matrix. Lines under a version guard (an ``if`` that asks for
``QGIS_VERSION_INT`` or ``hasattr``, or a ``try``) may use what only some versions have.
"""

from __future__ import annotations

import ast
import importlib
from enum import Enum
from pathlib import Path
from typing import Any, Dict, List, Set

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [ROOT / "__init__.py", *sorted((ROOT / "trygg_plugin").rglob("*.py"))]
MODULES = ("qgis.core", "qgis.gui", "qgis.analysis", "qgis.utils")


def guarded(tree: ast.AST) -> Set[ast.AST]:
    """All nodes that only run when a guard has asked for them."""
    inside: Set[ast.AST] = set()
    for node in ast.walk(tree):
        guard = isinstance(node, ast.Try) or (
            isinstance(node, (ast.If, ast.IfExp))
            and any(word in ast.unparse(node.test) for word in ("QGIS_VERSION_INT", "hasattr"))
        )
        if guard:
            inside.update(ast.walk(node))
    return inside


def is_enum_member(value: Any) -> bool:
    """Enum members are Enum, or (sip's older kind) subclasses of int that are not int itself."""
    return isinstance(value, Enum) or (isinstance(value, int) and type(value) not in (int, bool))


def wrong_names(source: str) -> List[str]:
    """QGIS names of a file that this QGIS lacks, and enum members named without their enum."""
    tree = ast.parse(source)
    free = guarded(tree)
    known: Dict[str, Any] = {}
    wrong: List[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in MODULES and node not in free:
            module = importlib.import_module(node.module)
            for alias in node.names:
                if hasattr(module, alias.name):
                    known[alias.asname or alias.name] = getattr(module, alias.name)
                else:
                    wrong.append(f"line {node.lineno}: {node.module} has no {alias.name}")
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or node in free:
            continue
        parts: List[str] = []
        inner: ast.AST = node
        while isinstance(inner, ast.Attribute):
            parts.insert(0, inner.attr)
            inner = inner.value
        if not isinstance(inner, ast.Name) or not isinstance(known.get(inner.id), type):
            continue
        value = known[inner.id]
        for number, part in enumerate(parts):
            if not hasattr(value, part):
                wrong.append(f"line {node.lineno}: no {inner.id}.{'.'.join(parts)}")
                break
            value = getattr(value, part)
            if number == 0 and is_enum_member(value):
                wrong.append(f"line {node.lineno}: {inner.id}.{part} lacks its enum's name")
            if not isinstance(value, type):
                break
    return wrong


def test_this_qgis_has_every_name():
    wrong = [
        f"{path.relative_to(ROOT)}: {sentence}"
        for path in SOURCES
        for sentence in wrong_names(path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "source",
    [
        "from qgis.core import QgsNoSuchThing",
        "from qgis.core import QgsWkbTypes\nQgsWkbTypes.GeometryType.Nowhere",
        "from qgis.core import QgsWkbTypes\nQgsWkbTypes.PointGeometry",
        "from qgis.core import QgsProcessingParameterNumber as N\nN.Integer",
    ],
)
def test_a_wrong_name_is_found(source):
    assert wrong_names(source)


def test_the_old_home_of_enums_and_guards_are_accepted():
    assert not wrong_names(
        "from qgis.core import Qgis, QgsWkbTypes, QgsProcessing\n"
        "QgsWkbTypes.GeometryType.PointGeometry\n"
        "QgsProcessing.SourceType.TypeVectorPoint\n"
        "Qgis.MessageLevel.Warning\n"
        "QgsProcessing.TEMPORARY_OUTPUT\n"
        "if Qgis.QGIS_VERSION_INT >= 40000:\n"
        "    Qgis.OnlyInTheFuture.Value\n"
    )
