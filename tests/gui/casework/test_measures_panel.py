"""The board and the list of measures, moved and filled in as a person does."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from qgis.core import QgsGeometry, QgsPointXY, QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QDate, QMimeData, QPoint, Qt
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtTest import QTest

from trygg_plugin.data.casework import causes, measures
from trygg_plugin.gui.panels.measures.board import MIME, deadline_text
from trygg_plugin.gui.panels.measures.part import MeasuresPart
from trygg_plugin.gui.panels.parts.draw_tool import LINE, POINT, POLYGON, DrawTool

LEFT, BOTTOM = 500_000, 6_580_000
TODAY = date.today()


@pytest.fixture()
def page(cleared, window):
    part = next(p for p in cleared._parts if isinstance(p, MeasuresPart))
    made = part.open()
    made.tabs.setCurrentIndex(0)
    window.settle(50)
    yield made
    made.board.setMinimumWidth(0)
    made.board.setMaximumWidth(16_777_215)
    made.search.clear()
    made.owner.setCurrentIndex(0)


@pytest.fixture()
def problem(page):
    square = QgsGeometry.fromRect(QgsRectangle(LEFT, BOTTOM, LEFT + 500, BOTTOM + 500))
    return page.workspace.insert(
        "problem", {"title": "Klotter vid stationen", "phenomena": ["vandalism"]}, geometry=square
    )


@pytest.fixture()
def owner(page):
    return page.workspace.rows("actor")[0].uuid


def plan(page, problem, title="Ljus", cause=(), **values):
    uuid = measures.create_measure(
        page.workspace, {"title": title, "type": "lighting", "problem": problem, **values}, cause
    )
    page._again()
    return uuid


def state(page, uuid):
    return page.workspace.get("measure", uuid)["status"]


def test_without_a_problem_it_leads_to_one(page, opened, window):
    page._again()
    assert page.first.isVisibleTo(page) and not page.create.isEnabled()
    page.first.click()
    assert opened.action("Problems").isChecked()


@pytest.mark.both_engines
def test_what_is_overdue_is_in_plain_sight(page, problem, window):
    plan(page, problem, "Sen", deadline=TODAY - timedelta(days=3))
    plan(page, problem, "Snart", deadline=TODAY + timedelta(days=3))
    plan(page, problem, "Idag", deadline=TODAY)
    assert page.overdue.isVisibleTo(page) and "1" in page.overdue_text.text()
    late = next(card for card in page.cards if card.title == "Sen")
    assert "3" in deadline_text(late)
    page.tabs.setCurrentIndex(1)
    assert page.list.topLevelItem(0).text(0).endswith("(1)")
    item = page.list.topLevelItem(0).child(0)
    assert "Sen" in item.text(0) and not item.icon(0).isNull()
    assert [page.list.topLevelItem(1).child(i).text(0).split("\n")[0] for i in (0, 1)] == [
        "Idag", "Snart"
    ]  # fmt: skip


def drop(column, uuid, from_state):
    data = QMimeData()
    data.setData(MIME, f"{uuid} {from_state}".encode())
    event = QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)  # fmt: skip
    column.dropEvent(event)
    return event.isAccepted()


@pytest.mark.both_engines
def test_a_card_is_dragged_where_the_step_is_allowed(page, problem, owner, window):
    uuid = plan(page, problem, responsible_organisation=owner)
    columns = {column.state: column for column in page.board.columns}
    item = columns["proposed"].item(0)
    data = columns["proposed"].mimeData([item])
    assert bytes(data.data(MIME)).decode() == f"{uuid} proposed"
    assert not drop(columns["completed"], uuid, "proposed")
    assert state(page, uuid) == "proposed"
    assert drop(columns["decided"], uuid, "proposed")
    assert state(page, uuid) == "decided"
    assert columns["decided"].count() == 1 and columns["proposed"].count() == 0
    page.undo.click()
    window.wait_until(lambda: columns["proposed"].count() == 1)
    assert state(page, uuid) == "proposed"


@pytest.mark.both_engines
def test_a_card_is_moved_by_keyboard_and_asks_for_what_is_missing(
    page, problem, owner, window
):
    uuid = plan(page, problem)
    page.board.setFixedWidth(1400)
    window.settle(20)
    page.board.choose(uuid)
    column = page.board.columns[0]
    QTest.keyClick(column, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    dialog = page._dialog
    assert list(dialog.fields) == ["responsible_organisation"]
    dialog.store()
    assert dialog.problem.text() and state(page, uuid) == "proposed"
    combo = dialog.fields["responsible_organisation"]
    combo.setCurrentIndex(combo.findData(owner))
    dialog.note.setText("Beslut på EST-mötet")
    dialog.store()
    assert state(page, uuid) == "decided"
    assert page.workspace.history(uuid)[-1].note == "Beslut på EST-mötet"
    page.move(uuid, "ongoing")
    page.move(uuid, "cancelled")
    assert list(page._dialog.fields) == ["cancelled_reason"]
    page._dialog.fields["cancelled_reason"].setText("För dyrt")
    page._dialog.store()
    assert page.workspace.get("measure", uuid)["cancelled_reason"] == "För dyrt"


def test_arrows_go_between_columns(page, problem, owner, window):
    first = plan(page, problem, "A")
    second = plan(page, problem, "B", responsible_organisation=owner)
    for step in ("decided", "ongoing"):
        page.move(second, step)
    page.board.setFixedWidth(1400)
    window.settle(20)
    assert page.board.currentIndex() == 1
    page.board.choose(first)
    QTest.keyClick(page.board.columns[0], Qt.Key.Key_Right)
    assert page.card().uuid == second and "B" in page.heading.text()
    page.board.setFixedWidth(300)
    window.settle(20)
    assert page.board.currentIndex() == 0 and page.card().uuid == second


@pytest.mark.both_engines
def test_a_conflict_is_told_and_nothing_is_lost(page, problem, owner, opened, colleague):
    uuid = plan(page, problem, responsible_organisation=owner)
    colleague.workspace.update("measure", uuid, {"title": "Bos ljus"}, user=colleague.name)
    page.move(uuid, "decided")
    assert state(page, uuid) == "proposed" and colleague.name in opened.iface.said()[-1]
    page.open_card(page.cards[0])
    dialog = page._dialog
    colleague.workspace.update("measure", uuid, {"title": "Bos andra ljus"}, user=colleague.name)
    dialog.title.setText("Mitt ljus")
    dialog.store()
    assert colleague.name in dialog.problem.text() and dialog.title.text() == "Mitt ljus"
    assert page.workspace.get("measure", uuid)["title"] == "Bos andra ljus"
    dialog.reject()


@pytest.mark.both_engines
def test_a_measure_is_planned_with_a_smart_goal(page, problem, owner, opened, window):
    number = causes.add_cause(page.workspace, problem, {"kind": "object_place", "title": "Mörkt"})
    with page.workspace.transaction("t", importing=True) as transaction:
        for i in range(26):
            when = datetime.now() - timedelta(days=30 * (i % 13) + 1)
            transaction.insert(
                "incident", {"category": "vandalism", "status": "approved", "time_from": when,
                             "reported_at": when, "channel": "import"},
                geometry=QgsGeometry.fromPointXY(QgsPointXY(LEFT + 50, BOTTOM + 50)),
            )  # fmt: skip
    page._again()
    page.create.click()
    dialog = page._dialog
    assert [a.answer for a in dialog.answers()] == [False, False, False, None, False]
    dialog.store()
    assert "saknas" in dialog.problem.text() or "missing" in dialog.problem.text()
    dialog.title.setText("Ny belysning på gångvägen")
    dialog.kind.setCurrentIndex(dialog.kind.findData("lighting"))
    dialog.owner.setCurrentIndex(dialog.owner.findData(owner))
    dialog.deadline.setDate(QDate(2027, 3, 31))
    dialog.goal.setPlainText("Antalet klotter på gångvägen ska halveras under våren")
    dialog.take_problems_place()
    assert dialog.stored_place() is not None
    dialog.reckon.click()
    window.wait_until(dialog.reckon.isEnabled)
    assert dialog.told.text() and dialog.indicator.text() == "Händelser per månad på platsen"
    assert dialog.values()["indicator_baseline"] > 1
    dialog.target.setText("0,5")
    dialog.causes.item(0).setCheckState(Qt.CheckState.Checked)
    assert [a.answer for a in dialog.answers()] == [True, True, None, None, True]
    dialog.store()
    (row,) = page.workspace.rows("measure")
    assert row["deadline"] == date(2027, 3, 31) and row["indicator_target"] == 0.5
    assert [c.uuid for c in measures.causes_of_measure(page.workspace, row.uuid)] == [number]
    window.wait_until(lambda: bool(page.cards))
    assert page.cards[0].causes == (1,) and page.cards[0].owner == "Parkenheten"
    # opened again it says the same, and a change keeps what was not touched
    page.open_card(page.cards[0])
    again = page._dialog
    assert again.values() == {key: row[key] for key in again.values()}
    again.deadline.clear()
    again.store()
    after = page.workspace.rows("measure")[0]
    assert after["deadline"] is None and after.geometry == row.geometry
    assert len(measures.causes_of_measure(page.workspace, row.uuid)) == 1


def test_a_place_is_drawn_and_the_dialog_comes_back(page, problem, opened):
    page._again()
    page.create_measure(problem)
    dialog = page._dialog
    canvas = opened.iface.mapCanvas()
    dialog.draw(LINE)
    assert not dialog.isVisible()
    tool = canvas.mapTool()
    tool.add(QgsPointXY(LEFT + 10, BOTTOM + 10))
    tool.finish()
    assert canvas.mapTool() is tool, "one corner is no line"
    tool.add(QgsPointXY(LEFT + 60, BOTTOM + 10))
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    if canvas.mapTool() is tool:
        tool.finish()
    assert dialog.isVisible()
    place = QgsGeometry()
    place.fromWkb(dialog.stored_place())
    assert place.length() == pytest.approx(50)
    dialog.draw(POINT)
    canvas.mapTool().stop()
    assert dialog.isVisible() and place.length() == pytest.approx(50)
    dialog.reject()


def test_taking_another_tool_gives_up(opened):
    canvas, drawn = opened.iface.mapCanvas(), []
    first = DrawTool(canvas, POLYGON, drawn.append)
    first.start()
    second = DrawTool(canvas, POINT, drawn.append)
    second.start()
    assert drawn == [None]
    second.add(QgsPointXY(1, 2))
    assert drawn[1].asPoint() == QgsPointXY(1, 2)


@pytest.mark.both_engines
def test_search_owner_and_calendar(page, problem, owner, opened, tmp_path):
    plan(page, problem, "Ljus", responsible_organisation=owner, deadline=TODAY)
    plan(page, problem, "Rondering", deadline=TODAY)
    page.search.setText("rond")
    assert [card.title for card in page.cards] == ["Rondering"]
    page.search.setText("stationen")
    assert len(page.cards) == 2
    page.search.clear()
    page.owner.setCurrentIndex(page.owner.findData(owner))
    assert [card.title for card in page.cards] == ["Ljus"]
    page.write_calendar(str(tmp_path / "möten"))
    text = (tmp_path / "möten.ics").read_bytes().decode("utf-8")
    assert text.count("BEGIN:VEVENT") == 1 and "Ljus" in text
    assert "möten.ics" in opened.iface.said()[-1]


@pytest.mark.both_engines
def test_deleting_can_be_undone(page, problem, window):
    uuid = plan(page, problem)
    page.board.choose(uuid)
    page.delete()
    assert page.cards == []
    page.doing.undo()
    window.wait_until(lambda: len(page.cards) == 1)


def test_it_fits_a_narrow_dock(page, problem):
    plan(page, problem, "Ny belysning på gångvägen mellan stationen och torget", deadline=TODAY)
    page.board.choose(page.cards[0].uuid)
    page._chose(page.cards[0])
    assert page.minimumSizeHint().width() <= 300
    assert QgsProject.instance().fileName()
