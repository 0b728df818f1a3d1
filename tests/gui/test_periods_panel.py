"""The panel of periods, as a coordinator goes through the cycle."""

from __future__ import annotations

import datetime as dt

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox

from trygg_plugin.data.casework import periods
from trygg_plugin.domain.periods import period_of, previous

TODAY = dt.date.today()
LAST = previous(period_of("week", TODAY))


def click(button):
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture()
def page(opened, window, part_of):
    workspace = opened.current.workspace
    periods.set_cadence(workspace, "week")
    west = next(a.uuid for a in workspace.rows("area") if a["name"] == "Väst")
    when = dt.datetime(LAST.start.year, LAST.start.month, LAST.start.day, 12)
    with workspace.transaction("test", importing=True) as transaction:
        for _ in range(14):
            transaction.insert("incident", {
                "category": "vandalism", "time_from": when, "status": "approved", "area": west,
                "channel": "import"})  # fmt: skip
        for weeks in (1, 60):
            transaction.insert("incident", {
                "category": "gathering", "time_from": when - dt.timedelta(weeks=weeks),
                "status": "approved", "area": west, "channel": "import"})  # fmt: skip
    part = part_of("PeriodsPart")
    page = part.open()
    page.opened()
    window.settle(50)
    part.dock.refresh()
    choose(page, LAST)
    # not the figures that were asked for before the incidents were there
    window.wait_until(lambda: page.figures is not None and page.figures.period == LAST
                      and page.figures.total.count == 14)  # fmt: skip
    yield page
    if page.dialog is not None:
        page.dialog = None
    page._asking.stop()
    page._adopting.stop()
    with workspace.transaction() as transaction:
        workspace.engine.announce(transaction.connection, "disposing", None, None, None)
        for table in ("area_light", "edition", "period"):
            for row in transaction.rows(table):
                transaction.delete(table, row.uuid)
    window.settle()


def choose(page, period):
    at = next(i for i in range(page.period.count()) if page.period.itemData(i)[1] == period)
    page.period.setCurrentIndex(at)


def begin(page, window, states=0):
    """Open the period and take it so many steps on."""
    click(page.next)
    window.wait_until(lambda: page.record is not None)
    for _ in range(states):
        before = page.record["status"]
        click(page.next)
        window.wait_until(lambda before=before: page.record["status"] != before)
    return page.record.uuid


@pytest.mark.both_engines
def test_a_period_without_a_record_shows_its_figures_and_is_opened(page, window, opened):
    assert page._choice()[0] is None and page.record is None
    tree = page.figures_tab.tree
    assert tree.topLevelItem(0).text(1) == "14" and tree.topLevelItem(0).text(2) == "1"
    said = page.figures_tab.sentence.text()
    assert "14" in said and ("chance" in said or "slump" in said)
    uuid = begin(page, window)
    assert opened.current.workspace.get("period", uuid)["status"] == "collecting"
    assert not page.steps.isHidden() and page.steps.words.text().startswith(("Step 1", "Steg 1"))


def test_every_row_of_figures_has_its_sentence(page):
    tree = page.figures_tab.tree
    groups = [tree.topLevelItem(i) for i in range(1, tree.topLevelItemCount())]
    rows = [tree.topLevelItem(0)] + [g.child(i) for g in groups for i in range(g.childCount())]
    assert len(rows) >= 4
    for row in rows:
        tree.setCurrentItem(row)
        said = page.figures_tab.sentence.text()
        assert said.startswith(row.text(0).split(":")[0]) and said.endswith(".")
        assert row.data(0, Qt.ItemDataRole.AccessibleTextRole) == said


