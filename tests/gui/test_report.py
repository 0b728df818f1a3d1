"""Reporting an incident as a person does: click, fill in, report."""

from __future__ import annotations

import pytest
from qgis.core import QgsPointXY
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox

WEST = QgsPointXY(500_300, 6_580_400)
PERSONAL_NUMBER = "811228-9874"


def click(canvas, point: QgsPointXY, button=Qt.MouseButton.LeftButton) -> None:
    """A click on the map where a point lies."""
    place = canvas.getCoordinateTransform().transform(point)
    where = QPoint(round(place.x()), round(place.y()))
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        event = QgsMapMouseEvent(canvas, kind, where, button, button)
        if kind == QEvent.Type.MouseButtonPress:
            canvas.mapTool().canvasPressEvent(event)
        else:
            canvas.mapTool().canvasReleaseEvent(event)


def choose(form, key: str, code: str) -> None:
    combo = form.editor(key)
    index = combo.findData(code)
    assert index >= 0, f"{code} cannot be chosen"
    combo.setCurrentIndex(index)


def save(form) -> None:
    QTest.mouseClick(
        form.buttons.button(QDialogButtonBox.StandardButton.Save), Qt.MouseButton.LeftButton
    )


@pytest.fixture()
def reporting(opened, part_of):
    """The shell, and a function that clicks the action and the map and gives the form."""
    part = part_of("ReportPart")

    def start(point=WEST):
        if point is None:
            opened.action("ReportWithoutPlace").trigger()
        else:
            opened.action("Report").trigger()
            click(opened.iface.mapCanvas(), point)
        return part._form

    return opened, start


def test_a_click_and_two_choices_store_an_incident_with_its_area(reporting, window):
    shell, start = reporting
    form = start()
    choose(form, "category", "vandalism")
    choose(form, "subcategory", "graffiti")
    QTest.keyClicks(form.editor("description"), "Klotter i gångtunneln")
    save(form)
    (row,) = shell.current.workspace.rows("incident")
    assert (row["category"], row["subcategory"]) == ("vandalism", "graffiti")
    assert row["description"] == "Klotter i gångtunneln"
    assert row["place_name"] is None, "an empty field is null, not a text"
    area = shell.current.workspace.get("area", row["area"])
    assert area["name"] == "Väst"
    assert row.geometry is not None
    layer = shell.current.layer("incident")
    assert not layer.isEditable()
    assert "Trygg" not in layer.name() and window.said()[-1]


def test_without_a_place_and_located_later(reporting, window):
    shell, start = reporting
    form = start(None)
    choose(form, "category", "rumour")
    save(form)
    (row,) = shell.current.workspace.rows("incident")
    assert row.geometry is None and row["area"] is None
    layer = shell.current.layer("incident")
    layer.selectAll()
    shell.action("Locate").trigger()
    click(window.mapCanvas(), WEST)
    (row,) = shell.current.workspace.rows("incident")
    assert row.geometry is not None
    assert shell.current.workspace.get("area", row["area"])["name"] == "Väst"
    assert not layer.isEditable()


