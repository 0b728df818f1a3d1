"""A GeoPackage that others have open, or that lies on a network drive, is told about, once."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton

from trygg_plugin.data import shared_file
from trygg_plugin.data.shared_file import SessionFile


@pytest.fixture()
def part(opened, part_of, window):
    made = part_of("SharedFilePart")
    window.wait_until(lambda: made._look is None)
    window.messageBar().clearWidgets()
    made._told = set()
    return made


@pytest.fixture()
def anna(opened, part):
    """A colleague's session."""
    made = SessionFile(opened.current.workspace.source, "anna")
    yield made
    made.close()


def look(part, window):
    part.look()
    window.wait_until(lambda: part._look is None)


def buttons(window):
    return {b.text(): b for b in window.messageBar().findChildren(QPushButton) if b.text()}


def test_alone_on_an_own_disk_nothing_is_said(part, window):
    look(part, window)
    assert window.said() == []


def test_a_colleague_is_told_once_and_again_when_editing_begins(part, anna, window):
    assert anna.beat(False)
    look(part, window)
    assert "anna has this workspace open" in window.said()[-1]
    look(part, window)
    assert len(window.said()) == 1
    assert anna.beat(True)
    look(part, window)
    assert "anna is editing" in window.said()[-1] and len(window.said()) == 2


def test_not_again_for_this_workspace(part, anna, window, monkeypatch):
    monkeypatch.setattr(part._shell, "action", lambda _key: None)
    assert anna.beat(False)
    look(part, window)
    links = buttons(window)
    assert list(links) == ["Don't show again for this workspace"], "no way where none is built"
    QTest.mouseClick(links["Don't show again for this workspace"], Qt.MouseButton.LeftButton)
    window.messageBar().clearWidgets()
    part._told = set()
    look(part, window)
    assert window.said() == []


def test_the_way_to_postgresql_is_shown_where_there_is_one(part, shell, monkeypatch, window):
    monkeypatch.setattr(shared_file, "network_place", lambda _path: "//filserver/gis")
    trodden = []
    action = shell.action("MoveHouse") or shell.add_action("MoveHouse", "Move", lambda: None)
    action.triggered.connect(lambda _checked=False: trodden.append(True))
    monkeypatch.setattr(action, "trigger", lambda: trodden.append(True))
    look(part, window)
    assert "//filserver/gis" in window.said()[-1]
    QTest.mouseClick(buttons(window)["Move to PostgreSQL…"], Qt.MouseButton.LeftButton)
    assert trodden


def test_the_session_ends_with_the_project(opened, part, project, window):
    path = part._file.path
    look(part, window)
    assert path.exists()
    QgsProject.instance().clear()
    assert not path.exists() and part._file is None
    assert QgsProject.instance().read(str(project)) and part._file is not None


def test_a_read_only_folder_is_no_reason_to_fall(part, anna, window, monkeypatch):
    assert anna.beat(False)
    monkeypatch.setattr(SessionFile, "beat", lambda _self, _editing: False)
    look(part, window)
    assert len(window.said()) <= 1
