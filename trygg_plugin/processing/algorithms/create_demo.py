"""trygg:createdemo: an invented workspace to try everything on."""

from __future__ import annotations

from typing import Any, Dict

import numpy as np
from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterFileDestination

from ...i18n import tr
from .. import groups, workspaces
from ..base import N_, Run, TryggAlgorithm

#: A small municipality with one town and villages around it.
DEMO_MUNICIPALITY = "1881"


class CreateDemo(TryggAlgorithm):
    NAME = "createdemo"
    TITLE = N_("Create demo workspace")
    GROUP = groups.WORKSPACE
    NEEDS = ()
    HELP = {
        "en": "<p>Makes a workspace to try Trygg on: the border is a real municipality's, all "
        "areas, incidents, problems and measures are invented and say so.</p>",
        "sv": "<p>Skapar en arbetsyta att prova Trygg på: gränsen är en verklig kommuns, men alla "
        "områden, händelser, problem och åtgärder är påhittade och märkta så.</p>",
    }

    def flags(self) -> Any:
        # Layers and projects belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def define(self) -> None:
        workspaces.add_municipality(self)
        workspaces.add_language(self)
        self.add_day("TODAY", tr("Last day of the demo (empty: today)"), advanced=True)
        workspaces.add_project_place(self)
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Workspace"), tr("GeoPackage files") + " (*.gpkg)"
            )
        )
        self.add_text_output("PROJECT", tr("QGIS project"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...domain.standard import default_folder, load_standard
        from ...project.demo import create_demo
        from ...project.municipalities import boundary, official_name

        target = workspaces.destination(run, "OUTPUT", ".gpkg")
        code = workspaces.municipality(run)[0] or DEMO_MUNICIPALITY
        language = run.choice("LANGUAGE", workspaces.LANGUAGES)
        today = run.day("TODAY") or np.datetime64("today", "D")
        made = create_demo(
            target,
            load_standard(default_folder()),
            (code, official_name(code)),
            boundary(code)[0],
            language=language,
            today=today.astype(object),
            overwrite=True,
            progress=run.step(0.0, 0.7),
        )
        project = workspaces.write_project(run, made, language)
        return workspaces.results(made, project)
