"""Opens a project after QGIS has asked about unsaved changes in the open one."""

from __future__ import annotations

from typing import List

from qgis.core import QgsProject
from qgis.gui import QgisInterface


def open_project(iface: QgisInterface, path: str) -> bool:  # noqa: QGS105
    """Open a project; False when the user would rather keep the open one, or it cannot be read."""
    cleared: List[bool] = []

    def note() -> None:
        cleared.append(True)

    project = QgsProject.instance()
    project.cleared.connect(note)
    try:
        # QGIS's own question; addProject() alone would throw unsaved changes away
        iface.newProject(True)  # noqa: QGS201  (the signal tells it in every version)
    finally:
        project.cleared.disconnect(note)
    return bool(cleared) and bool(iface.addProject(path))
