"""Every Qt name that the code uses exists in Qt 6 too, so that QGIS 4 runs the same tree.

There is no QGIS 4 package to run here, so PyQt6's own stubs are asked: each imported class,
and each chain of attributes on it (``Qt.ItemDataRole.UserRole``), must resolve.
"""

from __future__ import annotations

import ast
import subprocess
import warnings
from pathlib import Path
from typing import Dict, List, Optional, Tuple

import pytest

pytestmark = pytest.mark.native
ROOT = Path(__file__).resolve().parents[2]
SOURCES = [ROOT / "__init__.py", *sorted((ROOT / "trygg_plugin").rglob("*.py"))]

#: What QGIS itself patches into qgis.PyQt on Qt 6.
PATCHED_NAMES = {
    ("QtWidgets", "QAction"),
    ("QtWidgets", "QActionGroup"),
    ("QtWidgets", "QShortcut"),
    ("QtCore", "QVariant"),
    ("QtCore", "NULL"),
}
PATCHED_CLASSES = {"QVariant"}


class Stubs:
    """PyQt6's .pyi files, read when asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._modules: Dict[str, Optional[Dict[str, ast.AST]]] = {}

    @staticmethod
    def _members(body: List[ast.stmt]) -> Dict[str, ast.AST]:
        members: Dict[str, ast.AST] = {}
        for node in body:
            if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
                members.setdefault(node.name, node)
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                members[node.target.id] = node
            elif isinstance(node, ast.Assign):
                members.update(
                    {target.id: node for target in node.targets if isinstance(target, ast.Name)}
                )
        return members

    def module(self, name: str) -> Optional[Dict[str, ast.AST]]:
        if name not in self._modules:
            path = self._folder / f"{name}.pyi"
            if path.exists():
                # "*args, /" is not Python, though PyQt's generator writes it
                text = path.read_text(encoding="utf-8").replace(", /)", ")")
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")  # about the stubs' own doc strings
                    self._modules[name] = self._members(ast.parse(text).body)
            else:
                self._modules[name] = None
        return self._modules[name]

    def has(self, module: str, chain: Tuple[str, ...]) -> bool:
        """Whether ``module.chain[0].chain[1]…`` exists, base classes included."""
        members = self.module(module)
        for step, name in enumerate(chain):
            if members is None or name not in members:
                return False
            node = members[name]
            if not isinstance(node, ast.ClassDef):
                return True  # a value or a method: what follows it is not ours to know
            if step < len(chain) - 1:
                members = self._with_bases(module, node)
        return True

    def _with_bases(self, module: str, node: ast.ClassDef) -> Dict[str, ast.AST]:
        members: Dict[str, ast.AST] = {}
        for base in node.bases:
            parts = ast.unparse(base).split(".")
            base_module = parts[-2] if len(parts) > 1 else module
            found = (self.module(base_module) or {}).get(parts[-1])
            if isinstance(found, ast.ClassDef):
                members.update(self._with_bases(base_module, found))
        members.update(self._members(node.body))
        return members


def chain_of(node: ast.AST) -> Optional[Tuple[str, ...]]:
    """("Qt", "ItemDataRole", "UserRole") of such an expression; None of any other."""
    parts: List[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return (node.id, *reversed(parts)) if isinstance(node, ast.Name) else None


def unknown_names(source: str, stubs: Stubs) -> List[str]:
    """The Qt names of a file that Qt 6 does not have."""
    tree = ast.parse(source)
    classes: Dict[str, Tuple[str, str]] = {}  # name in the file -> module and name in Qt
    modules: Dict[str, str] = {}
    wrong: List[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] in ("PyQt5", "PyQt6", "sip"):
                    wrong.append(f"line {node.lineno}: import {alias.name}; use qgis.PyQt")
        if not isinstance(node, ast.ImportFrom) or not node.module:
            continue
        if node.module.split(".")[0] in ("PyQt5", "PyQt6"):
            wrong.append(f"line {node.lineno}: {node.module}; use qgis.PyQt")
        elif node.module == "qgis.PyQt":
            modules.update({a.asname or a.name: a.name for a in node.names if a.name != "sip"})
        elif node.module.startswith("qgis.PyQt."):
            module = node.module.rsplit(".", 1)[1]
            for alias in node.names:
                classes[alias.asname or alias.name] = (module, alias.name)
                patched = (module, alias.name) in PATCHED_NAMES
                if not patched and module != "sip" and not stubs.has(module, (alias.name,)):
                    wrong.append(f"line {node.lineno}: {module}.{alias.name}")
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute):
            continue
        if node.attr == "exec_":
            wrong.append(f"line {node.lineno}: exec_(); Qt 6 has exec() only")
        chain = chain_of(node)
        if chain is None:
            continue
        if chain[0] in modules:
            module, names = modules[chain[0]], chain[1:]
        elif chain[0] in classes:
            module, names = classes[chain[0]][0], (classes[chain[0]][1], *chain[1:])
        else:
            continue
        if names and (names[0] in PATCHED_CLASSES or (module, names[0]) in PATCHED_NAMES):
            continue
        if not stubs.has(module, names):
            wrong.append(f"line {node.lineno}: {module}.{'.'.join(names)}")
    return wrong


@pytest.fixture(scope="session")
def stubs(lint_python) -> Stubs:
    code = "import sysconfig; print(sysconfig.get_paths()['purelib'])"
    done = subprocess.run([lint_python, "-c", code], capture_output=True, text=True, check=True)
    folder = Path(done.stdout.strip()) / "PyQt6"
    assert folder.is_dir(), f"PyQt6's stubs are missing in {folder}"
    return Stubs(folder)


def test_qt_6_has_every_name(stubs):
    wrong = [
        f"{path.relative_to(ROOT)}: {sentence}"
        for path in SOURCES
        for sentence in unknown_names(path.read_text(encoding="utf-8"), stubs)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "source",
    [
        "from qgis.PyQt.QtCore import Qt\nQt.UserRole",
        "from qgis.PyQt.QtCore import QRegExp",
        "from qgis.PyQt.QtWidgets import QDesktopWidget",
        "from qgis.PyQt.QtWidgets import QDialog\nQDialog.Accepted",
        "from qgis.PyQt import QtWidgets\nQtWidgets.QFrame.HLine",
        "import PyQt5.QtCore",
        "dialog.exec_()",
    ],
)
def test_what_qt_6_lacks_is_found(source, stubs):
    assert unknown_names(source, stubs)


@pytest.mark.parametrize(
    "source",
    [
        "from qgis.PyQt.QtCore import Qt\nQt.ItemDataRole.UserRole",
        "from qgis.PyQt.QtWidgets import QAction, QDialog\nQDialog.DialogCode.Accepted",
        "from qgis.PyQt.QtCore import QVariant\nQVariant.String",
        "from qgis.PyQt import QtWidgets\nQtWidgets.QFrame.Shape.HLine",
        "from qgis.PyQt.QtWidgets import QListView\nQListView.setVisible",
    ],
)
def test_what_both_have_is_accepted(source, stubs):
    assert unknown_names(source, stubs) == []
