"""What a role may not do is switched off, and says who may.

A switched-off button protects nothing: on PostgreSQL the database does. A GeoPackage has no logins,
and there everyone may.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Optional, Union

from qgis.PyQt.QtCore import QEvent, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

from ..i18n import tr

if TYPE_CHECKING:
    from ..data.workspace import Workspace
    from ..domain.acts import Needs
    from .current import CurrentWorkspace

#: An act by its name in :data:`..domain.acts.ACTS`, what it needs, or what tells that.
Act = Union[str, "Needs", Callable[[], "Needs"]]


def why_not(workspace: Optional[Workspace], act: Act) -> str:
    """Why the login may not do this and who may, as a sentence; empty when it may."""
    from ..domain.acts import ACTS, allows, who_may
    from ..domain.rights import OWNER, ROLE_LABELS

    needs = ACTS[act] if isinstance(act, str) else act() if callable(act) else act
    role = None if workspace is None else workspace.role
    if not role or role == OWNER or allows(role, needs):
        return ""
    others = ", ".join(tr(ROLE_LABELS[one]) for one in who_may(needs))
    return tr("Your role ({role}) may not do this. These may: {others}.").format(
        role=tr(ROLE_LABELS.get(role, role)), others=others or "–"
    )


class Rights(QObject):
    """Keeps controls switched off while the open workspace's role may not use them."""

    #: another workspace is open, or none
    changed = pyqtSignal()

    def __init__(self, current: CurrentWorkspace, parent: QObject) -> None:
        super().__init__(parent)
        self._current = current

    def hold(self, act: Act, *controls: Union[QWidget, QAction]) -> None:
        """Watch buttons or menu entries that do an act, for as long as they live."""
        for control in controls:
            _Held(control, act, self).look()

    def look(self) -> None:
        """Ask anew: the role may be another one now, or an act may take other rights."""
        self.changed.emit()

    def why_not(self, act: Act) -> str:
        """Why the login may not do this, and who may; empty when it may."""
        return why_not(self._current.workspace, act)


class _Held(QObject):
    """One control. Whatever the panel sets by the state of a record, the role has the last word;
    what the panel said last comes back when the role may."""

    def __init__(self, control: Union[QWidget, QAction], act: Act, rights: Rights) -> None:
        super().__init__(control)
        self._control, self._act, self._rights = control, act, rights
        self._reason, self._tip = "", ""
        if isinstance(control, QAction):
            control.changed.connect(self._keep)
            menu = control.parent()
            if isinstance(menu, QMenu):
                menu.setToolTipsVisible(True)
        else:
            control.installEventFilter(self)
        rights.changed.connect(self.look)

    def look(self) -> None:
        before, self._reason = self._reason, self._rights.why_not(self._act)
        if self._reason:
            if before not in ("", self._reason):
                # the last reason is no tip of the panel's, to come back later
                self._control.setToolTip(self._tip)
            self._keep()
        elif before:
            self._control.setToolTip(self._tip)
            self._describe("")
            self._control.setEnabled(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.EnabledChange, QEvent.Type.ToolTipChange):
            self._keep()
        return False

    def _keep(self) -> None:
        control = self._control
        if not self._reason:
            return
        if control.isEnabled():
            control.setEnabled(False)
        if control.toolTip() != self._reason:
            self._tip = control.toolTip()
            control.setToolTip(self._reason)
            self._describe(self._reason)

    def _describe(self, reason: str) -> None:
        if isinstance(self._control, QWidget):
            self._control.setAccessibleDescription(reason)
