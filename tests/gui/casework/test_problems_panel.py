"""The panel of problems, clicked as a person clicks."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QShortcut

from trygg_plugin.data.casework import causes, problems
from trygg_plugin.gui.panels.parts.record_form import open_record
from trygg_plugin.gui.panels.problems.part import ProblemsPart
from trygg_plugin.project.layer_keys import GEOMETRY_PROPERTY

LEFT, BOTTOM = 500_000, 6_580_000


@pytest.fixture()
def page(cleared, window):
    part = next(p for p in cleared._parts if isinstance(p, ProblemsPart))
    made = part.open()
    made.tabs.setCurrentIndex(0)
    cleared.current.layer("incident").removeSelection()
    window.settle(50)
    return made


def select(shell, uuids):
    listed = ", ".join(f"'{uuid}'" for uuid in uuids)
    shell.current.layer("incident").selectByExpression(f'"uuid" IN ({listed})')


def make(page, uuids=(), title="Klotter vid stationen", **values):
    uuid = problems.create_problem(
        page.workspace, {"title": title, "phenomena": ["vandalism"], **values}, uuids
    )
    page._again()
    page.choose(uuid)
    return uuid


def counted(page, window):
    window.wait_until(
        lambda: page.overview.picture is not None and "•" in page.overview.figures.text()
    )


def test_an_empty_panel_says_how_to_begin(page, opened):
    assert page.empty.isVisible() and "Välj händelser" in page.empty.text() or page.empty.text()
    assert not page.details.isVisible()
    page.create.click()
    assert "incidents" in opened.iface.said()[-1] or "händelser" in opened.iface.said()[-1]


@pytest.mark.both_engines
def test_a_problem_is_made_from_the_map_selection(page, opened, window, add):
    uuids = add(5)
    other = add(1, category="disorder", subcategory=None)
    select(opened, [*uuids, *other])
    QTest.mouseClick(page.create, Qt.MouseButton.LeftButton)
    dialog = page._dialog
    assert dialog.title.text() == "Skadegörelse, Stationen"
    assert dialog.chosen_phenomena() == ["vandalism", "disorder"]
    dialog.phenomena.item(2).setCheckState(Qt.CheckState.Unchecked)
    dialog.only_chosen.setChecked(True)
    dialog.title.setText("Klotter vid stationen")
    dialog.store()
    (problem,) = page.workspace.rows("problem")
    assert set(problems.linked(page.workspace, problem.uuid)) == set(uuids)
    assert problem["phenomena"] and problem.geometry is not None
    place = QgsGeometry()
    place.fromWkb(problem.geometry)
    assert place.contains(QgsPointXY(LEFT + 140, BOTTOM + 100))
    window.wait_until(lambda: page.table.rowCount() == 1)
    assert page.problem.uuid == problem.uuid
    assert page.table.data(page.table.index(0, 3)) == "5"
    # and all of it is taken back at once
    QTest.mouseClick(page.undo, Qt.MouseButton.LeftButton)
    window.wait_until(lambda: page.table.rowCount() == 0)
    assert page.workspace.rows("problem_incident") == []


def test_a_problem_is_made_from_any_layers_polygons(page, opened, window, add):
    inside, outside = add(3), add(2, x=LEFT + 900.0)
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "hot spots", "memory")
    spot = QgsGeometry.fromRect(QgsRectangle(LEFT + 50, BOTTOM + 50, LEFT + 200, BOTTOM + 200))
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

    spot.transform(QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:3006"), layer.crs(), QgsProject.instance()
    ))  # fmt: skip
    feature = QgsFeature()
    feature.setGeometry(spot)
    layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer, False)
    try:
        page.create_from_polygons()
        assert page.workspace.rows("problem") == []  # nothing is chosen yet
        layer.selectAll()
        page.create_from_polygons()
        dialog = page._dialog
        assert set(dialog.draft.incidents) == set(inside) and outside
        assert dialog.where.currentData() == "given"
        dialog.store()
    finally:
        QgsProject.instance().removeMapLayer(layer.id())
    (problem,) = page.workspace.rows("problem")
    place = QgsGeometry()
    place.fromWkb(problem.geometry)
    assert place.area() == pytest.approx(150 * 150, rel=0.01)


def test_figures_come_and_a_light_is_set(page, opened, window, add):
    uuid = make(page, add(20))
    counted(page, window)
    assert page.overview.picture.linked == 20
    assert "20" in page.overview.figures.text()
    assert page.overview.curve.accessibleName()
    page.overview.light.setCurrentIndex(page.overview.light.findData("red"))
    page.overview.reason.setText("Ökar")
    QTest.mouseClick(page.overview.store_light, Qt.MouseButton.LeftButton)
    (light,) = problems.lights_of(page.workspace, uuid)
    assert (light["colour"], light["reason"]) == ("red", "Ökar")
    window.wait_until(lambda: (page.table.record(0) or {}).get("light") == "red")


def test_new_incidents_at_the_place_are_offered(page, window, add):
    old = add(2)
    square = QgsGeometry.fromRect(QgsRectangle(LEFT, BOTTOM, LEFT + 500, BOTTOM + 500))
    uuid = problems.create_problem(
        page.workspace, {"title": "K", "phenomena": ["vandalism"]}, old, place=square
    )
    page.workspace.update("problem", uuid, {"first_noticed": (
        datetime.now() - timedelta(days=60)).date()})  # fmt: skip
    fresh = add(3, x=LEFT + 300.0)
    page._again()
    page.choose(uuid)
    window.wait_until(lambda: page.overview.link_fresh.isVisibleTo(page.overview))
    page.overview.link_fresh.click()
    assert set(problems.linked(page.workspace, uuid)) == {*old, *fresh}


@pytest.mark.both_engines
def test_linking_follows_the_map_selection(page, opened, add):
    uuids = add(4)
    uuid = make(page, uuids[:1])
    select(opened, uuids[1:])
    assert "3" in page.overview.link_chosen.text()
    page.overview.link_chosen.click()
    assert len(problems.linked(page.workspace, uuid)) == 4
    select(opened, uuids[:2])
    page.overview.unlink_chosen.click()
    assert set(problems.linked(page.workspace, uuid)) == set(uuids[2:])
    page.show_on_map()
    assert opened.current.layer("incident").selectedFeatureCount() == 2


@pytest.mark.both_engines
def test_judging_takes_the_suggestions_and_tells_of_a_conflict(
    page, opened, window, add, colleague
):
    uuid = make(page, add(6, severity="4"))
    counted(page, window)
    tab = page.judgement
    assert tab.hints["serious"].isVisibleTo(tab) and tab.scores["serious"].currentData() is None
    tab.scores["serious"].setCurrentIndex(tab.scores["serious"].findData(1))
    tab.use_suggestions()
    assert tab.scores["serious"].currentData() == 1, "a judgement goes before a suggestion"
    assert tab.scores["long_lasting"].currentData() is not None
    problems.judge(colleague.workspace, uuid, {"cost": 3}, user=colleague.name)
    tab.save.click()
    assert page.workspace.get("problem", uuid)["priority_serious"] is None
    assert colleague.name in opened.iface.said()[-1]
    # having been told, one may go on
    tab.save.click()
    row = page.workspace.get("problem", uuid)
    assert row["priority_serious"] == "1" and row["priority_total"] is not None


@pytest.mark.both_engines
def test_causes_are_added_drawn_moved_and_removed(page, window, add):
    uuid = make(page)
    tab = page.causes
    for kind, title in (("object_place", "Mörkt"), ("exposed", "Ingen ser")):
        tab.add.click()
        dialog = tab._dialog
        dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
        assert dialog.question.text().endswith("?")
        dialog.title.setText(title)
        dialog.store()
    assert [c["title"] for c in causes.causes_of(page.workspace, uuid)] == ["Mörkt", "Ingen ser"]
    assert "1 Mörkt" in tab.fish.accessibleName()
    tab.list.setCurrentRow(1)
    tab.move(-1)
    assert [c["title"] for c in causes.causes_of(page.workspace, uuid)] == ["Ingen ser", "Mörkt"]
    assert tab.chosen()["title"] == "Ingen ser"
    tab.change_cause()
    tab._dialog.title.setText("fråga anna@exempel.se")
    tab._dialog.store()
    assert "e-post" in tab._dialog.problem.text(), "what is certain is refused, and told here"
    tab._dialog.title.setText("Ingen ser platsen")
    tab._dialog.store()
    tab.list.setCurrentRow(0)
    assert tab.list.item(0).text().startswith("1 Ingen ser platsen")
    delete = next(s for s in tab.list.findChildren(QShortcut) if s.key().toString() == "Del")
    delete.activated.emit()
    assert [c["title"] for c in causes.causes_of(page.workspace, uuid)] == ["Mörkt"]


@pytest.mark.both_engines
def test_a_step_keeps_its_note(page, window):
    uuid = make(page)
    page.take_step("prioritised")
    page._dialog.note.setText("EST-möte vecka 47")
    page._dialog.store()
    assert page.workspace.get("problem", uuid)["status"] == "prioritised"
    assert page.workspace.history(uuid)[-1].note == "EST-möte vecka 47"
    window.wait_until(lambda: "Prioriterat" in page.step.text())
    assert [a.text() for a in page.step.menu().actions()] == ["Orsaksanalys"]


@pytest.mark.both_engines
def test_order_by_keyboard(page, window):
    first, second = make(page, title="A"), make(page, title="B")
    page.choose(second)
    page.move(-1)
    assert [p.uuid for p in problems.open_problems(page.workspace)] == [second, first]
    assert page.table.uuid(0) == second and page.problem.uuid == second


@pytest.mark.both_engines
def test_map_and_list_choose_the_same_problem_whatever_its_place(page, opened, window):
    places = (
        "Point(500010 6580010)",
        "LineString(500000 6580000, 500090 6580000)",
        "Polygon((500000 6580000, 500100 6580000, 500100 6580100, 500000 6580000))",
    )
    made = [
        problems.create_problem(
            page.workspace, {"title": place[:4], "phenomena": ["vandalism"]},
            place=QgsGeometry.fromWkt(place),
        )
        for place in places
    ]  # fmt: skip
    page._again()
    layers = {
        layer.customProperty(GEOMETRY_PROPERTY): layer
        for layer in opened.current.map_layers("problem")
    }
    for uuid, kind in zip(made, ("point", "line", "polygon")):
        layer = layers[kind]
        layer.selectByExpression(f"\"uuid\" = '{uuid}'")
        assert page.problem.uuid == uuid
        layer.removeSelection()
    page.choose(made[0])
    page.show_on_map()
    assert page.places.uuids() == [made[0]]


@pytest.mark.both_engines
def test_search_and_filter(page, window):
    make(page, title="Klotter"), make(page, title="Bråk på torget")
    page.search.setText("TORG")
    assert page.table.rowCount() == 1
    page.search.clear()
    assert page.table.rowCount() == 2


@pytest.mark.both_engines
def test_all_fields_open_in_the_layers_own_form(page, opened, window):
    square = QgsGeometry.fromRect(QgsRectangle(LEFT, BOTTOM, LEFT + 500, BOTTOM + 500))
    uuid = problems.create_problem(
        page.workspace, {"title": "Klotter", "phenomena": ["vandalism"]}, place=square
    )
    page._again()
    page.choose(uuid)
    layer = opened.current.layer("problem")
    form = open_record(opened, layer, page.problem, "Ändra")
    form.form.changeAttribute("consequences", "Platsen undviks")
    form.store()
    assert page.workspace.get("problem", uuid)["consequences"] == "Platsen undviks"
    assert not layer.isEditable()


def test_it_fits_a_narrow_dock(page, opened, window, add):
    make(page, add(20, severity="3"))
    counted(page, window)
    causes.add_cause(page.workspace, page.problem.uuid, {"kind": "exposed", "title": "Mörkt"})
    page._again()
    assert page.minimumSizeHint().width() <= 300
