"""trygg:uniteworkspaces: a read-only union of several municipalities' incidents on one server."""

from __future__ import annotations

from typing import Any, Dict, List

from qgis.core import QgsProcessingContext, QgsProcessingParameterProviderConnection, QgsVectorLayer

from ...data.errors import DataError
from ...i18n import tr
from .. import groups
from ..base import N_, Run, TryggAlgorithm


class UniteWorkspaces(TryggAlgorithm):
    NAME = "uniteworkspaces"
    TITLE = N_("Unite workspaces for analysis")
    GROUP = groups.WORKSPACE
    NEEDS = ()
    HELP = {
        "en": "<p>Puts the incidents of several municipalities' workspaces on one PostgreSQL "
        "server into one view that analysts can read and no one can change: reviewed incidents "
        "with codes, times and places. Free text, reporters, contacts, secret records and "
        "sensitive categories are not in it.</p><p>Run it again with other workspaces to change "
        "the union. The login that runs it must be trusted by each workspace.</p>",
        "sv": "<p>För ihop händelserna i flera kommuners arbetsytor på samma PostgreSQL-server till"
        " en vy som analytiker kan läsa och ingen kan ändra: granskade händelser med koder, "
        "tider och platser. Fritext, rapportörer, kontaktuppgifter, sekretessmarkerade poster"
        " och känsliga kategorier ingår inte.</p><p>Kör igen med andra arbetsytor för att "
        "ändra vyn. Inloggningen som kör måste vara betrodd av varje arbetsyta.</p>",
    }

    def define(self) -> None:
        self.add(QgsProcessingParameterProviderConnection(
            "CONNECTION", tr("Connection to PostgreSQL"), "postgres"
        ))  # fmt: skip
        self.add_text("SCHEMAS", tr("Schemas of the workspaces, separated by commas (empty: all)"))
        self.add_text("UNION", tr("Schema of the union"), "trygg_union", optional=False)
        self.add_text("ANALYSTS", tr("Logins of the analysts, separated by commas"))
        self.add_number_output("WORKSPACES", tr("Number of workspaces"))
        self.add_text_output("OUTPUT", tr("Data source of the incidents"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...data.postgis_target import target_of_connection
        from ...data.postgis_union import union_uri, unite_workspaces

        connection = self.parameterAsConnectionName(run.parameters, "CONNECTION", run.context)
        union = run.text("UNION").strip()
        if not union:
            raise DataError("Name the schema of the union.")
        target = target_of_connection(connection, union)
        made = unite_workspaces(target, _names(run, "SCHEMAS"), _names(run, "ANALYSTS"))
        run.log(tr("The union {name} holds {count} workspaces: {names}").format(
            name=union, count=len(made), names=", ".join(one.schema for one in made)
        ))  # fmt: skip
        uri, provider = union_uri(target, "incident")
        self._show(run, uri, provider)
        return {"WORKSPACES": len(made), "OUTPUT": uri}

    def _show(self, run: Run, uri: str, provider: str) -> None:
        layer = QgsVectorLayer(uri, tr("Incidents of several municipalities"), provider)
        if not layer.isValid() or run.context.project() is None:
            return
        if run.context.temporaryLayerStore().addMapLayer(layer) is None:
            return
        run.context.addLayerToLoadOnCompletion(layer.id(), QgsProcessingContext.LayerDetails(
            layer.name(), run.context.project(), "OUTPUT"
        ))  # fmt: skip


def _names(run: Run, parameter: str) -> List[str]:
    """Names separated by commas; one with a comma or spaces in it stands in double quotes."""
    import csv

    said = run.text(parameter) if run.given(parameter) else ""
    rows = list(csv.reader([said], skipinitialspace=True))
    return [one.strip() for row in rows for one in row if one.strip()]
