"""The form behind "Create workspace": municipality, areas, file. The algorithm does the work."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, Optional

from qgis.core import QgsMapLayerProxyModel
from qgis.gui import (
    QgsFieldComboBox,
    QgsFileWidget,
    QgsMapLayerComboBox,
    QgsProviderConnectionComboBox,
)
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ..i18n import tr, user_language
from ..project.municipalities import municipalities, official_name
from . import settings
from .algorithm_run import RunFailed, run_here
from .form_parts import choice, file_field, note, remember_folder, searched
from .save_dialog import SaveDialog

ALGORITHM = "trygg:createworkspace"
FILE, DATABASE = "file", "database"


class CreateWorkspaceDialog(SaveDialog):
    """Asks for what a workspace needs and makes it; ``project`` is its project's file then."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent, tr("Create workspace"))
        self.project = ""
        codes = [(f"{code} {name}", name) for code, name in municipalities()]
        mine = next(
            (key for key, _name in codes if key.startswith(settings.MUNICIPALITY.get() or "–")), ""
        )
        self.municipality = choice(
            [("", tr("(none of these)")), *codes], mine, self, tr("Municipality")
        )
        searched(self.municipality)
        self.name = QLineEdit(settings.MUNICIPALITY_NAME.get(), self)
        self.language = choice(
            settings.LANGUAGES, settings.NEW_LANGUAGE.get() or user_language(), self,
            tr("Language of layers, forms and documents"),
        )
        self.areas = QgsMapLayerComboBox(self)
        self.areas.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.areas.setAllowEmptyLayer(True)
        self.areas.setCurrentIndex(0)
        self.area_name = QgsFieldComboBox(self)
        self.population = QgsFieldComboBox(self)
        for field in (self.area_name, self.population):
            field.setAllowEmptyFieldName(True)
            field.setEnabled(False)
        self.file = file_field(
            self, tr("Workspace"), QgsFileWidget.StorageMode.SaveFile,
            tr("GeoPackage files") + " (*.gpkg)",
        )
        self.place = choice(
            [(FILE, tr("One person at a time: a file")),
             (DATABASE, tr("Several at once: PostgreSQL"))],
            FILE, self, tr("Where records are kept"),
        )  # fmt: skip
        self.connection = QgsProviderConnectionComboBox("postgres", self)
        self.schema = QLineEdit(self)
        self.project_file = file_field(
            self, tr("QGIS project"), QgsFileWidget.StorageMode.SaveFile,
            tr("QGIS projects") + " (*.qgz)",
        )
        self._lay_out()
        self.municipality.currentIndexChanged.connect(self._municipality_changed)
        self.areas.layerChanged.connect(self._areas_changed)
        self.place.currentIndexChanged.connect(self._place_changed)
        self._municipality_changed()
        self._place_changed()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, widget in (
            (tr("&Municipality"), self.municipality),
            (tr("&Name on maps and reports"), self.name),
            (tr("&Language of layers and forms"), self.language),
            (tr("&Areas (polygon layer, optional)"), self.areas),
            (tr("Field with the areas’ na&mes"), self.area_name),
            (tr("Field with their &population"), self.population),
            (tr("&Keep records"), self.place),
            (tr("Save &as"), self.file),
            (tr("C&onnection"), self.connection),
            (tr("Name of the new &schema"), self.schema),
            (tr("Save the pro&ject as"), self.project_file),
        ):
            form.addRow(label, widget)
            widget.setAccessibleName(label.replace("&", ""))
        self._form = form
        layout = QVBoxLayout()
        layout.addWidget(note(
            tr("A workspace is one file with all records and a QGIS project beside it, or a "
               "schema in PostgreSQL. Without areas of your own, the municipality’s border becomes "
               "the first area."), self))
        layout.addLayout(form)
        layout.addStretch(1)
        self.finish(layout, tr("Create"))
        self.resize(30 * self.fontMetrics().height(), self.sizeHint().height())

    def parameters(self) -> Dict[str, Any]:
        """What the algorithm is run with."""
        areas = self.areas.currentLayer()
        chosen: Dict[str, Any] = {
            "MUNICIPALITY": self.municipality.currentData() or None,
            "NAME": self.name.text().strip(),
            "LANGUAGE": self.language.currentIndex(),
            "CRS": settings.NEW_CRS.get(),
            # What holds for the municipality goes into the workspace, where others find it too.
            "LOGO": settings.LOGO.get() or None,
            "PERIOD_KIND": settings.PERIOD_KIND.get(),
        }
        if self.place.currentData() == DATABASE:
            chosen["CONNECTION"] = self.connection.currentConnection()
            chosen["SCHEMA"] = self.schema.text().strip()
            chosen["PROJECT_FILE"] = self.project_file.filePath()
        else:
            chosen["OUTPUT"] = self.file.filePath()
        if areas is not None:
            chosen["AREAS"] = areas
            chosen["AREA_NAME"] = self.area_name.currentField() or None
            chosen["POPULATION"] = self.population.currentField() or None
        return chosen

    def save(self) -> str:
        """Make the workspace; a sentence when it was refused."""
        chosen = self.parameters()
        for key, sentence, widget in (
            ("OUTPUT", tr("Choose the file in which the workspace is to be kept."), self.file),
            ("CONNECTION", tr("Choose a connection to PostgreSQL. You create one in the browser or "
                              "the data source manager."), self.connection),
            ("SCHEMA", tr("Name the schema in which the workspace is to be kept."), self.schema),
            ("PROJECT_FILE", tr("Choose the file of the QGIS project."), self.project_file),
        ):  # fmt: skip
            if key in chosen and not chosen[key]:
                widget.setFocus()
                return sentence
        if not chosen["MUNICIPALITY"] and not chosen["NAME"]:
            self.municipality.setFocus()
            return tr("Choose a municipality, or write a name.")
        self.problem.hide()
        try:
            results, _log = run_here(self, ALGORITHM, chosen, tr("The workspace is being made…"))
        except RunFailed as error:
            return str(error)
        self.project = str(results["PROJECT"])
        remember_folder(self.project)
        return ""

    def _municipality_changed(self, *_: Any) -> None:
        key = self.municipality.currentData() or ""
        self.name.setPlaceholderText(official_name(key.split(" ")[0]) if key else "")
        if key and not self.file.filePath():
            plain = _plain(key.split(" ", 1)[1])
            root = Path(self.file.defaultRoot())
            self.file.setFilePath(str(root / f"trygg-{plain}.gpkg"))
            self.project_file.setFilePath(str(root / f"trygg-{plain}.qgz"))
            self.schema.setText(f"trygg_{plain.replace('-', '_')}")

    def _place_changed(self, *_: Any) -> None:
        in_database = self.place.currentData() == DATABASE
        for widget in (self.connection, self.schema, self.project_file):
            self._show_row(widget, in_database)
        self._show_row(self.file, not in_database)

    def _show_row(self, widget: QWidget, shown: bool) -> None:
        # QFormLayout hides rows only from Qt 6.4 on
        widget.setVisible(shown)
        self._form.labelForField(widget).setVisible(shown)

    def _areas_changed(self, *_: Any) -> None:
        layer = self.areas.currentLayer()
        for field in (self.area_name, self.population):
            field.setLayer(layer)
            field.setEnabled(layer is not None)


def _plain(name: str) -> str:
    """A municipality's name as part of a file's name that every system can take."""
    table = str.maketrans({"å": "a", "ä": "a", "ö": "o", "é": "e", " ": "-"})
    return name.lower().translate(table)
