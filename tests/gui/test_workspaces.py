"""Making a workspace, opening the demo, and the tools that start with what is open."""

from __future__ import annotations

from datetime import date

import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox

from trygg_plugin.data.workspace import open_workspace
from trygg_plugin.gui import settings
from trygg_plugin.gui.create_workspace import CreateWorkspaceDialog
from trygg_plugin.gui.demo_dialog import FILE, DemoDialog

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture()
def districts(empty):
    """A polygon layer in the project, as a municipality has one."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:3006&field=namn:string", "Stadsdelar", "memory")
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["Centrum"])
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(530_000, 6_710_000, 531_000, 6_711_000)))
    assert layer.dataProvider().addFeatures([feature])[0]
    QgsProject.instance().addMapLayer(layer)
    return layer


def press(dialog, kind=QDialogButtonBox.StandardButton.Save) -> None:
    QTest.mouseClick(dialog.buttons.button(kind), Qt.MouseButton.LeftButton)


def test_a_workspace_is_made_from_a_friendly_form(districts, window, tmp_path):
    settings.LOGO.set("/logo.svg")
    settings.PERIOD_KIND.set("month")
    dialog = CreateWorkspaceDialog(window.mainWindow())
    dialog.show()
    press(dialog)
    assert "municipality" in dialog.problem.text() or "file" in dialog.problem.text()
    line = dialog.municipality.lineEdit()
    line.clear()
    QTest.keyClicks(line, "falun")
    line.editingFinished.emit()  # as when the field is left
    assert dialog.municipality.currentText() == "Falun"
    assert dialog.name.placeholderText() == "Falu kommun"
    assert dialog.file.filePath().endswith("trygg-falun.gpkg")
    dialog.file.setFilePath(str(tmp_path / "ny.gpkg"))
    dialog.areas.setLayer(districts)
    dialog.area_name.setField("namn")
    press(dialog)
    assert dialog.project == str(tmp_path / "ny.qgz"), dialog.problem.text()
    made = open_workspace(tmp_path / "ny.gpkg")
    assert made.municipality_name == "Falu kommun" and made.municipality_code == "2080"
    assert [row["name"] for row in made.rows("area")] == ["Centrum"]
    assert (made.meta["logo"], made.meta["period_kind"]) == ("/logo.svg", "month")
    again = CreateWorkspaceDialog(window.mainWindow())
    again.municipality.setCurrentIndex(again.municipality.findText("Falun"))
    again.file.setFilePath(str(tmp_path / "ny.gpkg"))
    again.show()
    press(again)
    assert "already exists" in again.problem.text() and again.isVisible()
    for opened in (dialog, again):
        opened.close()
        opened.deleteLater()


def test_the_form_asks_for_what_a_database_needs(empty, window, tmp_path):
    dialog = CreateWorkspaceDialog(window.mainWindow())
    dialog.show()
    dialog.municipality.setCurrentIndex(dialog.municipality.findText("Upplands Väsby"))
    assert dialog.file.isVisible() and not dialog.connection.isVisible()
    dialog.place.setCurrentIndex(1)
    assert dialog.connection.isVisible() and dialog.schema.isVisible()
    assert dialog.project_file.isVisible() and not dialog.file.isVisible()
    assert dialog.schema.text() == "trygg_upplands_vasby"
    press(dialog)
    assert "connection" in dialog.problem.text() and dialog.isVisible()
    chosen = dialog.parameters()
    assert chosen["SCHEMA"] == "trygg_upplands_vasby" and "OUTPUT" not in chosen
    assert chosen["PROJECT_FILE"].endswith("trygg-upplands-vasby.qgz")
    dialog.place.setCurrentIndex(0)
    assert "CONNECTION" not in dialog.parameters() and "OUTPUT" in dialog.parameters()
    dialog.close()
    dialog.deleteLater()


def test_a_municipality_that_is_none_falls_back(empty, window):
    dialog = CreateWorkspaceDialog(window.mainWindow())
    dialog.municipality.setCurrentIndex(dialog.municipality.findText("Umeå"))
    line = dialog.municipality.lineEdit()
    line.setText("Ankeborg")
    line.editingFinished.emit()
    assert dialog.municipality.currentText() == "Umeå"
    dialog.deleteLater()


def test_a_demo_made_before_is_opened_and_not_made_again(shell, window, tmp_path):
    for suffix in (".gpkg", ".qgz"):
        (tmp_path / f"{FILE}{suffix}").write_bytes(b"x")
    dialog = DemoDialog(tmp_path, window.mainWindow())
    assert not dialog.anew.isHidden()
    dialog.store()
    assert dialog.project == str(tmp_path / f"{FILE}.qgz")
    assert (tmp_path / f"{FILE}.gpkg").read_bytes() == b"x"
    dialog.deleteLater()


def test_a_demo_in_a_folder_that_is_not_there_is_told(shell, window, tmp_path):
    dialog = DemoDialog(tmp_path / "missing", window.mainWindow())
    dialog.show()
    dialog.store()
    assert "missing" in dialog.problem.text() and dialog.isVisible() and not dialog.project
    dialog.close()
    dialog.deleteLater()


def test_a_project_is_opened_only_when_the_open_one_may_go(shell, window, project, monkeypatch):
    part = next(p for p in shell._parts if type(p).__name__ == "WorkspacesPart")
    monkeypatch.setattr(window, "newProject", lambda _ask: None)  # the user said: cancel
    part.open(str(project))
    assert shell.current.workspace is None and str(project) in window.said()[-1]
    monkeypatch.undo()
    part.open(str(project))
    assert shell.current.workspace is not None
    QgsProject.instance().clear()


@pytest.fixture()
def asked(monkeypatch):
    """What a tool's dialog is opened with, instead of the dialog."""
    import processing

    found = []
    monkeypatch.setattr(
        processing, "createAlgorithmDialog",
        lambda name, parameters: found.append((name, parameters)), raising=False,
    )  # fmt: skip
    return found


def test_tools_start_with_what_is_open(opened, asked):
    opened.action("HotSpots").trigger()
    opened.action("Density").trigger()
    layer = opened.current.layer("incident")
    assert asked == [
        ("trygg:getisord", {"INPUT": layer.id()}), ("trygg:kerneldensity", {"INPUT": layer.id()}),
    ]  # fmt: skip


def test_the_atlas_starts_with_the_last_whole_period(opened, asked, tmp_path):
    settings.PERIOD_KIND.set("month")
    opened.action("Atlas").trigger()
    ((name, parameters),) = asked
    first, last = (date.fromisoformat(parameters[key]) for key in ("FROM", "TO"))
    assert name == "trygg:councilatlas" and first.day == 1 and (last.month == first.month)
    assert last < date.today() and parameters["LANGUAGE"] == 0
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
    fine, why = algorithm.checkParameterValues(
        {**parameters, "OUTPUT": str(tmp_path / "a.pdf")}, QgsProcessingContext()
    )
    assert fine, why


def test_the_atlas_without_a_workspace_says_what_to_do(empty, window, asked):
    empty.action("Atlas").trigger()
    assert asked == [] and "workspace" in window.said()[-1]


def test_a_workspace_that_has_moved_says_where_to(opened, window, project):
    opened.current.workspace.set_meta("moved_to", "trygg_falun @ databasen")
    window.messageBar().clearWidgets()
    try:
        QgsProject.instance().clear()
        assert QgsProject.instance().read(str(project))
        assert any("has moved to trygg_falun @ databasen" in said for said in window.said())
    finally:
        opened.current.workspace.set_meta("moved_to", None)
