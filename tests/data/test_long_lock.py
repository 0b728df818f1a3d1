"""Another program holds a record for a minute: it is told, nothing is lost, a retry works.

Part of ``make storm`` (``TRYGG_STORM_SECONDS`` of a minute or more), since it takes a minute.
"""

from __future__ import annotations

import os
import threading
import time
from contextlib import closing
from datetime import datetime

import pytest
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication

from trygg_plugin.data.edit_guard import EditGuard
from trygg_plugin.data.errors import DataError
from trygg_plugin.data.geometry import point_wkb

MINUTE = 60.0

pytestmark = [
    pytest.mark.native,
    pytest.mark.timeout(300),
    pytest.mark.skipif(
        float(os.environ.get("TRYGG_STORM_SECONDS", "0")) < MINUTE, reason="make storm runs it"
    ),
]


@pytest.fixture()
def workspace(any_workspace):
    return any_workspace


def test_a_lock_held_for_a_minute(workspace):
    uuid = workspace.insert(
        "incident", {"category": "rumour", "time_from": datetime(2024, 1, 1)},
        geometry=point_wkb(600_000, 6_600_000),
    )  # fmt: skip
    layer = QgsVectorLayer(
        workspace.layer_uri("incident", "point")[0], "incident", workspace.layer_uri("incident")[1]
    )
    assert layer.isValid()
    guard = EditGuard(workspace)
    assert guard.attach(layer)
    refused = []
    guard.refused.connect(lambda *told: refused.append(told))
    field = layer.fields().indexOf("place_name")
    (feature,) = layer.getFeatures()
    with closing(workspace.engine.connect()) as holder:
        workspace.engine.begin(holder)
        holder.cursor().execute(
            workspace.engine.sql("UPDATE incident SET place_type = place_type WHERE uuid = {p}"),
            [uuid],
        )
        begun = time.monotonic()
        with pytest.raises(DataError) as told:
            workspace.update("incident", uuid, {"place_name": "panelen"})
        sentence = str(told.value)
        assert "TRYGG" not in sentence and sentence.endswith(".") and len(sentence) > 30
        assert layer.startEditing()
        assert layer.changeAttributeValue(feature.id(), field, "lagret")
        release = threading.Timer(
            max(0.0, MINUTE - (time.monotonic() - begun)), workspace.engine.roll_back, [holder]
        )
        release.start()
        # neither a file nor a server lets QGIS wait for ever
        assert not layer.commitChanges()
        assert layer.isModified(), "the edit buffer survives"
        until = time.monotonic() + 60
        while not refused and time.monotonic() < until:
            QCoreApplication.processEvents()
        ((_layer, conflicts, others),) = refused
        assert conflicts == [] and str(others[0]).endswith(".") and "lock" not in str(others[0])
        release.join()
        assert layer.commitChanges(), layer.commitErrors()
    assert time.monotonic() - begun >= MINUTE
    workspace.update("incident", uuid, {"place_type": "park"})
    record = workspace.get("incident", uuid)
    assert (record["place_name"], record["place_type"]) == ("lagret", "park")
    guard.close()
