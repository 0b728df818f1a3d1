"""The panel "Meetings": what is planned, what goes on, what was held – and the way into them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Dict, List, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QGridLayout, QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout

from ....domain.errors import DomainError
from ....i18n import tr, tr_error
from ...form_parts import note
from ...help import help_button
from ...panel import PanelPage
from ...record_table import Question, RecordList, RecordTable, Row, TableColumn
from ..parts.choices import label_of
from ..parts.doing import Doing, user_name

if TYPE_CHECKING:
    from ....data.records import Record
    from ...shell import Shell
    from .window import MeetingWindow


class MeetingPage(PanelPage):
    """The list of meetings, newest first, and what can be done with the chosen one."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.doing = Doing(shell)
        self.window_: Optional[MeetingWindow] = None
        self._dialog: Any = None
        self.plan_button = self._button(tr("Plan a meeting…"), self.plan)
        self.open_button = self._button(tr("Begin the meeting"), self.hold)
        self.change_button = self._button(tr("Change the plan…"), self.change)
        self.off_button = self._button(tr("Call off"), self.call_off)
        self.minutes_button = self._button(tr("Minutes…"), self.write_minutes)
        buttons = QGridLayout()
        buttons.addWidget(self.plan_button, 0, 0)
        buttons.addWidget(self.open_button, 0, 1)
        buttons.addWidget(self.change_button, 1, 0)
        buttons.addWidget(self.off_button, 1, 1)
        buttons.addWidget(self.minutes_button, 2, 0, 1, 2)
        self.told = note("", self)
        self.table = RecordTable(self._columns(), self)
        self.table.failed.connect(shell.messages.error)
        self.list = RecordList(self.table, tr("Meetings"), self)
        self.list.setSelectionMode(RecordList.SelectionMode.SingleSelection)
        self.list.chosen.connect(lambda _uuids: self._chosen())
        self.list.doubleClicked.connect(lambda _index: self.hold())
        header = self.list.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        top = QHBoxLayout()
        top.addLayout(buttons, 1)
        top.addWidget(help_button("est-mote", self), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(top)
        layout.addWidget(self.told)
        layout.addWidget(self.list, 1)
        for act, button in (
            ("meeting.plan", self.plan_button), ("meeting.hold", self.open_button),
            ("meeting.change", self.change_button), ("meeting.change", self.off_button),
        ):  # fmt: skip
            self.rights.hold(act, button)
        self._chosen()

    # --- the frame

    def opened(self) -> None:
        self.doing.forget()
        self._close_window()

    def closed(self) -> None:
        self.table.clear()
        self._close_window()

    def unload(self) -> None:
        self._close_window()

    def refresh(self) -> None:
        chosen = self.list.uuids()
        self.table.ask(self.workspace, Question(
            columns="m.uuid, m.title, m.kind, m.starts_at, m.status, (SELECT count(*) FROM "
            "decision d WHERE d.meeting = m.uuid AND d.deleted_at IS NULL) AS decisions",
            tables="meeting m", where="m.deleted_at IS NULL",
            order="m.starts_at DESC, m.uuid",
        ))  # fmt: skip
        if chosen:
            self.list.choose(self.table.find(chosen[0]))
        self._chosen()

    # --- what can be done

    @property
    def meeting(self) -> Optional[Record]:
        """The chosen meeting, as it stands now."""
        chosen = self.list.uuids()
        return self.workspace.get("meeting", chosen[0]) if chosen else None

    def choose(self, uuid: str) -> None:
        """Choose a meeting in the list."""
        self.list.choose(self.table.find(uuid))

    def plan(self) -> None:
        """Ask for a plan and store it."""
        from .plan import MeetingPlanDialog

        self._ask(MeetingPlanDialog(
            self, self.workspace, self.shell.current.language, self._store_plan))

    def change(self) -> None:
        """Change the chosen plan."""
        from .plan import MeetingPlanDialog

        meeting = self.meeting
        if meeting is None or meeting["status"] != "planned":
            return
        self._ask(MeetingPlanDialog(
            self, self.workspace, self.shell.current.language,
            lambda plan: self._store_change(meeting, plan), meeting,
        ))  # fmt: skip

    def hold(self) -> None:
        """Begin the chosen meeting, or go on with it, in meeting mode."""
        from ....data.casework import meetings

        meeting = self.meeting
        if meeting is None or meeting["status"] == "called_off":
            return
        if self.window_ is not None:
            self.window_.raise_()
            self.window_.activateWindow()
            return
        if meeting["status"] != "ongoing" and not self.doing.do(
            lambda: meetings.begin(self.workspace, meeting.uuid, user=user_name()), ""
        ):
            return
        self._open_window(meeting.uuid)

    def call_off(self) -> None:
        """Call off the chosen meeting; the message has a way back."""
        from ....data.casework import meetings

        meeting = self.meeting
        if meeting is not None and meeting["status"] == "planned":
            self.doing.do(
                lambda: meetings.call_off(self.workspace, meeting.uuid, user=user_name()),
                tr("The meeting “{title}” was called off.").format(title=meeting["title"]),
            )

    def write_minutes(self, uuid: str = "") -> None:
        """The minutes of a meeting, of the chosen one to begin with, as a document."""
        from ...documents import DocumentsPart

        chosen = uuid or next(iter(self.list.uuids()), "")
        if chosen:
            DocumentsPart(self.shell).choose("minutes", chosen)

    # --- inside

    def _store_plan(self, plan: Dict[str, Any]) -> str:
        from ....data.casework import meetings

        kind, keep, points = plan.pop("kind"), plan.pop("keep_agenda"), plan["points"]
        made: List[str] = []
        problem = self._try(lambda: made.append(
            meetings.plan(self.workspace, kind, plan.pop("starts_at"), user=user_name(), **plan)))
        if not problem and keep:
            problem = self._keep_agenda(kind, points)
        if made:
            self.refresh()
            self.choose(made[0])
        return problem

    def _store_change(self, meeting: Record, plan: Dict[str, Any]) -> str:
        from ....data.casework import meetings

        keep, people = plan.pop("keep_agenda"), plan.pop("participants")
        points = plan.pop("points")
        plan["title"] = plan["title"] or meeting["title"]
        problem = self._try(lambda: meetings.change_plan(
            self.workspace, meeting.uuid, plan, participants=people, points=points,
            base_version=meeting.version, user=user_name(),
        ))  # fmt: skip
        return problem or (self._keep_agenda(plan["kind"], points) if keep else "")

    def _keep_agenda(self, kind: str, points: Any) -> str:
        from ....data.casework.agenda import set_agenda

        return self._try(lambda: set_agenda(self.workspace, kind, points))

    @staticmethod
    def _try(action: Any) -> str:
        from ....data.errors import DataError

        try:
            action()
        except (DataError, DomainError) as error:
            return tr_error(error)
        return ""

    def _open_window(self, uuid: str) -> None:
        from .window import MeetingWindow

        window = MeetingWindow(self.shell, self.workspace, self.workspace.get("meeting", uuid))
        window.ended.connect(lambda closed: self._ended(uuid, closed))
        self.window_ = window
        window.on_another_screen()
        window.show()

    def _ended(self, uuid: str, closed: bool) -> None:
        self.window_ = None
        if self.shell.current.workspace is None:
            return
        meeting = self.workspace.get("meeting", uuid)
        if closed:
            self.shell.messages.success(
                tr("“{title}” is ended; what was said and decided is stored.").format(
                    title=meeting["title"]),
                (tr("Minutes…"), lambda: self.write_minutes(uuid)),
            )
        else:
            self.shell.messages.info(
                tr("“{title}” still goes on; all is stored.").format(title=meeting["title"]),
                (tr("Go on"), lambda: self._resume(uuid)),
            )
        self.refresh()

    def _resume(self, uuid: str) -> None:
        if self.window_ is None and self.shell.current.workspace is not None:
            self._open_window(uuid)

    def _close_window(self) -> None:
        window, self.window_ = self.window_, None
        if window is not None:
            window.ended.disconnect()
            window.close()

    def _ask(self, dialog: Any) -> None:
        self._dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _chosen(self) -> None:
        status = ""
        chosen = self.list.uuids()
        if chosen and self.shell.current.workspace is not None:
            status = str(self.workspace.get("meeting", chosen[0])["status"])
        self.open_button.setEnabled(status in ("planned", "ongoing", "closed"))
        self.open_button.setText(
            tr("Go on with the meeting") if status == "ongoing"
            else tr("Take up again") if status == "closed" else tr("Begin the meeting")
        )
        self.change_button.setEnabled(status == "planned")
        self.off_button.setEnabled(status == "planned")
        self.minutes_button.setEnabled(status in ("ongoing", "closed"))
        self.told.setVisible(True)
        if self.table.rowCount() == 0:
            self.told.setText(tr("No meetings yet. Plan the first one."))
        elif status == "ongoing":
            self.told.setText(tr("The meeting goes on. Go on where it was."))
        else:
            self.told.setVisible(False)

    def _columns(self) -> List[TableColumn]:
        return [
            TableColumn(tr("When"), lambda row: self._when(row)[:10], tip=self._when),
            TableColumn(tr("Meeting"), lambda row: str(row["title"])),
            TableColumn(tr("State"), lambda row: label_of(
                self.workspace, "meeting_state", row["status"], self.shell.current.language)),
            TableColumn("#", lambda row: str(row["decisions"]), right=True,
                        tip=lambda row: tr("Decisions: {count}.").format(count=row["decisions"])),
        ]  # fmt: skip

    def _when(self, row: Row) -> str:
        from ....data.values import from_stored

        column = self.workspace.schema.table("meeting").column("starts_at")
        when: datetime = from_stored(row["starts_at"], column)
        return f"{when:%Y-%m-%d %H:%M}"

    def _button(self, text: str, act: Any) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(lambda _checked=False: act())
        return button
