"""Follow-up with real widgets: what is due, what was found, and the effect with its repetition."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from qgis.core import QgsGeometry, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from trygg_plugin.data.casework import followups
from trygg_plugin.gui.panels.follow_up.form import months_since
from trygg_plugin.gui.panels.follow_up.page import ALL
from trygg_plugin.gui.panels.follow_up.part import FollowUpPart

LEFT, BOTTOM = 500_000, 6_580_000
START = date.today() - timedelta(days=400)


@pytest.fixture(scope="module")
def filled(one_shell, project):
    """A problem in the west where a measure began 400 days ago: many before, few after."""
    assert QgsProject.instance().read(str(project))
    workspace = one_shell.current.workspace
    begin = datetime.combine(START, datetime.min.time())
    areas = {row["name"]: row.uuid for row in workspace.rows("area")}
    with workspace.transaction("test", importing=True) as transaction:
        rows, places = [], []
        for x, before, after, area in ((300, 60, 12, "Väst"), (1700, 50, 48, "Öst")):
            for count, first in ((before, begin - timedelta(days=366)), (after, begin)):
                for i in range(count):
                    rows.append(["vandalism", first + timedelta(days=3 + i * 5), "approved",
                                 "import", areas[area]])  # fmt: skip
                    places.append(QgsGeometry.fromPointXY(QgsPointXY(LEFT + x, BOTTOM + 500)))
        transaction.insert_many(
            "incident", ["category", "time_from", "status", "channel", "area"], rows,
            geometries=places,
        )
    return workspace


@pytest.fixture()
def add_measure(filled):
    def add(title="Ny belysning", states=("decided", "ongoing"), **values):
        with filled.transaction("test") as transaction:
            problem = transaction.insert(
                "problem", {"title": "Klotter", "phenomena": ["vandalism"]})
            made = transaction.insert("measure", {
                "title": title, "problem": problem, "type": "lighting",
                "responsible_organisation": filled.rows("actor")[0].uuid, "start_date": START,
                **values,
            }, geometry=QgsGeometry.fromPointXY(QgsPointXY(LEFT + 300, BOTTOM + 500)))  # fmt: skip
            for state in states:
                transaction.change_state("measure", made, state)
        return made

    yield add
    for row in filled.rows("measure"):
        filled.delete("measure", row.uuid)


@pytest.fixture()
def page(shell, filled, window):
    part = FollowUpPart(shell)
    part.load()
    made = part.open()
    window.wait_until(lambda: made.isVisible())
    yield made
    part.unload()
    shell._actions.remove(shell.action("FollowUp"))
    window.settle()


def choose(combo, key):
    combo.setCurrentIndex(combo.findData(key))
    assert combo.currentData() == key


@pytest.mark.both_engines
def test_the_list_tells_what_is_due(page, add_measure):
    page.refresh()
    assert page.list.topLevelItemCount() == 0 and page.empty.isVisible()
    late = add_measure(deadline=date.today() - timedelta(days=3))
    add_measure("Senare", deadline=date.today() + timedelta(days=90))
    page.refresh()
    assert page.list.topLevelItemCount() == 1 and page.measure.uuid == late
    assert "2" in page.list.topLevelItem(0).text(1)
    choose(page.within, str(ALL))
    assert page.list.topLevelItemCount() == 2 and not page.empty.isVisible()


@pytest.mark.both_engines
def test_a_follow_up_is_saved_and_moves_the_measure(page, filled, add_measure, window):
    measure = add_measure(
        deadline=date.today() - timedelta(days=3), indicator="händelser per månad",
        indicator_baseline=5.0, indicator_target=2.0,
    )  # fmt: skip
    page.refresh()
    form = page.form
    assert "2" in page.about.text() and "Ny belysning" in page.about.text()
    press(form.reckon)
    window.wait_until(lambda: form.reckon.isEnabled())
    assert form.value.text() and form.about_value.text()
    choose(form.done, "as_planned")
    press(form.save_button)
    assert form.problem.isVisible()  # no colour yet
    choose(form.colour, "green")
    form.reason.setText("Alla lampor lyser.")
    choose(form.outcome, "completed")
    form.next_day.setText("+30")
    press(form.save_button)
    record = filled.get("measure", measure)
    assert record["status"] == "followed_up"
    assert record["follow_up_due"] == date.today() + timedelta(days=30)
    (made,) = followups.follow_ups_of(filled, measure)
    assert (made["colour"], made["done_as_planned"]) == ("green", "as_planned")
    assert made["indicator_value"] is not None
    assert "Alla lampor lyser." in page.earlier.text()


def test_a_reason_is_asked_for_only_when_called_off(page, filled, add_measure):
    measure = add_measure(deadline=date.today() - timedelta(days=3))
    page.refresh()
    form = page.form
    assert not form.cancelled.isVisible()
    choose(form.colour, "red")
    choose(form.outcome, "cancelled")
    assert form.cancelled.isVisible()
    form.store()
    assert form.problem.isVisible() and followups.follow_ups_of(filled, measure) == []
    form.cancelled.setText("Ingen budget.")
    form.store()
    assert filled.get("measure", measure)["cancelled_reason"] == "Ingen budget."


def test_wrong_numbers_and_days_are_told(page, add_measure):
    add_measure(deadline=date.today() - timedelta(days=3))
    page.refresh()
    page.form.value.setText("många")
    page.form.store()
    first = page.form.problem.text()
    page.form.value.clear()
    page.form.next_day.setText("snart")
    page.form.store()
    assert first and page.form.problem.text() not in ("", first)


def press(button):
    assert button.isEnabled() and button.isVisible()
    QTest.keyClick(button, Qt.Key.Key_Space)


def reckoned(page, window):
    window.wait_until(lambda: page.effect.count.isEnabled())
    return page.effect.effect


@pytest.mark.both_engines
def test_an_effect_is_reckoned_stored_and_repeated(page, filled, add_measure, window):
    measure = add_measure(states=("decided", "ongoing", "completed"))
    page.show_measure(measure)
    page.tabs.setCurrentIndex(1)
    form = page.effect
    # only the area that the measure does not reach into is offered
    (area,) = [form.areas.item(i).text() for i in range(form.areas.count())]
    assert area.startswith("Öst") and "50" in area  # and how many it had before
    press(form.count)
    assert form.told.text() and form.effect is None  # no comparison yet
    form.areas.item(0).setCheckState(Qt.CheckState.Checked)
    form.ring.setValue(150)
    assert form.windows().lengths in ((365, 365), (366, 365), (365, 366))
    press(form.count)
    found = reckoned(page, window)
    assert found is not None, form.told.text()
    assert found.counts["treated"] == (60, 12) and found.counts["control"] == (50, 48)
    assert found.verdict == "fewer" and form.picture.isVisible() and form.told.text()
    assert not form.warning.isVisible()
    press(form.save_button)
    assert filled.get("measure", measure)["status"] == "effect_assessed"
    (row,) = followups.follow_ups_of(filled, measure)
    assert row["effect_estimate"] == pytest.approx(found.difference.estimate)
    assert row["colour"] == "green" and row["effect_sentence"] == found.text
    press(form.repeat)
    window.wait_until(lambda: form.compared.isVisible())
    same = form.compared.text()
    filled.insert("incident", {"category": "vandalism", "channel": "import",
                               "time_from": datetime.combine(START, datetime.min.time())})
    press(form.repeat)
    window.wait_until(lambda: form.count.isEnabled())
    assert form.compared.text() == same  # what is not reviewed is in no figure
    with filled.transaction("test", importing=True) as transaction:
        transaction.insert("incident", {
            "category": "vandalism", "channel": "import", "status": "approved",
            "time_from": datetime.combine(START, datetime.min.time()),
        }, geometry=QgsGeometry.fromPointXY(QgsPointXY(LEFT + 300, BOTTOM + 500)))  # fmt: skip
    press(form.repeat)
    window.wait_until(lambda: form.count.isEnabled())
    assert form.compared.text() != same and "12" in form.compared.text()
    assert "13" in form.compared.text() and "treated" not in form.compared.text()
    filled.delete("incident", filled.rows("incident")[-1].uuid)


def test_too_few_incidents_are_a_warning_and_no_number(page, filled, add_measure, window):
    measure = add_measure(states=("decided", "ongoing", "completed"))
    page.show_measure(measure)
    page.tabs.setCurrentIndex(1)
    form = page.effect
    form.areas.item(0).setCheckState(Qt.CheckState.Checked)
    form.ring.setValue(0)
    form.days[1].setDate(form.days[0].date().addDays(30))
    form.days[3].setDate(form.days[2].date().addDays(30))
    assert form.choice.currentData() == "own"
    form.reckon()
    found = reckoned(page, window)
    assert found.too_few and form.warning.isVisible()
    press(form.save_button)
    (row,) = followups.follow_ups_of(filled, measure)
    assert row["effect_estimate"] is None and row["effect_sentence"] and row["colour"] == "yellow"


@pytest.mark.both_engines
def test_an_effect_of_what_goes_on_is_refused_in_place(page, filled, add_measure, window):
    measure = add_measure()
    page.show_measure(measure)
    page.effect.areas.item(0).setCheckState(Qt.CheckState.Checked)
    page.effect.ring.setValue(0)
    page.effect.reckon()
    assert reckoned(page, window) is not None
    page.effect._store()
    assert page.effect.compared.text()
    assert filled.get("measure", measure)["status"] == "ongoing"


@pytest.fixture()
def decide(filled):
    """Adds a decision of a closed meeting, due so many days from now."""
    made = []

    def decide(text, days, **values):
        held = datetime.combine(date.today() - timedelta(days=30), datetime.min.time())
        meeting = filled.insert("meeting", {
            "title": "EST-möte", "kind": "est", "starts_at": held.replace(hour=9),
            "ends_at": held.replace(hour=10)})  # fmt: skip
        deadline = None if days is None else date.today() + timedelta(days=days)
        made.append(filled.insert("decision", {
            "meeting": meeting, "number": 1, "text": text, "deadline": deadline, **values}))
        return made[-1]

    yield decide
    for uuid in made:
        filled.delete("decision", uuid)


@pytest.mark.both_engines
def test_a_decision_is_carried_out_and_undone(page, filled, decide, window):
    later, late = decide("Se över skyltarna", None), decide("Laga lampan\nvid tunneln", -3)
    page.kinds.setCurrentIndex(1)
    page.refresh()
    tab = page.decisions
    rows = [tab.list.topLevelItem(row) for row in range(tab.list.topLevelItemCount())]
    assert [row.text(0) for row in rows] == ["Laga lampan", "Se över skyltarna"]
    assert rows[0].text(1).startswith("OVERDUE by 3") and not rows[0].icon(0).isNull()
    tab.list.setCurrentItem(rows[0])
    assert "vid tunneln" in tab.about.text()
    tab.outcome.setText("Lampan lyser.")
    press(tab.button)
    record = filled.get("decision", late)
    assert record["carried_out"] == date.today() and record["outcome"] == "Lampan lyser."
    assert tab.list.topLevelItemCount() == 1 and page.kinds.currentIndex() == 1
    choose(tab.which, "done")
    tab.list.setCurrentItem(tab.list.topLevelItem(0))
    assert "Lampan lyser." in tab.about.text() and not tab.form.isVisible()
    press(tab.button)
    assert filled.get("decision", late)["carried_out"] is None
    assert tab.list.topLevelItemCount() == 0 and tab.empty.isVisible()
    page.doing.undo()
    assert filled.get("decision", late)["carried_out"] == date.today()
    assert filled.get("decision", later)["carried_out"] is None


@pytest.mark.both_engines
def test_a_decision_that_a_colleague_has_answered_is_not_written_over(page, filled, decide):
    uuid = decide("Laga lampan", -3)
    page.kinds.setCurrentIndex(1)
    page.refresh()
    tab = page.decisions
    tab.list.setCurrentItem(tab.list.topLevelItem(0))
    filled.update("decision", uuid, {"outcome": "Beställt."})
    tab.outcome.setText("Klart.")
    press(tab.button)
    assert tab.problem.isVisible() and tab.problem.text()
    record = filled.get("decision", uuid)
    assert record["carried_out"] is None and record["outcome"] == "Beställt."


def test_whole_months_since_the_start():
    assert months_since(None, date(2025, 3, 1)) == 12
    assert months_since(date(2025, 1, 15), date(2025, 3, 14)) == 1
    assert months_since(date(2025, 1, 15), date(2025, 3, 15)) == 2
    assert months_since(date(2020, 1, 1), date(2025, 3, 15)) == 12
