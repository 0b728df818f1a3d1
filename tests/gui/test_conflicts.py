"""Deciding between own edits and those of others, as the user does it."""

from __future__ import annotations

import sqlite3

import pytest
from qgis.core import QgsFeatureRequest, QgsGeometry
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox, QPushButton

from trygg_plugin.data.geometry import point_wkb

HERE = point_wkb(500_300, 6_580_400)
INCIDENT = {"category": "rumour", "time_from": "2024-05-01T12:00:00.000", "channel": "qgis",
            "place_name": "Torget"}  # fmt: skip


class Desk:
    def __init__(self, shell, window, part, colleague):
        self.window, self.part = window, part
        self.workspace = shell.current.workspace
        self.other, self.name = colleague.workspace, colleague.name
        self.one, self.two = (
            self.workspace.insert("incident", INCIDENT, geometry=HERE) for _ in range(2)
        )
        self.layer = shell.current.layer("incident")
        self.layer.dataProvider().reloadData()
        assert self.layer.startEditing()

    def write(self, uuid, key, value):
        found = QgsFeatureRequest().setFilterExpression(f"\"uuid\" = '{uuid}'")
        feature = next(self.layer.getFeatures(found))
        index = self.layer.fields().indexOf(key)
        assert self.layer.changeAttributeValue(feature.id(), index, value)
        return feature.id()

    def press(self, text):
        bar = self.window.messageBar()
        button = next(b for b in bar.findChildren(QPushButton) if b.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def compare(self):
        """The refused save, and the dialog that its message leads to."""
        self.window.messageBar().clearWidgets()
        assert not self.layer.commitChanges()
        self.window.wait_until(lambda: self.window.said())
        self.press("Compare and decide…")
        return self.part.dialog

    def record(self, uuid):
        return self.workspace.get("incident", uuid)


@pytest.fixture()
def desk(opened, part_of, window, colleague):
    made = Desk(opened, window, part_of("ConflictsPart"), colleague)
    yield made
    made.part._close()
    window.settle()


def save_button(dialog):
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Save)


@pytest.mark.both_engines
def test_each_field_is_decided_by_itself(desk):
    fid = desk.write(desk.one, "place_name", "Mitt torg")
    desk.write(desk.one, "description", "Min text")
    assert desk.layer.changeGeometry(fid, QgsGeometry.fromWkt("Point(500330 6580440)"))
    desk.write(desk.two, "place_name", "Annat")
    desk.other.update("incident", desk.one, {"place_name": "Deras torg", "source": "media"},
                      user=desk.name)  # fmt: skip
    dialog = desk.compare()
    top = dialog.tree.topLevelItem(0)
    assert desk.name in top.text(0)
    rows = {top.child(n).text(0): [top.child(n).text(c) for c in range(1, 5)]
            for n in range(top.childCount())}  # fmt: skip
    assert rows["Platsens namn"] == ["Torget", "Mitt torg", "Deras torg", ""]
    assert rows["Källa"][1:] == ["", "Medier", "Theirs"]
    assert "50 m" in rows["Plats"][1] and rows["Plats"][2] == ""
    assert not save_button(dialog).isEnabled(), "the contested field is undecided"
    dialog.tree.setCurrentItem(top)
    assert dialog._bands.count == 2
    combo = dialog.choice(0, "place_name")
    combo.setCurrentIndex(combo.findData("theirs"))
    QTest.mouseClick(save_button(dialog), Qt.MouseButton.LeftButton)
    record = desk.record(desk.one)
    assert (record["place_name"], record["description"]) == ("Deras torg", "Min text")
    assert record["source"] == "media" and record.geometry != HERE
    assert desk.record(desk.two)["place_name"] == "Annat"
    desk.window.settle()
    assert desk.part.dialog is None and not desk.layer.isModified() and desk.layer.isEditable()


def test_all_by_keyboard(desk):
    desk.write(desk.one, "place_name", "Mitt torg")
    desk.other.update("incident", desk.one, {"place_name": "Deras torg"}, user=desk.name)
    dialog = desk.compare()
    combo = dialog.choice(0, "place_name")
    assert combo.focusPolicy() & Qt.FocusPolicy.TabFocus and combo.accessibleName()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentData() == "mine"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert desk.record(desk.one)["place_name"] == "Mitt torg"


@pytest.mark.both_engines
def test_deciding_later_writes_nothing_and_keeps_all(desk):
    desk.write(desk.one, "place_name", "Mitt torg")
    desk.other.delete("incident", desk.one, user=desk.name)
    dialog = desk.compare()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    desk.window.settle()
    assert desk.part.dialog is None and desk.layer.isModified()
    assert desk.workspace.get("incident", desk.one, deleted=True).deleted_at is not None
    dialog = desk.compare()
    QTest.mouseClick(dialog.all_mine, Qt.MouseButton.LeftButton)
    QTest.mouseClick(save_button(dialog), Qt.MouseButton.LeftButton)
    assert desk.record(desk.one)["place_name"] == "Mitt torg"


@pytest.mark.both_engines
def test_what_the_database_refuses_is_told_in_the_dialog(desk):
    desk.write(desk.one, "description", "Sågs med 811228-9874")
    desk.other.delete("incident", desk.one, user=desk.name)
    dialog = desk.compare()
    combo = dialog.choice(0)
    combo.setCurrentIndex(combo.findData("mine"))
    QTest.mouseClick(save_button(dialog), Qt.MouseButton.LeftButton)
    assert dialog.isVisible() and "personnummer" in dialog.problem.text()
    assert desk.layer.isModified()
    combo.setCurrentIndex(combo.findData("theirs"))
    QTest.mouseClick(save_button(dialog), Qt.MouseButton.LeftButton)
    assert not desk.layer.isModified()


@pytest.mark.both_engines
def test_the_quick_way_saves_mine(desk):
    desk.write(desk.one, "place_name", "Mitt torg")
    desk.other.update("incident", desk.one, {"place_name": "Deras torg"}, user=desk.name)
    assert not desk.layer.commitChanges()
    desk.window.wait_until(lambda: desk.window.said())
    desk.press("Save mine anyway")
    assert desk.record(desk.one)["place_name"] == "Mitt torg"


def test_a_locked_workspace_is_told_and_a_retry_saves(desk, monkeypatch):
    """A real lock of another program, with shorter patience than in use."""
    from trygg_plugin.data import geopackage_connection

    monkeypatch.setattr(geopackage_connection, "TIMEOUT", 0.2)
    monkeypatch.setattr(geopackage_connection.connect, "__kwdefaults__",
                        {"timeout": 0.2, "read_only": False})  # fmt: skip
    desk.write(desk.one, "place_name", "Mitt torg")
    other = sqlite3.connect(desk.workspace.source, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert not desk.layer.commitChanges()
        desk.window.wait_until(lambda: desk.window.said())
        assert "holds the workspace" in desk.window.said()[-1]
        assert desk.layer.isModified()
    finally:
        other.execute("ROLLBACK")
        other.close()
    desk.press("Try again")
    assert desk.record(desk.one)["place_name"] == "Mitt torg"
    assert not desk.layer.isModified()
