"""Meeting mode: what a meeting does. The agenda leads, the map goes along, decisions are kept.

Made for a projector and for the keyboard. All that is said is stored at once, so that the window
may be closed, or QGIS may crash, and the meeting goes on where it was.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, List, Optional

from qgis.PyQt.QtCore import QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QCloseEvent
from qgis.PyQt.QtWidgets import QMessageBox

from ....domain.errors import DomainError
from ....i18n import tr, tr_error
from ..parts.asking import Asking
from ..parts.choices import organisations
from ..parts.doing import user_name
from .clock import clock_text
from .decision_entry import about_options
from .face import MeetingFace, chosen_scale

if TYPE_CHECKING:
    from ....data.history import Change
    from ....data.records import Record
    from ....data.workspace import Workspace
    from ....reports.meeting_points import MeetingPicture
    from ...shell import Shell

#: Pauses before what is written is kept, and before what was written is read (ms).
_KEEP, _READ = 1200, 400


class MeetingWindow(MeetingFace):
    """One meeting that goes on."""

    #: the window is gone: whether the meeting was closed with it
    ended = pyqtSignal(bool)

    def __init__(self, shell: Shell, workspace: Workspace, meeting: Record) -> None:
        super().__init__(shell.iface.mainWindow(), shell.iface.mapCanvas(), self._record)
        self._shell, self._workspace, self._meeting = shell, workspace, meeting
        self._figures, self._work = Asking(), Asking()
        self._picture: Optional[MeetingPicture] = None
        self._points: List[Record] = []
        self._held = False
        self._at = -1
        self._last: List[Change] = []
        self._closed = False
        self._said = ""
        self.setWindowTitle(str(meeting["title"]))
        self.title.setText(str(meeting["title"]))
        self.title.setToolTip(str(meeting["title"]))
        self._timers()
        self._connect()
        self.scale_letters(chosen_scale(self.width()))
        self._read_points()
        self._arrange()
        self._offer()
        self.count()

    def _timers(self) -> None:
        self._keep = QTimer(self)
        self._keep.setSingleShot(True)
        self._keep.timeout.connect(self.keep_notes)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._draw)
        self._reread = QTimer(self)
        self._reread.setSingleShot(True)
        self._reread.timeout.connect(self._read_work)
        self._tick = QTimer(self)
        self._tick.timeout.connect(self._tell_time)
        self._tick.start(10_000)

    def _connect(self) -> None:
        self.agenda.currentRowChanged.connect(self.show_point)
        self.people.changed.connect(self._present)
        self.content.anchorClicked.connect(self._follow)
        self.content.widened.connect(lambda: self._later.start(_READ))
        self.notes.textChanged.connect(lambda: self._keep.start(_KEEP))
        self.end_button.clicked.connect(lambda _checked=False: self.end())
        self._shell.current.written.connect(self._written)
        for keys, act in (
            ("PgDown", lambda: self.step(1)), ("PgUp", lambda: self.step(-1)),
            ("Alt+Right", lambda: self.step(1)), ("Alt+Left", lambda: self.step(-1)),
            ("F5", self.count), ("Ctrl+Z", self.undo),
        ):  # fmt: skip
            self.key(keys, act)

    # --- points

    @property
    def point(self) -> Optional[Record]:
        """The point of the agenda that is shown."""
        return self._points[self._at] if 0 <= self._at < len(self._points) else None

    def step(self, by: int) -> None:
        """To the next or the previous point."""
        row = self.agenda.currentRow() + by
        if 0 <= row < self.agenda.count():
            self.agenda.setCurrentRow(row)

    def show_point(self, row: int) -> None:
        """Show a point of the agenda; what was written at the last one is kept."""
        if row == self._at or not 0 <= row < len(self._points):
            return
        if not self.keep_notes():
            # why is told below what was written, which would be lost on another page
            self.agenda.blockSignals(True)
            self.agenda.setCurrentRow(self._at)
            self.agenda.blockSignals(False)
            return
        left, self._at = self.point, row
        if left is not None:
            self._do(lambda workspace, act: act.mark_handled(
                workspace, left.uuid, user=user_name()))
            self.agenda.mark(self._points.index(left), left)
        point = self.point
        assert point is not None  # nosec B101  (the row exists)
        # another may have written there since the window was opened
        self._do(lambda workspace, act: self._learn(workspace.get("meeting_point", point.uuid)))
        point = self._points[row]
        self.heading.setText(f"{point['number']}. {point['title']}")
        self.notes.blockSignals(True)
        self.notes.setPlainText(point["notes"] or "")
        self.notes.blockSignals(False)
        self._draw()
        self._show_map()

    def _read_points(self) -> None:
        from ....data.casework.meetings import participants_of, points_of

        with self._workspace.reading():
            self._points = points_of(self._workspace, self._meeting.uuid)
            people = participants_of(self._workspace, self._meeting.uuid)
            names = dict(organisations(self._workspace))
        language = self._shell.current.language
        roles = self._workspace.standard.codelists["meeting_role"].codes
        self.agenda.show_points(self._points)
        self.people.show_people(people, names, {c.key: c.label[language] for c in roles})
        waiting = [i for i, p in enumerate(self._points) if p["handled_at"] is None]
        self.agenda.setCurrentRow(waiting[0] if waiting else len(self._points) - 1)
        self._tell_time()

    # --- figures

    def count(self) -> None:
        """Count anew, away from the window."""
        from ....reports.meeting_points import gather_meeting

        workspace, meeting = self._workspace, self._meeting.uuid
        language = self._shell.current.language
        self._figures.ask(
            tr("Reading the meeting's figures"),
            lambda: gather_meeting(workspace, meeting, language), self._counted,
        )
        self._draw()

    def _counted(self, picture: Optional[MeetingPicture], problem: str) -> None:
        self._picture, self._said = picture, problem
        self._draw()
        self._show_map()

    def _written(self) -> None:
        self._reread.start(_READ)

    def _read_work(self) -> None:
        """Problems, measures and decisions as they stand after something was written."""
        from ....reports.meeting_points import with_work

        self._offer()
        picture, workspace = self._picture, self._workspace
        if picture is None:
            return
        self._work.ask(
            tr("Reading decisions and measures"), lambda: with_work(workspace, picture),
            lambda found, problem: self._counted(found or self._picture, problem),
        )

    def _draw(self) -> None:
        """The blocks of the point, as wide as the view."""
        from ....reports.document import Table
        from ....reports.meeting_points import blocks_of, places_by_title
        from .blocks_html import html_of

        point = self.point
        if point is None:
            return
        if self._picture is None:
            self.content.show_html(
                self._said or tr("Reading the figures…"), {})
            return
        links = {
            title: f"place:{table}:{uuid}"
            for title, (table, uuid) in places_by_title(self._picture).items()
        }
        blocks = [
            # what the heading says already is not said once more
            replace(block, caption="")
            if isinstance(block, Table) and block.caption == point["title"] else block
            for block in blocks_of(self._workspace, self._picture, point["content"])
        ]  # fmt: skip
        html, images = html_of(
            blocks, self.palette(), links, self.content.room, self.content.font())
        self.content.show_html(html or tr("Nothing to show at this point."), images)

    def _show_map(self) -> None:
        from ....reports.meeting_points import map_of

        point = self.point
        if point is None or self._picture is None:
            return
        shown = map_of(self._picture, point["content"])
        if shown is not None:
            self.map.show_map(shown)

    def _follow(self, link: QUrl) -> None:
        """A problem or measure that is named: go there, and let a decision be about it."""
        kind, table, uuid = (link.toString().split(":") + ["", ""])[:3]
        if kind != "place":
            return
        record = self._workspace.get(table, uuid)
        self.map.show_place(record, self._workspace.crs)
        self.entry.choose_problem(uuid if table == "problem" else str(record["problem"]))

    # --- what is stored

    def _learn(self, point: Record) -> None:
        self._points[self._at] = point

    def keep_notes(self) -> bool:
        """Store what is written at the point; False and a sentence below it when refused."""
        self._keep.stop()
        point = self.point
        text = self.notes.toPlainText().strip()
        if point is None or text == (point["notes"] or ""):
            return True
        problem = self._do(
            lambda workspace, act: act.write_notes(
                workspace, point.uuid, text, seen=point["notes"], user=user_name()
            )
        )
        # where another has written: once that has been read, what is written next counts
        self._do(lambda workspace, act: self._learn(workspace.get("meeting_point", point.uuid)))
        now = self._points[self._at]["notes"]
        if problem and now != point["notes"]:
            problem += " " + tr("It says now: “{text}”. Take over what shall stay.").format(
                text=now or ""
            )
        self.refused.setText(problem)
        self.refused.setAccessibleName(problem)
        self.refused.setVisible(bool(problem))
        return not problem

    def _record(self, **values: Any) -> str:
        """Store a decision; "" or the sentence why not."""
        from ....data.casework.decisions import record_decision
        from ....data.casework.undo import changes_since, mark

        point = self.point
        before = mark(self._workspace)
        problem = self._do(lambda workspace, _act: record_decision(
            workspace, self._meeting.uuid, point=None if point is None else point.uuid,
            user=user_name(), **values,
        ))  # fmt: skip
        if not problem:
            self._last = changes_since(self._workspace, before)
        return problem

    def undo(self) -> None:
        """Take back the last decision with all that came of it."""
        from ....data.casework.undo import undo

        last, self._last = self._last, []
        if not last:
            return
        problem = self._do(lambda workspace, _act: undo(
            workspace, last, user=user_name(), note=tr("Undone")))
        self.entry.say(problem or tr("The last decision was taken back."))

    def _present(self, organisation: str, role: str, here: bool) -> None:
        self._do(lambda workspace, act: act.set_present(
            workspace, self._meeting.uuid, organisation, role, here, user=user_name()))

    def _do(self, action: Any) -> str:
        """Run an action on the workspace; "" or the sentence why it was refused."""
        from ....data.casework import meetings
        from ....data.errors import DataError

        try:
            action(self._workspace, meetings)
        except (DataError, DomainError) as error:
            return tr_error(error)
        return ""

    def _offer(self) -> None:
        self.entry.offer(about_options(self._workspace), organisations(self._workspace))

    # --- the end

    def end(self, ask: bool = True) -> None:
        """Close the meeting and the window."""
        if ask and not self._sure():
            return
        if not self.keep_notes():
            return
        point = self.point
        if point is not None:
            self._do(lambda workspace, act: act.mark_handled(
                workspace, point.uuid, user=user_name()))
        problem = self._do(lambda workspace, act: act.close(
            workspace, self._meeting.uuid, user=user_name()))
        if problem:
            self.entry.say(problem)
            return
        self._closed = True
        self.close()

    def _sure(self) -> bool:
        answer = QMessageBox.question(
            self, tr("End the meeting"),
            tr("End the meeting and make its minutes? It can be taken up again from the list."),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
        )
        return answer == QMessageBox.StandardButton.Yes

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not self.keep_notes() and not self._held:
            # told below the text; whoever closes once more goes without it
            self._held = True
            event.ignore()
            return
        self._figures.stop()
        self._work.stop()
        for timer in (self._keep, self._later, self._reread, self._tick):
            timer.stop()
        self._shell.current.written.disconnect(self._written)
        self.map.let_go()
        super().closeEvent(event)
        self.ended.emit(self._closed)

    def scale_letters(self, percent: int) -> None:
        super().scale_letters(percent)
        # what fits side by side is another thing now
        self._later.start(0)

    def _tell_time(self) -> None:
        self.clock.setText(clock_text(
            self._meeting["starts_at"], self._meeting["ends_at"], datetime.now()))
