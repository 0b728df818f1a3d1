"""The actions that open an analysis or a report with the workspace's own data filled in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Dict, List

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtWidgets import QDialog

from ..domain.periods import period_of, previous
from ..i18n import tr
from . import settings

if TYPE_CHECKING:
    from .shell import Shell

LANGUAGES = ("sv", "en")


class AnalysesPart:
    """Hot spots, density, the council's atlas and moving house, in Processing's own dialogs."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._dialogs: List[QDialog] = []

    def load(self) -> None:
        add = self._shell.add_action
        add(
            "HotSpots", tr("Hot spots…"), lambda: self.on_incidents("trygg:getisord"),
            icon=QgsApplication.getThemeIcon("heatmap.svg"),
            tip=tr("Places that stand out from chance (Getis-Ord Gi*)"),
        )
        add(
            "Density", tr("Density map…"), lambda: self.on_incidents("trygg:kerneldensity"),
            in_toolbar=False,
        )
        add(
            "Atlas", tr("Council atlas…"), self.atlas,
            icon=QgsApplication.getThemeIcon("mIconAtlas.svg"),
            tip=tr("The map atlas for the council, as a PDF"),
        )
        add(
            "MoveHouse", tr("Move the workspace…"), self.move, in_toolbar=False,
            tip=tr("From a GeoPackage to PostgreSQL for several actors, or back"),
        )
        self._shell.current.outdated.connect(self.upgrade)

    def unload(self) -> None:
        self._shell.current.outdated.disconnect(self.upgrade)
        for dialog in list(self._dialogs):
            dialog.close()
        self._dialogs = []

    def on_incidents(self, algorithm: str) -> None:
        """A tool's dialog with the workspace's incidents as input, where there are any."""
        layer = self._shell.current.layer("incident")
        self._open(algorithm, {} if layer is None else {"INPUT": layer.id()})

    def atlas(self) -> None:
        workspace = self._shell.current.workspace
        if workspace is None:
            self._shell.messages.warning(
                tr("No workspace is open. Open its project, create a workspace, or try the demo.")
            )
            return
        kind = workspace.meta.get("period_kind") or settings.PERIOD_KIND.get()
        period = previous(period_of(kind, date.today()))
        parameters: Dict[str, Any] = {
            "WORKSPACE": workspace.source,
            "FROM": period.start.isoformat(),
            "TO": period.end.isoformat(),
            "LANGUAGE": LANGUAGES.index(self._shell.current.language),
        }
        if settings.LOGO.get() and not workspace.meta.get("logo"):
            parameters["LOGO"] = settings.LOGO.get()
        self._open("trygg:councilatlas", parameters)

    def move(self) -> None:
        """The tool's dialog, with the open workspace as the one that moves."""
        workspace = self._shell.current.workspace
        if workspace is None:
            self._shell.messages.warning(
                tr("No workspace is open. Open its project, create a workspace, or try the demo.")
            )
            return
        parameters: Dict[str, Any] = {"WORKSPACE": workspace.source}
        if workspace.file is None:
            parameters["PHOTOS"] = QgsProject.instance().absolutePath()
        self._open("trygg:moveworkspace", parameters)

    def upgrade(self, source: str) -> None:
        """The tool's dialog, with the workspace that an older version made."""
        self._open("trygg:upgradeworkspace", {"WORKSPACE": source})

    def _open(self, algorithm: str, parameters: Dict[str, Any]) -> None:
        # QGIS's own plugin Processing; it may be switched off
        try:
            import processing  # noqa: QGS111  (the plugin; qgis.processing has no dialogs)
        except ImportError:
            self._shell.messages.warning(
                tr("The plugin Processing is switched off. Switch it on among the plugins.")
            )
            return
        dialog = processing.createAlgorithmDialog(algorithm, parameters)
        if dialog is None:
            self._shell.messages.warning(
                tr("The tool {name} is missing. Switch Trygg off and on again among the "
                   "plugins.").format(name=algorithm)
            )
            return
        self._dialogs = [known for known in self._dialogs if _alive(known)]
        self._dialogs.append(dialog)
        dialog.show()


def _alive(dialog: QDialog) -> bool:
    try:
        return bool(dialog.isVisible())
    except RuntimeError:
        return False
