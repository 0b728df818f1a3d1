"""The review panel, used as a person does: by keys, by clicks, on the map, beside a colleague."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from qgis.core import QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsRectangle
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QKeyEvent, QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QToolButton

from trygg_plugin.data.casework.transitions import steps_of
from trygg_plugin.gui.panels.review import acts as review_acts
from trygg_plugin.gui.panels.review.bar import FOLLOW

LEFT, BOTTOM = 500_000, 6_580_000
START = datetime(2025, 5, 1, 12)


@pytest.fixture()
def report(opened):
    """Reports incidents as reporters do, a day and 200 m apart."""
    workspace = opened.current.workspace

    def insert(number=0, **values):
        at = START + timedelta(days=number)
        known = {
            "category": "vandalism", "subcategory": "graffiti", "time_from": at, "reported_at": at,
            "channel": "qgis", "description": f"Klotter nummer {number}",
        }  # fmt: skip
        x = values.pop("x", LEFT + 100 + 200 * number)
        place = None if x is None else QgsGeometry.fromPointXY(QgsPointXY(x, BOTTOM + 500))
        return workspace.insert("incident", {**known, **values}, geometry=place)

    return insert


@pytest.fixture()
def page(opened, part_of, window):
    part = part_of("ReviewPart")
    made = part.open()
    window.settle(20)
    yield made
    window.wait_until(lambda: not made.doing.busy)
    made.stop()
    made.filters.clear()
    made.filters.more.setChecked(False)
    made.doing.forget()
    part.dock.setUserVisible(False)
    window.settle(20)


@pytest.fixture()
def part(monkeypatch):
    """So many incidents in one transaction; the others wait for the next."""
    monkeypatch.setattr(review_acts, "PART", 3)
    return 3


def ready(page, window, count):
    page.reload(row=0)
    assert page.table.rowCount() == count
    page.list.setFocus()
    return page.workspace


def press(page, *keys):
    for key in keys:
        QTest.keyClick(page.list, key)


def answered(page, count):
    """Whether what the filters want is shown, and so many rows of it."""
    waiting = page.reading.waiting or page.filters._timer.isActive()
    return not waiting and page.table.rowCount() == count


def state(workspace, uuid):
    return workspace.get("incident", uuid)["status"]


def choose_in(menu, number):
    """Choose a menu's entry by its number, as a person does."""
    QTest.keyClick(menu, str(number))


def test_an_empty_queue_says_so(page, opened, window):
    ready(page, window, 0)
    assert "is empty" in page.card.text.toPlainText() and page.list.isHidden()
    assert not page.actions_by_key["approve"].isEnabled()
    assert page.actions_by_key["approve"].toolTip()


@pytest.mark.both_engines
def test_two_keys_an_incident_clear_the_queue(page, report, window):
    uuids = [report(n) for n in range(5)]
    workspace = ready(page, window, 5)
    assert page.record.uuid == uuids[0]
    for number in range(5):
        press(page, "3", "A")
        assert page.table.rowCount() == 4 - number
    assert {state(workspace, uuid) for uuid in uuids} == {"approved"}
    assert workspace.get("incident", uuids[4])["severity_reviewed"] == "3"
    assert "is empty" in page.card.text.toPlainText()
    press(page, "Z")
    assert state(workspace, uuids[4]) == "submitted" and page.record.uuid == uuids[4]
    press(page, "Z", "Z", "Z")
    assert state(workspace, uuids[3]) == "submitted"
    assert workspace.get("incident", uuids[3])["severity_reviewed"] is None
    assert len(steps_of(workspace, "incident", uuids[3])) == 5, "history is added to"


@pytest.mark.both_engines
def test_reject_and_send_back_by_number(page, report, window):
    first, second, third = (report(n) for n in range(3))
    workspace = ready(page, window, 3)
    choose_in(page.menus.reasons(), 2)
    record = workspace.get("incident", first)
    assert (record["status"], record["rejection_reason"]) == ("rejected", "outside_est")
    assert page.record.uuid == second
    choose_in(page.menus.requests(), 1)
    assert workspace.get("incident", second)["completion_request"].startswith("Var hände det")
    assert page.table.rowCount() == 2, "what is sent back still waits"
    page.act("next")
    assert page.record.uuid == third
    page.menus.request("Vilken sida av torget?")
    page.menus.dialog.accept()
    assert workspace.get("incident", third)["completion_request"] == "Vilken sida av torget?"
    window.settle()


