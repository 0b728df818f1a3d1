"""Meetings with real widgets: planned in the dock, held in meeting mode, resumed and closed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMessageBox, QPushButton

from trygg_plugin.data.casework import decisions, meetings
from trygg_plugin.gui.documents import DocumentsPart
from trygg_plugin.gui.panels.meetings.blocks_html import html_of
from trygg_plugin.gui.panels.meetings.clock import clock_text
from trygg_plugin.gui.panels.meetings.decision_entry import day_of
from trygg_plugin.gui.panels.meetings.face import SCALE
from trygg_plugin.gui.panels.meetings.part import MeetingPart
from trygg_plugin.gui.panels.meetings.window import MeetingWindow
from trygg_plugin.reports.document import Bullets, Heading, Mark, Paragraph, Table

LEFT, BOTTOM = 500_000, 6_580_000
KEY = Qt.Key


@pytest.fixture(scope="module")
def filled(one_shell, project, window):
    """A problem with a place, and incidents before and after the last meeting."""
    from qgis.core import QgsProject

    assert QgsProject.instance().read(str(project))
    workspace = one_shell.current.workspace
    today = datetime.now().replace(hour=12, minute=0, second=0, microsecond=0)
    place = QgsGeometry.fromPointXY(QgsPointXY(LEFT + 300, BOTTOM + 300))
    area = workspace.rows("area")[0].uuid
    with workspace.transaction("test", importing=True) as transaction:
        rows = [["vandalism", today - timedelta(days=2 + i % 40), "approved", "import", area]
                for i in range(60)]  # fmt: skip
        transaction.insert_many(
            "incident", ["category", "time_from", "status", "channel", "area"], rows,
            geometries=[place] * 60,
        )
        transaction.insert("problem", {
            "title": "Klotter i tunneln", "phenomena": ["vandalism"], "priority_rank": 1,
            "area": area,
        }, geometry=place.buffer(50, 8))  # fmt: skip
    return workspace


@pytest.fixture()
def page(shell, filled, window):
    part = MeetingPart(shell)
    part.load()
    made = part.open()
    window.wait_until(lambda: made.isVisible())
    made.refresh()
    yield made
    part.unload()
    shell._actions.remove(shell.action("Meetings"))
    window.settle()


def begun(workspace):
    actor = workspace.rows("actor")[0].uuid
    made = meetings.plan(
        workspace, "est", datetime.now(), ends_at=datetime.now() + timedelta(minutes=30),
        participants=[meetings.Participant(actor, "coordinator")],
    )
    meetings.begin(workspace, made)
    return made


@pytest.fixture()
def meeting(filled):
    """A meeting that goes on, of the test's own."""
    made = begun(filled)
    yield made
    filled.delete("meeting", made)


@pytest.fixture(scope="module")
def mode(one_shell, filled, window):
    """Meeting mode of one meeting for all tests that neither close nor end it."""
    uuid = begun(filled)
    made = MeetingWindow(one_shell, filled, filled.get("meeting", uuid))
    made.resize(1366, 768)
    made.show()
    window.wait_until(lambda: made._picture is not None or made._said)
    assert made._picture is not None, made._said
    yield made
    made.close()
    filled.delete("meeting", uuid)
    window.settle()


