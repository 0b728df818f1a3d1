"""A project whose workspace an older version made opens with the way to upgrade it."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsProcessingContext
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialog, QPushButton

from tests.data.older import set_version
from trygg_plugin.data.schema import SCHEMA_VERSION

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture()
def outdated(opened):
    """The source of the open project's workspace, which is too old now."""
    workspace = opened.current.workspace
    set_version(workspace.engine, 0)
    opened.current.find()
    yield workspace.source
    set_version(workspace.engine, SCHEMA_VERSION)
    opened.current.find()


def test_the_message_bar_has_the_tool(opened, outdated, window, monkeypatch):
    import processing

    asked = []
    # its real dialog needs QGIS's own main window
    monkeypatch.setattr(
        processing, "createAlgorithmDialog",
        lambda algorithm, parameters: asked.append((algorithm, parameters)) or QDialog(),
    )  # fmt: skip
    assert opened.current.workspace is None
    assert "older version" in window.said()[-1]
    (button,) = [one for one in window.messageBar().findChildren(QPushButton)
                 if one.text() == "Upgrade…"]  # fmt: skip
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    ((algorithm, parameters),) = asked
    tool = QgsApplication.processingRegistry().algorithmById(algorithm)
    assert tool.checkParameterValues(parameters, QgsProcessingContext())[0]
    assert parameters == {"WORKSPACE": outdated}
