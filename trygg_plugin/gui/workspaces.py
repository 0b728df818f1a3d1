"""The actions "Create workspace" and "Open the demo"."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QDialog

from ..i18n import tr
from .icons import icon
from .open_project import open_project

if TYPE_CHECKING:
    from .shell import Shell


class WorkspacesPart:
    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._dialog: Optional[QDialog] = None

    def load(self) -> None:
        self._shell.add_action(
            "CreateWorkspace", tr("Create workspace…"), self.create,
            icon=QgsApplication.getThemeIcon("mActionNewGeoPackageLayer.svg"), in_toolbar=False,
        )
        self._shell.add_action(
            "Demo", tr("Open the demo…"), self.demo, icon=icon("trygg"), in_toolbar=False,
            tip=tr("An invented municipality to try everything on"),
        )

    def unload(self) -> None:
        if self._dialog is not None:
            self._dialog.reject()

    def create(self) -> None:
        # dialogs are loaded when they are asked for, not with QGIS
        from .create_workspace import CreateWorkspaceDialog

        dialog = CreateWorkspaceDialog(self._shell.iface.mainWindow())
        self._show(dialog)

    def demo(self) -> None:
        from .demo_dialog import DemoDialog

        folder = Path(tempfile.gettempdir())
        self._show(DemoDialog(folder, self._shell.iface.mainWindow()))

    def _show(self, dialog: QDialog) -> None:
        if self._dialog is not None:
            self._dialog.raise_()
            dialog.deleteLater()
            return
        self._dialog = dialog
        dialog.finished.connect(self._finished)
        dialog.open()

    def _finished(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        path = str(getattr(dialog, "project", ""))
        dialog.deleteLater()
        if result == QDialog.DialogCode.Accepted and path:
            self.open(path)

    def open(self, path: str) -> None:
        """Open a workspace's project, or offer to when the user keeps the open one."""
        if not open_project(self._shell.iface, path):
            self._shell.messages.info(
                tr("The project {path} was not opened.").format(path=path),
                (tr("Open"), lambda: self.open(path)),
            )
