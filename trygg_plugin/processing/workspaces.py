"""Parameters and steps that the workspace algorithms share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple

from qgis.core import (
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterProviderConnection,
)

from ..data.errors import DataError
from ..i18n import tr, user_language
from .base import Run, TryggAlgorithm, project_of

if TYPE_CHECKING:
    from ..data.engines import Target
    from ..data.workspace import Workspace

LANGUAGES = ("sv", "en")


def add_language(algorithm: TryggAlgorithm) -> None:
    """The language of forms, layers and documents."""
    algorithm.add_choice(
        "LANGUAGE",
        tr("Language of layers, forms and documents"),
        ["Svenska", "English"],
        LANGUAGES.index(user_language()),
    )


def add_municipality(algorithm: TryggAlgorithm, optional: bool = True) -> None:
    """One of Sweden's 290 municipalities, "1881 Kumla"; typed or chosen."""
    from ..project.municipalities import municipalities

    options = [f"{code} {name}" for code, name in municipalities()]
    parameter = QgsProcessingParameterEnum(
        "MUNICIPALITY", tr("Municipality"), options, False, None, optional, True
    )
    algorithm.add(parameter)


def municipality(run: Run) -> Tuple[str, str]:
    """Code and official name of the municipality chosen, or empty texts."""
    from ..project.municipalities import official_name

    if not run.given("MUNICIPALITY"):
        return "", ""
    chosen = run.algorithm.parameterAsEnumString(run.parameters, "MUNICIPALITY", run.context)
    code = chosen.split(" ")[0]
    return code, official_name(code)


def add_workspace(algorithm: TryggAlgorithm) -> None:
    """The workspace to work on; empty means the one of the open project."""
    # a file, or the text that opens a workspace in PostgreSQL: QGIS asks the filter about both
    algorithm.add(
        QgsProcessingParameterFile(
            "WORKSPACE",
            tr("Workspace (empty: that of the open project)"),
            QgsProcessingParameterFile.Behavior.File,
            "",
            None,
            True,
            f"{tr('GeoPackage files')} (*.gpkg);;{tr('All files')} (*)",
        )
    )
    add_connection(algorithm, tr("Workspace in PostgreSQL: connection"), tr("Its schema"))


def add_connection(algorithm: TryggAlgorithm, connection: str, schema: str) -> None:
    """A connection of QGIS's own list and a schema there."""
    algorithm.add(
        QgsProcessingParameterProviderConnection("CONNECTION", connection, "postgres", None, True),
        advanced=True,
    )
    algorithm.add_text("SCHEMA", schema, advanced=True)


def workspace(run: Run) -> Workspace:
    """The workspace named, or that of the open project. Raises DataError where there is none."""
    from ..data.workspace import open_workspace

    return open_workspace(target(run))


def target(run: Run) -> Target:
    """Where the workspace named, or that of the open project, is. DataError without one."""
    found = connected(run) or (run.text("WORKSPACE") if run.given("WORKSPACE") else None)
    found = found or _of_project(run)
    if not found:
        raise DataError(
            "No workspace was named and the open project has none. Choose the workspace's file."
        )
    return found


def connected(
    run: Run, connection: str = "CONNECTION", schema: str = "SCHEMA"
) -> Optional[Target]:
    """The schema in PostgreSQL that was named, or None. Raises DataError for half a name."""
    if not run.given(connection):
        return None
    from ..data.postgis_target import target_of_connection

    named = run.text(schema).strip()
    if not named:
        raise DataError("Name the schema of the database, too.")
    chosen = run.algorithm.parameterAsConnectionName(run.parameters, connection, run.context)
    return target_of_connection(chosen, named)


def _of_project(run: Run) -> Optional[Target]:
    from ..project.layer_keys import workspace_target

    project = project_of(run.context)
    return None if project is None else workspace_target(project)


def destination(run: Run, name: str, suffix: str) -> Path:
    """The file that an output parameter names; a missing folder is told before any work."""
    text = run.algorithm.parameterAsFileOutput(run.parameters, name, run.context)
    if not text:
        raise DataError("No file to write was named.")
    path = Path(text)
    if path.suffix.lower() != suffix:
        path = path.with_name(path.name + suffix)
    if not path.parent.is_dir():
        raise DataError("The folder {folder} does not exist.", folder=path.parent)
    if not os.access(path.parent, os.W_OK):
        raise DataError("The folder {folder} is write-protected.", folder=path.parent)
    return path


#: The file of the project around a workspace that is no file itself.
PROJECT_FILE = "PROJECT_FILE"
#: Where the project is kept: in a file beside the workspace, or inside the GeoPackage.
PROJECT_PLACES = ("beside", "inside")


def add_project_place(algorithm: TryggAlgorithm) -> None:
    algorithm.add_choice(
        "PROJECT_PLACE",
        tr("The QGIS project is saved"),
        [tr("In a file beside the workspace"), tr("Inside the workspace")],
        advanced=True,
    )


def write_project(run: Run, made: Workspace, language: str) -> str:
    """Build the workspace's QGIS project and save it; gives what opens it."""
    from ..project.workspace_project import build_project, save_project

    path = _project_place(run, made)
    save_project(build_project(made, language), path)
    run.log(tr("The project {path} was written.").format(path=path))
    return path


def _project_place(run: Run, made: Workspace) -> str:
    if made.file is None:
        return str(destination(run, PROJECT_FILE, ".qgz"))
    if run.choice("PROJECT_PLACE", PROJECT_PLACES) == "inside":
        return f"geopackage:{made.file.as_posix()}?projectName={made.file.stem}"
    return str(made.file.with_suffix(".qgz"))


def results(made: Workspace, project: str) -> Dict[str, Any]:
    return {"OUTPUT": made.source, "PROJECT": project}


def tell(run: Run, notes: List[str]) -> None:
    """Notes about the input, as warnings."""
    for note in notes:
        run.warn(note)
