"""trygg:importincidents: incidents from CSV, Excel, ODS or any layer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List, Tuple

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessingException,
    QgsProcessingParameterFile,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QVariant

from ...i18n import tr
from .. import groups, workspaces
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...exchange.import_incidents import Rejected
    from ...exchange.profile import Profile
    from ...exchange.source_table import SourceTable

#: How many rejected rows the log quotes; the table holds them all.
_QUOTED_REJECTS = 20


class ImportIncidents(TryggAlgorithm):
    NAME = "importincidents"
    TITLE = N_("Import incidents")
    GROUP = groups.IMPORT
    NEEDS = ()
    HELP = {
        "en": "<p>Reads incidents from CSV, Excel, ODS or any layer into the workspace. A profile "
        "says which column is which and which words mean which codes; make it in the dialog "
        "“Import incidents” and use it again. Without one, columns are found by their names.</p>"
        "<p>Every row is accounted for: read = imported + duplicates + rejected. Rejected rows "
        "stand in a table with row number, column and reason. The same file twice adds nothing. "
        "A cancelled import leaves nothing behind.</p>",
        "sv": "<p>Läser in händelser från CSV, Excel, ODS eller valfritt lager till arbetsytan. "
        "En profil säger vilken kolumn som är vad och vilka ord som betyder vilka koder. Skapa "
        "den i dialogrutan ”Importera händelser” och använd den igen. Utan profil hittas "
        "kolumnerna på sina namn.</p><p>Varje rad redovisas: lästa = importerade + dubbletter + "
        "avvisade. Avvisade rader står i en tabell med radnummer, kolumn och skäl. Samma fil två "
        "gånger lägger inte till något. En avbruten import lämnar inget efter sig.</p>",
    }

    def define(self) -> None:
        self.add(
            QgsProcessingParameterFile("INPUT", tr("File"), optional=False)
        )
        self.add(
            QgsProcessingParameterFile(
                "PROFILE", tr("Import profile"), extension="json", optional=True
            )
        )
        workspaces.add_workspace(self)
        self.add_choice(
            "ARRIVAL",
            tr("Rows arrive as"),
            [tr("The profile says"), tr("Submitted: to be reviewed"),
             tr("Approved: I vouch for the source")],
        )
        self.add_text("SOURCE", tr("Name of the source (empty: the profile's or the file's)"))
        self.add_text("LAYER", tr("Sheet or layer (empty: the first)"), advanced=True)
        self.add_table_sink("REJECTED", tr("Rejected rows"), optional=True)
        for name, label in (
            ("READ", tr("Rows read")), ("IMPORTED", tr("Rows imported")),
            ("DUPLICATES", tr("Duplicates")), ("REJECTS", tr("Rows rejected")),
        ):
            self.add_number_output(name, label)

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...exchange.import_incidents import import_incidents

        workspace = workspaces.workspace(run)
        path = Path(self.parameterAsFile(run.parameters, "INPUT", run.context))
        profile, table = self._opened(run, path, workspace)
        run.log(
            tr("The file has the columns: {columns}.").format(columns=", ".join(table.columns))
        )
        result = import_incidents(
            workspace,
            table,
            profile,
            transform_context=run.context.transformContext(),
            progress=run.progress,
        )
        run.log(
            tr(
                "{read} rows read = {imported} imported + {duplicates} duplicates + {rejected} "
                "rejected. {unlocated} of the imported have no place."
            ).format(
                read=result.read,
                imported=result.imported,
                duplicates=result.duplicates,
                rejected=len(result.rejected),
                unlocated=result.imported - result.located,
            )
        )
        answer: Dict[str, Any] = {
            "READ": result.read,
            "IMPORTED": result.imported,
            "DUPLICATES": result.duplicates,
            "REJECTS": len(result.rejected),
        }
        answer.update(self._write_rejected(run, result.rejected))
        return answer

    def _opened(self, run: Run, path: Path, workspace: Any) -> Tuple[Profile, SourceTable]:
        from ...exchange.profile import ARRIVALS, load_profile
        from ...exchange.source_table import open_table
        from ...exchange.suggestion import suggest_profile

        layer = run.text("LAYER") or None
        if run.given("PROFILE"):
            profile = load_profile(Path(run.text("PROFILE")))
            table = open_table(path, layer or profile.layer, profile.encoding, profile.delimiter)
        else:
            table = open_table(path, layer)
            profile = suggest_profile(
                table.columns, workspace.standard, path.stem, workspace.crs
            )
            run.log(tr("No profile was given: columns were found by their names."))
        arrival = run.choice("ARRIVAL", (None, *ARRIVALS))
        if arrival is not None:
            profile = replace(profile, arrival=arrival)
        if run.given("SOURCE"):
            profile = replace(profile, source=run.text("SOURCE"))
        return profile, table

    def _write_rejected(self, run: Run, rejected: List[Rejected]) -> Dict[str, Any]:
        reasons = [tr(row.template).format(**row.values) for row in rejected]
        for row, reason in list(zip(rejected, reasons))[:_QUOTED_REJECTS]:
            where = f", {row.column}" if row.column else ""
            run.warn(tr("Row {row}{where}: {reason}").format(
                row=row.row, where=where, reason=reason))
        if len(rejected) > _QUOTED_REJECTS:
            run.warn(
                tr("… and {count} more rejected rows.").format(
                    count=len(rejected) - _QUOTED_REJECTS
                )
            )
        if not run.given("REJECTED"):
            return {}
        fields = QgsFields()
        fields.append(QgsField("row", QVariant.Int))
        fields.append(QgsField("column", QVariant.String))
        fields.append(QgsField("reason", QVariant.String))
        sink, destination = self.parameterAsSink(
            run.parameters, "REJECTED", run.context, fields, QgsWkbTypes.Type.NoGeometry
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(run.parameters, "REJECTED"))
        for row, reason in zip(rejected, reasons):
            feature = QgsFeature(fields)
            feature.setAttributes([row.row, row.column, reason])
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(
                    sink, run.parameters, "REJECTED"))
        return {"REJECTED": destination}
