"""trygg:listlogins: who has which role in a workspace in PostgreSQL."""

from __future__ import annotations

from typing import Any, Dict

from ...i18n import tr
from .. import groups, outputs, workspaces
from ..base import N_, Run, TryggAlgorithm


class ListLogins(TryggAlgorithm):
    NAME = "listlogins"
    TITLE = N_("List logins and rights")
    GROUP = groups.WORKSPACE
    NEEDS = ()
    HELP = {
        "en": "<p>A table of the logins of a workspace in PostgreSQL: role, organisation, and "
        "whether the login is still there on the server.</p><p>The coordinator and the "
        "administrator see all of them, everyone else only the own one.</p>",
        "sv": "<p>En tabell över inloggningarna i en arbetsyta i PostgreSQL: roll, organisation och"
        " om inloggningen finns kvar på servern.</p><p>Samordnaren och administratören ser "
        "alla, övriga bara sin egen.</p>",
    }

    def define(self) -> None:
        workspaces.add_workspace(self)
        self.add_table_sink("OUTPUT", tr("Logins"))
        self.add_number_output("COUNT", tr("Number of logins"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...data.logins import list_logins
        from ...domain.rights import ROLE_LABELS

        known = list_logins(workspaces.workspace(run))
        for one in known:
            if not one.on_server:
                run.warn(tr("The server has no login {name} any more.").format(name=one.name))
        table = outputs.write_table(run, "OUTPUT", [
            outputs.Column("login", tr("Login"), [one.name for one in known]),
            outputs.Column("role", tr("Role"), [tr(ROLE_LABELS.get(one.role, one.role))
                                                for one in known]),
            outputs.Column("organisation", tr("Organisation"),
                           [one.organisation_name or "" for one in known]),
            outputs.Column("on_server", tr("On the server"),
                           [tr("yes") if one.on_server else tr("no") for one in known]),
        ])  # fmt: skip
        return {"OUTPUT": table, "COUNT": len(known)}
