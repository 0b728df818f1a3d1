"""The panel of periods: where we stand in the cycle, what comes next, and what was adopted."""

from __future__ import annotations

from datetime import date, datetime, timezone
from typing import TYPE_CHECKING, Any, Dict, List, Mapping, Optional, Tuple

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QPushButton,
    QSizePolicy,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
)

from ....domain.acts import ACTS, Needs, step
from ....domain.advice import Notice
from ....domain.states import PERIOD
from ....i18n import fill, tr, tr_error
from ...form_parts import choice, note
from ...panel import PanelPage
from ..parts.asking import Asking
from ..parts.doing import Doing, user_name
from ..parts.notice_list import NoticeList
from ..parts.state_steps import StateSteps
from .adopt_dialog import AdoptDialog
from .editions_tab import EditionsTab
from .figures_tab import FiguresTab, ReportersTab
from .lights_tab import LightsTab
from .texts_tab import TextsTab
from .words import next_action, state_hint

if TYPE_CHECKING:
    from ....data.casework.period_counts import Late
    from ....data.records import Record
    from ....domain.periods import Period
    from ....reports.period_figures import PeriodFigures
    from ...shell import Shell

#: The algorithm that prints the picture; the button is there when it is.
PICTURE = "trygg:periodpicture"
#: Periods before the present one that can be opened afterwards.
_BACK = 2


