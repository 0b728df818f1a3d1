"""The house's floors: which room may import from which (docs/architecture.md)."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import FrozenSet, Iterator, List, Tuple

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "trygg_plugin"

# Room -> what it may import of ours. Beside the rooms stand compat.py and i18n.py.
PROCESSING = frozenset({"analysis", "domain", "data", "exchange", "project", "reports"})
FLOORS = {
    "domain": frozenset(),
    "analysis": frozenset(),
    "data": frozenset({"domain"}),
    "project": frozenset({"domain", "data"}),
    "exchange": frozenset({"domain", "data"}),
    "reports": frozenset({"domain", "analysis", "data", "project"}),
    "processing": PROCESSING,
    "gui": PROCESSING | {"processing"},
    "plugin": frozenset({"gui", "processing"}),
    "i18n": frozenset(),
    "compat": frozenset(),
}
BESIDE = frozenset({"i18n", "compat"})
WITHOUT_QT = frozenset({"domain", "analysis"})
QT = frozenset({"qgis", "PyQt5", "PyQt6", "osgeo", "sip", "processing"})
# What QGIS's installers do not all bring: only inside functions, so that QGIS starts without.
LAZY = frozenset({"scipy", "pandas", "matplotlib", "jinja2", "openpyxl", "docx"})


def sources() -> List[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].replace(".py", "")


def imports(tree: ast.AST, package: Tuple[str, ...]) -> Iterator[Tuple[int, Tuple[str, ...]]]:
    """Line and full dotted path of every import; relative ones resolved from ``package``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, tuple(alias.name.split("."))
        elif isinstance(node, ast.ImportFrom):
            base: Tuple[str, ...] = ()
            if node.level:
                base = package[: len(package) - node.level + 1]
            base += tuple(node.module.split(".")) if node.module else ()
            for alias in node.names:
                yield node.lineno, (*base, alias.name)


def forbidden(source: str, path: Path, allowed: FrozenSet[str]) -> List[str]:
    """The imports of one file that its room may not make, as "file:line: sentence"."""
    place = path.relative_to(ROOT)
    room = room_of(path)
    package = place.parent.parts
    found = []
    for line, target in imports(ast.parse(source), package):
        if target[0] == "trygg_plugin":
            other = target[1] if len(target) > 1 else ""
            if other not in allowed | BESIDE | {room, ""} or (
                other in BESIDE and room in WITHOUT_QT
            ):
                found.append(f"{place}:{line}: {room} may not import from {other}")
        elif target[0] in QT and room in WITHOUT_QT:
            found.append(f"{place}:{line}: {room} may not import {target[0]}")
    return found


def test_every_room_has_its_floor():
    rooms = {room_of(path) for path in sources()} - {"__init__"}
    assert rooms <= set(FLOORS), "a new room needs its floor here and in docs/architecture.md"


def test_imports_stay_on_their_floor():
    found = [
        sentence
        for path in sources()
        if path != PACKAGE / "__init__.py"
        for sentence in forbidden(path.read_text(encoding="utf-8"), path, FLOORS[room_of(path)])
    ]
    assert found == []


def test_a_forbidden_import_is_found():
    path = PACKAGE / "domain" / "made_up.py"
    for source in (
        "from ..data import schema",
        "from .. import data",
        "import qgis.core",
        "from ..i18n import tr",
        "def f():\n    from ..gui.shell import Shell",
    ):
        assert forbidden(source, path, FLOORS["domain"]), source
    assert not forbidden("from .errors import DomainError", path, FLOORS["domain"])


def test_imports_inside_the_plugin_are_relative():
    """QGIS loads the code as <folder>.trygg_plugin: an absolute import works only in tests."""
    absolute = []
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            if any(name.split(".")[0] == "trygg_plugin" for name in names):
                absolute.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert absolute == []


def test_optional_packages_are_imported_where_they_are_used():
    early = []
    for path in sources():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) or (
                isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
            ):
                node.body = []
        early += [
            f"{path.relative_to(ROOT)}:{line}: {target[0]}"
            for line, target in imports(tree, ())
            if target[0] in LAZY
        ]
    assert early == [], "import these inside the function that needs them"


def test_domain_and_analysis_work_without_qgis():
    """Every module of the two rooms is imported in a Python that has no QGIS, no Qt, no GDAL."""
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).replace(".__init__", "")
        for room in sorted(WITHOUT_QT)
        for path in sorted((PACKAGE / room).rglob("*.py"))
    ]
    code = (
        "import importlib, sys\n"
        f"sys.path.insert(0, {str(ROOT)!r})\n"
        f"for name in {sorted(QT)!r}: sys.modules[name] = None\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        f"heavy = [name for name in {sorted(LAZY)!r} if name in sys.modules]\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
