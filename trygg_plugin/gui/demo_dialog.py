"""Where the demo is to lie, and whether an earlier one is opened or replaced."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QVBoxLayout, QWidget

from ..i18n import tr, user_language
from . import settings
from .algorithm_run import RunFailed, run_here
from .form_parts import choice, file_field, note
from .save_dialog import SaveDialog

ALGORITHM = "trygg:createdemo"
FILE = "trygg-demo"


class DemoDialog(SaveDialog):
    """Makes the demo workspace, or finds the one made before; ``project`` is its project then."""

    def __init__(self, folder: Path, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent, tr("Open the demo"))
        self.project = ""
        self.folder = file_field(self, tr("Folder"), QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(str(folder))
        self.language = choice(
            settings.LANGUAGES, settings.NEW_LANGUAGE.get() or user_language(), self,
            tr("Language of layers, forms and documents"),
        )
        self.anew = QCheckBox(tr("Make it &anew: what you have tried in it is lost"), self)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("&Folder"), self.folder)
        form.addRow(tr("&Language"), self.language)
        layout = QVBoxLayout()
        layout.addWidget(note(
            tr("The border is a real municipality’s. All areas, incidents, problems and measures "
               "are invented and say so."), self))
        layout.addLayout(form)
        layout.addWidget(self.anew)
        layout.addStretch(1)
        self.finish(layout, tr("Open"))
        self.folder.fileChanged.connect(self._look)
        self.anew.toggled.connect(self._look)
        self._look()
        self.resize(28 * self.fontMetrics().height(), self.sizeHint().height())

    def _target(self) -> Path:
        return Path(self.folder.filePath()) / f"{FILE}.gpkg"

    def _known(self) -> Optional[Path]:
        """The project of a demo made before in the chosen folder."""
        project = self._target().with_suffix(".qgz")
        return project if self._target().is_file() and project.is_file() else None

    def _look(self, *_: object) -> None:
        known = self._known() is not None
        self.anew.setVisible(known)
        self.language.setEnabled(not known or self.anew.isChecked())

    def save(self) -> str:
        """Make the demo, or take the one that is there; a sentence when it cannot be made."""
        known = self._known()
        if known is not None and not self.anew.isChecked():
            self.project = str(known)
            return ""
        parameters = {"LANGUAGE": self.language.currentIndex(), "OUTPUT": str(self._target())}
        try:
            results, _log = run_here(self, ALGORITHM, parameters, tr("The demo is being made…"))
        except RunFailed as error:
            return str(error)
        self.project = str(results["PROJECT"])
        return ""
