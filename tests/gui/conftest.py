"""A window like QGIS's, and a workspace project that is open in it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Callable, Iterator, List, Tuple

import pytest
from qgis.core import (
    QgsApplication,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsSettings,
    QgsTrackedVectorLayerTools,
)
from qgis.gui import QgsGui, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from qgis.PyQt.QtWidgets import QMainWindow, QMenu, QToolBar

from trygg_plugin.data.workspace import create_workspace
from trygg_plugin.domain.standard import default_folder, load_standard
from trygg_plugin.gui.shell import Shell
from trygg_plugin.project.layer_keys import table_of, workspace_layers
from trygg_plugin.project.workspace_project import build_project, save_project

#: The workspace's square of land (SWEREF 99 TM), in two areas.
LEFT, RIGHT, BOTTOM, TOP = 500_000, 502_000, 6_580_000, 6_581_000


class Window:
    """What the interface asks of QGIS, over a plain main window."""

    def __init__(self) -> None:
        self._window = QMainWindow()
        self._canvas = QgsMapCanvas(self._window)
        self._bar = QgsMessageBar(self._window)
        self._tools = QgsTrackedVectorLayerTools()
        self._plugins = QMenu(self._window)
        self._help = QMenu(self._window)
        self.tables: List[Tuple[str, str]] = []
        self.factories: List[Any] = []
        self.locators: List[Any] = []
        self.forms: List[Tuple[str, str]] = []
        self.shortcuts: List[Any] = []
        self._window.setCentralWidget(self._canvas)
        self._window.resize(1366, 768)
        self._window.show()

    def mainWindow(self) -> QMainWindow:  # noqa: N802
        return self._window

    def mapCanvas(self) -> QgsMapCanvas:  # noqa: N802
        return self._canvas

    def messageBar(self) -> QgsMessageBar:  # noqa: N802
        return self._bar

    def vectorLayerTools(self) -> QgsTrackedVectorLayerTools:  # noqa: N802
        return self._tools

    def pluginMenu(self) -> QMenu:  # noqa: N802
        return self._plugins

    def pluginHelpMenu(self) -> QMenu:  # noqa: N802
        return self._help

    def addToolBar(self, name: str) -> QToolBar:  # noqa: N802
        return self._window.addToolBar(name)

    def addDockWidget(self, area: Any, dock: Any) -> None:  # noqa: N802
        self._window.addDockWidget(area, dock)

    def removeDockWidget(self, dock: Any) -> None:  # noqa: N802
        self._window.removeDockWidget(dock)

    def registerMainWindowAction(self, action: Any, shortcut: str) -> bool:  # noqa: N802
        self.shortcuts.append(action)
        return True

    def unregisterMainWindowAction(self, action: Any) -> bool:  # noqa: N802
        self.shortcuts.remove(action)
        return True

    def registerOptionsWidgetFactory(self, factory: Any) -> None:  # noqa: N802
        self.factories.append(factory)

    def unregisterOptionsWidgetFactory(self, factory: Any) -> None:  # noqa: N802
        self.factories.remove(factory)

    def registerProjectPropertiesWidgetFactory(self, factory: Any) -> None:  # noqa: N802
        self.factories.append(factory)

    def unregisterProjectPropertiesWidgetFactory(self, factory: Any) -> None:  # noqa: N802
        self.factories.remove(factory)

    def registerLocatorFilter(self, made: Any) -> None:  # noqa: N802
        self.locators.append(made)

    def deregisterLocatorFilter(self, made: Any) -> None:  # noqa: N802
        self.locators.remove(made)

    def openFeatureForm(self, layer: Any, feature: Any, *_: Any) -> bool:  # noqa: N802
        self.forms.append((layer.id(), feature["uuid"]))
        return True

    def showAttributeTable(self, layer: Any, condition: str) -> None:  # noqa: N802
        self.tables.append((layer.id(), condition))

    def newProject(self, ask: bool) -> None:  # noqa: N802
        QgsProject.instance().clear()

    def addProject(self, path: str) -> bool:  # noqa: N802
        return bool(QgsProject.instance().read(path))

    @staticmethod
    def settle(milliseconds: int = 0) -> None:
        """Let events, tasks and deferred deletions happen."""
        if milliseconds:
            loop = QEventLoop()
            QTimer.singleShot(milliseconds, loop.quit)
            loop.exec()
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def wait_until(self, condition: Any, seconds: float = 10.0) -> None:
        for _ in range(int(seconds * 50)):
            if condition():
                return
            self.settle(20)
        raise AssertionError("what was waited for did not happen")

    def said(self) -> List[str]:
        """The sentences in the message bar, the newest last."""
        return [item.text() for item in self._bar.items()][::-1]


@pytest.fixture(scope="session")
def saved_project(tmp_path_factory: pytest.TempPathFactory, qgis_app: Any) -> Path:
    """A workspace with two areas and one organisation, and its project with what a form needs."""
    folder = tmp_path_factory.mktemp("saved")
    middle = (LEFT + RIGHT) / 2
    areas = []
    for name, first, last in (("Väst", LEFT, middle), ("Öst", middle, RIGHT)):
        square = QgsGeometry.fromRect(QgsRectangle(first, BOTTOM, last, TOP))
        square.convertToMultiType()
        areas.append(({"name": name, "kind": "est_area"}, square))
    workspace = create_workspace(
        folder / "falun.gpkg", load_standard(default_folder()), municipality_code="2080",
        municipality_name="Falu kommun", areas=areas,
    )  # fmt: skip
    workspace.insert("actor", {"name": "Parkenheten", "kind": "municipality"})
    built = build_project(workspace, "sv")
    fields = workspace.standard.records["incident"].fields
    needed = {"incident", "area", "actor", *(f"code_{f.codelist}" for f in fields if f.codelist)}
    # a project may show fewer tables; this one opens faster
    built.removeMapLayers(
        [layer.id() for layer in workspace_layers(built) if table_of(layer) not in needed]
    )
    save_project(built, folder / "falun.qgz")
    return folder / "falun.qgz"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, saved_project: Path) -> Path:
    """A copy of the project and its workspace, not yet open."""
    folder = tmp_path_factory.mktemp("project")
    for suffix in (".qgz", ".gpkg"):
        shutil.copy(saved_project.with_suffix(suffix), folder / f"falun{suffix}")
    return folder / "falun.qgz"


@pytest.fixture(scope="module")
def window(qgis_app: QgsApplication, qgis_processing: Any) -> Iterator[Window]:
    QgsGui.editorWidgetRegistry().initEditors()
    QgsSettings().remove("trygg")
    made = Window()
    yield made
    QgsProject.instance().clear()
    made.mainWindow().close()
    made.mainWindow().deleteLater()
    made.settle()


@pytest.fixture(scope="module")
def one_shell(window: Window) -> Iterator[Shell]:
    made = Shell(window)
    made.load()
    yield made
    made.unload()
    window.settle()


@pytest.fixture()
def shell(one_shell: Shell, window: Window) -> Iterator[Shell]:
    """The loaded shell, with no message and no setting of an earlier test."""
    QgsSettings().remove("trygg")
    window.messageBar().clearWidgets()
    yield one_shell
    window.settle()
    QgsSettings().remove("trygg")


@pytest.fixture()
def empty(shell: Shell) -> Shell:
    """The shell with no project open."""
    QgsProject.instance().clear()
    assert shell.current.workspace is None
    return shell


@pytest.fixture()
def opened(shell: Shell, project: Path) -> Iterator[Shell]:
    """The shell with the workspace's project open and without incidents."""
    if QgsProject.instance().fileName() != str(project):
        assert QgsProject.instance().read(str(project))
    assert shell.current.workspace is not None
    canvas = shell.iface.mapCanvas()
    canvas.setDestinationCrs(QgsProject.instance().crs())
    canvas.setExtent(QgsRectangle(LEFT, BOTTOM, RIGHT, TOP))
    yield shell
    layer = shell.current.layer("incident")
    if layer is not None and layer.isEditable():
        layer.rollBack()
    workspace = shell.current.workspace
    with workspace.transaction() as transaction:
        for row in transaction.rows("incident"):
            transaction.delete("incident", row.uuid)


@pytest.fixture()
def part_of(shell: Shell) -> Callable[[str], Any]:
    """A part of the shell by the name of its class."""
    return lambda name: next(part for part in shell._parts if type(part).__name__ == name)