@pytest.mark.both_engines
def test_keys_go_to_the_search_field_while_it_is_typed_in(page, report, window):
    uuids = [report(0, description="Krossad ruta"), report(1, description="Annat")]
    workspace = ready(page, window, 2)
    press(page, "/")
    page.filters.search.setFocus()
    QTest.keyClicks(page.filters.search, "krossad ruta")
    window.wait_until(lambda: answered(page, 1))
    assert state(workspace, uuids[0]) == "submitted" and page.record.uuid == uuids[0]
    assert "1 incident" in page.count.text() and page.clear.isVisible()
    QTest.mouseClick(page.clear, Qt.MouseButton.LeftButton)
    assert page.table.rowCount() == 2


def test_our_letters_come_before_those_of_qgis(page, report, window):
    report(0)
    ready(page, window, 1)
    for widget in (page.list, page.card.text, page.buttons["approve"]):
        asked = QKeyEvent(
            QEvent.Type.ShortcutOverride, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier, "s"
        )
        asked.ignore()
        QApplication.sendEvent(widget, asked)
        assert asked.isAccepted(), widget
    held = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier, "s"
    )
    held.ignore()
    QApplication.sendEvent(page, held)
    assert not held.isAccepted(), "Ctrl+S stays QGIS's"


@pytest.mark.both_engines
def test_map_and_list_follow_each_other(page, opened, report, window):
    uuids = [report(n) for n in range(4)]
    ready(page, window, 4)
    layer = opened.current.layer("incident")
    layer.dataProvider().reloadData()
    press(page, "J")
    assert page.places.uuids() == [uuids[1]]
    told = []
    page.list.chosen.connect(told.append)
    request = QgsFeatureRequest().setFilterExpression(f"\"uuid\" = '{uuids[3]}'")
    layer.selectByIds([feature.id() for feature in layer.getFeatures(request)])
    assert page.record.uuid == uuids[3] and told == [[uuids[3]]]
    layer.selectAll()
    page.filters.on_map.setChecked(True)
    assert page.table.rowCount() == 4
    page.list.chosen.disconnect(told.append)


def test_the_map_moves_only_when_it_may(page, opened, report, window):
    report(0)
    report(1)
    ready(page, window, 2)
    opened.current.layer("incident").dataProvider().reloadData()
    canvas = opened.iface.mapCanvas()
    FOLLOW.set("no")
    before = canvas.extent().center()
    press(page, "J")
    assert canvas.extent().center() == before
    FOLLOW.set("pan")
    QTest.keyClick(page.list, Qt.Key.Key_Up)
    window.wait_until(lambda: canvas.extent().center().distance(
        QgsPointXY(LEFT + 100, BOTTOM + 500)) < 5)  # fmt: skip


@pytest.mark.both_engines
def test_one_click_corrects_the_place_and_the_area(page, opened, report, window):
    uuid = report(0, x=None)
    workspace = ready(page, window, 1)
    assert "(P)" in page.card.text.toPlainText()
    canvas = opened.iface.mapCanvas()
    press(page, "P")
    tool = canvas.mapTool()
    pixel = canvas.getCoordinateTransform().transform(LEFT + 1500, BOTTOM + 500)
    QTest.mouseClick(
        canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        QPoint(round(pixel.x()), round(pixel.y())),
    )  # fmt: skip
    assert canvas.mapTool() is not tool
    record = workspace.get("incident", uuid)
    assert record.geometry is not None
    assert workspace.get("area", record["area"])["name"] == "Öst"
    press(page, "Z")
    assert workspace.get("incident", uuid).geometry is None


@pytest.mark.both_engines
def test_a_colleague_s_change_is_told_and_the_next_one_goes_on(page, report, window, colleague):
    uuids = [report(n) for n in range(3)]
    workspace = ready(page, window, 3)
    colleague.workspace.update(
        "incident", uuids[0], {"severity_reviewed": "2"}, user=colleague.name
    )
    press(page, "A")
    assert state(workspace, uuids[0]) == "submitted"
    assert colleague.name in window.said()[-1]
    assert page.record.uuid == uuids[0] and page.record["severity_reviewed"] == "2"
    press(page, "A", "A")
    assert [state(workspace, uuid) for uuid in uuids] == ["approved", "approved", "submitted"]


