"""trygg:disposal: what is older than its retention, shown first and then removed for good."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, Mapping, Optional

from qgis.core import QgsApplication, QgsProcessingParameterFile, QgsProject

from ...i18n import tr
from .. import groups, workspaces
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...data.casework.disposal import Outcome, Preview
    from ...data.workspace import Workspace

#: What the rules of domain/privacy.py are about, in the words of the log.
RULES: Mapping[str, str] = {
    "incident_text": N_("Incidents: free text, photo, pseudonym and exact place: {count}"),
    "walk_photo": N_("Points of walks: photos: {count}"),
    "forward_text": N_("Forwardings: question and answer: {count}"),
    "contact": N_("Reporters' contacts, as a whole: {count}"),
}


class DisposalOfRecords(TryggAlgorithm):
    NAME = "disposal"
    TITLE = N_("Dispose of what is old")
    GROUP = groups.WORKSPACE
    NEEDS = ()
    HELP = {
        "en": "<p>Shows what is older than its retention, and removes it when you say so: free "
        "text, photos and exact places of incidents, and reporters' contacts. Codes, times and the "
        "place's grid cell stay, so that statistics are the same. An incident that is closed or "
        "rejected becomes anonymised.</p><p>It reaches history, deleted records and the photos' "
        "files, in one go or not at all, and cannot be undone. A record says which rule removed "
        "what, when and on whose word, but no values. Backups and adopted documents are yours to "
        "go through.</p>",
        "sv": "<p>Visar det som är äldre än sin gallringsfrist och tar bort det när du säger till: "
        "fritext, foton och exakta platser för händelser, samt rapportörers "
        "återkopplingsadresser. Koder, tider och platsens ruta finns kvar, så att statistiken "
        "är densamma. En händelse som är stängd eller avvisad blir avidentifierad.</p><p>"
        "Gallringen når historiken, borttagna poster och fotofilerna, allt på en gång eller inte "
        "alls, och kan inte ångras. En förteckning säger vilken regel som tog bort vad, när och på "
        "vems uppdrag, men inga värden. Säkerhetskopior och fastställda dokument går du själv "
        "igenom.</p>",
    }

    def define(self) -> None:
        workspaces.add_workspace(self)
        self.add_flag("RUN", tr("Remove it now (otherwise only show what is due)"))
        self.add_number(
            "TEXT_MONTHS", tr("Months that free text and photos are kept (empty: as set before)"),
            integer=True, minimum=1, optional=True,
        )
        self.add_number(
            "CONTACT_MONTHS", tr("Months that contacts are kept (empty: as set before)"),
            integer=True, minimum=1, optional=True,
        )
        self.add_flag("REMOVE_BACKUPS", tr("Remove the backups beside the GeoPackage, too"))
        self.add(
            QgsProcessingParameterFile(
                "PHOTOS", tr("Folder in which the project lies (for its photos)"),
                QgsProcessingParameterFile.Behavior.Folder, optional=True,
            ),
            advanced=True,
        )
        self.add_number_output("RECORDS", tr("Records"))
        self.add_number_output("PHOTOS_REMOVED", tr("Photos removed"))

    def prepareAlgorithm(self, parameters: Any, context: Any, feedback: Any) -> bool:  # noqa: N802
        # a project belongs to the main thread
        project: Optional[QgsProject] = context.project()
        self._home = project.absolutePath() if project is not None else ""
        return bool(super().prepareAlgorithm(parameters, context, feedback))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...data.casework.disposal import dispose, months_of, preview

        workspace = workspaces.workspace(run)
        months = {
            "text_months": run.integer("TEXT_MONTHS") if run.given("TEXT_MONTHS") else None,
            "contact_months": (
                run.integer("CONTACT_MONTHS") if run.given("CONTACT_MONTHS") else None
            ),
        }
        text, contact = (
            given if given is not None else known
            for given, known in zip(months.values(), months_of(workspace))
        )
        run.log(tr("Free text and photos are kept for {text} months, contacts for {contact}.")
                .format(text=text, contact=contact))  # fmt: skip
        if not run.flag("RUN"):
            plan = preview(workspace, date.today(), **months)
            self._tell_plan(run, plan)
            run.log(tr("Nothing was removed. Tick “{box}” to remove it for good.").format(
                box=self.parameterDefinition("RUN").description()))  # fmt: skip
            return {"RECORDS": len(plan.plan), "PHOTOS_REMOVED": 0}
        plan, outcome = dispose(
            workspace, date.today(), photo_folder=self._folder(run, workspace),
            remove_backups=run.flag("REMOVE_BACKUPS"), user=QgsApplication.userLoginName() or None,
            progress=run.progress, **months,
        )  # fmt: skip
        self._tell_plan(run, plan)
        self._tell_outcome(run, workspace, plan, outcome)
        return {"RECORDS": len(plan.plan), "PHOTOS_REMOVED": outcome.photos_removed}

    def _folder(self, run: Run, workspace: Workspace) -> Optional[Path]:
        """Where the paths of photos begin."""
        if run.given("PHOTOS"):
            return Path(run.text("PHOTOS"))
        if workspace.file is not None:
            return workspace.file.parent
        return Path(self._home) if self._home else None

    def _tell_plan(self, run: Run, plan: Preview) -> None:
        for key, count in plan.counts.items():
            run.log(tr(RULES[key]).format(count=count))
        run.log(tr("Photos that no other record names: {count}").format(count=len(plan.photos)))
        for backup in plan.backups:
            run.log(tr("A backup holds the values, too: {path}").format(path=backup))

    def _tell_outcome(
        self, run: Run, workspace: Workspace, plan: Preview, outcome: Outcome
    ) -> None:
        run.log(tr("It is removed, from history too. The record of it has the number {run}.")
                .format(run=outcome.run))  # fmt: skip
        if plan.photos:
            run.log(tr("Photos removed: {count}").format(count=outcome.photos_removed))
        if outcome.photos_missing:
            run.warn(tr("These photos are not in the folder and were not removed: {names}").format(
                names=", ".join(outcome.photos_missing)))  # fmt: skip
        kept = [*outcome.photos_kept, *(str(one) for one in outcome.backups_kept)]
        if kept:
            run.warn(tr("These files could not be removed, since they are open or "
                        "write-protected: {names}").format(names=", ".join(kept)))
        if outcome.file_not_rebuilt:
            run.warn(tr("The GeoPackage could not be rebuilt, so that what was removed can still "
                        "be found in its file: {reason}").format(reason=outcome.file_not_rebuilt))
        if outcome.file_kept_open:
            run.warn(tr("Another program has the GeoPackage open, so that what was removed can "
                        "still be found in its file. Close the other program and run this again."))
        if plan.backups and not outcome.backups_removed or workspace.file is None:
            run.warn(tr("Backups still hold what was removed. Let them go by the same rules."))
        elif outcome.backups_removed:
            run.log(tr("Backups removed: {count}").format(count=outcome.backups_removed))
