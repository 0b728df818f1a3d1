"""The frame of every panel: its action, its dock, its empty state, and when it reads again.

A panel is a :class:`PanelPart` (named in ``shell.PARTS``) that says how its page is made, and a
:class:`PanelPage` that shows the open workspace. The page is made when the panel is first
seen with a workspace, so that a panel costs nothing until it is wanted, also one that was left
open when QGIS was closed; it reads only while it can be seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Optional

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QDockWidget,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr
from . import settings
from .form_parts import note
from .icons import icon
from .rights import Rights

if TYPE_CHECKING:
    from ..data.workspace import Workspace
    from .shell import Shell

#: Time for several changes to become one reading (ms).
PAUSE = 300
#: What leads to a workspace, shown while none is open.
_FIRST_STEPS = ("CreateWorkspace", "Demo")


class PanelPage(QWidget):
    """What a panel shows while a workspace is open; made anew for no one, refreshed often."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        #: what the role may not do stays switched off
        self.rights = Rights(shell.current, self)

    @property
    def workspace(self) -> Workspace:
        """The open workspace; only asked while there is one."""
        workspace = self.shell.current.workspace
        assert workspace is not None  # nosec B101  (the frame shows no page without one)
        return workspace

    def opened(self) -> None:
        """Another workspace is open now: forget what was chosen in the last one."""

    def closed(self) -> None:
        """No workspace is open any more: let go of layers and stop tasks."""

    def refresh(self) -> None:
        """Read again what is shown; called when the panel is seen and something was written."""

    def unload(self) -> None:
        """The plugin is leaving: disconnect from all that lives on."""


