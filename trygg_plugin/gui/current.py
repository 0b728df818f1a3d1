"""The workspace of the open project: found when a project is read, watched while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional

from qgis.core import (
    QgsExpressionContextUtils,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..i18n import tr, tr_error, user_language
from ..project.layer_keys import GEOMETRY_PROPERTY, find_layer, table_of, workspace_layers
from .messages import Messages

if TYPE_CHECKING:
    from ..data.edit_guard import Conflict, EditGuard
    from ..data.workspace import Workspace


class CurrentWorkspace(QObject):
    """Opens the project's workspace and guards its layers against edits that would overwrite.

    The file is only looked at when QGIS has just opened its layers itself, so that a network
    drive that does not answer is never waited for once more.
    """

    #: another workspace, or none, is open now
    changed = pyqtSignal()
    #: something was written to the workspace from here
    written = pyqtSignal()
    #: the user wants to compare the own edits of a layer with what others have saved
    contested = pyqtSignal(object)
    #: the user wants to upgrade the workspace that this names: an older version made it
    outdated = pyqtSignal(str)

    def __init__(self, messages: Messages, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.workspace: Optional[Workspace] = None
        #: while a form tells a refusal itself, the message bar stays silent
        self.quiet = False
        self._messages = messages
        self._guard: Optional[EditGuard] = None
        self._committed: List[QgsVectorLayer] = []
        project = QgsProject.instance()
        project.readProject.connect(self._project_read)
        project.cleared.connect(self.close)

    def unload(self) -> None:
        project = QgsProject.instance()
        project.readProject.disconnect(self._project_read)
        project.cleared.disconnect(self.close)
        self.close()
        self.deleteLater()

    @property
    def guard(self) -> Optional[EditGuard]:
        """What watches the layers' edits while a workspace is open."""
        return self._guard

    @property
    def language(self) -> str:
        """The language of the open project's forms."""
        if self.workspace is None:
            return user_language()
        chosen = QgsExpressionContextUtils.projectScope(QgsProject.instance()).variable(
            "trygg_language"
        )
        return str(chosen) if chosen in ("sv", "en") else self.workspace.language

    def layer(self, table: str) -> Optional[QgsVectorLayer]:
        """The open project's layer of a table, if it is there and can be read."""
        layer = find_layer(QgsProject.instance(), table)
        return layer if layer is not None and layer.isValid() else None

    def map_layers(self, table: str) -> List[QgsVectorLayer]:
        """The layers that show a table's places: one for each kind where it holds any kind."""
        layers = [
            layer
            for layer in workspace_layers(QgsProject.instance())
            if table_of(layer) == table and layer.isValid()
        ]
        of_a_kind = [layer for layer in layers if layer.customProperty(GEOMETRY_PROPERTY)]
        return of_a_kind or layers

    def find(self) -> None:
        """Look for a workspace in the open project, as after reading it."""
        self._project_read()

    def close(self) -> None:
        """Forget the workspace and let go of its layers."""
        if self.workspace is None:
            return
        for layer in self._committed:
            try:
                layer.afterCommitChanges.disconnect(self._layer_committed)
            except (RuntimeError, TypeError):
                continue  # the layer is gone, and its connections with it
        self._committed = []
        if self._guard is not None:
            self._guard.close()
            self._guard.deleteLater()
            self._guard = None
        if self._announce in self.workspace.listeners:
            self.workspace.listeners.remove(self._announce)
        self.workspace = None
        self.changed.emit()

    def _project_read(self, *_: Any) -> None:
        self.close()
        layers = [layer for layer in workspace_layers(QgsProject.instance()) if layer.isValid()]
        if not layers:
            return
        # the data room is loaded with the first workspace, not with QGIS
        from ..data.edit_guard import EditGuard
        from ..data.engines import target_of_layer
        from ..data.errors import DataError
        from ..data.workspace import WorkspaceOutdated, open_workspace

        targets = (target_of_layer(layer.source(), layer.providerType()) for layer in layers)
        target = next((found for found in targets if found is not None), None)
        if target is None:
            return
        try:
            workspace = open_workspace(target)
        except WorkspaceOutdated as error:
            self._messages.error(
                error, (tr("Upgrade…"), lambda: self.outdated.emit(str(target)))
            )
            return
        except DataError as error:
            self._messages.error(error)
            return
        self.workspace = workspace
        workspace.listeners.append(self._announce)
        self._guard = EditGuard(workspace, parent=self)
        self._guard.refused.connect(self._refused)
        for layer in layers:
            if self._guard.attach(layer):
                layer.afterCommitChanges.connect(self._layer_committed)
                self._committed.append(layer)
        self.changed.emit()
        from ..data.moving import MOVED_TO

        if workspace.meta.get(MOVED_TO):
            self._messages.warning(
                tr("This workspace has moved to {place}. What is written here does not come "
                   "along: open the project there.").format(place=workspace.meta[MOVED_TO])
            )

    def _announce(self, _tables: Any) -> None:
        self.written.emit()

    def _layer_committed(self) -> None:
        self.written.emit()

    def _refused(
        self, layer: QgsVectorLayer, conflicts: List[Conflict], others: List[Exception]
    ) -> None:
        if self.quiet:
            return
        sentences = [conflict.sentence for conflict in conflicts] + [tr_error(e) for e in others]
        for sentence in sentences[1:]:
            self._messages.log(sentence)
        if not sentences:
            sentences = [tr("The changes of “{layer}” could not be saved; they are kept in the "
                            "layer.").format(layer=layer.name())]
        more = len(sentences) - 1
        shown = sentences[0]
        if more:
            shown += " " + tr("{count} more: see the log tab Trygg.").format(count=more)
        if conflicts:
            self._messages.warning(
                shown,
                (tr("Compare and decide…"), lambda: self.contested.emit(layer)),
                (tr("Save mine anyway"), lambda: self._accept(layer)),
            )
        elif any(_may_pass(error) for error in others):
            self._messages.warning(shown, (tr("Try again"), lambda: self.save(layer)))
        else:
            self._messages.warning(shown)

    def save(self, layer: QgsVectorLayer) -> None:
        """Save a layer's edits once more, after what was in the way may have gone."""
        try:
            name, saved = layer.name(), layer.commitChanges(False)
        except RuntimeError:
            return  # the layer has left the project meanwhile
        if saved:
            self._messages.success(
                tr("The changes of “{layer}” are saved.").format(layer=name)
            )

    def _accept(self, layer: QgsVectorLayer) -> None:
        """The user has read what others changed and puts the own edits above it."""
        if self._guard is None:
            return
        try:
            self._guard.accept(layer)
            name, saved = layer.name(), layer.commitChanges(False)
        except RuntimeError:
            return  # the layer has left the project meanwhile
        if saved:
            self._messages.success(
                tr("Your changes of “{layer}” were saved; the others’ stand in history.").format(
                    layer=name
                )
            )


def _may_pass(error: Exception) -> bool:
    """Whether the same save may succeed in a moment."""
    from ..data.errors import WorkspaceLocked

    return isinstance(error, WorkspaceLocked) or getattr(error, "rule", "") == "busy"
