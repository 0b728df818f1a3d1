"""trygg:createworkspace: a GeoPackage for the whole EST cycle and the project around it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, List

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsUnitTypes,
)

from ...data.errors import DataError
from ...i18n import tr
from .. import groups, workspaces
from ..base import N_, Run, TryggAlgorithm

if TYPE_CHECKING:
    from ...data.engines import Target
    from ...project.areas import Area

#: SWEREF 99 TM, the national system of Sweden.
DEFAULT_CRS = "EPSG:3006"


class CreateWorkspace(TryggAlgorithm):
    NAME = "createworkspace"
    TITLE = N_("Create workspace")
    GROUP = groups.WORKSPACE
    NEEDS = ()
    HELP = {
        "en": "<p>Makes an empty workspace: one GeoPackage, or a schema in PostgreSQL, with "
        "incidents, problems, measures, meetings and all other records, with their rules and "
        "history, and a QGIS project beside it with layers, forms, symbols and map themes.</p>"
        "<p>EST areas can be taken from any polygon layer. Without one, the municipality's border "
        "becomes the first area.</p><p>One person at a time should edit a GeoPackage. Several "
        "actors need PostgreSQL: choose one of QGIS's connections, name the new schema and the "
        "file of the project.</p>",
        "sv": "<p>Skapar en tom arbetsyta: en GeoPackage, eller ett schema i PostgreSQL, med "
        "händelser, problem, åtgärder, möten och alla andra uppgifter, med regler och historik, "
        "och ett QGIS-projekt bredvid med lager, formulär, symboler och kartteman.</p>"
        "<p>EST-områden kan hämtas från valfritt polygonlager. Utan ett sådant blir kommunens "
        "gräns det första området.</p><p>En GeoPackage bör redigeras av en person i taget. Flera "
        "aktörer behöver PostgreSQL: välj en av QGIS anslutningar, namnge det nya schemat och "
        "projektets fil.</p>",
    }

    def flags(self) -> Any:
        # Layers and projects belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def define(self) -> None:
        workspaces.add_municipality(self)
        self.add_text("NAME", tr("Name (empty: that of the municipality)"))
        workspaces.add_language(self)
        self.add_vector(
            "AREAS", tr("Areas (polygons)"), QgsProcessing.SourceType.TypeVectorPolygon, True
        )
        self.add_field("AREA_NAME", tr("Field with the areas' names"), "AREAS")
        self.add_field("POPULATION", tr("Field with the areas' population"), "AREAS")
        self.add_number(
            "POPULATION_YEAR", tr("Year of the population"), None, 1968, 2100, integer=True,
            optional=True,
        )
        self.add(
            QgsProcessingParameterCrs(
                "CRS", tr("Coordinate reference system"), DEFAULT_CRS, True
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFile(
                "STANDARD",
                tr("Folder with the municipality's own copy of the standard"),
                QgsProcessingParameterFile.Behavior.Folder,
                optional=True,
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFile("LOGO", tr("Logo (SVG or picture)"), optional=True),
            advanced=True,
        )
        self.add_text("PERIOD_KIND", tr("Period of reports"), advanced=True)
        workspaces.add_project_place(self)
        workspaces.add_connection(
            self, tr("Instead of a file: connection to PostgreSQL"), tr("Name of the new schema")
        )
        self.add(
            QgsProcessingParameterFileDestination(
                workspaces.PROJECT_FILE, tr("QGIS project of a workspace in PostgreSQL"),
                tr("QGIS projects") + " (*.qgz)", None, True, False,
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT", tr("Workspace"), tr("GeoPackage files") + " (*.gpkg)", None, True
            )
        )
        self.add_text_output("PROJECT", tr("QGIS project"))

    def compute(self, run: Run) -> Dict[str, Any]:
        from ...data.workspace import create_workspace
        from ...domain.standard import default_folder, load_standard

        target: Target
        connected = workspaces.connected(run)
        if connected is None:
            target = workspaces.destination(run, "OUTPUT", ".gpkg")
        else:
            target = connected
            workspaces.destination(run, workspaces.PROJECT_FILE, ".qgz")
        folder = Path(run.text("STANDARD")) if run.given("STANDARD") else default_folder()
        standard = load_standard(folder)
        code, name = workspaces.municipality(run)
        language = run.choice("LANGUAGE", workspaces.LANGUAGES)
        crs = QgsCoordinateReferenceSystem(DEFAULT_CRS)
        if run.given("CRS"):
            crs = self.parameterAsCrs(run.parameters, "CRS", run.context)
        if crs.isGeographic() or crs.mapUnits() != QgsUnitTypes.DistanceUnit.DistanceMeters:
            raise DataError(
                "{crs} does not measure in metres, which hot spots and distances need. Choose a "
                "projected system such as SWEREF 99 TM (EPSG:3006).",
                crs=crs.authid() or crs.description(),
            )
        areas = self._areas(run, code, name, crs)
        run.progress(0.2)
        made = create_workspace(
            target,
            standard,
            language=language,
            municipality_code=code,
            municipality_name=run.text("NAME") or name,
            crs=crs.authid(),
            areas=areas,
            settings={
                key: run.text(name)
                for key, name in (("logo", "LOGO"), ("period_kind", "PERIOD_KIND"))
                if run.given(name)
            },
        )
        run.log(
            tr("The workspace {path} was made with {areas} areas.").format(
                path=made.place, areas=len(areas)
            )
        )
        run.progress(0.6)
        project = workspaces.write_project(run, made, language)
        return workspaces.results(made, project)

    def _areas(
        self, run: Run, code: str, name: str, crs: QgsCoordinateReferenceSystem
    ) -> List[Area]:
        from ...project.areas import areas_of_layer
        from ...project.municipalities import boundary

        if run.given("AREAS"):
            year = run.integer("POPULATION_YEAR") if run.given("POPULATION_YEAR") else None
            areas, notes = areas_of_layer(
                run.source("AREAS"),
                run.field("AREA_NAME"),
                run.field("POPULATION"),
                year,
                crs,
                run.context.transformContext(),
            )
            workspaces.tell(run, notes)
            return areas
        if not code:
            return []
        geometry, own = boundary(code)
        if own != crs:
            geometry.transform(QgsCoordinateTransform(own, crs, run.context.transformContext()))
        return [({"name": name, "kind": "municipality"}, geometry)]
