"""The panel of history; its page is loaded when it is first seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

from qgis.core import QgsProject
from qgis.gui import QgsGui, QgsMapLayerAction

from ....i18n import tr
from ....project.layer_keys import table_of, workspace_layers
from ...icons import icon
from ...panel import PanelPart

if TYPE_CHECKING:
    from ...shell import Shell
    from .page import HistoryPage


class HistoryPart(PanelPart):
    """The panel, and "Show history" among the actions that QGIS offers for a feature."""

    key = "History"
    drawing = "history"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._feature_actions: List[QgsMapLayerAction] = []

    def title(self) -> str:
        return tr("History")

    def make_page(self) -> HistoryPage:
        from .page import HistoryPage

        return HistoryPage(self.shell)

    def load(self) -> None:
        super().load()
        self.shell.current.changed.connect(self._offer)

    def unload(self) -> None:
        self.shell.current.changed.disconnect(self._offer)
        self._take_back()
        super().unload()

    def show(self, table: str, uuid: str) -> None:
        """Show the history of one record, deleted or not."""
        page: HistoryPage = self.open()  # type: ignore[assignment]  # made above
        page.show_record(table, uuid)

    def _offer(self) -> None:
        """An action at each feature of the workspace: in the form, the table and "Identify"."""
        self._take_back()
        workspace = self.shell.current.workspace
        if workspace is None:
            return
        for layer in workspace_layers(QgsProject.instance()):
            table = table_of(layer)
            if table not in workspace.schema.tables:
                continue
            action = QgsMapLayerAction(
                tr("Show history"), self.shell.iface.mainWindow(), layer,
                QgsMapLayerAction.Target.SingleFeature, icon("history"),
            )  # fmt: skip
            action.triggeredForFeature.connect(
                lambda _layer, feature, table=table: self.show(str(table), str(feature["uuid"]))
            )
            QgsGui.mapLayerActionRegistry().addMapLayerAction(action)
            self._feature_actions.append(action)

    def _take_back(self) -> None:
        while self._feature_actions:
            action = self._feature_actions.pop()
            QgsGui.mapLayerActionRegistry().removeMapLayerAction(action)
            action.deleteLater()
