"""trygg:moveworkspace: a whole workspace from a GeoPackage to PostgreSQL, or back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, Optional

from qgis.core import (
    QgsProcessingException,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterProviderConnection,
)

from ...data.errors import DataError
from ...i18n import tr, tr_error
from .. import groups, workspaces
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...data.engines import Target
    from ...data.workspace import Workspace


class MoveWorkspace(TryggAlgorithm):
    NAME = "moveworkspace"
    TITLE = N_("Move workspace")
    GROUP = groups.WORKSPACE
    NEEDS = ()
    HELP = {
        "en": "<p>Makes the whole workspace anew in PostgreSQL, or in a GeoPackage: every record, "
        "code, setting, import and all history, deleted records too. Both are compared before the "
        "new one is opened. The old one is left as it is, and says where it has moved.</p><p>No "
        "one can write to the workspace while it moves. Photos are copied beside the new "
        "project. Logins and their rights stay behind: a GeoPackage has none.</p>",
        "sv": "<p>Bygger upp hela arbetsytan på nytt i PostgreSQL eller i en GeoPackage: alla "
        "uppgifter, koder, inställningar, importer och all historik, även borttagna uppgifter. "
        "Båda jämförs innan den nya öppnas. Den gamla lämnas som den är och säger vart den har "
        "flyttat.</p><p>Ingen kan skriva till arbetsytan medan den flyttar. Foton kopieras till "
        "det nya projektets mapp. Inloggningar och deras rättigheter följer inte med: en "
        "GeoPackage har inga.</p>",
    }

    def __init__(self) -> None:
        super().__init__()
        self._moved: Optional[Workspace] = None
        self._project = ""

    def define(self) -> None:
        workspaces.add_workspace(self)
        self.add(
            QgsProcessingParameterProviderConnection(
                "NEW_CONNECTION", tr("To PostgreSQL: connection"), "postgres", None, True
            )
        )
        self.add_text("NEW_SCHEMA", tr("Name of the new schema"))
        self.add(
            QgsProcessingParameterFileDestination(
                workspaces.PROJECT_FILE, tr("QGIS project of a workspace in PostgreSQL"),
                tr("QGIS projects") + " (*.qgz)", None, True, False,
            )
        )
        self.add(
            QgsProcessingParameterFile(
                "PHOTOS", tr("Folder in which the old project lies (for its photos)"),
                QgsProcessingParameterFile.Behavior.Folder, optional=True,
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Or to a GeoPackage"), tr("GeoPackage files") + " (*.gpkg)",
                None, True, False,
            )
        )
        self.add_text_output("PROJECT", tr("QGIS project"))
        self.add_number_output("PHOTOS_COPIED", tr("Photos copied"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...data.moving import move_workspace
        from ...exchange.photos import carry_photos

        target: Optional[Target] = workspaces.connected(run, "NEW_CONNECTION", "NEW_SCHEMA")
        if target is None:
            if not run.given("OUTPUT"):
                raise DataError(
                    "Choose where to move: a connection to PostgreSQL, or a GeoPackage."
                )
            target = workspaces.destination(run, "OUTPUT", ".gpkg")
            project = target.with_suffix(".qgz")
        else:
            project = workspaces.destination(run, workspaces.PROJECT_FILE, ".qgz")
        if project.exists():
            raise DataError("The file {path} already exists. Choose another name.", path=project)
        source = workspaces.workspace(run)
        photos = self._photos(run, source)
        self._moved = move_workspace(source, target, progress=lambda s: run.progress(0.9 * s))
        self._project = str(project)
        copied = 0
        if photos is not None:
            copied, missing = carry_photos(self._moved, photos, project.parent)
            for name in missing:
                run.warn(tr("The photo {name} is not in {folder} and was not copied.").format(
                    name=name, folder=photos))
        run.log(tr("{old} has moved to {new}: every record and all history are the same.").format(
            old=source.engine.place, new=self._moved.engine.place))
        return {**workspaces.results(self._moved, self._project), "PHOTOS_COPIED": copied}

    def postProcessAlgorithm(self, context: Any, feedback: Any) -> Dict[str, Any]:  # noqa: N802
        """Layers and projects belong to the main thread, which runs this."""
        from ...project.workspace_project import build_project, save_project

        if self._moved is None:
            return {}
        try:
            save_project(build_project(self._moved, self._moved.language), self._project)
        except DataError as error:
            raise QgsProcessingException(tr_error(error)) from error
        return {}

    def _photos(self, run: Run, source: Workspace) -> Optional[Path]:
        """The folder that the paths of photos begin in."""
        if run.given("PHOTOS"):
            return Path(run.text("PHOTOS"))
        return source.file.parent if source.file is not None else None
