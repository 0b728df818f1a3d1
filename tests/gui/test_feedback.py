"""The coordinator answers those who report: list, text, closing the loop."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import unquote

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton


@pytest.fixture()
def reports(opened):
    """Three incidents of one organisation and one of nobody, all approved; the first is oldest."""
    workspace = opened.current.workspace
    (park,) = workspace.rows("actor")
    made = []
    for number, organisation in enumerate((park.uuid, park.uuid, park.uuid, None)):
        uuid = workspace.insert("incident", {
            "category": "rumour", "channel": "qgis", "place_name": f"Plats {number}",
            "time_from": datetime(2024, 5, 1, 12),
            "reported_at": datetime.now() - timedelta(days=20 - number),
            "reporter_organisation": organisation,
        })  # fmt: skip
        workspace.change_state("incident", uuid, "under_review")
        workspace.change_state("incident", uuid, "approved")
        made.append(uuid)
    return made


@pytest.fixture()
def page(opened, reports, part_of, window):
    part = part_of("FeedbackPart")
    made = part.open()
    window.wait_until(made.isVisible)
    made.kind.setCurrentIndex(0)
    made.organisation.setCurrentIndex(0)
    made.refresh()
    # what the last test made may still stand there, in as many rows
    window.wait_until(lambda: made.table.uuid(0) == reports[0])
    yield made
    part.dock.setUserVisible(False)
    window.settle()


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.both_engines
def test_the_queue_says_who_waits_and_how_long(page, opened, window):
    assert page.table.rowCount() == 4 and "20" in page.count.text()
    assert [page.table.index(0, column).data() for column in range(4)] == [
        "Plats 0", "Godkänd", "20", "Parkenheten",
    ]  # fmt: skip
    entries = [page.organisation.itemText(n) for n in range(page.organisation.count())]
    assert entries[1] == "Parkenheten (3)" and entries[2].endswith("(1)")
    page.organisation.setCurrentIndex(2)
    page.organisation.activated.emit(2)
    window.wait_until(lambda: page.table.rowCount() == 1)
    assert page.table.index(0, 0).data() == "Plats 3"


@pytest.mark.both_engines
def test_marking_several_closes_the_loop_and_can_be_undone(page, opened, reports, window):
    workspace = opened.current.workspace
    page.list.selectAll()
    assert "4 händelser" in page._subject
    click(page.sent)
    assert {workspace.get("incident", uuid)["status"] for uuid in reports} == {"fed_back"}
    window.wait_until(lambda: "No reporter waits" in page.count.text())
    assert page.table.rowCount() == 0
    assert "No reporter waits" in page.count.text() and not page.sent.isEnabled()
    button = next(b for b in window.messageBar().findChildren(QPushButton) if b.text() == "Undo")
    click(button)
    assert {workspace.get("incident", uuid)["status"] for uuid in reports} == {"approved"}


def test_what_is_being_written_survives_what_a_colleague_does(page, opened, reports, window):
    page.list.choose(1)
    page.text.setPlainText("Tack, vi tittar på det.")
    opened.current.workspace.delete("incident", reports[3])
    page.refresh()
    window.wait_until(lambda: page.table.rowCount() == 3)
    assert page.list.uuids() == [reports[1]]
    assert page.text.toPlainText() == "Tack, vi tittar på det."
    opened.current.workspace.delete("incident", reports[1])
    page.refresh()
    window.wait_until(lambda: page.table.rowCount() == 2)
    assert not page.list.uuids() and not page.text.toPlainText()


def test_an_organisation_that_has_nothing_left_makes_way_for_all(page, opened, reports, window):
    page.organisation.setCurrentIndex(2)
    page.organisation.activated.emit(2)
    window.wait_until(lambda: page.table.rowCount() == 1)
    opened.current.workspace.delete("incident", reports[3])
    page.refresh()
    window.wait_until(lambda: page.table.rowCount() == 3)
    assert page.organisation.currentIndex() == 0


def test_the_text_can_be_edited_and_copied(page):
    page.list.choose(1)
    assert "Plats 1" in page.text.toPlainText() and "112" in page.text.toPlainText()
    page.text.setPlainText("Tack för rapporten!")
    click(page.copy)
    assert QGuiApplication.clipboard().text() == "Tack för rapporten!"


@pytest.mark.both_engines
def test_a_mail_only_where_an_address_was_given(page, opened, reports):
    page.list.choose(0)
    assert not page.mail.isEnabled() and page.mail.toolTip()
    opened.current.workspace.insert(
        "reporter_contact", {"incident": reports[0], "function_address": "park+drift@falun.se"}
    )
    page.list.clearSelection()
    page.list.choose(0)
    assert page.mail.isEnabled()
    link = page.mail_link().toString(page.mail_link().ComponentFormattingOption.FullyEncoded)
    address, rest = link.split("?", 1)
    assert unquote(address) == "mailto:park+drift@falun.se"
    assert "Återkoppling: Plats 0" in unquote(rest) and "\r\n" in unquote(rest)


@pytest.mark.both_engines
def test_the_reporters_own_list_is_read_item_by_item(page, opened, reports, window):
    page.kind.setCurrentIndex(1)
    # what has no organisation is nobody's news
    window.wait_until(lambda: page.table.rowCount() == 3)
    assert not page.sent.isVisible()
    page.list.choose(0)
    click(page.read)
    window.wait_until(lambda: page.table.rowCount() == 2)
    assert opened.current.workspace.get("incident", reports[0])["status"] == "approved"


def test_it_fits_in_320_pixels_and_has_names(page, part_of):
    assert part_of("FeedbackPart").dock.minimumSizeHint().width() <= 320
    for widget in (page.kind, page.organisation, page.list, page.text):
        assert widget.accessibleName() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
