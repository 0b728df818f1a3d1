"""trygg:managelogins: give a login its role and organisation in a workspace, or take them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict

from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsProcessingParameterAuthConfig

from ...data.errors import DataError
from ...domain.rights import ROLE_LABELS, ROLES
from ...i18n import tr
from .. import groups, workspaces
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...data.workspace import Workspace

GIVE, CREATE, REMOVE, RENEW = ACTIONS = ("give", "create", "remove", "renew")


class ManageLogins(TryggAlgorithm):
    NAME = "managelogins"
    TITLE = N_("Change a login's rights")
    GROUP = groups.WORKSPACE
    NEEDS = ()
    HELP = {
        "en": "<p>Gives a login of the PostgreSQL server a role in the workspace and an "
        "organisation, changes them, or takes the role away. The login can be created, too, if "
        "yours may create roles on the server.</p><p>A password comes from QGIS's authentication "
        "manager and is sent as its verifier, never as text.</p>",
        "sv": "<p>Ger en inloggning på PostgreSQL-servern en roll i arbetsytan och en organisation,"
        " ändrar dem eller tar bort rollen. Inloggningen kan också skapas, om din egen får "
        "skapa roller på servern.</p><p>Lösenordet hämtas ur QGIS autentiseringshanterare och"
        " skickas som verifierare, aldrig som text.</p>",
    }

    def define(self) -> None:
        workspaces.add_workspace(self)
        self.add_choice("ACTION", tr("What to do"), [
            tr("Give the login this role"), tr("Create the login and give it this role"),
            tr("Take the login's role away"), tr("Give the workspace its rights anew"),
        ])  # fmt: skip
        self.add_text("LOGIN", tr("Login"))
        self.add_choice("ROLE", tr("Role"), [tr(ROLE_LABELS[role]) for role in ROLES])
        self.add_text("ORGANISATION", tr("Organisation (its name among the actors)"))
        self.add(QgsProcessingParameterAuthConfig(
            "PASSWORD", tr("Authentication configuration with the new login's password"), None, True
        ))  # fmt: skip
        self.add_text_output("SUMMARY", tr("Summary"))

    def compute(self, run: Run) -> Dict[str, Any]:
        workspace = workspaces.workspace(run)
        said = self._done(run, workspace, run.choice("ACTION", ACTIONS))
        run.log(said)
        return {"SUMMARY": said}

    def _done(self, run: Run, workspace: Workspace, action: str) -> str:
        from ...data.logins import (
            create_login,
            find_organisation,
            remove_login,
            renew_rights,
            set_login,
        )

        if action == RENEW:
            renew_rights(workspace)
            return tr("The workspace has its roles and rights anew.")
        login = run.text("LOGIN").strip() if run.given("LOGIN") else ""
        if not login:
            raise DataError("Name the login.")
        if action == REMOVE:
            remove_login(workspace, login)
            return tr("{login} has no role in the workspace any more.").format(login=login)
        organisation = None
        if run.given("ORGANISATION"):
            organisation = find_organisation(workspace, run.text("ORGANISATION"))
        role = run.choice("ROLE", ROLES)
        if action == CREATE:
            create_login(workspace, login, self._password(run))
        set_login(workspace, login, role, organisation)
        return tr("{login} has the role {role}.").format(login=login, role=tr(ROLE_LABELS[role]))

    def _password(self, run: Run) -> str:
        """The password in QGIS's authentication configuration; it is never part of the log."""
        config = QgsAuthMethodConfig()
        known = run.given("PASSWORD") and QgsApplication.authManager().loadAuthenticationConfig(
            run.text("PASSWORD"), config, True
        )
        password = config.config("password") if known else ""
        if not password:
            raise DataError(
                "A new login needs a password. Store it in QGIS's authentication manager and "
                "choose that configuration."
            )
        return str(password)
