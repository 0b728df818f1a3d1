"""QGIS's search box finds records of the workspace and leads to them."""

from __future__ import annotations

from datetime import datetime

import pytest
from qgis.core import (
    QgsFeedback,
    QgsGeometry,
    QgsLocator,
    QgsLocatorContext,
    QgsLocatorResult,
    QgsPointXY,
)

from trygg_plugin.gui.locator import PREFIX, RecordFilter, _data

LEFT, BOTTOM = 500_000, 6_580_000


@pytest.fixture()
def found(opened):
    """What a search gives, as QGIS asks for it."""

    def search(text, alone=True, feedback=None):
        made = RecordFilter(opened).clone()
        context = QgsLocatorContext()
        context.usingPrefix = alone
        results = []
        made.resultFetched.connect(lambda result: results.append(QgsLocatorResult(result)))
        made.prepare(text, context)
        made.fetchResults(text, context, feedback or QgsFeedback())
        search.filter = made
        return results

    return search


@pytest.fixture()
def incident(opened):
    return opened.current.workspace.insert(
        "incident",
        {"category": "vandalism", "time_from": datetime(2025, 5, 1, 12), "channel": "qgis",
         "description": "Krossad ruta vid Ågatan", "place_name": "Biblioteket"},
        geometry=QgsGeometry.fromPointXY(QgsPointXY(LEFT + 1500, BOTTOM + 500)),
    )  # fmt: skip


@pytest.mark.both_engines
def test_incidents_by_text_and_id_and_areas_by_name(found, incident):
    for typed in ("ågatan", "ÅGATAN krossad", incident[:8], f"#{incident[:8]}", "bibl"):
        (result,) = found(typed)
        assert result.displayString == "Biblioteket" and result.group == "Händelser"
        assert result.description == "Krossad ruta vid Ågatan"
    (area,) = found("väst")
    assert area.displayString == "Väst" and _data(area)["table"] == "area"
    assert found("finns inte") == []


def test_it_keeps_still_for_few_letters_and_when_nobody_waits(found, incident):
    assert found("bi", alone=False) == [] and len(found("bi")) == 1
    cancelled = QgsFeedback()
    cancelled.cancel()
    assert found("biblioteket", feedback=cancelled) == []


@pytest.mark.both_engines
def test_a_result_leads_to_the_map_and_the_review(found, incident, opened, part_of):
    (result,) = found("biblioteket")
    assert [action.id for action in result.actions] == [1, 2, 3]
    found.filter.triggerResult(result)
    canvas = opened.iface.mapCanvas()
    assert canvas.extent().center().distance(QgsPointXY(LEFT + 1500, BOTTOM + 500)) < 1
    dock = part_of("ReviewPart").dock
    assert dock.page.record.uuid == incident
    dock.setUserVisible(False)


def test_a_result_leads_to_the_form(found, incident, opened, window):
    workspace = opened.current.workspace
    workspace.change_state("incident", incident, "under_review")
    workspace.change_state("incident", incident, "approved")
    opened.current.layer("incident").dataProvider().reloadData()
    (result,) = found("biblioteket")
    assert [action.id for action in result.actions] == [1, 2]
    found.filter.triggerResult(result)
    assert window.forms[-1] == (opened.current.layer("incident").id(), incident)
    found.filter.triggerResultFromAction(result, 2)
    assert len(window.forms) == 2


@pytest.mark.both_engines
def test_qgis_asks_it_in_a_thread_of_its_own(opened, incident, window):
    locator = QgsLocator()
    results = []
    locator.foundResult.connect(lambda result: results.append(result.displayString))
    locator.registerFilter(RecordFilter(opened))
    locator.fetchResults(f"{PREFIX} biblioteket", QgsLocatorContext())
    window.wait_until(lambda: results and not locator.isRunning())
    assert results == ["Biblioteket"]


def test_without_a_workspace_it_finds_nothing(empty):
    made = RecordFilter(empty)
    results = []
    made.resultFetched.connect(results.append)
    made.prepare("biblioteket", QgsLocatorContext())
    made.fetchResults("biblioteket", QgsLocatorContext(), QgsFeedback())
    assert results == []
