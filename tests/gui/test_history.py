"""The panel of a record's history: it follows the selection, tells, draws and restores."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from qgis.core import QgsFeatureRequest
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox, QPushButton

from trygg_plugin.data.casework.disposal import dispose
from trygg_plugin.data.geometry import point_wkb

HERE, THERE = point_wkb(500_300, 6_580_400), point_wkb(500_330, 6_580_440)
INCIDENT = {"category": "rumour", "time_from": "2024-05-01T12:00:00.000", "channel": "qgis",
            "place_name": "Torget"}  # fmt: skip


@pytest.fixture()
def page(opened, part_of, window):
    """The open panel."""
    part = part_of("HistoryPart")
    made = part.open()
    window.wait_until(made.isVisible)
    yield made
    part.dock.setUserVisible(False)
    window.settle()


@pytest.fixture()
def told(opened, colleague):
    """An incident that two people have written, the second from elsewhere."""
    workspace = opened.current.workspace
    uuid = workspace.insert("incident", INCIDENT, geometry=HERE, user="anna")
    colleague.workspace.update(
        "incident", uuid, {"status": "under_review", "place_name": "Stora torget"},
        geometry=THERE, user=colleague.name,
    )  # fmt: skip
    return uuid


def lines(tree, number):
    item = tree.topLevelItem(number)
    return [item.child(place).text(0) for place in range(item.childCount())]


def press(window, text):
    """Follow a link of the message bar."""
    button = next(b for b in window.messageBar().findChildren(QPushButton) if b.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def give_reason(page, window, reason):
    dialog = page._dialog
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled(), "no restore without a reason"
    QTest.keyClicks(dialog.reason, reason)
    QTest.mouseClick(ok, Qt.MouseButton.LeftButton)
    window.settle()


@pytest.mark.both_engines
def test_it_follows_the_selection_and_tells_in_words(opened, page, told, colleague, window):
    window.wait_until(lambda: page.hint.isVisible() and not page.tree.isVisible())
    layer = opened.current.layer("incident")
    layer.dataProvider().reloadData()
    layer.selectByExpression(f"\"uuid\" = '{told}'")
    assert page.heading.text() == "Händelse: Stora torget"
    made = opened.current.workspace.get("incident", told).created_by
    assert [page.tree.topLevelItem(n).text(0).split(" by ")[1] for n in (0, 1)] == [
        colleague.name, made,
    ]  # fmt: skip
    changed = lines(page.tree, 0)
    assert "Status: Inskickad → Granskas" in changed
    assert any("50 m" in line for line in changed), changed
    assert page._bands.count == 2, "before and after are drawn"
    assert not page.restore_button.isEnabled(), "the newest version stands there already"
    page.tree.setCurrentItem(page.tree.topLevelItem(1))
    assert page._bands.count == 1 and page.restore_button.isEnabled()


@pytest.mark.both_engines
def test_a_version_is_restored_with_a_reason_and_taken_back(opened, page, told, window):
    workspace = opened.current.workspace
    page.show_record("incident", told)
    page.tree.setCurrentItem(page.tree.topLevelItem(1))
    QTest.mouseClick(page.restore_button, Qt.MouseButton.LeftButton)
    assert "Status: Granskas → Inskickad" in page._dialog.changes.toPlainText()
    give_reason(page, window, "Fel plats")
    back = workspace.get("incident", told)
    assert (back["status"], back["place_name"], back.geometry) == ("submitted", "Torget", HERE)
    window.wait_until(lambda: page.tree.topLevelItemCount() == 3)
    assert any("Fel plats" in line for line in lines(page.tree, 0))
    press(window, "Undo")
    assert workspace.get("incident", told)["place_name"] == "Stora torget"
    window.wait_until(lambda: page.tree.topLevelItemCount() == 4)


def test_a_place_that_was_disposed_of_is_not_said_to_change(opened, page, window, monkeypatch):
    workspace = opened.current.workspace
    monkeypatch.setattr(type(workspace.engine), "forget", lambda _self: None)
    old = workspace.insert(
        "incident", {**INCIDENT, "reported_at": datetime(2020, 1, 1)}, geometry=HERE
    )
    workspace.update("incident", old, {"category": "vandalism"}, geometry=THERE)
    dispose(workspace, date.today())
    page.show_record("incident", old)
    page.tree.setCurrentItem(page.tree.topLevelItem(page.tree.topLevelItemCount() - 1))
    QTest.mouseClick(page.restore_button, Qt.MouseButton.LeftButton)
    told = page._dialog.changes.toPlainText()
    page._dialog.close()
    assert "Place:" not in told and told


@pytest.mark.both_engines
def test_a_deleted_record_is_found_and_brought_back(opened, page, told, colleague, window):
    workspace = opened.current.workspace
    workspace.delete("incident", workspace.insert("incident", INCIDENT))
    workspace.update("incident", told, {"place_name": "Kvarntorget"})
    colleague.workspace.delete("incident", told, user=colleague.name)
    page.tabs.setCurrentIndex(1)
    deleted = page.deleted
    deleted.kind.setCurrentIndex(deleted.kind.findData("incident"))
    window.wait_until(lambda: deleted.table.rowCount() >= 1)
    QTest.keyClicks(deleted.search, "kvarn")
    window.wait_until(lambda: deleted.table.rowCount() == 1)
    assert deleted.table.index(0, 0).data() == "Kvarntorget"
    assert deleted.table.index(0, 2).data() == colleague.name
    deleted.list.choose(0)
    QTest.mouseClick(deleted.restore, Qt.MouseButton.LeftButton)
    give_reason(page, window, "Togs bort av misstag")
    assert workspace.get("incident", told)["place_name"] == "Kvarntorget"
    press(window, "Undo")
    assert workspace.get("incident", told, deleted=True).deleted_at is not None


@pytest.mark.both_engines
def test_unsaved_edits_hold_a_restore_back(opened, page, told, window):
    layer = opened.current.layer("incident")
    layer.dataProvider().reloadData()
    assert layer.startEditing()
    feature = next(layer.getFeatures(QgsFeatureRequest().setFilterExpression(
        f"\"uuid\" = '{told}'")))  # fmt: skip
    index = layer.fields().indexOf("place_name")
    assert layer.changeAttributeValue(feature.id(), index, "Mitt torg")
    page.show_record("incident", told)
    page.tree.setCurrentItem(page.tree.topLevelItem(1))
    QTest.mouseClick(page.restore_button, Qt.MouseButton.LeftButton)
    give_reason(page, window, "Fel plats")
    assert "unsaved" in window.said()[-1] and layer.isModified()
    assert opened.current.workspace.get("incident", told)["place_name"] == "Stora torget"


@pytest.mark.both_engines
def test_a_long_history_comes_in_pages(opened, page, told, window):
    workspace = opened.current.workspace
    with workspace.transaction("cia") as transaction:
        for number in range(60):
            transaction.update("incident", told, {"place_name": f"Plats {number}"})
    page.show_record("incident", told)
    assert page.tree.topLevelItemCount() == 50 and page.more.isVisible()
    QTest.mouseClick(page.more, Qt.MouseButton.LeftButton)
    assert page.tree.topLevelItemCount() == 62 and not page.more.isVisible()


def test_who_wrote_past_trygg_is_not_guessed(opened, page, window):
    import sqlite3

    workspace = opened.current.workspace
    (actor,) = workspace.rows("actor")
    connection = sqlite3.connect(workspace.source)
    connection.execute("UPDATE actor SET abbreviation = 'P' || version")
    connection.commit()
    connection.close()
    page.show_record("actor", actor.uuid)
    assert "unknown (made without Trygg)" in page.tree.topLevelItem(0).text(0)


def test_qgis_offers_the_history_at_each_feature(opened, part_of, told, window):
    layer = opened.current.layer("incident")
    layer.dataProvider().reloadData()
    (action,) = [a for a in QgsGui.mapLayerActionRegistry().mapLayerActions(layer)
                 if a.text() == "Show history"]  # fmt: skip
    feature = next(layer.getFeatures(QgsFeatureRequest().setFilterExpression(
        f"\"uuid\" = '{told}'")))  # fmt: skip
    action.triggeredForFeature.emit(layer, feature)
    part = part_of("HistoryPart")
    assert part.dock.page.record == ("incident", told)
    part.dock.setUserVisible(False)


def test_it_fits_in_320_pixels_and_has_names(opened, part_of, page):
    assert part_of("HistoryPart").dock.minimumSizeHint().width() <= 320
    for widget in (page.tree, page.deleted.list, page.deleted.search, page.deleted.kind):
        assert widget.accessibleName() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
