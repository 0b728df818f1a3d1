"""A workspace project with the layers of casework, built once for all its tests."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Callable, Iterator, List

import pytest
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle

from trygg_plugin.data.workspace import create_workspace
from trygg_plugin.domain.standard import default_folder, load_standard
from trygg_plugin.project.layer_keys import table_of, workspace_layers
from trygg_plugin.project.workspace_project import build_project, save_project

LEFT, BOTTOM = 500_000, 6_580_000
SHOWN = ("incident", "problem", "measure", "area", "actor", "code_category", "code_priority_score")
WORK = ("measure_cause", "measure", "problem_light", "problem_incident", "cause", "problem",
        "period")  # fmt: skip


@pytest.fixture(scope="session")
def saved_project(tmp_path_factory: pytest.TempPathFactory, qgis_app: Any) -> Path:
    folder = tmp_path_factory.mktemp("casework")
    square = QgsGeometry.fromRect(QgsRectangle(LEFT, BOTTOM, LEFT + 2000, BOTTOM + 1000))
    square.convertToMultiType()
    workspace = create_workspace(
        folder / "falun.gpkg", load_standard(default_folder()), municipality_name="Falu kommun",
        areas=[({"name": "Centrum", "kind": "est_area"}, square)],
    )  # fmt: skip
    workspace.insert("actor", {"name": "Parkenheten", "kind": "municipality"})
    built = build_project(workspace, "sv")
    built.removeMapLayers(
        [layer.id() for layer in workspace_layers(built) if table_of(layer) not in SHOWN]
    )
    save_project(built, folder / "falun.qgz")
    return folder / "falun.qgz"


@pytest.fixture()
def cleared(opened: Any, window: Any) -> Iterator[Any]:
    """The shell; what a test has made is gone for the next one."""
    yield opened
    workspace = opened.current.workspace
    with workspace.transaction("test") as transaction:
        for table in (*WORK, "incident"):
            for row in transaction.rows(table):
                transaction.delete(table, row.uuid)
    window.settle(320)


@pytest.fixture()
def add(cleared: Any) -> Callable[..., List[str]]:
    """Adds approved incidents a week apart up to today, 10 m apart; gives their uuids."""

    def add(n: int, x: float = LEFT + 100.0, **values: Any) -> List[str]:
        workspace = cleared.current.workspace
        area = workspace.rows("area")[0].uuid
        made = []
        with workspace.transaction("test", importing=True) as transaction:
            for i in range(n):
                when = datetime.now() - timedelta(days=7 * i + 1)
                made.append(transaction.insert(
                    "incident",
                    {"category": "vandalism", "subcategory": "graffiti", "status": "approved",
                     "time_from": when, "reported_at": when, "channel": "import", "area": area,
                     "place_name": "Stationen", **values},
                    geometry=QgsGeometry.fromPointXY(QgsPointXY(x + 10 * i, BOTTOM + 100)),
                ))  # fmt: skip
        cleared.current.layer("incident").dataProvider().reloadData()
        return made

    return add
