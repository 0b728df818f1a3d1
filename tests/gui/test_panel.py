"""The frame of the panels: made when first shown, read while seen, and lists of any length."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QVBoxLayout

from trygg_plugin.gui.map_selection import MapSelection
from trygg_plugin.gui.panel import PanelPage, PanelPart
from trygg_plugin.gui.record_table import PAGE, Question, RecordList, RecordTable, TableColumn

QUESTION = Question(
    columns="uuid, description, status", tables="incident",
    where="deleted_at IS NULL AND status = {p}", order="description, fid",
    parameters=("submitted",),
)  # fmt: skip


class Page(PanelPage):
    def __init__(self, shell):
        super().__init__(shell)
        self.read = 0
        self.table = RecordTable([TableColumn("Text", lambda row: row["description"])], self)
        self.list = RecordList(self.table, "Incidents", self)
        QVBoxLayout(self).addWidget(self.list)

    def refresh(self):
        self.read += 1
        self.table.ask(self.workspace, QUESTION)


class Part(PanelPart):
    key = "Trial"

    def title(self):
        return "Trial"

    def make_page(self):
        return Page(self.shell)


@pytest.fixture()
def part(shell, window):
    made = Part(shell)
    made.load()
    yield made
    made.unload()
    shell._actions.remove(shell.action("Trial"))
    window.settle()


def fill(workspace, count):
    start = datetime(2024, 1, 1, 12)
    with workspace.transaction("test") as transaction:
        transaction.insert_many(
            "incident", ["category", "time_from", "description", "status", "channel"],
            [["vandalism", start + timedelta(hours=number), f"Nummer {number:04d}", "submitted",
              "qgis"] for number in range(count)],
        )  # fmt: skip


def test_a_panel_is_made_when_it_is_wanted_and_reads_while_it_is_seen(opened, part, window):
    assert part.dock is None
    page = part.open()
    window.wait_until(lambda: page.read == 1)
    before = page.read
    part.dock.setUserVisible(False)
    fill(opened.current.workspace, 3)
    window.settle(500)
    assert page.read == before, "what cannot be seen is not read"
    part.dock.setUserVisible(True)
    window.wait_until(lambda: page.read == before + 1)
    assert page.table.rowCount() == 3


def test_without_a_workspace_it_leads_to_one(empty, part, window):
    part.open()
    window.settle()
    assert part.dock.pages.currentIndex() == 0


@pytest.mark.both_engines
def test_a_long_list_reads_only_what_is_seen(opened, part, window, monkeypatch):
    page = part.open()
    fill(opened.current.workspace, 950)
    window.wait_until(lambda: page.table.rowCount() == 950)
    asked = []
    workspace = opened.current.workspace
    query = workspace.query

    def listened(statement, parameters=()):
        # the welcome panel counts meanwhile, in its own words
        if QUESTION.columns in statement:
            asked.append(parameters)
        return query(statement, parameters)

    monkeypatch.setattr(workspace, "query", listened)
    page.list.choose(949)
    assert page.table.data(page.table.index(949, 0)) == "Nummer 0949"
    assert asked[-1][-2:] == (PAGE, 900)
    window.settle()
    assert len({call[-1] for call in asked}) < 5
    uuid = page.table.uuid(949)
    assert page.list.uuids() == [uuid]
    assert page.table.find(uuid, 949) == 949
    assert page.table.record(950) is None


def test_map_and_list_choose_the_same_records(opened, part, window):
    workspace = opened.current.workspace
    fill(workspace, 4)
    uuids = [record.uuid for record in workspace.rows("incident")]
    layer = opened.current.layer("incident")
    layer.dataProvider().reloadData()
    told = []
    both = MapSelection(window, opened.current, "incident")
    both.changed.connect(told.append)
    both.select(uuids[:2])
    assert told == [] and sorted(both.uuids()) == sorted(uuids[:2])
    layer.selectAll()
    assert sorted(told[-1]) == sorted(uuids)
    both.unload()
    assert layer.receivers(layer.selectionChanged) == 0 or told


def test_the_keyboard_reaches_the_list(opened, part, window):
    page = part.open()
    window.settle()
    assert page.list.focusPolicy() & Qt.FocusPolicy.TabFocus