class PanelPart:
    """A panel as a part of the shell. Subclasses set the class attributes and ``make_page``."""

    #: names action, dock and setting; English and without spaces, such as ``Review``
    key = ""
    #: drawing in styles/icons
    drawing = "trygg"
    #: default shortcut, or "" for none; can be changed in QGIS's list of shortcuts
    shortcut = ""
    in_toolbar = False
    area = Qt.DockWidgetArea.RightDockWidgetArea

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        self.dock: Optional[PanelDock] = None
        self.action: Optional[QAction] = None
        self._visible = settings.Setting(f"panel/{self.key}", False, bool)

    def title(self) -> str:
        """The name of the panel, through ``tr``."""
        raise NotImplementedError

    def make_page(self) -> PanelPage:
        """The page, made when it is first seen; brings what it needs then, not before."""
        raise NotImplementedError

    def load(self) -> None:
        self.action = self.shell.add_action(
            self.key, self.title(), self._toggle, icon=icon(self.drawing), checkable=True,
            in_toolbar=self.in_toolbar, in_menu=False,
        )
        if self.shell.panels is not None:
            self.shell.panels.addAction(self.action)
        self.shell.iface.registerMainWindowAction(self.action, self.shortcut)
        if self.shortcut:
            keys = QKeySequence(self.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
            self.action.setToolTip(f"{self.title()} ({keys})")
        if self._visible.get():
            self.action.setChecked(True)
            self._show()

    def unload(self) -> None:
        if self.action is not None:
            self.shell.iface.unregisterMainWindowAction(self.action)
            self.action = None
        if self.dock is not None:
            self.dock.closedStateChanged.disconnect(self._closed)
            self.dock.unload()
            self.shell.iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None

    def open(self) -> PanelPage:
        """Show the panel in front of others and give its page, for links from elsewhere."""
        if self.action is not None:
            self.action.setChecked(True)
        dock = self._show()
        dock.setUserVisible(True)
        return dock.page

    def _toggle(self) -> None:
        if self.action is not None and self.action.isChecked():
            self._show().setUserVisible(True)
        elif self.dock is not None:
            self.dock.setUserVisible(False)

    def _show(self) -> PanelDock:
        if self.dock is not None:
            return self.dock
        self.dock = PanelDock(self.shell, f"Trygg{self.key}Panel", self.title(), self.make_page)
        window = self.shell.iface.mainWindow()
        # where the user left it last time; else in front of the panels that stand there
        if not window.restoreDockWidget(self.dock):
            self.shell.iface.addDockWidget(self.area, self.dock)
            for other in window.findChildren(QDockWidget):
                if (
                    other is not self.dock
                    and other.isVisible()
                    and not other.isFloating()
                    and window.dockWidgetArea(other) == self.area
                ):
                    window.tabifyDockWidget(other, self.dock)
                    break
        self.dock.closedStateChanged.connect(self._closed)
        self._visible.set(True)
        return self.dock

    def _closed(self, closed: bool) -> None:
        self._visible.set(not closed)
        if self.action is not None:
            self.action.setChecked(not closed)


class PanelDock(QgsDockWidget):
    """A page in a dock that scrolls, or the way to a workspace when none is open."""

    def __init__(
        self, shell: Shell, name: str, title: str, make_page: Callable[[], PanelPage]
    ) -> None:
        super().__init__(title, shell.iface.mainWindow())
        self.setObjectName(name)
        self._shell = shell
        self._make_page = make_page
        self._page: Optional[PanelPage] = None
        self._stale = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(_scrolling(self._first_steps()))
        self._place = _scrolling()
        self.pages.addWidget(self._place)
        self.setWidget(self.pages)
        shell.current.changed.connect(self._opened)
        shell.current.written.connect(self._written)
        self.visibilityChanged.connect(self._seen)
        self._opened()

    @property
    def page(self) -> PanelPage:
        """The page; made when it is first asked for."""
        if self._page is None:
            self._page = self._make_page()
            self._place.setWidget(self._page)
            self._page.show()
            if self._shell.current.workspace is not None:
                self._page.opened()
        return self._page

    def unload(self) -> None:
        self._timer.stop()
        self._shell.current.changed.disconnect(self._opened)
        self._shell.current.written.disconnect(self._written)
        self.visibilityChanged.disconnect(self._seen)
        if self._page is not None:
            self._page.unload()

    def refresh(self) -> None:
        """Read now, if there is a workspace and the panel can be seen; else when it can."""
        if self._shell.current.workspace is None:
            return
        if not self.isVisible():
            self._stale = True
            return
        self._timer.stop()
        self._stale = False
        try:
            self.page.refresh()
        except Exception as error:
            # a locked or vanished database is told once, and the panel stays as it was
            if not _is_told(error):
                raise
            self._shell.messages.error(error, (tr("Try again"), self.refresh))

    def _opened(self) -> None:
        there = self._shell.current.workspace is not None
        self.pages.setCurrentIndex(1 if there else 0)
        if not there:
            self._timer.stop()
            if self._page is not None:
                self._page.closed()
            return
        if self._page is not None:
            self._page.rights.look()
            self._page.opened()
        self._written()

    def _written(self, *_: Any) -> None:
        self._stale = True
        if self.isVisible():
            self._timer.start(PAUSE)

    def _seen(self, visible: bool) -> None:
        if visible and self._stale:
            self._timer.start(0)

    def _first_steps(self) -> QWidget:
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.addWidget(note(
            tr("No workspace is open. Create one, look around in the demo, or open the project "
               "of a workspace that you have."), widget))
        for key in _FIRST_STEPS:
            button = action_button(self._shell, key, widget)
            if button is not None:
                layout.addWidget(button)
        layout.addStretch(1)
        return widget


def action_button(shell: Shell, key: str, parent: QWidget) -> Optional[QToolButton]:
    """A wide button for an action of the shell; None when no part has added it."""
    action = shell.action(key)
    if action is None:
        return None
    button = QToolButton(parent)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setDefaultAction(action)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(action.text())
    return button


def _scrolling(page: Optional[QWidget] = None) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    if page is not None:
        area.setWidget(page)
    return area


def _is_told(error: Exception) -> bool:
    """Whether an error is a sentence for people, as those of the data room are."""
    from ..data.errors import DataError

    return isinstance(error, DataError)
