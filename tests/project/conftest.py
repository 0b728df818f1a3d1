"""Projects to look at: all record types without rows, and a small workspace on disk."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Callable, Dict, Iterator

import pytest
from qgis.core import QgsGeometry, QgsProject, QgsVectorLayer

from tools.forms_qml import formed_project
from trygg_plugin.data.workspace import Workspace, create_workspace
from trygg_plugin.domain.record_types import Standard
from trygg_plugin.project.layer_keys import layers_by_table
from trygg_plugin.project.workspace_project import build_project, save_project

#: Record types of the small workspace: each kind of geometry, relations both ways.
KEPT = ("incident", "incident_forward", "problem", "actor", "area")

WEST = "MultiPolygon(((500000 6500000, 501000 6500000, 501000 6501000, 500000 6501000, \
500000 6500000)))"
EAST = "MultiPolygon(((501000 6500000, 502000 6500000, 502000 6501000, 501000 6501000, \
501000 6500000)))"


@pytest.fixture(scope="session")
def formed(qgis_app: Any, standard: Standard) -> Callable[[str], QgsProject]:
    """The project of all record types with their forms, in memory, by language."""
    made: Dict[str, QgsProject] = {}

    def project(language: str) -> QgsProject:
        if language not in made:
            made[language] = formed_project(standard, language)
        return made[language]

    return project


@pytest.fixture(scope="session")
def small_standard(standard: Standard) -> Standard:
    """The standard of a municipality that uses five record types only."""
    records = {key: standard.records[key] for key in KEPT}
    used = {f.codelist for record in records.values() for f in record.fields if f.codelist}
    return replace(
        standard,
        records=records,
        codelists={key: codes for key, codes in standard.codelists.items() if key in used},
    )


@dataclass(frozen=True)
class Made:
    """A workspace on disk and the project beside it."""

    workspace: Workspace
    project_file: Path
    areas: Dict[str, str]
    #: the same two files in a folder of another name
    moved: Path


@pytest.fixture(scope="session")
def made(
    tmp_path_factory: pytest.TempPathFactory, small_standard: Standard, qgis_app: Any
) -> Made:
    """Two areas side by side, a retired category, one old incident that has it."""
    folder = tmp_path_factory.mktemp("made") / "arbetsyta"
    folder.mkdir()
    workspace = create_workspace(
        folder / "kommun.gpkg",
        small_standard,
        municipality_code="2080",
        municipality_name="Falu kommun",
        areas=[
            ({"name": "Väst", "kind": "est_area"}, QgsGeometry.fromWkt(WEST)),
            ({"name": "Öst", "kind": "est_area"}, QgsGeometry.fromWkt(EAST)),
        ],
    )
    workspace.insert(
        "incident",
        {
            "category": "event",
            "subcategory": "event_concert",
            "time_from": "2026-07-01T21:30:00.000",
            "channel": "qgis",
            "description": "Gammal händelse",
        },
        geometry=QgsGeometry.fromWkt("Point(500500 6500500)"),
    )
    workspace.retire_code("category", "event")
    project = build_project(workspace, "sv")
    path = folder / "kommun.qgz"
    save_project(project, path)
    areas = {str(row["name"]): row.uuid for row in workspace.rows("area")}
    project.clear()
    moved = folder.with_name("flyttad mapp åäö")
    shutil.copytree(folder, moved)
    return Made(workspace, path, areas, moved)


@pytest.fixture(scope="module")
def opened(made: Made) -> Iterator[Dict[str, QgsVectorLayer]]:
    """The small workspace's layers by table, in the project that is open."""
    project = QgsProject.instance()
    assert project.read(str(made.project_file))
    yield layers_by_table(project)
    project.clear()
