"""The page in the project's properties: what the municipality has chosen for all."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QDate, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton

from trygg_plugin.data.casework import agenda, duplicates, law, periods
from trygg_plugin.gui.project_settings import ProjectSettingsPage


def page_of(shell):
    return ProjectSettingsPage(shell, shell.iface.mainWindow())


def press(page, text):
    button = next(found for found in page.findChildren(QPushButton) if found.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_without_a_workspace_it_says_where_to_go(empty):
    page = page_of(empty)
    page.apply()
    assert not hasattr(page, "cadence")


@pytest.mark.both_engines
def test_nothing_is_written_when_nothing_was_changed(opened):
    before = dict(opened.current.workspace.meta)
    page_of(opened).apply()
    assert opened.current.workspace.meta == before


@pytest.mark.both_engines
def test_what_is_chosen_is_the_workspaces(opened):
    workspace = opened.current.workspace
    page = page_of(opened)
    page.name.setText("Falu kommun, trygghet")
    page.cadence.setCurrentIndex(page.cadence.findData("fortnight"))
    page.anchor.setDate(QDate(2024, 1, 8))
    page.months.setValue(4)
    page.metres.setValue(60)
    page.least.setValue(80)
    page.agenda.points.setCurrentRow(1)
    press(page.agenda, "Up")
    press(page.agenda, "Remove")
    first = page.agenda.points.item(0)
    first.setText("Förra mötets beslut")
    page.apply()
    workspace.reload()
    assert workspace.municipality_name == "Falu kommun, trygghet"
    assert periods.cadence(workspace) == "fortnight"
    import datetime as dt

    assert periods.period_at(workspace, dt.date(2024, 1, 10)).start == dt.date(2024, 1, 8)
    assert law.warning_months(workspace) == 4
    assert duplicates.limits_of(workspace).distance == 60
    assert duplicates.limits_of(workspace).least == 0.8
    points = agenda.agenda_of(workspace, "est")
    assert len(points) == len(agenda.default_agenda(workspace)) - 1
    assert points[0] == agenda.Point("follow_up", "Förra mötets beslut")
    page = page_of(opened)
    press(page.agenda, "The order of EST")
    page.name.setText("Falu kommun")
    page.apply()
    assert agenda.agenda_of(workspace, "est") == agenda.default_agenda(workspace)


def test_a_point_without_a_title_is_refused_with_a_sentence(opened, window):
    page = page_of(opened)
    page.agenda.points.item(0).setText("  ")
    page.apply()
    assert any("has no title" in said for said in window.said())
    assert agenda.agenda_of(opened.current.workspace, "est")


def test_the_colour_of_documents_is_the_municipalitys(opened):
    from trygg_plugin.reports.context import COLOUR, Request, base_context

    workspace = opened.current.workspace
    page = page_of(opened)
    assert page.colour.color().name() == COLOUR
    page.colour.setColor(QColor("#004d40"))
    page.apply()
    workspace.reload()
    assert base_context(workspace, Request("sv")).colour == "#004d40"
    # white letters could not be read on it
    workspace.set_meta("report_colour", "#ffee88")
    assert base_context(workspace, Request("sv")).colour == COLOUR
