"""A window like QGIS's, and a workspace project that is open in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Tuple

import pytest
from qgis.core import (
    QgsApplication,
    QgsProject,
    QgsRectangle,
    QgsSettings,
    QgsTrackedVectorLayerTools,
)
from qgis.gui import QgsGui, QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from qgis.PyQt.QtWidgets import QMainWindow, QMenu, QToolBar

from tests.conftest import ENGINES
from tests.gui.saved import (
    BOTTOM,
    LEFT,
    PRISTINE,
    RIGHT,
    TOP,
    Colleague,
    Recipe,
    Saved,
    copy_of,
    logins_of,
    save,
)
from trygg_plugin.data.workspace import Workspace, open_workspace
from trygg_plugin.domain.record_types import Standard
from trygg_plugin.gui.shell import Shell


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
def saved(
    tmp_path_factory: pytest.TempPathFactory, qgis_app: Any, request: pytest.FixtureRequest
) -> Callable[[str, Recipe], Saved]:
    """Makes a recipe's workspace and project on an engine, once in a session."""
    made: Dict[Tuple[str, Recipe], Saved] = {}

    def make(engine: str, recipe: Recipe) -> Saved:
        if (engine, recipe) not in made:
            pristine = request.getfixturevalue(PRISTINE[engine])
            server = request.getfixturevalue("postgis") if engine == "postgis" else None
            made[engine, recipe] = save(tmp_path_factory.mktemp("saved"), recipe, pristine, server)
        return made[engine, recipe]

    return make


@pytest.fixture(scope="module")
def recipe(standard: Standard) -> Recipe:
    """What the module's workspace and project hold; a module may want others."""
    fields = standard.records["incident"].fields
    codes = (f"code_{field.codelist}" for field in fields if field.codelist)
    return Recipe(tables=("incident", "area", "actor", *codes))


@pytest.fixture(scope="module")
def engine(request: pytest.FixtureRequest) -> str:
    """Where the module's workspace is; see :func:`pytest_generate_tests`."""
    return str(request.param)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test marked ``both_engines`` runs on both, others on GeoPackage only."""
    if "engine" in metafunc.fixturenames and not hasattr(metafunc.module, "engine"):
        both = metafunc.definition.get_closest_marker("both_engines")
        metafunc.parametrize("engine", ENGINES if both else ENGINES[:1], indirect=True)


@pytest.fixture(scope="module")
def copied(
    engine: str,
    recipe: Recipe,
    saved: Callable[[str, Recipe], Saved],
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> Iterator[Saved]:
    """A copy of the workspace and its project for the module, not yet open."""
    server = request.getfixturevalue("postgis") if engine == "postgis" else None
    with copy_of(saved(engine, recipe), tmp_path_factory.mktemp("project"), server) as made:
        yield made


@pytest.fixture(scope="module")
def project(copied: Saved) -> Iterator[Path]:
    """The project's file."""
    yield copied.project
    # a server drops no database that QGIS still reads
    if QgsProject.instance().fileName() == str(copied.project):
        QgsProject.instance().clear()


@pytest.fixture(scope="module")
def as_login(
    copied: Saved, request: pytest.FixtureRequest
) -> Iterator[Callable[[str], Tuple[Workspace, Path]]]:
    """The module's workspace and project as a login of that role opens them, on a server."""
    server = request.getfixturevalue("postgis")
    with logins_of(copied, server) as login:
        yield login


@pytest.fixture()
def colleague(opened: Shell, engine: str, request: pytest.FixtureRequest) -> Colleague:
    """Another coordinator at another machine, who writes under a name of the own."""
    if engine == "postgis":
        workspace, _ = request.getfixturevalue("as_login")("coordinator")
        return Colleague(workspace, workspace.engine.target.user)
    return Colleague(open_workspace(opened.current.workspace.source), "bo")


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
