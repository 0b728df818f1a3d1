"""trygg:upgradeworkspace: a workspace made by an older version, brought to this one's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, Optional

from qgis.core import (
    QgsProcessingException,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from ...data.errors import DataError
from ...i18n import tr, tr_error
from .. import groups, workspaces
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...data.workspace import Workspace


class UpgradeWorkspace(TryggAlgorithm):
    NAME = "upgradeworkspace"
    TITLE = N_("Upgrade workspace")
    GROUP = groups.WORKSPACE
    NEEDS = ()
    HELP = {
        "en": "<p>Brings a workspace that an older version of Trygg has made to this version: new "
        "record types, fields, codes, rules and rights. All records, all history and what the "
        "municipality has added of its own stay. It is done as a whole or not at all.</p><p>A "
        "GeoPackage is copied beside itself first. In PostgreSQL you make the backup: the tool "
        "tells the command, and runs when you say that it is made. No one can work in the "
        "workspace meanwhile. Open the project again afterwards.</p>",
        "sv": "<p>För en arbetsyta som en äldre version av Trygg har skapat till den här "
        "versionen: nya slags poster, fält, koder, regler och behörigheter. Alla poster, all "
        "historik och det som kommunen själv har lagt till finns kvar. Allt görs, eller inget."
        "</p><p>En GeoPackage kopieras först bredvid sig själv. I PostgreSQL gör du "
        "säkerhetskopian: verktyget visar kommandot, och körs när du anger att den är gjord. "
        "Ingen kan arbeta i arbetsytan under tiden. Öppna projektet på nytt efteråt.</p>",
    }

    def __init__(self) -> None:
        super().__init__()
        self._upgraded: Optional[Workspace] = None
        self._project: Optional[Path] = None

    def define(self) -> None:
        workspaces.add_workspace(self)
        self.add_flag("BACKED_UP", tr("A backup of the schema in PostgreSQL is made"))
        self.add(
            QgsProcessingParameterFileDestination(
                workspaces.PROJECT_FILE, tr("New QGIS project, with layers for what is new"),
                tr("QGIS projects") + " (*.qgz)", None, True, False,
            )
        )
        self.add(
            QgsProcessingParameterFile(
                "STANDARD",
                tr("Folder with the municipality's own copy of the standard"),
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            advanced=True,
        )
        self.add_text_output("OUTPUT", tr("Workspace"))
        self.add_text_output("BACKUP", tr("Backup"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...data.migrations import stored_standard, upgrade
        from ...domain.standard import default_folder, load_standard
        from ...domain.standard_growth import grown

        target = workspaces.target(run)
        if run.given(workspaces.PROJECT_FILE):
            self._project = workspaces.destination(run, workspaces.PROJECT_FILE, ".qgz")
            if self._project.exists():
                raise DataError(
                    "The file {path} already exists. Choose another name.", path=self._project
                )
        folder = Path(run.text("STANDARD")) if run.given("STANDARD") else default_folder()
        standard = grown(load_standard(folder), stored_standard(target))
        self._upgraded, backup = upgrade(target, standard, backed_up=run.flag("BACKED_UP"))
        run.log(tr("{place} is upgraded: its records and its history are as they were.").format(
            place=self._upgraded.place))
        if backup is not None:
            run.log(tr("A backup was made: {path}").format(path=backup))
        run.log(tr("Open the project again, so that its layers show what is new."))
        return {"OUTPUT": self._upgraded.source, "BACKUP": str(backup or "")}

    def postProcessAlgorithm(self, context: Any, feedback: Any) -> Dict[str, Any]:  # noqa: N802
        """Layers and projects belong to the main thread, which runs this."""
        from ...project.workspace_project import build_project, save_project

        if self._upgraded is None or self._project is None:
            return {}
        try:
            save_project(build_project(self._upgraded, self._upgraded.language),
                         str(self._project))  # fmt: skip
        except DataError as error:
            raise QgsProcessingException(tr_error(error)) from error
        return {}
