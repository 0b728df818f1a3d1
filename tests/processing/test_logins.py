"""The tools for logins and for a union of municipalities, on a real server."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from tests.data.postgis_server import SCHEMA
from tests.processing.conftest import Log
from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.data.logins import create_login, list_logins, suggest_password

pytestmark = pytest.mark.native

INJECTIONS = ["x'; DROP TABLE falun.incident; --", '"; DROP SCHEMA falun CASCADE; --', "%s", "\\"]


class Said(Log):
    """Keeps the refusals, too."""

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803
        self.said.append(error)


class Tools:
    def __init__(self, provider: Any) -> None:
        self._provider, self.log = provider, Said()

    def run(self, name: str, **parameters: Any) -> Any:
        algorithm = self._provider.algorithm(name).create()
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        context.setFeedback(self.log)
        results, done = algorithm.run(parameters, context, self.log)
        self.context = context
        return results if done else None


@pytest.fixture()
def tools(provider: Any) -> Tools:
    return Tools(provider)


@pytest.fixture()
def connection(postgis: Any, postgis_workspace: Any) -> Any:
    """The server in QGIS's own list of connections."""
    metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
    uri = postgis_workspace.engine.target.uri()
    uri.setUsername(postgis.user)
    uri.setPassword(postgis.password)
    kept = {"saveUsername": True, "savePassword": True}
    metadata.saveConnection(metadata.createConnection(uri.uri(False), kept), "trygg test")
    yield "trygg test"
    metadata.deleteConnection("trygg test")


def test_a_role_is_given_listed_and_taken(tools: Tools, postgis_workspace: Any):
    where = {"WORKSPACE": postgis_workspace.source}
    login = f"anna {postgis_workspace.engine.target.database[-8:]}"
    postgis_workspace.insert("actor", {"name": "Skolan", "kind": "school"})
    assert tools.run("managelogins", ACTION=0, LOGIN=login, ROLE=0, ORGANISATION="Skolan",
                     **where) is None  # fmt: skip
    create_login(postgis_workspace, login, suggest_password())
    assert tools.run("managelogins", ACTION=0, LOGIN=login, ROLE=0, **where) is None
    assert tools.run("managelogins", ACTION=0, LOGIN=login, ROLE=0, ORGANISATION="Skolan", **where)
    listed = tools.run("listlogins", OUTPUT="memory:", **where)
    assert listed["COUNT"] == 1
    layer = tools.context.getMapLayer(listed["OUTPUT"])
    (feature,) = layer.getFeatures()
    assert feature["login"] == login and feature["organisation"] == "Skolan"
    assert tools.run("managelogins", ACTION=2, LOGIN=login, **where)
    assert list_logins(postgis_workspace) == []
    assert tools.run("managelogins", ACTION=3, **where)


class Keeper:
    """Stands for QGIS's authentication manager, which a test without its database lacks."""

    def __init__(self, password: str) -> None:
        self.password = password

    def authManager(self) -> Keeper:  # noqa: N802
        return self

    def loadAuthenticationConfig(self, key: str, config: Any, full: bool) -> bool:  # noqa: N802
        config.setConfig("password", self.password)
        return key == "abc1234" and full


def test_a_password_comes_from_qgis_and_stays_out_of_the_log(
    tools: Tools, postgis: Any, postgis_workspace: Any, monkeypatch: pytest.MonkeyPatch
):
    password = suggest_password()
    module = "trygg_plugin.processing.algorithms.manage_logins"
    monkeypatch.setattr(f"{module}.QgsApplication", Keeper(password))
    where = {"WORKSPACE": postgis_workspace.source}
    login = f"bo {postgis_workspace.engine.target.database[-8:]}"
    assert tools.run("managelogins", ACTION=1, LOGIN=login, ROLE=3, **where) is None
    assert "needs a password" in tools.log.text
    assert tools.run("managelogins", ACTION=1, LOGIN=login, ROLE=3, PASSWORD="abc1234", **where)
    postgis.connect(postgis_workspace.engine.target.database, login, password).close()
    assert password not in tools.log.text + tools.log.textLog()


def test_text_parameters_are_only_text(tools: Tools, postgis_workspace: Any, connection: str):
    where = {"WORKSPACE": postgis_workspace.source}
    union = {"CONNECTION": connection, "UNION": "region"}
    for text in INJECTIONS:
        refused = [
            *(tools.run("managelogins", ACTION=action, LOGIN=text, ROLE=4, **where)
              for action in (0, 1, 2)),
            tools.run("managelogins", ACTION=0, LOGIN="x", ROLE=0, ORGANISATION=text, **where),
            tools.run("uniteworkspaces", **{**union, "SCHEMAS": text}),
            tools.run("uniteworkspaces", **{**union, "UNION": text, "SCHEMAS": text}),
            tools.run("uniteworkspaces", **{**union, "SCHEMAS": SCHEMA, "ANALYSTS": text}),
        ]  # fmt: skip
        assert refused == [None] * len(refused)
    assert postgis_workspace.rows("incident") == []
    assert list_logins(postgis_workspace) == []


def test_a_union_opens_as_a_layer_and_feeds_the_hot_spots(tools: Tools, postgis_workspace: Any,
                                                          connection: str):  # fmt: skip
    rng = np.random.default_rng(3)
    with postgis_workspace.transaction(importing=True) as transaction:
        for x, y in rng.normal(0, 200, (60, 2)):
            transaction.insert("incident", {
                "category": "vandalism", "subcategory": "graffiti", "channel": "import",
                "time_from": "2024-03-01T12:00:00.000", "status": "approved", "secrecy": "open",
            }, geometry=point_wkb(600_000 + x, 6_600_000 + y))  # fmt: skip
    made = tools.run(
        "uniteworkspaces", CONNECTION=connection, SCHEMAS=f'"{SCHEMA}"', UNION="region"
    )
    assert made is not None, tools.log.said
    assert made["WORKSPACES"] == 1
    layer = QgsVectorLayer(made["OUTPUT"], "union", "postgres")
    assert layer.isValid() and layer.featureCount() == 60
    assert layer.crs().authid() == "EPSG:3006"
    answer = tools.run("getisord", INPUT=layer, CELL=100, OUTPUT="memory:")
    assert answer is not None, tools.log.said
    assert tools.context.getMapLayer(answer["OUTPUT"]).featureCount() > 0