@pytest.mark.both_engines
def test_a_meeting_is_planned_in_a_dialog(page, filled, window):
    QTest.mouseClick(page.plan_button, Qt.MouseButton.LeftButton)
    dialog = page._dialog
    dialog.place.setText("Stadshuset")
    dialog.minutes.setValue(45)
    people = dialog.people
    people.list.clear()
    people.organisation.setCurrentIndex(0)
    people.role.setCurrentIndex(people.role.findData("chair"))
    QTest.mouseClick(people.add_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(people.add_button, Qt.MouseButton.LeftButton)
    assert people.list.count() == 1 and people.list.item(0).text() == "Parkenheten – Ordförande"
    dialog.agenda.list.setCurrentRow(2)
    dialog.agenda.move(-1)
    dialog.agenda.list.item(0).setText("Vad blev gjort?")
    dialog.store()
    window.settle()
    made = page.meeting
    assert made["status"] == "planned" and made["place"] == "Stadshuset"
    assert made["ends_at"] - made["starts_at"] == timedelta(minutes=45)
    points = meetings.points_of(filled, made.uuid)
    assert [p["title"] for p in points][0] == "Vad blev gjort?"
    assert [p["content"] for p in points][:3] == ["follow_up", "changes", "news"]
    assert page.open_button.isEnabled() and page.change_button.isEnabled()


def test_a_plan_without_points_is_refused_where_it_stands(page, window):
    page.plan()
    dialog = page._dialog
    dialog.agenda.list.clear()
    dialog.store()
    assert dialog.isVisible() and dialog.problem.text()
    dialog.reject()


@pytest.mark.both_engines
def test_a_plan_is_changed_and_called_off(page, filled, window):
    made = meetings.plan(filled, "council", datetime.now() + timedelta(days=9), participants=())
    page.refresh()
    page.choose(made)
    QTest.mouseClick(page.change_button, Qt.MouseButton.LeftButton)
    page._dialog.title.setText("Rådet i november")
    page._dialog.store()
    assert filled.get("meeting", made)["title"] == "Rådet i november"
    page.choose(made)
    QTest.mouseClick(page.off_button, Qt.MouseButton.LeftButton)
    assert filled.get("meeting", made)["status"] == "called_off"
    page.refresh()
    assert not page.open_button.isEnabled()


def test_the_users_map_comes_back(shell, filled, meeting, window):
    canvas = shell.iface.mapCanvas()
    canvas.setExtent(QgsRectangle(LEFT + 10, BOTTOM + 10, LEFT + 60, BOTTOM + 40))
    before, layers = canvas.extent(), list(canvas.layers())
    mode = MeetingWindow(shell, filled, filled.get("meeting", meeting))
    mode.show()
    window.wait_until(lambda: mode._picture is not None)
    mode.step(1)
    assert canvas.extent() != before
    mode.close()
    after = canvas.extent()
    assert [after.xMinimum(), after.yMaximum()] == pytest.approx(
        [before.xMinimum(), before.yMaximum()], abs=1e-6
    )
    assert list(canvas.layers()) == layers


def test_pages_turn_the_agenda_and_the_map_goes_along(mode, window):
    canvas = mode._shell.iface.mapCanvas()
    mode.agenda.setCurrentRow(0)
    shown = []
    for _ in range(mode.agenda.count()):
        shown.append((mode.heading.text(), len(mode.map.shown_layers)))
        QTest.keyClick(mode, KEY.Key_PageDown)
    assert shown[0][0].startswith("1. ") and shown[-1][0].startswith("7. ")
    assert mode.agenda.item(0).text().startswith("✓")
    QTest.keyClick(mode, KEY.Key_PageUp)
    assert mode.heading.text().startswith("6. ")
    mode.agenda.setCurrentRow(1)
    titles = [layer.name() for layer in mode.map.shown_layers]
    assert "Nya händelser" in titles
    assert canvas.extent().intersects(QgsRectangle(LEFT, BOTTOM, LEFT + 2000, BOTTOM + 1000))


def test_page_keys_turn_pages_from_the_text_and_the_entry_too(mode, window):
    for widget in (mode.content, mode.entry.text):
        mode.agenda.setCurrentRow(0)
        widget.setFocus()
        QTest.keyClick(widget, KEY.Key_PageDown)
        assert mode.agenda.currentRow() == 1


@pytest.mark.both_engines
def test_the_figures_are_those_of_the_documents(mode, filled):
    mode.agenda.setCurrentRow(1)
    total = mode._picture.news.situation.total.total
    assert total == 47  # of the 28 days before today: two a day, one from the 22nd
    assert f"{total} händelser" in mode.content.toPlainText()
    mode.agenda.setCurrentRow(3)
    assert "Klotter i tunneln" in mode.content.toPlainText()


@pytest.mark.both_engines
def test_a_decision_is_entered_with_the_keyboard_alone(mode, filled, window):
    meeting = mode._meeting.uuid
    mode.agenda.setCurrentRow(4)
    entry = mode.entry
    QTest.keyClick(mode, KEY.Key_D, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(entry.text, "Laga lamporna")
    entry.about.lineEdit().selectAll()
    QTest.keyClicks(entry.about.lineEdit(), "klotter i")
    entry.owner.lineEdit().selectAll()
    QTest.keyClicks(entry.owner.lineEdit(), "park")
    QTest.keyClicks(entry.deadline, "+14")
    QTest.keyClick(entry.deadline, KEY.Key_Return)
    (made,) = decisions.decisions_of(filled, meeting)
    assert made.text == "Laga lamporna" and made.responsible == "Parkenheten"
    assert made.deadline == date.today() + timedelta(days=14)
    assert [one.status for one in made.measures] == ["decided"]
    assert made.point == mode.point.uuid and entry.text.text() == ""
    window.wait_until(lambda: "Laga lamporna" in mode.content.toPlainText())
    mode.content.setFocus()
    QTest.keyClick(mode.content, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert decisions.decisions_of(filled, meeting) == []
    assert filled.rows("measure", "title = {p}", ["Laga lamporna"]) == []


def test_a_wrong_entry_says_what_is_wrong_and_stays(mode, filled):
    entry = mode.entry
    entry.text.setText("Något")
    entry.deadline.setText("snart")
    QTest.keyClick(entry.text, KEY.Key_Return)
    assert "datum" in entry.told.text() or "date" in entry.told.text()
    entry.deadline.clear()
    entry.text.setText("Ring 198112289874")
    QTest.keyClick(entry.text, KEY.Key_Return)
    assert entry.text.text() and decisions.decisions_of(filled, mode._meeting.uuid) == []
    entry.text.clear()


@pytest.mark.both_engines
def test_all_is_kept_and_the_meeting_goes_on_where_it_was(shell, filled, meeting, window):
    mode = MeetingWindow(shell, filled, filled.get("meeting", meeting))
    mode.step(1)
    mode.notes.setPlainText("Lugnare vid torget.")
    mode.people.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    mode.close()
    window.settle()
    assert filled.get("meeting", meeting)["status"] == "ongoing"
    again = MeetingWindow(shell, filled, filled.get("meeting", meeting))
    assert again.heading.text().startswith("2. ")
    assert again.notes.toPlainText() == "Lugnare vid torget."
    assert again.people.list.item(0).checkState() == Qt.CheckState.Unchecked
    again.close()


@pytest.mark.both_engines
def test_notes_with_personal_data_are_refused_in_place(mode, filled):
    mode.notes.setPlainText("Mejla kalle@example.se")
    mode.keep_notes()
    assert mode.refused.isVisible() and mode.refused.text()
    mode.notes.setPlainText("Inget mer.")
    mode.keep_notes()
    assert not mode.refused.isVisible()


@pytest.mark.both_engines
def test_two_who_write_at_one_point_both_keep_their_words(mode, filled, colleague):
    mode.agenda.setCurrentRow(2)
    point = mode.point.uuid
    mode.notes.setPlainText("Mitt")
    meetings.write_notes(colleague.workspace, point, "Kollegans", user=colleague.name)
    mode.agenda.setCurrentRow(3)
    assert mode.agenda.currentRow() == 2 and mode.notes.toPlainText() == "Mitt"
    assert colleague.name in mode.refused.text() and "Kollegans" in mode.refused.text()
    assert filled.get("meeting_point", point)["notes"] == "Kollegans"
    assert "Kollegans" not in mode.notes.toPlainText() and mode.isVisible()
    # having been told, one may go on
    mode.notes.setPlainText("Kollegans och mitt")
    mode.agenda.setCurrentRow(3)
    assert filled.get("meeting_point", point)["notes"] == "Kollegans och mitt"
    meetings.write_notes(colleague.workspace, point, "", seen="Kollegans och mitt",
                         user=colleague.name)  # fmt: skip
    mode.agenda.setCurrentRow(2)
    assert mode.notes.toPlainText() == "", "what a colleague wrote meanwhile is shown"


@pytest.mark.both_engines
def test_a_named_problem_leads_to_its_place(mode, filled):
    problem = filled.rows("problem")[0]
    mode.agenda.setCurrentRow(3)
    assert f"place:problem:{problem.uuid}" in mode.content.toHtml()
    mode.agenda.setCurrentRow(2)
    mode.map.setExtent(QgsRectangle(LEFT, BOTTOM, LEFT + 2000, BOTTOM + 1000))
    mode.content.anchorClicked.emit(QUrl(f"place:problem:{problem.uuid}"))
    shown = mode.map.extent()
    assert shown.width() < 2000
    assert shown.center().distance(QgsPointXY(LEFT + 300, BOTTOM + 300)) < 1
    assert mode.entry.about.currentText().startswith("1. Klotter")


@pytest.mark.both_engines
def test_the_end_closes_the_meeting(page, filled, meeting, window, monkeypatch):
    page.refresh()
    page.choose(meeting)
    QTest.mouseClick(page.open_button, Qt.MouseButton.LeftButton)
    mode = page.window_
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    mode.end()
    assert filled.get("meeting", meeting)["status"] == "ongoing"
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    mode.end()
    window.settle()
    assert filled.get("meeting", meeting)["status"] == "closed"
    assert page.window_ is None and any("stored" in s or "sparat" in s for s in window.said())
    # its minutes are a document, a click away
    asked = []
    monkeypatch.setattr(DocumentsPart, "choose", lambda _self, *what: asked.append(what))
    page.choose(meeting)
    page.minutes_button.click()
    assert asked == [("minutes", meeting)]
    # and is taken up again from the list
    page.hold()
    assert filled.get("meeting", meeting)["status"] == "ongoing"
    page.window_.close()


def test_letters_grow_and_are_remembered(mode):
    before = mode.font().pointSizeF()
    (button,) = [b for b in mode.findChildren(QPushButton) if b.text() == "A+"]
    QTest.keyClick(button, KEY.Key_Space)
    assert mode.font().pointSizeF() > before
    assert mode.entry.text.font().pointSizeF() == mode.font().pointSizeF()
    assert int(SCALE.get()) > 100


def test_the_clock_says_what_is_left():
    start = datetime(2025, 3, 10, 9, 0)
    end = start + timedelta(minutes=30)
    said = [clock_text(start, end, start + timedelta(minutes=m)) for m in (0, 29, 31, 3000)]
    assert [text.split(" ")[0] for text in said] == ["30", "1", "1", ""]
    assert said[1] != said[2]
    assert clock_text(start, None, start + timedelta(minutes=7)).startswith("7")


def test_days_as_people_write_them():
    today = date(2025, 12, 20)
    assert day_of("", today) is None
    assert day_of("2026-05-01", today) == date(2026, 5, 1)
    assert day_of("1/5", today) == date(2026, 5, 1) and day_of("24/12", today).year == 2025
    assert day_of("1/5 2027", today) == date(2027, 5, 1)
    assert day_of("+14", today) == date(2026, 1, 3) == day_of("+2v", today)
    for wrong in ("snart", "31/2", "2026-13-01"):
        with pytest.raises(ValueError):
            day_of(wrong, today)


def test_blocks_become_rich_text_in_the_themes_colours(mode):
    html, images = html_of(
        [Heading("A & B", 1), Paragraph("<b>", "lead"), Bullets(("x",), ordered=True),
         Table("T", ("a", "b"), (("1", Mark("Röd", "#d55e00")),), "lr")],
        mode.palette(), {"1": "place:problem:u"}, 300, mode.font(),
    )  # fmt: skip
    assert "A &amp; B" in html and "&lt;b&gt;" in html and "<ol>" in html
    assert 'href="place:problem:u"' in html and "#d55e00" in html and not images


def shows(widget, mode):
    """Whether all of a widget is inside the window."""
    corner = widget.mapTo(mode, widget.rect().topLeft())
    return widget.isVisible() and mode.rect().contains(widget.rect().translated(corner))


@pytest.mark.parametrize(
    "size, percent", [((683, 384), 100), ((1366, 768), 200), ((1024, 700), 170)]
)
def test_nothing_is_cut_with_large_letters(mode, window, size, percent):
    """A screen of 1366 × 768 at 200 % is one of 683 × 384 to Qt; and letters of 200 % on it."""
    mode.scale_letters(percent)
    mode.resize(*size)
    mode.agenda.setCurrentRow(3)
    window.wait_until(lambda: "Klotter i tunneln" in mode.content.toPlainText())
    window.wait_until(lambda: not mode._later.isActive())
    # what a low window leaves out is left out once it is low: only then it can be lower still
    window.wait_until(lambda: mode.resize(*size) or mode.height() <= size[1])
    assert mode.width() <= max(size[0], 720) and mode.height() <= size[1]
    assert mode.content.horizontalScrollBar().maximum() == 0, "nobody scrolls sideways"
    for widget in (mode.agenda, mode.people, mode.content, mode.notes, mode.entry.text,
                   mode.entry.button, mode.end_button, mode.entry.told):  # fmt: skip
        assert shows(widget, mode), widget.accessibleName()
    words = max(mode.agenda.fontMetrics().horizontalAdvance(word)
                for row in range(mode.agenda.count())
                for word in mode.agenda.item(row).text().split())  # fmt: skip
    assert mode.agenda.viewport().width() > words
    mode.resize(1366, 768)


def test_a_table_stands_in_columns_where_it_fits_and_below_itself_where_not(mode):
    table = Table("Problem", ("Nr", "Problem", "Område", "Händelser"),
                  (("1", "Klotter", "–", "40"),), "llll")  # fmt: skip
    wide, _ = html_of([table], mode.palette(), {"Klotter": "place:problem:u"}, 900, mode.font())
    assert "<table" in wide
    narrow, _ = html_of([table], mode.palette(), {"Klotter": "place:problem:u"}, 120, mode.font())
    assert "<table" not in narrow and "Händelser: 40" in narrow and "Område" not in narrow
    assert '<b>1 <a href="place:problem:u">Klotter</a></b>' in narrow


def test_people_are_ticked_behind_a_button_that_says_how_many_are_here(mode, filled, window):
    people = mode.people
    assert people.text().count("1") == 2, people.text()
    people.setFocus()
    QTest.keyClick(people, KEY.Key_Space)
    window.wait_until(lambda: people.list.isVisible())
    QTest.keyClick(people.list, KEY.Key_Space)
    present = [one.present for one in meetings.participants_of(filled, mode._meeting.uuid)]
    assert present == [False] and "0" in people.text() and people.accessibleName() == people.text()
    QTest.keyClick(people.list, KEY.Key_Space)
    QTest.keyClick(people.list, KEY.Key_Escape)
    window.wait_until(lambda: not people.list.isVisible())
    assert [one.present for one in meetings.participants_of(filled, mode._meeting.uuid)] == [True]


def test_full_screen_says_the_way_back(mode, window):
    before = mode.full.text()
    mode.activateWindow()
    window.wait_until(mode.isActiveWindow)
    QTest.keyClick(mode, KEY.Key_F11)
    assert mode.isFullScreen() and mode.full.text() != before
    QTest.keyClick(mode, KEY.Key_Escape)
    assert not mode.isFullScreen() and mode.full.text() == before and mode.isVisible()
