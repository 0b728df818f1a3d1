"""Every panel over what a workspace may hold at worst: nothing, half of it, or no layers."""

from __future__ import annotations

import sys

import pytest
from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtWidgets import QLabel

from tests.gui.saved import Recipe
from trygg_plugin.gui.panel import PanelPart
from trygg_plugin.project.layer_keys import table_of, workspace_layers


@pytest.fixture(scope="module")
def recipe():
    """No areas, no organisations, and a project that shows two tables only."""
    return Recipe(areas=(), actors=(), tables=("incident", "area"))


@pytest.fixture()
def faults(monkeypatch):
    """Exceptions that reached nobody."""
    found = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: found.append(error))
    return found


def panels(shell):
    return [part for part in shell._parts if isinstance(part, PanelPart)]


def read_all(shell, window):
    """Every panel, shown and read; gives the sentences that the message bar then holds."""
    for part in panels(shell):
        part.open()
        part.dock.refresh()
        window.settle()
    window.wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    window.settle(50)
    # a file that was open before may still be told of
    return [one for one in window.said() if "open on" not in one]


def odd_records(workspace):
    from datetime import datetime

    workspace.add_code("subcategory", "own_kind", {"sv": "Eget", "en": "Own"}, parent="vandalism")
    one = workspace.insert("incident", {"category": "vandalism", "subcategory": "own_kind",
                                        "time_from": datetime(1969, 12, 31, 1)})  # fmt: skip
    two = workspace.insert("incident", {"category": "rumour", "time_from": datetime(1970, 1, 1)})
    workspace.retire_code("subcategory", "own_kind")
    problem = workspace.insert("problem", {"title": "\"<b>'{x}'</b> 👮 %s" + "å" * 60,
                                           "phenomena": ["vandalism"]})  # fmt: skip
    for uuid in (one, two):
        workspace.insert("problem_incident", {"problem": problem, "incident": uuid})
    measure = workspace.insert("measure", {"problem": problem, "title": "<i>Åtgärd</i>",
                                           "type": "lighting"})  # fmt: skip
    workspace.delete("incident", two)
    return problem, measure


@pytest.mark.both_engines
def test_panels_over_nothing_and_over_odd_records(opened, window, faults):
    assert read_all(opened, window) == []
    problem, measure = odd_records(opened.current.workspace)
    assert read_all(opened, window) == []
    workspace = opened.current.workspace
    workspace.delete("problem", problem)  # its measure and links stay
    assert read_all(opened, window) == []
    assert faults == []
    texts = [label.text() for part in panels(opened) for label in part.dock.findChildren(QLabel)]
    assert not [text for text in texts if "{" in text and "{x}" not in text]


def test_panels_outlive_layers_that_are_renamed_doubled_or_gone(opened, copied, window, faults):
    project = QgsProject.instance()
    layer = next(one for one in workspace_layers(project) if table_of(one) == "incident")
    layer.setName("Något annat")
    project.addMapLayer(layer.clone())
    assert read_all(opened, window) == []
    project.removeMapLayers([one.id() for one in workspace_layers(project)
                             if table_of(one) == "incident"])  # fmt: skip
    window.settle(50)
    read_all(opened, window)
    assert faults == []
    project.clear()
    window.settle(400)
    for part in panels(opened):
        assert part.dock.pages.currentIndex() == 0
    assert faults == []
    assert project.read(str(copied.project))


def test_the_project_closes_while_panels_read(opened, copied, window, faults):
    for part in panels(opened):
        part.open()
        part.dock.refresh()
    QgsProject.instance().clear()
    window.settle(500)
    assert faults == []
    assert [one for one in window.said() if "open on" not in one] == []
    assert QgsProject.instance().read(str(copied.project))


def test_the_plugin_leaves_while_panels_read(window, project, faults):
    from trygg_plugin.gui.shell import Shell

    def docks():
        return len(window.mainWindow().findChildren(QgsDockWidget))

    before = docks()
    made = Shell(window)
    made.load()
    assert QgsProject.instance().read(str(project))
    for part in panels(made):
        part.open()
        part.dock.refresh()
    made.unload()
    window.settle(500)
    assert faults == []
    assert docks() == before
