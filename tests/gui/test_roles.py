"""Every panel as a login of less than all rights: it opens, tells, and never breaks."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from qgis.core import QgsGeometry, QgsPointXY, QgsProject, QgsRectangle
from qgis.gui import QgsDockWidget

from tests.gui.saved import BOTTOM, LEFT, RIGHT, TOP, Recipe
from trygg_plugin.data.casework import measures, meetings, periods, problems, walks
from trygg_plugin.data.casework.periods import period_at
from trygg_plugin.domain.rights import ROLE_LABELS, ROLES_OF_AN_ORGANISATION
from trygg_plugin.gui.panel import PanelPart
from trygg_plugin.gui.project_settings import ProjectSettingsPage

pytestmark = pytest.mark.native

ROLES = ("reporter", "partner", "case_officer", "coordinator", "administrator")
OFFICE, LEADERS = ROLES[2:], ROLES[3:]

#: Panel, what is pressed, and who may.
CONTROLS = [
    ("ProblemsPart", lambda page: page.create, OFFICE),
    ("ProblemsPart", lambda page: page.orders[0], OFFICE),
    ("ProblemsPart", lambda page: page.overview.store_light, OFFICE),
    ("ProblemsPart", lambda page: page.causes.add, OFFICE),
    ("ProblemsPart", lambda page: entry(page.step, "cause_analysis"), OFFICE),
    ("MeasuresPart", lambda page: page.create, OFFICE),
    ("MeasuresPart", lambda page: page.remove, LEADERS),
    ("MeasuresPart", lambda page: entry(page.step, "ongoing"), ROLES[1:]),
    ("MeasuresPart", lambda page: entry(page.step, "cancelled"), OFFICE),
    ("MeetingPart", lambda page: page.plan_button, OFFICE),
    ("MeetingPart", lambda page: page.open_button, OFFICE),
    ("MeetingPart", lambda page: page.change_button, OFFICE),
    ("MeetingPart", lambda page: page.off_button, OFFICE),
    ("FollowUpPart", lambda page: page.form.save_button, OFFICE),
    ("PeriodsPart", lambda page: page.next, LEADERS),
    ("PeriodsPart", lambda page: page.lights_tab.store_button, OFFICE),
    ("PeriodsPart", lambda page: page.texts_tab.save, OFFICE),
    ("LawPart", lambda page: mending(page, "document"), OFFICE),
    ("WalksPart", lambda page: page.plan_button, OFFICE),
    ("WalksPart", lambda page: page.next, OFFICE),
    ("WalksPart", lambda page: page.plan_tab.edit_button, OFFICE),
    ("WalksPart", lambda page: page.plan_tab.route_button, OFFICE),
    ("WalksPart", lambda page: page.points_tab.add_button, ("reporter", *OFFICE)),
    ("WalksPart", lambda page: page.points_tab.buttons["answer"], ROLES),
    ("WalksPart", lambda page: page.points_tab.buttons["distribute"], OFFICE),
    ("WalksPart", lambda page: page.points_tab.buttons["remove"], LEADERS),
    ("FeedbackPart", lambda page: page.sent, OFFICE),
    ("FeedbackPart", lambda page: page.read, ROLES),
    ("HistoryPart", lambda page: page.restore_button, LEADERS),
    *(("ReviewPart", lambda page, act=act: page.actions_by_key[act], OFFICE)
      for act in ("approve", "reject", "complete", "severity", "forward", "problem", "begin")),
]  # fmt: skip


def entry(button, state):
    """The menu's entry for a state, by its words; None when the menu has none."""
    words = {"cause_analysis": "Cause analysis", "ongoing": "Ongoing", "cancelled": "Cancelled"}
    found = [one for one in button.menu().actions() if one.text() == words[state]]
    return found[0] if found else None


def mending(page, record):
    """The button that mends the first demand which asks for a new record of the kind."""
    for row, shown in zip(page.statement.rows, page.rows):
        if row.remedy is not None and row.remedy.record == record and row.remedy.uuid is None:
            return shown.mend
    return None


@pytest.fixture(scope="module")
def engine():
    return "postgis"