@pytest.mark.both_engines
def test_many_at_once_with_progress_and_one_undo(page, part, report, window, colleague):
    uuids = [report(n) for n in range(part * 2 + 1)]
    workspace = ready(page, window, len(uuids))
    colleague.workspace.update("incident", uuids[5], {"severity_reviewed": "2"})
    seen = []
    page.doing.progressed.connect(lambda done, total: seen.append((done, total)))
    page.list.selectAll()
    assert f"{len(uuids)} incidents" in page.card.text.toPlainText()
    press(page, "A")
    window.wait_until(lambda: not page.doing.busy)
    assert seen[0] == (0, len(uuids)) and seen[-1] == (len(uuids), len(uuids))
    assert page.table.rowCount() == 1 and state(workspace, uuids[5]) == "submitted"
    press(page, "Z")
    assert page.table.rowCount() == len(uuids)
    assert {state(workspace, uuid) for uuid in uuids} == {"submitted"}


def test_a_running_act_can_be_stopped(page, part, report, window):
    uuids = [report(n) for n in range(part * 2)]
    workspace = ready(page, window, len(uuids))
    page.list.selectAll()
    press(page, "A")
    page.progress.cancel.click()
    window.wait_until(lambda: not page.doing.busy)
    states = [state(workspace, uuid) for uuid in uuids]
    assert states.count("approved") == part


@pytest.mark.both_engines
def test_personal_data_are_shown_where_they_stand_and_removed(page, report, window):
    uuid = report(0, description="Bilen ABC123 stod vid lgh 1203", place_name="Torget")
    workspace = ready(page, window, 1)
    html = page.card.text.toHtml()
    assert "background-color:#ffd966" in html and "remove:description:0" in html
    page.card.text.anchorClicked.emit(QUrl("remove:description:0"))
    assert workspace.get("incident", uuid)["description"] == "Bilen […] stod vid lgh 1203"
    press(page, "V")
    assert workspace.get("incident", uuid)["description"] == "Bilen […] stod vid […]"
    assert not page.actions_by_key["clean"].isEnabled()
    press(page, "Z", "Z")
    page.card.send_back_wanted.emit()
    assert "personer" in workspace.get("incident", uuid)["completion_request"]


@pytest.mark.both_engines
def test_duplicates_stand_side_by_side_and_merge(page, report, window):
    first = report(0, description="Rutan krossad", x=LEFT + 100)
    second = report(0, description="Glas på gatan", x=LEFT + 130)
    report(9)
    workspace = ready(page, window, 3)
    window.wait_until(lambda: "possible duplicate" in page.card.text.toPlainText())
    press(page, "D")
    view = page.duplicates
    assert page.detail.shows_duplicates and view._bands.count == 3
    assert "30 m apart" in view.why.text()
    assert "Rutan" in view.cards[0].toPlainText() and "Glas" in view.cards[1].toPlainText()
    assert view.kept.uuid == min(first, second)
    if view.kept.uuid != second:
        press(page, "X")
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    lost = workspace.get("incident", first)
    assert (lost["status"], lost["duplicate_of"]) == ("rejected", second)
    assert page.detail.shows_card and view._bands.count == 0
    assert page.table.rowCount() == 2
    press(page, "Z")
    assert state(workspace, first) == "submitted"


@pytest.mark.both_engines
def test_forward_link_and_secrecy(page, report, window):
    uuid = report(0)
    workspace = ready(page, window, 1)
    press(page, "F")
    page.menus.dialog.request.setPlainText("Laga rutan")
    page.menus.dialog.accept()
    (sent,) = workspace.rows("incident_forward", "incident = {p}", [uuid])
    assert sent["request"] == "Laga rutan" and "Parkenheten" in page.card.text.toPlainText()
    problem = workspace.insert("problem", {"title": "Klotter", "phenomena": ["vandalism"]})
    choose_in(page.menus.problems(), 1)
    (link,) = workspace.rows("problem_incident", "incident = {p}", [uuid])
    assert link["problem"] == problem
    choose_in(page.menus.secrecy(), 3)
    assert workspace.get("incident", uuid)["secrecy"] == "to_be_assessed"
    press(page, "Z", "Z", "Z")
    assert workspace.rows("incident_forward", "incident = {p}", [uuid]) == []
    workspace.delete("problem", problem)


@pytest.mark.both_engines
def test_counts_behind_the_choices(page, report, window):
    report(0)
    report(1, category="rumour", subcategory=None)
    ready(page, window, 2)
    page.filters.more.setChecked(True)
    combo = page.filters.combos["category"]
    window.wait_until(lambda: combo.itemText(0).endswith("(2)"))
    combo.setCurrentIndex(combo.findData("rumour"))
    assert page.table.rowCount() == 1
    page.filters.warned.setChecked(True)
    window.wait_until(lambda: page.table.rowCount() == 0)
    assert "fits the filter" in page.card.text.toPlainText()


