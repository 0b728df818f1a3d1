"""Every panel as a login of less than all rights: it opens, tells, and never breaks."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from qgis.core import QgsGeometry, QgsPointXY, QgsProject, QgsRectangle
from qgis.gui import QgsDockWidget

from tests.gui.saved import BOTTOM, LEFT, RIGHT, TOP, Recipe
from trygg_plugin.data.casework import measures, meetings, problems, walks
from trygg_plugin.domain.rights import ROLES_OF_AN_ORGANISATION
from trygg_plugin.gui.panel import PanelPart
from trygg_plugin.gui.project_settings import ProjectSettingsFactory

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
def seen_by(request, worked, as_login, shell, window):
    """The shell with the workspace open as a role sees it."""
    _, project = as_login(request.param)
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


def told(window, *labels):
    """The sentences that were said since the last act, in the bar or where it was done."""
    window.settle(20)
    said = [*window.said(), *(label.text() for label in labels if label is not None)]
    window.messageBar().clearWidgets()
    return [sentence for sentence in said if sentence]


def test_the_figures_are_those_that_the_role_may_see(seen_by, shell, window):
    dock = window.mainWindow().findChild(QgsDockWidget, "TryggPanel")
    window.wait_until(lambda: dock.incoming.text() != "…" or not dock.state.isHidden())
    assert dock.incoming.text() == "1", dock.state.text()
    assert dock.reviewed.text() == ("1" if seen_by in ROLES_OF_AN_ORGANISATION else "3")


@pytest.mark.parametrize("seen_by", ["reporter", "partner"], indirect=True)
def test_what_a_role_may_not_do_is_told_and_not_done(seen_by, worked, shell, part_of, window):
    before = worked.last_change()
    review = part_of("ReviewPart").open()
    review.refresh()
    for act in ("approve", "reject", "complete", "severity", "forward", "problem"):
        assert not review.actions_by_key[act].isEnabled(), act

    mine = shell.current.workspace
    board = part_of("MeasuresPart").open()
    board.refresh()
    assert [card.title for card in board.cards] == (["Ljus"] if seen_by == "partner" else [])
    for card in board.cards:
        board.move(card.uuid, "cancelled")
        dialog = board._dialog
        dialog.fields["cancelled_reason"].setText("För dyrt")
        dialog.store()
        assert told(window, dialog.problem)
        dialog.reject()

    page = part_of("ProblemsPart").open()
    page.refresh()
    for problem in mine.rows("problem"):
        page.choose(problem.uuid)
        page.take_step("cause_analysis")
        page._dialog.store()
        assert told(window)
        page._dialog.reject()

    page = part_of("MeetingPart").open()
    page.refresh()
    page.plan()
    if page._dialog is not None:
        page._dialog.store()
        assert told(window, page._dialog.problem)
        page._dialog.reject()

    settings = ProjectSettingsFactory(shell).createWidget(window.mainWindow())
    settings.name.setText("Min kommun")
    settings.apply()
    assert told(window)
    settings.deleteLater()
    assert worked.last_change() == before, worked.history(after=before)
    worked.reload()
    assert worked.municipality_name == "Falu kommun"
