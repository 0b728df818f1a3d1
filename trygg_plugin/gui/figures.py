"""The few numbers of the panel, counted by the database in a task of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Callable, Optional

from qgis.core import QgsTask

from ..domain.states import counts_in_statistics
from ..i18n import tr, tr_error

if TYPE_CHECKING:
    from ..data.workspace import Workspace

#: States of an incident that waits for the coordinator.
INCOMING = ("submitted", "under_review", "needs_completion")


@dataclass(frozen=True)
class Figures:
    """Incidents that wait for review, that count in statistics, and that have no place yet."""

    incoming: int = 0
    reviewed: int = 0
    unlocated: int = 0


def count_incidents(workspace: Workspace) -> Figures:
    """One pass over the incidents. Raises DataError when the workspace cannot be read."""
    rows = workspace.query(
        "SELECT status, count(*) AS found, sum(geom IS NULL) AS unlocated FROM incident "
        "WHERE deleted_at IS NULL GROUP BY status"
    )
    return Figures(
        incoming=sum(row["found"] for row in rows if row["status"] in INCOMING),
        reviewed=sum(row["found"] for row in rows if counts_in_statistics(str(row["status"]))),
        unlocated=sum(row["unlocated"] for row in rows if row["status"] != "rejected"),
    )


class CountTask(QgsTask):
    """Counts away from the window; ``told`` gets the figures, or None and a sentence."""

    def __init__(
        self, workspace: Workspace, told: Callable[[Optional[Figures], str], None]
    ) -> None:
        super().__init__(tr("Counting incidents"), QgsTask.Flag.CanCancel)
        self._workspace = workspace
        self._told = told
        self._figures: Optional[Figures] = None
        self._error: Optional[Exception] = None

    def run(self) -> bool:
        try:
            self._figures = count_incidents(self._workspace)
        except Exception as error:  # a task that raises would take QGIS down
            self._error = error
        return self._figures is not None

    def finished(self, result: bool) -> None:
        if self.isCanceled():
            return
        self._told(self._figures, "" if self._error is None else tr_error(self._error))
