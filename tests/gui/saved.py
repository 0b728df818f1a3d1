"""A workspace and the project of it, made once on an engine and copied for each module."""

from __future__ import annotations

import os
import shutil
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, Mapping, Optional, Tuple
from uuid import uuid4

from qgis.core import QgsGeometry, QgsRectangle

from tests.data.postgis_server import Server
from trygg_plugin.data.logins import create_login, set_login, suggest_password
from trygg_plugin.data.workspace import Workspace, open_workspace
from trygg_plugin.domain.rights import ROLES_OF_AN_ORGANISATION
from trygg_plugin.project.layer_keys import table_of, workspace_layers
from trygg_plugin.project.workspace_project import build_project, save_project

#: The workspace's square of land (SWEREF 99 TM), in two areas.
LEFT, RIGHT, BOTTOM, TOP = 500_000, 502_000, 6_580_000, 6_581_000

#: The empty workspace of an engine (tests/conftest.py).
PRISTINE = {"geopackage": "pristine", "postgis": "pristine_postgis"}


@dataclass(frozen=True)
class Recipe:
    """What a workspace and its project hold. A project may show few tables; it opens faster."""

    areas: Tuple[Tuple[str, float, float], ...] = (
        ("Väst", LEFT, (LEFT + RIGHT) / 2), ("Öst", (LEFT + RIGHT) / 2, RIGHT),
    )  # fmt: skip
    actors: Tuple[str, ...] = ("Parkenheten",)
    #: as a shell writes them: ``code_*``
    tables: Tuple[str, ...] = ()

    def fill(self, workspace: Workspace) -> None:
        workspace.set_meta("municipality_name", "Falu kommun")
        for name, first, last in self.areas:
            square = QgsGeometry.fromRect(QgsRectangle(first, BOTTOM, last, TOP))
            square.convertToMultiType()
            workspace.insert("area", {"name": name, "kind": "est_area"}, geometry=square)
        for name in self.actors:
            workspace.insert("actor", {"name": name, "kind": "municipality"})

    def shows(self, table: Optional[str]) -> bool:
        return any(fnmatch(table or "", pattern) for pattern in self.tables)


@dataclass(frozen=True)
class Saved:
    """The file of a project, and the workspace that it shows."""

    project: Path
    workspace: Workspace


@dataclass(frozen=True)
class Colleague:
    """Another session of the workspace, and who it is in messages and history.

    A GeoPackage takes the name from the one who writes, a server from the login.
    """

    workspace: Workspace
    name: str


def save(folder: Path, recipe: Recipe, pristine: Any, server: Optional[Server]) -> Saved:
    """Fill a copy of an empty workspace, and save its project beside it."""
    if server is None:
        shutil.copy(pristine, folder / "falun.gpkg")
        workspace = open_workspace(folder / "falun.gpkg")
    else:
        workspace = _clone(server, pristine)
    recipe.fill(workspace)
    built = build_project(workspace, "sv")
    built.removeMapLayers([
        layer.id() for layer in workspace_layers(built) if not recipe.shows(table_of(layer))
    ])  # fmt: skip
    save_project(built, folder / "falun.qgz")
    return Saved(folder / "falun.qgz", workspace)


@contextmanager
def copy_of(saved: Saved, folder: Path, server: Optional[Server]) -> Iterator[Saved]:
    """Both once more, in a folder and (on a server) a database of their own."""
    project = folder / "falun.qgz"
    if server is None:
        shutil.copy(saved.project, project)
        shutil.copy(saved.workspace.path, folder / "falun.gpkg")
        yield Saved(project, open_workspace(folder / "falun.gpkg"))
        return
    template = saved.workspace.engine.target.database
    workspace = _clone(server, template)
    database = workspace.engine.target.database
    rewrite(saved.project, project, {template: database})
    try:
        yield Saved(project, workspace)
    finally:
        server.execute(f"DROP DATABASE {database} WITH (FORCE)")


@contextmanager
def logins_of(
    saved: Saved, server: Server
) -> Iterator[Callable[[str], Tuple[Workspace, Path]]]:
    """Makes logins by their role, each with the project as it opens it."""
    made: Dict[str, Tuple[Workspace, Path]] = {}
    target = saved.workspace.engine.target

    def login(role: str) -> Tuple[Workspace, Path]:
        if role not in made:
            name = f"{role}_{target.database[-6:]}"
            secret = suggest_password()
            create_login(saved.workspace, name, secret)
            organisation = None
            if role in ROLES_OF_AN_ORGANISATION:
                organisation = saved.workspace.rows("actor")[0].uuid
            set_login(saved.workspace, name, role, organisation)
            with Path(os.environ["PGPASSFILE"]).open("a", encoding="utf-8") as file:
                file.write(f"127.0.0.1:{server.port}:*:{name}:{secret}\n")
            project = saved.project.with_name(f"{role}.qgz")
            rewrite(saved.project, project, {f"'{target.user}'": f"'{name}'"})
            made[role] = (open_workspace(server.target(target.database, user=name)), project)
        return made[role]

    yield login


def rewrite(source: Path, copy: Path, words: Mapping[str, str]) -> None:
    """Copy a project with other words in it, such as the name of its database."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            for before, after in words.items():
                text = text.replace(before.encode(), after.encode())
            new.writestr(name, text)


def _clone(server: Server, template: str) -> Workspace:
    database = f"trygg_{uuid4().hex[:12]}"
    server.execute(f"CREATE DATABASE {database} TEMPLATE {template} {server.fast_copy}")
    return open_workspace(server.target(database))