class PeriodsPage(PanelPage):
    """The chosen period: its way, one next action, and its content in tabs."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.doing = Doing(shell)
        self._asking = Asking()
        self._adopting = Asking()
        self.record: Optional[Record] = None
        self.figures: Optional[PeriodFigures] = None
        self.notices: List[Notice] = []
        self.dialog: Optional[AdoptDialog] = None
        layout = QVBoxLayout(self)
        self.period = choice([], "", self, tr("Period"))
        self.period.currentIndexChanged.connect(lambda _index: self._chosen())
        layout.addWidget(self.period)
        self.steps = StateSteps(self)
        layout.addWidget(self.steps)
        self.hint = note("", self)
        layout.addWidget(self.hint)
        self.notice_list = NoticeList(self)
        layout.addWidget(self.notice_list)
        self.next = QPushButton(self)
        self.next.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.next.clicked.connect(lambda _checked=False: self.go_on())
        layout.addWidget(self.next)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.figures_tab = FiguresTab(self)
        self.lights_tab = LightsTab(self.set_lights, self)
        self.reporters_tab = ReportersTab(self)
        self.texts_tab = TextsTab(self.write_texts, self)
        self.editions_tab = EditionsTab(self._edition, shell.messages.error, self)
        for tab, title in (
            (self.figures_tab, tr("Figures")),
            (self.lights_tab, tr("Lights")),
            (self.texts_tab, tr("Texts")),
            (self.reporters_tab, tr("Reporters")),
            (self.editions_tab, tr("Adopted")),
        ):
            self.tabs.addTab(tab, title)
        layout.addWidget(self.tabs, 1)
        self.print = QToolButton(self)
        self.print.setText(tr("Make the document…"))
        self.print.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.print.clicked.connect(lambda _checked=False: self.print_picture())
        layout.addWidget(self.print)
        self.rights.hold(self._next_needs, self.next)
        self.rights.hold("period.write", self.texts_tab.save)
        self.rights.hold("area_light.set", self.lights_tab.store_button, self.lights_tab.take_all)

    # --- the frame

    def opened(self) -> None:
        self.doing.forget()
        self.texts_tab.clear()
        self.period.clear()

    def closed(self) -> None:
        self._asking.stop()
        self._adopting.stop()
        self.record = self.figures = None
        self.texts_tab.clear()
        self.figures_tab.clear()
        self.lights_tab.clear()
        self.reporters_tab.clear()

    def unload(self) -> None:
        self._asking.stop()
        self._adopting.stop()

    def refresh(self) -> None:
        with self.workspace.reading():
            self._list_periods()
            self._show_period()
            self._show_editions()

    # --- actions

    def go_on(self) -> None:
        """The next step of the period, or its beginning."""
        from ....data.casework import periods
        from ....domain.period_steps import ADOPTED, next_step

        uuid, period = self._choice()
        if uuid is None:
            if period is not None:
                self.doing.do(
                    lambda: periods.open_period(self.workspace, period, user=user_name()),
                    tr("The period is open."),
                )
            return
        if self.record is None or not self.texts_tab.store():
            return
        # the texts may just have been stored: the version is read anew
        record = self.workspace.get("period", uuid)
        to = next_step(str(record["status"]))
        if to is None:
            return
        if to == ADOPTED:
            self._prepare_adoption(record)
            return
        self.doing.do(
            lambda: periods.step(
                self.workspace, uuid, to, today=date.today(), base_version=record.version,
                user=user_name(),
            ),
            fill(tr("{title}: {state}."), title=record["title"], state=self._state(to)),
        )  # fmt: skip

    def set_lights(self, chosen: Mapping[str, Tuple[Optional[str], str]]) -> None:
        from ....data.casework.periods import set_lights

        if self.record is not None:
            uuid = self.record.uuid
            self.doing.do(
                lambda: set_lights(self.workspace, uuid, chosen, user=user_name()),
                tr("The light is set.") if len(chosen) == 1 else tr("The lights are set."),
            )

    def write_texts(self, texts: Mapping[str, str], version: int) -> bool:
        from ....data.casework.periods import write_texts

        if self.record is None:
            return False
        uuid = self.record.uuid
        return self.doing.do(
            lambda: write_texts(
                self.workspace, uuid, texts, base_version=version, user=user_name()
            ),
            tr("The texts are saved."),
        )

    def print_picture(self) -> None:
        """Open the algorithm that makes the document."""
        from processing import execAlgorithmDialog

        uuid, _period = self._choice()
        execAlgorithmDialog(PICTURE, {"RECORD": uuid} if uuid else {})

    # --- adoption

    def _prepare_adoption(self, record: Record) -> None:
        from ....data.casework.periods import may_adopt

        if not may_adopt(self.workspace):
            self.shell.messages.warning(tr("Only the coordinator adopts a period."))
            return
        from ....project.demo import notice_of

        workspace, language = self.workspace, self.shell.current.language
        uuid, notice = record.uuid, notice_of(self.workspace, language)
        self.next.setEnabled(False)
        self.next.setText(tr("Making the snapshot…"))

        def question() -> Any:
            from ....data.casework.periods import notices
            from ....reports.period_snapshot import adoption_content, preview_of

            today = date.today()
            content = adoption_content(
                workspace, uuid, language, today, datetime.now(timezone.utc), notice=notice
            )
            return content, preview_of(content), notices(workspace, uuid, "adopted", today)

        self._adopting.ask(
            tr("Making the snapshot…"), question,
            lambda answer, problem: self._confirm(record, answer, problem),
        )  # fmt: skip

    def _confirm(self, record: Record, answer: Any, problem: str) -> None:
        self.next.setEnabled(True)
        self.next.setText(next_action("est_meeting"))
        if problem:
            self.shell.messages.warning(problem)
            return
        if self.shell.current.workspace is None:
            return
        content, checksum, notices = answer
        self.dialog = AdoptDialog(
            self.shell.iface.mainWindow(), str(record["title"]),
            int(content["figures"]["total"]["count"]), checksum, notices,
            self._meetings(record.uuid),
            lambda meeting: self._adopt(record, content, meeting),
        )  # fmt: skip
        self.dialog.open()

    def _adopt(self, record: Record, content: Dict[str, Any], meeting: Optional[str]) -> str:
        from ....data.casework.periods import adopt
        from ....data.errors import DataError
        from ....domain.errors import DomainError

        try:
            adopt(
                self.workspace, record.uuid, content, today=date.today(), meeting=meeting,
                language=self.shell.current.language, base_version=record.version,
                user=user_name(),
            )  # fmt: skip
        except (DataError, DomainError) as error:
            return tr_error(error)
        # no undo: what is adopted stays
        self.doing.forget()
        self.shell.messages.success(
            fill(tr("{title} is adopted."), title=record["title"]),
            (tr("Show adopted editions"), lambda: self.tabs.setCurrentWidget(self.editions_tab)),
        )
        return ""

    def _meetings(self, period: str) -> List[Tuple[str, str]]:
        """Meetings that deal with the period first, then the latest EST meetings."""
        rows = self.workspace.query(
            "SELECT uuid, title, starts_at, period FROM meeting WHERE deleted_at IS NULL "
            "AND kind = {p} ORDER BY starts_at DESC LIMIT {p}",
            ["est", 12],
        )
        ordered = sorted(rows, key=lambda row: row["period"] != period)
        return [(str(r["uuid"]), _with_day(str(r["title"]), str(r["starts_at"])[:10]))
                for r in ordered]

    # --- what is shown

    def _choice(self) -> Tuple[Optional[str], Optional[Period]]:
        """uuid (None: it has no record yet) and days of the chosen period."""
        found = self.period.currentData()
        return found if found is not None else (None, None)

    def _chosen(self) -> None:
        self.texts_tab.clear()
        if self.shell.current.workspace is not None:
            self._show_period()

    def _list_periods(self) -> None:
        from ....data.casework.periods import listed, period_at
        from ....domain.periods import previous, title

        kept = self._choice()[1]
        language = self.shell.current.language
        entries: List[Tuple[str, Tuple[Optional[str], Period]]] = [
            (f"{row.title} – {_inside_text(self._state(row.status))}", (row.uuid, row.period))
            for row in listed(self.workspace)
        ]
        known = {(period.kind, period.start) for _label, (_uuid, period) in entries}
        one = period_at(self.workspace, date.today())
        for _ in range(_BACK + 1):
            if (one.kind, one.start) not in known:
                entries.append(
                    (fill(tr("{title} – not opened"), title=title(one, language)), (None, one))
                )
            one = previous(one)
        entries.sort(key=lambda entry: (entry[1][1].end, entry[1][1].days), reverse=True)
        self.period.blockSignals(True)
        self.period.clear()
        for label, data in entries:
            self.period.addItem(label, data)
        at = next((i for i, (_l, (_u, p)) in enumerate(entries) if p == kept), None)
        self.period.setCurrentIndex(self._first(entries) if at is None else at)
        self.period.blockSignals(False)

    @staticmethod
    def _first(entries: List[Tuple[str, Tuple[Optional[str], Period]]]) -> int:
        """What most likely is worked on: the latest period that has a record, else the present."""
        with_record = [i for i, (_label, (uuid, _period)) in enumerate(entries) if uuid]
        return with_record[0] if with_record else 0

    def _next_needs(self) -> Needs:
        """What the next step takes: for most of them it is not much, adopting is a decision."""
        from ....domain.period_steps import next_step

        if self.record is None:
            return ACTS["period.open"]
        before = str(self.record["status"])
        return step("period", before, next_step(before) or before)

    def _show_period(self) -> None:
        from ....data.casework import periods
        from ....domain.period_steps import OPEN, next_step

        uuid, period = self._choice()
        language = self.shell.current.language
        labels = [(key, self._state(key)) for key in PERIOD.states]
        known = QgsApplication.processingRegistry().algorithmById(PICTURE)
        self.print.setVisible(known is not None)
        if uuid is None:
            self.record = None
            self.steps.hide()
            self.notices = []
            self.hint.setText(tr("The period has no record yet. Open it to write in it, and to "
                                 "judge its traffic lights."))
            self.next.setText(tr("Open the period"))
        else:
            self.record = self.workspace.get("period", uuid)
            state = str(self.record["status"])
            self.steps.show()
            self.steps.show_state(labels, state)
            self.hint.setText(state_hint(state))
            self.next.setText(next_action(state))
            to = next_step(state)
            self.notices = (
                periods.notices(self.workspace, uuid, to, date.today()) if to else []
            )
        self.rights.look()
        self.notice_list.show_notices(self.notices)
        stopped = any(notice.stops for notice in self.notices)
        self.next.setVisible(bool(self.next.text()))
        # a step that is stopped by texts can be taken once they are written: they are stored first
        self.next.setEnabled(not stopped or self.texts_tab.unsaved)
        for tab in (self.lights_tab, self.texts_tab):
            tab.setEnabled(self.record is not None)
        if self.record is not None:
            texts = periods.TEXTS if self.record["status"] in OPEN else (
                periods.TEXTS_AFTER_ADOPTION)
            self.texts_tab.show_texts(
                self.record, self.workspace.standard.records["period"], language, texts
            )
        self._ask_figures(uuid, period)

    def _ask_figures(self, uuid: Optional[str], period: Optional[Period]) -> None:
        if period is None:
            return
        workspace, language = self.workspace, self.shell.current.language

        def question() -> Any:
            from ....data.casework import periods
            from ....reports.period_figures import period_figures

            with workspace.reading():
                late = periods.late_of(workspace, period, uuid)
                lights = periods.lights(workspace, uuid) if uuid else {}
                return period_figures(workspace, period, language, date.today()), late, lights

        self._asking.ask(tr("Counting the period"), question, self._counted)

    def _counted(self, answer: Any, problem: str) -> None:
        from ....domain.period_steps import OPEN

        if problem:
            self.shell.messages.warning(problem)
            return
        if self.shell.current.workspace is None:
            return
        figures, late, lights = answer
        self.figures = figures
        self._tell(figures, late)
        codes = self.workspace.standard.codelists["traffic_light"].codes
        language = self.shell.current.language
        may = self.record is not None and self.record["status"] in OPEN
        self.lights_tab.show_lights(
            figures.areas, lights,
            {code.key: (code.label[language], code.colour or "") for code in codes}, may,
        )  # fmt: skip

    def _tell(self, figures: PeriodFigures, late: Late) -> None:
        self.figures_tab.show_figures(figures, late)
        self.reporters_tab.show_reporters(figures)

    def _show_editions(self) -> None:
        from ....data.casework.periods import TEXTS, editions

        language = self.shell.current.language
        codes = self.workspace.standard.codelists["traffic_light"].codes
        described = self.workspace.standard.records["period"]
        self.editions_tab.show_editions(
            [row for row in editions(self.workspace) if row["period"] is not None],
            {code.key: code.label[language] for code in codes},
            {key: described.field(key).label[language] for key in TEXTS},
        )

    def _edition(self, uuid: str) -> Any:
        from ....data.casework.periods import read_edition

        return read_edition(self.workspace, uuid)

    def _state(self, key: str) -> str:
        language = self.shell.current.language
        codes = self.workspace.standard.codelists["period_state"].codes
        return next((code.label[language] for code in codes if code.key == key), key)


def _inside_text(word: str) -> str:
    """A state's name in a line of text: without its capital, unless it begins with "EST"."""
    return word if word[:2].isupper() else word[:1].lower() + word[1:]


def _with_day(title: str, day: str) -> str:
    """A meeting's title and its day, which most titles end with already."""
    return title if day in title else f"{title} {day}"