@pytest.mark.both_engines
def test_lights_are_suggested_and_judged(page, window, opened):
    uuid = begin(page, window)
    tab = page.lights_tab
    window.wait_until(lambda: tab.tree.topLevelItemCount() == 2 and tab.store_button.isEnabled())
    assert "chance" in tab.why.text() or "slump" in tab.why.text()
    tab.colour.setCurrentIndex(tab.colour.findData("yellow"))
    tab.reason.setText("Väntar på belysning")
    page.tabs.setCurrentWidget(tab)
    click(tab.store_button)
    workspace = opened.current.workspace
    (light,) = periods.lights(workspace, uuid).values()
    assert (light.colour, light.reason) == ("yellow", "Väntar på belysning")
    window.wait_until(lambda: len(tab._lights) == 1)
    click(tab.take_all)
    assert len(periods.lights(workspace, uuid)) == 2
    page.doing.undo()
    assert len(periods.lights(workspace, uuid)) == 1, "one act, taken back as one"


@pytest.mark.both_engines
def test_the_whole_way_to_an_adopted_period(page, window, opened):
    workspace = opened.current.workspace
    uuid = begin(page, window, states=2)
    page.tabs.setCurrentWidget(page.texts_tab)
    QTest.keyClicks(page.texts_tab.editors["analysis"], "Mer klotter vid stationen")
    assert page.texts_tab.unsaved
    # the next step stores what is written first
    click(page.next)
    window.wait_until(lambda: page.record["status"] == "est_meeting")
    assert workspace.get("period", uuid)["analysis"] == "Mer klotter vid stationen"
    assert page.notices, "areas without a light are told"
    click(page.next)
    window.wait_until(lambda: page.dialog is not None, seconds=30)
    dialog = page.dialog
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    assert not ok.isEnabled()
    dialog.read.setChecked(True)
    click(ok)
    window.wait_until(lambda: page.record["status"] == "adopted")
    (row,) = periods.editions(workspace)
    edition = periods.read_edition(workspace, row["uuid"])
    assert edition.intact and edition.content["figures"]["total"]["count"] == 14
    assert edition.content["document"]["kind"] == "period_picture"
    assert all(
        editor.isReadOnly() == (key != "feedback")
        for key, editor in page.texts_tab.editors.items()
    )
    assert not page.lights_tab.store_button.isEnabled() or page._asking._task is not None
    page.tabs.setCurrentWidget(page.editions_tab)
    page.editions_tab.tree.topLevelItem(0).setSelected(True)
    assert edition.checksum[:16] in page.editions_tab.told.text()


@pytest.mark.both_engines
def test_what_a_colleague_wrote_is_never_overwritten(page, window, opened, colleague):
    workspace = opened.current.workspace
    uuid = begin(page, window)
    page.tabs.setCurrentWidget(page.texts_tab)
    editor = page.texts_tab.editors["summary"]
    QTest.keyClicks(editor, "Mitt")
    periods.write_texts(colleague.workspace, uuid, {"summary": "Kollegans"}, user=colleague.name)
    page.refresh()
    window.wait_until(lambda: page.texts_tab.changed.isVisibleTo(page))
    assert editor.toPlainText() == "Mitt", "what is being written stays"
    click(page.texts_tab.save)
    assert workspace.get("period", uuid)["summary"] == "Kollegans"
    click(page.texts_tab.reload)
    assert editor.toPlainText() == "Kollegans"


@pytest.mark.both_engines
def test_editions_are_compared(page, window, opened):
    from trygg_plugin.reports.period_snapshot import period_content

    workspace = opened.current.workspace
    now = dt.datetime.now(dt.timezone.utc)
    for period in (previous(LAST), LAST):
        uuid = periods.open_period(workspace, period)
        for state in ("closed", "draft", "est_meeting"):
            periods.step(workspace, uuid, state, today=TODAY)
        periods.write_texts(workspace, uuid, {"analysis": f"Om {period.start}"})
        content = period_content(workspace, uuid, "sv", TODAY, now)
        periods.adopt(workspace, uuid, content, today=TODAY)
    tab = page.editions_tab
    window.wait_until(lambda: tab.tree.topLevelItemCount() == 2)
    page.tabs.setCurrentWidget(tab)
    tab.tree.selectAll()
    click(tab.compare_button)
    first = tab.result.topLevelItem(0).child(0).text(0)
    assert first.startswith("14") and " 1" in first
    texts = [tab.result.topLevelItem(i).text(0) for i in range(tab.result.topLevelItemCount())]
    assert len(texts) >= 4
