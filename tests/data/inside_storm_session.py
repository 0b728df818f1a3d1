"""One of many sessions that edit the same records; started by test_storm.py.

Arguments: kind (``guarded``: QGIS with the project's layer and the plugin's guard, ``plain``:
QGIS with that layer alone, ``sql``: a panel's transactions), target, seed, seconds. Says
``ready``, waits for a line, and writes in the end a line of JSON for every try: what was meant,
what became of it.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any, Dict, List, Optional

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)

from trygg_plugin.data.edit_guard import EditGuard
from trygg_plugin.data.errors import DataError
from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.data.schema import EDITED_VERSION
from trygg_plugin.data.workspace import Workspace, open_workspace
from trygg_plugin.project.layer_keys import find_layer
from trygg_plugin.project.workspace_project import build_project

#: How often each is tried; most edit, since that is what collides.
KINDS = ["edit"] * 14 + ["move"] * 3 + ["delete", "insert", "insert"]
#: Tries that each session makes, however slow the machine: so that it meets the others.
LEAST = 20
NEW = {"category": "rumour", "channel": "qgis"}


def place_of(token: str) -> QgsPointXY:
    """A place that no other try gives."""
    number = int(token.rsplit("-", 1)[1])
    return QgsPointXY(500_000 + int(token.split("-")[0]) * 10_000 + number, 6_600_000)


class Session:
    """``attempt`` does one try and says whether it was acknowledged."""

    def __init__(self, workspace: Workspace, seed: int) -> None:
        self.workspace = workspace
        self.random = random.Random(seed)
        self.seed, self.number = seed, 0
        self.told: List[Dict[str, Any]] = []

    def pick(self) -> Optional[Dict[str, Any]]:
        rows = self.workspace.query(
            "SELECT uuid, version FROM incident WHERE deleted_at IS NULL ORDER BY fid LIMIT {p}",
            [20],
        )
        return dict(self.random.choice(rows)) if rows else None

    def token(self) -> str:
        self.number += 1
        return f"{self.seed}-{self.number}"

    def run(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until or self.number < LEAST:
            kind, token = self.random.choice(KINDS), self.token()
            told = {"kind": kind, "token": token, "uuid": None, "base": None}
            chosen = None if kind == "insert" else self.pick()
            if chosen is not None:
                told.update(uuid=chosen["uuid"], base=chosen["version"])
            elif kind != "insert":
                continue
            told["done"], told["why"] = self.attempt(told)
            self.told.append(told)

    def think(self) -> None:
        time.sleep(self.random.uniform(0, 0.05))

    def attempt(self, told: Dict[str, Any]) -> Any:
        raise NotImplementedError


class SqlSession(Session):
    def attempt(self, told: Dict[str, Any]) -> Any:
        kind, uuid, token, base = told["kind"], told["uuid"], told["token"], told["base"]
        self.think()
        try:
            if kind == "insert":
                told["uuid"] = self.workspace.insert(
                    "incident", {**NEW, "place_name": token, "time_from": datetime(2024, 1, 1)}
                )
            elif kind == "delete":
                self.workspace.delete("incident", uuid, base_version=base)
            elif kind == "move":
                point = place_of(token)
                self.workspace.update("incident", uuid, {}, base_version=base,
                                      geometry=point_wkb(point.x(), point.y()))  # fmt: skip
            else:
                self.workspace.update("incident", uuid, {"place_name": token}, base_version=base)
        except DataError as error:
            return False, str(error)
        return True, ""


class QgisSession(Session):
    def __init__(self, workspace: Workspace, seed: int, guarded: bool) -> None:
        super().__init__(workspace, seed)
        project = build_project(workspace, "sv")
        layer = find_layer(project, "incident")
        assert layer is not None and layer.isValid()
        self.project: QgsProject = project
        self.layer: QgsVectorLayer = layer
        self.guard = EditGuard(workspace) if guarded else None
        if self.guard is not None:
            assert self.guard.attach(layer)

    def attempt(self, told: Dict[str, Any]) -> Any:
        layer, kind, token = self.layer, told["kind"], told["token"]
        if not layer.startEditing():
            return False, "cannot edit"
        if kind == "insert":
            fields = layer.fields()
            values = {**NEW, "place_name": token, "time_from": datetime(2024, 1, 1).isoformat()}
            feature = QgsVectorLayerUtils.createFeature(
                layer, QgsGeometry.fromPointXY(place_of(token)),
                {fields.indexOf(key): value for key, value in values.items()},
            )
            told["uuid"] = feature["uuid"]
            fine = layer.addFeature(feature)
        else:
            feature = self.feature(told["uuid"])
            if feature is None:
                layer.rollBack()
                return False, "gone already"
            told["base"] = int(feature["version"])
            fine = self.change(feature, kind, token)
            if self.guard is None and kind != "delete":
                # alone, QGIS sends along the version that it read when the change was made,
                # and none when the record was deleted just then
                sent = layer.editBuffer().changedAttributeValues().get(feature.id(), {})
                told["base"] = int(sent.get(layer.fields().indexOf(EDITED_VERSION), told["base"]))
        assert fine, kind
        self.think()
        QgsApplication.processEvents()
        if layer.commitChanges():
            QgsApplication.processEvents()
            return True, ""
        why = " ".join(layer.commitErrors())
        assert layer.isModified(), "the edit buffer survives a refusal"
        QgsApplication.processEvents()
        assert layer.rollBack()
        return False, why

    def feature(self, uuid: str) -> Optional[QgsFeature]:
        request = QgsFeatureRequest().setFilterExpression(
            f'"uuid" = {QgsExpression.quotedValue(uuid)}'
        )
        return next(self.layer.getFeatures(request), None)

    def change(self, feature: QgsFeature, kind: str, token: str) -> bool:
        layer = self.layer
        if kind == "delete":
            return bool(layer.deleteFeature(feature.id()))
        if kind == "move":
            return bool(layer.changeGeometry(
                feature.id(), QgsGeometry.fromPointXY(place_of(token))
            ))  # fmt: skip
        index = layer.fields().indexOf("place_name")
        return bool(layer.changeAttributeValue(feature.id(), index, token))


def main() -> None:
    kind, target, seed, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])
    application = QgsApplication([], False)
    application.initQgis()
    workspace = open_workspace(target)
    session = SqlSession(workspace, seed) if kind == "sql" else QgisSession(
        workspace, seed, kind == "guarded"
    )  # fmt: skip
    print("ready", flush=True)
    sys.stdin.readline()
    session.run(seconds)
    for told in session.told:
        print(json.dumps(told))
    # QGIS's destructors have nothing to tell
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
