"""The panel of safety walks: plan, walk, give points to owners, hear their answers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Optional, Sequence

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsPointXY,
)
from qgis.PyQt.QtWidgets import (
    QHeaderView,
    QPushButton,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....domain.record_types import Field
from ....domain.states import WALK
from ....domain.walks import next_step, protocol_status
from ....i18n import fill, tr
from ...form_parts import note
from ...map_selection import MapSelection
from ...panel import PanelPage, PanelPart
from ...point_tool import PointTool, point_in
from ..parts.choices import NOTHING, Option, areas, codes, options_of, organisations
from ..parts.doing import Doing, user_name
from ..parts.draw_tool import LINE, DrawTool, in_crs
from ..parts.links import open_file
from ..parts.new_record import layer_of
from ..parts.notice_list import NoticeList
from ..parts.record_form import open_record
from ..parts.state_steps import StateSteps
from .dialogs import Group, PointDialog, WalkDialog
from .points_tab import PointsTab
from .step_dialogs import AnswerDialog, DistributeDialog, MeasureDialog

if TYPE_CHECKING:
    from ....data.casework.walks import Walk
    from ....data.records import Record
    from ...shell import Shell

PROTOCOL = "trygg:walkprotocol"


class WalksPart(PanelPart):
    key = "Walks"
    drawing = "walks"

    def title(self) -> str:
        return tr("Safety walks")

    def make_page(self) -> WalksPage:
        return WalksPage(self.shell)


class WalksPage(PanelPage):
    """The walks above, the chosen one below: its way, its points, its plan and minutes."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.doing = Doing(shell)
        self.walk: Optional[Walk] = None
        self.dialog: Optional[Any] = None
        self._tool: Optional[Any] = None
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
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(tr("Safety walks"))
        self.list.setHeaderLabels([tr("Walk"), tr("Date"), tr("Answers")])
        self.list.setRootIsDecorated(False)
        self.list.setMinimumHeight(self.list.fontMetrics().height() * 4)
        self.list.setMaximumHeight(self.list.fontMetrics().height() * 6)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(lambda _item, _before: self._show_chosen())
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
        self.tabs.addTab(self.points_tab, tr("Points"))
        self.tabs.addTab(self._make_plan(), tr("Plan"))
        self.tabs.addTab(self._make_minutes(), tr("Minutes"))
        below.addWidget(self.tabs, 1)
        layout.addWidget(self.details, 1)

    # --- the frame

    def opened(self) -> None:
        self.doing.forget()
        self.walk = None
        self.list.clear()

    def closed(self) -> None:
        self._stop_tool()
        self.walk = None
        self.list.clear()

    def unload(self) -> None:
        self._stop_tool()
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
                answers = f"{row.answered}/{row.owned}" if row.owned else "–"
                if row.late:
                    answers += " " + fill(tr("({count} late)"), count=row.late)
                item = QTreeWidgetItem(
                    [row.title, "–" if row.date is None else row.date.isoformat(), answers]
                )
                item.setData(0, 32, row.uuid)
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
            self._options(), language, values, groups,
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
        self._stop_tool()
        self.shell.messages.info(
            tr("Click along the route; the right button or Enter ends it, Esc gives up.")
        )
        self._tool = DrawTool(self.shell.iface.mapCanvas(), LINE, self._route_drawn)
        self._tool.start()

    def open_form(self) -> None:
        """All fields of the walk in its own form."""
        layer = layer_of(self.shell, "walk") if self.walk is not None else None
        if layer is not None and self.walk is not None:
            layer.dataProvider().reloadData()
            record = self.workspace.get("walk", self.walk.record.uuid)
            self.dialog = open_record(self.shell, layer, record, str(record["title"]))

    def print_protocol(self) -> None:
        from processing import execAlgorithmDialog

        execAlgorithmDialog(PROTOCOL, {"RECORD": self.walk.record.uuid} if self.walk else {})

    # --- points

    def act(self, key: str) -> None:
        """An action of the list of points."""
        chosen = self._chosen_points()
        if key == "add":
            self._pick(self._add_at, tr("Click on the map where the point lies. Esc cancels."))
        elif key == "distribute" and chosen:
            self._distribute(chosen)
        elif len(chosen) == 1:
            {
                "edit": self._edit, "move": self._move, "up": lambda p: self._renumber(p, -1),
                "down": lambda p: self._renumber(p, 1), "answer": self._answer,
                "measure": self._measure, "remove": self._remove,
            }[key](chosen[0])  # fmt: skip

    def _chosen_points(self) -> List[Record]:
        wanted = self.points_tab.uuids()
        return [p for p in (self.walk.points if self.walk else ()) if p.uuid in wanted]

    def _add_at(self, point: QgsPointXY) -> None:
        place = point_in(self.shell.iface.mapCanvas(), point, self._crs())
        if self.walk is not None:
            self._point_dialog(tr("New point"), {}, lambda values: self._add(values, place))

    def _add(self, values: Dict[str, Any], place: QgsGeometry) -> str:
        from ....data.casework.walks import add_point

        uuid = self.walk.record.uuid if self.walk else ""
        return self._refused(lambda: add_point(
            self.workspace, uuid, values, place=place, user=user_name()
        ), tr("The point is noted."))  # fmt: skip

    def _edit(self, point: Record) -> None:
        from ....data.casework.walks import change_point

        self._point_dialog(
            fill(tr("Point {number}"), number=point["number"]), point.values,
            lambda values: self._refused(lambda: change_point(
                self.workspace, point.uuid, values, base_version=point.version, user=user_name()
            ), tr("The point is changed.")),
        )  # fmt: skip

    def _move(self, point: Record) -> None:
        from ....data.casework.walks import change_point

        def moved(where: QgsPointXY) -> None:
            place = point_in(self.shell.iface.mapCanvas(), where, self._crs())
            self.doing.do(
                lambda: change_point(self.workspace, point.uuid, {}, place=place,
                                     user=user_name()),
                tr("The point is moved."),
            )  # fmt: skip

        self._pick(moved, tr("Click on the map where the point lies. Esc cancels."))

    def _renumber(self, point: Record, by: int) -> None:
        from ....data.casework.walks import renumber

        if self.walk is None:
            return
        order = [p.uuid for p in self.walk.points]
        at = order.index(point.uuid)
        to = min(max(at + by, 0), len(order) - 1)
        if to != at:
            order.insert(to, order.pop(at))
            uuid = self.walk.record.uuid
            self.doing.do(
                lambda: renumber(self.workspace, uuid, order, user=user_name()),
                tr("The points are numbered anew."),
            )

    def _distribute(self, points: Sequence[Record]) -> None:
        from ....data.casework.walks import DAYS_TO_ANSWER, distribute

        self.dialog = DistributeDialog(
            self.shell.iface.mainWindow(), len(points), organisations(self.workspace),
            DAYS_TO_ANSWER,
            lambda owner, day: self._refused(lambda: distribute(
                self.workspace, [p.uuid for p in points], owner, day, user=user_name()
            ), tr("The points are given to their owner.")),
        )  # fmt: skip
        self.dialog.open()

    def _answer(self, point: Record) -> None:
        from ....data.casework.walks import answer

        language = self.shell.current.language
        self.dialog = AnswerDialog(
            self.shell.iface.mainWindow(), codes(self.workspace, "walk_point_status", language),
            str(point["status"]), str(point["answer"] or ""), language,
            lambda status, text: self._refused(lambda: answer(
                self.workspace, point.uuid, status, text, base_version=point.version,
                user=user_name(),
            ), tr("The answer is noted.")),
        )  # fmt: skip
        self.dialog.open()

    def _measure(self, point: Record) -> None:
        from ....data.casework.walks import make_measure

        rows = self.workspace.query(
            "SELECT uuid, title FROM problem WHERE deleted_at IS NULL AND status <> {p} "
            "ORDER BY title, uuid",
            ["solved"],
        )
        self.dialog = MeasureDialog(
            self.shell.iface.mainWindow(), [(str(r["uuid"]), str(r["title"])) for r in rows],
            lambda problem: self._refused(lambda: make_measure(
                self.workspace, point.uuid, problem, user=user_name()
            ), tr("The point is a proposed measure now.")),
        )  # fmt: skip
        self.dialog.open()

    def _remove(self, point: Record) -> None:
        self.doing.do(
            lambda: self.workspace.delete("walk_point", point.uuid, base_version=point.version,
                                          user=user_name()),
            fill(tr("Point {number} is removed."), number=point["number"]),
        )

    # --- inside

    def _make_plan(self) -> QWidget:
        tab = QWidget(self)
        layout = QVBoxLayout(tab)
        self.plan_text = note("", tab)
        layout.addWidget(self.plan_text)
        self.participants = note("", tab)
        layout.addWidget(self.participants)
        for name, text, clicked in (
            ("edit_button", tr("Edit the plan…"), lambda: self.plan(self.walk)),
            ("route_button", tr("Draw the route"), self.draw_route),
            ("form_button", tr("All fields…"), self.open_form),
        ):
            button = QPushButton(text, tab)
            button.clicked.connect(lambda _checked=False, clicked=clicked: clicked())
            setattr(self, name, button)
            layout.addWidget(button)
        layout.addStretch(1)
        return tab

    def _make_minutes(self) -> QWidget:
        tab = QWidget(self)
        layout = QVBoxLayout(tab)
        self.minutes = note("", tab)
        layout.addWidget(self.minutes)
        self.file_button = QPushButton(tr("Open the file"), tab)
        self.file_button.clicked.connect(lambda _checked=False: self._open_file())
        layout.addWidget(self.file_button)
        self.print = QPushButton(tr("Make the protocol…"), tab)
        self.print.clicked.connect(lambda _checked=False: self.print_protocol())
        layout.addWidget(self.print)
        self.approve = QPushButton(tr("Approve the minutes"), tab)
        self.approve.clicked.connect(lambda _checked=False: self._approve())
        layout.addWidget(self.approve)
        layout.addStretch(1)
        return tab

    def _show_chosen(self) -> None:
        from ....data.casework.walks import read
        from ....domain.walks import before_step

        item = self.list.currentItem()
        self.walk = None if item is None else read(self.workspace, str(item.data(0, 32)))
        self.details.setVisible(self.walk is not None)
        if self.walk is None:
            return
        record, language = self.walk.record, self.shell.current.language
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
        self._show_plan(names, language)
        self._show_minutes()

    def _show_plan(self, names: Dict[str, str], language: str) -> None:
        assert self.walk is not None  # nosec B101  (only called with one)
        record = self.walk.record
        described = self.workspace.standard.records["walk"]
        lines = []
        for key in ("premeeting_at", "walked_at", "feedback_meeting_at"):
            when = record[key]
            told = tr("no date yet") if when is None else when.strftime("%Y-%m-%d %H:%M")
            lines.append(f"{described.field(key).label[language]}: {told}.")
        if record["purpose"]:
            lines.append(str(record["purpose"]))
        lines.append(
            tr("The route is on the map.") if record.geometry else tr("No route has been drawn.")
        )
        self.plan_text.setText("\n".join(lines))
        roles = self._labels("reporter_role")
        told = [
            f"{roles.get(group.role, group.role)}"
            + (f", {names.get(str(group.organisation), '')}" if group.organisation else "")
            + f": {group.number}"
            for group in self.walk.participants
        ]
        self.participants.setText("\n".join(
            [*told, fill(tr("{count} people."), count=self.walk.people)] if told
            else [tr("No participants are named by organisation and role.")]
        ))  # fmt: skip

    def _show_minutes(self) -> None:
        assert self.walk is not None  # nosec B101  (only called with one)
        record = self.walk.record
        status = protocol_status(record.values)
        self.minutes.setText({
            "missing": tr("No minutes have been written. Write a summary in the plan, or make the "
                          "protocol and attach it."),
            "written": tr("The minutes are written, and not approved yet."),
            "approved": fill(tr("The minutes were approved on {date}."),
                             date=record["minutes_approved"]),
        }[status])  # fmt: skip
        self.approve.setVisible(status == "written")
        self.file_button.setVisible(bool(record["file"]))
        self.print.setVisible(
            QgsApplication.processingRegistry().algorithmById(PROTOCOL) is not None
        )

    def _store_plan(
        self, walk: Optional[Walk], values: Dict[str, Any], groups: List[Group]
    ) -> str:
        from ....data.casework.walks import Participants, change, plan

        who = [Participants(*group) for group in groups]
        if walk is None:
            return self._refused(
                lambda: plan(self.workspace, values, participants=who, user=user_name()),
                tr("The walk is planned."),
            )
        return self._refused(
            lambda: change(
                self.workspace, walk.record.uuid, values, participants=who,
                base_version=walk.record.version, user=user_name(),
            ),
            tr("The plan is saved."),
        )  # fmt: skip

    def _route_drawn(self, drawn: Optional[QgsGeometry]) -> None:
        from ....data.casework.walks import change

        self._tool, walk = None, self.walk
        if drawn is None or walk is None:
            return
        line = in_crs(self.shell.iface.mapCanvas(), drawn, self.workspace.crs)
        if line is None:
            self.shell.messages.warning(
                tr("The route has no place in the workspace's coordinate system.")
            )
            return
        self.doing.do(
            lambda: change(self.workspace, walk.record.uuid, route=line, user=user_name()),
            tr("The route is saved."),
        )

    def _approve(self) -> None:
        walk = self.walk
        if walk is not None:
            self.doing.do(
                lambda: self.workspace.update(
                    "walk", walk.record.uuid, {"minutes_approved": date.today()},
                    base_version=walk.record.version, user=user_name(),
                ),
                tr("The minutes are approved."),
            )  # fmt: skip

    def _open_file(self) -> None:
        if self.walk is not None and self.walk.record["file"]:
            open_file(self.shell, str(self.walk.record["file"]))

    def _point_dialog(
        self, title: str, values: Any, stored: Callable[[Dict[str, Any]], str]
    ) -> None:
        self.dialog = PointDialog(
            self.shell.iface.mainWindow(), title, self.workspace.standard.records["walk_point"],
            self._options(), self.shell.current.language, values, stored,
        )  # fmt: skip
        self.dialog.open()

    def _refused(self, action: Callable[[], Any], done: str) -> str:
        """Do it for a dialog: a sentence when it was refused, else "" and it is told."""
        from ....data.errors import DataError
        from ....domain.errors import DomainError
        from ....i18n import tr_error

        problem: List[str] = []

        def asked() -> None:
            try:
                action()
            except (DataError, DomainError) as error:
                problem.append(tr_error(error))

        self.doing.do(asked, "")
        if not problem:
            link = (tr("Undo"), self.doing.undo) if self.doing.can_undo else None
            self.shell.messages.success(done, link)
        return problem[0] if problem else ""

    def _options(self) -> Callable[[Field], List[Option]]:
        usual = options_of(self.workspace, self.shell.current.language)

        def options(field: Field) -> List[Option]:
            if field.references == "area":
                return [NOTHING, *areas(self.workspace)]
            return usual(field)

        return options

    def _labels(self, codelist: str) -> Dict[str, str]:
        language = self.shell.current.language
        return {c.key: c.label[language] for c in self.workspace.standard.codelists[codelist].codes}

    def _crs(self) -> QgsCoordinateReferenceSystem:
        return QgsCoordinateReferenceSystem(self.workspace.crs)

    def _pick(self, picked: Callable[[QgsPointXY], None], said: str) -> None:
        self._stop_tool()
        self.shell.messages.info(said)
        self._tool = PointTool(self.shell.iface.mapCanvas(), picked)
        self._tool.start()

    def _stop_tool(self) -> None:
        tool, self._tool = self._tool, None
        if tool is not None:
            tool.stop()

    def _list_chose(self, uuids: List[str]) -> None:
        self.map_points.select(uuids)

    def _map_chose(self, uuids: List[str]) -> None:
        self.points_tab.choose(uuids)


def _next_action(state: str) -> str:
    """What the button says that takes a walk onward; empty at the end."""
    return {
        "planned": tr("The pre-meeting is held"),
        "premeeting": tr("The walk is done"),
        "walked": tr("Distribute the points"),
        "points_distributed": tr("The feedback meeting is held"),
        "feedback_meeting": tr("Finish the walk"),
    }.get(state, "")
