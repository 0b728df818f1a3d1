"""The map tools by keys alone: real key events on a canvas that pans by the same keys itself."""

from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapToolPan, QgsVertexMarker
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit, QPushButton

from trygg_plugin.gui.panels.parts.draw_tool import LINE, POINT, POLYGON, DrawTool
from trygg_plugin.gui.panels.parts.wrapped import Wrapped
from trygg_plugin.gui.place_tool import FAR, NEAR, STEP
from trygg_plugin.gui.point_tool import PointTool

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key
MIDDLE = QgsPointXY(674_000, 6_580_000)


@pytest.fixture()
def canvas(window):
    """About one metre a pixel, in SWEREF 99 TM, under a tool that pans."""
    canvas = window.mapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3006"))
    east, north = canvas.width() / 2, canvas.height() / 2
    canvas.setExtent(QgsRectangle(
        MIDDLE.x() - east, MIDDLE.y() - north, MIDDLE.x() + east, MIDDLE.y() + north
    ))  # fmt: skip
    canvas.pan = QgsMapToolPan(canvas)
    canvas.setMapTool(canvas.pan)
    window.settle()
    yield canvas
    canvas.setMapTool(canvas.pan)


@pytest.fixture()
def press(canvas):
    def press(*keys):
        for key in keys:
            held = Qt.KeyboardModifier.NoModifier
            if isinstance(key, tuple):
                held, key = key
            QTest.keyClick(canvas, key, held)

    return press


@pytest.fixture()
def drawing(canvas, shell):
    """A tool that has the map, and what it has told."""

    def drawing(kind):
        told = []
        tool = DrawTool(canvas, kind, told.append)
        tool.start(shell, "Draw.")
        return tool, told

    return drawing


def crosses(canvas):
    return [item for item in canvas.scene().items() if isinstance(item, QgsVertexMarker)]


@pytest.fixture()
def off(canvas):
    """How far a point is from the middle, in pixels of the first scale: to the right and up."""
    unit = canvas.mapUnitsPerPixel()

    def off(point):
        return (
            round((point.x() - MIDDLE.x()) / unit, 3), round((point.y() - MIDDLE.y()) / unit, 3)
        )  # fmt: skip

    return off


def test_arrows_move_the_cross_and_enter_chooses(off, canvas, shell, press):
    picked, extent = [], canvas.extent()
    PointTool(canvas, picked.append).start(shell, "Click.")
    assert crosses(canvas), "the cross is seen at once"
    press(KEY.Key_Right, KEY.Key_Right, (SHIFT, KEY.Key_Up), (CONTROL, KEY.Key_Left), KEY.Key_Down)
    assert canvas.extent() == extent, "the map stands still"
    assert not picked
    press(KEY.Key_Return)
    (point,) = picked
    assert off(point) == (2 * STEP - NEAR, FAR - STEP)
    assert canvas.mapTool() is canvas.pan and not crosses(canvas)


def test_space_chooses_and_does_not_pan(off, canvas, shell, press):
    picked = []
    PointTool(canvas, picked.append).start(shell, "Click.")
    press(KEY.Key_Space)
    assert [off(point) for point in picked] == [(0, 0)]


def test_escape_leaves_all_as_it_was(canvas, shell, press, window):
    picked = []
    PointTool(canvas, picked.append).start(shell, "Click where it happened.")
    said = [label.text() for label in window.messageBar().findChildren(Wrapped)]
    assert said[0] == "Click where it happened." and "Esc cancels" in said[1]
    press(KEY.Key_Right, KEY.Key_Escape)
    window.settle()
    assert not picked and not window.messageBar().items() and canvas.mapTool() is canvas.pan
    extent = canvas.extent()
    press(KEY.Key_Right)
    assert canvas.extent() != extent, "the arrows pan again"


def test_the_map_follows_the_cross_over_its_edge(off, canvas, shell, press):
    tool = PointTool(canvas, lambda _point: None)
    tool.start(shell, "Click.")
    steps = canvas.width() // FAR
    press(*[(SHIFT, KEY.Key_Right)] * steps)
    assert off(tool.at) == (steps * FAR, 0)
    assert canvas.extent().contains(tool.at) and not canvas.extent().contains(MIDDLE)


def test_zooming_keeps_the_cross_in_sight(off, canvas, shell, press):
    tool = PointTool(canvas, lambda _point: None)
    tool.start(shell, "Click.")
    before = canvas.mapUnitsPerPixel()
    press(*[(SHIFT, KEY.Key_Up)] * 3, KEY.Key_Plus, KEY.Key_Plus)
    assert canvas.mapUnitsPerPixel() == pytest.approx(before / 4)
    assert off(tool.at) == (0, 3 * FAR) and canvas.extent().contains(tool.at)
    press(KEY.Key_Minus)
    assert canvas.mapUnitsPerPixel() == pytest.approx(before / 2)


def test_the_cross_begins_at_a_place_that_is_seen(off, canvas, shell, press):
    for begun, at in ((55, 55), (1e6, 0)):
        begun = QgsPointXY(MIDDLE.x() + begun * canvas.mapUnitsPerPixel(), MIDDLE.y())
        tool = PointTool(canvas, lambda _point: None)
        tool.start(shell, "Click.", at=begun)
        assert off(tool.at) == (at, 0)
        press(KEY.Key_Escape)


