"""The panel of safety walks, from the plan to the answers."""

from __future__ import annotations

import base64
import datetime as dt
import re
from pathlib import Path

import pytest
from qgis.core import QgsGeometry, QgsPointXY, QgsProject
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QDesktopServices, QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox

from tests.exchange.test_photos import SECRET, photo
from trygg_plugin.data.casework import walks
from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.gui.panels.walks import map_tools
from trygg_plugin.reports.context import Request
from trygg_plugin.reports.document import Picture
from trygg_plugin.reports.documents import kind_of
from trygg_plugin.reports.kinds import make_document

PLACE = QgsPointXY(500_300, 6_580_400)
HELD = dt.datetime.now().replace(microsecond=0) - dt.timedelta(days=3)


def click(button):
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def save(dialog):
    click(dialog.buttons.button(QDialogButtonBox.StandardButton.Save))


def map_click(canvas, point, button=Qt.MouseButton.LeftButton):
    place = canvas.getCoordinateTransform().transform(point)
    where = QPoint(round(place.x()), round(place.y()))
    event = QgsMapMouseEvent(canvas, QEvent.Type.MouseButtonRelease, where, button, button)
    canvas.mapTool().canvasReleaseEvent(event)


@pytest.fixture()
def page(opened, window, part_of):
    part = part_of("WalksPart")
    page = part.open()
    page.opened()
    window.settle(50)
    part.dock.refresh()
    yield page
    if page.dialog is not None:
        page.dialog.close()
        page.dialog = None
    page.map.stop()
    with opened.current.workspace.transaction() as transaction:
        for table in ("walk_point", "walk_participant", "walk", "measure", "problem"):
            for row in transaction.rows(table):
                transaction.delete(table, row.uuid)
    window.settle()


@pytest.fixture()
def walked(page, opened, window):
    """A walk that has been walked, and the owner of its points."""
    workspace = opened.current.workspace
    uuid = walks.plan(
        workspace,
        {"title": "Centrum", "premeeting_at": HELD, "walked_at": HELD,
         "feedback_meeting_at": HELD},
        participants=[walks.Participants("resident", 5)],
    )  # fmt: skip
    for state in ("premeeting", "walked"):
        walks.step(workspace, uuid, state, today=dt.date.today())
    window.wait_until(lambda: page.walk is not None and page.walk.record["status"] == "walked")
    return uuid


def add_point(page, window, text="Mörkt i gången", **fields):
    click(page.points_tab.add_button)
    map_click(window.mapCanvas(), PLACE)
    form = page.dialog.form
    form.show_values({"theme": "lighting", "description": text, **fields})
    return page.dialog


def test_an_empty_panel_says_what_a_walk_is(page):
    assert page.empty.isVisibleTo(page) and not page.details.isVisibleTo(page)


@pytest.mark.both_engines
def test_a_walk_is_planned_with_participants_and_a_warning(page, opened, window):
    click(page.plan_button)
    dialog = page.dialog
    dialog.form.show_values({"title": "Runt torget", "walked_at": HELD, "themes": "{lighting}"})
    click(dialog.groups.add_button)
    row = dialog.groups._rows[0]
    row[2].setValue(21)
    assert "21" in dialog.groups.count.text() and "20" in dialog.groups.count.text()
    row[2].setValue(8)
    save(dialog)
    assert not dialog.isVisible(), dialog.problem.text()
    (made,) = opened.current.workspace.rows("walk")
    assert (made["title"], made["themes"], made["status"]) == (
        "Runt torget", "{lighting}", "planned",
    )  # fmt: skip
    assert made["walked_at"] == HELD.replace(second=0) and made["premeeting_at"] is None
    window.wait_until(lambda: page.walk is not None)
    assert walks.read(opened.current.workspace, made.uuid).people == 8
    # the first meeting has no date: the step is stopped, and why is said
    assert not page.next.isEnabled() and page.notice_list.sentences


def test_a_plan_without_a_title_stays_open(page, opened):
    click(page.plan_button)
    save(page.dialog)
    assert page.dialog.isVisible() and page.dialog.problem.text()
    assert opened.current.workspace.rows("walk") == []


def test_a_click_without_a_place_leaves_the_point_where_it_was(
    page, opened, window, walked, monkeypatch
):
    workspace = opened.current.workspace
    uuid = walks.add_point(workspace, walked, {"theme": "lighting"}, place=point_wkb(*PLACE))
    window.wait_until(lambda: page.walk is not None and page.walk.points)
    page.points_tab.choose([uuid])
    page.act("move")
    monkeypatch.setattr(map_tools, "point_in", lambda *_: QgsGeometry())
    map_click(window.mapCanvas(), PLACE)
    assert workspace.get("walk_point", uuid).geometry == point_wkb(*PLACE)
    assert "no place" in window.said()[-1]


def test_a_click_is_not_waited_for_on_behalf_of_another_walk(page, opened, window, walked):
    other = walks.plan(opened.current.workspace, {"title": "Parken"})
    window.wait_until(lambda: page.list.topLevelItemCount() == 2)
    page.act("add")
    tool = window.mapCanvas().mapTool()
    assert tool is page.map._tool
    items = [page.list.topLevelItem(row) for row in range(2)]
    page.list.setCurrentItem(next(one for one in items if one is not page.list.currentItem()))
    assert page.walk.record.uuid == other and window.mapCanvas().mapTool() is not tool


