"""The page of the review panel: the queue of incidents, one of them to judge, and what to do.

Everything is done by one key each. What a key does stands on its button and under "?".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional, Sequence, Tuple

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
)

from ....i18n import tr
from ...map_selection import MapSelection
from ...panel import PanelPage
from ...point_tool import PointTool, point_in
from ...record_table import Question
from ..parts.asking import Asking
from ..parts.choices import codes, organisations
from ..parts.doing import user_name
from .acts import Act, Acts
from .bar import FOLLOW, ON_INCIDENTS, ReviewBar
from .card import ReviewCard
from .dialogs import ABOUT_PERSONS, REQUESTS, ForwardDialog, RequestDialog
from .duplicates import DuplicatesView
from .filters import ReviewFilters
from .listing import CodeWords, ReviewList, ReviewTable
from .rights import why_not

if TYPE_CHECKING:
    from ....data.casework.queue import QueueFilter
    from ....data.casework.review import Done, Seen
    from ....data.casework.words import Words
    from ....data.records import Record
    from ....data.workspace import Workspace
    from ....domain.personal_data import Finding
    from ....domain.record_types import Field
    from ...shell import Shell

_ZOOM_SCALE = 2500
#: From this width on, in letters, list and card stand beside each other.
_BESIDE = 95


class ReviewPage(PanelPage):
    """Filters above, the list and the incident in the middle, the acts below."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        #: the one incident that is shown, as it was read
        self.record: Optional[Record] = None
        self._findings: Dict[str, List[Finding]] = {}
        self._words: Optional[CodeWords] = None
        self._read_at: Tuple[int, Any] = (-1, None)
        self._from_map = False
        self._tool: Optional[PointTool] = None
        self._counting, self._scanning, self._comparing = Asking(), Asking(), Asking()
        self._dialog: Optional[QDialog] = None
        self.doing = Acts(shell, self)
        self.doing.told.connect(self._told)
        self.doing.progressed.connect(self._progressed)
        self.doing.finished.connect(self._acted)
        self.places = MapSelection(shell.iface, shell.current, "incident", self)
        self.places.changed.connect(self._map_chose)

        self.filters = ReviewFilters(shell.iface.mapCanvas(), self)
        self.filters.changed.connect(lambda: self.reload())
        self.filters.unfolded.connect(self._count)
        self.filters.warnings_wanted.connect(self._scan)
        self.table = ReviewTable(self.code_words, self)
        self.table.failed.connect(shell.messages.error)
        self.list = ReviewList(self.table, self)
        self.list.chosen.connect(self._list_chose)
        self.list.installEventFilter(self)
        self.card = ReviewCard(self)
        self.card.remove_wanted.connect(self._remove_finding)
        self.card.send_back_wanted.connect(self._send_back)
        self.card.duplicates_wanted.connect(self.open_duplicates)
        self.duplicates = DuplicatesView(self)
        self.duplicates.merge_wanted.connect(self._merge)
        self.duplicates.closed.connect(self._close_duplicates)
        self.keys = QTextBrowser(self)
        self.keys.setAccessibleName(tr("Keys"))
        self.detail = QStackedWidget(self)
        for widget in (self.card, self.duplicates, self.keys):
            self.detail.addWidget(widget)
        # two reports have buttons of their own, and need the room
        self.detail.currentChanged.connect(
            lambda _index: self.bar.setHidden(self.detail.currentWidget() is self.duplicates)
        )

        # labels that wrap would make the panel scroll as a whole, and its buttons go out of sight
        self.count = QLabel(self)
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clear = QToolButton(self)
        self.clear.setText(tr("Show all"))
        self.clear.clicked.connect(lambda _checked=False: self.filters.clear())
        self.clear.hide()
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.filters)
        line = QHBoxLayout()
        line.addWidget(self.count, 1)
        line.addWidget(self.clear)
        layout.addLayout(line)
        layout.addWidget(self.splitter, 1)
        layout.addLayout(self._make_progress())
        self.bar = ReviewBar(self)
        self.bar.wanted.connect(self.act)
        self.actions_by_key, self.buttons = self.bar.actions_by_key, self.bar.buttons
        layout.addWidget(self.bar)
        self.said = QLabel(self)
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.said.setAccessibleName(tr("What was done last"))
        layout.addWidget(self.said)
        self._show(None)

    # --- the frame

    def opened(self) -> None:
        self._words = CodeWords(self.workspace, self.shell.current.language)
        self.doing.forget()
        self._told("")
        self._read_at = (-1, None)
        self.filters.use(self.workspace, self._words)
        self._show(None)

    def closed(self) -> None:
        self._stop()
        self.table.clear()
        self.record = None

    def unload(self) -> None:
        self._stop()
        self.doing.stop()
        self.filters.unload()
        self.places.unload()

    def refresh(self) -> None:
        # what this panel has just done is shown already
        now = (self.workspace.last_change(), self.filters.wanted())
        if self.doing.busy or now == self._read_at:
            return
        self.reload()

    def reload(self, row: Optional[int] = None, uuid: Optional[str] = None) -> None:
        """Ask for the list again and choose ``uuid``, or else what stands in ``row``."""
        if self.shell.current.workspace is None or self._words is None:
            return
        from ....data.casework.queue import question

        wanted = self.filters.wanted()
        keep = uuid or (self.record.uuid if self.record is not None and row is None else None)
        at = row if row is not None else max(self.list.currentIndex().row(), 0)
        with self.workspace.reading():
            parts = question(self.workspace, wanted)
            self.table.ask(self.workspace, Question(
                parts.columns, parts.tables, parts.where, parts.order, parts.parameters,
                key=parts.key,
            ))  # fmt: skip
            self._read_at = (self.workspace.last_change(), wanted)
            total = self.table.rowCount()
            found = self.table.find(keep, at) if keep else -1
            self._say_count(total)
            if total:
                self.list.choose(found if found >= 0 else min(at, total - 1))
            else:
                self._show(None)
        if self.filters.more.isChecked():
            self._count()

    def show_incident(self, uuid: str) -> None:
        """Choose an incident that waits, whatever was filtered before."""
        if position_of(self.workspace, self.filters.wanted(), uuid) is None:
            self.filters.clear()
        self.reload(row=position_of(self.workspace, self.filters.wanted(), uuid), uuid=uuid)
        self.list.setFocus()

    # --- what the acts ask

    def code_words(self) -> CodeWords:
        assert self._words is not None  # nosec B101  (set when the workspace is opened)
        return self._words

    def make_words(self) -> Words:
        from ....data.casework.words import Words

        return Words(self.workspace, self.shell.current.language)

    def fields(self) -> Sequence[Field]:
        return self.workspace.standard.records["incident"].fields

    def seen(self) -> List[Seen]:
        """The chosen incidents in the versions that were shown."""
        from ....data.casework.review import Seen

        if self.record is not None:
            return [Seen(self.record.uuid, self.record.version)]
        rows = [self.table.record(row) for row in self.list.rows()]
        return [Seen(str(row["uuid"]), int(row["version"])) for row in rows if row is not None]

    # --- acts

    def act(self, key: str) -> None:
        """Do what a button or a key asks for, unless it is switched off."""
        action = self.actions_by_key[key]
        if not action.isEnabled():
            self._told(action.toolTip())
            return
        {
            "approve": self.approve, "complete": self.open_requests, "reject": self.open_reasons,
            "duplicates": self.open_duplicates, "place": self.pick_place,
            "severity": self.open_severity, "begin": self.begin, "forward": self.open_forward,
            "problem": self.open_problems, "secrecy": self.open_secrecy, "clean": self.clean,
            "undo": self.undo, "next": lambda: self.step(1), "search": self.filters.search.setFocus,
            "keys": self.show_keys,
        }[key]()  # fmt: skip

    def approve(self) -> None:
        from ....data.casework import review

        self._do(tr("Approved"), review.approve)

    def begin(self) -> None:
        from ....data.casework import review

        self._do(tr("Taken up for review"), review.begin)

    def set_severity(self, severity: str) -> None:
        from ....data.casework import review

        label = self.code_words().label("severity", severity)
        self._do(
            tr("Severity {severity}").format(severity=label), review.set_values,
            {"severity_reviewed": severity},
        )  # fmt: skip

    def ask_completion(self, request: str) -> None:
        from ....data.casework import review

        self._do(tr("Sent back for completion"), review.ask_completion, request)

    def reject(self, reason: str) -> None:
        """Reject for a reason; a duplicate names the other report first."""
        from ....data.casework import review

        if reason == "duplicate":
            self.open_duplicates()
            return
        label = self.code_words().label("rejection_reason", reason)
        self._do(tr("Rejected: {reason}").format(reason=label), review.reject, reason)

    def set_values(self, what: str, **values: object) -> None:
        from ....data.casework import review

        self._do(what, review.set_values, values)

    def clean(self) -> None:
        """Take out of the texts all that may be personal data."""
        from ....data.casework import review

        self._do(tr("Possible personal data removed"), review.remove_personal_data)

    def undo(self) -> None:
        """Take back what was done last, and show it."""
        undone = self.doing.undo()
        if undone is None:
            if not self.doing.can_undo:
                self._told(tr("There is nothing to undo."))
            self._enable()
            return
        uuid = undone.uuids[0] if undone.uuids else None
        row = None if uuid is None else position_of(self.workspace, self.filters.wanted(), uuid)
        self.reload(row=row, uuid=uuid)

    def step(self, places: int) -> None:
        """The next incident, or the one before."""
        if self.detail.currentWidget() is self.duplicates:
            self.duplicates.step(places)
            return
        rows = self.list.rows()
        at = rows[-1 if places > 0 else 0] if rows else -1
        self.list.choose(min(max(at + places, 0), self.table.rowCount() - 1))

    # --- acts that ask something first

    def open_reasons(self) -> QMenu:
        language = self.shell.current.language
        reasons = codes(self.workspace, "rejection_reason", language)
        return self._menu("reject", [
            (label, lambda key=key: self.reject(key)) for key, label in reasons
        ])  # fmt: skip

    def open_severity(self) -> QMenu:
        options = codes(self.workspace, "severity", self.shell.current.language)
        # the labels begin with their numbers
        return self._menu("severity", [
            (label, lambda key=key: self.set_severity(key)) for key, label in options
        ], numbered=False)  # fmt: skip

    def open_requests(self) -> QMenu:
        language = self.shell.current.language
        requests = REQUESTS[language]
        return self._menu("complete", [
            *((text, lambda text=text: self.ask_completion(text)) for text in requests),
            (tr("In own words…"), self.open_request),
        ])  # fmt: skip

    def open_request(self, text: str = "") -> None:
        field = self.workspace.standard.records["incident"].field("completion_request")
        dialog = RequestDialog(self, self.shell.current.language, text, field.max_length or 300)
        dialog.accepted.connect(lambda: self.ask_completion(dialog.text()))
        self._open(dialog)

    def open_forward(self) -> None:
        from ....data.casework import review

        field = self.workspace.standard.records["incident_forward"].field("request")
        dialog = ForwardDialog(
            self, self.shell.current.language, organisations(self.workspace),
            field.max_length or 500,
        )  # fmt: skip

        def forward() -> None:
            organisation, request, due = dialog.answer()
            self._do(
                tr("Forwarded to {name}").format(name=dialog.organisation.currentText()),
                review.forward, organisation, request=request, due=due,
            )  # fmt: skip

        dialog.accepted.connect(forward)
        self._open(dialog)

    def open_problems(self) -> QMenu:
        """The open problems in their order, and a new one."""
        from ....data.casework import review
        from ....data.casework.problems import open_problems

        options: List[Tuple[str, Callable[[], None]]] = [
            (problem["title"], lambda uuid=problem.uuid, title=problem["title"]: self._do(
                tr("Linked to {problem}").format(problem=title), review.link_problem, uuid))
            for problem in open_problems(self.workspace)[:20]
        ]  # fmt: skip
        options.append((tr("New problem…"), self.new_problem))
        return self._menu("problem", options)

    def new_problem(self) -> None:
        from ....data.errors import DataError
        from ..problems.dialog import ProblemDialog

        try:
            dialog = ProblemDialog(self, [one.uuid for one in self.seen()], None)
        except DataError as error:
            self.shell.messages.error(error)
            return
        dialog.created.connect(lambda _uuid: self.reload())
        self._open(dialog)

    def open_secrecy(self) -> QMenu:
        language = self.shell.current.language
        marks = codes(self.workspace, "secrecy", language)
        label = tr("Secrecy: {mark}")
        options: List[Tuple[str, Callable[[], None]]] = [
            (label.format(mark=name), lambda key=key, name=name: self.set_values(
                label.format(mark=name), secrecy=key)) for key, name in marks
        ]  # fmt: skip
        for said, value in ((tr("May be published"), True), (tr("May not be published"), False)):
            options.append(
                (said, lambda said=said, value=value: self.set_values(said, publishable=value))
            )
        return self._menu("secrecy", options)

    def pick_place(self) -> None:
        """The next click on the map is where it happened."""
        if self.record is None:
            return
        self._stop_tool()
        record = self.record
        self._tool = PointTool(
            self.shell.iface.mapCanvas(), lambda point: self._placed(record, point)
        )
        self._tool.start()
        self._told(tr("Click on the map where it happened. Esc leaves the place as it is."))

    def _placed(self, record: Record, point: QgsPointXY) -> None:
        from qgis.core import QgsCoordinateReferenceSystem

        from ....data.casework import review
        from ....data.casework.review import Seen
        from ....exchange.places import AreaFinder

        workspace = self.workspace
        crs = QgsCoordinateReferenceSystem(workspace.crs)
        place = point_in(self.shell.iface.mapCanvas(), point, crs)
        if place.isEmpty():
            self.shell.messages.warning(
                tr("That point has no place in {crs}. Click inside the municipality.").format(
                    crs=crs.authid()
                )
            )
            return
        x, y = place.asPoint().x(), place.asPoint().y()
        (area,) = AreaFinder(workspace).find([x], [y])
        seen = [Seen(record.uuid, record.version)]
        self.doing.run(
            tr("Place corrected"), seen,
            lambda some: review.correct_place(
                workspace, some[0], (x, y), area or record["area"], user=user_name()
            ),
        )  # fmt: skip
        self.list.setFocus()

    # --- duplicates

    def open_duplicates(self) -> None:
        from ....data.casework.duplicates import candidates

        if self.record is None:
            self._told(tr("Choose one incident to look for its duplicates."))
            return
        found = candidates(self.workspace, self.record.uuid)
        if not found:
            self._told(tr("No other report is alike in place, time and category."))
            return
        self.duplicates.open_for(self.record, found)
        self.detail.setCurrentWidget(self.duplicates)
        self.list.setFocus()

    def _close_duplicates(self) -> None:
        self.duplicates.forget()
        self.detail.setCurrentWidget(self.card)
        self.list.setFocus()

    def _merge(self, kept: Record, lost: Record) -> None:
        from ....data.casework.duplicates import merge
        from ....data.casework.review import Seen

        workspace = self.workspace
        self._close_duplicates()
        self.doing.run(
            tr("Merged"), [Seen(kept.uuid, kept.version)],
            lambda seen: merge(
                workspace, seen[0], [Seen(lost.uuid, lost.version)], user=user_name()
            ),
        )  # fmt: skip

    # --- what is shown

    def show_keys(self) -> None:
        """All keys, or back from them."""
        if self.detail.currentWidget() is self.keys:
            self.detail.setCurrentWidget(self.card)
            return
        rows = [
            (action.data(), action.text().rstrip("…"))
            for action in self.actions_by_key.values() if action.data()
        ] + [
            ("1–4", tr("Set the reviewed severity")), ("↑ ↓", tr("Previous or next incident")),
            ("Shift+↑ ↓", tr("Choose several; the acts are done for all of them")),
            ("Esc", tr("Back to the incident")),
        ]  # fmt: skip
        table = "".join(
            f"<tr><td><b>{key}</b>&nbsp;&nbsp;</td><td>{text}</td></tr>" for key, text in rows
        )
        shown = f"<h3>{tr('Keys')}</h3><table cellspacing='3'>{table}</table>"
        self.keys.setHtml(shown)  # noqa: QGS202  (no web page, no raster)
        self.detail.setCurrentWidget(self.keys)

    def _list_chose(self, uuids: List[str]) -> None:
        if self.detail.currentWidget() is not self.card:
            self._close_duplicates()
        if len(uuids) == 1:
            self._show(uuids[0])
        else:
            self._show(None, len(uuids))
        if not self._from_map:
            self._show_on_map(uuids)

    def _show_on_map(self, uuids: Sequence[str]) -> None:
        # a map that is filtered by must not move under the filter's feet
        follow = FOLLOW.get() if not self.filters.in_view.isChecked() else "no"
        self.places.select(uuids, show=follow != "no" and len(uuids) == 1)
        if follow == "zoom" and len(uuids) == 1:
            canvas = self.shell.iface.mapCanvas()
            canvas.zoomScale(min(canvas.scale(), _ZOOM_SCALE))

    def _map_chose(self, uuids: List[str]) -> None:
        if self.shell.current.workspace is None or not self.isVisible():
            return
        self.filters.chosen_on_map(tuple(uuids))
        if len(uuids) != 1:
            return
        row = position_of(self.workspace, self.filters.wanted(), uuids[0])
        if row is None:
            return
        self._from_map = True
        try:
            self.list.choose(row)
        finally:
            self._from_map = False

    def _show(self, uuid: Optional[str], several: int = 0) -> None:
        """One incident, or a sentence where there is not exactly one."""
        from ....data.errors import DataError

        self._comparing.stop()
        self.record = None
        if uuid is not None:
            try:
                self._show_record(uuid)
            except DataError as error:
                self.shell.messages.error(error)
        if self.record is None:
            if several:
                said = tr("{count} incidents are chosen. What you do is done for all of them.")
                self.card.say(said.format(count=several))
            elif self.table.rowCount():
                self.card.say(tr("Choose an incident in the list or on the map."))
            elif self.filters.narrowed:
                self.card.say(tr("Nothing in the queue fits the filter."))
            else:
                self.card.say(tr("The queue is empty. All that has come in is reviewed."))
        self._enable()

    def _show_record(self, uuid: str) -> None:
        from ....data.casework.queue import findings

        with self.workspace.reading():
            record = self.workspace.get("incident", uuid)
            self._findings = findings(self.workspace, record.values)
            self.card.show_record(
                record, self.fields(), self.make_words(), self._findings, self._notes(uuid)
            )
        self.record = record
        self._compare(uuid)

    def _notes(self, uuid: str) -> List[str]:
        """What belongs to the incident: its problems, where it was forwarded, its duplicates."""
        from ....data.casework.duplicates import duplicates_of
        from ....data.casework.problems import problems_of

        said = [tr("Problem: {title}").format(title=one["title"])
                for one in problems_of(self.workspace, uuid)]  # fmt: skip
        words = self.make_words()
        for row in self.workspace.rows("incident_forward", "incident = {p}", [uuid]):
            name = words.name_of("actor", row["organisation"])
            said.append(tr("Forwarded to {name}").format(name=name))
        merged = len(duplicates_of(self.workspace, uuid))
        if merged:
            said.append(tr("Reports merged into this one: {count}").format(count=merged))
        return said

    def _say_count(self, total: int) -> None:
        if total:
            text = tr("1 incident") if total == 1 else tr("{count} incidents").format(
                count=self.locale().toString(total))
        else:
            text = tr("No incidents")
        self.count.setText(text)
        self.clear.setVisible(self.filters.narrowed)
        self.list.setVisible(bool(total))

    def _enable(self) -> None:
        workspace = self.shell.current.workspace
        chosen = self.record is not None or bool(self.list.rows())
        for key, action in self.actions_by_key.items():
            reason = ""
            if key in ON_INCIDENTS:
                if workspace is None or not chosen:
                    reason = tr("Choose an incident first.")
                elif key in ("place", "duplicates") and self.record is None:
                    reason = tr("Choose one incident only.")
                elif key == "clean" and self.record is not None and not self._findings:
                    reason = tr("Nothing in the texts looks like personal data.")
                else:
                    reason = why_not(workspace, key, self.record)
            elif key == "undo":
                what = self.doing.can_undo
                reason = "" if what else tr("There is nothing to undo.")
                if what:
                    action.setToolTip(tr("Undo: {what} (Z)").format(what=what))
            action.setEnabled(not reason)
            if reason:
                action.setToolTip(reason)
            elif key != "undo":
                action.setToolTip(f"{action.text().rstrip('…')} ({action.data()})")

    # --- questions to the database that may take a moment

    def _count(self) -> None:
        from ....data.casework.queue import counts

        workspace, wanted = self.workspace, self.filters.wanted()

        def told(found: Any, _problem: str) -> None:
            if found is not None and self.shell.current.workspace is workspace:
                self.filters.show_counts(found)

        self._counting.ask(tr("Counting the queue"), lambda: counts(workspace, wanted), told)

    def _scan(self, on: bool) -> None:
        self._scanning.stop()
        if not on:
            return
        from dataclasses import replace

        from ....data.casework.queue import with_warnings

        workspace = self.workspace
        wanted = replace(self.filters.wanted(), among=None)

        def told(found: Any, problem: str) -> None:
            if self.shell.current.workspace is workspace:
                self.filters.warned_are(found or ())
            if problem:
                self.shell.messages.warning(problem)

        self._told(tr("Looking through the texts…"))
        self._scanning.ask(
            tr("Looking for personal data"), lambda: with_warnings(workspace, wanted), told
        )

    def _compare(self, uuid: str) -> None:
        from ....data.casework.duplicates import candidates

        workspace = self.workspace
        self._comparing.ask(
            tr("Looking for duplicates"), lambda: len(candidates(workspace, uuid)),
            lambda found, _problem: self.card.show_duplicates(uuid, found or 0),
        )  # fmt: skip

    def _stop(self) -> None:
        for asking in (self._counting, self._scanning, self._comparing):
            asking.stop()
        self.card.stop()
        self.duplicates.forget()
        self.detail.setCurrentWidget(self.card)
        self._stop_tool()

    def _stop_tool(self) -> None:
        if self._tool is not None:
            self._tool.stop()
            self._tool.deleteLater()
            self._tool = None

    # --- how an act is done

    def _do(self, what: str, act: Callable[..., Done], *given: Any, **named: Any) -> None:
        workspace = self.workspace
        run: Act = lambda seen: act(workspace, seen, *given, user=user_name(), **named)  # noqa: E731
        self.doing.run(what, self.seen(), run)

    def _acted(self, done: Optional[Done]) -> None:
        rows = self.list.rows()
        row = rows[0] if rows else 0
        # what was refused is shown again as it stands now; else what stayed, or the next
        uuid = None
        if done is not None and len(done.uuids) + len(done.refused) == 1:
            uuid = (*done.uuids, *(refused for refused, _ in done.refused))[0]
        elif done is not None and self.record is not None:
            uuid = self.record.uuid
        self.reload(row=row, uuid=uuid)
        layer = self.shell.current.layer("incident")
        if layer is not None:
            layer.triggerRepaint()
        self.list.setFocus()

    def _remove_finding(self, field: str, number: int) -> None:
        from ....data.casework import review

        if field not in self._findings:
            self.clean()
            return
        only = {field: [self._findings[field][number]]}
        self._do(tr("Possible personal data removed"), review.remove_personal_data, only)

    def _send_back(self) -> None:
        self.ask_completion(REQUESTS[self.shell.current.language][ABOUT_PERSONS])

    def _told(self, sentence: str) -> None:
        self.said.setToolTip(sentence)
        self._say_last()

    def _say_last(self) -> None:
        sentence = self.said.toolTip()
        self.said.setText(self.said.fontMetrics().elidedText(
            sentence, Qt.TextElideMode.ElideRight, self.said.width()))

    def _progressed(self, done: int, total: int) -> None:
        self.progress.setMaximum(total)
        self.progress.setValue(done)  # noqa: QGS202  (no web page, no raster)
        running = done < total
        self.progress.setVisible(running)
        self.cancel.setVisible(running)

    def _open(self, dialog: QDialog) -> None:
        self._dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self.list.setFocus())
        dialog.open()

    def _menu(
        self, key: str, options: Sequence[Tuple[str, Callable[[], None]]], numbered: bool = True
    ) -> QMenu:
        """A menu whose entries are chosen by their numbers."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, (text, chosen) in enumerate(options, start=1):
            plain = text.replace("&", "&&")
            action = menu.addAction(f"&{number % 10}  {plain}" if numbered else f"&{plain}")
            action.triggered.connect(lambda _checked=False, chosen=chosen: chosen())
        if options:
            menu.setActiveAction(menu.actions()[0])
        button = self.buttons.get(key, self.bar.more)
        menu.popup(button.mapToGlobal(button.rect().topLeft()))
        return menu

    # --- the parts

    def _make_progress(self) -> QHBoxLayout:
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(tr("Progress"))
        self.progress.hide()
        self.cancel = QToolButton(self)
        self.cancel.setText(tr("Cancel"))
        self.cancel.clicked.connect(lambda _checked=False: self.doing.stop())
        self.cancel.hide()
        row = QHBoxLayout()
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        return row

    # --- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The list would search by letters and QGIS has letters of its own: ours come first."""
        if watched is self.list and event.type() in (
            QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride
        ):
            return self._key(event)
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._key(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        """Whether a key is ours; done when it is pressed, only claimed when Qt asks first."""
        wanted = self._meant(event)
        if wanted is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            wanted()
        return True

    def _meant(self, event: QKeyEvent) -> Optional[Callable[[], None]]:
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if held != Qt.KeyboardModifier.NoModifier or self.shell.current.workspace is None:
            return None
        shown = self.detail.currentWidget()
        if event.key() == Qt.Key.Key_Escape and shown is not self.card:
            return self._close_duplicates
        letter = event.text().upper()
        if shown is self.duplicates:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return self.duplicates.accept
            if letter == "X":
                return self.duplicates.swap_kept
        if letter in ("1", "2", "3", "4"):
            return lambda: self._severity_key(letter)
        for key, action in self.actions_by_key.items():
            if letter and letter == action.data():
                return lambda key=key: self.act(key)
        return None

    def _severity_key(self, severity: str) -> None:
        if self.actions_by_key["severity"].isEnabled():
            self.set_severity(severity)
        else:
            self._told(self.actions_by_key["severity"].toolTip())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        wide = self.width() > self.fontMetrics().horizontalAdvance("0") * _BESIDE
        self.splitter.setOrientation(
            Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        )
        self._say_last()


def position_of(workspace: Workspace, wanted: QueueFilter, uuid: str) -> Optional[int]:
    """Which row of the list an incident has, wherever in it that is."""
    from ....data.casework.queue import position

    return position(workspace, wanted, uuid)
