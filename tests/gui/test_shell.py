"""The shell: what parts add through it leaves with it, also when a part fails."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QUrl
from qgis.PyQt.QtWidgets import QAction, QMainWindow, QMenu, QToolBar

from trygg_plugin.gui import shell as shell_module
from trygg_plugin.gui.help import HelpDialog, start_page
from trygg_plugin.gui.icons import icon
from trygg_plugin.gui.shell import Shell
from trygg_plugin.plugin import TryggPlugin


class Window:
    """As much of QGIS's interface as the shell asks for, on a real window."""

    def __init__(self) -> None:
        self._window = QMainWindow()
        self._plugins = QMenu("Plugins", self._window)
        self._help = QMenu("Help", self._window)

    def mainWindow(self):  # noqa: N802
        return self._window

    def pluginMenu(self):  # noqa: N802
        return self._plugins

    def pluginHelpMenu(self):  # noqa: N802
        return self._help

    def addToolBar(self, name):  # noqa: N802
        return self._window.addToolBar(name)

    def left(self):
        """Names of what is still there once Qt has deleted what it was told to."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        found = [
            child.objectName()
            for kind in (QToolBar, QMenu, QAction)
            for child in self._window.findChildren(kind)
        ]
        return [name for name in found if name.startswith("Trygg")]


class Part:
    """A part of the interface that only counts."""

    said = []
    fails = False

    def __init__(self, shell) -> None:
        self._shell = shell

    def load(self) -> None:
        Part.said.append("load")
        self._shell.add_action("Report", "Report incident", lambda: Part.said.append("report"))
        self._shell.add_action("Quiet", "Only in the menu", print, in_toolbar=False)
        if Part.fails:
            raise RuntimeError("this part cannot load")

    def unload(self) -> None:
        Part.said.append("unload")


@pytest.fixture
def window(monkeypatch):
    module = ModuleType("trygg_plugin.gui.made_up")
    module.Part = Part
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(shell_module, "PARTS", (("made_up", "Part"), ("help", "HelpPart")))
    Part.said, Part.fails = [], False
    return Window()


def test_a_part_shows_its_actions_and_takes_them_away(window):
    shell = Shell(window)
    shell.load()
    assert [action.text() for action in shell.toolbar.actions()] == ["Report incident"]
    assert [action.objectName() for action in shell.menu.actions()] == [
        "TryggReport",
        "TryggQuiet",
        "TryggHelp",
    ]
    assert [action.objectName() for action in window.pluginHelpMenu().actions()] == ["TryggHelp"]
    shell.toolbar.actions()[0].trigger()
    shell.unload()
    assert Part.said == ["load", "report", "unload"]
    assert window.left() == []
    assert window.pluginMenu().actions() == window.pluginHelpMenu().actions() == []


def test_a_shell_without_tools_hides_its_toolbar(window, monkeypatch):
    monkeypatch.setattr(shell_module, "PARTS", (("help", "HelpPart"),))
    shell = Shell(window)
    shell.load()
    assert shell.toolbar.isHidden()
    shell.unload()


def test_a_part_that_fails_leaves_nothing_behind(window):
    Part.fails = True
    plugin = TryggPlugin(window)
    with pytest.raises(RuntimeError, match="cannot load"):
        plugin.initGui()
    assert window.left() == []
    assert QgsApplication.processingRegistry().providerById("trygg") is None
    plugin.unload()


def test_without_a_window_the_plugin_brings_only_its_algorithms():
    plugin = TryggPlugin(None)
    for _ in range(2):
        plugin.initProcessing()
        assert QgsApplication.processingRegistry().providerById("trygg").algorithms()
        plugin.unload()
        assert QgsApplication.processingRegistry().providerById("trygg") is None


def test_an_icon_takes_the_text_colour_of_the_theme(tmp_path, monkeypatch):
    from trygg_plugin.gui import icons

    (tmp_path / "dot.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">'
        f'<rect width="8" height="8" fill="{icons.INK}"/></svg>'
    )
    monkeypatch.setattr(icons, "_FOLDER", tmp_path)
    palette = QgsApplication.palette()
    drawn = icon("dot").pixmap(24, 24).toImage().pixelColor(12, 12)
    assert drawn.name() == palette.windowText().color().name()
    with pytest.raises(FileNotFoundError):
        icon("no such drawing")


def test_the_handbook_opens_and_follows_its_links(tmp_path):
    (tmp_path / "second.md").write_text("# Second page\n", encoding="utf-8")
    (tmp_path / "first.md").write_text("# First\n\n[next](second.md)\n", encoding="utf-8")
    dialog = HelpDialog(tmp_path / "first.md")
    assert "First" in dialog.browser.toPlainText()
    dialog.browser.anchorClicked.emit(dialog.browser.source().resolved(QUrl("second.md")))
    assert "Second page" in dialog.browser.toPlainText()
    dialog.close()


def test_there_is_a_page_to_begin_with():
    for language in ("sv", "en"):
        assert start_page(language).suffix == ".md"
