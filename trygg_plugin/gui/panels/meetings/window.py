"""Meeting mode: the agenda to the left, what the point is about beside it, and the map.

Made for a projector and for the keyboard. All that is said is stored at once, so that the window
may be closed, or QGIS may crash, and the meeting goes on where it was.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Dict, List, Optional

from qgis.PyQt.QtCore import Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import (
    QCloseEvent,
    QFont,
    QGuiApplication,
    QImage,
    QKeySequence,
    QResizeEvent,
    QTextOption,
)
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QShortcut,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ....domain.errors import DomainError
from ....i18n import tr, tr_error
from ... import settings
from ...form_parts import note
from ..parts.asking import Asking
from ..parts.choices import label_of, organisations
from ..parts.doing import user_name
from .clock import clock_text
from .decision_entry import DecisionEntry, about_options
from .map import MeetingMap

if TYPE_CHECKING:
    from ....data.history import Change
    from ....data.records import Record
    from ....data.workspace import Workspace
    from ....reports.meeting_points import MeetingPicture
    from ...shell import Shell

#: Size of the letters in per cent of QGIS's own.
SCALE = settings.Setting("meeting/scale", "140", str)
#: Whether QGIS's own map goes along.
MAP_FOLLOWS = settings.Setting("meeting/map_follows", True, bool)
_STEPS = (100, 120, 140, 170, 200, 240)
#: Pauses before what is written is kept, and before what was written is read (ms).
_KEEP, _READ = 1200, 400


class MeetingWindow(QWidget):
    """One meeting that goes on."""

    #: the window is gone: whether the meeting was closed with it
    ended = pyqtSignal(bool)

    def __init__(self, shell: Shell, workspace: Workspace, meeting: Record) -> None:
        super().__init__(shell.iface.mainWindow(), Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell, self._workspace, self._meeting = shell, workspace, meeting
        self._figures, self._work = Asking(), Asking()
        self._picture: Optional[MeetingPicture] = None
        self._points: List[Record] = []
        self._held = False
        self._at = -1
        self._last: List[Change] = []
        self._closed = False
        self._said = ""
        self._make(meeting)
        self._timers()
        self._keys()
        shell.current.written.connect(self._written)
        self.scale_letters(_scale())
        self._read_points()
        self._offer()
        self.count()

    # --- what is shown

    def _make(self, meeting: Record) -> None:
        self.setWindowTitle(str(meeting["title"]))
        self.title = QLabel(str(meeting["title"]), self)
        self.clock = QLabel("", self)
        self.clock.setAccessibleName(tr("Time of the meeting"))
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.clock)
        for text, tip, keys, act in (
            ("A−", tr("Smaller letters"), "Ctrl+-", lambda: self._step(-1)),
            ("A+", tr("Larger letters"), "Ctrl++", lambda: self._step(1)),
            (tr("Full screen"), tr("Full screen"), "F11", self.toggle_full_screen),
            (tr("End the meeting"), tr("End the meeting"), "", self.end),
        ):
            button = QPushButton(text, self)
            button.setToolTip(f"{tip} ({keys})" if keys else tip)
            button.setAccessibleName(tip)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, act=act: act())
            top.addWidget(button)

        self.agenda = QListWidget(self)
        self.agenda.setAccessibleName(tr("Agenda"))
        _wrapping(self.agenda)
        self.agenda.currentRowChanged.connect(self.show_point)
        self.people = QListWidget(self)
        self.people.setAccessibleName(tr("Participants: tick who is here"))
        _wrapping(self.people)
        self.people.itemChanged.connect(self._present)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.agenda, 3)
        column.addWidget(QLabel(tr("Present"), left))
        column.addWidget(self.people, 1)

        self.heading = QLabel("", self)
        self.heading.setWordWrap(True)
        self.content = _Content(self)
        self.content.anchorClicked.connect(self._follow)
        self.content.widened.connect(lambda: self._later.start(_READ))
        self.notes = QPlainTextEdit(self)
        self.notes.setPlaceholderText(tr("Notes of this point (Ctrl+N). No persons."))
        self.notes.setAccessibleName(tr("Notes of this point"))
        self.notes.setTabChangesFocus(True)
        self.notes.textChanged.connect(lambda: self._keep.start(_KEEP))
        self.refused = note("", self)
        self.refused.hide()
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.heading)
        column.addWidget(self.content, 1)
        column.addWidget(self.notes)
        column.addWidget(self.refused)

        self.map = MeetingMap(self._shell.iface.mapCanvas(), self)
        self.map.leads = MAP_FOLLOWS.get()
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        for widget, stretch in ((left, 2), (middle, 7), (self.map, 4)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.entry = DecisionEntry(self, self._record)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.entry)
        self.resize(1280, 700)
        self.splitter.setSizes([200, 660, 420])

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

    def _keys(self) -> None:
        for keys, act in (
            ("PgDown", lambda: self.step(1)), ("PgUp", lambda: self.step(-1)),
            ("Alt+Right", lambda: self.step(1)), ("Alt+Left", lambda: self.step(-1)),
            ("F11", self.toggle_full_screen), ("Esc", self._leave_full_screen),
            ("F5", self.count), ("Ctrl++", lambda: self._step(1)),
            ("Ctrl+-", lambda: self._step(-1)), ("Ctrl+Z", self.undo),
            ("Ctrl+D", lambda: self.entry.text.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            ("Ctrl+N", lambda: self.notes.setFocus(Qt.FocusReason.ShortcutFocusReason)),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(act)

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
            self._mark(self._points.index(left))
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
        for number, point in enumerate(self._points):
            self.agenda.addItem(QListWidgetItem(f"{point['number']}. {point['title']}"))
            if point["handled_at"] is not None:
                self._mark(number)
        self.people.blockSignals(True)
        for one in people:
            role = label_of(self._workspace, "meeting_role", one.role, language)
            item = QListWidgetItem(f"{names.get(one.organisation, '')} – {role}")
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(
                Qt.CheckState.Checked if one.present else Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.UserRole, (one.organisation, one.role))
            self.people.addItem(item)
        self.people.blockSignals(False)
        waiting = [i for i, p in enumerate(self._points) if p["handled_at"] is None]
        self.agenda.setCurrentRow(waiting[0] if waiting else len(self._points) - 1)
        self._tell_time()

    def _mark(self, row: int) -> None:
        """A point that has been dealt with is ticked."""
        item, point = self.agenda.item(row), self._points[row]
        item.setText(f"✓ {point['number']}. {point['title']}")
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole,
            tr("{point}, dealt with").format(point=f"{point['number']}. {point['title']}"))
        # a longer text may need a line more
        self.agenda.scheduleDelayedItemsLayout()

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
        blocks = blocks_of(self._workspace, self._picture, point["content"])
        html, images = html_of(blocks, self.palette(), links, self.content.room)
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

    def _present(self, item: QListWidgetItem) -> None:
        organisation, role = item.data(Qt.ItemDataRole.UserRole)
        here = item.checkState() == Qt.CheckState.Checked
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

    # --- the look

    def toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _leave_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()

    def on_another_screen(self) -> None:
        """Move to a screen that QGIS does not stand on, where there is one."""
        window = self._shell.iface.mainWindow().windowHandle()
        own = None if window is None else window.screen()
        others = [screen for screen in QGuiApplication.screens() if screen is not own]
        if own is not None and others:
            self.setGeometry(others[0].availableGeometry())

    def _step(self, by: int) -> None:
        nearest = min(range(len(_STEPS)), key=lambda i: abs(_STEPS[i] - _scale()))
        percent = _STEPS[max(0, min(len(_STEPS) - 1, nearest + by))]
        SCALE.set(str(percent))
        self.scale_letters(percent)

    def scale_letters(self, percent: int) -> None:
        """Letters in per cent of QGIS's own size."""
        font = QFont(QGuiApplication.font())
        size = font.pointSizeF() if font.pointSizeF() > 0 else 10.0
        font.setPointSizeF(size * percent / 100.0)
        self.setFont(font)
        large = QFont(font)
        large.setPointSizeF(font.pointSizeF() * 1.35)
        large.setBold(True)
        for label in (self.title, self.heading):
            label.setFont(large)
        self.notes.setFixedHeight(round(3.6 * self.fontMetrics().height()))
        self._later.start(0)

    def _tell_time(self) -> None:
        self.clock.setText(clock_text(
            self._meeting["starts_at"], self._meeting["ends_at"], datetime.now()))


class _Content(QTextBrowser):
    """A text view that holds its own pictures and tells when it has another width."""

    widened = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._images: Dict[str, QImage] = {}
        self.setOpenLinks(False)
        # a word broken in the middle of a narrow column cannot be read from afar
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setAccessibleName(tr("What the point is about"))

    @property
    def room(self) -> int:
        """Pixels that a picture may be wide."""
        return max(200, self.viewport().width() - 24)

    def show_html(self, html: str, images: Dict[str, QImage]) -> None:
        self._images = images
        self.setHtml(html)  # noqa: QGS202  (no raster, no web page)

    def loadResource(self, kind: int, name: QUrl) -> Any:  # noqa: N802
        return self._images.get(name.toString()) or super().loadResource(kind, name)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.widened.emit()


def _wrapping(view: QListWidget) -> None:
    """Long entries on several lines, whatever width the list has."""
    view.setWordWrap(True)
    view.setResizeMode(QListWidget.ResizeMode.Adjust)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)


def _scale() -> int:
    try:
        return max(80, min(300, int(SCALE.get())))
    except ValueError:
        return int(SCALE.default)