@pytest.fixture(scope="module")
def recipe():
    return Recipe(tables=("incident", "problem", "measure", "area", "actor", "walk", "meeting",
                          "document"),
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
    walk = walks.plan(
        workspace, {"title": "Centrum", "walked_at": today},
        participants=[walks.Participants("resident", 5),
                      walks.Participants("school_staff", 2, school),
                      walks.Participants("housing_company", 1, company)],
    )  # fmt: skip
    walks.add_point(workspace, walk, {"theme": "lighting", "proposal": "Byt lampan"})
    period = periods.open_period(workspace, period_at(workspace, today.date()))
    for state in ("closed", "draft", "est_meeting"):
        workspace.change_state("period", period, state)
    return workspace


@pytest.fixture(scope="module", params=ROLES)
def seen_by(request, worked, as_login, one_shell, window):
    """The shell with the workspace open as a role sees it."""
    shell = one_shell
    _, project = as_login(request.param)
    assert QgsProject.instance().read(str(project))
    assert shell.current.workspace is not None, window.said()
    assert shell.current.workspace.role == request.param
    canvas = window.mapCanvas()
    canvas.setDestinationCrs(QgsProject.instance().crs())
    canvas.setExtent(QgsRectangle(LEFT, BOTTOM, RIGHT, TOP))
    # what was told of a workspace that was open before stands in the bar for a while
    window.settle()
    window.messageBar().clearWidgets()
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
        # a file that an earlier module had open may still be told of
        said = [one for one in window.said() if "open on" not in one]
        assert said == [], (part.key, said)
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


def test_what_a_role_may_not_do_is_greyed_and_says_who_may(seen_by, shell, part_of, window):
    seen = set()
    for name, control_of, who in CONTROLS:
        page = part_of(name).open()
        if name not in seen:
            page.refresh()
            seen.add(name)
        control = control_of(page)
        if control is None:
            continue  # nothing of the kind is seen by this role
        said = control.toolTip()
        if seen_by in who:
            assert not said.startswith("Your role"), (name, said)
        else:
            assert not control.isEnabled(), (name, said)
            assert f"Your role ({ROLE_LABELS[seen_by]}) may not do this" in said
            assert said.endswith(", ".join(ROLE_LABELS[one] for one in who) + "."), said
            if name == "ReviewPart":
                continue  # its keys ask for rights and state at once
            # a panel that switches on by the state of a record does not switch on a right
            control.setEnabled(True)
            control.setToolTip("Go on")
            assert not control.isEnabled() and control.toolTip() == said


def test_the_buttons_come_back_with_a_role_that_may(seen_by, shell, part_of, window):
    """The same page, made for one role, serves the next one that opens a workspace."""
    page = part_of("MeetingPart").open()
    page.refresh()
    workspace = shell.current.workspace
    before = workspace.role
    may = before in OFFICE
    assert page.plan_button.isEnabled() is may
    try:
        workspace.role = "reporter" if may else "coordinator"
        page.rights.look()
        assert page.plan_button.isEnabled() is not may
    finally:
        workspace.role = before
    page.rights.look()
    assert page.plan_button.isEnabled() is may


def test_what_a_case_officer_tries_all_the_same_is_refused(seen_by, worked, shell, part_of, window):
    if seen_by != "case_officer":
        return
    before = worked.last_change()
    board = part_of("MeasuresPart").open()
    board.refresh()
    board.board.choose(board.cards[0].uuid)
    board.delete()
    assert told(window)
    assert [card.title for card in board.cards] == ["Ljus"]
    problems_page = part_of("ProblemsPart").open()
    problems_page.refresh()
    problems_page.take_step("measures_decided")
    problems_page._dialog.store()
    assert told(window, problems_page._dialog.problem)
    problems_page._dialog.reject()
    period = part_of("PeriodsPart").open()
    period.refresh()
    period._adopt(period.record, {}, None)
    period.doing.do(
        lambda: shell.current.workspace.change_state("period", period.record.uuid, "adopted"), ""
    )
    assert told(window)
    walk = part_of("WalksPart").open()
    walk.refresh()
    (point,) = walk.walk.points
    walk.points_tab.choose([point.uuid])
    walk.act("remove")
    assert told(window) and len(walk.walk.points) == 1
    assert worked.last_change() == before, worked.history(after=before)


def test_what_a_role_may_not_do_is_told_and_not_done(seen_by, worked, shell, part_of, window):
    if seen_by in OFFICE:
        return
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

    page = part_of("WalksPart").open()
    page.refresh()
    if page.walk is not None:
        page.go_on()
        assert told(window)
        assert page.walk.record["status"] == "planned"

    page = part_of("PeriodsPart").open()
    page.refresh()
    page.go_on()
    assert told(window)

    page = part_of("FeedbackPart").open()
    page.refresh()
    window.wait_until(lambda: page.count.text() not in ("", "Counting…"))
    if page.table.rowCount():
        page.list.choose(0)
        page._mark_fed_back()
        assert told(window)

    settings = ProjectSettingsPage(shell, window.mainWindow())
    settings.name.setText("Min kommun")
    settings.apply()
    assert told(window)
    settings.deleteLater()
    assert worked.last_change() == before, worked.history(after=before)
    worked.reload()
    assert worked.municipality_name == "Falu kommun"