@pytest.mark.both_engines
def test_only_what_the_map_shows(page, opened, report, window):
    report(0)
    report(8)
    ready(page, window, 2)
    canvas = opened.iface.mapCanvas()
    canvas.setExtent(QgsRectangle(LEFT, BOTTOM, LEFT + 2000, BOTTOM + 1000))
    page.filters.in_view.setChecked(True)
    window.wait_until(lambda: answered(page, 2))
    canvas.zoomByFactor(0.2, QgsPointXY(LEFT + 100, BOTTOM + 500))
    window.wait_until(lambda: answered(page, 1))


@pytest.mark.both_engines
def test_what_was_found_by_words_is_worked_through_without_looking_again(
    page, report, window, monkeypatch
):
    """Each act shows at once what it leaves of the list, before anything has been read again."""
    texts = ["Ruta", "Klotter", "Klotter", "Klotter", "Klotter"]
    uuids = [report(n, description=text) for n, text in enumerate(texts)]
    workspace = ready(page, window, 5)
    page.filters.search.setText("klotter")
    window.wait_until(lambda: answered(page, 4))
    assert page.record.uuid == uuids[1] and page.table.uuid(3) == uuids[4]
    looked = []
    monkeypatch.setattr(page.reading, "_look_for", lambda *asked: looked.append(asked))
    press(page, "2", "A")
    assert page.table.rowCount() == 3 and page.record.uuid == uuids[2]
    press(page, "J", "J", "A")
    assert page.table.rowCount() == 2 and page.record.uuid == uuids[3]
    press(page, "Z")
    assert page.table.rowCount() == 3 and page.record.uuid == uuids[4]
    press(page, "Z", "Z")
    assert page.table.rowCount() == 4 and page.record.uuid == uuids[1]
    assert page.record["severity_reviewed"] is None
    assert {state(workspace, uuid) for uuid in uuids} == {"submitted"} and not looked


@pytest.mark.both_engines
def test_what_a_colleague_writes_reaches_the_words_found(page, report, window, colleague):
    first, second = report(0, description="Klotter"), report(1, description="Klotter")
    ready(page, window, 2)
    page.filters.search.setText("klotter")
    window.wait_until(lambda: answered(page, 2))
    colleague.workspace.change_state("incident", first, "under_review", user=colleague.name)
    colleague.workspace.change_state("incident", first, "approved", user=colleague.name)
    page.refresh()
    assert page.reading.waiting
    window.wait_until(lambda: answered(page, 1))
    assert page.record.uuid == second


def test_several_stay_chosen_while_others_write(page, report, window):
    uuids = [report(n) for n in range(4)]
    workspace = ready(page, window, 4)
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.list.uuids() == uuids[:3]
    workspace.update("incident", uuids[3], {"severity_reviewed": "2"}, user="Bo")
    window.wait_until(lambda: page.reading.is_fresh)
    assert page.list.uuids() == uuids[:3]
    press(page, "A")
    assert [state(workspace, uuid) for uuid in uuids] == ["approved"] * 3 + ["submitted"]


def test_the_panel_fits_and_can_be_reached(page, report, window):
    report(0)
    ready(page, window, 1)
    assert page.minimumSizeHint().width() <= 300, "with a scroll bar beside it"
    assert not page.layout().hasHeightForWidth(), "the acts stay in sight"
    for button in page.findChildren(QToolButton):
        # the search field's own button for emptying it is Qt's
        if button.isVisible() and button.parent() is not page.filters.search:
            assert button.accessibleName() or button.text()
    press(page, "?")
    assert "Shift" in page.detail.keys.toPlainText()
    press(page, Qt.Key.Key_Escape)
    assert page.detail.shows_card


@pytest.mark.both_engines
def test_what_others_write_through_the_layer_is_seen(page, opened, report, window):
    uuid = report(0)
    workspace = ready(page, window, 1)
    workspace.change_state("incident", uuid, "under_review", user="Bo")
    window.wait_until(lambda: page.record is not None and page.record.version == 2)


def test_a_double_click_or_a_held_key_judges_one_incident_only(page, report, window):
    uuids = [report(n) for n in range(3)]
    workspace = ready(page, window, 3)
    button = page.buttons["approve"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        at = QPointF(button.rect().center())
        QApplication.sendEvent(button, QMouseEvent(kind, at, left, left, none))
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", True
    )
    QApplication.sendEvent(page.list, held)
    assert held.isAccepted() and page.record.uuid == uuids[1]
    assert [state(workspace, uuid) for uuid in uuids] == ["approved", "submitted", "submitted"]


