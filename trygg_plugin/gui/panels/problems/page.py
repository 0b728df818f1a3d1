"""The panel of problems: made from incidents on the map, judged, ordered, and their causes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Optional

from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsGeometry
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon, QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QShortcut,
    QSizePolicy,
    QSplitter,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....domain.acts import step
from ....domain.states import PROBLEM, next_states
from ....i18n import tr
from ...form_parts import choice
from ...map_selection import MapSelection
from ...panel import PanelPage
from ...point_tool import on_map
from ...record_table import Question, RecordList, RecordTable, Row, TableColumn
from ..parts.choices import label_of, options_of
from ..parts.doing import Doing, user_name
from ..parts.draw_tool import DRAWING, POLYGON, DrawTool, in_crs
from ..parts.lights import light_icon
from ..parts.step_dialog import StepDialog
from ..parts.wrapped import Wrapped
from .causes import CausesTab
from .dialog import ProblemDialog
from .judgement import JudgementTab
from .overview import OverviewTab
from .source import selected_polygons

if TYPE_CHECKING:
    from ....data.records import Record
    from ...shell import Shell

#: What the list shows: key and the states left out.
_OPEN, _ALL = "open", "all"
_ROWS = 6
#: Letters of usual width from which on the list shows the weighted priority too.
_ROOM_FOR_SCORE = 60


class ProblemsPage(PanelPage):
    """The ordered list above, and the chosen problem in tabs below."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.doing = Doing(shell, self._can_undo)
        #: the record that the tabs show, as it was read last
        self.problem: Optional[Record] = None
        self.places = MapSelection(shell.iface, shell.current, "problem", self)
        self.places.changed.connect(self._map_chose)
        self.incidents = MapSelection(shell.iface, shell.current, "incident", self)
        self.incidents.changed.connect(lambda _uuids: self._can_create())
        self._dialog: Optional[QWidget] = None
        self._tool: Optional[DrawTool] = None

        layout = QVBoxLayout(self)
        layout.addLayout(self._make_top())
        self.empty = Wrapped(
            tr("No problems yet. Choose incidents on the map that belong together – the same "
               "phenomenon at the same place – and make them a problem."), self)
        layout.addWidget(self.empty)
        self.table = RecordTable(self._columns(), self)
        self.list = RecordList(self.table, tr("Problems"), self)
        self.list.setMinimumHeight(self.list.fontMetrics().height() * (_ROWS + 1))
        self.list.chosen.connect(self._list_chose)
        self.list.doubleClicked.connect(lambda _index: self.open_form())
        header = self.list.horizontalHeader()
        header.setStretchLastSection(False)
        for place in (0, 2, 3):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.failed.connect(shell.messages.error)
        self.details = self._make_details()
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.list)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(1, 1)
        layout.addWidget(splitter, 1)
        for keys, places in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda places=places: self.move(places))
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.doing.undo)
        self._hold_rights()
        self._can_create()
        self._show(None)

    # --- the frame

    def opened(self) -> None:
        self.doing.forget()
        self.judgement.forget()
        self._show(None)
        self._can_create()

    def closed(self) -> None:
        self._stop_tool()
        self.overview.stop()
        self.table.clear()
        self._show(None)

    def unload(self) -> None:
        self._stop_tool()
        self.overview.stop()
        self.places.unload()
        self.incidents.unload()

    def refresh(self) -> None:
        chosen = None if self.problem is None else self.problem.uuid
        with self.workspace.reading():
            self.table.ask(self.workspace, self._question())
            some = bool(self.table.rowCount())
            self.empty.setVisible(not some and not self.search.text())
            self._choose(chosen or (self.table.uuid(0) if some else None))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        # the title needs the room more than the figure, which the tab of priority shows too
        letters = self.width() / max(1, self.fontMetrics().averageCharWidth())
        self.list.setColumnHidden(2, letters < _ROOM_FOR_SCORE)

    # --- actions

    def create_from_selection(self) -> None:
        """A new problem of the incidents that are chosen on the map."""
        self._create(self.incidents.uuids())

    def create_from_polygons(self) -> None:
        """A new problem of the incidents inside the chosen polygons of any layer."""
        place = selected_polygons(self.shell.iface, self.workspace.crs)
        if place is None:
            self.shell.messages.info(
                tr("Choose an area of any polygon layer first, such as a hot spot.")
            )
            return
        from ....data.casework.places import incidents_within

        found = incidents_within(self.workspace, [place])
        if not found:
            self.shell.messages.info(tr("No reviewed incidents lie inside the chosen areas."))
            return
        self._create(found, place)

    def create_by_hand(self) -> None:
        """A new problem without incidents, when the evidence is of another kind."""
        self._open_dialog([], None)

    def open_form(self) -> None:
        """All fields of the problem, in the layer's own form."""
        if self.problem is None:
            return
        layer = self.shell.current.layer("problem")
        if layer is None:
            self.shell.messages.info(
                tr("The project has no layer of problems. Add it to the project first.")
            )
            return
        from ..parts.record_form import open_record

        open_record(self.shell, layer, self.problem, tr("Change problem"))

    def take_step(self, state: str) -> None:
        """Ask for a note and move the problem to another state."""
        problem = self.problem
        if problem is None:
            return
        language = self.shell.current.language
        said = label_of(self.workspace, "problem_state", state, language)

        def done(values: Dict[str, Any], written: Optional[str]) -> str:
            fine = self.doing.do(
                lambda: self.workspace.change_state(
                    "problem", problem.uuid, state, values, base_version=problem.version,
                    user=user_name(), note=written,
                ),
                tr("“{title}” is now: {state}.").format(title=problem["title"], state=said),
            )  # fmt: skip
            return "" if fine else tr("The state was not changed; see the message above the map.")

        self._open(StepDialog(
            self, said, [], options_of(self.workspace, language), language, done
        ))  # fmt: skip

    def move(self, places: int) -> None:
        """Move the chosen problem up or down in the decided order."""
        from ....data.casework import problems

        problem = self.problem
        if problem is None or problem["status"] in problems.SOLVED:
            return
        if self.doing.do(
            lambda: problems.move(self.workspace, problem.uuid, places, user=user_name()), ""
        ):
            self._again()

    def show_on_map(self) -> None:
        """The place and the incidents of the problem, chosen and in view."""
        from ....data.casework.problems import linked

        if self.problem is None:
            return
        self.incidents.select(linked(self.workspace, self.problem.uuid))
        self.places.select([self.problem.uuid], show=True)
        self._can_create()

    def draw_place(self) -> None:
        """Take the map for the area of the problem."""
        problem = self.problem
        if problem is None:
            return
        self._stop_tool()
        canvas = self.shell.iface.mapCanvas()
        stored = QgsCoordinateReferenceSystem(self.workspace.crs)
        self._tool = DrawTool(canvas, POLYGON, lambda drawn: self._drawn(problem, drawn))
        self._tool.start(
            self.shell, DRAWING[POLYGON](), at=on_map(canvas, problem.geometry, stored)
        )

    # --- making

    def _make_top(self) -> QVBoxLayout:
        self.create = QToolButton(self)
        self.create.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.create.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.create.setIcon(QgsApplication.getThemeIcon("symbologyAdd.svg"))
        self.create.setText(tr("New from selection"))
        self.create.setAccessibleName(tr("Create a problem from the selected incidents"))
        self.create.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.create.clicked.connect(lambda _checked=False: self.create_from_selection())
        menu = QMenu(self.create)
        menu.addAction(tr("From the selected incidents"), self.create_from_selection)
        menu.addAction(tr("From the selected areas of any layer"), self.create_from_polygons)
        menu.addAction(tr("Without incidents"), self.create_by_hand)
        self.create.setMenu(menu)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search problems"))
        self.search.textChanged.connect(lambda _text: self._again())
        self.filter = choice(
            [(_OPEN, tr("Open")), (_ALL, tr("All"))], _OPEN, self, tr("Problems shown")
        )
        self.filter.setMinimumContentsLength(5)
        self.filter.currentIndexChanged.connect(lambda _index: self._again())
        self.undo = QToolButton(self)
        self.undo.setIcon(QgsApplication.getThemeIcon("mActionUndo.svg"))
        self.undo.setToolTip(tr("Undo what this panel did last (Ctrl+Z)"))
        self.undo.setAccessibleName(tr("Undo"))
        self.undo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.undo.clicked.connect(lambda _checked=False: self.doing.undo())
        self.undo.setEnabled(False)
        self.create.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rows = QVBoxLayout()
        for widgets in ((self.create, self.undo), (self.search, self.filter)):
            row = QHBoxLayout()
            row.addWidget(widgets[0], 1)
            row.addWidget(widgets[1])
            rows.addLayout(row)
        return rows

    def _make_details(self) -> QWidget:
        details = QWidget(self)
        layout = QVBoxLayout(details)
        layout.setContentsMargins(0, 0, 0, 0)
        self.heading = Wrapped("", details)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        row = QHBoxLayout()
        row.addWidget(self.heading, 1)
        self.step = QToolButton(details)
        self.step.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.step.setMenu(QMenu(self.step))
        self.step.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for text, drawing, slot in (
            (tr("Show on map"), "mActionZoomToSelected.svg", self.show_on_map),
            (tr("All fields…"), "mActionFormView.svg", self.open_form),
            (tr("Draw the place on the map"), "mActionCapturePolygon.svg", self.draw_place),
            (tr("Move up (Alt+Up)"), "mActionArrowUp.svg", lambda: self.move(-1)),
            (tr("Move down (Alt+Down)"), "mActionArrowDown.svg", lambda: self.move(1)),
        ):
            button = QToolButton(details)
            button.setIcon(QgsApplication.getThemeIcon(drawing))
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            row.addWidget(button)
        #: what draws the place, and what changes the decided order
        self.draw, *self.orders = details.findChildren(QToolButton)[-3:]
        for button in details.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout.addLayout(row)
        layout.addWidget(self.step)
        self.tabs = QTabWidget(details)
        # narrow tabs say less of their names, but none is hidden behind an arrow
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.overview = OverviewTab(self)
        self.judgement = JudgementTab(self)
        self.causes = CausesTab(self)
        for tab, title in (
            (self.overview, tr("Development")),
            (self.judgement, tr("Priority")),
            (self.causes, tr("Causes")),
        ):
            self.tabs.setTabToolTip(self.tabs.addTab(tab, title), title)
        self.overview.pictured.connect(self.judgement.suggest)
        layout.addWidget(self.tabs, 1)
        return details

    def _columns(self) -> List[TableColumn]:
        return [
            TableColumn("#", lambda row: _text(row["priority_rank"]), right=True,
                        tip=lambda _row: tr("Decided order")),
            TableColumn(tr("Title"), lambda row: str(row["title"]), icon=self._light,
                        tip=self._told),
            TableColumn(tr("Score"), lambda row: _text(row["priority_total"], 0), right=True,
                        tip=lambda _row: tr("Weighted priority, 0 to 100")),
            TableColumn(tr("Inc."), lambda row: _text(row["incidents"]), right=True,
                        tip=lambda _row: tr("Linked incidents")),
        ]  # fmt: skip

    def _light(self, row: Row) -> QIcon:
        colours = self.workspace.standard.codelists["traffic_light"].codes
        known = {code.key: code.colour or "" for code in colours}
        key = str(row["light"] or "")
        return light_icon(key, known.get(key, ""))

    def _told(self, row: Row) -> str:
        language = self.shell.current.language
        state = label_of(self.workspace, "problem_state", row["status"], language)
        light = label_of(self.workspace, "traffic_light", row["light"] or "", language)
        return " · ".join(part for part in (str(row["title"]), state, light) if part)

    def _question(self) -> Question:
        from ....data.casework.problems import SOLVED

        where, parameters = "p.deleted_at IS NULL", []
        if self.filter.currentData() == _OPEN:
            where += f" AND p.status NOT IN ({', '.join(['{p}'] * len(SOLVED))})"
            parameters += SOLVED
        text = self.search.text().strip().lower()
        if text:
            where += " AND (lower(p.title) LIKE {p} OR lower(coalesce(p.place_name, '')) LIKE {p})"
            parameters += [f"%{text}%"] * 2
        return Question(
            columns=(
                "p.uuid, p.title, p.status, p.priority_rank, p.priority_total, "
                "(SELECT count(*) FROM problem_incident l WHERE l.problem = p.uuid "
                "AND l.deleted_at IS NULL) AS incidents, "
                "(SELECT g.colour FROM problem_light g JOIN period d ON d.uuid = g.period "
                "WHERE g.problem = p.uuid AND g.deleted_at IS NULL "
                "ORDER BY d.date_from DESC, g.uuid LIMIT 1) AS light"
            ),
            tables="problem p",
            where=where,
            order="CASE WHEN p.priority_rank IS NULL THEN 1 ELSE 0 END, p.priority_rank, "
            "coalesce(p.priority_total, -1) DESC, lower(p.title), p.uuid",
            parameters=tuple(parameters),
        )

    def _hold_rights(self) -> None:
        """What the role may not do is switched off."""
        for act, controls in (
            ("problem.create", (self.create, *self.create.menu().actions())),
            ("problem.order", self.orders),
            ("problem.place", (self.draw,)),
            ("problem.judge", (self.judgement.save, self.judgement.use)),
            ("problem.light", (self.overview.store_light,)),
            ("problem.link", (self.overview.link_chosen, self.overview.link_fresh)),
            ("problem.unlink", (self.overview.unlink_chosen,)),
            ("cause.add", (self.causes.add,)),
            ("cause.change", (self.causes.change, self.causes.up, self.causes.down)),
            ("cause.remove", (self.causes.remove,)),
        ):
            self.rights.hold(act, *controls)

    # --- choosing

    def _again(self) -> None:
        """Read at once, and tell when the database cannot be asked."""
        from ....data.errors import DataError

        if self.shell.current.workspace is None:
            return
        try:
            self.refresh()
        except DataError as error:
            self.shell.messages.error(error)

    def choose(self, uuid: str) -> None:
        """Show a problem, as from a link elsewhere."""
        self._choose(uuid)

    def _choose(self, uuid: Optional[str]) -> None:
        row = -1 if uuid is None else self.table.find(uuid)
        self.list.blockSignals(True)
        if row >= 0:
            self.list.choose(row)
        else:
            self.list.clearSelection()
        self.list.blockSignals(False)
        self._read(uuid)

    def _list_chose(self, uuids: List[str]) -> None:
        if len(uuids) != 1:
            return
        self._read(uuids[0])
        self.places.select(uuids)

    def _map_chose(self, uuids: List[str]) -> None:
        if len(uuids) == 1 and self.isVisible():
            self._choose(uuids[0])

    def _read(self, uuid: Optional[str]) -> None:
        found = [] if uuid is None else self.workspace.rows("problem", "uuid = {p}", [uuid])
        self._show(found[0] if found else None)

    def _show(self, problem: Optional[Record]) -> None:
        self.problem = problem
        self.details.setVisible(problem is not None)
        if problem is None:
            self.overview.stop()
            return
        language = self.shell.current.language
        self.heading.setText(str(problem["title"]))
        state = label_of(self.workspace, "problem_state", problem["status"], language)
        self.step.setText(tr("{state} – next step").format(state=state))
        self.step.setAccessibleName(self.step.text())
        menu = self.step.menu()
        menu.clear()
        before = str(problem["status"])
        for following in next_states(PROBLEM, before):
            entry = menu.addAction(
                label_of(self.workspace, "problem_state", following, language),
                lambda state=following: self.take_step(state),
            )
            self.rights.hold(step("problem", before, following), entry)
        for tab in (self.overview, self.judgement, self.causes):
            tab.show_problem(problem)

    def _can_create(self) -> None:
        layer = self.shell.current.layer("incident")
        count = 0 if layer is None else layer.selectedFeatureCount()
        self.create.setToolTip(
            tr("Create a problem from the {count} selected incidents").format(count=count)
            if count else tr("Choose incidents on the map first")
        )  # fmt: skip
        self.overview.selected(count)

    def _drawn(self, problem: Record, drawn: Optional[QgsGeometry]) -> None:
        self._tool = None
        if drawn is None:
            return
        place = in_crs(self.shell.iface.mapCanvas(), drawn, self.workspace.crs)
        if place is None:
            self.shell.messages.warning(
                tr("The area has no place in the workspace's coordinate system.")
            )
            return
        if self.doing.do(
            lambda: self.workspace.update(
                "problem", problem.uuid, {}, geometry=place, base_version=problem.version,
                user=user_name(),
            ),
            tr("The place of “{title}” is drawn.").format(title=problem["title"]),
        ):  # fmt: skip
            self._again()

    def _stop_tool(self) -> None:
        tool, self._tool = self._tool, None
        if tool is not None:
            tool.stop()

    def _can_undo(self) -> None:
        self.undo.setEnabled(self.doing.can_undo)

    def _create(self, incidents: List[str], place: Any = None) -> None:
        if not incidents:
            self.shell.messages.info(
                tr("Choose the incidents on the map or in a list first, then create the problem.")
            )
            return
        self._open_dialog(incidents, place)

    def _open_dialog(self, incidents: List[str], place: Any) -> None:
        from ....data.errors import DataError

        try:
            dialog = ProblemDialog(self, incidents, place)
        except DataError as error:
            self.shell.messages.error(error)
            return
        dialog.created.connect(self._created)
        self._open(dialog)

    def _open(self, dialog: Any) -> None:
        self._dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _created(self, uuid: str) -> None:
        self._again()
        self._choose(uuid)


def _text(value: Any, decimals: Optional[int] = None) -> str:
    if value is None:
        return "–"
    return f"{value:.{decimals}f}" if decimals is not None else str(value)
