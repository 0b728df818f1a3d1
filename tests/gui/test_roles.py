"""Every panel as a login of less than all rights: it opens, tells, and never breaks."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from qgis.core import QgsGeometry, QgsPointXY, QgsProject, QgsRectangle

from tests.gui.saved import BOTTOM, LEFT, RIGHT, TOP, Recipe
from trygg_plugin.data.casework import measures, meetings, problems, walks
from trygg_plugin.gui.panel import PanelPart

pytestmark = pytest.mark.native

ROLES = ("reporter", "partner", "case_officer", "coordinator")


@pytest.fixture(scope="module")
def engine():
    return "postgis"


@pytest.fixture(scope="module")
def recipe():
    return Recipe(tables=("incident", "problem", "measure", "area", "actor", "walk", "meeting"),
                  actors=("Skolan", "Bostadsbolaget"))  # fmt: skip


@pytest.fixture(scope="module")
def worked(copied):
    """A workspace in which something of every kind has been done."""
    workspace = copied.workspace
    today = datetime.now().replace(hour=12, minute=0, second=0, microsecond=0)
    school, company = (row.uuid for row in workspace.rows("actor"))
    area = workspace.rows("area")[0].uuid
    place = QgsGeometry.fromPointXY(QgsPointXY(LEFT + 300, BOTTOM + 300))
    with workspace.transaction("test", importing=True) as transaction:
        for number, status in enumerate(("submitted", "approved", "approved", "approved")):
            transaction.insert("incident", {
                "category": "vandalism", "time_from": today - timedelta(days=9 + number),
                "reported_at": today - timedelta(days=8), "status": status, "area": area,
                "channel": "import", "place_name": f"Torget {number}",
                "reporter_organisation": (school, company)[number % 2],
            }, geometry=place)  # fmt: skip
    problem = problems.create_problem(
        workspace, {"title": "Klotter", "phenomena": ["vandalism"]},
        [row.uuid for row in workspace.rows("incident", "status = {p}", ["approved"])],
        place=place.buffer(50, 8),
    )  # fmt: skip
    workspace.change_state("problem", problem, "prioritised")
    measure = measures.create_measure(
        workspace, {"title": "Ljus", "type": "lighting", "problem": problem,
                    "responsible_organisation": school,
                    "deadline": date.today() - timedelta(days=2)}, (),
    )  # fmt: skip
    workspace.change_state("measure", measure, "decided")
    meetings.plan(workspace, "est", today + timedelta(days=1),
                  participants=[meetings.Participant(school, "member")])  # fmt: skip
    walks.plan(workspace, {"title": "Centrum", "walked_at": today},
               participants=[walks.Participants("resident", 5)])  # fmt: skip
    return workspace


@pytest.fixture(params=ROLES)
def seen_by(request, worked, as_login, shell, window, caplog):
    """The shell with the workspace open as a role sees it."""
    workspace, project = as_login(request.param)
    assert QgsProject.instance().read(str(project))
    assert shell.current.workspace is not None, window.said()
    assert shell.current.workspace.role == request.param
    canvas = window.mapCanvas()
    canvas.setDestinationCrs(QgsProject.instance().crs())
    canvas.setExtent(QgsRectangle(LEFT, BOTTOM, RIGHT, TOP))
    yield request.param
    for part in panels(shell):
        if part.dock is not None:
            part.dock.setUserVisible(False)
    QgsProject.instance().clear()
    window.settle()


def panels(shell):
    return [part for part in shell._parts if isinstance(part, PanelPart)]


def test_every_panel_opens_and_reads(seen_by, shell, window):
    for part in panels(shell):
        page = part.open()
        window.wait_until(page.isVisible)
        page.refresh()
        window.settle(60)
        assert part.dock.pages.currentIndex() == 1, part.key
        assert window.said() == [], (part.key, window.said())
        part.dock.setUserVisible(False)
