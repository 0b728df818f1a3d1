"""The folders of the toolbox, in the words of the question they answer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..domain.standard_problems import N_

_ICONS = Path(__file__).resolve().parents[2] / "styles" / "icons"


@dataclass(frozen=True)
class Group:
    key: str
    title: str
    icon_name: str

    @property
    def icon(self) -> Path:
        """The group's drawing, or the plugin's where it has none."""
        own = _ICONS / f"{self.icon_name}.svg"
        return own if own.exists() else _ICONS / "trygg.svg"


WHERE = Group("where", N_("Where"), "where")
WHEN = Group("when", N_("When"), "when")
WHERE_AND_WHEN = Group("whereandwhen", N_("Where and when"), "where_and_when")
CONCENTRATION = Group("concentration", N_("Concentration and stability"), "concentration")
EFFECT = Group("effect", N_("Effect of measures"), "effect")
JOBS = Group("jobs", N_("Composed jobs"), "jobs")
WORKSPACE = Group("workspace", N_("Workspace"), "workspace")
IMPORT = Group("import", N_("Import and export"), "import")
REPORTS = Group("reports", N_("Reports"), "reports")
