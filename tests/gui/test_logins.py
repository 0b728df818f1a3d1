"""The dialog of logins and rights, on a real server."""

from __future__ import annotations

import pytest

from trygg_plugin.data.logins import list_logins
from trygg_plugin.gui.logins_dialog import LoginsDialog

pytestmark = pytest.mark.native


@pytest.fixture()
def dialog(postgis_workspace):
    for title, kind in (("Skolan", "school"), ("Bostadsbolaget", "municipal_company")):
        postgis_workspace.insert("actor", {"name": title, "kind": kind})
    made = LoginsDialog(postgis_workspace)
    made.read()
    made.show()
    yield made
    made.close()
    made.deleteLater()


def fill(dialog, login, role, organisation=""):
    dialog.login.setText(login)
    dialog.login.textEdited.emit(login)
    dialog.role.setCurrentIndex(dialog.role.findData(role))
    dialog.organisation.setCurrentIndex(max(0, dialog.organisation.findText(organisation)))


def shown(dialog):
    return [[dialog.table.item(row, column).text() for column in range(3)]
            for row in range(dialog.table.rowCount())]


def test_a_login_is_made_changed_and_taken_away(dialog, postgis_workspace):
    login = f"anna {postgis_workspace.engine.target.database[-8:]}"
    fill(dialog, login, "reporter")
    dialog.save_button.click()
    assert "organisation" in dialog.answer.text() and shown(dialog) == []
    fill(dialog, login, "reporter", "Skolan")
    assert not dialog.password.isVisible()
    dialog.save_button.click()
    # the server has no such login: asked for a password, nothing made yet
    assert dialog.password.isVisible() and len(dialog.password.text()) >= 12
    assert list_logins(postgis_workspace) == []
    dialog.password.setText("short")
    dialog.save_button.click()
    assert "12" in dialog.answer.text() and list_logins(postgis_workspace) == []
    dialog.password.setText("long enough to be one")
    dialog.save_button.click()
    assert shown(dialog) == [[login, "Reporter", "Skolan"]]
    assert not dialog.password.isVisible() and dialog.password.text() == ""

    dialog.table.selectRow(0)
    assert (dialog.login.text(), dialog.role.currentData()) == (login, "reporter")
    assert dialog.organisation.currentText() == "Skolan"
    fill(dialog, login, "coordinator")
    dialog.save_button.click()
    assert shown(dialog) == [[login, "Coordinator", ""]]
    dialog.remove_button.click()
    assert shown(dialog) == [] and login in dialog.answer.text()


def test_who_may_not_manage_sees_and_changes_nothing(dialog, monkeypatch):
    monkeypatch.setattr("trygg_plugin.gui.logins_dialog.my_role", lambda workspace: "coordinator")
    dialog.read()
    assert not dialog.save_button.isEnabled() and not dialog.role.isEnabled()
    assert "administrator" in dialog.answer.text()


def test_the_action_is_there_for_a_server_only(opened):
    """The open workspace is a GeoPackage, which has no logins."""
    assert not opened.action("Logins").isVisible()
