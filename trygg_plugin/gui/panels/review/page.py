"""The page of the review panel: the queue of incidents, one of them to judge, and what to do.

Everything is done by one key each. What a key does stands on its button and under "?".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Optional, Sequence, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
)

from ....i18n import tr
from ...map_selection import MapSelection
from ...panel import PanelPage
from . import keys
from .acts import Acts
from .background import Background
from .bar import FOLLOW, ReviewBar
from .detail import ReviewDetail, read
from .filters import ReviewFilters
from .judging import Judging
from .lines import ProgressLine, SaidLine
from .listing import CodeWords, ReviewList, ReviewTable
from .menus import Menus
from .placing import Placing
from .reading import Reading
from .rights import why_off

if TYPE_CHECKING:
    from ....data.casework.review import Done, Seen
    from ....data.casework.words import Words
    from ....data.records import Record
    from ....domain.personal_data import Finding
    from ....domain.record_types import Field
    from ...shell import Shell

_ZOOM_SCALE = 2500
#: From this width on, in letters, list and card stand beside each other.
_BESIDE = 80


class ReviewPage(PanelPage):
    """Filters above, the list and the incident in the middle, the acts below."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        #: the one incident that is shown, as it was read, and what its texts may tell of persons
        self.record: Optional[Record] = None
        self.findings: Dict[str, List[Finding]] = {}
        self._words: Optional[CodeWords] = None
        self._from_map = False
        #: what the map was moved to last: an incident and its place
        self._on_map: Tuple[object, ...] = ()
        self.doing = Acts(shell, self)
        self.judging, self.menus, self.placing = Judging(self), Menus(self), Placing(self)
        self.background, self.reading = Background(self), Reading(self)
        self._make_parts()
        self._lay_out()
        self.places = MapSelection(shell.iface, shell.current, "incident", self)
        self._connect()
        keys.ReviewKeys(self)
        self._show(None)

    # --- the frame

    def opened(self) -> None:
        self._words = CodeWords(self.workspace, self.shell.current.language)
        self.doing.forget()
        self.said.tell("")
        self.reading.forget()
        self.filters.use(self.workspace, self._words)
        self._show(None)

    def closed(self) -> None:
        self.stop()
        self.doing.forget()
        self.table.clear()
        self.record = None

    def unload(self) -> None:
        self.stop()
        self.doing.stop()
        self.filters.unload()
        self.places.unload()

    def stop(self) -> None:
        """Wait for no answer and no click any more."""
        self.background.stop()
        self.reading.forget()
        self.card.stop()
        self.detail.show_card()
        self.placing.stop()

    def refresh(self) -> None:
        # what this panel has just done is shown already
        if not self.doing.busy and not self.reading.is_fresh:
            self.reload()

    def reload(self, row: Optional[int] = None, uuid: Optional[str] = None) -> None:
        """Ask for the list again and choose ``uuid``, or else what stands in ``row``, or else what
        was chosen."""
        if self.shell.current.workspace is not None and self._words is not None:
            self.reading.ask(row, uuid)

    def show_incident(self, uuid: str) -> None:
        """Choose an incident that waits, whatever was filtered before."""
        from ....data.casework.queue import keys_of

        if not keys_of(self.workspace, [uuid], self.filters.wanted()):
            self.filters.clear()
        self.reload(uuid=uuid)
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

    def act(self, key: str, *given: str) -> None:
        """Do what a button or a key asks for, unless it is switched off. ``given``: what was said
        with it, so that nothing is asked first."""
        action = self.actions_by_key[key]
        if not action.isEnabled():
            self.said.tell(action.toolTip())
            return
        judging, menus = self.judging, self.menus
        {
            "approve": judging.approve, "complete": menus.requests, "reject": menus.reasons,
            "duplicates": self.open_duplicates, "place": self.placing.pick,
            "severity": judging.set_severity if given else menus.severity,
            "begin": judging.begin, "forward": menus.forward, "problem": menus.problems,
            "secrecy": menus.secrecy, "clean": judging.clean, "undo": self.undo,
            "next": lambda: self.step(1), "search": self.filters.search.setFocus,
            "keys": lambda: self.detail.turn_keys(keys.told(self.actions_by_key.values())),
        }[key](*given)  # fmt: skip

    def undo(self) -> None:
        """Take back what was done last, and show it."""
        undone = self.doing.undo()
        if undone is None:
            if not self.doing.can_undo:
                self.said.tell(tr("There is nothing to undo."))
            self._enable()
            return
        self.reading.after(undone.uuids, uuid=undone.uuids[0] if undone.uuids else None)

    def step(self, places: int) -> None:
        """The next incident, or the one before."""
        if self.detail.shows_duplicates:
            self.duplicates.step(places)
            return
        rows = self.list.rows()
        at = rows[-1 if places > 0 else 0] if rows else -1
        self.list.choose(min(max(at + places, 0), self.table.rowCount() - 1))

    def open_duplicates(self) -> None:
        """The incident beside the reports that may tell of the same."""
        from ....data.casework.duplicates import candidates

        if self.record is None:
            self.said.tell(tr("Choose one incident to look for its duplicates."))
            return
        found = candidates(self.workspace, self.record.uuid)
        if not found:
            self.said.tell(tr("No other report is alike in place, time and category."))
            return
        self.duplicates.open_for(self.record, found)
        self.detail.show_duplicates()
        self.list.setFocus()

    def close_duplicates(self) -> None:
        self.detail.show_card()
        self.list.setFocus()

    def _merge(self, kept: Record, lost: Record) -> None:
        self.close_duplicates()
        self.judging.merge(kept, lost)

    def _acted(self, done: Optional[Done]) -> None:
        rows = self.list.rows()
        row = rows[0] if rows else 0
        touched: List[str] = []
        if done is not None:
            touched = [*done.uuids, *(refused for refused, _ in done.refused)]
        # what was refused is shown again as it stands now; else what stayed, or the next
        uuid = self.record.uuid if self.record is not None and done is not None else None
        self.reading.after(touched, row, touched[0] if len(touched) == 1 else uuid)
        layer = self.shell.current.layer("incident")
        if layer is not None:
            layer.triggerRepaint()
        self.list.setFocus()

    # --- what is shown

    def _list_chose(self, uuids: List[str]) -> None:
        before = self.record
        if len(uuids) == 1:
            self._show(uuids[0])
        else:
            self._show(None, len(uuids))
        # two reports stay beside each other while others write about something else
        if not self.detail.shows_card and not _same(before, self.record):
            self.close_duplicates()
        if not self._from_map:
            self._show_on_map(uuids)

    def _show_on_map(self, uuids: Sequence[str]) -> None:
        # a map that is filtered by must not move under the filter's feet
        follow = FOLLOW.get() if not self.filters.in_view.isChecked() else "no"
        place = () if self.record is None else (self.record.uuid, self.record.geometry)
        # a list that is read again chooses the same one again
        moved, self._on_map = place != self._on_map, place
        self.places.select(uuids, show=follow != "no" and moved and len(uuids) == 1)
        if follow == "zoom" and moved and len(uuids) == 1:
            canvas = self.shell.iface.mapCanvas()
            canvas.zoomScale(min(canvas.scale(), _ZOOM_SCALE))

    def _map_chose(self, uuids: List[str]) -> None:
        if self.shell.current.workspace is None or not self.isVisible():
            return
        self.filters.chosen_on_map(tuple(uuids))
        if len(uuids) != 1:
            return
        row = self.reading.row_of(uuids[0])
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

        self.background.stop_comparing()
        self.record, self.findings = None, {}
        if uuid is not None:
            try:
                self._show_record(uuid)
            except DataError as error:
                self.shell.messages.error(error)
        if self.record is None:
            self.card.say(self._why_none(several))
        self.placing.follow(self.record)
        self._enable()

    def _show_record(self, uuid: str) -> None:
        with self.workspace.reading():
            words = self.make_words()
            shown = read(self.workspace, uuid, words)
            self.card.show_record(shown.record, self.fields(), words, shown.findings, shown.notes)
        self.record, self.findings = shown.record, shown.findings
        self.background.compare(uuid)

    def _why_none(self, several: int) -> str:
        if several:
            said = tr("{count} incidents are chosen. What you do is done for all of them.")
            return said.format(count=several)
        if self.table.rowCount():
            return tr("Choose an incident in the list or on the map.")
        if self.filters.narrowed:
            return tr("Nothing in the queue fits the filter.")
        return tr("The queue is empty. All that has come in is reviewed.")

    def show_list(self, rows: Sequence[int]) -> None:
        """The table has been read: choose these rows of it, or the last one that there is."""
        total = self.table.rowCount()
        self.say_count()
        if len(rows) > 1:
            self.list.choose_rows(rows)
        elif total:
            self.list.choose(min(rows[0], total - 1))
        else:
            self._show(None)
        if self.filters.more.isChecked():
            self.background.count()

    def say_count(self) -> None:
        """How many there are, or that they are being looked for."""
        total = self.table.rowCount()
        if self.reading.waiting:
            text = tr("Searching…")
        elif total:
            text = tr("1 incident") if total == 1 else tr("{count} incidents").format(
                count=self.locale().toString(total))
        else:
            text = tr("No incidents")
        self.count.setText(text)
        self.clear.setVisible(self.filters.narrowed)
        there = bool(total) or self.reading.waiting
        if not there and self.list.hasFocus():
            # the next widget would be the search field, and a key for undo a letter in it
            self.card.text.setFocus()
        self.list.setVisible(there)

    def _enable(self) -> None:
        workspace, record = self.shell.current.workspace, self.record
        chosen = workspace is not None and (record is not None or bool(self.list.rows()))
        self.bar.allow(
            lambda act: why_off(workspace if chosen else None, act, record, self.findings),
            self.doing.can_undo,
        )

    # --- the parts

    def _make_parts(self) -> None:
        self.filters = ReviewFilters(self.shell.iface.mapCanvas(), self)
        # a label that wraps would make the panel scroll as a whole
        self.count = QLabel(self)
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clear = QToolButton(self)
        self.clear.setText(tr("Show all"))
        self.clear.hide()
        self.table = ReviewTable(self.code_words, self)
        self.list = ReviewList(self.table, self)
        self.detail = ReviewDetail(self)
        self.card, self.duplicates = self.detail.card, self.detail.duplicates
        self.progress = ProgressLine(self)
        self.bar = ReviewBar(self)
        self.actions_by_key, self.buttons = self.bar.actions_by_key, self.bar.buttons
        self.said = SaidLine(self)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        # as shares: else a long text would leave the list two rows
        self.splitter.setSizes([200, 300])
        line = QHBoxLayout()
        line.addWidget(self.count, 1)
        line.addWidget(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.filters)
        layout.addLayout(line)
        layout.addWidget(self.splitter, 1)
        for widget in (self.progress, self.bar, self.said):
            layout.addWidget(widget)

    def _connect(self) -> None:
        self.doing.told.connect(self.said.tell)
        self.doing.progressed.connect(self.progress.show_progress)
        self.doing.finished.connect(self._acted)
        self.progress.cancelled.connect(self.doing.stop)
        self.places.changed.connect(self._map_chose)
        self.filters.changed.connect(lambda: self.reload())
        self.filters.unfolded.connect(self.background.count)
        self.filters.search.returnPressed.connect(self.list.setFocus)
        self.filters.warnings_wanted.connect(self.background.scan)
        self.clear.clicked.connect(lambda _checked=False: self.filters.clear())
        self.table.failed.connect(self.shell.messages.error)
        self.list.chosen.connect(self._list_chose)
        self.card.remove_wanted.connect(self.judging.remove_finding)
        self.card.send_back_wanted.connect(self.judging.send_back_for_persons)
        self.card.duplicates_wanted.connect(self.open_duplicates)
        self.duplicates.merge_wanted.connect(self._merge)
        self.duplicates.closed.connect(self.close_duplicates)
        # two reports have buttons of their own, and need the room
        self.detail.currentChanged.connect(
            lambda _index: self.bar.setHidden(self.detail.shows_duplicates)
        )
        self.bar.wanted.connect(self.act)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        wide = self.width() > self.fontMetrics().horizontalAdvance("0") * _BESIDE
        self.splitter.setOrientation(
            Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        )


def _same(one: Optional[Record], other: Optional[Record]) -> bool:
    """Whether both are the same incident in the same version."""
    return (
        one is not None and other is not None
        and (one.uuid, one.version) == (other.uuid, other.version)
    )
