"""The action "Import incidents"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Optional

from qgis.core import QgsApplication

from ..i18n import tr

if TYPE_CHECKING:
    from .import_dialog import ImportDialog
    from .shell import Shell


class ImportPart:
    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._dialog: Optional[ImportDialog] = None

    def load(self) -> None:
        self._shell.add_action(
            "Import", tr("Import incidents…"), self.show,
            icon=QgsApplication.getThemeIcon("mActionSharingImport.svg"),
            tip=tr("Import incidents from CSV, Excel, ODS or any layer"),
        )

    def unload(self) -> None:
        if self._dialog is not None:
            self._dialog.close()

    def show(self) -> None:
        workspace = self._shell.current.workspace
        if workspace is None:
            self._shell.messages.warning(
                tr("No workspace is open. Open its project, create a workspace, or try the demo.")
            )
            return
        if self._dialog is None:
            # dialogs are loaded when they are asked for, not with QGIS
            from .import_dialog import ImportDialog

            self._dialog = ImportDialog(
                self._shell.iface, workspace, self._shell.current.language
            )
            self._dialog.imported.connect(self._imported)
            self._dialog.destroyed.connect(self._forget)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _imported(self, results: Dict[str, Any]) -> None:
        from .import_dialog import outcome

        layer = self._shell.current.layer("incident")
        if layer is not None:
            # the import wrote past QGIS
            layer.dataProvider().reloadData()
            layer.triggerRepaint()
        self._shell.current.written.emit()
        self._shell.messages.success(outcome(results))

    def _forget(self) -> None:
        self._dialog = None
