"""What Trygg adds to QGIS's window: a toolbar, a menu, a help entry, and the parts in ``PARTS``.

A part is a class in this room that is made with the shell and has ``load()`` and
``unload()``. It adds its actions through :meth:`Shell.add_action`, which takes them
away again, so that a part's own ``unload()`` only undoes what the part did itself.
"""

from __future__ import annotations

from typing import Callable, List, Optional, Protocol, Tuple, Union

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolBar, QToolButton

from ..compat import import_module
from ..i18n import tr
from .current import CurrentWorkspace
from .icons import icon
from .messages import Messages

#: Module in this room and class in it, in the order of the toolbar.
PARTS: Tuple[Tuple[str, str], ...] = (
    ("workspaces", "WorkspacesPart"),
    ("report", "ReportPart"),
    ("imports", "ImportPart"),
    ("analyses", "AnalysesPart"),
    ("conflicts", "ConflictsPart"),
    ("shared_file", "SharedFilePart"),
    ("panels.review.part", "ReviewPart"),
    ("panels.problems.part", "ProblemsPart"),
    ("panels.measures.part", "MeasuresPart"),
    ("panels.meetings.part", "MeetingPart"),
    ("panels.follow_up.part", "FollowUpPart"),
    ("panels.periods.part", "PeriodsPart"),
    ("panels.walks.part", "WalksPart"),
    ("panels.law.part", "LawPart"),
    ("panels.history.part", "HistoryPart"),
    ("panels.feedback.part", "FeedbackPart"),
    ("logins", "LoginsPart"),
    ("documents", "DocumentsPart"),
    ("locator", "LocatorPart"),
    # after those whose actions it shows
    ("welcome", "WelcomePart"),
    ("options", "OptionsPart"),
    ("project_settings", "ProjectSettingsPart"),
    ("help", "HelpPart"),
)


class Part(Protocol):
    """A piece of the interface with a life of its own."""

    def load(self) -> None: ...

    def unload(self) -> None: ...


class Shell:
    """Owns the toolbar and the menu; loads the parts and unloads them in reverse order."""

    # handed over, so that a test can give a window of its own
    def __init__(self, iface: QgisInterface) -> None:  # noqa: QGS105
        self.iface = iface
        self.toolbar: Optional[QToolBar] = None
        self.menu: Optional[QMenu] = None
        #: the panels of the EST cycle: in the menu, and behind one button of the toolbar
        self.panels: Optional[QMenu] = None
        self.messages = Messages(iface)
        #: the workspace of the open project, which parts share
        self.current = CurrentWorkspace(self.messages)
        self._actions: List[QAction] = []
        self._parts: List[Part] = []

    def load(self) -> None:
        # no tr(): a name is the same in every language
        self.toolbar = self.iface.addToolBar("Trygg")
        self.toolbar.setObjectName("TryggToolBar")
        self.menu = QMenu("Trygg", self.iface.mainWindow())
        self.menu.setObjectName("TryggMenu")
        self.menu.setIcon(icon("trygg"))
        self.iface.pluginMenu().addMenu(self.menu)
        self.panels = QMenu(tr("Panels"), self.menu)
        self.panels.setObjectName("TryggPanelsMenu")
        for module, name in PARTS:
            part_class = getattr(import_module(f"{__package__}.{module}"), name)
            part: Part = part_class(self)
            self._parts.append(part)
            part.load()
        self._place_panels()
        self.toolbar.setVisible(bool(self.toolbar.actions()))
        # a project may have been open before the plugin was switched on
        self.current.find()

    def unload(self) -> None:
        while self._parts:
            self._parts.pop().unload()
        self.current.unload()
        while self._actions:
            self._actions.pop().deleteLater()
        if self.menu is not None:
            self.iface.pluginMenu().removeAction(self.menu.menuAction())
            self.menu.deleteLater()
            self.menu = self.panels = None
        if self.toolbar is not None:
            self.iface.mainWindow().removeToolBar(self.toolbar)
            self.toolbar.deleteLater()
            self.toolbar = None

    def _place_panels(self) -> None:
        """The panels' menu, first in the menu and behind one button, if there are panels."""
        if self.menu is None or self.toolbar is None or self.panels is None:
            return
        if not self.panels.actions():
            return
        first = next(iter(self.menu.actions()), None)
        self.menu.insertMenu(first, self.panels)
        button = QToolButton(self.toolbar)
        button.setObjectName("TryggPanelsButton")
        button.setText(self.panels.title())
        button.setIcon(icon("panels"))
        button.setToolTip(tr("The panels of the EST cycle"))
        button.setAccessibleName(button.toolTip())
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self.panels)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toolbar.addWidget(button)

    def action(self, key: str) -> Optional[QAction]:
        """The action that a part has added under a key, or None."""
        wanted = f"Trygg{key}"
        return next((found for found in self._actions if found.objectName() == wanted), None)

    @property
    def parts(self) -> Tuple[Part, ...]:
        """All loaded parts, for what leads from one to another."""
        return tuple(self._parts)

    def part(self, name: str) -> Optional[Part]:
        """The loaded part of a class, such as ``ReviewPart``, for links from one to another."""
        return next((part for part in self._parts if type(part).__name__ == name), None)

    def add_action(
        self,
        key: str,
        text: str,
        triggered: Callable[[], None],
        icon: Union[QIcon, None] = None,
        tip: str = "",
        in_toolbar: bool = True,
        in_menu: bool = True,
        checkable: bool = False,
    ) -> QAction:
        """An action in toolbar and menu, removed with the shell.

        ``key`` names it for shortcuts and tests (``Trygg<key>``). A checkable action
        calls ``triggered`` on every change; ask ``isChecked()`` for its state.
        """
        action = QAction(icon or QIcon(), text, self.iface.mainWindow())
        action.setObjectName(f"Trygg{key}")
        action.setToolTip(tip or text)
        action.setCheckable(checkable)
        action.triggered.connect(lambda _checked=False: triggered())
        if in_toolbar and self.toolbar is not None:
            self.toolbar.addAction(action)
        if in_menu and self.menu is not None:
            self.menu.addAction(action)
        self._actions.append(action)
        return action
