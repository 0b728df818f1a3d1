"""Parameters and steps that the workspace algorithms share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple

from qgis.core import QgsProcessingParameterEnum, QgsProcessingParameterFile

from ..data.errors import DataError
from ..i18n import tr, user_language
from .base import Run, TryggAlgorithm, project_of

if TYPE_CHECKING:
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
    algorithm.add(
        QgsProcessingParameterFile(
            "WORKSPACE",
            tr("Workspace (empty: that of the open project)"),
            QgsProcessingParameterFile.Behavior.File,
            "gpkg",
            None,
            True,
        )
    )


def workspace(run: Run) -> Workspace:
    """The workspace named, or that of the open project. Raises DataError where there is none."""
    from ..data.workspace import open_workspace

    path = run.text("WORKSPACE") if run.given("WORKSPACE") else _of_project(run)
    if not path:
        raise DataError(
            "No workspace was named and the open project has none. Choose the workspace's file."
        )
    return open_workspace(path)


def _of_project(run: Run) -> Optional[str]:
    from ..project.layer_keys import workspace_path

    project = project_of(run.context)
    return None if project is None else workspace_path(project)


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

    inside = run.choice("PROJECT_PLACE", PROJECT_PLACES) == "inside"
    path = (
        f"geopackage:{made.path.as_posix()}?projectName={made.path.stem}"
        if inside
        else str(made.path.with_suffix(".qgz"))
    )
    save_project(build_project(made, language), path)
    run.log(tr("The project {path} was written.").format(path=path))
    return path


def results(made: Workspace, project: str) -> Dict[str, Any]:
    return {"OUTPUT": str(made.path), "PROJECT": project}


def tell(run: Run, notes: List[str]) -> None:
    """Notes about the input, as warnings."""
    for note in notes:
        run.warn(note)
