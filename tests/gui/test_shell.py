"""The shell loads and unloads twice and leaves nothing; the panel says where things stand."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from ast import literal_eval
from importlib import import_module

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QToolBar, QToolButton, QWidget

from trygg_plugin.gui import settings
from trygg_plugin.gui.options import OptionsPage
from trygg_plugin.gui.panel import PanelPart
from trygg_plugin.gui.shell import PARTS, Shell

#: Loads the shell into a window of a program of its own, without a project.
START = """
import os, sys, time
from unittest.mock import MagicMock
from qgis.core import QgsApplication, QgsSettings
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtWidgets import QMainWindow, QMenu

application = QgsApplication([], True)
application.initQgis()
for key in sys.argv[1:]:
    QgsSettings().setValue(f"trygg/panel/{key}", True)
main = QMainWindow()
main.show()
iface = MagicMock()
iface.mainWindow = lambda: main
iface.addToolBar, iface.addDockWidget = main.addToolBar, main.addDockWidget
menus = QMenu(main), QMenu(main)
iface.pluginMenu, iface.pluginHelpMenu = (lambda: menus[0]), (lambda: menus[1])
canvas, bar = QgsMapCanvas(main), QgsMessageBar(main)
iface.mapCanvas, iface.messageBar = (lambda: canvas), (lambda: bar)
# QGIS 3.40 brings numpy of its own
brought = set(sys.modules)
before = time.process_time()
from trygg_plugin.gui.shell import Shell
shell = Shell(iface)
shell.load()
spent = time.process_time() - before
application.processEvents()
print(sorted(set(sys.modules) - brought))
print([part.key for part in shell.parts if getattr(part, "dock", None) is not None])
print(f"{spent * 1000:.0f} ms", file=sys.stderr)
shell.unload()
sys.stdout.flush()
sys.stderr.flush()
os._exit(0)
"""


def left_behind(window):
    """What a plugin can leave in the window and connected to the project."""
    project = QgsProject.instance()
    main = window.mainWindow()
    return {
        "actions": len(main.findChildren(QAction)),
        "docks": len(main.findChildren(QDockWidget)),
        "toolbars": len(main.findChildren(QToolBar)),
        "menu": len(window.pluginMenu().actions()),
        "help": len(window.pluginHelpMenu().actions()),
        "options": len(window.factories),
        "locators": len(window.locators),
        "shortcuts": len(window.shortcuts),
        "readProject": project.receivers(project.readProject),
        "cleared": project.receivers(project.cleared),
    }


def test_two_rounds_leave_nothing(window):
    before = left_behind(window)
    for _ in range(2):
        shell = Shell(window)
        shell.load()
        during = left_behind(window)
        assert during["docks"] == before["docks"] + 1
        assert during["readProject"] == before["readProject"] + 1
        shell.unload()
        window.settle()
        assert left_behind(window) == before


def test_a_layer_is_let_go_when_the_plugin_leaves(window, project):
    """The project is open before the plugin comes and stays open after it has gone."""
    assert QgsProject.instance().read(str(project))
    layer = next(
        found for found in QgsProject.instance().mapLayers().values()
        if found.customProperty("trygg/table") == "incident"
    )  # fmt: skip
    signals = ("beforeCommitChanges", "afterCommitChanges", "beforeEditingStarted")
    before = [layer.receivers(getattr(layer, name)) for name in signals]
    shell = Shell(window)
    shell.load()
    assert shell.current.workspace is not None, "found though it was open already"
    assert [layer.receivers(getattr(layer, name)) for name in signals] > before
    shell.unload()
    window.settle()
    assert [layer.receivers(getattr(layer, name)) for name in signals] == before
    QgsProject.instance().clear()


def started(folder, *keys):
    """Modules that a start brings, and the panels that have a dock; ``keys``: those left open."""
    done = subprocess.run(
        [sys.executable, "-c", START, *keys], capture_output=True, text=True, timeout=60,
        # no settings of anyone
        env={**os.environ, "PYTHONPATH": ".", "QT_QPA_PLATFORM": "offscreen",
             "XDG_CONFIG_HOME": str(folder)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    modules, docks = done.stdout.splitlines()[-2:]
    return set(literal_eval(modules)), literal_eval(docks)


@pytest.mark.parametrize("left_open", [False, True], ids=["closed", "left open"])
def test_start_brings_neither_the_data_room_nor_pages_nor_dialogs(tmp_path, left_open):
    """Only what the panel and the toolbar need is loaded with QGIS, also with all panels open."""
    parts = [getattr(import_module(f"trygg_plugin.gui.{module}"), name) for module, name in PARTS]
    keys = [part.key for part in parts if issubclass(part, PanelPart)]
    assert len(keys) >= 10
    modules, docks = started(tmp_path, *(keys if left_open else []))
    assert docks == (keys if left_open else [])
    for heavy in ("data", "exchange", "analysis", "reports", "gui.import_dialog",
                  "gui.report_form", "gui.create_workspace", "project.workspace_project"):
        assert f"trygg_plugin.{heavy}" not in modules, heavy
    for library in ("numpy", "pandas", "scipy", "matplotlib", "psycopg2", "jinja2"):
        assert library not in modules, library
    of_panels = re.compile(r"trygg_plugin\.gui\.panels\.(?!parts\.)\w+\.(?!part$)\w+")
    assert [name for name in modules if of_panels.match(name)] == []


@pytest.fixture()
def dock(shell):
    return shell.iface.mainWindow().findChild(QgsDockWidget, "TryggPanel")


def test_without_a_workspace_the_panel_offers_two_first_steps(empty, dock):
    assert dock.pages.currentIndex() == 0
    buttons = dock.empty_page.findChildren(QToolButton)
    assert [button.defaultAction().objectName() for button in buttons] == [
        "TryggCreateWorkspace", "TryggDemo",
    ]  # fmt: skip


@pytest.mark.both_engines
def test_with_a_workspace_the_panel_counts(opened, dock, window):
    workspace = opened.current.workspace
    assert dock.pages.currentIndex() == 1 and dock.title.text() == "Falu kommun"
    window.wait_until(lambda: dock.incoming.text() == "0")
    assert not dock.state.isHidden(), "an empty workspace says what to do first"
    values = {"category": "rumour", "time_from": "2024-05-01T12:00:00.000", "channel": "qgis"}
    uuid = workspace.insert("incident", values)
    workspace.insert("incident", values)
    workspace.change_state("incident", uuid, "under_review")
    workspace.change_state("incident", uuid, "approved")
    window.wait_until(lambda: (dock.incoming.text(), dock.reviewed.text()) == ("1", "1"))
    assert dock.unlocated.text() == "2" and dock.state.isHidden()
    QTest.mouseClick(dock.unlocated, Qt.MouseButton.LeftButton)
    assert window.tables[-1] == (opened.current.layer("incident").id(), "$geometry IS NULL")


def test_the_panel_fits_in_320_pixels(opened, dock):
    assert dock.minimumSizeHint().width() <= 320


def test_every_control_has_a_name_and_can_be_reached(opened, dock):
    for button in dock.widget().findChildren(QToolButton):
        if button.objectName() == "qt_toolbar_ext_button":
            continue
        assert button.accessibleName() or button.text()
        if button.defaultAction() is not None:
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert all(isinstance(child, QWidget) for child in dock.findChildren(QWidget))


def test_the_panel_remembers_that_it_was_closed(window, shell, dock):
    action = shell.action("Panel")
    assert action.isChecked()
    dock.close()
    assert not action.isChecked() and settings.PANEL_VISIBLE.get() is False
    again = Shell(window)
    again.load()
    docks = [d for d in window.mainWindow().findChildren(QgsDockWidget) if d is not dock]
    assert not docks[0].isUserVisible()
    again.unload()
    window.settle()
    action.trigger()
    assert settings.PANEL_VISIBLE.get() is True


def test_a_setting_of_another_type_counts_as_not_set(shell):
    QgsSettings().setValue(settings.PANEL_VISIBLE.path, "rubbish")
    assert settings.PANEL_VISIBLE.get() in (True, False)
    settings.PANEL_VISIBLE.clear()
    assert settings.PANEL_VISIBLE.get() is True
    assert len({setting.key for setting in settings.ALL}) == len(settings.ALL)


def test_the_options_page_keeps_what_is_chosen(opened, window):
    made = [factory.createWidget(window.mainWindow()) for factory in window.factories]
    page = next(one for one in made if isinstance(one, OptionsPage))
    page.municipality.setCurrentIndex(page.municipality.findData("2080"))
    page.name.setText("Falun")
    page.period.setCurrentIndex(page.period.findData("month"))
    page.organisation.setCurrentIndex(1)
    page.apply()
    assert settings.MUNICIPALITY.get() == "2080" and settings.MUNICIPALITY_NAME.get() == "Falun"
    assert settings.PERIOD_KIND.get() == "month"
    (actor,) = opened.current.workspace.rows("actor")
    assert settings.REPORTER_ORGANISATION.get() == actor.uuid
    again = OptionsPage(opened, window.mainWindow())
    assert again.municipality.currentData() == "2080"
    assert again.organisation.currentText() == "Parkenheten"
    for one in (*made, again):
        one.deleteLater()


@pytest.mark.both_engines
def test_a_stale_edit_is_told_in_the_message_bar(opened, window, colleague):
    workspace = opened.current.workspace
    values = {"category": "rumour", "time_from": "2024-05-01T12:00:00.000", "channel": "qgis"}
    uuid = workspace.insert("incident", values)
    layer = opened.current.layer("incident")
    assert layer.startEditing()
    feature = next(layer.getFeatures())
    assert layer.changeAttributeValue(
        feature.id(), layer.fields().indexOf("place_name"), "Torget"
    )
    colleague.workspace.update(
        "incident", uuid, {"place_name": "Parken"}, user=colleague.name
    )
    assert not layer.commitChanges()
    window.wait_until(lambda: window.said())
    assert colleague.name in window.said()[-1]
    assert layer.isModified(), "nothing of the user's is lost"
    assert workspace.get("incident", uuid)["place_name"] == "Parken"


def test_the_panel_leads_through_the_cycle_with_what_waits(opened, dock, window):
    workspace = opened.current.workspace
    with workspace.transaction() as transaction:
        uuid = transaction.insert("problem", {"title": "Klotter", "phenomena": ["vandalism"]})
    dock.refresh()
    window.wait_until(lambda: "1" in dock.steps["Problems"].text())
    assert list(dock.steps) == [
        "Review", "Problems", "Meetings", "Measures", "FollowUp", "Periods", "Law",
    ]  # fmt: skip
    for button in dock.steps.values():
        assert button.accessibleName() == button.text() and not button.icon().isNull()
    dock.steps["Law"].click()
    panel = window.mainWindow().findChild(QgsDockWidget, "TryggLawPanel")
    assert panel.isVisible()
    panel.setUserVisible(False)
    workspace.delete("problem", uuid)
