"""The panel of safety walks: plan, walk, give points to owners, hear their answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Sequence

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....domain.states import WALK
from ....domain.walks import next_step
from ....i18n import fill, tr
from ...form_parts import note
from ...map_selection import MapSelection
from ...panel import PanelPage
from ..parts.choices import codes, organisations
from ..parts.doing import Doing, user_name
from ..parts.links import open_file
from ..parts.new_record import layer_of
from ..parts.notice_list import NoticeList
from ..parts.record_form import open_record
from ..parts.state_steps import StateSteps
from ..parts.wrapping_tree import WrappingTree
from .dialogs import Group, WalkDialog
from .map_tools import WalkMap
from .minutes_tab import PROTOCOL, MinutesTab
from .plan_tab import PlanTab
from .point_acts import PointActs, walk_options
from .points_tab import PointsTab

if TYPE_CHECKING:
    from ....data.casework.walks import Walk, WalkRow
    from ...shell import Shell

_UUID = Qt.ItemDataRole.UserRole


class WalksPage(PanelPage):
    """The walks above, the chosen one below: its way, its points, its plan and minutes."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.doing = Doing(shell)
        self.walk: Optional[Walk] = None
        self.dialog: Optional[Any] = None
        self.map = WalkMap(shell)
        self.points = PointActs(self)
        self.map_points = MapSelection(shell.iface, shell.current, "walk_point", self)
        self.map_points.changed.connect(self._map_chose)
        layout = QVBoxLayout(self)
        self.plan_button = QPushButton(tr("Plan a safety walk…"), self)
        self.plan_button.clicked.connect(lambda _checked=False: self.plan())
        layout.addWidget(self.plan_button)
        self.empty = note(
            tr("No walks yet. A safety walk has three meetings: one before, the walk itself, and "
               "one where the owners of the points answer."), self)
        layout.addWidget(self.empty)
        self.list = self._make_list()
        layout.addWidget(self.list)
        self.details = QWidget(self)
        below = QVBoxLayout(self.details)
        below.setContentsMargins(0, 0, 0, 0)
        self.steps = StateSteps(self.details)
        below.addWidget(self.steps)
        self.notice_list = NoticeList(self.details)
        below.addWidget(self.notice_list)
        self.next = QPushButton(self.details)
        self.next.clicked.connect(lambda _checked=False: self.go_on())
        below.addWidget(self.next)
        self.tabs = QTabWidget(self.details)
        self.tabs.setDocumentMode(True)
        self.points_tab = PointsTab(self._list_chose, self.act, self)
        self.plan_tab = PlanTab(
            lambda: self.plan(self.walk), self.draw_route, self.open_form, self)
        self.minutes_tab = MinutesTab(
            self.open_minutes, self.print_protocol, self.approve_minutes, self)
        self.tabs.addTab(self.points_tab, tr("Points"))
        self.tabs.addTab(self.plan_tab, tr("Plan"))
        self.tabs.addTab(self.minutes_tab, tr("Minutes"))
        below.addWidget(self.tabs, 1)
        layout.addWidget(self.details, 1)
        self._hold_rights()

    def _hold_rights(self) -> None:
        """What the role may not do is switched off."""
        points, plan = self.points_tab.buttons, self.plan_tab
        for act, controls in (
            ("walk.plan", (self.plan_button,)),
            ("walk.change", (self.next, plan.edit_button, plan.route_button,
                             self.minutes_tab.approve)),
            ("walk_point.add", (self.points_tab.add_button,)),
            ("walk_point.change", [points[key] for key in ("edit", "move", "up", "down")]),
            ("walk_point.answer", (points["answer"],)),
            ("walk_point.distribute", (points["distribute"],)),
            ("walk_point.measure", (points["measure"],)),
            ("walk_point.remove", (points["remove"],)),
        ):
            self.rights.hold(act, *controls)

    def _make_list(self) -> QTreeWidget:
        walks = WrappingTree(self)
        walks.setAccessibleName(tr("Safety walks"))
        walks.setRootIsDecorated(False)
        walks.setMinimumHeight(walks.fontMetrics().height() * 4)
        walks.setMaximumHeight(walks.fontMetrics().height() * 9)
        walks.currentItemChanged.connect(lambda _item, _before: self._show_chosen())
        return walks

    # --- the frame

    def opened(self) -> None:
        self.doing.forget()
        self.walk = None
        self.list.clear()

    def closed(self) -> None:
        self.map.stop()
        self.walk = None
        self.list.clear()

    def unload(self) -> None:
        self.map.stop()
        self.map_points.unload()

    def refresh(self) -> None:
        from ....data.casework.walks import listed

        with self.workspace.reading():
            rows = listed(self.workspace, date.today())
            kept = "" if self.walk is None else self.walk.record.uuid
            self.list.blockSignals(True)
            self.list.clear()
            states = self._labels("walk_state")
            for row in rows:
                item = QTreeWidgetItem([_walk_line(row)])
                item.setData(0, _UUID, row.uuid)
                said = ". ".join(
                    part for part in (row.title, row.area, states.get(row.status, "")) if part
                )
                item.setToolTip(0, said)
                self.list.addTopLevelItem(item)
                if row.uuid == kept:
                    self.list.setCurrentItem(item)
            if self.list.currentItem() is None and rows:
                self.list.setCurrentItem(self.list.topLevelItem(0))
            self.list.blockSignals(False)
            self.empty.setVisible(not rows)
            self.list.setVisible(bool(rows))
            self._show_chosen()

    # --- the walk

    def plan(self, walk: Optional[Walk] = None) -> None:
        """A new walk, or the plan of one that is there."""
        language = self.shell.current.language
        values: Dict[str, Any] = dict(walk.record.values) if walk is not None else {}
        groups: Sequence[Group] = [
            (group.role, group.number, group.organisation)
            for group in (walk.participants if walk is not None else ())
        ]
        self.dialog = WalkDialog(
            self.shell.iface.mainWindow(), self.workspace.standard.records["walk"],
            walk_options(self.workspace, language), language, values, groups,
            codes(self.workspace, "reporter_role", language), organisations(self.workspace),
            lambda made, who: self._store_plan(walk, made, who),
        )  # fmt: skip
        self.dialog.open()

    def go_on(self) -> None:
        """The next step of the walk."""
        from ....data.casework.walks import step

        if self.walk is None:
            return
        record = self.walk.record
        to = next_step(str(record["status"]))
        if to is not None:
            self.doing.do(
                lambda: step(
                    self.workspace, record.uuid, to, today=date.today(),
                    base_version=record.version, user=user_name(),
                ),
                fill(tr("{title}: {state}."), title=record["title"],
                     state=self._labels("walk_state").get(to, to)),
            )  # fmt: skip

    def draw_route(self) -> None:
        """Take the map for a line."""
        from ....data.casework.walks import change

        walk = self.walk
        if walk is None:
            return

        def drawn(line: QgsGeometry) -> None:
            self.doing.do(
                lambda: change(self.workspace, walk.record.uuid, route=line, user=user_name()),
                tr("The route is saved."),
            )

        self.map.ask_route(drawn)

    def open_form(self) -> None:
        """All fields of the walk in its own form."""
        layer = layer_of(self.shell, "walk") if self.walk is not None else None
        if layer is not None and self.walk is not None:
            layer.dataProvider().reloadData()
            record = self.workspace.get("walk", self.walk.record.uuid)
            self.dialog = open_record(self.shell, layer, record, str(record["title"]))

    def act(self, key: str) -> None:
        """An action of the list of points."""
        self.points.act(key)

    # --- the minutes

    def print_protocol(self) -> None:
        """Open the algorithm that makes the document."""
        from processing import execAlgorithmDialog

        execAlgorithmDialog(PROTOCOL, {"RECORD": self.walk.record.uuid} if self.walk else {})

    def approve_minutes(self) -> None:
        """The minutes are right, from today on."""
        walk = self.walk
        if walk is not None:
            self.doing.do(
                lambda: self.workspace.update(
                    "walk", walk.record.uuid, {"minutes_approved": date.today()},
                    base_version=walk.record.version, user=user_name(),
                ),
                tr("The minutes are approved."),
            )  # fmt: skip

    def open_minutes(self) -> None:
        """The file that holds the minutes."""
        if self.walk is not None and self.walk.record["file"]:
            open_file(self.shell, str(self.walk.record["file"]))

    # --- inside

    def _show_chosen(self) -> None:
        from ....data.casework.walks import read
        from ....domain.walks import before_step

        item = self.list.currentItem()
        before, self.walk = self.walk, (
            None if item is None else read(self.workspace, str(item.data(0, _UUID)))
        )
        if before is not None and (
            self.walk is None or self.walk.record.uuid != before.record.uuid
        ):
            self.map.stop()  # no click is waited for on behalf of another walk
        self.details.setVisible(self.walk is not None)
        if self.walk is None:
            return
        record = self.walk.record
        state = str(record["status"])
        states = self._labels("walk_state")
        self.steps.show_state([(key, states.get(key, key)) for key in WALK.states], state)
        to = next_step(state)
        notices = before_step(to, self.walk.facts, date.today()) if to else []
        self.notice_list.show_notices(notices)
        self.next.setText(_next_action(state))
        self.next.setVisible(to is not None)
        self.next.setEnabled(not any(notice.stops for notice in notices))
        names = dict(organisations(self.workspace))
        self.points_tab.add_button.setEnabled(state != "finished")
        self.points_tab.show_points(
            self.walk.points, names, self._labels("walk_theme"),
            self._labels("walk_point_status"),
        )  # fmt: skip
        self.plan_tab.show_plan(
            self.walk, self.workspace.standard.records["walk"], self.shell.current.language,
            self._labels("reporter_role"), names,
        )  # fmt: skip
        self.minutes_tab.show_minutes(record)

    def _store_plan(
        self, walk: Optional[Walk], values: Dict[str, Any], groups: List[Group]
    ) -> str:
        from ....data.casework.walks import Participants, change, plan

        who = [Participants(*group) for group in groups]
        if walk is None:
            return self.doing.attempt(
                lambda: plan(self.workspace, values, participants=who, user=user_name()),
                tr("The walk is planned."),
            )
        return self.doing.attempt(
            lambda: change(
                self.workspace, walk.record.uuid, values, participants=who,
                base_version=walk.record.version, user=user_name(),
            ),
            tr("The plan is saved."),
        )  # fmt: skip

    def _labels(self, codelist: str) -> Dict[str, str]:
        language = self.shell.current.language
        return {c.key: c.label[language] for c in self.workspace.standard.codelists[codelist].codes}

    def _list_chose(self, uuids: List[str]) -> None:
        self.map_points.select(uuids)

    def _map_chose(self, uuids: List[str]) -> None:
        self.points_tab.choose(uuids)


def _walk_line(row: WalkRow) -> str:
    """A walk in the list: what, when, and how many of its points have been answered."""
    parts = [row.title, tr("no date yet") if row.date is None else row.date.isoformat()]
    if row.owned:
        parts.append(fill(tr("Answers: {answered} of {owned}"), answered=row.answered,
                          owned=row.owned))  # fmt: skip
    if row.late:
        parts.append(fill(tr("({count} late)"), count=row.late))
    return " · ".join(parts)


def _next_action(state: str) -> str:
    """What the button says that takes a walk onward; empty at the end."""
    return {
        "planned": tr("The pre-meeting is held"),
        "premeeting": tr("The walk is done"),
        "walked": tr("Distribute the points"),
        "points_distributed": tr("The feedback meeting is held"),
        "feedback_meeting": tr("Finish the walk"),
    }.get(state, "")
