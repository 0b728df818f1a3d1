"""The panel "Trygg": the first steps, and with a workspace open where things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Dict, Optional, Sequence, Tuple

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import (
    QAction,
    QFormLayout,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from . import settings
from .figures import INCOMING, CountTask, Figures, Work
from .form_parts import note
from .icons import icon
from .written import count

if TYPE_CHECKING:
    from .shell import Shell

#: Time for several changes to become one count (ms).
_PAUSE = 400
_WITHOUT_WORKSPACE = ("CreateWorkspace", "Demo")
_WITH_WORKSPACE = ("Report", "Import")
#: The panels in the order of the EST cycle: the way that a newcomer follows.
_CYCLE = ("Review", "Problems", "Meetings", "Measures", "FollowUp", "Periods", "Law")
_AFTERWARDS = ("HotSpots", "Atlas")
#: Where a workspace keeps its notice that all is invented (project/demo.py).
_NOTICE = "invented_notice"


class WelcomePart:
    """The panel and the action that shows it."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._dock: Optional[WelcomeDock] = None
        self._action: Optional[QAction] = None

    def load(self) -> None:
        shell = self._shell
        self._action = shell.add_action(
            "Panel", tr("Trygg panel"), self._toggle, icon=icon("trygg"), checkable=True
        )
        if shell.toolbar is not None:
            # made last, since it shows the others' actions, but the first that one looks for
            shell.toolbar.insertAction(shell.toolbar.actions()[0], self._action)
        self._dock = WelcomeDock(shell)
        shell.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        self._dock.setUserVisible(settings.PANEL_VISIBLE.get())
        self._action.setChecked(settings.PANEL_VISIBLE.get())
        self._dock.closedStateChanged.connect(self._closed)

    def unload(self) -> None:
        if self._dock is not None:
            self._dock.closedStateChanged.disconnect(self._closed)
            self._dock.unload()
            self._shell.iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None
        self._action = None

    def _toggle(self) -> None:
        if self._dock is not None and self._action is not None:
            self._dock.setUserVisible(self._action.isChecked())

    def _closed(self, closed: bool) -> None:
        settings.PANEL_VISIBLE.set(not closed)
        if self._action is not None:
            self._action.setChecked(not closed)