def test_the_mouse_hides_the_cross_and_an_arrow_shows_it_there(canvas, shell, press):
    picked = []
    tool = PointTool(canvas, picked.append)
    tool.start(shell, "Click.")
    QTest.mouseMove(canvas.viewport(), QPoint(100, 100))
    QTest.mouseMove(canvas.viewport(), QPoint(120, 90))
    assert not tool.by_keys
    press(KEY.Key_Return)
    assert not picked and tool.by_keys, "nothing is chosen that was not seen"
    press(KEY.Key_Return)
    pixel = canvas.getCoordinateTransform().transform(picked[0])
    assert (round(pixel.x()), round(pixel.y())) == (120, 90)


@pytest.mark.parametrize("end", [[KEY.Key_Return], [(CONTROL, KEY.Key_Return)]])
def test_a_line_by_keys(off, drawing, press, end):
    tool, told = drawing(LINE)
    press(KEY.Key_Return, KEY.Key_Return)
    assert not told, "one corner is no line"
    press((SHIFT, KEY.Key_Right), KEY.Key_Return, *end)
    (line,) = told
    assert [off(point) for point in line.asPolyline()] == [(0, 0), (FAR, 0)]


def test_control_and_enter_add_the_last_corner_and_end(off, drawing, press):
    _tool, told = drawing(LINE)
    press(KEY.Key_Return, (SHIFT, KEY.Key_Up), (CONTROL, KEY.Key_Return))
    assert [off(point) for point in told[0].asPolyline()] == [(0, 0), (0, FAR)]


def test_an_area_by_keys_with_a_corner_taken_back(canvas, drawing, press):
    _tool, told = drawing(POLYGON)
    press(KEY.Key_Return, (SHIFT, KEY.Key_Right), KEY.Key_Space)
    press(KEY.Key_Down, KEY.Key_Return, KEY.Key_Backspace, KEY.Key_Up)
    press((SHIFT, KEY.Key_Up), KEY.Key_Return, KEY.Key_Enter)
    (area,) = told
    assert area.area() == pytest.approx((FAR * canvas.mapUnitsPerPixel()) ** 2 / 2)


def test_a_point_is_drawn_with_one_enter(off, drawing, press):
    _tool, told = drawing(POINT)
    press(KEY.Key_Left, KEY.Key_Return)
    assert off(told[0].asPoint()) == (-STEP, 0)


def test_giving_up_tells_nothing_once(drawing, press, canvas):
    _tool, told = drawing(LINE)
    press(KEY.Key_Return, KEY.Key_Right, KEY.Key_Return, KEY.Key_Escape)
    assert told == [None] and canvas.mapTool() is canvas.pan


def test_a_second_tool_ends_the_first_and_the_map_goes_back_to_neither(drawing, press, canvas):
    _first, told = drawing(LINE)
    _second, told_after = drawing(POINT)
    assert told == [None]
    press(KEY.Key_Return)
    assert len(told_after) == 1 and canvas.mapTool() is canvas.pan


def test_the_keyboard_goes_to_the_map_and_back_to_the_panel(canvas, shell, press, window):
    button = QPushButton("Correct the place", window.mainWindow())
    button.show()
    window.mainWindow().activateWindow()
    window.wait_until(window.mainWindow().isActiveWindow)
    button.setFocus()
    for end in (KEY.Key_Return, KEY.Key_Escape):
        PointTool(canvas, lambda _point: None).start(shell, "Click.")
        assert canvas.hasFocus()
        press(end)
        assert button.hasFocus()
    button.deleteLater()


def test_no_shortcut_of_qgis_takes_our_keys(canvas, shell, press):
    tool = PointTool(canvas, lambda _point: None)
    tool.start(shell, "Click.")
    for key, ours in ((KEY.Key_Space, True), (KEY.Key_Plus, True), (KEY.Key_S, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(canvas, event)
        assert event.isAccepted() is ours
    tool.stop()


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("6580300 674200", (674_200, 6_580_300)),
        # by Lantmäteriet's published formulas (Gauss-Krüger, Krüger's series)
        ("59.325, 18.06", (674_104.839, 6_580_241.987)),
    ],
)
def test_a_typed_coordinate_brings_the_cross_there(canvas, shell, press, window, typed, at):
    picked = []
    tool = PointTool(canvas, picked.append)
    tool.start(shell, "Click.")
    QTest.keyClicks(canvas, typed[0])
    entry = window.messageBar().findChild(QLineEdit)
    assert entry.text() == typed[0]
    QTest.keyClicks(entry, typed[1:])
    QTest.keyClick(entry, KEY.Key_Return)
    assert not picked, "it is looked at first"
    assert canvas.extent().contains(tool.at)
    press(KEY.Key_Return)
    assert (picked[0].x(), picked[0].y()) == pytest.approx(at, abs=0.01)


def test_a_pasted_coordinate_and_one_that_is_none(off, canvas, shell, press, window):
    tool = PointTool(canvas, lambda _point: None)
    tool.start(shell, "Click.")
    QApplication.clipboard().setText(" vid torget ")
    press((CONTROL, KEY.Key_V))
    entry = window.messageBar().findChild(QLineEdit)
    QTest.keyClick(entry, KEY.Key_Return)
    assert "vid torget" in window.messageBar().findChild(Wrapped).text()
    assert off(tool.at) == (0, 0)
    QTest.keyClick(entry, KEY.Key_Escape)
    assert canvas.mapTool() is tool, "Esc goes back to the map first"
    window.messageBar().clearWidgets()
    window.settle()
    press(KEY.Key_5, KEY.Key_Right, KEY.Key_Escape)
    assert canvas.mapTool() is canvas.pan, "a closed message takes nothing along"