def test_locate_without_a_selection_leads_to_those_that_wait(reporting, window):
    shell, _start = reporting
    before = window.mapCanvas().mapTool()
    shell.action("Locate").trigger()
    assert window.mapCanvas().mapTool() is before
    from qgis.PyQt.QtWidgets import QPushButton

    button = next(b for b in window.messageBar().findChildren(QPushButton) if b.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.tables == [(shell.current.layer("incident").id(), "$geometry IS NULL")]


def test_a_personal_number_is_refused_under_the_field_and_nothing_is_lost(reporting):
    shell, start = reporting
    form = start()
    choose(form, "category", "rumour")
    QTest.keyClicks(form.editor("description"), f"Sågs med {PERSONAL_NUMBER}")
    note = form._notes["description"]
    assert note.isVisibleTo(form) and note.refuses
    assert "personnummer" in note.sentence.text()
    assert PERSONAL_NUMBER not in note.sentence.text()
    save(form)
    assert form.isVisible() and shell.current.workspace.rows("incident") == []
    assert PERSONAL_NUMBER not in form.problem.text()
    assert PERSONAL_NUMBER in form.editor("description").toPlainText()
    form.editor("description").setPlainText("Sågs igen")
    assert not note.isVisibleTo(form)
    save(form)
    assert [row["description"] for row in shell.current.workspace.rows("incident")] == ["Sågs igen"]


def test_what_may_be_personal_data_warns_and_can_be_saved(reporting):
    shell, start = reporting
    form = start()
    choose(form, "category", "rumour")
    QTest.keyClicks(form.editor("description"), "Bilen ABC123 stod kvar")
    note = form._notes["description"]
    assert "registreringsnummer" in note.sentence.text() and not note.refuses
    save(form)
    assert len(shell.current.workspace.rows("incident")) == 1


def test_a_missing_category_is_told_and_the_form_stays(reporting):
    shell, start = reporting
    form = start()
    save(form)
    assert form.isVisible() and "Kategori" in form.problem.text()
    assert shell.current.workspace.rows("incident") == []


def test_a_refusal_of_the_database_keeps_the_form(reporting, monkeypatch):
    """A rule that the form does not know: the database says no, and all stays to be mended."""
    shell, start = reporting
    form = start()
    choose(form, "category", "rumour")
    form.editor("description").setPlainText(f"Sågs med {PERSONAL_NUMBER}")
    monkeypatch.setattr(form, "problems", lambda _feature: [])
    save(form)
    assert form.isVisible() and "personnummer" in form.problem.text()
    assert PERSONAL_NUMBER not in form.problem.text()
    assert shell.current.workspace.rows("incident") == []
    form.editor("description").setPlainText("Sågs igen")
    assert form.editor("category").currentData() == "rumour"
    save(form)
    assert len(shell.current.workspace.rows("incident")) == 1


def test_the_users_own_edit_session_is_neither_saved_nor_rolled_back(reporting, window):
    shell, start = reporting
    layer = shell.current.layer("incident")
    assert layer.startEditing()
    form = start()
    choose(form, "category", "rumour")
    save(form)
    assert layer.isEditable() and layer.isModified()
    assert shell.current.workspace.rows("incident") == []
    assert layer.undoStack().undoText() == "Report incident"
    assert layer.commitChanges()
    assert len(shell.current.workspace.rows("incident")) == 1


def test_cancel_leaves_the_layer_as_it_was(reporting):
    shell, start = reporting
    layer = shell.current.layer("incident")
    form = start()
    assert layer.isEditable()
    form.reject()
    assert not layer.isEditable() and list(layer.getFeatures()) == []


def test_the_last_organisation_and_role_come_back(reporting, window):
    shell, start = reporting
    form = start()
    choose(form, "category", "rumour")
    choose(form, "reporter_role", "park_service")
    save(form)
    window.settle()
    form = start()
    # Newer QGIS fills some lists a moment after the form stands there.
    window.wait_until(lambda: form.editor("reporter_role").currentData() is not None)
    assert form.editor("reporter_role").currentData() == "park_service"
    form.reject()


def test_the_action_is_pressed_while_the_map_waits_and_gives_it_back(reporting, window):
    shell, _start = reporting
    action = shell.action("Report")
    action.trigger()
    assert action.isChecked()
    action.trigger()
    assert not action.isChecked()
    assert type(window.mapCanvas().mapTool()).__name__ != "PointTool"
    action.trigger()
    QTest.keyClick(window.mapCanvas(), Qt.Key.Key_Escape)
    assert not action.isChecked()


@pytest.mark.parametrize("away", ["escape", "right button"])
def test_the_map_goes_back_to_the_tool_that_had_it(reporting, window, away):
    shell, _start = reporting
    from qgis.gui import QgsMapToolPan

    pan = QgsMapToolPan(window.mapCanvas())
    window.mapCanvas().setMapTool(pan)
    shell.action("Report").trigger()
    assert window.mapCanvas().mapTool() is not pan
    if away == "escape":
        QTest.keyClick(window.mapCanvas(), Qt.Key.Key_Escape)
    else:
        click(window.mapCanvas(), WEST, Qt.MouseButton.RightButton)
    assert window.mapCanvas().mapTool() is pan
    assert not shell.current.layer("incident").isEditable()


def test_without_a_workspace_a_sentence_says_what_to_do(empty, window):
    empty.action("Report").trigger()
    assert "workspace" in window.said()[-1] and not empty.action("Report").isChecked()


def test_help_of_the_standard_stands_at_the_fields(reporting):
    shell, start = reporting
    form = start()
    standard = shell.current.workspace.standard
    for key in ("category", "description", "reporter_organisation"):
        field = standard.records["incident"].field(key)
        assert form.editor(key).toolTip() == field.help["sv"]
        assert form.editor(key).accessibleName() == field.label["sv"]
    form.reject()
