"""Places chosen in the panels with nothing but keys: the one test of each panel's own way."""

from __future__ import annotations

import pytest
from qgis.core import QgsGeometry, QgsPointXY
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from tests.gui.saved import BOTTOM, LEFT
from trygg_plugin.data.casework import problems, walks
from trygg_plugin.gui.place_tool import FAR, PlaceTool

SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
KEY = Qt.Key


@pytest.fixture()
def press(cleared, window):
    """Presses keys on the map while one of our tools has it."""

    def press(*keys, held=NONE):
        canvas = window.mapCanvas()
        assert isinstance(canvas.mapTool(), PlaceTool)
        for key in keys:
            QTest.keyClick(canvas, key, held)

    yield press
    if isinstance(window.mapCanvas().mapTool(), PlaceTool):
        window.mapCanvas().mapTool().stop()


def point_of(record):
    place = QgsGeometry()
    place.fromWkb(record.geometry)
    return place.asPoint()


def test_the_place_of_an_incident_is_corrected_from_where_it_is(add, press, window, part_of):
    page = part_of("ReviewPart").open()
    (uuid,) = add(1, status="submitted")
    page.reload()
    page.show_incident(uuid)
    page.act("place")
    press(KEY.Key_Right)
    press(KEY.Key_Return)
    unit = window.mapCanvas().mapUnitsPerPixel()
    moved = point_of(page.workspace.get("incident", uuid))
    assert moved.x() == pytest.approx(LEFT + 100 + 10 * unit, abs=unit)
    assert moved.y() == pytest.approx(BOTTOM + 100, abs=unit)


def test_a_report_begins_at_the_cross(cleared, press, part_of):
    part = part_of("ReportPart")
    cleared.action("Report").trigger()
    press(KEY.Key_Return)
    assert part._form is not None, "the form asks for the rest"
    part._form.close()


def test_the_area_of_a_problem_is_drawn(cleared, press, window, part_of):
    page = part_of("ProblemsPart").open()
    uuid = problems.create_problem(
        page.workspace, {"title": "Klotter", "phenomena": ["vandalism"]}, []
    )
    page._again()
    page.choose(uuid)
    page.draw.setFocus()
    QTest.keyClick(page.draw, KEY.Key_Space)
    press(KEY.Key_Return)
    press(KEY.Key_Right, held=SHIFT)
    press(KEY.Key_Return)
    press(KEY.Key_Up, held=SHIFT)
    press(KEY.Key_Return, KEY.Key_Return)
    place = QgsGeometry()
    place.fromWkb(page.workspace.get("problem", uuid).geometry)
    side = FAR * window.mapCanvas().mapUnitsPerPixel()
    assert place.area() == pytest.approx(side * side / 2, rel=0.01)
    page.doing.undo()
    assert page.workspace.get("problem", uuid).geometry is None


def test_a_point_of_a_walk_is_noted_at_a_typed_coordinate(cleared, press, window, part_of):
    page = part_of("WalksPart").open()
    walk = walks.plan(page.workspace, {"title": "Centrum"})
    page.refresh()
    try:
        page.act("add")
        window.mapCanvas().mapTool()._hint.entry.setText(f"{BOTTOM + 300}, {LEFT + 400}")
        QTest.keyClick(window.mapCanvas().mapTool()._hint.entry, KEY.Key_Return)
        press(KEY.Key_Return)
        page.dialog.form.show_values({"theme": "lighting"})
        page.dialog.store()
        (point,) = walks.read(page.workspace, walk).points
        assert point_of(point) == QgsPointXY(LEFT + 400, BOTTOM + 300)
    finally:
        if page.dialog is not None:
            page.dialog.close()
        page.workspace.delete("walk", walk)
