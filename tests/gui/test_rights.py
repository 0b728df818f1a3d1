"""Controls that a role may not use say who may, and what they said before once it may."""

from __future__ import annotations

from types import SimpleNamespace

from qgis.PyQt.QtWidgets import QPushButton, QWidget

from trygg_plugin.gui.rights import Rights


def test_no_refusal_is_left_behind_by_the_role_before(window):
    parent = QWidget()
    current = SimpleNamespace(workspace=SimpleNamespace(role="reporter"))
    rights = Rights(current, parent)
    button = QPushButton(parent)
    button.setToolTip("Opens a period")
    rights.hold("period.open", button)
    first = button.toolTip()
    assert not button.isEnabled() and first != "Opens a period"
    current.workspace.role = "partner"
    rights.look()
    second = button.toolTip()
    assert second != first and button.accessibleDescription() == second
    current.workspace.role = "coordinator"
    rights.look()
    assert button.isEnabled() and button.toolTip() == "Opens a period"
    assert button.accessibleDescription() == ""
