"""The action "Logins and rights": there while the open workspace lives in PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QAction, QDialog

from ..i18n import tr

if TYPE_CHECKING:
    from .shell import Shell


class LoginsPart:
    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._dialog: Optional[QDialog] = None
        self.action: Optional[QAction] = None

    def load(self) -> None:
        self.action = self._shell.add_action(
            "Logins", tr("Logins and rights…"), self.show,
            icon=QgsApplication.getThemeIcon("user.svg"), in_toolbar=False,
            tip=tr("Who may do what in the open workspace"),
        )
        self._shell.current.changed.connect(self._changed)
        self._changed()

    def unload(self) -> None:
        self._shell.current.changed.disconnect(self._changed)
        if self._dialog is not None:
            self._dialog.reject()

    def show(self) -> None:
        workspace = self._shell.current.workspace
        if workspace is None:
            return
        if self._dialog is not None:
            self._dialog.raise_()
            return
        # loaded when it is asked for, not with QGIS
        from ..data.errors import DataError
        from .logins_dialog import LoginsDialog

        dialog = LoginsDialog(workspace, self._shell.iface.mainWindow())
        try:
            dialog.read()
        except DataError as error:
            dialog.deleteLater()
            self._shell.messages.error(error)
            return
        self._dialog = dialog
        dialog.finished.connect(self._finished)
        dialog.open()

    def _finished(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def _changed(self) -> None:
        """A GeoPackage has no logins: there the action would only lead to that sentence."""
        workspace = self._shell.current.workspace
        if self._dialog is not None:
            self._dialog.reject()
        if self.action is not None:
            # asked of the kind of engine alone: no question to a server while a project opens
            self.action.setVisible(workspace is not None and hasattr(workspace.engine, "target"))
