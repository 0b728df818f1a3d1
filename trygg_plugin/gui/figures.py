"""The few numbers of the panel, counted by the database in a task of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
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


@dataclass(frozen=True)
class Work:
    """What waits in the panels: problems, measures past their deadline, and the next meeting."""

    open_problems: int = 0
    overdue: int = 0
    next_meeting: str = ""


def count_incidents(workspace: Workspace) -> Figures:
    """One pass over the incidents. Raises DataError when the workspace cannot be read."""
    rows = workspace.query(
        "SELECT status, count(*) AS found, count(*) - count(geom) AS unlocated FROM incident "
        "WHERE deleted_at IS NULL GROUP BY status"
    )
    return Figures(
        incoming=sum(row["found"] for row in rows if row["status"] in INCOMING),
        reviewed=sum(row["found"] for row in rows if counts_in_statistics(str(row["status"]))),
        unlocated=sum(row["unlocated"] for row in rows if row["status"] != "rejected"),
    )


def count_work(workspace: Workspace, today: date) -> Work:
    """Short tables only. ``next_meeting`` is its day (ISO), "" when none is planned."""
    problems = workspace.query(
        "SELECT count(*) AS found FROM problem WHERE deleted_at IS NULL AND status <> {p}",
        ["solved"],
    )
    measures = workspace.query(
        "SELECT count(*) AS found FROM measure WHERE deleted_at IS NULL AND deadline < {p} "
        "AND status IN ({p}, {p}, {p})",
        [today, "proposed", "decided", "ongoing"],
    )
    meetings = workspace.query(
        "SELECT min(starts_at) AS first FROM meeting WHERE deleted_at IS NULL AND status = {p} "
        "AND starts_at >= {p}",
        ["planned", datetime(today.year, today.month, today.day)],
    )
    return Work(
        int(problems[0]["found"]), int(measures[0]["found"]), str(meetings[0]["first"] or "")[:10]
    )


class CountTask(QgsTask):
    """Counts away from the window; ``told`` gets the figures, or None and a sentence."""

    def __init__(
        self, workspace: Workspace,
        told: Callable[[Optional[Figures], Optional[Work], str], None],
    ) -> None:  # fmt: skip
        super().__init__(tr("Counting incidents"), QgsTask.Flag.CanCancel)
        self._workspace = workspace
        self._told = told
        self._figures: Optional[Figures] = None
        self._work: Optional[Work] = None
        self._error: Optional[Exception] = None

    def run(self) -> bool:
        try:
            with self._workspace.reading():
                self._work = count_work(self._workspace, date.today())
                self._figures = count_incidents(self._workspace)
        except Exception as error:  # a task that raises would take QGIS down
            self._error = error
        return self._figures is not None

    def finished(self, result: bool) -> None:
        if self.isCanceled():
            return
        self._told(self._figures, self._work, "" if self._error is None else tr_error(self._error))