@pytest.mark.both_engines
def test_an_open_question_is_about_the_incident_it_was_asked_for(page, report, window, colleague):
    """A colleague takes the incident from under an open menu and an open dialog."""
    first, second, third = (report(n) for n in range(3))
    workspace = ready(page, window, 3)
    reasons = page.menus.reasons()
    colleague.workspace.delete("incident", first, user=colleague.name)
    page.refresh()
    assert page.record.uuid == second
    choose_in(reasons, 2)
    assert colleague.name in window.said()[-1], "who deleted it"
    page.list.choose(0)
    page.menus.request("Vilken sida av torget?")
    colleague.workspace.update("incident", second, {"secrecy": "to_be_assessed"}, user="bo")
    press(page, "J")
    page.menus.dialog.accept()
    assert [state(workspace, uuid) for uuid in (second, third)] == ["submitted"] * 2
    window.settle()


@pytest.mark.both_engines
def test_what_is_deleted_meanwhile_is_told_and_left(page, report, window, colleague):
    uuids = [report(n) for n in range(3)]
    workspace = ready(page, window, 3)
    for uuid in uuids[:2]:
        colleague.workspace.delete("incident", uuid, user=colleague.name)
    press(page, "A")
    assert colleague.name in window.said()[-1]
    assert page.table.rowCount() == 1 and page.record.uuid == uuids[2]
    assert workspace.get("incident", uuids[0], deleted=True).deleted_at
    assert not page.doing.can_undo


@pytest.mark.both_engines
def test_unsaved_edits_in_the_layer_are_never_written_over(page, opened, report, window):
    uuids = [report(n) for n in range(3)]
    workspace = ready(page, window, 3)
    layer = opened.current.layer("incident")
    layer.dataProvider().reloadData()
    assert layer.startEditing()
    request = QgsFeatureRequest().setFilterExpression(f"\"uuid\" = '{uuids[1]}'")
    (feature,) = layer.getFeatures(request)
    field = layer.fields().indexOf("place_name")
    assert layer.changeAttributeValue(feature.id(), field, "Min anteckning")
    page.list.selectAll()
    press(page, "A")
    window.wait_until(lambda: not page.doing.busy)
    assert [state(workspace, uuid) for uuid in uuids] == ["approved", "submitted", "approved"]
    assert "unsaved edits" in window.said()[-1]
    assert layer.isEditable() and layer.getFeature(feature.id())["place_name"] == "Min anteckning"
    press(page, "Z")
    assert {state(workspace, uuid) for uuid in uuids} == {"submitted"}
    assert layer.rollBack()


def test_undo_is_heard_when_the_queue_has_become_empty(page, report, window):
    uuid = report(0)
    workspace = ready(page, window, 1)
    window.mainWindow().activateWindow()
    page.list.setFocus()
    press(page, "A")
    assert page.list.isHidden()
    QTest.keyClick(page.window().focusWidget(), "Z")
    assert state(workspace, uuid) == "submitted" and not page.filters.search.text()


def test_another_s_work_leaves_two_reports_beside_each_other(page, report, window):
    report(0, x=LEFT + 100)
    report(0, x=LEFT + 130)
    other = report(5)
    workspace = ready(page, window, 3)
    press(page, "D")
    assert page.detail.shows_duplicates
    workspace.update("incident", other, {"severity_reviewed": "2"}, user="Bo")
    page.refresh()
    assert page.detail.shows_duplicates and page.duplicates.other is not None
    workspace.update("incident", page.record.uuid, {"severity_reviewed": "2"}, user="Bo")
    page.refresh()
    assert page.detail.shows_card


def test_the_map_is_given_back_when_another_incident_is_shown(page, opened, report, window):
    report(0)
    report(1)
    ready(page, window, 2)
    canvas = opened.iface.mapCanvas()
    press(page, "P")
    tool = canvas.mapTool()
    assert tool is not None
    press(page, "J")
    assert canvas.mapTool() is not tool


def test_the_place_is_corrected_by_keys_alone(page, opened, report, window):
    uuid = report(0, x=None)
    workspace = ready(page, window, 1)
    canvas = opened.iface.mapCanvas()
    press(page, "P")
    tool = canvas.mapTool()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert canvas.mapTool() is not tool
    assert workspace.get("incident", uuid).geometry is not None
