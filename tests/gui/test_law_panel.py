"""The panel of the law, as a person reads and mends it."""

from __future__ import annotations

import datetime as dt

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox

from tests.gui.saved import Recipe
from trygg_plugin.domain.states import DOCUMENT
from trygg_plugin.gui.panels.parts import links
from trygg_plugin.gui.panels.parts.record_form import RecordForm

TABLES = ("document", "agreement*", "meeting*", "actor", "incident", "area", "code_*")


@pytest.fixture(scope="module")
def recipe():
    return Recipe(areas=(), actors=(), tables=TABLES)


@pytest.fixture()
def page(opened, window, part_of):
    part = part_of("LawPart")
    page = part.open()
    # what the last test left was deleted a moment ago
    window.settle(50)
    part.dock.refresh()
    assert page.rows
    yield page
    for form in window.mainWindow().findChildren(RecordForm):
        form.reject()
    page.form = None
    with opened.current.workspace.transaction() as transaction:
        for table in ("agreement", "document", "meeting", "actor"):
            for row in transaction.rows(table):
                transaction.delete(table, row.uuid)
    window.settle()


def row(page, section):
    return next(found for found in page.rows if found.section == section)


def click(button):
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def seen(page, window):
    """Let the panel read what was written."""
    shown = page.statement
    window.wait_until(lambda: page.statement is not shown)


def decide(workspace, days_ago, **values):
    uuid = workspace.insert(
        "document",
        {"title": "Lägesbild", "kind": "situation_picture", "mapping": "A",
         "other_information": "B", "analysis": "C", "deciding_body": "Kommunstyrelsen",
         "registry_number": "KS 1", "file": "https://falun.se/bild.pdf",
         "decided_date": dt.date.today() - dt.timedelta(days=days_ago), **values},
    )  # fmt: skip
    for state in DOCUMENT.states[1:4]:
        workspace.change_state("document", uuid, state)
    return uuid


@pytest.mark.both_engines
def test_an_empty_workspace_says_what_to_begin(page):
    sections = [found.section for found in page.rows]
    assert sections == ["3", "4", "5", "6", "9", "10", "11", "12", "13"]
    assert "8" in page.headline.text() and "9" in page.headline.text()
    assert row(page, "3").status == "met" and row(page, "3").mend is None
    for section in ("4", "5", "6", "9", "10", "11", "12", "13"):
        found = row(page, section)
        assert found.mend is not None and found.mend.accessibleName()
        assert found.sentence.text().endswith(".")
    assert not page.boxes["documents"].isVisibleTo(page)


@pytest.mark.both_engines
def test_a_decided_picture_is_told_in_full_and_leads_to_record_and_file(
    page, opened, window, monkeypatch
):
    uuid = decide(opened.current.workspace, 30)
    seen(page, window)
    found = row(page, "4")
    assert found.status == "met" and "Kommunstyrelsen, KS 1" in found.sentence.text()
    assert row(page, "6").status == "met"
    box = page.boxes["documents"]
    texts = [label.text() for label in box.findChildren(type(page.headline))]
    assert any("whole months are left" in text or "hela månader" in text for text in texts)
    followed = []
    monkeypatch.setattr(
        links.QDesktopServices, "openUrl", lambda url: followed.append(url.toString()) or True
    )
    click(found.buttons[1])
    assert followed == ["https://falun.se/bild.pdf"]
    click(found.buttons[0])
    assert page.form is not None and page.form.isVisible()
    assert page.form.form.feature()["uuid"] == uuid


def test_a_clock_that_has_run_out(page, opened, window):
    decide(opened.current.workspace, 800)
    seen(page, window)
    assert row(page, "6").status == "overdue"
    assert row(page, "6").mend is not None
    assert page.statement.worst == "overdue"


@pytest.mark.both_engines
def test_what_is_missing_is_begun_in_its_own_form(page, opened, window):
    click(row(page, "4").mend)
    form = page.form
    assert form.isVisible()
    click(form.buttons.button(QDialogButtonBox.StandardButton.Save))
    assert not form.isVisible(), form.problem.text()
    (made,) = opened.current.workspace.rows("document")
    assert made["kind"] == "situation_picture" and made["status"] == "draft"
    assert str(dt.date.today().year) in made["title"]
    seen(page, window)
    # the draft is gone on with; no second one is begun
    click(row(page, "4").mend)
    assert page.form.form.feature()["uuid"] == made.uuid


def test_a_form_that_lacks_something_stays(page, opened):
    click(row(page, "9").mend)
    form = page.form
    click(form.buttons.button(QDialogButtonBox.StandardButton.Save))
    assert form.isVisible() and form.problem.text()
    assert opened.current.workspace.rows("agreement") == []


@pytest.mark.both_engines
def test_agreements_and_meetings_are_listed(page, opened, window):
    workspace = opened.current.workspace
    workspace.insert(
        "agreement",
        {"title": "Medborgarlöfte", "purposes": "Trygghet", "cooperation_areas": "Centrum",
         "valid_from": dt.date(2020, 1, 1), "next_review": dt.date(2021, 1, 1)},
    )  # fmt: skip
    workspace.insert(
        "meeting",
        {"title": "Brå", "kind": "council",
         "starts_at": dt.datetime.now() - dt.timedelta(days=20)},
    )  # fmt: skip
    seen(page, window)
    assert row(page, "9").status == "overdue" and row(page, "10").status == "met"
    for key in ("agreements", "meetings"):
        assert page.boxes[key].isVisibleTo(page)


def test_the_status_is_a_word_too(page):
    for found in page.rows:
        first = found.sentence.text().split(".")[0]
        assert first in ("Met", "Due soon", "Overdue", "Missing",
                         "Uppfyllt", "Snart dags", "Försenat", "Saknas")  # fmt: skip


def test_addresses(qgis_app):
    assert links.address_of("https://falun.se/a b.pdf").scheme() == "https"
    local = links.address_of("protokoll/råd.pdf")
    assert local.isLocalFile() and local.toLocalFile().endswith("protokoll/råd.pdf")