class WelcomeDock(QgsDockWidget):
    def __init__(self, shell: Shell) -> None:
        # no tr(): a name is the same in every language
        super().__init__("Trygg", shell.iface.mainWindow())
        self.setObjectName("TryggPanel")
        self._shell = shell
        self._task: Optional[CountTask] = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._count)
        self.pages = QStackedWidget(self)
        self.empty_page = self._make_empty()
        self.work_page = self._make_work()
        for page in (self.empty_page, self.work_page):
            area = QScrollArea(self.pages)
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setWidget(page)
            self.pages.addWidget(area)
        self.setWidget(self.pages)
        shell.current.changed.connect(self.refresh)
        shell.current.written.connect(self._timer.start)
        self.refresh()

    def unload(self) -> None:
        self._shell.current.changed.disconnect(self.refresh)
        self._shell.current.written.disconnect(self._timer.start)
        self._timer.stop()
        self._forget_task()

    def refresh(self) -> None:
        """Show the page for what is open now."""
        workspace = self._shell.current.workspace
        self.pages.setCurrentIndex(0 if workspace is None else 1)
        if workspace is None:
            self._timer.stop()
            return
        self.title.setText(workspace.municipality_name or tr("Workspace without a name"))
        notice = workspace.meta.get(_NOTICE, "")
        self.notice.setText(notice)
        self.notice.setVisible(bool(notice))
        for figure in (self.incoming, self.reviewed, self.unlocated):
            figure.setText("…")
        for key in self.steps:
            self._say(key, "")
        self.state.hide()
        self._timer.start()

    # --- pages

    def _make_empty(self) -> QWidget:
        page, layout = _page()
        layout.addWidget(_heading(tr("Welcome to Trygg")))
        layout.addWidget(note(
            tr("Report, review and analyse incidents with the EST method, on data that your "
               "municipality owns."), page))
        layout.addWidget(note(
            tr("No workspace is open. Create one, look around in the demo, or open the project "
               "of a workspace that you have."), page))
        self._add_buttons(layout, _WITHOUT_WORKSPACE)
        layout.addStretch(1)
        return page

    def _make_work(self) -> QWidget:
        page, layout = _page()
        self.title = _heading("")
        self.notice = note("", page)
        self.state = note("", page)
        self.state.hide()
        self.incoming = self._figure(tr("Incoming incidents"), self._show_incoming)
        self.reviewed = self._figure(tr("Reviewed incidents"))
        self.unlocated = self._figure(tr("Incidents without a place"), self._show_unlocated)
        figures = QFormLayout()
        figures.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for widget in (self.incoming, self.reviewed, self.unlocated):
            label = QLabel(widget.accessibleName(), page)
            label.setBuddy(widget)
            figures.addRow(label, widget)
        for widget in (self.title, self.notice):
            layout.addWidget(widget)
        layout.addLayout(figures)
        layout.addWidget(self.state)
        self._add_buttons(layout, _WITH_WORKSPACE)
        layout.addWidget(_heading(tr("The EST cycle"), 1.1))
        self.steps: Dict[str, QToolButton] = {}
        for key in _CYCLE:
            self._add_step(layout, key)
        layout.addWidget(_heading(tr("Maps"), 1.1))
        self._add_buttons(layout, _AFTERWARDS)
        layout.addStretch(1)
        return page

    def _add_step(self, layout: QVBoxLayout, key: str) -> None:
        """A button that opens a panel, and says what waits in it once that is counted."""
        action = self._shell.action(key)
        if action is None:
            return
        button = QToolButton(self)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(action.icon())
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _checked=False: self._open(key))
        self.steps[key] = button
        self._say(key, "")
        layout.addWidget(button)

    def _say(self, key: str, waits: str) -> None:
        button, action = self.steps.get(key), self._shell.action(key)
        if button is None or action is None:
            return
        text = f"{action.text()} – {waits}" if waits else action.text()
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(action.toolTip())

    def _open(self, key: str) -> None:
        """Show the panel; one that is open already comes to the front."""
        from .panel import PanelPart

        for part in self._shell.parts:
            if isinstance(part, PanelPart) and part.key == key:
                part.open()

    def _figure(self, name: str, show: Optional[Callable[[], None]] = None) -> QToolButton:
        """A number; where ``show`` is given it leads to the records."""
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        button.setText("…")
        button.setToolTip(tr("Show them in the table") if show else "")
        if show is not None:
            button.clicked.connect(lambda _checked=False: show())
        else:
            button.setEnabled(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def _add_buttons(self, layout: QVBoxLayout, keys: Sequence[str]) -> None:
        for key in keys:
            action = self._shell.action(key)
            if action is None:
                continue
            button = QToolButton(self)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setDefaultAction(action)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(action.text())
            layout.addWidget(button)

    # --- figures

    def _count(self) -> None:
        workspace = self._shell.current.workspace
        if workspace is None:
            return
        self._forget_task()
        self._task = CountTask(workspace, self._counted)
        QgsApplication.taskManager().addTask(self._task)

    def _counted(
        self, figures: Optional[Figures], work: Optional[Work], problem: str
    ) -> None:
        self._task = None
        if figures is None or work is None:
            self.state.setText(problem)
            self.state.show()
            return
        self.incoming.setText(count(figures.incoming))
        self.reviewed.setText(count(figures.reviewed))
        self.unlocated.setText(count(figures.unlocated))
        self._say("Review", tr("{count} waiting").format(
            count=count(figures.incoming)) if figures.incoming else "")
        self._say("Problems", tr("{count} open").format(
            count=count(work.open_problems)) if work.open_problems else "")
        self._say("Measures", tr("{count} overdue").format(
            count=count(work.overdue)) if work.overdue else "")
        self._say("Meetings", tr("next {day}").format(
            day=work.next_meeting) if work.next_meeting else "")
        nothing = figures == Figures()
        self.state.setText(tr("There are no incidents yet. Report the first one, or import."))
        self.state.setVisible(nothing)

    def _forget_task(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            try:
                task.cancel()
            except RuntimeError:
                return  # QGIS has deleted a task that ended

    def _show_incoming(self) -> None:
        states = ", ".join(f"'{state}'" for state in INCOMING)
        self._show_table(f'"status" IN ({states})')

    def _show_unlocated(self) -> None:
        self._show_table("$geometry IS NULL")

    def _show_table(self, condition: str) -> None:
        layer = self._shell.current.layer("incident")
        if layer is not None:
            self._shell.iface.showAttributeTable(layer, condition)


def _page() -> Tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    return page, QVBoxLayout(page)


def _heading(text: str, size: float = 1.3) -> QLabel:
    label = note(text)
    font = QFont(label.font())
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * size)
    label.setFont(font)
    return label
