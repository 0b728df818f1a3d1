"""Opens the comparison when the user wants to decide between own edits and those of others."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional

from qgis.core import QgsVectorLayer

from ..i18n import tr, tr_error

if TYPE_CHECKING:
    from ..data.merge import Decision
    from .conflict_dialog import ConflictDialog
    from .shell import Shell


class ConflictsPart:
    """One comparison at a time; it goes with the workspace."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self.dialog: Optional[ConflictDialog] = None

    def load(self) -> None:
        self._shell.current.contested.connect(self.compare)
        self._shell.current.changed.connect(self._close)

    def unload(self) -> None:
        self._shell.current.contested.disconnect(self.compare)
        self._shell.current.changed.disconnect(self._close)
        self._close()

    def compare(self, layer: QgsVectorLayer) -> None:
        """Show both sides of a layer's conflicts."""
        from ..data.casework.words import Words
        from ..data.errors import DataError
        from .conflict_dialog import ConflictDialog

        current = self._shell.current
        workspace, guard = current.workspace, current.guard
        if workspace is None or guard is None:
            return
        self._close()
        try:
            name = layer.name()
            several = guard.sides(layer)
            words = Words(workspace, current.language)
            for sides in several:
                words.learn(sides.table, [sides.uuid])
        except RuntimeError:
            return  # the layer has left the project meanwhile
        except DataError as error:
            self._shell.messages.error(error, (tr("Try again"), lambda: self.compare(layer)))
            return
        if not several:
            current.save(layer)
            return
        iface = self._shell.iface
        self.dialog = ConflictDialog(
            name, several, words, workspace.crs, iface.mapCanvas(),
            lambda decisions: self._save(layer, decisions), iface.mainWindow(),
        )  # fmt: skip
        self.dialog.destroyed.connect(self._forget)
        self.dialog.show()
        self.dialog.raise_()

    def _save(self, layer: QgsVectorLayer, decisions: List[Decision]) -> str:
        """Save as decided; an empty text, or why it could not be done."""
        from ..data.errors import DataError

        current = self._shell.current
        if current.guard is None:
            return tr("The workspace is no longer open.")
        try:
            name = layer.name()
            saved = current.guard.resolve(layer, decisions, tr("Decide conflicting edits"))
        except RuntimeError:
            return tr("The layer is no longer in the project.")
        except DataError as error:
            return tr_error(error)
        if not saved:
            # the message bar says why and offers what to do; this comparison is out of date
            return ""
        current.written.emit()
        self._shell.messages.success(
            tr("“{layer}” was saved as you chose; what gave way stands in history.").format(
                layer=name)
        )
        return ""

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.close()

    def _forget(self) -> None:
        self.dialog = None
