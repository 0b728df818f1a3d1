"""Sixty incidents reviewed from the keyboard alone, and how many keys that takes."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from trygg_plugin.data.geometry import point_wkb

LEFT, BOTTOM = 500_000, 6_580_000
START = datetime(2025, 5, 1, 12)
#: What the handbook tells: 2.3 keys an incident.
KEYS = 138

# a hundred and fifty acts: once, where QGIS reads the layer again fastest
pytestmark = pytest.mark.native


@pytest.fixture(scope="module")
def engine():
    return "postgis"


class Hands:
    """Presses keys where the focus is, as Qt would send them, and counts them."""

    def __init__(self, page):
        self.page, self.count = page, 0

    def press(self, *keys):
        for key in keys:
            target = QApplication.activePopupWidget() or self.page.window().focusWidget()
            QTest.keyClick(target, key)
            self.count += 1


@pytest.fixture()
def queue(opened):
    """Sixty reports as of a month: among them two about persons and four told twice."""
    texts = {10: "Bilen ABC123 stod kvar", 11: "Ring 070-123 45 67"}
    rows, places = [], []
    for number in range(60):
        pair = number // 2 if 48 <= number < 56 else None
        at = START + timedelta(days=number if pair is None else 100 + pair)
        rows.append(["vandalism", "graffiti", at, START + timedelta(hours=number), "qgis",
                     texts.get(number, f"Klotter nummer {number}")])  # fmt: skip
        step = 25 * number if pair is None else 1800 + 25 * (number % 2)
        places.append(point_wkb(LEFT + 10 + step, BOTTOM + (200 if pair is None else 10 * pair)))
    workspace = opened.current.workspace
    with workspace.transaction("reporters") as transaction:
        transaction.insert_many(
            "incident",
            ["category", "subcategory", "time_from", "reported_at", "channel", "description"],
            rows, geometries=places,
        )  # fmt: skip
    return workspace


def test_sixty_incidents_take_two_keys_each_and_few_more(queue, part_of, window):
    part = part_of("ReviewPart")
    page = part.open()
    page.reload(row=0)
    window.mainWindow().activateWindow()
    page.list.setFocus()
    assert page.table.rowCount() == 60
    hands = Hands(page)
    order = [page.table.uuid(row) for row in range(60)]

    def states():
        found = queue.query("SELECT uuid, status FROM incident WHERE deleted_at IS NULL")
        known = {str(row["uuid"]): row["status"] for row in found}
        return [known[uuid] for uuid in order]

    for number in range(10):
        hands.press(str(1 + number % 4), "A")
    for _ in range(2):  # about persons: taken out of the text first
        hands.press("V", "2", "A")
    hands.press("3", "A", "Z", "Z", "4", "A")  # thought better of it
    for number in range(6):
        hands.press("R", str(2 + number % 2))
    for number in range(4):  # a ready question each; they stay in the list until answered
        hands.press("K", str(1 + number % 3), "J")
    for _ in range(25):
        hands.press("2", "A")
    for _ in range(4):  # told twice: beside each other, merged, and the kept one approved
        window.wait_until(lambda: "(D)" in page.card.text.toPlainText())
        hands.press("D", Qt.Key.Key_Return, "3", "A")
    for _ in range(4):
        hands.press("3", "A")

    asked = order[19:23]
    assert [page.table.uuid(row) for row in range(page.table.rowCount())] == asked
    assert states() == (
        ["approved"] * 13 + ["rejected"] * 6 + ["needs_completion"] * 4 + ["approved"] * 25
        + ["approved", "rejected"] * 4 + ["approved"] * 4
    )
    for uuid in asked:  # the reporters answer
        queue.change_state("incident", uuid, "under_review", user="reporter")
    page.reload(row=0)
    for _ in asked:
        hands.press("2", "A")

    assert page.table.rowCount() == 0 and "is empty" in page.card.text.toPlainText()
    for uuid in order[10:12]:
        assert "[…]" in queue.get("incident", uuid)["description"]
    assert hands.count == KEYS
    part.dock.setUserVisible(False)