@pytest.mark.both_engines
def test_points_are_noted_on_the_map_with_a_clean_photo(
    page, opened, window, walked, tmp_path, monkeypatch
):
    dialog = add_point(page, window)
    picture = photo(tmp_path / "DSC1.jpg", 40, 30)
    assert SECRET in picture.read_bytes(), "the place is in the file, as a phone writes it"
    dialog.photo.setFilePath(str(picture))
    save(dialog)
    assert dialog.isVisible(), "faces and plates must be looked for first"
    dialog.confirmed.setChecked(True)
    save(dialog)
    assert not dialog.isVisible(), dialog.problem.text()
    workspace = opened.current.workspace
    (point,) = workspace.rows("walk_point")
    assert (point["number"], point["photo_confirmed"]) == (1, True)
    assert point["photo"].startswith("photos/") and point.geometry is not None
    folder = Path(QgsProject.instance().absolutePath())
    kept = (folder / point["photo"]).read_bytes()
    assert SECRET not in kept and b"Exif" not in kept
    window.wait_until(lambda: page.points_tab.tree.topLevelItemCount() == 1)
    said = page.points_tab.tree.topLevelItem(0).text(0)
    assert said.startswith("1. ") and ("foto" in said or "photo" in said)
    # and it is shown, from the panel and in the protocol
    opened_files = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened_files.append(url) or True)
    page.points_tab.tree.topLevelItem(0).setSelected(True)
    page.act("photo")
    assert [Path(url.toLocalFile()) for url in opened_files] == [folder / point["photo"]]
    document = make_document(workspace, kind_of("walk_protocol"), Request("sv", record=walked))
    (shown,) = [block for block in document.blocks if isinstance(block, Picture)]
    assert "Foto av punkt 1" in shown.alt
    told = base64.b64decode(re.search("base64,([^\"]+)", shown.svg).group(1))
    image = QImage.fromData(told)
    assert image.pixelColor(2, 15).red() > 150 and image.pixelColor(38, 15).blue() > 150
    assert SECRET not in told


@pytest.mark.both_engines
def test_points_are_given_to_owners_answered_and_the_walk_finished(page, opened, window, walked):
    workspace = opened.current.workspace
    owner = workspace.rows("actor")[0]
    save(add_point(page, window))
    window.wait_until(lambda: page.points_tab.tree.topLevelItemCount() == 1)
    assert not page.next.isEnabled(), "a point without an owner cannot be distributed"
    page.points_tab.tree.topLevelItem(0).setSelected(True)
    page.act("distribute")
    page.dialog.owner.setCurrentIndex(page.dialog.owner.findData(owner.uuid))
    save(page.dialog)
    window.wait_until(lambda: page.next.isEnabled())
    for state in ("points_distributed", "feedback_meeting"):
        click(page.next)
        window.wait_until(lambda state=state: page.walk.record["status"] == state)
    assert not page.next.isEnabled(), "the owner has not answered"
    page.act("answer")
    save(page.dialog)
    assert page.dialog.isVisible(), "an answer without words is none"
    page.dialog.answer.setPlainText("Lampan byts i december")
    save(page.dialog)
    window.wait_until(lambda: page.next.isEnabled())
    click(page.next)
    window.wait_until(lambda: page.walk.record["status"] == "finished")
    assert not page.points_tab.add_button.isEnabled()


@pytest.mark.both_engines
def test_points_are_renumbered_and_taken_back(page, opened, window, walked):
    workspace = opened.current.workspace
    for text in ("a", "b"):
        walks.add_point(workspace, walked, {"theme": "design", "description": text})
    window.wait_until(lambda: page.points_tab.tree.topLevelItemCount() == 2)
    page.points_tab.tree.topLevelItem(1).setSelected(True)
    page.act("up")
    told = [p["description"] for p in walks.read(workspace, walked).points]
    assert told == ["b", "a"]
    page.doing.undo()
    assert [p["description"] for p in walks.read(workspace, walked).points] == ["a", "b"]


@pytest.mark.both_engines
def test_a_point_becomes_a_measure_of_a_problem(page, opened, window, walked):
    workspace = opened.current.workspace
    problem = workspace.insert("problem", {"title": "Torget", "phenomena": ["vandalism"]})
    walks.add_point(workspace, walked, {"theme": "lighting", "proposal": "Byt lampan"})
    window.wait_until(lambda: page.points_tab.tree.topLevelItemCount() == 1)
    page.points_tab.tree.topLevelItem(0).setSelected(True)
    page.act("measure")
    page.dialog.chosen.setCurrentIndex(page.dialog.chosen.findData(problem))
    save(page.dialog)
    (measure,) = workspace.rows("measure")
    assert measure["title"] == "Byt lampan" and measure["problem"] == problem


@pytest.mark.both_engines
def test_a_route_is_drawn(page, opened, window, walked):
    canvas = window.mapCanvas()
    page.draw_route()
    for x in (500_200, 500_400, 500_600):
        map_click(canvas, QgsPointXY(x, 6_580_400))
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    tool = canvas.mapTool()
    tool.finish()
    assert canvas.mapTool() is not tool, "the map is given back"
    record = walks.read(opened.current.workspace, walked).record
    assert record.geometry is not None


def test_the_minutes_are_approved(page, opened, window, walked):
    workspace = opened.current.workspace
    assert not page.minutes_tab.approve.isVisibleTo(page.tabs.widget(2))
    walks.change(workspace, walked, {"summary": "Vi gick runt torget."})
    window.wait_until(lambda: page.walk.record["summary"])
    page.tabs.setCurrentIndex(2)
    click(page.minutes_tab.approve)
    assert workspace.get("walk", walked)["minutes_approved"] == dt.date.today()
